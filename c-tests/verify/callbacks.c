/*
 * Verify callbacks in a handshake: of the configuration and of the
 * connection, what they see and what they may change.
 */
#include "support/support.h"

#include <stdio.h>

struct view {
    const char *name;
    uint32_t clear;     /* flags to take away */
    uint32_t set;       /* flags to add at depth 0 */
    int ret;            /* what to return at depth 0 */
};

static int see(void *context, mbedtls_x509_crt *crt, int depth,
               uint32_t *flags)
{
    struct view *view = context;
    char subject[256];

    check("the subject can be printed",
          mbedtls_x509_dn_gets(subject, sizeof(subject), &crt->subject) > 0);
    printf("  %s: depth %d, %s, flags=0x%x\n", view->name, depth, subject,
           (unsigned) *flags);
    *flags &= ~view->clear;
    if (depth == 0) {
        *flags |= view->set;
        return view->ret;
    }
    return 0;
}

static void play(const char *what, const char *folder, const char *crt,
                 struct view *config, struct view *connection, int authmode)
{
    struct both *both = both_new(folder, crt);
    int client, server;

    printf("%s\n", what);
    mbedtls_ssl_conf_authmode(&both->client.conf, authmode);
    if (config != NULL) {
        mbedtls_ssl_conf_verify(&both->client.conf, see, config);
    }
    both_setup(both);
    if (connection != NULL) {
        mbedtls_ssl_set_verify(&both->client.ssl, see, connection);
    }
    both_handshake(both, &client, &server);
    printf("  client: -0x%04x flags=0x%x\n", (unsigned) -client,
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl));
    both_free(both);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);
    const int required = MBEDTLS_SSL_VERIFY_REQUIRED;
    struct view config = { "config", 0, 0, 0 };
    struct view connection = { "connection", 0, 0, 0 };
    struct view forgiving = { "forgiving", 0xffffffff, 0, 0 };
    struct view strict = { "strict", 0, MBEDTLS_X509_BADCERT_OTHER, 0 };
    struct view failing = { "failing", 0, 0, MBEDTLS_ERR_X509_FATAL_ERROR };
    struct view own_error = { "own error", 0, 0, -0x1234 };

    play("of the configuration", folder, "p256", &config, NULL, required);
    play("of the connection", folder, "p256", NULL, &connection, required);
    play("of both", folder, "p256", &config, &connection, required);
    play("a chain", folder, "chain", &config, NULL, required);
    play("expired", folder, "expired", &config, NULL, required);
    play("expired and forgiven", folder, "expired", &forgiving, NULL,
         required);
    play("unknown and forgiven", folder, "unknown-ca", &forgiving, NULL,
         required);
    play("wrong name and usage, forgiven", folder, "expired-wrong-name",
         &forgiving, NULL, required);
    play("good and refused", folder, "p256", &strict, NULL, required);
    play("good and refused, optional", folder, "p256", &strict, NULL,
         MBEDTLS_SSL_VERIFY_OPTIONAL);
    play("a callback that fails", folder, "p256", &failing, NULL, required);
    play("a callback that fails its own way", folder, "p256", &own_error,
         NULL, required);
    play("a callback that fails, optional", folder, "p256", &failing, NULL,
         MBEDTLS_SSL_VERIFY_OPTIONAL);
    return 0;
}
