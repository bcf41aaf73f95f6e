//! Signatures that are wrong in the ways that implementations have got wrong: made here, with this library's own numbers.
//! What 3.6.6 says about the same is compared by `c-tests/compare/x509/signatures.c`.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

#[path = "pki_maker/mod.rs"]
mod maker;
#[path = "compare_pki/signatures.rs"]
mod signatures;

use signatures::{Trial, ed25519_trials, trials};

fn check(trials: Vec<Trial>, at_least: usize) {
    assert!(trials.len() >= at_least, "only {} signatures", trials.len());
    let wrong: Vec<String> = trials
        .iter()
        .filter(|trial| trial.is_accepted() != trial.is_good)
        .map(|trial| format!("{}: accepted {}", trial.name, trial.is_accepted()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ecdsa_and_rsa() {
    check(trials(), 150);
}

#[test]
fn pain_388_ed25519() {
    check(ed25519_trials(), 15);
}
