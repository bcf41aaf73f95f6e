//! The key exchange modes of TLS 1.3.

use std::ffi::c_int;

use super::inner::{ConfigInner, config_mut};
use super::names::*;
use crate::capi::guard::guard;
use crate::tls::session::KeyExchangeModes;

/// The key exchange modes of a configuration, for the core.
pub(super) fn modes(inner: &ConfigInner) -> KeyExchangeModes {
    let has = |mode| inner.key_exchange_modes & mode != 0;
    KeyExchangeModes {
        ephemeral: has(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL),
        psk_ephemeral: has(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL),
        psk: has(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK),
    }
    .built()
}

/// Sets how the keys of a TLS 1.3 connection may come about.
///
/// \param conf       The configuration; NULL is ignored.
/// \param kex_modes  `MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_*`, combined; all by default. Of a mode that the library was built without nothing is
///                   offered and nothing is taken.
#[cfg(feature = "tls13")]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_tls13_key_exchange_modes(conf: *mut mbedtls_ssl_config, kex_modes: c_int) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.key_exchange_modes = kex_modes & MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL;
        }
    });
}
