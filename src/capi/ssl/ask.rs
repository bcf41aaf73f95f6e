//! The core's questions, put to the application's callbacks.

use std::ffi::c_int;
use std::sync::atomic::Ordering;

use super::async_private;
use super::cache;
use super::credentials::{authorities, candidates};
use super::drive::{Call, Code};
use super::names::*;
use super::psk;
use super::sni;
use super::tickets;
use super::verify;
use crate::capi::x509::MBEDTLS_X509_BADCERT_SKIP_VERIFY;
use crate::tls::connection::Connection;
use crate::tls::error::Error;
use crate::tls::want::{Answer, Ask, Credentials};

/// Answers `question`.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn answer(call: &Call, connection: *mut Connection, question: Ask) -> Result<(), Code> {
    // SAFETY: passed on; the connection is borrowed only while no C code runs.
    unsafe {
        let answer = match question {
            Ask::SelectCertificate => select_certificate(call, connection)?,
            Ask::VerifyPeer => verify::verify_peer(call, connection)?,
            Ask::Sign {
                credential,
                scheme,
                message,
            } => async_private::sign(call, &credential, scheme, &message)?,
            Ask::ParseTicket { ticket } => tickets::parse(call, connection, ticket)?,
            Ask::FindPsk { identity } => psk::find(call, connection, identity)?,
            Ask::WriteTicket { session } => tickets::write(call, connection, &session)?,
            Ask::FindSession { id } => cache::find_session(call, connection, &id)?,
            Ask::KeepSession { id, session } => cache::keep_session(call, connection, &id, &session)?,
            Ask::CheckReplay { digest, remember } => super::early::check_replay(call, &digest, remember)?,
        };
        (*connection).answer(answer);
    }
    Ok(())
}

/// # Safety
/// As [`answer`].
unsafe fn select_certificate(call: &Call, connection: *mut Connection) -> Result<Answer, Code> {
    // SAFETY: every borrow ends before a callback runs.
    unsafe {
        let conf = (*call.ssl).conf;
        let server = c_int::from((*conf).endpoint) == MBEDTLS_SSL_IS_SERVER;
        if server && let Some(refusal) = ask_server_callbacks(call, connection)? {
            return Ok(Answer::Fail(refusal));
        }
        Ok(Answer::Credentials(credentials(call, wanted(connection))))
    }
}

/// What the application has set since it was asked, in place of what it answered then: between two steps, as long as the
/// ServerHello is not written.
///
/// # Safety
/// As [`answer`]; no callback runs.
pub(super) unsafe fn reconsider(call: &Call, connection: *mut Connection) {
    // SAFETY: as stated.
    unsafe {
        if (*call.inner.per_connection()).changed && (*connection).may_reconsider() {
            store_verify_result(call, super::NO_VERIFY_RESULT);
            let credentials = credentials(call, wanted(connection));
            (*connection).reconsider(credentials);
        }
    }
}

/// The authorities by which the peer prefers certificates.
///
/// # Safety
/// `connection` is alive, and nobody changes it as long as the names are used.
unsafe fn wanted<'a>(connection: *const Connection) -> &'a [Vec<u8>] {
    // SAFETY: as stated.
    match unsafe { ((*connection).client_hello(), (*connection).certificate_request()) } {
        (Some(hello), _) => hello.authorities,
        (None, Some(request)) => request.authorities,
        (None, None) => &[],
    }
}

/// What was set, as the core takes it, for a peer that prefers certificates by the authorities `wanted`.
///
/// # Safety
/// As [`answer`]; no callback runs.
unsafe fn credentials(call: &Call, wanted: &[Vec<u8>]) -> Credentials {
    // SAFETY: as stated.
    unsafe {
        let conf = (*call.ssl).conf;
        let server = c_int::from((*conf).endpoint) == MBEDTLS_SSL_IS_SERVER;
        (*call.inner.per_connection()).changed = false;
        let own = &*call.inner.per_connection();
        let authmode = own.authmode.unwrap_or(c_int::from((*conf).authmode));
        let request = server && authmode != MBEDTLS_SSL_VERIFY_NONE;
        if server && !request {
            store_verify_result(call, MBEDTLS_X509_BADCERT_SKIP_VERIFY);
        }
        let authorities = if request { authorities(call) } else { Vec::new() };
        Credentials {
            candidates: candidates(call, wanted),
            request_client_certificate: request,
            authorities,
        }
    }
}

/// The server name callback, then the certificate callback; what they set is read afterwards.
///
/// # Safety
/// As [`answer`].
unsafe fn ask_server_callbacks(call: &Call, connection: *mut Connection) -> Result<Option<Error>, Code> {
    // SAFETY: callbacks are copied out; nothing is borrowed while they run.
    unsafe {
        if let Some(refusal) = sni::ask(call, connection)? {
            return Ok(Some(refusal));
        }
        let conf = (*call.ssl).conf;
        if let Some(f) = (*conf).f_cert_cb {
            let code = f(call.ssl);
            call.alive()?;
            if code != 0 {
                return Ok(Some(Error::Application(code)));
            }
        }
    }
    Ok(None)
}

/// Stores the flags that `mbedtls_ssl_get_verify_result` returns.
pub(super) fn store_verify_result(call: &Call, flags: u32) {
    call.inner.verify_result.store(flags, Ordering::Relaxed);
}

/// A side that never asked for a certificate has skipped the check, as programs are told then.
pub(super) fn note_unasked(call: &Call) {
    let result = &call.inner.verify_result;
    let skipped = MBEDTLS_X509_BADCERT_SKIP_VERIFY;
    // An error means that there is a result already.
    let _ = result.compare_exchange(super::NO_VERIFY_RESULT, skipped, Ordering::Relaxed, Ordering::Relaxed);
}
