//! `mbedtls/timing.h`: a timer with two delays.

use core::ffi::{c_int, c_ulong, c_void};

use super::guard::guard;

/// A moment of the monotonic clock.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(opaque)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_timing_hr_time {
    /// Milliseconds of the monotonic clock; the rest is not used.
    pub opaque: [u64; 4],
}

/// A timer with an intermediate and a final delay.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(timer), MBEDTLS_PRIVATE(int_ms), MBEDTLS_PRIVATE(fin_ms)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_timing_delay_context {
    /// When the timer was set.
    pub timer: mbedtls_timing_hr_time,
    /// The intermediate delay, in milliseconds.
    pub int_ms: u32,
    /// The final delay, in milliseconds; 0: the timer is cancelled.
    pub fin_ms: u32,
}

/// Milliseconds of the monotonic clock.
fn now() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the clock exists on every system with this interface, and `time` is writable.
    unsafe { libc::clock_gettime(libc::CLOCK_MONOTONIC, &raw mut time) };
    let part = |value| u64::try_from(value).unwrap_or(0);
    part(time.tv_sec)
        .saturating_mul(1000)
        .saturating_add(part(time.tv_nsec) / 1_000_000)
}

/// The time since a timer was reset.
///
/// \param val    The timer.
/// \param reset  Not 0: reset it and return 0.
///
/// \return  Milliseconds; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_timer(val: *mut mbedtls_timing_hr_time, reset: c_int) -> c_ulong {
    guard(0, || {
        // SAFETY: `val` is NULL or a whole timer.
        let Some(timer) = (unsafe { val.as_mut() }) else {
            return 0;
        };
        let (now, start) = (now(), timer.opaque[0]);
        if reset != 0 {
            timer.opaque[0] = now;
            return 0;
        }
        c_ulong::try_from(now.saturating_sub(start)).unwrap_or(c_ulong::MAX)
    })
}

/// Sets a timer. In the form that mbedtls_ssl_set_timer_cb() takes.
///
/// \param data    A `mbedtls_timing_delay_context`; NULL is ignored.
/// \param int_ms  The intermediate delay, in milliseconds.
/// \param fin_ms  The final delay, in milliseconds; 0 cancels the timer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_set_delay(data: *mut c_void, int_ms: u32, fin_ms: u32) {
    guard((), || {
        // SAFETY: `data` is NULL or a whole context.
        if let Some(delay) = unsafe { data.cast::<mbedtls_timing_delay_context>().as_mut() } {
            delay.int_ms = int_ms;
            delay.fin_ms = fin_ms;
            if fin_ms != 0 {
                delay.timer.opaque[0] = now();
            }
        }
    });
}

/// How far a timer is. In the form that mbedtls_ssl_set_timer_cb() takes.
///
/// \param data  A `mbedtls_timing_delay_context`.
///
/// \return  -1: cancelled (or NULL); 0: no delay has passed; 1: the intermediate one has; 2: the final one has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_delay(data: *mut c_void) -> c_int {
    guard(-1, || {
        // SAFETY: `data` is NULL or a whole context.
        let Some(delay) = (unsafe { data.cast::<mbedtls_timing_delay_context>().as_ref() }) else {
            return -1;
        };
        if delay.fin_ms == 0 {
            return -1;
        }
        let elapsed = now().saturating_sub(delay.timer.opaque[0]);
        if elapsed >= u64::from(delay.fin_ms) {
            2
        } else {
            c_int::from(elapsed >= u64::from(delay.int_ms))
        }
    })
}

/// The final delay of a timer.
///
/// \param data  The timer.
/// \return      Milliseconds; 0 if it is cancelled, or for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_timing_get_final_delay(data: *const mbedtls_timing_delay_context) -> u32 {
    // SAFETY: `data` is NULL or a whole context.
    guard(0, || unsafe { data.as_ref() }.map_or(0, |delay| delay.fin_ms))
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr;

    #[test]
    fn delays_pass_in_order() {
        // SAFETY: a whole context.
        unsafe {
            let mut delay: mbedtls_timing_delay_context = core::mem::zeroed();
            let data = (&raw mut delay).cast();
            assert_eq!(mbedtls_timing_get_delay(data), -1);
            mbedtls_timing_set_delay(data, 60_000, 120_000);
            assert_eq!(mbedtls_timing_get_delay(data), 0);
            assert_eq!(mbedtls_timing_get_final_delay(&raw const delay), 120_000);
            mbedtls_timing_set_delay(data, 0, 120_000);
            assert_eq!(mbedtls_timing_get_delay(data), 1);
            mbedtls_timing_set_delay(data, 0, 1);
            delay.timer.opaque[0] -= 10;
            assert_eq!(mbedtls_timing_get_delay(data), 2);
            mbedtls_timing_set_delay(data, 0, 0);
            assert_eq!(mbedtls_timing_get_delay(data), -1);
            assert_eq!(mbedtls_timing_get_timer(&raw mut delay.timer, 1), 0);
        }
        assert_eq!(size_of::<mbedtls_timing_delay_context>(), 40);
        assert_eq!(size_of::<mbedtls_timing_hr_time>(), 32);
    }

    #[test]
    fn null_everywhere() {
        // SAFETY: NULL is allowed.
        unsafe {
            mbedtls_timing_set_delay(ptr::null_mut(), 1, 2);
            assert_eq!(mbedtls_timing_get_delay(ptr::null_mut()), -1);
            assert_eq!(mbedtls_timing_get_final_delay(ptr::null()), 0);
            assert_eq!(mbedtls_timing_get_timer(ptr::null_mut(), 1), 0);
        }
    }
}
