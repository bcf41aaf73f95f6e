//! The pseudorandom function of TLS 1.2, which programs use for keys of their own: it is there without that version, too.

use std::ffi::{c_char, c_int, c_uchar};
use std::mem::MaybeUninit;

use zeroize::Zeroizing;

use super::names::*;
use crate::capi::guard::guard;
use crate::capi::ptr::{bytes, c_str, cleared, enum_value};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::kdf::tls12_prf;

/// The pseudorandom function of TLS 1.2 (RFC 5246 section 5), for programs that derive keys of their own (EAP-TLS).
///
/// \param prf     `MBEDTLS_SSL_TLS_PRF_SHA256` or `MBEDTLS_SSL_TLS_PRF_SHA384`.
/// \param secret  The secret.
/// \param slen    Its length in bytes.
/// \param label   The label, ended by NUL.
/// \param random  The seed.
/// \param rlen    Its length in bytes.
/// \param dstbuf  Where to put the output; it may overlap the input.
/// \param dlen    How many bytes.
///
/// \return  0, `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for another function, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ssl_tls_prf(
    prf: MaybeUninit<mbedtls_tls_prf_types>,
    secret: *const c_uchar,
    slen: usize,
    label: *const c_char,
    random: *const c_uchar,
    rlen: usize,
    dstbuf: *mut c_uchar,
    dlen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SSL_INTERNAL_ERROR, || {
        let hash = match enum_value(prf) {
            Some(MBEDTLS_SSL_TLS_PRF_SHA256) => HashAlgorithm::Sha256,
            Some(MBEDTLS_SSL_TLS_PRF_SHA384) => HashAlgorithm::Sha384,
            _ => return MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE,
        };
        // SAFETY: the caller's buffers; what is read is copied before anything is written.
        unsafe {
            let (Some(secret), Some(label), Some(seed)) = (bytes(secret, slen), c_str(label), bytes(random, rlen))
            else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            let secret = Zeroizing::new(secret.to_vec());
            let label = label.to_bytes().to_vec();
            let seed = Zeroizing::new(seed.to_vec());
            let Some(out) = cleared(dstbuf, dlen) else {
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            };
            tls12_prf(hash, &secret, &label, &seed, out);
        }
        0
    })
}
