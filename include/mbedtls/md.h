/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_MD_H
#define MBEDTLS_MD_H

/** \file md.h
 * Hash functions, by number.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
/** A hash function; its content is private. */
typedef struct mbedtls_md_info_t mbedtls_md_info_t;

/** Largest block of any hash function, in bytes. */
#define MBEDTLS_MD_MAX_BLOCK_SIZE 144

/** Longest hash, in bytes. */
#define MBEDTLS_MD_MAX_SIZE 64

/** The hash function is not available. */
#define MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE -0x5080

/** An argument is invalid. */
#define MBEDTLS_ERR_MD_BAD_INPUT_DATA -0x5100

/** Out of memory. */
#define MBEDTLS_ERR_MD_ALLOC_FAILED -0x5180

/** A file could not be read. */
#define MBEDTLS_ERR_MD_FILE_IO_ERROR -0x5200

/** Hash functions by number. */
typedef enum mbedtls_md_type_t {
    /** No hash function. */
    MBEDTLS_MD_NONE = 0,
    /** MD5. */
    MBEDTLS_MD_MD5 = 3,
    /** RIPEMD-160. */
    MBEDTLS_MD_RIPEMD160 = 4,
    /** SHA-1. */
    MBEDTLS_MD_SHA1 = 5,
    /** SHA-224. */
    MBEDTLS_MD_SHA224 = 8,
    /** SHA-256. */
    MBEDTLS_MD_SHA256 = 9,
    /** SHA-384. */
    MBEDTLS_MD_SHA384 = 10,
    /** SHA-512. */
    MBEDTLS_MD_SHA512 = 11,
    /** SHA3-224. */
    MBEDTLS_MD_SHA3_224 = 16,
    /** SHA3-256. */
    MBEDTLS_MD_SHA3_256 = 17,
    /** SHA3-384. */
    MBEDTLS_MD_SHA3_384 = 18,
    /** SHA3-512. */
    MBEDTLS_MD_SHA3_512 = 19
} mbedtls_md_type_t;

/** What computes a hash. */
typedef enum mbedtls_md_engine_t {
    /** Computed by this module itself. */
    MBEDTLS_MD_ENGINE_LEGACY = 0,
    /** Computed through the PSA interface. */
    MBEDTLS_MD_ENGINE_PSA = 1
} mbedtls_md_engine_t;

/** A hash or HMAC under way. */
typedef struct mbedtls_md_context_t {
    /** The hash function; NULL before mbedtls_md_setup(). */
    const mbedtls_md_info_t *MBEDTLS_PRIVATE(md_info);
    /** The state of the hash. */
    void *MBEDTLS_PRIVATE(md_ctx);
    /** The state of the HMAC. */
    void *MBEDTLS_PRIVATE(hmac_ctx);
} mbedtls_md_context_t;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_MD_H */
