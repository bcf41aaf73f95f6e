//! HelloRetryRequest without anything kept on the server.

use std::ffi::{c_int, c_uchar};
use std::sync::Arc;

use super::framing::set;
use crate::capi::guard::guard;
use crate::capi::ssl::errors::{MBEDTLS_ERR_SSL_BAD_INPUT_DATA, MBEDTLS_ERR_SSL_INTERNAL_ERROR};
use crate::capi::ssl::inner::config_mut;
use crate::capi::ssl::types::mbedtls_ssl_config;
use crate::tls::handshake::cookie::{CookieKey, StatelessRetry};

/// A server remembers a client that it has sent a HelloRetryRequest to.
pub const FERROTLS_STATELESS_RETRY_OFF: c_int = 0;
/// It leaves that to the client, whenever it sends a HelloRetryRequest.
pub const FERROTLS_STATELESS_RETRY_WHEN_NEEDED: c_int = 1;
/// The same, and it sends a HelloRetryRequest to every client. GnuTLS 3.7 is a client that does not stand one for a cookie alone.
pub const FERROTLS_STATELESS_RETRY_ALWAYS: c_int = 2;
/// The shortest key of `ferrotls_conf_cookie_key`, in bytes.
pub const FERROTLS_COOKIE_KEY_MIN: usize = 16;

/// Lets a server leave what it has to remember between a HelloRetryRequest and the client's second hello with the client, in a
/// cookie that nobody else can make (RFC 8446 section 4.2.2) and that is good for a minute.
///
/// A context in which the handshake has returned `MBEDTLS_ERR_SSL_WANT_READ` in the state `MBEDTLS_SSL_CLIENT_HELLO` then holds
/// nothing that is needed: it may be reset or freed, and a fresh one, in this process or in another with the same key, go
/// on with the client.
///
/// \param conf  The configuration. Unless it was given a key (`ferrotls_conf_cookie_key`) it makes one, which only the contexts of
///              this configuration share.
/// \param mode  `FERROTLS_STATELESS_RETRY_OFF` (the default), `FERROTLS_STATELESS_RETRY_WHEN_NEEDED` or
///              `FERROTLS_STATELESS_RETRY_ALWAYS`.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for another mode or NULL; another negative code if there is no randomness.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_stateless_retry(conf: *mut mbedtls_ssl_config, mode: c_int) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        let mode = match mode {
            FERROTLS_STATELESS_RETRY_OFF => StatelessRetry::Off,
            FERROTLS_STATELESS_RETRY_WHEN_NEEDED => StatelessRetry::WhenNeeded,
            FERROTLS_STATELESS_RETRY_ALWAYS => StatelessRetry::Always,
            _ => return MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        };
        // SAFETY: `conf` is NULL or a configuration that nobody else uses.
        let Some(inner) = (unsafe { config_mut(conf) }) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        if mode != StatelessRetry::Off && inner.cookie_key.is_none() {
            match CookieKey::random() {
                Ok(key) => inner.cookie_key = Some(Arc::new(key)),
                Err(error) => return error.code(),
            }
        }
        inner.stateless_retry = mode;
        0
    })
}

/// Sets what the cookies of `ferrotls_conf_stateless_retry` are authenticated with, so that the servers of a fleet take each
/// other's. Their clocks may differ by ten seconds.
///
/// \param conf  The configuration.
/// \param key   Random bytes, for this use alone; copied.
/// \param len   How many: at least `FERROTLS_COOKIE_KEY_MIN`.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a key that is too short or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn ferrotls_conf_cookie_key(
    conf: *mut mbedtls_ssl_config,
    key: *const c_uchar,
    len: usize,
) -> c_int {
    if key.is_null() || len < FERROTLS_COOKIE_KEY_MIN {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    // SAFETY: `key` holds `len` bytes; `conf` is the caller's duty, as documented.
    unsafe {
        let key = std::slice::from_raw_parts(key, len);
        set(conf, |inner| inner.cookie_key = Some(Arc::new(CookieKey::new(key))))
    }
}
