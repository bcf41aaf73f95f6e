//! ECDSA with the RustCrypto crates, over hashes that somebody else computed and with any digest.

use ::ecdsa::{EcdsaCurve, hazmat};
use p256::elliptic_curve::{
    AffinePoint, CurveArithmetic, FieldBytes, ProjectivePoint, ff::PrimeField as _, sec1::FromSec1Point,
};
use zeroize::{Zeroize as _, Zeroizing};

use super::{
    Curve, on,
    weierstrass::{self, field, secret},
};
use crate::crypto::{Unspecified, hash::HashAlgorithm, rand};

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
    fn from_der(curve: Curve, der: &[u8]) -> Result<Self, Unspecified> {
        on!(curve, C => {
            let signature = ::ecdsa::Signature::<C>::from_der(der).map_err(|_| Unspecified)?;
            Ok(from_crate(curve, &signature))
        })
    }

    /// As a DER `Ecdsa-Sig-Value`.
    fn to_der(&self) -> Result<Vec<u8>, Unspecified> {
        on!(self.curve, C => Ok(to_crate::<C>(self)?.to_der().as_bytes().to_vec()))
    }
}

/// The longest hash that is signed: `Digest` and Mbed's `MBEDTLS_MD_MAX_SIZE`.
const MAX_HASH_LEN: usize = 64;

/// A private key for ECDSA with its public key. Zeroized on drop.
pub(in crate::crypto) struct EcSecret {
    curve: Curve,
    scalar: Zeroizing<Vec<u8>>,
    point: Vec<u8>,
}

impl EcSecret {
    /// From a big-endian scalar, left-padded if it is shorter than the curve's. Fails if it is longer, zero or not less
    /// than the group's order.
    pub(in crate::crypto) fn new(curve: Curve, scalar: &[u8]) -> Result<Self, Unspecified> {
        let mut padded = Zeroizing::new(vec![0; curve.field_len()]);
        let start = padded.len().checked_sub(scalar.len()).ok_or(Unspecified)?;
        padded.get_mut(start..).ok_or(Unspecified)?.copy_from_slice(scalar);
        Ok(Self {
            curve,
            point: weierstrass::public_point(curve, &padded)?,
            scalar: padded,
        })
    }

    /// A fresh key.
    pub(in crate::crypto) fn generate(curve: Curve) -> Result<Self, Unspecified> {
        Self::new(curve, &weierstrass::generate(curve)?)
    }

    /// The curve.
    pub(in crate::crypto) fn curve(&self) -> Curve {
        self.curve
    }

    /// The scalar, big-endian, as long as the curve's field.
    pub(in crate::crypto) fn scalar(&self) -> Zeroizing<Vec<u8>> {
        self.scalar.clone()
    }

    /// The public point, uncompressed.
    pub(in crate::crypto) fn point(&self) -> Vec<u8> {
        self.point.clone()
    }

    /// A DER `Ecdsa-Sig-Value` over `hash`, which may have any length from 1 to 64 bytes (FIPS 186-4 section 6.4 says
    /// how longer hashes are cut). The nonce is RFC 6979's with fresh randomness added (its section 3.6), so neither a
    /// bad generator nor a fault that repeats gives the key away.
    pub(in crate::crypto) fn sign(&self, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        check_len(hash)?;
        sign(self.curve, &self.scalar, hash)?.to_der()
    }

    /// As [`EcSecret::sign`], with the nonce of RFC 6979 section 3.2 alone: the same hash has always the same signature.
    pub(in crate::crypto) fn sign_deterministic(
        &self,
        digest: HashAlgorithm,
        hash: &[u8],
    ) -> Result<Vec<u8>, Unspecified> {
        check_len(hash)?;
        sign_deterministic(self.curve, &self.scalar, digest, hash)?.to_der()
    }
}

/// Checks a DER `Ecdsa-Sig-Value` over `hash` (1 to 64 bytes) with an encoded public point.
pub(in crate::crypto) fn verify_der(
    curve: Curve,
    point: &[u8],
    hash: &[u8],
    signature: &[u8],
) -> Result<(), Unspecified> {
    check_len(hash)?;
    verify(curve, point, hash, &Signature::from_der(curve, signature)?)
}

/// A hash that somebody computed has a length that digests have.
fn check_len(hash: &[u8]) -> Result<(), Unspecified> {
    if hash.is_empty() || hash.len() > MAX_HASH_LEN {
        return Err(Unspecified);
    }
    Ok(())
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
fn to_crate<C: EcdsaCurve + CurveArithmetic>(signature: &Signature) -> Result<::ecdsa::Signature<C>, Unspecified> {
    ::ecdsa::Signature::from_scalars(field::<C>(&signature.r)?, field::<C>(&signature.s)?).map_err(|_| Unspecified)
}

/// A signature as the crates give it.
fn from_crate<C: EcdsaCurve + CurveArithmetic>(curve: Curve, signature: &::ecdsa::Signature<C>) -> Signature {
    let (r, s) = signature.split_bytes();
    Signature {
        curve,
        r: r.to_vec(),
        s: s.to_vec(),
    }
}
