//! A client that comes back with a ticket and early data, and a server that takes it.

use std::sync::Arc;

use ferrotls::tls::{
    config::{Config, Options, Side},
    early_data::{EarlyData, Replays, replay::ReplayStore},
    error::Error,
    session::{KeyExchangeModes, Resumption},
    want::{Event, SecretKind},
    wire::codes::AlertDescription,
};

use super::{Application, Cut, End, Halt, NOW, Pair, config};

/// How many bytes of early data the tickets of these tests allow.
pub const MAX: u32 = 20_000;

pub const ALONE: KeyExchangeModes = KeyExchangeModes {
    ephemeral: false,
    psk_ephemeral: false,
    psk: true,
};

pub fn client() -> Config {
    Config {
        early_data: true,
        ..config(Side::Client)
    }
}

pub fn store(capacity: usize, began: u64) -> Replays {
    Replays::Store(Arc::new(ReplayStore::new(capacity, began)))
}

pub fn server() -> Config {
    Config {
        tickets: 1,
        parses_tickets: true,
        early_data: true,
        max_early_data: MAX,
        replays: store(100, NOW),
        ..config(Side::Server)
    }
}

pub fn data(len: usize) -> Vec<u8> {
    (0..len).map(|index| (index * 31 % 251) as u8).collect()
}

/// The lengths that are tried in this cut: byte by byte the long ones take long.
pub fn lengths(cut: Cut, all: &[usize]) -> Vec<usize> {
    let short = |len: &usize| *len < 1000 || !matches!(cut, Cut::Byte);
    all.iter().copied().filter(short).collect()
}

/// A first connection, and the ticket that came of it.
pub fn first(client: Config, server: Config) -> (Pair, Resumption) {
    let mut pair = Pair::with(client, server);
    pair.connect();
    pair.exchange(10);
    let ticket = pair.client.tickets.pop().unwrap();
    (pair, ticket)
}

/// Two ends with the application of an earlier connection's server, and a client that has its ticket.
pub fn again(first: &Pair, client: Config, server: Config, ticket: &Resumption) -> Pair {
    let mut pair = Pair::with(config(Side::Client), server);
    pair.server.application = first.server.application.clone();
    pair.client = End::new(client, options(ticket), Application::new(&[]));
    pair
}

pub fn options(ticket: &Resumption) -> Options {
    Options {
        server_name: Some("server.example".into()),
        export_secrets: true,
        resumption: Some(Arc::new(ticket.clone())),
        ..Options::default()
    }
}

/// A client with a ticket, and a server that takes it, both as usual.
pub fn usual() -> Pair {
    let (earlier, ticket) = first(client(), server());
    again(&earlier, client(), server(), &ticket)
}

/// Has the client write early data, as much as it may, in pieces that the transport takes at most `cut` of; how much it wrote.
pub fn write_early(pair: &mut Pair, data: &[u8]) -> usize {
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
pub fn assert_status(pair: &Pair, status: EarlyData) {
    for end in [&pair.client, &pair.server] {
        assert_eq!(end.connection.early_data(), status);
    }
}

/// The client, whose handshake was over before the server saw its early data, hears what the server makes of it.
#[track_caller]
pub fn assert_told(pair: &mut Pair, alert: AlertDescription) {
    let halt = pair.client.read(&mut usize::MAX.clone());
    assert_eq!(halt, Halt::Failed(Error::PeerAlert(alert)));
}

pub fn secret(end: &End, wanted: SecretKind) -> Vec<Vec<u8>> {
    let secrets = end.events.iter().filter_map(|event| match event {
        Event::Secret { kind, secret, .. } if *kind == wanted => Some(secret.as_bytes().to_vec()),
        _ => None,
    });
    secrets.collect()
}

/// What a client sends first, with early data in it.
pub fn first_flight(pair: &mut Pair, data: &[u8]) -> Vec<u8> {
    assert_eq!(write_early(pair, data), data.len());
    pair.server.incoming.clone()
}
