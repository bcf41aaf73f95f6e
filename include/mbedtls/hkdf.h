/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_HKDF_H
#define MBEDTLS_HKDF_H

/** \file hkdf.h
 * Keys from keys (RFC 5869).
 */
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_HKDF_BAD_INPUT_DATA -0x5F80

/**
 * Extracts and expands.
 *
 * \param md  The hash function.
 * \param salt,salt_len  The salt; NULL and 0 for none.
 * \param ikm,ikm_len  The key that is there.
 * \param info,info_len  What the new key is for; NULL for nothing.
 * \param okm,okm_len  Where the new key goes, and how long it is: at most 255 hashes.
 *
 * \return  0, MBEDTLS_ERR_HKDF_BAD_INPUT_DATA or MBEDTLS_ERR_MD_BAD_INPUT_DATA.
 */
int mbedtls_hkdf(const mbedtls_md_info_t *md,
                 const unsigned char *salt,
                 size_t salt_len,
                 const unsigned char *ikm,
                 size_t ikm_len,
                 const unsigned char *info,
                 size_t info_len,
                 unsigned char *okm,
                 size_t okm_len);

/**
 * HKDF-Extract (RFC 5869 section 2.2).
 *
 * \param md  The hash function.
 * \param salt,salt_len  The salt; NULL and 0 for none.
 * \param ikm,ikm_len  The key that is there.
 * \param prk  Where the pseudorandom key goes: a hash.
 *
 * \return  0; MBEDTLS_ERR_HKDF_BAD_INPUT_DATA if a pointer is NULL that must not be; MBEDTLS_ERR_MD_BAD_INPUT_DATA if `md` is
 * NULL while there is a salt.
 */
int mbedtls_hkdf_extract(const mbedtls_md_info_t *md,
                         const unsigned char *salt,
                         size_t salt_len,
                         const unsigned char *ikm,
                         size_t ikm_len,
                         unsigned char *prk);

/**
 * HKDF-Expand (RFC 5869 section 2.3).
 *
 * \param md  The hash function.
 * \param prk,prk_len  The pseudorandom key, at least a hash long.
 * \param info,info_len  What the new key is for; NULL for nothing.
 * \param okm,okm_len  Where the new key goes, and how long it is: at most 255 hashes.
 *
 * \return  0, or MBEDTLS_ERR_HKDF_BAD_INPUT_DATA if a length cannot be or a pointer is NULL that must not be.
 */
int mbedtls_hkdf_expand(const mbedtls_md_info_t *md,
                        const unsigned char *prk,
                        size_t prk_len,
                        const unsigned char *info,
                        size_t info_len,
                        unsigned char *okm,
                        size_t okm_len);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_HKDF_H */
