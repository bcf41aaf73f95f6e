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
#[path = "c_pair/early.rs"]
mod early;
#[path = "c_pair/sessions.rs"]
#[allow(dead_code, reason = "nothing is saved here")]
mod sessions;

use std::ffi::c_void;
use std::mem::MaybeUninit;
use std::sync::Mutex;
use std::sync::atomic::{AtomicI64, Ordering};

use c_pair::{Pki, Shared, V13, VERSIONS};
use early::{allow_early_data, first_flight, takes};
use ferrotls::capi::ferrotls::anti_replay::FERROTLS_ANTI_REPLAY_WINDOW;
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::platform::hooks::mbedtls_platform_set_time;
use ferrotls::capi::ssl::errors::*;
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

/// Configurations with early data, and the keys of their tickets, made in second 0.
fn with_early_data() -> (Box<Shared>, Keys) {
    show(0);
    let mut shared = Shared::of(&Pki::new(), V13);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    allow_early_data(&mut shared);
    (shared, keys)
}

/// A ticket that is made at this time.
fn ticket(shared: &Shared, offset: i64) -> Session {
    show(offset);
    let (mut pair, _) = connect(shared, None);
    Session::of(&mut pair)
}

/// By how many seconds a flight may come too soon or too late.
const WINDOW: i64 = FERROTLS_ANTI_REPLAY_WINDOW as i64 / 1000;

/// A fresh flight is not taken when the server's clock shows a time that it was not sent at, and is taken, once, as soon as that
/// clock is right and if the ticket is known by then. Tickets are of second 60.
#[test]
fn early_data_is_taken_when_it_was_sent_and_at_no_other_time() {
    let _turn = with_clock();
    for sent in [60, 61, 3600, DAY / 2] {
        for wrong in [WINDOW + 2, -WINDOW - 2, 3600, -3600, DAY / 3, -DAY / 3, DAY + 60, -DAY] {
            let (shared, _keys) = with_early_data();
            let session = ticket(&shared, 60);
            show(sent);
            let (_pair, flight) = first_flight(&shared, &session).unwrap();
            show(sent + wrong);
            assert!(!takes(&shared, &flight), "{sent} {wrong}: taken at another time");
            show(sent);
            // A clock that went a day ahead had the keys of tickets change, as they do once a day.
            let is_known = wrong <= DAY;
            assert_eq!(takes(&shared, &flight), is_known, "{sent} {wrong}: at its time");
            for again in [0, wrong, 1, 0] {
                show(sent + again);
                assert!(!takes(&shared, &flight), "{sent} {wrong} {again}: taken afterwards");
            }
        }
        // A clock that is a little off is right; what is below a second is the system's.
        for off in [0, 1, -1, WINDOW - 2, 2 - WINDOW] {
            let (shared, _keys) = with_early_data();
            let session = ticket(&shared, 60);
            show(sent);
            let (_pair, flight) = first_flight(&shared, &session).unwrap();
            // A ticket may come out of the future by six seconds.
            let is_taken = sent + off >= 60 - 6;
            show(sent + off);
            assert_eq!(takes(&shared, &flight), is_taken, "{sent} {off}");
        }
    }
}

/// A clock that goes back and forth on one server: no flight is taken twice, and those of a time that the clock has not gone back
/// behind are taken. The handshake is made in any case.
#[test]
fn early_data() {
    let _turn = with_clock();
    let (shared, _keys) = with_early_data();
    let session = ticket(&shared, 60);
    // When a flight is sent, and what must become of it: a client whose clock shows less than the ticket's time offers none.
    enum Fate {
        Taken,
        NotOffered,
        Either,
    }
    for (offset, fate) in [
        (60, Fate::Taken),
        (61, Fate::Taken),
        (30, Fate::NotOffered),
        (-DAY, Fate::NotOffered),
        (0, Fate::NotOffered),
        (62, Fate::Taken),
        (70, Fate::Taken),
        // Its copies come a day later: with that the keys of the ticket change, and the server forgets what was before.
        (DAY, Fate::Either),
        (60, Fate::Either),
        (70, Fate::Either),
        (60, Fate::Either),
    ] {
        show(offset);
        let Some((mut pair, flight)) = first_flight(&shared, &session) else {
            assert!(matches!(fate, Fate::NotOffered), "{offset}: nothing was offered");
            continue;
        };
        let taken = takes(&shared, &flight);
        match fate {
            Fate::Taken => assert!(taken, "{offset}: not taken"),
            Fate::NotOffered => panic!("{offset}: was offered"),
            Fate::Either => {}
        }
        for again in [0, 1, -1, -30, -DAY / 2, 5, 30, DAY / 2, 0] {
            show(offset + again);
            assert!(
                !takes(&shared, &flight),
                "{offset} {again}: taken at another time, or twice"
            );
        }
        show(offset);
        assert_eq!(pair.handshake().0, 0);
    }
    // A clock that is right again: early data works once more.
    let session = ticket(&shared, 2 * DAY);
    let (_pair, flight) = first_flight(&shared, &session).unwrap();
    assert!(takes(&shared, &flight));
    assert!(!takes(&shared, &flight));
}
