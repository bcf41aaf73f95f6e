/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SHA256_H
#define MBEDTLS_SHA256_H

/** \file sha256.h
 * SHA-224 and SHA-256.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_SHA256_BAD_INPUT_DATA -0x0074

/** A SHA-224 or SHA-256 operation. */
typedef struct mbedtls_sha256_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[27];
} mbedtls_sha256_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SHA256_H */
