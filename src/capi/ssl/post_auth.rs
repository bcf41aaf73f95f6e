//! Client authentication after the handshake: what its questions, its answers and its outcome are to C.

use std::ffi::c_int;
use std::ptr;
use std::sync::atomic::Ordering;

use super::ask;
use super::async_private;
use super::drive::{Call, Code, finish_handshake, in_call};
use super::inner::peek;
use super::names::*;
use super::session::{free_chain, hidden};
use super::verify;
use super::{NO_VERIFY_RESULT, io};
use crate::tls::connection::{Connection, Reader, Writer};
use crate::tls::post_auth::Progress;
use crate::tls::want::{Answer, Ask, Credentials};

/// Answers a question of the reader.
///
/// # Safety
/// The reader is claimed and the context is alive.
pub(super) unsafe fn answer(call: &Call, reader: *mut Reader, question: Ask) -> Result<(), Code> {
    // SAFETY: passed on; the reader is borrowed only while no C code runs.
    unsafe {
        let answer = match question {
            Ask::SelectCertificate => {
                // A server's is pending since it has asked; its reader still knows only how the one before it went.
                publish(call, (*reader).authentication());
                let request = (*reader).certificate_request();
                let wanted = request.map_or(&[][..], |request| request.authorities);
                Answer::Credentials(Credentials {
                    candidates: ask::candidates(call, wanted),
                    ..Credentials::default()
                })
            }
            Ask::VerifyPeer => {
                let before = call.inner.verify_result.load(Ordering::Relaxed);
                let own = call.inner.per_connection();
                let shown_before = (*own).peer_shown.take();
                let answer = verify::verify_client_later(call, reader)?;
                // It counts once the client has proved that the certificate is its own.
                (*own).later_shown = std::mem::replace(&mut (*own).peer_shown, shown_before);
                if let Answer::Peer(_) = answer {
                    let found = call.inner.verify_result.swap(before, Ordering::Relaxed);
                    call.inner.later_result.store(found, Ordering::Relaxed);
                }
                answer
            }
            Ask::Sign {
                credential,
                scheme,
                message,
            } => async_private::sign(call, &credential, scheme, &message)?,
            // The reader asks nothing else.
            _ => return Err(Code(MBEDTLS_ERR_SSL_INTERNAL_ERROR)),
        };
        (*reader).answer(answer);
    }
    Ok(())
}

/// An authentication is through: what it found takes the place of what the handshake found.
///
/// # Safety
/// The reader is claimed and the context is alive.
pub(super) unsafe fn settled(call: &Call, reader: *mut Reader) {
    // SAFETY: as stated; the session is changed under its lock, and no callback runs.
    unsafe {
        let progress = (*reader).authentication();
        let own = &mut *call.inner.per_connection();
        if c_int::from((*(*call.ssl).conf).endpoint) == MBEDTLS_SSL_IS_SERVER {
            let found = call.inner.later_result.swap(NO_VERIFY_RESULT, Ordering::Relaxed);
            call.inner.verify_result.store(found, Ordering::Relaxed);
            let peer = std::mem::replace(&mut own.peer_cert, ptr::null_mut());
            own.peer_shown = own.later_shown.take();
            let raw_key = own.peer_shown.as_ref().map(|shown| shown.raw_key.clone());
            let old = {
                let _guard = call.inner.lock_session();
                match (*call.ssl).session.as_mut() {
                    Some(session) => {
                        let hidden = hidden::hidden_mut(session);
                        hidden.peer.result = found;
                        hidden.raw_key = raw_key.unwrap_or_default();
                        std::mem::replace(&mut session.peer_cert, peer)
                    }
                    None => peer,
                }
            };
            free_chain(old);
        }
        own.end_handshake();
        publish(call, progress);
    }
}

/// Stores what `ferrotls_client_authentication_status` returns.
fn publish(call: &Call, progress: Progress) {
    if progress != Progress::None {
        call.inner
            .client_authentication
            .store(progress as u8, Ordering::Release);
    }
}

/// `ferrotls_request_client_certificate`
///
/// # Safety
/// `ssl` is NULL or initialised.
#[cfg(feature = "tls13")]
pub(in crate::capi) unsafe fn request(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: the writer is claimed before it is touched.
    unsafe {
        in_call(ssl, |call| {
            if !call.inner.over.load(Ordering::Acquire) {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let _claim = call.inner.claim_writer()?;
            let connection: *mut Connection = call.connection()?;
            let writer: *mut Writer = &raw mut (*connection).writer;
            let mut known = (*writer).has_requested();
            // While one is open, the thread that reads may be at what was set for it.
            if !known && status(ssl) == Progress::Pending {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let authorities = if known { Vec::new() } else { ask::authorities(call) };
            let queue = || {
                let outcome = (*writer).request_client_certificate(&authorities);
                if !known && (*writer).has_requested() {
                    // Once, and before anything can be answered.
                    known = true;
                    publish(call, Progress::Pending);
                }
                outcome
            };
            io::send_loop(call, connection, queue).map(|()| 0)
        })
    }
}

/// `ferrotls_client_authentication_status`
///
/// # Safety
/// `ssl` is NULL or initialised.
#[cfg(feature = "tls13")]
pub(in crate::capi) unsafe fn status(ssl: *const mbedtls_ssl_context) -> Progress {
    // SAFETY: as stated.
    let number = unsafe { peek(ssl) }.map_or(0, |inner| inner.client_authentication.load(Ordering::Acquire));
    Progress::of(number)
}

/// `ferrotls_await_client_certificate`
///
/// # Safety
/// `ssl` is NULL or initialised.
#[cfg(feature = "tls13")]
pub(in crate::capi) unsafe fn wait(ssl: *mut mbedtls_ssl_context) -> c_int {
    // SAFETY: passed on.
    unsafe {
        in_call(ssl, |call| {
            finish_handshake(call)?;
            if status(ssl) != Progress::Pending {
                return Ok(0);
            }
            match io::read_until_settled(call)? {
                io::Until::Settled => Ok(0),
                io::Until::Data => Ok(1),
            }
        })
    }
}

/// `ferrotls_update_keys`
///
/// # Safety
/// `ssl` is NULL or initialised.
#[cfg(feature = "tls13")]
pub(in crate::capi) unsafe fn update_keys(ssl: *mut mbedtls_ssl_context, request_peer: bool) -> c_int {
    // SAFETY: the writer is claimed before it is touched.
    unsafe {
        in_call(ssl, |call| {
            if !call.inner.over.load(Ordering::Acquire) {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let claim = call.inner.claim_writer()?;
            let connection: *mut Connection = call.connection()?;
            let writer: *mut Writer = &raw mut (*connection).writer;
            let update = || {
                if !call.inner.update_unsent.load(Ordering::Relaxed) {
                    (*writer).update_keys(request_peer)?;
                    call.inner.update_unsent.store(true, Ordering::Relaxed);
                }
                (*writer).flush()
            };
            io::send_loop(call, connection, update)?;
            call.inner.update_unsent.store(false, Ordering::Relaxed);
            io::give_up_writer(call, connection, claim);
            Ok(0)
        })
    }
}

/// `ferrotls_conf_post_handshake_auth`
///
/// # Safety
/// `conf` is NULL or initialised, and nobody else is using it.
#[cfg(feature = "tls13")]
pub(in crate::capi) unsafe fn configure(conf: *mut mbedtls_ssl_config, on: bool) {
    // SAFETY: as stated.
    if let Some(inner) = unsafe { super::inner::config_mut(conf) } {
        inner.post_handshake_auth = on;
    }
}
