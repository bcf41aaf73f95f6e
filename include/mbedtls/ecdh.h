/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ECDH_H
#define MBEDTLS_ECDH_H

/** \file ecdh.h
 * Key agreement on elliptic curves.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Whose key is meant. */
typedef enum mbedtls_ecdh_side {
    /** Our own key. */
    MBEDTLS_ECDH_OURS = 0,
    /** The peer's key. */
    MBEDTLS_ECDH_THEIRS = 1
} mbedtls_ecdh_side;

/** What computes. */
typedef enum mbedtls_ecdh_variant {
    /** Not set up. */
    MBEDTLS_ECDH_VARIANT_NONE = 0,
    /** The code of Mbed TLS itself. */
    MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0 = 1
} mbedtls_ecdh_variant;

/** A key agreement, as one computed by Mbed TLS itself is held. */
typedef struct mbedtls_ecdh_context_mbed {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[40];
} mbedtls_ecdh_context_mbed;

/** A key agreement. */
typedef struct mbedtls_ecdh_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[42];
} mbedtls_ecdh_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ECDH_H */
