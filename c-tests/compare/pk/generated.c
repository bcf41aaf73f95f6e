/*
 * Keys made or put together inside a pk context, and what every function of
 * pk.h makes of them; keys taken over by the PSA interface, and copied back.
 *
 *     generated FOLDER
 *
 * FOLDER holds the test keys. Keys are fresh, so that no bytes are printed.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/ecp.h>
#include <mbedtls/entropy.h>
#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>
#include <psa/crypto.h>

static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;
static const char *folder;

#define RNG mbedtls_ctr_drbg_random, &drbg

static void show(const char *what, int ret)
{
    printf("  %-34s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void load(mbedtls_pk_context *pk, const char *name)
{
    char path[512];

    mbedtls_pk_init(pk);
    snprintf(path, sizeof(path), "%s/%s.key", folder, name);
    show("parse", mbedtls_pk_parse_keyfile(pk, path, NULL, RNG));
}

static void describe(const mbedtls_pk_context *pk)
{
    printf("  %s, type %d, %u bits, %u bytes\n", mbedtls_pk_get_name(pk),
           (int) mbedtls_pk_get_type(pk), (unsigned) mbedtls_pk_get_bitlen(pk),
           (unsigned) mbedtls_pk_get_len(pk));
}

/* Everything that can be done with a key, without a byte of it. */
static void use(mbedtls_pk_context *pk)
{
    unsigned char hash[32], sig[MBEDTLS_PK_SIGNATURE_MAX_SIZE], der[4096];
    mbedtls_pk_context pub, again;
    size_t len = 0;
    int size;

    memset(hash, 0x31, sizeof(hash));
    mbedtls_pk_init(&pub);
    mbedtls_pk_init(&again);
    describe(pk);
    show("sign", mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, hash, 32, sig,
                                 sizeof(sig), &len, RNG));
    show("verify",
         mbedtls_pk_verify(pk, MBEDTLS_MD_SHA256, hash, 32, sig, len));
    size = mbedtls_pk_write_pubkey_der(pk, der, sizeof(der));
    show("write_pubkey_der", size > 0);
    if (size > 0) {
        show("parse_public_key",
             mbedtls_pk_parse_public_key(&pub, der + sizeof(der) - size,
                                         (size_t) size));
        show("verify",
             mbedtls_pk_verify(&pub, MBEDTLS_MD_SHA256, hash, 32, sig, len));
        show("check_pair", mbedtls_pk_check_pair(&pub, pk, RNG));
    }
    size = mbedtls_pk_write_key_der(pk, der, sizeof(der));
    show("write_key_der", size > 0 ? 1 : size);
    if (size > 0) {
        show("parse_key",
             mbedtls_pk_parse_key(&again, der + sizeof(der) - size,
                                  (size_t) size, NULL, 0, RNG));
        show("check_pair", mbedtls_pk_check_pair(&pub, &again, RNG));
    }
    mbedtls_pk_free(&again);
    mbedtls_pk_free(&pub);
}

static void curves(void)
{
    static const mbedtls_ecp_group_id ids[] = {
        MBEDTLS_ECP_DP_SECP256R1, MBEDTLS_ECP_DP_SECP384R1,
        MBEDTLS_ECP_DP_SECP521R1, MBEDTLS_ECP_DP_SECP256K1,
        MBEDTLS_ECP_DP_BP256R1, MBEDTLS_ECP_DP_BP384R1
    };
    mbedtls_pk_context pk;
    size_t i;

    for (i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
        printf("curve %d\n", (int) ids[i]);
        mbedtls_pk_init(&pk);
        show("setup", mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type(
                                                MBEDTLS_PK_ECKEY)));
        describe(&pk);
        show("gen_key",
             mbedtls_ecp_gen_key(ids[i], mbedtls_pk_ec(pk), RNG));
        use(&pk);
        /* Another key takes its place. */
        show("gen_key",
             mbedtls_ecp_gen_key(ids[i], mbedtls_pk_ec(pk), RNG));
        use(&pk);
        mbedtls_pk_free(&pk);
    }
}

static void rsa(void)
{
    static const struct {
        unsigned bits;
        int exponent;
    } table[] = { { 1024, 65537 }, { 1024, 3 }, { 2048, 65537 } };
    mbedtls_pk_context pk;
    size_t i;

    for (i = 0; i < sizeof(table) / sizeof(table[0]); i++) {
        printf("RSA %u, exponent %d\n", table[i].bits, table[i].exponent);
        mbedtls_pk_init(&pk);
        show("setup", mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type(
                                                MBEDTLS_PK_RSA)));
        describe(&pk);
        show("gen_key", mbedtls_rsa_gen_key(mbedtls_pk_rsa(pk), RNG,
                                            table[i].bits, table[i].exponent));
        use(&pk);
        mbedtls_pk_free(&pk);
    }
}

static void kinds(void)
{
    static const mbedtls_pk_type_t types[] = { MBEDTLS_PK_ECKEY_DH,
                                               MBEDTLS_PK_ECDSA };
    mbedtls_pk_context pk;
    size_t i;

    for (i = 0; i < 2; i++) {
        printf("type %d\n", (int) types[i]);
        mbedtls_pk_init(&pk);
        show("setup",
             mbedtls_pk_setup(&pk, mbedtls_pk_info_from_type(types[i])));
        show("gen_key", mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1,
                                            mbedtls_pk_ec(pk), RNG));
        describe(&pk);
        printf("  can do %d %d %d\n", mbedtls_pk_can_do(&pk, MBEDTLS_PK_ECKEY),
               mbedtls_pk_can_do(&pk, MBEDTLS_PK_ECKEY_DH),
               mbedtls_pk_can_do(&pk, MBEDTLS_PK_ECDSA));
        show("check_pair", mbedtls_pk_check_pair(&pk, &pk, RNG));
        mbedtls_pk_free(&pk);
    }
}

static const psa_key_usage_t uses[] = {
    PSA_KEY_USAGE_SIGN_HASH, PSA_KEY_USAGE_SIGN_MESSAGE,
    PSA_KEY_USAGE_VERIFY_HASH, PSA_KEY_USAGE_VERIFY_MESSAGE,
    PSA_KEY_USAGE_DECRYPT, PSA_KEY_USAGE_ENCRYPT, PSA_KEY_USAGE_DERIVE,
    PSA_KEY_USAGE_EXPORT, 0, PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_DECRYPT
};

/* To the PSA interface and back, for each use. */
static void there_and_back(mbedtls_pk_context *pk)
{
    size_t i;

    for (i = 0; i < sizeof(uses) / sizeof(uses[0]); i++) {
        psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
        mbedtls_svc_key_id_t id = 77;
        mbedtls_pk_context back;
        int ret = mbedtls_pk_get_psa_attributes(pk, uses[i], &attributes);

        printf("  use %x\n", (unsigned) uses[i]);
        show("get_psa_attributes", ret);
        printf("  type %x, %u bits, alg %x, use %x, alg2 %x\n",
               (unsigned) psa_get_key_type(&attributes),
               (unsigned) psa_get_key_bits(&attributes),
               (unsigned) psa_get_key_algorithm(&attributes),
               (unsigned) psa_get_key_usage_flags(&attributes),
               (unsigned) psa_get_key_enrollment_algorithm(&attributes));
        show("import_into_psa",
             mbedtls_pk_import_into_psa(pk, &attributes, &id));
        printf("  %s\n", id == 0 ? "no key" : "a key");
        if (id == 0 || ret != 0) {
            continue;
        }
        mbedtls_pk_init(&back);
        show("copy_from_psa", mbedtls_pk_copy_from_psa(id, &back));
        describe(&back);
        if (uses[i] == PSA_KEY_USAGE_SIGN_HASH) {
            use(&back);
        }
        show("copy_from_psa again", mbedtls_pk_copy_from_psa(id, &back));
        mbedtls_pk_free(&back);
        show("copy_public_from_psa",
             mbedtls_pk_copy_public_from_psa(id, &back));
        describe(&back);
        show("check_pair", mbedtls_pk_check_pair(&back, pk, RNG));
        mbedtls_pk_free(&back);
        show("destroy", (int) psa_destroy_key(id));
    }
}

static void wrong_types(mbedtls_pk_context *pk)
{
    static const psa_key_type_t types[] = {
        PSA_KEY_TYPE_RSA_KEY_PAIR, PSA_KEY_TYPE_RSA_PUBLIC_KEY,
        PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1),
        PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_K1),
        PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_SECP_R1),
        PSA_KEY_TYPE_ECC_PUBLIC_KEY(PSA_ECC_FAMILY_BRAINPOOL_P_R1),
        PSA_KEY_TYPE_AES, PSA_KEY_TYPE_NONE
    };
    size_t i;

    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
        mbedtls_svc_key_id_t id = 77;

        psa_set_key_type(&attributes, types[i]);
        psa_set_key_bits(&attributes, mbedtls_pk_get_bitlen(pk));
        printf("  as type %x\n", (unsigned) types[i]);
        show("import_into_psa",
             mbedtls_pk_import_into_psa(pk, &attributes, &id));
        if (id != 0) {
            show("destroy", (int) psa_destroy_key(id));
        }
    }
}

static void psa(const char *name)
{
    unsigned char der[1024];
    mbedtls_pk_context pk, pub;
    int len;

    printf("psa, %s\n", name);
    load(&pk, name);
    there_and_back(&pk);
    wrong_types(&pk);
    printf("psa, %s, the public half\n", name);
    len = mbedtls_pk_write_pubkey_der(&pk, der, sizeof(der));
    mbedtls_pk_init(&pub);
    show("parse_public_key",
         mbedtls_pk_parse_public_key(&pub, der + sizeof(der) - len,
                                     (size_t) len));
    there_and_back(&pub);
    wrong_types(&pub);
    mbedtls_pk_free(&pub);
    mbedtls_pk_free(&pk);
}

static void nothing(void)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t id = 77;
    mbedtls_pk_context pk;

    printf("nothing\n");
    mbedtls_pk_init(&pk);
    show("get_psa_attributes",
         mbedtls_pk_get_psa_attributes(&pk, PSA_KEY_USAGE_SIGN_HASH,
                                       &attributes));
    show("import_into_psa", mbedtls_pk_import_into_psa(&pk, &attributes, &id));
    printf("  %s\n", id == 0 ? "no key" : "a key");
    show("copy_from_psa", mbedtls_pk_copy_from_psa(0x7fff1234, &pk));
    show("copy_public_from_psa",
         mbedtls_pk_copy_public_from_psa(0x7fff1234, &pk));
    show("copy_from_psa, no context", mbedtls_pk_copy_from_psa(1, NULL));
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: generated FOLDER\n");
        return 2;
    }
    folder = argv[1];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                              0) != 0 || psa_crypto_init() != PSA_SUCCESS) {
        return 1;
    }
    curves();
    rsa();
    kinds();
    psa("rsa2048");
    psa("p256");
    psa("p521");
    nothing();
    mbedtls_psa_crypto_free();
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
