/*
 * Hashes, MACs, ciphers and AEADs of psa/crypto.h: results, states, short
 * buffers, wrong keys and policies.
 */
#include <stdio.h>
#include <string.h>

#include <psa/crypto.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

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

static mbedtls_svc_key_id_t make(psa_key_type_t type, size_t length,
                                 psa_key_usage_t usage, psa_algorithm_t alg)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t key = 0;
    uint8_t data[64];
    size_t i;
    psa_status_t status;

    for (i = 0; i < sizeof(data); i++) {
        data[i] = (uint8_t) (i * 7 + 1);
    }
    psa_set_key_type(&a, type);
    psa_set_key_usage_flags(&a, usage);
    psa_set_key_algorithm(&a, alg);
    status = psa_import_key(&a, data, length, &key);
    if (status != PSA_SUCCESS) {
        show("import", status);
    }
    return key;
}

static void hashes(void)
{
    static const psa_algorithm_t algs[] = {
        PSA_ALG_MD5, PSA_ALG_RIPEMD160, PSA_ALG_SHA_1, PSA_ALG_SHA_224,
        PSA_ALG_SHA_256, PSA_ALG_SHA_384, PSA_ALG_SHA_512, PSA_ALG_SHA3_224,
        PSA_ALG_SHA3_256, PSA_ALG_SHA3_384, PSA_ALG_SHA3_512,
        PSA_ALG_SHA_512_256, PSA_ALG_SHA_512_224, PSA_ALG_ANY_HASH,
        PSA_ALG_NONE, PSA_ALG_GCM
    };
    size_t i, length;
    uint8_t out[80];

    for (i = 0; i < COUNT(algs); i++) {
        psa_hash_operation_t op = PSA_HASH_OPERATION_INIT;
        psa_hash_operation_t copy = psa_hash_operation_init();
        size_t size = PSA_HASH_LENGTH(algs[i]);

        printf("hash %08x\n", (unsigned) algs[i]);
        length = 7;
        memset(out, 0, sizeof(out));
        show("compute", psa_hash_compute(algs[i], message, 300, out, 64,
                                         &length));
        hex("hash", out, length <= 64 ? length : 0);
        show("compare", psa_hash_compare(algs[i], message, 300, out, size));
        out[0] ^= 1;
        show("another", psa_hash_compare(algs[i], message, 300, out, size));
        show("shorter", psa_hash_compare(algs[i], message, 300, out, size / 2));
        length = 7;
        show("no room", psa_hash_compute(algs[i], message, 300, out,
                                         size > 0 ? size - 1 : 0, &length));
        printf("  length %u first %02x\n", (unsigned) length,
               size > 1 ? out[0] : 0);
        show("setup", psa_hash_setup(&op, algs[i]));
        show("clone to an active one", psa_hash_clone(&op, &op));
        show("update", psa_hash_update(&op, message, 77));
        show("clone", psa_hash_clone(&op, &copy));
        show("update", psa_hash_update(&op, message + 77, 223));
        show("update with nothing", psa_hash_update(&op, NULL, 0));
        show("finish", psa_hash_finish(&op, out, 64, &length));
        hex("hash", out, length <= 64 ? length : 0);
        show("finish again", psa_hash_finish(&op, out, 64, &length));
        printf("  length %u\n", (unsigned) length);
        show("update after it", psa_hash_update(&op, message, 1));
        show("finish the copy", psa_hash_finish(&copy, out, 64, &length));
        hex("hash", out, length <= 64 ? length : 0);
        show("setup", psa_hash_setup(&op, algs[i]));
        show("setup again", psa_hash_setup(&op, algs[i]));
        show("update", psa_hash_update(&op, message, 1));
        psa_hash_abort(&op);
        show("setup", psa_hash_setup(&op, algs[i]));
        show("verify", psa_hash_verify(&op, out, size));
        show("setup", psa_hash_setup(&op, algs[i]));
        show("finish without room",
             psa_hash_finish(&op, out, size > 0 ? size - 1 : 0, &length));
        printf("  length %u\n", (unsigned) length);
        show("abort", psa_hash_abort(&op));
        show("clone nothing", psa_hash_clone(&op, &copy));
    }
}

static void macs(void)
{
    static const struct {
        psa_key_type_t type;
        size_t length;
        psa_algorithm_t alg;
    } cases[] = {
        {PSA_KEY_TYPE_HMAC, 20, PSA_ALG_HMAC(PSA_ALG_MD5)},
        {PSA_KEY_TYPE_HMAC, 20, PSA_ALG_HMAC(PSA_ALG_RIPEMD160)},
        {PSA_KEY_TYPE_HMAC, 20, PSA_ALG_HMAC(PSA_ALG_SHA_1)},
        {PSA_KEY_TYPE_HMAC, 20, PSA_ALG_HMAC(PSA_ALG_SHA_224)},
        {PSA_KEY_TYPE_HMAC, 64, PSA_ALG_HMAC(PSA_ALG_SHA_256)},
        {PSA_KEY_TYPE_HMAC, 1, PSA_ALG_HMAC(PSA_ALG_SHA_384)},
        {PSA_KEY_TYPE_HMAC, 64, PSA_ALG_HMAC(PSA_ALG_SHA_512)},
        {PSA_KEY_TYPE_HMAC, 64, PSA_ALG_HMAC(PSA_ALG_SHA3_256)},
        {PSA_KEY_TYPE_HMAC, 64, PSA_ALG_HMAC(PSA_ALG_SHA_512_256)},
        {PSA_KEY_TYPE_HMAC, 32,
         PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 10)},
        {PSA_KEY_TYPE_HMAC, 32,
         PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 3)},
        {PSA_KEY_TYPE_HMAC, 32,
         PSA_ALG_TRUNCATED_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 33)},
        {PSA_KEY_TYPE_HMAC, 32,
         PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 8)},
        {PSA_KEY_TYPE_AES, 16, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_AES, 24, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_AES, 32, PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 4)},
        {PSA_KEY_TYPE_DES, 24, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_DES, 8, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_ARIA, 16, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_CAMELLIA, 32, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_AES, 16, PSA_ALG_CBC_MAC},
        {PSA_KEY_TYPE_AES, 16, PSA_ALG_HMAC(PSA_ALG_SHA_256)},
        {PSA_KEY_TYPE_HMAC, 16, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_AES, 16, PSA_ALG_GCM}
    };
    size_t i, length;
    uint8_t mac[80];

    for (i = 0; i < COUNT(cases); i++) {
        psa_mac_operation_t op = PSA_MAC_OPERATION_INIT;
        psa_algorithm_t alg = cases[i].alg;
        size_t size = PSA_MAC_LENGTH(cases[i].type, 0, alg);
        mbedtls_svc_key_id_t key = make(cases[i].type, cases[i].length,
                                        PSA_KEY_USAGE_SIGN_MESSAGE |
                                        PSA_KEY_USAGE_VERIFY_MESSAGE, alg);

        printf("mac %08x key %04x\n", (unsigned) alg,
               (unsigned) cases[i].type);
        memset(mac, 0, sizeof(mac));
        length = 7;
        show("compute", psa_mac_compute(key, alg, message, 300, mac, 70,
                                        &length));
        hex("mac", mac, 70);
        printf("  length %u\n", (unsigned) length);
        show("verify", psa_mac_verify(key, alg, message, 300, mac, size));
        show("verify less", psa_mac_verify(key, alg, message, 300, mac,
                                           size ? size - 1 : 0));
        mac[0] ^= 1;
        show("verify another", psa_mac_verify(key, alg, message, 300, mac,
                                              size));
        show("no room", psa_mac_compute(key, alg, message, 300, mac,
                                        size ? size - 1 : 0, &length));
        printf("  length %u\n", (unsigned) length);
        show("setup", psa_mac_sign_setup(&op, key, alg));
        show("update", psa_mac_update(&op, message, 130));
        show("update", psa_mac_update(&op, message + 130, 170));
        memset(mac, 0, sizeof(mac));
        show("finish", psa_mac_sign_finish(&op, mac, 70, &length));
        hex("mac", mac, 70);
        printf("  length %u\n", (unsigned) length);
        show("finish again", psa_mac_sign_finish(&op, mac, 70, &length));
        show("verify setup", psa_mac_verify_setup(&op, key, alg));
        show("sign with it", psa_mac_sign_finish(&op, mac, 70, &length));
        show("verify setup", psa_mac_verify_setup(&op, key, alg));
        show("setup again", psa_mac_verify_setup(&op, key, alg));
        show("update", psa_mac_update(&op, message, 1));
        psa_mac_compute(key, alg, message, 300, mac, 70, &length);
        show("verify setup", psa_mac_verify_setup(&op, key, alg));
        show("update", psa_mac_update(&op, message, 300));
        show("verify", psa_mac_verify_finish(&op, mac, size));
        show("setup", psa_mac_sign_setup(&op, key, alg));
        show("verify with it", psa_mac_verify_finish(&op, mac, size));
        show("other algorithm",
             psa_mac_sign_setup(&op, key, PSA_ALG_HMAC(PSA_ALG_SHA_1)));
        show("abort", psa_mac_abort(&op));
        psa_destroy_key(key);
        show("gone", psa_mac_sign_setup(&op, key, alg));
        key = make(cases[i].type, cases[i].length, 0, alg);
        show("not permitted", psa_mac_sign_setup(&op, key, alg));
        psa_destroy_key(key);
    }
}

static void ciphers(void)
{
    static const struct {
        psa_key_type_t type;
        size_t length;
    } keys[] = {
        {PSA_KEY_TYPE_AES, 16}, {PSA_KEY_TYPE_AES, 32}, {PSA_KEY_TYPE_DES, 8},
        {PSA_KEY_TYPE_DES, 16}, {PSA_KEY_TYPE_DES, 24},
        {PSA_KEY_TYPE_CHACHA20, 32}, {PSA_KEY_TYPE_ARIA, 16},
        {PSA_KEY_TYPE_CAMELLIA, 32}, {PSA_KEY_TYPE_HMAC, 16}
    };
    static const psa_algorithm_t algs[] = {
        PSA_ALG_ECB_NO_PADDING, PSA_ALG_CBC_NO_PADDING, PSA_ALG_CBC_PKCS7,
        PSA_ALG_CTR, PSA_ALG_CFB, PSA_ALG_OFB, PSA_ALG_XTS,
        PSA_ALG_STREAM_CIPHER, PSA_ALG_CCM_STAR_NO_TAG, PSA_ALG_GCM
    };
    static const size_t lengths[] = {0, 1, 16, 37, 48};
    size_t i, j, k, n, m, whole;
    uint8_t iv[16], out[120], back[120];

    memset(iv, 0x3c, sizeof(iv));
    for (i = 0; i < COUNT(keys); i++) {
        for (j = 0; j < COUNT(algs); j++) {
            psa_cipher_operation_t op = PSA_CIPHER_OPERATION_INIT;
            psa_algorithm_t alg = algs[j];
            size_t iv_length = PSA_CIPHER_IV_LENGTH(keys[i].type, alg);
            mbedtls_svc_key_id_t key = make(keys[i].type, keys[i].length,
                                            PSA_KEY_USAGE_ENCRYPT |
                                            PSA_KEY_USAGE_DECRYPT, alg);
            psa_status_t status = psa_cipher_encrypt_setup(&op, key, alg);

            printf("cipher %08x key %04x of %u: %d\n", (unsigned) alg,
                   (unsigned) keys[i].type, (unsigned) keys[i].length,
                   (int) status);
            n = 9;
            show("whole", psa_cipher_encrypt(key, alg, message, 16, out, 120,
                                             &n));
            printf("  length %u\n", (unsigned) n);
            show("whole back", psa_cipher_decrypt(key, alg, out, n, back, 120,
                                                  &m));
            printf("  length %u, the same %d\n", (unsigned) m,
                   m == 16 && memcmp(back, message, 16) == 0);
            if (status != PSA_SUCCESS) {
                psa_destroy_key(key);
                continue;
            }
            show("whole without room",
                 psa_cipher_encrypt(key, alg, message, 16, out, 15, &n));
            show("whole of a part",
                 psa_cipher_encrypt(key, alg, message, 17, out, 120, &n));
            show("whole of too little",
                 psa_cipher_decrypt(key, alg, message, 3, out, 120, &n));
            show("setup again", psa_cipher_encrypt_setup(&op, key, alg));
            for (k = 0; k < COUNT(lengths); k++) {
                size_t length = lengths[k];

                printf("  %u bytes\n", (unsigned) length);
                psa_cipher_encrypt_setup(&op, key, alg);
                if (iv_length > 0) {
                    show("set_iv", psa_cipher_set_iv(&op, iv, iv_length));
                }
                n = m = 0;
                show("update", psa_cipher_update(&op, message, length / 3, out,
                                                 120, &n));
                printf("  out %u\n", (unsigned) n);
                show("update", psa_cipher_update(&op, message + length / 3,
                                                 length - length / 3, out + n,
                                                 120 - n, &m));
                n += m;
                printf("  out %u\n", (unsigned) n);
                m = 0;
                status = psa_cipher_finish(&op, out + n, 120 - n, &m);
                show("finish", status);
                n += m;
                hex("ciphertext", out, n);
                psa_cipher_decrypt_setup(&op, key, alg);
                if (iv_length > 0) {
                    show("set_iv", psa_cipher_set_iv(&op, iv, iv_length));
                }
                m = 0;
                show("update", psa_cipher_update(&op, out, n, back, 120, &m));
                whole = m;
                m = 0;
                show("finish", psa_cipher_finish(&op, back + whole,
                                                 120 - whole, &m));
                hex("back", back, whole + m);
            }
            show("setup", psa_cipher_encrypt_setup(&op, key, alg));
            if (iv_length > 0) {
                show("without iv",
                     psa_cipher_update(&op, message, 16, out, 120, &n));
                show("setup", psa_cipher_encrypt_setup(&op, key, alg));
                show("wrong iv", psa_cipher_set_iv(&op, iv, iv_length - 1));
                show("setup", psa_cipher_encrypt_setup(&op, key, alg));
                n = 9;
                show("generate without room",
                     psa_cipher_generate_iv(&op, out, iv_length - 1, &n));
                printf("  length %u\n", (unsigned) n);
                show("setup", psa_cipher_encrypt_setup(&op, key, alg));
                show("generate", psa_cipher_generate_iv(&op, out, 16, &n));
                printf("  length %u\n", (unsigned) n);
                show("twice", psa_cipher_set_iv(&op, iv, iv_length));
                show("setup", psa_cipher_encrypt_setup(&op, key, alg));
                show("generate", psa_cipher_generate_iv(&op, out, 16, &n));
            } else {
                show("needless iv", psa_cipher_set_iv(&op, iv, 16));
                show("setup", psa_cipher_encrypt_setup(&op, key, alg));
            }
            show("no room", psa_cipher_update(&op, message, 32, out, 31, &n));
            show("after it", psa_cipher_update(&op, message, 16, out, 32, &n));
            show("finish", psa_cipher_finish(&op, out, 16, &n));
            show("abort", psa_cipher_abort(&op));
            psa_destroy_key(key);
        }
    }
}

static void aeads(void)
{
    static const struct {
        psa_key_type_t type;
        size_t length;
    } keys[] = {
        {PSA_KEY_TYPE_AES, 16}, {PSA_KEY_TYPE_AES, 24}, {PSA_KEY_TYPE_AES, 32},
        {PSA_KEY_TYPE_CHACHA20, 32}, {PSA_KEY_TYPE_DES, 24},
        {PSA_KEY_TYPE_ARIA, 16}, {PSA_KEY_TYPE_CAMELLIA, 16},
        {PSA_KEY_TYPE_HMAC, 16}
    };
    static const psa_algorithm_t algs[] = {
        PSA_ALG_GCM, PSA_ALG_CCM, PSA_ALG_CHACHA20_POLY1305,
        PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 12),
        PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 9),
        PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 8),
        PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CCM, 5),
        PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_CHACHA20_POLY1305, 12),
        PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 8),
        PSA_ALG_CBC_PKCS7
    };
    static const size_t nonces[] = {0, 6, 7, 8, 12, 13, 14, 16};
    size_t i, j, k, n, m, t;
    uint8_t nonce[16], out[120], back[120], tag[20];

    memset(nonce, 0x11, sizeof(nonce));
    for (i = 0; i < COUNT(keys); i++) {
        for (j = 0; j < COUNT(algs); j++) {
            psa_aead_operation_t op = PSA_AEAD_OPERATION_INIT;
            psa_algorithm_t alg = algs[j];
            mbedtls_svc_key_id_t key = make(keys[i].type, keys[i].length,
                                            PSA_KEY_USAGE_ENCRYPT |
                                            PSA_KEY_USAGE_DECRYPT, alg);
            psa_status_t status;

            printf("aead %08x key %04x of %u\n", (unsigned) alg,
                   (unsigned) keys[i].type, (unsigned) keys[i].length);
            for (k = 0; k < COUNT(nonces); k++) {
                n = 9;
                status = psa_aead_encrypt(key, alg, nonce, nonces[k], message,
                                          20, message, 50, out, 120, &n);
                printf("  nonce of %u: %d\n", (unsigned) nonces[k],
                       (int) status);
                hex("ciphertext", out, n <= 120 ? n : 0);
                if (status == PSA_SUCCESS) {
                    show("back", psa_aead_decrypt(key, alg, nonce, nonces[k],
                                                  message, 20, out, n, back,
                                                  120, &m));
                    printf("  the same %d\n",
                           m == 50 && memcmp(back, message, 50) == 0);
                    out[3] ^= 1;
                    show("another",
                         psa_aead_decrypt(key, alg, nonce, nonces[k], message,
                                          20, out, n, back, 120, &m));
                    printf("  length %u first %02x\n", (unsigned) m, back[0]);
                    show("too short",
                         psa_aead_decrypt(key, alg, nonce, nonces[k], message,
                                          20, out, 3, back, 120, &m));
                    show("no room",
                         psa_aead_decrypt(key, alg, nonce, nonces[k], message,
                                          20, out, n, back, 49, &m));
                    show("no room",
                         psa_aead_encrypt(key, alg, nonce, nonces[k], message,
                                          20, message, 50, out, n - 1, &n));
                }
            }
            status = psa_aead_encrypt_setup(&op, key, alg);
            show("setup", status);
            if (status != PSA_SUCCESS) {
                psa_destroy_key(key);
                continue;
            }
            show("setup again", psa_aead_encrypt_setup(&op, key, alg));
            show("setup", psa_aead_encrypt_setup(&op, key, alg));
            show("set_lengths", psa_aead_set_lengths(&op, 20, 50));
            show("set_nonce", psa_aead_set_nonce(&op, nonce, 12));
            show("update_ad", psa_aead_update_ad(&op, message, 7));
            show("update_ad", psa_aead_update_ad(&op, message + 7, 13));
            n = m = 0;
            show("update", psa_aead_update(&op, message, 33, out, 120, &n));
            show("update", psa_aead_update(&op, message + 33, 17, out + n,
                                           120 - n, &m));
            n += m;
            show("finish", psa_aead_finish(&op, out + n, 120 - n, &m, tag, 20,
                                           &t));
            hex("ciphertext", out, n);
            hex("tag", tag, 20);
            printf("  length %u\n", (unsigned) t);
            show("decrypt", psa_aead_decrypt_setup(&op, key, alg));
            show("set_nonce", psa_aead_set_nonce(&op, nonce, 12));
            show("set_lengths", psa_aead_set_lengths(&op, 20, 50));
            show("update_ad", psa_aead_update_ad(&op, message, 20));
            show("update", psa_aead_update(&op, out, 50, back, 120, &m));
            show("verify", psa_aead_verify(&op, back, 0, &m, tag, t));
            printf("  the same %d\n", memcmp(back, message, 50) == 0);
            tag[0] ^= 1;
            psa_aead_decrypt_setup(&op, key, alg);
            psa_aead_set_lengths(&op, 20, 50);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_update_ad(&op, message, 20);
            psa_aead_update(&op, out, 50, back, 120, &m);
            show("verify another", psa_aead_verify(&op, back, 0, &m, tag, t));

            psa_aead_encrypt_setup(&op, key, alg);
            show("update before the nonce",
                 psa_aead_update(&op, message, 1, out, 120, &n));
            psa_aead_encrypt_setup(&op, key, alg);
            n = 9;
            show("generate without room",
                 psa_aead_generate_nonce(&op, back, 11, &n));
            printf("  length %u\n", (unsigned) n);
            psa_aead_encrypt_setup(&op, key, alg);
            show("generate", psa_aead_generate_nonce(&op, back, 16, &n));
            printf("  length %u\n", (unsigned) n);
            show("second nonce", psa_aead_set_nonce(&op, nonce, 12));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            show("no lengths, ad", psa_aead_update_ad(&op, message, 5));
            show("no lengths, update",
                 psa_aead_update(&op, message, 20, out, 120, &n));
            show("ad after it", psa_aead_update_ad(&op, message, 5));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            show("no lengths, finish",
                 psa_aead_finish(&op, out, 120, &m, tag, 20, &t));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_set_lengths(&op, 5, 5);
            show("too much ad", psa_aead_update_ad(&op, message, 6));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_set_lengths(&op, 5, 5);
            show("ad missing",
                 psa_aead_update(&op, message, 5, out, 120, &n));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_set_lengths(&op, 0, 5);
            show("too much", psa_aead_update(&op, message, 6, out, 120, &n));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_set_lengths(&op, 0, 5);
            show("too little", psa_aead_finish(&op, out, 120, &m, tag, 20, &t));
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_set_lengths(&op, 0, 5);
            show("no room", psa_aead_update(&op, message, 5, out, 4, &n));
            psa_aead_encrypt_setup(&op, key, alg);
            show("long ad", psa_aead_set_lengths(&op, 0xff01, 5));
            psa_aead_abort(&op);
            psa_aead_encrypt_setup(&op, key, alg);
            psa_aead_set_nonce(&op, nonce, 12);
            psa_aead_set_lengths(&op, 0, 0);
            show("no room for the tag",
                 psa_aead_finish(&op, out, 120, &m, tag, 3, &t));
            printf("  length %u\n", (unsigned) t);
            show("abort", psa_aead_abort(&op));
            psa_destroy_key(key);
        }
    }
}

int main(void)
{
    size_t i;

    for (i = 0; i < sizeof(message); i++) {
        message[i] = (uint8_t) (i * 13);
    }
    show("psa_crypto_init", psa_crypto_init());
    hashes();
    macs();
    ciphers();
    aeads();
    printf("can %d %d\n", psa_can_do_hash(PSA_ALG_SHA_256),
           psa_can_do_cipher(PSA_KEY_TYPE_AES, PSA_ALG_CTR));
    mbedtls_psa_crypto_free();
    return 0;
}
