/*
 * Orders of calls that real programs rely on, though no manual promises them.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/net_sockets.h>

static const char *folder;

static void result(struct both *both)
{
    int client, server;

    both_handshake(both, &client, &server);
    printf("  client: -0x%04x server: -0x%04x\n", (unsigned) -client,
           (unsigned) -server);
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
}

/* set_bio and set_hostname before setup. */
static void bio_before_setup(void)
{
    struct both *both = both_new(folder, "p256");

    printf("set_bio and set_hostname before setup\n");
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, end_send, end_recv,
                        NULL);
    show("  set_hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    must("setup", mbedtls_ssl_setup(&both->client.ssl, &both->client.conf));
    must("setup", mbedtls_ssl_setup(&both->server.ssl, &both->server.conf));
    result(both);
    both_free(both);
}

/* What defaults overwrite of what was set before them. */
static void conf_before_defaults(int endpoint, const char *who)
{
    static const int suites[] = { MBEDTLS_TLS1_3_AES_256_GCM_SHA384, 0 };
    struct random random;
    mbedtls_ssl_config conf;
    mbedtls_ssl_context ssl;

    printf("settings before config_defaults, %s\n", who);
    random_init(&random);
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &random.drbg);
    mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_OPTIONAL);
    mbedtls_ssl_conf_ciphersuites(&conf, suites);
    mbedtls_ssl_conf_read_timeout(&conf, 1234);
    mbedtls_ssl_conf_max_tls_version(&conf, MBEDTLS_SSL_VERSION_TLS1_2);
    must("config_defaults",
         mbedtls_ssl_config_defaults(&conf, endpoint,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    printf("  authmode=%d\n", conf.MBEDTLS_PRIVATE(authmode));
    printf("  endpoint=%d\n", conf.MBEDTLS_PRIVATE(endpoint));
    show("  setup", mbedtls_ssl_setup(&ssl, &conf));
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    random_free(&random);
}

/* The rest of a configuration survives the defaults that come after it. */
static void defaults_after_settings(void)
{
    struct both *both = both_new(folder, "p256");

    printf("config_defaults after everything else\n");
    must("config_defaults",
         mbedtls_ssl_config_defaults(&both->client.conf, MBEDTLS_SSL_IS_CLIENT,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    must("config_defaults",
         mbedtls_ssl_config_defaults(&both->server.conf, MBEDTLS_SSL_IS_SERVER,
                                     MBEDTLS_SSL_TRANSPORT_STREAM,
                                     MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_min_tls_version(&both->server.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    mbedtls_ssl_conf_min_tls_version(&both->client.conf,
                                     MBEDTLS_SSL_VERSION_TLS1_3);
    both_setup(both);
    result(both);
    both_free(both);
}

/* Free on memory that is all zero and never saw its init. */
static void free_zeroed(void)
{
    mbedtls_ssl_context *ssl = calloc(1, sizeof(*ssl));
    mbedtls_ssl_config *conf = calloc(1, sizeof(*conf));
    mbedtls_x509_crt *crt = calloc(1, sizeof(*crt));
    mbedtls_pk_context *key = calloc(1, sizeof(*key));
    mbedtls_ctr_drbg_context *drbg = calloc(1, sizeof(*drbg));
    mbedtls_entropy_context *entropy = calloc(1, sizeof(*entropy));
    mbedtls_ssl_session *session = calloc(1, sizeof(*session));

    check("there is memory", ssl && conf && crt && key && drbg && entropy &&
          session);
    printf("free of zeroed memory\n");
    mbedtls_ssl_free(ssl);
    mbedtls_ssl_config_free(conf);
    mbedtls_x509_crt_free(crt);
    mbedtls_pk_free(key);
    mbedtls_ctr_drbg_free(drbg);
    mbedtls_entropy_free(entropy);
    mbedtls_ssl_session_free(session);
    /* And once more: a second free does nothing. */
    mbedtls_ssl_free(ssl);
    mbedtls_ssl_config_free(conf);
    mbedtls_x509_crt_free(crt);
    mbedtls_pk_free(key);
    free(ssl);
    free(conf);
    free(crt);
    free(key);
    free(drbg);
    free(entropy);
    free(session);
}

/* A configuration with an empty certificate and key. */
static void empty_own_cert(void)
{
    struct both *both = both_new(folder, "p256");
    mbedtls_x509_crt crt;
    mbedtls_pk_context key;

    printf("an empty certificate and key\n");
    mbedtls_x509_crt_init(&crt);
    mbedtls_pk_init(&key);
    show("  own_cert", mbedtls_ssl_conf_own_cert(&both->client.conf, &crt,
                                                 &key));
    printf("  version=%d key type=%d\n", crt.version,
           (int) mbedtls_pk_get_type(&key));
    both_setup(both);
    result(both);
    both_free(both);
    mbedtls_x509_crt_free(&crt);
    mbedtls_pk_free(&key);
}

/* Reading nothing works on what has come. */
static void pump(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[16];

    printf("read(NULL, 0)\n");
    both_setup(both);
    both_connect(both);
    show("  nothing there", mbedtls_ssl_read(&both->client.ssl, NULL, 0));
    show("  available", (int) mbedtls_ssl_get_bytes_avail(&both->client.ssl));
    show("  write", mbedtls_ssl_write(&both->server.ssl,
                                      (const unsigned char *) "hello", 5));
    show("  available", (int) mbedtls_ssl_get_bytes_avail(&both->client.ssl));
    show("  five bytes there", mbedtls_ssl_read(&both->client.ssl, NULL, 0));
    show("  available", (int) mbedtls_ssl_get_bytes_avail(&both->client.ssl));
    show("  read", mbedtls_ssl_read(&both->client.ssl, data, sizeof(data)));
    show("  available", (int) mbedtls_ssl_get_bytes_avail(&both->client.ssl));
    show("  write of nothing", mbedtls_ssl_write(&both->server.ssl, NULL, 0));
    both_free(both);
}

/* No name, an empty name, a name too long, a name set twice. */
static void hostnames(void)
{
    static const char *const names[] = { NULL, "", "localhost", "127.0.0.1",
                                         "elsewhere.example" };
    char long_name[300];
    struct both *both;
    size_t i;

    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        both = both_new(folder, "p256");
        printf("set_hostname %s%s%s\n", names[i] ? "\"" : "",
               names[i] ? names[i] : "NULL", names[i] ? "\"" : "");
        both_setup(both);
        show("  set_hostname",
             mbedtls_ssl_set_hostname(&both->client.ssl, names[i]));
        result(both);
        printf("  flags=0x%x\n", (unsigned)
               mbedtls_ssl_get_verify_result(&both->client.ssl));
        both_free(both);
    }
    both = both_new(folder, "p256");
    both_setup(both);
    memset(long_name, 'a', sizeof(long_name) - 1);
    long_name[sizeof(long_name) - 1] = '\0';
    show("set_hostname of 299 bytes",
         mbedtls_ssl_set_hostname(&both->client.ssl, long_name));
    result(both);
    both_free(both);
}

/* No call to set_hostname at all, while the peer must be verified. */
static void no_hostname(void)
{
    struct both *both = both_new(folder, "p256");

    printf("set_hostname never called\n");
    must("setup", mbedtls_ssl_setup(&both->client.ssl, &both->client.conf));
    must("setup", mbedtls_ssl_setup(&both->server.ssl, &both->server.conf));
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, end_send, end_recv,
                        NULL);
    result(both);
    both_free(both);
}

/* The state is a number that programs read and log. */
static void private_state(void)
{
    struct both *both = both_new(folder, "p256");

    printf("the state and the transport as programs look at them\n");
    both_setup(both);
    printf("  state=%d\n", both->client.ssl.MBEDTLS_PRIVATE(state));
    printf("  f_send is %s\n",
           both->client.ssl.MBEDTLS_PRIVATE(f_send) == end_send ? "ours" :
           "another");
    printf("  p_bio is %s\n",
           both->client.ssl.MBEDTLS_PRIVATE(p_bio) == &both->client ? "ours" :
           "another");
    printf("  conf is %s\n",
           both->client.ssl.MBEDTLS_PRIVATE(conf) == &both->client.conf ?
           "ours" : "another");
    both_connect(both);
    printf("  state=%d\n", both->client.ssl.MBEDTLS_PRIVATE(state));
    printf("  over=%d\n", mbedtls_ssl_is_handshake_over(&both->client.ssl));
    mbedtls_ssl_set_bio(&both->client.ssl, NULL, mbedtls_net_send,
                        mbedtls_net_recv, NULL);
    printf("  f_send is %s\n",
           both->client.ssl.MBEDTLS_PRIVATE(f_send) == mbedtls_net_send ?
           "mbedtls_net_send" : "another");
    both_free(both);
}

/* Calls on a context that was freed, or never set up. */
static void after_free(void)
{
    struct both *both = both_new(folder, "p256");
    unsigned char data[4] = { 0 };

    printf("calls before setup and after free\n");
    show("  handshake", mbedtls_ssl_handshake(&both->client.ssl));
    show("  step", mbedtls_ssl_handshake_step(&both->client.ssl));
    show("  read", mbedtls_ssl_read(&both->client.ssl, data, 4));
    show("  write", mbedtls_ssl_write(&both->client.ssl, data, 4));
    show("  close_notify", mbedtls_ssl_close_notify(&both->client.ssl));
    both_setup(both);
    both_connect(both);
    mbedtls_ssl_free(&both->client.ssl);
    show("  handshake", mbedtls_ssl_handshake(&both->client.ssl));
    show("  step", mbedtls_ssl_handshake_step(&both->client.ssl));
    show("  read", mbedtls_ssl_read(&both->client.ssl, data, 4));
    show("  write", mbedtls_ssl_write(&both->client.ssl, data, 4));
    show("  close_notify", mbedtls_ssl_close_notify(&both->client.ssl));
    /* The freed context can be used anew. */
    mbedtls_ssl_init(&both->client.ssl);
    must("setup", mbedtls_ssl_setup(&both->client.ssl, &both->client.conf));
    must("hostname",
         mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    mbedtls_ssl_set_bio(&both->client.ssl, &both->client, end_send, end_recv,
                        NULL);
    must("session_reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    result(both);
    both_free(both);
}

/* What a parsed certificate holds, as programs read it. */
static void certificate_fields(void)
{
    mbedtls_x509_crt crt;
    size_t len;

    printf("fields of a certificate\n");
    mbedtls_x509_crt_init(&crt);
    printf("  before: version=%d\n", crt.version);
    mbedtls_x509_crt_free(&crt);
    crt_load(&crt, folder, "chain");
    /* The raw bytes are the certificate itself: a SEQUENCE of that length. */
    check("there are bytes", crt.raw.p != NULL && crt.raw.len > 4);
    len = ((size_t) crt.raw.p[2] << 8 | crt.raw.p[3]) + 4;
    printf("  version=%d tag=0x%x whole=%d next=%s\n", crt.version,
           (unsigned) crt.raw.p[0], len == crt.raw.len,
           crt.next ? "there" : "none");
    printf("  ca_istrue=%d names=%s\n", crt.MBEDTLS_PRIVATE(ca_istrue),
           crt.subject_alt_names.buf.p ? "there" : "none");
    printf("  subject=%.*s\n", (int) crt.subject.next->val.len,
           (const char *) crt.subject.next->val.p);
    printf("  issuer=%.*s\n", (int) crt.issuer.next->val.len,
           (const char *) crt.issuer.next->val.p);
    printf("  key=%s %d bits\n", mbedtls_pk_get_name(&crt.pk),
           (int) mbedtls_pk_get_bitlen(&crt.pk));
    printf("  from before to: %s\n",
           crt.valid_from.year < crt.valid_to.year ? "yes" : "no");
    mbedtls_x509_crt_free(&crt);
    printf("  freed: version=%d\n", crt.version);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    bio_before_setup();
    conf_before_defaults(MBEDTLS_SSL_IS_CLIENT, "client");
    conf_before_defaults(MBEDTLS_SSL_IS_SERVER, "server");
    defaults_after_settings();
    free_zeroed();
    empty_own_cert();
    pump();
    hostnames();
    no_hostname();
    private_state();
    after_free();
    certificate_fields();
    return 0;
}
