//! Checking keys, multiples of points and their sums.
//!
//! A point is always checked to be on its curve before anything is computed with it. None of these operations can be
//! interrupted, so what restarts is what is not interrupted.

use core::ffi::{c_int, c_void};

use zeroize::Zeroizing;

use super::groups::{Kind, kind};
use super::numbers::{bit_len, byte_len, clear, compare_small, fixed, is_negative, is_zero, lowest_byte, set};
use super::points::{code, encode, set_point};
use super::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE, MBEDTLS_ERR_ECP_INVALID_KEY,
    mbedtls_ecp_group, mbedtls_ecp_point, mbedtls_ecp_restart_ctx,
};
use crate::capi::bignum::mbedtls_mpi;
use crate::capi::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use crate::capi::guard::guard;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::crypto::ec::Curve;
use crate::crypto::ec::{montgomery, weierstrass};

/// What an operation came to.
type Outcome<T> = Result<T, c_int>;

/// Checks a private key: between 1 and the order less 1, or with the bits that RFC 7748 sets.
///
/// \param grp  The group.
/// \param d    The private key.
///
/// \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY`; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_check_privkey(grp: *const mbedtls_ecp_group, d: *const mbedtls_mpi) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: both are NULL or initialised.
        code(unsafe { private_key(grp, d) }.map(|_| ()))
    })
}

/// A private key that has been checked: big-endian for curves in short Weierstrass form, else little-endian.
///
/// # Safety
/// Both are NULL or initialised.
pub(in crate::capi) unsafe fn private_key(
    grp: *const mbedtls_ecp_group,
    d: *const mbedtls_mpi,
) -> Outcome<Zeroizing<Vec<u8>>> {
    const INVALID: c_int = MBEDTLS_ERR_ECP_INVALID_KEY;
    // SAFETY: as stated.
    unsafe {
        let (Some(group), false) = (grp.as_ref(), d.is_null()) else {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        };
        match kind(group) {
            Kind::None => Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            Kind::Short(None) | Kind::OtherMontgomery => Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            Kind::Short(Some(curve)) => {
                let scalar = fixed(d, curve.field_len()).filter(|_| !is_negative(d)).ok_or(INVALID)?;
                if !weierstrass::is_private(curve, &scalar) {
                    return Err(INVALID);
                }
                Ok(scalar)
            }
            form @ (Kind::X25519 | Kind::X448) => {
                // RFC 7748 section 5: the lowest bits are 0, the highest one is 1.
                let (low, bits) = if form == Kind::X25519 {
                    (0b111, 255)
                } else {
                    (0b11, 448)
                };
                if lowest_byte(d) & low != 0 || bit_len(d) != bits {
                    return Err(INVALID);
                }
                let mut scalar = fixed(d, byte_len(&group.P)).ok_or(INVALID)?;
                scalar.reverse();
                Ok(scalar)
            }
        }
    }
}

/// Checks that a point is on the curve, in affine coordinates, and not the point at infinity. Of Curve25519 and Curve448,
/// that it is not one of the points of low order.
///
/// \param grp  The group.
/// \param pt   The point.
///
/// \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY`; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
///          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_check_pubkey(
    grp: *const mbedtls_ecp_group,
    pt: *const mbedtls_ecp_point,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: both are NULL or initialised.
        code(unsafe { public_key(grp, pt) }.map(|_| ()))
    })
}

/// A point that has been checked: `04 || X || Y` for curves in short Weierstrass form, else X, little-endian.
///
/// # Safety
/// Both are NULL or initialised.
pub(in crate::capi) unsafe fn public_key(
    grp: *const mbedtls_ecp_group,
    pt: *const mbedtls_ecp_point,
) -> Outcome<Vec<u8>> {
    // SAFETY: as stated.
    let (form, encoded) = unsafe { point(grp, pt)? };
    if matches!(form, Kind::X25519 | Kind::X448) {
        // Any private key times a point of low order is the neutral element, whose coordinate stands as zero.
        let mut scalar = vec![0; encoded.len()];
        if let Some(last) = scalar.last_mut() {
            *last = if form == Kind::X25519 { 0x40 } else { 0x80 };
        }
        montgomery_product(form, &scalar, &encoded)?;
    }
    Ok(encoded)
}

/// What the group is, and the point as [`public_key`] gives it, which may still be of low order on Curve25519 and Curve448.
///
/// # Safety
/// Both are NULL or initialised.
unsafe fn point(grp: *const mbedtls_ecp_group, pt: *const mbedtls_ecp_point) -> Outcome<(Kind, Vec<u8>)> {
    const INVALID: c_int = MBEDTLS_ERR_ECP_INVALID_KEY;
    // SAFETY: as stated.
    unsafe {
        let (Some(group), Some(point)) = (grp.as_ref(), pt.as_ref()) else {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        };
        if compare_small(&point.Z, 1).is_ne() {
            return Err(INVALID);
        }
        let form = kind(group);
        let encoded = match form {
            Kind::None => return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
            Kind::Short(None) | Kind::OtherMontgomery => return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE),
            Kind::Short(Some(curve)) => {
                let encoded = encode(point, curve.field_len()).ok_or(INVALID)?;
                if !weierstrass::is_on_curve(curve, &encoded) {
                    return Err(INVALID);
                }
                encoded
            }
            Kind::X25519 | Kind::X448 => {
                let x = fixed(&point.X, byte_len(&group.P)).filter(|_| !is_negative(&point.X));
                x.ok_or(INVALID)?.iter().rev().copied().collect()
            }
        };
        Ok((form, encoded))
    }
}

/// A private key times a point on Curve25519 or Curve448. A point of low order is no public key.
fn montgomery_product(form: Kind, scalar: &[u8], x: &[u8]) -> Outcome<Zeroizing<Vec<u8>>> {
    const BAD_INPUT: c_int = MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
    let product = if form == Kind::X25519 {
        let scalar = Zeroizing::new(scalar.try_into().map_err(|_| BAD_INPUT)?);
        let product = montgomery::x25519(&scalar, x.try_into().map_err(|_| BAD_INPUT)?);
        Zeroizing::new(product.to_vec())
    } else {
        let scalar = Zeroizing::new(scalar.try_into().map_err(|_| BAD_INPUT)?);
        let product = montgomery::x448(&scalar, x.try_into().map_err(|_| BAD_INPUT)?);
        Zeroizing::new(product.to_vec())
    };
    if product.iter().fold(0, |all, byte| all | byte) == 0 {
        return Err(MBEDTLS_ERR_ECP_INVALID_KEY);
    }
    Ok(product)
}

/// Multiplies a point by a private key.
///
/// \param grp    The group.
/// \param R      Set to the product; may be the point itself. Its Z is 1.
/// \param m      The private key.
/// \param P      The point.
/// \param f_rng  Not needed, but must not be NULL.
/// \param p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY` for a number that is no private key or a point that is no public key of the
///          curve; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL and for a group without a curve; `MBEDTLS_ERR_MPI_ALLOC_FAILED`
///          without memory; `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_mul(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    let _ = p_rng;
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        if f_rng.is_none() {
            return MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
        }
        // SAFETY: the objects are NULL or initialised.
        code(unsafe { multiply(grp, R, m, P) })
    })
}

/// [`mbedtls_ecp_mul`].
///
/// # Safety
/// The objects are NULL or initialised, and nobody else uses `product`.
pub(in crate::capi) unsafe fn multiply(
    grp: *const mbedtls_ecp_group,
    product: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    p: *const mbedtls_ecp_point,
) -> Outcome<()> {
    // SAFETY: as stated; what is read has been copied before anything is written.
    unsafe {
        if product.is_null() {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        }
        let scalar = private_key(grp, m)?;
        let (form, encoded) = point(grp, p)?;
        if let Kind::Short(Some(curve)) = form {
            let sum = weierstrass::multiply(curve, &scalar, &encoded).map_err(|_| MBEDTLS_ERR_ECP_INVALID_KEY)?;
            return set_point(product, &sum);
        }
        let mut x = montgomery_product(form, &scalar, &encoded)?;
        x.reverse();
        set(&raw mut (*product).X, &x)?;
        clear(&raw mut (*product).Y);
        set(&raw mut (*product).Z, &[1])
    }
}

/// As mbedtls_ecp_mul(). It is never interrupted.
///
/// \param grp     As there.
/// \param R       As there.
/// \param m       As there.
/// \param P       As there.
/// \param f_rng   As there.
/// \param p_rng   As there.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_mul_restartable(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    rs_ctx: *mut mbedtls_ecp_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on.
    unsafe { mbedtls_ecp_mul(grp, R, m, P, f_rng, p_rng) }
}

/// Adds multiples of two points, R = m P + n Q. Not for secrets.
///
/// \param grp  The group, of a curve in short Weierstrass form.
/// \param R    Set to the sum; may be one of the points. Its Z is 1, or 0 for the point at infinity.
/// \param m    The first number: 0, -1, or a private key.
/// \param P    The first point.
/// \param n    The second number, likewise.
/// \param Q    The second point.
///
/// \return  As mbedtls_ecp_mul(); `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for other curves.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_muladd(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    n: *const mbedtls_mpi,
    Q: *const mbedtls_ecp_point,
) -> c_int {
    guard(MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, || {
        // SAFETY: the objects are NULL or initialised, and nobody else uses `R`.
        code(unsafe { add_multiples(grp, R, (m, P), (n, Q)) })
    })
}

/// [`mbedtls_ecp_muladd`].
///
/// # Safety
/// The objects are NULL or initialised, and nobody else uses `sum`.
unsafe fn add_multiples(
    grp: *const mbedtls_ecp_group,
    sum: *mut mbedtls_ecp_point,
    (m, p): (*const mbedtls_mpi, *const mbedtls_ecp_point),
    (n, q): (*const mbedtls_mpi, *const mbedtls_ecp_point),
) -> Outcome<()> {
    // SAFETY: as stated; what is read has been copied before anything is written.
    unsafe {
        let Kind::Short(Some(curve)) = kind(grp) else {
            return Err(MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE);
        };
        if sum.is_null() {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        }
        let (m, p) = addend(grp, curve, m, p)?;
        let (n, q) = addend(grp, curve, n, q)?;
        let added = weierstrass::multiply_add(curve, &m, &p, &n, &q);
        set_point(sum, &added.map_err(|_| MBEDTLS_ERR_ECP_INVALID_KEY)?)
    }
}

/// As mbedtls_ecp_muladd(). It is never interrupted.
///
/// \param grp     As there.
/// \param R       As there.
/// \param m       As there.
/// \param P       As there.
/// \param n       As there.
/// \param Q       As there.
/// \param rs_ctx  Not used; may be NULL.
///
/// \return  As there.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecp_muladd_restartable(
    grp: *mut mbedtls_ecp_group,
    R: *mut mbedtls_ecp_point,
    m: *const mbedtls_mpi,
    P: *const mbedtls_ecp_point,
    n: *const mbedtls_mpi,
    Q: *const mbedtls_ecp_point,
    rs_ctx: *mut mbedtls_ecp_restart_ctx,
) -> c_int {
    let _ = rs_ctx;
    // SAFETY: passed on.
    unsafe { mbedtls_ecp_muladd(grp, R, m, P, n, Q) }
}

/// A number that a sum takes, below the order, and its point.
///
/// # Safety
/// The objects are NULL or initialised.
unsafe fn addend(
    grp: *const mbedtls_ecp_group,
    curve: Curve,
    number: *const mbedtls_mpi,
    pt: *const mbedtls_ecp_point,
) -> Outcome<(Zeroizing<Vec<u8>>, Vec<u8>)> {
    // SAFETY: as stated.
    unsafe {
        let Some(group) = grp.as_ref().filter(|_| !number.is_null()) else {
            return Err(MBEDTLS_ERR_ECP_BAD_INPUT_DATA);
        };
        let scalar = if is_zero(number) {
            Zeroizing::new(vec![0; curve.field_len()])
        } else if is_negative(number) && bit_len(number) == 1 {
            // -1 is the order less 1; the order is odd.
            let mut order = fixed(&group.N, curve.field_len()).ok_or(MBEDTLS_ERR_ECP_BAD_INPUT_DATA)?;
            if let Some(last) = order.last_mut() {
                *last &= 0xfe;
            }
            order
        } else {
            private_key(grp, number)?
        };
        Ok((scalar, point(grp, pt)?.1))
    }
}
