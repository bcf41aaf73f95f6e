/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CCM_H
#define MBEDTLS_CCM_H

/** \file ccm.h
 * CCM.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Decrypt. */
#define MBEDTLS_CCM_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_CCM_ENCRYPT 1

/** Decrypt as CCM*. */
#define MBEDTLS_CCM_STAR_DECRYPT 2

/** Encrypt as CCM*. */
#define MBEDTLS_CCM_STAR_ENCRYPT 3

/** An argument is invalid. */
#define MBEDTLS_ERR_CCM_BAD_INPUT -0x000D

/** The authentication tag does not match. */
#define MBEDTLS_ERR_CCM_AUTH_FAILED -0x000F

/** A CCM operation. */
typedef struct mbedtls_ccm_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[22];
} mbedtls_ccm_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CCM_H */
