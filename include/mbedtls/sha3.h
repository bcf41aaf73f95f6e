/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SHA3_H
#define MBEDTLS_SHA3_H

/** \file sha3.h
 * SHA-3.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_SHA3_BAD_INPUT_DATA -0x0076

/** The functions of SHA-3 by number. */
typedef enum mbedtls_sha3_id {
    /** None. */
    MBEDTLS_SHA3_NONE = 0,
    /** SHA3-224. */
    MBEDTLS_SHA3_224 = 1,
    /** SHA3-256. */
    MBEDTLS_SHA3_256 = 2,
    /** SHA3-384. */
    MBEDTLS_SHA3_384 = 3,
    /** SHA3-512. */
    MBEDTLS_SHA3_512 = 4
} mbedtls_sha3_id;

/** A SHA-3 operation. It may be copied as bytes. */
typedef struct mbedtls_sha3_context {
    /** The state of the sponge. */
    uint64_t MBEDTLS_PRIVATE(state)[25];
    /** Where in it the next byte goes. */
    uint32_t MBEDTLS_PRIVATE(index);
    /** Length of the digest, in bytes; 0 before mbedtls_sha3_starts(). */
    uint16_t MBEDTLS_PRIVATE(olen);
    /** How many bytes of the state are open to input. */
    uint16_t MBEDTLS_PRIVATE(max_block_size);
} mbedtls_sha3_context;

/**
 * Makes a context ready for mbedtls_sha3_starts().
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_sha3_init(struct mbedtls_sha3_context *ctx);

/**
 * Wipes a context.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_sha3_free(struct mbedtls_sha3_context *ctx);

/**
 * Copies a context.
 *
 * \param dst  The copy, initialised.
 * \param src  What is copied. Nothing happens if a pointer is NULL.
 */
void mbedtls_sha3_clone(struct mbedtls_sha3_context *dst, const struct mbedtls_sha3_context *src);

/**
 * Begins a digest.
 *
 * \param ctx  The context, initialised.
 * \param id  Which function of SHA-3.
 *
 * \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if `ctx` is NULL or there is no such function.
 */
int mbedtls_sha3_starts(struct mbedtls_sha3_context *ctx, enum mbedtls_sha3_id id);

/**
 * Adds bytes to a digest.
 *
 * \param ctx  The context, started.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 *
 * \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if a pointer is NULL or the context was not started.
 */
int mbedtls_sha3_update(struct mbedtls_sha3_context *ctx,
                        const uint8_t *input,
                        size_t ilen);

/**
 * Ends a digest and wipes the context.
 *
 * \param ctx  The context, started.
 * \param output,olen  Where the digest goes, and the room there: at least the length of the digest.
 *
 * \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if there is too little room, a pointer is NULL or the context was not
 * started.
 */
int mbedtls_sha3_finish(struct mbedtls_sha3_context *ctx,
                        uint8_t *output,
                        size_t olen);

/**
 * The digest of a buffer.
 *
 * \param id  Which function of SHA-3.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 * \param output,olen  Where the digest goes, and the room there: at least the length of the digest.
 *
 * \return  0, or MBEDTLS_ERR_SHA3_BAD_INPUT_DATA if there is no such function, too little room, or a pointer is NULL.
 */
int mbedtls_sha3(enum mbedtls_sha3_id id,
                 const uint8_t *input,
                 size_t ilen,
                 uint8_t *output,
                 size_t olen);

/**
 * Checks SHA-3 against known answers.
 *
 * \param verbose  Not 0 to print how it goes.
 *
 * \return  0, or 1 if an answer is wrong.
 */
int mbedtls_sha3_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SHA3_H */
