//! Early data: written, read, counted, refused and skipped, and never taken twice (RFC 8446 sections 2.3, 4.2.10 and 8).
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]
#![allow(clippy::as_conversions, reason = "tests pick bytes out of small numbers")]

mod common;

use std::sync::Arc;

use common::{early::*, rogue::next_works, *};
use ferrotls::tls::{
    config::{Config, Options},
    early_data::{EarlyData, Replays},
    error::Error,
    handshake::cookie::{CookieKey, StatelessRetry},
    record::inbound::MIN_EARLY_DATA_DROPPED,
    session::{ExternalPsk, KeyExchangeModes, PskKind, Resumption},
    want::{SecretKind, Stop, Want},
    wire::codes::{AlertDescription, CipherSuite, NamedGroup},
};
use zeroize::Zeroizing;

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
                for end in [&pair.client, &pair.server] {
                    assert_eq!(export_early(end, b"label", b""), Err(Error::BadInput), "{name}");
                }
                // Now it can be sent again.
                pair.exchange(1000);
            }
        }
    }
}

/// What either end exports of its early data.
fn export_early(end: &End, label: &[u8], context: &[u8]) -> Result<Vec<u8>, Error> {
    let mut out = vec![0; 40];
    end.connection
        .export_early_keying_material(label, context, &mut out)
        .map(|()| out)
}

#[test]
fn both_ends_export_the_same_of_early_data() {
    let (earlier, ticket) = first(client(), server());
    assert_eq!(export_early(&earlier.client, b"label", b""), Err(Error::BadInput));
    assert_eq!(export_early(&earlier.server, b"label", b""), Err(Error::BadInput));
    let mut pair = again(&earlier, client(), server(), &ticket);
    assert_eq!(export_early(&pair.client, b"label", b""), Err(Error::BadInput));
    assert_eq!(write_early(&mut pair, b"early"), 5);
    // The client has it before the server has said anything.
    let ours = export_early(&pair.client, b"label", b"context").unwrap();
    pair.connect();
    assert_status(&pair, EarlyData::Ended);
    assert_eq!(export_early(&pair.client, b"label", b"context"), Ok(ours.clone()));
    assert_eq!(export_early(&pair.server, b"label", b"context"), Ok(ours.clone()));
    assert_ne!(export_early(&pair.server, b"label", b"").unwrap(), ours);
    assert_ne!(export_early(&pair.server, b"other", b"context").unwrap(), ours);
    let mut late = vec![0; 40];
    let connection = &pair.server.connection;
    connection
        .export_keying_material(b"label", Some(b"context"), &mut late)
        .unwrap();
    assert_ne!(late, ours);
    assert_eq!(export_early(&pair.client, &[b'l'; 250], b""), Err(Error::BadInput));
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

/// More than may have been sent is not skipped; as much as may, is, to the byte: the client's records have no padding.
#[test]
fn skipping_is_bounded() {
    assert_eq!(
        (Error::BadRecordMac.code(), Error::BadRecordMac.alert()),
        (-0x7180, Some(AlertDescription::BAD_RECORD_MAC))
    );
    for (allowed, bound) in [
        // At least 64 KiB are skipped.
        (0, MIN_EARLY_DATA_DROPPED),
        // Or as much as the configuration allows.
        (150_000, 150_000),
    ] {
        for (len, retry) in [(bound, false), (bound, true), (bound + 1, false), (bound + 1, true)] {
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
            if len == bound {
                pair.connect();
                assert_eq!(pair.server.early, b"");
                pair.exchange(100);
                continue;
            }
            // Behind a HelloRetryRequest there is no key yet, with which the record could be wrong.
            let (error, alert) = if retry {
                (Error::UnexpectedMessage, AlertDescription::UNEXPECTED_MESSAGE)
            } else {
                (Error::BadRecordMac, AlertDescription::BAD_RECORD_MAC)
            };
            let (client, server) = pair.run();
            assert_eq!(server, Halt::Failed(error), "{allowed} {len}");
            match client {
                Halt::Done => assert_told(&mut pair, alert),
                _ => assert_eq!(client, Halt::Failed(Error::PeerAlert(alert))),
            }
            next_works(&pair.server);
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
fn cve_2026_73096_bytes_behind_the_client_hello_in_its_record_are_not_dropped() {
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
