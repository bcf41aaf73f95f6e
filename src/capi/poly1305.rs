//! `mbedtls/poly1305.h`: Poly1305.

use super::guard::guard;
use super::owned;
use super::ptr;
use super::self_test::{counted, hex};
use crate::crypto::cipher::Poly1305;
use core::ffi::{c_int, c_uchar};

/// An argument is invalid.
pub const MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA: c_int = -0x0057;

/// A Poly1305 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_poly1305_context {
    /// Not to be touched.
    pub reserved: [u64; 10],
}

/// Makes a context ready.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_init(ctx: *mut mbedtls_poly1305_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_free(ctx: *mut mbedtls_poly1305_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { owned::release::<Poly1305, _>(ctx) });
}

/// Starts a message.
///
/// \param ctx  The context.
/// \param key  The key, 32 bytes, which must not be used for another message.
///
/// \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_starts(ctx: *mut mbedtls_poly1305_context, key: *const c_uchar) -> c_int {
    guard(MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or 32 bytes.
        let Some(key) = (unsafe { ptr::array(key) }).filter(|_| !ctx.is_null()) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        // SAFETY: an initialised context.
        unsafe { owned::put(ctx, Poly1305::new(&key)) };
        0
    })
}

/// Takes more of the message.
///
/// \param ctx  The context, started.
/// \param input,ilen  More of the message.
///
/// \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_update(
    ctx: *mut mbedtls_poly1305_context,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context, whose pointer is NULL or an authenticator, and NULL or `ilen`
        // bytes.
        let given = unsafe { (owned::get::<Poly1305, _>(ctx), ptr::bytes(input, ilen)) };
        let (Some(mac), Some(input)) = given else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        mac.update(input);
        0
    })
}

/// Ends a message.
///
/// \param ctx  The context, started.
/// \param mac  The tag, 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_finish(ctx: *mut mbedtls_poly1305_context, mac: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA, || {
        if mac.is_null() {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or an initialised context.
        let Some(state) = (unsafe { owned::take::<Poly1305, _>(ctx) }) else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        // SAFETY: C passes 16 bytes.
        unsafe { ptr::copy_out(&state.finish(), mac) };
        0
    })
}

/// The tag of a message at once.
///
/// \param key  The key, 32 bytes, which must not be used for another message.
/// \param input,ilen  The message.
/// \param mac  The tag, 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_poly1305_mac(
    key: *const c_uchar,
    input: *const c_uchar,
    ilen: usize,
    mac: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL, or 32 and `ilen` bytes.
        let (Some(key), Some(input), false) = (unsafe { (ptr::array(key), ptr::bytes(input, ilen), mac.is_null()) })
        else {
            return MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA;
        };
        let mut state = Poly1305::new(&key);
        state.update(input);
        // SAFETY: C passes 16 bytes.
        unsafe { ptr::copy_out(&state.finish(), mac) };
        0
    })
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_poly1305_self_test(verbose: c_int) -> c_int {
    /// RFC 8439, sections 2.5.2 and A.3 (test vector 4): key, message, tag.
    const ANSWERS: &[(&str, &[u8], &str)] = &[
        (
            "85d6be7857556d337f4452fe42d506a80103808afb0db2fd4abff6af4149f51b",
            b"Cryptographic Forum Research Group",
            "a8061dc1305136c6c22b8baf0c0127a9",
        ),
        (
            "1c9240a5eb55d38af333888604f6b5f0473917c1402b80099dca5cbc207075c0",
            b"'Twas brillig, and the slithy toves\nDid gyre and gimble in the wabe:\nAll mimsy were the \
              borogoves,\nAnd the mome raths outgrabe.",
            "4541669a7eaaee61e708dc7cbcc5eb62",
        ),
    ];
    guard(1, || {
        counted(verbose, "Poly1305", ANSWERS, |(key, message, expected)| {
            hex(key).first_chunk().is_some_and(|key| {
                let mut state = Poly1305::new(key);
                state.update(message);
                state.finish().to_vec() == hex(expected)
            })
        })
    })
}
