//! `mbedtls/ecjpake.h`: EC J-PAKE.

use crate::capi::ptr::c_enum;

/// Who is who.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecjpake_role {
    /// The client.
    MBEDTLS_ECJPAKE_CLIENT = 0,
    /// The server.
    MBEDTLS_ECJPAKE_SERVER = 1,
    /// Not set up.
    MBEDTLS_ECJPAKE_NONE = 2,
}

c_enum!(mbedtls_ecjpake_role: MBEDTLS_ECJPAKE_CLIENT, MBEDTLS_ECJPAKE_SERVER, MBEDTLS_ECJPAKE_NONE);

/// An EC J-PAKE exchange.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecjpake_context {
    /// Not to be touched.
    pub reserved: [u64; 62],
}
