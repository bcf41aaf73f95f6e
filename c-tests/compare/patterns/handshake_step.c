/*
 * Pattern: a server steps by mbedtls_ssl_handshake_step until it has read the
 * client's first message, looks at the name and the protocol that were asked
 * for, chooses, and lets mbedtls_ssl_handshake do the rest.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;
static int names_told;

static int on_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    (void) ssl;
    names_told++;
    printf("  callback: name \"%.*s\"\n", (int) len, (const char *) name);
    return context == &names_told ? 0 : -1;
}

/* Steps to a state; a client that waits lets the other one step. */
static int step_until(struct both *both, struct end *end, int wanted)
{
    struct end *other = end == &both->client ? &both->server : &both->client;
    int i, ret = 0;

    for (i = 0; i < 1000; i++) {
        if (end->ssl.MBEDTLS_PRIVATE(state) == wanted) {
            return 0;
        }
        if (mbedtls_ssl_is_handshake_over(&end->ssl)) {
            return 1;
        }
        ret = mbedtls_ssl_handshake_step(&end->ssl);
        if (ret == MBEDTLS_ERR_SSL_WANT_READ) {
            mbedtls_ssl_handshake(&other->ssl);
        } else if (ret != 0 && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret;
        }
    }
    return 2;
}

/* What is asked at that state, and what is set there. */
static void at_server_hello(const char *choice, int authmode)
{
    static const char *protocols[] = { "h2", "http/1.1", NULL };
    static const char *known[] = { "http/1.1", NULL };
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_context *server = &both->server.ssl;
    const unsigned char *name;
    const char *protocol;
    struct pair chosen;
    size_t len = 0;
    int client, ended;

    printf("a server that chooses %s, authentication %d\n", choice, authmode);
    pair_load(&chosen, folder, choice, &both->random);
    both_client_cert(both, "client");
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->client.conf,
                                                 protocols));
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->server.conf, known));
    mbedtls_ssl_conf_sni(&both->server.conf, on_name, &names_told);
    both_setup(both);
    show("  to SERVER_HELLO", step_until(both, &both->server,
                                         MBEDTLS_SSL_SERVER_HELLO));
    name = mbedtls_ssl_get_hs_sni(server, &len);
    protocol = mbedtls_ssl_get_alpn_protocol(server);
    printf("  protocol %s version %s\n", protocol ? protocol : "none",
           mbedtls_ssl_get_version(server));
    printf("  after the callback the name is \"%.*s\"\n", (int) len,
           name ? (const char *) name : "");
    show("  own_cert", mbedtls_ssl_set_hs_own_cert(server, &chosen.crt,
                                                   &chosen.key));
    mbedtls_ssl_set_hs_authmode(server, authmode);
    mbedtls_ssl_set_hs_ca_chain(server, &both->ca, NULL);
    both_handshake(both, &client, &ended);
    show("  client", client);
    printf("  server %s\n", ended == 0 ? "done" : "failed");
    if (client == 0 && ended == 0) {
        char subject[128];

        must("subject", mbedtls_x509_dn_gets(
                 subject, sizeof(subject),
                 &mbedtls_ssl_get_peer_cert(&both->client.ssl)->subject) < 0);
        printf("  the client saw %s, the server %s\n", subject,
               mbedtls_ssl_get_peer_cert(server) ? "a certificate" :
               "no certificate");
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
    both_free(both);
    pair_free(&chosen);
}

/* Each state that both libraries pass, as the place to stop and go on. */
static void stop_at(int endpoint, int wanted)
{
    struct both *both = both_new(folder, "p256");
    struct end *end = endpoint == MBEDTLS_SSL_IS_CLIENT ? &both->client :
                      &both->server;
    int ret;

    both_setup(both);
    ret = step_until(both, end, wanted);
    printf("  %s to %d: %s, state %d", end->name, wanted,
           ret == 0 ? "reached" : ret == 1 ? "passed by" : "failed",
           end->ssl.MBEDTLS_PRIVATE(state));
    if (!mbedtls_ssl_is_handshake_over(&both->client.ssl)
        || !mbedtls_ssl_is_handshake_over(&both->server.ssl)) {
        int client, server;

        both_handshake(both, &client, &server);
        must("client", client);
        must("server", server);
    }
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
    printf(", then over\n");
    both_free(both);
}

/* A step when there is nothing left to do. */
static void too_many(void)
{
    struct both *both = both_new(folder, "p256");

    both_setup(both);
    both_connect(both);
    show("a step after the last", mbedtls_ssl_handshake_step(
             &both->client.ssl));
    show("a handshake after it", mbedtls_ssl_handshake(&both->client.ssl));
    both_transfer(both, &both->client, "hello", 5);
    both_free(both);
}

int main(int argc, char **argv)
{
    static const int states[] = {
        MBEDTLS_SSL_HELLO_REQUEST, MBEDTLS_SSL_CLIENT_HELLO,
        MBEDTLS_SSL_SERVER_HELLO, MBEDTLS_SSL_ENCRYPTED_EXTENSIONS,
        MBEDTLS_SSL_SERVER_CERTIFICATE, MBEDTLS_SSL_SERVER_HELLO_DONE,
        MBEDTLS_SSL_CERTIFICATE_VERIFY, MBEDTLS_SSL_CLIENT_KEY_EXCHANGE,
        MBEDTLS_SSL_CLIENT_FINISHED, MBEDTLS_SSL_SERVER_FINISHED,
        MBEDTLS_SSL_HANDSHAKE_WRAPUP, MBEDTLS_SSL_HANDSHAKE_OVER
    };
    size_t i;

    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        at_server_hello("p384", MBEDTLS_SSL_VERIFY_NONE);
        at_server_hello("rsa2048", MBEDTLS_SSL_VERIFY_REQUIRED);
        at_server_hello("wrong-name", MBEDTLS_SSL_VERIFY_OPTIONAL);
        for (i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
            stop_at(MBEDTLS_SSL_IS_SERVER, states[i]);
            stop_at(MBEDTLS_SSL_IS_CLIENT, states[i]);
        }
        too_many();
    }
    return 0;
}
