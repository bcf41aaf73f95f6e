/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CONSTANT_TIME_H
#define MBEDTLS_CONSTANT_TIME_H

/** \file constant_time.h
 * Comparing without telling where the difference is.
 */
#include "mbedtls/build_info.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Compares two buffers in a time that depends on their length only.
 *
 * \param a,b,n  The buffers, of `n` bytes each.
 *
 * \return  0 if they hold the same bytes; another number if they do not, or one is NULL and `n` is not 0.
 */
int mbedtls_ct_memcmp(const void *a,
                      const void *b,
                      size_t n);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CONSTANT_TIME_H */
