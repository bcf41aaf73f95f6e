//! Numbers of C as the curves need them: with a fixed length, compared, copied.
//!
//! What is read is copied out before anything is written, because a program may name one object for both.

use core::cmp::Ordering;
use core::ffi::c_int;

use zeroize::Zeroizing;

use crate::capi::bignum::{self, MBEDTLS_ERR_MPI_ALLOC_FAILED, magnitude, mbedtls_mpi, mbedtls_mpi_uint};

/// Bytes of a limb.
const LIMB: usize = size_of::<mbedtls_mpi_uint>();

/// A number that was never set.
pub(in crate::capi) const EMPTY: mbedtls_mpi = mbedtls_mpi {
    p: core::ptr::null_mut(),
    s: 1,
    n: 0,
};

/// The limbs of a number; none of NULL.
///
/// # Safety
/// `number` is NULL or initialised: `p` is NULL or points to `n` limbs, which nobody changes while the slice lives.
unsafe fn limbs<'a>(number: *const mbedtls_mpi) -> &'a [mbedtls_mpi_uint] {
    // SAFETY: as stated.
    match unsafe { number.as_ref() } {
        // SAFETY: as stated.
        Some(number) if !number.p.is_null() => unsafe { core::slice::from_raw_parts(number.p, number.n.into()) },
        _ => &[],
    }
}

/// The number without its sign as `len` big-endian bytes; `None` if it needs more. The time depends on lengths alone.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn fixed(number: *const mbedtls_mpi, len: usize) -> Option<Zeroizing<Vec<u8>>> {
    let mut out = Zeroizing::new(vec![0; len]);
    let mut places = out.iter_mut().rev();
    let mut beyond = 0;
    // SAFETY: as stated.
    for byte in unsafe { limbs(number) }.iter().flat_map(|limb| limb.to_le_bytes()) {
        match places.next() {
            Some(place) => *place = byte,
            None => beyond |= byte,
        }
    }
    (beyond == 0).then_some(out)
}

/// Whether the number is below zero.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn is_negative(number: *const mbedtls_mpi) -> bool {
    // SAFETY: as stated.
    unsafe { number.as_ref() }.is_some_and(|number| number.s < 0) && !unsafe { is_zero(number) }
}

/// Whether the number is zero, or was never set.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn is_zero(number: *const mbedtls_mpi) -> bool {
    // SAFETY: as stated.
    unsafe { limbs(number) }.iter().fold(0, |all, limb| all | limb) == 0
}

/// Compares a number with a small one that is not negative. The time depends on the number: not for secrets.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn compare_small(number: *const mbedtls_mpi, other: mbedtls_mpi_uint) -> Ordering {
    // SAFETY: as stated.
    unsafe {
        if is_negative(number) {
            return Ordering::Less;
        }
        let limbs = limbs(number);
        match limbs.get(1..).unwrap_or_default().iter().any(|limb| *limb != 0) {
            true => Ordering::Greater,
            false => limbs.first().copied().unwrap_or_default().cmp(&other),
        }
    }
}

/// Whether two numbers are equal. The time depends on lengths alone.
///
/// # Safety
/// As for [`limbs`], of both.
pub(in crate::capi) unsafe fn are_equal(left: *const mbedtls_mpi, right: *const mbedtls_mpi) -> bool {
    // SAFETY: as stated.
    unsafe {
        let same_sign = is_negative(left) == is_negative(right);
        let (left, right) = (limbs(left), limbs(right));
        let limb = |limbs: &[mbedtls_mpi_uint], at: usize| limbs.get(at).copied().unwrap_or_default();
        let difference = (0..left.len().max(right.len())).fold(0, |all, at| all | (limb(left, at) ^ limb(right, at)));
        same_sign && difference == 0
    }
}

/// How many bits the number has, without its sign.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn bit_len(number: *const mbedtls_mpi) -> usize {
    // SAFETY: as stated.
    let limbs = unsafe { limbs(number) };
    let top = limbs.iter().rposition(|limb| *limb != 0);
    top.and_then(|at| Some((at, limbs.get(at)?))).map_or(0, |(at, limb)| {
        let bits = mbedtls_mpi_uint::BITS - limb.leading_zeros();
        at * LIMB * 8 + usize::try_from(bits).unwrap_or_default()
    })
}

/// How many bytes the number has, without its sign.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn byte_len(number: *const mbedtls_mpi) -> usize {
    // SAFETY: as stated.
    unsafe { bit_len(number) }.div_ceil(8)
}

/// The lowest byte.
///
/// # Safety
/// As for [`limbs`].
pub(in crate::capi) unsafe fn lowest_byte(number: *const mbedtls_mpi) -> u8 {
    // SAFETY: as stated.
    let limbs = unsafe { limbs(number) };
    limbs.first().map_or(0, |limb| limb.to_le_bytes()[0])
}

/// Sets a number, given big-endian.
///
/// # Safety
/// `number` is initialised, and its limbs are its own.
pub(in crate::capi) unsafe fn set(number: *mut mbedtls_mpi, big_endian: &[u8]) -> Result<(), c_int> {
    // SAFETY: as stated.
    match unsafe { number.as_mut() } {
        Some(number) => bignum::assign(number, big_endian).map_err(|()| MBEDTLS_ERR_MPI_ALLOC_FAILED),
        None => Ok(()),
    }
}

/// Makes a number empty.
///
/// # Safety
/// As for [`set`].
pub(in crate::capi) unsafe fn clear(number: *mut mbedtls_mpi) {
    // SAFETY: as stated.
    if let Some(number) = unsafe { number.as_mut() } {
        bignum::release(number);
    }
}

/// Copies a number. An empty one leaves an empty one empty.
///
/// # Safety
/// As for [`set`] and [`limbs`].
pub(in crate::capi) unsafe fn copy(to: *mut mbedtls_mpi, from: *const mbedtls_mpi) -> Result<(), c_int> {
    if core::ptr::eq(to, from) {
        return Ok(());
    }
    // SAFETY: as stated.
    unsafe {
        let Some(source) = from.as_ref() else { return Ok(()) };
        if source.p.is_null() {
            // As in 3.6, a number that has limbs keeps them.
            let has_limbs = to.as_ref().is_some_and(|to| !to.p.is_null());
            return if has_limbs { set(to, &[]) } else { Ok(()) };
        }
        set(to, &magnitude(source))?;
        if let Some(to) = to.as_mut() {
            to.s = if source.s < 0 { -1 } else { 1 };
        }
    }
    Ok(())
}
