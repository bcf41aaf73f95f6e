//! `mbedtls/ecp.h`: curves, points and elliptic curve keys.

pub mod arithmetic;
pub mod groups;
pub mod keys;
pub(in crate::capi) mod numbers;
mod parameters;
pub mod points;
pub mod self_test;
pub mod tls;

use super::bignum::mbedtls_mpi;
use crate::capi::ptr::c_enum;
use core::ffi::{c_char, c_int, c_void};
use core::mem::MaybeUninit;

/// One more than the highest number of a curve.
pub const MBEDTLS_ECP_DP_MAX: c_int = 14;
/// Multiples of the base point are precomputed (without effect).
pub const MBEDTLS_ECP_FIXED_POINT_OPTIM: c_int = 1;
/// Longest field element, in bits.
pub const MBEDTLS_ECP_MAX_BITS: c_int = 521;
/// Longest field element, in bytes.
pub const MBEDTLS_ECP_MAX_BYTES: c_int = 66;
/// Longest encoded point, in bytes.
pub const MBEDTLS_ECP_MAX_PT_LEN: c_int = 133;
/// Point format: compressed.
pub const MBEDTLS_ECP_PF_COMPRESSED: c_int = 1;
/// Point format: uncompressed.
pub const MBEDTLS_ECP_PF_UNCOMPRESSED: c_int = 0;
/// ECCurveType `named_curve` (RFC 8422 section 5.4).
pub const MBEDTLS_ECP_TLS_NAMED_CURVE: c_int = 3;
/// Window of the point multiplication (without effect).
pub const MBEDTLS_ECP_WINDOW_SIZE: c_int = 4;
/// The operation is not finished; call again.
pub const MBEDTLS_ERR_ECP_IN_PROGRESS: c_int = -0x4B00;
/// The signature is valid but followed by further bytes.
pub const MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH: c_int = -0x4C00;
/// The key does not belong to the curve.
pub const MBEDTLS_ERR_ECP_INVALID_KEY: c_int = -0x4C80;
/// No suitable random number could be made.
pub const MBEDTLS_ERR_ECP_RANDOM_FAILED: c_int = -0x4D00;
/// Out of memory.
pub const MBEDTLS_ERR_ECP_ALLOC_FAILED: c_int = -0x4D80;
/// The signature does not verify.
pub const MBEDTLS_ERR_ECP_VERIFY_FAILED: c_int = -0x4E00;
/// The curve or operation is not available.
pub const MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE: c_int = -0x4E80;
/// The output buffer is too small.
pub const MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL: c_int = -0x4F00;
/// An argument is invalid.
pub const MBEDTLS_ERR_ECP_BAD_INPUT_DATA: c_int = -0x4F80;

/// Curves by number.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecp_group_id {
    /// No curve.
    MBEDTLS_ECP_DP_NONE = 0,
    /// secp192r1.
    MBEDTLS_ECP_DP_SECP192R1 = 1,
    /// secp224r1.
    MBEDTLS_ECP_DP_SECP224R1 = 2,
    /// secp256r1.
    MBEDTLS_ECP_DP_SECP256R1 = 3,
    /// secp384r1.
    MBEDTLS_ECP_DP_SECP384R1 = 4,
    /// secp521r1.
    MBEDTLS_ECP_DP_SECP521R1 = 5,
    /// brainpoolP256r1.
    MBEDTLS_ECP_DP_BP256R1 = 6,
    /// brainpoolP384r1.
    MBEDTLS_ECP_DP_BP384R1 = 7,
    /// brainpoolP512r1.
    MBEDTLS_ECP_DP_BP512R1 = 8,
    /// Curve25519.
    MBEDTLS_ECP_DP_CURVE25519 = 9,
    /// secp192k1.
    MBEDTLS_ECP_DP_SECP192K1 = 10,
    /// secp224k1.
    MBEDTLS_ECP_DP_SECP224K1 = 11,
    /// secp256k1.
    MBEDTLS_ECP_DP_SECP256K1 = 12,
    /// Curve448.
    MBEDTLS_ECP_DP_CURVE448 = 13,
}

c_enum!(mbedtls_ecp_group_id: MBEDTLS_ECP_DP_NONE, MBEDTLS_ECP_DP_SECP192R1, MBEDTLS_ECP_DP_SECP224R1, MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1, MBEDTLS_ECP_DP_SECP521R1, MBEDTLS_ECP_DP_BP256R1, MBEDTLS_ECP_DP_BP384R1, MBEDTLS_ECP_DP_BP512R1, MBEDTLS_ECP_DP_CURVE25519, MBEDTLS_ECP_DP_SECP192K1, MBEDTLS_ECP_DP_SECP224K1, MBEDTLS_ECP_DP_SECP256K1, MBEDTLS_ECP_DP_CURVE448);

/// Kinds of curves.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_ecp_curve_type {
    /// No curve.
    MBEDTLS_ECP_TYPE_NONE = 0,
    /// The NIST, Koblitz and Brainpool curves.
    MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS = 1,
    /// Curve25519 and Curve448.
    MBEDTLS_ECP_TYPE_MONTGOMERY = 2,
}

c_enum!(mbedtls_ecp_curve_type: MBEDTLS_ECP_TYPE_NONE, MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS, MBEDTLS_ECP_TYPE_MONTGOMERY);

/// What is known of a curve.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecp_curve_info {
    /// Number of the curve here.
    pub grp_id: mbedtls_ecp_group_id,
    /// Number of the curve in TLS (`NamedGroup`).
    pub tls_id: u16,
    /// Size of the field, in bits.
    pub bit_size: u16,
    /// Name, ended by NUL.
    pub name: *const c_char,
}

/// A point in projective coordinates; Z is 1, or 0 for the point at infinity.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(X), MBEDTLS_PRIVATE(Y), MBEDTLS_PRIVATE(Z)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecp_point {
    /// The x coordinate.
    pub X: mbedtls_mpi,
    /// The y coordinate; not set for Curve25519 and Curve448.
    pub Y: mbedtls_mpi,
    /// The z coordinate.
    pub Z: mbedtls_mpi,
}

/// A curve with its parameters.
///
/// cbindgen:field-names=[id, P, A, B, G, N, pbits, nbits, MBEDTLS_PRIVATE(reserved1), MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(reserved2)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecp_group {
    /// Which curve it is.
    pub id: MaybeUninit<mbedtls_ecp_group_id>,
    /// The prime of the field.
    pub P: mbedtls_mpi,
    /// Coefficient A of the curve's equation.
    pub A: mbedtls_mpi,
    /// Coefficient B of the curve's equation.
    pub B: mbedtls_mpi,
    /// The base point.
    pub G: mbedtls_ecp_point,
    /// The order of the base point.
    pub N: mbedtls_mpi,
    /// Bits of P.
    pub pbits: usize,
    /// Bits of N, or of a private key.
    pub nbits: usize,
    /// 1 if the numbers are constants of the library.
    pub reserved1: usize,
    /// Not to be touched.
    pub inner: *mut c_void,
    /// Not to be touched.
    pub reserved2: [usize; 5],
}

/// A key pair, or a public key alone.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(grp), MBEDTLS_PRIVATE(d), MBEDTLS_PRIVATE(Q)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ecp_keypair {
    /// The curve.
    pub grp: mbedtls_ecp_group,
    /// The private value; 0 if only the public key is known.
    pub d: mbedtls_mpi,
    /// The public point.
    pub Q: mbedtls_ecp_point,
}

/// State of an operation that can be interrupted; none here can, so this is never more than a pointer.
pub type mbedtls_ecp_restart_ctx = c_void;
