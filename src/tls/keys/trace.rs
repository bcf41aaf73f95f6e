//! The trace of RFC 8448 section 3 (a simple 1-RTT handshake), for tests: its values by name, and what is
//! shown with it beyond what every trace shows (`traces.rs`).

use super::schedule13::{Early, Handshake, Traffic};
use crate::tls::{
    config::Side,
    error::Error,
    record::{
        inbound::{Inbound, Notice},
        outbound::Outbound,
    },
    suites::{self, Suite},
    want::{Stop, Want},
    wire::codes::{CipherSuite, ContentType},
};

/// A value of the trace.
pub(crate) fn value(name: &str) -> Vec<u8> {
    value_of(include_str!("rfc8448.txt"), name)
}

/// A value of a trace.
pub(crate) fn value_of(text: &str, name: &str) -> Vec<u8> {
    let paragraph = text
        .split("\n\n")
        .find_map(|paragraph| paragraph.strip_prefix(name)?.strip_prefix('\n'));
    let digits: Vec<u8> = paragraph.expect(name).bytes().filter(u8::is_ascii_hexdigit).collect();
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap())
        .collect()
}

/// The suite of the trace.
pub(crate) fn suite() -> &'static Suite {
    suites::suite(CipherSuite::AES_128_GCM_SHA256).unwrap()
}

/// The trace's schedule with handshake keys.
pub(crate) fn handshake() -> Handshake {
    Early::new(suite(), None)
        .handshake(Some(&value("shared_secret")), &value("hash_server_hello"))
        .unwrap()
}

/// The trace's schedule with application keys.
pub(crate) fn traffic() -> Traffic {
    handshake().traffic(&value("hash_server_finished")).unwrap()
}

/// Feeds `bytes` to `inbound` as it asks for them, up to `cut` bytes at a time; the content of every record they hold.
pub(crate) fn receive(
    inbound: &mut Inbound,
    mut bytes: &[u8],
    cut: usize,
) -> Result<Vec<(ContentType, Vec<u8>)>, Error> {
    let mut records = Vec::new();
    loop {
        match inbound.next_record() {
            Ok(record) => {
                records.push((record.kind, inbound.body().to_vec()));
                inbound.consume(record.body.len());
            }
            Err(Stop::Want(Want::Recv { at_least })) => {
                if bytes.is_empty() {
                    return Ok(records);
                }
                let mut loan = inbound.lend(at_least);
                assert_eq!(loan.space().len(), at_least);
                let len = at_least.min(cut).min(bytes.len());
                loan.space()[..len].copy_from_slice(&bytes[..len]);
                inbound.give_back(loan, len).unwrap();
                bytes = &bytes[len..];
            }
            Err(Stop::Fail(error)) => return Err(error),
            Err(other) => panic!("{other:?}"),
        }
    }
}

/// `Transcript-Hash` of these messages.
fn transcript_hash(messages: &[&str]) -> Vec<u8> {
    let bytes: Vec<u8> = messages.iter().flat_map(|name| value(name)).collect();
    suite().hash.hash(&bytes).as_ref().to_vec()
}

#[test]
fn finished_of_both_sides() {
    let handshake = handshake();
    let server = handshake.finished_key(Side::Server).unwrap();
    let hash = transcript_hash(&[
        "client_hello",
        "server_hello",
        "encrypted_extensions",
        "certificate",
        "certificate_verify",
    ]);
    assert_eq!(server.verify_data(&hash).as_ref(), &value("server_finished")[4..]);
    let client = handshake.finished_key(Side::Client).unwrap();
    let (hash, right) = (value("hash_server_finished"), value("client_finished")[4..].to_vec());
    assert_eq!(client.verify_data(&hash).as_ref(), right);

    assert_eq!(client.check(&hash, &right), Ok(()));
    for wrong in [&right[..31], &[&right[..], &[0]].concat(), &[0; 32], &[]] {
        assert_eq!(client.check(&hash, wrong), Err(Error::DecryptError));
    }
    assert_eq!(server.check(&hash, &right), Err(Error::DecryptError));
}

#[test]
fn close_notify_of_the_trace() {
    let mut server = Inbound::new();
    let mut key = traffic().traffic_secret(Side::Client).record_key().unwrap();
    key.skip_to(1);
    server
        .change_key(crate::tls::record::protect::Opener::Tls13(key))
        .unwrap();
    let record = value("client_alert_record");
    for part in [&record[..5], &record[5..]] {
        let Err(Stop::Want(Want::Recv { at_least })) = server.next_record() else {
            panic!()
        };
        let mut loan = server.lend(at_least);
        loan.space().copy_from_slice(part);
        server.give_back(loan, part.len()).unwrap();
    }
    assert_eq!(server.next_record().unwrap().kind, ContentType::ALERT);
    assert_eq!(server.take_alert(), Ok(Notice::Closed));
    assert!(!server.has_unread());
}

#[test]
fn each_generation_has_its_own_keys_and_starts_at_sequence_zero() {
    let first = traffic().traffic_secret(Side::Client).clone();
    let second = first.next().unwrap();
    assert_ne!(first.secret().as_bytes(), second.secret().as_bytes());
    // RFC 8446 section 7.2, written out: HKDF-Expand-Label(secret, "traffic upd", "", 32).
    let mut expected = [0; 32];
    crate::crypto::hkdf::expand(
        suite().hash,
        first.secret().as_bytes(),
        &[&[0, 32, 17], b"tls13 traffic upd", &[0]],
        &mut expected,
    )
    .unwrap();
    assert_eq!(second.secret().as_bytes(), expected);

    let mut sender = Outbound::new();
    let mut receiver = Inbound::new();
    for generation in [&first, &second] {
        sender.change_key(generation.sealer().unwrap());
        receiver.change_key(generation.opener().unwrap()).unwrap();
        sender.push(ContentType::APPLICATION_DATA, b"data").unwrap();
        let bytes = sender.unsent().to_vec();
        sender.sent(bytes.len()).unwrap();
        let expected = Ok(vec![(ContentType::APPLICATION_DATA, b"data".to_vec())]);
        assert_eq!(receive(&mut receiver, &bytes, 7), expected);
    }
}

#[test]
fn exporter_follows_its_definition() {
    let traffic = traffic();
    let exporter = traffic.exporter();
    let mut out = [0; 40];
    exporter.export(b"EXPORTER-test", Some(b"context"), &mut out).unwrap();

    // RFC 8446 section 7.5, written out over HKDF-Expand.
    let hash = suite().hash;
    let (empty, context) = (hash.hash(b""), hash.hash(b"context"));
    let mut secret = [0; 32];
    let info: [&[u8]; 4] = [&[0, 32, 19], b"tls13 EXPORTER-test", &[32], empty.as_ref()];
    crate::crypto::hkdf::expand(hash, &value("exporter_master_secret"), &info, &mut secret).unwrap();
    let mut expected = [0; 40];
    let info: [&[u8]; 4] = [&[0, 40, 14], b"tls13 exporter", &[32], context.as_ref()];
    crate::crypto::hkdf::expand(hash, &secret, &info, &mut expected).unwrap();
    assert_eq!(out, expected);

    assert_eq!(exporter.export(&[b'l'; 249], Some(b""), &mut out), Ok(()));
    assert_eq!(exporter.export(&[b'l'; 250], Some(b""), &mut out), Err(Error::BadInput));
    assert_eq!(exporter.export(b"label", Some(b""), &mut vec![0; 255 * 32]), Ok(()));
    assert_eq!(
        exporter.export(b"label", Some(b""), &mut vec![0; 255 * 32 + 1]),
        Err(Error::BadInput)
    );
}
