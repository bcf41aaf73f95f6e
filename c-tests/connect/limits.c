/*
 * How long records may be (max_fragment_length), and whose order of suites
 * counts.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_ciphersuites.h>

static const char *folder;
static unsigned char data[20000];

static void codes(void)
{
    struct both *both = both_new(folder, "p256");
    int code;

    printf("codes\n");
    for (code = 0; code <= 7; code++) {
        printf("  %d: ", code);
        show("", mbedtls_ssl_conf_max_frag_len(&both->client.conf,
                                               (unsigned char) code));
    }
    show("  255", mbedtls_ssl_conf_max_frag_len(&both->client.conf, 255));
    both_setup(both);
    both_free(both);
}

static void payloads(const char *when, struct both *both)
{
    struct end *ends[2];
    size_t i;

    ends[0] = &both->client;
    ends[1] = &both->server;
    for (i = 0; i < 2; i++) {
        printf("  %s: %s out %d in %d\n", when, ends[i]->name,
               mbedtls_ssl_get_max_out_record_payload(&ends[i]->ssl),
               mbedtls_ssl_get_max_in_record_payload(&ends[i]->ssl));
    }
}

static void lengths(const char *what, int of_client, int of_server)
{
    struct both *both = both_new(folder, "p256");

    printf("%s\n", what);
    show("  client", mbedtls_ssl_conf_max_frag_len(&both->client.conf,
                                              (unsigned char) of_client));
    show("  server", mbedtls_ssl_conf_max_frag_len(&both->server.conf,
                                              (unsigned char) of_server));
    both_client_cert(both, "client");
    both_setup(both);
    payloads("before", both);
    both_connect(both);
    payloads("after", both);
    both_transfer(both, &both->client, data, sizeof(data));
    both_transfer(both, &both->server, data, sizeof(data));
    both_free(both);
}

/* As much as a call takes is a record. */
static void calls(int code)
{
    struct both *both = both_new(folder, "p256");
    int ret;

    printf("one call, code %d\n", code);
    must("code", mbedtls_ssl_conf_max_frag_len(&both->client.conf,
                                               (unsigned char) code));
    both_setup(both);
    both_connect(both);
    ret = mbedtls_ssl_write(&both->client.ssl, data, sizeof(data));
    printf("  client writes %d\n", ret);
    ret = mbedtls_ssl_read(&both->server.ssl, data, sizeof(data));
    printf("  server reads %d\n", ret);
    both_free(both);
}

/* The suite that is chosen when both ends have an order of their own. */
static void order(const char *whose, int order)
{
    static const int forward13[] = { MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
                                     MBEDTLS_TLS1_3_AES_128_GCM_SHA256, 0 };
    static const int backward13[] = { MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
                                      MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
                                      0 };
    static const int forward12[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, 0
    };
    static const int backward12[] = {
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
        MBEDTLS_TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, 0
    };
    int is_12 = both_version == MBEDTLS_SSL_VERSION_TLS1_2;
    struct both *both = both_new(folder, "p256");

    mbedtls_ssl_conf_ciphersuites(&both->client.conf,
                                  is_12 ? forward12 : forward13);
    mbedtls_ssl_conf_ciphersuites(&both->server.conf,
                                  is_12 ? backward12 : backward13);
    mbedtls_ssl_conf_preference_order(&both->server.conf, order);
    both_setup(both);
    both_connect(both);
    printf("the %s's order: %s\n", whose,
           mbedtls_ssl_get_ciphersuite(&both->client.ssl));
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    memset(data, 'x', sizeof(data));
    codes();
    lengths("nothing asked for", MBEDTLS_SSL_MAX_FRAG_LEN_NONE,
            MBEDTLS_SSL_MAX_FRAG_LEN_NONE);
    lengths("client 512", MBEDTLS_SSL_MAX_FRAG_LEN_512,
            MBEDTLS_SSL_MAX_FRAG_LEN_NONE);
    lengths("client 4096", MBEDTLS_SSL_MAX_FRAG_LEN_4096,
            MBEDTLS_SSL_MAX_FRAG_LEN_NONE);
    lengths("server 1024", MBEDTLS_SSL_MAX_FRAG_LEN_NONE,
            MBEDTLS_SSL_MAX_FRAG_LEN_1024);
    lengths("client 2048, server 512", MBEDTLS_SSL_MAX_FRAG_LEN_2048,
            MBEDTLS_SSL_MAX_FRAG_LEN_512);
    calls(MBEDTLS_SSL_MAX_FRAG_LEN_NONE);
    calls(MBEDTLS_SSL_MAX_FRAG_LEN_1024);
    order("client", MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_CLIENT);
    order("server", MBEDTLS_SSL_SRV_CIPHERSUITE_ORDER_SERVER);
    return 0;
}
