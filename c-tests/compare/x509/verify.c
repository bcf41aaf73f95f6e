/*
 * What verification says about chains: its code, the flags and their text,
 * and what a verify callback sees.
 *
 *     verify FOLDER
 *
 * FOLDER holds a folder for each chain: chain.crt, ca.crt, ca.crl and name,
 * the name that the certificate is to be for; any but the first and the last
 * may be empty.
 */
#define _DEFAULT_SOURCE 1
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

static void code(const char *what, int ret)
{
    printf("%s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

/* What the callback is to do: which depth to forgive, or to refuse. */
struct view {
    int depth;
    int ret;
};

static int see(void *p, mbedtls_x509_crt *crt, int depth, uint32_t *flags)
{
    const struct view *view = p;
    char name[256];

    mbedtls_x509_dn_gets(name, sizeof(name), &crt->subject);
    printf("  depth %d %s flags %x\n", depth, name, (unsigned) *flags);
    if (depth == view->depth) {
        *flags = 0;
        return view->ret;
    }
    return 0;
}

static void verdict(int ret, uint32_t flags)
{
    char text[4096];

    code("ret", ret);
    printf("flags %x\n", (unsigned) flags);
    ret = mbedtls_x509_crt_verify_info(text, sizeof(text), "  ! ", flags);
    code("info", ret);
    if (ret > 0) {
        printf("%s", text);
    }
}

static void revoked(const mbedtls_x509_crt *crt, const mbedtls_x509_crl *crl)
{
    for (; crt != NULL; crt = crt->next) {
        code("is_revoked", mbedtls_x509_crt_is_revoked(crt, crl));
    }
}

static void chain(const char *folder)
{
    mbedtls_x509_crt crt, ca;
    mbedtls_x509_crl crl;
    struct view view = { -1, 0 };
    char path[4096], name[256];
    uint32_t flags;
    size_t len;
    int ret;
    FILE *f;

    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crt_init(&ca);
    mbedtls_x509_crl_init(&crl);
    snprintf(path, sizeof(path), "%s/chain.crt", folder);
    code("chain", mbedtls_x509_crt_parse_file(&crt, path));
    snprintf(path, sizeof(path), "%s/ca.crt", folder);
    code("ca", mbedtls_x509_crt_parse_file(&ca, path));
    snprintf(path, sizeof(path), "%s/ca.crl", folder);
    code("crl", mbedtls_x509_crl_parse_file(&crl, path));
    snprintf(path, sizeof(path), "%s/name", folder);
    f = fopen(path, "rb");
    len = f == NULL ? 0 : fread(name, 1, sizeof(name) - 1, f);
    name[len] = '\0';
    if (f != NULL) {
        fclose(f);
    }

    flags = 7;
    ret = mbedtls_x509_crt_verify(&crt, &ca, &crl, name, &flags, see, &view);
    verdict(ret, flags);
    flags = 7;
    code("no name",
         mbedtls_x509_crt_verify(&crt, &ca, NULL, NULL, &flags, NULL, NULL));
    printf("flags %x\n", (unsigned) flags);
    flags = 7;
    code("suite b",
         mbedtls_x509_crt_verify_with_profile(&crt, &ca, &crl,
                                              &mbedtls_x509_crt_profile_suiteb,
                                              name, &flags, NULL, NULL));
    printf("flags %x\n", (unsigned) flags);
    flags = 7;
    code("none allowed",
         mbedtls_x509_crt_verify_with_profile(&crt, &ca, &crl,
                                              &mbedtls_x509_crt_profile_none,
                                              name, &flags, NULL, NULL));
    printf("flags %x\n", (unsigned) flags);

    printf("forgiving the leaf\n");
    view.depth = 0;
    flags = 7;
    code("ret", mbedtls_x509_crt_verify(&crt, &ca, &crl, name, &flags, see,
                                        &view));
    printf("flags %x\n", (unsigned) flags);
    printf("refusing at depth 1\n");
    view.depth = 1;
    view.ret = MBEDTLS_ERR_X509_CERT_VERIFY_FAILED;
    flags = 7;
    code("ret", mbedtls_x509_crt_verify(&crt, &ca, &crl, name, &flags, see,
                                        &view));
    printf("flags %x\n", (unsigned) flags);
    view.ret = -77;
    flags = 7;
    code("ret", mbedtls_x509_crt_verify(&crt, &ca, &crl, name, &flags, see,
                                        &view));
    printf("flags %x\n", (unsigned) flags);
    revoked(&crt, &crl);

    mbedtls_x509_crl_free(&crl);
    mbedtls_x509_crt_free(&ca);
    mbedtls_x509_crt_free(&crt);
}

static void texts(void)
{
    char text[4096];
    int bit, ret;

    for (bit = 0; bit < 32; bit++) {
        ret = mbedtls_x509_crt_verify_info(text, sizeof(text), "> ",
                                           (uint32_t) 1 << bit);
        code("text", ret);
        printf("%s", text);
    }
    ret = mbedtls_x509_crt_verify_info(text, sizeof(text), "", 0xffffffff);
    code("all", ret);
    printf("%s", text);
    code("none", mbedtls_x509_crt_verify_info(text, sizeof(text), "", 0));
    code("too little", mbedtls_x509_crt_verify_info(text, 20, "", 5));
    printf("%s\n", text);
    code("all but one", mbedtls_x509_crt_verify_info(text, 37, "", 1));
    code("just enough", mbedtls_x509_crt_verify_info(text, 38, "", 1));
}

static int is_case(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int main(int argc, char **argv)
{
    struct dirent **entries;
    char path[2048];
    int at, count;

    count = argc == 2 ? scandir(argv[1], &entries, is_case, by_name) : -1;
    if (count < 0) {
        fprintf(stderr, "usage: verify FOLDER\n");
        return 2;
    }
    texts();
    for (at = 0; at < count; at++) {
        snprintf(path, sizeof(path), "%s/%s", argv[1], entries[at]->d_name);
        printf("== %s\n", entries[at]->d_name);
        chain(path);
        free(entries[at]);
    }
    free(entries);
    return 0;
}
