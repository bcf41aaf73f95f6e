//! Private and public keys, with and without a password. `cargo +nightly fuzz run pk`
#![no_main]

use ferrotls::pki::fuzz;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| assert!(fuzz::pk(data)));
