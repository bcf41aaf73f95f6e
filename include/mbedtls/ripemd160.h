/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_RIPEMD160_H
#define MBEDTLS_RIPEMD160_H

/** \file ripemd160.h
 * RIPEMD-160.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A RIPEMD-160 operation. */
typedef struct mbedtls_ripemd160_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[23];
} mbedtls_ripemd160_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_RIPEMD160_H */
