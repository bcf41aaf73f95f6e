//! Sums, differences, products, quotients.
//!
//! A result is written when all that is computed has been, so it may be one of the numbers computed with. It gets the room
//! that 3.6 would give it, which programs can see in `n`.

use super::value::{MAX_LIMBS, Value, put, read, used};
use super::{
    MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO,
    MBEDTLS_ERR_MPI_NEGATIVE_VALUE, mbedtls_mpi, mbedtls_mpi_sint, mbedtls_mpi_uint,
};
use crate::capi::guard::guarded;
use crate::crypto::bignum::Natural;
use core::ffi::{c_int, c_short};

/// Adds two numbers without their signs: X = |A| + |B|.
///
/// \param X  The sum; may be `A` or `B`.
/// \param A,B  What is added.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_add_abs(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, b) = (read(A)?, read(B)?);
            put_sum(X, core::ptr::eq(X, B), &a, &b, 1)
        }
    })
}

/// Subtracts two numbers without their signs: X = |A| - |B|.
///
/// \param X  The difference; may be `A` or `B`. It stays as it is on failure.
/// \param A,B  What is subtracted from, and what is subtracted.
///
/// \return  0, MBEDTLS_ERR_MPI_NEGATIVE_VALUE if |B| is more than |A|, MBEDTLS_ERR_MPI_ALLOC_FAILED, or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_sub_abs(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, b) = (read(A)?, read(B)?);
            let difference = a.magnitude.sub(&b.magnitude).ok_or(MBEDTLS_ERR_MPI_NEGATIVE_VALUE)?;
            put(X, 1, &difference, a.limbs)
        }
    })
}

/// Adds: X = A + B.
///
/// \param X  The sum; may be `A` or `B`.
/// \param A,B  What is added.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_add_mpi(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: C passes NULL or initialised numbers.
    guarded(|| unsafe { add(X, &read(A)?, &read(B)?, core::ptr::eq(X, B)) })
}

/// Subtracts: X = A - B.
///
/// \param X  The difference; may be `A` or `B`.
/// \param A,B  What is subtracted from, and what is subtracted.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_sub_mpi(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: C passes NULL or initialised numbers.
    guarded(|| unsafe { add(X, &read(A)?, &opposite(read(B)?), core::ptr::eq(X, B)) })
}

/// Adds an integer: X = A + b.
///
/// \param X  The sum; may be `A`.
/// \param A,b  What is added.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_add_int(X: *mut mbedtls_mpi, A: *const mbedtls_mpi, b: mbedtls_mpi_sint) -> c_int {
    // SAFETY: C passes NULL or initialised numbers.
    guarded(|| unsafe { add(X, &read(A)?, &Value::from_int(b), false) })
}

/// Subtracts an integer: X = A - b.
///
/// \param X  The difference; may be `A`.
/// \param A,b  What is subtracted from, and what is subtracted.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_sub_int(X: *mut mbedtls_mpi, A: *const mbedtls_mpi, b: mbedtls_mpi_sint) -> c_int {
    // SAFETY: C passes NULL or initialised numbers.
    guarded(|| unsafe { add(X, &read(A)?, &opposite(Value::from_int(b)), false) })
}

/// Multiplies: X = A * B.
///
/// \param X  The product; may be `A` or `B`.
/// \param A,B  What is multiplied.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mul_mpi(
    X: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, b) = (read(A)?, read(B)?);
            let room = used(a.magnitude.limbs()) + used(b.magnitude.limbs());
            if room > MAX_LIMBS {
                return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
            }
            let product = a.magnitude.mul(&b.magnitude);
            let sign = if product.is_zero() { 1 } else { product_sign(&a, &b) };
            put(X, sign, &product, room.max(1))
        }
    })
}

/// Multiplies by an integer: X = A * b.
///
/// \param X  The product; may be `A`.
/// \param A,b  What is multiplied.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mul_int(X: *mut mbedtls_mpi, A: *const mbedtls_mpi, b: mbedtls_mpi_uint) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let a = read(A)?;
            let product = a.magnitude.mul(&Natural::from_limbs(&[b]));
            if product.is_zero() {
                return put(X, 1, &product, 1);
            }
            put(X, a.sign, &product, used(a.magnitude.limbs()) + 1)
        }
    })
}

/// Divides: A = Q * B + R. The quotient is rounded towards 0, and the remainder has the sign of `A`.
///
/// DEVIATION: where `Q` is one of the operands, 3.6 gives it a wrong sign if that operand is negative; where `Q` is `A`, and
/// `A` less than `B`, the remainder is 0 there.
///
/// \param Q  The quotient; NULL if it is not wanted.
/// \param R  The remainder; NULL if it is not wanted.
/// \param A  The dividend. `Q` or `R` may be this number or the divisor.
/// \param B  The divisor.
///
/// \return  0, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_div_mpi(
    Q: *mut mbedtls_mpi,
    R: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: C passes NULL or initialised numbers.
    guarded(|| unsafe { divide(Q, R, &read(A)?, &read(B)?) })
}

/// Divides by an integer: A = Q * b + R.
///
/// \param Q,R,A  As for mbedtls_mpi_div_mpi().
/// \param b  The divisor.
///
/// \return  As for mbedtls_mpi_div_mpi().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_div_int(
    Q: *mut mbedtls_mpi,
    R: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_sint,
) -> c_int {
    // SAFETY: C passes NULL or initialised numbers.
    guarded(|| unsafe { divide(Q, R, &read(A)?, &Value::from_int(b)) })
}

/// Reduces: R = A mod B, which is 0 or more and less than B, whatever sign `A` has.
///
/// \param R  The result; may be `A` or `B`.
/// \param A  The number.
/// \param B  The modulus.
///
/// \return  0, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO, MBEDTLS_ERR_MPI_NEGATIVE_VALUE if `B` is negative,
/// MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mod_mpi(
    R: *mut mbedtls_mpi,
    A: *const mbedtls_mpi,
    B: *const mbedtls_mpi,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let (a, b) = (read(A)?, read(B)?);
            if b.is_negative() {
                return Err(MBEDTLS_ERR_MPI_NEGATIVE_VALUE);
            }
            let (result, room) = reduce(&a, &b)?;
            put(R, 1, &result, room)
        }
    })
}

/// Reduces modulo an integer: r = A mod b.
///
/// DEVIATION: 3.6's result is wrong for a modulus of more than 32 bits.
///
/// \param r  The result.
/// \param A  The number.
/// \param b  The modulus.
///
/// \return  0, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO, MBEDTLS_ERR_MPI_NEGATIVE_VALUE if `b` is negative, or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_mod_int(
    r: *mut mbedtls_mpi_uint,
    A: *const mbedtls_mpi,
    b: mbedtls_mpi_sint,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number, and NULL or a place for the result.
        unsafe {
            let (a, b) = (read(A)?, Value::from_int(b));
            if b.is_negative() {
                return Err(MBEDTLS_ERR_MPI_NEGATIVE_VALUE);
            }
            let (result, _) = reduce(&a, &b)?;
            let place = r.as_mut().ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            *place = result.limbs().first().copied().unwrap_or(0);
            Ok(())
        }
    })
}

/// The sign of a product or quotient that is not 0.
fn product_sign(a: &Value, b: &Value) -> c_short {
    if (a.sign < 0) == (b.sign < 0) { 1 } else { -1 }
}

/// The number with the other sign.
fn opposite(value: Value) -> Value {
    Value {
        sign: -value.sign,
        ..value
    }
}

/// X = A + B. 3.6 lets A's sign stand where both have the same, even of 0.
///
/// # Safety
/// `X` is NULL or an initialised number that nothing borrows.
unsafe fn add(X: *mut mbedtls_mpi, a: &Value, b: &Value, is_b: bool) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        if (a.sign < 0) == (b.sign < 0) {
            return put_sum(X, is_b, a, b, a.sign);
        }
        match a.magnitude.sub(&b.magnitude) {
            Some(difference) => {
                let sign = if difference.is_zero() { 1 } else { a.sign };
                put(X, sign, &difference, a.limbs)
            }
            None => {
                let difference = b.magnitude.sub(&a.magnitude).unwrap_or_else(|| a.magnitude.clone());
                put(X, -a.sign, &difference, b.limbs)
            }
        }
    }
}

/// X = |A| + |B| with a sign; whether `X` is `B` decides which of them 3.6 copies first.
///
/// # Safety
/// `X` is NULL or an initialised number that nothing borrows.
unsafe fn put_sum(X: *mut mbedtls_mpi, is_b: bool, a: &Value, b: &Value, sign: c_short) -> Result<(), c_int> {
    let (copied, added) = if is_b { (b, a) } else { (a, b) };
    let room = copied.copied_limbs().max(used(added.magnitude.limbs()));
    // SAFETY: as stated.
    unsafe { put(X, sign, &a.magnitude.add(&b.magnitude), room) }
}

/// A = Q * B + R, of which either may be NULL.
///
/// # Safety
/// `Q` and `R` are NULL or initialised numbers that nothing borrows.
unsafe fn divide(Q: *mut mbedtls_mpi, R: *mut mbedtls_mpi, a: &Value, b: &Value) -> Result<(), c_int> {
    let (quotient, remainder) = a
        .magnitude
        .div_rem(&b.magnitude)
        .ok_or(MBEDTLS_ERR_MPI_DIVISION_BY_ZERO)?;
    // Where nothing is divided, 3.6 copies the dividend as it is.
    let (quotient_sign, remainder_sign, room) = if quotient.is_zero() {
        (1, if a.limbs == 0 { 1 } else { a.sign }, a.copied_limbs())
    } else {
        if a.limbs + 2 > MAX_LIMBS {
            return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
        }
        let sign = if remainder.is_zero() { 1 } else { a.sign };
        (product_sign(a, b), sign, 1)
    };
    // SAFETY: as stated.
    unsafe {
        if !Q.is_null() {
            put(Q, quotient_sign, &quotient, 1)?;
        }
        if !R.is_null() {
            put(R, remainder_sign, &remainder, room)?;
        }
    }
    Ok(())
}

/// A mod B, and how much room 3.6 gives it.
pub(super) fn reduce(a: &Value, b: &Value) -> Result<(Natural, usize), c_int> {
    let (_, remainder) = a
        .magnitude
        .div_rem(&b.magnitude)
        .ok_or(MBEDTLS_ERR_MPI_DIVISION_BY_ZERO)?;
    if a.is_negative() && !remainder.is_zero() {
        let result = b.magnitude.sub(&remainder).ok_or(MBEDTLS_ERR_MPI_DIVISION_BY_ZERO)?;
        return Ok((result, b.limbs));
    }
    let room = a.copied_limbs().min(1);
    Ok((remainder, room))
}
