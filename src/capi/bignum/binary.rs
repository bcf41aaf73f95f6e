//! Numbers as bytes.

use super::memory::clear;
use super::value::{limbs, limbs_mut};
use super::{MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, mbedtls_mpi};
use crate::capi::guard::guarded;
use crate::capi::ptr;
use core::ffi::{c_int, c_uchar};

/// Bytes of a limb.
pub(super) const LIMB_BYTES: usize = size_of::<super::mbedtls_mpi_uint>();

/// Reads a number of big-endian bytes.
///
/// \param X  The number. It gets as many limbs as the bytes take, zeros in front included.
/// \param buf,buflen  The bytes.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond MBEDTLS_MPI_MAX_LIMBS (the number is then empty), or
/// MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_binary(X: *mut mbedtls_mpi, buf: *const c_uchar, buflen: usize) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number, and `buflen` readable bytes.
        unsafe {
            let bytes = ptr::bytes(buf, buflen).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            clear(X, buflen.div_ceil(LIMB_BYTES))?;
            for (limb, chunk) in limbs_mut(X).iter_mut().zip(bytes.rchunks(LIMB_BYTES)) {
                *limb = chunk.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
            }
            Ok(())
        }
    })
}

/// As mbedtls_mpi_read_binary(), of little-endian bytes.
///
/// \param X,buf,buflen  As there.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_binary_le(X: *mut mbedtls_mpi, buf: *const c_uchar, buflen: usize) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised number, and `buflen` readable bytes.
        unsafe {
            let bytes = ptr::bytes(buf, buflen).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            clear(X, buflen.div_ceil(LIMB_BYTES))?;
            for (limb, chunk) in limbs_mut(X).iter_mut().zip(bytes.chunks(LIMB_BYTES)) {
                *limb = chunk.iter().rev().fold(0, |value, byte| value << 8 | u64::from(*byte));
            }
            Ok(())
        }
    })
}

/// Writes a number in big-endian bytes, without its sign.
///
/// \param X  The number.
/// \param buf,buflen  Where the bytes go, all of them: zeros stand in front of a shorter number.
///
/// \return  0, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_binary(X: *const mbedtls_mpi, buf: *mut c_uchar, buflen: usize) -> c_int {
    // SAFETY: C passes NULL or an initialised number, and `buflen` writable bytes.
    guarded(|| unsafe { write(X, buf, buflen, |out, at| out.iter_mut().nth_back(at)) })
}

/// As mbedtls_mpi_write_binary(), in little-endian bytes: zeros stand behind a shorter number.
///
/// \param X,buf,buflen  As there.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_binary_le(X: *const mbedtls_mpi, buf: *mut c_uchar, buflen: usize) -> c_int {
    // SAFETY: C passes NULL or an initialised number, and `buflen` writable bytes.
    guarded(|| unsafe { write(X, buf, buflen, |out, at| out.get_mut(at)) })
}

/// Writes a number; `place` finds the byte of a significance. Nothing is written if there is too little room.
///
/// # Safety
/// `number` is NULL or initialised, and `len` bytes are writable at `buffer`.
unsafe fn write(
    number: *const mbedtls_mpi,
    buffer: *mut u8,
    len: usize,
    place: impl Fn(&mut [u8], usize) -> Option<&mut u8>,
) -> Result<(), c_int> {
    // SAFETY: as stated; C may not have initialised the buffer, so it is made zero before it is borrowed.
    unsafe {
        if number.is_null() || (len > 0 && buffer.is_null()) || isize::try_from(len).is_err() {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        let bytes = || limbs(number).iter().flat_map(|limb| limb.to_le_bytes());
        // All that does not fit, whatever it is, so that the time does not tell where the number begins.
        if bytes().skip(len).fold(0, |all, byte| all | byte) != 0 {
            return Err(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL);
        }
        if len == 0 {
            return Ok(());
        }
        buffer.write_bytes(0, len);
        let out = core::slice::from_raw_parts_mut(buffer, len);
        for (at, byte) in bytes().take(len).enumerate() {
            if let Some(to) = place(out, at) {
                *to = byte;
            }
        }
        Ok(())
    }
}
