/*
 * Bad certificates in a handshake: what the client, and a server that asks
 * for a certificate, make of them in each mode, and what the peer is told.
 */
#include "support/support.h"

#include <stdio.h>

static const char *const names[] = {
    "p256", "rsa2048", "chain", "no-san", "expired", "future", "wrong-name",
    "unknown-ca", "bad-signature", "expired-wrong-name", "unknown-ca-future",
};

/*
 * Those that a server of 3.6 does not show: what a client makes of them is
 * seen with other libraries' servers.
 */
static const char *const unfit[] = {
    "wrong-usage", "wrong-purpose", "client-only", "wrong-usage-purpose",
};

static void print_flags(mbedtls_ssl_context *ssl)
{
    uint32_t flags = mbedtls_ssl_get_verify_result(ssl);
    char text[1024];

    printf("  flags=0x%x\n", (unsigned) flags);
    if (flags == (uint32_t) -1) {
        return;
    }
    text[0] = '\0';
    check("the text fits",
          mbedtls_x509_crt_verify_info(text, sizeof(text), "  ! ",
                                       flags) >= 0);
    printf("%s", text);
}

static void print_result(const char *who, int ret)
{
    printf("  %s: -0x%04x\n", who, (unsigned) -ret);
}

static void server_certificate(const char *folder, const char *name,
                               int authmode)
{
    struct both *both = both_new(folder, name);
    int client, server;

    mbedtls_ssl_conf_authmode(&both->client.conf, authmode);
    both_setup(both);
    both_handshake(both, &client, &server);
    print_result("client", client);
    print_flags(&both->client.ssl);
    if (client == 0 && server == 0) {
        const mbedtls_x509_crt *peer =
            mbedtls_ssl_get_peer_cert(&both->client.ssl);

        printf("  the certificate is %s\n", peer == NULL ? "gone" : "there");
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
    both_free(both);
}

static void client_certificate(const char *folder, const char *name,
                               int authmode)
{
    struct both *both = both_new(folder, "p256");
    int client, server;

    if (name != NULL) {
        both_client_cert(both, name);
    }
    mbedtls_ssl_conf_authmode(&both->server.conf, authmode);
    both_setup(both);
    both_handshake(both, &client, &server);
    /* The client is done before the server has looked. */
    print_result("client", client);
    print_result("server", server);
    print_flags(&both->server.ssl);
    if (client == 0 && server == 0) {
        const mbedtls_x509_crt *peer =
            mbedtls_ssl_get_peer_cert(&both->server.ssl);

        printf("  the certificate is %s\n", peer == NULL ? "gone" : "there");
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
    both_free(both);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);
    size_t i;

    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        printf("server shows %s, required\n", names[i]);
        server_certificate(folder, names[i], MBEDTLS_SSL_VERIFY_REQUIRED);
        printf("server shows %s, optional\n", names[i]);
        server_certificate(folder, names[i], MBEDTLS_SSL_VERIFY_OPTIONAL);
        printf("server shows %s, none\n", names[i]);
        server_certificate(folder, names[i], MBEDTLS_SSL_VERIFY_NONE);
        printf("client shows %s, required\n", names[i]);
        client_certificate(folder, names[i], MBEDTLS_SSL_VERIFY_REQUIRED);
        printf("client shows %s, optional\n", names[i]);
        client_certificate(folder, names[i], MBEDTLS_SSL_VERIFY_OPTIONAL);
    }
    for (i = 0; i < sizeof(unfit) / sizeof(unfit[0]); i++) {
        printf("client shows %s, required\n", unfit[i]);
        client_certificate(folder, unfit[i], MBEDTLS_SSL_VERIFY_REQUIRED);
        printf("client shows %s, optional\n", unfit[i]);
        client_certificate(folder, unfit[i], MBEDTLS_SSL_VERIFY_OPTIONAL);
    }
    printf("server has nothing but wrong-usage\n");
    server_certificate(folder, "wrong-usage", MBEDTLS_SSL_VERIFY_OPTIONAL);
    printf("client shows nothing, required\n");
    client_certificate(folder, NULL, MBEDTLS_SSL_VERIFY_REQUIRED);
    printf("client shows nothing, optional\n");
    client_certificate(folder, NULL, MBEDTLS_SSL_VERIFY_OPTIONAL);
    printf("client shows nothing, none\n");
    client_certificate(folder, NULL, MBEDTLS_SSL_VERIFY_NONE);
    return 0;
}
