//! `psa/crypto.h`: what the number of an algorithm or of a kind of key says, as the macros of that header tell it.

use super::types::{psa_algorithm_t, psa_ecc_family_t, psa_key_type_t};
use super::values::*;
use crate::crypto::hash::HashAlgorithm;

/// Whether `alg` is of a category.
const fn is_in(alg: psa_algorithm_t, category: psa_algorithm_t) -> bool {
    alg & PSA_ALG_CATEGORY_MASK == category
}

/// Whether `alg` is a hash function.
pub(super) const fn is_hash(alg: psa_algorithm_t) -> bool {
    is_in(alg, PSA_ALG_CATEGORY_HASH)
}

/// Whether `alg` is a MAC.
pub(super) const fn is_mac(alg: psa_algorithm_t) -> bool {
    is_in(alg, PSA_ALG_CATEGORY_MAC)
}

/// Whether `alg` is a cipher without authentication.
pub(super) const fn is_cipher(alg: psa_algorithm_t) -> bool {
    is_in(alg, PSA_ALG_CATEGORY_CIPHER)
}

/// Whether `alg` is an AEAD.
pub(super) const fn is_aead(alg: psa_algorithm_t) -> bool {
    is_in(alg, PSA_ALG_CATEGORY_AEAD)
}

/// Whether `alg` is a key agreement, with a key derivation behind it or not.
pub(super) const fn is_key_agreement(alg: psa_algorithm_t) -> bool {
    is_in(alg, PSA_ALG_CATEGORY_KEY_AGREEMENT)
}

/// Whether `alg` is a key derivation.
pub(super) const fn is_key_derivation(alg: psa_algorithm_t) -> bool {
    is_in(alg, PSA_ALG_CATEGORY_KEY_DERIVATION)
}

/// Whether `alg` is a key agreement alone.
pub(super) const fn is_raw_key_agreement(alg: psa_algorithm_t) -> bool {
    is_key_agreement(alg) && key_agreement_kdf(alg) == PSA_ALG_CATEGORY_KEY_DERIVATION
}

/// The key derivation of a key agreement.
pub(super) const fn key_agreement_kdf(alg: psa_algorithm_t) -> psa_algorithm_t {
    alg & PSA_ALG_KEY_DERIVATION_MASK | PSA_ALG_CATEGORY_KEY_DERIVATION
}

/// The key agreement without its key derivation.
pub(super) const fn key_agreement_base(alg: psa_algorithm_t) -> psa_algorithm_t {
    alg & PSA_ALG_KEY_AGREEMENT_MASK | PSA_ALG_CATEGORY_KEY_AGREEMENT
}

/// `alg` without its hash function.
pub(super) const fn without_hash(alg: psa_algorithm_t) -> psa_algorithm_t {
    alg & !PSA_ALG_HASH_MASK
}

/// The hash function that `alg` is made with, whatever `alg` is.
pub(super) const fn hash_of(alg: psa_algorithm_t) -> psa_algorithm_t {
    PSA_ALG_CATEGORY_HASH | alg & PSA_ALG_HASH_MASK
}

/// Whether `alg` is an HMAC.
pub(super) const fn is_hmac(alg: psa_algorithm_t) -> bool {
    alg & (PSA_ALG_CATEGORY_MASK | PSA_ALG_MAC_SUBCATEGORY_MASK) == PSA_ALG_HMAC_BASE
}

/// Whether `alg` is a MAC of a block cipher.
pub(super) const fn is_block_cipher_mac(alg: psa_algorithm_t) -> bool {
    alg & (PSA_ALG_CATEGORY_MASK | PSA_ALG_MAC_SUBCATEGORY_MASK) == PSA_ALG_CIPHER_MAC_BASE
}

/// A MAC with its whole length.
pub(super) const fn full_length_mac(alg: psa_algorithm_t) -> psa_algorithm_t {
    alg & !(PSA_ALG_MAC_TRUNCATION_MASK | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG)
}

/// A MAC cut to `length` bytes.
pub(super) fn truncated_mac(alg: psa_algorithm_t, length: usize) -> psa_algorithm_t {
    full_length_mac(alg) | (low(length) << 16 & PSA_ALG_MAC_TRUNCATION_MASK)
}

/// The bytes that a MAC is cut to; 0 if it is not.
pub(super) const fn mac_truncated_length(alg: psa_algorithm_t) -> usize {
    ((alg & PSA_ALG_MAC_TRUNCATION_MASK) >> 16) as usize
}

/// Length of a MAC in bytes, cut or not.
pub(super) fn mac_length(key_type: psa_key_type_t, alg: psa_algorithm_t) -> usize {
    match mac_truncated_length(alg) {
        0 if is_hmac(alg) => hash_length(alg),
        0 if is_block_cipher_mac(alg) => block_length(key_type),
        length => length,
    }
}

/// Length in bytes of the hash that `alg` is made with; 0 if there is no such hash function.
pub(super) fn hash_length(alg: psa_algorithm_t) -> usize {
    match hash_of(alg) {
        PSA_ALG_MD5 => 16,
        PSA_ALG_RIPEMD160 | PSA_ALG_SHA_1 => 20,
        PSA_ALG_SHA_224 | PSA_ALG_SHA_512_224 | PSA_ALG_SHA3_224 => 28,
        PSA_ALG_SHA_256 | PSA_ALG_SHA_512_256 | PSA_ALG_SHA3_256 => 32,
        PSA_ALG_SHA_384 | PSA_ALG_SHA3_384 => 48,
        PSA_ALG_SHA_512 | PSA_ALG_SHA3_512 => 64,
        _ => 0,
    }
}

/// An AEAD with a tag of `length` bytes.
pub(super) fn aead_with_tag(alg: psa_algorithm_t, length: usize) -> psa_algorithm_t {
    alg & !(PSA_ALG_AEAD_TAG_LENGTH_MASK | PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG)
        | (low(length) << 16 & PSA_ALG_AEAD_TAG_LENGTH_MASK)
}

/// Length of an AEAD's tag in bytes.
pub(super) const fn aead_tag_length(alg: psa_algorithm_t) -> usize {
    ((alg & PSA_ALG_AEAD_TAG_LENGTH_MASK) >> 16) as usize
}

/// Whether `alg` is RSASSA-PKCS1-v1_5, of hashes or of bytes as they stand.
pub(super) const fn is_rsa_pkcs1_sign(alg: psa_algorithm_t) -> bool {
    without_hash(alg) == PSA_ALG_RSA_PKCS1V15_SIGN_BASE
}

/// Whether `alg` is RSASSA-PSS.
pub(super) const fn is_rsa_pss(alg: psa_algorithm_t) -> bool {
    without_hash(alg) == PSA_ALG_RSA_PSS_BASE || is_rsa_pss_any_salt(alg)
}

/// Whether `alg` is RSASSA-PSS that is checked with a salt of any length.
pub(super) const fn is_rsa_pss_any_salt(alg: psa_algorithm_t) -> bool {
    without_hash(alg) == PSA_ALG_RSA_PSS_ANY_SALT_BASE
}

/// Whether `alg` is ECDSA, deterministic or not.
pub(super) const fn is_ecdsa(alg: psa_algorithm_t) -> bool {
    without_hash(alg) & !PSA_ALG_ECDSA_DETERMINISTIC_FLAG == PSA_ALG_ECDSA_BASE
}

/// Whether `alg` is deterministic ECDSA.
#[cfg(feature = "certificates")]
pub(super) const fn is_deterministic_ecdsa(alg: psa_algorithm_t) -> bool {
    without_hash(alg) == PSA_ALG_DETERMINISTIC_ECDSA_BASE
}

/// Whether `alg` is RSAES-OAEP.
#[cfg(feature = "certificates")]
pub(super) const fn is_rsa_oaep(alg: psa_algorithm_t) -> bool {
    without_hash(alg) == PSA_ALG_RSA_OAEP_BASE
}

/// Whether `alg` signs prepared hashes.
pub(super) const fn is_sign_hash(alg: psa_algorithm_t) -> bool {
    let is_dsa = without_hash(alg) & !PSA_ALG_DSA_DETERMINISTIC_FLAG == PSA_ALG_DSA_BASE;
    is_rsa_pss(alg) || is_rsa_pkcs1_sign(alg) || is_ecdsa(alg) || is_dsa || without_hash(alg) == PSA_ALG_HASH_EDDSA_BASE
}

/// Whether `alg` signs messages.
#[cfg(feature = "certificates")]
pub(super) const fn is_sign_message(alg: psa_algorithm_t) -> bool {
    is_sign_hash(alg) || alg == PSA_ALG_PURE_EDDSA
}

/// Whether `alg` hashes and signs.
pub(super) const fn is_hash_and_sign(alg: psa_algorithm_t) -> bool {
    is_sign_hash(alg) && alg & PSA_ALG_HASH_MASK != 0
}

/// The hash function of an algorithm that hashes and signs; 0 for others.
pub(super) const fn sign_hash(alg: psa_algorithm_t) -> psa_algorithm_t {
    if is_hash_and_sign(alg) { hash_of(alg) } else { 0 }
}

/// Whether `alg` stands for several algorithms.
pub(super) const fn is_wildcard(alg: psa_algorithm_t) -> bool {
    if is_hash_and_sign(alg) {
        sign_hash(alg) == PSA_ALG_ANY_HASH
    } else if is_mac(alg) {
        alg & PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG != 0
    } else if is_aead(alg) {
        alg & PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG != 0
    } else {
        alg == PSA_ALG_ANY_HASH
    }
}

/// The hash function of a number.
pub(super) const fn hash_algorithm(alg: psa_algorithm_t) -> Option<HashAlgorithm> {
    match alg {
        PSA_ALG_MD5 => Some(HashAlgorithm::Md5),
        PSA_ALG_SHA_1 => Some(HashAlgorithm::Sha1),
        PSA_ALG_SHA_224 => Some(HashAlgorithm::Sha224),
        PSA_ALG_SHA_256 => Some(HashAlgorithm::Sha256),
        PSA_ALG_SHA_384 => Some(HashAlgorithm::Sha384),
        PSA_ALG_SHA_512 => Some(HashAlgorithm::Sha512),
        PSA_ALG_RIPEMD160 => Some(HashAlgorithm::Ripemd160),
        PSA_ALG_SHA3_224 => Some(HashAlgorithm::Sha3_224),
        PSA_ALG_SHA3_256 => Some(HashAlgorithm::Sha3_256),
        PSA_ALG_SHA3_384 => Some(HashAlgorithm::Sha3_384),
        PSA_ALG_SHA3_512 => Some(HashAlgorithm::Sha3_512),
        _ => None,
    }
}

/// Whether keys of a kind are plain bytes.
pub(super) const fn is_unstructured(key_type: psa_key_type_t) -> bool {
    matches!(
        key_type & PSA_KEY_TYPE_CATEGORY_MASK,
        PSA_KEY_TYPE_CATEGORY_RAW | PSA_KEY_TYPE_CATEGORY_SYMMETRIC
    )
}

/// Whether keys of a kind are pairs or public halves of pairs.
pub(super) const fn is_asymmetric(key_type: psa_key_type_t) -> bool {
    key_type & PSA_KEY_TYPE_CATEGORY_MASK & !PSA_KEY_TYPE_CATEGORY_FLAG_PAIR == PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY
}

/// Whether keys of a kind are public.
pub(super) const fn is_public_key(key_type: psa_key_type_t) -> bool {
    key_type & PSA_KEY_TYPE_CATEGORY_MASK == PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY
}

/// Whether keys of a kind are pairs.
pub(super) const fn is_key_pair(key_type: psa_key_type_t) -> bool {
    key_type & PSA_KEY_TYPE_CATEGORY_MASK == PSA_KEY_TYPE_CATEGORY_KEY_PAIR
}

/// Whether keys of a kind are RSA's, public or pairs.
pub(super) const fn is_rsa(key_type: psa_key_type_t) -> bool {
    matches!(key_type, PSA_KEY_TYPE_RSA_KEY_PAIR | PSA_KEY_TYPE_RSA_PUBLIC_KEY)
}

/// The family of the curve of a kind of keys, public or pairs.
pub(super) fn ecc_family(key_type: psa_key_type_t) -> Option<psa_ecc_family_t> {
    let base = key_type & !PSA_KEY_TYPE_ECC_CURVE_MASK;
    let is_ecc = matches!(base, PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE);
    is_ecc.then(|| key_type.to_le_bytes()[0])
}

/// Length of the block of a symmetric key's cipher in bytes, 1 for stream ciphers; 0 for other kinds of keys.
pub(super) const fn block_length(key_type: psa_key_type_t) -> usize {
    if key_type & PSA_KEY_TYPE_CATEGORY_MASK == PSA_KEY_TYPE_CATEGORY_SYMMETRIC {
        1 << (key_type >> 8 & 7)
    } else {
        0
    }
}

/// Lengths in algorithms are below 64.
fn low(length: usize) -> psa_algorithm_t {
    psa_algorithm_t::try_from(length).unwrap_or(0)
}
