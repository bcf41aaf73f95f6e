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

#if defined(MBEDTLS_SSL_SESSION_TICKETS)
/** Length of a key's name, in bytes. */
#define MBEDTLS_SSL_TICKET_KEY_NAME_BYTES 4

/** Longest key, in bytes. */
#define MBEDTLS_SSL_TICKET_MAX_KEY_BYTES 32

/** The keys of tickets. */
typedef struct mbedtls_ssl_ticket_context {
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[38];
} mbedtls_ssl_ticket_context;

/** A key of tickets. */
typedef struct mbedtls_ssl_ticket_key {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[15];
} mbedtls_ssl_ticket_key;

/**
 * Initialises the keys of tickets.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_ssl_ticket_init(struct mbedtls_ssl_ticket_context *ctx);

/**
 * Makes the keys of tickets.
 *
 * \param ctx       An initialised context.
 * \param f_rng     Accepted and never called: randomness comes from the operating system.
 * \param p_rng     Not used.
 * \param cipher    How tickets are sealed: `MBEDTLS_CIPHER_AES_128_GCM`, `MBEDTLS_CIPHER_AES_256_GCM`,
 *                  `MBEDTLS_CIPHER_AES_128_CCM`, `MBEDTLS_CIPHER_AES_256_CCM` or `MBEDTLS_CIPHER_CHACHA20_POLY1305`.
 * \param lifetime  How long a ticket is good, in seconds; a key is changed for a fresh one as often. In TLS 1.3 clients
 *                  are told of no more than seven days.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL and for what is no authenticated cipher;
 *          `MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE` for one that is not offered here; `MBEDTLS_ERR_SSL_INTERNAL_ERROR` without
 *          randomness.
 */
int mbedtls_ssl_ticket_setup(struct mbedtls_ssl_ticket_context *ctx,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng,
                             mbedtls_cipher_type_t cipher,
                             uint32_t lifetime);

/**
 * Puts a key of the application's in use, so that several servers can share it. Tickets of the key before it are still
 * taken. May be called while connections are open.
 *
 * \param ctx       The context, set up.
 * \param name      The key's name.
 * \param nlength   Its length: `MBEDTLS_SSL_TICKET_KEY_NAME_BYTES` at least, of which so many count.
 * \param k         The key.
 * \param klength   Its length in bytes: what the cipher needs at least, of which so many count.
 * \param lifetime  How long a ticket is good, in seconds, from now on.
 *
 * \return  0, or `MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA`.
 */
int mbedtls_ssl_ticket_rotate(struct mbedtls_ssl_ticket_context *ctx,
                              const unsigned char *name,
                              size_t nlength,
                              const unsigned char *k,
                              size_t klength,
                              uint32_t lifetime);

/**
 * Makes a ticket: for `mbedtls_ssl_conf_session_tickets_cb`. May be called by several threads at once.
 *
 * \param p_ticket  The `mbedtls_ssl_ticket_context`, set up.
 * \param session   The session.
 * \param start     Where to put the ticket.
 * \param end       The end of the room for it.
 * \param tlen      Set to its length in bytes; 0 on failure.
 * \param lifetime  Set to how long it is good, in seconds.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL`; what
 *          `mbedtls_ssl_session_save` returns.
 */
int mbedtls_ssl_ticket_write(void *p_ticket,
                             const mbedtls_ssl_session *session,
                             unsigned char *start,
                             const unsigned char *end,
                             size_t *tlen,
                             uint32_t *lifetime);

/**
 * Reads a ticket: for `mbedtls_ssl_conf_session_tickets_cb`. May be called by several threads at once.
 *
 * \param p_ticket  The `mbedtls_ssl_ticket_context`, set up.
 * \param session   An initialised session, filled on success.
 * \param buf       The ticket, overwritten.
 * \param len       Its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_SSL_SESSION_TICKET_EXPIRED` if it is too old or its key is gone;
 *          `MBEDTLS_ERR_SSL_INVALID_MAC` if it was changed; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if it is no ticket, and for
 *          NULL; what `mbedtls_ssl_session_load` returns.
 */
int mbedtls_ssl_ticket_parse(void *p_ticket,
                             mbedtls_ssl_session *session,
                             unsigned char *buf,
                             size_t len);

/**
 * Frees the keys of tickets and wipes them. No configuration may be using them.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_ssl_ticket_free(struct mbedtls_ssl_ticket_context *ctx);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_SSL_TICKET_H */
