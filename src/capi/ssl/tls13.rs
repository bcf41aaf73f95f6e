//! What is configured for TLS 1.3 alone.

use std::ffi::c_int;

use super::inner::config_mut;
use super::names::*;
use crate::capi::guard::guard;

/// Sets how the keys of a TLS 1.3 connection may come about.
///
/// \param conf       The configuration; NULL is ignored.
/// \param kex_modes  `MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_*`, combined; all by default. Of a mode that the library was built without nothing is
///                   offered and nothing is taken.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_tls13_key_exchange_modes(conf: *mut mbedtls_ssl_config, kex_modes: c_int) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.key_exchange_modes = kex_modes & MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL;
        }
    });
}
