//! `mbedtls/sha512.h`: SHA-384 and SHA-512.
//!
//! The context holds everything by value: it may be copied as bytes and needs no release.

use super::digest::{self, Message, Running, give};
use super::guard::guard;
use super::ptr;
use crate::crypto::{digest::Chained, hash::HashAlgorithm};
use core::ffi::{c_int, c_uchar};

/// An argument is invalid.
pub const MBEDTLS_ERR_SHA512_BAD_INPUT_DATA: c_int = -0x0075;

/// A SHA-384 or SHA-512 operation. It may be copied as bytes.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(total), MBEDTLS_PRIVATE(state), MBEDTLS_PRIVATE(buffer), MBEDTLS_PRIVATE(is384)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_sha512_context {
    /// Number of bytes processed, its lower half first.
    pub total: [u64; 2],
    /// The intermediate digest.
    pub state: [u64; 8],
    /// The block that is being filled.
    pub buffer: [c_uchar; 128],
    /// 1 for SHA-384, 0 for SHA-512.
    pub is384: c_int,
}

impl Running for mbedtls_sha512_context {
    type Word = u64;

    fn digest(&self) -> Chained {
        if self.is384 == 0 {
            Chained::Sha512
        } else {
            Chained::Sha384
        }
    }

    fn fields(&mut self) -> (&mut [u64; 2], &mut [u64], &mut [u8]) {
        (&mut self.total, &mut self.state, &mut self.buffer)
    }
}

/// Makes a context ready for mbedtls_sha512_starts().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512_init(ctx: *mut mbedtls_sha512_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512_free(ctx: *mut mbedtls_sha512_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Copies a context.
///
/// \param dst  The copy, initialised.
/// \param src  What is copied. Nothing happens if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512_clone(dst: *mut mbedtls_sha512_context, src: *const mbedtls_sha512_context) {
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
/// \param is384  1 for SHA-384, 0 for SHA-512.
///
/// \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if `ctx` is NULL or `is384` is neither.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512_starts(ctx: *mut mbedtls_sha512_context, is384: c_int) -> c_int {
    guard(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, || {
        if is384 != 0 && is384 != 1 {
            return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA;
        };
        context.is384 = is384;
        digest::start(context).map_or(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, |()| 0)
    })
}

/// Adds bytes to a digest.
///
/// \param ctx  The context, started.
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
///
/// \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512_update(
    ctx: *mut mbedtls_sha512_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and `ilen` bytes.
        let (Some(context), Some(input)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(input, ilen) }) else {
            return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA;
        };
        digest::update(context, input).map_or(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, |()| 0)
    })
}

/// Ends a digest and wipes the context.
///
/// \param ctx  The context, started.
/// \param output  Where the digest goes: 64 bytes, or 48.
///
/// \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512_finish(ctx: *mut mbedtls_sha512_context, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile.
        let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA;
        };
        let digest = digest::finish(context);
        // SAFETY: the reference was used for the last time.
        unsafe { ptr::zero(ctx) };
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if digest.is_ok_and(|digest| unsafe { give(&digest, output) }) {
            0
        } else {
            MBEDTLS_ERR_SHA512_BAD_INPUT_DATA
        }
    })
}

/// Works one block into the state, without counting it.
///
/// \param ctx  The context, started.
/// \param data  The block: 128 bytes.
///
/// \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_sha512_process(
    ctx: *mut mbedtls_sha512_context,
    data: *const c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or a context that it uses nowhere else meanwhile, and a block.
        let (Some(context), Some(block)) = (unsafe { ptr::as_mut(ctx) }, unsafe { ptr::bytes(data, 128) }) else {
            return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA;
        };
        digest::process(context, block).map_or(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, |()| 0)
    })
}

/// The digest of a buffer.
///
/// \param input,ilen  The bytes; `input` may be NULL if there are none.
/// \param output  Where the digest goes: 64 bytes, or 48.
/// \param is384  1 for SHA-384, 0 for SHA-512.
///
/// \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL or `is384` is neither.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_sha512(
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    is384: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_SHA512_BAD_INPUT_DATA, || {
        let algorithm = match is384 {
            0 => HashAlgorithm::Sha512,
            1 => HashAlgorithm::Sha384,
            _ => return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA,
        };
        // SAFETY: C passes `ilen` bytes; the slice ends before `output`, which may overlap it, is written.
        let Some(digest) = (unsafe { ptr::bytes(input, ilen) }).map(|input| algorithm.hash(input)) else {
            return MBEDTLS_ERR_SHA512_BAD_INPUT_DATA;
        };
        // SAFETY: `output` is NULL or has room for the digest by the caller's promise.
        if unsafe { give(&digest, output) } {
            0
        } else {
            MBEDTLS_ERR_SHA512_BAD_INPUT_DATA
        }
    })
}

/// Checks SHA-512 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_sha512_self_test(verbose: c_int) -> c_int {
    guard(1, || digest::self_test(verbose, "SHA-512", ANSWERS, || EMPTY))
}

/// Checks SHA-384 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_sha384_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        digest::self_test(verbose, "SHA-384", SHORT_ANSWERS, || mbedtls_sha512_context {
            is384: 1,
            ..EMPTY
        })
    })
}

/// A context as mbedtls_sha512_init() leaves it.
const EMPTY: mbedtls_sha512_context = mbedtls_sha512_context {
    total: [0; 2],
    state: [0; 8],
    buffer: [0; 128],
    is384: 0,
};

/// Known answers of SHA-512.
const ANSWERS: &[(Message, &str)] = &[
    (
        Message::Text("abc"),
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d\
         4423643ce80e2a9ac94fa54ca49f",
    ),
    (
        Message::Text(
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        ),
        "8e959b75dae313da8cf4f72814fc143f8f7779c6eb9f7fa17299aeadb6889018501d289e4900f7e4331b99dec4b5433ac7d3\
         29eeb6dd26545e96e55b874be909",
    ),
    (
        Message::Million,
        "e718483d0ce769644e2e42c7bc15b4638e1f98b13b2044285632a803afa973ebde0ff244877ea60a4cb0432ce577c31beb00\
         9c5c2c49aa2e4eadb217ad8cc09b",
    ),
];

/// Known answers of SHA-384.
const SHORT_ANSWERS: &[(Message, &str)] = &[
    (
        Message::Text("abc"),
        "cb00753f45a35e8bb5a03d699ac65007272c32ab0eded1631a8b605a43ff5bed8086072ba1e7cc2358baeca134c825a7",
    ),
    (
        Message::Text(
            "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
        ),
        "09330c33f71147e83d192fc782cd1b4753111b173b3b05d22fa08086e3b0f712fcc7c71a557e2db966c3e9fa91746039",
    ),
    (
        Message::Million,
        "9d0e1809716474cb086e834e310a4a1ced149e9c00f248527972cec5704c2a5b07b8b3dc38ecc4ebae97ddd87f3d8985",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn known_answers() {
        assert_eq!(mbedtls_sha512_self_test(0), 0);
        assert_eq!(mbedtls_sha384_self_test(0), 0);
    }

    #[test]
    fn null_and_copies() {
        let mut context = EMPTY;
        let ctx = &raw mut context;
        let (mut out, mut again) = ([0; 64], [0; 64]);
        let input = b"abc".as_ptr();
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            mbedtls_sha512_init(null_mut());
            mbedtls_sha512_free(null_mut());
            mbedtls_sha512_clone(null_mut(), ctx);
            mbedtls_sha512_clone(ctx, null());
            assert!(mbedtls_sha512_starts(null_mut(), 0) < 0);
            assert!(mbedtls_sha512_update(null_mut(), input, 3) < 0);
            assert!(mbedtls_sha512_update(ctx, null(), 3) < 0);
            assert!(mbedtls_sha512_finish(null_mut(), out.as_mut_ptr()) < 0);
            assert!(mbedtls_sha512_finish(ctx, null_mut()) < 0);
            assert!(mbedtls_internal_sha512_process(null_mut(), input) < 0);
            assert!(mbedtls_internal_sha512_process(ctx, null()) < 0);
            assert!(mbedtls_sha512(null(), 3, out.as_mut_ptr(), 0) < 0);
            assert!(mbedtls_sha512(input, 3, null_mut(), 0) < 0);
            assert!(mbedtls_sha512_starts(ctx, 2) < 0);
            assert!(mbedtls_sha512(input, 3, out.as_mut_ptr(), -1) < 0);
            assert_eq!(mbedtls_sha512_starts(ctx, 0), 0);
            assert_eq!(mbedtls_sha512_update(ctx, input, 1), 0);
            let mut copy = context;
            assert_eq!(mbedtls_sha512_update(ctx, input.add(1), 2), 0);
            assert_eq!(mbedtls_sha512_update(ctx, null(), 0), 0);
            assert_eq!(mbedtls_sha512_finish(ctx, out.as_mut_ptr()), 0);
            assert_eq!(mbedtls_sha512(input, 3, again.as_mut_ptr(), 0), 0);
            assert_eq!(out, again);
            assert_eq!(mbedtls_sha512_update(&raw mut copy, input.add(1), 2), 0);
            assert_eq!(mbedtls_sha512_finish(&raw mut copy, again.as_mut_ptr()), 0);
            assert_eq!(out, again);
            assert_eq!(context.state, EMPTY.state);
        }
    }
}
