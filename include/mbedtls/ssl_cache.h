/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SSL_CACHE_H
#define MBEDTLS_SSL_CACHE_H

/** \file ssl_cache.h
 * A cache of sessions on a server.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/threading.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most sessions in a cache, by default. */
#define MBEDTLS_SSL_CACHE_DEFAULT_MAX_ENTRIES 50

/** How long a session stays in a cache, by default, in seconds. */
#define MBEDTLS_SSL_CACHE_DEFAULT_TIMEOUT 86400

/** A session in a cache. */
typedef struct mbedtls_ssl_cache_entry {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[9];
} mbedtls_ssl_cache_entry;

/** A cache of sessions. */
typedef struct mbedtls_ssl_cache_context {
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** How long a session stays, in seconds. */
    int MBEDTLS_PRIVATE(timeout);
    /** Most sessions. */
    int MBEDTLS_PRIVATE(max_entries);
    /** Not to be touched. */
    mbedtls_threading_mutex_t MBEDTLS_PRIVATE(mutex);
} mbedtls_ssl_cache_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_CACHE_H */
