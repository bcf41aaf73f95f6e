//! The table of signature schemes.

use crate::crypto::{ec::Curve, hash::HashAlgorithm, sign::SignatureAlgorithm};
use crate::tls::wire::codes::{NamedGroup, SignatureScheme};

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

/// A signature scheme with this number is in the table.
pub fn is_offered(id: SignatureScheme) -> bool {
    signature_scheme(id).is_some()
}

/// The signature scheme with this number, if TLS 1.3 allows it in a CertificateVerify (RFC 8446 section 4.4.3).
pub fn handshake_scheme(id: SignatureScheme) -> Option<&'static Scheme> {
    signature_scheme(id).filter(|scheme| scheme.signs_handshake)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unknown_numbers_are_in_no_table() {
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
