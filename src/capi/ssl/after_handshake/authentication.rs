//! Authentication of the client after the handshake.

use std::ffi::c_int;
use std::sync::atomic::Ordering;

use super::super::credentials;
use super::super::drive::{Code, finish_handshake, in_call};
use super::super::inner::peek;
use super::super::io;
use super::super::names::*;
use super::super::post_auth::publish;
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
            let authorities = if known {
                Vec::new()
            } else {
                credentials::authorities(call)
            };
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

/// `ferrotls_conf_post_handshake_auth`
///
/// # Safety
/// `conf` is NULL or initialised, and nobody else is using it.
pub(in crate::capi) unsafe fn configure(conf: *mut mbedtls_ssl_config, on: bool) {
    // SAFETY: as stated.
    if let Some(inner) = unsafe { super::super::inner::config_mut(conf) } {
        inner.post_handshake_auth = on;
    }
}
