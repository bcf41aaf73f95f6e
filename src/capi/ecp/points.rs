//! Points: their life, and their encodings (SEC 1 section 2.3.3; RFC 7748 section 5 for Curve25519 and Curve448).

use core::ffi::{c_char, c_int, c_uchar};

use super::groups::{Kind, kind};
use super::numbers::{EMPTY, are_equal, byte_len, clear, compare_small, copy, fixed, is_zero, lowest_byte, set};
use super::{
    MBEDTLS_ECP_PF_COMPRESSED, MBEDTLS_ECP_PF_UNCOMPRESSED, MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
    MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE, MBEDTLS_ERR_ECP_INVALID_KEY,
    mbedtls_ecp_group, mbedtls_ecp_keypair, mbedtls_ecp_point,
};
use crate::capi::bignum::{MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, mbedtls_mpi};
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::guard::guard;
use crate::capi::ptr::{bytes, copy_out, store};
use crate::crypto::ec::weierstrass;

/// A point that was never set.
pub(in crate::capi) const EMPTY_POINT: mbedtls_ecp_point = mbedtls_ecp_point {
    X: EMPTY,
    Y: EMPTY,
    Z: EMPTY,
};

/// What a function came to, for C.
pub(in crate::capi) fn code(outcome: Result<(), c_int>) -> c_int {
    outcome.err().unwrap_or(0)
}

/// Initialises a point.
///
/// \param pt  The point; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_init(pt: *mut mbedtls_ecp_point) {
    // SAFETY: `pt` is NULL or points to memory for one point.
    guard((), || unsafe { store(pt, EMPTY_POINT) });
}

/// Wipes and frees a point.
///
/// \param pt  The point; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_free(pt: *mut mbedtls_ecp_point) {
    // SAFETY: `pt` is NULL or initialised, and nobody else uses it.
    guard((), || unsafe { release_point(pt) });
}

/// Wipes and frees a point.
///
/// # Safety
/// `point` is NULL or initialised, and nobody else uses it.
pub(in crate::capi) unsafe fn release_point(point: *mut mbedtls_ecp_point) {
    if !point.is_null() {
        // SAFETY: as stated.
        unsafe {
            clear(&raw mut (*point).X);
            clear(&raw mut (*point).Y);
            clear(&raw mut (*point).Z);
        }
    }
}

/// Copies a point.
///
/// \param P  The point to set.
/// \param Q  The point to copy.
///
/// \return  0; `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_copy(P: *mut mbedtls_ecp_point, Q: *const mbedtls_ecp_point) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: both are NULL or initialised.
        code(unsafe { copy_point(P, Q) })
    })
}

/// Copies a point.
///
/// # Safety
/// Both are NULL or initialised, and nobody else uses `to`.
pub(in crate::capi) unsafe fn copy_point(
    to: *mut mbedtls_ecp_point,
    from: *const mbedtls_ecp_point,
) -> Result<(), c_int> {
    if to.is_null() || from.is_null() {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe {
        copy(&raw mut (*to).X, &raw const (*from).X)?;
        copy(&raw mut (*to).Y, &raw const (*from).Y)?;
        copy(&raw mut (*to).Z, &raw const (*from).Z)
    }
}

/// Makes a point the point at infinity.
///
/// \param pt  The point.
///
/// \return  0; `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_set_zero(pt: *mut mbedtls_ecp_point) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: `pt` is NULL or initialised, and nobody else uses it.
        code(unsafe { set_infinity(pt) })
    })
}

/// Makes a point the point at infinity.
///
/// # Safety
/// `point` is NULL or initialised, and nobody else uses it.
pub(super) unsafe fn set_infinity(point: *mut mbedtls_ecp_point) -> Result<(), c_int> {
    if point.is_null() {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe {
        set(&raw mut (*point).X, &[1])?;
        set(&raw mut (*point).Y, &[1])?;
        set(&raw mut (*point).Z, &[])
    }
}

/// Sets a point of a curve in short Weierstrass form from `04 || X || Y` or, for the point at infinity, `00`.
///
/// # Safety
/// `point` is NULL or initialised, and nobody else uses it.
pub(in crate::capi) unsafe fn set_point(point: *mut mbedtls_ecp_point, encoded: &[u8]) -> Result<(), c_int> {
    // SAFETY: as stated.
    unsafe {
        let Some((4, coordinates)) = encoded.split_first() else {
            return set_infinity(point);
        };
        if point.is_null() {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        }
        let (x, y) = coordinates.split_at(coordinates.len() / 2);
        set(&raw mut (*point).X, x)?;
        set(&raw mut (*point).Y, y)?;
        set(&raw mut (*point).Z, &[1])
    }
}

/// Tells whether a point is the point at infinity.
///
/// \param pt  The point.
/// \return    1 if it is, or was never set; 0 if not. 1 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_is_zero(pt: *mut mbedtls_ecp_point) -> c_int {
    guard(1, || {
        // SAFETY: `pt` is NULL or initialised.
        c_int::from(unsafe { pt.as_ref().is_none_or(|point| is_zero(&point.Z)) })
    })
}

/// Compares two points, coordinate by coordinate.
///
/// \param P  The one point.
/// \param Q  The other point.
///
/// \return  0 if they are equal, `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if not, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_cmp(P: *const mbedtls_ecp_point, Q: *const mbedtls_ecp_point) -> c_int {
    guard(MBEDTLS_ERR_ECP_BAD_INPUT_DATA, || {
        // SAFETY: both are NULL or initialised.
        match unsafe { (P.as_ref(), Q.as_ref()) } {
            // SAFETY: both are initialised.
            (Some(p), Some(q)) if unsafe { are_points_equal(p, q) } => 0,
            _ => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        }
    })
}

/// Whether two points have the same coordinates.
///
/// # Safety
/// Both are initialised.
pub(super) unsafe fn are_points_equal(p: &mbedtls_ecp_point, q: &mbedtls_ecp_point) -> bool {
    // SAFETY: as stated.
    unsafe { are_equal(&p.X, &q.X) && are_equal(&p.Y, &q.Y) && are_equal(&p.Z, &q.Z) }
}

/// Reads a point from two numbers in text.
///
/// \param P      The point to set.
/// \param radix  The base of the numbers, 2 to 16.
/// \param x      The x coordinate.
/// \param y      The y coordinate.
///
/// \return  0, or a code of mbedtls_mpi_read_string(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_read_string(
    P: *mut mbedtls_ecp_point,
    radix: c_int,
    x: *const c_char,
    y: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if P.is_null() || x.is_null() || y.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `P` is initialised, `x` and `y` are strings.
        unsafe {
            for (number, text) in [(&raw mut (*P).X, x), (&raw mut (*P).Y, y)] {
                let failed = crate::capi::bignum::text::mbedtls_mpi_read_string(number, radix, text);
                if failed != 0 {
                    return failed;
                }
            }
            code(set(&raw mut (*P).Z, &[1]))
        }
    })
}

/// Writes a point as bytes: `04 || X || Y` or compressed, `00` for the point at infinity; the x coordinate, little-endian,
/// for Curve25519 and Curve448.
///
/// \param grp     The group of the point.
/// \param P       The point.
/// \param format  `MBEDTLS_ECP_PF_UNCOMPRESSED` or `MBEDTLS_ECP_PF_COMPRESSED`; without effect for Curve25519 and Curve448.
/// \param olen    Set to the length.
/// \param buf     Where the bytes go.
/// \param buflen  The room there.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for another format and for NULL; `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`;
///          `MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL` for coordinates that are larger than the field;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a group without a curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_write_binary(
    grp: *const mbedtls_ecp_group,
    P: *const mbedtls_ecp_point,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; `buf` has room for `buflen` bytes, `olen` is writable.
        code(unsafe { write(grp, P, format, olen, buf, buflen) })
    })
}

/// [`mbedtls_ecp_point_write_binary`].
///
/// # Safety
/// As the function says.
pub(super) unsafe fn write(
    grp: *const mbedtls_ecp_group,
    point: *const mbedtls_ecp_point,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> Result<(), c_int> {
    if format != MBEDTLS_ECP_PF_UNCOMPRESSED && format != MBEDTLS_ECP_PF_COMPRESSED {
        return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
    }
    // SAFETY: as stated; every write has been checked against `buflen`.
    unsafe {
        let (Some(group), Some(point), false) = (grp.as_ref(), point.as_ref(), olen.is_null()) else {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        };
        let len = byte_len(&group.P);
        let coordinate = |number: &mbedtls_mpi| fixed(number, len).ok_or(MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL);
        let encoded = match kind(group) {
            Kind::None => return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            Kind::X25519 | Kind::X448 | Kind::OtherMontgomery => {
                *olen = len;
                fits(len, buflen)?;
                let mut x = coordinate(&point.X)?;
                x.reverse();
                x.to_vec()
            }
            Kind::Short(_) if is_zero(&point.Z) => {
                fits(1, buflen)?;
                vec![0]
            }
            Kind::Short(_) => {
                let is_compressed = format == MBEDTLS_ECP_PF_COMPRESSED;
                *olen = if is_compressed { 1 + len } else { 1 + 2 * len };
                fits(*olen, buflen)?;
                let x = coordinate(&point.X)?;
                if is_compressed {
                    [&[2 | (lowest_byte(&point.Y) & 1)], x.as_slice()].concat()
                } else {
                    [&[4], x.as_slice(), coordinate(&point.Y)?.as_slice()].concat()
                }
            }
        };
        if buf.is_null() {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        }
        copy_out(&encoded, buf);
        *olen = encoded.len();
    }
    Ok(())
}

/// Checks that there is room.
fn fits(len: usize, room: usize) -> Result<(), c_int> {
    if room < len {
        return Err(MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL);
    }
    Ok(())
}

/// Reads a point from bytes as mbedtls_ecp_point_write_binary() writes them. Whether an uncompressed point is on the curve
/// is not checked: see mbedtls_ecp_check_pubkey().
///
/// \param grp   The group of the point.
/// \param P     The point to set.
/// \param buf   The bytes.
/// \param ilen  How many.
///
/// \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for bytes that are no point, and for NULL; `MBEDTLS_ERR_ECP_INVALID_KEY` for a
///          compressed point that is not on the curve; `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a group without a curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_point_read_binary(
    grp: *const mbedtls_ecp_group,
    P: *mut mbedtls_ecp_point,
    buf: *const c_uchar,
    ilen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised; `buf` holds `ilen` bytes.
        code(unsafe {
            match bytes(buf, ilen) {
                Some(encoded) => read(grp, P, encoded),
                None => Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            }
        })
    })
}

/// [`mbedtls_ecp_point_read_binary`].
///
/// # Safety
/// As the function says.
pub(in crate::capi) unsafe fn read(
    grp: *const mbedtls_ecp_group,
    point: *mut mbedtls_ecp_point,
    encoded: &[u8],
) -> Result<(), c_int> {
    const BAD_INPUT: c_int = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    // SAFETY: as stated.
    unsafe {
        let (Some(group), false) = (grp.as_ref(), point.is_null()) else {
            return Err(BAD_INPUT);
        };
        let (form, coordinates) = encoded.split_first().ok_or(BAD_INPUT)?;
        let len = byte_len(&group.P);
        let kind = kind(group);
        match kind {
            Kind::None => Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            Kind::X25519 | Kind::X448 | Kind::OtherMontgomery => {
                if encoded.len() != len {
                    return Err(BAD_INPUT);
                }
                let mut x: Vec<u8> = encoded.iter().rev().copied().collect();
                // RFC 7748 section 5: implementations of X25519 MUST mask the most significant bit.
                if let (Kind::X25519, Some(first)) = (kind, x.first_mut()) {
                    *first &= 0x7f;
                }
                set(&raw mut (*point).X, &x)?;
                clear(&raw mut (*point).Y);
                set(&raw mut (*point).Z, &[1])
            }
            Kind::Short(_) if *form == 0 && coordinates.is_empty() => set_infinity(point),
            Kind::Short(curve) => {
                let x = match (form, coordinates.get(..len)) {
                    (0, _) | (_, None) => return Err(BAD_INPUT),
                    (_, Some(x)) => x,
                };
                set(&raw mut (*point).X, x)?;
                set(&raw mut (*point).Z, &[1])?;
                match form {
                    4 if coordinates.len() == 2 * len => {
                        set(&raw mut (*point).Y, coordinates.get(len..).unwrap_or_default())
                    }
                    2 | 3 if coordinates.len() == len => {
                        let curve = curve.ok_or(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE)?;
                        // DEVIATION: 3.6 computes some y where there is none and leaves it to later checks.
                        let whole =
                            weierstrass::uncompressed(curve, encoded).map_err(|_| MBEDTLS_ERR_ECP_INVALID_KEY)?;
                        set_point(point, &whole)
                    }
                    _ => Err(BAD_INPUT),
                }
            }
        }
    }
}

/// Writes the public point of a key as mbedtls_ecp_point_write_binary() does.
///
/// \param key     The key.
/// \param format  As there.
/// \param olen    As there.
/// \param buf     As there.
/// \param buflen  As there.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_write_public_key(
    key: *const mbedtls_ecp_keypair,
    format: c_int,
    olen: *mut usize,
    buf: *mut c_uchar,
    buflen: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if key.is_null() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: `key` is initialised; the rest as for mbedtls_ecp_point_write_binary().
        code(unsafe { write(&raw const (*key).grp, &raw const (*key).Q, format, olen, buf, buflen) })
    })
}

/// A point of a curve in short Weierstrass form as `04 || X || Y`, if its coordinates have the length of the field, are not
/// negative, and Z is 1. Whether it is on the curve is not checked.
///
/// # Safety
/// The point is initialised.
pub(super) unsafe fn encode(point: &mbedtls_ecp_point, len: usize) -> Option<Vec<u8>> {
    use super::numbers::is_negative;
    // SAFETY: as stated.
    unsafe {
        let is_affine = compare_small(&point.Z, 1).is_eq() && !is_negative(&point.X) && !is_negative(&point.Y);
        let (x, y) = (fixed(&point.X, len)?, fixed(&point.Y, len)?);
        is_affine.then(|| [&[4], x.as_slice(), y.as_slice()].concat())
    }
}
