//! The scenarios through rustls's usual interface: `read_tls`, `process_new_packets`, `reader`, `writer`, `write_tls`.

use std::hint::black_box;
use std::io::{ErrorKind, Read, Write};
use std::sync::Arc;

use rustls::{ClientConnection, Connection, HandshakeKind, ServerConnection};

use crate::account::{Account, print_result};
use crate::configs::Configs;
use crate::pipe::Pipe;
use crate::plan::Plan;
use crate::{BATCH, ROOM_PER_WRITE, Result};

/// Both ends and the transport between them.
struct Pair {
    client: Box<Connection>,
    server: Box<Connection>,
}

/// Runs the plan.
pub fn run(plan: &Plan, configs: &Configs) -> Result<()> {
    let mut to_server = Pipe::new();
    let mut to_client = Pipe::new();
    match plan.kind.as_str() {
        "handshake" => measure_handshakes(plan, configs, &mut to_server, &mut to_client),
        "resume" | "resume-id" | "early" => measure_resumption(plan, configs, &mut to_server, &mut to_client),
        "bulk" => measure_bulk(plan, configs, &mut to_server, &mut to_client),
        "memory" => measure_memory(plan, configs, &mut to_server, &mut to_client),
        other => Err(format!("no such kind: {other}").into()),
    }
}

fn new_client(configs: &Configs) -> Result<Box<Connection>> {
    Ok(Box::new(
        ClientConnection::new(Arc::clone(&configs.client), configs.name.clone())?.into(),
    ))
}

fn new_server(configs: &Configs) -> Result<Box<Connection>> {
    Ok(Box::new(ServerConnection::new(Arc::clone(&configs.server))?.into()))
}

/// Handshakes as far as the bytes at hand allow.
fn advance(connection: &mut Connection, from: &mut Pipe, to: &mut Pipe) -> Result<()> {
    while !from.is_empty() {
        connection.read_tls(from)?;
        connection.process_new_packets()?;
    }
    while connection.wants_write() {
        connection.write_tls(to)?;
    }
    Ok(())
}

fn shake_hands(
    configs: &Configs,
    to_server: &mut Pipe,
    to_client: &mut Pipe,
    client_account: &mut Account,
    server_account: &mut Account,
) -> Result<Pair> {
    to_server.clear();
    to_client.clear();
    let mut client = client_account.time(|| new_client(configs))?;
    let mut server = server_account.time(|| new_server(configs))?;
    while client.is_handshaking() || server.is_handshaking() {
        client_account.time(|| advance(&mut client, to_client, to_server))?;
        server_account.time(|| advance(&mut server, to_server, to_client))?;
    }
    Ok(Pair { client, server })
}

fn measure_handshakes(plan: &Plan, configs: &Configs, to_server: &mut Pipe, to_client: &mut Pipe) -> Result<()> {
    let mut one = |client: &mut Account, server: &mut Account| -> Result<()> {
        let pair = shake_hands(configs, to_server, to_client, client, server)?;
        client.time(|| drop(pair.client));
        server.time(|| drop(pair.server));
        Ok(())
    };
    for _ in 0..5 {
        one(&mut Account::default(), &mut Account::default())?;
    }
    let (mut client, mut server) = (Account::default(), Account::default());
    while client.lap_count() < 20 || client.total + server.total < plan.nanoseconds {
        one(&mut client, &mut server)?;
        client.end_lap(1.0);
        server.end_lap(1.0);
    }
    client.print_median("client", "ns/handshake");
    server.print_median("server", "ns/handshake");
    Ok(())
}

/// Reads the request, if there is early data.
fn read_request(server: &mut Connection, request: &mut [u8]) -> Result<usize> {
    let Connection::Server(server) = server else {
        return Err("not a server".into());
    };
    match server.early_data() {
        Some(mut early) => Ok(early.read(request)?),
        None => Ok(0),
    }
}

/// A connection that rests on the ticket of the one before it, if any.
fn one_return(
    plan: &Plan,
    configs: &Configs,
    (to_server, to_client): (&mut Pipe, &mut Pipe),
    (client_account, server_account): (&mut Account, &mut Account),
) -> Result<HandshakeKind> {
    to_server.clear();
    to_client.clear();
    let mut client = client_account.time(|| -> Result<_> {
        let mut client = ClientConnection::new(Arc::clone(&configs.client), configs.name.clone())?;
        if let Some(mut early) = client.early_data().filter(|_| plan.is_early()) {
            early.write_all(&vec![b'r'; plan.size])?;
        }
        Ok(Box::new(Connection::from(client)))
    })?;
    let mut server = server_account.time(|| new_server(configs))?;
    let (mut request, mut received) = ([0; 1024], 0);
    while client.is_handshaking() || server.is_handshaking() {
        client_account.time(|| advance(&mut client, to_client, to_server))?;
        server_account.time(|| -> Result<()> {
            advance(&mut server, to_server, to_client)?;
            if plan.is_early() {
                received += read_request(&mut server, &mut request)?;
            }
            Ok(())
        })?;
    }
    // The ticket.
    client_account.time(|| advance(&mut client, to_client, to_server))?;
    let kind = client.handshake_kind().ok_or("no handshake")?;
    if kind == HandshakeKind::Resumed && plan.is_early() && received != plan.size {
        return Err("early data was not taken".into());
    }
    client_account.time(|| drop(client));
    server_account.time(|| drop(server));
    Ok(kind)
}

fn measure_resumption(plan: &Plan, configs: &Configs, to_server: &mut Pipe, to_client: &mut Pipe) -> Result<()> {
    let mut one = |client: &mut Account, server: &mut Account| {
        one_return(plan, configs, (&mut *to_server, &mut *to_client), (client, server))
    };
    for _ in 0..6 {
        one(&mut Account::default(), &mut Account::default())?;
    }
    let (mut client, mut server) = (Account::default(), Account::default());
    while client.lap_count() < 20 || client.total + server.total < plan.nanoseconds {
        if one(&mut client, &mut server)? != HandshakeKind::Resumed {
            return Err("a full handshake".into());
        }
        client.end_lap(1.0);
        server.end_lap(1.0);
    }
    client.print_median("client", "ns/handshake");
    server.print_median("server", "ns/handshake");
    Ok(())
}

fn write_batch(connection: &mut Connection, data: &[u8], to: &mut Pipe) -> Result<()> {
    for _ in 0..BATCH / data.len() {
        connection.writer().write_all(data)?;
        while connection.wants_write() {
            connection.write_tls(to)?;
        }
    }
    Ok(())
}

fn read_batch(connection: &mut Connection, data: &mut [u8], from: &mut Pipe) -> Result<()> {
    let mut received = 0;
    while received < BATCH {
        connection.read_tls(from)?;
        connection.process_new_packets()?;
        loop {
            match connection.reader().read(data) {
                Ok(0) => return Err("closed".into()),
                Ok(length) => received += length,
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) => return Err(error.into()),
            }
            black_box(&*data);
        }
    }
    Ok(())
}

fn measure_bulk(plan: &Plan, configs: &Configs, to_server: &mut Pipe, to_client: &mut Pipe) -> Result<()> {
    let (mut sender, mut receiver) = (Account::default(), Account::default());
    let Pair { mut client, mut server } = shake_hands(configs, to_server, to_client, &mut receiver, &mut sender)?;
    let out = vec![b'f'; plan.size];
    let mut into = vec![0; ROOM_PER_WRITE * plan.size];

    write_batch(&mut server, &out, to_client)?;
    read_batch(&mut client, &mut into, to_client)?;
    (sender, receiver) = Default::default();
    while sender.lap_count() < 4 || sender.total + receiver.total < plan.nanoseconds {
        sender.time(|| write_batch(&mut server, &out, to_client))?;
        receiver.time(|| read_batch(&mut client, &mut into, to_client))?;
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

/// One byte each way, so that every lazy buffer has come and gone.
fn say_hello(
    from: (&mut Connection, &mut Account),
    to: (&mut Connection, &mut Account),
    pipe: &mut Pipe,
) -> Result<()> {
    from.1.weigh(|| {
        from.0.writer().write_all(b"h")?;
        from.0.write_tls(pipe)
    })?;
    to.1.weigh(|| -> Result<()> {
        to.0.read_tls(pipe)?;
        to.0.process_new_packets()?;
        to.0.reader().read_exact(&mut [0])?;
        Ok(())
    })
}

fn measure_memory(plan: &Plan, configs: &Configs, to_server: &mut Pipe, to_client: &mut Pipe) -> Result<()> {
    let (mut client, mut server) = (Account::default(), Account::default());
    let mut pairs = Vec::with_capacity(plan.size);
    shake_hands(configs, to_server, to_client, &mut client, &mut server)?;
    for _ in 0..plan.size {
        let mut pair = Pair {
            client: client.weigh(|| new_client(configs))?,
            server: server.weigh(|| new_server(configs))?,
        };
        while pair.client.is_handshaking() || pair.server.is_handshaking() {
            client.weigh(|| advance(&mut pair.client, to_client, to_server))?;
            server.weigh(|| advance(&mut pair.server, to_server, to_client))?;
        }
        say_hello(
            (&mut pair.client, &mut client),
            (&mut pair.server, &mut server),
            to_server,
        )?;
        say_hello(
            (&mut pair.server, &mut server),
            (&mut pair.client, &mut client),
            to_client,
        )?;
        pairs.push(pair);
    }
    print_result("client", "bytes/connection", client.bytes / plan.size as f64, plan.size);
    print_result("server", "bytes/connection", server.bytes / plan.size as f64, plan.size);
    Ok(())
}
