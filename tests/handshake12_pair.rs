//! Both of our ends in TLS 1.2, through pipes that cut what goes through them in any way.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::*;
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::tls::{
    config::{Config, Side},
    session::{ExternalPsk, PskKind},
    suites12::{Exchange, SUITES12},
    wire::codes::{MaxFragmentLength, ProtocolVersion, SignatureScheme as Scheme},
};

/// Everything that TLS 1.2 has.
fn config12(side: Side) -> Config {
    let mut config = config(side);
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

fn pair() -> Pair {
    Pair::with(config12(Side::Client), config12(Side::Server))
}

#[test]
fn every_suite_however_it_is_cut() {
    let psk = ExternalPsk {
        identity: b"somebody".to_vec(),
        secret: vec![5; 32].into(),
        hash: HashAlgorithm::Sha256,
    };
    for suite in &SUITES12 {
        for cut in CUTS {
            let identity = if suite.exchange == Exchange::EcdheRsa {
                rsa()
            } else {
                p256()
            };
            let mut client = config12(Side::Client);
            client.suites = vec![suite.id];
            let mut server = config12(Side::Server);
            server.finds_psks = true;
            let mut pair = Pair::with(client, server).serve_as(&identity).cut(cut);
            if suite.exchange.has_psk() {
                let mut options = ferrotls::tls::config::Options {
                    server_name: Some("server.example".into()),
                    ..Default::default()
                };
                options.psks = vec![psk.clone()];
                let mut client = config12(Side::Client);
                client.suites = vec![suite.id];
                pair.client = End::new(client, options, Application::new(&[]));
                pair.server.application.psks = vec![psk.clone()];
            }
            pair.connect();
            assert_eq!(pair.server.connection.suite(), Some(suite.id));
            pair.exchange(2000);
        }
    }
}

#[test]
fn certificates_of_clients_however_they_are_cut() {
    for cut in CUTS {
        for identity in identities() {
            let mut pair = pair().ask_client(Some(&identity)).cut(cut);
            pair.connect();
            assert_eq!(pair.server.presented[0].1, identity.credential.chain);
        }
        let mut pair = pair().ask_client(None).cut(cut);
        pair.connect();
    }
}

#[test]
fn the_highest_common_version() {
    let (v2, v3) = (ProtocolVersion::TLS1_2, ProtocolVersion::TLS1_3);
    let both = |side, min, max| {
        let mut config = config12(side);
        config.suites.extend(SUITES);
        (config.min_version, config.max_version) = (min, max);
        config
    };
    for (client, server, expected) in [
        ((v2, v3), (v2, v3), Some(v3)),
        ((v2, v3), (v2, v2), Some(v2)),
        ((v2, v2), (v2, v3), Some(v2)),
        ((v3, v3), (v2, v3), Some(v3)),
        ((v2, v3), (v3, v3), Some(v3)),
        ((v2, v2), (v3, v3), None),
        ((v3, v3), (v2, v2), None),
    ] {
        let mut pair = Pair::with(
            both(Side::Client, client.0, client.1),
            both(Side::Server, server.0, server.1),
        );
        match expected {
            Some(version) => {
                pair.connect();
                assert_eq!(pair.client.connection.version(), Some(version));
                assert_eq!(pair.server.connection.version(), Some(version));
            }
            None => {
                let error = ferrotls::tls::error::Error::ProtocolVersion;
                let (_, server) = pair.run();
                assert_eq!(server, Halt::Failed(error));
            }
        }
    }
}

#[test]
fn short_fragments_however_they_are_cut() {
    for cut in CUTS {
        let mut client = config12(Side::Client);
        client.max_fragment_length = Some(MaxFragmentLength::LEN_512);
        let mut pair = Pair::with(client, config12(Side::Server))
            .ask_client(Some(&rsa()))
            .cut(cut);
        pair.connect();
        pair.exchange(3000);
        assert_eq!(pair.server.connection.writer.max_payload(), 512);
        assert_eq!(pair.client.connection.writer.max_payload(), 512);
    }
}

#[test]
fn one_send_for_each_flight() {
    let mut pair = pair().ask_client(Some(&p384()));
    pair.connect();
    assert_eq!((pair.client.sends, pair.server.sends), (2, 2));
    assert_eq!(pair.server.connection.psk(), None::<PskKind>);
}
