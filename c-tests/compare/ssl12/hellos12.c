/*
 * What a client's first message says of versions, with sessions of either
 * version and without; and what becomes of signatures by another key than the
 * certificate's.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static void restrict_to(mbedtls_ssl_config *conf, int min, int max)
{
    mbedtls_ssl_conf_min_tls_version(conf, (mbedtls_ssl_protocol_version) min);
    mbedtls_ssl_conf_max_tls_version(conf, (mbedtls_ssl_protocol_version) max);
}

static unsigned at16(const unsigned char *data)
{
    return ((unsigned) data[0] << 8) + data[1];
}

/* The ClientHello that lies in `pipe`. */
static void print_hello(const struct pipe *pipe)
{
    const unsigned char *hello = pipe->data + pipe->start;
    const unsigned char *at, *end, *versions = NULL;
    const char *ticket = "no";
    int keys = 0;
    size_t i;

    if (pipe->end - pipe->start < 44) {
        printf("  no hello\n");
        return;
    }
    printf("  record %04x hello %04x versions", at16(hello + 1), at16(hello + 9));
    at = hello + 43;
    at += 1 + at[0];
    at += 2 + at16(at);
    at += 1 + at[0];
    end = at + 2 + at16(at);
    for (at += 2; at < end; at += 4 + at16(at + 2)) {
        if (at16(at) == 43)
            versions = at + 4;
        else if (at16(at) == 35)
            ticket = at16(at + 2) ? "a" : "an empty";
        else if (at16(at) == 41)
            keys = 1;
    }
    for (i = 0; versions != NULL && i + 1 < versions[0]; i += 2)
        printf(" %04x", at16(versions + 1 + i));
    printf(" %s ticket, keys %d\n", ticket, keys);
}

/* A session of `version`. */
static void make_session(int version, mbedtls_ssl_session *session)
{
    struct both *both = both_new(folder, "p256");

    restrict_to(&both->client.conf, version, version);
    restrict_to(&both->server.conf, version, version);
    both_setup(both);
    both_connect(both);
    must("get", mbedtls_ssl_get_session(&both->client.ssl, session));
    both_free(both);
}

/* Of a client that allows `min` to `max` and has a session. */
static void hello_with(int min, int max, int of, int server_max)
{
    struct both *both;
    mbedtls_ssl_session session;
    int client, server;

    mbedtls_ssl_session_init(&session);
    if (of != 0)
        make_session(of, &session);
    printf("%04x to %04x, a session of %04x, server to %04x\n",
           (unsigned) min, (unsigned) max, (unsigned) of,
           (unsigned) server_max);
    both = both_new(folder, "p256");
    restrict_to(&both->client.conf, min, max);
    restrict_to(&both->server.conf, 0x0303, server_max);
    both_setup(both);
    if (of != 0)
        show("  set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    check("waits", waits(mbedtls_ssl_handshake(&both->client.ssl)));
    print_hello(&both->to_server);
    both_handshake(both, &client, &server);
    printf("  client -0x%04x server -0x%04x", (unsigned) -client,
           (unsigned) -server);
    if (client == 0 && server == 0)
        printf(" %s", mbedtls_ssl_get_version(&both->client.ssl));
    printf("\n");
    mbedtls_ssl_session_free(&session);
    both_free(both);
}

/*
 * Another key than that of the certificate. What RSA finds differs from one
 * run of 3.6.6 to the next.
 */
static void forged(int server, const char *cert, const char *key)
{
    struct both *both = both_new(folder, server ? cert : "p256");
    struct pair other;
    struct end *end = server ? &both->server : &both->client;
    int code_of_client, code_of_server;

    printf("the %s signs for %s with %s\n", end->name, cert, key);
    restrict_to(&both->client.conf, 0x0303, 0x0303);
    restrict_to(&both->server.conf, 0x0303, 0x0303);
    pair_load(&other, folder, key, &both->random);
    if (server) {
        mbedtls_ssl_conf_own_cert(&both->server.conf, NULL, NULL);
        must("own", mbedtls_ssl_conf_own_cert(
                 &both->server.conf, &both->server_pair.crt, &other.key));
    } else {
        pair_load(&both->client_pair, folder, cert, &both->random);
        must("own", mbedtls_ssl_conf_own_cert(
                 &both->client.conf, &both->client_pair.crt, &other.key));
        mbedtls_ssl_conf_authmode(&both->server.conf,
                                  MBEDTLS_SSL_VERIFY_REQUIRED);
    }
    both_setup(both);
    both_handshake(both, &code_of_client, &code_of_server);
    printf("  client -0x%04x server -0x%04x\n", (unsigned) -code_of_client,
           (unsigned) -code_of_server);
    both_free(both);
    pair_free(&other);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    hello_with(0x0303, 0x0303, 0, 0x0304);
    hello_with(0x0304, 0x0304, 0, 0x0304);
    hello_with(0x0303, 0x0304, 0, 0x0304);
    hello_with(0x0303, 0x0304, 0, 0x0303);
    hello_with(0x0303, 0x0304, 0x0303, 0x0304);
    hello_with(0x0303, 0x0304, 0x0303, 0x0303);
    hello_with(0x0303, 0x0303, 0x0303, 0x0304);
    hello_with(0x0304, 0x0304, 0x0303, 0x0304);
    hello_with(0x0303, 0x0304, 0x0304, 0x0304);
    hello_with(0x0303, 0x0304, 0x0304, 0x0303);
    hello_with(0x0303, 0x0303, 0x0304, 0x0304);
    forged(1, "p256", "client");
    forged(0, "client", "p256");
    return 0;
}
