//! `mbedtls/pem.h`: PEM.

use super::base64::MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
use super::guard::guard;
use super::platform::{mbedtls_calloc, mbedtls_free};
use super::ptr;
use crate::base64;
use crate::pki::pem;
use core::ffi::{c_char, c_int, c_uchar};
use zeroize::Zeroize;

/// The expected header or footer is missing.
pub const MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT: c_int = -0x1080;
/// The text between header and footer is not base64.
pub const MBEDTLS_ERR_PEM_INVALID_DATA: c_int = -0x1100;
/// Out of memory.
pub const MBEDTLS_ERR_PEM_ALLOC_FAILED: c_int = -0x1180;
/// The initialization vector of the encryption is malformed.
pub const MBEDTLS_ERR_PEM_INVALID_ENC_IV: c_int = -0x1200;
/// The encryption algorithm is not known.
pub const MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG: c_int = -0x1280;
/// The data is encrypted and no password was given.
pub const MBEDTLS_ERR_PEM_PASSWORD_REQUIRED: c_int = -0x1300;
/// The password does not open the data.
pub const MBEDTLS_ERR_PEM_PASSWORD_MISMATCH: c_int = -0x1380;
/// The encryption used is not available.
pub const MBEDTLS_ERR_PEM_FEATURE_UNAVAILABLE: c_int = -0x1400;
/// An argument is invalid.
pub const MBEDTLS_ERR_PEM_BAD_INPUT_DATA: c_int = -0x1480;

/// What stands between the lines of a PEM text.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(buf), MBEDTLS_PRIVATE(buflen), MBEDTLS_PRIVATE(info)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pem_context {
    /// The decoded data.
    pub buf: *mut c_uchar,
    /// Its length, in bytes.
    pub buflen: usize,
    /// Not to be touched.
    pub info: *mut c_uchar,
}

/// Makes a context ready.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_init(ctx: *mut mbedtls_pem_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context, wiping what it holds.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_free(ctx: *mut mbedtls_pem_context) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised context; its memory is from mbedtls_calloc().
        unsafe {
            let Some(context) = ptr::as_ref(ctx) else { return };
            if let Some(bytes) = ptr::uninit_bytes(context.buf, context.buflen) {
                bytes.zeroize();
            }
            mbedtls_free(context.buf.cast());
            mbedtls_free(context.info.cast());
            ptr::zero(ctx);
        }
    });
}

/// Decodes, and decrypts if need be, the first block between a header and a footer.
///
/// Blocks may be encrypted (`Proc-Type: 4,ENCRYPTED`) with DES, 3DES or AES in CBC mode.
///
/// \param ctx  The context, initialised, that is to hold the data. Something it holds already is not released.
/// \param header,footer  The lines around the block, such as "-----BEGIN X-----" and "-----END X-----".
/// \param data  The text, ended by a zero byte.
/// \param pwd,pwdlen  The password of encrypted blocks; NULL for none.
/// \param use_len  Set to how many bytes of the text were used, the end of the footer's line included, once header and footer
/// are found.
///
/// \return  0; MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT, in which case other headers may be tried; or another
/// MBEDTLS_ERR_PEM_* code, with MBEDTLS_ERR_BASE64_INVALID_CHARACTER added where the text is not base64.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_read_buffer(
    ctx: *mut mbedtls_pem_context,
    header: *const c_char,
    footer: *const c_char,
    data: *const c_uchar,
    pwd: *const c_uchar,
    pwdlen: usize,
    use_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_PEM_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or strings, and `pwdlen` bytes; the context is NULL or used nowhere else meanwhile.
        let parts = unsafe { (ptr::c_str(header), ptr::c_str(footer), ptr::c_str(data.cast())) };
        let ((Some(header), Some(footer), Some(text)), false) = (parts, ctx.is_null()) else {
            return MBEDTLS_ERR_PEM_BAD_INPUT_DATA;
        };
        let text = text.to_bytes();
        let Some(found) = pem::block_between(text, header.to_bytes(), footer.to_bytes()) else {
            return MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT;
        };
        let mut rest = found.rest;
        for end in [b" ", b"\r", b"\n"] {
            rest = rest.strip_prefix(end).unwrap_or(rest);
        }
        // SAFETY: NULL or writable by the caller's promise; `pwdlen` bytes.
        let password = unsafe {
            ptr::store(use_len, text.len() - rest.len());
            ptr::bytes(pwd, pwdlen).filter(|_| !pwd.is_null())
        };
        let bytes = match found.block.open(password) {
            Ok(bytes) => bytes,
            Err(error) => return error.code(),
        };
        // SAFETY: the memory is of this size; the context is initialised.
        unsafe {
            let buf = mbedtls_calloc(1, bytes.len().max(1)).cast::<c_uchar>();
            if buf.is_null() {
                return MBEDTLS_ERR_PEM_ALLOC_FAILED;
            }
            ptr::copy_out(&bytes, buf);
            (*ctx).buf = buf;
            (*ctx).buflen = bytes.len();
        }
        0
    })
}

/// What a context holds.
///
/// \param ctx  The context.
/// \param buflen  Set to the length in bytes.
///
/// \return  The data, which lives as long as the context; NULL if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_get_buffer(ctx: *mut mbedtls_pem_context, buflen: *mut usize) -> *const c_uchar {
    guard(core::ptr::null(), || {
        // SAFETY: C passes NULL or an initialised context, and NULL or a place for the length.
        unsafe {
            let (buf, len) =
                ptr::as_ref(ctx).map_or((core::ptr::null_mut(), 0), |context| (context.buf, context.buflen));
            ptr::store(buflen, len);
            buf.cast_const()
        }
    })
}

/// Writes a block: the header, base64 in lines of 64 characters, the footer, a zero byte.
///
/// \param header,footer  The lines around the block, each with its line end.
/// \param der_data,der_len  The data; it may lie in `buf`.
/// \param buf,buf_len  Where the text goes; what it does not fill is set to zero.
/// \param olen  Set to the length of the text with its zero byte, or to what is needed.
///
/// \return  0, MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL, or MBEDTLS_ERR_PEM_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pem_write_buffer(
    header: *const c_char,
    footer: *const c_char,
    der_data: *const c_uchar,
    der_len: usize,
    buf: *mut c_uchar,
    buf_len: usize,
    olen: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_PEM_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or strings, and `der_len` bytes.
        let parts = unsafe { (ptr::c_str(header), ptr::c_str(footer), ptr::bytes(der_data, der_len)) };
        let ((Some(header), Some(footer), Some(der)), false) = (parts, olen.is_null()) else {
            return MBEDTLS_ERR_PEM_BAD_INPUT_DATA;
        };
        let digits = base64::encode(der);
        let mut text = zeroize::Zeroizing::new(Vec::with_capacity(digits.len() + digits.len() / 64 + 256));
        text.extend_from_slice(header.to_bytes());
        for line in digits.as_bytes().chunks(64) {
            text.extend_from_slice(line);
            text.push(b'\n');
        }
        text.extend_from_slice(footer.to_bytes());
        text.push(0);
        // SAFETY: `olen` is writable, and `buf` has room for `buf_len` bytes, by the caller's promise.
        unsafe {
            if buf_len < text.len() {
                ptr::store(olen, text.len());
                return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
            }
            if buf.is_null() {
                return MBEDTLS_ERR_PEM_BAD_INPUT_DATA;
            }
            buf.write_bytes(0, buf_len);
            ptr::copy_out(&text, buf);
            ptr::store(olen, text.len());
        }
        0
    })
}
