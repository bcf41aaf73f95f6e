/*
 * One thread reads while another writes on the same context, at both ends,
 * flat out, with new keys and authentications of the client in between.
 *
 *   threads FOLDER [RECORDS [1.2]]
 *
 * RECORDS go each way; in TLS 1.2, if that is asked for, with new handshakes in
 * between. What comes has to be what was sent.
 */
#include "support/support.h"

#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <ferrotls/ferrotls.h>

/* A record; of a size that no record of the library is a multiple of. */
#define RECORD 1003
/* After so many records a writer changes its keys; and every other time it
 * wants its peer to do so too. */
#define UPDATE_EVERY 500
/* After so many the server asks the client who it is, or in TLS 1.2 for
 * another handshake. */
#define ASK_EVERY 20000

/* TLS 1.2, which knows nothing of new keys and later authentications. */
static int tls12;

struct side {
    const char *name;
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    int socket;
    int is_server;
    unsigned long records;
    unsigned long waits;      /* writes that were to come again */
    unsigned long updates;
    unsigned long asked;
    unsigned long handshakes;
};

static int on_send(void *context, const unsigned char *data, size_t len)
{
    ssize_t ret = write(*(int *) context, data, len);

    return ret < 0 ? MBEDTLS_ERR_SSL_INTERNAL_ERROR : (int) ret;
}

static int on_recv(void *context, unsigned char *data, size_t len)
{
    ssize_t ret = read(*(int *) context, data, len);

    return ret < 0 ? MBEDTLS_ERR_SSL_INTERNAL_ERROR : (int) ret;
}

/* Counts handshakes: each shows certificates. */
static int on_verify(void *context, mbedtls_x509_crt *crt, int depth,
                     uint32_t *flags)
{
    struct side *side = context;

    (void) crt;
    (void) flags;
    side->handshakes += depth == 0;
    return 0;
}

static void side_init(struct side *side, struct both *both, int is_server,
                      struct pair *pair, unsigned long records)
{
    memset(side, 0, sizeof(*side));
    side->name = is_server ? "server" : "client";
    side->is_server = is_server;
    side->records = records;
    mbedtls_ssl_config_init(&side->conf);
    must("defaults", mbedtls_ssl_config_defaults(
             &side->conf,
             is_server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
             MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&side->conf, mbedtls_ctr_drbg_random,
                         &both->random.drbg);
    mbedtls_ssl_conf_ca_chain(&side->conf, &both->ca, NULL);
    must("own cert", mbedtls_ssl_conf_own_cert(&side->conf, &pair->crt,
                                               &pair->key));
    if (tls12) {
        mbedtls_ssl_conf_min_tls_version(&side->conf,
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_max_tls_version(&side->conf,
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_renegotiation(&side->conf,
                                       MBEDTLS_SSL_RENEGOTIATION_ENABLED);
        /* Much may be on its way when the client is asked. */
        mbedtls_ssl_conf_renegotiation_enforced(
            &side->conf, MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED);
        mbedtls_ssl_conf_verify(&side->conf, on_verify, side);
    }
    ferrotls_conf_post_handshake_auth(&side->conf, 1);
    mbedtls_ssl_init(&side->ssl);
    must("setup", mbedtls_ssl_setup(&side->ssl, &side->conf));
    must("host name", mbedtls_ssl_set_hostname(&side->ssl, "localhost"));
    mbedtls_ssl_set_bio(&side->ssl, &side->socket, on_send, on_recv, NULL);
}

static void side_free(struct side *side)
{
    mbedtls_ssl_free(&side->ssl);
    mbedtls_ssl_config_free(&side->conf);
    close(side->socket);
}

static void *shake_hands(void *context)
{
    struct side *side = context;

    must(side->name, mbedtls_ssl_handshake(&side->ssl));
    return NULL;
}

static void new_keys(struct side *side)
{
    int ret;

    do {
        ret = ferrotls_update_keys(&side->ssl, side->updates % 2 == 0);
    } while (ret == MBEDTLS_ERR_SSL_WANT_WRITE);
    must("new keys", ret);
    side->updates++;
}

/* Asks again once the last request is answered. */
static void ask(struct side *side)
{
    int ret;

    if (ferrotls_client_authentication_status(&side->ssl) ==
        FERROTLS_CLIENT_AUTHENTICATION_PENDING) {
        return;
    }
    do {
        ret = ferrotls_request_client_certificate(&side->ssl);
    } while (ret == MBEDTLS_ERR_SSL_WANT_WRITE);
    must("request", ret);
    side->asked++;
}

/* Asks for another handshake, which this one's reading thread then sees come. */
static void ask_anew(struct side *side)
{
    int ret;

    do {
        ret = mbedtls_ssl_renegotiate(&side->ssl);
    } while (ret == MBEDTLS_ERR_SSL_WANT_WRITE);
    must("another handshake", ret);
    side->asked++;
}

static void *write_all(void *context)
{
    struct side *side = context;
    unsigned char data[RECORD];
    unsigned long i;

    for (i = 0; i < side->records; i++) {
        size_t sent = 0;

        fill_pattern(data, RECORD, i);
        while (sent < RECORD) {
            int ret = mbedtls_ssl_write(&side->ssl, data + sent,
                                        RECORD - sent);

            /* A client's handshake waits until its other thread has read. */
            if (waits(ret) || ret == MBEDTLS_ERR_SSL_WAITING_SERVER_HELLO_RENEGO) {
                side->waits++;
                continue;
            }
            if (ret < 0) {
                must("write", ret);
            }
            sent += (size_t) ret;
        }
        if (!tls12 && i % UPDATE_EVERY == UPDATE_EVERY - 1) {
            new_keys(side);
        }
        if (!tls12 && side->is_server && i % ASK_EVERY == ASK_EVERY / 2) {
            ask(side);
        }
        if (tls12 && side->is_server && i % ASK_EVERY == ASK_EVERY / 2) {
            ask_anew(side);
        }
    }
    return NULL;
}

static void *read_all(void *context)
{
    struct side *side = context;
    unsigned char data[RECORD];
    unsigned long i;

    for (i = 0; i < side->records; i++) {
        size_t got = 0;

        while (got < RECORD) {
            int ret = mbedtls_ssl_read(&side->ssl, data + got, RECORD - got);

            if (waits(ret)) {
                continue;
            }
            if (ret <= 0) {
                must("read", ret == 0 ? -1 : ret);
            }
            got += (size_t) ret;
        }
        check("what comes is what was sent", is_pattern(data, RECORD, i));
    }
    return NULL;
}

static void run(pthread_t *thread, void *(*what)(void *), struct side *side)
{
    check("a thread", pthread_create(thread, NULL, what, side) == 0);
}

int main(int argc, char **argv)
{
    static struct side client, server;
    struct both *both;
    pthread_t threads[4];
    unsigned long records = 5000;
    int sockets[2];
    int i;

    check("a folder", argc >= 2 && argc <= 4);
    tls12 = argc == 4 && strcmp(argv[3], "1.2") == 0;
    if (argc >= 3) {
        records = strtoul(argv[2], NULL, 10);
    }
    both = both_new(argv[1], "p256");
    both_client_cert(both, "client");
    side_init(&client, both, 0, &both->client_pair, records);
    side_init(&server, both, 1, &both->server_pair, records);
    check("two sockets", socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
    client.socket = sockets[0];
    server.socket = sockets[1];

    run(&threads[0], shake_hands, &client);
    run(&threads[1], shake_hands, &server);
    for (i = 0; i < 2; i++) {
        check("joined", pthread_join(threads[i], NULL) == 0);
    }
    run(&threads[0], write_all, &client);
    run(&threads[1], read_all, &client);
    run(&threads[2], write_all, &server);
    run(&threads[3], read_all, &server);
    for (i = 0; i < 4; i++) {
        check("joined", pthread_join(threads[i], NULL) == 0);
    }
    printf("%lu records each way, new keys %lu and %lu times\n", records,
           client.updates, server.updates);
    fprintf(stderr, "asked %lu times; writes that had to come again: %lu and "
            "%lu\n", server.asked, client.waits, server.waits);
    if (tls12) {
        fprintf(stderr, "handshakes: %lu\n", client.handshakes);
        check("another handshake came about", server.asked == 0 ||
              client.handshakes > 1);
    }
    side_free(&client);
    side_free(&server);
    both_free(both);
    return 0;
}
