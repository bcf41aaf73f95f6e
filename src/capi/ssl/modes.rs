//! The key exchange modes of TLS 1.3.

use super::inner::ConfigInner;
use super::names::*;
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
