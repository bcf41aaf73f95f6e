/*
 * Pattern: mbedtls_ssl_read(ssl, NULL, 0) works on what has come, so that
 * mbedtls_ssl_get_bytes_avail tells what is there. In every moment of a
 * connection's life.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_ticket.h>

static const char *folder;

static void pump(const char *what, mbedtls_ssl_context *ssl)
{
    printf("  %s", what);
    show(": read(NULL, 0)", mbedtls_ssl_read(ssl, NULL, 0));
    printf("    available %d pending %d\n",
           (int) mbedtls_ssl_get_bytes_avail(ssl),
           mbedtls_ssl_check_pending(ssl));
}

static void put(struct end *end, const char *data)
{
    int len = (int) strlen(data);

    check("written", mbedtls_ssl_write(&end->ssl,
                                       (const unsigned char *) data,
                                       (size_t) len) == len);
}

static void take(struct end *end, size_t room)
{
    unsigned char data[64];
    int ret = mbedtls_ssl_read(&end->ssl, data, room);

    show("  read", ret);
    if (ret > 0) {
        printf("    \"%.*s\"\n", ret, (const char *) data);
    }
}

/* Nothing but it makes the handshake. */
static void handshake(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_context *client = &both->client.ssl;
    mbedtls_ssl_context *server = &both->server.ssl;
    int i, other = 0;

    printf("the handshake made by it\n");
    both->to_client.cut = both->to_server.cut = CUT_DRIP;
    both_setup(both);
    for (i = 0; i < 100000; i++) {
        int ret = mbedtls_ssl_read(client, NULL, 0);

        other += ret != 0 && !waits(ret);
        ret = mbedtls_ssl_read(server, NULL, 0);
        other += ret != 0 && !waits(ret);
        if (mbedtls_ssl_is_handshake_over(client)
            && mbedtls_ssl_is_handshake_over(server)) {
            break;
        }
    }
    printf("  over %d %d, other results than 0 and waiting %d\n",
           mbedtls_ssl_is_handshake_over(client),
           mbedtls_ssl_is_handshake_over(server), other);
    both->to_client.cut = both->to_server.cut = CUT_NONE;
    both_transfer(both, &both->client, "hello", 5);
    both_free(both);
}

static void data(void)
{
    struct both *both = both_new(folder, "p256");
    struct end *client = &both->client, *server = &both->server;
    size_t end;

    printf("data\n");
    both_setup(both);
    both_connect(both);
    pump("nothing came", &client->ssl);
    put(server, "hello");
    put(server, "again");
    pump("two records came", &client->ssl);
    pump("once more", &client->ssl);
    take(client, 2);
    pump("two bytes taken", &client->ssl);
    take(client, 64);
    pump("the first taken", &client->ssl);
    take(client, 64);
    pump("both taken", &client->ssl);
    /* A record in pieces: its header, a part of it, the rest. */
    both_clear_pipes(both);
    put(server, "pieces");
    end = both->to_client.end;
    both->to_client.end = 3;
    pump("a part of a header came", &client->ssl);
    both->to_client.start = 3;
    both->to_client.end = end - 1;
    pump("all but a byte came", &client->ssl);
    both->to_client.start = end - 1;
    both->to_client.end = end;
    pump("all came", &client->ssl);
    take(client, 64);
    /* A record without data is none that a program sees. */
    show("  an empty record", mbedtls_ssl_write(&server->ssl, NULL, 0));
    put(server, "after");
    pump("an empty record and one more", &client->ssl);
    take(client, 64);
    both_free(both);
}

/* With a place but no room, and with room but no place for it. */
static void odd_arguments(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char byte = 7;

    printf("a place without room\n");
    both_setup(both);
    both_connect(both);
    put(&both->server, "hello");
    show("  read(&byte, 0)", mbedtls_ssl_read(&both->client.ssl, &byte, 0));
    printf("  byte %d, available %d\n", byte,
           (int) mbedtls_ssl_get_bytes_avail(&both->client.ssl));
    take(&both->client, 64);
    both_free(both);
}

static void endings(void)
{
    struct both *both = both_new(folder, "p256");

    printf("close_notify\n");
    both_setup(both);
    both_connect(both);
    put(&both->server, "last");
    show("  close_notify", mbedtls_ssl_close_notify(&both->server.ssl));
    pump("data and close_notify came", &both->client.ssl);
    take(&both->client, 64);
    pump("close_notify came", &both->client.ssl);
    pump("once more", &both->client.ssl);
    take(&both->client, 64);
    both_free(both);

    printf("the end of the stream\n");
    both = both_new(folder, "p256");
    both_setup(both);
    both_connect(both);
    both->to_client.closed = 1;
    pump("the transport has ended", &both->client.ssl);
    both_free(both);

    printf("a fatal alert\n");
    both = both_new(folder, "p256");
    both_setup(both);
    both_connect(both);
    show("  alert", mbedtls_ssl_send_alert_message(
             &both->server.ssl, MBEDTLS_SSL_ALERT_LEVEL_FATAL,
             MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR));
    pump("an alert came", &both->client.ssl);
    both_free(both);

    printf("a record that was changed\n");
    both = both_new(folder, "p256");
    both_setup(both);
    both_connect(both);
    put(&both->server, "hello");
    both->to_client.data[both->to_client.end - 1] ^= 1;
    pump("it came", &both->client.ssl);
    both_free(both);
}

/* What follows the handshake in TLS 1.3 is no data. */
static void tickets(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_ticket_context tickets;

    printf("tickets behind the handshake\n");
    mbedtls_ssl_ticket_init(&tickets);
    must("tickets", mbedtls_ssl_ticket_setup(
             &tickets, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 86400));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &tickets);
    both_setup(both);
    both_connect(both);
    pump("a ticket came", &both->client.ssl);
    put(&both->server, "hello");
    pump("data came", &both->client.ssl);
    take(&both->client, 64);
    both_free(both);
    mbedtls_ssl_ticket_free(&tickets);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        handshake();
        data();
        odd_arguments();
        endings();
        tickets();
    }
    return 0;
}
