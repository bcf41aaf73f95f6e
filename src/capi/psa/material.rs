//! What a key of `psa/crypto.h` is made of: its attributes, its bytes in the form in which they are exported, and its
//! converted forms, made when they are first needed and gone with the key.

use super::alg::{ecc_family, is_key_pair, is_public_key, is_rsa, is_unstructured};
use super::curve::KeyCurve;
use super::types::{psa_ecc_family_t, psa_key_attributes_t, psa_key_type_t, psa_status_t};
use super::values::*;
use crate::crypto::cipher::BlockAlgorithm;
use crate::crypto::rand;
use crate::crypto::sign::SigningKey;
use crate::crypto::verify::PublicKey;
use crate::pki::{key, spki};
use std::sync::{Arc, OnceLock};
use zeroize::Zeroizing;

/// A key.
pub(super) struct Key {
    /// What is known of it; kind and length are set.
    pub attributes: psa_key_attributes_t,
    /// Its bytes as they are exported: raw, PKCS#1 for RSA, scalar or point for curves.
    pub bytes: Zeroizing<Vec<u8>>,
    signing: OnceLock<Option<Arc<SigningKey>>>,
    public: OnceLock<Option<Arc<PublicKey>>>,
}

impl Key {
    /// A key out of bytes that are checked.
    pub(super) fn new(attributes: psa_key_attributes_t, bytes: Zeroizing<Vec<u8>>) -> Self {
        Self {
            attributes,
            bytes,
            signing: OnceLock::new(),
            public: OnceLock::new(),
        }
    }

    /// The curve of an elliptic curve key, if it is one that there is.
    pub(super) fn curve(&self) -> Option<KeyCurve> {
        KeyCurve::of(ecc_family(self.attributes.type_)?, usize::from(self.attributes.bits))
    }

    /// The block cipher of a symmetric key, if it is one's.
    pub(super) fn block_algorithm(&self) -> Option<BlockAlgorithm> {
        Some(match (self.attributes.type_, self.bytes.len()) {
            (PSA_KEY_TYPE_AES, length) => return BlockAlgorithm::aes(length),
            (PSA_KEY_TYPE_DES, 8) => BlockAlgorithm::Des,
            (PSA_KEY_TYPE_DES, 16) => BlockAlgorithm::TripleDes2,
            (PSA_KEY_TYPE_DES, 24) => BlockAlgorithm::TripleDes3,
            (PSA_KEY_TYPE_ARIA, 16) => BlockAlgorithm::Aria128,
            (PSA_KEY_TYPE_ARIA, 24) => BlockAlgorithm::Aria192,
            (PSA_KEY_TYPE_ARIA, 32) => BlockAlgorithm::Aria256,
            (PSA_KEY_TYPE_CAMELLIA, 16) => BlockAlgorithm::Camellia128,
            (PSA_KEY_TYPE_CAMELLIA, 24) => BlockAlgorithm::Camellia192,
            (PSA_KEY_TYPE_CAMELLIA, 32) => BlockAlgorithm::Camellia256,
            _ => return None,
        })
    }

    /// The private key in the form that signs and decrypts: RSA, and the curves that `crypto::sign` has.
    pub(super) fn signing_key(&self) -> Option<Arc<SigningKey>> {
        let make = || {
            let key = if !is_key_pair(self.attributes.type_) {
                return None;
            } else if is_rsa(self.attributes.type_) {
                SigningKey::rsa_from_pkcs1(&self.bytes)
            } else {
                SigningKey::ec(self.curve()?.signing()?, &self.bytes)
            };
            key.ok().map(Arc::new)
        };
        self.signing.get_or_init(make).clone()
    }

    /// The public key, or the public half of a pair, in the form that verifies and encrypts.
    pub(super) fn verifying_key(&self) -> Option<Arc<PublicKey>> {
        let make = || {
            if is_key_pair(self.attributes.type_) {
                return Some(Arc::new(self.signing_key()?.public_key().clone()));
            }
            let key = if is_rsa(self.attributes.type_) {
                rsa_public(&self.bytes).ok()?
            } else {
                PublicKey::ec(self.curve()?.signing()?, &self.bytes).ok()?
            };
            Some(Arc::new(key))
        };
        self.public.get_or_init(make).clone()
    }

    /// The public half as it is exported. INVALID_ARGUMENT for keys that have none.
    pub(super) fn public_bytes(&self) -> Result<Vec<u8>, psa_status_t> {
        let key_type = self.attributes.type_;
        if is_public_key(key_type) {
            Ok(self.bytes.to_vec())
        } else if is_rsa(key_type) {
            let public = self.verifying_key().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            let mut out = Vec::new();
            spki::push_rsa(&mut out, &public);
            Ok(out)
        } else if is_key_pair(key_type) {
            let curve = self.curve().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            curve.public_key(&self.bytes).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)
        } else {
            Err(PSA_ERROR_INVALID_ARGUMENT)
        }
    }
}

/// Takes the bytes of a new key as a program gives them. Returns them as they are exported, with the key's length in bits.
///
/// Errors: INVALID_ARGUMENT for what no key of this kind is; NOT_SUPPORTED for kinds and lengths that there are not.
pub(super) fn import(
    attributes: &psa_key_attributes_t,
    data: &[u8],
) -> Result<(Zeroizing<Vec<u8>>, usize), psa_status_t> {
    let key_type = attributes.type_;
    if is_unstructured(key_type) {
        let bits = data.len().checked_mul(8).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        check_unstructured(key_type, bits)?;
        // Nothing longer becomes a key; so it is not copied either.
        if bits > max_bits() {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        Ok((Zeroizing::new(data.to_vec()), bits))
    } else if is_rsa(key_type) {
        import_rsa(key_type, data)
    } else if let Some(family) = ecc_family(key_type) {
        import_ecc(key_type, family, usize::from(attributes.bits), data)
    } else {
        Err(PSA_ERROR_NOT_SUPPORTED)
    }
}

/// The most bits that a key has.
fn max_bits() -> usize {
    usize::try_from(PSA_MAX_KEY_BITS).unwrap_or(0)
}

/// Fails with INVALID_ARGUMENT if no key of this kind has this length, with NOT_SUPPORTED if there is no such kind of keys
/// that are plain bytes.
pub(super) fn check_unstructured(key_type: psa_key_type_t, bits: usize) -> Result<(), psa_status_t> {
    let fits = match key_type {
        PSA_KEY_TYPE_RAW_DATA
        | PSA_KEY_TYPE_HMAC
        | PSA_KEY_TYPE_DERIVE
        | PSA_KEY_TYPE_PASSWORD
        | PSA_KEY_TYPE_PASSWORD_HASH => bits.is_multiple_of(8),
        PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA => matches!(bits, 128 | 192 | 256),
        PSA_KEY_TYPE_DES => matches!(bits, 64 | 128 | 192),
        PSA_KEY_TYPE_CHACHA20 => bits == 256,
        _ => return Err(PSA_ERROR_NOT_SUPPORTED),
    };
    if fits { Ok(()) } else { Err(PSA_ERROR_INVALID_ARGUMENT) }
}

/// An RSA key, PKCS#1. Whole bytes up to 4096 bits, as in 3.6.
fn import_rsa(key_type: psa_key_type_t, data: &[u8]) -> Result<(Zeroizing<Vec<u8>>, usize), psa_status_t> {
    let (bytes, bits) = if is_key_pair(key_type) {
        let key = SigningKey::rsa_from_pkcs1(data).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        (key::write_private_key(&key), key.public_key().bits())
    } else {
        let key = rsa_public(data)?;
        let mut out = Zeroizing::new(Vec::new());
        spki::push_rsa(&mut out, &key);
        (out, key.bits())
    };
    let max = usize::try_from(PSA_VENDOR_RSA_MAX_KEY_BITS).unwrap_or(0);
    if bits > max || !bits.is_multiple_of(8) {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    Ok((bytes, bits))
}

/// A public RSA key, PKCS#1; INVALID_ARGUMENT for anything else.
fn rsa_public(data: &[u8]) -> Result<PublicKey, psa_status_t> {
    spki::read_rsa(&mut crate::pki::der::Reader::new(data)).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)
}

/// A private scalar, or a public point, of `bits` (0: what its length tells).
fn import_ecc(
    key_type: psa_key_type_t,
    family: psa_ecc_family_t,
    bits: usize,
    data: &[u8],
) -> Result<(Zeroizing<Vec<u8>>, usize), psa_status_t> {
    let is_point = is_public_key(key_type) && family != PSA_ECC_FAMILY_MONTGOMERY;
    if is_point && data.len().is_multiple_of(2) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let length = if is_point { data.len() / 2 } else { data.len() };
    let bits = match (bits, length) {
        (0, length) => length.checked_mul(8).ok_or(PSA_ERROR_INVALID_ARGUMENT)?,
        (bits, length) if bits.div_ceil(8) == length => bits,
        _ => return Err(PSA_ERROR_INVALID_ARGUMENT),
    };
    let bits = ecc_bits(family, bits)?;
    // DEVIATION: no curve below 256 bits, and not brainpoolP512r1, which no kept crate has.
    let curve = KeyCurve::of(family, bits).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    let mut bytes = Zeroizing::new(data.to_vec());
    let checked = if is_public_key(key_type) {
        curve.check_public(&bytes)
    } else {
        curve.clamp(&mut bytes);
        curve.check_private(&bytes)
    };
    checked.map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    Ok((bytes, bits))
}

/// The length of a family's curve, where it was told in whole bytes. INVALID_ARGUMENT if the family has no such curve.
fn ecc_bits(family: psa_ecc_family_t, bits: usize) -> Result<usize, psa_status_t> {
    match (family, bits) {
        (PSA_ECC_FAMILY_SECP_R1, 192 | 224 | 256 | 384 | 521)
        | (PSA_ECC_FAMILY_BRAINPOOL_P_R1, 256 | 384 | 512)
        | (PSA_ECC_FAMILY_MONTGOMERY, 255 | 448)
        | (PSA_ECC_FAMILY_SECP_K1, 192 | 256) => Ok(bits),
        (PSA_ECC_FAMILY_SECP_R1, 528) => Ok(521),
        (PSA_ECC_FAMILY_MONTGOMERY, 256) => Ok(255),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

/// The bytes of a fresh key of the kind and length that attributes ask for. `exponent` is the public exponent of an RSA
/// key, big-endian; 65537 if it is empty.
///
/// Errors: INVALID_ARGUMENT for a length that the kind has not; NOT_SUPPORTED; INSUFFICIENT_ENTROPY.
pub(super) fn generate(attributes: &psa_key_attributes_t, exponent: &[u8]) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    let (key_type, bits) = (attributes.type_, usize::from(attributes.bits));
    if is_unstructured(key_type) {
        check_unstructured(key_type, bits)?;
        let mut bytes = Zeroizing::new(vec![0; bits / 8]);
        rand::fill(&mut bytes).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
        if key_type == PSA_KEY_TYPE_DES {
            set_parity(&mut bytes);
        }
        Ok(bytes)
    } else if key_type == PSA_KEY_TYPE_RSA_KEY_PAIR {
        let min = usize::try_from(PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS).unwrap_or(0);
        let max = usize::try_from(PSA_VENDOR_RSA_MAX_KEY_BITS).unwrap_or(0);
        if !(min..=max).contains(&bits) || !bits.is_multiple_of(8) {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        let exponent = rsa_exponent(exponent)?;
        let key = SigningKey::generate_rsa(bits, exponent).map_err(|_| PSA_ERROR_HARDWARE_FAILURE)?;
        Ok(key::write_private_key(&key))
    } else if let Some(family) = ecc_family(key_type).filter(|_| is_key_pair(key_type)) {
        let curve = KeyCurve::of(family, bits).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        curve.generate().map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)
    } else {
        Err(PSA_ERROR_NOT_SUPPORTED)
    }
}

/// A public exponent out of its bytes: up to 31 bits, odd and at least 3.
fn rsa_exponent(bytes: &[u8]) -> Result<u64, psa_status_t> {
    if bytes.is_empty() {
        return Ok(65_537);
    }
    if bytes.len() > 4 {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    let value = bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
    match value {
        0x8000_0000.. => Err(PSA_ERROR_NOT_SUPPORTED),
        ..3 => Err(PSA_ERROR_INVALID_ARGUMENT),
        even if even.is_multiple_of(2) => Err(PSA_ERROR_INVALID_ARGUMENT),
        value => Ok(value),
    }
}

/// Sets the lowest bit of each byte so that the byte has an odd number of ones, as keys of DES have (FIPS 46-3).
pub(super) fn set_parity(key: &mut [u8]) {
    for byte in key {
        let even = (*byte >> 1).count_ones().is_multiple_of(2);
        *byte = *byte & 0xfe | u8::from(even);
    }
}
