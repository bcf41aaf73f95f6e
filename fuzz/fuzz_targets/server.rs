//! A server fed with any bytes as what its peer sends. `cargo +nightly fuzz run server`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::error::Error;
use ferrotls::tls::fuzz::{Outcome, Scenario, drive};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    assert_ne!(
        drive(Side::Server, Scenario::Plain, data),
        Outcome::Failed(Error::Internal)
    );
});
