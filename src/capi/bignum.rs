//! `mbedtls/bignum.h`: the number type, which keys and curves hold.

mod arithmetic;
mod binary;
mod bits;
mod memory;
mod modular;
mod random;
mod self_test;
pub(in crate::capi) mod text;
mod value;

use super::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::c_enum;
use core::ffi::{c_int, c_short, c_ushort};
use zeroize::Zeroizing;

pub(in crate::capi) use self::value::read;
#[cfg(feature = "certificates")]
pub(in crate::capi) use self::value::{Value, put};
pub use self::{arithmetic::*, binary::*, bits::*, memory::*, modular::*, random::*, self_test::*, text::*};

/// Hundred times ln 10 / ln 2: how many bits a decimal digit holds.
pub const MBEDTLS_LN_2_DIV_LN_10_SCALE100: c_int = 332;
/// Longest number, in bits.
pub const MBEDTLS_MPI_MAX_BITS: c_int = 8192;
/// Hundred times MBEDTLS_MPI_MAX_BITS.
pub const MBEDTLS_MPI_MAX_BITS_SCALE100: c_int = 819200;
/// Longest number, in limbs.
pub const MBEDTLS_MPI_MAX_LIMBS: c_int = 10000;
/// Longest number that input and output take, in bytes.
pub const MBEDTLS_MPI_MAX_SIZE: c_int = 1024;
/// Longest line of digits that a number file may hold.
pub const MBEDTLS_MPI_RW_BUFFER_SIZE: c_int = 2484;
/// Window of the modular exponentiation (without effect).
pub const MBEDTLS_MPI_WINDOW_SIZE: c_int = 3;
/// A file could not be read or written.
pub const MBEDTLS_ERR_MPI_FILE_IO_ERROR: c_int = -0x0002;
/// An argument is invalid.
pub const MBEDTLS_ERR_MPI_BAD_INPUT_DATA: c_int = -0x0004;
/// A character is no digit of the radix.
pub const MBEDTLS_ERR_MPI_INVALID_CHARACTER: c_int = -0x0006;
/// The number does not fit the output buffer.
pub const MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL: c_int = -0x0008;
/// A number must not be negative.
pub const MBEDTLS_ERR_MPI_NEGATIVE_VALUE: c_int = -0x000A;
/// The divisor is zero.
pub const MBEDTLS_ERR_MPI_DIVISION_BY_ZERO: c_int = -0x000C;
/// No acceptable number exists or was found.
pub const MBEDTLS_ERR_MPI_NOT_ACCEPTABLE: c_int = -0x000E;
/// Out of memory.
pub const MBEDTLS_ERR_MPI_ALLOC_FAILED: c_int = -0x0010;

/// A limb of a number.
pub type mbedtls_mpi_uint = u64;
/// A signed limb.
pub type mbedtls_mpi_sint = i64;

/// What a generated prime is to be.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_mpi_gen_prime_flag_t {
    /// (p - 1) / 2 is to be a prime too.
    MBEDTLS_MPI_GEN_PRIME_FLAG_DH = 1,
    /// Lower the probability that the number is not a prime to 2^-128.
    MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR = 2,
}

c_enum!(mbedtls_mpi_gen_prime_flag_t: MBEDTLS_MPI_GEN_PRIME_FLAG_DH, MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR);

/// A number of any size.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(p), MBEDTLS_PRIVATE(s), MBEDTLS_PRIVATE(n)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_mpi {
    /// The limbs, least significant first; NULL if there are none.
    pub p: *mut mbedtls_mpi_uint,
    /// Sign: -1 if the number is negative, else 1.
    pub s: c_short,
    /// Number of limbs.
    pub n: c_ushort,
}

/// Makes a number hold `big_endian`, in limbs of its own that a C program's `mbedtls_mpi_free` could free. Fails
/// without memory, or for a number with more limbs than the struct can count; the number is then empty.
pub(in crate::capi) fn assign(number: &mut mbedtls_mpi, big_endian: &[u8]) -> Result<(), ()> {
    release(number);
    let limbs = big_endian.len().div_ceil(size_of::<mbedtls_mpi_uint>()).max(1);
    let count = c_ushort::try_from(limbs).map_err(|_| ())?;
    // SAFETY: `calloc` gives room for `limbs` limbs, all zero, or NULL.
    unsafe {
        let room = mbedtls_calloc(limbs, size_of::<mbedtls_mpi_uint>()).cast::<mbedtls_mpi_uint>();
        if room.is_null() {
            return Err(());
        }
        let room_bytes = core::slice::from_raw_parts_mut(room, limbs);
        for (limb, chunk) in room_bytes
            .iter_mut()
            .zip(big_endian.rchunks(size_of::<mbedtls_mpi_uint>()))
        {
            *limb = chunk
                .iter()
                .fold(0, |value, byte| value << 8 | mbedtls_mpi_uint::from(*byte));
        }
        number.p = room;
    }
    number.n = count;
    number.s = 1;
    Ok(())
}

/// What a number is without its sign, big-endian, without zeros in front (of 0, no byte at all).
///
/// # Safety
/// `number` is initialised: `p` is NULL or points to `n` limbs.
pub(in crate::capi) unsafe fn magnitude(number: &mbedtls_mpi) -> Zeroizing<Vec<u8>> {
    if number.p.is_null() {
        return Zeroizing::new(Vec::new());
    }
    // SAFETY: as stated.
    let limbs = unsafe { core::slice::from_raw_parts(number.p, usize::from(number.n)) };
    let used = limbs.iter().rposition(|limb| *limb != 0).map_or(0, |at| at + 1);
    let limbs = limbs.get(..used).unwrap_or_default();
    let first = limbs.last().map_or(0, |limb| limb.leading_zeros().div_euclid(8));
    let mut bytes = Zeroizing::new(Vec::with_capacity(used * size_of::<mbedtls_mpi_uint>()));
    for limb in limbs.iter().rev() {
        let skip = if bytes.is_empty() { first } else { 0 };
        let skip = usize::try_from(skip).unwrap_or_default();
        bytes.extend_from_slice(limb.to_be_bytes().get(skip..).unwrap_or_default());
    }
    bytes
}

/// Wipes and frees the limbs of a number and makes it empty.
pub(in crate::capi) fn release(number: &mut mbedtls_mpi) {
    if !number.p.is_null() {
        // SAFETY: `p` holds `n` limbs that `calloc` gave.
        unsafe {
            zeroize::Zeroize::zeroize(core::slice::from_raw_parts_mut(number.p, usize::from(number.n)));
            mbedtls_free(number.p.cast());
        }
    }
    number.p = core::ptr::null_mut();
    number.n = 0;
    number.s = 1;
}

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests {
    use super::*;

    #[test]
    fn a_number_comes_back_without_zeros_in_front() {
        let mut number = mbedtls_mpi {
            p: core::ptr::null_mut(),
            s: 1,
            n: 0,
        };
        let long: Vec<u8> = (1..=33).collect();
        for (given, kept) in [
            (&[][..], &[][..]),
            (&[0, 0], &[]),
            (&[0, 1, 0], &[1, 0]),
            (&[0xff; 8], &[0xff; 8]),
            (&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9], &[1, 2, 3, 4, 5, 6, 7, 8, 9]),
            (&long, &long),
        ] {
            assign(&mut number, given).expect("there is memory");
            assert_eq!(unsafe { magnitude(&number) }.as_slice(), kept);
        }
        release(&mut number);
        assert!(unsafe { magnitude(&number) }.is_empty());
    }
}
