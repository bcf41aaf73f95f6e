//! `mbedtls/asn1write.h`: writing DER from the back to the front. The place moves towards the start of the buffer, so that
//! what is inside is written before the length that stands in front of it. Each function returns how many bytes it wrote,
//! and after an error has written, and moved over, as much as 3.6.

use core::ffi::{c_char, c_int, c_uchar};

use super::asn1::list::mbedtls_asn1_find_named_data;
use super::asn1::{
    MBEDTLS_ASN1_BIT_STRING, MBEDTLS_ASN1_BOOLEAN, MBEDTLS_ASN1_CONSTRUCTED, MBEDTLS_ASN1_ENUMERATED,
    MBEDTLS_ASN1_IA5_STRING, MBEDTLS_ASN1_INTEGER, MBEDTLS_ASN1_NULL, MBEDTLS_ASN1_OCTET_STRING, MBEDTLS_ASN1_OID,
    MBEDTLS_ASN1_PRINTABLE_STRING, MBEDTLS_ASN1_SEQUENCE, MBEDTLS_ASN1_UTF8_STRING, MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
    MBEDTLS_ERR_ASN1_INVALID_DATA, MBEDTLS_ERR_ASN1_INVALID_LENGTH, mbedtls_asn1_buf, mbedtls_asn1_named_data,
};
use super::bignum::{magnitude, mbedtls_mpi};
use super::guard::guard;
use super::platform::{mbedtls_calloc, mbedtls_free};
use super::ptr::{bytes, copy_out};

/// How much was written, or a code.
type Written = Result<usize, c_int>;

/// Writes from the back to the front.
struct Backwards {
    /// The place of the byte written last.
    at: *mut c_uchar,
    /// The first byte of the buffer.
    start: *const c_uchar,
}

impl Backwards {
    /// How many bytes there is room for.
    fn room(&self) -> usize {
        self.at.addr().saturating_sub(self.start.addr())
    }

    /// A program's bytes, if there is room for them; an error also for NULL.
    ///
    /// # Safety
    /// As for [`bytes`].
    unsafe fn given<'a>(&self, data: *const u8, len: usize) -> Result<&'a [u8], c_int> {
        // A length that fits nothing is none that could be trusted.
        if len > self.room() {
            return Err(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL);
        }
        // SAFETY: as stated.
        unsafe { bytes(data, len) }.ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)
    }

    /// Bytes as they stand. They may lie in the buffer too, but not where they are to be written.
    fn raw(&mut self, data: &[u8]) -> Written {
        if data.len() > self.room() {
            return Err(MBEDTLS_ERR_ASN1_BUF_TOO_SMALL);
        }
        // SAFETY: there is room for as many bytes before the place, which is in the program's buffer or at its end.
        unsafe {
            self.at = self.at.sub(data.len());
            copy_out(data, self.at);
        }
        Ok(data.len())
    }

    /// A length (X.690 section 8.1.3).
    fn length(&mut self, length: usize) -> Written {
        let length = u32::try_from(length).map_err(|_| MBEDTLS_ERR_ASN1_INVALID_LENGTH)?;
        if length < 0x80 {
            return self.raw(&length.to_be_bytes()[3..]);
        }
        let skip = length.leading_zeros() as usize / 8;
        let mut encoded = [0x80 | (4 - skip as u8); 5];
        encoded[1..].copy_from_slice(&length.to_be_bytes());
        encoded[skip] = encoded[0];
        self.raw(&encoded[skip..])
    }

    /// A length and a tag in front of `length` bytes that are written already; how much that is together.
    fn head(&mut self, length: usize, tag: c_int) -> Written {
        let head = self.length(length)? + self.raw(&[tag as u8])?;
        Ok(length + head)
    }

    /// A value with its tag and length.
    fn value(&mut self, tag: c_int, data: &[u8]) -> Written {
        let length = self.raw(data)?;
        self.head(length, tag)
    }

    /// INTEGER or ENUMERATED. As in 3.6, of a negative number only the last byte is written, and as a positive one.
    fn small(&mut self, tag: c_int, mut number: c_int) -> Written {
        let mut length = 0;
        let mut last;
        loop {
            last = (number & 0xff) as u8;
            length += self.raw(&[last])?;
            number >>= 8;
            if number <= 0 {
                break;
            }
        }
        if last & 0x80 != 0 {
            length += self.raw(&[0])?;
        }
        self.head(length, tag)
    }

    /// What stands behind the object identifier of an AlgorithmIdentifier: parameters, of as many bytes, that are written
    /// already, or NULL instead of none.
    fn parameters(&mut self, written: usize) -> Written {
        if written == 0 {
            self.value(MBEDTLS_ASN1_NULL, &[])
        } else {
            Ok(written)
        }
    }

    /// A BIT STRING of the first `bits` bits of `data`, which holds no more bytes than they need.
    fn bits(&mut self, data: &[u8], bits: usize) -> Written {
        let unused = data.len() * 8 - bits;
        let mut content = vec![unused as u8];
        content.extend_from_slice(data);
        if let Some(last) = content.get_mut(1..).and_then(<[u8]>::last_mut) {
            *last &= 0xff << unused;
        }
        self.value(MBEDTLS_ASN1_BIT_STRING, &content)
    }
}

/// Runs `body` on the buffer from `start` to `*p`, and moves `*p` to where it got, whether it succeeded or not.
///
/// # Safety
/// `p` is NULL or points to a pointer; the bytes from `start` to that are writable, unless it is before `start`.
unsafe fn write(p: *mut *mut c_uchar, start: *const c_uchar, body: impl FnOnce(&mut Backwards) -> Written) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        // SAFETY: as stated.
        unsafe {
            if p.is_null() || p.read().is_null() {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            }
            let mut out = Backwards { at: p.read(), start };
            let written = body(&mut out);
            p.write(out.at);
            written.map_or_else(|code| code, |length| length as c_int)
        }
    })
}

/// Writes a length.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param len    The length, below 2^32.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_INVALID_LENGTH`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`, and then
///          nothing is written; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_len(p: *mut *mut c_uchar, start: *const c_uchar, len: usize) -> c_int {
    // SAFETY: `p` and `start` as the program promises.
    unsafe { write(p, start, |out| out.length(len)) }
}

/// Writes a tag.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param tag    The tag.
///
/// \return  1; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_tag(p: *mut *mut c_uchar, start: *const c_uchar, tag: c_uchar) -> c_int {
    // SAFETY: `p` and `start` as the program promises.
    unsafe { write(p, start, |out| out.raw(&[tag])) }
}

/// Writes bytes as they stand, without tag and length.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param buf    The bytes; may be NULL if there are none.
/// \param size   How many.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_raw_buffer(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    size: usize,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `buf` holds `size` bytes.
    unsafe { write(p, start, |out| out.raw(out.given(buf, size)?)) }
}

/// Writes a number as INTEGER.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param X      The number. Of a negative one, the digits without the sign are written.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_mpi(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    X: *const mbedtls_mpi,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `X` is NULL or initialised.
    unsafe {
        write(p, start, |out| {
            let number = X.as_ref().ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            let digits = magnitude(number);
            let mut length = out.raw(if digits.is_empty() { &[0] } else { &digits })?;
            if number.s == 1 && digits.first().is_some_and(|first| first & 0x80 != 0) {
                length += out.raw(&[0])?;
            }
            out.head(length, MBEDTLS_ASN1_INTEGER)
        })
    }
}

/// Writes a NULL.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
///
/// \return  2; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_null(p: *mut *mut c_uchar, start: *const c_uchar) -> c_int {
    // SAFETY: `p` and `start` as the program promises.
    unsafe { write(p, start, |out| out.value(MBEDTLS_ASN1_NULL, &[])) }
}

/// Writes an OBJECT IDENTIFIER.
///
/// \param p        The place; moves to the first byte written.
/// \param start    The start of the buffer.
/// \param oid      Its content, such as `MBEDTLS_OID_AT_CN`.
/// \param oid_len  The length of that in bytes.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_oid(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    oid: *const c_char,
    oid_len: usize,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `oid` holds `oid_len` bytes.
    unsafe {
        write(p, start, |out| {
            out.value(MBEDTLS_ASN1_OID, out.given(oid.cast(), oid_len)?)
        })
    }
}

/// Writes an AlgorithmIdentifier.
///
/// \param p        The place; moves to the first byte written.
/// \param start    The start of the buffer.
/// \param oid      The content of its object identifier.
/// \param oid_len  The length of that in bytes.
/// \param par_len  The length of the parameters, which are written already; 0 to write NULL for parameters.
///
/// \return  The number of bytes written, the parameters included; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
///          `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_algorithm_identifier(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    oid: *const c_char,
    oid_len: usize,
    par_len: usize,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_asn1_write_algorithm_identifier_ext(p, start, oid, oid_len, par_len, 1) }
}

/// Writes an AlgorithmIdentifier with or without parameters.
///
/// \param p        The place; moves to the first byte written.
/// \param start    The start of the buffer.
/// \param oid      The content of its object identifier.
/// \param oid_len  The length of that in bytes.
/// \param par_len  The length of the parameters, which are written already; 0 to write NULL for parameters.
/// \param has_par  0 for no parameters; `par_len` is not looked at then.
///
/// \return  As mbedtls_asn1_write_algorithm_identifier().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_algorithm_identifier_ext(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    oid: *const c_char,
    oid_len: usize,
    par_len: usize,
    has_par: c_int,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `oid` holds `oid_len` bytes.
    unsafe {
        write(p, start, |out| {
            let mut length = if has_par == 0 { 0 } else { out.parameters(par_len)? };
            length += out.value(MBEDTLS_ASN1_OID, out.given(oid.cast(), oid_len)?)?;
            out.head(length, MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE)
        })
    }
}

/// Writes a BOOLEAN.
///
/// \param p        The place; moves to the first byte written.
/// \param start    The start of the buffer.
/// \param boolean  0 for false.
///
/// \return  3; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_bool(p: *mut *mut c_uchar, start: *const c_uchar, boolean: c_int) -> c_int {
    let content = if boolean == 0 { 0 } else { 0xff };
    // SAFETY: `p` and `start` as the program promises.
    unsafe { write(p, start, |out| out.value(MBEDTLS_ASN1_BOOLEAN, &[content])) }
}

/// Writes a small number as INTEGER.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param val    The number, which must not be negative.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_int(p: *mut *mut c_uchar, start: *const c_uchar, val: c_int) -> c_int {
    // SAFETY: `p` and `start` as the program promises.
    unsafe { write(p, start, |out| out.small(MBEDTLS_ASN1_INTEGER, val)) }
}

/// Writes a small number as ENUMERATED.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param val    The number, which must not be negative.
///
/// \return  As mbedtls_asn1_write_int().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_enum(p: *mut *mut c_uchar, start: *const c_uchar, val: c_int) -> c_int {
    // SAFETY: `p` and `start` as the program promises.
    unsafe { write(p, start, |out| out.small(MBEDTLS_ASN1_ENUMERATED, val)) }
}

/// Writes a string with a tag.
///
/// \param p         The place; moves to the first byte written.
/// \param start     The start of the buffer.
/// \param tag       The tag, such as `MBEDTLS_ASN1_UTF8_STRING`.
/// \param text      The string, which need not end with a zero.
/// \param text_len  Its length in bytes.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_tagged_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    tag: c_int,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `text` holds `text_len` bytes.
    unsafe { write(p, start, |out| out.value(tag, out.given(text.cast(), text_len)?)) }
}

/// Writes a PrintableString. Whether it is printable is not checked.
///
/// \param p         The place; moves to the first byte written.
/// \param start     The start of the buffer.
/// \param text      The string, which need not end with a zero.
/// \param text_len  Its length in bytes.
///
/// \return  As mbedtls_asn1_write_tagged_string().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_printable_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_asn1_write_tagged_string(p, start, MBEDTLS_ASN1_PRINTABLE_STRING, text, text_len) }
}

/// Writes a UTF8String. Whether it is UTF-8 is not checked.
///
/// \param p         The place; moves to the first byte written.
/// \param start     The start of the buffer.
/// \param text      The string, which need not end with a zero.
/// \param text_len  Its length in bytes.
///
/// \return  As mbedtls_asn1_write_tagged_string().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_utf8_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_asn1_write_tagged_string(p, start, MBEDTLS_ASN1_UTF8_STRING, text, text_len) }
}

/// Writes an IA5String. Whether it is ASCII is not checked.
///
/// \param p         The place; moves to the first byte written.
/// \param start     The start of the buffer.
/// \param text      The string, which need not end with a zero.
/// \param text_len  Its length in bytes.
///
/// \return  As mbedtls_asn1_write_tagged_string().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_ia5_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    text: *const c_char,
    text_len: usize,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_asn1_write_tagged_string(p, start, MBEDTLS_ASN1_IA5_STRING, text, text_len) }
}

/// Writes a BIT STRING.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param buf    The bits, the first being the high bit of the first byte.
/// \param bits   How many.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_bitstring(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    bits: usize,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `buf` holds so many bits.
    unsafe { write(p, start, |out| out.bits(out.given(buf, bits.div_ceil(8))?, bits)) }
}

/// Writes a BIT STRING of named bits, which ends with the last bit that is set (X.690 section 11.2.2).
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param buf    The bits, the first being the high bit of the first byte.
/// \param bits   How many of them may be written.
///
/// \return  As mbedtls_asn1_write_bitstring().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_named_bitstring(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    bits: usize,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `buf` holds so many bits.
    unsafe {
        write(p, start, |out| {
            let data = bytes(buf, bits.div_ceil(8)).ok_or(MBEDTLS_ERR_ASN1_INVALID_DATA)?;
            let is_set = |bit: &usize| data.get(bit / 8).is_some_and(|byte| byte << (bit % 8) & 0x80 != 0);
            let bits = (0..bits).rfind(is_set).map_or(0, |last| last + 1);
            out.bits(&data[..bits.div_ceil(8)], bits)
        })
    }
}

/// Writes an OCTET STRING.
///
/// \param p      The place; moves to the first byte written.
/// \param start  The start of the buffer.
/// \param buf    The bytes; may be NULL if there are none.
/// \param size   How many.
///
/// \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_write_octet_string(
    p: *mut *mut c_uchar,
    start: *const c_uchar,
    buf: *const c_uchar,
    size: usize,
) -> c_int {
    // SAFETY: `p` and `start` as the program promises; `buf` holds `size` bytes.
    unsafe {
        write(p, start, |out| {
            out.value(MBEDTLS_ASN1_OCTET_STRING, out.given(buf, size)?)
        })
    }
}

/// Puts an entry into a list, or gives the one that is there another value.
///
/// \param list     Where the first entry is named. A new one is put before it.
/// \param oid      The content of the object identifier, which is copied.
/// \param oid_len  Its length in bytes.
/// \param val      The value, which is copied. NULL leaves it as it is if it has this length already, and else zero, to be
///                 filled by the program.
/// \param val_len  Its length in bytes.
///
/// \return  The entry, whose tags the program sets; NULL without memory, and for NULL. The list is to be freed with
///          mbedtls_asn1_free_named_data_list().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_store_named_data(
    list: *mut *mut mbedtls_asn1_named_data,
    oid: *const c_char,
    oid_len: usize,
    val: *const c_uchar,
    val_len: usize,
) -> *mut mbedtls_asn1_named_data {
    guard(core::ptr::null_mut(), || {
        // SAFETY: `list` is NULL or names a list of entries made here; `oid` and `val` are NULL or hold so many bytes.
        unsafe {
            let Some(oid_bytes) = bytes(oid.cast(), oid_len).filter(|_| !list.is_null()) else {
                return core::ptr::null_mut();
            };
            let entry = mbedtls_asn1_find_named_data(*list, oid, oid_len).cast_mut();
            let entry = if entry.is_null() {
                new_entry(list, oid_bytes, val_len)
            } else {
                resize_value(entry, val_len)
            };
            if let (Some(one), Some(value)) = (entry.as_ref(), bytes(val, val_len))
                && !one.val.p.is_null()
            {
                copy_out(value, one.val.p);
            }
            entry
        }
    })
}

/// Puts a new entry with room for its value before the others; NULL without memory.
///
/// # Safety
/// `list` names a list.
unsafe fn new_entry(
    list: *mut *mut mbedtls_asn1_named_data,
    oid: &[u8],
    val_len: usize,
) -> *mut mbedtls_asn1_named_data {
    let nothing = core::ptr::null_mut();
    // SAFETY: what is allocated has room for what is written to it.
    unsafe {
        let entry = mbedtls_calloc(1, size_of::<mbedtls_asn1_named_data>()).cast::<mbedtls_asn1_named_data>();
        let id = mbedtls_calloc(1, oid.len().max(1)).cast::<c_uchar>();
        let value = if val_len == 0 {
            nothing
        } else {
            mbedtls_calloc(1, val_len)
        };
        if entry.is_null() || id.is_null() || (value.is_null() && val_len != 0) {
            mbedtls_free(entry.cast());
            mbedtls_free(id.cast());
            mbedtls_free(value);
            return core::ptr::null_mut();
        }
        copy_out(oid, id);
        let buf = |p: *mut c_uchar, len| mbedtls_asn1_buf { tag: 0, len, p };
        entry.write(mbedtls_asn1_named_data {
            oid: buf(id, oid.len()),
            val: buf(value.cast(), val_len),
            next: *list,
            next_merged: 0,
        });
        *list = entry;
        entry
    }
}

/// Gives an entry room for a value of another length; NULL without memory, and then the entry is as it was.
///
/// # Safety
/// `entry` is one of a list made here.
unsafe fn resize_value(entry: *mut mbedtls_asn1_named_data, val_len: usize) -> *mut mbedtls_asn1_named_data {
    // SAFETY: the entry's value was allocated by `mbedtls_calloc`.
    unsafe {
        if (*entry).val.len == val_len && val_len != 0 {
            return entry;
        }
        let mut value = core::ptr::null_mut();
        if val_len != 0 {
            value = mbedtls_calloc(1, val_len);
            if value.is_null() {
                return core::ptr::null_mut();
            }
        }
        mbedtls_free((*entry).val.p.cast());
        (*entry).val.p = value.cast();
        (*entry).val.len = val_len;
        entry
    }
}
