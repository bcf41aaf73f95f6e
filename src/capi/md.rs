//! `mbedtls/md.h`: hash functions by number.

mod context;
mod hmac;
mod info;

pub use self::context::*;
pub use self::hmac::*;
pub use self::info::*;

use super::ptr::c_enum;
use core::ffi::{c_int, c_void};

/// Largest block of any hash function, in bytes.
pub const MBEDTLS_MD_MAX_BLOCK_SIZE: c_int = 144;
/// Longest hash, in bytes.
pub const MBEDTLS_MD_MAX_SIZE: c_int = 64;
/// The hash function is not available.
pub const MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE: c_int = -0x5080;
/// An argument is invalid.
pub const MBEDTLS_ERR_MD_BAD_INPUT_DATA: c_int = -0x5100;
/// Out of memory.
pub const MBEDTLS_ERR_MD_ALLOC_FAILED: c_int = -0x5180;
/// A file could not be read.
pub const MBEDTLS_ERR_MD_FILE_IO_ERROR: c_int = -0x5200;

/// Hash functions by number.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_md_type_t {
    /// No hash function.
    MBEDTLS_MD_NONE = 0,
    /// MD5.
    MBEDTLS_MD_MD5 = 3,
    /// RIPEMD-160.
    MBEDTLS_MD_RIPEMD160 = 4,
    /// SHA-1.
    MBEDTLS_MD_SHA1 = 5,
    /// SHA-224.
    MBEDTLS_MD_SHA224 = 8,
    /// SHA-256.
    MBEDTLS_MD_SHA256 = 9,
    /// SHA-384.
    MBEDTLS_MD_SHA384 = 10,
    /// SHA-512.
    MBEDTLS_MD_SHA512 = 11,
    /// SHA3-224.
    MBEDTLS_MD_SHA3_224 = 16,
    /// SHA3-256.
    MBEDTLS_MD_SHA3_256 = 17,
    /// SHA3-384.
    MBEDTLS_MD_SHA3_384 = 18,
    /// SHA3-512.
    MBEDTLS_MD_SHA3_512 = 19,
}

c_enum!(mbedtls_md_type_t: MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512, MBEDTLS_MD_SHA3_224, MBEDTLS_MD_SHA3_256, MBEDTLS_MD_SHA3_384, MBEDTLS_MD_SHA3_512);

/// What computes a hash.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_md_engine_t {
    /// Computed by this module itself.
    MBEDTLS_MD_ENGINE_LEGACY = 0,
    /// Computed through the PSA interface.
    MBEDTLS_MD_ENGINE_PSA = 1,
}

c_enum!(mbedtls_md_engine_t: MBEDTLS_MD_ENGINE_LEGACY, MBEDTLS_MD_ENGINE_PSA);

/// A hash or HMAC under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(md_info), MBEDTLS_PRIVATE(md_ctx), MBEDTLS_PRIVATE(hmac_ctx)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_md_context_t {
    /// The hash function; NULL before mbedtls_md_setup().
    pub md_info: *const mbedtls_md_info_t,
    /// The state of the hash.
    pub md_ctx: *mut c_void,
    /// The state of the HMAC.
    pub hmac_ctx: *mut c_void,
}
