/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef PSA_CRYPTO_H
#define PSA_CRYPTO_H

/** \file crypto.h
 * The part of the PSA Crypto interface that there is.
 */
#include "mbedtls/private_access.h"
#include "psa/build_info.h"

#include <stddef.h>
#include <stdint.h>

/** Whole bytes for a number of bits. */
#define PSA_BITS_TO_BYTES(bits) (((bits) + 7u) / 8u)
/** Bits of a number of bytes. */
#define PSA_BYTES_TO_BITS(bytes) ((bytes) * 8u)
/** The largest of three numbers. */
#define PSA_MAX_OF_THREE(a, b, c) \
    ((a) > (b) ? ((a) > (c) ? (a) : (c)) : ((b) > (c) ? (b) : (c)))
/** The next multiple of a block. */
#define PSA_ROUND_UP_TO_MULTIPLE(block_size, length) \
    (((length) + (block_size) - 1) / (block_size) * (block_size))

/** \name Initializers
 * @{
 */
/** A policy that allows nothing. */
#define PSA_KEY_POLICY_INIT { 0, 0, 0 }
/** Attributes of which none is set. */
#define PSA_KEY_ATTRIBUTES_INIT { 0, 0, 0, { 0, 0, 0 }, 0 }
/** Keys are made as usual. */
#define PSA_CUSTOM_KEY_PARAMETERS_INIT { 0 }
/** Keys are made as usual. */
#define PSA_KEY_PRODUCTION_PARAMETERS_INIT { 0 }
/** An operation that has not begun. */
#define PSA_HASH_OPERATION_INIT { { 0 } }
/** An operation that has not begun. */
#define PSA_MAC_OPERATION_INIT { { 0 } }
/** An operation that has not begun. */
#define PSA_CIPHER_OPERATION_INIT { { 0 } }
/** An operation that has not begun. */
#define PSA_AEAD_OPERATION_INIT { { 0 } }
/** An operation that has not begun. */
#define PSA_KEY_DERIVATION_OPERATION_INIT { { 0 } }
/** An operation that has not begun. */
#define PSA_SIGN_HASH_INTERRUPTIBLE_OPERATION_INIT { { 0 } }
/** An operation that has not begun. */
#define PSA_VERIFY_HASH_INTERRUPTIBLE_OPERATION_INIT { { 0 } }
/** A suite of a PAKE of which nothing is set. */
#define PSA_PAKE_CIPHER_SUITE_INIT { 0, 0, 0, 0, 0 }
/** An operation that has not begun. */
#define PSA_PAKE_OPERATION_INIT { { 0 } }
/** @} */

/** The derivation yields as much as it can. */
#define PSA_KEY_DERIVATION_UNLIMITED_CAPACITY ((size_t) -1)

/** \name Kinds of keys
 * @{
 */
/** Whether a kind of key is of a vendor's own. */
#define PSA_KEY_TYPE_IS_VENDOR_DEFINED(type) (((type) & PSA_KEY_TYPE_VENDOR_FLAG) != 0)
/** Whether a key of this kind is bytes without a structure. */
#define PSA_KEY_TYPE_IS_UNSTRUCTURED(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_RAW || \
     ((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_SYMMETRIC)
/** Whether a kind of key is a public key or a key pair. */
#define PSA_KEY_TYPE_IS_ASYMMETRIC(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK & ~PSA_KEY_TYPE_CATEGORY_FLAG_PAIR) == \
     PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY)
/** Whether a kind of key is a public key. */
#define PSA_KEY_TYPE_IS_PUBLIC_KEY(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY)
/** Whether a kind of key is a key pair. */
#define PSA_KEY_TYPE_IS_KEY_PAIR(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_KEY_PAIR)
/** The key pair that a public key belongs to. */
#define PSA_KEY_TYPE_KEY_PAIR_OF_PUBLIC_KEY(type) ((type) | PSA_KEY_TYPE_CATEGORY_FLAG_PAIR)
/** The public key of a key pair. */
#define PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) ((type) & ~PSA_KEY_TYPE_CATEGORY_FLAG_PAIR)
/** Whether a kind of key is for RSA, alone or in a pair. */
#define PSA_KEY_TYPE_IS_RSA(type) \
    (PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) == PSA_KEY_TYPE_RSA_PUBLIC_KEY)
/** Whether a kind of key is for DSA, alone or in a pair. */
#define PSA_KEY_TYPE_IS_DSA(type) \
    (PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) == PSA_KEY_TYPE_DSA_PUBLIC_KEY)
/** A key pair on a curve of this family. */
#define PSA_KEY_TYPE_ECC_KEY_PAIR(curve) (PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | (curve))
/** A public key on a curve of this family. */
#define PSA_KEY_TYPE_ECC_PUBLIC_KEY(curve) (PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE | (curve))
/** Whether a kind of key is on a curve, alone or in a pair. */
#define PSA_KEY_TYPE_IS_ECC(type) \
    ((PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) & ~PSA_KEY_TYPE_ECC_CURVE_MASK) == \
     PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE)
/** Whether a kind of key is a key pair on a curve. */
#define PSA_KEY_TYPE_IS_ECC_KEY_PAIR(type) \
    (((type) & ~PSA_KEY_TYPE_ECC_CURVE_MASK) == PSA_KEY_TYPE_ECC_KEY_PAIR_BASE)
/** Whether a kind of key is a public key on a curve. */
#define PSA_KEY_TYPE_IS_ECC_PUBLIC_KEY(type) \
    (((type) & ~PSA_KEY_TYPE_ECC_CURVE_MASK) == PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE)
/** The family of curves of a kind of key; 0 for others. */
#define PSA_KEY_TYPE_ECC_GET_FAMILY(type) \
    ((psa_ecc_family_t) (PSA_KEY_TYPE_IS_ECC(type) ? ((type) & PSA_KEY_TYPE_ECC_CURVE_MASK) : 0))
/** Whether the curves of a family are of the short Weierstrass form. */
#define PSA_ECC_FAMILY_IS_WEIERSTRASS(family) (((family) & 0xc0) == 0)
/** A Diffie-Hellman key pair in a group of this family. */
#define PSA_KEY_TYPE_DH_KEY_PAIR(group) (PSA_KEY_TYPE_DH_KEY_PAIR_BASE | (group))
/** A Diffie-Hellman public key in a group of this family. */
#define PSA_KEY_TYPE_DH_PUBLIC_KEY(group) (PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE | (group))
/** Whether a kind of key is for finite-field Diffie-Hellman, alone or in a pair. */
#define PSA_KEY_TYPE_IS_DH(type) \
    ((PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type) & ~PSA_KEY_TYPE_DH_GROUP_MASK) == \
     PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE)
/** Whether a kind of key is a Diffie-Hellman key pair. */
#define PSA_KEY_TYPE_IS_DH_KEY_PAIR(type) \
    (((type) & ~PSA_KEY_TYPE_DH_GROUP_MASK) == PSA_KEY_TYPE_DH_KEY_PAIR_BASE)
/** Whether a kind of key is a Diffie-Hellman public key. */
#define PSA_KEY_TYPE_IS_DH_PUBLIC_KEY(type) \
    (((type) & ~PSA_KEY_TYPE_DH_GROUP_MASK) == PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE)
/** The family of groups of a kind of key; 0 for others. */
#define PSA_KEY_TYPE_DH_GET_FAMILY(type) \
    ((psa_dh_family_t) (PSA_KEY_TYPE_IS_DH(type) ? ((type) & PSA_KEY_TYPE_DH_GROUP_MASK) : 0))
/** The binary logarithm of the length of a block, for keys of block ciphers. */
#define PSA_GET_KEY_TYPE_BLOCK_SIZE_EXPONENT(type) (((type) >> 8) & 7)
/** The length of a block of the cipher that a key is for, in bytes; 1 for stream ciphers, 0 for other keys. */
#define PSA_BLOCK_CIPHER_BLOCK_LENGTH(type) \
    (((type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_SYMMETRIC ? \
     1u << PSA_GET_KEY_TYPE_BLOCK_SIZE_EXPONENT(type) : 0u)
/** @} */

/** \name Lifetimes and numbers of keys
 * @{
 */
/** How long keys of this lifetime live. */
#define PSA_KEY_LIFETIME_GET_PERSISTENCE(lifetime) ((psa_key_persistence_t) ((lifetime) & 0x000000ff))
/** Where keys of this lifetime are. */
#define PSA_KEY_LIFETIME_GET_LOCATION(lifetime) ((psa_key_location_t) ((lifetime) >> 8))
/** Whether keys of this lifetime end with the process. */
#define PSA_KEY_LIFETIME_IS_VOLATILE(lifetime) \
    (PSA_KEY_LIFETIME_GET_PERSISTENCE(lifetime) == PSA_KEY_PERSISTENCE_VOLATILE)
/** Whether keys of this lifetime cannot be changed or destroyed. */
#define PSA_KEY_LIFETIME_IS_READ_ONLY(lifetime) \
    (PSA_KEY_LIFETIME_GET_PERSISTENCE(lifetime) == PSA_KEY_PERSISTENCE_READ_ONLY)
/** The lifetime of keys that live so long and there. */
#define PSA_KEY_LIFETIME_FROM_PERSISTENCE_AND_LOCATION(persistence, location) \
    ((location) << 8 | (persistence))
/** The number of a key without its owner. */
#define MBEDTLS_SVC_KEY_ID_GET_KEY_ID(id) (id)
/** The owner of a key: 0, because keys have none. */
#define MBEDTLS_SVC_KEY_ID_GET_OWNER_ID(id) (0)
/** @} */

/** \name Categories of algorithms
 * @{
 */
/** Whether an algorithm is of a vendor's own. */
#define PSA_ALG_IS_VENDOR_DEFINED(alg) (((alg) & PSA_ALG_VENDOR_FLAG) != 0)
/** Whether an algorithm is a hash function. */
#define PSA_ALG_IS_HASH(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_HASH)
/** Whether an algorithm is a MAC. */
#define PSA_ALG_IS_MAC(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_MAC)
/** Whether an algorithm is a cipher without authentication. */
#define PSA_ALG_IS_CIPHER(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_CIPHER)
/** Whether an algorithm is an AEAD. */
#define PSA_ALG_IS_AEAD(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_AEAD)
/** Whether an algorithm makes signatures. */
#define PSA_ALG_IS_SIGN(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_SIGN)
/** Whether an algorithm encrypts with a public key. */
#define PSA_ALG_IS_ASYMMETRIC_ENCRYPTION(alg) \
    (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_ASYMMETRIC_ENCRYPTION)
/** Whether an algorithm is a key agreement. */
#define PSA_ALG_IS_KEY_AGREEMENT(alg) \
    (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_KEY_AGREEMENT)
/** Whether an algorithm derives keys. */
#define PSA_ALG_IS_KEY_DERIVATION(alg) \
    (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_KEY_DERIVATION)
/** Whether an algorithm derives keys of passwords. */
#define PSA_ALG_IS_KEY_DERIVATION_STRETCHING(alg) \
    (PSA_ALG_IS_KEY_DERIVATION(alg) && (alg) & PSA_ALG_KEY_DERIVATION_STRETCHING_FLAG)
/** Whether an algorithm is a key agreement by password. */
#define PSA_ALG_IS_PAKE(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_PAKE)
/** The hash function that is a parameter of another algorithm, as a number of its own. */
#define PSA_ALG_GET_HASH(alg) \
    (((alg) & PSA_ALG_HASH_MASK) == 0 ? PSA_ALG_NONE : PSA_ALG_CATEGORY_HASH | ((alg) & PSA_ALG_HASH_MASK))
/** @} */

/** \name MACs
 * @{
 */
/** HMAC with a hash function. */
#define PSA_ALG_HMAC(hash_alg) (PSA_ALG_HMAC_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** The hash function of HMAC. */
#define PSA_ALG_HMAC_GET_HASH(hmac_alg) (PSA_ALG_CATEGORY_HASH | ((hmac_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is HMAC. */
#define PSA_ALG_IS_HMAC(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_MAC_SUBCATEGORY_MASK)) == PSA_ALG_HMAC_BASE)
/** Whether an algorithm is a MAC made of a block cipher. */
#define PSA_ALG_IS_BLOCK_CIPHER_MAC(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_MAC_SUBCATEGORY_MASK)) == PSA_ALG_CIPHER_MAC_BASE)
/** A MAC that is not cut. */
#define PSA_ALG_FULL_LENGTH_MAC(mac_alg) \
    ((mac_alg) & ~(PSA_ALG_MAC_TRUNCATION_MASK | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG))
/** A MAC that is cut to a length in bytes. */
#define PSA_ALG_TRUNCATED_MAC(mac_alg, mac_length) \
    (PSA_ALG_FULL_LENGTH_MAC(mac_alg) | \
     ((mac_length) << PSA_MAC_TRUNCATION_OFFSET & PSA_ALG_MAC_TRUNCATION_MASK))
/** The length in bytes that a MAC is cut to; 0 if it is not. */
#define PSA_MAC_TRUNCATED_LENGTH(mac_alg) \
    (((mac_alg) & PSA_ALG_MAC_TRUNCATION_MASK) >> PSA_MAC_TRUNCATION_OFFSET)
/** For policies: a MAC of this length in bytes or more. */
#define PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(mac_alg, min_mac_length) \
    (PSA_ALG_TRUNCATED_MAC(mac_alg, min_mac_length) | PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG)
/** @} */

/** \name Ciphers and AEADs
 * @{
 */
/** Whether an algorithm is a stream cipher, or a mode that makes one of a block cipher. */
#define PSA_ALG_IS_STREAM_CIPHER(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_CIPHER_STREAM_FLAG)) == \
     (PSA_ALG_CATEGORY_CIPHER | PSA_ALG_CIPHER_STREAM_FLAG))
/** Whether an algorithm is an AEAD made of a block cipher. */
#define PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER(alg) \
    (((alg) & (PSA_ALG_CATEGORY_MASK | PSA_ALG_AEAD_FROM_BLOCK_FLAG)) == \
     (PSA_ALG_CATEGORY_AEAD | PSA_ALG_AEAD_FROM_BLOCK_FLAG))
/** An AEAD with a tag of this length in bytes. */
#define PSA_ALG_AEAD_WITH_SHORTENED_TAG(aead_alg, tag_length) \
    (((aead_alg) & ~(PSA_ALG_AEAD_TAG_LENGTH_MASK | PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG)) | \
     ((tag_length) << PSA_AEAD_TAG_LENGTH_OFFSET & PSA_ALG_AEAD_TAG_LENGTH_MASK))
/** The length of an AEAD's tag in bytes. */
#define PSA_ALG_AEAD_GET_TAG_LENGTH(aead_alg) \
    (((aead_alg) & PSA_ALG_AEAD_TAG_LENGTH_MASK) >> PSA_AEAD_TAG_LENGTH_OFFSET)
/** Whether two AEADs are the same but for their tags' lengths. */
#define MBEDTLS_PSA_ALG_AEAD_EQUAL(aead_alg_1, aead_alg_2) \
    (PSA_ALG_AEAD_WITH_SHORTENED_TAG(aead_alg_1, 0) == PSA_ALG_AEAD_WITH_SHORTENED_TAG(aead_alg_2, 0))
/** An AEAD with a tag of its own length; 0 for an unknown one. */
#define PSA_ALG_AEAD_WITH_DEFAULT_LENGTH_TAG(aead_alg) \
    (MBEDTLS_PSA_ALG_AEAD_EQUAL(aead_alg, PSA_ALG_CCM) ? PSA_ALG_CCM : \
     MBEDTLS_PSA_ALG_AEAD_EQUAL(aead_alg, PSA_ALG_GCM) ? PSA_ALG_GCM : \
     MBEDTLS_PSA_ALG_AEAD_EQUAL(aead_alg, PSA_ALG_CHACHA20_POLY1305) ? PSA_ALG_CHACHA20_POLY1305 : 0)
/** For policies: an AEAD with a tag of this length in bytes or more. */
#define PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(aead_alg, min_tag_length) \
    (PSA_ALG_AEAD_WITH_SHORTENED_TAG(aead_alg, min_tag_length) | PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG)
/** @} */

/** \name Signatures and asymmetric encryption
 * @{
 */
/** RSA signatures with the padding of PKCS #1 v1.5. */
#define PSA_ALG_RSA_PKCS1V15_SIGN(hash_alg) \
    (PSA_ALG_RSA_PKCS1V15_SIGN_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is an RSA signature with the padding of PKCS #1 v1.5. */
#define PSA_ALG_IS_RSA_PKCS1V15_SIGN(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_PKCS1V15_SIGN_BASE)
/** RSASSA-PSS with a salt as long as the hash. */
#define PSA_ALG_RSA_PSS(hash_alg) (PSA_ALG_RSA_PSS_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** RSASSA-PSS that verifies with a salt of any length. */
#define PSA_ALG_RSA_PSS_ANY_SALT(hash_alg) \
    (PSA_ALG_RSA_PSS_ANY_SALT_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is RSASSA-PSS with a salt as long as the hash. */
#define PSA_ALG_IS_RSA_PSS_STANDARD_SALT(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_PSS_BASE)
/** Whether an algorithm is RSASSA-PSS with a salt of any length. */
#define PSA_ALG_IS_RSA_PSS_ANY_SALT(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_PSS_ANY_SALT_BASE)
/** Whether an algorithm is RSASSA-PSS. */
#define PSA_ALG_IS_RSA_PSS(alg) (PSA_ALG_IS_RSA_PSS_STANDARD_SALT(alg) || PSA_ALG_IS_RSA_PSS_ANY_SALT(alg))
/** ECDSA with a random nonce. */
#define PSA_ALG_ECDSA(hash_alg) (PSA_ALG_ECDSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** ECDSA with the nonce of RFC 6979. */
#define PSA_ALG_DETERMINISTIC_ECDSA(hash_alg) \
    (PSA_ALG_DETERMINISTIC_ECDSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is ECDSA. */
#define PSA_ALG_IS_ECDSA(alg) \
    (((alg) & ~PSA_ALG_HASH_MASK & ~PSA_ALG_ECDSA_DETERMINISTIC_FLAG) == PSA_ALG_ECDSA_BASE)
/** Whether an ECDSA is the one with the nonce of RFC 6979. */
#define PSA_ALG_ECDSA_IS_DETERMINISTIC(alg) (((alg) & PSA_ALG_ECDSA_DETERMINISTIC_FLAG) != 0)
/** Whether an algorithm is ECDSA with the nonce of RFC 6979. */
#define PSA_ALG_IS_DETERMINISTIC_ECDSA(alg) (PSA_ALG_IS_ECDSA(alg) && PSA_ALG_ECDSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is ECDSA with a random nonce. */
#define PSA_ALG_IS_RANDOMIZED_ECDSA(alg) (PSA_ALG_IS_ECDSA(alg) && !PSA_ALG_ECDSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is an EdDSA of hashes. */
#define PSA_ALG_IS_HASH_EDDSA(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HASH_EDDSA_BASE)
/** DSA with a random nonce. */
#define PSA_ALG_DSA(hash_alg) (PSA_ALG_DSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** DSA with the nonce of RFC 6979. */
#define PSA_ALG_DETERMINISTIC_DSA(hash_alg) \
    (PSA_ALG_DETERMINISTIC_DSA_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is DSA. */
#define PSA_ALG_IS_DSA(alg) \
    (((alg) & ~PSA_ALG_HASH_MASK & ~PSA_ALG_DSA_DETERMINISTIC_FLAG) == PSA_ALG_DSA_BASE)
/** Whether a DSA is the one with the nonce of RFC 6979. */
#define PSA_ALG_DSA_IS_DETERMINISTIC(alg) (((alg) & PSA_ALG_DSA_DETERMINISTIC_FLAG) != 0)
/** Whether an algorithm is DSA with the nonce of RFC 6979. */
#define PSA_ALG_IS_DETERMINISTIC_DSA(alg) (PSA_ALG_IS_DSA(alg) && PSA_ALG_DSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm is DSA with a random nonce. */
#define PSA_ALG_IS_RANDOMIZED_DSA(alg) (PSA_ALG_IS_DSA(alg) && !PSA_ALG_DSA_IS_DETERMINISTIC(alg))
/** Whether an algorithm beyond those of PSA signs hashes. */
#define PSA_ALG_IS_VENDOR_HASH_AND_SIGN(alg) PSA_ALG_IS_DSA(alg)
/** Whether an algorithm signs hashes. */
#define PSA_ALG_IS_SIGN_HASH(alg) \
    (PSA_ALG_IS_RSA_PSS(alg) || PSA_ALG_IS_RSA_PKCS1V15_SIGN(alg) || PSA_ALG_IS_ECDSA(alg) || \
     PSA_ALG_IS_HASH_EDDSA(alg) || PSA_ALG_IS_VENDOR_HASH_AND_SIGN(alg))
/** Whether an algorithm signs messages. */
#define PSA_ALG_IS_SIGN_MESSAGE(alg) (PSA_ALG_IS_SIGN_HASH(alg) || (alg) == PSA_ALG_PURE_EDDSA)
/** Whether an algorithm hashes messages with a hash function that it names, and signs that. */
#define PSA_ALG_IS_HASH_AND_SIGN(alg) (PSA_ALG_IS_SIGN_HASH(alg) && ((alg) & PSA_ALG_HASH_MASK) != 0)
/** The hash function of signatures; 0 if there is none. */
#define PSA_ALG_SIGN_GET_HASH(alg) \
    (PSA_ALG_IS_HASH_AND_SIGN(alg) ? ((alg) & PSA_ALG_HASH_MASK) | PSA_ALG_CATEGORY_HASH : 0)
/** RSAES-OAEP. */
#define PSA_ALG_RSA_OAEP(hash_alg) (PSA_ALG_RSA_OAEP_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is RSAES-OAEP. */
#define PSA_ALG_IS_RSA_OAEP(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_RSA_OAEP_BASE)
/** The hash function of RSAES-OAEP; 0 for others. */
#define PSA_ALG_RSA_OAEP_GET_HASH(alg) \
    (PSA_ALG_IS_RSA_OAEP(alg) ? ((alg) & PSA_ALG_HASH_MASK) | PSA_ALG_CATEGORY_HASH : 0)
/** Whether an algorithm stands for several, which only the policy of a key may. */
#define PSA_ALG_IS_WILDCARD(alg) \
    (PSA_ALG_IS_HASH_AND_SIGN(alg) ? PSA_ALG_SIGN_GET_HASH(alg) == PSA_ALG_ANY_HASH : \
     PSA_ALG_IS_MAC(alg) ? ((alg) & PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG) != 0 : \
     PSA_ALG_IS_AEAD(alg) ? ((alg) & PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG) != 0 : \
     (alg) == PSA_ALG_ANY_HASH)
/** @} */

/** \name Key derivation and key agreement
 * @{
 */
/** HKDF. */
#define PSA_ALG_HKDF(hash_alg) (PSA_ALG_HKDF_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is HKDF. */
#define PSA_ALG_IS_HKDF(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HKDF_BASE)
/** The hash function of HKDF. */
#define PSA_ALG_HKDF_GET_HASH(hkdf_alg) (PSA_ALG_CATEGORY_HASH | ((hkdf_alg) & PSA_ALG_HASH_MASK))
/** The first half of HKDF. */
#define PSA_ALG_HKDF_EXTRACT(hash_alg) (PSA_ALG_HKDF_EXTRACT_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is the first half of HKDF. */
#define PSA_ALG_IS_HKDF_EXTRACT(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HKDF_EXTRACT_BASE)
/** The second half of HKDF. */
#define PSA_ALG_HKDF_EXPAND(hash_alg) (PSA_ALG_HKDF_EXPAND_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is the second half of HKDF. */
#define PSA_ALG_IS_HKDF_EXPAND(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_HKDF_EXPAND_BASE)
/** Whether an algorithm is HKDF or a half of it. */
#define PSA_ALG_IS_ANY_HKDF(alg) \
    (PSA_ALG_IS_HKDF(alg) || PSA_ALG_IS_HKDF_EXTRACT(alg) || PSA_ALG_IS_HKDF_EXPAND(alg))
/** The pseudorandom function of TLS 1.2. */
#define PSA_ALG_TLS12_PRF(hash_alg) (PSA_ALG_TLS12_PRF_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is the pseudorandom function of TLS 1.2. */
#define PSA_ALG_IS_TLS12_PRF(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_TLS12_PRF_BASE)
/** The hash function of the pseudorandom function of TLS 1.2. */
#define PSA_ALG_TLS12_PRF_GET_HASH(prf_alg) (PSA_ALG_CATEGORY_HASH | ((prf_alg) & PSA_ALG_HASH_MASK))
/** What makes the master secret of TLS 1.2 of a pre-shared key. */
#define PSA_ALG_TLS12_PSK_TO_MS(hash_alg) (PSA_ALG_TLS12_PSK_TO_MS_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is what makes the master secret of TLS 1.2 of a pre-shared key. */
#define PSA_ALG_IS_TLS12_PSK_TO_MS(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_TLS12_PSK_TO_MS_BASE)
/** The hash function of what makes the master secret of TLS 1.2 of a pre-shared key. */
#define PSA_ALG_TLS12_PSK_TO_MS_GET_HASH(prf_alg) (PSA_ALG_CATEGORY_HASH | ((prf_alg) & PSA_ALG_HASH_MASK))
/** PBKDF2 with HMAC. */
#define PSA_ALG_PBKDF2_HMAC(hash_alg) (PSA_ALG_PBKDF2_HMAC_BASE | ((hash_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is PBKDF2 with HMAC. */
#define PSA_ALG_IS_PBKDF2_HMAC(alg) (((alg) & ~PSA_ALG_HASH_MASK) == PSA_ALG_PBKDF2_HMAC_BASE)
/** The hash function of PBKDF2 with HMAC. */
#define PSA_ALG_PBKDF2_HMAC_GET_HASH(pbkdf2_alg) \
    (PSA_ALG_CATEGORY_HASH | ((pbkdf2_alg) & PSA_ALG_HASH_MASK))
/** Whether an algorithm is PBKDF2. */
#define PSA_ALG_IS_PBKDF2(kdf_alg) \
    (PSA_ALG_IS_PBKDF2_HMAC(kdf_alg) || (kdf_alg) == PSA_ALG_PBKDF2_AES_CMAC_PRF_128)
/** A key agreement whose secret goes into a key derivation. */
#define PSA_ALG_KEY_AGREEMENT(ka_alg, kdf_alg) ((ka_alg) | (kdf_alg))
/** The key derivation of a key agreement. */
#define PSA_ALG_KEY_AGREEMENT_GET_KDF(alg) \
    (((alg) & PSA_ALG_KEY_DERIVATION_MASK) | PSA_ALG_CATEGORY_KEY_DERIVATION)
/** A key agreement without its key derivation. */
#define PSA_ALG_KEY_AGREEMENT_GET_BASE(alg) \
    (((alg) & PSA_ALG_KEY_AGREEMENT_MASK) | PSA_ALG_CATEGORY_KEY_AGREEMENT)
/** Whether an algorithm is a key agreement without a key derivation. */
#define PSA_ALG_IS_RAW_KEY_AGREEMENT(alg) \
    (PSA_ALG_IS_KEY_AGREEMENT(alg) && PSA_ALG_KEY_AGREEMENT_GET_KDF(alg) == PSA_ALG_CATEGORY_KEY_DERIVATION)
/** Whether an algorithm is a key derivation or a key agreement. */
#define PSA_ALG_IS_KEY_DERIVATION_OR_AGREEMENT(alg) \
    (PSA_ALG_IS_KEY_DERIVATION(alg) || PSA_ALG_IS_KEY_AGREEMENT(alg))
/** Whether a key agreement is finite-field Diffie-Hellman. */
#define PSA_ALG_IS_FFDH(alg) (PSA_ALG_KEY_AGREEMENT_GET_BASE(alg) == PSA_ALG_FFDH)
/** Whether a key agreement is ECDH. */
#define PSA_ALG_IS_ECDH(alg) (PSA_ALG_KEY_AGREEMENT_GET_BASE(alg) == PSA_ALG_ECDH)
/** What a PAKE computes with; 0 if the bits do not fit. */
#define PSA_PAKE_PRIMITIVE(pake_type, pake_family, pake_bits) \
    (((pake_bits) & 0xFFFF) != (pake_bits) ? 0 : \
     ((psa_pake_primitive_t) (((pake_type) << 24 | (pake_family) << 16) | (pake_bits))))
/** @} */

/** \name Lengths in bytes
 * @{
 */
/** Of a hash, for a hash function or an algorithm that has one as a parameter; 0 for others. */
#define PSA_HASH_LENGTH(alg) \
    (PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_MD5 ? 16u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_RIPEMD160 ? 20u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_1 ? 20u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_224 ? 28u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_256 ? 32u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_384 ? 48u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_224 ? 28u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_256 ? 32u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_224 ? 28u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_256 ? 32u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_384 ? 48u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_512 ? 64u : \
     0u)
/** Of a block of a hash function. */
#define PSA_HASH_BLOCK_LENGTH(alg) \
    (PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_MD5 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_RIPEMD160 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_1 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_224 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_256 ? 64u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_384 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_224 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA_512_256 ? 128u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_224 ? 144u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_256 ? 136u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_384 ? 104u : \
     PSA_ALG_HMAC_GET_HASH(alg) == PSA_ALG_SHA3_512 ? 72u : \
     0u)
/** Of a MAC. */
#define PSA_MAC_LENGTH(key_type, key_bits, alg) \
    ((alg) & PSA_ALG_MAC_TRUNCATION_MASK ? PSA_MAC_TRUNCATED_LENGTH(alg) : \
     PSA_ALG_IS_HMAC(alg) ? PSA_HASH_LENGTH(PSA_ALG_HMAC_GET_HASH(alg)) : \
     PSA_ALG_IS_BLOCK_CIPHER_MAC(alg) ? PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : \
     ((void) (key_type), (void) (key_bits), 0u))
/** Of the nonce of an AEAD; 0 if the key does not fit. */
#define PSA_AEAD_NONCE_LENGTH(key_type, alg) \
    (PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) == 16 ? \
     (MBEDTLS_PSA_ALG_AEAD_EQUAL(alg, PSA_ALG_CCM) ? 13u : \
      MBEDTLS_PSA_ALG_AEAD_EQUAL(alg, PSA_ALG_GCM) ? 12u : 0u) : \
     (key_type) == PSA_KEY_TYPE_CHACHA20 && \
     MBEDTLS_PSA_ALG_AEAD_EQUAL(alg, PSA_ALG_CHACHA20_POLY1305) ? 12u : 0u)
/** Of the tag of an AEAD; 0 if the key does not fit. */
#define PSA_AEAD_TAG_LENGTH(key_type, key_bits, alg) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 ? PSA_ALG_AEAD_GET_TAG_LENGTH(alg) : \
     ((void) (key_bits), 0u))
/** Of what `psa_aead_encrypt()` writes. */
#define PSA_AEAD_ENCRYPT_OUTPUT_SIZE(key_type, alg, plaintext_length) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 ? \
     (plaintext_length) + PSA_ALG_AEAD_GET_TAG_LENGTH(alg) : 0u)
/** Of what `psa_aead_encrypt()` writes at most, whatever key and algorithm. */
#define PSA_AEAD_ENCRYPT_OUTPUT_MAX_SIZE(plaintext_length) ((plaintext_length) + PSA_AEAD_TAG_MAX_SIZE)
/** Of what `psa_aead_decrypt()` writes. */
#define PSA_AEAD_DECRYPT_OUTPUT_SIZE(key_type, alg, ciphertext_length) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 && \
     (ciphertext_length) > PSA_ALG_AEAD_GET_TAG_LENGTH(alg) ? \
     (ciphertext_length) - PSA_ALG_AEAD_GET_TAG_LENGTH(alg) : 0u)
/** Of what `psa_aead_decrypt()` writes at most, whatever key and algorithm. */
#define PSA_AEAD_DECRYPT_OUTPUT_MAX_SIZE(ciphertext_length) (ciphertext_length)
/** Of what `psa_aead_update()` writes at most. */
#define PSA_AEAD_UPDATE_OUTPUT_SIZE(key_type, alg, input_length) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) == 0 ? 0u : \
     PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER(alg) ? \
     PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type), (input_length)) : (input_length))
/** Of what `psa_aead_update()` writes at most, whatever key and algorithm. */
#define PSA_AEAD_UPDATE_OUTPUT_MAX_SIZE(input_length) \
    PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE, (input_length))
/** Of what `psa_aead_finish()` writes at most beside the tag. */
#define PSA_AEAD_FINISH_OUTPUT_SIZE(key_type, alg) \
    (PSA_AEAD_NONCE_LENGTH(key_type, alg) != 0 && PSA_ALG_IS_AEAD_ON_BLOCK_CIPHER(alg) ? \
     PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : 0u)
/** Of what `psa_aead_verify()` writes at most. */
#define PSA_AEAD_VERIFY_OUTPUT_SIZE(key_type, alg) PSA_AEAD_FINISH_OUTPUT_SIZE(key_type, alg)
/** Of what an RSA encryption adds at least. */
#define PSA_RSA_MINIMUM_PADDING_SIZE(alg) \
    (PSA_ALG_IS_RSA_OAEP(alg) ? 2u * PSA_HASH_LENGTH(PSA_ALG_RSA_OAEP_GET_HASH(alg)) + 1u : 11u)
/** Of an ECDSA signature on a curve of so many bits. */
#define PSA_ECDSA_SIGNATURE_SIZE(curve_bits) (PSA_BITS_TO_BYTES(curve_bits) * 2u)
/** Of a signature at most. */
#define PSA_SIGN_OUTPUT_SIZE(key_type, key_bits, alg) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? ((void) (alg), PSA_BITS_TO_BYTES(key_bits)) : \
     PSA_KEY_TYPE_IS_ECC(key_type) ? PSA_ECDSA_SIGNATURE_SIZE(key_bits) : ((void) (alg), 0u))
/** Of what `psa_asymmetric_encrypt()` writes. */
#define PSA_ASYMMETRIC_ENCRYPT_OUTPUT_SIZE(key_type, key_bits, alg) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? ((void) (alg), PSA_BITS_TO_BYTES(key_bits)) : 0u)
/** Of what `psa_asymmetric_decrypt()` writes at most. */
#define PSA_ASYMMETRIC_DECRYPT_OUTPUT_SIZE(key_type, key_bits, alg) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? PSA_BITS_TO_BYTES(key_bits) - PSA_RSA_MINIMUM_PADDING_SIZE(alg) : 0u)
/** Of an INTEGER of so many bits in DER, at most. */
#define PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(bits) ((bits) / 8u + 5u)
/** Of an RSA public key that is exported, at most. */
#define PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(key_bits) (PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(key_bits) + 11u)
/** Of an RSA key pair that is exported, at most. */
#define PSA_KEY_EXPORT_RSA_KEY_PAIR_MAX_SIZE(key_bits) \
    (9u * PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE((key_bits) / 2u + 1u) + 14u)
/** Of a DSA public key that is exported, at most. */
#define PSA_KEY_EXPORT_DSA_PUBLIC_KEY_MAX_SIZE(key_bits) \
    (PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(key_bits) * 3u + 59u)
/** Of a DSA key pair that is exported, at most. */
#define PSA_KEY_EXPORT_DSA_KEY_PAIR_MAX_SIZE(key_bits) \
    (PSA_KEY_EXPORT_ASN1_INTEGER_MAX_SIZE(key_bits) * 3u + 75u)
/** Of an ECC public key that is exported, at most. */
#define PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(key_bits) (2u * PSA_BITS_TO_BYTES(key_bits) + 1u)
/** Of an ECC key pair that is exported, at most. */
#define PSA_KEY_EXPORT_ECC_KEY_PAIR_MAX_SIZE(key_bits) PSA_BITS_TO_BYTES(key_bits)
/** Of a Diffie-Hellman key pair that is exported, at most. */
#define PSA_KEY_EXPORT_FFDH_KEY_PAIR_MAX_SIZE(key_bits) PSA_BITS_TO_BYTES(key_bits)
/** Of a Diffie-Hellman public key that is exported, at most. */
#define PSA_KEY_EXPORT_FFDH_PUBLIC_KEY_MAX_SIZE(key_bits) PSA_BITS_TO_BYTES(key_bits)
/** Of what `psa_export_key()` writes at most. */
#define PSA_EXPORT_KEY_OUTPUT_SIZE(key_type, key_bits) \
    ((key_type) == PSA_KEY_TYPE_RSA_KEY_PAIR ? PSA_KEY_EXPORT_RSA_KEY_PAIR_MAX_SIZE(key_bits) : \
     (key_type) == PSA_KEY_TYPE_RSA_PUBLIC_KEY ? PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_ECC_KEY_PAIR(key_type) ? PSA_KEY_EXPORT_ECC_KEY_PAIR_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_ECC_PUBLIC_KEY(key_type) ? PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_BITS_TO_BYTES(key_bits))
/** Of what `psa_export_public_key()` writes at most. */
#define PSA_EXPORT_PUBLIC_KEY_OUTPUT_SIZE(key_type, key_bits) \
    (PSA_KEY_TYPE_IS_RSA(key_type) ? PSA_KEY_EXPORT_RSA_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_ECC(key_type) ? PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(key_bits) : \
     PSA_KEY_TYPE_IS_DH(key_type) ? PSA_BITS_TO_BYTES(key_bits) : 0u)
/** Of what `psa_raw_key_agreement()` writes at most. */
#define PSA_RAW_KEY_AGREEMENT_OUTPUT_SIZE(key_type, key_bits) \
    ((PSA_KEY_TYPE_IS_ECC_KEY_PAIR(key_type) || PSA_KEY_TYPE_IS_DH_KEY_PAIR(key_type)) ? \
     PSA_BITS_TO_BYTES(key_bits) : 0u)
/** Of the initialization vector of a cipher; 0 if there is none, or if the key does not fit. */
#define PSA_CIPHER_IV_LENGTH(key_type, alg) \
    (PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) > 1 && \
     ((alg) == PSA_ALG_CTR || (alg) == PSA_ALG_CFB || (alg) == PSA_ALG_OFB || (alg) == PSA_ALG_XTS || \
      (alg) == PSA_ALG_CBC_NO_PADDING || (alg) == PSA_ALG_CBC_PKCS7) ? \
     PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : \
     (key_type) == PSA_KEY_TYPE_CHACHA20 && (alg) == PSA_ALG_STREAM_CIPHER ? 12u : \
     (alg) == PSA_ALG_CCM_STAR_NO_TAG ? 13u : 0u)
/** Of what `psa_cipher_encrypt()` writes at most, the initialization vector before it. */
#define PSA_CIPHER_ENCRYPT_OUTPUT_SIZE(key_type, alg, input_length) \
    ((alg) == PSA_ALG_CBC_PKCS7 ? \
     (PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) != 0 ? \
      PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type), (input_length) + 1u) + \
      PSA_CIPHER_IV_LENGTH((key_type), (alg)) : 0u) : \
     (PSA_ALG_IS_CIPHER(alg) ? (input_length) + PSA_CIPHER_IV_LENGTH((key_type), (alg)) : 0u))
/** Of what `psa_cipher_encrypt()` writes at most, whatever key and algorithm. */
#define PSA_CIPHER_ENCRYPT_OUTPUT_MAX_SIZE(input_length) \
    (PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE, (input_length) + 1u) + PSA_CIPHER_IV_MAX_SIZE)
/** Of what `psa_cipher_decrypt()` writes at most. */
#define PSA_CIPHER_DECRYPT_OUTPUT_SIZE(key_type, alg, input_length) \
    (PSA_ALG_IS_CIPHER(alg) && \
     ((key_type) & PSA_KEY_TYPE_CATEGORY_MASK) == PSA_KEY_TYPE_CATEGORY_SYMMETRIC ? (input_length) : 0u)
/** Of what `psa_cipher_decrypt()` writes at most, whatever key and algorithm. */
#define PSA_CIPHER_DECRYPT_OUTPUT_MAX_SIZE(input_length) (input_length)
/** Of what `psa_cipher_update()` writes at most. */
#define PSA_CIPHER_UPDATE_OUTPUT_SIZE(key_type, alg, input_length) \
    (!PSA_ALG_IS_CIPHER(alg) || PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) == 0 ? 0u : \
     (alg) == PSA_ALG_CBC_PKCS7 || (alg) == PSA_ALG_CBC_NO_PADDING || (alg) == PSA_ALG_ECB_NO_PADDING ? \
     PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type), input_length) : (input_length))
/** Of what `psa_cipher_update()` writes at most, whatever key and algorithm. */
#define PSA_CIPHER_UPDATE_OUTPUT_MAX_SIZE(input_length) \
    PSA_ROUND_UP_TO_MULTIPLE(PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE, input_length)
/** Of what `psa_cipher_finish()` writes at most. */
#define PSA_CIPHER_FINISH_OUTPUT_SIZE(key_type, alg) \
    (PSA_ALG_IS_CIPHER(alg) && (alg) == PSA_ALG_CBC_PKCS7 ? PSA_BLOCK_CIPHER_BLOCK_LENGTH(key_type) : 0u)
/** @} */

/** How a key is to be made, in an older fashion. */
typedef struct psa_key_production_parameters_s {
    /** Flags. */
    uint32_t flags;
#ifndef __cplusplus
    /** What the flags ask for. */
    uint8_t data[];
#endif
} psa_key_production_parameters_t;

#ifdef __cplusplus
extern "C" {
#endif

/** File number of a stored random seed. */
#define PSA_CRYPTO_ITS_RANDOM_SEED_UID 4294967122

/** An operation is not interrupted. */
#define PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED 4294967295

/** Most iterations of PBKDF2. */
#define PSA_VENDOR_PBKDF2_MAX_ITERATIONS 4294967295

/** Keys that 3.6 can hold at once by default; there is no such limit here. */
#define MBEDTLS_PSA_KEY_SLOT_COUNT 32

/** Longest key, in bytes. */
#define MBEDTLS_PSA_STATIC_KEY_SLOT_BUFFER_SIZE 2363

/** Most bytes that finishing an AEAD encryption yields. */
#define PSA_AEAD_FINISH_OUTPUT_MAX_SIZE 16

/** Longest AEAD nonce, in bytes. */
#define PSA_AEAD_NONCE_MAX_SIZE 13

/** Where an AEAD algorithm holds the length of its tag. */
#define PSA_AEAD_TAG_LENGTH_OFFSET 16

/** Longest AEAD tag, in bytes. */
#define PSA_AEAD_TAG_MAX_SIZE 16

/** Most bytes that finishing an AEAD decryption yields. */
#define PSA_AEAD_VERIFY_OUTPUT_MAX_SIZE 16

/** Most bytes that an asymmetric decryption yields. */
#define PSA_ASYMMETRIC_DECRYPT_OUTPUT_MAX_SIZE 512

/** Most bytes that an asymmetric encryption yields. */
#define PSA_ASYMMETRIC_ENCRYPT_OUTPUT_MAX_SIZE 512

/** Largest block of a cipher, in bytes. */
#define PSA_BLOCK_CIPHER_BLOCK_MAX_SIZE 16

/** Most bytes that finishing a cipher yields. */
#define PSA_CIPHER_FINISH_OUTPUT_MAX_SIZE 16

/** Longest initialization vector, in bytes. */
#define PSA_CIPHER_IV_MAX_SIZE 16

/** Longest key of a cipher, in bytes. */
#define PSA_CIPHER_MAX_KEY_LENGTH 32

/** Major version of the PSA interface. */
#define PSA_CRYPTO_API_VERSION_MAJOR 1

/** Minor version of the PSA interface. */
#define PSA_CRYPTO_API_VERSION_MINOR 0

/** Longest exported key of any asymmetric kind, in bytes. */
#define PSA_EXPORT_ASYMMETRIC_KEY_MAX_SIZE 2363

/** Longest exported key pair, in bytes. */
#define PSA_EXPORT_KEY_PAIR_MAX_SIZE 2363

/** Longest exported key pair or public key, in bytes. */
#define PSA_EXPORT_KEY_PAIR_OR_PUBLIC_MAX_SIZE 2363

/** Longest exported public key, in bytes. */
#define PSA_EXPORT_PUBLIC_KEY_MAX_SIZE 1024

/** Longest hash, in bytes. */
#define PSA_HASH_MAX_SIZE 64

/** Largest block of a hash function, in bytes. */
#define PSA_HMAC_MAX_HASH_BLOCK_SIZE 144

/** Longest MAC, in bytes. */
#define PSA_MAC_MAX_SIZE 64

/** Where a MAC algorithm holds its truncated length. */
#define PSA_MAC_TRUNCATION_OFFSET 16

/** Longest key, in bits. */
#define PSA_MAX_KEY_BITS 65528

/** Longest input of a step of a password-authenticated exchange. */
#define PSA_PAKE_INPUT_MAX_SIZE 65

/** The inputs are being collected. */
#define PSA_PAKE_OPERATION_STAGE_COLLECT_INPUTS 1

/** The exchange is going on. */
#define PSA_PAKE_OPERATION_STAGE_COMPUTATION 2

/** Nothing has been set up. */
#define PSA_PAKE_OPERATION_STAGE_SETUP 0

/** Longest output of a step of a password-authenticated exchange. */
#define PSA_PAKE_OUTPUT_MAX_SIZE 65

/** Longest shared secret, in bytes. */
#define PSA_RAW_KEY_AGREEMENT_OUTPUT_MAX_SIZE 1024

/** Longest signature, in bytes. */
#define PSA_SIGNATURE_MAX_SIZE 512

/** Length of the premaster secret, in bytes. */
#define PSA_TLS12_ECJPAKE_TO_PMS_DATA_SIZE 32

/** Length of the point that the premaster secret is made of, in bytes. */
#define PSA_TLS12_ECJPAKE_TO_PMS_INPUT_SIZE 65

/** Longest pre-shared key, in bytes. */
#define PSA_TLS12_PSK_TO_MS_PSK_MAX_SIZE 128

/** Longest elliptic curve key, in bits. */
#define PSA_VENDOR_ECC_MAX_CURVE_BITS 521

/** Longest ECDSA signature, in bytes. */
#define PSA_VENDOR_ECDSA_SIGNATURE_MAX_SIZE 132

/** Longest finite-field key, in bits. */
#define PSA_VENDOR_FFDH_MAX_KEY_BITS 8192

/** Shortest RSA key that is made, in bits. */
#define PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS 1024

/** Longest RSA key, in bits. */
#define PSA_VENDOR_RSA_MAX_KEY_BITS 4096

/** Steps of EC J-PAKE, as a driver sees them. */
typedef enum psa_crypto_driver_pake_step {
    /** J-PAKE: step invalid. */
    PSA_JPAKE_STEP_INVALID = 0,
    /** J-PAKE: x1 step key share. */
    PSA_JPAKE_X1_STEP_KEY_SHARE = 1,
    /** J-PAKE: x1 step zk public. */
    PSA_JPAKE_X1_STEP_ZK_PUBLIC = 2,
    /** J-PAKE: x1 step zk proof. */
    PSA_JPAKE_X1_STEP_ZK_PROOF = 3,
    /** J-PAKE: x2 step key share. */
    PSA_JPAKE_X2_STEP_KEY_SHARE = 4,
    /** J-PAKE: x2 step zk public. */
    PSA_JPAKE_X2_STEP_ZK_PUBLIC = 5,
    /** J-PAKE: x2 step zk proof. */
    PSA_JPAKE_X2_STEP_ZK_PROOF = 6,
    /** J-PAKE: x2s step key share. */
    PSA_JPAKE_X2S_STEP_KEY_SHARE = 7,
    /** J-PAKE: x2s step zk public. */
    PSA_JPAKE_X2S_STEP_ZK_PUBLIC = 8,
    /** J-PAKE: x2s step zk proof. */
    PSA_JPAKE_X2S_STEP_ZK_PROOF = 9,
    /** J-PAKE: x4s step key share. */
    PSA_JPAKE_X4S_STEP_KEY_SHARE = 10,
    /** J-PAKE: x4s step zk public. */
    PSA_JPAKE_X4S_STEP_ZK_PUBLIC = 11,
    /** J-PAKE: x4s step zk proof. */
    PSA_JPAKE_X4S_STEP_ZK_PROOF = 12
} psa_crypto_driver_pake_step;

/** Rounds of EC J-PAKE. */
typedef enum psa_jpake_round {
    /** J-PAKE: first. */
    PSA_JPAKE_FIRST = 0,
    /** J-PAKE: second. */
    PSA_JPAKE_SECOND = 1,
    /** J-PAKE: finished. */
    PSA_JPAKE_FINISHED = 2
} psa_jpake_round;

/** Whether EC J-PAKE waits for input or output. */
typedef enum psa_jpake_io_mode {
    /** J-PAKE: input. */
    PSA_JPAKE_INPUT = 0,
    /** J-PAKE: output. */
    PSA_JPAKE_OUTPUT = 1
} psa_jpake_io_mode;

/** A kind of key. */
typedef uint16_t psa_key_type_t;

/** Length of a key, in bits. */
typedef uint16_t psa_key_bits_t;

/** Where a key lives, and how long. */
typedef uint32_t psa_key_lifetime_t;

/** What a key may be used for: PSA_KEY_USAGE_* bits. */
typedef uint32_t psa_key_usage_t;

/** An algorithm. */
typedef uint32_t psa_algorithm_t;

/** What a key may be used for. */
typedef struct psa_key_policy_s {
    /** PSA_KEY_USAGE_* bits. */
    psa_key_usage_t MBEDTLS_PRIVATE(usage);
    /** The algorithm. */
    psa_algorithm_t MBEDTLS_PRIVATE(alg);
    /** A second algorithm. */
    psa_algorithm_t MBEDTLS_PRIVATE(alg2);
} psa_key_policy_s;

/** What a key may be used for. */
typedef struct psa_key_policy_s psa_key_policy_t;

/** Number of a key. */
typedef uint32_t psa_key_id_t;

/** Number of a key, as functions take it. */
typedef psa_key_id_t mbedtls_svc_key_id_t;

/** What is known of a key, or asked of a new one. */
typedef struct psa_key_attributes_s {
    /** Kind of key. */
    psa_key_type_t MBEDTLS_PRIVATE(type);
    /** Length, in bits. */
    psa_key_bits_t MBEDTLS_PRIVATE(bits);
    /** Where it lives, and how long. */
    psa_key_lifetime_t MBEDTLS_PRIVATE(lifetime);
    /** What it may be used for. */
    psa_key_policy_t MBEDTLS_PRIVATE(policy);
    /** Its number. */
    mbedtls_svc_key_id_t MBEDTLS_PRIVATE(id);
} psa_key_attributes_s;

/** What is known of a key, or asked of a new one. */
typedef struct psa_key_attributes_s psa_key_attributes_t;

/** Number of a key, in an older fashion. */
typedef mbedtls_svc_key_id_t psa_key_handle_t;

/** What a call comes back with: PSA_SUCCESS or a PSA_ERROR_*. */
typedef int32_t psa_status_t;

/** How a key is to be made. */
typedef struct psa_custom_key_parameters_s {
    /** Flags. */
    uint32_t flags;
} psa_custom_key_parameters_s;

/** How a key is to be made. */
typedef struct psa_custom_key_parameters_s psa_custom_key_parameters_t;

/** How many keys there are. */
typedef struct mbedtls_psa_stats_s {
    /** Keys that are not stored. */
    size_t MBEDTLS_PRIVATE(volatile_slots);
    /** Keys that are stored: none. */
    size_t MBEDTLS_PRIVATE(persistent_slots);
    /** Keys that are elsewhere: none. */
    size_t MBEDTLS_PRIVATE(external_slots);
    /** Keys under construction: none. */
    size_t MBEDTLS_PRIVATE(half_filled_slots);
    /** Copies of stored keys: none. */
    size_t MBEDTLS_PRIVATE(cache_slots);
    /** Room that is reserved for keys: none. */
    size_t MBEDTLS_PRIVATE(empty_slots);
    /** Keys in use: not counted. */
    size_t MBEDTLS_PRIVATE(locked_slots);
    /** Largest number of a stored key: none. */
    psa_key_id_t MBEDTLS_PRIVATE(max_open_internal_key_id);
    /** Largest number of a key that is elsewhere: none. */
    psa_key_id_t MBEDTLS_PRIVATE(max_open_external_key_id);
} mbedtls_psa_stats_s;

/** How many keys there are. */
typedef struct mbedtls_psa_stats_s mbedtls_psa_stats_t;

/** A hash operation under way. */
typedef struct psa_hash_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[29];
} psa_hash_operation_s;

/** A hash operation under way. */
typedef struct psa_hash_operation_s psa_hash_operation_t;

/** A MAC operation under way. */
typedef struct psa_mac_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[50];
} psa_mac_operation_s;

/** A MAC operation under way. */
typedef struct psa_mac_operation_s psa_mac_operation_t;

/** A cipher operation under way. */
typedef struct psa_cipher_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[14];
} psa_cipher_operation_s;

/** A cipher operation under way. */
typedef struct psa_cipher_operation_s psa_cipher_operation_t;

/** An AEAD operation under way. */
typedef struct psa_aead_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[59];
} psa_aead_operation_s;

/** An AEAD operation under way. */
typedef struct psa_aead_operation_s psa_aead_operation_t;

/** A signature under way that can be interrupted. */
typedef struct psa_sign_hash_interruptible_operation_s {
    /** Not to be touched. */
    unsigned int MBEDTLS_PRIVATE(reserved)[4];
} psa_sign_hash_interruptible_operation_s;

/** A signature under way that can be interrupted. */
typedef struct psa_sign_hash_interruptible_operation_s psa_sign_hash_interruptible_operation_t;

/** A verification under way that can be interrupted. */
typedef struct psa_verify_hash_interruptible_operation_s {
    /** Not to be touched. */
    unsigned int MBEDTLS_PRIVATE(reserved)[4];
} psa_verify_hash_interruptible_operation_s;

/** A verification under way that can be interrupted. */
typedef struct psa_verify_hash_interruptible_operation_s psa_verify_hash_interruptible_operation_t;

/** A key derivation under way. */
typedef struct psa_key_derivation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[71];
} psa_key_derivation_s;

/** A key derivation under way. */
typedef struct psa_key_derivation_s psa_key_derivation_operation_t;

/** Step of a key derivation. */
typedef uint16_t psa_key_derivation_step_t;

/** A family of elliptic curves. */
typedef uint8_t psa_ecc_family_t;

/** A family of finite-field groups. */
typedef uint8_t psa_dh_family_t;

/** How long a key lives. */
typedef uint8_t psa_key_persistence_t;

/** Where a key lives. */
typedef uint32_t psa_key_location_t;

/** What a password-authenticated exchange computes in. */
typedef uint8_t psa_pake_primitive_type_t;

/** Role in a password-authenticated exchange. */
typedef uint8_t psa_pake_role_t;

/** Step of a password-authenticated exchange. */
typedef uint8_t psa_pake_step_t;

/** A family of curves or groups, for a password-authenticated exchange. */
typedef uint8_t psa_pake_family_t;

/** What a password-authenticated exchange is made of. */
typedef struct psa_pake_cipher_suite_s {
    /** The algorithm. */
    psa_algorithm_t algorithm;
    /** What it computes in. */
    psa_pake_primitive_type_t type;
    /** The family of curves or groups. */
    psa_pake_family_t family;
    /** Its size, in bits. */
    uint16_t bits;
    /** The hash function. */
    psa_algorithm_t hash;
} psa_pake_cipher_suite_s;

/** A password-authenticated exchange under way. */
typedef struct psa_pake_operation_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[114];
} psa_pake_operation_s;

/** Inputs of a password-authenticated exchange, as a driver sees them. */
typedef struct psa_crypto_driver_pake_inputs_s {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[11];
} psa_crypto_driver_pake_inputs_s;

/** How far EC J-PAKE is. */
typedef struct psa_jpake_computation_stage_s {
    /** Not to be touched. */
    unsigned int MBEDTLS_PRIVATE(reserved)[3];
} psa_jpake_computation_stage_s;

/** Number of a slot of a secure element. */
typedef uint64_t psa_drv_slot_number_t;

/** Kind, family and size of what a password-authenticated exchange computes in. */
typedef uint32_t psa_pake_primitive_t;

/** Steps of EC J-PAKE, as a driver sees them. */
typedef enum psa_crypto_driver_pake_step psa_crypto_driver_pake_step_t;

/** Rounds of EC J-PAKE. */
typedef enum psa_jpake_round psa_jpake_round_t;

/** Whether EC J-PAKE waits for input or output. */
typedef enum psa_jpake_io_mode psa_jpake_io_mode_t;

/** What a password-authenticated exchange is made of. */
typedef struct psa_pake_cipher_suite_s psa_pake_cipher_suite_t;

/** A password-authenticated exchange under way. */
typedef struct psa_pake_operation_s psa_pake_operation_t;

/** Inputs of a password-authenticated exchange, as a driver sees them. */
typedef struct psa_crypto_driver_pake_inputs_s psa_crypto_driver_pake_inputs_t;

/** How far EC J-PAKE is. */
typedef struct psa_jpake_computation_stage_s psa_jpake_computation_stage_t;

/** There is such a thing already. */
#define PSA_ERROR_ALREADY_EXISTS ((psa_status_t) -139)

/** The call does not fit the state of the operation. */
#define PSA_ERROR_BAD_STATE ((psa_status_t) -137)

/** The output does not fit the buffer. */
#define PSA_ERROR_BUFFER_TOO_SMALL ((psa_status_t) -138)

/** The service could not be reached. */
#define PSA_ERROR_COMMUNICATION_FAILURE ((psa_status_t) -145)

/** Internal data was found corrupted. */
#define PSA_ERROR_CORRUPTION_DETECTED ((psa_status_t) -151)

/** Stored data is corrupted. */
#define PSA_ERROR_DATA_CORRUPT ((psa_status_t) -152)

/** Stored data is not understood. */
#define PSA_ERROR_DATA_INVALID ((psa_status_t) -153)

/** There is no such thing. */
#define PSA_ERROR_DOES_NOT_EXIST ((psa_status_t) -140)

/** An error without a code of its own. */
#define PSA_ERROR_GENERIC_ERROR ((psa_status_t) -132)

/** The hardware failed. */
#define PSA_ERROR_HARDWARE_FAILURE ((psa_status_t) -147)

/** There is less data than asked for. */
#define PSA_ERROR_INSUFFICIENT_DATA ((psa_status_t) -143)

/** No randomness is to be had. */
#define PSA_ERROR_INSUFFICIENT_ENTROPY ((psa_status_t) -148)

/** Out of memory. */
#define PSA_ERROR_INSUFFICIENT_MEMORY ((psa_status_t) -141)

/** No room for a persistent key. */
#define PSA_ERROR_INSUFFICIENT_STORAGE ((psa_status_t) -142)

/** An argument is invalid. */
#define PSA_ERROR_INVALID_ARGUMENT ((psa_status_t) -135)

/** There is no such key. */
#define PSA_ERROR_INVALID_HANDLE ((psa_status_t) -136)

/** The padding of the plaintext is wrong. */
#define PSA_ERROR_INVALID_PADDING ((psa_status_t) -150)

/** The signature, tag or hash is not right. */
#define PSA_ERROR_INVALID_SIGNATURE ((psa_status_t) -149)

/** The policy of the key does not allow this. */
#define PSA_ERROR_NOT_PERMITTED ((psa_status_t) -133)

/** This is not offered. */
#define PSA_ERROR_NOT_SUPPORTED ((psa_status_t) -134)

/** The service did not answer. */
#define PSA_ERROR_SERVICE_FAILURE ((psa_status_t) -144)

/** The storage failed. */
#define PSA_ERROR_STORAGE_FAILURE ((psa_status_t) -146)

/** The operation is not finished; call again. */
#define PSA_OPERATION_INCOMPLETE ((psa_status_t) -248)

/** The call did what it was asked for. */
#define PSA_SUCCESS ((psa_status_t) 0x00)

/** Bit of an algorithm: aead at least this length. */
#define PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG ((psa_algorithm_t) 0x8000)

/** Bit of an algorithm: aead from block. */
#define PSA_ALG_AEAD_FROM_BLOCK_FLAG ((psa_algorithm_t) 0x400000)

/** Bits of an algorithm: aead tag length. */
#define PSA_ALG_AEAD_TAG_LENGTH_MASK ((psa_algorithm_t) 0x3F0000)

/** In a policy: any hash function. */
#define PSA_ALG_ANY_HASH ((psa_algorithm_t) 0x20000FF)

/** Category of algorithms: aead. */
#define PSA_ALG_CATEGORY_AEAD ((psa_algorithm_t) 0x5000000)

/** Category of algorithms: asymmetric encryption. */
#define PSA_ALG_CATEGORY_ASYMMETRIC_ENCRYPTION ((psa_algorithm_t) 0x7000000)

/** Category of algorithms: cipher. */
#define PSA_ALG_CATEGORY_CIPHER ((psa_algorithm_t) 0x4000000)

/** Category of algorithms: hash. */
#define PSA_ALG_CATEGORY_HASH ((psa_algorithm_t) 0x2000000)

/** Category of algorithms: key agreement. */
#define PSA_ALG_CATEGORY_KEY_AGREEMENT ((psa_algorithm_t) 0x9000000)

/** Category of algorithms: key derivation. */
#define PSA_ALG_CATEGORY_KEY_DERIVATION ((psa_algorithm_t) 0x8000000)

/** Category of algorithms: mac. */
#define PSA_ALG_CATEGORY_MAC ((psa_algorithm_t) 0x3000000)

/** The bits of an algorithm that hold its category. */
#define PSA_ALG_CATEGORY_MASK ((psa_algorithm_t) 0x7F000000)

/** Category of algorithms: pake. */
#define PSA_ALG_CATEGORY_PAKE ((psa_algorithm_t) 0xA000000)

/** Category of algorithms: sign. */
#define PSA_ALG_CATEGORY_SIGN ((psa_algorithm_t) 0x6000000)

/** Algorithm CBC-MAC. */
#define PSA_ALG_CBC_MAC ((psa_algorithm_t) 0x3C00100)

/** Algorithm CBC-NO-PADDING. */
#define PSA_ALG_CBC_NO_PADDING ((psa_algorithm_t) 0x4404000)

/** Algorithm CBC-PKCS7. */
#define PSA_ALG_CBC_PKCS7 ((psa_algorithm_t) 0x4404100)

/** Algorithm CCM. */
#define PSA_ALG_CCM ((psa_algorithm_t) 0x5500100)

/** Algorithm CCM-STAR-NO-TAG. */
#define PSA_ALG_CCM_STAR_NO_TAG ((psa_algorithm_t) 0x4C01300)

/** Algorithm CFB. */
#define PSA_ALG_CFB ((psa_algorithm_t) 0x4C01100)

/** Algorithm CHACHA20-POLY1305. */
#define PSA_ALG_CHACHA20_POLY1305 ((psa_algorithm_t) 0x5100500)

/** Bit of an algorithm: cipher from block. */
#define PSA_ALG_CIPHER_FROM_BLOCK_FLAG ((psa_algorithm_t) 0x400000)

/** Algorithms of the family CIPHER-MAC, before their parameter is added. */
#define PSA_ALG_CIPHER_MAC_BASE ((psa_algorithm_t) 0x3C00000)

/** Bit of an algorithm: cipher stream. */
#define PSA_ALG_CIPHER_STREAM_FLAG ((psa_algorithm_t) 0x800000)

/** Algorithm CMAC. */
#define PSA_ALG_CMAC ((psa_algorithm_t) 0x3C00200)

/** Algorithm CTR. */
#define PSA_ALG_CTR ((psa_algorithm_t) 0x4C01000)

/** Algorithms of the family DETERMINISTIC-DSA, before their parameter is added. */
#define PSA_ALG_DETERMINISTIC_DSA_BASE ((psa_algorithm_t) 0x6000500)

/** Algorithms of the family DETERMINISTIC-ECDSA, before their parameter is added. */
#define PSA_ALG_DETERMINISTIC_ECDSA_BASE ((psa_algorithm_t) 0x6000700)

/** Algorithms of the family DSA, before their parameter is added. */
#define PSA_ALG_DSA_BASE ((psa_algorithm_t) 0x6000400)

/** Bit of an algorithm: dsa deterministic. */
#define PSA_ALG_DSA_DETERMINISTIC_FLAG ((psa_algorithm_t) 0x100)

/** Algorithm ECB-NO-PADDING. */
#define PSA_ALG_ECB_NO_PADDING ((psa_algorithm_t) 0x4404400)

/** Algorithm ECDH. */
#define PSA_ALG_ECDH ((psa_algorithm_t) 0x9020000)

/** Algorithm ECDSA-ANY. */
#define PSA_ALG_ECDSA_ANY ((psa_algorithm_t) 0x6000600)

/** Algorithms of the family ECDSA, before their parameter is added. */
#define PSA_ALG_ECDSA_BASE ((psa_algorithm_t) 0x6000600)

/** Bit of an algorithm: ecdsa deterministic. */
#define PSA_ALG_ECDSA_DETERMINISTIC_FLAG ((psa_algorithm_t) 0x100)

/** Algorithm ED25519PH. */
#define PSA_ALG_ED25519PH ((psa_algorithm_t) 0x600090B)

/** Algorithm ED448PH. */
#define PSA_ALG_ED448PH ((psa_algorithm_t) 0x6000915)

/** Algorithm FFDH. */
#define PSA_ALG_FFDH ((psa_algorithm_t) 0x9010000)

/** Algorithm GCM. */
#define PSA_ALG_GCM ((psa_algorithm_t) 0x5500200)

/** Algorithms of the family HASH-EDDSA, before their parameter is added. */
#define PSA_ALG_HASH_EDDSA_BASE ((psa_algorithm_t) 0x6000900)

/** Bits of an algorithm: hash. */
#define PSA_ALG_HASH_MASK ((psa_algorithm_t) 0xFF)

/** Algorithms of the family HKDF, before their parameter is added. */
#define PSA_ALG_HKDF_BASE ((psa_algorithm_t) 0x8000100)

/** Algorithms of the family HKDF-EXPAND, before their parameter is added. */
#define PSA_ALG_HKDF_EXPAND_BASE ((psa_algorithm_t) 0x8000500)

/** Algorithms of the family HKDF-EXTRACT, before their parameter is added. */
#define PSA_ALG_HKDF_EXTRACT_BASE ((psa_algorithm_t) 0x8000400)

/** Algorithms of the family HMAC, before their parameter is added. */
#define PSA_ALG_HMAC_BASE ((psa_algorithm_t) 0x3800000)

/** Algorithm JPAKE. */
#define PSA_ALG_JPAKE ((psa_algorithm_t) 0xA000100)

/** Bits of an algorithm: key agreement. */
#define PSA_ALG_KEY_AGREEMENT_MASK ((psa_algorithm_t) 0xFFFF0000)

/** Bits of an algorithm: key derivation. */
#define PSA_ALG_KEY_DERIVATION_MASK ((psa_algorithm_t) 0xFE00FFFF)

/** Bit of an algorithm: key derivation stretching. */
#define PSA_ALG_KEY_DERIVATION_STRETCHING_FLAG ((psa_algorithm_t) 0x800000)

/** Bit of an algorithm: mac at least this length. */
#define PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG ((psa_algorithm_t) 0x8000)

/** Bits of an algorithm: mac subcategory. */
#define PSA_ALG_MAC_SUBCATEGORY_MASK ((psa_algorithm_t) 0xC00000)

/** Bits of an algorithm: mac truncation. */
#define PSA_ALG_MAC_TRUNCATION_MASK ((psa_algorithm_t) 0x3F0000)

/** Algorithm MD5. */
#define PSA_ALG_MD5 ((psa_algorithm_t) 0x2000003)

/** No algorithm. */
#define PSA_ALG_NONE ((psa_algorithm_t) 0x00)

/** Algorithm OFB. */
#define PSA_ALG_OFB ((psa_algorithm_t) 0x4C01200)

/** Algorithm PBKDF2-AES-CMAC-PRF-128. */
#define PSA_ALG_PBKDF2_AES_CMAC_PRF_128 ((psa_algorithm_t) 0x8800200)

/** Algorithms of the family PBKDF2-HMAC, before their parameter is added. */
#define PSA_ALG_PBKDF2_HMAC_BASE ((psa_algorithm_t) 0x8800100)

/** Algorithm PURE-EDDSA. */
#define PSA_ALG_PURE_EDDSA ((psa_algorithm_t) 0x6000800)

/** Algorithm RIPEMD160. */
#define PSA_ALG_RIPEMD160 ((psa_algorithm_t) 0x2000004)

/** Algorithms of the family RSA-OAEP, before their parameter is added. */
#define PSA_ALG_RSA_OAEP_BASE ((psa_algorithm_t) 0x7000300)

/** Algorithm RSA-PKCS1V15-CRYPT. */
#define PSA_ALG_RSA_PKCS1V15_CRYPT ((psa_algorithm_t) 0x7000200)

/** Algorithms of the family RSA-PKCS1V15-SIGN, before their parameter is added. */
#define PSA_ALG_RSA_PKCS1V15_SIGN_BASE ((psa_algorithm_t) 0x6000200)

/** Algorithm RSA-PKCS1V15-SIGN-RAW. */
#define PSA_ALG_RSA_PKCS1V15_SIGN_RAW ((psa_algorithm_t) 0x6000200)

/** Algorithms of the family RSA-PSS-ANY-SALT, before their parameter is added. */
#define PSA_ALG_RSA_PSS_ANY_SALT_BASE ((psa_algorithm_t) 0x6001300)

/** Algorithms of the family RSA-PSS, before their parameter is added. */
#define PSA_ALG_RSA_PSS_BASE ((psa_algorithm_t) 0x6000300)

/** Algorithm SHA3-224. */
#define PSA_ALG_SHA3_224 ((psa_algorithm_t) 0x2000010)

/** Algorithm SHA3-256. */
#define PSA_ALG_SHA3_256 ((psa_algorithm_t) 0x2000011)

/** Algorithm SHA3-384. */
#define PSA_ALG_SHA3_384 ((psa_algorithm_t) 0x2000012)

/** Algorithm SHA3-512. */
#define PSA_ALG_SHA3_512 ((psa_algorithm_t) 0x2000013)

/** Algorithm SHAKE256-512. */
#define PSA_ALG_SHAKE256_512 ((psa_algorithm_t) 0x2000015)

/** Algorithm SHA-1. */
#define PSA_ALG_SHA_1 ((psa_algorithm_t) 0x2000005)

/** Algorithm SHA-224. */
#define PSA_ALG_SHA_224 ((psa_algorithm_t) 0x2000008)

/** Algorithm SHA-256. */
#define PSA_ALG_SHA_256 ((psa_algorithm_t) 0x2000009)

/** Algorithm SHA-384. */
#define PSA_ALG_SHA_384 ((psa_algorithm_t) 0x200000A)

/** Algorithm SHA-512. */
#define PSA_ALG_SHA_512 ((psa_algorithm_t) 0x200000B)

/** Algorithm SHA-512-224. */
#define PSA_ALG_SHA_512_224 ((psa_algorithm_t) 0x200000C)

/** Algorithm SHA-512-256. */
#define PSA_ALG_SHA_512_256 ((psa_algorithm_t) 0x200000D)

/** Algorithm STREAM-CIPHER. */
#define PSA_ALG_STREAM_CIPHER ((psa_algorithm_t) 0x4800100)

/** Algorithm TLS12-ECJPAKE-TO-PMS. */
#define PSA_ALG_TLS12_ECJPAKE_TO_PMS ((psa_algorithm_t) 0x8000609)

/** Algorithms of the family TLS12-PRF, before their parameter is added. */
#define PSA_ALG_TLS12_PRF_BASE ((psa_algorithm_t) 0x8000200)

/** Algorithms of the family TLS12-PSK-TO-MS, before their parameter is added. */
#define PSA_ALG_TLS12_PSK_TO_MS_BASE ((psa_algorithm_t) 0x8000300)

/** Bit of an algorithm: vendor. */
#define PSA_ALG_VENDOR_FLAG ((psa_algorithm_t) 0x80000000)

/** Algorithm XTS. */
#define PSA_ALG_XTS ((psa_algorithm_t) 0x440FF00)

/** Kind of key: AES. */
#define PSA_KEY_TYPE_AES ((psa_key_type_t) 0x2400)

/** Kind of key: ARIA. */
#define PSA_KEY_TYPE_ARIA ((psa_key_type_t) 0x2406)

/** Kind of key: CAMELLIA. */
#define PSA_KEY_TYPE_CAMELLIA ((psa_key_type_t) 0x2403)

/** Category of keys: flag pair. */
#define PSA_KEY_TYPE_CATEGORY_FLAG_PAIR ((psa_key_type_t) 0x3000)

/** Category of keys: key pair. */
#define PSA_KEY_TYPE_CATEGORY_KEY_PAIR ((psa_key_type_t) 0x7000)

/** The bits of a kind of key that hold its category. */
#define PSA_KEY_TYPE_CATEGORY_MASK ((psa_key_type_t) 0x7000)

/** Category of keys: public key. */
#define PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY ((psa_key_type_t) 0x4000)

/** Category of keys: raw. */
#define PSA_KEY_TYPE_CATEGORY_RAW ((psa_key_type_t) 0x1000)

/** Category of keys: symmetric. */
#define PSA_KEY_TYPE_CATEGORY_SYMMETRIC ((psa_key_type_t) 0x2000)

/** Kind of key: CHACHA20. */
#define PSA_KEY_TYPE_CHACHA20 ((psa_key_type_t) 0x2004)

/** Kind of key: DERIVE. */
#define PSA_KEY_TYPE_DERIVE ((psa_key_type_t) 0x1200)

/** Kind of key: DES. */
#define PSA_KEY_TYPE_DES ((psa_key_type_t) 0x2301)

/** Bits of a kind of key: dh group. */
#define PSA_KEY_TYPE_DH_GROUP_MASK ((psa_key_type_t) 0xFF)

/** Kinds of keys of the family DH-KEY-PAIR, before their parameter is added. */
#define PSA_KEY_TYPE_DH_KEY_PAIR_BASE ((psa_key_type_t) 0x7200)

/** Kinds of keys of the family DH-PUBLIC-KEY, before their parameter is added. */
#define PSA_KEY_TYPE_DH_PUBLIC_KEY_BASE ((psa_key_type_t) 0x4200)

/** Kind of key: DSA-KEY-PAIR. */
#define PSA_KEY_TYPE_DSA_KEY_PAIR ((psa_key_type_t) 0x7002)

/** Kind of key: DSA-PUBLIC-KEY. */
#define PSA_KEY_TYPE_DSA_PUBLIC_KEY ((psa_key_type_t) 0x4002)

/** Bits of a kind of key: ecc curve. */
#define PSA_KEY_TYPE_ECC_CURVE_MASK ((psa_key_type_t) 0xFF)

/** Kinds of keys of the family ECC-KEY-PAIR, before their parameter is added. */
#define PSA_KEY_TYPE_ECC_KEY_PAIR_BASE ((psa_key_type_t) 0x7100)

/** Kinds of keys of the family ECC-PUBLIC-KEY, before their parameter is added. */
#define PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE ((psa_key_type_t) 0x4100)

/** Kind of key: HMAC. */
#define PSA_KEY_TYPE_HMAC ((psa_key_type_t) 0x1100)

/** Kind of key: NONE. */
#define PSA_KEY_TYPE_NONE ((psa_key_type_t) 0x00)

/** Kind of key: PASSWORD. */
#define PSA_KEY_TYPE_PASSWORD ((psa_key_type_t) 0x1203)

/** Kind of key: PASSWORD-HASH. */
#define PSA_KEY_TYPE_PASSWORD_HASH ((psa_key_type_t) 0x1205)

/** Kind of key: PEPPER. */
#define PSA_KEY_TYPE_PEPPER ((psa_key_type_t) 0x1206)

/** Kind of key: RAW-DATA. */
#define PSA_KEY_TYPE_RAW_DATA ((psa_key_type_t) 0x1001)

/** Kind of key: RSA-KEY-PAIR. */
#define PSA_KEY_TYPE_RSA_KEY_PAIR ((psa_key_type_t) 0x7001)

/** Kind of key: RSA-PUBLIC-KEY. */
#define PSA_KEY_TYPE_RSA_PUBLIC_KEY ((psa_key_type_t) 0x4001)

/** Bit of a kind of key: vendor. */
#define PSA_KEY_TYPE_VENDOR_FLAG ((psa_key_type_t) 0x8000)

/** The key may be used to: copy. */
#define PSA_KEY_USAGE_COPY ((psa_key_usage_t) 0x02)

/** The key may be used to: decrypt. */
#define PSA_KEY_USAGE_DECRYPT ((psa_key_usage_t) 0x200)

/** The key may be used to: derive. */
#define PSA_KEY_USAGE_DERIVE ((psa_key_usage_t) 0x4000)

/** The key may be used to: encrypt. */
#define PSA_KEY_USAGE_ENCRYPT ((psa_key_usage_t) 0x100)

/** The key may be used to: export. */
#define PSA_KEY_USAGE_EXPORT ((psa_key_usage_t) 0x01)

/** The key may be used to: sign hash. */
#define PSA_KEY_USAGE_SIGN_HASH ((psa_key_usage_t) 0x1000)

/** The key may be used to: sign message. */
#define PSA_KEY_USAGE_SIGN_MESSAGE ((psa_key_usage_t) 0x400)

/** The key may be used to: verify derivation. */
#define PSA_KEY_USAGE_VERIFY_DERIVATION ((psa_key_usage_t) 0x8000)

/** The key may be used to: verify hash. */
#define PSA_KEY_USAGE_VERIFY_HASH ((psa_key_usage_t) 0x2000)

/** The key may be used to: verify message. */
#define PSA_KEY_USAGE_VERIFY_MESSAGE ((psa_key_usage_t) 0x800)

/** Elliptic curves: brainpool p r1. */
#define PSA_ECC_FAMILY_BRAINPOOL_P_R1 ((psa_ecc_family_t) 0x30)

/** Elliptic curves: montgomery. */
#define PSA_ECC_FAMILY_MONTGOMERY ((psa_ecc_family_t) 0x41)

/** Elliptic curves: secp k1. */
#define PSA_ECC_FAMILY_SECP_K1 ((psa_ecc_family_t) 0x17)

/** Elliptic curves: secp r1. */
#define PSA_ECC_FAMILY_SECP_R1 ((psa_ecc_family_t) 0x12)

/** Elliptic curves: secp r2. */
#define PSA_ECC_FAMILY_SECP_R2 ((psa_ecc_family_t) 0x1B)

/** Elliptic curves: sect k1. */
#define PSA_ECC_FAMILY_SECT_K1 ((psa_ecc_family_t) 0x27)

/** Elliptic curves: sect r1. */
#define PSA_ECC_FAMILY_SECT_R1 ((psa_ecc_family_t) 0x22)

/** Elliptic curves: sect r2. */
#define PSA_ECC_FAMILY_SECT_R2 ((psa_ecc_family_t) 0x2B)

/** Elliptic curves: twisted edwards. */
#define PSA_ECC_FAMILY_TWISTED_EDWARDS ((psa_ecc_family_t) 0x42)

/** Finite-field groups: CUSTOM. */
#define PSA_DH_FAMILY_CUSTOM ((psa_dh_family_t) 0x7E)

/** Finite-field groups: RFC7919. */
#define PSA_DH_FAMILY_RFC7919 ((psa_dh_family_t) 0x03)

/** The key is stored. */
#define PSA_KEY_LIFETIME_PERSISTENT ((psa_key_lifetime_t) 0x01)

/** The key lives as long as the process. */
#define PSA_KEY_LIFETIME_VOLATILE ((psa_key_lifetime_t) 0x00)

/** The key is stored. */
#define PSA_KEY_PERSISTENCE_DEFAULT ((psa_key_persistence_t) 0x01)

/** The key is stored and cannot be destroyed. */
#define PSA_KEY_PERSISTENCE_READ_ONLY ((psa_key_persistence_t) 0xFF)

/** The key is not stored. */
#define PSA_KEY_PERSISTENCE_VOLATILE ((psa_key_persistence_t) 0x00)

/** The key is in memory of the library. */
#define PSA_KEY_LOCATION_LOCAL_STORAGE ((psa_key_location_t) 0x00)

/** Bit of locations that are up to the platform. */
#define PSA_KEY_LOCATION_VENDOR_FLAG ((psa_key_location_t) 0x800000)

/** Highest number of a key built into the platform. */
#define MBEDTLS_PSA_KEY_ID_BUILTIN_MAX ((psa_key_id_t) 0x7FFFEFFF)

/** Lowest number of a key built into the platform. */
#define MBEDTLS_PSA_KEY_ID_BUILTIN_MIN ((psa_key_id_t) 0x7FFF0000)

/** No key. */
#define MBEDTLS_SVC_KEY_ID_INIT ((psa_key_id_t) 0x00)

/** No key. */
#define PSA_KEY_HANDLE_INIT ((psa_key_id_t) 0x00)

/** No key. */
#define PSA_KEY_ID_NULL ((psa_key_id_t) 0x00)

/** Highest number that an application may give a key. */
#define PSA_KEY_ID_USER_MAX ((psa_key_id_t) 0x3FFFFFFF)

/** Lowest number that an application may give a key. */
#define PSA_KEY_ID_USER_MIN ((psa_key_id_t) 0x01)

/** Highest number that the platform may give a key. */
#define PSA_KEY_ID_VENDOR_MAX ((psa_key_id_t) 0x7FFFFFFF)

/** Lowest number that the platform may give a key. */
#define PSA_KEY_ID_VENDOR_MIN ((psa_key_id_t) 0x40000000)

/** Step of a key derivation: cost. */
#define PSA_KEY_DERIVATION_INPUT_COST ((psa_key_derivation_step_t) 0x205)

/** Step of a key derivation: info. */
#define PSA_KEY_DERIVATION_INPUT_INFO ((psa_key_derivation_step_t) 0x203)

/** Step of a key derivation: label. */
#define PSA_KEY_DERIVATION_INPUT_LABEL ((psa_key_derivation_step_t) 0x201)

/** Step of a key derivation: other secret. */
#define PSA_KEY_DERIVATION_INPUT_OTHER_SECRET ((psa_key_derivation_step_t) 0x103)

/** Step of a key derivation: password. */
#define PSA_KEY_DERIVATION_INPUT_PASSWORD ((psa_key_derivation_step_t) 0x102)

/** Step of a key derivation: salt. */
#define PSA_KEY_DERIVATION_INPUT_SALT ((psa_key_derivation_step_t) 0x202)

/** Step of a key derivation: secret. */
#define PSA_KEY_DERIVATION_INPUT_SECRET ((psa_key_derivation_step_t) 0x101)

/** Step of a key derivation: seed. */
#define PSA_KEY_DERIVATION_INPUT_SEED ((psa_key_derivation_step_t) 0x204)

/** Finite fields. */
#define PSA_PAKE_PRIMITIVE_TYPE_DH ((psa_pake_primitive_type_t) 0x02)

/** Elliptic curves. */
#define PSA_PAKE_PRIMITIVE_TYPE_ECC ((psa_pake_primitive_type_t) 0x01)

/** Role in a password-authenticated exchange: client. */
#define PSA_PAKE_ROLE_CLIENT ((psa_pake_role_t) 0x11)

/** Role in a password-authenticated exchange: first. */
#define PSA_PAKE_ROLE_FIRST ((psa_pake_role_t) 0x01)

/** Role in a password-authenticated exchange: none. */
#define PSA_PAKE_ROLE_NONE ((psa_pake_role_t) 0x00)

/** Role in a password-authenticated exchange: second. */
#define PSA_PAKE_ROLE_SECOND ((psa_pake_role_t) 0x02)

/** Role in a password-authenticated exchange: server. */
#define PSA_PAKE_ROLE_SERVER ((psa_pake_role_t) 0x12)

/** Step of a password-authenticated exchange: key share. */
#define PSA_PAKE_STEP_KEY_SHARE ((psa_pake_step_t) 0x01)

/** Step of a password-authenticated exchange: zk proof. */
#define PSA_PAKE_STEP_ZK_PROOF ((psa_pake_step_t) 0x03)

/** Step of a password-authenticated exchange: zk public. */
#define PSA_PAKE_STEP_ZK_PUBLIC ((psa_pake_step_t) 0x02)

/** Stands for a key too long to be held. */
#define PSA_KEY_BITS_TOO_LARGE ((psa_key_bits_t) 0xFFFF)

/**
 * Attributes of no key.
 *
 * \return  Attributes of which none is set.
 */
psa_key_attributes_t psa_key_attributes_init(void);

/**
 * Makes attributes those of no key.
 *
 * \param attributes  The attributes; NULL is allowed and does nothing.
 */
void psa_reset_key_attributes(psa_key_attributes_t *attributes);

/**
 * Sets the number that a stored key is to have. A key that was not to be stored will be.
 *
 * \param attributes  The attributes.
 * \param key  The number.
 */
void psa_set_key_id(psa_key_attributes_t *attributes, mbedtls_svc_key_id_t key);

/**
 * Sets where a key is to live, and how long. A key that is not stored has no number.
 *
 * \param attributes  The attributes.
 * \param lifetime  PSA_KEY_LIFETIME_VOLATILE, for example.
 */
void psa_set_key_lifetime(psa_key_attributes_t *attributes, psa_key_lifetime_t lifetime);

/**
 * Adds the uses that others imply: who may sign a hash may sign a message.
 *
 * \param usage_flags  PSA_KEY_USAGE_* bits.
 */
void psa_extend_key_usage_flags(psa_key_usage_t *usage_flags);

/**
 * Sets what a key may be used for, with the uses that those imply.
 *
 * \param attributes  The attributes.
 * \param usage_flags  PSA_KEY_USAGE_* bits.
 */
void psa_set_key_usage_flags(psa_key_attributes_t *attributes, psa_key_usage_t usage_flags);

/**
 * Sets the algorithm that a key is for.
 *
 * \param attributes  The attributes.
 * \param alg  The algorithm.
 */
void psa_set_key_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg);

/**
 * Sets a second algorithm that a key is for.
 *
 * \param attributes  The attributes.
 * \param alg2  The algorithm.
 */
void psa_set_key_enrollment_algorithm(psa_key_attributes_t *attributes, psa_algorithm_t alg2);

/**
 * Sets the kind of a key.
 *
 * \param attributes  The attributes.
 * \param type_  PSA_KEY_TYPE_AES, for example.
 */
void psa_set_key_type(psa_key_attributes_t *attributes, psa_key_type_t type_);

/**
 * Sets the length of a key.
 *
 * \param attributes  The attributes.
 * \param bits  The length, in bits; more than PSA_MAX_KEY_BITS is remembered as a length that no key has.
 */
void psa_set_key_bits(psa_key_attributes_t *attributes,
                      size_t bits);

/**
 * The number of a stored key.
 *
 * \param attributes  Its attributes.
 *
 * \return  The number; 0 if the key is not a stored one, and for NULL.
 */
mbedtls_svc_key_id_t psa_get_key_id(const psa_key_attributes_t *attributes);

/**
 * Where a key lives, and how long.
 *
 * \param attributes  Its attributes.
 *
 * \return  PSA_KEY_LIFETIME_*; that of keys that are not stored for NULL.
 */
psa_key_lifetime_t psa_get_key_lifetime(const psa_key_attributes_t *attributes);

/**
 * What a key may be used for: PSA_KEY_USAGE_* bits.
 *
 * \param attributes  Its attributes.
 *
 * \return  The bits; 0 for NULL.
 */
psa_key_usage_t psa_get_key_usage_flags(const psa_key_attributes_t *attributes);

/**
 * The algorithm that a key is for.
 *
 * \param attributes  Its attributes.
 *
 * \return  PSA_ALG_*, or PSA_ALG_NONE; that also for NULL.
 */
psa_algorithm_t psa_get_key_algorithm(const psa_key_attributes_t *attributes);

/**
 * The second algorithm that a key is for.
 *
 * \param attributes  Its attributes.
 *
 * \return  PSA_ALG_*, or PSA_ALG_NONE; that also for NULL.
 */
psa_algorithm_t psa_get_key_enrollment_algorithm(const psa_key_attributes_t *attributes);

/**
 * The kind of a key.
 *
 * \param attributes  Its attributes.
 *
 * \return  PSA_KEY_TYPE_*, or PSA_KEY_TYPE_NONE; that also for NULL.
 */
psa_key_type_t psa_get_key_type(const psa_key_attributes_t *attributes);

/**
 * The length of a key, in bits.
 *
 * \param attributes  Its attributes.
 *
 * \return  The length; 0 if it is not known, and for NULL.
 */
size_t psa_get_key_bits(const psa_key_attributes_t *attributes);

/**
 * A policy that allows nothing.
 *
 * \return  A policy of which nothing is set.
 */
psa_key_policy_t psa_key_policy_init(void);

/**
 * The number of a key.
 *
 * \param unused  Not looked at.
 * \param key_id  The number.
 *
 * \return  `key_id`.
 */
mbedtls_svc_key_id_t mbedtls_svc_key_id_make(unsigned int unused, psa_key_id_t key_id);

/**
 * Whether two numbers of keys are the same: 1 or 0.
 *
 * \param id1,id2  The numbers.
 *
 * \return  1 if they are, 0 if not.
 */
int mbedtls_svc_key_id_equal(mbedtls_svc_key_id_t id1, mbedtls_svc_key_id_t id2);

/**
 * Whether a number is no key's: 1 or 0.
 *
 * \param key  The number.
 *
 * \return  1 if it is, 0 if not.
 */
int mbedtls_svc_key_id_is_null(mbedtls_svc_key_id_t key);

/**
 * Whether a handle is no key's: 1 or 0.
 *
 * \param handle  The handle.
 *
 * \return  1 if it is, 0 if not.
 */
int psa_key_handle_is_null(psa_key_handle_t handle);

/**
 * Sets the interface up. Nothing needs it; it may be called any number of times.
 *
 * \return  PSA_SUCCESS, or PSA_ERROR_INSUFFICIENT_ENTROPY if the operating system has no randomness.
 */
psa_status_t psa_crypto_init(void);

/** Destroys all keys. The interface may be used again after that. */
void mbedtls_psa_crypto_free(void);

/**
 * Fills a buffer with random bytes of the operating system.
 *
 * \param output,output_size  The buffer, of any size.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT for NULL with a size, or PSA_ERROR_INSUFFICIENT_ENTROPY.
 */
psa_status_t psa_generate_random(uint8_t *output,
                                 size_t output_size);

/**
 * Makes a key out of its bytes: raw bytes, PKCS#1 (RFC 8017 appendix A.1) for RSA, a scalar or an uncompressed point for
 * elliptic curves.
 *
 * \param attributes  Kind, policy and, if it is not 0, length of the key.
 * \param data,data_length  The bytes.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_INSUFFICIENT_MEMORY; for a key that is
 * to be stored, as a file in the working directory, also PSA_ERROR_ALREADY_EXISTS or PSA_ERROR_STORAGE_FAILURE.
 */
psa_status_t psa_import_key(const psa_key_attributes_t *attributes,
                            const uint8_t *data,
                            size_t data_length,
                            mbedtls_svc_key_id_t *key);

/**
 * Makes a fresh key.
 *
 * \param attributes  Kind, length and policy of the key. RSA: 1024 to 4096 bits.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_INSUFFICIENT_ENTROPY or
 * PSA_ERROR_INSUFFICIENT_MEMORY.
 */
psa_status_t psa_generate_key(const psa_key_attributes_t *attributes,
                              mbedtls_svc_key_id_t *key);

/**
 * Makes a fresh key in a way of its own.
 *
 * \param attributes  As for psa_generate_key().
 * \param custom  NULL or flags, which must be 0.
 * \param custom_data,custom_data_length  For RSA, the public exponent, big-endian, or nothing; nothing for other keys.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  As psa_generate_key().
 */
psa_status_t psa_generate_key_custom(const psa_key_attributes_t *attributes,
                                     const psa_custom_key_parameters_t *custom,
                                     const uint8_t *custom_data,
                                     size_t custom_data_length,
                                     mbedtls_svc_key_id_t *key);

/**
 * psa_generate_key_custom() with flags and data in one.
 *
 * \param attributes  As for psa_generate_key().
 * \param params  NULL or flags, which must be 0, and behind them data.
 * \param params_data_length  How many bytes the data are.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  As psa_generate_key().
 */
psa_status_t psa_generate_key_ext(const psa_key_attributes_t *attributes,
                                  const psa_key_production_parameters_t *params,
                                  size_t params_data_length,
                                  mbedtls_svc_key_id_t *key);

/**
 * Copies a key, with the policy that both the key and `attributes` allow.
 *
 * \param source_key  The key, which must have PSA_KEY_USAGE_COPY.
 * \param attributes  The policy asked for. Kind and length are 0 or those of the key.
 * \param target_key  Gets the number of the copy, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_INVALID_ARGUMENT,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INSUFFICIENT_MEMORY.
 */
psa_status_t psa_copy_key(mbedtls_svc_key_id_t source_key,
                          const psa_key_attributes_t *attributes,
                          mbedtls_svc_key_id_t *target_key);

/**
 * Destroys a key, also where it is stored. Operations that use it go on with it to their end.
 *
 * \param key  The key; 0 is allowed and does nothing.
 *
 * \return  PSA_SUCCESS; PSA_ERROR_INVALID_HANDLE if there is no such key. Of a stored key also PSA_ERROR_NOT_PERMITTED if its
 * file says that it is read only, PSA_ERROR_DATA_CORRUPT or PSA_ERROR_DATA_INVALID if the file is none of a key, and
 * PSA_ERROR_STORAGE_FAILURE: then the file is still there.
 */
psa_status_t psa_destroy_key(mbedtls_svc_key_id_t key);

/**
 * Takes a key out of memory: destroys it, unless it is a stored one, which can be opened again.
 *
 * \param handle  The key; 0 is allowed and does nothing.
 *
 * \return  PSA_SUCCESS, or PSA_ERROR_INVALID_HANDLE if there is no such key.
 */
psa_status_t psa_close_key(psa_key_handle_t handle);

/**
 * Whether there is a key, as its handle is its number.
 *
 * \param key  The key.
 * \param handle  Gets the handle, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_DOES_NOT_EXIST, or what is wrong with the file of a stored key.
 */
psa_status_t psa_open_key(mbedtls_svc_key_id_t key, psa_key_handle_t *handle);

/**
 * Takes a stored key out of memory; it is read again when it is next used. Other keys stay.
 *
 * \param key  The key.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_DOES_NOT_EXIST if it is not in memory, or PSA_ERROR_INVALID_HANDLE for a number that no key
 * has.
 */
psa_status_t psa_purge_key(mbedtls_svc_key_id_t key);

/**
 * What is known of a key.
 *
 * \param key  The key.
 * \param attributes  Gets its attributes, those of no key on failure. psa_reset_key_attributes() need not be called.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_get_key_attributes(mbedtls_svc_key_id_t key,
                                    psa_key_attributes_t *attributes);

/**
 * Exports a key: in the form in which psa_import_key() takes it.
 *
 * \param key  The key, which must have PSA_KEY_USAGE_EXPORT unless it is public.
 * \param data,data_size  Where the bytes go; what is left over is filled with zeros.
 * \param data_length  Gets their number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_export_key(mbedtls_svc_key_id_t key,
                            uint8_t *data,
                            size_t data_size,
                            size_t *data_length);

/**
 * Exports a public key, or the public half of a pair: PKCS#1 (RFC 8017 appendix A.1.1) for RSA, an uncompressed point
 * or the string of RFC 7748 for elliptic curves.
 *
 * \param key  The key.
 * \param data,data_size  Where the bytes go; what is left over is filled with zeros.
 * \param data_length  Gets their number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT, also for keys
 * that have no public half.
 */
psa_status_t psa_export_public_key(mbedtls_svc_key_id_t key,
                                   uint8_t *data,
                                   size_t data_size,
                                   size_t *data_length);

/**
 * Tells how many keys are in memory.
 *
 * \param stats  Gets the numbers.
 */
void mbedtls_psa_get_stats(mbedtls_psa_stats_t *stats);

/**
 * An operation that is not active.
 *
 * \return  The operation.
 */
psa_hash_operation_t psa_hash_operation_init(void);

/**
 * Begins a hash.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param alg  The hash function.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no hash
 * function.
 */
psa_status_t psa_hash_setup(psa_hash_operation_t *operation,
                            psa_algorithm_t alg);

/**
 * Adds bytes to a hash.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param input,input_length  The bytes.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_update(psa_hash_operation_t *operation,
                             const uint8_t *input,
                             size_t input_length);

/**
 * The hash of what went in. The operation is not active after that.
 *
 * \param operation  An active operation.
 * \param hash,hash_size  Where the hash goes.
 * \param hash_length  Gets its length.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_finish(psa_hash_operation_t *operation,
                             uint8_t *hash,
                             size_t hash_size,
                             size_t *hash_length);

/**
 * Compares the hash of what went in, in a time that does not depend on where they differ. The operation is not active
 * after that.
 *
 * \param operation  An active operation.
 * \param hash,hash_length  The hash that is expected, whole.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_verify(psa_hash_operation_t *operation,
                             const uint8_t *hash,
                             size_t hash_length);

/**
 * Ends a hash. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_hash_abort(psa_hash_operation_t *operation);

/**
 * Copies a hash under way.
 *
 * \param source_operation  An active operation.
 * \param target_operation  An operation that is not active; it becomes the copy.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_hash_clone(const psa_hash_operation_t *source_operation,
                            psa_hash_operation_t *target_operation);

/**
 * Computes the hash of a message.
 *
 * \param alg  The hash function.
 * \param input,input_length  The message.
 * \param hash,hash_size  Where the hash goes; PSA_HASH_LENGTH() tells how much room it needs.
 * \param hash_length  Gets the length of the hash.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
 * hash function or a pointer is NULL.
 */
psa_status_t psa_hash_compute(psa_algorithm_t alg,
                              const uint8_t *input,
                              size_t input_length,
                              uint8_t *hash,
                              size_t hash_size,
                              size_t *hash_length);

/**
 * Computes the hash of a message and compares it, in a time that does not depend on where they differ.
 *
 * \param alg  The hash function.
 * \param input,input_length  The message.
 * \param hash,hash_length  The hash that is expected, whole.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_NOT_SUPPORTED, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
 * hash function or a pointer is NULL.
 */
psa_status_t psa_hash_compare(psa_algorithm_t alg,
                              const uint8_t *input,
                              size_t input_length,
                              const uint8_t *hash,
                              size_t hash_length);

/**
 * Whether a hash function can be used.
 *
 * \param hash_alg  The hash function.
 *
 * \return  1 or 0.
 *
 * DEVIATION: 3.6 says 1 to everything as soon as psa_crypto_init() was called, and 0 before that.
 */
int psa_can_do_hash(psa_algorithm_t hash_alg);

/**
 * An operation that is not active.
 *
 * \return  The operation.
 */
psa_mac_operation_t psa_mac_operation_init(void);

/**
 * Begins a MAC.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key  A key with PSA_KEY_USAGE_SIGN_MESSAGE. It may be destroyed meanwhile.
 * \param alg  PSA_ALG_HMAC() or PSA_ALG_CMAC, whole or truncated, that the key is for.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_mac_sign_setup(psa_mac_operation_t *operation,
                                mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg);

/**
 * Begins the check of a MAC.
 *
 * \param operation,alg  As for psa_mac_sign_setup().
 * \param key  A key with PSA_KEY_USAGE_VERIFY_MESSAGE.
 *
 * \return  As psa_mac_sign_setup().
 */
psa_status_t psa_mac_verify_setup(psa_mac_operation_t *operation,
                                  mbedtls_svc_key_id_t key,
                                  psa_algorithm_t alg);

/**
 * Adds bytes to a MAC.
 *
 * \param operation  An active operation.
 * \param input,input_length  The bytes.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_mac_update(psa_mac_operation_t *operation,
                            const uint8_t *input,
                            size_t input_length);

/**
 * The MAC of what went in. The operation is not active after that.
 *
 * \param operation  An operation of psa_mac_sign_setup().
 * \param mac,mac_size  Where the MAC goes; what is left over is filled.
 * \param mac_length  Gets its length.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_mac_sign_finish(psa_mac_operation_t *operation,
                                 uint8_t *mac,
                                 size_t mac_size,
                                 size_t *mac_length);

/**
 * Compares the MAC of what went in, in a time that does not depend on where they differ. The operation is not active
 * after that.
 *
 * \param operation  An operation of psa_mac_verify_setup().
 * \param mac,mac_length  The MAC that is expected.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_mac_verify_finish(psa_mac_operation_t *operation,
                                   const uint8_t *mac,
                                   size_t mac_length);

/**
 * Ends a MAC. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_mac_abort(psa_mac_operation_t *operation);

/**
 * The MAC of a message.
 *
 * \param key,alg  As for psa_mac_sign_setup().
 * \param input,input_length  The message.
 * \param mac,mac_size,mac_length  As for psa_mac_sign_finish().
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_mac_compute(mbedtls_svc_key_id_t key,
                             psa_algorithm_t alg,
                             const uint8_t *input,
                             size_t input_length,
                             uint8_t *mac,
                             size_t mac_size,
                             size_t *mac_length);

/**
 * Checks the MAC of a message.
 *
 * \param key,alg  As for psa_mac_verify_setup().
 * \param input,input_length  The message.
 * \param mac,mac_length  The MAC that is expected.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_mac_verify(mbedtls_svc_key_id_t key,
                            psa_algorithm_t alg,
                            const uint8_t *input,
                            size_t input_length,
                            const uint8_t *mac,
                            size_t mac_length);

/**
 * An operation that is not active.
 *
 * \return  The operation.
 */
psa_cipher_operation_t psa_cipher_operation_init(void);

/**
 * Begins an encryption.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key  A key with PSA_KEY_USAGE_ENCRYPT. It may be destroyed meanwhile.
 * \param alg  The cipher, that the key is for.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_cipher_encrypt_setup(psa_cipher_operation_t *operation,
                                      mbedtls_svc_key_id_t key,
                                      psa_algorithm_t alg);

/**
 * Begins a decryption.
 *
 * \param operation,alg  As for psa_cipher_encrypt_setup().
 * \param key  A key with PSA_KEY_USAGE_DECRYPT.
 *
 * \return  As psa_cipher_encrypt_setup().
 */
psa_status_t psa_cipher_decrypt_setup(psa_cipher_operation_t *operation,
                                      mbedtls_svc_key_id_t key,
                                      psa_algorithm_t alg);

/**
 * Makes an initialization vector and sets it.
 *
 * \param operation  An active operation that encrypts.
 * \param iv,iv_size  Where it goes.
 * \param iv_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY, or
 * PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_cipher_generate_iv(psa_cipher_operation_t *operation,
                                    uint8_t *iv,
                                    size_t iv_size,
                                    size_t *iv_length);

/**
 * Sets the initialization vector.
 *
 * \param operation  An active operation.
 * \param iv,iv_length  The initialization vector, of the length of PSA_CIPHER_IV_LENGTH().
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_cipher_set_iv(psa_cipher_operation_t *operation,
                               const uint8_t *iv,
                               size_t iv_length);

/**
 * Encrypts or decrypts more.
 *
 * \param operation  An active operation with its initialization vector. On failure it is not active any more.
 * \param input,input_length  What goes in.
 * \param output,output_size  Where it comes out; may be the input.
 * \param output_length  Gets how much came out, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_cipher_update(psa_cipher_operation_t *operation,
                               const uint8_t *input,
                               size_t input_length,
                               uint8_t *output,
                               size_t output_size,
                               size_t *output_length);

/**
 * Ends an encryption or decryption. The operation is not active after that.
 *
 * \param operation  An active operation with its initialization vector.
 * \param output,output_size  Where what is left comes out.
 * \param output_length  Gets how much came out, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_PADDING, or
 * PSA_ERROR_INVALID_ARGUMENT, also if the data is not whole blocks.
 */
psa_status_t psa_cipher_finish(psa_cipher_operation_t *operation,
                               uint8_t *output,
                               size_t output_size,
                               size_t *output_length);

/**
 * Ends an encryption or decryption. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_cipher_abort(psa_cipher_operation_t *operation);

/**
 * Encrypts a message with a fresh initialization vector, which comes before the ciphertext.
 *
 * \param key,alg  As for psa_cipher_encrypt_setup().
 * \param input,input_length  The message.
 * \param output,output_size  Where initialization vector and ciphertext go.
 * \param output_length  Gets their length, 0 on failure.
 *
 * \return  As psa_cipher_encrypt_setup() and psa_cipher_update(), or PSA_ERROR_INSUFFICIENT_ENTROPY.
 */
psa_status_t psa_cipher_encrypt(mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg,
                                const uint8_t *input,
                                size_t input_length,
                                uint8_t *output,
                                size_t output_size,
                                size_t *output_length);

/**
 * Decrypts what psa_cipher_encrypt() made.
 *
 * \param key,alg  As for psa_cipher_decrypt_setup().
 * \param input,input_length  Initialization vector and ciphertext.
 * \param output,output_size  Where the message goes.
 * \param output_length  Gets its length, 0 on failure.
 *
 * \return  As psa_cipher_decrypt_setup() and psa_cipher_finish().
 */
psa_status_t psa_cipher_decrypt(mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg,
                                const uint8_t *input,
                                size_t input_length,
                                uint8_t *output,
                                size_t output_size,
                                size_t *output_length);

/**
 * Whether a cipher can be used with a kind of key.
 *
 * \param key_type  The kind of key.
 * \param cipher_alg  The cipher.
 *
 * \return  1 or 0.
 *
 * DEVIATION: 3.6 says 1 to everything as soon as psa_crypto_init() was called, and 0 before that.
 */
int psa_can_do_cipher(psa_key_type_t key_type, psa_algorithm_t cipher_alg);

/**
 * Encrypts a message, and puts its tag behind it.
 *
 * \param key  A key with PSA_KEY_USAGE_ENCRYPT.
 * \param alg  PSA_ALG_GCM, PSA_ALG_CCM or PSA_ALG_CHACHA20_POLY1305, that the key is for.
 * \param nonce,nonce_length  The nonce, which must never come twice with one key.
 * \param additional_data,additional_data_length  What is authenticated beside the message.
 * \param plaintext,plaintext_length  The message.
 * \param ciphertext,ciphertext_size  Where ciphertext and tag go; may be the message.
 * \param ciphertext_length  Gets their length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_encrypt(mbedtls_svc_key_id_t key,
                              psa_algorithm_t alg,
                              const uint8_t *nonce,
                              size_t nonce_length,
                              const uint8_t *additional_data,
                              size_t additional_data_length,
                              const uint8_t *plaintext,
                              size_t plaintext_length,
                              uint8_t *ciphertext,
                              size_t ciphertext_size,
                              size_t *ciphertext_length);

/**
 * Decrypts what psa_aead_encrypt() made.
 *
 * \param key  A key with PSA_KEY_USAGE_DECRYPT.
 * \param alg,nonce,nonce_length,additional_data,additional_data_length  As for psa_aead_encrypt().
 * \param ciphertext,ciphertext_length  Ciphertext and tag.
 * \param plaintext,plaintext_size  Where the message goes; may be the ciphertext. On failure it gets zeros.
 * \param plaintext_length  Gets its length, 0 on failure.
 *
 * \return  As psa_aead_encrypt(), or PSA_ERROR_INVALID_SIGNATURE.
 */
psa_status_t psa_aead_decrypt(mbedtls_svc_key_id_t key,
                              psa_algorithm_t alg,
                              const uint8_t *nonce,
                              size_t nonce_length,
                              const uint8_t *additional_data,
                              size_t additional_data_length,
                              const uint8_t *ciphertext,
                              size_t ciphertext_length,
                              uint8_t *plaintext,
                              size_t plaintext_size,
                              size_t *plaintext_length);

/**
 * An operation that is not active.
 *
 * \return  The operation.
 */
psa_aead_operation_t psa_aead_operation_init(void);

/**
 * Begins an encryption.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key,alg  As for psa_aead_encrypt(). The key may be destroyed meanwhile.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_encrypt_setup(psa_aead_operation_t *operation,
                                    mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg);

/**
 * Begins a decryption. What it puts out is not to be trusted before psa_aead_verify() came back with PSA_SUCCESS.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param key,alg  As for psa_aead_decrypt(). The key may be destroyed meanwhile.
 *
 * \return  As psa_aead_encrypt_setup().
 */
psa_status_t psa_aead_decrypt_setup(psa_aead_operation_t *operation,
                                    mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg);

/**
 * Makes a nonce and sets it.
 *
 * \param operation  An active operation that encrypts.
 * \param nonce,nonce_size  Where it goes.
 * \param nonce_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY, or
 * PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_aead_generate_nonce(psa_aead_operation_t *operation,
                                     uint8_t *nonce,
                                     size_t nonce_size,
                                     size_t *nonce_length);

/**
 * Sets the nonce.
 *
 * \param operation  An active operation.
 * \param nonce,nonce_length  The nonce.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_set_nonce(psa_aead_operation_t *operation,
                                const uint8_t *nonce,
                                size_t nonce_length);

/**
 * Announces how long associated data and message will be, in bytes. CCM needs to know, others check it.
 *
 * \param operation  An active operation to which neither came yet.
 * \param ad_length,plaintext_length  The lengths.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_set_lengths(psa_aead_operation_t *operation,
                                  size_t ad_length,
                                  size_t plaintext_length);

/**
 * Adds associated data.
 *
 * \param operation  An active operation with its nonce.
 * \param input,input_length  The data.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_update_ad(psa_aead_operation_t *operation,
                                const uint8_t *input,
                                size_t input_length);

/**
 * Encrypts or decrypts more of the message.
 *
 * \param operation  An active operation with its nonce. On failure it is not active any more.
 * \param input,input_length  What goes in.
 * \param output,output_size  Where it comes out; may be the input.
 * \param output_length  Gets how much came out, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_update(psa_aead_operation_t *operation,
                             const uint8_t *input,
                             size_t input_length,
                             uint8_t *output,
                             size_t output_size,
                             size_t *output_length);

/**
 * Ends an encryption. The operation is not active after that.
 *
 * \param operation  An active operation that encrypts.
 * \param ciphertext,ciphertext_size  Not needed: all has come out already.
 * \param ciphertext_length  Gets 0.
 * \param tag,tag_size  Where the tag goes; what is left over is filled.
 * \param tag_length  Gets its length.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_finish(psa_aead_operation_t *operation,
                             uint8_t *ciphertext,
                             size_t ciphertext_size,
                             size_t *ciphertext_length,
                             uint8_t *tag,
                             size_t tag_size,
                             size_t *tag_length);

/**
 * Ends a decryption and compares the tag, in a time that does not depend on where it differs. The operation is not active
 * after that.
 *
 * \param operation  An active operation that decrypts.
 * \param plaintext,plaintext_size  Not needed: all has come out already.
 * \param plaintext_length  Gets 0.
 * \param tag,tag_length  The tag that is expected.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_aead_verify(psa_aead_operation_t *operation,
                             uint8_t *plaintext,
                             size_t plaintext_size,
                             size_t *plaintext_length,
                             const uint8_t *tag,
                             size_t tag_length);

/**
 * Ends an operation. One that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_aead_abort(psa_aead_operation_t *operation);

#if defined(MBEDTLS_X509_USE_C)
/**
 * Signs a hash.
 *
 * \param key  A key pair with PSA_KEY_USAGE_SIGN_HASH.
 * \param alg  ECDSA, RSASSA-PKCS1-v1_5 or RSASSA-PSS, that the key is for.
 * \param hash,hash_length  The hash.
 * \param signature,signature_size  Where the signature goes: for ECDSA, both numbers one after the other. What is left
 *     over is filled.
 * \param signature_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_sign_hash(mbedtls_svc_key_id_t key,
                           psa_algorithm_t alg,
                           const uint8_t *hash,
                           size_t hash_length,
                           uint8_t *signature,
                           size_t signature_size,
                           size_t *signature_length);

/**
 * Hashes and signs a message.
 *
 * \param key  A key pair with PSA_KEY_USAGE_SIGN_MESSAGE.
 * \param alg  ECDSA, RSASSA-PKCS1-v1_5 or RSASSA-PSS with a hash function, that the key is for.
 * \param input,input_length  The message.
 * \param signature,signature_size,signature_length  As for psa_sign_hash().
 *
 * \return  As psa_sign_hash().
 */
psa_status_t psa_sign_message(mbedtls_svc_key_id_t key,
                              psa_algorithm_t alg,
                              const uint8_t *input,
                              size_t input_length,
                              uint8_t *signature,
                              size_t signature_size,
                              size_t *signature_length);

/**
 * Checks a signature over a hash.
 *
 * \param key  A public key or a pair with PSA_KEY_USAGE_VERIFY_HASH.
 * \param alg  As for psa_sign_hash().
 * \param hash,hash_length  The hash.
 * \param signature,signature_length  The signature.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_verify_hash(mbedtls_svc_key_id_t key,
                             psa_algorithm_t alg,
                             const uint8_t *hash,
                             size_t hash_length,
                             const uint8_t *signature,
                             size_t signature_length);

/**
 * Checks a signature over a message.
 *
 * \param key  A public key or a pair with PSA_KEY_USAGE_VERIFY_MESSAGE.
 * \param alg  As for psa_sign_message().
 * \param input,input_length  The message.
 * \param signature,signature_length  The signature.
 *
 * \return  As psa_verify_hash().
 */
psa_status_t psa_verify_message(mbedtls_svc_key_id_t key,
                                psa_algorithm_t alg,
                                const uint8_t *input,
                                size_t input_length,
                                const uint8_t *signature,
                                size_t signature_length);

/**
 * Encrypts a short message with an RSA key.
 *
 * \param key  A public key or a pair with PSA_KEY_USAGE_ENCRYPT.
 * \param alg  PSA_ALG_RSA_PKCS1V15_CRYPT or PSA_ALG_RSA_OAEP(), that the key is for.
 * \param input,input_length  The message.
 * \param salt,salt_length  For OAEP the label, or nothing; nothing otherwise.
 * \param output,output_size  Where the ciphertext goes.
 * \param output_length  Gets its length, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_asymmetric_encrypt(mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg,
                                    const uint8_t *input,
                                    size_t input_length,
                                    const uint8_t *salt,
                                    size_t salt_length,
                                    uint8_t *output,
                                    size_t output_size,
                                    size_t *output_length);

/**
 * Decrypts what psa_asymmetric_encrypt() made.
 *
 * \param key  A pair with PSA_KEY_USAGE_DECRYPT.
 * \param alg,salt,salt_length  As for psa_asymmetric_encrypt().
 * \param input,input_length  The ciphertext.
 * \param output,output_size  Where the message goes.
 * \param output_length  Gets its length, 0 on failure.
 *
 * \return  As psa_asymmetric_encrypt(), or PSA_ERROR_INVALID_PADDING.
 */
psa_status_t psa_asymmetric_decrypt(mbedtls_svc_key_id_t key,
                                    psa_algorithm_t alg,
                                    const uint8_t *input,
                                    size_t input_length,
                                    const uint8_t *salt,
                                    size_t salt_length,
                                    uint8_t *output,
                                    size_t output_size,
                                    size_t *output_length);

/**
 * Sets the most steps that a call is to take. It is remembered; nothing depends on it.
 *
 * \param max_ops  The number.
 */
void psa_interruptible_set_max_ops(uint32_t max_ops);

/**
 * The number that psa_interruptible_set_max_ops() set.
 *
 * \return  The number.
 */
uint32_t psa_interruptible_get_max_ops(void);

/**
 * An operation that is not active.
 *
 * \return  The operation.
 */
psa_sign_hash_interruptible_operation_t psa_sign_hash_interruptible_operation_init(void);

/**
 * An operation that is not active.
 *
 * \return  The operation.
 */
psa_verify_hash_interruptible_operation_t psa_verify_hash_interruptible_operation_init(void);

/**
 * Refuses to sign a hash in steps; psa_sign_hash() does it at once.
 *
 * \param operation  An operation that is not active.
 * \param key,alg,hash,hash_length  As for psa_sign_hash().
 *
 * \return  PSA_ERROR_NOT_SUPPORTED, or what psa_sign_hash() would say against key and algorithm; PSA_ERROR_BAD_STATE after
 * another failure without psa_sign_hash_abort().
 */
psa_status_t psa_sign_hash_start(psa_sign_hash_interruptible_operation_t *operation,
                                 mbedtls_svc_key_id_t key,
                                 psa_algorithm_t alg,
                                 const uint8_t *hash,
                                 size_t hash_length);

/**
 * Goes on with a signature, of which none was started.
 *
 * \param operation  An operation.
 * \param signature,signature_size  Not written.
 * \param signature_length  Gets 0.
 *
 * \return  PSA_ERROR_BAD_STATE.
 */
psa_status_t psa_sign_hash_complete(psa_sign_hash_interruptible_operation_t *operation,
                                    uint8_t *signature,
                                    size_t signature_size,
                                    size_t *signature_length);

/**
 * Makes an operation one that is not active.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_sign_hash_abort(psa_sign_hash_interruptible_operation_t *operation);

/**
 * How many steps an operation took.
 *
 * \param operation  The operation.
 *
 * \return  0.
 */
uint32_t psa_sign_hash_get_num_ops(const psa_sign_hash_interruptible_operation_t *operation);

/**
 * Refuses to check a signature in steps; psa_verify_hash() does it at once.
 *
 * \param operation  An operation that is not active.
 * \param key,alg,hash,hash_length,signature,signature_length  As for psa_verify_hash().
 *
 * \return  PSA_ERROR_NOT_SUPPORTED, or what psa_verify_hash() would say against key and algorithm; PSA_ERROR_BAD_STATE
 * after another failure without psa_verify_hash_abort().
 */
psa_status_t psa_verify_hash_start(psa_verify_hash_interruptible_operation_t *operation,
                                   mbedtls_svc_key_id_t key,
                                   psa_algorithm_t alg,
                                   const uint8_t *hash,
                                   size_t hash_length,
                                   const uint8_t *signature,
                                   size_t signature_length);

/**
 * Goes on with a check, of which none was started.
 *
 * \param operation  An operation.
 *
 * \return  PSA_ERROR_BAD_STATE.
 */
psa_status_t psa_verify_hash_complete(psa_verify_hash_interruptible_operation_t *operation);

/**
 * Makes an operation one that is not active.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_verify_hash_abort(psa_verify_hash_interruptible_operation_t *operation);

/**
 * How many steps an operation took.
 *
 * \param operation  The operation.
 *
 * \return  0.
 */
uint32_t psa_verify_hash_get_num_ops(const psa_verify_hash_interruptible_operation_t *operation);
#endif

/**
 * A derivation that is not active.
 *
 * \return  The operation.
 */
psa_key_derivation_operation_t psa_key_derivation_operation_init(void);

/**
 * Begins a derivation.
 *
 * \param operation  An operation that is not active. On failure it is not either.
 * \param alg  PSA_ALG_HKDF(), PSA_ALG_HKDF_EXTRACT(), PSA_ALG_HKDF_EXPAND(), PSA_ALG_TLS12_PRF(),
 *     PSA_ALG_TLS12_PSK_TO_MS(), PSA_ALG_TLS12_ECJPAKE_TO_PMS or PSA_ALG_PBKDF2_HMAC(), alone or with PSA_ALG_ECDH before
 *     it (PSA_ALG_KEY_AGREEMENT()).
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_setup(psa_key_derivation_operation_t *operation,
                                      psa_algorithm_t alg);

/**
 * How many bytes may still come out.
 *
 * \param operation  An active operation.
 * \param capacity  Gets their number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_key_derivation_get_capacity(const psa_key_derivation_operation_t *operation,
                                             size_t *capacity);

/**
 * Lets fewer bytes come out.
 *
 * \param operation  An active operation.
 * \param capacity  How many, at most as many as may still come out.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_set_capacity(psa_key_derivation_operation_t *operation,
                                             size_t capacity);

/**
 * Takes an input as bytes.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param step  What the input is: PSA_KEY_DERIVATION_INPUT_SALT, for example.
 * \param data,data_length  The bytes.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_input_bytes(psa_key_derivation_operation_t *operation,
                                            psa_key_derivation_step_t step,
                                            const uint8_t *data,
                                            size_t data_length);

/**
 * Takes an input as a number.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param step  PSA_KEY_DERIVATION_INPUT_COST: how often PBKDF2 iterates.
 * \param value  The number.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_input_integer(psa_key_derivation_operation_t *operation,
                                              psa_key_derivation_step_t step,
                                              uint64_t value);

/**
 * Takes a key as input.
 *
 * \param operation  An active operation. On failure it is not active any more.
 * \param step  What the input is: PSA_KEY_DERIVATION_INPUT_SECRET, for example.
 * \param key  A key with PSA_KEY_USAGE_DERIVE for the algorithm of the operation.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED or
 * PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_input_key(psa_key_derivation_operation_t *operation,
                                          psa_key_derivation_step_t step,
                                          mbedtls_svc_key_id_t key);

/**
 * Agrees on a secret and takes it as input.
 *
 * \param operation  An active operation of a key agreement with a derivation.
 * \param step  PSA_KEY_DERIVATION_INPUT_SECRET, or another step that takes a secret.
 * \param private_key  A key pair with PSA_KEY_USAGE_DERIVE for the algorithm of the operation.
 * \param peer_key,peer_key_length  The peer's public key, as psa_export_public_key() gives it.
 *
 * \return  As psa_key_derivation_input_key().
 */
psa_status_t psa_key_derivation_key_agreement(psa_key_derivation_operation_t *operation,
                                              psa_key_derivation_step_t step,
                                              mbedtls_svc_key_id_t private_key,
                                              const uint8_t *peer_key,
                                              size_t peer_key_length);

/**
 * Takes bytes out of a derivation.
 *
 * \param operation  An active operation that has its inputs.
 * \param output,output_length  Where they go; filled on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INSUFFICIENT_DATA, or PSA_ERROR_INVALID_ARGUMENT for NULL.
 */
psa_status_t psa_key_derivation_output_bytes(psa_key_derivation_operation_t *operation,
                                             uint8_t *output,
                                             size_t output_length);

/**
 * Takes a key out of a derivation.
 *
 * \param attributes  Kind, length and policy of the key.
 * \param operation  An active operation that has its inputs, the secret or password among them as a key.
 * \param key  Gets the number of the key, 0 on failure.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_INSUFFICIENT_DATA, PSA_ERROR_NOT_SUPPORTED
 * or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_key_derivation_output_key(const psa_key_attributes_t *attributes,
                                           psa_key_derivation_operation_t *operation,
                                           mbedtls_svc_key_id_t *key);

/**
 * Takes a key out of a derivation in a way of its own.
 *
 * \param attributes,operation,key  As for psa_key_derivation_output_key().
 * \param custom  NULL or flags, which must be 0.
 * \param custom_data,custom_data_length  Nothing.
 *
 * \return  As psa_key_derivation_output_key().
 */
psa_status_t psa_key_derivation_output_key_custom(const psa_key_attributes_t *attributes,
                                                  psa_key_derivation_operation_t *operation,
                                                  const psa_custom_key_parameters_t *custom,
                                                  const uint8_t *custom_data,
                                                  size_t custom_data_length,
                                                  mbedtls_svc_key_id_t *key);

/**
 * psa_key_derivation_output_key_custom() with flags and data in one.
 *
 * \param attributes,operation,key  As for psa_key_derivation_output_key().
 * \param params  NULL or flags, which must be 0.
 * \param params_data_length  0.
 *
 * \return  As psa_key_derivation_output_key().
 */
psa_status_t psa_key_derivation_output_key_ext(const psa_key_attributes_t *attributes,
                                               psa_key_derivation_operation_t *operation,
                                               const psa_key_production_parameters_t *params,
                                               size_t params_data_length,
                                               mbedtls_svc_key_id_t *key);

/**
 * Ends a derivation. An operation that is not active is allowed.
 *
 * \param operation  The operation; NULL is allowed and does nothing.
 *
 * \return  PSA_SUCCESS.
 */
psa_status_t psa_key_derivation_abort(psa_key_derivation_operation_t *operation);

/**
 * Agrees on a secret.
 *
 * \param alg  PSA_ALG_ECDH.
 * \param private_key  A key pair with PSA_KEY_USAGE_DERIVE.
 * \param peer_key,peer_key_length  The peer's public key, as psa_export_public_key() gives it.
 * \param output,output_size  Where the secret goes; on failure it gets random bytes.
 * \param output_length  Gets its length; on failure the size of the buffer.
 *
 * \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
 * PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
 */
psa_status_t psa_raw_key_agreement(psa_algorithm_t alg,
                                   mbedtls_svc_key_id_t private_key,
                                   const uint8_t *peer_key,
                                   size_t peer_key_length,
                                   uint8_t *output,
                                   size_t output_size,
                                   size_t *output_length);

#ifdef __cplusplus
}
#endif

#endif /* PSA_CRYPTO_H */
