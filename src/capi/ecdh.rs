//! `mbedtls/ecdh.h`: key agreement on elliptic curves.

use crate::capi::ptr::c_enum;

/// Whose key is meant.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecdh_side {
    /// Our own key.
    MBEDTLS_ECDH_OURS = 0,
    /// The peer's key.
    MBEDTLS_ECDH_THEIRS = 1,
}

c_enum!(mbedtls_ecdh_side: MBEDTLS_ECDH_OURS, MBEDTLS_ECDH_THEIRS);

/// What computes.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecdh_variant {
    /// Not set up.
    MBEDTLS_ECDH_VARIANT_NONE = 0,
    /// The code of Mbed TLS itself.
    MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0 = 1,
}

c_enum!(mbedtls_ecdh_variant: MBEDTLS_ECDH_VARIANT_NONE, MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0);

/// A key agreement, as one computed by Mbed TLS itself is held.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecdh_context_mbed {
    /// Not to be touched.
    pub reserved: [u64; 40],
}

/// A key agreement.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecdh_context {
    /// Not to be touched.
    pub reserved: [u64; 42],
}
