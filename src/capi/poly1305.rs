//! `mbedtls/poly1305.h`: Poly1305.

use core::ffi::c_int;

/// An argument is invalid.
pub const MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: c_int = -0x0057;

/// A Poly1305 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_poly1305_context {
    /// Not to be touched.
    pub reserved: [u64; 10],
}
