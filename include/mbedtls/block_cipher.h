/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_BLOCK_CIPHER_H
#define MBEDTLS_BLOCK_CIPHER_H

/** \file block_cipher.h
 * Block ciphers as mbedtls/gcm.h and mbedtls/ccm.h name them. There are types only; for functions see mbedtls/cipher.h.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/aes.h"
#include "mbedtls/aria.h"
#include "mbedtls/camellia.h"

#ifdef __cplusplus
extern "C" {
#endif
/** A block cipher. */
typedef enum mbedtls_block_cipher_id_t {
    /** None. */
    MBEDTLS_BLOCK_CIPHER_ID_NONE = 0,
    /** AES. */
    MBEDTLS_BLOCK_CIPHER_ID_AES = 1,
    /** Camellia. */
    MBEDTLS_BLOCK_CIPHER_ID_CAMELLIA = 2,
    /** ARIA. */
    MBEDTLS_BLOCK_CIPHER_ID_ARIA = 3
} mbedtls_block_cipher_id_t;

/** Which interface computes a block cipher. */
typedef enum mbedtls_block_cipher_engine_t {
    /** That of mbedtls/cipher.h. */
    MBEDTLS_BLOCK_CIPHER_ENGINE_LEGACY = 0,
    /** That of psa/crypto.h. */
    MBEDTLS_BLOCK_CIPHER_ENGINE_PSA = 1
} mbedtls_block_cipher_engine_t;

/** A block cipher with its key. */
typedef struct mbedtls_block_cipher_context_t {
    /** Which. */
    mbedtls_block_cipher_id_t MBEDTLS_PRIVATE(id);
    /** Its key. */
    union {
        /** Not used. */
        unsigned dummy;
        /** AES. */
        mbedtls_aes_context MBEDTLS_PRIVATE(aes);
        /** ARIA. */
        mbedtls_aria_context MBEDTLS_PRIVATE(aria);
        /** Camellia. */
        mbedtls_camellia_context MBEDTLS_PRIVATE(camellia);
    } MBEDTLS_PRIVATE(ctx);
} mbedtls_block_cipher_context_t;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_BLOCK_CIPHER_H */
