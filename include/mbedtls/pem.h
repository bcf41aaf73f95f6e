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

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PEM_H */
