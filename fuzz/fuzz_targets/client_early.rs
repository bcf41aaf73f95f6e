//! A client that sends early data, fed with any bytes as what its peer sends. `cargo +nightly fuzz run client_early`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::fuzz::{Scenario, drive};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    let outcome = drive(Side::Client, Scenario::EarlyData, data);
    assert!(outcome.is_well(), "{outcome:?}");
});
