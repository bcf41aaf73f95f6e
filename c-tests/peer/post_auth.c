/*
 * Authentication of the client after the handshake, for tests against other
 * libraries: a client that lets itself be asked, or a server that asks.
 *
 *   post_auth client PORT FOLDER CERT TEXT
 *   post_auth server PORT FOLDER MODE ROUNDS
 *
 * CERT is a name in FOLDER, or none. The client sends TEXT, if that is not
 * empty, and reads until it was asked and has answered; then it sends a line
 * and waits for the end or the line's echo. MODE is required or optional; the
 * server asks ROUNDS times, with new keys in between, sends a line, and ends.
 * What happened is printed as NAME=VALUE lines.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/net_sockets.h>

#include <ferrotls/ferrotls.h>

static const char *status_name(const mbedtls_ssl_context *ssl)
{
    switch (ferrotls_client_authentication_status(ssl)) {
    case FERROTLS_CLIENT_AUTHENTICATION_PENDING:
        return "pending";
    case FERROTLS_CLIENT_AUTHENTICATION_DONE:
        return "done";
    case FERROTLS_CLIENT_AUTHENTICATION_NO_CERTIFICATE:
        return "no-certificate";
    default:
        return "none";
    }
}

static int write_text(mbedtls_ssl_context *ssl, const char *text)
{
    return mbedtls_ssl_write(ssl, (const unsigned char *) text, strlen(text));
}

static int client(mbedtls_ssl_context *ssl, const char *text)
{
    unsigned char data[1024];
    int ret = 0;

    if (text[0] != '\0') {
        show("text", write_text(ssl, text) < 0);
    }
    while (ferrotls_client_authentication_status(ssl) <
           FERROTLS_CLIENT_AUTHENTICATION_DONE) {
        /* One that asks may send nothing else: then this ends only when the
         * socket's timeout strikes, with the answer on its way. */
        ret = mbedtls_ssl_read(ssl, data, sizeof(data));
        if (ret <= 0 && ret != MBEDTLS_ERR_SSL_TIMEOUT) {
            show("read", ret);
            return 1;
        }
    }
    printf("status=%s\n", status_name(ssl));
    check("the line is written", write_text(ssl, "answered\n") == 9);
    do {
        ret = mbedtls_ssl_read(ssl, data, sizeof(data));
        if (ret > 0 && memchr(data, 'a', (size_t) ret) != NULL) {
            printf("echo=yes\n");
            break;
        }
    } while (ret > 0);
    if (ret < 0 && ret != MBEDTLS_ERR_SSL_TIMEOUT) {
        show("end", ret);
    }
    return 0;
}

static int server(mbedtls_ssl_context *ssl, int mode, int rounds)
{
    unsigned char data[1024];
    char subject[256];
    const mbedtls_x509_crt *peer;
    int ret, i;

    for (i = 0; i < rounds; i++) {
        mbedtls_ssl_set_hs_authmode(ssl, mode);
        ret = ferrotls_request_client_certificate(ssl);
        show("request", ret);
        if (ret != 0) {
            return 1;
        }
        while ((ret = ferrotls_await_client_certificate(ssl)) == 1) {
            check("data is read",
                  mbedtls_ssl_read(ssl, data, sizeof(data)) > 0);
        }
        show("await", ret);
        if (ret != 0) {
            return 1;
        }
        printf("status=%s\n", status_name(ssl));
        printf("flags=0x%x\n", (unsigned) mbedtls_ssl_get_verify_result(ssl));
        must("new keys", ferrotls_update_keys(ssl, 1));
    }
    peer = mbedtls_ssl_get_peer_cert(ssl);
    if (peer != NULL) {
        check("the subject can be printed",
              mbedtls_x509_dn_gets(subject, sizeof(subject),
                                   &peer->subject) > 0);
        printf("subject=%s\n", subject);
    }
    check("the line is written", write_text(ssl, "welcome\n") == 8);
    show("close", mbedtls_ssl_close_notify(ssl));
    while (mbedtls_ssl_read(ssl, data, sizeof(data)) > 0) {
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct random random;
    struct pair pair;
    mbedtls_x509_crt ca;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    mbedtls_net_context net, listener;
    const char *cert;
    int is_server, ret, code = 1;

    check("five words", argc == 6);
    setvbuf(stdout, NULL, _IOLBF, 0);
    is_server = strcmp(argv[1], "server") == 0;
    random_init(&random);
    crt_load(&ca, argv[3], "ca");
    cert = is_server ? "p256" : argv[4];
    mbedtls_ssl_config_init(&conf);
    must("defaults", mbedtls_ssl_config_defaults(
             &conf, is_server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
             MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &random.drbg);
    mbedtls_ssl_conf_ca_chain(&conf, &ca, NULL);
    mbedtls_ssl_conf_read_timeout(&conf, is_server ? 10000 : 1000);
    ferrotls_conf_post_handshake_auth(&conf, 1);
    if (strcmp(cert, "none") != 0) {
        pair_load(&pair, argv[3], cert, &random);
        must("own cert",
             mbedtls_ssl_conf_own_cert(&conf, &pair.crt, &pair.key));
    }
    mbedtls_net_init(&net);
    mbedtls_net_init(&listener);
    if (is_server) {
        must("bind", mbedtls_net_bind(&listener, "127.0.0.1", argv[2],
                                      MBEDTLS_NET_PROTO_TCP));
        must("accept", mbedtls_net_accept(&listener, &net, NULL, 0, NULL));
    } else {
        must("connect", mbedtls_net_connect(&net, "127.0.0.1", argv[2],
                                            MBEDTLS_NET_PROTO_TCP));
    }
    mbedtls_ssl_init(&ssl);
    must("setup", mbedtls_ssl_setup(&ssl, &conf));
    must("host name", mbedtls_ssl_set_hostname(&ssl, "localhost"));
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv,
                        mbedtls_net_recv_timeout);
    ret = mbedtls_ssl_handshake(&ssl);
    show("handshake", ret);
    if (ret == 0 && is_server) {
        int mode = strcmp(argv[4], "optional") == 0 ?
                   MBEDTLS_SSL_VERIFY_OPTIONAL : MBEDTLS_SSL_VERIFY_REQUIRED;

        code = server(&ssl, mode, atoi(argv[5]));
    } else if (ret == 0) {
        code = client(&ssl, argv[5]);
        mbedtls_ssl_close_notify(&ssl);
    }
    mbedtls_ssl_free(&ssl);
    mbedtls_net_free(&net);
    mbedtls_net_free(&listener);
    mbedtls_ssl_config_free(&conf);
    if (strcmp(cert, "none") != 0) {
        pair_free(&pair);
    }
    mbedtls_x509_crt_free(&ca);
    random_free(&random);
    return code;
}
