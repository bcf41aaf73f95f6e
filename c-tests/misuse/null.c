/*
 * NULL where a pointer belongs, and calls in the wrong order: an error code,
 * never a crash. 3.6 does not promise this.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/debug.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl_ciphersuites.h>

static int refused;

/* A call that must fail. */
static void refuse(const char *what, int ret)
{
    if (ret >= 0) {
        printf("%s: %d\n", what, ret);
        refused = -1;
    } else if (refused >= 0) {
        refused++;
    }
}

#define REFUSE(call) refuse(#call, call)

static void contexts(void)
{
    unsigned char data[16] = { 0 };
    uint32_t flags = 0;
    size_t len = 0;

    mbedtls_ssl_init(NULL);
    mbedtls_ssl_free(NULL);
    mbedtls_ssl_config_init(NULL);
    mbedtls_ssl_config_free(NULL);
    mbedtls_ssl_session_init(NULL);
    mbedtls_ssl_session_free(NULL);
    REFUSE(mbedtls_ssl_setup(NULL, NULL));
    REFUSE(mbedtls_ssl_session_reset(NULL));
    REFUSE(mbedtls_ssl_handshake(NULL));
    REFUSE(mbedtls_ssl_handshake_step(NULL));
    REFUSE(mbedtls_ssl_read(NULL, data, sizeof(data)));
    REFUSE(mbedtls_ssl_write(NULL, data, sizeof(data)));
    REFUSE(mbedtls_ssl_close_notify(NULL));
    REFUSE(mbedtls_ssl_send_alert_message(NULL, 2, 80));
    REFUSE(mbedtls_ssl_set_hostname(NULL, "localhost"));
    REFUSE(mbedtls_ssl_set_hs_own_cert(NULL, NULL, NULL));
    REFUSE(mbedtls_ssl_export_keying_material(NULL, data, sizeof(data), "a",
                                              1, NULL, 0, 0));
    REFUSE(mbedtls_ssl_config_defaults(NULL, 0, 0, 0));
    REFUSE(mbedtls_ssl_conf_own_cert(NULL, NULL, NULL));
    REFUSE(mbedtls_ssl_conf_alpn_protocols(NULL, NULL));
    mbedtls_ssl_set_bio(NULL, NULL, NULL, NULL, NULL);
    mbedtls_ssl_set_verify(NULL, NULL, NULL);
    mbedtls_ssl_set_export_keys_cb(NULL, NULL, NULL);
    mbedtls_ssl_set_hs_ca_chain(NULL, NULL, NULL);
    mbedtls_ssl_set_hs_authmode(NULL, 0);
    mbedtls_ssl_conf_rng(NULL, NULL, NULL);
    mbedtls_ssl_conf_dbg(NULL, NULL, NULL);
    mbedtls_ssl_conf_verify(NULL, NULL, NULL);
    mbedtls_ssl_conf_sni(NULL, NULL, NULL);
    mbedtls_ssl_conf_cert_cb(NULL, NULL);
    mbedtls_ssl_conf_authmode(NULL, 0);
    mbedtls_ssl_conf_ca_chain(NULL, NULL, NULL);
    mbedtls_ssl_conf_ciphersuites(NULL, NULL);
    mbedtls_ssl_conf_groups(NULL, NULL);
    mbedtls_ssl_conf_sig_algs(NULL, NULL);
    mbedtls_ssl_conf_read_timeout(NULL, 1);
    mbedtls_ssl_conf_min_tls_version(NULL, MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_max_tls_version(NULL, MBEDTLS_SSL_VERSION_TLS1_3);
    printf("%s %d %d %lu\n",
           mbedtls_ssl_get_version(NULL) ? "a version" : "no version",
           mbedtls_ssl_get_ciphersuite(NULL) != NULL,
           mbedtls_ssl_get_alpn_protocol(NULL) != NULL,
           (unsigned long) mbedtls_ssl_get_bytes_avail(NULL));
    printf("%d %d %d\n", mbedtls_ssl_get_peer_cert(NULL) != NULL,
           mbedtls_ssl_check_pending(NULL),
           mbedtls_ssl_get_verify_result(NULL) == (uint32_t) -1);
    REFUSE(mbedtls_ssl_get_max_out_record_payload(NULL));
    REFUSE(mbedtls_ssl_get_max_in_record_payload(NULL));
    REFUSE(mbedtls_ssl_get_record_expansion(NULL));
    check("no name", mbedtls_ssl_get_hs_sni(NULL, &len) == NULL);

    mbedtls_x509_crt_init(NULL);
    mbedtls_x509_crt_free(NULL);
    mbedtls_pk_init(NULL);
    mbedtls_pk_free(NULL);
    REFUSE(mbedtls_x509_crt_parse(NULL, data, sizeof(data)));
    REFUSE(mbedtls_x509_crt_parse_der(NULL, data, sizeof(data)));
    REFUSE(mbedtls_x509_crt_parse_file(NULL, "nowhere"));
    REFUSE(mbedtls_x509_crt_verify(NULL, NULL, NULL, NULL, &flags, NULL,
                                   NULL));
    REFUSE(mbedtls_x509_crt_info((char *) data, sizeof(data), NULL, NULL) -
           1);
    REFUSE(mbedtls_pk_parse_key(NULL, data, sizeof(data), NULL, 0, NULL,
                                NULL));
    REFUSE(mbedtls_pk_parse_keyfile(NULL, "nowhere", NULL, NULL, NULL));
    REFUSE(mbedtls_net_connect(NULL, NULL, NULL, 0));
    REFUSE(mbedtls_net_send(NULL, data, 1));
    REFUSE(mbedtls_net_recv(NULL, data, 1));
    mbedtls_net_init(NULL);
    mbedtls_net_free(NULL);
    mbedtls_ctr_drbg_init(NULL);
    mbedtls_ctr_drbg_free(NULL);
    mbedtls_entropy_init(NULL);
    mbedtls_entropy_free(NULL);
    /* These may do without the context: the system's randomness is used. */
    check("random", mbedtls_ctr_drbg_random(NULL, data, sizeof(data)) <= 0);
    check("entropy", mbedtls_entropy_func(NULL, data, sizeof(data)) <= 0);
    REFUSE(mbedtls_ctr_drbg_random(NULL, NULL, sizeof(data)));
}

/* The second pointer of a call that has a good context. */
static void arguments(const char *folder)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_x509_crt crt;
    unsigned char data[16] = { 0 };

    REFUSE(mbedtls_ssl_setup(&both->client.ssl, NULL));
    both_setup(both);
    both_connect(both);
    REFUSE(mbedtls_ssl_read(&both->client.ssl, NULL, 16));
    REFUSE(mbedtls_ssl_write(&both->client.ssl, NULL, 16));
    /* Neither has harmed the connection. */
    both_transfer(both, &both->client, "hello", 5);
    mbedtls_ssl_set_bio(&both->client.ssl, NULL, NULL, NULL, NULL);
    REFUSE(mbedtls_ssl_read(&both->client.ssl, data, 16));
    REFUSE(mbedtls_ssl_write(&both->client.ssl, data, 16));
    both_free(both);

    mbedtls_x509_crt_init(&crt);
    REFUSE(mbedtls_x509_crt_parse(&crt, NULL, 16));
    REFUSE(mbedtls_x509_crt_parse(&crt, data, 0));
    REFUSE(mbedtls_x509_crt_parse_file(&crt, NULL));
    REFUSE(mbedtls_x509_crt_parse_file(&crt, "nowhere"));
    REFUSE(mbedtls_x509_crt_parse_path(&crt, "nowhere"));
    mbedtls_x509_crt_free(&crt);
}

/* A configuration without this or that. */
static void incomplete(const char *folder)
{
    struct both *both;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;
    int client, server;

    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_init(&ssl);
    REFUSE(mbedtls_ssl_setup(&ssl, &conf));
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);

    /* A client that trusts nobody, and a server without a certificate. */
    both = both_new(folder, "p256");
    mbedtls_ssl_conf_ca_chain(&both->client.conf, NULL, NULL);
    both_setup(both);
    both_handshake(both, &client, &server);
    printf("no root: -0x%04x\n", (unsigned) -client);
    both_free(both);
    both = both_new(folder, "p256");
    mbedtls_ssl_config_free(&both->server.conf);
    mbedtls_ssl_config_init(&both->server.conf);
    must("config_defaults",
         mbedtls_ssl_config_defaults(&both->server.conf, MBEDTLS_SSL_IS_SERVER,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_min_tls_version(&both->server.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    both_setup(both);
    both_handshake(both, &client, &server);
    check("no server without a certificate", server < 0 && !waits(server));
    check("no connection to it", client < 0);
    both_free(both);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);

    contexts();
    arguments(folder);
    incomplete(folder);
    printf("refused: %d\n", refused);
    return refused > 0 ? 0 : 1;
}
