//! `mbedtls/aes.h`: AES.

pub mod xts;

use super::block_key::{self, Codes, Feedback, Way};
use super::guard::guard;
use super::{ptr, self_test};
use crate::crypto::cipher::BlockAlgorithm;
use core::ffi::{c_int, c_uchar, c_uint};

/// Decrypt.
pub const MBEDTLS_AES_DECRYPT: c_int = 0;
/// Encrypt.
pub const MBEDTLS_AES_ENCRYPT: c_int = 1;
/// The key must have 128, 192 or 256 bits.
pub const MBEDTLS_ERR_AES_INVALID_KEY_LENGTH: c_int = -0x0020;
/// An argument is invalid.
pub const MBEDTLS_ERR_AES_BAD_INPUT_DATA: c_int = -0x0021;
/// The data is not a whole number of blocks.
pub const MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH: c_int = -0x0022;

/// An AES key, made ready for encryption or decryption.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_aes_context {
    /// Not to be touched.
    pub reserved: [u64; 36],
}

/// The two AES keys of XTS.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_aes_xts_context {
    /// Not to be touched.
    pub reserved: [u64; 72],
}

/// What the functions here return.
const CODES: Codes = Codes {
    bad_input: MBEDTLS_ERR_AES_BAD_INPUT_DATA,
    length: MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH,
};

/// Makes a context ready for a key.
///
/// \param ctx  The context; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_init(ctx: *mut mbedtls_aes_context) {
    // SAFETY: C passes NULL or a context of this size, which owns nothing.
    guard((), || unsafe { ptr::zero(ctx) });
}

/// Wipes a context, and what the calling thread keeps of its key.
///
/// Each thread keeps the keys that it used last, up to 32, ready for use beside the contexts. Another thread that used
/// this key keeps it until it ends or has used enough other keys; so does this thread with the keys of contexts that it
/// does not free, and with the key that a context had before it was given another one.
///
/// \param ctx  The context; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_free(ctx: *mut mbedtls_aes_context) {
    // SAFETY: C passes NULL or a context that is initialised or zeroed.
    guard((), || unsafe { block_key::free(ctx) });
}

/// Sets the key for encryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx  The context.
/// \param key  The key.
/// \param keybits  Its length: 128, 192 or 256.
///
/// \return  0, or MBEDTLS_ERR_AES_INVALID_KEY_LENGTH for another length, or
/// MBEDTLS_ERR_AES_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_setkey_enc(
    ctx: *mut mbedtls_aes_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    // SAFETY: C passes NULL or a context, and NULL or a key of this length.
    guard(MBEDTLS_ERR_AES_BAD_INPUT_DATA, || unsafe {
        set_key(ctx, Way::Encrypt, key, keybits)
    })
}

/// Sets the key for decryption. The context holds it by value: it may be copied as bytes.
///
/// \param ctx,key,keybits  As for mbedtls_aes_setkey_enc().
///
/// \return  As mbedtls_aes_setkey_enc().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_setkey_dec(
    ctx: *mut mbedtls_aes_context,
    key: *const c_uchar,
    keybits: c_uint,
) -> c_int {
    // SAFETY: C passes NULL or a context, and NULL or a key of this length.
    guard(MBEDTLS_ERR_AES_BAD_INPUT_DATA, || unsafe {
        set_key(ctx, Way::Decrypt, key, keybits)
    })
}

/// Sets a key.
///
/// # Safety
/// `ctx` must be NULL or a context, `key` NULL or `keybits` bits.
unsafe fn set_key(ctx: *mut mbedtls_aes_context, way: Way, key: *const c_uchar, keybits: c_uint) -> c_int {
    let algorithm = match keybits {
        128 => BlockAlgorithm::Aes128,
        192 => BlockAlgorithm::Aes192,
        256 => BlockAlgorithm::Aes256,
        _ => return MBEDTLS_ERR_AES_INVALID_KEY_LENGTH,
    };
    // SAFETY: the caller's promise; the length is that of the algorithm's keys.
    match unsafe { block_key::set(ctx, algorithm, way, key) } {
        Ok(()) => 0,
        Err(_) => MBEDTLS_ERR_AES_BAD_INPUT_DATA,
    }
}

/// Encrypts or decrypts one block of 16 bytes.
///
/// \param ctx  The context.
/// \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param input,output  The block; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_ecb(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(CODES.bad_input, || match Way::from_mode(mode) {
        // SAFETY: C passes NULL or a context, and NULL or a block each.
        Some(way) => unsafe { block_key::ecb(ctx, Some(way), input, output, CODES) },
        None => CODES.bad_input,
    })
}

/// Encrypts or decrypts whole blocks by CBC.
///
/// \param ctx  The context.
/// \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  Bytes, a multiple of 16.
/// \param iv  Initialization vector of 16 bytes; holds that of the next call then.
/// \param input,output  The data; they may be the same.
///
/// \return  0, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
/// MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_cbc(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(CODES.bad_input, || {
        let Some(way) = Way::from_mode(mode) else {
            return CODES.bad_input;
        };
        if length == 0 {
            return 0;
        }
        // SAFETY: C passes NULL or a context, NULL or 16 bytes, and NULL or `length` bytes.
        unsafe { block_key::cbc(ctx, way, length, iv, (input, output), CODES) }
    })
}

/// Encrypts or decrypts by CFB with segments of a block. The key must be set by mbedtls_aes_setkey_enc() for both.
///
/// \param ctx  The context.
/// \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  Bytes.
/// \param iv_off  How many bytes of the block are used, 0 at first; holds that of the next call then.
/// \param iv  Initialization vector of 16 bytes; holds that of the next call then.
/// \param input,output  The data; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, `iv_off` is above 15, there is no key,
/// or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_cfb128(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    length: usize,
    iv_off: *mut usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(CODES.bad_input, || {
        let mode = match Way::from_mode(mode) {
            Some(Way::Encrypt) => Feedback::CfbEncrypt,
            Some(Way::Decrypt) => Feedback::CfbDecrypt,
            None => return CODES.bad_input,
        };
        // SAFETY: C passes NULL or a context, NULL or 16 bytes, and NULL or `length` bytes.
        unsafe { block_key::feedback(ctx, mode, length, (iv_off, iv), (input, output), CODES) }
    })
}

/// Encrypts or decrypts, which is the same, by CTR. The key must be set by mbedtls_aes_setkey_enc().
///
/// \param ctx  The context.
/// \param length  Bytes.
/// \param nc_off  How many bytes of `stream_block` are used, 0 at first; holds that of the next call then.
/// \param nonce_counter  The counter, 16 bytes, the lowest last; holds that of the next block then.
/// \param stream_block  The current block of the key stream, 16 bytes, for the next call.
/// \param input,output  The data; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `nc_off` is above 15, there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_ctr(
    ctx: *mut mbedtls_aes_context,
    length: usize,
    nc_off: *mut usize,
    nonce_counter: *mut c_uchar,
    stream_block: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let state = (nc_off, nonce_counter, stream_block);
    // SAFETY: C passes NULL or a context, NULL or 16 bytes, and NULL or `length` bytes.
    guard(CODES.bad_input, || unsafe {
        block_key::ctr(ctx, length, state, (input, output), CODES)
    })
}

/// Encrypts or decrypts by CFB with segments of a byte. The key must be set by mbedtls_aes_setkey_enc() for both.
///
/// \param ctx  The context.
/// \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
/// \param length  Bytes.
/// \param iv  Initialization vector of 16 bytes; holds that of the next call then.
/// \param input,output  The data; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_cfb8(
    ctx: *mut mbedtls_aes_context,
    mode: c_int,
    length: usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guard(CODES.bad_input, || match Way::from_mode(mode) {
        // SAFETY: C passes NULL or a context, NULL or 16 bytes, and NULL or `length` bytes.
        Some(way) => unsafe { block_key::cfb8(ctx, way, length, iv, (input, output), CODES) },
        None => CODES.bad_input,
    })
}

/// Encrypts or decrypts, which is the same, by OFB. The key must be set by mbedtls_aes_setkey_enc().
///
/// \param ctx  The context.
/// \param length  Bytes.
/// \param iv_off  How many bytes of the block are used, 0 at first; holds that of the next call then.
/// \param iv  Initialization vector of 16 bytes; holds the current block of the key stream then.
/// \param input,output  The data; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `iv_off` is above 15, there is no key, or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_crypt_ofb(
    ctx: *mut mbedtls_aes_context,
    length: usize,
    iv_off: *mut usize,
    iv: *mut c_uchar,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let state = (iv_off, iv);
    // SAFETY: C passes NULL or a context, NULL or 16 bytes, and NULL or `length` bytes.
    guard(CODES.bad_input, || unsafe {
        block_key::feedback(ctx, Feedback::Ofb, length, state, (input, output), CODES)
    })
}

/// Encrypts one block of 16 bytes.
///
/// \param ctx  The context.
/// \param input,output  The block; they may be the same.
///
/// \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if there is no key or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_aes_encrypt(
    ctx: *mut mbedtls_aes_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: C passes what the function it stands for is passed.
    unsafe { mbedtls_aes_crypt_ecb(ctx, MBEDTLS_AES_ENCRYPT, input, output) }
}

/// Decrypts one block of 16 bytes.
///
/// \param ctx,input,output  As for mbedtls_internal_aes_encrypt().
///
/// \return  As mbedtls_internal_aes_encrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_internal_aes_decrypt(
    ctx: *mut mbedtls_aes_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: C passes what the function it stands for is passed.
    unsafe { mbedtls_aes_crypt_ecb(ctx, MBEDTLS_AES_DECRYPT, input, output) }
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_aes_self_test(verbose: c_int) -> c_int {
    guard(1, || self_test::aes::aes(verbose))
}
