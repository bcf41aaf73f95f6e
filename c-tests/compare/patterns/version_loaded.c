/*
 * Pattern: crt.version != 0 means that a certificate is loaded; lists and
 * requests likewise.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>

static const char *folder;

static void loaded(const char *what, int version)
{
    printf("  %s: version %d, %s\n", what, version,
           version != 0 ? "loaded" : "nothing loaded");
}

static const char *path_of(const char *name)
{
    static char path[1024];
    int len = snprintf(path, sizeof(path), "%s/%s", folder, name);

    check("the file name fits", len > 0 && (size_t) len < sizeof(path));
    return path;
}

static size_t read_text(const char *name, unsigned char *text, size_t size)
{
    FILE *file = fopen(path_of(name), "rb");
    size_t len;

    check("the file is there", file != NULL);
    len = fread(text, 1, size - 1, file);
    fclose(file);
    text[len] = '\0';
    return len + 1;
}

static void certificates(void)
{
    static unsigned char text[20000];
    mbedtls_x509_crt crt;
    size_t len = read_text("p256.crt", text, sizeof(text));

    printf("certificates\n");
    memset(&crt, 0, sizeof(crt));
    loaded("zeroed", crt.version);
    mbedtls_x509_crt_init(&crt);
    loaded("initialised", crt.version);
    printf("  garbage is refused %d\n",
           mbedtls_x509_crt_parse(&crt, (const unsigned char *) "nonsense",
                                  9) != 0);
    loaded("after garbage", crt.version);
    printf("  a part is refused %d\n",
           mbedtls_x509_crt_parse(&crt, text, len / 2) != 0);
    loaded("after a part", crt.version);
    show("  no such file", mbedtls_x509_crt_parse_file(
             &crt, path_of("there-is-none.crt")));
    loaded("after no file", crt.version);
    show("  parse", mbedtls_x509_crt_parse(&crt, text, len));
    loaded("parsed", crt.version);
    printf("  %s follows\n", crt.next ? "another" : "nothing");
    printf("  garbage is refused %d\n",
           mbedtls_x509_crt_parse(&crt, (const unsigned char *) "nonsense",
                                  9) != 0);
    loaded("and garbage", crt.version);
    printf("  %s follows\n", crt.next ? "another" : "nothing");
    show("  parse", mbedtls_x509_crt_parse(&crt, text, len));
    printf("  %s follows\n", crt.next ? "another" : "nothing");
    mbedtls_x509_crt_free(&crt);
    loaded("freed", crt.version);
    show("  parse", mbedtls_x509_crt_parse(&crt, text, len));
    loaded("parsed after that", crt.version);
    mbedtls_x509_crt_free(&crt);
}

/* One in which nothing of a later version is, made here. */
static void version1(void)
{
    struct random random;
    struct pair pair;
    mbedtls_x509write_cert write;
    mbedtls_x509_crt crt;
    unsigned char serial = 7, der[2000];
    int len;

    printf("a certificate of version 1\n");
    random_init(&random);
    pair_load(&pair, folder, "p256", &random);
    mbedtls_x509write_crt_init(&write);
    mbedtls_x509write_crt_set_version(&write, MBEDTLS_X509_CRT_VERSION_1);
    mbedtls_x509write_crt_set_md_alg(&write, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_subject_key(&write, &pair.key);
    mbedtls_x509write_crt_set_issuer_key(&write, &pair.key);
    must("subject", mbedtls_x509write_crt_set_subject_name(&write, "CN=one"));
    must("issuer", mbedtls_x509write_crt_set_issuer_name(&write, "CN=one"));
    must("serial", mbedtls_x509write_crt_set_serial_raw(&write, &serial, 1));
    must("validity", mbedtls_x509write_crt_set_validity(
             &write, "20200101000000", "20400101000000"));
    len = mbedtls_x509write_crt_der(&write, der, sizeof(der),
                                    mbedtls_ctr_drbg_random, &random.drbg);
    check("written", len > 0);
    mbedtls_x509_crt_init(&crt);
    show("  parse", mbedtls_x509_crt_parse_der(
             &crt, der + sizeof(der) - (size_t) len, (size_t) len));
    loaded("parsed", crt.version);
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509write_crt_free(&write);
    pair_free(&pair);
    random_free(&random);
}

static void lists_and_requests(void)
{
    mbedtls_x509_crl crl;
    mbedtls_x509_csr csr;

    printf("lists and requests\n");
    mbedtls_x509_crl_init(&crl);
    mbedtls_x509_csr_init(&csr);
    loaded("list", crl.version);
    loaded("request", csr.version);
    show("  parse", mbedtls_x509_crl_parse_file(&crl, path_of("ca-ec.crl")));
    show("  parse", mbedtls_x509_csr_parse_file(&csr, path_of("p256.csr")));
    loaded("list", crl.version);
    loaded("request", csr.version);
    mbedtls_x509_crl_free(&crl);
    mbedtls_x509_csr_free(&csr);
    loaded("list", crl.version);
    loaded("request", csr.version);
}

/* What a program asks of its own and of its peer's in a connection. */
static void connection(void)
{
    struct both *both = both_new(folder, "chain");
    const mbedtls_x509_crt *crt;

    both_setup(both);
    both_connect(both);
    crt = mbedtls_ssl_get_peer_cert(&both->client.ssl);
    printf("the peer's\n");
    for (; crt != NULL; crt = crt->next) {
        loaded("one", crt->version);
    }
    both_free(both);
    loaded("own, freed", both->server_pair.crt.version);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    certificates();
    version1();
    lists_and_requests();
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        connection();
    }
    return 0;
}
