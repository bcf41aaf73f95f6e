//! What is strong enough: digests, key types, curves and RSA sizes that a certificate profile allows.

use super::{
    oid::SignatureKind,
    spki::{KeyAlgorithm, PublicKeyInfo},
};
use crate::crypto::{ec::Curve, hash::HashAlgorithm, verify::PublicKey};

/// `mbedtls_x509_crt_profile`: sets of ids as bits; the bit of an id is `1 << (id - 1)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Profile {
    /// Digests in signatures, by `mbedtls_md_type_t`.
    pub allowed_mds: u32,
    /// Key types, of keys and of signatures, by `mbedtls_pk_type_t`.
    pub allowed_pks: u32,
    /// Curves, by `mbedtls_ecp_group_id`.
    pub allowed_curves: u32,
    /// The shortest RSA modulus, in bits.
    pub rsa_min_bits: u32,
}

/// `mbedtls_pk_type_t` of keys and signatures.
pub mod pk {
    /// MBEDTLS_PK_RSA.
    pub const RSA: u32 = 1;
    /// MBEDTLS_PK_ECKEY.
    pub const ECKEY: u32 = 2;
    /// MBEDTLS_PK_ECKEY_DH.
    pub const ECKEY_DH: u32 = 3;
    /// MBEDTLS_PK_ECDSA.
    pub const ECDSA: u32 = 4;
    /// MBEDTLS_PK_RSASSA_PSS.
    pub const RSASSA_PSS: u32 = 6;
    /// Our own, for Ed25519: the first number that 3.6 does not use.
    pub const ED25519: u32 = 8;
}

const fn bit(id: u32) -> u32 {
    1 << (id - 1)
}

const SHA256_AND_UP: u32 = bit(9) | bit(10) | bit(11);
const P256_P384: u32 = bit(3) | bit(4);
const BRAINPOOL: u32 = bit(6) | bit(7) | bit(8);

impl Profile {
    /// `mbedtls_x509_crt_profile_default`.
    pub const DEFAULT: Self = Self {
        allowed_mds: SHA256_AND_UP,
        allowed_pks: 0x0fff_ffff,
        allowed_curves: P256_P384 | bit(5) | BRAINPOOL,
        rsa_min_bits: 2048,
    };
    /// `mbedtls_x509_crt_profile_next`.
    pub const NEXT: Self = Self {
        allowed_curves: P256_P384 | bit(5) | BRAINPOOL | bit(12),
        ..Self::DEFAULT
    };
    /// `mbedtls_x509_crt_profile_suiteb`.
    pub const SUITE_B: Self = Self {
        allowed_mds: bit(9) | bit(10),
        allowed_pks: bit(pk::ECDSA) | bit(pk::ECKEY),
        allowed_curves: P256_P384,
        rsa_min_bits: 0,
    };
    /// `mbedtls_x509_crt_profile_none`.
    pub const NONE: Self = Self {
        allowed_mds: 0,
        allowed_pks: 0,
        allowed_curves: 0,
        rsa_min_bits: u32::MAX,
    };

    /// May signatures use this digest? Ed25519 counts as SHA-512, which it uses.
    pub const fn allows_hash(&self, hash: HashAlgorithm) -> bool {
        self.allowed_mds & bit(md_id(hash)) != 0
    }

    /// May signatures be of this kind?
    pub const fn allows_signature(&self, kind: SignatureKind) -> bool {
        self.allowed_pks & bit(signature_id(kind)) != 0
    }

    /// May keys be of this kind?
    pub const fn allows_key_type(&self, key: &PublicKeyInfo) -> bool {
        self.allowed_pks & bit(key_id(key.algorithm)) != 0
    }

    /// Is the key large enough, or its curve allowed? Ed25519 has one size, so its type alone decides.
    pub fn allows_key_size(&self, key: &PublicKeyInfo) -> bool {
        match &key.key {
            PublicKey::Rsa { .. } => u32::try_from(key.key.bits()).is_ok_and(|bits| bits >= self.rsa_min_bits),
            PublicKey::Ec { curve, .. } => self.allowed_curves & bit(curve_id(*curve)) != 0,
            PublicKey::Ed25519(_) => true,
        }
    }
}

/// `mbedtls_md_type_t`.
pub const fn md_id(hash: HashAlgorithm) -> u32 {
    match hash {
        HashAlgorithm::Md5 => 3,
        HashAlgorithm::Sha1 => 5,
        HashAlgorithm::Sha224 => 8,
        HashAlgorithm::Sha256 => 9,
        HashAlgorithm::Sha384 => 10,
        HashAlgorithm::Sha512 => 11,
        HashAlgorithm::Ripemd160 => 4,
        HashAlgorithm::Sha3_224 => 16,
        HashAlgorithm::Sha3_256 => 17,
        HashAlgorithm::Sha3_384 => 18,
        HashAlgorithm::Sha3_512 => 19,
    }
}

/// `mbedtls_pk_type_t` of a signature.
pub const fn signature_id(kind: SignatureKind) -> u32 {
    match kind {
        SignatureKind::Rsa => pk::RSA,
        SignatureKind::Ecdsa => pk::ECDSA,
        SignatureKind::RsaPss => pk::RSASSA_PSS,
        SignatureKind::Ed25519 => pk::ED25519,
    }
}

/// `mbedtls_pk_type_t` of a key. An id-RSASSA-PSS key is MBEDTLS_PK_RSASSA_PSS.
pub const fn key_id(algorithm: KeyAlgorithm) -> u32 {
    match algorithm {
        KeyAlgorithm::Rsa => pk::RSA,
        KeyAlgorithm::RsaPss => pk::RSASSA_PSS,
        KeyAlgorithm::Ec => pk::ECKEY,
        KeyAlgorithm::EcDh => pk::ECKEY_DH,
        KeyAlgorithm::Ed25519 => pk::ED25519,
    }
}

/// `mbedtls_ecp_group_id`.
pub const fn curve_id(curve: Curve) -> u32 {
    match curve {
        Curve::P256 => 3,
        Curve::P384 => 4,
        Curve::P521 => 5,
        Curve::BrainpoolP256r1 => 6,
        Curve::BrainpoolP384r1 => 7,
        Curve::Secp256k1 => 12,
    }
}
