//! `cargo xtask interop resume`: coming back with a ticket.

use super::cases::{Direction, SUITES};
use super::peers::{Kind, Peer};
use super::returning::{Case, Change, Mode, Subject};

/// The subject.
pub const RESUME: Subject = Subject {
    name: "resume",
    cases,
    lacks,
    early: false,
};

/// A return with every suite, and what can be different about one.
fn cases() -> Vec<Case> {
    const NAMES: [&str; 5] = [
        "ticket",
        "ticket, AES-256-GCM",
        "ticket, ChaCha20-Poly1305",
        "ticket, AES-128-CCM",
        "ticket, AES-128-CCM-8",
    ];
    let with_suites = NAMES.into_iter().zip(SUITES).map(|(name, suite)| Case {
        name,
        short: suite.name == SUITES[0].name || suite.name == SUITES[1].name,
        suites: [suite, suite],
        ..Case::PLAIN
    });
    let mut cases: Vec<_> = with_suites.collect();
    cases.extend([
        Case {
            name: "another suite of the same hash",
            short: true,
            suites: [&SUITES[0], &SUITES[2]],
            ..Case::PLAIN
        },
        Case {
            name: "a suite of another hash",
            suites: [&SUITES[0], &SUITES[1]],
            on_key: &[false, false],
            ..Case::PLAIN
        },
        Case {
            name: "again and again",
            connections: 4,
            ..Case::PLAIN
        },
        Case {
            name: "four tickets",
            tickets: 4,
            ..Case::PLAIN
        },
        Case {
            name: "the first of four tickets",
            tickets: 4,
            first_ticket: true,
            ..Case::PLAIN
        },
        Case {
            name: "one ticket, not told of",
            short: true,
            tickets: 1,
            signal: false,
            ..Case::PLAIN
        },
        Case {
            name: "no ticket",
            tickets: 0,
            on_key: &[false, false],
            ..Case::PLAIN
        },
        Case {
            name: "hello retry request",
            short: true,
            retry: true,
            ..Case::PLAIN
        },
        Case {
            name: "client certificate",
            short: true,
            client_certificate: true,
            ..Case::PLAIN
        },
        Case {
            name: "key alone",
            short: true,
            mode: Mode::KeyAlone,
            ..Case::PLAIN
        },
        Case {
            name: "one byte at a time",
            cut: "drip",
            ..Case::PLAIN
        },
        Case {
            name: "cut at random, hello retry request",
            cut: "random",
            retry: true,
            ..Case::PLAIN
        },
        Case {
            name: "sessions kept by the program",
            store: true,
            ..Case::PLAIN
        },
        Case {
            name: "a server that knows nothing",
            short: true,
            change: Change::NewServer,
            on_key: &[false, false],
            ..Case::PLAIN
        },
    ]);
    cases
}

fn lacks(peer: &Peer, direction: Direction, case: &Case) -> Option<&'static str> {
    let (ours, changes) = (
        direction == Direction::OurServer,
        case.suites[0].name != case.suites[1].name,
    );
    match &peer.kind {
        _ if case.store && !ours => Some("it is our server that keeps them"),
        _ if ours && (case.first_ticket || !case.signal) => Some("it is our client that chooses"),
        Kind::MbedTls { .. } if changes => Some("it knows no return with another suite"),
        Kind::GnuTls if ours && changes => Some("its program returns as it came"),
        Kind::GnuTls if ours && (case.tickets == 0 || case.connections > 2 || case.change == Change::NewServer) => {
            Some("its program returns once, at once")
        }
        Kind::GnuTls if !ours && case.mode == Mode::KeyAlone => Some("it gives no tickets to who has no key exchange"),
        Kind::GnuTls if !ours && case.tickets == 0 => Some("its program has no number of tickets"),
        _ => None,
    }
}
