/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ENTROPY_H
#define MBEDTLS_ENTROPY_H

/** \file entropy.h
 * The source of randomness.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A source failed, or more was asked than one call gives. */
#define MBEDTLS_ERR_ENTROPY_SOURCE_FAILED -0x003C

/** There are too many sources. */
#define MBEDTLS_ERR_ENTROPY_MAX_SOURCES -0x003E

/** There is no source. */
#define MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED -0x0040

/** There is no strong source. */
#define MBEDTLS_ERR_ENTROPY_NO_STRONG_SOURCE -0x003D

/** A file could not be read or written. */
#define MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR -0x003F

/** The most that one call of mbedtls_entropy_func() gives, in bytes. */
#define MBEDTLS_ENTROPY_BLOCK_SIZE 64

/** The most that is asked of a source at once, in bytes. */
#define MBEDTLS_ENTROPY_MAX_GATHER 128

/** The longest seed file, in bytes. */
#define MBEDTLS_ENTROPY_MAX_SEED_SIZE 1024

/** The most sources. */
#define MBEDTLS_ENTROPY_MAX_SOURCES 20

/** The digest of the pool: `MBEDTLS_MD_SHA512`. */
#define MBEDTLS_ENTROPY_MD 11

/** The number of the source that the application fills by hand. */
#define MBEDTLS_ENTROPY_SOURCE_MANUAL MBEDTLS_ENTROPY_MAX_SOURCES

/** A source that is good enough alone. */
#define MBEDTLS_ENTROPY_SOURCE_STRONG 1

/** A source that is not good enough alone. */
#define MBEDTLS_ENTROPY_SOURCE_WEAK 0

/** The source of randomness. It has no state: the operating system keeps it. */
typedef struct mbedtls_entropy_context {
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[110];
} mbedtls_entropy_context;

/** Gives up to `len` bytes of entropy and stores their number in `olen`. Returns 0, or an error code. */
typedef int (*mbedtls_entropy_f_source_ptr)(void *data,
                                            unsigned char *output,
                                            size_t len,
                                            size_t *olen);

/** A source of entropy. */
typedef struct mbedtls_entropy_source_state {
    /** Its function. */
    mbedtls_entropy_f_source_ptr MBEDTLS_PRIVATE(f_source);
    /** The function's first argument. */
    void *MBEDTLS_PRIVATE(p_source);
    /** Bytes it gave so far. */
    size_t MBEDTLS_PRIVATE(size);
    /** Bytes it has to give. */
    size_t MBEDTLS_PRIVATE(threshold);
    /** Whether it is strong. */
    int MBEDTLS_PRIVATE(strong);
} mbedtls_entropy_source_state;

/**
 * Initialises the source.
 *
 * \param ctx  The source; NULL is ignored.
 */
void mbedtls_entropy_init(struct mbedtls_entropy_context *ctx);

/**
 * Frees the source.
 *
 * \param ctx  The source; NULL is ignored.
 */
void mbedtls_entropy_free(struct mbedtls_entropy_context *ctx);

/**
 * Gives randomness of the operating system. In the form that mbedtls_ctr_drbg_seed() takes.
 *
 * \param _data   The source; not needed, may be NULL.
 * \param output  Where to put the bytes.
 * \param len     Their number, at most `MBEDTLS_ENTROPY_BLOCK_SIZE`.
 *
 * \return  0, or `MBEDTLS_ERR_ENTROPY_SOURCE_FAILED`.
 */
int mbedtls_entropy_func(void *_data, unsigned char *output, size_t len);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ENTROPY_H */
