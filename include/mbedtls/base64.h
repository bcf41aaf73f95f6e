/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_BASE64_H
#define MBEDTLS_BASE64_H

/** \file base64.h
 * Base64.
 */
#include "mbedtls/build_info.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The output buffer is too small. */
#define MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL -0x002A

/** The text is not base64. */
#define MBEDTLS_ERR_BASE64_INVALID_CHARACTER -0x002C

/**
 * Encodes bytes, in one line.
 *
 * \param dst   Where to put the text and its closing zero. NULL to learn the size.
 * \param dlen  The size of that in bytes.
 * \param olen  Set to the length of the text without its zero; if there is no room, to the size needed with it.
 * \param src   The bytes.
 * \param slen  How many. If 0, nothing is written, not even the zero.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_BASE64_INVALID_CHARACTER` if `src` is NULL.
 */
int mbedtls_base64_encode(unsigned char *dst,
                          size_t dlen,
                          size_t *olen,
                          const unsigned char *src,
                          size_t slen);

/**
 * Decodes base64. Lines may end with `\n` or `\r\n`, and have spaces before that.
 *
 * \param dst   Where to put the bytes; may be `src`. NULL to learn the size.
 * \param dlen  The size of that in bytes.
 * \param olen  Set to the number of bytes, also if there is no room; left alone if the text is not base64.
 * \param src   The text, which need not end with a zero.
 * \param slen  Its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_BASE64_INVALID_CHARACTER` if the text is not base64, and
 *          if `src` is NULL.
 */
int mbedtls_base64_decode(unsigned char *dst,
                          size_t dlen,
                          size_t *olen,
                          const unsigned char *src,
                          size_t slen);

/**
 * Encodes and decodes known bytes.
 *
 * \param verbose  Not 0 to print what is done.
 *
 * \return  0; 1 if something comes out wrong.
 */
int mbedtls_base64_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_BASE64_H */
