//! What a client and a server make of each other's certificates, as C programs see it.
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

use std::ffi::{c_int, c_void};
use std::ptr;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ssl::authentication::{
    mbedtls_ssl_conf_ca_cb, mbedtls_ssl_conf_ca_chain, mbedtls_ssl_conf_own_cert, mbedtls_ssl_conf_sig_algs,
    mbedtls_ssl_get_peer_cert, mbedtls_ssl_set_verify,
};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::x509::*;
use ferrotls::capi::x509_crt::mbedtls_x509_crt;
use ferrotls::capi::x509_crt::parse::{mbedtls_x509_crt_init, mbedtls_x509_crt_parse_der};

const VERIFY_FAILED: c_int = MBEDTLS_ERR_X509_CERT_VERIFY_FAILED;
const FATAL_ALERT: c_int = MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE;

fn result(pair: &CPair) -> u32 {
    unsafe { mbedtls_ssl_get_verify_result(&raw const pair.client) }
}

#[test]
fn cve_2026_54441_the_chain_must_be_signed_as_offered() {
    static ONLY_P384: [u16; 2] = [0x0503, 0];
    let mut shared = Shared::new(&Pki::with_leaf_key(&rcgen::PKCS_ECDSA_P384_SHA384));
    unsafe { mbedtls_ssl_conf_sig_algs(&raw mut shared.client, ONLY_P384.as_ptr()) };
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake().0, VERIFY_FAILED);
    assert_eq!(result(&pair), MBEDTLS_X509_BADCERT_BAD_MD);
    unsafe { mbedtls_ssl_conf_authmode(&raw mut shared.client, MBEDTLS_SSL_VERIFY_OPTIONAL) };
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    assert_eq!(result(&pair), MBEDTLS_X509_BADCERT_BAD_MD);
}

#[test]
fn cve_2025_27809_a_client_that_knows_no_name_trusts_nobody() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    unsafe {
        let client = &raw mut pair.client;
        mbedtls_ssl_free(client);
        mbedtls_ssl_init(client);
        assert_eq!(mbedtls_ssl_setup(client, &raw const shared.client), 0);
        let bio = (&raw mut pair.client_bio).cast();
        mbedtls_ssl_set_bio(client, bio, Some(c_pair::send), Some(c_pair::recv), None);
    }
    assert_eq!(
        pair.handshake().0,
        MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME
    );
    // To say that no name is to be checked is another thing.
    let mut pair = CPair::new(&shared);
    assert_eq!(
        unsafe { mbedtls_ssl_set_hostname(&raw mut pair.client, ptr::null()) },
        0
    );
    assert_eq!(pair.handshake(), (0, 0));
}

#[test]
fn another_name_is_refused_and_the_server_is_told() {
    let shared = Shared::new(&Pki::new());
    for name in [c"elsewhere", c""] {
        let mut pair = CPair::new(&shared);
        assert_eq!(
            unsafe { mbedtls_ssl_set_hostname(&raw mut pair.client, name.as_ptr()) },
            0
        );
        assert_eq!(pair.handshake(), (VERIFY_FAILED, FATAL_ALERT));
        assert_eq!(result(&pair), MBEDTLS_X509_BADCERT_CN_MISMATCH);
    }
}

#[test]
fn pain_9133_7079_authentication_modes_count_in_tls_1_3() {
    let other = Shared::new(&Pki::new());
    let mut shared = Shared::new(&Pki::new());
    let modes = [
        (
            MBEDTLS_SSL_VERIFY_REQUIRED,
            (VERIFY_FAILED, FATAL_ALERT),
            MBEDTLS_X509_BADCERT_NOT_TRUSTED,
        ),
        (MBEDTLS_SSL_VERIFY_OPTIONAL, (0, 0), MBEDTLS_X509_BADCERT_NOT_TRUSTED),
        (MBEDTLS_SSL_VERIFY_NONE, (0, 0), 0), // as 3.6.6: nothing looked for, nothing found
    ];
    unsafe {
        mbedtls_ssl_conf_ca_chain(
            &raw mut shared.client,
            (&raw const other.ca).cast_mut(),
            ptr::null_mut(),
        )
    };
    for (mode, codes, flags) in modes {
        unsafe { mbedtls_ssl_conf_authmode(&raw mut shared.client, mode) };
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), codes);
        assert_eq!(result(&pair), flags);
    }
}

#[test]
fn without_trusted_certificates_a_required_check_cannot_be_done() {
    let mut shared = Shared::new(&Pki::new());
    unsafe { mbedtls_ssl_conf_ca_chain(&raw mut shared.client, ptr::null_mut(), ptr::null_mut()) };
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake().0, MBEDTLS_ERR_SSL_CA_CHAIN_REQUIRED);
}

#[test]
fn a_server_asks_for_a_certificate_as_it_is_told() {
    let mut shared = Shared::new(&Pki::new());
    let required = (0, MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE);
    let with_nothing = [
        (MBEDTLS_SSL_VERIFY_NONE, (0, 0), MBEDTLS_X509_BADCERT_SKIP_VERIFY),
        (MBEDTLS_SSL_VERIFY_OPTIONAL, (0, 0), MBEDTLS_X509_BADCERT_MISSING),
        (MBEDTLS_SSL_VERIFY_REQUIRED, required, MBEDTLS_X509_BADCERT_MISSING),
    ];
    for (mode, codes, flags) in with_nothing {
        unsafe { mbedtls_ssl_conf_authmode(&raw mut shared.server, mode) };
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), codes);
        assert_eq!(unsafe { mbedtls_ssl_get_verify_result(&raw const pair.server) }, flags);
    }
    let (cert, key) = (&raw mut shared.cert, &raw mut shared.key);
    unsafe { assert_eq!(mbedtls_ssl_conf_own_cert(&raw mut shared.client, cert, key), 0) };
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    unsafe {
        assert_eq!(mbedtls_ssl_get_verify_result(&raw const pair.server), 0);
        let peer = mbedtls_ssl_get_peer_cert(&raw const pair.server);
        let (seen, sent) = ((*peer).raw, shared.cert.raw);
        let bytes = |buf: mbedtls_x509_buf| std::slice::from_raw_parts(buf.p, buf.len);
        assert_eq!(bytes(seen), bytes(sent));
    }
}

unsafe extern "C" fn forgive(ctx: *mut c_void, _: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int {
    unsafe {
        (*ctx.cast::<Vec<(c_int, u32)>>()).push((depth, *flags));
        *flags = 0;
    }
    0
}

#[test]
fn pain_9133_7079_verify_callbacks_see_root_to_leaf_and_may_forgive() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    let mut seen: Vec<(c_int, u32)> = Vec::new();
    unsafe {
        mbedtls_ssl_set_verify(&raw mut pair.client, Some(forgive), (&raw mut seen).cast());
        assert_eq!(mbedtls_ssl_set_hostname(&raw mut pair.client, c"elsewhere".as_ptr()), 0);
    }
    assert_eq!(pair.handshake(), (0, 0));
    assert_eq!(seen, [(1, 0), (0, MBEDTLS_X509_BADCERT_CN_MISMATCH)]);
    assert_eq!(result(&pair), 0);
}

/// Gives a copy of the certificate that its argument points to.
unsafe extern "C" fn candidates(
    ctx: *mut c_void,
    _: *const mbedtls_x509_crt,
    out: *mut *mut mbedtls_x509_crt,
) -> c_int {
    unsafe {
        let list = libc::calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>();
        mbedtls_x509_crt_init(list);
        *out = list;
        let raw = (*ctx.cast::<mbedtls_x509_crt>()).raw;
        mbedtls_x509_crt_parse_der(list, raw.p, raw.len)
    }
}

#[test]
fn pain_9133_7079_the_ca_callback_is_asked_in_tls_1_3() {
    let mut shared = Shared::new(&Pki::new());
    let other = Shared::new(&Pki::new());
    for (ca, code) in [
        (&raw mut shared.ca, 0),
        ((&raw const other.ca).cast_mut(), VERIFY_FAILED),
    ] {
        unsafe { mbedtls_ssl_conf_ca_cb(&raw mut shared.client, Some(candidates), ca.cast()) };
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake().0, code);
    }
}

#[test]
fn a_reset_context_knows_nothing_of_its_last_peer() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    for _ in 0..3 {
        assert_eq!(pair.handshake(), (0, 0));
        unsafe {
            assert!(!mbedtls_ssl_get_peer_cert(&raw const pair.client).is_null());
            assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.client), 0);
            assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.server), 0);
            assert!(mbedtls_ssl_get_peer_cert(&raw const pair.client).is_null());
            assert!(mbedtls_ssl_get_ciphersuite(&raw const pair.client).is_null());
            assert_eq!(mbedtls_ssl_get_verify_result(&raw const pair.client), u32::MAX);
        }
    }
}
