//! Threads that share a configuration, the keys of tickets, a cache and the store against replay, while keys change in between.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "a test may fail by panicking"
)]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;
#[path = "c_pair/sessions.rs"]
#[allow(dead_code, reason = "nothing is saved here")]
mod sessions;

use std::mem::MaybeUninit;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use c_pair::{CPair, Pki, Shared, V13, VERSIONS};
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::ssl::cache::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::early::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::tickets::mbedtls_ssl_conf_session_tickets;
use ferrotls::capi::ssl_cache::*;
use ferrotls::capi::ssl_ticket::*;
use sessions::{Keys, Session, connect};

/// What threads share, as C programs do.
#[derive(Clone, Copy)]
struct All {
    shared: *const Shared,
    keys: *mut mbedtls_ssl_ticket_context,
}

unsafe impl Send for All {}

impl All {
    fn get(self) -> Self {
        self
    }
}

/// The session of a client without tickets.
fn session_by_id(pair: &CPair) -> Session {
    let mut session = Session::new();
    let code = unsafe { mbedtls_ssl_get_session(&raw const pair.client, &raw mut session.0) };
    assert_eq!((code, session.0.ticket_len), (0, 0));
    session
}

/// Servers with keys of tickets and a cache, which threads come back to with their sessions: half of them have no tickets, so that
/// in TLS 1.2 the cache has to know them. In TLS 1.3 there is no other way than a ticket.
#[test]
fn sessions_are_resumed_while_keys_change() {
    for version in VERSIONS {
        let pki = Pki::new();
        let mut keys = Keys::new();
        let mut cache: Box<mbedtls_ssl_cache_context> = Box::new(unsafe { MaybeUninit::zeroed().assume_init() });
        unsafe { mbedtls_ssl_cache_init(&raw mut *cache) };
        let [with_tickets, without] = [true, false].map(|has_tickets| {
            let mut shared = Shared::of(&pki, version);
            keys.serve(&mut shared);
            unsafe {
                let server = &raw mut shared.server;
                let data = (&raw mut *cache).cast();
                mbedtls_ssl_conf_session_cache(server, data, Some(mbedtls_ssl_cache_get), Some(mbedtls_ssl_cache_set));
                if !has_tickets && version != V13 {
                    mbedtls_ssl_conf_session_tickets(&raw mut shared.client, MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
                }
            }
            shared
        });
        let all = [&with_tickets, &without].map(|shared| All {
            shared: &raw const **shared,
            keys: &raw mut *keys.0,
        });
        let session_of = |pair: &mut CPair, by_id: bool| match by_id {
            true => session_by_id(pair),
            false => Session::of(pair),
        };
        let resumed = [AtomicUsize::new(0), AtomicUsize::new(0)];
        thread::scope(|scope| {
            for number in 0..8 {
                let (resumed, all) = (&resumed[number % 2], all[number % 2]);
                scope.spawn(move || {
                    let shared = unsafe { &*all.get().shared };
                    let by_id = number % 2 == 1 && version != V13;
                    let (mut pair, _) = connect(shared, None);
                    let mut session = session_of(&mut pair, by_id);
                    for _ in 0..10 {
                        let (mut pair, kind) = connect(shared, Some(&session));
                        resumed.fetch_add(usize::from(kind == FERROTLS_PSK_RESUMPTION), Ordering::Relaxed);
                        session = session_of(&mut pair, by_id);
                    }
                });
            }
            scope.spawn(move || {
                let keys = all[0].get().keys;
                for round in 0..20_u8 {
                    let (name, key) = ([round; 4], [round.wrapping_add(100); 32]);
                    let code = unsafe { mbedtls_ssl_ticket_rotate(keys, name.as_ptr(), 4, key.as_ptr(), 32, 1000) };
                    assert_eq!(code, 0);
                    thread::sleep(std::time::Duration::from_millis(5));
                }
            });
        });
        let [by_ticket, others] = resumed.map(AtomicUsize::into_inner);
        assert!(by_ticket > 0);
        if version == V13 {
            assert!(others > 0);
        } else {
            // The cache forgets none of four, whatever keys do.
            assert_eq!(others, 4 * 10);
        }
        let (mut pair, _) = connect(&with_tickets, None);
        let session = Session::of(&mut pair);
        assert_eq!(connect(&with_tickets, Some(&session)).1, FERROTLS_PSK_RESUMPTION);
        drop((with_tickets, without));
        unsafe { mbedtls_ssl_cache_free(&raw mut *cache) };
    }
}

/// A flight with early data that eight threads play to servers of one configuration: one of them takes it.
#[test]
fn of_all_threads_one_takes_early_data() {
    let mut shared = Shared::of(&Pki::new(), V13);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    unsafe {
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            mbedtls_ssl_conf_early_data(conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        }
        mbedtls_ssl_conf_max_early_data_size(&raw mut shared.server, 1000);
    }
    let all = All {
        shared: &raw const *shared,
        keys: &raw mut *keys.0,
    };
    for _ in 0..10 {
        let (mut pair, _) = connect(&shared, None);
        let session = Session::of(&mut pair);
        let mut pair = CPair::new(&shared);
        let client = &raw mut pair.client;
        unsafe {
            assert_eq!(mbedtls_ssl_set_session(client, &raw const session.0), 0);
            assert_eq!(mbedtls_ssl_write_early_data(client, b"early".as_ptr(), 5), 5);
        }
        let flight: Vec<u8> = pair.to_server.bytes.iter().copied().collect();
        let taken = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                let (flight, taken) = (&flight, &taken);
                scope.spawn(move || {
                    let mut pair = CPair::new(unsafe { &*all.get().shared });
                    pair.to_server.bytes.extend(flight);
                    let code = unsafe { mbedtls_ssl_handshake(&raw mut pair.server) };
                    assert!(matches!(
                        code,
                        MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA | MBEDTLS_ERR_SSL_WANT_READ
                    ));
                    taken.fetch_add(
                        usize::from(code == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA),
                        Ordering::Relaxed,
                    );
                });
            }
        });
        assert_eq!(taken.load(Ordering::Relaxed), 1);
    }
}
