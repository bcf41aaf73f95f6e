//! `mbedtls/dhm.h`: finite-field Diffie-Hellman, which TLS here does not use.

mod exchange;
#[cfg(feature = "certificates")]
mod parameters;

pub use self::exchange::*;
#[cfg(feature = "certificates")]
pub use self::parameters::*;
use super::bignum::mbedtls_mpi;
use crate::capi::ptr::c_enum;
use core::ffi::c_int;

/// An argument is invalid.
pub const MBEDTLS_ERR_DHM_BAD_INPUT_DATA: c_int = -0x3080;
/// The parameters could not be read.
pub const MBEDTLS_ERR_DHM_READ_PARAMS_FAILED: c_int = -0x3100;
/// The parameters could not be made.
pub const MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED: c_int = -0x3180;
/// The public value could not be read.
pub const MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED: c_int = -0x3200;
/// The public value could not be made.
pub const MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED: c_int = -0x3280;
/// The shared secret could not be computed.
pub const MBEDTLS_ERR_DHM_CALC_SECRET_FAILED: c_int = -0x3300;
/// The parameters are malformed.
pub const MBEDTLS_ERR_DHM_INVALID_FORMAT: c_int = -0x3380;
/// Out of memory.
pub const MBEDTLS_ERR_DHM_ALLOC_FAILED: c_int = -0x3400;
/// A file could not be read or written.
pub const MBEDTLS_ERR_DHM_FILE_IO_ERROR: c_int = -0x3480;
/// The group could not be set.
pub const MBEDTLS_ERR_DHM_SET_GROUP_FAILED: c_int = -0x3580;

/// Parts of a context.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_dhm_parameter {
    /// The prime of the group.
    MBEDTLS_DHM_PARAM_P = 0,
    /// The generator of the group.
    MBEDTLS_DHM_PARAM_G = 1,
    /// Our secret value.
    MBEDTLS_DHM_PARAM_X = 2,
    /// Our public value.
    MBEDTLS_DHM_PARAM_GX = 3,
    /// The peer's public value.
    MBEDTLS_DHM_PARAM_GY = 4,
    /// The shared secret.
    MBEDTLS_DHM_PARAM_K = 5,
}

c_enum!(mbedtls_dhm_parameter: MBEDTLS_DHM_PARAM_P, MBEDTLS_DHM_PARAM_G, MBEDTLS_DHM_PARAM_X, MBEDTLS_DHM_PARAM_GX, MBEDTLS_DHM_PARAM_GY, MBEDTLS_DHM_PARAM_K);

/// A group and the keys of one exchange.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(P), MBEDTLS_PRIVATE(G), MBEDTLS_PRIVATE(X), MBEDTLS_PRIVATE(GX), MBEDTLS_PRIVATE(GY), MBEDTLS_PRIVATE(K), MBEDTLS_PRIVATE(RP), MBEDTLS_PRIVATE(Vi), MBEDTLS_PRIVATE(Vf), MBEDTLS_PRIVATE(pX)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_dhm_context {
    /// The prime of the group.
    pub P: mbedtls_mpi,
    /// The generator of the group.
    pub G: mbedtls_mpi,
    /// Our secret value.
    pub X: mbedtls_mpi,
    /// Our public value.
    pub GX: mbedtls_mpi,
    /// The peer's public value.
    pub GY: mbedtls_mpi,
    /// The shared secret.
    pub K: mbedtls_mpi,
    /// Not used.
    pub RP: mbedtls_mpi,
    /// Not used.
    pub Vi: mbedtls_mpi,
    /// Not used.
    pub Vf: mbedtls_mpi,
    /// Not used.
    pub pX: mbedtls_mpi,
}
