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

/** Attributes of no key, for an initialization. */
#define PSA_KEY_ATTRIBUTES_INIT { 0, 0, 0, { 0, 0, 0 }, 0 }

/** The derivation yields as much as it can. */
#define PSA_KEY_DERIVATION_UNLIMITED_CAPACITY ((size_t) -1)

/** Whether an algorithm is a hash function. */
#define PSA_ALG_IS_HASH(alg) (((alg) & PSA_ALG_CATEGORY_MASK) == PSA_ALG_CATEGORY_HASH)

/** The hash function that is a parameter of another algorithm, as a number of its own. */
#define PSA_ALG_GET_HASH(alg) \
    (((alg) & PSA_ALG_HASH_MASK) == 0 ? PSA_ALG_NONE : PSA_ALG_CATEGORY_HASH | ((alg) & PSA_ALG_HASH_MASK))

/** Length of a hash in bytes, for a hash function or an algorithm that has one as a parameter; 0 for others. */
#define PSA_HASH_LENGTH(alg) \
    (PSA_ALG_GET_HASH(alg) == PSA_ALG_MD5 ? 16u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_RIPEMD160 ? 20u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_1 ? 20u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_224 ? 28u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_256 ? 32u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_384 ? 48u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_512 ? 64u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_512_224 ? 28u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA_512_256 ? 32u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA3_224 ? 28u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA3_256 ? 32u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA3_384 ? 48u : \
     PSA_ALG_GET_HASH(alg) == PSA_ALG_SHA3_512 ? 64u : \
     0u)

@declarations
/** How a key is to be made, in an older fashion. */
typedef struct psa_key_production_parameters_s {
    /** Flags. */
    uint32_t flags;
#ifndef __cplusplus
    /** What the flags ask for. */
    uint8_t data[];
#endif
} psa_key_production_parameters_t;

@rust psa/types.rs psa/values.rs psa/attributes.rs psa/crypto.rs psa/keys.rs psa/sign.rs
