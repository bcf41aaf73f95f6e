/*
 * Keys of psa/crypto.h: what is accepted, what comes back, and what is refused
 * with which status. Numbers of keys differ between libraries and are not
 * printed; of what is random, only that it is there.
 *
 *     keys FOLDER
 */
#include <stdio.h>
#include <string.h>

#include <psa/crypto.h>

static void show(const char *what, psa_status_t status)
{
    printf("%s: %d\n", what, (int) status);
}

static void hex(const char *what, const uint8_t *data, size_t length)
{
    size_t i;

    printf("%s: %u:", what, (unsigned) length);
    for (i = 0; i < length; i++) {
        printf("%02x", data[i]);
    }
    printf("\n");
}

static psa_key_attributes_t asked(psa_key_type_t type, size_t bits,
                                  psa_key_usage_t usage, psa_algorithm_t alg)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

    psa_set_key_type(&attributes, type);
    psa_set_key_bits(&attributes, bits);
    psa_set_key_usage_flags(&attributes, usage);
    psa_set_key_algorithm(&attributes, alg);
    return attributes;
}

static void describe(mbedtls_svc_key_id_t key)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    psa_status_t status = psa_get_key_attributes(key, &a);

    printf("  attributes %d: type %04x bits %u usage %08x alg %08x alg2 %08x "
           "lifetime %u number %s\n", (int) status,
           (unsigned) psa_get_key_type(&a), (unsigned) psa_get_key_bits(&a),
           (unsigned) psa_get_key_usage_flags(&a),
           (unsigned) psa_get_key_algorithm(&a),
           (unsigned) psa_get_key_enrollment_algorithm(&a),
           (unsigned) psa_get_key_lifetime(&a),
           psa_get_key_id(&a) == 0 ? "none" : "some");
    psa_reset_key_attributes(&a);
}

/* Imports, shows all that can be exported, destroys. */
static void import_(const char *what, const psa_key_attributes_t *attributes,
                    const uint8_t *data, size_t length)
{
    uint8_t out[2400];
    size_t out_length = 77;
    mbedtls_svc_key_id_t key = 5;
    psa_status_t status = psa_import_key(attributes, data, length, &key);

    printf("%s: import %d, number %s\n", what, (int) status,
           key == 0 ? "none" : "some");
    if (status != PSA_SUCCESS) {
        return;
    }
    describe(key);
    memset(out, 0xee, sizeof(out));
    status = psa_export_key(key, out, sizeof(out), &out_length);
    printf("  export %d, %u bytes, after them %02x\n", (int) status,
           (unsigned) out_length,
           (unsigned) (out_length < sizeof(out) ? out[out_length] : 0));
    if (status == PSA_SUCCESS) {
        hex("  key", out, out_length);
        show("  export, a byte less",
             psa_export_key(key, out, out_length - 1, &out_length));
        printf("  length %u first %02x\n", (unsigned) out_length, out[0]);
    }
    out_length = 77;
    memset(out, 0xee, sizeof(out));
    status = psa_export_public_key(key, out, sizeof(out), &out_length);
    show("  export public", status);
    if (status == PSA_SUCCESS) {
        hex("  public", out, out_length);
        show("  public, a byte less",
             psa_export_public_key(key, out, out_length - 1, &out_length));
    } else {
        printf("  length %u first %02x\n", (unsigned) out_length, out[0]);
    }
    out_length = 77;
    show("  export to nothing", psa_export_key(key, out, 0, &out_length));
    show("  public to nothing", psa_export_public_key(key, out, 0, &out_length));
    printf("  length %u\n", (unsigned) out_length);
    show("  destroy", psa_destroy_key(key));
    show("  destroy again", psa_destroy_key(key));
    describe(key);
}

#define EXPORT PSA_KEY_USAGE_EXPORT

static void symmetric(void)
{
    static const psa_key_type_t types[] = {
        PSA_KEY_TYPE_RAW_DATA, PSA_KEY_TYPE_HMAC, PSA_KEY_TYPE_DERIVE,
        PSA_KEY_TYPE_PASSWORD, PSA_KEY_TYPE_PASSWORD_HASH, PSA_KEY_TYPE_PEPPER,
        PSA_KEY_TYPE_AES, PSA_KEY_TYPE_DES, PSA_KEY_TYPE_CHACHA20,
        PSA_KEY_TYPE_NONE, 0x2007, 0x7777, PSA_KEY_TYPE_DSA_KEY_PAIR
    };
    static const size_t lengths[] = {0, 1, 7, 8, 16, 17, 24, 32, 33};
    uint8_t data[40];
    size_t i, j;
    char what[80];

    memset(data, 0x2b, sizeof(data));
    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        for (j = 0; j < sizeof(lengths) / sizeof(lengths[0]); j++) {
            psa_key_attributes_t a = asked(types[i], 0, EXPORT, 0);
            mbedtls_svc_key_id_t key = 0;

            snprintf(what, sizeof(what), "type %04x, %u bytes",
                     (unsigned) types[i], (unsigned) lengths[j]);
            import_(what, &a, data, lengths[j]);
            psa_set_key_bits(&a, 128);
            snprintf(what, sizeof(what), "type %04x, %u bytes as 128 bits",
                     (unsigned) types[i], (unsigned) lengths[j]);
            import_(what, &a, data, lengths[j]);
            psa_set_key_bits(&a, lengths[j] * 8);
            printf("type %04x, generate %u bits: %d", (unsigned) types[i],
                   (unsigned) (lengths[j] * 8),
                   (int) psa_generate_key(&a, &key));
            psa_set_key_bits(&a, lengths[j] * 8 + 1);
            printf(", one more: %d\n", (int) psa_generate_key(&a, &key));
        }
    }
}

static void policies(void)
{
    uint8_t data[16] = {1}, out[16];
    size_t length;
    mbedtls_svc_key_id_t key = 0, copy = 0;
    psa_key_attributes_t a = asked(PSA_KEY_TYPE_AES, 0, EXPORT, PSA_ALG_GCM);

    psa_set_key_usage_flags(&a, 0x80000000u);
    import_("unknown use", &a, data, 16);
    psa_set_key_usage_flags(&a, EXPORT | PSA_KEY_USAGE_SIGN_HASH |
                            PSA_KEY_USAGE_VERIFY_HASH);
    psa_set_key_enrollment_algorithm(&a, PSA_ALG_CCM);
    import_("hash uses", &a, data, 16);
    a = asked(PSA_KEY_TYPE_AES, 0, PSA_KEY_USAGE_ENCRYPT, PSA_ALG_GCM);
    import_("no export", &a, data, 16);
    a = asked(PSA_KEY_TYPE_AES, 65535, EXPORT, PSA_ALG_GCM);
    import_("too long", &a, data, 16);
    psa_set_key_bits(&a, 0);
    psa_set_key_lifetime(&a, 0x000100);
    show("elsewhere, import", psa_import_key(&a, data, 16, &key));
    psa_set_key_bits(&a, 128);
    show("elsewhere, generate", psa_generate_key(&a, &key));
    psa_set_key_lifetime(&a, 0);
    psa_set_key_id(&a, 0);
    psa_set_key_lifetime(&a, PSA_KEY_LIFETIME_PERSISTENT);
    show("stored without a number", psa_import_key(&a, data, 16, &key));
    psa_set_key_id(&a, 0x40000000);
    show("stored with a wrong number", psa_import_key(&a, data, 16, &key));
    psa_set_key_lifetime(&a, 0xff);
    psa_set_key_id(&a, 7);
    show("read only", psa_import_key(&a, data, 16, &key));

    /* Copies. */
    a = asked(PSA_KEY_TYPE_AES, 128, EXPORT | PSA_KEY_USAGE_COPY |
              PSA_KEY_USAGE_ENCRYPT, PSA_ALG_GCM);
    show("import", psa_import_key(&a, data, 16, &key));
    a = asked(0, 0, PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_DECRYPT, PSA_ALG_GCM);
    show("copy", psa_copy_key(key, &a, &copy));
    describe(copy);
    show("export of the copy", psa_export_key(copy, out, 16, &length));
    show("copy of the copy", psa_copy_key(copy, &a, &copy));
    describe(copy);
    psa_set_key_type(&a, PSA_KEY_TYPE_DES);
    show("copy as another kind", psa_copy_key(key, &a, &copy));
    psa_set_key_type(&a, PSA_KEY_TYPE_AES);
    psa_set_key_bits(&a, 256);
    show("copy with another length", psa_copy_key(key, &a, &copy));
    psa_set_key_bits(&a, 128);
    psa_set_key_algorithm(&a, PSA_ALG_CCM);
    show("copy for another algorithm", psa_copy_key(key, &a, &copy));
    psa_set_key_algorithm(&a, 0);
    show("copy for no algorithm", psa_copy_key(key, &a, &copy));
    describe(copy);
    psa_set_key_usage_flags(&a, 0x40000000);
    show("copy with unknown uses", psa_copy_key(key, &a, &copy));
    describe(copy);
    show("copy of nothing", psa_copy_key(0, &a, &copy));
    show("destroy", psa_destroy_key(key));
    show("copy of what is gone", psa_copy_key(key, &a, &copy));
}

/* Policies of copies, pair by pair. */
static void intersections(void)
{
    static const struct {
        psa_key_type_t type;
        psa_algorithm_t alg;
    } keys[] = {
        {PSA_KEY_TYPE_AES, PSA_ALG_GCM},
        {PSA_KEY_TYPE_AES, PSA_ALG_AEAD_WITH_SHORTENED_TAG(PSA_ALG_GCM, 12)},
        {PSA_KEY_TYPE_AES,
         PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 8)},
        {PSA_KEY_TYPE_AES,
         PSA_ALG_AEAD_WITH_AT_LEAST_THIS_LENGTH_TAG(PSA_ALG_GCM, 16)},
        {PSA_KEY_TYPE_AES, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_AES, PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 16)},
        {PSA_KEY_TYPE_AES, PSA_ALG_TRUNCATED_MAC(PSA_ALG_CMAC, 8)},
        {PSA_KEY_TYPE_AES, PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 8)},
        {PSA_KEY_TYPE_AES, PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_CMAC, 12)},
        {PSA_KEY_TYPE_AES, PSA_ALG_HMAC(PSA_ALG_SHA_256)},
        {PSA_KEY_TYPE_HMAC, PSA_ALG_HMAC(PSA_ALG_SHA_256)},
        {PSA_KEY_TYPE_HMAC,
         PSA_ALG_AT_LEAST_THIS_LENGTH_MAC(PSA_ALG_HMAC(PSA_ALG_SHA_256), 20)},
        {PSA_KEY_TYPE_HMAC, PSA_ALG_CMAC},
        {PSA_KEY_TYPE_AES, PSA_ALG_ECDSA(PSA_ALG_ANY_HASH)},
        {PSA_KEY_TYPE_AES, PSA_ALG_ECDSA(PSA_ALG_SHA_256)},
        {PSA_KEY_TYPE_AES, PSA_ALG_DETERMINISTIC_ECDSA(PSA_ALG_SHA_256)},
        {PSA_KEY_TYPE_AES, PSA_ALG_ECDH},
        {PSA_KEY_TYPE_AES,
         PSA_ALG_KEY_AGREEMENT(PSA_ALG_ECDH, PSA_ALG_HKDF(PSA_ALG_SHA_256))}
    };
    const size_t count = sizeof(keys) / sizeof(keys[0]);
    uint8_t data[16] = {3};
    size_t i, j;

    for (i = 0; i < count; i++) {
        psa_key_attributes_t a = asked(keys[i].type, 0,
                                       PSA_KEY_USAGE_COPY | EXPORT,
                                       keys[i].alg);
        mbedtls_svc_key_id_t key = 0;

        show("import", psa_import_key(&a, data, 16, &key));
        for (j = 0; j < count; j++) {
            mbedtls_svc_key_id_t copy = 0;
            psa_key_attributes_t b = asked(0, 0, EXPORT, keys[j].alg);

            printf("%08x and %08x: %d\n", (unsigned) keys[i].alg,
                   (unsigned) keys[j].alg,
                   (int) psa_copy_key(key, &b, &copy));
            if (copy != 0) {
                describe(copy);
                psa_destroy_key(copy);
            }
        }
        psa_destroy_key(key);
    }
}

static void handles(void)
{
    uint8_t data[16] = {9};
    mbedtls_svc_key_id_t key = 0;
    psa_key_handle_t handle = 1;
    psa_key_attributes_t a = asked(PSA_KEY_TYPE_AES, 128, EXPORT, PSA_ALG_GCM);
    mbedtls_psa_stats_t stats;

    show("destroy 0", psa_destroy_key(0));
    show("destroy 1", psa_destroy_key(1));
    show("destroy 0x7fffffff", psa_destroy_key(0x7fffffff));
    show("destroy 0xffffffff", psa_destroy_key(0xffffffff));
    show("close 0", psa_close_key(0));
    show("close 1", psa_close_key(1));
    show("close 0xffffffff", psa_close_key(0xffffffff));
    show("purge 0", psa_purge_key(0));
    show("purge 1", psa_purge_key(1));
    show("purge 0x7fff0000", psa_purge_key(0x7fff0000));
    show("purge 0xffffffff", psa_purge_key(0xffffffff));
    show("open 0", psa_open_key(0, &handle));
    printf("handle %u\n", (unsigned) handle);
    show("open 1", psa_open_key(1, &handle));
    show("attributes of 0", psa_get_key_attributes(0, &a));
    a = asked(PSA_KEY_TYPE_AES, 128, EXPORT, PSA_ALG_GCM);
    show("import", psa_import_key(&a, data, 16, &key));
    mbedtls_psa_get_stats(&stats);
    printf("keys %u %u %u\n", (unsigned) stats.MBEDTLS_PRIVATE(volatile_slots),
           (unsigned) stats.MBEDTLS_PRIVATE(persistent_slots),
           (unsigned) stats.MBEDTLS_PRIVATE(locked_slots));
    show("open", psa_open_key(key, &handle));
    printf("the same %d, null %d, equal %d\n", handle == key,
           mbedtls_svc_key_id_is_null(key), mbedtls_svc_key_id_equal(key, key));
    show("purge", psa_purge_key(key));
    describe(key);
    show("close", psa_close_key(key));
    describe(key);
    printf("made %u, null %d %d\n", (unsigned) mbedtls_svc_key_id_make(1, 2),
           mbedtls_svc_key_id_is_null(0), psa_key_handle_is_null(0));
}

/* Curves: fixed scalars, and their public halves imported back. */
static void curves(void)
{
    static const struct {
        psa_ecc_family_t family;
        size_t bits;
    } known[] = {
        {PSA_ECC_FAMILY_SECP_R1, 256}, {PSA_ECC_FAMILY_SECP_R1, 384},
        {PSA_ECC_FAMILY_SECP_R1, 521}, {PSA_ECC_FAMILY_SECP_K1, 256},
        {PSA_ECC_FAMILY_MONTGOMERY, 255}, {PSA_ECC_FAMILY_MONTGOMERY, 448}
    };
    size_t i;
    uint8_t data[80], point[140];
    size_t length, made;
    mbedtls_svc_key_id_t key = 0;

    for (i = 0; i < sizeof(known) / sizeof(known[0]); i++) {
        psa_key_type_t pair = PSA_KEY_TYPE_ECC_KEY_PAIR(known[i].family);
        psa_key_type_t public_ = PSA_KEY_TYPE_ECC_PUBLIC_KEY(known[i].family);
        psa_key_attributes_t a = asked(pair, 0, EXPORT, PSA_ALG_ECDH);

        printf("family %02x, %u bits\n", (unsigned) known[i].family,
               (unsigned) known[i].bits);
        length = PSA_BITS_TO_BYTES(known[i].bits);
        memset(data, 0x5a, sizeof(data));
        if (known[i].bits == 521) {
            data[0] = 1;
        }
        import_("without bits", &a, data, length);
        import_("a byte less", &a, data, length - 1);
        psa_set_key_bits(&a, known[i].bits);
        import_("with bits", &a, data, length);
        psa_set_key_bits(&a, known[i].bits - 8);
        import_("with fewer bits", &a, data, length);
        psa_set_key_bits(&a, known[i].bits);
        import_("one byte less", &a, data, length - 1);
        import_("one byte more", &a, data, length + 1);
        memset(data, 0, sizeof(data));
        import_("zero", &a, data, length);
        data[length - 1] = 1;
        import_("one", &a, data, length);
        memset(data, 0xff, sizeof(data));
        import_("all ones", &a, data, length);
        show("generate", psa_generate_key(&a, &key));
        describe(key);
        show("public", psa_export_public_key(key, point, sizeof(point), &made));
        show("destroy", psa_destroy_key(key));
        a = asked(public_, 0, 0, PSA_ALG_ECDH);
        printf("public, %u bytes: %d\n", (unsigned) made,
               (int) psa_import_key(&a, point, made, &key));
        describe(key);
        show("destroy", psa_destroy_key(key));
        show("a byte less", psa_import_key(&a, point, made - 1, &key));
        show("two bytes less", psa_import_key(&a, point, made - 2, &key));
        point[0] ^= 1;
        show("another first byte", psa_import_key(&a, point, made, &key));
        psa_destroy_key(key);
        point[0] ^= 1;
        point[made - 1] ^= 1;
        show("another last byte", psa_import_key(&a, point, made, &key));
        psa_destroy_key(key);
        memset(point, 0, sizeof(point));
        show("zeros", psa_import_key(&a, point, made, &key));
        psa_destroy_key(key);
        psa_set_key_bits(&a, known[i].bits);
        show("generate a public key", psa_generate_key(&a, &key));
        psa_set_key_type(&a, pair);
        psa_set_key_bits(&a, known[i].bits + 1);
        show("generate with another length", psa_generate_key(&a, &key));
        psa_set_key_bits(&a, 0);
        show("generate without a length", psa_generate_key(&a, &key));
    }
    {
        psa_key_attributes_t a = asked(PSA_KEY_TYPE_ECC_KEY_PAIR(0x77), 0,
                                       EXPORT, PSA_ALG_ECDH);
        import_("unknown family", &a, data, 32);
        a = asked(PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_TWISTED_EDWARDS), 0,
                  EXPORT, PSA_ALG_PURE_EDDSA);
        import_("Edwards", &a, data, 32);
        psa_set_key_bits(&a, 255);
        show("generate Edwards", psa_generate_key(&a, &key));
    }
}

static void rsa(const char *folder)
{
    uint8_t der[2400], back[2400];
    size_t length, back_length, i;
    mbedtls_svc_key_id_t key = 0;
    psa_key_attributes_t a = asked(PSA_KEY_TYPE_RSA_KEY_PAIR, 1024, EXPORT,
                                   PSA_ALG_RSA_PKCS1V15_SIGN_RAW);
    psa_custom_key_parameters_t custom = PSA_CUSTOM_KEY_PARAMETERS_INIT;
    static const uint8_t three[] = {3}, big[] = {1, 0, 0, 0, 1};
    static const uint8_t one[] = {1};
    static const size_t sizes[] = {0, 512, 1016, 1025, 1028, 4104, 8192};

    (void) folder;
    for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        psa_set_key_bits(&a, sizes[i]);
        printf("RSA, generate %u bits: %d\n", (unsigned) sizes[i],
               (int) psa_generate_key(&a, &key));
    }
    psa_set_key_bits(&a, 1024);
    show("RSA, generate", psa_generate_key(&a, &key));
    describe(key);
    show("export", psa_export_key(key, der, sizeof(der), &length));
    show("destroy", psa_destroy_key(key));
    psa_set_key_bits(&a, 0);
    show("import", psa_import_key(&a, der, length, &key));
    describe(key);
    show("export", psa_export_key(key, back, sizeof(back), &back_length));
    printf("the same %d\n",
           back_length == length && memcmp(der, back, length) == 0);
    show("public", psa_export_public_key(key, back, sizeof(back),
                                         &back_length));
    show("destroy", psa_destroy_key(key));
    show("a byte less", psa_import_key(&a, der, length - 1, &key));
    show("a byte more", psa_import_key(&a, der, length + 1, &key));
    psa_set_key_bits(&a, 2048);
    show("with another length", psa_import_key(&a, der, length, &key));
    psa_set_key_bits(&a, 0);
    show("public as a pair", psa_import_key(&a, back, back_length, &key));
    psa_set_key_type(&a, PSA_KEY_TYPE_RSA_PUBLIC_KEY);
    psa_set_key_usage_flags(&a, 0);
    show("pair as public", psa_import_key(&a, der, length, &key));
    show("import public", psa_import_key(&a, back, back_length, &key));
    describe(key);
    show("export without the use",
         psa_export_key(key, der, sizeof(der), &length));
    printf("the same %d\n",
           back_length == length && memcmp(der, back, length) == 0);
    show("destroy", psa_destroy_key(key));
    show("public, a byte less", psa_import_key(&a, back, back_length - 1, &key));
    back[back_length] = 0;
    show("public, a byte more", psa_import_key(&a, back, back_length + 1, &key));
    back[0] = 0x31;
    show("public, another tag", psa_import_key(&a, back, back_length, &key));
    psa_set_key_bits(&a, 1024);
    show("generate public", psa_generate_key(&a, &key));

    psa_set_key_type(&a, PSA_KEY_TYPE_RSA_KEY_PAIR);
    show("custom, default",
         psa_generate_key_custom(&a, &custom, NULL, 0, &key));
    show("destroy", psa_destroy_key(key));
    show("custom, 3", psa_generate_key_custom(&a, &custom, three, 1, &key));
    describe(key);
    show("destroy", psa_destroy_key(key));
    show("custom, 1", psa_generate_key_custom(&a, &custom, one, 1, &key));
    show("custom, big", psa_generate_key_custom(&a, &custom, big, 5, &key));
    custom.flags = 1;
    show("custom, flags", psa_generate_key_custom(&a, &custom, NULL, 0, &key));
    custom.flags = 0;
    psa_set_key_type(&a, PSA_KEY_TYPE_AES);
    psa_set_key_bits(&a, 128);
    show("custom AES", psa_generate_key_custom(&a, &custom, NULL, 0, &key));
    show("destroy", psa_destroy_key(key));
    show("custom AES, 3", psa_generate_key_custom(&a, &custom, three, 1, &key));
}

int main(int argc, char **argv)
{
    show("psa_crypto_init", psa_crypto_init());
    symmetric();
    policies();
    intersections();
    handles();
    curves();
    rsa(argc > 1 ? argv[1] : ".");
    mbedtls_psa_crypto_free();
    show("psa_crypto_init", psa_crypto_init());
    return 0;
}
