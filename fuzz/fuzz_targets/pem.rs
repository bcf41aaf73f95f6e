//! PEM blocks. `cargo +nightly fuzz run pem`
#![no_main]

use ferrotls::pki::fuzz;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| assert!(fuzz::pem(data)));
