//! `mbedtls/ctr_drbg.h`: the random generator that programs hand to every other function.
//!
//! DEVIATION: what it yields is the operating system's randomness, always fresh. Seeding still asks the entropy callback
//! and reports its failure, because programs look at that; a generator that was never seeded works all the same.

use super::entropy::random_out;
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::ptr;
use super::self_test::say;
use core::ffi::{c_char, c_int, c_uchar, c_void};
use zeroize::Zeroizing;

/// Block size of the cipher, in bytes.
pub const MBEDTLS_CTR_DRBG_BLOCKSIZE: c_int = 16;
/// Bytes of entropy asked for by default when seeding.
pub const MBEDTLS_CTR_DRBG_ENTROPY_LEN: c_int = 48;
/// Bytes of nonce asked for by default when seeding.
pub const MBEDTLS_CTR_DRBG_ENTROPY_NONCE_LEN: c_int = 0;
/// Key size of the cipher, in bits.
pub const MBEDTLS_CTR_DRBG_KEYBITS: c_int = 256;
/// Key size of the cipher, in bytes.
pub const MBEDTLS_CTR_DRBG_KEYSIZE: c_int = 32;
/// Most bytes of additional input for one request.
pub const MBEDTLS_CTR_DRBG_MAX_INPUT: c_int = 256;
/// Most random bytes that one request returns.
pub const MBEDTLS_CTR_DRBG_MAX_REQUEST: c_int = 1024;
/// Most bytes that entropy, nonce and additional input may have together when seeding.
pub const MBEDTLS_CTR_DRBG_MAX_SEED_INPUT: c_int = 384;
/// Prediction resistance is off.
pub const MBEDTLS_CTR_DRBG_PR_OFF: c_int = 0;
/// Prediction resistance is on: entropy is asked for before each request.
pub const MBEDTLS_CTR_DRBG_PR_ON: c_int = 1;
/// Requests after which entropy is asked for again, by default.
pub const MBEDTLS_CTR_DRBG_RESEED_INTERVAL: c_int = 10000;
/// Length of a seed, in bytes.
pub const MBEDTLS_CTR_DRBG_SEEDLEN: c_int = 48;
/// The source of entropy failed.
pub const MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED: c_int = -0x0034;
/// More random bytes were asked for than one request may return.
pub const MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG: c_int = -0x0036;
/// Too much additional input.
pub const MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG: c_int = -0x0038;
/// The seed file could not be read or written.
pub const MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR: c_int = -0x003A;

/// A random generator. Any number of threads may use one at once.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(f_entropy), MBEDTLS_PRIVATE(p_entropy), MBEDTLS_PRIVATE(entropy_len), MBEDTLS_PRIVATE(nonce_len), MBEDTLS_PRIVATE(reseed_interval), MBEDTLS_PRIVATE(prediction_resistance), MBEDTLS_PRIVATE(seeded), MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
pub struct mbedtls_ctr_drbg_context {
    /// Asks for entropy.
    pub f_entropy: Option<unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>,
    /// Its first argument.
    pub p_entropy: *mut c_void,
    /// Bytes of entropy to ask for when seeding.
    pub entropy_len: usize,
    /// Bytes of nonce to ask for with the first seed; -1 for the default.
    pub nonce_len: c_int,
    /// Requests after which entropy is asked for again (without effect).
    pub reseed_interval: c_int,
    /// Whether entropy is asked for before each request (without effect).
    pub prediction_resistance: c_int,
    /// Not 0 once it is seeded.
    pub seeded: c_int,
    /// Not to be touched.
    pub reserved: [u64; 44],
}

/// Makes a generator ready to be seeded.
///
/// \param ctx  The generator; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_init(ctx: *mut mbedtls_ctr_drbg_context) {
    guard((), || {
        // SAFETY: C passes NULL or a generator of this size, which owns nothing.
        unsafe { ptr::zero(ctx) };
        // SAFETY: the same.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.entropy_len = MBEDTLS_CTR_DRBG_ENTROPY_LEN as usize;
            context.nonce_len = -1;
            context.reseed_interval = MBEDTLS_CTR_DRBG_RESEED_INTERVAL;
        }
    });
}

/// Releases a generator.
///
/// \param ctx  The generator; NULL, or one that is zeroed, is allowed.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_free(ctx: *mut mbedtls_ctr_drbg_context) {
    // SAFETY: C passes NULL or a generator that no other thread uses any more; there is nothing to release.
    unsafe { mbedtls_ctr_drbg_init(ctx) };
}

/// Seeds a generator: asks for entropy once.
///
/// \param ctx  The generator.
/// \param f_entropy  Yields entropy, for example mbedtls_entropy_func().
/// \param p_entropy  First argument of `f_entropy`; both must stay valid until mbedtls_ctr_drbg_free().
/// \param custom,len  Personalization, which need not be secret; NULL and 0 for none.
///
/// \return  0, MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED if `f_entropy` fails or a pointer is NULL, or
/// MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG if `len` is too large.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_seed(
    ctx: *mut mbedtls_ctr_drbg_context,
    f_entropy: Option<unsafe extern "C" fn(p_entropy: *mut c_void, output: *mut c_uchar, len: usize) -> c_int>,
    p_entropy: *mut c_void,
    custom: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let nonce_len = {
            // SAFETY: C passes NULL or an initialised generator; the reference ends before the callback runs.
            let Some(context) = (unsafe { ptr::as_mut(ctx) }) else {
                return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
            };
            context.f_entropy = f_entropy;
            context.p_entropy = p_entropy;
            if context.entropy_len == 0 {
                context.entropy_len = MBEDTLS_CTR_DRBG_ENTROPY_LEN as usize;
            }
            // As 3.6: a seed as long as key and half of it again needs no nonce.
            let enough = context.entropy_len >= (MBEDTLS_CTR_DRBG_KEYSIZE as usize) * 3 / 2;
            let usual = if enough { 0 } else { context.entropy_len.div_ceil(2) };
            usize::try_from(context.nonce_len).unwrap_or(usual)
        };
        // SAFETY: C passes an initialised generator.
        unsafe { reseed(ctx, custom, len, nonce_len) }
    })
}

/// Asks for entropy again.
///
/// \param ctx  The generator, seeded.
/// \param additional,len  Additional input; NULL and 0 for none.
///
/// \return  As mbedtls_ctr_drbg_seed() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_reseed(
    ctx: *mut mbedtls_ctr_drbg_context,
    additional: *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised generator.
        unsafe { reseed(ctx, additional, len, 0) }
    })
}

/// Fills a buffer with random bytes. Made to be the `f_rng` of other functions.
///
/// \param p_rng  A `mbedtls_ctr_drbg_context`.
/// \param output  Where the bytes go.
/// \param output_len  How many, at most MBEDTLS_CTR_DRBG_MAX_REQUEST.
///
/// \return  0, MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG, or MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED if a pointer is NULL
/// or the operating system has no randomness.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_random(p_rng: *mut c_void, output: *mut c_uchar, output_len: usize) -> c_int {
    // SAFETY: the same promises.
    unsafe { mbedtls_ctr_drbg_random_with_add(p_rng, output, output_len, core::ptr::null(), 0) }
}

/// Fills a buffer with random bytes, mixing additional input in.
///
/// \param p_rng,output,output_len  As for mbedtls_ctr_drbg_random().
/// \param additional,add_len  Additional input, at most MBEDTLS_CTR_DRBG_MAX_INPUT bytes; NULL and 0 for none.
///
/// \return  As mbedtls_ctr_drbg_random() does, or MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_random_with_add(
    p_rng: *mut c_void,
    output: *mut c_uchar,
    output_len: usize,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    let _ = additional;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if output_len > MBEDTLS_CTR_DRBG_MAX_REQUEST as usize {
            return MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG;
        }
        if add_len > MBEDTLS_CTR_DRBG_MAX_INPUT as usize {
            return MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG;
        }
        // SAFETY: `output_len` bytes are writable at `output` by the caller's promise.
        if p_rng.is_null() || unsafe { random_out(output, output_len) }.is_err() {
            return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
        }
        0
    })
}

/// Mixes data into the generator. Without effect: the operating system's generator needs none.
///
/// \param ctx  The generator.
/// \param additional,add_len  The data, at most MBEDTLS_CTR_DRBG_MAX_SEED_INPUT bytes.
///
/// \return  0, or MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG if `add_len` is too large or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_update(
    ctx: *mut mbedtls_ctr_drbg_context,
    additional: *const c_uchar,
    add_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let too_big = add_len > MBEDTLS_CTR_DRBG_MAX_SEED_INPUT as usize;
        if ctx.is_null() || too_big || (additional.is_null() && add_len > 0) {
            return MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG;
        }
        0
    })
}

/// Asks for entropy before each request, or not. Without effect: every request is fresh from the operating system.
///
/// \param ctx  The generator.
/// \param resistance  MBEDTLS_CTR_DRBG_PR_ON or MBEDTLS_CTR_DRBG_PR_OFF.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_prediction_resistance(
    ctx: *mut mbedtls_ctr_drbg_context,
    resistance: c_int,
) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.prediction_resistance = resistance;
        }
    });
}

/// Sets how many bytes of entropy are asked for when seeding.
///
/// \param ctx  The generator.
/// \param len  How many; at most MBEDTLS_CTR_DRBG_MAX_SEED_INPUT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_entropy_len(ctx: *mut mbedtls_ctr_drbg_context, len: usize) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.entropy_len = len;
        }
    });
}

/// Sets how many bytes of nonce are asked for with the first seed.
///
/// \param ctx  The generator, not seeded yet.
/// \param len  How many; at most MBEDTLS_CTR_DRBG_MAX_SEED_INPUT.
///
/// \return  0, MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG, or MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED if the generator is
/// seeded or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_nonce_len(ctx: *mut mbedtls_ctr_drbg_context, len: usize) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        match unsafe { ptr::as_mut(ctx) } {
            Some(context) if context.f_entropy.is_none() => match c_int::try_from(len) {
                Ok(short) if short <= MBEDTLS_CTR_DRBG_MAX_SEED_INPUT => {
                    context.nonce_len = short;
                    0
                }
                _ => MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG,
            },
            _ => MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED,
        }
    })
}

/// Sets after how many requests entropy is asked for again. Without effect: every request is fresh from the operating
/// system.
///
/// \param ctx  The generator.
/// \param interval  Number of requests.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_set_reseed_interval(ctx: *mut mbedtls_ctr_drbg_context, interval: c_int) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised generator that it does not use in another thread meanwhile.
        if let Some(context) = unsafe { ptr::as_mut(ctx) } {
            context.reseed_interval = interval;
        }
    });
}

/// Writes MBEDTLS_CTR_DRBG_MAX_INPUT random bytes to a file.
///
/// \param ctx  The generator.
/// \param path  Name of the file.
///
/// \return  0, MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR, or as mbedtls_ctr_drbg_random() does.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_write_seed_file(
    ctx: *mut mbedtls_ctr_drbg_context,
    path: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        let mut seed = Zeroizing::new([0u8; MBEDTLS_CTR_DRBG_MAX_INPUT as usize]);
        // SAFETY: C passes NULL or an initialised generator; the seed has the length given.
        let code = unsafe { mbedtls_ctr_drbg_random(ctx.cast(), seed.as_mut_ptr(), seed.len()) };
        if code != 0 {
            return code;
        }
        // SAFETY: C passes NULL or a string.
        let Some(path) = (unsafe { ptr::path(path) }) else {
            return MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR;
        };
        std::fs::write(path, seed.as_ref()).map_or(MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR, |()| 0)
    })
}

/// Writes a new seed in the place of one in a file, which the operating system's generator does not need.
///
/// \param ctx  The generator.
/// \param path  Name of the file, which must be there.
///
/// \return  As mbedtls_ctr_drbg_write_seed_file() does, or MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG if the file is longer than
/// MBEDTLS_CTR_DRBG_MAX_INPUT bytes.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ctr_drbg_update_seed_file(
    ctx: *mut mbedtls_ctr_drbg_context,
    path: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: C passes NULL or a string.
        let size = unsafe { ptr::path(path) }
            .and_then(|path| std::fs::metadata(path).ok())
            .map(|file| file.len());
        match size {
            None => MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR,
            Some(size) if size > MBEDTLS_CTR_DRBG_MAX_INPUT as u64 => MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG,
            // SAFETY: C passes NULL or an initialised generator.
            Some(_) => unsafe { mbedtls_ctr_drbg_write_seed_file(ctx, path) },
        }
    })
}

/// Checks that the generator yields randomness.
///
/// \param verbose  Not 0 to print what comes out.
///
/// \return  0, or 1 if it does not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ctr_drbg_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        let (mut one, mut two) = ([0u8; 32], [0u8; 32]);
        let passed =
            crate::crypto::rand::fill(&mut one).is_ok() && crate::crypto::rand::fill(&mut two).is_ok() && one != two;
        let result = if passed { "passed" } else { "failed" };
        say(verbose, &format!("  CTR_DRBG test: {result}\n\n"));
        c_int::from(!passed)
    })
}

/// Asks the entropy callback for a seed, which only its success matters of.
///
/// # Safety
/// If `ctx` is not NULL, it must be an initialised generator.
unsafe fn reseed(ctx: *mut mbedtls_ctr_drbg_context, additional: *const u8, len: usize, nonce_len: usize) -> c_int {
    // SAFETY: the caller's promise; what is needed is copied out, so that no reference is alive while C code runs.
    let found = unsafe { ptr::as_ref(ctx) }.map(|context| (context.f_entropy, context.p_entropy, context.entropy_len));
    let Some((Some(f_entropy), p_entropy, entropy_len)) = found else {
        return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
    };
    const LONGEST: usize = MBEDTLS_CTR_DRBG_MAX_SEED_INPUT as usize;
    let room = LONGEST
        .checked_sub(entropy_len)
        .and_then(|room| room.checked_sub(nonce_len));
    if room.is_none_or(|room| len > room) || (additional.is_null() && len > 0) {
        return MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG;
    }
    let mut seed = Zeroizing::new([0u8; LONGEST]);
    for part in [entropy_len, nonce_len] {
        // SAFETY: the application promised that the callback can be called like this; the seed has room for the part.
        if part > 0 && unsafe { f_entropy(p_entropy, seed.as_mut_ptr(), part) } != 0 {
            return MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED;
        }
    }
    // SAFETY: the caller's promise; the callback is over.
    if let Some(context) = unsafe { ptr::as_mut(ctx) } {
        context.seeded = 1;
    }
    0
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    fn generator() -> mbedtls_ctr_drbg_context {
        // SAFETY: a generator of zeros is what C starts from.
        let mut context: mbedtls_ctr_drbg_context = unsafe { core::mem::zeroed() };
        // SAFETY: a whole generator.
        unsafe { mbedtls_ctr_drbg_init(&raw mut context) };
        context
    }

    /// Counts the bytes asked for.
    unsafe extern "C" fn counting(p_entropy: *mut c_void, output: *mut c_uchar, len: usize) -> c_int {
        // SAFETY: the test passes a counter; the library passes a buffer of `len` bytes.
        unsafe {
            *p_entropy.cast::<usize>() += len;
            output.write_bytes(1, len);
        }
        0
    }

    unsafe extern "C" fn failing(_: *mut c_void, _: *mut c_uchar, _: usize) -> c_int {
        -1
    }

    #[test]
    fn seeding_asks_the_callback_and_reports_its_failure() {
        let mut context = generator();
        let ctx = &raw mut context;
        let mut asked = 0usize;
        let counter = (&raw mut asked).cast();
        // SAFETY: whole objects.
        unsafe {
            assert_eq!(
                mbedtls_ctr_drbg_seed(ctx, Some(failing), null_mut(), null(), 0),
                MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED
            );
            mbedtls_ctr_drbg_free(ctx);
            assert_eq!(mbedtls_ctr_drbg_set_nonce_len(ctx, 8), 0);
            assert_eq!(mbedtls_ctr_drbg_seed(ctx, Some(counting), counter, null(), 0), 0);
            assert_eq!(asked, 56);
            assert_eq!(mbedtls_ctr_drbg_reseed(ctx, null(), 0), 0);
            assert_eq!(asked, 104);
            let taken = mbedtls_ctr_drbg_set_nonce_len(ctx, 8);
            assert_eq!(taken, MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED);
        }
    }

    #[test]
    fn limits_of_a_request() {
        let mut context = generator();
        let ctx = (&raw mut context).cast();
        let mut out = [0u8; 1025];
        // SAFETY: whole objects of the sizes given.
        unsafe {
            assert_eq!(mbedtls_ctr_drbg_random(ctx, out.as_mut_ptr(), 1024), 0);
            assert_ne!(out[..1024], [0; 1024]);
            assert_eq!(
                mbedtls_ctr_drbg_random(ctx, out.as_mut_ptr(), 1025),
                MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG
            );
            assert_eq!(
                mbedtls_ctr_drbg_random_with_add(ctx, out.as_mut_ptr(), 1, out.as_ptr(), 257),
                MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG
            );
            assert_eq!(
                mbedtls_ctr_drbg_random_with_add(ctx, out.as_mut_ptr(), 1, out.as_ptr(), 256),
                0
            );
        }
    }

    #[test]
    fn null_and_misuse() {
        let mut context = generator();
        let ctx = &raw mut context;
        let mut out = [0u8; 8];
        // SAFETY: NULL is allowed everywhere; the rest are whole objects.
        unsafe {
            mbedtls_ctr_drbg_init(null_mut());
            mbedtls_ctr_drbg_free(null_mut());
            assert!(mbedtls_ctr_drbg_seed(null_mut(), Some(failing), null_mut(), null(), 0) < 0);
            assert!(mbedtls_ctr_drbg_seed(ctx, None, null_mut(), null(), 0) < 0);
            assert!(mbedtls_ctr_drbg_seed(ctx, Some(failing), null_mut(), null(), 9) < 0);
            assert!(mbedtls_ctr_drbg_seed(ctx, Some(failing), null_mut(), out.as_ptr(), 9999) < 0);
            assert!(mbedtls_ctr_drbg_reseed(null_mut(), null(), 0) < 0);
            assert!(mbedtls_ctr_drbg_random(null_mut(), out.as_mut_ptr(), 8) < 0);
            assert!(mbedtls_ctr_drbg_random(ctx.cast(), null_mut(), 8) < 0);
            assert_eq!(mbedtls_ctr_drbg_random(ctx.cast(), null_mut(), 0), 0);
            assert!(mbedtls_ctr_drbg_update(null_mut(), out.as_ptr(), 8) < 0);
            assert!(mbedtls_ctr_drbg_update(ctx, null(), 8) < 0);
            assert!(mbedtls_ctr_drbg_update(ctx, out.as_ptr(), 385) < 0);
            assert_eq!(mbedtls_ctr_drbg_update(ctx, out.as_ptr(), 8), 0);
            mbedtls_ctr_drbg_set_prediction_resistance(null_mut(), 1);
            mbedtls_ctr_drbg_set_entropy_len(null_mut(), 1);
            mbedtls_ctr_drbg_set_reseed_interval(null_mut(), 1);
            mbedtls_ctr_drbg_set_prediction_resistance(ctx, 1);
            mbedtls_ctr_drbg_set_reseed_interval(ctx, 1);
            assert!(mbedtls_ctr_drbg_set_nonce_len(null_mut(), 1) < 0);
            assert!(mbedtls_ctr_drbg_write_seed_file(null_mut(), c"/nowhere".as_ptr()) < 0);
            assert!(mbedtls_ctr_drbg_write_seed_file(ctx, null()) < 0);
            assert!(mbedtls_ctr_drbg_update_seed_file(ctx, null()) < 0);
            assert!(mbedtls_ctr_drbg_update_seed_file(ctx, c"/no/such/folder/seed".as_ptr()) < 0);
            mbedtls_ctr_drbg_set_entropy_len(ctx, usize::MAX);
            assert!(mbedtls_ctr_drbg_seed(ctx, Some(failing), null_mut(), null(), 0) < 0);
            assert_eq!(mbedtls_ctr_drbg_self_test(0), 0);
        }
    }
}
