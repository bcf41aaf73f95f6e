//! The life of a number, and its way from one number to another.

use super::value::{MAX_LIMBS, grow, limbs, limbs_mut, put, read, resize, used};
use super::{
    MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, mbedtls_mpi, mbedtls_mpi_sint, release, value::Value,
};
use crate::capi::guard::{guard, guarded};
use core::ffi::{c_int, c_short, c_uchar};
use subtle::{Choice, ConditionallySelectable, ConstantTimeEq as _};

/// Makes a number empty, which counts as 0. To be called before anything else.
///
/// \param X  The number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_init(X: *mut mbedtls_mpi) {
    guard((), || {
        let empty = mbedtls_mpi {
            p: core::ptr::null_mut(),
            s: 1,
            n: 0,
        };
        // SAFETY: C passes NULL or memory for a number.
        unsafe { crate::capi::ptr::store(X, empty) };
    });
}

/// Wipes and frees a number's limbs and makes it empty.
///
/// \param X  The number; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_free(X: *mut mbedtls_mpi) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised number.
        if let Some(number) = unsafe { X.as_mut() } {
            release(number);
        }
    });
}

/// Gives a number room; its value stays.
///
/// \param X  The number.
/// \param nblimbs  How many limbs it must have at least.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond MBEDTLS_MPI_MAX_LIMBS, or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_grow(X: *mut mbedtls_mpi, nblimbs: usize) -> c_int {
    // SAFETY: C passes NULL or an initialised number.
    guarded(|| unsafe { grow(X, nblimbs) })
}

/// Takes the room from a number that it does not need; its value stays.
///
/// \param X  The number.
/// \param nblimbs  How many limbs it must have at least; it is given them if it has fewer.
///
/// \return  As for mbedtls_mpi_grow().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_shrink(X: *mut mbedtls_mpi, nblimbs: usize) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number.
        unsafe {
            let present = limbs(X);
            if nblimbs > MAX_LIMBS || present.len() <= nblimbs {
                return grow(X, nblimbs);
            }
            let wanted = used(present).max(1).max(nblimbs);
            resize(X, wanted)
        }
    })
}

/// Copies a number.
///
/// \param X  The number to be written; it keeps the room it has.
/// \param Y  The number to be read; may be `X`.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_copy(X: *mut mbedtls_mpi, Y: *const mbedtls_mpi) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers.
        unsafe {
            let source = read(Y)?;
            if core::ptr::eq(X, Y) {
                return Ok(());
            }
            // Of nothing, 3.6 takes no sign.
            let sign = if source.limbs == 0 { 1 } else { source.sign };
            put(X, sign, &source.magnitude, source.copied_limbs())
        }
    })
}

/// Exchanges two numbers.
///
/// \param X,Y  The numbers. With NULL, nothing happens.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_swap(X: *mut mbedtls_mpi, Y: *mut mbedtls_mpi) {
    guard((), || {
        if X.is_null() || Y.is_null() || core::ptr::eq(X, Y) {
            return;
        }
        // SAFETY: both are initialised numbers, by C's promise, and not the same.
        unsafe { core::ptr::swap(X, Y) };
    });
}

/// Makes a number hold an integer.
///
/// \param X  The number; it keeps the room it has.
/// \param z  The integer.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_lset(X: *mut mbedtls_mpi, z: mbedtls_mpi_sint) -> c_int {
    guarded(|| {
        let value = Value::from_int(z);
        // SAFETY: C passes NULL or an initialised number.
        unsafe { put(X, value.sign, &value.magnitude, 1) }
    })
}

/// Copies a number or does not, in a time that does not tell which; it tells how long both numbers are.
///
/// \param X  The number to be written.
/// \param Y  The number to be read.
/// \param assign  0: `X` stays as it is. Anything else: `X` becomes `Y`.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_safe_cond_assign(
    X: *mut mbedtls_mpi,
    Y: *const mbedtls_mpi,
    assign: c_uchar,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or initialised numbers; they are not the same where both are borrowed.
        unsafe {
            let source = Y.as_ref().ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            grow(X, usize::from(source.n))?;
            if core::ptr::eq(X, Y) {
                return Ok(());
            }
            let choice = !assign.ct_eq(&0);
            (*X).s = select_sign((*X).s, source.s, choice);
            let from = limbs(Y);
            for (at, limb) in limbs_mut(X).iter_mut().enumerate() {
                limb.conditional_assign(&from.get(at).copied().unwrap_or(0), choice);
            }
            Ok(())
        }
    })
}

/// Exchanges two numbers or does not, in a time that does not tell which; it tells how long both numbers are.
///
/// \param X,Y  The numbers; each gets as much room as the other has.
/// \param swap  0: they stay as they are. Anything else: they are exchanged.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_safe_cond_swap(X: *mut mbedtls_mpi, Y: *mut mbedtls_mpi, swap: c_uchar) -> c_int {
    guarded(|| {
        if X.is_null() || Y.is_null() {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        if core::ptr::eq(X, Y) {
            return Ok(());
        }
        // SAFETY: both are initialised numbers, by C's promise, and not the same.
        unsafe {
            grow(X, usize::from((*Y).n))?;
            grow(Y, usize::from((*X).n))?;
            let choice = !swap.ct_eq(&0);
            let (x, y) = ((*X).s, (*Y).s);
            (*X).s = select_sign(x, y, choice);
            (*Y).s = select_sign(y, x, choice);
            for (a, b) in limbs_mut(X).iter_mut().zip(limbs_mut(Y)) {
                u64::conditional_swap(a, b, choice);
            }
            Ok(())
        }
    })
}

/// `kept`, or `taken` if `choice` says so.
fn select_sign(kept: c_short, taken: c_short, choice: Choice) -> c_short {
    c_short::conditional_select(&kept, &taken, choice)
}

/// Makes a number 0 with exactly `count` limbs. On failure it is empty.
///
/// # Safety
/// `number` is NULL or initialised, and nothing borrows it.
pub(super) unsafe fn clear(number: *mut mbedtls_mpi, count: usize) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        let present = number.as_mut().ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
        if usize::from(present.n) != count {
            release(present);
        }
        if count > MAX_LIMBS {
            return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
        }
        grow(number, count)?;
        limbs_mut(number).fill(0);
        (*number).s = 1;
        Ok(())
    }
}
