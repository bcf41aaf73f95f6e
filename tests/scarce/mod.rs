//! An application's allocator that counts, and that runs out when a test wants it to.

use std::ffi::c_void;
use std::ptr;
use std::sync::atomic::{AtomicUsize, Ordering};

use ferrotls::capi::platform::mbedtls_platform_set_calloc_free;

/// Pieces of memory given out and not taken back.
static HELD: AtomicUsize = AtomicUsize::new(0);
/// How many more are given out.
static LEFT: AtomicUsize = AtomicUsize::new(usize::MAX);

unsafe extern "C" fn scarce_calloc(n: usize, size: usize) -> *mut c_void {
    let spend = |left: usize| {
        if left == usize::MAX {
            Some(left)
        } else {
            left.checked_sub(1)
        }
    };
    if LEFT.fetch_update(Ordering::Relaxed, Ordering::Relaxed, spend).is_err() {
        return ptr::null_mut();
    }
    HELD.fetch_add(1, Ordering::Relaxed);
    unsafe { libc::calloc(n, size) }
}

unsafe extern "C" fn counting_free(memory: *mut c_void) {
    if !memory.is_null() {
        HELD.fetch_sub(1, Ordering::Relaxed);
        unsafe { libc::free(memory) };
    }
}

/// Has the library take its memory from here.
pub fn install() {
    let code = unsafe { mbedtls_platform_set_calloc_free(Some(scarce_calloc), Some(counting_free)) };
    assert_eq!(code, 0);
}

/// Pieces given out and not taken back.
pub fn held() -> usize {
    HELD.load(Ordering::Relaxed)
}

/// Runs `work` with memory for so many `pieces`.
pub fn with<T>(pieces: usize, work: impl FnOnce() -> T) -> T {
    let before = LEFT.swap(pieces, Ordering::Relaxed);
    let outcome = work();
    LEFT.store(before, Ordering::Relaxed);
    outcome
}

/// Runs `work` with all the memory that it wants.
#[allow(dead_code, reason = "not every test needs it")]
pub fn plenty<T>(work: impl FnOnce() -> T) -> T {
    with(usize::MAX, work)
}
