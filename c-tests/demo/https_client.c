/*
 * An HTTPS client in plain Mbed TLS C: fetches a page and says whom it got
 * it from.
 *
 *     https_client [-t] HOST PORT CA_FILE [NAME]
 *
 * NAME is the name that the server's certificate must have (HOST by default);
 * -t traces the handshake.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include "trace.h"

struct client {
    mbedtls_net_context net;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_x509_crt ca;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
};

static int failed(const char *what, int ret)
{
    char text[160];

    mbedtls_strerror(ret, text, sizeof(text));
    printf("error: %s: -0x%04x, %s\n", what, (unsigned) -ret, text);
    return ret;
}

static int set_up(struct client *client, const char *ca_file,
                  const char *name)
{
    int ret;

    psa_crypto_init();
    mbedtls_net_init(&client->net);
    mbedtls_entropy_init(&client->entropy);
    mbedtls_ctr_drbg_init(&client->drbg);
    mbedtls_x509_crt_init(&client->ca);
    mbedtls_ssl_config_init(&client->conf);
    mbedtls_ssl_init(&client->ssl);

    ret = mbedtls_ctr_drbg_seed(&client->drbg, mbedtls_entropy_func,
                                &client->entropy, NULL, 0);
    if (ret != 0) {
        return failed("random generator", ret);
    }
    ret = mbedtls_x509_crt_parse_file(&client->ca, ca_file);
    if (ret != 0) {
        return failed(ca_file, ret);
    }
    ret = mbedtls_ssl_config_defaults(&client->conf, MBEDTLS_SSL_IS_CLIENT,
                                      MBEDTLS_SSL_TRANSPORT_STREAM,
                                      MBEDTLS_SSL_PRESET_DEFAULT);
    if (ret != 0) {
        return failed("configuration", ret);
    }
    mbedtls_ssl_conf_rng(&client->conf, mbedtls_ctr_drbg_random,
                         &client->drbg);
    mbedtls_ssl_conf_ca_chain(&client->conf, &client->ca, NULL);
    mbedtls_ssl_conf_authmode(&client->conf, MBEDTLS_SSL_VERIFY_REQUIRED);

    ret = mbedtls_ssl_setup(&client->ssl, &client->conf);
    if (ret != 0) {
        return failed("setup", ret);
    }
    ret = mbedtls_ssl_set_hostname(&client->ssl, name);
    if (ret != 0) {
        return failed("host name", ret);
    }
    mbedtls_ssl_set_bio(&client->ssl, &client->net, traced_send, traced_recv,
                        NULL);
    return 0;
}

static void clean_up(struct client *client)
{
    mbedtls_ssl_free(&client->ssl);
    mbedtls_ssl_config_free(&client->conf);
    mbedtls_x509_crt_free(&client->ca);
    mbedtls_ctr_drbg_free(&client->drbg);
    mbedtls_entropy_free(&client->entropy);
    mbedtls_net_free(&client->net);
    mbedtls_psa_crypto_free();
}

/* Whom we are connected to, and how. */
static void describe(const mbedtls_ssl_context *ssl)
{
    const mbedtls_x509_crt *peer = mbedtls_ssl_get_peer_cert(ssl);
    char name[256];

    printf("version: %s\n", mbedtls_ssl_get_version(ssl));
    printf("suite: %s\n", mbedtls_ssl_get_ciphersuite(ssl));
    if (peer != NULL &&
        mbedtls_x509_dn_gets(name, sizeof(name), &peer->subject) > 0) {
        printf("subject: %s\n", name);
    }
    if (peer != NULL &&
        mbedtls_x509_dn_gets(name, sizeof(name), &peer->issuer) > 0) {
        printf("issuer: %s\n", name);
    }
}

/* Why the certificate was refused, a line for each reason. */
static void explain(const mbedtls_ssl_context *ssl)
{
    char text[512];
    uint32_t flags = mbedtls_ssl_get_verify_result(ssl);

    if (flags == 0) {
        printf("verified: yes\n");
    } else if (mbedtls_x509_crt_verify_info(text, sizeof(text), "refused: ",
                                            flags) > 0) {
        printf("%s", text);
    }
}

static int fetch(mbedtls_ssl_context *ssl, const char *host)
{
    char request[512];
    unsigned char page[4096];
    size_t sent = 0;
    size_t len;
    int ret;

    ret = snprintf(request, sizeof(request),
                   "GET / HTTP/1.0\r\nHost: %s\r\n\r\n", host);
    if (ret < 0 || (size_t) ret >= sizeof(request)) {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    len = (size_t) ret;
    while (sent < len) {
        ret = mbedtls_ssl_write(ssl, (unsigned char *) request + sent,
                                len - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ &&
                   ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return failed("write", ret);
        }
    }

    printf("\n");
    for (;;) {
        ret = mbedtls_ssl_read(ssl, page, sizeof(page));
        if (ret > 0) {
            fwrite(page, 1, (size_t) ret, stdout);
        } else if (ret == 0 || ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
            return 0;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ &&
                   ret != MBEDTLS_ERR_SSL_WANT_WRITE &&
                   ret != MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            return failed("read", ret);
        }
    }
}

static int visit(struct client *client, const char *host, const char *port,
                 const char *name)
{
    int ret;

    ret = mbedtls_net_connect(&client->net, host, port,
                              MBEDTLS_NET_PROTO_TCP);
    if (ret != 0) {
        return failed("connection", ret);
    }
    ret = traced_handshake(&client->ssl);
    if (ret != 0) {
        explain(&client->ssl);
        return failed("handshake", ret);
    }
    describe(&client->ssl);
    explain(&client->ssl);
    ret = fetch(&client->ssl, name);
    mbedtls_ssl_close_notify(&client->ssl);
    return ret;
}

int main(int argc, char **argv)
{
    static struct client client;
    const char *name;
    int ret;

    if (argc > 1 && strcmp(argv[1], "-t") == 0) {
        tracing = 1;
        argc--;
        argv++;
    }
    if (argc < 4) {
        fprintf(stderr, "usage: https_client [-t] HOST PORT CA_FILE [NAME]\n");
        return 2;
    }
    name = argc > 4 ? argv[4] : argv[1];
    ret = set_up(&client, argv[3], name);
    if (ret == 0) {
        ret = visit(&client, argv[1], argv[2], name);
    }
    clean_up(&client);
    return ret == 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
