//! Early data: written, read, counted, refused and skipped, and never taken twice (RFC 8446 sections 2.3, 4.2.10 and 8).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]
#![allow(clippy::as_conversions, reason = "tests pick bytes out of small numbers")]

mod common;

use std::sync::Arc;

use common::*;
use ferrotls::tls::{
    config::{Config, Options, Side},
    early_data::{EarlyData, Replays, replay::ReplayStore},
    error::Error,
    handshake::cookie::{CookieKey, StatelessRetry},
    session::{ExternalPsk, KeyExchangeModes, PskKind, Resumption},
    want::{Event, SecretKind, Stop, Want},
    wire::codes::{AlertDescription, CipherSuite, NamedGroup},
};
use zeroize::Zeroizing;

/// How many bytes of early data the tickets of these tests allow.
const MAX: u32 = 20_000;

const ALONE: KeyExchangeModes = KeyExchangeModes {
    ephemeral: false,
    psk_ephemeral: false,
    psk: true,
};

fn client() -> Config {
    Config {
        early_data: true,
        ..config(Side::Client)
    }
}

fn store(capacity: usize, began: u64) -> Replays {
    Replays::Store(Arc::new(ReplayStore::new(capacity, began)))
}

fn server() -> Config {
    Config {
        tickets: 1,
        parses_tickets: true,
        early_data: true,
        max_early_data: MAX,
        replays: store(100, NOW),
        ..config(Side::Server)
    }
}

fn data(len: usize) -> Vec<u8> {
    (0..len).map(|index| (index * 31 % 251) as u8).collect()
}

/// The lengths that are tried in this cut: byte by byte the long ones take long.
fn lengths(cut: Cut, all: &[usize]) -> Vec<usize> {
    let short = |len: &usize| *len < 1000 || !matches!(cut, Cut::Byte);
    all.iter().copied().filter(short).collect()
}

/// A first connection, and the ticket that came of it.
fn first(client: Config, server: Config) -> (Pair, Resumption) {
    let mut pair = Pair::with(client, server);
    pair.connect();
    pair.exchange(10);
    let ticket = pair.client.tickets.pop().unwrap();
    (pair, ticket)
}

/// Two ends with the application of an earlier connection's server, and a client that has its ticket.
fn again(first: &Pair, client: Config, server: Config, ticket: &Resumption) -> Pair {
    let mut pair = Pair::with(config(Side::Client), server);
    pair.server.application = first.server.application.clone();
    pair.client = End::new(client, options(ticket), Application::new(&[]));
    pair
}

fn options(ticket: &Resumption) -> Options {
    Options {
        server_name: Some("server.example".into()),
        export_secrets: true,
        resumption: Some(Arc::new(ticket.clone())),
        ..Options::default()
    }
}

/// A client with a ticket, and a server that takes it, both as usual.
fn usual() -> Pair {
    let (earlier, ticket) = first(client(), server());
    again(&earlier, client(), server(), &ticket)
}

/// Has the client write early data, as much as it may, in pieces that the transport takes at most `cut` of; how much it wrote.
fn write_early(pair: &mut Pair, data: &[u8]) -> usize {
    let Pair { client, server, cut } = pair;
    // As far as the flight goes without the server.
    while matches!(
        client.connection.early_data(),
        EarlyData::Undecided | EarlyData::Offered
    ) {
        assert_eq!(client.handshake(&mut 0, &mut 0, &mut vec![]), Halt::Blocked);
    }
    let mut written = 0;
    while written < data.len() && client.connection.writer.early_data_left().is_some() {
        written += client.connection.writer.write_early(&data[written..]).unwrap();
        while client.flush(&mut cut.quota(), &mut server.incoming) == Halt::Blocked {}
    }
    written
}

#[track_caller]
fn assert_status(pair: &Pair, status: EarlyData) {
    for end in [&pair.client, &pair.server] {
        assert_eq!(end.connection.early_data(), status);
    }
}

/// The client, whose handshake was over before the server saw its early data, hears what the server makes of it.
#[track_caller]
fn assert_told(pair: &mut Pair, alert: AlertDescription) {
    let halt = pair.client.read(&mut usize::MAX.clone());
    assert_eq!(halt, Halt::Failed(Error::PeerAlert(alert)));
}

fn secret(end: &End, wanted: SecretKind) -> Vec<Vec<u8>> {
    let secrets = end.events.iter().filter_map(|event| match event {
        Event::Secret { kind, secret, .. } if *kind == wanted => Some(secret.as_bytes().to_vec()),
        _ => None,
    });
    secrets.collect()
}

#[test]
fn early_data_is_taken_with_every_suite_in_every_cut() {
    for suite in SUITES {
        let of_suite = || Config {
            suites: vec![suite],
            ..client()
        };
        let (earlier, ticket) = first(of_suite(), server());
        for cut in CUTS {
            for len in lengths(cut, &[1, 700, 17_000, MAX as usize]) {
                let mut pair = again(&earlier, of_suite(), server(), &ticket).cut(cut);
                let data = data(len);
                assert_eq!(write_early(&mut pair, &data), len);
                pair.connect();
                assert!(pair.server.early == data, "{suite:?} {cut:?} {len}");
                assert_status(&pair, EarlyData::Ended);
                assert_eq!(pair.client.states, [0, 1, 25, 2, 19, 13, 20, 7, 11, 14, 15, 27]);
                assert_eq!(pair.server.states, [0, 1, 2, 24, 19, 13, 20, 11, 15, 28, 29, 27]);
                assert_eq!(pair.server.connection.psk(), Some(PskKind::Resumption));
                for kind in [SecretKind::ClientEarly, SecretKind::EarlyExporter] {
                    assert_eq!(secret(&pair.client, kind).len(), 1);
                    assert_eq!(secret(&pair.client, kind), secret(&pair.server, kind));
                }
                pair.exchange(1000);
            }
        }
    }
}

#[test]
fn early_data_goes_with_a_key_alone() {
    let modes = |config: Config| Config {
        key_exchange_modes: KeyExchangeModes {
            psk: true,
            ..KeyExchangeModes::ALL
        },
        ..config
    };
    let (earlier, ticket) = first(modes(client()), modes(server()));
    let alone = Config {
        key_exchange_modes: ALONE,
        ..client()
    };
    let mut pair = again(&earlier, alone, modes(server()), &ticket);
    assert_eq!(write_early(&mut pair, b"early"), 5);
    pair.connect();
    assert_eq!(pair.server.early, b"early");
    assert_eq!(pair.client.connection.group(), None);
    assert_status(&pair, EarlyData::Ended);
    pair.exchange(100);
}

#[test]
fn nothing_written_is_taken_too() {
    let mut pair = usual();
    pair.connect();
    assert!(pair.server.early.is_empty());
    assert_status(&pair, EarlyData::Ended);
    assert_eq!(pair.client.states, [0, 1, 25, 2, 19, 13, 20, 7, 11, 14, 15, 27]);
    pair.exchange(100);
}

/// Until the server's Finished is here, early data may be written; the server has accepted it meanwhile.
#[test]
fn early_data_is_written_in_each_state_up_to_the_servers_finished() {
    let mut pair = usual();
    assert_eq!(write_early(&mut pair, b"one"), 3);
    let Pair { client, server, .. } = &mut pair;
    assert_eq!(
        server.handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut client.incoming),
        Halt::Blocked
    );
    assert_eq!(server.early, b"one");
    let mut written = vec![];
    while !client.connection.is_handshake_over() {
        let state = client.connection.state_id();
        if client.connection.early_data().is_open() && !written.contains(&state) {
            written.push(state);
            assert_eq!(client.connection.writer.write_early(b"more").unwrap(), 4);
        }
        match client.connection.step() {
            Ok(()) => {}
            Err(Stop::Want(Want::Send)) => _ = client.flush(&mut usize::MAX.clone(), &mut server.incoming),
            Err(Stop::Want(Want::Recv { at_least })) => {
                let mut loan = client.connection.reader.lend(at_least);
                loan.space().copy_from_slice(&client.incoming[..at_least]);
                client.incoming.drain(..at_least);
                client.connection.reader.give_back(loan, at_least);
            }
            Err(stop) => panic!("{stop:?}"),
        }
    }
    // ServerHello, EncryptedExtensions and Finished were awaited.
    assert_eq!(written, [2, 19, 13]);
    assert_eq!(client.connection.writer.early_data_left(), None);
    assert!(client.connection.writer.write_early(b"late").is_err());
    pair.connect();
    assert_eq!(pair.server.early, b"onemoremoremore");
    assert_status(&pair, EarlyData::Ended);
    pair.exchange(100);
}

#[test]
fn client_keeps_to_the_limit_of_its_ticket() {
    let limited = || Config {
        max_early_data: 100,
        ..server()
    };
    let (earlier, ticket) = first(client(), limited());
    assert_eq!(ticket.session.max_early_data, 100);
    let mut pair = again(&earlier, client(), limited(), &ticket);
    assert_eq!(write_early(&mut pair, &data(40)), 40);
    assert_eq!(pair.client.connection.writer.early_data_left(), Some(60));
    assert_eq!(write_early(&mut pair, &data(500)), 60);
    assert_eq!(pair.client.connection.writer.early_data_left(), None);
    assert!(matches!(
        pair.client.connection.writer.write_early(b"x"),
        Err(Error::BadInput)
    ));
    // That was no harm.
    pair.connect();
    assert_eq!(pair.server.early.len(), 100);
    assert_status(&pair, EarlyData::Ended);
    pair.exchange(100);
}

#[test]
fn server_keeps_to_the_limit_of_its_ticket() {
    for (sizes, fits) in [
        (&[100][..], true),
        (&[101], false),
        (&[60, 40], true),
        (&[60, 41], false),
        (&[1; 100], true),
        (&[1; 101], false),
    ] {
        let limited = || Config {
            max_early_data: 100,
            ..server()
        };
        let (earlier, mut ticket) = first(client(), limited());
        ticket.session.max_early_data = 1000;
        let mut pair = again(&earlier, client(), limited(), &ticket);
        for size in sizes {
            assert_eq!(write_early(&mut pair, &data(*size)), *size);
        }
        if fits {
            pair.connect();
            assert_eq!(pair.server.early.len(), 100);
            continue;
        }
        assert_eq!(pair.run(), (Halt::Done, Halt::Failed(Error::TooMuch)), "{sizes:?}");
        assert_told(&mut pair, AlertDescription::UNEXPECTED_MESSAGE);
        assert!(pair.server.early.len() <= 100);
    }
}

/// One way for a server to refuse: what makes it, and what becomes of the handshake.
struct Refusal {
    name: &'static str,
    make: fn(&mut Config, &mut Config, &mut Resumption),
    psk: Option<PskKind>,
}

fn refusals() -> Vec<Refusal> {
    let resumed = Some(PskKind::Resumption);
    let refusal = |name, psk, make| Refusal { name, make, psk };
    vec![
        refusal("it is off", resumed, |_, server, _| server.early_data = false),
        refusal("nobody remembers replays", resumed, |_, server, _| {
            server.replays = Replays::Refused;
        }),
        refusal("no room to remember", resumed, |_, server, _| {
            server.replays = store(0, NOW)
        }),
        refusal("no server of before remembers", resumed, |_, server, _| {
            server.replays = store(100, NOW + 1);
        }),
        refusal("another suite of the same hash", resumed, |_, server, _| {
            server.suites = vec![CipherSuite::CHACHA20_POLY1305_SHA256];
        }),
        refusal("another hash", None, |_, server, _| {
            server.suites = vec![CipherSuite::AES_256_GCM_SHA384];
        }),
        refusal("another protocol", resumed, |client, server, ticket| {
            ticket.session.alpn_protocol = None;
            client.alpn_protocols = vec![b"new".to_vec()];
            server.alpn_protocols = vec![b"new".to_vec()];
        }),
        refusal("an unknown ticket", None, |_, _, ticket| {
            ticket.ticket = b"unknown".to_vec()
        }),
        refusal("another age", resumed, |_, _, ticket| {
            ticket.session.age_add = ticket.session.age_add.wrapping_add(10_001);
        }),
        refusal("another age, younger", resumed, |_, _, ticket| {
            ticket.session.age_add = ticket.session.age_add.wrapping_sub(1_000_000);
        }),
        refusal("no ticket of the server's at all", None, |_, server, _| {
            server.parses_tickets = false;
        }),
        refusal("another share", resumed, |_, server, _| {
            server.groups = vec![NamedGroup::SECP521R1];
        }),
        refusal("a cookie first", resumed, |_, server, _| {
            server.stateless_retry = StatelessRetry::Always;
            server.cookie_key = Some(Arc::new(CookieKey::new(b"a key of cookies")));
        }),
        refusal("another share and no ticket", None, |_, server, _| {
            server.groups = vec![NamedGroup::SECP521R1];
            server.parses_tickets = false;
        }),
    ]
}

#[test]
fn early_data_that_is_refused_is_skipped_in_every_cut() {
    for Refusal { name, make, psk } in refusals() {
        let (earlier, ticket) = first(client(), server());
        for cut in CUTS {
            for len in lengths(cut, &[0, 1, 700, 17_000]) {
                let (mut client, mut server, mut ticket) = (client(), server(), ticket.clone());
                make(&mut client, &mut server, &mut ticket);
                let retries = server.groups.len() == 1 || server.cookie_key.is_some();
                let mut pair = again(&earlier, client, server, &ticket).cut(cut);
                assert_eq!(write_early(&mut pair, &data(len)), len, "{name}");
                pair.connect();
                assert!(pair.server.early.is_empty(), "{name}");
                assert_status(&pair, EarlyData::Rejected);
                assert_eq!(pair.client.connection.psk(), psk, "{name}");
                let states: &[i32] = if retries {
                    &[0, 1, 25, 2, 23, 1, 2, 19]
                } else {
                    &[0, 1, 25, 2, 19]
                };
                assert_eq!(pair.client.states[..states.len()], *states, "{name}");
                assert!(!pair.client.states.contains(&20) && !pair.server.states.contains(&20));
                assert!(secret(&pair.server, SecretKind::ClientEarly).is_empty());
                assert_eq!(pair.client.connection.writer.early_data_left(), None);
                // Now it can be sent again.
                pair.exchange(1000);
            }
        }
    }
}

/// The first key of the client's is unknown, the second is taken: early data was for the first.
#[test]
fn early_data_is_for_the_first_key() {
    let (earlier, mut ticket) = first(client(), server());
    ticket.ticket = b"unknown".to_vec();
    let known = ExternalPsk {
        identity: b"known".to_vec(),
        secret: Zeroizing::new(vec![7; 32]),
        hash: ferrotls::crypto::hash::HashAlgorithm::Sha256,
    };
    let finds = Config {
        finds_psks: true,
        ..server()
    };
    let mut pair = again(&earlier, client(), finds, &ticket);
    let with_key = Options {
        psks: vec![known.clone()],
        ..options(&ticket)
    };
    pair.client = End::new(client(), with_key, Application::new(&[]));
    pair.server.application.psks = vec![known];
    assert_eq!(write_early(&mut pair, b"early"), 5);
    pair.connect();
    assert_eq!(pair.server.connection.psk(), Some(PskKind::External));
    assert!(pair.server.early.is_empty());
    assert_status(&pair, EarlyData::Rejected);
    pair.exchange(100);
}

#[test]
fn client_offers_only_what_the_ticket_allows() {
    let offers = |make: fn(&mut Config, &mut Resumption)| {
        let (earlier, mut ticket) = first(client(), server());
        let mut client = client();
        make(&mut client, &mut ticket);
        let mut pair = again(&earlier, client, server(), &ticket);
        pair.client.handshake(&mut 0, &mut 0, &mut vec![]);
        pair.client.connection.early_data() == EarlyData::Open
    };
    assert!(offers(|_, _| {}));
    assert!(!offers(|client, _| client.early_data = false));
    assert!(!offers(|_, ticket| ticket.session.max_early_data = 0));
    // Another suite of that hash would serve for the ticket, but not for early data.
    assert!(!offers(|client, _| client.suites.retain(|suite| *suite != SUITES[0])));
    assert!(!offers(|_, ticket| ticket.session.alpn_protocol = Some(b"old".to_vec())));
    assert!(offers(|client, ticket| {
        client.alpn_protocols = vec![b"new".to_vec(), b"old".to_vec()];
        ticket.session.alpn_protocol = Some(b"old".to_vec());
    }));
    // Nothing to offer it with.
    assert!(!offers(|client, _| client.key_exchange_modes = KeyExchangeModes {
        psk: false,
        psk_ephemeral: false,
        ephemeral: true,
    }));
}

/// A server that takes early data for another protocol than it was written for is not believed.
#[test]
fn early_data_is_taken_for_the_protocol_of_the_ticket_only() {
    let (earlier, mut ticket) = first(client(), server());
    ticket.session.alpn_protocol = Some(b"old".to_vec());
    let with_protocol = Config {
        alpn_protocols: vec![b"old".to_vec()],
        ..client()
    };
    // The server's own session has no protocol, nor has the server.
    let mut pair = again(&earlier, with_protocol, server(), &ticket);
    assert_eq!(write_early(&mut pair, b"early"), 5);
    let (client, server) = pair.run();
    assert_eq!(client, Halt::Failed(Error::IllegalParameter));
    // The alert comes under the keys of early data, which the server reads.
    assert_eq!(
        server,
        Halt::Failed(Error::PeerAlert(AlertDescription::ILLEGAL_PARAMETER))
    );
}

/// What a client sends first, with early data in it.
fn first_flight(pair: &mut Pair, data: &[u8]) -> Vec<u8> {
    assert_eq!(write_early(pair, data), data.len());
    pair.server.incoming.clone()
}

/// Whether a server with this configuration takes early data out of a flight.
fn takes(earlier: &Pair, config: &Config, now: u64, flight: &[u8]) -> bool {
    let mut server = End::new(config.clone(), Options::default(), earlier.server.application.clone());
    server.now = now;
    server.incoming = flight.to_vec();
    let halt = server.handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut vec![]);
    assert_eq!(halt, Halt::Blocked);
    assert_eq!(server.connection.psk(), Some(PskKind::Resumption));
    !server.early.is_empty()
}

#[test]
fn a_flight_is_taken_once_within_its_window_and_never_outside() {
    let (earlier, ticket) = first(client(), server());
    let shared = server();
    let mut client = again(&earlier, client(), shared.clone(), &ticket);
    client.client.now = NOW + 100_000;
    let flight = first_flight(&mut client, b"once");
    let at = |offset| NOW + 100_000 + offset;
    assert!(!takes(&earlier, &shared, at(0) - 10_001, &flight), "too soon");
    assert!(!takes(&earlier, &shared, at(10_001), &flight), "too late");
    assert!(takes(&earlier, &shared, at(5_000), &flight), "once");
    for now in [at(0) - 10_000, at(0), at(5_000), at(10_000), at(10_001), at(1_000_000)] {
        assert!(!takes(&earlier, &shared, now, &flight), "again, at {now}");
    }
    // The clock of the server goes back to when the flight was fresh.
    assert!(!takes(&earlier, &shared, at(5_000), &flight));
    // A server that remembers for itself takes it, once.
    let other = Config {
        replays: store(1, NOW),
        ..shared.clone()
    };
    assert!(takes(&earlier, &other, at(0), &flight));
    assert!(!takes(&earlier, &other, at(0), &flight));
    // One that remembers nothing takes it as long as it is fresh.
    let forgetful = Config {
        replays: Replays::NotRecorded,
        ..shared
    };
    assert!(takes(&earlier, &forgetful, at(0), &flight) && takes(&earlier, &forgetful, at(10_000), &flight));
    assert!(!takes(&earlier, &forgetful, at(10_001), &flight));
}

#[test]
fn flights_of_one_ticket_are_told_apart_until_the_store_is_full() {
    let (earlier, ticket) = first(client(), server());
    let small = Config {
        replays: store(3, NOW),
        ..server()
    };
    let flights: Vec<_> = (0..5)
        .map(|_| first_flight(&mut again(&earlier, client(), server(), &ticket), b"same"))
        .collect();
    let taken: Vec<_> = flights
        .iter()
        .map(|flight| takes(&earlier, &small, NOW, flight))
        .collect();
    assert_eq!(taken, [true, true, true, false, false]);
    assert!(!flights.iter().any(|flight| takes(&earlier, &small, NOW + 1, flight)));
}

#[test]
fn application_remembers_in_place_of_the_store() {
    for fresh in [true, false] {
        let asking = || Config {
            replays: Replays::Application,
            ..server()
        };
        let (earlier, ticket) = first(client(), asking());
        let mut pair = again(&earlier, client(), asking(), &ticket);
        pair.server.application.calls_fresh = fresh;
        assert_eq!(write_early(&mut pair, b"early"), 5);
        pair.connect();
        assert_eq!(
            pair.server.asks,
            ["select", "ParseTicket", "CheckReplay", "WriteTicket"]
        );
        let (early, status) = match fresh {
            true => (&b"early"[..], EarlyData::Ended),
            false => (&b""[..], EarlyData::Rejected),
        };
        assert_eq!(pair.server.early, early);
        assert_status(&pair, status);
        pair.exchange(100);
        // It is not asked about what is not fresh.
        let mut stale = again(&earlier, client(), asking(), &ticket);
        stale.server.now = NOW + 20_000;
        stale.connect();
        assert!(!stale.server.asks.contains(&"CheckReplay"));
    }
}

/// Early data that nobody reads holds the handshake up, and is not lost.
#[test]
fn early_data_waits_until_it_is_read() {
    let mut pair = usual();
    assert_eq!(write_early(&mut pair, &data(300)), 300);
    let server = &mut pair.server;
    loop {
        server.connection.set_now(NOW);
        match server.connection.step() {
            Ok(()) => {}
            Err(Stop::Want(Want::EarlyData)) => break,
            Err(Stop::Want(Want::Send)) => _ = server.flush(&mut usize::MAX.clone(), &mut pair.client.incoming),
            Err(Stop::Want(Want::Recv { at_least })) => {
                let mut loan = server.connection.reader.lend(at_least);
                loan.space().copy_from_slice(&server.incoming[..at_least]);
                server.incoming.drain(..at_least);
                server.connection.reader.give_back(loan, at_least);
            }
            Err(Stop::Want(Want::Ask(ask))) => {
                let answer = server.application.answer(&server.connection, &ask);
                server.connection.answer(answer);
            }
            Err(stop) => panic!("{stop:?}"),
        }
        assert_eq!(server.connection.reader.read_early(&mut [0; 4]), None);
    }
    let mut read = vec![];
    let mut out = [0; 7];
    while read.len() < 300 {
        assert!(matches!(server.connection.step(), Err(Stop::Want(Want::EarlyData))));
        assert_eq!(server.connection.reader.bytes_available(), 300 - read.len());
        let len = server.connection.reader.read_early(&mut out).unwrap();
        read.extend_from_slice(&out[..len]);
        // Data of after the handshake is something else.
        assert!(matches!(
            server.connection.reader.read(&mut []),
            Err(Stop::Fail(Error::BadInput))
        ));
    }
    assert_eq!(server.connection.reader.read_early(&mut out), None);
    assert!(read == data(300));
    pair.connect();
    assert_status(&pair, EarlyData::Ended);
    pair.exchange(100);
}

/// More than may have been sent is not skipped; as much as may, is.
#[test]
fn skipping_is_bounded() {
    for (allowed, len, skipped) in [
        // At least 64 KiB are skipped.
        (0, 60_000, true),
        (0, 70_000, false),
        // Or as much as the configuration allows.
        (150_000, 149_000, true),
        (150_000, 170_000, false),
    ] {
        for retry in [false, true] {
            let (earlier, mut ticket) = first(client(), server());
            ticket.session.max_early_data = u32::MAX;
            ticket.ticket = b"unknown".to_vec();
            let refusing = Config {
                max_early_data: allowed,
                early_data: false,
                groups: if retry {
                    vec![NamedGroup::SECP521R1]
                } else {
                    GROUPS.to_vec()
                },
                ..server()
            };
            let mut pair = again(&earlier, client(), refusing, &ticket);
            assert_eq!(write_early(&mut pair, &data(len)), len);
            if skipped {
                pair.connect();
                pair.exchange(100);
                continue;
            }
            let error = if retry {
                Error::UnexpectedMessage
            } else {
                Error::BadRecordMac
            };
            assert_eq!(pair.run().1, Halt::Failed(error), "{allowed} {len}");
        }
    }
}

/// Changes a byte of the record number `record` that the server is to get.
fn damage(incoming: &mut [u8], record: usize) {
    let mut at = 0;
    for _ in 0..record {
        at += 5 + usize::from(u16::from_be_bytes([incoming[at + 3], incoming[at + 4]]));
    }
    incoming[at + 5] ^= 1;
}

/// RFC 8446 section 4.2.10: "If the server fails to decrypt a 0-RTT record following an accepted "early_data" extension, it MUST
/// terminate the connection with a "bad_record_mac" alert".
#[test]
fn damaged_early_data_is_fatal_where_it_is_taken() {
    // ClientHello, change_cipher_spec, early data.
    let mut pair = usual();
    assert_eq!(write_early(&mut pair, b"early"), 5);
    damage(&mut pair.server.incoming, 2);
    assert_eq!(pair.run(), (Halt::Done, Halt::Failed(Error::BadRecordMac)));
    assert_told(&mut pair, AlertDescription::BAD_RECORD_MAC);
    // Where it is skipped nobody can tell.
    let (earlier, ticket) = first(client(), server());
    let refusing = Config {
        early_data: false,
        ..server()
    };
    let mut pair = again(&earlier, client(), refusing, &ticket);
    assert_eq!(write_early(&mut pair, b"early"), 5);
    damage(&mut pair.server.incoming, 2);
    pair.connect();
}

/// What follows the ClientHello in its record would be lost when the keys change: it is refused, not dropped (section 5.1).
#[test]
fn bytes_behind_the_client_hello_in_its_record_are_not_dropped() {
    for extra in [&[1][..], &[5, 0, 0, 0], &[1, 0, 0, 1, 0]] {
        let mut pair = usual();
        assert_eq!(write_early(&mut pair, b"early"), 5);
        let incoming = &mut pair.server.incoming;
        let len = usize::from(u16::from_be_bytes([incoming[3], incoming[4]]));
        let longer = u16::try_from(len + extra.len()).unwrap().to_be_bytes();
        incoming[3..5].copy_from_slice(&longer);
        incoming.splice(5 + len..5 + len, extra.iter().copied());
        let (client, server) = pair.run();
        assert_eq!(server, Halt::Failed(Error::UnexpectedMessage));
        assert_eq!(
            client,
            Halt::Failed(Error::PeerAlert(AlertDescription::UNEXPECTED_MESSAGE))
        );
    }
}

/// Application data that nobody has announced is no early data.
#[test]
fn early_data_without_its_extension_is_refused() {
    let (earlier, ticket) = first(client(), server());
    let flight = first_flight(&mut again(&earlier, client(), server(), &ticket), b"early");
    let hello = 5 + usize::from(u16::from_be_bytes([flight[3], flight[4]]));
    let quiet = Config {
        early_data: false,
        ..client()
    };
    let mut pair = again(&earlier, quiet, server(), &ticket);
    assert_eq!(
        pair.client
            .handshake(&mut 0, &mut usize::MAX.clone(), &mut pair.server.incoming),
        Halt::Blocked
    );
    pair.server.incoming.extend_from_slice(&flight[hello..]);
    let halt = pair
        .server
        .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut vec![]);
    assert_eq!(halt, Halt::Failed(Error::BadRecordMac));
    assert_eq!(pair.server.connection.early_data(), EarlyData::NotOffered);
}
