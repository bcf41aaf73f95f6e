//! Private keys: signing, and RSA decryption.
//!
//! A key is prepared for ring once, when it is made; the same signature over a message then costs what it costs with
//! ring alone. What ring does not do goes to RustCrypto (`ec` and `rsa` in this folder).

use once_cell::sync::OnceCell;
use ring::signature;
use zeroize::Zeroizing;

use super::{
    RsaComponents, Unspecified,
    ec::{Curve, signature::EcSecret},
    hash::HashAlgorithm,
    rand, rsa,
    verify::PublicKey,
};

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

/// Parameters of RSASSA-PSS (RFC 8017 appendix A.2.3): of a signature, or the limits of a key (RFC 4055 section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PssParameters {
    /// The digest of the message.
    pub hash: HashAlgorithm,
    /// The digest of MGF1.
    pub mgf_hash: HashAlgorithm,
    /// Length of the salt in bytes; of a key's limits the shortest that is allowed.
    pub salt_length: usize,
}

/// What an RSA key may sign, as its SubjectPublicKeyInfo has it (RFC 4055 section 1.2).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RsaUse {
    /// rsaEncryption, or no RSA key: everything.
    #[default]
    Any,
    /// id-RSASSA-PSS: RSASSA-PSS alone, within the limits if there are any.
    Pss(Option<PssParameters>),
}

impl RsaUse {
    /// RSASSA-PSS alone.
    pub const fn is_pss(self) -> bool {
        matches!(self, Self::Pss(_))
    }

    /// Whether an RSASSA-PSS signature with these parameters is within the limits: the same digests, and a salt that is
    /// not too short (RFC 4055 section 3.1).
    pub fn allows(self, signature: &PssParameters) -> bool {
        match self {
            Self::Any | Self::Pss(None) => true,
            Self::Pss(Some(limits)) => {
                limits.hash == signature.hash
                    && limits.mgf_hash == signature.mgf_hash
                    && limits.salt_length <= signature.salt_length
            }
        }
    }

    /// [`RsaUse::allows`] for a signature of one digest, with a salt as long as that: those of TLS 1.3.
    pub fn allows_digest(self, hash: HashAlgorithm) -> bool {
        self.allows(&PssParameters {
            hash,
            mgf_hash: hash,
            salt_length: hash.output_len(),
        })
    }
}

/// A private key, ready to sign. Shared, never copied; zeroized on drop as far as its crate allows.
pub struct SigningKey {
    secret: Secret,
    public: PublicKey,
}

/// The private half.
enum Secret {
    Rsa(Box<RsaSecret>),
    Ec(Box<EcKey>),
    Ed25519 {
        pair: Box<signature::Ed25519KeyPair>,
        seed: Zeroizing<[u8; 32]>,
    },
}

/// An RSA key, for ring if ring takes it, and for the `rsa` crate as soon as that is needed.
struct RsaSecret {
    numbers: RsaComponents,
    ring: Option<ring::rsa::KeyPair>,
    /// Made when it is first needed. A key that the crate refuses is tried again, hence not std's cell.
    portable: OnceCell<::rsa::RsaPrivateKey>,
}

impl RsaSecret {
    /// The key for the `rsa` crate, made on first use. Fails if the numbers that only that crate looks at (d) do not fit.
    fn portable(&self) -> Result<&::rsa::RsaPrivateKey, Unspecified> {
        self.portable.get_or_try_init(|| self.numbers.to_portable())
    }
}

/// An ECDSA key: the scalar, and the pair of ring's if ring has the curve.
struct EcKey {
    secret: EcSecret,
    ring: Option<signature::EcdsaKeyPair>,
}

impl core::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SigningKey(..)")
    }
}

impl SigningKey {
    /// From a DER `RSAPrivateKey` (RFC 8017 appendix A.1.2). 1024 to 8192 bits.
    pub fn rsa_from_pkcs1(der: &[u8]) -> Result<Self, Unspecified> {
        Self::rsa(RsaComponents::from_pkcs1(der)?)
    }

    /// From the numbers of an RSA key. Fails if they do not fit together, or outside 1024 to 8192 bits.
    pub fn rsa(numbers: RsaComponents) -> Result<Self, Unspecified> {
        let public = PublicKey::rsa(&numbers.n, &numbers.e)?;
        let ring = numbers.to_ring().ok();
        let secret = RsaSecret {
            numbers,
            ring,
            portable: OnceCell::new(),
        };
        if secret.ring.is_none() {
            secret.portable()?;
        }
        Ok(Self {
            secret: Secret::Rsa(Box::new(secret)),
            public,
        })
    }

    /// From a scalar, big-endian, at most the curve's length (left-padded if shorter). Fails if it is zero or not less
    /// than the group's order.
    pub fn ec(curve: Curve, scalar: &[u8]) -> Result<Self, Unspecified> {
        Self::from_ec(EcSecret::new(curve, scalar)?)
    }

    /// From a 32-byte seed (RFC 8032).
    pub fn ed25519(seed: &[u8]) -> Result<Self, Unspecified> {
        let pair = signature::Ed25519KeyPair::from_seed_unchecked(seed).map_err(|_| Unspecified)?;
        let public = signature::KeyPair::public_key(&pair).as_ref();
        let public = PublicKey::Ed25519(public.try_into().map_err(|_| Unspecified)?);
        Ok(Self {
            secret: Secret::Ed25519 {
                pair: Box::new(pair),
                seed: Zeroizing::new(seed.try_into().map_err(|_| Unspecified)?),
            },
            public,
        })
    }

    /// A fresh key on `curve`.
    pub fn generate_ec(curve: Curve) -> Result<Self, Unspecified> {
        Self::from_ec(EcSecret::generate(curve)?)
    }

    /// A fresh Ed25519 key.
    pub fn generate_ed25519() -> Result<Self, Unspecified> {
        let mut seed = Zeroizing::new([0; 32]);
        rand::fill(seed.as_mut())?;
        Self::ed25519(seed.as_ref())
    }

    /// A fresh RSA key of `bits` (1024 to 8192) with the public exponent `e` (odd, 3 to 2^33 - 1). Takes seconds.
    pub fn generate_rsa(bits: usize, e: u64) -> Result<Self, Unspecified> {
        Self::rsa(RsaComponents::generate(bits, e)?)
    }

    /// Prepares a scalar for ring, if ring has the curve.
    fn from_ec(secret: EcSecret) -> Result<Self, Unspecified> {
        let curve = secret.curve();
        let point = secret.point();
        let algorithm = match curve {
            Curve::P256 => Some(&signature::ECDSA_P256_SHA256_ASN1_SIGNING),
            Curve::P384 => Some(&signature::ECDSA_P384_SHA384_ASN1_SIGNING),
            Curve::P521 | Curve::Secp256k1 | Curve::BrainpoolP256r1 | Curve::BrainpoolP384r1 => None,
        };
        let ring = match algorithm {
            Some(algorithm) => Some(
                signature::EcdsaKeyPair::from_private_key_and_public_key(
                    algorithm,
                    &secret.scalar(),
                    &point,
                    rand::system(),
                )
                .map_err(|_| Unspecified)?,
            ),
            None => None,
        };
        Ok(Self {
            secret: Secret::Ec(Box::new(EcKey { secret, ring })),
            public: PublicKey::Ec { curve, point },
        })
    }

    /// The public half.
    pub fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// Whether `public` is this key's public half.
    pub fn matches(&self, public: &PublicKey) -> bool {
        self.public == *public
    }

    /// The numbers of an RSA key.
    pub fn rsa_components(&self) -> Option<&RsaComponents> {
        match &self.secret {
            Secret::Rsa(key) => Some(&key.numbers),
            _ => None,
        }
    }

    /// The scalar of an elliptic curve key, big-endian, as long as the field.
    pub fn ec_scalar(&self) -> Option<Zeroizing<Vec<u8>>> {
        match &self.secret {
            Secret::Ec(key) => Some(key.secret.scalar()),
            _ => None,
        }
    }

    /// The seed of an Ed25519 key (RFC 8032 calls it the private key).
    pub fn ed25519_seed(&self) -> Option<&[u8; 32]> {
        match &self.secret {
            Secret::Ed25519 { seed, .. } => Some(seed),
            _ => None,
        }
    }

    /// Signs `message` (hashing it as the algorithm says). Fails if the algorithm does not fit the key.
    pub fn sign(&self, algorithm: SignatureAlgorithm, message: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match (&self.secret, algorithm) {
            (Secret::Ed25519 { pair, .. }, SignatureAlgorithm::Ed25519) => Ok(pair.sign(message).as_ref().to_vec()),
            (Secret::Ec(key), SignatureAlgorithm::Ecdsa(hash)) => match &key.ring {
                Some(pair) if ring_signs(key.secret.curve(), hash) => {
                    Ok(pair.sign(rand::system(), message)?.as_ref().to_vec())
                }
                _ => key.secret.sign(hash.hash(message).as_ref()),
            },
            (Secret::Rsa(key), SignatureAlgorithm::RsaPkcs1(hash) | SignatureAlgorithm::RsaPss(hash)) => {
                match (&key.ring, ring_rsa_encoding(algorithm)) {
                    (Some(pair), Some(encoding)) => {
                        let mut signature = vec![0; pair.public().modulus_len()];
                        pair.sign(encoding, rand::system(), message, &mut signature)?;
                        Ok(signature)
                    }
                    _ => self.sign_prehashed(algorithm, hash.hash(message).as_ref()),
                }
            }
            _ => Err(Unspecified),
        }
    }

    /// Signs a prepared hash (not for Ed25519, which has no such thing). For RSA, `hash` must be as long as the
    /// algorithm's digest; for ECDSA it may have any length from 1 to 64 bytes, whatever digest the algorithm names. The
    /// nonce of ECDSA is RFC 6979's with that digest and nothing else, as in Mbed TLS, so that a hash has one signature.
    pub fn sign_prehashed(&self, algorithm: SignatureAlgorithm, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        match (&self.secret, algorithm) {
            (Secret::Ec(key), SignatureAlgorithm::Ecdsa(digest)) => key.secret.sign_deterministic(digest, hash),
            (Secret::Rsa(key), SignatureAlgorithm::RsaPkcs1(digest)) => {
                rsa::sign_pkcs1(key.portable()?, Some(digest), hash)
            }
            (Secret::Rsa(key), SignatureAlgorithm::RsaPss(digest)) => {
                rsa::sign_pss(key.portable()?, digest, digest.output_len(), hash)
            }
            _ => Err(Unspecified),
        }
    }

    /// RSASSA-PKCS1-v1_5 over `data` as it stands, without `DigestInfo` (Mbed's `MBEDTLS_MD_NONE`; TLS 1.1 and older).
    /// Fails for other keys and if the modulus has no room (it needs 11 bytes more than `data`).
    pub fn sign_rsa_pkcs1_raw(&self, data: &[u8]) -> Result<Vec<u8>, Unspecified> {
        rsa::sign_pkcs1(self.portable_rsa()?, None, data)
    }

    /// RSASSA-PSS over a prepared hash with a salt of `salt_len` bytes. Fails for other keys and if the modulus has no
    /// room (RFC 8017 section 9.1.1 step 3).
    pub fn sign_rsa_pss(&self, digest: HashAlgorithm, salt_len: usize, hash: &[u8]) -> Result<Vec<u8>, Unspecified> {
        rsa::sign_pss(self.portable_rsa()?, digest, salt_len, hash)
    }

    /// RSAES-PKCS1-v1_5 decryption. Fails for other keys and on ciphertexts that are not as long as the modulus or not
    /// less than it.
    ///
    /// DEVIATION: wrong padding is not an error, as it is in RFC 8017 section 7.2.2 and in Mbed, but gives a made-up
    /// message that depends on key and ciphertext alone: an error would let the sender decrypt what is not theirs
    /// (Bleichenbacher's attack).
    pub fn decrypt_pkcs1(&self, ciphertext: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
        rsa::decrypt_pkcs1(self.portable_rsa()?, ciphertext)
    }

    /// RSAES-OAEP decryption (RFC 8017 section 7.1.2), MGF1 with the same digest. Fails for other keys.
    pub fn decrypt_oaep(
        &self,
        digest: HashAlgorithm,
        label: &[u8],
        ciphertext: &[u8],
    ) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
        rsa::decrypt_oaep(self.portable_rsa()?, digest, label, ciphertext)
    }

    /// The RSA operation itself (RSADP, RFC 8017 section 5.1.2), blinded and checked, without any padding: as long as the
    /// modulus, like the input. Fails for other keys and on numbers that are not less than the modulus.
    pub fn rsa_raw(&self, input: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unspecified> {
        rsa::raw_private(self.portable_rsa()?, input)
    }

    /// The RSA key for the `rsa` crate.
    fn portable_rsa(&self) -> Result<&::rsa::RsaPrivateKey, Unspecified> {
        match &self.secret {
            Secret::Rsa(key) => key.portable(),
            _ => Err(Unspecified),
        }
    }
}

/// Whether ring signs with this pair of curve and digest; it has one digest for each curve. Never while the thread's
/// randomness is a repeatable stream, which ring's signing would not take from.
fn ring_signs(curve: Curve, hash: HashAlgorithm) -> bool {
    matches!(
        (curve, hash),
        (Curve::P256, HashAlgorithm::Sha256) | (Curve::P384, HashAlgorithm::Sha384)
    ) && !rand::is_deterministic()
}

/// ring's name of an RSA signature algorithm, if ring signs with it.
fn ring_rsa_encoding(algorithm: SignatureAlgorithm) -> Option<&'static dyn signature::RsaEncoding> {
    if rand::is_deterministic() {
        return None;
    }
    match algorithm {
        SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha256) => Some(&signature::RSA_PKCS1_SHA256),
        SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha384) => Some(&signature::RSA_PKCS1_SHA384),
        SignatureAlgorithm::RsaPkcs1(HashAlgorithm::Sha512) => Some(&signature::RSA_PKCS1_SHA512),
        SignatureAlgorithm::RsaPss(HashAlgorithm::Sha256) => Some(&signature::RSA_PSS_SHA256),
        SignatureAlgorithm::RsaPss(HashAlgorithm::Sha384) => Some(&signature::RSA_PSS_SHA384),
        SignatureAlgorithm::RsaPss(HashAlgorithm::Sha512) => Some(&signature::RSA_PSS_SHA512),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// P-256 in assembler, for signatures. How fast that is, `cargo xtask bench` tells.
    #[test]
    fn pain_1214_p_256_is_rings() {
        let key = SigningKey::generate_ec(Curve::P256).unwrap();
        assert!(matches!(&key.secret, Secret::Ec(key) if key.ring.is_some()));
    }
}
