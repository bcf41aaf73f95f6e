//! Authentication of the client after the handshake, and new keys, through the functions of `ferrotls/ferrotls.h`.
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
use std::mem::MaybeUninit;
use std::ptr;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ferrotls::framing::*;
use ferrotls::capi::ferrotls::post_handshake::*;
use ferrotls::capi::ferrotls::raw_keys::*;
use ferrotls::capi::ferrotls::update_keys::ferrotls_update_keys;
use ferrotls::capi::md::mbedtls_md_type_t;
use ferrotls::capi::pk::mbedtls_pk_context;
use ferrotls::capi::pk::operations::mbedtls_pk_sign;
use ferrotls::capi::pk::write::mbedtls_pk_write_pubkey_der;
use ferrotls::capi::ssl::async_private::*;
use ferrotls::capi::ssl::authentication::{
    mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert, mbedtls_ssl_set_verify,
};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::sni::certificates::{mbedtls_ssl_set_hs_ca_chain, mbedtls_ssl_set_hs_own_cert};
use ferrotls::capi::ssl::sni::mbedtls_ssl_set_hs_authmode;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use ferrotls::capi::x509::{
    MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_X509_BADCERT_MISSING, MBEDTLS_X509_BADCERT_NOT_TRUSTED,
};
use ferrotls::capi::x509_crt::mbedtls_x509_crt;

const NONE: c_int = FERROTLS_CLIENT_AUTHENTICATION_NONE;
const PENDING: c_int = FERROTLS_CLIENT_AUTHENTICATION_PENDING;
const DONE: c_int = FERROTLS_CLIENT_AUTHENTICATION_DONE;
const NO_CERTIFICATE: c_int = FERROTLS_CLIENT_AUTHENTICATION_NO_CERTIFICATE;

/// Both sides have it; the client has a certificate if `with_certificate`.
fn setup(with_certificate: bool) -> Box<Shared> {
    let mut shared = Shared::new(&Pki::new());
    let (client, server) = (&raw mut shared.client, &raw mut shared.server);
    unsafe {
        ferrotls_conf_post_handshake_auth(client, 1);
        ferrotls_conf_post_handshake_auth(server, 1);
        if with_certificate {
            let code = mbedtls_ssl_conf_own_cert(client, &raw mut shared.cert, &raw mut shared.key);
            assert_eq!(code, 0);
        }
    }
    shared
}

fn connected(shared: &Shared) -> Box<CPair> {
    let mut pair = CPair::new(shared);
    assert_eq!(pair.handshake(), (0, 0));
    assert_eq!(statuses(&pair), [NONE, NONE]);
    pair
}

fn statuses(pair: &CPair) -> [c_int; 2] {
    [&raw const pair.client, &raw const pair.server].map(|ssl| unsafe { ferrotls_client_authentication_status(ssl) })
}

fn read_nothing(ssl: *mut mbedtls_ssl_context) -> c_int {
    let mut room = [0_u8; 8];
    unsafe { mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len()) }
}

fn transfer(from: *mut mbedtls_ssl_context, to: *mut mbedtls_ssl_context) {
    let mut room = [0_u8; 8];
    unsafe {
        assert_eq!(mbedtls_ssl_write(from, b"ping".as_ptr(), 4), 4);
        assert_eq!(mbedtls_ssl_read(to, room.as_mut_ptr(), 8), 4);
    }
}

#[test]
fn a_server_learns_later_who_its_client_is() {
    let shared = setup(true);
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        assert!(mbedtls_ssl_get_peer_cert(server).is_null());
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(statuses(&pair), [NONE, PENDING]);
        // One at a time.
        assert_eq!(
            ferrotls_request_client_certificate(server),
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
        );
        // What is read first is read first.
        assert_eq!(mbedtls_ssl_write(client, b"data".as_ptr(), 4), 4);
        assert_eq!(ferrotls_await_client_certificate(server), 1);
        let mut room = [0_u8; 8];
        assert_eq!(mbedtls_ssl_read(server, room.as_mut_ptr(), 8), 4);
        assert_eq!(ferrotls_await_client_certificate(server), MBEDTLS_ERR_SSL_WANT_READ);

        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(statuses(&pair), [DONE, PENDING]);
        assert!(mbedtls_ssl_get_peer_cert(server).is_null());
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        assert_eq!(statuses(&pair), [DONE, DONE]);
        let peer = mbedtls_ssl_get_peer_cert(server);
        let raw = |crt: *const mbedtls_x509_crt| std::slice::from_raw_parts((*crt).raw.p, (*crt).raw.len).to_vec();
        assert_eq!(raw(peer), raw(&raw const shared.cert));
        assert_eq!(mbedtls_ssl_get_verify_result(server), 0);
        transfer(client, server);
        transfer(server, client);

        // And again.
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(read_nothing(server), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(statuses(&pair), [DONE, DONE]);
        assert!(!mbedtls_ssl_get_peer_cert(server).is_null());
        assert_eq!(mbedtls_ssl_session_reset(server), 0);
        assert_eq!(statuses(&pair), [DONE, NONE]);
    }
}

/// Takes the last record off a pipe.
fn hold_back(pipe: &mut c_pair::Pipe) -> Vec<u8> {
    let bytes: Vec<u8> = pipe.bytes.iter().copied().collect();
    let (mut last, mut at) = (0, 0);
    while at < bytes.len() {
        last = at;
        at += 5 + usize::from(u16::from_be_bytes([bytes[at + 3], bytes[at + 4]]));
    }
    pipe.bytes.truncate(last);
    bytes[last..].to_vec()
}

/// What was settled by an earlier authentication says nothing of a later one that is half through: the certificate is here, the
/// proof is not.
#[test]
fn a_certificate_without_its_proof_changes_nothing() {
    let mut shared = setup(true);
    unsafe {
        // So that the last record holds no more than a part of Finished.
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            assert_eq!(ferrotls_conf_record_size_limit(conf, FERROTLS_RECORD_SIZE_LIMIT_MIN), 0);
        }
    }
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        let first = mbedtls_ssl_get_peer_cert(server);
        assert!(!first.is_null());

        let mut seen = Vec::<c_int>::new();
        mbedtls_ssl_set_verify(server, Some(see_status), (&raw mut seen).cast());
        SERVER.with(|place| place.set(server));
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        let rest = hold_back(&mut pair.to_server);
        for _ in 0..2 {
            assert_eq!(ferrotls_await_client_certificate(server), MBEDTLS_ERR_SSL_WANT_READ);
            assert!(!seen.is_empty(), "the certificate is here");
            assert_eq!(statuses(&pair), [DONE, PENDING]);
            assert!(ptr::eq(mbedtls_ssl_get_peer_cert(server), first));
        }
        assert!(seen.iter().all(|status| *status == PENDING), "{seen:?}");
        pair.to_server.bytes.extend(rest);
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        assert_eq!(statuses(&pair), [DONE, DONE]);
    }
}

/// The same of raw public keys: the one that was proved counts until the next one is.
#[test]
fn a_raw_key_without_its_proof_changes_nothing() {
    let mut shared = setup(false);
    let mut other = Shared::new(&Pki::new());
    let keys = [&raw mut shared.key, &raw mut other.key];
    let spki = |key: *const mbedtls_pk_context| {
        let mut room = vec![0; 500];
        let len = unsafe { mbedtls_pk_write_pubkey_der(key, room.as_mut_ptr(), room.len()) };
        room.split_off(room.len() - usize::try_from(len).unwrap())
    };
    let (conf_client, conf_server) = (&raw mut shared.client, &raw mut shared.server);
    unsafe {
        let raw = [FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY];
        let types = ferrotls_conf_certificate_types;
        assert_eq!(types(conf_client, raw.as_ptr(), 1, ptr::null(), 0), 0);
        assert_eq!(types(conf_server, ptr::null(), 0, raw.as_ptr(), 1), 0);
        mbedtls_ssl_conf_authmode(conf_server, MBEDTLS_SSL_VERIFY_REQUIRED);
        assert_eq!(ferrotls_conf_own_raw_key(conf_client, keys[0]), 0);
        for key in keys {
            let der = spki(key);
            assert_eq!(ferrotls_conf_trusted_raw_key(conf_server, der.as_ptr(), der.len()), 0);
        }
        for conf in [conf_client, conf_server] {
            assert_eq!(ferrotls_conf_record_size_limit(conf, FERROTLS_RECORD_SIZE_LIMIT_MIN), 0);
        }
    }
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    let shown = || unsafe {
        let (mut place, mut len) = (ptr::null(), 0);
        assert_eq!(ferrotls_get_peer_raw_key(server, &raw mut place, &raw mut len), 0);
        std::slice::from_raw_parts(place, len).to_vec()
    };
    assert_eq!(shown(), spki(keys[0]));
    unsafe {
        assert_eq!(ferrotls_conf_own_raw_key(conf_client, ptr::null_mut()), 0);
        assert_eq!(ferrotls_conf_own_raw_key(conf_client, keys[1]), 0);
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        let rest = hold_back(&mut pair.to_server);
        assert_eq!(ferrotls_await_client_certificate(server), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!((shown(), statuses(&pair)), (spki(keys[0]), [DONE, PENDING]));
        pair.to_server.bytes.extend(rest);
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        assert_eq!((shown(), statuses(&pair)), (spki(keys[1]), [DONE, DONE]));
    }
}

thread_local! {
    /// Whose status [`see_status`] looks at.
    static SERVER: std::cell::Cell<*mut mbedtls_ssl_context> = const { std::cell::Cell::new(ptr::null_mut()) };
}

unsafe extern "C" fn see_status(seen: *mut c_void, _: *mut mbedtls_x509_crt, _: c_int, _: *mut u32) -> c_int {
    let status = SERVER.with(|server| unsafe { ferrotls_client_authentication_status(server.get()) });
    unsafe { (*seen.cast::<Vec<c_int>>()).push(status) };
    0
}

#[test]
fn transports_that_take_little_at_a_time() {
    let shared = setup(true);
    let mut pair = connected(&shared);
    for pipe in [&mut pair.to_client, &mut pair.to_server] {
        (pipe.limit, pipe.blocks) = (3, 1);
    }
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    let waits = |code| matches!(code, MBEDTLS_ERR_SSL_WANT_READ | MBEDTLS_ERR_SSL_WANT_WRITE);
    unsafe {
        while ferrotls_request_client_certificate(server) == MBEDTLS_ERR_SSL_WANT_WRITE {}
        let mut code = MBEDTLS_ERR_SSL_WANT_READ;
        for _ in 0..10_000 {
            assert!(waits(read_nothing(client)));
            code = ferrotls_await_client_certificate(server);
            if code == 0 {
                break;
            }
            assert!(waits(code), "{code:#x}");
        }
        assert_eq!((code, statuses(&pair)), (0, [DONE, DONE]));
    }
}

#[test]
fn the_mode_says_what_becomes_of_a_client_without_certificate() {
    let shared = setup(false);
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        mbedtls_ssl_set_hs_authmode(server, MBEDTLS_SSL_VERIFY_OPTIONAL);
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        assert_eq!(statuses(&pair), [NO_CERTIFICATE, NO_CERTIFICATE]);
        assert_eq!(mbedtls_ssl_get_verify_result(server), MBEDTLS_X509_BADCERT_MISSING);
        transfer(client, server);

        // That was for one authentication; the configuration says none, which is not what it means here.
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        let code = MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE;
        assert_eq!(ferrotls_await_client_certificate(server), code);
        assert_eq!(read_nothing(server), code);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    }
}

#[test]
fn a_certificate_that_is_not_trusted() {
    for optional in [true, false] {
        let shared = setup(true);
        let mut stranger = Shared::new(&Pki::new());
        let mut pair = connected(&shared);
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        unsafe {
            mbedtls_ssl_set_hs_ca_chain(server, &raw mut stranger.ca, ptr::null_mut());
            if optional {
                mbedtls_ssl_set_hs_authmode(server, MBEDTLS_SSL_VERIFY_OPTIONAL);
            }
            assert_eq!(ferrotls_request_client_certificate(server), 0);
            assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
            let code = ferrotls_await_client_certificate(server);
            assert_eq!(mbedtls_ssl_get_verify_result(server), MBEDTLS_X509_BADCERT_NOT_TRUSTED);
            if optional {
                assert_eq!((code, statuses(&pair)), (0, [DONE, DONE]));
                assert!(!mbedtls_ssl_get_peer_cert(server).is_null());
            } else {
                assert_eq!(code, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED);
                assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
                assert!(mbedtls_ssl_get_peer_cert(server).is_null());
            }
        }
    }
}

unsafe extern "C" fn positive(_: *mut c_void, _: *mut mbedtls_x509_crt, _: c_int, _: *mut u32) -> c_int {
    7
}

#[test]
fn a_positive_number_of_a_callback_is_not_data() {
    let shared = setup(true);
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        mbedtls_ssl_set_verify(server, Some(positive), ptr::null_mut());
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        for _ in 0..2 {
            assert_eq!(read_nothing(server), MBEDTLS_ERR_SSL_INTERNAL_ERROR);
        }
    }
}

#[test]
fn a_certificate_given_after_the_handshake_serves() {
    let mut shared = setup(false);
    let (cert, key) = (&raw mut shared.cert, &raw mut shared.key);
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        assert_eq!(mbedtls_ssl_set_hs_own_cert(client, cert, key), 0);
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(ferrotls_await_client_certificate(server), 0);
    }
    assert_eq!(statuses(&pair), [DONE, DONE]);
}

#[test]
fn only_where_both_sides_have_it() {
    for (at_client, at_server) in [(0, 1), (1, 0), (0, 0)] {
        let mut shared = setup(true);
        unsafe {
            ferrotls_conf_post_handshake_auth(&raw mut shared.client, at_client);
            ferrotls_conf_post_handshake_auth(&raw mut shared.server, at_server);
        }
        let mut pair = connected(&shared);
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        unsafe {
            for ssl in [client, server] {
                assert_eq!(ferrotls_request_client_certificate(ssl), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            }
        }
        transfer(client, server);
        transfer(server, client);
    }
}

/// A key that is elsewhere, and what it is asked.
struct Keeper {
    key: *mut mbedtls_pk_context,
    delay: usize,
    hash: Vec<u8>,
    cancelled: usize,
}

unsafe fn keeper_of(ssl: *mut mbedtls_ssl_context) -> *mut Keeper {
    unsafe { mbedtls_ssl_conf_get_async_config_data(mbedtls_ssl_context_get_config(ssl)).cast() }
}

unsafe extern "C" fn start(
    ssl: *mut mbedtls_ssl_context,
    _: *mut mbedtls_x509_crt,
    _: mbedtls_md_type_t,
    hash: *const c_uchar,
    len: usize,
) -> c_int {
    unsafe { (*keeper_of(ssl)).hash = std::slice::from_raw_parts(hash, len).to_vec() };
    MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS
}

unsafe extern "C" fn resume(
    ssl: *mut mbedtls_ssl_context,
    output: *mut c_uchar,
    output_len: *mut usize,
    output_size: usize,
) -> c_int {
    unsafe {
        let keeper = &mut *keeper_of(ssl);
        if keeper.delay > 0 {
            keeper.delay -= 1;
            return MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
        }
        let (hash, md) = (&keeper.hash, MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA256));
        mbedtls_pk_sign(
            keeper.key,
            md,
            hash.as_ptr(),
            hash.len(),
            output,
            output_size,
            output_len,
            None,
            ptr::null_mut(),
        )
    }
}

unsafe extern "C" fn cancel(ssl: *mut mbedtls_ssl_context) {
    unsafe { (*keeper_of(ssl)).cancelled += 1 };
}

fn serve(keeper: &mut Keeper, conf: *mut mbedtls_ssl_config) {
    let data: *mut c_void = ptr::from_mut(keeper).cast();
    unsafe { mbedtls_ssl_conf_async_private_cb(conf, Some(start), None, Some(resume), Some(cancel), data) };
}

#[test]
fn a_key_that_is_elsewhere_signs_here_too() {
    let mut shared = setup(true);
    let mut keeper = Keeper {
        key: &raw mut shared.key,
        delay: 2,
        hash: Vec::new(),
        cancelled: 0,
    };
    serve(&mut keeper, &raw mut shared.client);
    let mut pair = connected(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        for _ in 0..3 {
            assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS);
            assert_eq!(mbedtls_ssl_check_pending(client), 1);
            assert_eq!(statuses(&pair), [PENDING, PENDING]);
            // Writing goes on meanwhile.
            transfer(client, server);
        }
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_WANT_READ);
        assert_eq!(ferrotls_await_client_certificate(server), 0);
        assert_eq!(statuses(&pair), [DONE, DONE]);

        // A connection that ends meanwhile.
        keeper.delay = 100;
        assert_eq!(ferrotls_request_client_certificate(server), 0);
        assert_eq!(read_nothing(client), MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS);
        mbedtls_ssl_free(client);
        assert_eq!(keeper.cancelled, 1);
    }
}

#[test]
fn keys_change_when_the_program_says_so() {
    let shared = setup(false);
    let mut pair = CPair::new(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    unsafe {
        assert_eq!(ferrotls_update_keys(client, 1), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        assert_eq!(pair.handshake(), (0, 0));
        for round in 0..200 {
            assert_eq!(ferrotls_update_keys(client, round % 2), 0);
            assert_eq!(ferrotls_update_keys(server, round % 3), 0);
            transfer(client, server);
            transfer(server, client);
        }
        assert_eq!(mbedtls_ssl_close_notify(client), 0);
        assert_eq!(ferrotls_update_keys(client, 0), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        transfer(server, client);
    }
}

#[test]
fn nothing_is_an_error() {
    unsafe {
        ferrotls_conf_post_handshake_auth(ptr::null_mut(), 1);
        assert_eq!(ferrotls_client_authentication_status(ptr::null()), NONE);
        for f in [ferrotls_request_client_certificate, ferrotls_await_client_certificate] {
            assert_eq!(f(ptr::null_mut()), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
        }
        assert_eq!(ferrotls_update_keys(ptr::null_mut(), 1), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
}
