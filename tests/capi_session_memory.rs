//! Sessions when memory runs out: at every allocation in turn, each call fails cleanly, and all that was given is taken back.
#![cfg(feature = "complete")]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    clippy::unwrap_used,
    clippy::as_conversions,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod c_pair;
mod scarce;

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::cipher::mbedtls_cipher_type_t;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version::{self, *};
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::io::mbedtls_ssl_read;
use ferrotls::capi::ssl::renegotiation::mbedtls_ssl_renegotiate;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::session::saved::*;
use ferrotls::capi::ssl::session::*;
use ferrotls::capi::ssl::tickets::*;
use ferrotls::capi::ssl::tls12::mbedtls_ssl_conf_renegotiation;
use ferrotls::capi::ssl::types::mbedtls_ssl_session;
use ferrotls::capi::ssl_ticket::*;

/// Runs `work` with memory for 0, 1, 2 ... pieces, until there is enough of it; how often there was not.
fn starve(mut work: impl FnMut() -> c_int) -> usize {
    let before = scarce::held();
    for pieces in 0..10_000 {
        let code = scarce::with(pieces, &mut work);
        assert_eq!(scarce::held(), before, "{pieces} pieces");
        if code == 0 {
            return pieces;
        }
        assert!(code < 0);
    }
    unreachable!("there is never enough");
}

fn empty() -> mbedtls_ssl_session {
    unsafe { MaybeUninit::zeroed().assume_init() }
}

#[test]
fn cve_2021_44732_nothing_is_lost_and_nothing_is_freed_twice() {
    scarce::install();
    for version in [MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_VERSION_TLS1_2] {
        starve_all(version);
    }
}

/// A second handshake on a connection, both of which were enough for.
fn starve_renegotiation(shared: &Shared) {
    let ends = |pair: &mut CPair| unsafe {
        let mut room = [0; 8];
        let (mut client, mut server) = (MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_SSL_WANT_READ);
        for _ in 0..8 {
            if client == MBEDTLS_ERR_SSL_WANT_READ {
                client = mbedtls_ssl_renegotiate(&raw mut pair.client);
            }
            if server == MBEDTLS_ERR_SSL_WANT_READ {
                server = mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 8);
            }
        }
        (client, server)
    };
    let again = starve(|| {
        let mut pair = scarce::plenty(|| {
            let mut pair = CPair::new(shared);
            for conf in [&raw const shared.client, &raw const shared.server] {
                unsafe { mbedtls_ssl_conf_renegotiation(conf.cast_mut(), MBEDTLS_SSL_RENEGOTIATION_ENABLED) };
            }
            assert_eq!(pair.handshake(), (0, 0));
            pair
        });
        match ends(&mut pair) {
            (0, MBEDTLS_ERR_SSL_WANT_READ) => 0,
            (client, server) => client.min(server).min(-1),
        }
    });
    assert!(again >= 4, "{again}");
}

/// CVE-2021-44732: `mbedtls_ssl_set_session` without memory, among the rest.
fn starve_all(version: mbedtls_ssl_protocol_version) {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    for conf in [&raw mut shared.client, &raw mut shared.server] {
        unsafe {
            mbedtls_ssl_conf_min_tls_version(conf, MaybeUninit::new(version));
            mbedtls_ssl_conf_max_tls_version(conf, MaybeUninit::new(version));
        }
    }
    let mut own = Shared::new(&pki);
    let mut keys: mbedtls_ssl_ticket_context = unsafe { MaybeUninit::zeroed().assume_init() };
    let mut session = empty();
    unsafe {
        let cipher = MaybeUninit::new(mbedtls_cipher_type_t::MBEDTLS_CIPHER_CHACHA20_POLY1305);
        assert_eq!(
            mbedtls_ssl_ticket_setup(&raw mut keys, None, ptr::null_mut(), cipher, 1000),
            0
        );
        let (write, parse) = (Some(mbedtls_ssl_ticket_write as _), Some(mbedtls_ssl_ticket_parse as _));
        mbedtls_ssl_conf_session_tickets_cb(&raw mut shared.server, write, parse, (&raw mut keys).cast());
        mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
        let client = &raw mut shared.client;
        assert_eq!(
            ferrotls::capi::ssl::authentication::mbedtls_ssl_conf_own_cert(client, &raw mut own.cert, &raw mut own.key),
            0
        );
    }
    // A handshake in full, in which both show their chains.
    let full = starve(|| {
        let mut pair = scarce::plenty(|| CPair::new(&shared));
        let (client, server) = pair.handshake();
        client.min(server).min(0)
    });
    assert!(full >= 6, "{full}");
    if version == MBEDTLS_SSL_VERSION_TLS1_2 {
        starve_renegotiation(&shared);
    }
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let mut room = [0; 8];
    unsafe { mbedtls_ssl_read(&raw mut pair.client, room.as_mut_ptr(), 8) };

    // Out of the connection: it can be fetched until that has worked.
    let fetched = starve(|| unsafe {
        let mut to = empty();
        let code = mbedtls_ssl_get_session(&raw const pair.client, &raw mut to);
        mbedtls_ssl_session_free(&raw mut to);
        code
    });
    // The ticket; the certificates are shared.
    assert!(fetched >= 1);
    drop(pair);
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    unsafe {
        mbedtls_ssl_read(&raw mut pair.client, room.as_mut_ptr(), 8);
        assert_eq!(mbedtls_ssl_get_session(&raw const pair.client, &raw mut session), 0);
    }
    drop(pair);

    // Saved and loaded.
    let mut blob = vec![0; 8192];
    let mut len = 0;
    let (to, size) = (blob.as_mut_ptr(), blob.len());
    assert_eq!(
        unsafe { mbedtls_ssl_session_save(&raw const session, to, size, &raw mut len) },
        0
    );
    let loaded = starve(|| unsafe {
        let mut to = empty();
        let code = mbedtls_ssl_session_load(&raw mut to, blob.as_ptr(), len);
        assert!(code == 0 || code == MBEDTLS_ERR_SSL_ALLOC_FAILED, "{code:#x}");
        mbedtls_ssl_session_free(&raw mut to);
        code
    });
    assert!(loaded >= 2);

    // Into a connection, which is then made, over and over: whatever fails, it is freed once.
    let resumed = starve(|| unsafe {
        let mut pair = scarce::plenty(|| CPair::new(&shared));
        let code = mbedtls_ssl_set_session(&raw mut pair.client, &raw const session);
        if code != 0 {
            assert_eq!(code, MBEDTLS_ERR_SSL_ALLOC_FAILED);
            return code;
        }
        let (client, server) = pair.handshake();
        client.min(server).min(0)
    });
    assert!(resumed >= 4);
    unsafe {
        mbedtls_ssl_session_free(&raw mut session);
        mbedtls_ssl_ticket_free(&raw mut keys);
    }
    drop((shared, own));
    assert_eq!(scarce::held(), 0);
}
