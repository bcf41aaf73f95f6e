//! Points and curves as TLS 1.2 has them on the wire (RFC 8422 section 5.4).

use core::ffi::{c_int, c_uchar};

use super::groups::{by_id, by_tls_id, load};
use super::points::{code, read, write};
use super::{
    MBEDTLS_ECP_PF_COMPRESSED, MBEDTLS_ECP_PF_UNCOMPRESSED, MBEDTLS_ECP_TLS_NAMED_CURVE,
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
    mbedtls_ecp_group, mbedtls_ecp_group_id, mbedtls_ecp_point,
};
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::guard::guard;
use crate::capi::ptr::{bytes, copy_out};
use core::mem::MaybeUninit;

/// `ECPoint`: `opaque point <1..2^8-1>`. Reads one and moves past it.
///
/// \param grp  The group of the point.
/// \param pt   The point to set.
/// \param buf  The place to read at; moved past what was read, also on some failures, as in 3.6.
/// \param len  How many bytes are there.
///
/// \return  0, or a code of mbedtls_ecp_point_read_binary(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the bytes end early, and for
///          NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_read_point(
    grp: *const mbedtls_ecp_group,
    pt: *mut mbedtls_ecp_point,
    buf: *mut *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `*buf` points to `len` bytes; the objects are NULL or initialised.
        code(unsafe { read_point(grp, pt, buf, len) })
    })
}

/// [`mbedtls_ecp_tls_read_point`].
///
/// # Safety
/// As the function says.
pub(in crate::capi) unsafe fn read_point(
    grp: *const mbedtls_ecp_group,
    point: *mut mbedtls_ecp_point,
    buf: *mut *const c_uchar,
    len: usize,
) -> Result<(), c_int> {
    // SAFETY: as stated; the place moves within the `len` bytes.
    unsafe {
        let bad = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        if buf.is_null() || len < 2 {
            return Err(bad);
        }
        let (first, rest) = bytes(*buf, len).and_then(<[u8]>::split_first).ok_or(bad)?;
        *buf = rest.as_ptr();
        let encoded = rest.get(..usize::from(*first)).filter(|encoded| !encoded.is_empty());
        let encoded = encoded.ok_or(bad)?;
        *buf = rest.as_ptr().add(encoded.len());
        read(grp, point, encoded)
    }
}

/// Writes an `ECPoint`: a byte with the length, and the point.
///
/// \param grp     The group of the point.
/// \param pt      The point.
/// \param format  As for mbedtls_ecp_point_write_binary().
/// \param olen    Set to the length.
/// \param buf     Where the bytes go.
/// \param blen    The room there.
///
/// \return  0, or a code of mbedtls_ecp_point_write_binary(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without any room.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_write_point(
    grp: *const mbedtls_ecp_group,
    pt: *const mbedtls_ecp_point,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `buf` has room for `blen` bytes; the objects are NULL or initialised.
        code(unsafe { write_point(grp, pt, format, olen, buf, blen) })
    })
}

/// [`mbedtls_ecp_tls_write_point`].
///
/// # Safety
/// As the function says.
pub(in crate::capi) unsafe fn write_point(
    grp: *const mbedtls_ecp_group,
    point: *const mbedtls_ecp_point,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
) -> Result<(), c_int> {
    let is_known = format == MBEDTLS_ECP_PF_UNCOMPRESSED || format == MBEDTLS_ECP_PF_COMPRESSED;
    let room = blen.checked_sub(1).filter(|_| is_known && !buf.is_null());
    let room = room.ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
    // SAFETY: as stated; the first byte is within the room.
    unsafe {
        write(grp, point, format, olen, buf.add(1), room)?;
        *buf = u8::try_from(*olen).map_err(|_| MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
        *olen += 1;
    }
    Ok(())
}

/// `ECParameters`: `ECCurveType curve_type = named_curve(3); NamedCurve namedcurve`. Reads one, moves past it and loads
/// the curve.
///
/// \param grp  The group to fill.
/// \param buf  The place to read at; moved past what was read.
/// \param len  How many bytes are there.
///
/// \return  0, or a code of mbedtls_ecp_tls_read_group_id() or mbedtls_ecp_group_load().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_read_group(
    grp: *mut mbedtls_ecp_group,
    buf: *mut *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `*buf` points to `len` bytes; `grp` is NULL or initialised.
        unsafe {
            match read_group_id(buf, len) {
                Ok(id) => load(grp, MaybeUninit::new(id)),
                Err(error) => error,
            }
        }
    })
}

/// Reads an `ECParameters` and moves past it.
///
/// \param grp  Set to the curve.
/// \param buf  The place to read at; moved past what was read.
/// \param len  How many bytes are there.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the bytes end early or do not name a curve, and for NULL;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_read_group_id(
    grp: *mut mbedtls_ecp_group_id,
    buf: *mut *const c_uchar,
    len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `*buf` points to `len` bytes; `grp` is NULL or writable.
        unsafe {
            match read_group_id(buf, len) {
                Ok(_) if grp.is_null() => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
                Ok(id) => {
                    grp.write(id);
                    0
                }
                Err(error) => error,
            }
        }
    })
}

/// [`mbedtls_ecp_tls_read_group_id`].
///
/// # Safety
/// As the function says.
pub(in crate::capi) unsafe fn read_group_id(
    buf: *mut *const c_uchar,
    len: usize,
) -> Result<mbedtls_ecp_group_id, c_int> {
    // SAFETY: as stated; the place moves within the `len` bytes.
    unsafe {
        let bad = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        if buf.is_null() {
            return Err(bad);
        }
        let Some([kind, high, low, ..]) = bytes(*buf, len) else {
            return Err(bad);
        };
        *buf = (*buf).add(1);
        if c_int::from(*kind) != MBEDTLS_ECP_TLS_NAMED_CURVE {
            return Err(bad);
        }
        *buf = (*buf).add(2);
        let info = by_tls_id(u16::from_be_bytes([*high, *low]));
        info.map(|info| info.grp_id).ok_or(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE)
    }
}

/// Writes an `ECParameters`.
///
/// \param grp   The group with the curve.
/// \param olen  Set to the length, 3.
/// \param buf   Where the bytes go.
/// \param blen  The room there.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
///          `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_tls_write_group(
    grp: *const mbedtls_ecp_group,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `buf` has room for `blen` bytes; the objects are NULL or initialised.
        code(unsafe { write_group(grp, olen, buf, blen) })
    })
}

/// [`mbedtls_ecp_tls_write_group`].
///
/// # Safety
/// As the function says.
pub(in crate::capi) unsafe fn write_group(
    grp: *const mbedtls_ecp_group,
    olen: *mut usize,
    buf: *mut c_uchar,
    blen: usize,
) -> Result<(), c_int> {
    // SAFETY: as stated; the room was checked.
    unsafe {
        let info = grp.as_ref().and_then(|grp| by_id(grp.id));
        let info = info.filter(|_| !olen.is_null()).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
        *olen = 3;
        if blen < 3 {
            return Err(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL);
        }
        let [high, low] = info.tls_id.to_be_bytes();
        copy_out(&[3, high, low], buf);
    }
    Ok(())
}
