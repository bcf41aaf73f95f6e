/*
 * What ferrotls/ferrotls.h says of records and hellos, where a C program sees
 * it. With ferrotls only.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <ferrotls/ferrotls.h>

static const char *folder;
static unsigned char data[20000];

static void record_size_limits(void)
{
    static const int bad[] = { 1, 63, 16386, 65535 };
    struct both *both = both_new(folder, "p256");
    size_t i;
    int ret;

    for (i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        ret = ferrotls_conf_record_size_limit(&both->client.conf,
                                              (uint16_t) bad[i]);
        check("a bad limit", ret == MBEDTLS_ERR_SSL_BAD_INPUT_DATA);
    }
    must("the largest", ferrotls_conf_record_size_limit(
             &both->client.conf, FERROTLS_RECORD_SIZE_LIMIT_MAX));
    must("off", ferrotls_conf_record_size_limit(&both->client.conf, 0));
    must("the smallest", ferrotls_conf_record_size_limit(
             &both->client.conf, FERROTLS_RECORD_SIZE_LIMIT_MIN));
    must("some", ferrotls_conf_record_size_limit(&both->server.conf, 1000));
    both_client_cert(both, "client");
    both_setup(both);
    both_connect(both);
    check("client out", mbedtls_ssl_get_max_out_record_payload(
              &both->client.ssl) == 999);
    check("client in", mbedtls_ssl_get_max_in_record_payload(
              &both->client.ssl) == 63);
    check("server out", mbedtls_ssl_get_max_out_record_payload(
              &both->server.ssl) == 63);
    check("server in", mbedtls_ssl_get_max_in_record_payload(
              &both->server.ssl) == 999);
    ret = mbedtls_ssl_write(&both->client.ssl, data, sizeof(data));
    check("a record of the client", ret == 999);
    ret = mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
    check("is read", ret == 999);
    ret = mbedtls_ssl_write(&both->server.ssl, data, sizeof(data));
    check("a record of the server", ret == 63);
    ret = mbedtls_ssl_read(&both->client.ssl, data, sizeof(data));
    check("is read", ret == 63);
    both_transfer(both, &both->client, data, sizeof(data));
    both_transfer(both, &both->server, data, sizeof(data));
    both_free(both);
}

/* Both switches on: hellos are padded and have GREASE, and all goes well. */
static void hellos(void)
{
    struct both *both;
    size_t on;

    for (on = 0; on < 2; on++) {
        both = both_new(folder, "p256");
        must("padding", ferrotls_conf_hello_padding(&both->client.conf,
                                                    (int) on));
        must("grease", ferrotls_conf_grease(&both->client.conf, (int) on));
        must("grease", ferrotls_conf_grease(&both->server.conf, (int) on));
        both_client_cert(both, "client");
        both_setup(both);
        /* The hello leaves in one record. */
        check("nothing yet", mbedtls_ssl_handshake(&both->client.ssl) ==
              MBEDTLS_ERR_SSL_WANT_READ);
        if (on) {
            check("is padded", both->to_server.end >= 5 + 512);
        }
        both_connect(both);
        both_transfer(both, &both->client, data, 3000);
        both_transfer(both, &both->server, data, 3000);
        both_free(both);
    }
}

static const unsigned char fleet_key[FERROTLS_COOKIE_KEY_MIN] = {
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
};

/* The server forgets the client after its first hello. */
static void stateless(int mode, int with_key, int change_key)
{
    static const uint16_t group[] = {
        MBEDTLS_SSL_IANA_TLS_GROUP_SECP384R1, 0
    };
    unsigned char other_key[sizeof(fleet_key)];
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_context *server = &both->server.ssl;
    int client_ret, server_ret;

    must("mode", ferrotls_conf_stateless_retry(&both->server.conf, mode));
    if (with_key) {
        must("key", ferrotls_conf_cookie_key(&both->server.conf, fleet_key,
                                             sizeof(fleet_key)));
    }
    if (mode == FERROTLS_STATELESS_RETRY_WHEN_NEEDED) {
        mbedtls_ssl_conf_groups(&both->server.conf, group);
    }
    both_setup(both);
    check("the client waits", mbedtls_ssl_handshake(&both->client.ssl) ==
          MBEDTLS_ERR_SSL_WANT_READ);
    check("the server waits", mbedtls_ssl_handshake(server) ==
          MBEDTLS_ERR_SSL_WANT_READ);
    must("forgotten", mbedtls_ssl_session_reset(server));
    if (change_key) {
        memset(other_key, 'k', sizeof(other_key));
        must("another key", ferrotls_conf_cookie_key(
                 &both->server.conf, other_key, sizeof(other_key)));
    }
    both_handshake(both, &client_ret, &server_ret);
    if (change_key) {
        check("refused", server_ret == MBEDTLS_ERR_SSL_ILLEGAL_PARAMETER);
        check("the client hears of it",
              client_ret == MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE);
    } else {
        must("client", client_ret);
        must("server", server_ret);
        both_transfer(both, &both->client, data, 3000);
        both_transfer(both, &both->server, data, 3000);
    }
    both_free(both);
}

static void cookie_arguments(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_ssl_config *conf = &both->server.conf;
    const int bad = MBEDTLS_ERR_SSL_BAD_INPUT_DATA;

    check("mode", ferrotls_conf_stateless_retry(conf, 3) == bad);
    check("mode", ferrotls_conf_stateless_retry(conf, -1) == bad);
    check("conf", ferrotls_conf_stateless_retry(NULL, 1) == bad);
    check("short", ferrotls_conf_cookie_key(conf, fleet_key, 15) == bad);
    check("key", ferrotls_conf_cookie_key(conf, NULL, 16) == bad);
    check("conf", ferrotls_conf_cookie_key(NULL, fleet_key, 16) == bad);
    must("off", ferrotls_conf_stateless_retry(
             conf, FERROTLS_STATELESS_RETRY_OFF));
    both_setup(both);
    both_connect(both);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    memset(data, 'x', sizeof(data));
    record_size_limits();
    hellos();
    cookie_arguments();
    stateless(FERROTLS_STATELESS_RETRY_WHEN_NEEDED, 0, 0);
    stateless(FERROTLS_STATELESS_RETRY_ALWAYS, 0, 0);
    stateless(FERROTLS_STATELESS_RETRY_WHEN_NEEDED, 1, 0);
    stateless(FERROTLS_STATELESS_RETRY_ALWAYS, 1, 0);
    stateless(FERROTLS_STATELESS_RETRY_ALWAYS, 1, 1);
    printf("as it should be\n");
    return 0;
}
