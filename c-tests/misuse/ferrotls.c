/*
 * Every function with NULL and zeros, then with contexts that are zeroed and
 * were never initialised: nothing may crash. 3.6 does not promise this.
 *
 * Written by `cargo xtask matrix`; do not edit.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <ferrotls/ferrotls.h>
/* Memory for any object, zeroed before each call. */
static union {
    unsigned long long align;
    char bytes[8192];
} memory[16];

static void *zeroed(int which)
{
    memset(&memory[which], 0, sizeof(memory[which]));
    return &memory[which];
}

/* The call under way, told if it crashes. */
static const char *volatile current;

static void crashed(int number)
{
    printf("%s: signal %d\n", current, number);
    fflush(stdout);
    _Exit(1);
}

static void with_null(void)
{
    {
        current = "ferrotls_async_signature_scheme";
        static const mbedtls_ssl_context *ssl;
        (void) ferrotls_async_signature_scheme(ssl);
    }
    {
        current = "ferrotls_await_client_certificate";
        static mbedtls_ssl_context *ssl;
        (void) ferrotls_await_client_certificate(ssl);
    }
    {
        current = "ferrotls_client_authentication_status";
        static const mbedtls_ssl_context *ssl;
        (void) ferrotls_client_authentication_status(ssl);
    }
    {
        current = "ferrotls_conf_anti_replay";
        static mbedtls_ssl_config *conf;
        static uint32_t window_ms;
        static size_t capacity;
        (void) ferrotls_conf_anti_replay(conf, window_ms, capacity);
    }
    {
        current = "ferrotls_conf_anti_replay_cb";
        static mbedtls_ssl_config *conf;
        static ferrotls_anti_replay_t cb;
        static void *ctx;
        (void) ferrotls_conf_anti_replay_cb(conf, cb, ctx);
    }
    {
        current = "ferrotls_conf_certificate_authorities";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *list;
        (void) ferrotls_conf_certificate_authorities(conf, list);
    }
    {
        current = "ferrotls_conf_certificate_compression";
        static mbedtls_ssl_config *conf;
        static const uint16_t *algorithms;
        (void) ferrotls_conf_certificate_compression(conf, algorithms);
    }
    {
        current = "ferrotls_conf_certificate_types";
        static mbedtls_ssl_config *conf;
        static const unsigned char *own;
        static size_t own_len;
        static const unsigned char *peer;
        static size_t peer_len;
        (void) ferrotls_conf_certificate_types(conf, own, own_len, peer, peer_len);
    }
    {
        current = "ferrotls_conf_cookie_key";
        static mbedtls_ssl_config *conf;
        static const unsigned char *key;
        static size_t len;
        (void) ferrotls_conf_cookie_key(conf, key, len);
    }
    {
        current = "ferrotls_conf_grease";
        static mbedtls_ssl_config *conf;
        static int on;
        (void) ferrotls_conf_grease(conf, on);
    }
    {
        current = "ferrotls_conf_hello_padding";
        static mbedtls_ssl_config *conf;
        static int on;
        (void) ferrotls_conf_hello_padding(conf, on);
    }
    {
        current = "ferrotls_conf_keylog_env";
        static mbedtls_ssl_config *conf;
        (void) ferrotls_conf_keylog_env(conf);
    }
    {
        current = "ferrotls_conf_keylog_file";
        static mbedtls_ssl_config *conf;
        static const char *path;
        (void) ferrotls_conf_keylog_file(conf, path);
    }
    {
        current = "ferrotls_conf_ocsp_response";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *response;
        static size_t len;
        (void) ferrotls_conf_ocsp_response(conf, crt, response, len);
    }
    {
        current = "ferrotls_conf_own_raw_key";
        static mbedtls_ssl_config *conf;
        static mbedtls_pk_context *key;
        (void) ferrotls_conf_own_raw_key(conf, key);
    }
    {
        current = "ferrotls_conf_post_handshake_auth";
        static mbedtls_ssl_config *conf;
        static int on;
        (void) ferrotls_conf_post_handshake_auth(conf, on);
    }
    {
        current = "ferrotls_conf_raw_key_cb";
        static mbedtls_ssl_config *conf;
        static int (*f_key)(void *p_key, mbedtls_ssl_context *ssl, const unsigned char *spki, size_t spki_len, uint32_t *flags);
        static void *p_key;
        (void) ferrotls_conf_raw_key_cb(conf, f_key, p_key);
    }
    {
        current = "ferrotls_conf_record_size_limit";
        static mbedtls_ssl_config *conf;
        static uint16_t limit;
        (void) ferrotls_conf_record_size_limit(conf, limit);
    }
    {
        current = "ferrotls_conf_request_ocsp";
        static mbedtls_ssl_config *conf;
        static int on;
        (void) ferrotls_conf_request_ocsp(conf, on);
    }
    {
        current = "ferrotls_conf_request_scts";
        static mbedtls_ssl_config *conf;
        static int on;
        (void) ferrotls_conf_request_scts(conf, on);
    }
    {
        current = "ferrotls_conf_scts";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *list;
        static size_t len;
        (void) ferrotls_conf_scts(conf, crt, list, len);
    }
    {
        current = "ferrotls_conf_stateless_retry";
        static mbedtls_ssl_config *conf;
        static int mode;
        (void) ferrotls_conf_stateless_retry(conf, mode);
    }
    {
        current = "ferrotls_conf_trusted_raw_key";
        static mbedtls_ssl_config *conf;
        static const unsigned char *spki;
        static size_t len;
        (void) ferrotls_conf_trusted_raw_key(conf, spki, len);
    }
    {
        current = "ferrotls_export_early_keying_material";
        static mbedtls_ssl_context *ssl;
        static uint8_t *out;
        static size_t key_len;
        static const char *label;
        static size_t label_len;
        static const unsigned char *context;
        static size_t context_len;
        (void) ferrotls_export_early_keying_material(ssl, out, key_len, label, label_len, context, context_len);
    }
    {
        current = "ferrotls_get_group";
        static const mbedtls_ssl_context *ssl;
        (void) ferrotls_get_group(ssl);
    }
    {
        current = "ferrotls_get_ocsp_response";
        static const mbedtls_ssl_context *ssl;
        static size_t index;
        static const unsigned char **response;
        static size_t *len;
        (void) ferrotls_get_ocsp_response(ssl, index, response, len);
    }
    {
        current = "ferrotls_get_peer_raw_key";
        static const mbedtls_ssl_context *ssl;
        static const unsigned char **spki;
        static size_t *len;
        (void) ferrotls_get_peer_raw_key(ssl, spki, len);
    }
    {
        current = "ferrotls_get_psk";
        static const mbedtls_ssl_context *ssl;
        (void) ferrotls_get_psk(ssl);
    }
    {
        current = "ferrotls_get_scts";
        static const mbedtls_ssl_context *ssl;
        static size_t index;
        static const unsigned char **list;
        static size_t *len;
        (void) ferrotls_get_scts(ssl, index, list, len);
    }
    {
        current = "ferrotls_request_client_certificate";
        static mbedtls_ssl_context *ssl;
        (void) ferrotls_request_client_certificate(ssl);
    }
    {
        current = "ferrotls_set_hs_ocsp_response";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *response;
        static size_t len;
        (void) ferrotls_set_hs_ocsp_response(ssl, crt, response, len);
    }
    {
        current = "ferrotls_set_hs_scts";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *list;
        static size_t len;
        (void) ferrotls_set_hs_scts(ssl, crt, list, len);
    }
    {
        current = "ferrotls_update_keys";
        static mbedtls_ssl_context *ssl;
        static int request_peer;
        (void) ferrotls_update_keys(ssl, request_peer);
    }
    {
        current = "ferrotls_version";
        (void) ferrotls_version();
    }
}

static void with_zeroed_memory(void)
{
    {
        current = "ferrotls_async_signature_scheme";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_async_signature_scheme(ssl);
    }
    {
        current = "ferrotls_await_client_certificate";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_await_client_certificate(ssl);
    }
    {
        current = "ferrotls_client_authentication_status";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_client_authentication_status(ssl);
    }
    {
        current = "ferrotls_conf_anti_replay";
        static mbedtls_ssl_config *conf;
        static uint32_t window_ms;
        static size_t capacity;
        conf = zeroed(0);
        (void) ferrotls_conf_anti_replay(conf, window_ms, capacity);
    }
    {
        current = "ferrotls_conf_anti_replay_cb";
        static mbedtls_ssl_config *conf;
        static ferrotls_anti_replay_t cb;
        static void *ctx;
        conf = zeroed(0);
        ctx = zeroed(2);
        (void) ferrotls_conf_anti_replay_cb(conf, cb, ctx);
    }
    {
        current = "ferrotls_conf_certificate_authorities";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *list;
        conf = zeroed(0);
        list = zeroed(1);
        (void) ferrotls_conf_certificate_authorities(conf, list);
    }
    {
        current = "ferrotls_conf_certificate_compression";
        static mbedtls_ssl_config *conf;
        static const uint16_t *algorithms;
        conf = zeroed(0);
        algorithms = zeroed(1);
        (void) ferrotls_conf_certificate_compression(conf, algorithms);
    }
    {
        current = "ferrotls_conf_certificate_types";
        static mbedtls_ssl_config *conf;
        static const unsigned char *own;
        static size_t own_len;
        static const unsigned char *peer;
        static size_t peer_len;
        conf = zeroed(0);
        own = zeroed(1);
        peer = zeroed(3);
        (void) ferrotls_conf_certificate_types(conf, own, own_len, peer, peer_len);
    }
    {
        current = "ferrotls_conf_cookie_key";
        static mbedtls_ssl_config *conf;
        static const unsigned char *key;
        static size_t len;
        conf = zeroed(0);
        key = zeroed(1);
        (void) ferrotls_conf_cookie_key(conf, key, len);
    }
    {
        current = "ferrotls_conf_grease";
        static mbedtls_ssl_config *conf;
        static int on;
        conf = zeroed(0);
        (void) ferrotls_conf_grease(conf, on);
    }
    {
        current = "ferrotls_conf_hello_padding";
        static mbedtls_ssl_config *conf;
        static int on;
        conf = zeroed(0);
        (void) ferrotls_conf_hello_padding(conf, on);
    }
    {
        current = "ferrotls_conf_keylog_env";
        static mbedtls_ssl_config *conf;
        conf = zeroed(0);
        (void) ferrotls_conf_keylog_env(conf);
    }
    {
        current = "ferrotls_conf_keylog_file";
        static mbedtls_ssl_config *conf;
        static const char *path;
        conf = zeroed(0);
        path = zeroed(1);
        (void) ferrotls_conf_keylog_file(conf, path);
    }
    {
        current = "ferrotls_conf_ocsp_response";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *response;
        static size_t len;
        conf = zeroed(0);
        crt = zeroed(1);
        response = zeroed(2);
        (void) ferrotls_conf_ocsp_response(conf, crt, response, len);
    }
    {
        current = "ferrotls_conf_own_raw_key";
        static mbedtls_ssl_config *conf;
        static mbedtls_pk_context *key;
        conf = zeroed(0);
        key = zeroed(1);
        (void) ferrotls_conf_own_raw_key(conf, key);
    }
    {
        current = "ferrotls_conf_post_handshake_auth";
        static mbedtls_ssl_config *conf;
        static int on;
        conf = zeroed(0);
        (void) ferrotls_conf_post_handshake_auth(conf, on);
    }
    {
        current = "ferrotls_conf_raw_key_cb";
        static mbedtls_ssl_config *conf;
        static int (*f_key)(void *p_key, mbedtls_ssl_context *ssl, const unsigned char *spki, size_t spki_len, uint32_t *flags);
        static void *p_key;
        conf = zeroed(0);
        p_key = zeroed(2);
        (void) ferrotls_conf_raw_key_cb(conf, f_key, p_key);
    }
    {
        current = "ferrotls_conf_record_size_limit";
        static mbedtls_ssl_config *conf;
        static uint16_t limit;
        conf = zeroed(0);
        (void) ferrotls_conf_record_size_limit(conf, limit);
    }
    {
        current = "ferrotls_conf_request_ocsp";
        static mbedtls_ssl_config *conf;
        static int on;
        conf = zeroed(0);
        (void) ferrotls_conf_request_ocsp(conf, on);
    }
    {
        current = "ferrotls_conf_request_scts";
        static mbedtls_ssl_config *conf;
        static int on;
        conf = zeroed(0);
        (void) ferrotls_conf_request_scts(conf, on);
    }
    {
        current = "ferrotls_conf_scts";
        static mbedtls_ssl_config *conf;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *list;
        static size_t len;
        conf = zeroed(0);
        crt = zeroed(1);
        list = zeroed(2);
        (void) ferrotls_conf_scts(conf, crt, list, len);
    }
    {
        current = "ferrotls_conf_stateless_retry";
        static mbedtls_ssl_config *conf;
        static int mode;
        conf = zeroed(0);
        (void) ferrotls_conf_stateless_retry(conf, mode);
    }
    {
        current = "ferrotls_conf_trusted_raw_key";
        static mbedtls_ssl_config *conf;
        static const unsigned char *spki;
        static size_t len;
        conf = zeroed(0);
        spki = zeroed(1);
        (void) ferrotls_conf_trusted_raw_key(conf, spki, len);
    }
    {
        current = "ferrotls_export_early_keying_material";
        static mbedtls_ssl_context *ssl;
        static uint8_t *out;
        static size_t key_len;
        static const char *label;
        static size_t label_len;
        static const unsigned char *context;
        static size_t context_len;
        ssl = zeroed(0);
        out = zeroed(1);
        label = zeroed(3);
        context = zeroed(5);
        (void) ferrotls_export_early_keying_material(ssl, out, key_len, label, label_len, context, context_len);
    }
    {
        current = "ferrotls_get_group";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_get_group(ssl);
    }
    {
        current = "ferrotls_get_ocsp_response";
        static const mbedtls_ssl_context *ssl;
        static size_t index;
        static const unsigned char **response;
        static size_t *len;
        ssl = zeroed(0);
        response = zeroed(2);
        len = zeroed(3);
        (void) ferrotls_get_ocsp_response(ssl, index, response, len);
    }
    {
        current = "ferrotls_get_peer_raw_key";
        static const mbedtls_ssl_context *ssl;
        static const unsigned char **spki;
        static size_t *len;
        ssl = zeroed(0);
        spki = zeroed(1);
        len = zeroed(2);
        (void) ferrotls_get_peer_raw_key(ssl, spki, len);
    }
    {
        current = "ferrotls_get_psk";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_get_psk(ssl);
    }
    {
        current = "ferrotls_get_scts";
        static const mbedtls_ssl_context *ssl;
        static size_t index;
        static const unsigned char **list;
        static size_t *len;
        ssl = zeroed(0);
        list = zeroed(2);
        len = zeroed(3);
        (void) ferrotls_get_scts(ssl, index, list, len);
    }
    {
        current = "ferrotls_request_client_certificate";
        static mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_request_client_certificate(ssl);
    }
    {
        current = "ferrotls_set_hs_ocsp_response";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *response;
        static size_t len;
        ssl = zeroed(0);
        crt = zeroed(1);
        response = zeroed(2);
        (void) ferrotls_set_hs_ocsp_response(ssl, crt, response, len);
    }
    {
        current = "ferrotls_set_hs_scts";
        static mbedtls_ssl_context *ssl;
        static const mbedtls_x509_crt *crt;
        static const unsigned char *list;
        static size_t len;
        ssl = zeroed(0);
        crt = zeroed(1);
        list = zeroed(2);
        (void) ferrotls_set_hs_scts(ssl, crt, list, len);
    }
    {
        current = "ferrotls_update_keys";
        static mbedtls_ssl_context *ssl;
        static int request_peer;
        ssl = zeroed(0);
        (void) ferrotls_update_keys(ssl, request_peer);
    }
    {
        current = "ferrotls_version";
        (void) ferrotls_version();
    }
}

int main(void)
{
    signal(SIGSEGV, crashed);
    signal(SIGBUS, crashed);
    signal(SIGABRT, crashed);
    with_null();
    with_zeroed_memory();
    printf("every function returned\n");
    return current == NULL || zeroed(0) == NULL;
}
