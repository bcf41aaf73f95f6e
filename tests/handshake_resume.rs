//! Tickets: how they are given, and what a client and a server make of them (RFC 8446 sections 2.2, 4.2.11 and 4.6.1).
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::sync::Arc;

use common::*;
use ferrotls::tls::{
    config::{Config, Options, Side},
    error::Error,
    session::{ExternalPsk, KeyExchangeModes, PskKind, Resumption},
    wire::codes::{AlertDescription, CipherSuite, NamedGroup},
};
use zeroize::Zeroizing;

const DHE: KeyExchangeModes = KeyExchangeModes {
    ephemeral: true,
    psk_ephemeral: true,
    psk: false,
};
const ALONE: KeyExchangeModes = KeyExchangeModes {
    ephemeral: false,
    psk_ephemeral: false,
    psk: true,
};
const DHE_ONLY: KeyExchangeModes = KeyExchangeModes {
    ephemeral: false,
    psk_ephemeral: true,
    psk: false,
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
