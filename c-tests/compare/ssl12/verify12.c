/*
 * Certificates in handshakes of TLS 1.2: what each mode makes of bad ones at
 * either end, callbacks, names, curves, and a client that has none.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static const char *const names[] = {
    "p256", "p384", "p521", "rsa2048", "chain", "no-san", "expired", "future",
    "wrong-name", "unknown-ca", "bad-signature", "expired-wrong-name"
};
static const int modes[] = { MBEDTLS_SSL_VERIFY_NONE,
                             MBEDTLS_SSL_VERIFY_OPTIONAL,
                             MBEDTLS_SSL_VERIFY_REQUIRED };

static struct both *both_new12(const char *cert)
{
    struct both *both = both_new(folder, cert);

    mbedtls_ssl_conf_min_tls_version(&both->client.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_max_tls_version(&both->client.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_min_tls_version(&both->server.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_2);
    mbedtls_ssl_conf_max_tls_version(&both->server.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_2);
    return both;
}

/* The alerts that were sent in the clear, which only their receiver sees. */
static char alerts[64];

static int watching_send(void *context, const unsigned char *data, size_t len)
{
    int sent = end_send(context, data, len);
    size_t at = 0;

    while (sent > 0 && at + 7 <= (size_t) sent) {
        size_t length = ((size_t) data[at + 3] << 8) + data[at + 4];

        if (data[at] == 21 && length == 2)
            snprintf(alerts + strlen(alerts), sizeof(alerts) - strlen(alerts),
                     " alert %d %d", data[at + 5], data[at + 6]);
        at += 5 + length;
    }
    return sent;
}

static void finish(struct both *both)
{
    int client, server;

    alerts[0] = '\0';
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, watching_send,
                        end_recv, NULL);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, watching_send,
                        end_recv, NULL);
    both_handshake(both, &client, &server);
    printf("  client: -0x%04x flags 0x%x server: -0x%04x flags 0x%x%s\n",
           (unsigned) -client,
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl),
           (unsigned) -server,
           (unsigned) mbedtls_ssl_get_verify_result(&both->server.ssl),
           alerts);
    if (client == 0 && server == 0) {
        printf("  client knows %s, server knows %s\n",
               mbedtls_ssl_get_peer_cert(&both->client.ssl) ? "it" : "none",
               mbedtls_ssl_get_peer_cert(&both->server.ssl) ? "it" : "none");
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
    both_free(both);
}

static void of_servers(void)
{
    size_t i, j;

    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        for (j = 0; j < 3; j++) {
            struct both *both = both_new12(names[i]);

            printf("server has %s, mode %d\n", names[i], modes[j]);
            mbedtls_ssl_conf_authmode(&both->client.conf, modes[j]);
            both_setup(both);
            finish(both);
        }
}

static void of_clients(void)
{
    static const char *const others[] = { "wrong-usage", "wrong-purpose" };
    size_t i, j;

    for (i = 0; i < sizeof(names) / sizeof(names[0]) + 3; i++)
        for (j = 0; j < 3; j++) {
            size_t count = sizeof(names) / sizeof(names[0]);
            const char *name = i < count ? names[i]
                : i < count + 2 ? others[i - count] : NULL;
            struct both *both = both_new12("p256");

            printf("client has %s, mode %d\n", name ? name : "none",
                   modes[j]);
            mbedtls_ssl_conf_authmode(&both->server.conf, modes[j]);
            if (name != NULL)
                both_client_cert(both, name);
            both_setup(both);
            finish(both);
        }
}

static int seen;

static int verify(void *context, mbedtls_x509_crt *crt, int depth,
                  uint32_t *flags)
{
    const int *answer = context;

    (void) crt;
    printf("  depth %d flags 0x%x\n", depth, (unsigned) *flags);
    seen++;
    if (*answer == 1)
        *flags = 0;
    if (*answer == 2)
        *flags |= MBEDTLS_X509_BADCERT_OTHER;
    return *answer < 0 ? *answer : 0;
}

static void callbacks(void)
{
    static const int answers[] = { 0, 1, 2, -0x4711 };
    static int answer;
    size_t i;

    for (i = 0; i < 4; i++) {
        struct both *both = both_new12("expired");

        answer = answers[i];
        printf("a callback that answers %d\n", answer);
        mbedtls_ssl_conf_verify(&both->client.conf, verify, &answer);
        both_setup(both);
        finish(both);
    }
    printf("that of the connection\n");
    {
        struct both *both = both_new12("p256");
        static int refuse = -1;

        answer = 0;
        mbedtls_ssl_conf_verify(&both->client.conf, verify, &refuse);
        both_setup(both);
        mbedtls_ssl_set_verify(&both->client.ssl, verify, &answer);
        finish(both);
    }
}

static void curves(void)
{
    static const uint16_t groups[] = { MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1,
                                       0 };
    static const uint16_t both_groups[] = {
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1,
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP256R1, 0
    };
    struct both *both;
    size_t j;

    for (j = 0; j < 3; j++) {
        both = both_new12("p384");
        printf("a client's curve that the server does not take, mode %d\n",
               modes[j]);
        both_client_cert(both, "p256");
        mbedtls_ssl_conf_groups(&both->server.conf, groups);
        mbedtls_ssl_conf_authmode(&both->server.conf, modes[j]);
        both_setup(both);
        finish(both);
    }
    both = both_new12("p256");
    printf("a server's curve that the client takes\n");
    mbedtls_ssl_conf_groups(&both->client.conf, both_groups);
    both_setup(both);
    finish(both);
    both = both_new12("p256");
    printf("a server's curve that the client does not take\n");
    mbedtls_ssl_conf_groups(&both->client.conf, groups);
    both_setup(both);
    finish(both);
}

static int set_mode(void *context, mbedtls_ssl_context *ssl,
                    const unsigned char *name, size_t len)
{
    const int *mode = context;

    printf("  asked for %.*s\n", (int) len, (const char *) name);
    if (*mode < 0)
        return *mode;
    mbedtls_ssl_set_hs_authmode(ssl, *mode);
    return 0;
}

static void server_names(void)
{
    static const int answers[] = { MBEDTLS_SSL_VERIFY_NONE,
                                   MBEDTLS_SSL_VERIFY_OPTIONAL,
                                   MBEDTLS_SSL_VERIFY_REQUIRED, -1 };
    static int answer;
    size_t i;

    for (i = 0; i < 4; i++) {
        struct both *both = both_new12("p256");

        answer = answers[i];
        printf("a name callback that answers %d\n", answer);
        mbedtls_ssl_conf_sni(&both->server.conf, set_mode, &answer);
        both_setup(both);
        finish(both);
    }
}

static void no_trust(void)
{
    struct both *both;
    size_t j;

    for (j = 0; j < 3; j++) {
        both = both_new12("p256");
        printf("nobody is trusted, mode %d\n", modes[j]);
        mbedtls_ssl_conf_ca_chain(&both->client.conf, NULL, NULL);
        mbedtls_ssl_conf_authmode(&both->client.conf, modes[j]);
        both_setup(both);
        finish(both);
    }
    both = both_new12("p256");
    printf("no name\n");
    both_setup(both);
    must("hostname", mbedtls_ssl_set_hostname(&both->client.ssl, NULL));
    finish(both);
    both = both_new12("p256");
    printf("another name\n");
    both_setup(both);
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "other.example"));
    finish(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    of_servers();
    of_clients();
    callbacks();
    curves();
    server_names();
    no_trust();
    return 0;
}
