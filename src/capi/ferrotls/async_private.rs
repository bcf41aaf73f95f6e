//! Asynchronous private keys: what Mbed TLS's callbacks are not told.

use crate::capi::guard::guard;
use crate::capi::ssl::async_private::wanted_scheme;
use crate::capi::ssl::types::mbedtls_ssl_context;

/// Which signature a callback of mbedtls_ssl_conf_async_private_cb() is to make: the number of a SignatureScheme
/// (RFC 8446 section 4.2.3), such as `MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256`. It tells the curve, the hash and the
/// padding.
///
/// \param ssl  The context that the callback was given.
///
/// \return     The number, from the start callback until the resume or cancel callback has returned; 0 at any other
///             time.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_async_signature_scheme(ssl: *const mbedtls_ssl_context) -> u16 {
    // SAFETY: `ssl` is NULL or initialised.
    guard(0, || unsafe { wanted_scheme(ssl) })
}
