//! `mbedtls/rsa.h`: the RSA context.

mod context;
mod encryption;
mod generate;
mod numbers;
mod raw;
mod self_test;
mod signature;

pub use self::{context::*, encryption::*, generate::*, numbers::*, raw::*, self_test::*, signature::*};
use super::bignum::mbedtls_mpi;
use core::ffi::{c_int, c_void};

/// The padding is for encryption.
pub const MBEDTLS_RSA_CRYPT: c_int = 2;
/// Shortest key that is made, in bits.
pub const MBEDTLS_RSA_GEN_KEY_MIN_BITS: c_int = 1024;
/// Padding of PKCS #1 v1.5.
pub const MBEDTLS_RSA_PKCS_V15: c_int = 0;
/// Padding of PKCS #1 v2.1 (OAEP, PSS).
pub const MBEDTLS_RSA_PKCS_V21: c_int = 1;
/// Any length of salt is accepted, or the longest possible is used.
pub const MBEDTLS_RSA_SALT_LEN_ANY: c_int = -1;
/// The padding is for signatures.
pub const MBEDTLS_RSA_SIGN: c_int = 1;
/// An argument is invalid.
pub const MBEDTLS_ERR_RSA_BAD_INPUT_DATA: c_int = -0x4080;
/// The padding of the data is wrong.
pub const MBEDTLS_ERR_RSA_INVALID_PADDING: c_int = -0x4100;
/// No key could be made.
pub const MBEDTLS_ERR_RSA_KEY_GEN_FAILED: c_int = -0x4180;
/// The parts of the key do not fit together.
pub const MBEDTLS_ERR_RSA_KEY_CHECK_FAILED: c_int = -0x4200;
/// The public key operation failed.
pub const MBEDTLS_ERR_RSA_PUBLIC_FAILED: c_int = -0x4280;
/// The private key operation failed.
pub const MBEDTLS_ERR_RSA_PRIVATE_FAILED: c_int = -0x4300;
/// The signature does not verify.
pub const MBEDTLS_ERR_RSA_VERIFY_FAILED: c_int = -0x4380;
/// The output does not fit the buffer.
pub const MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE: c_int = -0x4400;
/// The random generator failed.
pub const MBEDTLS_ERR_RSA_RNG_FAILED: c_int = -0x4480;

/// An RSA key.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved1), MBEDTLS_PRIVATE(len), MBEDTLS_PRIVATE(N), MBEDTLS_PRIVATE(E), MBEDTLS_PRIVATE(D), MBEDTLS_PRIVATE(P), MBEDTLS_PRIVATE(Q), MBEDTLS_PRIVATE(DP), MBEDTLS_PRIVATE(DQ), MBEDTLS_PRIVATE(QP), MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(padding), MBEDTLS_PRIVATE(hash_id), MBEDTLS_PRIVATE(reserved2)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_rsa_context {
    /// Not to be touched.
    pub reserved1: c_int,
    /// Length of the modulus, in bytes.
    pub len: usize,
    /// The modulus.
    pub N: mbedtls_mpi,
    /// The public exponent.
    pub E: mbedtls_mpi,
    /// The private exponent.
    pub D: mbedtls_mpi,
    /// The first prime.
    pub P: mbedtls_mpi,
    /// The second prime.
    pub Q: mbedtls_mpi,
    /// D mod (P - 1).
    pub DP: mbedtls_mpi,
    /// D mod (Q - 1).
    pub DQ: mbedtls_mpi,
    /// The inverse of Q mod P.
    pub QP: mbedtls_mpi,
    /// What the library keeps of its own: the converted form of the key, for example.
    pub inner: *mut c_void,
    /// Padding: MBEDTLS_RSA_PKCS_V15 or MBEDTLS_RSA_PKCS_V21.
    pub padding: c_int,
    /// Hash of the padding of version 2.1, a `mbedtls_md_type_t`.
    pub hash_id: c_int,
    /// Not to be touched.
    pub reserved2: [usize; 15],
}
