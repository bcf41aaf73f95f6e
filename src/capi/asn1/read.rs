//! Reading DER value by value. A program gives the place where it is and the end of its data; the place moves on with what
//! was read, and on an error stays where 3.6 leaves it, because programs look there for something else.
//!
//! Lengths are taken as 3.6 takes them, so also in more bytes than they need. Certificates and keys are not read by these
//! functions but by [`crate::pki::der`], which is strict.

use core::ffi::{c_int, c_uchar};

use super::{
    MBEDTLS_ASN1_BIT_STRING, MBEDTLS_ASN1_BOOLEAN, MBEDTLS_ASN1_CONSTRUCTED, MBEDTLS_ASN1_ENUMERATED,
    MBEDTLS_ASN1_INTEGER, MBEDTLS_ASN1_NULL, MBEDTLS_ASN1_OID, MBEDTLS_ASN1_SEQUENCE, MBEDTLS_ERR_ASN1_INVALID_DATA,
    MBEDTLS_ERR_ASN1_INVALID_LENGTH, MBEDTLS_ERR_ASN1_LENGTH_MISMATCH, MBEDTLS_ERR_ASN1_OUT_OF_DATA,
    MBEDTLS_ERR_ASN1_UNEXPECTED_TAG, mbedtls_asn1_bitstring, mbedtls_asn1_buf,
};
use crate::capi::bignum::{mbedtls_mpi, mbedtls_mpi_read_binary};
use crate::capi::guard::guard;
use crate::capi::ptr::{bytes, store};

/// A code on failure.
pub(super) type Outcome<T> = Result<T, c_int>;

/// The tag of a SEQUENCE.
pub(super) const SEQUENCE: c_int = MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE;

/// Reads forward through bytes.
#[derive(Clone, Copy)]
pub(super) struct Cursor<'a> {
    rest: &'a [u8],
}

impl<'a> Cursor<'a> {
    /// At the first of these bytes.
    pub(super) const fn new(rest: &'a [u8]) -> Self {
        Self { rest }
    }

    /// How many bytes are left.
    pub(super) const fn left(&self) -> usize {
        self.rest.len()
    }

    /// The next byte, which stays.
    pub(super) fn peek(&self) -> Outcome<u8> {
        self.rest.first().copied().ok_or(MBEDTLS_ERR_ASN1_OUT_OF_DATA)
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Outcome<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count).ok_or(MBEDTLS_ERR_ASN1_OUT_OF_DATA)?;
        self.rest = rest;
        Ok(taken)
    }

    /// A length (X.690 section 8.1.3): up to 127 in one byte, else in one to four bytes behind their number. `length` is
    /// also set if less than that is left.
    pub(super) fn length(&mut self, length: &mut usize) -> Outcome<()> {
        let first = self.peek()?;
        if first < 0x80 {
            self.take(1)?;
            *length = usize::from(first);
        } else {
            let count = usize::from(first & 0x7f);
            if !(1..=4).contains(&count) {
                return Err(MBEDTLS_ERR_ASN1_INVALID_LENGTH);
            }
            if self.left() <= count {
                return Err(MBEDTLS_ERR_ASN1_OUT_OF_DATA);
            }
            let digits = self.take(count + 1)?.iter().skip(1);
            *length = digits.fold(0, |value, byte| value << 8 | usize::from(*byte));
        }
        if *length > self.left() {
            return Err(MBEDTLS_ERR_ASN1_OUT_OF_DATA);
        }
        Ok(())
    }

    /// A tag, which must be this one, and the length behind it.
    pub(super) fn tag(&mut self, tag: c_int, length: &mut usize) -> Outcome<()> {
        if c_int::from(self.peek()?) != tag {
            return Err(MBEDTLS_ERR_ASN1_UNEXPECTED_TAG);
        }
        self.take(1)?;
        self.length(length)
    }

    /// INTEGER or ENUMERATED from 0 to 2^31 - 1, zeros in front allowed.
    fn small(&mut self, tag: c_int) -> Outcome<c_int> {
        let mut length = 0;
        self.tag(tag, &mut length)?;
        if length == 0 || self.peek()? & 0x80 != 0 {
            return Err(MBEDTLS_ERR_ASN1_INVALID_LENGTH);
        }
        while length > 0 && self.peek()? == 0 {
            self.take(1)?;
            length -= 1;
        }
        if length > size_of::<c_int>() || (length == size_of::<c_int>() && self.peek()? & 0x80 != 0) {
            return Err(MBEDTLS_ERR_ASN1_INVALID_LENGTH);
        }
        let digits = self.take(length)?.iter();
        Ok(digits.fold(0, |value, byte| value << 8 | c_int::from(*byte)))
    }
}

/// Runs `body` on the bytes from `*p` to `end`, and moves `*p` to where it got, whether it succeeded or not.
///
/// # Safety
/// `p` is NULL or points to a pointer; between that and `end` there are bytes, unless it is not before `end`.
pub(super) unsafe fn read(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    body: impl FnOnce(&mut Cursor<'_>) -> Outcome<()>,
) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        // SAFETY: as stated; a cursor takes no more bytes than there are.
        unsafe {
            if p.is_null() {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            }
            let start = p.read();
            let count = end.addr().saturating_sub(start.addr());
            let Some(data) = bytes(start, count) else {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            };
            let mut cursor = Cursor::new(data);
            let outcome = body(&mut cursor);
            p.write(start.wrapping_add(count - cursor.left()));
            outcome.err().unwrap_or(0)
        }
    })
}

/// Reads a length. At the end of a function that reads with a program's own pointers.
///
/// \param p    The place of the length's first byte; moves behind it.
/// \param end  The end of the data.
/// \param len  Set to the length, also if there is less data than that.
///
/// \return  0; `MBEDTLS_ERR_ASN1_OUT_OF_DATA` if the data ends before; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` for an indefinite
///          length or one of more than four bytes; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_len(p: *mut *mut c_uchar, end: *const c_uchar, len: *mut usize) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `len` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let Some(len) = len.as_mut() else {
                return Err(MBEDTLS_ERR_ASN1_INVALID_DATA);
            };
            cursor.length(len)
        })
    }
}

/// Reads a tag and a length.
///
/// \param p    The place of the tag; moves to the first byte of the value, if the tag is right.
/// \param end  The end of the data.
/// \param len  Set to the length of the value.
/// \param tag  The tag that must be there, such as `MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE`.
///
/// \return  0; `MBEDTLS_ERR_ASN1_UNEXPECTED_TAG` for another tag; as mbedtls_asn1_get_len().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_tag(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
    tag: c_int,
) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `len` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let Some(len) = len.as_mut() else {
                return Err(MBEDTLS_ERR_ASN1_INVALID_DATA);
            };
            cursor.tag(tag, len)
        })
    }
}

/// Reads a BOOLEAN.
///
/// \param p    The place of its tag; moves behind it.
/// \param end  The end of the data.
/// \param val  Set to 0 or 1.
///
/// \return  0; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` if it is not one byte long; as mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_bool(p: *mut *mut c_uchar, end: *const c_uchar, val: *mut c_int) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `val` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let mut length = 0;
            cursor.tag(MBEDTLS_ASN1_BOOLEAN, &mut length)?;
            if length != 1 {
                return Err(MBEDTLS_ERR_ASN1_INVALID_LENGTH);
            }
            let value = cursor.take(1)?;
            store(val, c_int::from(value != [0]));
            Ok(())
        })
    }
}

/// Reads an INTEGER that is not negative and fits an `int`.
///
/// \param p    The place of its tag; moves behind it.
/// \param end  The end of the data.
/// \param val  Set to the number.
///
/// \return  0; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` for any other number; as mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_int(p: *mut *mut c_uchar, end: *const c_uchar, val: *mut c_int) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `val` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            store(val, cursor.small(MBEDTLS_ASN1_INTEGER)?);
            Ok(())
        })
    }
}

/// Reads an ENUMERATED that is not negative and fits an `int`.
///
/// \param p    The place of its tag; moves behind it.
/// \param end  The end of the data.
/// \param val  Set to the number.
///
/// \return  As mbedtls_asn1_get_int().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_enum(p: *mut *mut c_uchar, end: *const c_uchar, val: *mut c_int) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `val` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            store(val, cursor.small(MBEDTLS_ASN1_ENUMERATED)?);
            Ok(())
        })
    }
}

/// Reads an INTEGER of any size. It is never negative: a sign bit counts as a digit.
///
/// \param p    The place of its tag; moves behind it.
/// \param end  The end of the data.
/// \param X    The number, initialised.
///
/// \return  0; `MBEDTLS_ERR_MPI_ALLOC_FAILED`, also for one of more limbs than a number may have; as
///          mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_mpi(p: *mut *mut c_uchar, end: *const c_uchar, X: *mut mbedtls_mpi) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `X` is NULL or initialised.
    unsafe {
        read(p, end, |cursor| {
            let mut length = 0;
            cursor.tag(MBEDTLS_ASN1_INTEGER, &mut length)?;
            let digits = cursor.take(length)?;
            if X.is_null() {
                return Err(MBEDTLS_ERR_ASN1_INVALID_DATA);
            }
            match mbedtls_mpi_read_binary(X, digits.as_ptr(), digits.len()) {
                0 => Ok(()),
                code => Err(code),
            }
        })
    }
}

/// Reads a BIT STRING with which the data must end.
///
/// \param p    The place of its tag; moves behind it.
/// \param end  The end of the data.
/// \param bs   Set to its bytes, which stay where they are, and the number of unused bits.
///
/// \return  0; `MBEDTLS_ERR_ASN1_OUT_OF_DATA` for one of no byte at all; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` for more than
///          seven unused bits; `MBEDTLS_ERR_ASN1_LENGTH_MISMATCH` if something follows; as mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_bitstring(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    bs: *mut mbedtls_asn1_bitstring,
) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `bs` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let bits = bs.as_mut().ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            cursor.tag(MBEDTLS_ASN1_BIT_STRING, &mut bits.len)?;
            bits.len = bits.len.checked_sub(1).ok_or(MBEDTLS_ERR_ASN1_OUT_OF_DATA)?;
            bits.unused_bits = cursor.peek()?;
            if bits.unused_bits > 7 {
                return Err(MBEDTLS_ERR_ASN1_INVALID_LENGTH);
            }
            cursor.take(1)?;
            bits.p = cursor.take(bits.len)?.as_ptr().cast_mut();
            if cursor.left() != 0 {
                return Err(MBEDTLS_ERR_ASN1_LENGTH_MISMATCH);
            }
            Ok(())
        })
    }
}

/// Reads the head of a BIT STRING of whole bytes.
///
/// \param p    The place of its tag; moves to the first of its bytes.
/// \param end  The end of the data.
/// \param len  Set to the number of its bytes.
///
/// \return  0; `MBEDTLS_ERR_ASN1_INVALID_DATA` if it is empty or has unused bits; as mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_bitstring_null(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    len: *mut usize,
) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `len` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let len = len.as_mut().ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            cursor.tag(MBEDTLS_ASN1_BIT_STRING, len)?;
            *len = len.checked_sub(1).ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            if cursor.peek()? != 0 {
                return Err(MBEDTLS_ERR_ASN1_INVALID_DATA);
            }
            cursor.take(1)?;
            Ok(())
        })
    }
}

/// Reads an AlgorithmIdentifier: an object identifier and parameters.
///
/// \param p       The place of its tag; moves behind it.
/// \param end     The end of the data.
/// \param alg     Set to the object identifier, which stays where it is.
/// \param params  Set to tag and value of the parameters, likewise; zeroed if there are none.
///
/// \return  0; `MBEDTLS_ERR_ASN1_LENGTH_MISMATCH` if something follows the parameters; as mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_alg(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    alg: *mut mbedtls_asn1_buf,
    params: *mut mbedtls_asn1_buf,
) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `alg` and `params` are NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let alg = alg.as_mut().ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            let params = params.as_mut().ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            algorithm(cursor, alg, params)
        })
    }
}

/// Reads an AlgorithmIdentifier that has no parameters, or NULL for parameters.
///
/// \param p    The place of its tag; moves behind it.
/// \param end  The end of the data.
/// \param alg  Set to the object identifier, which stays where it is.
///
/// \return  0; `MBEDTLS_ERR_ASN1_INVALID_DATA` for other parameters; as mbedtls_asn1_get_alg().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_alg_null(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    alg: *mut mbedtls_asn1_buf,
) -> c_int {
    // SAFETY: `p` and `end` as the program promises; `alg` is NULL or writable.
    unsafe {
        read(p, end, |cursor| {
            let alg = alg.as_mut().ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            let mut params = NONE;
            algorithm(cursor, alg, &mut params)?;
            if !matches!(params.tag, MBEDTLS_ASN1_NULL | 0) || params.len != 0 {
                return Err(MBEDTLS_ERR_ASN1_INVALID_DATA);
            }
            Ok(())
        })
    }
}

/// No value.
const NONE: mbedtls_asn1_buf = mbedtls_asn1_buf {
    tag: 0,
    len: 0,
    p: core::ptr::null_mut(),
};

/// An AlgorithmIdentifier. What is set before an error stays set, as in 3.6.
fn algorithm(cursor: &mut Cursor<'_>, alg: &mut mbedtls_asn1_buf, params: &mut mbedtls_asn1_buf) -> Outcome<()> {
    let mut length = 0;
    cursor.tag(SEQUENCE, &mut length)?;
    alg.tag = c_int::from(cursor.peek()?);
    let mut content = *cursor;
    let mut inner = Cursor::new(content.take(length)?);
    let outcome = algorithm_content(&mut inner, alg, params);
    cursor.take(length - inner.left())?;
    outcome
}

fn algorithm_content(
    cursor: &mut Cursor<'_>,
    alg: &mut mbedtls_asn1_buf,
    params: &mut mbedtls_asn1_buf,
) -> Outcome<()> {
    cursor.tag(MBEDTLS_ASN1_OID, &mut alg.len)?;
    alg.p = cursor.take(alg.len)?.as_ptr().cast_mut();
    if cursor.left() == 0 {
        *params = NONE;
        return Ok(());
    }
    params.tag = cursor.take(1)?.first().copied().map_or(0, c_int::from);
    cursor.length(&mut params.len)?;
    params.p = cursor.take(params.len)?.as_ptr().cast_mut();
    if cursor.left() != 0 {
        return Err(MBEDTLS_ERR_ASN1_LENGTH_MISMATCH);
    }
    Ok(())
}
