//! No panic crosses into C: every exported function's body runs inside [`guard`], or, where it works on a connection, in
//! a call of `ssl::drive`, which also poisons the connection.

use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs `body`; if it panics (a fault of ours), returns `fallback` instead of unwinding into C.
pub fn guard<R>(fallback: R, body: impl FnOnce() -> R) -> R {
    catch_unwind(AssertUnwindSafe(body)).unwrap_or(fallback)
}

#[cfg(test)]
mod tests {
    use super::guard;

    #[test]
    fn a_panic_becomes_the_fallback() {
        assert_eq!(guard(-1, || panic!("caught")), -1);
        assert_eq!(guard(-1, || 7), 7);
    }
}
