/* A program that names functions of libmbedtls alone. */
#include <stdio.h>

#include <mbedtls/debug.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>

int main(void)
{
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_net_context net;
    /* Its address is one and the same, whichever library it comes from. */
    mbedtls_ssl_send_t *const f_send = mbedtls_net_send;
    int ret;

    mbedtls_net_init(&net);
    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    mbedtls_debug_set_threshold(0);
    ret = mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT,
                                      MBEDTLS_SSL_TRANSPORT_STREAM,
                                      MBEDTLS_SSL_PRESET_DEFAULT);
    if (ret == 0) {
        ret = mbedtls_ssl_setup(&ssl, &conf);
    }
    mbedtls_ssl_set_bio(&ssl, &net, f_send, mbedtls_net_recv, NULL);
    printf("%d\n", ret);
    mbedtls_ssl_free(&ssl);
    mbedtls_ssl_config_free(&conf);
    mbedtls_net_free(&net);
    return ret != 0 || f_send != mbedtls_net_send;
}
