//! What stands behind `mbedtls_ssl_context` and `mbedtls_ssl_config`: the objects in their private room.
//!
//! A context owns one reference to its [`Inner`]; every call takes another for as long as it runs. A callback may
//! therefore free or reset the context it was called for: the object is then marked dead, the call notices when the
//! callback returns, and the last reference takes it away.
//!
//! A connection has two halves, and each half has a [`Claim`]: who holds it is the only one to touch that half. A
//! second thread in the same half, or a callback that comes back into it, gets an error instead of a data race. A read
//! takes the sending half only for as long as it sends what it owes the peer; a write that comes meanwhile is told to
//! come again. So is the other thread where one of two negotiates the connection anew, which takes both halves.

use std::cell::{Cell, UnsafeCell};
use std::ffi::{c_char, c_int, c_void};
use std::ptr;
use std::sync::atomic::{AtomicBool, AtomicPtr, AtomicU8, AtomicU16, AtomicU32, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::async_private::{AsyncPrivate, Operation};
use super::callbacks::{
    DebugCallback, NameCallback, mbedtls_ssl_cache_get_t, mbedtls_ssl_cache_set_t, mbedtls_ssl_export_keys_t,
    mbedtls_ssl_ticket_parse_t, mbedtls_ssl_ticket_write_t,
};
use super::certificates::{Certificates, PeerShown, Staples};
use super::constants::{MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL};
use super::early::EarlySettings;
use super::psk::{ConfigPsk, PskKey};
use super::tls12::Settings12;
use super::types::{mbedtls_ssl_config, mbedtls_ssl_context, mbedtls_ssl_session};
use crate::capi::ferrotls::keylog::KeyLog;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::{VerifyCallback, mbedtls_x509_crt, mbedtls_x509_crt_ca_cb_t, mbedtls_x509_crt_profile};
use crate::tls::connection::Connection;
use crate::tls::handshake::cookie::{CookieKey, StatelessRetry};

/// A certificate of the application's and its key, both borrowed from it for as long as the configuration lives.
#[derive(Clone, Copy)]
pub struct KeyCert {
    /// The chain, leaf first.
    pub cert: *mut mbedtls_x509_crt,
    /// The leaf's private key.
    pub key: *mut mbedtls_pk_context,
}

/// Trusted certificates and revocation lists, borrowed from the application.
#[derive(Clone, Copy)]
pub struct Trust {
    /// Trusted certificates.
    pub ca_chain: *mut mbedtls_x509_crt,
    /// Revocation lists.
    pub ca_crl: *mut mbedtls_x509_crl,
}

impl Trust {
    /// Nothing is trusted.
    pub const NONE: Self = Self {
        ca_chain: ptr::null_mut(),
        ca_crl: ptr::null_mut(),
    };
}

/// What `mbedtls_ssl_conf_*` sets, where the C struct itself has no field that programs read.
///
/// Lists are kept as the application's own pointers, as in 3.6: they are read when a handshake starts.
pub struct ConfigInner {
    /// Debug callback and its argument.
    pub debug: (DebugCallback, *mut c_void),
    /// Random callback and its argument: kept, not needed.
    pub rng: (mbedtls_f_rng_t, *mut c_void),
    /// Server name callback and its argument.
    #[cfg(feature = "server-name-indication")]
    pub sni: (NameCallback, *mut c_void),
    /// Verify callback and its argument.
    #[cfg_attr(
        not(feature = "certificates"),
        expect(dead_code, reason = "nothing is trusted or signed")
    )]
    pub verify: (VerifyCallback, *mut c_void),
    /// CA callback and its argument.
    #[cfg_attr(
        not(feature = "certificates"),
        expect(dead_code, reason = "nothing is trusted or signed")
    )]
    pub ca_callback: (mbedtls_x509_crt_ca_cb_t, *mut c_void),
    /// Own certificates.
    #[cfg_attr(
        not(feature = "certificates"),
        expect(dead_code, reason = "nothing is trusted or signed")
    )]
    pub own: Vec<KeyCert>,
    /// What comes with certificates and in their place.
    pub certificates: Certificates,
    /// Who signs in place of the keys in `own`.
    #[cfg_attr(
        not(feature = "certificates"),
        expect(dead_code, reason = "nothing is trusted or signed")
    )]
    pub async_private: AsyncPrivate,
    /// `ferrotls_conf_post_handshake_auth`
    pub post_handshake_auth: bool,
    /// Whom to trust.
    #[cfg_attr(
        not(feature = "certificates"),
        expect(dead_code, reason = "nothing is trusted or signed")
    )]
    pub trust: Trust,
    /// What certificates must be like; NULL: the default profile.
    pub profile: *const mbedtls_x509_crt_profile,
    /// Cipher suites, ended by 0.
    pub ciphersuites: *const c_int,
    /// Groups, ended by 0; NULL: the default list.
    pub groups: *const u16,
    /// Groups converted from the list of `mbedtls_ssl_conf_curves`, which is not kept by pointer.
    pub converted_groups: Vec<u16>,
    /// Signature algorithms, ended by 0; NULL: the default list.
    pub signature_algorithms: *const u16,
    /// ALPN protocols, ended by NULL.
    pub alpn: *mut *const c_char,
    /// Milliseconds for `f_recv_timeout`; live.
    pub read_timeout: AtomicU32,
    /// Server: send the names of the trusted CAs with a CertificateRequest.
    pub send_ca_list: bool,
    /// Server: whose order of suites counts, `MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_*`.
    pub preference_order: c_int,
    /// `ferrotls_conf_keylog_file`: where the secrets of connections go.
    pub key_log: Option<Arc<KeyLog>>,
    /// The pre-shared key of both ends.
    pub psk: Option<ConfigPsk>,
    /// Server: finds a pre-shared key, and its argument.
    pub psk_callback: (NameCallback, *mut c_void),
    /// `MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_*`, combined.
    pub key_exchange_modes: c_int,
    /// Client: keeps tickets that nobody asked to be told of.
    pub session_tickets: bool,
    /// Client: a read tells of a ticket.
    pub signal_tickets: bool,
    /// Server: makes tickets, reads them, and the argument of both.
    pub ticket_callbacks: (mbedtls_ssl_ticket_write_t, mbedtls_ssl_ticket_parse_t, *mut c_void),
    /// Server: tickets after a full handshake.
    pub new_session_tickets: u16,
    /// Server: session cache and its callbacks, for TLS 1.2: kept, not needed.
    pub cache: (*mut c_void, mbedtls_ssl_cache_get_t, mbedtls_ssl_cache_set_t),
    /// Early data.
    pub early: EarlySettings,
    /// What counts in TLS 1.2 alone.
    pub tls12: Settings12,
    /// `mbedtls_ssl_conf_max_frag_len`
    pub max_frag_len: u8,
    /// `ferrotls_conf_record_size_limit`; 0: none.
    pub record_size_limit: u16,
    /// `ferrotls_conf_hello_padding`
    pub hello_padding: bool,
    /// `ferrotls_conf_grease`
    pub grease: bool,
    /// `ferrotls_conf_stateless_retry`
    pub stateless_retry: StatelessRetry,
    /// `ferrotls_conf_cookie_key`, or a random one.
    pub cookie_key: Option<Arc<CookieKey>>,
}

impl ConfigInner {
    fn new() -> Self {
        Self {
            debug: (None, ptr::null_mut()),
            rng: (None, ptr::null_mut()),
            #[cfg(feature = "server-name-indication")]
            sni: (None, ptr::null_mut()),
            verify: (None, ptr::null_mut()),
            ca_callback: (None, ptr::null_mut()),
            own: Vec::new(),
            certificates: Certificates::default(),
            async_private: AsyncPrivate::NONE,
            post_handshake_auth: false,
            trust: Trust::NONE,
            profile: ptr::null(),
            ciphersuites: ptr::null(),
            groups: ptr::null(),
            converted_groups: Vec::new(),
            signature_algorithms: ptr::null(),
            alpn: ptr::null_mut(),
            read_timeout: AtomicU32::new(0),
            send_ca_list: true,
            preference_order: 0,
            key_log: None,
            psk: None,
            psk_callback: (None, ptr::null_mut()),
            key_exchange_modes: MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL,
            session_tickets: cfg!(feature = "session-tickets"),
            signal_tickets: false,
            ticket_callbacks: (None, None, ptr::null_mut()),
            new_session_tickets: MBEDTLS_SSL_TLS1_3_DEFAULT_NEW_SESSION_TICKETS as u16,
            cache: (ptr::null_mut(), None, None),
            early: EarlySettings::default(),
            tls12: Settings12::default(),
            max_frag_len: 0,
            record_size_limit: 0,
            hello_padding: false,
            grease: false,
            stateless_retry: StatelessRetry::Off,
            cookie_key: None,
        }
    }
}

/// The object of `conf`, made on first use: setters work before and after `mbedtls_ssl_config_defaults`.
///
/// # Safety
/// `conf` is NULL or points to a configuration that was initialised or is zero, and no other call is using it.
pub unsafe fn config_mut<'a>(conf: *mut mbedtls_ssl_config) -> Option<&'a mut ConfigInner> {
    // SAFETY: the caller vouches for `conf`; `inner` is NULL or the box that was made below.
    unsafe {
        let conf = conf.as_mut()?;
        if conf.inner.is_null() {
            conf.inner = Box::into_raw(Box::new(ConfigInner::new())).cast();
        }
        conf.inner.cast::<ConfigInner>().as_mut()
    }
}

/// The object of `conf`, or `None` if nothing was ever set. Never keep it across a callback.
///
/// # Safety
/// `conf` is NULL or points to an initialised configuration that nobody is changing.
pub unsafe fn config_ref<'a>(conf: *const mbedtls_ssl_config) -> Option<&'a ConfigInner> {
    // SAFETY: as above.
    unsafe { conf.as_ref()?.inner.cast::<ConfigInner>().as_ref() }
}

/// Frees the object of `conf`.
///
/// # Safety
/// `conf` is not NULL and nobody else uses it.
pub unsafe fn config_drop(conf: &mut mbedtls_ssl_config) {
    if !conf.inner.is_null() {
        // SAFETY: `inner` was made by `Box::into_raw` in `config_mut` and is given up here.
        drop(unsafe { Box::from_raw(conf.inner.cast::<ConfigInner>()) });
        conf.inner = ptr::null_mut();
    }
}

/// What one context was told by its own setters. Callbacks change it while a handshake runs.
pub struct PerConnection {
    /// `mbedtls_ssl_set_verify`
    pub verify: (VerifyCallback, *mut c_void),
    /// `mbedtls_ssl_set_export_keys_cb`
    pub export_keys: (mbedtls_ssl_export_keys_t, *mut c_void),
    /// `mbedtls_ssl_set_hs_own_cert`
    pub own: Vec<KeyCert>,
    /// `mbedtls_ssl_set_hs_ca_chain`
    pub trust: Option<Trust>,
    /// `mbedtls_ssl_set_hs_authmode`
    pub authmode: Option<c_int>,
    /// `mbedtls_ssl_set_hs_dn_hints`
    pub dn_hints: *const mbedtls_x509_crt,
    /// One of the four above was set after they were read.
    pub changed: bool,
    /// Server: the name the client asked for, while callbacks may ask for it.
    pub sni_name: Vec<u8>,
    /// Server: the name callback was asked in this handshake.
    pub sni_asked: bool,
    /// The peer's certificates while the handshake runs; then they belong to the session.
    pub peer_cert: *mut mbedtls_x509_crt,
    /// What the peer has shown besides its certificates; stays when the handshake is over, until that of another one is.
    pub peer_shown: Option<Box<PeerShown>>,
    /// In this handshake it was looked at what the peer shows. If not, what is kept of it is of the handshake before.
    pub peer_asked: bool,
    /// What takes its place once an authentication after the handshake is through.
    pub later_shown: Option<Box<PeerShown>>,
    /// `ferrotls_set_hs_ocsp_response`, `ferrotls_set_hs_scts`
    pub staples: Option<Box<Staples>>,
    /// A signature that the application is making.
    pub operation: Operation,
    /// The session to resume: a client's until the handshake is over, a server's since a ticket was read. NULL: none.
    pub resumed: *mut mbedtls_ssl_session,
    /// `mbedtls_ssl_set_hs_psk`, `mbedtls_ssl_set_hs_psk_opaque`
    pub psk: Option<PskKey>,
    /// Server: the ticket that was read last, if it has expired.
    pub expired_ticket: Option<Vec<u8>>,
}

impl PerConnection {
    pub(super) fn new() -> Self {
        Self {
            verify: (None, ptr::null_mut()),
            export_keys: (None, ptr::null_mut()),
            own: Vec::new(),
            trust: None,
            authmode: None,
            dn_hints: ptr::null(),
            changed: false,
            sni_name: Vec::new(),
            sni_asked: false,
            peer_cert: ptr::null_mut(),
            peer_shown: None,
            peer_asked: false,
            later_shown: None,
            staples: None,
            operation: Operation::NONE,
            resumed: ptr::null_mut(),
            psk: None,
            expired_ticket: None,
        }
    }

    /// Forgets what counts for one handshake only: `mbedtls_ssl_set_hs_*`, which the callbacks of the next one may set anew.
    pub fn end_handshake(&mut self) {
        self.own = Vec::new();
        self.trust = None;
        self.authmode = None;
        self.dn_hints = ptr::null();
        self.changed = false;
        self.sni_name = Vec::new();
        self.sni_asked = false;
        self.peer_asked = false;
        self.staples = None;
        self.operation = Operation::NONE;
        self.psk = None;
        self.expired_ticket = None;
    }
}

/// What stands behind a context.
pub struct Inner {
    dead: AtomicBool,
    poisoned: AtomicBool,
    reader_holder: AtomicUsize,
    writer_holder: AtomicUsize,
    /// From `Box::into_raw`; NULL until it is needed. A pointer, so that two threads can borrow one half each without a
    /// reference to the whole.
    connection: AtomicPtr<Connection>,
    per_connection: UnsafeCell<PerConnection>,
    /// An answer that a read owed the peer is sealed and did not go out whole yet.
    pub answer_unsent: AtomicBool,
    /// Length that the sealed but unsent record of `mbedtls_ssl_write` took, plus one; 0: none.
    pub pending_write: AtomicUsize,
    /// The same for `mbedtls_ssl_write_early_data`.
    #[cfg(feature = "early-data")]
    pub pending_early: AtomicUsize,
    /// `mbedtls_ssl_get_early_data_status`, once the handshake is over.
    pub early_status: AtomicU8,
    /// The application was told of early data by another function than the one that reads it.
    pub early_signalled: AtomicBool,
    /// `mbedtls_ssl_get_bytes_avail`, stored after each call that reads.
    pub bytes_available: AtomicUsize,
    /// `mbedtls_ssl_check_pending`, stored likewise.
    pub pending: AtomicBool,
    /// `mbedtls_ssl_get_verify_result`
    pub verify_result: AtomicU32,
    /// What takes its place once an authentication after the handshake is through.
    pub later_result: AtomicU32,
    /// `ferrotls_client_authentication_status`, a number of [`Progress`](crate::tls::post_auth::Progress).
    pub client_authentication: AtomicU8,
    /// A KeyUpdate of `ferrotls_update_keys` is sealed and did not go out whole yet.
    pub update_unsent: AtomicBool,
    /// The pre-shared key that the connection rests on, as `FERROTLS_PSK_*`.
    pub psk: AtomicU8,
    /// The number of the key exchange's group; 0: none yet.
    pub group: AtomicU16,
    /// How much a record may carry that is sent, and one that comes, in bytes; 0 before there is a connection.
    pub max_payload_out: AtomicU16,
    /// See [`Inner::max_payload_out`].
    pub max_payload_in: AtomicU16,
    /// The application protocol that was negotiated; another handshake may find another.
    alpn: Mutex<Option<Vec<u8>>>,
    /// Whether there is one.
    pub has_alpn: AtomicBool,
    /// The handshake is over: the halves may be used apart.
    pub over: AtomicBool,
    /// Another handshake is under way (TLS 1.2), so that `over` is no longer so.
    pub renegotiating: AtomicBool,
    /// Such a handshake is to begin once the write of another thread is over.
    pub handshake_waits: AtomicBool,
    /// Held while `ssl->session` is changed or copied: a ticket may come in one thread while another fetches the session.
    session_lock: Mutex<()>,
}

// SAFETY: each half of the connection is touched only under its claim, `per_connection` only by the thread that runs
// the handshake and by setters, which the interface forbids beside it; the rest is atomic.
unsafe impl Send for Inner {}
// SAFETY: as above.
unsafe impl Sync for Inner {}

impl Drop for Inner {
    fn drop(&mut self) {
        let (peer, resumed) = {
            let own = self.per_connection.get_mut();
            (own.peer_cert, own.resumed)
        };
        let connection = *self.connection.get_mut();
        // SAFETY: `peer` and `resumed` are NULL or owned by this object; `connection` is NULL or came from `Box::into_raw`.
        unsafe {
            super::session::free_chain(peer);
            super::session::free_session(resumed);
            if !connection.is_null() {
                drop(Box::from_raw(connection));
            }
        }
    }
}

impl Inner {
    /// A fresh object: no connection yet.
    pub fn new() -> Self {
        Self {
            dead: AtomicBool::new(false),
            poisoned: AtomicBool::new(false),
            reader_holder: AtomicUsize::new(FREE),
            writer_holder: AtomicUsize::new(FREE),
            connection: AtomicPtr::new(ptr::null_mut()),
            per_connection: UnsafeCell::new(PerConnection::new()),
            answer_unsent: AtomicBool::new(false),
            pending_write: AtomicUsize::new(0),
            #[cfg(feature = "early-data")]
            pending_early: AtomicUsize::new(0),
            early_status: AtomicU8::new(0),
            early_signalled: AtomicBool::new(false),
            bytes_available: AtomicUsize::new(0),
            pending: AtomicBool::new(false),
            verify_result: AtomicU32::new(super::NO_VERIFY_RESULT),
            later_result: AtomicU32::new(super::NO_VERIFY_RESULT),
            client_authentication: AtomicU8::new(0),
            update_unsent: AtomicBool::new(false),
            psk: AtomicU8::new(0),
            group: AtomicU16::new(0),
            max_payload_out: AtomicU16::new(0),
            max_payload_in: AtomicU16::new(0),
            alpn: Mutex::new(None),
            has_alpn: AtomicBool::new(false),
            over: AtomicBool::new(false),
            renegotiating: AtomicBool::new(false),
            handshake_waits: AtomicBool::new(false),
            session_lock: Mutex::new(()),
        }
    }

    /// Whether the context was freed or reset since this object was taken from it.
    pub fn is_dead(&self) -> bool {
        self.dead.load(Ordering::Acquire)
    }

    /// Marks the object as no longer belonging to a context.
    pub fn kill(&self) {
        self.dead.store(true, Ordering::Release);
    }

    /// Whether a fault of ours was caught in a call on this object: what it holds may be half changed.
    pub fn is_poisoned(&self) -> bool {
        self.poisoned.load(Ordering::Relaxed)
    }

    /// Makes every later call fail.
    pub fn poison(&self) {
        self.poisoned.store(true, Ordering::Relaxed);
    }

    /// Claims the receiving half.
    pub fn claim_reader(&self) -> Result<Claim<'_>, Busy> {
        Claim::take(&self.reader_holder, CALL)
    }

    /// Claims the sending half.
    pub fn claim_writer(&self) -> Result<Claim<'_>, Busy> {
        Claim::take(&self.writer_holder, CALL)
    }

    /// Claims the sending half for a moment, to send what a read owes the peer.
    pub fn claim_writer_for_answer(&self) -> Result<Claim<'_>, Busy> {
        Claim::take(&self.writer_holder, ANSWER)
    }

    /// Claims both.
    pub fn claim_both(&self) -> Result<(Claim<'_>, Claim<'_>), Busy> {
        Ok((self.claim_reader()?, self.claim_writer()?))
    }

    /// Claims both for a handshake.
    pub fn claim_for_handshake(&self) -> Result<(Claim<'_>, Claim<'_>), Busy> {
        Ok((
            Claim::take(&self.reader_holder, HANDSHAKE)?,
            self.claim_writer_for_handshake()?,
        ))
    }

    /// Claims the sending half for a handshake. A write of another thread is no fault then, and over some time: it is waited for a
    /// moment, in which that thread begins no other.
    pub fn claim_writer_for_handshake(&self) -> Result<Claim<'_>, Busy> {
        /// How often other threads are let go on.
        const MOMENT: usize = 1000;
        let claim = || Claim::take(&self.writer_holder, HANDSHAKE);
        let mut done = claim();
        if let Err(Busy::Elsewhere) = done {
            self.handshake_waits.store(true, Ordering::Relaxed);
            for _ in 0..MOMENT {
                std::thread::yield_now();
                done = claim();
                if !matches!(done, Err(Busy::Elsewhere)) {
                    break;
                }
            }
            self.handshake_waits.store(false, Ordering::Relaxed);
        }
        done.map_err(|busy| match busy {
            Busy::Elsewhere => Busy::Answer,
            busy => busy,
        })
    }

    /// The connection; NULL until [`Self::set_connection`].
    pub fn connection(&self) -> *mut Connection {
        self.connection.load(Ordering::Acquire)
    }

    /// Puts the connection in its place, which was empty. Both halves are claimed.
    pub fn set_connection(&self, connection: Connection) -> *mut Connection {
        let raw = Box::into_raw(Box::new(connection));
        let old = self.connection.swap(raw, Ordering::AcqRel);
        debug_assert!(old.is_null());
        raw
    }

    /// The right to change or copy `ssl->session`, until dropped. No callback but of the allocator runs meanwhile.
    pub fn lock_session(&self) -> MutexGuard<'_, ()> {
        self.session_lock.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The application protocol. No callback runs while the lock is held.
    pub fn lock_alpn(&self) -> MutexGuard<'_, Option<Vec<u8>>> {
        self.alpn.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What the context's own setters said. Never keep a reference across a callback.
    pub fn per_connection(&self) -> *mut PerConnection {
        self.per_connection.get()
    }
}

/// A number that no other living thread has; never 0, and a multiple of 4.
pub fn this_thread() -> usize {
    thread_local! {
        static MARK: Cell<u32> = const { Cell::new(0) };
    }
    MARK.try_with(|mark| ptr::from_ref(mark) as usize).unwrap_or(!WHAT_FOR)
}

/// Nobody holds the half. Otherwise a holder is the sum of [`this_thread`] and what for.
const FREE: usize = 0;
/// A call of the application's holds it.
const CALL: usize = 1;
/// A read holds the sending half for a moment.
const ANSWER: usize = 2;
/// A handshake holds it.
const HANDSHAKE: usize = 3;
/// The part of a holder that says what for.
const WHAT_FOR: usize = 3;

/// Why a half cannot be claimed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Busy {
    /// Another call of this thread is in it, out of which a callback comes: the application's fault.
    Call,
    /// A call of another thread is in it: the application's fault if both are of the same kind.
    Elsewhere,
    /// A read is sending an answer in it, or what else is nobody's fault and soon over.
    Answer,
    /// Another thread shakes hands: the application's fault in the first handshake of a connection only.
    Handshake,
}

/// The right to touch one half, until dropped.
pub struct Claim<'a>(&'a AtomicUsize);

impl<'a> Claim<'a> {
    fn take(place: &'a AtomicUsize, what_for: usize) -> Result<Self, Busy> {
        let this = this_thread();
        match place.compare_exchange(FREE, this | what_for, Ordering::Acquire, Ordering::Acquire) {
            Ok(_) => Ok(Self(place)),
            Err(holder) => Err(match holder & WHAT_FOR {
                ANSWER => Busy::Answer,
                _ if holder & !WHAT_FOR == this => Busy::Call,
                HANDSHAKE => Busy::Handshake,
                _ => Busy::Elsewhere,
            }),
        }
    }
}

impl Drop for Claim<'_> {
    fn drop(&mut self) {
        self.0.store(FREE, Ordering::Release);
    }
}

/// The object of `ssl` with a reference of the caller's own, made on first use: setters work before `setup`.
///
/// # Safety
/// `ssl` is NULL or points to a context that was initialised or is zero.
pub unsafe fn hold(ssl: *mut mbedtls_ssl_context) -> Option<Arc<Inner>> {
    // SAFETY: `inner` is NULL or came from `Arc::into_raw` here; the context keeps its reference.
    unsafe {
        let place = &raw mut (*ssl_or_none(ssl)?).inner;
        if (*place).is_null() {
            *place = Arc::into_raw(Arc::new(Inner::new())).cast_mut().cast();
        }
        let raw = (*place).cast::<Inner>().cast_const();
        Arc::increment_strong_count(raw);
        Some(Arc::from_raw(raw))
    }
}

/// The object of `ssl` if there is one.
///
/// # Safety
/// As [`hold`].
pub unsafe fn peek(ssl: *const mbedtls_ssl_context) -> Option<Arc<Inner>> {
    // SAFETY: as `hold`.
    unsafe {
        let raw = (*ssl_or_none(ssl.cast_mut())?).inner.cast::<Inner>().cast_const();
        if raw.is_null() {
            return None;
        }
        Arc::increment_strong_count(raw);
        Some(Arc::from_raw(raw))
    }
}

/// Takes the context's reference away and marks the object dead.
///
/// # Safety
/// `ssl` is not NULL and initialised.
pub unsafe fn release(ssl: *mut mbedtls_ssl_context) {
    // SAFETY: `inner` is NULL or came from `Arc::into_raw` in `hold`.
    unsafe {
        let raw = (*ssl).inner.cast::<Inner>().cast_const();
        (*ssl).inner = ptr::null_mut();
        if !raw.is_null() {
            let inner = Arc::from_raw(raw);
            inner.kill();
        }
    }
}

fn ssl_or_none(ssl: *mut mbedtls_ssl_context) -> Option<*mut mbedtls_ssl_context> {
    (!ssl.is_null()).then_some(ssl)
}
