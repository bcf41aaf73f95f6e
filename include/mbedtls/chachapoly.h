/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CHACHAPOLY_H
#define MBEDTLS_CHACHAPOLY_H

/** \file chachapoly.h
 * ChaCha20-Poly1305.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/poly1305.h"
#include "mbedtls/chacha20.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The call does not fit the state of the operation. */
#define MBEDTLS_ERR_CHACHAPOLY_BAD_STATE -0x0054

/** The authentication tag does not match. */
#define MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED -0x0056

/** What an operation does. */
typedef enum mbedtls_chachapoly_mode_t {
    /** Encrypt. */
    MBEDTLS_CHACHAPOLY_ENCRYPT = 0,
    /** Decrypt. */
    MBEDTLS_CHACHAPOLY_DECRYPT = 1
} mbedtls_chachapoly_mode_t;

/** A ChaCha20-Poly1305 operation. */
typedef struct mbedtls_chachapoly_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[30];
} mbedtls_chachapoly_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_chachapoly_init(struct mbedtls_chachapoly_context *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_chachapoly_free(struct mbedtls_chachapoly_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context.
 * \param key  The key, 32 bytes.
 *
 * \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
 */
int mbedtls_chachapoly_setkey(struct mbedtls_chachapoly_context *ctx, const unsigned char *key);

/**
 * Starts a message that comes in parts.
 *
 * \param ctx  The context, with its key.
 * \param nonce  The nonce, 12 bytes.
 * \param mode  MBEDTLS_CHACHAPOLY_ENCRYPT or MBEDTLS_CHACHAPOLY_DECRYPT.
 *
 * \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
 */
int mbedtls_chachapoly_starts(struct mbedtls_chachapoly_context *ctx,
                              const unsigned char *nonce,
                              enum mbedtls_chachapoly_mode_t mode);

/**
 * Takes more associated data.
 *
 * \param ctx  The context, with a message started and no data of it yet.
 * \param aad,aad_len  Associated data.
 *
 * \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if it does not belong here or a pointer is NULL.
 */
int mbedtls_chachapoly_update_aad(struct mbedtls_chachapoly_context *ctx,
                                  const unsigned char *aad,
                                  size_t aad_len);

/**
 * Encrypts or decrypts more of a message.
 *
 * \param ctx  The context, with a message started.
 * \param len  Bytes.
 * \param input,output  More of the message; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if no message was started, it gets too long, or a pointer is NULL.
 */
int mbedtls_chachapoly_update(struct mbedtls_chachapoly_context *ctx,
                              size_t len,
                              const unsigned char *input,
                              unsigned char *output);

/**
 * Ends a message.
 *
 * \param ctx  The context, with a message started.
 * \param mac  The tag, 16 bytes.
 *
 * \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if no message was started or a pointer is NULL.
 */
int mbedtls_chachapoly_finish(struct mbedtls_chachapoly_context *ctx, unsigned char *mac);

/**
 * Encrypts a message at once.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param nonce  The nonce, 12 bytes.
 * \param aad,aad_len  Associated data.
 * \param input,output  The message; they may be the same.
 * \param tag  The tag, 16 bytes.
 *
 * \return  0, or MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
 */
int mbedtls_chachapoly_encrypt_and_tag(struct mbedtls_chachapoly_context *ctx,
                                       size_t length,
                                       const unsigned char *nonce,
                                       const unsigned char *aad,
                                       size_t aad_len,
                                       const unsigned char *input,
                                       unsigned char *output,
                                       unsigned char *tag);

/**
 * Decrypts a message at once, if its tag is right.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param nonce  The nonce, 12 bytes.
 * \param aad,aad_len  Associated data.
 * \param tag  The tag, 16 bytes.
 * \param input,output  The message; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED if the tag is wrong (the output is wiped then), or
 * MBEDTLS_ERR_CHACHAPOLY_BAD_STATE if a pointer is NULL.
 */
int mbedtls_chachapoly_auth_decrypt(struct mbedtls_chachapoly_context *ctx,
                                    size_t length,
                                    const unsigned char *nonce,
                                    const unsigned char *aad,
                                    size_t aad_len,
                                    const unsigned char *tag,
                                    const unsigned char *input,
                                    unsigned char *output);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_chachapoly_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CHACHAPOLY_H */
