/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_AES_H
#define MBEDTLS_AES_H

/** \file aes.h
 * AES.
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
#define MBEDTLS_AES_DECRYPT 0

/** Encrypt. */
#define MBEDTLS_AES_ENCRYPT 1

/** The key must have 128, 192 or 256 bits. */
#define MBEDTLS_ERR_AES_INVALID_KEY_LENGTH -0x0020

/** An argument is invalid. */
#define MBEDTLS_ERR_AES_BAD_INPUT_DATA -0x0021

/** The data is not a whole number of blocks. */
#define MBEDTLS_ERR_AES_INVALID_INPUT_LENGTH -0x0022

/** An AES key, made ready for encryption or decryption. */
typedef struct mbedtls_aes_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[36];
} mbedtls_aes_context;

/** The two AES keys of XTS. */
typedef struct mbedtls_aes_xts_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[72];
} mbedtls_aes_xts_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_AES_H */
