//! Faults around the library, through the C interface: transports that lie at any of their calls, callbacks that free or reset the
//! context that they were called for. After each there is a clear code, and the next connection of the same contexts works.
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

use std::cell::Cell;
use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::ptr;

use c_pair::{Bio, CPair, Pki, Shared, VERSIONS, recv, send};
use ferrotls::capi::debug::mbedtls_debug_set_threshold;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::{mbedtls_ssl_handshake, mbedtls_ssl_handshake_step};
use ferrotls::capi::ssl::enums::{mbedtls_ssl_key_export_type, mbedtls_tls_prf_types};
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::types::mbedtls_ssl_context;

/// What a faulty call of a transport returns, if it was given so much room.
type Answer = fn(usize) -> c_int;

/// A transport that answers wrongly once, at its call number `at`.
struct Faulty {
    bio: *mut Bio,
    answer: Answer,
    at: usize,
    calls: usize,
}

impl Faulty {
    fn is_now(&mut self) -> bool {
        self.calls += 1;
        self.calls == self.at
    }
}

unsafe extern "C" fn faulty_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let faulty = &mut *ctx.cast::<Faulty>();
        if faulty.is_now() {
            return (faulty.answer)(len);
        }
        send(faulty.bio.cast(), buf, len.min(701))
    }
}

unsafe extern "C" fn faulty_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe {
        let faulty = &mut *ctx.cast::<Faulty>();
        if faulty.is_now() {
            return (faulty.answer)(len);
        }
        recv(faulty.bio.cast(), buf, len)
    }
}

/// Handshake, a message each way and the end of the connection; the first code of an end that is neither a length nor a wait.
fn talk(pair: &mut CPair) -> Result<(), (bool, c_int)> {
    let waits = |code| matches!(code, MBEDTLS_ERR_SSL_WANT_READ | MBEDTLS_ERR_SSL_WANT_WRITE);
    let codes = pair.handshake();
    for (is_client, code) in [(true, codes.0), (false, codes.1)] {
        assert!(code <= 0, "{code}");
        if code != 0 && !waits(code) {
            return Err((is_client, code));
        }
    }
    assert_eq!(codes, (0, 0));
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    for (is_client, from, to) in [(true, client, server), (false, server, client)] {
        let mut room = [0; 16];
        let again = |f: &mut dyn FnMut() -> c_int| {
            (0..10)
                .map(|_| f())
                .find(|code| !waits(*code))
                .expect("a transport that comes round")
        };
        let written = again(&mut || unsafe { mbedtls_ssl_write(from, b"message".as_ptr(), 7) });
        if written != 7 {
            return Err((is_client, written));
        }
        let read = again(&mut || unsafe { mbedtls_ssl_read(to, room.as_mut_ptr(), 16) });
        if read != 7 {
            // As in 3.6, a read tells the end of the transport by 0.
            let code = if read == 0 { MBEDTLS_ERR_SSL_CONN_EOF } else { read };
            return Err((!is_client, code));
        }
        assert_eq!(&room[..7], b"message");
    }
    for (is_client, from) in [(true, client), (false, server)] {
        let mut code = MBEDTLS_ERR_SSL_WANT_WRITE;
        for _ in 0..10 {
            if waits(code) {
                code = unsafe { mbedtls_ssl_close_notify(from) };
            }
        }
        if code != 0 {
            return Err((is_client, code));
        }
    }
    Ok(())
}

/// The same contexts once more, whose transports are well.
fn talk_again(pair: &mut CPair) {
    pair.to_client.bytes.clear();
    pair.to_server.bytes.clear();
    unsafe {
        for (ssl, bio) in [
            (&raw mut pair.client, &raw mut pair.client_bio),
            (&raw mut pair.server, &raw mut pair.server_bio),
        ] {
            assert_eq!(mbedtls_ssl_session_reset(ssl), 0);
            mbedtls_ssl_set_bio(ssl, bio.cast(), Some(send), Some(recv), None);
        }
    }
    assert_eq!(talk(pair), Ok(()));
}

/// Each lie, and the code that a sending and a receiving end make of it; `None`: it goes on.
const LIES: [(Answer, Option<c_int>, Option<c_int>); 7] = [
    (
        |len| len as c_int + 1,
        Some(MBEDTLS_ERR_SSL_INTERNAL_ERROR),
        Some(MBEDTLS_ERR_SSL_INTERNAL_ERROR),
    ),
    (
        |_| c_int::MAX,
        Some(MBEDTLS_ERR_SSL_INTERNAL_ERROR),
        Some(MBEDTLS_ERR_SSL_INTERNAL_ERROR),
    ),
    (|_| 0, None, Some(MBEDTLS_ERR_SSL_CONN_EOF)),
    (|_| -1, Some(-1), Some(-1)),
    (|_| c_int::MIN, Some(c_int::MIN), Some(c_int::MIN)),
    (|_| -0x7777, Some(-0x7777), Some(-0x7777)),
    (
        |_| MBEDTLS_ERR_SSL_CONN_EOF,
        Some(MBEDTLS_ERR_SSL_CONN_EOF),
        Some(MBEDTLS_ERR_SSL_CONN_EOF),
    ),
];

/// At every call of a connection in turn, with either version, at either end.
#[test]
fn a_transport_that_lies_at_any_call() {
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        for (answer, of_send, of_recv) in LIES {
            for of_client in [true, false] {
                let mut failures = 0;
                for at in 1.. {
                    let mut pair = CPair::new(&shared);
                    let (ssl, bio) = if of_client {
                        (&raw mut pair.client, &raw mut pair.client_bio)
                    } else {
                        (&raw mut pair.server, &raw mut pair.server_bio)
                    };
                    let mut faulty = Faulty {
                        bio,
                        answer,
                        at,
                        calls: 0,
                    };
                    let context = (&raw mut faulty).cast();
                    unsafe { mbedtls_ssl_set_bio(ssl, context, Some(faulty_send), Some(faulty_recv), None) };
                    let outcome = talk(&mut pair);
                    if let Err((is_client, code)) = outcome {
                        failures += 1;
                        assert_eq!(is_client, of_client, "{at} {code:x}");
                        assert!(of_send == Some(code) || of_recv == Some(code), "{at} {code:x}");
                    } else {
                        // Nothing was sent, and it was tried again; or there were not so many calls.
                        assert!(of_send.is_none() || faulty.calls < at, "{at}");
                    }
                    let calls = faulty.calls;
                    talk_again(&mut pair);
                    if calls < at {
                        break;
                    }
                }
                assert!(failures >= 4, "{failures}");
            }
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Free,
    Reset,
    Handshake,
    Step,
    Read,
    Write,
    Close,
}

const DEEDS: [Deed; 7] = [
    Deed::Free,
    Deed::Reset,
    Deed::Handshake,
    Deed::Step,
    Deed::Read,
    Deed::Write,
    Deed::Close,
];

/// What a callback does to its context, at which of its calls.
#[derive(Clone, Copy)]
struct Doer {
    ssl: *mut mbedtls_ssl_context,
    deed: Deed,
    at: usize,
}

thread_local! {
    static DOER: Cell<Option<Doer>> = const { Cell::new(None) };
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

/// Done by each callback below.
fn act() {
    let Some(doer) = DOER.get() else {
        return;
    };
    CALLS.set(CALLS.get() + 1);
    if CALLS.get() != doer.at {
        return;
    }
    let (ssl, mut room) = (doer.ssl, [0; 16]);
    unsafe {
        match doer.deed {
            Deed::Free => mbedtls_ssl_free(ssl),
            Deed::Reset => assert_eq!(mbedtls_ssl_session_reset(ssl), 0),
            Deed::Handshake => drop(mbedtls_ssl_handshake(ssl)),
            Deed::Step => drop(mbedtls_ssl_handshake_step(ssl)),
            Deed::Read => drop(mbedtls_ssl_read(ssl, room.as_mut_ptr(), 16)),
            Deed::Write => drop(mbedtls_ssl_write(ssl, room.as_ptr(), 16)),
            Deed::Close => drop(mbedtls_ssl_close_notify(ssl)),
        }
    }
}

unsafe extern "C" fn export_keys(
    _: *mut c_void,
    _: mbedtls_ssl_key_export_type,
    _: *const c_uchar,
    _: usize,
    _: *const c_uchar,
    _: *const c_uchar,
    _: mbedtls_tls_prf_types,
) {
    act();
}

unsafe extern "C" fn choose_certificate(_: *mut mbedtls_ssl_context) -> c_int {
    act();
    0
}

unsafe extern "C" fn debug_line(_: *mut c_void, _: c_int, _: *const c_char, _: c_int, _: *const c_char) {
    act();
}

/// Where a callback is set; the others of this interface are in capi_reentry.rs, capi_sessions.rs, capi_sessions12.rs and
/// capi_async.rs.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Place {
    ExportKeys,
    ChooseCertificate,
    Debug,
}

#[test]
fn callbacks_that_export_choose_or_tell_may_do_anything_to_their_context() {
    mbedtls_debug_set_threshold(4);
    for version in VERSIONS {
        for place in [Place::ExportKeys, Place::ChooseCertificate, Place::Debug] {
            let mut shared = Shared::of(&Pki::new(), version);
            unsafe {
                match place {
                    Place::ExportKeys => {}
                    Place::ChooseCertificate => {
                        mbedtls_ssl_conf_cert_cb(&raw mut shared.server, Some(choose_certificate))
                    }
                    Place::Debug => mbedtls_ssl_conf_dbg(&raw mut shared.server, Some(debug_line), ptr::null_mut()),
                }
            }
            for deed in DEEDS {
                let mut called = 0;
                for at in 1..30 {
                    let mut pair = CPair::new(&shared);
                    let ssl = &raw mut pair.server;
                    if place == Place::ExportKeys {
                        unsafe { mbedtls_ssl_set_export_keys_cb(ssl, Some(export_keys), ptr::null_mut()) };
                    }
                    DOER.set(Some(Doer { ssl, deed, at }));
                    CALLS.set(0);
                    let codes = pair.handshake();
                    DOER.set(None);
                    assert!(codes.0 <= 0 && codes.1 <= 0, "{place:?} {deed:?} {codes:?}");
                    called = called.max(CALLS.get());
                    if CALLS.get() < at {
                        break;
                    }
                    // A context that was freed or reset in its handshake does not go on with it: the call says so.
                    if matches!(deed, Deed::Free | Deed::Reset) {
                        assert_eq!(codes.1, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, "{place:?} {deed:?} {at}");
                    }
                    if deed == Deed::Free {
                        assert!(unsafe { (*ssl).conf.is_null() });
                        unsafe {
                            mbedtls_ssl_init(ssl);
                            assert_eq!(mbedtls_ssl_setup(ssl, &raw const shared.server), 0);
                        }
                    }
                    talk_again(&mut pair);
                }
                assert!(called > 0, "{place:?}");
            }
        }
    }
    mbedtls_debug_set_threshold(0);
}

/// What 3.6 would call without a generator of the program's is not called here: a generator that fails, or is missing, is no fault.
#[test]
fn a_generator_that_fails_is_never_called() {
    unsafe extern "C" fn fails(calls: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
        unsafe { *calls.cast::<usize>() += 1 };
        -0x34
    }
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        let mut calls = 0_usize;
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            unsafe { mbedtls_ssl_conf_rng(conf, Some(fails), (&raw mut calls).cast()) };
        }
        let mut pair = CPair::new(&shared);
        assert_eq!(talk(&mut pair), Ok(()));
        assert_eq!(calls, 0);
    }
}

/// What was half received is gone with a reset, whatever was wrong with the rest: the number of bytes of a message that are here
/// and the number of records that were wrong are two.
#[test]
fn cve_2026_50713_half_a_message_and_a_bad_record_are_two_things() {
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        let mut pair = CPair::new(&shared);
        for len in 1..60 {
            assert_eq!(
                unsafe { mbedtls_ssl_handshake(&raw mut pair.client) },
                MBEDTLS_ERR_SSL_WANT_READ
            );
            let hello: Vec<u8> = pair.to_server.bytes.drain(..).collect();
            // A fragment of the hello in a record of its own, then a record that cannot be.
            pair.to_server.bytes.extend([22, 3, 1, 0, len]);
            pair.to_server.bytes.extend(&hello[5..5 + usize::from(len)]);
            assert_eq!(
                unsafe { mbedtls_ssl_handshake(&raw mut pair.server) },
                MBEDTLS_ERR_SSL_WANT_READ
            );
            pair.to_server.bytes.extend([23, 3, 3, 0, 3, 1, 2, 3]);
            let code = unsafe { mbedtls_ssl_handshake(&raw mut pair.server) };
            assert!(code < 0 && code != MBEDTLS_ERR_SSL_WANT_READ, "{code:x}");
            talk_again(&mut pair);
            for ssl in [&raw mut pair.client, &raw mut pair.server] {
                assert_eq!(unsafe { mbedtls_ssl_session_reset(ssl) }, 0);
            }
            pair.to_client.bytes.clear();
            pair.to_server.bytes.clear();
        }
    }
}

/// A server whose client sends a hello without any extensions refuses it, and serves the next.
#[test]
fn cve_2024_23744_a_hello_without_extensions_keeps_nobody_out() {
    let mut hello = vec![3, 3];
    hello.extend([7; 32]);
    // No session; one suite of TLS 1.3, no compression; no extensions, or an empty list of them.
    hello.extend([0, 0, 2, 0x13, 1, 1, 0]);
    for empty_list in [false, true] {
        for version in VERSIONS {
            let mut body = hello.clone();
            if empty_list {
                body.extend([0, 0]);
            }
            let message = [&[1, 0, 0, body.len() as u8][..], &body].concat();
            let shared = Shared::of(&Pki::new(), version);
            let mut pair = CPair::new(&shared);
            for _ in 0..3 {
                pair.to_server.bytes.extend([22, 3, 1, 0, message.len() as u8]);
                pair.to_server.bytes.extend(&message);
                let code = unsafe { mbedtls_ssl_handshake(&raw mut pair.server) };
                assert!(code < 0 && code != MBEDTLS_ERR_SSL_WANT_READ, "{code:x}");
                // An alert, and a fatal one.
                assert_eq!(pair.to_client.bytes.get(5), Some(&2));
                talk_again(&mut pair);
                for ssl in [&raw mut pair.client, &raw mut pair.server] {
                    assert_eq!(unsafe { mbedtls_ssl_session_reset(ssl) }, 0);
                }
                pair.to_client.bytes.clear();
                pair.to_server.bytes.clear();
            }
        }
    }
}

/// Floods as a C program sees them, in front of the first message: its code, the alert that goes out, and the next connection.
#[test]
fn floods_end_with_a_code_and_an_alert() {
    let warning: &[u8] = &[21, 3, 3, 0, 2, 1, 90];
    for version in VERSIONS {
        let shared = Shared::of(&Pki::new(), version);
        let mut pair = CPair::new(&shared);
        for count in [4, 5, 10_000] {
            pair.to_server.bytes.extend(warning.repeat(count));
            let code = unsafe { mbedtls_ssl_handshake(&raw mut pair.server) };
            if count == 4 {
                assert_eq!(code, MBEDTLS_ERR_SSL_WANT_READ);
                assert_eq!(talk(&mut pair), Ok(()));
            } else {
                assert_eq!(code, MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE);
                // An alert: fatal, unexpected_message.
                let sent: Vec<u8> = pair.to_client.bytes.iter().copied().collect();
                assert_eq!((sent[0], &sent[3..]), (21, &[0, 2, 2, 10][..]));
                // The error stays until there is a reset.
                assert_eq!(unsafe { mbedtls_ssl_handshake(&raw mut pair.server) }, code);
                talk_again(&mut pair);
            }
            for ssl in [&raw mut pair.client, &raw mut pair.server] {
                assert_eq!(unsafe { mbedtls_ssl_session_reset(ssl) }, 0);
            }
            pair.to_client.bytes.clear();
            pair.to_server.bytes.clear();
        }
    }
}
