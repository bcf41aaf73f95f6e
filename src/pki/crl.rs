//! Certificate revocation lists (RFC 5280 section 5.1), versions 1 and 2.
//!
//! ```text
//! CertificateList ::= SEQUENCE { tbsCertList TBSCertList, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING }
//! TBSCertList ::= SEQUENCE {
//!     version Version OPTIONAL, signature AlgorithmIdentifier, issuer Name, thisUpdate Time, nextUpdate Time OPTIONAL,
//!     revokedCertificates SEQUENCE OF SEQUENCE {
//!         userCertificate CertificateSerialNumber, revocationDate Time, crlEntryExtensions Extensions OPTIONAL } OPTIONAL,
//!     crlExtensions [0] EXPLICIT Extensions OPTIONAL }
//! ```

use super::{
    algorithms::{AlgorithmId, SignedWith, explicit},
    crt::{Parsed, read_issuer, read_serial},
    der::{self, Buf, Reader, Span},
    error::{Asn1, At, ParseError, Stage},
    name::Name,
    pem,
    spki::PublicKeyInfo,
    time::Time,
};

/// One revoked certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revoked {
    /// Content of the entry.
    pub raw: Buf,
    /// The serial number's tag and content.
    pub serial: Buf,
    /// When it was revoked.
    pub date: Time,
    /// The entry's extensions, tag and length included.
    pub extensions: Option<Buf>,
}

/// A parsed revocation list. All spans refer to [`Crl::der`].
#[derive(Clone, Debug)]
pub struct Crl {
    der: Vec<u8>,
    /// TBSCertList with tag and length: what is signed.
    pub tbs: Span,
    /// 1 or 2.
    pub version: i32,
    /// The signature algorithm's object identifier.
    pub sig_oid: Buf,
    /// How the list is signed.
    pub signed_with: SignedWith,
    /// The issuer with tag and length.
    pub issuer_raw: Span,
    /// The issuer's attributes.
    pub issuer: Name,
    /// thisUpdate.
    pub this_update: Time,
    /// nextUpdate.
    pub next_update: Option<Time>,
    /// The revoked certificates.
    pub entries: Vec<Revoked>,
    /// Content of `[0]`: the Extensions with tag and length; its tag is that of `[0]`.
    pub extensions: Option<Buf>,
    /// The signature's bytes; its tag is that of a BIT STRING.
    pub signature: Buf,
}

impl Crl {
    /// Parses DER; nothing may follow the list.
    pub fn from_der(der: &[u8]) -> Result<Self, ParseError> {
        let mut reader = Reader::new(der);
        let whole = reader.expect(der::SEQUENCE).map_err(|_| Stage::InvalidFormat.alone())?;
        reader.finish().at(Stage::InvalidFormat)?;
        let mut outer = reader.within(whole.value);

        let (tbs, mut fields) = outer.enter(der::SEQUENCE).at(Stage::InvalidFormat)?;
        let version = match fields.peek() {
            None | Some(der::INTEGER) => fields.small_integer().at(Stage::InvalidVersion)?,
            _ => 0,
        };
        let algorithm = AlgorithmId::read(&mut fields).at(Stage::InvalidAlg)?;
        if !(0..=1).contains(&version) {
            return Err(Stage::UnknownVersion.alone());
        }
        let signed_with = SignedWith::from_id(&algorithm, &reader).map_err(|_| Stage::UnknownSigAlg.alone())?;
        let (issuer_raw, issuer) = read_issuer(&mut fields)?;
        let this_update = Time::read(&mut fields)?;
        let next_update = match fields.peek() {
            Some(der::UTC_TIME | der::GENERALIZED_TIME) => Some(Time::read(&mut fields)?),
            _ => None,
        };
        let entries = match fields.optional(der::SEQUENCE).at(Stage::Bare)? {
            Some(list) => read_entries(fields.within(list.value))?,
            None => Vec::new(),
        };
        let mut extensions = None;
        if version == 1 && !fields.is_at_end() {
            const STAGE: Stage = Stage::InvalidExtensions;
            let (wrapper, mut inner) = fields.enter(explicit(0)).at(STAGE)?;
            let (_, list) = inner.enter(der::SEQUENCE).at(STAGE)?;
            inner.finish().at(STAGE)?;
            check_extensions(list)?;
            extensions = Some(wrapper.buf());
        }
        fields.finish().at(Stage::InvalidFormat)?;

        let repeated = AlgorithmId::read(&mut outer).at(Stage::InvalidAlg)?;
        if !repeated.same(&algorithm, der) {
            return Err(Stage::SigMismatch.alone());
        }
        let signature = outer.byte_string().at(Stage::InvalidSignature)?;
        outer.finish().at(Stage::InvalidFormat)?;

        Ok(Self {
            der: der.to_vec(),
            tbs: tbs.outer,
            version: version.saturating_add(1),
            sig_oid: algorithm.oid,
            signed_with,
            issuer_raw,
            issuer,
            this_update,
            next_update,
            entries,
            extensions,
            signature,
        })
    }

    /// The whole list, which all spans refer to.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// Is the certificate with this serial number (content bytes) on the list?
    pub fn has_revoked(&self, serial: &[u8]) -> bool {
        self.entries.iter().any(|entry| entry.serial.of(&self.der) == serial)
    }

    /// Does the signature check with this key, and may the key make such signatures?
    pub fn is_signed_by(&self, key: &PublicKeyInfo) -> bool {
        self.signed_with
            .verify(key, self.tbs.of(&self.der), self.signature.of(&self.der))
            .is_ok()
    }
}

/// Parses one DER list, or as many PEM blocks `X509 CRL` as there are. As in Mbed TLS, a list that does not parse ends it
/// with its error, and a block that is no base64 ends it without one, unless it is the first: then the whole buffer is
/// taken for DER.
pub fn parse_many(bytes: &[u8]) -> Result<Parsed<Crl>, ParseError> {
    let mut out = Parsed {
        items: Vec::new(),
        failed: 0,
        stopped_by: None,
    };
    let mut rest = bytes;
    while let Some(found) = pem::next_block(rest, "X509 CRL") {
        rest = found.rest;
        let Ok(der) = found.block.decode() else {
            break;
        };
        match Crl::from_der(&der) {
            Ok(item) => out.items.push(item),
            Err(error) if out.items.is_empty() => return Err(error),
            Err(error) => {
                out.failed = 1;
                out.stopped_by = Some(error);
                return Ok(out);
            }
        }
    }
    if out.items.is_empty() {
        return Crl::from_der(bytes).map(Parsed::one);
    }
    Ok(out)
}

fn read_entries(mut list: Reader<'_>) -> Result<Vec<Revoked>, ParseError> {
    let mut out = Vec::new();
    while !list.is_at_end() {
        let (raw, mut fields) = list.enter(der::SEQUENCE).at(Stage::Bare)?;
        let serial = read_serial(&mut fields)?;
        let date = Time::read(&mut fields)?;
        let mut extensions = None;
        if let Some(found) = fields.optional(der::SEQUENCE).at(Stage::InvalidExtensions)? {
            let mut inner = fields.within(found.value);
            while !inner.is_at_end() {
                inner.expect(der::SEQUENCE).at(Stage::InvalidExtensions)?;
            }
            extensions = Some(Buf {
                tag: found.tag,
                span: found.outer,
            });
        }
        // Mbed TLS takes what stands behind for the next entry.
        if fields.peek().is_some_and(|tag| tag != der::SEQUENCE) {
            return Err(Stage::Bare.because(Asn1::UnexpectedTag));
        }
        fields.finish().at(Stage::Bare)?;
        out.push(Revoked {
            raw: raw.buf(),
            serial,
            date,
            extensions,
        });
    }
    Ok(out)
}

/// RFC 5280 section 5.2: "If a CRL contains a critical extension that the application cannot process, then the application
/// MUST NOT use that CRL to determine the status of certificates." None is processed here.
fn check_extensions(mut list: Reader<'_>) -> Result<(), ParseError> {
    const STAGE: Stage = Stage::InvalidExtensions;
    while !list.is_at_end() {
        let (_, mut fields) = list.enter(der::SEQUENCE).at(STAGE)?;
        fields.expect(der::OID).at(STAGE)?;
        let critical = match fields.peek() {
            Some(der::BOOLEAN) => fields.boolean().at(STAGE)?,
            _ => false,
        };
        fields.expect(der::OCTET_STRING).at(STAGE)?;
        fields.finish().at(STAGE)?;
        if critical {
            return Err(STAGE.because(Asn1::UnexpectedTag));
        }
    }
    Ok(())
}
