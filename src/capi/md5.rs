//! `mbedtls/md5.h`: MD5.

/// An MD5 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_md5_context {
    /// Not to be touched.
    pub reserved: [u32; 22],
}
