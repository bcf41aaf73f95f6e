//! What records and hellos look like on the wire, where 3.6 has no function for it.

use std::ffi::c_int;

use crate::capi::guard::guard;
use crate::capi::ssl::errors::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_INTERNAL_ERROR};
use crate::capi::ssl::inner::{ConfigInner, config_mut};
use crate::capi::ssl::types::mbedtls_ssl_config;

/// The smallest limit of `ferrotls_conf_record_size_limit`.
pub const FERROTLS_RECORD_SIZE_LIMIT_MIN: u16 = 64;
/// The largest, which asks the peer for nothing.
pub const FERROTLS_RECORD_SIZE_LIMIT_MAX: u16 = 16385;

/// Sets the longest record that the peer may send (`record_size_limit`, RFC 8449), for a program that has little memory or
/// wants each record soon. A client asks for it; a server says so to clients that use the extension, and cannot say so
/// to others. A peer that has agreed and sends more is refused. The peer's own limit is kept to in any case.
///
/// \param conf   The configuration.
/// \param limit  Bytes of what a record protects: data, its type (one byte) and padding. From
///               `FERROTLS_RECORD_SIZE_LIMIT_MIN` to `FERROTLS_RECORD_SIZE_LIMIT_MAX`; 0 (the default): a client does
///               not use the extension.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for another number or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_record_size_limit(conf: *mut mbedtls_ssl_config, limit: u16) -> c_int {
    let fits = (FERROTLS_RECORD_SIZE_LIMIT_MIN..=FERROTLS_RECORD_SIZE_LIMIT_MAX).contains(&limit);
    if limit != 0 && !fits {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    // SAFETY: the caller's duty, as documented.
    unsafe { set(conf, |inner| inner.record_size_limit = limit) }
}

/// Pads a client's hello of 256 to 511 bytes to 512 (RFC 7685): there are old servers and middleboxes that hang at such a length.
///
/// \param conf  The configuration.
/// \param on    Not 0: pad; 0 (the default): do not.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_hello_padding(conf: *mut mbedtls_ssl_config, on: c_int) -> c_int {
    // SAFETY: the caller's duty, as documented.
    unsafe { set(conf, |inner| inner.hello_padding = on != 0) }
}

/// Sends values that mean nothing among those that do (GREASE, RFC 8701), so that servers and middleboxes do not unlearn to pass
/// over what they do not know. A client sends them in the lists and extensions of its hello, a server in what it asks a
/// client for and in tickets.
///
/// \param conf  The configuration.
/// \param on    Not 0: send them; 0 (the default): do not.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_grease(conf: *mut mbedtls_ssl_config, on: c_int) -> c_int {
    // SAFETY: the caller's duty, as documented.
    unsafe { set(conf, |inner| inner.grease = on != 0) }
}

/// Changes a configuration; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
///
/// # Safety
/// `conf` is NULL or points to a configuration that was initialised or is zero, and no other call is using it.
pub(super) unsafe fn set(conf: *mut mbedtls_ssl_config, change: impl FnOnce(&mut ConfigInner)) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: passed on.
        unsafe { config_mut(conf) }.map_or(MBEDTLS_ERR_SSL_BAD_INPUT_DATA, |inner| {
            change(inner);
            0
        })
    })
}
