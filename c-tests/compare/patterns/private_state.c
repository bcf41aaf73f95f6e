/*
 * Pattern: ssl->private_state is read, logged and compared with MBEDTLS_SSL_*,
 * before, in and after a handshake, and when one has failed. Both with
 * mbedtls_ssl_handshake, after each call, and step by step.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *folder;

static int state(const struct end *end)
{
    return end->ssl.MBEDTLS_PRIVATE(state);
}

static const char *name(int number)
{
    switch (number) {
    case MBEDTLS_SSL_HELLO_REQUEST: return "HELLO_REQUEST";
    case MBEDTLS_SSL_CLIENT_HELLO: return "CLIENT_HELLO";
    case MBEDTLS_SSL_SERVER_HELLO: return "SERVER_HELLO";
    case MBEDTLS_SSL_SERVER_CERTIFICATE: return "SERVER_CERTIFICATE";
    case MBEDTLS_SSL_SERVER_KEY_EXCHANGE: return "SERVER_KEY_EXCHANGE";
    case MBEDTLS_SSL_CERTIFICATE_REQUEST: return "CERTIFICATE_REQUEST";
    case MBEDTLS_SSL_SERVER_HELLO_DONE: return "SERVER_HELLO_DONE";
    case MBEDTLS_SSL_CLIENT_CERTIFICATE: return "CLIENT_CERTIFICATE";
    case MBEDTLS_SSL_CLIENT_KEY_EXCHANGE: return "CLIENT_KEY_EXCHANGE";
    case MBEDTLS_SSL_CERTIFICATE_VERIFY: return "CERTIFICATE_VERIFY";
    case MBEDTLS_SSL_CLIENT_CHANGE_CIPHER_SPEC:
        return "CLIENT_CHANGE_CIPHER_SPEC";
    case MBEDTLS_SSL_CLIENT_FINISHED: return "CLIENT_FINISHED";
    case MBEDTLS_SSL_SERVER_CHANGE_CIPHER_SPEC:
        return "SERVER_CHANGE_CIPHER_SPEC";
    case MBEDTLS_SSL_SERVER_FINISHED: return "SERVER_FINISHED";
    case MBEDTLS_SSL_FLUSH_BUFFERS: return "FLUSH_BUFFERS";
    case MBEDTLS_SSL_HANDSHAKE_WRAPUP: return "HANDSHAKE_WRAPUP";
    case MBEDTLS_SSL_ENCRYPTED_EXTENSIONS: return "ENCRYPTED_EXTENSIONS";
    case MBEDTLS_SSL_CLIENT_CERTIFICATE_VERIFY:
        return "CLIENT_CERTIFICATE_VERIFY";
    case MBEDTLS_SSL_CLIENT_CCS_AFTER_SERVER_FINISHED:
        return "CLIENT_CCS_AFTER_SERVER_FINISHED";
    case MBEDTLS_SSL_SERVER_CCS_AFTER_SERVER_HELLO:
        return "SERVER_CCS_AFTER_SERVER_HELLO";
    case MBEDTLS_SSL_HANDSHAKE_OVER: return "HANDSHAKE_OVER";
    default: return "another";
    }
}

static void log_state(const char *what, const struct end *end)
{
    printf("  %s: %s state %d %s\n", what, end->name, state(end),
           name(state(end)));
}

/* One step, and the state if it is another one. */
static int step(struct end *end)
{
    int before = state(end);
    int ret = mbedtls_ssl_handshake_step(&end->ssl);

    if (state(end) != before) {
        log_state("step", end);
    }
    return ret;
}

/* Steps until neither end gets on; one that has failed is left alone. */
static void steps(struct both *both)
{
    int client = 0, server = 0, idle = 0;

    while (idle < 3) {
        size_t moved = both->to_client.moved + both->to_server.moved;
        int before = state(&both->client) + 100 * state(&both->server);

        while (!mbedtls_ssl_is_handshake_over(&both->client.ssl)
               && (client == 0 || waits(client))
               && (client = step(&both->client)) == 0) {
        }
        while (!mbedtls_ssl_is_handshake_over(&both->server.ssl)
               && (server == 0 || waits(server))
               && (server = step(&both->server)) == 0) {
        }
        if (moved == both->to_client.moved + both->to_server.moved
            && before == state(&both->client) + 100 * state(&both->server)) {
            idle++;
        }
    }
    printf("  client %s, server %s\n",
           client == 0 ? "done" : waits(client) ? "waits" : "failed",
           server == 0 ? "done" : waits(server) ? "waits" : "failed");
}

static void life(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[8];

    printf("a connection's life\n");
    log_state("initialised", &both->client);
    both_setup(both);
    log_state("set up", &both->client);
    log_state("set up", &both->server);
    steps(both);
    both_transfer(both, &both->client, "hello", 5);
    log_state("data", &both->client);
    log_state("data", &both->server);
    must("close", mbedtls_ssl_close_notify(&both->server.ssl));
    mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
    log_state("closed", &both->client);
    log_state("closed", &both->server);
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    log_state("reset", &both->client);
    log_state("reset", &both->server);
    both_clear_pipes(both);
    steps(both);
    mbedtls_ssl_free(&both->client.ssl);
    log_state("freed", &both->client);
    both_free(both);
}

/* After each call that waits, when every byte comes by itself. */
static void calls(void)
{
    struct both *both = both_new(folder, "p256");
    int client = -1, server = -1, last_client = -1, last_server = -1, i;

    printf("mbedtls_ssl_handshake, byte by byte\n");
    both->to_client.cut = both->to_server.cut = CUT_DRIP;
    both_setup(both);
    for (i = 0; i < 100000 && (client != 0 || server != 0); i++) {
        client = client == 0 ? 0 : mbedtls_ssl_handshake(&both->client.ssl);
        server = server == 0 ? 0 : mbedtls_ssl_handshake(&both->server.ssl);
        if (state(&both->client) != last_client
            && client == MBEDTLS_ERR_SSL_WANT_READ) {
            last_client = state(&both->client);
            log_state("waits to read", &both->client);
        }
        if (state(&both->server) != last_server
            && server == MBEDTLS_ERR_SSL_WANT_READ) {
            last_server = state(&both->server);
            log_state("waits to read", &both->server);
        }
    }
    log_state("over", &both->client);
    log_state("over", &both->server);
    both_free(both);
}

static void failures(void)
{
    struct both *both = both_new(folder, "unknown-ca");

    printf("a server that nobody knows\n");
    both_setup(both);
    steps(both);
    log_state("failed", &both->client);
    printf("  another call does not succeed %d\n",
           mbedtls_ssl_handshake(&both->client.ssl) < 0);
    log_state("failed", &both->client);
    both_free(both);
}

static void client_authentication(void)
{
    struct both *both = both_new(folder, "p256");

    printf("with a client's certificate\n");
    both_client_cert(both, "client");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_setup(both);
    steps(both);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        life();
        calls();
        failures();
        client_authentication();
    }
    return 0;
}
