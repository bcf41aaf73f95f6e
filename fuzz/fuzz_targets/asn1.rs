//! DER elements. `cargo +nightly fuzz run asn1`
#![no_main]

use ferrotls::pki::fuzz;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| assert!(fuzz::asn1(data)));
