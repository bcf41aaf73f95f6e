/*
 * A program that needs all three libraries, data of theirs included, and
 * another's function if that is linked in (WITH_OTHER).
 */
#include <stdio.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/ssl.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#if defined(WITH_OTHER)
int other_catches(void);
#endif

int main(void)
{
    mbedtls_ssl_context ssl;
    mbedtls_ssl_config conf;
    mbedtls_x509_crt crt;
    mbedtls_entropy_context entropy;
    mbedtls_ctr_drbg_context drbg;
    int ret = 1;

    mbedtls_ssl_init(&ssl);
    mbedtls_ssl_config_init(&conf);
    mbedtls_x509_crt_init(&crt);
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (psa_crypto_init() != PSA_SUCCESS
        || mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                                 0) != 0
        || mbedtls_ssl_config_defaults(&conf, MBEDTLS_SSL_IS_CLIENT,
                                       MBEDTLS_SSL_TRANSPORT_STREAM,
                                       MBEDTLS_SSL_PRESET_DEFAULT) != 0) {
        goto out;
    }
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &drbg);
    mbedtls_ssl_conf_ca_chain(&conf, &crt, NULL);
    mbedtls_ssl_conf_cert_profile(&conf, &mbedtls_x509_crt_profile_default);
    ret = mbedtls_ssl_setup(&ssl, &conf);
    if (ret == 0) {
        ret = mbedtls_ssl_set_hostname(&ssl, "localhost");
    }
#if defined(WITH_OTHER)
    if (other_catches() != 7) {
        ret = 1;
    }
#endif
    printf("%d %u\n", ret,
           (unsigned) mbedtls_x509_crt_profile_default.rsa_min_bitlen);
out:
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    mbedtls_x509_crt_free(&crt);
    mbedtls_ssl_config_free(&conf);
    mbedtls_ssl_free(&ssl);
    return ret;
}
