//! `mbedtls/pk.h`: a public or private key of any kind.

pub mod alt;
pub(in crate::capi) mod convert;
pub mod crypt;
pub mod debug;
pub(in crate::capi) mod file;
mod fill;
pub mod object;
pub mod opaque;
pub mod operations;
pub mod parse;
pub mod psa_keys;
pub(in crate::capi) mod signature;
pub mod write;

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests;
#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests_psa;

pub(in crate::capi) use fill::set_public;
pub use object::mbedtls_pk_free;
pub(in crate::capi) use object::{is_application_key, public_key, signing_key, signing_key_for};

use super::md::mbedtls_md_type_t;
use super::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::c_enum;
use core::ffi::{c_char, c_int, c_uchar, c_uint, c_void};
use core::mem::MaybeUninit;

/// Most items that mbedtls_pk_debug() yields.
pub const MBEDTLS_PK_DEBUG_MAX_ITEMS: c_int = 3;
/// Longest encoded elliptic curve public key, in bytes.
pub const MBEDTLS_PK_MAX_EC_PUBKEY_RAW_LEN: c_int = 133;
/// Longest signature of any key, in bytes.
pub const MBEDTLS_PK_SIGNATURE_MAX_SIZE: c_int = 1024;
/// The output buffer is too small.
pub const MBEDTLS_ERR_PK_BUFFER_TOO_SMALL: c_int = -0x3880;
/// The signature is valid but followed by further bytes.
pub const MBEDTLS_ERR_PK_SIG_LEN_MISMATCH: c_int = -0x3900;
/// The kind of key or operation is not available.
pub const MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE: c_int = -0x3980;
/// The curve is not supported.
pub const MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE: c_int = -0x3A00;
/// The algorithm or its parameters are malformed.
pub const MBEDTLS_ERR_PK_INVALID_ALG: c_int = -0x3A80;
/// The public key is malformed.
pub const MBEDTLS_ERR_PK_INVALID_PUBKEY: c_int = -0x3B00;
/// The password does not open the key.
pub const MBEDTLS_ERR_PK_PASSWORD_MISMATCH: c_int = -0x3B80;
/// The key is encrypted and no password was given.
pub const MBEDTLS_ERR_PK_PASSWORD_REQUIRED: c_int = -0x3C00;
/// The kind of key is not supported.
pub const MBEDTLS_ERR_PK_UNKNOWN_PK_ALG: c_int = -0x3C80;
/// The key is malformed or of an unknown format.
pub const MBEDTLS_ERR_PK_KEY_INVALID_FORMAT: c_int = -0x3D00;
/// The version of the key structure is not supported.
pub const MBEDTLS_ERR_PK_KEY_INVALID_VERSION: c_int = -0x3D80;
/// The key file could not be read.
pub const MBEDTLS_ERR_PK_FILE_IO_ERROR: c_int = -0x3E00;
/// An argument is invalid.
pub const MBEDTLS_ERR_PK_BAD_INPUT_DATA: c_int = -0x3E80;
/// The kind of key does not fit the operation.
pub const MBEDTLS_ERR_PK_TYPE_MISMATCH: c_int = -0x3F00;
/// Out of memory.
pub const MBEDTLS_ERR_PK_ALLOC_FAILED: c_int = -0x3F80;

/// Kinds of keys, and of what can be done with them.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_pk_type_t {
    /// No key.
    MBEDTLS_PK_NONE = 0,
    /// RSA key.
    MBEDTLS_PK_RSA = 1,
    /// Elliptic curve key.
    MBEDTLS_PK_ECKEY = 2,
    /// Elliptic curve key for key agreement only.
    MBEDTLS_PK_ECKEY_DH = 3,
    /// Elliptic curve key for signatures only.
    MBEDTLS_PK_ECDSA = 4,
    /// RSA key reached through functions of the application.
    MBEDTLS_PK_RSA_ALT = 5,
    /// RSA with PSS signatures (an algorithm of signatures, not a kind of key).
    MBEDTLS_PK_RSASSA_PSS = 6,
    /// A key that the PSA interface holds.
    MBEDTLS_PK_OPAQUE = 7,
    /// Ed25519 key. DEVIATION: 3.6 has no such keys; the number is far from those it may yet give out.
    MBEDTLS_PK_ED25519 = 0x4000,
}

c_enum!(mbedtls_pk_type_t: MBEDTLS_PK_NONE, MBEDTLS_PK_RSA, MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECKEY_DH, MBEDTLS_PK_ECDSA, MBEDTLS_PK_RSA_ALT, MBEDTLS_PK_RSASSA_PSS, MBEDTLS_PK_OPAQUE, MBEDTLS_PK_ED25519);

/// What an item for debug output is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_pk_debug_type {
    /// No value.
    MBEDTLS_PK_DEBUG_NONE = 0,
    /// The value is a `mbedtls_mpi`.
    MBEDTLS_PK_DEBUG_MPI = 1,
    /// The value is a `mbedtls_ecp_point`.
    MBEDTLS_PK_DEBUG_ECP = 2,
    /// The value is an encoded elliptic curve point.
    MBEDTLS_PK_DEBUG_PSA_EC = 3,
}

c_enum!(mbedtls_pk_debug_type: MBEDTLS_PK_DEBUG_NONE, MBEDTLS_PK_DEBUG_MPI, MBEDTLS_PK_DEBUG_ECP, MBEDTLS_PK_DEBUG_PSA_EC);

/// A kind of key; its content is private.
///
/// cbindgen:ignore
#[repr(C)]
#[derive(Debug)]
pub struct mbedtls_pk_info_t {
    _private: [u8; 0],
}

/// A public key, or a key pair.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(pk_info), MBEDTLS_PRIVATE(pk_ctx)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pk_context {
    /// The kind of key; NULL while there is none.
    pub pk_info: *const mbedtls_pk_info_t,
    /// The key: a `mbedtls_rsa_context` or `mbedtls_ecp_keypair` for keys of those kinds.
    pub pk_ctx: *mut c_void,
}

/// Parameters of an RSASSA-PSS signature.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pk_rsassa_pss_options {
    /// Hash function of the mask.
    pub mgf1_hash_id: MaybeUninit<mbedtls_md_type_t>,
    /// Length of the salt, or MBEDTLS_RSA_SALT_LEN_ANY.
    pub expected_salt_len: c_int,
}

/// An item for debug output.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(type), MBEDTLS_PRIVATE(name), MBEDTLS_PRIVATE(value)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pk_debug_item {
    /// What the value is.
    pub type_: mbedtls_pk_debug_type,
    /// Its name, ended by NUL.
    pub name: *const c_char,
    /// The value.
    pub value: *mut c_void,
}

/// Decrypts with a key that the application holds.
pub type mbedtls_pk_rsa_alt_decrypt_func = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        olen: *mut usize,
        input: *const c_uchar,
        output: *mut c_uchar,
        output_max_len: usize,
    ) -> c_int,
>;

/// Signs with a key that the application holds.
pub type mbedtls_pk_rsa_alt_sign_func = Option<
    unsafe extern "C" fn(
        ctx: *mut c_void,
        f_rng: mbedtls_f_rng_t,
        p_rng: *mut c_void,
        md_alg: mbedtls_md_type_t,
        hashlen: c_uint,
        hash: *const c_uchar,
        sig: *mut c_uchar,
    ) -> c_int,
>;

/// Length of a key that the application holds, in bytes.
pub type mbedtls_pk_rsa_alt_key_len_func = Option<unsafe extern "C" fn(ctx: *mut c_void) -> usize>;

/// State of an operation that can be interrupted; none here can, so this is never more than a pointer.
pub type mbedtls_pk_restart_ctx = c_void;
