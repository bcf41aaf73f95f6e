/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PEM_H
#define MBEDTLS_PEM_H

/** \file pem.h
 * PEM.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(MBEDTLS_X509_USE_C)
/** The expected header or footer is missing. */
#define MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT -0x1080

/** The text between header and footer is not base64. */
#define MBEDTLS_ERR_PEM_INVALID_DATA -0x1100

/** Out of memory. */
#define MBEDTLS_ERR_PEM_ALLOC_FAILED -0x1180

/** The initialization vector of the encryption is malformed. */
#define MBEDTLS_ERR_PEM_INVALID_ENC_IV -0x1200

/** The encryption algorithm is not known. */
#define MBEDTLS_ERR_PEM_UNKNOWN_ENC_ALG -0x1280

/** The data is encrypted and no password was given. */
#define MBEDTLS_ERR_PEM_PASSWORD_REQUIRED -0x1300

/** The password does not open the data. */
#define MBEDTLS_ERR_PEM_PASSWORD_MISMATCH -0x1380

/** The encryption used is not available. */
#define MBEDTLS_ERR_PEM_FEATURE_UNAVAILABLE -0x1400

/** An argument is invalid. */
#define MBEDTLS_ERR_PEM_BAD_INPUT_DATA -0x1480

/** What stands between the lines of a PEM text. */
typedef struct mbedtls_pem_context {
    /** The decoded data. */
    unsigned char *MBEDTLS_PRIVATE(buf);
    /** Its length, in bytes. */
    size_t MBEDTLS_PRIVATE(buflen);
    /** Not to be touched. */
    unsigned char *MBEDTLS_PRIVATE(info);
} mbedtls_pem_context;

/**
 * Makes a context ready.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_pem_init(struct mbedtls_pem_context *ctx);

/**
 * Releases a context, wiping what it holds.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_pem_free(struct mbedtls_pem_context *ctx);

/**
 * Decodes, and decrypts if need be, the first block between a header and a footer.
 *
 * Blocks may be encrypted (`Proc-Type: 4,ENCRYPTED`) with DES, 3DES or AES in CBC mode.
 *
 * \param ctx  The context, initialised, that is to hold the data. Something it holds already is not released.
 * \param header,footer  The lines around the block, such as "-----BEGIN X-----" and "-----END X-----".
 * \param data  The text, ended by a zero byte.
 * \param pwd,pwdlen  The password of encrypted blocks; NULL for none.
 * \param use_len  Set to how many bytes of the text were used, the end of the footer's line included, once header and footer
 * are found.
 *
 * \return  0; MBEDTLS_ERR_PEM_NO_HEADER_FOOTER_PRESENT, in which case other headers may be tried; or another
 * MBEDTLS_ERR_PEM_* code, with MBEDTLS_ERR_BASE64_INVALID_CHARACTER added where the text is not base64.
 */
int mbedtls_pem_read_buffer(struct mbedtls_pem_context *ctx,
                            const char *header,
                            const char *footer,
                            const unsigned char *data,
                            const unsigned char *pwd,
                            size_t pwdlen,
                            size_t *use_len);

/**
 * What a context holds.
 *
 * \param ctx  The context.
 * \param buflen  Set to the length in bytes.
 *
 * \return  The data, which lives as long as the context; NULL if there is none.
 */
const unsigned char *mbedtls_pem_get_buffer(struct mbedtls_pem_context *ctx, size_t *buflen);

/**
 * Writes a block: the header, base64 in lines of 64 characters, the footer, a zero byte.
 *
 * \param header,footer  The lines around the block, each with its line end.
 * \param der_data,der_len  The data; it may lie in `buf`.
 * \param buf,buf_len  Where the text goes; what it does not fill is set to zero.
 * \param olen  Set to the length of the text with its zero byte, or to what is needed.
 *
 * \return  0, MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL, or MBEDTLS_ERR_PEM_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_pem_write_buffer(const char *header,
                             const char *footer,
                             const unsigned char *der_data,
                             size_t der_len,
                             unsigned char *buf,
                             size_t buf_len,
                             size_t *olen);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PEM_H */
