/*
 * What the functions of x509.h, x509_crt.h and x509_crl.h say about files:
 * their codes, the texts, and what stands in the structures.
 *
 *     info FOLDER...
 *
 * Looks at every file of the folders whose name ends in .crt, .pem, .crl or
 * .der, in the order of their names.
 */
#define _DEFAULT_SOURCE 1
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/x509.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_crt.h>

static char text[1 << 20];

static void code(const char *what, int ret)
{
    printf("%s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void hex(const char *what, const unsigned char *p, size_t len)
{
    size_t i;

    printf("%s %u:", what, (unsigned) len);
    for (i = 0; i < len && i < 24; i++) {
        printf("%02x", p[i]);
    }
    printf("\n");
}

static void buf(const char *what, const mbedtls_x509_buf *b)
{
    printf("tag %02x ", (unsigned) b->tag);
    hex(what, b->p, b->len);
}

static void sequence(const char *what, const mbedtls_x509_sequence *list)
{
    for (; list != NULL; list = list->next) {
        buf(what, &list->buf);
    }
}

static void names(const char *what, const mbedtls_x509_name *name)
{
    for (; name != NULL; name = name->next) {
        buf(what, &name->oid);
        buf("  value", &name->val);
        printf("  merged %d\n", name->MBEDTLS_PRIVATE(next_merged));
    }
}

static void when(const char *what, const mbedtls_x509_time *t)
{
    printf("%s %04d-%02d-%02d %02d:%02d:%02d\n", what, t->year, t->mon, t->day,
           t->hour, t->min, t->sec);
    printf("  past %d future %d\n", mbedtls_x509_time_is_past(t),
           mbedtls_x509_time_is_future(t));
}

/* Buffers that are too small, or just not. */
static void squeeze_crt(const mbedtls_x509_crt *crt, int full)
{
    static const int sizes[] = { 0, 1, 2, 3, 20, 60, 200 };
    size_t i;
    char *small;

    for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        small = malloc((size_t) sizes[i] + 1);
        memset(small, 0, (size_t) sizes[i] + 1);
        code("info into too little",
             mbedtls_x509_crt_info(small, (size_t) sizes[i], "", crt));
        if (sizes[i] > 0) {
            code("dn into too little",
                 mbedtls_x509_dn_gets(small, (size_t) sizes[i],
                                      &crt->subject));
            code("serial into too little",
                 mbedtls_x509_serial_gets(small, (size_t) sizes[i],
                                          &crt->serial));
        }
        free(small);
    }
    code("info into all but one",
         mbedtls_x509_crt_info(text, (size_t) full, "", crt));
    code("info into enough",
         mbedtls_x509_crt_info(text, (size_t) full + 1, "", crt));
}

static void alt_names(const mbedtls_x509_sequence *list)
{
    mbedtls_x509_subject_alternative_name san;
    int ret;

    for (; list != NULL; list = list->next) {
        if (list->buf.p == NULL) {
            continue;
        }
        memset(&san, 0, sizeof(san));
        ret = mbedtls_x509_parse_subject_alt_name(&list->buf, &san);
        code("alt name", ret);
        if (ret != 0) {
            continue;
        }
        printf("  type %d\n", san.type);
        switch (san.type) {
            case MBEDTLS_X509_SAN_OTHER_NAME:
                buf("  type", &san.san.other_name.type_id);
                buf("  hardware",
                    &san.san.other_name.value.hardware_module_name.oid);
                buf("  serial",
                    &san.san.other_name.value.hardware_module_name.val);
                break;
            case MBEDTLS_X509_SAN_DIRECTORY_NAME:
                names("  name", &san.san.directory_name);
                break;
            default:
                buf("  value", &san.san.unstructured_name);
                break;
        }
        mbedtls_x509_free_subject_alt_name(&san);
    }
}

static void show_crt(const mbedtls_x509_crt *crt)
{
    static const unsigned usages[] = {
        MBEDTLS_X509_KU_DIGITAL_SIGNATURE, MBEDTLS_X509_KU_KEY_CERT_SIGN,
        MBEDTLS_X509_KU_CRL_SIGN | MBEDTLS_X509_KU_KEY_CERT_SIGN,
        MBEDTLS_X509_KU_KEY_AGREEMENT | MBEDTLS_X509_KU_ENCIPHER_ONLY
    };
    size_t i;
    int full;

    full = mbedtls_x509_crt_info(text, sizeof(text), "  ", crt);
    code("info", full);
    printf("%s", text);
    full = mbedtls_x509_crt_info(text, sizeof(text), "", crt);
    squeeze_crt(crt, full);
    memset(text, 0, 2);
    code("subject",
         mbedtls_x509_dn_gets(text, sizeof(text), &crt->subject));
    printf("  %s\n", text);
    code("issuer", mbedtls_x509_dn_gets(text, sizeof(text), &crt->issuer));
    printf("  %s\n", text);
    code("serial",
         mbedtls_x509_serial_gets(text, sizeof(text), &crt->serial));
    printf("  %s\n", text);
    when("from", &crt->valid_from);
    when("to", &crt->valid_to);
    printf("compared %d\n",
           mbedtls_x509_time_cmp(&crt->valid_from, &crt->valid_to) < 0);
    printf("version %d\n", crt->version);
    buf("raw", &crt->raw);
    buf("tbs", &crt->tbs);
    buf("serial", &crt->serial);
    buf("sig_oid", &crt->sig_oid);
    buf("issuer_raw", &crt->issuer_raw);
    buf("subject_raw", &crt->subject_raw);
    names("issuer", &crt->issuer);
    names("subject", &crt->subject);
    buf("pk_raw", &crt->pk_raw);
    /* What is not there has any tag. */
    hex("issuer_id", crt->issuer_id.p, crt->issuer_id.len);
    hex("subject_id", crt->subject_id.p, crt->subject_id.len);
    buf("v3_ext", &crt->v3_ext);
    sequence("alt_name", &crt->subject_alt_names);
    alt_names(&crt->subject_alt_names);
    buf("subject_key_id", &crt->subject_key_id);
    buf("authority_key_id", &crt->authority_key_id.keyIdentifier);
    sequence("authority", &crt->authority_key_id.authorityCertIssuer);
    buf("authority_serial", &crt->authority_key_id.authorityCertSerialNumber);
    sequence("policy", &crt->certificate_policies);
    sequence("ext_key_usage", &crt->ext_key_usage);
    printf("private: ext_types %x ca %d path %d usage %x ns %x md %d pk %d\n",
           (unsigned) crt->MBEDTLS_PRIVATE(ext_types),
           crt->MBEDTLS_PRIVATE(ca_istrue), crt->MBEDTLS_PRIVATE(max_pathlen),
           crt->MBEDTLS_PRIVATE(key_usage), crt->MBEDTLS_PRIVATE(ns_cert_type),
           (int) crt->MBEDTLS_PRIVATE(sig_md),
           (int) crt->MBEDTLS_PRIVATE(sig_pk));
    buf("sig", &crt->MBEDTLS_PRIVATE(sig));
    code("is a CA", mbedtls_x509_crt_get_ca_istrue(crt));
    for (i = 0; i < sizeof(usages) / sizeof(usages[0]); i++) {
        code("key usage", mbedtls_x509_crt_check_key_usage(crt, usages[i]));
    }
    code("server", mbedtls_x509_crt_check_extended_key_usage(
             crt, "\x2b\x06\x01\x05\x05\x07\x03\x01", 8));
    code("time stamps", mbedtls_x509_crt_check_extended_key_usage(
             crt, "\x2b\x06\x01\x05\x05\x07\x03\x08", 8));
    printf("%s %u bits\n", mbedtls_pk_get_name(&crt->pk),
           (unsigned) mbedtls_pk_get_bitlen(&crt->pk));
}

static void show_crl(const mbedtls_x509_crl *crl)
{
    static const size_t sizes[] = { 0, 1, 10, 100, 150 };
    const mbedtls_x509_crl_entry *entry;
    size_t i;

    code("info", mbedtls_x509_crl_info(text, sizeof(text), "  ", crl));
    printf("%s", text);
    for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        code("info into too little",
             mbedtls_x509_crl_info(text, sizes[i], "", crl));
    }
    printf("version %d\n", crl->version);
    buf("raw", &crl->raw);
    buf("tbs", &crl->tbs);
    buf("sig_oid", &crl->sig_oid);
    buf("issuer_raw", &crl->issuer_raw);
    names("issuer", &crl->issuer);
    when("this", &crl->this_update);
    when("next", &crl->next_update);
    buf("crl_ext", &crl->crl_ext);
    for (entry = &crl->entry; entry != NULL; entry = entry->next) {
        buf("entry", &entry->raw);
        buf("  serial", &entry->serial);
        buf("  ext", &entry->entry_ext);
        when("  revoked", &entry->revocation_date);
    }
}

static void file(const char *path, int is_crl)
{
    mbedtls_x509_crt crt, *one;
    mbedtls_x509_crl crl, *list;

    if (is_crl) {
        mbedtls_x509_crl_init(&crl);
        code("parse", mbedtls_x509_crl_parse_file(&crl, path));
        for (list = &crl; list != NULL; list = list->next) {
            if (list->version != 0) {
                show_crl(list);
            }
        }
        mbedtls_x509_crl_free(&crl);
        return;
    }
    mbedtls_x509_crt_init(&crt);
    code("parse", mbedtls_x509_crt_parse_file(&crt, path));
    for (one = &crt; one != NULL; one = one->next) {
        if (one->version != 0) {
            show_crt(one);
        }
    }
    mbedtls_x509_crt_free(&crt);
}

static int is_wanted(const struct dirent *entry)
{
    const char *end = strrchr(entry->d_name, '.');

    return end != NULL && (strcmp(end, ".crt") == 0 ||
                           strcmp(end, ".pem") == 0 ||
                           strcmp(end, ".crl") == 0 ||
                           strcmp(end, ".der") == 0);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

int main(int argc, char **argv)
{
    struct dirent **entries;
    char path[4096];
    const char *end;
    int i, at, count;

    for (i = 1; i < argc; i++) {
        count = scandir(argv[i], &entries, is_wanted, by_name);
        if (count < 0) {
            fprintf(stderr, "info: %s cannot be read\n", argv[i]);
            return 1;
        }
        for (at = 0; at < count; at++) {
            snprintf(path, sizeof(path), "%s/%s", argv[i],
                     entries[at]->d_name);
            printf("== %s\n", entries[at]->d_name);
            end = strrchr(entries[at]->d_name, '.');
            file(path, strcmp(end, ".crl") == 0);
            free(entries[at]);
        }
        free(entries);
    }
    return 0;
}
