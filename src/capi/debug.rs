//! `mbedtls/debug.h`: how much is told to the debug callback.

use core::ffi::c_int;
use core::sync::atomic::{AtomicU8, Ordering};

use super::guard::guard;

/// The threshold of the process.
static THRESHOLD: AtomicU8 = AtomicU8::new(0);

/// Sets how much is told to the debug callbacks of all connections that begin from now on.
///
/// \param threshold  0: nothing; 1: errors; 2: state changes; 3: information; 4: everything.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_debug_set_threshold(threshold: c_int) {
    guard((), || {
        THRESHOLD.store(u8::try_from(threshold.max(0)).unwrap_or(u8::MAX), Ordering::Relaxed)
    });
}

/// The level up to which lines are told.
pub fn threshold() -> u8 {
    THRESHOLD.load(Ordering::Relaxed)
}
