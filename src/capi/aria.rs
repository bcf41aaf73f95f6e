//! `mbedtls/aria.h`: ARIA.

use core::ffi::c_int;

/// Size of a block, in bytes.
pub const MBEDTLS_ARIA_BLOCKSIZE: c_int = 16;
/// Decrypt.
pub const MBEDTLS_ARIA_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_ARIA_ENCRYPT: c_int = 1;
/// Longest key, in bytes.
pub const MBEDTLS_ARIA_MAX_KEYSIZE: c_int = 32;
/// Most rounds.
pub const MBEDTLS_ARIA_MAX_ROUNDS: c_int = 16;
/// An argument is invalid.
pub const MBEDTLS_ERR_ARIA_BAD_INPUT_DATA: c_int = -0x005C;
/// The data is not a whole number of blocks.
pub const MBEDTLS_ERR_ARIA_INVALID_INPUT_LENGTH: c_int = -0x005E;

/// An ARIA key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_aria_context {
    /// Not to be touched.
    pub reserved: [u32; 69],
}
