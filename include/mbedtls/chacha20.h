/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CHACHA20_H
#define MBEDTLS_CHACHA20_H

/** \file chacha20.h
 * ChaCha20.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_CHACHA20_BAD_INPUT_DATA -0x0051

/** A ChaCha20 key stream. */
typedef struct mbedtls_chacha20_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[17];
} mbedtls_chacha20_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CHACHA20_H */
