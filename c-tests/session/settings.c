/*
 * What the functions for pre-shared keys, sessions, tickets and the cache
 * answer to every kind of argument, and when.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>

static const char *folder;

/* The order of the default suites is each library's own. */
static const int one_suite[] = { MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0 };
static const unsigned char key[64] = "0123456789abcdef0123456789abcdef"
    "0123456789abcdef0123456789abcde";
static const unsigned char identity[] = "somebody";

static void psks(void)
{
    mbedtls_ssl_config conf;
    struct both *both;

    printf("conf_psk\n");
    mbedtls_ssl_config_init(&conf);
    must("defaults", mbedtls_ssl_config_defaults(
             &conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
             MBEDTLS_SSL_PRESET_DEFAULT));
    show("  no key", mbedtls_ssl_conf_psk(&conf, NULL, 16, identity, 8));
    show("  a key of no bytes",
         mbedtls_ssl_conf_psk(&conf, key, 0, identity, 8));
    show("  a key too long",
         mbedtls_ssl_conf_psk(&conf, key, MBEDTLS_PSK_MAX_LEN + 1, identity,
                              8));
    show("  no name", mbedtls_ssl_conf_psk(&conf, key, 16, NULL, 8));
    show("  a name of no bytes",
         mbedtls_ssl_conf_psk(&conf, key, 16, identity, 0));
    show("  the longest key",
         mbedtls_ssl_conf_psk(&conf, key, MBEDTLS_PSK_MAX_LEN, identity, 8));
    show("  another key", mbedtls_ssl_conf_psk(&conf, key, 16, identity, 8));
    mbedtls_ssl_config_free(&conf);

    printf("set_hs_psk\n");
    both = both_new(folder, "p256");
    both_setup(both);
    show("  no key", mbedtls_ssl_set_hs_psk(&both->server.ssl, NULL, 16));
    show("  a key too long",
         mbedtls_ssl_set_hs_psk(&both->server.ssl, key,
                                MBEDTLS_PSK_MAX_LEN + 1));
    show("  a key", mbedtls_ssl_set_hs_psk(&both->server.ssl, key, 16));
    show("  another key", mbedtls_ssl_set_hs_psk(&both->server.ssl, key, 32));
    both_connect(both);
    both_transfer(both, &both->client, "hello", 5);
    both_free(both);
}

static void moments(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_session session, other;
    unsigned char buf[8];
    size_t olen = 99;
    mbedtls_ms_time_t when = 99;

    mbedtls_ssl_conf_ciphersuites(&both->client.conf, one_suite);
    printf("sessions\n");
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_session_init(&other);
    show("  save an empty one",
         mbedtls_ssl_session_save(&session, buf, sizeof(buf), &olen));
    show("  save nothing",
         mbedtls_ssl_session_save(NULL, buf, sizeof(buf), &olen));
    show("  load no bytes", mbedtls_ssl_session_load(&session, buf, 0));
    show("  load nothing", mbedtls_ssl_session_load(NULL, buf, 0));
    show("  created", mbedtls_ssl_session_get_ticket_creation_time(&session,
                                                                   &when));
    show("  created, of nothing",
         mbedtls_ssl_session_get_ticket_creation_time(NULL, &when));
    printf("  id of %u bytes, suite %d\n",
           (unsigned) mbedtls_ssl_session_get_id_len(&session),
           mbedtls_ssl_session_get_ciphersuite_id(&session));
    show("  get before setup", mbedtls_ssl_get_session(&both->client.ssl,
                                                       &session));
    show("  set before setup", mbedtls_ssl_set_session(&both->client.ssl,
                                                       &session));
    both_setup(both);
    show("  get before the handshake",
         mbedtls_ssl_get_session(&both->client.ssl, &session));
    show("  set nothing", mbedtls_ssl_set_session(&both->client.ssl, NULL));
    show("  set at a server",
         mbedtls_ssl_set_session(&both->server.ssl, &session));
    both_connect(both);
    show("  get from a server",
         mbedtls_ssl_get_session(&both->server.ssl, &session));
    show("  get into nothing",
         mbedtls_ssl_get_session(&both->client.ssl, NULL));
    show("  get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    show("  get again", mbedtls_ssl_get_session(&both->client.ssl, &other));
    printf("  version 0x%x suite 0x%x id of %u bytes endpoint %d\n",
           (unsigned) session.MBEDTLS_PRIVATE(tls_version),
           (unsigned) mbedtls_ssl_session_get_ciphersuite_id(&session),
           (unsigned) mbedtls_ssl_session_get_id_len(&session),
           session.MBEDTLS_PRIVATE(endpoint));
    printf("  %s, %s\n", session.MBEDTLS_PRIVATE(peer_cert) ?
           "a certificate" : "no certificate",
           session.MBEDTLS_PRIVATE(ticket) ? "a ticket" : "no ticket");
    show("  set after the handshake",
         mbedtls_ssl_set_session(&both->client.ssl, &session));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    show("  set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    show("  set again", mbedtls_ssl_set_session(&both->client.ssl, &session));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    show("  set after a reset",
         mbedtls_ssl_set_session(&both->client.ssl, &session));
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    session.MBEDTLS_PRIVATE(ciphersuite) = 0x1234;
    show("  set with a suite that there is not",
         mbedtls_ssl_set_session(&both->client.ssl, &session));
    /* Without a ticket there is nothing to resume. */
    session.MBEDTLS_PRIVATE(ciphersuite) = MBEDTLS_TLS1_3_AES_128_GCM_SHA256;
    show("  set once more",
         mbedtls_ssl_set_session(&both->client.ssl, &session));
    both_connect(both);
    both_transfer(both, &both->client, "hello", 5);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(NULL);
    mbedtls_ssl_session_free(&other);
    both_free(both);
}

static void saving(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_session session, loaded;
    static unsigned char buf[20000], again[20000];
    size_t olen = 0, len, i;
    int refused = 0;

    printf("saving\n");
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_session_init(&loaded);
    both_setup(both);
    both_connect(both);
    must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    show("  into no room", mbedtls_ssl_session_save(&session, NULL, 0, &len));
    for (i = 0; i < len; i++) {
        olen = 0;
        if (mbedtls_ssl_session_save(&session, buf, i, &olen) ==
            MBEDTLS_ERR_SSL_BUFFER_TOO_SMALL && olen == len) {
            refused++;
        }
    }
    printf("  into less room: refused each time %d\n", refused == (int) len);
    show("  into just enough",
         mbedtls_ssl_session_save(&session, buf, len, &olen));
    printf("  as long as was said %d\n", olen == len);
    show("  into more", mbedtls_ssl_session_save(&session, buf, sizeof(buf),
                                                 &olen));
    show("  load", mbedtls_ssl_session_load(&loaded, buf, olen));
    show("  save", mbedtls_ssl_session_save(&loaded, again, sizeof(again),
                                            &len));
    printf("  version 0x%x suite the same %d endpoint %d\n",
           (unsigned) loaded.MBEDTLS_PRIVATE(tls_version),
           mbedtls_ssl_session_get_ciphersuite_id(&loaded) ==
           mbedtls_ssl_session_get_ciphersuite_id(&session),
           loaded.MBEDTLS_PRIVATE(endpoint));
    refused = 0;
    for (i = 0; i < olen; i++) {
        mbedtls_ssl_session part;

        mbedtls_ssl_session_init(&part);
        if (mbedtls_ssl_session_load(&part, buf, i) ==
            MBEDTLS_ERR_SSL_BAD_INPUT_DATA) {
            refused++;
        }
        mbedtls_ssl_session_free(&part);
    }
    printf("  no part of it can be loaded %d\n", refused == (int) olen);
    show("  load with a byte too many",
         mbedtls_ssl_session_load(&loaded, buf, olen + 1));
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_session_free(&loaded);
    both_free(both);
}

static void ticket_keys(void)
{
    static const struct {
        const char *name;
        mbedtls_cipher_type_t type;
    } ciphers[] = {
        { "AES-128-GCM", MBEDTLS_CIPHER_AES_128_GCM },
        { "AES-256-GCM", MBEDTLS_CIPHER_AES_256_GCM },
        { "AES-128-CCM", MBEDTLS_CIPHER_AES_128_CCM },
        { "AES-256-CCM", MBEDTLS_CIPHER_AES_256_CCM },
        { "ChaCha20-Poly1305", MBEDTLS_CIPHER_CHACHA20_POLY1305 },
        { "AES-192-GCM", MBEDTLS_CIPHER_AES_192_GCM },
        { "AES-256-CBC", MBEDTLS_CIPHER_AES_256_CBC },
        { "AES-128-CTR", MBEDTLS_CIPHER_AES_128_CTR },
        { "nothing", MBEDTLS_CIPHER_NONE },
    };
    struct both *both = both_new(folder, "p256");
    size_t i;

    printf("tickets' keys\n");
    for (i = 0; i < sizeof(ciphers) / sizeof(ciphers[0]); i++) {
        mbedtls_ssl_ticket_context ctx;
        mbedtls_ssl_session session;
        unsigned char ticket[64];
        size_t tlen = 99;
        uint32_t lifetime = 0;
        int ret;

        mbedtls_ssl_ticket_init(&ctx);
        mbedtls_ssl_session_init(&session);
        ret = mbedtls_ssl_ticket_setup(&ctx, mbedtls_ctr_drbg_random,
                                       &both->random.drbg, ciphers[i].type,
                                       86400);
        printf("  %s", ciphers[i].name);
        show("", ret);
        if (ret == 0) {
            show("    a name too short", mbedtls_ssl_ticket_rotate(
                     &ctx, identity, 3, key, 32, 86400));
            show("    a key too short", mbedtls_ssl_ticket_rotate(
                     &ctx, identity, 4, key, 15, 86400));
            show("    a key of 16 bytes", mbedtls_ssl_ticket_rotate(
                     &ctx, identity, 4, key, 16, 86400));
            show("    a key of 32 bytes", mbedtls_ssl_ticket_rotate(
                     &ctx, identity, 8, key, 32, 86400));
            show("    an empty session", mbedtls_ssl_ticket_write(
                     &ctx, &session, ticket, ticket + sizeof(ticket), &tlen,
                     &lifetime));
            printf("    length %u\n", (unsigned) tlen);
            show("    no room", mbedtls_ssl_ticket_write(
                     &ctx, &session, ticket, ticket + 33, &tlen, &lifetime));
            memset(ticket, 0, sizeof(ticket));
            show("    too short", mbedtls_ssl_ticket_parse(
                     &ctx, &session, ticket, 33));
            show("    another length", mbedtls_ssl_ticket_parse(
                     &ctx, &session, ticket, 35));
            show("    an unknown key", mbedtls_ssl_ticket_parse(
                     &ctx, &session, ticket, 34));
            memset(ticket, 0, sizeof(ticket));
            memcpy(ticket, identity, 4);
            show("    not authentic", mbedtls_ssl_ticket_parse(
                     &ctx, &session, ticket, 34));
        }
        mbedtls_ssl_session_free(&session);
        mbedtls_ssl_ticket_free(&ctx);
        mbedtls_ssl_ticket_free(&ctx);
    }
    {
        mbedtls_ssl_ticket_context ctx;
        mbedtls_ssl_session session;
        unsigned char ticket[64];
        size_t tlen = 99;
        uint32_t lifetime = 0;

        printf("keys that were not set up\n");
        mbedtls_ssl_ticket_init(&ctx);
        mbedtls_ssl_session_init(&session);
        show("  write", mbedtls_ssl_ticket_write(
                 &ctx, &session, ticket, ticket + sizeof(ticket), &tlen,
                 &lifetime));
        printf("  length %u\n", (unsigned) tlen);
        show("  write with none", mbedtls_ssl_ticket_write(
                 NULL, &session, ticket, ticket + sizeof(ticket), &tlen,
                 &lifetime));
        show("  parse", mbedtls_ssl_ticket_parse(&ctx, &session, ticket, 64));
        show("  rotate", mbedtls_ssl_ticket_rotate(&ctx, identity, 4, key, 32,
                                                   86400));
        mbedtls_ssl_ticket_free(&ctx);
        mbedtls_ssl_ticket_free(NULL);
    }
    both_setup(both);
    both_free(both);
}

static int cached(mbedtls_ssl_cache_context *cache, const char *id)
{
    mbedtls_ssl_session session;
    int ret;

    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_cache_get(cache, (const unsigned char *) id, strlen(id),
                                &session);
    mbedtls_ssl_session_free(&session);
    return ret;
}

static int put(mbedtls_ssl_cache_context *cache, const char *id,
               const mbedtls_ssl_session *session)
{
    return mbedtls_ssl_cache_set(cache, (const unsigned char *) id,
                                 strlen(id), session);
}

static void cache(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_cache_context cache;
    mbedtls_ssl_session session;
    char id[20];
    int i, found = 0;

    printf("the cache\n");
    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_cache_init(&cache);
    printf("  timeout %d\n", mbedtls_ssl_cache_get_timeout(&cache));
    mbedtls_ssl_cache_set_timeout(&cache, -5);
    printf("  timeout %d\n", mbedtls_ssl_cache_get_timeout(&cache));
    mbedtls_ssl_cache_set_timeout(&cache, 1000);
    printf("  timeout %d\n", mbedtls_ssl_cache_get_timeout(&cache));
    show("  nothing there", cached(&cache, "one"));
    show("  an empty session", put(&cache, "one", &session));
    both_setup(both);
    both_connect(both);
    must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
    show("  put", put(&cache, "one", &session));
    show("  there", cached(&cache, "one"));
    show("  under another name", cached(&cache, "on"));
    show("  put again", put(&cache, "one", &session));
    show("  remove another", mbedtls_ssl_cache_remove(
             &cache, (const unsigned char *) "two", 3));
    show("  there", cached(&cache, "one"));
    show("  remove", mbedtls_ssl_cache_remove(
             &cache, (const unsigned char *) "one", 3));
    show("  there", cached(&cache, "one"));
    show("  a name of 32 bytes",
         put(&cache, "0123456789abcdef0123456789abcdef", &session));
    show("  there", cached(&cache, "0123456789abcdef0123456789abcdef"));
    mbedtls_ssl_cache_free(&cache);

    mbedtls_ssl_cache_init(&cache);
    for (i = 0; i < 60; i++) {
        sprintf(id, "session %d", i);
        must("put", put(&cache, id, &session));
    }
    for (i = 0; i < 60; i++) {
        sprintf(id, "session %d", i);
        found += cached(&cache, id) == 0;
    }
    printf("  of 60 there are %d\n", found);
    mbedtls_ssl_cache_free(&cache);

    mbedtls_ssl_cache_init(&cache);
    mbedtls_ssl_cache_set_max_entries(&cache, -1);
    show("  into a cache of none", put(&cache, "one", &session));
    show("  there", cached(&cache, "one"));
    mbedtls_ssl_cache_free(&cache);
    mbedtls_ssl_session_free(&session);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    psks();
    moments();
    saving();
    ticket_keys();
    cache();
    return 0;
}
