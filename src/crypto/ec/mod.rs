//! Elliptic curves as far as ring does not do them: ECDSA over prepared hashes, curves that ring lacks, and the arithmetic
//! that programs ask for by itself (multiples of points, sums, private scalars out of a file).
//!
//! Curves in short Weierstrass form are `weierstrass`, with the RustCrypto crates, and signatures on them `signature`;
//! Curve25519 and Curve448 are `montgomery`. Numbers and points go in and out as bytes. What multiplies by a scalar takes a
//! time that does not depend on the scalar, and wipes it.

pub mod montgomery;
#[cfg(feature = "certificates")]
pub mod signature;
pub mod weierstrass;

pub(super) use p256::elliptic_curve::Generate;

/// An elliptic curve in short Weierstrass form, for ECDH and ECDSA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    /// secp256r1.
    P256,
    /// secp384r1.
    P384,
    /// secp521r1.
    P521,
    /// secp256k1. Not for TLS.
    Secp256k1,
    /// brainpoolP256r1 (RFC 5639). Not for TLS.
    BrainpoolP256r1,
    /// brainpoolP384r1 (RFC 5639). Not for TLS.
    BrainpoolP384r1,
}

impl Curve {
    /// Length of a coordinate and of a private scalar, in bytes.
    pub const fn field_len(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 | Self::BrainpoolP256r1 => 32,
            Self::P384 | Self::BrainpoolP384r1 => 48,
            Self::P521 => 66,
        }
    }

    /// Length of the field, in bits.
    pub const fn bits(self) -> usize {
        match self {
            Self::P256 | Self::Secp256k1 | Self::BrainpoolP256r1 => 256,
            Self::P384 | Self::BrainpoolP384r1 => 384,
            Self::P521 => 521,
        }
    }
}

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
use on;
