//! Threads of a C program: many connections over one configuration, and one that reads while another writes.
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

use std::ffi::{c_int, c_uchar, c_void};
use std::io::{Read, Write};
use std::mem::MaybeUninit;
use std::os::unix::net::UnixStream;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use c_pair::{CPair, Pki, Shared, V12};
use ferrotls::capi::ferrotls::post_handshake::*;
use ferrotls::capi::ferrotls::update_keys::ferrotls_update_keys;
use ferrotls::capi::ssl::authentication::{mbedtls_ssl_conf_own_cert, mbedtls_ssl_conf_verify};
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::renegotiation::mbedtls_ssl_renegotiate;
use ferrotls::capi::ssl::tls12::*;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use ferrotls::capi::x509_crt::mbedtls_x509_crt;

/// A pointer that threads share, as C programs do.
struct Everywhere<T>(*mut T);

unsafe impl<T> Send for Everywhere<T> {}

impl<T> Clone for Everywhere<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Everywhere<T> {}

impl<T> Everywhere<T> {
    fn get(self) -> *mut T {
        self.0
    }
}

/// What a transport tells that has failed, or is only to be `asked_again`.
fn failure(error: &std::io::Error, asked_again: c_int) -> c_int {
    match error.kind() {
        std::io::ErrorKind::WouldBlock => asked_again,
        _ => -1,
    }
}

unsafe extern "C" fn socket_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let mut socket = &*ctx.cast::<UnixStream>();
        socket
            .write(std::slice::from_raw_parts(buf, len))
            .map_or_else(|error| failure(&error, MBEDTLS_ERR_SSL_WANT_WRITE), |n| n as c_int)
    }
}

unsafe extern "C" fn socket_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe {
        let mut socket = &*ctx.cast::<UnixStream>();
        socket
            .read(std::slice::from_raw_parts_mut(buf, len))
            .map_or_else(|error| failure(&error, MBEDTLS_ERR_SSL_WANT_READ), |n| n as c_int)
    }
}

/// A context over one end of a socket pair.
struct End {
    ssl: mbedtls_ssl_context,
    socket: UnixStream,
}

impl End {
    fn new(config: *const mbedtls_ssl_config, socket: UnixStream) -> Box<Self> {
        unsafe {
            let mut end = Box::new(Self {
                ssl: MaybeUninit::zeroed().assume_init(),
                socket,
            });
            let ssl = &raw mut end.ssl;
            assert_eq!(mbedtls_ssl_setup(ssl, config), 0);
            assert_eq!(mbedtls_ssl_set_hostname(ssl, c"localhost".as_ptr()), 0);
            let bio = (&raw mut end.socket).cast();
            mbedtls_ssl_set_bio(ssl, bio, Some(socket_send), Some(socket_recv), None);
            end
        }
    }
}

impl Drop for End {
    fn drop(&mut self) {
        unsafe { mbedtls_ssl_free(&raw mut self.ssl) };
    }
}

#[test]
fn threads_share_one_configuration() {
    let mut shared = Shared::new(&Pki::new());
    let shared = Everywhere(&raw mut *shared);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(move || {
                for _ in 0..10 {
                    let mut pair = CPair::new(unsafe { &*shared.get() });
                    assert_eq!(pair.handshake(), (0, 0));
                }
            });
        }
    });
}

const TOTAL: usize = 3_000_000;

fn write_all(ssl: *mut mbedtls_ssl_context) {
    let data = [7_u8; 1000];
    let mut sent = 0;
    while sent < TOTAL {
        let n = unsafe { mbedtls_ssl_write(ssl, data.as_ptr(), data.len().min(TOTAL - sent)) };
        match n {
            MBEDTLS_ERR_SSL_WANT_WRITE => {}
            n => sent += usize::try_from(n).unwrap_or_else(|_| panic!("write: -{:#06x}", -n)),
        }
    }
}

fn read_all(ssl: *mut mbedtls_ssl_context) {
    let (mut room, mut got) = ([0_u8; 500], 0);
    while got < TOTAL {
        let n = unsafe { mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len()) };
        got += usize::try_from(n).unwrap_or_else(|_| panic!("read: -{:#06x}", -n));
    }
}

#[test]
fn pain_564_one_thread_reads_while_another_writes() {
    let shared = Shared::new(&Pki::new());
    let (a, b) = UnixStream::pair().unwrap();
    let mut client = End::new(&raw const shared.client, a);
    let mut server = End::new(&raw const shared.server, b);
    let ends = [&raw mut client.ssl, &raw mut server.ssl].map(Everywhere);
    thread::scope(|scope| {
        let shaken: Vec<_> = ends
            .map(|end| scope.spawn(move || unsafe { mbedtls_ssl_handshake(end.get()) }))
            .into_iter()
            .map(|one| one.join().unwrap())
            .collect();
        assert_eq!(shaken, [0, 0]);
        for end in ends {
            scope.spawn(move || read_all(end.get()));
            scope.spawn(move || write_all(end.get()));
        }
    });
}

/// Which end begins to negotiate anew.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Begins {
    /// The thread of the client that reads.
    Client,
    /// The thread of the server that writes: it asks, and the client's read begins.
    Server,
    /// Either, each after so many records.
    Period,
}

/// The number at this place of a stream in which each number stands for the next four bytes.
fn stream(at: usize) -> u8 {
    ((at / 4) as u32).to_be_bytes()[at % 4]
}

/// What a call is to be made again for.
fn is_again(code: c_int) -> bool {
    matches!(
        code,
        MBEDTLS_ERR_SSL_WANT_READ | MBEDTLS_ERR_SSL_WANT_WRITE | MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO
    )
}

/// Moves `total` bytes by calls of `f`, which moves what is at a place, and does `between` after each.
fn move_all(total: usize, mut f: impl FnMut(usize) -> c_int, mut between: impl FnMut(usize)) {
    let (mut at, start) = (0, std::time::Instant::now());
    while at < total {
        assert!(start.elapsed().as_secs() < 60, "stuck at {at} of {total}");
        match f(at) {
            code if is_again(code) => thread::yield_now(),
            code => at += usize::try_from(code).unwrap_or_else(|_| panic!("-{:#06x}", -code)),
        }
        between(at);
    }
}

/// How often a thread negotiates anew.
const TIMES: usize = 8;

/// A thread that wants another handshake each time so much has gone through it.
struct Renewing {
    ssl: Everywhere<mbedtls_ssl_context>,
    every: usize,
    begun: usize,
    under_way: bool,
}

impl Renewing {
    fn at(&mut self, at: usize) {
        if !self.under_way && (self.begun == TIMES || at < (self.begun + 1) * self.every) {
            return;
        }
        match unsafe { mbedtls_ssl_renegotiate(self.ssl.get()) } {
            0 => (self.begun, self.under_way) = (self.begun + 1, false),
            code => {
                assert!(is_again(code), "-{:#06x}", -code);
                self.under_way = true;
            }
        }
    }
}

/// A connection whose threads move data both ways meanwhile; how many handshakes it came to.
fn handshakes_under_threads(begins: Begins, blocks: bool) -> usize {
    const MUCH: usize = 1_000_000;
    let mut shared = Shared::of(&Pki::new(), V12);
    let verified = AtomicUsize::new(0);
    unsafe extern "C" fn count(ctx: *mut c_void, _: *mut mbedtls_x509_crt, depth: c_int, _: *mut u32) -> c_int {
        let counter = unsafe { &*ctx.cast::<AtomicUsize>() };
        counter.fetch_add(usize::from(depth == 0), Ordering::Relaxed);
        0
    }
    unsafe {
        let counter = (&raw const verified).cast_mut().cast();
        mbedtls_ssl_conf_verify(&raw mut shared.client, Some(count), counter);
    }
    for conf in [&raw mut shared.client, &raw mut shared.server] {
        unsafe {
            mbedtls_ssl_conf_renegotiation(conf, MBEDTLS_SSL_RENEGOTIATION_ENABLED);
            // However much comes before the hello that is asked for.
            mbedtls_ssl_conf_renegotiation_enforced(conf, MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED);
            if begins == Begins::Period {
                let period = 100_u64.to_be_bytes();
                mbedtls_ssl_conf_renegotiation_period(conf, period.as_ptr());
            }
        }
    }
    let (a, b) = UnixStream::pair().unwrap();
    let mut client = End::new(&raw const shared.client, a);
    let mut server = End::new(&raw const shared.server, b);
    let ends = [&raw mut client.ssl, &raw mut server.ssl].map(Everywhere);
    thread::scope(|scope| {
        for one in ends.map(|end| scope.spawn(move || unsafe { mbedtls_ssl_handshake(end.get()) })) {
            assert_eq!(one.join().unwrap(), 0);
        }
    });
    for socket in [&client.socket, &server.socket] {
        socket.set_nonblocking(!blocks).unwrap();
        socket
            .set_read_timeout(Some(std::time::Duration::from_secs(20)))
            .unwrap();
    }
    thread::scope(|scope| {
        for (end, is_client) in ends.into_iter().zip([true, false]) {
            let renewing = move |wanted: bool| Renewing {
                ssl: end,
                every: MUCH / (TIMES + 2),
                begun: if wanted { 0 } else { TIMES },
                under_way: false,
            };
            scope.spawn(move || {
                let mut room = [0; 3000];
                let mut renewing = renewing(is_client && begins == Begins::Client);
                let read = |at: usize| unsafe {
                    let read = mbedtls_ssl_read(end.get(), room.as_mut_ptr(), room.len().min(MUCH - at));
                    let came = &room[..usize::try_from(read).unwrap_or(0)];
                    assert!(came.iter().enumerate().all(|(i, byte)| *byte == stream(at + i)));
                    read
                };
                move_all(MUCH, read, |at| renewing.at(at));
            });
            scope.spawn(move || {
                let mut renewing = renewing(!is_client && begins == Begins::Server);
                let write = |at: usize| unsafe {
                    let data: Vec<_> = (at..MUCH.min(at + 1003)).map(stream).collect();
                    mbedtls_ssl_write(end.get(), data.as_ptr(), data.len())
                };
                move_all(MUCH, write, |at| renewing.at(at));
            });
        }
    });
    verified.load(Ordering::Relaxed)
}

/// What one thread sends is what another gets, to the byte, while the connection is negotiated anew under both, whoever begins;
/// also where the transport takes and gives little at a time.
#[test]
fn one_thread_reads_while_another_writes_and_either_negotiates_anew() {
    for begins in [Begins::Client, Begins::Server, Begins::Period] {
        for blocks in [true, false] {
            // On a busy machine all data may be through before a second handshake is.
            let renegotiated = (0..5).any(|_| handshakes_under_threads(begins, blocks) > 1);
            assert!(renegotiated, "{begins:?} {blocks}");
        }
    }
}

/// The reader waits for the transport meanwhile: an alert of the program's own needs the sending half alone.
#[test]
fn an_alert_goes_out_while_another_thread_reads() {
    let shared = Shared::new(&Pki::new());
    let (a, b) = UnixStream::pair().unwrap();
    let mut client = End::new(&raw const shared.client, a);
    let mut server = End::new(&raw const shared.server, b);
    let ends = [&raw mut client.ssl, &raw mut server.ssl].map(Everywhere);
    thread::scope(|scope| {
        for one in ends.map(|end| scope.spawn(move || unsafe { mbedtls_ssl_handshake(end.get()) })) {
            assert_eq!(one.join().unwrap(), 0);
        }
        let [client, server] = ends;
        let mut room = [0_u8; 8];
        let reading = scope.spawn(move || unsafe {
            let mut room = [0_u8; 8];
            mbedtls_ssl_read(client.get(), room.as_mut_ptr(), 8)
        });
        thread::sleep(std::time::Duration::from_millis(50));
        let level = MBEDTLS_SSL_ALERT_LEVEL_WARNING as u8;
        unsafe {
            assert_eq!(mbedtls_ssl_send_alert_message(client.get(), level, 0), 0);
            let read = mbedtls_ssl_read(server.get(), room.as_mut_ptr(), 8);
            assert_eq!(read, MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY);
            assert_eq!(mbedtls_ssl_write(server.get(), room.as_ptr(), 1), 1);
        }
        assert_eq!(reading.join().unwrap(), 1);
    });
}

/// RFC 8446 section 4.6.3: an end that is silent answers any number of requests with one KeyUpdate, "prior to sending its next
/// Application Data record". A read that sent the answer itself could wait for the socket besides, while its peer does the same.
#[test]
fn the_next_write_sends_the_answer_to_a_key_update() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let [client, server] = [&raw mut pair.client, &raw mut pair.server].map(Everywhere);
    let (line, mut room) = (&raw const pair.to_server, [0_u8; 8]);
    let mut exchange = |ask: &dyn Fn()| unsafe {
        for _ in 0..3 {
            ask();
            let read = mbedtls_ssl_read(client.get(), room.as_mut_ptr(), 8);
            assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
        }
        assert!((*line).bytes.is_empty(), "a read has sent something");
        // Whichever thread writes has it, and what is written after it comes through.
        let written = thread::scope(|scope| {
            let write = move || mbedtls_ssl_write(client.get(), [1_u8].as_ptr(), 1);
            scope.spawn(write).join().unwrap()
        });
        assert_eq!(written, 1);
        let sent = (*line).bytes.len();
        assert_eq!(mbedtls_ssl_read(server.get(), room.as_mut_ptr(), 8), 1);
        sent
    };
    let without = exchange(&|| {});
    let asked = || unsafe { assert_eq!(ferrotls_update_keys(server.get(), 1), 0) };
    // A KeyUpdate is five bytes; in a record, with type and tag, 27.
    assert_eq!(exchange(&asked), without + 27);
}

/// Data is taken behind what is unsent, so that a program that hears WANT_WRITE may come again with the length alone, as
/// lighttpd does.
#[test]
fn a_write_that_finds_something_unsent_takes_its_data() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let pipe = &raw mut pair.to_server;
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    let mut room = [0_u8; 8];
    unsafe {
        (*pipe).limit = 0;
        assert_eq!(ferrotls_update_keys(client, 0), MBEDTLS_ERR_SSL_WANT_WRITE);
        assert_eq!(
            mbedtls_ssl_write(client, b"data".as_ptr(), 4),
            MBEDTLS_ERR_SSL_WANT_WRITE
        );
        assert_eq!(
            mbedtls_ssl_write(client, std::ptr::null(), 4),
            MBEDTLS_ERR_SSL_WANT_WRITE
        );
        (*pipe).limit = usize::MAX;
        assert_eq!(mbedtls_ssl_write(client, std::ptr::null(), 4), 4);
        assert_eq!(
            mbedtls_ssl_write(client, std::ptr::null(), 4),
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
        );
        assert_eq!(mbedtls_ssl_read(server, room.as_mut_ptr(), 8), 4);
        assert_eq!(room[..4], *b"data");
        assert_eq!(
            mbedtls_ssl_read(server, room.as_mut_ptr(), 8),
            MBEDTLS_ERR_SSL_WANT_READ
        );
    }
}

unsafe extern "C" fn never_anything(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
    MBEDTLS_ERR_SSL_WANT_READ
}

unsafe extern "C" fn takes_all(_: *mut c_void, _: *const c_uchar, len: usize) -> c_int {
    len as c_int
}

/// A read that owes the peer nothing leaves the sending half alone: no write is ever put off by it.
#[test]
fn reads_that_find_nothing_disturb_no_write() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let client = &raw mut pair.client;
    unsafe {
        mbedtls_ssl_set_bio(
            client,
            std::ptr::null_mut(),
            Some(takes_all),
            Some(never_anything),
            None,
        )
    };
    let client = Everywhere(client);
    let done = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        let done = &done;
        scope.spawn(move || {
            while !done.load(std::sync::atomic::Ordering::Relaxed) {
                let mut room = [0_u8; 8];
                let read = unsafe { mbedtls_ssl_read(client.get(), room.as_mut_ptr(), 8) };
                assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
            }
        });
        let refused = (0..50_000).find_map(|_| {
            let written = unsafe { mbedtls_ssl_write(client.get(), [1_u8].as_ptr(), 1) };
            (written != 1).then_some(written)
        });
        done.store(true, std::sync::atomic::Ordering::Relaxed);
        assert_eq!(refused, None);
    });
}

/// A client's reading thread has a reply for the server, and its writing thread may have the sending half then and never write
/// again: no reply stays behind.
#[test]
fn replies_go_out_whoever_has_the_sending_half() {
    const ROUNDS: usize = 200;
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        ferrotls_conf_post_handshake_auth(&raw mut shared.client, 1);
        ferrotls_conf_post_handshake_auth(&raw mut shared.server, 1);
        let code = mbedtls_ssl_conf_own_cert(&raw mut shared.client, &raw mut shared.cert, &raw mut shared.key);
        assert_eq!(code, 0);
    }
    let (a, b) = UnixStream::pair().unwrap();
    for socket in [&a, &b] {
        socket
            .set_read_timeout(Some(std::time::Duration::from_secs(20)))
            .unwrap();
    }
    let mut client = End::new(&raw const shared.client, a);
    let mut server = End::new(&raw const shared.server, b);
    let [client, server] = [&raw mut client.ssl, &raw mut server.ssl].map(Everywhere);
    let round = AtomicUsize::new(0);
    thread::scope(|scope| {
        let round = &round;
        for one in [client, server].map(|end| scope.spawn(move || unsafe { mbedtls_ssl_handshake(end.get()) })) {
            assert_eq!(one.join().unwrap(), 0);
        }
        // A byte between two requests: so many in a row are a flood.
        let reading = scope.spawn(move || {
            let read = || unsafe { mbedtls_ssl_read(client.get(), [0_u8; 8].as_mut_ptr(), 1) };
            (0..=ROUNDS).map(|_| read()).find(|code| *code != 1)
        });
        scope.spawn(move || {
            for now in 1..=ROUNDS {
                while round.load(Ordering::Acquire) < now {
                    thread::yield_now();
                }
                for _ in 0..now % 16 {
                    let written = loop {
                        match unsafe { mbedtls_ssl_write(client.get(), [1_u8].as_ptr(), 1) } {
                            MBEDTLS_ERR_SSL_WANT_WRITE => thread::yield_now(),
                            written => break written,
                        }
                    };
                    assert!(
                        written == 1 || round.load(Ordering::Acquire) == usize::MAX,
                        "{written:x}"
                    );
                }
            }
        });
        let outcome = (1..=ROUNDS).find_map(|now| unsafe {
            assert_eq!(mbedtls_ssl_write(server.get(), [1_u8].as_ptr(), 1), 1);
            assert_eq!(ferrotls_request_client_certificate(server.get()), 0);
            round.store(now, Ordering::Release);
            loop {
                match ferrotls_await_client_certificate(server.get()) {
                    0 => break None,
                    1 => assert_eq!(mbedtls_ssl_read(server.get(), [0_u8; 8].as_mut_ptr(), 8), 1),
                    code => break Some((now, code)),
                }
            }
        });
        round.store(usize::MAX, Ordering::Release);
        unsafe { mbedtls_ssl_write(server.get(), [1_u8].as_ptr(), 1) };
        assert_eq!((outcome, reading.join().unwrap()), (None, None));
    });
}

/// What `f_send` got from a write while a read was sending an alert through it.
struct Meanwhile {
    ssl: *mut mbedtls_ssl_context,
    written: c_int,
}

unsafe extern "C" fn writes_meanwhile(ctx: *mut c_void, _: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let meanwhile = ctx.cast::<Meanwhile>();
        (*meanwhile).written = mbedtls_ssl_write((*meanwhile).ssl, [1_u8].as_ptr(), 1);
    }
    len as c_int
}

unsafe extern "C" fn zeros(_: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe { buf.write_bytes(0, len) };
    len as c_int
}

#[test]
fn a_write_that_meets_the_answer_of_a_read_is_to_come_again() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let ssl = &raw mut pair.client;
    let mut meanwhile = Meanwhile { ssl, written: 0 };
    let mut room = [0_u8; 8];
    unsafe {
        mbedtls_ssl_set_bio(
            ssl,
            (&raw mut meanwhile).cast(),
            Some(writes_meanwhile),
            Some(zeros),
            None,
        );
        // No record begins with zeros: the read owes an alert.
        assert!(mbedtls_ssl_read(ssl, room.as_mut_ptr(), 8) < 0);
    }
    assert_eq!(meanwhile.written, MBEDTLS_ERR_SSL_WANT_WRITE);
}
