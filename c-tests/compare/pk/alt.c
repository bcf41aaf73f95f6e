/*
 * A key that the application holds: mbedtls_pk_setup_rsa_alt and what each
 * function of pk.h makes of such a context.
 *
 *     alt FOLDER
 *
 * FOLDER holds the test keys. The application's key is one of them, behind a
 * context that the functions here use.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
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

/* What the functions are given, and how they answer. */
struct holder {
    mbedtls_pk_context *pk;
    size_t len;
    int refuse;
    int quiet;
};

static int holds_sign(void *ctx,
                      int (*f_rng)(void *, unsigned char *, size_t),
                      void *p_rng, mbedtls_md_type_t md_alg,
                      unsigned int hashlen, const unsigned char *hash,
                      unsigned char *sig)
{
    struct holder *holder = ctx;
    size_t len = 0;

    if (!holder->quiet) {
        printf("  asked to sign: md %d, %u bytes, first %d, rng %s %s\n",
               (int) md_alg, hashlen, hash[0], f_rng ? "yes" : "no",
               p_rng ? "yes" : "no");
    }
    if (holder->refuse) {
        return holder->refuse;
    }
    return mbedtls_pk_sign(holder->pk, md_alg, hash, hashlen, sig, holder->len,
                           &len, mbedtls_ctr_drbg_random, &drbg);
}

static int holds_decrypt(void *ctx, size_t *olen, const unsigned char *input,
                         unsigned char *output, size_t output_max_len)
{
    struct holder *holder = ctx;

    printf("  asked to decrypt into %u bytes\n", (unsigned) output_max_len);
    if (holder->refuse) {
        return holder->refuse;
    }
    return mbedtls_pk_decrypt(holder->pk, input, holder->len, output, olen,
                              output_max_len, RNG);
}

static size_t holds_len(void *ctx)
{
    return ((struct holder *) ctx)->len;
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
    printf("\n");
}

static void signatures(mbedtls_pk_context *alt, mbedtls_pk_context *pub,
                       struct holder *holder)
{
    static const struct {
        mbedtls_md_type_t md;
        size_t len;
    } jobs[] = {
        { MBEDTLS_MD_SHA256, 32 }, { MBEDTLS_MD_SHA1, 20 },
        { MBEDTLS_MD_SHA512, 64 }, { MBEDTLS_MD_NONE, 36 },
        { MBEDTLS_MD_SHA256, 0 }, { MBEDTLS_MD_NONE, 0 },
        { MBEDTLS_MD_SHA256, 31 },
    };
    unsigned char hash[64], sig[MBEDTLS_PK_SIGNATURE_MAX_SIZE];
    size_t i, len;

    memset(hash, 9, sizeof(hash));
    for (i = 0; i < sizeof(jobs) / sizeof(jobs[0]); i++) {
        int ret;

        len = 1;
        ret = mbedtls_pk_sign(alt, jobs[i].md, hash, jobs[i].len, sig,
                              sizeof(sig), &len, RNG);
        show("sign", ret);
        printf("  length %u\n", (unsigned) len);
        if (ret == 0) {
            show("verify", mbedtls_pk_verify(pub, jobs[i].md, hash,
                                             jobs[i].len, sig, len));
        }
    }
    show("no hash", mbedtls_pk_sign(alt, MBEDTLS_MD_SHA256, NULL, 32, sig,
                                    sizeof(sig), &len, RNG));
    show("too little room",
         mbedtls_pk_sign(alt, MBEDTLS_MD_SHA256, hash, 32, sig,
                         holder->len - 1, &len, RNG));
    show("just enough", mbedtls_pk_sign(alt, MBEDTLS_MD_SHA256, hash, 32, sig,
                                        holder->len, &len, RNG));
    show("without a generator",
         mbedtls_pk_sign(alt, MBEDTLS_MD_SHA256, hash, 32, sig, sizeof(sig),
                         &len, NULL, NULL));
    show("sign_restartable",
         mbedtls_pk_sign_restartable(alt, MBEDTLS_MD_SHA256, hash, 32, sig,
                                     sizeof(sig), &len, RNG, NULL));
    show("sign_ext, RSA",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSA, alt, MBEDTLS_MD_SHA256, hash, 32,
                             sig, sizeof(sig), &len, RNG));
    show("sign_ext, PSS",
         mbedtls_pk_sign_ext(MBEDTLS_PK_RSASSA_PSS, alt, MBEDTLS_MD_SHA256,
                             hash, 32, sig, sizeof(sig), &len, RNG));
    show("sign_ext, ECDSA",
         mbedtls_pk_sign_ext(MBEDTLS_PK_ECDSA, alt, MBEDTLS_MD_SHA256, hash,
                             32, sig, sizeof(sig), &len, RNG));
    holder->refuse = -0x1234;
    show("refused", mbedtls_pk_sign(alt, MBEDTLS_MD_SHA256, hash, 32, sig,
                                    sizeof(sig), &len, RNG));
    holder->refuse = 0;
    show("verify", mbedtls_pk_verify(alt, MBEDTLS_MD_SHA256, hash, 32, sig,
                                     256));
    show("verify_ext",
         mbedtls_pk_verify_ext(MBEDTLS_PK_RSA, NULL, alt, MBEDTLS_MD_SHA256,
                               hash, 32, sig, 256));
    show("verify_ext, PSS",
         mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, NULL, alt,
                               MBEDTLS_MD_SHA256, hash, 32, sig, 256));
}

static void crypt(mbedtls_pk_context *alt, mbedtls_pk_context *pub,
                  struct holder *holder)
{
    unsigned char sealed[512], opened[512];
    size_t len = 0;

    show("encrypt", mbedtls_pk_encrypt(alt, (const unsigned char *) "secret", 6,
                                       sealed, &len, sizeof(sealed), RNG));
    show("encrypt with the public key",
         mbedtls_pk_encrypt(pub, (const unsigned char *) "secret", 6, sealed,
                            &len, sizeof(sealed), RNG));
    show("decrypt", mbedtls_pk_decrypt(alt, sealed, len, opened, &len,
                                       sizeof(opened), RNG));
    printf("  %u bytes: %.6s\n", (unsigned) len, opened);
    show("decrypt, a byte less",
         mbedtls_pk_decrypt(alt, sealed, holder->len - 1, opened, &len,
                            sizeof(opened), RNG));
    show("decrypt into 3 bytes",
         mbedtls_pk_decrypt(alt, sealed, holder->len, opened, &len, 3, RNG));
    holder->refuse = -0x4321;
    show("refused", mbedtls_pk_decrypt(alt, sealed, holder->len, opened, &len,
                                       sizeof(opened), RNG));
    holder->refuse = 0;
}

static void pairs(mbedtls_pk_context *alt, mbedtls_pk_context *pub,
                  struct holder *holder)
{
    mbedtls_pk_context other, ec, empty;

    show("check_pair", mbedtls_pk_check_pair(pub, alt, RNG));
    show("check_pair, exchanged", mbedtls_pk_check_pair(alt, pub, RNG));
    show("check_pair, twice the same", mbedtls_pk_check_pair(alt, alt, RNG));
    show("check_pair, no generator",
         mbedtls_pk_check_pair(pub, alt, NULL, NULL));
    load(&other, "client-rsa");
    show("check_pair, another key", mbedtls_pk_check_pair(&other, alt, RNG));
    load(&ec, "p256");
    show("check_pair, another kind", mbedtls_pk_check_pair(&ec, alt, RNG));
    mbedtls_pk_init(&empty);
    show("check_pair, none", mbedtls_pk_check_pair(&empty, alt, RNG));
    holder->refuse = -0x1111;
    show("check_pair, refused", mbedtls_pk_check_pair(pub, alt, RNG));
    holder->refuse = 0;
    holder->len--;
    show("check_pair, another length", mbedtls_pk_check_pair(pub, alt, RNG));
    holder->len++;
    mbedtls_pk_free(&other);
    mbedtls_pk_free(&ec);
}

static void rest(mbedtls_pk_context *alt)
{
    mbedtls_pk_debug_item items[MBEDTLS_PK_DEBUG_MAX_ITEMS];
    unsigned char buffer[2048], *p = buffer + sizeof(buffer);

    memset(items, 0, sizeof(items));
    show("debug", mbedtls_pk_debug(alt, items));
    show("write_key_der", mbedtls_pk_write_key_der(alt, buffer, sizeof(buffer)));
    show("write_key_pem", mbedtls_pk_write_key_pem(alt, buffer, sizeof(buffer)));
    show("write_pubkey_der",
         mbedtls_pk_write_pubkey_der(alt, buffer, sizeof(buffer)));
    show("write_pubkey_pem",
         mbedtls_pk_write_pubkey_pem(alt, buffer, sizeof(buffer)));
    show("write_pubkey", mbedtls_pk_write_pubkey(&p, buffer, alt));
    printf("  moved by %d\n", (int) (buffer + sizeof(buffer) - p));
    show("setup again", mbedtls_pk_setup(alt, mbedtls_pk_info_from_type(
                                             MBEDTLS_PK_RSA)));
    show("setup_rsa_alt again",
         mbedtls_pk_setup_rsa_alt(alt, NULL, holds_decrypt, holds_sign,
                                  holds_len));
    show("parse_public_key",
         mbedtls_pk_parse_public_key(alt, buffer, sizeof(buffer)) == 0);
}

static void show_items(mbedtls_pk_context *pk)
{
    mbedtls_pk_debug_item items[MBEDTLS_PK_DEBUG_MAX_ITEMS];
    size_t i;

    memset(items, 0, sizeof(items));
    show("debug", mbedtls_pk_debug(pk, items));
    for (i = 0; i < MBEDTLS_PK_DEBUG_MAX_ITEMS; i++) {
        printf("  %d %s %s\n", (int) items[i].MBEDTLS_PRIVATE(type),
               items[i].MBEDTLS_PRIVATE(name) ? items[i].MBEDTLS_PRIVATE(name)
                                              : "-",
               items[i].MBEDTLS_PRIVATE(value) ? "something" : "nothing");
    }
}

/* Items of keys that are no application's, and the other way to parse. */
static void others(void)
{
    static const char *names[] = { "rsa2048", "p256", "p521" };
    unsigned char buffer[1024], *p;
    mbedtls_pk_context pk, pub;
    size_t i;
    int len;

    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        printf("%s\n", names[i]);
        load(&pk, names[i]);
        show_items(&pk);
        memset(buffer, 0xee, sizeof(buffer));
        len = mbedtls_pk_write_pubkey_der(&pk, buffer, sizeof(buffer) - 5);
        p = buffer + sizeof(buffer) - 5 - len;
        mbedtls_pk_init(&pub);
        show("parse_subpubkey",
             mbedtls_pk_parse_subpubkey(&p, buffer + sizeof(buffer), &pub));
        printf("  %d bytes left\n", (int) (buffer + sizeof(buffer) - p));
        show("check_pair", mbedtls_pk_check_pair(&pub, &pk, RNG));
        p = buffer + sizeof(buffer) - 5 - len;
        show("parse_subpubkey again",
             mbedtls_pk_parse_subpubkey(&p, buffer + sizeof(buffer), &pub));
        mbedtls_pk_free(&pub);
        p = buffer + sizeof(buffer) - 5 - len;
        show("parse_subpubkey, cut off",
             mbedtls_pk_parse_subpubkey(&p, buffer + sizeof(buffer) - 6, &pub));
        p = buffer + sizeof(buffer) - 5 - len;
        show("parse_subpubkey, nothing", mbedtls_pk_parse_subpubkey(&p, p, &pub));
        printf("  %s\n", mbedtls_pk_get_name(&pub));
        mbedtls_pk_free(&pk);
    }
    mbedtls_pk_init(&pk);
    printf("no key\n");
    show_items(&pk);
}

int main(int argc, char **argv)
{
    mbedtls_pk_context key, alt;
    struct holder holder = { &key, 256, 0, 0 };

    if (argc != 2) {
        fprintf(stderr, "usage: alt FOLDER\n");
        return 2;
    }
    folder = argv[1];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                              0) != 0) {
        return 1;
    }
    load(&key, "rsa2048");
    mbedtls_pk_init(&alt);
    printf("info: %s\n",
           mbedtls_pk_info_from_type(MBEDTLS_PK_RSA_ALT) ? "yes" : "no");
    show("setup_rsa_alt",
         mbedtls_pk_setup_rsa_alt(&alt, &holder, holds_decrypt, holds_sign,
                                  holds_len));
    describe(&alt);
    signatures(&alt, &key, &holder);
    crypt(&alt, &key, &holder);
    pairs(&alt, &key, &holder);
    rest(&alt);
    holder.len = 1025;
    holder.quiet = 1;
    describe(&alt);
    {
        unsigned char hash[32] = { 1 }, sig[2048];
        size_t len = 0;

        show("longer than any signature",
             mbedtls_pk_sign(&alt, MBEDTLS_MD_SHA256, hash, 32, sig,
                             sizeof(sig), &len, RNG));
    }
    mbedtls_pk_free(&alt);
    mbedtls_pk_free(&alt);
    printf("freed: %s\n", mbedtls_pk_get_name(&alt));
    mbedtls_pk_free(&key);
    others();
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
