/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_SSL_TICKET_H
#define MBEDTLS_SSL_TICKET_H

/** \file ssl_ticket.h
 * Session tickets of a server.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"
#include "mbedtls/cipher.h"
#include "mbedtls/threading.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Length of a key's name, in bytes. */
#define MBEDTLS_SSL_TICKET_KEY_NAME_BYTES 4

/** Longest key, in bytes. */
#define MBEDTLS_SSL_TICKET_MAX_KEY_BYTES 32

/** A key of tickets. */
typedef struct mbedtls_ssl_ticket_key {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[15];
} mbedtls_ssl_ticket_key;

/** The keys of tickets. */
typedef struct mbedtls_ssl_ticket_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[39];
} mbedtls_ssl_ticket_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_TICKET_H */
