//! `mbedtls/constant_time.h`: comparing without telling where the difference is.

use super::guard::guard;
use super::ptr;
use core::ffi::{c_int, c_void};
use subtle::ConstantTimeEq;

/// Compares two buffers in a time that depends on their length only.
///
/// \param a,b,n  The buffers, of `n` bytes each.
///
/// \return  0 if they hold the same bytes; another number if they do not, or one is NULL and `n` is not 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ct_memcmp(a: *const c_void, b: *const c_void, n: usize) -> c_int {
    guard(1, || {
        // SAFETY: C passes buffers of `n` bytes.
        match unsafe { (ptr::bytes(a.cast(), n), ptr::bytes(b.cast(), n)) } {
            (Some(a), Some(b)) => c_int::from(!bool::from(a.ct_eq(b))),
            _ => 1,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::null;

    #[test]
    fn differences_anywhere() {
        let (mut one, two) = ([5u8; 300], [5u8; 300]);
        let b = two.as_ptr().cast();
        // SAFETY: NULL is allowed; the rest are whole objects.
        unsafe {
            assert_eq!(mbedtls_ct_memcmp(one.as_ptr().cast(), b, 300), 0);
            for at in [0, 1, 255, 299] {
                one[at] ^= 0x80;
                assert_ne!(mbedtls_ct_memcmp(one.as_ptr().cast(), b, 300), 0);
                assert_eq!(mbedtls_ct_memcmp(one.as_ptr().cast(), b, at), 0);
                one[at] ^= 0x80;
            }
            assert_eq!(mbedtls_ct_memcmp(null(), null(), 0), 0);
            assert_ne!(mbedtls_ct_memcmp(null(), b, 1), 0);
            assert_ne!(mbedtls_ct_memcmp(b, null(), 1), 0);
        }
    }
}
