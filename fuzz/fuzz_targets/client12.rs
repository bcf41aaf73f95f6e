//! A client of TLS 1.2 fed with any bytes as its settings and as what its peer sends. `cargo +nightly fuzz run client12`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::fuzz::tls12;
use libfuzzer_sys::fuzz_target;

const RSA: &[u8] = include_bytes!("../../tests/data/keys/rsa-2048.der");

fuzz_target!(|data: &[u8]| {
    let outcome = tls12::drive(Side::Client, RSA, data);
    assert!(outcome.is_well(), "{outcome:?}");
});
