//! The group of the key exchange: which one it becomes, and hybrid shares that are none.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use common::{rogue::Rogue, *};
use ferrotls::crypto::kx::{KeyExchange, Responder};
use ferrotls::tls::{
    config::{Config, Side},
    error::Error,
    handshake::state_id::StateId,
    suites,
    wire::{
        client_hello::ClientHello,
        codec::List,
        codes::{ContentType, NamedGroup as G},
        extensions::key_share::KeyShareEntry,
    },
};

const HYBRIDS: [G; 3] = [G::X25519_MLKEM768, G::SECP256R1_MLKEM768, G::SECP384R1_MLKEM1024];

/// What an application gets that chooses nothing.
const DEFAULT: [G; 6] = [
    G::X25519_MLKEM768,
    G::X25519,
    G::SECP256R1,
    G::SECP384R1,
    G::X448,
    G::SECP521R1,
];

/// The state in which a server writes a HelloRetryRequest.
const HELLO_RETRY_REQUEST: i32 = StateId::HELLO_RETRY_REQUEST.0;

fn with_groups(side: Side, groups: &[G]) -> Config {
    Config {
        groups: groups.to_vec(),
        ..config(side)
    }
}

fn pair(client: &[G], server: &[G]) -> Pair {
    Pair::with(with_groups(Side::Client, client), with_groups(Side::Server, server))
}

/// Shakes hands; the group that it became, and whether by way of a HelloRetryRequest.
#[track_caller]
fn negotiate(mut pair: Pair) -> (G, bool) {
    pair.connect();
    pair.exchange(3000);
    let group = pair.client.connection.group().unwrap();
    assert_eq!(pair.server.connection.group(), Some(group));
    assert_eq!(pair.client.events_of_secrets(), pair.server.events_of_secrets());
    (group, pair.server.states.contains(&HELLO_RETRY_REQUEST))
}

trait Secrets {
    fn events_of_secrets(&self) -> usize;
}

impl Secrets for End {
    fn events_of_secrets(&self) -> usize {
        use ferrotls::tls::want::Event;
        let secrets = self.events.iter().filter(|event| matches!(event, Event::Secret { .. }));
        secrets.count()
    }
}

#[test]
fn every_hybrid_with_every_cut() {
    for group in HYBRIDS {
        for cut in CUTS {
            assert_eq!(negotiate(pair(&[group], &GROUPS).cut(cut)), (group, false), "{cut:?}");
            assert_eq!(negotiate(pair(&[group], &[group]).cut(cut)), (group, false), "{cut:?}");
        }
    }
}

/// A client with the default list sends two shares, so that no server has to ask again whose first group is either.
#[test]
fn two_shares_suit_the_server() {
    for (server, expected) in [
        (&DEFAULT[..], (G::X25519_MLKEM768, false)),
        (&[G::SECP256R1, G::X25519_MLKEM768], (G::X25519_MLKEM768, false)),
        (&[G::X25519], (G::X25519, false)),
        (&[G::SECP256R1, G::X25519], (G::X25519, false)),
        (&[G::X25519, G::X25519_MLKEM768], (G::X25519, false)),
        (&[G::SECP384R1], (G::SECP384R1, true)),
    ] {
        assert_eq!(negotiate(pair(&DEFAULT, server)), expected, "{server:?}");
    }
}

/// An application's list is obeyed: no share of the classic part if it is not in the list.
#[test]
fn retries_both_ways() {
    for (client, server, expected) in [
        (
            &[G::X25519_MLKEM768, G::SECP256R1][..],
            &[G::SECP256R1][..],
            (G::SECP256R1, true),
        ),
        (
            &[G::X25519_MLKEM768, G::SECP256R1],
            &[G::X25519, G::SECP256R1],
            (G::SECP256R1, true),
        ),
        (
            &[G::X25519, G::X25519_MLKEM768],
            &[G::X25519_MLKEM768],
            (G::X25519_MLKEM768, true),
        ),
        (
            &[G::SECP256R1, G::SECP256R1_MLKEM768],
            &[G::SECP256R1_MLKEM768],
            (G::SECP256R1_MLKEM768, true),
        ),
        (
            &[G::X448, G::SECP384R1_MLKEM1024],
            &[G::SECP384R1_MLKEM1024],
            (G::SECP384R1_MLKEM1024, true),
        ),
        (
            &[G::X25519_MLKEM768, G::SECP384R1_MLKEM1024],
            &[G::SECP384R1_MLKEM1024],
            (G::SECP384R1_MLKEM1024, true),
        ),
        (
            &[G::SECP256R1_MLKEM768, G::SECP256R1],
            &[G::SECP256R1],
            (G::SECP256R1, false),
        ),
        (
            &[G::SECP384R1_MLKEM1024, G::SECP384R1],
            &[G::SECP384R1],
            (G::SECP384R1, false),
        ),
    ] {
        for cut in CUTS {
            assert_eq!(
                negotiate(pair(client, server).cut(cut)),
                expected,
                "{client:?} {server:?}"
            );
        }
    }
}

#[test]
fn nothing_in_common() {
    let mut pair = pair(&[G::X25519_MLKEM768], &[G::X25519, G::SECP256R1_MLKEM768]);
    let (client, server) = pair.run();
    assert_eq!(server, Halt::Failed(Error::HandshakeFailure));
    assert!(matches!(client, Halt::Failed(Error::PeerAlert(_))));
}

/// The hello of the default list has more bytes than a packet holds. It may also come in any records.
#[test]
fn a_long_client_hello_may_be_fragmented() {
    let mut pair = pair(&DEFAULT, &DEFAULT);
    let mut sent = vec![];
    let halt = pair.client.handshake(&mut 0, &mut usize::MAX.clone(), &mut sent);
    assert_eq!(halt, Halt::Blocked);
    assert!(sent.len() > 1400, "{}", sent.len());
    let (header, message) = sent.split_at(5);
    assert_eq!(message.len(), usize::from(u16::from_be_bytes([header[3], header[4]])));
    for piece in message.chunks(97) {
        pair.server
            .incoming
            .extend([&header[..3], &[0, u8::try_from(piece.len()).unwrap()], piece].concat());
    }
    assert_eq!(negotiate(pair), (G::X25519_MLKEM768, false));
}

/// The shares of a ClientHello by group and length.
fn shares(hello: &[u8]) -> Vec<(G, usize)> {
    let hello = ClientHello::read(&hello[4..]).unwrap();
    let shares = hello.extensions.key_share.unwrap();
    shares
        .iter()
        .map(|share| (share.group, share.key_exchange.len()))
        .collect()
}

#[test]
fn the_second_hello_has_one_share() {
    let mut rogue = Rogue::server(with_groups(Side::Client, &DEFAULT));
    assert_eq!(shares(&rogue.hello), [(G::X25519_MLKEM768, 1216), (G::X25519, 32)]);
    let retry = rogue.hello_retry_request(Some(G::SECP256R1), |_| {});
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    assert_eq!(shares(&rogue.hello), [(G::SECP256R1, 65)]);
    // A cookie alone changes no share.
    let mut rogue = Rogue::server(with_groups(Side::Client, &DEFAULT));
    let first = shares(&rogue.hello);
    let retry = rogue.hello_retry_request(None, |retry| retry.extensions.cookie = Some(b"cookie"));
    rogue.send(&retry);
    assert_eq!(rogue.go_on(), Halt::Blocked);
    rogue.read_client_hello();
    assert_eq!(shares(&rogue.hello), first);
}

/// RFC 8446 section 4.2.8: a HelloRetryRequest for a group that a share was sent of is an illegal_parameter.
#[test]
fn retry_for_a_group_with_a_share() {
    for group in [G::X25519_MLKEM768, G::X25519, G::SECP256R1_MLKEM768] {
        let mut rogue = Rogue::server(with_groups(Side::Client, &DEFAULT));
        let retry = rogue.hello_retry_request(Some(group), |_| {});
        rogue.send(&retry);
        rogue.expect_failure(Error::IllegalParameter);
    }
}

/// A client whose first group is `group` gets this share in a ServerHello.
#[track_caller]
fn server_sends(group: G, answered: G, share: &[u8], error: Error) {
    let list: Vec<_> = std::iter::once(group).chain(suites::component(group)).collect();
    let mut rogue = Rogue::server(with_groups(Side::Client, &list));
    let hello = rogue.server_hello(|hello| {
        hello.extensions.key_share = Some(KeyShareEntry {
            group: answered,
            key_exchange: leak(share.to_vec()),
        });
    });
    rogue.send(&hello);
    rogue.expect_failure(error);
}

/// A good share of a server, for another client's.
fn server_share(group: G) -> Vec<u8> {
    let group = suites::group(group).unwrap();
    let client = KeyExchange::generate(group).unwrap();
    Responder::generate(group)
        .unwrap()
        .respond(client.public_key())
        .unwrap()
        .0
}

/// Where the classic part of a share is.
fn classic_part(group: G, share: &[u8]) -> std::ops::Range<usize> {
    let len = suites::group(suites::component(group).unwrap())
        .unwrap()
        .client_share_len();
    if group == G::X25519_MLKEM768 {
        share.len() - len..share.len()
    } else {
        0..len
    }
}

/// Shares that are cut, too long, of another group, or with a classic part that is none.
fn bad_shares(group: G, good: &[u8]) -> Vec<Vec<u8>> {
    let mut zero = good.to_vec();
    zero[classic_part(group, good)].fill(0);
    vec![
        vec![],
        good[..1].to_vec(),
        good[..good.len() - 1].to_vec(),
        good[1..].to_vec(),
        [good, &[0]].concat(),
        good[classic_part(group, good)].to_vec(),
        vec![0; good.len()],
        zero,
    ]
}

#[test]
fn cve_2023_45199_clients_refuse_bad_shares() {
    for group in HYBRIDS {
        let good = server_share(group);
        for bad in bad_shares(group, &good) {
            // A share is never empty on the wire, which is for the parser to say.
            let error = if bad.is_empty() {
                Error::DecodeError
            } else {
                Error::IllegalParameter
            };
            server_sends(group, group, &bad, error);
        }
        // The answer to the other share, and to none.
        server_sends(group, suites::component(group).unwrap(), &good, Error::IllegalParameter);
        server_sends(group, group, &good[classic_part(group, &good)], Error::IllegalParameter);
        server_sends(group, G::X448, &good, Error::IllegalParameter);
    }
}

#[test]
fn cve_2023_45199_servers_refuse_bad_shares() {
    for group in HYBRIDS {
        let good = KeyExchange::generate(suites::group(group).unwrap()).unwrap();
        let good = good.public_key();
        let mut bad = bad_shares(group, good);
        // FIPS 203 section 7.2: the first coefficient is not less than 3329.
        let mut outside = good.to_vec();
        let kem = if classic_part(group, good).start == 0 {
            classic_part(group, good).end
        } else {
            0
        };
        outside[kem..kem + 2].fill(0xff);
        bad.push(outside);
        for share in bad {
            let error = if share.is_empty() {
                Error::DecodeError
            } else {
                Error::IllegalParameter
            };
            let mut rogue = Rogue::client(with_groups(Side::Server, &GROUPS));
            let shares = leak(vec![KeyShareEntry {
                group,
                key_exchange: leak(share),
            }]);
            let hello = rogue.client_hello(|hello| hello.extensions.key_share = Some(List::from(&*shares)));
            rogue.send_hello(&hello);
            rogue.expect_failure(error);
        }
    }
}

/// The record after the one at the start of `bytes`.
fn second_record(bytes: &[u8]) -> usize {
    5 + usize::from(u16::from_be_bytes([bytes[3], bytes[4]]))
}

/// Turns a bit of the ML-KEM part of the only share of `group` in a hello.
fn corrupt(hello: &mut [u8], group: G, len: usize) {
    let header = [group.0.to_be_bytes(), u16::try_from(len).unwrap().to_be_bytes()].concat();
    let at = hello.windows(4).position(|window| window == header).unwrap() + 4;
    let classic = classic_part(group, &hello[at..at + len]);
    // The last byte of a key is of its seed, of which anything may come; that of a ciphertext is no different.
    let last = if classic.start == 0 { len - 1 } else { classic.start - 1 };
    hello[at + last] ^= 1;
}

/// A share that was changed on the way, but is one: the keys differ. For the server's that is implicit rejection.
#[test]
fn corrupted_shares_give_other_keys() {
    for group in HYBRIDS {
        let kind = suites::group(group).unwrap();
        let mut both = pair(&[group], &[group]);
        let mut sent = vec![];
        let _ = both.client.handshake(&mut 0, &mut usize::MAX.clone(), &mut sent);
        corrupt(&mut sent, group, kind.client_share_len());
        both.server.incoming = sent;
        assert_eq!(both.run().0, Halt::Failed(Error::BadRecordMac), "{group:?}");

        let mut both = pair(&[group], &[group]);
        let mut sent = vec![];
        let _ = both.client.handshake(&mut 0, &mut usize::MAX.clone(), &mut sent);
        both.server.incoming = sent;
        let mut answer = vec![];
        let _ = both
            .server
            .handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut answer);
        assert_eq!(answer[0], ContentType::HANDSHAKE.0);
        let end = second_record(&answer);
        corrupt(&mut answer[..end], group, kind.server_share_len());
        both.client.incoming = answer;
        assert_eq!(both.run().0, Halt::Failed(Error::BadRecordMac), "{group:?}");
    }
}
