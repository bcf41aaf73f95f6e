//! After the handshake: new keys.

use core::ffi::c_int;

use crate::capi::guard::guard;
use crate::capi::ssl::after_handshake;
use crate::capi::ssl::errors::MBEDTLS_ERR_SSL_INTERNAL_ERROR;
use crate::capi::ssl::types::mbedtls_ssl_context;

/// Changes the keys that this side sends with (RFC 8446 section 4.6.3). The library does so by itself before a key has
/// sealed as much as it may; a program that wants fresh keys earlier may ask for them.
///
/// \param ssl           The context. Another thread may be reading from it.
/// \param request_peer  Not 0: the peer is to change its keys too (it is not asked again before it has).
///
/// \return  0 when it is sent; `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
///          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if the handshake is not over or the sending side is closed; another negative
///          code if the connection failed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_update_keys(ssl: *mut mbedtls_ssl_context, request_peer: c_int) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { after_handshake::update_keys(ssl, request_peer != 0) }
    })
}
