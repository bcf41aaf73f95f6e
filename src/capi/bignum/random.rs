//! Random numbers and primes.

use super::binary::LIMB_BYTES;
use super::memory::clear;
use super::modular::MAX_BITS;
use super::value::{put, read};
use super::{
    MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE, mbedtls_mpi,
    mbedtls_mpi_gen_prime_flag_t, mbedtls_mpi_read_binary, mbedtls_mpi_sint,
};
use crate::capi::guard::guarded;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::bignum::Natural;
use core::ffi::{c_int, c_void};
use zeroize::Zeroizing;

/// The greatest divisor that 3.6 tries before anything else.
const GREATEST_TRIED: u64 = 997;

/// Fills a number with random bytes, big-endian.
///
/// \param X  The number. It gets as many limbs as the bytes take.
/// \param size  How many bytes.
/// \param f_rng,p_rng  Where the bytes come from, asked once, unless `size` is 0.
///
/// \return  0, what `f_rng` returned, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond MBEDTLS_MPI_MAX_LIMBS, or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_fill_random(
    X: *mut mbedtls_mpi,
    size: usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number, and a generator; nothing of it is borrowed while that runs.
        unsafe {
            clear(X, size.div_ceil(LIMB_BYTES))?;
            if size == 0 {
                return Ok(());
            }
            let bytes = ask(f_rng, p_rng, size)?;
            match mbedtls_mpi_read_binary(X, bytes.as_ptr(), bytes.len()) {
                0 => Ok(()),
                error => Err(error),
            }
        }
    })
}

/// A random number of a range, each of it as probable as the others: min <= X < N. The bytes are taken as RFC 6979
/// section 3.3 takes them.
///
/// \param X  The number. It gets as many limbs as `N` has.
/// \param min  The least number of the range, 0 or more.
/// \param N  The end of the range.
/// \param f_rng,p_rng  Where randomness comes from; it is asked until a number fits.
///
/// \return  0, what `f_rng` returned, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if no number was found in many tries,
/// MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for an empty range or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_random(
    X: *mut mbedtls_mpi,
    min: mbedtls_mpi_sint,
    N: *const mbedtls_mpi,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers, and a generator; nothing is borrowed while that runs.
        unsafe {
            let end = read(N)?;
            let start = u64::try_from(min).map_err(|_| MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            let start = Natural::from_limbs(&[start]);
            if end.is_negative() || end.magnitude <= start {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            clear(X, end.limbs)?;
            let bits = end.magnitude.bits();
            let size = bits.div_ceil(8);
            // As often as 3.6 asks; it does not look at the last answer.
            let tries = if size > 4 { 30 } else { 250 };
            for attempt in 1..=tries {
                let bytes = ask(f_rng, p_rng, size)?;
                let number = Natural::from_be_bytes(&bytes).map_err(|_| MBEDTLS_ERR_MPI_ALLOC_FAILED)?;
                let number = number.shr(size * 8 - bits);
                let fits = !number.is_less_ct(&start) & number.is_less_ct(&end.magnitude);
                if fits && attempt < tries {
                    return put(X, 1, &number, end.limbs);
                }
            }
            Err(MBEDTLS_ERR_MPI_NOT_ACCEPTABLE)
        }
    })
}

/// Whether a number, without its sign, is a prime.
///
/// DEVIATION: the test of Baillie, Pomerance, Selfridge and Wagstaff is made besides the one with random bases, so that
/// no composite number is known that passes, however few `rounds` there are. More than 64 rounds count as 64.
///
/// \param X  The number, of at most MBEDTLS_MPI_MAX_BITS.
/// \param rounds  How many random bases are tried.
/// \param f_rng,p_rng  Not needed: the system's randomness is used.
///
/// \return  0 if it is one, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if it is not, MBEDTLS_ERR_MPI_BAD_INPUT_DATA if it is too long
/// or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_is_prime_ext(
    X: *const mbedtls_mpi,
    rounds: c_int,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number.
        let number = unsafe { read(X)? }.magnitude;
        if number.bits() > MAX_BITS {
            return Err(if has_small_divisor(&number) {
                MBEDTLS_ERR_MPI_NOT_ACCEPTABLE
            } else {
                MBEDTLS_ERR_MPI_BAD_INPUT_DATA
            });
        }
        // What is below 0 is taken for a size there, of endless many rounds.
        let rounds = usize::try_from(rounds).unwrap_or(usize::MAX);
        match number.is_prime(rounds) {
            Ok(true) => Ok(()),
            Ok(false) | Err(_) => Err(MBEDTLS_ERR_MPI_NOT_ACCEPTABLE),
        }
    })
}

/// Makes a random prime.
///
/// \param X  The prime.
/// \param nbits  How many bits it is to have, 3 to MBEDTLS_MPI_MAX_BITS.
/// \param flags  MBEDTLS_MPI_GEN_PRIME_FLAG_DH: (X - 1) / 2 is to be a prime too, which takes much longer.
/// MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR: without effect; every prime is tested until a composite number is less probable than
/// 2^-128.
/// \param f_rng,p_rng  Not needed: the system's randomness is used.
///
/// \return  0, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if the system has no randomness, MBEDTLS_ERR_MPI_ALLOC_FAILED, or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another size or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_gen_prime(
    X: *mut mbedtls_mpi,
    nbits: usize,
    flags: c_int,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = (f_rng, p_rng);
    guarded(|| {
        if X.is_null() || !(3..=MAX_BITS).contains(&nbits) {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        let safe = flags & mbedtls_mpi_gen_prime_flag_t::MBEDTLS_MPI_GEN_PRIME_FLAG_DH as c_int != 0;
        let prime = Natural::random_prime(nbits, safe).map_err(|_| MBEDTLS_ERR_MPI_NOT_ACCEPTABLE)?;
        // SAFETY: C passes an initialised number.
        unsafe { put(X, 1, &prime, 1) }
    })
}

/// Random bytes of the application's generator.
///
/// # Safety
/// `f_rng` is a function that fills as many bytes as it is told to, or returns an error.
pub(in crate::capi) unsafe fn ask(
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    size: usize,
) -> Result<Zeroizing<Vec<u8>>, c_int> {
    let generator = f_rng.ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
    let mut bytes = Zeroizing::new(vec![0; size]);
    // SAFETY: as stated; the buffer is ours alone.
    match unsafe { generator(p_rng, bytes.as_mut_ptr(), size) } {
        0 => Ok(bytes),
        error => Err(error),
    }
}

/// Whether a number has a divisor from 2 to 997 other than itself.
fn has_small_divisor(number: &Natural) -> bool {
    let divides = |divisor: u64| {
        let rest = number.div_rem(&Natural::from_limbs(&[divisor]));
        rest.is_some_and(|(_, rest)| rest.is_zero())
    };
    divides(2) || (3..=GREATEST_TRIED).step_by(2).any(divides)
}
