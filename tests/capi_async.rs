//! Asynchronous private keys at both ends: signatures that callbacks of the program make, at once or after a while.
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

use std::ffi::{c_int, c_uchar};
use std::mem::MaybeUninit;
use std::ptr;

use c_pair::{CPair, Pki, Shared, V13, VERSIONS};
use ferrotls::capi::ferrotls::async_private::ferrotls_async_signature_scheme;
use ferrotls::capi::md::mbedtls_md_type_t;
use ferrotls::capi::pk::object::{mbedtls_pk_free, mbedtls_pk_init};
use ferrotls::capi::pk::operations::mbedtls_pk_sign_ext;
use ferrotls::capi::pk::parse::mbedtls_pk_parse_key;
use ferrotls::capi::pk::{mbedtls_pk_context, mbedtls_pk_type_t};
use ferrotls::capi::ssl::async_private::*;
use ferrotls::capi::ssl::authentication::{mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use ferrotls::capi::x509_crt::mbedtls_x509_crt;

/// What a callback does to its context besides.
#[derive(Clone, Copy, PartialEq)]
enum Deed {
    Nothing,
    Free,
    Reset,
    Handshake,
}

impl Deed {
    unsafe fn act(self, ssl: *mut mbedtls_ssl_context) {
        unsafe {
            match self {
                Self::Nothing => {}
                Self::Free => mbedtls_ssl_free(ssl),
                Self::Reset => assert_eq!(mbedtls_ssl_session_reset(ssl), 0),
                // The call that is going on holds the context.
                Self::Handshake => assert_eq!(mbedtls_ssl_handshake(ssl), MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
            }
        }
    }
}

/// A key in another place, and what it was asked.
struct Keeper {
    key: mbedtls_pk_context,
    /// What the start callback returns.
    start: c_int,
    /// How often the resume callback says that it is not done.
    delay: usize,
    /// What it returns then.
    end: c_int,
    on_start: Deed,
    on_resume: Deed,
    on_cancel: Deed,
    /// The length it tells, if not the signature's.
    told_length: Option<usize>,
    starts: usize,
    resumes: usize,
    cancels: usize,
    certs: Vec<*mut mbedtls_x509_crt>,
    schemes: Vec<u16>,
    md: mbedtls_md_type_t,
    hash: Vec<u8>,
}

impl Keeper {
    fn new(pki: &Pki) -> Box<Self> {
        unsafe {
            let mut keeper = Box::new(Self {
                key: MaybeUninit::zeroed().assume_init(),
                start: MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS,
                delay: 0,
                end: 0,
                on_start: Deed::Nothing,
                on_resume: Deed::Nothing,
                on_cancel: Deed::Nothing,
                told_length: None,
                starts: 0,
                resumes: 0,
                cancels: 0,
                certs: Vec::new(),
                schemes: Vec::new(),
                md: mbedtls_md_type_t::MBEDTLS_MD_NONE,
                hash: Vec::new(),
            });
            let key = &raw mut keeper.key;
            mbedtls_pk_init(key);
            let code = mbedtls_pk_parse_key(
                key,
                pki.key.as_ptr(),
                pki.key.len(),
                ptr::null(),
                0,
                None,
                ptr::null_mut(),
            );
            assert_eq!(code, 0);
            keeper
        }
    }

    /// Has `conf` ask this keeper.
    fn serve(&mut self, conf: *mut mbedtls_ssl_config) {
        let data = ptr::from_mut(self).cast();
        unsafe {
            mbedtls_ssl_conf_async_private_cb(conf, Some(start), None, Some(resume), Some(cancel), data);
            assert_eq!(mbedtls_ssl_conf_get_async_config_data(conf), data);
        }
    }

    fn counts(&self) -> (usize, usize, usize) {
        (self.starts, self.resumes, self.cancels)
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        unsafe { mbedtls_pk_free(&raw mut self.key) };
    }
}

unsafe fn keeper_of(ssl: *mut mbedtls_ssl_context) -> *mut Keeper {
    unsafe { mbedtls_ssl_conf_get_async_config_data(mbedtls_ssl_context_get_config(ssl)).cast() }
}

unsafe extern "C" fn start(
    ssl: *mut mbedtls_ssl_context,
    cert: *mut mbedtls_x509_crt,
    md_alg: mbedtls_md_type_t,
    hash: *const c_uchar,
    hash_len: usize,
) -> c_int {
    unsafe {
        let keeper = &mut *keeper_of(ssl);
        keeper.starts += 1;
        keeper.certs.push(cert);
        keeper.schemes.push(ferrotls_async_signature_scheme(ssl));
        keeper.md = md_alg;
        keeper.hash = std::slice::from_raw_parts(hash, hash_len).to_vec();
        mbedtls_ssl_set_async_operation_data(ssl, ptr::from_mut(keeper).cast());
        keeper.on_start.act(ssl);
        keeper.start
    }
}

unsafe extern "C" fn resume(
    ssl: *mut mbedtls_ssl_context,
    output: *mut c_uchar,
    output_len: *mut usize,
    output_size: usize,
) -> c_int {
    unsafe {
        let keeper = &mut *mbedtls_ssl_get_async_operation_data(ssl).cast::<Keeper>();
        keeper.resumes += 1;
        let scheme = ferrotls_async_signature_scheme(ssl);
        assert_eq!(Some(&scheme), keeper.schemes.last());
        keeper.on_resume.act(ssl);
        if keeper.delay > 0 {
            keeper.delay -= 1;
            return MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
        }
        if keeper.end != 0 {
            return keeper.end;
        }
        let is_pss = matches!(scheme, 0x0804..=0x0806 | 0x0809..=0x080b);
        let kind = match scheme {
            0x0807 => mbedtls_pk_type_t::MBEDTLS_PK_ED25519,
            0x0401 | 0x0501 | 0x0601 => mbedtls_pk_type_t::MBEDTLS_PK_RSA,
            _ if is_pss => mbedtls_pk_type_t::MBEDTLS_PK_RSASSA_PSS,
            _ => mbedtls_pk_type_t::MBEDTLS_PK_ECDSA,
        };
        let code = mbedtls_pk_sign_ext(
            MaybeUninit::new(kind),
            &raw mut keeper.key,
            MaybeUninit::new(keeper.md),
            keeper.hash.as_ptr(),
            keeper.hash.len(),
            output,
            output_size,
            output_len,
            None,
            ptr::null_mut(),
        );
        if let Some(length) = keeper.told_length {
            *output_len = length;
        }
        code
    }
}

unsafe extern "C" fn cancel(ssl: *mut mbedtls_ssl_context) {
    unsafe {
        let keeper = &mut *mbedtls_ssl_get_async_operation_data(ssl).cast::<Keeper>();
        keeper.cancels += 1;
        keeper.on_cancel.act(ssl);
    }
}

/// Forgets the keys that `shared` has and keeps the certificates.
fn without_keys(shared: &mut Shared) {
    unsafe {
        let server = &raw mut shared.server;
        assert_eq!(mbedtls_ssl_conf_own_cert(server, ptr::null_mut(), ptr::null_mut()), 0);
        assert_eq!(
            mbedtls_ssl_conf_own_cert(server, &raw mut shared.cert, ptr::null_mut()),
            0
        );
    }
}

/// Drives both ends; how often each said that a signature is under way, and the codes they ended with.
fn handshake(pair: &mut CPair) -> ([usize; 2], [c_int; 2]) {
    let mut waits = [0, 0];
    let mut codes = [MBEDTLS_ERR_SSL_WANT_READ; 2];
    for _ in 0..1000 {
        for (at, ssl) in [&raw mut pair.client, &raw mut pair.server].into_iter().enumerate() {
            let goes_on = [
                MBEDTLS_ERR_SSL_WANT_READ,
                MBEDTLS_ERR_SSL_WANT_WRITE,
                MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS,
            ];
            if goes_on.contains(&codes[at]) {
                codes[at] = unsafe { mbedtls_ssl_handshake(ssl) };
                waits[at] += usize::from(codes[at] == MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS);
            }
        }
    }
    (waits, codes)
}

fn exchange(pair: &mut CPair) {
    let mut room = [0_u8; 8];
    unsafe {
        assert_eq!(mbedtls_ssl_write(&raw mut pair.client, b"ping".as_ptr(), 4), 4);
        assert_eq!(mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 8), 4);
    }
    assert_eq!(&room[..4], b"ping");
}

/// A server with a keeper and without the key.
fn server_setup(version: mbedtls_ssl_protocol_version) -> (Box<Shared>, Box<Keeper>) {
    let pki = Pki::new();
    let (mut shared, mut keeper) = (Shared::of(&pki, version), Keeper::new(&pki));
    without_keys(&mut shared);
    keeper.serve(&raw mut shared.server);
    (shared, keeper)
}

#[test]
fn pain_async_a_server_without_its_key_waits_for_the_signature() {
    for version in VERSIONS {
        let rsa = include_str!("data/pki/rsa-pkcs8.pem");
        // In TLS 1.2 a curve's key signs with any hash, and an RSA key as programs written for 3.6 do it.
        let kinds = [
            (Pki::with_leaf_key(&rcgen::PKCS_ECDSA_P256_SHA256), [0x0403, 0x0403]),
            (Pki::with_leaf_key(&rcgen::PKCS_ECDSA_P384_SHA384), [0x0403, 0x0503]),
            (Pki::with_leaf_key(&rcgen::PKCS_ED25519), [0x0807, 0x0807]),
            (Pki::with_leaf_key_of(rsa), [0x0601, 0x0806]),
        ];
        for (pki, schemes) in kinds {
            let scheme = schemes[usize::from(version == V13)];
            let (mut shared, mut keeper) = (Shared::of(&pki, version), Keeper::new(&pki));
            without_keys(&mut shared);
            keeper.delay = 3;
            keeper.serve(&raw mut shared.server);
            let mut pair = CPair::new(&shared);
            let (waits, codes) = handshake(&mut pair);
            assert_eq!(waits, [0, 4], "{scheme:#x}");
            assert_eq!(keeper.counts(), (1, 4, 0), "{scheme:#x}");
            assert_eq!(keeper.schemes, [scheme]);
            assert_eq!(keeper.certs, [&raw mut shared.cert]);
            match (scheme, version) {
                (0x0807, V13) => {
                    assert_eq!(keeper.md, mbedtls_md_type_t::MBEDTLS_MD_NONE);
                    // RFC 8446 section 4.4.3: 64 spaces, the name, a zero, the hash.
                    assert!(keeper.hash.starts_with(&[0x20; 64]) && keeper.hash[64..].starts_with(b"TLS 1.3, server"));
                }
                (0x0807, _) => {
                    assert_eq!(keeper.md, mbedtls_md_type_t::MBEDTLS_MD_NONE);
                    // RFC 8422 section 5.4: both randoms, then the curve by its name and the key.
                    assert_eq!(keeper.hash[64], 3);
                }
                _ => {
                    let hash_len = match scheme {
                        0x0403 => 32,
                        0x0503 => 48,
                        _ => 64,
                    };
                    assert_eq!(keeper.hash.len(), hash_len);
                }
            }
            assert_eq!(codes, [0, 0], "{scheme:#x}");
            assert_eq!(unsafe { ferrotls_async_signature_scheme(&raw const pair.server) }, 0);
            exchange(&mut pair);
        }
    }
}

#[test]
fn a_client_without_its_key_waits_for_the_signature() {
    for version in VERSIONS {
        let pki = Pki::new();
        let (mut shared, mut keeper) = (Shared::of(&pki, version), Keeper::new(&pki));
        keeper.delay = 2;
        let client = &raw mut shared.client;
        keeper.serve(client);
        unsafe {
            assert_eq!(
                mbedtls_ssl_conf_own_cert(client, &raw mut shared.cert, ptr::null_mut()),
                0
            );
            mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
        }
        let mut pair = CPair::new(&shared);
        assert_eq!(handshake(&mut pair), ([3, 0], [0, 0]));
        assert_eq!(keeper.counts(), (1, 3, 0));
        assert!(!unsafe { mbedtls_ssl_get_peer_cert(&raw const pair.server) }.is_null());
        exchange(&mut pair);
    }
}

#[test]
fn a_signature_that_is_made_at_once_makes_nobody_wait() {
    for version in VERSIONS {
        let (shared, mut keeper) = server_setup(version);
        keeper.start = 0;
        let mut pair = CPair::new(&shared);
        assert_eq!(handshake(&mut pair), ([0, 0], [0, 0]));
        assert_eq!(keeper.counts(), (1, 1, 0));
        exchange(&mut pair);
    }
}

#[test]
fn reads_writes_and_steps_go_on_with_the_signature_too() {
    for version in VERSIONS {
        let (shared, mut keeper) = server_setup(version);
        keeper.delay = 2;
        let mut pair = CPair::new(&shared);
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        let mut room = [0_u8; 8];
        unsafe {
            assert_eq!(mbedtls_ssl_handshake(client), MBEDTLS_ERR_SSL_WANT_READ);
            let in_progress = MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS;
            assert_eq!(mbedtls_ssl_read(server, room.as_mut_ptr(), 8), in_progress);
            assert_eq!(mbedtls_ssl_write(server, room.as_ptr(), 8), in_progress);
            assert_eq!(mbedtls_ssl_handshake_step(server), in_progress);
            assert_eq!(mbedtls_ssl_handshake_step(server), 0);
            assert_eq!(
                mbedtls_ssl_read(server, room.as_mut_ptr(), 8),
                MBEDTLS_ERR_SSL_WANT_READ
            );
        }
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(keeper.counts(), (1, 3, 0));
        exchange(&mut pair);
    }
}

#[test]
fn the_configured_key_signs_when_the_callback_leaves_it_to_it() {
    for version in VERSIONS {
        let pki = Pki::new();
        let (mut shared, mut keeper) = (Shared::of(&pki, version), Keeper::new(&pki));
        keeper.start = MBEDTLS_ERR_SSL_HW_ACCEL_FALLTHROUGH;
        keeper.serve(&raw mut shared.server);
        let mut pair = CPair::new(&shared);
        assert_eq!(handshake(&mut pair), ([0, 0], [0, 0]));
        assert_eq!(keeper.counts(), (1, 0, 0));
        drop(pair);

        without_keys(&mut shared);
        let mut pair = CPair::new(&shared);
        let (_, codes) = handshake(&mut pair);
        assert_eq!(
            codes,
            [
                MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE,
                MBEDTLS_ERR_SSL_PRIVATE_KEY_REQUIRED
            ]
        );
    }
}

#[test]
fn errors_of_callbacks_end_the_handshake() {
    for version in VERSIONS {
        for (start, end, code) in [
            (-0x1234, 0, -0x1234),
            (MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS, -0x1234, -0x1234),
            (0, -0x1234, -0x1234),
            (7, 0, MBEDTLS_ERR_SSL_INTERNAL_ERROR),
            (MBEDTLS_ERR_SSL_WANT_READ, 0, MBEDTLS_ERR_SSL_INTERNAL_ERROR),
            (0, 1, MBEDTLS_ERR_SSL_INTERNAL_ERROR),
            (0, MBEDTLS_ERR_SSL_WANT_WRITE, MBEDTLS_ERR_SSL_INTERNAL_ERROR),
        ] {
            let (shared, mut keeper) = server_setup(version);
            (keeper.start, keeper.end) = (start, end);
            let mut pair = CPair::new(&shared);
            let (_, codes) = handshake(&mut pair);
            assert_eq!(codes, [MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE, code]);
            let again = unsafe { mbedtls_ssl_handshake(&raw mut pair.server) };
            assert_eq!(again, code);
            drop(pair);
            // It is over, so that there is nothing to cancel.
            assert_eq!(keeper.cancels, 0);
        }
    }
}

#[test]
fn a_length_that_cannot_be_is_refused_and_a_wrong_signature_by_the_peer() {
    for version in VERSIONS {
        for (told, ours) in [
            (usize::MAX, MBEDTLS_ERR_SSL_INTERNAL_ERROR),
            (5, MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE),
        ] {
            let (shared, mut keeper) = server_setup(version);
            keeper.told_length = Some(told);
            let mut pair = CPair::new(&shared);
            let (_, codes) = handshake(&mut pair);
            assert_eq!(codes[1], ours);
            assert!(codes[0] != 0);
        }
    }
}

#[test]
fn a_program_without_resume_callback_is_told() {
    for version in VERSIONS {
        let (mut shared, keeper) = server_setup(version);
        let data = (&raw const *keeper).cast_mut().cast();
        let server = &raw mut shared.server;
        unsafe { mbedtls_ssl_conf_async_private_cb(server, Some(start), None, None, Some(cancel), data) };
        let mut pair = CPair::new(&shared);
        let (_, codes) = handshake(&mut pair);
        assert_eq!(codes[1], MBEDTLS_ERR_SSL_BAD_CONFIG);
        assert_eq!(keeper.counts(), (1, 0, 1));
    }
}

/// A pair whose server waits for its signature.
fn waiting(shared: &Shared) -> Box<CPair> {
    let mut pair = CPair::new(shared);
    unsafe {
        assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
        let code = mbedtls_ssl_handshake(&raw mut pair.server);
        assert_eq!(code, MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS);
    }
    pair
}

#[test]
fn what_ends_a_connection_cancels_its_operation_once() {
    for version in VERSIONS {
        for on_cancel in [Deed::Nothing, Deed::Free, Deed::Reset] {
            let (shared, mut keeper) = server_setup(version);
            keeper.on_cancel = on_cancel;
            let mut pair = waiting(&shared);
            unsafe { mbedtls_ssl_free(&raw mut pair.server) };
            assert_eq!(keeper.counts(), (1, 0, 1));
            drop(pair);
            assert_eq!(keeper.counts(), (1, 0, 1));

            let mut pair = waiting(&shared);
            unsafe { assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.server), 0) };
            assert_eq!(keeper.counts(), (2, 0, 2));
            let data = unsafe { mbedtls_ssl_get_async_operation_data(&raw const pair.server) };
            assert!(data.is_null());
        }
    }
}

#[test]
fn a_connection_that_fails_meanwhile_cancels_its_operation() {
    for version in VERSIONS {
        for on_cancel in [Deed::Nothing, Deed::Free, Deed::Reset, Deed::Handshake] {
            let (shared, mut keeper) = server_setup(version);
            keeper.on_cancel = on_cancel;
            let mut pair = waiting(&shared);
            let server = &raw mut pair.server;
            unsafe {
                let (level, message) = (
                    MBEDTLS_SSL_ALERT_LEVEL_FATAL as u8,
                    MBEDTLS_SSL_ALERT_MSG_USER_CANCELED as u8,
                );
                assert_eq!(mbedtls_ssl_send_alert_message(server, level, message), 0);
                assert_eq!(mbedtls_ssl_handshake(server), MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
            }
            assert_eq!(keeper.counts(), (1, 0, 1));
        }
    }
}

#[test]
fn a_configuration_freed_first_still_has_the_operation_cancelled() {
    for version in VERSIONS {
        let (mut shared, mut keeper) = server_setup(version);
        let mut pair = waiting(&shared);
        unsafe {
            // `keeper_of` looks at the configuration, the cancel callback does not.
            mbedtls_ssl_config_free(&raw mut shared.server);
            mbedtls_ssl_free(&raw mut pair.server);
        }
        keeper.delay = 0;
        assert_eq!(keeper.counts(), (1, 0, 1));
    }
}

#[test]
fn callbacks_may_do_to_their_context_what_they_like() {
    for version in VERSIONS {
        for deed in [Deed::Free, Deed::Reset, Deed::Handshake] {
            for at in 0..2 {
                let (shared, mut keeper) = server_setup(version);
                if at == 0 {
                    keeper.on_start = deed;
                } else {
                    keeper.on_resume = deed;
                    keeper.start = 0;
                }
                let mut pair = CPair::new(&shared);
                unsafe {
                    assert_eq!(mbedtls_ssl_handshake(&raw mut pair.client), MBEDTLS_ERR_SSL_WANT_READ);
                    let code = mbedtls_ssl_handshake(&raw mut pair.server);
                    match (deed, at) {
                        (Deed::Handshake, 0) => assert_eq!(code, MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS),
                        (Deed::Handshake, _) => assert_eq!(code, MBEDTLS_ERR_SSL_WANT_READ),
                        _ => assert_eq!(code, MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
                    }
                }
                drop(pair);
                // Who frees the context gives the operation up itself.
                assert_eq!(keeper.cancels, usize::from(deed == Deed::Handshake && at == 0));
            }
        }
    }
}
