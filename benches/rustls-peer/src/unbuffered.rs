//! The scenarios through rustls's `unbuffered` interface, where the caller owns the buffers: records are sealed into
//! an outgoing buffer, and a whole batch is handed in from one incoming buffer without moving what is left of it.

use std::hint::black_box;
use std::io::{Read, Write};
use std::sync::Arc;

use rustls::HandshakeKind;
use rustls::client::UnbufferedClientConnection;
use rustls::server::UnbufferedServerConnection;
use rustls::unbuffered::{ConnectionState, UnbufferedStatus};

use crate::account::Account;
use crate::configs::Configs;
use crate::pipe::Pipe;
use crate::plan::Plan;
use crate::{BATCH, ROOM_PER_WRITE, Result};

/// Room for a batch with its record headers and tags, however small its records.
const BUFFER: usize = 2 * BATCH;

/// What client and server have in common; rustls has no trait for it.
trait Endpoint {
    type Data;

    fn process<'c, 'i>(&'c mut self, incoming: &'i mut [u8]) -> UnbufferedStatus<'c, 'i, Self::Data>;
}

impl Endpoint for UnbufferedClientConnection {
    type Data = rustls::client::ClientConnectionData;

    fn process<'c, 'i>(&'c mut self, incoming: &'i mut [u8]) -> UnbufferedStatus<'c, 'i, Self::Data> {
        self.process_tls_records(incoming)
    }
}

impl Endpoint for UnbufferedServerConnection {
    type Data = rustls::server::ServerConnectionData;

    fn process<'c, 'i>(&'c mut self, incoming: &'i mut [u8]) -> UnbufferedStatus<'c, 'i, Self::Data> {
        self.process_tls_records(incoming)
    }
}

/// Both directions, and each end's buffers.
struct Room {
    to_server: Pipe,
    to_client: Pipe,
    incoming: Vec<u8>,
    outgoing: Vec<u8>,
}

/// Runs the plan.
pub fn run(plan: &Plan, configs: &Configs) -> Result<()> {
    let mut room = Room {
        to_server: Pipe::new(),
        to_client: Pipe::new(),
        incoming: vec![1; BUFFER],
        outgoing: vec![1; BUFFER],
    };
    match plan.kind.as_str() {
        "handshake" | "resume" | "resume-id" => measure_handshakes(plan, configs, &mut room),
        "bulk" => measure_bulk(plan, configs, &mut room),
        other => Err(format!("no such kind: {other}").into()),
    }
}

/// Handshakes as far as the bytes at hand allow; true: it is over.
fn advance(
    end: &mut impl Endpoint,
    from: &mut Pipe,
    to: &mut Pipe,
    incoming: &mut [u8],
    outgoing: &mut [u8],
) -> Result<bool> {
    let filled = if from.is_empty() { 0 } else { from.read(incoming)? };
    let (mut used, mut encoded) = (0, 0);
    loop {
        let UnbufferedStatus { discard, state } = end.process(&mut incoming[used..filled]);
        used += discard;
        match state? {
            ConnectionState::EncodeTlsData(mut data) => {
                encoded += data
                    .encode(&mut outgoing[encoded..])
                    .map_err(|error| format!("{error}"))?;
            }
            ConnectionState::TransmitTlsData(data) => {
                to.write_all(&outgoing[..encoded])?;
                encoded = 0;
                data.done();
            }
            ConnectionState::BlockedHandshake => return Ok(false),
            ConnectionState::WriteTraffic(_) => return Ok(true),
            other => return Err(format!("unexpected state {other:?}").into()),
        }
    }
}

fn shake_hands(
    configs: &Configs,
    room: &mut Room,
    client_account: &mut Account,
    server_account: &mut Account,
) -> Result<(Box<UnbufferedClientConnection>, Box<UnbufferedServerConnection>)> {
    let Room {
        to_server,
        to_client,
        incoming,
        outgoing,
    } = room;
    to_server.clear();
    to_client.clear();
    let mut client = client_account.time(|| -> Result<_> {
        Ok(Box::new(UnbufferedClientConnection::new(
            Arc::clone(&configs.client),
            configs.name.clone(),
        )?))
    })?;
    let mut server = server_account
        .time(|| -> Result<_> { Ok(Box::new(UnbufferedServerConnection::new(Arc::clone(&configs.server))?)) })?;
    let (mut client_done, mut server_done) = (false, false);
    while !client_done || !server_done {
        client_done = client_account.time(|| advance(client.as_mut(), to_client, to_server, incoming, outgoing))?;
        server_done = server_account.time(|| advance(server.as_mut(), to_server, to_client, incoming, outgoing))?;
    }
    Ok((client, server))
}

/// Reads the ticket that follows a handshake.
fn take_ticket(client: &mut UnbufferedClientConnection, room: &mut Room, account: &mut Account) -> Result<()> {
    let Room {
        to_server,
        to_client,
        incoming,
        outgoing,
    } = room;
    account
        .time(|| advance(client, to_client, to_server, incoming, outgoing))
        .map(drop)
}

fn measure_handshakes(plan: &Plan, configs: &Configs, room: &mut Room) -> Result<()> {
    let mut one = |client_account: &mut Account, server_account: &mut Account| -> Result<HandshakeKind> {
        let (mut client, server) = shake_hands(configs, room, client_account, server_account)?;
        if plan.returns() {
            take_ticket(&mut client, room, client_account)?;
        }
        let kind = client.handshake_kind().ok_or("no handshake")?;
        client_account.time(|| drop(client));
        server_account.time(|| drop(server));
        Ok(kind)
    };
    for _ in 0..5 {
        one(&mut Account::default(), &mut Account::default())?;
    }
    let (mut client, mut server) = (Account::default(), Account::default());
    while client.lap_count() < 20 || client.total + server.total < plan.nanoseconds {
        let kind = one(&mut client, &mut server)?;
        if plan.returns() && kind != HandshakeKind::Resumed {
            return Err("a full handshake".into());
        }
        client.end_lap(1.0);
        server.end_lap(1.0);
    }
    client.print_median("client", "ns/handshake");
    server.print_median("server", "ns/handshake");
    Ok(())
}

fn write_batch(end: &mut impl Endpoint, data: &[u8], to: &mut Pipe, outgoing: &mut [u8]) -> Result<()> {
    let UnbufferedStatus { state, .. } = end.process(&mut []);
    let ConnectionState::WriteTraffic(mut traffic) = state? else {
        return Err("not ready to write".into());
    };
    for _ in 0..BATCH / data.len() {
        let length = traffic.encrypt(data, outgoing).map_err(|error| format!("{error}"))?;
        to.write_all(&outgoing[..length])?;
    }
    Ok(())
}

fn read_batch(end: &mut impl Endpoint, data: &mut [u8], from: &mut Pipe, incoming: &mut [u8]) -> Result<()> {
    let filled = from.read(incoming)?;
    let (mut used, mut received) = (0, 0);
    while received < BATCH {
        let UnbufferedStatus { mut discard, state } = end.process(&mut incoming[used..filled]);
        if let ConnectionState::ReadTraffic(mut traffic) = state? {
            while let Some(record) = traffic.next_record() {
                let record = record?;
                discard += record.discard;
                received += record.payload.len();
                data[..record.payload.len()].copy_from_slice(record.payload);
                black_box(&*data);
            }
        }
        used += discard;
    }
    Ok(())
}

fn measure_bulk(plan: &Plan, configs: &Configs, room: &mut Room) -> Result<()> {
    let (mut sender, mut receiver) = (Account::default(), Account::default());
    let (mut client, mut server) = shake_hands(configs, room, &mut receiver, &mut sender)?;
    let out = vec![b'f'; plan.size];
    let mut into = vec![0; ROOM_PER_WRITE * plan.size];
    let Room {
        to_client,
        incoming,
        outgoing,
        ..
    } = room;

    let mut batch = |sender: &mut Account, receiver: &mut Account, into: &mut [u8]| -> Result<()> {
        sender.time(|| write_batch(server.as_mut(), &out, to_client, outgoing))?;
        receiver.time(|| read_batch(client.as_mut(), into, to_client, incoming))
    };
    batch(&mut sender, &mut receiver, &mut into)?;
    (sender, receiver) = Default::default();
    while sender.lap_count() < 4 || sender.total + receiver.total < plan.nanoseconds {
        batch(&mut sender, &mut receiver, &mut into)?;
        sender.end_lap((BATCH / 1024) as f64);
        receiver.end_lap((BATCH / 1024) as f64);
    }
    if into[..plan.size] != out {
        return Err("what arrived is not what was sent".into());
    }
    sender.print_median("send", "ns/KiB");
    receiver.print_median("receive", "ns/KiB");
    Ok(())
}
