//! `mbedtls_ssl_session`: what a handshake leaves behind.

use std::ffi::{c_int, c_uchar};
use std::ptr;

use super::drive::{Call, Code};
use super::names::*;
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_free, mbedtls_x509_crt_init};
use crate::tls::connection::Connection;

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
        // SAFETY: `session` is NULL, or initialised and nobody else uses it.
        unsafe {
            if let Some(s) = session.as_mut() {
                free_chain(s.peer_cert);
                zeroize::Zeroize::zeroize(&mut s.master);
                session.write_bytes(0, 1);
            }
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

/// A chain of our own, initialised; NULL without memory.
pub(super) fn new_chain() -> *mut mbedtls_x509_crt {
    // SAFETY: the memory is of the right size and initialised at once.
    unsafe {
        let chain = mbedtls_calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>();
        if !chain.is_null() {
            mbedtls_x509_crt_init(chain);
        }
        chain
    }
}

/// Frees a chain of our own.
///
/// # Safety
/// `chain` is NULL or came from [`new_chain`] and is not used any more.
pub(super) unsafe fn free_chain(chain: *mut mbedtls_x509_crt) {
    if !chain.is_null() {
        // SAFETY: as stated.
        unsafe {
            mbedtls_x509_crt_free(chain);
            mbedtls_free(chain.cast());
        }
    }
}

/// Puts what was negotiated where C programs read it: `ssl->session`, which takes over the peer's certificates.
///
/// # Safety
/// Both halves are claimed, the context is alive, the handshake is over.
pub(super) unsafe fn store(call: &Call, connection: *mut Connection) -> Result<(), Code> {
    // SAFETY: as stated; no callback runs here.
    unsafe {
        let session = mbedtls_calloc(1, size_of::<mbedtls_ssl_session>()).cast::<mbedtls_ssl_session>();
        let Some(s) = session.as_mut() else {
            return Err(Code(MBEDTLS_ERR_SSL_ALLOC_FAILED));
        };
        let conf = &*(*call.ssl).conf;
        s.exported = 0;
        s.endpoint = conf.endpoint;
        s.tls_version = (*call.ssl).tls_version;
        s.ciphersuite = (*connection).suite().map_or(0, |suite| c_int::from(suite.0));
        s.start = libc::time(ptr::null_mut());
        s.peer_cert = std::mem::replace(&mut (*call.inner.per_connection()).peer_cert, ptr::null_mut());
        let old = std::mem::replace(&mut (*call.ssl).session, session);
        if !old.is_null() {
            mbedtls_ssl_session_free(old);
            mbedtls_free(old.cast());
        }
        Ok(())
    }
}
