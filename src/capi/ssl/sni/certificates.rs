//! What the callback that hears the client's name may say about certificates.

use std::ffi::c_int;

use super::super::authentication::append_key_cert;
use super::super::context::with;
use super::super::inner::{Trust, hold};
use super::super::names::*;
use crate::capi::guard::guard;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::x509_crl::mbedtls_x509_crl;
use crate::capi::x509_crt::mbedtls_x509_crt;

/// Adds a certificate with its key for this handshake, in place of the configuration's. For the server name and
/// certificate callbacks.
///
/// \param ssl       The context.
/// \param own_cert  The chain, leaf first, kept by pointer until the handshake ends. NULL: forget those added.
/// \param pk_key    The leaf's private key, kept likewise.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `ssl` is NULL or not set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_own_cert(
    ssl: *mut mbedtls_ssl_context,
    own_cert: *mut mbedtls_x509_crt,
    pk_key: *mut mbedtls_pk_context,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised; no reference outlives this block.
        unsafe {
            if ssl.is_null() || (*ssl).conf.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            let Some(inner) = hold(ssl) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let own = &mut *inner.per_connection();
            append_key_cert(&mut own.own, own_cert, pk_key);
            own.changed = true;
        }
        0
    })
}

/// Sets whom to trust for this handshake, in place of the configuration's. For the server name and certificate
/// callbacks.
///
/// \param ssl       The context; NULL is ignored.
/// \param ca_chain  Trusted certificates, kept by pointer until the handshake ends. NULL: the configuration's.
/// \param ca_crl    Revocation lists, kept likewise; may be NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_ca_chain(
    ssl: *mut mbedtls_ssl_context,
    ca_chain: *mut mbedtls_x509_crt,
    ca_crl: *mut mbedtls_x509_crl,
) {
    // SAFETY: the caller's duty, as documented.
    unsafe {
        with(ssl, |own| {
            own.trust = (!ca_chain.is_null()).then_some(Trust { ca_chain, ca_crl });
            own.changed = true;
        })
    }
}
