//! Curves in short Weierstrass form: arithmetic with the RustCrypto crates.
//!
//! A scalar is big-endian and as long as the curve's field. A point is encoded as SEC 1 section 2.3.3 says: `04 || X || Y`,
//! compressed where a function says that it takes that too, and a single zero for the point at infinity where a function
//! says that it gives it.

use p256::elliptic_curve::{
    AffinePoint, CurveArithmetic, FieldBytes, Generate as _, NonZeroScalar, ProjectivePoint, Scalar,
    ff::PrimeField as _,
    group::Group as _,
    sec1::{FromSec1Point, ModulusSize, ToSec1Point},
};
use zeroize::{Zeroize as _, Zeroizing};

use super::{Curve, on};
use crate::crypto::{Unspecified, rand::SystemRng};

/// A fresh private scalar.
pub fn generate(curve: Curve) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
    on!(curve, C => {
        let mut scalar = NonZeroScalar::<C>::try_generate_from_rng(&mut SystemRng)?;
        let bytes = Zeroizing::new(scalar.to_repr());
        scalar.zeroize();
        Ok(Zeroizing::new(bytes.to_vec()))
    })
}

/// Whether `scalar` can be a private key: as long as the field, not zero, less than the group's order.
pub fn is_private(curve: Curve, scalar: &[u8]) -> bool {
    on!(curve, C => secret::<C>(scalar).is_ok())
}

/// Whether `point` is an uncompressed point of the curve.
pub fn is_on_curve(curve: Curve, point: &[u8]) -> bool {
    on!(curve, C => affine::<C>(point).is_ok())
}

/// Checks that `point` (compressed or not) is on the curve and not infinity, and gives it uncompressed.
pub fn uncompressed(curve: Curve, point: &[u8]) -> Result<Vec<u8>, Unspecified> {
    // Compact and hybrid forms are of no standard that we speak.
    if !matches!(point.first(), Some(2..=4)) {
        return Err(Unspecified);
    }
    on!(curve, C => {
        let point = <AffinePoint<C>>::from_sec1_bytes(point).map_err(|_| Unspecified)?;
        Ok(encode::<C>(&point))
    })
}

/// The public point of a private scalar, uncompressed.
pub fn public_point(curve: Curve, scalar: &[u8]) -> Result<Vec<u8>, Unspecified> {
    on!(curve, C => {
        let mut scalar = secret::<C>(scalar)?;
        let point = ProjectivePoint::<C>::mul_by_generator(&scalar).to_affine();
        scalar.zeroize();
        Ok(encode::<C>(&point))
    })
}

/// `scalar` times `point`, uncompressed. Fails for a scalar that is no private key and a point that is not on the curve.
pub fn multiply(curve: Curve, scalar: &[u8], point: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
    on!(curve, C => {
        let point = ProjectivePoint::<C>::from(affine::<C>(point)?);
        let mut scalar = secret::<C>(scalar)?;
        let mut product = (point * *scalar).to_affine();
        scalar.zeroize();
        let encoded = Zeroizing::new(encode::<C>(&product));
        product.zeroize();
        Ok(encoded)
    })
}

/// `m` times `p` plus `n` times `q`, uncompressed, or a single zero for the point at infinity. Scalars may be zero.
pub fn multiply_add(curve: Curve, m: &[u8], p: &[u8], n: &[u8], q: &[u8]) -> Result<Vec<u8>, Unspecified> {
    on!(curve, C => {
        let p = ProjectivePoint::<C>::from(affine::<C>(p)?);
        let q = ProjectivePoint::<C>::from(affine::<C>(q)?);
        let sum = p * any_scalar::<C>(m)? + q * any_scalar::<C>(n)?;
        Ok(encode::<C>(&sum.to_affine()))
    })
}

/// Bytes as long as the field.
pub(super) fn field<C: CurveArithmetic>(bytes: &[u8]) -> Result<FieldBytes<C>, Unspecified> {
    FieldBytes::<C>::try_from(bytes).map_err(|_| Unspecified)
}

/// A private scalar. Whoever asked wipes it.
pub(super) fn secret<C: CurveArithmetic>(bytes: &[u8]) -> Result<NonZeroScalar<C>, Unspecified> {
    let bytes = Zeroizing::new(field::<C>(bytes)?);
    NonZeroScalar::<C>::from_repr(*bytes).into_option().ok_or(Unspecified)
}

/// A scalar that may be zero.
fn any_scalar<C: CurveArithmetic>(bytes: &[u8]) -> Result<Scalar<C>, Unspecified> {
    Scalar::<C>::from_repr(field::<C>(bytes)?)
        .into_option()
        .ok_or(Unspecified)
}

/// An uncompressed point, which must be on the curve.
fn affine<C>(bytes: &[u8]) -> Result<AffinePoint<C>, Unspecified>
where
    C: CurveArithmetic<FieldBytesSize: ModulusSize, AffinePoint: FromSec1Point<C>>,
{
    if bytes.first() != Some(&4) {
        return Err(Unspecified);
    }
    AffinePoint::<C>::from_sec1_bytes(bytes).map_err(|_| Unspecified)
}

/// A point uncompressed; infinity is a single zero.
fn encode<C>(point: &AffinePoint<C>) -> Vec<u8>
where
    C: CurveArithmetic<FieldBytesSize: ModulusSize, AffinePoint: ToSec1Point<C>>,
{
    point.to_sec1_point(false).as_bytes().to_vec()
}
