//! The variables that hold the functions of a mutex, which C may read, call and write, and the functions that set them.

use super::{MBEDTLS_ERR_THREADING_BAD_INPUT_DATA, MBEDTLS_ERR_THREADING_MUTEX_ERROR, mbedtls_threading_mutex_t};
use crate::capi::guard::guard;
use crate::capi::platform::hooks::Hook;
use core::ffi::{c_int, c_void};
use core::sync::atomic::Ordering;

/// Makes a mutex ready, or releases it.
type Prepare = unsafe extern "C" fn(*mut mbedtls_threading_mutex_t);
/// Locks or unlocks a mutex: 0, or an error code.
type Use = unsafe extern "C" fn(*mut mbedtls_threading_mutex_t) -> c_int;

/// The variables, under their names in C.
#[allow(non_upper_case_globals, reason = "the names are those of the C interface")]
mod variables {
    use super::{Hook, c_void};

    /// Makes a mutex ready.
    #[unsafe(no_mangle)]
    pub static mbedtls_mutex_init: Hook = Hook::new(super::pthread_init as *mut c_void);
    /// Releases a mutex.
    #[unsafe(no_mangle)]
    pub static mbedtls_mutex_free: Hook = Hook::new(super::pthread_free as *mut c_void);
    /// Locks a mutex.
    #[unsafe(no_mangle)]
    pub static mbedtls_mutex_lock: Hook = Hook::new(super::pthread_lock as *mut c_void);
    /// Unlocks a mutex.
    #[unsafe(no_mangle)]
    pub static mbedtls_mutex_unlock: Hook = Hook::new(super::pthread_unlock as *mut c_void);
}

/// Calls the function that makes a mutex ready, or the one that releases it.
///
/// # Safety
/// The mutex must be in its place, and not in use.
unsafe fn prepare(variable: &Hook, mutex: *mut mbedtls_threading_mutex_t) {
    let function = variable.load(Ordering::Acquire);
    if !function.is_null() {
        // SAFETY: not NULL, and by the application's promise a function of this type; the mutex as stated.
        unsafe { core::mem::transmute::<*mut c_void, Prepare>(function)(mutex) };
    }
}

/// Calls the function that locks a mutex, or the one that unlocks it.
///
/// # Safety
/// The mutex must be ready, or zeroed, and in its place.
unsafe fn apply(variable: &Hook, mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    let function = variable.load(Ordering::Acquire);
    if function.is_null() {
        return MBEDTLS_ERR_THREADING_BAD_INPUT_DATA;
    }
    // SAFETY: not NULL, and by the application's promise a function of this type; the mutex as stated.
    unsafe { core::mem::transmute::<*mut c_void, Use>(function)(mutex) }
}

/// Makes a mutex ready.
///
/// # Safety
/// It must be writable and not in use.
pub(super) unsafe fn init(mutex: *mut mbedtls_threading_mutex_t) {
    // SAFETY: as stated.
    unsafe { prepare(&variables::mbedtls_mutex_init, mutex) };
}

/// Releases a mutex.
///
/// # Safety
/// It must be ready, and not held.
pub(super) unsafe fn free(mutex: *mut mbedtls_threading_mutex_t) {
    // SAFETY: as stated.
    unsafe { prepare(&variables::mbedtls_mutex_free, mutex) };
}

/// Locks a mutex: 0, or an error code.
///
/// # Safety
/// It must be ready, or zeroed, and in its place.
pub(super) unsafe fn lock(mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    // SAFETY: as stated.
    unsafe { apply(&variables::mbedtls_mutex_lock, mutex) }
}

/// Unlocks a mutex: 0, or an error code.
///
/// # Safety
/// This thread must hold it.
pub(super) unsafe fn unlock(mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    // SAFETY: as stated.
    unsafe { apply(&variables::mbedtls_mutex_unlock, mutex) }
}

/// What `mbedtls_mutex_init` is at first.
unsafe extern "C" fn pthread_init(mutex: *mut mbedtls_threading_mutex_t) {
    if !mutex.is_null() {
        // SAFETY: C passes a mutex that is not in use. What is written first is what the system calls a mutex at rest.
        unsafe {
            (&raw mut (*mutex).mutex).write(libc::PTHREAD_MUTEX_INITIALIZER);
            (*mutex).state = 1;
        }
    }
}

/// What `mbedtls_mutex_free` is at first.
unsafe extern "C" fn pthread_free(mutex: *mut mbedtls_threading_mutex_t) {
    // SAFETY: C passes NULL or a mutex that no thread holds; one that is not ready is left alone.
    unsafe {
        if !mutex.is_null() && (*mutex).state != 0 {
            libc::pthread_mutex_destroy(&raw mut (*mutex).mutex);
            (*mutex).state = 0;
        }
    }
}

/// What `mbedtls_mutex_lock` is at first.
unsafe extern "C" fn pthread_lock(mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    if mutex.is_null() {
        return MBEDTLS_ERR_THREADING_BAD_INPUT_DATA;
    }
    // SAFETY: C passes a mutex that is ready, or zeroed, which is the same to the system.
    of_system(unsafe { libc::pthread_mutex_lock(&raw mut (*mutex).mutex) })
}

/// What `mbedtls_mutex_unlock` is at first.
unsafe extern "C" fn pthread_unlock(mutex: *mut mbedtls_threading_mutex_t) -> c_int {
    if mutex.is_null() {
        return MBEDTLS_ERR_THREADING_BAD_INPUT_DATA;
    }
    // SAFETY: C passes a mutex that this thread holds.
    of_system(unsafe { libc::pthread_mutex_unlock(&raw mut (*mutex).mutex) })
}

/// The error code for what the system answers.
fn of_system(answer: c_int) -> c_int {
    if answer == 0 {
        0
    } else {
        MBEDTLS_ERR_THREADING_MUTEX_ERROR
    }
}

/// Sets the functions of a mutex. Nothing happens if one is missing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_threading_set_alt(
    mutex_init: Option<Prepare>,
    mutex_free: Option<Prepare>,
    mutex_lock: Option<Use>,
    mutex_unlock: Option<Use>,
) {
    guard((), || {
        if let (Some(init), Some(free), Some(lock), Some(unlock)) = (mutex_init, mutex_free, mutex_lock, mutex_unlock) {
            set([
                init as *mut c_void,
                free as *mut c_void,
                lock as *mut c_void,
                unlock as *mut c_void,
            ]);
        }
    });
}

/// Sets the system's functions of a mutex again.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_threading_free_alt() {
    guard((), || {
        set([
            pthread_init as *mut c_void,
            pthread_free as *mut c_void,
            pthread_lock as *mut c_void,
            pthread_unlock as *mut c_void,
        ]);
    });
}

/// Sets all variables, in their order.
fn set(functions: [*mut c_void; 4]) {
    let variables = [
        &variables::mbedtls_mutex_init,
        &variables::mbedtls_mutex_free,
        &variables::mbedtls_mutex_lock,
        &variables::mbedtls_mutex_unlock,
    ];
    for (variable, function) in variables.into_iter().zip(functions) {
        variable.store(function, Ordering::Release);
    }
}
