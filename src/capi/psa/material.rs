//! What a key of `psa/crypto.h` is made of: its attributes, its bytes in the form in which they are exported, and its
//! converted forms ([`signing`]).

use super::alg::{ecc_family, is_key_pair, is_public_key, is_rsa, is_unstructured};
use super::curve::KeyCurve;
use super::signing;
#[cfg(feature = "certificates")]
use super::signing::Converted;
use super::types::{psa_ecc_family_t, psa_key_attributes_t, psa_key_type_t, psa_status_t};
use super::values::*;
use crate::crypto::cipher::BlockAlgorithm;
use crate::crypto::rand;
use zeroize::Zeroizing;

/// A key.
pub(super) struct Key {
    /// What is known of it; kind and length are set.
    pub attributes: psa_key_attributes_t,
    /// Its bytes as they are exported: raw, PKCS#1 for RSA, scalar or point for curves.
    pub bytes: Zeroizing<Vec<u8>>,
    /// Its other forms.
    #[cfg(feature = "certificates")]
    pub converted: Converted,
}

impl Key {
    /// A key out of bytes that are checked.
    pub(super) fn new(attributes: psa_key_attributes_t, bytes: Zeroizing<Vec<u8>>) -> Self {
        Self {
            attributes,
            bytes,
            #[cfg(feature = "certificates")]
            converted: Converted::default(),
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

    /// The public half as it is exported. INVALID_ARGUMENT for keys that have none.
    pub(super) fn public_bytes(&self) -> Result<Vec<u8>, psa_status_t> {
        let key_type = self.attributes.type_;
        if is_public_key(key_type) {
            Ok(self.bytes.to_vec())
        } else if is_rsa(key_type) {
            signing::rsa_public_bytes(self)
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
        signing::import_rsa(key_type, data)
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
        signing::generate_rsa(bits, exponent)
    } else if let Some(family) = ecc_family(key_type).filter(|_| is_key_pair(key_type)) {
        let curve = KeyCurve::of(family, bits).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        curve.generate().map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)
    } else {
        Err(PSA_ERROR_NOT_SUPPORTED)
    }
}

/// Sets the lowest bit of each byte so that the byte has an odd number of ones, as keys of DES have (FIPS 46-3).
pub(super) fn set_parity(key: &mut [u8]) {
    for byte in key {
        let even = (*byte >> 1).count_ones().is_multiple_of(2);
        *byte = *byte & 0xfe | u8::from(even);
    }
}
