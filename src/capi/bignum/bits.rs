//! Comparing numbers, and their bits.

use super::value::{Value, grow, limbs, limbs_mut, put, read, used};
use super::{MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, mbedtls_mpi, mbedtls_mpi_sint};
use crate::capi::guard::{guard, guarded};
use crate::capi::ptr;
use crate::crypto::bignum::limbs_of;
use core::cmp::Ordering;
use core::ffi::{c_int, c_short, c_uchar, c_uint};

/// Bits of a limb.
const LIMB_BITS: usize = u64::BITS as usize;

/// A bit of a number.
///
/// \param X  The number.
/// \param pos  Which bit; 0 is the least significant one.
///
/// \return  0 or 1; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_get_bit(X: *const mbedtls_mpi, pos: usize) -> c_int {
    guard(0, || {
        // SAFETY: C passes NULL or an initialised number.
        let limbs = unsafe { limbs(X) };
        let limb = limbs.get(pos / LIMB_BITS).copied().unwrap_or(0);
        c_int::from(limb >> (pos % LIMB_BITS) & 1 == 1)
    })
}

/// Sets a bit of a number.
///
/// \param X  The number; it gets room if it needs some.
/// \param pos  Which bit; 0 is the least significant one.
/// \param val  0 or 1.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another value or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_set_bit(X: *mut mbedtls_mpi, pos: usize, val: c_uchar) -> c_int {
    guarded(|| {
        if X.is_null() || val > 1 {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        // SAFETY: C passes an initialised number.
        unsafe {
            if val == 1 {
                grow(X, pos / LIMB_BITS + 1)?;
            }
            if let Some(limb) = limbs_mut(X).get_mut(pos / LIMB_BITS) {
                let place = pos % LIMB_BITS;
                *limb = *limb & !(1 << place) | u64::from(val) << place;
            }
        }
        Ok(())
    })
}

/// How many zero bits a number ends with.
///
/// \param X  The number.
///
/// \return  How many; 0 for the number 0 and NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_lsb(X: *const mbedtls_mpi) -> usize {
    guard(0, || {
        // SAFETY: C passes NULL or an initialised number.
        let limbs = unsafe { limbs(X) };
        let first = limbs.iter().enumerate().find(|(_, limb)| **limb != 0);
        first.map_or(0, |(at, limb)| at * LIMB_BITS + limb.trailing_zeros() as usize)
    })
}

/// How many bits a number takes, without its sign.
///
/// \param X  The number.
///
/// \return  How many; 0 for the number 0 and NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_bitlen(X: *const mbedtls_mpi) -> usize {
    // SAFETY: C passes NULL or an initialised number.
    guard(0, || bit_length(unsafe { limbs(X) }))
}

/// How many bytes a number takes, without its sign.
///
/// \param X  The number.
///
/// \return  How many; 0 for the number 0 and NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_size(X: *const mbedtls_mpi) -> usize {
    // SAFETY: C passes NULL or an initialised number.
    guard(0, || bit_length(unsafe { limbs(X) }).div_ceil(8))
}

/// How many bits some limbs take.
fn bit_length(limbs: &[u64]) -> usize {
    let used = used(limbs);
    let first = used.checked_sub(1).and_then(|last| limbs.get(last));
    first.map_or(0, |limb| used * LIMB_BITS - limb.leading_zeros() as usize)
}

/// Multiplies a number by 2^`count`.
///
/// \param X  The number.
/// \param count  By how many bits it is shifted.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_shift_l(X: *mut mbedtls_mpi, count: usize) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number.
        unsafe {
            let value = read(X)?;
            // Room before anything else: it is what bounds the count.
            let bits = value.magnitude.bits().checked_add(count);
            let room = limbs_of(bits.ok_or(MBEDTLS_ERR_MPI_ALLOC_FAILED)?);
            grow(X, room)?;
            let shifted = value.magnitude.shl(count).map_err(|_| MBEDTLS_ERR_MPI_ALLOC_FAILED)?;
            put(X, value.sign, &shifted, room)
        }
    })
}

/// Divides a number by 2^`count`, rounding towards 0.
///
/// \param X  The number.
/// \param count  By how many bits it is shifted.
///
/// \return  0, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_shift_r(X: *mut mbedtls_mpi, count: usize) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number.
        unsafe {
            let value = read(X)?;
            put(X, value.sign, &value.magnitude.shr(count), 0)
        }
    })
}

/// Compares two numbers without their signs.
///
/// \param X,Y  The numbers; NULL counts as 0.
///
/// \return  1, 0 or -1: whether `X` is more than, as much as, or less than `Y`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_cmp_abs(X: *const mbedtls_mpi, Y: *const mbedtls_mpi) -> c_int {
    guard(0, || {
        // SAFETY: C passes NULL or initialised numbers.
        let (x, y) = unsafe { (limbs(X), limbs(Y)) };
        number(compare(x, y))
    })
}

/// Compares two numbers.
///
/// \param X,Y  The numbers; NULL counts as 0.
///
/// \return  1, 0 or -1: whether `X` is more than, as much as, or less than `Y`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_cmp_mpi(X: *const mbedtls_mpi, Y: *const mbedtls_mpi) -> c_int {
    guard(0, || {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let sign = |number: *const mbedtls_mpi| ptr::as_ref(number).map_or(1, |number| number.s);
            compare_signed((sign(X), limbs(X)), (sign(Y), limbs(Y)))
        }
    })
}

/// Compares a number and an integer.
///
/// \param X  The number; NULL counts as 0.
/// \param z  The integer.
///
/// \return  1, 0 or -1: whether `X` is more than, as much as, or less than `z`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_cmp_int(X: *const mbedtls_mpi, z: mbedtls_mpi_sint) -> c_int {
    guard(0, || {
        let integer = Value::from_int(z);
        // SAFETY: C passes NULL or an initialised number.
        unsafe {
            let sign = ptr::as_ref(X).map_or(1, |number| number.s);
            compare_signed((sign, limbs(X)), (integer.sign, integer.magnitude.limbs()))
        }
    })
}

/// Whether a number is less than another, in a time that depends on neither.
///
/// \param X,Y  The numbers, which must have the same number of limbs.
/// \param ret  Where the answer goes: 1 if `X` is less than `Y`, else 0.
///
/// \return  0, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA if the numbers of limbs differ, or for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_lt_mpi_ct(
    X: *const mbedtls_mpi,
    Y: *const mbedtls_mpi,
    ret: *mut c_uint,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers, and a place for the answer.
        unsafe {
            let (x, y) = (read(X)?, read(Y)?);
            if x.limbs != y.limbs || ret.is_null() {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            let less = x.magnitude.is_less_ct(&y.magnitude);
            let more = y.magnitude.is_less_ct(&x.magnitude);
            let (x, y) = (x.sign < 0, y.sign < 0);
            // With one sign, the magnitudes decide, the other way round for negative numbers; otherwise X's sign.
            let same = x == y;
            *ret = c_uint::from((same & !x & less) | (same & x & more) | (!same & x));
            Ok(())
        }
    })
}

/// Compares limbs by value.
fn compare(x: &[u64], y: &[u64]) -> Ordering {
    let (i, j) = (used(x), used(y));
    i.cmp(&j)
        .then_with(|| x.iter().take(i).rev().cmp(y.iter().take(j).rev()))
}

/// Compares signs and limbs.
fn compare_signed((x_sign, x): (c_short, &[u64]), (y_sign, y): (c_short, &[u64])) -> c_int {
    if used(x) == 0 && used(y) == 0 {
        return 0;
    }
    match (x_sign < 0 && used(x) > 0, y_sign < 0 && used(y) > 0) {
        (false, false) => number(compare(x, y)),
        (true, true) => number(compare(y, x)),
        (true, false) => -1,
        (false, true) => 1,
    }
}

/// An order as C has it.
fn number(order: Ordering) -> c_int {
    match order {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }
}
