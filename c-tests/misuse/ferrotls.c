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
        current = "ferrotls_conf_record_size_limit";
        static mbedtls_ssl_config *conf;
        static uint16_t limit;
        (void) ferrotls_conf_record_size_limit(conf, limit);
    }
    {
        current = "ferrotls_get_group";
        static const mbedtls_ssl_context *ssl;
        (void) ferrotls_get_group(ssl);
    }
    {
        current = "ferrotls_get_psk";
        static const mbedtls_ssl_context *ssl;
        (void) ferrotls_get_psk(ssl);
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
        current = "ferrotls_conf_record_size_limit";
        static mbedtls_ssl_config *conf;
        static uint16_t limit;
        conf = zeroed(0);
        (void) ferrotls_conf_record_size_limit(conf, limit);
    }
    {
        current = "ferrotls_get_group";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_get_group(ssl);
    }
    {
        current = "ferrotls_get_psk";
        static const mbedtls_ssl_context *ssl;
        ssl = zeroed(0);
        (void) ferrotls_get_psk(ssl);
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
