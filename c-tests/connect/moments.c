/*
 * What a program sees of a connection at every moment: before, in callbacks and
 * afterwards; and of its host name, its configuration and its timeouts.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

/* What a program can look at, in one line. */
static void look(const char *when, mbedtls_ssl_context *ssl)
{
    const char *suite = mbedtls_ssl_get_ciphersuite(ssl);

    printf("  %s: state %d version %s 0x%04x session %s suite %s peer %s "
           "flags 0x%x over %d\n",
           when, ssl->MBEDTLS_PRIVATE(state), mbedtls_ssl_get_version(ssl),
           (unsigned) mbedtls_ssl_get_version_number(ssl),
           ssl->MBEDTLS_PRIVATE(session) ? "yes" : "no", suite ? "yes" : "no",
           mbedtls_ssl_get_peer_cert(ssl) ? "yes" : "no",
           (unsigned) mbedtls_ssl_get_verify_result(ssl),
           mbedtls_ssl_is_handshake_over(ssl));
}

static int by_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    (void) context;
    (void) name;
    (void) len;
    look("server name callback", ssl);
    return 0;
}

static int by_certificate(mbedtls_ssl_context *ssl)
{
    look("certificate callback", ssl);
    return 0;
}

static int by_verify(void *context, mbedtls_x509_crt *crt, int depth,
                     uint32_t *flags)
{
    (void) crt;
    printf("  depth %d flags 0x%x\n", depth, (unsigned) *flags);
    look("verify callback", context);
    return 0;
}

static void by_keys(void *context, mbedtls_ssl_key_export_type type,
                    const unsigned char *secret, size_t len,
                    const unsigned char client_random[32],
                    const unsigned char server_random[32],
                    mbedtls_tls_prf_types prf)
{
    (void) secret;
    (void) len;
    (void) client_random;
    (void) server_random;
    (void) prf;
    printf("  secret %d\n", (int) type);
    look("key callback", context);
}

/* A client and a server with everything that can be looked at. */
static void moments(int authmode, int with_cert)
{
    struct both *both = both_new(folder, "p256");

    printf("moments: server's authmode %d, client %s certificate\n", authmode,
           with_cert ? "with" : "without");
    mbedtls_ssl_conf_authmode(&both->server.conf, authmode);
    mbedtls_ssl_conf_sni(&both->server.conf, by_name, NULL);
    mbedtls_ssl_conf_cert_cb(&both->server.conf, by_certificate);
    if (with_cert) {
        both_client_cert(both, "client");
    }
    both_setup(both);
    mbedtls_ssl_set_verify(&both->client.ssl, by_verify, &both->client.ssl);
    mbedtls_ssl_set_verify(&both->server.ssl, by_verify, &both->server.ssl);
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, by_keys,
                                   &both->client.ssl);
    look("client set up", &both->client.ssl);
    look("server set up", &both->server.ssl);
    show("  client begins", mbedtls_ssl_handshake(&both->client.ssl));
    look("client waits", &both->client.ssl);
    both_connect(both);
    look("client connected", &both->client.ssl);
    look("server connected", &both->server.ssl);
    show("  step", mbedtls_ssl_handshake_step(&both->client.ssl));
    show("  handshake", mbedtls_ssl_handshake(&both->client.ssl));
    show("  close", mbedtls_ssl_close_notify(&both->client.ssl));
    look("client closed", &both->client.ssl);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    look("client reset", &both->client.ssl);
    look("server reset", &both->server.ssl);
    both_free(both);
}

/* The host name as programs read it. */
static void hostname(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_context *ssl = &both->client.ssl;
    static const char *const each[] = { "first", "second", "", NULL, "third",
                                        NULL };
    size_t i;

    printf("host names\n");
    must("setup", mbedtls_ssl_setup(ssl, &both->client.conf));
    for (i = 0; i <= sizeof(each) / sizeof(each[0]); i++) {
        const char *field = ssl->MBEDTLS_PRIVATE(hostname);
        const char *name = mbedtls_ssl_get_hostname(ssl);

        printf("  field %s%s get %s%s\n", field ? "\"" : "",
               field ? field : "NULL", name ? "\"" : "", name ? name : "NULL");
        if (i < sizeof(each) / sizeof(each[0])) {
            must("hostname", mbedtls_ssl_set_hostname(ssl, each[i]));
        }
    }
    must("hostname", mbedtls_ssl_set_hostname(ssl, "kept"));
    must("reset", mbedtls_ssl_session_reset(ssl));
    printf("  after reset %s\n", ssl->MBEDTLS_PRIVATE(hostname));
    both_free(both);
}

/* What config_defaults does to what programs can see. */
static void defaults(void)
{
    mbedtls_ssl_config conf;

    printf("defaults\n");
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_conf_transport(&conf, MBEDTLS_SSL_TRANSPORT_DATAGRAM);
    mbedtls_ssl_conf_endpoint(&conf, MBEDTLS_SSL_IS_SERVER);
    mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    mbedtls_ssl_conf_set_user_data_p(&conf, &conf);
    must("defaults", mbedtls_ssl_config_defaults(
             &conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
             MBEDTLS_SSL_PRESET_DEFAULT));
    printf("  endpoint %d transport %d authmode %d user data %s\n",
           mbedtls_ssl_conf_get_endpoint(&conf),
           conf.MBEDTLS_PRIVATE(transport), conf.MBEDTLS_PRIVATE(authmode),
           mbedtls_ssl_conf_get_user_data_p(&conf) == &conf ? "kept" : "lost");
    must("defaults", mbedtls_ssl_config_defaults(
             &conf, MBEDTLS_SSL_IS_SERVER, MBEDTLS_SSL_TRANSPORT_STREAM,
             MBEDTLS_SSL_PRESET_DEFAULT));
    printf("  endpoint %d transport %d authmode %d\n",
           mbedtls_ssl_conf_get_endpoint(&conf),
           conf.MBEDTLS_PRIVATE(transport), conf.MBEDTLS_PRIVATE(authmode));
    mbedtls_ssl_config_free(&conf);
    mbedtls_ssl_config_free(&conf);
}

/* A server with nothing to show. */
static void no_certificate(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_x509_crt crt;
    mbedtls_pk_context key;
    int c, s;

    printf("a server whose certificate is empty\n");
    mbedtls_x509_crt_init(&crt);
    mbedtls_pk_init(&key);
    must("own_cert", mbedtls_ssl_conf_own_cert(&both->server.conf, NULL, NULL));
    show("  own_cert",
         mbedtls_ssl_conf_own_cert(&both->server.conf, &crt, &key));
    both_setup(both);
    both_handshake(both, &c, &s);
    show("  client", c);
    show("  server", s);
    both_free(both);

    both = both_new(folder, "p256");
    printf("a server without a certificate\n");
    must("own_cert", mbedtls_ssl_conf_own_cert(&both->server.conf, NULL, NULL));
    both_setup(both);
    both_handshake(both, &c, &s);
    show("  client", c);
    show("  server", s);
    both_free(both);
}

static uint32_t last_timeout;

static int recv_timeout(void *context, unsigned char *data, size_t len,
                        uint32_t timeout)
{
    int ret = end_recv(context, data, len);

    last_timeout = timeout;
    return ret == MBEDTLS_ERR_SSL_WANT_READ ? MBEDTLS_ERR_SSL_TIMEOUT : ret;
}

static int never_recv(void *context, unsigned char *data, size_t len)
{
    (void) context;
    (void) data;
    (void) len;
    printf("  f_recv is called\n");
    return -1;
}

static void timeouts(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[8] = { 0 };

    printf("timeouts\n");
    both_setup(both);
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, never_recv,
                        recv_timeout);
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    printf("  timeout %lu\n", (unsigned long) last_timeout);
    mbedtls_ssl_conf_read_timeout(&both->client.conf, 250);
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    printf("  timeout %lu\n", (unsigned long) last_timeout);
    show("  server", mbedtls_ssl_handshake(&both->server.ssl));
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    show("  server", mbedtls_ssl_handshake(&both->server.ssl));
    mbedtls_ssl_conf_read_timeout(&both->client.conf, 500);
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 8));
    printf("  timeout %lu\n", (unsigned long) last_timeout);
    show("  server writes", mbedtls_ssl_write(&both->server.ssl, data, 8));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 8));
    both_free(both);

    both = both_new(folder, "p256");
    printf("no transport\n");
    both_setup(both);
    mbedtls_ssl_set_bio(&both->client.ssl, NULL, NULL, NULL, NULL);
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, NULL, NULL);
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    moments(MBEDTLS_SSL_VERIFY_NONE, 0);
    moments(MBEDTLS_SSL_VERIFY_OPTIONAL, 0);
    moments(MBEDTLS_SSL_VERIFY_OPTIONAL, 1);
    moments(MBEDTLS_SSL_VERIFY_REQUIRED, 1);
    hostname();
    defaults();
    no_certificate();
    timeouts();
    return 0;
}
