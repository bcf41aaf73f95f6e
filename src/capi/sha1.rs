//! `mbedtls/sha1.h`: SHA-1.

use core::ffi::c_int;

/// An argument is invalid.
pub const MBEDTLS_ERR_SHA1_BAD_INPUT_DATA: c_int = -0x0073;

/// A SHA-1 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_sha1_context {
    /// Not to be touched.
    pub reserved: [u32; 23],
}
