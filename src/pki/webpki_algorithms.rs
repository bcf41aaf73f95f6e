//! The signature algorithms that webpki may use: ring's own, and through [`crate::crypto`] those it lacks. Whether one is
//! welcome is the profile's decision, not made here.

use rustls_pki_types::{AlgorithmIdentifier, InvalidSignature, SignatureVerificationAlgorithm, alg_id};

use super::{der::Reader, spki};
use crate::crypto::{
    ec::Curve,
    hash::HashAlgorithm::{Md5, Sha1, Sha224, Sha256, Sha384, Sha512},
    sign::SignatureAlgorithm::{self, Ecdsa, RsaPkcs1, RsaPss},
    verify::PublicKey,
};

/// All of them, the common ones first. The first whose two identifiers fit is used, so no two have the same.
pub(super) static ALL: &[&dyn SignatureVerificationAlgorithm] = &[
    webpki::ring::ECDSA_P256_SHA256,
    webpki::ring::ECDSA_P384_SHA384,
    &rsa(alg_id::RSA_PKCS1_SHA256, RsaPkcs1(Sha256)),
    &rsa(alg_id::RSA_PKCS1_SHA384, RsaPkcs1(Sha384)),
    &rsa(alg_id::RSA_PKCS1_SHA512, RsaPkcs1(Sha512)),
    &rsa(alg_id::RSA_PSS_SHA256, RsaPss(Sha256)),
    &rsa(alg_id::RSA_PSS_SHA384, RsaPss(Sha384)),
    &rsa(alg_id::RSA_PSS_SHA512, RsaPss(Sha512)),
    webpki::ring::ED25519,
    webpki::ring::ECDSA_P256_SHA384,
    webpki::ring::ECDSA_P384_SHA256,
    &ec(Curve::P256, alg_id::ECDSA_SHA512, Sha512),
    &ec(Curve::P384, alg_id::ECDSA_SHA512, Sha512),
    &ec(Curve::P521, alg_id::ECDSA_SHA256, Sha256),
    &ec(Curve::P521, alg_id::ECDSA_SHA384, Sha384),
    &ec(Curve::P521, alg_id::ECDSA_SHA512, Sha512),
    &ec(Curve::P256, ECDSA_SHA1, Sha1),
    &ec(Curve::P384, ECDSA_SHA1, Sha1),
    &ec(Curve::P521, ECDSA_SHA1, Sha1),
    &ec(Curve::P256, ECDSA_SHA224, Sha224),
    &ec(Curve::P384, ECDSA_SHA224, Sha224),
    &ec(Curve::P521, ECDSA_SHA224, Sha224),
    &ec(Curve::Secp256k1, alg_id::ECDSA_SHA256, Sha256),
    &ec(Curve::Secp256k1, alg_id::ECDSA_SHA384, Sha384),
    &ec(Curve::Secp256k1, alg_id::ECDSA_SHA512, Sha512),
    &ec(Curve::Secp256k1, ECDSA_SHA1, Sha1),
    &ec(Curve::Secp256k1, ECDSA_SHA224, Sha224),
    &ec(Curve::BrainpoolP256r1, alg_id::ECDSA_SHA256, Sha256),
    &ec(Curve::BrainpoolP256r1, alg_id::ECDSA_SHA384, Sha384),
    &ec(Curve::BrainpoolP256r1, alg_id::ECDSA_SHA512, Sha512),
    &ec(Curve::BrainpoolP256r1, ECDSA_SHA1, Sha1),
    &ec(Curve::BrainpoolP256r1, ECDSA_SHA224, Sha224),
    &ec(Curve::BrainpoolP384r1, alg_id::ECDSA_SHA256, Sha256),
    &ec(Curve::BrainpoolP384r1, alg_id::ECDSA_SHA384, Sha384),
    &ec(Curve::BrainpoolP384r1, alg_id::ECDSA_SHA512, Sha512),
    &ec(Curve::BrainpoolP384r1, ECDSA_SHA1, Sha1),
    &ec(Curve::BrainpoolP384r1, ECDSA_SHA224, Sha224),
    &rsa(RSA_SHA256_ABSENT, RsaPkcs1(Sha256)),
    &rsa(RSA_SHA384_ABSENT, RsaPkcs1(Sha384)),
    &rsa(RSA_SHA512_ABSENT, RsaPkcs1(Sha512)),
    &rsa(RSA_SHA224, RsaPkcs1(Sha224)),
    &rsa(RSA_SHA1, RsaPkcs1(Sha1)),
    &rsa(RSA_MD5, RsaPkcs1(Md5)),
    &pss_key(RSASSA_PSS, alg_id::RSA_PSS_SHA256, Sha256),
    &pss_key(RSASSA_PSS, alg_id::RSA_PSS_SHA384, Sha384),
    &pss_key(RSASSA_PSS, alg_id::RSA_PSS_SHA512, Sha512),
    &pss_key(alg_id::RSA_PSS_SHA256, alg_id::RSA_PSS_SHA256, Sha256),
    &pss_key(alg_id::RSA_PSS_SHA384, alg_id::RSA_PSS_SHA384, Sha384),
    &pss_key(alg_id::RSA_PSS_SHA512, alg_id::RSA_PSS_SHA512, Sha512),
];

/// An algorithm of [`crate::crypto`].
#[derive(Debug)]
struct Algorithm {
    /// What the key's AlgorithmIdentifier must be.
    key_id: AlgorithmIdentifier,
    /// What the signature's AlgorithmIdentifier must be.
    signature_id: AlgorithmIdentifier,
    /// The key's curve; `None` for RSA.
    curve: Option<Curve>,
    /// How to check.
    algorithm: SignatureAlgorithm,
}

impl SignatureVerificationAlgorithm for Algorithm {
    fn verify_signature(&self, public_key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let key = match self.curve {
            Some(curve) => PublicKey::ec(curve, public_key).map_err(|_| InvalidSignature)?,
            None => spki::read_rsa(&mut Reader::new(public_key)).map_err(|_| InvalidSignature)?,
        };
        key.verify(self.algorithm, message, signature)
            .map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        self.key_id
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.signature_id
    }
}

const fn rsa(signature_id: AlgorithmIdentifier, algorithm: SignatureAlgorithm) -> Algorithm {
    Algorithm {
        key_id: alg_id::RSA_ENCRYPTION,
        signature_id,
        curve: None,
        algorithm,
    }
}

const fn pss_key(
    key_id: AlgorithmIdentifier,
    signature_id: AlgorithmIdentifier,
    hash: crate::crypto::hash::HashAlgorithm,
) -> Algorithm {
    Algorithm {
        key_id,
        signature_id,
        curve: None,
        algorithm: RsaPss(hash),
    }
}

const fn ec(curve: Curve, signature_id: AlgorithmIdentifier, hash: crate::crypto::hash::HashAlgorithm) -> Algorithm {
    Algorithm {
        key_id: match curve {
            Curve::P256 => alg_id::ECDSA_P256,
            Curve::P384 => alg_id::ECDSA_P384,
            Curve::P521 => alg_id::ECDSA_P521,
            Curve::Secp256k1 => SECP256K1_KEY,
            Curve::BrainpoolP256r1 => BRAINPOOL_P256R1_KEY,
            Curve::BrainpoolP384r1 => BRAINPOOL_P384R1_KEY,
        },
        signature_id,
        curve: Some(curve),
        algorithm: Ecdsa(hash),
    }
}

/// id-ecPublicKey with the curve's OID (RFC 5480 section 2.1.1; SEC 2 for secp256k1, RFC 5639 for the others).
const SECP256K1_KEY: AlgorithmIdentifier = AlgorithmIdentifier::from_slice(&[
    0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x05, 0x2b, 0x81, 0x04, 0x00, 0x0a,
]);
const BRAINPOOL_P256R1_KEY: AlgorithmIdentifier = AlgorithmIdentifier::from_slice(&[
    0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x09, 0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01,
    0x07,
]);
const BRAINPOOL_P384R1_KEY: AlgorithmIdentifier = AlgorithmIdentifier::from_slice(&[
    0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x02, 0x01, 0x06, 0x09, 0x2b, 0x24, 0x03, 0x03, 0x02, 0x08, 0x01, 0x01,
    0x0b,
]);
const ECDSA_SHA1: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x07, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x01]);
const ECDSA_SHA224: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x08, 0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x01]);
const RSASSA_PSS: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0a]);
/// RFC 4055 section 5: "Implementations MUST accept the parameters being absent as well as present."
const RSA_SHA256_ABSENT: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0b]);
const RSA_SHA384_ABSENT: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0c]);
const RSA_SHA512_ABSENT: AlgorithmIdentifier =
    AlgorithmIdentifier::from_slice(&[0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0d]);
const RSA_SHA224: AlgorithmIdentifier = AlgorithmIdentifier::from_slice(&[
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x0e, 0x05, 0x00,
]);
const RSA_SHA1: AlgorithmIdentifier = AlgorithmIdentifier::from_slice(&[
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x05, 0x05, 0x00,
]);
const RSA_MD5: AlgorithmIdentifier = AlgorithmIdentifier::from_slice(&[
    0x06, 0x09, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x04, 0x05, 0x00,
]);
