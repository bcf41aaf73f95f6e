//! Another library in Rust that a program may link beside ours: it unwinds and catches a panic of its own.

/// 7, out of a panic.
#[unsafe(no_mangle)]
pub extern "C" fn other_catches() -> i32 {
    std::panic::set_hook(Box::new(|_| ()));
    let caught = std::panic::catch_unwind(|| std::panic::panic_any(7_i32));
    caught.err().and_then(|payload| payload.downcast_ref::<i32>().copied()).unwrap_or(0)
}
