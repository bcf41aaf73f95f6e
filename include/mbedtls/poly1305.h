/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_POLY1305_H
#define MBEDTLS_POLY1305_H

/** \file poly1305.h
 * Poly1305.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_POLY1305_BAD_INPUT_DATA -0x0057

/** A Poly1305 operation. */
typedef struct mbedtls_poly1305_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[10];
} mbedtls_poly1305_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_POLY1305_H */
