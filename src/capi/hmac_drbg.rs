//! `mbedtls/hmac_drbg.h`: a random generator made of HMAC.

use core::ffi::c_int;

/// Most bytes of additional input for one request.
pub const MBEDTLS_HMAC_DRBG_MAX_INPUT: c_int = 256;
/// Most random bytes that one request returns.
pub const MBEDTLS_HMAC_DRBG_MAX_REQUEST: c_int = 1024;
/// Most bytes that entropy, nonce and additional input may have together when seeding.
pub const MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT: c_int = 384;
/// Prediction resistance is off.
pub const MBEDTLS_HMAC_DRBG_PR_OFF: c_int = 0;
/// Prediction resistance is on: entropy is asked for before each request.
pub const MBEDTLS_HMAC_DRBG_PR_ON: c_int = 1;
/// Requests after which entropy is asked for again, by default.
pub const MBEDTLS_HMAC_DRBG_RESEED_INTERVAL: c_int = 10000;
/// More random bytes were asked for than one request may return.
pub const MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG: c_int = -0x0003;
/// Too much additional input.
pub const MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG: c_int = -0x0005;
/// The seed file could not be read or written.
pub const MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR: c_int = -0x0007;
/// The source of entropy failed.
pub const MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED: c_int = -0x0009;

/// A random generator.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_hmac_drbg_context {
    /// Not to be touched.
    pub reserved: [u64; 22],
}
