/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CHACHA20_H
#define MBEDTLS_CHACHA20_H

/** \file chacha20.h
 * ChaCha20.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA -0x0051

/** A ChaCha20 key stream. */
typedef struct mbedtls_chacha20_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[17];
} mbedtls_chacha20_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_chacha20_init(struct mbedtls_chacha20_context *ctx);

/**
 * Wipes a context.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_chacha20_free(struct mbedtls_chacha20_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context, which may be copied as bytes.
 * \param key  The key, 32 bytes.
 *
 * \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_chacha20_setkey(struct mbedtls_chacha20_context *ctx, const unsigned char *key);

/**
 * Starts a key stream.
 *
 * \param ctx  The context, with its key.
 * \param nonce  The nonce, 12 bytes.
 * \param counter  Number of the first block.
 *
 * \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_chacha20_starts(struct mbedtls_chacha20_context *ctx,
                            const unsigned char *nonce,
                            uint32_t counter);

/**
 * Encrypts or decrypts, which is the same, with the next bytes of the stream.
 *
 * \param ctx  The context, started.
 * \param size  Bytes.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL or block number 2^32 - 1 is behind.
 */
int mbedtls_chacha20_update(struct mbedtls_chacha20_context *ctx,
                            size_t size,
                            const unsigned char *input,
                            unsigned char *output);

/**
 * Encrypts or decrypts at once.
 *
 * \param key,nonce,counter  32 bytes, 12 bytes, number of the first block.
 * \param size  Bytes.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA if a pointer is NULL or there are not so many blocks from `counter` on.
 */
int mbedtls_chacha20_crypt(const unsigned char *key,
                           const unsigned char *nonce,
                           uint32_t counter,
                           size_t size,
                           const unsigned char *input,
                           unsigned char *output);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_chacha20_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CHACHA20_H */
