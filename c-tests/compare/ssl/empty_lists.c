/*
 * Lists of signature algorithms and groups that name nothing, or nothing that
 * a library knows: what the end that has them says.
 */
#include "support/support.h"

#include <stdio.h>

static const char *folder;

/* The versions that both ends allow. */
static mbedtls_ssl_protocol_version least, most;
/* The server asks for a certificate. */
static int mutual;

/* One handshake; `side` is the end whose lists are bad. */
static void attempt(const char *what, int side, const uint16_t *sig_algs,
                    const uint16_t *groups)
{
    struct both *both = both_new(folder, "p256");
    struct end *ends[2];
    int i, client, server;

    ends[0] = &both->client;
    ends[1] = &both->server;
    for (i = 0; i < 2; i++) {
        mbedtls_ssl_conf_min_tls_version(&ends[i]->conf, least);
        mbedtls_ssl_conf_max_tls_version(&ends[i]->conf, most);
    }
    if (mutual) {
        mbedtls_ssl_conf_authmode(&both->server.conf,
                                  MBEDTLS_SSL_VERIFY_REQUIRED);
        both_client_cert(both, "client-rsa");
    }
    if (sig_algs != NULL) {
        mbedtls_ssl_conf_sig_algs(&ends[side]->conf, sig_algs);
    }
    if (groups != NULL) {
        mbedtls_ssl_conf_groups(&ends[side]->conf, groups);
    }
    both_setup(both);
    both_handshake(both, &client, &server);
    printf("  %s: -0x%04x\n", what, (unsigned) -(side ? server : client));
    both_free(both);
}

int main(int argc, char **argv)
{
    static const uint16_t none[] = { 0 };
    static const uint16_t unknown[] = { 0xfefe, 0xfdfd, 0 };
    static const struct {
        const char *name;
        mbedtls_ssl_protocol_version least, most;
    } versions[] = {
        { "1.2", MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_SSL_VERSION_TLS1_2 },
        { "1.3", MBEDTLS_SSL_VERSION_TLS1_3, MBEDTLS_SSL_VERSION_TLS1_3 },
        { "both", MBEDTLS_SSL_VERSION_TLS1_2, MBEDTLS_SSL_VERSION_TLS1_3 }
    };
    static const char *const sides[] = { "client", "server" };
    size_t i;
    int side;

    folder = argc > 1 ? argv[1] : ".";
    for (i = 0; i < sizeof(versions) / sizeof(versions[0]); i++) {
        least = versions[i].least;
        most = versions[i].most;
        for (side = 0; side < 2; side++) {
            for (mutual = 0; mutual < 2; mutual++) {
                printf("%s, %s%s\n", versions[i].name, sides[side],
                       mutual ? ", client authentication" : "");
                attempt("no signature algorithm", side, none, NULL);
                attempt("unknown ones", side, unknown, NULL);
                attempt("no group", side, NULL, none);
                attempt("unknown groups", side, NULL, unknown);
            }
        }
    }
    return 0;
}
