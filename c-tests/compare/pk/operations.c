/*
 * What the functions of pk.h return, for keys of every kind and for misuse.
 *
 *     operations FOLDER
 *
 * FOLDER holds the test keys. Signatures differ from run to run, so what is
 * printed is whether they verify, never their bytes.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/ecp.h>
#include <mbedtls/entropy.h>
#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>

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

/* The public half of a key, through its encoding. */
static void publish(mbedtls_pk_context *pub, const mbedtls_pk_context *pk)
{
    unsigned char buffer[2048];
    int len = mbedtls_pk_write_pubkey_der(pk, buffer, sizeof(buffer));

    mbedtls_pk_init(pub);
    show("write_pubkey_der", len);
    if (len > 0) {
        show("parse_public_key",
             mbedtls_pk_parse_public_key(pub, buffer + sizeof(buffer) - len,
                                         (size_t) len));
    }
}

static void describe(const mbedtls_pk_context *pk)
{
    static const mbedtls_pk_type_t types[] = {
        MBEDTLS_PK_NONE, MBEDTLS_PK_RSA, MBEDTLS_PK_ECKEY,
        MBEDTLS_PK_ECKEY_DH, MBEDTLS_PK_ECDSA, MBEDTLS_PK_RSA_ALT,
        MBEDTLS_PK_RSASSA_PSS, MBEDTLS_PK_OPAQUE
    };
    size_t i;

    printf("  %s, type %d, %u bits, %u bytes, can do", mbedtls_pk_get_name(pk),
           (int) mbedtls_pk_get_type(pk), (unsigned) mbedtls_pk_get_bitlen(pk),
           (unsigned) mbedtls_pk_get_len(pk));
    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        printf(" %d", mbedtls_pk_can_do(pk, types[i]));
    }
    printf(", rsa %s, ec %s\n", mbedtls_pk_rsa(*pk) ? "yes" : "no",
           mbedtls_pk_ec(*pk) ? "yes" : "no");
}

/* Signs and verifies with one hash function and its length. */
static void round_trip(mbedtls_pk_context *pk, mbedtls_pk_context *pub,
                       mbedtls_md_type_t md, size_t hash_len)
{
    unsigned char hash[128], sig[MBEDTLS_PK_SIGNATURE_MAX_SIZE + 1];
    size_t sig_len = 0;
    int ret;

    memset(hash, 0x5a, sizeof(hash));
    memset(sig, 0, sizeof(sig));
    ret = mbedtls_pk_sign(pk, md, hash, hash_len, sig, sizeof(sig), &sig_len,
                          RNG);
    printf("  md %d, %u bytes:\n", (int) md, (unsigned) hash_len);
    show("sign", ret);
    if (ret != 0) {
        return;
    }
    show("verify", mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len));
    show("verify with the private key",
         mbedtls_pk_verify(pk, md, hash, hash_len, sig, sig_len));
    show("verify_restartable",
         mbedtls_pk_verify_restartable(pub, md, hash, hash_len, sig, sig_len,
                                       NULL));
    show("verify, a byte more",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len + 1));
    show("verify, a byte less",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len - 1));
    show("verify, no signature",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, 0));
    hash[0] ^= 1;
    show("verify, another hash",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len));
    hash[0] ^= 1;
    sig[sig_len - 3] ^= 1;
    show("verify, another signature",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len));
    memset(sig, 0xff, sig_len);
    show("verify, all ones",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len));
    memset(sig, 0, sig_len);
    show("verify, all zeros",
         mbedtls_pk_verify(pub, md, hash, hash_len, sig, sig_len));
}

static void sizes(mbedtls_pk_context *pk)
{
    unsigned char hash[32] = { 1 }, sig[MBEDTLS_PK_SIGNATURE_MAX_SIZE];
    size_t sig_len = 0;

    show("sign into 0 bytes",
         mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, hash, 32, sig, 0, &sig_len,
                         RNG));
    show("sign into 40 bytes",
         mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, hash, 32, sig, 40, &sig_len,
                         RNG));
    show("sign, length 0 stands for the hash's",
         mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, hash, 0, sig, sizeof(sig),
                         &sig_len, RNG));
    show("sign, no hash",
         mbedtls_pk_sign(pk, MBEDTLS_MD_SHA256, NULL, 32, sig, sizeof(sig),
                         &sig_len, RNG));
    show("sign, md none, length 0",
         mbedtls_pk_sign(pk, MBEDTLS_MD_NONE, hash, 0, sig, sizeof(sig),
                         &sig_len, RNG));
    show("verify, md none, length 0",
         mbedtls_pk_verify(pk, MBEDTLS_MD_NONE, hash, 0, sig, 64));
    show("verify, no hash",
         mbedtls_pk_verify(pk, MBEDTLS_MD_SHA256, NULL, 32, sig, 64));
    show("sign_restartable",
         mbedtls_pk_sign_restartable(pk, MBEDTLS_MD_SHA256, hash, 32, sig,
                                     sizeof(sig), &sig_len, RNG, NULL));
}

static void pss_verify(mbedtls_pk_context *pub, mbedtls_md_type_t md,
                       size_t hash_len, mbedtls_md_type_t mgf, int salt,
                       const unsigned char *hash, const unsigned char *sig,
                       size_t sig_len)
{
    mbedtls_pk_rsassa_pss_options options;
    char text[64];

    options.mgf1_hash_id = mgf;
    options.expected_salt_len = salt;
    snprintf(text, sizeof(text), "md %d/%u mgf %d salt %d", (int) md,
             (unsigned) hash_len, (int) mgf, salt);
    show(text, mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, &options, pub, md,
                                     hash, hash_len, sig, sig_len));
}

static void pss(mbedtls_pk_context *pk, mbedtls_pk_context *pub)
{
    unsigned char hash[64], sig[MBEDTLS_PK_SIGNATURE_MAX_SIZE];
    size_t sig_len = 0;
    const mbedtls_md_type_t md = MBEDTLS_MD_SHA256;
    mbedtls_pk_rsassa_pss_options options;

    memset(hash, 0x42, sizeof(hash));
    memset(sig, 0, sizeof(sig));
    show("pss sign_ext",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, pk, md, hash, 32, sig,
                             sizeof(sig), &sig_len, RNG));
    printf("  length %s\n", sig_len == mbedtls_pk_get_len(pk) ? "of the key"
                                                              : "another");
    if (sig_len != 0) {
        pss_verify(pub, md, 32, md, MBEDTLS_RSA_SALT_LEN_ANY, hash, sig,
                   sig_len);
        pss_verify(pub, md, 32, md, 32, hash, sig, sig_len);
        pss_verify(pub, md, 32, md, 20, hash, sig, sig_len);
        pss_verify(pub, md, 32, MBEDTLS_MD_NONE, 32, hash, sig, sig_len);
        pss_verify(pub, md, 0, md, 32, hash, sig, sig_len);
        pss_verify(pub, md, 31, md, 32, hash, sig, sig_len);
        pss_verify(pub, MBEDTLS_MD_NONE, 32, md, 32, hash, sig, sig_len);
        pss_verify(pub, md, 32, md, 32, hash, sig, sig_len - 1);
        pss_verify(pub, md, 32, md, 32, hash, sig, sig_len + 1);
        hash[0] ^= 1;
        pss_verify(pub, md, 32, md, 32, hash, sig, sig_len);
        hash[0] ^= 1;
        pss_verify(pub, md, 32, md, 32, NULL, sig, sig_len);
    }
    show("pss, no options",
         mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, NULL, pub, md, hash, 32,
                               sig, sig_len));
    memset(&options, 0, sizeof(options));
    show("verify_ext of the own kind, options",
         mbedtls_pk_verify_ext(mbedtls_pk_get_type(pub), &options, pub, md,
                               hash, 32, sig, sig_len));
    show("verify_ext of another kind",
         mbedtls_pk_verify_ext(MBEDTLS_PK_RSA_ALT, NULL, pub, md, hash, 32,
                               sig, sig_len));
    show("sign_ext of another kind",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSA_ALT, pk, md, hash, 32, sig,
                             sizeof(sig), &sig_len, RNG));
    show("sign_ext of the own kind",
         mbedtls_pk_sign_ext(mbedtls_pk_get_type(pk), pk, md, hash, 32, sig,
                             sizeof(sig), &sig_len, RNG));
    show("verify_ext of the own kind",
         mbedtls_pk_verify_ext(mbedtls_pk_get_type(pub), NULL, pub, md, hash,
                               32, sig, sig_len));
    show("pss sign_ext, md none",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, pk, MBEDTLS_MD_NONE, hash,
                             32, sig, sizeof(sig), &sig_len, RNG));
    show("pss sign_ext, 31 bytes",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, pk, md, hash, 31, sig,
                             sizeof(sig), &sig_len, RNG));
    show("pss sign_ext, small buffer",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, pk, md, hash, 32, sig, 64,
                             &sig_len, RNG));
}

static void crypt(mbedtls_pk_context *pk, mbedtls_pk_context *pub)
{
    unsigned char plain[600], sealed[600];
    size_t len = 0, sealed_len = 0;
    int ret;

    memset(plain, 7, sizeof(plain));
    ret = mbedtls_pk_encrypt(pub, plain, 20, sealed, &sealed_len,
                             sizeof(sealed), RNG);
    show("encrypt", ret);
    show("encrypt, too long",
         mbedtls_pk_encrypt(pub, plain, 500, plain, &len, sizeof(plain), RNG));
    show("encrypt, too small a buffer",
         mbedtls_pk_encrypt(pub, plain, 20, plain, &len, 64, RNG));
    if (ret != 0) {
        sealed_len = 256;
        memset(sealed, 1, sizeof(sealed));
    }
    show("decrypt with the public key",
         mbedtls_pk_decrypt(pub, sealed, sealed_len, plain, &len,
                            sizeof(plain), RNG));
    memset(plain, 0, sizeof(plain));
    len = 0;
    show("decrypt", mbedtls_pk_decrypt(pk, sealed, sealed_len, plain, &len,
                                       sizeof(plain), RNG));
    printf("  %u bytes, %d\n", (unsigned) len, plain[0]);
    show("decrypt, too small a buffer",
         mbedtls_pk_decrypt(pk, sealed, sealed_len, plain, &len, 10, RNG));
    show("decrypt, too short",
         mbedtls_pk_decrypt(pk, sealed, sealed_len - 1, plain, &len,
                            sizeof(plain), RNG));
}

/* Writes the key in every form, reads it back, and tries small buffers. */
static void writing(mbedtls_pk_context *pk)
{
    static unsigned char buffer[8192], copy[8192];
    mbedtls_pk_context again;
    unsigned char *p;
    int len, small;

    len = mbedtls_pk_write_key_der(pk, buffer, sizeof(buffer));
    show("write_key_der", len);
    if (len > 0) {
        mbedtls_pk_init(&again);
        show("parse",
             mbedtls_pk_parse_key(&again, buffer + sizeof(buffer) - len,
                                  (size_t) len, NULL, 0, RNG));
        small = mbedtls_pk_write_key_der(&again, copy, sizeof(copy));
        printf("  the same again: %s\n",
               small == len && memcmp(buffer + sizeof(buffer) - len,
                                      copy + sizeof(copy) - len,
                                      (size_t) len) == 0 ? "yes" : "no");
        show("check_pair", mbedtls_pk_check_pair(&again, pk, RNG));
        mbedtls_pk_free(&again);
        show("exact buffer",
             mbedtls_pk_write_key_der(pk, buffer, (size_t) len));
        show("a byte less",
             mbedtls_pk_write_key_der(pk, buffer, (size_t) len - 1));
    }
    show("no bytes", mbedtls_pk_write_key_der(pk, buffer, 0));
    len = mbedtls_pk_write_pubkey_der(pk, buffer, sizeof(buffer));
    show("write_pubkey_der", len);
    if (len > 0) {
        show("exact buffer",
             mbedtls_pk_write_pubkey_der(pk, buffer, (size_t) len));
        show("a byte less",
             mbedtls_pk_write_pubkey_der(pk, buffer, (size_t) len - 1));
    }
    show("no bytes", mbedtls_pk_write_pubkey_der(pk, buffer, 0));
    p = buffer + sizeof(buffer);
    len = mbedtls_pk_write_pubkey(&p, buffer, pk);
    show("write_pubkey", len);
    printf("  moved by %d\n", (int) (buffer + sizeof(buffer) - p));
    p = buffer + 10;
    show("write_pubkey into 10 bytes", mbedtls_pk_write_pubkey(&p, buffer, pk));
    memset(buffer, 0, sizeof(buffer));
    len = mbedtls_pk_write_pubkey_pem(pk, buffer, sizeof(buffer));
    show("write_pubkey_pem", len);
    printf("%s", buffer);
    if (len == 0) {
        show("exact buffer",
             mbedtls_pk_write_pubkey_pem(pk, copy,
                                         strlen((char *) buffer) + 1));
        show("a byte less",
             mbedtls_pk_write_pubkey_pem(pk, copy, strlen((char *) buffer)));
    }
    memset(buffer, 0, sizeof(buffer));
    len = mbedtls_pk_write_key_pem(pk, buffer, sizeof(buffer));
    show("write_key_pem", len);
    printf("%s", buffer);
    if (len == 0) {
        show("exact buffer",
             mbedtls_pk_write_key_pem(pk, copy, strlen((char *) buffer) + 1));
        show("a byte less",
             mbedtls_pk_write_key_pem(pk, copy, strlen((char *) buffer)));
        show("no bytes", mbedtls_pk_write_key_pem(pk, copy, 0));
    }
}

static void hashes(mbedtls_pk_context *pk, mbedtls_pk_context *pub)
{
    round_trip(pk, pub, MBEDTLS_MD_SHA256, 32);
    round_trip(pk, pub, MBEDTLS_MD_SHA1, 20);
    round_trip(pk, pub, MBEDTLS_MD_SHA512, 64);
    round_trip(pk, pub, MBEDTLS_MD_MD5, 16);
    round_trip(pk, pub, MBEDTLS_MD_NONE, 36);
    round_trip(pk, pub, MBEDTLS_MD_NONE, 100);
    round_trip(pk, pub, MBEDTLS_MD_SHA256, 31);
}

static void kind(const char *name, const char *other)
{
    mbedtls_pk_context pk, pub, wrong;
    unsigned char hash[32] = { 3 }, sig[MBEDTLS_PK_SIGNATURE_MAX_SIZE];
    size_t sig_len = 0;

    printf("%s\n", name);
    load(&pk, name);
    describe(&pk);
    publish(&pub, &pk);
    describe(&pub);
    hashes(&pk, &pub);
    sizes(&pk);
    show("sign with the public key",
         mbedtls_pk_sign(&pub, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof(sig),
                         &sig_len, RNG));
    pss(&pk, &pub);
    crypt(&pk, &pub);
    writing(&pk);
    printf("%s, the public half\n", name);
    show("write_key_der", mbedtls_pk_write_key_der(&pub, sig, sizeof(sig)));
    show("write_key_pem", mbedtls_pk_write_key_pem(&pub, sig, sizeof(sig)));
    show("check_pair", mbedtls_pk_check_pair(&pub, &pk, RNG));
    show("check_pair, halves exchanged",
         mbedtls_pk_check_pair(&pk, &pub, RNG));
    load(&wrong, other);
    show("check_pair with another key",
         mbedtls_pk_check_pair(&pub, &wrong, RNG));
    mbedtls_pk_free(&wrong);
    mbedtls_pk_free(&pub);
    mbedtls_pk_free(&pk);
}

static void nothing(void)
{
    mbedtls_pk_context pk;
    unsigned char hash[32] = { 3 }, sig[64];
    size_t sig_len = 0;

    printf("no key\n");
    mbedtls_pk_init(&pk);
    printf("  %s %d %u %d\n", mbedtls_pk_get_name(&pk),
           (int) mbedtls_pk_get_type(&pk),
           (unsigned) mbedtls_pk_get_bitlen(&pk),
           mbedtls_pk_can_do(&pk, MBEDTLS_PK_RSA));
    printf("  %s %d %u %d\n", mbedtls_pk_get_name(NULL),
           (int) mbedtls_pk_get_type(NULL),
           (unsigned) mbedtls_pk_get_bitlen(NULL),
           mbedtls_pk_can_do(NULL, MBEDTLS_PK_RSA));
    show("sign", mbedtls_pk_sign(&pk, MBEDTLS_MD_SHA256, hash, 32, sig,
                                 sizeof(sig), &sig_len, RNG));
    show("verify",
         mbedtls_pk_verify(&pk, MBEDTLS_MD_SHA256, hash, 32, sig, 64));
    show("sign_ext",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, &pk, MBEDTLS_MD_SHA256,
                             hash, 32, sig, sizeof(sig), &sig_len, RNG));
    show("verify_ext",
         mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, NULL, &pk,
                               MBEDTLS_MD_SHA256, hash, 32, sig, 64));
    show("encrypt",
         mbedtls_pk_encrypt(&pk, hash, 32, sig, &sig_len, sizeof(sig), RNG));
    show("decrypt",
         mbedtls_pk_decrypt(&pk, hash, 32, sig, &sig_len, sizeof(sig), RNG));
    show("check_pair", mbedtls_pk_check_pair(&pk, &pk, RNG));
    show("write_key_der", mbedtls_pk_write_key_der(&pk, sig, sizeof(sig)));
    show("write_pubkey_der",
         mbedtls_pk_write_pubkey_der(&pk, sig, sizeof(sig)));
    mbedtls_pk_free(&pk);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: operations FOLDER\n");
        return 2;
    }
    folder = argv[1];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                              0) != 0) {
        return 1;
    }
    kind("rsa2048", "rsa3072");
    kind("rsa3072", "p256");
    kind("p256", "client");
    kind("p384", "p256");
    kind("p521", "rsa2048");
    nothing();
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
