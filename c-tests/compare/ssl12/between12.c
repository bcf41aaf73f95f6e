/*
 * What comes between the fragments of a handshake message: a client is given
 * the beginning of a ServerHello, an alert, and the rest.
 *
 *     between12
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

/* What the peer sends, and how much of it is taken. */
struct script {
    unsigned char data[64];
    size_t start;
    size_t end;
};

static void add(struct script *script, unsigned char type,
                const unsigned char *content, size_t len)
{
    const unsigned char header[5] = { type, 3, 3, 0, (unsigned char) len };

    memcpy(script->data + script->end, header, sizeof(header));
    memcpy(script->data + script->end + 5, content, len);
    script->end += 5 + len;
}

static int swallow(void *context, const unsigned char *data, size_t len)
{
    (void) context;
    (void) data;
    return (int) len;
}

static int play(void *context, unsigned char *data, size_t len)
{
    struct script *script = context;

    if (script->start == script->end) {
        return MBEDTLS_ERR_SSL_WANT_READ;
    }
    len = len < script->end - script->start ? len
                                            : script->end - script->start;
    memcpy(data, script->data + script->start, len);
    script->start += len;
    return (int) len;
}

static void between(mbedtls_ssl_config *conf, unsigned char level,
                    unsigned char description)
{
    /* Of a ServerHello of 70 bytes. */
    static const unsigned char begun[] = { 2, 0, 0, 70, 3, 3 };
    const unsigned char alert[] = { level, description };
    struct script script = { { 0 }, 0, 0 };
    mbedtls_ssl_context ssl;
    char what[64];

    add(&script, MBEDTLS_SSL_MSG_HANDSHAKE, begun, sizeof(begun));
    add(&script, MBEDTLS_SSL_MSG_ALERT, alert, sizeof(alert));
    add(&script, MBEDTLS_SSL_MSG_HANDSHAKE, begun, sizeof(begun));
    mbedtls_ssl_init(&ssl);
    must("setup", mbedtls_ssl_setup(&ssl, conf));
    must("hostname", mbedtls_ssl_set_hostname(&ssl, NULL));
    mbedtls_ssl_set_bio(&ssl, &script, swallow, play, NULL);
    snprintf(what, sizeof(what), "alert %u %u", level, description);
    show(what, mbedtls_ssl_handshake(&ssl));
    mbedtls_ssl_free(&ssl);
}

int main(void)
{
    struct random random;
    mbedtls_ssl_config conf;

    random_init(&random);
    mbedtls_ssl_config_init(&conf);
    must("defaults", mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT,
         MBEDTLS_SSL_TRANSPORT_STREAM, MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &random.drbg);
    mbedtls_ssl_conf_authmode(&conf, MBEDTLS_SSL_VERIFY_NONE);
    mbedtls_ssl_conf_max_tls_version(&conf, MBEDTLS_SSL_VERSION_TLS1_2);
    between(&conf, MBEDTLS_SSL_ALERT_LEVEL_WARNING,
            MBEDTLS_SSL_ALERT_MSG_USER_CANCELED);
    between(&conf, MBEDTLS_SSL_ALERT_LEVEL_WARNING,
            MBEDTLS_SSL_ALERT_MSG_UNRECOGNIZED_NAME);
    mbedtls_ssl_conf_max_tls_version(&conf, MBEDTLS_SSL_VERSION_TLS1_3);
    between(&conf, MBEDTLS_SSL_ALERT_LEVEL_WARNING,
            MBEDTLS_SSL_ALERT_MSG_USER_CANCELED);
    mbedtls_ssl_config_free(&conf);
    random_free(&random);
    return 0;
}
