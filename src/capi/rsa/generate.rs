//! Making keys.

use super::context::mbedtls_rsa_free;
use super::numbers::{Numbers, coded, mbedtls_rsa_complete};
use super::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_KEY_GEN_FAILED, MBEDTLS_RSA_GEN_KEY_MIN_BITS, mbedtls_rsa_context,
};
use crate::capi::bignum::{MBEDTLS_MPI_MAX_BITS, put};
use crate::capi::guard::guarded;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::RsaComponents;
use crate::crypto::bignum::Natural;
use core::ffi::{c_int, c_uint, c_void};
use core::ptr::addr_of_mut;

/// Makes a private key. Takes seconds.
///
/// \param ctx  The key, initialised. It is freed on failure.
/// \param f_rng,p_rng  Not needed: the system's randomness is used.
/// \param nbits  The length of the modulus, in bits: an even number from MBEDTLS_RSA_GEN_KEY_MIN_BITS to
/// MBEDTLS_MPI_MAX_BITS.
/// \param exponent  The public exponent, odd, 3 or more; best 65537.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for other numbers or NULL, or MBEDTLS_ERR_RSA_KEY_GEN_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_gen_key(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    nbits: c_uint,
    exponent: c_int,
) -> c_int {
    let _ = (f_rng, p_rng);
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key.
        unsafe {
            let made = make(ctx, nbits, exponent);
            if made.is_err() {
                mbedtls_rsa_free(ctx);
            }
            made
        }
    })
}

/// Makes a private key; on failure some of its numbers may be there.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn make(ctx: *mut mbedtls_rsa_context, nbits: c_uint, exponent: c_int) -> Result<(), c_int> {
    let sizes = MBEDTLS_RSA_GEN_KEY_MIN_BITS as c_uint..=MBEDTLS_MPI_MAX_BITS as c_uint;
    let exponent = u64::try_from(exponent).unwrap_or(0);
    if ctx.is_null() || !sizes.contains(&nbits) || !nbits.is_multiple_of(2) || exponent < 3 || exponent % 2 == 0 {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    let made = RsaComponents::generate(nbits as usize, exponent).map_err(failed)?;
    let (p, q) = (
        Natural::from_be_bytes(&made.p).map_err(failed)?,
        Natural::from_be_bytes(&made.q).map_err(failed)?,
    );
    // Some programs rely on the first prime being the greater one, as 3.6 has it.
    let (p, q) = if p > q { (p, q) } else { (q, p) };
    // SAFETY: as stated.
    unsafe {
        mbedtls_rsa_free(ctx);
        put(addr_of_mut!((*ctx).P), 1, &p, 1).map_err(failed)?;
        put(addr_of_mut!((*ctx).Q), 1, &q, 1).map_err(failed)?;
        put(addr_of_mut!((*ctx).E), 1, &Natural::from_limbs(&[exponent]), 1).map_err(failed)?;
        coded(mbedtls_rsa_complete(ctx)).map_err(failed)?;
        Numbers::of(ctx)?.check_private().map_err(failed)
    }
}

/// Every failure is the same.
fn failed<E>(_: E) -> c_int {
    MBEDTLS_ERR_RSA_KEY_GEN_FAILED
}
