/*
 * Every number and every name a cipher suite may have: which there are, what
 * is told of them, and which are listed. The order of the list is each
 * library's own.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ssl_ciphersuites.h>

static int is_listed(int id)
{
    const int *list = mbedtls_ssl_list_ciphersuites();

    while (*list != 0 && *list != id)
        list++;
    return id != 0 && *list == id;
}

static void show_suite(int id)
{
    const mbedtls_ssl_ciphersuite_t *suite =
        mbedtls_ssl_ciphersuite_from_id(id);
    const char *name = mbedtls_ssl_ciphersuite_get_name(suite);

    printf("%04x %s cipher %d mac %d key exchange %d flags %d versions %04x "
           "to %04x bits %u listed %d\n",
           (unsigned) id, name, suite->MBEDTLS_PRIVATE(cipher),
           suite->MBEDTLS_PRIVATE(mac), suite->MBEDTLS_PRIVATE(key_exchange),
           suite->MBEDTLS_PRIVATE(flags),
           (unsigned) suite->MBEDTLS_PRIVATE(min_tls_version),
           (unsigned) suite->MBEDTLS_PRIVATE(max_tls_version),
           (unsigned) mbedtls_ssl_ciphersuite_get_cipher_key_bitlen(suite),
           is_listed(id));
}

/* RSA key exchange, DHE, static ECDH, other ciphers: one library's only. */
static int is_shared(int id)
{
    const mbedtls_ssl_ciphersuite_t *suite =
        mbedtls_ssl_ciphersuite_from_id(id);
    int exchange = suite->MBEDTLS_PRIVATE(key_exchange);
    int cipher = suite->MBEDTLS_PRIVATE(cipher);
    int is_cbc = cipher == MBEDTLS_CIPHER_AES_128_CBC ||
        cipher == MBEDTLS_CIPHER_AES_256_CBC;
    int is_aead = cipher == MBEDTLS_CIPHER_AES_128_GCM ||
        cipher == MBEDTLS_CIPHER_AES_256_GCM ||
        cipher == MBEDTLS_CIPHER_AES_128_CCM ||
        cipher == MBEDTLS_CIPHER_AES_256_CCM ||
        cipher == MBEDTLS_CIPHER_CHACHA20_POLY1305;

    if (id >> 8 == 0xd0)
        return 0; /* RFC 8442 */
    if (exchange == MBEDTLS_KEY_EXCHANGE_ECDHE_ECDSA ||
        exchange == MBEDTLS_KEY_EXCHANGE_ECDHE_RSA)
        return is_cbc || is_aead;
    return is_aead && (exchange == MBEDTLS_KEY_EXCHANGE_NONE ||
                       exchange == MBEDTLS_KEY_EXCHANGE_PSK ||
                       exchange == MBEDTLS_KEY_EXCHANGE_ECDHE_PSK);
}

static void suites(void)
{
    int id;

    for (id = 0; id <= 0xffff; id++) {
        const mbedtls_ssl_ciphersuite_t *suite =
            mbedtls_ssl_ciphersuite_from_id(id);
        const char *name;

        check("what is listed exists", suite != NULL || !is_listed(id));
        if (suite == NULL) {
            check("what is not there has no name",
                  strcmp(mbedtls_ssl_get_ciphersuite_name(id), "unknown") == 0);
            continue;
        }
        name = mbedtls_ssl_ciphersuite_get_name(suite);
        check("the number", mbedtls_ssl_ciphersuite_get_id(suite) == id);
        check("found by its name",
              mbedtls_ssl_ciphersuite_from_string(name) == suite);
        check("the same name",
              strcmp(mbedtls_ssl_get_ciphersuite_name(id), name) == 0);
        check("the same number", mbedtls_ssl_get_ciphersuite_id(name) == id);
        if (is_shared(id))
            show_suite(id);
    }
    printf("others:");
    for (id = 0; id <= 0xffff; id++)
        if (mbedtls_ssl_ciphersuite_from_id(id) != NULL && !is_shared(id))
            printf(" %04x", (unsigned) id);
    printf("\n");
}

static void names(void)
{
    static const char *const some[] = {
        "", "unknown", "TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA256 ",
        "tls-ecdhe-rsa-with-aes-128-gcm-sha256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS-ECDHE-RSA-WITH-AES-128-GCM-SHA25",
        "TLS-FALLBACK-SCSV", "TLS-RSA-WITH-RC4-128-SHA",
        "TLS-RSA-WITH-3DES-EDE-CBC-SHA", "TLS-RSA-WITH-NULL-SHA"
    };
    size_t i;

    for (i = 0; i < sizeof(some) / sizeof(some[0]); i++)
        printf("'%s': %04x %s\n", some[i],
               (unsigned) mbedtls_ssl_get_ciphersuite_id(some[i]),
               mbedtls_ssl_ciphersuite_from_string(some[i]) == NULL ? "no"
                                                                    : "yes");
    printf("no name: %04x %s\n",
           (unsigned) mbedtls_ssl_get_ciphersuite_id(NULL),
           mbedtls_ssl_ciphersuite_from_string(NULL) == NULL ? "no" : "yes");
    printf("-1: %s\n", mbedtls_ssl_get_ciphersuite_name(-1));
    printf("0: %s\n", mbedtls_ssl_get_ciphersuite_name(0));
    printf("0x1c02b: %s\n", mbedtls_ssl_get_ciphersuite_name(0x1c02b));
}

int main(void)
{
    suites();
    names();
    return 0;
}
