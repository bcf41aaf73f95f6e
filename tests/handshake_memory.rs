//! What a connection allocates: nothing per record, and little while it is idle.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by panicking"
)]

mod common;

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use common::*;
use ferrotls::tls::{config::Side, connection::Connection};

/// The system's allocator, counting per thread.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// Counts one call that changes what is held by `change` bytes.
fn count(change: isize) {
    let _ = HELD.try_with(|held| held.set(held.get() + change));
    let _ = CALLS.try_with(|calls| calls.set(calls.get() + usize::from(change > 0)));
}

// SAFETY: every call is the system allocator's own; counting does not allocate (const thread-locals without destructors).
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().try_into().unwrap_or(0));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        count(-isize::try_from(layout.size()).unwrap_or(0));
        // SAFETY: the caller's promises are passed on.
        unsafe { System.dealloc(pointer, layout) }
    }
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

fn held() -> isize {
    HELD.with(Cell::get)
}

fn calls() -> usize {
    CALLS.with(Cell::get)
}

/// The connections alone.
fn connections(pair: Pair) -> (Connection, Connection) {
    let Pair {
        client: End { connection: client, .. },
        server: End { connection: server, .. },
        ..
    } = pair;
    (client, server)
}

/// Both ends of a pair that is idle, in bytes of heap and of the struct itself.
#[test]
fn an_idle_connection_is_small() {
    for suite in SUITES {
        let connect = || {
            let mut client = config(Side::Client);
            client.suites = vec![suite];
            let mut pair = Pair::with(client, config(Side::Server)).ask_client(Some(&p256()));
            pair.connect();
            pair.exchange(20_000);
            pair
        };
        // Fills the pool of record buffers, and whatever is made once.
        drop(connect());
        let before = held();
        let (client, server) = connections(connect());
        let each = (held() - before) / 2 + isize::try_from(size_of_val(&client)).unwrap();
        drop((client, server));
        println!("{suite:?}: {each} bytes");
        assert!(each <= 8192, "{suite:?}: {each} bytes");
    }
}

#[test]
fn records_allocate_nothing() {
    let mut pair = Pair::new();
    pair.connect();
    pair.exchange(100_000);
    let (client, server) = (&mut pair.client.connection, &mut pair.server.connection);
    let data = [1; 16384];
    let (mut out, mut sent) = ([0; 16384], Vec::with_capacity(20_000));
    let before = calls();
    for _ in 0..100 {
        client.writer.write(&data).unwrap();
        sent.clear();
        let loan = client.writer.lend();
        sent.extend_from_slice(loan.unsent());
        client.writer.give_back(loan, sent.len());
        let mut rest = &sent[..];
        loop {
            match server.reader.read(&mut out) {
                Ok(len) => {
                    assert_eq!(len, data.len());
                    break;
                }
                Err(ferrotls::tls::want::Stop::Want(ferrotls::tls::want::Want::Recv { at_least })) => {
                    let mut loan = server.reader.lend(at_least);
                    loan.space().copy_from_slice(&rest[..at_least]);
                    server.reader.give_back(loan, at_least);
                    rest = &rest[at_least..];
                }
                Err(stop) => panic!("{stop:?}"),
            }
        }
    }
    assert_eq!(calls(), before);
}
