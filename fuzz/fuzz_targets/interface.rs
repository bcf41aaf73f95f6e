//! Random sequences of C calls. `cargo +nightly fuzz run interface`
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../interface/mod.rs"]
mod interface;

fuzz_target!(|data: &[u8]| {
    ferrotls::crypto::rand::deterministic::seed(&[3; 32]);
    interface::drive(data);
});
