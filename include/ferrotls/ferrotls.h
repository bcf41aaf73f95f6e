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

#if defined(MBEDTLS_SSL_EARLY_DATA)
/** How many milliseconds early data may come sooner or later than the age of its ticket says, by default. */
#define FERROTLS_ANTI_REPLAY_WINDOW 10000

/** How many first flights a configuration remembers at once, by default. */
#define FERROTLS_ANTI_REPLAY_CAPACITY 65536

/** Length of what names a first flight, in bytes. */
#define FERROTLS_ANTI_REPLAY_DIGEST_LEN 32
#endif

#if defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED)
/** zlib, for `ferrotls_conf_certificate_compression`. */
#define FERROTLS_CERTIFICATE_COMPRESSION_ZLIB 1

/** Brotli, for `ferrotls_conf_certificate_compression`. */
#define FERROTLS_CERTIFICATE_COMPRESSION_BROTLI 2
#endif

#if defined(MBEDTLS_SSL_PROTO_TLS1_3)
/** A server remembers a client that it has sent a HelloRetryRequest to. */
#define FERROTLS_STATELESS_RETRY_OFF 0

/** It leaves that to the client, whenever it sends a HelloRetryRequest. */
#define FERROTLS_STATELESS_RETRY_WHEN_NEEDED 1

/** The same, and it sends a HelloRetryRequest to every client. GnuTLS 3.7 is a client that does not stand one for a cookie alone. */
#define FERROTLS_STATELESS_RETRY_ALWAYS 2

/** The shortest key of `ferrotls_conf_cookie_key`, in bytes. */
#define FERROTLS_COOKIE_KEY_MIN 16
#endif

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

#if defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED)
/** The client was not asked to authenticate after the handshake. */
#define FERROTLS_CLIENT_AUTHENTICATION_NONE 0

/** It was asked, and its answer has not come. */
#define FERROTLS_CLIENT_AUTHENTICATION_PENDING 1

/**
 * It has proved to hold the key of the certificate that mbedtls_ssl_get_peer_cert() returns (on a client: it has sent such
 * a proof).
 */
#define FERROTLS_CLIENT_AUTHENTICATION_DONE 2

/** It has no certificate, and `MBEDTLS_SSL_VERIFY_OPTIONAL` lets that pass (on a client: it has said so). */
#define FERROTLS_CLIENT_AUTHENTICATION_NO_CERTIFICATE 3
#endif

/** The connection rests on no pre-shared key (or it is not settled yet). */
#define FERROTLS_PSK_NONE 0

/** It rests on a key that the application configured. */
#define FERROTLS_PSK_EXTERNAL 1

/** An earlier connection is resumed, by a ticket or, in TLS 1.2, by the identifier of its session. */
#define FERROTLS_PSK_RESUMPTION 2

#if defined(MBEDTLS_X509_USE_C)
/** A chain of X.509 certificates, for `ferrotls_conf_certificate_types`. */
#define FERROTLS_CERTIFICATE_TYPE_X509 0

/** A raw public key, for `ferrotls_conf_certificate_types`. */
#define FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY 2

/** The longest OCSP response, or list of timestamps, that can be set, in bytes. */
#define FERROTLS_MAX_STAPLE_LEN 32000
#endif

/** ECDHE_PSK with AES-128-GCM (RFC 8442), CipherSuite 0xD0,0x01. */
#define FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_GCM_SHA256 53249

/** ECDHE_PSK with AES-256-GCM (RFC 8442), CipherSuite 0xD0,0x02. */
#define FERROTLS_TLS_ECDHE_PSK_WITH_AES_256_GCM_SHA384 53250

/** ECDHE_PSK with AES-128-CCM and a tag of 8 bytes (RFC 8442), CipherSuite 0xD0,0x03. */
#define FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_8_SHA256 53251

/** ECDHE_PSK with AES-128-CCM (RFC 8442), CipherSuite 0xD0,0x05. */
#define FERROTLS_TLS_ECDHE_PSK_WITH_AES_128_CCM_SHA256 53253

#if defined(MBEDTLS_SSL_EARLY_DATA)
/**
 * Asks whether a first flight with early data is here for the first time, and has it remembered if so, both in one go.
 *
 * \param ctx          What `ferrotls_conf_anti_replay_cb` was given.
 * \param digest       What names the flight: equal for its copies and for nothing else.
 * \param digest_len   Its length, `FERROTLS_ANTI_REPLAY_DIGEST_LEN`.
 * \param remember_ms  For so many milliseconds a copy may come; after that it is refused for its age. It includes what a
 *                     server needs whose clock is up to six seconds behind.
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
 * The memory is that of one configuration in one process. Servers that share ticket keys, be they configurations, processes,
 * machines or children of a `fork`, need `ferrotls_conf_anti_replay_cb`, or a copy may be taken once by each. A configuration
 * that takes the place of another refuses, for the length of the window, early data that may have been there.
 *
 * To be called before connections are set up; what is remembered is lost, and what may be a copy of it is refused.
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
#endif

#if defined(MBEDTLS_X509_USE_C)
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
#endif

#if defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED)
/**
 * Sets how certificates may be compressed, ours and the peer's. By default not at all: nothing is offered. Ours are
 * compressed where the peer can decompress them and they get shorter, by the first algorithm of the list that it can; what
 * was compressed is kept for the next connection of the configuration. A peer's may not be longer than one that comes as
 * it is.
 *
 * \param conf        The configuration.
 * \param algorithms  `FERROTLS_CERTIFICATE_COMPRESSION_*`, most preferred first, ended by 0, copied. NULL or an empty list:
 *                    no compression.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, or an algorithm that is not known or stands there twice.
 */
int ferrotls_conf_certificate_compression(mbedtls_ssl_config *conf,
                                          const uint16_t *algorithms);
#endif

#if defined(MBEDTLS_SSL_PROTO_TLS1_3)
/**
 * Lets a server leave what it has to remember between a HelloRetryRequest and the client's second hello with the client, in a
 * cookie that nobody else can make (RFC 8446 section 4.2.2) and that is good for a minute.
 *
 * A context in which the handshake has returned `MBEDTLS_ERR_SSL_WANT_READ` in the state `MBEDTLS_SSL_CLIENT_HELLO` then holds
 * nothing that is needed: it may be reset or freed, and a fresh one, in this process or in another with the same key, go
 * on with the client.
 *
 * \param conf  The configuration. Unless it was given a key (`ferrotls_conf_cookie_key`) it makes one, which only the contexts of
 *              this configuration share.
 * \param mode  `FERROTLS_STATELESS_RETRY_OFF` (the default), `FERROTLS_STATELESS_RETRY_WHEN_NEEDED` or
 *              `FERROTLS_STATELESS_RETRY_ALWAYS`.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for another mode or NULL; another negative code if there is no randomness.
 */
int ferrotls_conf_stateless_retry(mbedtls_ssl_config *conf,
                                  int mode);

/**
 * Sets what the cookies of `ferrotls_conf_stateless_retry` are authenticated with, so that the servers of a fleet take each
 * other's. Their clocks may differ by ten seconds.
 *
 * \param conf  The configuration.
 * \param key   Random bytes, for this use alone; copied.
 * \param len   How many: at least `FERROTLS_COOKIE_KEY_MIN`.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for a key that is too short or NULL.
 */
int ferrotls_conf_cookie_key(mbedtls_ssl_config *conf,
                             const unsigned char *key,
                             size_t len);
#endif

#if defined(MBEDTLS_SSL_EARLY_DATA)
/**
 * Derives a secret from the client's first flight, for use with the early data that follows it (RFC 8446 section 7.5): what
 * mbedtls_ssl_export_keying_material() is for the whole handshake. A client can from the moment it has written early data, a
 * server once it has taken it. The server's part is not in it yet: whoever sends a recorded flight again makes a server derive
 * the same secret again.
 *
 * \param ssl          The context.
 * \param out          Where to put the secret.
 * \param key_len      Its length in bytes, at most 8160.
 * \param label        A label that sets this use apart.
 * \param label_len    Its length in bytes, at most 249.
 * \param context      More that sets this use apart; may be NULL if `context_len` is 0.
 * \param context_len  Its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if there is no early data (yet) or the server has refused it, and for lengths
 *          that are too long; another negative code.
 */
int ferrotls_export_early_keying_material(mbedtls_ssl_context *ssl,
                                          uint8_t *out,
                                          size_t key_len,
                                          const char *label,
                                          size_t label_len,
                                          const unsigned char *context,
                                          size_t context_len);
#endif

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
 * Pads a client's hello of 256 to 511 bytes to 512 (RFC 7685): there are old servers and middleboxes that hang at such a length.
 *
 * \param conf  The configuration.
 * \param on    Not 0: pad; 0 (the default): do not.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int ferrotls_conf_hello_padding(mbedtls_ssl_config *conf,
                                int on);

/**
 * Sends values that mean nothing among those that do (GREASE, RFC 8701), so that servers and middleboxes do not unlearn to pass
 * over what they do not know. A client sends them in the lists and extensions of its hello, a server in what it asks a
 * client for and in tickets.
 *
 * \param conf  The configuration.
 * \param on    Not 0: send them; 0 (the default): do not.
 *
 * \return  0, or `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int ferrotls_conf_grease(mbedtls_ssl_config *conf,
                         int on);

/**
 * The group of the connection's key exchange, known from the ServerHello on.
 *
 * \param ssl  The context.
 * \return     One of `MBEDTLS_SSL_IANA_TLS_GROUP_*` or `FERROTLS_IANA_TLS_GROUP_*`; 0 if none is settled yet, or if the
 *             connection rests on a pre-shared key or, in TLS 1.2, on a resumed session alone.
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

#if defined(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ENABLED)
/**
 * Lets a server ask for the client's certificate after the handshake (RFC 8446 section 4.6.2). Off by default.
 *
 * A client then offers it, and mbedtls_ssl_read() answers when the server asks, with a certificate of
 * mbedtls_ssl_conf_own_cert() or of mbedtls_ssl_set_hs_own_cert(), which may be called after the handshake, or with none. A
 * server that has it can call ferrotls_request_client_certificate(). Each connection on which both sides have it keeps
 * some hundred bytes more.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param on    Not 0: yes.
 */
void ferrotls_conf_post_handshake_auth(mbedtls_ssl_config *conf,
                                       int on);

/**
 * Asks the client to authenticate, after the handshake. The answer comes in with what is read later, by
 * mbedtls_ssl_read() or ferrotls_await_client_certificate(): the certificate is checked as in the handshake, with the same
 * callbacks, and mbedtls_ssl_get_peer_cert() and mbedtls_ssl_get_verify_result() then tell of it. A pointer that
 * mbedtls_ssl_get_peer_cert() returned before is invalid then.
 *
 * How it is checked is said by the configuration or, before this call, by mbedtls_ssl_set_hs_authmode() and
 * mbedtls_ssl_set_hs_ca_chain(). With `MBEDTLS_SSL_VERIFY_REQUIRED` the read fails if the certificate is missing or not
 * trusted. `MBEDTLS_SSL_VERIFY_NONE` counts as `MBEDTLS_SSL_VERIFY_REQUIRED`: who asks wants to know.
 *
 * \param ssl  The context of a server. Another thread may be reading from it.
 *
 * \return  0 when the request is sent; `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
 *          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if it cannot be asked: the handshake is not over, this is a client,
 *          ferrotls_conf_post_handshake_auth() is off, the client has not offered it, the connection rests on an external
 *          pre-shared key, or an earlier request is not answered; another negative code if the connection failed.
 */
int ferrotls_request_client_certificate(mbedtls_ssl_context *ssl);

/**
 * How far the authentication of the client after the handshake has got.
 *
 * \param ssl  The context, of either side.
 * \return     A `FERROTLS_CLIENT_AUTHENTICATION_*` number, of the last authentication if there were several.
 */
int ferrotls_client_authentication_status(const mbedtls_ssl_context *ssl);

/**
 * Reads until the client has answered the request of ferrotls_request_client_certificate(), or until there is application
 * data that has to be read first.
 *
 * \param ssl  The context of a server.
 *
 * \return  0 if no request is open: see ferrotls_client_authentication_status(); 1 if application data is to be read
 *          first, by mbedtls_ssl_read(); `MBEDTLS_ERR_SSL_WANT_READ` or `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the
 *          transport is ready; another code of mbedtls_ssl_read() if the connection failed or ended.
 */
int ferrotls_await_client_certificate(mbedtls_ssl_context *ssl);
#endif

/**
 * Which pre-shared key the connection rests on, known from the ServerHello on: whether it was resumed, for one.
 *
 * \param ssl  The context.
 * \return     `FERROTLS_PSK_NONE`, `FERROTLS_PSK_EXTERNAL` or `FERROTLS_PSK_RESUMPTION`.
 */
int ferrotls_get_psk(const mbedtls_ssl_context *ssl);

#if defined(MBEDTLS_X509_USE_C)
/**
 * Sets what either side may present: certificates, raw public keys, or both. By default certificates alone, and nothing is
 * negotiated. Where there is a choice the server's order counts.
 *
 * Raw public keys that we present are those of `ferrotls_conf_own_raw_key`, then those of the certificates of
 * `mbedtls_ssl_conf_own_cert`. A client that lists them must have one. A server refuses a client that has no type in common
 * with it; one that names none has certificates alone.
 *
 * On a connection that was resumed nobody is asked about a key again: it was judged in the session's own handshake.
 *
 * \param conf      The configuration.
 * \param own       What we can present, most preferred first: `FERROTLS_CERTIFICATE_TYPE_*`, copied. NULL: certificates.
 * \param own_len   How many.
 * \param peer      What the peer may present, likewise.
 * \param peer_len  How many.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, or a type that is not known or stands there twice.
 */
int ferrotls_conf_certificate_types(mbedtls_ssl_config *conf,
                                    const unsigned char *own,
                                    size_t own_len,
                                    const unsigned char *peer,
                                    size_t peer_len);

/**
 * Adds a key that is presented without a certificate, where raw public keys are agreed on
 * (`ferrotls_conf_certificate_types`).
 *
 * \param conf  The configuration.
 * \param key   The key pair; with `mbedtls_ssl_conf_async_private_cb` the public key is enough, and the callback is given
 *              NULL for the certificate. Kept by pointer: it must live as long as the configuration. NULL: forget all.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL or `key` is empty.
 */
int ferrotls_conf_own_raw_key(mbedtls_ssl_config *conf,
                              mbedtls_pk_context *key);

/**
 * Adds a raw public key of a peer to those that are trusted.
 *
 * \param conf  The configuration.
 * \param spki  The SubjectPublicKeyInfo in DER, copied; see `mbedtls_pk_write_pubkey_der`. NULL: forget all.
 * \param len   Its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if `conf` is NULL or this is no key of a kind that is known.
 */
int ferrotls_conf_trusted_raw_key(mbedtls_ssl_config *conf,
                                  const unsigned char *spki,
                                  size_t len);

/**
 * Sets who has the last word on raw public keys of peers. Without a callback, a key that is not trusted
 * (`ferrotls_conf_trusted_raw_key`) is refused, unless the authentication mode is `MBEDTLS_SSL_VERIFY_OPTIONAL` or
 * `MBEDTLS_SSL_VERIFY_NONE`. A raw public key has no name: which key belongs to the host that was connected to is for the
 * callback, or the list, to say. With `MBEDTLS_SSL_VERIFY_NONE` nobody is asked.
 *
 * \param conf   The configuration; NULL is ignored.
 * \param f_key  Called with the key (a SubjectPublicKeyInfo in DER, there until it returns) and with flags
 *               (`MBEDTLS_X509_BADCERT_NOT_TRUSTED`; `MBEDTLS_X509_BADCERT_BAD_PK` or `MBEDTLS_X509_BADCERT_BAD_KEY` for
 *               a key that the profile does not allow), which it may change. What it leaves is what
 *               `mbedtls_ssl_get_verify_result` tells. A nonzero return ends the handshake with that code. NULL: nobody.
 * \param p_key  Passed to it.
 */
void ferrotls_conf_raw_key_cb(mbedtls_ssl_config *conf,
                              int (*f_key)(void *p_key,
                                           mbedtls_ssl_context *ssl,
                                           const unsigned char *spki,
                                           size_t spki_len,
                                           uint32_t *flags),
                              void *p_key);

/**
 * The raw public key that the peer has shown in place of a certificate in the last handshake, or in that which a resumed session
 * comes from. `mbedtls_ssl_get_peer_cert` returns NULL then.
 *
 * \param ssl   The context.
 * \param spki  Set to the SubjectPublicKeyInfo in DER (see `mbedtls_pk_parse_public_key`), which stays until the context is
 *              freed or reset, or another handshake asks for the peer's certificate or is over; NULL if the peer has shown none.
 * \param len   Set to its length in bytes, 0 if there is none.
 *
 * \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int ferrotls_get_peer_raw_key(const mbedtls_ssl_context *ssl,
                              const unsigned char **spki,
                              size_t *len);

/**
 * Client: names in the ClientHello the authorities that it trusts (`certificate_authorities`, RFC 8446 section 4.2.4), so
 * that a server with several certificates can choose. A server of this library prefers, among the certificates that serve,
 * a chain that one of the client's authorities has issued; a client does the same with the names in a CertificateRequest.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param list  The certificates whose subjects are sent. Kept by pointer: it must live as long as the configuration.
 *              NULL, as by default: none are sent.
 */
void ferrotls_conf_certificate_authorities(mbedtls_ssl_config *conf,
                                           const mbedtls_x509_crt *list);

/**
 * Asks peers for OCSP responses with their certificates: a client asks the server, a server asks a client that it asks for
 * a certificate. Off by default. See `ferrotls_get_ocsp_response`.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param on    Not 0: ask.
 */
void ferrotls_conf_request_ocsp(mbedtls_ssl_config *conf,
                                int on);

/**
 * Asks peers for signed certificate timestamps with their certificates, likewise. Off by default. See `ferrotls_get_scts`.
 *
 * \param conf  The configuration; NULL is ignored.
 * \param on    Not 0: ask.
 */
void ferrotls_conf_request_scts(mbedtls_ssl_config *conf,
                                int on);

/**
 * Sets the OCSP response that goes with a certificate to peers that ask for one. It is not looked into. It belongs to the
 * certificate, whichever chain that stands in and whichever place it has there, so that a chain may have a response for each
 * of its certificates.
 *
 * May be called again with a newer response while other threads make connections, if `mbedtls_ssl_config_defaults` or
 * another setter was called before.
 *
 * \param conf      The configuration.
 * \param crt       The certificate; the first, if it is a chain.
 * \param response  The OCSPResponse in DER, copied. NULL: none any more.
 * \param len       Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, an empty certificate or a response that is too long.
 */
int ferrotls_conf_ocsp_response(mbedtls_ssl_config *conf,
                                const mbedtls_x509_crt *crt,
                                const unsigned char *response,
                                size_t len);

/**
 * Sets the signed certificate timestamps that go with a certificate to peers that ask for them. As
 * `ferrotls_conf_ocsp_response`.
 *
 * \param conf  The configuration.
 * \param crt   The certificate; the first, if it is a chain.
 * \param list  A SignedCertificateTimestampList (RFC 6962 section 3.3) with the two bytes of its length in front, copied.
 *              NULL: none any more.
 * \param len   Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
 *
 * \return  0; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL, an empty certificate, what is no such list, or too long.
 */
int ferrotls_conf_scts(mbedtls_ssl_config *conf,
                       const mbedtls_x509_crt *crt,
                       const unsigned char *list,
                       size_t len);

/**
 * As `ferrotls_conf_ocsp_response` for the handshake of one connection: for the callbacks of `mbedtls_ssl_conf_sni` and
 * `mbedtls_ssl_conf_cert_cb`, beside `mbedtls_ssl_set_hs_own_cert`, or before the handshake. It counts before what the
 * configuration says, and is forgotten when the handshake is over.
 *
 * \param ssl       The context.
 * \param crt       The certificate; the first, if it is a chain.
 * \param response  The OCSPResponse in DER, copied. NULL: none any more.
 * \param len       Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
 *
 * \return  As `ferrotls_conf_ocsp_response`.
 */
int ferrotls_set_hs_ocsp_response(mbedtls_ssl_context *ssl,
                                  const mbedtls_x509_crt *crt,
                                  const unsigned char *response,
                                  size_t len);

/**
 * As `ferrotls_conf_scts` for the handshake of one connection, as `ferrotls_set_hs_ocsp_response`.
 *
 * \param ssl   The context.
 * \param crt   The certificate; the first, if it is a chain.
 * \param list  A SignedCertificateTimestampList with its length in front, copied. NULL: none any more.
 * \param len   Its length in bytes, at most `FERROTLS_MAX_STAPLE_LEN`.
 *
 * \return  As `ferrotls_conf_scts`.
 */
int ferrotls_set_hs_scts(mbedtls_ssl_context *ssl,
                         const mbedtls_x509_crt *crt,
                         const unsigned char *list,
                         size_t len);

/**
 * The OCSP response that came with a certificate of the peer, in DER. It was not judged: nobody has looked at its
 * signature, its dates or what it says. There is one only where `ferrotls_conf_request_ocsp` asked for it, and none on a
 * connection that was resumed. From the verify callback on.
 *
 * \param ssl       The context.
 * \param index     Which certificate, in the order in which the peer sent them: 0 is its own.
 * \param response  Set to the response, which stays until the context is freed or reset, or the peer shows another
 *                  certificate; NULL if there is none.
 * \param len       Set to its length in bytes, 0 if there is none.
 *
 * \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int ferrotls_get_ocsp_response(const mbedtls_ssl_context *ssl,
                               size_t index,
                               const unsigned char **response,
                               size_t *len);

/**
 * The signed certificate timestamps that came with a certificate of the peer: a SignedCertificateTimestampList with the
 * two bytes of its length in front. As `ferrotls_get_ocsp_response`, not judged either. Timestamps inside of the
 * certificate itself, or of the OCSP response, are not among them.
 *
 * \param ssl    The context.
 * \param index  Which certificate, in the order in which the peer sent them: 0 is its own.
 * \param list   Set to the list, which stays until the context is freed or reset, or the peer shows another certificate;
 *               NULL if there is none.
 * \param len    Set to its length in bytes, 0 if there is none.
 *
 * \return  0, also if there is none; `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` for NULL.
 */
int ferrotls_get_scts(const mbedtls_ssl_context *ssl,
                      size_t index,
                      const unsigned char **list,
                      size_t *len);
#endif

#if defined(MBEDTLS_SSL_PROTO_TLS1_3)
/**
 * Changes the keys that this side sends with (RFC 8446 section 4.6.3). The library does so by itself before a key has
 * sealed as much as it may; a program that wants fresh keys earlier may ask for them.
 *
 * \param ssl           The context. Another thread may be reading from it.
 * \param request_peer  Not 0: the peer is to change its keys too (it is not asked again before it has).
 *
 * \return  0 when it is sent; `MBEDTLS_ERR_SSL_WANT_WRITE`: call again when the transport is ready;
 *          `MBEDTLS_ERR_SSL_BAD_INPUT_DATA` if the handshake is not over or the sending side is closed; another negative
 *          code if the connection failed.
 */
int ferrotls_update_keys(mbedtls_ssl_context *ssl,
                         int request_peer);
#endif

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
