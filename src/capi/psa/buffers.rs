//! Input and output of an operation: that may be the same memory, and what is left of a buffer.

use super::keys::Outcome;
use super::values::{PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_ARGUMENT};
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

/// What stands between the last byte written and the end of a buffer for a signature or a MAC, so that a program that does
/// not look at the status has nothing that looks like one.
const FILLER: u8 = b'!';

/// Writes a signature or MAC, and filler behind it; on failure filler alone.
///
/// # Safety
/// `size` bytes are writable at `out`; `length` is NULL or valid.
pub(super) unsafe fn write_tag(tag: Outcome<Vec<u8>>, out: *mut u8, size: usize, length: *mut usize) -> Outcome<()> {
    // SAFETY: writable by the caller's promise.
    unsafe {
        if size > 0 && !out.is_null() {
            out.write_bytes(FILLER, size);
        }
    }
    let tag = tag?;
    if tag.len() > size {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    // SAFETY: there is room (checked above); the length is the caller's promise.
    unsafe {
        ptr::copy_out(&tag, out);
        ptr::store(length, tag.len());
    }
    Ok(())
}
