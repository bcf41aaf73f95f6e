//! `mbedtls/ctr_drbg.h`: the random generator that programs seed and hand over. Its bytes are the operating system's, so
//! a fork or a copied context never repeats them (CVE-2026-25835), and one that was never seeded works too.

use core::ffi::{c_int, c_uchar, c_void};

use super::entropy;
use super::guard::guard;

/// The entropy source failed.
pub const MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: c_int = -0x0034;
/// More is asked than one call gives.
pub const MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG: c_int = -0x0036;
/// The additional input is too long.
pub const MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: c_int = -0x0038;
/// A file could not be read or written.
pub const MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR: c_int = -0x003A;
/// Block size of the cipher, in bytes.
pub const MBEDTLS_CTR_DRBG_BLOCKSIZE: c_int = 16;
/// Bytes of entropy of a seed.
pub const MBEDTLS_CTR_DRBG_ENTROPY_LEN: c_int = 48;
/// Bytes of entropy of a nonce.
pub const MBEDTLS_CTR_DRBG_ENTROPY_NONCE_LEN: c_int = 0;
/// Key size of the cipher, in bits.
pub const MBEDTLS_CTR_DRBG_KEYBITS: c_int = 256;
/// Key size of the cipher, in bytes.
pub const MBEDTLS_CTR_DRBG_KEYSIZE: c_int = 32;
/// The longest additional input, in bytes.
pub const MBEDTLS_CTR_DRBG_MAX_INPUT: c_int = 256;
/// The most that one call of mbedtls_ctr_drbg_random() gives, in bytes.
pub const MBEDTLS_CTR_DRBG_MAX_REQUEST: c_int = 1024;
/// The longest seed, entropy included, in bytes.
pub const MBEDTLS_CTR_DRBG_MAX_SEED_INPUT: c_int = 384;
/// No prediction resistance.
pub const MBEDTLS_CTR_DRBG_PR_OFF: c_int = 0;
/// Prediction resistance.
pub const MBEDTLS_CTR_DRBG_PR_ON: c_int = 1;
/// Calls between two seedings.
pub const MBEDTLS_CTR_DRBG_RESEED_INTERVAL: c_int = 10000;
/// Length of the state, in bytes.
pub const MBEDTLS_CTR_DRBG_SEEDLEN: c_int = 48;

/// A random generator.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(f_entropy), MBEDTLS_PRIVATE(p_entropy), MBEDTLS_PRIVATE(entropy_len), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_ctr_drbg_context {
    /// The application's entropy function: asked when the generator is seeded, as in 3.6.
    pub f_entropy: Option<unsafe extern "C" fn(data: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>,
    /// Its first argument.
    pub p_entropy: *mut c_void,
    /// Bytes that a seeding asks of it; 0: `MBEDTLS_CTR_DRBG_ENTROPY_LEN`.
    pub entropy_len: usize,
    /// Not to be touched.
    pub reserved: [usize; 46],
}

/// Initialises a generator.
///
/// \param ctx  The generator; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_init(ctx: *mut mbedtls_ctr_drbg_context) {
    guard((), || {
        if !ctx.is_null() {
            // SAFETY: points to memory for one context; all-zero is a value.
            unsafe { ctx.write_bytes(0, 1) };
        }
    });
}

/// Frees a generator and makes it like new.
///
/// \param ctx  The generator; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_free(ctx: *mut mbedtls_ctr_drbg_context) {
    // SAFETY: passed on; there is nothing to free.
    unsafe { mbedtls_ctr_drbg_init(ctx) };
}

/// Seeds a generator. The entropy function is asked, and its failure reported, as in 3.6; the bytes that the generator
/// gives are the operating system's all the same.
///
/// \param ctx        The generator.
/// \param f_entropy  Gives entropy; see mbedtls_entropy_func().
/// \param p_entropy  Passed to it.
/// \param custom     Sets this generator apart; may be NULL if `len` is 0.
/// \param len        Its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED` if `f_entropy` fails or an argument is NULL;
///          `MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG` if `custom` is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_seed(
    ctx: *mut mbedtls_ctr_drbg_context,
    f_entropy: Option<unsafe extern "C" fn(data: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>,
    p_entropy: *mut c_void,
    custom: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED, || {
        // SAFETY: `ctx` is NULL or initialised; the borrow ends before the callback runs.
        unsafe {
            match ctx.as_mut() {
                Some(generator) => {
                    generator.f_entropy = f_entropy;
                    generator.p_entropy = p_entropy;
                }
                None => return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED,
            }
            mbedtls_ctr_drbg_reseed(ctx, custom, len)
        }
    })
}

/// Seeds a generator again, from the entropy function it was seeded with.
///
/// \param ctx         The generator.
/// \param additional  Additional input; may be NULL if `len` is 0.
/// \param len         Its length in bytes.
///
/// \return  As mbedtls_ctr_drbg_seed().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_reseed(
    ctx: *mut mbedtls_ctr_drbg_context,
    additional: *const c_uchar,
    len: usize,
) -> c_int {
    const FAILED: c_int = MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
    guard(FAILED, || {
        // SAFETY: `ctx` is NULL or initialised; what is needed is copied out before the callback runs.
        let Some((Some(f), argument, asked)) =
            unsafe { ctx.as_ref() }.map(|c| (c.f_entropy, c.p_entropy, c.entropy_len))
        else {
            return FAILED;
        };
        let mut seed = [0_u8; MBEDTLS_CTR_DRBG_MAX_SEED_INPUT as usize];
        let entropy = if asked == 0 {
            MBEDTLS_CTR_DRBG_ENTROPY_LEN as usize
        } else {
            asked
        };
        if entropy > seed.len() || len > seed.len() - entropy {
            return MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG;
        }
        if additional.is_null() && len != 0 {
            return FAILED;
        }
        // SAFETY: the application's callback, with a buffer of the length it is told.
        let code = unsafe { f(argument, seed.as_mut_ptr(), entropy) };
        zeroize::Zeroize::zeroize(&mut seed);
        if code == 0 { 0 } else { FAILED }
    })
}

/// Gives random bytes. In the form that the functions of this library take as `f_rng`.
///
/// \param _p_rng      The generator.
/// \param output      Where to put the bytes.
/// \param output_len  Their number, at most `MBEDTLS_CTR_DRBG_MAX_REQUEST`.
///
/// \return  0; `MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG`; `MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED` if the operating
///          system gives none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_random(
    _p_rng: *mut c_void,
    output: *mut c_uchar,
    output_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED, || {
        if output_len > MBEDTLS_CTR_DRBG_MAX_REQUEST as usize {
            return MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG;
        }
        // SAFETY: `output` has room for `output_len` bytes.
        unsafe { entropy::fill(output, output_len) }.map_or(MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED, |()| 0)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr;

    unsafe extern "C" fn works(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
        0
    }

    unsafe extern "C" fn fails(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
        -1
    }

    #[test]
    fn seeding_asks_the_entropy_function() {
        // SAFETY: a whole context.
        unsafe {
            let mut generator: mbedtls_ctr_drbg_context = core::mem::zeroed();
            let ctx = &raw mut generator;
            let (none, failed) = (ptr::null_mut(), MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED);
            assert_eq!(mbedtls_ctr_drbg_seed(ctx, Some(works), none, ptr::null(), 0), 0);
            assert_eq!(mbedtls_ctr_drbg_reseed(ctx, ptr::null(), 0), 0);
            assert_eq!(mbedtls_ctr_drbg_seed(ctx, Some(fails), none, ptr::null(), 0), failed);
            assert_eq!(mbedtls_ctr_drbg_seed(ctx, None, none, ptr::null(), 0), failed);
            let long = [0; 337];
            let too_big = MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG;
            assert_eq!(
                mbedtls_ctr_drbg_seed(ctx, Some(works), none, long.as_ptr(), 337),
                too_big
            );
            assert_eq!(mbedtls_ctr_drbg_seed(ctx, Some(works), none, long.as_ptr(), 336), 0);
        }
        assert_eq!(size_of::<mbedtls_ctr_drbg_context>(), 392);
    }

    #[test]
    fn two_draws_differ_and_a_copied_generator_repeats_nothing() {
        let (mut one, mut other) = ([0_u8; 32], [0_u8; 32]);
        // SAFETY: the buffers are as long as stated.
        unsafe {
            let generator: mbedtls_ctr_drbg_context = core::mem::zeroed();
            let mut copies = [generator, generator];
            assert_eq!(
                mbedtls_ctr_drbg_random((&raw mut copies[0]).cast(), one.as_mut_ptr(), 32),
                0
            );
            assert_eq!(
                mbedtls_ctr_drbg_random((&raw mut copies[1]).cast(), other.as_mut_ptr(), 32),
                0
            );
            assert_ne!(one, other);
            let too_big = MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG;
            assert_eq!(mbedtls_ctr_drbg_random(ptr::null_mut(), ptr::null_mut(), 1025), too_big);
            assert_eq!(mbedtls_ctr_drbg_random(ptr::null_mut(), ptr::null_mut(), 0), 0);
        }
    }

    #[test]
    fn null_everywhere() {
        // SAFETY: NULL is allowed.
        unsafe {
            mbedtls_ctr_drbg_init(ptr::null_mut());
            mbedtls_ctr_drbg_free(ptr::null_mut());
            let failed = MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
            assert_eq!(
                mbedtls_ctr_drbg_seed(ptr::null_mut(), Some(works), ptr::null_mut(), ptr::null(), 0),
                failed
            );
            assert_eq!(mbedtls_ctr_drbg_reseed(ptr::null_mut(), ptr::null(), 0), failed);
            assert_eq!(mbedtls_ctr_drbg_random(ptr::null_mut(), ptr::null_mut(), 8), failed);
        }
    }
}
