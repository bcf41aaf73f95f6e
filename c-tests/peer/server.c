/*
 * A TLS server as any program for Mbed TLS 3.6 has it, for tests against
 * other libraries' clients. Options stand in options.h. It serves so many
 * connections one after the other, prints of each what happened as
 * NAME=VALUE lines, and ends with 0 when all went well.
 */
#include "peer/options.h"

#include <stdio.h>
#include <string.h>

#include <psa/crypto.h>

static unsigned char data[65536];

/* Two certificates and a choice between them by server name. */
struct identity {
    mbedtls_x509_crt crt[2];
    mbedtls_pk_context key[2];
};

/* The second certificate is for one name, the first for any other. */
static int choose_by_name(void *context, mbedtls_ssl_context *ssl,
                          const unsigned char *name, size_t len)
{
    struct identity *identity = context;
    static const char second[] = "second.example";
    int which = len == sizeof(second) - 1 && memcmp(name, second, len) == 0;

    printf("sni=%.*s\n", (int) len, (const char *) name);
    return mbedtls_ssl_set_hs_own_cert(ssl, &identity->crt[which],
                                       &identity->key[which]);
}

/* Asks for a new handshake, once; `value` if that went well. */
static int ask_anew(mbedtls_ssl_context *ssl, int *asks, int value)
{
    int ret = renegotiate(ssl);

    *asks = 0;
    return ret == 0 ? value : ret;
}

/* Reads until the peer says that it is done; `echo` sends all of it back. */
static int take(mbedtls_ssl_context *ssl, const struct options *options,
                int echo)
{
    size_t chunk = options->chunk < sizeof(data) ? options->chunk
                                                 : sizeof(data);
    size_t received = 0;
    const unsigned char *early = session_early(&received);
    int same = is_pattern(early, received, 0);
    int asks = options->renegotiate;
    int ret;

    if (echo && received > 0) {
        ret = write_all(ssl, early, received, chunk);
        if (ret != 0) {
            show("write", ret);
            return ret;
        }
    }
    while ((ret = read_some(ssl, data, chunk)) > 0) {
        same = same && is_pattern(data, (size_t) ret, received);
        received += (size_t) ret;
        if (asks == 2) {
            ret = ask_anew(ssl, &asks, ret);
            if (ret < 0) {
                return ret;
            }
        }
        if (echo) {
            int sent = write_all(ssl, data, (size_t) ret, chunk);

            if (sent != 0) {
                show("write", sent);
                return sent;
            }
        }
        if (asks == 1) {
            ret = ask_anew(ssl, &asks, ret);
            if (ret < 0) {
                return ret;
            }
        }
        if (options->receive != 0 && received >= options->receive) {
            ret = MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY;
            break;
        }
    }
    printf("received=%lu\n", (unsigned long) received);
    printf("intact=%s\n", same ? "yes" : "no");
    printf("end=%s\n", ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ?
           "close_notify" : ret == 0 ? "eof" : "error");
    if (ret != 0 && ret != MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
        show("read", ret);
        return ret;
    }
    return 0;
}

/* Reads one request line and answers it as a web server does. */
static int answer(mbedtls_ssl_context *ssl, const struct options *options)
{
    static const char head[] = "HTTP/1.0 200 OK\r\n"
                               "Content-Type: text/plain\r\n\r\n";
    int ret = read_some(ssl, data, sizeof(data));

    if (ret <= 0) {
        show("read", ret);
        return ret;
    }
    ret = write_all(ssl, (const unsigned char *) head, sizeof(head) - 1,
                    options->chunk);
    if (ret == 0) {
        ret = write_pattern(ssl, options->send, options->chunk);
    }
    show("sent", ret);
    return ret;
}

static int talk(mbedtls_ssl_context *ssl, const struct options *options)
{
    int ret = finish_handshake(ssl);

    show("handshake", ret);
    if (ret != 0) {
        printf("flags=0x%x\n",
               (unsigned) mbedtls_ssl_get_verify_result(ssl));
        return ret;
    }
    print_session(ssl);
    if (strcmp(options->serve, "echo") == 0) {
        ret = take(ssl, options, 1);
    } else if (strcmp(options->serve, "sink") == 0) {
        ret = take(ssl, options, 0);
    } else if (strcmp(options->serve, "answer") == 0) {
        ret = answer(ssl, options);
    } else {
        ret = write_pattern(ssl, options->send, options->chunk);
        show("sent", ret);
    }
    /* The peer's direction is closed; ours is still open. */
    if (ret == 0 && options->half_close) {
        ret = write_pattern(ssl, options->send, options->chunk);
        show("sent_after_close", ret);
    }
    if (ret == 0) {
        ret = close_notify(ssl);
        show("close_notify", ret);
    }
    /* A client that still sends would be cut off by a reset. */
    while (ret == 0 && options->until_close) {
        int got = read_some(ssl, data, sizeof(data));

        if (got <= 0) {
            printf("end=%s\n", got == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ?
                   "close_notify" : got == 0 ? "eof" : "error");
            break;
        }
    }
    return ret;
}

static void load(struct identity *identity, int which, const char *crt,
                 const char *key, struct random *random)
{
    must(crt, mbedtls_x509_crt_parse_file(&identity->crt[which], crt));
    must(key, mbedtls_pk_parse_keyfile(&identity->key[which], key, NULL,
                                       mbedtls_ctr_drbg_random,
                                       &random->drbg));
}

static void configure(mbedtls_ssl_config *conf, const struct options *options,
                      struct identity *identity, mbedtls_x509_crt *ca,
                      struct random *random)
{
    must("config_defaults",
         mbedtls_ssl_config_defaults(conf, MBEDTLS_SSL_IS_SERVER,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    options_apply(options, conf, random);
    session_apply(&options->session, conf, MBEDTLS_SSL_IS_SERVER, random);
    if (options->ca != NULL) {
        must("ca", mbedtls_x509_crt_parse_file(ca, options->ca));
        mbedtls_ssl_conf_ca_chain(conf, ca, NULL);
    }
    if (options->crt == NULL && options->session.psk != NULL) {
        return;
    }
    check("there is a crt= and a key=",
          options->crt != NULL && options->key != NULL);
    load(identity, 0, options->crt, options->key, random);
    must("own_cert", mbedtls_ssl_conf_own_cert(conf, &identity->crt[0],
                                               &identity->key[0]));
    if (options->crt2 != NULL && options->key2 != NULL) {
        load(identity, 1, options->crt2, options->key2, random);
        mbedtls_ssl_conf_sni(conf, choose_by_name, identity);
    }
}

int main(int argc, char **argv)
{
    struct options options;
    struct random random;
    struct wire wire;
    struct identity identity;
    mbedtls_net_context listener;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    mbedtls_x509_crt ca;
    int failed = 0;
    int i;

    setvbuf(stdout, NULL, _IOLBF, BUFSIZ);
    options_read(&options, argc, argv);
    if (options.psa && psa_crypto_init() != PSA_SUCCESS) {
        fprintf(stderr, "psa_crypto_init failed\n");
        return 2;
    }
    random_init(&random);
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_init(&ssl);
    mbedtls_x509_crt_init(&ca);
    for (i = 0; i < 2; i++) {
        mbedtls_x509_crt_init(&identity.crt[i]);
        mbedtls_pk_init(&identity.key[i]);
    }
    mbedtls_net_init(&listener);
    mbedtls_net_init(&wire.net);

    configure(&conf, &options, &identity, &ca, &random);
    session_next(&options.session, &conf, 0);
    must("setup", mbedtls_ssl_setup(&ssl, &conf));
    must("bind", mbedtls_net_bind(&listener, options.host, options.port,
                                  MBEDTLS_NET_PROTO_TCP));
    for (i = 0; i < options.connections; i++) {
        int ret;

        must("accept", mbedtls_net_accept(&listener, &wire.net, NULL, 0,
                                          NULL));
        wire_attach(&wire, &ssl, &options);
        ret = talk(&ssl, &options);
        session_end(&options.session, &ssl);
        printf("handshakes=%d\n", handshakes());
        printf("result=%s\n", ret == 0 ? "ok" : "failed");
        failed = failed || ret != 0;
        mbedtls_net_free(&wire.net);
        session_next(&options.session, &conf, i + 1);
        must("session_reset", mbedtls_ssl_session_reset(&ssl));
    }

    mbedtls_net_free(&listener);
    session_free();
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_x509_crt_free(&ca);
    for (i = 0; i < 2; i++) {
        mbedtls_x509_crt_free(&identity.crt[i]);
        mbedtls_pk_free(&identity.key[i]);
    }
    random_free(&random);
    return failed;
}
