//! Between a `mbedtls_mpi` and a number to compute with.

use super::{
    MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_MPI_MAX_LIMBS, mbedtls_mpi, mbedtls_mpi_sint,
    mbedtls_mpi_uint, release,
};
use crate::capi::platform::mbedtls_calloc;
use crate::crypto::bignum::Natural;
use core::ffi::{c_int, c_short, c_ushort};

/// Most limbs of a number.
pub(super) const MAX_LIMBS: usize = MBEDTLS_MPI_MAX_LIMBS as usize;

/// What a C number is: its own copy, so that the C number may be written while this is alive.
#[derive(Clone)]
pub(in crate::capi) struct Value {
    /// The field `s`: below 0 if the number is negative. As in 3.6, a 0 may have either sign.
    pub(in crate::capi) sign: c_short,
    /// The number without its sign, with as many limbs as the C number has.
    pub(in crate::capi) magnitude: Natural,
    /// The field `n`.
    pub(in crate::capi) limbs: usize,
}

impl Value {
    /// What a C integer is.
    pub(super) fn from_int(value: mbedtls_mpi_sint) -> Self {
        Self {
            sign: if value < 0 { -1 } else { 1 },
            magnitude: Natural::from_limbs(&[value.unsigned_abs()]),
            limbs: 1,
        }
    }

    /// Whether it is less than 0.
    pub(super) fn is_negative(&self) -> bool {
        self.sign < 0 && !self.magnitude.is_zero()
    }

    /// How many limbs a copy of it gets in 3.6: none of those in front that are zero, but one if there is any.
    pub(super) fn copied_limbs(&self) -> usize {
        self.limbs.min(used(self.magnitude.limbs()).max(1))
    }
}

/// How many limbs are left without those in front that are zero.
pub(super) fn used(limbs: &[mbedtls_mpi_uint]) -> usize {
    limbs.iter().rposition(|limb| *limb != 0).map_or(0, |at| at + 1)
}

/// The limbs of a number; none for NULL.
///
/// # Safety
/// `number` is NULL or initialised, and nothing writes its limbs while the slice lives.
pub(super) unsafe fn limbs<'a>(number: *const mbedtls_mpi) -> &'a [mbedtls_mpi_uint] {
    // SAFETY: as stated; `p` is NULL or points to `n` limbs.
    unsafe {
        match number.as_ref() {
            Some(number) if !number.p.is_null() => core::slice::from_raw_parts(number.p, usize::from(number.n)),
            _ => &[],
        }
    }
}

/// The limbs of a number, to be written; none for NULL.
///
/// # Safety
/// `number` is NULL or initialised, and nothing else uses its limbs while the slice lives.
pub(super) unsafe fn limbs_mut<'a>(number: *mut mbedtls_mpi) -> &'a mut [mbedtls_mpi_uint] {
    // SAFETY: as stated; `p` is NULL or points to `n` limbs.
    unsafe {
        match number.as_ref() {
            Some(number) if !number.p.is_null() => core::slice::from_raw_parts_mut(number.p, usize::from(number.n)),
            _ => &mut [],
        }
    }
}

/// Reads a number. Fails for NULL.
///
/// # Safety
/// `number` is NULL or initialised.
pub(in crate::capi) unsafe fn read(number: *const mbedtls_mpi) -> Result<Value, c_int> {
    // SAFETY: as stated.
    unsafe {
        let sign = number.as_ref().ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?.s;
        let limbs = limbs(number);
        Ok(Value {
            sign,
            magnitude: Natural::from_limbs(limbs),
            limbs: limbs.len(),
        })
    }
}

/// Gives a number room for `limbs` limbs at least, keeping its value. Fails without memory, beyond MBEDTLS_MPI_MAX_LIMBS,
/// or for NULL; the number is then as it was.
///
/// # Safety
/// `number` is NULL or initialised, and nothing borrows it.
pub(super) unsafe fn grow(number: *mut mbedtls_mpi, limbs: usize) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        if number.is_null() {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        if limbs > MAX_LIMBS {
            return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
        }
        if usize::from((*number).n) < limbs {
            resize(number, limbs)?;
        }
        Ok(())
    }
}

/// Gives a number exactly `limbs` limbs (1 to MBEDTLS_MPI_MAX_LIMBS), keeping as much of its value as fits.
///
/// # Safety
/// `number` is initialised, and nothing borrows it.
pub(super) unsafe fn resize(number: *mut mbedtls_mpi, count: usize) -> Result<(), c_int> {
    let n = c_ushort::try_from(count).map_err(|_| MBEDTLS_ERR_MPI_ALLOC_FAILED)?;
    // SAFETY: `calloc` gives room for `count` limbs, all zero, or NULL; what is copied fits both.
    unsafe {
        let room = mbedtls_calloc(count, size_of::<mbedtls_mpi_uint>()).cast::<mbedtls_mpi_uint>();
        if room.is_null() {
            return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
        }
        let present = limbs(number);
        core::ptr::copy_nonoverlapping(present.as_ptr(), room, present.len().min(count));
        let sign = (*number).s;
        release(&mut *number);
        number.write(mbedtls_mpi { p: room, s: sign, n });
        Ok(())
    }
}

/// Makes a number hold a value, giving it `room` limbs or more if it has fewer. Fails as [`grow`] does; the number is
/// then as it was.
///
/// # Safety
/// `number` is NULL or initialised, and nothing borrows it.
pub(in crate::capi) unsafe fn put(
    number: *mut mbedtls_mpi,
    sign: c_short,
    value: &Natural,
    room: usize,
) -> Result<(), c_int> {
    let source = value.limbs();
    let used = used(source);
    // SAFETY: as stated.
    unsafe {
        grow(number, room.max(used))?;
        let destination = limbs_mut(number);
        destination.fill(0);
        for (to, from) in destination.iter_mut().zip(source) {
            *to = *from;
        }
        (*number).s = sign;
    }
    Ok(())
}
