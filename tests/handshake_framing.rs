//! What records and hellos look like on the wire: record_size_limit, max_fragment_length.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    rogue::{self, Rogue},
    *,
};
use ferrotls::tls::{
    config::{Config, Side},
    error::Error,
    wire::{
        codes::{ContentType, HandshakeType, MaxFragmentLength},
        encrypted_extensions::EncryptedExtensions,
    },
};

/// AES-GCM's tag.
const TAG: usize = 16;

fn limited(side: Side, limit: u16) -> Config {
    Config {
        record_size_limit: Some(limit),
        ..config(side)
    }
}

fn fragmented(side: Side, length: MaxFragmentLength) -> Config {
    Config {
        max_fragment_length: Some(length),
        ..config(side)
    }
}

/// Lengths of the inner plaintexts of the records that `data` makes.
fn records(end: &mut End, data: &[u8]) -> Vec<usize> {
    let (mut rest, mut sent) = (data, Vec::new());
    while !rest.is_empty() {
        rest = &rest[end.connection.writer.write(rest).unwrap()..];
        assert_eq!(end.flush(&mut usize::MAX.clone(), &mut sent), Halt::Done);
    }
    let (mut lengths, mut rest) = (Vec::new(), &sent[..]);
    while let [_, _, _, l0, l1, body @ ..] = rest {
        let len = usize::from(u16::from_be_bytes([*l0, *l1]));
        lengths.push(len - TAG);
        rest = &body[len..];
    }
    lengths
}

#[test]
fn each_side_keeps_to_the_others_limit() {
    for (of_client, of_server) in [(64, 100), (16385, 65), (1000, 16385), (16384, 16384)] {
        for cut in CUTS {
            let mut pair = Pair::with(limited(Side::Client, of_client), limited(Side::Server, of_server)).cut(cut);
            // With a client's certificate, so that both send more than a record takes; either refuses what is too long.
            pair = pair.ask_client(Some(&p384()));
            pair.connect();
            pair.exchange(40_000);
            for (end, own, other) in [
                (&mut pair.client, of_client, of_server),
                (&mut pair.server, of_server, of_client),
            ] {
                assert_eq!(end.connection.reader.max_payload(), usize::from(own) - 1);
                assert_eq!(end.connection.writer.max_payload(), usize::from(other) - 1);
                let longest = records(end, &[7; 40_000]).into_iter().max();
                assert_eq!(longest, Some(usize::from(other)));
            }
        }
    }
}

#[test]
fn a_server_without_a_limit_of_its_own_keeps_to_the_clients() {
    let mut pair = Pair::with(limited(Side::Client, 500), config(Side::Server));
    pair.connect();
    assert_eq!(pair.server.connection.writer.max_payload(), 499);
    assert_eq!(pair.client.connection.writer.max_payload(), 16384);
    pair.exchange(40_000);
    assert_eq!(records(&mut pair.client, &[7; 20_000]), [16385, 20_000 - 16384 + 1]);
    // A server that has one cannot tell a client that does not ask.
    let mut pair = Pair::with(config(Side::Client), limited(Side::Server, 500));
    pair.connect();
    assert_eq!(pair.client.connection.writer.max_payload(), 16384);
    assert_eq!(pair.server.connection.reader.max_payload(), 16384);
    pair.exchange(40_000);
}

#[test]
fn padding_stays_within_the_limit() {
    let padded = |side, limit| Config {
        padding_granularity: 256,
        ..limited(side, limit)
    };
    let mut pair = Pair::with(padded(Side::Client, 300), padded(Side::Server, 700));
    pair.connect();
    pair.exchange(5000);
    assert_eq!(records(&mut pair.server, &[7; 299]), [300]);
    assert_eq!(records(&mut pair.server, &[7; 100]), [256]);
    assert_eq!(records(&mut pair.client, &[7; 600]), [700]);
}

#[test]
fn a_hello_retry_keeps_the_limits() {
    let mut server = limited(Side::Server, 200);
    server.groups.remove(0);
    let mut pair = Pair::with(limited(Side::Client, 100), server);
    pair.connect();
    assert_eq!(pair.client.connection.writer.max_payload(), 199);
    assert_eq!(pair.server.connection.writer.max_payload(), 99);
    pair.exchange(2000);
}

#[test]
fn fragments_have_the_length_that_the_client_asks_for() {
    for (value, len) in [
        (MaxFragmentLength::LEN_512, 512),
        (MaxFragmentLength::LEN_1024, 1024),
        (MaxFragmentLength::LEN_2048, 2048),
        (MaxFragmentLength::LEN_4096, 4096),
    ] {
        let mut pair = Pair::with(fragmented(Side::Client, value), config(Side::Server));
        pair = pair.ask_client(Some(&p384()));
        pair.connect();
        pair.exchange(20_000);
        for end in [&mut pair.client, &mut pair.server] {
            assert_eq!(end.connection.reader.max_payload(), len);
            assert_eq!(end.connection.writer.max_payload(), len);
            assert_eq!(records(end, &vec![7; 2 * len]), [len + 1, len + 1]);
        }
    }
}

#[test]
fn a_servers_own_length_is_for_what_it_sends() {
    let mut pair = Pair::with(
        config(Side::Client),
        fragmented(Side::Server, MaxFragmentLength::LEN_512),
    );
    pair.connect();
    assert_eq!(pair.server.connection.writer.max_payload(), 512);
    assert_eq!(pair.client.connection.writer.max_payload(), 16384);
    pair.exchange(20_000);
    // The shorter of both.
    let mut pair = Pair::with(
        fragmented(Side::Client, MaxFragmentLength::LEN_4096),
        fragmented(Side::Server, MaxFragmentLength::LEN_1024),
    );
    pair.connect();
    assert_eq!(pair.server.connection.writer.max_payload(), 1024);
    assert_eq!(pair.client.connection.writer.max_payload(), 4096);
    pair.exchange(20_000);
}

#[test]
fn a_record_size_limit_comes_before_a_fragment_length() {
    let client = Config {
        record_size_limit: Some(900),
        ..fragmented(Side::Client, MaxFragmentLength::LEN_512)
    };
    let mut pair = Pair::with(client, config(Side::Server));
    pair.connect();
    assert_eq!(pair.server.connection.writer.max_payload(), 899);
    // What it asked for it also does, as 3.6 has it.
    assert_eq!(pair.client.connection.writer.max_payload(), 512);
    assert_eq!(pair.client.connection.reader.max_payload(), 899);
    pair.exchange(5000);
}

/// A server that answers with these two.
fn server_answers(config: Config, fragment: Option<MaxFragmentLength>, limit: Option<u16>) -> Rogue {
    let mut rogue = Rogue::server(config);
    let hello = rogue.server_hello(|_| {});
    rogue.send(&hello);
    rogue.take_handshake_keys();
    let mut message = Vec::new();
    let extensions = EncryptedExtensions {
        max_fragment_length: fragment,
        record_size_limit: limit,
        ..EncryptedExtensions::default()
    };
    extensions.write(&mut message).unwrap();
    rogue.send(&message);
    rogue
}

#[test]
fn answers_that_a_client_refuses() {
    let both = || Config {
        record_size_limit: Some(900),
        ..fragmented(Side::Client, MaxFragmentLength::LEN_1024)
    };
    let (fragment, other) = (Some(MaxFragmentLength::LEN_1024), Some(MaxFragmentLength::LEN_512));
    let illegal = Error::IllegalParameter;
    for (config, fragment, limit, error) in [
        (both(), fragment, Some(900), illegal),
        (both(), other, None, illegal),
        (both(), Some(MaxFragmentLength(5)), None, illegal),
        (both(), Some(MaxFragmentLength(0)), None, illegal),
        (both(), None, Some(63), illegal),
        (both(), None, Some(0), illegal),
        (both(), None, Some(16386), illegal),
        (both(), None, Some(u16::MAX), illegal),
        (config(Side::Client), fragment, None, Error::UnsupportedExtension),
        (config(Side::Client), None, Some(900), Error::UnsupportedExtension),
    ] {
        server_answers(config, fragment, limit).expect_failure(error);
    }
    // The same with nothing wrong.
    for (fragment, limit) in [(fragment, None), (None, Some(64)), (None, Some(16385)), (None, None)] {
        assert_eq!(server_answers(both(), fragment, limit).go_on(), Halt::Blocked);
    }
}

#[test]
fn a_record_over_the_limit_ends_the_connection() {
    // A message that would be fine but for the length of its record: 900 bytes with the type.
    let rest = |rogue: &mut Rogue, len: usize| {
        let certificate = rogue.certificate();
        assert!(certificate.len() > len);
        rogue.push(ContentType::HANDSHAKE, &certificate[..len]);
    };
    for (fragment, limit, fits) in [
        (None, Some(16385), 99),
        (Some(MaxFragmentLength::LEN_512), None, 512),
        (None, None, 600),
    ] {
        let client = || match limit {
            Some(_) => limited(Side::Client, 100),
            None => fragmented(Side::Client, MaxFragmentLength::LEN_512),
        };
        let mut rogue = server_answers(client(), fragment, limit);
        rest(&mut rogue, fits);
        assert_eq!(rogue.go_on(), Halt::Blocked, "{fits}");
        if fits == 600 {
            continue; // Nothing was agreed.
        }
        let mut rogue = server_answers(client(), fragment, limit);
        rest(&mut rogue, fits + 1);
        rogue.expect_failure(Error::RecordOverflow);
    }
}

#[test]
fn padding_counts_for_record_size_limit_and_not_for_max_fragment_length() {
    for (client, fragment, limit, granularity, refused) in [
        (limited(Side::Client, 100), None, Some(200), 101, true),
        (limited(Side::Client, 100), None, Some(200), 100, false),
        (
            fragmented(Side::Client, MaxFragmentLength::LEN_512),
            Some(MaxFragmentLength::LEN_512),
            None,
            4000,
            false,
        ),
    ] {
        let mut rogue = server_answers(client, fragment, limit);
        rogue.end.incoming.extend(rogue.line.sealed());
        rogue.line.outbound.set_padding_granularity(granularity);
        let certificate = rogue.certificate();
        rogue.push(ContentType::HANDSHAKE, &certificate[..50]);
        if refused {
            rogue.expect_failure(Error::RecordOverflow);
        } else {
            assert_eq!(rogue.go_on(), Halt::Blocked);
        }
    }
}

/// A server under test that has answered such a hello.
fn client_asks(config: Config, fragment: Option<MaxFragmentLength>, limit: Option<u16>) -> Rogue {
    let mut rogue = Rogue::client(config);
    let hello = rogue.client_hello(|hello| {
        hello.extensions.max_fragment_length = fragment;
        hello.extensions.record_size_limit = limit;
    });
    rogue.send_hello(&hello);
    rogue
}

#[test]
fn hellos_that_a_server_refuses() {
    for (fragment, limit) in [
        (Some(MaxFragmentLength(0)), None),
        (Some(MaxFragmentLength(5)), None),
        (None, Some(0)),
        (None, Some(63)),
    ] {
        client_asks(config(Side::Server), fragment, limit).expect_failure(Error::IllegalParameter);
    }
    // More than TLS 1.3 allows means nothing to a server: another version may allow it.
    let mut rogue = client_asks(config(Side::Server), None, Some(u16::MAX));
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_server_flight();
    assert_eq!(rogue.end.connection.writer.max_payload(), 16384);
}

#[test]
fn a_server_holds_its_client_to_the_limit() {
    for (fragment, limit, fits) in [(None, Some(16385), 99), (Some(MaxFragmentLength::LEN_1024), None, 1024)] {
        for (len, error) in [(fits, None), (fits + 1, Some(Error::RecordOverflow))] {
            // In the handshake: the first record of a certificate.
            let mut rogue = client_asks(limited(Side::Server, 100), fragment, limit);
            rogue.end.application.credentials.request_client_certificate = true;
            assert_eq!(rogue.go_on(), Halt::Blocked);
            rogue.read_server_flight();
            let certificate = rogue::message(HandshakeType::CERTIFICATE, &[0; 3000]);
            rogue.push(ContentType::HANDSHAKE, &certificate[..len]);
            match error {
                Some(error) => rogue.expect_failure(error),
                None => assert_eq!(rogue.go_on(), Halt::Blocked),
            }
            // And after it.
            let mut rogue = client_asks(limited(Side::Server, 100), fragment, limit);
            assert_eq!(rogue.go_on(), Halt::Blocked);
            rogue.read_server_flight();
            let finished = rogue.finished();
            rogue.send(&finished);
            assert_eq!(rogue.go_on(), Halt::Blocked);
            let sealer = rogue.traffic().traffic_secret(Side::Client).sealer().unwrap();
            rogue.line.outbound.change_key(sealer);
            rogue.push(ContentType::APPLICATION_DATA, &vec![7; len]);
            match error {
                Some(error) => rogue.expect_failure(error),
                None => assert_eq!(rogue.go_on(), Halt::Blocked),
            }
        }
    }
}
