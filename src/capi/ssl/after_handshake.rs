//! What a program may ask for after a handshake of TLS 1.3: the client's certificate, new keys.

#[cfg(feature = "tls13-ephemeral")]
mod authentication;

#[cfg(feature = "tls13-ephemeral")]
pub(in crate::capi) use self::authentication::*;
use std::ffi::c_int;
use std::sync::atomic::Ordering;

use super::drive::{Code, in_call};
use super::io;
use super::names::*;
use crate::tls::connection::{Connection, Writer};

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
