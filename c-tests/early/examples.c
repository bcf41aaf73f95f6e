/*
 * Early data as the manual of Mbed TLS shows it: a client that writes as much
 * as it may early and the rest later; one that finishes its handshake, asks
 * what became of it, and sends again what was dropped; a server that is told
 * of early data by whatever function it is in. Client and server are two
 * threads with pipes between them, that block or that drip: every second call
 * says "not yet", and the others move one byte.
 *
 * The server checks that what it reads, early or not, is what the client
 * wrote, every byte once and in order.
 */
#include "support/support.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <mbedtls/ssl_ticket.h>

#define MAX_EARLY 2000
#define LONGEST 6000

/* By which function the server begins. */
enum start { HANDSHAKE, STEPS, READ, WRITE, READ_EARLY };
/* What it makes of the early data. */
enum verdict { TAKE, REFUSE, RETRY };

struct link {
    int in;
    int out;
    int drips;
    int flip;
};

struct server {
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_ssl_ticket_context tickets;
    struct link link;
    enum start start;
    size_t expected;             /* bytes that the client has to say */
    size_t early;                /* bytes that came early */
    unsigned char data[LONGEST];
};

struct client {
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_ssl_session session;
    struct link link;
};

static struct random randomness;
static mbedtls_x509_crt ca;
static struct pair own;

static int link_send(void *context, const unsigned char *data, size_t len)
{
    struct link *link = context;
    ssize_t sent;

    if (link->drips) {
        link->flip = !link->flip;
        if (link->flip) {
            return MBEDTLS_ERR_SSL_WANT_WRITE;
        }
        len = len > 1 ? 1 : len;
    }
    sent = write(link->out, data, len);
    return sent < 0 ? -1 : (int) sent;
}

static int link_recv(void *context, unsigned char *data, size_t len)
{
    struct link *link = context;
    ssize_t got;

    if (link->drips) {
        link->flip = !link->flip;
        if (link->flip) {
            return MBEDTLS_ERR_SSL_WANT_READ;
        }
        len = len > 1 ? 1 : len;
    }
    got = read(link->in, data, len);
    return got < 0 ? -1 : (int) got;
}

/* ---- the server ---- */

/* Early data, which is here. */
static void take_early(struct server *server)
{
    int ret = mbedtls_ssl_read_early_data(&server->ssl,
                                          server->data + server->early,
                                          sizeof(server->data) -
                                          server->early);

    check("early data is there when it was announced", ret > 0);
    server->early += (size_t) ret;
}

/* One call that shakes hands; what it returns. */
static int shake(struct server *server)
{
    switch (server->start) {
        case STEPS:
            if (mbedtls_ssl_is_handshake_over(&server->ssl)) {
                return 0;
            }
            {
                int ret = mbedtls_ssl_handshake_step(&server->ssl);

                return ret == 0 ? MBEDTLS_ERR_SSL_WANT_READ : ret;
            }
        case READ:
            return mbedtls_ssl_read(&server->ssl, NULL, 0);
        case WRITE:
            return mbedtls_ssl_write(&server->ssl,
                                     (const unsigned char *) "!", 1);
        default:
            return mbedtls_ssl_handshake(&server->ssl);
    }
}

/* Reads early data without another function's word for it. */
static void read_early_first(struct server *server)
{
    int ret;

    do {
        ret = mbedtls_ssl_read_early_data(&server->ssl,
                                          server->data + server->early,
                                          sizeof(server->data) -
                                          server->early);
        if (ret > 0) {
            server->early += (size_t) ret;
        }
    } while (ret > 0 || waits(ret));
    check("at the end there is no more early data",
          ret == MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA);
    check("and there is none later",
          mbedtls_ssl_read_early_data(&server->ssl, server->data, 1) ==
          MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA);
}

static void *serve(void *context)
{
    struct server *server = context;
    size_t received, sent;
    int ret;

    server->early = 0;
    if (server->start == READ_EARLY) {
        read_early_first(server);
    }
    for (;;) {
        ret = shake(server);
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            /* Who does not read it is told again. */
            check("it is still there", shake(server) == ret);
            take_early(server);
            continue;
        }
        if (ret >= 0) {
            break;
        }
        if (!waits(ret)) {
            must("the server's handshake", ret);
        }
    }
    check("the server's handshake is over",
          mbedtls_ssl_is_handshake_over(&server->ssl));
    check("after it there is no early data",
          mbedtls_ssl_read_early_data(&server->ssl, server->data, 1) ==
          MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA);
    received = server->early;
    while (received < server->expected) {
        ret = mbedtls_ssl_read(&server->ssl, server->data + received,
                               sizeof(server->data) - received);
        if (ret > 0) {
            received += (size_t) ret;
        } else if (!waits(ret)) {
            check("the server reads all", 0);
        }
    }
    check("the server reads no more than was written",
          received == server->expected);
    check("the server reads what was written",
          is_pattern(server->data, received, 0));
    for (sent = 0; sent < 2; ) {
        ret = mbedtls_ssl_write(&server->ssl,
                                (const unsigned char *) "ok" + sent, 2 - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (!waits(ret)) {
            must("the server's answer", ret);
        }
    }
    return NULL;
}

/* ---- the client ---- */

/* All of the data, after the handshake. */
static int write_data(mbedtls_ssl_context *ssl, const unsigned char *data,
                      size_t len, size_t *written)
{
    *written = 0;
    while (*written < len) {
        int ret = mbedtls_ssl_write(ssl, data + *written, len - *written);

        if (ret > 0) {
            *written += (size_t) ret;
        } else if (!waits(ret)) {
            return ret;
        }
    }
    return 0;
}

/* As much of the data as may go early. */
static int write_early(mbedtls_ssl_context *ssl, const unsigned char *data,
                       size_t len, size_t *written)
{
    *written = 0;
    while (*written < len) {
        int ret = mbedtls_ssl_write_early_data(ssl, data + *written,
                                               len - *written);

        if (ret > 0) {
            *written += (size_t) ret;
        } else if (!waits(ret)) {
            return ret;
        }
    }
    return 0;
}

/* Early as far as that goes, then the rest: for a server that takes it. */
static void early_then_normal(struct client *client,
                              const unsigned char *data, size_t len,
                              size_t *early)
{
    size_t rest;
    int ret = write_early(&client->ssl, data, len, early);

    if (ret < 0 && ret != MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA) {
        must("early data", ret);
    }
    must("the rest", write_data(&client->ssl, data + *early, len - *early,
                                &rest));
}

/* The same, and again what the server did not take. Returns the status. */
static int early_then_resend(struct client *client, const unsigned char *data,
                             size_t len, size_t *early)
{
    size_t rest;
    int ret = write_early(&client->ssl, data, len, early);
    int status;

    if (ret < 0 && ret != MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA) {
        must("early data", ret);
    }
    while (!mbedtls_ssl_is_handshake_over(&client->ssl)) {
        ret = mbedtls_ssl_handshake(&client->ssl);
        if (ret != 0 && !waits(ret)) {
            must("the client's handshake", ret);
        }
    }
    status = mbedtls_ssl_get_early_data_status(&client->ssl);
    check("there is a status", status >= 0);
    if (status == MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED) {
        must("all again", write_data(&client->ssl, data, len, &rest));
    } else {
        must("the rest", write_data(&client->ssl, data + *early,
                                    len - *early, &rest));
    }
    return status;
}

/* Reads the server's answer, and with it the tickets before it. */
static void read_answer(struct client *client, size_t len)
{
    unsigned char answer[16];
    size_t received = 0;

    while (received < len) {
        int ret = mbedtls_ssl_read(&client->ssl, answer + received,
                                   sizeof(answer) - received);

        if (ret > 0) {
            received += (size_t) ret;
        } else if (ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            mbedtls_ssl_session_free(&client->session);
            mbedtls_ssl_session_init(&client->session);
            must("get_session", mbedtls_ssl_get_session(&client->ssl,
                                                        &client->session));
        } else if (!waits(ret)) {
            must("the client reads", ret);
        }
    }
    check("it is the answer", memcmp(answer + len - 2, "ok", 2) == 0);
}

/* ---- both ---- */

static void configure(struct server *server, struct client *client)
{
    mbedtls_ssl_config *conf;
    int i;

    for (i = 0; i < 2; i++) {
        conf = i == 0 ? &server->conf : &client->conf;
        mbedtls_ssl_config_init(conf);
        must("config_defaults",
             mbedtls_ssl_config_defaults(conf, i == 0 ? MBEDTLS_SSL_IS_SERVER :
                                         MBEDTLS_SSL_IS_CLIENT,
                                         MBEDTLS_SSL_TRANSPORT_STREAM,
                                         MBEDTLS_SSL_PRESET_DEFAULT));
        mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random, &randomness.drbg);
        mbedtls_ssl_conf_min_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_3);
        mbedtls_ssl_conf_early_data(conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
        mbedtls_ssl_conf_ca_chain(conf, &ca, NULL);
    }
    must("own_cert",
         mbedtls_ssl_conf_own_cert(&server->conf, &own.crt, &own.key));
    mbedtls_ssl_conf_max_early_data_size(&server->conf, MAX_EARLY);
    mbedtls_ssl_ticket_init(&server->tickets);
    must("ticket_setup",
         mbedtls_ssl_ticket_setup(&server->tickets, mbedtls_ctr_drbg_random,
                                  &randomness.drbg, MBEDTLS_CIPHER_AES_256_GCM,
                                  86400));
    mbedtls_ssl_conf_session_tickets_cb(&server->conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse,
                                        &server->tickets);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &client->conf, MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
}

/* Fresh contexts with pipes between them, and the server's thread. */
static void open_both(struct server *server, struct client *client, int drips,
                      pthread_t *thread)
{
    int fds[2];

    check("there is a pipe", pipe(fds) == 0);
    server->link.in = fds[0];
    client->link.out = fds[1];
    check("there is another", pipe(fds) == 0);
    client->link.in = fds[0];
    server->link.out = fds[1];
    server->link.drips = client->link.drips = drips;
    mbedtls_ssl_init(&server->ssl);
    mbedtls_ssl_init(&client->ssl);
    must("setup", mbedtls_ssl_setup(&server->ssl, &server->conf));
    must("setup", mbedtls_ssl_setup(&client->ssl, &client->conf));
    must("set_hostname",
         mbedtls_ssl_set_hostname(&client->ssl, "localhost"));
    mbedtls_ssl_set_bio(&server->ssl, &server->link, link_send, link_recv,
                        NULL);
    mbedtls_ssl_set_bio(&client->ssl, &client->link, link_send, link_recv,
                        NULL);
    check("there is a thread",
          pthread_create(thread, NULL, serve, server) == 0);
}

static void close_both(struct server *server, struct client *client,
                       pthread_t thread)
{
    pthread_join(thread, NULL);
    mbedtls_ssl_free(&server->ssl);
    mbedtls_ssl_free(&client->ssl);
    close(server->link.in);
    close(server->link.out);
    close(client->link.in);
    close(client->link.out);
}

/* A connection with a certificate, for its ticket. */
static void first_connection(struct server *server, struct client *client)
{
    unsigned char data[10];
    pthread_t thread;
    size_t early;

    server->start = HANDSHAKE;
    server->expected = sizeof(data);
    open_both(server, client, 0, &thread);
    fill_pattern(data, sizeof(data), 0);
    check("without a session nothing goes early",
          mbedtls_ssl_write_early_data(&client->ssl, data, sizeof(data)) ==
          MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA);
    check("before the end there is no status",
          mbedtls_ssl_get_early_data_status(&client->ssl) ==
          MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    check("that was none", early_then_resend(client, data, sizeof(data),
                                             &early) ==
          MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED && early == 0);
    read_answer(client, 2);
    close_both(server, client, thread);
}

static void again(enum verdict verdict, enum start start, int drips,
                  int resends, size_t len)
{
    static struct server server;
    static struct client client;
    static const char *const verdicts[] = { "taken", "refused", "retried" };
    static const char *const starts[] = { "handshake", "steps", "read",
                                          "write", "read_early_data" };
    static const uint16_t other_group[] = {
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1, 0
    };
    unsigned char data[LONGEST];
    size_t early, allowed = len < MAX_EARLY ? len : MAX_EARLY;
    pthread_t thread;
    int status = -1;

    memset(&server, 0, sizeof(server));
    memset(&client, 0, sizeof(client));
    mbedtls_ssl_session_init(&client.session);
    configure(&server, &client);
    first_connection(&server, &client);

    if (verdict == REFUSE) {
        mbedtls_ssl_conf_early_data(&server.conf,
                                    MBEDTLS_SSL_EARLY_DATA_DISABLED);
    } else if (verdict == RETRY) {
        mbedtls_ssl_conf_groups(&server.conf, other_group);
    }
    server.start = start;
    server.expected = len;
    open_both(&server, &client, drips, &thread);
    must("set_session", mbedtls_ssl_set_session(&client.ssl,
                                                &client.session));
    fill_pattern(data, len, 0);
    if (resends) {
        status = early_then_resend(&client, data, len, &early);
    } else {
        early_then_normal(&client, data, len, &early);
    }
    read_answer(&client, start == WRITE ? 3 : 2);
    if (!resends) {
        status = mbedtls_ssl_get_early_data_status(&client.ssl);
    }
    check("at its end nothing goes early",
          mbedtls_ssl_write_early_data(&client.ssl, data, 1) ==
          MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA);
    close_both(&server, &client, thread);
    check("the first call writes", early > 0 && early <= allowed);
    check("the status is right", status == (verdict == TAKE ?
          MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED :
          MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED));
    check("the server has read early what the client wrote early",
          server.early == (verdict == TAKE ? early : 0));
    printf("%4u bytes, %s, server begins with %s, %s, %s: early %u\n",
           (unsigned) len, drips ? "dripping" : "blocking", starts[start],
           resends ? "resent" : "not resent", verdicts[verdict],
           (unsigned) server.early);
    mbedtls_ssl_session_free(&client.session);
    mbedtls_ssl_config_free(&client.conf);
    mbedtls_ssl_config_free(&server.conf);
    mbedtls_ssl_ticket_free(&server.tickets);
}

int main(int argc, char **argv)
{
    static const size_t lengths[] = { 1, 700, MAX_EARLY, LONGEST };
    const char *folder = folder_argument(argc, argv);
    size_t i;
    int drips;

    random_init(&randomness);
    crt_load(&ca, folder, "ca");
    pair_load(&own, folder, "p256", &randomness);
    for (drips = 0; drips < 2; drips++) {
        for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
            again(TAKE, HANDSHAKE, drips, 0, lengths[i]);
            again(TAKE, HANDSHAKE, drips, 1, lengths[i]);
            again(TAKE, READ_EARLY, drips, 1, lengths[i]);
            again(REFUSE, HANDSHAKE, drips, 1, lengths[i]);
            again(RETRY, HANDSHAKE, drips, 1, lengths[i]);
        }
        again(TAKE, STEPS, drips, 1, 700);
        again(TAKE, READ, drips, 1, LONGEST);
        again(TAKE, WRITE, drips, 1, 700);
        again(REFUSE, READ_EARLY, drips, 1, 700);
        again(RETRY, READ_EARLY, drips, 1, 700);
    }
    pair_free(&own);
    mbedtls_x509_crt_free(&ca);
    random_free(&randomness);
    return 0;
}
