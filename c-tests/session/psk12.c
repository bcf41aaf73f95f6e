/*
 * Pre-shared keys in TLS 1.2: alone and with ECDHE, one for both ends or found
 * by a callback; sessions made with them; what is refused and how.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <mbedtls/ssl_ticket.h>

static const char *folder;
static const unsigned char key[32] = "a key that both sides were given";
static const unsigned char other_key[32] = "a key that was given to somebody";
static const unsigned char identity[] = "somebody";

#define NAME identity, sizeof(identity) - 1

static int asked;
static int found_code;

/* Finds the key of "somebody". */
static int find(void *context, mbedtls_ssl_context *ssl,
                const unsigned char *name, size_t name_len)
{
    asked++;
    check("the callback's argument", context == (void *) key);
    if (name_len != sizeof(identity) - 1 ||
        memcmp(name, identity, name_len) != 0) {
        return found_code;
    }
    return mbedtls_ssl_set_hs_psk(ssl, key, sizeof(key));
}

static struct both *new_both(const int *suites)
{
    struct both *both = both_new(folder, "p256");
    struct end *ends[] = { &both->client, &both->server };
    size_t i;

    for (i = 0; i < 2; i++) {
        mbedtls_ssl_conf_min_tls_version(&ends[i]->conf,
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_max_tls_version(&ends[i]->conf,
                                         MBEDTLS_SSL_VERSION_TLS1_2);
        mbedtls_ssl_conf_ciphersuites(&ends[i]->conf, suites);
    }
    found_code = -1;
    return both;
}

static void give_keys(struct both *both)
{
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                          sizeof(key), NAME));
}

static void tell_end(struct end *end)
{
    printf("  %s: %s %s peer %d flags 0x%x\n", end->name,
           mbedtls_ssl_get_version(&end->ssl),
           mbedtls_ssl_get_ciphersuite(&end->ssl),
           mbedtls_ssl_get_peer_cert(&end->ssl) != NULL,
           (unsigned) mbedtls_ssl_get_verify_result(&end->ssl));
}

static void connect_and_tell(struct both *both, const char *what)
{
    int client, server;

    asked = 0;
    both_handshake(both, &client, &server);
    printf("%s: client -0x%04x server -0x%04x asked %d\n", what,
           (unsigned) -client, (unsigned) -server, asked);
    if (client == 0 && server == 0) {
        tell_end(&both->client);
        tell_end(&both->server);
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
}

static void again(struct both *both)
{
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
}

static const int alone[] = { MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 0 };
static const int ephemeral[] = {
    MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256, 0
};

static void each_suite(void)
{
    static const int table[] = {
        MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_PSK_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_PSK_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_PSK_WITH_AES_128_CCM,
        MBEDTLS_TLS_PSK_WITH_AES_256_CCM,
        MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8,
        MBEDTLS_TLS_PSK_WITH_AES_256_CCM_8,
        MBEDTLS_TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256,
    };
    size_t i;

    for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        int suites[2] = { 0, 0 };
        struct both *both;

        suites[0] = table[i];
        both = new_both(suites);
        give_keys(both);
        both_setup(both);
        connect_and_tell(both, "a key for both");
        both_free(both);

        both = new_both(suites);
        must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                              sizeof(key), NAME));
        mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
        both_setup(both);
        connect_and_tell(both, "found by a callback");
        both_free(both);
    }
}

static void refused(const int *suites, const char *name)
{
    static const int codes[] = { -1, 1, MBEDTLS_ERR_SSL_ALLOC_FAILED };
    struct both *both;
    size_t i;

    printf("== %s\n", name);
    both = new_both(suites);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                          sizeof(key), key, 5));
    both_setup(both);
    connect_and_tell(both, "another name");
    both_free(both);

    both = new_both(suites);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, other_key,
                                          sizeof(other_key), NAME));
    both_setup(both);
    connect_and_tell(both, "another key");
    both_free(both);

    for (i = 0; i < sizeof(codes) / sizeof(codes[0]); i++) {
        both = new_both(suites);
        must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                              sizeof(key), key, 5));
        mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
        found_code = codes[i];
        both_setup(both);
        connect_and_tell(both, "a name that the callback does not know");
        both_free(both);
    }

    both = new_both(suites);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    both_setup(both);
    connect_and_tell(both, "a server without keys");
    both_free(both);

    both = new_both(suites);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                          sizeof(key), NAME));
    both_setup(both);
    connect_and_tell(both, "a client without a key");
    both_free(both);
}

static void lengths(void)
{
    static unsigned char longest[MBEDTLS_PSK_MAX_LEN];
    static unsigned char name[4096];
    struct both *both = new_both(alone);

    memset(longest, 7, sizeof(longest));
    memset(name, 'n', sizeof(name));
    printf("== lengths\n");
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, longest,
                                          sizeof(longest), name,
                                          sizeof(name)));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, longest,
                                          sizeof(longest), name,
                                          sizeof(name)));
    both_setup(both);
    connect_and_tell(both, "the longest key with a long name");
    both_free(both);

    both = new_both(ephemeral);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, longest, 1,
                                          name, 1));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, longest, 1,
                                          name, 1));
    both_setup(both);
    connect_and_tell(both, "a key of one byte");
    both_free(both);
}

/* Certificates and keys, whichever comes first. */
static void mixed(void)
{
    static const int certificate_first[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256, 0
    };
    static const int key_first[] = {
        MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    struct both *both;

    printf("== certificates and keys\n");
    both = new_both(certificate_first);
    give_keys(both);
    both_setup(both);
    connect_and_tell(both, "certificates first");
    both_free(both);

    both = new_both(key_first);
    give_keys(both);
    both_setup(both);
    connect_and_tell(both, "keys first");
    both_free(both);

    both = new_both(key_first);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                          sizeof(key), NAME));
    both_setup(both);
    connect_and_tell(both, "keys first, a client without");
    both_free(both);

    both = new_both(key_first);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    both_setup(both);
    connect_and_tell(both, "keys first, a server without");
    both_free(both);

    /* A client's certificate is not asked for where a key is used. */
    both = new_both(key_first);
    give_keys(both);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_setup(both);
    connect_and_tell(both, "a server that requires certificates");
    both_free(both);
}

static void resumed(const int *suites, int by_ticket)
{
    static mbedtls_ssl_ticket_context keys;
    static mbedtls_ssl_cache_context cache;
    struct both *both = new_both(suites);
    mbedtls_ssl_session session;
    int i;

    printf("== resumed by %s\n", by_ticket ? "ticket" : "identifier");
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_ticket_init(&keys);
    mbedtls_ssl_cache_init(&cache);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
    if (by_ticket) {
        must("ticket_setup", mbedtls_ssl_ticket_setup(
                 &keys, mbedtls_ctr_drbg_random, &both->random.drbg,
                 MBEDTLS_CIPHER_AES_256_GCM, 86400));
        mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                            mbedtls_ssl_ticket_write,
                                            mbedtls_ssl_ticket_parse, &keys);
    } else {
        mbedtls_ssl_conf_session_cache(&both->server.conf, &cache,
                                       mbedtls_ssl_cache_get,
                                       mbedtls_ssl_cache_set);
    }
    both_setup(both);
    connect_and_tell(both, "a first connection");
    must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    for (i = 0; i < 2; i++) {
        again(both);
        must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
        connect_and_tell(both, "again");
    }
    both_free(both);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_ticket_free(&keys);
    mbedtls_ssl_cache_free(&cache);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    each_suite();
    refused(alone, "keys alone");
    refused(ephemeral, "with ECDHE");
    lengths();
    mixed();
    resumed(alone, 0);
    resumed(alone, 1);
    resumed(ephemeral, 0);
    resumed(ephemeral, 1);
    return 0;
}
