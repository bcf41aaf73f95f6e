//! ECDSA and key generation on the NIST curves with the RustCrypto crates: what ring does not do (P-521, signing and
//! checking prepared hashes, pairs of curve and digest that ring lacks, deriving a public key).

pub(super) use p256::elliptic_curve::Generate;
use p256::{
    ecdsa::signature::hazmat::{PrehashVerifier, RandomizedPrehashSigner},
    elliptic_curve::sec1::ToSec1Point as _,
};
use zeroize::Zeroizing;

use super::{Unspecified, rand::SystemRng, sign::Curve};

/// The longest hash that is signed: `Digest` and Mbed's `MBEDTLS_MD_MAX_SIZE`.
const MAX_HASH_LEN: usize = 64;

/// A private key for ECDSA with its public key. Zeroized on drop.
pub(super) enum EcSecret {
    P256(p256::ecdsa::SigningKey),
    P384(p384::ecdsa::SigningKey),
    P521(p521::ecdsa::SigningKey),
}

impl EcSecret {
    /// From a big-endian scalar, left-padded if it is shorter than the curve's. Fails if it is longer, zero or not less
    /// than the group's order.
    pub(super) fn new(curve: Curve, scalar: &[u8]) -> Result<Self, Unspecified> {
        let mut padded = Zeroizing::new([0; 66]);
        let padded = padded.get_mut(..curve.field_len()).ok_or(Unspecified)?;
        let start = padded.len().checked_sub(scalar.len()).ok_or(Unspecified)?;
        padded.get_mut(start..).ok_or(Unspecified)?.copy_from_slice(scalar);
        Ok(match curve {
            Curve::P256 => Self::P256(p256::ecdsa::SigningKey::from_slice(padded).map_err(|_| Unspecified)?),
            Curve::P384 => Self::P384(p384::ecdsa::SigningKey::from_slice(padded).map_err(|_| Unspecified)?),
            Curve::P521 => Self::P521(p521::ecdsa::SigningKey::from_slice(padded).map_err(|_| Unspecified)?),
        })
    }

    /// A fresh key.
    pub(super) fn generate(curve: Curve) -> Result<Self, Unspecified> {
        Ok(match curve {
            Curve::P256 => Self::P256(p256::ecdsa::SigningKey::try_generate_from_rng(&mut SystemRng)?),
            Curve::P384 => Self::P384(p384::ecdsa::SigningKey::try_generate_from_rng(&mut SystemRng)?),
            Curve::P521 => Self::P521(p521::ecdsa::SigningKey::try_generate_from_rng(&mut SystemRng)?),
        })
    }

    /// The curve.
    pub(super) fn curve(&self) -> Curve {
        match self {
            Self::P256(_) => Curve::P256,
            Self::P384(_) => Curve::P384,
            Self::P521(_) => Curve::P521,
        }
    }

    /// The scalar, big-endian, as long as the curve's field.
    pub(super) fn scalar(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(match self {
            Self::P256(key) => Zeroizing::new(key.to_bytes()).to_vec(),
            Self::P384(key) => Zeroizing::new(key.to_bytes()).to_vec(),
            Self::P521(key) => Zeroizing::new(key.to_bytes()).to_vec(),
        })
    }

    /// The public point, uncompressed.
    pub(super) fn point(&self) -> Vec<u8> {
        match self {
            Self::P256(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::P384(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
            Self::P521(key) => key.verifying_key().to_sec1_point(false).as_bytes().to_vec(),
        }
    }

    /// A DER `Ecdsa-Sig-Value` over `hash`, which may have any length from 1 to 64 bytes (FIPS 186-4 section 6.4 says
    /// how longer hashes are cut). The nonce is RFC 6979's with fresh randomness added (its section 3.6), so neither a
    /// bad generator nor a fault that repeats gives the key away.
    pub(super) fn sign(&self, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match self {
            Self::P256(key) => sign_with::<p256::ecdsa::DerSignature>(key, hash),
            Self::P384(key) => sign_with::<p384::ecdsa::DerSignature>(key, hash),
            Self::P521(key) => sign_with::<p521::ecdsa::DerSignature>(key, hash),
        }
    }
}

/// [`EcSecret::sign`] on any curve.
fn sign_with<S: AsRef<[u8]>>(key: &impl RandomizedPrehashSigner<S>, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
    if hash.is_empty() || hash.len() > MAX_HASH_LEN {
        return Err(Unspecified);
    }
    let signature = key
        .sign_prehash_with_rng(&mut SystemRng, hash)
        .map_err(|_| Unspecified)?;
    Ok(signature.as_ref().to_vec())
}

/// Checks a DER `Ecdsa-Sig-Value` over `hash` (1 to 64 bytes) with an encoded public point.
pub(super) fn verify(curve: Curve, point: &[u8], hash: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
    match curve {
        Curve::P256 => {
            let key = p256::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| Unspecified)?;
            verify_with::<p256::ecdsa::DerSignature>(&key, hash, signature)
        }
        Curve::P384 => {
            let key = p384::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| Unspecified)?;
            verify_with::<p384::ecdsa::DerSignature>(&key, hash, signature)
        }
        Curve::P521 => {
            let key = p521::ecdsa::VerifyingKey::from_sec1_bytes(point).map_err(|_| Unspecified)?;
            verify_with::<p521::ecdsa::DerSignature>(&key, hash, signature)
        }
    }
}

/// [`verify`] on any curve.
fn verify_with<'a, S: TryFrom<&'a [u8]>>(
    key: &impl PrehashVerifier<S>,
    hash: &[u8],
    signature: &'a [u8],
) -> Result<(), Unspecified> {
    if hash.is_empty() || hash.len() > MAX_HASH_LEN {
        return Err(Unspecified);
    }
    let signature = S::try_from(signature).map_err(|_| Unspecified)?;
    key.verify_prehash(hash, &signature).map_err(|_| Unspecified)
}

/// Checks that `point` (SEC 1 section 2.3.3, compressed or not) is on the curve and not infinity, and gives it
/// uncompressed.
pub(super) fn uncompressed(curve: Curve, point: &[u8]) -> Result<Vec<u8>, Unspecified> {
    // Compact and hybrid forms are of no standard that we speak.
    if !matches!(point.first(), Some(2..=4)) {
        return Err(Unspecified);
    }
    Ok(match curve {
        Curve::P256 => p256::PublicKey::from_sec1_bytes(point)
            .map_err(|_| Unspecified)?
            .to_sec1_point(false)
            .as_bytes()
            .to_vec(),
        Curve::P384 => p384::PublicKey::from_sec1_bytes(point)
            .map_err(|_| Unspecified)?
            .to_sec1_point(false)
            .as_bytes()
            .to_vec(),
        Curve::P521 => p521::PublicKey::from_sec1_bytes(point)
            .map_err(|_| Unspecified)?
            .to_sec1_point(false)
            .as_bytes()
            .to_vec(),
    })
}
