//! `mbedtls/gcm.h`: GCM.

use core::ffi::c_int;

/// Decrypt.
pub const MBEDTLS_GCM_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_GCM_ENCRYPT: c_int = 1;
/// Entries of the table of multiples (without effect).
pub const MBEDTLS_GCM_HTABLE_SIZE: c_int = 16;
/// The authentication tag does not match.
pub const MBEDTLS_ERR_GCM_AUTH_FAILED: c_int = -0x0012;
/// An argument is invalid.
pub const MBEDTLS_ERR_GCM_BAD_INPUT: c_int = -0x0014;
/// The output buffer is too small.
pub const MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL: c_int = -0x0016;

/// A GCM operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_gcm_context {
    /// Not to be touched.
    pub reserved: [u64; 53],
}
