//! A client of TLS 1.3 fed with any bytes as its settings and as what its peer sends. `cargo +nightly fuzz run client13`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::error::Error;
use ferrotls::tls::fuzz::{Outcome, tls13};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    assert_ne!(tls13::drive(Side::Client, data), Outcome::Failed(Error::Internal));
});
