//! Public keys: checking signatures, and RSA encryption.

use ring::signature;

use super::{
    Unspecified,
    bignum::{bit_len, trim},
    ec::{Curve, signature as ecdsa, weierstrass},
    hash::HashAlgorithm,
    rsa,
    sign::SignatureAlgorithm,
};

/// A public key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PublicKey {
    /// An RSA key.
    Rsa {
        /// The modulus, big-endian without leading zeros.
        n: Vec<u8>,
        /// The public exponent, big-endian without leading zeros.
        e: Vec<u8>,
    },
    /// A point of a NIST curve.
    Ec {
        /// The curve.
        curve: Curve,
        /// The uncompressed point, 0x04 || X || Y, checked to be on the curve.
        point: Vec<u8>,
    },
    /// RFC 8032.
    Ed25519([u8; 32]),
}

impl PublicKey {
    /// From an encoded point (SEC 1 section 2.3.3), compressed or not. Fails if it is not on the curve or infinity.
    pub fn ec(curve: Curve, point: &[u8]) -> Result<Self, Unspecified> {
        Ok(Self::Ec {
            curve,
            point: weierstrass::uncompressed(curve, point)?,
        })
    }

    /// From modulus and exponent, big-endian; leading zeros are dropped. Fails on what no RSA key has: a modulus that is
    /// even, of fewer than 128 or of more than 8192 bits, or an exponent that is even, below 3 or above the modulus.
    /// Whether a signature can be checked is more narrow: 512 bits, exponents up to 33 bits.
    pub fn rsa(n: &[u8], e: &[u8]) -> Result<Self, Unspecified> {
        let (n, e) = (trim(n), trim(e));
        let odd = |number: &[u8]| number.last().is_some_and(|byte| byte & 1 == 1);
        let n_fits = odd(n) && (128..=rsa::MAX_BITS).contains(&bit_len(n));
        let e_fits = odd(e) && e != [1] && bit_len(e) <= bit_len(n);
        if !n_fits || !e_fits {
            return Err(Unspecified);
        }
        Ok(Self::Rsa {
            n: n.to_vec(),
            e: e.to_vec(),
        })
    }

    /// From the 32 bytes of RFC 8032.
    pub fn ed25519(bytes: &[u8]) -> Result<Self, Unspecified> {
        Ok(Self::Ed25519(bytes.try_into().map_err(|_| Unspecified)?))
    }

    /// The size programs are told, in bits: the modulus's for RSA, the field's for curves, 255 for Ed25519.
    pub fn bits(&self) -> usize {
        match self {
            Self::Rsa { n, .. } => bit_len(n),
            Self::Ec { curve, .. } => curve.bits(),
            Self::Ed25519(_) => 255,
        }
    }

    /// Checks a signature over `message`. Fails if it is wrong or the algorithm does not fit the key.
    pub fn verify(&self, algorithm: SignatureAlgorithm, message: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
        match (self, algorithm) {
            (Self::Ed25519(key), SignatureAlgorithm::Ed25519) => {
                Ok(signature::UnparsedPublicKey::new(&signature::ED25519, key).verify(message, signature)?)
            }
            (Self::Ec { curve, point }, SignatureAlgorithm::Ecdsa(hash)) => match ring_ecdsa(*curve, hash) {
                Some(algorithm) => Ok(signature::UnparsedPublicKey::new(algorithm, point).verify(message, signature)?),
                None => ecdsa::verify_der(*curve, point, hash.hash(message).as_ref(), signature),
            },
            (Self::Rsa { n, e }, SignatureAlgorithm::RsaPkcs1(hash) | SignatureAlgorithm::RsaPss(hash)) => {
                match ring_rsa(algorithm) {
                    Some(parameters) if bit_len(n) >= 2048 => {
                        Ok(signature::RsaPublicKeyComponents { n, e }.verify(parameters, message, signature)?)
                    }
                    _ => self.verify_prehashed(algorithm, hash.hash(message).as_ref(), signature),
                }
            }
            _ => Err(Unspecified),
        }
    }

    /// Checks a signature over a prepared hash (not for Ed25519, which has no such thing). For RSA, `hash` must be as
    /// long as the algorithm's digest; for ECDSA it may have any length from 1 to 64 bytes.
    pub fn verify_prehashed(
        &self,
        algorithm: SignatureAlgorithm,
        hash: &[u8],
        signature: &[u8],
    ) -> Result<(), Unspecified> {
        match (self, algorithm) {
            (Self::Ec { curve, point }, SignatureAlgorithm::Ecdsa(_)) => {
                ecdsa::verify_der(*curve, point, hash, signature)
            }
            (Self::Rsa { n, e }, SignatureAlgorithm::RsaPkcs1(digest)) => {
                rsa::verify_pkcs1(&rsa::public(n, e)?, Some(digest), hash, signature)
            }
            (Self::Rsa { n, e }, SignatureAlgorithm::RsaPss(digest)) => {
                rsa::verify_pss(&rsa::public(n, e)?, digest, Some(digest.output_len()), hash, signature)
            }
            _ => Err(Unspecified),
        }
    }

    /// Checks RSASSA-PKCS1-v1_5 over `data` as it stands, without `DigestInfo` (Mbed's `MBEDTLS_MD_NONE`).
    pub fn verify_rsa_pkcs1_raw(&self, data: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
        rsa::verify_pkcs1(&self.portable_rsa()?, None, data, signature)
    }

    /// Checks RSASSA-PSS over a prepared hash; the salt has `salt_len` bytes, or any length if `None`.
    pub fn verify_rsa_pss(
        &self,
        digest: HashAlgorithm,
        salt_len: Option<usize>,
        hash: &[u8],
        signature: &[u8],
    ) -> Result<(), Unspecified> {
        rsa::verify_pss(&self.portable_rsa()?, digest, salt_len, hash, signature)
    }

    /// RSAES-PKCS1-v1_5 encryption (RFC 8017 section 7.2.1). Fails for other keys and if the modulus has no room (it
    /// needs 11 bytes more than `message`).
    pub fn encrypt_pkcs1(&self, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        rsa::encrypt_pkcs1(&self.portable_rsa()?, message)
    }

    /// RSAES-OAEP encryption (RFC 8017 section 7.1.1), MGF1 with the same digest. Fails for other keys and if the
    /// modulus has no room.
    pub fn encrypt_oaep(&self, digest: HashAlgorithm, label: &[u8], message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        rsa::encrypt_oaep(&self.portable_rsa()?, digest, label, message)
    }

    /// The RSA key for the `rsa` crate.
    fn portable_rsa(&self) -> Result<::rsa::RsaPublicKey, Unspecified> {
        match self {
            Self::Rsa { n, e } => rsa::public(n, e),
            _ => Err(Unspecified),
        }
    }
}

/// ring's name of a pair of curve and digest, if ring checks it.
fn ring_ecdsa(curve: Curve, hash: HashAlgorithm) -> Option<&'static signature::EcdsaVerificationAlgorithm> {
    match (curve, hash) {
        (Curve::P256, HashAlgorithm::Sha256) => Some(&signature::ECDSA_P256_SHA256_ASN1),
        (Curve::P256, HashAlgorithm::Sha384) => Some(&signature::ECDSA_P256_SHA384_ASN1),
        (Curve::P384, HashAlgorithm::Sha256) => Some(&signature::ECDSA_P384_SHA256_ASN1),
        (Curve::P384, HashAlgorithm::Sha384) => Some(&signature::ECDSA_P384_SHA384_ASN1),
        _ => None,
    }
}

/// ring's name of an RSA signature algorithm for 2048 to 8192 bits, if ring checks it.
fn ring_rsa(algorithm: SignatureAlgorithm) -> Option<&'static signature::RsaParameters> {
    match algorithm {
        SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha256) => Some(&signature::RSA_PKCS1_2048_8192_SHA256),
        SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha384) => Some(&signature::RSA_PKCS1_2048_8192_SHA384),
        SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha512) => Some(&signature::RSA_PKCS1_2048_8192_SHA512),
        SignatureAlgorithm::RsaPss(HashAlgorithm::Sha256) => Some(&signature::RSA_PSS_2048_8192_SHA256),
        SignatureAlgorithm::RsaPss(HashAlgorithm::Sha384) => Some(&signature::RSA_PSS_2048_8192_SHA384),
        SignatureAlgorithm::RsaPss(HashAlgorithm::Sha512) => Some(&signature::RSA_PSS_2048_8192_SHA512),
        _ => None,
    }
}
