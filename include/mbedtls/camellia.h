/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CAMELLIA_H
#define MBEDTLS_CAMELLIA_H

/** \file camellia.h
 * Camellia.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Decrypt. */
#define MBEDTLS_CAMELLIA_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_CAMELLIA_ENCRYPT 1

/** An argument is invalid. */
#define MBEDTLS_ERR_CAMELLIA_BAD_INPUT_DATA -0x0024

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_CAMELLIA_INVALID_INPUT_LENGTH -0x0026

/** A Camellia key, made ready for encryption or decryption. */
typedef struct mbedtls_camellia_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[69];
} mbedtls_camellia_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CAMELLIA_H */
