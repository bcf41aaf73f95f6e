//! Pre-shared keys given by other means: the setters, and the core's question which key has a name.

use std::ffi::{c_int, c_uchar, c_void};

use zeroize::Zeroizing;

use super::drive::{Call, Code};
use super::inner::{ConfigInner, config_mut, config_ref, hold};
use super::names::*;
use crate::capi::guard::guard;
use crate::capi::ptr::bytes;
use crate::crypto::hash::HashAlgorithm;
use crate::tls::connection::Connection;
use crate::tls::session::ExternalPsk;
use crate::tls::want::Answer;

/// The longest name of a key, in bytes: it has to fit one record, as in 3.6.
const MAX_IDENTITY: usize = 16384;

/// The bytes of a key; an error code if it is too long or there is none.
///
/// # Safety
/// `psk` is NULL or holds `len` bytes.
unsafe fn key(psk: *const c_uchar, len: usize) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let fits = (1..=MBEDTLS_PSK_MAX_LEN as usize).contains(&len);
    // SAFETY: passed on.
    match unsafe { bytes(psk, len) }.filter(|_| fits) {
        Some(key) => Ok(Zeroizing::new(key.to_vec())),
        None => Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA),
    }
}

/// Sets the pre-shared key of both ends, and its name. It is used with SHA-256.
///
/// \param conf              The configuration.
/// \param psk               The key, copied.
/// \param psk_len           Its length, 1 to `MBEDTLS_PSK_MAX_LEN` bytes.
/// \param psk_identity      Its name on the wire, copied.
/// \param psk_identity_len  Its length, 1 to 16384 bytes.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for lengths out of range;
///          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if a key was set already: one configuration has one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_psk(
    conf: *mut mbedtls_ssl_config,
    psk: *const c_uchar,
    psk_len: usize,
    psk_identity: *const c_uchar,
    psk_identity_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it; the buffers hold as many bytes as stated.
        unsafe {
            let Some(inner) = config_mut(conf) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            if inner.psk.is_some() {
                return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
            }
            let secret = match key(psk, psk_len) {
                Ok(secret) => secret,
                Err(code) => return code,
            };
            let name = bytes(psk_identity, psk_identity_len);
            let Some(identity) = name.filter(|name| (1..=MAX_IDENTITY).contains(&name.len())) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            inner.psk = Some(ExternalPsk {
                identity: identity.to_vec(),
                secret,
                hash: HashAlgorithm::Sha256,
            });
        }
        0
    })
}

/// Sets a callback of a server that finds the pre-shared key for a name, in place of `mbedtls_ssl_conf_psk`.
///
/// \param conf   The configuration; NULL is ignored.
/// \param f_psk  Called with each name that a client offers and that is no ticket; it sets the key with
///               `mbedtls_ssl_set_hs_psk` and returns 0, or returns something else if it does not know the name: then
///               the next name is tried, and in the end a handshake without a pre-shared key. NULL: none.
/// \param p_psk  Passed to it.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_psk_cb(
    conf: *mut mbedtls_ssl_config,
    f_psk: Option<
        unsafe extern "C" fn(
            p_psk: *mut c_void,
            ssl: *mut mbedtls_ssl_context,
            psk_identity: *const c_uchar,
            psk_identity_len: usize,
        ) -> c_int,
    >,
    p_psk: *mut c_void,
) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.psk_callback = (f_psk, p_psk);
        }
    });
}

/// Sets the pre-shared key of this handshake. For the callback of `mbedtls_ssl_conf_psk_cb`.
///
/// \param ssl      The context.
/// \param psk      The key, copied.
/// \param psk_len  Its length, 1 to `MBEDTLS_PSK_MAX_LEN` bytes.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, before `mbedtls_ssl_setup`, and for a length out of range.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_psk(
    ssl: *mut mbedtls_ssl_context,
    psk: *const c_uchar,
    psk_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised; `psk` holds `psk_len` bytes; no reference outlives this block.
        unsafe {
            if ssl.is_null() || (*ssl).conf.is_null() {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            // DEVIATION: 3.6 takes a key of no bytes, which is none.
            let secret = match key(psk, psk_len) {
                Ok(secret) => secret,
                Err(code) => return code,
            };
            let Some(inner) = hold(ssl) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            (*inner.per_connection()).psk = Some(secret);
        }
        0
    })
}

/// Sets how the keys of a TLS 1.3 connection may come about.
///
/// \param conf       The configuration; NULL is ignored.
/// \param kex_modes  `MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_*`, combined; all by default.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_tls13_key_exchange_modes(conf: *mut mbedtls_ssl_config, kex_modes: c_int) {
    guard((), || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it.
        if let Some(inner) = unsafe { config_mut(conf) } {
            inner.key_exchange_modes = kex_modes & MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL;
        }
    });
}

/// The key exchange modes of a configuration, for the core.
pub(super) fn modes(inner: &ConfigInner) -> crate::tls::session::KeyExchangeModes {
    let has = |mode| inner.key_exchange_modes & mode != 0;
    crate::tls::session::KeyExchangeModes {
        ephemeral: has(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL),
        psk_ephemeral: has(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL),
        psk: has(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK),
    }
}

/// Answers the core's question which key has the name `identity`: the callback's, or that of the configuration.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn find(call: &Call, connection: *mut Connection, identity: Vec<u8>) -> Result<Answer, Code> {
    // SAFETY: callbacks are copied out; nothing is borrowed while they run.
    unsafe {
        if let Some(refusal) = super::ask::ask_server_name(call, connection)? {
            return Ok(Answer::Fail(refusal));
        }
        let own = call.inner.per_connection();
        // As in 3.6: the name of a ticket that has expired is no key's.
        if (*own).expired_ticket.take().is_some_and(|ticket| ticket == identity) {
            return Ok(Answer::Psk(None));
        }
        let Some((callback, set)) = config_ref((*call.ssl).conf).map(|c| (c.psk_callback, c.psk.clone())) else {
            return Ok(Answer::Psk(None));
        };
        let (Some(f), argument) = callback else {
            return Ok(Answer::Psk(set.filter(|psk| psk.identity == identity)));
        };
        let unknown = f(argument, call.ssl, identity.as_ptr(), identity.len()) != 0;
        call.alive()?;
        let secret = (*own).psk.clone().filter(|_| !unknown);
        Ok(Answer::Psk(secret.map(|secret| ExternalPsk {
            identity,
            secret,
            hash: HashAlgorithm::Sha256,
        })))
    }
}
