/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_NET_SOCKETS_H
#define MBEDTLS_NET_SOCKETS_H

/** \file net_sockets.h
 * TCP and UDP sockets in the form that mbedtls_ssl_set_bio() takes.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Connections that may wait to be accepted. */
#define MBEDTLS_NET_LISTEN_BACKLOG 10

/** Wait until the socket can be read, or tell that it can. */
#define MBEDTLS_NET_POLL_READ 1

/** Wait until the socket can be written, or tell that it can. */
#define MBEDTLS_NET_POLL_WRITE 2

/** Stream sockets. */
#define MBEDTLS_NET_PROTO_TCP 0

/** Datagram sockets. */
#define MBEDTLS_NET_PROTO_UDP 1

/** No socket could be opened. */
#define MBEDTLS_ERR_NET_SOCKET_FAILED -0x0042

/** The output buffer is too small. */
#define MBEDTLS_ERR_NET_BUFFER_TOO_SMALL -0x0043

/** The server could not be reached. */
#define MBEDTLS_ERR_NET_CONNECT_FAILED -0x0044

/** The context holds no open socket. */
#define MBEDTLS_ERR_NET_INVALID_CONTEXT -0x0045

/** The address could not be bound. */
#define MBEDTLS_ERR_NET_BIND_FAILED -0x0046

/** Waiting for the socket failed. */
#define MBEDTLS_ERR_NET_POLL_FAILED -0x0047

/** The socket could not be made to listen. */
#define MBEDTLS_ERR_NET_LISTEN_FAILED -0x0048

/** An argument is invalid. */
#define MBEDTLS_ERR_NET_BAD_INPUT_DATA -0x0049

/** The incoming connection could not be accepted. */
#define MBEDTLS_ERR_NET_ACCEPT_FAILED -0x004A

/** Receiving failed. */
#define MBEDTLS_ERR_NET_RECV_FAILED -0x004C

/** Sending failed. */
#define MBEDTLS_ERR_NET_SEND_FAILED -0x004E

/** The peer reset the connection. */
#define MBEDTLS_ERR_NET_CONN_RESET -0x0050

/** The host name or address could not be resolved. */
#define MBEDTLS_ERR_NET_UNKNOWN_HOST -0x0052

/** A socket. */
typedef struct mbedtls_net_context {
    /** Its file descriptor; -1 if there is none. A program may set it to a descriptor of its own. */
    int fd;
} mbedtls_net_context;

/**
 * Makes a context that holds no socket.
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_net_init(struct mbedtls_net_context *ctx);

/**
 * Connects to a server, trying each of its addresses. Also makes the process ignore SIGPIPE, so that a connection that
 * the peer closed does not end it.
 *
 * \param ctx  The context; gets the connected socket, which mbedtls_net_free() closes.
 * \param host  Name or address of the server.
 * \param port  Number or name of the port.
 * \param proto  MBEDTLS_NET_PROTO_TCP or MBEDTLS_NET_PROTO_UDP.
 *
 * \return  0, MBEDTLS_ERR_NET_UNKNOWN_HOST, MBEDTLS_ERR_NET_SOCKET_FAILED, MBEDTLS_ERR_NET_CONNECT_FAILED, or
 * MBEDTLS_ERR_NET_BAD_INPUT_DATA for NULL.
 */
int mbedtls_net_connect(struct mbedtls_net_context *ctx,
                        const char *host,
                        const char *port,
                        int proto);

/**
 * Listens for connections, or for datagrams.
 *
 * \param ctx  The context; gets the socket, which mbedtls_net_free() closes.
 * \param bind_ip  Address to listen on; NULL for every address.
 * \param port  Number or name of the port.
 * \param proto  MBEDTLS_NET_PROTO_TCP or MBEDTLS_NET_PROTO_UDP.
 *
 * \return  0, MBEDTLS_ERR_NET_UNKNOWN_HOST, MBEDTLS_ERR_NET_SOCKET_FAILED, MBEDTLS_ERR_NET_BIND_FAILED,
 * MBEDTLS_ERR_NET_LISTEN_FAILED, or MBEDTLS_ERR_NET_BAD_INPUT_DATA for NULL.
 */
int mbedtls_net_bind(struct mbedtls_net_context *ctx,
                     const char *bind_ip,
                     const char *port,
                     int proto);

/**
 * Accepts a connection. For datagrams: waits for one, ties the socket to its sender and gives `bind_ctx` a new socket on
 * the same address; the datagram stays to be received.
 *
 * \param bind_ctx  The context of mbedtls_net_bind().
 * \param client_ctx  Gets the socket of the connection.
 * \param client_ip  Gets the address of the client, 4 or 16 bytes; NULL if it is not wanted.
 * \param buf_size  Size of `client_ip`.
 * \param cip_len  Gets the length of the address; not used if `client_ip` is NULL.
 *
 * \return  0, MBEDTLS_ERR_SSL_WANT_READ if the socket does not block and nobody connects,
 * MBEDTLS_ERR_NET_ACCEPT_FAILED, MBEDTLS_ERR_NET_SOCKET_FAILED or MBEDTLS_ERR_NET_BIND_FAILED,
 * MBEDTLS_ERR_NET_BUFFER_TOO_SMALL (with the connection accepted) if `client_ip` is too small, or
 * MBEDTLS_ERR_NET_BAD_INPUT_DATA for NULL.
 */
int mbedtls_net_accept(struct mbedtls_net_context *bind_ctx,
                       struct mbedtls_net_context *client_ctx,
                       void *client_ip,
                       size_t buf_size,
                       size_t *cip_len);

/**
 * Waits until a socket can be read or written.
 *
 * \param ctx  The context.
 * \param rw  MBEDTLS_NET_POLL_READ, MBEDTLS_NET_POLL_WRITE, or both.
 * \param timeout  How long to wait, in milliseconds; 0 not at all, (uint32_t) -1 without end.
 *
 * \return  Those bits of `rw` that hold, 0 if the time is over, MBEDTLS_ERR_NET_INVALID_CONTEXT,
 * MBEDTLS_ERR_NET_BAD_INPUT_DATA if `rw` has other bits, or MBEDTLS_ERR_NET_POLL_FAILED.
 */
int mbedtls_net_poll(struct mbedtls_net_context *ctx, uint32_t rw, uint32_t timeout);

/**
 * Makes a socket block.
 *
 * \param ctx  The context.
 *
 * \return  0, or -1 if that fails.
 */
int mbedtls_net_set_block(struct mbedtls_net_context *ctx);

/**
 * Makes a socket not block: calls that would have to wait return MBEDTLS_ERR_SSL_WANT_READ or
 * MBEDTLS_ERR_SSL_WANT_WRITE.
 *
 * \param ctx  The context.
 *
 * \return  0, or -1 if that fails.
 */
int mbedtls_net_set_nonblock(struct mbedtls_net_context *ctx);

/**
 * Waits.
 *
 * \param usec  How long, in microseconds.
 */
void mbedtls_net_usleep(unsigned long usec);

/**
 * Receives at most `len` bytes. Made to be the `f_recv` of mbedtls_ssl_set_bio().
 *
 * \param ctx  A `mbedtls_net_context`.
 * \param buf,len  Where the bytes go.
 *
 * \return  How many came, 0 at the end of the stream, MBEDTLS_ERR_SSL_WANT_READ if the socket does not block and nothing
 * is there (or a signal came), MBEDTLS_ERR_NET_CONN_RESET, MBEDTLS_ERR_NET_RECV_FAILED, or
 * MBEDTLS_ERR_NET_INVALID_CONTEXT.
 */
int mbedtls_net_recv(void *ctx,
                     unsigned char *buf,
                     size_t len);

/**
 * Receives at most `len` bytes, waiting for them no longer than a given time. Made to be the `f_recv_timeout` of
 * mbedtls_ssl_set_bio().
 *
 * \param ctx  A `mbedtls_net_context`.
 * \param buf,len  Where the bytes go.
 * \param timeout  How long to wait, in milliseconds; 0 without end.
 *
 * \return  As mbedtls_net_recv() does, or MBEDTLS_ERR_SSL_TIMEOUT if the time is over.
 */
int mbedtls_net_recv_timeout(void *ctx,
                             unsigned char *buf,
                             size_t len,
                             uint32_t timeout);

/**
 * Sends at most `len` bytes. Made to be the `f_send` of mbedtls_ssl_set_bio().
 *
 * \param ctx  A `mbedtls_net_context`.
 * \param buf,len  The bytes.
 *
 * \return  How many were sent, MBEDTLS_ERR_SSL_WANT_WRITE if the socket does not block and takes nothing now (or a signal
 * came), MBEDTLS_ERR_NET_CONN_RESET, MBEDTLS_ERR_NET_SEND_FAILED, or MBEDTLS_ERR_NET_INVALID_CONTEXT.
 */
int mbedtls_net_send(void *ctx,
                     const unsigned char *buf,
                     size_t len);

/**
 * Closes a socket; the other end of the connection may stay open in another process.
 *
 * \param ctx  The context; NULL, or one without a socket, is allowed.
 */
void mbedtls_net_close(struct mbedtls_net_context *ctx);

/**
 * Ends a connection for every process that shares it, and closes the socket.
 *
 * \param ctx  The context; NULL, or one without a socket, is allowed.
 */
void mbedtls_net_free(struct mbedtls_net_context *ctx);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_NET_SOCKETS_H */
