/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CCM_H
#define MBEDTLS_CCM_H

/** \file ccm.h
 * CCM.
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
#define MBEDTLS_CCM_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_CCM_ENCRYPT 1

/** Decrypt as CCM*. */
#define MBEDTLS_CCM_STAR_DECRYPT 2

/** Encrypt as CCM*. */
#define MBEDTLS_CCM_STAR_ENCRYPT 3

/** An argument is invalid. */
#define MBEDTLS_ERR_CCM_BAD_INPUT -0x000D

/** The authentication tag does not match. */
#define MBEDTLS_ERR_CCM_AUTH_FAILED -0x000F

/** A CCM operation. */
typedef struct mbedtls_ccm_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[22];
} mbedtls_ccm_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_ccm_init(struct mbedtls_ccm_context *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_ccm_free(struct mbedtls_ccm_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context.
 * \param cipher  A cipher with blocks of 16 bytes: AES, Camellia or ARIA.
 * \param key  The key.
 * \param keybits  Its length: 128, 192 or 256.
 *
 * \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT for another cipher or length, or if a pointer is NULL.
 */
int mbedtls_ccm_setkey(struct mbedtls_ccm_context *ctx,
                       mbedtls_cipher_id_t cipher,
                       const unsigned char *key,
                       unsigned int keybits);

/**
 * Encrypts a message at once.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
 * \param ad,ad_len  Associated data, less than 65280 bytes.
 * \param input,output  The message; they may be the same.
 * \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes.
 *
 * \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_ccm_encrypt_and_tag(struct mbedtls_ccm_context *ctx,
                                size_t length,
                                const unsigned char *iv,
                                size_t iv_len,
                                const unsigned char *ad,
                                size_t ad_len,
                                const unsigned char *input,
                                unsigned char *output,
                                unsigned char *tag,
                                size_t tag_len);

/**
 * Encrypts a message at once. CCM* may have no tag.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
 * \param ad,ad_len  Associated data, less than 65280 bytes.
 * \param input,output  The message; they may be the same.
 * \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes, or none.
 *
 * \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_ccm_star_encrypt_and_tag(struct mbedtls_ccm_context *ctx,
                                     size_t length,
                                     const unsigned char *iv,
                                     size_t iv_len,
                                     const unsigned char *ad,
                                     size_t ad_len,
                                     const unsigned char *input,
                                     unsigned char *output,
                                     unsigned char *tag,
                                     size_t tag_len);

/**
 * Decrypts a message at once, if its tag is right.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
 * \param ad,ad_len  Associated data, less than 65280 bytes.
 * \param input,output  The message; they may be the same.
 * \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes.
 *
 * \return  0, MBEDTLS_ERR_CCM_AUTH_FAILED if the tag is wrong (the output is wiped then),
 * MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_ccm_auth_decrypt(struct mbedtls_ccm_context *ctx,
                             size_t length,
                             const unsigned char *iv,
                             size_t iv_len,
                             const unsigned char *ad,
                             size_t ad_len,
                             const unsigned char *input,
                             unsigned char *output,
                             const unsigned char *tag,
                             size_t tag_len);

/**
 * Decrypts a message at once, if its tag is right. CCM* may have no tag.
 *
 * \param ctx  The context, with its key.
 * \param length  Bytes of the message.
 * \param iv,iv_len  The nonce, 7 to 13 bytes. The longer it is, the shorter the message must be.
 * \param ad,ad_len  Associated data, less than 65280 bytes.
 * \param input,output  The message; they may be the same.
 * \param tag,tag_len  The tag: 4, 6, 8, 10, 12, 14 or 16 bytes, or none.
 *
 * \return  0, MBEDTLS_ERR_CCM_AUTH_FAILED if the tag is wrong (the output is wiped then),
 * MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_ccm_star_auth_decrypt(struct mbedtls_ccm_context *ctx,
                                  size_t length,
                                  const unsigned char *iv,
                                  size_t iv_len,
                                  const unsigned char *ad,
                                  size_t ad_len,
                                  const unsigned char *input,
                                  unsigned char *output,
                                  const unsigned char *tag,
                                  size_t tag_len);

/**
 * Starts a message that comes in parts. mbedtls_ccm_set_lengths() must be called too, before or after.
 *
 * \param ctx  The context, with its key.
 * \param mode  MBEDTLS_CCM_ENCRYPT, MBEDTLS_CCM_DECRYPT, MBEDTLS_CCM_STAR_ENCRYPT or MBEDTLS_CCM_STAR_DECRYPT.
 * \param iv,iv_len  The nonce, 7 to 13 bytes.
 *
 * \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_ccm_starts(struct mbedtls_ccm_context *ctx,
                       int mode,
                       const unsigned char *iv,
                       size_t iv_len);

/**
 * Announces the lengths of a message that comes in parts.
 *
 * \param ctx  The context, with its key.
 * \param total_ad_len  Bytes of associated data, less than 65280.
 * \param plaintext_len  Bytes of the message.
 * \param tag_len  Bytes of the tag: 4, 6, 8, 10, 12, 14 or 16; for CCM* also 0.
 *
 * \return  0, MBEDTLS_ERR_CCM_BAD_INPUT for other arguments, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if there is no key.
 */
int mbedtls_ccm_set_lengths(struct mbedtls_ccm_context *ctx,
                            size_t total_ad_len,
                            size_t plaintext_len,
                            size_t tag_len);

/**
 * Takes more associated data.
 *
 * \param ctx  The context, with a message started and no data of it yet.
 * \param ad,ad_len  Associated data.
 *
 * \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT if it is more than announced, does not belong here, or a pointer is NULL.
 */
int mbedtls_ccm_update_ad(struct mbedtls_ccm_context *ctx,
                          const unsigned char *ad,
                          size_t ad_len);

/**
 * Encrypts or decrypts more of a message.
 *
 * \param ctx  The context, with a message started and all of its associated data taken.
 * \param input,input_len  More of the message.
 * \param output,output_size  Where the output goes, and the room there. It may be the same as the input.
 * \param output_len  Bytes put out: `input_len`.
 *
 * \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT if it is more than announced, there is no room, no message was started, or a
 * pointer is NULL.
 */
int mbedtls_ccm_update(struct mbedtls_ccm_context *ctx,
                       const unsigned char *input,
                       size_t input_len,
                       unsigned char *output,
                       size_t output_size,
                       size_t *output_len);

/**
 * Ends a message.
 *
 * \param ctx  The context, with a message started and all that was announced taken.
 * \param tag,tag_len  The tag, as long as announced; NULL is allowed.
 *
 * \return  0, or MBEDTLS_ERR_CCM_BAD_INPUT if something is missing, no message was started, or the length is another.
 */
int mbedtls_ccm_finish(struct mbedtls_ccm_context *ctx,
                       unsigned char *tag,
                       size_t tag_len);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_ccm_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CCM_H */
