/*
 * dhm.h: groups set, read and parsed, exchanges between two contexts, and what
 * is refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/dhm.h>

static const unsigned char p_2048[] = MBEDTLS_DHM_RFC7919_FFDHE2048_P_BIN;
static const unsigned char p_3072[] = MBEDTLS_DHM_RFC7919_FFDHE3072_P_BIN;
static const unsigned char p_4096[] = MBEDTLS_DHM_RFC7919_FFDHE4096_P_BIN;
static const unsigned char p_6144[] = MBEDTLS_DHM_RFC7919_FFDHE6144_P_BIN;
static const unsigned char p_8192[] = MBEDTLS_DHM_RFC7919_FFDHE8192_P_BIN;
static const unsigned char m_2048[] = MBEDTLS_DHM_RFC3526_MODP_2048_P_BIN;
static const unsigned char m_3072[] = MBEDTLS_DHM_RFC3526_MODP_3072_P_BIN;
static const unsigned char m_4096[] = MBEDTLS_DHM_RFC3526_MODP_4096_P_BIN;
static const unsigned char two[] = MBEDTLS_DHM_RFC7919_FFDHE2048_G_BIN;

static const struct {
    const unsigned char *p;
    size_t len;
} groups[] = {
    { p_2048, sizeof(p_2048) }, { p_3072, sizeof(p_3072) },
    { p_4096, sizeof(p_4096) }, { p_6144, sizeof(p_6144) },
    { p_8192, sizeof(p_8192) }, { m_2048, sizeof(m_2048) },
    { m_3072, sizeof(m_3072) }, { m_4096, sizeof(m_4096) }
};

/* A repeatable generator. */
static int give(void *context, unsigned char *out, size_t len)
{
    unsigned long long *seed = context;
    size_t i;

    for (i = 0; i < len; i++) {
        *seed = *seed * 6364136223846793005ULL + 1442695040888963407ULL;
        out[i] = (unsigned char) (*seed >> 40);
    }
    return 0;
}

static int fail(void *context, unsigned char *out, size_t len)
{
    (void) context;
    (void) out;
    (void) len;
    return -42;
}

static int zeros(void *context, unsigned char *out, size_t len)
{
    (void) context;
    memset(out, 0, len);
    return 0;
}

static void show(const char *what, int ret)
{
    printf("  %-24s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void hex(const char *what, const unsigned char *bytes, size_t len)
{
    size_t i;

    printf("  %-24s ", what);
    for (i = 0; i < len; i++) {
        printf("%02x", bytes[i]);
    }
    printf("\n");
}

static void values(const mbedtls_dhm_context *dhm)
{
    static unsigned char out[1024];
    mbedtls_mpi X;
    int i, ret;

    mbedtls_mpi_init(&X);
    printf("  len %u bits %u\n", (unsigned) mbedtls_dhm_get_len(dhm),
           (unsigned) mbedtls_dhm_get_bitlen(dhm));
    for (i = -1; i < 7; i++) {
        ret = mbedtls_dhm_get_value(dhm, (mbedtls_dhm_parameter) i, &X);
        show("get_value", ret);
        if (ret == 0 && mbedtls_mpi_write_binary(&X, out, sizeof(out)) == 0) {
            hex("value", out + sizeof(out) - mbedtls_mpi_size(&X),
                mbedtls_mpi_size(&X));
        }
    }
    mbedtls_mpi_free(&X);
}

static void set(mbedtls_dhm_context *dhm, const unsigned char *p, size_t len)
{
    mbedtls_mpi P, G;

    mbedtls_mpi_init(&P);
    mbedtls_mpi_init(&G);
    if (mbedtls_mpi_read_binary(&P, p, len) != 0 ||
        mbedtls_mpi_read_binary(&G, two, sizeof(two)) != 0) {
        exit(1);
    }
    show("set_group", mbedtls_dhm_set_group(dhm, &P, &G));
    mbedtls_mpi_free(&P);
    mbedtls_mpi_free(&G);
}

static void exchange(const unsigned char *p, size_t len, int x_size)
{
    static unsigned char params[3100], out[1024], secret[1024];
    unsigned long long seed = len + (unsigned) x_size;
    mbedtls_dhm_context a, b;
    unsigned char *cursor = params;
    size_t n = 0, m = 0;

    printf("%u bytes, secret of %d\n", (unsigned) len, x_size);
    mbedtls_dhm_init(&a);
    mbedtls_dhm_init(&b);
    set(&a, p, len);
    show("make_params", mbedtls_dhm_make_params(&a, x_size, params, &n, give,
         &seed));
    hex("params", params, n);
    show("read_params", mbedtls_dhm_read_params(&b, &cursor, params + n));
    printf("  read all: %d\n", cursor == params + n);
    show("make_public", mbedtls_dhm_make_public(&b, x_size, out, len, give,
         &seed));
    hex("public", out, len);
    show("read_public", mbedtls_dhm_read_public(&a, out, len));
    show("calc_secret", mbedtls_dhm_calc_secret(&a, secret, sizeof(secret), &n,
         give, &seed));
    hex("secret", secret, n);
    show("calc_secret", mbedtls_dhm_calc_secret(&b, out, len, &m, give,
         &seed));
    printf("  the same: %d\n", n == m && memcmp(out, secret, n) == 0);
    show("again", mbedtls_dhm_calc_secret(&b, out, len, &m, give, &seed));
    printf("  the same: %d\n", n == m && memcmp(out, secret, n) == 0);
    show("too little room", mbedtls_dhm_calc_secret(&b, out, len - 1, &m, give,
         &seed));
    show("no generator", mbedtls_dhm_calc_secret(&b, out, len, &m, NULL,
         NULL));
    values(&a);
    mbedtls_dhm_free(&a);
    mbedtls_dhm_free(&b);
    mbedtls_dhm_free(NULL);
    printf("  freed: %u\n", (unsigned) mbedtls_dhm_get_len(&a));
}

static void refused(void)
{
    static unsigned char params[3100], out[1024];
    unsigned long long seed = 9;
    unsigned char small[4] = { 0, 1, 2, 3 };
    unsigned char *cursor;
    mbedtls_dhm_context dhm;
    size_t n = 0, i;

    printf("refused\n");
    mbedtls_dhm_init(&dhm);
    show("no group", mbedtls_dhm_make_params(&dhm, 32, params, &n, give,
         &seed));
    show("no group", mbedtls_dhm_make_public(&dhm, 32, out, 1, give, &seed));
    show("no group", mbedtls_dhm_read_public(&dhm, small, 4));
    show("no group", mbedtls_dhm_calc_secret(&dhm, out, 10, &n, give, &seed));
    set(&dhm, p_2048, sizeof(p_2048));
    show("negative size", mbedtls_dhm_make_params(&dhm, -1, params, &n, give,
         &seed));
    show("size 0", mbedtls_dhm_make_params(&dhm, 0, params, &n, give, &seed));
    show("zeros", mbedtls_dhm_make_params(&dhm, 20, params, &n, zeros, NULL));
    show("zeros", mbedtls_dhm_make_params(&dhm, 256, params, &n, zeros, NULL));
    show("zeros", mbedtls_dhm_make_public(&dhm, 256, out, 256, zeros, NULL));
    show("failing", mbedtls_dhm_make_params(&dhm, 20, params, &n, fail, NULL));
    show("failing", mbedtls_dhm_make_params(&dhm, 256, params, &n, fail,
         NULL));
    show("failing", mbedtls_dhm_make_public(&dhm, 20, out, 256, fail, NULL));
    show("no room", mbedtls_dhm_make_public(&dhm, 20, out, 0, give, &seed));
    show("little room", mbedtls_dhm_make_public(&dhm, 20, out, 100, give,
         &seed));
    show("much room", mbedtls_dhm_make_public(&dhm, 20, out, 257, give,
         &seed));
    show("read_public, empty", mbedtls_dhm_read_public(&dhm, out, 0));
    show("read_public, long", mbedtls_dhm_read_public(&dhm, out, 257));
    show("read_public, 0", mbedtls_dhm_read_public(&dhm, small, 1));
    show("calc_secret", mbedtls_dhm_calc_secret(&dhm, out, 256, &n, give,
         &seed));
    show("read_public, 1", mbedtls_dhm_read_public(&dhm, small, 2));
    show("calc_secret", mbedtls_dhm_calc_secret(&dhm, out, 256, &n, give,
         &seed));
    memcpy(out, p_2048, 256);
    for (i = 0; i < 4; i++) {
        show("read_public", mbedtls_dhm_read_public(&dhm, out, 256));
        printf("  P - %u\n", (unsigned) i);
        show("calc_secret", mbedtls_dhm_calc_secret(&dhm, params, 256, &n,
             give, &seed));
        out[255]--;
    }
    memset(params, 0, sizeof(params));
    for (i = 0; i < 12; i++) {
        params[1] = 1;
        params[2] = 23;
        params[4] = 1;
        params[5] = 5;
        params[7] = 1;
        params[8] = 8;
        cursor = params;
        show("read_params", mbedtls_dhm_read_params(&dhm, &cursor,
             params + i));
        printf("  %u of %u\n", (unsigned) (cursor - params), (unsigned) i);
    }
    mbedtls_dhm_free(&dhm);
}

static void parsed(void)
{
    static const char good[] =
        "-----BEGIN DH PARAMETERS-----\n"
        "MA4CCQD/////////xQIBAg==\n"
        "-----END DH PARAMETERS-----\n";
    static const char with_length[] =
        "-----BEGIN DH PARAMETERS-----\r\n"
        "MBECCQD/////////xQIBAgIBQA==\r\n"
        "-----END DH PARAMETERS-----\r\n";
    static const char broken[] =
        "-----BEGIN DH PARAMETERS-----\n"
        "MA4CCQD/////////xQIB*Ag==\n"
        "-----END DH PARAMETERS-----\n";
    static const char other[] =
        "-----BEGIN X PARAMETERS-----\n"
        "MA4CCQD/////////xQIBAg==\n"
        "-----END X PARAMETERS-----\n";
    static const char *const texts[] = { good, with_length, broken, other,
                                         "" };
    unsigned char der[17] = {
        0x30, 0x0e, 2, 9, 0, 255, 255, 255, 255, 255, 255, 255, 0xc5, 2, 1, 2
    };
    mbedtls_dhm_context dhm;
    size_t i;
    FILE *file;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        printf("text %u\n", (unsigned) i);
        mbedtls_dhm_init(&dhm);
        show("parse_dhm", mbedtls_dhm_parse_dhm(&dhm,
             (const unsigned char *) texts[i], strlen(texts[i]) + 1));
        values(&dhm);
        show("without the NUL", mbedtls_dhm_parse_dhm(&dhm,
             (const unsigned char *) texts[i], strlen(texts[i])));
        mbedtls_dhm_free(&dhm);
    }
    for (i = 0; i <= sizeof(der); i++) {
        mbedtls_dhm_init(&dhm);
        printf("%u bytes\n", (unsigned) i);
        show("parse_dhm", mbedtls_dhm_parse_dhm(&dhm, der, i));
        printf("  len %u\n", (unsigned) mbedtls_dhm_get_len(&dhm));
        mbedtls_dhm_free(&dhm);
    }
    for (i = 0; i < 16; i++) {
        unsigned char saved = der[i];

        der[i] ^= 0x10;
        mbedtls_dhm_init(&dhm);
        printf("byte %u\n", (unsigned) i);
        show("parse_dhm", mbedtls_dhm_parse_dhm(&dhm, der, 16));
        printf("  len %u\n", (unsigned) mbedtls_dhm_get_len(&dhm));
        mbedtls_dhm_free(&dhm);
        der[i] = saved;
    }
    mbedtls_dhm_init(&dhm);
    show("no file", mbedtls_dhm_parse_dhmfile(&dhm, "/nonexistent"));
    show("a folder", mbedtls_dhm_parse_dhmfile(&dhm, "/"));
    show("an empty file", mbedtls_dhm_parse_dhmfile(&dhm, "/dev/null"));
    file = fopen("dhm-test.pem", "w");
    if (file != NULL && fputs(good, file) >= 0 && fclose(file) == 0) {
        show("a file", mbedtls_dhm_parse_dhmfile(&dhm, "dhm-test.pem"));
        remove("dhm-test.pem");
    }
    values(&dhm);
    mbedtls_dhm_free(&dhm);
}

int main(void)
{
    size_t i;

    for (i = 0; i < sizeof(groups) / sizeof(groups[0]); i++) {
        exchange(groups[i].p, groups[i].len, 32);
    }
    exchange(p_2048, sizeof(p_2048), 256);
    exchange(p_2048, sizeof(p_2048), 1000);
    refused();
    parsed();
    printf("self test: %d\n", mbedtls_dhm_self_test(0));
    printf("self test: %d\n", mbedtls_dhm_self_test(1));
    return 0;
}
