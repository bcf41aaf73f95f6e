/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CHACHAPOLY_H
#define MBEDTLS_CHACHAPOLY_H

/** \file chachapoly.h
 * ChaCha20-Poly1305.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/poly1305.h"
#include "mbedtls/chacha20.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The call does not fit the state of the operation. */
#define MBEDTLS_ERR_CHACHAPOLY_BAD_STATE -0x0054

/** The authentication tag does not match. */
#define MBEDTLS_ERR_CHACHAPOLY_AUTH_FAILED -0x0056

/** What an operation does. */
typedef enum mbedtls_chachapoly_mode_t {
    /** Encrypt. */
    MBEDTLS_CHACHAPOLY_ENCRYPT = 0,
    /** Decrypt. */
    MBEDTLS_CHACHAPOLY_DECRYPT = 1
} mbedtls_chachapoly_mode_t;

/** A ChaCha20-Poly1305 operation. */
typedef struct mbedtls_chachapoly_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[30];
} mbedtls_chachapoly_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CHACHAPOLY_H */
