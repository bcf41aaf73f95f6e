/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PKCS12_H
#define MBEDTLS_PKCS12_H

/** \file pkcs12.h
 * Keys from passwords and encryption with them, in the way of PKCS#12 (RFC 7292).
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
#define MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA -0x1F80

/** An algorithm is not available. */
#define MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE -0x1F00

/** The parameters are malformed. */
#define MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT -0x1E80

/** The password does not open the data. */
#define MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH -0x1E00

/** What to derive: a key. */
#define MBEDTLS_PKCS12_DERIVE_KEY 1

/** What to derive: an initialization vector. */
#define MBEDTLS_PKCS12_DERIVE_IV 2

/** What to derive: a key for a MAC. */
#define MBEDTLS_PKCS12_DERIVE_MAC_KEY 3

/** Mode: decrypt. */
#define MBEDTLS_PKCS12_PBE_DECRYPT 0

/** Mode: encrypt. */
#define MBEDTLS_PKCS12_PBE_ENCRYPT 1

/**
 * The PBE of PKCS#12, with room enough.
 *
 * \param pbe_params  pkcs-12PbeParams, out of the algorithm identifier; its pointer is moved behind them.
 * \param mode  MBEDTLS_PKCS12_PBE_DECRYPT or MBEDTLS_PKCS12_PBE_ENCRYPT.
 * \param cipher_type  The cipher, in CBC mode.
 * \param md_type  The hash function.
 * \param pwd,pwdlen  The password.
 * \param data,len  What to decrypt or encrypt.
 * \param output  Where the result goes; may be `data`. There must be room for `len` bytes, and when encrypting for a block
 * more.
 *
 * \return  As mbedtls_pkcs12_pbe_ext(), which this function should give way to.
 */
int mbedtls_pkcs12_pbe(mbedtls_asn1_buf *pbe_params,
                       int mode,
                       mbedtls_cipher_type_t cipher_type,
                       mbedtls_md_type_t md_type,
                       const unsigned char *pwd,
                       size_t pwdlen,
                       const unsigned char *data,
                       size_t len,
                       unsigned char *output);

/**
 * The PBE of PKCS#12.
 *
 * DEVIATION: more than ten million iterations are refused, with MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE, and so are ciphers in
 * another mode than CBC, for which 3.6.6 has another code.
 *
 * \param pbe_params  pkcs-12PbeParams, out of the algorithm identifier; its pointer is moved behind them.
 * \param mode  MBEDTLS_PKCS12_PBE_DECRYPT or MBEDTLS_PKCS12_PBE_ENCRYPT.
 * \param cipher_type  The cipher, in CBC mode.
 * \param md_type  The hash function.
 * \param pwd,pwdlen  The password, of at most 31 bytes.
 * \param data,len  What to decrypt or encrypt.
 * \param output,output_size  Where the result goes, which may be `data`; for decrypting at least `len` bytes, for encrypting
 * as many as fill the next block.
 * \param output_len  The length of the result is added to it.
 *
 * \return  0, MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA, MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE,
 * MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT with an MBEDTLS_ERR_ASN1_* code added, MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
 * MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for
 * another mode, and if `output` is `data`, which does not end with a whole block.
 */
int mbedtls_pkcs12_pbe_ext(mbedtls_asn1_buf *pbe_params,
                           int mode,
                           mbedtls_cipher_type_t cipher_type,
                           mbedtls_md_type_t md_type,
                           const unsigned char *pwd,
                           size_t pwdlen,
                           const unsigned char *data,
                           size_t len,
                           unsigned char *output,
                           size_t output_size,
                           size_t *output_len);

/**
 * The derivation of PKCS#12 (RFC 7292 appendix B.2).
 *
 * \param data,datalen  Where the derived bytes go, and how many: at most 128.
 * \param pwd,pwdlen  The password, in UTF-16 with a zero behind it: at most 64 bytes.
 * \param salt,saltlen  The salt: at most 64 bytes.
 * \param mbedtls_md  The hash function.
 * \param id  What they are for: MBEDTLS_PKCS12_DERIVE_KEY, MBEDTLS_PKCS12_DERIVE_IV or MBEDTLS_PKCS12_DERIVE_MAC_KEY.
 * \param iterations  How many iterations.
 *
 * \return  0, MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA if a length cannot be, a pointer is NULL or the iterations are less than
 * none, or MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED if there is no such hash function.
 */
int mbedtls_pkcs12_derivation(unsigned char *data,
                              size_t datalen,
                              const unsigned char *pwd,
                              size_t pwdlen,
                              const unsigned char *salt,
                              size_t saltlen,
                              mbedtls_md_type_t mbedtls_md,
                              int id,
                              int iterations);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PKCS12_H */
