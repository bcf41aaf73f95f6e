//! Groups as a C program chooses and sees them.
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

use std::ptr::null;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ferrotls::groups::*;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::errors::*;

const HYBRID: u16 = FERROTLS_IANA_TLS_GROUP_X25519MLKEM768;
const P256_HYBRID: u16 = FERROTLS_IANA_TLS_GROUP_SECP256R1MLKEM768;
const P384_HYBRID: u16 = FERROTLS_IANA_TLS_GROUP_SECP384R1MLKEM1024;
const X25519: u16 = MBEDTLS_SSL_IANA_TLS_GROUP_X25519;
const P256: u16 = MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1;

/// The group of a connection, where `None` is an application that chooses none.
fn group(client: Option<&'static [u16]>, server: Option<&'static [u16]>) -> u16 {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        if let Some(list) = client {
            mbedtls_ssl_conf_groups(&raw mut shared.client, list.as_ptr());
        }
        if let Some(list) = server {
            mbedtls_ssl_conf_groups(&raw mut shared.server, list.as_ptr());
        }
        let mut pair = CPair::new(&shared);
        assert_eq!(ferrotls_get_group(&raw const pair.client), 0);
        assert_eq!(pair.handshake(), (0, 0), "{client:?} {server:?}");
        let group = ferrotls_get_group(&raw const pair.client);
        assert_eq!(ferrotls_get_group(&raw const pair.server), group);
        group
    }
}

#[test]
fn pain_9803_who_chooses_nothing_gets_the_hybrid() {
    assert_eq!(group(None, None), HYBRID);
    assert_eq!(group(None, Some(&[X25519, 0])), X25519);
    assert_eq!(group(Some(&[X25519, 0]), None), X25519);
    assert_eq!(group(None, Some(&[P256, 0])), P256);
    assert_eq!(group(Some(&[P256, 0]), None), P256);
}

#[test]
fn lists_are_obeyed() {
    assert_eq!(
        group(Some(&[P256_HYBRID, P256, 0]), Some(&[P256_HYBRID, 0])),
        P256_HYBRID
    );
    assert_eq!(
        group(Some(&[P384_HYBRID, 0]), Some(&[P256, P384_HYBRID, 0])),
        P384_HYBRID
    );
    // Asked for by a HelloRetryRequest.
    assert_eq!(group(Some(&[X25519, HYBRID, 0]), Some(&[HYBRID, 0])), HYBRID);
    assert_eq!(group(Some(&[HYBRID, P256, 0]), Some(&[P256, 0])), P256);
}

#[test]
fn a_preset_without_hybrids_stays_so() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        let (stream, suite_b) = (MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_SUITEB);
        for (conf, side) in [
            (&raw mut shared.client, MBEDTLS_SSL_IS_CLIENT),
            (&raw mut shared.server, MBEDTLS_SSL_IS_SERVER),
        ] {
            assert_eq!(mbedtls_ssl_config_defaults(conf, side, stream, suite_b), 0);
        }
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(ferrotls_get_group(&raw const pair.client), P256);
    }
}

#[test]
fn the_group_is_forgotten_with_the_connection() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    unsafe {
        assert_eq!(ferrotls_get_group(null()), 0);
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(ferrotls_get_group(&raw const pair.client), HYBRID);
        assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.client), 0);
        assert_eq!(ferrotls_get_group(&raw const pair.client), 0);
    }
}

#[test]
fn no_group_in_common() {
    let mut shared = Shared::new(&Pki::new());
    static CLASSIC: [u16; 2] = [X25519, 0];
    static OTHER: [u16; 2] = [P384_HYBRID, 0];
    unsafe {
        mbedtls_ssl_conf_groups(&raw mut shared.client, CLASSIC.as_ptr());
        mbedtls_ssl_conf_groups(&raw mut shared.server, OTHER.as_ptr());
        let mut pair = CPair::new(&shared);
        assert_eq!(
            pair.handshake(),
            (MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE, MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE)
        );
        assert_eq!(ferrotls_get_group(&raw const pair.server), 0);
    }
}
