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

/** A session in a cache. */
typedef struct mbedtls_ssl_cache_entry {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[9];
} mbedtls_ssl_cache_entry;

/**
 * Initialises a cache.
 *
 * \param cache  The cache; NULL is ignored.
 */
void mbedtls_ssl_cache_init(struct mbedtls_ssl_cache_context *cache);

/**
 * Looks a session up. May be called by several threads at once.
 *
 * \param data            The `mbedtls_ssl_cache_context`.
 * \param session_id      The identifier.
 * \param session_id_len  Its length, at most 32 bytes.
 * \param session         An initialised session, filled on success.
 *
 * \return  0; `MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND` if there is none, or it is too old;
 *          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL; what `mbedtls_ssl_session_load` returns.
 */
int mbedtls_ssl_cache_get(void *data,
                          const unsigned char *session_id,
                          size_t session_id_len,
                          mbedtls_ssl_session *session);

/**
 * Puts a copy of a session into a cache, in place of one with the same identifier. If the cache is full the oldest
 * session makes room. May be called by several threads at once.
 *
 * \param data            The `mbedtls_ssl_cache_context`.
 * \param session_id      The identifier.
 * \param session_id_len  Its length, at most 32 bytes.
 * \param session         The session.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for longer identifiers; `MBEDTLS_ERR_SSL_INTERNAL_ERROR` if the
 *          cache is to hold no sessions; what `mbedtls_ssl_session_save` returns.
 */
int mbedtls_ssl_cache_set(void *data,
                          const unsigned char *session_id,
                          size_t session_id_len,
                          const mbedtls_ssl_session *session);

/**
 * Removes a session from a cache. May be called by several threads at once.
 *
 * \param data            The `mbedtls_ssl_cache_context`.
 * \param session_id      The identifier.
 * \param session_id_len  Its length, at most 32 bytes.
 *
 * \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ssl_cache_remove(void *data, const unsigned char *session_id, size_t session_id_len);

/**
 * Sets how long a session stays in a cache.
 *
 * \param cache    The cache; NULL is ignored.
 * \param timeout  Seconds; 0: for ever. Negative numbers count as 0.
 */
void mbedtls_ssl_cache_set_timeout(struct mbedtls_ssl_cache_context *cache, int timeout);

/**
 * How long a session stays in a cache.
 *
 * \param cache  The cache.
 * \return       Seconds; 0: for ever.
 */
int mbedtls_ssl_cache_get_timeout(struct mbedtls_ssl_cache_context *cache);

/**
 * Sets how many sessions a cache holds at most. It shrinks when the next session is put in.
 *
 * \param cache  The cache; NULL is ignored.
 * \param max    Sessions. Negative numbers count as 0.
 */
void mbedtls_ssl_cache_set_max_entries(struct mbedtls_ssl_cache_context *cache, int max);

/**
 * Frees a cache and wipes the sessions in it. No configuration may be using it.
 *
 * \param cache  The cache; NULL is ignored.
 */
void mbedtls_ssl_cache_free(struct mbedtls_ssl_cache_context *cache);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_CACHE_H */
