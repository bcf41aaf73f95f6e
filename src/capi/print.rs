//! Printing for the few functions that print: self tests, and a number written to no file.

/// Writes text to the standard output, through the C library, so that it stands where it belongs among what the
/// program prints. A NUL in it ends it.
pub(in crate::capi) fn print(text: &[u8]) {
    let text = text.split(|byte| *byte == 0).next().unwrap_or_default();
    let len = core::ffi::c_int::try_from(text.len()).unwrap_or(core::ffi::c_int::MAX);
    // SAFETY: the format takes a length and as many bytes of text. What cannot be printed is lost, as in 3.6.
    unsafe { libc::printf(c"%.*s".as_ptr(), len, text.as_ptr()) };
}
