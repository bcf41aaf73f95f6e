//! Messages read and freed.

use core::ffi::{c_int, c_uchar};

use super::object::{fill, unload};
use super::{MBEDTLS_ERR_PKCS7_ALLOC_FAILED, MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA, mbedtls_pkcs7, mbedtls_pkcs7_type};
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::{CEnum, bytes, copy_out, zero};
use crate::pki::pkcs7::SignedData;

/// Initialises a message. Must be called before any other function on it.
///
/// \param pkcs7  The message; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_init(pkcs7: *mut mbedtls_pkcs7) {
    // SAFETY: NULL, or memory for one message; all-zero is a valid one.
    guard((), || unsafe { zero(pkcs7) });
}

/// Frees what a message holds, and makes it empty: it can be used again.
///
/// \param pkcs7  The message; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_free(pkcs7: *mut mbedtls_pkcs7) {
    // SAFETY: NULL, or initialised and used by nobody else.
    guard((), || unsafe { unload(pkcs7) });
}

/// Reads a message in DER: signed data without the data (a detached signature), with or without a ContentInfo around it
/// (RFC 2315 sections 7 and 9). It names one digest algorithm, has one certificate or none, no revocation lists, and
/// signers without attributes.
///
/// \param pkcs7   The message. What it held is freed.
/// \param buf     The DER, copied.
/// \param buflen  Its length in bytes; nothing may follow.
///
/// \return  `MBEDTLS_PKCS7_SIGNED_DATA`; or a negative code, and the message is empty:
///          `MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE` for other kinds of messages, more than one digest algorithm or
///          certificate, and data inside; `MBEDTLS_ERR_PKCS7_ALLOC_FAILED`; another `MBEDTLS_ERR_PKCS7_*`, to which the
///          ASN.1 cause is added, or that alone, if it is malformed. `MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA` also for NULL,
///          which leaves the message as it is.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_parse_der(
    pkcs7: *mut mbedtls_pkcs7,
    buf: *const c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `pkcs7` is NULL or initialised; `buf` holds `buflen` bytes.
        unsafe {
            let Some(der) = bytes(buf, buflen).filter(|_| !pkcs7.is_null()) else {
                return MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA;
            };
            // Not less than a byte, so that NULL means that there is no memory.
            let copy = mbedtls_calloc(1, der.len().max(1)).cast::<c_uchar>();
            if !copy.is_null() {
                copy_out(der, copy);
            }
            // The bytes may have been those of the message itself.
            unload(pkcs7);
            if copy.is_null() {
                return MBEDTLS_ERR_PKCS7_ALLOC_FAILED;
            }
            let Some(der) = bytes(copy, buflen) else {
                mbedtls_free(copy.cast());
                return MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA;
            };
            zero(pkcs7);
            (*pkcs7).raw.p = copy;
            (*pkcs7).raw.len = buflen;
            let filled = SignedData::from_der(der)
                .map_err(|error| error.code())
                .and_then(|message| fill(&mut (*pkcs7).signed_data, der, message));
            match filled {
                Ok(()) => mbedtls_pkcs7_type::MBEDTLS_PKCS7_SIGNED_DATA.number(),
                Err(code) => {
                    unload(pkcs7);
                    code
                }
            }
        }
    })
}
