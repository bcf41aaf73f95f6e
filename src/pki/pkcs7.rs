//! PKCS #7 signed data (RFC 2315 section 9), as far as Mbed TLS takes it: the content is elsewhere, one digest algorithm,
//! one certificate at most, no revocation lists, no attributes.
//!
//! ```text
//! ContentInfo ::= SEQUENCE { contentType ContentType, content [0] EXPLICIT ANY DEFINED BY contentType OPTIONAL }
//! SignedData ::= SEQUENCE {
//!     version Version, digestAlgorithms SET OF AlgorithmIdentifier, contentInfo ContentInfo,
//!     certificates [0] IMPLICIT ExtendedCertificatesAndCertificates OPTIONAL,
//!     crls [1] IMPLICIT CertificateRevocationLists OPTIONAL, signerInfos SET OF SignerInfo }
//! SignerInfo ::= SEQUENCE {
//!     version Version, issuerAndSerialNumber SEQUENCE { issuer Name, serialNumber CertificateSerialNumber },
//!     digestAlgorithm AlgorithmIdentifier, authenticatedAttributes [0] IMPLICIT Attributes OPTIONAL,
//!     digestEncryptionAlgorithm AlgorithmIdentifier, encryptedDigest OCTET STRING,
//!     unauthenticatedAttributes [1] IMPLICIT Attributes OPTIONAL }
//! ```

use super::{
    Certificate,
    algorithms::{AlgorithmId, explicit},
    crt::read_serial,
    der::{self, Buf, Reader, Span},
    error::{Asn1, At, ParseError, Stage},
    name::{self, Name},
    oid,
};

/// The one version there is, of signed data and of what it says of a signer.
const VERSION: i32 = 1;

/// What comes before the number of a content type: `pkcs-7 OBJECT IDENTIFIER ::= { pkcs 7 }`.
const PKCS7: &[u8] = &[0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07];

/// What a content type says (RFC 2315 section 14).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ContentType {
    /// `data`.
    Data,
    /// `signedData`.
    SignedData,
    /// `envelopedData`, `signedAndEnvelopedData`, `digestedData`, `encryptedData`.
    Other,
}

impl ContentType {
    /// That of an object identifier; `None` if it names no content of PKCS #7.
    fn from_oid(oid: &[u8]) -> Option<Self> {
        match oid.strip_prefix(PKCS7)? {
            [1] => Some(Self::Data),
            [2] => Some(Self::SignedData),
            [3..=6] => Some(Self::Other),
            _ => None,
        }
    }
}

/// One signer. All spans refer to the message.
#[derive(Clone, Debug)]
pub struct Signer {
    /// The serial number of the signer's certificate: tag and content.
    pub serial: Buf,
    /// The issuer of that certificate with tag and length.
    pub issuer_raw: Span,
    /// The issuer's attributes, at least one.
    pub issuer: Name,
    /// The object identifier of the digest algorithm: that of the message.
    pub digest: Buf,
    /// The object identifier of the signature algorithm, which may be that of the key alone.
    pub signature_algorithm: Buf,
    /// The signature; its tag is that of an OCTET STRING.
    pub signature: Buf,
}

/// Signed data. All spans refer to the message.
#[derive(Debug)]
pub struct SignedData {
    /// The object identifier of the digest algorithm, one that is known.
    pub digest: Buf,
    /// The certificate, if there is one.
    pub certificate: Option<Certificate>,
    /// The signers; there may be none.
    pub signers: Vec<Signer>,
}

impl SignedData {
    /// Reads a message in DER: ContentInfo with signed data, or SignedData alone. Nothing may follow it.
    pub fn from_der(der: &[u8]) -> Result<Self, ParseError> {
        const STAGE: Stage = Stage::Pkcs7InvalidContentInfo;
        let whole = Reader::new(der);
        let mut outer = whole.clone();
        let (_, mut info) = outer.enter(der::SEQUENCE).at(Stage::Pkcs7InvalidFormat)?;
        outer.finish().at(Stage::Pkcs7InvalidFormat)?;

        let content_type = match info.expect(der::OID) {
            Ok(found) => found.value,
            // No ContentInfo around it.
            Err(Asn1::UnexpectedTag) => return Self::read(whole),
            Err(cause) => return Err(Stage::Bare.because(cause)),
        };
        match ContentType::from_oid(content_type.of(der)) {
            Some(ContentType::SignedData) => {}
            Some(_) => return Err(Stage::Pkcs7FeatureUnavailable.alone()),
            None => return Err(Stage::Pkcs7BadInput.alone()),
        }
        let (_, content) = info.enter(explicit(0)).at(STAGE)?;
        info.finish().at(STAGE)?;
        Self::read(content)
    }

    /// Reads SignedData, which must fill `reader`.
    fn read(mut reader: Reader<'_>) -> Result<Self, ParseError> {
        const STAGE: Stage = Stage::Pkcs7InvalidFormat;
        let (_, mut fields) = reader.enter(der::SEQUENCE).at(STAGE)?;
        reader.finish().at(STAGE)?;
        // As Mbed TLS has it, a malformed version is any wrong one.
        if fields.small_integer() != Ok(VERSION) {
            return Err(Stage::Pkcs7InvalidVersion.alone());
        }
        let digest = read_digests(&mut fields)?;
        read_content(&mut fields)?;
        let certificate = read_certificates(&mut fields)?;

        let (_, mut set) = fields.enter(der::SET).at(Stage::Pkcs7InvalidSignerInfo)?;
        let mut signers = Vec::new();
        while !set.is_at_end() {
            signers.push(read_signer(&mut set, digest)?);
        }
        if !fields.is_at_end() {
            return Err(STAGE.alone());
        }
        Ok(Self {
            digest,
            certificate,
            signers,
        })
    }
}

/// Reads the set of digest algorithms: one that is known.
fn read_digests(fields: &mut Reader<'_>) -> Result<Buf, ParseError> {
    const STAGE: Stage = Stage::Pkcs7InvalidAlg;
    let (_, mut set) = fields.enter(der::SET).at(STAGE)?;
    let digest = read_algorithm(&mut set).at(STAGE)?;
    if !set.is_at_end() {
        return Err(Stage::Pkcs7FeatureUnavailable.alone());
    }
    match oid::digest(digest.of(set.input())) {
        Some(_) => Ok(digest),
        None => Err(STAGE.alone()),
    }
}

/// Reads an AlgorithmIdentifier whose parameters are absent or NULL: its object identifier.
fn read_algorithm(reader: &mut Reader<'_>) -> Result<Buf, Asn1> {
    let algorithm = AlgorithmId::read(reader)?;
    // Mbed TLS takes an element with the tag 0 for one that is absent.
    let is_null = |parameters: Buf| matches!(parameters.tag, der::NULL | 0) && parameters.span.is_empty();
    if algorithm.parameters.is_none_or(is_null) {
        Ok(algorithm.oid)
    } else {
        Err(Asn1::InvalidData)
    }
}

/// Reads what is signed: data that is elsewhere.
fn read_content(fields: &mut Reader<'_>) -> Result<(), ParseError> {
    const STAGE: Stage = Stage::Pkcs7InvalidContentInfo;
    let (_, mut info) = fields.enter(der::SEQUENCE).at(STAGE)?;
    let content_type = info.expect(der::OID).at(STAGE)?;
    if ContentType::from_oid(content_type.value.of(info.input())) != Some(ContentType::Data) {
        return Err(STAGE.alone());
    }
    if info.is_at_end() {
        return Ok(());
    }
    info.expect(explicit(0)).at(STAGE)?;
    Err(if info.is_at_end() {
        Stage::Pkcs7FeatureUnavailable.alone()
    } else {
        STAGE.alone()
    })
}

/// Reads the certificates, if there are any: one.
fn read_certificates(fields: &mut Reader<'_>) -> Result<Option<Certificate>, ParseError> {
    let mut set = match fields.enter(explicit(0)) {
        Ok((_, set)) => set,
        Err(Asn1::UnexpectedTag) => return Ok(None),
        Err(cause) => return Err(Stage::Pkcs7InvalidFormat.because(cause)),
    };
    let found = set.expect(der::SEQUENCE).at(Stage::Pkcs7InvalidCert)?;
    if !set.is_at_end() {
        return Err(Stage::Pkcs7FeatureUnavailable.alone());
    }
    let certificate = Certificate::from_der(found.outer.of(set.input()));
    certificate.map(Some).map_err(|_| Stage::Pkcs7InvalidCert.alone())
}

/// Reads one SignerInfo, which must name the message's digest algorithm. As in Mbed TLS, only the outer elements have
/// their ASN.1 cause in the error.
fn read_signer(set: &mut Reader<'_>, message_digest: Buf) -> Result<Signer, ParseError> {
    const STAGE: Stage = Stage::Pkcs7InvalidSignerInfo;
    let malformed = |_| STAGE.alone();
    let (_, mut fields) = set.enter(der::SEQUENCE).at(STAGE)?;
    if fields.small_integer() != Ok(VERSION) {
        return Err(STAGE.alone());
    }
    let (_, mut name_and_number) = fields.enter(der::SEQUENCE).at(STAGE)?;
    let (issuer_raw, attributes) = name_and_number.enter(der::SEQUENCE).at(STAGE)?;
    let issuer = name::read(attributes).map_err(|_| STAGE.alone())?;
    let serial = read_serial(&mut name_and_number).map_err(|_| STAGE.alone())?;
    if issuer.is_empty() || !name_and_number.is_at_end() {
        return Err(STAGE.alone());
    }
    let digest = read_algorithm(&mut fields).map_err(malformed)?;
    if digest.of(fields.input()) != message_digest.of(fields.input()) {
        return Err(STAGE.alone());
    }
    let signature_algorithm = read_algorithm(&mut fields).map_err(malformed)?;
    let signature = fields.expect(der::OCTET_STRING).map_err(malformed)?.buf();
    if !fields.is_at_end() {
        return Err(STAGE.alone());
    }
    Ok(Signer {
        serial,
        issuer_raw: issuer_raw.outer,
        issuer,
        digest,
        signature_algorithm,
        signature,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    macro_rules! message {
        ($name:literal) => {
            include_bytes!(concat!("../../tests/data/pkcs7/", $name, ".der"))
        };
    }

    /// How many signers there are, and whether there is a certificate.
    fn read(der: &[u8]) -> Result<(usize, bool), ParseError> {
        SignedData::from_der(der).map(|message| (message.signers.len(), message.certificate.is_some()))
    }

    #[test]
    fn what_openssl_signed() {
        assert_eq!(read(message!("ec-sha256")), Ok((1, false)));
        assert_eq!(read(message!("rsa-certificate")), Ok((1, true)));
        assert_eq!(read(message!("three")), Ok((3, false)));
        let content = &message!("ec-sha256")[17..];
        assert_eq!(read(content), Ok((1, false)));
    }

    #[test]
    fn what_is_refused() {
        let unavailable = Err(Stage::Pkcs7FeatureUnavailable.alone());
        assert_eq!(read(message!("content")), unavailable);
        assert_eq!(read(message!("two-certificates")), unavailable);
        assert_eq!(read(message!("two-digests")), unavailable);
        assert_eq!(read(message!("enveloped")), unavailable);
        assert_eq!(read(message!("attributes")), Err(Stage::Pkcs7InvalidSignerInfo.alone()));
        assert_eq!(read(message!("pss")), Err(Stage::Pkcs7InvalidSignerInfo.alone()));
        assert_eq!(read(message!("key-id")), Err(Stage::Pkcs7InvalidVersion.alone()));
        assert_eq!(
            read(message!("certificates-only")),
            Err(Stage::Pkcs7InvalidAlg.because(Asn1::OutOfData))
        );
    }

    #[test]
    fn a_signer_names_the_digest_of_the_message() {
        let mut der = message!("ec-sha256").to_vec();
        let oid = oid::of_digest(crate::crypto::hash::HashAlgorithm::Sha256);
        let last = der.windows(oid.len()).rposition(|bytes| bytes == oid).unwrap() + oid.len() - 1;
        der[last] = 2;
        assert_eq!(read(&der), Err(Stage::Pkcs7InvalidSignerInfo.alone()));
    }

    #[test]
    fn nothing_may_be_missing_or_follow() {
        let der = message!("rsa-certificate");
        for end in 0..der.len() {
            assert_eq!(
                read(&der[..end]),
                Err(Stage::Pkcs7InvalidFormat.because(Asn1::OutOfData))
            );
        }
        assert_eq!(
            read(&[&der[..], &[0]].concat()),
            Err(Stage::Pkcs7InvalidFormat.because(Asn1::LengthMismatch))
        );
    }
}
