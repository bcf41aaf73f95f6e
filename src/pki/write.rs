//! Writing certificates (RFC 5280 section 4.1): the part that is signed, and the whole. The signature is made elsewhere.

use super::{
    algorithms::explicit,
    der,
    error::{ParseError, Stage},
    oid::{self, SignatureKind},
};
use crate::crypto::{hash::HashAlgorithm, verify::PublicKey};

/// Length of a date as `YYYYMMDDhhmmss`.
pub const DATE_LENGTH: usize = 14;

/// Version of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// v1(0)
    V1,
    /// v2(1)
    V2,
    /// v3(2), the only one with extensions.
    V3,
}

/// One extension.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Extension {
    /// Content of the OBJECT IDENTIFIER.
    oid: Vec<u8>,
    critical: bool,
    /// The DER inside the OCTET STRING.
    value: Vec<u8>,
}

/// What a certificate is going to say.
#[derive(Clone, Debug)]
pub struct Draft {
    /// The version; `None` for a number that no version has.
    pub version: Option<Version>,
    /// The serial number's bytes, big-endian, leading zeros kept.
    pub serial: Vec<u8>,
    /// Issuer, a `Name` in DER; empty is the name without attributes.
    pub issuer: Vec<u8>,
    /// Subject, likewise.
    pub subject: Vec<u8>,
    /// notBefore and notAfter, digits.
    pub validity: Option<[[u8; DATE_LENGTH]; 2]>,
    extensions: Vec<Extension>,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            version: Some(Version::V3),
            serial: Vec::new(),
            issuer: Vec::new(),
            subject: Vec::new(),
            validity: None,
            extensions: Vec::new(),
        }
    }
}

impl Draft {
    /// Adds an extension behind the others; one that is there already keeps its place and gets the new value.
    pub fn set_extension(&mut self, oid: &[u8], critical: bool, value: Vec<u8>) {
        let new = Extension {
            oid: oid.to_vec(),
            critical,
            value,
        };
        match self.extensions.iter_mut().find(|old| old.oid == oid) {
            Some(old) => *old = new,
            None => self.extensions.push(new),
        }
    }

    /// `TBSCertificate` for a subject with this SubjectPublicKeyInfo, to be signed with this AlgorithmIdentifier, both in
    /// DER.
    ///
    /// Errors: BadInput without a version or a validity.
    ///
    /// DEVIATION: Mbed TLS writes a serial number that was never set as an INTEGER of no bytes, and dates that were never
    /// set as zero bytes; neither can be read back. Here the first is 0 and the second is refused.
    pub fn tbs(&self, subject_key: &[u8], algorithm: &[u8]) -> Result<Vec<u8>, ParseError> {
        let bad = Stage::BadInput.alone();
        let version = self.version.ok_or(bad)?;
        let [from, to] = self.validity.ok_or(bad)?;
        let mut fields = Vec::new();
        if version != Version::V1 {
            let number = if version == Version::V2 { 1 } else { 2 };
            der::push_element(&mut fields, explicit(0), &[&[der::INTEGER, 1, number]]);
        }
        push_serial(&mut fields, &self.serial);
        fields.extend_from_slice(algorithm);
        push_name(&mut fields, &self.issuer);
        let mut validity = Vec::new();
        push_date(&mut validity, &from);
        push_date(&mut validity, &to);
        der::push_element(&mut fields, der::SEQUENCE, &[&validity]);
        push_name(&mut fields, &self.subject);
        fields.extend_from_slice(subject_key);
        if version == Version::V3 {
            self.push_extensions(&mut fields);
        }
        let mut out = Vec::new();
        der::push_element(&mut out, der::SEQUENCE, &[&fields]);
        Ok(out)
    }

    /// `extensions [3] EXPLICIT SEQUENCE OF Extension`. As Mbed TLS has it, there is an empty list if there are none,
    /// although RFC 5280 section 4.1 wants at least one then.
    fn push_extensions(&self, out: &mut Vec<u8>) {
        let mut sequence = Vec::new();
        der::push_element(&mut sequence, der::SEQUENCE, &[&self.list()]);
        der::push_element(out, explicit(3), &[&sequence]);
    }

    /// `CertificationRequestInfo` (RFC 2986 section 4.1) for a subject with this SubjectPublicKeyInfo in DER. Of the draft,
    /// the subject and the extensions count; without extensions, there is no attribute.
    pub fn request_info(&self, subject_key: &[u8]) -> Vec<u8> {
        let mut attributes = Vec::new();
        if !self.extensions.is_empty() {
            let (mut sequence, mut values, mut attribute) = (Vec::new(), Vec::new(), Vec::new());
            der::push_element(&mut sequence, der::SEQUENCE, &[&self.list()]);
            der::push_element(&mut values, der::SET, &[&sequence]);
            der::push_element(&mut attribute, der::OID, &[oid::EXTENSION_REQUEST]);
            der::push_element(&mut attributes, der::SEQUENCE, &[&attribute, &values]);
        }
        let mut fields = vec![der::INTEGER, 1, 0];
        push_name(&mut fields, &self.subject);
        fields.extend_from_slice(subject_key);
        der::push_element(&mut fields, explicit(0), &[&attributes]);
        let mut out = Vec::new();
        der::push_element(&mut out, der::SEQUENCE, &[&fields]);
        out
    }

    /// The extensions in DER, one behind the other.
    fn list(&self) -> Vec<u8> {
        let mut list = Vec::new();
        for extension in &self.extensions {
            let mut fields = Vec::new();
            der::push_element(&mut fields, der::OID, &[&extension.oid]);
            if extension.critical {
                der::push_element(&mut fields, der::BOOLEAN, &[&[0xff]]);
            }
            der::push_element(&mut fields, der::OCTET_STRING, &[&extension.value]);
            der::push_element(&mut list, der::SEQUENCE, &[&fields]);
        }
        list
    }
}

/// A signed object, such as `Certificate ::= SEQUENCE { tbsCertificate, signatureAlgorithm, signatureValue BIT STRING }`
pub fn certificate(tbs: &[u8], algorithm: &[u8], signature: &[u8]) -> Vec<u8> {
    let mut bits = Vec::new();
    der::push_element(&mut bits, der::BIT_STRING, &[&[0], signature]);
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[tbs, algorithm, &bits]);
    out
}

/// The AlgorithmIdentifier of a signature with a key like `key`; the digest does not matter for Ed25519. `None` if there
/// is none for this digest.
pub fn signature_algorithm(key: &PublicKey, hash: Option<HashAlgorithm>) -> Option<Vec<u8>> {
    let oid = match key {
        PublicKey::Rsa { .. } => oid::of_signature(SignatureKind::Rsa, hash?)?,
        PublicKey::Ec { .. } => oid::of_signature(SignatureKind::Ecdsa, hash?)?,
        PublicKey::Ed25519(_) => oid::ED25519,
    };
    let mut id = Vec::new();
    der::push_element(&mut id, der::OID, &[oid]);
    // RFC 4055 section 5: NULL for RSA; RFC 5758 and RFC 8410: absent for the others
    if matches!(key, PublicKey::Rsa { .. }) {
        der::push_element(&mut id, der::NULL, &[]);
    }
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&id]);
    Some(out)
}

/// `BasicConstraints ::= SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER OPTIONAL }` (RFC 5280 section
/// 4.2.1.9); the path length, 0 to 127, is for authorities only.
pub fn basic_constraints(is_ca: bool, path_length: Option<u8>) -> Vec<u8> {
    let mut fields = Vec::new();
    if is_ca {
        der::push_element(&mut fields, der::BOOLEAN, &[&[0xff]]);
        if let Some(length) = path_length {
            der::push_element(&mut fields, der::INTEGER, &[&[length]]);
        }
    }
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&fields]);
    out
}

/// A BIT STRING of named bits, the first being the high bit of the first byte; zeros at its end are cut off (X.690 section
/// 11.2.2).
pub fn named_bits(bits: &[u8]) -> Vec<u8> {
    let zeros = bits.iter().rev().take_while(|byte| **byte == 0).count();
    let used = bits.get(..bits.len().saturating_sub(zeros)).unwrap_or_default();
    let unused = used.last().map_or(0, |last| last.trailing_zeros());
    let mut out = Vec::new();
    let unused = u8::try_from(unused).unwrap_or_default();
    der::push_element(&mut out, der::BIT_STRING, &[&[unused], used]);
    out
}

/// `KeyIdentifier ::= OCTET STRING`, by default the SHA-1 of the key without its wrapper (RFC 5280 section 4.2.1.2).
pub fn key_identifier(bare_key: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    der::push_element(
        &mut out,
        der::OCTET_STRING,
        &[HashAlgorithm::Sha1.hash(bare_key).as_ref()],
    );
    out
}

/// `AuthorityKeyIdentifier ::= SEQUENCE { keyIdentifier [0] IMPLICIT OCTET STRING }` of this key.
pub fn authority_key_identifier(bare_key: &[u8]) -> Vec<u8> {
    let mut id = Vec::new();
    der::push_element(&mut id, der::CONTEXT, &[HashAlgorithm::Sha1.hash(bare_key).as_ref()]);
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&id]);
    out
}

/// An INTEGER of these bytes and no others, but for a zero before a set high bit.
fn push_serial(out: &mut Vec<u8>, serial: &[u8]) {
    let pad: &[u8] = match serial.first() {
        Some(first) if first & 0x80 == 0 => &[],
        _ => &[0],
    };
    der::push_element(out, der::INTEGER, &[pad, serial]);
}

fn push_name(out: &mut Vec<u8>, name: &[u8]) {
    if name.is_empty() {
        der::push_element(out, der::SEQUENCE, &[]);
    } else {
        out.extend_from_slice(name);
    }
}

/// UTCTime from 1950 to 2049, GeneralizedTime else (RFC 5280 section 4.1.2.5).
///
/// DEVIATION: Mbed TLS writes years before 1950 as UTCTime too, where they read back a hundred years late.
fn push_date(out: &mut Vec<u8>, date: &[u8; DATE_LENGTH]) {
    match date {
        [b'1', b'9', b'5'..=b'9', ..] | [b'2', b'0', b'0'..=b'4', ..] => {
            let short = date.get(2..).unwrap_or_default();
            der::push_element(out, der::UTC_TIME, &[short, b"Z"]);
        }
        _ => der::push_element(out, der::GENERALIZED_TIME, &[date, b"Z"]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crypto::ec::Curve;
    use crate::crypto::sign::{SignatureAlgorithm, SigningKey};
    use crate::pki::spki::{self, KeyAlgorithm, PublicKeyInfo};
    use crate::pki::{Certificate, name_text};

    fn made(draft: &Draft) -> Certificate {
        let key = SigningKey::generate_ec(Curve::P256).unwrap();
        let algorithm = signature_algorithm(key.public_key(), Some(HashAlgorithm::Sha256)).unwrap();
        let info = PublicKeyInfo::new(key.public_key().clone(), KeyAlgorithm::Ec);
        let mut subject_key = Vec::new();
        spki::push(&mut subject_key, &info);
        let tbs = draft.tbs(&subject_key, &algorithm).unwrap();
        let signature = key
            .sign(SignatureAlgorithm::Ecdsa(HashAlgorithm::Sha256), &tbs)
            .unwrap();
        Certificate::from_der(&certificate(&tbs, &algorithm, &signature)).unwrap()
    }

    #[test]
    fn what_is_written_reads_back() {
        let mut draft = Draft {
            serial: vec![0x80, 1],
            issuer: name_text::parse(b"CN=issuer").unwrap(),
            subject: name_text::parse(b"CN=subject,C=DE").unwrap(),
            validity: Some([*b"20491231235959", *b"20500101000000"]),
            ..Draft::default()
        };
        draft.set_extension(&[0x55, 0x1d, 0x13], true, basic_constraints(true, Some(3)));
        draft.set_extension(&[0x55, 0x1d, 0x0f], true, named_bits(&[0x86, 0]));
        let read = made(&draft);
        assert_eq!(read.version, 3);
        assert_eq!(read.serial.of(read.der()), [0, 0x80, 1]);
        assert_eq!((read.valid_from.year, read.valid_to.year), (2049, 2050));
        assert_eq!(read.subject.len(), 2);
        assert!(read.extensions.is_ca);
        assert_eq!(read.extensions.max_path_length, 4);
        assert_eq!(read.extensions.key_usage, 0x86);
        for (version, number) in [(Version::V1, 1), (Version::V2, 2)] {
            let read = made(&Draft {
                version: Some(version),
                ..draft.clone()
            });
            assert_eq!((read.version, read.v3_ext.is_some()), (number, false));
        }
    }

    #[test]
    fn what_was_never_set() {
        // What has no issuer can be written, but not read (RFC 5280 section 4.1.2.4).
        let draft = Draft {
            issuer: name_text::parse(b"CN=issuer").unwrap(),
            validity: Some([*b"19491231235959", *b"19500101000000"]),
            ..Draft::default()
        };
        let read = made(&draft);
        assert_eq!(read.serial.of(read.der()), [0]);
        assert_eq!((read.valid_from.year, read.valid_to.year), (1949, 1950));
        let bad = Some(Stage::BadInput.alone());
        assert_eq!(Draft::default().tbs(&[], &[]).err(), bad);
        assert_eq!(Draft { version: None, ..draft }.tbs(&[], &[]).err(), bad);
    }

    #[test]
    fn bits() {
        assert_eq!(named_bits(&[0x80, 0]), [3, 2, 7, 0x80]);
        assert_eq!(named_bits(&[0x01, 0x80]), [3, 3, 7, 0x01, 0x80]);
        assert_eq!(named_bits(&[0, 0]), [3, 1, 0]);
    }
}
