/*
 * BoringSSL's test runner (BoGo) starts this program for each connection of
 * each of its tests, speaks TLS with it over a socket, and misbehaves. The
 * flags are in options.c.
 *
 * Exits with 0 if all went as the flags say; 1, and the reason on the standard
 * error output, if not; 89 for a flag that is not known.
 */
#include "shim.h"

#include <psa/crypto.h>

#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct lasting lasting;
static struct connection *current;

static void quit(int code)
{
    if (current != NULL) {
        transport_close(current);
    }
    exit(code);
}

void fail(const char *what, ...)
{
    va_list list;

    va_start(list, what);
    vfprintf(stderr, what, list);
    va_end(list);
    fputc('\n', stderr);
    quit(1);
}

void fail_code(const char *call, int code)
{
    fail("%s: %s", call, error_name(code));
}

void must(const char *call, int code)
{
    if (code != 0) {
        fail_code(call, code);
    }
}

void unimplemented(const char *what)
{
    fprintf(stderr, "not offered: %s\n", what);
    exit(EXIT_UNIMPLEMENTED);
}

/* What came as early data and is answered. */
static unsigned char early_answer[16384];
static size_t early_answer_len;

static void write_all(struct connection *connection, const void *data,
                      size_t len)
{
    const unsigned char *at = data;

    while (len > 0) {
        int ret = mbedtls_ssl_write(&connection->ssl, at, len);

        if (ret > 0) {
            at += ret;
            len -= (size_t) ret;
        } else if (!again(connection, ret)) {
            fail_code("mbedtls_ssl_write", ret);
        }
    }
}

static void read_early_data(struct connection *connection)
{
    unsigned char data[1024];
    int ret;
    int i;

    for (;;) {
        ret = mbedtls_ssl_read_early_data(&connection->ssl, data, sizeof(data));
        if (ret <= 0) {
            break;
        }
        if (early_answer_len + (size_t) ret > sizeof(early_answer)) {
            fail("too much early data");
        }
        for (i = 0; i < ret; i++) {
            early_answer[early_answer_len++] = data[i] ^ 0xff;
        }
    }
    if (ret != MBEDTLS_ERR_SSL_CANNOT_READ_EARLY_DATA &&
        !again(connection, ret)) {
        fail_code("mbedtls_ssl_read_early_data", ret);
    }
}

/* Steps through the handshake, to see whether it is begun twice, until a
 * server's tickets are sent too. */
static void handshake(struct connection *connection)
{
    mbedtls_ssl_context *ssl = &connection->ssl;
    int had_hello = 0;

    while (ssl->MBEDTLS_PRIVATE(state) != MBEDTLS_SSL_HANDSHAKE_OVER) {
        int ret = mbedtls_ssl_handshake_step(ssl);
        int state = ssl->MBEDTLS_PRIVATE(state);

        had_hello |= state == MBEDTLS_SSL_SERVER_HELLO;
        if (state == MBEDTLS_SSL_HELLO_RETRY_REQUEST ||
            state == MBEDTLS_SSL_CLIENT_CCS_BEFORE_2ND_CLIENT_HELLO ||
            (had_hello && state == MBEDTLS_SSL_CLIENT_HELLO)) {
            connection->was_retried = 1;
        }
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            read_early_data(connection);
        } else if (ret != 0 && !again(connection, ret)) {
            fail_code("mbedtls_ssl_handshake", ret);
        }
    }
}

/* What -shim-writes-first is to write: several times the same, each in a record
 * of its own. */
static const char *initial_text(const struct options *options)
{
    const char *part = options->initial_write;
    int times = options->repeat_initial_write;
    char *text;
    int i;

    if (part == NULL || times == 0) {
        return part == NULL ? "hello" : part;
    }
    text = calloc((size_t) times, strlen(part) + 1);
    if (text == NULL) {
        fail("no memory");
    }
    for (i = 0; i < times; i++) {
        memcpy(text + (size_t) i * strlen(part), part, strlen(part));
    }
    return text;
}

/* Client: the first flight, with data if it is to have some. Tells whether
 * early data was offered, and what of it remains to be written. */
static int write_early_data(struct connection *connection, const char *text,
                            const char **rest)
{
    const char *part = connection->options->initial_write;
    int offered = 0;
    int ret;

    connection->never_waits = 1;
    do {
        size_t len = strlen(text);

        if (part != NULL && len > strlen(part)) {
            len = strlen(part);
        }
        ret = mbedtls_ssl_write_early_data(&connection->ssl,
                                           (const unsigned char *) text, len);
        if (ret >= 0) {
            offered = 1;
            text += ret;
        }
    } while (again(connection, ret) || (ret > 0 && *text != '\0'));
    connection->never_waits = 0;
    if (ret < 0 && ret != MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA) {
        fail_code("mbedtls_ssl_write_early_data", ret);
    }
    *rest = text;
    return offered;
}

static void keep_session(struct connection *connection)
{
    mbedtls_ssl_session_free(&connection->session);
    mbedtls_ssl_session_init(&connection->session);
    must("mbedtls_ssl_get_session",
         mbedtls_ssl_get_session(&connection->ssl, &connection->session));
    connection->got_session = 1;
}

/* Returns what was read; 0 at the end of the connection. */
static int read_some(struct connection *connection, unsigned char *data,
                     size_t size)
{
    int ret;

    for (;;) {
        ret = mbedtls_ssl_read(&connection->ssl, data, size);
        if (connection->options->use_exporter_between_reads) {
            unsigned char key;

            must("mbedtls_ssl_export_keying_material",
                 mbedtls_ssl_export_keying_material(&connection->ssl, &key, 1,
                                                    "", 0, NULL, 0, 0));
        }
        if (ret == MBEDTLS_ERR_SSL_RECEIVED_NEW_SESSION_TICKET) {
            keep_session(connection);
        } else if (ret == MBEDTLS_ERR_SSL_RECEIVED_EARLY_DATA) {
            read_early_data(connection);
        } else if (!again(connection, ret)) {
            break;
        }
    }
    if (ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
        connection->peer_closed = 1;
        return 0;
    }
    if (ret == MBEDTLS_ERR_SSL_CONN_EOF) {
        return 0;
    }
    if (ret < 0) {
        fail_code("mbedtls_ssl_read", ret);
    }
    return ret;
}

static void update_keys(struct connection *connection)
{
    int ret;

    do {
        ret = ferrotls_update_keys(&connection->ssl, 0);
    } while (again(connection, ret));
    must("ferrotls_update_keys", ret);
}

static void send_exports(struct connection *connection,
                         const struct options *options)
{
    size_t len = (size_t) options->export_keying_material;

    if (len > 0) {
        unsigned char *key = calloc(1, len);
        const char *label = options->export_label;
        const char *context = options->export_context;

        if (key == NULL) {
            fail("no memory");
        }
        must("mbedtls_ssl_export_keying_material",
             mbedtls_ssl_export_keying_material(
                 &connection->ssl, key, len, label, strlen(label),
                 (const unsigned char *) context, strlen(context),
                 options->use_export_context));
        write_all(connection, key, len);
        free(key);
    }
    if (options->export_traffic_secrets) {
        unsigned char prefix[2];

        prefix[0] = (unsigned char) connection->secret_len;
        prefix[1] = 0;
        write_all(connection, prefix, sizeof(prefix));
        write_all(connection, connection->secrets[!options->server],
                  connection->secret_len);
        write_all(connection, connection->secrets[options->server],
                  connection->secret_len);
    }
}

static void close_connection(struct connection *connection,
                             const struct options *options)
{
    unsigned char data[512];
    int ret;

    if (!options->check_close_notify) {
        return;
    }
    do {
        ret = mbedtls_ssl_close_notify(&connection->ssl);
    } while (again(connection, ret));
    must("mbedtls_ssl_close_notify", ret);
    if (options->shim_shuts_down &&
        read_some(connection, data, sizeof(data)) != 0) {
        fail("data after close_notify");
    }
    if (!connection->peer_closed) {
        fail("the peer has not sent close_notify");
    }
}

static void echo(struct connection *connection, const struct options *options)
{
    size_t size = options->read_size > 0 ? (size_t) options->read_size : 512;
    unsigned char *data = malloc(size);
    int unfinished = 0;

    if (data == NULL) {
        fail("no memory");
    }
    if (options->read_with_unfinished_write) {
        connection->may_write = 1;
        if (mbedtls_ssl_write(&connection->ssl,
                              (const unsigned char *) "hello",
                              5) != MBEDTLS_ERR_SSL_WANT_WRITE) {
            fail("the write was to remain unfinished");
        }
        unfinished = 1;
    }
    for (;;) {
        int ret;
        int i;

        if (options->key_update_before_read) {
            update_keys(connection);
        }
        ret = read_some(connection, data, size);
        if (ret == 0) {
            break;
        }
        if (unfinished) {
            write_all(connection, "hello", 5);
            unfinished = 0;
        }
        if (options->key_update) {
            update_keys(connection);
        }
        for (i = 0; i < ret; i++) {
            data[i] ^= 0xff;
        }
        write_all(connection, data, (size_t) ret);
    }
    free(data);
}

static void check_session(struct connection *connection,
                          const struct options *options)
{
    int tls13 = mbedtls_ssl_get_version_number(&connection->ssl) ==
                MBEDTLS_SSL_VERSION_TLS1_3;

    if (options->server) {
        return;
    }
    if (!tls13) {
        keep_session(connection);
    } else if (connection->got_session !=
               (!options->expect_no_session && !options->shim_shuts_down)) {
        fail("%s new session has come", connection->got_session ? "a" : "no");
    }
}

static void send_alert(struct connection *connection)
{
    int ret;

    do {
        ret = mbedtls_ssl_send_alert_message(&connection->ssl,
                                             MBEDTLS_SSL_ALERT_LEVEL_FATAL, 30);
    } while (again(connection, ret));
    must("mbedtls_ssl_send_alert_message", ret);
}

static void exchange(struct connection *connection,
                     const struct options *retry)
{
    const struct options *options = connection->options;
    mbedtls_ssl_context *ssl = &connection->ssl;
    const char *text = initial_text(options);
    const char *rest = text;
    int offered = 0;
    int early = 0;

    if (!options->server && connection->is_resume &&
        options->enable_early_data) {
        offered = write_early_data(connection,
                                   options->shim_writes_first ? text : "",
                                   &rest);
    }
    /* There are no keys to export from yet. */
    if (offered && options->export_keying_material > 0) {
        unsigned char key;

        must("mbedtls_ssl_export_keying_material in early data",
             mbedtls_ssl_export_keying_material(ssl, &key, 1, "", 0, NULL, 0,
                                                0));
    }
    if (offered && options->expect_no_offer_early_data) {
        fail("early data was offered");
    }
    if (!options->implicit_handshake || offered) {
        handshake(connection);
        if (offered) {
            early = mbedtls_ssl_get_early_data_status(ssl);
        }
        if (options->server ? 0 :
            (options->expect_accept_early_data &&
             early != MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED) ||
            (options->expect_reject_early_data &&
             early != MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED)) {
            fail("early data has status %d", early);
        }
        if (early == MBEDTLS_SSL_EARLY_DATA_STATUS_REJECTED) {
            options = retry;
        }
        check_handshake(connection, options);
        if (options->no_op_extra_handshake) {
            must("mbedtls_ssl_handshake", mbedtls_ssl_handshake(ssl));
        }
    }
    if (early_answer_len != 0) {
        write_all(connection, early_answer, early_answer_len);
        early_answer_len = 0;
    }
    send_exports(connection, options);
    if (options->send_alert) {
        send_alert(connection);
        return;
    }
    if (options->shim_writes_first) {
        if (early == MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED) {
            text = rest;
        }
        write_all(connection, text, strlen(text));
    }
    if (!options->shim_shuts_down) {
        echo(connection, options);
    }
    check_session(connection, options);
    close_connection(connection, options);
    if (options->expect_total_renegotiations != connection->handshakes - 1) {
        fail("%d handshakes", connection->handshakes);
    }
    if (options->expect_total_renegotiations > 0) {
        check_authentication(connection, options);
    }
}

static void connect_once(const struct options *options,
                         const struct options *retry, int is_resume)
{
    static struct connection connection;

    memset(&connection, 0, sizeof(connection));
    connection.is_resume = is_resume;
    setup(&connection, options);
    if (is_resume && !options->server) {
        must("mbedtls_ssl_set_session",
             mbedtls_ssl_set_session(&connection.ssl, &lasting.session));
    }
    transport_open(&connection);
    current = &connection;
    exchange(&connection, retry);
    if (connection.got_session) {
        mbedtls_ssl_session_free(&lasting.session);
        lasting.session = connection.session;
        mbedtls_ssl_session_init(&connection.session);
        lasting.has_session = 1;
    }
    current = NULL;
    teardown(&connection);
    if (options->resumption_delay != 0) {
        clock_forward(options->resumption_delay);
    }
}

int main(int argc, char **argv)
{
    static struct options initial;
    static struct options resume;
    static struct options retry;
    int i;

    signal(SIGPIPE, SIG_IGN);
    if (argc > 1 && strcmp(argv[argc - 1], "-is-handshaker-supported") == 0) {
        puts("No");
        return 0;
    }
    options_read(argc, argv, &initial, &resume, &retry);
    must("psa_crypto_init", psa_crypto_init());
    mbedtls_ssl_ticket_init(&lasting.tickets);
    mbedtls_ssl_cache_init(&lasting.cache);
    mbedtls_ssl_session_init(&lasting.session);
    must("mbedtls_ssl_ticket_setup",
         mbedtls_ssl_ticket_setup(&lasting.tickets, NULL, NULL,
                                  MBEDTLS_CIPHER_AES_256_GCM, 604800));
    for (i = 0; i <= initial.resume_count; i++) {
        if (i > 0 && !initial.server && !lasting.has_session) {
            fail("no session to offer");
        }
        connect_once(i == 0 ? &initial : &resume, &retry, i > 0);
    }
    mbedtls_ssl_ticket_free(&lasting.tickets);
    mbedtls_ssl_cache_free(&lasting.cache);
    mbedtls_ssl_session_free(&lasting.session);
    return 0;
}
