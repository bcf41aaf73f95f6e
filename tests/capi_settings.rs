//! Settings and getters of connections and certificates, each with what it changes.
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
use std::ffi::{CStr, c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr::{self, null, null_mut};

use c_pair::{CPair, Pki, Shared, V12};
use ferrotls::capi::ecp::mbedtls_ecp_group_id::{self, *};
use ferrotls::capi::platform::mbedtls_calloc;
use ferrotls::capi::ptr::enum_value;
use ferrotls::capi::ssl::accepted::*;
use ferrotls::capi::ssl::authentication::{
    mbedtls_ssl_conf_cert_profile, mbedtls_ssl_conf_cert_req_ca_list, mbedtls_ssl_conf_dn_hints,
    mbedtls_ssl_set_hs_dn_hints,
};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::mbedtls_ssl_handshake;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::session::*;
use ferrotls::capi::ssl::tls12::mbedtls_ssl_conf_sig_hashes;
use ferrotls::capi::ssl_ciphersuites::*;
use ferrotls::capi::x509::*;
use ferrotls::capi::x509_crt::parse::*;
use ferrotls::capi::x509_crt::verify::*;
use ferrotls::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_profile};

const BAD_INPUT: c_int = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
const UNAVAILABLE: c_int = MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;

#[test]
fn what_the_application_attaches_comes_back() {
    let mut shared = Shared::new(&Pki::new());
    let mut thing = 0u8;
    let pointer: *mut c_void = (&raw mut thing).cast();
    unsafe {
        let conf = &raw mut shared.client;
        mbedtls_ssl_conf_set_user_data_p(conf, pointer);
        assert_eq!(mbedtls_ssl_conf_get_user_data_p(conf), pointer);
        mbedtls_ssl_conf_set_user_data_n(conf, 77);
        assert_eq!(mbedtls_ssl_conf_get_user_data_n(conf), 77);
        let mut pair = CPair::new(&shared);
        let ssl = &raw mut pair.client;
        mbedtls_ssl_set_user_data_p(ssl, pointer);
        assert_eq!(mbedtls_ssl_get_user_data_p(ssl), pointer);
        mbedtls_ssl_set_user_data_n(ssl, 78);
        assert_eq!(mbedtls_ssl_get_user_data_n(ssl), 78);
        assert_eq!(mbedtls_ssl_conf_get_user_data_n(conf), 77);
        assert_eq!(CStr::from_ptr(mbedtls_ssl_get_hostname(ssl)), c"localhost");
        // NULL
        mbedtls_ssl_conf_set_user_data_p(null_mut(), pointer);
        mbedtls_ssl_conf_set_user_data_n(null_mut(), 1);
        mbedtls_ssl_set_user_data_p(null_mut(), pointer);
        mbedtls_ssl_set_user_data_n(null_mut(), 1);
        assert!(mbedtls_ssl_conf_get_user_data_p(null_mut()).is_null());
        assert!(mbedtls_ssl_get_user_data_p(null_mut()).is_null());
        assert_eq!(mbedtls_ssl_conf_get_user_data_n(null_mut()), 0);
        assert_eq!(mbedtls_ssl_get_user_data_n(null_mut()), 0);
        assert!(mbedtls_ssl_get_hostname(null_mut()).is_null());
    }
}

#[test]
fn ends_and_versions_are_seen_in_the_configuration() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        let conf = &raw mut shared.client;
        assert_eq!(mbedtls_ssl_conf_get_endpoint(conf), MBEDTLS_SSL_IS_CLIENT);
        mbedtls_ssl_conf_endpoint(conf, MBEDTLS_SSL_IS_SERVER);
        assert_eq!(mbedtls_ssl_conf_get_endpoint(conf), MBEDTLS_SSL_IS_SERVER);
        mbedtls_ssl_conf_min_version(conf, 3, 3);
        mbedtls_ssl_conf_max_version(conf, 3, 4);
        assert_eq!(enum_value((*conf).min_tls_version), Some(MBEDTLS_SSL_VERSION_TLS1_2));
        assert_eq!(enum_value((*conf).max_tls_version), Some(MBEDTLS_SSL_VERSION_TLS1_3));
        mbedtls_ssl_conf_endpoint(null_mut(), 1);
        mbedtls_ssl_conf_min_version(null_mut(), 3, 3);
        mbedtls_ssl_conf_max_version(null_mut(), 3, 3);
        assert_eq!(mbedtls_ssl_conf_get_endpoint(null()), 0);
    }
}

/// Whether a handshake comes to a good end, and with which suite.
fn outcome(shared: &Shared) -> Result<c_int, (c_int, c_int)> {
    let mut pair = CPair::new(shared);
    match pair.handshake() {
        (0, 0) => Ok(unsafe { mbedtls_ssl_get_ciphersuite_id_from_ssl(&raw const pair.client) }),
        codes => Err(codes),
    }
}

#[test]
fn curves_of_older_releases_choose_the_group() {
    let curves = |list: [mbedtls_ecp_group_id; 2]| list.map(MaybeUninit::new);
    let p384 = curves([MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_NONE]);
    let x25519 = curves([MBEDTLS_ECP_DP_CURVE25519, MBEDTLS_ECP_DP_NONE]);
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        mbedtls_ssl_conf_curves(&raw mut shared.client, p384.as_ptr());
        assert!(outcome(&shared).is_ok());
        mbedtls_ssl_conf_curves(&raw mut shared.server, x25519.as_ptr());
        assert_eq!(outcome(&shared).unwrap_err().1, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
        mbedtls_ssl_conf_curves(&raw mut shared.server, p384.as_ptr());
        assert!(outcome(&shared).is_ok());
        mbedtls_ssl_conf_curves(null_mut(), p384.as_ptr());
    }
}

#[test]
fn whose_order_of_suites_counts() {
    const AES: c_int = MBEDTLS_TLS1_3_AES_256_GCM_SHA384;
    const CHACHA: c_int = MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256;
    static CLIENTS: [c_int; 3] = [CHACHA, AES, 0];
    static SERVERS: [c_int; 3] = [AES, CHACHA, 0];
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        mbedtls_ssl_conf_ciphersuites(&raw mut shared.client, CLIENTS.as_ptr());
        mbedtls_ssl_conf_ciphersuites(&raw mut shared.server, SERVERS.as_ptr());
        mbedtls_ssl_conf_preference_order(&raw mut shared.server, MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT);
        assert_eq!(outcome(&shared), Ok(CHACHA));
        mbedtls_ssl_conf_preference_order(&raw mut shared.server, MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER);
        assert_eq!(outcome(&shared), Ok(AES));
        mbedtls_ssl_conf_preference_order(null_mut(), 0);
    }
}

#[test]
fn the_profile_is_what_a_chain_must_meet() {
    static NO_CURVE: mbedtls_x509_crt_profile = mbedtls_x509_crt_profile {
        allowed_mds: u32::MAX,
        allowed_pks: u32::MAX,
        allowed_curves: 0,
        rsa_min_bitlen: 0,
    };
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        mbedtls_ssl_conf_cert_profile(&raw mut shared.client, &raw const NO_CURVE);
        assert_eq!(outcome(&shared).unwrap_err().0, MBEDTLS_ERR_X509_CERT_VERIFY_FAILED);
        mbedtls_ssl_conf_cert_profile(&raw mut shared.client, null());
        assert!(outcome(&shared).is_ok());
        mbedtls_ssl_conf_cert_profile(null_mut(), null());
    }
}

thread_local! {
    /// Bytes that the server sent.
    static SENT: Cell<usize> = const { Cell::new(0) };
}

unsafe extern "C" fn counting_send(bio: *mut c_void, bytes: *const c_uchar, len: usize) -> c_int {
    let sent = unsafe { c_pair::send(bio, bytes, len) };
    SENT.set(SENT.get() + usize::try_from(sent).unwrap_or(0));
    sent
}

/// How many bytes a server sends to a client that it asks for a certificate; `prepare` has the server's context.
fn bytes_of_a_request(
    shared: &Shared,
    prepare: impl FnOnce(*mut ferrotls::capi::ssl::types::mbedtls_ssl_context),
) -> usize {
    SENT.set(0);
    let mut pair = CPair::new(shared);
    let bio = (&raw mut pair.server_bio).cast();
    unsafe { mbedtls_ssl_set_bio(&raw mut pair.server, bio, Some(counting_send), Some(c_pair::recv), None) };
    prepare(&raw mut pair.server);
    assert_eq!(pair.handshake(), (0, 0));
    SENT.get()
}

#[test]
fn names_of_authorities_in_a_certificate_request() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        let server = &raw mut shared.server;
        mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_OPTIONAL);
        let authority = shared.ca.subject_raw.len;
        let leaf = shared.cert.subject_raw.len;
        assert_ne!(authority, leaf);
        // An extension certificate_authorities: type, length, length of the list, then each name with its length.
        let extension = |name: usize| 2 + 2 + 2 + 2 + name;
        mbedtls_ssl_conf_cert_req_ca_list(server, MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED as _);
        let without = bytes_of_a_request(&shared, |_| {});
        mbedtls_ssl_conf_cert_req_ca_list(server, MBEDTLS_SSL_CERT_REQ_CA_LIST_ENABLED as _);
        // ECDSA signatures vary by a few bytes.
        let about = |bytes: usize, expected: usize| assert!(bytes.abs_diff(expected) <= 4, "{bytes}, not {expected}");
        about(bytes_of_a_request(&shared, |_| {}), without + extension(authority));
        mbedtls_ssl_conf_dn_hints(server, &raw const shared.cert);
        about(bytes_of_a_request(&shared, |_| {}), without + extension(leaf));
        let ca = &raw const shared.ca;
        about(
            bytes_of_a_request(&shared, |ssl| mbedtls_ssl_set_hs_dn_hints(ssl, ca)),
            without + extension(authority),
        );
        mbedtls_ssl_conf_cert_req_ca_list(null_mut(), 0);
        mbedtls_ssl_conf_dn_hints(null_mut(), null());
        mbedtls_ssl_set_hs_dn_hints(null_mut(), null());
    }
}

#[test]
fn sessions_tell_their_identifier_and_suite() {
    unsafe {
        let mut session = MaybeUninit::zeroed().assume_init();
        let session = &raw mut session;
        mbedtls_ssl_session_init(session);
        assert_eq!(mbedtls_ssl_session_get_id_len(session), 0);
        (*session).id = [7; 32];
        (*session).id_len = 32;
        (*session).ciphersuite = 0x1301;
        assert_eq!(*mbedtls_ssl_session_get_id(session), [7; 32]);
        assert_eq!(mbedtls_ssl_session_get_id_len(session), 32);
        assert_eq!(mbedtls_ssl_session_get_ciphersuite_id(session), 0x1301);
        assert!(mbedtls_ssl_session_get_id(null()).is_null());
        assert_eq!(mbedtls_ssl_session_get_id_len(null()), 0);
        assert_eq!(mbedtls_ssl_session_get_ciphersuite_id(null()), 0);
        mbedtls_ssl_session_free(session);
    }
}

#[test]
fn the_list_of_suites_ends_and_each_has_a_name() {
    let mut list = mbedtls_ssl_list_ciphersuites();
    let mut numbers = Vec::new();
    unsafe {
        while *list != 0 {
            numbers.push(*list);
            let name = mbedtls_ssl_get_ciphersuite_name(*list);
            assert_eq!(mbedtls_ssl_get_ciphersuite_id(name), *list);
            list = list.add(1);
        }
    }
    let of_13: Vec<_> = {
        let mut some: Vec<_> = numbers.iter().copied().filter(|number| number >> 8 == 0x13).collect();
        some.sort_unstable();
        some
    };
    assert_eq!(of_13, [0x1301, 0x1302, 0x1303, 0x1304, 0x1305]);
    // RFC 5289, RFC 7905: what TLS 1.2 has besides.
    assert!([0xc02b, 0xc02f, 0xcca9].iter().all(|number| numbers.contains(number)));
}

#[test]
fn what_belongs_to_datagrams_is_taken_or_refused() {
    let mut shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    let (client, server) = (&raw mut pair.client, &raw mut pair.server);
    let conf = &raw mut shared.client;
    unsafe {
        mbedtls_ssl_conf_handshake_timeout(conf, 1, 2);
        mbedtls_ssl_conf_dtls_anti_replay(conf, 1);
        mbedtls_ssl_conf_dtls_badmac_limit(conf, 1);
        mbedtls_ssl_conf_dtls_cookies(conf, None, None, null_mut());
        mbedtls_ssl_conf_srtp_mki_value_supported(conf, 1);
        mbedtls_ssl_conf_dhm_min_bitlen(conf, 2048);
        mbedtls_ssl_set_timer_cb(client, null_mut(), None, None);
        mbedtls_ssl_set_mtu(client, 1400);
        mbedtls_ssl_set_datagram_packing(client, 1);
        assert_eq!(
            mbedtls_ssl_conf_dtls_srtp_protection_profiles(conf, null()),
            UNAVAILABLE
        );
        assert_eq!(mbedtls_ssl_conf_cid(conf, 4, 0), UNAVAILABLE);
        assert!(mbedtls_ssl_set_cid(client, 1, null(), 0) < 0);
        assert_eq!(mbedtls_ssl_set_client_transport_id(client, null(), 0), BAD_INPUT);
        assert_eq!(mbedtls_ssl_set_client_transport_id(server, [1u8].as_ptr(), 1), 0);
        let mut info = MaybeUninit::<ferrotls::capi::ssl::types::mbedtls_dtls_srtp_info>::uninit();
        mbedtls_ssl_get_dtls_srtp_negotiation_result(client, info.as_mut_ptr());
        let info = info.assume_init();
        assert_eq!(
            (info.chosen_dtls_srtp_profile, info.mki_len),
            (MBEDTLS_TLS_SRTP_UNSET as u16, 0)
        );
        let (mut enabled, mut len) = (9, 9);
        assert_eq!(
            mbedtls_ssl_get_peer_cid(client, &raw mut enabled, null_mut(), &raw mut len),
            0
        );
        assert_eq!((enabled, len), (MBEDTLS_SSL_CID_DISABLED, 0));
        // Finite-field parameters, which no suite uses.
        let mut dhm = MaybeUninit::zeroed().assume_init();
        assert_eq!(mbedtls_ssl_conf_dh_param_ctx(conf, &raw mut dhm), 0);
        assert_eq!(mbedtls_ssl_conf_dh_param_ctx(null_mut(), &raw mut dhm), BAD_INPUT);
        assert_eq!(mbedtls_ssl_conf_dh_param_ctx(conf, null_mut()), BAD_INPUT);
        assert_eq!(pair.handshake(), (0, 0));
    }
}

#[test]
fn usages_and_extensions_of_a_certificate() {
    let shared = Shared::new(&Pki::new());
    let (ca, leaf) = (&raw const shared.ca, &raw const shared.cert);
    const SERVER_AUTH: &CStr = c"\x2b\x06\x01\x05\x05\x07\x03\x01";
    let bad = MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    unsafe {
        assert_eq!(
            mbedtls_x509_crt_check_key_usage(ca, MBEDTLS_X509_KU_KEY_CERT_SIGN as u32),
            0
        );
        assert_eq!(
            mbedtls_x509_crt_check_key_usage(ca, MBEDTLS_X509_KU_DIGITAL_SIGNATURE as u32),
            bad
        );
        assert_eq!(mbedtls_x509_crt_check_key_usage(null(), 0), bad);
        // No extKeyUsage allows all.
        assert_eq!(
            mbedtls_x509_crt_check_extended_key_usage(leaf, SERVER_AUTH.as_ptr(), 8),
            0
        );
        assert_eq!(
            mbedtls_x509_crt_check_extended_key_usage(null(), SERVER_AUTH.as_ptr(), 8),
            bad
        );
        assert_eq!(
            mbedtls_x509_crt_has_ext_type(leaf, MBEDTLS_X509_EXT_SUBJECT_ALT_NAME),
            32
        );
        assert_eq!(
            mbedtls_x509_crt_has_ext_type(leaf, MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE),
            0
        );
        assert_eq!(
            mbedtls_x509_crt_has_ext_type(null(), MBEDTLS_X509_EXT_SUBJECT_ALT_NAME),
            0
        );
    }
}

/// Gives a copy of the certificate that `p_ctx` is.
unsafe extern "C" fn one_authority(
    p_ctx: *mut c_void,
    _: *const mbedtls_x509_crt,
    candidates: *mut *mut mbedtls_x509_crt,
) -> c_int {
    unsafe {
        let from = &*p_ctx.cast::<mbedtls_x509_crt>();
        let copy = mbedtls_calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>();
        mbedtls_x509_crt_init(copy);
        *candidates = copy;
        mbedtls_x509_crt_parse_der(copy, from.raw.p, from.raw.len)
    }
}

unsafe extern "C" fn no_authority(
    _: *mut c_void,
    _: *const mbedtls_x509_crt,
    candidates: *mut *mut mbedtls_x509_crt,
) -> c_int {
    unsafe { *candidates = null_mut() };
    0
}

#[test]
fn verifying_with_a_profile_and_with_authorities_from_a_callback() {
    let mut shared = Shared::new(&Pki::new());
    let (ca, leaf) = (&raw mut shared.ca, &raw mut shared.cert);
    let name = c"localhost".as_ptr();
    let failed = MBEDTLS_ERR_X509_CERT_VERIFY_FAILED;
    unsafe {
        let profile = &raw const mbedtls_x509_crt_profile_default;
        let none = &raw const mbedtls_x509_crt_profile_none;
        let mut flags = 99;
        let out = &raw mut flags;
        let verify = |profile, out| {
            mbedtls_x509_crt_verify_with_profile(leaf, ca, ptr::null_mut(), profile, name, out, None, null_mut())
        };
        assert_eq!((verify(profile, out), flags), (0, 0));
        assert_eq!(verify(none, out), failed);
        assert_ne!(flags & (MBEDTLS_X509_BADCERT_BAD_MD | MBEDTLS_X509_BADCERT_BAD_KEY), 0);
        assert!(verify(null(), out) < 0);
        assert!(verify(profile, null_mut()) < 0);
        let ask = |callback, out| {
            mbedtls_x509_crt_verify_with_ca_cb(leaf, callback, ca.cast(), profile, name, out, None, null_mut())
        };
        assert_eq!((ask(Some(one_authority), out), flags), (0, 0));
        assert_eq!(ask(Some(no_authority), out), failed);
        assert_eq!(flags, MBEDTLS_X509_BADCERT_NOT_TRUSTED);
        assert!(ask(None, out) < 0);
        assert!(ask(Some(one_authority), null_mut()) < 0);
    }
}

/// The handshake messages in records that are not encrypted yet: types and bodies.
fn messages(mut records: &[u8]) -> Vec<(u8, Vec<u8>)> {
    let mut stream = Vec::new();
    while let [22, 3, _, high, low, rest @ ..] = records {
        let (content, after) = rest.split_at(usize::from(*high) << 8 | usize::from(*low));
        stream.extend_from_slice(content);
        records = after;
    }
    assert!(records.is_empty());
    let (mut rest, mut found) = (&stream[..], Vec::new());
    while let [kind, 0, high, low, after @ ..] = rest {
        let (body, after) = after.split_at(usize::from(*high) << 8 | usize::from(*low));
        found.push((*kind, body.to_vec()));
        rest = after;
    }
    found
}

/// The signature algorithms that the ClientHello of this pair names, and the one that the server signs with, as far as they get;
/// what the handshake comes to after that.
fn signatures(shared: &Shared) -> (Vec<u16>, Option<u16>, (c_int, c_int)) {
    const SIGNATURE_ALGORITHMS: u16 = 13;
    let number = |bytes: &[u8]| u16::from_be_bytes([bytes[0], bytes[1]]);
    let mut pair = CPair::new(shared);
    unsafe {
        assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
        let hello = messages(pair.to_server.bytes.make_contiguous())[0].1.clone();
        // Version, random, session, suites, compression.
        let mut at = 34;
        at += 1 + usize::from(hello[at]);
        at += 2 + usize::from(number(&hello[at..]));
        at += 1 + usize::from(hello[at]) + 2;
        while number(&hello[at..]) != SIGNATURE_ALGORITHMS {
            at += 4 + usize::from(number(&hello[at + 2..]));
        }
        let list = &hello[at + 6..at + 6 + usize::from(number(&hello[at + 4..]))];
        let offered = list.chunks(2).map(number).collect();
        let server = mbedtls_ssl_handshake(&raw mut pair.server);
        if server != MBEDTLS_ERR_SSL_WANT_READ {
            return (offered, None, (mbedtls_ssl_handshake(&raw mut pair.client), server));
        }
        let exchange = messages(pair.to_client.bytes.make_contiguous())
            .into_iter()
            .find(|(kind, _)| *kind == 12)
            .map(|(_, body)| number(&body[4 + usize::from(body[3])..]));
        (offered, exchange, pair.handshake())
    }
}

/// `mbedtls_ssl_conf_sig_hashes` at either end: which signatures a connection of TLS 1.2 offers, makes and takes.
#[test]
fn hashes_for_signatures_count_in_tls12() {
    static SHA256: [c_int; 2] = [9, 0];
    static SHA384: [c_int; 2] = [10, 0];
    static SHA512_SHA256: [c_int; 3] = [11, 9, 0];
    static SHA384_SHA256: [c_int; 3] = [10, 9, 0];
    let mut shared = Shared::of(&Pki::new(), V12);
    let (client, server) = (&raw mut shared.client, &raw mut shared.server);
    let told = |of_client: &'static [c_int], of_server: &'static [c_int]| unsafe {
        for (conf, list) in [(client, of_client), (server, of_server)] {
            mbedtls_ssl_conf_sig_hashes(conf, if list.is_empty() { null() } else { list.as_ptr() });
        }
        signatures(&shared)
    };
    // Without it both have their usual lists.
    let (usual, signed, codes) = told(&[], &[]);
    assert!(usual.len() > 4);
    assert_eq!((signed, codes), (Some(0x0403), (0, 0)));
    // Each hash with either kind of key; the server's order counts, and its own list.
    let (best_512, best_384) = (
        vec![0x0603, 0x0601, 0x0403, 0x0401],
        vec![0x0503, 0x0501, 0x0403, 0x0401],
    );
    assert_eq!(told(&SHA256, &[]), (vec![0x0403, 0x0401], Some(0x0403), (0, 0)));
    assert_eq!(told(&SHA512_SHA256, &[]), (best_512.clone(), Some(0x0403), (0, 0)));
    assert_eq!(told(&SHA512_SHA256, &SHA256), (best_512.clone(), Some(0x0403), (0, 0)));
    assert_eq!(told(&SHA384_SHA256, &SHA384), (best_384, Some(0x0503), (0, 0)));
    assert_eq!(told(&[], &SHA384), (usual, Some(0x0503), (0, 0)));
    // Nothing that both have.
    let codes = (MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE);
    assert_eq!(told(&SHA256, &SHA384), (vec![0x0403, 0x0401], None, codes));
    // The certificate is signed with SHA-256, which is not offered (CVE-2026-54441).
    let codes = (MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    assert_eq!(told(&SHA384, &[]), (vec![0x0503, 0x0501], Some(0x0503), codes));
    // Where TLS 1.3 is to be had, too, it does not count.
    unsafe {
        mbedtls_ssl_conf_max_tls_version(client, MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_3));
        let (offered, _, codes) = told(&SHA512_SHA256, &[]);
        assert_eq!(codes, (0, 0));
        assert!(offered.len() > best_512.len());
    }
}
