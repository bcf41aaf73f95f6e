//! The RSA operation itself.

use super::numbers::Numbers;
use super::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_PRIVATE_FAILED, MBEDTLS_ERR_RSA_PUBLIC_FAILED,
    MBEDTLS_ERR_RSA_VERIFY_FAILED, mbedtls_rsa_context,
};
use crate::capi::bignum::{MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_MPI_MAX_BITS};
use crate::capi::guard::guarded;
use crate::capi::pk::convert::rsa_keys;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{self, copy_out};
use crate::crypto::bignum::Natural;
use crate::crypto::sign::SigningKey;
use crate::crypto::verify::PublicKey;
use core::ffi::{c_int, c_uchar, c_void};
use std::sync::Arc;

/// Raises a number to the power of a key's public exponent. By itself this is no encryption; see
/// mbedtls_rsa_pkcs1_encrypt().
///
/// \param ctx  The key.
/// \param input  The number, big-endian, as long as the modulus and less than it.
/// \param output  Where the result goes, as long; may be `input`.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a key that is none or NULL, or an error of MBEDTLS_ERR_RSA_PUBLIC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_public(
    ctx: *mut mbedtls_rsa_context,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, and as many bytes as its modulus has.
        unsafe {
            let len = length(ctx, false)?;
            let result = public(ctx, ptr::bytes(input, len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?)?;
            if output.is_null() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            copy_out(&result, output);
        }
        Ok(())
    })
}

/// Raises a number to the power of a key's private exponent, in a time that does not depend on it. By itself this is no
/// decryption; see mbedtls_rsa_pkcs1_decrypt().
///
/// \param ctx  The key, of 1024 to 8192 bits.
/// \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
/// \param input  The number, big-endian, as long as the modulus and less than it.
/// \param output  Where the result goes, as long; may be `input`.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a key that is no private one or NULL, MBEDTLS_ERR_RSA_VERIFY_FAILED if
/// the key's numbers do not fit together, or an error of MBEDTLS_ERR_RSA_PRIVATE_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_private(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    input: *const c_uchar,
    output: *mut c_uchar,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        if f_rng.is_none() {
            return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
        }
        // SAFETY: C passes NULL or an initialised key, and as many bytes as its modulus has.
        unsafe {
            let len = length(ctx, true)?;
            let input = ptr::bytes(input, len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let key = private_key(ctx, input)?;
            let result = key.rsa_raw(input).map_err(|_| MBEDTLS_ERR_RSA_VERIFY_FAILED)?;
            if output.is_null() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            copy_out(&result, output);
        }
        Ok(())
    })
}

/// The length of a key's modulus, in bytes, if the key has what an operation needs.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(super) unsafe fn length(ctx: *const mbedtls_rsa_context, is_private: bool) -> Result<usize, c_int> {
    // SAFETY: as stated.
    let key = unsafe { Numbers::of(ctx)? };
    key.check(is_private)?;
    Ok(key.n.magnitude.bits().div_ceil(8))
}

/// The public operation on `input`, as long as the modulus, of a key that was checked.
///
/// # Safety
/// `ctx` is initialised.
pub(super) unsafe fn public(ctx: *const mbedtls_rsa_context, input: &[u8]) -> Result<Vec<u8>, c_int> {
    // SAFETY: as stated.
    let key = unsafe { Numbers::of(ctx)? };
    let failed = MBEDTLS_ERR_RSA_PUBLIC_FAILED + MBEDTLS_ERR_MPI_BAD_INPUT_DATA;
    let base = Natural::from_be_bytes(input).map_err(|_| failed)?;
    // The exponent's length is all that bounds the work.
    let exponent = key.e.magnitude.trimmed();
    if base >= key.n.magnitude || exponent.bits() > MBEDTLS_MPI_MAX_BITS as usize {
        return Err(failed);
    }
    // Any odd modulus will do, as in 3.6: whether these are the numbers of a key was for others to see.
    let power = base.power(&exponent, &key.n.magnitude).ok_or(failed)?.to_be_bytes();
    let mut result = vec![0; input.len().checked_sub(power.len()).ok_or(failed)?];
    result.extend_from_slice(&power);
    Ok(result)
}

/// The private key of a context that was checked, if `input` is less than its modulus.
///
/// # Safety
/// `ctx` is initialised.
pub(super) unsafe fn private_key(ctx: *const mbedtls_rsa_context, input: &[u8]) -> Result<Arc<SigningKey>, c_int> {
    // SAFETY: as stated.
    unsafe {
        let key = Numbers::of(ctx)?;
        let number = Natural::from_be_bytes(input).map_err(|_| MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
        if number >= key.n.magnitude {
            return Err(MBEDTLS_ERR_RSA_PRIVATE_FAILED + MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        let ctx = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
        rsa_keys(ctx)?.private.ok_or(MBEDTLS_ERR_RSA_VERIFY_FAILED)
    }
}

/// The public key of a context that was checked.
///
/// # Safety
/// `ctx` is initialised.
pub(super) unsafe fn public_key(ctx: *const mbedtls_rsa_context) -> Result<Arc<PublicKey>, c_int> {
    // SAFETY: as stated.
    unsafe {
        let ctx = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
        rsa_keys(ctx)?.public.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
    }
}
