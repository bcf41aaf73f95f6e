//! Signing with private keys.

use super::{Unspecified, hash::HashAlgorithm, verify::PublicKey};

/// An elliptic curve for ECDSA.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Curve {
    P256,
    P384,
    P521,
}

/// A signature algorithm. ECDSA goes with any digest here; TLS 1.3 fixes the pairs in `tls::suites`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureAlgorithm {
    /// ECDSA with this digest; signatures are DER `Ecdsa-Sig-Value`.
    Ecdsa(HashAlgorithm),
    /// RSASSA-PKCS1-v1_5 with this digest.
    RsaPkcs1(HashAlgorithm),
    /// RSASSA-PSS, MGF1 with the same digest, salt as long as the digest.
    RsaPss(HashAlgorithm),
    /// Ed25519 (pure).
    Ed25519,
}

/// A private key, ready to sign. Shared, never copied; zeroized on drop as far as its crate allows.
pub struct SigningKey {}
impl core::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

impl SigningKey {
    /// From a DER `RSAPrivateKey` (RFC 8017 appendix A.1.2). 1024 to 8192 bits.
    pub fn rsa_from_pkcs1(der: &[u8]) -> Result<Self, Unspecified> {
        let _ = der;
        todo!()
    }
    /// From a scalar, big-endian, at most the curve's length (left-padded if shorter).
    pub fn ec(curve: Curve, scalar: &[u8]) -> Result<Self, Unspecified> {
        let _ = (curve, scalar);
        todo!()
    }
    /// From a 32-byte seed (RFC 8032).
    pub fn ed25519(seed: &[u8]) -> Result<Self, Unspecified> {
        let _ = seed;
        todo!()
    }
    /// The public half.
    pub fn public_key(&self) -> &PublicKey {
        todo!()
    }
    /// Signs `message` (hashing it as the algorithm says). Fails if the algorithm does not fit the key.
    pub fn sign(&self, algorithm: SignatureAlgorithm, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let _ = (algorithm, message);
        todo!()
    }
    /// Signs a prepared hash (not for Ed25519). `salt_len` only matters to RSA-PSS; `None`: the digest's length.
    /// With `RsaPkcs1`, `digest: None` signs `hash` as it stands, without DigestInfo (3.6's MBEDTLS_MD_NONE).
    pub fn sign_prehashed(&self, algorithm: SignatureAlgorithm, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        let _ = (algorithm, hash);
        todo!()
    }
}
