//! `mbedtls/ccm.h`: CCM.

use core::ffi::c_int;

/// Decrypt.
pub const MBEDTLS_CCM_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_CCM_ENCRYPT: c_int = 1;
/// Decrypt as CCM*.
pub const MBEDTLS_CCM_STAR_DECRYPT: c_int = 2;
/// Encrypt as CCM*.
pub const MBEDTLS_CCM_STAR_ENCRYPT: c_int = 3;
/// An argument is invalid.
pub const MBEDTLS_ERR_CCM_BAD_INPUT: c_int = -0x000D;
/// The authentication tag does not match.
pub const MBEDTLS_ERR_CCM_AUTH_FAILED: c_int = -0x000F;

/// A CCM operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ccm_context {
    /// Not to be touched.
    pub reserved: [u64; 22],
}
