/*
 * A first flight with early data that comes a second time: what the server
 * does about it by itself, with a store of another size, without one, and with
 * a callback of the application's.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <ferrotls/ferrotls.h>
#include <mbedtls/ssl_ticket.h>

static const unsigned char order[] = "one pizza";

struct flight {
    unsigned char data[PIPE_SIZE];
    size_t len;
};

/* What the callback is told, and what it says. */
struct memory {
    int calls;
    int answer;
    unsigned char digest[FERROTLS_ANTI_REPLAY_DIGEST_LEN];
    int same;                /* as the time before */
    uint64_t remember_ms;
};

static struct flight first, second;
static mbedtls_ssl_session session;
static mbedtls_ssl_ticket_context tickets;

static int ask_memory(void *context, const unsigned char *digest, size_t len,
                      uint64_t remember_ms)
{
    struct memory *memory = context;

    check("a digest has its length",
          len == FERROTLS_ANTI_REPLAY_DIGEST_LEN);
    memory->same = memory->calls > 0 &&
                   memcmp(memory->digest, digest, len) == 0;
    memcpy(memory->digest, digest, len);
    memory->remember_ms = remember_ms;
    memory->calls++;
    return memory->answer;
}

/* Both ends, and a session with a ticket. */
static struct both *begin(const char *folder)
{
    struct both *both = both_new(folder, "p256");
    unsigned char byte;
    int ret;

    mbedtls_ssl_conf_early_data(&both->client.conf,
                                MBEDTLS_SSL_EARLY_DATA_ENABLED);
    mbedtls_ssl_conf_early_data(&both->server.conf,
                                MBEDTLS_SSL_EARLY_DATA_ENABLED);
    mbedtls_ssl_ticket_init(&tickets);
    must("ticket_setup",
         mbedtls_ssl_ticket_setup(&tickets, mbedtls_ctr_drbg_random,
                                  &both->random.drbg,
                                  MBEDTLS_CIPHER_AES_256_GCM, 86400));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &tickets);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    both_setup(both);
    both_connect(both);
    ret = mbedtls_ssl_read(&both->client.ssl, &byte, 1);
    check("a ticket comes",
          ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET);
    mbedtls_ssl_session_init(&session);
    must("get_session", mbedtls_ssl_get_session(&both->client.ssl, &session));
    /* Of later tickets nobody wants to hear. */
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_DISABLED);
    return both;
}

static void end(struct both *both)
{
    mbedtls_ssl_session_free(&session);
    both_free(both);
    mbedtls_ssl_ticket_free(&tickets);
}

/* Has a fresh client write a first flight with an order, and keeps it. */
static void write_flight(struct both *both, struct flight *flight)
{
    struct pipe *pipe = &both->to_server;

    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("set_hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    must("set_session", mbedtls_ssl_set_session(&both->client.ssl, &session));
    both_clear_pipes(both);
    check("the order goes early",
          mbedtls_ssl_write_early_data(&both->client.ssl, order,
                                       sizeof(order)) == sizeof(order));
    flight->len = pipe->end - pipe->start;
    memcpy(flight->data, pipe->data + pipe->start, flight->len);
    both_clear_pipes(both);
}

/* Gives a flight to a fresh server; whether that takes the order. */
static int takes(struct both *both, const struct flight *flight)
{
    unsigned char data[64];
    int ret;

    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    memcpy(both->to_server.data, flight->data, flight->len);
    both->to_server.end = flight->len;
    ret = mbedtls_ssl_handshake(&both->server.ssl);
    if (ret == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
        check("there is as much as was written",
              mbedtls_ssl_get_bytes_avail(&both->server.ssl) == sizeof(order));
        check("it is the order",
              mbedtls_ssl_read_early_data(&both->server.ssl, data,
                                          sizeof(data)) == sizeof(order) &&
              memcmp(data, order, sizeof(order)) == 0);
        return 1;
    }
    check("the handshake goes on without it",
          ret == MBEDTLS_ERR_SSL_WANT_READ);
    check("there is none",
          mbedtls_ssl_read_early_data(&both->server.ssl, data, sizeof(data)) ==
          MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA);
    check("the session is resumed all the same",
          ferrotls_get_psk(&both->server.ssl) == FERROTLS_PSK_RESUMPTION);
    return 0;
}

/* By default each flight is taken once, and each of several is. */
static void by_default(const char *folder)
{
    struct both *both = begin(folder);

    write_flight(both, &first);
    write_flight(both, &second);
    check("the first time it is taken", takes(both, &first));
    check("the second time it is not", !takes(both, &first));
    check("another one is", takes(both, &second));
    check("once", !takes(both, &second));
    check("and the first is not forgotten", !takes(both, &first));
    end(both);
    printf("by default: each once\n");
}

/* A flight whose early data was refused leaves a connection that works. */
static void refused_goes_on(const char *folder)
{
    struct both *both = begin(folder);
    struct pipe *pipe = &both->to_server;

    write_flight(both, &first);
    check("it is taken", takes(both, &first));
    /* The client of the flight meets a server that has seen it. */
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    memcpy(pipe->data, first.data, first.len);
    pipe->end = first.len;
    both_connect(both);
    check("the client knows", mbedtls_ssl_get_early_data_status(
              &both->client.ssl) == MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED);
    both_transfer(both, &both->client, order, sizeof(order));
    both_transfer(both, &both->server, order, sizeof(order));
    end(both);
    printf("refused: the connection goes on\n");
}

/* A store that is full refuses, and remembers what it has. */
static void full(const char *folder)
{
    struct both *both = begin(folder);

    ferrotls_conf_anti_replay(&both->server.conf, FERROTLS_ANTI_REPLAY_WINDOW,
                              1);
    write_flight(both, &first);
    write_flight(both, &second);
    check("there is room for one", takes(both, &first));
    check("and for no other", !takes(both, &second));
    check("the one is remembered", !takes(both, &first));
    end(both);
    printf("full: refused\n");
}

/* Nothing is remembered where the application says so. */
static void without(const char *folder)
{
    struct both *both = begin(folder);

    ferrotls_conf_anti_replay(&both->server.conf, FERROTLS_ANTI_REPLAY_WINDOW,
                              0);
    write_flight(both, &first);
    check("it is taken", takes(both, &first));
    check("again and again", takes(both, &first));
    end(both);
    printf("without a store: again and again\n");
}

/* The application remembers. */
static void callback(const char *folder)
{
    static struct memory memory;
    struct both *both = begin(folder);

    ferrotls_conf_anti_replay_cb(&both->server.conf, ask_memory, &memory);
    write_flight(both, &first);
    write_flight(both, &second);
    check("the callback lets it in", takes(both, &first));
    check("it is asked once", memory.calls == 1);
    check("for how long is bounded", memory.remember_ms > 0 &&
          memory.remember_ms <= 2 * FERROTLS_ANTI_REPLAY_WINDOW);
    check("nobody else remembers", takes(both, &first));
    check("a copy has the same digest", memory.same);
    check("another is let in", takes(both, &second));
    check("and has another digest", !memory.same);
    memory.answer = -1;
    check("the callback keeps it out", !takes(both, &second));
    check("it was asked", memory.calls == 4 && memory.same);
    ferrotls_conf_anti_replay_cb(&both->server.conf, NULL, NULL);
    check("without it the store remembers", takes(both, &first));
    check("again", !takes(both, &first) && memory.calls == 4);
    end(both);
    printf("callback: asked\n");
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);

    by_default(folder);
    refused_goes_on(folder);
    full(folder);
    without(folder);
    callback(folder);
    return 0;
}
