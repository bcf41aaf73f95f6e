//! `mbedtls/sha512.h`: SHA-384 and SHA-512.

use core::ffi::c_int;

/// An argument is invalid.
pub const MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: c_int = -0x0075;

/// A SHA-384 or SHA-512 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_sha512_context {
    /// Not to be touched.
    pub reserved: [u64; 27],
}
