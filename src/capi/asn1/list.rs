//! Lists of ASN.1 values: read out of a SEQUENCE OF, searched, freed.

use core::ffi::{c_char, c_int, c_uchar, c_void};

use super::read::{Cursor, Outcome, SEQUENCE};
use super::{
    MBEDTLS_ERR_ASN1_ALLOC_FAILED, MBEDTLS_ERR_ASN1_INVALID_DATA, MBEDTLS_ERR_ASN1_LENGTH_MISMATCH,
    MBEDTLS_ERR_ASN1_UNEXPECTED_TAG, mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence,
};
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::{bytes, zero};

/// Which tags a SEQUENCE OF may hold, and which of them the caller wants to see.
struct Tags {
    must: (c_uchar, c_uchar),
    may: (c_uchar, c_uchar),
}

/// Goes through a SEQUENCE OF, which must fill the data, and calls a function for each value.
///
/// \param p              The place of the tag of the SEQUENCE; moves to its end, or on an error somewhere into it.
/// \param end            The end of the data.
/// \param tag_must_mask  The bits of each value's tag that are looked at,
/// \param tag_must_val   and what they must be.
/// \param tag_may_mask   The bits of each value's tag that decide whether `cb` is called,
/// \param tag_may_val    and what they must be for that.
/// \param cb             Called with `ctx`, the tag, and the value and its length. May be NULL.
/// \param ctx            Passed to `cb`.
///
/// \return  0; what `cb` returned, if that is not 0; `MBEDTLS_ERR_ASN1_LENGTH_MISMATCH` if the SEQUENCE ends elsewhere;
///          `MBEDTLS_ERR_ASN1_UNEXPECTED_TAG` for a tag that must not be; as mbedtls_asn1_get_tag().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_traverse_sequence_of(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    tag_must_mask: c_uchar,
    tag_must_val: c_uchar,
    tag_may_mask: c_uchar,
    tag_may_val: c_uchar,
    cb: Option<unsafe extern "C" fn(ctx: *mut c_void, tag: c_int, start: *mut c_uchar, len: usize) -> c_int>,
    ctx: *mut c_void,
) -> c_int {
    let tags = Tags {
        must: (tag_must_mask, tag_must_val),
        may: (tag_may_mask, tag_may_val),
    };
    // SAFETY: `p` and `end` as the program promises; so is what it says of `cb`.
    unsafe {
        traverse(p, end, &tags, |buf| match cb {
            Some(cb) => match cb(ctx, buf.tag, buf.p, buf.len) {
                0 => Ok(()),
                code => Err(code),
            },
            None => Ok(()),
        })
    }
}

/// Reads a SEQUENCE OF, which must fill the data, into a list.
///
/// \param p    The place of its tag; moves to its end, or on an error somewhere into it.
/// \param end  The end of the data.
/// \param cur  The first node of the list, which is overwritten. The others are allocated; to be freed with
///             mbedtls_asn1_sequence_free(), also after an error, from `cur->next` on.
/// \param tag  The tag that each value must have.
///
/// \return  0; `MBEDTLS_ERR_ASN1_ALLOC_FAILED`; as mbedtls_asn1_traverse_sequence_of().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_get_sequence_of(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    cur: *mut mbedtls_asn1_sequence,
    tag: c_int,
) -> c_int {
    let tags = Tags {
        must: (0xff, tag as c_uchar),
        may: (0, 0),
    };
    // SAFETY: `p` and `end` as the program promises; `cur` is NULL or writable.
    unsafe {
        if cur.is_null() {
            return MBEDTLS_ERR_ASN1_INVALID_DATA;
        }
        zero(cur);
        let mut last = cur;
        traverse(p, end, &tags, |buf| {
            if !(*last).buf.p.is_null() {
                let node = mbedtls_calloc(1, size_of::<mbedtls_asn1_sequence>()).cast::<mbedtls_asn1_sequence>();
                if node.is_null() {
                    return Err(MBEDTLS_ERR_ASN1_ALLOC_FAILED);
                }
                (*last).next = node;
                last = node;
            }
            (*last).buf = buf;
            Ok(())
        })
    }
}

/// Goes through a SEQUENCE OF. No reference to the data is alive while `visit` runs.
///
/// # Safety
/// `p` is NULL or points to a pointer; between that and `end` there are bytes, unless it is not before `end`.
unsafe fn traverse(
    p: *mut *mut c_uchar,
    end: *const c_uchar,
    tags: &Tags,
    mut visit: impl FnMut(mbedtls_asn1_buf) -> Outcome<()>,
) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        let step = |body: &mut dyn FnMut(&mut Cursor<'_>) -> Outcome<()>| {
            // SAFETY: as stated.
            match unsafe { super::read::read(p, end, body) } {
                0 => Ok(()),
                code => Err(code),
            }
        };
        let outcome = (|| {
            step(&mut |cursor| {
                let mut length = 0;
                cursor.tag(SEQUENCE, &mut length)?;
                if length != cursor.left() {
                    return Err(MBEDTLS_ERR_ASN1_LENGTH_MISMATCH);
                }
                Ok(())
            })?;
            // SAFETY: `p` is not NULL, or the step above would have failed.
            while unsafe { *p }.cast_const() < end {
                let (mut tag, mut length) = (0, 0);
                step(&mut |cursor| {
                    tag = cursor.peek()?;
                    cursor.take(1)?;
                    if tag & tags.must.0 != tags.must.1 {
                        return Err(MBEDTLS_ERR_ASN1_UNEXPECTED_TAG);
                    }
                    cursor.length(&mut length)
                })?;
                if tag & tags.may.0 == tags.may.1 {
                    visit(mbedtls_asn1_buf {
                        tag: c_int::from(tag),
                        len: length,
                        // SAFETY: as above.
                        p: unsafe { *p },
                    })?;
                }
                step(&mut |cursor| cursor.take(length).map(|_| ()))?;
            }
            Ok(())
        })();
        outcome.err().unwrap_or(0)
    })
}

/// Frees a list of values: every node, but not the values, which lie elsewhere.
///
/// \param seq  The first node, which must have been allocated too; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_sequence_free(seq: *mut mbedtls_asn1_sequence) {
    guard((), || {
        let mut node = seq;
        while !node.is_null() {
            // SAFETY: each node was allocated by `mbedtls_calloc`, and the list ends with NULL.
            unsafe {
                let next = (*node).next;
                mbedtls_free(node.cast());
                node = next;
            }
        }
    });
}

/// Finds an entry by its object identifier.
///
/// \param list  The first entry; NULL for an empty list.
/// \param oid   The content of the object identifier.
/// \param len   Its length in bytes.
///
/// \return  The first entry that has it, or NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_find_named_data(
    list: *const mbedtls_asn1_named_data,
    oid: *const c_char,
    len: usize,
) -> *const mbedtls_asn1_named_data {
    guard(core::ptr::null(), || {
        // SAFETY: the list ends with NULL, and its values and `oid` hold as many bytes as they say.
        unsafe {
            let Some(wanted) = bytes(oid.cast(), len) else {
                return core::ptr::null();
            };
            let mut entry = list;
            while let Some(one) = entry.as_ref() {
                if one.oid.len == len && bytes(one.oid.p, len) == Some(wanted) {
                    break;
                }
                entry = one.next;
            }
            entry
        }
    })
}

/// Frees what an entry holds, and zeroes it. The entry itself and those behind it stay.
///
/// \param entry  The entry; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_free_named_data(entry: *mut mbedtls_asn1_named_data) {
    guard((), || {
        // SAFETY: `entry` is NULL or an entry whose values were allocated by `mbedtls_calloc`.
        unsafe {
            if let Some(one) = entry.as_ref() {
                mbedtls_free(one.oid.p.cast());
                mbedtls_free(one.val.p.cast());
                zero(entry);
            }
        }
    });
}

/// Frees a list of entries with what they hold.
///
/// \param head  Where the first entry is named; set to NULL. NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_free_named_data_list(head: *mut *mut mbedtls_asn1_named_data) {
    guard((), || {
        // SAFETY: `head` is NULL or names a list whose entries and values were allocated by `mbedtls_calloc`.
        unsafe {
            let Some(head) = head.as_mut() else { return };
            while let Some(one) = head.as_ref() {
                let (entry, next) = (*head, one.next);
                mbedtls_asn1_free_named_data(entry);
                mbedtls_free(entry.cast());
                *head = next;
            }
        }
    });
}

/// Frees a list of entries, but not what they hold.
///
/// \param name  The first entry; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_asn1_free_named_data_list_shallow(name: *mut mbedtls_asn1_named_data) {
    guard((), || {
        let mut entry = name;
        while !entry.is_null() {
            // SAFETY: each entry was allocated by `mbedtls_calloc`, and the list ends with NULL.
            unsafe {
                let next = (*entry).next;
                mbedtls_free(entry.cast());
                entry = next;
            }
        }
    });
}
