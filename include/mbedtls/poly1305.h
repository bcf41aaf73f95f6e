/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_POLY1305_H
#define MBEDTLS_POLY1305_H

/** \file poly1305.h
 * Poly1305.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA -0x0057

/** A Poly1305 operation. */
typedef struct mbedtls_poly1305_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[10];
} mbedtls_poly1305_context;

/**
 * Makes a context ready.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_poly1305_init(struct mbedtls_poly1305_context *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_poly1305_free(struct mbedtls_poly1305_context *ctx);

/**
 * Starts a message.
 *
 * \param ctx  The context.
 * \param key  The key, 32 bytes, which must not be used for another message.
 *
 * \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_poly1305_starts(struct mbedtls_poly1305_context *ctx, const unsigned char *key);

/**
 * Takes more of the message.
 *
 * \param ctx  The context, started.
 * \param input,ilen  More of the message.
 *
 * \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
 */
int mbedtls_poly1305_update(struct mbedtls_poly1305_context *ctx,
                            const unsigned char *input,
                            size_t ilen);

/**
 * Ends a message.
 *
 * \param ctx  The context, started.
 * \param mac  The tag, 16 bytes.
 *
 * \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
 */
int mbedtls_poly1305_finish(struct mbedtls_poly1305_context *ctx, unsigned char *mac);

/**
 * The tag of a message at once.
 *
 * \param key  The key, 32 bytes, which must not be used for another message.
 * \param input,ilen  The message.
 * \param mac  The tag, 16 bytes.
 *
 * \return  0, or MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_poly1305_mac(const unsigned char *key,
                         const unsigned char *input,
                         size_t ilen,
                         unsigned char *mac);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_poly1305_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_POLY1305_H */
