/*
 * The line to the runner, which may have to wait before every byte, and the
 * clock, which may be put forward between two connections.
 */
#define _GNU_SOURCE
#include "shim.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

static struct timespec wall;

/* Takes the place of the C library's, for ferrotls too: the clock of the wall
 * stands still, so that the runner knows to the millisecond how old a ticket
 * is. */
int clock_gettime(clockid_t clock, struct timespec *now)
{
    long ret = syscall(SYS_clock_gettime, clock, now);

    if (ret == 0 && clock == CLOCK_REALTIME) {
        if (wall.tv_sec == 0) {
            wall = *now;
        }
        *now = wall;
    }
    return (int) ret;
}

void clock_forward(int seconds)
{
    wall.tv_sec += seconds;
}

static int connect_to(const struct options *options)
{
    struct sockaddr_in six_or_four;
    struct sockaddr_in6 six;
    int one = 1;
    int fd;
    int ret;

    memset(&six_or_four, 0, sizeof(six_or_four));
    memset(&six, 0, sizeof(six));
    fd = socket(options->ipv6 ? AF_INET6 : AF_INET, SOCK_STREAM, 0);
    if (fd < 0) {
        fail("socket: %s", strerror(errno));
    }
    setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &one, sizeof(one));
    if (options->ipv6) {
        six.sin6_family = AF_INET6;
        six.sin6_port = htons((uint16_t) options->port);
        six.sin6_addr = in6addr_loopback;
        ret = connect(fd, (struct sockaddr *) &six, sizeof(six));
    } else {
        six_or_four.sin_family = AF_INET;
        six_or_four.sin_port = htons((uint16_t) options->port);
        six_or_four.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        ret = connect(fd, (struct sockaddr *) &six_or_four,
                      sizeof(six_or_four));
    }
    if (ret != 0) {
        fail("connect: %s", strerror(errno));
    }
    return fd;
}

void transport_open(struct connection *connection)
{
    unsigned char id[8];
    size_t i;

    for (i = 0; i < sizeof(id); i++) {
        id[i] = (unsigned char) (connection->options->shim_id >> (8 * i));
    }
    connection->socket = connect_to(connection->options);
    if (write(connection->socket, id, sizeof(id)) != (ssize_t) sizeof(id)) {
        fail("write: %s", strerror(errno));
    }
}

void transport_close(struct connection *connection)
{
    char rest[1024];

    if (connection->socket < 0) {
        return;
    }
    shutdown(connection->socket, SHUT_WR);
    while (read(connection->socket, rest, sizeof(rest)) > 0) {
        ;
    }
    close(connection->socket);
    connection->socket = -1;
}

int on_send(void *context, const unsigned char *data, size_t len)
{
    struct connection *connection = context;
    ssize_t ret;

    if (connection->options->async) {
        if (connection->may_write == 0) {
            return MBEDTLS_ERR_SSL_WANT_WRITE;
        }
        len = len < connection->may_write ? len : connection->may_write;
        connection->may_write -= len;
    }
    ret = send(connection->socket, data, len, MSG_NOSIGNAL);
    return ret < 0 ? MBEDTLS_ERR_SSL_INTERNAL_ERROR : (int) ret;
}

int on_recv(void *context, unsigned char *data, size_t len)
{
    struct connection *connection = context;
    ssize_t ret;

    if (connection->options->async) {
        if (connection->may_read == 0) {
            return MBEDTLS_ERR_SSL_WANT_READ;
        }
        len = len < connection->may_read ? len : connection->may_read;
        connection->may_read -= len;
    }
    ret = recv(connection->socket, data, len,
               connection->never_waits ? MSG_DONTWAIT : 0);
    if (ret < 0 && connection->never_waits && errno == EAGAIN) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    return ret < 0 ? 0 : (int) ret;
}

int again(struct connection *connection, int ret)
{
    switch (ret) {
    case MBEDTLS_ERR_SSL_WANT_READ:
        connection->may_read = 1;
        return 1;
    case MBEDTLS_ERR_SSL_WANT_WRITE:
        connection->may_write = 1;
        return 1;
    case MBEDTLS_ERR_SSL_ASYNC_IN_PROGRESS:
        return 1;
    default:
        return 0;
    }
}
