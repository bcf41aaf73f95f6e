//! `mbedtls/platform_util.h`: erasing memory, and dates.

use super::guard::guard;
use super::platform_time::mbedtls_time_t;
use super::ptr;
use core::ffi::{c_int, c_uchar, c_void};
use zeroize::Zeroize;

/// Fills `output` with `len` random bytes. Returns 0, or an error code. A function type in C.
///
/// cbindgen:ignore
pub type mbedtls_f_rng_t = Option<unsafe extern "C" fn(p_rng: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>;

/// Makes every byte of a buffer zero, in a way that a compiler cannot leave out.
///
/// \param buf,len  The buffer; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_zeroize(buf: *mut c_void, len: usize) {
    guard((), || {
        // SAFETY: `len` bytes are writable at `buf` by the caller's promise.
        if let Some(bytes) = unsafe { ptr::uninit_bytes(buf.cast(), len) } {
            bytes.zeroize();
        }
    });
}

/// A date of UTC, as gmtime_r() gives it.
///
/// \param tt  The time.
/// \param tm_buf  Where the date goes.
///
/// \return  `tm_buf`, or NULL if the date has no such form or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_gmtime_r(tt: *const mbedtls_time_t, tm_buf: *mut libc::tm) -> *mut libc::tm {
    guard(core::ptr::null_mut(), || {
        if tt.is_null() || tm_buf.is_null() {
            return core::ptr::null_mut();
        }
        // SAFETY: neither is NULL; both are whole objects by the caller's promise.
        unsafe { libc::gmtime_r(tt, tm_buf) }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn erases_what_it_is_told_and_no_more() {
        let mut bytes = [7u8; 5];
        // SAFETY: four bytes of five.
        unsafe { mbedtls_platform_zeroize(bytes.as_mut_ptr().cast(), 4) };
        assert_eq!(bytes, [0, 0, 0, 0, 7]);
    }

    #[test]
    fn dates() {
        // SAFETY: whole objects.
        unsafe {
            let mut date: libc::tm = core::mem::zeroed();
            let time: mbedtls_time_t = 86_400;
            assert_eq!(mbedtls_platform_gmtime_r(&raw const time, &raw mut date), &raw mut date);
            assert_eq!((date.tm_year, date.tm_mon, date.tm_mday), (70, 0, 2));
        }
    }

    #[test]
    fn null_pointers() {
        // SAFETY: NULL is allowed.
        unsafe {
            mbedtls_platform_zeroize(null_mut(), 0);
            mbedtls_platform_zeroize(null_mut(), 9);
            let time: mbedtls_time_t = 0;
            assert!(mbedtls_platform_gmtime_r(null(), null_mut()).is_null());
            assert!(mbedtls_platform_gmtime_r(&raw const time, null_mut()).is_null());
        }
    }
}
