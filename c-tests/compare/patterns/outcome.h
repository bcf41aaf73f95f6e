/*
 * What a connection comes to, as text that two runs of one library can be
 * compared by: what the hellos say, what was negotiated, which callbacks were
 * asked, how long the server goes on. Nothing random is in it.
 */
#ifndef OUTCOME_H
#define OUTCOME_H

#include "support/support.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#define OUTCOME_SIZE 16384

/* The text so far. */
static char *outcome_text;

static void add(const char *format, ...)
{
    size_t len = strlen(outcome_text);
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(outcome_text + len, OUTCOME_SIZE - len, format, arguments);
    va_end(arguments);
    check("there is room", strlen(outcome_text) < OUTCOME_SIZE - 100);
}

static void add_hex(const unsigned char *p, size_t len)
{
    while (len-- > 0) {
        add("%02x", *p++);
    }
}

static size_t be16(const unsigned char *p)
{
    return ((size_t) p[0] << 8) | p[1];
}

/* Extensions; of those with something random in them the beginning. */
static void add_extensions(const unsigned char *p, const unsigned char *end)
{
    while (p + 4 <= end) {
        size_t type = be16(p), len = be16(p + 2);

        add(" %u:%u:", (unsigned) type, (unsigned) len);
        /* key_share, pre_shared_key, session_ticket, cookie */
        add_hex(p + 4, type == 51 ? 4 : type == 41 || type == 35
                || type == 44 ? 0 : len);
        p += 4 + len;
    }
}

/* A ClientHello's or ServerHello's body. */
static void add_hello(const unsigned char *p, size_t len, int client)
{
    const unsigned char *end = p + len;

    p += 34;
    add(" id %u", p[0] != 0);
    p += 1 + p[0];
    if (client) {
        add(" suites ");
        add_hex(p + 2, be16(p));
        p += 2 + be16(p);
        p += 1 + p[0];
    } else {
        add(" suite ");
        add_hex(p, 2);
        p += 3;
    }
    if (p + 2 <= end) {
        add_extensions(p + 2, end);
    }
}

/* The messages in the clear that lie in `pipe`. */
static void add_flight(const struct pipe *pipe)
{
    static unsigned char messages[65536];
    const unsigned char *p = pipe->data + pipe->start;
    const unsigned char *end = pipe->data + pipe->end;
    size_t len = 0, at;

    while (p + 5 <= end && p[0] == 22 && p + 5 + be16(p + 3) <= end) {
        check("the flight is short", len + be16(p + 3) <= sizeof(messages));
        memcpy(messages + len, p + 5, be16(p + 3));
        len += be16(p + 3);
        p += 5 + be16(p + 3);
    }
    for (at = 0; at + 4 <= len;) {
        const unsigned char *body = messages + at + 4;
        size_t body_len = be16(messages + at + 2);

        add(" [%u", messages[at]);
        if (messages[at] <= 2) {
            add_hello(body, body_len, messages[at] == 1);
        } else if (messages[at] == 12) {
            /* ServerKeyExchange: the curve or the hint. */
            add_hex(body, 3);
        } else {
            add(" %u", (unsigned) body_len);
        }
        add("]");
        at += 4 + body_len;
    }
    add("\n");
}

static void add_facts(struct end *end)
{
    mbedtls_ssl_context *ssl = &end->ssl;
    const char *suite = mbedtls_ssl_get_ciphersuite(ssl);
    const char *alpn = mbedtls_ssl_get_alpn_protocol(ssl);

    add("%s: endpoint %d %s %s alpn %s out %d in %d more %d flags 0x%x %s\n",
        end->name, mbedtls_ssl_conf_get_endpoint(&end->conf),
        mbedtls_ssl_get_version(ssl), suite ? suite : "none",
        alpn ? alpn : "none", mbedtls_ssl_get_max_out_record_payload(ssl),
        mbedtls_ssl_get_max_in_record_payload(ssl),
        mbedtls_ssl_get_record_expansion(ssl),
        (unsigned) mbedtls_ssl_get_verify_result(ssl),
        mbedtls_ssl_get_peer_cert(ssl) ? "sees a certificate" : "sees none");
}

#endif
