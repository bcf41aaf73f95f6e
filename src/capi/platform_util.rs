//! `mbedtls/platform_util.h`: erasing memory.

use core::ffi::{c_int, c_uchar, c_void};

/// Fills `output` with `len` random bytes. Returns 0, or an error code.
pub type mbedtls_f_rng_t = Option<unsafe extern "C" fn(p_rng: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>;
