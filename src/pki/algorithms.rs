//! AlgorithmIdentifier (RFC 5280 section 4.1.1.2), and how certificates and CRLs are signed (RFC 4055, 5758, 8410).

use super::{
    der::{self, Buf, Reader},
    error::{Asn1, At, ParseError, Stage},
    oid::{self, SignatureKind},
    spki::{self, KeyAlgorithm, PublicKeyInfo},
};
use crate::crypto::{Unspecified, hash::HashAlgorithm, sign};

/// `AlgorithmIdentifier ::= SEQUENCE { algorithm OBJECT IDENTIFIER, parameters ANY OPTIONAL }`
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AlgorithmId {
    /// The object identifier.
    pub oid: Buf,
    /// The parameters, if there are any.
    pub parameters: Option<Buf>,
}

impl AlgorithmId {
    /// Reads one.
    pub fn read(reader: &mut Reader<'_>) -> Result<Self, Asn1> {
        let (_, mut fields) = reader.enter(der::SEQUENCE)?;
        let oid = fields.expect(der::OID)?.buf();
        let parameters = if fields.is_at_end() {
            None
        } else {
            Some(fields.any()?.buf())
        };
        fields.finish()?;
        Ok(Self { oid, parameters })
    }

    /// Are the parameters absent or NULL?
    pub fn has_no_parameters(&self) -> bool {
        self.parameters
            .is_none_or(|parameters| parameters.tag == der::NULL && parameters.span.is_empty())
    }

    /// The same identifier, byte for byte?
    pub fn same(&self, other: &Self, input: &[u8]) -> bool {
        let parts = |id: &Self| id.parameters.map(|buf| buf.tag);
        let bytes = |id: &Self| id.parameters.unwrap_or_default().span;
        self.oid.of(input) == other.oid.of(input)
            && parts(self) == parts(other)
            && bytes(self).of(input) == bytes(other).of(input)
    }
}

pub use crate::crypto::sign::PssParameters;

impl PssParameters {
    /// Reads the parameters; what is absent has its default (SHA-1, MGF1 with SHA-1, 20 bytes, trailer field 1).
    pub fn read(parameters: Option<Buf>, reader: &Reader<'_>) -> Result<Self, ParseError> {
        const STAGE: Stage = Stage::InvalidAlg;
        let mut out = Self {
            hash: HashAlgorithm::Sha1,
            mgf_hash: HashAlgorithm::Sha1,
            salt_length: 20,
        };
        let parameters = match parameters {
            Some(buf) if buf.tag == der::SEQUENCE => buf,
            _ => return Err(STAGE.because(Asn1::UnexpectedTag)),
        };
        let mut fields = reader.within(parameters.span);
        if let Some(hash) = fields.optional(explicit(0)).at(STAGE)? {
            out.hash = read_digest(&mut fields.within(hash.value))?;
        }
        if let Some(mgf) = fields.optional(explicit(1)).at(STAGE)? {
            let mut inner = fields.within(mgf.value);
            let function = AlgorithmId::read(&mut inner).at(STAGE)?;
            inner.finish().at(STAGE)?;
            if function.oid.of(reader.input()) != oid::MGF1 {
                return Err(Stage::FeatureUnavailable.because(Asn1::OidNotFound));
            }
            out.mgf_hash = match function.parameters {
                Some(digest) if digest.tag == der::SEQUENCE => read_mgf_digest(fields.within(digest.span))?,
                _ => return Err(STAGE.because(Asn1::UnexpectedTag)),
            };
        }
        if let Some(salt) = fields.optional(explicit(2)).at(STAGE)? {
            let mut inner = fields.within(salt.value);
            let length = inner.small_integer().at(STAGE)?;
            inner.finish().at(STAGE)?;
            out.salt_length = usize::try_from(length).map_err(|_| STAGE.because(Asn1::InvalidLength))?;
        }
        if let Some(trailer) = fields.optional(explicit(3)).at(STAGE)? {
            let mut inner = fields.within(trailer.value);
            let field = inner.small_integer().at(STAGE)?;
            inner.finish().at(STAGE)?;
            if field != 1 {
                return Err(STAGE.alone());
            }
        }
        fields.finish().at(STAGE)?;
        Ok(out)
    }

    /// Appends `RSASSA-PSS-params`, without what has its default (X.690 section 11.5).
    pub fn push(&self, out: &mut Vec<u8>) {
        let id_of = |hash: HashAlgorithm| {
            let mut id = Vec::new();
            der::push_element(&mut id, der::OID, &[oid::of_digest(hash)]);
            der::push_element(&mut id, der::NULL, &[]);
            let mut whole = Vec::new();
            der::push_element(&mut whole, der::SEQUENCE, &[&id]);
            whole
        };
        let mut fields = Vec::new();
        if self.hash != HashAlgorithm::Sha1 {
            der::push_element(&mut fields, explicit(0), &[&id_of(self.hash)]);
        }
        if self.mgf_hash != HashAlgorithm::Sha1 {
            let mut mgf = Vec::new();
            der::push_element(&mut mgf, der::OID, &[oid::MGF1]);
            let mut whole = Vec::new();
            der::push_element(&mut whole, der::SEQUENCE, &[&mgf, &id_of(self.mgf_hash)]);
            der::push_element(&mut fields, explicit(1), &[&whole]);
        }
        if self.salt_length != 20 {
            let mut number = Vec::new();
            spki::push_unsigned(&mut number, &self.salt_length.to_be_bytes());
            der::push_element(&mut fields, explicit(2), &[&number]);
        }
        der::push_element(out, der::SEQUENCE, &[&fields]);
    }
}

/// The tag of `[number] EXPLICIT`.
pub const fn explicit(number: u8) -> u8 {
    der::CONTEXT | der::CONSTRUCTED | number
}

/// A digest's AlgorithmIdentifier, which must be all that is left.
fn read_digest(reader: &mut Reader<'_>) -> Result<HashAlgorithm, ParseError> {
    const STAGE: Stage = Stage::InvalidAlg;
    let id = AlgorithmId::read(reader).at(STAGE)?;
    reader.finish().at(STAGE)?;
    if !id.has_no_parameters() {
        return Err(STAGE.because(Asn1::InvalidData));
    }
    oid::digest(id.oid.of(reader.input())).ok_or(STAGE.because(Asn1::OidNotFound))
}

/// The content of the AlgorithmIdentifier of MGF1's digest.
fn read_mgf_digest(mut fields: Reader<'_>) -> Result<HashAlgorithm, ParseError> {
    const STAGE: Stage = Stage::InvalidAlg;
    let id = fields.expect(der::OID).at(STAGE)?;
    let hash = oid::digest(id.value.of(fields.input())).ok_or(STAGE.because(Asn1::OidNotFound))?;
    if !fields.is_at_end() {
        let parameters = fields.expect(der::NULL).at(STAGE)?;
        if !parameters.value.is_empty() {
            return Err(STAGE.because(Asn1::InvalidData));
        }
    }
    fields.finish().at(STAGE)?;
    Ok(hash)
}

/// How something is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignedWith {
    /// The kind of signature.
    pub kind: SignatureKind,
    /// The digest; for Ed25519, which has none of its own, SHA-512, which it uses inside.
    pub hash: HashAlgorithm,
    /// For RSASSA-PSS.
    pub pss: Option<PssParameters>,
}

impl SignedWith {
    /// Understands a signature algorithm.
    pub fn from_id(id: &AlgorithmId, reader: &Reader<'_>) -> Result<Self, ParseError> {
        let unknown = Stage::UnknownSigAlg.because(Asn1::OidNotFound);
        let (kind, hash) = oid::signature(id.oid.of(reader.input())).ok_or(unknown)?;
        if kind == SignatureKind::RsaPss {
            let pss = PssParameters::read(id.parameters, reader)?;
            return Ok(Self {
                kind,
                hash: pss.hash,
                pss: Some(pss),
            });
        }
        if !id.has_no_parameters() {
            return Err(Stage::InvalidAlg.alone());
        }
        Ok(Self {
            kind,
            hash: hash.unwrap_or(HashAlgorithm::Sha512),
            pss: None,
        })
    }

    /// Checks `signature` over `message` with `signer`, which must be a key for such signatures.
    ///
    /// DEVIATION: RSASSA-PSS with one digest for the message and another for MGF1 is not offered.
    pub fn verify(&self, signer: &PublicKeyInfo, message: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
        let key = &signer.key;
        // RFC 4055 section 1.2: a key of id-RSASSA-PSS makes no other signatures; section 3.1: none beyond its parameters. One
        // for key agreement alone (id-ecDH, RFC 5480 section 2.1.2) signs nothing.
        let is_allowed = match (signer.algorithm, self.pss) {
            (KeyAlgorithm::RsaPss, Some(pss)) => signer.rsa_use().allows(&pss),
            (KeyAlgorithm::RsaPss, None) | (KeyAlgorithm::EcDh, _) => false,
            _ => true,
        };
        if !is_allowed {
            return Err(Unspecified);
        }
        let algorithm = match (self.kind, self.pss) {
            (SignatureKind::RsaPss, Some(pss)) => {
                if pss.mgf_hash != pss.hash {
                    return Err(Unspecified);
                }
                if pss.salt_length != pss.hash.output_len() {
                    let hash = pss.hash.hash(message);
                    return key.verify_rsa_pss(pss.hash, Some(pss.salt_length), hash.as_ref(), signature);
                }
                sign::SignatureAlgorithm::RsaPss(pss.hash)
            }
            (SignatureKind::RsaPss, None) => return Err(Unspecified),
            (SignatureKind::Rsa, _) => sign::SignatureAlgorithm::RsaPkcs1(self.hash),
            (SignatureKind::Ecdsa, _) => sign::SignatureAlgorithm::Ecdsa(self.hash),
            (SignatureKind::Ed25519, _) => sign::SignatureAlgorithm::Ed25519,
        };
        key.verify(algorithm, message, signature)
    }
}
