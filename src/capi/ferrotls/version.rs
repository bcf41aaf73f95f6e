//! Which library this is.

use core::ffi::{CStr, c_char};
use std::ptr;

use crate::capi::guard::guard;

/// The version as text, ended by NUL.
const VERSION: &CStr = match CStr::from_bytes_with_nul(concat!(env!("CARGO_PKG_VERSION"), "\0").as_bytes()) {
    Ok(text) => text,
    Err(_) => panic!("a version has no NUL in it"),
};

/// The version of ferrotls itself, such as "0.1.0". A program that was built for Mbed TLS can look this symbol up at run
/// time to learn which library it runs on.
///
/// \return  A string that is never freed.
#[unsafe(no_mangle)]
pub extern "C" fn ferrotls_version() -> *const c_char {
    guard(ptr::null(), || VERSION.as_ptr())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn version_is_that_of_the_package() {
        // SAFETY: a static string with its end.
        let text = unsafe { CStr::from_ptr(ferrotls_version()) };
        assert_eq!(text.to_str(), Ok(env!("CARGO_PKG_VERSION")));
    }
}
