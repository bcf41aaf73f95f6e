//! Certificate chains judged by this library and by stock Mbed TLS 3.6.6 (`cargo xtask peers`).
//! `cargo +nightly fuzz run differential`
#![no_main]

use libfuzzer_sys::fuzz_target;

#[path = "../../tests/pki_maker/mod.rs"]
mod maker;

#[path = "../differential/mod.rs"]
mod differential;

fuzz_target!(|data: &[u8]| {
    assert!(
        differential::is_possible(),
        "stock Mbed TLS is missing: cargo xtask peers"
    );
    if let Some(found) = differential::compare(data) {
        assert!(found.reason.is_some(), "{found:02x?}");
    }
});
