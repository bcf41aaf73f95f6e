/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SHA512_H
#define MBEDTLS_SHA512_H

/** \file sha512.h
 * SHA-384 and SHA-512.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_SHA512_BAD_INPUT_DATA -0x0075

/** A SHA-384 or SHA-512 operation. It may be copied as bytes. */
typedef struct mbedtls_sha512_context {
    /** Number of bytes processed, its lower half first. */
    uint64_t MBEDTLS_PRIVATE(total)[2];
    /** The intermediate digest. */
    uint64_t MBEDTLS_PRIVATE(state)[8];
    /** The block that is being filled. */
    unsigned char MBEDTLS_PRIVATE(buffer)[128];
    /** 1 for SHA-384, 0 for SHA-512. */
    int MBEDTLS_PRIVATE(is384);
} mbedtls_sha512_context;

/**
 * Makes a context ready for mbedtls_sha512_starts().
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_sha512_init(struct mbedtls_sha512_context *ctx);

/**
 * Wipes a context.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_sha512_free(struct mbedtls_sha512_context *ctx);

/**
 * Copies a context.
 *
 * \param dst  The copy, initialised.
 * \param src  What is copied. Nothing happens if a pointer is NULL.
 */
void mbedtls_sha512_clone(struct mbedtls_sha512_context *dst,
                          const struct mbedtls_sha512_context *src);

/**
 * Begins a digest.
 *
 * \param ctx  The context, initialised.
 * \param is384  1 for SHA-384, 0 for SHA-512.
 *
 * \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if `ctx` is NULL or `is384` is neither.
 */
int mbedtls_sha512_starts(struct mbedtls_sha512_context *ctx, int is384);

/**
 * Adds bytes to a digest.
 *
 * \param ctx  The context, started.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 *
 * \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_sha512_update(struct mbedtls_sha512_context *ctx,
                          const unsigned char *input,
                          size_t ilen);

/**
 * Ends a digest and wipes the context.
 *
 * \param ctx  The context, started.
 * \param output  Where the digest goes: 64 bytes, or 48.
 *
 * \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_sha512_finish(struct mbedtls_sha512_context *ctx, unsigned char *output);

/**
 * Works one block into the state, without counting it.
 *
 * \param ctx  The context, started.
 * \param data  The block: 128 bytes.
 *
 * \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_internal_sha512_process(struct mbedtls_sha512_context *ctx, const unsigned char *data);

/**
 * The digest of a buffer.
 *
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 * \param output  Where the digest goes: 64 bytes, or 48.
 * \param is384  1 for SHA-384, 0 for SHA-512.
 *
 * \return  0, or MBEDTLS_ERR_SHA512_BAD_INPUT_DATA if a pointer is NULL or `is384` is neither.
 */
int mbedtls_sha512(const unsigned char *input, size_t ilen, unsigned char *output, int is384);

/**
 * Checks SHA-512 against known answers.
 *
 * \param verbose  Not 0 to print how it goes.
 *
 * \return  0, or 1 if an answer is wrong.
 */
int mbedtls_sha512_self_test(int verbose);

/**
 * Checks SHA-384 against known answers.
 *
 * \param verbose  Not 0 to print how it goes.
 *
 * \return  0, or 1 if an answer is wrong.
 */
int mbedtls_sha384_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SHA512_H */
