/*
 * One server of a fleet: TLS 1.3 with tickets and early data that work at
 * every server, and replays that work at none.
 *
 *     server NAME PORT CERTIFICATE_FILE KEY_FILE REDIS_SOCKET keys|store
 *
 * With `keys` the sessions are in the tickets, under keys that the servers
 * share; with `store` they are in Redis, and a ticket is only the name of one.
 * It prints a line for each connection, and ends on SIGTERM.
 */
#include "store.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <ferrotls/ferrotls.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/pk.h>
#include <mbedtls/ssl.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crt.h>

/* Most early data that a client may send, in bytes: a request. */
#define MAX_EARLY_DATA 1024
/* A visitor who says nothing for so long is sent away, in milliseconds. */
#define PATIENCE 2000
/* Bytes of a name in the store: too many to guess. */
#define NAME_LENGTH 32

struct server {
    const char *name;
    struct store store;
    mbedtls_net_context listener;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_x509_crt certificate;
    mbedtls_pk_context key;
    mbedtls_ssl_config conf;
    mbedtls_ssl_ticket_context tickets;
    int stores_sessions;
    /* The period whose key makes tickets now; 0: none yet. */
    long period;
};

static volatile sig_atomic_t ending;

static void end(int number)
{
    (void) number;
    ending = 1;
}

static int failed(const char *what, int ret)
{
    char text[160];

    mbedtls_strerror(ret, text, sizeof(text));
    fprintf(stderr, "error: %s: -0x%04x, %s\n", what, (unsigned) -ret, text);
    return ret;
}

/*
 * Ticket keys. All servers of a period make tickets with the same key; those
 * of the period before are still read, because mbedtls_ssl_ticket_rotate()
 * keeps one old key.
 */

static int use_key(struct server *server, long period, const unsigned char key[KEY_LENGTH])
{
    unsigned char name[KEY_NAME_LENGTH];
    unsigned long number = (unsigned long) period;
    int i;

    for (i = 0; i < KEY_NAME_LENGTH; i++) {
        name[i] = (unsigned char) (number >> (8 * i));
    }
    return mbedtls_ssl_ticket_rotate(&server->tickets, name, sizeof(name), key, KEY_LENGTH,
                                     TICKET_LIFETIME);
}

/* Sees to it that the key of this hour makes the tickets. */
static void rotate(struct server *server)
{
    unsigned char key[KEY_LENGTH];
    long period = (long) time(NULL) / KEY_PERIOD;

    if (period == server->period) {
        return;
    }
    /* A server that has just started reads the tickets of the hour before. */
    if (server->period == 0 && store_find_key(&server->store, period - 1, key) == 0) {
        use_key(server, period - 1, key);
    }
    if (mbedtls_ctr_drbg_random(&server->drbg, key, sizeof(key)) == 0 &&
        store_share_key(&server->store, period, key) == 0 && use_key(server, period, key) == 0) {
        server->period = period;
    }
    /* Without Redis the server goes on with keys of its own: its tickets are
     * then good at this server only. The next connection tries again. */
    memset(key, 0, sizeof(key));
}

/*
 * Sessions in the store. The two functions have the types of a session cache
 * as well as the work of one.
 */

static int cache_get(void *data, const unsigned char *id, size_t length, mbedtls_ssl_session *session)
{
    struct server *server = data;
    unsigned char blob[8192];
    long got = store_take(&server->store, id, length, blob, sizeof(blob));

    if (got < 0) {
        return MBEDTLS_ERR_SSL_CACHE_ENTRY_NOT_FOUND;
    }
    return mbedtls_ssl_session_load(session, blob, (size_t) got);
}

static int cache_set(void *data, const unsigned char *id, size_t length,
                     const mbedtls_ssl_session *session)
{
    struct server *server = data;
    unsigned char blob[8192];
    size_t used = 0;
    int ret = mbedtls_ssl_session_save(session, blob, sizeof(blob), &used);

    if (ret != 0) {
        return ret;
    }
    return store_put(&server->store, id, length, blob, used, TICKET_LIFETIME) == 0
               ? 0
               : MBEDTLS_ERR_SSL_INTERNAL_ERROR;
}

/* A ticket is a random name, under which the session is in the store. */
static int write_ticket(void *data, const mbedtls_ssl_session *session, unsigned char *start,
                        const unsigned char *end_of_room, size_t *length, uint32_t *lifetime)
{
    struct server *server = data;
    int ret;

    if ((size_t) (end_of_room - start) < NAME_LENGTH) {
        return MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL;
    }
    ret = mbedtls_ctr_drbg_random(&server->drbg, start, NAME_LENGTH);
    if (ret == 0) {
        ret = cache_set(server, start, NAME_LENGTH, session);
    }
    *length = NAME_LENGTH;
    *lifetime = TICKET_LIFETIME;
    return ret;
}

static int read_ticket(void *data, mbedtls_ssl_session *session, unsigned char *ticket, size_t length)
{
    if (length != NAME_LENGTH) {
        return MBEDTLS_ERR_SSL_INVALID_MAC;
    }
    return cache_get(data, ticket, length, session);
}

/*
 * Anti-replay. Early data is taken once in the whole fleet; when the store
 * cannot say so, it is not taken, and the client sends it again after the
 * handshake.
 */
static int seen_before(void *data, const unsigned char *attempt, size_t length,
                       uint64_t milliseconds)
{
    struct server *server = data;

    return store_once(&server->store, attempt, length, milliseconds) == 0 ? 0 : 1;
}

static int set_up(struct server *server, char **arguments)
{
    mbedtls_ssl_config *conf = &server->conf;
    int ret;

    server->name = arguments[1];
    server->stores_sessions = strcmp(arguments[6], "store") == 0;
    server->period = 0;
    store_init(&server->store, arguments[5]);
    mbedtls_net_init(&server->listener);
    mbedtls_entropy_init(&server->entropy);
    mbedtls_ctr_drbg_init(&server->drbg);
    mbedtls_x509_crt_init(&server->certificate);
    mbedtls_pk_init(&server->key);
    mbedtls_ssl_config_init(conf);
    mbedtls_ssl_ticket_init(&server->tickets);

    ret = mbedtls_ctr_drbg_seed(&server->drbg, mbedtls_entropy_func, &server->entropy, NULL, 0);
    if (ret != 0) {
        return failed("random generator", ret);
    }
    ret = mbedtls_x509_crt_parse_file(&server->certificate, arguments[3]);
    if (ret != 0) {
        return failed(arguments[3], ret);
    }
    ret = mbedtls_pk_parse_keyfile(&server->key, arguments[4], NULL, mbedtls_ctr_drbg_random,
                                   &server->drbg);
    if (ret != 0) {
        return failed(arguments[4], ret);
    }
    ret = mbedtls_ssl_config_defaults(conf, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM,
                                      MBEDTLS_SSL_PRESET_DEFAULT);
    if (ret != 0) {
        return failed("configuration", ret);
    }
    mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random, &server->drbg);
    mbedtls_ssl_conf_read_timeout(conf, PATIENCE);
    ret = mbedtls_ssl_conf_own_cert(conf, &server->certificate, &server->key);
    if (ret != 0) {
        return failed("certificate", ret);
    }

    if (server->stores_sessions) {
        mbedtls_ssl_conf_session_tickets_cb(conf, write_ticket, read_ticket, server);
        /* For clients that resume by session id, as TLS 1.2 does. */
        mbedtls_ssl_conf_session_cache(conf, server, cache_get, cache_set);
    } else {
        ret = mbedtls_ssl_ticket_setup(&server->tickets, mbedtls_ctr_drbg_random, &server->drbg,
                                       MBEDTLS_CIPHER_AES_256_GCM, TICKET_LIFETIME);
        if (ret != 0) {
            return failed("tickets", ret);
        }
        mbedtls_ssl_conf_session_tickets_cb(conf, mbedtls_ssl_ticket_write, mbedtls_ssl_ticket_parse,
                                            &server->tickets);
    }
    mbedtls_ssl_conf_early_data(conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
    mbedtls_ssl_conf_max_early_data_size(conf, MAX_EARLY_DATA);
    ferrotls_conf_anti_replay_cb(conf, seen_before, server);

    ret = mbedtls_net_bind(&server->listener, "127.0.0.1", arguments[2], MBEDTLS_NET_PROTO_TCP);
    return ret == 0 ? 0 : failed("port", ret);
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
    store_free(&server->store);
}

/* What came of a request. */
struct request {
    char text[MAX_EARLY_DATA + 1];
    size_t length;
    /* So much of it was early data. */
    size_t early;
};

static int is_complete(const struct request *request)
{
    return memchr(request->text, '\n', request->length) != NULL;
}

/* Performs the handshake, and takes the early data that comes in it. */
static int shake_hands(mbedtls_ssl_context *ssl, struct request *request)
{
    int ret;

    while ((ret = mbedtls_ssl_handshake(ssl)) != 0) {
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            ret = mbedtls_ssl_read_early_data(ssl, (unsigned char *) request->text + request->length,
                                              sizeof(request->text) - 1 - request->length);
            if (ret > 0) {
                request->length += (size_t) ret;
                request->early = request->length;
                continue;
            }
        }
        if (ret != MBEDTLS_ERR_SSL_WANT_READ && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret;
        }
    }
    return 0;
}

/* Reads what is missing of the request, and answers. */
static int answer(struct server *server, mbedtls_ssl_context *ssl, struct request *request)
{
    char text[MAX_EARLY_DATA + 64];
    int length, sent = 0, ret;

    while (!is_complete(request) && request->length < sizeof(request->text) - 1) {
        ret = mbedtls_ssl_read(ssl, (unsigned char *) request->text + request->length,
                               sizeof(request->text) - 1 - request->length);
        if (ret > 0) {
            request->length += (size_t) ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret == 0 ? MBEDTLS_ERR_SSL_CONN_EOF : ret;
        }
    }
    length = snprintf(text, sizeof(text), "%s serves %.*s\n", server->name,
                      (int) strcspn(request->text, "\r\n"), request->text);
    while (sent < length) {
        ret = mbedtls_ssl_write(ssl, (const unsigned char *) text + sent, (size_t) (length - sent));
        if (ret > 0) {
            sent += ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret;
        }
    }
    return mbedtls_ssl_close_notify(ssl);
}

static void report(struct server *server, mbedtls_ssl_context *ssl, const struct request *request,
                   int ret)
{
    printf("%s: ", server->name);
    if (request->early > 0) {
        printf("early \"%.*s\", ", (int) strcspn(request->text, "\r\n"), request->text);
    }
    printf("%s", ferrotls_get_psk(ssl) == FERROTLS_PSK_RESUMPTION ? "resumed" : "full handshake");
    if (ret == MBEDTLS_ERR_SSL_TIMEOUT) {
        printf(", and nothing more");
    } else if (ret != 0) {
        printf(", failed: -0x%04x", (unsigned) -ret);
    } else if (request->early == 0) {
        printf(", \"%.*s\"", (int) strcspn(request->text, "\r\n"), request->text);
    }
    printf("\n");
    fflush(stdout);
}

/* Serves one visitor. */
static void serve(struct server *server)
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
        rotate(server);
        ret = mbedtls_ssl_setup(&ssl, &server->conf);
        if (ret == 0) {
            mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, NULL, mbedtls_net_recv_timeout);
            ret = shake_hands(&ssl, &request);
        }
        if (ret == 0) {
            ret = answer(server, &ssl, &request);
        }
        report(server, &ssl, &request, ret);
    }
    mbedtls_ssl_free(&ssl);
    mbedtls_net_free(&net);
}

int main(int count, char **arguments)
{
    static struct server server;
    struct sigaction action;
    int ret;

    if (count != 7 || (strcmp(arguments[6], "keys") != 0 && strcmp(arguments[6], "store") != 0)) {
        fprintf(stderr, "usage: server NAME PORT CERTIFICATE_FILE KEY_FILE REDIS_SOCKET keys|store\n");
        return 2;
    }
    memset(&action, 0, sizeof(action));
    action.sa_handler = end;
    sigaction(SIGTERM, &action, NULL);
    signal(SIGPIPE, SIG_IGN);

    ret = set_up(&server, arguments);
    if (ret == 0) {
        printf("%s: ready\n", server.name);
        fflush(stdout);
        while (!ending) {
            serve(&server);
        }
    }
    clean_up(&server);
    return ret == 0 ? 0 : 1;
}
