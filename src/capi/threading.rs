//! `mbedtls/threading.h`: the mutex type, and the functions behind it, which an application may replace.

pub mod hooks;

use core::ffi::{c_char, c_int};

/// An argument is invalid.
pub const MBEDTLS_ERR_THREADING_BAD_INPUT_DATA: c_int = -0x001C;
/// A mutex could not be locked or unlocked.
pub const MBEDTLS_ERR_THREADING_MUTEX_ERROR: c_int = -0x001E;

/// A mutex.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(mutex), MBEDTLS_PRIVATE(state)]
#[repr(C)]
pub struct mbedtls_threading_mutex_t {
    /// The system's mutex.
    pub mutex: libc::pthread_mutex_t,
    /// Not 0 if it is initialised.
    pub state: c_char,
}

impl mbedtls_threading_mutex_t {
    /// Makes it ready. It must not be in use.
    pub(crate) fn initialise(&mut self) {
        // SAFETY: it is writable and not in use.
        unsafe { hooks::init(self) };
    }

    /// Releases it. No thread may hold it.
    pub(crate) fn destroy(&mut self) {
        if self.state != 0 {
            // SAFETY: it is initialised and, by the caller's promise, not held.
            unsafe { hooks::free(self) };
            self.state = 0;
        }
    }

    /// Locks it until what is returned goes out of scope; `None` if that is not possible.
    ///
    /// # Safety
    /// `mutex` must point at a mutex that is initialised or zeroed, and that stays in its place while it is locked.
    pub(crate) unsafe fn lock(mutex: *const Self) -> Option<Locked> {
        let mutex = mutex.cast_mut();
        // SAFETY: the caller's promise; a mutex may be used by several threads through its address.
        (unsafe { hooks::lock(mutex) } == 0).then_some(Locked(mutex))
    }
}

/// A mutex that is locked.
pub(crate) struct Locked(*mut mbedtls_threading_mutex_t);

impl Drop for Locked {
    fn drop(&mut self) {
        // SAFETY: this thread locked it, and it is still in its place.
        unsafe { hooks::unlock(self.0) };
    }
}
