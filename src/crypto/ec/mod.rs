//! Elliptic curves as far as ring does not do them: ECDSA over prepared hashes, curves that ring lacks, and the arithmetic
//! that programs ask for by itself (multiples of points, sums, private scalars out of a file).
//!
//! Curves in short Weierstrass form are `weierstrass`, with the RustCrypto crates; Curve25519 and Curve448 are
//! `montgomery`. Numbers and points go in and out as bytes. What multiplies by a scalar takes a time that does not depend
//! on the scalar, and wipes it.

use zeroize::Zeroizing;

use super::{Unspecified, hash::HashAlgorithm, sign::Curve};

pub mod montgomery;
pub mod weierstrass;

pub(super) use p256::elliptic_curve::Generate;
pub(super) use weierstrass::uncompressed;

/// The longest hash that is signed: `Digest` and Mbed's `MBEDTLS_MD_MAX_SIZE`.
const MAX_HASH_LEN: usize = 64;

/// A private key for ECDSA with its public key. Zeroized on drop.
pub(super) struct EcSecret {
    curve: Curve,
    scalar: Zeroizing<Vec<u8>>,
    point: Vec<u8>,
}

impl EcSecret {
    /// From a big-endian scalar, left-padded if it is shorter than the curve's. Fails if it is longer, zero or not less
    /// than the group's order.
    pub(super) fn new(curve: Curve, scalar: &[u8]) -> Result<Self, Unspecified> {
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
    pub(super) fn generate(curve: Curve) -> Result<Self, Unspecified> {
        Self::new(curve, &weierstrass::generate(curve)?)
    }

    /// The curve.
    pub(super) fn curve(&self) -> Curve {
        self.curve
    }

    /// The scalar, big-endian, as long as the curve's field.
    pub(super) fn scalar(&self) -> Zeroizing<Vec<u8>> {
        self.scalar.clone()
    }

    /// The public point, uncompressed.
    pub(super) fn point(&self) -> Vec<u8> {
        self.point.clone()
    }

    /// A DER `Ecdsa-Sig-Value` over `hash`, which may have any length from 1 to 64 bytes (FIPS 186-4 section 6.4 says
    /// how longer hashes are cut). The nonce is RFC 6979's with fresh randomness added (its section 3.6), so neither a
    /// bad generator nor a fault that repeats gives the key away.
    pub(super) fn sign(&self, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        check_len(hash)?;
        weierstrass::sign(self.curve, &self.scalar, hash)?.to_der()
    }

    /// As [`EcSecret::sign`], with the nonce of RFC 6979 section 3.2 alone: the same hash has always the same signature.
    pub(super) fn sign_deterministic(&self, digest: HashAlgorithm, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        check_len(hash)?;
        weierstrass::sign_deterministic(self.curve, &self.scalar, digest, hash)?.to_der()
    }
}

/// Checks a DER `Ecdsa-Sig-Value` over `hash` (1 to 64 bytes) with an encoded public point.
pub(super) fn verify(curve: Curve, point: &[u8], hash: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
    check_len(hash)?;
    weierstrass::verify(curve, point, hash, &weierstrass::Signature::from_der(curve, signature)?)
}

/// A hash that somebody computed has a length that digests have.
fn check_len(hash: &[u8]) -> Result<(), Unspecified> {
    if hash.is_empty() || hash.len() > MAX_HASH_LEN {
        return Err(Unspecified);
    }
    Ok(())
}
