//! The call patterns of real programs: the table in `c-tests/compare/patterns/README.md` names every program of the folder, and
//! no other.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

#[test]
fn the_table_is_complete() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("c-tests/compare/patterns");
    let text = fs::read_to_string(folder.join("README.md")).expect("the table");
    let rows: BTreeSet<String> = text
        .lines()
        .filter_map(|line| line.strip_prefix("| `")?.split_once('`'))
        .map(|(program, _)| program.to_owned())
        .collect();
    let programs: BTreeSet<String> = fs::read_dir(&folder)
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .filter(|name| name.ends_with(".c"))
        .collect();
    assert_eq!(rows, programs);
    assert_eq!(rows.len(), 16, "a row for each pattern");
}
