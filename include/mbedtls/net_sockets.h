/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_NET_SOCKETS_H
#define MBEDTLS_NET_SOCKETS_H

/** \file net_sockets.h
 * Sockets.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** No socket could be made. */
#define MBEDTLS_ERR_NET_SOCKET_FAILED -0x0042

/** The connection was refused, or no address answered. */
#define MBEDTLS_ERR_NET_CONNECT_FAILED -0x0044

/** The address could not be bound. */
#define MBEDTLS_ERR_NET_BIND_FAILED -0x0046

/** The socket could not listen. */
#define MBEDTLS_ERR_NET_LISTEN_FAILED -0x0048

/** No connection could be accepted. */
#define MBEDTLS_ERR_NET_ACCEPT_FAILED -0x004A

/** Nothing could be received. */
#define MBEDTLS_ERR_NET_RECV_FAILED -0x004C

/** Nothing could be sent. */
#define MBEDTLS_ERR_NET_SEND_FAILED -0x004E

/** The peer reset the connection. */
#define MBEDTLS_ERR_NET_CONN_RESET -0x0050

/** The host name is not known. */
#define MBEDTLS_ERR_NET_UNKNOWN_HOST -0x0052

/** The buffer is too small for an address. */
#define MBEDTLS_ERR_NET_BUFFER_TOO_SMALL -0x0043

/** The context holds no socket. */
#define MBEDTLS_ERR_NET_INVALID_CONTEXT -0x0045

/** Waiting failed. */
#define MBEDTLS_ERR_NET_POLL_FAILED -0x0047

/** An argument is invalid. */
#define MBEDTLS_ERR_NET_BAD_INPUT_DATA -0x0049

/** Connections that wait to be accepted. */
#define MBEDTLS_NET_LISTEN_BACKLOG 10

/** TCP. */
#define MBEDTLS_NET_PROTO_TCP 0

/** UDP. */
#define MBEDTLS_NET_PROTO_UDP 1

/** Ready to be read. */
#define MBEDTLS_NET_POLL_READ 1

/** Ready to be written. */
#define MBEDTLS_NET_POLL_WRITE 2

/** A socket. */
typedef struct mbedtls_net_context {
    /** Its descriptor, -1 if there is none. */
    int fd;
} mbedtls_net_context;

/**
 * Initialises a context: no socket.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_net_init(struct mbedtls_net_context *ctx);

/**
 * Connects to a server.
 *
 * \param ctx    The context, initialised.
 * \param host   The server's name or address.
 * \param port   Its port, a number or a name.
 * \param proto  `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
 *
 * \return  0; `MBEDTLS_ERR_NET_UNKNOWN_HOST`, `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_CONNECT_FAILED`, or
 *          `MBEDTLS_ERR_NET_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_net_connect(struct mbedtls_net_context *ctx,
                        const char *host,
                        const char *port,
                        int proto);

/**
 * Binds a socket and, for TCP, listens on it.
 *
 * \param ctx      The context, initialised.
 * \param bind_ip  The address to bind; NULL: all.
 * \param port     The port, a number or a name.
 * \param proto    `MBEDTLS_NET_PROTO_TCP` or `MBEDTLS_NET_PROTO_UDP`.
 *
 * \return  0; `MBEDTLS_ERR_NET_UNKNOWN_HOST`, `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`,
 *          `MBEDTLS_ERR_NET_LISTEN_FAILED`, or `MBEDTLS_ERR_NET_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_net_bind(struct mbedtls_net_context *ctx,
                     const char *bind_ip,
                     const char *port,
                     int proto);

/**
 * Accepts a connection. With UDP, the listening socket becomes the client's and a new one takes its place.
 *
 * \param bind_ctx    The listening socket.
 * \param client_ctx  Becomes the client's socket.
 * \param client_ip   Where to put the client's address, 4 or 16 bytes; may be NULL.
 * \param buf_size    The room there, in bytes.
 * \param cip_len     Set to the length of the address, in bytes; may be NULL if `client_ip` is.
 *
 * \return  0; `MBEDTLS_ERR_SSL_WANT_READ` if no client waits on a socket that does not block;
 *          `MBEDTLS_ERR_NET_ACCEPT_FAILED`, `MBEDTLS_ERR_NET_BUFFER_TOO_SMALL`, `MBEDTLS_ERR_NET_INVALID_CONTEXT`,
 *          `MBEDTLS_ERR_NET_SOCKET_FAILED`, `MBEDTLS_ERR_NET_BIND_FAILED`.
 */
int mbedtls_net_accept(struct mbedtls_net_context *bind_ctx,
                       struct mbedtls_net_context *client_ctx,
                       void *client_ip,
                       size_t buf_size,
                       size_t *cip_len);

/**
 * Waits for a socket.
 *
 * \param ctx      The socket.
 * \param rw       `MBEDTLS_NET_POLL_READ` and `MBEDTLS_NET_POLL_WRITE`, either or both.
 * \param timeout  Milliseconds; 0: do not wait; `(uint32_t) -1`: no limit.
 *
 * \return  What it is ready for, 0 if for nothing in time; `MBEDTLS_ERR_NET_INVALID_CONTEXT`,
 *          `MBEDTLS_ERR_NET_BAD_INPUT_DATA`, `MBEDTLS_ERR_NET_POLL_FAILED`.
 */
int mbedtls_net_poll(struct mbedtls_net_context *ctx, uint32_t rw, uint32_t timeout);

/**
 * Makes a socket block.
 *
 * \param ctx  The socket.
 * \return     0, or a nonzero number.
 */
int mbedtls_net_set_block(struct mbedtls_net_context *ctx);

/**
 * Makes a socket not block.
 *
 * \param ctx  The socket.
 * \return     0, or a nonzero number.
 */
int mbedtls_net_set_nonblock(struct mbedtls_net_context *ctx);

/**
 * Sleeps.
 *
 * \param usec  Microseconds.
 */
void mbedtls_net_usleep(unsigned long usec);

/**
 * Receives. In the form that mbedtls_ssl_set_bio() takes.
 *
 * \param ctx  A `mbedtls_net_context`.
 * \param buf  Where to put the bytes.
 * \param len  The room there, in bytes.
 *
 * \return  The number of bytes, 0 at the end; `MBEDTLS_ERR_SSL_WANT_READ` if it would block or was interrupted;
 *          `MBEDTLS_ERR_NET_CONN_RESET`, `MBEDTLS_ERR_NET_RECV_FAILED`, `MBEDTLS_ERR_NET_INVALID_CONTEXT`.
 */
int mbedtls_net_recv(void *ctx,
                     unsigned char *buf,
                     size_t len);

/**
 * Receives, waiting no longer than a given time. In the form that mbedtls_ssl_set_bio() takes.
 *
 * \param ctx      A `mbedtls_net_context`.
 * \param buf      Where to put the bytes.
 * \param len      The room there, in bytes.
 * \param timeout  Milliseconds; 0: no limit.
 *
 * \return  As mbedtls_net_recv(); `MBEDTLS_ERR_SSL_TIMEOUT` if nothing came in time.
 */
int mbedtls_net_recv_timeout(void *ctx, unsigned char *buf, size_t len, uint32_t timeout);

/**
 * Sends. In the form that mbedtls_ssl_set_bio() takes.
 *
 * \param ctx  A `mbedtls_net_context`.
 * \param buf  The bytes.
 * \param len  Their number.
 *
 * \return  How many were sent; `MBEDTLS_ERR_SSL_WANT_WRITE` if it would block or was interrupted;
 *          `MBEDTLS_ERR_NET_CONN_RESET`, `MBEDTLS_ERR_NET_SEND_FAILED`, `MBEDTLS_ERR_NET_INVALID_CONTEXT`.
 */
int mbedtls_net_send(void *ctx,
                     const unsigned char *buf,
                     size_t len);

/**
 * Closes a socket without shutting the connection down (another process may hold it too).
 *
 * \param ctx  The socket; NULL is ignored.
 */
void mbedtls_net_close(struct mbedtls_net_context *ctx);

/**
 * Shuts a connection down and closes its socket.
 *
 * \param ctx  The socket; NULL is ignored.
 */
void mbedtls_net_free(struct mbedtls_net_context *ctx);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_NET_SOCKETS_H */
