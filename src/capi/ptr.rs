//! Every conversion between what C hands over and what Rust works with: enums, slices, strings, contexts.
//!
//! A C program may pass NULL anywhere and any number where an enum is declared; nothing here is undefined for those.
//! What C promises and cannot be checked (that a pointer with a length points at that many bytes, that a string ends)
//! is the caller's side of each `unsafe fn`.

use core::ffi::{CStr, c_char, c_int};
use core::mem::{MaybeUninit, size_of};
use std::borrow::Cow;

/// A C enum: all its values, and each one's number.
pub trait CEnum: Copy + 'static {
    /// Every value.
    const ALL: &'static [Self];
    /// The value's number in C.
    fn number(self) -> c_int;
}

/// Implements [`CEnum`] for an enum whose values are listed.
macro_rules! c_enum {
    ($name:ident: $($value:ident),+ $(,)?) => {
        impl $crate::capi::ptr::CEnum for $name {
            const ALL: &'static [Self] = &[$(Self::$value),+];
            fn number(self) -> core::ffi::c_int {
                self as core::ffi::c_int
            }
        }
    };
}
pub(crate) use c_enum;

/// The number that C passed for an enum, whether or not the enum has such a value.
pub fn enum_number<E: CEnum>(value: MaybeUninit<E>) -> c_int {
    const { assert!(size_of::<E>() == size_of::<c_int>()) };
    // SAFETY: C initialised all bytes of the argument or field, the sizes are equal, and any bytes are a `c_int`.
    unsafe { value.as_ptr().cast::<c_int>().read_unaligned() }
}

/// The value that C passed for an enum, or `None` if the enum has no such value.
pub fn enum_value<E: CEnum>(value: MaybeUninit<E>) -> Option<E> {
    let number = enum_number(value);
    E::ALL.iter().copied().find(|candidate| candidate.number() == number)
}

/// `len` bytes at `data`; empty if `data` is NULL and `len` is 0; `None` if NULL comes with a length, or the length is
/// more than any object has.
///
/// # Safety
/// If `data` is not NULL, `len` bytes must be readable there for as long as the slice lives, and nothing may write them.
pub unsafe fn bytes<'a>(data: *const u8, len: usize) -> Option<&'a [u8]> {
    if len == 0 {
        return Some(&[]);
    }
    if data.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: not NULL and not too long (checked above); readable and unwritten by the caller's promise.
    Some(unsafe { core::slice::from_raw_parts(data, len) })
}

/// As [`bytes`], for writing.
///
/// # Safety
/// If `data` is not NULL, `len` initialised bytes must be there that nothing else uses while the slice lives.
pub unsafe fn bytes_mut<'a>(data: *mut u8, len: usize) -> Option<&'a mut [u8]> {
    if len == 0 {
        return Some(&mut []);
    }
    if data.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: not NULL and not too long (checked above); exclusive by the caller's promise.
    Some(unsafe { core::slice::from_raw_parts_mut(data, len) })
}

/// As [`bytes_mut`], for memory whose bytes C may not have initialised.
///
/// # Safety
/// If `data` is not NULL, `len` writable bytes must be there that nothing else uses while the slice lives.
pub unsafe fn uninit_bytes<'a>(data: *mut u8, len: usize) -> Option<&'a mut [MaybeUninit<u8>]> {
    if len == 0 {
        return Some(&mut []);
    }
    if data.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: not NULL and not too long (checked above); exclusive by the caller's promise; any bytes are allowed.
    Some(unsafe { core::slice::from_raw_parts_mut(data.cast(), len) })
}

/// Copies `source` to `destination`, which may be uninitialised memory and may overlap nothing of ours. Nothing is
/// written if `destination` is NULL.
///
/// # Safety
/// If `destination` is not NULL, `source.len()` bytes must be writable there.
pub unsafe fn copy_out(source: &[u8], destination: *mut u8) {
    if destination.is_null() {
        return;
    }
    // SAFETY: writable by the caller's promise; `copy` allows the regions to overlap.
    unsafe { core::ptr::copy(source.as_ptr(), destination, source.len()) };
}

/// As [`bytes`], as a copy if the bytes overlap those of `output`, which will be written.
///
/// # Safety
/// As for [`bytes`], but the bytes at `output` may be written.
pub unsafe fn apart<'a>(data: *const u8, len: usize, output: *const u8, output_len: usize) -> Option<Cow<'a, [u8]>> {
    // SAFETY: the caller's promise is the same; if both overlap, the slice ends with this function.
    let bytes = unsafe { bytes(data, len) }?;
    let (start, output_start) = (data as usize, output as usize);
    let overlap = start < output_start.saturating_add(output_len) && output_start < start.saturating_add(len);
    Some(if overlap {
        Cow::Owned(bytes.to_vec())
    } else {
        Cow::Borrowed(bytes)
    })
}

/// Copies `len` bytes from `input` to `output`, which may overlap in any way, and borrows what is at `output` then. Empty if
/// `len` is 0; `None` if a pointer is NULL, or the length is more than any object has.
///
/// # Safety
/// If neither pointer is NULL, `len` bytes must be readable at `input` and writable at `output`, and nothing else may use
/// those at `output` while the slice lives.
pub unsafe fn moved<'a>(input: *const u8, output: *mut u8, len: usize) -> Option<&'a mut [u8]> {
    if len == 0 {
        return Some(&mut []);
    }
    if input.is_null() || output.is_null() || isize::try_from(len).is_err() {
        return None;
    }
    // SAFETY: readable and writable by the caller's promise; `copy` allows the regions to overlap.
    unsafe { core::ptr::copy(input, output, len) };
    // SAFETY: not NULL, not too long, and initialised just now; exclusive by the caller's promise.
    Some(unsafe { core::slice::from_raw_parts_mut(output, len) })
}

/// As [`bytes_mut`], for memory whose bytes C may not have initialised: they are made zero.
///
/// # Safety
/// As for [`uninit_bytes`].
pub unsafe fn cleared<'a>(data: *mut u8, len: usize) -> Option<&'a mut [u8]> {
    // SAFETY: the caller's promise is the same.
    unsafe { uninit_bytes(data, len) }?.fill(MaybeUninit::new(0));
    // SAFETY: the caller's promise is the same, and the bytes are initialised now.
    unsafe { bytes_mut(data, len) }
}

/// A copy of the `N` bytes at `data`; `None` for NULL.
///
/// # Safety
/// If `data` is not NULL, `N` bytes must be readable there.
pub unsafe fn array<const N: usize>(data: *const u8) -> Option<[u8; N]> {
    if data.is_null() {
        return None;
    }
    // SAFETY: readable by the caller's promise; an array of bytes needs no alignment.
    Some(unsafe { data.cast::<[u8; N]>().read() })
}

/// Stores `value` at `destination` unless that is NULL.
///
/// # Safety
/// If `destination` is not NULL, it must be aligned and writable.
pub unsafe fn store<T>(destination: *mut T, value: T) {
    if !destination.is_null() {
        // SAFETY: aligned and writable by the caller's promise; what was there is not dropped, C owns it.
        unsafe { destination.write(value) };
    }
}

/// Makes every byte of the object zero. Nothing happens if `object` is NULL.
///
/// # Safety
/// If `object` is not NULL, it must be aligned and writable, and hold nothing that had to be released.
pub unsafe fn zero<T>(object: *mut T) {
    if !object.is_null() {
        // SAFETY: writable by the caller's promise.
        unsafe { object.write_bytes(0, 1) };
    }
}

/// The string at `text`; `None` for NULL.
///
/// # Safety
/// If `text` is not NULL, it must end with NUL and stay unchanged while the string lives.
pub unsafe fn c_str<'a>(text: *const c_char) -> Option<&'a CStr> {
    if text.is_null() {
        return None;
    }
    // SAFETY: not NULL (checked above); ended and unchanged by the caller's promise.
    Some(unsafe { CStr::from_ptr(text) })
}

/// The string at `text` if it is UTF-8; `None` for NULL or other bytes.
///
/// # Safety
/// As for [`c_str`].
pub unsafe fn utf8<'a>(text: *const c_char) -> Option<&'a str> {
    // SAFETY: the caller's promise is the same.
    unsafe { c_str(text) }?.to_str().ok()
}

/// The name of a file, of any bytes; `None` for NULL.
///
/// # Safety
/// As for [`c_str`].
pub unsafe fn path<'a>(text: *const c_char) -> Option<&'a std::path::Path> {
    use std::os::unix::ffi::OsStrExt;
    // SAFETY: the caller's promise is the same.
    let name = unsafe { c_str(text) }?;
    Some(std::path::Path::new(std::ffi::OsStr::from_bytes(name.to_bytes())))
}

/// Writes `text` and a NUL to a buffer of `size` bytes, cut short if there is no room; nothing if the buffer is NULL or
/// has no byte. Returns how many bytes of the text were written.
///
/// # Safety
/// If `buffer` is not NULL, `size` bytes must be writable there.
pub unsafe fn write_c_str(text: &str, buffer: *mut c_char, size: usize) -> usize {
    let Some(room) = size.checked_sub(1) else { return 0 };
    if buffer.is_null() {
        return 0;
    }
    let source = text.as_bytes();
    let fits = source.get(..room).unwrap_or(source);
    // SAFETY: `fits` and the NUL are at most `size` bytes, writable by the caller's promise.
    unsafe {
        copy_out(fits, buffer.cast());
        buffer.add(fits.len()).write(0);
    }
    fits.len()
}

/// What a context points at, borrowed; `None` for NULL.
///
/// # Safety
/// If `object` is not NULL, it must be aligned, initialised, and unchanged while the reference lives.
pub unsafe fn as_ref<'a, T>(object: *const T) -> Option<&'a T> {
    // SAFETY: the caller's promise.
    unsafe { object.as_ref() }
}

/// What a context points at, borrowed for writing; `None` for NULL. Never to be alive while a callback of the
/// application runs: the callback may use the same object.
///
/// # Safety
/// If `object` is not NULL, it must be aligned, initialised, and used by nothing else while the reference lives.
pub unsafe fn as_mut<'a, T>(object: *mut T) -> Option<&'a mut T> {
    // SAFETY: the caller's promise.
    unsafe { object.as_mut() }
}

#[cfg(test)]
#[cfg(feature = "certificates")]
mod tests {
    use super::*;
    use crate::capi::pk::mbedtls_pk_type_t;

    /// What C does when it passes a number for an enum.
    fn from_number(number: c_int) -> MaybeUninit<mbedtls_pk_type_t> {
        let mut value = MaybeUninit::<mbedtls_pk_type_t>::uninit();
        // SAFETY: both are four bytes.
        unsafe { value.as_mut_ptr().cast::<c_int>().write(number) };
        value
    }

    #[test]
    fn enums_of_any_number() {
        assert_eq!(enum_value(from_number(1)), Some(mbedtls_pk_type_t::MBEDTLS_PK_RSA));
        assert_eq!(enum_value(from_number(99)), None);
        assert_eq!(enum_number(from_number(99)), 99);
    }

    #[test]
    fn null_slices() {
        // SAFETY: NULL pointers are allowed.
        unsafe {
            assert_eq!(bytes(core::ptr::null(), 0), Some(&[][..]));
            assert_eq!(bytes(core::ptr::null(), 1), None);
            assert_eq!(bytes([0u8; 4].as_ptr(), usize::MAX), None);
            assert!(bytes_mut(core::ptr::null_mut(), 1).is_none());
            assert!(utf8(core::ptr::null()).is_none());
            copy_out(b"x", core::ptr::null_mut());
            store::<c_int>(core::ptr::null_mut(), 1);
            zero::<c_int>(core::ptr::null_mut());
        }
    }

    #[test]
    fn strings_are_cut_to_the_buffer() {
        let mut buffer = [b'x' as c_char; 4];
        // SAFETY: the buffer has the size given.
        unsafe {
            assert_eq!(write_c_str("abcdef", buffer.as_mut_ptr(), 4), 3);
            assert_eq!(c_str(buffer.as_ptr()), Some(c"abc"));
            assert_eq!(write_c_str("abcdef", buffer.as_mut_ptr(), 0), 0);
            assert_eq!(write_c_str("abcdef", core::ptr::null_mut(), 9), 0);
            assert_eq!(write_c_str("", buffer.as_mut_ptr(), 1), 0);
            assert_eq!(c_str(buffer.as_ptr()), Some(c""));
        }
    }
}
