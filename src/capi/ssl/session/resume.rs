//! Sessions out of a connection and into one, and what a connection asks of a session before it resumes it.
//!
//! A resumed connection inherits how its peer was authenticated: no certificate is shown or checked, no verify callback
//! runs. So a session is resumed only where that is at least what the connection asks for ([`satisfies`]), and a client
//! resumes it under the name only that it was made under; and only for seven days, however many tickets have come since
//! ([`is_recent`]). Who trusts other authorities than when the session was made must
//! not resume it, and has to see to that: which authorities those were is not kept.

use std::ffi::{CStr, c_int};
use std::ptr;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use super::super::inner::{PerConnection, hold, peek};
use super::super::names::*;
use super::super::peer_certificate;
use super::super::tickets;
use super::hidden::{self, Hidden, MAX_LIFETIME, Peer};
use crate::capi::guard::guard;
use crate::capi::platform_time::wall_s;
use crate::capi::ptr::enum_number;
use crate::tls::session::{Resumption, Session};
use crate::tls::suites::suite;
use crate::tls::wire::codes::{CipherSuite, ProtocolVersion};

/// Whether a session whose peer was authenticated in this way may be resumed where certificates are checked by
/// `authmode`:
///
/// - `MBEDTLS_SSL_VERIFY_NONE`: always.
/// - `MBEDTLS_SSL_VERIFY_OPTIONAL`: if the check was made then too, so that its result means something.
/// - `MBEDTLS_SSL_VERIFY_REQUIRED`: if it was made, the peer had shown a certificate or a raw public key, and nothing was
///   found wrong with it (or the callback forgave it).
///
/// An external pre-shared key authenticates both sides, as it does in a handshake of its own.
pub(super) fn satisfies(peer: Peer, has_shown: bool, authmode: c_int) -> bool {
    let checked = c_int::from(peer.authmode) != MBEDTLS_SSL_VERIFY_NONE;
    match authmode {
        MBEDTLS_SSL_VERIFY_NONE => true,
        MBEDTLS_SSL_VERIFY_OPTIONAL => peer.by_psk || checked,
        _ => peer.by_psk || (checked && has_shown && peer.result == 0),
    }
}

/// The host name of `ssl` as the bytes it is, if there is one.
///
/// # Safety
/// `ssl` is initialised.
pub unsafe fn hostname(ssl: *const mbedtls_ssl_context) -> Option<Vec<u8>> {
    // SAFETY: a name that is not NULL is a string of ours.
    unsafe {
        let name = super::super::context::hostname_pointer(ssl);
        (!name.is_null()).then(|| CStr::from_ptr(name).to_bytes().to_vec())
    }
}

/// What a client offers of the session that was set, if it may be resumed.
///
/// DEVIATION: the session takes no version from the hello. 3.6's client offers that of the session alone: with one of TLS 1.2 it
/// cannot get TLS 1.3 any more, with one of TLS 1.3 it cannot connect to a server that has only TLS 1.2.
///
/// DEVIATION: a session that was made under another name is not offered; 3.6 ends the handshake with
/// `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`.
///
/// # Safety
/// `ssl` is initialised and was set up; `own` is its object's.
pub unsafe fn offered(ssl: *const mbedtls_ssl_context, own: &PerConnection) -> Option<Arc<Resumption>> {
    // SAFETY: as stated; `resumed` is NULL or a session of ours.
    unsafe {
        let session = own.resumed.as_ref()?;
        let core = hidden::core(session)?;
        if !is_allowed((*ssl).conf, core.version()) {
            return None;
        }
        let (ticket, session_id) = names(session, &core)?;
        let hidden = hidden::hidden(session)?;
        let authmode = own.authmode.unwrap_or(c_int::from((*(*ssl).conf).authmode));
        // CVE-2025-27809: as in a full handshake, who requires a certificate has to say whose. Keys have no names.
        let has_certificate = peer_certificate::is_there(session);
        let named =
            authmode != MBEDTLS_SSL_VERIFY_REQUIRED || !has_certificate || super::super::context::hostname_was_set(ssl);
        let same_name = hidden.name == hostname(ssl);
        let fits = satisfies(hidden.peer, has_shown(session, hidden), authmode);
        (named && same_name && fits && is_recent(session)).then(|| {
            Arc::new(Resumption {
                session: core,
                ticket: ticket.to_vec(),
                session_id: session_id.to_vec(),
            })
        })
    }
}

/// Whether `conf` lets a connection have this version.
///
/// DEVIATION: a session of TLS 1.2 makes 3.6's client offer that version even where the configuration forbids it.
///
/// # Safety
/// `conf` is initialised.
unsafe fn is_allowed(conf: *const mbedtls_ssl_config, version: ProtocolVersion) -> bool {
    // SAFETY: as stated.
    let limits = unsafe { [(*conf).min_tls_version, (*conf).max_tls_version] }.map(enum_number);
    (limits[0]..=limits[1]).contains(&c_int::from(version.0))
}

/// What the server knows the session by: a ticket and, in TLS 1.2, an identifier, one of which may be empty.
///
/// # Safety
/// The session's pointers are alive.
unsafe fn names<'a>(session: &'a mbedtls_ssl_session, core: &Session) -> Option<(&'a [u8], &'a [u8])> {
    // SAFETY: `ticket` holds `ticket_len` bytes.
    let ticket = unsafe { tickets::of(session) };
    let id = match core.version() {
        ProtocolVersion::TLS1_2 => session.id.get(..session.id_len).unwrap_or_default(),
        _ => &[],
    };
    (!ticket.is_empty() || !id.is_empty()).then_some((ticket, id))
}

/// Whether a server may resume `session`, which a ticket of its own or its cache holds.
///
/// A session of a client that showed a certificate or a raw public key is resumed only under the name that the client asked for when it showed it:
/// another virtual host may trust others.
///
/// # Safety
/// `session` is initialised.
pub unsafe fn acceptable(session: &mbedtls_ssl_session, name: Option<&[u8]>, authmode: c_int) -> bool {
    let Some(hidden) = hidden::hidden(session) else {
        return false;
    };
    let has_shown = has_shown(session, hidden);
    let same_name = hidden.name.as_deref() == name;
    satisfies(hidden.peer, has_shown, authmode) && (same_name || !has_shown) && is_recent(session)
}

/// Whether the handshake in which the peer was authenticated was not too long ago: each resumption brings a new ticket, and
/// certificates are revoked and run out meanwhile. RFC 8446 section 4.6.1: "It is RECOMMENDED that implementations place limits
/// on the total lifetime of such keying material"; it is that of a ticket. A resumed session keeps its `start`.
fn is_recent(session: &mbedtls_ssl_session) -> bool {
    wall_s().saturating_sub(session.start) <= i64::from(MAX_LIFETIME)
}

/// The peer of the session has shown a certificate or a raw public key.
fn has_shown(session: &mbedtls_ssl_session, hidden: &Hidden) -> bool {
    peer_certificate::is_there(session) || !hidden.raw_key.is_empty()
}

/// Copies the session of a client's connection, with the newest ticket that came in, so that a later connection can
/// resume it. In TLS 1.2 it is whole when the handshake is over; in TLS 1.3 the server's tickets come afterwards, with the
/// first reads.
///
/// \param ssl      The context, its handshake over.
/// \param session  An initialised session; what it held is freed.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, a server, or before the handshake is over;
///          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if this session was fetched before and no ticket has come since;
///          `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_session(
    ssl: *const mbedtls_ssl_context,
    session: *mut mbedtls_ssl_session,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` and `session` are NULL or initialised; a read in another thread changes the session under the lock
        // only.
        unsafe {
            let Some(inner) = peek(ssl).filter(|_| !session.is_null()) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let _guard = inner.lock_session();
            let conf = (*ssl).conf;
            let from = (*ssl).session;
            if from.is_null() || conf.is_null() || c_int::from((*conf).endpoint) != MBEDTLS_SSL_IS_CLIENT {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            if ptr::eq(session, from) {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            if (*from).exported != 0 {
                return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
            }
            super::free_content(session);
            if let Err(code) = super::copy(session, &*from) {
                return code;
            }
            (*from).exported = 1;
        }
        0
    })
}

/// Asks for a session to be resumed by the next handshake of a client, if server and settings allow; otherwise the
/// handshake is a full one. A session without a ticket (in TLS 1.2: and without an identifier), one whose ticket has
/// expired, one of a version that the configuration does not allow, one made under another name
/// (`mbedtls_ssl_set_hostname`) and one whose server was authenticated less strictly than `mbedtls_ssl_conf_authmode`
/// asks for are not resumed. On a resumed connection no certificate is checked and no verify callback runs:
/// `mbedtls_ssl_get_peer_cert` and `mbedtls_ssl_get_verify_result` tell what the session's own handshake found.
///
/// \param ssl      The context, set up, its handshake not begun.
/// \param session  The session, copied.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, for a server, before `mbedtls_ssl_setup`, once the handshake has
///          begun, and for a session whose cipher suite is not known here; `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if a
///          session was set already; `MBEDTLS_ERR_SSL_ALLOC_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_session(
    ssl: *mut mbedtls_ssl_context,
    session: *const mbedtls_ssl_session,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: both are NULL or initialised; no handshake is running, so that the object's settings are free to use.
        unsafe {
            if ssl.is_null() || session.is_null() || (*ssl).conf.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let Some(inner) = hold(ssl) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let begun = inner.over.load(Ordering::Acquire) || !inner.connection().is_null();
            if begun || c_int::from((*(*ssl).conf).endpoint) != MBEDTLS_SSL_IS_CLIENT {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let own = &mut *inner.per_connection();
            if !own.resumed.is_null() {
                return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
            }
            let tls13 = hidden::version(&*session) == Some(ProtocolVersion::TLS1_3);
            let known = u16::try_from((*session).ciphersuite).is_ok_and(|id| suite(CipherSuite(id)).is_some());
            if tls13 && !known {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let copy = super::new_session();
            if copy.is_null() {
                return MBEDTLS_ERR_SSL_ALLOC_FAILED;
            }
            if let Err(code) = super::copy(copy, &*session) {
                super::free_session(copy);
                return code;
            }
            own.resumed = copy;
        }
        0
    })
}
