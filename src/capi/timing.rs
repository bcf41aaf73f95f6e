//! `mbedtls/timing.h`: a stopwatch, and the pair of delays that DTLS works with.

use super::guard::guard;
use super::platform_time::now_ms;
use super::ptr;
use core::ffi::{c_int, c_ulong, c_void};

/// When a stopwatch was started.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(opaque)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_timing_hr_time {
    /// Milliseconds of the monotonic clock; the rest is not to be touched.
    pub opaque: [u64; 4],
}

/// An intermediate and a final delay.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(timer), MBEDTLS_PRIVATE(int_ms), MBEDTLS_PRIVATE(fin_ms)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_timing_delay_context {
    /// When the delays were set.
    pub timer: mbedtls_timing_hr_time,
    /// The intermediate delay, in milliseconds.
    pub int_ms: u32,
    /// The final delay, in milliseconds; 0 if it is cancelled.
    pub fin_ms: u32,
}

/// Starts a stopwatch, or reads it.
///
/// \param val  The stopwatch.
/// \param reset  Not 0 to start it.
///
/// \return  0 when it is started, else the milliseconds since then.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_timer(val: *mut mbedtls_timing_hr_time, reset: c_int) -> c_ulong {
    guard(0, || {
        if reset != 0 {
            // SAFETY: C passes NULL or a stopwatch, which need not be initialised.
            unsafe {
                ptr::store(
                    val,
                    mbedtls_timing_hr_time {
                        opaque: [now_ms(), 0, 0, 0],
                    },
                )
            };
            return 0;
        }
        // SAFETY: C passes NULL or a stopwatch that was started.
        match unsafe { ptr::as_ref(val) } {
            Some(&mbedtls_timing_hr_time { opaque: [started, ..] }) => {
                c_ulong::try_from(now_ms().saturating_sub(started)).unwrap_or(c_ulong::MAX)
            }
            None => 0,
        }
    })
}

/// Sets both delays, counted from now. Made to be the `f_set_timer` of mbedtls_ssl_set_timer_cb().
///
/// \param data  A `mbedtls_timing_delay_context`.
/// \param int_ms  The intermediate delay, in milliseconds.
/// \param fin_ms  The final delay, in milliseconds; 0 cancels both.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_set_delay(data: *mut c_void, int_ms: u32, fin_ms: u32) {
    guard((), || {
        let timer = mbedtls_timing_hr_time {
            opaque: [now_ms(), 0, 0, 0],
        };
        // SAFETY: C passes NULL or a context, which need not be initialised.
        unsafe { ptr::store(data.cast(), mbedtls_timing_delay_context { timer, int_ms, fin_ms }) };
    });
}

/// Tells which delays have passed. Made to be the `f_get_timer` of mbedtls_ssl_set_timer_cb().
///
/// \param data  A `mbedtls_timing_delay_context` that mbedtls_timing_set_delay() was called for.
///
/// \return  -1 if they are cancelled (or `data` is NULL), 0 if none has passed, 1 if the intermediate one has, 2 if both
/// have.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_delay(data: *mut c_void) -> c_int {
    guard(-1, || {
        // SAFETY: C passes NULL or a context.
        let Some(context) = (unsafe { ptr::as_ref(data.cast::<mbedtls_timing_delay_context>()) }) else {
            return -1;
        };
        let [started, ..] = context.timer.opaque;
        let passed = now_ms().saturating_sub(started);
        match (context.int_ms, context.fin_ms) {
            (_, 0) => -1,
            (_, fin_ms) if passed >= u64::from(fin_ms) => 2,
            (int_ms, _) if passed >= u64::from(int_ms) => 1,
            _ => 0,
        }
    })
}

/// The final delay.
///
/// \param data  The context.
///
/// \return  It in milliseconds; 0 if it is cancelled.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_final_delay(data: *const mbedtls_timing_delay_context) -> u32 {
    // SAFETY: C passes NULL or a context.
    guard(0, || unsafe { ptr::as_ref(data) }.map_or(0, |context| context.fin_ms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    /// In seconds, because a monotonic clock may have begun a minute ago.
    #[test]
    fn delays_pass_in_order() {
        let mut context = mbedtls_timing_delay_context {
            timer: mbedtls_timing_hr_time { opaque: [0; 4] },
            int_ms: 0,
            fin_ms: 0,
        };
        let data: *mut c_void = (&raw mut context).cast();
        // SAFETY: a whole context.
        unsafe {
            assert_eq!(mbedtls_timing_get_delay(data), -1);
            mbedtls_timing_set_delay(data, 10_000, 20_000);
            assert_eq!(mbedtls_timing_get_delay(data), 0);
            assert_eq!(mbedtls_timing_get_final_delay(data.cast()), 20_000);
            mbedtls_timing_set_delay(data, 0, 20_000);
            assert_eq!(mbedtls_timing_get_delay(data), 1);
            (*data.cast::<mbedtls_timing_delay_context>()).timer.opaque[0] -= 20_000;
            assert_eq!(mbedtls_timing_get_delay(data), 2);
            mbedtls_timing_set_delay(data, 0, 0);
            assert_eq!(mbedtls_timing_get_delay(data), -1);
        }
    }

    #[test]
    fn stopwatch() {
        let mut watch = mbedtls_timing_hr_time { opaque: [0; 4] };
        // SAFETY: a whole stopwatch.
        unsafe {
            assert_eq!(mbedtls_timing_get_timer(&raw mut watch, 1), 0);
            watch.opaque[0] -= 5000;
            assert!((5000..60_000).contains(&mbedtls_timing_get_timer(&raw mut watch, 0)));
        }
    }

    #[test]
    fn null_pointers() {
        // SAFETY: NULL is allowed.
        unsafe {
            assert_eq!(mbedtls_timing_get_timer(null_mut(), 1), 0);
            assert_eq!(mbedtls_timing_get_timer(null_mut(), 0), 0);
            mbedtls_timing_set_delay(null_mut(), 1, 2);
            assert_eq!(mbedtls_timing_get_delay(null_mut()), -1);
            assert_eq!(mbedtls_timing_get_final_delay(null()), 0);
        }
    }
}
