//! Sessions and tickets as C programs use them: kept, saved, resumed, refused; with callbacks that do anything, and by threads.
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

use std::ffi::{CStr, c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;
use std::thread;

use c_pair::{CPair, Pki, Shared, recv, send};
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::ferrotls::raw_keys::*;
use ferrotls::capi::platform_time::mbedtls_ms_time;
use ferrotls::capi::ssl::authentication::{mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert};
use ferrotls::capi::ssl::cache::mbedtls_ssl_conf_session_cache;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::drive::{mbedtls_ssl_handshake, mbedtls_ssl_handshake_step};
use ferrotls::capi::ssl::early::mbedtls_ssl_conf_early_data;
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::psk::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::session::*;
use ferrotls::capi::ssl::sni::{mbedtls_ssl_conf_sni, mbedtls_ssl_set_hs_authmode};
use ferrotls::capi::ssl::tickets::*;
use ferrotls::capi::ssl::types::{mbedtls_ssl_context, mbedtls_ssl_session};
use ferrotls::capi::ssl_cache::*;
use ferrotls::capi::ssl_ticket::*;
use ferrotls::capi::x509_crt::parse::mbedtls_x509_crt_parse_der;
use sessions::{Keys, Session, connect};

/// The peer's certificate as DER, and what the check of it found.
fn peer(ssl: &mbedtls_ssl_context) -> (Vec<Vec<u8>>, u32) {
    let mut chain = Vec::new();
    unsafe {
        let mut crt = mbedtls_ssl_get_peer_cert(ssl);
        while let Some(one) = crt.as_ref() {
            chain.push(std::slice::from_raw_parts(one.raw.p, one.raw.len).to_vec());
            crt = one.next;
        }
        (chain, mbedtls_ssl_get_verify_result(ssl))
    }
}

#[test]
fn a_ticket_is_kept_and_resumed_saved_or_not() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let (mut pair, kind) = connect(&shared, None);
    assert_eq!(kind, FERROTLS_PSK_NONE);
    let first = Session::of(&mut pair);
    let seen = peer(&pair.client);
    assert_eq!((seen.0.len(), seen.1), (1, 0));
    assert_eq!(unsafe { mbedtls_ssl_session_get_id_len(&raw const first.0) }, 32);
    for session in [&first, &Session::load(&first.save())] {
        let (mut pair, kind) = connect(&shared, Some(session));
        assert_eq!(kind, FERROTLS_PSK_RESUMPTION);
        assert_eq!(peer(&pair.client), seen);
        // What comes of a resumed connection can be resumed again, and still knows the server's certificate.
        let next = Session::of(&mut pair);
        assert_ne!(next.save(), first.save());
        let (pair, kind) = connect(&shared, Some(&Session::load(&next.save())));
        assert_eq!((kind, peer(&pair.client)), (FERROTLS_PSK_RESUMPTION, seen.clone()));
    }
}

#[test]
fn of_several_tickets_the_newest_is_kept() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    unsafe { mbedtls_ssl_conf_new_session_tickets(&raw mut shared.server, 7) };
    let (mut pair, _) = connect(&shared, None);
    let session = Session::of(&mut pair);
    let mut other = Session::new();
    let again = unsafe { mbedtls_ssl_get_session(&raw const pair.client, &raw mut other.0) };
    assert_eq!(again, MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
    assert_eq!(connect(&shared, Some(&session)).1, FERROTLS_PSK_RESUMPTION);
    // Who wants no tickets keeps none.
    unsafe {
        mbedtls_ssl_conf_session_tickets(&raw mut shared.client, MBEDTLS_SSL_SESSION_TICKETS_DISABLED);
        let (mut pair, _) = connect(&shared, None);
        let mut room = [0; 8];
        mbedtls_ssl_read(&raw mut pair.client, room.as_mut_ptr(), room.len());
        assert_eq!(mbedtls_ssl_get_session(&raw const pair.client, &raw mut other.0), 0);
    }
    assert_eq!(other.0.ticket_len, 0);
    assert_eq!(connect(&shared, Some(&other)).1, FERROTLS_PSK_NONE);
}

/// A client certificate of the authority that the server trusts, or of another.
fn give_client_certificate(shared: &mut Shared, from: &mut Shared) {
    unsafe {
        let (cert, key) = (&raw mut from.cert, &raw mut from.key);
        assert_eq!(mbedtls_ssl_conf_own_cert(&raw mut shared.client, cert, key), 0);
    }
}

#[test]
fn a_resumed_connection_knows_its_client() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let (mut same, mut stranger) = (Shared::new(&pki), Shared::new(&Pki::new()));
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let server = &raw mut shared.server;
    unsafe { mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_REQUIRED) };
    give_client_certificate(&mut shared, &mut same);
    let (mut pair, _) = connect(&shared, None);
    let known = peer(&pair.server);
    assert_eq!((known.0.len(), known.1), (1, 0));
    let session = Session::of(&mut pair);
    let (mut pair, kind) = connect(&shared, Some(&session));
    assert_eq!((kind, peer(&pair.server)), (FERROTLS_PSK_RESUMPTION, known.clone()));
    // And so does the next one, whose ticket is of a resumed connection.
    let session = Session::of(&mut pair);
    let (pair, kind) = connect(&shared, Some(&session));
    assert_eq!((kind, peer(&pair.server)), (FERROTLS_PSK_RESUMPTION, known));

    // A stranger that is let in, and its flags.
    unsafe {
        mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_OPTIONAL);
        mbedtls_ssl_conf_own_cert(&raw mut shared.client, ptr::null_mut(), ptr::null_mut());
    }
    give_client_certificate(&mut shared, &mut stranger);
    let (mut pair, _) = connect(&shared, None);
    let known = peer(&pair.server);
    assert!(known.0.len() == 1 && known.1 != 0);
    let session = Session::of(&mut pair);
    let (pair, kind) = connect(&shared, Some(&session));
    assert_eq!((kind, peer(&pair.server)), (FERROTLS_PSK_RESUMPTION, known));
    // Where a certificate is required, its session is worth nothing.
    unsafe { mbedtls_ssl_conf_authmode(server, MBEDTLS_SSL_VERIFY_REQUIRED) };
    let mut pair = CPair::new(&shared);
    unsafe { assert_eq!(mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0), 0) };
    assert_ne!(pair.handshake().1, 0);
    assert_ne!(
        unsafe { ferrotls_get_psk(&raw const pair.server) },
        FERROTLS_PSK_RESUMPTION
    );
}

/// A client's chain may make a ticket longer than most.
#[test]
fn a_resumed_connection_knows_a_long_chain() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let mut same = Shared::new(&pki);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    unsafe {
        mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
        let der = std::slice::from_raw_parts(same.cert.raw.p, same.cert.raw.len).to_vec();
        for _ in 0..5 {
            assert_eq!(
                mbedtls_x509_crt_parse_der(&raw mut same.cert, der.as_ptr(), der.len()),
                0
            );
        }
    }
    give_client_certificate(&mut shared, &mut same);
    let (mut pair, _) = connect(&shared, None);
    let known = peer(&pair.server);
    assert_eq!((known.0.len(), known.1), (6, 0));
    let session = Session::of(&mut pair);
    assert!(session.0.ticket_len > 1000);
    let (pair, kind) = connect(&shared, Some(&session));
    assert_eq!((kind, peer(&pair.server)), (FERROTLS_PSK_RESUMPTION, known));
}

/// The raw public key that a peer showed, or none.
fn raw_key(ssl: &mbedtls_ssl_context) -> Vec<u8> {
    let (mut place, mut len) = (ptr::null(), 0);
    unsafe {
        if ferrotls_get_peer_raw_key(ssl, &raw mut place, &raw mut len) != 0 || len == 0 {
            return Vec::new();
        }
        std::slice::from_raw_parts(place, len).to_vec()
    }
}

#[test]
fn a_resumed_connection_knows_raw_public_keys() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let raw = [FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY];
    unsafe {
        let spki = shared.cert.pk_raw;
        mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
        for conf in [&raw mut shared.client, &raw mut shared.server] {
            let types = raw.as_ptr();
            assert_eq!(ferrotls_conf_certificate_types(conf, types, 1, types, 1), 0);
            assert_eq!(ferrotls_conf_own_raw_key(conf, &raw mut shared.key), 0);
            assert_eq!(ferrotls_conf_trusted_raw_key(conf, spki.p, spki.len), 0);
        }
    }
    let (mut pair, kind) = connect(&shared, None);
    assert_eq!(kind, FERROTLS_PSK_NONE);
    let shown = [raw_key(&pair.client), raw_key(&pair.server)];
    assert!(!shown[0].is_empty() && !shown[1].is_empty());
    let session = Session::load(&Session::of(&mut pair).save());
    let (pair, kind) = connect(&shared, Some(&session));
    assert_eq!(kind, FERROTLS_PSK_RESUMPTION);
    assert_eq!([raw_key(&pair.client), raw_key(&pair.server)], shown);
    assert_eq!((peer(&pair.server).1, peer(&pair.client).1), (0, 0));
}

unsafe extern "C" fn require_certificate(
    _: *mut c_void,
    ssl: *mut mbedtls_ssl_context,
    _: *const c_uchar,
    _: usize,
) -> c_int {
    unsafe { mbedtls_ssl_set_hs_authmode(ssl, MBEDTLS_SSL_VERIFY_REQUIRED) };
    0
}

#[test]
fn a_server_name_callback_can_ask_for_more_than_the_session_has() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let mut same = Shared::new(&pki);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let (mut pair, _) = connect(&shared, None);
    let session = Session::of(&mut pair);
    unsafe { mbedtls_ssl_conf_sni(&raw mut shared.server, Some(require_certificate), ptr::null_mut()) };
    give_client_certificate(&mut shared, &mut same);
    let (pair, kind) = connect(&shared, Some(&session));
    assert_eq!(kind, FERROTLS_PSK_NONE);
    assert_eq!(peer(&pair.server).0.len(), 1);
}

#[test]
fn a_session_is_resumed_under_its_own_name_only() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let client = &raw mut shared.client;
    unsafe { mbedtls_ssl_conf_authmode(client, MBEDTLS_SSL_VERIFY_OPTIONAL) };
    let names = [Some(c"localhost"), Some(c"127.0.0.1"), Some(c"other"), Some(c""), None];
    let name_it = |pair: &mut CPair, name: Option<&CStr>| {
        let name = name.map_or(ptr::null(), CStr::as_ptr);
        assert_eq!(unsafe { mbedtls_ssl_set_hostname(&raw mut pair.client, name) }, 0);
    };
    for own in names {
        let mut pair = CPair::new(&shared);
        name_it(&mut pair, own);
        assert_eq!(pair.handshake(), (0, 0));
        let session = Session::load(&Session::of(&mut pair).save());
        for other in names {
            let mut pair = CPair::new(&shared);
            name_it(&mut pair, other);
            unsafe { assert_eq!(mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0), 0) };
            assert_eq!(pair.handshake(), (0, 0));
            let kind = unsafe { ferrotls_get_psk(&raw const pair.client) };
            assert_eq!(kind == FERROTLS_PSK_RESUMPTION, own == other, "{own:?} {other:?}");
        }
    }
    // Who requires a certificate has to say whose, if only that any will do.
    let mut pair = CPair::new(&shared);
    name_it(&mut pair, None);
    assert_eq!(pair.handshake(), (0, 0));
    let session = Session::of(&mut pair);
    unsafe {
        mbedtls_ssl_conf_authmode(client, MBEDTLS_SSL_VERIFY_REQUIRED);
        let mut pair = CPair::new(&shared);
        let ssl = &raw mut pair.client;
        // As if no name had ever been set: a new context, with the old one's transport.
        mbedtls_ssl_free(ssl);
        mbedtls_ssl_init(ssl);
        assert_eq!(mbedtls_ssl_setup(ssl, client), 0);
        let bio = (&raw mut pair.client_bio).cast();
        mbedtls_ssl_set_bio(ssl, bio, Some(send), Some(recv), None);
        assert_eq!(mbedtls_ssl_set_session(ssl, &raw const session.0), 0);
        let refused = MBEDTLS_ERR_SSL_CERTIFICATE_VERIFICATION_WITHOUT_HOSTNAME;
        assert_eq!(pair.handshake().0, refused);
    }
}

#[test]
fn a_ticket_that_is_too_old_is_not_offered() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let (mut pair, _) = connect(&shared, None);
    let mut session = Session::of(&mut pair);
    let age = mbedtls_ms_time() - session.0.ticket_creation_time;
    assert!((0..10_000).contains(&age));
    session.0.ticket_creation_time -= 86_401_000;
    assert_eq!(connect(&shared, Some(&session)).1, FERROTLS_PSK_NONE);
}

/// Tickets that are nothing but names of sessions in a cache.
struct Store {
    cache: mbedtls_ssl_cache_context,
    tickets: u32,
    /// Makes sessions older by so many milliseconds.
    age: i64,
}

unsafe extern "C" fn store_session(
    p_ticket: *mut c_void,
    session: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    end: *const c_uchar,
    tlen: *mut usize,
    lifetime: *mut u32,
) -> c_int {
    unsafe {
        let store = p_ticket.cast::<Store>();
        (*store).tickets += 1;
        let name = (*store).tickets.to_be_bytes();
        assert!(end as usize - start as usize >= name.len());
        ptr::copy_nonoverlapping(name.as_ptr(), start, name.len());
        (*tlen, *lifetime) = (name.len(), 3600);
        mbedtls_ssl_cache_set((&raw mut (*store).cache).cast(), name.as_ptr(), name.len(), session)
    }
}

unsafe extern "C" fn find_session(
    p_ticket: *mut c_void,
    session: *mut mbedtls_ssl_session,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    unsafe {
        let store = p_ticket.cast::<Store>();
        let cache = (&raw mut (*store).cache).cast();
        let code = mbedtls_ssl_cache_get(cache, buf, len, session);
        // A ticket of this kind can be good once only.
        assert_eq!(mbedtls_ssl_cache_remove(cache, buf, len), 0);
        (*session).ticket_creation_time -= (*store).age;
        code
    }
}

#[test]
fn tickets_of_the_applications_own_can_stand_for_sessions_in_the_cache() {
    let mut shared = Shared::new(&Pki::new());
    let mut store = Box::new(Store {
        cache: unsafe { MaybeUninit::zeroed().assume_init() },
        tickets: 0,
        age: 0,
    });
    unsafe {
        mbedtls_ssl_cache_init(&raw mut store.cache);
        mbedtls_ssl_cache_set_timeout(&raw mut store.cache, 3600);
        mbedtls_ssl_cache_set_max_entries(&raw mut store.cache, 10);
        let data = (&raw mut *store).cast();
        mbedtls_ssl_conf_session_tickets_cb(&raw mut shared.server, Some(store_session), Some(find_session), data);
    }
    let (mut pair, _) = connect(&shared, None);
    let session = Session::of(&mut pair);
    assert_eq!(session.0.ticket_len, 4);
    assert_eq!(session.0.ticket_lifetime, 3600);
    let (mut pair, kind) = connect(&shared, Some(&session));
    assert_eq!(kind, FERROTLS_PSK_RESUMPTION);
    let next = Session::of(&mut pair);
    assert_eq!(connect(&shared, Some(&session)).1, FERROTLS_PSK_NONE);
    // What the callback says of the session's age counts.
    store.age = 8 * 86_400_000;
    assert_eq!(connect(&shared, Some(&next)).1, FERROTLS_PSK_NONE);
    unsafe { mbedtls_ssl_cache_free(&raw mut store.cache) };
}

/// What a callback does to its connection.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Free,
    Reset,
    Handshake,
    Step,
    Read,
    Write,
    SetPsk,
    SetSession,
    Getters,
}

const DEEDS: [Deed; 9] = [
    Deed::Free,
    Deed::Reset,
    Deed::Handshake,
    Deed::Step,
    Deed::Read,
    Deed::Write,
    Deed::SetPsk,
    Deed::SetSession,
    Deed::Getters,
];

struct Doer {
    ssl: *mut mbedtls_ssl_context,
    keys: *mut mbedtls_ssl_ticket_context,
    deed: Deed,
    done: usize,
}

impl Doer {
    unsafe fn act(&mut self) {
        self.done += 1;
        if self.done > 1 {
            return;
        }
        let (ssl, mut room) = (self.ssl, [0_u8; 16]);
        let mut session = Session::new();
        unsafe {
            match self.deed {
                Deed::Free => mbedtls_ssl_free(ssl),
                Deed::Reset => assert_eq!(mbedtls_ssl_session_reset(ssl), 0),
                Deed::Handshake => assert_ne!(mbedtls_ssl_handshake(ssl), 0),
                Deed::Step => assert_ne!(mbedtls_ssl_handshake_step(ssl), 0),
                Deed::Read => assert!(mbedtls_ssl_read(ssl, room.as_mut_ptr(), room.len()) < 0),
                Deed::Write => assert!(mbedtls_ssl_write(ssl, room.as_ptr(), room.len()) < 0),
                Deed::SetPsk => assert_eq!(mbedtls_ssl_set_hs_psk(ssl, room.as_ptr(), 16), 0),
                Deed::SetSession => assert_ne!(mbedtls_ssl_set_session(ssl, &raw const session.0), 0),
                Deed::Getters => {
                    assert_ne!(mbedtls_ssl_get_session(ssl, &raw mut session.0), 0);
                    mbedtls_ssl_get_verify_result(ssl);
                    mbedtls_ssl_get_peer_cert(ssl);
                    mbedtls_ssl_get_ciphersuite(ssl);
                    ferrotls_get_psk(ssl);
                }
            }
        }
    }
}

unsafe extern "C" fn doing_write(
    p_ticket: *mut c_void,
    session: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    end: *const c_uchar,
    tlen: *mut usize,
    lifetime: *mut u32,
) -> c_int {
    unsafe {
        let doer = &mut *p_ticket.cast::<Doer>();
        doer.act();
        mbedtls_ssl_ticket_write(doer.keys.cast(), session, start, end, tlen, lifetime)
    }
}

unsafe extern "C" fn doing_parse(
    p_ticket: *mut c_void,
    session: *mut mbedtls_ssl_session,
    buf: *mut c_uchar,
    len: usize,
) -> c_int {
    unsafe {
        let doer = &mut *p_ticket.cast::<Doer>();
        doer.act();
        mbedtls_ssl_ticket_parse(doer.keys.cast(), session, buf, len)
    }
}

const KEY: [u8; 32] = [0x4B; 32];

unsafe extern "C" fn doing_find(
    p_psk: *mut c_void,
    ssl: *mut mbedtls_ssl_context,
    _: *const c_uchar,
    _: usize,
) -> c_int {
    unsafe {
        let doer = &mut *p_psk.cast::<Doer>();
        doer.act();
        mbedtls_ssl_set_hs_psk(ssl, KEY.as_ptr(), KEY.len())
    }
}

/// A connection whose server has the callbacks that `set` sets.
fn run(
    shared: &mut Shared,
    keys: &mut Keys,
    deed: Deed,
    session: Option<&Session>,
    set: impl Fn(&mut Shared, *mut Doer),
) {
    let mut doer = Box::new(Doer {
        ssl: ptr::null_mut(),
        keys: &raw mut *keys.0,
        deed,
        done: 0,
    });
    set(shared, &raw mut *doer);
    let mut pair = CPair::new(shared);
    doer.ssl = &raw mut pair.server;
    let (server, mut room) = (&raw mut pair.server, [0; 16]);
    unsafe {
        if let Some(session) = session {
            assert_eq!(mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0), 0);
        }
        let ended = pair.handshake().1;
        match deed {
            Deed::Free | Deed::Reset => assert_ne!(ended, 0, "{deed:?}"),
            _ => assert_eq!(ended, 0, "{deed:?}"),
        }
        assert!(doer.done > 0, "{deed:?}");
        mbedtls_ssl_read(server, room.as_mut_ptr(), room.len());
        mbedtls_ssl_write(server, room.as_ptr(), room.len());
        mbedtls_ssl_session_reset(server);
    }
}

#[test]
fn ticket_and_key_callbacks_may_do_anything_to_their_context() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let session = Session::of(&mut connect(&shared, None).0);
    for deed in DEEDS {
        run(&mut shared, &mut keys, deed, None, |shared, doer| unsafe {
            let write = Some(doing_write as _);
            mbedtls_ssl_conf_session_tickets_cb(&raw mut shared.server, write, None, doer.cast());
        });
        run(&mut shared, &mut keys, deed, Some(&session), |shared, doer| unsafe {
            let parse = Some(doing_parse as _);
            mbedtls_ssl_conf_session_tickets_cb(&raw mut shared.server, None, parse, doer.cast());
        });
    }
    unsafe {
        let (name, key) = (b"name", KEY);
        let code = mbedtls_ssl_conf_psk(&raw mut shared.client, key.as_ptr(), 32, name.as_ptr(), 4);
        assert_eq!(code, 0);
        mbedtls_ssl_conf_session_tickets_cb(&raw mut shared.server, None, None, ptr::null_mut());
    }
    for deed in DEEDS {
        run(&mut shared, &mut keys, deed, None, |shared, doer| unsafe {
            mbedtls_ssl_conf_psk_cb(&raw mut shared.server, Some(doing_find), doer.cast());
        });
    }
}

/// Several threads share two configurations, the keys of tickets, which one of them keeps changing, and a cache.
#[test]
fn threads_share_keys_and_a_cache() {
    #[derive(Clone, Copy)]
    struct All(
        *mut Shared,
        *mut mbedtls_ssl_ticket_context,
        *mut mbedtls_ssl_cache_context,
    );
    unsafe impl Send for All {}
    impl All {
        fn get(self) -> Self {
            self
        }
    }

    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    let mut cache: Box<mbedtls_ssl_cache_context> = Box::new(unsafe { MaybeUninit::zeroed().assume_init() });
    unsafe {
        mbedtls_ssl_cache_init(&raw mut *cache);
        mbedtls_ssl_cache_set_max_entries(&raw mut *cache, 5);
        let data = (&raw mut *cache).cast();
        let server = &raw mut shared.server;
        mbedtls_ssl_conf_session_cache(server, data, Some(mbedtls_ssl_cache_get), Some(mbedtls_ssl_cache_set));
    }
    let all = All(&raw mut *shared, &raw mut *keys.0, &raw mut *cache);
    thread::scope(|scope| {
        for number in 0..4_u8 {
            scope.spawn(move || {
                let All(shared, keys, cache) = all.get();
                let shared = unsafe { &*shared };
                let (mut pair, _) = connect(shared, None);
                let mut session = Session::of(&mut pair);
                for round in 0..12_u8 {
                    let (mut pair, kind) = connect(shared, Some(&session));
                    // A change of keys takes the key before last away.
                    assert_ne!(kind, FERROTLS_PSK_EXTERNAL);
                    session = Session::of(&mut pair);
                    let id = [number, round];
                    unsafe {
                        let from = &raw const session.0;
                        assert_eq!(mbedtls_ssl_cache_set(cache.cast(), id.as_ptr(), 2, from), 0);
                        let mut found = Session::new();
                        let code = mbedtls_ssl_cache_get(cache.cast(), id.as_ptr(), 2, &raw mut found.0);
                        assert!(code == 0 || code == MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND);
                        if number == 0 {
                            let (name, key) = ([round; 4], [round; 32]);
                            let code = mbedtls_ssl_ticket_rotate(keys, name.as_ptr(), 4, key.as_ptr(), 32, 100);
                            assert_eq!(code, 0);
                            assert_eq!(mbedtls_ssl_cache_get_timeout(cache), 86_400);
                        }
                    }
                }
            });
        }
    });
    let (mut pair, _) = connect(&shared, None);
    let session = Session::of(&mut pair);
    assert_eq!(connect(&shared, Some(&session)).1, FERROTLS_PSK_RESUMPTION);
    unsafe { mbedtls_ssl_cache_free(&raw mut *cache) };
}

/// One thread reads, and so meets the tickets, while another asks for the session again and again.
#[test]
fn the_session_can_be_fetched_while_tickets_come() {
    #[derive(Clone, Copy)]
    struct Ssl(*mut mbedtls_ssl_context);
    unsafe impl Send for Ssl {}
    impl Ssl {
        fn get(self) -> *mut mbedtls_ssl_context {
            self.0
        }
    }

    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    unsafe { mbedtls_ssl_conf_new_session_tickets(&raw mut shared.server, 30) };
    for _ in 0..20 {
        let mut pair = CPair::new(&shared);
        assert_eq!(pair.handshake(), (0, 0));
        let client = Ssl(&raw mut pair.client);
        thread::scope(|scope| {
            scope.spawn(move || {
                let mut room = [0; 8];
                let read = unsafe { mbedtls_ssl_read(client.get(), room.as_mut_ptr(), 8) };
                assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
            });
            scope.spawn(move || {
                let mut session = Session::new();
                while session.0.ticket_len == 0 {
                    let code = unsafe { mbedtls_ssl_get_session(client.get(), &raw mut session.0) };
                    assert!(code == 0 || code == MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
                }
            });
        });
    }
}

/// Makes tickets for sessions that this pointer's numbers change: by how many seconds they began sooner, and by how many
/// milliseconds the clock is ahead. Notes when the last one had begun.
struct Changes {
    keys: Keys,
    sooner: i64,
    ahead: i64,
    began: i64,
}

unsafe extern "C" fn write_changed(
    context: *mut c_void,
    session: *const mbedtls_ssl_session,
    start: *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
    lifetime: *mut u32,
) -> c_int {
    unsafe {
        let changes = &mut *context.cast::<Changes>();
        changes.began = (*session).start;
        let mut changed = ptr::read(session);
        changed.start -= changes.sooner;
        changed.ticket_creation_time += changes.ahead;
        let keys = (&raw mut *changes.keys.0).cast();
        mbedtls_ssl_ticket_write(keys, &raw const changed, start, end, len, lifetime)
    }
}

unsafe extern "C" fn parse_changed(
    context: *mut c_void,
    session: *mut mbedtls_ssl_session,
    ticket: *mut c_uchar,
    len: usize,
) -> c_int {
    unsafe {
        let changes = &mut *context.cast::<Changes>();
        mbedtls_ssl_ticket_parse((&raw mut *changes.keys.0).cast(), session, ticket, len)
    }
}

const DAY: i64 = 86_400;

/// Each resumption brings a new ticket: the handshake in which certificates were shown must not be forgotten over that.
#[test]
fn a_session_ends_however_often_it_is_renewed() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let mut changes = Changes {
        keys: Keys::new(),
        sooner: 0,
        ahead: 0,
        began: 0,
    };
    let context = (&raw mut changes).cast();
    unsafe {
        let conf = &raw mut shared.server;
        mbedtls_ssl_conf_session_tickets_cb(conf, Some(write_changed), Some(parse_changed), context);
    }
    for (days, psk) in [(6, FERROTLS_PSK_RESUMPTION), (8, FERROTLS_PSK_NONE)] {
        // The server's ticket knows.
        changes.sooner = days * DAY;
        let (mut first, _) = connect(&shared, None);
        let (began, session) = (changes.began, Session::of(&mut first));
        changes.sooner = 0;
        let (_second, rests_on) = connect(&shared, Some(&session));
        assert_eq!(rests_on, psk);
        let inherited = if psk == FERROTLS_PSK_NONE { 0 } else { days * DAY };
        assert!((began - inherited).abs_diff(changes.began) < 60);
        // The client's session does.
        let (mut first, _) = connect(&shared, None);
        let mut session = Session::of(&mut first);
        session.0.start -= days * DAY;
        let (mut second, rests_on) = connect(&shared, Some(&session));
        assert_eq!(rests_on, psk);
        let renewed = Session::of(&mut second);
        assert!((began - inherited).abs_diff(renewed.0.start) < 60);
    }
}

#[test]
fn a_server_takes_tickets_of_one_whose_clock_is_a_little_ahead() {
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let mut changes = Changes {
        keys: Keys::new(),
        sooner: 0,
        ahead: 0,
        began: 0,
    };
    let context = (&raw mut changes).cast();
    unsafe {
        let conf = &raw mut shared.server;
        mbedtls_ssl_conf_session_tickets_cb(conf, Some(write_changed), Some(parse_changed), context);
    }
    for (ahead, psk) in [(4_000, FERROTLS_PSK_RESUMPTION), (100_000, FERROTLS_PSK_NONE)] {
        changes.ahead = ahead;
        let (mut first, _) = connect(&shared, None);
        let session = Session::of(&mut first);
        assert_eq!(connect(&shared, Some(&session)).1, psk, "{ahead}");
    }
}

/// A connection that resumes with another suite tells that one; the ticket it has kept is the other's, and early data with it
/// would be sealed by the wrong suite.
#[test]
fn a_ticket_of_another_suite_is_not_for_early_data() {
    static FIRST: [c_int; 2] = [0x1301, 0];
    static THEN: [c_int; 2] = [0x1303, 0];
    let pki = Pki::new();
    let mut shared = Shared::new(&pki);
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    unsafe {
        mbedtls_ssl_conf_early_data(&raw mut shared.server, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        mbedtls_ssl_conf_ciphersuites(&raw mut shared.server, FIRST.as_ptr());
    }
    let (mut first, _) = connect(&shared, None);
    let session = Session::of(&mut first);
    let early = MBEDTLS_SSL_TLS1_3_TICKET_ALLOW_EARLY_DATA as u8;
    assert_ne!(session.0.ticket_flags & early, 0);
    for (suites, flag) in [(&FIRST, early), (&THEN, 0)] {
        unsafe { mbedtls_ssl_conf_ciphersuites(&raw mut shared.server, suites.as_ptr()) };
        let mut pair = CPair::new(&shared);
        let mut kept = Session::new();
        unsafe {
            assert_eq!(mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0), 0);
            assert_eq!(pair.handshake(), (0, 0));
            assert_eq!(ferrotls_get_psk(&raw const pair.client), FERROTLS_PSK_RESUMPTION);
            // No ticket of this connection is read yet.
            assert_eq!(mbedtls_ssl_get_session(&raw const pair.client, &raw mut kept.0), 0);
        }
        assert_eq!((kept.0.ciphersuite, kept.0.ticket_flags & early), (suites[0], flag));
        assert!(kept.0.ticket_len > 0);
    }
}
