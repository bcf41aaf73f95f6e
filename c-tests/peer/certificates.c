/*
 * A client or a server for what ferrotls/ferrotls.h has about certificates,
 * for tests against other libraries. Arguments are NAME=VALUE; what happened
 * is printed in the same way, and the exit code is 0 when all went well.
 *
 *   role=client|server   port=N   ca=FILE   crt=FILE   key=FILE
 *   own=TYPES peer=TYPES x (X.509), r (raw public key) or both, in order
 *   trust=FILE           a SubjectPublicKeyInfo in DER that is trusted
 *   ocsp=FILE scts=FILE  what goes with our certificate
 *   ask=1                asks for both
 *   compress=LETTERS     z (zlib), b (Brotli), in order
 *   verify=1             the server wants a certificate of its client
 *
 * The client sends a line, the server sends it back, or backwards, which is
 * the same.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ferrotls/ferrotls.h>
#include <mbedtls/net_sockets.h>

static int arguments;
static char **argument;

/* The value of an option, or NULL. */
static const char *option(const char *name)
{
    size_t len = strlen(name);

    for (int i = 1; i < arguments; i++) {
        if (strncmp(argument[i], name, len) == 0 && argument[i][len] == '=') {
            return argument[i] + len + 1;
        }
    }
    return NULL;
}

/* A whole file; its length in `len`. */
static unsigned char *contents(const char *name, size_t *len)
{
    static unsigned char room[4][32768];
    static int next;
    unsigned char *data = room[next++ % 4];
    FILE *file = fopen(name, "rb");

    check(name, file != NULL);
    *len = fread(data, 1, sizeof(room[0]), file);
    check("the file ends", feof(file) && !ferror(file));
    fclose(file);
    return data;
}

static size_t types(const char *letters, unsigned char *list)
{
    size_t len = letters == NULL ? 0 : strlen(letters);

    for (size_t i = 0; i < len; i++) {
        list[i] = letters[i] == 'r' ? FERROTLS_CERTIFICATE_TYPE_RAW_PUBLIC_KEY
                                    : FERROTLS_CERTIFICATE_TYPE_X509;
    }
    return len;
}

static void set_types(mbedtls_ssl_config *conf)
{
    unsigned char own[8], peer[8];
    size_t own_len = types(option("own"), own);
    size_t peer_len = types(option("peer"), peer);

    must("types", ferrotls_conf_certificate_types(conf, own, own_len, peer,
                                                  peer_len));
    if (option("trust") != NULL) {
        size_t len;
        unsigned char *spki = contents(option("trust"), &len);

        must("trust", ferrotls_conf_trusted_raw_key(conf, spki, len));
    }
}

static void set_staples(mbedtls_ssl_config *conf, const mbedtls_x509_crt *crt)
{
    size_t len;
    unsigned char *data;

    if (option("ocsp") != NULL) {
        data = contents(option("ocsp"), &len);
        must("ocsp", ferrotls_conf_ocsp_response(conf, crt, data, len));
    }
    if (option("scts") != NULL) {
        data = contents(option("scts"), &len);
        must("scts", ferrotls_conf_scts(conf, crt, data, len));
    }
    if (option("ask") != NULL) {
        ferrotls_conf_request_ocsp(conf, 1);
        ferrotls_conf_request_scts(conf, 1);
    }
}

static void set_compression(mbedtls_ssl_config *conf)
{
    const char *letters = option("compress");
    uint16_t list[8] = { 0 };

    for (size_t i = 0; letters != NULL && letters[i] != 0 && i < 7; i++) {
        list[i] = letters[i] == 'b' ? FERROTLS_CERTIFICATE_COMPRESSION_BROTLI
                                    : FERROTLS_CERTIFICATE_COMPRESSION_ZLIB;
    }
    must("compression", ferrotls_conf_certificate_compression(conf, list));
}

static void print_bytes(const char *name, const unsigned char *data, size_t len)
{
    printf("%s=", name);
    for (size_t i = 0; i < len; i++) {
        printf("%02x", data[i]);
    }
    printf("\n");
}

static void print_peer(const mbedtls_ssl_context *ssl)
{
    const unsigned char *data;
    size_t len;

    printf("version=%s\n", mbedtls_ssl_get_version(ssl));
    printf("flags=0x%lx\n", (unsigned long) mbedtls_ssl_get_verify_result(ssl));
    printf("certificate=%s\n", mbedtls_ssl_get_peer_cert(ssl) ? "yes" : "no");
    must("response", ferrotls_get_ocsp_response(ssl, 0, &data, &len));
    print_bytes("ocsp", data, len);
    must("timestamps", ferrotls_get_scts(ssl, 0, &data, &len));
    print_bytes("scts", data, len);
    must("key", ferrotls_get_peer_raw_key(ssl, &data, &len));
    print_bytes("raw", data, len);
}

/* Sends a line and gets it back, or the other way round. */
static int talk(mbedtls_ssl_context *ssl, int server)
{
    static const unsigned char line[] = "01234543210\n";
    unsigned char data[64];
    int len = (int) sizeof(line) - 1;
    int got = 0;
    int ret;

    if (!server) {
        ret = mbedtls_ssl_write(ssl, line, (size_t) len);
        if (ret != len) {
            return ret;
        }
    }
    while (got < len) {
        ret = mbedtls_ssl_read(ssl, data + got, sizeof(data) - (size_t) got);
        if (ret <= 0) {
            return ret == 0 ? -1 : ret;
        }
        got += ret;
    }
    check("the line is whole", memcmp(data, line, (size_t) len) == 0);
    if (server) {
        ret = mbedtls_ssl_write(ssl, data, (size_t) got);
        return ret == got ? 0 : ret;
    }
    return 0;
}

int main(int argc, char **argv)
{
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    mbedtls_x509_crt ca, crt;
    mbedtls_pk_context key;
    mbedtls_net_context listener, net;
    struct random random;
    int server;
    int ret;

    arguments = argc;
    argument = argv;
    setvbuf(stdout, NULL, _IOLBF, 0);
    server = option("role") != NULL && strcmp(option("role"), "server") == 0;
    check("there is a port", option("port") != NULL);

    random_init(&random);
    mbedtls_net_init(&listener);
    mbedtls_net_init(&net);
    mbedtls_x509_crt_init(&ca);
    mbedtls_x509_crt_init(&crt);
    mbedtls_pk_init(&key);
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    must("defaults", mbedtls_ssl_config_defaults(
             &conf, server ? MBEDTLS_SSL_IS_SERVER : MBEDTLS_SSL_IS_CLIENT,
             MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &random.drbg);
    if (option("ca") != NULL) {
        must("ca", mbedtls_x509_crt_parse_file(&ca, option("ca")));
        mbedtls_ssl_conf_ca_chain(&conf, &ca, NULL);
        ferrotls_conf_certificate_authorities(&conf, &ca);
    }
    if (option("key") != NULL) {
        must("key", mbedtls_pk_parse_keyfile(&key, option("key"), NULL,
                                             mbedtls_ctr_drbg_random,
                                             &random.drbg));
        must("own key", ferrotls_conf_own_raw_key(&conf, &key));
    }
    if (option("crt") != NULL) {
        must("crt", mbedtls_x509_crt_parse_file(&crt, option("crt")));
        must("own", mbedtls_ssl_conf_own_cert(&conf, &crt, &key));
    }
    set_types(&conf);
    set_staples(&conf, &crt);
    set_compression(&conf);
    if (server && option("verify") != NULL) {
        mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    }

    if (server) {
        must("bind", mbedtls_net_bind(&listener, "127.0.0.1", option("port"),
                                      MBEDTLS_NET_PROTO_TCP));
        must("accept", mbedtls_net_accept(&listener, &net, NULL, 0, NULL));
    } else {
        must("connect", mbedtls_net_connect(&net, "127.0.0.1", option("port"),
                                            MBEDTLS_NET_PROTO_TCP));
    }
    must("setup", mbedtls_ssl_setup(&ssl, &conf));
    must("name", mbedtls_ssl_set_hostname(&ssl, "localhost"));
    mbedtls_ssl_set_bio(&ssl, &net, mbedtls_net_send, mbedtls_net_recv, NULL);
    ret = mbedtls_ssl_handshake(&ssl);
    show("handshake", ret);
    print_peer(&ssl);
    if (ret == 0) {
        ret = talk(&ssl, server);
        show("talk", ret);
        mbedtls_ssl_close_notify(&ssl);
    }
    printf("result=%s\n", ret == 0 ? "ok" : "failed");

    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_net_free(&net);
    mbedtls_net_free(&listener);
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&ca);
    mbedtls_pk_free(&key);
    random_free(&random);
    return ret == 0 ? 0 : 1;
}
