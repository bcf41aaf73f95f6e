/*
 * The functions of early data called at every moment, right or wrong, at
 * either end: what they return, and that nothing comes of it that should not.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <ferrotls/ferrotls.h>
#include <mbedtls/ssl_ticket.h>

#define CANNOT_READ MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA
#define CANNOT_WRITE MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA
#define BAD_INPUT MBEDTLS_ERR_SSL_BAD_INPUT_DATA
#define RECEIVED MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA
#define WANT_READ MBEDTLS_ERR_SSL_WANT_READ
#define WANT_WRITE MBEDTLS_ERR_SSL_WANT_WRITE

static const char *folder;
static mbedtls_ssl_session session;
static mbedtls_ssl_ticket_context tickets;
static const unsigned char text[] = "early";

/* How often each kind of secret was told, at each end. */
struct secrets {
    int early;
    int early_random;        /* bytes of the server's random that are not 0 */
    int others;
    unsigned char secret[64];
    size_t len;
};
static struct secrets told[2];

/* A transport that takes `allowance` more bytes. */
static size_t allowance;

static int send_some(void *context, const unsigned char *data, size_t len)
{
    if (allowance == 0) {
        return WANT_WRITE;
    }
    if (len > allowance) {
        len = allowance;
    }
    allowance -= len;
    return end_send(context, data, len);
}

static void export_keys(void *context, mbedtls_ssl_key_export_type kind,
                        const unsigned char *secret, size_t len,
                        const unsigned char client_random[32],
                        const unsigned char server_random[32],
                        mbedtls_tls_prf_types prf)
{
    struct secrets *secrets = context;
    size_t i;

    (void) client_random;
    (void) prf;
    if (kind != MBEDTLS_SSL_KEY_EXPORT_TLS1_3_CLIENT_EARLY_SECRET) {
        secrets->others++;
        return;
    }
    secrets->early++;
    for (i = 0; i < 32; i++) {
        secrets->early_random += server_random[i] != 0;
    }
    check("a secret fits", len <= sizeof(secrets->secret));
    memcpy(secrets->secret, secret, len);
    secrets->len = len;
}

/* Both ends, after a first connection with a ticket for `limit` bytes. */
static struct both *begin(uint32_t limit)
{
    struct both *both = both_new(folder, "p256");
    unsigned char byte;

    mbedtls_ssl_conf_early_data(&both->client.conf,
                                MBEDTLS_SSL_EARLY_DATA_ENABLED);
    mbedtls_ssl_conf_early_data(&both->server.conf,
                                MBEDTLS_SSL_EARLY_DATA_ENABLED);
    mbedtls_ssl_conf_max_early_data_size(&both->server.conf, limit);
    mbedtls_ssl_ticket_init(&tickets);
    must("ticket_setup",
         mbedtls_ssl_ticket_setup(&tickets, mbedtls_ctr_drbg_random,
                                  &both->random.drbg,
                                  MBEDTLS_CIPHER_AES_256_GCM, 86400));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &tickets);
    both_setup(both);
    both_connect(both);
    check("nothing but a ticket comes",
          mbedtls_ssl_read(&both->client.ssl, &byte, 1) == WANT_READ);
    mbedtls_ssl_session_init(&session);
    must("get_session", mbedtls_ssl_get_session(&both->client.ssl, &session));
    return both;
}

/* The same contexts, fresh, with the ticket. */
static void again(struct both *both)
{
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    must("set_hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    must("set_session", mbedtls_ssl_set_session(&both->client.ssl, &session));
}

static void end(struct both *both)
{
    mbedtls_ssl_session_free(&session);
    both_free(both);
    mbedtls_ssl_ticket_free(&tickets);
}

static int write_early(struct end *end, size_t len)
{
    return mbedtls_ssl_write_early_data(&end->ssl, text, len);
}

static int read_early(struct end *end)
{
    static unsigned char data[64];

    return mbedtls_ssl_read_early_data(&end->ssl, data, sizeof(data));
}

static int status(struct end *end)
{
    return mbedtls_ssl_get_early_data_status(&end->ssl);
}

static int export_early(struct end *end, const char *label,
                        unsigned char *out)
{
    return ferrotls_export_early_keying_material(&end->ssl, out, 32, label,
                                                 strlen(label), NULL, 0);
}

/* Calls at the wrong end, without an end, without a place. */
static void misuse(void)
{
    struct both *both = begin(1024);
    unsigned char ours[32], theirs[32];
    mbedtls_ssl_context empty;

    mbedtls_ssl_init(&empty);
    check("write without a context",
          mbedtls_ssl_write_early_data(NULL, text, 5) == BAD_INPUT);
    check("read without a context",
          mbedtls_ssl_read_early_data(NULL, NULL, 0) == BAD_INPUT);
    check("status without a context",
          mbedtls_ssl_get_early_data_status(NULL) == BAD_INPUT);
    check("write before setup",
          mbedtls_ssl_write_early_data(&empty, text, 5) == BAD_INPUT);
    check("status before setup",
          mbedtls_ssl_get_early_data_status(&empty) == BAD_INPUT);
    mbedtls_ssl_conf_early_data(NULL, 1);
    mbedtls_ssl_conf_max_early_data_size(NULL, 1);
    ferrotls_conf_anti_replay(NULL, 1, 1);
    ferrotls_conf_anti_replay_cb(NULL, NULL, NULL);

    again(both);
    check("a server does not write it",
          write_early(&both->server, 5) == BAD_INPUT);
    check("a client does not read it",
          read_early(&both->client) == CANNOT_READ);
    check("a server has no status", status(&both->server) == BAD_INPUT);
    check("nothing to write, five bytes of it",
          mbedtls_ssl_write_early_data(&both->client.ssl, NULL, 5) ==
          BAD_INPUT);
    check("no place to read five bytes to",
          mbedtls_ssl_read_early_data(&both->server.ssl, NULL, 5) ==
          BAD_INPUT);
    check("none of that has begun a handshake",
          both->client.ssl.MBEDTLS_PRIVATE(state) == MBEDTLS_SSL_HELLO_REQUEST
          && both->server.ssl.MBEDTLS_PRIVATE(state) ==
          MBEDTLS_SSL_HELLO_REQUEST);
    check("there is nothing to export",
          export_early(&both->client, "one", ours) == BAD_INPUT &&
          export_early(&both->server, "one", theirs) == BAD_INPUT);
    check("it is written", write_early(&both->client, 5) == 5);
    check("before the end there is no status",
          status(&both->client) == BAD_INPUT);
    check("it is read", read_early(&both->server) == 5);
    both_connect(both);
    check("it was taken", status(&both->client) ==
          MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED);
    check("a server has no status", status(&both->server) == BAD_INPUT);
    must("export", export_early(&both->client, "one", ours));
    must("export", export_early(&both->server, "one", theirs));
    check("both ends export the same", memcmp(ours, theirs, 32) == 0);
    must("export", export_early(&both->server, "two", theirs));
    check("another label gives another", memcmp(ours, theirs, 32) != 0);
    check("it is too late to write", write_early(&both->client, 5) ==
          CANNOT_WRITE);
    check("it is too late to read", read_early(&both->server) == CANNOT_READ);
    end(both);
    printf("misuse\n");
}

/* What is switched off, and a ticket that allows none. */
static void not_used(void)
{
    struct both *both = begin(0);

    again(both);
    check("the ticket does not allow it", write_early(&both->client, 5) ==
          CANNOT_WRITE);
    both_connect(both);
    check("none was announced", status(&both->client) ==
          MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED);
    end(both);

    both = begin(1024);
    again(both);
    mbedtls_ssl_conf_early_data(&both->client.conf,
                                MBEDTLS_SSL_EARLY_DATA_DISABLED);
    check("it is off", write_early(&both->client, 5) == CANNOT_WRITE);
    both_connect(both);
    check("none was announced", status(&both->client) ==
          MBEDTLS_SSL_EARLY_DATA_STATUS_NOT_INDICATED);

    must("config_defaults",
         mbedtls_ssl_config_defaults(&both->server.conf, MBEDTLS_SSL_IS_SERVER,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_early_data(&both->client.conf,
                                MBEDTLS_SSL_EARLY_DATA_ENABLED);
    again(both);
    check("it is written", write_early(&both->client, 5) == 5);
    check("the defaults have it off", read_early(&both->server) ==
          CANNOT_READ);
    both_connect(both);
    check("it was refused", status(&both->client) ==
          MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED);
    end(both);
    printf("not used\n");
}

/* A record that waits for the transport is sent once, whoever sends it. */
static void waiting(void)
{
    struct both *both = begin(1024);
    size_t hello, flight, at;

    again(both);
    check("it is written", write_early(&both->client, 5) == 5);
    flight = both->to_server.end;
    hello = 5 + ((size_t) both->to_server.data[3] << 8 |
                 both->to_server.data[4]);
    check("a ClientHello, a change_cipher_spec and a record",
          flight == hello + 6 + 5 + 5 + 1 + 16);
    for (at = 0; at < flight; at += 7) {
        again(both);
        mbedtls_ssl_set_bio(&both->client.ssl, &both->client, send_some,
                            end_recv, NULL);
        allowance = at;
        check("it waits", write_early(&both->client, 5) == WANT_WRITE);
        check("and waits", write_early(&both->client, 5) == WANT_WRITE);
        allowance = PIPE_SIZE;
        if (at % 2 == 0) {
            /* Another function sends it. */
            check("the client waits for the server",
                  mbedtls_ssl_handshake(&both->client.ssl) == WANT_READ);
        }
        /* Asked again for less, it has taken no more than that. */
        check("it was written", write_early(&both->client, 4) == 4);
        check("once", both->to_server.end == flight);
        check("it is read whole", read_early(&both->server) == 5);
        both_connect(both);
        check("it was taken", status(&both->client) ==
              MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED);
        both_transfer(both, &both->client, text, sizeof(text));
    }
    end(both);
    printf("waiting\n");
}

/* Record after record, up to the limit, before the server says a word. */
static void record_by_record(void)
{
    struct both *both = begin(12);
    int ret;

    again(both);
    check("five", write_early(&both->client, 5) == 5);
    check("ten", write_early(&both->client, 5) == 5);
    check("two that are left", write_early(&both->client, 5) == 2);
    check("no more", write_early(&both->client, 5) == CANNOT_WRITE);
    check("nor nothing", write_early(&both->client, 0) == CANNOT_WRITE);
    ret = mbedtls_ssl_handshake(&both->server.ssl);
    check("it is there", ret == RECEIVED);
    check("so much of it", mbedtls_ssl_get_bytes_avail(&both->server.ssl) == 5
          && mbedtls_ssl_check_pending(&both->server.ssl) == 1);
    check("reading nothing takes nothing",
          mbedtls_ssl_read_early_data(&both->server.ssl, NULL, 0) == 0);
    check("it is still there", mbedtls_ssl_handshake(&both->server.ssl) ==
          RECEIVED);
    check("five", read_early(&both->server) == 5);
    check("the next is not announced yet", read_early(&both->server) ==
          CANNOT_READ);
    check("now it is", mbedtls_ssl_handshake(&both->server.ssl) == RECEIVED);
    check("ten", read_early(&both->server) == 5);
    check("and the last", mbedtls_ssl_handshake(&both->server.ssl) ==
          RECEIVED);
    check("two", read_early(&both->server) == 2);
    check("that was all", mbedtls_ssl_handshake(&both->server.ssl) ==
          WANT_READ);
    both_connect(both);
    both_transfer(both, &both->server, text, sizeof(text));

    /* The same, without another function. */
    again(both);
    check("five", write_early(&both->client, 5) == 5);
    check("five again", write_early(&both->client, 5) == 5);
    check("five", read_early(&both->server) == 5);
    check("five again", read_early(&both->server) == 5);
    check("more may come", read_early(&both->server) == WANT_READ);
    check("it does: the client has the server's flight, and ends",
          write_early(&both->client, 2) == CANNOT_WRITE);
    check("nothing more", read_early(&both->server) == CANNOT_READ);
    both_connect(both);
    both_transfer(both, &both->server, text, sizeof(text));
    end(both);
    printf("record by record\n");
}

/* The secret is told at both ends, and is the same. */
static void secrets(void)
{
    struct both *both = begin(1024);

    again(both);
    memset(told, 0, sizeof(told));
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, export_keys, &told[0]);
    mbedtls_ssl_set_export_keys_cb(&both->server.ssl, export_keys, &told[1]);
    check("it is written", write_early(&both->client, 5) == 5);
    check("the client's secret is told first", told[0].early == 1 &&
          told[0].others == 0);
    check("it is read", read_early(&both->server) == 5);
    both_connect(both);
    check("each is told once", told[0].early == 1 && told[1].early == 1);
    check("the others too", told[0].others == 4 && told[1].others == 4);
    check("they are the same", told[0].len == told[1].len &&
          memcmp(told[0].secret, told[1].secret, told[0].len) == 0);
    check("the server's random is not known then",
          told[0].early_random == 0 && told[1].early_random == 0);
    end(both);
    printf("secrets\n");
}

/* A server that is freed by the callback that is asked about a replay. */
static int free_server(void *context, const unsigned char *digest, size_t len,
                       uint64_t remember_ms)
{
    (void) digest;
    (void) len;
    (void) remember_ms;
    mbedtls_ssl_free(context);
    return 0;
}

static void freed(void)
{
    struct both *both = begin(1024);

    again(both);
    check("it is written", write_early(&both->client, 5) == 5);
    ferrotls_conf_anti_replay_cb(&both->server.conf, free_server,
                                 &both->server.ssl);
    check("the call on a freed context fails",
          read_early(&both->server) == BAD_INPUT);
    end(both);
    printf("freed\n");
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    misuse();
    not_used();
    waiting();
    record_by_record();
    secrets();
    freed();
    return 0;
}
