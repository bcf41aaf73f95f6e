//! Chains of certificates, judged. `cargo +nightly fuzz run chain`
#![no_main]

use ferrotls::pki::fuzz;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| assert!(fuzz::chain(data)));
