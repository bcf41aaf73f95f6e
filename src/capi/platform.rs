//! `mbedtls/platform.h`: memory of the C side, and the C library under Mbed's names (in [`hooks`]).

pub mod hooks;

use super::error::MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED;
use super::guard::guard;
use core::ffi::{c_char, c_int, c_void};
use core::sync::atomic::{AtomicPtr, Ordering};
use std::sync::{Mutex, PoisonError};

/// Exit status of a program that failed.
pub const MBEDTLS_EXIT_FAILURE: c_int = 1;
/// Exit status of a program that succeeded.
pub const MBEDTLS_EXIT_SUCCESS: c_int = 0;
/// Exit status of a program that failed.
pub const MBEDTLS_PLATFORM_STD_EXIT_FAILURE: c_int = 1;
/// Exit status of a program that succeeded.
pub const MBEDTLS_PLATFORM_STD_EXIT_SUCCESS: c_int = 0;

/// What a platform would need to be set up; nothing here.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_platform_context {
    /// Keeps the struct from being empty.
    pub reserved: c_char,
}

/// Gets memory.
type Calloc = unsafe extern "C" fn(n: usize, size: usize) -> *mut c_void;
/// Releases memory.
type Free = unsafe extern "C" fn(ptr: *mut c_void);

/// Both functions of the application: never freed, so that a reader can never see them go away.
struct Functions {
    calloc: Calloc,
    free: Free,
}

/// The functions of the application; NULL while those of the C library are used.
static FUNCTIONS: AtomicPtr<Functions> = AtomicPtr::new(core::ptr::null_mut());
/// All pairs that were ever set, each once: a program that changes between two of them does not fill memory.
static KNOWN: Mutex<Vec<&'static Functions>> = Mutex::new(Vec::new());

/// The functions of the application, if it set some.
fn functions() -> Option<&'static Functions> {
    // SAFETY: NULL, or a leaked `Functions` that nothing writes any more.
    unsafe { FUNCTIONS.load(Ordering::Acquire).as_ref() }
}

/// The one pair of these functions.
fn pair(calloc: Calloc, free: Free) -> &'static Functions {
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    let is_it = |pair: &&&Functions| pair.calloc as usize == calloc as usize && pair.free as usize == free as usize;
    if let Some(pair) = known.iter().find(is_it) {
        return pair;
    }
    let pair: &Functions = Box::leak(Box::new(Functions { calloc, free }));
    known.push(pair);
    pair
}

/// Gets zeroed memory for `n` objects of `size` bytes, as calloc() does. What the library releases on behalf of the
/// application must come from here.
///
/// \param n     How many.
/// \param size  The length of each, in bytes.
///
/// \return  NULL if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_calloc(n: usize, size: usize) -> *mut c_void {
    guard(core::ptr::null_mut(), || match functions() {
        // SAFETY: the application promised that it can be called like calloc().
        Some(functions) => unsafe { (functions.calloc)(n, size) },
        // SAFETY: any arguments are allowed.
        None => unsafe { libc::calloc(n, size) },
    })
}

/// Releases memory that mbedtls_calloc() gave.
///
/// \param ptr  The memory; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_free(ptr: *mut c_void) {
    guard((), || match functions() {
        // SAFETY: the application promised that it can be called like free().
        Some(functions) => unsafe { (functions.free)(ptr) },
        // SAFETY: NULL, or memory that calloc() gave.
        None => unsafe { libc::free(ptr) },
    });
}

/// Sets the functions behind mbedtls_calloc() and mbedtls_free(). To be called before anything else; the library's own
/// objects are not affected.
///
/// \param calloc_func,free_func  As calloc() and free().
///
/// \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if a function is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_calloc_free(
    calloc_func: Option<unsafe extern "C" fn(n: usize, size: usize) -> *mut c_void>,
    free_func: Option<unsafe extern "C" fn(ptr: *mut c_void)>,
) -> c_int {
    guard(MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED, || {
        let (Some(calloc), Some(free)) = (calloc_func, free_func) else {
            return MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED;
        };
        FUNCTIONS.store(core::ptr::from_ref(pair(calloc, free)).cast_mut(), Ordering::Release);
        0
    })
}

/// Sets the platform up. Without effect: nothing here needs it.
///
/// \param ctx  Not used.
///
/// \return  0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_setup(ctx: *mut mbedtls_platform_context) -> c_int {
    let _ = ctx;
    0
}

/// Undoes mbedtls_platform_setup(). Without effect: there is nothing to undo.
///
/// \param ctx  Not used.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_teardown(ctx: *mut mbedtls_platform_context) {
    let _ = ctx;
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::null_mut;

    #[test]
    fn memory_is_zeroed_and_null_is_allowed() {
        // SAFETY: the memory is of the size asked for; NULL is allowed.
        unsafe {
            let memory = mbedtls_calloc(4, 8).cast::<u8>();
            assert!(!memory.is_null());
            assert_eq!(core::slice::from_raw_parts(memory, 32), &[0; 32]);
            mbedtls_free(memory.cast());
            mbedtls_free(null_mut());
            assert!(mbedtls_calloc(usize::MAX, 2).is_null());
            assert!(mbedtls_platform_set_calloc_free(None, None) < 0);
            assert!(mbedtls_platform_set_calloc_free(None, Some(libc::free)) < 0);
            assert_eq!(mbedtls_platform_setup(null_mut()), 0);
            mbedtls_platform_teardown(null_mut());
        }
    }

    #[test]
    fn functions_of_the_application_are_used() {
        // SAFETY: the C library's own functions keep their promises, so other tests may run meanwhile.
        unsafe {
            assert_eq!(
                mbedtls_platform_set_calloc_free(Some(libc::calloc), Some(libc::free)),
                0
            );
            let first = functions().map(core::ptr::from_ref);
            assert!(first.is_some());
            assert_eq!(
                mbedtls_platform_set_calloc_free(Some(libc::calloc), Some(libc::free)),
                0
            );
            assert_eq!(functions().map(core::ptr::from_ref), first, "kept once");
            mbedtls_free(mbedtls_calloc(1, 1));
        }
    }
}
