/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_GCM_H
#define MBEDTLS_GCM_H

/** \file gcm.h
 * GCM.
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
#define MBEDTLS_GCM_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_GCM_ENCRYPT 1

/** Entries of the table of multiples (without effect). */
#define MBEDTLS_GCM_HTABLE_SIZE 16

/** The authentication tag does not match. */
#define MBEDTLS_ERR_GCM_AUTH_FAILED -0x0012

/** An argument is invalid. */
#define MBEDTLS_ERR_GCM_BAD_INPUT -0x0014

/** The output buffer is too small. */
#define MBEDTLS_ERR_GCM_BUFFER_TOO_SMALL -0x0016

/** A GCM operation. */
typedef struct mbedtls_gcm_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[53];
} mbedtls_gcm_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_GCM_H */
