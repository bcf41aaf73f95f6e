//! A server that takes early data, and one that skips it, fed with any bytes as what its peer sends.
//! `cargo +nightly fuzz run server_early`
#![no_main]

use ferrotls::tls::config::Side;
use ferrotls::tls::fuzz::{Scenario, drive};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    for scenario in [Scenario::EarlyData, Scenario::Replayed] {
        let outcome = drive(Side::Server, scenario, data);
        assert!(outcome.is_well(), "{outcome:?}");
    }
});
