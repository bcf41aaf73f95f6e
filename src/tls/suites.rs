//! What the numbers of the registries stand for here: three tables, and lookups into them.
//!
//! A value that is in no table is one that is not offered; lists of the application are filtered by these lookups.

use super::wire::codes::{CipherSuite, NamedGroup, SignatureScheme};
use crate::crypto::{aead::AeadAlgorithm, ec::Curve, hash::HashAlgorithm, kx::Group, sign::SignatureAlgorithm};

/// A TLS 1.3 cipher suite: an AEAD for the records and a hash for the key schedule (RFC 8446 appendix B.4).
#[derive(Debug, PartialEq, Eq)]
pub struct Suite {
    /// Its number.
    pub id: CipherSuite,
    /// Protects records.
    pub aead: AeadAlgorithm,
    /// Of the transcript and of HKDF.
    pub hash: HashAlgorithm,
    /// How many records may be sealed under one key (RFC 8446 section 5.5): before that the key is updated.
    pub confidentiality_limit: u64,
    /// How many forged records may be refused under one key. Over a stream the first one ends the connection, so that
    /// this only matters to datagrams (RFC 9147 section 4.5.3).
    pub integrity_limit: u64,
}

/// 2^24.5, rounded down: full-size records under one AES-GCM key with an advantage of 2^-57 (RFC 8446 section 5.5).
const GCM_RECORDS: u64 = 23_726_566;
/// 2^23: records under one AES-CCM key (RFC 9147 section 4.5.3; RFC 8446 gives no number for CCM). The length of the
/// tag plays no part in confidentiality, so that CCM_8 has the same limit.
const CCM_RECORDS: u64 = 1 << 23;

/// Every suite that is offered, in the default order of preference where the processor has AES instructions.
pub static SUITES: [Suite; 5] = [
    Suite {
        id: CipherSuite::AES_128_GCM_SHA256,
        aead: AeadAlgorithm::Aes128Gcm,
        hash: HashAlgorithm::Sha256,
        confidentiality_limit: GCM_RECORDS,
        integrity_limit: 1 << 36,
    },
    Suite {
        id: CipherSuite::AES_256_GCM_SHA384,
        aead: AeadAlgorithm::Aes256Gcm,
        hash: HashAlgorithm::Sha384,
        confidentiality_limit: GCM_RECORDS,
        integrity_limit: 1 << 36,
    },
    Suite {
        id: CipherSuite::CHACHA20_POLY1305_SHA256,
        aead: AeadAlgorithm::ChaCha20Poly1305,
        hash: HashAlgorithm::Sha256,
        // The sequence number would wrap first (RFC 8446 section 5.5), and it may not wrap (section 5.3).
        confidentiality_limit: u64::MAX,
        integrity_limit: 1 << 36,
    },
    Suite {
        id: CipherSuite::AES_128_CCM_SHA256,
        aead: AeadAlgorithm::Aes128Ccm,
        hash: HashAlgorithm::Sha256,
        confidentiality_limit: CCM_RECORDS,
        integrity_limit: 11_863_283, // 2^23.5
    },
    Suite {
        id: CipherSuite::AES_128_CCM_8_SHA256,
        aead: AeadAlgorithm::Aes128Ccm8,
        hash: HashAlgorithm::Sha256,
        confidentiality_limit: CCM_RECORDS,
        integrity_limit: 1 << 7, // RFC 9147 appendix B.2: why it is no good for datagrams
    },
];

/// The suite with this number, if it is offered.
pub fn suite(id: CipherSuite) -> Option<&'static Suite> {
    SUITES.iter().find(|suite| suite.id == id)
}

/// Every group that is offered.
pub static GROUPS: [(NamedGroup, Group); 8] = [
    (NamedGroup::X25519, Group::X25519),
    (NamedGroup::SECP256R1, Group::Secp256r1),
    (NamedGroup::SECP384R1, Group::Secp384r1),
    (NamedGroup::SECP521R1, Group::Secp521r1),
    (NamedGroup::X448, Group::X448),
    (NamedGroup::X25519_MLKEM768, Group::X25519MlKem768),
    (NamedGroup::SECP256R1_MLKEM768, Group::Secp256r1MlKem768),
    (NamedGroup::SECP384R1_MLKEM1024, Group::Secp384r1MlKem1024),
];

/// The key exchange behind a group's number, if it is offered.
pub fn group(id: NamedGroup) -> Option<Group> {
    GROUPS.iter().find(|(named, _)| *named == id).map(|(_, group)| *group)
}

/// The classic group within a hybrid one, if this is one that is offered.
pub fn component(id: NamedGroup) -> Option<NamedGroup> {
    let component = group(id)?.component()?;
    GROUPS
        .iter()
        .find(|(_, group)| *group == component)
        .map(|(named, _)| *named)
}

/// A curve by its number among the groups (IANA "TLS Supported Groups"), also one that nobody exchanges keys on here.
pub const fn curve_id(curve: Curve) -> NamedGroup {
    match curve {
        Curve::P256 => NamedGroup::SECP256R1,
        Curve::P384 => NamedGroup::SECP384R1,
        Curve::P521 => NamedGroup::SECP521R1,
        Curve::Secp256k1 => NamedGroup(22),
        Curve::BrainpoolP256r1 => NamedGroup(26),
        Curve::BrainpoolP384r1 => NamedGroup(27),
    }
}

/// What kind of key a signature scheme goes with (RFC 8446 section 4.2.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyKind {
    /// SubjectPublicKeyInfo says rsaEncryption.
    Rsa,
    /// SubjectPublicKeyInfo says id-RSASSA-PSS.
    RsaPss,
    /// An EC key on this curve.
    Ec(Curve),
    /// An Ed25519 key.
    Ed25519,
}

/// A signature scheme (RFC 8446 section 4.2.3).
#[derive(Debug, PartialEq, Eq)]
pub struct Scheme {
    /// Its number.
    pub id: SignatureScheme,
    /// How to sign and to check.
    pub algorithm: SignatureAlgorithm,
    /// The key it takes in TLS 1.3, where the curve is part of the scheme.
    pub key: KeyKind,
    /// May sign a TLS 1.3 CertificateVerify; if not, it is for the signatures in certificates only.
    pub signs_handshake: bool,
}

/// A row of [`SCHEMES`].
const fn scheme(id: SignatureScheme, algorithm: SignatureAlgorithm, key: KeyKind, signs_handshake: bool) -> Scheme {
    Scheme {
        id,
        algorithm,
        key,
        signs_handshake,
    }
}

/// Every signature scheme that is offered.
pub static SCHEMES: [Scheme; 13] = {
    use HashAlgorithm::{Sha256, Sha384, Sha512};
    use SignatureAlgorithm::{Ecdsa, Ed25519, RsaPkcs1, RsaPss};
    use SignatureScheme as Id;
    [
        scheme(
            Id::ECDSA_SECP256R1_SHA256,
            Ecdsa(Sha256),
            KeyKind::Ec(Curve::P256),
            true,
        ),
        scheme(
            Id::ECDSA_SECP384R1_SHA384,
            Ecdsa(Sha384),
            KeyKind::Ec(Curve::P384),
            true,
        ),
        scheme(
            Id::ECDSA_SECP521R1_SHA512,
            Ecdsa(Sha512),
            KeyKind::Ec(Curve::P521),
            true,
        ),
        scheme(Id::ED25519, Ed25519, KeyKind::Ed25519, true),
        scheme(Id::RSA_PSS_RSAE_SHA256, RsaPss(Sha256), KeyKind::Rsa, true),
        scheme(Id::RSA_PSS_RSAE_SHA384, RsaPss(Sha384), KeyKind::Rsa, true),
        scheme(Id::RSA_PSS_RSAE_SHA512, RsaPss(Sha512), KeyKind::Rsa, true),
        scheme(Id::RSA_PSS_PSS_SHA256, RsaPss(Sha256), KeyKind::RsaPss, true),
        scheme(Id::RSA_PSS_PSS_SHA384, RsaPss(Sha384), KeyKind::RsaPss, true),
        scheme(Id::RSA_PSS_PSS_SHA512, RsaPss(Sha512), KeyKind::RsaPss, true),
        // RFC 8446 section 4.2.3: these "refer solely to signatures which appear in certificates".
        scheme(Id::RSA_PKCS1_SHA256, RsaPkcs1(Sha256), KeyKind::Rsa, false),
        scheme(Id::RSA_PKCS1_SHA384, RsaPkcs1(Sha384), KeyKind::Rsa, false),
        scheme(Id::RSA_PKCS1_SHA512, RsaPkcs1(Sha512), KeyKind::Rsa, false),
    ]
};

/// The signature scheme with this number, if it is offered at all (also those that only certificates may use).
pub fn signature_scheme(id: SignatureScheme) -> Option<&'static Scheme> {
    SCHEMES.iter().find(|scheme| scheme.id == id)
}

/// The signature scheme with this number, if TLS 1.3 allows it in a CertificateVerify (RFC 8446 section 4.4.3).
pub fn handshake_scheme(id: SignatureScheme) -> Option<&'static Scheme> {
    signature_scheme(id).filter(|scheme| scheme.signs_handshake)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_the_powers_they_name() {
        assert_eq!(GCM_RECORDS, 2f64.powf(24.5).floor() as u64);
        let ccm = suite(CipherSuite::AES_128_CCM_SHA256).unwrap();
        assert_eq!(ccm.integrity_limit, 2f64.powf(23.5).floor() as u64);
    }

    #[test]
    fn unknown_numbers_are_in_no_table() {
        assert!(suite(CipherSuite::FALLBACK_SCSV).is_none());
        assert!(group(NamedGroup(0x0100)).is_none()); // ffdhe2048
        assert!(signature_scheme(SignatureScheme::RSA_PKCS1_SHA1).is_none());
        assert!(signature_scheme(SignatureScheme::ED448).is_none());
    }

    #[test]
    fn pkcs1_is_for_certificates_only() {
        for scheme in &SCHEMES {
            let pkcs1 = matches!(scheme.algorithm, SignatureAlgorithm::RsaPkcs1(_));
            assert_eq!(handshake_scheme(scheme.id).is_none(), pkcs1, "{:?}", scheme.id);
        }
    }
}
