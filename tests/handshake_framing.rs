//! What records and hellos look like on the wire: record_size_limit, max_fragment_length, padding of hellos, GREASE.
#![cfg(feature = "complete")]
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
        client_hello::{ClientHello, ClientHelloExtensions},
        codes::{ContentType, HandshakeType, MaxFragmentLength, NamedGroup},
        encrypted_extensions::EncryptedExtensions,
        extensions::key_share::KeyShareEntry,
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

/// The ClientHello of a client with this configuration.
fn client_hello(config: Config) -> Vec<u8> {
    Rogue::server(config).hello
}

#[test]
fn hellos_of_an_awkward_length_are_padded() {
    // Names of 2 bytes more each, so that every length about the limits comes up.
    let mut seen = [0; 3];
    for names in 0..200_usize {
        for grease in [false, true] {
            let of_length = |hello_padding| Config {
                alpn_protocols: vec![vec![b'x'; 1 + names % 2]; 1 + names / 2],
                hello_padding,
                grease,
                ..config(Side::Client)
            };
            let plain = client_hello(of_length(false)).len();
            let padded = client_hello(of_length(true));
            match plain {
                ..256 | 512.. => assert_eq!(padded.len(), plain),
                508.. => assert_eq!(padded.len(), plain + 5, "an extension of one byte at least"),
                _ => assert_eq!(padded.len(), 512),
            }
            seen[(plain / 256).min(2)] += 1;
            let hello = ClientHello::read(&padded[4..]).unwrap();
            assert_eq!(hello.extensions.padding.is_some(), (256..512).contains(&plain));
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn padding_is_no_matter_for_a_server() {
    let mut server = config(Side::Server);
    let client = || Config {
        hello_padding: true,
        ..config(Side::Client)
    };
    let mut pair = Pair::with(client(), server.clone());
    pair.connect();
    pair.exchange(100);
    // After a HelloRetryRequest its length may differ (RFC 8446 section 4.1.2).
    server.groups = vec![NamedGroup::SECP521R1];
    let mut pair = Pair::with(client(), server);
    pair.connect();
    pair.exchange(100);
}

/// Whether a value is one of RFC 8701.
fn means_nothing(value: u16) -> bool {
    let [high, low] = value.to_be_bytes();
    high == low && low & 0xf == 0xa
}

fn greased(side: Side) -> Config {
    Config {
        grease: true,
        alpn_protocols: vec![b"h2".to_vec(), b"http/1.1".to_vec()],
        ..config(side)
    }
}

/// Types and lengths of the extensions of a ClientHello, in their order.
fn extensions(hello: &[u8]) -> Vec<(u16, usize)> {
    let u16_at = |at: usize| u16::from_be_bytes([hello[at], hello[at + 1]]);
    let mut at = 4 + 2 + 32;
    at += 1 + usize::from(hello[at]);
    at += 2 + usize::from(u16_at(at));
    at += 1 + usize::from(hello[at]) + 2;
    let mut found = Vec::new();
    while at < hello.len() {
        let len = usize::from(u16_at(at + 2));
        found.push((u16_at(at), len));
        at += 4 + len;
    }
    found
}

#[test]
fn values_that_mean_nothing_are_in_every_list() {
    let mut kinds = std::collections::BTreeSet::new();
    for _ in 0..40 {
        let bytes = client_hello(greased(Side::Client));
        let hello = ClientHello::read(&bytes[4..]).unwrap();
        let lists = &hello.extensions;
        let group = lists.supported_groups.unwrap().iter().next().unwrap();
        let share = lists.key_share.unwrap().iter().next().unwrap();
        let protocol = lists.protocol_name_list.unwrap().iter().next().unwrap();
        let first = [
            hello.cipher_suites.iter().next().unwrap().0,
            group.0,
            lists.signature_algorithms.unwrap().iter().next().unwrap().0,
            lists.supported_versions.unwrap().iter().next().unwrap().0,
            u16::from_be_bytes(protocol.0.try_into().unwrap()),
        ];
        assert!(first.iter().all(|value| means_nothing(*value)), "{first:x?}");
        assert_eq!((share.group, share.key_exchange), (group, &[0][..]));
        let mode = lists.psk_key_exchange_modes.unwrap().iter().next().unwrap();
        assert!([0x0b, 0x2a, 0x49, 0x68, 0x87, 0xa6, 0xc5, 0xe4].contains(&mode.0));
        let extensions = extensions(&bytes);
        let nothing = extensions.iter().filter(|(kind, _)| means_nothing(*kind));
        assert_eq!(nothing.count(), 2);
        let (first, last) = (extensions.first().unwrap(), extensions.last().unwrap());
        assert!(means_nothing(first.0) && means_nothing(last.0) && first.0 != last.0);
        assert_eq!((first.1, last.1), (0, 1));
        kinds.insert((group, first.0, last.0));
    }
    assert!(kinds.len() > 20, "they are drawn anew each time");
    // And without being asked for, nothing of it.
    let bytes = client_hello(config(Side::Client));
    assert!(!extensions(&bytes).iter().any(|(kind, _)| means_nothing(*kind)));
}

#[test]
fn a_peer_passes_over_what_means_nothing() {
    for cut in CUTS {
        // Asking for a certificate shows the extension in the request.
        let mut pair = Pair::with(greased(Side::Client), greased(Side::Server)).cut(cut);
        pair = pair.ask_client(Some(&p384()));
        pair.connect();
        pair.exchange(3000);
        assert_eq!(pair.client.connection.alpn_protocol(), Some(&b"h2"[..]));
        let mut pair = Pair::with(greased(Side::Client), config(Side::Server)).cut(cut);
        pair.connect();
        // Both hellos of a retry are the same but for the share, or the server would refuse.
        let mut server = greased(Side::Server);
        server.groups = vec![NamedGroup::X448];
        let mut pair = Pair::with(greased(Side::Client), server).cut(cut);
        pair.connect();
        pair.exchange(3000);
    }
}

#[test]
fn a_retry_draws_nothing_anew() {
    let mut rogue = Rogue::server(greased(Side::Client));
    let first = rogue.hello.clone();
    let retry = rogue.hello_retry_request(Some(NamedGroup::SECP256R1), |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    let kinds = |bytes: &[u8]| extensions(bytes).iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
    assert_eq!(kinds(&first), kinds(&rogue.hello));
    let (first, second) = (
        ClientHello::read(&first[4..]).unwrap(),
        ClientHello::read(&rogue.hello[4..]).unwrap(),
    );
    let shares = second.extensions.key_share.unwrap();
    assert_eq!(
        shares.iter().map(|share| share.group).collect::<Vec<_>>(),
        [NamedGroup::SECP256R1]
    );
    let without_share = |hello: ClientHello<'static>| ClientHello {
        extensions: ClientHelloExtensions {
            key_share: None,
            ..hello.extensions
        },
        ..hello
    };
    let leak = |hello: &ClientHello<'_>| {
        let mut bytes = Vec::new();
        hello.write(&mut bytes).unwrap();
        ClientHello::read(&common::leak(bytes)[4..]).unwrap()
    };
    assert_eq!(without_share(leak(&first)), without_share(leak(&second)));
}

#[test]
fn a_server_must_not_choose_what_means_nothing() {
    // The value has to be known before the answer is made.
    let rogue = || {
        let rogue = Rogue::server(greased(Side::Client));
        let hello = common::leak(rogue.hello.clone());
        (rogue, ClientHello::read(&hello[4..]).unwrap())
    };
    let (mut server, hello) = rogue();
    let suite = hello.cipher_suites.iter().next().unwrap();
    let message = server.server_hello(|answer| answer.cipher_suite = suite);
    server.send(&message);
    server.expect_failure(Error::IllegalParameter);

    let (mut server, hello) = rogue();
    let version = hello.extensions.supported_versions.unwrap().iter().next().unwrap();
    let message = server.server_hello(|answer| answer.extensions.selected_version = Some(version));
    server.send(&message);
    server.expect_failure(Error::IllegalParameter);

    let (mut server, hello) = rogue();
    let group = hello.extensions.supported_groups.unwrap().iter().next().unwrap();
    let message = server.server_hello(|answer| {
        answer.extensions.key_share = Some(KeyShareEntry {
            group,
            key_exchange: &[0],
        });
    });
    server.send(&message);
    server.expect_failure(Error::IllegalParameter);

    let (mut server, _) = rogue();
    let message = server.hello_retry_request(Some(group), |_| {});
    server.send(&message);
    server.expect_failure(Error::IllegalParameter);

    let (mut server, hello) = rogue();
    let protocol = hello.extensions.protocol_name_list.unwrap().iter().next().unwrap();
    let message = server.server_hello(|_| {});
    server.send(&message);
    server.take_handshake_keys();
    let mut message = Vec::new();
    let answer = EncryptedExtensions {
        protocol_name: Some(protocol),
        ..EncryptedExtensions::default()
    };
    answer.write(&mut message).unwrap();
    server.send(&message);
    server.expect_failure(Error::IllegalParameter);

    // An extension of it in an answer was not asked for.
    let (mut server, _) = rogue();
    let (kind, _) = extensions(&server.hello)[0];
    let message = server.server_hello(|_| {});
    server.send(&message);
    server.take_handshake_keys();
    let [high, low] = kind.to_be_bytes();
    let message = rogue::message(HandshakeType::ENCRYPTED_EXTENSIONS, &[0, 4, high, low, 0, 0]);
    server.send(&message);
    server.expect_failure(Error::UnsupportedExtension);
}
