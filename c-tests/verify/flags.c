/*
 * What is wrong with each bad certificate, as mbedtls_x509_crt_verify() and
 * mbedtls_x509_crt_verify_info() tell it.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

static const char *const names[] = {
    "p256", "p384", "p521", "rsa2048", "rsa3072", "chain", "no-san",
    "expired", "future", "wrong-name", "unknown-ca", "bad-signature",
    "wrong-usage", "wrong-purpose", "client-only", "expired-wrong-name",
    "unknown-ca-future", "wrong-usage-purpose", "revoked",
};

static void print_verdict(const char *what, int ret, uint32_t flags)
{
    char text[1024];
    int len;

    printf("%s: ret=-0x%04x flags=0x%x\n", what, (unsigned) -ret,
           (unsigned) flags);
    if (flags == (uint32_t) -1) {
        return;
    }
    /* Where nothing is wrong, 3.6 writes nothing at all. */
    text[0] = '\0';
    len = mbedtls_x509_crt_verify_info(text, sizeof(text), "  ! ", flags);
    check("the text fits", len >= 0 && (size_t) len < sizeof(text));
    check("its length is told", (size_t) len == strlen(text));
    printf("%s", text);
}

static void verify(const char *what, mbedtls_x509_crt *crt,
                   mbedtls_x509_crt *ca, mbedtls_x509_crl *crl,
                   const char *host)
{
    uint32_t flags = 0x5555;
    int ret = mbedtls_x509_crt_verify(crt, ca, crl, host, &flags, NULL, NULL);

    print_verdict(what, ret, flags);
}

static int forgive_time(void *context, mbedtls_x509_crt *crt, int depth,
                        uint32_t *flags)
{
    char subject[256];

    (void) context;
    check("the subject can be printed",
          mbedtls_x509_dn_gets(subject, sizeof(subject), &crt->subject) > 0);
    printf("  depth %d: %s flags=0x%x\n", depth, subject, (unsigned) *flags);
    *flags &= ~(uint32_t) (MBEDTLS_X509_BADCERT_EXPIRED |
                           MBEDTLS_X509_BADCERT_FUTURE);
    return 0;
}

static int refuse(void *context, mbedtls_x509_crt *crt, int depth,
                  uint32_t *flags)
{
    (void) crt;
    (void) flags;
    return depth == 0 ? *(int *) context : 0;
}

/* Texts of single flags, of all, of none, and into too little room. */
static void infos(void)
{
    char text[2048];
    int bit, len;

    for (bit = 0; bit < 20; bit++) {
        len = mbedtls_x509_crt_verify_info(text, sizeof(text), "",
                                           (uint32_t) 1 << bit);
        printf("bit %d (%d): %s", bit, len, text);
    }
    len = mbedtls_x509_crt_verify_info(text, sizeof(text), "- ", 0xfffff);
    printf("all (%d):\n%s", len, text);
    len = mbedtls_x509_crt_verify_info(text, sizeof(text), "- ", 0);
    printf("none (%d)\n", len);
    len = mbedtls_x509_crt_verify_info(text, 10, "- ", 1);
    printf("too little room: -0x%04x\n", (unsigned) -len);
}

/* Revocation lists, with and without an entry for the certificate. */
static void revocation(const char *folder, mbedtls_x509_crt *ca)
{
    static const char *const which[] = { "p256", "revoked", "rsa2048" };
    mbedtls_x509_crl crl;
    char path[1024];
    size_t i;

    mbedtls_x509_crl_init(&crl);
    check("the file name fits",
          snprintf(path, sizeof(path), "%s/ca-ec.crl", folder) <
          (int) sizeof(path));
    must(path, mbedtls_x509_crl_parse_file(&crl, path));
    for (i = 0; i < 3; i++) {
        mbedtls_x509_crt crt;

        crt_load(&crt, folder, which[i]);
        verify(which[i], &crt, ca, &crl, "localhost");
        mbedtls_x509_crt_free(&crt);
    }
    mbedtls_x509_crl_free(&crl);
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);
    mbedtls_x509_crt ca, rsa_only;
    struct random random;
    size_t i;

    random_init(&random);
    crt_load(&ca, folder, "ca");
    crt_load(&rsa_only, folder, "ca-rsa");
    for (i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        mbedtls_x509_crt crt;
        uint32_t flags = 0;
        int refusal = MBEDTLS_ERR_X509_FATAL_ERROR;
        int ret;

        printf("== %s\n", names[i]);
        crt_load(&crt, folder, names[i]);
        verify("for localhost", &crt, &ca, NULL, "localhost");
        verify("for a name under a wildcard", &crt, &ca, NULL,
               "some.wild.example");
        verify("for a name two under it", &crt, &ca, NULL,
               "a.some.wild.example");
        verify("for an address", &crt, &ca, NULL, "127.0.0.1");
        verify("for anybody", &crt, &ca, NULL, NULL);
        verify("from another root", &crt, &rsa_only, NULL, "localhost");
        verify("from no root", &crt, NULL, NULL, "localhost");
        ret = mbedtls_x509_crt_verify(&crt, &ca, NULL, "localhost", &flags,
                                      forgive_time, NULL);
        print_verdict("with a callback", ret, flags);
        flags = 0;
        ret = mbedtls_x509_crt_verify(&crt, &ca, NULL, "localhost", &flags,
                                      refuse, &refusal);
        printf("with a callback that fails: -0x%04x flags=0x%x\n",
               (unsigned) -ret, (unsigned) flags);
        mbedtls_x509_crt_free(&crt);
    }
    printf("== revocation\n");
    revocation(folder, &ca);
    infos();

    mbedtls_x509_crt_free(&ca);
    mbedtls_x509_crt_free(&rsa_only);
    random_free(&random);
    return 0;
}
