//! Checking signatures with public keys.

use super::{
    Unspecified,
    sign::{Curve, SignatureAlgorithm},
};

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// Modulus and exponent, big-endian without leading zeros.
    Rsa { n: Vec<u8>, e: Vec<u8> },
    /// An uncompressed point, 0x04 || X || Y, checked to be on the curve.
    Ec { curve: Curve, point: Vec<u8> },
    /// RFC 8032.
    Ed25519([u8; 32]),
}

impl PublicKey {
    /// The size programs are told: the modulus's bits, the curve's bits, 255 for Ed25519...
    pub fn bits(&self) -> usize {
        todo!()
    }
    /// Checks a signature over `message`.
    pub fn verify(&self, algorithm: SignatureAlgorithm, message: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
        let _ = (algorithm, message, signature);
        todo!()
    }
    /// Checks a signature over a prepared hash (not for Ed25519).
    pub fn verify_prehashed(
        &self,
        algorithm: SignatureAlgorithm,
        hash: &[u8],
        signature: &[u8],
    ) -> Result<(), Unspecified> {
        let _ = (algorithm, hash, signature);
        todo!()
    }
}
