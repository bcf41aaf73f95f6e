/*
 * Connections that are saved as bytes and go on in another context, which is
 * ours alone over streams: a server hands its connections to a worker, with
 * data cut by the transport in every way, and the refusals that 3.6's
 * documentation promises.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *folder;
static unsigned char data[30000];

/* Saves the connection of `end`, which must succeed. */
static unsigned char *save(struct end *end, size_t *len)
{
    unsigned char *saved;
    size_t again = 0;

    check("too small", mbedtls_ssl_context_save(&end->ssl, NULL, 0, len)
                           == MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL);
    saved = malloc(*len);
    check("memory", saved != NULL);
    must("save", mbedtls_ssl_context_save(&end->ssl, saved, *len, &again));
    check("length", again == *len);
    check("reset", !mbedtls_ssl_is_handshake_over(&end->ssl));
    check("saved twice",
          mbedtls_ssl_context_save(&end->ssl, saved, *len, &again)
              == MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    return saved;
}

/* Moves the connection of `end` to a new context, or to the same one reset. */
static void move(struct end *end, int same)
{
    size_t len = 0;
    unsigned char *saved = save(end, &len);

    if (!same) {
        mbedtls_ssl_free(&end->ssl);
        mbedtls_ssl_init(&end->ssl);
        must("setup", mbedtls_ssl_setup(&end->ssl, &end->conf));
        mbedtls_ssl_set_bio(&end->ssl, end, end_send, end_recv, NULL);
    }
    must("load", mbedtls_ssl_context_load(&end->ssl, saved, len));
    check("over", mbedtls_ssl_is_handshake_over(&end->ssl));
    memset(saved, 0, len);
    free(saved);
}

/* A byte is read for each that was written, and a move is made now and then. */
static void moving(mbedtls_ssl_protocol_version version, enum cut cut)
{
    struct both *both = both_new(folder, "p256");
    char suite[64];
    int round;

    mbedtls_ssl_conf_min_tls_version(&both->client.conf, version);
    mbedtls_ssl_conf_max_tls_version(&both->client.conf, version);
    mbedtls_ssl_conf_min_tls_version(&both->server.conf, version);
    mbedtls_ssl_conf_max_tls_version(&both->server.conf, version);
    mbedtls_ssl_conf_authmode(&both->server.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client");
    both->to_client.cut = cut;
    both->to_server.cut = cut;
    both_setup(both);
    both_connect(both);
    /* Tickets, if there are any, are taken by the first read. */
    both_transfer(both, &both->server, data, 100);
    strcpy(suite, mbedtls_ssl_get_ciphersuite(&both->client.ssl));
    for (round = 0; round < 6; round++) {
        move(&both->server, round % 2);
        both_transfer(both, &both->client, data, sizeof(data));
        move(&both->client, round % 3 == 0);
        both_transfer(both, &both->server, data, sizeof(data));
    }
    check("suite", strcmp(suite,
                          mbedtls_ssl_get_ciphersuite(&both->client.ssl)) == 0);
    check("version", mbedtls_ssl_get_version_number(&both->server.ssl)
                         == version);
    check("peer of the client",
          mbedtls_ssl_get_peer_cert(&both->client.ssl) != NULL
              && mbedtls_ssl_get_verify_result(&both->client.ssl) == 0);
    check("peer of the server",
          mbedtls_ssl_get_peer_cert(&both->server.ssl) != NULL
              && mbedtls_ssl_get_verify_result(&both->server.ssl) == 0);
    printf("moved %s\n", mbedtls_ssl_get_version(&both->client.ssl));
    both_free(both);
}

/* A context that is freed because its bytes were bad is as one never set up. */
static void refusals(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char *saved, byte = 0;
    size_t len = 0;

    both_setup(both);
    check("before the handshake",
          mbedtls_ssl_context_save(&both->client.ssl, data, sizeof(data), &len)
              == MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    both_connect(both);
    must("write", mbedtls_ssl_write(&both->server.ssl, data, 2) != 2);
    check("a byte", mbedtls_ssl_read(&both->client.ssl, &byte, 1) == 1);
    check("unread data",
          mbedtls_ssl_context_save(&both->client.ssl, data, sizeof(data), &len)
              == MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    check("a byte", mbedtls_ssl_read(&both->client.ssl, &byte, 1) == 1);
    saved = save(&both->client, &len);
    saved[len / 2] ^= 1;
    check("damaged", mbedtls_ssl_context_load(&both->client.ssl, saved, len)
                         == MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    check("freed", mbedtls_ssl_read(&both->client.ssl, &byte, 1)
                       == MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    saved[len / 2] ^= 1;
    must("setup", mbedtls_ssl_setup(&both->client.ssl, &both->client.conf));
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    must("load", mbedtls_ssl_context_load(&both->client.ssl, saved, len));
    both_transfer(both, &both->client, data, 1000);
    memset(saved, 0, len);
    free(saved);
    printf("refused\n");
    both_free(both);
}

int main(int argc, char **argv)
{
    enum cut cut;

    folder = folder_argument(argc, argv);
    fill_pattern(data, sizeof(data), 0);
    for (cut = CUT_NONE; cut <= CUT_RANDOM; cut++) {
        moving(MBEDTLS_SSL_VERSION_TLS1_3, cut);
#if defined(MBEDTLS_SSL_PROTO_TLS1_2)
        moving(MBEDTLS_SSL_VERSION_TLS1_2, cut);
#endif
    }
    refusals();
    return 0;
}
