/*
 * Pattern: mbedtls_ssl_conf_own_cert is called whether there is a certificate
 * or not, with structures that were only initialised.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static void outcome(struct both *both)
{
    int client, server;

    both_handshake(both, &client, &server);
    printf("  client %s\n", client == 0 ? "done" : waits(client) ? "waits" :
           "refused");
    show("  server", server);
    printf("  the server saw %s\n",
           mbedtls_ssl_get_peer_cert(&both->server.ssl) ? "a certificate" :
           "no certificate");
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
}

/* A client that loads nothing, and a server that asks or does not. */
static void client(int authmode, const char *what)
{
    struct both *both = both_new(folder, "p256");

    printf("a client of TLS 1.%d with nothing, certificates %s\n",
           (int) (both_version & 0xff) - 1, what);
    show("  own_cert", mbedtls_ssl_conf_own_cert(&both->client.conf,
                                                 &both->client_pair.crt,
                                                 &both->client_pair.key));
    mbedtls_ssl_conf_authmode(&both->server.conf, authmode);
    both_setup(both);
    outcome(both);
    both_free(both);
}

/* The certificate and the key come into their structures later. */
static void filled_later(void)
{
    struct both *both = both_new(folder, "p256");

    printf("a client with something, loaded after own_cert\n");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    show("  own_cert", mbedtls_ssl_conf_own_cert(&both->client.conf,
                                                 &both->client_pair.crt,
                                                 &both->client_pair.key));
    pair_load(&both->client_pair, folder, "client", &both->random);
    both_setup(both);
    outcome(both);
    both_free(both);
}

/* A client with nothing first and something second. */
static void second(void)
{
    struct both *both = both_new(folder, "p256");
    struct pair none;

    printf("a client with nothing, and then something\n");
    mbedtls_x509_crt_init(&none.crt);
    mbedtls_pk_init(&none.key);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    show("  own_cert", mbedtls_ssl_conf_own_cert(&both->client.conf,
                                                 &none.crt, &none.key));
    both_client_cert(both, "client");
    both_setup(both);
    outcome(both);
    both_free(both);
    pair_free(&none);
}

/* Servers that lack one or the other. */
static void server(int with_crt, int with_key)
{
    struct both *both = both_new(folder, "p256");
    struct pair none;

    printf("a server %s certificate and %s key\n", with_crt ? "with" :
           "without", with_key ? "with" : "without");
    mbedtls_x509_crt_init(&none.crt);
    mbedtls_pk_init(&none.key);
    show("  forget", mbedtls_ssl_conf_own_cert(&both->server.conf, NULL,
                                               NULL));
    show("  own_cert", mbedtls_ssl_conf_own_cert(
             &both->server.conf, with_crt ? &both->server_pair.crt : &none.crt,
             with_key ? &both->server_pair.key : &none.key));
    both_setup(both);
    outcome(both);
    both_free(both);
    pair_free(&none);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        client(MBEDTLS_SSL_VERIFY_NONE, "not asked for");
        client(MBEDTLS_SSL_VERIFY_OPTIONAL, "optional");
        client(MBEDTLS_SSL_VERIFY_REQUIRED, "required");
        filled_later();
        second();
        server(0, 0);
        server(1, 0);
        server(0, 1);
        server(1, 1);
    }
    return 0;
}
