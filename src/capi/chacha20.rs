//! `mbedtls/chacha20.h`: ChaCha20.

use core::ffi::c_int;

/// An argument is invalid.
pub const MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA: c_int = -0x0051;

/// A ChaCha20 key stream.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_chacha20_context {
    /// Not to be touched.
    pub reserved: [u64; 17],
}
