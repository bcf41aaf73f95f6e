/*
 * What is made of digests: HKDF, HMAC_DRBG and comparing in constant time.
 *
 *     keys FOLDER
 *
 * A seed file is written to FOLDER.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/constant_time.h>
#include <mbedtls/hkdf.h>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/md.h>

static unsigned char data[2000];
static const mbedtls_md_type_t types[] = {
    MBEDTLS_MD_MD5, MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224,
    MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512,
    MBEDTLS_MD_SHA3_224, MBEDTLS_MD_SHA3_256, MBEDTLS_MD_SHA3_384,
    MBEDTLS_MD_SHA3_512
};

static void hex(const char *what, int ret, const unsigned char *out, size_t len)
{
    size_t i;

    printf("  %-30s %s0x%04x ", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
    for (i = 0; ret == 0 && i < len; i++) {
        printf("%02x", out[i]);
    }
    printf("\n");
}

static void code(const char *what, int ret)
{
    hex(what, ret, NULL, 0);
}

static void hkdf(const mbedtls_md_info_t *md)
{
    static unsigned char out[255 * 64 + 1], prk[64];
    size_t len = mbedtls_md_get_size(md);

    memset(prk, 0, sizeof(prk));
    hex("extract", mbedtls_hkdf_extract(md, data, 13, data + 20, 22, prk), prk,
        len);
    hex("extract without salt",
        mbedtls_hkdf_extract(md, NULL, 0, data + 20, 22, prk), prk, len);
    hex("extract with an empty salt",
        mbedtls_hkdf_extract(md, data, 0, data + 20, 22, prk), prk, len);
    hex("extract from nothing", mbedtls_hkdf_extract(md, data, 5, NULL, 0, prk),
        prk, len);
    code("extract, salt NULL of 1",
         mbedtls_hkdf_extract(md, NULL, 1, data, 22, prk));
    hex("expand", mbedtls_hkdf_expand(md, prk, len, data, 10, out, 42), out, 42);
    hex("expand, nothing said",
        mbedtls_hkdf_expand(md, prk, len, NULL, 0, out, 200), out, 200);
    hex("expand, NULL of 7 said",
        mbedtls_hkdf_expand(md, prk, len, NULL, 7, out, 20), out, 20);
    code("expand to nothing",
         mbedtls_hkdf_expand(md, prk, len, data, 10, out, 0));
    code("expand a short key",
         mbedtls_hkdf_expand(md, prk, len - 1, data, 10, out, 42));
    code("expand to NULL", mbedtls_hkdf_expand(md, prk, len, data, 10, NULL, 1));
    code("expand too far",
         mbedtls_hkdf_expand(md, prk, len, data, 10, out, 255 * len + 1));
    hex("expand as far as can be",
        mbedtls_hkdf_expand(md, data, len + 9, data, 100, out, 255 * len),
        out + 254 * len, len);
    hex("both", mbedtls_hkdf(md, data, 13, data + 20, 22, data, 10, out, 82),
        out, 82);
    code("both, too far", mbedtls_hkdf(md, data, 13, data + 20, 22, data, 10,
                                       out, 255 * len + 1));
    code("both, salt NULL of 1",
         mbedtls_hkdf(md, NULL, 1, data, 22, data, 10, out, 1));
}

static size_t asked[8];
static size_t times;
static int fails;

/* Entropy that can be repeated; what was asked for is noted. */
static int entropy(void *context, unsigned char *out, size_t len)
{
    size_t i;

    if (times < 8) {
        asked[times] = len;
    }
    times++;
    for (i = 0; i < len; i++) {
        out[i] = (unsigned char) (i * 11 + times * 3
                                  + *(const unsigned char *) context);
    }
    return fails ? -1 : 0;
}

static void was_asked(void)
{
    size_t i;

    printf("    asked %u times:", (unsigned) times);
    for (i = 0; i < times && i < 8; i++) {
        printf(" %u", (unsigned) asked[i]);
    }
    printf("\n");
    times = 0;
}

static void drbg(const mbedtls_md_info_t *md, const char *path)
{
    mbedtls_hmac_drbg_context ctx;
    unsigned char out[1025], first = 5;
    FILE *file;
    int i, ret;

    times = 0;
    mbedtls_hmac_drbg_init(&ctx);
    code("random before seeding", mbedtls_hmac_drbg_random(&ctx, out, 8));
    code("update before seeding", mbedtls_hmac_drbg_update(&ctx, data, 8));
    code("seed, no function",
         mbedtls_hmac_drbg_seed(&ctx, NULL, entropy, &first, NULL, 0));
    code("seed", mbedtls_hmac_drbg_seed(&ctx, md, entropy, &first, data, 20));
    was_asked();
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 100), out, 100);
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 1), out, 1);
    hex("random of nothing", mbedtls_hmac_drbg_random(&ctx, out, 0), out, 0);
    hex("as much as can be", mbedtls_hmac_drbg_random(&ctx, out, 1024), out,
        1024);
    code("more than can be", mbedtls_hmac_drbg_random(&ctx, out, 1025));
    hex("additional", mbedtls_hmac_drbg_random_with_add(&ctx, out, 50, data,
                                                        256), out, 50);
    hex("additional NULL",
        mbedtls_hmac_drbg_random_with_add(&ctx, out, 50, NULL, 7), out, 50);
    code("too much additional",
         mbedtls_hmac_drbg_random_with_add(&ctx, out, 50, data, 257));
    code("update", mbedtls_hmac_drbg_update(&ctx, data, 1000));
    code("update with nothing", mbedtls_hmac_drbg_update(&ctx, NULL, 0));
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 40), out, 40);
    code("reseed", mbedtls_hmac_drbg_reseed(&ctx, data, 200));
    was_asked();
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 40), out, 40);
    code("reseed with too much", mbedtls_hmac_drbg_reseed(&ctx, data, 257));
    mbedtls_hmac_drbg_set_entropy_len(&ctx, 300);
    code("reseed, longer", mbedtls_hmac_drbg_reseed(&ctx, data, 84));
    code("reseed, too long", mbedtls_hmac_drbg_reseed(&ctx, data, 85));
    was_asked();
    mbedtls_hmac_drbg_set_entropy_len(&ctx, 17);
    mbedtls_hmac_drbg_set_reseed_interval(&ctx, 3);
    for (i = 0; i < 8; i++) {
        hex("in intervals", mbedtls_hmac_drbg_random(&ctx, out, 9), out, 9);
    }
    was_asked();
    mbedtls_hmac_drbg_set_prediction_resistance(&ctx, MBEDTLS_HMAC_DRBG_PR_ON);
    for (i = 0; i < 3; i++) {
        hex("resisting", mbedtls_hmac_drbg_random_with_add(&ctx, out, 9, data,
                                                           5), out, 9);
    }
    was_asked();
    fails = 1;
    code("entropy fails", mbedtls_hmac_drbg_random(&ctx, out, 9));
    code("reseed", mbedtls_hmac_drbg_reseed(&ctx, NULL, 0));
    fails = 0;
    mbedtls_hmac_drbg_set_prediction_resistance(&ctx, MBEDTLS_HMAC_DRBG_PR_OFF);
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 9), out, 9);
    code("write_seed_file", mbedtls_hmac_drbg_write_seed_file(&ctx, path));
    code("update_seed_file", mbedtls_hmac_drbg_update_seed_file(&ctx, path));
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 9), out, 9);
    code("no such file",
         mbedtls_hmac_drbg_update_seed_file(&ctx, "/no/such/file"));
    code("no such folder",
         mbedtls_hmac_drbg_write_seed_file(&ctx, "/no/such/file"));
    file = fopen(path, "wb");
    code("empty file", mbedtls_hmac_drbg_update_seed_file(&ctx, path));
    ret = fwrite(data, 1, 257, file) == 257 && fclose(file) == 0;
    printf("  written: %d\n", ret);
    code("long file", mbedtls_hmac_drbg_update_seed_file(&ctx, path));
    remove(path);
    mbedtls_hmac_drbg_free(&ctx);
    code("random after free", mbedtls_hmac_drbg_random(&ctx, out, 8));
    mbedtls_hmac_drbg_set_entropy_len(&ctx, 256);
    times = 0;
    code("seed of the longest",
         mbedtls_hmac_drbg_seed(&ctx, md, entropy, &first, NULL, 0));
    was_asked();
    mbedtls_hmac_drbg_free(&ctx);
    code("seed with too much",
         mbedtls_hmac_drbg_seed(&ctx, md, entropy, &first, data, 257));
    mbedtls_hmac_drbg_free(&ctx);
    mbedtls_hmac_drbg_set_entropy_len(&ctx, 257);
    code("seed, too long",
         mbedtls_hmac_drbg_seed(&ctx, md, entropy, &first, NULL, 0));
    mbedtls_hmac_drbg_free(&ctx);
    fails = 1;
    code("seed, entropy fails",
         mbedtls_hmac_drbg_seed(&ctx, md, entropy, &first, NULL, 0));
    fails = 0;
    ret = mbedtls_hmac_drbg_random(&ctx, out, 8);
    code("random after that", ret);
    mbedtls_hmac_drbg_free(&ctx);
    code("seed_buf", mbedtls_hmac_drbg_seed_buf(&ctx, md, data, 64));
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 40), out, 40);
    mbedtls_hmac_drbg_set_prediction_resistance(&ctx, MBEDTLS_HMAC_DRBG_PR_ON);
    mbedtls_hmac_drbg_set_reseed_interval(&ctx, 0);
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 40), out, 40);
    mbedtls_hmac_drbg_free(&ctx);
    code("seed_buf of nothing", mbedtls_hmac_drbg_seed_buf(&ctx, md, NULL, 0));
    hex("random", mbedtls_hmac_drbg_random(&ctx, out, 40), out, 40);
    mbedtls_hmac_drbg_free(&ctx);
    code("seed_buf, no function",
         mbedtls_hmac_drbg_seed_buf(&ctx, NULL, data, 64));
    mbedtls_hmac_drbg_free(&ctx);
    mbedtls_hmac_drbg_free(NULL);
}

int main(int argc, char **argv)
{
    unsigned char copy[sizeof(data)], out[64];
    char path[4096];
    size_t i;

    if (argc != 2) {
        fprintf(stderr, "usage: keys FOLDER\n");
        return 2;
    }
    snprintf(path, sizeof(path), "%s/keys-seed.bin", argv[1]);
    for (i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) (i * 5 + i / 256);
    }
    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        const mbedtls_md_info_t *md = mbedtls_md_info_from_type(types[i]);

        printf("%s\n", mbedtls_md_get_name(md));
        hkdf(md);
        drbg(md, path);
    }
    printf("misuse\n");
    code("extract NULL", mbedtls_hkdf_extract(NULL, data, 5, data, 5, out));
    code("extract NULL, no salt",
         mbedtls_hkdf_extract(NULL, NULL, 0, data, 5, out));
    code("expand NULL", mbedtls_hkdf_expand(NULL, data, 64, data, 5, out, 5));
    code("both NULL", mbedtls_hkdf(NULL, data, 5, data, 5, data, 5, out, 5));
    printf("self test, quiet: %d\n", mbedtls_hmac_drbg_self_test(0));
    printf("self test: %d\n", mbedtls_hmac_drbg_self_test(1));

    memcpy(copy, data, sizeof(data));
    printf("memcmp: %d %d\n", mbedtls_ct_memcmp(copy, data, sizeof(data)),
           mbedtls_ct_memcmp(copy, data + 1, 0));
    for (i = 0; i < sizeof(data); i += 333) {
        copy[i] ^= (unsigned char) (1 << i % 8);
        printf("  %u: %d %d\n", (unsigned) i,
               mbedtls_ct_memcmp(copy, data, sizeof(data)) != 0,
               mbedtls_ct_memcmp(copy, data, i) != 0);
        copy[i] = data[i];
    }
    return 0;
}
