//! `mbedtls/nist_kw.h`: AES key wrap.

use super::cipher::{
    MBEDTLS_ERR_CIPHER_AUTH_FAILED, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
    info::block_algorithm, mbedtls_cipher_id_t,
};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::ptr::c_enum;
use super::{owned, ptr, self_test};
use crate::crypto::cipher::KeyWrap;
use core::ffi::{c_int, c_uchar, c_uint};
use core::mem::MaybeUninit;

/// Modes of NIST SP 800-38F.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_nist_kw_mode_t {
    /// Key wrap: for keys of a multiple of 8 bytes (RFC 3394).
    MBEDTLS_KW_MODE_KW = 0,
    /// Key wrap with padding: for keys of any length (RFC 5649).
    MBEDTLS_KW_MODE_KWP = 1,
}

c_enum!(mbedtls_nist_kw_mode_t: MBEDTLS_KW_MODE_KW, MBEDTLS_KW_MODE_KWP);

/// A key that wraps keys.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_nist_kw_context {
    /// Not to be touched.
    pub reserved: [u64; 12],
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_init(ctx: *mut mbedtls_nist_kw_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_free(ctx: *mut mbedtls_nist_kw_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { owned::release::<KeyWrap, _>(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context.
/// \param cipher  MBEDTLS_CIPHER_ID_AES.
/// \param key  The key.
/// \param keybits  Its length: 128, 192 or 256.
/// \param is_wrap  Not used: the context serves for both.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for another cipher with blocks of 16 bytes, or
/// MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_setkey(
    ctx: *mut mbedtls_nist_kw_context,
    cipher: MaybeUninit<mbedtls_cipher_id_t>,
    key: *const c_uchar,
    keybits: c_uint,
    is_wrap: c_int,
) -> c_int {
    let _ = is_wrap;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let cipher = ptr::enum_value(cipher);
        let Some(algorithm) = block_algorithm(cipher, keybits).filter(|algorithm| algorithm.block_len() == 16) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if cipher != Some(mbedtls_cipher_id_t::MBEDTLS_CIPHER_ID_AES) {
            return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE;
        }
        // SAFETY: C passes NULL or a key of this length.
        let key = unsafe { ptr::bytes(key, algorithm.key_len()) };
        let Some(Ok(key)) = key.filter(|_| !ctx.is_null()).map(KeyWrap::new) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: C passes an initialised context.
        unsafe { owned::put(ctx, key) };
        0
    })
}

/// Wraps a key.
///
/// \param ctx  The context, with its key.
/// \param mode  MBEDTLS_KW_MODE_KW or MBEDTLS_KW_MODE_KWP.
/// \param input,in_len  What is wrapped: with KW 16 bytes or more, a multiple of 8; with KWP one byte or more.
/// \param output,out_size  Where the wrapped key goes, and the room there: 8 bytes more, with KWP rounded up to a multiple of
/// 8. It may overlap the input.
/// \param out_len  Bytes put out, or 0.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other lengths, if there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_wrap(
    ctx: *mut mbedtls_nist_kw_context,
    mode: MaybeUninit<mbedtls_nist_kw_mode_t>,
    input: *const c_uchar,
    in_len: usize,
    output: *mut c_uchar,
    out_len: *mut usize,
    out_size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or a number.
        let key = unsafe {
            ptr::store(out_len, 0);
            owned::get::<KeyWrap, _>(ctx)
        };
        let (Some(key), Some(mode)) = (key, ptr::enum_value(mode)) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: C passes NULL or as many bytes as it says.
        unsafe { wrap(key, mode, (input, in_len), (output, out_size), out_len) }
    })
}

/// [`mbedtls_nist_kw_wrap`] with what the context owns.
///
/// # Safety
/// Each pointer must be NULL or have as many bytes as its length says; `out_len` must be NULL or a number.
pub(super) unsafe fn wrap(
    key: &KeyWrap,
    mode: mbedtls_nist_kw_mode_t,
    (input, in_len): (*const c_uchar, usize),
    (output, out_size): (*mut c_uchar, usize),
    out_len: *mut usize,
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { ptr::store(out_len, 0) };
    let wanted = in_len.checked_next_multiple_of(8).and_then(|len| len.checked_add(8));
    let Some(wanted) = wanted.filter(|wanted| out_size >= *wanted) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    let good = match mode {
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KW => in_len >= 16 && in_len % 8 == 0,
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KWP => in_len >= 1 && u32::try_from(in_len).is_ok(),
    };
    // SAFETY: the caller's promise; the input is copied where the output would overwrite it.
    let Some(input) = (unsafe { ptr::apart(input, in_len, output, wanted) }).filter(|_| good) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller's promise.
    let Some(room) = (unsafe { ptr::cleared(output, wanted) }) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    let done = match mode {
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KW => key.wrap(&input, room),
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KWP => key.wrap_padded(&input, room),
    };
    match done {
        Ok(len) => {
            // SAFETY: the caller's promise.
            unsafe { ptr::store(out_len, len) };
            0
        }
        Err(_) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
    }
}

/// Unwraps a key.
///
/// \param ctx  The context, with its key.
/// \param mode  MBEDTLS_KW_MODE_KW or MBEDTLS_KW_MODE_KWP.
/// \param input,in_len  The wrapped key: with KW 24 bytes or more, with KWP 16 or more, a multiple of 8.
/// \param output,out_size  Where the key goes, and the room there: 8 bytes less. It may overlap the input.
/// \param out_len  Length of the key, or 0.
///
/// \return  0, MBEDTLS_ERR_CIPHER_AUTH_FAILED if it is not a wrapped key (nothing but zeros is put out then),
/// MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for another mode, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other lengths, if there is
/// no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_nist_kw_unwrap(
    ctx: *mut mbedtls_nist_kw_context,
    mode: MaybeUninit<mbedtls_nist_kw_mode_t>,
    input: *const c_uchar,
    in_len: usize,
    output: *mut c_uchar,
    out_len: *mut usize,
    out_size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or a number.
        let key = unsafe {
            ptr::store(out_len, 0);
            owned::get::<KeyWrap, _>(ctx)
        };
        match (key, ptr::enum_value(mode)) {
            // SAFETY: C passes NULL or as many bytes as it says.
            (Some(key), Some(mode)) => unsafe { unwrap(key, mode, (input, in_len), (output, out_size), out_len) },
            (_, None) if in_len.checked_sub(8).is_some_and(|len| out_size >= len) => {
                MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE
            }
            _ => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        }
    })
}

/// [`mbedtls_nist_kw_unwrap`] with what the context owns.
///
/// # Safety
/// As for [`wrap`].
pub(super) unsafe fn unwrap(
    key: &KeyWrap,
    mode: mbedtls_nist_kw_mode_t,
    (input, in_len): (*const c_uchar, usize),
    (output, out_size): (*mut c_uchar, usize),
    out_len: *mut usize,
) -> c_int {
    // SAFETY: the caller's promise.
    unsafe { ptr::store(out_len, 0) };
    let least = match mode {
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KW => 24,
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KWP => 16,
    };
    let Some(len) = in_len
        .checked_sub(8)
        .filter(|len| out_size >= *len && in_len >= least && in_len % 8 == 0)
    else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller's promise; the input is copied where the output would overwrite it.
    let Some(input) = (unsafe { ptr::apart(input, in_len, output, len) }) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    // SAFETY: the caller's promise.
    let Some(room) = (unsafe { ptr::cleared(output, len) }) else {
        return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
    };
    let done = match mode {
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KW => key.unwrap(&input, room),
        mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KWP => key.unwrap_padded(&input, room),
    };
    match done {
        Ok(len) => {
            // SAFETY: the caller's promise.
            unsafe { ptr::store(out_len, len) };
            0
        }
        Err(_) => MBEDTLS_ERR_CIPHER_AUTH_FAILED,
    }
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_nist_kw_self_test(verbose: c_int) -> c_int {
    guard(1, || self_test::key_wrap::key_wrap(verbose))
}
