//! The name that a client says (`server_name`, RFC 6066 section 3): the server's callback, and what that may set for the
//! handshake.

#[cfg(feature = "certificates")]
pub mod certificates;

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use super::context::with;
use super::drive::{Call, Code};
use super::inner::{config_ref, peek};
use super::names::*;
use crate::capi::guard::guard;
use crate::tls::connection::Connection;
use crate::tls::error::Error;

/// Sets the server name callback.
///
/// \param conf   The configuration; NULL is ignored.
/// \param f_sni  Called with the name that the client asked for; it may call `mbedtls_ssl_set_hs_own_cert`,
///               `mbedtls_ssl_set_hs_ca_chain` and `mbedtls_ssl_set_hs_authmode`. A nonzero return ends the handshake
///               with the alert unrecognized_name. NULL: none.
/// \param p_sni  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_sni(
    conf: *mut mbedtls_ssl_config,
    f_sni: Option<
        unsafe extern "C" fn(
            p_sni: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            name: *const c_uchar,
            len: usize,
        ) -> c_int,
    >,
    p_sni: *mut c_void,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe { super::config::with(conf, |c| c.sni = (f_sni, p_sni)) }
}

/// Sets how the peer's certificate is checked in this handshake, in place of the configuration's. For the server name
/// and certificate callbacks.
///
/// \param ssl       The context; NULL is ignored.
/// \param authmode  See `mbedtls_ssl_conf_authmode`; `MBEDTLS_SSL_VERIFY_UNSET`: the configuration's.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_authmode(ssl: *mut mbedtls_ssl_context, authmode: c_int) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(ssl, |own| {
            own.authmode = (authmode != MBEDTLS_SSL_VERIFY_UNSET).then_some(authmode);
            own.changed = true;
        })
    }
}

/// The name that the client asked for, while a handshake callback of the server runs.
///
/// \param ssl       The context.
/// \param name_len  Set to the name's length in bytes, 0 if there is none. May be NULL.
///
/// \return  The name, without closing zero, valid until the callback returns; NULL if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_hs_sni(ssl: *mut mbedtls_ssl_context, name_len: *mut usize) -> *const c_uchar {
    guard(ptr::null(), || {
        // SAFETY: `ssl` is NULL or initialised; `name_len` is NULL or writable.
        unsafe {
            let name = peek(ssl).map(|inner| {
                let name = &(*inner.per_connection()).sni_name;
                (name.as_ptr(), name.len())
            });
            let (name, len) = name.filter(|(_, len)| *len != 0).unwrap_or((ptr::null(), 0));
            if let Some(out) = name_len.as_mut() {
                *out = len;
            }
            name
        }
    })
}

/// The server name callback, unless it ran already; what it sets is read afterwards. It runs before tickets are read, as
/// in 3.6: it may ask for a stricter check of the client.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn ask(call: &Call, connection: *mut Connection) -> Result<Option<Error>, Code> {
    // SAFETY: callbacks and names are copied out; nothing is borrowed while they run.
    unsafe {
        let conf = (*call.ssl).conf;
        if std::mem::replace(&mut (*call.inner.per_connection()).sni_asked, true) {
            return Ok(None);
        }
        let name = (*connection)
            .client_hello()
            .and_then(|hello| hello.server_name.map(|n| n.as_bytes().to_vec()));
        let (f_sni, p_sni): (NameCallback, *mut c_void) = config_ref(conf).map_or((None, ptr::null_mut()), |c| c.sni);
        if let Some(name) = name {
            (*call.inner.per_connection()).sni_name = name.clone();
            if let Some(f) = f_sni {
                let refused = f(p_sni, call.ssl, name.as_ptr(), name.len()) != 0;
                call.alive()?;
                if refused {
                    return Ok(Some(Error::UnrecognizedName));
                }
            }
        }
    }
    Ok(None)
}
