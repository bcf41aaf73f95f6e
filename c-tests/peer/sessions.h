/*
 * What the two peers, client.c and server.c, do with pre-shared keys, tickets
 * and early data. Without those parts of the library there is nothing here
 * but the options, which then must not be given.
 */
#ifndef SESSIONS_H
#define SESSIONS_H

#include "support/support.h"

#if defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ENABLED) && \
    defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL_ENABLED)
#define HAVE_PSK
#if defined(MBEDTLS_SSL_SESSION_TICKETS) && defined(MBEDTLS_SSL_TICKET_C)
#define HAVE_TICKETS
#if defined(MBEDTLS_SSL_EARLY_DATA)
#define HAVE_EARLY_DATA
#endif
#endif
#endif

struct session_options {
    /* Both. */
    const char *psk;            /* psk=IDENTITY:HEX */
    const char *modes;          /* modes=psk,psk_dhe,full */
    size_t early;               /* early=BYTES: a client's early data; a */
                                /* server takes so much per connection */
    /* A client. */
    const char *session_in;     /* session_in=FILE, to come back with */
    const char *session_out;    /* session_out=FILE for the last ticket, */
                                /* and FILE.1 and so on for each */
    int ticket;                 /* ticket=0: does not ask for one */
    int signal;                 /* signal=0: is not told of tickets */
    int early_unanswered;       /* early_unanswered=1: the echo leaves */
                                /* out what was early */
    /* A server. */
    const char *modes_later;    /* modes_later=, from the second */
                                /* connection on */
    int psk_callback;           /* psk_callback=1 looks the key up */
    int tickets;                /* tickets=N per connection */
    int store;                  /* store=1: the tickets are names of */
                                /* sessions that the program keeps */
    int cache;                  /* cache=1: keeps sessions by their ids */
    int early_connections;      /* early_connections=N: only so many */
                                /* connections have it enabled */
};

/* Takes an option; 0 if it is none of these. */
int session_option(struct session_options *options, const char *name,
                   const char *value);
/* What nothing is said about. */
void session_defaults(struct session_options *options);
/* Puts them into the configuration of a side. */
void session_apply(const struct session_options *options,
                   mbedtls_ssl_config *conf, int endpoint,
                   struct random *random);
/* A server's configuration before its connection number `at`, from 0. */
void session_next(const struct session_options *options,
                  mbedtls_ssl_config *conf, int at);
void session_free(void);

/* A client's session from the file, if there is one. */
void session_resume(const struct session_options *options,
                    mbedtls_ssl_context *ssl);
/* True for the code that tells of a ticket or of early data, which is then
 * dealt with; the call that returned it is to be made again. */
int session_news(mbedtls_ssl_context *ssl, int code);
/* Keeps a ticket that the client was not told of; prints what there was. */
void session_end(const struct session_options *options,
                 mbedtls_ssl_context *ssl);

/*
 * Writes early data; after the handshake, says how many bytes of it the
 * server has taken.
 */
void session_write_early(const struct session_options *options,
                         mbedtls_ssl_context *ssl);
size_t session_early_taken(mbedtls_ssl_context *ssl);
/* The early data that a server has got on this connection. */
const unsigned char *session_early(size_t *len);

#endif
