//! `mbedtls/error.h`: what an error code means, in words.

mod texts;

use super::guard::guard;
use super::ptr;
use core::ffi::{CStr, c_char, c_int};

/// An error without a code of its own.
pub const MBEDTLS_ERR_ERROR_GENERIC_ERROR: c_int = -0x0001;
/// Internal data was found corrupted.
pub const MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED: c_int = -0x006E;
/// A hardware accelerator failed.
pub const MBEDTLS_ERR_PLATFORM_HW_ACCEL_FAILED: c_int = -0x0070;
/// The platform does not support this.
pub const MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED: c_int = -0x0072;

/// Joins an error of a higher module with one of a lower module.
///
/// \param high  The error of the higher module, a multiple of 0x80.
/// \param low  The error of the lower module, above -0x80.
/// \param file,line  Where in a source file; not used.
///
/// \return  Their sum.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_error_add(high: c_int, low: c_int, file: *const c_char, line: c_int) -> c_int {
    let _ = (file, line);
    guard(high, || high.wrapping_add(low))
}

/// What the part of an error code that is from a higher module (SSL, X509, PK ...) means.
///
/// \param error_code  The code, with or without its sign.
///
/// \return  A text that lives for ever, or NULL if the code has no such part or it is not known.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_high_level_strerr(error_code: c_int) -> *const c_char {
    guard(core::ptr::null(), || {
        high_level(error_code.unsigned_abs()).map_or(core::ptr::null(), CStr::as_ptr)
    })
}

/// What the part of an error code that is from a lower module (ASN1, NET, MPI ...) means.
///
/// \param error_code  The code, with or without its sign.
///
/// \return  A text that lives for ever, or NULL if the code has no such part or it is not known.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_low_level_strerr(error_code: c_int) -> *const c_char {
    guard(core::ptr::null(), || {
        low_level(error_code.unsigned_abs()).map_or(core::ptr::null(), CStr::as_ptr)
    })
}

/// Writes what an error code means: module and text of its higher part, then of its lower part, such as
/// "X509 - The structure is malformed : ASN1 - Another tag was expected".
///
/// \param errnum  The code, with or without its sign. For 0 the text is empty.
/// \param buffer,buflen  Where the text goes, cut to fit and ended by NUL; nothing is written if `buflen` is 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_strerror(errnum: c_int, buffer: *mut c_char, buflen: usize) {
    guard((), || {
        let text = describe(errnum.unsigned_abs());
        // SAFETY: C passes NULL or `buflen` writable bytes.
        unsafe { ptr::write_c_str(&text, buffer, buflen) };
    });
}

/// The bits of a code that are a higher module's.
const HIGH: u32 = 0xff80;
/// The bits of a code that are a lower module's.
const LOW: u32 = 0x7f;

/// Text of the higher module's part.
fn high_level(code: u32) -> Option<&'static CStr> {
    texts::find(code & HIGH).filter(|_| code & HIGH != 0)
}

/// Text of the lower module's part.
fn low_level(code: u32) -> Option<&'static CStr> {
    texts::find(code & LOW).filter(|_| code & LOW != 0)
}

/// The whole text of a code.
fn describe(code: u32) -> String {
    let unknown = |part: u32| format!("UNKNOWN ERROR CODE ({part:04X})");
    let text = |found: Option<&CStr>, part: u32| {
        found.map_or_else(|| unknown(part), |text| text.to_string_lossy().into_owned())
    };
    if code & !(HIGH | LOW) != 0 {
        return unknown(code);
    }
    match (code & HIGH, code & LOW) {
        (0, 0) => String::new(),
        (high, 0) => text(high_level(high), high),
        (0, low) => text(low_level(low), low),
        (high, low) => format!("{} : {}", text(high_level(high), high), text(low_level(low), low)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    /// Every error code of the interface has a text that begins with its module's name.
    #[test]
    fn every_code_has_its_text() {
        let table = include_str!("../../tests/data/api/constants.tsv");
        let mut seen = 0;
        for row in table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>()) {
            let Some(name) = row[4].strip_prefix("MBEDTLS_ERR_") else {
                continue;
            };
            let code = row[5].parse::<i32>().unwrap().unsigned_abs();
            let text = texts::find(code)
                .unwrap_or_else(|| panic!("no text for {name}"))
                .to_str()
                .unwrap();
            let module = match text.split_once(" - ").unwrap().0 {
                "BIGNUM" => "MPI",
                module => module,
            };
            assert!(name.starts_with(module), "{name}: {text}");
            seen += 1;
        }
        assert_eq!(seen, texts::TEXTS.len());
    }

    #[test]
    fn parts_are_joined() {
        assert_eq!(describe(0), "");
        assert_eq!(describe(0x50), "NET - The peer reset the connection");
        assert_eq!(describe(0x6800), "SSL - The time allowed for the operation is over");
        assert_eq!(
            describe(0x2180 + 0x62),
            "X509 - The structure is malformed : ASN1 - Another tag was expected"
        );
        assert_eq!(
            describe(0x7f00 + 0x7f),
            "SSL - Out of memory : UNKNOWN ERROR CODE (007F)"
        );
        assert_eq!(describe(0x0180), "UNKNOWN ERROR CODE (0180)");
        assert_eq!(describe(0x10000), "UNKNOWN ERROR CODE (10000)");
        assert_eq!(describe(c_int::MIN.unsigned_abs()), "UNKNOWN ERROR CODE (80000000)");
    }

    #[test]
    fn through_c() {
        let mut buffer = [b'x' as c_char; 8];
        // SAFETY: the buffer has the size given; NULL is allowed; texts live for ever.
        unsafe {
            mbedtls_strerror(-0x50, buffer.as_mut_ptr(), 8);
            assert_eq!(ptr::c_str(buffer.as_ptr()), Some(c"NET - T"));
            mbedtls_strerror(0, buffer.as_mut_ptr(), 8);
            assert_eq!(ptr::c_str(buffer.as_ptr()), Some(c""));
            mbedtls_strerror(-1, null_mut(), 8);
            mbedtls_strerror(-1, buffer.as_mut_ptr(), 0);
            assert_eq!(
                ptr::c_str(mbedtls_low_level_strerr(-0x50)),
                Some(c"NET - The peer reset the connection")
            );
            assert_eq!(
                ptr::c_str(mbedtls_high_level_strerr(-0x7F00)),
                Some(c"SSL - Out of memory")
            );
            assert!(mbedtls_low_level_strerr(-0x7F00).is_null());
            assert!(mbedtls_high_level_strerr(-0x50).is_null());
            assert!(mbedtls_high_level_strerr(0).is_null() && mbedtls_low_level_strerr(c_int::MIN).is_null());
            assert_eq!(mbedtls_error_add(-0x2180, -0x62, null(), 0), -0x2180 - 0x62);
        }
    }
}
