/*
 * A visitor of the fleet.
 *
 *     client ask PORT CA_FILE SESSION_FILE TEXT
 *         asks, resuming the session in the file if there is one; the ticket
 *         that comes is kept there
 *     client early PORT CA_FILE SESSION_FILE TEXT FLIGHT_FILE
 *         the same, with the question as early data; every byte that is sent
 *         before the server has said anything is kept in FLIGHT_FILE
 *     client replay PORT FLIGHT_FILE
 *         what an attacker does who has seen those bytes: sends them again
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ferrotls/ferrotls.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/error.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>

/* A connection that keeps a copy of its first flight. */
struct transport {
    mbedtls_net_context net;
    unsigned char flight[16384];
    size_t length;
    int answered;
};

static int keep_and_send(void *data, const unsigned char *bytes, size_t length)
{
    struct transport *transport = data;
    int ret = mbedtls_net_send(&transport->net, bytes, length);

    if (ret > 0 && !transport->answered &&
        (size_t) ret <= sizeof(transport->flight) - transport->length) {
        memcpy(transport->flight + transport->length, bytes, (size_t) ret);
        transport->length += (size_t) ret;
    }
    return ret;
}

static int receive(void *data, unsigned char *bytes, size_t length)
{
    struct transport *transport = data;

    transport->answered = 1;
    return mbedtls_net_recv(&transport->net, bytes, length);
}

static int failed(const char *what, int ret)
{
    char text[160];

    mbedtls_strerror(ret, text, sizeof(text));
    printf("client: %s: -0x%04x, %s\n", what, (unsigned) -ret, text);
    return ret == 0 ? -1 : ret;
}

static long load(const char *file, unsigned char *bytes, size_t room)
{
    FILE *stream = fopen(file, "rb");
    size_t length;

    if (stream == NULL) {
        return -1;
    }
    length = fread(bytes, 1, room, stream);
    fclose(stream);
    return (long) length;
}

static int save(const char *file, const unsigned char *bytes, size_t length)
{
    FILE *stream = fopen(file, "wb");
    int done;

    if (stream == NULL) {
        return -1;
    }
    done = fwrite(bytes, 1, length, stream) == length;
    return fclose(stream) == 0 && done ? 0 : -1;
}

/* Takes up the session of the last visit. */
static void resume(mbedtls_ssl_context *ssl, const char *file)
{
    unsigned char blob[16384];
    mbedtls_ssl_session session;
    long length = load(file, blob, sizeof(blob));

    mbedtls_ssl_session_init(&session);
    if (length > 0 && mbedtls_ssl_session_load(&session, blob, (size_t) length) == 0) {
        mbedtls_ssl_set_session(ssl, &session);
    }
    mbedtls_ssl_session_free(&session);
}

/* Keeps the ticket that came, for the next visit. */
static int keep(mbedtls_ssl_context *ssl, const char *file)
{
    unsigned char blob[16384];
    mbedtls_ssl_session session;
    size_t length = 0;
    int ret;

    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_get_session(ssl, &session);
    if (ret == 0) {
        ret = mbedtls_ssl_session_save(&session, blob, sizeof(blob), &length);
    }
    mbedtls_ssl_session_free(&session);
    return ret == 0 ? save(file, blob, length) : ret;
}

/* Sends the question as early data, as far as that goes. Returns how much of
 * it went, or a negative code. */
static int send_early(mbedtls_ssl_context *ssl, const char *text, size_t length)
{
    size_t sent = 0;
    int ret;

    while (sent < length) {
        ret = mbedtls_ssl_write_early_data(ssl, (const unsigned char *) text + sent, length - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (ret == MBEDTLS_ERR_SSL_CANNOT_WRITE_EARLY_DATA) {
            break;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret;
        }
    }
    return (int) sent;
}

static int send_all(mbedtls_ssl_context *ssl, const char *text, size_t length)
{
    size_t sent = 0;
    int ret;

    while (sent < length) {
        ret = mbedtls_ssl_write(ssl, (const unsigned char *) text + sent, length - sent);
        if (ret > 0) {
            sent += (size_t) ret;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret;
        }
    }
    return 0;
}

static int read_answer(mbedtls_ssl_context *ssl, char *text, size_t room)
{
    size_t length = 0;
    int ret;

    while (length < room - 1) {
        ret = mbedtls_ssl_read(ssl, (unsigned char *) text + length, room - 1 - length);
        if (ret > 0) {
            length += (size_t) ret;
        } else if (ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
            break;
        } else if (ret != MBEDTLS_ERR_SSL_WANT_READ && ret != MBEDTLS_ERR_SSL_WANT_WRITE) {
            return ret == 0 ? MBEDTLS_ERR_SSL_CONN_EOF : ret;
        }
    }
    text[strcspn(text, "\r\n")] = '\0';
    return 0;
}

/* Asks, over a connection that is set up. */
static int ask(mbedtls_ssl_context *ssl, const char *question, int early)
{
    char answer[2048];
    size_t sent = 0;
    int ret, accepted = 0;

    memset(answer, 0, sizeof(answer));
    if (early) {
        ret = send_early(ssl, question, strlen(question));
        if (ret < 0) {
            return failed("early data", ret);
        }
        sent = (size_t) ret;
    }
    do {
        ret = mbedtls_ssl_handshake(ssl);
    } while (ret == MBEDTLS_ERR_SSL_WANT_READ || ret == MBEDTLS_ERR_SSL_WANT_WRITE);
    if (ret != 0) {
        return failed("handshake", ret);
    }
    if (early) {
        /* What the server did not take as early data is sent once more. */
        accepted = mbedtls_ssl_get_early_data_status(ssl) == MBEDTLS_SSL_EARLY_DATA_STATUS_ACCEPTED;
        if (!accepted) {
            sent = 0;
        }
    }
    ret = send_all(ssl, question + sent, strlen(question) - sent);
    if (ret == 0) {
        ret = read_answer(ssl, answer, sizeof(answer));
    }
    if (ret != 0) {
        return failed("answer", ret);
    }
    printf("client: %s%s: %s\n",
           ferrotls_get_psk(ssl) == FERROTLS_PSK_RESUMPTION ? "resumed" : "full handshake",
           !early ? "" : accepted ? ", early data accepted" : ", early data not taken", answer);
    return 0;
}

static int visit(const char *port, const char *ca_file, const char *session_file,
                 const char *text, const char *flight_file)
{
    static struct transport transport;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    mbedtls_x509_crt ca;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    char question[1024];
    int ret;

    snprintf(question, sizeof(question), "%s\n", text);
    mbedtls_net_init(&transport.net);
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    mbedtls_x509_crt_init(&ca);
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_init(&ssl);

    if ((ret = mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL, 0)) != 0 ||
        (ret = mbedtls_x509_crt_parse_file(&ca, ca_file)) != 0 ||
        (ret = mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
                                           MBEDTLS_SSL_PRESET_DEFAULT)) != 0) {
        failed("configuration", ret);
        goto done;
    }
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &drbg);
    mbedtls_ssl_conf_ca_chain(&conf, &ca, NULL);
    mbedtls_ssl_conf_early_data(&conf, MBEDTLS_SSL_EARLY_DATA_ENABLED);
    if ((ret = mbedtls_ssl_setup(&ssl, &conf)) != 0 ||
        (ret = mbedtls_ssl_set_hostname(&ssl, "localhost")) != 0 ||
        (ret = mbedtls_net_connect(&transport.net, "127.0.0.1", port, MBEDTLS_NET_PROTO_TCP)) != 0) {
        failed("connection", ret);
        goto done;
    }
    mbedtls_ssl_set_bio(&ssl, &transport, keep_and_send, receive, NULL);
    resume(&ssl, session_file);
    ret = ask(&ssl, question, flight_file != NULL);
    if (ret == 0 && (ret = keep(&ssl, session_file)) != 0) {
        failed("no ticket", ret);
    }
    if (ret == 0 && flight_file != NULL &&
        (ret = save(flight_file, transport.flight, transport.length)) != 0) {
        printf("client: cannot write %s\n", flight_file);
    }
    mbedtls_ssl_close_notify(&ssl);
done:
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_x509_crt_free(&ca);
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    mbedtls_net_free(&transport.net);
    return ret;
}

/* Sends a recorded flight, and takes what comes until the server gives up. */
static int replay(const char *port, const char *flight_file)
{
    static unsigned char flight[16384];
    unsigned char answer[4096];
    mbedtls_net_context net;
    long length = load(flight_file, flight, sizeof(flight));
    long sent = 0, came = 0;
    int ret;

    if (length <= 0) {
        printf("client: no flight in %s\n", flight_file);
        return -1;
    }
    mbedtls_net_init(&net);
    ret = mbedtls_net_connect(&net, "127.0.0.1", port, MBEDTLS_NET_PROTO_TCP);
    while (ret >= 0 && sent < length) {
        ret = mbedtls_net_send(&net, flight + sent, (size_t) (length - sent));
        sent += ret;
    }
    while (ret > 0) {
        ret = mbedtls_net_recv(&net, answer, sizeof(answer));
        came += ret > 0 ? ret : 0;
    }
    mbedtls_net_free(&net);
    printf("attacker: replayed %ld bytes, got %s\n", sent, came > 0 ? "an answer it cannot read" : "nothing");
    return sent == length ? 0 : -1;
}

int main(int count, char **arguments)
{
    int ret;

    if (count == 6 && strcmp(arguments[1], "ask") == 0) {
        ret = visit(arguments[2], arguments[3], arguments[4], arguments[5], NULL);
    } else if (count == 7 && strcmp(arguments[1], "early") == 0) {
        ret = visit(arguments[2], arguments[3], arguments[4], arguments[5], arguments[6]);
    } else if (count == 4 && strcmp(arguments[1], "replay") == 0) {
        ret = replay(arguments[2], arguments[3]);
    } else {
        fprintf(stderr, "usage: client ask PORT CA_FILE SESSION_FILE TEXT\n"
                        "       client early PORT CA_FILE SESSION_FILE TEXT FLIGHT_FILE\n"
                        "       client replay PORT FLIGHT_FILE\n");
        return 2;
    }
    fflush(stdout);
    return ret == 0 ? 0 : 1;
}
