/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ARIA_H
#define MBEDTLS_ARIA_H

/** \file aria.h
 * ARIA.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Size of a block, in bytes. */
#define MBEDTLS_ARIA_BLOCKSIZE 16

/** Decrypt. */
#define MBEDTLS_ARIA_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_ARIA_ENCRYPT 1

/** Longest key, in bytes. */
#define MBEDTLS_ARIA_MAX_KEYSIZE 32

/** Most rounds. */
#define MBEDTLS_ARIA_MAX_ROUNDS 16

/** An argument is invalid. */
#define MBEDTLS_ERR_ARIA_BAD_INPUT_DATA -0x005C

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_ARIA_INVALID_INPUT_LENGTH -0x005E

/** An ARIA key, made ready for encryption or decryption. */
typedef struct mbedtls_aria_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[69];
} mbedtls_aria_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ARIA_H */
