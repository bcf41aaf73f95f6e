//! `mbedtls/version.h`: which release of Mbed TLS this interface is that of, and what works.

use super::guard::guard;
use super::ptr;
use crate::options::OPTIONS;
use core::ffi::{c_char, c_int, c_uint};

/// Number of the release, a byte each for major, minor and patch, then a zero byte.
const NUMBER: c_uint = 0x0306_0600;
/// Its text.
const TEXT: &str = "3.6.6";
/// Its text with the name of the interface.
const FULL_TEXT: &str = "Mbed TLS 3.6.6";

/// Number of the release whose interface this is: MBEDTLS_VERSION_NUMBER when the library was built.
///
/// \return  0xMMmmpp00: its major, minor and patch number in a byte each.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_version_get_number() -> c_uint {
    guard(NUMBER, || NUMBER)
}

/// Writes the release whose interface this is, such as "3.6.6".
///
/// \param string  At least 9 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_get_string(string: *mut c_char) {
    guard((), || {
        // SAFETY: the caller promises NULL or 9 bytes.
        unsafe { ptr::write_c_str(TEXT, string, 9) };
    });
}

/// Writes the name and release of the interface, such as "Mbed TLS 3.6.6".
///
/// \param string  At least 18 bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_get_string_full(string: *mut c_char) {
    guard((), || {
        // SAFETY: the caller promises NULL or 18 bytes.
        unsafe { ptr::write_c_str(FULL_TEXT, string, 18) };
    });
}

/// Tells whether a feature works.
///
/// \param feature  Name of its macro in mbedtls_config.h, such as "MBEDTLS_SSL_PROTO_TLS1_3".
///
/// \return  0 if it does, -1 if not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_version_check_feature(feature: *const c_char) -> c_int {
    guard(-1, || {
        // SAFETY: the caller promises NULL or a string.
        let Some(feature) = (unsafe { ptr::utf8(feature) }) else {
            return -1;
        };
        if features().any(|name| name == feature) { 0 } else { -1 }
    })
}

/// The feature macros that mbedtls_config.h defines where the options are those of this library: the header itself is
/// the list.
fn features() -> impl Iterator<Item = &'static str> {
    let options = OPTIONS.iter().filter(|(_, there)| *there).map(|(name, _)| *name);
    let mut defined: Vec<&str> = options.collect();
    // Whether what stands in each `#if` that is open counts.
    let mut open = Vec::new();
    for line in include_str!("../../include/mbedtls/mbedtls_config.h").lines() {
        if let Some(condition) = line.strip_prefix("#if ") {
            open.push(holds(condition, &defined));
        } else if line.starts_with("#ifndef ") {
            open.push(true);
        } else if line.starts_with("#endif") {
            open.pop();
        } else if let Some(rest) = line.strip_prefix("#define ")
            && open.iter().all(|counts| *counts)
            && let Some(name) = rest.split_whitespace().next()
        {
            defined.push(name);
        }
    }
    defined.into_iter().filter(|name| !name.ends_with("_H"))
}

/// Whether a condition of mbedtls_config.h holds: `defined(A)` and `!defined(A)`, with `&&` which binds closer, and `||`.
fn holds(condition: &str, defined: &[&str]) -> bool {
    let term = |term: &str| {
        let (positive, term) = match term.trim().strip_prefix('!') {
            Some(rest) => (false, rest),
            None => (true, term.trim()),
        };
        let name = term.trim_start_matches("defined(").trim_end_matches(')');
        defined.contains(&name) == positive
    };
    condition.split("||").any(|all| all.split("&&").all(term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::null_mut;

    #[test]
    fn release_as_number_and_text() {
        assert_eq!(mbedtls_version_get_number(), 0x0306_0600);
        let mut text = [b'x' as c_char; 18];
        // SAFETY: 18 bytes.
        unsafe {
            mbedtls_version_get_string(text.as_mut_ptr());
            assert_eq!(ptr::c_str(text.as_ptr()), Some(c"3.6.6"));
            mbedtls_version_get_string_full(text.as_mut_ptr());
            assert_eq!(ptr::c_str(text.as_ptr()), Some(c"Mbed TLS 3.6.6"));
        }
    }

    #[test]
    fn features_are_those_of_the_header() {
        // SAFETY: strings.
        unsafe {
            let tls13 = if cfg!(feature = "tls13") { 0 } else { -1 };
            assert_eq!(
                mbedtls_version_check_feature(c"MBEDTLS_SSL_PROTO_TLS1_3".as_ptr()),
                tls13
            );
            let tls12 = if cfg!(feature = "tls12") { 0 } else { -1 };
            assert_eq!(
                mbedtls_version_check_feature(c"MBEDTLS_SSL_PROTO_TLS1_2".as_ptr()),
                tls12
            );
            // Which the header defines under a condition.
            assert_eq!(
                mbedtls_version_check_feature(c"MBEDTLS_SSL_RENEGOTIATION".as_ptr()),
                tls12
            );
            assert_eq!(mbedtls_version_check_feature(c"MBEDTLS_SSL_TLS_C".as_ptr()), 0);
            assert_eq!(mbedtls_version_check_feature(c"MBEDTLS_SSL_PROTO_DTLS".as_ptr()), -1);
            assert_eq!(mbedtls_version_check_feature(c"SSL_PROTO_TLS1_3".as_ptr()), -1);
            assert_eq!(mbedtls_version_check_feature(c"".as_ptr()), -1);
        }
    }

    #[test]
    fn conditions_of_the_header() {
        let defined = ["A", "B"];
        for (condition, result) in [
            ("defined(A)", true),
            ("!defined(A)", false),
            ("defined(C)", false),
            ("defined(C) || defined(B)", true),
            ("defined(A) && defined(C)", false),
            ("defined(A) && !defined(C)", true),
            ("defined(C) && defined(A) || defined(B)", true),
        ] {
            assert_eq!(holds(condition, &defined), result, "{condition}");
        }
    }

    #[test]
    fn null() {
        // SAFETY: NULL is allowed.
        unsafe {
            mbedtls_version_get_string(null_mut());
            mbedtls_version_get_string_full(null_mut());
            assert_eq!(mbedtls_version_check_feature(core::ptr::null()), -1);
        }
    }
}
