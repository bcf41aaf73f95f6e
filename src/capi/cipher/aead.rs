//! Authenticated encryption and key wrap: associated data, tags, whole messages.

use super::state::{Body, State, state, unavailable};
use super::{
    MBEDTLS_ERR_CIPHER_AUTH_FAILED, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
    mbedtls_cipher_context_t, mbedtls_cipher_mode_t as Mode, mbedtls_operation_t,
};
use crate::capi::ccm::MBEDTLS_ERR_CCM_AUTH_FAILED;
use crate::capi::chachapoly::MBEDTLS_ERR_CHACHAPOLY_BAD_STATE;
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::gcm::{self, MBEDTLS_ERR_GCM_AUTH_FAILED, MBEDTLS_GCM_ENCRYPT};
use crate::capi::guard::guard;
use crate::capi::{nist_kw, ptr};
use crate::crypto::cipher::{ChaChaPolyKey, ChaChaPolyStream};
use core::ffi::{c_int, c_uchar};
use subtle::ConstantTimeEq as _;

/// Bytes to be read.
type In = (*const c_uchar, usize);

/// Takes associated data of a message that comes in parts. With ChaCha20-Poly1305 it starts the message: it must be called
/// once, also if there is none.
///
/// \param ctx  The context, set up for GCM or ChaCha20-Poly1305, with its key and nonce.
/// \param ad,ad_len  Associated data.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key or a
/// pointer is NULL, or MBEDTLS_ERR_GCM_BAD_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_update_ad(
    ctx: *mut mbedtls_cipher_context_t,
    ad: *const c_uchar,
    ad_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or `ad_len` bytes.
        let (Ok((state, _)), ad) = (unsafe { (state(ctx), ptr::bytes(ad, ad_len)) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let nonce = state.nonce();
        match (&mut state.body, ad) {
            (Body::Gcm(gcm), Some(ad)) => gcm.update_ad(ad),
            (Body::ChaChaPoly(key, message), Some(ad)) => {
                let mut stream = Box::new(ChaChaPolyStream::new(key, &nonce));
                let done = stream.aad(ad);
                *message = Some(stream);
                if done.is_ok() {
                    0
                } else {
                    MBEDTLS_ERR_CHACHAPOLY_BAD_STATE
                }
            }
            (Body::Gcm(_) | Body::ChaChaPoly(..), None) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
            (Body::Keyless, _) if !is_streamed(state.cipher.mode) => MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE,
            (body, _) => unavailable(body),
        }
    })
}

/// Whether a mode has associated data and a tag for messages in parts.
fn is_streamed(mode: Mode) -> bool {
    matches!(mode, Mode::MBEDTLS_MODE_GCM | Mode::MBEDTLS_MODE_CHACHAPOLY)
}

/// The tag of a message that came in parts, or an error code.
fn finish(state: &mut State, tag_len: usize) -> Result<[u8; 16], c_int> {
    match &mut state.body {
        Body::Gcm(gcm) => gcm.finish(tag_len),
        Body::ChaChaPoly(..) if tag_len != 16 => Err(MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA),
        Body::ChaChaPoly(_, message) => match message.take() {
            Some(message) => Ok(message.tag()),
            None => Err(MBEDTLS_ERR_CHACHAPOLY_BAD_STATE),
        },
        _ if !is_streamed(state.cipher.mode) => Err(MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE),
        body => Err(unavailable(body)),
    }
}

/// The tag of a message that was encrypted in parts.
///
/// \param ctx  The context, set up for GCM or ChaCha20-Poly1305.
/// \param tag,tag_len  The tag: 4 to 16 bytes of GCM, 16 of ChaCha20-Poly1305.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it was not
/// encryption, or MBEDTLS_ERR_GCM_BAD_INPUT or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_write_tag(
    ctx: *mut mbedtls_cipher_context_t,
    tag: *mut c_uchar,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = match unsafe { state(ctx) } {
            Ok((state, mbedtls_operation_t::MBEDTLS_ENCRYPT)) if !tag.is_null() => state,
            _ => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        };
        match finish(state, tag_len) {
            Ok(made) => {
                // SAFETY: C passes `tag_len` bytes.
                unsafe { ptr::copy_out(made.get(..tag_len).unwrap_or(&made), tag) };
                0
            }
            Err(code) => code,
        }
    })
}

/// Compares the tag of a message that was decrypted in parts.
///
/// \param ctx  The context, set up for GCM or ChaCha20-Poly1305.
/// \param tag,tag_len  The tag: 4 to 16 bytes of GCM, 16 of ChaCha20-Poly1305.
///
/// \return  0, MBEDTLS_ERR_CIPHER_AUTH_FAILED if the tag is wrong, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers,
/// MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if it was not decryption, or MBEDTLS_ERR_GCM_BAD_INPUT or
/// MBEDTLS_ERR_CHACHAPOLY_BAD_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_check_tag(
    ctx: *mut mbedtls_cipher_context_t,
    tag: *const c_uchar,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let state = match unsafe { state(ctx) } {
            Ok((state, mbedtls_operation_t::MBEDTLS_DECRYPT)) => state,
            _ => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        };
        if tag_len > 16 && state.cipher.mode == Mode::MBEDTLS_MODE_GCM {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or `tag_len` bytes.
        let Some(given) = (unsafe { ptr::bytes(tag, tag_len) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        match finish(state, tag_len) {
            Ok(made) if made.get(..tag_len).is_some_and(|made| made.ct_eq(given).into()) => 0,
            Ok(_) => MBEDTLS_ERR_CIPHER_AUTH_FAILED,
            Err(code) => code,
        }
    })
}

/// Encrypts a message at once, the tag behind it; or wraps a key.
///
/// \param ctx  The context, set up for GCM, CCM, ChaCha20-Poly1305, KW or KWP, with its key.
/// \param iv,iv_len  The nonce; of KW and KWP none.
/// \param ad,ad_len  Associated data; of KW and KWP none.
/// \param input,ilen  The message, or the key to be wrapped.
/// \param output,output_len  Where message and tag go, and the room there.
/// \param olen  Bytes put out.
/// \param tag_len  Length of the tag; of KW and KWP 0.
///
/// \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for other ciphers, MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no room, no
/// key, or a pointer is NULL, or the code of the cipher's own header.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_auth_encrypt_ext(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    output_len: usize,
    olen: *mut usize,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let Ok((state, _)) = (unsafe { state(ctx) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if let Some(mode) = wrap_mode(state) {
            if iv_len != 0 || tag_len != 0 || ad_len != 0 {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            }
            let Body::Wrap(key) = &state.body else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            // SAFETY: C passes NULL or as many bytes as it says.
            return unsafe { nist_kw::wrap(key, mode, (input, ilen), (output, output_len), olen) };
        }
        if ilen.checked_add(tag_len).is_none_or(|sum| output_len < sum) {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        // SAFETY: C passes NULL or as many bytes as it says; the tag's are behind the message's.
        let ret = unsafe {
            let tag = (output.wrapping_add(ilen), tag_len);
            let tag = if output.is_null() { (output, tag_len) } else { tag };
            seal(state, (iv, iv_len), (ad, ad_len), (input, output, ilen), tag)
        };
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(olen, ilen.wrapping_add(tag_len)) };
        ret
    })
}

/// Which of the two, if the context is for wrapping keys.
fn wrap_mode(state: &State) -> Option<nist_kw::mbedtls_nist_kw_mode_t> {
    match state.cipher.mode {
        Mode::MBEDTLS_MODE_KW => Some(nist_kw::mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KW),
        Mode::MBEDTLS_MODE_KWP => Some(nist_kw::mbedtls_nist_kw_mode_t::MBEDTLS_KW_MODE_KWP),
        _ => None,
    }
}

/// [`mbedtls_cipher_auth_encrypt_ext`] of an AEAD.
///
/// # Safety
/// Each pointer must be NULL or have as many bytes as its length says.
unsafe fn seal(
    state: &mut State,
    iv: In,
    ad: In,
    data: (*const c_uchar, *mut c_uchar, usize),
    tag: (*mut c_uchar, usize),
) -> c_int {
    match &mut state.body {
        // SAFETY: the caller's promise is the same.
        Body::Gcm(gcm) => unsafe { gcm::crypt_and_tag(Some(gcm), MBEDTLS_GCM_ENCRYPT, iv, ad, data, tag) },
        // SAFETY: the caller's promise is the same.
        Body::Ccm(ccm) if state.cipher.mode == Mode::MBEDTLS_MODE_CCM => unsafe {
            crate::capi::ccm::seal(Some(ccm), false, iv, ad, data, tag)
        },
        Body::ChaChaPoly(key, _) if tag.1 == 16 && iv.1 == 12 => {
            let (input, output, len) = data;
            // SAFETY: the caller's promise is the same.
            let given = unsafe { (ptr::array(iv.0), ptr::apart(ad.0, ad.1, output, len)) };
            // SAFETY: the caller's promise is the same.
            let (Some(nonce), Some(ad), Some(data)) = (given.0, given.1, unsafe { ptr::moved(input, output, len) })
            else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            match ChaChaPolyKey::new(&**key).and_then(|key| key.seal(nonce, &ad, data)) {
                Ok(made) => {
                    // SAFETY: 16 bytes are writable; `data` is no longer used.
                    unsafe { ptr::copy_out(&made, tag.0) };
                    0
                }
                Err(_) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
            }
        }
        Body::ChaChaPoly(..) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        body => unavailable(body),
    }
}

/// Decrypts a message at once, if the tag behind it is right; or unwraps a key.
///
/// \param ctx  The context, set up for GCM, CCM, ChaCha20-Poly1305, KW or KWP, with its key.
/// \param iv,iv_len  The nonce; of KW and KWP none.
/// \param ad,ad_len  Associated data; of KW and KWP none.
/// \param input,ilen  Message and tag, or the wrapped key.
/// \param output,output_len  Where the message goes, and the room there.
/// \param olen  Bytes put out.
/// \param tag_len  Length of the tag; of KW and KWP 0.
///
/// \return  0, MBEDTLS_ERR_CIPHER_AUTH_FAILED if the tag is wrong (the output is wiped then), or as
/// mbedtls_cipher_auth_encrypt_ext().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_auth_decrypt_ext(
    ctx: *mut mbedtls_cipher_context_t,
    iv: *const c_uchar,
    iv_len: usize,
    ad: *const c_uchar,
    ad_len: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    output_len: usize,
    olen: *mut usize,
    tag_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context.
        let Ok((state, _)) = (unsafe { state(ctx) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if let Some(mode) = wrap_mode(state) {
            if iv_len != 0 || tag_len != 0 || ad_len != 0 {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            }
            let Body::Wrap(key) = &state.body else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            // SAFETY: C passes NULL or as many bytes as it says.
            return unsafe { nist_kw::unwrap(key, mode, (input, ilen), (output, output_len), olen) };
        }
        let Some(len) = ilen.checked_sub(tag_len).filter(|len| output_len >= *len) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if input.is_null() && ilen > 0 {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        let tag = (input.wrapping_add(len), tag_len);
        // SAFETY: C passes NULL or as many bytes as it says; the tag's are behind the message's.
        let ret = unsafe { open(state, (iv, iv_len), (ad, ad_len), (input, output, len), tag) };
        // SAFETY: C passes NULL or a number.
        unsafe { ptr::store(olen, len) };
        ret
    })
}

/// [`mbedtls_cipher_auth_decrypt_ext`] of an AEAD.
///
/// # Safety
/// As for [`seal`].
unsafe fn open(state: &mut State, iv: In, ad: In, data: (*const c_uchar, *mut c_uchar, usize), tag: In) -> c_int {
    let code = match &mut state.body {
        // SAFETY: the caller's promise is the same.
        Body::Gcm(gcm) => unsafe { gcm::auth_decrypt(Some(gcm), iv, ad, tag, data) },
        // SAFETY: the caller's promise is the same.
        Body::Ccm(ccm) if state.cipher.mode == Mode::MBEDTLS_MODE_CCM => unsafe {
            crate::capi::ccm::open(Some(ccm), false, iv, ad, data, tag)
        },
        Body::ChaChaPoly(key, _) if tag.1 == 16 && iv.1 == 12 => {
            let (input, output, len) = data;
            // SAFETY: the caller's promise is the same; the tag is copied before output overwrites it.
            let given = unsafe { (ptr::array(iv.0), ptr::apart(ad.0, ad.1, output, len), ptr::array(tag.0)) };
            let (Some(nonce), Some(ad), Some(tag)) = given else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            // SAFETY: the caller's promise is the same.
            let Some(data) = (unsafe { ptr::moved(input, output, len) }) else {
                return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
            };
            match ChaChaPolyKey::new(&**key).and_then(|key| key.open(nonce, &ad, data, &tag)) {
                Ok(()) => 0,
                Err(_) => MBEDTLS_ERR_CIPHER_AUTH_FAILED,
            }
        }
        Body::ChaChaPoly(..) => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        body => unavailable(body),
    };
    match code {
        MBEDTLS_ERR_GCM_AUTH_FAILED | MBEDTLS_ERR_CCM_AUTH_FAILED => MBEDTLS_ERR_CIPHER_AUTH_FAILED,
        code => code,
    }
}
