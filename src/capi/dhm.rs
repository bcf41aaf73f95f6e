//! `mbedtls/dhm.h`: finite-field Diffie-Hellman parameters, which TLS here does not use.

/// A group and the keys of one exchange.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_dhm_context {
    /// Not to be touched.
    pub reserved: [usize; 20],
}
