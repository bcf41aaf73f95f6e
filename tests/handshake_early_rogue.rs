//! Early data and peers that do not keep to the rules (RFC 8446 sections 4.2.10, 4.2.11 and 4.5).
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::sync::Arc;

use common::{rogue::Rogue, *};
use ferrotls::crypto::{
    hash::HashAlgorithm,
    hkdf::{self, Secret},
};
use ferrotls::tls::{
    config::{Config, Options, Side},
    early_data::{EarlyData, Replays},
    error::Error,
    keys::schedule13::{Early, TrafficSecret},
    record::outbound::Outbound,
    session::{ExternalPsk, KeyExchangeModes, Resumption, Session},
    suites,
    wire::{
        codes::{CipherSuite, ContentType, NamedGroup},
        encrypted_extensions::EncryptedExtensions,
    },
};
use zeroize::Zeroizing;

const TICKET: &[u8] = b"ticket 0";

fn secret() -> Secret {
    hkdf::extract(HashAlgorithm::Sha256, None, Some(b"a secret of a ticket"))
}

fn session() -> Session {
    Session {
        suite: CipherSuite::AES_128_GCM_SHA256,
        secret: secret(),
        age_add: 77,
        lifetime: 3600,
        created: NOW,
        max_early_data: 1000,
        modes: KeyExchangeModes::ALL,
        alpn_protocol: None,
        server_name: Some("server.example".into()),
        tls12: None,
    }
}

fn external() -> ExternalPsk {
    ExternalPsk {
        identity: b"key".to_vec(),
        secret: Zeroizing::new(vec![5; 32]),
        hash: HashAlgorithm::Sha256,
    }
}

fn options() -> Options {
    Options {
        server_name: Some("server.example".into()),
        resumption: Some(Arc::new(Resumption {
            session: session(),
            ticket: TICKET.to_vec(),
            session_id: Vec::new(),
        })),
        psks: vec![external()],
        ..Options::default()
    }
}

fn client() -> Config {
    Config {
        early_data: true,
        groups: vec![NamedGroup::X25519, NamedGroup::SECP256R1],
        ..config(Side::Client)
    }
}

/// What a client sends early data under after this ClientHello.
fn early_secret(hello: &[u8]) -> TrafficSecret {
    let suite = suites::suite(CipherSuite::AES_128_GCM_SHA256).unwrap();
    let early = Early::new(suite, Some(secret().as_bytes()));
    early.traffic_secret(suite.hash.hash(hello).as_ref()).unwrap()
}

/// EncryptedExtensions that take early data.
fn taking() -> Vec<u8> {
    let mut out = vec![];
    let extensions = EncryptedExtensions {
        early_data: true,
        ..EncryptedExtensions::default()
    };
    extensions.write(&mut out).unwrap();
    out
}

/// A server that takes early data with a ServerHello that does not allow that.
#[test]
fn early_data_is_taken_with_the_first_key_and_its_suite_only() {
    let other_suite = CipherSuite::CHACHA20_POLY1305_SHA256;
    for (selected, psk, suite) in [
        (None, None, CipherSuite::AES_128_GCM_SHA256),
        (
            Some(1),
            Some(external().secret.to_vec()),
            CipherSuite::AES_128_GCM_SHA256,
        ),
        (Some(0), Some(secret().as_bytes().to_vec()), other_suite),
    ] {
        let mut rogue = Rogue::server_of(client(), options());
        assert_eq!(rogue.end.connection.early_data(), EarlyData::Open);
        rogue.psk = psk;
        rogue.suite = suites::suite(suite).unwrap();
        let hello = rogue.server_hello(|hello| hello.extensions.selected_identity = selected);
        rogue.send(&hello);
        rogue.take_handshake_keys();
        rogue.send(&taking());
        // The client does not know yet that nobody reads what it sends under the early keys.
        let opener = early_secret(&rogue.hello).opener().unwrap();
        rogue.line.inbound.change_key(opener).unwrap();
        rogue.expect_failure(Error::IllegalParameter);
    }
}

/// The same with everything as it has to be: the client goes on, and would write more.
#[test]
fn early_data_is_taken_as_it_has_to_be() {
    let mut rogue = Rogue::server_of(client(), options());
    rogue.psk = Some(secret().as_bytes().to_vec());
    let hello = rogue.server_hello(|hello| hello.extensions.selected_identity = Some(0));
    rogue.send(&hello);
    rogue.take_handshake_keys();
    rogue.send(&taking());
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.early_data(), EarlyData::Accepted);
    assert_eq!(rogue.end.connection.writer.early_data_left(), Some(1000));
}

/// RFC 8446 section 4.2: an extension that answers nothing is "unsupported_extension".
#[test]
fn early_data_that_was_not_offered_is_not_taken() {
    let quiet = Config {
        early_data: false,
        ..client()
    };
    let mut rogue = Rogue::server_of(quiet, options());
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.take_handshake_keys();
    rogue.send(&taking());
    rogue.expect_failure(Error::UnsupportedExtension);

    // Nor is it offered any more after a HelloRetryRequest.
    let mut rogue = Rogue::server_of(client(), options());
    let retry = rogue.hello_retry_request(Some(NamedGroup::SECP256R1), |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.early_data(), EarlyData::Rejected);
    rogue.read_client_hello();
    let second = rogue.hello.clone();
    rogue.transcript.as_mut().unwrap().add(&second);
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.take_handshake_keys();
    rogue.send(&taking());
    rogue.expect_failure(Error::UnsupportedExtension);
}

/// Type and content of a record.
type Record<'a> = (ContentType, &'a [u8]);

/// A server that takes early data, after a ClientHello with it and these records under its keys.
fn server_after(records: &[Record<'_>]) -> (Halt, End) {
    let mut client = End::new(client(), options(), Application::new(&[]));
    let mut flight = vec![];
    let halt = client.handshake(&mut 0, &mut usize::MAX.clone(), &mut flight);
    assert_eq!(halt, Halt::Blocked);
    let length = usize::from(u16::from_be_bytes([flight[3], flight[4]]));
    let secret = early_secret(&flight[5..5 + length]);
    let mut outbound = Outbound::new();
    outbound.change_key(secret.sealer().unwrap());
    for (kind, content) in records {
        outbound.push(*kind, content).unwrap();
    }
    flight.extend_from_slice(outbound.unsent());

    let taking = Config {
        early_data: true,
        max_early_data: 1000,
        parses_tickets: true,
        replays: Replays::NotRecorded,
        ..config(Side::Server)
    };
    let mut server = End::new(taking, Options::default(), Application::new(&[&p256()]));
    let sessions = &server.application.sessions;
    sessions.lock().unwrap().insert(TICKET.to_vec(), session());
    server.incoming = flight;
    let halt = server.handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut vec![]);
    (halt, server)
}

#[test]
fn early_data_ends_with_its_own_message_alone() {
    use ContentType as Type;
    const END: &[u8] = &[5, 0, 0, 0];
    let data = (Type::APPLICATION_DATA, &b"data"[..]);
    let failures: [(&[Record<'_>], Error); 9] = [
        // Finished, a ClientHello, a KeyUpdate, a ticket in its place.
        (&[data, (Type::HANDSHAKE, &[20, 0, 0, 0])], Error::UnexpectedMessage),
        (&[data, (Type::HANDSHAKE, &[1, 0, 0, 0])], Error::UnexpectedMessage),
        (&[(Type::HANDSHAKE, &[24, 0, 0, 1, 0])], Error::UnexpectedMessage),
        // It is not empty; something follows it in its record.
        (&[data, (Type::HANDSHAKE, &[5, 0, 0, 1, 0])], Error::DecodeError),
        (&[data, (Type::HANDSHAKE, &[5, 0, 0, 0, 20])], Error::UnexpectedMessage),
        // Data in the middle of it.
        (
            &[(Type::HANDSHAKE, &[5, 0]), data, (Type::HANDSHAKE, &[0, 0])],
            Error::UnexpectedMessage,
        ),
        // Data behind it: what comes then comes under other keys.
        (&[(Type::HANDSHAKE, END), data], Error::BadRecordMac),
        // An alert.
        (
            &[data, (Type::ALERT, &[2, 80])],
            Error::PeerAlert(ferrotls::tls::wire::codes::AlertDescription::INTERNAL_ERROR),
        ),
        (&[data, (Type::ALERT, &[1, 0])], Error::PeerClosed),
    ];
    for (records, error) in failures {
        let (halt, _) = server_after(records);
        assert_eq!(halt, Halt::Failed(error), "{records:?}");
    }
    // Cut in two it is as good.
    for records in [
        &[data, (Type::HANDSHAKE, END)][..],
        &[data, (Type::HANDSHAKE, &END[..1]), (Type::HANDSHAKE, &END[1..])],
        &[data, (Type::APPLICATION_DATA, &[]), (Type::HANDSHAKE, END)],
    ] {
        let (halt, server) = server_after(records);
        assert_eq!(halt, Halt::Blocked, "{records:?}");
        assert_eq!(server.early, b"data");
        assert_eq!(server.connection.early_data(), EarlyData::Ended);
        assert_eq!(server.states.last(), Some(&11));
    }
}

#[test]
fn records_with_nothing_in_them_are_bounded() {
    let nothing = (ContentType::APPLICATION_DATA, &b""[..]);
    assert_eq!(server_after(&[nothing; 32]).0, Halt::Blocked);
    assert_eq!(server_after(&[nothing; 33]).0, Halt::Failed(Error::TooMuch));
}
