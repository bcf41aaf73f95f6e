/*
 * More than one handshake on a connection of TLS 1.2: who may ask for it, what
 * calls return while it is under way, and what has to be said otherwise.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static const int one_suite[] = {
    MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
};

/* A client and a server of TLS 1.2; `allowed` at the client and the server. */
static struct both *both_12(int client, int server)
{
    struct both *both = both_new(folder, "p256");
    struct end *ends[2];
    int allowed[2], i;

    ends[0] = &both->client;
    ends[1] = &both->server;
    allowed[0] = client;
    allowed[1] = server;
    for (i = 0; i < 2; i++) {
        mbedtls_ssl_config *conf = &ends[i]->conf;

        mbedtls_ssl_conf_min_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_max_tls_version(conf, MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_ciphersuites(conf, one_suite);
        mbedtls_ssl_conf_renegotiation(
            conf, allowed[i] ? MBEDTLS_SSL_RENEGOTIATION_ENABLED :
            MBEDTLS_SSL_RENEGOTIATION_DISABLED);
    }
    return both;
}

static int state_of(const struct end *end)
{
    return end->ssl.MBEDTLS_PRIVATE(state);
}

/* What a call returned, and where the context stands. */
static void told(const char *what, const struct end *end, int ret)
{
    if (ret < 0) {
        printf("  %s: -0x%04x state %d\n", what, (unsigned) -ret,
               state_of(end));
    } else {
        printf("  %s: %d state %d\n", what, ret, state_of(end));
    }
}

static void reads(const char *what, struct end *end)
{
    unsigned char data[64];
    int ret = mbedtls_ssl_read(&end->ssl, data, sizeof(data));

    told(what, end, ret);
    if (ret > 0) {
        printf("    \"%.*s\"\n", ret, (const char *) data);
    }
}

static void writes(const char *what, struct end *end, const char *text)
{
    told(what, end, mbedtls_ssl_write(&end->ssl, (const unsigned char *) text,
                                      strlen(text)));
}

static void renegotiates(const char *what, struct end *end)
{
    told(what, end, mbedtls_ssl_renegotiate(&end->ssl));
}

/* What a program can see of the connection. */
static void facts(const struct both *both)
{
    const struct end *ends[2];
    int i;

    ends[0] = &both->client;
    ends[1] = &both->server;
    for (i = 0; i < 2; i++) {
        const mbedtls_ssl_context *ssl = &ends[i]->ssl;
        const char *suite = mbedtls_ssl_get_ciphersuite(ssl);

        printf("  %s: %s %s over %d peer %d flags 0x%x\n", ends[i]->name,
               mbedtls_ssl_get_version(ssl), suite ? suite : "none",
               mbedtls_ssl_is_handshake_over((mbedtls_ssl_context *) ssl),
               mbedtls_ssl_get_peer_cert(ssl) != NULL,
               (unsigned) mbedtls_ssl_get_verify_result(ssl));
    }
}

static void both_ways(struct both *both)
{
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
    printf("  data goes both ways\n");
}

/*
 * The client asks again and again, the server reads, until the client is
 * done. Says how both ended.
 */
static void client_renegotiates(struct both *both)
{
    unsigned char data[16];
    int client = MBEDTLS_ERR_SSL_WANT_READ, server, i;

    for (i = 0; i < 100000 && waits(client); i++) {
        client = mbedtls_ssl_renegotiate(&both->client.ssl);
        server = mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
        if (!waits(server)) {
            told("server reads", &both->server, server);
            break;
        }
    }
    told("client renegotiates", &both->client, client);
    printf("  server's state %d\n", state_of(&both->server));
}

static void before_the_handshake(void)
{
    struct both *both = both_12(1, 1);

    printf("before the handshake\n");
    show("  no context", mbedtls_ssl_renegotiate(NULL));
    both_setup(both);
    renegotiates("client", &both->client);
    renegotiates("server", &both->server);
    told("client begins", &both->client,
         mbedtls_ssl_handshake(&both->client.ssl));
    renegotiates("client", &both->client);
    both_connect(both);
    both_ways(both);
    both_free(both);
}

/* Step by step. */
static void the_client_asks(void)
{
    struct both *both = both_12(1, 1);

    printf("the client asks\n");
    both_setup(both);
    both_connect(both);
    facts(both);
    renegotiates("client", &both->client);
    facts(both);
    renegotiates("client again", &both->client);
    reads("server reads", &both->server);
    facts(both);
    renegotiates("client", &both->client);
    facts(both);
    reads("server reads", &both->server);
    renegotiates("client", &both->client);
    reads("server reads", &both->server);
    facts(both);
    both_ways(both);
    printf("once more\n");
    client_renegotiates(both);
    both_ways(both);
    both_free(both);
}

/* The client goes on by reading, writing or with the handshake function. */
static void the_client_goes_on_otherwise(void)
{
    struct both *both = both_12(1, 1);

    printf("the client asks, and reads\n");
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    both_ways(both);
    printf("the client asks, and writes\n");
    renegotiates("client", &both->client);
    writes("client writes", &both->client, "one");
    reads("server reads", &both->server);
    writes("client writes", &both->client, "two");
    reads("server reads", &both->server);
    writes("client writes", &both->client, "three");
    reads("server reads", &both->server);
    both_ways(both);
    printf("the client asks, and shakes hands\n");
    renegotiates("client", &both->client);
    told("handshake", &both->client,
         mbedtls_ssl_handshake(&both->client.ssl));
    reads("server reads", &both->server);
    told("handshake", &both->client,
         mbedtls_ssl_handshake(&both->client.ssl));
    told("server shakes hands", &both->server,
         mbedtls_ssl_handshake(&both->server.ssl));
    told("handshake", &both->client,
         mbedtls_ssl_handshake(&both->client.ssl));
    both_ways(both);
    printf("the server writes in the middle\n");
    renegotiates("client", &both->client);
    reads("server reads", &both->server);
    writes("server writes", &both->server, "one");
    renegotiates("client", &both->client);
    writes("server writes", &both->server, "two");
    renegotiates("client", &both->client);
    reads("client reads", &both->client);
    both_ways(both);
    both_free(both);
}

static void the_server_asks(void)
{
    struct both *both = both_12(1, 1);

    printf("the server asks\n");
    both_setup(both);
    both_connect(both);
    renegotiates("server", &both->server);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    facts(both);
    both_ways(both);
    printf("the server asks twice, and writes\n");
    renegotiates("server", &both->server);
    renegotiates("server", &both->server);
    writes("server writes", &both->server, "before");
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    both_free(both);
}

static void who_refuses(void)
{
    struct both *both = both_12(0, 1);

    printf("the client refuses\n");
    mbedtls_ssl_conf_renegotiation_enforced(
        &both->server.conf, MBEDTLS_SSL_RENEGOTIATION_NOT_ENFORCED);
    both_setup(both);
    both_connect(both);
    renegotiates("server", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    both_ways(both);
    renegotiates("server again", &both->server);
    writes("server writes", &both->server, "data");
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    both_ways(both);
    both_free(both);

    printf("the server refuses\n");
    both = both_12(1, 0);
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    reads("server reads", &both->server);
    writes("server writes", &both->server, "data");
    renegotiates("client", &both->client);
    reads("client reads", &both->client);
    reads("client reads", &both->client);
    both_free(both);

    printf("nobody allows it, and the client asks\n");
    both = both_12(0, 0);
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    reads("server reads", &both->server);
    both_free(both);

    printf("nobody allows it, and the server asks\n");
    both = both_12(0, 0);
    both_setup(both);
    both_connect(both);
    renegotiates("server", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    both_ways(both);
    both_free(both);

    printf("only who asks does not allow it\n");
    both = both_12(0, 1);
    both_setup(both);
    both_connect(both);
    client_renegotiates(both);
    both_ways(both);
    both_free(both);
}

/* What the server has written before it sees the ClientHello. */
static void data_under_way(void)
{
    struct both *both = both_12(1, 1);

    printf("data under way\n");
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    writes("server writes", &both->server, "under way");
    renegotiates("client", &both->client);
    renegotiates("client", &both->client);
    printf("    available %u pending %d\n", (unsigned)
           mbedtls_ssl_get_bytes_avail(&both->client.ssl),
           mbedtls_ssl_check_pending(&both->client.ssl));
    writes("client writes", &both->client, "no");
    {
        unsigned char data[64];

        told("client reads a part", &both->client,
             mbedtls_ssl_read(&both->client.ssl, data, 5));
        printf("    available %u pending %d\n", (unsigned)
               mbedtls_ssl_get_bytes_avail(&both->client.ssl),
               mbedtls_ssl_check_pending(&both->client.ssl));
    }
    reads("client reads", &both->client);
    reads("client reads", &both->client);
    writes("server writes", &both->server, "again");
    reads("client reads", &both->client);
    client_renegotiates(both);
    both_ways(both);
    printf("data under way the other way\n");
    writes("client writes", &both->client, "before");
    renegotiates("client", &both->client);
    reads("server reads", &both->server);
    client_renegotiates(both);
    both_ways(both);
    both_free(both);
}

/* So many records may come from a client that was asked. */
static void enforced(int max)
{
    struct both *both = both_12(1, 1);
    unsigned char data[16];
    int ret = 0, i;

    printf("after %d records it is enforced\n", max);
    mbedtls_ssl_conf_renegotiation_enforced(&both->server.conf, max);
    both_setup(both);
    both_connect(both);
    writes("client writes", &both->client, "-");
    reads("server reads", &both->server);
    renegotiates("server", &both->server);
    for (i = 0; i < 20 && ret >= 0; i++) {
        must("write", mbedtls_ssl_write(&both->client.ssl,
                                        (const unsigned char *) "x", 1) - 1);
        ret = mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
    }
    printf("  record %d\n", i);
    told("server reads", &both->server, ret);
    reads("client reads", &both->client);
    both_free(both);
}

/* The counters of records say when. */
static void periods(void)
{
    static const unsigned char four[8] = { 0, 0, 0, 0, 0, 0, 0, 4 };
    struct both *both;
    int i;

    printf("after four records the client asks by itself\n");
    both = both_12(1, 1);
    mbedtls_ssl_conf_renegotiation_period(&both->client.conf, four);
    both_setup(both);
    both_connect(both);
    for (i = 0; i < 6; i++) {
        writes("client writes", &both->client, "data");
        reads("server reads", &both->server);
    }
    for (i = 0; i < 4; i++) {
        writes("client writes", &both->client, "more");
        reads("server reads", &both->server);
    }
    both_free(both);

    printf("after four records the client asks by itself, reading\n");
    both = both_12(1, 1);
    mbedtls_ssl_conf_renegotiation_period(&both->client.conf, four);
    both_setup(both);
    both_connect(both);
    for (i = 0; i < 6; i++) {
        writes("server writes", &both->server, "data");
        reads("client reads", &both->client);
    }
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    both_free(both);

    printf("after four records the server asks by itself\n");
    both = both_12(1, 1);
    mbedtls_ssl_conf_renegotiation_period(&both->server.conf, four);
    both_setup(both);
    both_connect(both);
    for (i = 0; i < 6; i++) {
        writes("server writes", &both->server, "data");
        reads("client reads", &both->client);
    }
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    reads("server reads", &both->server);
    reads("client reads", &both->client);
    both_ways(both);
    both_free(both);

    printf("not without leave\n");
    both = both_12(0, 1);
    mbedtls_ssl_conf_renegotiation_period(&both->client.conf, four);
    both_setup(both);
    both_connect(both);
    for (i = 0; i < 6; i++) {
        both_transfer(both, &both->client, "x", 1);
    }
    both_ways(both);
    both_free(both);
}

static int verified;

static int on_verify(void *context, mbedtls_x509_crt *crt, int depth,
                     uint32_t *flags)
{
    (void) crt;
    verified++;
    printf("    %s: depth %d flags 0x%x\n", (const char *) context, depth,
           (unsigned) *flags);
    return 0;
}

/* Both sides show certificates, each time. */
static void certificates(void)
{
    struct both *both = both_12(1, 1);

    printf("certificates of both ends\n");
    both_client_cert(both, "client");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    mbedtls_ssl_conf_verify(&both->client.conf, on_verify, (void *) "client");
    mbedtls_ssl_conf_verify(&both->server.conf, on_verify, (void *) "server");
    both_setup(both);
    both_connect(both);
    facts(both);
    client_renegotiates(both);
    facts(both);
    both_ways(both);
    both_free(both);
}

static int hellos;
static struct pair other;

/* The second ClientHello is answered with another certificate. */
static int on_hello(mbedtls_ssl_context *ssl)
{
    return ++hellos == 2 ?
           mbedtls_ssl_set_hs_own_cert(ssl, &other.crt, &other.key) : 0;
}

/* Somebody else at the other end. */
static void another_certificate(void)
{
    struct both *both = both_12(1, 1);

    printf("another certificate\n");
    pair_load(&other, folder, "p384", &both->random);
    mbedtls_ssl_conf_cert_cb(&both->server.conf, on_hello);
    both_setup(both);
    both_connect(both);
    client_renegotiates(both);
    reads("server reads", &both->server);
    both_free(both);
    pair_free(&other);
}

/* A server that wants to know who is there once the client asks for more. */
static void the_client_shows_itself_later(void)
{
    struct both *both = both_12(1, 1);

    printf("the client shows itself later\n");
    both_client_cert(both, "client");
    both_setup(both);
    both_connect(both);
    facts(both);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    client_renegotiates(both);
    facts(both);
    both_ways(both);
    both_free(both);

    printf("a client that has nothing to show\n");
    both = both_12(1, 1);
    both_setup(both);
    both_connect(both);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    client_renegotiates(both);
    both_free(both);
}

/* Peers that know of RFC 5746, where those that do not are not wanted. */
static void legacy(int mode)
{
    struct both *both = both_12(1, 1);

    printf("mode %d for legacy peers\n", mode);
    mbedtls_ssl_conf_legacy_renegotiation(&both->client.conf, mode);
    mbedtls_ssl_conf_legacy_renegotiation(&both->server.conf, mode);
    both_setup(both);
    both_connect(both);
    client_renegotiates(both);
    both_ways(both);
    both_free(both);
}

/* TLS 1.3 has nothing of all this. */
static void in_tls13(int server_asks)
{
    struct both *both = both_new(folder, "p256");

    printf("TLS 1.3, the %s asks\n", server_asks ? "server" : "client");
    mbedtls_ssl_conf_renegotiation(&both->client.conf,
                                   MBEDTLS_SSL_RENEGOTIATION_ENABLED);
    mbedtls_ssl_conf_renegotiation(&both->server.conf,
                                   MBEDTLS_SSL_RENEGOTIATION_ENABLED);
    both_setup(both);
    both_connect(both);
    if (server_asks) {
        renegotiates("server", &both->server);
        reads("client reads", &both->client);
        reads("server reads", &both->server);
    } else {
        renegotiates("client", &both->client);
        renegotiates("client again", &both->client);
        reads("server reads", &both->server);
        reads("client reads", &both->client);
    }
    both_free(both);
}

/* Ends of connections. */
static void ends(void)
{
    struct both *both = both_12(1, 1);

    printf("close_notify in the middle\n");
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    told("client closes", &both->client,
         mbedtls_ssl_close_notify(&both->client.ssl));
    client_renegotiates(both);
    both_ways(both);
    printf("close_notify crosses\n");
    told("server closes", &both->server,
         mbedtls_ssl_close_notify(&both->server.ssl));
    renegotiates("client", &both->client);
    both_free(both);

    printf("the end of the stream in the middle\n");
    both = both_12(1, 1);
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    both->to_client.closed = 1;
    renegotiates("client", &both->client);
    both_free(both);

    printf("reset in the middle\n");
    both = both_12(1, 1);
    both_setup(both);
    both_connect(both);
    renegotiates("client", &both->client);
    reads("server reads", &both->server);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    renegotiates("client", &both->client);
    both_connect(both);
    facts(both);
    client_renegotiates(both);
    both_ways(both);
    both_free(both);
}

/* Through a transport that delivers as it likes. */
static void cut(enum cut cut)
{
    struct both *both = both_12(1, 1);
    unsigned char data[16];
    int i;

    printf("cut %d\n", (int) cut);
    both->to_client.cut = both->to_server.cut = cut;
    both_setup(both);
    both_connect(both);
    client_renegotiates(both);
    both_ways(both);
    for (i = 0; i < 100000; i++) {
        int ret = mbedtls_ssl_renegotiate(&both->server.ssl);

        if (!waits(ret)) {
            must("server asks", ret);
            break;
        }
    }
    for (i = 0; i < 3000; i++) {
        int client = mbedtls_ssl_read(&both->client.ssl, data, 16);
        int server = mbedtls_ssl_read(&both->server.ssl, data, 16);

        check("nothing but waiting", waits(client) && waits(server));
    }
    printf("  states %d %d\n", state_of(&both->client),
           state_of(&both->server));
    both_ways(both);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    before_the_handshake();
    the_client_asks();
    the_client_goes_on_otherwise();
    the_server_asks();
    who_refuses();
    data_under_way();
    enforced(0);
    enforced(2);
    enforced(16);
    enforced(-1);
    periods();
    certificates();
    another_certificate();
    the_client_shows_itself_later();
    legacy(MBEDTLS_SSL_LEGACY_NO_RENEGOTIATION);
    legacy(MBEDTLS_SSL_LEGACY_ALLOW_RENEGOTIATION);
    legacy(MBEDTLS_SSL_LEGACY_BREAK_HANDSHAKE);
    in_tls13(0);
    in_tls13(1);
    ends();
    cut(CUT_DRIP);
    cut(CUT_RANDOM);
    printf("verified %d\n", verified);
    return 0;
}
