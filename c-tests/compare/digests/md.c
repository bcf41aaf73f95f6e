/*
 * md.h: every hash function by number and by name, digests and HMAC through
 * contexts and at once, and what the functions return when they are misused.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/md.h>

static unsigned char data[1000];
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

static const char *text(const char *name)
{
    return name == NULL ? "(none)" : name;
}

static void lists(void)
{
    static const char *const names[] = {
        "MD5", "RIPEMD160", "SHA1", "SHA", "SHA224", "SHA256", "SHA384",
        "SHA512", "SHA3-224", "SHA3-256", "SHA3-384", "SHA3-512", "sha256",
        "SHA-256", "SHA3", "", " SHA256", "SHA2560", "MD4", "NONE"
    };
    const int *list;
    size_t i;
    int number;

    printf("lists\n ");
    for (list = mbedtls_md_list(); *list != MBEDTLS_MD_NONE; list++) {
        printf(" %d", *list);
    }
    printf("\n");
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        const mbedtls_md_info_t *info = mbedtls_md_info_from_string(names[i]);

        printf("  %-10s %s\n", names[i], text(mbedtls_md_get_name(info)));
    }
    for (number = -1; number < 24; number++) {
        mbedtls_md_type_t type = (mbedtls_md_type_t) number;
        const mbedtls_md_info_t *info = mbedtls_md_info_from_type(type);

        printf("  %d: %s, %u bytes, %u, type %d\n", number,
               text(mbedtls_md_get_name(info)),
               (unsigned) mbedtls_md_get_size(info),
               (unsigned) mbedtls_md_get_size_from_type(type),
               (int) mbedtls_md_get_type(info));
    }
    printf("  NULL: %s %s %u %d %s\n",
           mbedtls_md_info_from_string(NULL) == NULL ? "none" : "some",
           text(mbedtls_md_get_name(NULL)),
           (unsigned) mbedtls_md_get_size(NULL),
           (int) mbedtls_md_get_type(NULL),
           mbedtls_md_info_from_ctx(NULL) == NULL ? "none" : "some");
}

static void digests(const mbedtls_md_info_t *info, const char *file)
{
    mbedtls_md_context_t one, two;
    unsigned char out[MBEDTLS_MD_MAX_SIZE];
    size_t len = mbedtls_md_get_size(info);

    mbedtls_md_init(&one);
    mbedtls_md_init(&two);
    printf("  context of nothing: %s\n",
           mbedtls_md_info_from_ctx(&one) == NULL ? "none" : "some");
    code("setup", mbedtls_md_setup(&one, info, 0));
    printf("  its function: %s\n",
           mbedtls_md_info_from_ctx(&one) == info ? "the same" : "another");
    code("starts", mbedtls_md_starts(&one));
    code("update", mbedtls_md_update(&one, data, 300));
    code("setup of the clone", mbedtls_md_setup(&two, info, 1));
    code("clone", mbedtls_md_clone(&two, &one));
    code("update", mbedtls_md_update(&one, data, 300));
    code("update with nothing", mbedtls_md_update(&one, NULL, 0));
    hex("finish", mbedtls_md_finish(&one, out), out, len);
    hex("finish of the clone", mbedtls_md_finish(&two, out), out, len);
    code("starts again", mbedtls_md_starts(&one));
    hex("finish", mbedtls_md_finish(&one, out), out, len);
    code("hmac_starts without hmac", mbedtls_md_hmac_starts(&one, data, 3));
    code("hmac_update without hmac", mbedtls_md_hmac_update(&one, data, 3));
    code("hmac_finish without hmac", mbedtls_md_hmac_finish(&one, out));
    code("hmac_reset without hmac", mbedtls_md_hmac_reset(&one));
    mbedtls_md_free(&one);
    printf("  released: %s\n",
           mbedtls_md_info_from_ctx(&one) == NULL ? "none" : "some");
    code("starts after free", mbedtls_md_starts(&one));
    code("update after free", mbedtls_md_update(&one, data, 1));
    code("finish after free", mbedtls_md_finish(&one, out));
    mbedtls_md_free(&one);
    mbedtls_md_free(&two);
    hex("at once", mbedtls_md(info, data, sizeof(data), out), out, len);
    memcpy(out, data, sizeof(out));
    hex("at once, in place", mbedtls_md(info, out, sizeof(out), out), out, len);
    hex("nothing at once", mbedtls_md(info, NULL, 0, out), out, len);
    hex("of a file", mbedtls_md_file(info, file, out), out, len);
    code("of no file", mbedtls_md_file(info, "/no/such/file", out));
    code("of a folder", mbedtls_md_file(info, "/", out));
}

static void hmacs(const mbedtls_md_info_t *info)
{
    static const size_t keys[] = { 0, 1, 20, 63, 64, 65, 72, 73, 104, 105, 127,
                                   128, 129, 136, 137, 144, 145, 500 };
    mbedtls_md_context_t one, two;
    unsigned char out[MBEDTLS_MD_MAX_SIZE], again[MBEDTLS_MD_MAX_SIZE];
    size_t i, len = mbedtls_md_get_size(info);
    char what[40];
    int ret;

    mbedtls_md_init(&one);
    mbedtls_md_init(&two);
    code("setup", mbedtls_md_setup(&one, info, 1));
    for (i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        memset(again, 0, sizeof(again));
        ret = mbedtls_md_hmac_starts(&one, keys[i] == 0 ? NULL : data, keys[i]);
        ret |= mbedtls_md_hmac_update(&one, data + 100, 200);
        ret |= mbedtls_md_hmac_update(&one, data + 300, 17);
        ret |= mbedtls_md_hmac_update(&one, NULL, 0);
        ret |= mbedtls_md_hmac_finish(&one, out);
        snprintf(what, sizeof(what), "key of %u bytes", (unsigned) keys[i]);
        hex(what, ret, out, len);
        ret = mbedtls_md_hmac_reset(&one);
        ret |= mbedtls_md_hmac_update(&one, data + 100, 217);
        ret |= mbedtls_md_hmac_finish(&one, again);
        printf("    again: %d %d", ret, memcmp(out, again, len));
        ret = mbedtls_md_hmac(info, data, keys[i], data + 100, 217, again);
        printf(", at once: %d %d\n", ret, memcmp(out, again, len));
    }
    code("reset in the middle", mbedtls_md_hmac_starts(&one, data, 10)
                                | mbedtls_md_hmac_update(&one, data, 10)
                                | mbedtls_md_hmac_reset(&one));
    hex("nothing", mbedtls_md_hmac_finish(&one, out), out, len);

    /* A copy of a running HMAC, where the other context has the same key. */
    code("setup of the clone", mbedtls_md_setup(&two, info, 1));
    code("its key", mbedtls_md_hmac_starts(&two, data, 10));
    code("the original", mbedtls_md_hmac_starts(&one, data, 10)
                         | mbedtls_md_hmac_update(&one, data, 100));
    code("clone", mbedtls_md_clone(&two, &one));
    code("update", mbedtls_md_update(&one, data, 5));
    hex("finish", mbedtls_md_hmac_finish(&one, out), out, len);
    hex("finish of the clone", mbedtls_md_hmac_finish(&two, out), out, len);

    /* The same context for a digest. */
    code("starts", mbedtls_md_starts(&one));
    code("update", mbedtls_md_update(&one, data, 100));
    hex("finish", mbedtls_md_finish(&one, out), out, len);
    code("hmac_reset after it", mbedtls_md_hmac_reset(&one));
    hex("hmac_finish", mbedtls_md_hmac_finish(&one, out), out, len);
    mbedtls_md_free(&one);
    mbedtls_md_free(&two);
    code("hmac_starts after free", mbedtls_md_hmac_starts(&one, data, 1));
    code("hmac_update after free", mbedtls_md_hmac_update(&one, data, 1));
    code("hmac_finish after free", mbedtls_md_hmac_finish(&one, out));
    code("hmac_reset after free", mbedtls_md_hmac_reset(&one));

    /*
     * Contexts that never had a key: see the table of deviations. SHA-3 ends
     * 3.6.6 with a division by zero.
     */
    if (mbedtls_md_get_type(info) >= MBEDTLS_MD_SHA3_224) {
        return;
    }
    mbedtls_md_setup(&one, info, 1);
    ret = mbedtls_md_hmac_update(&one, data, 10);
    code("hmac_update without a key", ret);
    ret = mbedtls_md_hmac_reset(&one);
    code("hmac_reset without a key", ret);
    ret = mbedtls_md_hmac_finish(&one, out);
    code("hmac_finish without a key", ret);
    mbedtls_md_hmac_starts(&one, data, 10);
    code("finish of an HMAC", mbedtls_md_finish(&one, out));
    mbedtls_md_free(&one);
}

static void misuse(void)
{
    const mbedtls_md_info_t *sha256 =
        mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);
    const mbedtls_md_info_t *sha1 = mbedtls_md_info_from_type(MBEDTLS_MD_SHA1);
    mbedtls_md_context_t one, two;
    unsigned char out[MBEDTLS_MD_MAX_SIZE];

    printf("misuse\n");
    mbedtls_md_init(&one);
    mbedtls_md_init(&two);
    code("setup NULL", mbedtls_md_setup(NULL, sha256, 0));
    code("setup with NULL", mbedtls_md_setup(&one, NULL, 0));
    code("starts NULL", mbedtls_md_starts(NULL));
    code("starts of nothing", mbedtls_md_starts(&one));
    code("update NULL", mbedtls_md_update(NULL, data, 1));
    code("update of nothing", mbedtls_md_update(&one, data, 1));
    code("finish NULL", mbedtls_md_finish(NULL, out));
    code("finish of nothing", mbedtls_md_finish(&one, out));
    code("clone NULL", mbedtls_md_clone(NULL, &one));
    code("clone of NULL", mbedtls_md_clone(&one, NULL));
    code("clone of nothing", mbedtls_md_clone(&one, &two));
    mbedtls_md_setup(&one, sha256, 0);
    code("clone of nothing", mbedtls_md_clone(&one, &two));
    code("clone to nothing", mbedtls_md_clone(&two, &one));
    mbedtls_md_setup(&two, sha1, 0);
    code("clone of another function", mbedtls_md_clone(&two, &one));
    code("at once NULL", mbedtls_md(NULL, data, 1, out));
    code("hmac NULL", mbedtls_md_hmac(NULL, data, 1, data, 1, out));
    code("file NULL", mbedtls_md_file(NULL, "/etc/passwd", out));
    code("hmac_starts NULL", mbedtls_md_hmac_starts(NULL, data, 1));
    code("hmac_update NULL", mbedtls_md_hmac_update(NULL, data, 1));
    code("hmac_finish NULL", mbedtls_md_hmac_finish(NULL, out));
    code("hmac_reset NULL", mbedtls_md_hmac_reset(NULL));
    mbedtls_md_free(&one);
    mbedtls_md_free(&two);
    mbedtls_md_free(NULL);
}

int main(int argc, char **argv)
{
    char path[4096];
    size_t i;
    FILE *file;

    if (argc != 2) {
        fprintf(stderr, "usage: md FOLDER\n");
        return 2;
    }
    snprintf(path, sizeof(path), "%s/md-file.bin", argv[1]);
    for (i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) (i * 3 + i / 256);
    }
    file = fopen(path, "wb");
    if (file == NULL) {
        return 1;
    }
    for (i = 0; i < 200; i++) {
        fwrite(data, 1, sizeof(data), file);
    }
    fclose(file);
    lists();
    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        const mbedtls_md_info_t *info = mbedtls_md_info_from_type(types[i]);

        printf("%s\n", text(mbedtls_md_get_name(info)));
        digests(info, path);
        hmacs(info);
    }
    misuse();
    remove(path);
    return 0;
}
