//! `mbedtls/pem.h`: PEM.

use core::ffi::{c_int, c_uchar};

/// The expected header or footer is missing.
pub const MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT: c_int = -0x1080;
/// The text between header and footer is not base64.
pub const MBEDTLS_ERR_PEM_INVALID_DATA: c_int = -0x1100;
/// Out of memory.
pub const MBEDTLS_ERR_PEM_ALLOC_FAILED: c_int = -0x1180;
/// The initialization vector of the encryption is malformed.
pub const MBEDTLS_ERR_PEM_INVALID_ENC_IV: c_int = -0x1200;
/// The encryption algorithm is not known.
pub const MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG: c_int = -0x1280;
/// The data is encrypted and no password was given.
pub const MBEDTLS_ERR_PEM_PASSWORD_REQUIRED: c_int = -0x1300;
/// The password does not open the data.
pub const MBEDTLS_ERR_PEM_PASSWORD_MISMATCH: c_int = -0x1380;
/// The encryption used is not available.
pub const MBEDTLS_ERR_PEM_FEATURE_UNAVAILABLE: c_int = -0x1400;
/// An argument is invalid.
pub const MBEDTLS_ERR_PEM_BAD_INPUT_DATA: c_int = -0x1480;

/// What stands between the lines of a PEM text.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(buf), MBEDTLS_PRIVATE(buflen), MBEDTLS_PRIVATE(info)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pem_context {
    /// The decoded data.
    pub buf: *mut c_uchar,
    /// Its length, in bytes.
    pub buflen: usize,
    /// Not to be touched.
    pub info: *mut c_uchar,
}
