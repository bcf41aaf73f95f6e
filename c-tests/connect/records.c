/*
 * Records: alerts, what is pending, how much is read from the transport,
 * writes that must be repeated, timeouts, and transports that cut.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <sys/socket.h>
#include <unistd.h>

#include <mbedtls/net_sockets.h>

static const char *folder;
static unsigned char big[100000];

static void alerts(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[16];

    printf("alerts\n");
    both_setup(both);
    both_connect(both);
    show("  warning user_canceled", mbedtls_ssl_send_alert_message(
             &both->client.ssl, MBEDTLS_SSL_ALERT_LEVEL_WARNING,
             MBEDTLS_SSL_ALERT_MSG_USER_CANCELED));
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    show("  fatal internal_error", mbedtls_ssl_send_alert_message(
             &both->client.ssl, MBEDTLS_SSL_ALERT_LEVEL_FATAL,
             MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR));
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    both_free(both);

    both = both_new(folder, "p256");
    printf("garbage instead of a server\n");
    both_setup(both);
    must("begun", mbedtls_ssl_handshake(&both->client.ssl) ==
         MBEDTLS_ERR_SSL_WANT_READ ? 0 : -1);
    memcpy(both->to_client.data, "HTTP/1.1 400 Bad Request\r\n\r\n", 28);
    both->to_client.end = 28;
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    both_free(both);

    both = both_new(folder, "p256");
    printf("a record changed on its way\n");
    both_setup(both);
    both_connect(both);
    check("written", mbedtls_ssl_write(&both->client.ssl,
                                       (const unsigned char *) "hello",
                                       5) == 5);
    both->to_server.data[both->to_server.end - 1] ^= 1;
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    /* It tells the client why. */
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    both_free(both);

    both = both_new(folder, "p256");
    printf("a record too long\n");
    both_setup(both);
    both_connect(both);
    memcpy(both->to_server.data, "\x17\x03\x03\x48\x01", 5);
    both->to_server.start = 0;
    both->to_server.end = 5;
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    both_free(both);
}

static void pending(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[16];
    int i;

    printf("what is pending\n");
    both_setup(both);
    both_connect(both);
    for (i = 0; i < 3; i++) {
        check("written", mbedtls_ssl_write(&both->client.ssl,
                                           (const unsigned char *) "0123456789",
                                           10) == 10);
    }
    printf("  available %d pending %d\n",
           (int) mbedtls_ssl_get_bytes_avail(&both->server.ssl),
           mbedtls_ssl_check_pending(&both->server.ssl));
    for (i = 0; i < 9; i++) {
        size_t before = both->to_server.end - both->to_server.start;

        if (both->to_server.end == 0) {
            before = 0;
        }
        show("  read of 4", mbedtls_ssl_read(&both->server.ssl, data, 4));
        printf("  available %d pending %d, taken from the transport: %s\n",
               (int) mbedtls_ssl_get_bytes_avail(&both->server.ssl),
               mbedtls_ssl_check_pending(&both->server.ssl),
               before == both->to_server.end - both->to_server.start ?
               "nothing" : "something");
    }
    both_free(both);
}

/* Never a byte beyond the record: a program may wait for the socket. */
static void no_read_ahead(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[16];
    size_t one;

    printf("the record and no more\n");
    both_setup(both);
    both_connect(both);
    both_clear_pipes(both);
    check("written", mbedtls_ssl_write(&both->client.ssl,
                                       (const unsigned char *) "first",
                                       5) == 5);
    one = both->to_server.end;
    check("written", mbedtls_ssl_write(&both->client.ssl,
                                       (const unsigned char *) "second",
                                       6) == 6);
    show("  read", mbedtls_ssl_read(&both->server.ssl, data, 16));
    printf("  exactly one record was taken: %d\n",
           both->to_server.start == one);
    both_free(both);
}

/* Long writes are cut into records; each call tells how much it took. */
static void long_writes(void)
{
    struct both *both = both_new(folder, "p256");
    static unsigned char data[20000];
    int ret;

    printf("writes longer than a record\n");
    both_setup(both);
    both_connect(both);
    fill_pattern(big, sizeof(big), 0);
    ret = mbedtls_ssl_write(&both->client.ssl, big, sizeof(big));
    printf("  one write took a record's worth: %d\n",
           ret == mbedtls_ssl_get_max_out_record_payload(&both->client.ssl));
    check("read", mbedtls_ssl_read(&both->server.ssl, data, sizeof(data)) ==
          ret);
    check("intact", is_pattern(data, (size_t) ret, 0));
    both_transfer(both, &both->client, big, sizeof(big));
    both_transfer(both, &both->server, big, sizeof(big));
    both_free(both);
}

static int blocked;

static int sometimes(void *context, const unsigned char *data, size_t len)
{
    return blocked ? MBEDTLS_ERR_SSL_WANT_WRITE : end_send(context, data, len);
}

/* The write that could not be sent is repeated, perhaps from elsewhere. */
static void repeated_write(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char copy[5], data[16];

    printf("a write that must be repeated\n");
    both_setup(both);
    both_connect(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, sometimes, end_recv,
                        NULL);
    memcpy(copy, "hello", 5);
    blocked = 1;
    show("  blocked", mbedtls_ssl_write(&both->client.ssl, copy, 5));
    show("  still blocked", mbedtls_ssl_write(&both->client.ssl, copy, 5));
    blocked = 0;
    memcpy(data, copy, 5);
    memset(copy, 0, sizeof(copy));
    show("  from elsewhere", mbedtls_ssl_write(&both->client.ssl, data, 5));
    show("  read", mbedtls_ssl_read(&both->server.ssl, data, 16));
    printf("  \"%.5s\"\n", (const char *) data);
    show("  nothing more", mbedtls_ssl_read(&both->server.ssl, data, 16));
    blocked = 1;
    show("  close_notify blocked", mbedtls_ssl_close_notify(&both->client.ssl));
    blocked = 0;
    show("  close_notify", mbedtls_ssl_close_notify(&both->client.ssl));
    show("  read", mbedtls_ssl_read(&both->server.ssl, data, 16));
    both_free(both);
}

/* f_recv_timeout over a socket that stays silent. */
static void timeouts(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_net_context net;
    unsigned char data[16];
    int sockets[2];

    printf("a read that takes too long\n");
    check("sockets", socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
    mbedtls_net_init(&net);
    net.fd = sockets[0];
    both_setup(both);
    mbedtls_ssl_conf_read_timeout(&both->client.conf, 20);
    mbedtls_ssl_set_bio(&both->client.ssl, &net, mbedtls_net_send, NULL,
                        mbedtls_net_recv_timeout);
    show("  in the handshake", mbedtls_ssl_handshake(&both->client.ssl));
    show("  and again", mbedtls_ssl_handshake(&both->client.ssl));
    /* The limit may be changed while a connection uses it. */
    mbedtls_ssl_conf_read_timeout(&both->client.conf, 1);
    show("  and again", mbedtls_ssl_handshake(&both->client.ssl));
    check("closed", close(sockets[1]) == 0);
    show("  the other end is gone", mbedtls_ssl_handshake(&both->client.ssl));
    mbedtls_net_free(&net);

    /* After the handshake, which goes through memory. */
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    check("sockets", socketpair(AF_UNIX, SOCK_STREAM, 0, sockets) == 0);
    net.fd = sockets[0];
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    both_clear_pipes(both);
    both_connect(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &net, mbedtls_net_send, NULL,
                        mbedtls_net_recv_timeout);
    show("  in a read", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  and again", mbedtls_ssl_read(&both->client.ssl, data, 16));
    check("closed", close(sockets[1]) == 0);
    mbedtls_net_free(&net);
    both_free(both);
}

/* The transports' errors are the program's to see. */
static int broken_send(void *context, const unsigned char *data, size_t len)
{
    (void) context;
    (void) data;
    (void) len;
    return -0x1234;
}

static int broken_recv(void *context, unsigned char *data, size_t len)
{
    (void) context;
    (void) data;
    (void) len;
    return -0x4321;
}

static void broken_transports(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[16];

    printf("a transport that breaks\n");
    both_setup(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, broken_send,
                        end_recv, NULL);
    show("  handshake, sending", mbedtls_ssl_handshake(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send,
                        broken_recv, NULL);
    show("  handshake, receiving", mbedtls_ssl_handshake(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    both_clear_pipes(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    both_connect(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, broken_send,
                        broken_recv, NULL);
    show("  read", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  write", mbedtls_ssl_write(&both->client.ssl, data, 16));
    both_free(both);
}

/* Whole, byte by byte, and in any pieces; with client certificates too. */
static void cuts(void)
{
    static const struct {
        const char *name;
        enum cut cut;
    } ways[] = { { "whole", CUT_NONE }, { "dripping", CUT_DRIP },
                 { "cut at random", CUT_RANDOM } };
    static const uint16_t p256[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1,
                                     0 };
    size_t i;
    int round;

    for (i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
        printf("%s\n", ways[i].name);
        for (round = 0; round < 8; round++) {
            struct both *both = both_new(folder, "chain");
            size_t len = ways[i].cut == CUT_DRIP ? 2000 : sizeof(big);

            both->to_client.cut = both->to_server.cut = ways[i].cut;
            both->to_client.seed += (uint32_t) round;
            both->to_server.seed += (uint32_t) round * 7;
            if (round % 2) {
                both_client_cert(both, "client");
                mbedtls_ssl_conf_authmode(&both->server.conf,
                                          MBEDTLS_SSL_VERIFY_REQUIRED);
            }
            if (round / 2 % 2) {
                mbedtls_ssl_conf_groups(&both->server.conf, p256);
            }
            both_setup(both);
            both_connect(both);
            both_transfer(both, &both->client, big, len);
            both_transfer(both, &both->server, big, len);
            printf("  %d: flags 0x%x\n", round, (unsigned)
                   mbedtls_ssl_get_verify_result(&both->client.ssl));
            both_free(both);
        }
    }
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    alerts();
    pending();
    no_read_ahead();
    long_writes();
    repeated_write();
    timeouts();
    broken_transports();
    cuts();
    return 0;
}
