//! Callbacks that come back into the context they were called for: free it, reset it, read, write, shake hands on it.
//! Transports that lie. Whatever they do, the call ends with a code.
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

use c_pair::{Bio, CPair, Pki, Shared, recv, send};
use ferrotls::capi::ssl::authentication::{
    mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert, mbedtls_ssl_set_verify,
};
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version::MBEDTLS_SSL_VERSION_TLS1_2;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::limits::*;
use ferrotls::capi::ssl::renegotiation::*;
use ferrotls::capi::ssl::serialize::*;
use ferrotls::capi::ssl::sni::certificates::mbedtls_ssl_set_hs_own_cert;
use ferrotls::capi::ssl::sni::mbedtls_ssl_conf_sni;
use ferrotls::capi::ssl::tls12::*;
use ferrotls::capi::ssl::types::mbedtls_ssl_context;
use ferrotls::capi::x509_crt::mbedtls_x509_crt;

/// What a callback does to the context.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Free,
    Reset,
    Handshake,
    Step,
    Read,
    Write,
    Close,
    Getters,
    SetVerify,
    Renegotiate,
    Save,
    Load,
}

const DEEDS: [Deed; 12] = [
    Deed::Free,
    Deed::Reset,
    Deed::Handshake,
    Deed::Step,
    Deed::Read,
    Deed::Write,
    Deed::Close,
    Deed::Getters,
    Deed::SetVerify,
    Deed::Renegotiate,
    Deed::Save,
    Deed::Load,
];

struct Doer {
    ssl: *mut mbedtls_ssl_context,
    bio: *mut Bio,
    deed: Deed,
    /// Do it at this call and never again.
    countdown: usize,
    calls: usize,
}

impl Doer {
    unsafe fn act(&mut self) {
        self.calls += 1;
        if self.calls != self.countdown {
            return;
        }
        let (ssl, mut buf) = (self.ssl, [0_u8; 16]);
        unsafe {
            match self.deed {
                Deed::Free => mbedtls_ssl_free(ssl),
                Deed::Reset => assert_eq!(mbedtls_ssl_session_reset(ssl), 0),
                Deed::Handshake => drop(mbedtls_ssl_handshake(ssl)),
                Deed::Step => drop(mbedtls_ssl_handshake_step(ssl)),
                Deed::Read => drop(mbedtls_ssl_read(ssl, buf.as_mut_ptr(), buf.len())),
                Deed::Write => drop(mbedtls_ssl_write(ssl, buf.as_ptr(), buf.len())),
                Deed::Close => drop(mbedtls_ssl_close_notify(ssl)),
                Deed::Getters => {
                    mbedtls_ssl_get_version(ssl);
                    mbedtls_ssl_get_ciphersuite(ssl);
                    mbedtls_ssl_get_peer_cert(ssl);
                    mbedtls_ssl_get_bytes_avail(ssl);
                    mbedtls_ssl_check_pending(ssl);
                    mbedtls_ssl_get_verify_result(ssl);
                    mbedtls_ssl_get_alpn_protocol(ssl);
                    mbedtls_ssl_get_record_expansion(ssl);
                    mbedtls_ssl_get_max_out_record_payload(ssl);
                }
                Deed::SetVerify => mbedtls_ssl_set_verify(ssl, None, ptr::null_mut()),
                Deed::Renegotiate => drop(mbedtls_ssl_renegotiate(ssl)),
                Deed::Save => {
                    let mut len = 0;
                    let code = mbedtls_ssl_context_save(ssl, ptr::null_mut(), 0, &raw mut len);
                    assert_eq!(code, MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
                }
                Deed::Load => {
                    let code = mbedtls_ssl_context_load(ssl, buf.as_ptr(), buf.len());
                    assert_eq!(code, MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
                }
            }
        }
    }
}

unsafe extern "C" fn doing_send(ctx: *mut c_void, buf: *const c_uchar, len: usize) -> c_int {
    unsafe {
        let doer = &mut *ctx.cast::<Doer>();
        doer.act();
        send(doer.bio.cast(), buf, len)
    }
}

unsafe extern "C" fn doing_recv(ctx: *mut c_void, buf: *mut c_uchar, len: usize) -> c_int {
    unsafe {
        let doer = &mut *ctx.cast::<Doer>();
        doer.act();
        recv(doer.bio.cast(), buf, len)
    }
}

unsafe extern "C" fn doing_verify(ctx: *mut c_void, _: *mut mbedtls_x509_crt, _: c_int, _: *mut u32) -> c_int {
    unsafe { (*ctx.cast::<Doer>()).act() };
    0
}

unsafe extern "C" fn doing_sni(ctx: *mut c_void, _: *mut mbedtls_ssl_context, _: *const c_uchar, _: usize) -> c_int {
    unsafe { (*ctx.cast::<Doer>()).act() };
    0
}

/// A call on the context afterwards: fails or works, and that is all. Then the pair is dropped, which frees it again.
unsafe fn aftermath(ssl: *mut mbedtls_ssl_context) {
    let mut buf = [0; 64];
    unsafe {
        mbedtls_ssl_read(ssl, buf.as_mut_ptr(), buf.len());
        mbedtls_ssl_write(ssl, buf.as_ptr(), buf.len());
        mbedtls_ssl_close_notify(ssl);
        mbedtls_ssl_session_reset(ssl);
    }
}

fn run(shared: &Shared, deed: Deed, countdown: usize, over: impl Fn(&mut CPair, *mut Doer)) {
    let mut pair = CPair::new(shared);
    let mut doer = Doer {
        ssl: &raw mut pair.client,
        bio: &raw mut pair.client_bio,
        deed,
        countdown,
        calls: 0,
    };
    over(&mut pair, &raw mut doer);
    let (client, _) = pair.handshake();
    if deed == Deed::Getters || deed == Deed::SetVerify {
        assert_eq!(client, 0, "{deed:?} at call {countdown}");
        let message = [1_u8, 2, 3];
        unsafe {
            assert_eq!(mbedtls_ssl_write(&raw mut pair.client, message.as_ptr(), 3), 3);
        }
    }
    unsafe {
        aftermath(&raw mut pair.client);
        aftermath(&raw mut pair.server);
    }
}

#[test]
fn a_transport_callback_may_do_anything_to_its_context() {
    let shared = Shared::new(&Pki::new());
    for deed in DEEDS {
        for countdown in 1..14 {
            run(&shared, deed, countdown, |pair, doer| unsafe {
                mbedtls_ssl_set_bio(
                    &raw mut pair.client,
                    doer.cast(),
                    Some(doing_send),
                    Some(doing_recv),
                    None,
                );
            });
        }
    }
}

/// Both sides of TLS 1.2, which may negotiate anew.
fn renegotiating() -> Box<Shared> {
    let mut shared = Shared::new(&Pki::new());
    for conf in [&raw mut shared.client, &raw mut shared.server] {
        unsafe {
            let version = MBEDTLS_SSL_VERSION_TLS1_2;
            mbedtls_ssl_conf_min_tls_version(conf, MaybeUninit::new(version));
            mbedtls_ssl_conf_max_tls_version(conf, MaybeUninit::new(version));
            mbedtls_ssl_conf_renegotiation(conf, MBEDTLS_SSL_RENEGOTIATION_ENABLED);
        }
    }
    shared
}

/// A connection, and a callback that does `deed` when it is called for the time `countdown` in the handshake after the first
/// one; how often it was called, and what the client's handshake came to.
fn run_again(shared: &Shared, of_client: bool, deed: Deed, countdown: usize) -> (usize, c_int) {
    let mut pair = CPair::new(shared);
    assert_eq!(pair.handshake(), (0, 0));
    let (ssl, bio) = if of_client {
        (&raw mut pair.client, &raw mut pair.client_bio)
    } else {
        (&raw mut pair.server, &raw mut pair.server_bio)
    };
    let mut doer = Doer {
        ssl,
        bio,
        deed,
        countdown,
        calls: 0,
    };
    let mut room = [0; 16];
    let mut client = MBEDTLS_ERR_SSL_WANT_READ;
    unsafe {
        let context = (&raw mut doer).cast();
        mbedtls_ssl_set_bio(ssl, context, Some(doing_send), Some(doing_recv), None);
        mbedtls_ssl_set_verify(ssl, Some(doing_verify), context);
        for _ in 0..8 {
            if client == MBEDTLS_ERR_SSL_WANT_READ {
                client = mbedtls_ssl_renegotiate(&raw mut pair.client);
            }
            mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), room.len());
        }
        aftermath(&raw mut pair.client);
        aftermath(&raw mut pair.server);
    }
    (doer.calls, client)
}

#[test]
fn a_callback_in_a_renegotiation_may_do_anything_to_its_context() {
    let shared = renegotiating();
    for deed in DEEDS {
        for of_client in [true, false] {
            let mut ends = false;
            for countdown in 1..100 {
                let (calls, code) = run_again(&shared, of_client, deed, countdown);
                ends |= code != 0;
                if calls < countdown {
                    break;
                }
            }
            let harmless = [Deed::Getters, Deed::SetVerify, Deed::Renegotiate, Deed::Save];
            assert!(!ends || !harmless.contains(&deed), "{deed:?}");
        }
    }
}

#[test]
fn a_verify_callback_may_do_anything_to_its_context() {
    let shared = Shared::new(&Pki::new());
    for deed in DEEDS {
        for countdown in 1..4 {
            run(&shared, deed, countdown, |pair, doer| unsafe {
                mbedtls_ssl_set_verify(&raw mut pair.client, Some(doing_verify), doer.cast());
            });
        }
    }
}

#[test]
fn a_verify_callback_that_ends_its_context_is_shown_nothing_more() {
    let shared = Shared::new(&Pki::new());
    for (deed, shown) in [(Deed::Free, 1), (Deed::Reset, 1), (Deed::Getters, 2)] {
        let mut pair = CPair::new(&shared);
        let mut doer = Doer {
            ssl: &raw mut pair.client,
            bio: &raw mut pair.client_bio,
            deed,
            countdown: 1,
            calls: 0,
        };
        unsafe { mbedtls_ssl_set_verify(&raw mut pair.client, Some(doing_verify), (&raw mut doer).cast()) };
        pair.handshake();
        assert_eq!(doer.calls, shown, "{deed:?}: leaf and root are there to be shown");
    }
}

#[test]
fn a_server_name_callback_may_do_anything_to_its_context() {
    let mut shared = Shared::new(&Pki::new());
    for deed in DEEDS {
        let config = &raw mut shared.server;
        let mut pair = CPair::new(&shared);
        let mut doer = Doer {
            ssl: &raw mut pair.server,
            bio: &raw mut pair.server_bio,
            deed,
            countdown: 1,
            calls: 0,
        };
        unsafe { mbedtls_ssl_conf_sni(config, Some(doing_sni), (&raw mut doer).cast()) };
        pair.handshake();
        assert_ne!(doer.calls, 0);
        unsafe {
            aftermath(&raw mut pair.server);
            aftermath(&raw mut pair.client);
        }
    }
}

struct Liar {
    answer: fn(usize) -> c_int,
}

unsafe extern "C" fn lying_recv(ctx: *mut c_void, _: *mut c_uchar, len: usize) -> c_int {
    unsafe { ((*ctx.cast::<Liar>()).answer)(len) }
}

unsafe extern "C" fn lying_send(ctx: *mut c_void, _: *const c_uchar, len: usize) -> c_int {
    unsafe { ((*ctx.cast::<Liar>()).answer)(len) }
}

#[test]
fn a_transport_that_lies_gets_an_error() {
    /// What the transport says, and what the sending and the receiving end make of it.
    type Lie = (fn(usize) -> c_int, c_int, c_int);
    const LIES: [Lie; 4] = [
        (
            |len| len as c_int + 1,
            MBEDTLS_ERR_SSL_INTERNAL_ERROR,
            MBEDTLS_ERR_SSL_INTERNAL_ERROR,
        ),
        (
            |_| c_int::MAX,
            MBEDTLS_ERR_SSL_INTERNAL_ERROR,
            MBEDTLS_ERR_SSL_INTERNAL_ERROR,
        ),
        (|_| 0, MBEDTLS_ERR_SSL_WANT_WRITE, MBEDTLS_ERR_SSL_CONN_EOF),
        (|_| c_int::MIN, c_int::MIN, c_int::MIN),
    ];
    let shared = Shared::new(&Pki::new());
    for (answer, of_send, of_recv) in LIES {
        let mut liar = Liar { answer };
        let mut pair = CPair::new(&shared);
        unsafe {
            let (client, server) = (&raw mut pair.client, &raw mut pair.server);
            mbedtls_ssl_set_bio(client, (&raw mut liar).cast(), Some(lying_send), Some(lying_recv), None);
            mbedtls_ssl_set_bio(server, (&raw mut liar).cast(), Some(lying_send), Some(lying_recv), None);
            assert_eq!(mbedtls_ssl_handshake(client), of_send);
            assert_eq!(mbedtls_ssl_handshake(server), of_recv);
        }
    }
}

#[test]
fn never_more_than_the_current_record_is_asked_for() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    // Two records wait; a read of the first must leave the second where a program's select() sees it.
    let data = [9_u8; 100];
    let mut room = [0_u8; 1000];
    unsafe {
        assert_eq!(mbedtls_ssl_write(&raw mut pair.client, data.as_ptr(), 100), 100);
        let one = pair.to_server.bytes.len();
        assert_eq!(mbedtls_ssl_write(&raw mut pair.client, data.as_ptr(), 100), 100);
        assert_eq!(mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 1000), 100);
        assert_eq!(pair.to_server.bytes.len(), one);
        assert_eq!(mbedtls_ssl_check_pending(&raw const pair.server), 0);
        assert_eq!(mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 40), 40);
        assert_eq!(mbedtls_ssl_get_bytes_avail(&raw const pair.server), 60);
        assert_eq!(mbedtls_ssl_check_pending(&raw const pair.server), 1);
        assert_eq!(mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 1000), 60);
        assert_eq!(
            mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 0),
            MBEDTLS_ERR_SSL_WANT_READ
        );
    }
}

#[test]
fn any_cut_and_any_block_is_resumed() {
    let shared = Shared::new(&Pki::new());
    for (limit, blocks) in [(1, 0), (1, 1), (3, 2), (7, 0), (1000, 3)] {
        let mut pair = CPair::new(&shared);
        for pipe in [&mut pair.to_client, &mut pair.to_server] {
            (pipe.limit, pipe.blocks) = (limit, blocks);
        }
        assert_eq!(pair.handshake(), (0, 0), "{limit} bytes a call, {blocks} blocks");
        let data: Vec<u8> = (0..5000_u32).map(|i| i as u8).collect();
        let (mut written, mut got) = (0, Vec::new());
        while got.len() < data.len() {
            let mut room = [0_u8; 700];
            unsafe {
                if written < data.len() {
                    let rest = &data[written..];
                    let n = mbedtls_ssl_write(&raw mut pair.client, rest.as_ptr(), rest.len());
                    match n {
                        MBEDTLS_ERR_SSL_WANT_WRITE => {}
                        n => written += usize::try_from(n).unwrap(),
                    }
                }
                match mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), room.len()) {
                    MBEDTLS_ERR_SSL_WANT_READ => {}
                    n => got.extend_from_slice(&room[..usize::try_from(n).unwrap()]),
                }
            }
        }
        assert!(got == data);
    }
}

#[test]
fn after_want_write_another_buffer_gets_the_length_that_was_sealed() {
    let shared = Shared::new(&Pki::new());
    let mut pair = CPair::new(&shared);
    assert_eq!(pair.handshake(), (0, 0));
    pair.to_server.blocks = 1;
    let (first, other) = ([1_u8; 50], [2_u8; 80]);
    let mut room = [0_u8; 100];
    unsafe {
        let client = &raw mut pair.client;
        while mbedtls_ssl_write(client, first.as_ptr(), 50) != MBEDTLS_ERR_SSL_WANT_WRITE {
            assert_eq!(
                mbedtls_ssl_read(&raw mut pair.server, room.as_mut_ptr(), 100),
                MBEDTLS_ERR_SSL_WANT_READ
            );
        }
        assert_eq!(mbedtls_ssl_write(client, other.as_ptr(), 80), 50);
        while mbedtls_ssl_write(client, first.as_ptr(), 50) != MBEDTLS_ERR_SSL_WANT_WRITE {}
        assert_eq!(mbedtls_ssl_write(client, other.as_ptr(), 20), 20);
    }
}

#[test]
fn null_everywhere_is_an_error_and_nothing_worse() {
    const BAD: c_int = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    let null: *mut mbedtls_ssl_context = ptr::null_mut();
    unsafe {
        mbedtls_ssl_init(null);
        mbedtls_ssl_free(null);
        mbedtls_ssl_config_init(ptr::null_mut());
        mbedtls_ssl_config_free(ptr::null_mut());
        assert_eq!(mbedtls_ssl_setup(null, ptr::null()), BAD);
        assert_eq!(mbedtls_ssl_session_reset(null), BAD);
        assert_eq!(mbedtls_ssl_handshake(null), BAD);
        assert_eq!(mbedtls_ssl_handshake_step(null), BAD);
        assert_eq!(mbedtls_ssl_read(null, ptr::null_mut(), 0), BAD);
        assert_eq!(mbedtls_ssl_write(null, ptr::null(), 0), BAD);
        assert_eq!(mbedtls_ssl_close_notify(null), BAD);
        assert_eq!(mbedtls_ssl_send_alert_message(null, 1, 0), BAD);
        assert_eq!(mbedtls_ssl_set_hostname(null, ptr::null()), BAD);
        assert_eq!(mbedtls_ssl_set_hs_own_cert(null, ptr::null_mut(), ptr::null_mut()), BAD);
        assert_eq!(mbedtls_ssl_get_verify_result(null), u32::MAX);
        assert!(mbedtls_ssl_get_ciphersuite(null).is_null());
        assert!(mbedtls_ssl_get_alpn_protocol(null).is_null());
        assert!(mbedtls_ssl_get_peer_cert(null).is_null());
        assert_eq!(mbedtls_ssl_get_bytes_avail(null), 0);
        assert_eq!(mbedtls_ssl_check_pending(null), 0);
        assert_eq!(mbedtls_ssl_get_record_expansion(null), BAD);
        assert_eq!(mbedtls_ssl_get_max_out_record_payload(null), BAD);
        assert_eq!(
            mbedtls_ssl_conf_own_cert(ptr::null_mut(), ptr::null_mut(), ptr::null_mut()),
            BAD
        );
        assert_eq!(mbedtls_ssl_conf_alpn_protocols(ptr::null_mut(), ptr::null_mut()), BAD);
        assert_eq!(mbedtls_ssl_config_defaults(ptr::null_mut(), 0, 0, 0), BAD);
        let key = mbedtls_ssl_export_keying_material(null, ptr::null_mut(), 1, ptr::null(), 0, ptr::null(), 0, 0);
        assert_eq!(key, BAD);
    }
}

#[test]
fn cve_2022_35409_46393_datagrams_are_refused_not_taken_for_a_stream() {
    let mut config = std::mem::MaybeUninit::zeroed();
    unsafe {
        let unavailable = MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
        let config = config.as_mut_ptr();
        assert_eq!(
            mbedtls_ssl_config_defaults(config, 0, MBEDTLS_SSL_TRANSPORT_DATAGRAM, 0),
            unavailable
        );
        assert_eq!(
            mbedtls_ssl_config_defaults(config, 0, MBEDTLS_SSL_TRANSPORT_STREAM, 0),
            0
        );
        mbedtls_ssl_conf_transport(config, MBEDTLS_SSL_TRANSPORT_DATAGRAM);
        let mut ssl = std::mem::MaybeUninit::zeroed();
        assert_eq!(mbedtls_ssl_setup(ssl.as_mut_ptr(), config), unavailable);
        mbedtls_ssl_free(ssl.as_mut_ptr());
        mbedtls_ssl_config_free(config);
    }
}
