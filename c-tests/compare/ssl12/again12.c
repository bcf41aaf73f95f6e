/*
 * A second handshake on a connection of TLS 1.2 with what belongs to one
 * handshake alone: the callbacks for names and certificates and what they set,
 * application protocols, the callbacks for secrets and keys, sessions.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;
static struct pair named;
static const int usual[] = {
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
};

static struct both *both_12(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_config *confs[2];
    int i;

    confs[0] = &both->client.conf;
    confs[1] = &both->server.conf;
    for (i = 0; i < 2; i++) {
        mbedtls_ssl_conf_min_tls_version(confs[i],
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_max_tls_version(confs[i],
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        if (i == 0)
            mbedtls_ssl_conf_ciphersuites(confs[i], usual);
        mbedtls_ssl_conf_renegotiation(confs[i],
                                       MBEDTLS_SSL_RENEGOTIATION_ENABLED);
    }
    return both;
}

/* The client asks, and both go on until the client is done. */
static void again(struct both *both)
{
    unsigned char data[16];
    int client = MBEDTLS_ERR_SSL_WANT_READ, server = 0, i;

    for (i = 0; i < 1000 && waits(client); i++) {
        client = mbedtls_ssl_renegotiate(&both->client.ssl);
        server = mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
        if (!waits(server))
            break;
    }
    if (!waits(server) && client != 0)
        client = mbedtls_ssl_renegotiate(&both->client.ssl);
    printf("  again: client -0x%04x server -0x%04x\n", (unsigned) -client,
           (unsigned) -server);
    if (client == 0) {
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
}

static void facts(const struct both *both)
{
    const char *mine = mbedtls_ssl_get_alpn_protocol(&both->client.ssl);
    const char *theirs = mbedtls_ssl_get_alpn_protocol(&both->server.ssl);

    printf("  %s; client: peer %d flags 0x%x alpn %s; server: peer %d "
           "flags 0x%x alpn %s\n",
           mbedtls_ssl_get_ciphersuite(&both->client.ssl),
           mbedtls_ssl_get_peer_cert(&both->client.ssl) != NULL,
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl),
           mine ? mine : "none",
           mbedtls_ssl_get_peer_cert(&both->server.ssl) != NULL,
           (unsigned) mbedtls_ssl_get_verify_result(&both->server.ssl),
           theirs ? theirs : "none");
}

static int names;

static int on_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    const mbedtls_x509_crt *ca = context;

    printf("    name %d: %.*s\n", ++names, (int) len, (const char *) name);
    if (ca != NULL) {
        mbedtls_ssl_set_hs_ca_chain(ssl, (mbedtls_x509_crt *) ca, NULL);
        mbedtls_ssl_set_hs_authmode(ssl, MBEDTLS_SSL_VERIFY_REQUIRED);
    }
    return mbedtls_ssl_set_hs_own_cert(ssl, &named.crt, &named.key);
}

static int refuse_second(void *context, mbedtls_ssl_context *ssl,
                         const unsigned char *name, size_t len)
{
    (void) context;
    (void) ssl;
    (void) name;
    (void) len;
    return ++names > 1;
}

static int certs;

static int on_cert(mbedtls_ssl_context *ssl)
{
    size_t len = 0;
    const unsigned char *name = mbedtls_ssl_get_hs_sni(ssl, &len);

    printf("    certificate %d for %.*s\n", ++certs, (int) len,
           name ? (const char *) name : "");
    return 0;
}

static void of_names(void)
{
    struct both *both = both_12();

    printf("a certificate by name\n");
    names = certs = 0;
    mbedtls_ssl_conf_sni(&both->server.conf, on_name, NULL);
    mbedtls_ssl_conf_cert_cb(&both->server.conf, on_cert);
    both_setup(both);
    both_connect(both);
    facts(both);
    again(both);
    facts(both);
    both_free(both);

    printf("authentication by name\n");
    both = both_12();
    names = certs = 0;
    both_client_cert(both, "client");
    mbedtls_ssl_conf_sni(&both->server.conf, on_name, &both->ca);
    both_setup(both);
    both_connect(both);
    facts(both);
    again(both);
    facts(both);
    both_free(both);

    printf("a name refused the second time\n");
    both = both_12();
    names = 0;
    mbedtls_ssl_conf_sni(&both->server.conf, refuse_second, NULL);
    both_setup(both);
    both_connect(both);
    again(both);
    both_free(both);
}

static void of_protocols(void)
{
    static const char *first[] = { "one", "two", NULL };
    static const char *second[] = { "two", NULL };
    struct both *both = both_12();

    printf("another protocol\n");
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->client.conf, first));
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->server.conf, first));
    both_setup(both);
    both_connect(both);
    facts(both);
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->server.conf, second));
    again(both);
    facts(both);
    both_free(both);

    printf("a protocol only then\n");
    both = both_12();
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->server.conf, second));
    both_setup(both);
    both_connect(both);
    facts(both);
    must("alpn", mbedtls_ssl_conf_alpn_protocols(&both->client.conf, first));
    again(both);
    facts(both);
    both_free(both);
}

static void of_suites(void)
{
    static const int second[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, 0
    };
    static const int third[] = { MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384, 0 };
    static const unsigned char key[16] = "0123456789abcde";
    struct both *both = both_12();

    printf("other suites\n");
    must("psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                     (const unsigned char *) "me", 2));
    must("psk", mbedtls_ssl_conf_psk(&both->server.conf, key, sizeof(key),
                                     (const unsigned char *) "me", 2));
    both_setup(both);
    both_connect(both);
    facts(both);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, second);
    again(both);
    facts(both);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, third);
    again(both);
    facts(both);
    printf("  a server that shows itself only now\n");
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, usual);
    again(both);
    facts(both);
    both_free(both);
}

static int secrets;

static void on_secret(void *context, mbedtls_ssl_key_export_type type,
                      const unsigned char *secret, size_t len,
                      const unsigned char client_random[32],
                      const unsigned char server_random[32],
                      mbedtls_tls_prf_types prf)
{
    (void) context;
    (void) secret;
    (void) client_random;
    (void) server_random;
    secrets++;
    printf("    secret %d: type %d of %u bytes, prf %d\n", secrets,
           (int) type, (unsigned) len, (int) prf);
}

static int keys;

static int on_psk(void *context, mbedtls_ssl_context *ssl,
                  const unsigned char *name, size_t len)
{
    static const unsigned char key[16] = "0123456789abcde";

    (void) context;
    printf("    key %d for %.*s\n", ++keys, (int) len, (const char *) name);
    return mbedtls_ssl_set_hs_psk(ssl, key, sizeof(key));
}

static void of_keys(void)
{
    static const int suites[] = {
        MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0
    };
    static const unsigned char key[16] = "0123456789abcde";
    struct both *both = both_12();

    printf("keys and secrets\n");
    must("psk", mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key),
                                     (const unsigned char *) "me", 2));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, on_psk, NULL);
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
    both_setup(both);
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, on_secret, NULL);
    both_connect(both);
    facts(both);
    again(both);
    facts(both);
    both_free(both);
}

/* A session may be fetched after each handshake. */
static void of_sessions(void)
{
    struct both *both = both_12();
    mbedtls_ssl_session first, second;

    printf("sessions\n");
    mbedtls_ssl_session_init(&first);
    mbedtls_ssl_session_init(&second);
    both_setup(both);
    show("  before", mbedtls_ssl_get_session(&both->client.ssl, &first));
    both_connect(both);
    show("  first", mbedtls_ssl_get_session(&both->client.ssl, &first));
    show("  first again", mbedtls_ssl_get_session(&both->client.ssl, &second));
    again(both);
    show("  second", mbedtls_ssl_get_session(&both->client.ssl, &second));
    show("  of a server", mbedtls_ssl_get_session(&both->server.ssl, &second));
    printf("  another master secret: %d\n",
           memcmp(first.MBEDTLS_PRIVATE(master),
                  second.MBEDTLS_PRIVATE(master), 48) != 0);
    mbedtls_ssl_session_free(&first);
    mbedtls_ssl_session_free(&second);
    both_free(both);
}

/* Who has said that it is done, and is asked for another handshake. */
static void after_closing(void)
{
    struct both *both = both_12();
    unsigned char data[16];

    printf("the client closes, and the server asks\n");
    both_setup(both);
    both_connect(both);
    must("close", mbedtls_ssl_close_notify(&both->client.ssl));
    show("  server asks", mbedtls_ssl_renegotiate(&both->server.ssl));
    show("  server writes",
         mbedtls_ssl_write(&both->server.ssl, (const unsigned char *) "last",
                           4));
    show("  server closes", mbedtls_ssl_close_notify(&both->server.ssl));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    both_free(both);

    printf("the server closes, and the client asks\n");
    both = both_12();
    both_setup(both);
    both_connect(both);
    must("close", mbedtls_ssl_close_notify(&both->server.ssl));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  client asks", mbedtls_ssl_renegotiate(&both->client.ssl));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  client writes",
         mbedtls_ssl_write(&both->client.ssl, (const unsigned char *) "last",
                           4));
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    {
        struct random random;

        random_init(&random);
        pair_load(&named, folder, "p384", &random);
        of_names();
        of_protocols();
        of_suites();
        of_keys();
        of_sessions();
        after_closing();
        pair_free(&named);
        random_free(&random);
    }
    return 0;
}
