//! `mbedtls/des.h`: DES and 3DES.

use core::ffi::c_int;

/// Decrypt.
pub const MBEDTLS_DES_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_DES_ENCRYPT: c_int = 1;
/// Length of a DES key, in bytes.
pub const MBEDTLS_DES_KEY_SIZE: c_int = 8;
/// The data is not a whole number of blocks.
pub const MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: c_int = -0x0032;

/// A DES key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_des_context {
    /// Not to be touched.
    pub reserved: [u32; 32],
}

/// A 3DES key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_des3_context {
    /// Not to be touched.
    pub reserved: [u32; 96],
}
