//! The corpus that fuzzing starts with: `UPDATE=1 cargo test --lib wire::tests::corpus` writes it.

use std::path::Path;

use super::samples::samples;

/// Each sample is a file of its kind and its body. Files that fuzzing adds are left alone.
#[test]
fn corpus_is_up_to_date() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/wire");
    let update = std::env::var_os("UPDATE").is_some();
    for sample in samples() {
        let path = folder.join(sample.name);
        let mut content = vec![u8::try_from(sample.kind).unwrap()];
        content.extend_from_slice(&sample.body);
        if update {
            std::fs::create_dir_all(&folder).unwrap();
            std::fs::write(&path, &content).unwrap();
        }
        let found = std::fs::read(&path).unwrap_or_default();
        assert!(
            found == content,
            "{} is out of date: run the test with UPDATE=1",
            path.display()
        );
    }
}
