/*
 * The certificates of the authorities that a system trusts (Debian's package
 * ca-certificates): read as one file and as a folder, all that is public of
 * each, and its text.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509_crt.h>

#define BUNDLE "/etc/ssl/certs/ca-certificates.crt"
#define FOLDER "/etc/ssl/certs"

static void place(const mbedtls_x509_crt *crt, const char *what,
                  const mbedtls_x509_buf *buf)
{
    printf("  %s tag %d, len %d, at %d\n", what, buf->tag, (int) buf->len,
           buf->p == NULL ? -1 : (int) (buf->p - crt->raw.p));
}

static void list(const mbedtls_x509_crt *crt, const char *what,
                 const mbedtls_x509_sequence *one)
{
    for (; one != NULL; one = one->next) {
        place(crt, what, &one->buf);
    }
}

static void name(const mbedtls_x509_crt *crt, const mbedtls_x509_name *one)
{
    for (; one != NULL; one = one->next) {
        place(crt, "attribute", &one->oid);
        place(crt, "value", &one->val);
    }
}

static void show(const mbedtls_x509_crt *crt)
{
    static char text[16384];
    size_t i;
    int ret;

    ret = mbedtls_x509_crt_info(text, sizeof(text), "  ", crt);
    printf("info %d\n%s", ret, ret < 0 ? "" : text);
    ret = mbedtls_x509_dn_gets(text, sizeof(text), &crt->subject);
    printf("  subject %d %s\n", ret, ret < 0 ? "" : text);
    ret = mbedtls_x509_serial_gets(text, sizeof(text), &crt->serial);
    printf("  serial %d %s\n", ret, ret < 0 ? "" : text);
    place(crt, "raw", &crt->raw);
    place(crt, "tbs", &crt->tbs);
    place(crt, "serial", &crt->serial);
    place(crt, "sig_oid", &crt->sig_oid);
    place(crt, "issuer_raw", &crt->issuer_raw);
    place(crt, "subject_raw", &crt->subject_raw);
    place(crt, "pk_raw", &crt->pk_raw);
    place(crt, "issuer_id", &crt->issuer_id);
    place(crt, "subject_id", &crt->subject_id);
    place(crt, "v3_ext", &crt->v3_ext);
    place(crt, "subject_key_id", &crt->subject_key_id);
    place(crt, "authority_key_id", &crt->authority_key_id.keyIdentifier);
    place(crt, "authority's serial",
          &crt->authority_key_id.authorityCertSerialNumber);
    place(crt, "authority_key_id raw", &crt->authority_key_id.raw);
    list(crt, "authority's name", &crt->authority_key_id.authorityCertIssuer);
    list(crt, "alternative name", &crt->subject_alt_names);
    list(crt, "policy", &crt->certificate_policies);
    list(crt, "purpose", &crt->ext_key_usage);
    name(crt, &crt->issuer);
    name(crt, &crt->subject);
    printf("  from %d-%d-%d %d:%d:%d to %d-%d-%d %d:%d:%d\n",
           crt->valid_from.year, crt->valid_from.mon, crt->valid_from.day,
           crt->valid_from.hour, crt->valid_from.min, crt->valid_from.sec,
           crt->valid_to.year, crt->valid_to.mon, crt->valid_to.day,
           crt->valid_to.hour, crt->valid_to.min, crt->valid_to.sec);
    printf("  has");
    for (i = 0; i < 17; i++) {
        printf(" %d", mbedtls_x509_crt_has_ext_type(crt, 1 << i) != 0);
    }
    printf(", authority %d\n", mbedtls_x509_crt_get_ca_istrue(crt));
}

/* How many certificates a chain has. */
static unsigned count(const mbedtls_x509_crt *crt)
{
    unsigned found = 0;

    for (; crt != NULL && crt->version != 0; crt = crt->next) {
        found++;
    }
    return found;
}

int main(void)
{
    mbedtls_x509_crt all, folder;
    const mbedtls_x509_crt *one;
    FILE *f = fopen(BUNDLE, "rb");
    int ret;

    if (f == NULL) {
        printf("skipped: %s is not there\n", BUNDLE);
        return 0;
    }
    fclose(f);
    mbedtls_x509_crt_init(&all);
    ret = mbedtls_x509_crt_parse_file(&all, BUNDLE);
    printf("bundle %d, %u certificates\n", ret, count(&all));
    for (one = &all; one != NULL && one->version != 0; one = one->next) {
        show(one);
    }
    mbedtls_x509_crt_init(&folder);
    ret = mbedtls_x509_crt_parse_path(&folder, FOLDER);
    printf("folder %d, %u certificates\n", ret, count(&folder));
    mbedtls_x509_crt_free(&folder);
    mbedtls_x509_crt_free(&all);
    return 0;
}
