/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SHA512_H
#define MBEDTLS_SHA512_H

/** \file sha512.h
 * SHA-384 and SHA-512.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_SHA512_BAD_INPUT_DATA -0x0075

/** A SHA-384 or SHA-512 operation. */
typedef struct mbedtls_sha512_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[27];
} mbedtls_sha512_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SHA512_H */
