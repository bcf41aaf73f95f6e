//! `cargo xtask interop psk`: connections that rest on a pre-shared key from outside.

use super::cases::{Direction, SUITES};
use super::peers::{Kind, Peer};
use super::returning::{Case, Mode, Psk, Subject};

/// The subject.
pub const PSK: Subject = Subject {
    name: "psk",
    cases,
    lacks,
    early: false,
};

const ALICE: Psk = Psk {
    identity: "alice",
    key: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
};
const MALLORY: Psk = Psk {
    identity: "alice",
    key: "ff112233445566778899aabbccddeeff00112233445566778899aabbccddeeff",
};
const BOB: Psk = Psk {
    identity: "bob",
    key: ALICE.key,
};

/// One connection by a key that both know.
const KNOWN: Case = Case {
    connections: 1,
    tickets: 0,
    psk: [Some(ALICE), Some(ALICE)],
    certificate: false,
    on_key: &[true],
    ..Case::PLAIN
};

fn cases() -> Vec<Case> {
    let alone = Case {
        mode: Mode::KeyAlone,
        ..KNOWN
    };
    vec![
        Case {
            name: "with a key exchange",
            short: true,
            ..KNOWN
        },
        Case {
            name: "key alone",
            short: true,
            ..alone.clone()
        },
        Case {
            name: "ChaCha20-Poly1305",
            suites: [&SUITES[2], &SUITES[2]],
            ..KNOWN
        },
        Case {
            name: "AES-128-CCM",
            suites: [&SUITES[3], &SUITES[3]],
            ..KNOWN
        },
        Case {
            name: "key alone, ChaCha20-Poly1305",
            suites: [&SUITES[2], &SUITES[2]],
            ..alone.clone()
        },
        Case {
            name: "hello retry request",
            short: true,
            retry: true,
            ..KNOWN
        },
        Case {
            name: "found by a callback",
            short: true,
            callback: true,
            ..KNOWN
        },
        Case {
            name: "key alone, found by a callback",
            callback: true,
            ..alone.clone()
        },
        Case {
            name: "beside a certificate",
            certificate: true,
            ..KNOWN
        },
        Case {
            name: "unknown identity, certificate instead",
            short: true,
            psk: [Some(BOB), Some(ALICE)],
            certificate: true,
            on_key: &[false],
            ..KNOWN
        },
        Case {
            name: "one byte at a time",
            cut: "drip",
            ..KNOWN
        },
        Case {
            name: "cut at random, hello retry request",
            cut: "random",
            retry: true,
            ..KNOWN
        },
        Case {
            name: "ticket of such a connection",
            connections: 2,
            tickets: 2,
            ..KNOWN
        },
        Case {
            name: "wrong identity",
            short: true,
            psk: [Some(BOB), Some(ALICE)],
            fails: true,
            ..KNOWN
        },
        Case {
            name: "wrong identity, looked up by a callback",
            psk: [Some(BOB), Some(ALICE)],
            callback: true,
            fails: true,
            ..KNOWN
        },
        Case {
            name: "wrong key",
            short: true,
            psk: [Some(MALLORY), Some(ALICE)],
            fails: true,
            ..KNOWN
        },
        Case {
            name: "key alone, wrong key",
            psk: [Some(MALLORY), Some(ALICE)],
            fails: true,
            ..alone
        },
    ]
}

fn lacks(peer: &Peer, direction: Direction, case: &Case) -> Option<&'static str> {
    let ours = direction == Direction::OurServer;
    let falls_back = case.certificate && case.psk[0] != case.psk[1];
    match &peer.kind {
        _ if case.callback && !ours => Some("it is our server that looks it up"),
        Kind::GnuTls if falls_back && !ours => Some("its server refuses who is unknown"),
        _ => None,
    }
}
