//! `mbedtls/ssl_cache.h`: a cache of sessions on a server.

use super::threading::mbedtls_threading_mutex_t;
use core::ffi::{c_int, c_void};

/// Most sessions in a cache, by default.
pub const MBEDTLS_SSL_CACHE_DEFAULT_MAX_ENTRIES: c_int = 50;
/// How long a session stays in a cache, by default, in seconds.
pub const MBEDTLS_SSL_CACHE_DEFAULT_TIMEOUT: c_int = 86400;

/// A session in a cache.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_cache_entry {
    /// Not to be touched.
    pub reserved: [u64; 9],
}

/// A cache of sessions.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(inner), MBEDTLS_PRIVATE(timeout), MBEDTLS_PRIVATE(max_entries), MBEDTLS_PRIVATE(mutex)]
#[repr(C)]
pub struct mbedtls_ssl_cache_context {
    /// What the library keeps of its own.
    pub inner: *mut c_void,
    /// How long a session stays, in seconds.
    pub timeout: c_int,
    /// Most sessions.
    pub max_entries: c_int,
    /// Not to be touched.
    pub mutex: mbedtls_threading_mutex_t,
}
