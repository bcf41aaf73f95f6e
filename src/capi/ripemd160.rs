//! `mbedtls/ripemd160.h`: RIPEMD-160.

/// A RIPEMD-160 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ripemd160_context {
    /// Not to be touched.
    pub reserved: [u32; 23],
}
