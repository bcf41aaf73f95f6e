/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_GCM_H
#define MBEDTLS_GCM_H

/** \file gcm.h
 * GCM.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Decrypt. */
#define MBEDTLS_GCM_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_GCM_ENCRYPT 1

/** Entries of the table of multiples (without effect). */
#define MBEDTLS_GCM_HTABLE_SIZE 16

/** The authentication tag does not match. */
#define MBEDTLS_ERR_GCM_AUTH_FAILED -0x0012

/** An argument is invalid. */
#define MBEDTLS_ERR_GCM_BAD_INPUT -0x0014

/** The output buffer is too small. */
#define MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL -0x0016

/** A GCM operation. */
typedef struct mbedtls_gcm_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[53];
} mbedtls_gcm_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_gcm_init(struct mbedtls_gcm_context *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_gcm_free(struct mbedtls_gcm_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context.
 * \param cipher  A cipher with blocks of 16 bytes: AES, Camellia or ARIA.
 * \param key  The key.
 * \param keybits  Its length: 128, 192 or 256.
 *
 * \return  0, or MBEDTLS_ERR_GCM_BAD_INPUT for another cipher or length, or if a pointer is NULL.
 */
int mbedtls_gcm_setkey(struct mbedtls_gcm_context *ctx,
                       mbedtls_cipher_id_t cipher,
                       const unsigned char *key,
                       unsigned int keybits);

/**
 * Encrypts or decrypts a message at once, and computes its tag. To check a tag, use mbedtls_gcm_auth_decrypt().
 *
 * \param ctx  The context, with its key.
 * \param mode  MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
 * \param length  Bytes of the message.
 * \param iv,iv_len  The nonce, at least one byte. 12 bytes are the fast way.
 * \param add,add_len  Associated data.
 * \param input,output  The message; they may be the same.
 * \param tag_len  Length of the tag, 4 to 16.
 * \param tag  The tag.
 *
 * \return  0, MBEDTLS_ERR_GCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_gcm_crypt_and_tag(struct mbedtls_gcm_context *ctx,
                              int mode,
                              size_t length,
                              const unsigned char *iv,
                              size_t iv_len,
                              const unsigned char *add,
                              size_t add_len,
                              const unsigned char *input,
                              unsigned char *output,
                              size_t tag_len,
                              unsigned char *tag);

/**
 * Decrypts a message at once, if its tag is right.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param iv,iv_len  The nonce, at least one byte. 12 bytes are the fast way.
 * \param add,add_len  Associated data.
 * \param tag,tag_len  The tag, 4 to 16 bytes.
 * \param input,output  The message; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_GCM_AUTH_FAILED if the tag is wrong (the output is wiped then), MBEDTLS_ERR_GCM_BAD_INPUT for
 * other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_gcm_auth_decrypt(struct mbedtls_gcm_context *ctx,
                             size_t length,
                             const unsigned char *iv,
                             size_t iv_len,
                             const unsigned char *add,
                             size_t add_len,
                             const unsigned char *tag,
                             size_t tag_len,
                             const unsigned char *input,
                             unsigned char *output);

/**
 * Starts a message that comes in parts.
 *
 * \param ctx  The context, with its key.
 * \param mode  MBEDTLS_GCM_ENCRYPT or MBEDTLS_GCM_DECRYPT.
 * \param iv,iv_len  The nonce, at least one byte.
 *
 * \return  0, MBEDTLS_ERR_GCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_gcm_starts(struct mbedtls_gcm_context *ctx,
                       int mode,
                       const unsigned char *iv,
                       size_t iv_len);

/**
 * Takes more associated data.
 *
 * \param ctx  The context, with a message started and no data of it yet.
 * \param add,add_len  Associated data.
 *
 * \return  0, or MBEDTLS_ERR_GCM_BAD_INPUT if it does not belong here or a pointer is NULL.
 */
int mbedtls_gcm_update_ad(struct mbedtls_gcm_context *ctx,
                          const unsigned char *add,
                          size_t add_len);

/**
 * Encrypts or decrypts more of a message.
 *
 * \param ctx  The context, with a message started.
 * \param input,input_length  More of the message.
 * \param output,output_size  Where the output goes, and the room there. It may be the same as the input.
 * \param output_length  Bytes put out: `input_length`.
 *
 * \return  0, MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL if there is no room, or MBEDTLS_ERR_GCM_BAD_INPUT if the message gets too
 * long, none was started, or a pointer is NULL.
 */
int mbedtls_gcm_update(struct mbedtls_gcm_context *ctx,
                       const unsigned char *input,
                       size_t input_length,
                       unsigned char *output,
                       size_t output_size,
                       size_t *output_length);

/**
 * Ends a message.
 *
 * \param ctx  The context, with a message started.
 * \param output,output_size  Not used: all data was put out already.
 * \param output_length  0.
 * \param tag,tag_len  The tag, 4 to 16 bytes.
 *
 * \return  0, or MBEDTLS_ERR_GCM_BAD_INPUT for other lengths, if no message was started, or `tag` is NULL.
 */
int mbedtls_gcm_finish(struct mbedtls_gcm_context *ctx,
                       unsigned char *output,
                       size_t output_size,
                       size_t *output_length,
                       unsigned char *tag,
                       size_t tag_len);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_gcm_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_GCM_H */
