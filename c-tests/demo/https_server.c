/*
 * An HTTPS server in plain Mbed TLS C: gives every visitor a page.
 *
 *     https_server [-t] [-r] PORT CERTIFICATE_FILE KEY_FILE VISITORS
 *
 * It listens on the loopback address and ends after so many visitors; -t
 * traces the handshakes. With -r visitors get a ticket, with which they may
 * come back and ask in their first flight.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include "trace.h"

static const char page[] =
    "HTTP/1.0 200 OK\r\n"
    "Content-Type: text/plain\r\n"
    "\r\n"
    "Hello from https_server.c, written for Mbed TLS.\n";

struct server {
    mbedtls_net_context listener;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_x509_crt certificate;
    mbedtls_pk_context key;
    mbedtls_ssl_config conf;
    mbedtls_ssl_ticket_context tickets;
    /* Visitors may come back. */
    int gives_tickets;
};

/* What a visitor has sent. */
struct request {
    char text[2048];
    size_t len;
};

/* Seconds for which a ticket is good. */
#define TICKET_LIFETIME 3600

static int failed(const char *what, int ret)
{
    char text[160];

    mbedtls_strerror(ret, text, sizeof(text));
    printf("error: %s: -0x%04x, %s\n", what, (unsigned) -ret, text);
    return ret;
}

static int set_up(struct server *server, const char *certificate_file,
                  const char *key_file)
{
    int ret;

    psa_crypto_init();
    mbedtls_net_init(&server->listener);
    mbedtls_entropy_init(&server->entropy);
    mbedtls_ctr_drbg_init(&server->drbg);
    mbedtls_x509_crt_init(&server->certificate);
    mbedtls_pk_init(&server->key);
    mbedtls_ssl_config_init(&server->conf);
    mbedtls_ssl_ticket_init(&server->tickets);

    ret = mbedtls_ctr_drbg_seed(&server->drbg, mbedtls_entropy_func,
                                &server->entropy, NULL, 0);
    if (ret != 0) {
        return failed("random generator", ret);
    }
    ret = mbedtls_x509_crt_parse_file(&server->certificate, certificate_file);
    if (ret != 0) {
        return failed(certificate_file, ret);
    }
    ret = mbedtls_pk_parse_keyfile(&server->key, key_file, NULL,
                                   mbedtls_ctr_drbg_random, &server->drbg);
    if (ret != 0) {
        return failed(key_file, ret);
    }
    ret = mbedtls_ssl_config_defaults(&server->conf, MBEDTLS_SSL_IS_SERVER,
                                      MBEDTLS_SSL_TRANSPORT_STREAM,
                                      MBEDTLS_SSL_PRESET_DEFAULT);
    if (ret != 0) {
        return failed("configuration", ret);
    }
    mbedtls_ssl_conf_rng(&server->conf, mbedtls_ctr_drbg_random,
                         &server->drbg);
    ret = mbedtls_ssl_conf_own_cert(&server->conf, &server->certificate,
                                    &server->key);
    if (ret != 0) {
        return failed("certificate", ret);
    }
    if (server->gives_tickets) {
        ret = mbedtls_ssl_ticket_setup(&server->tickets,
                                       mbedtls_ctr_drbg_random, &server->drbg,
                                       MBEDTLS_CIPHER_AES_256_GCM,
                                       TICKET_LIFETIME);
        if (ret != 0) {
            return failed("tickets", ret);
        }
        mbedtls_ssl_conf_session_tickets_cb(&server->conf,
                                            mbedtls_ssl_ticket_write,
                                            mbedtls_ssl_ticket_parse,
                                            &server->tickets);
        mbedtls_ssl_conf_early_data(&server->conf,
                                    MBEDTLS_SSL_EARLY_DATA_ENABLED);
    }
    return 0;
}

static void clean_up(struct server *server)
{
    mbedtls_ssl_config_free(&server->conf);
    mbedtls_ssl_ticket_free(&server->tickets);
    mbedtls_pk_free(&server->key);
    mbedtls_x509_crt_free(&server->certificate);
    mbedtls_ctr_drbg_free(&server->drbg);
    mbedtls_entropy_free(&server->entropy);
    mbedtls_net_free(&server->listener);
    mbedtls_psa_crypto_free();
}

/* Performs the handshake. What the visitor asks in its first flight is taken
 * on the way. */
static int shake_hands(mbedtls_ssl_context *ssl, struct request *request)
{
    int ret;

    for (;;) {
        ret = traced_handshake(ssl);
        if (ret != MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            return ret;
        }
        ret = mbedtls_ssl_read_early_data(
            ssl, (unsigned char *) request->text + request->len,
            sizeof(request->text) - 1 - request->len);
        if (ret < 0) {
            return ret;
        }
        request->len += (size_t) ret;
        printf("early data: %d bytes\n", ret);
    }
}

/* Reads to the end of the request's header, then answers. */
static int answer(mbedtls_ssl_context *ssl, struct request *received)
{
    char *request = received->text;
    size_t sent = 0;
    int ret;

    while (strstr(request, "\r\n\r\n") == NULL && strstr(request, "\n\n") == NULL) {
        if (received->len == sizeof(received->text) - 1) {
            return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
        }
        ret = mbedtls_ssl_read(ssl, (unsigned char *) request + received->len,
                               sizeof(received->text) - 1 - received->len);
        if (ret > 0) {
            received->len += (size_t) ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ &&
                   ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret == 0 ? MBEDTLS_ERR_SSL_CONN_EOF : ret;
        }
    }
    printf("request: %.*s\n", (int) strcspn(request, "\r\n"), request);
    while (sent < sizeof(page) - 1) {
        ret = mbedtls_ssl_write(ssl, (const unsigned char *) page + sent,
                                sizeof(page) - 1 - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ &&
                   ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret;
        }
    }
    return mbedtls_ssl_close_notify(ssl);
}

static int serve(struct server *server)
{
    mbedtls_net_context net;
    mbedtls_ssl_context ssl;
    struct request request;
    int ret;

    memset(&request, 0, sizeof(request));
    mbedtls_net_init(&net);
    mbedtls_ssl_init(&ssl);
    ret = mbedtls_net_accept(&server->listener, &net, NULL, 0, NULL);
    if (ret == 0) {
        ret = mbedtls_ssl_setup(&ssl, &server->conf);
    }
    if (ret == 0) {
        mbedtls_ssl_set_bio(&ssl, &net, traced_send, traced_recv, NULL);
        ret = shake_hands(&ssl, &request);
        if (ret == 0) {
            printf("version: %s\n", mbedtls_ssl_get_version(&ssl));
            printf("suite: %s\n", mbedtls_ssl_get_ciphersuite(&ssl));
            ret = answer(&ssl, &request);
        }
    }
    if (ret != 0) {
        failed("visitor", ret);
    }
    fflush(stdout);
    mbedtls_ssl_free(&ssl);
    mbedtls_net_free(&net);
    return ret;
}

int main(int argc, char **argv)
{
    static struct server server;
    int visitors;
    int ret;

    if (argc > 1 && strcmp(argv[1], "-t") == 0) {
        tracing = 1;
        argc--;
        argv++;
    }
    if (argc > 1 && strcmp(argv[1], "-r") == 0) {
        server.gives_tickets = 1;
        argc--;
        argv++;
    }
    if (argc != 5) {
        fprintf(stderr, "usage: https_server [-t] [-r] PORT CERTIFICATE_FILE "
                        "KEY_FILE VISITORS\n");
        return 2;
    }
    ret = set_up(&server, argv[2], argv[3]);
    if (ret == 0) {
        ret = mbedtls_net_bind(&server.listener, "127.0.0.1", argv[1],
                               MBEDTLS_NET_PROTO_TCP);
        if (ret != 0) {
            failed("listening", ret);
        }
    }
    if (ret == 0) {
        printf("listening\n");
        fflush(stdout);
        for (visitors = atoi(argv[4]); visitors > 0; visitors--) {
            serve(&server);
        }
    }
    clean_up(&server);
    return ret == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
