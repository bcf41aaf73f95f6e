//! The two forms of an ECDSA signature.

use crate::capi::asn1::{MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, MBEDTLS_ERR_ASN1_INVALID_DATA};
use crate::capi::guard::guard;
use crate::capi::ptr;
use crate::pki::raw_signature;
use core::ffi::{c_int, c_uchar};

/// The longest coordinate that is converted, in bytes: secp521r1's.
const MAX_COORDINATE: usize = 66;

/// Turns a signature of two numbers one after the other into its DER form.
///
/// \param bits  Length of each number, in bits.
/// \param raw,raw_len  The signature.
/// \param der,der_size  Where the DER form goes; may be the same memory.
/// \param der_len  Gets its length.
///
/// \return  0, MBEDTLS_ERR_ASN1_INVALID_DATA if a number is 0 or the lengths do not fit, or
/// MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, also for numbers longer than 521 bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_raw_to_der(
    bits: usize,
    raw: *const c_uchar,
    raw_len: usize,
    der: *mut c_uchar,
    der_size: usize,
    der_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        let coordinate = bits.div_ceil(8);
        if bits == 0 || coordinate.checked_mul(2) != Some(raw_len) {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        }
        if coordinate > MAX_COORDINATE {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        // SAFETY: C passes `raw_len` readable bytes; they are not looked at after the conversion.
        let converted = match unsafe { ptr::bytes(raw, raw_len) } {
            Some(raw) => raw_signature::to_der(raw),
            None => return MBEDTLS_ERR_ASN1_INVALID_DATA,
        };
        // SAFETY: C passes writable bytes, and a length to write.
        unsafe { give(converted.map_err(|error| error.code()), der, der_size, der_len) }
    })
}

/// Turns the DER form of a signature into two numbers one after the other.
///
/// \param bits  Length of each number, in bits.
/// \param der,der_len  The DER form, and nothing behind it.
/// \param raw,raw_size  Where the numbers go; may be the same memory.
/// \param raw_len  Gets their length.
///
/// \return  0, MBEDTLS_ERR_ASN1_INVALID_DATA if a number is longer than `bits`, another MBEDTLS_ERR_ASN1_* code if it is
/// not DER, or MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, also for numbers longer than 521 bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecdsa_der_to_raw(
    bits: usize,
    der: *const c_uchar,
    der_len: usize,
    raw: *mut c_uchar,
    raw_size: usize,
    raw_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        let coordinate = bits.div_ceil(8);
        if bits == 0 {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        }
        if coordinate > MAX_COORDINATE || raw_size < 2 * coordinate {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        // SAFETY: C passes `der_len` readable bytes; they are not looked at after the conversion.
        let converted = match unsafe { ptr::bytes(der, der_len) } {
            Some(der) => raw_signature::from_der(der, coordinate),
            None => return MBEDTLS_ERR_ASN1_INVALID_DATA,
        };
        // SAFETY: C passes writable bytes, and a length to write.
        unsafe { give(converted.map_err(|error| error.code()), raw, raw_size, raw_len) }
    })
}

/// Writes what was converted, and its length.
///
/// # Safety
/// `size` bytes are writable at `out`; `length` is NULL or valid.
unsafe fn give(converted: Result<Vec<u8>, c_int>, out: *mut c_uchar, size: usize, length: *mut usize) -> c_int {
    let bytes = match converted {
        Ok(bytes) if !out.is_null() && bytes.len() <= size => bytes,
        Ok(_) => return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
        Err(code) => return code,
    };
    // SAFETY: there is room (checked above); the length is the caller's promise.
    unsafe {
        ptr::copy_out(&bytes, out);
        ptr::store(length, bytes.len());
    }
    0
}
