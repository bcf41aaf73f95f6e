//! Any bytes loaded as a saved connection or session, of TLS 1.2 or 1.3. `cargo +nightly fuzz run context`
#![no_main]

use ferrotls::capi::ssl::serialize::fuzz::context;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    assert!(context(data));
});
