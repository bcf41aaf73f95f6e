/*
 * The headers of psa/ that programs include by name, and the features of the
 * PSA interface that its macros name: each of them that ferrotls defines is
 * defined by 3.6.6 too, and works.
 *
 *     wanted FOLDER
 */
#include <psa/crypto.h>
#include <psa/crypto_platform.h>
#include <psa/crypto_types.h>
#include <psa/crypto_values.h>
#include <psa/crypto_sizes.h>
#include <psa/crypto_struct.h>
#include <psa/crypto_extra.h>
#include <psa/crypto_compat.h>

#include <stdio.h>
#include <string.h>

static void key(const char *what, psa_key_type_t type, size_t bits,
                psa_algorithm_t alg)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t id = MBEDTLS_SVC_KEY_ID_INIT;
    uint8_t exported[PSA_EXPORT_KEY_PAIR_MAX_SIZE];
    size_t length = 0;

    psa_set_key_type(&attributes, type);
    psa_set_key_bits(&attributes, bits);
    psa_set_key_algorithm(&attributes, alg);
    psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_EXPORT);
    printf("%s: %d", what, (int) psa_generate_key(&attributes, &id));
    printf(" %d", (int) psa_export_key(id, exported, sizeof(exported), &length));
    printf(" %d\n", (int) psa_destroy_key(id));
}

static void hash(const char *what, psa_algorithm_t alg)
{
    uint8_t digest[PSA_HASH_MAX_SIZE];
    size_t length = 0;
    psa_status_t status = psa_hash_compute(alg, (const uint8_t *) "abc", 3,
                                           digest, sizeof(digest), &length);

    printf("%s: %d %u\n", what, (int) status, (unsigned) length);
}

static void cipher(const char *what, psa_key_type_t type, size_t bits,
                   psa_algorithm_t alg)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t id = MBEDTLS_SVC_KEY_ID_INIT;
    uint8_t output[128];
    size_t length = 0;
    const uint8_t input[32] = { 0 };
    psa_status_t status;

    psa_set_key_type(&attributes, type);
    psa_set_key_bits(&attributes, bits);
    psa_set_key_algorithm(&attributes, alg);
    psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_ENCRYPT |
                            PSA_KEY_USAGE_SIGN_MESSAGE);
    printf("%s: %d", what, (int) psa_generate_key(&attributes, &id));
    if (PSA_ALG_IS_AEAD(alg)) {
        status = psa_aead_encrypt(id, alg, input, 12, NULL, 0, input,
                                  sizeof(input), output, sizeof(output), &length);
    } else if (PSA_ALG_IS_MAC(alg)) {
        status = psa_mac_compute(id, alg, input, sizeof(input), output,
                                 sizeof(output), &length);
    } else {
        status = psa_cipher_encrypt(id, alg, input, sizeof(input), output,
                                    sizeof(output), &length);
    }
    printf(" %d %u", (int) status, (unsigned) length);
    printf(" %d\n", (int) psa_destroy_key(id));
}

static void derivation(const char *what, psa_algorithm_t alg)
{
    psa_key_derivation_operation_t operation =
        PSA_KEY_DERIVATION_OPERATION_INIT;

    printf("%s: %d", what, (int) psa_key_derivation_setup(&operation, alg));
    printf(" %d\n", (int) psa_key_derivation_abort(&operation));
}

static void curves(void)
{
#if defined(PSA_WANT_ECC_SECP_R1_256) && defined(PSA_WANT_KEY_TYPE_ECC_KEY_PAIR_GENERATE)
    key("secp256r1", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1), 256, 0);
#endif
#if defined(PSA_WANT_ECC_SECP_R1_384)
    key("secp384r1", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1), 384, 0);
#endif
#if defined(PSA_WANT_ECC_SECP_R1_521)
    key("secp521r1", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1), 521, 0);
#endif
#if defined(PSA_WANT_ECC_SECP_K1_256)
    key("secp256k1", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_K1), 256, 0);
#endif
#if defined(PSA_WANT_ECC_BRAINPOOL_P_R1_256)
    key("bp256r1", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_BRAINPOOL_P_R1), 256, 0);
#endif
#if defined(PSA_WANT_ECC_BRAINPOOL_P_R1_384)
    key("bp384r1", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_BRAINPOOL_P_R1), 384, 0);
#endif
#if defined(PSA_WANT_ECC_MONTGOMERY_255)
    key("x25519", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_MONTGOMERY), 255, 0);
#endif
#if defined(PSA_WANT_ECC_MONTGOMERY_448)
    key("x448", PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_MONTGOMERY), 448, 0);
#endif
}

static void keys(void)
{
#if defined(PSA_WANT_KEY_TYPE_RSA_KEY_PAIR_GENERATE) && defined(PSA_WANT_ALG_RSA_PSS)
    key("rsa", PSA_KEY_TYPE_RSA_KEY_PAIR, 1024, PSA_ALG_RSA_PSS(PSA_ALG_SHA_256));
#endif
#if defined(PSA_WANT_KEY_TYPE_HMAC)
    key("hmac", PSA_KEY_TYPE_HMAC, 256, PSA_ALG_HMAC(PSA_ALG_SHA_256));
#endif
#if defined(PSA_WANT_KEY_TYPE_PASSWORD)
    key("password", PSA_KEY_TYPE_PASSWORD, 256, 0);
#endif
#if defined(PSA_WANT_KEY_TYPE_PASSWORD_HASH)
    key("password hash", PSA_KEY_TYPE_PASSWORD_HASH, 256, 0);
#endif
#if defined(PSA_WANT_KEY_TYPE_DERIVE)
    key("derive", PSA_KEY_TYPE_DERIVE, 256, 0);
#endif
#if defined(PSA_WANT_KEY_TYPE_RAW_DATA)
    key("raw", PSA_KEY_TYPE_RAW_DATA, 256, 0);
#endif
}

static void hashes(void)
{
#if defined(PSA_WANT_ALG_MD5) && defined(PSA_WANT_ALG_RIPEMD160) && defined(PSA_WANT_ALG_SHA_1)
    hash("md5", PSA_ALG_MD5);
    hash("ripemd160", PSA_ALG_RIPEMD160);
    hash("sha1", PSA_ALG_SHA_1);
#endif
#if defined(PSA_WANT_ALG_SHA_224) && defined(PSA_WANT_ALG_SHA_256) && \
    defined(PSA_WANT_ALG_SHA_384) && defined(PSA_WANT_ALG_SHA_512)
    hash("sha224", PSA_ALG_SHA_224);
    hash("sha256", PSA_ALG_SHA_256);
    hash("sha384", PSA_ALG_SHA_384);
    hash("sha512", PSA_ALG_SHA_512);
#endif
#if defined(PSA_WANT_ALG_SHA3_224) && defined(PSA_WANT_ALG_SHA3_256) && \
    defined(PSA_WANT_ALG_SHA3_384) && defined(PSA_WANT_ALG_SHA3_512)
    hash("sha3-224", PSA_ALG_SHA3_224);
    hash("sha3-256", PSA_ALG_SHA3_256);
    hash("sha3-384", PSA_ALG_SHA3_384);
    hash("sha3-512", PSA_ALG_SHA3_512);
#endif
}

static void ciphers(void)
{
#if defined(PSA_WANT_KEY_TYPE_AES) && defined(PSA_WANT_ALG_CTR) && \
    defined(PSA_WANT_ALG_CFB) && defined(PSA_WANT_ALG_OFB) && \
    defined(PSA_WANT_ALG_CBC_NO_PADDING) && defined(PSA_WANT_ALG_CBC_PKCS7) && \
    defined(PSA_WANT_ALG_ECB_NO_PADDING) && defined(PSA_WANT_ALG_CCM_STAR_NO_TAG)
    cipher("ctr", PSA_KEY_TYPE_AES, 128, PSA_ALG_CTR);
    cipher("cfb", PSA_KEY_TYPE_AES, 192, PSA_ALG_CFB);
    cipher("ofb", PSA_KEY_TYPE_AES, 256, PSA_ALG_OFB);
    cipher("cbc", PSA_KEY_TYPE_AES, 128, PSA_ALG_CBC_NO_PADDING);
    cipher("cbc pkcs7", PSA_KEY_TYPE_AES, 128, PSA_ALG_CBC_PKCS7);
    cipher("ecb", PSA_KEY_TYPE_AES, 128, PSA_ALG_ECB_NO_PADDING);
    cipher("ccm*", PSA_KEY_TYPE_AES, 128, PSA_ALG_CCM_STAR_NO_TAG);
#endif
#if defined(PSA_WANT_KEY_TYPE_ARIA) && defined(PSA_WANT_KEY_TYPE_CAMELLIA) && \
    defined(PSA_WANT_KEY_TYPE_DES) && defined(PSA_WANT_KEY_TYPE_CHACHA20) && \
    defined(PSA_WANT_ALG_STREAM_CIPHER)
    cipher("aria", PSA_KEY_TYPE_ARIA, 128, PSA_ALG_CTR);
    cipher("camellia", PSA_KEY_TYPE_CAMELLIA, 256, PSA_ALG_CTR);
    cipher("des", PSA_KEY_TYPE_DES, 192, PSA_ALG_CBC_NO_PADDING);
    cipher("chacha20", PSA_KEY_TYPE_CHACHA20, 256, PSA_ALG_STREAM_CIPHER);
#endif
#if defined(PSA_WANT_ALG_CCM) && defined(PSA_WANT_ALG_GCM) && \
    defined(PSA_WANT_ALG_CHACHA20_POLY1305)
    cipher("ccm", PSA_KEY_TYPE_AES, 128, PSA_ALG_CCM);
    cipher("aria ccm", PSA_KEY_TYPE_ARIA, 128, PSA_ALG_CCM);
    cipher("gcm", PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
    cipher("camellia gcm", PSA_KEY_TYPE_CAMELLIA, 128, PSA_ALG_GCM);
    cipher("poly1305", PSA_KEY_TYPE_CHACHA20, 256, PSA_ALG_CHACHA20_POLY1305);
#endif
#if defined(PSA_WANT_ALG_CMAC) && defined(PSA_WANT_ALG_HMAC)
    cipher("cmac", PSA_KEY_TYPE_AES, 128, PSA_ALG_CMAC);
    cipher("hmac", PSA_KEY_TYPE_HMAC, 256, PSA_ALG_HMAC(PSA_ALG_SHA_384));
#endif
}

static void derivations(void)
{
#if defined(PSA_WANT_ALG_HKDF) && defined(PSA_WANT_ALG_HKDF_EXTRACT) && \
    defined(PSA_WANT_ALG_HKDF_EXPAND)
    derivation("hkdf", PSA_ALG_HKDF(PSA_ALG_SHA_256));
    derivation("extract", PSA_ALG_HKDF_EXTRACT(PSA_ALG_SHA_256));
    derivation("expand", PSA_ALG_HKDF_EXPAND(PSA_ALG_SHA_256));
#endif
#if defined(PSA_WANT_ALG_TLS12_PRF) && defined(PSA_WANT_ALG_TLS12_PSK_TO_MS) && \
    defined(PSA_WANT_ALG_TLS12_ECJPAKE_TO_PMS)
    derivation("prf", PSA_ALG_TLS12_PRF(PSA_ALG_SHA_256));
    derivation("psk", PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_384));
    derivation("ecjpake", PSA_ALG_TLS12_ECJPAKE_TO_PMS);
#endif
#if defined(PSA_WANT_ALG_PBKDF2_HMAC)
    derivation("pbkdf2", PSA_ALG_PBKDF2_HMAC(PSA_ALG_SHA_256));
#endif
#if defined(PSA_WANT_ALG_ECDH)
    derivation("ecdh", PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH,
                                             PSA_ALG_HKDF(PSA_ALG_SHA_256)));
#endif
}

int main(void)
{
    printf("init: %d\n", (int) psa_crypto_init());
    curves();
    keys();
    hashes();
    ciphers();
    derivations();
    mbedtls_psa_crypto_free();
    return 0;
}
