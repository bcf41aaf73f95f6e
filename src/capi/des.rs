//! `mbedtls/des.h`: DES and 3DES.

use super::block_key::{self, Codes, Way};
use super::error::MBEDTLS_ERR_ERROR_GENERIC_ERROR;
use super::guard::guard;
use super::{ptr, self_test};
use crate::crypto::cipher::{BlockAlgorithm, is_weak_des};
use core::ffi::{c_int, c_uchar};

/// Decrypt.
pub const MBEDTLS_DES_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_DES_ENCRYPT: c_int = 1;
/// Length of a DES key, in bytes.
pub const MBEDTLS_DES_KEY_SIZE: c_int = 8;
/// The data is not a whole number of blocks.
pub const MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH: c_int = -0x0032;

/// A DES key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_des_context {
    /// Not to be touched.
    pub reserved: [u32; 32],
}

/// A 3DES key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_des3_context {
    /// Not to be touched.
    pub reserved: [u32; 96],
}

/// What the functions here return. The header has no code for an invalid argument, which 3.6 does not look for.
const CODES: Codes = Codes {
    bad_input: MBEDTLS_ERR_ERROR_GENERIC_ERROR,
    length: MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH,
};

/// The bits of a byte of a key that are not parity.
const NOT_PARITY: c_uchar = 0xfe;

/// The byte with its lowest bit such that the number of ones is odd.
fn with_parity(byte: c_uchar) -> c_uchar {
    let bits = byte & NOT_PARITY;
    bits | c_uchar::from(bits.count_ones().is_multiple_of(2))
}

/// Gives each byte of a key odd parity.
///
/// \param key  The key, 8 bytes; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_key_set_parity(key: *mut c_uchar) {
    guard((), || {
        // SAFETY: C passes NULL or 8 bytes.
        for byte in unsafe { ptr::bytes_mut(key, 8) }.unwrap_or_default() {
            *byte = with_parity(*byte);
        }
    });
}

/// Whether each byte of a key has odd parity.
///
/// \param key  The key, 8 bytes.
///
/// \return  0 if so, 1 if not or `key` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_key_check_key_parity(key: *const c_uchar) -> c_int {
    guard(1, || {
        // SAFETY: C passes NULL or 8 bytes.
        let odd = unsafe { ptr::bytes(key, 8) }.is_some_and(|key| key.iter().all(|byte| *byte == with_parity(*byte)));
        c_int::from(!odd)
    })
}

/// Whether a key is one of the weak or semi-weak ones.
///
/// \param key  The key, 8 bytes, with odd parity.
///
/// \return  1 if so or `key` is NULL, 0 if not.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_key_check_weak(key: *const c_uchar) -> c_int {
    guard(1, || {
        // SAFETY: C passes NULL or 8 bytes.
        c_int::from(unsafe { ptr::array(key) }.is_none_or(|key| is_weak_des(&key)))
    })
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_init(ctx: *mut mbedtls_des_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context, and what the calling thread keeps of its key, as mbedtls_aes_free() does.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_free(ctx: *mut mbedtls_des_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { block_key::free(ctx) });
}

/// Sets a DES key for encryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key, 8 bytes, whose parity bits do not matter.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_setkey_enc(ctx: *mut mbedtls_des_context, key: *const c_uchar) -> c_int {
    guard(CODES.bad_input, || {
        // SAFETY: C passes NULL or a context, and NULL or a key of this length.
        match unsafe { block_key::set(ctx, BlockAlgorithm::Des, Way::Encrypt, key) } {
            Ok(()) => 0,
            Err(_) => CODES.bad_input,
        }
    })
}

/// Sets a DES key for decryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key, 8 bytes, whose parity bits do not matter.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_setkey_dec(ctx: *mut mbedtls_des_context, key: *const c_uchar) -> c_int {
    guard(CODES.bad_input, || {
        // SAFETY: C passes NULL or a context, and NULL or a key of this length.
        match unsafe { block_key::set(ctx, BlockAlgorithm::Des, Way::Decrypt, key) } {
            Ok(()) => 0,
            Err(_) => CODES.bad_input,
        }
    })
}

/// Encrypts or decrypts one block of 8 bytes, as the key was set for.
///
/// \param ctx  The context.
/// \param input,output  The block; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_crypt_ecb(
    ctx: *mut mbedtls_des_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: C passes NULL or a context, and NULL or a block each.
    guard(CODES.bad_input, || unsafe {
        block_key::ecb(ctx, None, input, output, CODES)
    })
}

/// Encrypts or decrypts whole blocks by CBC.
///
/// \param ctx  The context, with its key set for the same.
/// \param mode  MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT.
/// \param length  Bytes, a multiple of 8.
/// \param iv  Initialization vector of 8 bytes; holds that of the next call then.
/// \param input,output  The data; they may be the same.
///
/// \return  0, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
/// MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des_crypt_cbc(
    ctx: *mut mbedtls_des_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(CODES.bad_input, || {
        // As in 3.6, what is not encryption is decryption.
        let way = Way::from_mode(mode).unwrap_or(Way::Decrypt);
        // SAFETY: C passes NULL or a context, NULL or 8 bytes, and NULL or `length` bytes.
        unsafe { block_key::cbc(ctx, way, length, iv, (input, output), CODES) }
    })
}

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_init(ctx: *mut mbedtls_des3_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context, and what the calling thread keeps of its key, as mbedtls_aes_free() does.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_free(ctx: *mut mbedtls_des3_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { block_key::free(ctx) });
}

/// Sets a 3DES key of two parts for encryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key, 16 bytes, whose parity bits do not matter.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set2key_enc(ctx: *mut mbedtls_des3_context, key: *const c_uchar) -> c_int {
    guard(CODES.bad_input, || {
        // SAFETY: C passes NULL or a context, and NULL or a key of this length.
        match unsafe { block_key::set(ctx, BlockAlgorithm::TripleDes2, Way::Encrypt, key) } {
            Ok(()) => 0,
            Err(_) => CODES.bad_input,
        }
    })
}

/// Sets a 3DES key of two parts for decryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key, 16 bytes, whose parity bits do not matter.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set2key_dec(ctx: *mut mbedtls_des3_context, key: *const c_uchar) -> c_int {
    guard(CODES.bad_input, || {
        // SAFETY: C passes NULL or a context, and NULL or a key of this length.
        match unsafe { block_key::set(ctx, BlockAlgorithm::TripleDes2, Way::Decrypt, key) } {
            Ok(()) => 0,
            Err(_) => CODES.bad_input,
        }
    })
}

/// Sets a 3DES key of three parts for encryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key, 24 bytes, whose parity bits do not matter.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set3key_enc(ctx: *mut mbedtls_des3_context, key: *const c_uchar) -> c_int {
    guard(CODES.bad_input, || {
        // SAFETY: C passes NULL or a context, and NULL or a key of this length.
        match unsafe { block_key::set(ctx, BlockAlgorithm::TripleDes3, Way::Encrypt, key) } {
            Ok(()) => 0,
            Err(_) => CODES.bad_input,
        }
    })
}

/// Sets a 3DES key of three parts for decryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key, 24 bytes, whose parity bits do not matter.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_set3key_dec(ctx: *mut mbedtls_des3_context, key: *const c_uchar) -> c_int {
    guard(CODES.bad_input, || {
        // SAFETY: C passes NULL or a context, and NULL or a key of this length.
        match unsafe { block_key::set(ctx, BlockAlgorithm::TripleDes3, Way::Decrypt, key) } {
            Ok(()) => 0,
            Err(_) => CODES.bad_input,
        }
    })
}

/// Encrypts or decrypts one block of 8 bytes, as the key was set for.
///
/// \param ctx  The context.
/// \param input,output  The block; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_crypt_ecb(
    ctx: *mut mbedtls_des3_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: C passes NULL or a context, and NULL or a block each.
    guard(CODES.bad_input, || unsafe {
        block_key::ecb(ctx, None, input, output, CODES)
    })
}

/// Encrypts or decrypts whole blocks by CBC.
///
/// \param ctx  The context, with its key set for the same.
/// \param mode  MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT.
/// \param length  Bytes, a multiple of 8.
/// \param iv  Initialization vector of 8 bytes; holds that of the next call then.
/// \param input,output  The data; they may be the same.
///
/// \return  0, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
/// MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_des3_crypt_cbc(
    ctx: *mut mbedtls_des3_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(CODES.bad_input, || {
        // As in 3.6, what is not encryption is decryption.
        let way = Way::from_mode(mode).unwrap_or(Way::Decrypt);
        // SAFETY: C passes NULL or a context, NULL or 8 bytes, and NULL or `length` bytes.
        unsafe { block_key::cbc(ctx, way, length, iv, (input, output), CODES) }
    })
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_des_self_test(verbose: c_int) -> c_int {
    guard(1, || self_test::others::des(verbose))
}
