/*
 * What the callback for extensions is told, and what its answers do.
 *
 *     extensions FOLDER
 *
 * FOLDER holds certificates in DER: <group>-<number>.der.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_crt.h>

struct answer {
    int ret;
    const mbedtls_x509_crt *seen;
};

static int extension(void *p, const mbedtls_x509_crt *crt,
                     const mbedtls_x509_buf *oid, int critical,
                     const unsigned char *start, const unsigned char *end)
{
    struct answer *answer = p;
    size_t i;

    printf("  extension, tag %d:", oid->tag);
    for (i = 0; i < oid->len; i++) {
        printf(" %02x", oid->p[i]);
    }
    printf(", critical %d, %d bytes, version %d, in %s\n", critical,
           (int) (end - start), crt->version,
           start > crt->raw.p && end <= crt->raw.p + crt->raw.len ? "raw"
                                                                  : "?");
    answer->seen = crt;
    return answer->ret;
}

static void file(const char *path)
{
    static const int answers[] = { 0, -5, 5 };
    static unsigned char der[65536];
    mbedtls_x509_crt crt;
    struct answer answer;
    size_t i, len;
    int copy, ret;
    FILE *f;

    f = fopen(path, "rb");
    if (f == NULL) {
        fprintf(stderr, "extensions: %s cannot be read\n", path);
        exit(1);
    }
    len = fread(der, 1, sizeof(der), f);
    fclose(f);
    for (i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        for (copy = 0; copy < 2; copy++) {
            answer.ret = answers[i];
            answer.seen = NULL;
            mbedtls_x509_crt_init(&crt);
            ret = mbedtls_x509_crt_parse_der_with_ext_cb(
                &crt, der, len, copy, extension, &answer);
            printf("copy %d answer %d: %s0x%04x, version %d, %s\n", copy,
                   answer.ret, ret < 0 ? "-" : "",
                   (unsigned) (ret < 0 ? -ret : ret), crt.version,
                   crt.raw.p == der ? "in place" : "elsewhere");
            if (answer.seen != NULL && answer.seen != &crt) {
                printf("another certificate\n");
            }
            mbedtls_x509_crt_free(&crt);
        }
    }
    mbedtls_x509_crt_init(&crt);
    ret = mbedtls_x509_crt_parse_der_with_ext_cb(&crt, der, len, 1, NULL,
                                                 NULL);
    printf("no callback: %s0x%04x\n", ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
    mbedtls_x509_crt_free(&crt);
}

int main(int argc, char **argv)
{
    static const char *const names[] = {
        "ext-19", "ext-20", "ext-21", "ext-22", "ext-28", "ext-29", "ext-30",
        "bad-00", "bad-01", "bad-02", "bad-04", "basic-09"
    };
    char path[4096];
    size_t i;

    if (argc != 2) {
        fprintf(stderr, "usage: extensions FOLDER\n");
        return 2;
    }
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        printf("== %s\n", names[i]);
        snprintf(path, sizeof(path), "%s/%s.der", argv[1], names[i]);
        file(path);
    }
    return 0;
}
