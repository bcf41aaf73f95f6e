//! Peers that send too much of something: at each bound the connection still works, one more ends it with the right error and
//! alert, and the next connection works. SECURITY.md has all bounds in a table, which is held to the sources here.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;
mod common;

use c_pair::{CPair, Pki, Shared, V12, V13};
use common::{middle12::config12, rogue::*, rogue_client12::Rogue as Client12, rogue_server12::Rogue as Server12, *};
use ferrotls::capi::ssl::{
    context::*, drive::mbedtls_ssl_handshake, enums::mbedtls_ssl_protocol_version, errors::MBEDTLS_ERR_SSL_WANT_READ,
    io::*,
};
use ferrotls::tls::{
    config::{Options, Side},
    connection::{MAX_HELLO_REQUESTS, MAX_MESSAGES},
    error::Error,
    record::inbound::{MAX_CHANGE_CIPHER_SPEC, MAX_EMPTY_RECORDS, MAX_WARNING_ALERTS},
    wire::{
        certificate::CertificateEntry,
        codes::{AlertDescription, AlertLevel, ContentType, HandshakeType, SignatureScheme},
        handshake::{MAX_CERTIFICATE_LEN, MAX_CLIENT_HELLO_LEN, MAX_HANDSHAKE_LEN},
        new_session_ticket::NewSessionTicket,
    },
};

/// The code that a C program gets, and the alert that the peer gets, of a flood.
fn is_told(error: Error, code: i32, alert: AlertDescription) {
    assert_eq!((error.code(), error.alert()), (code, Some(alert)));
}

const UNEXPECTED: i32 = -0x7700;

/// As many as `bound` of something, and one more, sent to a connection of `make`.
fn flood(make: impl Fn() -> Rogue, bound: u8, mut one: impl FnMut(&mut Rogue)) {
    is_told(Error::TooMuch, UNEXPECTED, AlertDescription::UNEXPECTED_MESSAGE);
    let mut rogue = make();
    // Twice, with data in between: it is what comes in a row that counts.
    for _ in 0..2 {
        (0..bound).for_each(|_| one(&mut rogue));
        rogue.push(ContentType::APPLICATION_DATA, b"x");
        assert_eq!(rogue.go_on(), Halt::Blocked);
    }
    assert_eq!(rogue.end.received, b"xx");
    let mut rogue = make();
    (0..=bound).for_each(|_| one(&mut rogue));
    rogue.expect_failure(Error::TooMuch);
    next_works(&rogue.end);
}

const MAKES: [fn() -> Rogue; 2] = [Rogue::server_connected, Rogue::client_connected];

#[test]
fn empty_records() {
    for make in MAKES {
        flood(make, MAX_EMPTY_RECORDS, |rogue| {
            rogue.push(ContentType::APPLICATION_DATA, b"")
        });
    }
}

#[test]
fn warning_alerts() {
    let warning = alert(AlertLevel::WARNING, AlertDescription::USER_CANCELED);
    for make in MAKES {
        flood(make, MAX_WARNING_ALERTS, |rogue| {
            rogue.push(ContentType::ALERT, &warning)
        });
    }
}

/// A KeyUpdate of the rogue's, which changes its keys.
fn key_update(rogue: &mut Rogue, secret: &mut Option<ferrotls::tls::keys::schedule13::TrafficSecret>) {
    let now = secret
        .take()
        .unwrap_or_else(|| rogue.traffic().traffic_secret(rogue.side).clone());
    rogue.push(ContentType::HANDSHAKE, &message(HandshakeType::KEY_UPDATE, &[0]));
    let next = now.next().unwrap();
    rogue.line.outbound.change_key(next.sealer().unwrap());
    *secret = Some(next);
}

#[test]
fn key_updates() {
    for make in MAKES {
        // Each connection has secrets of its own.
        let fresh = std::cell::Cell::new(false);
        let mut secret = None;
        let make = || {
            fresh.set(true);
            make()
        };
        flood(make, MAX_MESSAGES, |rogue| {
            if fresh.replace(false) {
                secret = None;
            }
            key_update(rogue, &mut secret);
        });
    }
}

#[test]
fn tickets() {
    let mut ticket = vec![];
    NewSessionTicket {
        ticket_lifetime: 7200,
        ticket_age_add: 1,
        ticket_nonce: &[1],
        ticket: &[2; 2000],
        max_early_data_size: None,
        grease: None,
    }
    .write(&mut ticket)
    .unwrap();
    flood(Rogue::server_connected, MAX_MESSAGES, |rogue| {
        rogue.push(ContentType::HANDSHAKE, &ticket)
    });
}

#[test]
fn change_cipher_specs() {
    for count in [MAX_CHANGE_CIPHER_SPEC, MAX_CHANGE_CIPHER_SPEC + 1] {
        let mut rogue = Rogue::server_before_finished();
        for _ in 0..count {
            rogue.line.outbound.push_change_cipher_spec().unwrap();
        }
        if count == MAX_CHANGE_CIPHER_SPEC {
            let finished = rogue.finished();
            rogue.send(&finished);
            rogue.go_on();
            assert!(rogue.end.connection.is_handshake_over());
        } else {
            rogue.expect_failure(Error::TooMuch);
            next_works(&rogue.end);
        }
    }
}

#[test]
fn hello_requests() {
    let request = message(HandshakeType::HELLO_REQUEST, &[]);
    for count in [MAX_HELLO_REQUESTS, MAX_HELLO_REQUESTS + 1] {
        let mut pair = Pair::with(config12(Side::Client), config12(Side::Server));
        let mut hello = vec![];
        pair.client.handshake(&mut 0, &mut usize::MAX.clone(), &mut hello);
        pair.server.incoming = hello;
        pair.server.handshake(
            &mut usize::MAX.clone(),
            &mut usize::MAX.clone(),
            &mut pair.client.incoming,
        );
        // Behind the ServerHello, which is a record of its own or has others in it: they are not part of the transcript.
        for _ in 0..count {
            let record = [&[22, 3, 3, 0, 4][..], &request].concat();
            pair.client.incoming.extend(record);
        }
        let halts = pair.run();
        if count == MAX_HELLO_REQUESTS {
            assert_eq!(halts, (Halt::Done, Halt::Done));
            pair.exchange(100);
        } else {
            let told = Error::PeerAlert(AlertDescription::UNEXPECTED_MESSAGE);
            assert_eq!(halts, (Halt::Failed(Error::TooMuch), Halt::Done));
            assert_eq!(pair.server.read(&mut usize::MAX.clone()), Halt::Failed(told));
            next_works(&pair.client);
        }
    }
}

/// In TLS 1.2, where nothing hides what a record is.
#[test]
fn records_without_use_in_tls_1_2() {
    let warning = alert(AlertLevel::WARNING, AlertDescription::USER_CANCELED);
    for (kind, content, bound) in [
        (ContentType::APPLICATION_DATA, &b""[..], MAX_EMPTY_RECORDS),
        (ContentType::ALERT, &warning, MAX_WARNING_ALERTS),
    ] {
        let connected = || Client12::new(config12(Side::Server), &p256()).connected(|_| {});
        let mut rogue = connected();
        (0..bound).for_each(|_| rogue.push(kind, content));
        rogue.push(ContentType::APPLICATION_DATA, b"x");
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.received, b"x");
        let mut rogue = connected();
        (0..=bound).for_each(|_| rogue.push(kind, content));
        rogue.expect_failure(Error::TooMuch);
        next_works(&rogue.end);
    }
}

/// A whole handshake message may come in records of one byte, of which it costs as many as it has bytes, and its length is
/// bounded; a record of none is refused at once.
#[test]
fn tiny_fragments() {
    let mut rogue = Rogue::client(config(Side::Server));
    let hello = rogue.client_hello(|_| {});
    let fragments: Vec<u8> = hello.iter().flat_map(|byte| [22, 3, 1, 0, 1, *byte]).collect();
    rogue.end.incoming = fragments;
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert!(!rogue.line.bytes.is_empty(), "the server has answered");

    let mut rogue = Rogue::client(config(Side::Server));
    rogue.end.incoming = [&[22, 3, 1, 0, 1, hello[0]][..], &[22, 3, 1, 0, 0]].concat();
    rogue.expect_failure(Error::UnexpectedMessage);
    next_works(&rogue.end);

    // A Certificate as long as any, byte by byte.
    let mut rogue = Rogue::server_with_keys();
    rogue.send(&rogue.encrypted_extensions());
    let certificate = rogue.certificate_of_length(MAX_CERTIFICATE_LEN);
    for part in certificate.chunks(500) {
        drip(&mut rogue, part);
        assert_eq!(rogue.go_on(), Halt::Blocked);
    }
    rogue.transcript().add(&certificate);
    rogue.finish_after_certificate();

    // A longer one is refused with the last byte of its header.
    let mut rogue = Rogue::server_with_keys();
    rogue.send(&rogue.encrypted_extensions());
    let certificate = rogue.certificate_of_length(MAX_CERTIFICATE_LEN + 1);
    drip(&mut rogue, &certificate[..3]);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    drip(&mut rogue, &certificate[3..4]);
    rogue.expect_failure(Error::DecodeError);
    next_works(&rogue.end);
}

/// Each byte in a record of its own.
fn drip(rogue: &mut Rogue, bytes: &[u8]) {
    for byte in bytes {
        rogue.push(ContentType::HANDSHAKE, &[*byte]);
    }
}

/// Lengths of messages are looked at with their headers, before anything is gathered; a message of the greatest length works.
#[test]
fn messages_longer_than_any() {
    is_told(Error::DecodeError, -0x7300, AlertDescription::DECODE_ERROR);
    let header = |kind: HandshakeType, len: usize| {
        let [_, len @ ..] = u32::try_from(len).unwrap().to_be_bytes();
        [&[kind.0][..], &len].concat()
    };
    for (kind, most) in [
        (HandshakeType::CERTIFICATE, MAX_CERTIFICATE_LEN),
        (HandshakeType::ENCRYPTED_EXTENSIONS, MAX_HANDSHAKE_LEN),
    ] {
        let start = || {
            let mut rogue = Rogue::server_with_keys();
            if kind == HandshakeType::CERTIFICATE {
                rogue.send(&rogue.encrypted_extensions());
            }
            rogue
        };
        let mut rogue = start();
        rogue.push(ContentType::HANDSHAKE, &header(kind, most));
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let mut rogue = start();
        rogue.push(ContentType::HANDSHAKE, &header(kind, most + 1));
        rogue.expect_failure(Error::DecodeError);
        next_works(&rogue.end);
    }
    let mut rogue = Rogue::client(config(Side::Server));
    let long = header(HandshakeType::CLIENT_HELLO, MAX_CLIENT_HELLO_LEN + 1);
    rogue.push(ContentType::HANDSHAKE, &long);
    rogue.expect_failure(Error::DecodeError);
    next_works(&rogue.end);

    let mut rogue = Rogue::server_with_keys();
    rogue.send(&rogue.encrypted_extensions());
    let certificate = rogue.certificate_of_length(MAX_CERTIFICATE_LEN);
    rogue.send(&certificate);
    rogue.finish_after_certificate();

    let mut ticket = vec![];
    NewSessionTicket {
        ticket_lifetime: 7200,
        ticket_age_add: 1,
        ticket_nonce: &[1],
        ticket: &vec![2; MAX_HANDSHAKE_LEN - 14],
        max_early_data_size: None,
        grease: None,
    }
    .write(&mut ticket)
    .unwrap();
    assert_eq!(ticket.len(), 4 + MAX_HANDSHAKE_LEN);
    let mut rogue = Rogue::server_connected();
    rogue.push(ContentType::HANDSHAKE, &ticket);
    rogue.push(ContentType::APPLICATION_DATA, b"x");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"x");
    let mut rogue = Rogue::server_connected();
    let long = header(HandshakeType::NEW_SESSION_TICKET, MAX_HANDSHAKE_LEN + 1);
    rogue.push(ContentType::HANDSHAKE, &long);
    rogue.expect_failure(Error::DecodeError);
    next_works(&rogue.end);

    let mut rogue = Rogue::client(config(Side::Server));
    let extension = |len: usize| {
        [
            &[0x40, 0][..],
            &u16::try_from(len).unwrap().to_be_bytes(),
            &vec![0; len],
        ]
        .concat()
    };
    let around = hello_with(&mut rogue, &extension(0)).len();
    let hello = hello_with(&mut rogue, &extension(4 + MAX_CLIENT_HELLO_LEN - around));
    assert_eq!(hello.len(), 4 + MAX_CLIENT_HELLO_LEN);
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_server_flight();
}

/// A ClientHello with these extensions in front of its own.
fn hello_with(rogue: &mut Rogue, extensions: &[u8]) -> Vec<u8> {
    let mut hello = rogue.client_hello(|_| {});
    let mut at = 4 + 2 + 32;
    at += 1 + usize::from(hello[at]);
    at += 2 + usize::from(u16::from_be_bytes([hello[at], hello[at + 1]]));
    at += 1 + usize::from(hello[at]);
    let len = usize::from(u16::from_be_bytes([hello[at], hello[at + 1]])) + extensions.len();
    hello[at..at + 2].copy_from_slice(&u16::try_from(len).unwrap().to_be_bytes());
    hello.splice(at + 2..at + 2, extensions.iter().copied());
    let len = u32::try_from(hello.len() - 4).unwrap().to_be_bytes();
    hello[1..4].copy_from_slice(&len[1..]);
    hello
}

/// Extensions of these types, without content.
fn extensions_of(kinds: impl Iterator<Item = u16>) -> Vec<u8> {
    kinds.flat_map(|kind| [kind.to_be_bytes(), [0, 0]].concat()).collect()
}

/// Extensions by the thousand that nobody knows are passed over; one that comes twice is found among them, be it unknown.
#[test]
fn extensions_by_the_thousand() {
    is_told(Error::IllegalParameter, -0x6600, AlertDescription::ILLEGAL_PARAMETER);
    for count in [1000, 16_000] {
        let mut rogue = Rogue::client(config(Side::Server));
        let all = 0x4000..0x4000 + count;
        let hello = hello_with(&mut rogue, &extensions_of(all.clone()));
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked, "{count}");
        rogue.read_server_flight();

        // The first once more behind the last.
        let mut rogue = Rogue::client(config(Side::Server));
        let hello = hello_with(&mut rogue, &extensions_of(all.chain([0x4000])));
        rogue.send_hello(&hello);
        rogue.expect_failure(Error::IllegalParameter);
        next_works(&rogue.end);
    }
    // A server's that answer nothing are refused with the first.
    let mut rogue = Rogue::server_with_keys();
    let extensions = extensions_of(0x4000..0x4000 + 10_000);
    let len = u16::try_from(extensions.len()).unwrap().to_be_bytes();
    rogue.send(&message(
        HandshakeType::ENCRYPTED_EXTENSIONS,
        &[&len[..], &extensions].concat(),
    ));
    rogue.expect_failure(Error::UnsupportedExtension);
    next_works(&rogue.end);
}

/// 64 certificates of either side, with either version; that they are a path is another question, which tests/pki_work.rs asks.
#[test]
fn chains_of_depth_and_size() {
    const MAX_CHAIN_LEN: usize = 64;
    let bad = Error::BadCertificate(AlertDescription::BAD_CERTIFICATE);
    is_told(bad, -0x2700, AlertDescription::BAD_CERTIFICATE);
    for (count, len) in [
        (MAX_CHAIN_LEN, 10),
        (MAX_CHAIN_LEN, 2000),
        (MAX_CHAIN_LEN + 1, 10),
        (20_000, 1),
    ] {
        let is_too_long = count > MAX_CHAIN_LEN;
        let leaf = p256().leaf().to_vec();
        let chain: Vec<_> = std::iter::once(leaf).chain((1..count).map(|_| vec![7; len])).collect();
        let entries: Vec<_> = chain.iter().map(|der| CertificateEntry::new(der)).collect();
        let refused = |end: &mut End, line: &mut Line| {
            expect_failure(end, line, bad);
            next_works(end);
        };

        // TLS 1.3, to a client and to a server.
        let mut server = Rogue::server_with_keys();
        server.send(&server.encrypted_extensions());
        for mut rogue in [server, Rogue::client_before_finished(true)] {
            let certificate = rogue.certificate_of(&entries);
            rogue.send(&certificate);
            if is_too_long {
                refused(&mut rogue.end, &mut rogue.line);
            } else {
                rogue.finish_after_certificate();
                assert_eq!(rogue.end.presented[0].1, chain);
            }
        }

        // TLS 1.2, to a client.
        let options = Options {
            server_name: Some("server.example".into()),
            ..Options::default()
        };
        let mut rogue = Server12::new(config12(Side::Client), options).say_hello(|_| {});
        rogue.send(&Server12::certificate_of(&chain));
        if is_too_long {
            refused(&mut rogue.end, &mut rogue.line);
        } else {
            let exchange = rogue.key_exchange();
            rogue.send(&exchange);
            rogue.send(&Server12::hello_done());
            rogue.read_flight();
            rogue.send_finished();
            assert_eq!(rogue.go_on(), Halt::Blocked);
            assert!(rogue.end.connection.is_handshake_over(), "{count} {len}");
            assert_eq!(rogue.end.presented[0].1, chain);
        }

        // And to a server.
        let mut rogue = Client12::new(config12(Side::Server), &p256());
        rogue.end.application.credentials.request_client_certificate = true;
        let mut rogue = rogue.after_flight(|_| {});
        let identity = p256().with(|credential| credential.chain.clone_from(&chain));
        rogue.send(&Client12::certificate(Some(&identity)));
        if is_too_long {
            refused(&mut rogue.end, &mut rogue.line);
        } else {
            rogue.send_key_exchange();
            let verify = rogue.certificate_verify(&identity, SignatureScheme::ECDSA_SECP256R1_SHA256);
            rogue.send(&verify);
            rogue.send_finished();
            assert_eq!(rogue.go_on(), Halt::Blocked);
            rogue.read_finished();
            assert_eq!(rogue.end.presented[0].1, chain);
        }
    }
}

/// A C program's context that was flooded is reset, with its configuration and its peer's, and both connect.
#[test]
fn a_flooded_context_works_when_it_is_reset() {
    let warning = [21, 3, 3, 0, 2, 1, AlertDescription::USER_CANCELED.0];
    let request = [22, 3, 3, 0, 4, 0, 0, 0, 0];
    let change = [20, 3, 3, 0, 1, 1];
    // To whom, in which version, what, and how many.
    let floods: [(Side, mbedtls_ssl_protocol_version, &[u8], u8); 6] = [
        (Side::Client, V12, &warning, MAX_WARNING_ALERTS),
        (Side::Server, V12, &warning, MAX_WARNING_ALERTS),
        (Side::Client, V13, &warning, MAX_WARNING_ALERTS),
        (Side::Server, V13, &warning, MAX_WARNING_ALERTS),
        (Side::Client, V12, &request, MAX_HELLO_REQUESTS),
        (Side::Client, V13, &change, MAX_CHANGE_CIPHER_SPEC),
    ];
    for (side, version, record, bound) in floods {
        let shared = Shared::of(&Pki::new(), version);
        let mut pair = CPair::new(&shared);
        for _ in 0..3 {
            let (client, server) = (&raw mut pair.client, &raw mut pair.server);
            let (flooded, other) = match side {
                Side::Client => (client, server),
                Side::Server => (server, client),
            };
            unsafe {
                // The other end has said its first words, behind which the flood comes.
                assert_eq!(mbedtls_ssl_handshake(client), MBEDTLS_ERR_SSL_WANT_READ);
                let incoming = match side {
                    Side::Client => &mut pair.to_client,
                    Side::Server => &mut pair.to_server,
                };
                incoming.bytes.clear();
                for _ in 0..=bound {
                    incoming.bytes.extend(record);
                }
                assert_eq!(mbedtls_ssl_handshake(flooded), UNEXPECTED, "{side:?} {record:?}");
                for end in [flooded, other] {
                    assert_eq!(mbedtls_ssl_session_reset(end), 0);
                }
            }
            pair.to_client.bytes.clear();
            pair.to_server.bytes.clear();
            assert_eq!(pair.handshake(), (0, 0), "{side:?} {record:?}");
            let mut room = [0; 4];
            unsafe {
                assert_eq!(mbedtls_ssl_write(other, b"data".as_ptr(), 4), 4);
                assert_eq!(mbedtls_ssl_read(flooded, room.as_mut_ptr(), 4), 4);
                for end in [flooded, other] {
                    assert_eq!(mbedtls_ssl_session_reset(end), 0);
                }
            }
            pair.to_client.bytes.clear();
            pair.to_server.bytes.clear();
        }
    }
}

/// The number that a constant is set to: literals, with shifts of them.
fn value(expression: &str) -> Option<u64> {
    let number = |text: &str| {
        let text = text.trim().replace('_', "");
        text.strip_prefix("0x")
            .map_or_else(|| text.parse().ok(), |hex| u64::from_str_radix(hex, 16).ok())
    };
    match expression.split_once("<<") {
        Some((left, right)) => Some(number(left)? << number(right)?),
        None => number(expression),
    }
}

/// Each row of the table of bounds names a constant and its value, and tests that are there.
#[test]
fn the_table_of_bounds_is_that_of_the_sources() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| std::fs::read_to_string(root.join(name)).unwrap_or_else(|_| panic!("no {name}"));
    let page = read("SECURITY.md");
    let section = page
        .split("\n## Bounds\n")
        .nth(1)
        .unwrap()
        .split("\n## ")
        .next()
        .unwrap();
    let mut rows = 0;
    for row in section
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains(".rs: "))
    {
        let cells: Vec<_> = row.trim_matches('|').split(" | ").map(str::trim).collect();
        assert_eq!(cells.len(), 5, "{row}");
        let ticked = |cell: &str| -> Vec<(String, String)> {
            let names = cell
                .split('`')
                .skip(1)
                .step_by(2)
                .filter_map(|name| name.split_once(": "));
            names.map(|(file, name)| (file.to_owned(), name.to_owned())).collect()
        };
        let [(file, name)] = &ticked(cells[2])[..] else {
            panic!("a constant in {row}")
        };
        let source = read(file);
        let at = source
            .find(&format!("const {name}: "))
            .unwrap_or_else(|| panic!("no {name} in {file}"));
        let rest = source[at..].split_once('=').unwrap().1.split_once(';').unwrap().0;
        let said = cells[1].split(' ').next().unwrap().replace(',', "");
        assert_eq!(value(rest), said.parse().ok(), "{row}");
        let tests = ticked(cells[4]);
        assert!(!tests.is_empty(), "{row}");
        for (file, test) in tests {
            assert!(read(&file).contains(&format!("fn {test}()")), "no {test} in {file}");
        }
        rows += 1;
    }
    assert!(rows >= 15, "{rows}");
}
