/*
 * What a program can ask of a connection, and what survives a reset.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_ciphersuites.h>

static const char *folder;

/* The order of the default suites is each library's own. */
static const int one_suite[] = { MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0 };

static struct both *new_both(void)
{
    struct both *both = both_new(folder, "p256");

    mbedtls_ssl_conf_ciphersuites(&both->client.conf, one_suite);
    return both;
}

static void facts(const struct end *end)
{
    const mbedtls_ssl_context *ssl = &end->ssl;
    const char *suite = mbedtls_ssl_get_ciphersuite(ssl);
    const char *alpn = mbedtls_ssl_get_alpn_protocol(ssl);

    printf("  %s: %s 0x%04x suite %s id 0x%04x alpn %s over %d\n", end->name,
           mbedtls_ssl_get_version(ssl),
           (unsigned) mbedtls_ssl_get_version_number(ssl),
           suite ? suite : "none",
           (unsigned) mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl),
           alpn ? alpn : "none", mbedtls_ssl_is_handshake_over(
               (mbedtls_ssl_context *) ssl));
}

/* How much a record may hold, and how much longer it gets. */
static void sizes(const struct end *end)
{
    printf("  %s: payload out %d in %d expansion %d\n", end->name,
           mbedtls_ssl_get_max_out_record_payload(&end->ssl),
           mbedtls_ssl_get_max_in_record_payload(&end->ssl),
           mbedtls_ssl_get_record_expansion(&end->ssl));
}

/* Before, while and after. */
static void getters(void)
{
    struct both *both = new_both();

    both_setup(both);
    printf("before the handshake\n");
    facts(&both->client);
    facts(&both->server);
    sizes(&both->client);
    both_connect(both);
    printf("after the handshake\n");
    facts(&both->client);
    facts(&both->server);
    sizes(&both->client);
    printf("  flags 0x%x 0x%x\n",
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl),
           (unsigned) mbedtls_ssl_get_verify_result(&both->server.ssl));
    both_free(both);
}

/* Every suite a program can ask for by name, and who prefers what. */
static void suites(void)
{
    static const int each[] = {
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
        MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
        MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS1_3_AES_128_CCM_SHA256,
        MBEDTLS_TLS1_3_AES_128_CCM_8_SHA256,
    };
    static int list[2];
    static const int forward[] = { MBEDTLS_TLS1_3_AES_256_GCM_SHA384,
                                   MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 };
    static const int backward[] = { MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
                                    MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0 };
    struct both *both;
    size_t i;

    for (i = 0; i < sizeof(each) / sizeof(each[0]); i++) {
        both = new_both();
        list[0] = each[i];
        printf("suite %s\n", mbedtls_ssl_get_ciphersuite_name(each[i]));
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, list);
        both_setup(both);
        both_connect(both);
        facts(&both->client);
        facts(&both->server);
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
        both_free(both);
    }
    both = new_both();
    printf("suites in another order at either end\n");
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, forward);
    mbedtls_ssl_conf_ciphersuites(&both->server.conf, backward);
    both_setup(both);
    both_connect(both);
    facts(&both->client);
    both_free(both);
}

static void alpn(const char *what, const char **client, const char **server)
{
    struct both *both = new_both();
    int c, s;

    printf("alpn: %s\n", what);
    if (client != NULL) {
        show("  client", mbedtls_ssl_conf_alpn_protocols(&both->client.conf,
                                                         client));
    }
    if (server != NULL) {
        show("  server", mbedtls_ssl_conf_alpn_protocols(&both->server.conf,
                                                         server));
    }
    both_setup(both);
    both_handshake(both, &c, &s);
    printf("  client: -0x%04x server: -0x%04x\n", (unsigned) -c,
           (unsigned) -s);
    if (c == 0 && s == 0) {
        facts(&both->client);
        facts(&both->server);
    }
    both_free(both);
}

static void alpns(void)
{
    static const char *first_second[] = { "first", "second", NULL };
    static const char *second_first[] = { "second", "first", NULL };
    static const char *third[] = { "third", NULL };
    static const char *empty_name[] = { "", NULL };
    static const char *none[] = { NULL };
    static char long_name[300];
    static const char *too_long[] = { long_name, NULL };
    struct both *both;

    alpn("the server chooses", first_second, second_first);
    alpn("nothing in common", first_second, third);
    alpn("only the client", first_second, NULL);
    alpn("only the server", NULL, first_second);
    both = new_both();
    memset(long_name, 'a', sizeof(long_name) - 1);
    show("alpn: an empty name",
         mbedtls_ssl_conf_alpn_protocols(&both->client.conf, empty_name));
    show("alpn: an empty list",
         mbedtls_ssl_conf_alpn_protocols(&both->client.conf, none));
    show("alpn: a name of 299 bytes",
         mbedtls_ssl_conf_alpn_protocols(&both->client.conf, too_long));
    both_setup(both);
    both_free(both);
}

/* Exported keys are the same at both ends, and differ by label and context. */
static void exporter(void)
{
    struct both *both = new_both();
    unsigned char a[300], b[300], other[300];
    static const char label[] = "EXPORTER-test";
    static const unsigned char context[] = "context";
    const mbedtls_ssl_context *client = &both->client.ssl;
    const mbedtls_ssl_context *server = &both->server.ssl;

    printf("exporter\n");
    both_setup(both);
    memset(a, 0, sizeof(a));
    memset(b, 0, sizeof(b));
    memset(other, 0, sizeof(other));
    show("  before the handshake", mbedtls_ssl_export_keying_material(
             &both->client.ssl, a, 32, label, sizeof(label) - 1, context, 7,
             1));
    both_connect(both);
    must("export", mbedtls_ssl_export_keying_material(
             &both->client.ssl, a, 32, label, sizeof(label) - 1, context, 7,
             1));
    must("export", mbedtls_ssl_export_keying_material(
             &both->server.ssl, b, 32, label, sizeof(label) - 1, context, 7,
             1));
    printf("  the same at both ends: %d\n", memcmp(a, b, 32) == 0);
    must("export", mbedtls_ssl_export_keying_material(
             &both->server.ssl, other, 32, label, sizeof(label) - 1, context,
             6, 1));
    printf("  the same with another context: %d\n", memcmp(a, other, 32) == 0);
    must("export", mbedtls_ssl_export_keying_material(
             &both->server.ssl, other, 32, label, sizeof(label) - 2, context,
             7, 1));
    printf("  the same with another label: %d\n", memcmp(a, other, 32) == 0);
    must("export", mbedtls_ssl_export_keying_material(
             &both->client.ssl, a, 32, label, sizeof(label) - 1, NULL, 0, 0));
    must("export", mbedtls_ssl_export_keying_material(
             &both->server.ssl, b, 32, label, sizeof(label) - 1, NULL, 0, 1));
    /* In TLS 1.3 no context and an empty one are the same. */
    printf("  none and empty the same: %d\n", memcmp(a, b, 32) == 0);
    show("  nothing", mbedtls_ssl_export_keying_material(
             &both->client.ssl, a, 0, label, sizeof(label) - 1, NULL, 0, 0));
    show("  300 bytes", mbedtls_ssl_export_keying_material(
             &both->client.ssl, a, 300, label, sizeof(label) - 1, NULL, 0,
             0));
    show("  a long label", mbedtls_ssl_export_keying_material(
             &both->client.ssl, a, 32, (const char *) other, 250, NULL, 0,
             0));
    check("the contexts are still there", client != NULL && server != NULL);
    both_free(both);
}

/* Said once, said twice, read again and again. */
static void goodbye(void)
{
    struct both *both = new_both();
    unsigned char data[16];

    printf("close_notify\n");
    both_setup(both);
    both_connect(both);
    show("  client closes", mbedtls_ssl_close_notify(&both->client.ssl));
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    show("  and again", mbedtls_ssl_read(&both->server.ssl, data, 16));
    show("  server writes", mbedtls_ssl_write(&both->server.ssl,
                                              (const unsigned char *) "late",
                                              4));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  server closes", mbedtls_ssl_close_notify(&both->server.ssl));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    show("  client reads", mbedtls_ssl_read(&both->client.ssl, data, 16));
    both_free(both);

    both = new_both();
    printf("end of the stream without close_notify\n");
    both_setup(both);
    both_connect(both);
    both->to_server.closed = 1;
    show("  server reads", mbedtls_ssl_read(&both->server.ssl, data, 16));
    show("  and again", mbedtls_ssl_read(&both->server.ssl, data, 16));
    both_free(both);

    both = new_both();
    printf("end of the stream in the handshake\n");
    both_setup(both);
    both->to_client.closed = 1;
    show("  client", mbedtls_ssl_handshake(&both->client.ssl));
    both_free(both);
}

/* One pair of contexts, many connections; a configuration that changes. */
static void reset(void)
{
    struct both *both = new_both();
    int i, client, server;

    printf("session_reset\n");
    both_setup(both);
    for (i = 0; i < 3; i++) {
        both_connect(both);
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
        must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
        must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
        both_clear_pipes(both);
        printf("  state=%d %s\n", both->client.ssl.MBEDTLS_PRIVATE(state),
               mbedtls_ssl_get_peer_cert(&both->client.ssl) ? "peer" :
               "no peer");
    }
    /* In the middle of a handshake. */
    show("  begun", mbedtls_ssl_handshake(&both->client.ssl));
    show("  begun", mbedtls_ssl_handshake(&both->server.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    both_connect(both);
    /* After a failure. */
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "elsewhere.example"));
    both_handshake(both, &client, &server);
    printf("  wrong name: -0x%04x\n", (unsigned) -client);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    both_connect(both);
    both_transfer(both, &both->client, "hello", 5);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    getters();
    suites();
    alpns();
    exporter();
    goodbye();
    reset();
    return 0;
}
