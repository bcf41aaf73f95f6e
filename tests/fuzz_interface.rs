//! Random sequences of C calls, by the driver of the fuzz target `interface`: its corpus, and thousands that a seed makes.
//! None may panic. That all memory is given back is seen where LeakSanitizer runs: `cargo xtask asan`, `cargo xtask fuzz`.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with objects of its own"
)]

#[path = "../fuzz/interface/mod.rs"]
mod interface;

use std::path::Path;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};

/// Panics so far: the guards of a release hide them. Others end the process, and what the hook says is all there is.
static PANICS: AtomicUsize = AtomicUsize::new(0);
/// What is being run, for the hook.
static SEED: AtomicU64 = AtomicU64::new(0);

/// Runs one input; whether nothing panicked.
fn is_well(input: &[u8]) -> bool {
    interface::drive(input);
    PANICS.load(Ordering::Relaxed) == 0
}

#[test]
fn any_calls_in_any_order() {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |info| {
        PANICS.fetch_add(1, Ordering::Relaxed);
        usual(info);
        match SEED.load(Ordering::Relaxed) {
            0 => eprintln!("the last file of the corpus that is named"),
            seed => eprintln!("FUZZ_SEED={seed} FUZZ_ROUNDS=1, or 2 if that is well"),
        }
    }));
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/interface");
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        println!("{}", path.display());
        assert!(is_well(&std::fs::read(&path).unwrap()));
        files += 1;
    }
    assert!(files > 0, "{} is empty", folder.display());
    let rounds = std::env::var("FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok());
    let mut state = std::env::var("FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1_u64);
    for round in 0..rounds.unwrap_or(1500_u32) {
        SEED.store(state, Ordering::Relaxed);
        let input: Vec<u8> = (0..600).map(|_| next(&mut state)).collect();
        // Half of them with callbacks that behave.
        let input = [&[if round % 2 == 0 { 0 } else { input[0] / 4 }], &input[1..]].concat();
        assert!(is_well(&input));
    }
}

/// Of xorshift.
fn next(state: &mut u64) -> u8 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 33) as u8
}
