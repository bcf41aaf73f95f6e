//! What an application may put in the place of the C library: variables that hold pointers to functions, and the functions
//! that set them. C may read and write the variables itself; their declarations are in the templates, because they name
//! types that cbindgen does not know (`FILE`, `va_list`).

use crate::capi::error::MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED;
use crate::capi::guard::guard;
use core::ffi::{c_char, c_int, c_void};
use core::sync::atomic::{AtomicPtr, Ordering};

/// A variable that is a pointer to a function in C.
pub type Hook = AtomicPtr<c_void>;
/// A function whose type only C knows.
pub type Function = Option<unsafe extern "C" fn()>;
/// time().
pub type Clock = unsafe extern "C" fn(*mut libc::time_t) -> libc::time_t;
/// printf().
type Printf = unsafe extern "C" fn(*const c_char, ...) -> c_int;

/// The C library's functions that libc has no name for.
mod c_library {
    unsafe extern "C" {
        /// Never called from here.
        pub(super) fn vsnprintf();
        /// Never called from here.
        pub(super) fn setbuf();
    }
}

/// The variables, under their names in C.
#[allow(non_upper_case_globals, reason = "the names are those of the C interface")]
mod variables {
    use super::{Hook, c_library, c_void};

    /// time().
    #[unsafe(no_mangle)]
    pub static mbedtls_time: Hook = Hook::new(libc::time as *mut c_void);
    /// printf().
    #[unsafe(no_mangle)]
    pub static mbedtls_printf: Hook = Hook::new(libc::printf as *mut c_void);
    /// fprintf().
    #[unsafe(no_mangle)]
    pub static mbedtls_fprintf: Hook = Hook::new(libc::fprintf as *mut c_void);
    /// snprintf().
    #[unsafe(no_mangle)]
    pub static mbedtls_snprintf: Hook = Hook::new(libc::snprintf as *mut c_void);
    /// vsnprintf().
    #[unsafe(no_mangle)]
    pub static mbedtls_vsnprintf: Hook = Hook::new(c_library::vsnprintf as *mut c_void);
    /// setbuf().
    #[unsafe(no_mangle)]
    pub static mbedtls_setbuf: Hook = Hook::new(c_library::setbuf as *mut c_void);
    /// exit().
    #[unsafe(no_mangle)]
    pub static mbedtls_exit: Hook = Hook::new(libc::exit as *mut c_void);

    /// What `mbedtls_time` is at first.
    pub(super) static SYSTEM_TIME: Hook = Hook::new(libc::time as *mut c_void);
}

/// The clock of the application, if it set one.
pub(crate) fn clock() -> Option<Clock> {
    let clock = variables::mbedtls_time.load(Ordering::Acquire);
    let system = variables::SYSTEM_TIME.load(Ordering::Relaxed);
    // SAFETY: not NULL, and by the application's promise a function like time().
    (clock != system && !clock.is_null()).then(|| unsafe { core::mem::transmute::<*mut c_void, Clock>(clock) })
}

/// Prints a text where the application prints.
pub(crate) fn print(text: &str) {
    let function = variables::mbedtls_printf.load(Ordering::Acquire);
    if function.is_null() {
        return;
    }
    let len = c_int::try_from(text.len()).unwrap_or(c_int::MAX);
    // SAFETY: not NULL, and by the application's promise a function like printf(). The format asks for a length and that
    // many characters, and they are there.
    unsafe { core::mem::transmute::<*mut c_void, Printf>(function)(c"%.*s".as_ptr(), len, text.as_ptr()) };
}

/// Sets a variable: 0, or an error if there is no function.
fn set(variable: &Hook, function: Function) -> c_int {
    guard(MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED, || {
        let Some(function) = function else {
            return MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED;
        };
        variable.store(function as *mut c_void, Ordering::Release);
        0
    })
}

/// Sets the clock, in seconds since 1970.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_time(time_func: Function) -> c_int {
    set(&variables::mbedtls_time, time_func)
}

/// Sets printf().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_printf(printf_func: Function) -> c_int {
    set(&variables::mbedtls_printf, printf_func)
}

/// Sets fprintf().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_fprintf(fprintf_func: Function) -> c_int {
    set(&variables::mbedtls_fprintf, fprintf_func)
}

/// Sets snprintf().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_snprintf(snprintf_func: Function) -> c_int {
    set(&variables::mbedtls_snprintf, snprintf_func)
}

/// Sets vsnprintf().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_vsnprintf(vsnprintf_func: Function) -> c_int {
    set(&variables::mbedtls_vsnprintf, vsnprintf_func)
}

/// Sets setbuf().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_setbuf(setbuf_func: Function) -> c_int {
    set(&variables::mbedtls_setbuf, setbuf_func)
}

/// Sets exit().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_platform_set_exit(exit_func: Function) -> c_int {
    set(&variables::mbedtls_exit, exit_func)
}
