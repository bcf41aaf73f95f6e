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

/** The key of the cookies. */
typedef struct mbedtls_ssl_cookie_ctx {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[10];
} mbedtls_ssl_cookie_ctx;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_COOKIE_H */
