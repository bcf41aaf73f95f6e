//! Texts about certificates: what `mbedtls_x509_crt_info` and its like have in common.

use std::ffi::{c_char, c_int};

use super::x509::{MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_BUFFER_TOO_SMALL};

/// Writes `text` to C's buffer as `snprintf` does, and returns its length, or BUFFER_TOO_SMALL if it was cut.
///
/// # Safety
/// `buf` is NULL or has room for `size` bytes.
pub(in crate::capi) unsafe fn put(text: &str, buf: *mut c_char, size: usize) -> c_int {
    if buf.is_null() {
        return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
    }
    if size == 0 {
        return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL;
    }
    let fits = text.len().min(size - 1);
    // SAFETY: `fits` and the closing zero fit `size` bytes.
    unsafe {
        std::ptr::copy_nonoverlapping(text.as_ptr(), buf.cast::<u8>(), fits);
        *buf.add(fits) = 0;
    }
    if fits < text.len() {
        return MBEDTLS_ERR_X509_BUFFER_TOO_SMALL;
    }
    c_int::try_from(fits).unwrap_or(c_int::MAX)
}
