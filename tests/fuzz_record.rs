//! Records over a wire that is damaged, by the driver of the fuzz target `record`: its corpus, and some that a seed makes.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]

#[path = "../fuzz/record/mod.rs"]
mod record;

use std::path::Path;

#[test]
fn what_is_read_was_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/record");
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        record::drive(&std::fs::read(entry.unwrap().path()).unwrap());
        files += 1;
    }
    assert!(files > 0, "{} is empty", folder.display());
    let mut state = 1_u64;
    for _ in 0..300 {
        let input: Vec<u8> = (0..150).map(|_| next(&mut state)).collect();
        record::drive(&input);
    }
}

/// Of xorshift.
fn next(state: &mut u64) -> u8 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 33) as u8
}
