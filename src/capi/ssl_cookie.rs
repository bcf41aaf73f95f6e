//! `mbedtls/ssl_cookie.h`: cookies of a DTLS server.

use core::ffi::c_int;

/// How long a cookie is good, by default, in seconds.
pub const MBEDTLS_SSL_COOKIE_TIMEOUT: c_int = 60;

/// The key of the cookies.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ssl_cookie_ctx {
    /// Not to be touched.
    pub reserved: [u64; 10],
}
