/*
 * The digests of their own headers: every length up to some blocks, whole and
 * in pieces, copied while they run, with the bytes of the context copied, and
 * what the functions return.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/md5.h>
#include <mbedtls/ripemd160.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha3.h>
#include <mbedtls/sha512.h>

static unsigned char data[2000];

static void hex(const char *what, int ret, const unsigned char *out, size_t len)
{
    size_t i;

    printf("  %-28s %s0x%04x ", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
    for (i = 0; i < len; i++) {
        printf("%02x", out[i]);
    }
    printf("\n");
}

/* Folds digests of many inputs into one number. */
static unsigned long fold(unsigned long sum, const unsigned char *out,
                          size_t len)
{
    size_t i;

    for (i = 0; i < len; i++) {
        sum = (sum * 16777619UL ^ out[i]) & 0xffffffffUL;
    }
    return sum;
}

/* The contexts as one type: what each header's functions are called. */
struct algorithm {
    const char *name;
    size_t size;
    size_t block;
    void (*init)(void *);
    void (*release)(void *);
    void (*clone)(void *, const void *);
    int (*starts)(void *);
    int (*update)(void *, const unsigned char *, size_t);
    int (*finish)(void *, unsigned char *);
    int (*process)(void *, const unsigned char *);
    int (*whole)(const unsigned char *, size_t, unsigned char *);
    int (*self_test)(int);
    size_t context;
};

#define PARTS(header, type)                                                  \
    static void header##_i(void *c) { mbedtls_##header##_init(c); }          \
    static void header##_r(void *c) { mbedtls_##header##_free(c); }          \
    static void header##_c(void *d, const void *s)                           \
    { mbedtls_##header##_clone(d, s); }

#define COMMON(header)                                                       \
    PARTS(header, mbedtls_##header##_context)                                \
    static int header##_u(void *c, const unsigned char *p, size_t n)         \
    { return mbedtls_##header##_update(c, p, n); }                           \
    static int header##_f(void *c, unsigned char *o)                         \
    { return mbedtls_##header##_finish(c, o); }                              \
    static int header##_p(void *c, const unsigned char *b)                   \
    { return mbedtls_internal_##header##_process(c, b); }

#define SINGLE(header)                                                       \
    COMMON(header)                                                           \
    static int header##_s(void *c) { return mbedtls_##header##_starts(c); }  \
    static int header##_w(const unsigned char *p, size_t n, unsigned char *o) \
    { return mbedtls_##header(p, n, o); }

#define CHOICE(name, header, choice)                                         \
    static int name##_s(void *c)                                             \
    { return mbedtls_##header##_starts(c, choice); }                         \
    static int name##_w(const unsigned char *p, size_t n, unsigned char *o)  \
    { return mbedtls_##header(p, n, o, choice); }

#define SPONGE(bits)                                                         \
    static int sha3_##bits##_s(void *c)                                      \
    { return mbedtls_sha3_starts(c, MBEDTLS_SHA3_##bits); }                  \
    static int sha3_##bits##_f(void *c, unsigned char *o)                    \
    { return mbedtls_sha3_finish(c, o, bits / 8); }                          \
    static int sha3_##bits##_w(const unsigned char *p, size_t n,             \
                               unsigned char *o)                             \
    { return mbedtls_sha3(MBEDTLS_SHA3_##bits, p, n, o, bits / 8); }

SINGLE(md5)
SINGLE(ripemd160)
SINGLE(sha1)
COMMON(sha256)
CHOICE(sha224, sha256, 1)
CHOICE(sha256, sha256, 0)
COMMON(sha512)
CHOICE(sha384, sha512, 1)
CHOICE(sha512, sha512, 0)
PARTS(sha3, mbedtls_sha3_context)
static int sha3_u(void *c, const unsigned char *p, size_t n)
{
    return mbedtls_sha3_update(c, p, n);
}
SPONGE(224)
SPONGE(256)
SPONGE(384)
SPONGE(512)

#define ROW(text, size, block, name, header)                                 \
    { text, size, block, header##_i, header##_r, header##_c, name##_s,       \
      header##_u, header##_f, header##_p, name##_w,                          \
      mbedtls_##name##_self_test, sizeof(mbedtls_##header##_context) }
#define SPONGE_ROW(text, size, block, name)                                  \
    { text, size, block, sha3_i, sha3_r, sha3_c, name##_s, sha3_u, name##_f, \
      NULL, name##_w, mbedtls_sha3_self_test, sizeof(mbedtls_sha3_context) }

static const struct algorithm algorithms[] = {
    ROW("MD5", 16, 64, md5, md5),
    ROW("RIPEMD-160", 20, 64, ripemd160, ripemd160),
    ROW("SHA-1", 20, 64, sha1, sha1),
    ROW("SHA-224", 28, 64, sha224, sha256),
    ROW("SHA-256", 32, 64, sha256, sha256),
    ROW("SHA-384", 48, 128, sha384, sha512),
    ROW("SHA-512", 64, 128, sha512, sha512),
    SPONGE_ROW("SHA3-224", 28, 144, sha3_224),
    SPONGE_ROW("SHA3-256", 32, 136, sha3_256),
    SPONGE_ROW("SHA3-384", 48, 104, sha3_384),
    SPONGE_ROW("SHA3-512", 64, 72, sha3_512)
};

union any {
    mbedtls_md5_context md5;
    mbedtls_ripemd160_context ripemd160;
    mbedtls_sha1_context sha1;
    mbedtls_sha256_context sha256;
    mbedtls_sha512_context sha512;
    mbedtls_sha3_context sha3;
    unsigned char bytes[256];
};

static void lengths(const struct algorithm *a)
{
    unsigned char out[64], pieces[64];
    union any context;
    unsigned long sum = 0;
    size_t len, piece, at;
    int ret = 0, same = 1;

    for (len = 0; len < 700; len++) {
        memset(out, 0, sizeof(out));
        ret |= a->whole(data, len, out);
        sum = fold(sum, out, a->size);
        piece = len % 97 + 1;
        a->init(&context);
        ret |= a->starts(&context);
        for (at = 0; at < len; at += piece) {
            ret |= a->update(&context, data + at,
                             len - at < piece ? len - at : piece);
        }
        ret |= a->finish(&context, pieces);
        same &= memcmp(out, pieces, a->size) == 0;
        a->release(&context);
    }
    printf("  lengths 0 to 699: %d, %08lx, pieces %s\n", ret, sum,
           same ? "the same" : "differ");
}

static void copies(const struct algorithm *a)
{
    union any one, two;
    unsigned char raw[sizeof(union any)], out[64];
    int ret;

    a->init(&one);
    a->init(&two);
    a->starts(&one);
    a->update(&one, data, 200);
    a->clone(&two, &one);
    memcpy(raw, &one, a->context);
    a->update(&one, data, 77);
    ret = a->finish(&one, out);
    hex("the original", ret, out, a->size);
    a->update(&two, data, 77);
    ret = a->finish(&two, out);
    hex("the clone", ret, out, a->size);
    memset(&two, 0xee, sizeof(two));
    memcpy(&two, raw, a->context);
    a->update(&two, data, 77);
    ret = a->finish(&two, out);
    hex("its bytes, elsewhere", ret, out, a->size);
    a->clone(&two, &two);
    a->release(&two);
    a->release(NULL);
}

/* Contexts that were never started, or are used again. */
static void orders(const struct algorithm *a)
{
    union any context;
    unsigned char out[64];
    int ret;

    memset(out, 0, sizeof(out));
    a->init(&context);
    a->starts(&context);
    a->update(&context, data, 10);
    ret = a->starts(&context);
    printf("  started twice: %d, nothing more: %d\n", ret,
           a->update(&context, NULL, 0));
    ret = a->finish(&context, out);
    hex("nothing", ret, out, a->size);
    if (a->process != NULL) {
        a->starts(&context);
        ret = a->process(&context, data);
        hex("process", ret, context.bytes, a->context);
        ret = a->update(&context, data, 5);
        hex("update after it", ret, context.bytes, a->context);
        ret = a->finish(&context, out);
        hex("finish", ret, out, a->size);
        hex("what is left", ret, context.bytes, a->context);
        ret = a->update(&context, data, a->block + 3);
        hex("update after finish", ret, context.bytes, a->context);
        ret = a->finish(&context, out);
        hex("finish after finish", ret, out, a->size);
        a->release(&context);
        hex("released", 0, context.bytes, a->context);
    }
    memcpy(out, data, 64);
    ret = a->whole(out, 64, out);
    hex("in place", ret, out, a->size);
}

int main(int argc, char **argv)
{
    union any context;
    unsigned char out[64];
    size_t i;

    (void) argc;
    (void) argv;
    for (i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) (i * 7 + i / 256);
    }
    for (i = 0; i < sizeof(algorithms) / sizeof(algorithms[0]); i++) {
        const struct algorithm *a = &algorithms[i];

        printf("%s, a context of %u bytes\n", a->name, (unsigned) a->context);
        lengths(a);
        copies(a);
        orders(a);
        /* One for all of SHA-3, which takes long. */
        if (i == 0 || a->self_test != algorithms[i - 1].self_test) {
            printf("  self test, quiet: %d\n", a->self_test(0));
            printf("  self test: %d\n", a->self_test(1));
        }
    }

    printf("arguments\n");
    printf("  sha256_starts 2: %d, -1: %d\n",
           mbedtls_sha256_starts(&context.sha256, 2),
           mbedtls_sha256_starts(&context.sha256, -1));
    printf("  sha512_starts 2: %d, -1: %d\n",
           mbedtls_sha512_starts(&context.sha512, 2),
           mbedtls_sha512_starts(&context.sha512, -1));
    printf("  sha256 2: %d, sha512 -1: %d\n", mbedtls_sha256(data, 1, out, 2),
           mbedtls_sha512(data, 1, out, -1));
    printf("  sha3_starts NONE: %d, 9: %d\n",
           mbedtls_sha3_starts(&context.sha3, MBEDTLS_SHA3_NONE),
           mbedtls_sha3_starts(&context.sha3, (mbedtls_sha3_id) 9));
    printf("  sha3 NONE: %d, too little room: %d\n",
           mbedtls_sha3(MBEDTLS_SHA3_NONE, data, 1, out, 64),
           mbedtls_sha3(MBEDTLS_SHA3_256, data, 1, out, 31));
    memset(out, 0, sizeof(out));
    hex("more room than needed",
        mbedtls_sha3(MBEDTLS_SHA3_256, data, 1, out, 64), out, 64);
    mbedtls_sha3_init(&context.sha3);
    mbedtls_sha3_starts(&context.sha3, MBEDTLS_SHA3_512);
    mbedtls_sha3_update(&context.sha3, data, 100);
    hex("the sponge", 0, context.bytes, sizeof(context.sha3));
    printf("  finish with too little room: %d\n",
           mbedtls_sha3_finish(&context.sha3, out, 63));
    hex("the sponge", 0, context.bytes, sizeof(context.sha3));
    return 0;
}
