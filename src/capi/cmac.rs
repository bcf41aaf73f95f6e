//! `mbedtls/cmac.h`: CMAC.

use super::cipher::context::mbedtls_cipher_setkey;
use super::cipher::info::Cipher;
use super::cipher::{
    MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, mbedtls_cipher_context_t, mbedtls_cipher_info_t, mbedtls_cipher_type_t,
    mbedtls_operation_t,
};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::{ptr, self_test};
use crate::crypto::cipher::{BlockAlgorithm, Cmac};
use core::ffi::{c_int, c_uchar};
use core::mem::MaybeUninit;

/// Size of an AES block, in bytes.
pub const MBEDTLS_AES_BLOCK_SIZE: c_int = 16;
/// Largest block of a cipher that CMAC uses, in bytes.
pub const MBEDTLS_CIPHER_BLKSIZE_MAX: c_int = 16;
/// Largest block of a cipher that CMAC uses, in bytes.
pub const MBEDTLS_CMAC_MAX_BLOCK_SIZE: c_int = 16;
/// Size of a 3DES block, in bytes.
pub const MBEDTLS_DES3_BLOCK_SIZE: c_int = 8;

/// A CMAC operation.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_cmac_context_t {
    /// Not to be touched.
    pub reserved: [u64; 5],
}

/// The block cipher if CMAC is had of it: AES, and 3DES with three keys.
fn algorithm(cipher: &Cipher) -> Option<BlockAlgorithm> {
    match cipher.kind {
        mbedtls_cipher_type_t::MBEDTLS_CIPHER_AES_128_ECB
        | mbedtls_cipher_type_t::MBEDTLS_CIPHER_AES_192_ECB
        | mbedtls_cipher_type_t::MBEDTLS_CIPHER_AES_256_ECB
        | mbedtls_cipher_type_t::MBEDTLS_CIPHER_DES_EDE3_ECB => cipher.algorithm(),
        _ => None,
    }
}

/// The MAC that a context computes; `None` if it has none.
///
/// # Safety
/// `ctx` must be NULL or initialised, and used by nothing else while the reference lives.
unsafe fn mac<'a>(ctx: *mut mbedtls_cipher_context_t) -> Option<&'a mut Cmac> {
    // SAFETY: the caller's promise; the pointer is NULL or what mbedtls_cipher_cmac_starts() made.
    unsafe { ptr::as_ref(ctx).and_then(|context| ptr::as_mut(context.cmac_ctx.cast())) }
}

/// Starts a MAC.
///
/// \param ctx  The context, set up for AES-ECB or DES-EDE3-ECB. mbedtls_cipher_free() releases the MAC too.
/// \param key  The key.
/// \param keybits  Its length.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for another cipher or length, or if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_starts(
    ctx: *mut mbedtls_cipher_context_t,
    key: *const c_uchar,
    keybits: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let (Ok(bits), false) = (c_int::try_from(keybits), key.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: C passes NULL or an initialised context, and a key of this length.
        let ret =
            unsafe { mbedtls_cipher_setkey(ctx, key, bits, MaybeUninit::new(mbedtls_operation_t::MBEDTLS_ENCRYPT)) };
        if ret != 0 {
            return ret;
        }
        // SAFETY: the context is set up, as it took a key; the key has its length.
        let started = unsafe {
            let cipher = ptr::as_ref(ctx).and_then(|context| Cipher::of(context.cipher_info));
            cipher.and_then(algorithm).and_then(|algorithm| {
                let key = ptr::bytes(key, algorithm.key_len())?;
                Cmac::new(algorithm, key).ok()
            })
        };
        // SAFETY: C passes an initialised context.
        let (Some(started), Some(context)) = (started, unsafe { ptr::as_mut(ctx) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let old = core::mem::replace(&mut context.cmac_ctx, Box::into_raw(Box::new(started)).cast());
        if !old.is_null() {
            // SAFETY: what is not NULL came from a `Box` here, and the context forgot it.
            drop(unsafe { Box::from_raw(old.cast::<Cmac>()) });
        }
        0
    })
}

/// Takes more of the message.
///
/// \param ctx  The context, started.
/// \param input,ilen  More of the message.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_update(
    ctx: *mut mbedtls_cipher_context_t,
    input: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, and NULL or `ilen` bytes.
        match unsafe { (mac(ctx), ptr::bytes(input, ilen)) } {
            (Some(mac), Some(bytes)) if !input.is_null() => {
                mac.update(bytes);
                0
            }
            _ => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        }
    })
}

/// Ends the message; the next one of the same key may follow.
///
/// \param ctx  The context, started.
/// \param output  The MAC: 16 bytes of AES, 8 of 3DES.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_finish(ctx: *mut mbedtls_cipher_context_t, output: *mut c_uchar) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised context, which stays unchanged meanwhile.
        let found = unsafe {
            (
                mac(ctx),
                ptr::as_ref(ctx).and_then(|context| Cipher::of(context.cipher_info)),
            )
        };
        let (Some(mac), Some(cipher), false) = (found.0, found.1, output.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let made = mac.finish();
        // SAFETY: C passes a block.
        unsafe { ptr::copy_out(made.get(..cipher.block_len()).unwrap_or(&made), output) };
        0
    })
}

/// Forgets the message, for another one of the same key.
///
/// \param ctx  The context, started.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if nothing was started or `ctx` is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac_reset(ctx: *mut mbedtls_cipher_context_t) -> c_int {
    // SAFETY: C passes NULL or an initialised context.
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || match unsafe { mac(ctx) } {
        Some(mac) => {
            mac.reset();
            0
        }
        None => MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
    })
}

/// The MAC of a message at once.
///
/// \param cipher_info  AES-ECB or DES-EDE3-ECB.
/// \param key,keylen  The key, and its length in bits.
/// \param input,ilen  The message.
/// \param output  The MAC: 16 bytes of AES, 8 of 3DES.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for another cipher or length, or if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_cipher_cmac(
    cipher_info: *const mbedtls_cipher_info_t,
    key: *const c_uchar,
    keylen: usize,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a description.
        let algorithm = unsafe { Cipher::of(cipher_info) }.and_then(algorithm);
        let Some(algorithm) = algorithm.filter(|algorithm| algorithm.key_len() * 8 == keylen) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: C passes NULL or as many bytes as it says.
        let given = unsafe { (ptr::bytes(key, algorithm.key_len()), ptr::bytes(input, ilen)) };
        let ((Some(key), Some(message)), false, false) = (given, input.is_null(), output.is_null()) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        let Ok(mut mac) = Cmac::new(algorithm, key) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        mac.update(message);
        let made = mac.finish();
        // SAFETY: C passes a block.
        unsafe { ptr::copy_out(made.get(..algorithm.block_len()).unwrap_or(&made), output) };
        0
    })
}

/// AES-CMAC-PRF-128 (RFC 4615): CMAC with a key of any length.
///
/// \param key,key_len  The key; one that has not 16 bytes is hashed first.
/// \param input,in_len  The message.
/// \param output  16 bytes.
///
/// \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_aes_cmac_prf_128(
    key: *const c_uchar,
    key_len: usize,
    input: *const c_uchar,
    in_len: usize,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or as many bytes as it says.
        let (Some(given), Some(message)) = (unsafe { (ptr::bytes(key, key_len), ptr::bytes(input, in_len)) }) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        if key.is_null() || input.is_null() || output.is_null() {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        let Some(made) = prf_128(given, message) else {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        };
        // SAFETY: C passes 16 bytes.
        unsafe { ptr::copy_out(&made, output) };
        0
    })
}

/// AES-CMAC-PRF-128. `None` cannot happen: the keys that CMAC gets have 16 bytes.
fn prf_128(key: &[u8], message: &[u8]) -> Option<[u8; 16]> {
    let of = |key: &[u8], message: &[u8]| {
        let mut mac = Cmac::new(BlockAlgorithm::Aes128, key).ok()?;
        mac.update(message);
        Some(mac.finish())
    };
    match key.len() {
        16 => of(key, message),
        _ => of(&[0; 16], key).and_then(|key| of(&key, message)),
    }
}

/// Computes known answers, and prints which passed if `verbose` is not 0.
///
/// \param verbose  Whether to print.
///
/// \return  0, or not 0 if an answer was wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_cmac_self_test(verbose: c_int) -> c_int {
    guard(1, || self_test::mac::cmac(verbose, prf_128))
}
