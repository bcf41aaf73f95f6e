/*
 * Pre-shared keys that the PSA interface holds: for both ends or one, found by
 * a callback; what their policy must allow; what happens when they are gone.
 */
#include "support/support.h"

#include <string.h>

#include <psa/crypto.h>

#define GENERIC_ERROR (-0x0001)

static const char *folder;
static const unsigned char key[32] = "a key that both sides were given";
static const unsigned char identity[] = "somebody";

#define NAME identity, sizeof(identity) - 1

/* What the callback sets, and how often it was asked. */
static mbedtls_svc_key_id_t found;
static int asked;

static int find(void *context, mbedtls_ssl_context *ssl,
                const unsigned char *name, size_t name_len)
{
    (void) context;
    asked++;
    check("the name", name_len == sizeof(identity) - 1 &&
                          memcmp(name, identity, name_len) == 0);
    /* The second call counts. */
    must("set_hs_psk", mbedtls_ssl_set_hs_psk(ssl, identity, 4));
    return mbedtls_ssl_set_hs_psk_opaque(ssl, found);
}

static mbedtls_svc_key_id_t import(psa_key_type_t type, psa_key_usage_t usage,
                                   psa_algorithm_t alg)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t id = 0;

    psa_set_key_type(&attributes, type);
    psa_set_key_usage_flags(&attributes, usage);
    psa_set_key_algorithm(&attributes, alg);
    must("import", (int) psa_import_key(&attributes, key, sizeof(key), &id));
    return id;
}

/* The suite of TLS 1.2, or 0 for TLS 1.3. */
static int suite12;

static void only(struct end *end, mbedtls_ssl_protocol_version version)
{
    mbedtls_ssl_conf_min_tls_version(&end->conf, version);
    mbedtls_ssl_conf_max_tls_version(&end->conf, version);
}

static struct both *new_both(void)
{
    static int one_suite[2];
    struct both *both = both_new(folder, "p256");

    one_suite[0] = suite12 != 0 ? suite12 : MBEDTLS_TLS1_3_AES_128_GCM_SHA256;
    mbedtls_ssl_conf_ciphersuites(&both->client.conf, one_suite);
    if (suite12 != 0) {
        only(&both->client, MBEDTLS_SSL_VERSION_TLS1_2);
        only(&both->server, MBEDTLS_SSL_VERSION_TLS1_2);
    }
    mbedtls_ssl_conf_tls13_key_exchange_modes(
        &both->client.conf, MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL);
    asked = 0;
    return both;
}

/* Connects twice, as the key is read each time. */
static void connect_twice(struct both *both)
{
    int i;

    both_setup(both);
    for (i = 0; i < 2; i++) {
        both_connect(both);
        check("no certificate",
              mbedtls_ssl_get_peer_cert(&both->client.ssl) == NULL);
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
        must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
        must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
        both_clear_pipes(both);
    }
    both_free(both);
}

/* An opaque key at the client, at the server, and in the callback. */
static void works(mbedtls_svc_key_id_t id)
{
    struct both *both = new_both();

    must("client", mbedtls_ssl_conf_psk_opaque(&both->client.conf, id, NAME));
    must("server",
         mbedtls_ssl_conf_psk(&both->server.conf, key, sizeof(key), NAME));
    connect_twice(both);

    both = new_both();
    must("client",
         mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key), NAME));
    must("server", mbedtls_ssl_conf_psk_opaque(&both->server.conf, id, NAME));
    connect_twice(both);

    both = new_both();
    must("client", mbedtls_ssl_conf_psk_opaque(&both->client.conf, id, NAME));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, NULL);
    found = id;
    connect_twice(both);
    check("asked each time", asked == 2);
}

/* Neither end takes a key whose policy is not for this. */
static void refused(mbedtls_svc_key_id_t id)
{
    struct both *both = new_both();
    int client, server;

    must("client", mbedtls_ssl_conf_psk_opaque(&both->client.conf, id, NAME));
    must("server",
         mbedtls_ssl_conf_psk(&both->server.conf, key, sizeof(key), NAME));
    both_setup(both);
    both_handshake(both, &client, &server);
    check("the client fails", client == GENERIC_ERROR);
    check("and stays so", mbedtls_ssl_handshake(&both->client.ssl) ==
                              GENERIC_ERROR);
    check("nothing was sent", both->to_server.moved == 0);
    both_free(both);

    both = new_both();
    must("client",
         mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key), NAME));
    must("server", mbedtls_ssl_conf_psk_opaque(&both->server.conf, id, NAME));
    both_setup(both);
    both_handshake(both, &client, &server);
    check("the server fails", server == GENERIC_ERROR);
    check("the client hears of it",
          client == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    both_free(both);

    both = new_both();
    must("client",
         mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key), NAME));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, NULL);
    found = id;
    both_setup(both);
    both_handshake(both, &client, &server);
    check("the server fails", server == GENERIC_ERROR);
    check("it was asked once", asked == 1);
    both_free(both);
}

/* The key is the application's, and is read when a handshake needs it. */
static void destroyed(psa_algorithm_t alg)
{
    mbedtls_svc_key_id_t id = import(PSA_KEY_TYPE_DERIVE,
                                     PSA_KEY_USAGE_DERIVE, alg);
    struct both *both = new_both();
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    int client, server;

    must("client",
         mbedtls_ssl_conf_psk(&both->client.conf, key, sizeof(key), NAME));
    must("server", mbedtls_ssl_conf_psk_opaque(&both->server.conf, id, NAME));
    both_setup(both);
    both_connect(both);
    must("destroy", (int) psa_destroy_key(id));
    /* What is connected stays so. */
    both_transfer(both, &both->client, "hello", 5);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    both_handshake(both, &client, &server);
    check("the key is gone", server == GENERIC_ERROR);
    both_free(both);
    refused(id);

    /* A configuration that is freed leaves the key alone. */
    id = import(PSA_KEY_TYPE_DERIVE, PSA_KEY_USAGE_DERIVE, alg);
    both = new_both();
    must("server", mbedtls_ssl_conf_psk_opaque(&both->server.conf, id, NAME));
    both_free(both);
    must("still there", (int) psa_get_key_attributes(id, &attributes));
    must("destroy", (int) psa_destroy_key(id));
}

static void arguments(mbedtls_svc_key_id_t id)
{
    static unsigned char name[16385];
    struct both *both = new_both();
    mbedtls_ssl_config *conf = &both->server.conf;
    mbedtls_ssl_context *ssl = &both->server.ssl;
    const int bad = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;

    check("NULL", mbedtls_ssl_conf_psk_opaque(NULL, id, NAME) == bad);
    check("no key", mbedtls_ssl_conf_psk_opaque(conf, 0, NAME) == bad);
    check("no name", mbedtls_ssl_conf_psk_opaque(conf, id, NULL, 4) == bad);
    check("empty", mbedtls_ssl_conf_psk_opaque(conf, id, identity, 0) == bad);
    check("too long", mbedtls_ssl_conf_psk_opaque(conf, id, name,
                                                  sizeof(name)) == bad);
    must("set", mbedtls_ssl_conf_psk_opaque(conf, id, name, 16384));
    check("one only", mbedtls_ssl_conf_psk_opaque(conf, id, NAME) ==
                          MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
    check("one only", mbedtls_ssl_conf_psk(conf, key, sizeof(key), NAME) ==
                          MBEDTLS_ERR_SSL_FEATURE_UNAVAILABLE);
    check("NULL", mbedtls_ssl_set_hs_psk_opaque(NULL, id) == bad);
    check("not set up", mbedtls_ssl_set_hs_psk_opaque(ssl, id) == bad);
    both_setup(both);
    check("no key", mbedtls_ssl_set_hs_psk_opaque(ssl, 0) == bad);
    must("set", mbedtls_ssl_set_hs_psk_opaque(ssl, id));
    both_free(both);
}

int main(int argc, char **argv)
{
    const psa_algorithm_t extract = PSA_ALG_HKDF_EXTRACT(PSA_ALG_SHA_256);
    const psa_algorithm_t any = PSA_ALG_HKDF_EXTRACT(PSA_ALG_ANY_HASH);
    const psa_algorithm_t psk_to_ms = PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_256);
    const psa_key_type_t derive = PSA_KEY_TYPE_DERIVE;

    folder = folder_argument(argc, argv);
    must("psa_crypto_init", (int) psa_crypto_init());
    arguments(import(derive, PSA_KEY_USAGE_DERIVE, extract));
    works(import(derive, PSA_KEY_USAGE_DERIVE, extract));
    works(import(derive, PSA_KEY_USAGE_DERIVE, any));
    works(import(derive, PSA_KEY_USAGE_DERIVE | PSA_KEY_USAGE_EXPORT,
                 psk_to_ms));
    works(import(PSA_KEY_TYPE_RAW_DATA, PSA_KEY_USAGE_EXPORT, PSA_ALG_NONE));
    refused(import(derive, PSA_KEY_USAGE_DERIVE, psk_to_ms));
    refused(import(derive, PSA_KEY_USAGE_COPY, extract));
    refused(import(PSA_KEY_TYPE_HMAC, PSA_KEY_USAGE_SIGN_MESSAGE,
                   PSA_ALG_HMAC(PSA_ALG_SHA_256)));
    destroyed(extract);

    suite12 = MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256;
    arguments(import(derive, PSA_KEY_USAGE_DERIVE, psk_to_ms));
    works(import(derive, PSA_KEY_USAGE_DERIVE, psk_to_ms));
    works(import(derive, PSA_KEY_USAGE_DERIVE,
                 PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_ANY_HASH)));
    works(import(derive, PSA_KEY_USAGE_DERIVE | PSA_KEY_USAGE_EXPORT,
                 extract));
    works(import(PSA_KEY_TYPE_RAW_DATA, PSA_KEY_USAGE_EXPORT, PSA_ALG_NONE));
    refused(import(derive, PSA_KEY_USAGE_DERIVE, extract));
    refused(import(derive, PSA_KEY_USAGE_COPY, psk_to_ms));
    destroyed(psk_to_ms);
    suite12 = MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256;
    works(import(derive, PSA_KEY_USAGE_DERIVE, psk_to_ms));
    suite12 = MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384;
    works(import(derive, PSA_KEY_USAGE_DERIVE,
                 PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_384)));
    mbedtls_psa_crypto_free();
    return 0;
}
