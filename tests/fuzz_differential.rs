//! Chains that this library and stock Mbed TLS 3.6.6 judge, by the driver of the fuzz target `differential`: its corpus, and
//! some that a seed makes. Where they disagree there is a reason.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]

#[path = "pki_maker/mod.rs"]
mod maker;

#[path = "../fuzz/differential/mod.rs"]
mod differential;

use std::collections::BTreeMap;
use std::path::Path;

/// Adds a disagreement without a reason.
fn judge(input: &[u8], name: &str, faults: &mut Vec<String>, reasons: &mut BTreeMap<&'static str, usize>) {
    match differential::compare(input) {
        Some(found) => match found.reason {
            Some(reason) => *reasons.entry(reason).or_default() += 1,
            None => faults.push(format!(
                "{name}: ours {:?}, stock {:?}\n  input {}\n  {}",
                found.ours,
                found.stock,
                hex(input),
                found
                    .files
                    .iter()
                    .chain(&found.crl)
                    .map(|der| hex(der))
                    .collect::<Vec<_>>()
                    .join("\n  ")
            )),
        },
        None => *reasons.entry("").or_default() += 1,
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[test]
fn both_judge_alike() {
    if !differential::is_possible() {
        assert!(
            std::env::var_os("CI").is_none(),
            "stock Mbed TLS is missing: cargo xtask peers"
        );
        eprintln!("skipped: there is no stock Mbed TLS (cargo xtask peers)");
        return;
    }
    let (mut faults, mut reasons) = (Vec::new(), BTreeMap::new());
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/differential");
    for entry in std::fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        let input = std::fs::read(&path).unwrap();
        judge(&input, &path.display().to_string(), &mut faults, &mut reasons);
    }
    let rounds = std::env::var("FUZZ_ROUNDS").ok().and_then(|rounds| rounds.parse().ok());
    let mut state = std::env::var("FUZZ_SEED")
        .ok()
        .and_then(|seed| seed.parse().ok())
        .unwrap_or(1_u64);
    for _ in 0..rounds.unwrap_or(300_u32) {
        // Few changes to each certificate: those with many differ in all.
        let input: Vec<u8> = (0..64).map(|_| next(&mut state)).collect();
        judge(&input, "seed", &mut faults, &mut reasons);
    }
    for (reason, count) in &reasons {
        println!("{count:>6} {}", if reason.is_empty() { "alike" } else { reason });
    }
    assert!(faults.is_empty(), "{} of them:\n{}", faults.len(), faults.join("\n"));
    assert!(reasons.contains_key(""), "nothing was judged alike");
}

/// Of xorshift.
fn next(state: &mut u64) -> u8 {
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    (*state >> 33) as u8
}
