/*
 * Callbacks of a connection: server name, certificate, exported secrets,
 * debug lines, user data; and what a callback may do to the context it is
 * called for.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/debug.h>

static const char *folder;
static struct pair second;

static void result(struct both *both)
{
    const mbedtls_x509_crt *peer;
    char subject[256];
    int client, server;

    both_handshake(both, &client, &server);
    printf("  client: -0x%04x server: -0x%04x\n", (unsigned) -client,
           (unsigned) -server);
    peer = mbedtls_ssl_get_peer_cert(&both->client.ssl);
    if (peer != NULL) {
        check("the subject can be printed",
              mbedtls_x509_dn_gets(subject, sizeof(subject),
                                   &peer->subject) > 0);
        printf("  the server is %s\n", subject);
    }
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
    }
}

struct sni {
    int ret;            /* what to return */
    int set;            /* give the second certificate */
    int authmode;       /* set this, unless negative */
    mbedtls_x509_crt *ca;
};

static int by_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    struct sni *sni = context;

    printf("  asked for \"%.*s\"\n", (int) len, (const char *) name);
    if (sni->set) {
        show("  set_hs_own_cert",
             mbedtls_ssl_set_hs_own_cert(ssl, &second.crt, &second.key));
    }
    if (sni->authmode >= 0) {
        mbedtls_ssl_set_hs_authmode(ssl, sni->authmode);
        mbedtls_ssl_set_hs_ca_chain(ssl, sni->ca, NULL);
    }
    return sni->ret;
}

static void server_name(const char *what, const char *host, struct sni *sni)
{
    struct both *both = both_new(folder, "p256");

    printf("server name: %s\n", what);
    sni->ca = &both->ca;
    mbedtls_ssl_conf_sni(&both->server.conf, by_name, sni);
    both_client_cert(both, "client");
    both_setup(both);
    must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl, host));
    result(both);
    printf("  the client is %s\n",
           mbedtls_ssl_get_peer_cert(&both->server.ssl) ? "known" :
           "unknown");
    both_free(both);
}

static void server_names(void)
{
    struct sni keep = { 0, 0, -1, NULL };
    struct sni change = { 0, 1, -1, NULL };
    struct sni refuse = { -1, 0, -1, NULL };
    struct sni ask = { 0, 1, MBEDTLS_SSL_VERIFY_REQUIRED, NULL };

    server_name("looks on", "localhost", &keep);
    server_name("another certificate", "second.example", &change);
    server_name("no such name", "localhost", &refuse);
    server_name("and a certificate of the client", "second.example", &ask);
    server_name("no name", NULL, &change);
}

static int choose(mbedtls_ssl_context *ssl)
{
    struct pair *pair = mbedtls_ssl_get_user_data_p(ssl);
    size_t len = 0;
    const unsigned char *name = mbedtls_ssl_get_hs_sni(ssl, &len);

    printf("  choosing for \"%.*s\", user data %s\n", (int) len,
           name ? (const char *) name : "", pair ? "there" : "none");
    if (pair == NULL) {
        return -1;
    }
    return mbedtls_ssl_set_hs_own_cert(ssl, &pair->crt, &pair->key);
}

static void certificate(void)
{
    struct both *both = both_new(folder, "p256");

    printf("certificate callback\n");
    mbedtls_ssl_conf_cert_cb(&both->server.conf, choose);
    both_setup(both);
    mbedtls_ssl_set_user_data_p(&both->server.ssl, &second);
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "second.example"));
    result(both);
    both_free(both);

    both = both_new(folder, "p256");
    printf("certificate callback that fails\n");
    mbedtls_ssl_conf_cert_cb(&both->server.conf, choose);
    both_setup(both);
    result(both);
    both_free(both);
}

struct secrets {
    const char *name;
    unsigned char seen[8][64];
    size_t len[8];
    int count;
};

static void export_secret(void *context, mbedtls_ssl_key_export_type type,
                          const unsigned char *secret, size_t len,
                          const unsigned char client_random[32],
                          const unsigned char server_random[32],
                          mbedtls_tls_prf_types prf)
{
    struct secrets *secrets = context;
    int some = 0;
    size_t i;

    for (i = 0; i < 32; i++) {
        some |= client_random[i] | server_random[i];
    }
    printf("  %s: type %d, %lu bytes, randoms %s, prf %d\n", secrets->name,
           (int) type, (unsigned long) len, some ? "there" : "none",
           (int) prf);
    check("there is room", type >= 0 && type < 8 && len <= 64);
    memcpy(secrets->seen[type], secret, len);
    secrets->len[type] = len;
    secrets->count++;
}

static void secrets(const int *suites)
{
    static struct secrets client, server;
    struct both *both = both_new(folder, "p256");
    int type;

    printf("exported secrets\n");
    memset(&client, 0, sizeof(client));
    memset(&server, 0, sizeof(server));
    client.name = "client";
    server.name = "server";
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites);
    both_setup(both);
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, export_secret, &client);
    both_connect(both);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    /* It survives a reset. */
    both_connect(both);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, NULL, NULL);
    mbedtls_ssl_set_export_keys_cb(&both->server.ssl, export_secret, &server);
    both_connect(both);
    printf("  client %d server %d\n", client.count, server.count);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, export_secret, &client);
    both_handshake(both, &type, &type);
    for (type = 0; type < 8; type++) {
        printf("  type %d: %s at both ends\n", type,
               client.len[type] != server.len[type] ? "of two lengths" :
               client.len[type] == 0 ? "none" :
               memcmp(client.seen[type], server.seen[type],
                      client.len[type]) == 0 ? "the same" : "different");
    }
    both_free(both);
}

static int lines;
static int lines_end;

static void debug_line(void *context, int level, const char *file, int line,
                       const char *text)
{
    (void) context;
    (void) line;
    lines++;
    lines_end += text[0] != '\0' && text[strlen(text) - 1] == '\n';
    check("a level, a file and a text", level >= 1 && level <= 5 && file &&
          text);
}

static void debug(void)
{
    static const int levels[] = { 0, 3, 4 };
    size_t i;

    for (i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
        struct both *both = both_new(folder, "p256");

        lines = lines_end = 0;
        mbedtls_debug_set_threshold(levels[i]);
        mbedtls_ssl_conf_dbg(&both->client.conf, debug_line, NULL);
        both_setup(both);
        both_connect(both);
        printf("debug level %d: %s\n", levels[i],
               lines == 0 ? "silence" : lines == lines_end ? "lines" :
               "lines without their end");
        both_free(both);
    }
    mbedtls_debug_set_threshold(0);
}

static void user_data(void)
{
    struct both *both = both_new(folder, "p256");
    int thing;

    printf("user data\n");
    both_setup(both);
    printf("  at first: %s\n",
           mbedtls_ssl_get_user_data_p(&both->client.ssl) ? "some" : "none");
    mbedtls_ssl_set_user_data_p(&both->client.ssl, &thing);
    mbedtls_ssl_conf_set_user_data_n(&both->client.conf, 4711);
    both_connect(both);
    printf("  after the handshake: %d %lu\n",
           mbedtls_ssl_get_user_data_p(&both->client.ssl) == &thing,
           (unsigned long)
           mbedtls_ssl_conf_get_user_data_n(&both->client.conf));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    printf("  after a reset: %d\n",
           mbedtls_ssl_get_user_data_p(&both->client.ssl) == &thing);
    printf("  the configuration of the context: %d\n",
           mbedtls_ssl_context_get_config(&both->client.ssl) ==
           &both->client.conf);
    both_free(both);
}

/* A verify callback that asks the context about itself. */
static int asks(void *context, mbedtls_x509_crt *crt, int depth,
                uint32_t *flags)
{
    mbedtls_ssl_context *ssl = context;

    (void) crt;
    (void) flags;
    if (depth == 0) {
        printf("  in the callback: %s, state %d, over %d, available %d\n",
               mbedtls_ssl_get_version(ssl), ssl->MBEDTLS_PRIVATE(state),
               mbedtls_ssl_is_handshake_over(ssl),
               (int) mbedtls_ssl_get_bytes_avail(ssl));
    }
    return 0;
}

static void inquiry(void)
{
    struct both *both = both_new(folder, "p256");

    printf("a callback that asks its context\n");
    both_setup(both);
    mbedtls_ssl_set_verify(&both->client.ssl, asks, &both->client.ssl);
    result(both);
    both_free(both);
}

int main(int argc, char **argv)
{
    /* A suite of each version, of which the other takes no notice. */
    static const int sha256[] = {
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    static const int sha384[] = {
        MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, 0
    };
    struct random random;

    folder = folder_argument(argc, argv);
    random_init(&random);
    pair_load(&second, folder, "second", &random);
    server_names();
    certificate();
    secrets(sha256);
    secrets(sha384);
    debug();
    user_data();
    inquiry();
    pair_free(&second);
    random_free(&random);
    return 0;
}
