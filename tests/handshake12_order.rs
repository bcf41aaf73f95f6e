//! Messages of TLS 1.2 that are missing, come twice, in another order, cut short or changed: each mistake ends the handshake
//! cleanly, with the alert that it has coming (RFC 5246 sections 7.2.2 and 7.3). And none that is only cut differently does.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{
    middle12::{Part, config12, config12_with_tickets, flights, record, run},
    *,
};
use ferrotls::tls::{
    config::{Options, Side},
    error::Error,
    session::ExternalPsk,
    suites12::SUITES12,
    wire::codes::{AlertDescription, CipherSuite, ContentType, HandshakeType},
};

const UNEXPECTED: Halt = Halt::Failed(Error::UnexpectedMessage);
const TOLD: Halt = Halt::Failed(Error::PeerAlert(AlertDescription::UNEXPECTED_MESSAGE));

/// Both authenticate, and a ticket is given: every message that there is.
fn full() -> Pair {
    let (client, server) = (config12_with_tickets(Side::Client), config12_with_tickets(Side::Server));
    Pair::with(client, server).ask_client(Some(&p384()))
}

/// With a pre-shared key, and ECDHE.
fn with_psk() -> Pair {
    let mut pair = Pair::with(config12(Side::Client), config12(Side::Server));
    let psk = ExternalPsk {
        identity: b"somebody".to_vec(),
        secret: vec![5; 32].into(),
        hash: ferrotls::crypto::hash::HashAlgorithm::Sha256,
    };
    let suites = vec![CipherSuite::ECDHE_PSK_WITH_AES_128_GCM_SHA256];
    for side in [Side::Client, Side::Server] {
        let config = ferrotls::tls::config::Config {
            suites: suites.clone(),
            finds_psks: side == Side::Server,
            ..config12(side)
        };
        let options = Options {
            psks: if side == Side::Client {
                vec![psk.clone()]
            } else {
                vec![]
            },
            ..Options::default()
        };
        let mut application = Application::new(&[&p256()]);
        application.psks = vec![psk.clone()];
        let end = End::new(config, options, application);
        match side {
            Side::Client => pair.client = end,
            Side::Server => pair.server = end,
        }
    }
    pair
}

/// Resumes a ticket.
fn resumed() -> Pair {
    let mut first = full();
    first.connect();
    let negotiated = *first.client.connection.take_resumption12().unwrap();
    let mut pair = full();
    pair.server.application.sessions = first.server.application.sessions;
    let options = Options {
        server_name: Some("server.example".into()),
        resumption: Some(std::sync::Arc::new(negotiated)),
        ..Options::default()
    };
    pair.client = End::new(config12_with_tickets(Side::Client), options, Application::new(&[]));
    pair
}

const SCENARIOS: [fn() -> Pair; 3] = [full, with_psk, resumed];

#[test]
fn the_one_between_may_change_nothing() {
    for scenario in SCENARIOS {
        let flights = flights(&mut scenario());
        assert!(flights.len() == 4 || flights.len() == 3);
        assert!(flights[1].len() > 1);
    }
    let all = flights(&mut full());
    let kinds: Vec<u8> = all[1].iter().map(|part| part.message().unwrap()[0]).collect();
    assert_eq!(kinds, [2, 11, 12, 13, 14]);
    assert_eq!(all[2].len(), 5);
    assert!(all[3][0].is(HandshakeType::NEW_SESSION_TICKET));
}

/// Changes part `index` of flight `number`, which must fail.
fn changed(scenario: fn() -> Pair, number: usize, change: impl Fn(&mut Vec<Part>)) -> (Halt, Halt) {
    let mut pair = scenario();
    let halts = run(&mut pair, |at, mut flight| {
        if at == number {
            change(&mut flight);
        }
        flight
    });
    for halt in [halts.0, halts.1] {
        assert_ne!(halt, Halt::Failed(Error::Internal));
    }
    halts
}

/// Refused because `instead` came. Of a sealed record whose explicit nonce is zeros a client sees HelloRequests before it finds
/// what is no message.
fn is_unexpected(halt: Halt, instead: &Part) -> bool {
    halt == UNEXPECTED || (instead.message().is_none() && halt == Halt::Failed(Error::DecodeError))
}

/// The one that gets flight `number`, and the other.
fn receiver(number: usize, (client, server): (Halt, Halt)) -> (Halt, Halt) {
    if number.is_multiple_of(2) {
        (server, client)
    } else {
        (client, server)
    }
}

#[test]
fn a_message_that_is_missing_is_missed() {
    for scenario in SCENARIOS {
        for (number, flight) in flights(&mut scenario()).iter().enumerate() {
            for (index, part) in flight.iter().enumerate() {
                let halts = changed(scenario, number, |flight| _ = flight.remove(index));
                let (to, from) = receiver(number, halts);
                if index + 1 == flight.len() {
                    // Both wait for more, or one does and the other has all it wants.
                    assert_eq!(to, Halt::Blocked, "{number} {index}");
                } else if part.is(HandshakeType::CERTIFICATE_REQUEST) {
                    // The client cannot know; the server gets something else than a Certificate.
                    assert_eq!((to, from), (TOLD, UNEXPECTED));
                } else {
                    assert!(is_unexpected(to, &flight[index + 1]), "{number} {index} {to:?}");
                    assert!(
                        matches!(from, Halt::Done | Halt::Failed(Error::PeerAlert(_))),
                        "{number} {index} {from:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn a_message_that_comes_twice_is_one_too_many() {
    for scenario in SCENARIOS {
        for (number, flight) in flights(&mut scenario()).iter().enumerate() {
            for (index, part) in flight.iter().enumerate() {
                let halts = changed(scenario, number, |flight| flight.insert(index, flight[index].clone()));
                let (to, _) = receiver(number, halts);
                match part {
                    Part::Message(_) => assert_eq!(to, UNEXPECTED, "{number} {index}"),
                    // Under the new keys it cannot be opened. A Finished that comes twice finds the handshake over, if it was
                    // the last message.
                    Part::Record(_) if index + 1 == flight.len() && to == Halt::Done => {}
                    Part::Record(_) => assert_eq!(to, Halt::Failed(Error::BadRecordMac), "{number} {index}"),
                }
            }
        }
    }
}

#[test]
fn messages_in_another_order_are_unexpected() {
    for scenario in SCENARIOS {
        for (number, flight) in flights(&mut scenario()).iter().enumerate() {
            for first in 0..flight.len() {
                for second in first + 1..flight.len() {
                    let halts = changed(scenario, number, |flight| flight.swap(first, second));
                    let (to, _) = receiver(number, halts);
                    assert!(is_unexpected(to, &flight[second]), "{number} {first} {second} {to:?}");
                }
            }
        }
    }
}

#[test]
fn every_other_message_is_unexpected() {
    for (number, flight) in flights(&mut full()).iter().enumerate() {
        for (index, part) in flight.iter().enumerate() {
            let Some(right) = part.message().map(|message| message[0]) else {
                continue;
            };
            // All types that have a meaning anywhere; those that have none are one case, of which there are some.
            for kind in (0..=32).chain([64, 67, 127, 128, 253, 254, 255]) {
                let empty = Part::Message(vec![kind, 0, 0, 0]);
                let halts = changed(full, number, |flight| flight[index] = empty.clone());
                let (to, _) = receiver(number, halts);
                let optional = [13, 14].contains(&kind) && [13, 14].contains(&right);
                // RFC 5246 section 7.4.1.1: a HelloRequest "SHOULD be ignored by the client if it receives it in mid-handshake".
                let ignored = kind == 0 && number % 2 == 1 && index + 1 == flight.len();
                if kind == right || optional {
                    assert!(to != Halt::Done || kind == 14, "{number} {index} {kind}");
                } else if ignored {
                    assert_eq!(to, Halt::Blocked);
                } else if kind == 0 && right == 13 {
                    assert_eq!(to, TOLD);
                } else {
                    assert_eq!(to, UNEXPECTED, "{number} {index} {kind}");
                }
            }
        }
    }
}

/// `message` with another body.
fn with_body(kind: u8, body: &[u8]) -> Part {
    let [_, high @ ..] = u32::try_from(body.len()).unwrap().to_be_bytes();
    Part::Message([&[kind], &high[..], body].concat())
}

/// The message at `index` with its first `len` bytes of body, and a header that says so.
fn shorten(flight: &mut [Part], index: usize, len: usize) {
    let message = flight[index].message().unwrap();
    flight[index] = with_body(message[0], &message[4..4 + len]);
}

/// Over-reads in hellos, in hellos with pre-shared keys, in every other message: a body that ends anywhere is refused.
#[test]
fn a_message_that_ends_early_is_refused() {
    for scenario in SCENARIOS {
        for (number, flight) in flights(&mut scenario()).iter().enumerate() {
            for (index, part) in flight.iter().enumerate() {
                let Some([_, _, _, _, body @ ..]) = part.message() else {
                    continue;
                };
                // The length of an ECDSA signature is not always the same.
                let last = body.len().saturating_sub(8);
                for len in (0..last).filter(|len| *len < 40 || len % 19 == 0) {
                    let halts = changed(scenario, number, |flight| shorten(flight, index, len));
                    let (to, _) = receiver(number, halts);
                    // A ClientHello or ServerHello may end where its extensions would begin: then it is one without, which
                    // is another than was sent, and its Finished is.
                    assert_ne!(to, Halt::Done, "{number} {index} {len}");
                    // And one that says it is longer than it is: what follows is taken for its rest, or it never ends.
                    let halts = changed(scenario, number, |flight| {
                        let short = flight[index].message().unwrap()[..len + 4].to_vec();
                        flight[index] = Part::Message(short);
                    });
                    let (to, _) = receiver(number, halts);
                    assert_ne!(to, Halt::Done, "{number} {index} {len}");
                }
                let halts = changed(scenario, number, |flight| {
                    let message = flight[index].message().unwrap();
                    flight[index] = with_body(message[0], &[&message[4..], &[0]].concat());
                });
                let (to, _) = receiver(number, halts);
                assert!(matches!(to, Halt::Failed(_)), "{number} {index}");
            }
        }
    }
}

#[test]
fn a_changed_byte_ends_the_handshake() {
    for scenario in SCENARIOS {
        let flights = flights(&mut scenario());
        for (number, flight) in flights.iter().enumerate() {
            for (index, part) in flight.iter().enumerate() {
                let len = match part {
                    Part::Message(bytes) | Part::Record(bytes) => bytes.len().saturating_sub(8),
                };
                for at in (0..len).filter(|at| *at < 60 || at % 29 == 0) {
                    let is_message = part.message().is_some();
                    // The minor version of a record says nothing.
                    if !is_message && at == 2 {
                        continue;
                    }
                    let halts = changed(scenario, number, |flight| match &mut flight[index] {
                        Part::Message(bytes) | Part::Record(bytes) => bytes[at] ^= 1 << (at % 8),
                    });
                    let (to, from) = receiver(number, halts);
                    // Nobody ends up with a connection that the other has not, but who has sent the last flight.
                    let last = number + 1 == flights.len();
                    assert!(to != Halt::Done, "{number} {index} {at} {halts:?}");
                    assert!(from != Halt::Done || last, "{number} {index} {at} {halts:?}");
                }
            }
        }
    }
}

#[test]
fn what_is_only_cut_differently_is_the_same() {
    // Each byte of a message in a record of its own; all messages in one.
    for scenario in SCENARIOS {
        for together in [false, true] {
            let mut pair = scenario();
            let halts = run(&mut pair, |_, flight| {
                let (mut out, mut messages) = (vec![], vec![]);
                for part in flight {
                    match part {
                        Part::Message(message) if together => messages.extend(message),
                        Part::Message(message) => {
                            out.extend(
                                message
                                    .iter()
                                    .map(|byte| Part::Record(record(ContentType::HANDSHAKE, &[*byte]))),
                            );
                        }
                        Part::Record(bytes) => {
                            if !messages.is_empty() {
                                out.push(Part::Record(record(ContentType::HANDSHAKE, &messages)));
                                messages.clear();
                            }
                            out.push(Part::Record(bytes));
                        }
                    }
                }
                if !messages.is_empty() {
                    out.push(Part::Record(record(ContentType::HANDSHAKE, &messages)));
                }
                out
            });
            assert_eq!(halts, (Halt::Done, Halt::Done));
            pair.exchange(20_000);
        }
        // The transport gives and takes as much as it likes.
        for cut in CUTS {
            let mut pair = scenario().cut(cut);
            pair.connect();
            pair.exchange(5000);
        }
    }
}

#[test]
fn every_suite_stands_every_cut() {
    for suite in SUITES12.iter().filter(|suite| !suite.exchange.has_psk()) {
        for cut in CUTS {
            let identity = if suite.exchange == ferrotls::tls::suites12::Exchange::EcdheRsa {
                rsa()
            } else {
                p256()
            };
            let config = |side| ferrotls::tls::config::Config {
                suites: vec![suite.id],
                ..config12(side)
            };
            let mut pair = Pair::with(config(Side::Client), config(Side::Server))
                .cut(cut)
                .serve_as(&identity);
            pair.connect();
            assert_eq!(pair.client.connection.suite(), Some(suite.id));
            pair.exchange(20_000);
        }
    }
}

/// Bytes across a change_cipher_spec: what is left of a record before it came under other keys.
#[test]
fn nothing_survives_a_change_cipher_spec() {
    for scenario in SCENARIOS {
        for (number, flight) in flights(&mut scenario()).iter().enumerate() {
            let Some(ccs) = flight.iter().position(|part| part.message().is_none()) else {
                continue;
            };
            for stray in [&[20][..], &[20, 0, 0, 12, 1, 2, 3], &[0], &[22]] {
                let before = Part::Record(record(ContentType::HANDSHAKE, stray));
                let halts = changed(scenario, number, |flight| flight.insert(ccs, before.clone()));
                let (to, _) = receiver(number, halts);
                assert_eq!(to, UNEXPECTED, "{number}");
                // In the same record as the message before.
                if ccs > 0 {
                    let halts = changed(scenario, number, |flight| {
                        let message = flight[ccs - 1].message().unwrap();
                        let both = record(ContentType::HANDSHAKE, &[message, stray].concat());
                        flight[ccs - 1] = Part::Record(both);
                    });
                    let (to, _) = receiver(number, halts);
                    assert_eq!(to, UNEXPECTED, "{number}");
                }
            }
            // A change_cipher_spec that is none.
            for wrong in [&[0][..], &[2], &[1, 1]] {
                let halts = changed(scenario, number, |flight| {
                    flight[ccs] = Part::Record(record(ContentType::CHANGE_CIPHER_SPEC, wrong));
                });
                let (to, _) = receiver(number, halts);
                assert!(matches!(to, Halt::Failed(_)), "{number} {wrong:?} {to:?}");
            }
            // Application data in its place, which nothing protects.
            let halts = changed(scenario, number, |flight| {
                flight[ccs] = Part::Record(record(ContentType::APPLICATION_DATA, b"data"));
            });
            let (to, _) = receiver(number, halts);
            assert_eq!(to, UNEXPECTED);
        }
    }
}

/// CVE of July 2026: bytes after the ClientHello in its record are a message like others, which may not come yet.
#[test]
fn bytes_after_a_client_hello_are_not_forgotten() {
    for stray in [
        &[16, 0, 0, 0][..],
        &[20, 0, 0, 0],
        &[1, 0, 0, 0],
        &[11, 0, 0, 3, 0, 0, 0],
    ] {
        let halts = changed(full, 0, |flight| {
            let hello = flight[0].message().unwrap();
            flight[0] = Part::Record(record(ContentType::HANDSHAKE, &[hello, stray].concat()));
        });
        assert!(matches!(halts.1, Halt::Failed(_)), "{halts:?}");
        assert_ne!(halts.0, Halt::Done);
    }
}
