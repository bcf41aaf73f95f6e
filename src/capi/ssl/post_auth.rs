//! Client authentication after the handshake: what its questions, its answers and its outcome are to C.

use std::ffi::c_int;
use std::ptr;
use std::sync::atomic::Ordering;

use super::NO_VERIFY_RESULT;
use super::async_private;
use super::credentials;
use super::drive::{Call, Code};
use super::names::*;
use super::peer_certificate;
use super::session::{free_chain, hidden};
use super::verify;
use crate::tls::connection::Reader;
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
                    candidates: credentials::candidates(call, wanted),
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
            {
                let _guard = call.inner.lock_session();
                match (*call.ssl).session.as_mut() {
                    Some(session) => {
                        let hidden = hidden::hidden_mut(session);
                        hidden.peer.result = found;
                        hidden.raw_key = raw_key.unwrap_or_default();
                        peer_certificate::keep(session, peer);
                    }
                    None => free_chain(peer),
                }
            }
        }
        own.end_handshake();
        publish(call, progress);
    }
}

/// Stores what `ferrotls_client_authentication_status` returns.
pub(super) fn publish(call: &Call, progress: Progress) {
    if progress != Progress::None {
        call.inner
            .client_authentication
            .store(progress as u8, Ordering::Release);
    }
}
