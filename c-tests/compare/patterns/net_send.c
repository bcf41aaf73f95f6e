/*
 * Pattern: ssl->f_send is compared with mbedtls_net_send, to tell whether the
 * transport is a socket; and the transport is changed while a connection is
 * open.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include <mbedtls/net_sockets.h>

static const char *folder;

static int other_send(void *context, const unsigned char *data, size_t len)
{
    return mbedtls_net_send(context, data, len);
}

/* As a program asks that wants the socket of a connection. */
static int socket_of(const mbedtls_ssl_context *ssl)
{
    if (ssl->MBEDTLS_PRIVATE(f_send) != mbedtls_net_send) {
        return -1;
    }
    return ((mbedtls_net_context *) ssl->MBEDTLS_PRIVATE(p_bio))->fd;
}

static void transport(const char *what, const mbedtls_ssl_context *ssl)
{
    printf("  %s: send %s, recv %s, timed %s\n", what,
           !ssl->MBEDTLS_PRIVATE(f_send) ? "NULL" :
           ssl->MBEDTLS_PRIVATE(f_send) == mbedtls_net_send ? "net" :
           ssl->MBEDTLS_PRIVATE(f_send) == end_send ? "memory" : "other",
           !ssl->MBEDTLS_PRIVATE(f_recv) ? "NULL" :
           ssl->MBEDTLS_PRIVATE(f_recv) == mbedtls_net_recv ? "net" :
           ssl->MBEDTLS_PRIVATE(f_recv) == end_recv ? "memory" : "other",
           !ssl->MBEDTLS_PRIVATE(f_recv_timeout) ? "NULL" :
           ssl->MBEDTLS_PRIVATE(f_recv_timeout) == mbedtls_net_recv_timeout ?
           "net" : "other");
}

static void sockets(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_context *client = &both->client.ssl;
    mbedtls_net_context near, far;
    unsigned char data[16];
    int pair[2];

    check("sockets", socketpair(AF_UNIX, SOCK_STREAM, 0, pair) == 0);
    mbedtls_net_init(&near);
    mbedtls_net_init(&far);
    near.fd = pair[0];
    far.fd = pair[1];
    transport("initialised", client);
    both_setup(both);
    transport("memory", client);
    printf("  no socket: %d\n", socket_of(client));
    mbedtls_ssl_set_bio(client, &near, mbedtls_net_send, mbedtls_net_recv,
                        mbedtls_net_recv_timeout);
    mbedtls_ssl_set_bio(&both->server.ssl, &far, mbedtls_net_send,
                        mbedtls_net_recv, NULL);
    transport("sockets", client);
    printf("  its socket: %d\n", socket_of(client) == near.fd);
    must("nonblock", mbedtls_net_set_nonblock(&near));
    must("nonblock", mbedtls_net_set_nonblock(&far));
    mbedtls_ssl_set_bio(client, &near, mbedtls_net_send, mbedtls_net_recv,
                        NULL);
    both_connect(both);
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
    printf("  its socket: %d\n", socket_of(client) == near.fd);
    /* Another transport for an open connection, and back. */
    mbedtls_ssl_set_bio(client, &near, other_send, mbedtls_net_recv, NULL);
    transport("another", client);
    printf("  no socket: %d\n", socket_of(client));
    both_transfer(both, &both->client, "hello", 5);
    mbedtls_ssl_set_bio(client, NULL, NULL, NULL, NULL);
    transport("none", client);
    show("  read", mbedtls_ssl_read(client, data, sizeof(data)));
    show("  write", mbedtls_ssl_write(client, data, sizeof(data)));
    both_free(both);
    mbedtls_net_free(&near);
    mbedtls_net_free(&far);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        sockets();
    }
    return 0;
}
