/*
 * What few programs call: operations set to nothing by a function, signatures
 * in steps (not in Debian's build), keys made with parameters of their own.
 *
 *     rest FOLDER
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <psa/crypto.h>

static void show(const char *what, psa_status_t status)
{
    printf("%s: %d\n", what, (int) status);
}

static psa_key_attributes_t pair(void)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

    psa_set_key_type(&attributes,
                     PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1));
    psa_set_key_bits(&attributes, 256);
    psa_set_key_usage_flags(&attributes,
                            PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_VERIFY_HASH |
                            PSA_KEY_USAGE_EXPORT);
    psa_set_key_algorithm(&attributes, PSA_ALG_ECDSA(PSA_ALG_SHA_256));
    return attributes;
}

/* An operation that was set up by its function is ready to be used. */
static void fresh_operations(void)
{
    static const uint8_t bytes[16] = { 1, 2, 3 };
    psa_aead_operation_t aead = psa_aead_operation_init();
    psa_cipher_operation_t cipher = psa_cipher_operation_init();
    psa_mac_operation_t mac = psa_mac_operation_init();
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;
    mbedtls_svc_key_id_t key;
    uint8_t out[64];
    size_t length = 99;

    psa_set_key_type(&attributes, PSA_KEY_TYPE_AES);
    psa_set_key_usage_flags(&attributes,
                            PSA_KEY_USAGE_ENCRYPT | PSA_KEY_USAGE_SIGN_MESSAGE);
    psa_set_key_algorithm(&attributes, PSA_ALG_ECB_NO_PADDING);
    show("import for ECB", psa_import_key(&attributes, bytes, 16, &key));
    show("cipher setup",
         psa_cipher_encrypt_setup(&cipher, key, PSA_ALG_ECB_NO_PADDING));
    show("update", psa_cipher_update(&cipher, bytes, 16, out, 64, &length));
    printf("  %u bytes, first %02x\n", (unsigned) length, out[0]);
    show("abort", psa_cipher_abort(&cipher));
    show("destroy", psa_destroy_key(key));

    psa_set_key_algorithm(&attributes, PSA_ALG_CMAC);
    show("import for CMAC", psa_import_key(&attributes, bytes, 16, &key));
    show("mac setup", psa_mac_sign_setup(&mac, key, PSA_ALG_CMAC));
    show("update", psa_mac_update(&mac, bytes, 16));
    show("finish", psa_mac_sign_finish(&mac, out, 64, &length));
    printf("  %u bytes, first %02x\n", (unsigned) length, out[0]);
    show("destroy", psa_destroy_key(key));

    psa_set_key_algorithm(&attributes, PSA_ALG_GCM);
    show("import for GCM", psa_import_key(&attributes, bytes, 16, &key));
    show("aead setup", psa_aead_encrypt_setup(&aead, key, PSA_ALG_GCM));
    show("nonce", psa_aead_set_nonce(&aead, bytes, 12));
    show("abort", psa_aead_abort(&aead));
    show("abort again", psa_aead_abort(&aead));
    show("destroy", psa_destroy_key(key));
}

static void signatures_in_steps(void)
{
    psa_sign_hash_interruptible_operation_t sign =
        psa_sign_hash_interruptible_operation_init();
    psa_verify_hash_interruptible_operation_t verify =
        psa_verify_hash_interruptible_operation_init();
    static const uint8_t hash[32] = { 7 };
    psa_key_attributes_t attributes = pair();
    mbedtls_svc_key_id_t key;
    uint8_t signature[64] = { 0 };

    printf("steps %lu\n", (unsigned long) psa_interruptible_get_max_ops());
    psa_interruptible_set_max_ops(1000);
    printf("steps %lu\n", (unsigned long) psa_interruptible_get_max_ops());
    psa_interruptible_set_max_ops(PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED);
    printf("steps %lu\n", (unsigned long) psa_interruptible_get_max_ops());
    show("generate", psa_generate_key(&attributes, &key));
    show("sign start", psa_sign_hash_start(&sign, key,
                                           PSA_ALG_ECDSA(PSA_ALG_SHA_256),
                                           hash, sizeof(hash)));
    printf("taken %lu\n", (unsigned long) psa_sign_hash_get_num_ops(&sign));
    show("sign abort", psa_sign_hash_abort(&sign));
    show("verify start", psa_verify_hash_start(&verify, key,
                                               PSA_ALG_ECDSA(PSA_ALG_SHA_256),
                                               hash, sizeof(hash), signature,
                                               sizeof(signature)));
    printf("taken %lu\n", (unsigned long) psa_verify_hash_get_num_ops(&verify));
    show("verify complete", psa_verify_hash_complete(&verify));
    show("verify abort", psa_verify_hash_abort(&verify));
    show("destroy", psa_destroy_key(key));
}

static void derive(psa_key_derivation_operation_t *operation)
{
    static const uint8_t secret[32] = { 9 };

    show("setup", psa_key_derivation_setup(operation,
                                           PSA_ALG_HKDF(PSA_ALG_SHA_256)));
    show("secret", psa_key_derivation_input_bytes(
             operation, PSA_KEY_DERIVATION_INPUT_SECRET, secret,
             sizeof(secret)));
    show("info", psa_key_derivation_input_bytes(
             operation, PSA_KEY_DERIVATION_INPUT_INFO, secret, 3));
}

/* Keys made with parameters: flags that nobody knows, and the usual ones. */
static void parameters(void)
{
    psa_key_attributes_t attributes = pair();
    psa_key_derivation_operation_t operation =
        PSA_KEY_DERIVATION_OPERATION_INIT;
    psa_key_production_parameters_t *asked = calloc(1, sizeof(*asked) + 8);
    psa_custom_key_parameters_t custom = PSA_CUSTOM_KEY_PARAMETERS_INIT;
    struct psa_key_policy_s policy = psa_key_policy_init();
    mbedtls_svc_key_id_t key = 0;

    (void) policy;
    if (asked == NULL) {
        printf("no memory\n");
        return;
    }
    show("generate", psa_generate_key_ext(&attributes, asked, 0, &key));
    show("destroy", psa_destroy_key(key));
    show("generate with data",
         psa_generate_key_ext(&attributes, asked, 1, &key));
    asked->flags = 1;
    show("generate with flags",
         psa_generate_key_ext(&attributes, asked, 0, &key));

    psa_set_key_type(&attributes, PSA_KEY_TYPE_RAW_DATA);
    psa_set_key_algorithm(&attributes, 0);
    psa_set_key_usage_flags(&attributes, PSA_KEY_USAGE_EXPORT);
    asked->flags = 0;
    derive(&operation);
    show("output", psa_key_derivation_output_key_ext(&attributes, &operation,
                                                     asked, 0, &key));
    show("destroy", psa_destroy_key(key));
    asked->flags = 1;
    show("output with flags",
         psa_key_derivation_output_key_ext(&attributes, &operation, asked, 0,
                                           &key));
    show("abort", psa_key_derivation_abort(&operation));
    derive(&operation);
    show("output", psa_key_derivation_output_key_custom(
             &attributes, &operation, &custom, NULL, 0, &key));
    show("destroy", psa_destroy_key(key));
    custom.flags = 1;
    show("output with flags", psa_key_derivation_output_key_custom(
             &attributes, &operation, &custom, NULL, 0, &key));
    show("abort", psa_key_derivation_abort(&operation));
    free(asked);
}

int main(void)
{
    show("init", psa_crypto_init());
    fresh_operations();
    signatures_in_steps();
    parameters();
    mbedtls_psa_crypto_free();
    return 0;
}
