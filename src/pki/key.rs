//! Key files: private keys as PKCS#1 (RFC 8017), SEC 1 (RFC 5915), PKCS#8 (RFC 5958) plain and encrypted, public keys as
//! SubjectPublicKeyInfo and PKCS#1; PEM or DER, tried in the order of Mbed TLS 3.6.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::{
    algorithms::{AlgorithmId, explicit},
    der::{self, Reader},
    error::{Asn1, At, ParseError, Stage},
    oid, pem,
    spki::{self, KeyAlgorithm, PublicKeyInfo},
};
use crate::crypto::{
    sign::{Curve, PssParameters, SigningKey},
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
    fn new(key: SigningKey, algorithm: KeyAlgorithm) -> Self {
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
    type Parse = fn(&[u8], Option<&[u8]>) -> Result<PrivateKey, ParseError>;
    const LABELS: [(&str, Parse); 4] = [
        ("RSA PRIVATE KEY", |der, _| read_pkcs1(der)),
        ("EC PRIVATE KEY", |der, _| read_sec1(der, None)),
        ("PRIVATE KEY", |der, _| read_pkcs8(der)),
        ("ENCRYPTED PRIVATE KEY", read_encrypted_pkcs8),
    ];
    for (label, parse) in LABELS {
        if let Some(found) = pem::next_block(bytes, label) {
            let der = match found.block.decode() {
                Err(error) if error.stage == Stage::PemPasswordRequired && password.is_none() => {
                    return Err(Stage::KeyPasswordRequired.alone());
                }
                Err(error) if error.stage == Stage::PemPasswordRequired => {
                    return Err(Stage::KeyFeatureUnavailable.alone());
                }
                result => result?,
            };
            return parse(&der, password);
        }
    }
    parse_private_key_der(bytes, password)
}

/// The same for DER alone. It does not say what it is, so each form is tried; the error is KeyPasswordMismatch or
/// KeyInvalidFormat.
pub fn parse_private_key_der(bytes: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, ParseError> {
    if password.is_some_and(|password| !password.is_empty()) && is_encrypted_pkcs8(bytes) {
        return read_encrypted_pkcs8(bytes, password);
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
/// DEVIATION: Mbed TLS takes version 1 only.
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

/// Does it look like `EncryptedPrivateKeyInfo ::= SEQUENCE { encryptionAlgorithm AlgorithmIdentifier, encryptedData OCTET
/// STRING }`?
fn is_encrypted_pkcs8(bytes: &[u8]) -> bool {
    let read = || {
        let (_, mut fields) = Reader::new(bytes).enter(der::SEQUENCE)?;
        AlgorithmId::read(&mut fields)?;
        fields.expect(der::OCTET_STRING)?;
        fields.finish()
    };
    read().is_ok()
}

/// PKCS#8 encrypted with a password (PBES2, RFC 8018 section 6.2).
fn read_encrypted_pkcs8(bytes: &[u8], password: Option<&[u8]>) -> Result<PrivateKey, ParseError> {
    let password = match password {
        None | Some([]) => return Err(Stage::KeyPasswordRequired.alone()),
        Some(password) => password,
    };
    let whole = Reader::new(bytes).expect(der::SEQUENCE).at(FORMAT)?;
    let sealed = pkcs8::EncryptedPrivateKeyInfoRef::try_from(whole.outer.of(bytes)).map_err(|_| FORMAT.alone())?;
    let opened = sealed.decrypt(password).map_err(|error| match error {
        pkcs8::Error::EncryptedPrivateKey(
            pkcs8::pkcs5::Error::UnsupportedAlgorithm { .. } | pkcs8::pkcs5::Error::NoPbes1CryptSupport,
        ) => Stage::KeyFeatureUnavailable.alone(),
        _ => Stage::KeyPasswordMismatch.alone(),
    })?;
    read_pkcs8(opened.as_bytes())
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
