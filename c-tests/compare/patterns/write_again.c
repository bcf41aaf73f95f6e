/*
 * Pattern: after WANT_WRITE, mbedtls_ssl_write is called again: with the same
 * buffer, with another one, with another length, with none (lighttpd). What was
 * sealed is what goes out, and no more is reported than was asked for.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

/* How many bytes the transport takes before it blocks. */
static size_t allowance;

static int limited_send(void *context, const unsigned char *data, size_t len)
{
    size_t take = len < allowance ? len : allowance;
    int ret;

    if (take == 0) {
        return MBEDTLS_ERR_SSL_WANT_WRITE;
    }
    ret = end_send(context, data, take);
    if (ret > 0) {
        allowance -= (size_t) ret;
    }
    return ret;
}

static struct both *prepared(void)
{
    struct both *both = both_new(folder, "p256");

    both_setup(both);
    both_connect(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, limited_send,
                        end_recv, NULL);
    allowance = 0;
    return both;
}

static void put(const char *what, struct both *both, const char *data,
                size_t len)
{
    printf("  %s", what);
    show("", mbedtls_ssl_write(&both->client.ssl,
                               (const unsigned char *) data, len));
}

/* All that the server reads, as text. */
static void taken(struct both *both)
{
    char text[256];
    size_t len = 0;
    int ret;

    do {
        ret = mbedtls_ssl_read(&both->server.ssl,
                               (unsigned char *) text + len,
                               sizeof(text) - 1 - len);
        len += ret > 0 ? (size_t) ret : 0;
    } while (ret > 0);
    text[len] = '\0';
    printf("  the server reads \"%s\"\n", text);
}

/* The second call's data and length; how much went out between the two. */
static void repeated(const char *what, const char *data, size_t len,
                     size_t between)
{
    struct both *both = prepared();

    printf("%s, %u bytes gone\n", what, (unsigned) between);
    allowance = between;
    put("first", both, "0123456789", 10);
    put("still blocked", both, data, len);
    allowance = 1000000;
    put("again", both, data, len);
    put("the next", both, "next", 4);
    taken(both);
    both_free(both);
}

static void long_ones(void)
{
    static char data[40000], text[40000];
    struct both *both = prepared();
    size_t sent = 0, received = 0;
    int ret, calls = 0, blocked = 0;

    printf("40000 bytes, 1000 at a time\n");
    fill_pattern((unsigned char *) data, sizeof(data), 0);
    while (sent < sizeof(data)) {
        /* As a program does that keeps what was not taken. */
        ret = mbedtls_ssl_write(&both->client.ssl,
                                (const unsigned char *) data + sent,
                                sizeof(data) - sent);
        calls++;
        if (ret == MBEDTLS_ERR_SSL_WANT_WRITE) {
            allowance = 1000;
            blocked++;
            continue;
        }
        check("written", ret > 0);
        sent += (size_t) ret;
    }
    while (received < sizeof(data)) {
        ret = mbedtls_ssl_read(&both->server.ssl,
                               (unsigned char *) text + received,
                               sizeof(text) - received);
        check("read", ret > 0);
        received += (size_t) ret;
    }
    printf("  more than one call %d, blocked %d, intact %d\n", calls > 3,
           blocked > 30, memcmp(data, text, sizeof(data)) == 0);
    both_free(both);
}

/* Between the two calls, the other functions of a connection. */
static void between(void)
{
    struct both *both = prepared();
    unsigned char data[16];

    printf("other calls between\n");
    put("first", both, "0123456789", 10);
    show("  read", mbedtls_ssl_read(&both->client.ssl, data, sizeof(data)));
    show("  server writes", mbedtls_ssl_write(
             &both->server.ssl, (const unsigned char *) "hello", 5));
    show("  read", mbedtls_ssl_read(&both->client.ssl, data, sizeof(data)));
    show("  close_notify", mbedtls_ssl_close_notify(&both->client.ssl));
    allowance = 1000000;
    put("again", both, "0123456789", 10);
    show("  close_notify", mbedtls_ssl_close_notify(&both->client.ssl));
    taken(both);
    both_free(both);
}

int main(int argc, char **argv)
{
    static const size_t gone[] = { 0, 3, 20 };
    size_t i;

    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        for (i = 0; i < sizeof(gone) / sizeof(gone[0]); i++) {
            repeated("the same", "0123456789", 10, gone[i]);
            repeated("as long", "abcdefghij", 10, gone[i]);
            repeated("shorter", "01234", 5, gone[i]);
            repeated("the length alone", NULL, 10, gone[i]);
            repeated("longer", "0123456789abcdef", 16, gone[i]);
        }
        repeated("nothing", NULL, 0, 0);
        long_ones();
        between();
    }
    return 0;
}
