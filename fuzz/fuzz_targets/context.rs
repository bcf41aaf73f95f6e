//! Any bytes loaded as a saved connection. `cargo +nightly fuzz run context`
#![no_main]

use ferrotls::capi::ssl::serialize::fuzz::context;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    assert!(context(data));
});
