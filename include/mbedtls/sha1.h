/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SHA1_H
#define MBEDTLS_SHA1_H

/** \file sha1.h
 * SHA-1.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_SHA1_BAD_INPUT_DATA -0x0073

/** A SHA-1 operation. It may be copied as bytes. */
typedef struct mbedtls_sha1_context {
    /** Number of bytes processed, its lower half first. */
    uint32_t MBEDTLS_PRIVATE(total)[2];
    /** The intermediate digest. */
    uint32_t MBEDTLS_PRIVATE(state)[5];
    /** The block that is being filled. */
    unsigned char MBEDTLS_PRIVATE(buffer)[64];
} mbedtls_sha1_context;

/**
 * Makes a context ready for mbedtls_sha1_starts().
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_sha1_init(struct mbedtls_sha1_context *ctx);

/**
 * Wipes a context.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_sha1_free(struct mbedtls_sha1_context *ctx);

/**
 * Copies a context.
 *
 * \param dst  The copy, initialised.
 * \param src  What is copied. Nothing happens if a pointer is NULL.
 */
void mbedtls_sha1_clone(struct mbedtls_sha1_context *dst, const struct mbedtls_sha1_context *src);

/**
 * Begins a digest.
 *
 * \param ctx  The context, initialised.
 *
 * \return  0, or MBEDTLS_ERR_SHA1_BAD_INPUT_DATA if `ctx` is NULL.
 */
int mbedtls_sha1_starts(struct mbedtls_sha1_context *ctx);

/**
 * Adds bytes to a digest.
 *
 * \param ctx  The context, started.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 *
 * \return  0, or MBEDTLS_ERR_SHA1_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_sha1_update(struct mbedtls_sha1_context *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest and wipes the context.
 *
 * \param ctx  The context, started.
 * \param output  Where the digest goes: 20 bytes.
 *
 * \return  0, or MBEDTLS_ERR_SHA1_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_sha1_finish(struct mbedtls_sha1_context *ctx, unsigned char *output);

/**
 * Works one block into the state, without counting it.
 *
 * \param ctx  The context, started.
 * \param data  The block: 64 bytes.
 *
 * \return  0, or MBEDTLS_ERR_SHA1_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_internal_sha1_process(struct mbedtls_sha1_context *ctx, const unsigned char *data);

/**
 * The digest of a buffer.
 *
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 * \param output  Where the digest goes: 20 bytes.
 *
 * \return  0, or MBEDTLS_ERR_SHA1_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_sha1(const unsigned char *input, size_t ilen, unsigned char *output);

/**
 * Checks SHA-1 against known answers.
 *
 * \param verbose  Not 0 to print how it goes.
 *
 * \return  0, or 1 if an answer is wrong.
 */
int mbedtls_sha1_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SHA1_H */
