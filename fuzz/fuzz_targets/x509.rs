//! Certificates and revocation lists. `cargo +nightly fuzz run x509`
#![no_main]

use ferrotls::pki::fuzz;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| assert!(fuzz::x509(data)));
