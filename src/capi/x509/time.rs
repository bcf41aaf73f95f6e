//! Dates: comparing them with each other and with the clock.

use std::ffi::c_int;

use super::{MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR, mbedtls_x509_time};
use crate::capi::guard::guard;
use crate::capi::platform_time::{mbedtls_time_t, wall_s};
use crate::capi::ptr::store;
use crate::capi::x509_crt::object::time;
use crate::pki::Time;

/// Compares two dates.
///
/// \param t1  A date.
/// \param t2  Another.
///
/// \return  Less than 0 if `t1` is before `t2`, 0 if they are equal, more than 0 if it is after it; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_cmp(t1: *const mbedtls_x509_time, t2: *const mbedtls_x509_time) -> c_int {
    guard(0, || {
        // SAFETY: both are NULL or dates.
        match unsafe { (t1.as_ref(), t2.as_ref()) } {
            (Some(t1), Some(t2)) => t1.cmp(t2) as c_int,
            _ => 0,
        }
    })
}

/// Tells the date of a count of seconds.
///
/// \param tt   Seconds since 1970-01-01 00:00:00 UTC.
/// \param now  Set to the date, UTC.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_gmtime(tt: mbedtls_time_t, now: *mut mbedtls_x509_time) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        if now.is_null() {
            return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
        }
        // SAFETY: `now` is not NULL, and so a place for a date.
        unsafe { store(now, time(Time::from_unix(tt))) };
        0
    })
}

/// Tells whether a date lies before now.
///
/// \param to  The date, such as the end of a validity.
///
/// \return  1 if it does, and for NULL; 0 if not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_is_past(to: *const mbedtls_x509_time) -> c_int {
    guard(1, || {
        // SAFETY: `to` is NULL or a date.
        let to = unsafe { to.as_ref() };
        to.map_or(1, |to| c_int::from(*to < time(today())))
    })
}

/// Tells whether a date lies after now.
///
/// \param from  The date, such as the begin of a validity.
///
/// \return  1 if it does, and for NULL; 0 if not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_time_is_future(from: *const mbedtls_x509_time) -> c_int {
    guard(1, || {
        // SAFETY: `from` is NULL or a date.
        let from = unsafe { from.as_ref() };
        from.map_or(1, |from| c_int::from(*from > time(today())))
    })
}

/// The date and time of day now, in UTC.
pub(in crate::capi) fn today() -> Time {
    Time::from_unix(wall_s())
}
