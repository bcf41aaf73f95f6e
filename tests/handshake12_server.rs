//! A server in TLS 1.2.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{rogue_client12::Rogue, *};
use ferrotls::tls::{
    config::{Config, Side},
    suites12::SUITES12,
    wire::codes::{ProtocolVersion, SignatureScheme as Scheme},
};

/// A server with everything that TLS 1.2 has.
fn server() -> Config {
    let mut config = config(Side::Server);
    config.min_version = ProtocolVersion::TLS1_2;
    config.max_version = ProtocolVersion::TLS1_2;
    config.suites = SUITES12.iter().map(|suite| suite.id).collect();
    config.signature_schemes.extend([
        Scheme::RSA_PKCS1_SHA256,
        Scheme::RSA_PKCS1_SHA384,
        Scheme::RSA_PKCS1_SHA512,
    ]);
    config
}

const FULL: [i32; 16] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15];

#[test]
fn a_scripted_client_connects() {
    let rogue = Rogue::new(server(), &p256()).connected(|_| {});
    assert_eq!(rogue.end.states[..16], FULL);
}
