/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef FERROTLS_FERROTLS_H
#define FERROTLS_FERROTLS_H

/** \file ferrotls.h
 * What ferrotls has and Mbed TLS 3.6 has no name for. A program that includes this header runs with ferrotls only.
 */
#include "mbedtls/ssl.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** How many milliseconds early data may come sooner or later than the age of its ticket says, by default. */
#define FERROTLS_ANTI_REPLAY_WINDOW 10000

/** How many first flights a configuration remembers at once, by default. */
#define FERROTLS_ANTI_REPLAY_CAPACITY 65536

/** Length of what names a first flight, in bytes. */
#define FERROTLS_ANTI_REPLAY_DIGEST_LEN 32

/** The smallest limit of `ferrotls_conf_record_size_limit`. */
#define FERROTLS_RECORD_SIZE_LIMIT_MIN 64

/** The largest, which asks the peer for nothing. */
#define FERROTLS_RECORD_SIZE_LIMIT_MAX 16385

/** NamedGroup `SecP256r1MLKEM768`, secp256r1 and ML-KEM-768, for the list of `mbedtls_ssl_conf_groups`. */
#define FERROTLS_IANA_TLS_GROUP_SECP256R1MLKEM768 4587

/**
 * NamedGroup `X25519MLKEM768`, x25519 and ML-KEM-768, for the list of `mbedtls_ssl_conf_groups`. The first of the default
 * list.
 */
#define FERROTLS_IANA_TLS_GROUP_X25519MLKEM768 4588

/** NamedGroup `SecP384r1MLKEM1024`, secp384r1 and ML-KEM-1024, for the list of `mbedtls_ssl_conf_groups`. */
#define FERROTLS_IANA_TLS_GROUP_SECP384R1MLKEM1024 4589

/** The connection rests on no pre-shared key (or it is not settled yet). */
#define FERROTLS_PSK_NONE 0

/** It rests on a key that the application configured. */
#define FERROTLS_PSK_EXTERNAL 1

/** It rests on a ticket: an earlier connection is resumed. */
#define FERROTLS_PSK_RESUMPTION 2

/**
 * Asks whether a first flight with early data is here for the first time, and has it remembered if so, both in one go.
 *
 * \param ctx          What `ferrotls_conf_anti_replay_cb` was given.
 * \param digest       What names the flight: equal for its copies and for nothing else.
 * \param digest_len   Its length, `FERROTLS_ANTI_REPLAY_DIGEST_LEN`.
 * \param remember_ms  For so many milliseconds a copy may come; after that it is refused for its age.
 *
 * \return  0 if it is here for the first time and is remembered: the early data is taken. Anything else if it was here, or
 *          if that cannot be told: the early data is refused and the handshake goes on without it.
 */
typedef int (*ferrotls_anti_replay_t)(void *ctx,
                                      const unsigned char *digest,
                                      size_t digest_len,
                                      uint64_t remember_ms);

/**
 * Sets how a server guards against early data that comes a second time. It does so by default, for all connections of a
 * configuration: early data is taken only if it comes when the age of its ticket says, give or take the window, and what was
 * taken is remembered until a copy of it would be refused for its age (RFC 8446 section 8). When there is no room to remember
 * more, early data is refused: never is anything forgotten before its time. What is refused costs the client a round trip
 * and nothing else.
 *
 * The memory is that of one configuration in one process. Servers that share ticket keys, be they processes, machines or
 * children of a `fork`, need `ferrotls_conf_anti_replay_cb`, or a copy may be taken once by each.
 *
 * To be called before connections are set up; what is remembered is lost.
 *
 * \param conf       The configuration; NULL is ignored.
 * \param window_ms  Milliseconds; `FERROTLS_ANTI_REPLAY_WINDOW` by default.
 * \param capacity   How many first flights are remembered at once, each for at most twice the window;
 *                   `FERROTLS_ANTI_REPLAY_CAPACITY` by default, which takes about 7 MB when it is full. 0: nothing is
 *                   remembered, and within the window copies are taken. Only for data that may come any number of times.
 */
void ferrotls_conf_anti_replay(mbedtls_ssl_config *conf,
                               uint32_t window_ms,
                               size_t capacity);

/**
 * Has the application remember which early data was here, in place of the configuration: for servers that share ticket keys.
 * The age of early data is looked at all the same, before the callback is asked.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param cb    See `ferrotls_anti_replay_t`; called in the middle of a handshake, so the longer it takes the longer that
 *              takes. NULL: the configuration remembers.
 * \param ctx   Its first argument.
 */
void ferrotls_conf_anti_replay_cb(mbedtls_ssl_config *conf,
                                  ferrotls_anti_replay_t cb,
                                  void *ctx);

/**
 * Which signature a callback of mbedtls_ssl_conf_async_private_cb() is to make: the number of a SignatureScheme
 * (RFC 8446 section 4.2.3), such as `MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA256`. It tells the curve, the hash and the
 * padding.
 *
 * \param ssl  The context that the callback was given.
 *
 * \return     The number, from the start callback until the resume or cancel callback has returned; 0 at any other
 *             time.
 */
uint16_t ferrotls_async_signature_scheme(const mbedtls_ssl_context *ssl);

/**
 * Sets the longest record that the peer may send (`record_size_limit`, RFC 8449), for a program that has little memory or
 * wants each record soon. A client asks for it; a server says so to clients that use the extension, and cannot say so
 * to others. A peer that has agreed and sends more is refused. The peer's own limit is kept to in any case.
 *
 * \param conf   The configuration.
 * \param limit  Bytes of what a record protects: data, its type (one byte) and padding. From
 *               `FERROTLS_RECORD_SIZE_LIMIT_MIN` to `FERROTLS_RECORD_SIZE_LIMIT_MAX`; 0 (the default): a client does
 *               not use the extension.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for another number or NULL.
 */
int ferrotls_conf_record_size_limit(mbedtls_ssl_config *conf,
                                    uint16_t limit);

/**
 * The group of the connection's key exchange, known from the ServerHello on.
 *
 * \param ssl  The context.
 * \return     One of `MBEDTLS_SSL_IANA_TLS_GROUP_*` or `FERROTLS_IANA_TLS_GROUP_*`; 0 if none is settled yet, or if the
 *             connection rests on a pre-shared key alone.
 */
uint16_t ferrotls_get_group(const mbedtls_ssl_context *ssl);

/**
 * Writes the secrets of this configuration's connections to a file, in the format of NSS that Wireshark reads. Whoever
 * has the file can decrypt those connections: this is for finding faults, not for production.
 *
 * A callback of `mbedtls_ssl_set_export_keys_cb` is called as ever. Each secret is a line, written with one call, so that
 * several configurations, threads and processes may share a file. A line that cannot be written is lost, and the
 * connection goes on.
 *
 * \param conf  The configuration.
 * \param path  The file, opened now and appended to; made, for its owner alone, if it is not there. NULL switches the
 *              key log off.
 *
 * \return  0; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be opened (what was set before stays);
 *          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL.
 */
int ferrotls_conf_keylog_file(mbedtls_ssl_config *conf,
                              const char *path);

/**
 * As `ferrotls_conf_keylog_file` with the file that the environment variable SSLKEYLOGFILE names; without it, or with an
 * empty one, the key log is switched off. The library never looks at the variable unless this is called, and not in
 * a program that runs with the rights of somebody else (set-user-ID).
 *
 * \param conf  The configuration.
 *
 * \return  As `ferrotls_conf_keylog_file`.
 */
int ferrotls_conf_keylog_env(mbedtls_ssl_config *conf);

/**
 * Which pre-shared key the connection rests on, known from the ServerHello on: whether it was resumed, for one.
 *
 * \param ssl  The context.
 * \return     `FERROTLS_PSK_NONE`, `FERROTLS_PSK_EXTERNAL` or `FERROTLS_PSK_RESUMPTION`.
 */
int ferrotls_get_psk(const mbedtls_ssl_context *ssl);

/**
 * The version of ferrotls itself, such as "0.1.0". A program that was built for Mbed TLS can look this symbol up at run
 * time to learn which library it runs on.
 *
 * \return  A string that is never freed.
 */
const char *ferrotls_version(void);

#ifdef __cplusplus
}
#endif

#endif /* FERROTLS_FERROTLS_H */
