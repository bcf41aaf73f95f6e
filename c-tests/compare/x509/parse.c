/*
 * What the parsers of certificates and revocation lists say to odd input,
 * and what is in the chain afterwards.
 *
 *     parse FOLDER
 *
 * FOLDER holds the test certificates.
 */
#define _DEFAULT_SOURCE 1
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

static unsigned char text[1 << 18];
static size_t length;

static void result(const char *what, int ret, const mbedtls_x509_crt *chain)
{
    char name[256];

    printf("%-40s %s0x%04x", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
    for (; chain != NULL; chain = chain->next) {
        if (chain->version == 0) {
            printf(" [empty]");
            continue;
        }
        mbedtls_x509_dn_gets(name, sizeof(name), &chain->subject);
        printf(" [%s]", name);
    }
    printf("\n");
}

/* Forgets the text. */
static void clear(void)
{
    length = 0;
}

static void add(const char *more)
{
    size_t len = strlen(more);

    memcpy(text + length, more, len);
    length += len;
}

static char *read_file(const char *folder, const char *name)
{
    static char content[1 << 16];
    char path[4096];
    FILE *f;
    size_t len;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    f = fopen(path, "rb");
    if (f == NULL) {
        fprintf(stderr, "parse: %s cannot be read\n", path);
        exit(1);
    }
    len = fread(content, 1, sizeof(content) - 1, f);
    fclose(f);
    content[len] = '\0';
    return content;
}

/* Parses the text so far, with its zero and without. */
static void parse(const char *what)
{
    mbedtls_x509_crt chain;

    text[length] = '\0';
    mbedtls_x509_crt_init(&chain);
    result(what, mbedtls_x509_crt_parse(&chain, text, length + 1), &chain);
    mbedtls_x509_crt_free(&chain);
    mbedtls_x509_crt_init(&chain);
    result("  without zero", mbedtls_x509_crt_parse(&chain, text, length),
           &chain);
    mbedtls_x509_crt_free(&chain);
}

static void parse_crl(const char *what)
{
    mbedtls_x509_crl chain, *one;
    int ret, count = 0;

    text[length] = '\0';
    mbedtls_x509_crl_init(&chain);
    ret = mbedtls_x509_crl_parse(&chain, text, length + 1);
    for (one = &chain; one != NULL; one = one->next) {
        count += one->version != 0;
    }
    printf("%-40s %s0x%04x %d lists\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret), count);
    mbedtls_x509_crl_free(&chain);
}

static const char *const broken[] = {
    "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n!!!!\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\nA===\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\nAA==AAAA\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\nAA AA\n-----END CERTIFICATE-----\n",
    "-----BEGIN CERTIFICATE-----\nMIIB",
    "-----BEGIN CERTIFICATE-----",
    "-----BEGIN CERTIFICATE----- AAAA -----END CERTIFICATE-----",
    "-----BEGIN CERTIFICATE-----\r\nAAAA\r\n-----END CERTIFICATE-----\r\n",
    "-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\n"
    "DEK-Info: AES-128-CBC,00112233445566778899AABBCCDDEEFF\n\n"
    "AAAA\n-----END CERTIFICATE-----\n",
    "-----BEGIN X509 CERTIFICATE-----\nAAAA\n-----END X509 CERTIFICATE-----\n",
    "-----BEGIN TRUSTED CERTIFICATE-----\nAAAA\n"
    "-----END TRUSTED CERTIFICATE-----\n",
    "-----END CERTIFICATE-----\n",
    "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
    "nothing at all\n",
    ""
};

/* Every broken block alone, before, between and behind good ones. */
static void blocks(const char *folder)
{
    char good[8192], other[8192];
    char what[64];
    size_t i;

    strcpy(good, read_file(folder, "p256.crt"));
    strcpy(other, read_file(folder, "p384.crt"));
    for (i = 0; i < sizeof(broken) / sizeof(broken[0]); i++) {
        snprintf(what, sizeof(what), "broken %u", (unsigned) i);
        clear();
        add(broken[i]);
        parse(what);
        strcat(what, ", a good one behind");
        add(good);
        parse(what);
        snprintf(what, sizeof(what), "broken %u, a good one before",
                 (unsigned) i);
        clear();
        add(good);
        add(broken[i]);
        parse(what);
        snprintf(what, sizeof(what), "broken %u, between", (unsigned) i);
        add(other);
        parse(what);
    }
    clear();
    add("text before\n");
    add(good);
    add("text between\n");
    add(other);
    add("text behind\n");
    parse("text around");
    clear();
    add(good);
    add(good);
    parse("twice the same");
    clear();
    add(good);
    length--;
    parse("no last line end");
    clear();
    add(good);
    add(read_file(folder, "p256.key"));
    parse("a key behind");
    clear();
    add(read_file(folder, "chain.crt"));
    parse("a chain");
}

static void der(const char *folder)
{
    mbedtls_x509_crt crt, again;
    unsigned char copy[4096];
    size_t len;

    mbedtls_x509_crt_init(&crt);
    strcpy((char *) text, read_file(folder, "p256.crt"));
    mbedtls_x509_crt_parse(&crt, text, strlen((char *) text) + 1);
    len = crt.raw.len;
    memcpy(copy, crt.raw.p, len);
    memset(copy + len, 0, 16);

    mbedtls_x509_crt_init(&again);
    result("der", mbedtls_x509_crt_parse_der(&again, copy, len), &again);
    result("der, more behind",
           mbedtls_x509_crt_parse_der(&again, copy, len + 16), &again);
    result("der, cut", mbedtls_x509_crt_parse_der(&again, copy, len - 1),
           &again);
    result("der as text or der", mbedtls_x509_crt_parse(&again, copy, len),
           &again);
    result("der with a zero", mbedtls_x509_crt_parse(&again, copy, len + 1),
           &again);
    result("nothing", mbedtls_x509_crt_parse_der(&again, copy, 0), &again);
    result("nothing", mbedtls_x509_crt_parse(&again, copy, 0), &again);
    result("null", mbedtls_x509_crt_parse_der(&again, NULL, 1), &again);
    result("null", mbedtls_x509_crt_parse(&again, NULL, 1), &again);
    result("null", mbedtls_x509_crt_parse(NULL, copy, len), NULL);
    result("null", mbedtls_x509_crt_parse_der(NULL, copy, len), NULL);
    result("a zero", mbedtls_x509_crt_parse(&again, (unsigned char *) "", 1),
           &again);
    mbedtls_x509_crt_free(&again);
    mbedtls_x509_crt_free(&again);

    mbedtls_x509_crt_init(&again);
    result("no copy",
           mbedtls_x509_crt_parse_der_nocopy(&again, copy, len), &again);
    printf("in place: %s\n", again.raw.p == copy ? "yes" : "no");
    mbedtls_x509_crt_free(&again);
    printf("still there: %s\n",
           memcmp(copy, crt.raw.p, len) == 0 ? "yes" : "no");
    mbedtls_x509_crt_free(&crt);
}

static void write_file(const char *folder, const char *name, const char *what)
{
    char path[4096];
    FILE *f;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    f = fopen(path, "wb");
    if (f == NULL || fputs(what, f) < 0 || fclose(f) != 0) {
        fprintf(stderr, "parse: %s cannot be written\n", path);
        exit(1);
    }
}

static void path(const char *what, const char *folder)
{
    mbedtls_x509_crt chain, *one;
    int ret, count = 0;

    mbedtls_x509_crt_init(&chain);
    ret = mbedtls_x509_crt_parse_path(&chain, folder);
    for (one = &chain; one != NULL; one = one->next) {
        count += one->version != 0;
    }
    /* In which order is the file system's business. */
    printf("%-40s %s0x%04x %d certificates\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret), count);
    mbedtls_x509_crt_free(&chain);
}

static void remove_file(const char *folder, const char *name)
{
    char path[4096];

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    remove(path);
}

static void files(const char *folder)
{
    static const char *const made[] = {
        "good.crt", "two.pem", "bad.txt", "empty", "half.pem", "inner/x.crt",
        "inner", "nowhere"
    };
    char here[] = "/tmp/parse.XXXXXX";
    char name[4096];
    mbedtls_x509_crt crt;
    mbedtls_x509_crl crl;
    size_t i;

    mbedtls_x509_crt_init(&crt);
    mbedtls_x509_crl_init(&crl);
    result("no such file",
           mbedtls_x509_crt_parse_file(&crt, "/no/such/file"), &crt);
    result("a folder", mbedtls_x509_crt_parse_file(&crt, "/"), &crt);
    result("no such list",
           mbedtls_x509_crl_parse_file(&crl, "/no/such/file"), &crt);
    snprintf(name, sizeof(name), "%s/chain.crt", folder);
    result("a file", mbedtls_x509_crt_parse_file(&crt, name), &crt);
    snprintf(name, sizeof(name), "%s/p256.key", folder);
    result("a key", mbedtls_x509_crt_parse_file(&crt, name), &crt);
    snprintf(name, sizeof(name), "%s/ca-ec.crl", folder);
    result("a list", mbedtls_x509_crt_parse_file(&crt, name), &crt);
    mbedtls_x509_crl_free(&crl);
    mbedtls_x509_crt_free(&crt);

    path("no such folder", "/no/such/folder");
    if (mkdtemp(here) == NULL) {
        exit(1);
    }
    path("an empty folder", here);
    write_file(here, "good.crt", read_file(folder, "p256.crt"));
    path("one file", here);
    write_file(here, "two.pem", read_file(folder, "ca.crt"));
    path("two files, three certificates", here);
    write_file(here, "bad.txt", "no certificate");
    path("a file that is none", here);
    write_file(here, "empty", "");
    path("an empty file", here);
    clear();
    add(read_file(folder, "p384.crt"));
    add(broken[0]);
    text[length] = '\0';
    write_file(here, "half.pem", (char *) text);
    path("a file that is half good", here);
    snprintf(name, sizeof(name), "%s/inner", here);
    mkdir(name, 0700);
    write_file(here, "inner/x.crt", "no certificate");
    path("a folder inside", here);
    snprintf(name, sizeof(name), "%s/nowhere", here);
    if (symlink("/no/such/file", name) != 0) {
        exit(1);
    }
    path("a link to nowhere", here);
    for (i = 0; i < sizeof(made) / sizeof(made[0]); i++) {
        remove_file(here, made[i]);
    }
    rmdir(here);
}

static void lists(const char *folder)
{
    char good[8192];

    strcpy(good, read_file(folder, "ca-ec.crl"));
    clear();
    add(good);
    parse_crl("a list");
    add(good);
    parse_crl("two lists");
    add("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n");
    parse_crl("two and a broken one");
    add(good);
    parse_crl("a broken one between");
    clear();
    add("-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----\n");
    parse_crl("a broken one");
    clear();
    add("-----BEGIN X509 CRL-----\nA!AA\n-----END X509 CRL-----\n");
    parse_crl("a broken one");
    clear();
    add(read_file(folder, "p256.crt"));
    parse_crl("a certificate");
    clear();
    parse_crl("nothing");
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: parse FOLDER\n");
        return 2;
    }
    blocks(argv[1]);
    der(argv[1]);
    files(argv[1]);
    lists(argv[1]);
    return 0;
}
