//! `mbedtls/chachapoly.h`: ChaCha20-Poly1305.

use super::guard::guard;
use super::self_test::{counted, hex};
use super::{owned, ptr};
use crate::capi::ptr::c_enum;
use crate::crypto::cipher::{ChaChaPolyKey, ChaChaPolyStream};
use core::ffi::{c_int, c_uchar};
use core::mem::MaybeUninit;
use zeroize::Zeroizing;

/// The call does not fit the state of the operation.
pub const MBEDTLS_ERR_CHACHAPOLY_BAD_STATE: c_int = -0x0054;
/// The authentication tag does not match.
pub const MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED: c_int = -0x0056;

/// What an operation does.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_chachapoly_mode_t {
    /// Encrypt.
    MBEDTLS_CHACHAPOLY_ENCRYPT = 0,
    /// Decrypt.
    MBEDTLS_CHACHAPOLY_DECRYPT = 1,
}

c_enum!(mbedtls_chachapoly_mode_t: MBEDTLS_CHACHAPOLY_ENCRYPT, MBEDTLS_CHACHAPOLY_DECRYPT);

/// A ChaCha20-Poly1305 operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_chachapoly_context {
    /// Not to be touched.
    pub reserved: [u64; 30],
}

/// What stands at the start of a context: a message under way, or NULL, and the key by value.
#[repr(C)]
#[derive(Clone, Copy)]
struct State {
    stream: *mut Message,
    key: [u8; 32],
}

/// A message under way.
struct Message {
    stream: ChaChaPolyStream,
    decrypts: bool,
}

/// An argument is NULL. The header has no code for it, which 3.6 does not look for.
const NULL: c_int = MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;

/// The key in a context; `None` for NULL.
///
/// # Safety
/// `ctx` must be NULL or an initialised context.
unsafe fn key_of(ctx: *const mbedtls_chachapoly_context) -> Option<Zeroizing<[u8; 32]>> {
    const { assert!(size_of::<mbedtls_chachapoly_context>() >= size_of::<State>()) };
    // SAFETY: a context is large and aligned enough.
    unsafe { ptr::as_ref(ctx.cast::<State>()) }.map(|state| Zeroizing::new(state.key))
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_init(ctx: *mut mbedtls_chachapoly_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_free(ctx: *mut mbedtls_chachapoly_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { owned::release::<Message, _>(ctx) });
}

/// Sets the key.
///
/// \param ctx  The context.
/// \param key  The key, 32 bytes.
///
/// \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_setkey(ctx: *mut mbedtls_chachapoly_context, key: *const c_uchar) -> c_int {
    guard(NULL, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or 32 bytes.
        match unsafe { (ptr::as_mut(ctx.cast::<State>()), ptr::array(key)) } {
            (Some(state), Some(key)) => {
                state.key = key;
                0
            }
            _ => NULL,
        }
    })
}

/// Starts a message that comes in parts.
///
/// \param ctx  The context, with its key.
/// \param nonce  The nonce, 12 bytes.
/// \param mode  MBEDTLS_CHACHAPOLY_ENCRYPT or MBEDTLS_CHACHAPOLY_DECRYPT.
///
/// \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_starts(
    ctx: *mut mbedtls_chachapoly_context,
    nonce: *const c_uchar,
    mode: MaybeUninit<mbedtls_chachapoly_mode_t>,
) -> c_int {
    guard(NULL, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or 12 bytes.
        let (Some(key), Some(nonce)) = (unsafe { (key_of(ctx), ptr::array(nonce)) }) else {
            return NULL;
        };
        // As in 3.6, what is not encryption is decryption.
        let decrypts = ptr::enum_value(mode) != Some(mbedtls_chachapoly_mode_t::MBEDTLS_CHACHAPOLY_ENCRYPT);
        let message = Message {
            stream: ChaChaPolyStream::new(&key, &nonce),
            decrypts,
        };
        // SAFETY: C passes an initialised context.
        unsafe { owned::put(ctx, message) };
        0
    })
}

/// Takes more associated data.
///
/// \param ctx  The context, with a message started and no data of it yet.
/// \param aad,aad_len  Associated data.
///
/// \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if it does not belong here or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_update_aad(
    ctx: *mut mbedtls_chachapoly_context,
    aad: *const c_uchar,
    aad_len: usize,
) -> c_int {
    guard(NULL, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or `aad_len` bytes.
        match unsafe { (owned::get::<Message, _>(ctx), ptr::bytes(aad, aad_len)) } {
            (Some(message), Some(aad)) => match message.stream.aad(aad) {
                Ok(()) => 0,
                Err(_) => MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
            },
            _ => MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
        }
    })
}

/// Encrypts or decrypts more of a message.
///
/// \param ctx  The context, with a message started.
/// \param len  Bytes.
/// \param input,output  More of the message; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if no message was started, it gets too long, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_update(
    ctx: *mut mbedtls_chachapoly_context,
    len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(NULL, || {
        // SAFETY: C passes NULL or an initialised context.
        let Some(message) = (unsafe { owned::get::<Message, _>(ctx) }) else {
            return MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;
        };
        // SAFETY: C passes NULL or `len` bytes each.
        let Some(data) = (unsafe { ptr::moved(input, output, len) }) else {
            return NULL;
        };
        let done = if message.decrypts {
            message.stream.decrypt(data)
        } else {
            message.stream.encrypt(data)
        };
        if done.is_ok() {
            0
        } else {
            MBEDTLS_ERR_CHACHAPOLY_BAD_STATE
        }
    })
}

/// Ends a message.
///
/// \param ctx  The context, with a message started.
/// \param mac  The tag, 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if no message was started or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_finish(ctx: *mut mbedtls_chachapoly_context, mac: *mut c_uchar) -> c_int {
    guard(NULL, || {
        if mac.is_null() {
            return NULL;
        }
        // SAFETY: C passes NULL or an initialised context.
        match unsafe { owned::take::<Message, _>(ctx) } {
            Some(message) => {
                // SAFETY: C passes 16 bytes.
                unsafe { ptr::copy_out(&message.stream.tag(), mac) };
                0
            }
            None => MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
        }
    })
}

/// Encrypts a message at once.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param nonce  The nonce, 12 bytes.
/// \param aad,aad_len  Associated data.
/// \param input,output  The message; they may be the same.
/// \param tag  The tag, 16 bytes.
///
/// \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_encrypt_and_tag(
    ctx: *mut mbedtls_chachapoly_context,
    length: usize,
    nonce: *const c_uchar,
    aad: *const c_uchar,
    aad_len: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    tag: *mut c_uchar,
) -> c_int {
    guard(NULL, || {
        // SAFETY: C passes NULL or an initialised context; a message under way ends here, as in 3.6.
        let key = unsafe {
            drop(owned::take::<Message, _>(ctx));
            key_of(ctx)
        };
        // SAFETY: C passes NULL or as many bytes as each has.
        let given = unsafe { (ptr::array(nonce), ptr::apart(aad, aad_len, output, length)) };
        // SAFETY: C passes NULL or `length` bytes each.
        let data = unsafe { ptr::moved(input, output, length) };
        let (Some(key), (Some(nonce), Some(aad)), Some(data), false) = (key, given, data, tag.is_null()) else {
            return NULL;
        };
        match ChaChaPolyKey::new(&*key).and_then(|key| key.seal(nonce, &aad, data)) {
            Ok(made) => {
                // SAFETY: C passes 16 bytes; `data` is no longer used.
                unsafe { ptr::copy_out(&made, tag) };
                0
            }
            Err(_) => MBEDTLS_ERR_CHACHAPOLY_BAD_STATE,
        }
    })
}

/// Decrypts a message at once, if its tag is right.
///
/// \param ctx  The context, with its key.
/// \param length  Bytes of the message.
/// \param nonce  The nonce, 12 bytes.
/// \param aad,aad_len  Associated data.
/// \param tag  The tag, 16 bytes.
/// \param input,output  The message; they may be the same.
///
/// \return  0, MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED if the tag is wrong (the output is wiped then), or
/// MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_chachapoly_auth_decrypt(
    ctx: *mut mbedtls_chachapoly_context,
    length: usize,
    nonce: *const c_uchar,
    aad: *const c_uchar,
    aad_len: usize,
    tag: *const c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(NULL, || {
        // SAFETY: C passes NULL or an initialised context; a message under way ends here, as in 3.6.
        let key = unsafe {
            drop(owned::take::<Message, _>(ctx));
            key_of(ctx)
        };
        // SAFETY: C passes NULL or as many bytes as each has; the tag is copied before output overwrites it.
        let given = unsafe {
            (
                ptr::array(nonce),
                ptr::apart(aad, aad_len, output, length),
                ptr::array(tag),
            )
        };
        let (Some(key), (Some(nonce), Some(aad), Some(tag))) = (key, given) else {
            return NULL;
        };
        // SAFETY: C passes NULL or `length` bytes each.
        let Some(data) = (unsafe { ptr::moved(input, output, length) }) else {
            return NULL;
        };
        match ChaChaPolyKey::new(&*key).and_then(|key| key.open(nonce, &aad, data, &tag)) {
            Ok(()) => 0,
            Err(_) => MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED,
        }
    })
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_chachapoly_self_test(verbose: c_int) -> c_int {
    /// RFC 8439, section 2.8.2: key, nonce, associated data, plaintext, ciphertext and tag.
    const ANSWERS: &[(&str, &str, &str, &[u8], &str)] = &[(
        "808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f",
        "070000004041424344454647",
        "50515253c0c1c2c3c4c5c6c7",
        b"Ladies and Gentlemen of the class of '99: If I could offer you only one tip for the future, \
          sunscreen would be it.",
        "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d6\
         3dbea45e8ca9671282fafb69da92728b1a71de0a9e060b2905d6a5b67ecd3b36\
         92ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc\
         3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691",
    )];
    guard(1, || {
        counted(
            verbose,
            "ChaCha20-Poly1305",
            ANSWERS,
            |(key, nonce, aad, plaintext, expected)| {
                let mut data = plaintext.to_vec();
                let made = hex(nonce).first_chunk().copied().and_then(|nonce| {
                    ChaChaPolyKey::new(&hex(key))
                        .and_then(|key| key.seal(nonce, &hex(aad), &mut data))
                        .ok()
                });
                made.is_some_and(|tag| [&data[..], &tag].concat() == hex(expected))
            },
        )
    })
}
