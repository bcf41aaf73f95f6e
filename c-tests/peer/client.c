/*
 * A TLS client as any program for Mbed TLS 3.6 has it, for tests against
 * other libraries' servers. Options stand in options.h; what happened is
 * printed as NAME=VALUE lines, and the exit code is 0 when all went well.
 */
#include "peer/options.h"

#include <stdio.h>
#include <string.h>

#include <psa/crypto.h>

/* Shows what came to whoever reads this program's output. */
static void print(const struct options *options, const unsigned char *data,
                  size_t len)
{
    if (options->print) {
        check("the output takes it", fwrite(data, 1, len, stdout) == len);
    }
}

/* Reads what is to come; counts it and looks whether it is the pattern. */
static int receive(mbedtls_ssl_context *ssl, const struct options *options)
{
    static unsigned char data[65536];
    size_t chunk = options->chunk < sizeof(data) ? options->chunk
                                                 : sizeof(data);
    size_t received = 0;
    int same = 1;
    int ret = 0;

    while (options->until_close || received < options->receive) {
        ret = read_some(ssl, data, chunk);
        if (ret <= 0) {
            break;
        }
        same = same && is_pattern(data, (size_t) ret, received);
        print(options, data, (size_t) ret);
        received += (size_t) ret;
    }
    printf("received=%lu\n", (unsigned long) received);
    printf("intact=%s\n", same ? "yes" : "no");
    if (options->until_close) {
        printf("end=%s\n",
               ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY ? "close_notify" :
               ret == 0 ? "eof" : "error");
        if (ret == MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY) {
            ret = 0;
        }
    }
    if (ret < 0) {
        show("read", ret);
        return ret;
    }
    if (received < options->receive) {
        return MBEDTLS_ERR_SSL_CONN_EOF;
    }
    return options->receive != 0 && !same ? MBEDTLS_ERR_SSL_BAD_INPUT_DATA : 0;
}

/*
 * Sends and receives in turns of one chunk, for an echo that is longer than
 * what the sockets hold. The first `already` bytes were sent as early data,
 * which some servers do not answer.
 */
static int exchange(mbedtls_ssl_context *ssl, const struct options *options,
                    size_t already)
{
    static unsigned char data[65536];
    size_t step = options->chunk < sizeof(data) ? options->chunk
                                                : sizeof(data);
    size_t sent = already;
    size_t received = options->session.early_unanswered ? already : 0;
    int asks = options->renegotiate;

    while (received < options->receive) {
        size_t part = options->send - sent < step ? options->send - sent
                                                  : step;
        int ret;

        fill_pattern(data, part, sent);
        ret = write_all(ssl, data, part, step);
        if (ret != 0) {
            show("write", ret);
            return ret;
        }
        sent += part;
        while (received < sent) {
            ret = read_some(ssl, data, sent - received < step ? sent - received
                                                              : step);
            if (ret <= 0) {
                show("read", ret);
                return ret < 0 ? ret : MBEDTLS_ERR_SSL_CONN_EOF;
            }
            if (!is_pattern(data, (size_t) ret, received)) {
                printf("intact=no\n");
                return MBEDTLS_ERR_SSL_BAD_INPUT_DATA;
            }
            print(options, data, (size_t) ret);
            received += (size_t) ret;
        }
        if (asks && received >= options->receive / 2) {
            asks = 0;
            ret = renegotiate(ssl);
            if (ret != 0) {
                return ret;
            }
        }
    }
    printf("received=%lu\nintact=yes\n", (unsigned long) received);
    return 0;
}

static int talk(mbedtls_ssl_context *ssl, const struct options *options)
{
    size_t already = 0;
    int ret;

    session_write_early(&options->session, ssl);
    ret = finish_handshake(ssl);
    show("handshake", ret);
    if (ret != 0) {
        char text[512];
        uint32_t flags = mbedtls_ssl_get_verify_result(ssl);

        printf("flags=0x%x\n", (unsigned) flags);
        if (flags != 0 && flags != (uint32_t) -1 &&
            mbedtls_x509_crt_verify_info(text, sizeof(text), "why=",
                                         flags) > 0) {
            printf("%s", text);
        }
        return ret;
    }
    print_session(ssl);
    if (options->session.early > 0) {
        already = session_early_taken(ssl);
    }
    if (options->request != NULL) {
        ret = write_all(ssl, (const unsigned char *) options->request,
                        strlen(options->request), options->chunk);
        if (ret != 0) {
            show("write", ret);
            return ret;
        }
    }
    if (options->send != 0 && options->receive == options->send &&
        !options->half_close) {
        ret = exchange(ssl, options, already);
    } else {
        ret = write_pattern(ssl, options->send, options->chunk);
        show("sent", ret);
        if (ret == 0 && options->half_close) {
            ret = close_notify(ssl);
            show("close_notify", ret);
        }
        if (ret == 0) {
            ret = receive(ssl, options);
        }
    }
    if (ret == 0 && !options->half_close) {
        ret = close_notify(ssl);
        show("close_notify", ret);
    }
    return ret;
}

int main(int argc, char **argv)
{
    struct options options;
    struct random random;
    struct wire wire;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    mbedtls_x509_crt ca, crt;
    mbedtls_pk_context key;
    int ret;

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
    mbedtls_x509_crt_init(&crt);
    mbedtls_pk_init(&key);
    mbedtls_net_init(&wire.net);

    must("config_defaults",
         mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    options_apply(&options, &conf, &random);
    session_apply(&options.session, &conf, MBEDTLS_SSL_IS_CLIENT, &random);
    if (options.ca != NULL) {
        must("ca", mbedtls_x509_crt_parse_file(&ca, options.ca));
        mbedtls_ssl_conf_ca_chain(&conf, &ca, NULL);
    }
    if (options.crt != NULL && options.key != NULL) {
        must("crt", mbedtls_x509_crt_parse_file(&crt, options.crt));
        must("key", mbedtls_pk_parse_keyfile(&key, options.key, NULL,
                                             mbedtls_ctr_drbg_random,
                                             &random.drbg));
        must("own_cert", mbedtls_ssl_conf_own_cert(&conf, &crt, &key));
    }
    must("setup", mbedtls_ssl_setup(&ssl, &conf));
    must("hostname", mbedtls_ssl_set_hostname(
             &ssl, options.name[0] == '\0' ? NULL : options.name));
    session_resume(&options.session, &ssl);
    must("connect", mbedtls_net_connect(&wire.net, options.host, options.port,
                                        MBEDTLS_NET_PROTO_TCP));
    wire_attach(&wire, &ssl, &options);

    ret = talk(&ssl, &options);
    session_end(&options.session, &ssl);
    printf("handshakes=%d\n", handshakes());
    printf("result=%s\n", ret == 0 ? "ok" : "failed");

    mbedtls_net_free(&wire.net);
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_x509_crt_free(&ca);
    mbedtls_x509_crt_free(&crt);
    mbedtls_pk_free(&key);
    random_free(&random);
    return ret == 0 ? 0 : 1;
}
