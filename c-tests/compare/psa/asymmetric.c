/*
 * Signatures, RSA encryption, key agreement and derivation of psa/crypto.h,
 * what psa_util.h converts, and the macros for lengths. Of what is random,
 * only whether it verifies is printed.
 */
#include <stdio.h>
#include <string.h>

#include <psa/crypto.h>
#include <mbedtls/psa_util.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define ANY (PSA_KEY_USAGE_EXPORT | PSA_KEY_USAGE_SIGN_HASH | \
             PSA_KEY_USAGE_VERIFY_HASH | PSA_KEY_USAGE_ENCRYPT | \
             PSA_KEY_USAGE_DECRYPT | PSA_KEY_USAGE_DERIVE)

static uint8_t message[300];

static void show(const char *what, psa_status_t status)
{
    printf("  %s: %d\n", what, (int) status);
}

static void hex(const char *what, const uint8_t *data, size_t length)
{
    size_t i;

    printf("  %s: %u:", what, (unsigned) length);
    for (i = 0; i < length; i++) {
        printf("%02x", data[i]);
    }
    printf("\n");
}

static mbedtls_svc_key_id_t import_(psa_key_type_t type, const uint8_t *data,
                                    size_t length, psa_key_usage_t usage,
                                    psa_algorithm_t alg)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t key = 0;

    psa_set_key_type(&a, type);
    psa_set_key_usage_flags(&a, usage);
    psa_set_key_algorithm(&a, alg);
    show("import", psa_import_key(&a, data, length, &key));
    return key;
}

/* Signs and verifies in all ways with one algorithm. */
static void sign(const char *what, psa_key_type_t type, const uint8_t *data,
                 size_t length, psa_algorithm_t alg, int repeatable)
{
    uint8_t sig[600], pub[600];
    size_t n = 9, size, pub_length = 0;
    size_t hash_length = PSA_HASH_LENGTH(alg) ? PSA_HASH_LENGTH(alg) : 32;
    mbedtls_svc_key_id_t key, public_;
    psa_sign_hash_interruptible_operation_t op =
        PSA_SIGN_HASH_INTERRUPTIBLE_OPERATION_INIT;

    printf("%s, algorithm %08x\n", what, (unsigned) alg);
    key = import_(type, data, length, ANY, alg);
    memset(sig, 0, sizeof(sig));
    show("sign_hash", psa_sign_hash(key, alg, message, hash_length, sig,
                                    sizeof(sig), &size));
    printf("  length %u, after it %02x\n", (unsigned) size,
           size < sizeof(sig) ? sig[size] : 0);
    if (repeatable) {
        hex("signature", sig, size);
    }
    show("verify_hash", psa_verify_hash(key, alg, message, hash_length, sig,
                                        size));
    show("public", psa_export_public_key(key, pub, sizeof(pub), &pub_length));
    public_ = import_((psa_key_type_t)
                      PSA_KEY_TYPE_PUBLIC_KEY_OF_KEY_PAIR(type), pub,
                      pub_length, PSA_KEY_USAGE_VERIFY_HASH, alg);
    show("verify_hash", psa_verify_hash(public_, alg, message, hash_length,
                                        sig, size));
    show("a byte less", psa_verify_hash(public_, alg, message, hash_length,
                                        sig, size ? size - 1 : 0));
    show("another hash", psa_verify_hash(public_, alg, message + 1,
                                         hash_length, sig, size));
    show("a shorter hash", psa_verify_hash(public_, alg, message,
                                           hash_length - 1, sig, size));
    sig[5] ^= 1;
    show("another signature", psa_verify_hash(public_, alg, message,
                                              hash_length, sig, size));
    memset(sig, 0, size);
    show("zeros", psa_verify_hash(public_, alg, message, hash_length, sig,
                                  size));
    memset(sig, 0xff, size);
    show("ones", psa_verify_hash(public_, alg, message, hash_length, sig,
                                 size));
    show("sign with the public key",
         psa_sign_hash(public_, alg, message, hash_length, sig, sizeof(sig),
                       &n));
    show("no room", psa_sign_hash(key, alg, message, hash_length, sig,
                                  size ? size - 1 : 0, &n));
    printf("  length %u first %02x\n", (unsigned) n, sig[0]);
    show("no buffer", psa_sign_hash(key, alg, message, hash_length, sig, 0,
                                    &n));
    show("a shorter hash", psa_sign_hash(key, alg, message, hash_length - 1,
                                         sig, sizeof(sig), &n));
    show("sign_message", psa_sign_message(key, alg, message, 300, sig,
                                          sizeof(sig), &n));
    if (repeatable) {
        hex("signature", sig, n);
    }
    show("verify_message", psa_verify_message(public_, alg, message, 300, sig,
                                              n));
    show("another message", psa_verify_message(public_, alg, message, 299,
                                               sig, n));
    show("other algorithm",
         psa_sign_hash(key, PSA_ALG_ECDSA(PSA_ALG_MD5), message, 16, sig,
                       sizeof(sig), &n));
    show("no algorithm", psa_sign_hash(key, 0, message, 32, sig, sizeof(sig),
                                       &n));
    show("in steps", psa_sign_hash_start(&op, key, alg, message, hash_length));
    show("again", psa_sign_hash_start(&op, key, alg, message, hash_length));
    show("complete", psa_sign_hash_complete(&op, sig, sizeof(sig), &n));
    show("abort", psa_sign_hash_abort(&op));
    psa_destroy_key(key);
    psa_destroy_key(public_);
}

static void signatures(const uint8_t *rsa, size_t rsa_length)
{
    static const struct {
        psa_ecc_family_t family;
        size_t length;
        int repeatable;
    } curves[] = {
        {PSA_ECC_FAMILY_SECP_R1, 32, 1}, {PSA_ECC_FAMILY_SECP_R1, 48, 1},
        {PSA_ECC_FAMILY_SECP_R1, 66, 1}, {PSA_ECC_FAMILY_SECP_K1, 32, 0},
        {PSA_ECC_FAMILY_MONTGOMERY, 32, 0}
    };
    static const psa_algorithm_t algs[] = {
        PSA_ALG_ECDSA(PSA_ALG_SHA_256), PSA_ALG_ECDSA(PSA_ALG_SHA_512),
        PSA_ALG_ECDSA_ANY, PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_256),
        PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_384),
        PSA_ALG_ECDSA(PSA_ALG_SHA_512_256),
        PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_256), PSA_ALG_PURE_EDDSA
    };
    static const psa_algorithm_t rsa_algs[] = {
        PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_256),
        PSA_ALG_RSA_PKCS1V15_SIGN(PSA_ALG_SHA_1),
        PSA_ALG_RSA_PKCS1V15_SIGN_RAW, PSA_ALG_RSA_PSS(PSA_ALG_SHA_256),
        PSA_ALG_RSA_PSS(PSA_ALG_SHA_512),
        PSA_ALG_RSA_PSS_ANY_SALT(PSA_ALG_SHA_384),
        PSA_ALG_ECDSA(PSA_ALG_SHA_256), PSA_ALG_RSA_PKCS1V15_CRYPT
    };
    uint8_t scalar[66];
    size_t i, j;

    memset(scalar, 0x27, sizeof(scalar));
    for (i = 0; i < COUNT(curves); i++) {
        scalar[0] = curves[i].length == 66 ? 0 : 0x27;
        for (j = 0; j < COUNT(algs); j++) {
            sign("curve", PSA_KEY_TYPE_ECC_KEY_PAIR(curves[i].family), scalar,
                 curves[i].length, algs[j],
                 curves[i].repeatable && PSA_ALG_IS_DETERMINISTIC_ECDSA(algs[j]));
        }
    }
    for (j = 0; j < COUNT(rsa_algs); j++) {
        sign("RSA", PSA_KEY_TYPE_RSA_KEY_PAIR, rsa, rsa_length, rsa_algs[j],
             0);
    }
}

static void encryption(const uint8_t *rsa, size_t rsa_length)
{
    static const psa_algorithm_t algs[] = {
        PSA_ALG_RSA_PKCS1V15_CRYPT, PSA_ALG_RSA_OAEP(PSA_ALG_SHA_256),
        PSA_ALG_RSA_OAEP(PSA_ALG_SHA_1), PSA_ALG_RSA_OAEP(PSA_ALG_SHA_512),
        PSA_ALG_RSA_OAEP(PSA_ALG_SHA_512_256), PSA_ALG_RSA_PKCS1V15_SIGN_RAW
    };
    uint8_t out[600], back[600];
    size_t i, n, m;

    for (i = 0; i < COUNT(algs); i++) {
        mbedtls_svc_key_id_t key;
        int is_oaep = PSA_ALG_IS_RSA_OAEP(algs[i]);

        printf("encryption %08x\n", (unsigned) algs[i]);
        key = import_(PSA_KEY_TYPE_RSA_KEY_PAIR, rsa, rsa_length, ANY,
                      algs[i]);
        n = 9;
        show("encrypt", psa_asymmetric_encrypt(key, algs[i], message, 20, NULL,
                                               0, out, sizeof(out), &n));
        printf("  length %u\n", (unsigned) n);
        m = 9;
        show("decrypt", psa_asymmetric_decrypt(key, algs[i], out, n, NULL, 0,
                                               back, sizeof(back), &m));
        printf("  length %u, the same %d\n", (unsigned) m,
               m == 20 && memcmp(back, message, 20) == 0);
        show("no room", psa_asymmetric_decrypt(key, algs[i], out, n, NULL, 0,
                                               back, 19, &m));
        printf("  length %u\n", (unsigned) m);
        show("a byte less", psa_asymmetric_decrypt(key, algs[i], out, n ? n - 1 : 0,
                                                   NULL, 0, back, 600, &m));
        if (is_oaep) {
            out[7] ^= 1;
            show("another", psa_asymmetric_decrypt(key, algs[i], out, n, NULL,
                                                   0, back, 600, &m));
        }
        show("with a label",
             psa_asymmetric_encrypt(key, algs[i], message, 20, message, 5, out,
                                    sizeof(out), &n));
        show("decrypt", psa_asymmetric_decrypt(key, algs[i], out, n, message,
                                               is_oaep ? 5 : 0, back, 600,
                                               &m));
        show("nothing", psa_asymmetric_encrypt(key, algs[i], NULL, 0, NULL, 0,
                                               out, sizeof(out), &n));
        show("too much", psa_asymmetric_encrypt(key, algs[i], message, 125,
                                                NULL, 0, out, sizeof(out),
                                                &n));
        show("no room", psa_asymmetric_encrypt(key, algs[i], message, 20, NULL,
                                               0, out, 127, &n));
        psa_destroy_key(key);
    }
}

static void agreement(void)
{
    static const struct {
        psa_ecc_family_t family;
        size_t length;
    } curves[] = {
        {PSA_ECC_FAMILY_SECP_R1, 32}, {PSA_ECC_FAMILY_SECP_R1, 48},
        {PSA_ECC_FAMILY_SECP_R1, 66}, {PSA_ECC_FAMILY_SECP_K1, 32},
        {PSA_ECC_FAMILY_MONTGOMERY, 32}, {PSA_ECC_FAMILY_MONTGOMERY, 56}
    };
    uint8_t scalar[66], peer[140], out[100];
    size_t i, n, peer_length;

    memset(scalar, 0x33, sizeof(scalar));
    for (i = 0; i < COUNT(curves); i++) {
        psa_key_type_t type = PSA_KEY_TYPE_ECC_KEY_PAIR(curves[i].family);
        psa_algorithm_t alg = PSA_ALG_KEY_AGREEMENT(
            PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256));
        psa_key_derivation_operation_t op = PSA_KEY_DERIVATION_OPERATION_INIT;
        mbedtls_svc_key_id_t key, other;

        printf("agreement %02x of %u\n", (unsigned) curves[i].family,
               (unsigned) curves[i].length);
        scalar[0] = curves[i].length == 66 ? 0 : 0x33;
        key = import_(type, scalar, curves[i].length, ANY, PSA_ALG_ECDH);
        scalar[9] ^= 5;
        other = import_(type, scalar, curves[i].length, ANY, PSA_ALG_ECDH);
        show("public", psa_export_public_key(other, peer, sizeof(peer),
                                             &peer_length));
        n = 9;
        show("agree", psa_raw_key_agreement(PSA_ALG_ECDH, key, peer,
                                            peer_length, out, sizeof(out),
                                            &n));
        hex("secret", out, n);
        show("no room", psa_raw_key_agreement(PSA_ALG_ECDH, key, peer,
                                              peer_length, out,
                                              curves[i].length - 1, &n));
        printf("  length %u\n", (unsigned) n);
        show("a byte less", psa_raw_key_agreement(PSA_ALG_ECDH, key, peer,
                                                  peer_length - 1, out,
                                                  sizeof(out), &n));
        show("no agreement", psa_raw_key_agreement(PSA_ALG_GCM, key, peer,
                                                   peer_length, out, 100, &n));
        show("not raw", psa_raw_key_agreement(alg, key, peer, peer_length, out,
                                              100, &n));
        show("setup", psa_key_derivation_setup(&op, alg));
        show("agree", psa_key_derivation_key_agreement(
                 &op, PSA_KEY_DERIVATION_INPUT_SECRET, key, peer,
                 peer_length));
        show("info", psa_key_derivation_input_bytes(
                 &op, PSA_KEY_DERIVATION_INPUT_INFO, message, 3));
        show("output", psa_key_derivation_output_bytes(&op, out, 40));
        hex("output", out, 40);
        show("abort", psa_key_derivation_abort(&op));
        memset(peer + 1, 0, sizeof(peer) - 1);
        show("no point", psa_raw_key_agreement(PSA_ALG_ECDH, key, peer,
                                               peer_length, out, 100, &n));
        peer[0] = 0;
        show("zeros", psa_raw_key_agreement(PSA_ALG_ECDH, key, peer,
                                            peer_length, out, 100, &n));
        psa_destroy_key(key);
        psa_destroy_key(other);
    }
}

static void derive(psa_algorithm_t alg)
{
    static const psa_key_derivation_step_t orders[][5] = {
        {PSA_KEY_DERIVATION_INPUT_SALT, PSA_KEY_DERIVATION_INPUT_SECRET,
         PSA_KEY_DERIVATION_INPUT_INFO, 0, 0},
        {PSA_KEY_DERIVATION_INPUT_SECRET, PSA_KEY_DERIVATION_INPUT_INFO, 0, 0,
         0},
        {PSA_KEY_DERIVATION_INPUT_INFO, PSA_KEY_DERIVATION_INPUT_SECRET,
         PSA_KEY_DERIVATION_INPUT_SALT, 0, 0},
        {PSA_KEY_DERIVATION_INPUT_SALT, PSA_KEY_DERIVATION_INPUT_SECRET, 0, 0,
         0},
        {PSA_KEY_DERIVATION_INPUT_SEED, PSA_KEY_DERIVATION_INPUT_SECRET,
         PSA_KEY_DERIVATION_INPUT_LABEL, 0, 0},
        {PSA_KEY_DERIVATION_INPUT_SEED, PSA_KEY_DERIVATION_INPUT_OTHER_SECRET,
         PSA_KEY_DERIVATION_INPUT_SECRET, PSA_KEY_DERIVATION_INPUT_LABEL, 0},
        {PSA_KEY_DERIVATION_INPUT_SECRET, PSA_KEY_DERIVATION_INPUT_SEED, 0, 0,
         0},
        {PSA_KEY_DERIVATION_INPUT_COST, PSA_KEY_DERIVATION_INPUT_SALT,
         PSA_KEY_DERIVATION_INPUT_SALT, PSA_KEY_DERIVATION_INPUT_PASSWORD, 0},
        {PSA_KEY_DERIVATION_INPUT_SALT, PSA_KEY_DERIVATION_INPUT_COST, 0, 0, 0},
        {0x7777, 0, 0, 0, 0}
    };
    size_t i, j, capacity;
    uint8_t out[120];

    printf("derivation %08x\n", (unsigned) alg);
    for (i = 0; i < COUNT(orders); i++) {
        psa_key_derivation_operation_t op = psa_key_derivation_operation_init();
        psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
        mbedtls_svc_key_id_t key = 0, secret = 0;
        psa_status_t status;

        printf(" order %u\n", (unsigned) i);
        show("output of nothing", psa_key_derivation_output_bytes(&op, out, 1));
        show("capacity of nothing",
             psa_key_derivation_get_capacity(&op, &capacity));
        status = psa_key_derivation_setup(&op, alg);
        show("setup", status);
        if (status != PSA_SUCCESS) {
            return;
        }
        show("setup again", psa_key_derivation_setup(&op, alg));
        capacity = 0;
        show("capacity", psa_key_derivation_get_capacity(&op, &capacity));
        printf("  %lu\n", (unsigned long) capacity);
        psa_set_key_type(&a, PSA_KEY_TYPE_DERIVE);
        psa_set_key_usage_flags(&a, PSA_KEY_USAGE_DERIVE |
                                PSA_KEY_USAGE_EXPORT);
        psa_set_key_algorithm(&a, alg);
        psa_import_key(&a, message, 32, &secret);
        for (j = 0; j < 5 && orders[i][j] != 0; j++) {
            if (orders[i][j] == PSA_KEY_DERIVATION_INPUT_COST) {
                status = psa_key_derivation_input_integer(&op, orders[i][j],
                                                          3);
            } else if (orders[i][j] == PSA_KEY_DERIVATION_INPUT_SECRET ||
                       orders[i][j] == PSA_KEY_DERIVATION_INPUT_PASSWORD) {
                status = psa_key_derivation_input_key(&op, orders[i][j],
                                                      secret);
            } else {
                status = psa_key_derivation_input_bytes(&op, orders[i][j],
                                                        message + 40, 11);
            }
            printf("  step %04x: %d\n", (unsigned) orders[i][j], (int) status);
        }
        show("set_capacity", psa_key_derivation_set_capacity(&op, 100));
        show("set_capacity more", psa_key_derivation_set_capacity(&op, 101));
        memset(out, 0, sizeof(out));
        status = psa_key_derivation_output_bytes(&op, out, 5);
        show("output", status);
        if (status == PSA_SUCCESS) {
            show("output", psa_key_derivation_output_bytes(&op, out + 5, 27));
            hex("output", out, 32);
            psa_set_key_type(&a, PSA_KEY_TYPE_AES);
            psa_set_key_bits(&a, 128);
            show("key", psa_key_derivation_output_key(&a, &op, &key));
            if (psa_export_key(key, out, 16, &capacity) == PSA_SUCCESS) {
                hex("key", out, 16);
            }
            psa_destroy_key(key);
            psa_set_key_type(&a, PSA_KEY_TYPE_ECC_KEY_PAIR(
                                 PSA_ECC_FAMILY_SECP_R1));
            psa_set_key_bits(&a, 256);
            show("key", psa_key_derivation_output_key(&a, &op, &key));
            if (psa_export_key(key, out, 32, &capacity) == PSA_SUCCESS) {
                hex("key", out, 32);
            }
            psa_destroy_key(key);
            show("capacity", psa_key_derivation_get_capacity(&op, &capacity));
            printf("  %lu\n", (unsigned long) capacity);
            show("too much", psa_key_derivation_output_bytes(&op, out, 101));
            printf("  first %02x\n", out[0]);
            show("after it", psa_key_derivation_output_bytes(&op, out, 1));
            show("nothing", psa_key_derivation_output_bytes(&op, out, 0));
        }
        show("abort", psa_key_derivation_abort(&op));
        psa_destroy_key(secret);
    }
}

static void conversions(void)
{
    static const uint8_t der[] = {0x30, 7, 2, 1, 5, 2, 2, 0, 0x90};
    uint8_t raw[64], out[80];
    size_t n = 0, bits, i;

    for (bits = 0; bits < 20; bits += 4) {
        n = 0;
        printf("raw of %u bits: %d", (unsigned) bits,
               mbedtls_ecdsa_der_to_raw(bits, der, sizeof(der), raw, 64, &n));
        hex("", raw, n);
        printf("back: %d", mbedtls_ecdsa_raw_to_der(bits, raw, n, out, 80,
                                                    &n));
        hex("", out, n);
    }
    for (i = 0; i < sizeof(der); i++) {
        printf("%u bytes: %d\n", (unsigned) i,
               mbedtls_ecdsa_der_to_raw(16, der, i, raw, 64, &n));
    }
    printf("small: %d %d\n",
           mbedtls_ecdsa_der_to_raw(16, der, sizeof(der), raw, 3, &n),
           mbedtls_ecdsa_raw_to_der(16, (const uint8_t *) "\1\2\3\4", 4, out,
                                    5, &n));
    printf("long: %d\n", mbedtls_ecdsa_der_to_raw(600, der, sizeof(der), raw,
                                                  64, &n));
    for (i = 1; i < 14; i++) {
        bits = 1;
        n = mbedtls_ecc_group_to_psa((mbedtls_ecp_group_id) i, &bits);
        if (i != MBEDTLS_ECP_DP_SECP224K1) {
            printf("group %u: %02x %u\n", (unsigned) i, (unsigned) n,
                   (unsigned) bits);
        }
    }
    printf("%d %d %08x %d %d\n",
           mbedtls_ecc_group_from_psa(PSA_ECC_FAMILY_SECP_R1, 256),
           mbedtls_ecc_group_from_psa(PSA_ECC_FAMILY_SECP_R1, 255),
           (unsigned) mbedtls_md_psa_alg_from_type(MBEDTLS_MD_SHA256),
           (int) mbedtls_md_type_from_psa_alg(PSA_ALG_SHA_512),
           mbedtls_psa_get_random(MBEDTLS_PSA_RANDOM_STATE, out, 80));
}

static void lengths(void)
{
    static const psa_key_type_t types[] = {
        PSA_KEY_TYPE_AES, PSA_KEY_TYPE_DES, PSA_KEY_TYPE_CHACHA20,
        PSA_KEY_TYPE_RSA_KEY_PAIR, PSA_KEY_TYPE_RSA_PUBLIC_KEY,
        PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1),
        PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_SECP_R1), PSA_KEY_TYPE_HMAC
    };
    static const psa_algorithm_t algs[] = {
        PSA_ALG_GCM, PSA_ALG_CCM, PSA_ALG_CHACHA20_POLY1305, PSA_ALG_CBC_PKCS7,
        PSA_ALG_CTR, PSA_ALG_ECB_NO_PADDING, PSA_ALG_STREAM_CIPHER,
        PSA_ALG_HMAC(PSA_ALG_SHA_384), PSA_ALG_CMAC,
        PSA_ALG_RSA_OAEP(PSA_ALG_SHA_256), PSA_ALG_ECDSA(PSA_ALG_SHA_256),
        PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 8)
    };
    size_t i, j;

    for (i = 0; i < COUNT(types); i++) {
        printf("type %04x: %u %u %u %u\n", (unsigned) types[i],
               (unsigned) PSA_BLOCK_CIPHER_BLOCK_LENGTH(types[i]),
               (unsigned) PSA_EXPORT_KEY_OUTPUT_SIZE(types[i], 2048),
               (unsigned) PSA_EXPORT_PUBLIC_KEY_OUTPUT_SIZE(types[i], 521),
               (unsigned) PSA_RAW_KEY_AGREEMENT_OUTPUT_SIZE(types[i], 255));
        for (j = 0; j < COUNT(algs); j++) {
            psa_key_type_t t = types[i];
            psa_algorithm_t a = algs[j];

            printf("  %08x: %u %u %u %u %u %u %u %u %u %u %u %u %u %u\n",
                   (unsigned) a, (unsigned) PSA_MAC_LENGTH(t, 128, a),
                   (unsigned) PSA_AEAD_NONCE_LENGTH(t, a),
                   (unsigned) PSA_AEAD_TAG_LENGTH(t, 128, a),
                   (unsigned) PSA_AEAD_ENCRYPT_OUTPUT_SIZE(t, a, 33),
                   (unsigned) PSA_AEAD_DECRYPT_OUTPUT_SIZE(t, a, 33),
                   (unsigned) PSA_AEAD_UPDATE_OUTPUT_SIZE(t, a, 33),
                   (unsigned) PSA_AEAD_FINISH_OUTPUT_SIZE(t, a),
                   (unsigned) PSA_SIGN_OUTPUT_SIZE(t, 521, a),
                   (unsigned) PSA_CIPHER_IV_LENGTH(t, a),
                   (unsigned) PSA_CIPHER_ENCRYPT_OUTPUT_SIZE(t, a, 33),
                   (unsigned) PSA_CIPHER_DECRYPT_OUTPUT_SIZE(t, a, 33),
                   (unsigned) PSA_CIPHER_UPDATE_OUTPUT_SIZE(t, a, 33),
                   (unsigned) PSA_CIPHER_FINISH_OUTPUT_SIZE(t, a),
                   (unsigned) PSA_ASYMMETRIC_DECRYPT_OUTPUT_SIZE(t, 2048, a));
        }
    }
    printf("%u %u %u %u %u %u %u %u\n", (unsigned) PSA_SIGNATURE_MAX_SIZE,
           (unsigned) PSA_EXPORT_KEY_PAIR_MAX_SIZE,
           (unsigned) PSA_EXPORT_PUBLIC_KEY_MAX_SIZE,
           (unsigned) PSA_RAW_KEY_AGREEMENT_OUTPUT_MAX_SIZE,
           (unsigned) PSA_HASH_MAX_SIZE, (unsigned) PSA_MAC_MAX_SIZE,
           (unsigned) PSA_KEY_EXPORT_ECC_PUBLIC_KEY_MAX_SIZE(521),
           (unsigned) PSA_AEAD_ENCRYPT_OUTPUT_MAX_SIZE(7));
}

int main(void)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t key = 0;
    uint8_t rsa[1300];
    size_t rsa_length = 0, i;

    for (i = 0; i < sizeof(message); i++) {
        message[i] = (uint8_t) (i * 13 + 3);
    }
    show("psa_crypto_init", psa_crypto_init());
    psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR);
    psa_set_key_bits(&a, 1024);
    psa_set_key_usage_flags(&a, PSA_KEY_USAGE_EXPORT);
    show("generate", psa_generate_key(&a, &key));
    show("export", psa_export_key(key, rsa, sizeof(rsa), &rsa_length));
    signatures(rsa, rsa_length);
    encryption(rsa, rsa_length);
    agreement();
    derive(PSA_ALG_HKDF(PSA_ALG_SHA_256));
    derive(PSA_ALG_HKDF_EXTRACT(PSA_ALG_SHA_384));
    derive(PSA_ALG_HKDF_EXPAND(PSA_ALG_SHA_256));
    derive(PSA_ALG_TLS12_PRF(PSA_ALG_SHA_256));
    derive(PSA_ALG_TLS12_PRF(PSA_ALG_SHA_1));
    derive(PSA_ALG_TLS12_PSK_TO_MS(PSA_ALG_SHA_384));
    derive(PSA_ALG_TLS12_ECJPAKE_TO_PMS);
    derive(PSA_ALG_HKDF(PSA_ALG_SHA_512_256));
    derive(PSA_ALG_ECDH);
    derive(PSA_ALG_GCM);
    conversions();
    lengths();
    mbedtls_psa_crypto_free();
    return 0;
}
