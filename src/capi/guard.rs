//! No panic crosses into C: every exported function's body runs inside [`guard`], or, where it works on a connection, in
//! a call of `ssl::drive`, which also poisons the connection.

use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use core::ffi::c_int;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `body`; if it panics (a fault of ours), returns `fallback` instead of unwinding into C.
pub fn guard<R>(fallback: R, body: impl FnOnce() -> R) -> R {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(fallback)
}

/// Runs `body` as [`guard`] does: 0 if it succeeds, its error otherwise.
pub fn guarded(body: impl FnOnce() -> Result<(), c_int>) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || body().err().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_the_fallback() {
        assert_eq!(guard(-1, || panic!("caught")), -1);
        assert_eq!(guard(-1, || 7), 7);
        assert_eq!(guarded(|| panic!("caught")), MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED);
        assert_eq!(guarded(|| Ok(())), 0);
        assert_eq!(guarded(|| Err(-5)), -5);
    }
}
