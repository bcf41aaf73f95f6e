//! `mbedtls/md5.h`: MD5.
//!
//! The context holds everything by value: it may be copied as bytes and needs no release.

use super::digest::{self, Message, Running, give};
use super::guard::guard;
use super::md::MBEDTLS_ERR_MD_BAD_INPUT_DATA;
use super::ptr;
use crate::crypto::{digest::Chained, hash::HashAlgorithm};
use core::ffi::{c_int, c_uchar};

/// A MD5 operation. It may be copied as bytes.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(total), MBEDTLS_PRIVATE(state), MBEDTLS_PRIVATE(buffer)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_md5_context {
    /// Number of bytes processed, its lower half first.
    pub total: [u32; 2],
    /// The intermediate digest.
    pub state: [u32; 4],
    /// The block that is being filled.
    pub buffer: [c_uchar; 64],
}

impl Running for mbedtls_md5_context {
    type Word = u32;

    fn digest(&self) -> Chained {
        Chained::Md5
    }

    fn fields(&mut self) -> (&mut [u32; 2], &mut [u32], &mut [u8]) {
        (&mut self.total, &mut self.state, &mut self.buffer)
    }
}

/// Makes a context ready for mbedtls_md5_starts().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5_init(ctx: *mut mbedtls_md5_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5_free(ctx: *mut mbedtls_md5_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Copies a context.
///
/// \param dst  The copy, initialised.
/// \param src  What is copied. Nothing happens if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5_clone(dst: *mut mbedtls_md5_context, src: *const mbedtls_md5_context) {
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
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if `ctx` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5_starts(ctx: *mut mbedtls_md5_context) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        digest::start(context).map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |()| 0)
    })
}

/// Adds bytes to a digest.
///
/// \param ctx  The context, started.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5_update(
    ctx: *mut mbedtls_md5_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and `ilen` bytes.
        let (Some(context), Some(input)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        digest::update(context, input).map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |()| 0)
    })
}

/// Ends a digest and wipes the context.
///
/// \param ctx  The context, started.
/// \param output  Where the digest goes: 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5_finish(ctx: *mut mbedtls_md5_context, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let digest = digest::finish(context);
        // SAFETY: the reference was used for the last time.
        unsafe { ptr::zero(ctx) };
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if digest.is_ok_and(|digest| unsafe { give(&digest, output) }) {
            0
        } else {
            MBEDTLS_ERR_MD_BAD_INPUT_DATA
        }
    })
}

/// Works one block into the state, without counting it.
///
/// \param ctx  The context, started.
/// \param data  The block: 64 bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_md5_process(ctx: *mut mbedtls_md5_context, data: *const c_uchar) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and a block.
        let (Some(context), Some(block)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(data, 64) }) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        digest::process(context, block).map_or(MBEDTLS_ERR_MD_BAD_INPUT_DATA, |()| 0)
    })
}

/// The digest of a buffer.
///
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
/// \param output  Where the digest goes: 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_md5(input: *const c_uchar, ilen: usize, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes `ilen` bytes; the slice ends before `output`, which may overlap it, is written.
        let Some(digest) = (unsafe { ptr::bytes(input, ilen) }).map(|input| HashAlgorithm::Md5.hash(input)) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if unsafe { give(&digest, output) } {
            0
        } else {
            MBEDTLS_ERR_MD_BAD_INPUT_DATA
        }
    })
}

/// Checks MD5 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_md5_self_test(verbose: c_int) -> c_int {
    guard(1, || digest::self_test(verbose, "MD5", ANSWERS, || EMPTY))
}

/// A context as mbedtls_md5_init() leaves it.
const EMPTY: mbedtls_md5_context = mbedtls_md5_context {
    total: [0; 2],
    state: [0; 4],
    buffer: [0; 64],
};

/// Known answers of MD5.
const ANSWERS: &[(Message, &str)] = &[
    (Message::Text(""), "d41d8cd98f00b204e9800998ecf8427e"),
    (Message::Text("a"), "0cc175b9c0f1b6a831c399e269772661"),
    (Message::Text("abc"), "900150983cd24fb0d6963f7d28e17f72"),
    (Message::Text("message digest"), "f96b697d7cb7938d525a2f31aaf161d0"),
    (
        Message::Text("abcdefghijklmnopqrstuvwxyz"),
        "c3fcd3d76192e4007dfb496cca67e13b",
    ),
    (
        Message::Text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
        "d174ab98d277d9f5a5611c2c9f419d9f",
    ),
    (
        Message::Text("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
        "57edf4a22be3c955ac49da2e2107b67a",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn known_answers() {
        assert_eq!(mbedtls_md5_self_test(0), 0);
    }

    #[test]
    fn null_and_copies() {
        let mut context = EMPTY;
        let ctx = &raw mut context;
        let (mut out, mut again) = ([0; 16], [0; 16]);
        let input = b"abc".as_ptr();
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            mbedtls_md5_init(null_mut());
            mbedtls_md5_free(null_mut());
            mbedtls_md5_clone(null_mut(), ctx);
            mbedtls_md5_clone(ctx, null());
            assert!(mbedtls_md5_starts(null_mut()) < 0);
            assert!(mbedtls_md5_update(null_mut(), input, 3) < 0);
            assert!(mbedtls_md5_update(ctx, null(), 3) < 0);
            assert!(mbedtls_md5_finish(null_mut(), out.as_mut_ptr()) < 0);
            assert!(mbedtls_md5_finish(ctx, null_mut()) < 0);
            assert!(mbedtls_internal_md5_process(null_mut(), input) < 0);
            assert!(mbedtls_internal_md5_process(ctx, null()) < 0);
            assert!(mbedtls_md5(null(), 3, out.as_mut_ptr()) < 0);
            assert!(mbedtls_md5(input, 3, null_mut()) < 0);
            assert_eq!(mbedtls_md5_starts(ctx), 0);
            assert_eq!(mbedtls_md5_update(ctx, input, 1), 0);
            let mut copy = context;
            assert_eq!(mbedtls_md5_update(ctx, input.add(1), 2), 0);
            assert_eq!(mbedtls_md5_update(ctx, null(), 0), 0);
            assert_eq!(mbedtls_md5_finish(ctx, out.as_mut_ptr()), 0);
            assert_eq!(mbedtls_md5(input, 3, again.as_mut_ptr()), 0);
            assert_eq!(out, again);
            assert_eq!(mbedtls_md5_update(&raw mut copy, input.add(1), 2), 0);
            assert_eq!(mbedtls_md5_finish(&raw mut copy, again.as_mut_ptr()), 0);
            assert_eq!(out, again);
            assert_eq!(context.state, EMPTY.state);
        }
    }
}
