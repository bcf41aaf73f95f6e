/*
 * What the functions that configure TLS 1.2 answer, which versions
 * mbedtls_ssl_setup() takes, and what mbedtls_ssl_config_defaults() overwrites.
 */
#include "support/support.h"

/* Functions of older releases are looked at too. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#include <stdio.h>
#include <string.h>

static struct random rng;

static void conf_new(mbedtls_ssl_config *conf, int endpoint)
{
    mbedtls_ssl_config_init(conf);
    must("defaults", mbedtls_ssl_config_defaults(
             conf, endpoint, MBEDTLS_SSL_TRANSPORT_STREAM,
             MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random, &rng.drbg);
}

static void show_setup(const char *what, const mbedtls_ssl_config *conf)
{
    mbedtls_ssl_context ssl;
    int ret;

    mbedtls_ssl_init(&ssl);
    ret = mbedtls_ssl_setup(&ssl, conf);
    printf("%s%s0x%04x", what, ret == 0 ? "" : "-",
           (unsigned) (ret == 0 ? 0 : -ret));
    if (ret == 0)
        printf(" %s 0x%04x", mbedtls_ssl_get_version(&ssl),
               (unsigned) mbedtls_ssl_get_version_number(&ssl));
    printf("\n");
    mbedtls_ssl_free(&ssl);
}

static void versions(void)
{
    static const int numbers[] = { 0, 0x0302, 0x0303, 0x0304, 0x0305 };
    static const int minors[] = { 0, 2, 3, 4, 5 };
    mbedtls_ssl_config conf;
    size_t i, j;
    int endpoint;
    char text[64];

    printf("versions\n");
    for (endpoint = 0; endpoint < 2; endpoint++)
        for (i = 0; i < 5; i++)
            for (j = 0; j < 5; j++) {
                conf_new(&conf, endpoint);
                mbedtls_ssl_conf_min_tls_version(
                    &conf, (mbedtls_ssl_protocol_version) numbers[i]);
                mbedtls_ssl_conf_max_tls_version(
                    &conf, (mbedtls_ssl_protocol_version) numbers[j]);
                snprintf(text, sizeof(text), "  %d: %04x to %04x: ", endpoint,
                         (unsigned) numbers[i], (unsigned) numbers[j]);
                show_setup(text, &conf);
                mbedtls_ssl_config_free(&conf);
            }
    printf("versions in the old form\n");
    for (i = 0; i < 5; i++)
        for (j = 0; j < 5; j++) {
            conf_new(&conf, MBEDTLS_SSL_IS_CLIENT);
            mbedtls_ssl_conf_min_version(&conf, 3, minors[i]);
            mbedtls_ssl_conf_max_version(&conf, 3, minors[j]);
            snprintf(text, sizeof(text), "  3.%d to 3.%d: ", minors[i],
                     minors[j]);
            show_setup(text, &conf);
            mbedtls_ssl_config_free(&conf);
        }
    mbedtls_ssl_config_init(&conf);
    mbedtls_ssl_conf_rng(&conf, mbedtls_ctr_drbg_random, &rng.drbg);
    show_setup("  without defaults: ", &conf);
    mbedtls_ssl_config_free(&conf);
}

static void hashes(void)
{
    static const int some[] = { MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384,
                                MBEDTLS_MD_NONE };
    static const int none[] = { MBEDTLS_MD_NONE };
    static const int others[] = { MBEDTLS_MD_SHA3_256, MBEDTLS_MD_NONE };
    static const int with_other[] = { MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA512,
                                      MBEDTLS_MD_NONE };
    static const int *const lists[] = { some, none, others, with_other, NULL };
    static const char *const names[] = { "some", "none", "others", "one other",
                                         "NULL" };
    static const uint16_t algorithms[] = {
        MBEDTLS_TLS1_3_SIG_RSA_PKCS1_SHA256, MBEDTLS_TLS1_3_SIG_NONE
    };
    mbedtls_ssl_config conf;
    size_t i;
    int both;
    char text[64];

    printf("sig_hashes\n");
    for (both = 0; both < 2; both++)
        for (i = 0; i < 5; i++) {
            conf_new(&conf, MBEDTLS_SSL_IS_CLIENT);
            if (!both)
                mbedtls_ssl_conf_max_tls_version(&conf,
                                                 MBEDTLS_SSL_VERSION_TLS1_2);
            mbedtls_ssl_conf_sig_hashes(&conf, lists[i]);
            snprintf(text, sizeof(text), "  %s, %s: ",
                     both ? "both versions" : "1.2 alone", names[i]);
            show_setup(text, &conf);
            mbedtls_ssl_conf_sig_algs(&conf, algorithms);
            show_setup("    and algorithms: ", &conf);
            mbedtls_ssl_config_free(&conf);
        }
}

static void dh_params(void)
{
    static unsigned char big[9000];
    static const unsigned char p[] = MBEDTLS_DHM_RFC3526_MODP_2048_P_BIN;
    static const unsigned char g[] = MBEDTLS_DHM_RFC3526_MODP_2048_G_BIN;
    mbedtls_dhm_context dhm;
    mbedtls_ssl_config conf;

    memset(big, 0xff, sizeof(big));
    printf("dh_param_bin\n");
    conf_new(&conf, MBEDTLS_SSL_IS_SERVER);
    show("  a group",
         mbedtls_ssl_conf_dh_param_bin(&conf, p, sizeof(p), g, sizeof(g)));
    show("  nothing", mbedtls_ssl_conf_dh_param_bin(&conf, p, 0, g, 0));
    show("  a long prime",
         mbedtls_ssl_conf_dh_param_bin(&conf, big, 1024, g, 1));
    mbedtls_dhm_init(&dhm);
    show("  an empty context", mbedtls_ssl_conf_dh_param_ctx(&conf, &dhm));
    mbedtls_dhm_free(&dhm);
    mbedtls_ssl_conf_dhm_min_bitlen(&conf, 3072);
    show_setup("  setup: ", &conf);
    mbedtls_ssl_config_free(&conf);
}

/* They return nothing; what they do is seen in connections. */
static void switches(void)
{
    static const unsigned char period[8] = { 0, 0, 0, 0, 0, 0, 1, 0 };
    mbedtls_ssl_config conf;
    int value;

    printf("switches\n");
    for (value = -1; value < 4; value++) {
        conf_new(&conf, value & 1);
        mbedtls_ssl_conf_encrypt_then_mac(&conf, (char) value);
        mbedtls_ssl_conf_extended_master_secret(&conf, (char) value);
        mbedtls_ssl_conf_renegotiation(&conf, value);
        mbedtls_ssl_conf_legacy_renegotiation(&conf, value);
        mbedtls_ssl_conf_renegotiation_enforced(&conf, value);
        mbedtls_ssl_conf_renegotiation_period(&conf, period);
        show_setup("  ", &conf);
        mbedtls_ssl_config_free(&conf);
    }
}

int main(void)
{
    random_init(&rng);
    versions();
    hashes();
    dh_params();
    switches();
    random_free(&rng);
    return 0;
}
