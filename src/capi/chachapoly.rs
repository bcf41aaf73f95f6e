//! `mbedtls/chachapoly.h`: ChaCha20-Poly1305.

use crate::capi::ptr::c_enum;
use core::ffi::c_int;

/// The call does not fit the state of the operation.
pub const MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: c_int = -0x0054;
/// The authentication tag does not match.
pub const MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED: c_int = -0x0056;

/// What an operation does.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_chachapoly_mode_t {
    /// Encrypt.
    MBEDTLS_CHACHAPOLY_ENCRYPT = 0,
    /// Decrypt.
    MBEDTLS_CHACHAPOLY_DECRYPT = 1,
}

c_enum!(mbedtls_chachapoly_mode_t: MBEDTLS_CHACHAPOLY_ENCRYPT, MBEDTLS_CHACHAPOLY_DECRYPT);

/// A ChaCha20-Poly1305 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_chachapoly_context {
    /// Not to be touched.
    pub reserved: [u64; 30],
}
