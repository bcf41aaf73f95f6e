/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_DEBUG_H
#define MBEDTLS_DEBUG_H

/** \file debug.h
 * How much is told to the debug callback.
 */
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Sets how much is told to the debug callbacks of all connections that begin from now on.
 *
 * \param threshold  0: nothing; 1: errors; 2: state changes; 3: information; 4: everything.
 */
void mbedtls_debug_set_threshold(int threshold);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_DEBUG_H */
