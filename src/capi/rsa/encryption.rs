//! Encryption and decryption with padding.

use super::context::padding_hash;
use super::raw::{length, private_key, public_key};
use super::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_INVALID_PADDING, MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE,
    MBEDTLS_ERR_RSA_PRIVATE_FAILED, MBEDTLS_ERR_RSA_PUBLIC_FAILED, MBEDTLS_RSA_PKCS_V15, MBEDTLS_RSA_PKCS_V21,
    mbedtls_rsa_context,
};
use crate::capi::guard::guarded;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{self, copy_out};
use core::ffi::{c_int, c_uchar, c_void};

/// Encrypts a short message with the padding that a key is set to.
///
/// \param ctx  The public key.
/// \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
/// \param ilen,input  The message.
/// \param output  Where the encrypted message goes, as long as the modulus; may be `input`.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a message that is too long, a key that is none, or NULL, or
/// MBEDTLS_ERR_RSA_INVALID_PADDING if the key is set to none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_encrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    ilen: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    // SAFETY: passed on; C passes NULL or an initialised key.
    unsafe {
        match ctx.as_ref().map(|ctx| ctx.padding) {
            Some(MBEDTLS_RSA_PKCS_V15) => mbedtls_rsa_rsaes_pkcs1_v15_encrypt(ctx, f_rng, p_rng, ilen, input, output),
            Some(MBEDTLS_RSA_PKCS_V21) => {
                mbedtls_rsa_rsaes_oaep_encrypt(ctx, f_rng, p_rng, core::ptr::null(), 0, ilen, input, output)
            }
            Some(_) => MBEDTLS_ERR_RSA_INVALID_PADDING,
            None => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    }
}

/// Encrypts a short message with the padding of PKCS #1 v1.5, whatever padding the key is set to.
///
/// \param ctx,f_rng,p_rng,ilen,input,output  As for mbedtls_rsa_pkcs1_encrypt(). The message is at least 11 bytes shorter than
/// the modulus.
///
/// \return  As for mbedtls_rsa_pkcs1_encrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_pkcs1_v15_encrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    ilen: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, `ilen` readable bytes, and room for as many as the modulus has.
        unsafe {
            let len = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?.len;
            if f_rng.is_none() || ilen.checked_add(11).is_none_or(|needed| len < needed) {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            length(ctx, false)?;
            let message = ptr::bytes(input, ilen).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let sealed = public_key(ctx)?.encrypt_pkcs1(message);
            write(&sealed.map_err(|_| MBEDTLS_ERR_RSA_PUBLIC_FAILED)?, output)
        }
    })
}

/// Encrypts a short message with OAEP (RFC 8017 section 7.1.1), with the hash function that the key is set to.
///
/// \param ctx,f_rng,p_rng,ilen,input,output  As for mbedtls_rsa_pkcs1_encrypt(). The message is at least two hashes and two
/// bytes shorter than the modulus.
/// \param label,label_len  What the message is bound to; NULL and 0 for nothing.
///
/// \return  As for mbedtls_rsa_pkcs1_encrypt(); MBEDTLS_ERR_RSA_BAD_INPUT_DATA also if no hash function is set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_oaep_encrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    label: *const c_uchar,
    label_len: usize,
    ilen: usize,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: as for mbedtls_rsa_rsaes_pkcs1_v15_encrypt(); `label_len` bytes are readable.
        unsafe {
            let key = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let hash = padding_hash(key).filter(|_| f_rng.is_some());
            let hash = hash.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let needed = ilen.checked_add(2 * hash.output_len() + 2);
            if needed.is_none_or(|needed| key.len < needed) {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            length(ctx, false)?;
            let message = ptr::bytes(input, ilen).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let label = ptr::bytes(label, label_len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let sealed = public_key(ctx)?.encrypt_oaep(hash, label, message);
            write(&sealed.map_err(|_| MBEDTLS_ERR_RSA_PUBLIC_FAILED)?, output)
        }
    })
}

/// Decrypts a message with the padding that a key is set to.
///
/// \param ctx  The private key, of 1024 to 8192 bits.
/// \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
/// \param olen  Where the length of the message goes.
/// \param input  The encrypted message, as long as the modulus.
/// \param output,output_max_len  Where the message goes; may be `input`.
///
/// \return  0, MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE if there is too little room, MBEDTLS_ERR_RSA_INVALID_PADDING if the padding
/// is wrong (OAEP only) or the key is set to none, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a key that is no private one or NULL,
/// or an error of MBEDTLS_ERR_RSA_PRIVATE_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_decrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    olen: *mut usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    output_max_len: usize,
) -> c_int {
    // SAFETY: passed on; C passes NULL or an initialised key.
    unsafe {
        match ctx.as_ref().map(|ctx| ctx.padding) {
            Some(MBEDTLS_RSA_PKCS_V15) => {
                mbedtls_rsa_rsaes_pkcs1_v15_decrypt(ctx, f_rng, p_rng, olen, input, output, output_max_len)
            }
            Some(MBEDTLS_RSA_PKCS_V21) => mbedtls_rsa_rsaes_oaep_decrypt(
                ctx,
                f_rng,
                p_rng,
                core::ptr::null(),
                0,
                olen,
                input,
                output,
                output_max_len,
            ),
            Some(_) => MBEDTLS_ERR_RSA_INVALID_PADDING,
            None => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    }
}

/// Decrypts a message with the padding of PKCS #1 v1.5, which the key must be set to.
///
/// DEVIATION: a message with wrong padding decrypts to another, made up one, which depends on key and message alone; 3.6
/// returns MBEDTLS_ERR_RSA_INVALID_PADDING. Whoever sends a forged message must not learn anything from the outcome.
///
/// \param ctx,f_rng,p_rng,olen,input,output,output_max_len  As for mbedtls_rsa_pkcs1_decrypt().
///
/// \return  As for mbedtls_rsa_pkcs1_decrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_pkcs1_v15_decrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    olen: *mut usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    output_max_len: usize,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, as many bytes as its modulus has, and as much room as it says.
        unsafe {
            let padding = ctx.as_ref().map(|ctx| ctx.padding);
            if padding != Some(MBEDTLS_RSA_PKCS_V15) || f_rng.is_none() || olen.is_null() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            let len = length(ctx, true)?;
            let sealed = ptr::bytes(input, len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let message = private_key(ctx, sealed)?.decrypt_pkcs1(sealed);
            let message = message.map_err(|_| MBEDTLS_ERR_RSA_PRIVATE_FAILED)?;
            hand_over(&message, olen, output, output_max_len)
        }
    })
}

/// Decrypts a message with OAEP (RFC 8017 section 7.1.2), which the key must be set to, with a hash function.
///
/// \param ctx,f_rng,p_rng,olen,input,output,output_max_len  As for mbedtls_rsa_pkcs1_decrypt().
/// \param label,label_len  What the message is bound to; NULL and 0 for nothing.
///
/// \return  As for mbedtls_rsa_pkcs1_decrypt().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsaes_oaep_decrypt(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    label: *const c_uchar,
    label_len: usize,
    olen: *mut usize,
    input: *const c_uchar,
    output: *mut c_uchar,
    output_max_len: usize,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: as for mbedtls_rsa_rsaes_pkcs1_v15_decrypt(); `label_len` bytes are readable.
        unsafe {
            let key = ctx.as_ref().filter(|ctx| ctx.padding == MBEDTLS_RSA_PKCS_V21);
            let hash = key.and_then(padding_hash).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            if f_rng.is_none() || olen.is_null() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            let len = length(ctx, true)?;
            if 2 * hash.output_len() + 2 > len {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            let sealed = ptr::bytes(input, len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let label = ptr::bytes(label, label_len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let message = private_key(ctx, sealed)?.decrypt_oaep(hash, label, sealed);
            let message = message.map_err(|_| MBEDTLS_ERR_RSA_INVALID_PADDING)?;
            hand_over(&message, olen, output, output_max_len)
        }
    })
}

/// Writes what is as long as the modulus.
///
/// # Safety
/// `output` is NULL or has as much room.
unsafe fn write(bytes: &[u8], output: *mut c_uchar) -> Result<(), c_int> {
    if output.is_null() {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe { copy_out(bytes, output) };
    Ok(())
}

/// Writes a message and its length.
///
/// # Safety
/// `olen` is writable, and `room` bytes at `output`.
unsafe fn hand_over(message: &[u8], olen: *mut usize, output: *mut c_uchar, room: usize) -> Result<(), c_int> {
    if message.len() > room {
        return Err(MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE);
    }
    if output.is_null() && !message.is_empty() {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe {
        copy_out(message, output);
        *olen = message.len();
    }
    Ok(())
}
