/*
 * Private fields that real programs read of keys, certificates, ciphers and
 * suites, under both of their names: MBEDTLS_PRIVATE(x) is private_x here.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/bignum.h>
#include <mbedtls/cipher.h>
#include <mbedtls/ecp.h>
#include <mbedtls/pem.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ciphersuites.h>
#include <psa/crypto.h>

static void show_number(const char *what, const mbedtls_mpi *number)
{
    size_t i;

    printf("%s: sign %d limbs %u:", what, number->private_s,
           (unsigned) number->private_n);
    for (i = 0; i < number->private_n; i++) {
        printf(" %llx", (unsigned long long) number->private_p[i]);
    }
    printf("\n");
}

static void numbers(void)
{
    mbedtls_mpi number;

    mbedtls_mpi_init(&number);
    show_number("empty", &number);
    must("set", mbedtls_mpi_lset(&number, -5));
    show_number("-5", &number);
    must("read", mbedtls_mpi_read_string(&number, 16,
                                         "123456789abcdef0123456789"));
    show_number("long", &number);
    mbedtls_mpi_free(&number);
    show_number("freed", &number);
}

static void keys(const char *folder)
{
    struct random random;
    struct pair ec, rsa;
    const mbedtls_ecp_keypair *pair;
    const mbedtls_rsa_context *context;
    mbedtls_pk_context empty;

    mbedtls_pk_init(&empty);
    printf("empty: %d %d\n", empty.private_pk_info == NULL,
           empty.private_pk_ctx == NULL);
    mbedtls_pk_free(&empty);
    random_init(&random);
    pair_load(&ec, folder, "p256", &random);
    pair_load(&rsa, folder, "rsa2048", &random);
    printf("kinds: %d\n", ec.key.private_pk_info != rsa.key.private_pk_info);
    pair = mbedtls_pk_ec(ec.key);
    printf("behind: %d\n", (const void *) pair == ec.key.private_pk_ctx);
    printf("group: %d %u\n", (int) pair->private_grp.id,
           (unsigned) pair->private_grp.pbits);
    /* The files are made anew on each machine: the same key, no other. */
    printf("scalar: %d\n", mbedtls_mpi_size(&pair->private_d) > 28);
    printf("point: %d\n", mbedtls_ecp_check_pubkey(&pair->private_grp,
                                                   &pair->private_Q));
    show_number("z", &pair->private_Q.private_Z);
    pair = mbedtls_pk_ec(ec.crt.pk);
    printf("of the certificate: %d\n", mbedtls_mpi_cmp_mpi(
               &pair->private_Q.private_X,
               &mbedtls_pk_ec(ec.key)->private_Q.private_X));
    printf("no scalar: %d\n", pair->private_d.private_p == NULL);
    context = mbedtls_pk_rsa(rsa.key);
    printf("behind: %d\n", (const void *) context == rsa.key.private_pk_ctx);
    printf("rsa: %u %u\n", (unsigned) context->private_len,
           (unsigned) mbedtls_mpi_bitlen(&context->private_N));
    show_number("e", &context->private_E);
    printf("parts: %d %d %d %d %d %d\n",
           mbedtls_mpi_size(&context->private_D) > 250,
           (int) mbedtls_mpi_bitlen(&context->private_P),
           (int) mbedtls_mpi_bitlen(&context->private_Q),
           mbedtls_mpi_cmp_mpi(&context->private_DP, &context->private_P),
           mbedtls_mpi_cmp_mpi(&context->private_DQ, &context->private_Q),
           mbedtls_mpi_cmp_mpi(&context->private_QP, &context->private_P));
    pair_free(&ec);
    pair_free(&rsa);
    random_free(&random);
}

static void ciphers(void)
{
    static const int ids[] = {
        MBEDTLS_TLS1_3_AES_128_GCM_SHA256,
        MBEDTLS_TLS1_3_CHACHA20_POLY1305_SHA256,
        MBEDTLS_TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
        MBEDTLS_TLS_PSK_WITH_AES_128_CCM_8
    };
    const mbedtls_ssl_ciphersuite_t *suite;
    mbedtls_cipher_context_t cipher;
    size_t i;

    for (i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
        suite = mbedtls_ssl_ciphersuite_from_id(ids[i]);
        check("a suite", suite != NULL);
        printf("%04x %s: %d %d %d %d %04x %04x\n",
               (unsigned) suite->private_id, suite->private_name,
               suite->private_cipher, suite->private_mac,
               suite->private_key_exchange, suite->private_flags,
               suite->private_min_tls_version,
               suite->private_max_tls_version);
    }
    mbedtls_cipher_init(&cipher);
    printf("cipher: %d %d %d\n", cipher.private_cipher_info == NULL,
           cipher.private_key_bitlen, cipher.private_operation);
    must("setup", mbedtls_cipher_setup(
             &cipher, mbedtls_cipher_info_from_type(
                 MBEDTLS_CIPHER_AES_128_CBC)));
    must("key", mbedtls_cipher_setkey(
             &cipher, (const unsigned char *) "0123456789abcdef", 128,
             MBEDTLS_DECRYPT));
    printf("cipher: %d %d %d\n", cipher.private_cipher_info
           == mbedtls_cipher_info_from_type(MBEDTLS_CIPHER_AES_128_CBC),
           cipher.private_key_bitlen, cipher.private_operation);
    mbedtls_cipher_free(&cipher);
}

static void rest(void)
{
    mbedtls_asn1_named_data *head = NULL;
    mbedtls_ssl_cache_context cache;
    mbedtls_pem_context pem;
    psa_key_attributes_t key = PSA_KEY_ATTRIBUTES_INIT;

    must("a name", mbedtls_x509_string_to_names(&head, "CN=a,O=b"));
    printf("merged: %d\n", head->private_next_merged);
    mbedtls_asn1_free_named_data_list(&head);

    mbedtls_ssl_cache_init(&cache);
    printf("timeout: %d\n", cache.private_timeout);
    mbedtls_ssl_cache_set_timeout(&cache, 17);
    printf("timeout: %d\n", cache.private_timeout);
    mbedtls_ssl_cache_free(&cache);

    mbedtls_pem_init(&pem);
    printf("pem: %d %u\n", pem.private_buf == NULL,
           (unsigned) pem.private_buflen);
    mbedtls_pem_free(&pem);

    psa_set_key_type(&key, PSA_KEY_TYPE_AES);
    psa_set_key_bits(&key, 256);
    psa_set_key_algorithm(&key, PSA_ALG_GCM);
    psa_set_key_enrollment_algorithm(&key, PSA_ALG_CTR);
    psa_set_key_usage_flags(&key, PSA_KEY_USAGE_SIGN_HASH);
    psa_set_key_id(&key, 0x77);
    printf("key: %04x %u %x %x %08x %08x %08x\n", (unsigned) key.private_type,
           (unsigned) key.private_bits, (unsigned) key.private_lifetime,
           (unsigned) key.private_id, (unsigned) key.private_policy.private_usage,
           (unsigned) key.private_policy.private_alg,
           (unsigned) key.private_policy.private_alg2);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);

    numbers();
    keys(folder);
    ciphers();
    rest();
    return 0;
}
