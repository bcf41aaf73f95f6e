//! What a connection negotiated, and how much it holds: the getters.

use std::ffi::{CStr, c_char, c_int, c_uchar};
use std::ptr;
use std::sync::atomic::Ordering;

use super::drive::{Call, Code, in_call};
use super::inner::{config_ref, peek};
use super::names::*;
use crate::capi::guard::guard;
use crate::capi::ptr::enum_value;
use crate::capi::ssl_ciphersuites;

/// The record header, in bytes: what a record without protection adds.
const RECORD_HEADER: c_int = 5;
/// The longest secret that can be exported, in bytes: 255 digests of SHA-256, as in 3.6.
const MAX_EXPORT: usize = 8160;

/// The number of bytes that a read can return without the transport.
///
/// \param ssl  The context.
/// \return     Bytes of the current record that were not read yet.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_bytes_avail(ssl: *const mbedtls_ssl_context) -> usize {
    guard(0, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { peek(ssl) }.map_or(0, |inner| inner.bytes_available.load(Ordering::Relaxed))
    })
}

/// Whether something was received that `mbedtls_ssl_read` can work on without the transport.
///
/// \param ssl  The context.
/// \return     1 if so, 0 if not: then wait for the transport.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_check_pending(ssl: *const mbedtls_ssl_context) -> c_int {
    guard(0, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { peek(ssl) }.map_or(0, |inner| c_int::from(inner.pending.load(Ordering::Relaxed)))
    })
}

/// What the check of the peer's certificate found.
///
/// \param ssl  The context.
///
/// \return  0 if all is well; a combination of `MBEDTLS_X509_BADCERT_*` and `MBEDTLS_X509_BADCRL_*` (see
///          `mbedtls_x509_crt_verify_info`), `MBEDTLS_X509_BADCERT_SKIP_VERIFY` where the authentication mode says that
///          nothing is to be checked; `0xFFFFFFFF` before a handshake.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_verify_result(ssl: *const mbedtls_ssl_context) -> u32 {
    guard(super::NO_VERIFY_RESULT, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { peek(ssl) }.map_or(super::NO_VERIFY_RESULT, |inner| {
            inner.verify_result.load(Ordering::Relaxed)
        })
    })
}

/// The number of the negotiated cipher suite.
///
/// \param ssl  The context.
/// \return     The IANA number, 0 before the handshake is over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl: *const mbedtls_ssl_context) -> c_int {
    guard(0, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { of_session(ssl, |session| session.ciphersuite) }.unwrap_or(0)
    })
}

/// Something of the session of `ssl`, if there is one. A read in another thread may be putting a ticket into it.
///
/// # Safety
/// `ssl` is NULL or initialised.
pub(super) unsafe fn of_session<T>(
    ssl: *const mbedtls_ssl_context,
    read: impl FnOnce(&mbedtls_ssl_session) -> T,
) -> Option<T> {
    // SAFETY: `peek` checks for NULL; `session` is NULL or ours, and changed under the lock only.
    unsafe {
        let inner = peek(ssl)?;
        let _guard = inner.lock_session();
        (*ssl).session.as_ref().map(read)
    }
}

/// The name of the negotiated cipher suite.
///
/// \param ssl  The context.
/// \return     A static text such as "TLS1-3-AES-128-GCM-SHA256"; NULL before the handshake is over.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite(ssl: *const mbedtls_ssl_context) -> *const c_char {
    guard(ptr::null(), || {
        // SAFETY: as above.
        let suite = unsafe { of_session(ssl, |session| session.ciphersuite) };
        suite.map_or(ptr::null(), ssl_ciphersuites::name_of)
    })
}

/// The name of a cipher suite.
///
/// \param ciphersuite_id  Its number.
/// \return                A static text, "unknown" for a suite that is not offered here.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite_name(ciphersuite_id: c_int) -> *const c_char {
    guard(ptr::null(), || ssl_ciphersuites::name_of(ciphersuite_id))
}

/// The number of a cipher suite.
///
/// \param ciphersuite_name  Its name, as `mbedtls_ssl_get_ciphersuite_name` gives it.
/// \return                  Its number, 0 for a name that is not known.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_ciphersuite_id(ciphersuite_name: *const c_char) -> c_int {
    guard(0, || {
        if ciphersuite_name.is_null() {
            return 0;
        }
        // SAFETY: not NULL, so a string.
        ssl_ciphersuites::by_name(unsafe { CStr::from_ptr(ciphersuite_name) }).map_or(0, |suite| suite.id)
    })
}

/// The protocol version.
///
/// \param ssl  The context.
/// \return     "TLSv1.2" or "TLSv1.3" (before the handshake the highest allowed), "unknown" if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_version(ssl: *const mbedtls_ssl_context) -> *const c_char {
    guard(ptr::null(), || {
        // SAFETY: `ssl` is NULL or initialised.
        match unsafe { ssl.as_ref() }.and_then(|s| enum_value(s.tls_version)) {
            Some(MBEDTLS_SSL_VERSION_TLS1_2) => c"TLSv1.2",
            Some(MBEDTLS_SSL_VERSION_TLS1_3) => c"TLSv1.3",
            _ => c"unknown",
        }
        .as_ptr()
    })
}

/// The protocol version as a number.
///
/// \param ssl  The context.
/// \return     `MBEDTLS_SSL_VERSION_TLS1_2`, `MBEDTLS_SSL_VERSION_TLS1_3` or `MBEDTLS_SSL_VERSION_UNKNOWN`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_version_number(
    ssl: *const mbedtls_ssl_context,
) -> mbedtls_ssl_protocol_version {
    guard(MBEDTLS_SSL_VERSION_UNKNOWN, || {
        // SAFETY: `ssl` is NULL or initialised.
        unsafe { ssl.as_ref() }
            .and_then(|s| enum_value(s.tls_version))
            .unwrap_or(MBEDTLS_SSL_VERSION_UNKNOWN)
    })
}

/// The application protocol that was negotiated.
///
/// \param ssl  The context.
/// \return     The entry of the list given to `mbedtls_ssl_conf_alpn_protocols` that the last handshake agreed on; NULL if there
///             is none. A renegotiation in which the client does not name its protocols again ends without one.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_alpn_protocol(ssl: *const mbedtls_ssl_context) -> *const c_char {
    guard(ptr::null(), || {
        // SAFETY: `ssl` is NULL or initialised; the application's list is alive as long as its configuration.
        unsafe {
            let Ok(call) = Call::begin(ssl.cast_mut()) else {
                return ptr::null();
            };
            let chosen = call.inner.lock_alpn().clone();
            let Some(chosen) = chosen else {
                return ptr::null();
            };
            let list = config_ref((*ssl).conf).map_or(ptr::null_mut(), |c| c.alpn);
            super::snapshot::alpn_names(list.cast_const())
                .into_iter()
                .find(|name| CStr::from_ptr(*name).to_bytes() == chosen.as_slice())
                .unwrap_or(ptr::null())
        }
    })
}

/// How many bytes a record adds to what it carries.
///
/// \param ssl  The context.
/// \return     Bytes; the header alone before there are keys.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_record_expansion(ssl: *const mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised; the writer is claimed before it, and it alone, is looked at.
    unsafe {
        in_call(ssl.cast_mut(), |call| {
            let Ok(_claim) = call.inner.claim_writer() else {
                return Ok(RECORD_HEADER);
            };
            let connection = call.inner.connection();
            if connection.is_null() {
                return Ok(RECORD_HEADER);
            }
            let expansion = (*connection).writer.record_expansion();
            Ok(expansion
                .and_then(|bytes| c_int::try_from(bytes).ok())
                .unwrap_or(RECORD_HEADER))
        })
    }
}

/// Derives a secret from the connection, which both ends can do and nobody else (RFC 8446 section 7.5; in TLS 1.2 RFC 5705).
///
/// \param ssl          The context, its handshake over.
/// \param out          Where to put the secret.
/// \param key_len      Its length in bytes, at most 8160.
/// \param label        A label that sets this use apart.
/// \param label_len    Its length in bytes.
/// \param context      More that sets this use apart; may be NULL if `context_len` or `use_context` is 0.
/// \param context_len  Its length in bytes.
/// \param use_context  0: no context. In TLS 1.3 the same as an empty one.
///
/// \return  0; `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` in TLS 1.2 without the extended master secret, where another connection may
///          have the same secret (RFC 7627 section 5.4); `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` or another negative code.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_export_keying_material(
    ssl: *mut mbedtls_ssl_context,
    out: *mut u8,
    key_len: usize,
    label: *const c_char,
    label_len: usize,
    context: *const c_uchar,
    context_len: usize,
    use_context: c_int,
) -> c_int {
    let request = Material {
        out,
        key_len,
        label,
        label_len,
        context,
        context_len: if use_context == 0 { 0 } else { context_len },
        use_context: use_context != 0,
    };
    // SAFETY: passed on.
    unsafe { export(ssl, &request, false) }
}

/// What keying material is asked for, as a program puts it.
pub(in crate::capi) struct Material {
    pub out: *mut u8,
    pub key_len: usize,
    pub label: *const c_char,
    pub label_len: usize,
    pub context: *const c_uchar,
    pub context_len: usize,
    /// In TLS 1.2 none is something else than an empty one.
    pub use_context: bool,
}

/// Exports keying material of the connection, or of its early data.
///
/// # Safety
/// `ssl` is NULL or initialised; each buffer holds as many bytes as stated.
pub(in crate::capi) unsafe fn export(ssl: *mut mbedtls_ssl_context, request: &Material, early: bool) -> c_int {
    let Material {
        out,
        key_len,
        label,
        label_len,
        context,
        context_len,
        use_context,
    } = *request;
    // SAFETY: `ssl` is NULL or initialised; each buffer holds as many bytes as stated; both halves are claimed.
    unsafe {
        in_call(ssl, |call| {
            let bad = !(early || call.inner.over.load(Ordering::Acquire))
                || key_len > MAX_EXPORT
                || (out.is_null() && key_len != 0)
                || (label.is_null() && label_len != 0)
                || (context.is_null() && context_len != 0);
            if bad {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let _claims = call.inner.claim_both()?;
            let connection = call.inner.connection();
            if connection.is_null() {
                return Err(Code(MBEDTLS_ERR_SSL_BAD_INPUT_DATA));
            }
            let out: &mut [u8] = if key_len == 0 {
                &mut []
            } else {
                std::slice::from_raw_parts_mut(out, key_len)
            };
            let label: &[u8] = if label_len == 0 {
                &[]
            } else {
                std::slice::from_raw_parts(label.cast::<u8>(), label_len)
            };
            let context: &[u8] = if context_len == 0 {
                &[]
            } else {
                std::slice::from_raw_parts(context, context_len)
            };
            let exported = if early {
                (*connection).export_early_keying_material(label, context, out)
            } else {
                (*connection).export_keying_material(label, use_context.then_some(context), out)
            };
            exported.map(|()| 0).map_err(|error| Code(error.code()))
        })
    }
}
