/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_NIST_KW_H
#define MBEDTLS_NIST_KW_H

/** \file nist_kw.h
 * AES key wrap.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Modes of NIST SP 800-38F. */
typedef enum mbedtls_nist_kw_mode_t {
    /** Key wrap: for keys of a multiple of 8 bytes (RFC 3394). */
    MBEDTLS_KW_MODE_KW = 0,
    /** Key wrap with padding: for keys of any length (RFC 5649). */
    MBEDTLS_KW_MODE_KWP = 1
} mbedtls_nist_kw_mode_t;

/** A key that wraps keys. */
typedef struct mbedtls_nist_kw_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[12];
} mbedtls_nist_kw_context;

/**
 * Makes a context ready for a key.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_nist_kw_init(struct mbedtls_nist_kw_context *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_nist_kw_free(struct mbedtls_nist_kw_context *ctx);

/**
 * Sets the key.
 *
 * \param ctx  The context.
 * \param cipher  MBEDTLS_CIPHER_ID_AES.
 * \param key  The key.
 * \param keybits  Its length: 128, 192 or 256.
 * \param is_wrap  Not used: the context serves for both.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for another cipher with blocks of 16 bytes, or
 * MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other arguments.
 */
int mbedtls_nist_kw_setkey(struct mbedtls_nist_kw_context *ctx,
                           mbedtls_cipher_id_t cipher,
                           const unsigned char *key,
                           unsigned int keybits,
                           int is_wrap);

/**
 * Wraps a key.
 *
 * \param ctx  The context, with its key.
 * \param mode  MBEDTLS_KW_MODE_KW or MBEDTLS_KW_MODE_KWP.
 * \param input,in_len  What is wrapped: with KW 16 bytes or more, a multiple of 8; with KWP one byte or more.
 * \param output,out_size  Where the wrapped key goes, and the room there: 8 bytes more, with KWP rounded up to a multiple of
 * 8. It may overlap the input.
 * \param out_len  Bytes put out, or 0.
 *
 * \return  0, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other lengths, if there is no key, or a pointer is NULL.
 */
int mbedtls_nist_kw_wrap(struct mbedtls_nist_kw_context *ctx,
                         enum mbedtls_nist_kw_mode_t mode,
                         const unsigned char *input,
                         size_t in_len,
                         unsigned char *output,
                         size_t *out_len,
                         size_t out_size);

/**
 * Unwraps a key.
 *
 * \param ctx  The context, with its key.
 * \param mode  MBEDTLS_KW_MODE_KW or MBEDTLS_KW_MODE_KWP.
 * \param input,in_len  The wrapped key: with KW 24 bytes or more, with KWP 16 or more, a multiple of 8.
 * \param output,out_size  Where the key goes, and the room there: 8 bytes less. It may overlap the input.
 * \param out_len  Length of the key, or 0.
 *
 * \return  0, MBEDTLS_ERR_CIPHER_AUTH_FAILED if it is not a wrapped key (nothing but zeros is put out then),
 * MBEDTLS_ERR_CIPHER_FEATURE_UNAVAILABLE for another mode, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for other lengths, if there is
 * no key, or a pointer is NULL.
 */
int mbedtls_nist_kw_unwrap(struct mbedtls_nist_kw_context *ctx,
                           enum mbedtls_nist_kw_mode_t mode,
                           const unsigned char *input,
                           size_t in_len,
                           unsigned char *output,
                           size_t *out_len,
                           size_t out_size);

/**
 * Computes known answers, and prints which passed if `verbose` is not 0.
 *
 * \param verbose  Whether to print.
 *
 * \return  0, or not 0 if an answer was wrong.
 */
int mbedtls_nist_kw_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_NIST_KW_H */
