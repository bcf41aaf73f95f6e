//! The record layer over a wire that is damaged. `cargo +nightly fuzz run record`
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../record/mod.rs"]
mod record;

fuzz_target!(|data: &[u8]| {
    ferrotls::crypto::rand::deterministic::seed(&[3; 32]);
    record::drive(data);
});
