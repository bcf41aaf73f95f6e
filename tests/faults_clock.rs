//! A program whose clock goes back and forth, through `mbedtls_platform_set_time`: tickets, their keys, the cache, early data.
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

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use c_pair::{CPair, Pki, Shared, V13, VERSIONS};
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::platform::hooks::mbedtls_platform_set_time;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::early::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl_cache::*;
use sessions::{Keys, Session, connect};

/// What the program's clock shows.
static NOW: AtomicI64 = AtomicI64::new(START);
/// The clock is the process's.
static TURN: Mutex<()> = Mutex::new(());

const START: i64 = 1_900_000_000;
const DAY: i64 = 86_400;

unsafe extern "C" fn clock(to: *mut libc::time_t) -> libc::time_t {
    let now = NOW.load(Ordering::Relaxed);
    if !to.is_null() {
        unsafe { *to = now };
    }
    now
}

/// Sets the program's clock up, and takes a turn with it.
fn with_clock() -> std::sync::MutexGuard<'static, ()> {
    let turn = TURN.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    NOW.store(START, Ordering::Relaxed);
    type Clock = unsafe extern "C" fn(*mut libc::time_t) -> libc::time_t;
    unsafe {
        // The hook has the type of any function; it is called as the one that it is.
        let any = std::mem::transmute::<Clock, unsafe extern "C" fn()>(clock);
        assert_eq!(mbedtls_platform_set_time(Some(any)), 0);
    }
    turn
}

fn show(offset: i64) {
    NOW.store(START + offset, Ordering::Relaxed);
}

/// Whatever the clock shows there is a connection; a ticket is resumed only where its age makes sense.
#[test]
fn tickets() {
    let _turn = with_clock();
    for version in VERSIONS {
        show(0);
        let mut shared = Shared::of(&Pki::new(), version);
        let mut keys = Keys::new();
        keys.serve(&mut shared);
        let (mut pair, _) = connect(&shared, None);
        let session = Session::of(&mut pair);
        drop(pair);
        for (offset, resumes) in [
            (0, true),
            (5, true),
            (-DAY / 2, false),
            (1, true),
            // The keys change with a clock that goes so far.
            (-8 * DAY, false),
            (-50 * 365 * DAY, false),
            (8 * DAY, false),
            (100 * 365 * DAY, false),
            (60, false),
        ] {
            show(offset);
            let (mut pair, kind) = connect(&shared, Some(&session));
            assert_eq!(kind == FERROTLS_PSK_RESUMPTION, resumes, "{offset}");
            // What is issued at such a time is no trap either.
            let other = Session::of(&mut pair);
            show(60);
            let _ = connect(&shared, Some(&other));
        }
    }
}

/// The keys of tickets change with time and not with a clock that goes back; afterwards tickets are made and taken as before.
#[test]
fn keys_of_tickets() {
    let _turn = with_clock();
    let mut shared = Shared::of(&Pki::new(), V13);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    for offset in [0, -DAY, 2 * DAY, -30 * DAY, DAY, 40 * DAY, 0] {
        show(offset);
        let (mut pair, _) = connect(&shared, None);
        let session = Session::of(&mut pair);
        drop(pair);
        let (_, kind) = connect(&shared, Some(&session));
        assert_eq!(kind, FERROTLS_PSK_RESUMPTION, "{offset}");
    }
}

/// What is in a cache is as old as the clock says: not older for one that went back, and gone once its time is over.
#[test]
fn the_cache() {
    let _turn = with_clock();
    let mut shared = Shared::of(&Pki::new(), V13);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let (mut pair, _) = connect(&shared, None);
    let session = Session::of(&mut pair);
    unsafe {
        let mut cache: mbedtls_ssl_cache_context = MaybeUninit::zeroed().assume_init();
        mbedtls_ssl_cache_init(&raw mut cache);
        mbedtls_ssl_cache_set_timeout(&raw mut cache, 100);
        let data: *mut c_void = (&raw mut cache).cast();
        assert_eq!(mbedtls_ssl_cache_set(data, b"id".as_ptr(), 2, &raw const session.0), 0);
        for (offset, is_there) in [(50, true), (-DAY, true), (90, true), (110, false), (-DAY, false)] {
            show(offset);
            let mut found = Session::new();
            let code = mbedtls_ssl_cache_get(data, b"id".as_ptr(), 2, &raw mut found.0);
            let expected = if is_there {
                0
            } else {
                MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND
            };
            // An entry whose time was over may still be kept; it is no older than a clock that goes back says.
            assert!(code == expected || offset == -DAY && code == 0, "{offset} {code:x}");
        }
        mbedtls_ssl_cache_free(&raw mut cache);
    }
}

/// The client's first flight with early data, recorded.
fn first_flight(shared: &Shared, session: &Session) -> Option<(Box<CPair>, Vec<u8>)> {
    let mut pair = CPair::new(shared);
    unsafe {
        let client = &raw mut pair.client;
        assert_eq!(mbedtls_ssl_set_session(client, &raw const session.0), 0);
        match mbedtls_ssl_write_early_data(client, b"early".as_ptr(), 5) {
            5 => {}
            code => {
                assert_eq!(code, MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA);
                return None;
            }
        }
    }
    let flight = pair.to_server.bytes.iter().copied().collect();
    Some((pair, flight))
}

/// Whether a server takes the early data of this flight.
fn takes(shared: &Shared, flight: &[u8]) -> bool {
    let mut pair = CPair::new(shared);
    pair.to_server.bytes.extend(flight);
    let mut room = [0; 16];
    unsafe {
        let server = &raw mut pair.server;
        let code = mbedtls_ssl_handshake(server);
        if code != MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA {
            assert_eq!(code, MBEDTLS_ERR_SSL_WANT_READ);
            return false;
        }
        assert_eq!(mbedtls_ssl_read_early_data(server, room.as_mut_ptr(), 16), 5);
    }
    assert_eq!(&room[..5], b"early");
    true
}

/// A flight that was taken is not taken again, whatever the clock shows in between, and none is taken at a time it was not sent at.
#[test]
fn early_data() {
    let _turn = with_clock();
    let mut shared = Shared::of(&Pki::new(), V13);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    unsafe {
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            mbedtls_ssl_conf_early_data(conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        }
        mbedtls_ssl_conf_max_early_data_size(&raw mut shared.server, 1000);
    }
    let ticket = |offset: i64| {
        show(offset);
        let (mut pair, _) = connect(&shared, None);
        Session::of(&mut pair)
    };
    let session = ticket(60);
    for offset in [60, 61, 30, -DAY, 0, 59, 62, DAY, 60, 70, 60] {
        show(offset);
        let Some((mut pair, flight)) = first_flight(&shared, &session) else {
            continue;
        };
        let taken = takes(&shared, &flight);
        for again in [0, 1, -1, -30, -DAY, 5, 30, DAY, 0] {
            show(offset + again);
            assert!(!taken || !takes(&shared, &flight), "{offset} {again}: taken twice");
        }
        show(offset);
        // The handshake is made in any case, with a copy behind it or not.
        assert_eq!(pair.handshake().0, 0);
    }
    // A clock that is right again: early data works once more.
    let session = ticket(2 * DAY);
    let (_pair, flight) = first_flight(&shared, &session).unwrap();
    assert!(takes(&shared, &flight));
    assert!(!takes(&shared, &flight));
}
