//! Known answers of TLS 1.2: connections between GnuTLS and OpenSSL, recorded with their secrets by `tests/data/tls12/record.py`.
//! Master secrets, key blocks, both `verify_data`, exporters and records of every cipher are held against them.

use super::{
    Randoms,
    prf12::{MasterSecret, premaster_of_psk},
    trace::receive,
};
use crate::crypto::{aead::AeadAlgorithm, rand::deterministic};
use crate::tls::{
    config::Side,
    error::Error,
    handshake::{inbox::Inbox, transcript::Transcript},
    record::{HEADER_LEN, inbound::Inbound, outbound::Outbound, protect::Opener, protect::Sealer},
    suites12::{RecordCipher, Suite12, suite12},
    wire::{
        client_hello::ClientHello,
        codes::{ContentType, HandshakeType},
        extensions::ExtensionSet,
        finished::Finished,
        server_hello::ServerHelloMessage,
    },
};

/// A recorded connection.
struct Recorded {
    name: &'static str,
    values: Vec<(&'static str, Vec<u8>)>,
}

impl Recorded {
    fn get(&self, name: &str) -> Option<&[u8]> {
        let value = self.values.iter().find(|value| value.0 == name);
        value.map(|value| &value.1[..])
    }

    fn value(&self, name: &str) -> &[u8] {
        self.get(name).unwrap_or_else(|| panic!("{}: no {name}", self.name))
    }
}

fn recorded() -> Vec<Recorded> {
    let text = include_str!("../../../tests/data/tls12/recorded.txt");
    let paragraphs = text.split("\n\n").filter(|paragraph| !paragraph.trim().is_empty());
    let recorded: Vec<_> = paragraphs
        .map(|paragraph| {
            let (name, lines) = paragraph.trim().split_once('\n').unwrap();
            let values = lines.lines().map(|line| {
                let (name, hex) = line.split_once(' ').unwrap();
                let digits = hex.as_bytes().chunks(2);
                let byte = |pair| u8::from_str_radix(str::from_utf8(pair).unwrap(), 16).unwrap();
                (name, digits.map(byte).collect())
            });
            Recorded {
                name,
                values: values.collect(),
            }
        })
        .collect();
    assert_eq!(recorded.len(), 14);
    recorded
}

/// What one side has sent.
struct Sent {
    /// Its handshake messages in the clear, each whole.
    messages: Vec<Vec<u8>>,
    /// Its records under a key.
    protected: Vec<Vec<u8>>,
}

impl Sent {
    fn read(mut bytes: &[u8]) -> Self {
        let (mut inbox, mut messages, mut protected, mut changed) = (Inbox::default(), vec![], vec![], false);
        while !bytes.is_empty() {
            let len = usize::from(u16::from_be_bytes([bytes[3], bytes[4]])) + HEADER_LEN;
            let (record, rest) = bytes.split_at(len);
            bytes = rest;
            if changed {
                protected.push(record.to_vec());
                continue;
            }
            changed = record[0] == ContentType::CHANGE_CIPHER_SPEC.0;
            if changed {
                continue;
            }
            inbox.add(&record[HEADER_LEN..]).unwrap();
            while let Some(taken) = inbox.take().unwrap() {
                messages.push(taken.message().bytes.to_vec());
                inbox.put_back(taken, true);
            }
        }
        Self { messages, protected }
    }
}

/// A connection, derived again.
struct Derived {
    suite: &'static Suite12,
    randoms: Randoms,
    master: MasterSecret,
    /// Up to ClientKeyExchange.
    transcript: Transcript,
    client: Sent,
    server: Sent,
}

fn derive(recorded: &Recorded) -> Derived {
    let client = Sent::read(recorded.value("client"));
    let server = Sent::read(recorded.value("server"));
    let hello = ClientHello::read(&client.messages[0][4..]).unwrap();
    let answer = ServerHelloMessage::read(&server.messages[0][4..], ExtensionSet::ALL).unwrap();
    let ServerHelloMessage::ServerHello(answer) = answer else {
        panic!()
    };
    let suite = suite12(answer.cipher_suite).unwrap();
    let randoms = Randoms {
        client: hello.random,
        server: answer.random,
    };
    let mut transcript = Transcript::start(suite.hash, &client.messages[0]);
    for message in server.messages.iter().chain(&client.messages[1..]) {
        transcript.add(message);
    }
    let master = MasterSecret::resumed(suite.hash, recorded.value("master_secret")).unwrap();
    assert_eq!(
        answer.extensions.extended_master_secret,
        recorded.value("extended") == [1]
    );
    assert_eq!(answer.extensions.encrypt_then_mac, suite.is_cbc());
    Derived {
        suite,
        randoms,
        master,
        transcript,
        client,
        server,
    }
}

#[test]
fn master_secrets_of_pre_shared_keys() {
    let (mut extended, mut plain, mut with_shares) = (0, 0, 0);
    for recorded in recorded() {
        let Some(psk) = recorded.get("psk") else { continue };
        let derived = derive(&recorded);
        let shared = recorded.get("shared_secret");
        with_shares += usize::from(shared.is_some());
        assert_eq!(derived.suite.exchange.has_ecdhe(), shared.is_some());
        let premaster = premaster_of_psk(shared, psk).unwrap();
        let hash = derived.suite.hash;
        let master = if recorded.value("extended") == [1] {
            extended += 1;
            MasterSecret::extended(hash, &premaster, derived.transcript.current().as_ref()).unwrap()
        } else {
            plain += 1;
            MasterSecret::plain(hash, &premaster, &derived.randoms).unwrap()
        };
        assert_eq!(
            master.secret().as_bytes(),
            recorded.value("master_secret"),
            "{}",
            recorded.name
        );
    }
    assert_eq!((extended, plain, with_shares), (8, 2, 1));
}

/// The records of one side: opened, checked, and sealed again as they were.
fn check_side(recorded: &Recorded, side: Side, finished: &mut Vec<u8>) -> bool {
    let derived = derive(recorded);
    let keys = || {
        let keys = derived.master.record_keys(derived.suite, &derived.randoms).unwrap();
        match side {
            Side::Client => keys.client,
            Side::Server => keys.server,
        }
    };
    let (sent, line): (_, &[u8]) = match side {
        Side::Client => (&derived.client, b"from the client\n"),
        Side::Server => (&derived.server, b"from the server\n"),
    };
    let mut inbound = Inbound::new();
    inbound.use_tls12();
    inbound.change_key(Opener::Tls12(*keys())).unwrap();
    let opened: Vec<_> = sent
        .protected
        .iter()
        .flat_map(|record| receive(&mut inbound, record, usize::MAX).unwrap())
        .collect();
    assert_eq!(opened[0].0, ContentType::HANDSHAKE);
    assert_eq!(opened[0].1[0], HandshakeType::FINISHED.0);
    let mut transcript = derived.transcript.clone();
    if side == Side::Server {
        transcript.add(finished);
    }
    finished.clone_from(&opened[0].1);
    let read = Finished::read(&opened[0].1[4..], 12).unwrap();
    let hash = transcript.current();
    let check = |side, data: &[u8]| derived.master.check(side, hash.as_ref(), data);
    assert_eq!(check(side, read.verify_data).unwrap(), read.verify_data);
    let other = if side == Side::Client {
        Side::Server
    } else {
        Side::Client
    };
    assert_eq!(check(other, read.verify_data), Err(Error::DecryptError));
    assert_eq!(check(side, &read.verify_data[..11]), Err(Error::DecryptError));
    let data = opened.iter().filter(|record| record.0 == ContentType::APPLICATION_DATA);
    let data: Vec<u8> = data.flat_map(|record| record.1.clone()).collect();
    assert_eq!(data, line, "{}", recorded.name);

    let mut outbound = Outbound::new();
    outbound.change_key(Sealer::Tls12(*keys()));
    let mut is_same = true;
    for (number, (kind, record)) in (0u64..).zip(opened.iter().map(|r| r.0).zip(&sent.protected)) {
        let body = &record[HEADER_LEN..];
        if derived.suite.is_cbc() {
            deterministic::seed_after(&body[..16], &[0; 32]);
        }
        outbound
            .push(kind, &opened[usize::try_from(number).unwrap()].1)
            .unwrap();
        deterministic::clear();
        let explicit = match derived.suite.cipher {
            RecordCipher::Aead(algorithm) => algorithm != AeadAlgorithm::ChaCha20Poly1305,
            RecordCipher::CbcHmac(_) => false,
        };
        // What a sender makes the explicit part of a nonce is its own affair; ours is the sequence number.
        if explicit && body[..8] != number.to_be_bytes() {
            assert_eq!(outbound.unsent().len(), record.len());
            is_same = false;
        } else {
            assert_eq!(outbound.unsent(), record, "{} {number}", recorded.name);
        }
        outbound.sent(record.len()).unwrap();
    }
    is_same
}

#[test]
fn keys_records_and_finished() {
    let mut ciphers = Vec::new();
    for recorded in recorded() {
        let mut finished = Vec::new();
        let client = check_side(&recorded, Side::Client, &mut finished);
        let server = check_side(&recorded, Side::Server, &mut finished);
        assert!(client || server, "{}: nothing was sealed as it is there", recorded.name);
        let cipher = derive(&recorded).suite.cipher;
        if !ciphers.contains(&cipher) {
            ciphers.push(cipher);
        }
    }
    // Every cipher of every suite there is.
    for suite in &crate::tls::suites12::SUITES12 {
        assert!(ciphers.contains(&suite.cipher), "{:?}", suite.id);
    }
}

#[test]
fn exporters() {
    for recorded in recorded() {
        if recorded.get("exported").is_none() {
            continue;
        }
        let derived = derive(&recorded);
        let exporter = derived.master.exporter(&derived.randoms);
        for (context, name) in [
            (None, "exported"),
            (Some(&b""[..]), "exported_with_empty_context"),
            (Some(&b"context"[..]), "exported_with_context"),
        ] {
            let mut out = [0; 40];
            exporter.export(b"EXPORTER_known_answer", context, &mut out).unwrap();
            assert_eq!(out, recorded.value(name), "{} {name}", recorded.name);
        }
        let long = vec![0; 0x1_0000];
        assert_eq!(
            exporter.export(b"label", Some(&long), &mut [0; 8]),
            Err(Error::BadInput)
        );
    }
}
