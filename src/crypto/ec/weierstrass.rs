//! Curves in short Weierstrass form: arithmetic and ECDSA with the RustCrypto crates.
//!
//! A scalar is big-endian and as long as the curve's field. A point is encoded as SEC 1 section 2.3.3 says: `04 || X || Y`,
//! compressed where a function says that it takes that too, and a single zero for the point at infinity where a function
//! says that it gives it.

use ecdsa::{EcdsaCurve, hazmat};
use p256::elliptic_curve::{
    AffinePoint, CurveArithmetic, FieldBytes, Generate as _, NonZeroScalar, ProjectivePoint, Scalar,
    ff::PrimeField as _,
    group::Group as _,
    sec1::{FromSec1Point, ModulusSize, ToSec1Point},
};
use zeroize::{Zeroize as _, Zeroizing};

use crate::crypto::{
    Unspecified,
    hash::HashAlgorithm,
    rand::{self, SystemRng},
    sign::Curve,
};

/// Evaluates an expression with `$type` as the crate's name of a curve.
macro_rules! on {
    ($curve:expr, $type:ident => $body:expr) => {
        match $curve {
            Curve::P256 => {
                type $type = p256::NistP256;
                $body
            }
            Curve::P384 => {
                type $type = p384::NistP384;
                $body
            }
            Curve::P521 => {
                type $type = p521::NistP521;
                $body
            }
            Curve::Secp256k1 => {
                type $type = k256::Secp256k1;
                $body
            }
            Curve::BrainpoolP256r1 => {
                type $type = bp256::BrainpoolP256r1;
                $body
            }
            Curve::BrainpoolP384r1 => {
                type $type = bp384::BrainpoolP384r1;
                $body
            }
        }
    };
}

/// An ECDSA signature: two numbers below the group's order, big-endian, as long as the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    curve: Curve,
    /// The first number.
    pub r: Vec<u8>,
    /// The second number.
    pub s: Vec<u8>,
}

impl Signature {
    /// From its numbers, each as long as the field. Whether they are in range is found out when it is checked.
    pub fn new(curve: Curve, r: &[u8], s: &[u8]) -> Result<Self, Unspecified> {
        if r.len() != curve.field_len() || s.len() != curve.field_len() {
            return Err(Unspecified);
        }
        Ok(Self {
            curve,
            r: r.to_vec(),
            s: s.to_vec(),
        })
    }

    /// From a DER `Ecdsa-Sig-Value` (RFC 3279 section 2.2.3). Fails for numbers that are zero or not less than the order.
    pub(super) fn from_der(curve: Curve, der: &[u8]) -> Result<Self, Unspecified> {
        on!(curve, C => {
            let signature = ecdsa::Signature::<C>::from_der(der).map_err(|_| Unspecified)?;
            Ok(from_crate(curve, &signature))
        })
    }

    /// As a DER `Ecdsa-Sig-Value`.
    pub(super) fn to_der(&self) -> Result<Vec<u8>, Unspecified> {
        on!(self.curve, C => Ok(to_crate::<C>(self)?.to_der().as_bytes().to_vec()))
    }
}

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

/// Signs a hash of any length (SEC 1 section 4.1.3 says what counts of it). The nonce is RFC 6979's with fresh randomness
/// added (its section 3.6).
///
/// DEVIATION: a signature on secp256k1 has the smaller of the two values that s may have, which is what those ask for who
/// use that curve, and which the crate insists on; Mbed TLS leaves to chance which it is.
pub fn sign(curve: Curve, scalar: &[u8], hash: &[u8]) -> Result<Signature, Unspecified> {
    let mut fresh = Zeroizing::new(vec![0; curve.field_len()]);
    rand::fill(&mut fresh)?;
    on!(curve, C => sign_with::<C, sha2::Sha512>(curve, scalar, hash, &fresh))
}

/// As [`sign`], with the nonce of RFC 6979 section 3.2, computed with `digest`, and no randomness.
pub fn sign_deterministic(
    curve: Curve,
    scalar: &[u8],
    digest: HashAlgorithm,
    hash: &[u8],
) -> Result<Signature, Unspecified> {
    on!(curve, C => match digest {
        HashAlgorithm::Md5 => sign_with::<C, md5::Md5>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha1 => sign_with::<C, sha1::Sha1>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha224 => sign_with::<C, sha2::Sha224>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha256 => sign_with::<C, sha2::Sha256>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha384 => sign_with::<C, sha2::Sha384>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha512 => sign_with::<C, sha2::Sha512>(curve, scalar, hash, &[]),
        HashAlgorithm::Ripemd160 => sign_with::<C, ripemd::Ripemd160>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha3_224 => sign_with::<C, sha3::Sha3_224>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha3_256 => sign_with::<C, sha3::Sha3_256>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha3_384 => sign_with::<C, sha3::Sha3_384>(curve, scalar, hash, &[]),
        HashAlgorithm::Sha3_512 => sign_with::<C, sha3::Sha3_512>(curve, scalar, hash, &[]),
    })
}

/// Checks a signature over a hash of any length with a public point, compressed or not.
pub fn verify(curve: Curve, point: &[u8], hash: &[u8], signature: &Signature) -> Result<(), Unspecified> {
    if signature.curve != curve || !matches!(point.first(), Some(2..=4)) {
        return Err(Unspecified);
    }
    on!(curve, C => {
        let point = <AffinePoint<C>>::from_sec1_bytes(point).map_err(|_| Unspecified)?;
        let signature = to_crate::<C>(signature)?;
        // The crate refuses the larger s on secp256k1; both are good.
        let signature = if <C as EcdsaCurve>::NORMALIZE_S { signature.normalize_s() } else { signature };
        hazmat::verify_prehashed::<C>(&ProjectivePoint::<C>::from(point), &leftmost(curve, hash), &signature)
            .map_err(|_| Unspecified)
    })
}

/// Signs on a curve, with a digest for the nonce and what is to be mixed into it.
fn sign_with<C, D>(curve: Curve, scalar: &[u8], hash: &[u8], fresh: &[u8]) -> Result<Signature, Unspecified>
where
    C: EcdsaCurve + CurveArithmetic,
    D: sha2::Digest + sha2::digest::block_api::BlockSizeUser,
{
    let mut scalar = secret::<C>(scalar)?;
    let number = leftmost(curve, hash);
    let order = C::ORDER;
    let private = Zeroizing::new(scalar.to_repr());
    // No hash at all counts as zero.
    let hash = if hash.is_empty() { &[0] } else { hash };
    let mut nonces = rfc6979::KGenerator::<D, C::Uint>::new(&private, hash, fresh, &order);
    let mut nonce = Zeroizing::new(FieldBytes::<C>::default());
    // A nonce that makes no signature, which RFC 6979 section 3.2 step h.3 allows for, has not been seen by anybody.
    for _ in 0..16 {
        nonces.fill_next_k(&mut nonce);
        let made = secret::<C>(&nonce).and_then(|mut k| {
            let made = hazmat::sign_prehashed::<C>(&scalar, &k, &number).map_err(|_| Unspecified);
            k.zeroize();
            made
        });
        if let Ok((signature, _)) = made {
            scalar.zeroize();
            return Ok(from_crate(curve, &signature));
        }
    }
    scalar.zeroize();
    Err(Unspecified)
}

/// What counts of a hash: as many bits as the order has, from its left (SEC 1 section 4.1.3 step 5). The crates cut bytes; for
/// P-521, whose order does not fill its bytes, the last bits have to go before.
fn leftmost(curve: Curve, hash: &[u8]) -> Vec<u8> {
    match hash.get(..curve.field_len()) {
        Some(cut) if curve == Curve::P521 => {
            let mut carry = 0;
            let shifted = cut.iter().map(|byte| {
                let pair = u16::from_be_bytes([carry, *byte]) >> 7;
                carry = *byte;
                pair.to_be_bytes()[1]
            });
            shifted.collect()
        }
        _ => hash.to_vec(),
    }
}

/// A signature as the crates take it. Fails for numbers that are zero or not less than the group's order.
fn to_crate<C: EcdsaCurve + CurveArithmetic>(signature: &Signature) -> Result<ecdsa::Signature<C>, Unspecified> {
    ecdsa::Signature::from_scalars(field::<C>(&signature.r)?, field::<C>(&signature.s)?).map_err(|_| Unspecified)
}

/// A signature as the crates give it.
fn from_crate<C: EcdsaCurve + CurveArithmetic>(curve: Curve, signature: &ecdsa::Signature<C>) -> Signature {
    let (r, s) = signature.split_bytes();
    Signature {
        curve,
        r: r.to_vec(),
        s: s.to_vec(),
    }
}

/// Bytes as long as the field.
fn field<C: CurveArithmetic>(bytes: &[u8]) -> Result<FieldBytes<C>, Unspecified> {
    FieldBytes::<C>::try_from(bytes).map_err(|_| Unspecified)
}

/// A private scalar. Whoever asked wipes it.
fn secret<C: CurveArithmetic>(bytes: &[u8]) -> Result<NonZeroScalar<C>, Unspecified> {
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
