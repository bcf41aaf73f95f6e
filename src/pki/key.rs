//! Key files: private keys as PKCS#1 (RFC 8017), SEC 1 (RFC 5915), PKCS#8 (RFC 5958) plain and encrypted, public keys as
//! SubjectPublicKeyInfo and PKCS#1; PEM or DER, tried in the order of Mbed TLS 3.6.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::{
    algorithms::{AlgorithmId, explicit},
    der::{self, Reader},
    encrypted,
    error::{Asn1, At, ParseError, Stage},
    oid, pem,
    spki::{self, KeyAlgorithm, PublicKeyInfo},
};
use crate::crypto::{
    ec::Curve,
    sign::{PssParameters, SigningKey},
    verify::PublicKey,
};

/// A private key, and what its file says it is for.
#[derive(Clone, Debug)]
pub struct PrivateKey {
    /// The key.
    pub key: Arc<SigningKey>,
    /// What it is for.
    pub algorithm: KeyAlgorithm,
    /// The limits of an id-RSASSA-PSS key, if it has any.
    pub pss: Option<PssParameters>,
}

impl PrivateKey {
    /// A key without limits.
    pub fn new(key: SigningKey, algorithm: KeyAlgorithm) -> Self {
        Self {
            key: Arc::new(key),
            algorithm,
            pss: None,
        }
    }

    /// Its public half.
    pub fn public(&self) -> PublicKeyInfo {
        PublicKeyInfo {
            key: self.key.public_key().clone(),
            algorithm: self.algorithm,
            pss: self.pss,
        }
    }
}

const FORMAT: Stage = Stage::KeyInvalidFormat;

/// Parses a private key, PEM or DER. `password` opens encrypted keys and is ignored for others.
///
/// Errors: KeyPasswordRequired, KeyPasswordMismatch, KeyInvalidFormat, KeyInvalidVersion, KeyUnknownAlg, KeyUnknownCurve,
/// and those of PEM.
pub fn parse_private_key(bytes: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, ParseError> {
    type Parse = fn(&[u8]) -> Result<PrivateKey, ParseError>;
    const TRADITIONAL: [(&str, Parse); 2] = [
        ("RSA PRIVATE KEY", read_pkcs1),
        ("EC PRIVATE KEY", |der| read_sec1(der, None)),
    ];
    for (label, parse) in TRADITIONAL {
        if let Some(found) = pem::next_block(bytes, label) {
            let der = found.block.open(password).map_err(|error| match error.stage {
                Stage::PemPasswordRequired => Stage::KeyPasswordRequired.alone(),
                Stage::PemPasswordMismatch => Stage::KeyPasswordMismatch.alone(),
                _ => error,
            })?;
            return parse(&der);
        }
    }
    if let Some(found) = pem::next_block(bytes, "PRIVATE KEY") {
        return read_pkcs8(&found.block.decode()?);
    }
    if let Some(found) = pem::next_block(bytes, "ENCRYPTED PRIVATE KEY") {
        return read_encrypted_pkcs8(&found.block.decode()?, password);
    }
    parse_private_key_der(bytes, password)
}

/// The same for DER alone. It does not say what it is, so each form is tried; the error is KeyPasswordMismatch or
/// KeyInvalidFormat.
pub fn parse_private_key_der(bytes: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, ParseError> {
    if password.is_some_and(|password| !password.is_empty()) {
        match read_encrypted_pkcs8(bytes, password) {
            // Of anything else wrong it may as well be another form.
            Err(error) if error.stage != Stage::KeyPasswordMismatch => {}
            result => return result,
        }
    }
    read_pkcs8(bytes)
        .or_else(|_| read_pkcs1(bytes))
        .or_else(|_| read_sec1(bytes, None))
        .map_err(|_| FORMAT.alone())
}

/// Parses a public key, PEM or DER.
pub fn parse_public_key(bytes: &[u8]) -> Result<PublicKeyInfo, ParseError> {
    if let Some(found) = pem::next_block(bytes, "RSA PUBLIC KEY") {
        return read_public_pkcs1(&found.block.decode()?);
    }
    if let Some(found) = pem::next_block(bytes, "PUBLIC KEY") {
        return PublicKeyInfo::read(&mut Reader::new(&found.block.decode()?)).map(|(info, _)| info);
    }
    parse_public_key_der(bytes)
}

/// The same for DER alone.
pub fn parse_public_key_der(bytes: &[u8]) -> Result<PublicKeyInfo, ParseError> {
    match read_public_pkcs1(bytes) {
        Err(error) if error == Stage::Bare.because(Asn1::UnexpectedTag) => {
            PublicKeyInfo::read(&mut Reader::new(bytes)).map(|(info, _)| info)
        }
        result => result,
    }
}

/// `RSAPublicKey` (RFC 8017 appendix A.1.1), with the errors that Mbed TLS gives to one that stands alone.
fn read_public_pkcs1(bytes: &[u8]) -> Result<PublicKeyInfo, ParseError> {
    let invalid = Stage::RsaBadInput.alone();
    let mut reader = Reader::new(bytes);
    let (_, mut numbers) = reader.enter(der::SEQUENCE).at(Stage::Bare)?;
    reader.finish().map_err(|_| invalid)?;
    let modulus = numbers.expect(der::INTEGER).at(Stage::Bare)?;
    let exponent = numbers.expect(der::INTEGER).at(Stage::Bare)?;
    numbers.finish().map_err(|_| invalid)?;
    let key = PublicKey::rsa(modulus.value.of(bytes), exponent.value.of(bytes)).map_err(|_| invalid)?;
    Ok(PublicKeyInfo::new(key, KeyAlgorithm::Rsa))
}

/// `RSAPrivateKey` (RFC 8017 appendix A.1.2).
///
/// DEVIATION: numbers that do not fit together are refused; Mbed TLS loads the key and fails when it is used.
fn read_pkcs1(bytes: &[u8]) -> Result<PrivateKey, ParseError> {
    let mut reader = Reader::new(bytes);
    reader.expect(der::SEQUENCE).at(Stage::Bare)?;
    reader.finish().at(Stage::Bare)?;
    let key = SigningKey::rsa_from_pkcs1(bytes).map_err(|_| Stage::RsaBadInput.alone())?;
    Ok(PrivateKey::new(key, KeyAlgorithm::Rsa))
}

/// `ECPrivateKey ::= SEQUENCE { version INTEGER { ecPrivkeyVer1(1) }, privateKey OCTET STRING,
/// parameters [0] ECParameters OPTIONAL, publicKey [1] BIT STRING OPTIONAL }` (RFC 5915 section 3). `curve` is what the
/// PKCS#8 around it says; parameters inside must agree. A public key inside must be a point of the curve.
///
/// DEVIATION: the public key is always computed; Mbed TLS takes the one inside, even if it belongs to another key.
fn read_sec1(bytes: &[u8], curve: Option<Curve>) -> Result<PrivateKey, ParseError> {
    // As in Mbed TLS, something may follow this form alone.
    let (_, mut fields) = Reader::new(bytes).enter(der::SEQUENCE).at(FORMAT)?;
    if fields.small_integer().at(FORMAT)? != 1 {
        return Err(Stage::KeyInvalidVersion.alone());
    }
    let scalar = fields.expect(der::OCTET_STRING).at(FORMAT)?;
    let mut named = None;
    if let Some(parameters) = fields.optional(explicit(0)).at(FORMAT)? {
        let mut inner = fields.within(parameters.value);
        // Parameters that are spelled out instead of named are not taken.
        let name = inner.expect(der::OID).map_err(|_| FORMAT.alone())?;
        inner.finish().at(FORMAT)?;
        named = Some(oid::curve(name.value.of(bytes)).ok_or(Stage::KeyUnknownCurve.alone())?);
    }
    let curve = match (curve, named) {
        (Some(outer), Some(inner)) if outer != inner => return Err(FORMAT.alone()),
        (Some(curve), _) | (None, Some(curve)) => curve,
        (None, None) => return Err(FORMAT.alone()),
    };
    let key = SigningKey::ec(curve, scalar.value.of(bytes)).map_err(|_| FORMAT.alone())?;
    if let Some(public) = fields.optional(explicit(1)).at(FORMAT)? {
        let mut inner = fields.within(public.value);
        let point = inner.byte_string().at(FORMAT)?;
        inner.finish().at(FORMAT)?;
        PublicKey::ec(curve, point.of(bytes)).map_err(|_| FORMAT.alone())?;
    }
    fields.finish().at(FORMAT)?;
    Ok(PrivateKey::new(key, KeyAlgorithm::Ec))
}

/// `OneAsymmetricKey ::= SEQUENCE { version INTEGER { v1(0), v2(1) }, privateKeyAlgorithm AlgorithmIdentifier,
/// privateKey OCTET STRING, attributes [0] OPTIONAL, publicKey [1] OPTIONAL }` (RFC 5958 section 2).
///
/// DEVIATION: Mbed TLS takes version 1 only, and keys of X25519 and X448, which are an unknown algorithm here, as in
/// [`PublicKeyInfo::read`](super::spki::PublicKeyInfo::read).
fn read_pkcs8(bytes: &[u8]) -> Result<PrivateKey, ParseError> {
    let mut reader = Reader::new(bytes);
    let (_, mut fields) = reader.enter(der::SEQUENCE).at(FORMAT)?;
    reader.finish().at(FORMAT)?;
    let version = fields.small_integer().at(FORMAT)?;
    if !(0..=1).contains(&version) {
        return Err(Stage::KeyInvalidVersion.alone());
    }
    let id = AlgorithmId::read(&mut fields).at(FORMAT)?;
    let octets = fields.expect(der::OCTET_STRING).at(FORMAT)?;
    let inner = octets.value.of(bytes);
    match id.oid.of(bytes) {
        oid::RSA_ENCRYPTION if !id.has_no_parameters() => Err(Stage::KeyInvalidAlg.alone()),
        oid::RSA_ENCRYPTION => read_pkcs1(inner),
        oid::RSASSA_PSS => Ok(PrivateKey {
            algorithm: KeyAlgorithm::RsaPss,
            pss: spki::pss_limits(KeyAlgorithm::RsaPss, &id, &reader)?,
            ..read_pkcs1(inner)?
        }),
        kind @ (oid::EC_PUBLIC_KEY | oid::EC_DH) => {
            let name = id.parameters.filter(|parameters| parameters.tag == der::OID);
            let name = name.ok_or(FORMAT.alone())?;
            let curve = oid::curve(name.of(bytes)).ok_or(Stage::KeyUnknownCurve.alone())?;
            let key = read_sec1(inner, Some(curve))?;
            Ok(PrivateKey {
                algorithm: if kind == oid::EC_DH {
                    KeyAlgorithm::EcDh
                } else {
                    KeyAlgorithm::Ec
                },
                ..key
            })
        }
        // RFC 8410 section 7: CurvePrivateKey ::= OCTET STRING
        oid::ED25519 => {
            let mut reader = Reader::new(inner);
            let seed = reader.expect(der::OCTET_STRING).at(FORMAT)?;
            reader.finish().at(FORMAT)?;
            let key = SigningKey::ed25519(seed.value.of(inner)).map_err(|_| FORMAT.alone())?;
            Ok(PrivateKey::new(key, KeyAlgorithm::Ed25519))
        }
        _ => Err(Stage::KeyUnknownAlg.alone()),
    }
}

/// PKCS#8 encrypted with a password.
fn read_encrypted_pkcs8(bytes: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, ParseError> {
    read_pkcs8(&encrypted::open_private_key(bytes, password)?)
}

/// Writes a private key in the form of Mbed's `mbedtls_pk_write_key_der`: PKCS#1 for RSA, SEC 1 for EC, PKCS#8 for Ed25519.
pub fn write_private_key(key: &SigningKey) -> Zeroizing<Vec<u8>> {
    let mut out = Zeroizing::new(Vec::new());
    let mut fields = Zeroizing::new(Vec::new());
    if let Some(numbers) = key.rsa_components() {
        spki::push_unsigned(&mut fields, &[0]);
        let all = [
            &numbers.n,
            &numbers.e,
            &numbers.d,
            &numbers.p,
            &numbers.q,
            &numbers.dp,
            &numbers.dq,
            &numbers.qinv,
        ];
        for number in all {
            spki::push_unsigned(&mut fields, number);
        }
        der::push_element(&mut out, der::SEQUENCE, &[&fields]);
    } else if let (Some(scalar), PublicKey::Ec { curve, point }) = (key.ec_scalar(), key.public_key()) {
        let mut name = Vec::new();
        der::push_element(&mut name, der::OID, &[oid::of_curve(*curve)]);
        let mut bits = Vec::new();
        der::push_element(&mut bits, der::BIT_STRING, &[&[0], point]);
        spki::push_unsigned(&mut fields, &[1]);
        der::push_element(&mut fields, der::OCTET_STRING, &[&scalar]);
        der::push_element(&mut fields, explicit(0), &[&name]);
        der::push_element(&mut fields, explicit(1), &[&bits]);
        der::push_element(&mut out, der::SEQUENCE, &[&fields]);
    } else if let Some(seed) = key.ed25519_seed() {
        let mut id = Vec::new();
        der::push_element(&mut id, der::OID, &[oid::ED25519]);
        let mut inner = Zeroizing::new(Vec::new());
        der::push_element(&mut inner, der::OCTET_STRING, &[seed]);
        spki::push_unsigned(&mut fields, &[0]);
        der::push_element(&mut fields, der::SEQUENCE, &[&id]);
        der::push_element(&mut fields, der::OCTET_STRING, &[&inner]);
        der::push_element(&mut out, der::SEQUENCE, &[&fields]);
    }
    out
}
