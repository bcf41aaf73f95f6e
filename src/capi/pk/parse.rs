//! Loading keys: PKCS#1, SEC1, PKCS#8 plain and encrypted, SubjectPublicKeyInfo; DER, PEM and files.

use std::ffi::{OsStr, c_char, c_int, c_uchar, c_void};
use std::os::unix::ffi::OsStrExt;
use std::path::Path;

use super::file::load_file;
use super::fill::{set_private, set_public};
use super::object::free;
use super::{MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, mbedtls_pk_context};
use crate::capi::guard::guard;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{bytes, c_str};
use crate::pki::der::Reader;
use crate::pki::key::{parse_private_key, parse_private_key_der, parse_public_key, parse_public_key_der};
use crate::pki::spki::PublicKeyInfo;

/// Parses a private key.
///
/// \param ctx     The context, initialised and empty.
/// \param key     The key: PKCS#1, SEC1 or PKCS#8, in DER or in PEM with a closing zero byte.
/// \param keylen  Its length in bytes, a closing zero included.
/// \param pwd     The password of an encrypted key; NULL: none.
/// \param pwdlen  Its length in bytes.
/// \param _f_rng  Not needed.
/// \param _p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_PK_PASSWORD_REQUIRED`, `MBEDTLS_ERR_PK_PASSWORD_MISMATCH`,
///          `MBEDTLS_ERR_PK_KEY_INVALID_FORMAT` or another `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*`: the context is then
///          empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_key(
    ctx: *mut mbedtls_pk_context,
    key: *const c_uchar,
    keylen: usize,
    pwd: *const c_uchar,
    pwdlen: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, || {
        // SAFETY: `ctx` is NULL or initialised; the buffers hold as many bytes as stated.
        unsafe {
            let (Some(ctx), Some(key), Some(password)) = (ctx.as_mut(), bytes(key, keylen), bytes(pwd, pwdlen)) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            if key.is_empty() {
                return MBEDTLS_ERR_PK_KEY_INVALID_FORMAT;
            }
            if !ctx.pk_info.is_null() {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            let password = (!pwd.is_null()).then_some(password);
            // As in 3.6, bytes that do not end with a zero are no text.
            let parse = if key.last() == Some(&0) {
                parse_private_key
            } else {
                parse_private_key_der
            };
            match parse(key, password) {
                Ok(parsed) => set_private(ctx, parsed).map_or_else(|code| code, |()| 0),
                Err(error) => {
                    free(ctx);
                    error.code()
                }
            }
        }
    })
}

/// Loads a private key from a file.
///
/// \param ctx     The context, initialised and empty.
/// \param path    The file; see `mbedtls_pk_parse_key` for its formats.
/// \param pwd     The password of an encrypted key, a string; NULL: none.
/// \param f_rng   Not needed.
/// \param p_rng   Not needed.
///
/// \return  As `mbedtls_pk_parse_key`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_keyfile(
    ctx: *mut mbedtls_pk_context,
    path: *const c_char,
    pwd: *const c_char,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, || {
        // SAFETY: `ctx` is NULL or initialised; `path` and `pwd` are NULL or strings.
        unsafe {
            let Some(path) = c_str(path) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let data = match load_file(Path::new(OsStr::from_bytes(path.to_bytes()))) {
                Ok(data) => data,
                Err(code) => return code,
            };
            let pwdlen = c_str(pwd).map_or(0, |text| text.to_bytes().len());
            mbedtls_pk_parse_key(ctx, data.as_ptr(), data.len(), pwd.cast(), pwdlen, f_rng, p_rng)
        }
    })
}

/// Parses a public key.
///
/// \param ctx     The context, initialised and empty.
/// \param key     The key: SubjectPublicKeyInfo or PKCS#1, in DER or in PEM with a closing zero byte.
/// \param keylen  Its length in bytes, a closing zero included.
///
/// \return  0, or a `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*` code: the context is then empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_public_key(
    ctx: *mut mbedtls_pk_context,
    key: *const c_uchar,
    keylen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, || {
        // SAFETY: `ctx` is NULL or initialised; `key` holds `keylen` bytes.
        unsafe {
            let (Some(ctx), Some(key)) = (ctx.as_mut(), bytes(key, keylen)) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            if key.is_empty() {
                return MBEDTLS_ERR_PK_KEY_INVALID_FORMAT;
            }
            if !ctx.pk_info.is_null() {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            // As in 3.6, bytes that do not end with a zero are no text.
            let parse = if key.last() == Some(&0) {
                parse_public_key
            } else {
                parse_public_key_der
            };
            match parse(key) {
                Ok(parsed) => set_public(ctx, &parsed).map_or_else(|code| code, |()| 0),
                Err(error) => error.code(),
            }
        }
    })
}

/// Loads a public key from a file.
///
/// \param ctx   The context, initialised and empty.
/// \param path  The file; see `mbedtls_pk_parse_public_key` for its formats.
///
/// \return  As `mbedtls_pk_parse_public_key`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_public_keyfile(ctx: *mut mbedtls_pk_context, path: *const c_char) -> c_int {
    guard(MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, || {
        // SAFETY: `ctx` is NULL or initialised; `path` is NULL or a string.
        unsafe {
            let Some(path) = c_str(path) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            match load_file(Path::new(OsStr::from_bytes(path.to_bytes()))) {
                Ok(data) => mbedtls_pk_parse_public_key(ctx, data.as_ptr(), data.len()),
                Err(code) => code,
            }
        }
    })
}

/// Parses a SubjectPublicKeyInfo in DER, with more to follow behind it.
///
/// \param p    The first byte; moved behind the key if there is one.
/// \param end  Behind the last byte of what there is.
/// \param pk   The context, initialised and empty.
///
/// \return  0, or a `MBEDTLS_ERR_PK_*` code: the context is then empty.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_parse_subpubkey(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    pk: *mut mbedtls_pk_context,
) -> c_int {
    guard(MBEDTLS_ERR_PK_KEY_INVALID_FORMAT, || {
        // SAFETY: `p` is NULL or points to a place before `end` in one buffer; `pk` is NULL or initialised.
        unsafe {
            let (Some(p), Some(pk)) = (p.as_mut(), pk.as_mut()) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let len = end.addr().checked_sub(p.addr());
            let Some(input) = len.and_then(|len| bytes(*p, len)) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let mut reader = Reader::new(input);
            match PublicKeyInfo::read(&mut reader) {
                Ok(_) if !pk.pk_info.is_null() => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
                Ok((parsed, whole)) => {
                    *p = p.add(whole.end);
                    set_public(pk, &parsed).map_or_else(|code| code, |()| 0)
                }
                Err(error) => error.code(),
            }
        }
    })
}
