//! Early data that comes a second time, too soon or too late: what a server's memory makes of it (RFC 8446 section 8).
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;
mod common;
#[path = "c_pair/early.rs"]
mod early_c;
#[path = "c_pair/sessions.rs"]
#[allow(dead_code, reason = "nothing is saved here")]
mod sessions;

use std::collections::HashSet;
use std::ffi::{c_int, c_uchar, c_void};

use c_pair::{Pki, Shared, V13};
use common::{early::*, *};
use ferrotls::capi::ferrotls::anti_replay::ferrotls_conf_anti_replay_cb;
use ferrotls::tls::{
    config::{Config, Options},
    early_data::{EarlyData, Replays},
    session::PskKind,
};

/// Whether a server with this configuration takes early data out of a flight.
fn takes(earlier: &Pair, config: &Config, now: u64, flight: &[u8]) -> bool {
    let mut server = End::new(config.clone(), Options::default(), earlier.server.application.clone());
    server.now = now;
    server.incoming = flight.to_vec();
    let halt = server.handshake(&mut usize::MAX.clone(), &mut usize::MAX.clone(), &mut vec![]);
    assert_eq!(halt, Halt::Blocked);
    assert_eq!(server.connection.psk(), Some(PskKind::Resumption));
    !server.early.is_empty()
}

#[test]
fn pain_anti_replay_a_flight_is_taken_once_within_its_window_and_never_outside() {
    let (earlier, ticket) = first(client(), server());
    let shared = server();
    let mut client = again(&earlier, client(), shared.clone(), &ticket);
    client.client.now = NOW + 100_000;
    let flight = first_flight(&mut client, b"once");
    let at = |offset| NOW + 100_000 + offset;
    assert!(!takes(&earlier, &shared, at(0) - 10_001, &flight), "too soon");
    assert!(!takes(&earlier, &shared, at(10_001), &flight), "too late");
    assert!(takes(&earlier, &shared, at(5_000), &flight), "once");
    for now in [at(0) - 10_000, at(0), at(5_000), at(10_000), at(10_001), at(1_000_000)] {
        assert!(!takes(&earlier, &shared, now, &flight), "again, at {now}");
    }
    // The clock of the server goes back to when the flight was fresh.
    assert!(!takes(&earlier, &shared, at(5_000), &flight));
    // A server that remembers for itself takes it, once.
    let other = Config {
        replays: store(1, NOW),
        ..shared.clone()
    };
    assert!(takes(&earlier, &other, at(0), &flight));
    assert!(!takes(&earlier, &other, at(0), &flight));
    // One that remembers nothing takes it as long as it is fresh.
    let forgetful = Config {
        replays: Replays::NotRecorded,
        ..shared
    };
    assert!(takes(&earlier, &forgetful, at(0), &flight) && takes(&earlier, &forgetful, at(10_000), &flight));
    assert!(!takes(&earlier, &forgetful, at(10_001), &flight));
}

#[test]
fn flights_of_one_ticket_are_told_apart_until_the_store_is_full() {
    let (earlier, ticket) = first(client(), server());
    let small = Config {
        replays: store(3, NOW),
        ..server()
    };
    let flights: Vec<_> = (0..5)
        .map(|_| first_flight(&mut again(&earlier, client(), server(), &ticket), b"same"))
        .collect();
    let taken: Vec<_> = flights
        .iter()
        .map(|flight| takes(&earlier, &small, NOW, flight))
        .collect();
    assert_eq!(taken, [true, true, true, false, false]);
    assert!(!flights.iter().any(|flight| takes(&earlier, &small, NOW + 1, flight)));
}

#[test]
fn application_remembers_in_place_of_the_store() {
    for fresh in [true, false] {
        let asking = || Config {
            replays: Replays::Application,
            ..server()
        };
        let (earlier, ticket) = first(client(), asking());
        let mut pair = again(&earlier, client(), asking(), &ticket);
        pair.server.application.calls_fresh = fresh;
        assert_eq!(write_early(&mut pair, b"early"), 5);
        pair.connect();
        assert_eq!(
            pair.server.asks,
            ["select", "ParseTicket", "CheckReplay", "WriteTicket"]
        );
        let (early, status) = match fresh {
            true => (&b"early"[..], EarlyData::Ended),
            false => (&b""[..], EarlyData::Rejected),
        };
        assert_eq!(pair.server.early, early);
        assert_status(&pair, status);
        pair.exchange(100);
        // It is not asked about what is not fresh.
        let mut stale = again(&earlier, client(), asking(), &ticket);
        stale.server.now = NOW + 20_000;
        stale.connect();
        assert!(!stale.server.asks.contains(&"CheckReplay"));
    }
}

/// Servers that share a memory have clocks of their own: where one is behind, a copy is fresh for longer.
#[test]
fn a_copy_is_remembered_as_long_as_a_server_whose_clock_is_behind_would_take_it() {
    let asking = || Config {
        replays: Replays::Application,
        ..server()
    };
    let (earlier, ticket) = first(client(), asking());
    let mut client = again(&earlier, client(), asking(), &ticket);
    client.client.now = NOW + 100_000;
    let flight = first_flight(&mut client, b"once");
    for arrived in [NOW + 90_000, NOW + 100_000, NOW + 110_000] {
        assert!(takes(&earlier, &asking(), arrived, &flight));
        let remember = *earlier.server.application.remember.lock().unwrap();
        // When the memory has let go of it, it is stale by a clock that is six seconds behind.
        assert!(
            !takes(&earlier, &asking(), arrived + remember - 5_999, &flight),
            "{remember}"
        );
        assert!(remember <= 26_000);
    }
}

/// Keeps digests for several configurations: a [`HashSet`] of them.
unsafe extern "C" fn remember(memory: *mut c_void, digest: *const c_uchar, len: usize, _: u64) -> c_int {
    let (memory, digest) = unsafe {
        let memory = &mut *memory.cast::<HashSet<Vec<u8>>>();
        (memory, std::slice::from_raw_parts(digest, len))
    };
    if memory.insert(digest.to_vec()) { 0 } else { -1 }
}

/// Two configurations of a server with the same keys of tickets: each takes a copy, once, because each remembers for itself; with a
/// memory that they share one of them does.
#[test]
fn a_copy_is_taken_once_by_each_configuration_unless_they_share_a_memory() {
    let pki = Pki::new();
    let mut keys = sessions::Keys::new();
    let mut servers = [(); 2].map(|()| Shared::of(&pki, V13));
    for shared in &mut servers {
        keys.serve(shared);
        early_c::allow_early_data(shared);
    }
    let (mut pair, _) = sessions::connect(&servers[0], None);
    let session = sessions::Session::of(&mut pair);
    drop(pair);
    let flight = |servers: &[Box<Shared>; 2]| early_c::first_flight(&servers[0], &session).unwrap().1;
    let taken = |servers: &[Box<Shared>; 2], order: [usize; 5], flight: &[u8]| {
        order.map(|server| early_c::takes(&servers[server], flight))
    };

    let recorded = flight(&servers);
    let by_each = taken(&servers, [0, 1, 0, 1, 0], &recorded);
    assert_eq!(by_each, [true, true, false, false, false]);

    let mut memory = HashSet::<Vec<u8>>::new();
    for shared in &mut servers {
        let memory = (&raw mut memory).cast();
        unsafe { ferrotls_conf_anti_replay_cb(&raw mut shared.server, Some(remember), memory) };
    }
    for order in [[0, 1, 0, 1, 0], [1, 0, 1, 0, 1]] {
        let recorded = flight(&servers);
        assert_eq!(taken(&servers, order, &recorded), [true, false, false, false, false]);
    }
    assert_eq!(memory.len(), 2);
}
