//! `cargo xtask interop early`: data before the handshake is over, accepted, refused and replayed.

use super::cases::{Direction, SUITES};
use super::peers::{Kind, Peer};
use super::returning::{Case, Change, Early, Mode, Subject};

/// The subject.
pub const EARLY: Subject = Subject {
    name: "early",
    cases,
    lacks,
    early: true,
};

/// A return that begins with data, which is taken.
const TAKEN: Case = Case {
    early: 100,
    early_outcome: Early::Accepted,
    ..Case::PLAIN
};

/// One whose data is refused, and sent again.
const REFUSED: Case = Case {
    early_outcome: Early::Refused,
    ..TAKEN
};

fn cases() -> Vec<Case> {
    vec![
        Case {
            name: "accepted",
            short: true,
            ..TAKEN
        },
        Case {
            name: "accepted, AES-256-GCM",
            suites: [&SUITES[1], &SUITES[1]],
            ..TAKEN
        },
        Case {
            name: "accepted, ChaCha20-Poly1305",
            suites: [&SUITES[2], &SUITES[2]],
            ..TAKEN
        },
        Case {
            name: "accepted, key alone",
            mode: Mode::KeyAlone,
            ..TAKEN
        },
        Case {
            name: "accepted, as much as is allowed",
            early: 900,
            early_limit: 900,
            ..TAKEN
        },
        Case {
            name: "accepted, client certificate before",
            client_certificate: true,
            ..TAKEN
        },
        Case {
            name: "accepted, one byte at a time",
            short: true,
            cut: "drip",
            ..TAKEN
        },
        Case {
            name: "accepted, cut at random",
            cut: "random",
            early: 600,
            ..TAKEN
        },
        Case {
            name: "accepted, sessions kept by the program",
            store: true,
            ..TAKEN
        },
        Case {
            name: "refused after a hello retry request",
            short: true,
            retry: true,
            ..REFUSED
        },
        Case {
            name: "refused after a hello retry request, drip",
            retry: true,
            cut: "drip",
            ..REFUSED
        },
        Case {
            name: "refused by configuration",
            short: true,
            change: Change::EarlyOff,
            ..REFUSED
        },
        Case {
            name: "refused by a server that knows nothing",
            short: true,
            change: Change::NewServer,
            on_key: &[false, false],
            ..REFUSED
        },
        Case {
            name: "refused by a server that knows nothing, drip",
            change: Change::NewServer,
            on_key: &[false, false],
            cut: "drip",
            ..REFUSED
        },
        Case {
            name: "refused the second time",
            short: true,
            connections: 3,
            change: Change::UsedTicket,
            on_key: &[false, true, false],
            ..REFUSED
        },
        Case {
            name: "replayed",
            short: true,
            change: Change::Replay,
            ..TAKEN
        },
    ]
}

fn lacks(peer: &Peer, direction: Direction, case: &Case) -> Option<&'static str> {
    let ours = direction == Direction::OurServer;
    let mbed = matches!(peer.kind, Kind::MbedTls { .. });
    match (&peer.kind, case.change) {
        _ if case.store && !ours => Some("it is our server that keeps them"),
        (_, Change::Replay) if !ours => Some("it is our server that must see through it"),
        (_, Change::UsedTicket) if ours => Some("to our server another hello is no replay"),
        (_, Change::EarlyOff) if !ours && !mbed => Some("its program does not change its mind"),
        (Kind::MbedTls { .. } | Kind::GnuTls, Change::UsedTicket) => Some("it takes a ticket more than once"),
        (Kind::MbedTls { .. }, Change::NewServer) if !ours => {
            Some("3.6.6 cannot do a full handshake after it has refused early data")
        }
        (Kind::GnuTls, Change::NewServer) if ours => Some("its program returns once, at once"),
        (Kind::GnuTls, _) if case.retry => Some("it breaks off early data at a retry, with 3.6.6 as well"),
        (Kind::GnuTls, _) if case.mode == Mode::KeyAlone && !ours => {
            Some("it gives no tickets to who has no key exchange")
        }
        _ => None,
    }
}
