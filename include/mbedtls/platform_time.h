/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PLATFORM_TIME_H
#define MBEDTLS_PLATFORM_TIME_H

/** \file platform_time.h
 * The types of time.
 */
#include "mbedtls/build_info.h"

#include <stdint.h>
#include <time.h>

/** The clock of the C library. */
#define mbedtls_time time

#ifdef __cplusplus
extern "C" {
#endif
/** Seconds since 1970. */
typedef time_t mbedtls_time_t;

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
