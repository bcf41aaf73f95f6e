//! Signed data of PKCS #7. `cargo +nightly fuzz run pkcs7`
#![no_main]

use ferrotls::pki::fuzz;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| assert!(fuzz::pkcs7(data)));
