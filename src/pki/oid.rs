//! Object identifiers, by their DER content bytes: signature algorithms, key types, curves, extensions, key purposes,
//! attribute names.

use super::error::Asn1;
use crate::crypto::{cipher::BlockAlgorithm, ec::Curve, hash::HashAlgorithm};

/// id-ecPublicKey (RFC 5480).
pub const EC_PUBLIC_KEY: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01];
/// id-ecDH (RFC 5480): the key may only be used for key agreement.
pub const EC_DH: &[u8] = &[0x2b, 0x81, 0x04, 0x01, 0x0c];
/// rsaEncryption (RFC 8017).
pub const RSA_ENCRYPTION: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
/// id-mgf1 (RFC 8017).
pub const MGF1: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x08];
/// id-RSASSA-PSS (RFC 8017).
pub const RSASSA_PSS: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a];
/// id-Ed25519 (RFC 8410).
pub const ED25519: &[u8] = &[0x2b, 0x65, 0x70];
/// secp256r1.
pub const SECP256R1: &[u8] = &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x03, 0x01, 0x07];
/// secp384r1.
pub const SECP384R1: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x22];
/// secp521r1.
pub const SECP521R1: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x23];
/// secp256k1.
pub const SECP256K1: &[u8] = &[0x2b, 0x81, 0x04, 0x00, 0x0a];
/// brainpoolP256r1 (RFC 5639 section 4.1).
pub const BRAINPOOL_P256R1: &[u8] = &[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x07];
/// brainpoolP384r1.
pub const BRAINPOOL_P384R1: &[u8] = &[0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01, 0x0b];
/// id-at-commonName.
pub const COMMON_NAME: &[u8] = &[0x55, 0x04, 0x03];
/// anyPolicy (RFC 5280 section 4.2.1.4).
pub const ANY_POLICY: &[u8] = &[0x55, 0x1d, 0x20, 0x00];
/// anyExtendedKeyUsage (RFC 5280 section 4.2.1.12).
pub const ANY_EXTENDED_KEY_USAGE: &[u8] = &[0x55, 0x1d, 0x25, 0x00];
/// id-kp-serverAuth.
pub const SERVER_AUTH: &[u8] = &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x01];
/// id-kp-clientAuth.
pub const CLIENT_AUTH: &[u8] = &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x03, 0x02];
/// id-on-hardwareModuleName (RFC 4108).
pub const HW_MODULE_NAME: &[u8] = &[0x2b, 0x06, 0x01, 0x05, 0x05, 0x07, 0x08, 0x04];
/// id-extensionRequest of PKCS #9 (RFC 2985 section 5.4.2).
pub const EXTENSION_REQUEST: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x0e];
/// id-ce-nameConstraints.
pub const NAME_CONSTRAINTS: &[u8] = &[0x55, 0x1d, 0x1e];

/// How a signature is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SignatureKind {
    /// RSASSA-PKCS1-v1_5.
    Rsa,
    /// ECDSA.
    Ecdsa,
    /// RSASSA-PSS; digest and salt stand in the parameters.
    RsaPss,
    /// Ed25519; no digest of its own.
    Ed25519,
}

/// Signature algorithms by OID; the digest is `None` where the OID does not name it.
pub fn signature(oid: &[u8]) -> Option<(SignatureKind, Option<HashAlgorithm>)> {
    use HashAlgorithm::{Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
    use SignatureKind::{Ecdsa, Ed25519, Rsa, RsaPss};
    Some(match oid {
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, last] => match last {
            0x04 => (Rsa, Some(Md5)),
            0x05 => (Rsa, Some(Sha1)),
            0x0e => (Rsa, Some(Sha224)),
            0x0b => (Rsa, Some(Sha256)),
            0x0c => (Rsa, Some(Sha384)),
            0x0d => (Rsa, Some(Sha512)),
            0x0a => (RsaPss, None),
            _ => return None,
        },
        // sha1WithRSASignature of the OIW
        [0x2b, 0x0e, 0x03, 0x02, 0x1d] => (Rsa, Some(Sha1)),
        [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x01] => (Ecdsa, Some(Sha1)),
        [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, last] => match last {
            0x01 => (Ecdsa, Some(Sha224)),
            0x02 => (Ecdsa, Some(Sha256)),
            0x03 => (Ecdsa, Some(Sha384)),
            0x04 => (Ecdsa, Some(Sha512)),
            _ => return None,
        },
        [0x2b, 0x65, 0x70] => (Ed25519, None),
        _ => return None,
    })
}

/// Digests by OID.
pub fn digest(oid: &[u8]) -> Option<HashAlgorithm> {
    Some(match oid {
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x05] => HashAlgorithm::Md5,
        [0x2b, 0x24, 0x03, 0x02, 0x01] => HashAlgorithm::Ripemd160,
        [0x2b, 0x0e, 0x03, 0x02, 0x1a] => HashAlgorithm::Sha1,
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last] => match last {
            0x01 => HashAlgorithm::Sha256,
            0x02 => HashAlgorithm::Sha384,
            0x03 => HashAlgorithm::Sha512,
            0x04 => HashAlgorithm::Sha224,
            0x07 => HashAlgorithm::Sha3_224,
            0x08 => HashAlgorithm::Sha3_256,
            0x09 => HashAlgorithm::Sha3_384,
            0x0a => HashAlgorithm::Sha3_512,
            _ => return None,
        },
        _ => return None,
    })
}

/// The OID of a digest.
pub const fn of_digest(hash: HashAlgorithm) -> &'static [u8] {
    match hash {
        HashAlgorithm::Md5 => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, 0x05],
        HashAlgorithm::Ripemd160 => &[0x2b, 0x24, 0x03, 0x02, 0x01],
        HashAlgorithm::Sha1 => &[0x2b, 0x0e, 0x03, 0x02, 0x1a],
        HashAlgorithm::Sha224 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x04],
        HashAlgorithm::Sha256 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01],
        HashAlgorithm::Sha384 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x02],
        HashAlgorithm::Sha512 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x03],
        HashAlgorithm::Sha3_224 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x07],
        HashAlgorithm::Sha3_256 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x08],
        HashAlgorithm::Sha3_384 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x09],
        HashAlgorithm::Sha3_512 => &[0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x0a],
    }
}

/// id-PBES2 (RFC 8018 appendix A.4).
pub const PBES2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0d];
/// id-PBKDF2 (RFC 8018 appendix A.2).
pub const PBKDF2: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x05, 0x0c];

/// Digests by the OID of their HMAC (RFC 8018 appendix B.1, and NIST's for SHA-3).
pub fn hmac(oid: &[u8]) -> Option<HashAlgorithm> {
    Some(match oid {
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x02, last] => match last {
            0x07 => HashAlgorithm::Sha1,
            0x08 => HashAlgorithm::Sha224,
            0x09 => HashAlgorithm::Sha256,
            0x0a => HashAlgorithm::Sha384,
            0x0b => HashAlgorithm::Sha512,
            _ => return None,
        },
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, last] => match last {
            0x0d => HashAlgorithm::Sha3_224,
            0x0e => HashAlgorithm::Sha3_256,
            0x0f => HashAlgorithm::Sha3_384,
            0x10 => HashAlgorithm::Sha3_512,
            _ => return None,
        },
        [0x2b, 0x06, 0x01, 0x05, 0x05, 0x08, 0x01, 0x04] => HashAlgorithm::Ripemd160,
        _ => return None,
    })
}

/// Ciphers by the OID of their CBC mode (RFC 8018 appendix B.2).
pub fn cipher(oid: &[u8]) -> Option<BlockAlgorithm> {
    Some(match oid {
        [0x2b, 0x0e, 0x03, 0x02, 0x07] => BlockAlgorithm::Des,
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x03, 0x07] => BlockAlgorithm::TripleDes3,
        [0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x01, last] => match last {
            0x02 => BlockAlgorithm::Aes128,
            0x16 => BlockAlgorithm::Aes192,
            0x2a => BlockAlgorithm::Aes256,
            _ => return None,
        },
        _ => return None,
    })
}

/// Digest and cipher (in CBC mode) by the OID of a PBE of PKCS#12 (RFC 7292 appendix C).
pub fn pkcs12_pbe(oid: &[u8]) -> Option<(HashAlgorithm, BlockAlgorithm)> {
    Some(match oid {
        [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x0c, 0x01, last] => match last {
            0x03 => (HashAlgorithm::Sha1, BlockAlgorithm::TripleDes3),
            0x04 => (HashAlgorithm::Sha1, BlockAlgorithm::TripleDes2),
            _ => return None,
        },
        _ => return None,
    })
}

/// Curves by OID.
pub fn curve(oid: &[u8]) -> Option<Curve> {
    match oid {
        SECP256R1 => Some(Curve::P256),
        SECP384R1 => Some(Curve::P384),
        SECP521R1 => Some(Curve::P521),
        SECP256K1 => Some(Curve::Secp256k1),
        BRAINPOOL_P256R1 => Some(Curve::BrainpoolP256r1),
        BRAINPOOL_P384R1 => Some(Curve::BrainpoolP384r1),
        _ => None,
    }
}

/// The OID of a curve.
pub const fn of_curve(curve: Curve) -> &'static [u8] {
    match curve {
        Curve::P256 => SECP256R1,
        Curve::P384 => SECP384R1,
        Curve::P521 => SECP521R1,
        Curve::Secp256k1 => SECP256K1,
        Curve::BrainpoolP256r1 => BRAINPOOL_P256R1,
        Curve::BrainpoolP384r1 => BRAINPOOL_P384R1,
    }
}

/// Extensions that certificates here understand, with the bit they have in `ext_types`.
pub mod ext {
    /// authorityKeyIdentifier.
    pub const AUTHORITY_KEY_IDENTIFIER: u32 = 1 << 0;
    /// subjectKeyIdentifier.
    pub const SUBJECT_KEY_IDENTIFIER: u32 = 1 << 1;
    /// keyUsage.
    pub const KEY_USAGE: u32 = 1 << 2;
    /// certificatePolicies.
    pub const CERTIFICATE_POLICIES: u32 = 1 << 3;
    /// subjectAltName.
    pub const SUBJECT_ALT_NAME: u32 = 1 << 5;
    /// basicConstraints.
    pub const BASIC_CONSTRAINTS: u32 = 1 << 8;
    /// nameConstraints.
    pub const NAME_CONSTRAINTS: u32 = 1 << 9;
    /// extKeyUsage.
    pub const EXTENDED_KEY_USAGE: u32 = 1 << 11;
    /// Netscape's certificate type.
    pub const NS_CERT_TYPE: u32 = 1 << 16;
}

/// The bit of an extension in `ext_types`, if it is one of those understood here.
///
/// DEVIATION: Mbed TLS does not know nameConstraints and refuses a certificate in which it is critical. Here it is checked
/// (by webpki), so that such certificates can be used.
pub fn extension(oid: &[u8]) -> Option<u32> {
    Some(match oid {
        [0x55, 0x1d, 0x13] => ext::BASIC_CONSTRAINTS,
        [0x55, 0x1d, 0x0f] => ext::KEY_USAGE,
        [0x55, 0x1d, 0x25] => ext::EXTENDED_KEY_USAGE,
        [0x55, 0x1d, 0x11] => ext::SUBJECT_ALT_NAME,
        [0x55, 0x1d, 0x20] => ext::CERTIFICATE_POLICIES,
        [0x55, 0x1d, 0x0e] => ext::SUBJECT_KEY_IDENTIFIER,
        [0x55, 0x1d, 0x23] => ext::AUTHORITY_KEY_IDENTIFIER,
        NAME_CONSTRAINTS => ext::NAME_CONSTRAINTS,
        [0x60, 0x86, 0x48, 0x01, 0x86, 0xf8, 0x42, 0x01, 0x01] => ext::NS_CERT_TYPE,
        _ => return None,
    })
}

/// The numbers of an object identifier (X.690 section 8.19) as text: `1.2` first, because they share a byte, then `.840` and
/// so on. An error ends it: OutOfData for no byte at all or a number without end, InvalidData for zeros in front of a number
/// or a number of more than 32 bits.
#[derive(Clone, Debug)]
pub struct Arcs<'a> {
    rest: &'a [u8],
    is_first: bool,
}

impl<'a> Arcs<'a> {
    /// Of the content of an OBJECT IDENTIFIER.
    pub const fn new(oid: &'a [u8]) -> Self {
        Self {
            rest: oid,
            is_first: true,
        }
    }

    fn number(&mut self) -> Result<u32, Asn1> {
        // X.690 section 8.19.2: "the leading octet of the subidentifier shall not have the value 0x80"
        if self.rest.first() == Some(&0x80) {
            return Err(Asn1::InvalidData);
        }
        let mut number: u32 = 0;
        while let Some((byte, rest)) = self.rest.split_first() {
            self.rest = rest;
            if number >> 25 != 0 {
                return Err(Asn1::InvalidData);
            }
            number = number << 7 | u32::from(*byte & 0x7f);
            if byte & 0x80 == 0 {
                return Ok(number);
            }
        }
        Err(Asn1::OutOfData)
    }
}

impl Iterator for Arcs<'_> {
    type Item = Result<String, Asn1>;

    fn next(&mut self) -> Option<Self::Item> {
        let is_first = core::mem::take(&mut self.is_first);
        if self.rest.is_empty() && !is_first {
            return None;
        }
        let number = self.number();
        if number.is_err() {
            self.rest = &[];
        }
        Some(number.map(|number| {
            if is_first {
                let first = (number / 40).min(2);
                format!("{first}.{}", number - first * 40)
            } else {
                format!(".{number}")
            }
        }))
    }
}

/// The dotted form of an object identifier; `None` if it is malformed or a number does not fit 32 bits.
pub fn numeric(oid: &[u8]) -> Option<String> {
    Arcs::new(oid).collect::<Result<String, Asn1>>().ok()
}

/// The OID of a signature algorithm; `None` for a digest that it has no OID with.
pub const fn of_signature(kind: SignatureKind, hash: HashAlgorithm) -> Option<&'static [u8]> {
    use HashAlgorithm::{Md5, Sha1, Sha224, Sha256, Sha384, Sha512};
    Some(match (kind, hash) {
        (SignatureKind::Rsa, Md5) => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x04],
        (SignatureKind::Rsa, Sha1) => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x05],
        (SignatureKind::Rsa, Sha224) => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0e],
        (SignatureKind::Rsa, Sha256) => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b],
        (SignatureKind::Rsa, Sha384) => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0c],
        (SignatureKind::Rsa, Sha512) => &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0d],
        (SignatureKind::Ecdsa, Sha1) => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x01],
        (SignatureKind::Ecdsa, Sha224) => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x01],
        (SignatureKind::Ecdsa, Sha256) => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02],
        (SignatureKind::Ecdsa, Sha384) => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x03],
        (SignatureKind::Ecdsa, Sha512) => &[0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x04],
        (SignatureKind::Ed25519, _) => ED25519,
        (SignatureKind::RsaPss, _) => RSASSA_PSS,
        _ => return None,
    })
}

/// The OID of an attribute type that a name in text may use, and the string type that its values are written in.
pub fn attribute(name: &[u8]) -> Option<(&'static [u8], u8)> {
    use super::der::{IA5_STRING, PRINTABLE_STRING, UTF8_STRING};
    Some(match name {
        b"CN" | b"commonName" => (COMMON_NAME, UTF8_STRING),
        b"SN" | b"surName" => (&[0x55, 0x04, 0x04], UTF8_STRING),
        b"serialNumber" => (&[0x55, 0x04, 0x05], PRINTABLE_STRING),
        b"C" | b"countryName" => (&[0x55, 0x04, 0x06], PRINTABLE_STRING),
        b"L" | b"locality" => (&[0x55, 0x04, 0x07], UTF8_STRING),
        b"ST" | b"stateOrProvinceName" => (&[0x55, 0x04, 0x08], UTF8_STRING),
        b"O" | b"organizationName" => (&[0x55, 0x04, 0x0a], UTF8_STRING),
        b"OU" | b"organizationalUnitName" => (&[0x55, 0x04, 0x0b], UTF8_STRING),
        b"title" => (&[0x55, 0x04, 0x0c], UTF8_STRING),
        b"postalAddress" => (&[0x55, 0x04, 0x10], PRINTABLE_STRING),
        b"postalCode" => (&[0x55, 0x04, 0x11], PRINTABLE_STRING),
        b"GN" | b"givenName" => (&[0x55, 0x04, 0x2a], UTF8_STRING),
        b"initials" => (&[0x55, 0x04, 0x2b], UTF8_STRING),
        b"generationQualifier" => (&[0x55, 0x04, 0x2c], UTF8_STRING),
        b"dnQualifier" => (&[0x55, 0x04, 0x2e], PRINTABLE_STRING),
        b"pseudonym" => (&[0x55, 0x04, 0x41], UTF8_STRING),
        b"R" | b"emailAddress" => (&[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x09, 0x01], IA5_STRING),
        b"DC" | b"domainComponent" => (
            &[0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 0x01, 0x19],
            IA5_STRING,
        ),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dotted_form() {
        let numeric = |bytes: &[u8]| numeric(bytes);
        assert_eq!(numeric(RSA_ENCRYPTION).as_deref(), Some("1.2.840.113549.1.1.1"));
        assert_eq!(numeric(&[0x00]).as_deref(), Some("0.0"));
        assert_eq!(numeric(&[0x4f, 0x01]).as_deref(), Some("1.39.1"));
        assert_eq!(numeric(&[0x88, 0x37, 0x03]).as_deref(), Some("2.999.3"));
        assert_eq!(
            numeric(&[0x2a, 0x8f, 0xff, 0xff, 0xff, 0x7f]).as_deref(),
            Some("1.2.4294967295")
        );
        for malformed in [
            &[][..],
            &[0x2a, 0x80, 1],
            &[0x2a, 0x81],
            &[0x2a, 0x90, 0x80, 0x80, 0x80, 0x00],
        ] {
            assert_eq!(numeric(malformed), None, "{malformed:x?}");
        }
    }
}
