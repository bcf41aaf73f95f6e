//! How long records may be.

use std::ffi::{c_int, c_uchar};
use std::sync::atomic::Ordering;

use super::drive::in_call;
use super::inner::{ConfigInner, config_mut, config_ref};
use super::names::*;
use crate::capi::guard::guard;
use crate::tls::wire::codes::MaxFragmentLength;

/// Plaintext that fits one record (RFC 8446 section 5.1), in bytes.
const MAX_PLAINTEXT: u16 = 16384;

/// Sets how much one protected record that is sent carries. A client also asks its server for records of that length
/// (`max_fragment_length`, RFC 6066 section 4); a server agrees to what a client asks for, and in TLS 1.2 both then keep to it
/// with what is not protected, too.
///
/// DEVIATION: 3.6 negotiates this in TLS 1.2 only; in TLS 1.3 its server ignores the extension and its client does not
/// hold the server to it.
///
/// \param conf      The configuration.
/// \param mfl_code  `MBEDTLS_SSL_MAX_FRAG_LEN_512` to `MBEDTLS_SSL_MAX_FRAG_LEN_4096`, or `MBEDTLS_SSL_MAX_FRAG_LEN_NONE` (the
///                  default): 16384 bytes, and nothing is asked for.
///
/// \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for another number or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_conf_max_frag_len(conf: *mut mbedtls_ssl_config, mfl_code: c_uchar) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        if c_int::from(mfl_code) >= MBEDTLS_SSL_MAX_FRAG_LEN_INVALID {
            return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
        }
        // SAFETY: `conf` is NULL or a configuration that nobody else uses.
        match unsafe { config_mut(conf) } {
            Some(inner) => {
                inner.max_frag_len = mfl_code;
                0
            }
            None => MBEDTLS_ERR_SSL_BAD_INPUT_DATA,
        }
    })
}

/// What [`mbedtls_ssl_conf_max_frag_len`] was told; the codes are those of the wire.
pub(super) fn max_fragment_length(inner: &ConfigInner) -> Option<MaxFragmentLength> {
    (inner.max_frag_len != 0).then_some(MaxFragmentLength(inner.max_frag_len))
}

/// The most that one call of `mbedtls_ssl_write` takes: what was configured, and from the handshake on what the peer asked
/// for (RFC 6066 section 4, RFC 8449).
///
/// \param ssl  The context.
/// \return     Bytes, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_max_out_record_payload(ssl: *const mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised, and has a configuration once it was set up.
    unsafe {
        in_call(ssl.cast_mut(), |call| {
            Ok(match call.inner.max_payload_out.load(Ordering::Relaxed) {
                0 => {
                    let asked = config_ref((*ssl).conf).and_then(max_fragment_length);
                    c_int::from(asked.map_or(MAX_PLAINTEXT, |value| 1 << (8 + u16::from(value.0))))
                }
                payload => c_int::from(payload),
            })
        })
    }
}

/// The most that one record of the peer's can carry: from the handshake on what was agreed on.
///
/// \param ssl  The context.
/// \return     Bytes, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_get_max_in_record_payload(ssl: *const mbedtls_ssl_context) -> c_int {
    // SAFETY: `ssl` is NULL or initialised.
    unsafe {
        in_call(ssl.cast_mut(), |call| {
            Ok(match call.inner.max_payload_in.load(Ordering::Relaxed) {
                0 => c_int::from(MAX_PLAINTEXT),
                payload => c_int::from(payload),
            })
        })
    }
}
