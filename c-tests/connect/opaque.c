/*
 * Handshakes with certificates whose key the PSA interface holds, at the
 * server and at the client; what their policy must allow; what happens when
 * the key is gone.
 */
#include "support/support.h"

#include <string.h>

#include <psa/crypto.h>

static const char *folder;

/*
 * The key of `pair` as a key of the PSA interface, and in its place a context
 * for that.
 */
static mbedtls_svc_key_id_t into_psa(struct pair *pair, psa_algorithm_t alg,
                                     psa_key_usage_t usage)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t id = 0;
    int permitted;

    must("attributes",
         mbedtls_pk_get_psa_attributes(&pair->key, PSA_KEY_USAGE_SIGN_HASH,
                                       &attributes));
    psa_set_key_usage_flags(&attributes, usage);
    psa_set_key_algorithm(&attributes, alg);
    must("import", mbedtls_pk_import_into_psa(&pair->key, &attributes, &id));
    mbedtls_pk_free(&pair->key);
    mbedtls_pk_init(&pair->key);
    must("setup_opaque", mbedtls_pk_setup_opaque(&pair->key, id));
    permitted = (usage & PSA_KEY_USAGE_SIGN_HASH) != 0 &&
                (alg == PSA_ALG_ECDSA(PSA_ALG_SHA_256) ||
                 alg == PSA_ALG_ECDSA(PSA_ALG_ANY_HASH));
    must("can_do_ext",
         mbedtls_pk_can_do_ext(&pair->key, PSA_ALG_ECDSA(PSA_ALG_SHA_256),
                               PSA_KEY_USAGE_SIGN_HASH) != permitted);
    must("can_do_ext for decryption",
         mbedtls_pk_can_do_ext(&pair->key, PSA_ALG_ECDSA(PSA_ALG_SHA_256),
                               PSA_KEY_USAGE_DECRYPT));
    return id;
}

static struct both *both_ends(const char *server, const char *client)
{
    struct both *both = both_new(folder, server);

    both_client_cert(both, client);
    mbedtls_ssl_conf_authmode(&both->server.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    return both;
}

static void works(const char *server, psa_algorithm_t server_alg,
                  const char *client, psa_algorithm_t client_alg)
{
    struct both *both = both_ends(server, client);
    mbedtls_svc_key_id_t first = into_psa(&both->server_pair, server_alg,
                                          PSA_KEY_USAGE_SIGN_HASH);
    mbedtls_svc_key_id_t second = into_psa(&both->client_pair, client_alg,
                                           PSA_KEY_USAGE_SIGN_HASH);

    both_setup(both);
    both_connect(both);
    check("the client has shown a certificate",
          mbedtls_ssl_get_peer_cert(&both->server.ssl) != NULL);
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
    both_free(both);
    /* They are the application's, contexts or not. */
    must("destroy", (int) psa_destroy_key(first));
    must("destroy", (int) psa_destroy_key(second));
}

/* A policy that does not allow what TLS 1.3 signs with. */
static void refused(const char *name, psa_algorithm_t alg,
                    psa_key_usage_t usage)
{
    struct both *both = both_ends(name, name);
    int client, server;

    (void) into_psa(&both->server_pair, alg, usage);
    both_setup(both);
    both_handshake(both, &client, &server);
    check("the server fails", server < 0 && !waits(server));
    check("the client hears of it",
          client == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    both_free(both);

    both = both_ends(name, name);
    (void) into_psa(&both->client_pair, alg, usage);
    both_setup(both);
    both_handshake(both, &client, &server);
    check("one end fails", server < 0 && !waits(server));
    both_free(both);
}

/* The key is destroyed between two connections of a server, and in one. */
static void destroyed(void)
{
    const psa_algorithm_t alg = PSA_ALG_ECDSA(PSA_ALG_SHA_256);
    struct both *both = both_ends("p256", "client");
    mbedtls_svc_key_id_t id = into_psa(&both->server_pair, alg,
                                       PSA_KEY_USAGE_SIGN_HASH);
    int client, server, i;

    both_setup(both);
    both_connect(both);
    must("destroy", (int) psa_destroy_key(id));
    both_transfer(both, &both->server, "goodbye", 7);
    for (i = 0; i < 2; i++) {
        must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
        must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
        both_clear_pipes(both);
        both_handshake(both, &client, &server);
        check("the server fails", server < 0 && !waits(server));
        check("the client hears of it",
              client == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    }
    both_free(both);

    both = both_ends("p256", "client");
    id = into_psa(&both->server_pair, alg, PSA_KEY_USAGE_SIGN_HASH);
    both_setup(both);
    check("a hello", waits(mbedtls_ssl_handshake(&both->client.ssl)));
    while (both->server.ssl.MBEDTLS_PRIVATE(state) <
           MBEDTLS_SSL_SERVER_CERTIFICATE) {
        int ret = mbedtls_ssl_handshake_step(&both->server.ssl);

        check("a step", ret == 0);
    }
    must("destroy", (int) psa_destroy_key(id));
    both_handshake(both, &client, &server);
    /* Whoever began to sign with it may still have it: never half of it. */
    check("both are well or neither", (client == 0) == (server == 0));
    both_free(both);
}

int main(int argc, char **argv)
{
    const psa_algorithm_t ecdsa = PSA_ALG_ECDSA(PSA_ALG_SHA_256);
    const psa_algorithm_t pss = PSA_ALG_RSA_PSS(PSA_ALG_SHA_256);
    const psa_algorithm_t any_pss = PSA_ALG_RSA_PSS(PSA_ALG_ANY_HASH);

    folder = folder_argument(argc, argv);
    must("psa_crypto_init", (int) psa_crypto_init());
    works("p256", ecdsa, "client", ecdsa);
    works("p256", PSA_ALG_ECDSA(PSA_ALG_ANY_HASH), "client",
          PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_256));
    works("p384", PSA_ALG_ECDSA(PSA_ALG_SHA_384), "client", ecdsa);
    works("rsa2048", pss, "client-rsa", any_pss);
    works("rsa3072", PSA_ALG_RSA_PSS(PSA_ALG_SHA_512), "client", ecdsa);
    refused("p256", PSA_ALG_ECDH, PSA_KEY_USAGE_DERIVE);
    refused("p256", ecdsa, PSA_KEY_USAGE_EXPORT);
    refused("p256", PSA_ALG_ECDSA(PSA_ALG_SHA_384), PSA_KEY_USAGE_SIGN_HASH);
    refused("rsa2048", PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_256),
            PSA_KEY_USAGE_SIGN_HASH);
    destroyed();
    mbedtls_psa_crypto_free();
    return 0;
}
