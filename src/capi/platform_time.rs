//! `mbedtls/platform_time.h`: the types of time.

/// Seconds since 1970.
///
/// cbindgen:ignore
pub type mbedtls_time_t = libc::time_t;

/// Milliseconds since an arbitrary moment.
pub type mbedtls_ms_time_t = i64;
