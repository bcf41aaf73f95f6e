//! No panic crosses into C: every exported function's body runs inside [`guard`], or, where it works on a connection, in
//! a call of `ssl::drive`, which also poisons the connection.
//!
//! A panic is a fault of ours, and an error code hides it: a test that expects a call to fail would take it for the refusal it
//! waits for. So a build with debug assertions, which tests, C programs compared with 3.6 and fuzzing use, ends the process
//! there. A release returns the code, and the program that it is part of goes on.

use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use core::ffi::c_int;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `body`; `None` if it panics, in a release. See the module.
pub(super) fn caught<R>(body: impl FnOnce() -> R) -> Option<R> {
    let done = catch_unwind(AssertUnwindSafe(body)).ok();
    if cfg!(debug_assertions) && done.is_none() && !is_expected() {
        // What it says stands before this; there is nobody to tell if that cannot be written.
        let _ = std::io::Write::write_all(&mut std::io::stderr(), ENDS);
        std::process::abort();
    }
    done
}

/// Said before the end.
const ENDS: &[u8] =
    b"ferrotls: that panic is a fault of the library; a build with debug assertions ends here, a release returns \
      an error code\n";

/// Runs `body`; if it panics (a fault of ours), returns `fallback` instead of unwinding into C.
pub fn guard<R>(fallback: R, body: impl FnOnce() -> R) -> R {
    caught(body).unwrap_or(fallback)
}

/// Runs `body` as [`guard`] does: 0 if it succeeds, its error otherwise.
pub fn guarded(body: impl FnOnce() -> Result<(), c_int>) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || body().err().unwrap_or(0))
}

#[cfg(not(test))]
const fn is_expected() -> bool {
    false
}

#[cfg(test)]
pub(super) use tests::{as_release, is_expected};

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    thread_local! {
        static EXPECTED: Cell<bool> = const { Cell::new(false) };
    }

    pub(in super::super) fn is_expected() -> bool {
        EXPECTED.get()
    }

    /// Runs `body`, which panics on purpose, with the guards of a release.
    pub(in super::super) fn as_release<R>(body: impl FnOnce() -> R) -> R {
        EXPECTED.set(true);
        let done = body();
        EXPECTED.set(false);
        done
    }

    #[test]
    fn a_panic_becomes_the_fallback() {
        as_release(|| {
            assert_eq!(guard(-1, || panic!("caught")), -1);
            assert_eq!(guarded(|| panic!("caught")), MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED);
        });
        assert_eq!(guard(-1, || 7), 7);
        assert_eq!(guarded(|| Ok(())), 0);
        assert_eq!(guarded(|| Err(-5)), -5);
    }

    /// This program once more, for one test, which panics.
    #[test]
    #[cfg(debug_assertions)]
    fn a_panic_ends_a_build_with_debug_assertions() {
        const AGAIN: &str = "FERROTLS_PANICS";
        if std::env::var_os(AGAIN).is_some() {
            guard((), || panic!("a fault of ours"));
            return;
        }
        let run = std::process::Command::new(std::env::current_exe().unwrap())
            .args([
                "--exact",
                "--nocapture",
                "capi::guard::tests::a_panic_ends_a_build_with_debug_assertions",
            ])
            .env(AGAIN, "1")
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&run.stderr);
        assert_eq!(
            std::os::unix::process::ExitStatusExt::signal(&run.status),
            Some(libc::SIGABRT),
            "{said}"
        );
        assert!(said.contains("a fault of ours") && said.contains("ends here"), "{said}");
    }
}
