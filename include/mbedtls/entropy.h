/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ENTROPY_H
#define MBEDTLS_ENTROPY_H

/** \file entropy.h
 * Randomness of the operating system, with sources of the application mixed in.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/threading.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most bytes that one call of mbedtls_entropy_func() returns. */
#define MBEDTLS_ENTROPY_BLOCK_SIZE 64

/** Most bytes taken from a source at once. */
#define MBEDTLS_ENTROPY_MAX_GATHER 128

/** Longest seed file, in bytes. */
#define MBEDTLS_ENTROPY_MAX_SEED_SIZE 1024

/** Most sources that a context holds. */
#define MBEDTLS_ENTROPY_MAX_SOURCES 20

/** Number of the hash function that mixes the sources (SHA-512). */
#define MBEDTLS_ENTROPY_MD 11

/** Number of the source that stands for manual updates. */
#define MBEDTLS_ENTROPY_SOURCE_MANUAL 20

/** The source is strong. */
#define MBEDTLS_ENTROPY_SOURCE_STRONG 1

/** The source is weak. */
#define MBEDTLS_ENTROPY_SOURCE_WEAK 0

/** A critical source failed. */
#define MBEDTLS_ERR_ENTROPY_SOURCE_FAILED -0x003C

/** None of the sources counts as strong. */
#define MBEDTLS_ERR_ENTROPY_NO_STRONG_SOURCE -0x003D

/** No further source can be added. */
#define MBEDTLS_ERR_ENTROPY_MAX_SOURCES -0x003E

/** The seed file could not be read or written. */
#define MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR -0x003F

/** There is no source to gather from. */
#define MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED -0x0040

/** Collects randomness: writes up to `len` bytes to `output`, and how many to `olen`. Returns 0, or an error code. */
typedef int (*mbedtls_entropy_f_source_ptr)(void *data,
                                            unsigned char *output,
                                            size_t len,
                                            size_t *olen);

/** A source of the application. */
typedef struct mbedtls_entropy_source_state {
    /** The source. */
    mbedtls_entropy_f_source_ptr MBEDTLS_PRIVATE(f_source);
    /** Its first argument. */
    void *MBEDTLS_PRIVATE(p_source);
    /** Bytes collected since randomness was last given out. */
    size_t MBEDTLS_PRIVATE(size);
    /** Least number of bytes to collect before randomness is given out. */
    size_t MBEDTLS_PRIVATE(threshold);
    /** MBEDTLS_ENTROPY_SOURCE_STRONG or MBEDTLS_ENTROPY_SOURCE_WEAK. */
    int MBEDTLS_PRIVATE(strong);
} mbedtls_entropy_source_state;

/** Where randomness comes from. */
typedef struct mbedtls_entropy_context {
    /** Not 0 between mbedtls_entropy_init() and mbedtls_entropy_free(). */
    unsigned int MBEDTLS_PRIVATE(ready);
    /** Number of sources of the application. */
    unsigned int MBEDTLS_PRIVATE(source_count);
    /** The sources of the application. */
    struct mbedtls_entropy_source_state MBEDTLS_PRIVATE(source)[20];
    /** Keeps two threads from calling a source at once. */
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[3];
} mbedtls_entropy_context;

/**
 * Makes a context ready for use. There is nothing to set up: the operating system is always a source.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_entropy_init(struct mbedtls_entropy_context *ctx);

/**
 * Releases a context. It may be initialised again after that; until then it yields nothing.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_entropy_free(struct mbedtls_entropy_context *ctx);

/**
 * Adds a source of the application. What it yields is mixed with the randomness of the operating system.
 *
 * \param ctx  The context.
 * \param f_source  The source. It must stay callable until mbedtls_entropy_free().
 * \param p_source  First argument of `f_source`.
 * \param threshold  Least number of bytes to collect from it before randomness is given out.
 * \param strong  MBEDTLS_ENTROPY_SOURCE_STRONG or MBEDTLS_ENTROPY_SOURCE_WEAK.
 *
 * \return  0, MBEDTLS_ERR_ENTROPY_MAX_SOURCES if there is no room for it, or
 * MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED if a pointer is NULL or the context was not initialised.
 */
int mbedtls_entropy_add_source(struct mbedtls_entropy_context *ctx,
                               mbedtls_entropy_f_source_ptr f_source,
                               void *p_source,
                               size_t threshold,
                               int strong);

/**
 * Calls every source of the application once.
 *
 * \param ctx  The context.
 *
 * \return  0, or MBEDTLS_ERR_ENTROPY_SOURCE_FAILED or MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED.
 */
int mbedtls_entropy_gather(struct mbedtls_entropy_context *ctx);

/**
 * Fills a buffer with randomness. Made to be the `f_entropy` of mbedtls_ctr_drbg_seed(). Any number of threads may use
 * one context.
 *
 * \param data  A `mbedtls_entropy_context`.
 * \param output  Where the bytes go.
 * \param len  How many, at most MBEDTLS_ENTROPY_BLOCK_SIZE.
 *
 * \return  0, MBEDTLS_ERR_ENTROPY_SOURCE_FAILED if a source failed or `len` is too large, or
 * MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED if the context was not initialised.
 */
int mbedtls_entropy_func(void *data,
                         unsigned char *output,
                         size_t len);

/**
 * Mixes data of the application in. Without effect: the operating system's generator needs none.
 *
 * \param ctx  The context.
 * \param data,len  The data.
 *
 * \return  0, or MBEDTLS_ERR_ENTROPY_NO_SOURCES_DEFINED.
 */
int mbedtls_entropy_update_manual(struct mbedtls_entropy_context *ctx,
                                  const unsigned char *data,
                                  size_t len);

/**
 * Writes a seed of MBEDTLS_ENTROPY_BLOCK_SIZE random bytes to a file.
 *
 * \param ctx  The context.
 * \param path  Name of the file.
 *
 * \return  0, MBEDTLS_ERR_ENTROPY_FILE_IO_ERROR, or as mbedtls_entropy_func() does.
 */
int mbedtls_entropy_write_seed_file(struct mbedtls_entropy_context *ctx, const char *path);

/**
 * Writes a new seed in the place of one in a file, which the operating system's generator does not need.
 *
 * \param ctx  The context.
 * \param path  Name of the file, which must be there.
 *
 * \return  As mbedtls_entropy_write_seed_file() does.
 */
int mbedtls_entropy_update_seed_file(struct mbedtls_entropy_context *ctx,
                                     const char *path);

/**
 * The operating system's randomness as a source.
 *
 * \param data  Not used.
 * \param output,len  Where the bytes go, and how many.
 * \param olen  Set to how many there are.
 *
 * \return  0, or MBEDTLS_ERR_ENTROPY_SOURCE_FAILED.
 */
int mbedtls_platform_entropy_poll(void *data, unsigned char *output, size_t len, size_t *olen);

/**
 * Checks that the operating system yields randomness.
 *
 * \param verbose  Not 0 to print what comes out.
 *
 * \return  0, or 1 if it does not.
 */
int mbedtls_entropy_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ENTROPY_H */
