//! AES-XTS, whose context holds both keys by value.

use super::{MBEDTLS_ERR_AES_BAD_INPUT_DATA, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH, MBEDTLS_ERR_AES_INVALID_KEY_LENGTH};
use super::{block_key::Way, mbedtls_aes_xts_context};
use crate::capi::guard::guard;
use crate::capi::ptr;
use crate::crypto::cipher::{KeyNumber, forget, recent_xts_key};
use core::ffi::{c_int, c_uchar, c_uint};
use zeroize::Zeroizing;

/// The longest data unit, in bytes (NIST SP 800-38E: 2^20 blocks).
const MAX_UNIT: usize = 16 << 20;

/// What stands at the start of a context.
#[repr(C)]
#[derive(Clone, Copy)]
struct Keys {
    /// Length of both keys together, in bytes; 0 is none.
    len: u64,
    /// Number of the keys, by which a thread finds them expanded; 0 is no key.
    number: u64,
    keys: [u8; 64],
}

/// Makes a context ready for its keys.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_init(ctx: *mut mbedtls_aes_xts_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context, and what the calling thread keeps of its keys. For other threads see mbedtls_aes_free().
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_free(ctx: *mut mbedtls_aes_xts_context) {
    guard((), || {
        // SAFETY: C passes NULL or a context that is initialised or zeroed, of which any bytes are allowed.
        let kept = unsafe { ptr::as_ref(ctx.cast::<Keys>()) };
        if let Some(number) = kept.and_then(|kept| KeyNumber::from_bits(kept.number)) {
            forget(number);
        }
        // SAFETY: C passes NULL or a context of this size, which owns nothing.
        unsafe { ptr::zero(ctx) };
    });
}

/// Sets the keys for encryption.
///
/// \param ctx  The context.
/// \param key  The data key, then the tweak key.
/// \param keybits  Length of both together: 256 or 512.
///
/// \return  0, MBEDTLS_ERR_AES_INVALID_KEY_LENGTH for another length, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if a pointer
/// is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_setkey_enc(
    ctx: *mut mbedtls_aes_xts_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    guard(MBEDTLS_ERR_AES_BAD_INPUT_DATA, || {
        let len: u8 = match keybits {
            256 => 32,
            512 => 64,
            _ => return MBEDTLS_ERR_AES_INVALID_KEY_LENGTH,
        };
        // SAFETY: C passes NULL or a key of this length.
        let Some(given) = (unsafe { ptr::bytes(key, len.into()) }) else {
            return MBEDTLS_ERR_AES_BAD_INPUT_DATA;
        };
        if ctx.is_null() {
            return MBEDTLS_ERR_AES_BAD_INPUT_DATA;
        }
        const { assert!(size_of::<mbedtls_aes_xts_context>() >= size_of::<Keys>()) };
        let mut keys = Zeroizing::new([0; 64]);
        for (to, from) in keys.iter_mut().zip(given) {
            *to = *from;
        }
        // SAFETY: a context is large enough and aligned, and owns nothing.
        unsafe {
            ptr::store(
                ctx.cast(),
                Keys {
                    len: len.into(),
                    number: KeyNumber::unused().to_bits(),
                    keys: *keys,
                },
            )
        };
        0
    })
}

/// Sets the keys for decryption.
///
/// \param ctx,key,keybits  As for mbedtls_aes_xts_setkey_enc().
///
/// \return  As mbedtls_aes_xts_setkey_enc().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_xts_setkey_dec(
    ctx: *mut mbedtls_aes_xts_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    // SAFETY: C passes what the other function is passed, and the keys are kept in the same way.
    unsafe { mbedtls_aes_xts_setkey_enc(ctx, key, keybits) }
}

/// Encrypts or decrypts a data unit.
///
/// \param ctx  The context.
/// \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  Bytes of the unit: 16 to 2^24.
/// \param data_unit  Number of the unit, 16 bytes, the lowest first.
/// \param input,output  The unit; they may be the same.
///
/// \return  0, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH for another length, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is
/// another, there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_xts(
    ctx: *mut mbedtls_aes_xts_context,
    mode: c_int,
    length: usize,
    data_unit: *const c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_AES_BAD_INPUT_DATA, || {
        let Some(way) = Way::from_mode(mode) else {
            return MBEDTLS_ERR_AES_BAD_INPUT_DATA;
        };
        if !(16..=MAX_UNIT).contains(&length) {
            return MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH;
        }
        // SAFETY: C passes NULL or an initialised context, of which any bytes are allowed, and NULL or 16 bytes.
        let (kept, number) = unsafe { (ptr::as_ref(ctx.cast::<Keys>()), ptr::array::<16>(data_unit)) };
        let key = kept.and_then(|kept| {
            let len = usize::try_from(kept.len).ok()?;
            recent_xts_key(KeyNumber::from_bits(kept.number)?, kept.keys.get(..len)?).ok()
        });
        // SAFETY: C passes NULL or `length` bytes each.
        let unit = unsafe { ptr::moved(input, output, length) };
        let (Some(key), Some(number), Some(unit)) = (key, number, unit) else {
            return MBEDTLS_ERR_AES_BAD_INPUT_DATA;
        };
        let done = match way {
            Way::Encrypt => key.encrypt(number, unit),
            Way::Decrypt => key.decrypt(number, unit),
        };
        if done.is_ok() {
            0
        } else {
            MBEDTLS_ERR_AES_BAD_INPUT_DATA
        }
    })
}
