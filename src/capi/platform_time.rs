//! `mbedtls/platform_time.h`: the types of time.

use super::guard::guard;
use super::platform::hooks;

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

/// Milliseconds for telling how old something is that lives in memory alone: of the application's clock, if it set one, and
/// otherwise of the monotonic one.
pub(crate) fn age_ms() -> u64 {
    hooks::clock().map_or_else(now_ms, of_application)
}

/// Milliseconds since 1970. Tickets are dated with it: they may be used after a restart, and by another machine.
pub(crate) fn wall_ms() -> u64 {
    hooks::clock().map_or_else(|| clock_ms(libc::CLOCK_REALTIME), of_application)
}

/// Seconds since 1970.
pub(crate) fn wall_s() -> mbedtls_time_t {
    // SAFETY: NULL is allowed.
    hooks::clock().map_or_else(|| unsafe { libc::time(core::ptr::null_mut()) }, seconds)
}

/// Seconds since 1970 by the application's clock.
fn seconds(clock: hooks::Clock) -> mbedtls_time_t {
    // SAFETY: the application promised that it can be called like time(), which NULL is allowed for.
    unsafe { clock(core::ptr::null_mut()) }
}

/// Milliseconds since 1970 by the application's clock, which has seconds only. What is below a second is the system's: it is
/// right where the application's seconds begin with the system's.
fn of_application(clock: hooks::Clock) -> u64 {
    let told = || {
        let before = clock_ms(libc::CLOCK_REALTIME);
        let whole = u64::try_from(seconds(clock)).unwrap_or(0).saturating_mul(1000);
        // Not if a second began in between: what is below it would not belong to it.
        let is_one = clock_ms(libc::CLOCK_REALTIME) / 1000 == before / 1000;
        (whole.saturating_add(before % 1000), is_one)
    };
    match told() {
        (ms, true) => ms,
        _ => told().0,
    }
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
