/*
 * Pattern: one configuration, with certificates, ticket keys, cache and
 * generator, shared by many threads, each with a context per connection.
 */
#include "support/support.h"

#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>

#define WORKERS 4
#define ROUNDS 6
#define LENGTH 20000

static const char *folder;

/* What all threads share. */
struct shared {
    struct both *both;
    mbedtls_ssl_ticket_context tickets;
    mbedtls_ssl_cache_context cache;
    pthread_mutex_t lock;
    int resumed;
};

/* What one makes of its connections. */
struct worker {
    struct shared *shared;
    int good;
};

/* One end of a connection. */
struct peer {
    mbedtls_ssl_config *conf;
    mbedtls_ssl_session *session;   /* of a client */
    int has_session;
    int fd;
    int ret;
};

static int parse_ticket(void *context, mbedtls_ssl_session *session,
                        unsigned char *ticket, size_t len)
{
    struct shared *shared = context;
    int ret = mbedtls_ssl_ticket_parse(&shared->tickets, session, ticket, len);

    if (ret == 0) {
        check("locked", pthread_mutex_lock(&shared->lock) == 0);
        shared->resumed++;
        check("unlocked", pthread_mutex_unlock(&shared->lock) == 0);
    }
    return ret;
}

static int write_ticket(void *context, const mbedtls_ssl_session *session,
                        unsigned char *start, const unsigned char *end,
                        size_t *len, uint32_t *lifetime)
{
    return mbedtls_ssl_ticket_write(&((struct shared *) context)->tickets,
                                    session, start, end, len, lifetime);
}

/* Writes or reads so many bytes. */
static int move(mbedtls_ssl_context *ssl, int writes)
{
    static const unsigned char zero[LENGTH];
    unsigned char data[4096];
    size_t moved = 0;
    int ret;

    while (moved < LENGTH) {
        ret = writes ? mbedtls_ssl_write(ssl, zero + moved, LENGTH - moved) :
              mbedtls_ssl_read(ssl, data, sizeof(data));
        if (waits(ret) || ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            continue;
        }
        if (ret <= 0) {
            return ret == 0 ? -1 : ret;
        }
        moved += (size_t) ret;
    }
    return 0;
}

static int converse(struct peer *peer, mbedtls_ssl_context *ssl)
{
    int ret = mbedtls_ssl_setup(ssl, peer->conf);
    int is_client = peer->session != NULL;

    if (ret == 0 && is_client) {
        ret = mbedtls_ssl_set_hostname(ssl, "localhost");
    }
    if (ret == 0 && peer->has_session) {
        ret = mbedtls_ssl_set_session(ssl, peer->session);
    }
    if (ret == 0) {
        ret = mbedtls_ssl_handshake(ssl);
    }
    if (ret == 0) {
        ret = move(ssl, is_client);
    }
    if (ret == 0) {
        ret = move(ssl, !is_client);
    }
    if (ret == 0 && is_client) {
        mbedtls_ssl_session_free(peer->session);
        mbedtls_ssl_session_init(peer->session);
        ret = mbedtls_ssl_get_session(ssl, peer->session);
        peer->has_session = 1;
    }
    /* The server says that it is over, the client hears it. */
    if (ret == 0 && is_client) {
        ret = move(ssl, 0) == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ? 0 : -1;
    } else if (ret == 0) {
        ret = mbedtls_ssl_close_notify(ssl);
    }
    return ret;
}

static void *one_end(void *argument)
{
    struct peer *peer = argument;
    mbedtls_ssl_context ssl;
    mbedtls_net_context net;

    mbedtls_ssl_init(&ssl);
    mbedtls_net_init(&net);
    net.fd = peer->fd;
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    peer->ret = converse(peer, &ssl);
    mbedtls_ssl_free(&ssl);
    mbedtls_net_free(&net);
    return NULL;
}

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct both *both = worker->shared->both;
    mbedtls_ssl_session session;
    struct peer client, server;
    int round;

    mbedtls_ssl_session_init(&session);
    memset(&client, 0, sizeof(client));
    memset(&server, 0, sizeof(server));
    client.conf = &both->client.conf;
    server.conf = &both->server.conf;
    client.session = &session;
    for (round = 0; round < ROUNDS; round++) {
        pthread_t thread;
        int pair[2];

        check("sockets", socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
        client.fd = pair[0];
        server.fd = pair[1];
        check("thread", pthread_create(&thread, NULL, one_end, &server) == 0);
        one_end(&client);
        check("joined", pthread_join(thread, NULL) == 0);
        worker->good += client.ret == 0 && server.ret == 0;
    }
    mbedtls_ssl_session_free(&session);
    return NULL;
}

static void threads(const char *what, int with_tickets)
{
    static struct shared shared;
    struct worker workers[WORKERS];
    pthread_t ids[WORKERS];
    struct both *both;
    int i, good = 0;

    memset(&shared, 0, sizeof(shared));
    check("lock", pthread_mutex_init(&shared.lock, NULL) == 0);
    shared.both = both = both_new(folder, "p256");
    mbedtls_ssl_ticket_init(&shared.tickets);
    mbedtls_ssl_cache_init(&shared.cache);
    must("tickets", mbedtls_ssl_ticket_setup(
             &shared.tickets, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 86400));
    if (with_tickets) {
        mbedtls_ssl_conf_session_tickets_cb(&both->server.conf, write_ticket,
                                            parse_ticket, &shared);
    }
    mbedtls_ssl_conf_session_cache(&both->server.conf, &shared.cache,
                                   mbedtls_ssl_cache_get,
                                   mbedtls_ssl_cache_set);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    both_client_cert(both, "client");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    for (i = 0; i < WORKERS; i++) {
        workers[i].shared = &shared;
        workers[i].good = 0;
        check("thread", pthread_create(&ids[i], NULL, work, &workers[i]) == 0);
    }
    for (i = 0; i < WORKERS; i++) {
        check("joined", pthread_join(ids[i], NULL) == 0);
        good += workers[i].good;
    }
    printf("%s: %d of %d connections, tickets read %d\n", what, good,
           WORKERS * ROUNDS, shared.resumed);
    both_free(both);
    mbedtls_ssl_cache_free(&shared.cache);
    mbedtls_ssl_ticket_free(&shared.tickets);
    check("lock", pthread_mutex_destroy(&shared.lock) == 0);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    signal(SIGPIPE, SIG_IGN);
    both_version = MBEDTLS_SSL_VERSION_TLS1_2;
    threads("TLS 1.2, cache", 0);
    threads("TLS 1.2, tickets", 1);
    both_version = MBEDTLS_SSL_VERSION_TLS1_3;
    threads("TLS 1.3, no tickets", 0);
    threads("TLS 1.3, tickets", 1);
    return 0;
}
