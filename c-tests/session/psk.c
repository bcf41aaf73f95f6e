/*
 * External pre-shared keys: one for both ends, or found by a callback; the
 * ways in which they are used; what is refused and how.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

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

static struct both *new_both(int client_modes, int server_modes)
{
    static const int one_suite[] = { MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 };
    struct both *both = both_new(folder, "p256");

    mbedtls_ssl_conf_ciphersuites(&both->client.conf, one_suite);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->client.conf,
                                              client_modes);
    mbedtls_ssl_conf_tls13_key_exchange_modes(&both->server.conf,
                                              server_modes);
    found_code = -1;
    return both;
}

static void connect_and_tell(struct both *both, const char *what)
{
    int client, server;

    asked = 0;
    both_handshake(both, &client, &server);
    printf("%s: client -0x%04x server -0x%04x asked %d\n", what,
           (unsigned) -client, (unsigned) -server, asked);
    if (client == 0 && server == 0) {
        printf("  client: %s peer %d flags 0x%x\n",
               mbedtls_ssl_get_ciphersuite(&both->client.ssl),
               mbedtls_ssl_get_peer_cert(&both->client.ssl) != NULL,
               (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl));
        printf("  server: %s peer %d flags 0x%x\n",
               mbedtls_ssl_get_ciphersuite(&both->server.ssl),
               mbedtls_ssl_get_peer_cert(&both->server.ssl) != NULL,
               (unsigned) mbedtls_ssl_get_verify_result(&both->server.ssl));
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
}

static void each_mode(void)
{
    static const struct {
        const char *name;
        int modes;
    } table[] = {
        { "psk_ke", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK },
        { "certificates", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL },
        { "psk_dhe_ke", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_EPHEMERAL },
        { "any key", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL },
        { "(EC)DHE", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_EPHEMERAL_ALL },
        { "all", MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL },
    };
    const size_t count = sizeof(table) / sizeof(table[0]);
    size_t i, j;

    for (i = 0; i < count; i++) {
        for (j = 0; j < count; j++) {
            struct both *both = new_both(table[i].modes, table[j].modes);

            must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                                  sizeof(key), NAME));
            must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                                  sizeof(key), NAME));
            both_setup(both);
            printf("%s at the client, ", table[i].name);
            connect_and_tell(both, table[j].name);
            both_free(both);
        }
    }
}

/* A server without a certificate, and one with. */
static void refused(int modes, const char *name)
{
    struct both *both;

    printf("== %s\n", name);
    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                          sizeof(key), key, 5));
    both_setup(both);
    connect_and_tell(both, "another name");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, other_key,
                                          sizeof(other_key), NAME));
    both_setup(both);
    connect_and_tell(both, "another key");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    both_setup(both);
    connect_and_tell(both, "no key at the server");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, key,
                                          sizeof(key), NAME));
    both_setup(both);
    connect_and_tell(both, "no key at the client");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
    both_setup(both);
    connect_and_tell(both, "found by the callback");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), key, 5));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
    both_setup(both);
    connect_and_tell(both, "not found by the callback");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), key, 5));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
    found_code = 1;
    both_setup(both);
    connect_and_tell(both, "a positive code of the callback");
    both_free(both);

    both = new_both(modes, modes);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    must("conf_psk", mbedtls_ssl_conf_psk(&both->server.conf, other_key,
                                          sizeof(other_key), NAME));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
    both_setup(both);
    connect_and_tell(both, "the callback goes first");
    both_free(both);
}

/* A ticket from a connection that rested on a key. */
static void then_a_ticket(void)
{
    struct both *both = new_both(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL,
                                 MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL);
    mbedtls_ssl_ticket_context keys;
    mbedtls_ssl_session session;
    unsigned char data[16];
    int i;

    mbedtls_ssl_session_init(&session);
    mbedtls_ssl_ticket_init(&keys);
    must("ticket_setup", mbedtls_ssl_ticket_setup(
             &keys, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 86400));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &keys);
    mbedtls_ssl_conf_tls13_enable_signal_new_session_tickets(
        &both->client.conf,
        MBEDTLS_SSL_TLS1_3_SIGNAL_NEW_SESSION_TICKETS_ENABLED);
    must("conf_psk", mbedtls_ssl_conf_psk(&both->client.conf, key,
                                          sizeof(key), NAME));
    mbedtls_ssl_conf_psk_cb(&both->server.conf, find, (void *) key);
    both_setup(both);
    for (i = 0; i < 2; i++) {
        int ret, client, server;

        asked = 0;
        both_handshake(both, &client, &server);
        printf("with tickets: client -0x%04x server -0x%04x asked %d\n",
               (unsigned) -client, (unsigned) -server, asked);
        ret = mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
        if (ret == MBEDTLS_ERR_SSL_WANT_READ) {
            ret = mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
        }
        show("  read", ret);
        must("get", mbedtls_ssl_get_session(&both->client.ssl, &session));
        must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
        must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
        both_clear_pipes(both);
        must("set", mbedtls_ssl_set_session(&both->client.ssl, &session));
    }
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_ticket_free(&keys);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    each_mode();
    refused(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_PSK_ALL, "keys alone");
    refused(MBEDTLS_SSL_TLS1_3_KEY_EXCHANGE_MODE_ALL, "or certificates");
    then_a_ticket();
    return 0;
}
