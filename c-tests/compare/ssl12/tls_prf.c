/*
 * The pseudorandom function of TLS 1.2 for programs: every function, lengths
 * at the borders of a digest, and output that overlaps the input.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static void print(const char *what, int ret, const unsigned char *data,
                  size_t len)
{
    size_t i;

    show(what, ret);
    for (i = 0; i < len; i++)
        printf("%02x", data[i]);
    printf("\n");
}

int main(void)
{
    static const mbedtls_tls_prf_types types[] = {
        MBEDTLS_SSL_TLS_PRF_NONE, MBEDTLS_SSL_TLS_PRF_SHA384,
        MBEDTLS_SSL_TLS_PRF_SHA256, MBEDTLS_SSL_HKDF_EXPAND_SHA384,
        MBEDTLS_SSL_HKDF_EXPAND_SHA256, (mbedtls_tls_prf_types) 77
    };
    static const size_t lengths[] = { 0, 1, 12, 31, 32, 33, 47, 48, 49, 64, 96,
                                      128, 200 };
    static const size_t secrets[] = { 0, 1, 48, 63, 64, 65, 127, 128, 129,
                                      200 };
    unsigned char secret[200], seed[64], out[201];
    size_t i, j;

    memset(secret, 0x5a, sizeof(secret));
    for (i = 0; i < sizeof(seed); i++)
        seed[i] = (unsigned char) i;

    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        printf("type %d\n", (int) types[i]);
        memset(out, 0xaa, sizeof(out));
        print("  ", mbedtls_ssl_tls_prf(types[i], secret, 48, "test label",
                                        seed, sizeof(seed), out, 100),
              out, 101);
    }
    for (i = 1; i < 3; i++)
        for (j = 0; j < sizeof(lengths) / sizeof(lengths[0]); j++) {
            printf("type %d, %u bytes\n", (int) types[i],
                   (unsigned) lengths[j]);
            memset(out, 0xaa, sizeof(out));
            print("  ", mbedtls_ssl_tls_prf(types[i], secret, 48,
                                            "master secret", seed,
                                            sizeof(seed), out, lengths[j]),
                  out, lengths[j] + 1);
        }
    for (i = 1; i < 3; i++)
        for (j = 0; j < sizeof(secrets) / sizeof(secrets[0]); j++) {
            printf("type %d, a secret of %u bytes\n", (int) types[i],
                   (unsigned) secrets[j]);
            print("  ", mbedtls_ssl_tls_prf(types[i], secret, secrets[j],
                                            "", seed, secrets[j] % 65, out,
                                            20),
                  out, 20);
        }

    printf("nothing but a label\n");
    print("  ", mbedtls_ssl_tls_prf(MBEDTLS_SSL_TLS_PRF_SHA256, NULL, 0,
                                    "client EAP encryption", NULL, 0, out,
                                    64), out, 64);
    printf("over the secret\n");
    memcpy(out, secret, sizeof(secret));
    print("  ", mbedtls_ssl_tls_prf(MBEDTLS_SSL_TLS_PRF_SHA256, out, 48,
                                    "key expansion", seed, sizeof(seed), out,
                                    104), out, 104);
    printf("over the seed\n");
    memcpy(out, seed, sizeof(seed));
    print("  ", mbedtls_ssl_tls_prf(MBEDTLS_SSL_TLS_PRF_SHA384, secret, 48,
                                    "key expansion", out, sizeof(seed), out,
                                    104), out, 104);
    return 0;
}
