//! `mbedtls/entropy.h`: the source of randomness, which is the operating system's.

use core::ffi::{c_int, c_uchar, c_void};

use super::guard::guard;
use super::ptr::bytes_mut;
use crate::crypto::rand;

/// A source failed, or more was asked than one call gives.
pub const MBEDTLS_ERR_ENTROPY_SOURCE_FAILED: c_int = -0x003C;
/// There are too many sources.
pub const MBEDTLS_ERR_ENTROPY_MAX_SOURCES: c_int = -0x003E;
/// There is no source.
pub const MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED: c_int = -0x0040;
/// There is no strong source.
pub const MBEDTLS_ERR_ENTROPY_NO_STRONG_SOURCE: c_int = -0x003D;
/// A file could not be read or written.
pub const MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR: c_int = -0x003F;
/// The most that one call of mbedtls_entropy_func() gives, in bytes.
pub const MBEDTLS_ENTROPY_BLOCK_SIZE: c_int = 64;
/// The most that is asked of a source at once, in bytes.
pub const MBEDTLS_ENTROPY_MAX_GATHER: c_int = 128;
/// The longest seed file, in bytes.
pub const MBEDTLS_ENTROPY_MAX_SEED_SIZE: c_int = 1024;
/// The most sources.
pub const MBEDTLS_ENTROPY_MAX_SOURCES: c_int = 20;
/// The digest of the pool: `MBEDTLS_MD_SHA512`.
pub const MBEDTLS_ENTROPY_MD: c_int = 11;
/// The number of the source that the application fills by hand.
pub const MBEDTLS_ENTROPY_SOURCE_MANUAL: c_int = MBEDTLS_ENTROPY_MAX_SOURCES;
/// A source that is good enough alone.
pub const MBEDTLS_ENTROPY_SOURCE_STRONG: c_int = 1;
/// A source that is not good enough alone.
pub const MBEDTLS_ENTROPY_SOURCE_WEAK: c_int = 0;

/// Gives up to `len` bytes of entropy and stores their number in `olen`. Returns 0, or an error code.
pub type mbedtls_entropy_f_source_ptr =
    Option<unsafe extern "C" fn(data: *mut c_void, output: *mut c_uchar, len: usize, olen: *mut usize) -> c_int>;

/// A source of entropy.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(f_source), MBEDTLS_PRIVATE(p_source), MBEDTLS_PRIVATE(size), MBEDTLS_PRIVATE(threshold), MBEDTLS_PRIVATE(strong)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_entropy_source_state {
    /// Its function.
    pub f_source: mbedtls_entropy_f_source_ptr,
    /// The function's first argument.
    pub p_source: *mut c_void,
    /// Bytes it gave so far.
    pub size: usize,
    /// Bytes it has to give.
    pub threshold: usize,
    /// Whether it is strong.
    pub strong: c_int,
}

/// The source of randomness. It has no state: the operating system keeps it.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_entropy_context {
    /// Not to be touched.
    pub reserved: [usize; 110],
}

/// Initialises the source.
///
/// \param ctx  The source; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_init(ctx: *mut mbedtls_entropy_context) {
    guard((), || {
        if !ctx.is_null() {
            // SAFETY: points to memory for one context; all-zero is a value.
            unsafe { ctx.write_bytes(0, 1) };
        }
    });
}

/// Frees the source.
///
/// \param ctx  The source; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_free(ctx: *mut mbedtls_entropy_context) {
    // SAFETY: passed on; there is nothing to free.
    unsafe { mbedtls_entropy_init(ctx) };
}

/// Gives randomness of the operating system. In the form that mbedtls_ctr_drbg_seed() takes.
///
/// \param _data   The source; not needed, may be NULL.
/// \param output  Where to put the bytes.
/// \param len     Their number, at most `MBEDTLS_ENTROPY_BLOCK_SIZE`.
///
/// \return  0, or `MBEDTLS_ERR_ENTROPY_SOURCE_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_entropy_func(_data: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
    guard(MBEDTLS_ERR_ENTROPY_SOURCE_FAILED, || {
        if len > MBEDTLS_ENTROPY_BLOCK_SIZE as usize {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        // SAFETY: `output` has room for `len` bytes.
        unsafe { fill(output, len) }.map_or(MBEDTLS_ERR_ENTROPY_SOURCE_FAILED, |()| 0)
    })
}

/// Randomness of the operating system, into memory that may be uninitialised.
///
/// # Safety
/// `output` is NULL or has room for `len` bytes.
pub(in crate::capi) unsafe fn fill(output: *mut c_uchar, len: usize) -> Option<()> {
    if len == 0 {
        return Some(());
    }
    if output.is_null() {
        return None;
    }
    // SAFETY: as stated; zeroed first, because a reference to uninitialised bytes must not be made.
    unsafe {
        output.write_bytes(0, len);
        rand::fill(bytes_mut(output, len)?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr;

    #[test]
    fn gives_what_is_asked_and_no_more_than_a_block() {
        let mut bytes = [0_u8; 65];
        // SAFETY: the buffer is as long as stated.
        unsafe {
            assert_eq!(mbedtls_entropy_func(ptr::null_mut(), bytes.as_mut_ptr(), 64), 0);
            assert_eq!(bytes[64], 0);
            assert_ne!(bytes[..64], [0; 64]);
            let failed = MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
            assert_eq!(mbedtls_entropy_func(ptr::null_mut(), bytes.as_mut_ptr(), 65), failed);
            assert_eq!(mbedtls_entropy_func(ptr::null_mut(), ptr::null_mut(), 1), failed);
            assert_eq!(mbedtls_entropy_func(ptr::null_mut(), ptr::null_mut(), 0), 0);
            mbedtls_entropy_init(ptr::null_mut());
            mbedtls_entropy_free(ptr::null_mut());
        }
        assert_eq!(size_of::<mbedtls_entropy_context>(), 880);
        assert_eq!(size_of::<mbedtls_entropy_source_state>(), 40);
    }
}
