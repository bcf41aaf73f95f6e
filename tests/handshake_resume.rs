//! Tickets: how they are given, and what a client and a server make of them (RFC 8446 sections 2.2, 4.2.11 and 4.6.1).
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
use ferrotls::tls::{
    config::{Config, Options, Side},
    error::Error,
    post::MAX_TICKETS,
    session::{KeyExchangeModes, MAX_LIFETIME, PskKind, Resumption, Session},
    want::{Event, SecretKind},
    wire::{
        codes::{AlertDescription, CipherSuite, ContentType, NamedGroup},
        new_session_ticket::NewSessionTicket,
    },
};

const CERTIFICATES: KeyExchangeModes = KeyExchangeModes {
    ephemeral: true,
    psk_ephemeral: false,
    psk: false,
};

/// A server that gives one ticket and takes it.
fn issuer() -> Config {
    Config {
        tickets: 1,
        parses_tickets: true,
        ..config(Side::Server)
    }
}

/// Two ends with the application of an earlier connection's server, and a client that has its ticket.
fn again(first: &Pair, client: Config, server: Config, ticket: &Resumption) -> Pair {
    let mut pair = Pair::with(config(Side::Client), server);
    pair.server.application = first.server.application.clone();
    pair.client = End::new(
        client,
        Options {
            server_name: Some("server.example".into()),
            export_secrets: true,
            resumption: Some(Arc::new(ticket.clone())),
            ..Options::default()
        },
        Application::new(&[]),
    );
    pair
}

/// A first connection, and the ticket that came of it.
fn first(client: Config, server: Config) -> (Pair, Resumption) {
    let mut pair = Pair::with(client, server);
    pair.connect();
    pair.exchange(10);
    let ticket = pair.client.tickets.pop().unwrap();
    (pair, ticket)
}

#[track_caller]
fn assert_resumed(pair: &Pair, psk: Option<PskKind>) {
    for end in [&pair.client, &pair.server] {
        assert_eq!(end.connection.psk(), psk);
    }
}

/// The states of a resumed handshake as a program sees them.
const CLIENT: [i32; 12] = [0, 1, 2, 19, 13, 22, 7, 11, 14, 15, 27, -1];
const SERVER: [i32; 11] = [0, 1, 2, 24, 19, 13, 11, 15, 28, 29, 27];

#[test]
fn a_ticket_resumes_with_every_suite_in_every_cut() {
    for suite in SUITES {
        for cut in CUTS {
            let mut client = config(Side::Client);
            client.suites = vec![suite];
            let (earlier, ticket) = first(client.clone(), issuer());
            assert_eq!(ticket.session.suite, suite);
            assert_eq!((ticket.session.created, ticket.session.lifetime), (NOW, 7200));
            let mut pair = again(&earlier, client, issuer(), &ticket).cut(cut);
            pair.connect();
            assert_resumed(&pair, Some(PskKind::Resumption));
            assert_eq!(pair.client.states, CLIENT[..11]);
            assert_eq!(pair.server.states, SERVER);
            assert_eq!(pair.server.asks, ["select", "ParseTicket", "WriteTicket"]);
            assert!(pair.client.asks.is_empty(), "no certificate is asked about");
            pair.exchange(20_000);
            // The ticket of the resumed connection is as good.
            let next = pair.client.tickets.pop().unwrap();
            let mut third = again(&pair, config(Side::Client), issuer(), &next);
            third.connect();
            assert_resumed(&third, Some(PskKind::Resumption));
        }
    }
}

/// Changes the only session that the server's tickets stand for.
fn change_session(pair: &Pair, change: impl FnOnce(&mut Session)) {
    let mut sessions = pair.server.application.sessions.lock().unwrap();
    assert_eq!(sessions.len(), 1);
    change(sessions.values_mut().next().unwrap());
}

/// Connects once more with a ticket; what it is on.
fn try_again(earlier: &Pair, ticket: &Resumption, change: impl FnOnce(&mut Pair)) -> Option<PskKind> {
    let mut pair = again(earlier, config(Side::Client), issuer(), ticket);
    change(&mut pair);
    pair.connect();
    pair.exchange(100);
    let psk = pair.client.connection.psk();
    assert_resumed(&pair, psk);
    let verified = pair.client.asks.contains(&"verify");
    assert_ne!(verified, psk.is_some(), "either a certificate or a key");
    psk
}

const RESUMED: Option<PskKind> = Some(PskKind::Resumption);

#[test]
fn as_many_tickets_as_configured() {
    for count in [0, 1, 3] {
        for signal in [false, true] {
            let client = Config {
                signal_tickets: signal,
                ..config(Side::Client)
            };
            let server = Config {
                tickets: count,
                ..issuer()
            };
            let mut pair = Pair::with(client, server.clone());
            pair.connect();
            let tail: Vec<i32> = [28].into_iter().chain((0..count).flat_map(|_| [29, 28])).collect();
            let tail = if count == 0 { &tail[..] } else { &tail[..tail.len() - 1] };
            let states = &pair.server.states;
            assert_eq!(&states[states.len() - tail.len() - 1..states.len() - 1], tail);
            assert_eq!(states.last(), Some(&27));
            // The flight, and all tickets together.
            assert_eq!(pair.server.sends, if count == 0 { 1 } else { 2 });
            pair.exchange(10);
            assert_eq!(pair.client.tickets.len(), usize::from(count));
            assert_eq!(pair.client.signals, if signal { usize::from(count) } else { 0 });
            let tickets = pair.client.tickets.clone();
            for (index, ticket) in tickets.iter().enumerate() {
                for other in &tickets[..index] {
                    assert_ne!(ticket.session.secret, other.session.secret);
                    assert_ne!(ticket.session.age_add, other.session.age_add);
                }
                let mut next = again(&pair, config(Side::Client), server.clone(), ticket);
                next.connect();
                assert_resumed(&next, RESUMED);
                next.exchange(10);
                assert_eq!(next.client.tickets.len(), 1, "a resumed connection gets one");
            }
        }
    }
}

/// However many a server is told to send, its tickets are no flood to the client.
#[test]
fn so_many_tickets_that_the_client_does_not_mind() {
    let server = Config {
        tickets: 1000,
        ..issuer()
    };
    let mut pair = Pair::with(config(Side::Client), server);
    pair.connect();
    assert_eq!(pair.server.states.iter().filter(|state| **state == 29).count(), 16);
    pair.exchange(10);
}

#[test]
fn no_ticket_for_whom_it_would_be_of_no_use() {
    let client = Config {
        key_exchange_modes: CERTIFICATES,
        ..config(Side::Client)
    };
    let mut pair = Pair::with(client, issuer());
    pair.connect();
    assert_eq!(pair.server.states[pair.server.states.len() - 2..], [15, 27]);
    assert!(!pair.server.asks.contains(&"WriteTicket"));

    // The server would not take it: the state is passed through, as without ticket keys.
    let server = Config {
        key_exchange_modes: CERTIFICATES,
        ..issuer()
    };
    let mut pair = Pair::with(config(Side::Client), server);
    pair.connect();
    assert_eq!(pair.server.states[pair.server.states.len() - 3..], [15, 28, 27]);
    assert!(!pair.server.asks.contains(&"WriteTicket"));
}

#[test]
fn a_server_says_no_more_than_seven_days() {
    let mut pair = Pair::with(config(Side::Client), issuer());
    pair.server.application.lifetime = u32::MAX;
    pair.connect();
    pair.exchange(10);
    assert_eq!(pair.client.tickets[0].session.lifetime, MAX_LIFETIME);
}

/// A ticket as a rogue server sends it.
fn ticket(lifetime: u32, nonce: &[u8], ticket: &[u8]) -> Vec<u8> {
    let mut out = vec![];
    NewSessionTicket {
        ticket_lifetime: lifetime,
        ticket_age_add: 7,
        ticket_nonce: nonce,
        ticket,
        max_early_data_size: None,
        grease: None,
    }
    .write(&mut out)
    .unwrap();
    out
}

#[test]
fn what_a_client_makes_of_lifetimes() {
    for (said, kept) in [
        (0, None),
        (1, Some(1)),
        (MAX_LIFETIME + 1, Some(MAX_LIFETIME)),
        (u32::MAX, Some(MAX_LIFETIME)),
    ] {
        let mut rogue = Rogue::server_connected();
        rogue.push(ContentType::HANDSHAKE, &ticket(said, b"n", b"t"));
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let lifetimes: Vec<_> = rogue.end.tickets.iter().map(|ticket| ticket.session.lifetime).collect();
        assert_eq!(lifetimes, kept.into_iter().collect::<Vec<_>>());
    }
}

#[test]
fn the_newest_tickets_are_kept() {
    let mut rogue = Rogue::server_connected();
    // Two in one record, then one each: nobody takes any of them until the end.
    let names: Vec<_> = (0..8).map(|index| format!("ticket {index}")).collect();
    let all: Vec<_> = names
        .iter()
        .map(|name| ticket(100, name.as_bytes(), name.as_bytes()))
        .collect();
    rogue.push(ContentType::HANDSHAKE, &all[..2].concat());
    all[2..]
        .iter()
        .for_each(|ticket| rogue.push(ContentType::HANDSHAKE, ticket));
    let sealed = rogue.line.sealed();
    rogue.end.incoming.extend(sealed);
    let reader = &mut rogue.end.connection.reader;
    assert!(!reader.has_ticket() && reader.take_ticket().is_none());
    let mut incoming = &rogue.end.incoming[..];
    while let Err(ferrotls::tls::want::Stop::Want(ferrotls::tls::want::Want::Recv { at_least })) =
        reader.read(&mut [0; 9])
    {
        let len = at_least.min(incoming.len());
        if len == 0 {
            break;
        }
        let mut loan = reader.lend(at_least);
        loan.space()[..len].copy_from_slice(&incoming[..len]);
        reader.give_back(loan, len);
        incoming = &incoming[len..];
    }
    reader.stamp_tickets(NOW);
    let kept: Vec<_> = std::iter::from_fn(|| reader.take_ticket()).collect();
    let found: Vec<_> = kept.iter().map(|ticket| ticket.ticket.clone()).collect();
    let expected: Vec<_> = names[8 - MAX_TICKETS..]
        .iter()
        .map(|name| name.clone().into_bytes())
        .collect();
    assert_eq!(found, expected);
    assert!(kept.iter().all(|ticket| ticket.session.created == NOW));
}

#[test]
fn a_signal_for_each_of_the_tickets_in_one_record() {
    let mut rogue = Rogue::server_connected();
    let client = Config {
        signal_tickets: true,
        ..config(Side::Client)
    };
    // This client does not want to be told; the next does, and its two tickets share a record as well.
    let all = [ticket(100, b"1", b"one"), ticket(100, b"2", b"two")].concat();
    rogue.push(ContentType::HANDSHAKE, &all);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!((rogue.end.tickets.len(), rogue.end.signals), (2, 0));

    let server = Config { tickets: 2, ..issuer() };
    let mut pair = Pair::with(client, server);
    pair.connect();
    pair.exchange(10);
    assert_eq!((pair.client.tickets.len(), pair.client.signals), (2, 2));
}

#[test]
fn a_ticket_is_used_until_its_end_and_no_longer() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    let end = 7200 * 1000;
    for (client, server, expected) in [
        (0, 0, RESUMED),
        (end, end, RESUMED),
        // The client does not offer it.
        (end + 1, 0, None),
        (u64::MAX - NOW, 0, None),
        // The server does not take it.
        (0, end + 1, None),
        (0, u64::MAX - NOW, None),
        // The two do not agree on its age, which only early data minds.
        (0, end, RESUMED),
        (end, 0, RESUMED),
    ] {
        let psk = try_again(&earlier, &ticket, |pair| {
            pair.client.now = NOW + client;
            pair.server.now = NOW + server;
        });
        assert_eq!(psk, expected, "client after {client} ms, server after {server} ms");
    }
}

#[test]
fn clocks_that_went_back_end_in_a_full_handshake() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    for (client, server, expected) in [
        (6000, 6000, RESUMED),
        (6001, 0, None),
        (0, 6001, None),
        (NOW, 0, None),
        (0, NOW, None),
        (NOW, NOW, None),
    ] {
        let psk = try_again(&earlier, &ticket, |pair| {
            pair.client.now = NOW - client;
            pair.server.now = NOW - server;
        });
        assert_eq!(psk, expected, "client {client} ms back, server {server} ms back");
    }
    // A ticket that nobody has stamped is as old as can be.
    let mut unstamped = ticket;
    unstamped.session.created = 0;
    assert_eq!(try_again(&earlier, &unstamped, |_| {}), None);
}

#[test]
fn a_ticket_goes_with_its_name() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    for name in [None, Some("other.example".to_owned())] {
        let mut other = ticket.clone();
        other.session.server_name = name.clone();
        assert_eq!(
            try_again(&earlier, &other, |_| {}),
            None,
            "the client does not offer it"
        );
        let (earlier, ticket) = first(config(Side::Client), issuer());
        change_session(&earlier, |session| session.server_name = name);
        assert_eq!(
            try_again(&earlier, &ticket, |_| {}),
            None,
            "the server does not take it"
        );
    }
}

#[test]
fn what_the_server_cannot_use_is_no_error() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    // It is none of its own.
    let mut unknown = ticket.clone();
    unknown.ticket = b"whose?".to_vec();
    assert_eq!(try_again(&earlier, &unknown, |_| {}), None);
    // It has no ticket keys: nobody is asked.
    let server = Config {
        parses_tickets: false,
        ..issuer()
    };
    let mut pair = again(&earlier, config(Side::Client), server, &ticket);
    pair.connect();
    assert_resumed(&pair, None);
    assert_eq!(pair.server.asks, ["select", "WriteTicket"]);
    // It may be used in no mode that is left.
    for modes in [
        CERTIFICATES,
        KeyExchangeModes {
            psk: true,
            ..CERTIFICATES
        },
    ] {
        let (earlier, ticket) = first(config(Side::Client), issuer());
        change_session(&earlier, |session| session.modes = modes);
        assert_eq!(
            try_again(&earlier, &ticket, |_| {}),
            None,
            "certificates are better than {modes:?}"
        );
    }
}

#[test]
fn another_secret_fails_with_decrypt_error() {
    let (earlier, mut ticket) = first(config(Side::Client), issuer());
    let (other, _) = first(config(Side::Client), issuer());
    change_session(&other, |session| ticket.session.secret = session.secret.clone());
    let mut pair = again(&earlier, config(Side::Client), issuer(), &ticket);
    let alert = Error::PeerAlert(AlertDescription::DECRYPT_ERROR);
    assert_eq!(pair.run(), (Halt::Failed(alert), Halt::Failed(Error::DecryptError)));
}

#[test]
fn the_suite_is_the_tickets_or_one_with_its_hash() {
    let (aes, chacha) = (CipherSuite::AES_128_GCM_SHA256, CipherSuite::CHACHA20_POLY1305_SHA256);
    let sha384 = CipherSuite::AES_256_GCM_SHA384;
    for (first_suite, client, server, expected) in [
        // The ticket's own, whatever else is liked better.
        (chacha, vec![aes, chacha], vec![aes, chacha], Some(chacha)),
        (aes, vec![sha384, chacha, aes], vec![chacha, sha384, aes], Some(aes)),
        // It is not to be had.
        (aes, vec![sha384, chacha], vec![aes, chacha, sha384], Some(chacha)),
        (aes, vec![sha384, aes, chacha], vec![sha384, chacha], Some(chacha)),
        // Nor is its hash.
        (aes, vec![sha384], vec![aes, sha384], None),
        (aes, vec![sha384, aes], vec![sha384], None),
        (sha384, vec![aes, sha384], vec![aes], None),
    ] {
        let only = Config {
            suites: vec![first_suite],
            ..config(Side::Client)
        };
        let (earlier, ticket) = first(only, issuer());
        let client = Config {
            suites: client,
            ..config(Side::Client)
        };
        for prefer_own_suites in [false, true] {
            let server = Config {
                suites: server.clone(),
                prefer_own_suites,
                ..issuer()
            };
            let mut pair = again(&earlier, client.clone(), server, &ticket);
            pair.connect();
            assert_resumed(&pair, expected.and(RESUMED));
            if expected.is_some() {
                assert_eq!(pair.client.connection.suite(), expected);
            }
            pair.exchange(100);
        }
    }
}

#[test]
fn a_retry_keeps_the_ticket() {
    for suite in [CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384] {
        for cut in CUTS {
            let only = Config {
                suites: vec![suite],
                ..config(Side::Client)
            };
            let (earlier, ticket) = first(only, issuer());
            let server = Config {
                groups: vec![NamedGroup::SECP256R1],
                ..issuer()
            };
            // Liked best is a suite of another hash: the HelloRetryRequest has one that goes with the ticket all the same.
            let client = Config {
                suites: vec![CipherSuite::AES_256_GCM_SHA384, CipherSuite::AES_128_GCM_SHA256],
                ..config(Side::Client)
            };
            let mut pair = again(&earlier, client, server, &ticket).cut(cut);
            pair.connect();
            assert_resumed(&pair, RESUMED);
            assert_eq!(pair.client.connection.group(), Some(NamedGroup::SECP256R1));
            assert_eq!(pair.client.connection.suite(), Some(suite));
            assert_eq!(pair.server.states[..6], [0, 1, 18, 26, 1, 2]);
            let asked = ["select", "ParseTicket", "select", "ParseTicket", "WriteTicket"];
            assert_eq!(pair.server.asks, asked);
            pair.exchange(1000);
        }
    }
}

#[test]
fn after_a_retry_the_ticket_may_be_gone() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    let server = Config {
        groups: vec![NamedGroup::SECP256R1],
        ..issuer()
    };
    let mut pair = again(&earlier, config(Side::Client), server, &ticket);
    let (mut receive, mut send) = (usize::MAX, usize::MAX);
    // ClientHello, HelloRetryRequest, ClientHello.
    pair.client
        .handshake(&mut receive, &mut send, &mut pair.server.incoming);
    pair.server
        .handshake(&mut receive, &mut send, &mut pair.client.incoming);
    pair.client
        .handshake(&mut receive, &mut send, &mut pair.server.incoming);
    pair.server.application.sessions.lock().unwrap().clear();
    pair.connect();
    assert_resumed(&pair, None);
}

#[test]
fn a_resumed_connection_has_its_own_protocol_and_secrets() {
    let offering = |protocols: &[&str]| {
        protocols
            .iter()
            .map(|name| name.as_bytes().to_vec())
            .collect::<Vec<_>>()
    };
    let both = |side, protocols: &[&str]| Config {
        alpn_protocols: offering(protocols),
        ..if side == Side::Client { config(side) } else { issuer() }
    };
    let (earlier, ticket) = first(both(Side::Client, &["h2"]), both(Side::Server, &["h2", "http/1.1"]));
    assert_eq!(ticket.session.alpn_protocol.as_deref(), Some(&b"h2"[..]));
    let server = both(Side::Server, &["h2", "http/1.1"]);
    let mut pair = again(&earlier, both(Side::Client, &["http/1.1"]), server, &ticket);
    pair.connect();
    assert_resumed(&pair, RESUMED);
    let secrets = |end: &End| {
        let secret = |event: &Event| match event {
            Event::Secret {
                kind: SecretKind::ClientApplication,
                secret,
                ..
            } => Some(secret.clone()),
            _ => None,
        };
        end.events.iter().find_map(secret).unwrap()
    };
    for end in [&pair.client, &pair.server] {
        assert_eq!(end.connection.alpn_protocol(), Some(&b"http/1.1"[..]));
        assert_eq!(secrets(end), secrets(&pair.client));
        assert_ne!(secrets(end), secrets(&earlier.client));
    }
    let exported = |end: &End| {
        let mut out = [0; 32];
        end.connection
            .export_keying_material(b"EXPORTER-x", Some(b""), &mut out)
            .unwrap();
        out
    };
    assert_eq!(exported(&pair.client), exported(&pair.server));
    assert_ne!(exported(&pair.client), exported(&earlier.client));
}

#[test]
fn a_client_is_asked_for_its_certificate_once() {
    let mut pair = Pair::with(config(Side::Client), issuer()).ask_client(Some(&ed25519()));
    pair.connect();
    pair.exchange(10);
    let ticket = pair.client.tickets.pop().unwrap();
    let mut next = again(&pair, config(Side::Client), issuer(), &ticket);
    next.connect();
    assert_resumed(&next, RESUMED);
    assert!(next.client.asks.is_empty());
    assert!(!next.server.asks.contains(&"verify"));
}

#[test]
fn no_changed_byte_of_the_hello_goes_unnoticed() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    let hello = {
        let mut pair = again(&earlier, config(Side::Client), issuer(), &ticket);
        let mut sent = vec![];
        pair.client
            .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut sent);
        sent
    };
    let mut noticed = 0;
    for at in 0..hello.len() {
        let mut pair = again(&earlier, config(Side::Client), issuer(), &ticket);
        let mut sent = vec![];
        pair.client
            .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut sent);
        assert_eq!(sent.len(), hello.len());
        sent[at] ^= 1;
        pair.server.incoming = sent;
        // The minor version of the record is not looked at.
        if at != 2 {
            let halts = pair.run();
            assert_ne!(halts, (Halt::Done, Halt::Done), "byte {at}");
            assert_ne!(halts.1, Halt::Failed(Error::Internal));
            noticed += 1;
        }
    }
    assert_eq!(noticed, hello.len() - 1);
}

/// RFC 8446 section 4.2.11: obfuscated_ticket_age is in milliseconds.
#[test]
fn pain_6623_the_age_of_a_ticket_is_in_milliseconds() {
    let (earlier, ticket) = first(config(Side::Client), issuer());
    for age in [0, 1, 999, 1000, 1234, 59_999] {
        let mut pair = again(&earlier, config(Side::Client), issuer(), &ticket);
        pair.client.now = NOW + age;
        let mut sent = vec![];
        pair.client.handshake(&mut 0, &mut usize::MAX.clone(), &mut sent);
        let hello = ferrotls::tls::wire::client_hello::ClientHello::read(&sent[9..]).unwrap();
        let offered = hello.extensions.pre_shared_key.unwrap();
        let said = offered.identities.iter().next().unwrap().obfuscated_ticket_age;
        assert_eq!(u64::from(said.wrapping_sub(ticket.session.age_add)), age);
    }
}
