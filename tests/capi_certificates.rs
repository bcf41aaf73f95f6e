//! What comes with certificates and in their place, through `ferrotls/ferrotls.h`.
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

use c_pair::{CPair, Pki, Shared, V12, VERSIONS};
use ferrotls::capi::ferrotls::compression::*;
use ferrotls::capi::ferrotls::raw_keys::*;
use ferrotls::capi::ferrotls::staples::*;
use ferrotls::capi::pk::mbedtls_pk_context;
use ferrotls::capi::pk::object::{mbedtls_pk_free, mbedtls_pk_init};
use ferrotls::capi::pk::write::mbedtls_pk_write_pubkey_der;
use ferrotls::capi::ssl::authentication::{
    mbedtls_ssl_conf_ca_chain, mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert, mbedtls_ssl_set_verify,
};
use ferrotls::capi::ssl::cache::mbedtls_ssl_conf_session_cache;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::facts::mbedtls_ssl_get_verify_result;
use ferrotls::capi::ssl::session::{
    mbedtls_ssl_session_free, resume::mbedtls_ssl_get_session, saved::mbedtls_ssl_session_save,
};
use ferrotls::capi::ssl::sni::certificates::mbedtls_ssl_set_hs_own_cert;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};
use ferrotls::capi::ssl::{config::*, constants::*, context::*, errors::*};
use ferrotls::capi::ssl::{io::mbedtls_ssl_read, psk::mbedtls_ssl_conf_psk};
use ferrotls::capi::ssl::{renegotiation::mbedtls_ssl_renegotiate, tls12::mbedtls_ssl_conf_renegotiation};
use ferrotls::capi::ssl_ciphersuites::*;
use ferrotls::capi::x509::{
    MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_X509_BADCERT_BAD_KEY, MBEDTLS_X509_BADCERT_NOT_TRUSTED,
    MBEDTLS_X509_BADCERT_SKIP_VERIFY,
};
use ferrotls::capi::x509_crt::mbedtls_x509_crt;
use ferrotls::capi::x509_crt::parse::{mbedtls_x509_crt_free, mbedtls_x509_crt_init, mbedtls_x509_crt_parse};

const BAD_INPUT: c_int = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
const X509: u8 = FERROTLS_CERTIFICATE_TYPE_X509;
const RAW: u8 = FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY;
const SCTS: &[u8] = b"\0\x08\0\x06stamps";

type Getter = unsafe extern "C" fn(*const mbedtls_ssl_context, usize, *mut *const c_uchar, *mut usize) -> c_int;

/// What a getter tells.
unsafe fn get(getter: Getter, ssl: *const mbedtls_ssl_context, index: usize) -> Vec<u8> {
    unsafe {
        let (mut place, mut len) = (ptr::dangling(), 7);
        assert_eq!(getter(ssl, index, &raw mut place, &raw mut len), 0);
        assert_eq!(place.is_null(), len == 0);
        ferrotls::capi::ptr::bytes(place, len).unwrap().to_vec()
    }
}

/// The raw public key that a peer has shown.
unsafe fn raw_key(ssl: *const mbedtls_ssl_context) -> Vec<u8> {
    unsafe extern "C" fn getter(
        ssl: *const mbedtls_ssl_context,
        _: usize,
        place: *mut *const c_uchar,
        len: *mut usize,
    ) -> c_int {
        unsafe { ferrotls_get_peer_raw_key(ssl, place, len) }
    }
    unsafe { get(getter, ssl, 0) }
}

unsafe fn types(conf: *mut mbedtls_ssl_config, own: &[u8], peer: &[u8]) -> c_int {
    unsafe { ferrotls_conf_certificate_types(conf, own.as_ptr(), own.len(), peer.as_ptr(), peer.len()) }
}

/// The SubjectPublicKeyInfo of a key.
unsafe fn spki(key: *const mbedtls_pk_context) -> Vec<u8> {
    let mut room = vec![0; 2000];
    let len = unsafe { mbedtls_pk_write_pubkey_der(key, room.as_mut_ptr(), room.len()) };
    room.split_off(room.len() - usize::try_from(len).unwrap())
}

/// Asks both ends for everything, and has the server ask its client for a certificate.
unsafe fn ask_for_all(shared: &mut Shared) {
    unsafe {
        let Shared {
            client,
            server,
            cert,
            key,
            ..
        } = shared;
        for conf in [&raw mut *client, &raw mut *server] {
            ferrotls_conf_request_ocsp(conf, 1);
            ferrotls_conf_request_scts(conf, 1);
        }
        mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_REQUIRED);
        assert_eq!(mbedtls_ssl_conf_own_cert(client, cert, key), 0);
    }
}

/// What the client's verify callback finds of the server's response.
unsafe extern "C" fn see_response(p_vrfy: *mut c_void, _: *mut mbedtls_x509_crt, _: c_int, _: *mut u32) -> c_int {
    unsafe {
        let (ssl, seen) = &mut *p_vrfy.cast::<(*const mbedtls_ssl_context, Vec<Vec<u8>>)>();
        seen.push(get(ferrotls_get_ocsp_response, *ssl, 0));
    }
    0
}

#[test]
fn pain_880_staples_go_both_ways_and_are_there_in_the_verify_callback() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        ask_for_all(&mut shared);
        let crt = &raw const shared.cert;
        for (conf, text) in [
            (&raw mut shared.server, b"server's"),
            (&raw mut shared.client, b"client's"),
        ] {
            assert_eq!(ferrotls_conf_ocsp_response(conf, crt, text.as_ptr(), text.len()), 0);
            assert_eq!(ferrotls_conf_scts(conf, crt, SCTS.as_ptr(), SCTS.len()), 0);
        }
        let mut pair = CPair::new(&shared);
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        // Nothing came yet.
        assert_eq!(get(ferrotls_get_ocsp_response, client, 0), b"");
        let mut seen = (client.cast_const(), Vec::<Vec<u8>>::new());
        mbedtls_ssl_set_verify(client, Some(see_response), (&raw mut seen).cast());
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(seen.1, [b"server's", b"server's"]);
        assert_eq!(get(ferrotls_get_ocsp_response, client, 0), b"server's");
        assert_eq!(get(ferrotls_get_scts, client, 0), SCTS);
        assert_eq!(get(ferrotls_get_ocsp_response, client, 1), b"");
        assert_eq!(get(ferrotls_get_ocsp_response, client, usize::MAX), b"");
        assert_eq!(get(ferrotls_get_ocsp_response, server, 0), b"client's");
        assert_eq!(raw_key(client), b"");
        // Reset forgets it.
        assert_eq!(mbedtls_ssl_session_reset(client), 0);
        assert_eq!(get(ferrotls_get_ocsp_response, client, 0), b"");

        // A newer one; none.
        let conf = &raw mut shared.server;
        assert_eq!(ferrotls_conf_ocsp_response(conf, crt, b"newer".as_ptr(), 5), 0);
        assert_eq!(ferrotls_conf_scts(conf, crt, ptr::null(), 0), 0);
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(get(ferrotls_get_ocsp_response, &raw const pair.client, 0), b"newer");
        assert_eq!(get(ferrotls_get_scts, &raw const pair.client, 0), b"");
        assert_eq!(ferrotls_conf_ocsp_response(conf, crt, ptr::null(), 0), 0);
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(get(ferrotls_get_ocsp_response, &raw const pair.client, 0), b"");
    }
}

/// RFC 6066 section 8: in TLS 1.2 a message of its own, from the server alone; timestamps are in its hello (RFC 6962 section 3.3.1).
#[test]
fn tls12_staples_the_servers_response() {
    let mut shared = Shared::of(&Pki::new(), V12);
    unsafe {
        ask_for_all(&mut shared);
        let crt = &raw const shared.cert;
        let longest = vec![7; FERROTLS_MAX_STAPLE_LEN];
        for response in [&b"server's"[..], &longest] {
            for conf in [&raw mut shared.server, &raw mut shared.client] {
                let code = ferrotls_conf_ocsp_response(conf, crt, response.as_ptr(), response.len());
                assert_eq!(code, 0);
                assert_eq!(ferrotls_conf_scts(conf, crt, SCTS.as_ptr(), SCTS.len()), 0);
            }
            let mut pair = CPair::new(&shared);
            let (client, server) = (&raw mut pair.client, &raw mut pair.server);
            assert_eq!(get(ferrotls_get_ocsp_response, client, 0), b"");
            let mut seen = (client.cast_const(), Vec::<Vec<u8>>::new());
            mbedtls_ssl_set_verify(client, Some(see_response), (&raw mut seen).cast());
            assert_eq!(pair.handshake(), (0, 0));
            assert_eq!(seen.1, [response, response]);
            assert_eq!(get(ferrotls_get_ocsp_response, client, 0), response);
            assert_eq!(get(ferrotls_get_ocsp_response, client, 1), b"");
            assert_eq!(get(ferrotls_get_scts, client, 0), SCTS);
            assert_eq!(get(ferrotls_get_ocsp_response, server, 0), b"");
            assert_eq!(mbedtls_ssl_session_reset(client), 0);
            assert_eq!(get(ferrotls_get_ocsp_response, client, 0), b"");
        }
        // Who does not ask gets none.
        ferrotls_conf_request_ocsp(&raw mut shared.client, 0);
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(get(ferrotls_get_ocsp_response, &raw const pair.client, 0), b"");
    }
}

/// A response that is longer or shorter than its message, of another kind, or empty: the client refuses it.
#[test]
fn tls12_refuses_a_response_that_is_not_as_long_as_it_says() {
    let mut shared = Shared::of(&Pki::new(), V12);
    unsafe {
        ask_for_all(&mut shared);
        let conf = &raw mut shared.server;
        let code = ferrotls_conf_ocsp_response(conf, &raw const shared.cert, b"RESPONSE".as_ptr(), 8);
        assert_eq!(code, 0);
        // Bytes of a CertificateStatus before the response: status_type, then a length of three bytes.
        for (back, value, expected) in [
            (1, 8, 0),
            (1, 9, MBEDTLS_ERR_SSL_DECODE_ERROR),
            (1, 7, MBEDTLS_ERR_SSL_DECODE_ERROR),
            (1, 0, MBEDTLS_ERR_SSL_DECODE_ERROR),
            (3, 1, MBEDTLS_ERR_SSL_DECODE_ERROR),
            (4, 2, MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER),
        ] {
            let mut pair = CPair::new(&shared);
            assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
            assert_eq!(mbedtls_ssl_handshake(&raw mut pair.server), MBEDTLS_ERR_SSL_WANT_READ);
            let bytes = pair.to_client.bytes.make_contiguous();
            let at = bytes.windows(8).position(|window| window == b"RESPONSE").unwrap();
            bytes[at - back] = value;
            let (client, server) = pair.handshake();
            assert_eq!(client, expected, "{back} {value}");
            assert_eq!(server == 0, expected == 0);
        }
    }
}

/// Sets, for this handshake, another certificate object with the same certificate, and a response for it.
unsafe extern "C" fn own_response(ssl: *mut mbedtls_ssl_context) -> c_int {
    unsafe {
        let shared = mbedtls_ssl_get_user_data_p(ssl).cast::<Shared>();
        let crt = &raw mut (*shared).cert;
        let response = b"of the handshake";
        let code = mbedtls_ssl_set_hs_own_cert(ssl, crt, &raw mut (*shared).key);
        assert_eq!(code, 0);
        assert_eq!(ferrotls_set_hs_scts(ssl, crt, SCTS.as_ptr(), SCTS.len()), 0);
        ferrotls_set_hs_ocsp_response(ssl, crt, response.as_ptr(), response.len())
    }
}

#[test]
fn a_response_belongs_to_its_certificate_and_that_of_the_handshake_counts_first() {
    for version in VERSIONS {
        let (mut shared, mut other) = (Shared::of(&Pki::new(), version), Shared::of(&Pki::new(), version));
        unsafe {
            ask_for_all(&mut shared);
            mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_NONE);
            let conf = &raw mut shared.server;
            // That of a certificate that is not shown; and one of the certificate that is.
            let of_other = ferrotls_conf_ocsp_response(conf, &raw const other.cert, b"other".as_ptr(), 5);
            let of_this = ferrotls_conf_ocsp_response(conf, &raw const shared.cert, b"this".as_ptr(), 4);
            assert_eq!((of_other, of_this), (0, 0));
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
            assert_eq!(get(ferrotls_get_ocsp_response, &raw const pair.client, 0), b"this");

            // The callback shows the other's certificate.
            mbedtls_ssl_conf_cert_cb(conf, Some(own_response));
            mbedtls_ssl_conf_ca_chain(&raw mut shared.client, &raw mut other.ca, ptr::null_mut());
            let mut pair = CPair::new(&shared);
            mbedtls_ssl_set_user_data_p(&raw mut pair.server, (&raw mut *other).cast());
            assert_eq!(pair.handshake(), (0, 0));
            let client = &raw const pair.client;
            assert_eq!(get(ferrotls_get_ocsp_response, client, 0), b"of the handshake");
            assert_eq!(get(ferrotls_get_scts, client, 0), SCTS);
        }
    }
}

#[test]
fn wrong_arguments_of_staples() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        let (conf, crt) = (&raw mut shared.server, &raw const shared.cert);
        let empty = MaybeUninit::<mbedtls_x509_crt>::zeroed();
        let long = vec![1; FERROTLS_MAX_STAPLE_LEN + 1];
        let set = |conf, crt, value: &[u8]| ferrotls_conf_ocsp_response(conf, crt, value.as_ptr(), value.len());
        assert_eq!(set(ptr::null_mut(), crt, b"x"), BAD_INPUT);
        assert_eq!(set(conf, ptr::null(), b"x"), BAD_INPUT);
        assert_eq!(set(conf, empty.as_ptr(), b"x"), BAD_INPUT);
        assert_eq!(set(conf, crt, b""), BAD_INPUT);
        assert_eq!(set(conf, crt, &long), BAD_INPUT);
        assert_eq!(set(conf, crt, &long[1..]), 0);
        // A list has to be one.
        for list in [&b"\0\0"[..], b"stamps", b"\0\x02\0\0", b"\0\x03\0\x01ab"] {
            assert_eq!(ferrotls_conf_scts(conf, crt, list.as_ptr(), list.len()), BAD_INPUT);
        }
        let mut place = ptr::null();
        let mut len = 0;
        assert_eq!(
            ferrotls_get_ocsp_response(ptr::null(), 0, &raw mut place, &raw mut len),
            BAD_INPUT
        );
        let pair = CPair::new(&shared);
        let client = &raw const pair.client;
        assert_eq!(ferrotls_get_scts(client, 0, ptr::null_mut(), &raw mut len), BAD_INPUT);
        assert_eq!(ferrotls_get_scts(client, 0, &raw mut place, ptr::null_mut()), BAD_INPUT);
    }
}

/// A thread renews the response of a configuration while connections are made with it.
#[test]
fn responses_are_renewed_while_connections_are_made() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        ferrotls_conf_request_ocsp(&raw mut shared.client, 1);
        let crt = &raw const shared.cert;
        let (conf, crt) = (&raw mut shared.server as usize, crt as usize);
        let renew = move |text: &[u8]| {
            let (conf, crt) = (conf as *mut mbedtls_ssl_config, crt as *const mbedtls_x509_crt);
            assert_eq!(ferrotls_conf_ocsp_response(conf, crt, text.as_ptr(), text.len()), 0);
        };
        renew(&[0; 100]);
        let done = std::sync::atomic::AtomicBool::new(false);
        std::thread::scope(|scope| {
            scope.spawn(|| {
                let mut number = 0_u8;
                while !done.load(std::sync::atomic::Ordering::Relaxed) {
                    number = number.wrapping_add(1);
                    renew(&[number; 100]);
                }
            });
            for _ in 0..20 {
                let mut pair = CPair::new(&shared);
                let codes = pair.handshake();
                let response = get(ferrotls_get_ocsp_response, &raw const pair.client, 0);
                if codes != (0, 0) || response.len() != 100 || response.iter().any(|byte| *byte != response[0]) {
                    done.store(true, std::sync::atomic::Ordering::Relaxed);
                    panic!("{codes:?} {response:?}");
                }
            }
            done.store(true, std::sync::atomic::Ordering::Relaxed);
        });
    }
}

#[test]
fn a_server_without_a_response_connects_all_the_same() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        unsafe {
            ask_for_all(&mut shared);
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
            assert_eq!(get(ferrotls_get_ocsp_response, &raw const pair.client, 0), b"");
            assert_eq!(get(ferrotls_get_ocsp_response, &raw const pair.server, 0), b"");
        }
    }
}

#[test]
fn compression_is_negotiated() {
    // Signatures of one length.
    let mut shared = Shared::new(&Pki::with_leaf_key(&rcgen::PKCS_ED25519));
    unsafe {
        let (client, server) = (&raw mut shared.client, &raw mut shared.server);
        let (zlib, brotli) = (
            FERROTLS_CERTIFICATE_COMPRESSION_ZLIB,
            FERROTLS_CERTIFICATE_COMPRESSION_BROTLI,
        );
        let sent = |shared: &Shared| {
            let mut pair = CPair::new(shared);
            let mut sent = 0;
            pair.to_client.limit = usize::MAX;
            // The server's whole flight waits in the pipe.
            mbedtls_ssl_handshake(&raw mut pair.client);
            mbedtls_ssl_handshake(&raw mut pair.server);
            sent += pair.to_client.bytes.len();
            assert_eq!(pair.handshake(), (0, 0));
            sent
        };
        // A certificate this short is mostly random bytes: what gets shorter is what goes with it.
        let response = [7; 1000];
        ferrotls_conf_request_ocsp(client, 1);
        let code = ferrotls_conf_ocsp_response(server, &raw const shared.cert, response.as_ptr(), response.len());
        assert_eq!(code, 0);
        let plain = sent(&shared);
        for list in [[zlib, 0], [brotli, 0]] {
            assert_eq!(ferrotls_conf_certificate_compression(client, list.as_ptr()), 0);
            assert_eq!(
                ferrotls_conf_certificate_compression(server, [zlib, brotli, 0].as_ptr()),
                0
            );
            let compressed = sent(&shared);
            assert!(compressed + 900 < plain, "{compressed} of {plain}");
        }
        assert_eq!(ferrotls_conf_certificate_compression(server, ptr::null()), 0);
        assert_eq!(sent(&shared), plain);
        for list in [[zlib, 3, 0], [zlib, zlib, 0], [0xffff, 0, 0]] {
            assert_eq!(ferrotls_conf_certificate_compression(server, list.as_ptr()), BAD_INPUT);
        }
        assert_eq!(
            ferrotls_conf_certificate_compression(ptr::null_mut(), ptr::null()),
            BAD_INPUT
        );
    }
}

/// A pair of configurations where both show raw public keys, of `key`, and trust nobody.
unsafe fn raw_both_ways(shared: &mut Shared) {
    unsafe {
        mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            assert_eq!(types(conf, &[RAW, X509], &[RAW]), 0);
            assert_eq!(ferrotls_conf_own_raw_key(conf, &raw mut shared.key), 0);
        }
    }
}

#[test]
fn raw_keys_on_the_list_are_trusted() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        unsafe {
            raw_both_ways(&mut shared);
            let key = spki(&raw const shared.key);
            for conf in [&raw mut shared.client, &raw mut shared.server] {
                assert_eq!(ferrotls_conf_trusted_raw_key(conf, key.as_ptr(), key.len()), 0);
            }
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
            for ssl in [&raw const pair.client, &raw const pair.server] {
                assert_eq!(raw_key(ssl), key);
                assert!(mbedtls_ssl_get_peer_cert(ssl).is_null());
                assert_eq!(mbedtls_ssl_get_verify_result(ssl), 0);
            }
            // A raw public key has no name, so that none needs to be said.
            let mut pair = CPair::new(&shared);
            assert_eq!(mbedtls_ssl_set_hostname(&raw mut pair.client, ptr::null()), 0);
            assert_eq!(pair.handshake(), (0, 0));
            // Off the list.
            assert_eq!(ferrotls_conf_trusted_raw_key(&raw mut shared.client, ptr::null(), 0), 0);
            let mut pair = CPair::new(&shared);
            let (client, server) = pair.handshake();
            assert_eq!(client, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED);
            assert_eq!(server, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
            let result = mbedtls_ssl_get_verify_result(&raw const pair.client);
            assert_eq!(result, MBEDTLS_X509_BADCERT_NOT_TRUSTED);
            // The key of a certificate serves as well; optional and none look away, each in its way.
            assert_eq!(ferrotls_conf_own_raw_key(&raw mut shared.server, ptr::null_mut()), 0);
            for (mode, expected) in [
                (MBEDTLS_SSL_VERIFY_OPTIONAL, MBEDTLS_X509_BADCERT_NOT_TRUSTED),
                (MBEDTLS_SSL_VERIFY_NONE, 0),
            ] {
                mbedtls_ssl_conf_authmode(&raw mut shared.client, mode);
                let mut pair = CPair::new(&shared);
                assert_eq!(pair.handshake(), (0, 0));
                assert_eq!(raw_key(&raw const pair.client), key);
                assert_eq!(mbedtls_ssl_get_verify_result(&raw const pair.client), expected);
            }
        }
    }
}

/// Has the client of a connection of TLS 1.2 negotiate it anew, with the configurations as they are now.
unsafe fn negotiate_anew(pair: &mut CPair) {
    let mut room = [0; 8];
    unsafe {
        for _ in 0..4 {
            let code = mbedtls_ssl_renegotiate(&raw mut pair.client);
            if code == 0 {
                return;
            }
            assert_eq!(code, MBEDTLS_ERR_SSL_WANT_READ);
            let read = mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), room.len());
            assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
        }
    }
    panic!("no end");
}

/// The sessions that a server's cache was given, saved.
unsafe extern "C" fn keep(
    sessions: *mut c_void,
    _: *const c_uchar,
    _: usize,
    session: *const mbedtls_ssl_session,
) -> c_int {
    unsafe { (*sessions.cast::<Vec<Vec<u8>>>()).push(saved(session)) };
    0
}

unsafe extern "C" fn find_none(_: *mut c_void, _: *const c_uchar, _: usize, _: *mut mbedtls_ssl_session) -> c_int {
    -1
}

unsafe fn saved(session: *const mbedtls_ssl_session) -> Vec<u8> {
    let (mut blob, mut len) = (vec![0; 2000], 0);
    let code = unsafe { mbedtls_ssl_session_save(session, blob.as_mut_ptr(), blob.len(), &raw mut len) };
    assert_eq!(code, 0);
    blob.truncate(len);
    blob
}

/// Whether these bytes have those in them.
fn has(blob: &[u8], key: &[u8]) -> bool {
    blob.windows(key.len()).any(|part| part == key)
}

/// Whether the client's session remembers the server by this key.
unsafe fn is_in_session(pair: &CPair, key: &[u8]) -> bool {
    unsafe {
        let mut session = MaybeUninit::<mbedtls_ssl_session>::zeroed();
        let session = session.as_mut_ptr();
        assert_eq!(mbedtls_ssl_get_session(&raw const pair.client, session), 0);
        let blob = saved(session);
        mbedtls_ssl_session_free(session);
        has(&blob, key)
    }
}

/// What is told and remembered of a peer is what the last handshake has shown, also if that is nothing.
#[test]
fn a_raw_key_is_that_of_the_last_handshake() {
    const WITH_KEYS: [c_int; 2] = [MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0];
    const WITH_PSK: [c_int; 2] = [MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0];
    for by_psk in [false, true] {
        let mut shared = Shared::of(&Pki::new(), V12);
        let confs = [&raw mut shared.client, &raw mut shared.server];
        let mut kept: Vec<Vec<u8>> = vec![];
        let sessions = &raw mut kept;
        let use_suites = |suites: &'static [c_int; 2]| unsafe {
            for conf in confs {
                mbedtls_ssl_conf_ciphersuites(conf, suites.as_ptr());
            }
        };
        unsafe {
            raw_both_ways(&mut shared);
            let key = spki(&raw const shared.key);
            for conf in confs {
                assert_eq!(ferrotls_conf_trusted_raw_key(conf, key.as_ptr(), key.len()), 0);
                mbedtls_ssl_conf_renegotiation(conf, MBEDTLS_SSL_RENEGOTIATION_ENABLED);
                let psk = [7_u8; 16];
                let code = mbedtls_ssl_conf_psk(conf, psk.as_ptr(), psk.len(), c"me".as_ptr().cast(), 2);
                assert_eq!(code, 0);
            }
            mbedtls_ssl_conf_session_cache(confs[1], sessions.cast(), Some(find_none), Some(keep));
            use_suites(&WITH_KEYS);
            let mut pair = CPair::new(&shared);
            let (client, server) = (&raw const pair.client, &raw const pair.server);
            assert_eq!(pair.handshake(), (0, 0));
            let shown = || [client, server].map(|ssl| (raw_key(ssl), mbedtls_ssl_get_verify_result(ssl)));
            let (with_key, with_psk) = ((key.clone(), 0), (vec![], 0));
            let unasked = (vec![], MBEDTLS_X509_BADCERT_SKIP_VERIFY);
            negotiate_anew(&mut pair);
            assert_eq!(shown(), [with_key.clone(), with_key.clone()]);
            assert_eq!((*sessions).iter().filter(|blob| has(blob, &key)).count(), 2);
            let expected = if by_psk {
                use_suites(&WITH_PSK);
                [with_psk.clone(), with_psk]
            } else {
                mbedtls_ssl_conf_authmode(confs[1], MBEDTLS_SSL_VERIFY_NONE);
                [with_key.clone(), unasked]
            };
            for handshakes in 3..5 {
                negotiate_anew(&mut pair);
                assert_eq!(shown(), expected);
                assert_eq!(is_in_session(&pair, &key), !by_psk);
                assert_eq!((*sessions).len(), handshakes);
                assert!(!has((*sessions).last().unwrap(), &key));
            }
            if !by_psk {
                // It is shown again.
                mbedtls_ssl_conf_authmode(confs[1], MBEDTLS_SSL_VERIFY_REQUIRED);
                negotiate_anew(&mut pair);
                assert_eq!(shown(), [with_key.clone(), with_key]);
                assert!(has((*sessions).last().unwrap(), &key));
            }
        }
    }
}

/// What a callback is asked, and what it says.
struct Judge {
    flags: u32,
    code: c_int,
    seen: Vec<(Vec<u8>, u32)>,
    frees: bool,
}

unsafe extern "C" fn judge(
    p_key: *mut c_void,
    ssl: *mut mbedtls_ssl_context,
    spki: *const c_uchar,
    len: usize,
    flags: *mut u32,
) -> c_int {
    unsafe {
        let judge = &mut *p_key.cast::<Judge>();
        let key = ferrotls::capi::ptr::bytes(spki, len).unwrap().to_vec();
        assert_eq!(raw_key(ssl), key);
        judge.seen.push((key, *flags));
        *flags = judge.flags;
        if judge.frees {
            mbedtls_ssl_free(ssl);
        }
        judge.code
    }
}

#[test]
fn a_callback_has_the_last_word_on_raw_keys() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        unsafe {
            raw_both_ways(&mut shared);
            let key = spki(&raw const shared.key);
            assert_eq!(
                ferrotls_conf_trusted_raw_key(&raw mut shared.server, key.as_ptr(), key.len()),
                0
            );
            let mut run = |flags, code, frees| {
                let mut who = Judge {
                    flags,
                    code,
                    seen: vec![],
                    frees,
                };
                ferrotls_conf_raw_key_cb(&raw mut shared.client, Some(judge), (&raw mut who).cast());
                let mut pair = CPair::new(&shared);
                let codes = pair.handshake();
                assert_eq!(who.seen, [(key.clone(), MBEDTLS_X509_BADCERT_NOT_TRUSTED)]);
                (codes, mbedtls_ssl_get_verify_result(&raw const pair.client))
            };
            assert_eq!(run(0, 0, false), ((0, 0), 0));
            let refused = MBEDTLS_X509_BADCERT_BAD_KEY;
            let (codes, result) = run(refused, 0, false);
            assert_eq!(
                codes,
                (MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE)
            );
            assert_eq!(result, refused);
            let (codes, _) = run(0, -77, false);
            assert_eq!(codes, (-77, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE));
            // The context is gone when the callback returns.
            assert_eq!(run(0, 0, true).0.0, BAD_INPUT);
        }
    }
}

/// Every kind of key, shown raw by the server.
#[test]
fn pain_3552_raw_keys_of_every_kind() {
    for version in VERSIONS {
        for algorithm in [
            &rcgen::PKCS_ECDSA_P256_SHA256,
            &rcgen::PKCS_ECDSA_P384_SHA384,
            &rcgen::PKCS_ED25519,
        ] {
            let mut shared = Shared::of(&Pki::with_leaf_key(algorithm), version);
            unsafe {
                let key = spki(&raw const shared.key);
                assert_eq!(types(&raw mut shared.client, &[], &[RAW]), 0);
                assert_eq!(types(&raw mut shared.server, &[X509, RAW], &[]), 0);
                assert_eq!(
                    ferrotls_conf_trusted_raw_key(&raw mut shared.client, key.as_ptr(), key.len()),
                    0
                );
                let mut pair = CPair::new(&shared);
                assert_eq!(pair.handshake(), (0, 0));
                assert_eq!(raw_key(&raw const pair.client), key);
            }
        }
    }
}

#[test]
fn types_that_do_not_meet() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        unsafe {
            let (client, server) = (&raw mut shared.client, &raw mut shared.server);
            assert_eq!(types(client, &[], &[RAW]), 0);
            let mut pair = CPair::new(&shared);
            assert_eq!(
                pair.handshake(),
                (MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE)
            );
            // Back to certificates.
            assert_eq!(types(client, &[X509], &[RAW, X509]), 0);
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
            assert!(!mbedtls_ssl_get_peer_cert(&raw const pair.client).is_null());
            assert_eq!(raw_key(&raw const pair.client), b"");

            for list in [&[1_u8][..], &[RAW, RAW], &[RAW, X509, RAW], &[255]] {
                assert_eq!(types(server, list, &[]), BAD_INPUT);
                assert_eq!(types(server, &[], list), BAD_INPUT);
            }
            assert_eq!(types(ptr::null_mut(), &[], &[]), BAD_INPUT);
            assert_eq!(
                ferrotls_conf_own_raw_key(ptr::null_mut(), &raw mut shared.key),
                BAD_INPUT
            );
            let mut empty = MaybeUninit::<mbedtls_pk_context>::zeroed();
            assert_eq!(ferrotls_conf_own_raw_key(server, empty.as_mut_ptr()), BAD_INPUT);
            for bytes in [&b"key"[..], b""] {
                let code = ferrotls_conf_trusted_raw_key(server, bytes.as_ptr(), bytes.len());
                assert_eq!(code, BAD_INPUT);
            }
        }
    }
}

/// A server with two certificates of the same kind shows the one whose authority the client names.
#[test]
fn a_server_prefers_what_the_clients_authorities_have_issued() {
    let (mut shared, mut other) = (Shared::new(&Pki::named("one")), Shared::new(&Pki::named("other")));
    unsafe {
        let server = &raw mut shared.server;
        assert_eq!(
            mbedtls_ssl_conf_own_cert(server, &raw mut other.cert, &raw mut other.key),
            0
        );
        let shown = |shared: &Shared| {
            let mut pair = CPair::new(shared);
            assert_eq!(pair.handshake(), (0, 0));
            let crt = mbedtls_ssl_get_peer_cert(&raw const pair.client);
            ferrotls::capi::ptr::bytes((*crt).raw.p, (*crt).raw.len)
                .unwrap()
                .to_vec()
        };
        let der = |shared: &Shared| {
            let raw = &shared.cert.raw;
            ferrotls::capi::ptr::bytes(raw.p, raw.len).unwrap().to_vec()
        };
        // Without a word the first is shown.
        assert_eq!(shown(&shared), der(&shared));
        let client = &raw mut shared.client;
        mbedtls_ssl_conf_ca_chain(client, &raw mut other.ca, ptr::null_mut());
        ferrotls_conf_certificate_authorities(client, &raw const other.ca);
        assert_eq!(shown(&shared), der(&other));
        // Names that are known to nobody change nothing.
        let pki = Pki::named("unknown");
        let mut unknown = MaybeUninit::<mbedtls_x509_crt>::zeroed();
        let unknown = unknown.as_mut_ptr();
        mbedtls_x509_crt_init(unknown);
        assert_eq!(mbedtls_x509_crt_parse(unknown, pki.ca.as_ptr(), pki.ca.len()), 0);
        mbedtls_ssl_conf_ca_chain(client, &raw mut shared.ca, ptr::null_mut());
        ferrotls_conf_certificate_authorities(client, unknown);
        assert_eq!(shown(&shared), der(&shared));
        mbedtls_x509_crt_free(unknown);
    }
}

/// A client with two certificates answers a CertificateRequest with the one whose authority it names.
#[test]
fn a_client_prefers_what_the_servers_authorities_have_issued() {
    for version in VERSIONS {
        let (mut shared, mut other) = (
            Shared::of(&Pki::named("one"), version),
            Shared::of(&Pki::named("other"), version),
        );
        unsafe {
            let client = &raw mut shared.client;
            for own in [&raw mut *shared, &raw mut *other] {
                let code = mbedtls_ssl_conf_own_cert(client, &raw mut (*own).cert, &raw mut (*own).key);
                assert_eq!(code, 0);
            }
            let server = &raw mut shared.server;
            mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_REQUIRED);
            mbedtls_ssl_conf_ca_chain(server, &raw mut other.ca, ptr::null_mut());
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
        }
    }
}

/// A public key that only a callback can sign for is no key of ours without the callback.
#[test]
fn a_raw_key_without_its_private_half_is_not_shown() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        unsafe {
            let der = spki(&raw const shared.key);
            let mut public = MaybeUninit::<mbedtls_pk_context>::zeroed();
            let public = public.as_mut_ptr();
            mbedtls_pk_init(public);
            let code = ferrotls::capi::pk::parse::mbedtls_pk_parse_public_key(public, der.as_ptr(), der.len());
            assert_eq!(code, 0);
            assert_eq!(
                mbedtls_ssl_conf_own_cert(&raw mut shared.server, ptr::null_mut(), ptr::null_mut()),
                0
            );
            assert_eq!(ferrotls_conf_own_raw_key(&raw mut shared.server, public), 0);
            assert_eq!(types(&raw mut shared.server, &[RAW], &[]), 0);
            assert_eq!(types(&raw mut shared.client, &[], &[RAW]), 0);
            let mut pair = CPair::new(&shared);
            let (_, server) = pair.handshake();
            assert_eq!(server, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
            mbedtls_pk_free(public);
        }
    }
}
