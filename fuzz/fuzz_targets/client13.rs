//! A client of TLS 1.3 fed with any bytes as its settings and as what its peer sends. `cargo +nightly fuzz run client13`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::fuzz::tls13;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let outcome = tls13::drive(Side::Client, data);
    assert!(outcome.is_well(), "{outcome:?}");
});
