//! Certificates, revocation lists and keys: the first byte says which, the rest is parsed. `cargo +nightly fuzz run pki`
#![no_main]

use ferrotls::pki::{FuzzKind, fuzz_parse};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|data: &[u8]| {
    if let Some((kind, bytes)) = data.split_first() {
        fuzz_parse(FuzzKind::from_number(*kind), bytes);
    }
});
