/*
 * The scenarios of states.c: what each sets; the rest is the same in all of
 * them. Scenarios that need a part of the library which it was built without
 * are left out.
 */
#ifndef SCENARIOS_H
#define SCENARIOS_H

#include <stdint.h>

#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ciphersuites.h>

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

#if defined(MBEDTLS_SSL_PROTO_TLS1_2) && defined(HAVE_TICKETS)
#define HAVE_TLS12
#endif

/* The versions that an end takes part in. */
enum versions {
    ONLY_13,
    ONLY_12,
    BOTH
};

/* What the ends of TLS 1.2 do once they are connected. */
enum renegotiation {
    RENEGOTIATE_NOT,
    RENEGOTIATE_CLIENT,     /* the client asks for a new handshake */
    RENEGOTIATE_CLIENT_DATA,/* and data of the server come before it */
    RENEGOTIATE_SERVER,     /* the server asks with a HelloRequest */
    RENEGOTIATE_SERVER_DATA /* and data of the client come before it */
};

/* What the server's callback for tickets does when one comes back. */
enum parse {
    PARSE_TICKET,       /* opens it */
    PARSE_NEW_KEYS,     /* has forgotten the keys */
    PARSE_EXPIRED       /* says that it is too old */
};

/* What a scenario does with early data. */
enum early {
    EARLY_NONE,         /* neither end has it enabled */
    EARLY_SENT,         /* written and taken */
    EARLY_TWICE,        /* written in two parts */
    EARLY_UNUSED,       /* enabled at both ends, nothing written */
    EARLY_CLIENT_OFF,   /* the client has it disabled on its return */
    EARLY_SERVER_OFF,   /* the server has it disabled on its return */
    EARLY_TOO_LONG      /* more than the ticket allows */
};

struct scenario {
    const char *name;
    const uint16_t *client_groups;  /* NULL: x25519, secp256r1 */
    const uint16_t *server_groups;
    const char *server_cert;        /* NULL: p256 */
    int no_server_cert;
    int server_authmode;            /* 0: the client stays anonymous */
    int client_has_cert;
    /* Pre-shared keys: "identity:key" of each end, or NULL. */
    const char *client_psk;
    const char *server_psk;
    int by_callback;                /* the server looks its key up */
    int client_modes;               /* 0: as the defaults have it */
    int server_modes;
    /* Tickets: the server sends so many; -1: none, though it could. */
    int tickets;
    /* The client comes back with its last ticket; this is shown. */
    int resumes;
    enum parse parse;
    const uint16_t *then_server_groups;
    const int *server_suites;       /* NULL: as the defaults have it */
    const int *then_server_suites;
    int then_client_modes;
    enum early early;
    /* Of TLS 1.2. */
    enum versions client_versions;
    enum versions server_versions;
    const int *client_suites;
    int cache;                      /* the server keeps sessions by id */
    int forgets;                    /* and another one is come back to */
    const char *client_alpn;
    const char *server_alpn;
    enum renegotiation renegotiation;
    int client_renegotiates;        /* has it switched on */
    int server_renegotiates;
    enum versions then_client_versions;
};

static const uint16_t p256_only[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0 };
static const uint16_t p384_only[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1, 0 };

#define OPTIONAL MBEDTLS_SSL_VERIFY_OPTIONAL
#define REQUIRED MBEDTLS_SSL_VERIFY_REQUIRED

#if defined(HAVE_PSK)
#define PSK MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK
#define PSK_EPHEMERAL MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL
#define PSK_ALL MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL
#define ALL MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL
#define EPHEMERAL MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL
#endif

#if defined(HAVE_TICKETS)
/* A ticket is good for suites of the same hash. */
static const int chacha20_sha256[] = {
    MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256, 0
};
static const int aes128_sha256[] = { MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 };
static const int aes256_sha384[] = { MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0 };
#endif

/* What many scenarios have in common. */
#define KNOWN .client_psk = "alice:one key", .server_psk = "alice:one key"
#define RETURNS .tickets = 1, .resumes = 1

static const struct scenario scenarios[] = {
    { .name = "plain" },
    { .name = "rsa", .server_cert = "rsa2048" },
    { .name = "hello-retry", .server_groups = p256_only },
    { .name = "auth-optional-none", .server_authmode = OPTIONAL },
    { .name = "auth-optional-cert", .server_authmode = OPTIONAL,
      .client_has_cert = 1 },
    { .name = "auth-required-cert", .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "hello-retry-auth", .server_groups = p256_only,
      .server_authmode = REQUIRED, .client_has_cert = 1 },
    /* These fail, and the state they stop in counts too. */
    { .name = "fail-auth-required-none", .server_authmode = REQUIRED },
    { .name = "fail-unknown-ca", .server_cert = "unknown-ca" },
    { .name = "fail-no-group", .server_groups = p384_only },
#if defined(HAVE_PSK)
    /* A key from outside. */
    { .name = "psk", KNOWN, .client_modes = PSK, .server_modes = PSK },
    { .name = "psk-dhe", KNOWN, .client_modes = PSK_EPHEMERAL,
      .server_modes = PSK_EPHEMERAL },
    { .name = "psk-all", KNOWN, .client_modes = PSK_ALL,
      .server_modes = PSK_ALL },
    { .name = "psk-or-certificate", KNOWN },
    { .name = "psk-no-certificate", .no_server_cert = 1, KNOWN },
    { .name = "psk-callback", KNOWN, .by_callback = 1 },
    { .name = "psk-auth-required", KNOWN, .client_modes = PSK_ALL,
      .server_modes = PSK_ALL, .server_authmode = REQUIRED },
    { .name = "psk-hello-retry", .server_groups = p256_only, KNOWN,
      .client_modes = PSK_EPHEMERAL, .server_modes = PSK_EPHEMERAL },
    /* Another group is no hindrance where none is used. */
    { .name = "psk-other-group", .server_groups = p256_only, KNOWN,
      .client_modes = PSK, .server_modes = PSK },
    { .name = "psk-unknown-fallback", .client_psk = "bob:one key",
      .server_psk = "alice:one key" },
    { .name = "psk-unknown-callback-fallback", .by_callback = 1,
      .client_psk = "bob:one key", .server_psk = "alice:one key" },
    { .name = "psk-only-client-fallback",
      .client_psk = "alice:one key" },
    { .name = "psk-only-server-fallback",
      .server_psk = "alice:one key" },
    { .name = "psk-modes-fallback", KNOWN,
      .client_modes = PSK | EPHEMERAL, .server_modes = PSK_EPHEMERAL |
                                                       EPHEMERAL },
    { .name = "fail-psk-unknown", .client_psk = "bob:one key",
      .server_psk = "alice:one key", .client_modes = PSK_ALL,
      .server_modes = PSK_ALL },
    { .name = "fail-psk-unknown-callback", .by_callback = 1,
      .client_psk = "bob:one key", .server_psk = "alice:one key",
      .client_modes = PSK_ALL, .server_modes = PSK_ALL },
    { .name = "fail-psk-key", .client_psk = "alice:another key",
      .server_psk = "alice:one key" },
    { .name = "fail-psk-modes", KNOWN, .client_modes = PSK,
      .server_modes = PSK_EPHEMERAL },
    { .name = "fail-psk-no-group", .server_groups = p384_only, KNOWN,
      .client_modes = PSK_EPHEMERAL, .server_modes = PSK_EPHEMERAL },
#endif
#if defined(HAVE_TICKETS)
    /* Tickets, and coming back with one. */
    { .name = "ticket", .tickets = 1 },
    { .name = "tickets-none", .tickets = -1 },
    { .name = "tickets-three", .tickets = 3 },
    { .name = "ticket-auth", .tickets = 1, .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "ticket-psk", .tickets = 1, KNOWN,
      .client_modes = PSK_ALL, .server_modes = PSK_ALL },
    { .name = "ticket-not-wanted", .tickets = 1,
      .client_modes = EPHEMERAL },
    { .name = "resumption", RETURNS },
    { .name = "resumption-psk", RETURNS, .client_modes = PSK | EPHEMERAL,
      .server_modes = PSK | EPHEMERAL, .then_client_modes = PSK },
    { .name = "resumption-psk-or-full", RETURNS,
      .client_modes = PSK | EPHEMERAL, .server_modes = PSK | EPHEMERAL },
    { .name = "resumption-auth", RETURNS, .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "resumption-three", .tickets = 3, .resumes = 1 },
    { .name = "resumption-hello-retry", RETURNS,
      .then_server_groups = p256_only },
    { .name = "resumption-beside-psk", RETURNS, KNOWN },
    { .name = "resumption-new-keys", RETURNS, .parse = PARSE_NEW_KEYS },
    { .name = "resumption-expired", RETURNS, .parse = PARSE_EXPIRED },
    { .name = "resumption-expired-psk", RETURNS, KNOWN,
      .parse = PARSE_EXPIRED },
    { .name = "resumption-other-hash", RETURNS,
      .server_suites = chacha20_sha256, .then_server_suites = aes256_sha384 },
    { .name = "resumption-same-hash", RETURNS,
      .server_suites = chacha20_sha256, .then_server_suites = aes128_sha256 },
    { .name = "resumption-modes", RETURNS,
      .then_client_modes = EPHEMERAL },
    { .name = "fail-resumption-new-keys", RETURNS,
      .parse = PARSE_NEW_KEYS, .then_client_modes = PSK_ALL },
#endif
#if defined(HAVE_EARLY_DATA)
    { .name = "early-accepted", RETURNS, .early = EARLY_SENT },
    { .name = "early-accepted-twice", RETURNS, .early = EARLY_TWICE },
    { .name = "early-accepted-psk", RETURNS, .early = EARLY_SENT,
      .client_modes = PSK | EPHEMERAL, .server_modes = PSK | EPHEMERAL,
      .then_client_modes = PSK },
    { .name = "early-accepted-auth", RETURNS, .early = EARLY_SENT,
      .server_authmode = REQUIRED, .client_has_cert = 1 },
    { .name = "early-unused", RETURNS, .early = EARLY_UNUSED },
    { .name = "early-client-off", RETURNS, .early = EARLY_CLIENT_OFF },
    { .name = "early-rejected", RETURNS, .early = EARLY_SERVER_OFF },
    { .name = "early-rejected-hello-retry", RETURNS,
      .early = EARLY_SENT, .then_server_groups = p256_only },
    { .name = "early-rejected-new-keys", RETURNS, .early = EARLY_SENT,
      .parse = PARSE_NEW_KEYS },
    { .name = "early-rejected-expired", RETURNS, .early = EARLY_SENT,
      .parse = PARSE_EXPIRED },
    { .name = "early-rejected-suite", RETURNS, .early = EARLY_SENT,
      .server_suites = chacha20_sha256, .then_server_suites = aes128_sha256 },
    { .name = "early-too-long", RETURNS, .early = EARLY_TOO_LONG },
#endif
};

#endif
