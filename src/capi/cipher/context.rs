//! Contexts: setting up, key, padding, initialization vector.

use super::info::Cipher;
use super::state::{Body, State, state};
use super::{
    MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE, MBEDTLS_MAX_IV_LENGTH,
    mbedtls_cipher_context_t, mbedtls_cipher_info_t, mbedtls_cipher_mode_t as Mode, mbedtls_cipher_padding_t,
    mbedtls_operation_t,
};
use crate::capi::ccm::{MBEDTLS_CCM_STAR_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT};
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::gcm::{MBEDTLS_ERR_GCM_BAD_INPUT, MBEDTLS_GCM_DECRYPT, MBEDTLS_GCM_ENCRYPT};
use crate::capi::guard::guard;
use crate::capi::ptr::{self, enum_value};
use crate::crypto::cipher::{ChaCha20, Cmac, Direction, Padding};
use core::ffi::{c_int, c_uchar};
use core::mem::MaybeUninit;

/// Makes a context ready for mbedtls_cipher_setup().
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_init(ctx: *mut mbedtls_cipher_context_t) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing yet.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Releases a context.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_free(ctx: *mut mbedtls_cipher_context_t) {
    guard((), || {
        // SAFETY: C passes NULL or a context that is initialised or zeroed.
        let Some(context) = (unsafe { ptr::as_ref(ctx) }) else {
            return;
        };
        let (inner, cmac) = (context.inner.cast::<State>(), context.cmac_ctx.cast::<Cmac>());
        // SAFETY: what is not NULL came from `Box`es in mbedtls_cipher_setup() and mbedtls_cipher_cmac_starts(); the context
        // forgets them.
        unsafe {
            if !inner.is_null() {
                drop(Box::from_raw(inner));
            }
            if !cmac.is_null() {
                drop(Box::from_raw(cmac));
            }
            ptr::zero(ctx);
        }
    });
}

/// Sets up a context for a cipher.
///
/// \param ctx  The context, initialised.
/// \param cipher_info  The cipher.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_setup(
    ctx: *mut mbedtls_cipher_context_t,
    cipher_info: *const mbedtls_cipher_info_t,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a description.
        let Some(cipher) = (unsafe { Cipher::of(cipher_info) }).filter(|_| !ctx.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: C passes a context, which as in 3.6 owns nothing yet.
        unsafe {
            ptr::zero(ctx);
            if let Some(context) = ptr::as_mut(ctx) {
                context.cipher_info = cipher_info;
                context.inner = Box::into_raw(Box::new(State::new(cipher))).cast();
            }
        }
        0
    })
}

/// Sets the key.
///
/// \param ctx  The context, set up.
/// \param key  The key.
/// \param key_bitlen  Its length, which must be the cipher's.
/// \param operation  MBEDTLS_ENCRYPT or MBEDTLS_DECRYPT.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_setkey(
    ctx: *mut mbedtls_cipher_context_t,
    key: *const c_uchar,
    key_bitlen: c_int,
    operation: MaybeUninit<mbedtls_operation_t>,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let direction = match enum_value(operation) {
            Some(mbedtls_operation_t::MBEDTLS_ENCRYPT) => Direction::Encrypt,
            Some(mbedtls_operation_t::MBEDTLS_DECRYPT) => Direction::Decrypt,
            _ => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        };
        // SAFETY: C passes NULL or an initialised context.
        let (state, _) = match unsafe { state(ctx) } {
            Ok(found) => found,
            Err(code) => return code,
        };
        if u32::try_from(key_bitlen) != Ok(state.cipher.key_bits) {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or a key of this length.
        let Some(key) = (unsafe { ptr::bytes(key, (state.cipher.key_bits / 8) as usize) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let ret = state.set_key(key, direction);
        // SAFETY: the context is not NULL, as it has a state.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.key_bitlen = key_bitlen;
            context.operation = operation;
        }
        ret
    })
}

/// Sets the padding of CBC. It must be set before mbedtls_cipher_finish().
///
/// \param ctx  The context, set up for CBC.
/// \param mode  The padding.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for another padding, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if the mode is not
/// CBC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_set_padding_mode(
    ctx: *mut mbedtls_cipher_context_t,
    mode: MaybeUninit<mbedtls_cipher_padding_t>,
) -> c_int {
    use mbedtls_cipher_padding_t as P;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let Ok((state, _)) = (unsafe { state(ctx) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if state.cipher.mode != Mode::MBEDTLS_MODE_CBC {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        let padding = match enum_value(mode) {
            Some(P::MBEDTLS_PADDING_PKCS7) => Padding::Pkcs7,
            Some(P::MBEDTLS_PADDING_ONE_AND_ZEROS) => Padding::OneAndZeros,
            Some(P::MBEDTLS_PADDING_ZEROS_AND_LEN) => Padding::ZerosAndLen,
            Some(P::MBEDTLS_PADDING_ZEROS) => Padding::Zeros,
            Some(P::MBEDTLS_PADDING_NONE) => Padding::None,
            None => return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
        };
        state.padding = Some(padding);
        if let Body::Block(running) = &mut state.body {
            running.set_padding(padding);
        }
        0
    })
}

/// Sets the initialization vector, counter or nonce. With GCM, CCM* and ChaCha20 a message starts.
///
/// \param ctx  The context, with its key.
/// \param iv,iv_len  The vector, at most 16 bytes. What is longer than the cipher's is cut, but of ChaCha20.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE if it is too long, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it is too
/// short, or what mbedtls_gcm_starts() and mbedtls_ccm_starts() return.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_set_iv(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let (state, operation) = match unsafe { state(ctx) } {
            Ok(found) => found,
            Err(code) => return code,
        };
        if iv_len > MBEDTLS_MAX_IV_LENGTH as usize {
            return MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE;
        }
        let wanted = if state.cipher.has_variable_iv() {
            iv_len
        } else {
            state.cipher.iv_len()
        };
        let chacha = matches!(
            state.cipher.mode,
            Mode::MBEDTLS_MODE_STREAM | Mode::MBEDTLS_MODE_CHACHAPOLY
        );
        if wanted > iv_len || (chacha && iv_len != wanted) {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or `iv_len` bytes, of which these are the first.
        let Some(iv) = (unsafe { ptr::bytes(iv, wanted) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if matches!(
            state.cipher.mode,
            Mode::MBEDTLS_MODE_GCM | Mode::MBEDTLS_MODE_CCM_STAR_NO_TAG
        ) {
            return start_message(state, operation, iv);
        }
        if !iv.is_empty() {
            keep_iv(state, iv);
            // SAFETY: the context is not NULL, as it has a state.
            if let Some(context) = unsafe { ptr::as_mut(ctx) } {
                context.iv_size = iv.len();
            }
        }
        0
    })
}

/// Starts a message of GCM or CCM*; an error code, or 0.
fn start_message(state: &mut State, operation: mbedtls_operation_t, nonce: &[u8]) -> c_int {
    let encrypts = operation == mbedtls_operation_t::MBEDTLS_ENCRYPT;
    match &mut state.body {
        Body::Gcm(gcm) => gcm.start(
            if encrypts {
                MBEDTLS_GCM_ENCRYPT
            } else {
                MBEDTLS_GCM_DECRYPT
            },
            Some(nonce),
        ),
        Body::Ccm(ccm) => {
            let mode = if encrypts {
                MBEDTLS_CCM_STAR_ENCRYPT
            } else {
                MBEDTLS_CCM_STAR_DECRYPT
            };
            match ccm.start(mode, nonce) {
                0 => ccm.set_lengths(0, 0, 0),
                code => code,
            }
        }
        _ if state.cipher.mode == Mode::MBEDTLS_MODE_GCM && nonce.is_empty() => MBEDTLS_ERR_GCM_BAD_INPUT,
        _ => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
    }
}

/// Keeps the vector, and gives it to the mode.
fn keep_iv(state: &mut State, iv: &[u8]) {
    for (to, from) in state.iv.iter_mut().zip(iv) {
        *to = *from;
    }
    let nonce = state.nonce();
    match &mut state.body {
        Body::Block(running) => drop(running.set_iv(iv)),
        Body::ChaCha(stream) => **stream = ChaCha20::new(&stream.key, &nonce, 0),
        _ => {}
    }
}

/// Forgets what waits for the rest of its block.
///
/// \param ctx  The context, set up.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it is not set up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_reset(ctx: *mut mbedtls_cipher_context_t) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        match unsafe { state(ctx) } {
            Ok((state, _)) => {
                if let Body::Block(running) = &mut state.body {
                    running.reset();
                }
                0
            }
            Err(code) => code,
        }
    })
}
