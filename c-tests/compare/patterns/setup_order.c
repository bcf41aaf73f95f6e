/*
 * Pattern: the transport, the host name and whatever else belongs to one
 * connection are set before mbedtls_ssl_setup, the configuration after it.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

struct seen {
    int verify;
    int secrets;
    int set_timer;
    int get_timer;
};

static int verify(void *context, mbedtls_x509_crt *crt, int depth,
                  uint32_t *flags)
{
    (void) crt;
    (void) depth;
    (void) flags;
    ((struct seen *) context)->verify++;
    return 0;
}

static void set_timer(void *context, uint32_t intermediate, uint32_t end)
{
    (void) intermediate;
    (void) end;
    ((struct seen *) context)->set_timer++;
}

static int get_timer(void *context)
{
    ((struct seen *) context)->get_timer++;
    return 0;
}

static void attach(struct end *end)
{
    mbedtls_ssl_set_bio(&end->ssl, end, end_send, end_recv, NULL);
}

static void set_up(struct end *end)
{
    show("  setup", mbedtls_ssl_setup(&end->ssl, &end->conf));
}

static void outcome(struct both *both)
{
    int client, server;

    both_handshake(both, &client, &server);
    show("  client", client);
    printf("  server %s flags 0x%x\n", server == 0 ? "done" : "failed",
           (unsigned) mbedtls_ssl_get_verify_result(&both->client.ssl));
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
}

/* Only the transport, only the name, both; a name that is not the peer's. */
static void transport_and_name(const char *name)
{
    struct both *both = both_new(folder, "p256");

    printf("transport and name \"%s\", then setup\n", name);
    attach(&both->client);
    attach(&both->server);
    show("  set_hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, name));
    set_up(&both->client);
    set_up(&both->server);
    outcome(both);
    /* The name and the transport outlive a reset too. */
    show("  reset", mbedtls_ssl_session_reset(&both->client.ssl));
    show("  reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    outcome(both);
    both_free(both);
}

/* Everything that one connection can be told, before its setup. */
static void everything(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_context *ssl = &both->client.ssl;
    struct seen seen;
    int mark;

    printf("everything of a connection, then setup\n");
    memset(&seen, 0, sizeof(seen));
    attach(&both->client);
    attach(&both->server);
    show("  set_hostname", mbedtls_ssl_set_hostname(ssl, "localhost"));
    mbedtls_ssl_set_verify(ssl, verify, &seen);
    mbedtls_ssl_set_export_keys_cb(ssl, count_secret, &seen.secrets);
    mbedtls_ssl_set_user_data_p(ssl, &mark);
    mbedtls_ssl_set_timer_cb(ssl, &seen, set_timer, get_timer);
    set_up(&both->client);
    set_up(&both->server);
    outcome(both);
    printf("  verify %s, secrets %s, own data %s\n",
           seen.verify > 0 ? "asked" : "not asked",
           seen.secrets > 0 ? "told" : "not told",
           mbedtls_ssl_get_user_data_p(ssl) == &mark ? "there" : "gone");
    both_free(both);
}

/* A session cannot be set before setup. */
static void session(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_session kept;

    printf("set_session before setup\n");
    mbedtls_ssl_session_init(&kept);
    both_setup(both);
    both_connect(both);
    show("  get_session", mbedtls_ssl_get_session(&both->client.ssl, &kept));
    mbedtls_ssl_free(&both->client.ssl);
    mbedtls_ssl_init(&both->client.ssl);
    attach(&both->client);
    show("  set_session", mbedtls_ssl_set_session(&both->client.ssl, &kept));
    show("  set_hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    set_up(&both->client);
    show("  set_session", mbedtls_ssl_set_session(&both->client.ssl, &kept));
    show("  reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    outcome(both);
    mbedtls_ssl_session_free(&kept);
    both_free(both);
}

/* What is configured between setup and handshake counts as well. */
static void configured_late(void)
{
    struct both *both = both_new(folder, "p256");
    struct end *client = &both->client, *server = &both->server;

    printf("setup, then configuration\n");
    mbedtls_ssl_conf_own_cert(&server->conf, NULL, NULL);
    mbedtls_ssl_conf_ca_chain(&client->conf, NULL, NULL);
    set_up(client);
    set_up(server);
    attach(client);
    attach(server);
    show("  set_hostname", mbedtls_ssl_set_hostname(&client->ssl,
                                                    "localhost"));
    show("  own_cert", mbedtls_ssl_conf_own_cert(&server->conf,
                                                 &both->server_pair.crt,
                                                 &both->server_pair.key));
    mbedtls_ssl_conf_ca_chain(&client->conf, &both->ca, NULL);
    mbedtls_ssl_conf_authmode(&server->conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    both_client_cert(both, "client");
    outcome(both);
    printf("  the server saw %s\n",
           mbedtls_ssl_get_peer_cert(&server->ssl) ? "a certificate" :
           "no certificate");
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        transport_and_name("localhost");
        transport_and_name("elsewhere.example");
        everything();
        session();
        configured_late();
    }
    return 0;
}
