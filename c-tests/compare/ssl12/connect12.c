/*
 * Connections of TLS 1.2: every suite that both libraries have, what the
 * getters tell then, the callback for secrets, keying material; versions at
 * both ends; what a server asks of its client's certificate.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_ciphersuites.h>

static const char *folder;
static const unsigned char psk[16] = "0123456789abcde";

/* What a callback for secrets was told. */
struct secret {
    int calls;
    int type;
    int prf;
    size_t len;
    unsigned char bytes[64];
    unsigned char client_random[32];
    unsigned char server_random[32];
};

static void keep_secret(void *context, mbedtls_ssl_key_export_type type,
                        const unsigned char *secret, size_t len,
                        const unsigned char client_random[32],
                        const unsigned char server_random[32],
                        mbedtls_tls_prf_types prf)
{
    struct secret *kept = context;

    kept->calls++;
    kept->type = (int) type;
    kept->prf = (int) prf;
    kept->len = len;
    check("the secret fits", len <= sizeof(kept->bytes));
    memcpy(kept->bytes, secret, len);
    memcpy(kept->client_random, client_random, 32);
    memcpy(kept->server_random, server_random, 32);
}

static void print_end(const struct end *end)
{
    const mbedtls_ssl_context *ssl = &end->ssl;

    printf("  %s: %s 0x%04x suite %s id 0x%04x expansion %d out %d in %d "
           "flags 0x%x peer %s\n",
           end->name, mbedtls_ssl_get_version(ssl),
           (unsigned) mbedtls_ssl_get_version_number(ssl),
           mbedtls_ssl_get_ciphersuite(ssl),
           (unsigned) mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl),
           mbedtls_ssl_get_record_expansion(ssl),
           mbedtls_ssl_get_max_out_record_payload(ssl),
           mbedtls_ssl_get_max_in_record_payload(ssl),
           (unsigned) mbedtls_ssl_get_verify_result(ssl),
           mbedtls_ssl_get_peer_cert(ssl) != NULL ? "shown" : "unknown");
}

static void restrict_versions(struct both *both, int client_min,
                              int client_max, int server_min, int server_max)
{
    mbedtls_ssl_conf_min_tls_version(
        &both->client.conf, (mbedtls_ssl_protocol_version) client_min);
    mbedtls_ssl_conf_max_tls_version(
        &both->client.conf, (mbedtls_ssl_protocol_version) client_max);
    mbedtls_ssl_conf_min_tls_version(
        &both->server.conf, (mbedtls_ssl_protocol_version) server_min);
    mbedtls_ssl_conf_max_tls_version(
        &both->server.conf, (mbedtls_ssl_protocol_version) server_max);
}

static struct both *both_new12(const char *cert)
{
    struct both *both = both_new(folder, cert);

    restrict_versions(both, 0x0303, 0x0303, 0x0303, 0x0303);
    return both;
}

/* Both ends' keying material, and how the two asked for relate. */
static void exporters(struct both *both)
{
    static const unsigned char context[] = "context";
    unsigned char mine[64], theirs[64], other[64];
    int ret;

    ret = mbedtls_ssl_export_keying_material(
        &both->client.ssl, mine, sizeof(mine), "EXPERIMENTAL label", 18,
        context, 7, 1);
    show("  client exports", ret);
    ret = mbedtls_ssl_export_keying_material(
        &both->server.ssl, theirs, sizeof(theirs), "EXPERIMENTAL label", 18,
        context, 7, 1);
    show("  server exports", ret);
    check("the same", memcmp(mine, theirs, sizeof(mine)) == 0);
    must("without", mbedtls_ssl_export_keying_material(
             &both->client.ssl, mine, sizeof(mine), "EXPERIMENTAL label", 18,
             NULL, 0, 0));
    must("without", mbedtls_ssl_export_keying_material(
             &both->server.ssl, theirs, sizeof(theirs), "EXPERIMENTAL label",
             18, NULL, 0, 0));
    check("the same", memcmp(mine, theirs, sizeof(mine)) == 0);
    must("empty", mbedtls_ssl_export_keying_material(
             &both->client.ssl, other, sizeof(other), "EXPERIMENTAL label",
             18, context, 0, 1));
    printf("  an empty context is %s\n",
           memcmp(mine, other, sizeof(mine)) == 0 ? "none" : "one");
    show("  a long context", mbedtls_ssl_export_keying_material(
             &both->client.ssl, other, sizeof(other), "EXPERIMENTAL label",
             18, both->to_client.data, 65535, 1));
    show("  a context too long", mbedtls_ssl_export_keying_material(
             &both->client.ssl, other, sizeof(other), "EXPERIMENTAL label",
             18, both->to_client.data, 65536, 1));
    show("  one that is not used", mbedtls_ssl_export_keying_material(
             &both->client.ssl, other, sizeof(other), "EXPERIMENTAL label",
             18, both->to_client.data, 65536, 0));
}

/*
 * The secret gives what the connection exports: the pseudorandom function of
 * RFC 5705 by the program's own hand.
 */
static void by_hand(struct both *both, const struct secret *secret)
{
    unsigned char randoms[64], mine[40], theirs[40];

    memcpy(randoms, secret->client_random, 32);
    memcpy(randoms + 32, secret->server_random, 32);
    must("prf", mbedtls_ssl_tls_prf((mbedtls_tls_prf_types) secret->prf,
                                    secret->bytes, secret->len, "by hand",
                                    randoms, 64, mine, sizeof(mine)));
    must("export", mbedtls_ssl_export_keying_material(
             &both->server.ssl, theirs, sizeof(theirs), "by hand", 7, NULL, 0,
             0));
    printf("  keying material with %s is %s\n",
           mbedtls_ssl_get_ciphersuite(&both->server.ssl),
           memcmp(mine, theirs, 40) == 0 ? "that of RFC 5705" : "another");
}

static void connect_with(int id, const char *cert)
{
    const mbedtls_ssl_ciphersuite_t *suite =
        mbedtls_ssl_ciphersuite_from_id(id);
    struct secret of_client, of_server;
    struct both *both = both_new12(cert);
    int list[2];

    list[0] = id;
    list[1] = 0;
    printf("%s\n", mbedtls_ssl_ciphersuite_get_name(suite));
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, list);
    mbedtls_ssl_conf_ciphersuites(&both->server.conf, list);
    must("psk", mbedtls_ssl_conf_psk(&both->client.conf, psk, sizeof(psk),
                                     (const unsigned char *) "me", 2));
    must("psk", mbedtls_ssl_conf_psk(&both->server.conf, psk, sizeof(psk),
                                     (const unsigned char *) "me", 2));
    memset(&of_client, 0, sizeof(of_client));
    memset(&of_server, 0, sizeof(of_server));
    both_setup(both);
    mbedtls_ssl_set_export_keys_cb(&both->client.ssl, keep_secret, &of_client);
    mbedtls_ssl_set_export_keys_cb(&both->server.ssl, keep_secret, &of_server);
    both_connect(both);
    print_end(&both->client);
    print_end(&both->server);
    printf("  secrets: %d of type %d, %u bytes, prf %d; %d of type %d\n",
           of_client.calls, of_client.type, (unsigned) of_client.len,
           of_client.prf, of_server.calls, of_server.type);
    of_server.calls = of_client.calls;
    check("both ends tell the same",
          memcmp(&of_client, &of_server, sizeof(of_client)) == 0);
    exporters(both);
    by_hand(both, &of_client);
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
    both_free(both);
}

static void suites(void)
{
    static const int ecdsa[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CCM_8,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CCM_8,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA384,
        MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_PSK_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_PSK_WITH_AES_128_CCM,
        MBEDTLS_TLS_PSK_WITH_AES_256_CCM,
        MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8,
        MBEDTLS_TLS_PSK_WITH_AES_256_CCM_8
    };
    static const int rsa[] = {
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA256,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA384
    };
    size_t i;

    for (i = 0; i < sizeof(ecdsa) / sizeof(ecdsa[0]); i++)
        connect_with(ecdsa[i], "p256");
    for (i = 0; i < sizeof(rsa) / sizeof(rsa[0]); i++)
        connect_with(rsa[i], "rsa2048");
}

static void finish(struct both *both)
{
    int client, server;

    both_setup(both);
    both_handshake(both, &client, &server);
    printf("  client: -0x%04x server: -0x%04x\n", (unsigned) -client,
           (unsigned) -server);
    if (client == 0 && server == 0) {
        printf("  %s, %s\n", mbedtls_ssl_get_version(&both->client.ssl),
               mbedtls_ssl_get_version(&both->server.ssl));
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
    both_free(both);
}

static void versions(void)
{
    static const int ranges[3][2] = { { 0x0303, 0x0303 }, { 0x0303, 0x0304 },
                                      { 0x0304, 0x0304 } };
    int i, j;

    for (i = 0; i < 3; i++)
        for (j = 0; j < 3; j++) {
            struct both *both = both_new(folder, "p256");

            printf("client %04x to %04x, server %04x to %04x\n",
                   (unsigned) ranges[i][0], (unsigned) ranges[i][1],
                   (unsigned) ranges[j][0], (unsigned) ranges[j][1]);
            restrict_versions(both, ranges[i][0], ranges[i][1], ranges[j][0],
                              ranges[j][1]);
            finish(both);
        }
    printf("what the defaults negotiate\n");
    {
        struct both *both = both_new(folder, "p256");

        restrict_versions(both, 0x0303, 0x0304, 0x0303, 0x0304);
        finish(both);
    }
}

/* Each switch at one end, at the other, at both. */
static void switches(void)
{
    static const int gcm[] = { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                               0 };
    static const int cbc[] = { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256,
                               0 };
    int who;

    for (who = 1; who < 4; who++) {
        struct both *both = both_new12("p256");

        printf("no extended master secret: %d\n", who);
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, gcm);
        if (who & 1)
            mbedtls_ssl_conf_extended_master_secret(&both->client.conf, 0);
        if (who & 2)
            mbedtls_ssl_conf_extended_master_secret(&both->server.conf, 0);
        finish(both);
    }
    for (who = 1; who < 4; who++) {
        struct both *both = both_new12("p256");

        printf("no encrypt-then-MAC, GCM: %d\n", who);
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, gcm);
        if (who & 1)
            mbedtls_ssl_conf_encrypt_then_mac(&both->client.conf, 0);
        if (who & 2)
            mbedtls_ssl_conf_encrypt_then_mac(&both->server.conf, 0);
        finish(both);
    }
    for (who = 1; who < 4; who++) {
        struct both *both = both_new12("p256");

        printf("no encrypt-then-MAC, CBC: %d\n", who);
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, cbc);
        mbedtls_ssl_conf_ciphersuites(&both->server.conf, cbc);
        if (who & 1)
            mbedtls_ssl_conf_encrypt_then_mac(&both->client.conf, 0);
        if (who & 2)
            mbedtls_ssl_conf_encrypt_then_mac(&both->server.conf, 0);
        finish(both);
    }
    for (who = 0; who < 3; who++) {
        struct both *both = both_new12("p256");

        printf("legacy renegotiation %d\n", who);
        mbedtls_ssl_conf_legacy_renegotiation(&both->client.conf, who);
        mbedtls_ssl_conf_legacy_renegotiation(&both->server.conf, who);
        finish(both);
    }
}

/* Lists of suites that do not go together, and what a server has keys for. */
static void choices(void)
{
    static const int lists[4][3] = {
        { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
          MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, 0 },
        { MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, 0, 0 },
        { MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 0, 0 },
        { MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0, 0 }
    };
    int i, j;

    for (i = 0; i < 4; i++)
        for (j = 0; j < 4; j++) {
            struct both *both = both_new12("p256");

            printf("lists %d and %d\n", i, j);
            mbedtls_ssl_conf_ciphersuites(&both->client.conf, lists[i]);
            mbedtls_ssl_conf_ciphersuites(&both->server.conf, lists[j]);
            finish(both);
        }
}

/* With keys of two kinds the suite decides which certificate is shown. */
static void two_certificates(void)
{
    static const int suites[3][3] = {
        { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0, 0 },
        { MBEDTLS_TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256, 0, 0 },
        { MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
          MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, 0 }
    };
    int i;

    for (i = 0; i < 3; i++) {
        struct both *both = both_new12("p256");
        struct pair rsa;

        printf("two certificates, list %d\n", i);
        pair_load(&rsa, folder, "rsa2048", &both->random);
        must("own_cert", mbedtls_ssl_conf_own_cert(&both->server.conf,
                                                   &rsa.crt, &rsa.key));
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, suites[i]);
        mbedtls_ssl_conf_ciphersuites(&both->server.conf, suites[i]);
        both_setup(both);
        both_connect(both);
        printf("  %s, a key of %u bits\n",
               mbedtls_ssl_get_ciphersuite(&both->client.ssl),
               (unsigned) mbedtls_pk_get_bitlen(
                   &mbedtls_ssl_get_peer_cert(&both->client.ssl)->pk));
        both_free(both);
        pair_free(&rsa);
    }
}

/* How long the CertificateRequest is, which names authorities or does not. */
static void print_request(const struct pipe *pipe)
{
    size_t at = 0, end;

    while (at + 5 <= pipe->end) {
        const unsigned char *record = pipe->data + at;
        size_t len = ((size_t) record[3] << 8) + record[4];

        end = at + 5 + len;
        at += 5;
        while (record[0] == 22 && at + 4 <= end) {
            const unsigned char *message = pipe->data + at;
            size_t body = ((size_t) message[1] << 16) +
                ((size_t) message[2] << 8) + message[3];

            if (message[0] == 13) {
                size_t types = message[4];
                const unsigned char *algorithms = message + 5 + types;
                const unsigned char *names = algorithms + 2 +
                    (algorithms[0] << 8) + algorithms[1];

                printf("  names of %u bytes\n",
                       (unsigned) ((names[0] << 8) + names[1]));
                return;
            }
            at += 4 + body;
        }
        at = end;
    }
    printf("  no request\n");
}

static void requests(void)
{
    static const int gcm[] = { MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                               0 };
    static const char *const names[] = { "none", "list", "no list", "hints",
                                         "hints, no list" };
    int i;

    for (i = 0; i < 5; i++) {
        struct both *both = both_new12("p256");
        mbedtls_x509_crt hints;
        int client, server;

        printf("request: %s\n", names[i]);
        crt_load(&hints, folder, "ca-ec");
        mbedtls_ssl_conf_ciphersuites(&both->client.conf, gcm);
        both_client_cert(both, "p256");
        if (i > 0)
            mbedtls_ssl_conf_authmode(&both->server.conf,
                                      MBEDTLS_SSL_VERIFY_REQUIRED);
        if (i == 2 || i == 4)
            mbedtls_ssl_conf_cert_req_ca_list(
                &both->server.conf, MBEDTLS_SSL_CERT_REQ_CA_LIST_DISABLED);
        if (i > 2)
            mbedtls_ssl_conf_dn_hints(&both->server.conf, &hints);
        both_setup(both);
        /* The client's hello, then the server's flight, which is looked at. */
        client = mbedtls_ssl_handshake(&both->client.ssl);
        server = mbedtls_ssl_handshake(&both->server.ssl);
        check("both wait", waits(client) && waits(server));
        print_request(&both->to_client);
        both_connect(both);
        print_end(&both->server);
        both_free(both);
        mbedtls_x509_crt_free(&hints);
    }
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    suites();
    versions();
    switches();
    choices();
    two_certificates();
    requests();
    return 0;
}
