/*
 * The scenarios of states.c in which TLS 1.2 has a part.
 */
#ifndef SCENARIOS12_H
#define SCENARIOS12_H

#include "scenarios.h"

#if defined(HAVE_TLS12)

static const int ecdsa_gcm[] = {
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
};
static const int ecdsa_chacha20[] = {
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, 0
};
static const int rsa_gcm[] = {
    MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, 0
};
static const int psk_gcm[] = { MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 0 };
static const int ecdhe_psk_chacha20[] = {
    MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0
};

/* Both ends have TLS 1.2 alone. */
#define TLS12 .client_versions = ONLY_12, .server_versions = ONLY_12
/* A suite without certificates. */
#define PSK_GCM .no_server_cert = 1, .client_suites = psk_gcm
#define ECDHE_PSK .no_server_cert = 1, .client_suites = ecdhe_psk_chacha20
/* The client comes back: with a session id, with a ticket. */
#define BY_ID .cache = 1, .resumes = 1
#define BY_TICKET .tickets = 1, .resumes = 1

static const struct scenario scenarios12[] = {
    { .name = "tls12", TLS12 },
    { .name = "tls12-rsa", TLS12, .server_cert = "rsa2048" },
    { .name = "tls12-ecdsa-gcm", TLS12, .client_suites = ecdsa_gcm },
    { .name = "tls12-rsa-gcm", TLS12, .server_cert = "rsa2048",
      .client_suites = rsa_gcm },
    { .name = "tls12-other-group", TLS12, .server_groups = p256_only },
    { .name = "tls12-auth-optional-none", TLS12,
      .server_authmode = OPTIONAL },
    { .name = "tls12-auth-optional-cert", TLS12,
      .server_authmode = OPTIONAL, .client_has_cert = 1 },
    { .name = "tls12-auth-required-cert", TLS12,
      .server_authmode = REQUIRED, .client_has_cert = 1 },
    { .name = "tls12-alpn", TLS12, .client_alpn = "one",
      .server_alpn = "one" },
    /* Keys from outside. */
    { .name = "tls12-psk", TLS12, PSK_GCM, KNOWN },
    { .name = "tls12-psk-callback", TLS12, PSK_GCM, KNOWN,
      .by_callback = 1 },
    { .name = "tls12-psk-auth-required", TLS12, PSK_GCM, KNOWN,
      .server_authmode = REQUIRED },
    { .name = "tls12-ecdhe-psk", TLS12, ECDHE_PSK, KNOWN },
    { .name = "tls12-fail-psk-unknown", TLS12, PSK_GCM,
      .client_psk = "bob:one key", .server_psk = "alice:one key" },
    { .name = "tls12-fail-psk-unknown-callback", TLS12, PSK_GCM,
      .by_callback = 1, .client_psk = "bob:one key",
      .server_psk = "alice:one key" },
    { .name = "tls12-fail-psk-key", TLS12, PSK_GCM,
      .client_psk = "alice:another key", .server_psk = "alice:one key" },
    { .name = "tls12-fail-psk-server-none", TLS12, PSK_GCM,
      .client_psk = "alice:one key" },
    /* Coming back. */
    { .name = "tls12-ticket", TLS12, .tickets = 1 },
    { .name = "tls12-ticket-auth", TLS12, .tickets = 1,
      .server_authmode = REQUIRED, .client_has_cert = 1 },
    { .name = "tls12-ticket-psk", TLS12, .tickets = 1, PSK_GCM, KNOWN },
    { .name = "tls12-resumed-id", TLS12, BY_ID },
    { .name = "tls12-resumed-id-auth", TLS12, BY_ID,
      .server_authmode = REQUIRED, .client_has_cert = 1 },
    { .name = "tls12-resumed-id-psk", TLS12, BY_ID, PSK_GCM, KNOWN },
    { .name = "tls12-resumed-id-forgotten", TLS12, BY_ID, .forgets = 1 },
    { .name = "tls12-resumed-id-other-suite", TLS12, BY_ID,
      .server_suites = ecdsa_gcm, .then_server_suites = ecdsa_chacha20 },
    { .name = "tls12-resumed-ticket", TLS12, BY_TICKET },
    { .name = "tls12-resumed-ticket-auth", TLS12, BY_TICKET,
      .server_authmode = REQUIRED, .client_has_cert = 1 },
    { .name = "tls12-resumed-ticket-psk", TLS12, BY_TICKET, PSK_GCM, KNOWN },
    { .name = "tls12-resumed-ticket-old", TLS12, BY_TICKET,
      .parse = PARSE_EXPIRED },
    { .name = "tls12-resumed-ticket-new-keys", TLS12, BY_TICKET,
      .parse = PARSE_NEW_KEYS },
    { .name = "tls12-resumed-ticket-other-suite", TLS12, BY_TICKET,
      .server_suites = ecdsa_gcm, .then_server_suites = ecdsa_chacha20 },
    { .name = "tls12-resumed-both", TLS12, .tickets = 1, .cache = 1,
      .resumes = 1 },
    { .name = "tls12-resumed-both-versions", BY_TICKET,
      .client_versions = ONLY_12, .server_versions = BOTH,
      .then_client_versions = BOTH },
    /* Versions. */
    { .name = "versions-both", .client_versions = BOTH,
      .server_versions = BOTH },
    { .name = "versions-client-both", .client_versions = BOTH,
      .server_versions = ONLY_12 },
    { .name = "versions-client-both-auth", .client_versions = BOTH,
      .server_versions = ONLY_12, .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "versions-server-both", .client_versions = ONLY_12,
      .server_versions = BOTH },
    { .name = "versions-server-both-auth", .client_versions = ONLY_12,
      .server_versions = BOTH, .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "versions-client-both-13", .client_versions = BOTH },
    { .name = "versions-server-both-13", .server_versions = BOTH },
    { .name = "versions-hello-retry", .client_versions = BOTH,
      .server_versions = BOTH, .server_groups = p256_only },
    { .name = "versions-fail-client-12", .client_versions = ONLY_12 },
    { .name = "versions-fail-server-12", .server_versions = ONLY_12 },
    /* These fail as well. */
    { .name = "tls12-fail-no-suite", TLS12, .client_suites = ecdsa_gcm,
      .server_suites = ecdsa_chacha20 },
    { .name = "tls12-fail-no-suite-for-key", TLS12,
      .client_suites = rsa_gcm },
    { .name = "tls12-fail-no-group", TLS12, .server_groups = p384_only },
    { .name = "tls12-fail-unknown-ca", TLS12, .server_cert = "unknown-ca" },
    { .name = "tls12-fail-auth-required-none", TLS12,
      .server_authmode = REQUIRED },
    { .name = "tls12-fail-alpn", TLS12, .client_alpn = "one",
      .server_alpn = "other" },
#if defined(MBEDTLS_SSL_RENEGOTIATION)
    /* A new handshake on the old connection. */
    { .name = "tls12-renegotiation-client", TLS12,
      .renegotiation = RENEGOTIATE_CLIENT, .client_renegotiates = 1,
      .server_renegotiates = 1 },
    { .name = "tls12-renegotiation-client-auth", TLS12,
      .renegotiation = RENEGOTIATE_CLIENT, .client_renegotiates = 1,
      .server_renegotiates = 1, .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "tls12-renegotiation-client-refused", TLS12,
      .renegotiation = RENEGOTIATE_CLIENT, .client_renegotiates = 1 },
    { .name = "tls12-renegotiation-client-off", TLS12,
      .renegotiation = RENEGOTIATE_CLIENT, .server_renegotiates = 1 },
    { .name = "tls12-renegotiation-server", TLS12,
      .renegotiation = RENEGOTIATE_SERVER, .client_renegotiates = 1,
      .server_renegotiates = 1 },
    { .name = "tls12-renegotiation-server-auth", TLS12,
      .renegotiation = RENEGOTIATE_SERVER, .client_renegotiates = 1,
      .server_renegotiates = 1, .server_authmode = REQUIRED,
      .client_has_cert = 1 },
    { .name = "tls12-renegotiation-client-data", TLS12,
      .renegotiation = RENEGOTIATE_CLIENT_DATA, .client_renegotiates = 1,
      .server_renegotiates = 1 },
    { .name = "tls12-renegotiation-server-data", TLS12,
      .renegotiation = RENEGOTIATE_SERVER_DATA, .client_renegotiates = 1,
      .server_renegotiates = 1 },
    { .name = "tls12-renegotiation-server-refused", TLS12,
      .renegotiation = RENEGOTIATE_SERVER, .server_renegotiates = 1 },
    { .name = "tls12-renegotiation-server-off", TLS12,
      .renegotiation = RENEGOTIATE_SERVER, .client_renegotiates = 1 },
    { .name = "tls12-renegotiation-resumed", TLS12, BY_TICKET,
      .renegotiation = RENEGOTIATE_CLIENT, .client_renegotiates = 1,
      .server_renegotiates = 1 },
#endif
};

#else

static const struct scenario scenarios12[] = { { .name = NULL } };

#endif
#endif
