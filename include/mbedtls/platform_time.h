/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PLATFORM_TIME_H
#define MBEDTLS_PLATFORM_TIME_H

/** \file platform_time.h
 * The types of time, and the clock.
 */
#include "mbedtls/build_info.h"

#include <stdint.h>
#include <time.h>

/* A program may have its own idea of it from a time before this header. */
#undef mbedtls_time

#ifdef __cplusplus
extern "C" {
#endif
/** Seconds since 1970. */
typedef time_t mbedtls_time_t;

/**
 * time(), or what the application put in its place. Validity of certificates and lists, ages of tickets, sessions, cookies
 * and of what is in a cache are told by it.
 */
extern mbedtls_time_t (*mbedtls_time)(mbedtls_time_t *time);

/**
 * Sets the clock, what mbedtls_time() is. It may be called by any thread at any time, even in the midst of a handshake,
 * and must not call the library.
 *
 * \param time_func  As time(): seconds since 1970, which are also stored where its argument says, unless that is NULL.
 *
 * \return  0, or MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED if it is NULL.
 */
int mbedtls_platform_set_time(mbedtls_time_t (*time_func)(mbedtls_time_t *time));

/** Milliseconds since an arbitrary moment. */
typedef int64_t mbedtls_ms_time_t;

/**
 * The time, in milliseconds since an arbitrary moment; it never goes back.
 *
 * \return  The time.
 */
mbedtls_ms_time_t mbedtls_ms_time(void);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PLATFORM_TIME_H */
