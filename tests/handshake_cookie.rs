//! HelloRetryRequest with a cookie: the server keeps nothing until the second ClientHello, which another may get.
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

use common::{rogue::Rogue, *};
use ferrotls::tls::{
    config::{Config, Options, Side},
    error::Error,
    handshake::cookie::{CookieKey, LIFETIME, StatelessRetry},
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{CipherSuite, ContentType, NamedGroup},
    },
};

/// A server that leaves it to clients to remember.
fn forgetful(mode: StatelessRetry, key: &[u8]) -> Config {
    Config {
        stateless_retry: mode,
        cookie_key: Some(Arc::new(CookieKey::new(key))),
        ..config(Side::Server)
    }
}

/// The same, for clients whose share is not the one.
fn asking_for(group: NamedGroup, key: &[u8]) -> Config {
    Config {
        groups: vec![group],
        ..forgetful(StatelessRetry::WhenNeeded, key)
    }
}

fn client(config: Config) -> End {
    let options = Options {
        server_name: Some("server.example".into()),
        ..Options::default()
    };
    End::new(config, options, Application::new(&[]))
}

fn server(config: Config) -> End {
    End::new(config, Options::default(), Application::new(&[&p256()]))
}

/// Hands bytes to an end and returns where it stops and what it sends.
fn give(end: &mut End, bytes: &[u8]) -> (Halt, Vec<u8>) {
    end.incoming.extend_from_slice(bytes);
    let mut sent = Vec::new();
    let halt = end.handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut sent);
    end.flush(&mut usize::MAX.clone(), &mut sent);
    (halt, sent)
}

/// What a client sends in answer to this server's HelloRetryRequest; the server is gone.
fn second_flight(client: &mut End, config: Config) -> Vec<u8> {
    let (halt, first) = give(client, &[]);
    assert_eq!(halt, Halt::Blocked);
    let mut asking = server(config);
    let (halt, retry) = give(&mut asking, &first);
    assert_eq!(halt, Halt::Blocked);
    assert!(asking.asks.is_empty(), "the application is not asked yet");
    let (halt, second) = give(client, &retry);
    assert_eq!(halt, Halt::Blocked);
    second
}

#[track_caller]
fn finish(mut client: End, mut server: End, second: &[u8]) -> Pair {
    let (halt, flight) = give(&mut server, second);
    assert_eq!(halt, Halt::Blocked);
    client.incoming.extend(flight);
    let mut pair = Pair::with(config(Side::Client), config(Side::Server));
    (pair.client, pair.server) = (client, server);
    pair.connect();
    pair.exchange(5000);
    pair
}

#[test]
fn one_connection_gets_both_hellos() {
    for cut in CUTS {
        let mut pair = Pair::with(config(Side::Client), forgetful(StatelessRetry::Always, &[1; 32])).cut(cut);
        pair.connect();
        pair.exchange(3000);
        // The client has seen a HelloRetryRequest: it was in ServerHello's state twice.
        assert_eq!(pair.client.states[..6], [0, 1, 2, 23, 1, 2]);
        let mut pair = Pair::with(config(Side::Client), asking_for(NamedGroup::SECP384R1, &[1; 32])).cut(cut);
        pair.connect();
        pair.exchange(3000);
        // Where none is needed there is none.
        let mut pair = Pair::with(config(Side::Client), forgetful(StatelessRetry::WhenNeeded, &[1; 32])).cut(cut);
        pair.connect();
        assert_eq!(pair.client.states[..4], [0, 1, 2, 19]);
    }
}

#[test]
fn another_server_with_the_key_gets_the_second() {
    for suite in [CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384] {
        for grease in [false, true] {
            for compatible in [false, true] {
                let make = || {
                    client(Config {
                        suites: vec![suite],
                        grease,
                        hello_padding: true,
                        middlebox_compatibility: compatible,
                        ..config(Side::Client)
                    })
                };
                let mut end = make();
                let second = second_flight(&mut end, asking_for(NamedGroup::SECP521R1, b"key of a fleet"));
                let other = server(asking_for(NamedGroup::SECP521R1, b"key of a fleet"));
                finish(end, other, &second);

                let mut end = make();
                let second = second_flight(&mut end, forgetful(StatelessRetry::Always, b"key of a fleet"));
                finish(
                    end,
                    server(forgetful(StatelessRetry::Always, b"key of a fleet")),
                    &second,
                );
            }
        }
    }
}

#[test]
fn what_comes_before_the_second_hello_is_passed_over() {
    let mut end = client(config(Side::Client));
    let second = second_flight(&mut end, forgetful(StatelessRetry::Always, &[1; 32]));
    // Early data that the client had sent before it knew of the HelloRetryRequest.
    let early = [&[23, 3, 3, 0, 100][..], &[5; 100]].concat();
    let second = [early.as_slice(), &early, &second].concat();
    finish(end, server(forgetful(StatelessRetry::Always, &[1; 32])), &second);
    // A server that remembers has no such excuse.
    let (halt, _) = give(&mut server(config(Side::Server)), &early);
    assert_eq!(halt, Halt::Failed(Error::UnexpectedMessage));
}

#[track_caller]
fn refused(second: &[u8], server: &mut End, error: Error) {
    let (halt, _) = give(server, second);
    assert_eq!(halt, Halt::Failed(error));
    assert!(server.asks.is_empty());
}

#[test]
fn a_cookie_that_is_not_ours_or_old_is_refused() {
    let always = |key: &[u8]| forgetful(StatelessRetry::Always, key);
    let mut end = client(config(Side::Client));
    let second = second_flight(&mut end, always(&[1; 32]));
    let illegal = Error::IllegalParameter;
    refused(&second, &mut server(always(&[2; 32])), illegal);
    let mut late = server(always(&[1; 32]));
    late.now = NOW + LIFETIME + 1;
    refused(&second, &mut late, illegal);
    let mut early = server(always(&[1; 32]));
    early.now = NOW - 60_000;
    refused(&second, &mut early, illegal);
    // One that does not have the suite.
    let other = Config {
        suites: vec![CipherSuite::CHACHA20_POLY1305_SHA256],
        ..always(&[1; 32])
    };
    refused(&second, &mut server(other), illegal);
    // One that does not have the group of the share: it would have to ask a second time.
    let other = Config {
        groups: vec![NamedGroup::X448],
        ..always(&[1; 32])
    };
    refused(&second, &mut server(other), illegal);
    let mut in_time = server(always(&[1; 32]));
    in_time.now = NOW + LIFETIME;
    finish(end, in_time, &second);
}

#[test]
fn an_earlier_connection_s_cookie_does_not_fit_another_hello() {
    let always = || forgetful(StatelessRetry::Always, &[1; 32]);
    let second = second_flight(&mut client(config(Side::Client)), always());
    // The record is the last of what was sent; its hello has other randoms than the one of the next client.
    let hello = |flight: &[u8]| {
        let at = if flight[0] == 20 { 6 } else { 0 };
        flight[at + 5..].to_vec()
    };
    let bytes = common::leak(hello(&second));
    let cookie = ClientHello::read(&bytes[4..]).unwrap().extensions.cookie.unwrap();
    for in_first in [true, false] {
        let mut rogue = Rogue::client(always());
        if !in_first {
            let first = rogue.client_hello(|_| {});
            rogue.send_hello(&first);
            assert_eq!(rogue.go_on(), Halt::Blocked);
            rogue.line.message();
        }
        let with_cookie = rogue.client_hello(|hello| hello.extensions.cookie = Some(cookie));
        rogue.send_hello(&with_cookie);
        rogue.expect_failure(Error::IllegalParameter);
    }
}

#[test]
fn a_second_hello_that_breaks_the_rules_is_refused() {
    type Change = fn(&mut ClientHello<'_>);
    let changes: [(Change, Error); 6] = [
        (|hello| hello.extensions.cookie = None, Error::MissingExtension),
        (
            |hello| hello.extensions.cookie = Some(b"other"),
            Error::IllegalParameter,
        ),
        (|hello| hello.random = [1; 32], Error::IllegalParameter),
        (|hello| hello.legacy_session_id = &[], Error::IllegalParameter),
        (
            |hello| {
                const LIST: [CipherSuite; 2] = [CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384];
                hello.cipher_suites = List::from(&LIST);
            },
            Error::IllegalParameter,
        ),
        (|hello| hello.extensions.early_data = true, Error::IllegalParameter),
    ];
    for (change, error) in changes {
        let mut rogue = Rogue::client(forgetful(StatelessRetry::Always, &[1; 32]));
        let first = rogue.client_hello(|_| {});
        rogue.send_hello(&first);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let retry = common::leak(rogue.line.message());
        // The cookie is the last extension of the HelloRetryRequest, and its bytes the last there are.
        let at = retry.windows(2).position(|two| two == [0, 44]).unwrap();
        let cookie = &retry[at + 6..];
        let second = rogue.client_hello(|hello| {
            hello.extensions.cookie = Some(cookie);
            change(hello);
        });
        rogue.send_hello(&second);
        rogue.expect_failure(error);
    }
}

#[test]
fn a_server_that_remembers_passes_over_a_cookie() {
    let mut rogue = Rogue::client(config(Side::Server));
    let hello = rogue.client_hello(|hello| hello.extensions.cookie = Some(b"from somewhere"));
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    // And a key alone does not make it ask for one.
    let config = Config {
        stateless_retry: StatelessRetry::Off,
        ..forgetful(StatelessRetry::Off, &[1; 32])
    };
    let mut rogue = Rogue::client(config);
    let hello = rogue.client_hello(|hello| hello.extensions.cookie = Some(b"from somewhere"));
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_server_flight();
    let finished = rogue.finished();
    rogue.send(&finished);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    let sealer = rogue.traffic().traffic_secret(Side::Client).sealer().unwrap();
    rogue.line.outbound.change_key(sealer);
    rogue.push(ContentType::APPLICATION_DATA, b"data");
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.received, b"data");
}

/// A client with a ticket offers it and early data; the server leaves everything with it.
#[test]
fn a_ticket_and_early_data_come_with_either_hello() {
    use common::early::{MAX, again, client, data, first, server as resuming, write_early};
    use ferrotls::tls::{early_data::EarlyData, session::PskKind};
    for suite in [CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384] {
        let of_suite = || Config {
            suites: vec![suite],
            ..client()
        };
        let forgetful = |mode, group| {
            let cookie_key = Some(Arc::new(CookieKey::new(b"key of a fleet")));
            let config = Config {
                stateless_retry: mode,
                cookie_key,
                ..resuming()
            };
            match group {
                Some(group) => Config {
                    groups: vec![group],
                    ..config
                },
                None => config,
            }
        };
        let (earlier, ticket) = first(of_suite(), resuming());
        for (mode, group) in [
            (StatelessRetry::Always, None),
            (StatelessRetry::Always, Some(NamedGroup::SECP521R1)),
            (StatelessRetry::WhenNeeded, Some(NamedGroup::SECP521R1)),
        ] {
            for len in [0, 100, usize::try_from(MAX).unwrap()] {
                for other in [false, true] {
                    let mut pair = again(&earlier, of_suite(), forgetful(mode, group), &ticket);
                    assert_eq!(write_early(&mut pair, &data(len)), len);
                    if other {
                        // The server that sent the HelloRetryRequest is gone when the second hello comes, and may have left
                        // early data in the socket.
                        let (halt, flight) = give(&mut pair.client, &[]);
                        assert_eq!(halt, Halt::Blocked);
                        let sent = [pair.server.incoming.split_off(0), flight].concat();
                        let hello = 5 + usize::from(u16::from_be_bytes([sent[3], sent[4]]));
                        let (halt, retry) = give(&mut pair.server, &sent[..hello]);
                        assert_eq!(halt, Halt::Blocked);
                        pair.server = server(forgetful(mode, group));
                        pair.server.application = earlier.server.application.clone();
                        pair.server.incoming.extend_from_slice(&sent[hello..]);
                        pair.client.incoming.extend(retry);
                    }
                    pair.connect();
                    for end in [&pair.client, &pair.server] {
                        assert_eq!(
                            end.connection.psk(),
                            Some(PskKind::Resumption),
                            "{mode:?} {group:?} {len}"
                        );
                        let taken = end.connection.early_data();
                        assert!(!matches!(taken, EarlyData::Accepted | EarlyData::Ended), "{taken:?}");
                    }
                    assert!(pair.server.early.is_empty());
                    pair.exchange(3000);
                }
            }
        }
    }
}

/// A key alone needs no share, so that the HelloRetryRequest asks for the cookie only and the share stays what it was.
#[test]
fn a_key_alone_comes_with_a_share_that_nobody_wants() {
    use common::early::ALONE;
    use ferrotls::tls::session::{KeyExchangeModes, PskKind};
    let issuer = || Config {
        tickets: 1,
        parses_tickets: true,
        key_exchange_modes: KeyExchangeModes {
            psk: true,
            ..KeyExchangeModes::ALL
        },
        ..config(Side::Server)
    };
    let of_client = || Config {
        groups: vec![NamedGroup::X25519, NamedGroup::SECP384R1],
        ..config(Side::Client)
    };
    let (earlier, ticket) = common::early::first(of_client(), issuer());
    let server = Config {
        key_exchange_modes: ALONE,
        groups: vec![NamedGroup::SECP384R1],
        stateless_retry: StatelessRetry::Always,
        cookie_key: Some(Arc::new(CookieKey::new(&[1; 32]))),
        ..issuer()
    };
    let mut pair = common::early::again(&earlier, of_client(), server, &ticket);
    pair.connect();
    assert_eq!(pair.server.connection.psk(), Some(PskKind::Resumption));
    assert_eq!(pair.client.connection.group(), None);
    pair.exchange(100);
}

/// The ticket has gone between the two hellos: what is left needs a share, and a server asks once.
#[test]
fn nobody_is_asked_a_second_time() {
    use common::early::ALONE;
    use ferrotls::tls::session::KeyExchangeModes;
    let modes = KeyExchangeModes {
        ephemeral: true,
        ..ALONE
    };
    let issuer = || Config {
        tickets: 1,
        parses_tickets: true,
        ..config(Side::Server)
    };
    let of_client = || Config {
        groups: vec![NamedGroup::X25519, NamedGroup::SECP384R1],
        ..config(Side::Client)
    };
    let (earlier, ticket) = common::early::first(of_client(), issuer());
    let forgetful = || Config {
        key_exchange_modes: ALONE,
        groups: vec![NamedGroup::SECP384R1],
        stateless_retry: StatelessRetry::Always,
        cookie_key: Some(Arc::new(CookieKey::new(&[1; 32]))),
        ..issuer()
    };
    let mut pair = common::early::again(&earlier, of_client(), forgetful(), &ticket);
    let (halt, first) = give(&mut pair.client, &[]);
    assert_eq!(halt, Halt::Blocked);
    let (halt, retry) = give(&mut pair.server, &first);
    assert_eq!(halt, Halt::Blocked);
    let (halt, second) = give(&mut pair.client, &retry);
    assert_eq!(halt, Halt::Blocked);
    let (halt, _) = give(
        &mut server(Config {
            key_exchange_modes: modes,
            ..forgetful()
        }),
        &second,
    );
    assert_eq!(halt, Halt::Failed(Error::IllegalParameter));
}
