//! Replays every file of the fuzzing corpora through the functions that the fuzz targets call. Those of `interface` and
//! `differential` are replayed by `fuzz_interface.rs` and `fuzz_differential.rs`, those of `record` by `fuzz_record.rs`.
//!
//! Randomness is the system's in here. The unit tests of `src/tls/fuzz` replay those of connections with what was repeatable when
//! they were recorded, which gets further.
#![cfg(feature = "complete")]
#![allow(clippy::expect_used, clippy::panic, reason = "a test may fail by panicking")]

use std::path::Path;

use ferrotls::capi::ssl::serialize::fuzz;
use ferrotls::pki::{self, FuzzKind};
use ferrotls::tls::config::Side;
use ferrotls::tls::fuzz::{Scenario, drive, tls12, tls13};
use ferrotls::tls::wire::fuzz_parse;

/// Where a file of a corpus comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    /// Somebody made it.
    Written,
    /// The fuzzer found that it reaches something new.
    Found,
}

/// Calls `target` with every file of `fuzz/corpus/<name>`; a corpus that is not there or empty is a failure.
fn replay(name: &str, target: impl Fn(&[u8]) -> bool) {
    replay_named(name, |_, data| target(data));
}

/// As [`replay`], for a target that wants to know whether the fuzzer found the file.
fn replay_named(name: &str, target: impl Fn(Origin, &[u8]) -> bool) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(name);
    let mut files = 0;
    for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
        let path = entry.expect("directory entry").path();
        let data = std::fs::read(&path).expect("corpus file");
        let file = path
            .file_name()
            .and_then(|file| file.to_str())
            .expect("a name in UTF-8");
        let origin = if file.starts_with("found-") {
            Origin::Found
        } else {
            Origin::Written
        };
        assert!(target(origin, &data), "{}", path.display());
        files += 1;
    }
    assert!(files > 0, "{} is empty", folder.display());
}

#[test]
fn wire() {
    replay("wire", |data| {
        data.split_first().is_none_or(|(kind, body)| fuzz_parse(*kind, body))
    });
}

#[test]
fn client() {
    replay("client", |data| drive(Side::Client, Scenario::Plain, data).is_well());
}

#[test]
fn server() {
    replay("server", |data| drive(Side::Server, Scenario::Plain, data).is_well());
}

#[test]
fn client_early() {
    replay("client_early", |data| {
        drive(Side::Client, Scenario::EarlyData, data).is_well()
    });
}

#[test]
fn server_early() {
    replay("server_early", |data| {
        [Scenario::EarlyData, Scenario::Replayed]
            .iter()
            .all(|scenario| drive(Side::Server, *scenario, data).is_well())
    });
}

/// Of the ends of TLS 1.2.
const RSA: &[u8] = include_bytes!("data/keys/rsa-2048.der");

#[test]
fn client12() {
    replay("client12", |data| tls12::drive(Side::Client, RSA, data).is_well());
}

#[test]
fn server12() {
    replay("server12", |data| tls12::drive(Side::Server, RSA, data).is_well());
}

#[test]
fn client13() {
    replay("client13", |data| tls13::drive(Side::Client, data).is_well());
}

#[test]
fn server13() {
    replay("server13", |data| tls13::drive(Side::Server, data).is_well());
}

#[test]
fn pki() {
    // What we put into this corpus is whole: each file parses as what its first byte says. What the fuzzer found need not.
    replay_named("pki", |origin, data| {
        let parsed = data
            .split_first()
            .is_some_and(|(kind, bytes)| pki::fuzz_parse(FuzzKind::from_number(*kind), bytes));
        parsed || origin == Origin::Found
    });
}

#[test]
fn x509() {
    replay("x509", pki::fuzz::x509);
}

#[test]
fn pk() {
    replay("pk", pki::fuzz::pk);
}

#[test]
fn pem() {
    replay("pem", pki::fuzz::pem);
}

#[test]
fn pkcs7() {
    replay("pkcs7", pki::fuzz::pkcs7);
}

#[test]
fn asn1() {
    replay("asn1", pki::fuzz::asn1);
}

#[test]
fn chain() {
    replay("chain", pki::fuzz::chain);
}

#[test]
fn context() {
    replay("context", fuzz::context);
}
