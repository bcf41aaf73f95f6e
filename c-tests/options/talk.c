/*
 * One end of a connection, in a program that any build of the library can
 * link: what the macros say is left out, it does not call.
 *
 *     talk server PORT CA CERTIFICATE KEY
 *     talk client PORT CA CERTIFICATE KEY
 *
 * The server prints "ready", takes one connection, echoes what comes first and
 * closes. The client sends a line, wants it back, and prints what was agreed.
 * Without certificates both use a pre-shared key, and so they do if the word
 * "psk" follows.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/version.h>
#include <psa/crypto.h>
#if defined(MBEDTLS_SSL_TICKET_C)
#include <mbedtls/ssl_ticket.h>
#endif
#if defined(MBEDTLS_X509_USE_C)
#include <mbedtls/pk.h>
#include <mbedtls/x509_crt.h>
#endif

static const char line[] = "what goes out comes back\n";
#if defined(MBEDTLS_SSL_HANDSHAKE_WITH_PSK_ENABLED)
static const unsigned char secret[] = "0123456789abcdef";
#endif

static void must(const char *what, int ret)
{
    if (ret < 0) {
        printf("%s: -0x%04x\n", what, (unsigned) -ret);
        exit(1);
    }
}

#if defined(MBEDTLS_SSL_SERVER_NAME_INDICATION)
static int name_seen;

static int see_name(void *unused, mbedtls_ssl_context *ssl,
                    const unsigned char *name, size_t len)
{
    (void) unused;
    (void) ssl;
    name_seen = len == 9 && memcmp(name, "localhost", 9) == 0;
    return 0;
}
#endif

static void shake_hands(mbedtls_ssl_context *ssl)
{
    int ret;

    do {
        ret = mbedtls_ssl_handshake(ssl);
    } while (ret == MBEDTLS_ERR_SSL_WANT_READ ||
             ret == MBEDTLS_ERR_SSL_WANT_WRITE);
    must("handshake", ret);
}

static int read_some(mbedtls_ssl_context *ssl, unsigned char *buf, size_t len)
{
    int ret;

    do {
        ret = mbedtls_ssl_read(ssl, buf, len);
    } while (ret == MBEDTLS_ERR_SSL_WANT_READ ||
             ret == MBEDTLS_ERR_SSL_WANT_WRITE);
    return ret;
}

static void tell(mbedtls_ssl_context *ssl)
{
    printf("%s %s\n", mbedtls_ssl_get_version(ssl),
           mbedtls_ssl_get_ciphersuite(ssl));
#if defined(MBEDTLS_X509_USE_C)
#if !defined(MBEDTLS_SSL_KEEP_PEER_CERTIFICATE)
    if (mbedtls_ssl_get_peer_cert(ssl) != NULL) {
        printf("the peer's certificate was kept\n");
        exit(1);
    }
#endif
#endif
}

/* The macros, and what the library says of itself, agree. */
static void check_macros(void)
{
    static const struct {
        const char *name;
        int defined;
    } options[] = {
#if defined(MBEDTLS_SSL_PROTO_TLS1_2)
        { "MBEDTLS_SSL_PROTO_TLS1_2", 0 },
#else
        { "MBEDTLS_SSL_PROTO_TLS1_2", -1 },
#endif
#if defined(MBEDTLS_SSL_PROTO_TLS1_3)
        { "MBEDTLS_SSL_PROTO_TLS1_3", 0 },
#else
        { "MBEDTLS_SSL_PROTO_TLS1_3", -1 },
#endif
#if defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_SOME_PSK_ENABLED)
        { "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_SOME_PSK_ENABLED", 0 },
#else
        { "MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_SOME_PSK_ENABLED", -1 },
#endif
#if defined(MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE)
        { "MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE", 0 },
#else
        { "MBEDTLS_SSL_TLS1_3_COMPATIBILITY_MODE", -1 },
#endif
#if defined(MBEDTLS_SSL_EARLY_DATA)
        { "MBEDTLS_SSL_EARLY_DATA", 0 },
#else
        { "MBEDTLS_SSL_EARLY_DATA", -1 },
#endif
#if defined(MBEDTLS_SSL_TICKET_C)
        { "MBEDTLS_SSL_TICKET_C", 0 },
#else
        { "MBEDTLS_SSL_TICKET_C", -1 },
#endif
#if defined(MBEDTLS_SSL_SERVER_NAME_INDICATION)
        { "MBEDTLS_SSL_SERVER_NAME_INDICATION", 0 },
#else
        { "MBEDTLS_SSL_SERVER_NAME_INDICATION", -1 },
#endif
#if defined(MBEDTLS_X509_USE_C)
        { "MBEDTLS_X509_USE_C", 0 },
#else
        { "MBEDTLS_X509_USE_C", -1 },
#endif
    };
    size_t i;

    for (i = 0; i < sizeof(options) / sizeof(options[0]); i++) {
        if (mbedtls_version_check_feature(options[i].name) !=
            options[i].defined) {
            printf("header and library differ about %s\n", options[i].name);
            exit(1);
        }
    }
}

int main(int argc, char **argv)
{
    mbedtls_net_context listener, net;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    unsigned char buf[256];
    int server, with_psk = argc == 7, len;
#if defined(MBEDTLS_X509_USE_C)
    mbedtls_x509_crt ca, own;
    mbedtls_pk_context key;
#endif
#if defined(MBEDTLS_SSL_TICKET_C)
    mbedtls_ssl_ticket_context tickets;
#endif

    if (argc != 6 && argc != 7) {
        printf("usage: talk server|client PORT CA CERTIFICATE KEY [psk]\n");
        return 2;
    }
    server = strcmp(argv[1], "server") == 0;
    check_macros();
    mbedtls_net_init(&listener);
    mbedtls_net_init(&net);
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_init(&ssl);
    must("psa", psa_crypto_init() == PSA_SUCCESS ? 0 : -1);
    must("seed", mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy,
                                       NULL, 0));
    must("defaults", mbedtls_ssl_config_defaults(&conf,
         server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
         MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &drbg);
#if defined(MBEDTLS_X509_USE_C)
    mbedtls_x509_crt_init(&ca);
    mbedtls_x509_crt_init(&own);
    mbedtls_pk_init(&key);
    if (!with_psk) {
        must("ca", mbedtls_x509_crt_parse_file(&ca, argv[3]));
        mbedtls_ssl_conf_ca_chain(&conf, &ca, NULL);
        mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_REQUIRED);
        if (server) {
            must("certificate", mbedtls_x509_crt_parse_file(&own, argv[4]));
            must("key", mbedtls_pk_parse_keyfile(&key, argv[5], NULL,
                 mbedtls_ctr_drbg_random, &drbg));
            must("own", mbedtls_ssl_conf_own_cert(&conf, &own, &key));
            mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_NONE);
        }
    }
#else
    with_psk = 1;
#endif
#if defined(MBEDTLS_SSL_HANDSHAKE_WITH_PSK_ENABLED)
    if (with_psk) {
        must("psk", mbedtls_ssl_conf_psk(&conf, secret, sizeof(secret) - 1,
             (const unsigned char *) "Client_identity", 15));
    }
#endif
#if defined(MBEDTLS_SSL_SERVER_NAME_INDICATION)
    mbedtls_ssl_conf_sni(&conf, see_name, NULL);
#endif
#if defined(MBEDTLS_SSL_EARLY_DATA)
    mbedtls_ssl_conf_early_data(&conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
#endif
#if defined(MBEDTLS_SSL_RENEGOTIATION)
    mbedtls_ssl_conf_renegotiation(&conf, MBEDTLS_SSL_RENEGOTIATION_DISABLED);
#endif
#if defined(MBEDTLS_SSL_TICKET_C)
    mbedtls_ssl_ticket_init(&tickets);
    if (server) {
        must("tickets", mbedtls_ssl_ticket_setup(&tickets,
             mbedtls_ctr_drbg_random, &drbg, MBEDTLS_CIPHER_AES_256_GCM,
             3600));
        mbedtls_ssl_conf_session_tickets_cb(&conf, mbedtls_ssl_ticket_write,
                                            mbedtls_ssl_ticket_parse,
                                            &tickets);
    }
#endif
    must("setup", mbedtls_ssl_setup(&ssl, &conf));
    if (server) {
        must("bind", mbedtls_net_bind(&listener, "127.0.0.1", argv[2],
                                      MBEDTLS_NET_PROTO_TCP));
        printf("ready\n");
        fflush(stdout);
        must("accept", mbedtls_net_accept(&listener, &net, NULL, 0, NULL));
    } else {
        must("hostname", mbedtls_ssl_set_hostname(&ssl, "localhost"));
        must("connect", mbedtls_net_connect(&net, "127.0.0.1", argv[2],
                                            MBEDTLS_NET_PROTO_TCP));
    }
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    shake_hands(&ssl);
    tell(&ssl);
    if (server) {
        len = read_some(&ssl, buf, sizeof(buf));
        must("read", len);
        must("write", mbedtls_ssl_write(&ssl, buf, (size_t) len));
    } else {
        must("write", mbedtls_ssl_write(&ssl, (const unsigned char *) line,
                                        sizeof(line) - 1));
        len = read_some(&ssl, buf, sizeof(buf));
        must("read", len);
        printf("%s\n", (size_t) len == sizeof(line) - 1 &&
               memcmp(buf, line, (size_t) len) == 0 ? "back" : "other");
    }
    mbedtls_ssl_close_notify(&ssl);
#if defined(MBEDTLS_SSL_SERVER_NAME_INDICATION)
    if (server) {
        printf("name %s\n", name_seen ? "seen" : "missing");
    }
#endif
    mbedtls_net_free(&net);
    mbedtls_net_free(&listener);
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
#if defined(MBEDTLS_SSL_TICKET_C)
    mbedtls_ssl_ticket_free(&tickets);
#endif
#if defined(MBEDTLS_X509_USE_C)
    mbedtls_x509_crt_free(&ca);
    mbedtls_x509_crt_free(&own);
    mbedtls_pk_free(&key);
#endif
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    mbedtls_psa_crypto_free();
    return 0;
}
