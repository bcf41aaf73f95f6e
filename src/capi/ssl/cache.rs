//! The session cache of a server, and what a session that was found has to be, there or in a ticket.

use std::ffi::{c_int, c_void};

use super::drive::{Call, Code};
use super::inner::{ConfigInner, config_mut, config_ref};
use super::names::*;
use super::session::{self, hidden, resume};
use crate::capi::guard::guard;
use crate::tls::connection::Connection;
use crate::tls::session::Session;
use crate::tls::want::Answer;
use crate::tls::wire::codes::ProtocolVersion;

/// Runs `set` on the object of `conf`; NULL is ignored.
///
/// # Safety
/// As [`config_mut`].
pub(super) unsafe fn with(conf: *mut mbedtls_ssl_config, set: impl FnOnce(&mut ConfigInner)) {
    guard((), || {
        // SAFETY: passed on to the caller.
        if let Some(inner) = unsafe { config_mut(conf) } {
            set(inner);
        }
    });
}

/// Sets the callbacks of a server's session cache, such as those of `ssl_cache.h`. TLS 1.2 resumes sessions out of it; TLS
/// 1.3 has tickets for that and asks no cache, as in 3.6. A program may use its cache behind its ticket callbacks.
///
/// \param conf         The configuration; NULL is ignored.
/// \param p_cache      Passed to both.
/// \param f_get_cache  Looks a session up. NULL: none.
/// \param f_set_cache  Puts one in. NULL: none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_session_cache(
    conf: *mut mbedtls_ssl_config,
    p_cache: *mut c_void,
    f_get_cache: mbedtls_ssl_cache_get_t,
    f_set_cache: mbedtls_ssl_cache_set_t,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { with(conf, |c| c.cache = (p_cache, f_get_cache, f_set_cache)) }
}

/// What comes before a session is looked for: the server name is asked about, as in 3.6, which may end in a refusal; and what was
/// found before is given up.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn before_a_search(call: &Call, connection: *mut Connection) -> Result<Option<Answer>, Code> {
    // SAFETY: as stated; no borrow is held while C code runs.
    unsafe {
        if let Some(refusal) = super::sni::ask(call, connection)? {
            return Ok(Some(Answer::Fail(refusal)));
        }
        let own = call.inner.per_connection();
        session::free_session(std::mem::replace(&mut (*own).resumed, std::ptr::null_mut()));
        Ok(None)
    }
}

/// Takes a session that a callback filled, if it `found` one: it has to be a server's, of this connection's version, and its
/// client authenticated as strictly as this connection asks for. The session is kept then, and freed otherwise.
///
/// # Safety
/// Both halves are claimed and the context is alive; `session` came from [`session::new_session`].
pub(super) unsafe fn take(
    call: &Call,
    connection: *mut Connection,
    session: *mut mbedtls_ssl_session,
    found: bool,
) -> Result<Answer, Code> {
    // SAFETY: as stated; no callback runs here.
    unsafe {
        let own = call.inner.per_connection();
        let authmode = (*own).authmode.unwrap_or(c_int::from((*(*call.ssl).conf).authmode));
        let asked_for = (*own).sni_name.as_slice();
        let asked_for = (!asked_for.is_empty()).then_some(asked_for);
        let version = (*connection).version().unwrap_or(ProtocolVersion::TLS1_3);
        let core = hidden::core(&*session).filter(|core| {
            found
                && c_int::from((*session).endpoint) == MBEDTLS_SSL_IS_SERVER
                && core.version() == version
                && resume::acceptable(&*session, asked_for, authmode)
        });
        match core {
            Some(core) => {
                (*own).resumed = session;
                Ok(Answer::Session(Some(Box::new(core))))
            }
            None => {
                session::free_session(session);
                Ok(Answer::Session(None))
            }
        }
    }
}

/// Asks the cache what an identifier stands for.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn find_session(call: &Call, connection: *mut Connection, id: &[u8]) -> Result<Answer, Code> {
    const NONE: Answer = Answer::Session(None);
    // SAFETY: the session and the identifier are this call's own; nothing of the connection is borrowed while C code runs.
    unsafe {
        if let Some(refusal) = before_a_search(call, connection)? {
            return Ok(refusal);
        }
        let cache = config_ref((*call.ssl).conf).map(|c| c.cache);
        let Some((argument, Some(f), _)) = cache else {
            return Ok(NONE);
        };
        let session = session::new_session();
        if session.is_null() {
            return Ok(NONE);
        }
        let code = f(argument, id.as_ptr(), id.len(), session);
        if let Err(dead) = call.alive() {
            session::free_session(session);
            return Err(dead);
        }
        take(call, connection, session, code == 0)
    }
}

/// Has the cache keep a session. Whether it did is its own affair, as in 3.6.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn keep_session(
    call: &Call,
    connection: *mut Connection,
    id: &[u8],
    core: &Session,
) -> Result<Answer, Code> {
    // SAFETY: the session is this call's own; nothing of the connection is borrowed while C code runs.
    unsafe {
        let cache = config_ref((*call.ssl).conf).map(|c| c.cache);
        if let Some((argument, _, Some(f))) = cache
            && let Ok(mut session) = session::for_ticket(call, connection, core, id)
        {
            f(argument, id.as_ptr(), id.len(), &raw const session);
            session::free_content(&raw mut session);
            call.alive()?;
        }
    }
    Ok(Answer::Kept)
}
