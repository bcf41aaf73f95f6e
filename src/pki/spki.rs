//! SubjectPublicKeyInfo (RFC 5280 section 4.1.2.7) and RSAPublicKey (RFC 8017 appendix A.1.1).

use super::{
    algorithms::AlgorithmId,
    der::{self, Reader, Span},
    error::{Asn1, At, ParseError, Stage},
    oid,
};
use crate::crypto::{
    ec::Curve,
    sign::{PssParameters, RsaUse},
    verify::PublicKey,
};

/// What a SubjectPublicKeyInfo says its key is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyAlgorithm {
    /// rsaEncryption.
    Rsa,
    /// id-RSASSA-PSS: only RSASSA-PSS signatures.
    RsaPss,
    /// id-ecPublicKey.
    Ec,
    /// id-ecDH: no signatures.
    EcDh,
    /// id-Ed25519.
    Ed25519,
}

/// A public key and what it is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeyInfo {
    /// The key.
    pub key: PublicKey,
    /// What it is for.
    pub algorithm: KeyAlgorithm,
    /// The limits of an id-RSASSA-PSS key, if it has any.
    pub pss: Option<PssParameters>,
}

impl PublicKeyInfo {
    /// A key without limits.
    pub const fn new(key: PublicKey, algorithm: KeyAlgorithm) -> Self {
        Self {
            key,
            algorithm,
            pss: None,
        }
    }

    /// What the key may sign.
    pub fn rsa_use(&self) -> RsaUse {
        match self.algorithm {
            KeyAlgorithm::RsaPss => RsaUse::Pss(self.pss),
            _ => RsaUse::Any,
        }
    }

    /// Reads `SEQUENCE { algorithm AlgorithmIdentifier, subjectPublicKey BIT STRING }`; also the span of all of it.
    ///
    /// DEVIATION: Mbed TLS knows no id-RSASSA-PSS and no Ed25519 keys, and reads X25519 and X448 keys (RFC 8410), which are
    /// an unknown algorithm here: they sign nothing, and no certificate has them.
    pub fn read(reader: &mut Reader<'_>) -> Result<(Self, Span), ParseError> {
        let (outer, mut fields) = reader.enter(der::SEQUENCE).at(Stage::KeyInvalidFormat)?;
        let id = AlgorithmId::read(&mut fields).at(Stage::KeyInvalidAlg)?;
        let input = reader.input();
        let algorithm = match id.oid.of(input) {
            oid::RSA_ENCRYPTION => KeyAlgorithm::Rsa,
            oid::RSASSA_PSS => KeyAlgorithm::RsaPss,
            oid::EC_PUBLIC_KEY => KeyAlgorithm::Ec,
            oid::EC_DH => KeyAlgorithm::EcDh,
            oid::ED25519 => KeyAlgorithm::Ed25519,
            _ => return Err(Stage::KeyUnknownAlg.alone()),
        };
        if algorithm == KeyAlgorithm::Rsa && !id.has_no_parameters() {
            return Err(Stage::KeyInvalidAlg.alone());
        }
        let pss = pss_limits(algorithm, &id, reader)?;
        let bits = fields.byte_string().at(Stage::KeyInvalidPublic)?;
        fields.finish().at(Stage::KeyInvalidPublic)?;
        let invalid = Stage::KeyInvalidPublic.alone();
        let key = match algorithm {
            KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => {
                let mut inner = reader.within(bits.span);
                read_rsa(&mut inner)?
            }
            KeyAlgorithm::Ec | KeyAlgorithm::EcDh => {
                let curve = match id.parameters {
                    Some(name) if name.tag == der::OID => oid::curve(name.of(input)),
                    Some(_) => return Err(Stage::KeyInvalidFormat.because(Asn1::UnexpectedTag)),
                    None => return Err(Stage::KeyInvalidFormat.because(Asn1::OutOfData)),
                };
                let curve = curve.ok_or(Stage::KeyUnknownCurve.alone())?;
                let point = bits.of(input);
                PublicKey::ec(curve, point).map_err(|_| point_error(curve, point))?
            }
            // RFC 8410 section 3: the parameters MUST be absent
            KeyAlgorithm::Ed25519 if id.parameters.is_some() => return Err(Stage::KeyInvalidAlg.alone()),
            KeyAlgorithm::Ed25519 => PublicKey::ed25519(bits.of(input)).map_err(|_| invalid)?,
        };
        Ok((Self { key, algorithm, pss }, outer.outer))
    }
}

/// The limits of an id-RSASSA-PSS key (RFC 4055 section 3.1: absent parameters are none).
pub(super) fn pss_limits(
    algorithm: KeyAlgorithm,
    id: &AlgorithmId,
    reader: &Reader<'_>,
) -> Result<Option<PssParameters>, ParseError> {
    match (algorithm, id.parameters) {
        (KeyAlgorithm::RsaPss, Some(parameters)) => PssParameters::read(Some(parameters), reader)
            .map(Some)
            .map_err(|_| Stage::KeyInvalidAlg.alone()),
        _ => Ok(None),
    }
}

/// Why a point is refused: it does not look like one, or it is not on the curve.
fn point_error(curve: Curve, point: &[u8]) -> ParseError {
    let field = curve.field_len();
    let looks_good = match point.split_first() {
        Some((4, coordinates)) => coordinates.len() == 2 * field,
        Some((2 | 3, coordinate)) => coordinate.len() == field,
        _ => false,
    };
    if looks_good {
        Stage::PointInvalid.alone()
    } else {
        Stage::PointBadInput.alone()
    }
}

/// Reads `RSAPublicKey ::= SEQUENCE { modulus INTEGER, publicExponent INTEGER }`, which must be all that is left.
pub fn read_rsa(reader: &mut Reader<'_>) -> Result<PublicKey, ParseError> {
    const STAGE: Stage = Stage::KeyInvalidPublic;
    let (_, mut numbers) = reader.enter(der::SEQUENCE).at(STAGE)?;
    reader.finish().map_err(|_| STAGE.alone())?;
    let modulus = numbers.unsigned_integer().at(STAGE)?;
    let exponent = numbers.unsigned_integer().at(STAGE)?;
    numbers.finish().at(STAGE)?;
    let input = reader.input();
    PublicKey::rsa(modulus.of(input), exponent.of(input)).map_err(|_| STAGE.alone())
}

/// Appends a key as SubjectPublicKeyInfo.
pub fn push(out: &mut Vec<u8>, info: &PublicKeyInfo) {
    let mut id = Vec::new();
    let mut bits = Vec::new();
    match &info.key {
        PublicKey::Rsa { .. } => {
            if info.algorithm == KeyAlgorithm::RsaPss {
                der::push_element(&mut id, der::OID, &[oid::RSASSA_PSS]);
                if let Some(limits) = &info.pss {
                    limits.push(&mut id);
                }
            } else {
                der::push_element(&mut id, der::OID, &[oid::RSA_ENCRYPTION]);
                der::push_element(&mut id, der::NULL, &[]);
            }
            push_rsa(&mut bits, &info.key);
        }
        PublicKey::Ec { curve, point } => {
            let kind = if info.algorithm == KeyAlgorithm::EcDh {
                oid::EC_DH
            } else {
                oid::EC_PUBLIC_KEY
            };
            der::push_element(&mut id, der::OID, &[kind]);
            der::push_element(&mut id, der::OID, &[oid::of_curve(*curve)]);
            bits.extend_from_slice(point);
        }
        PublicKey::Ed25519(key) => {
            der::push_element(&mut id, der::OID, &[oid::ED25519]);
            bits.extend_from_slice(key);
        }
    }
    let mut fields = Vec::new();
    der::push_element(&mut fields, der::SEQUENCE, &[&id]);
    der::push_element(&mut fields, der::BIT_STRING, &[&[0], &bits]);
    der::push_element(out, der::SEQUENCE, &[&fields]);
}

/// Appends an RSA key as RSAPublicKey; nothing for other keys.
pub fn push_rsa(out: &mut Vec<u8>, key: &PublicKey) {
    if let PublicKey::Rsa { n, e } = key {
        let mut numbers = Vec::new();
        push_unsigned(&mut numbers, n);
        push_unsigned(&mut numbers, e);
        der::push_element(out, der::SEQUENCE, &[&numbers]);
    }
}

/// Appends an INTEGER out of big-endian bytes.
pub fn push_unsigned(out: &mut Vec<u8>, number: &[u8]) {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    let digits = number.get(zeros..).unwrap_or(&[]);
    let pad: &[u8] = match digits.first() {
        Some(first) if first & 0x80 == 0 => &[],
        _ => &[0],
    };
    der::push_element(out, der::INTEGER, &[pad, digits]);
}
