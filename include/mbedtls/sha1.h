/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SHA1_H
#define MBEDTLS_SHA1_H

/** \file sha1.h
 * SHA-1.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_SHA1_BAD_INPUT_DATA -0x0073

/** A SHA-1 operation. */
typedef struct mbedtls_sha1_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[23];
} mbedtls_sha1_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SHA1_H */
