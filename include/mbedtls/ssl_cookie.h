/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SSL_COOKIE_H
#define MBEDTLS_SSL_COOKIE_H

/** \file ssl_cookie.h
 * Cookies of a DTLS server.
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

/** How long a cookie is good, by default, in seconds. */
#define MBEDTLS_SSL_COOKIE_TIMEOUT 60

/** What cookies are made with. */
typedef struct mbedtls_ssl_cookie_ctx {
    /** The key, which the library owns. */
    void *MBEDTLS_PRIVATE(inner);
    /** How long a cookie is good, in seconds; 0: for ever. */
    unsigned long MBEDTLS_PRIVATE(timeout);
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[8];
} mbedtls_ssl_cookie_ctx;

/**
 * Initialises what cookies are made with.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_ssl_cookie_init(struct mbedtls_ssl_cookie_ctx *ctx);

/**
 * Makes a random key. Cookies of an earlier one are good no longer.
 *
 * \param ctx    The context, initialised.
 * \param f_rng  Accepted and never called: randomness comes from the operating system.
 * \param p_rng  The same.
 *
 * \return  0; MBEDTLS_ERR_SSL_BAD_INPUT_DATA for NULL; MBEDTLS_ERR_SSL_INTERNAL_ERROR if the system has no randomness.
 */
int mbedtls_ssl_cookie_setup(struct mbedtls_ssl_cookie_ctx *ctx,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

/**
 * Sets how long cookies are good.
 *
 * \param ctx    The context; NULL is ignored.
 * \param delay  Seconds; 0: for ever.
 */
void mbedtls_ssl_cookie_set_timeout(struct mbedtls_ssl_cookie_ctx *ctx, unsigned long delay);

/**
 * Releases what cookies are made with.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_ssl_cookie_free(struct mbedtls_ssl_cookie_ctx *ctx);

/**
 * Makes a cookie: an `mbedtls_ssl_cookie_write_t`. May be called by several threads at once.
 *
 * \param p_ctx       The `mbedtls_ssl_cookie_ctx`, set up.
 * \param p           Where the cookie of 32 bytes goes; moved behind it.
 * \param end         The end of the buffer.
 * \param cli_id      Who the client is: its address.
 * \param cli_id_len  The length of that in bytes.
 *
 * \return  0; MBEDTLS_ERR_SSL_BAD_INPUT_DATA for NULL; MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL; MBEDTLS_ERR_SSL_INTERNAL_ERROR if
 * the context was not set up.
 */
int mbedtls_ssl_cookie_write(void *p_ctx,
                             unsigned char **p,
                             unsigned char *end,
                             const unsigned char *cli_id,
                             size_t cli_id_len);

/**
 * Checks a cookie: an `mbedtls_ssl_cookie_check_t`. May be called by several threads at once.
 *
 * \param p_ctx       The `mbedtls_ssl_cookie_ctx`, set up.
 * \param cookie      What the client has brought.
 * \param cookie_len  The length of that in bytes.
 * \param cli_id      Who the client is: its address.
 * \param cli_id_len  The length of that in bytes.
 *
 * \return  0; -1 if the cookie is not one of this context for this client, or too old, or if the context was not set up;
 * MBEDTLS_ERR_SSL_BAD_INPUT_DATA for NULL.
 */
int mbedtls_ssl_cookie_check(void *p_ctx,
                             const unsigned char *cookie,
                             size_t cookie_len,
                             const unsigned char *cli_id,
                             size_t cli_id_len);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_COOKIE_H */
