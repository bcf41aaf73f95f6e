/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_DES_H
#define MBEDTLS_DES_H

/** \file des.h
 * DES and 3DES.
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
#define MBEDTLS_DES_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_DES_ENCRYPT 1

/** Length of a DES key, in bytes. */
#define MBEDTLS_DES_KEY_SIZE 8

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_DES_INVALID_INPUT_LENGTH -0x0032

/** A DES key, made ready for encryption or decryption. */
typedef struct mbedtls_des_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[32];
} mbedtls_des_context;

/** A 3DES key, made ready for encryption or decryption. */
typedef struct mbedtls_des3_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[96];
} mbedtls_des3_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_DES_H */
