//! Encrypting with keys, and telling whether two belong together.

use std::ffi::{c_int, c_uchar, c_void};
use std::ptr;

use super::object::{Held, held, info, keys, rsa_padding};
use super::signature::hash_algorithm;
use super::{MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_TYPE_MISMATCH, mbedtls_pk_context, mbedtls_pk_type_t};
use crate::capi::ecp::{MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_INVALID_KEY};
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{CEnum, bytes, copy_out};
use crate::capi::rsa::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_INVALID_PADDING, MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
    MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE, MBEDTLS_RSA_PKCS_V21,
};
use crate::crypto::hash::HashAlgorithm;

use mbedtls_pk_type_t::MBEDTLS_PK_RSA;

/// How an RSA key pads what it encrypts.
enum Padding {
    /// PKCS #1 v1.5.
    V15,
    /// OAEP with this digest.
    Oaep(HashAlgorithm),
}

/// The padding of the RSA key in a context.
///
/// # Safety
/// `ctx` is initialised.
unsafe fn padding(ctx: &mbedtls_pk_context) -> Result<Padding, c_int> {
    // SAFETY: as stated.
    match unsafe { rsa_padding(ctx) } {
        Some((MBEDTLS_RSA_PKCS_V21, hash_id)) => mbedtls_md_type_t::ALL
            .iter()
            .find(|md| md.number() == hash_id)
            .and_then(|md| hash_algorithm(*md))
            .map(Padding::Oaep)
            .ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
        Some(_) => Ok(Padding::V15),
        None => Err(MBEDTLS_ERR_PK_TYPE_MISMATCH),
    }
}

/// Encrypts a short message with an RSA key, with the padding that the key is set to (PKCS #1 v1.5 unless changed).
///
/// \param ctx     The public key.
/// \param input   The message: at least 11 bytes shorter than the key.
/// \param ilen    Its length in bytes.
/// \param output  Where to put the encrypted message.
/// \param olen    Set to its length, that of the key.
/// \param osize   The room in bytes.
/// \param _f_rng  Not needed: the system's randomness is used.
/// \param _p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for keys that do not encrypt; `MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE` if there is
///          too little room; `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` if the message is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_encrypt(
    ctx: *mut mbedtls_pk_context,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
    osize: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; the buffers hold as many bytes as stated. What is read is read before
        // anything is written.
        unsafe {
            let (Some(ctx), Some(input)) = (ctx.as_ref().filter(|ctx| info(ctx).is_some()), bytes(input, ilen)) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            if olen.is_null() || output.is_null() {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            let padding = match padding(ctx) {
                Ok(padding) => padding,
                Err(code) => return code,
            };
            let Some(key) = keys(ctx).and_then(|keys| keys.public) else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            if key.bits().div_ceil(8) > osize {
                return MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE;
            }
            let sealed = match padding {
                Padding::V15 => key.encrypt_pkcs1(input),
                Padding::Oaep(digest) => key.encrypt_oaep(digest, &[], input),
            };
            match sealed {
                Ok(sealed) if sealed.len() <= osize => {
                    copy_out(&sealed, output);
                    *olen = sealed.len();
                    0
                }
                _ => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
            }
        }
    })
}

/// Decrypts a message with an RSA key, with the padding that the key is set to (PKCS #1 v1.5 unless changed).
///
/// A message with wrong padding of PKCS #1 v1.5 decrypts to another, made up one, without an error: the sender of a
/// forged message must not learn anything from the outcome.
///
/// \param ctx     The private key.
/// \param input   The encrypted message, as long as the key.
/// \param ilen    Its length in bytes.
/// \param output  Where to put the message.
/// \param olen    Set to its length.
/// \param osize   The room in bytes.
/// \param _f_rng  Not needed: the system's randomness is used.
/// \param _p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for keys that do not decrypt; `MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE` if there is
///          too little room; `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` for a public key or a message of another length;
///          `MBEDTLS_ERR_RSA_INVALID_PADDING` if the padding is wrong (OAEP only).
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_decrypt(
    ctx: *mut mbedtls_pk_context,
    input: *const c_uchar,
    ilen: usize,
    output: *mut c_uchar,
    olen: *mut usize,
    osize: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: as for mbedtls_pk_encrypt().
        unsafe {
            let (Some(ctx), Some(input)) = (ctx.as_ref().filter(|ctx| info(ctx).is_some()), bytes(input, ilen)) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            if olen.is_null() || (output.is_null() && osize != 0) {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            if let Some(Held::Alt(alt)) = held(ctx) {
                return alt.decrypt((input.as_ptr(), input.len()), output, olen, osize);
            }
            if let Some(Held::Opaque(opaque)) = held(ctx) {
                return opaque
                    .decrypt(input)
                    .map_or_else(|code| code, |opened| put(&opened, output, olen, osize));
            }
            let padding = match padding(ctx) {
                Ok(padding) => padding,
                Err(code) => return code,
            };
            let Some(key) = keys(ctx).and_then(|keys| keys.private) else {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            };
            if input.len() != key.public_key().bits().div_ceil(8) {
                return MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
            }
            let opened = match padding {
                Padding::V15 => key.decrypt_pkcs1(input).map_err(|_| MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
                Padding::Oaep(digest) => key
                    .decrypt_oaep(digest, &[], input)
                    .map_err(|_| MBEDTLS_ERR_RSA_INVALID_PADDING),
            };
            match opened {
                Ok(opened) => put(&opened, output, olen, osize),
                Err(code) => code,
            }
        }
    })
}

/// Hands a decrypted message over.
///
/// # Safety
/// `output` has room for `osize` bytes, `olen` is writable.
unsafe fn put(opened: &[u8], output: *mut c_uchar, olen: *mut usize, osize: usize) -> c_int {
    if opened.len() > osize {
        return MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE;
    }
    // SAFETY: as stated; the length was checked.
    unsafe {
        copy_out(opened, output);
        *olen = opened.len();
    }
    0
}

/// Tells whether a public and a private key belong together.
///
/// \param pub_    The public key, or the private key it is half of.
/// \param prv     The private key.
/// \param f_rng   Must not be NULL; not needed but by a key of mbedtls_pk_setup_rsa_alt(), which signs something.
/// \param p_rng   Handed to `f_rng`.
///
/// \return  0 if they do; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or an empty context; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if
///          they are of different kinds; `MBEDTLS_ERR_RSA_KEY_CHECK_FAILED`, `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` or
///          `MBEDTLS_ERR_ECP_INVALID_KEY` if they do not belong together or `prv` is a public key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_check_pair(
    pub_: *const mbedtls_pk_context,
    prv: *const mbedtls_pk_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: both are NULL or initialised.
        unsafe {
            let (Some(public), Some(private)) = (pub_.as_ref(), prv.as_ref()) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let (Some(public_info), Some(private_info)) = (info(public), info(private)) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            if f_rng.is_none() {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            if let Some(Held::Alt(alt)) = held(private) {
                return match (public_info.kind, keys(public).and_then(|keys| keys.public)) {
                    (MBEDTLS_PK_RSA, Some(public)) => alt.check_pair(&public, (f_rng, p_rng)),
                    (MBEDTLS_PK_RSA, None) => MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
                    _ => MBEDTLS_ERR_PK_TYPE_MISMATCH,
                };
            }
            if let Some(Held::Opaque(opaque)) = held(private) {
                return opaque.check_pair(keys(public).and_then(|keys| keys.public).as_deref());
            }
            if !ptr::eq(public_info, private_info) {
                return MBEDTLS_ERR_PK_TYPE_MISMATCH;
            }
            check_pair(private_info.kind, public, private)
        }
    })
}

/// [`mbedtls_pk_check_pair`] of two keys of one kind.
///
/// # Safety
/// Both are initialised.
unsafe fn check_pair(kind: mbedtls_pk_type_t, public: &mbedtls_pk_context, private: &mbedtls_pk_context) -> c_int {
    // SAFETY: as stated.
    let (public, private) = unsafe { (keys(public), keys(private).unwrap_or_default()) };
    match (public.and_then(|keys| keys.public), private.private) {
        (Some(public), Some(key)) if key.matches(&public) && private.public.as_ref() == Some(&public) => 0,
        _ if kind == MBEDTLS_PK_RSA => MBEDTLS_ERR_RSA_KEY_CHECK_FAILED,
        (Some(public), None) if private.public.is_some_and(|key| key == public) => MBEDTLS_ERR_ECP_INVALID_KEY,
        _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
    }
}
