//! `mbedtls/sha256.h`: SHA-224 and SHA-256.

use core::ffi::c_int;

/// An argument is invalid.
pub const MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: c_int = -0x0074;

/// A SHA-224 or SHA-256 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_sha256_context {
    /// Not to be touched.
    pub reserved: [u32; 27],
}
