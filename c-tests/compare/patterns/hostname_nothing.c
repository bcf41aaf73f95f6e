/*
 * Pattern: mbedtls_ssl_set_hostname with NULL, which takes the name back, and
 * with "", which programs that verify nothing pass.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;
static char asked[64];

/* The name that the client's first message carries. */
static int on_name(void *context, mbedtls_ssl_context *ssl,
                   const unsigned char *name, size_t len)
{
    (void) context;
    (void) ssl;
    snprintf(asked, sizeof(asked), "\"%.*s\"", (int) len, (const char *) name);
    return 0;
}

static void outcome(struct both *both)
{
    int client, server;

    strcpy(asked, "none");
    both_handshake(both, &client, &server);
    show("  client", client);
    printf("  flags 0x%x, the server was asked for %s\n",
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl), asked);
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
    }
}

static struct both *prepared(const char *cert, int authmode)
{
    struct both *both = both_new(folder, cert);

    mbedtls_ssl_conf_sni(&both->server.conf, on_name, NULL);
    mbedtls_ssl_conf_authmode(&both->client.conf, authmode);
    both_setup(both);
    return both;
}

static void name(const char *what, struct both *both, const char *to)
{
    show(what, mbedtls_ssl_set_hostname(&both->client.ssl, to));
}

static void names(const char *cert, int authmode, const char *what)
{
    struct both *both = prepared(cert, authmode);

    printf("%s, verification %s\n", cert, what);
    name("  NULL after a name", both, NULL);
    outcome(both);
    both_free(both);

    both = prepared(cert, authmode);
    name("  empty", both, "");
    outcome(both);
    both_free(both);

    both = prepared(cert, authmode);
    name("  empty", both, "");
    name("  NULL after that", both, NULL);
    outcome(both);
    both_free(both);

    both = prepared(cert, authmode);
    name("  NULL", both, NULL);
    name("  another after that", both, "elsewhere.example");
    outcome(both);
    both_free(both);

    /* One connection after the other, with a name and without. */
    both = prepared(cert, authmode);
    name("  the right one", both, "localhost");
    outcome(both);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    name("  NULL after a reset", both, NULL);
    outcome(both);
    both_free(both);
}

/* A program's own copy may go as soon as it is set. */
static void copied(void)
{
    struct both *both = prepared("p256", MBEDTLS_SSL_VERIFY_REQUIRED);
    char text[16] = "localhost";

    printf("a name overwritten after it was set\n");
    name("  set_hostname", both, text);
    memset(text, 'x', sizeof(text) - 1);
    outcome(both);
    both_free(both);
}

static void lengths(void)
{
    struct both *both = prepared("p256", MBEDTLS_SSL_VERIFY_NONE);
    char text[300];
    size_t len;

    printf("names of every length\n");
    for (len = 253; len < 259; len++) {
        memset(text, 'a', len);
        text[len] = '\0';
        printf("  %u", (unsigned) len);
        name("", both, text);
    }
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        names("p256", MBEDTLS_SSL_VERIFY_REQUIRED, "required");
        names("wrong-name", MBEDTLS_SSL_VERIFY_REQUIRED, "required");
        copied();
        lengths();
    }
    both_version = MBEDTLS_SSL_VERSION_TLS1_2;
    names("wrong-name", MBEDTLS_SSL_VERIFY_OPTIONAL, "optional, TLS 1.2");
    names("p256", MBEDTLS_SSL_VERIFY_NONE, "off, TLS 1.2");
    return 0;
}
