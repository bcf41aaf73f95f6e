//! Pre-shared keys given by other means: the setters, and the core's question which key has a name.
//!
//! A key comes as bytes, or as the number of a key that the PSA interface holds. That one stays the application's: its
//! bytes are read when a handshake needs them.

use std::ffi::{c_int, c_uchar, c_void};
use std::ops::RangeInclusive;

use subtle::ConstantTimeEq as _;
use zeroize::Zeroizing;

use super::drive::{Call, Code};
use super::inner::{ConfigInner, config_mut, config_ref, hold};
use super::names::*;
use crate::capi::error::MBEDTLS_ERR_ERROR_GENERIC_ERROR;
use crate::capi::guard::guard;
use crate::capi::psa::opaque::{PskUse, pre_shared_key};
use crate::capi::psa::types::mbedtls_svc_key_id_t;
use crate::capi::psa::values::PSA_KEY_ID_NULL;
use crate::capi::ptr::bytes;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::secret;
use crate::tls::connection::Connection;
use crate::tls::error::Error;
use crate::tls::session::ExternalPsk;
use crate::tls::want::Answer;
use crate::tls::wire::codes::ProtocolVersion;

/// The longest name of a key, in bytes: it has to fit one record, as in 3.6.
const MAX_IDENTITY: usize = 16384;

/// A pre-shared key.
#[derive(Clone)]
pub enum PskKey {
    /// Its bytes.
    Bytes(Zeroizing<Vec<u8>>),
    /// The number of a key of the PSA interface, which is the application's.
    Opaque(mbedtls_svc_key_id_t),
}

impl PskKey {
    /// The key under its name, for the core. `MBEDTLS_ERR_ERROR_GENERIC_ERROR`, as in 3.6, if there is no key with the
    /// number or its policy allows none of `uses`.
    fn named(&self, identity: &[u8], uses: &[PskUse]) -> Result<ExternalPsk, c_int> {
        let secret = match self {
            Self::Bytes(secret) => secret.clone(),
            Self::Opaque(id) => pre_shared_key(*id, uses).map_err(|_| MBEDTLS_ERR_ERROR_GENERIC_ERROR)?,
        };
        Ok(ExternalPsk {
            identity: identity.to_vec(),
            secret,
            hash: HashAlgorithm::Sha256,
        })
    }
}

/// The pre-shared key of a configuration.
pub struct ConfigPsk {
    /// Its name on the wire.
    identity: Vec<u8>,
    /// The key.
    key: PskKey,
}

impl ConfigPsk {
    /// Whether it has this name. How much of the name is right does not show in the time that the answer takes.
    fn is(&self, identity: &[u8]) -> bool {
        secret::verdict(self.identity.as_slice().ct_eq(identity))
    }

    /// The key, for the core of a client that may get these versions; errors as [`PskKey::named`].
    pub fn external(&self, versions: RangeInclusive<c_int>) -> Result<ExternalPsk, c_int> {
        let may = |version: mbedtls_ssl_protocol_version| versions.contains(&(version as c_int));
        let tls12 = may(MBEDTLS_SSL_VERSION_TLS1_2).then_some(PskUse::Tls12);
        let tls13 = may(MBEDTLS_SSL_VERSION_TLS1_3).then_some(PskUse::Tls13);
        let uses: Vec<PskUse> = tls12.into_iter().chain(tls13).collect();
        self.key.named(&self.identity, &uses)
    }
}

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

/// Sets the pre-shared key of both ends, and its name. In TLS 1.3 it is used with SHA-256, in TLS 1.2 by the suites with PSK
/// and ECDHE-PSK.
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
            set(inner, psk_identity, psk_identity_len, || {
                Ok(PskKey::Bytes(key(psk, psk_len)?))
            })
        }
    })
}

/// Sets the pre-shared key of both ends as a key of the PSA interface, and its name; see `mbedtls_ssl_conf_psk`.
///
/// The key stays the application's. It is read whenever a handshake needs it; a handshake fails with
/// `MBEDTLS_ERR_ERROR_GENERIC_ERROR` if it has been destroyed, or if its policy allows neither `PSA_KEY_USAGE_EXPORT` nor,
/// for a key of type `PSA_KEY_TYPE_DERIVE`, `PSA_KEY_USAGE_DERIVE` with `PSA_ALG_HKDF_EXTRACT` of SHA-256 or any hash (TLS
/// 1.3) or `PSA_ALG_TLS12_PSK_TO_MS` of SHA-256, SHA-384 or any hash (TLS 1.2). At a client either will do where both versions
/// are allowed.
///
/// \param conf              The configuration.
/// \param psk               The number of the key.
/// \param psk_identity      Its name on the wire, copied.
/// \param psk_identity_len  Its length, 1 to 16384 bytes.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, for the number 0 and for a length out of range;
///          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` if a key was set already: one configuration has one.
// DEVIATION: 3.6 has this only with `MBEDTLS_USE_PSA_CRYPTO`, and cannot use such a key in TLS 1.3: its client computes with
// an empty one, its server ends the handshake. Nor does it take a key in TLS 1.3 that may be derived from but not exported.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_psk_opaque(
    conf: *mut mbedtls_ssl_config,
    psk: mbedtls_svc_key_id_t,
    psk_identity: *const c_uchar,
    psk_identity_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `conf` is NULL or initialised and nobody else uses it; the buffer holds as many bytes as stated.
        unsafe {
            let Some(inner) = config_mut(conf) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            set(inner, psk_identity, psk_identity_len, || opaque(psk))
        }
    })
}

/// The key of a number other than 0.
fn opaque(id: mbedtls_svc_key_id_t) -> Result<PskKey, c_int> {
    if id == PSA_KEY_ID_NULL {
        return Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
    Ok(PskKey::Opaque(id))
}

/// Sets the key that `key` gives, if there is none yet, and its name.
///
/// # Safety
/// `name` is NULL or holds `len` bytes.
unsafe fn set(
    inner: &mut ConfigInner,
    name: *const c_uchar,
    len: usize,
    key: impl FnOnce() -> Result<PskKey, c_int>,
) -> c_int {
    if inner.psk.is_some() {
        return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE;
    }
    let key = match key() {
        Ok(key) => key,
        Err(code) => return code,
    };
    // SAFETY: passed on.
    let name = unsafe { bytes(name, len) };
    let Some(identity) = name.filter(|name| (1..=MAX_IDENTITY).contains(&name.len())) else {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    };
    inner.psk = Some(ConfigPsk {
        identity: identity.to_vec(),
        key,
    });
    0
}

/// Sets a callback of a server that finds the pre-shared key for a name, in place of `mbedtls_ssl_conf_psk`.
///
/// \param conf   The configuration; NULL is ignored.
/// \param f_psk  Called with each name that a client offers and that is no ticket; it sets the key with
///               `mbedtls_ssl_set_hs_psk` or `mbedtls_ssl_set_hs_psk_opaque` and returns 0, or returns something else if
///               it does not know the name: then the next name is tried, and in the end a handshake without a pre-shared
///               key. In TLS 1.2 a client has one name, which comes when the suite is chosen: a name that is not known
///               ends the handshake. NULL: none.
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
        // SAFETY: `ssl` is NULL or initialised; `psk` holds `psk_len` bytes.
        unsafe {
            // DEVIATION: 3.6 takes a key of no bytes, which is none; here it is refused.
            set_of_handshake(ssl, || Ok(PskKey::Bytes(key(psk, psk_len)?)))
        }
    })
}

/// Sets the pre-shared key of this handshake as a key of the PSA interface. For the callback of `mbedtls_ssl_conf_psk_cb`.
///
/// \param ssl  The context.
/// \param psk  The number of the key, which stays the application's and must be there until the callback is over; what its
///             policy must allow is said at `mbedtls_ssl_conf_psk_opaque`.
///
/// \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, before `mbedtls_ssl_setup`, and for the number 0.
// DEVIATION: 3.6 has this only with `MBEDTLS_USE_PSA_CRYPTO`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_set_hs_psk_opaque(
    ssl: *mut mbedtls_ssl_context,
    psk: mbedtls_svc_key_id_t,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { set_of_handshake(ssl, || opaque(psk)) }
    })
}

/// Sets the key that `key` gives for the handshake of `ssl`.
///
/// # Safety
/// `ssl` is NULL or initialised.
unsafe fn set_of_handshake(ssl: *mut mbedtls_ssl_context, key: impl FnOnce() -> Result<PskKey, c_int>) -> c_int {
    // SAFETY: as stated; no reference outlives this block.
    unsafe {
        if ssl.is_null() || (*ssl).conf.is_null() {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        let key = match key() {
            Ok(key) => key,
            Err(code) => return code,
        };
        let Some(inner) = hold(ssl) else {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        };
        (*inner.per_connection()).psk = Some(key);
    }
    0
}

/// Answers the core's question which key has the name `identity`: the callback's, or that of the configuration.
///
/// # Safety
/// Both halves are claimed and the context is alive.
pub(super) unsafe fn find(call: &Call, connection: *mut Connection, identity: Vec<u8>) -> Result<Answer, Code> {
    // SAFETY: callbacks are copied out; nothing is borrowed while they run.
    unsafe {
        if let Some(refusal) = super::sni::ask(call, connection)? {
            return Ok(Answer::Fail(refusal));
        }
        let own = call.inner.per_connection();
        // As in 3.6: the name of a ticket that has expired is no key's.
        if (*own).expired_ticket.take().is_some_and(|ticket| ticket == identity) {
            return Ok(Answer::Psk(None));
        }
        let Some(config) = config_ref((*call.ssl).conf) else {
            return Ok(Answer::Psk(None));
        };
        let uses = match (*connection).version() {
            Some(ProtocolVersion::TLS1_2) => [PskUse::Tls12],
            _ => [PskUse::Tls13],
        };
        let callback = config.psk_callback;
        let found = match callback {
            (Some(f), argument) => {
                let unknown = f(argument, call.ssl, identity.as_ptr(), identity.len()) != 0;
                call.alive()?;
                let key = (*own).psk.as_ref().filter(|_| !unknown);
                key.map(|key| key.named(&identity, &uses))
            }
            (None, _) => {
                let set = config.psk.as_ref().filter(|psk| psk.is(&identity));
                set.map(|psk| psk.key.named(&identity, &uses))
            }
        };
        Ok(match found.transpose() {
            Ok(psk) => Answer::Psk(psk),
            Err(code) => Answer::Fail(Error::Application(code)),
        })
    }
}
