//! Powers, inverses, common divisors.

use super::arithmetic::reduce;
use super::value::{Value, put, read, used};
use super::{MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE, MBEDTLS_MPI_MAX_BITS, mbedtls_mpi};
use crate::capi::guard::guarded;
use crate::crypto::bignum::{Natural, limbs_of};
use core::ffi::c_int;

/// Longest exponent and modulus, in bits.
pub(super) const MAX_BITS: usize = MBEDTLS_MPI_MAX_BITS as usize;

/// Raises to a power: X = A^E mod N. The time depends on how long the numbers are, but not on the exponent.
///
/// DEVIATION: where `X` is `A` and negative, 3.6 forgets the sign and computes |A|^E mod N. Of a negative multiple of `N` and
/// an odd exponent its result is `N`, not 0.
///
/// \param X  The result; may be any of the other numbers.
/// \param A  The base.
/// \param E  The exponent, 0 or more, of at most MBEDTLS_MPI_MAX_BITS.
/// \param N  The modulus, odd, more than 0, of at most MBEDTLS_MPI_MAX_BITS.
/// \param prec_RR  Not needed, and left as it is: 3.6 keeps here what it prepared for the modulus. May be NULL.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for numbers that are not so, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_exp_mod(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    E: *const mbedtls_mpi,
    N: *const mbedtls_mpi,
    prec_RR: *mut mbedtls_mpi,
) -> c_int {
    let _ = prec_RR;
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, e, n) = (read(A)?, read(E)?, read(N)?);
            let fits = |value: &Value| value.magnitude.bits() <= MAX_BITS;
            if n.is_negative() || !n.magnitude.is_odd() || e.is_negative() || !fits(&e) || !fits(&n) {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            if e.limbs == 0 {
                return put(X, 1, &Natural::from_limbs(&[1]), 1);
            }
            // Limbs beyond the longest exponent are zeros.
            let exponent = Natural::from_limbs(
                e.magnitude
                    .limbs()
                    .get(..limbs_of(MAX_BITS))
                    .unwrap_or(e.magnitude.limbs()),
            );
            let power = a.magnitude.power(&exponent, &n.magnitude);
            let mut power = power.ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            if a.is_negative() && exponent.is_odd() && !power.is_zero() {
                power = n.magnitude.sub(&power).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            }
            put(X, 1, &power, a.copied_limbs().max(n.limbs))
        }
    })
}

/// Inverts: X = A^-1 mod N.
///
/// \param X  The result; may be `A` or `N`.
/// \param A  The number.
/// \param N  The modulus, more than 1.
///
/// \return  0, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if there is no inverse, MBEDTLS_ERR_MPI_ALLOC_FAILED, or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for a modulus of 1 or less, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_inv_mod(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    N: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, n) = (read(A)?, read(N)?);
            if n.sign < 0 || n.magnitude.is_zero() || n.magnitude.is_one() {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            let (reduced, _) = reduce(&a, &n)?;
            let inverse = reduced.invert(&n.magnitude);
            let inverse = inverse.ok_or(MBEDTLS_ERR_MPI_NOT_ACCEPTABLE)?;
            let room = if n.magnitude.is_odd() || reduced.is_one() {
                1
            } else {
                n.limbs
            };
            put(X, 1, &inverse, room)
        }
    })
}

/// The greatest common divisor of two numbers, without their signs.
///
/// \param G  The divisor, 0 or more; may be `A` or `B`.
/// \param A,B  The numbers. Of 0 and another number it is that number.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_gcd(G: *mut mbedtls_mpi, A: *const mbedtls_mpi, B: *const mbedtls_mpi) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, b) = (read(A)?, read(B)?);
            let (i, j) = (used(a.magnitude.limbs()), used(b.magnitude.limbs()));
            put(G, 1, &a.magnitude.gcd(&b.magnitude), i.max(j).max(1))
        }
    })
}
