//! In place of `mbedtls/x509_crt.h` where the option `certificates` is off: the names of types that structs and parameters
//! point to.

use core::ffi::{c_int, c_void};

/// A certificate; there is none.
#[derive(Debug)]
pub enum mbedtls_x509_crt {}

/// What certificates must be like; there is none.
#[derive(Debug)]
pub enum mbedtls_x509_crt_profile {}

/// Never set.
pub type VerifyCallback = Option<
    unsafe extern "C" fn(p_vrfy: *mut c_void, crt: *mut mbedtls_x509_crt, depth: c_int, flags: *mut u32) -> c_int,
>;

/// Never set.
pub type mbedtls_x509_crt_ca_cb_t = Option<
    unsafe extern "C" fn(
        p_ctx: *mut c_void,
        child: *const mbedtls_x509_crt,
        candidate_cas: *mut *mut mbedtls_x509_crt,
    ) -> c_int,
>;
