//! Pre-shared keys from elsewhere: the modes of both sides, the choice among several, and peers that break the rules
//! (RFC 8446 sections 4.2.9 and 4.2.11).
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::too_many_lines,
    reason = "a test may fail by panicking, and a table of cases be long"
)]

mod common;

use common::{rogue::Rogue, *};
use ferrotls::crypto::hash::HashAlgorithm;
use ferrotls::tls::{
    config::{Config, Options, Side},
    error::Error,
    handshake::{psk::truncated_hash, transcript::Transcript},
    keys::schedule13::Early,
    session::{ExternalPsk, KeyExchangeModes, PskKind},
    want::Answer,
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{AlertDescription, CipherSuite, HandshakeType, NamedGroup, PskKeyExchangeMode},
        extensions::pre_shared_key::{OfferedPsks, PskBinderEntry, PskIdentity},
        server_hello::ServerHello,
    },
};
use zeroize::Zeroizing;

const EPHEMERAL: KeyExchangeModes = modes(true, false, false);
const DHE: KeyExchangeModes = modes(false, true, false);
const ALONE: KeyExchangeModes = modes(false, false, true);

const fn modes(ephemeral: bool, psk_ephemeral: bool, psk: bool) -> KeyExchangeModes {
    KeyExchangeModes {
        ephemeral,
        psk_ephemeral,
        psk,
    }
}

fn psk(name: &str) -> ExternalPsk {
    ExternalPsk {
        identity: name.as_bytes().to_vec(),
        secret: Zeroizing::new(format!("the secret of {name}").into_bytes()),
        hash: HashAlgorithm::Sha256,
    }
}

fn with_hash(name: &str, hash: HashAlgorithm) -> ExternalPsk {
    ExternalPsk { hash, ..psk(name) }
}

fn server_config() -> Config {
    Config {
        finds_psks: true,
        ..config(Side::Server)
    }
}

/// A client and a server with these keys; the server also has a certificate.
fn pair(client: Config, offered: &[ExternalPsk], server: Config, known: &[ExternalPsk]) -> Pair {
    let mut pair = Pair::with(config(Side::Client), server);
    pair.server.application.psks = known.to_vec();
    let options = Options {
        psks: offered.to_vec(),
        ..Options::default()
    };
    pair.client = End::new(client, options, Application::new(&[]));
    pair
}

fn of(side: Side, modes: KeyExchangeModes) -> Config {
    Config {
        key_exchange_modes: modes,
        ..if side == Side::Client {
            config(side)
        } else {
            server_config()
        }
    }
}

/// How a connection came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum By {
    Certificate,
    KeyAndShare,
    Key,
    Nothing,
}

#[test]
fn every_mode_of_a_client_meets_every_mode_of_a_server() {
    let every = (1..8u8).map(|bits| modes(bits & 1 != 0, bits & 2 != 0, bits & 4 != 0));
    for client in every.clone() {
        for server in every.clone() {
            // Of what both allow: a key with a share, then certificates, then a key alone.
            let expected = if client.psk_ephemeral && server.psk_ephemeral {
                By::KeyAndShare
            } else if client.ephemeral && server.ephemeral {
                By::Certificate
            } else if client.psk && server.psk {
                By::Key
            } else {
                By::Nothing
            };
            let key = [psk("key")];
            let mut pair = pair(of(Side::Client, client), &key, of(Side::Server, server), &key);
            let halts = pair.run();
            if expected == By::Nothing {
                let failures = (
                    Halt::Failed(Error::PeerAlert(AlertDescription::HANDSHAKE_FAILURE)),
                    Halt::Failed(Error::NoKeyExchange),
                );
                assert_eq!(halts, failures, "{client:?} {server:?}");
                continue;
            }
            assert_eq!(halts, (Halt::Done, Halt::Done), "{client:?} {server:?}");
            for end in [&pair.client, &pair.server] {
                let found = match (end.connection.psk(), end.connection.group()) {
                    (None, Some(_)) => By::Certificate,
                    (Some(PskKind::External), Some(_)) => By::KeyAndShare,
                    (Some(PskKind::External), None) => By::Key,
                    other => panic!("{other:?}"),
                };
                assert_eq!(found, expected, "{client:?} {server:?}");
            }
            pair.exchange(1000);
        }
    }
}

#[test]
fn a_server_without_certificates_lives_on_keys() {
    for (client, server) in [
        (KeyExchangeModes::ALL, KeyExchangeModes::ALL),
        (modes(true, false, true), KeyExchangeModes::ALL),
        (DHE, DHE),
        (ALONE, ALONE),
    ] {
        for cut in CUTS {
            let key = [psk("key")];
            let mut pair = pair(of(Side::Client, client), &key, of(Side::Server, server), &key).cut(cut);
            pair.server.application.credentials.candidates.clear();
            pair.connect();
            assert_eq!(pair.server.connection.psk(), Some(PskKind::External));
            assert_eq!(pair.server.asks, ["select", "FindPsk"]);
            assert!(pair.client.asks.is_empty());
            pair.exchange(1000);
        }
    }
}

#[test]
fn a_configuration_of_keys_alone_needs_nothing_else() {
    let without = |side, modes| Config {
        signature_schemes: vec![],
        groups: if modes == DHE { GROUPS.to_vec() } else { vec![] },
        ..of(side, modes)
    };
    for modes in [DHE, ALONE] {
        let key = [psk("key")];
        let mut pair = pair(without(Side::Client, modes), &key, without(Side::Server, modes), &key);
        pair.server.application.credentials.candidates.clear();
        pair.connect();
        pair.exchange(1000);
        let hello = {
            let mut rogue = Rogue::server_of(
                without(Side::Client, modes),
                Options {
                    psks: key.to_vec(),
                    ..Options::default()
                },
            );
            rogue.end.events.clear();
            rogue.hello
        };
        let hello = ClientHello::read(&hello[4..]).unwrap();
        assert_eq!(hello.extensions.key_share.is_some(), modes == DHE);
        assert_eq!(hello.extensions.supported_groups.is_some(), modes == DHE);
        assert!(hello.extensions.signature_algorithms.is_none());
    }
}

#[test]
fn a_client_that_has_nothing_to_offer_says_so() {
    for modes in [DHE, ALONE, modes(false, true, true)] {
        for keys in [
            vec![],
            // No suite that is offered has its hash.
            vec![with_hash("key", HashAlgorithm::Sha384)],
            vec![with_hash("key", HashAlgorithm::Sha512)],
            vec![ExternalPsk {
                secret: Zeroizing::new(vec![]),
                ..psk("key")
            }],
            vec![psk("")],
        ] {
            let client = Config {
                suites: vec![CipherSuite::AES_128_GCM_SHA256],
                ..of(Side::Client, modes)
            };
            let mut pair = pair(client, &keys, server_config(), &keys);
            assert_eq!(pair.run().0, Halt::Failed(Error::BadInput));
        }
    }
    // Modes of nothing.
    let mut pair = pair(
        of(Side::Client, self::modes(false, false, false)),
        &[psk("key")],
        server_config(),
        &[],
    );
    assert_eq!(pair.run().0, Halt::Failed(Error::BadInput));
}

#[test]
fn the_first_key_that_the_server_knows_is_taken() {
    let all: Vec<_> = (0..10).map(|index| psk(&format!("key {index}"))).collect();
    for index in 0..all.len() {
        let known = &all[index..];
        let mut pair = pair(config(Side::Client), &all, server_config(), known);
        pair.connect();
        // Only so many are looked at.
        let found = index < 8;
        assert_eq!(pair.client.connection.psk().is_some(), found, "key {index}");
        let asked = pair.server.asks.iter().filter(|ask| **ask == "FindPsk").count();
        assert_eq!(asked, (index + 1).min(8));
        pair.exchange(100);
    }
}

#[test]
fn an_identity_is_a_ticket_first_and_then_a_name() {
    let server = Config {
        parses_tickets: true,
        ..server_config()
    };
    let mut pair = pair(config(Side::Client), &[psk("one"), psk("two")], server, &[psk("two")]);
    pair.connect();
    let asked = ["select", "ParseTicket", "FindPsk", "ParseTicket", "FindPsk"];
    assert_eq!(pair.server.asks, asked);
    assert_eq!(pair.server.connection.psk(), Some(PskKind::External));
}

#[test]
fn the_suite_has_the_hash_of_the_key() {
    let (sha256, sha384) = (CipherSuite::AES_128_GCM_SHA256, CipherSuite::AES_256_GCM_SHA384);
    for (hash, suites, expected) in [
        (HashAlgorithm::Sha256, vec![sha384, sha256], Some(sha256)),
        (HashAlgorithm::Sha384, vec![sha256, sha384], Some(sha384)),
        (HashAlgorithm::Sha384, vec![sha256], None),
        (HashAlgorithm::Sha256, vec![sha384], None),
    ] {
        let key = [with_hash("key", hash)];
        for server_suites in [vec![sha256, sha384], suites.clone()] {
            for groups in [GROUPS.to_vec(), vec![NamedGroup::SECP256R1]] {
                let client = Config {
                    suites: suites.clone(),
                    ..config(Side::Client)
                };
                let server = Config {
                    suites: server_suites.clone(),
                    groups,
                    ..server_config()
                };
                let mut pair = pair(client, &key, server, &key);
                pair.connect();
                assert_eq!(pair.client.connection.psk(), expected.map(|_| PskKind::External));
                assert_eq!(pair.server.connection.psk(), expected.map(|_| PskKind::External));
                if expected.is_some() {
                    assert_eq!(pair.client.connection.suite(), expected);
                }
                pair.exchange(100);
            }
        }
    }
    // The client thinks of it with another hash than the server.
    let client = [with_hash("key", HashAlgorithm::Sha384)];
    let mut pair = pair(config(Side::Client), &client, server_config(), &[psk("key")]);
    let alert = Error::PeerAlert(AlertDescription::DECRYPT_ERROR);
    assert_eq!(pair.run(), (Halt::Failed(alert), Halt::Failed(Error::DecryptError)));
}

#[test]
fn several_hashes_and_a_retry() {
    // The server knows the second key only, whose hash is that of the less liked suite.
    let keys = [
        with_hash("one", HashAlgorithm::Sha256),
        with_hash("two", HashAlgorithm::Sha384),
    ];
    for cut in CUTS {
        for known in 0..2 {
            let server = Config {
                groups: vec![NamedGroup::SECP384R1],
                ..server_config()
            };
            let mut pair = pair(config(Side::Client), &keys, server, &keys[known..=known]).cut(cut);
            pair.connect();
            for end in [&pair.client, &pair.server] {
                assert_eq!(end.connection.psk(), Some(PskKind::External));
                assert_eq!(end.connection.group(), Some(NamedGroup::SECP384R1));
            }
            pair.exchange(100);
        }
    }
}

#[test]
fn a_key_that_the_retry_rules_out_leaves_certificates_or_nothing() {
    // The server that asks for the retry knows no key and picks a suite of another hash.
    for (modes, error) in [(KeyExchangeModes::ALL, None), (DHE, Some(Error::HandshakeFailure))] {
        let mut rogue = Rogue::server_of(
            Config {
                key_exchange_modes: modes,
                ..config(Side::Client)
            },
            Options {
                psks: vec![with_hash("key", HashAlgorithm::Sha384)],
                ..Options::default()
            },
        );
        let retry = rogue.hello_retry_request(Some(NamedGroup::SECP256R1), |_| {});
        rogue.send(&retry);
        if let Some(error) = error {
            rogue.expect_failure(error);
        } else {
            assert_eq!(rogue.go_on(), Halt::Blocked);
            rogue.read_client_hello();
            let hello = ClientHello::read(&rogue.hello[4..]).unwrap();
            assert!(hello.extensions.pre_shared_key.is_none());
            assert!(hello.extensions.psk_key_exchange_modes.is_some());
        }
    }
}

#[test]
fn a_wrong_secret_is_refused_at_once() {
    let mut other = psk("key");
    other.secret = Zeroizing::new(b"another secret".to_vec());
    for modes in [KeyExchangeModes::ALL, DHE, ALONE] {
        for groups in [GROUPS.to_vec(), vec![NamedGroup::SECP256R1]] {
            let server = Config {
                groups,
                ..of(Side::Server, modes)
            };
            let known = [other.clone()];
            let mut pair = pair(of(Side::Client, modes), &[psk("key")], server, &known);
            let alert = Error::PeerAlert(AlertDescription::DECRYPT_ERROR);
            assert_eq!(pair.run(), (Halt::Failed(alert), Halt::Failed(Error::DecryptError)));
        }
    }
}

#[test]
fn the_application_may_end_the_search() {
    let key = [psk("key")];
    let mut pair = pair(config(Side::Client), &key, server_config(), &key);
    pair.server.application.refuses = Some((
        |ask| matches!(ask, ferrotls::tls::want::Ask::FindPsk { .. }),
        || Answer::FailWith(AlertDescription::UNKNOWN_PSK_IDENTITY, Error::Application(-5)),
    ));
    let alert = Error::PeerAlert(AlertDescription::UNKNOWN_PSK_IDENTITY);
    assert_eq!(pair.run(), (Halt::Failed(alert), Halt::Failed(Error::Application(-5))));
}

#[test]
fn no_key_is_looked_up_where_none_could_be_used() {
    let key = [psk("key")];
    for server in [
        of(Side::Server, EPHEMERAL),
        Config {
            finds_psks: false,
            ..server_config()
        },
    ] {
        let mut pair = pair(config(Side::Client), &key, server, &key);
        pair.connect();
        assert_eq!(pair.server.asks, ["select"]);
    }
}

#[test]
fn a_share_that_no_group_fits_leaves_the_key_alone() {
    let key = [psk("key")];
    let client = Config {
        groups: vec![NamedGroup::X25519],
        ..config(Side::Client)
    };
    let server = Config {
        groups: vec![NamedGroup::SECP256R1],
        ..server_config()
    };
    let mut first = pair(client.clone(), &key, server.clone(), &key);
    first.connect();
    assert_eq!(first.server.connection.group(), None);
    // Unless nothing is left.
    let server = Config {
        key_exchange_modes: modes(true, true, false),
        ..server
    };
    let mut second = pair(client, &key, server, &key);
    let alert = Error::PeerAlert(AlertDescription::HANDSHAKE_FAILURE);
    assert_eq!(
        second.run(),
        (Halt::Failed(alert), Halt::Failed(Error::HandshakeFailure))
    );
    assert_eq!(second.server.states.last(), Some(&18));
}

// Servers that break the rules

fn rogue_server(modes: KeyExchangeModes) -> Rogue {
    let mut rogue = Rogue::server_of(
        of(Side::Client, modes),
        Options {
            psks: vec![psk("key"), with_hash("384", HashAlgorithm::Sha384)],
            ..Options::default()
        },
    );
    rogue.psk = Some(psk("key").secret.to_vec());
    rogue
}

#[track_caller]
fn bad_server_hello(modes: KeyExchangeModes, error: Error, change: impl FnOnce(&mut ServerHello<'_>)) {
    let mut rogue = rogue_server(modes);
    let hello = rogue.server_hello(change);
    rogue.send(&hello);
    rogue.expect_failure(error);
}

#[test]
fn server_hellos() {
    let illegal = Error::IllegalParameter;
    // Out of range, and of another hash than the suite.
    for index in [2, 3, u16::MAX, 1] {
        bad_server_hello(KeyExchangeModes::ALL, illegal, |hello| {
            hello.extensions.selected_identity = Some(index);
        });
    }
    bad_server_hello(KeyExchangeModes::ALL, illegal, |hello| {
        hello.extensions.selected_identity = Some(0);
        hello.cipher_suite = CipherSuite::AES_256_GCM_SHA384;
    });
    // A mode that was not offered.
    bad_server_hello(modes(true, true, false), illegal, |hello| {
        hello.extensions.selected_identity = Some(0);
        hello.extensions.key_share = None;
    });
    bad_server_hello(modes(true, false, true), illegal, |hello| {
        hello.extensions.selected_identity = Some(0);
    });
    bad_server_hello(modes(false, true, true), Error::HandshakeFailure, |_| {});
    bad_server_hello(KeyExchangeModes::ALL, Error::MissingExtension, |hello| {
        hello.extensions.key_share = None;
    });
    bad_server_hello(EPHEMERAL, Error::UnsupportedExtension, |hello| {
        hello.extensions.selected_identity = Some(0);
    });
}

/// A server that has taken the first key, with a share or without.
fn rogue_server_with_keys(alone: bool) -> Rogue {
    let mut rogue = rogue_server(KeyExchangeModes::ALL);
    let hello = rogue.server_hello(|hello| {
        hello.extensions.selected_identity = Some(0);
        if alone {
            hello.extensions.key_share = None;
        }
    });
    rogue.send(&hello);
    if alone {
        rogue.take_handshake_keys_alone();
    } else {
        rogue.take_handshake_keys();
    }
    let extensions = rogue.encrypted_extensions();
    rogue.send(&extensions);
    rogue
}

#[test]
fn nothing_but_finished_follows_a_key() {
    for alone in [false, true] {
        let mut rogue = rogue_server_with_keys(alone);
        let finished = rogue.finished();
        rogue.send(&finished);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.connection.psk(), Some(PskKind::External));

        let request = rogue::message(HandshakeType::CERTIFICATE_REQUEST, &[0, 0, 8, 0, 13, 0, 4, 0, 2, 8, 4]);
        let certificate = rogue_server_with_keys(alone).certificate();
        for message in [request, certificate] {
            let mut rogue = rogue_server_with_keys(alone);
            rogue.send(&message);
            rogue.expect_failure(Error::UnexpectedMessage);
        }
        let mut rogue = rogue_server_with_keys(alone);
        let mut finished = rogue.finished();
        *finished.last_mut().unwrap() ^= 1;
        rogue.send(&finished);
        rogue.expect_failure(Error::DecryptError);
    }
}

#[test]
fn a_server_without_the_key_is_found_out() {
    let mut rogue = rogue_server(KeyExchangeModes::ALL);
    rogue.psk = Some(b"a guess".to_vec());
    let hello = rogue.server_hello(|hello| hello.extensions.selected_identity = Some(0));
    rogue.send(&hello);
    rogue.take_handshake_keys();
    let extensions = rogue.encrypted_extensions();
    rogue.send(&extensions);
    rogue.end.incoming.extend(rogue.line.sealed());
    assert_eq!(rogue.go_on(), Halt::Failed(Error::BadRecordMac));
}

// Clients that break the rules

fn rogue_client(server: Config) -> Rogue {
    let mut rogue = Rogue::client(server);
    rogue.end.application.psks = vec![psk("key"), psk("other")];
    rogue
}

/// Puts keys with empty binders into a hello.
fn offer(hello: &mut ClientHello<'_>, names: &[&'static str], binders: &[usize]) {
    let identities: Vec<_> = names
        .iter()
        .map(|name| PskIdentity {
            identity: name.as_bytes(),
            obfuscated_ticket_age: 0,
        })
        .collect();
    let binders: Vec<_> = binders
        .iter()
        .map(|len| PskBinderEntry(leak([0; 255]).split_at(*len).0))
        .collect();
    hello.extensions.pre_shared_key = Some(OfferedPsks {
        identities: List::from(leak(identities)),
        binders: List::from(leak(binders)),
    });
    let both = [PskKeyExchangeMode::PSK_DHE_KE, PskKeyExchangeMode::PSK_KE];
    hello.extensions.psk_key_exchange_modes = Some(List::from(leak(both)));
}

/// Computes the last binder of a hello, for this key.
fn bind(hello: &mut [u8], before: Option<&Transcript>, key: &ExternalPsk) {
    let binders = ClientHello::read(&hello[4..])
        .unwrap()
        .extensions
        .pre_shared_key
        .unwrap()
        .binders_length();
    let suite = ferrotls::tls::suites::suite(CipherSuite::AES_128_GCM_SHA256).unwrap();
    let (truncated, rest) = hello.split_at_mut(hello.len() - binders);
    let hash = truncated_hash(suite.hash, before, truncated);
    let early = Early::new(suite, Some(&key.secret));
    let binder = early.binder_key(PskKind::External).unwrap().verify_data(hash.as_ref());
    let start = rest.len() - binder.as_ref().len();
    rest[start..].copy_from_slice(binder.as_ref());
}

#[test]
fn a_right_hello_of_a_rogue_is_taken() {
    let mut rogue = rogue_client(server_config());
    let mut hello = rogue.client_hello(|hello| offer(hello, &["key"], &[32]));
    bind(&mut hello, None, &psk("key"));
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.psk(), Some(PskKind::External));
}

/// What stands beside a key that nobody knows is not looked at, as it is not in 3.6.6.
#[test]
fn a_binder_of_an_unknown_key_may_be_anything() {
    for binders in [&[12, 32][..], &[0, 32], &[255, 32]] {
        let mut rogue = rogue_client(server_config());
        let mut hello = rogue.client_hello(|hello| offer(hello, &["nobody's", "key"], binders));
        bind(&mut hello, None, &psk("key"));
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        assert_eq!(rogue.end.connection.psk(), Some(PskKind::External));
    }
}

#[test]
fn client_hellos() {
    type Change = fn(&mut ClientHello<'_>);
    let cases: [(Error, Change); 7] = [
        // Binders: not computed, too long, too few, too many.
        (Error::DecryptError, |hello| offer(hello, &["key"], &[32])),
        (Error::DecryptError, |hello| offer(hello, &["key"], &[48])),
        (Error::IllegalParameter, |hello| offer(hello, &["key", "more"], &[32])),
        (Error::IllegalParameter, |hello| offer(hello, &["key"], &[32, 32])),
        (Error::DecodeError, |hello| offer(hello, &["key"], &[31])),
        // No modes.
        (Error::MissingExtension, |hello| {
            offer(hello, &["key"], &[32]);
            hello.extensions.psk_key_exchange_modes = None;
        }),
        // One of a pair of extensions.
        (Error::MissingExtension, |hello| {
            offer(hello, &["key"], &[32]);
            hello.extensions.supported_groups = None;
        }),
    ];
    for (error, change) in cases {
        let mut rogue = rogue_client(server_config());
        let hello = rogue.client_hello(change);
        rogue.send_hello(&hello);
        rogue.expect_failure(error);
    }
}

#[test]
fn something_after_the_keys() {
    let mut rogue = rogue_client(server_config());
    let mut hello = rogue.client_hello(|hello| offer(hello, &["key"], &[32]));
    bind(&mut hello, None, &psk("key"));
    // An unknown extension of no length, and the lengths around it.
    hello.extend_from_slice(&[0xfa, 0xfa, 0, 0]);
    let body = u32::try_from(hello.len() - 4).unwrap().to_be_bytes();
    hello[1..4].copy_from_slice(&body[1..]);
    // Fixed fields, the session id, one suite, no compression.
    let at = 4 + 2 + 32 + 1 + 32 + 4 + 2;
    let block = u16::try_from(hello.len() - at - 2).unwrap();
    hello[at..at + 2].copy_from_slice(&block.to_be_bytes());
    rogue.send_hello(&hello);
    rogue.expect_failure(Error::IllegalParameter);
}

#[test]
fn only_the_binder_of_the_key_that_is_taken_is_checked() {
    let mut rogue = rogue_client(server_config());
    let mut hello = rogue.client_hello(|hello| offer(hello, &["unknown", "key"], &[32, 32]));
    bind(&mut hello, None, &psk("key"));
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.psk(), Some(PskKind::External));
}

/// The ninth key is not looked up, though it would be known.
#[test]
fn keys_beyond_the_eighth_are_passed_over() {
    for unknown in [7, 8, 200] {
        let mut rogue = rogue_client(server_config());
        let names = [&vec!["unknown"; unknown][..], &["key"]].concat();
        let mut hello = rogue.client_hello(|hello| offer(hello, &names, &vec![32; names.len()]));
        bind(&mut hello, None, &psk("key"));
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let taken = (unknown < 8).then_some(PskKind::External);
        assert_eq!(rogue.end.connection.psk(), taken, "{unknown}");
        let asks = rogue.end.asks.iter().filter(|ask| **ask != "select").count();
        assert_eq!(asks, 8, "{unknown}");
    }
}

#[test]
fn modes_that_nobody_knows_are_skipped() {
    let mut rogue = rogue_client(server_config());
    let hello = rogue.client_hello(|hello| {
        offer(hello, &["key"], &[32]);
        hello.extensions.psk_key_exchange_modes = Some(List::from(leak([PskKeyExchangeMode(0xfa)])));
    });
    rogue.send_hello(&hello);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    assert_eq!(rogue.end.connection.psk(), None);
    assert_eq!(rogue.end.asks, ["select"]);
}

#[test]
fn the_binder_after_a_retry_is_over_all_hellos() {
    for right in [true, false] {
        let server = Config {
            groups: vec![NamedGroup::SECP256R1],
            ..server_config()
        };
        let mut rogue = rogue_client(server);
        let mut hello = rogue.client_hello(|hello| offer(hello, &["key"], &[32]));
        bind(&mut hello, None, &psk("key"));
        rogue.send_hello(&hello);
        assert_eq!(rogue.go_on(), Halt::Blocked);
        let mut transcript =
            Transcript::start_retried(rogue.suite.hash, rogue.suite.hash.hash(&hello).as_ref()).unwrap();
        transcript.add(&rogue.line.message());
        let mut hello = rogue.client_hello_of(NamedGroup::SECP256R1, |hello| offer(hello, &["key"], &[32]));
        bind(&mut hello, right.then_some(&transcript), &psk("key"));
        rogue.push(ferrotls::tls::wire::codes::ContentType::HANDSHAKE, &hello);
        if right {
            assert_eq!(rogue.go_on(), Halt::Blocked);
            assert_eq!(rogue.end.connection.psk(), Some(PskKind::External));
        } else {
            rogue.end.incoming.extend(rogue.line.sealed());
            assert_eq!(rogue.go_on(), Halt::Failed(Error::DecryptError));
        }
    }
}

/// A hello with keys that is cut anywhere, whatever its lengths say then, is refused, and the server reads nothing behind it.
#[test]
fn cve_2024_30166_a_hello_with_keys_is_cut_anywhere() {
    let hello = rogue_client(config(Side::Server)).client_hello(|hello| offer(hello, &["key", "other"], &[32, 32]));
    // The extensions' length: behind version, random, session, suites and compression.
    let mut extensions = 4 + 2 + 32;
    extensions += 1 + usize::from(hello[extensions]);
    extensions += 2 + usize::from(u16::from_be_bytes([hello[extensions], hello[extensions + 1]]));
    extensions += 1 + usize::from(hello[extensions]);
    // The last of them has the keys.
    let keys = hello.windows(2).rposition(|two| two == [0, 41]).unwrap();
    let put = |hello: &mut [u8], at: usize, len: usize| {
        let len = u16::try_from(len).unwrap().to_be_bytes();
        hello[at..at + 2].copy_from_slice(&len);
    };
    for len in 4..hello.len() {
        for (fits, keys_fit) in [(false, false), (true, false), (true, true)] {
            let mut cut = hello[..len].to_vec();
            put(&mut cut, 2, len - 4);
            if fits && len >= extensions + 2 {
                put(&mut cut, extensions, len - extensions - 2);
            }
            if keys_fit && len >= keys + 4 {
                put(&mut cut, keys + 2, len - keys - 4);
            }
            let mut rogue = rogue_client(config(Side::Server));
            rogue.send_hello(&cut);
            let halt = rogue.go_on();
            // Between two extensions it is a hello without keys.
            let is_whole = len == extensions || fits && len <= keys && len >= extensions;
            assert!(
                matches!(halt, Halt::Failed(Error::DecodeError)) || is_whole && halt != Halt::Done,
                "{len} {fits} {keys_fit} {halt:?}"
            );
        }
    }
}
