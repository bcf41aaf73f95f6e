/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_AES_H
#define MBEDTLS_AES_H

/** \file aes.h
 * AES.
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
#define MBEDTLS_AES_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_AES_ENCRYPT 1

/** The key must have 128, 192 or 256 bits. */
#define MBEDTLS_ERR_AES_INVALID_KEY_LENGTH -0x0020

/** An argument is invalid. */
#define MBEDTLS_ERR_AES_BAD_INPUT_DATA -0x0021

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH -0x0022

/** An AES key, made ready for encryption or decryption. */
typedef struct mbedtls_aes_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[36];
} mbedtls_aes_context;

/** The two AES keys of XTS. */
typedef struct mbedtls_aes_xts_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[72];
} mbedtls_aes_xts_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_aes_init(struct mbedtls_aes_context *ctx);

/**
 * Wipes a context, and what the calling thread keeps of its key.
 *
 * Each thread keeps the keys that it used last, up to 32, ready for use beside the contexts. Another thread that used
 * this key keeps it until it ends or has used enough other keys; so does this thread with the keys of contexts that it
 * does not free, and with the key that a context had before it was given another one.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_aes_free(struct mbedtls_aes_context *ctx);

/**
 * Sets the key for encryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx  The context.
 * \param key  The key.
 * \param keybits  Its length: 128, 192 or 256.
 *
 * \return  0, or MBEDTLS_ERR_AES_INVALID_KEY_LENGTH for another length, or
 * MBEDTLS_ERR_AES_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_aes_setkey_enc(struct mbedtls_aes_context *ctx,
                           const unsigned char *key,
                           unsigned int keybits);

/**
 * Sets the key for decryption. The context holds it by value: it may be copied as bytes.
 *
 * \param ctx,key,keybits  As for mbedtls_aes_setkey_enc().
 *
 * \return  As mbedtls_aes_setkey_enc().
 */
int mbedtls_aes_setkey_dec(struct mbedtls_aes_context *ctx,
                           const unsigned char *key,
                           unsigned int keybits);

/**
 * Encrypts or decrypts one block of 16 bytes.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param input,output  The block; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
 */
int mbedtls_aes_crypt_ecb(struct mbedtls_aes_context *ctx,
                          int mode,
                          const unsigned char *input,
                          unsigned char *output);

/**
 * Encrypts or decrypts whole blocks by CBC.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  Bytes, a multiple of 16.
 * \param iv  Initialization vector of 16 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH if `length` is not whole blocks, or
 * MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
 */
int mbedtls_aes_crypt_cbc(struct mbedtls_aes_context *ctx,
                          int mode,
                          size_t length,
                          unsigned char *iv,
                          const unsigned char *input,
                          unsigned char *output);

/**
 * Encrypts or decrypts by CFB with segments of a block. The key must be set by mbedtls_aes_setkey_enc() for both.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  Bytes.
 * \param iv_off  How many bytes of the block are used, 0 at first; holds that of the next call then.
 * \param iv  Initialization vector of 16 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, `iv_off` is above 15, there is no key,
 * or a pointer is NULL.
 */
int mbedtls_aes_crypt_cfb128(struct mbedtls_aes_context *ctx,
                             int mode,
                             size_t length,
                             size_t *iv_off,
                             unsigned char *iv,
                             const unsigned char *input,
                             unsigned char *output);

/**
 * Encrypts or decrypts, which is the same, by CTR. The key must be set by mbedtls_aes_setkey_enc().
 *
 * \param ctx  The context.
 * \param length  Bytes.
 * \param nc_off  How many bytes of `stream_block` are used, 0 at first; holds that of the next call then.
 * \param nonce_counter  The counter, 16 bytes, the lowest last; holds that of the next block then.
 * \param stream_block  The current block of the key stream, 16 bytes, for the next call.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `nc_off` is above 15, there is no key, or a pointer is NULL.
 */
int mbedtls_aes_crypt_ctr(struct mbedtls_aes_context *ctx,
                          size_t length,
                          size_t *nc_off,
                          unsigned char *nonce_counter,
                          unsigned char *stream_block,
                          const unsigned char *input,
                          unsigned char *output);

/**
 * Encrypts or decrypts by CFB with segments of a byte. The key must be set by mbedtls_aes_setkey_enc() for both.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  Bytes.
 * \param iv  Initialization vector of 16 bytes; holds that of the next call then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is another, there is no key, or a pointer is NULL.
 */
int mbedtls_aes_crypt_cfb8(struct mbedtls_aes_context *ctx,
                           int mode,
                           size_t length,
                           unsigned char *iv,
                           const unsigned char *input,
                           unsigned char *output);

/**
 * Encrypts or decrypts, which is the same, by OFB. The key must be set by mbedtls_aes_setkey_enc().
 *
 * \param ctx  The context.
 * \param length  Bytes.
 * \param iv_off  How many bytes of the block are used, 0 at first; holds that of the next call then.
 * \param iv  Initialization vector of 16 bytes; holds the current block of the key stream then.
 * \param input,output  The data; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `iv_off` is above 15, there is no key, or a pointer is NULL.
 */
int mbedtls_aes_crypt_ofb(struct mbedtls_aes_context *ctx,
                          size_t length,
                          size_t *iv_off,
                          unsigned char *iv,
                          const unsigned char *input,
                          unsigned char *output);

/**
 * Encrypts one block of 16 bytes.
 *
 * \param ctx  The context.
 * \param input,output  The block; they may be the same.
 *
 * \return  0, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if there is no key or a pointer is NULL.
 */
int mbedtls_internal_aes_encrypt(struct mbedtls_aes_context *ctx,
                                 const unsigned char *input,
                                 unsigned char *output);

/**
 * Decrypts one block of 16 bytes.
 *
 * \param ctx,input,output  As for mbedtls_internal_aes_encrypt().
 *
 * \return  As mbedtls_internal_aes_encrypt().
 */
int mbedtls_internal_aes_decrypt(struct mbedtls_aes_context *ctx,
                                 const unsigned char *input,
                                 unsigned char *output);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_aes_self_test(int verbose);

/**
 * Makes a context ready for its keys.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_aes_xts_init(struct mbedtls_aes_xts_context *ctx);

/**
 * Wipes a context, and what the calling thread keeps of its keys. For other threads see mbedtls_aes_free().
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_aes_xts_free(struct mbedtls_aes_xts_context *ctx);

/**
 * Sets the keys for encryption.
 *
 * \param ctx  The context.
 * \param key  The data key, then the tweak key.
 * \param keybits  Length of both together: 256 or 512.
 *
 * \return  0, MBEDTLS_ERR_AES_INVALID_KEY_LENGTH for another length, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if a pointer
 * is NULL.
 */
int mbedtls_aes_xts_setkey_enc(struct mbedtls_aes_xts_context *ctx,
                               const unsigned char *key,
                               unsigned int keybits);

/**
 * Sets the keys for decryption.
 *
 * \param ctx,key,keybits  As for mbedtls_aes_xts_setkey_enc().
 *
 * \return  As mbedtls_aes_xts_setkey_enc().
 */
int mbedtls_aes_xts_setkey_dec(struct mbedtls_aes_xts_context *ctx,
                               const unsigned char *key,
                               unsigned int keybits);

/**
 * Encrypts or decrypts a data unit.
 *
 * \param ctx  The context.
 * \param mode  MBEDTLS_AES_ENCRYPT or MBEDTLS_AES_DECRYPT.
 * \param length  Bytes of the unit: 16 to 2^24.
 * \param data_unit  Number of the unit, 16 bytes, the lowest first.
 * \param input,output  The unit; they may be the same.
 *
 * \return  0, MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH for another length, or MBEDTLS_ERR_AES_BAD_INPUT_DATA if `mode` is
 * another, there is no key, or a pointer is NULL.
 */
int mbedtls_aes_crypt_xts(struct mbedtls_aes_xts_context *ctx,
                          int mode,
                          size_t length,
                          const unsigned char *data_unit,
                          const unsigned char *input,
                          unsigned char *output);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_AES_H */
