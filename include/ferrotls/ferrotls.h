/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef FERROTLS_FERROTLS_H
#define FERROTLS_FERROTLS_H

/** \file ferrotls.h
 * What ferrotls has and Mbed TLS 3.6 has no name for. A program that includes this header runs with ferrotls only.
 */
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Which pre-shared key the connection rests on, known from the ServerHello on: whether it was resumed, for one.
 *
 * \param ssl  The context.
 * \return     `FERROTLS_PSK_NONE`, `FERROTLS_PSK_EXTERNAL` or `FERROTLS_PSK_RESUMPTION`.
 */
int ferrotls_get_psk(const mbedtls_ssl_context *ssl);

/**
 * The version of ferrotls itself, such as "0.1.0". A program that was built for Mbed TLS can look this symbol up at run
 * time to learn which library it runs on.
 *
 * \return  A string that is never freed.
 */
const char *ferrotls_version(void);

#ifdef __cplusplus
}
#endif

#endif /* FERROTLS_FERROTLS_H */
