//! Where Mbed TLS 3.6 hurts its users: each test has the number of a report, and shows that a program is spared here.
//! `docs/REGRESSIONS.md` has all of them.
#![cfg(feature = "complete")]
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
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
#[allow(dead_code, reason = "only the keys of tickets are used here")]
mod sessions;

use std::ffi::{c_int, c_uchar, c_void};
use std::mem::zeroed;
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use c_pair::{Bio, CPair, Pki, Shared, V12, V13, VERSIONS, recv, send};
use ferrotls::capi::ctr_drbg::*;
use ferrotls::capi::pk::crypt::mbedtls_pk_check_pair;
use ferrotls::capi::psa::crypto::mbedtls_psa_crypto_free;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::mbedtls_ssl_get_version_number;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::tickets::mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets;
use sessions::Keys;

/// A message from one end to the other.
fn say(from: *mut mbedtls_ssl_context, to: *mut mbedtls_ssl_context) {
    let mut room = [0; 16];
    unsafe {
        assert_eq!(mbedtls_ssl_write(from, b"message".as_ptr(), 7), 7);
        assert_eq!(mbedtls_ssl_read(to, room.as_mut_ptr(), 16), 7);
    }
    assert_eq!(&room[..7], b"message");
}

use ferrotls::capi::ssl::types::mbedtls_ssl_context;

/// TLS 1.3 without psa_crypto_init(), and after mbedtls_psa_crypto_free().
#[test]
fn pain_9072_8401_tls13_without_psa_crypto_init() {
    let shared = Shared::of(&Pki::new(), V13);
    for _ in 0..2 {
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        say(&raw mut pair.client, &raw mut pair.server);
        mbedtls_psa_crypto_free();
    }
}

/// Neither read, nor write, nor handshake tells of a ticket to a program that has not asked for it; to one that has, a read does.
#[test]
fn pain_8749_9134_6640_10710_tickets_are_told_to_who_asks() {
    for asks in [false, true] {
        let mut shared = Shared::of(&Pki::new(), V13);
        let mut keys = Keys::new();
        keys.serve(&mut shared);
        unsafe { mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(&raw mut shared.client, c_int::from(asks)) };
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        let mut room = [0; 16];
        unsafe {
            assert_eq!(mbedtls_ssl_handshake(client), 0);
            assert_eq!(mbedtls_ssl_write(client, b"message".as_ptr(), 7), 7);
            assert_eq!(mbedtls_ssl_read(server, room.as_mut_ptr(), 16), 7);
            assert_eq!(mbedtls_ssl_write(server, b"message".as_ptr(), 7), 7);
            let mut told = 0;
            loop {
                match mbedtls_ssl_read(client, room.as_mut_ptr(), 16) {
                    MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET => told += 1,
                    read => break assert_eq!(read, 7),
                }
            }
            assert_eq!(told > 0, asks);
        }
    }
}

/// As many handshakes at once as there is memory for: none of them takes one of a few places for keys.
#[test]
fn pain_9216_five_hundred_handshakes_at_once() {
    let shared = Shared::of(&Pki::new(), V13);
    let mut pairs: Vec<_> = (0..500).map(|_| CPair::new(&shared)).collect();
    for pair in &mut pairs {
        // Both have their keys, and neither is done.
        unsafe {
            assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
            assert_eq!(mbedtls_ssl_handshake(&raw mut pair.server), MBEDTLS_ERR_SSL_WANT_READ);
        }
    }
    for pair in &mut pairs {
        assert_eq!(pair.handshake(), (0, 0));
        say(&raw mut pair.server, &raw mut pair.client);
    }
}

/// A generator that was never seeded, which lighttpd's module passes: the check of an EC key with its certificate works.
#[test]
fn pain_lighttpd_an_ec_key_is_checked_with_an_unseeded_generator() {
    unsafe extern "C" fn random(ctx: *mut c_void, out: *mut c_uchar, len: usize) -> c_int {
        unsafe { mbedtls_ctr_drbg_random(ctx, out, len) }
    }
    let pki = Pki::new();
    let (shared, other) = (Shared::of(&pki, V12), Shared::of(&Pki::new(), V12));
    unsafe {
        let mut unseeded: mbedtls_ctr_drbg_context = zeroed();
        mbedtls_ctr_drbg_init(&raw mut unseeded);
        let generator = (&raw mut unseeded).cast();
        let public = &raw const shared.cert.pk;
        assert_eq!(
            mbedtls_pk_check_pair(public, &raw const shared.key, Some(random), generator),
            0
        );
        assert!(mbedtls_pk_check_pair(public, &raw const other.key, Some(random), generator) < 0);
        mbedtls_ctr_drbg_free(&raw mut unseeded);
    }
}

/// A flight leaves in one send: two of the client's and at most two of the server's, however many messages there are.
#[test]
fn pain_7471_a_flight_is_one_send() {
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let most = if version == V13 { 1 } else { 2 };
        assert_eq!((pair.client_bio.sends, pair.server_bio.sends), (2, most));
        say(&raw mut pair.client, &raw mut pair.server);
        assert_eq!(pair.client_bio.sends, 3, "a record is one send");
    }
}

/// A transport that stands still inside a call, until it is told to go on.
struct Gate {
    bio: *mut Bio,
    /// Whether it stands still; `false` when all is done.
    reached: mpsc::Sender<bool>,
    open: mpsc::Receiver<()>,
}

unsafe extern "C" fn gate_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let gate = &*ctx.cast::<Gate>();
        gate.reached.send(true).unwrap();
        gate.open.recv().unwrap();
        send(gate.bio.cast(), buf, len)
    }
}

unsafe extern "C" fn gate_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe {
        let gate = &*ctx.cast::<Gate>();
        gate.reached.send(true).unwrap();
        gate.open.recv().unwrap();
        recv(gate.bio.cast(), buf, len)
    }
}

/// A thread that stands still in the middle of a handshake or of a record keeps no other from handshakes and records: nothing
/// is held that all connections need, and no thread waits for another.
#[test]
fn pain_a_global_lock_no_thread_waits_for_another() {
    struct Of<T>(T);
    unsafe impl<T> Send for Of<T> {}
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        let mut pair = CPair::new(&shared);
        let (reached, is_there) = mpsc::channel();
        let (go_on, open) = mpsc::channel();
        let mut gate = Gate {
            bio: &raw mut pair.client_bio,
            reached,
            open,
        };
        let client = &raw mut pair.client;
        unsafe { mbedtls_ssl_set_bio(client, (&raw mut gate).cast(), Some(gate_send), Some(gate_recv), None) };
        let done = gate.reached.clone();
        let stuck = Of(client);
        thread::scope(|scope| {
            scope.spawn(move || {
                let Of(client) = { stuck };
                let mut code = MBEDTLS_ERR_SSL_WANT_READ;
                while code == MBEDTLS_ERR_SSL_WANT_READ {
                    code = unsafe { mbedtls_ssl_handshake(client) };
                }
                assert_eq!(code, 0);
                assert_eq!(unsafe { mbedtls_ssl_write(client, b"message".as_ptr(), 7) }, 7);
                done.send(false).unwrap();
            });
            let mut room = [0; 16];
            let mut calls = 0;
            // Each of its calls is a place where it stands still, and others do all that they do.
            while is_there.recv_timeout(Duration::from_secs(60)).unwrap() {
                calls += 1;
                if calls <= 6 {
                    let mut other = CPair::new(&shared);
                    assert_eq!(other.handshake(), (0, 0));
                    say(&raw mut other.client, &raw mut other.server);
                }
                // Its peer answers while it stands.
                let read = unsafe { mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 16) };
                assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
                go_on.send(()).unwrap();
            }
            assert!(calls > 6);
            assert_eq!(
                unsafe { mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 16) },
                7
            );
        });
    }
}

/// Threads that have stopped where a signal met them, which are told to go on.
static STOPPED: AtomicUsize = AtomicUsize::new(0);
static GOES_ON: AtomicUsize = AtomicUsize::new(0);
/// That nobody told one to go on.
static FORGOTTEN: AtomicBool = AtomicBool::new(false);

/// Stands still wherever the thread is, until it is told to go on: or for 30 seconds, which nobody here needs but who waits for
/// this thread.
extern "C" fn stand_still(_: c_int) {
    let number = STOPPED.fetch_add(1, Ordering::SeqCst) + 1;
    let nap = libc::timespec {
        tv_sec: 0,
        tv_nsec: 100_000,
    };
    for _ in 0..300_000 {
        if GOES_ON.load(Ordering::SeqCst) >= number {
            return;
        }
        unsafe { libc::nanosleep(&raw const nap, ptr::null_mut()) };
    }
    FORGOTTEN.store(true, Ordering::SeqCst);
}

/// The same in the middle of a record: a thread that seals and opens records of one connection after the other is stopped hundreds
/// of times, at any instruction, and meanwhile another thread writes and reads records. A lock that is taken for each record
/// would be held by the one that stands, and the other would wait for it.
#[test]
fn pain_a_global_lock_a_thread_that_stops_in_a_record_stops_no_other() {
    const LEN: usize = 16_384;
    if is_watched() {
        // Sanitizers deliver signals when it suits them.
        return;
    }
    /// A record from one end to the other, and one back. Nothing is allocated: a thread that stops has no lock of the allocator.
    fn talk(pair: &mut CPair, room: &mut [u8; LEN]) {
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        for (from, to) in [(client, server), (server, client)] {
            unsafe {
                assert_eq!(mbedtls_ssl_write(from, [7; LEN].as_ptr(), LEN), LEN as c_int);
                assert_eq!(mbedtls_ssl_read(to, room.as_mut_ptr(), LEN), LEN as c_int);
            }
        }
    }
    struct Of(*const Shared);
    unsafe impl Send for Of {}
    /// Ends the other thread however this one ends.
    struct Over<'a>(&'a AtomicBool);
    impl Drop for Over<'_> {
        fn drop(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }
    unsafe {
        let mut action: libc::sigaction = zeroed();
        action.sa_sigaction = stand_still as extern "C" fn(c_int) as usize;
        action.sa_flags = libc::SA_RESTART;
        assert_eq!(libc::sigaction(libc::SIGUSR1, &raw const action, ptr::null_mut()), 0);
    }
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        let (tell, told) = mpsc::channel();
        let is_over = AtomicBool::new(false);
        let records = AtomicUsize::new(0);
        let of = Of(&raw const *shared);
        let connected = |shared: &Shared| {
            let mut pair = CPair::new(shared);
            assert_eq!(pair.handshake(), (0, 0));
            // Buffers grow to what they need.
            (0..20).for_each(|_| talk(&mut pair, &mut [0; LEN]));
            pair
        };
        thread::scope(|scope| {
            let (is_over, records) = (&is_over, &records);
            let other = scope.spawn(move || {
                let Of(shared) = { of };
                let mut pair = connected(unsafe { &*shared });
                let mut room = [0; LEN];
                tell.send(unsafe { libc::pthread_self() }).unwrap();
                while !is_over.load(Ordering::SeqCst) {
                    talk(&mut pair, &mut room);
                    records.fetch_add(1, Ordering::SeqCst);
                }
            });
            let _over = Over(is_over);
            let mut pair = connected(&shared);
            let mut room = [0; LEN];
            let thread = told.recv().unwrap();
            for round in 0..300 {
                // Somewhere else each time: it has done some more.
                let before = records.load(Ordering::SeqCst);
                while records.load(Ordering::SeqCst) == before {
                    assert!(!other.is_finished());
                    thread::yield_now();
                }
                (0..round * 37 % 1000).for_each(|_| std::hint::spin_loop());
                let count = STOPPED.load(Ordering::SeqCst);
                assert_eq!(unsafe { libc::pthread_kill(thread, libc::SIGUSR1) }, 0);
                while STOPPED.load(Ordering::SeqCst) == count {
                    thread::yield_now();
                }
                talk(&mut pair, &mut room);
                GOES_ON.fetch_add(1, Ordering::SeqCst);
                if FORGOTTEN.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        assert!(!FORGOTTEN.load(Ordering::SeqCst), "one thread waits for another");
    }
}

/// Whether a sanitizer is built in, which makes everything slow: `cargo xtask asan` and `tsan` tell its runtime what to look for.
fn is_watched() -> bool {
    ["ASAN_OPTIONS", "TSAN_OPTIONS"]
        .iter()
        .any(|name| std::env::var_os(name).is_some())
}

/// A server that has only TLS 1.2 and a key of RSA: what was offered for both versions is taken.
#[test]
fn pain_pss_in_tls_1_2_a_server_with_rsa_is_reached_by_a_client_of_both_versions() {
    let pki = Pki::with_leaf_key_of(include_str!("data/pki/rsa-pkcs8.pem"));
    let (both, old) = (Shared::new(&pki), Shared::of(&pki, V12));
    let mut pair = CPair::new(&both);
    unsafe {
        let server = &raw mut pair.server;
        mbedtls_ssl_free(server);
        mbedtls_ssl_init(server);
        assert_eq!(mbedtls_ssl_setup(server, &raw const old.server), 0);
        mbedtls_ssl_set_bio(server, (&raw mut pair.server_bio).cast(), Some(send), Some(recv), None);
    }
    assert_eq!(pair.handshake(), (0, 0));
    assert_eq!(
        unsafe { mbedtls_ssl_get_version_number(&raw const pair.client) } as u32,
        V12 as u32
    );
    say(&raw mut pair.client, &raw mut pair.server);
}
