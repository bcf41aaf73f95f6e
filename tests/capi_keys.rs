//! Keys of servers that are not in a key file: held by the PSA interface, made in place, held by the application.
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

use std::ffi::{c_int, c_uchar, c_uint, c_void};
use std::mem::MaybeUninit;
use std::ptr::null_mut;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::thread;

use c_pair::{CPair, Pki, Shared, V12, V13};
use ferrotls::capi::md::mbedtls_md_type_t;
use ferrotls::capi::pk::alt::mbedtls_pk_setup_rsa_alt;
use ferrotls::capi::pk::mbedtls_pk_context;
use ferrotls::capi::pk::object::{mbedtls_pk_free, mbedtls_pk_init};
use ferrotls::capi::pk::opaque::mbedtls_pk_setup_opaque;
use ferrotls::capi::pk::operations::{mbedtls_pk_rsa, mbedtls_pk_sign};
use ferrotls::capi::pk::psa_keys::{mbedtls_pk_get_psa_attributes, mbedtls_pk_import_into_psa};
use ferrotls::capi::platform_util::mbedtls_f_rng_t;
use ferrotls::capi::psa::attributes::psa_key_attributes_init;
use ferrotls::capi::psa::keys::*;
use ferrotls::capi::psa::sign::{psa_sign_hash, psa_verify_hash};
use ferrotls::capi::psa::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_attributes_t};
use ferrotls::capi::psa::values::*;
use ferrotls::capi::ssl::authentication::{
    mbedtls_ssl_conf_own_cert, mbedtls_ssl_conf_sig_algs, mbedtls_ssl_get_peer_cert,
};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version;

/// RSASSA-PSS with SHA-256.
const PSS: psa_algorithm_t = PSA_ALG_RSA_PSS_BASE | PSA_ALG_SHA_256 & PSA_ALG_HASH_MASK;

/// A leaf with an RSA key of 2048 bits.
fn rsa() -> Pki {
    Pki::with_leaf_key_of(include_str!("data/pki/rsa-pkcs8.pem"))
}

/// A server whose private key the PSA interface holds for `alg` (`None`: what suits the key); and its
/// number.
fn with_opaque_key(
    pki: &Pki,
    alg: Option<psa_algorithm_t>,
    version: mbedtls_ssl_protocol_version,
) -> (Box<Shared>, mbedtls_svc_key_id_t) {
    let mut shared = Shared::of(pki, version);
    let mut id = 0;
    unsafe {
        let key = &raw mut shared.key;
        let mut attributes = psa_key_attributes_init();
        assert_eq!(
            mbedtls_pk_get_psa_attributes(key, PSA_KEY_USAGE_SIGN_HASH, &raw mut attributes),
            0
        );
        attributes.policy.alg = alg.unwrap_or(attributes.policy.alg);
        attributes.policy.usage = PSA_KEY_USAGE_SIGN_HASH;
        assert_eq!(mbedtls_pk_import_into_psa(key, &raw const attributes, &raw mut id), 0);
        mbedtls_pk_free(key);
        assert_eq!(mbedtls_pk_setup_opaque(key, id), 0);
    }
    (shared, id)
}

/// Whether a new connection comes about.
fn connects(shared: &Shared) -> bool {
    let mut pair = CPair::new(shared);
    let codes = pair.handshake();
    assert_eq!(codes.0 == 0, codes.1 == 0, "{codes:?}");
    codes == (0, 0)
}

#[test]
fn keys_of_the_psa_interface_serve_until_they_are_destroyed() {
    let sha384 = PSA_ALG_ECDSA_BASE | PSA_ALG_SHA_384 & PSA_ALG_HASH_MASK;
    for (pki, alg, version) in [
        (Pki::new(), None, V13),
        (Pki::with_leaf_key(&rcgen::PKCS_ECDSA_P384_SHA384), None, V13),
        (rsa(), Some(PSS), V13),
        (Pki::new(), None, V12),
        // In TLS 1.2 a curve goes with any hash, and RSA with either padding.
        (Pki::new(), Some(sha384), V12),
        (rsa(), Some(PSS), V12),
        (rsa(), None, V12),
    ] {
        let (shared, id) = with_opaque_key(&pki, alg, version);
        assert!(connects(&shared));
        // A key that is destroyed under a context: that context goes on with it or fails, and no new one has it.
        let mut pair = CPair::new(&shared);
        assert_eq!(psa_destroy_key(id), PSA_SUCCESS);
        let codes = pair.handshake();
        assert_eq!(codes.0 == 0, codes.1 == 0, "{codes:?}");
        assert!(!connects(&shared));
    }
}

#[test]
fn a_policy_against_handshakes_is_kept() {
    // PKCS #1 v1.5, which TLS 1.3 does not sign with, and a hash that is not the curve's.
    let sha384 = PSA_ALG_ECDSA_BASE | PSA_ALG_SHA_384 & PSA_ALG_HASH_MASK;
    for (pki, alg) in [(rsa(), None), (Pki::new(), Some(sha384))] {
        let (shared, id) = with_opaque_key(&pki, alg, V13);
        assert!(!connects(&shared));
        assert_eq!(psa_destroy_key(id), PSA_SUCCESS);
    }
}

/// The client's list says what the server signs with; 0x0403 is there for the authority's signature.
#[test]
fn in_tls12_each_kind_of_key_signs_what_the_client_offers() {
    for (pki, offered, connected) in [
        (Pki::new(), 0x0603, true),
        (rsa(), 0x0401, true),
        (rsa(), 0x0805, true),
        (rsa(), 0x0403, false),
        (rsa(), 0x080a, false),
        (Pki::with_leaf_key(&rcgen::PKCS_ED25519), 0x0807, true),
        (Pki::with_leaf_key(&rcgen::PKCS_ED25519), 0x0503, false),
    ] {
        let mut shared = Shared::of(&pki, V12);
        let schemes = [offered, 0x0403, 0];
        unsafe { mbedtls_ssl_conf_sig_algs(&raw mut shared.client, schemes.as_ptr()) };
        assert_eq!(connects(&shared), connected, "{offered:#x}");
    }
}

/// What stands behind a key of mbedtls_pk_setup_rsa_alt(): the key proper, and the context to free while it signs.
struct Application {
    key: mbedtls_pk_context,
    freed: *mut mbedtls_pk_context,
    refuses: bool,
}

unsafe extern "C" fn alt_sign(
    ctx: *mut c_void,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md: mbedtls_md_type_t,
    hash_len: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    unsafe {
        let application = ctx.cast::<Application>();
        if !(*application).freed.is_null() {
            mbedtls_pk_free((*application).freed);
        }
        if (*application).refuses {
            return -0x1234;
        }
        let mut len = 0;
        let key = &raw mut (*application).key;
        let (md, hash_len) = (MaybeUninit::new(md), hash_len as usize);
        mbedtls_pk_sign(key, md, hash, hash_len, sig, 256, &raw mut len, f_rng, p_rng)
    }
}

unsafe extern "C" fn alt_len(ctx: *mut c_void) -> usize {
    unsafe { (*mbedtls_pk_rsa((*ctx.cast::<Application>()).key)).len }
}

/// The key of `shared` goes behind the application's functions.
unsafe fn into_application(shared: &mut Shared, application: &mut MaybeUninit<Application>) {
    unsafe {
        application.write(Application {
            key: std::ptr::read(&raw const shared.key),
            freed: null_mut(),
            refuses: false,
        });
        let key = &raw mut shared.key;
        mbedtls_pk_init(key);
        let behind = application.as_mut_ptr().cast();
        assert_eq!(
            mbedtls_pk_setup_rsa_alt(key, behind, None, Some(alt_sign), Some(alt_len)),
            0
        );
    }
}

#[test]
fn an_application_key_signs_though_its_context_goes_but_serves_no_tls13() {
    let mut shared = Shared::of(&rsa(), V13);
    let mut place = MaybeUninit::uninit();
    unsafe {
        into_application(&mut shared, &mut place);
        let (application, key) = (place.assume_init_mut(), &raw mut shared.key);
        assert!(!connects(&shared));
        application.freed = key;
        let (mut sig, mut len) = ([0; 256], 0);
        let md = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA256);
        let hash = [7; 32];
        let sign = |sig: &mut [u8; 256], len: &mut usize| {
            mbedtls_pk_sign(key, md, hash.as_ptr(), 32, sig.as_mut_ptr(), 256, len, None, null_mut())
        };
        assert_eq!(sign(&mut sig, &mut len), 0);
        assert_eq!(len, 256);
        assert_ne!(sign(&mut sig, &mut len), 0);
        mbedtls_pk_free(&raw mut application.key);
    }
}

/// Keys of smart cards are used so by programs that are older than TLS 1.3.
#[test]
fn an_application_key_serves_both_ends_of_tls12() {
    let mut shared = Shared::of(&rsa(), V12);
    let mut place = MaybeUninit::uninit();
    unsafe {
        into_application(&mut shared, &mut place);
        let application = place.assume_init_mut();
        let (client, server) = (&raw mut shared.client, &raw mut shared.server);
        mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_REQUIRED);
        assert_eq!(
            mbedtls_ssl_conf_own_cert(client, &raw mut shared.cert, &raw mut shared.key),
            0
        );
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        assert!(!mbedtls_ssl_get_peer_cert(&raw const pair.server).is_null());
        drop(pair);

        // The program is told its own error.
        application.refuses = true;
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake().1, -0x1234);
        drop(pair);
        application.refuses = false;

        // The function takes the context away while it signs: that signature is the last.
        mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_NONE);
        application.freed = &raw mut shared.key;
        assert!(connects(&shared));
        assert!(!connects(&shared));
        mbedtls_pk_free(&raw mut application.key);
    }
}

/// Attributes of a P-256 pair that signs hashes.
fn p256() -> psa_key_attributes_t {
    let mut attributes = psa_key_attributes_init();
    attributes.type_ = PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | u16::from(PSA_ECC_FAMILY_SECP_R1);
    attributes.bits = 256;
    attributes.policy.alg = PSA_ALG_ECDSA_BASE | PSA_ALG_SHA_256 & PSA_ALG_HASH_MASK;
    attributes.policy.usage = PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_VERIFY_HASH;
    attributes
}

#[test]
fn threads_use_keys_that_others_destroy() {
    const THREADS: usize = 4;
    let attributes = p256();
    let (current, done) = (AtomicU32::new(0), AtomicBool::new(false));
    let fresh = || {
        let mut id = 0;
        assert_eq!(
            unsafe { psa_generate_key(&raw const attributes, &raw mut id) },
            PSA_SUCCESS
        );
        id
    };
    current.store(fresh(), Ordering::SeqCst);
    let alg = attributes.policy.alg;
    thread::scope(|scope| {
        for _ in 0..THREADS {
            scope.spawn(|| {
                while !done.load(Ordering::SeqCst) {
                    let id = current.load(Ordering::SeqCst);
                    let (mut signature, mut len) = ([0; 64], 0);
                    unsafe {
                        let status =
                            psa_sign_hash(id, alg, [7; 32].as_ptr(), 32, signature.as_mut_ptr(), 64, &raw mut len);
                        if status == PSA_SUCCESS {
                            let status = psa_verify_hash(id, alg, [7; 32].as_ptr(), 32, signature.as_ptr(), len);
                            // A number never comes to mean another key, whose signature it would not be.
                            assert!(matches!(status, PSA_SUCCESS | PSA_ERROR_INVALID_HANDLE), "{status}");
                        } else {
                            assert_eq!(status, PSA_ERROR_INVALID_HANDLE);
                            assert_eq!(len, 0);
                        }
                    }
                }
            });
        }
        for _ in 0..200 {
            let old = current.swap(fresh(), Ordering::SeqCst);
            assert_eq!(psa_destroy_key(old), PSA_SUCCESS);
            assert_eq!(psa_destroy_key(old), PSA_ERROR_INVALID_HANDLE);
        }
        done.store(true, Ordering::SeqCst);
    });
    assert_eq!(psa_destroy_key(current.into_inner()), PSA_SUCCESS);
}

#[test]
fn threads_share_one_opaque_key_in_handshakes() {
    let (shared, id) = with_opaque_key(&Pki::new(), None, V13);
    let place = std::ptr::from_ref(&*shared).expose_provenance();
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(move || {
                for _ in 0..5 {
                    assert!(connects(unsafe { &*std::ptr::with_exposed_provenance(place) }));
                }
            });
        }
    });
    assert_eq!(psa_destroy_key(id), PSA_SUCCESS);
}
