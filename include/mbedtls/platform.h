/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PLATFORM_H
#define MBEDTLS_PLATFORM_H

/** \file platform.h
 * Memory, and the C library under Mbed's names.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_time.h"

#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

/** printf() of the C library. */
#define mbedtls_printf printf
/** fprintf() of the C library. */
#define mbedtls_fprintf fprintf
/** snprintf() of the C library. */
#define mbedtls_snprintf snprintf
/** vsnprintf() of the C library. */
#define mbedtls_vsnprintf vsnprintf
/** setbuf() of the C library. */
#define mbedtls_setbuf setbuf
/** exit() of the C library. */
#define mbedtls_exit exit

#ifdef __cplusplus
extern "C" {
#endif

/** Exit status of a program that failed. */
#define MBEDTLS_EXIT_FAILURE 1

/** Exit status of a program that succeeded. */
#define MBEDTLS_EXIT_SUCCESS 0

/** Exit status of a program that failed. */
#define MBEDTLS_PLATFORM_STD_EXIT_FAILURE 1

/** Exit status of a program that succeeded. */
#define MBEDTLS_PLATFORM_STD_EXIT_SUCCESS 0

/** What a platform would need to be set up; nothing here. */
typedef struct mbedtls_platform_context {
    /** Keeps the struct from being empty. */
    char MBEDTLS_PRIVATE(reserved);
} mbedtls_platform_context;

/**
 * Gets zeroed memory for `n` objects of `size` bytes, as calloc() does. What the library releases on behalf of the
 * application must come from here.
 *
 * \param n     How many.
 * \param size  The length of each, in bytes.
 *
 * \return  NULL if there is none.
 */
void *mbedtls_calloc(size_t n,
                     size_t size);

/**
 * Releases memory that mbedtls_calloc() gave.
 *
 * \param ptr  The memory; NULL is allowed and does nothing.
 */
void mbedtls_free(void *ptr);

/**
 * Sets the functions behind mbedtls_calloc() and mbedtls_free(). To be called before anything else; the library's own
 * objects are not affected.
 *
 * \param calloc_func,free_func  As calloc() and free().
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if a function is NULL.
 */
int mbedtls_platform_set_calloc_free(void *(*calloc_func)(size_t n, size_t size),
                                     void (*free_func)(void *ptr));

/**
 * Sets the platform up. Without effect: nothing here needs it.
 *
 * \param ctx  Not used.
 *
 * \return  0.
 */
int mbedtls_platform_setup(struct mbedtls_platform_context *ctx);

/**
 * Undoes mbedtls_platform_setup(). Without effect: there is nothing to undo.
 *
 * \param ctx  Not used.
 */
void mbedtls_platform_teardown(struct mbedtls_platform_context *ctx);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PLATFORM_H */
