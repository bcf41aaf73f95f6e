//! Numbers as digits, in memory and in files.

use super::binary::LIMB_BYTES;
use super::value::{MAX_LIMBS, grow, limbs, put, read};
use super::{
    MBEDTLS_ERR_MPI_ALLOC_FAILED, MBEDTLS_ERR_MPI_BAD_INPUT_DATA, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL,
    MBEDTLS_ERR_MPI_FILE_IO_ERROR, MBEDTLS_ERR_MPI_INVALID_CHARACTER, MBEDTLS_MPI_RW_BUFFER_SIZE, mbedtls_mpi, release,
};
use crate::capi::guard::guarded;
use crate::capi::ptr;
use crate::crypto::bignum::Natural;
use core::ffi::{c_char, c_int, c_short};
use std::ffi::CString;
use zeroize::Zeroizing;

/// The radix whose digits are half bytes.
const HEXADECIMAL: u32 = 16;
/// Room for a line of a file, its end included.
const LINE: usize = MBEDTLS_MPI_RW_BUFFER_SIZE as usize;

/// Reads a number of digits, most significant first, after a minus sign if it is negative.
///
/// \param X  The number. An empty string makes it empty.
/// \param radix  The radix of the digits, 2 to 16.
/// \param s  The string, ended by NUL.
///
/// \return  0, MBEDTLS_ERR_MPI_INVALID_CHARACTER, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond
/// MBEDTLS_MPI_MAX_LIMBS, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another radix or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_string(X: *mut mbedtls_mpi, radix: c_int, s: *const c_char) -> c_int {
    guarded(|| {
        let radix = known(radix)?;
        // SAFETY: C passes NULL or a string, and NULL or an initialised number.
        unsafe {
            let text = ptr::c_str(s).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
            read_digits(X, radix, text.to_bytes())
        }
    })
}

/// Writes a number in digits, capitals from ten on, after a minus sign if it is negative. In hexadecimal there is an
/// even number of digits.
///
/// \param X  The number.
/// \param radix  The radix of the digits, 2 to 16.
/// \param buf,buflen  Where the digits go, and a NUL.
/// \param olen  Where it goes how many bytes were written, the NUL among them; or, if the buffer is too small, how many
/// are enough.
///
/// \return  0, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another radix or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_string(
    X: *const mbedtls_mpi,
    radix: c_int,
    buf: *mut c_char,
    buflen: usize,
    olen: *mut usize,
) -> c_int {
    guarded(|| {
        let radix = known(radix)?;
        // SAFETY: C passes NULL or an initialised number, `buflen` writable bytes, and NULL or a place for the length.
        unsafe {
            if X.is_null() || olen.is_null() {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            let enough = enough_for(X, radix);
            if buflen < enough {
                *olen = enough;
                return Err(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL);
            }
            if buf.is_null() {
                return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
            }
            let text = digits(X, radix)?;
            *olen = ptr::write_c_str(&text, buf, buflen) + 1;
            Ok(())
        }
    })
}

/// Reads a number from a line of a file: from the digits that the line ends with. A sign in front of them is not looked
/// at.
///
/// \param X  The number.
/// \param radix  The radix of the digits, 2 to 16.
/// \param fin  The file, open for reading.
///
/// \return  0, MBEDTLS_ERR_MPI_FILE_IO_ERROR, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the line is too long, or as for
/// mbedtls_mpi_read_string().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_read_file(X: *mut mbedtls_mpi, radix: c_int, fin: *mut libc::FILE) -> c_int {
    guarded(|| {
        let radix = known(radix)?;
        if X.is_null() || fin.is_null() {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        let mut line = Zeroizing::new([0 as c_char; LINE]);
        // SAFETY: the file is open, by C's promise; the length is one less than the buffer's, which is zero behind it.
        unsafe {
            if libc::fgets(line.as_mut_ptr(), MBEDTLS_MPI_RW_BUFFER_SIZE - 1, fin).is_null() {
                return Err(MBEDTLS_ERR_MPI_FILE_IO_ERROR);
            }
            let text = ptr::c_str(line.as_ptr())
                .ok_or(MBEDTLS_ERR_MPI_FILE_IO_ERROR)?
                .to_bytes();
            if text.len() == LINE - 2 {
                return Err(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL);
            }
            let text = text.strip_suffix(b"\n").unwrap_or(text);
            let text = text.strip_suffix(b"\r").unwrap_or(text);
            let is_digit = |byte: &u8| char::from(*byte).is_digit(radix);
            let start = text.iter().rposition(|byte| !is_digit(byte)).map_or(0, |at| at + 1);
            read_digits(X, radix, text.get(start..).unwrap_or_default())
        }
    })
}

/// Writes a number to a file as a line, with carriage return and line feed.
///
/// \param p  What the line begins with, ended by NUL; NULL for nothing.
/// \param X  The number.
/// \param radix  The radix of the digits, 2 to 16.
/// \param fout  The file, open for writing; NULL for the standard output.
///
/// \return  0, MBEDTLS_ERR_MPI_FILE_IO_ERROR, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if there are more than about
/// MBEDTLS_MPI_RW_BUFFER_SIZE digits, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another radix or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_mpi_write_file(
    p: *const c_char,
    X: *const mbedtls_mpi,
    radix: c_int,
    fout: *mut libc::FILE,
) -> c_int {
    guarded(|| {
        let radix = known(radix)?;
        if X.is_null() {
            return Err(MBEDTLS_ERR_MPI_BAD_INPUT_DATA);
        }
        // SAFETY: C passes an initialised number, NULL or a string, NULL or an open file.
        unsafe {
            if enough_for(X, radix) > LINE - 2 {
                return Err(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL);
            }
            let mut line = Zeroizing::new(ptr::c_str(p).map_or_else(Vec::new, |text| text.to_bytes().to_vec()));
            line.extend_from_slice(digits(X, radix)?.as_bytes());
            line.extend_from_slice(b"\r\n");
            if fout.is_null() {
                let text = CString::new(line.as_slice()).map_err(|_| MBEDTLS_ERR_MPI_FILE_IO_ERROR)?;
                libc::printf(c"%s".as_ptr(), text.as_ptr());
                return Ok(());
            }
            if libc::fwrite(line.as_ptr().cast(), 1, line.len(), fout) == line.len() {
                Ok(())
            } else {
                Err(MBEDTLS_ERR_MPI_FILE_IO_ERROR)
            }
        }
    })
}

/// The radix, if numbers are written in it.
fn known(radix: c_int) -> Result<u32, c_int> {
    u32::try_from(radix)
        .ok()
        .filter(|radix| (2..=HEXADECIMAL).contains(radix))
        .ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)
}

/// Reads digits, after a minus sign if there is one.
///
/// # Safety
/// `X` is NULL or an initialised number that nothing borrows.
unsafe fn read_digits(X: *mut mbedtls_mpi, radix: u32, text: &[u8]) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        let number = X.as_mut().ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
        if text.is_empty() {
            release(number);
            return Ok(());
        }
        let (digits, sign): (&[u8], c_short) = match text.strip_prefix(b"-") {
            Some(digits) => (digits, -1),
            None => (text, 1),
        };
        // Only hexadecimal numbers get room for zeros in front.
        let room = if radix == HEXADECIMAL {
            digits.len().div_ceil(2 * LIMB_BYTES)
        } else {
            1
        };
        grow(X, room.max(1))?;
        if !digits.iter().all(|byte| char::from(*byte).is_digit(radix)) {
            return Err(MBEDTLS_ERR_MPI_INVALID_CHARACTER);
        }
        let zeros = digits.iter().take_while(|byte| **byte == b'0').count();
        let significant = digits.get(zeros..).unwrap_or_default();
        // A digit holds one bit at least.
        if significant.len() > MAX_LIMBS * 8 * LIMB_BYTES {
            return Err(MBEDTLS_ERR_MPI_ALLOC_FAILED);
        }
        let value = match core::str::from_utf8(significant) {
            Ok("") => Some(Natural::from_limbs(&[0])),
            Ok(text) => Natural::from_digits(text, radix),
            Err(_) => None,
        };
        let value = value.ok_or(MBEDTLS_ERR_MPI_INVALID_CHARACTER)?;
        let sign = if value.is_zero() { 1 } else { sign };
        put(X, sign, &value, room.max(1))
    }
}

/// A buffer size that is surely enough for a number's digits, its sign and a NUL; the sizes 3.6 asks for.
///
/// # Safety
/// `X` is an initialised number.
unsafe fn enough_for(X: *const mbedtls_mpi, radix: u32) -> usize {
    // SAFETY: as stated.
    let bits = unsafe { super::mbedtls_mpi_bitlen(X) };
    let digits = match radix {
        HEXADECIMAL => bits / 2 / 2,
        4.. => bits / 2,
        _ => bits,
    };
    (digits + 3).next_multiple_of(2)
}

/// A number's digits, with its sign.
///
/// # Safety
/// `X` is an initialised number.
unsafe fn digits(X: *const mbedtls_mpi, radix: u32) -> Result<Zeroizing<String>, c_int> {
    // SAFETY: as stated.
    unsafe {
        let value = read(X)?;
        let mut text = Zeroizing::new(String::from(if value.sign < 0 { "-" } else { "" }));
        // In hexadecimal, a number without limbs has no digits, and others have all digits of their bytes.
        if radix == HEXADECIMAL && limbs(X).is_empty() {
            return Ok(text);
        }
        let digits = value.magnitude.to_digits(radix).ok_or(MBEDTLS_ERR_MPI_BAD_INPUT_DATA)?;
        text.reserve(digits.len() + 1);
        if radix == HEXADECIMAL && digits.len() % 2 == 1 {
            text.push('0');
        }
        text.push_str(&digits);
        Ok(text)
    }
}
