/*
 * An HTTPS client in plain Mbed TLS C: fetches a page and says whom it got
 * it from.
 *
 *     https_client [-t] [-s SESSION_FILE] HOST PORT CA_FILE [NAME]
 *
 * NAME is the name that the server's certificate must have (HOST by default);
 * -t traces the handshake. With -s the session is kept in a file, and where
 * there is one it is resumed: the request then goes out as early data, before
 * the server has said anything.
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
    /* Where the session is kept, or NULL. */
    const char *session_file;
    /* There was one. */
    int resumes;
};

static int failed(const char *what, int ret)
{
    char text[160];

    mbedtls_strerror(ret, text, sizeof(text));
    printf("error: %s: -0x%04x, %s\n", what, (unsigned) -ret, text);
    return ret;
}

/* Takes up the session of the last visit, if there was one. */
static void resume(struct client *client)
{
    unsigned char saved[8192];
    mbedtls_ssl_session session;
    FILE *file = fopen(client->session_file, "rb");
    size_t len;

    if (file == NULL) {
        return;
    }
    len = fread(saved, 1, sizeof(saved), file);
    fclose(file);
    mbedtls_ssl_session_init(&session);
    client->resumes =
        mbedtls_ssl_session_load(&session, saved, len) == 0 &&
        mbedtls_ssl_set_session(&client->ssl, &session) == 0;
    mbedtls_ssl_session_free(&session);
}

/* Keeps the session for the next visit. */
static int keep(struct client *client)
{
    unsigned char saved[8192];
    mbedtls_ssl_session session;
    FILE *file;
    size_t len = 0;
    int ret;

    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_get_session(&client->ssl, &session);
    if (ret == 0) {
        ret = mbedtls_ssl_session_save(&session, saved, sizeof(saved), &len);
    }
    mbedtls_ssl_session_free(&session);
    if (ret != 0) {
        return failed("session", ret);
    }
    file = fopen(client->session_file, "wb");
    if (file == NULL || fwrite(saved, 1, len, file) != len) {
        printf("error: cannot write %s\n", client->session_file);
        ret = -1;
    }
    if (file != NULL) {
        fclose(file);
    }
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
    if (client->session_file != NULL) {
        mbedtls_ssl_conf_early_data(&client->conf,
                                    MBEDTLS_SSL_EARLY_DATA_ENABLED);
    }

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
    if (client->session_file != NULL) {
        resume(client);
    }
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

/* Sends the request, or the rest of it. */
static int ask(mbedtls_ssl_context *ssl, const char *request, size_t sent)
{
    size_t len = strlen(request);
    int ret;

    while (sent < len) {
        ret = mbedtls_ssl_write(ssl, (const unsigned char *) request + sent,
                                len - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ &&
                   ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return failed("write", ret);
        }
    }
    return 0;
}

/* Sends as much of the request as early data as the server may take. Returns
 * how much that is. */
static int ask_early(mbedtls_ssl_context *ssl, const char *request)
{
    size_t len = strlen(request);
    size_t sent = 0;
    int ret;

    while (sent < len) {
        ret = mbedtls_ssl_write_early_data(
            ssl, (const unsigned char *) request + sent, len - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (ret == MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA) {
            break;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ &&
                   ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return failed("early data", ret);
        }
    }
    return (int) sent;
}

static int show_page(mbedtls_ssl_context *ssl)
{
    unsigned char page[4096];
    int ret;

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
    mbedtls_ssl_context *ssl = &client->ssl;
    char request[512];
    size_t sent = 0;
    int accepted;
    int ret;

    ret = snprintf(request, sizeof(request),
                   "GET / HTTP/1.0\r\nHost: %s\r\n\r\n", name);
    if (ret < 0 || (size_t) ret >= sizeof(request)) {
        return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
    }
    ret = mbedtls_net_connect(&client->net, host, port,
                              MBEDTLS_NET_PROTO_TCP);
    if (ret != 0) {
        return failed("connection", ret);
    }
    if (client->resumes) {
        ret = ask_early(ssl, request);
        if (ret < 0) {
            return ret;
        }
        sent = (size_t) ret;
    }
    ret = traced_handshake(ssl);
    if (ret != 0) {
        explain(ssl);
        return failed("handshake", ret);
    }
    describe(ssl);
    explain(ssl);
    if (client->resumes) {
        /* What the server did not take is sent again. */
        accepted = mbedtls_ssl_get_early_data_status(ssl) ==
                   MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED;
        printf("early data: %s\n", accepted ? "accepted" : "not taken");
        sent = accepted ? sent : 0;
    }
    ret = ask(ssl, request, sent);
    if (ret == 0) {
        ret = show_page(ssl);
    }
    if (ret == 0 && client->session_file != NULL) {
        ret = keep(client);
    }
    mbedtls_ssl_close_notify(ssl);
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
    if (argc > 2 && strcmp(argv[1], "-s") == 0) {
        client.session_file = argv[2];
        argc -= 2;
        argv += 2;
    }
    if (argc < 4) {
        fprintf(stderr, "usage: https_client [-t] [-s SESSION_FILE] "
                        "HOST PORT CA_FILE [NAME]\n");
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
