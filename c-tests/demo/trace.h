/*
 * For the demo: tells the states of a handshake and the bytes on the wire,
 * one per line, on standard error. A program of your own needs none of this.
 *
 *     state CLIENT_HELLO
 *     sent 1603010...
 *     received 1603030...
 */
#ifndef TRACE_H
#define TRACE_H

#include <stdio.h>

#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>

static int tracing;

static const char *state_name(int state)
{
#define NAME(s) case MBEDTLS_SSL_##s: return #s
    switch (state) {
        NAME(HELLO_REQUEST);
        NAME(CLIENT_HELLO);
        NAME(SERVER_HELLO);
        NAME(SERVER_CERTIFICATE);
        NAME(CERTIFICATE_REQUEST);
        NAME(CLIENT_CERTIFICATE);
        NAME(CERTIFICATE_VERIFY);
        NAME(CLIENT_FINISHED);
        NAME(SERVER_FINISHED);
        NAME(FLUSH_BUFFERS);
        NAME(HANDSHAKE_WRAPUP);
        NAME(HELLO_RETRY_REQUEST);
        NAME(ENCRYPTED_EXTENSIONS);
        NAME(END_OF_EARLY_DATA);
        NAME(CLIENT_CERTIFICATE_VERIFY);
        NAME(CLIENT_CCS_AFTER_SERVER_FINISHED);
        NAME(CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO);
        NAME(SERVER_CCS_AFTER_SERVER_HELLO);
        NAME(CLIENT_CCS_AFTER_CLIENT_HELLO);
        NAME(SERVER_CCS_AFTER_HELLO_RETRY_REQUEST);
        NAME(HANDSHAKE_OVER);
        NAME(TLS1_3_NEW_SESSION_TICKET);
        NAME(TLS1_3_NEW_SESSION_TICKET_FLUSH);
        default: return "OTHER";
    }
#undef NAME
}

static void trace_bytes(const char *what, const unsigned char *data, int len)
{
    int i;

    if (tracing && len > 0) {
        fprintf(stderr, "%s ", what);
        for (i = 0; i < len; i++) {
            fprintf(stderr, "%02x", data[i]);
        }
        fputc('\n', stderr);
    }
}

static int traced_send(void *ctx, const unsigned char *data, size_t len)
{
    int ret = mbedtls_net_send(ctx, data, len);

    trace_bytes("sent", data, ret);
    return ret;
}

static int traced_recv(void *ctx, unsigned char *data, size_t len)
{
    int ret = mbedtls_net_recv(ctx, data, len);

    trace_bytes("received", data, ret);
    return ret;
}

static void trace_state(const mbedtls_ssl_context *ssl)
{
    if (tracing) {
        fprintf(stderr, "state %s\n",
                state_name(ssl->MBEDTLS_PRIVATE(state)));
    }
}

/* The handshake, step by step; mbedtls_ssl_handshake() is the same. */
static int traced_handshake(mbedtls_ssl_context *ssl)
{
    int ret = 0;

    while (ret == 0 && !mbedtls_ssl_is_handshake_over(ssl)) {
        trace_state(ssl);
        ret = mbedtls_ssl_handshake_step(ssl);
    }
    if (ret == 0) {
        trace_state(ssl);
    }
    return ret;
}

#endif
