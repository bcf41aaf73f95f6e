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

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    memset(data, 'x', sizeof(data));
    record_size_limits();
    printf("as it should be\n");
    return 0;
}
