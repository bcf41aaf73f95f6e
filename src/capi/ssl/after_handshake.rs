//! What a program may ask for after a handshake of TLS 1.3: the client's certificate, new keys.

use std::ffi::c_int;
use std::sync::atomic::Ordering;

use super::ask;
use super::drive::{Code, finish_handshake, in_call};
use super::inner::peek;
use super::io;
use super::names::*;
use super::post_auth::publish;
use crate::tls::connection::{Connection, Writer};
use crate::tls::post_auth::Progress;

/// `ferrotls_request_client_certificate`
///
/// # Safety
/// `ssl` is NULL or initialised.
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
pub(in crate::capi) unsafe fn status(ssl: *const mbedtls_ssl_context) -> Progress {
    // SAFETY: as stated.
    let number = unsafe { peek(ssl) }.map_or(0, |inner| inner.client_authentication.load(Ordering::Acquire));
    Progress::of(number)
}

/// `ferrotls_await_client_certificate`
///
/// # Safety
/// `ssl` is NULL or initialised.
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
pub(in crate::capi) unsafe fn configure(conf: *mut mbedtls_ssl_config, on: bool) {
    // SAFETY: as stated.
    if let Some(inner) = unsafe { super::inner::config_mut(conf) } {
        inner.post_handshake_auth = on;
    }
}
