//! `mbedtls/aes.h`: AES.

use core::ffi::c_int;

/// Decrypt.
pub const MBEDTLS_AES_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_AES_ENCRYPT: c_int = 1;
/// The key must have 128, 192 or 256 bits.
pub const MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: c_int = -0x0020;
/// An argument is invalid.
pub const MBEDTLS_ERR_AES_BAD_INPUT_DATA: c_int = -0x0021;
/// The data is not a whole number of blocks.
pub const MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: c_int = -0x0022;

/// An AES key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_aes_context {
    /// Not to be touched.
    pub reserved: [u64; 36],
}

/// The two AES keys of XTS.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_aes_xts_context {
    /// Not to be touched.
    pub reserved: [u64; 72],
}
