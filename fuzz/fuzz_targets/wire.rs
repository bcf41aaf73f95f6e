//! Every wire message: the first byte says which kind, the rest is its body. `cargo +nightly fuzz run wire`
#![no_main]

use ferrotls::tls::wire::fuzz_parse;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((kind, body)) = data.split_first() {
        assert!(fuzz_parse(*kind, body), "read, written and read again is not the same");
    }
});
