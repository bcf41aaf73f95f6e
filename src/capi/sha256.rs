//! `mbedtls/sha256.h`: SHA-224 and SHA-256.
//!
//! The context holds everything by value: it may be copied as bytes and needs no release.

use super::digest::{self, Message, Running, give};
use super::guard::guard;
use super::ptr;
use crate::crypto::{digest::Chained, hash::HashAlgorithm};
use core::ffi::{c_int, c_uchar};

/// An argument is invalid.
pub const MBEDTLS_ERR_SHA256_BAD_INPUT_DATA: c_int = -0x0074;

/// A SHA-224 or SHA-256 operation. It may be copied as bytes.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(buffer), MBEDTLS_PRIVATE(total), MBEDTLS_PRIVATE(state), MBEDTLS_PRIVATE(is224)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_sha256_context {
    /// The block that is being filled.
    pub buffer: [c_uchar; 64],
    /// Number of bytes processed, its lower half first.
    pub total: [u32; 2],
    /// The intermediate digest.
    pub state: [u32; 8],
    /// 1 for SHA-224, 0 for SHA-256.
    pub is224: c_int,
}

impl Running for mbedtls_sha256_context {
    type Word = u32;

    fn digest(&self) -> Chained {
        if self.is224 == 0 {
            Chained::Sha256
        } else {
            Chained::Sha224
        }
    }

    fn fields(&mut self) -> (&mut [u32; 2], &mut [u32], &mut [u8]) {
        (&mut self.total, &mut self.state, &mut self.buffer)
    }
}

/// Makes a context ready for mbedtls_sha256_starts().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_init(ctx: *mut mbedtls_sha256_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_free(ctx: *mut mbedtls_sha256_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Copies a context.
///
/// \param dst  The copy, initialised.
/// \param src  What is copied. Nothing happens if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_clone(dst: *mut mbedtls_sha256_context, src: *const mbedtls_sha256_context) {
    guard((), || {
        if !dst.is_null() && !src.is_null() {
            // SAFETY: both are whole contexts by the caller's promise; `copy` allows them to be the same.
            unsafe { src.copy_to(dst, 1) };
        }
    });
}

/// Begins a digest.
///
/// \param ctx  The context, initialised.
/// \param is224  1 for SHA-224, 0 for SHA-256.
///
/// \return  0, or MBEDTLS_ERR_SHA256_BAD_INPUT_DATA if `ctx` is NULL or `is224` is neither.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_starts(ctx: *mut mbedtls_sha256_context, is224: c_int) -> c_int {
    guard(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, || {
        if is224 != 0 && is224 != 1 {
            return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
        };
        context.is224 = is224;
        digest::start(context).map_or(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, |()| 0)
    })
}

/// Adds bytes to a digest.
///
/// \param ctx  The context, started.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
///
/// \return  0, or MBEDTLS_ERR_SHA256_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_update(
    ctx: *mut mbedtls_sha256_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and `ilen` bytes.
        let (Some(context), Some(input)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
        };
        digest::update(context, input).map_or(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, |()| 0)
    })
}

/// Ends a digest and wipes the context.
///
/// \param ctx  The context, started.
/// \param output  Where the digest goes: 32 bytes, or 28.
///
/// \return  0, or MBEDTLS_ERR_SHA256_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256_finish(ctx: *mut mbedtls_sha256_context, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
        };
        let digest = digest::finish(context);
        // SAFETY: the reference was used for the last time.
        unsafe { ptr::zero(ctx) };
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if digest.is_ok_and(|digest| unsafe { give(&digest, output) }) {
            0
        } else {
            MBEDTLS_ERR_SHA256_BAD_INPUT_DATA
        }
    })
}

/// Works one block into the state, without counting it.
///
/// \param ctx  The context, started.
/// \param data  The block: 64 bytes.
///
/// \return  0, or MBEDTLS_ERR_SHA256_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_sha256_process(
    ctx: *mut mbedtls_sha256_context,
    data: *const c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and a block.
        let (Some(context), Some(block)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(data, 64) }) else {
            return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
        };
        digest::process(context, block).map_or(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, |()| 0)
    })
}

/// The digest of a buffer.
///
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
/// \param output  Where the digest goes: 32 bytes, or 28.
/// \param is224  1 for SHA-224, 0 for SHA-256.
///
/// \return  0, or MBEDTLS_ERR_SHA256_BAD_INPUT_DATA if a pointer is NULL or `is224` is neither.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha256(
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    is224: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_SHA256_BAD_INPUT_DATA, || {
        let algorithm = match is224 {
            0 => HashAlgorithm::Sha256,
            1 => HashAlgorithm::Sha224,
            _ => return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA,
        };
        // SAFETY: C passes `ilen` bytes; the slice ends before `output`, which may overlap it, is written.
        let Some(digest) = (unsafe { ptr::bytes(input, ilen) }).map(|input| algorithm.hash(input)) else {
            return MBEDTLS_ERR_SHA256_BAD_INPUT_DATA;
        };
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if unsafe { give(&digest, output) } {
            0
        } else {
            MBEDTLS_ERR_SHA256_BAD_INPUT_DATA
        }
    })
}

/// Checks SHA-256 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_sha256_self_test(verbose: c_int) -> c_int {
    guard(1, || digest::self_test(verbose, "SHA-256", ANSWERS, || EMPTY))
}

/// Checks SHA-224 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_sha224_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        digest::self_test(verbose, "SHA-224", SHORT_ANSWERS, || mbedtls_sha256_context {
            is224: 1,
            ..EMPTY
        })
    })
}

/// A context as mbedtls_sha256_init() leaves it.
const EMPTY: mbedtls_sha256_context = mbedtls_sha256_context {
    buffer: [0; 64],
    total: [0; 2],
    state: [0; 8],
    is224: 0,
};

/// Known answers of SHA-256.
const ANSWERS: &[(Message, &str)] = &[
    (
        Message::Text("abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ),
    (
        Message::Text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ),
    (
        Message::Million,
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    ),
];

/// Known answers of SHA-224.
const SHORT_ANSWERS: &[(Message, &str)] = &[
    (
        Message::Text("abc"),
        "23097d223405d8228642a477bda255b32aadbce4bda0b3f7e36c9da7",
    ),
    (
        Message::Text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
        "75388b16512776cc5dba5da1fd890150b0c6455cb4f58b1952522525",
    ),
    (
        Message::Million,
        "20794655980c91d8bbb4c1ea97618a4bf03f42581948b2ee4ee7ad67",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn known_answers() {
        assert_eq!(mbedtls_sha256_self_test(0), 0);
        assert_eq!(mbedtls_sha224_self_test(0), 0);
    }

    #[test]
    fn null_and_copies() {
        let mut context = EMPTY;
        let ctx = &raw mut context;
        let (mut out, mut again) = ([0; 32], [0; 32]);
        let input = b"abc".as_ptr();
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            mbedtls_sha256_init(null_mut());
            mbedtls_sha256_free(null_mut());
            mbedtls_sha256_clone(null_mut(), ctx);
            mbedtls_sha256_clone(ctx, null());
            assert!(mbedtls_sha256_starts(null_mut(), 0) < 0);
            assert!(mbedtls_sha256_update(null_mut(), input, 3) < 0);
            assert!(mbedtls_sha256_update(ctx, null(), 3) < 0);
            assert!(mbedtls_sha256_finish(null_mut(), out.as_mut_ptr()) < 0);
            assert!(mbedtls_sha256_finish(ctx, null_mut()) < 0);
            assert!(mbedtls_internal_sha256_process(null_mut(), input) < 0);
            assert!(mbedtls_internal_sha256_process(ctx, null()) < 0);
            assert!(mbedtls_sha256(null(), 3, out.as_mut_ptr(), 0) < 0);
            assert!(mbedtls_sha256(input, 3, null_mut(), 0) < 0);
            assert!(mbedtls_sha256_starts(ctx, 2) < 0);
            assert!(mbedtls_sha256(input, 3, out.as_mut_ptr(), -1) < 0);
            assert_eq!(mbedtls_sha256_starts(ctx, 0), 0);
            assert_eq!(mbedtls_sha256_update(ctx, input, 1), 0);
            let mut copy = context;
            assert_eq!(mbedtls_sha256_update(ctx, input.add(1), 2), 0);
            assert_eq!(mbedtls_sha256_update(ctx, null(), 0), 0);
            assert_eq!(mbedtls_sha256_finish(ctx, out.as_mut_ptr()), 0);
            assert_eq!(mbedtls_sha256(input, 3, again.as_mut_ptr(), 0), 0);
            assert_eq!(out, again);
            assert_eq!(mbedtls_sha256_update(&raw mut copy, input.add(1), 2), 0);
            assert_eq!(mbedtls_sha256_finish(&raw mut copy, again.as_mut_ptr()), 0);
            assert_eq!(out, again);
            assert_eq!(context.state, EMPTY.state);
        }
    }
}
