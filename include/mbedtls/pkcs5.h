/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PKCS5_H
#define MBEDTLS_PKCS5_H

/** \file pkcs5.h
 * Keys from passwords, and encryption with them (RFC 8018).
 */
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/cipher.h"
#include "mbedtls/asn1.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(MBEDTLS_X509_USE_C)
/** An argument is invalid. */
#define MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA -0x2F80

/** The parameters are malformed. */
#define MBEDTLS_ERR_PKCS5_INVALID_FORMAT -0x2F00

/** An algorithm is not available. */
#define MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE -0x2E80

/** The password does not open the data. */
#define MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH -0x2E00

/** Mode: decrypt. */
#define MBEDTLS_PKCS5_DECRYPT 0

/** Mode: encrypt. */
#define MBEDTLS_PKCS5_ENCRYPT 1

/**
 * PBES2 (RFC 8018 section 6.2), with room enough.
 *
 * \param pbe_params  PBES2-params, out of the algorithm identifier.
 * \param mode  MBEDTLS_PKCS5_DECRYPT or MBEDTLS_PKCS5_ENCRYPT.
 * \param pwd,pwdlen  The password.
 * \param data,datalen  What to decrypt or encrypt.
 * \param output  Where the result goes; may be `data`. There must be room for `datalen` bytes, and when encrypting for a
 * block more.
 *
 * \return  As mbedtls_pkcs5_pbes2_ext(), which this function should give way to.
 */
int mbedtls_pkcs5_pbes2(const mbedtls_asn1_buf *pbe_params,
                        int mode,
                        const unsigned char *pwd,
                        size_t pwdlen,
                        const unsigned char *data,
                        size_t datalen,
                        unsigned char *output);

/**
 * PBES2 (RFC 8018 section 6.2) with PBKDF2, and DES, 3DES or AES in CBC mode.
 *
 * DEVIATION: more than ten million iterations are refused, with MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE.
 *
 * \param pbe_params  PBES2-params, out of the algorithm identifier.
 * \param mode  MBEDTLS_PKCS5_DECRYPT or MBEDTLS_PKCS5_ENCRYPT.
 * \param pwd,pwdlen  The password.
 * \param data,datalen  What to decrypt or encrypt.
 * \param output,output_size  Where the result goes, which may be `data`; for decrypting at least `datalen` bytes, for
 * encrypting as many as fill the next block.
 * \param output_len  Set to the length of the result.
 *
 * \return  0, MBEDTLS_ERR_PKCS5_INVALID_FORMAT with an MBEDTLS_ERR_ASN1_* code added,
 * MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE, MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH, or
 * MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_pkcs5_pbes2_ext(const mbedtls_asn1_buf *pbe_params,
                            int mode,
                            const unsigned char *pwd,
                            size_t pwdlen,
                            const unsigned char *data,
                            size_t datalen,
                            unsigned char *output,
                            size_t output_size,
                            size_t *output_len);

/**
 * PBKDF2 with the hash function of a context (RFC 8018 section 5.2).
 *
 * \param ctx  A context set up for HMAC. Afterwards an HMAC with the password as key has been started with it.
 * \param password,plen  The password.
 * \param salt,slen  The salt.
 * \param iteration_count  How many iterations; as many are made, unlike where a file says it.
 * \param key_length  How many bytes to make.
 * \param output  Where they go.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the context is not set up for HMAC.
 */
int mbedtls_pkcs5_pbkdf2_hmac(mbedtls_md_context_t *ctx,
                              const unsigned char *password,
                              size_t plen,
                              const unsigned char *salt,
                              size_t slen,
                              unsigned int iteration_count,
                              uint32_t key_length,
                              unsigned char *output);

/**
 * PBKDF2 with HMAC (RFC 8018 section 5.2).
 *
 * \param md_type  The hash function.
 * \param password,plen  The password.
 * \param salt,slen  The salt.
 * \param iteration_count  How many iterations; as many are made, unlike where a file says it.
 * \param key_length  How many bytes to make.
 * \param output  Where they go.
 *
 * \return  0, MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE if there is no such hash function, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a
 * pointer is NULL.
 */
int mbedtls_pkcs5_pbkdf2_hmac_ext(mbedtls_md_type_t md_type,
                                  const unsigned char *password,
                                  size_t plen,
                                  const unsigned char *salt,
                                  size_t slen,
                                  unsigned int iteration_count,
                                  uint32_t key_length,
                                  unsigned char *output);

/**
 * Checks PBKDF2 against known answers.
 *
 * \param verbose  Not 0 to print how it goes.
 *
 * \return  0, or 1 if an answer is wrong.
 */
int mbedtls_pkcs5_self_test(int verbose);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PKCS5_H */
