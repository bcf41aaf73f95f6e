//! `mbedtls/ripemd160.h`: RIPEMD-160.
//!
//! The context holds everything by value: it may be copied as bytes and needs no release.

use super::digest::{self, Message, Running, give};
use super::guard::guard;
use super::md::MBEDTLS_ERR_MD_BAD_INPUT_DATA;
use super::ptr;
use crate::crypto::{digest::Chained, hash::HashAlgorithm};
use core::ffi::{c_int, c_uchar};

/// A RIPEMD-160 operation. It may be copied as bytes.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(total), MBEDTLS_PRIVATE(state), MBEDTLS_PRIVATE(buffer)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ripemd160_context {
    /// Number of bytes processed, its lower half first.
    pub total: [u32; 2],
    /// The intermediate digest.
    pub state: [u32; 5],
    /// The block that is being filled.
    pub buffer: [c_uchar; 64],
}

impl Running for mbedtls_ripemd160_context {
    type Word = u32;

    fn digest(&self) -> Chained {
        Chained::Ripemd160
    }

    fn fields(&mut self) -> (&mut [u32; 2], &mut [u32], &mut [u8]) {
        (&mut self.total, &mut self.state, &mut self.buffer)
    }
}

/// Makes a context ready for mbedtls_ripemd160_starts().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_init(ctx: *mut mbedtls_ripemd160_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_free(ctx: *mut mbedtls_ripemd160_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Copies a context.
///
/// \param dst  The copy, initialised.
/// \param src  What is copied. Nothing happens if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_clone(
    dst: *mut mbedtls_ripemd160_context,
    src: *const mbedtls_ripemd160_context,
) {
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
pub unsafe extern "C" fn mbedtls_ripemd160_starts(ctx: *mut mbedtls_ripemd160_context) -> c_int {
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
pub unsafe extern "C" fn mbedtls_ripemd160_update(
    ctx: *mut mbedtls_ripemd160_context,
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
/// \param output  Where the digest goes: 20 bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160_finish(ctx: *mut mbedtls_ripemd160_context, output: *mut c_uchar) -> c_int {
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
pub unsafe extern "C" fn mbedtls_internal_ripemd160_process(
    ctx: *mut mbedtls_ripemd160_context,
    data: *const c_uchar,
) -> c_int {
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
/// \param output  Where the digest goes: 20 bytes.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ripemd160(input: *const c_uchar, ilen: usize, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes `ilen` bytes; the slice ends before `output`, which may overlap it, is written.
        let Some(digest) = (unsafe { ptr::bytes(input, ilen) }).map(|input| HashAlgorithm::Ripemd160.hash(input))
        else {
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

/// Checks RIPEMD-160 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ripemd160_self_test(verbose: c_int) -> c_int {
    guard(1, || digest::self_test(verbose, "RIPEMD-160", ANSWERS, || EMPTY))
}

/// A context as mbedtls_ripemd160_init() leaves it.
const EMPTY: mbedtls_ripemd160_context = mbedtls_ripemd160_context {
    total: [0; 2],
    state: [0; 5],
    buffer: [0; 64],
};

/// Known answers of RIPEMD-160.
const ANSWERS: &[(Message, &str)] = &[
    (Message::Text(""), "9c1185a5c5e9fc54612808977ee8f548b2258d31"),
    (Message::Text("a"), "0bdc9d2d256b3ee9daae347be6f4dc835a467ffe"),
    (Message::Text("abc"), "8eb208f7e05d987a9b044a8e98c6b087f15a0bfc"),
    (
        Message::Text("message digest"),
        "5d0689ef49d2fae572b881b123a85ffa21595f36",
    ),
    (
        Message::Text("abcdefghijklmnopqrstuvwxyz"),
        "f71c27109c692c1b56bbdceb5b9d2865b3708dbc",
    ),
    (
        Message::Text("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
        "12a053384a9c0c88e405a06c27dcf49ada62eb2b",
    ),
    (
        Message::Text("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"),
        "b0e20b6e3116640286ed3a87a5713079b21f5189",
    ),
    (
        Message::Text("12345678901234567890123456789012345678901234567890123456789012345678901234567890"),
        "9b752e45573d4b39f4dbd3323cab82bf63326bfb",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn known_answers() {
        assert_eq!(mbedtls_ripemd160_self_test(0), 0);
    }

    #[test]
    fn null_and_copies() {
        let mut context = EMPTY;
        let ctx = &raw mut context;
        let (mut out, mut again) = ([0; 20], [0; 20]);
        let input = b"abc".as_ptr();
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            mbedtls_ripemd160_init(null_mut());
            mbedtls_ripemd160_free(null_mut());
            mbedtls_ripemd160_clone(null_mut(), ctx);
            mbedtls_ripemd160_clone(ctx, null());
            assert!(mbedtls_ripemd160_starts(null_mut()) < 0);
            assert!(mbedtls_ripemd160_update(null_mut(), input, 3) < 0);
            assert!(mbedtls_ripemd160_update(ctx, null(), 3) < 0);
            assert!(mbedtls_ripemd160_finish(null_mut(), out.as_mut_ptr()) < 0);
            assert!(mbedtls_ripemd160_finish(ctx, null_mut()) < 0);
            assert!(mbedtls_internal_ripemd160_process(null_mut(), input) < 0);
            assert!(mbedtls_internal_ripemd160_process(ctx, null()) < 0);
            assert!(mbedtls_ripemd160(null(), 3, out.as_mut_ptr()) < 0);
            assert!(mbedtls_ripemd160(input, 3, null_mut()) < 0);
            assert_eq!(mbedtls_ripemd160_starts(ctx), 0);
            assert_eq!(mbedtls_ripemd160_update(ctx, input, 1), 0);
            let mut copy = context;
            assert_eq!(mbedtls_ripemd160_update(ctx, input.add(1), 2), 0);
            assert_eq!(mbedtls_ripemd160_update(ctx, null(), 0), 0);
            assert_eq!(mbedtls_ripemd160_finish(ctx, out.as_mut_ptr()), 0);
            assert_eq!(mbedtls_ripemd160(input, 3, again.as_mut_ptr()), 0);
            assert_eq!(out, again);
            assert_eq!(mbedtls_ripemd160_update(&raw mut copy, input.add(1), 2), 0);
            assert_eq!(mbedtls_ripemd160_finish(&raw mut copy, again.as_mut_ptr()), 0);
            assert_eq!(out, again);
            assert_eq!(context.state, EMPTY.state);
        }
    }
}
