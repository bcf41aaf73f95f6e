//! Certificate requests (RFC 2986 section 4), with the extensions that a PKCS #9 attribute asks for (RFC 2985 section 5.4.2).
//!
//! ```text
//! CertificationRequest ::= SEQUENCE {
//!     certificationRequestInfo CertificationRequestInfo, signatureAlgorithm AlgorithmIdentifier, signature BIT STRING }
//! CertificationRequestInfo ::= SEQUENCE {
//!     version INTEGER { v1(0) }, subject Name, subjectPKInfo SubjectPublicKeyInfo, attributes [0] IMPLICIT SET OF Attribute }
//! Attribute ::= SEQUENCE { type OBJECT IDENTIFIER, values SET SIZE(1..MAX) OF ANY }
//! ```

use super::{
    algorithms::{AlgorithmId, SignedWith, explicit},
    crt::read_name,
    der::{self, Buf, Reader, Span},
    error::{Asn1, At, ParseError, Stage},
    extensions::Extensions,
    name::Name,
    oid::{self, ext},
    spki::PublicKeyInfo,
};

const STAGE: Stage = Stage::InvalidExtensions;

/// An extension that is not understood: places in the DER, and whether it is critical.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The object identifier's content bytes.
    pub oid: Span,
    /// Content of the OCTET STRING.
    pub value: Span,
    /// Must it be understood?
    pub critical: bool,
}

/// A parsed request. All spans refer to the DER that it was parsed from, which has nothing behind it.
#[derive(Debug)]
pub struct Request {
    /// CertificationRequestInfo with tag and length: what is signed.
    pub info: Span,
    /// The subject with tag and length.
    pub subject_raw: Span,
    /// The subject's attributes.
    pub subject: Name,
    /// The public key, and what it is for.
    pub public_key: PublicKeyInfo,
    /// What the extensions ask for: keyUsage, subjectAltName and Netscape's certificate type. Others that certificates here
    /// understand have their bit in `types` and are not looked into.
    pub extensions: Extensions,
    /// Extensions that are not understood; none unless they were asked for.
    pub unknown: Vec<Unknown>,
    /// The signature algorithm's object identifier.
    pub sig_oid: Buf,
    /// How the request is signed.
    pub signed_with: SignedWith,
    /// The signature's bytes; its tag is that of a BIT STRING.
    pub signature: Buf,
}

impl Request {
    /// Parses DER, which nothing may follow. With `keep_unknown`, extensions that are not understood are listed; without,
    /// a critical one is an error. Whether the signature is right is not checked.
    ///
    /// DEVIATION: Mbed TLS does not mind how long the SET in an extensionRequest says that it is, and takes parameters of
    /// the signature algorithm that have the tag 0 for none; here both are malformed.
    pub fn from_der(der: &[u8], keep_unknown: bool) -> Result<Self, ParseError> {
        let mut reader = Reader::new(der);
        let whole = reader.expect(der::SEQUENCE).map_err(|_| Stage::InvalidFormat.alone())?;
        reader.finish().at(Stage::InvalidFormat)?;
        let mut outer = reader.within(whole.value);
        let (info, mut fields) = outer.enter(der::SEQUENCE).at(Stage::InvalidFormat)?;
        // As in Mbed TLS, the version may be left out.
        let version = match fields.peek() {
            Some(tag) if tag != der::INTEGER => 0,
            _ => fields.small_integer().at(Stage::InvalidVersion)?,
        };
        if version != 0 {
            return Err(Stage::UnknownVersion.alone());
        }
        let (subject_raw, subject) = read_name(&mut fields)?;
        if subject.is_empty() {
            // As in Mbed TLS, a request needs a subject.
            return Err(Stage::InvalidName.because(Asn1::OutOfData));
        }
        let (public_key, _) = PublicKeyInfo::read(&mut fields)?;
        let (_, attributes) = fields.enter(explicit(0)).at(Stage::InvalidFormat)?;
        let mut wanted = Wanted {
            extensions: Extensions::default(),
            unknown: Vec::new(),
            keep_unknown,
        };
        wanted.read_attributes(attributes)?;
        fields.finish().at(Stage::InvalidFormat)?;
        let algorithm = AlgorithmId::read(&mut outer).at(Stage::InvalidAlg)?;
        let signed_with = SignedWith::from_id(&algorithm, &reader).map_err(|_| Stage::UnknownSigAlg.alone())?;
        let signature = outer.byte_string().at(Stage::InvalidSignature)?;
        outer.finish().at(Stage::InvalidFormat)?;
        Ok(Self {
            info: info.outer,
            subject_raw,
            subject,
            public_key,
            extensions: wanted.extensions,
            unknown: wanted.unknown,
            sig_oid: algorithm.oid,
            signed_with,
            signature,
        })
    }
}

/// What the attributes ask for, so far.
struct Wanted {
    extensions: Extensions,
    unknown: Vec<Unknown>,
    keep_unknown: bool,
}

impl Wanted {
    /// All attributes; those that are no extensionRequest are passed over.
    fn read_attributes(&mut self, mut attributes: Reader<'_>) -> Result<(), ParseError> {
        while !attributes.is_at_end() {
            let (_, mut attribute) = attributes.enter(der::SEQUENCE).at(STAGE)?;
            let kind = attribute.expect(der::OID).at(STAGE)?;
            if kind.value.of(attribute.input()) != oid::EXTENSION_REQUEST {
                continue;
            }
            let (_, mut values) = attribute.enter(der::SET).at(STAGE)?;
            let (_, list) = values.enter(der::SEQUENCE).at(STAGE)?;
            self.read_extensions(list)?;
            values.finish().at(STAGE)?;
            attribute.finish().at(STAGE)?;
        }
        Ok(())
    }

    fn read_extensions(&mut self, mut list: Reader<'_>) -> Result<(), ParseError> {
        let input = list.input();
        while !list.is_at_end() {
            let (_, mut fields) = list.enter(der::SEQUENCE).at(STAGE)?;
            let id = fields.expect(der::OID).at(STAGE)?;
            let critical = match fields.peek() {
                Some(der::BOOLEAN) => fields.boolean().at(STAGE)?,
                _ => false,
            };
            let content = fields.expect(der::OCTET_STRING).at(STAGE)?;
            fields.finish().at(STAGE)?;
            let known = oid::extension(id.value.of(input)).filter(|bit| *bit != ext::NAME_CONSTRAINTS);
            let Some(bit) = known else {
                if self.keep_unknown {
                    self.unknown.push(Unknown {
                        oid: id.value,
                        value: content.value,
                        critical,
                    });
                } else if critical {
                    return Err(STAGE.because(Asn1::UnexpectedTag));
                }
                continue;
            };
            if self.extensions.types & bit != 0 {
                return Err(STAGE.because(Asn1::InvalidData));
            }
            self.extensions.types |= bit;
            match bit {
                ext::KEY_USAGE | ext::SUBJECT_ALT_NAME | ext::NS_CERT_TYPE => {
                    self.extensions.read_known(bit, fields.within(content.value))?;
                }
                _ if critical => return Err(Stage::FeatureUnavailable.alone()),
                _ => {}
            }
        }
        Ok(())
    }
}
