//! Sessions of TLS 1.2 as C programs use them: by identifier out of a cache, by ticket; saved, changed, refused; with callbacks
//! that do anything, and by threads.
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

use std::collections::HashMap;
use std::ffi::{c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;
use std::thread;

use c_pair::{CPair, Pki, Shared};
use ferrotls::capi::ferrotls::psk::*;
use ferrotls::capi::ssl::authentication::{mbedtls_ssl_conf_own_cert, mbedtls_ssl_get_peer_cert};
use ferrotls::capi::ssl::cache::mbedtls_ssl_conf_session_cache;
use ferrotls::capi::ssl::config::*;
use ferrotls::capi::ssl::constants::*;
use ferrotls::capi::ssl::context::*;
use ferrotls::capi::ssl::enums::mbedtls_ssl_protocol_version::{self, *};
use ferrotls::capi::ssl::errors::*;
use ferrotls::capi::ssl::facts::*;
use ferrotls::capi::ssl::io::*;
use ferrotls::capi::ssl::session::resume::*;
use ferrotls::capi::ssl::session::saved::*;
use ferrotls::capi::ssl::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};
use ferrotls::capi::ssl_cache::*;
use sessions::{Keys, Session, connect};

/// TLS 1.2 to this version at an end.
fn limit(conf: &mut mbedtls_ssl_config, version: mbedtls_ssl_protocol_version) {
    unsafe {
        mbedtls_ssl_conf_min_tls_version(conf, MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_2));
        mbedtls_ssl_conf_max_tls_version(conf, MaybeUninit::new(version));
    }
}

/// Both ends in TLS 1.2.
fn shared12(pki: &Pki) -> Box<Shared> {
    let mut shared = Shared::new(pki);
    limit(&mut shared.client, MBEDTLS_SSL_VERSION_TLS1_2);
    limit(&mut shared.server, MBEDTLS_SSL_VERSION_TLS1_2);
    shared
}

/// A cache, in a place of its own.
struct Cache(Box<mbedtls_ssl_cache_context>);

impl Cache {
    fn new() -> Self {
        let mut cache: Box<mbedtls_ssl_cache_context> = Box::new(unsafe { MaybeUninit::zeroed().assume_init() });
        unsafe { mbedtls_ssl_cache_init(&raw mut *cache) };
        Self(cache)
    }

    fn serve(&mut self, shared: &mut Shared) {
        let data = (&raw mut *self.0).cast();
        let conf = &raw mut shared.server;
        unsafe { mbedtls_ssl_conf_session_cache(conf, data, Some(mbedtls_ssl_cache_get), Some(mbedtls_ssl_cache_set)) };
    }
}

impl Drop for Cache {
    fn drop(&mut self) {
        unsafe { mbedtls_ssl_cache_free(&raw mut *self.0) };
    }
}

/// The client's session, which is there when the handshake is over.
fn session_of(pair: &CPair) -> Session {
    let mut session = Session::new();
    let code = unsafe { mbedtls_ssl_get_session(&raw const pair.client, &raw mut session.0) };
    assert_eq!(code, 0);
    assert_eq!(version_of(&session.0), MBEDTLS_SSL_VERSION_TLS1_2 as c_int);
    session
}

fn version_of(session: &mbedtls_ssl_session) -> c_int {
    // Ours put it there.
    unsafe { session.tls_version.assume_init() as c_int }
}

/// The peer's certificate as DER, and what the check of it found.
fn peer(ssl: &mbedtls_ssl_context) -> (Vec<u8>, u32) {
    unsafe {
        let crt = mbedtls_ssl_get_peer_cert(ssl).as_ref();
        let der = crt.map(|crt| std::slice::from_raw_parts(crt.raw.p, crt.raw.len).to_vec());
        (der.unwrap_or_default(), mbedtls_ssl_get_verify_result(ssl))
    }
}

/// A connection that must come about, and whether it was resumed.
fn is_resumed(shared: &Shared, session: &Session) -> bool {
    let (pair, kind) = connect(shared, Some(session));
    assert_eq!(version_number(&pair.client), MBEDTLS_SSL_VERSION_TLS1_2 as c_int);
    assert!(kind == FERROTLS_PSK_NONE || kind == FERROTLS_PSK_RESUMPTION);
    kind == FERROTLS_PSK_RESUMPTION
}

fn version_number(ssl: &mbedtls_ssl_context) -> c_int {
    (unsafe { mbedtls_ssl_get_version_number(ssl) }) as c_int
}

#[test]
fn a_session_is_resumed_saved_or_not_and_knows_the_server() {
    for by_ticket in [false, true] {
        let mut shared = shared12(&Pki::new());
        let (mut keys, mut cache) = (Keys::new(), Cache::new());
        if by_ticket {
            keys.serve(&mut shared);
        } else {
            cache.serve(&mut shared);
        }
        let (pair, kind) = connect(&shared, None);
        assert_eq!(kind, FERROTLS_PSK_NONE);
        let first = session_of(&pair);
        assert_eq!(
            (first.0.ticket_len > 0, first.0.id_len),
            (by_ticket, if by_ticket { 0 } else { 32 })
        );
        let seen = peer(&pair.client);
        assert!(!seen.0.is_empty() && seen.1 == 0);
        assert_eq!(first.0.master, unsafe { (*pair.server.session).master });
        for session in [&first, &Session::load(&first.save())] {
            let (pair, kind) = connect(&shared, Some(session));
            assert_eq!((kind, peer(&pair.client)), (FERROTLS_PSK_RESUMPTION, seen.clone()));
            let next = session_of(&pair);
            assert_eq!(next.0.master, first.0.master);
            let (pair, kind) = connect(&shared, Some(&Session::load(&next.save())));
            assert_eq!((kind, peer(&pair.client)), (FERROTLS_PSK_RESUMPTION, seen.clone()));
        }
    }
}

#[test]
fn a_resumed_connection_knows_its_client() {
    let pki = Pki::new();
    for by_ticket in [false, true] {
        let mut shared = shared12(&pki);
        let mut same = Shared::new(&pki);
        let (mut keys, mut cache) = (Keys::new(), Cache::new());
        if by_ticket {
            keys.serve(&mut shared);
        } else {
            cache.serve(&mut shared);
        }
        unsafe {
            mbedtls_ssl_conf_authmode(&raw mut shared.server, MBEDTLS_SSL_VERIFY_REQUIRED);
            let (cert, key) = (&raw mut same.cert, &raw mut same.key);
            assert_eq!(mbedtls_ssl_conf_own_cert(&raw mut shared.client, cert, key), 0);
        }
        let (pair, _) = connect(&shared, None);
        let known = peer(&pair.server);
        assert!(!known.0.is_empty() && known.1 == 0);
        let session = session_of(&pair);
        let (pair, kind) = connect(&shared, Some(&session));
        assert_eq!((kind, peer(&pair.server)), (FERROTLS_PSK_RESUMPTION, known));
        // Under another name it is not resumed, whatever the client says.
        let mut pair = CPair::new(&shared);
        unsafe {
            assert_eq!(mbedtls_ssl_set_hostname(&raw mut pair.client, c"elsewhere".as_ptr()), 0);
            mbedtls_ssl_conf_authmode(&raw mut shared.client, MBEDTLS_SSL_VERIFY_NONE);
            assert_eq!(mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0), 0);
        }
        assert_eq!(pair.handshake(), (0, 0));
        assert_eq!(unsafe { ferrotls_get_psk(&raw const pair.server) }, FERROTLS_PSK_NONE);
        unsafe { mbedtls_ssl_conf_authmode(&raw mut shared.client, MBEDTLS_SSL_VERIFY_REQUIRED) };
    }
}

#[test]
fn a_session_is_worth_no_more_than_the_check_that_was_made() {
    for by_ticket in [false, true] {
        let mut shared = shared12(&Pki::new());
        let (mut keys, mut cache) = (Keys::new(), Cache::new());
        if by_ticket {
            keys.serve(&mut shared);
        } else {
            cache.serve(&mut shared);
        }
        unsafe { mbedtls_ssl_conf_authmode(&raw mut shared.client, MBEDTLS_SSL_VERIFY_NONE) };
        let session = session_of(&connect(&shared, None).0);
        assert!(is_resumed(&shared, &session));
        unsafe { mbedtls_ssl_conf_authmode(&raw mut shared.client, MBEDTLS_SSL_VERIFY_REQUIRED) };
        assert!(!is_resumed(&shared, &session));
        // Nor for longer than a week.
        let mut session = session_of(&connect(&shared, None).0);
        session.0.start -= 6 * 86_400;
        assert!(is_resumed(&shared, &session));
        session.0.start -= 2 * 86_400;
        assert!(!is_resumed(&shared, &session));
        // A master secret of zeros is none.
        let mut session = session_of(&connect(&shared, None).0);
        assert!(is_resumed(&shared, &session));
        session.0.master = [0; 48];
        assert!(!is_resumed(&shared, &session));
    }
}

#[test]
fn each_version_resumes_its_own_sessions_only() {
    let mut shared = Shared::new(&Pki::new());
    let mut keys = Keys::new();
    keys.serve(&mut shared);
    limit(&mut shared.server, MBEDTLS_SSL_VERSION_TLS1_3);
    let (mut pair, _) = connect(&shared, None);
    let mut of13 = Session::of(&mut pair);
    limit(&mut shared.client, MBEDTLS_SSL_VERSION_TLS1_2);
    let mut of12 = session_of(&connect(&shared, None).0);
    assert!(is_resumed(&shared, &of12));
    // One of 1.3 where only 1.2 is allowed.
    assert!(!is_resumed(&shared, &of13));
    // The ticket of the other version, both under the same keys: the server must see it.
    let swap = |a: &mut Session, b: &mut Session| {
        std::mem::swap(&mut a.0.ticket, &mut b.0.ticket);
        std::mem::swap(&mut a.0.ticket_len, &mut b.0.ticket_len);
    };
    swap(&mut of12, &mut of13);
    assert!(!is_resumed(&shared, &of12));
    limit(&mut shared.client, MBEDTLS_SSL_VERSION_TLS1_3);
    assert_eq!(connect(&shared, Some(&of13)).1, FERROTLS_PSK_NONE);
    swap(&mut of12, &mut of13);
    assert_eq!(connect(&shared, Some(&of13)).1, FERROTLS_PSK_RESUMPTION);
    // One of 1.2 where only 1.3 is allowed: 3.6's client would offer 1.2.
    unsafe { mbedtls_ssl_conf_min_tls_version(&raw mut shared.client, MaybeUninit::new(MBEDTLS_SSL_VERSION_TLS1_3)) };
    let (pair, kind) = connect(&shared, Some(&of12));
    assert_eq!(kind, FERROTLS_PSK_NONE);
    assert_eq!(version_number(&pair.client), MBEDTLS_SSL_VERSION_TLS1_3 as c_int);
}

/// What a callback does before it answers.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Deed {
    Nothing,
    Reset,
    Free,
    Handshake,
}

/// A cache of saved sessions as an application may write one.
struct OwnCache {
    saved: HashMap<Vec<u8>, Vec<u8>>,
    server: *mut mbedtls_ssl_context,
    at_get: Deed,
    at_set: Deed,
}

impl OwnCache {
    fn new() -> Box<Self> {
        Box::new(Self {
            saved: HashMap::new(),
            server: ptr::null_mut(),
            at_get: Deed::Nothing,
            at_set: Deed::Nothing,
        })
    }

    fn serve(&mut self, shared: &mut Shared) {
        let data = ptr::from_mut(self).cast();
        let conf = &raw mut shared.server;
        unsafe { mbedtls_ssl_conf_session_cache(conf, data, Some(own_get), Some(own_set)) };
    }

    unsafe fn act(&self, deed: Deed) {
        unsafe {
            match deed {
                Deed::Nothing => {}
                Deed::Reset => assert_eq!(mbedtls_ssl_session_reset(self.server), 0),
                Deed::Free => mbedtls_ssl_free(self.server),
                Deed::Handshake => {
                    let code = ferrotls::capi::ssl::drive::mbedtls_ssl_handshake(self.server);
                    assert!(code < 0);
                }
            }
        }
    }
}

unsafe extern "C" fn own_get(
    data: *mut c_void,
    id: *const c_uchar,
    len: usize,
    session: *mut mbedtls_ssl_session,
) -> c_int {
    unsafe {
        let cache = &*data.cast::<OwnCache>();
        cache.act(cache.at_get);
        match cache.saved.get(std::slice::from_raw_parts(id, len)) {
            Some(blob) => mbedtls_ssl_session_load(session, blob.as_ptr(), blob.len()),
            None => MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND,
        }
    }
}

unsafe extern "C" fn own_set(
    data: *mut c_void,
    id: *const c_uchar,
    len: usize,
    session: *const mbedtls_ssl_session,
) -> c_int {
    unsafe {
        let cache = &mut *data.cast::<OwnCache>();
        cache.act(cache.at_set);
        let mut blob = vec![0; 20_000];
        let mut written = 0;
        let code = mbedtls_ssl_session_save(session, blob.as_mut_ptr(), blob.len(), &raw mut written);
        blob.truncate(written);
        cache.saved.insert(std::slice::from_raw_parts(id, len).to_vec(), blob);
        code
    }
}

#[test]
fn an_application_s_own_cache_is_asked_with_what_it_was_told() {
    let mut shared = shared12(&Pki::new());
    let mut cache = OwnCache::new();
    cache.serve(&mut shared);
    let (pair, _) = connect(&shared, None);
    let session = session_of(&pair);
    assert_eq!(cache.saved.keys().collect::<Vec<_>>(), [&session.0.id.to_vec()]);
    let kept = Session::load(cache.saved.values().next().unwrap());
    assert_eq!(
        (kept.0.master, kept.0.id, kept.0.id_len),
        (session.0.master, session.0.id, 32)
    );
    assert_eq!(c_int::from(kept.0.endpoint), MBEDTLS_SSL_IS_SERVER);
    assert!(is_resumed(&shared, &session));
    // A resumed session is kept already.
    assert_eq!(cache.saved.len(), 1);
}

#[test]
fn what_is_no_session_of_this_server_is_not_resumed() {
    let mut shared = shared12(&Pki::new());
    let mut keys = Keys::new();
    let mut cache = OwnCache::new();
    cache.serve(&mut shared);
    let session = session_of(&connect(&shared, None).0);
    let id = session.0.id.to_vec();
    let good = cache.saved[&id].clone();
    let mut refuses = |blob: Vec<u8>| {
        cache.saved.insert(id.clone(), blob);
        assert!(!is_resumed(&shared, &session));
    };
    // That of the client.
    refuses(session.save());
    // Bytes that were changed, or are missing.
    for at in (0..good.len()).step_by(7) {
        let mut other = good.clone();
        other[at] ^= 0x10;
        refuses(other);
    }
    refuses(good[..good.len() / 2].to_vec());
    refuses(Vec::new());
    // One whose secret is zeros, or whose suite nobody knows.
    let changed = |change: &dyn Fn(&mut mbedtls_ssl_session)| {
        let mut session = Session::load(&good);
        change(&mut session.0);
        session.save()
    };
    refuses(changed(&|s| s.master = [0; 48]));
    refuses(changed(&|s| s.ciphersuite = 0x1301));
    refuses(changed(&|s| s.start -= 8 * 86_400));
    refuses(changed(&|s| s.endpoint = MBEDTLS_SSL_IS_CLIENT as u8));
    // The same from the beginning comes back.
    cache.saved.insert(id.clone(), changed(&|_| ()));
    assert!(is_resumed(&shared, &session));
    // And one of TLS 1.3.
    let mut shared13 = Shared::new(&Pki::new());
    keys.serve(&mut shared13);
    let (mut pair, _) = connect(&shared13, None);
    let mut of13 = Session::of(&mut pair);
    of13.0.endpoint = MBEDTLS_SSL_IS_SERVER as u8;
    unsafe { ferrotls::capi::platform::mbedtls_free(of13.0.ticket.cast()) };
    (of13.0.ticket, of13.0.ticket_len) = (ptr::null_mut(), 0);
    cache.saved.insert(id, of13.save());
    assert!(!is_resumed(&shared, &session));
}

#[test]
fn a_callback_of_the_cache_may_do_anything_to_the_context() {
    for deed in [Deed::Reset, Deed::Free, Deed::Handshake] {
        for at_get in [true, false] {
            let mut shared = shared12(&Pki::new());
            let mut cache = OwnCache::new();
            cache.serve(&mut shared);
            let session = session_of(&connect(&shared, None).0);
            let mut pair = CPair::new(&shared);
            cache.server = &raw mut pair.server;
            if at_get {
                cache.at_get = deed;
                let code = unsafe { mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0) };
                assert_eq!(code, 0);
            } else {
                cache.at_set = deed;
            }
            let (_, server) = pair.handshake();
            if deed == Deed::Handshake {
                assert_eq!(server, 0, "{deed:?}");
            } else {
                assert_eq!(server, MBEDTLS_ERR_SSL_BAD_INPUT_DATA, "{deed:?} {at_get}");
            }
        }
    }
}

#[test]
fn a_cache_without_room_takes_no_handshake_away() {
    let mut shared = shared12(&Pki::new());
    let mut cache = Cache::new();
    unsafe { mbedtls_ssl_cache_set_max_entries(&raw mut *cache.0, 0) };
    cache.serve(&mut shared);
    let session = session_of(&connect(&shared, None).0);
    assert!(!is_resumed(&shared, &session));
    // One half of a cache is none, either.
    let data = (&raw mut *cache.0).cast();
    unsafe { mbedtls_ssl_cache_set_max_entries(&raw mut *cache.0, 10) };
    let conf = &raw mut shared.server;
    unsafe { mbedtls_ssl_conf_session_cache(conf, data, Some(mbedtls_ssl_cache_get), None) };
    let session = session_of(&connect(&shared, None).0);
    assert!(!is_resumed(&shared, &session));
    unsafe { mbedtls_ssl_conf_session_cache(conf, data, None, Some(mbedtls_ssl_cache_set)) };
    let session = session_of(&connect(&shared, None).0);
    assert!(!is_resumed(&shared, &session));
}

#[test]
fn threads_share_a_cache_and_the_keys_of_tickets() {
    #[derive(Clone, Copy)]
    struct All(*const Shared);
    unsafe impl Send for All {}
    impl All {
        fn get(self) -> *const Shared {
            self.0
        }
    }

    let mut by_id = shared12(&Pki::new());
    let mut by_ticket = shared12(&Pki::new());
    let (mut keys, mut cache) = (Keys::new(), Cache::new());
    cache.serve(&mut by_id);
    keys.serve(&mut by_ticket);
    let all = [All(&raw const *by_id), All(&raw const *by_ticket)];
    thread::scope(|scope| {
        for number in 0..4 {
            let shared = all[number % 2];
            scope.spawn(move || {
                let shared = unsafe { &*shared.get() };
                for _ in 0..6 {
                    let session = session_of(&connect(shared, None).0);
                    for _ in 0..3 {
                        assert!(is_resumed(shared, &session));
                    }
                }
            });
        }
    });
}

#[test]
fn a_session_survives_the_context_it_came_from() {
    let mut shared = shared12(&Pki::new());
    let mut cache = Cache::new();
    cache.serve(&mut shared);
    let mut pair = connect(&shared, None).0;
    let session = session_of(&pair);
    unsafe {
        assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.client), 0);
        assert_eq!(mbedtls_ssl_session_reset(&raw mut pair.server), 0);
        // A context that was reset has no session, and takes one.
        let mut other = Session::new();
        let client = &raw mut pair.client;
        assert_eq!(
            mbedtls_ssl_get_session(client, &raw mut other.0),
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA
        );
        assert_eq!(mbedtls_ssl_set_session(client, &raw const session.0), 0);
    }
    pair.to_client.bytes.clear();
    pair.to_server.bytes.clear();
    assert_eq!(pair.handshake(), (0, 0));
    assert_eq!(
        unsafe { ferrotls_get_psk(&raw const pair.client) },
        FERROTLS_PSK_RESUMPTION
    );
    drop(pair);
    assert!(is_resumed(&shared, &session));
    // In a byte-by-byte world, too.
    let mut pair = CPair::new(&shared);
    for pipe in [&mut pair.to_client, &mut pair.to_server] {
        (pipe.limit, pipe.blocks) = (1, 1);
    }
    unsafe { assert_eq!(mbedtls_ssl_set_session(&raw mut pair.client, &raw const session.0), 0) };
    assert_eq!(pair.handshake(), (0, 0));
    let mut room = [0; 8];
    unsafe {
        let read = mbedtls_ssl_read(&raw mut pair.client, room.as_mut_ptr(), room.len());
        assert_eq!(read, MBEDTLS_ERR_SSL_WANT_READ);
    }
}
