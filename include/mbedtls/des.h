/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_DES_H
#define MBEDTLS_DES_H

/** \file des.h
 * DES and 3DES.
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
#define MBEDTLS_DES_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_DES_ENCRYPT 1

/** Length of a DES key, in bytes. */
#define MBEDTLS_DES_KEY_SIZE 8

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH -0x0032

/** A DES key, made ready for encryption or decryption. */
typedef struct mbedtls_des_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[32];
} mbedtls_des_context;

/** A 3DES key, made ready for encryption or decryption. */
typedef struct mbedtls_des3_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[96];
} mbedtls_des3_context;

/**
 * Gives each byte of a key odd parity.
 *
 * \param key  The key, 8 bytes; NULL is allowed and does nothing.
 */
void mbedtls_des_key_set_parity(unsigned char *key);

/**
 * Whether each byte of a key has odd parity.
 *
 * \param key  The key, 8 bytes.
 *
 * \return  0 if so, 1 if not or `key` is NULL.
 */
int mbedtls_des_key_check_key_parity(const unsigned char *key);

/**
 * Whether a key is one of the weak or semi-weak ones.
 *
 * \param key  The key, 8 bytes, with odd parity.
 *
 * \return  1 if so or `key` is NULL, 0 if not.
 */
int mbedtls_des_key_check_weak(const unsigned char *key);

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_des_init(struct mbedtls_des_context *ctx);

/**
 * Wipes a context, and what the calling thread keeps of its key, as mbedtls_aes_free() does.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_des_free(struct mbedtls_des_context *ctx);

/**
 * Sets a DES key for encryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key, 8 bytes, whose parity bits do not matter.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
 */
int mbedtls_des_setkey_enc(struct mbedtls_des_context *ctx, const unsigned char *key);

/**
 * Sets a DES key for decryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key, 8 bytes, whose parity bits do not matter.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
 */
int mbedtls_des_setkey_dec(struct mbedtls_des_context *ctx, const unsigned char *key);

/**
 * Encrypts or decrypts one block of 8 bytes, as the key was set for.
 *
 * \param ctx  The context.
 * \param input,output  The block; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
 */
int mbedtls_des_crypt_ecb(struct mbedtls_des_context *ctx,
                          const unsigned char *input,
                          unsigned char *output);

/**
 * Encrypts or decrypts whole blocks by CBC.
 *
 * \param ctx  The context, with its key set for the same.
 * \param mode  MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT.
 * \param length  Bytes, a multiple of 8.
 * \param iv  Initialization vector of 8 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
 * MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
 */
int mbedtls_des_crypt_cbc(struct mbedtls_des_context *ctx,
                          int mode,
                          size_t length,
                          unsigned char *iv,
                          const unsigned char *input,
                          unsigned char *output);

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_des3_init(struct mbedtls_des3_context *ctx);

/**
 * Wipes a context, and what the calling thread keeps of its key, as mbedtls_aes_free() does.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_des3_free(struct mbedtls_des3_context *ctx);

/**
 * Sets a 3DES key of two parts for encryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key, 16 bytes, whose parity bits do not matter.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
 */
int mbedtls_des3_set2key_enc(struct mbedtls_des3_context *ctx,
                             const unsigned char *key);

/**
 * Sets a 3DES key of two parts for decryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key, 16 bytes, whose parity bits do not matter.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
 */
int mbedtls_des3_set2key_dec(struct mbedtls_des3_context *ctx,
                             const unsigned char *key);

/**
 * Sets a 3DES key of three parts for encryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key, 24 bytes, whose parity bits do not matter.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
 */
int mbedtls_des3_set3key_enc(struct mbedtls_des3_context *ctx,
                             const unsigned char *key);

/**
 * Sets a 3DES key of three parts for decryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key, 24 bytes, whose parity bits do not matter.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if a pointer is NULL.
 */
int mbedtls_des3_set3key_dec(struct mbedtls_des3_context *ctx,
                             const unsigned char *key);

/**
 * Encrypts or decrypts one block of 8 bytes, as the key was set for.
 *
 * \param ctx  The context.
 * \param input,output  The block; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
 */
int mbedtls_des3_crypt_ecb(struct mbedtls_des3_context *ctx,
                           const unsigned char *input,
                           unsigned char *output);

/**
 * Encrypts or decrypts whole blocks by CBC.
 *
 * \param ctx  The context, with its key set for the same.
 * \param mode  MBEDTLS_DES_ENCRYPT or MBEDTLS_DES_DECRYPT.
 * \param length  Bytes, a multiple of 8.
 * \param iv  Initialization vector of 8 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
 * MBEDTLS_ERR_ERROR_GENERIC_ERROR if there is no key or a pointer is NULL.
 */
int mbedtls_des3_crypt_cbc(struct mbedtls_des3_context *ctx,
                           int mode,
                           size_t length,
                           unsigned char *iv,
                           const unsigned char *input,
                           unsigned char *output);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_des_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_DES_H */
