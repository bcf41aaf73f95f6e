//! Ends of TLS 1.2 of our own.
use std::sync::Arc;

use ferrotls::{
    crypto::hash::HashAlgorithm,
    tls::{
        config::{Config, Options, Side},
        handshake::transcript::Transcript,
        keys::prf12::MasterSecret,
        session::{ExternalPsk, Resumption},
        suites12::{Exchange, SUITES12, Suite12},
        want::{Event, SecretKind},
        wire::{
            codes::{ProtocolVersion, SignatureScheme as Scheme},
            finished::Finished,
        },
    },
};

use super::{Application, End, Pair, config, p256, rsa};

/// Everything that TLS 1.2 has, and from `max` on TLS 1.3 too.
pub fn both(side: Side, max: ProtocolVersion) -> Config {
    let mut config = config(side);
    config.min_version = ProtocolVersion::TLS1_2;
    config.max_version = max;
    config.suites.extend(SUITES12.iter().map(|suite| suite.id));
    config.signature_schemes.extend([
        Scheme::RSA_PKCS1_SHA256,
        Scheme::RSA_PKCS1_SHA384,
        Scheme::RSA_PKCS1_SHA512,
    ]);
    config
}

pub fn client() -> Config {
    both(Side::Client, ProtocolVersion::TLS1_2)
}

pub fn server() -> Config {
    let mut config = both(Side::Server, ProtocolVersion::TLS1_2);
    config.finds_psks = true;
    config
}

pub fn options() -> Options {
    Options {
        server_name: Some("server.example".into()),
        export_secrets: true,
        ..Options::default()
    }
}

pub fn psk() -> ExternalPsk {
    ExternalPsk {
        identity: b"who".to_vec(),
        secret: vec![7; 20].into(),
        hash: HashAlgorithm::Sha256,
    }
}

/// A pair that takes this suite, with the key that it needs.
pub fn pair(suite: &Suite12, client: Config, server: Config, resumption: Option<Resumption>) -> Pair {
    let (mut client, mut server) = (client, server);
    client.suites = vec![suite.id];
    server.suites = vec![suite.id];
    let mut pair = Pair::with(client.clone(), server);
    let options = Options {
        psks: vec![psk()],
        resumption: resumption.map(Arc::new),
        ..options()
    };
    pair.client = End::new(client, options, Application::new(&[]));
    pair.server.application.psks = vec![psk()];
    let identity = if suite.exchange == Exchange::EcdheRsa {
        rsa()
    } else {
        p256()
    };
    pair.serve_as(&identity)
}

/// The master secret that an end told of, and what it exports.
pub fn secrets(end: &End) -> (Vec<u8>, Vec<u8>) {
    let mut exported = vec![0; 40];
    end.connection
        .export_keying_material(b"EXPERIMENTAL", Some(b"context"), &mut exported)
        .unwrap();
    let mut masters = end.events.iter().filter_map(|event| match event {
        Event::Secret {
            kind: SecretKind::Master(_),
            secret,
            ..
        } => Some(secret.as_bytes().to_vec()),
        _ => None,
    });
    let master = masters.next().unwrap();
    assert_eq!(masters.next(), None);
    (master, exported)
}

/// Connects, and what the client can resume.
pub fn session_of(suite: &Suite12, change: impl FnOnce(&mut Config, &mut Config)) -> (Pair, Resumption) {
    let (mut client, mut server) = (client(), server());
    change(&mut client, &mut server);
    let mut pair = pair(suite, client, server, None);
    pair.connect();
    let resumption = pair.client.connection.take_resumption12().unwrap();
    (pair, *resumption)
}

/// The Finished of `side` over what was said so far (RFC 5246 section 7.4.9).
pub fn finished12(master: &MasterSecret, side: Side, transcript: &Transcript) -> Vec<u8> {
    let verify_data = master.verify_data(side, transcript.current().as_ref());
    let mut out = vec![];
    Finished {
        verify_data: &verify_data,
    }
    .write(&mut out)
    .unwrap();
    out
}
