//! Replays every file of the fuzzing corpora through the functions that the fuzz targets call.
#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]

use std::path::Path;

use ferrotls::tls::wire::fuzz_parse;

/// Calls `target` with every file of `fuzz/corpus/<name>`; a corpus that is not there or empty is a failure.
fn replay(name: &str, target: impl Fn(&[u8]) -> bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("directory entry").path();
        let data = std::fs::read(&path).expect("corpus file");
        assert!(target(&data), "{}", path.display());
        files += 1;
    }
    assert!(files > 0, "{} is empty", folder.display());
}

#[test]
fn wire() {
    replay("wire", |data| {
        data.split_first().is_none_or(|(kind, body)| fuzz_parse(*kind, body))
    });
}
