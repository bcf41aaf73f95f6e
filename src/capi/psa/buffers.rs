//! Input and output of an operation that may be the same memory.

use super::keys::Outcome;
use super::values::PSA_ERROR_INVALID_ARGUMENT;
use crate::capi::ptr;
use zeroize::Zeroizing;

/// What a program passes as input.
pub(super) type Input = (*const u8, usize);
/// What a program passes for output.
pub(super) type Output = (*mut u8, usize);

/// Hands input and the first `needed` bytes of output to `body`. Where they overlap, the input is copied first. What `body`
/// returns comes back; `needed` is at most the output's size.
///
/// # Safety
/// The input is readable and the output writable, and nothing else uses them meanwhile.
pub(super) unsafe fn through<T>(
    input: Input,
    output: Output,
    needed: usize,
    body: impl FnOnce(&[u8], &mut [u8]) -> Outcome<T>,
) -> Outcome<T> {
    let room = needed.min(output.1);
    // SAFETY: the caller's promise. The input is only looked at before the output is borrowed, or lies apart from it.
    unsafe {
        let from = ptr::bytes(input.0, input.1).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let (start, end) = (input.0.addr(), input.0.addr().saturating_add(input.1));
        let (out_start, out_end) = (output.0.addr(), output.0.addr().saturating_add(room));
        if start < out_end && out_start < end {
            let copy = Zeroizing::new(from.to_vec());
            body(&copy, ptr::bytes_mut(output.0, room).ok_or(PSA_ERROR_INVALID_ARGUMENT)?)
        } else {
            body(from, ptr::bytes_mut(output.0, room).ok_or(PSA_ERROR_INVALID_ARGUMENT)?)
        }
    }
}
