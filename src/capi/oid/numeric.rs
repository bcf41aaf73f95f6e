//! Object identifiers in the form `1.2.840`.

use core::ffi::{c_char, c_int};

use super::MBEDTLS_ERR_OID_BUF_TOO_SMALL;
use crate::capi::asn1::{
    MBEDTLS_ASN1_OID, MBEDTLS_ERR_ASN1_ALLOC_FAILED, MBEDTLS_ERR_ASN1_INVALID_DATA, MBEDTLS_ERR_ASN1_INVALID_LENGTH,
    mbedtls_asn1_buf,
};
use crate::capi::guard::guard;
use crate::capi::platform::mbedtls_calloc;
use crate::capi::ptr::{bytes, copy_out, write_c_str};
use crate::pki::{name_text, oid::Arcs};

/// Writes an object identifier in the form `1.2.840`.
///
/// \param buf   Where to put the text.
/// \param size  Its size in bytes, the closing zero included.
/// \param oid   The object identifier.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_OID_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_*` if the
///          object identifier is malformed, or has a number of more than 32 bits, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_numeric_string(
    buf: *mut c_char,
    size: usize,
    oid: *const mbedtls_asn1_buf,
) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        if c_int::try_from(size).is_err() {
            return MBEDTLS_ERR_ASN1_INVALID_LENGTH;
        }
        // SAFETY: `oid` is NULL or holds as many bytes as it says; `buf` has room for `size` bytes.
        unsafe {
            let Some(content) = oid.as_ref().and_then(|oid| bytes(oid.p, oid.len)) else {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            };
            let mut written = 0;
            for piece in Arcs::new(content) {
                let piece = match piece {
                    Ok(piece) => piece,
                    Err(error) => return error.code(),
                };
                let fits = write_c_str(&piece, buf.wrapping_add(written), size - written);
                if fits < piece.len() || buf.is_null() {
                    return MBEDTLS_ERR_OID_BUF_TOO_SMALL;
                }
                written += fits;
            }
            written as c_int
        }
    })
}

/// Reads an object identifier in the form `1.2.840`.
///
/// DEVIATION: a number of more than 32 bits is refused; 3.6 reads 4294967296 as 0.
///
/// \param oid      Set to the object identifier; its bytes are allocated, to be freed with mbedtls_free(). On an error, it
///                 holds nothing or is as it was.
/// \param oid_str  The text, which need not end with a zero. A dot at its end is allowed.
/// \param size     Its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_ASN1_INVALID_DATA` for another text, a number of more than 32 bits, more than
///          `MBEDTLS_OID_MAX_COMPONENTS` numbers, and for NULL; `MBEDTLS_ERR_ASN1_ALLOC_FAILED`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_from_numeric_string(
    oid: *mut mbedtls_asn1_buf,
    oid_str: *const c_char,
    size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ASN1_INVALID_DATA, || {
        // SAFETY: `oid` is NULL or writable; `oid_str` holds `size` bytes.
        unsafe {
            let (Some(oid), Some(text)) = (oid.as_mut(), bytes(oid_str.cast(), size)) else {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            };
            let dots = text.iter().filter(|byte| **byte == b'.').count();
            if dots == 0 || dots >= name_text::OID_COMPONENTS {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            }
            oid.p = core::ptr::null_mut();
            oid.len = 0;
            let Some(content) = name_text::dotted(text) else {
                return MBEDTLS_ERR_ASN1_INVALID_DATA;
            };
            let room = mbedtls_calloc(1, content.len()).cast::<u8>();
            if room.is_null() {
                return MBEDTLS_ERR_ASN1_ALLOC_FAILED;
            }
            copy_out(&content, room);
            *oid = mbedtls_asn1_buf {
                tag: MBEDTLS_ASN1_OID,
                len: content.len(),
                p: room,
            };
            0
        }
    })
}
