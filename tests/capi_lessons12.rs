//! Faults that C libraries had in TLS 1.2 and often in TLS 1.3, in falling back and in what they keep between connections. Each test has the
//! number of one.
#![cfg(feature = "complete")]
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

use std::cell::Cell;
use std::ffi::{c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use c_pair::{Bio, CPair, Pki, Shared, V12, V13, VERSIONS, recv, send};
use ferrotls::capi::ssl::authentication::*;
use ferrotls::capi::ssl::cache::mbedtls_ssl_conf_session_cache;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::{mbedtls_ssl_handshake, mbedtls_ssl_is_handshake_over};
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::psk::{mbedtls_ssl_conf_psk, mbedtls_ssl_conf_psk_cb};
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::session::saved::*;
use ferrotls::capi::ssl::session::*;
use ferrotls::capi::ssl::sni::mbedtls_ssl_conf_sni;
use ferrotls::capi::ssl::tickets::*;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};
use ferrotls::capi::ssl_ciphersuites::*;
use ferrotls::capi::x509::*;
use ferrotls::capi::x509_crt::mbedtls_x509_crt;
use ferrotls::crypto::hash::HashAlgorithm;

fn allow(conf: *mut mbedtls_ssl_config, min: mbedtls_ssl_protocol_version, max: mbedtls_ssl_protocol_version) {
    unsafe {
        mbedtls_ssl_conf_min_tls_version(conf, MaybeUninit::new(min));
        mbedtls_ssl_conf_max_tls_version(conf, MaybeUninit::new(max));
    }
}

/// Both ends have TLS 1.2 alone.
fn shared12(pki: &Pki) -> Box<Shared> {
    let mut shared = Shared::new(pki);
    allow(&raw mut shared.client, V12, V12);
    allow(&raw mut shared.server, V12, V12);
    shared
}

fn version(ssl: &mbedtls_ssl_context) -> u32 {
    unsafe { mbedtls_ssl_get_version_number(ssl) as u32 }
}

fn clear(pair: &mut CPair) {
    pair.to_client.bytes.clear();
    pair.to_server.bytes.clear();
}

/// Also CVE-2026-50585: what a connection has lowered or counted is not kept for the next one of its context.
#[test]
fn cve_2024_28755_a_reset_context_has_its_versions_back() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    allow(&raw mut shared.client, V12, V13);
    allow(&raw mut shared.server, V12, V13);
    let mut old = Shared::new(&pki);
    allow(&raw mut old.client, V12, V12);
    allow(&raw mut old.server, V12, V12);
    let mut pair = CPair::new(&shared);
    for round in 0..4 {
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        // The same context of one end; the other end's has only TLS 1.2 every other time.
        let lowered = round % 2 == 0;
        let of_server = round >= 2;
        unsafe {
            let other = if of_server { server } else { client };
            let conf: *const mbedtls_ssl_config = match (of_server, lowered) {
                (true, true) => &raw const old.server,
                (true, false) => &raw const shared.server,
                (false, true) => &raw const old.client,
                (false, false) => &raw const shared.client,
            };
            let bio: *mut Bio = if of_server {
                &raw mut pair.server_bio
            } else {
                &raw mut pair.client_bio
            };
            mbedtls_ssl_free(other);
            mbedtls_ssl_init(other);
            assert_eq!(mbedtls_ssl_setup(other, conf), 0);
            mbedtls_ssl_set_bio(other, bio.cast(), Some(send), Some(recv), None);
            if !of_server {
                assert_eq!(mbedtls_ssl_set_hostname(other, c"localhost".as_ptr()), 0);
            }
        }
        clear(&mut pair);
        assert_eq!(pair.handshake(), (0, 0));
        let expected = if lowered { V12 } else { V13 } as u32;
        assert_eq!((version(&pair.client), version(&pair.server)), (expected, expected));
        unsafe {
            for ssl in [client, server] {
                assert_eq!(mbedtls_ssl_session_reset(ssl), 0);
                let conf = (*ssl).conf;
                assert_eq!(
                    (*ssl).tls_version.assume_init() as u32,
                    (*conf).max_tls_version.assume_init() as u32
                );
            }
        }
    }
}

#[test]
fn cve_2026_50585_failures_are_not_counted_over_a_reset() {
    let shared = shared12(&Pki::new());
    let mut pair = CPair::new(&shared);
    for _ in 0..300 {
        unsafe {
            assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
            // A record that cannot be: one failure for the server.
            clear(&mut pair);
            pair.to_server.bytes.extend([22, 3, 3, 0, 4, 14, 0, 0, 0]);
            assert_eq!(
                mbedtls_ssl_handshake(&raw mut pair.server),
                MBEDTLS_ERR_SSL_UNEXPECTED_MESSAGE
            );
            // Warnings, as many as are passed over, for the client.
            pair.to_client.bytes.clear();
            for _ in 0..4 {
                pair.to_client.bytes.extend([21, 3, 3, 0, 2, 1, 112]);
            }
            assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
            clear(&mut pair);
            assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.client), 0);
            assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.server), 0);
        }
    }
    assert_eq!(pair.handshake(), (0, 0));
}

#[test]
fn cve_2025_27809_a_client_that_knows_no_name_trusts_nobody_in_tls_1_2() {
    let shared = shared12(&Pki::new());
    let mut pair = CPair::new(&shared);
    let client = &raw mut pair.client;
    unsafe {
        // As if mbedtls_ssl_set_hostname had never been called.
        mbedtls_ssl_free(client);
        mbedtls_ssl_init(client);
        assert_eq!(mbedtls_ssl_setup(client, &raw const shared.client), 0);
        mbedtls_ssl_set_bio(client, (&raw mut pair.client_bio).cast(), Some(send), Some(recv), None);
        let (code, other) = pair.handshake();
        assert_eq!(code, MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME);
        assert!(other < 0);
    }
}

/// A leaf with these uses, of an authority of its own.
fn leaf_for(uses: Vec<rcgen::ExtendedKeyUsagePurpose>) -> Pki {
    let ca_key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(Vec::<String>::new()).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    params.key_usages = vec![rcgen::KeyUsagePurpose::KeyCertSign];
    params.distinguished_name.push(rcgen::DnType::CommonName, "authority");
    let ca = params.self_signed(&ca_key).unwrap();
    let issuer = rcgen::Issuer::new(params, ca_key);
    let key = rcgen::KeyPair::generate().unwrap();
    let mut leaf = rcgen::CertificateParams::new(vec!["localhost".to_owned()]).unwrap();
    leaf.extended_key_usages = uses;
    let cert = leaf.signed_by(&key, &issuer).unwrap();
    let text = |pem: String| [pem.as_bytes(), &[0]].concat();
    Pki {
        ca: text(ca.pem()),
        cert: text(cert.pem()),
        key: text(key.serialize_pem()),
    }
}

#[test]
fn cve_2024_45159_usage_is_looked_at_with_optional_authentication_too() {
    use rcgen::ExtendedKeyUsagePurpose::{ClientAuth, ServerAuth};
    let cases = [(vec![ServerAuth], false, true), (vec![ClientAuth], true, false)];
    for ((uses, wrong_at_client, wrong_at_server), version) in cases
        .into_iter()
        .flat_map(|case| VERSIONS.map(|version| (case.clone(), version)))
    {
        let mut shared = Shared::of(&leaf_for(uses), version);
        unsafe {
            let (client, server) = (&raw mut shared.client, &raw mut shared.server);
            for conf in [client, server] {
                mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
            }
            assert_eq!(
                mbedtls_ssl_conf_own_cert(client, &raw mut shared.cert, &raw mut shared.key),
                0
            );
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
            for (ssl, wrong) in [
                (&raw const pair.client, wrong_at_client),
                (&raw const pair.server, wrong_at_server),
            ] {
                let flags = mbedtls_ssl_get_verify_result(ssl);
                assert_eq!(flags & MBEDTLS_X509_BADCERT_EXT_KEY_USAGE != 0, wrong);
            }
            // Where it is required there is no connection.
            for conf in [client, server] {
                mbedtls_ssl_conf_authmode(conf, MBEDTLS_SSL_VERIFY_REQUIRED);
            }
            let mut pair = CPair::new(&shared);
            let (client, server) = pair.handshake();
            // In TLS 1.3 a client is done before its server has looked.
            assert!(server < 0 && (client < 0 || version == V13 && wrong_at_server));
        }
    }
}

#[test]
fn cve_2026_54441_the_chain_must_be_signed_as_offered_in_tls_1_2() {
    let mut shared = shared12(&Pki::new());
    // The server signs with SHA-384, which in TLS 1.2 goes with any curve; its certificate is signed with SHA-256.
    let schemes = [MBEDTLS_TLS1_3_SIG_ECDSA_SECP384R1_SHA384, 0];
    let client = &raw mut shared.client;
    unsafe { mbedtls_ssl_conf_sig_algs(client, schemes.as_ptr()) };
    let mut pair = CPair::new(&shared);
    let flags = |pair: &CPair| unsafe { mbedtls_ssl_get_verify_result(&raw const pair.client) };
    let codes = (MBEDTLS_ERR_X509_CERT_VERIFY_FAILED, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    assert_eq!((pair.handshake(), flags(&pair)), (codes, MBEDTLS_X509_BADCERT_BAD_MD));
    unsafe { mbedtls_ssl_conf_authmode(client, MBEDTLS_SSL_VERIFY_OPTIONAL) };
    let mut pair = CPair::new(&shared);
    assert_eq!((pair.handshake(), flags(&pair)), ((0, 0), MBEDTLS_X509_BADCERT_BAD_MD));
}

/// A session of TLS 1.2, saved.
fn saved_session(pair: &CPair) -> Vec<u8> {
    let mut blob = vec![0; 20_000];
    let mut len = 0;
    unsafe {
        let mut session: mbedtls_ssl_session = MaybeUninit::zeroed().assume_init();
        assert_eq!(mbedtls_ssl_get_session(&raw const pair.client, &raw mut session), 0);
        let (to, room) = (blob.as_mut_ptr(), blob.len());
        assert_eq!(mbedtls_ssl_session_save(&raw const session, to, room, &raw mut len), 0);
        mbedtls_ssl_session_free(&raw mut session);
    }
    blob.truncate(len);
    blob
}

#[test]
fn cve_2026_34877_a_tampered_session_of_tls_1_2_is_an_error_or_a_session() {
    const CHECKSUM_LEN: usize = 16;
    let shared = shared12(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let blob = saved_session(&pair);
    let body = &blob[..blob.len() - CHECKSUM_LEN];
    let with_checksum = |body: &[u8]| [body, &HashAlgorithm::Sha256.hash(body).as_ref()[..CHECKSUM_LEN]].concat();
    assert_eq!(with_checksum(body), blob);
    let mut loaded = 0;
    let mut tried = |bytes: &[u8], connect: bool| unsafe {
        let mut session: mbedtls_ssl_session = MaybeUninit::zeroed().assume_init();
        let code = mbedtls_ssl_session_load(&raw mut session, bytes.as_ptr(), bytes.len());
        assert!(code <= 0);
        if code == 0 {
            loaded += 1;
            // What is loaded can be offered; it is resumed or it is not.
            let mut pair = CPair::new(&shared);
            let set = mbedtls_ssl_set_session(&raw mut pair.client, &raw const session);
            if connect && set == 0 {
                let codes = pair.handshake();
                assert!(codes.0 <= 0 && codes.1 <= 0);
            }
        }
        mbedtls_ssl_session_free(&raw mut session);
        code
    };
    for len in (0..body.len()).filter(|len| *len < 300 || len % 13 == 0) {
        assert!(tried(&blob[..len], false) < 0);
        assert!(tried(&with_checksum(&body[..len]), false) < 0, "{len}");
    }
    for bit in (0..body.len() * 8).filter(|bit| *bit < 300 * 8 || bit % 29 == 0) {
        let mut other = body.to_vec();
        other[bit / 8] ^= 1 << (bit % 8);
        tried(&with_checksum(&other), bit % 16 == 0);
    }
    assert_eq!(tried(&blob, true), 0);
    assert!(loaded > 10);
}

/// A transport that fails once, at its call number `at`.
struct Failing {
    bio: *mut Bio,
    at: usize,
    calls: usize,
}

const BROKEN: c_int = -0x50;

unsafe extern "C" fn failing_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let failing = &mut *ctx.cast::<Failing>();
        failing.calls += 1;
        if failing.calls == failing.at {
            return BROKEN;
        }
        // Few bytes at a time, so that there are many places to fail at.
        send(failing.bio.cast(), buf, len.min(397))
    }
}

unsafe extern "C" fn failing_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe {
        let failing = &mut *ctx.cast::<Failing>();
        failing.calls += 1;
        if failing.calls == failing.at {
            return BROKEN;
        }
        recv(failing.bio.cast(), buf, len)
    }
}

#[test]
fn cve_2025_27810_a_step_that_failed_is_not_half_done() {
    for version in VERSIONS {
        steps_that_fail(Shared::of(&Pki::new(), version));
    }
}

fn steps_that_fail(mut shared: Box<Shared>) {
    unsafe {
        mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
        let client = &raw mut shared.client;
        assert_eq!(
            mbedtls_ssl_conf_own_cert(client, &raw mut shared.cert, &raw mut shared.key),
            0
        );
    }
    for of_client in [true, false] {
        let mut failures = 0;
        for at in 1.. {
            let mut pair = CPair::new(&shared);
            let (ssl, bio) = if of_client {
                (&raw mut pair.client, &raw mut pair.client_bio)
            } else {
                (&raw mut pair.server, &raw mut pair.server_bio)
            };
            let mut failing = Failing { bio, at, calls: 0 };
            let context = &raw mut failing;
            unsafe { mbedtls_ssl_set_bio(ssl, context.cast(), Some(failing_send), Some(failing_recv), None) };
            let mut codes = pair.handshake();
            if codes == (0, 0) {
                break;
            }
            // The transport is well again, and the handshake goes on where it was: every Finished is right.
            failures += 1;
            let own = if of_client { codes.0 } else { codes.1 };
            assert_eq!(own, BROKEN, "{at}");
            codes = pair.handshake();
            assert_eq!(codes, (0, 0), "{at}");
            let mut room = [0; 4];
            unsafe {
                assert_eq!(mbedtls_ssl_write(&raw mut pair.client, b"data".as_ptr(), 4), 4);
                assert_eq!(mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 4), 4);
            }
            assert_eq!(&room, b"data");
        }
        assert!(failures > 5);
    }
}

thread_local! {
    /// How often a callback was called that returns a positive number.
    static CALLS: Cell<usize> = const { Cell::new(0) };
}

fn positive() -> c_int {
    CALLS.set(CALLS.get() + 1);
    7
}

unsafe extern "C" fn positive_verify(_: *mut c_void, _: *mut mbedtls_x509_crt, _: c_int, _: *mut u32) -> c_int {
    positive()
}

/// That of names and that of pre-shared keys.
unsafe extern "C" fn positive_name(_: *mut c_void, _: *mut mbedtls_ssl_context, _: *const c_uchar, _: usize) -> c_int {
    positive()
}

unsafe extern "C" fn positive_certificate(_: *mut mbedtls_ssl_context) -> c_int {
    positive()
}

unsafe extern "C" fn positive_authorities(
    _: *mut c_void,
    _: *const mbedtls_x509_crt,
    _: *mut *mut mbedtls_x509_crt,
) -> c_int {
    positive()
}

unsafe extern "C" fn positive_get(_: *mut c_void, _: *const c_uchar, _: usize, _: *mut mbedtls_ssl_session) -> c_int {
    positive()
}

unsafe extern "C" fn positive_set(_: *mut c_void, _: *const c_uchar, _: usize, _: *const mbedtls_ssl_session) -> c_int {
    positive()
}

unsafe extern "C" fn positive_write(
    _: *mut c_void,
    _: *const mbedtls_ssl_session,
    _: *mut c_uchar,
    _: *const c_uchar,
    _: *mut usize,
    _: *mut u32,
) -> c_int {
    positive()
}

unsafe extern "C" fn positive_parse(_: *mut c_void, _: *mut mbedtls_ssl_session, _: *mut c_uchar, _: usize) -> c_int {
    positive()
}

/// Sets a callback, or some that belong together.
type Set = unsafe fn(&mut Shared);

const NULL: *mut c_void = ptr::null_mut();

/// What is set; whether there is a connection all the same, in 1.2 and 1.3; how many calls there are at least.
const CASES: [(&str, Set, [bool; 2], [usize; 2]); 9] = [
    ("nothing", |_| {}, [true; 2], [0; 2]),
    (
        "verify",
        |shared| unsafe { mbedtls_ssl_conf_verify(&raw mut shared.client, Some(positive_verify), NULL) },
        [false; 2],
        [1; 2],
    ),
    (
        "name",
        |shared| unsafe { mbedtls_ssl_conf_sni(&raw mut shared.server, Some(positive_name), NULL) },
        [false; 2],
        [1; 2],
    ),
    (
        "certificate",
        |shared| unsafe { mbedtls_ssl_conf_cert_cb(&raw mut shared.server, Some(positive_certificate)) },
        [false; 2],
        [1; 2],
    ),
    (
        "authorities",
        |shared| unsafe { mbedtls_ssl_conf_ca_cb(&raw mut shared.client, Some(positive_authorities), NULL) },
        [false; 2],
        [1; 2],
    ),
    (
        "pre-shared key",
        |shared| unsafe {
            static SUITES: [c_int; 3] = [
                MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
                MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
                0,
            ];
            let client = &raw mut shared.client;
            assert_eq!(
                mbedtls_ssl_conf_psk(client, [1; 16].as_ptr(), 16, b"name".as_ptr(), 4),
                0
            );
            mbedtls_ssl_conf_ciphersuites(client, SUITES.as_ptr());
            mbedtls_ssl_conf_psk_cb(&raw mut shared.server, Some(positive_name), NULL);
        },
        // In 1.3 there are certificates too.
        [false, true],
        [1; 2],
    ),
    (
        "cache",
        |shared| unsafe {
            let server = &raw mut shared.server;
            mbedtls_ssl_conf_session_cache(server, NULL, Some(positive_get), Some(positive_set));
            mbedtls_ssl_conf_session_tickets(&raw mut shared.client, MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
        },
        [true; 2],
        // One is kept, then looked for, then one is kept; in 1.3 there is no cache.
        [3, 0],
    ),
    (
        "writing a ticket",
        |shared| unsafe {
            let server = &raw mut shared.server;
            mbedtls_ssl_conf_session_tickets_cb(server, Some(positive_write), Some(positive_parse), NULL);
        },
        [true; 2],
        [2; 2],
    ),
    (
        "reading a ticket",
        |shared| unsafe {
            let server = &raw mut shared.server;
            mbedtls_ssl_conf_session_tickets_cb(server, Some(claiming_write), Some(positive_parse), claim(100));
        },
        [true; 2],
        [1; 2],
    ),
];

#[test]
fn cve_2026_73064_a_callback_that_returns_a_positive_number_is_not_data() {
    for (name, set, works, calls) in CASES {
        for (at, version) in VERSIONS.into_iter().enumerate() {
            let mut shared = Shared::of(&Pki::new(), version);
            unsafe { set(&mut shared) };
            CALLS.set(0);
            let mut session: mbedtls_ssl_session = unsafe { MaybeUninit::zeroed().assume_init() };
            // A second time with the session of the first.
            for again in [false, true] {
                let mut pair = CPair::new(&shared);
                let (client, server) = (&raw mut pair.client, &raw mut pair.server);
                let mut room = [0; 16];
                let (mut read, mut answered) = (0, 0);
                unsafe {
                    if again && works[at] {
                        assert_eq!(mbedtls_ssl_set_session(client, &raw const session), 0, "{name}");
                    }
                    // The handshakes are driven by reads alone.
                    for _ in 0..20 {
                        read = mbedtls_ssl_read(client, room.as_mut_ptr(), room.len());
                        answered = mbedtls_ssl_read(server, room.as_mut_ptr(), room.len());
                        assert!(read <= 0 && answered <= 0, "{name}: {read} {answered}");
                    }
                    let waits = MBEDTLS_ERR_SSL_WANT_READ;
                    assert_eq!((read, answered) == (waits, waits), works[at], "{name} {at}");
                    for ssl in [client, server] {
                        let over = mbedtls_ssl_is_handshake_over(ssl);
                        assert!(over == 1 || !works[at], "{name} {at}");
                    }
                    if works[at] {
                        mbedtls_ssl_session_free(&raw mut session);
                        assert_eq!(mbedtls_ssl_get_session(client, &raw mut session), 0, "{name} {at}");
                    }
                }
            }
            unsafe { mbedtls_ssl_session_free(&raw mut session) };
            assert!(CALLS.get() >= calls[at], "{name} {at}: {}", CALLS.get());
        }
    }
}

/// How long a ticket is that [`claiming_write`] claims to have written, as its context.
fn claim(len: usize) -> *mut c_void {
    ptr::without_provenance_mut(len)
}

/// Writes one byte of a ticket, and says that there are as many as its context.
unsafe extern "C" fn claiming_write(
    claimed: *mut c_void,
    _: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    _: *const c_uchar,
    len: *mut usize,
    lifetime: *mut u32,
) -> c_int {
    unsafe {
        *start = 0xaa;
        *len = claimed.addr();
        *lifetime = 100;
    }
    0
}

/// What a ticket holds that the callback did not write is zeros, never what was in that memory before; one that is longer than its
/// room is none.
#[test]
fn cve_2026_50586_a_ticket_that_is_not_written_says_nothing_of_memory() {
    for version in VERSIONS {
        let mut shared = Shared::of(&Pki::new(), version);
        let server = &raw mut shared.server;
        // A handshake leaves secrets in freed memory, so each comes after others.
        for claimed in [100, 16_000, 16_001, 0x1_0000, usize::MAX, 0, 1, 100] {
            unsafe {
                let write = Some(claiming_write as _);
                mbedtls_ssl_conf_session_tickets_cb(server, write, Some(positive_parse), claim(claimed));
                let mut pair = CPair::new(&shared);
                assert_eq!(pair.handshake(), (0, 0));
                let client = &raw mut pair.client;
                let mut room = [0; 4];
                assert_eq!(
                    mbedtls_ssl_read(client, room.as_mut_ptr(), 4),
                    MBEDTLS_ERR_SSL_WANT_READ
                );
                let mut session: mbedtls_ssl_session = MaybeUninit::zeroed().assume_init();
                assert_eq!(mbedtls_ssl_get_session(client, &raw mut session), 0);
                let expected = if claimed > 16_000 { 0 } else { claimed };
                assert_eq!(session.ticket_len, expected);
                for at in 0..expected {
                    let byte = *session.ticket.add(at);
                    assert_eq!(byte, if at == 0 { 0xaa } else { 0 }, "{at} of {claimed}");
                }
                mbedtls_ssl_session_free(&raw mut session);
            }
        }
    }
}
