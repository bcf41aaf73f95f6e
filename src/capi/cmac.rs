//! `mbedtls/cmac.h`: CMAC.

use core::ffi::c_int;

/// Size of an AES block, in bytes.
pub const MBEDTLS_AES_BLOCK_SIZE: c_int = 16;
/// Largest block of a cipher that CMAC uses, in bytes.
pub const MBEDTLS_CIPHER_BLKSIZE_MAX: c_int = 16;
/// Largest block of a cipher that CMAC uses, in bytes.
pub const MBEDTLS_CMAC_MAX_BLOCK_SIZE: c_int = 16;
/// Size of a 3DES block, in bytes.
pub const MBEDTLS_DES3_BLOCK_SIZE: c_int = 8;

/// A CMAC operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_cmac_context_t {
    /// Not to be touched.
    pub reserved: [u64; 5],
}
