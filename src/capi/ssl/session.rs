//! `mbedtls_ssl_session`: what a handshake leaves behind.

use std::ffi::{c_int, c_uchar};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::atomic::Ordering;

use super::certificates::PeerShown;
use super::drive::{Call, Code};
use super::inner::config_ref;
use super::names::*;
use super::peer_certificate;
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::platform_time::{mbedtls_ms_time_t, wall_ms, wall_s};
use crate::capi::ptr::bytes;
use crate::tls::connection::Connection;
use crate::tls::session::PskKind;

#[cfg(feature = "certificates")]
mod chain;
#[cfg(not(feature = "certificates"))]
#[path = "session/chain/without.rs"]
mod chain;
pub(super) mod hidden;
pub mod resume;
pub mod saved;

#[cfg(feature = "certificates")]
pub(super) use chain::parse_chain;
pub(super) use chain::{chain_ders, free_chain};
use hidden::Peer;

/// Initialises a session.
///
/// \param session  The session; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_init(session: *mut mbedtls_ssl_session) {
    guard((), || {
        if !session.is_null() {
            // SAFETY: `session` points to memory for one session; all-zero is a valid one.
            unsafe { session.write_bytes(0, 1) };
        }
    });
}

/// Frees what a session holds and wipes it.
///
/// \param session  The session; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_free(session: *mut mbedtls_ssl_session) {
    guard((), || {
        if !session.is_null() {
            // SAFETY: `session` is initialised and nobody else uses it.
            unsafe { free_content(session) };
        }
    });
}

/// The identifier of a session.
///
/// \param session  The session.
/// \return         Its 32 bytes, of which `mbedtls_ssl_session_get_id_len` count; NULL for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_get_id(session: *const mbedtls_ssl_session) -> *const [c_uchar; 32] {
    guard(ptr::null(), || {
        // SAFETY: `session` is NULL or initialised.
        unsafe { session.as_ref() }.map_or(ptr::null(), |s| &raw const s.id)
    })
}

/// The length of a session's identifier.
///
/// \param session  The session.
/// \return         Bytes, 0 to 32.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_get_id_len(session: *const mbedtls_ssl_session) -> usize {
    // SAFETY: as above.
    guard(0, || unsafe { session.as_ref() }.map_or(0, |s| s.id_len))
}

/// The cipher suite of a session.
///
/// \param session  The session.
/// \return         Its number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_get_ciphersuite_id(session: *const mbedtls_ssl_session) -> c_int {
    // SAFETY: as above.
    guard(0, || unsafe { session.as_ref() }.map_or(0, |s| s.ciphersuite))
}

/// When the ticket of a server's session was made.
///
/// \param session               The session.
/// \param ticket_creation_time  Set to the time, on the scale of `mbedtls_ms_time`.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for a client's session.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_session_get_ticket_creation_time(
    session: *mut mbedtls_ssl_session,
    ticket_creation_time: *mut mbedtls_ms_time_t,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `session` is NULL or initialised; `ticket_creation_time` is NULL or writable.
        match unsafe { (session.as_ref(), ticket_creation_time.as_mut()) } {
            (Some(session), Some(time)) if c_int::from(session.endpoint) == MBEDTLS_SSL_IS_SERVER => {
                *time = session.ticket_creation_time;
                0
            }
            _ => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        }
    })
}

/// When the ticket of a session was made or came, in milliseconds since 1970.
#[cfg(feature = "session-tickets")]
pub(in crate::capi) fn created(session: &mbedtls_ssl_session) -> u64 {
    hidden::created(session)
}

/// Frees what `session` holds; it is empty then, and may be used again.
///
/// # Safety
/// `session` is initialised and nobody else uses it.
pub(in crate::capi) unsafe fn free_content(session: *mut mbedtls_ssl_session) {
    // SAFETY: as stated; all-zero is an empty session.
    unsafe {
        let s = &mut *session;
        free_chain(s.peer_cert);
        free_ticket(s);
        hidden::drop_hidden(s);
        zeroize::Zeroize::zeroize(&mut s.master);
        session.write_bytes(0, 1);
    }
}

/// Frees the ticket of `session`.
fn free_ticket(session: &mut mbedtls_ssl_session) {
    let ticket = std::mem::replace(&mut session.ticket, ptr::null_mut());
    session.ticket_len = 0;
    // SAFETY: NULL or what `set_ticket` allocated.
    unsafe { mbedtls_free(ticket.cast()) };
}

/// An empty session; NULL without memory.
pub(super) fn new_session() -> *mut mbedtls_ssl_session {
    // SAFETY: any size may be asked for; all-zero is an empty session.
    unsafe { mbedtls_calloc(1, size_of::<mbedtls_ssl_session>()) }.cast()
}

/// Frees a session and what it holds.
///
/// # Safety
/// `session` is NULL or came from [`new_session`] and is not used any more.
pub(super) unsafe fn free_session(session: *mut mbedtls_ssl_session) {
    if !session.is_null() {
        // SAFETY: as stated.
        unsafe {
            free_content(session);
            mbedtls_free(session.cast());
        }
    }
}

/// Makes `to`, which is empty, a copy of `from`. On failure it is empty again.
///
/// # Safety
/// Both are initialised, and their pointers are alive.
pub(in crate::capi) unsafe fn copy(to: *mut mbedtls_ssl_session, from: &mbedtls_ssl_session) -> Result<(), c_int> {
    // SAFETY: as stated; what `from` owns is copied or left out before `to` can free it.
    unsafe {
        ptr::copy_nonoverlapping(from, to, 1);
        let copy = &mut *to;
        (copy.peer_cert, copy.ticket, copy.inner) = (ptr::null_mut(), ptr::null_mut(), ptr::null_mut());
        copy.ticket_len = 0;
        copy.exported = 0;
        let filled = fill_copy(copy, from);
        if filled.is_err() {
            free_content(to);
        }
        filled
    }
}

/// # Safety
/// As [`copy`].
unsafe fn fill_copy(copy: &mut mbedtls_ssl_session, from: &mbedtls_ssl_session) -> Result<(), c_int> {
    if let Some(hidden) = hidden::hidden(from) {
        *hidden::hidden_mut(copy) = hidden.clone();
    }
    // SAFETY: `ticket` holds `ticket_len` bytes; `peer_cert` is NULL or a chain.
    unsafe {
        saved::set_ticket(copy, bytes(from.ticket, from.ticket_len).unwrap_or_default())?;
        peer_certificate::copy(copy, from)?;
    }
    Ok(())
}

/// How the peer of this handshake was authenticated, and its raw public key if it showed one; those of the session if one is
/// resumed.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn peer_of(call: &Call, connection: *mut Connection) -> (Peer, Vec<u8>) {
    // SAFETY: as stated; no callback runs here.
    unsafe {
        let own = &*call.inner.per_connection();
        let conf = &*(*call.ssl).conf;
        let authmode = own.authmode.unwrap_or(c_int::from(conf.authmode));
        let by_psk = (*connection).psk() == Some(PskKind::External);
        if (*connection).psk() == Some(PskKind::Resumption) {
            let from = own.resumed.as_ref().and_then(hidden::hidden);
            return from.map_or_else(Default::default, |from| (from.peer, from.raw_key.clone()));
        }
        let peer = Peer {
            by_psk,
            authmode: authmode as u8,
            // As in 3.6: there was no certificate to find anything about.
            result: if by_psk {
                0
            } else {
                call.inner.verify_result.load(Ordering::Relaxed)
            },
        };
        let shown = own.peer_shown.as_ref().filter(|_| own.peer_asked);
        (peer, shown.map_or_else(Vec::new, |shown| shown.raw_key.clone()))
    }
}

/// The name that the client asked for: at a client that of the context, at a server that of the ClientHello.
///
/// # Safety
/// Both halves are claimed and the context is alive.
unsafe fn name_of(call: &Call, connection: *mut Connection) -> Option<Vec<u8>> {
    // SAFETY: as stated; no callback runs here.
    unsafe {
        if c_int::from((*(*call.ssl).conf).endpoint) == MBEDTLS_SSL_IS_CLIENT {
            resume::hostname(call.ssl)
        } else {
            (*connection).server_name().map(|name| name.as_bytes().to_vec())
        }
    }
}

/// Puts what was negotiated where C programs read it: `ssl->session`, which takes over the peer's certificates. On a resumed
/// connection they, and what their check found, are those of the session.
///
/// DEVIATION: 3.6 forgets both in TLS 1.3: what was found is "nothing amiss" on every resumed connection, and a session that
/// was saved has no certificate any more.
///
/// # Safety
/// Both halves are claimed, the context is alive, the handshake is over.
pub(super) unsafe fn store(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: as stated; no callback runs here.
    unsafe {
        let session = new_session();
        let Some(s) = session.as_mut() else {
            return Err(Code(MBEDTLS_ERR_SSL_ALLOC_FAILED));
        };
        let id = (*connection).take_legacy_session_id();
        put_id(s, &id);
        if let Err(code) = put_tls12(s, connection, (*call.inner.per_connection()).resumed) {
            free_session(session);
            return Err(code);
        }
        super::ask::note_unasked(call);
        let (peer, raw_key) = peer_of(call, connection);
        call.inner.verify_result.store(peer.result, Ordering::Relaxed);
        let own = &mut *call.inner.per_connection();
        let resumed = std::mem::replace(&mut own.resumed, ptr::null_mut());
        peer_certificate::keep(s, std::mem::replace(&mut own.peer_cert, ptr::null_mut()));
        let hidden = hidden::hidden_mut(s);
        (hidden.peer, hidden.name) = (peer, name_of(call, connection));
        hidden.alpn = (*connection).alpn_protocol().map(<[u8]>::to_vec);
        let suite = (*connection).suite().map_or(0, |suite| c_int::from(suite.0));
        s.start = wall_s();
        if (*connection).psk() == Some(PskKind::Resumption)
            && let Some(from) = resumed.as_mut()
        {
            peer_certificate::take_over(s, from);
            own.peer_shown = PeerShown::raw_key(&raw_key);
            if (*connection).master12().is_none() {
                take_ticket_of(s, from, suite);
            }
            s.start = from.start;
        } else if !own.peer_asked {
            own.peer_shown = None;
        }
        hidden::hidden_mut(s).raw_key = raw_key;
        free_session(resumed);
        let conf = &*(*call.ssl).conf;
        s.endpoint = conf.endpoint;
        s.tls_version = (*call.ssl).tls_version;
        s.ciphersuite = suite;
        let _guard = call.inner.lock_session();
        free_session(std::mem::replace(&mut (*call.ssl).session, session));
        Ok(())
    }
}

/// Puts an identifier into `session`.
fn put_id(session: &mut mbedtls_ssl_session, id: &[u8]) {
    session.id = [0; 32];
    session.id_len = id.len().min(session.id.len());
    for (to, from) in session.id.iter_mut().zip(id) {
        *to = *from;
    }
}

/// What is there in TLS 1.2 when the handshake is over: the master secret at both ends and, at a client, what the server knows the
/// session by. `before` is the session that was to be resumed, or NULL.
///
/// # Safety
/// Both halves are claimed; `before` is NULL or initialised.
unsafe fn put_tls12(
    session: &mut mbedtls_ssl_session,
    connection: *mut Connection,
    before: *const mbedtls_ssl_session,
) -> Result<(), Code> {
    // SAFETY: as stated; no callback runs here.
    unsafe {
        if let Some(master) = (*connection).master12() {
            hidden::put_master(session, master.secret());
        }
        let Some(resumption) = (*connection).take_resumption12() else {
            return Ok(());
        };
        hidden::put(session, &resumption.session);
        let ticket = &resumption.ticket[..];
        saved::set_ticket(session, ticket).map_err(Code)?;
        if ticket.is_empty() {
            session.ticket_lifetime = 0;
        } else if before
            .as_ref()
            .is_none_or(|before| bytes(before.ticket, before.ticket_len) != Some(ticket))
        {
            // RFC 5077 section 3.4: "If the client receives a session ticket from the server, then it discards any Session ID that
            // was sent in the ServerHello."
            put_id(session, &[]);
        }
    }
    Ok(())
}

/// A client that resumed keeps the ticket until a newer one comes, as in 3.6: a program that fetches the session before
/// that has one to resume.
fn take_ticket_of(session: &mut mbedtls_ssl_session, from: &mut mbedtls_ssl_session, suite: c_int) {
    if from.ticket.is_null() {
        return;
    }
    if let Some(mut core) = hidden::core(from) {
        // Early data goes under the ticket's suite only (RFC 8446 section 4.2.10), which the session no longer tells if the
        // connection has another.
        if from.ciphersuite != suite {
            core.max_early_data = 0;
        }
        hidden::put(session, &core);
        session.ticket = std::mem::replace(&mut from.ticket, ptr::null_mut());
        session.ticket_len = from.ticket_len;
    }
}

/// Keeps the newest ticket that came in, in place of an older one: the session can be fetched (again). Without memory for it
/// the older one stays.
///
/// DEVIATION: 3.6 drops a ticket unless the program asked to be told of tickets
/// (`mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets`); here it is kept unless tickets are switched off
/// (`mbedtls_ssl_conf_session_tickets`), so that `mbedtls_ssl_get_session` after the first read has it.
///
/// # Safety
/// The reader is claimed, the context is alive, the handshake is over.
pub(super) unsafe fn keep_tickets(call: &Call, connection: *mut Connection) {
    // SAFETY: the reader is claimed. The lock is held, so that `mbedtls_ssl_get_session` in another thread sees the old ticket
    // or the new one.
    unsafe {
        let reader = &raw mut (*connection).reader;
        if !(*reader).has_ticket() {
            return;
        }
        (*reader).stamp_tickets(wall_ms());
        let mut newest = None;
        while let Some(ticket) = (*reader).take_ticket() {
            newest = Some(ticket);
        }
        let wanted = config_ref((*call.ssl).conf).is_none_or(|c| c.session_tickets || c.signal_tickets);
        let _guard = call.inner.lock_session();
        let (Some(session), Some(ticket), true) = ((*call.ssl).session.as_mut(), newest, wanted) else {
            return;
        };
        if saved::set_ticket(session, &ticket.ticket).is_ok() {
            // The suite of the connection is the ticket's.
            hidden::put(session, &ticket.session);
            session.exported = 0;
        }
    }
}

/// A server's session for a ticket or a cache, on the stack of the call; its content is to be freed.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn for_ticket(
    call: &Call,
    connection: *mut Connection,
    core: &crate::tls::session::Session,
    id: &[u8],
) -> Result<mbedtls_ssl_session, c_int> {
    // SAFETY: all-zero is an empty session; the rest as stated; no callback runs here.
    unsafe {
        let mut session: mbedtls_ssl_session = MaybeUninit::zeroed().assume_init();
        hidden::put(&mut session, core);
        put_id(&mut session, id);
        session.endpoint = MBEDTLS_SSL_IS_SERVER as u8;
        session.start = wall_s();
        let hidden = hidden::hidden_mut(&mut session);
        (hidden.peer, hidden.raw_key) = peer_of(call, connection);
        hidden.name = core.server_name.as_ref().map(|name| name.as_bytes().to_vec());
        let own = &*call.inner.per_connection();
        let is_resumed = (*connection).psk() == Some(PskKind::Resumption);
        let resumed = own.resumed.as_ref().filter(|_| is_resumed);
        if let Some(resumed) = resumed {
            session.start = resumed.start;
        }
        if let Err(code) = peer_certificate::put_for_ticket(&mut session, resumed, own.peer_cert) {
            free_content(&raw mut session);
            return Err(code);
        }
        Ok(session)
    }
}

#[cfg(test)]
#[cfg(feature = "tls13")]
#[allow(
    clippy::undocumented_unsafe_blocks,
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::as_conversions,
    reason = "tests call what they test, and may fail by panicking"
)]
mod tests;
