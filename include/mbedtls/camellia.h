/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CAMELLIA_H
#define MBEDTLS_CAMELLIA_H

/** \file camellia.h
 * Camellia.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Decrypt. */
#define MBEDTLS_CAMELLIA_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_CAMELLIA_ENCRYPT 1

/** An argument is invalid. */
#define MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA -0x0024

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH -0x0026

/** A Camellia key, made ready for encryption or decryption. */
typedef struct mbedtls_camellia_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[69];
} mbedtls_camellia_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_camellia_init(struct mbedtls_camellia_context *ctx);

/**
 * Wipes a context, and what the calling thread keeps of its key, as mbedtls_aes_free() does.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_camellia_free(struct mbedtls_camellia_context *ctx);

/**
 * Sets the key for encryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key.
 * \param keybits  Its length: 128, 192 or 256.
 *
 * \return  0, or MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA for another length, or if
 * a pointer is NULL.
 */
int mbedtls_camellia_setkey_enc(struct mbedtls_camellia_context *ctx,
                                const unsigned char *key,
                                unsigned int keybits);

/**
 * Sets the key for decryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx,key,keybits  As for mbedtls_camellia_setkey_enc().
 *
 * \return  As mbedtls_camellia_setkey_enc().
 */
int mbedtls_camellia_setkey_dec(struct mbedtls_camellia_context *ctx,
                                const unsigned char *key,
                                unsigned int keybits);

/**
 * Encrypts or decrypts one block of 16 bytes.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT.
 * \param input,output  The block; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
 */
int mbedtls_camellia_crypt_ecb(struct mbedtls_camellia_context *ctx,
                               int mode,
                               const unsigned char *input,
                               unsigned char *output);

/**
 * Encrypts or decrypts whole blocks by CBC.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT.
 * \param length  Bytes, a multiple of 16.
 * \param iv  Initialization vector of 16 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
 * MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
 */
int mbedtls_camellia_crypt_cbc(struct mbedtls_camellia_context *ctx,
                               int mode,
                               size_t length,
                               unsigned char *iv,
                               const unsigned char *input,
                               unsigned char *output);

/**
 * Encrypts or decrypts by CFB with segments of a block. The key must be set by mbedtls_camellia_setkey_enc() for both.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_CAMELLIA_ENCRYPT or MBEDTLS_CAMELLIA_DECRYPT.
 * \param length  Bytes.
 * \param iv_off  How many bytes of the block are used, 0 at first; holds that of the next call then.
 * \param iv  Initialization vector of 16 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA if `mode` is another, `iv_off` is above 15, there is no key,
 * or a pointer is NULL.
 */
int mbedtls_camellia_crypt_cfb128(struct mbedtls_camellia_context *ctx,
                                  int mode,
                                  size_t length,
                                  size_t *iv_off,
                                  unsigned char *iv,
                                  const unsigned char *input,
                                  unsigned char *output);

/**
 * Encrypts or decrypts, which is the same, by CTR. The key must be set by mbedtls_camellia_setkey_enc().
 *
 * \param ctx  The context.
 * \param length  Bytes.
 * \param nc_off  How many bytes of `stream_block` are used, 0 at first; holds that of the next call then.
 * \param nonce_counter  The counter, 16 bytes, the lowest last; holds that of the next block then.
 * \param stream_block  The current block of the key stream, 16 bytes, for the next call.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA if `nc_off` is above 15, there is no key, or a pointer is NULL.
 */
int mbedtls_camellia_crypt_ctr(struct mbedtls_camellia_context *ctx,
                               size_t length,
                               size_t *nc_off,
                               unsigned char *nonce_counter,
                               unsigned char *stream_block,
                               const unsigned char *input,
                               unsigned char *output);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_camellia_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CAMELLIA_H */
