//! `mbedtls/camellia.h`: Camellia.

use core::ffi::c_int;

/// Decrypt.
pub const MBEDTLS_CAMELLIA_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_CAMELLIA_ENCRYPT: c_int = 1;
/// An argument is invalid.
pub const MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA: c_int = -0x0024;
/// The data is not a whole number of blocks.
pub const MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH: c_int = -0x0026;

/// A Camellia key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_camellia_context {
    /// Not to be touched.
    pub reserved: [u32; 69],
}
