/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CMAC_H
#define MBEDTLS_CMAC_H

/** \file cmac.h
 * CMAC.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Size of an AES block, in bytes. */
#define MBEDTLS_AES_BLOCK_SIZE 16

/** Largest block of a cipher that CMAC uses, in bytes. */
#define MBEDTLS_CIPHER_BLKSIZE_MAX 16

/** Largest block of a cipher that CMAC uses, in bytes. */
#define MBEDTLS_CMAC_MAX_BLOCK_SIZE 16

/** Size of a 3DES block, in bytes. */
#define MBEDTLS_DES3_BLOCK_SIZE 8

/** A CMAC operation. */
typedef struct mbedtls_cmac_context_t {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[5];
} mbedtls_cmac_context_t;

/**
 * Starts a MAC.
 *
 * \param ctx  The context, set up for AES-ECB or DES-EDE3-ECB. mbedtls_cipher_free() releases the MAC too.
 * \param key  The key.
 * \param keybits  Its length.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for another cipher or length, or if a pointer is NULL.
 */
int mbedtls_cipher_cmac_starts(mbedtls_cipher_context_t *ctx,
                               const unsigned char *key,
                               size_t keybits);

/**
 * Takes more of the message.
 *
 * \param ctx  The context, started.
 * \param input,ilen  More of the message.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
 */
int mbedtls_cipher_cmac_update(mbedtls_cipher_context_t *ctx,
                               const unsigned char *input,
                               size_t ilen);

/**
 * Ends the message; the next one of the same key may follow.
 *
 * \param ctx  The context, started.
 * \param output  The MAC: 16 bytes of AES, 8 of 3DES.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if nothing was started or a pointer is NULL.
 */
int mbedtls_cipher_cmac_finish(mbedtls_cipher_context_t *ctx, unsigned char *output);

/**
 * Forgets the message, for another one of the same key.
 *
 * \param ctx  The context, started.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if nothing was started or `ctx` is NULL.
 */
int mbedtls_cipher_cmac_reset(mbedtls_cipher_context_t *ctx);

/**
 * The MAC of a message at once.
 *
 * \param cipher_info  AES-ECB or DES-EDE3-ECB.
 * \param key,keylen  The key, and its length in bits.
 * \param input,ilen  The message.
 * \param output  The MAC: 16 bytes of AES, 8 of 3DES.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for another cipher or length, or if a pointer is NULL.
 */
int mbedtls_cipher_cmac(const mbedtls_cipher_info_t *cipher_info,
                        const unsigned char *key,
                        size_t keylen,
                        const unsigned char *input,
                        size_t ilen,
                        unsigned char *output);

/**
 * AES-CMAC-PRF-128 (RFC 4615): CMAC with a key of any length.
 *
 * \param key,key_len  The key; one that has not 16 bytes is hashed first.
 * \param input,in_len  The message.
 * \param output  16 bytes.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_aes_cmac_prf_128(const unsigned char *key,
                             size_t key_len,
                             const unsigned char *input,
                             size_t in_len,
                             unsigned char *output);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_cmac_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CMAC_H */
