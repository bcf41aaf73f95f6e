//! Certificates (RFC 5280 section 4.1): one object that owns the DER and knows where everything in it is.
//!
//! ```text
//! Certificate ::= SEQUENCE { tbsCertificate TBSCertificate, signatureAlgorithm AlgorithmIdentifier, signatureValue BIT STRING }
//! TBSCertificate ::= SEQUENCE {
//!     version [0] EXPLICIT Version DEFAULT v1, serialNumber CertificateSerialNumber, signature AlgorithmIdentifier,
//!     issuer Name, validity Validity, subject Name, subjectPublicKeyInfo SubjectPublicKeyInfo,
//!     issuerUniqueID [1] OPTIONAL, subjectUniqueID [2] OPTIONAL, extensions [3] EXPLICIT Extensions OPTIONAL }
//! ```

use std::{
    convert::Infallible,
    sync::{Arc, OnceLock},
};

use rustls_pki_types::{CertificateDer, TrustAnchor};

use super::{
    algorithms::{AlgorithmId, SignedWith, explicit},
    der::{self, Buf, Reader, Span},
    error::{Asn1, At, ParseError, Stage},
    extensions::{Extensions, OnUnknown, Refused},
    name::{self, Name},
    oid::{self, ext},
    pem,
    spki::PublicKeyInfo,
    time::Time,
};
use crate::crypto::verify::PublicKey;

/// A parsed certificate. All spans refer to [`Certificate::der`].
#[derive(Debug)]
pub struct Certificate {
    der: Vec<u8>,
    /// TBSCertificate with tag and length: what is signed.
    pub tbs: Span,
    /// 1 to 3.
    pub version: i32,
    /// The serial number's tag and content.
    pub serial: Buf,
    /// The signature algorithm's object identifier.
    pub sig_oid: Buf,
    /// How the certificate is signed.
    pub signed_with: SignedWith,
    /// The issuer with tag and length.
    pub issuer_raw: Span,
    /// The subject with tag and length.
    pub subject_raw: Span,
    /// The issuer's attributes.
    pub issuer: Name,
    /// The subject's attributes.
    pub subject: Name,
    /// notBefore.
    pub valid_from: Time,
    /// notAfter.
    pub valid_to: Time,
    /// SubjectPublicKeyInfo with tag and length.
    pub pk_raw: Span,
    /// The public key, and what it is for.
    pub public_key: Arc<PublicKeyInfo>,
    /// issuerUniqueID.
    pub issuer_id: Option<Buf>,
    /// subjectUniqueID.
    pub subject_id: Option<Buf>,
    /// The tags that stand where issuerUniqueID and subjectUniqueID would; 0 if nothing does. Mbed TLS shows them even where
    /// there is no such identifier.
    pub unique_id_tags: [u8; 2],
    /// Content of `[3]`: the Extensions with tag and length; its tag is that of `[3]`.
    pub v3_ext: Option<Buf>,
    /// What the extensions say.
    pub extensions: Extensions,
    /// The signature's bytes; its tag is that of a BIT STRING.
    pub signature: Buf,
    anchor: OnceLock<Option<TrustAnchor<'static>>>,
}

impl Certificate {
    /// Parses DER. What follows the certificate is ignored, as Mbed TLS does; [`Certificate::der`] is without it.
    pub fn from_der(der: &[u8]) -> Result<Self, ParseError> {
        Self::parse::<Infallible>(der, None).map_err(|refused| match refused {
            Refused::Parse(error) => error,
            Refused::Callback(never) => match never {},
        })
    }

    /// The same, with a say about extensions that are not understood: `on_unknown` sees each, critical or not, and what it
    /// returns decides.
    pub fn from_der_with<E>(der: &[u8], on_unknown: OnUnknown<'_, E>) -> Result<Self, Refused<E>> {
        Self::parse(der, Some(on_unknown))
    }

    fn parse<E>(der: &[u8], on_unknown: Option<OnUnknown<'_, E>>) -> Result<Self, Refused<E>> {
        // A buffer that does not begin with a whole SEQUENCE is no certificate at all.
        let whole = Reader::new(der)
            .expect(der::SEQUENCE)
            .map_err(|_| Stage::InvalidFormat.alone())?;
        let der = whole.outer.of(der);
        let reader = Reader::new(der);
        let mut outer = reader.within(whole.value);

        let (tbs, mut fields) = outer.enter(der::SEQUENCE).at(Stage::InvalidFormat)?;
        let version = read_version(&mut fields)?;
        let serial = read_serial(&mut fields)?;
        let algorithm = AlgorithmId::read(&mut fields).at(Stage::InvalidAlg)?;
        if !(0..=2).contains(&version) {
            return Err(Stage::UnknownVersion.alone().into());
        }
        let signed_with = SignedWith::from_id(&algorithm, &reader)?;
        let (issuer_raw, issuer) = read_issuer(&mut fields)?;
        let (valid_from, valid_to) = read_validity(&mut fields)?;
        let (subject_raw, subject) = read_name(&mut fields)?;
        let (public_key, pk_raw) = PublicKeyInfo::read(&mut fields)?;

        let (mut issuer_id, mut subject_id, mut v3_ext) = (None, None, None);
        let mut unique_id_tags = [0; 2];
        let mut extensions = Extensions::default();
        if version >= 1 {
            let issuer_tag = fields.peek().unwrap_or(0);
            issuer_id = fields.optional(explicit(1)).at(Stage::InvalidFormat)?;
            unique_id_tags = [issuer_tag, fields.peek().unwrap_or(0)];
            subject_id = fields.optional(explicit(2)).at(Stage::InvalidFormat)?;
        }
        if version == 2 && !fields.is_at_end() {
            const STAGE: Stage = Stage::InvalidExtensions;
            let (wrapper, mut inner) = fields.enter(explicit(3)).at(STAGE)?;
            let (_, list) = inner.enter(der::SEQUENCE).at(STAGE)?;
            inner.finish().at(STAGE)?;
            extensions = Extensions::read(list, on_unknown)?;
            v3_ext = Some(wrapper.buf());
        }
        fields.finish().at(Stage::InvalidFormat)?;

        // RFC 5280 section 4.1.1.2: "This field MUST contain the same algorithm identifier as the signature field in the
        // sequence tbsCertificate"
        let repeated = AlgorithmId::read(&mut outer).at(Stage::InvalidAlg)?;
        if !repeated.same(&algorithm, der) {
            return Err(Stage::SigMismatch.alone().into());
        }
        let signature = outer.byte_string().at(Stage::InvalidSignature)?;
        outer.finish().at(Stage::InvalidFormat)?;

        Ok(Self {
            der: der.to_vec(),
            tbs: tbs.outer,
            version: version.saturating_add(1),
            serial,
            sig_oid: algorithm.oid,
            signed_with,
            issuer_raw,
            subject_raw,
            issuer,
            subject,
            valid_from,
            valid_to,
            pk_raw,
            public_key: Arc::new(public_key),
            issuer_id: issuer_id.map(der::Element::buf),
            subject_id: subject_id.map(der::Element::buf),
            unique_id_tags,
            v3_ext,
            extensions,
            signature,
            anchor: OnceLock::new(),
        })
    }

    /// The whole certificate, which all spans refer to.
    pub fn der(&self) -> &[u8] {
        &self.der
    }

    /// The public key itself.
    pub fn key(&self) -> &PublicKey {
        &self.public_key.key
    }

    /// Is this certificate's issuer the subject of `parent`, by Mbed's comparison?
    pub fn is_issued_by(&self, parent: &Self) -> bool {
        self.issuer_raw.of(&self.der) == parent.subject_raw.of(&parent.der)
            || name::equal(&self.issuer, &self.der, &parent.subject, &parent.der)
    }

    /// Does its authorityKeyIdentifier name the key that `parent` says it has? Without proof of anything: it helps to look
    /// in the right place first.
    pub(super) fn names_key_of(&self, parent: &Self) -> bool {
        let named = self.extensions.authority_key_id.key_identifier;
        let own = parent.extensions.subject_key_id;
        named.is_some_and(|named| own.is_some_and(|own| named.of(&self.der) == own.of(&parent.der)))
    }

    /// Are issuer and subject equal? (That says nothing about who signed it.)
    pub fn is_self_issued(&self) -> bool {
        self.is_issued_by(self)
    }

    /// Does the signature check with this key, and may the key make such signatures?
    pub fn is_signed_by(&self, key: &PublicKeyInfo) -> bool {
        self.signed_with
            .verify(key, self.tbs.of(&self.der), self.signature.of(&self.der))
            .is_ok()
    }

    /// Did the holder of `parent` sign this? Fails too if its key is not for such signatures: one for key agreement alone
    /// (id-ecDH, RFC 5480 section 2.1.2) signs nothing, and one for RSASSA-PSS makes no other signatures (RFC 4055
    /// section 1.2).
    pub fn is_signed_by_certificate(&self, parent: &Self) -> bool {
        self.is_signed_by(&parent.public_key)
    }

    /// May the key be used like this (bits as in [`Extensions::key_usage`])? Without keyUsage, for everything. The
    /// encipherOnly and decipherOnly bits of `usage` say what is allowed, all others what is required.
    pub const fn check_key_usage(&self, usage: u32) -> bool {
        const MAY: u32 = 0x8001;
        if !self.extensions.has(ext::KEY_USAGE) {
            return true;
        }
        let required = usage & !MAY;
        let allowed = usage & MAY;
        self.extensions.key_usage & required == required && (self.extensions.key_usage & MAY) | allowed == allowed
    }

    /// May the key be used for this purpose (content bytes of its object identifier)? Without extKeyUsage, or with
    /// anyExtendedKeyUsage in it, for all.
    pub fn check_extended_key_usage(&self, purpose: &[u8]) -> bool {
        !self.extensions.has(ext::EXTENDED_KEY_USAGE)
            || self.extensions.extended_key_usage.iter().any(|listed| {
                let listed = listed.of(&self.der);
                listed == purpose || listed == oid::ANY_EXTENDED_KEY_USAGE
            })
    }

    /// webpki's form of this certificate as a trust anchor, made on first use and kept; `None` if webpki refuses it.
    pub(super) fn trust_anchor(&self) -> Option<TrustAnchor<'_>> {
        let owned = self.anchor.get_or_init(|| {
            let der = CertificateDer::from(self.der());
            webpki::anchor_from_trusted_cert(&der)
                .ok()
                .map(|anchor| anchor.to_owned())
        });
        owned.as_ref().map(|anchor| TrustAnchor {
            subject: anchor.subject.as_ref().into(),
            subject_public_key_info: anchor.subject_public_key_info.as_ref().into(),
            name_constraints: anchor.name_constraints.as_ref().map(|der| der.as_ref().into()),
        })
    }
}

/// `[0] EXPLICIT INTEGER DEFAULT 0`, as it stands (0 is version 1).
pub(super) fn read_version(fields: &mut Reader<'_>) -> Result<i32, ParseError> {
    let wrapper = match fields.expect(explicit(0)) {
        Err(Asn1::UnexpectedTag) => return Ok(0),
        result => result.at(Stage::InvalidFormat)?,
    };
    let mut inner = fields.within(wrapper.value);
    let version = inner.small_integer().at(Stage::InvalidVersion)?;
    inner.finish().at(Stage::InvalidVersion)?;
    Ok(version)
}

/// A serial number: INTEGER, or `[2]` as some CRLs have it.
pub(super) fn read_serial(fields: &mut Reader<'_>) -> Result<Buf, ParseError> {
    match fields.peek() {
        None => Err(Stage::InvalidSerial.because(Asn1::OutOfData)),
        Some(tag) if tag == der::INTEGER || tag == der::CONTEXT | 2 => Ok(fields.any().at(Stage::InvalidSerial)?.buf()),
        Some(_) => Err(Stage::InvalidSerial.because(Asn1::UnexpectedTag)),
    }
}

/// A Name: span with tag and length, and its attributes.
pub(super) fn read_name(fields: &mut Reader<'_>) -> Result<(Span, Name), ParseError> {
    let (raw, rdns) = fields.enter(der::SEQUENCE).at(Stage::InvalidFormat)?;
    Ok((raw.outer, name::read(rdns)?))
}

/// The issuer. RFC 5280 section 4.1.2.4: "The issuer field MUST contain a non-empty distinguished name (DN)."
pub(super) fn read_issuer(fields: &mut Reader<'_>) -> Result<(Span, Name), ParseError> {
    let (raw, issuer) = read_name(fields)?;
    if issuer.is_empty() {
        return Err(Stage::InvalidName.because(Asn1::OutOfData));
    }
    Ok((raw, issuer))
}

/// `Validity ::= SEQUENCE { notBefore Time, notAfter Time }`
fn read_validity(fields: &mut Reader<'_>) -> Result<(Time, Time), ParseError> {
    let (_, mut times) = fields.enter(der::SEQUENCE).at(Stage::InvalidDate)?;
    let from = Time::read(&mut times)?;
    let to = Time::read(&mut times)?;
    times.finish().at(Stage::InvalidDate)?;
    Ok((from, to))
}

/// What came out of a buffer with certificates or lists in it.
#[derive(Debug)]
pub struct Parsed<T> {
    /// Those that parsed, in order.
    pub items: Vec<T>,
    /// How many PEM blocks did not.
    pub failed: usize,
    /// Why the rest of the buffer was not looked at, where that is so.
    pub stopped_by: Option<ParseError>,
}

impl<T> Parsed<T> {
    /// One item alone.
    pub(super) fn one(item: T) -> Self {
        Self {
            items: vec![item],
            failed: 0,
            stopped_by: None,
        }
    }
}

/// Parses one DER certificate, or as many PEM blocks `CERTIFICATE` as there are. As in Mbed TLS, a block that does not parse
/// is passed over, but an empty one ends it. Fails if none parsed, with the error of the first, or UnknownFormat if there
/// is no whole block.
pub fn parse_many(bytes: &[u8]) -> Result<Parsed<Certificate>, ParseError> {
    const LABEL: &str = "CERTIFICATE";
    if !pem::has_block(bytes, LABEL) {
        return Certificate::from_der(bytes).map(Parsed::one);
    }
    let mut out = Parsed {
        items: Vec::new(),
        failed: 0,
        stopped_by: None,
    };
    let mut first_error = None;
    let mut rest = bytes;
    while let Some(found) = pem::next_block(rest, LABEL) {
        rest = found.rest;
        match found.block.decode().and_then(|der| Certificate::from_der(&der)) {
            Ok(item) => out.items.push(item),
            Err(error) if error == Stage::PemBadInput.alone() => {
                out.stopped_by = Some(error);
                break;
            }
            Err(error) => {
                out.failed = out.failed.saturating_add(1);
                first_error.get_or_insert(error);
            }
        }
    }
    if out.items.is_empty() {
        let error = out.stopped_by.or(first_error);
        return Err(error.unwrap_or(Stage::UnknownFormat.alone()));
    }
    Ok(out)
}
