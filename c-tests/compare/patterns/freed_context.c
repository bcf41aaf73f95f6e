/*
 * Pattern: a call on a context that was freed, or never set up, fails cleanly.
 * Connections that are torn down in one place are still used in another.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static const char *text(const char *found)
{
    return found ? found : "NULL";
}

/* Everything that 3.6.6 stands on such a context. */
static void calls(mbedtls_ssl_context *ssl)
{
    mbedtls_ssl_session session;
    unsigned char data[16] = { 0 };

    mbedtls_ssl_session_init(&session);
    show("  handshake", mbedtls_ssl_handshake(ssl));
    show("  step", mbedtls_ssl_handshake_step(ssl));
    show("  read", mbedtls_ssl_read(ssl, data, sizeof(data)));
    show("  read of nothing", mbedtls_ssl_read(ssl, NULL, 0));
    show("  write", mbedtls_ssl_write(ssl, data, sizeof(data)));
    show("  write of nothing", mbedtls_ssl_write(ssl, NULL, 0));
    show("  close_notify", mbedtls_ssl_close_notify(ssl));
    show("  alert", mbedtls_ssl_send_alert_message(
             ssl, MBEDTLS_SSL_ALERT_LEVEL_FATAL,
             MBEDTLS_SSL_ALERT_MSG_INTERNAL_ERROR));
    show("  renegotiate", mbedtls_ssl_renegotiate(ssl));
    show("  get_session", mbedtls_ssl_get_session(ssl, &session));
    show("  set_session", mbedtls_ssl_set_session(ssl, &session));
    show("  available", (int) mbedtls_ssl_get_bytes_avail(ssl));
    printf("  flags=0x%x\n", (unsigned) mbedtls_ssl_get_verify_result(ssl));
    printf("  suite %s, alpn %s, peer's certificate %s\n",
           text(mbedtls_ssl_get_ciphersuite(ssl)),
           text(mbedtls_ssl_get_alpn_protocol(ssl)),
           mbedtls_ssl_get_peer_cert(ssl) ? "there" : "none");
    printf("  suite 0x%04x, own data %d, state %d\n",
           (unsigned) mbedtls_ssl_get_ciphersuite_id_from_ssl(ssl),
           (int) mbedtls_ssl_get_user_data_n(ssl),
           ssl->MBEDTLS_PRIVATE(state));
    printf("  conf %s, f_send %s, f_recv %s, p_bio %s\n",
           ssl->MBEDTLS_PRIVATE(conf) ? "set" : "NULL",
           ssl->MBEDTLS_PRIVATE(f_send) ? "set" : "NULL",
           ssl->MBEDTLS_PRIVATE(f_recv) ? "set" : "NULL",
           ssl->MBEDTLS_PRIVATE(p_bio) ? "set" : "NULL");
    mbedtls_ssl_session_free(&session);
}

static void again(struct both *both)
{
    struct end *client = &both->client;

    mbedtls_ssl_init(&client->ssl);
    show("  setup", mbedtls_ssl_setup(&client->ssl, &client->conf));
    show("  set_hostname", mbedtls_ssl_set_hostname(&client->ssl,
                                                    "localhost"));
    mbedtls_ssl_set_bio(&client->ssl, client, end_send, end_recv, NULL);
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    both_connect(both);
    both_transfer(both, &both->client, "hello", 5);
    both_transfer(both, &both->server, "goodbye", 7);
    printf("  and used again\n");
}

int main(int argc, char **argv)
{
    struct both *both;
    int client;

    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        both = both_new(folder, "p256");
        printf("never set up\n");
        calls(&both->client.ssl);
        both_setup(both);
        client = mbedtls_ssl_handshake(&both->client.ssl);
        check("it waits", client == MBEDTLS_ERR_SSL_WANT_READ);
        printf("freed in its handshake\n");
        mbedtls_ssl_free(&both->client.ssl);
        calls(&both->client.ssl);
        again(both);
        printf("freed after use\n");
        mbedtls_ssl_set_user_data_n(&both->client.ssl, 7);
        mbedtls_ssl_free(&both->client.ssl);
        calls(&both->client.ssl);
        mbedtls_ssl_free(&both->client.ssl);
        calls(&both->client.ssl);
        again(both);
        both_free(both);
    }
    return 0;
}
