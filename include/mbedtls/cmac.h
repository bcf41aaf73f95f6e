/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CMAC_H
#define MBEDTLS_CMAC_H

/** \file cmac.h
 * CMAC.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/cipher.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Size of an AES block, in bytes. */
#define MBEDTLS_AES_BLOCK_SIZE 16

/** Largest block of a cipher that CMAC uses, in bytes. */
#define MBEDTLS_CIPHER_BLKSIZE_MAX 16

/** Largest block of a cipher that CMAC uses, in bytes. */
#define MBEDTLS_CMAC_MAX_BLOCK_SIZE 16

/** Size of a 3DES block, in bytes. */
#define MBEDTLS_DES3_BLOCK_SIZE 8

/** A CMAC operation. */
typedef struct mbedtls_cmac_context_t {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[5];
} mbedtls_cmac_context_t;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CMAC_H */
