//! `mbedtls/base64.h`: base64.

use core::ffi::{c_int, c_uchar};

use super::error::MBEDTLS_ERR_ERROR_GENERIC_ERROR;
use super::guard::guard;
use super::ptr::{bytes, copy_out, store};
use super::self_test::say;
use crate::base64;

/// The output buffer is too small.
pub const MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL: c_int = -0x002A;
/// The text is not base64.
pub const MBEDTLS_ERR_BASE64_INVALID_CHARACTER: c_int = -0x002C;

/// Encodes bytes, in one line.
///
/// \param dst   Where to put the text and its closing zero. NULL to learn the size.
/// \param dlen  The size of that in bytes.
/// \param olen  Set to the length of the text without its zero; if there is no room, to the size needed with it.
/// \param src   The bytes.
/// \param slen  How many. If 0, nothing is written, not even the zero.
///
/// \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_BASE64_INVALID_CHARACTER` if `src` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_base64_encode(
    dst: *mut c_uchar,
    dlen: usize,
    olen: *mut usize,
    src: *const c_uchar,
    slen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_GENERIC_ERROR, || {
        // SAFETY: `olen` is NULL or writable; `src` holds `slen` bytes; `dst` has room for `dlen` bytes.
        unsafe {
            if slen == 0 {
                store(olen, 0);
                return 0;
            }
            let needed = base64::encoded_len(slen).and_then(|length| length.checked_add(1));
            if dst.is_null() || needed.is_none_or(|needed| dlen < needed) {
                store(olen, needed.unwrap_or(usize::MAX));
                return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
            }
            let Some(plain) = bytes(src, slen) else {
                return MBEDTLS_ERR_BASE64_INVALID_CHARACTER;
            };
            let text = base64::encode(plain);
            copy_out(text.as_bytes(), dst);
            dst.add(text.len()).write(0);
            store(olen, text.len());
            0
        }
    })
}

/// Decodes base64. Lines may end with `\n` or `\r\n`, and have spaces before that.
///
/// \param dst   Where to put the bytes; may be `src`. NULL to learn the size.
/// \param dlen  The size of that in bytes.
/// \param olen  Set to the number of bytes, also if there is no room; left alone if the text is not base64.
/// \param src   The text, which need not end with a zero.
/// \param slen  Its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_BASE64_INVALID_CHARACTER` if the text is not base64, and
///          if `src` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_base64_decode(
    dst: *mut c_uchar,
    dlen: usize,
    olen: *mut usize,
    src: *const c_uchar,
    slen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_GENERIC_ERROR, || {
        // SAFETY: `olen` is NULL or writable; `src` holds `slen` bytes; `dst` has room for `dlen` bytes.
        unsafe {
            let Some(text) = bytes(src, slen) else {
                return MBEDTLS_ERR_BASE64_INVALID_CHARACTER;
            };
            let Ok(plain) = base64::decode(text) else {
                return MBEDTLS_ERR_BASE64_INVALID_CHARACTER;
            };
            store(olen, plain.len());
            if (!plain.is_empty() && dst.is_null()) || dlen < plain.len() {
                return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
            }
            copy_out(&plain, dst);
            0
        }
    })
}

/// Encodes and decodes known bytes.
///
/// \param verbose  Not 0 to print what is done.
///
/// \return  0; 1 if something comes out wrong.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_base64_self_test(verbose: c_int) -> c_int {
    /// Every byte once, so every digit several times, and padding.
    const PLAIN: [u8; 256] = {
        let mut all = [0; 256];
        let mut at = 0;
        while at < 256 {
            all[at] = at as u8;
            at += 1;
        }
        all
    };
    const TEXT: &str = concat!(
        "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKissLS4vMDEyMzQ1Njc4OTo7PD0+P0BBQkNERUZHSElKS0xNTk9QUVJT",
        "VFVWV1hZWltcXV5fYGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn+AgYKDhIWGh4iJiouMjY6PkJGSk5SVlpeYmZqbnJ2en6ChoqOkpaan",
        "qKmqq6ytrq+wsbKztLW2t7i5uru8vb6/wMHCw8TFxsfIycrLzM3Oz9DR0tPU1dbX2Nna29zd3t/g4eLj5OXm5+jp6uvs7e7v8PHy8/T19vf4+fr7",
        "/P3+/w=="
    );
    guard(1, || {
        let tell = |text| say(verbose, text);
        tell("  Base64 encoding test: ");
        if **base64::encode(&PLAIN) != *TEXT {
            tell("failed\n");
            return 1;
        }
        tell("passed\n  Base64 decoding test: ");
        if base64::decode(TEXT.as_bytes()).is_ok_and(|plain| **plain == PLAIN) {
            tell("passed\n\n");
            0
        } else {
            tell("failed\n");
            1
        }
    })
}
