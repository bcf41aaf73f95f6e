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

/// Servers with keys of tickets and a cache, which threads come back to with their sessions.
#[test]
fn sessions_are_resumed_while_keys_change() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        let mut keys = Keys::new();
        keys.serve(&mut shared);
        let mut cache: Box<mbedtls_ssl_cache_context> = Box::new(unsafe { MaybeUninit::zeroed().assume_init() });
        unsafe {
            mbedtls_ssl_cache_init(&raw mut *cache);
            let server = &raw mut shared.server;
            let data = (&raw mut *cache).cast();
            mbedtls_ssl_conf_session_cache(server, data, Some(mbedtls_ssl_cache_get), Some(mbedtls_ssl_cache_set));
        }
        let all = All {
            shared: &raw const *shared,
            keys: &raw mut *keys.0,
        };
        let resumed = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                let resumed = &resumed;
                scope.spawn(move || {
                    let shared = unsafe { &*all.get().shared };
                    let (mut pair, _) = connect(shared, None);
                    let mut session = Session::of(&mut pair);
                    for _ in 0..10 {
                        let (mut pair, kind) = connect(shared, Some(&session));
                        resumed.fetch_add(usize::from(kind == FERROTLS_PSK_RESUMPTION), Ordering::Relaxed);
                        session = Session::of(&mut pair);
                    }
                });
            }
            scope.spawn(move || {
                let keys = all.get().keys;
                for round in 0..20_u8 {
                    let (name, key) = ([round; 4], [round.wrapping_add(100); 32]);
                    let code = unsafe { mbedtls_ssl_ticket_rotate(keys, name.as_ptr(), 4, key.as_ptr(), 32, 1000) };
                    assert_eq!(code, 0);
                    thread::sleep(std::time::Duration::from_millis(5));
                }
            });
        });
        assert!(resumed.load(Ordering::Relaxed) > 0);
        let (mut pair, _) = connect(&shared, None);
        let session = Session::of(&mut pair);
        assert_eq!(connect(&shared, Some(&session)).1, FERROTLS_PSK_RESUMPTION);
        drop(shared);
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
