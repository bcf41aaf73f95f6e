//! Connections that are saved as bytes and go on in another context.
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
#[path = "c_pair/sessions.rs"]
mod sessions;

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::Path;
use std::ptr;

use c_pair::{Bio, CPair, Pki, Shared, recv, send};
use ferrotls::capi::ferrotls::framing::ferrotls_conf_record_size_limit;
use ferrotls::capi::ferrotls::groups::ferrotls_get_group;
use ferrotls::capi::ferrotls::post_handshake::*;
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::ferrotls::update_keys::ferrotls_update_keys;
use ferrotls::capi::ssl::authentication::{mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::*;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::limits::*;
use ferrotls::capi::ssl::renegotiation::mbedtls_ssl_renegotiate;
use ferrotls::capi::ssl::serialize::{fuzz, mbedtls_ssl_context_load, mbedtls_ssl_context_save};
use ferrotls::capi::ssl::tls12::mbedtls_ssl_conf_renegotiation;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context};
use ferrotls::crypto::hash::HashAlgorithm;
use sessions::{Keys, Session, connect};

const BAD: c_int = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
const CHECKSUM_LEN: usize = 16;

/// Ends of a pair.
#[derive(Clone, Copy, Debug, PartialEq)]
enum End {
    Client,
    Server,
}
use End::{Client, Server};

fn ssl(pair: &mut CPair, end: End) -> *mut mbedtls_ssl_context {
    match end {
        Client => &raw mut pair.client,
        Server => &raw mut pair.server,
    }
}

fn conf(shared: &Shared, end: End) -> *const mbedtls_ssl_config {
    match end {
        Client => &raw const shared.client,
        Server => &raw const shared.server,
    }
}

/// Saves, which must succeed with the length that a call without room tells.
fn save(ssl: *mut mbedtls_ssl_context) -> Vec<u8> {
    let mut len = 0;
    unsafe {
        let code = mbedtls_ssl_context_save(ssl, ptr::null_mut(), 0, &raw mut len);
        assert_eq!(code, MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL);
        let mut blob = vec![0; len];
        let mut again = 0;
        let code = mbedtls_ssl_context_save(ssl, blob.as_mut_ptr(), len - 1, &raw mut again);
        assert_eq!((code, again), (MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL, len));
        assert!(blob.iter().all(|byte| *byte == 0));
        assert_eq!(mbedtls_ssl_context_save(ssl, blob.as_mut_ptr(), len, &raw mut again), 0);
        assert_eq!(again, len);
        blob
    }
}

/// What a save is answered that may not be made now; the context stays as it is.
fn refusal(ssl: *mut mbedtls_ssl_context) -> c_int {
    let (mut room, mut len) = (vec![0; 100_000], 0);
    let code = unsafe { mbedtls_ssl_context_save(ssl, room.as_mut_ptr(), room.len(), &raw mut len) };
    assert!(room.iter().all(|byte| *byte == 0));
    code
}

/// Sets up a fresh context of this end and loads into it.
fn load(pair: &mut CPair, shared: &Shared, end: End, blob: &[u8]) -> c_int {
    let bio: *mut Bio = match end {
        Client => &raw mut pair.client_bio,
        Server => &raw mut pair.server_bio,
    };
    let ssl = ssl(pair, end);
    unsafe {
        mbedtls_ssl_free(ssl);
        mbedtls_ssl_init(ssl);
        assert_eq!(mbedtls_ssl_setup(ssl, conf(shared, end)), 0);
        mbedtls_ssl_set_bio(ssl, bio.cast::<c_void>(), Some(send), Some(recv), None);
        mbedtls_ssl_context_load(ssl, blob.as_ptr(), blob.len())
    }
}

/// Saves an end and goes on with it in a fresh context; everything that can be asked for is as before.
fn move_over(pair: &mut CPair, shared: &Shared, end: End) -> Vec<u8> {
    let before = facts(ssl(pair, end));
    let blob = save(ssl(pair, end));
    unsafe {
        let ssl = ssl(pair, end);
        assert_eq!((mbedtls_ssl_is_handshake_over(ssl), (*ssl).state), (0, 0));
        assert!(mbedtls_ssl_get_peer_cert(ssl).is_null());
        assert_eq!(mbedtls_ssl_get_verify_result(ssl), u32::MAX);
        assert_eq!(refusal(ssl), BAD);
    }
    assert_eq!(load(pair, shared, end, &blob), 0);
    assert_eq!(facts(ssl(pair, end)), before);
    blob
}

/// All that a program can ask a connection.
#[derive(Debug, PartialEq)]
struct Facts {
    state: c_int,
    version: (String, u32),
    suite: String,
    suite_id: c_int,
    alpn: Option<String>,
    peer: Vec<Vec<u8>>,
    verify_result: u32,
    group: u16,
    psk: c_int,
    payloads: (c_int, c_int),
    expansion: c_int,
    material: [u8; 40],
}

fn text(text: *const c_char) -> Option<String> {
    (!text.is_null()).then(|| unsafe { CStr::from_ptr(text) }.to_str().unwrap().to_owned())
}

fn facts(ssl: *mut mbedtls_ssl_context) -> Facts {
    let mut peer = Vec::new();
    let mut material = [0; 40];
    unsafe {
        let mut crt = mbedtls_ssl_get_peer_cert(ssl);
        while let Some(one) = crt.as_ref() {
            peer.push(std::slice::from_raw_parts(one.raw.p, one.raw.len).to_vec());
            crt = one.next;
        }
        let label = c"EXPORTER-test";
        let (out, context) = (material.as_mut_ptr(), b"context");
        let code =
            mbedtls_ssl_export_keying_material(ssl, out, material.len(), label.as_ptr(), 13, context.as_ptr(), 7, 1);
        assert_eq!((code, mbedtls_ssl_is_handshake_over(ssl)), (0, 1));
        Facts {
            state: (*ssl).state,
            version: (
                text(mbedtls_ssl_get_version(ssl)).unwrap(),
                mbedtls_ssl_get_version_number(ssl) as u32,
            ),
            suite: text(mbedtls_ssl_get_ciphersuite(ssl)).unwrap(),
            suite_id: mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl),
            alpn: text(mbedtls_ssl_get_alpn_protocol(ssl)),
            peer,
            verify_result: mbedtls_ssl_get_verify_result(ssl),
            group: ferrotls_get_group(ssl),
            psk: ferrotls_get_psk(ssl),
            payloads: (
                mbedtls_ssl_get_max_out_record_payload(ssl),
                mbedtls_ssl_get_max_in_record_payload(ssl),
            ),
            expansion: mbedtls_ssl_get_record_expansion(ssl),
            material,
        }
    }
}

/// Moves `message` from one end to the other, in as many records as it takes.
fn transfer(pair: &mut CPair, from: End, message: &[u8]) {
    let to = if from == Client { Server } else { Client };
    let (from, to) = (ssl(pair, from), ssl(pair, to));
    let (mut sent, mut got) = (0, Vec::new());
    let mut room = vec![0; 17_000];
    while got.len() < message.len() {
        unsafe {
            if let Some(rest) = message.get(sent..).filter(|rest| !rest.is_empty()) {
                let code = mbedtls_ssl_write(from, rest.as_ptr(), rest.len());
                sent += usize::try_from(code).unwrap_or_else(|_| panic!("-{:04x}", -code));
            }
            let code = mbedtls_ssl_read(to, room.as_mut_ptr(), room.len());
            let len = usize::try_from(code).unwrap_or_else(|_| panic!("-{:04x}", -code));
            got.extend_from_slice(&room[..len]);
        }
    }
    assert_eq!(got, message);
}

/// A byte of data or the code.
fn read_one(ssl: *mut mbedtls_ssl_context) -> c_int {
    let mut room = [0; 1];
    unsafe { mbedtls_ssl_read(ssl, room.as_mut_ptr(), 1) }
}

fn read_nothing(pair: &mut CPair, end: End) {
    assert_eq!(read_one(ssl(pair, end)), MBEDTLS_ERR_SSL_WANT_READ);
}

const VERSIONS: &[c_int] = &[13, 12];

fn use_version(shared: &mut Shared, version: c_int) {
    use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version::*;
    let version = if version == 12 {
        MBEDTLS_SSL_VERSION_TLS1_2
    } else {
        MBEDTLS_SSL_VERSION_TLS1_3
    };
    for conf in [&raw mut shared.client, &raw mut shared.server] {
        unsafe {
            mbedtls_ssl_conf_min_tls_version(conf, std::mem::MaybeUninit::new(version));
            mbedtls_ssl_conf_max_tls_version(conf, std::mem::MaybeUninit::new(version));
        }
    }
}

/// Suites that a pair with ECDSA certificates can use.
const SUITES13: [c_int; 5] = [0x1301, 0x1302, 0x1303, 0x1304, 0x1305];
const SUITES12: [c_int; 11] = [
    0xC02B, 0xC02C, 0xCCA9, 0xC0AC, 0xC0AD, 0xC0AE, 0xC0AF, 0xC009, 0xC00A, 0xC023, 0xC024,
];

#[test]
fn pain_serialize_both_ends_go_on_with_every_suite() {
    let pki = Pki::new();
    for version in VERSIONS {
        let suites: &[c_int] = if *version == 12 { &SUITES12 } else { &SUITES13 };
        for suite in suites {
            let mut shared = Shared::new(&pki);
            use_version(&mut shared, *version);
            let list = [*suite, 0];
            for conf in [&raw mut shared.client, &raw mut shared.server] {
                unsafe { mbedtls_ssl_conf_ciphersuites(conf, list.as_ptr()) };
            }
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0), "{suite:04x}");
            for round in 0..3 {
                for end in [Client, Server] {
                    // Sequence numbers of both directions, alike and not.
                    for _ in 0..round {
                        transfer(&mut pair, end, b"before");
                    }
                    move_over(&mut pair, &shared, end);
                    transfer(&mut pair, Client, b"to the server");
                    transfer(&mut pair, Server, &vec![7; 40_000]);
                }
            }
            assert_eq!(facts(&raw mut pair.client).suite_id, *suite);
            // And it ends as any other.
            unsafe {
                assert_eq!(mbedtls_ssl_close_notify(&raw mut pair.client), 0);
                assert_eq!(read_one(&raw mut pair.server), MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY);
            }
        }
    }
}

#[test]
fn what_was_negotiated_is_told_afterwards() {
    let pki = Pki::new();
    let protocols = [c"h2".as_ptr(), c"http/1.1".as_ptr(), ptr::null()];
    for version in VERSIONS {
        let mut shared = Shared::new(&pki);
        use_version(&mut shared, *version);
        unsafe {
            let (client, server) = (&raw mut shared.client, &raw mut shared.server);
            for conf in [client, server] {
                mbedtls_ssl_conf_alpn_protocols(conf, protocols.as_ptr().cast_mut().cast());
            }
            mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_OPTIONAL);
            let mut stranger = Shared::new(&Pki::new());
            let (cert, key) = (&raw mut stranger.cert, &raw mut stranger.key);
            assert_eq!(mbedtls_ssl_conf_own_cert(client, cert, key), 0);
            assert_eq!(
                mbedtls_ssl_conf_max_frag_len(client, MBEDTLS_SSL_MAX_FRAG_LEN_1024 as u8),
                0
            );
            let mut pair = CPair::new(&shared);
            assert_eq!(pair.handshake(), (0, 0));
            for end in [Client, Server] {
                move_over(&mut pair, &shared, end);
            }
            let (client, server) = (facts(&raw mut pair.client), facts(&raw mut pair.server));
            assert_eq!(client.material, server.material);
            assert_eq!(
                (client.alpn.as_deref(), server.alpn.as_deref()),
                (Some("h2"), Some("h2"))
            );
            assert_eq!((client.peer.len(), client.verify_result), (1, 0));
            assert_eq!(server.peer.len(), 1);
            assert_ne!(server.verify_result, 0);
            assert_eq!((client.payloads.0, server.payloads.0), (1024, 1024));
            // The limit is kept in both directions.
            transfer(&mut pair, Client, &[1; 5000]);
            transfer(&mut pair, Server, &[2; 5000]);
        }
    }
}

#[test]
fn record_size_limits_are_kept() {
    let pki = Pki::new();
    for version in VERSIONS {
        let mut shared = Shared::new(&pki);
        use_version(&mut shared, *version);
        unsafe {
            assert_eq!(ferrotls_conf_record_size_limit(&raw mut shared.client, 500), 0);
            assert_eq!(ferrotls_conf_record_size_limit(&raw mut shared.server, 700), 0);
        }
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let before = facts(&raw mut pair.server).payloads;
        for end in [Client, Server] {
            move_over(&mut pair, &shared, end);
        }
        assert!(before.0 <= 500 && before.1 <= 700);
        transfer(&mut pair, Client, &[1; 5000]);
        transfer(&mut pair, Server, &[2; 5000]);
    }
}

#[test]
fn keys_change_before_and_after() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    unsafe {
        for round in 0..4 {
            assert_eq!(ferrotls_update_keys(ssl(&mut pair, Client), round % 2), 0);
            transfer(&mut pair, Client, b"under new keys");
            transfer(&mut pair, Server, b"also the answer");
            move_over(&mut pair, &shared, Client);
            assert_eq!(ferrotls_update_keys(ssl(&mut pair, Server), round % 2), 0);
            move_over(&mut pair, &shared, Server);
            transfer(&mut pair, Server, b"under new keys");
            transfer(&mut pair, Client, b"also the answer");
        }
        // A KeyUpdate that is asked for and has not come: it may not be asked for again, and the answer is none to a flood.
        assert_eq!(ferrotls_update_keys(ssl(&mut pair, Client), 1), 0);
        move_over(&mut pair, &shared, Client);
        assert_eq!(ferrotls_update_keys(ssl(&mut pair, Client), 1), 0);
        transfer(&mut pair, Client, b"data");
        transfer(&mut pair, Server, b"answer");
    }
}

#[test]
fn tickets_come_after_and_are_resumed() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    // The tickets are on their way while the client is moved.
    let (mut pair, _) = connect(&shared, None);
    move_over(&mut pair, &shared, Client);
    move_over(&mut pair, &shared, Server);
    let session = Session::of(&mut pair);
    let (mut pair, kind) = connect(&shared, Some(&session));
    assert_eq!(kind, FERROTLS_PSK_RESUMPTION);
    // A ticket that has come before, on a connection that is itself resumed.
    read_nothing(&mut pair, Client);
    move_over(&mut pair, &shared, Client);
    let session = Session::load(&Session::of(&mut pair).save());
    assert_eq!(facts(&raw mut pair.client).psk, FERROTLS_PSK_RESUMPTION);
    let (pair, kind) = connect(&shared, Some(&session));
    assert_eq!(kind, FERROTLS_PSK_RESUMPTION);
    assert!(unsafe { !mbedtls_ssl_get_peer_cert(&raw const pair.client).is_null() });
}

#[test]
fn a_connection_with_anything_on_its_way_is_not_saved() {
    let pki = Pki::new();
    for version in VERSIONS {
        let mut shared = Shared::new(&pki);
        use_version(&mut shared, *version);
        let mut pair = CPair::new(&shared);
        let mut len = 0;
        unsafe {
            let client = ssl(&mut pair, Client);
            assert_eq!(refusal(ptr::null_mut()), BAD);
            assert_eq!(refusal(client), BAD);
            assert_eq!(mbedtls_ssl_handshake_step(client), 0);
            assert_eq!(refusal(client), BAD);
            assert_eq!(pair.handshake(), (0, 0));
            let (client, server) = (ssl(&mut pair, Client), ssl(&mut pair, Server));
            let mut room = [0; 2];
            assert_eq!(
                mbedtls_ssl_context_save(client, room.as_mut_ptr(), 100_000, ptr::null_mut()),
                BAD
            );
            assert_eq!(
                mbedtls_ssl_context_save(client, ptr::null_mut(), 100_000, &raw mut len),
                BAD
            );
            // Data that is not read yet.
            assert_eq!(mbedtls_ssl_write(server, b"abc".as_ptr(), 3), 3);
            assert_eq!(read_one(client), 1);
            assert_eq!(refusal(client), BAD);
            assert_eq!(mbedtls_ssl_read(client, room.as_mut_ptr(), 2), 2);
            // Half a record.
            assert_eq!(mbedtls_ssl_write(server, b"abc".as_ptr(), 3), 3);
            let rest = pair.to_client.bytes.split_off(7);
            read_nothing(&mut pair, Client);
            assert_eq!(refusal(client), BAD);
            pair.to_client.bytes.extend(rest);
            assert_eq!((read_one(client), read_one(client), read_one(client)), (1, 1, 1));
            // Data that is not sent yet.
            pair.to_server.limit = 0;
            pair.to_server.blocks = usize::MAX - 1;
            assert_eq!(
                mbedtls_ssl_write(client, b"abc".as_ptr(), 3),
                MBEDTLS_ERR_SSL_WANT_WRITE
            );
            assert_eq!(refusal(client), BAD);
            pair.to_server.limit = usize::MAX;
            pair.to_server.blocks = 0;
            assert_eq!(mbedtls_ssl_write(client, b"abc".as_ptr(), 3), 3);
        }
        // All of it is dealt with: what is left is a connection like others.
        assert_eq!(
            (
                read_one(&raw mut pair.server),
                read_one(&raw mut pair.server),
                read_one(&raw mut pair.server)
            ),
            (1, 1, 1)
        );
        move_over(&mut pair, &shared, Client);
        transfer(&mut pair, Client, b"data");
        unsafe {
            // It is closed, by one side or the other.
            assert_eq!(mbedtls_ssl_close_notify(&raw mut pair.client), 0);
            assert_eq!(refusal(&raw mut pair.client), BAD);
            assert_eq!(read_one(&raw mut pair.server), MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY);
            assert_eq!(refusal(&raw mut pair.server), BAD);
        }
    }
}

/// As in 3.6 a connection that may be renegotiated is not saved, whatever it is at. In TLS 1.3 none is.
#[test]
fn who_may_renegotiate_is_not_saved() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    use_version(&mut shared, 12);
    let plain = Shared::of(&pki, c_pair::V12);
    for conf in [&raw mut shared.client, &raw mut shared.server] {
        unsafe { mbedtls_ssl_conf_renegotiation(conf, MBEDTLS_SSL_RENEGOTIATION_ENABLED) };
    }
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    let neither = |pair: &mut CPair| assert_eq!([Client, Server].map(|end| refusal(ssl(pair, end))), [BAD; 2]);
    neither(&mut pair);
    unsafe {
        let (client, server) = (&raw mut pair.client, &raw mut pair.server);
        // The server has asked; it has sent data besides, some of which is not read; the client has begun.
        assert_eq!(mbedtls_ssl_renegotiate(server), 0);
        neither(&mut pair);
        assert_eq!(mbedtls_ssl_write(server, b"abc".as_ptr(), 3), 3);
        // The client begins, and there is data before the server's answer.
        let begun = mbedtls_ssl_renegotiate(client);
        assert!([MBEDTLS_ERR_SSL_WANT_READ, MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO].contains(&begun));
        neither(&mut pair);
        assert_eq!(read_one(client), 1);
        neither(&mut pair);
        assert_eq!((read_one(client), read_one(client)), (1, 1));
        read_nothing(&mut pair, Server);
        neither(&mut pair);
        // What the client has to send does not go out.
        pair.to_server.blocks = usize::MAX - 1;
        assert_eq!(mbedtls_ssl_renegotiate(client), MBEDTLS_ERR_SSL_WANT_WRITE);
        neither(&mut pair);
        pair.to_server.blocks = 0;
        assert_eq!(mbedtls_ssl_renegotiate(client), MBEDTLS_ERR_SSL_WANT_READ);
        read_nothing(&mut pair, Server);
        assert_eq!(mbedtls_ssl_renegotiate(client), 0);
        neither(&mut pair);
        // Nothing of that has done harm.
        transfer(&mut pair, Client, b"data");
        transfer(&mut pair, Server, b"data");
    }
    // It is each end's own matter, and that of its version.
    for renegotiates in [Client, Server] {
        let other = if renegotiates == Client { Server } else { Client };
        let mut mixed = Shared::of(&pki, c_pair::V12);
        let conf = conf(&mixed, renegotiates).cast_mut();
        unsafe { mbedtls_ssl_conf_renegotiation(conf, MBEDTLS_SSL_RENEGOTIATION_ENABLED) };
        let mut pair = CPair::new(&mixed);
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(refusal(ssl(&mut pair, renegotiates)), BAD);
        move_over(&mut pair, &mixed, other);
        transfer(&mut pair, Client, b"data");
        transfer(&mut pair, Server, b"data");
        // Nor is one loaded that was saved elsewhere.
        let blob = save(ssl(&mut pair, other));
        assert_eq!(load(&mut pair, &shared, other, &blob), BAD);
        assert_eq!(load(&mut pair, &plain, other, &blob), 0);
        use_version(&mut mixed, 13);
        let mut pair = CPair::new(&mixed);
        assert_eq!(pair.handshake(), (0, 0));
        move_over(&mut pair, &mixed, renegotiates);
        transfer(&mut pair, renegotiates, b"data");
    }
}

#[test]
fn a_failed_connection_and_an_owed_key_update_are_not_saved() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    unsafe {
        let (client, server) = (ssl(&mut pair, Client), ssl(&mut pair, Server));
        // The answer to a KeyUpdate cannot go out.
        assert_eq!(ferrotls_update_keys(client, 1), 0);
        pair.to_client.blocks = usize::MAX - 1;
        read_nothing(&mut pair, Server);
        assert_eq!(refusal(server), BAD);
        pair.to_client.blocks = 0;
        transfer(&mut pair, Server, b"answered");
        // A record that nobody sealed.
        pair.to_server.bytes.extend([23, 3, 3, 0, 20]);
        pair.to_server.bytes.extend([0; 20]);
        assert_eq!(read_one(server), MBEDTLS_ERR_SSL_INVALID_MAC);
        assert_eq!(refusal(server), BAD);
        // The alert of it is here and is not read yet: that is the transport's, and the client may be saved.
        move_over(&mut pair, &shared, Client);
        assert_eq!(read_one(client), MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
        assert_eq!(refusal(client), BAD);
    }
}

#[test]
fn who_may_be_asked_to_authenticate_later_is_not_saved() {
    let mut shared = Shared::new(&Pki::new());
    unsafe {
        ferrotls_conf_post_handshake_auth(&raw mut shared.client, 1);
        ferrotls_conf_post_handshake_auth(&raw mut shared.server, 1);
    }
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    for end in [Client, Server] {
        assert_eq!(refusal(ssl(&mut pair, end)), BAD);
    }
    transfer(&mut pair, Client, b"data");
}

#[test]
fn only_a_fresh_context_that_fits_is_loaded_into() {
    let pki = Pki::new();
    for version in VERSIONS {
        let mut shared = Shared::new(&pki);
        use_version(&mut shared, *version);
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let blob = save(&raw mut pair.client);
        unsafe {
            // It was not set up.
            let client = &raw mut pair.client;
            mbedtls_ssl_free(client);
            assert_eq!(mbedtls_ssl_context_load(client, blob.as_ptr(), blob.len()), BAD);
            assert_eq!(
                mbedtls_ssl_context_load(ptr::null_mut(), blob.as_ptr(), blob.len()),
                BAD
            );
            // The other side.
            assert_eq!(load(&mut pair, &shared, Server, &blob), BAD);
            // On failure the context is freed.
            assert!(pair.server.conf.is_null() && pair.server.f_send.is_none());
            // A handshake has begun.
            mbedtls_ssl_init(client);
            assert_eq!(mbedtls_ssl_setup(client, &raw const shared.client), 0);
            mbedtls_ssl_set_bio(client, (&raw mut pair.client_bio).cast(), Some(send), Some(recv), None);
            assert_eq!(mbedtls_ssl_set_hostname(client, c"localhost".as_ptr()), 0);
            assert!(mbedtls_ssl_handshake(client) < 0);
            assert_eq!(mbedtls_ssl_context_load(client, blob.as_ptr(), blob.len()), BAD);
            assert!(pair.client.conf.is_null());
        }
        // There is a connection already.
        pair.to_server.bytes.clear();
        pair.to_client.bytes.clear();
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let client = &raw mut pair.client;
        assert_eq!(
            unsafe { mbedtls_ssl_context_load(client, blob.as_ptr(), blob.len()) },
            BAD
        );
        // A reset one is as good as a new one.
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let blob = save(&raw mut pair.client);
        assert_eq!(
            unsafe { mbedtls_ssl_context_load(&raw mut pair.client, blob.as_ptr(), blob.len()) },
            0
        );
        transfer(&mut pair, Client, b"on");
        transfer(&mut pair, Server, b"and on");
    }
}

fn with_checksum(body: &[u8]) -> Vec<u8> {
    [body, &HashAlgorithm::Sha256.hash(body).as_ref()[..CHECKSUM_LEN]].concat()
}

#[test]
fn damaged_bytes_are_refused() {
    let pki = Pki::new();
    for version in VERSIONS {
        let mut shared = Shared::new(&pki);
        use_version(&mut shared, *version);
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        for end in [Client, Server] {
            let blob = save(ssl(&mut pair, end));
            assert_eq!(load(&mut pair, &shared, end, &[]), BAD);
            for len in 0..blob.len() {
                assert_eq!(load(&mut pair, &shared, end, &blob[..len]), BAD, "{len}");
            }
            let longer = [&blob[..], &[0]].concat();
            assert_eq!(load(&mut pair, &shared, end, &longer), BAD);
            for bit in 0..blob.len() * 8 {
                let mut damaged = blob.clone();
                damaged[bit / 8] ^= 1 << (bit % 8);
                assert_eq!(load(&mut pair, &shared, end, &damaged), BAD, "{bit}");
            }
            // With a checksum that fits: whatever the bytes then say, it is a connection or an error, and never a crash. Of a
            // certificate only some bits are tried.
            let body = &blob[..blob.len() - CHECKSUM_LEN];
            for len in (0..body.len()).filter(|len| *len < 400 || len % 7 == 0) {
                assert_eq!(
                    load(&mut pair, &shared, end, &with_checksum(&body[..len])),
                    BAD,
                    "{len}"
                );
            }
            let longer = with_checksum(&[body, &[0]].concat());
            assert_eq!(load(&mut pair, &shared, end, &longer), BAD);
            for bit in (0..body.len() * 8).filter(|bit| *bit < 400 * 8 || bit % 13 == 0) {
                let mut damaged = body.to_vec();
                damaged[bit / 8] ^= 1 << (bit % 8);
                let code = load(&mut pair, &shared, end, &with_checksum(&damaged));
                let other_release = (32..40).contains(&bit);
                assert!(
                    code == 0 || code == BAD || code == MBEDTLS_ERR_SSL_VERSION_MISMATCH,
                    "{bit}: {code}"
                );
                assert_eq!(
                    code == MBEDTLS_ERR_SSL_VERSION_MISMATCH && bit < 400 * 8,
                    other_release,
                    "{bit}"
                );
                if code == 0 {
                    assert!(read_one(ssl(&mut pair, end)) < 0);
                }
            }
            assert_eq!(load(&mut pair, &shared, end, &blob), 0);
        }
        transfer(&mut pair, Client, b"unharmed");
        transfer(&mut pair, Server, b"at both ends");
    }
}

/// `UPDATE=1` makes the corpus of the fuzz target `context` anew.
#[test]
fn the_corpus_is_of_connections_and_sessions() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus/context");
    let mut made = Vec::new();
    for version in VERSIONS {
        let mut shared = Shared::new(&Pki::new());
        use_version(&mut shared, *version);
        let mut keys = Keys::new();
        keys.serve(&mut shared);
        let (mut pair, _) = connect(&shared, None);
        let input = [&[2][..], &Session::of(&mut pair).save()].concat();
        assert!(fuzz::context(&input), "{version}");
        assert!(fuzz::context(&input[..input.len() - 1]));
        made.push((format!("{version}_session"), input));
        for (number, end) in [Client, Server].into_iter().enumerate() {
            let blob = save(ssl(&mut pair, end));
            let body = &blob[..blob.len() - CHECKSUM_LEN];
            let input = [&[number as u8], body].concat();
            assert!(fuzz::context(&input), "{version} {end:?}");
            assert!(fuzz::context(&input[..input.len() - 1]));
            made.push((format!("{version}_{end:?}").to_lowercase(), input));
        }
    }
    if std::env::var_os("UPDATE").is_some() {
        std::fs::create_dir_all(&folder).unwrap();
        for (name, input) in made {
            std::fs::write(folder.join(name), input).unwrap();
        }
    }
    assert!(folder.is_dir(), "UPDATE=1 makes it");
}
