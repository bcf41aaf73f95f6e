//! `mbedtls_x509_crt_verify_with_ca_cb`: the callback is asked along the path as 3.6 does it, whatever it gives.
//! The stock library of Debian has no such callback, so there is no program to compare.
#![cfg(feature = "complete")]
#![allow(
    clippy::unwrap_used,
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
#[path = "pki_maker/mod.rs"]
mod maker;

use std::ffi::{c_int, c_void};
use std::ptr::null_mut;

use c_pair::{CPair, Pki, Shared, VERSIONS};
use ferrotls::capi::platform::mbedtls_calloc;
use ferrotls::capi::ssl::authentication::*;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::mbedtls_ssl_get_verify_result;
use ferrotls::capi::x509::*;
use ferrotls::capi::x509_crt::parse::mbedtls_x509_crt_parse_der;
use ferrotls::capi::x509_crt::verify::*;
use ferrotls::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_free, mbedtls_x509_crt_init};
use ferrotls::pki::Time;
use maker::*;

/// What a callback gives at each call, and for which certificate it was asked.
#[derive(Default)]
struct Store {
    /// Certificates for the first call, the second, and so on; nothing for later ones.
    answers: Vec<Vec<Vec<u8>>>,
    /// The call that fails with this code, after its list was made.
    fails_at: Option<(usize, c_int)>,
    asked: Vec<Vec<u8>>,
}

unsafe fn list_of(ders: &[Vec<u8>]) -> *mut mbedtls_x509_crt {
    let mut list = null_mut::<mbedtls_x509_crt>();
    for der in ders {
        unsafe {
            if list.is_null() {
                list = mbedtls_calloc(1, size_of::<mbedtls_x509_crt>()).cast();
                mbedtls_x509_crt_init(list);
            }
            assert_eq!(mbedtls_x509_crt_parse_der(list, der.as_ptr(), der.len()), 0);
        }
    }
    list
}

unsafe extern "C" fn look_up(
    p_ctx: *mut c_void,
    child: *const mbedtls_x509_crt,
    candidates: *mut *mut mbedtls_x509_crt,
) -> c_int {
    unsafe {
        let store = &mut *p_ctx.cast::<Store>();
        let raw = &(*child).raw;
        let call = store.asked.len();
        store.asked.push(std::slice::from_raw_parts(raw.p, raw.len).to_vec());
        assert!((*candidates).is_null(), "what was given before is gone");
        *candidates = list_of(store.answers.get(call).map_or(&[], Vec::as_slice));
        match store.fails_at {
            Some((at, code)) if at == call => code,
            _ => 0,
        }
    }
}

/// Depths that the verify callback was shown, with their flags.
unsafe extern "C" fn note(seen: *mut c_void, _: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int {
    unsafe { (*seen.cast::<Vec<(c_int, u32)>>()).push((depth, *flags)) };
    0
}

/// Code, flags, and what the verify callback saw.
fn verify(chain: &[Vec<u8>], store: &mut Store) -> (c_int, u32, Vec<(c_int, u32)>) {
    let mut seen: Vec<(c_int, u32)> = Vec::new();
    let mut flags = 12345;
    unsafe {
        let list = list_of(chain);
        let profile = &raw const mbedtls_x509_crt_profile_default;
        let code = mbedtls_x509_crt_verify_with_ca_cb(
            list,
            Some(look_up),
            std::ptr::from_mut(store).cast(),
            profile,
            c"www.example.com".as_ptr(),
            &raw mut flags,
            Some(note),
            (&raw mut seen).cast(),
        );
        mbedtls_x509_crt_free(list);
        ferrotls::capi::platform::mbedtls_free(list.cast());
        (code, flags, seen)
    }
}

fn fresh(mut recipe: Recipe) -> Recipe {
    let now = Time::now().to_unix();
    (recipe.from, recipe.to) = (now - 10 * DAY, now + 10 * DAY);
    recipe
}

fn authority(issuer: &str, subject: &str, key: usize, signer: usize) -> Vec<u8> {
    fresh(Recipe::authority(issuer, subject)).der(p256(key), p256(signer))
}

fn leaf(issuer: &str, signer: usize) -> Vec<u8> {
    fresh(Recipe::leaf(issuer)).der(p256(1), p256(signer))
}

/// A leaf, two intermediates, presented in this order with a stranger between them; the root.
fn chain() -> (Vec<Vec<u8>>, Vec<u8>) {
    let presented = vec![
        leaf("Low", 2),
        authority("Nobody", "Stranger", 9, 9),
        authority("Root", "High", 3, 0),
        authority("High", "Low", 2, 3),
    ];
    (presented, authority("Root", "Root", 0, 0))
}

const FAILED: c_int = MBEDTLS_ERR_X509_CERT_VERIFY_FAILED;
const FATAL: c_int = MBEDTLS_ERR_X509_FATAL_ERROR;
const NOT_TRUSTED: u32 = MBEDTLS_X509_BADCERT_NOT_TRUSTED;

#[test]
fn asked_along_the_path_until_one_has_issued() {
    let (presented, root) = chain();
    let mut store = Store {
        answers: vec![vec![], vec![], vec![root]],
        ..Store::default()
    };
    let seen = vec![(3, 0), (2, 0), (1, 0), (0, 0)];
    assert_eq!(verify(&presented, &mut store), (0, 0, seen));
    // Leaf, Low, High: by the path, not as presented, and without the stranger.
    let order = [&presented[0], &presented[3], &presented[2]];
    assert_eq!(store.asked.iter().collect::<Vec<_>>(), order);

    // An intermediate that is trusted itself ends the path there.
    let mut store = Store {
        answers: vec![vec![presented[3].clone()]],
        ..Store::default()
    };
    assert_eq!(verify(&presented, &mut store), (0, 0, vec![(1, 0), (0, 0)]));
    assert_eq!(store.asked.len(), 1);
}

#[test]
fn a_callback_that_knows_nothing() {
    let (presented, _) = chain();
    let mut store = Store::default();
    let seen = vec![(2, NOT_TRUSTED), (1, 0), (0, 0)];
    assert_eq!(verify(&presented, &mut store), (FAILED, NOT_TRUSTED, seen));
    assert_eq!(store.asked.len(), 3);
}

#[test]
fn a_callback_that_fails() {
    let (presented, _) = chain();
    let stranger = vec![presented[1].clone()];
    for (at, code) in [(0, -1), (1, 1), (2, FAILED), (2, -0x7fff)] {
        let mut store = Store {
            // Lists of failing calls are freed too: a checker of leaks would tell.
            answers: vec![stranger.clone(), stranger.clone(), stranger.clone()],
            fails_at: Some((at, code)),
            ..Store::default()
        };
        assert_eq!(verify(&presented, &mut store), (FATAL, u32::MAX, vec![]));
        assert_eq!(store.asked.len(), at + 1);
    }
}

#[test]
fn a_callback_that_gives_what_does_not_fit() {
    let (presented, root) = chain();
    let wrong_key = authority("Root", "Root", 8, 8);
    let no_authority = fresh(Recipe::leaf("Root")).der(p256(0), p256(0));
    for answer in [vec![wrong_key], vec![no_authority], vec![presented[1].clone()]] {
        let mut store = Store {
            answers: vec![answer.clone(), answer.clone(), answer],
            ..Store::default()
        };
        let (code, flags, _) = verify(&presented, &mut store);
        assert_eq!((code, flags, store.asked.len()), (FAILED, NOT_TRUSTED, 3));
    }
    // Nobody is asked for the issuer of what was not presented.
    let mut store = Store {
        answers: vec![vec![], vec![root]],
        ..Store::default()
    };
    assert_eq!(verify(&presented[..1], &mut store).1, NOT_TRUSTED);
    assert_eq!(store.asked.len(), 1);
}

#[test]
fn a_callback_that_gives_a_crowd() {
    let (presented, root) = chain();
    let mut crowd: Vec<Vec<u8>> = (0..300)
        .map(|number| authority("Root", &format!("Root {number}"), 8, 8))
        .collect();
    crowd.extend((0..20).map(|_| authority("Root", "Root", 8, 8)));
    crowd.push(root);
    let mut store = Store {
        answers: vec![crowd],
        ..Store::default()
    };
    let (code, flags, seen) = verify(&presented, &mut store);
    // What issued a later certificate of the path is found at once.
    assert_eq!((code, flags, seen.len(), store.asked.len()), (0, 0, 4, 1));
}

#[test]
fn authorities_that_certify_each_other() {
    let presented = vec![
        leaf("A", 2),
        authority("B", "A", 2, 3),
        authority("C", "B", 3, 4),
        authority("A", "C", 4, 2),
    ];
    let mut store = Store::default();
    let (code, flags, seen) = verify(&presented, &mut store);
    assert_eq!(
        (code, flags, seen.len(), store.asked.len()),
        (FAILED, NOT_TRUSTED, 4, 4)
    );
    // One that the callback gives ends the loop, though it is certified by the others alone.
    let mut store = Store {
        answers: vec![presented[1..].to_vec()],
        ..Store::default()
    };
    assert_eq!(verify(&presented, &mut store).0, 0);
    assert_eq!(store.asked.len(), 1);
}

#[test]
fn a_path_that_is_too_long() {
    let mut presented = vec![leaf("I0", 2)];
    for number in 0..12 {
        presented.push(authority(&format!("I{}", number + 1), &format!("I{number}"), 2, 2));
    }
    let mut store = Store::default();
    assert_eq!(verify(&presented, &mut store), (FATAL, u32::MAX, vec![]));
    // The leaf and eight intermediates.
    assert_eq!(store.asked.len(), 9);
}

unsafe fn der_of(crt: *const mbedtls_x509_crt) -> Vec<u8> {
    unsafe { std::slice::from_raw_parts((*crt).raw.p, (*crt).raw.len).to_vec() }
}

/// `mbedtls_ssl_conf_ca_cb` at either end: whom the callback knows is let in, and nobody else.
#[test]
fn connections_ask_the_callback() {
    for version in VERSIONS {
        for at_client in [true, false] {
            let mut shared = Shared::of(&Pki::new(), version);
            let (cert, key) = (&raw mut shared.cert, &raw mut shared.key);
            let (client, server) = (&raw mut shared.client, &raw mut shared.server);
            let (ca, leaf) = unsafe { (der_of(&raw const shared.ca), der_of(cert)) };
            unsafe {
                mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_REQUIRED);
                assert_eq!(mbedtls_ssl_conf_own_cert(client, cert, key), 0);
            }
            let conf = if at_client { client } else { server };
            let connect = |store: &mut Store| {
                unsafe { mbedtls_ssl_conf_ca_cb(conf, Some(look_up), std::ptr::from_mut(store).cast()) };
                let mut pair = CPair::new(&shared);
                let (client, server) = pair.handshake();
                let of = |ssl| unsafe { mbedtls_ssl_get_verify_result(ssl) };
                if at_client {
                    (client, of(&raw const pair.client), server)
                } else {
                    (server, of(&raw const pair.server), client)
                }
            };
            let mut knows = Store {
                answers: vec![vec![ca.clone()]],
                ..Store::default()
            };
            assert_eq!(connect(&mut knows), (0, 0, 0));
            assert_eq!(knows.asked, std::slice::from_ref(&leaf));
            // The list that was set before does not count beside it.
            let mut nobody = Store::default();
            let (code, flags, _) = connect(&mut nobody);
            assert_eq!((code, flags), (FAILED, NOT_TRUSTED));
            assert_eq!(nobody.asked, std::slice::from_ref(&leaf));
            let mut fails = Store {
                answers: vec![vec![ca]],
                fails_at: Some((0, -0x1234)),
                ..Store::default()
            };
            let (code, _, other) = connect(&mut fails);
            assert!(code < 0 && code != MBEDTLS_ERR_SSL_WANT_READ, "{code:x}");
            assert!(at_client || other != MBEDTLS_ERR_SSL_WANT_READ);
            assert_eq!(fails.asked, [leaf]);
            // A list in its place.
            unsafe { mbedtls_ssl_conf_ca_chain(conf, &raw mut shared.ca, null_mut()) };
            assert_eq!(CPair::new(&shared).handshake(), (0, 0));
            assert_eq!(fails.asked.len(), 1);
        }
    }
}
