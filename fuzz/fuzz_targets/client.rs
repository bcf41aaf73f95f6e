//! A client fed with any bytes as what its peer sends. `cargo +nightly fuzz run client`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::error::Error;
use ferrotls::tls::fuzz::{Outcome, Scenario, drive};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    assert_ne!(
        drive(Side::Client, Scenario::Plain, data),
        Outcome::Failed(Error::Internal)
    );
});
