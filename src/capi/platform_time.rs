//! `mbedtls/platform_time.h`: the types of time.

use super::guard::guard;

/// Seconds since 1970.
///
/// cbindgen:ignore
pub type mbedtls_time_t = libc::time_t;

/// Milliseconds since an arbitrary moment.
pub type mbedtls_ms_time_t = i64;

/// The time, in milliseconds since an arbitrary moment; it never goes back.
///
/// \return  The time.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ms_time() -> mbedtls_ms_time_t {
    guard(0, || {
        mbedtls_ms_time_t::try_from(now_ms()).unwrap_or(mbedtls_ms_time_t::MAX)
    })
}

/// Milliseconds of the monotonic clock.
pub(crate) fn now_ms() -> u64 {
    clock_ms(libc::CLOCK_MONOTONIC)
}

/// Milliseconds since 1970. Tickets are dated with it: they may be used after a restart, and by another machine.
pub(crate) fn wall_ms() -> u64 {
    clock_ms(libc::CLOCK_REALTIME)
}

/// Milliseconds of a clock of the system.
fn clock_ms(clock: libc::clockid_t) -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    // SAFETY: the clock exists on every system with this interface, and `time` is writable.
    unsafe { libc::clock_gettime(clock, &raw mut time) };
    let part = |value| u64::try_from(value).unwrap_or(0);
    part(time.tv_sec)
        .saturating_mul(1000)
        .saturating_add(part(time.tv_nsec) / 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_does_not_go_back() {
        let before = mbedtls_ms_time();
        assert!(before > 0 && mbedtls_ms_time() >= before);
    }
}
