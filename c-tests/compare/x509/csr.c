/*
 * Certificate requests: written with every setter, good and bad, parsed,
 * shown as text, and parsed again with each byte changed and after each cut.
 *
 *     csr FOLDER
 *
 * FOLDER holds the test keys. Requests of RSA keys are the same in every run,
 * and so are printed whole; of others, only what they say.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/md.h>
#include <mbedtls/oid.h>
#include <mbedtls/pk.h>
#include <mbedtls/x509.h>
#include <mbedtls/x509_crt.h>
#include <mbedtls/x509_csr.h>

static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;
static const char *folder;

#define RNG mbedtls_ctr_drbg_random, &drbg

static void show(const char *what, int ret)
{
    printf("  %-30s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void hex(const char *what, const unsigned char *p, size_t len)
{
    size_t i;

    printf("  %s %u:", what, (unsigned) len);
    for (i = 0; i < len; i++) {
        printf("%02x", p[i]);
    }
    printf("\n");
}

static void key_load(mbedtls_pk_context *pk, const char *name)
{
    char path[512];

    mbedtls_pk_init(pk);
    snprintf(path, sizeof(path), "%s/%s.key", folder, name);
    show("key", mbedtls_pk_parse_keyfile(pk, path, NULL, RNG));
}

/* A buffer of the request: where it is, and what is in it. */
static void place(const mbedtls_x509_csr *csr, const char *what,
                  const mbedtls_x509_buf *buf)
{
    printf("  %s tag %d, len %d, at %d\n", what, buf->tag, (int) buf->len,
           buf->p == NULL ? -1 : (int) (buf->p - csr->raw.p));
}

static void fields(mbedtls_x509_csr *csr, int is_random)
{
    const mbedtls_x509_sequence *san;
    const mbedtls_x509_name *name;
    unsigned char hash[64];
    const mbedtls_md_info_t *md;

    if (csr->raw.p == NULL) {
        printf("  empty: version %d, %d\n", csr->version, csr->ext_types);
        return;
    }
    printf("  version %d, key usage %x, type %x, extensions %x, key %d of %d\n",
           csr->version, csr->key_usage, csr->ns_cert_type,
           (unsigned) csr->ext_types, (int) mbedtls_pk_get_type(&csr->pk),
           (int) mbedtls_pk_get_bitlen(&csr->pk));
    printf("  signed with %d %d %s\n", (int) csr->sig_md, (int) csr->sig_pk,
           csr->sig_opts == NULL ? "plainly" : "with options");
    if (!is_random) {
        place(csr, "raw", &csr->raw);
        place(csr, "sig_oid", &csr->sig_oid);
        place(csr, "sig", &csr->sig);
        place(csr, "cri", &csr->cri);
        place(csr, "subject_raw", &csr->subject_raw);
        for (name = &csr->subject; name != NULL; name = name->next) {
            place(csr, "attribute", &name->oid);
            place(csr, "value", &name->val);
            printf("  merged %d\n", name->next_merged);
        }
        for (san = &csr->subject_alt_names; san != NULL; san = san->next) {
            place(csr, "san", &san->buf);
        }
    }
    md = mbedtls_md_info_from_type(csr->sig_md);
    if (md != NULL && csr->sig_opts == NULL) {
        mbedtls_md(md, csr->cri.p, csr->cri.len, hash);
        show("signature", mbedtls_pk_verify(&csr->pk, csr->sig_md, hash,
                                            mbedtls_md_get_size(md),
                                            csr->sig.p, csr->sig.len));
    }
}

static void info(const mbedtls_x509_csr *csr)
{
    static const size_t sizes[] = { 0, 1, 20, 60, 100, 130, 200, 1000 };
    char text[4096];
    size_t i;
    int ret;

    ret = mbedtls_x509_csr_info(text, sizeof(text), "> ", csr);
    printf("info %d\n%s|\n", ret, ret < 0 ? "" : text);
    for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        memset(text, '#', sizeof(text));
        show("info of a size", mbedtls_x509_csr_info(text, sizes[i], "", csr));
    }
}

static int extension(void *p, const mbedtls_x509_csr *csr,
                     const mbedtls_x509_buf *oid, int critical,
                     const unsigned char *start, const unsigned char *end)
{
    printf("  extension tag %d,", oid->tag);
    hex("oid", oid->p, oid->len);
    printf("  critical %d, version %d, in raw %d,", critical, csr->version,
           start > csr->raw.p && end <= csr->raw.p + csr->raw.len);
    hex("value", start, (size_t) (end - start));
    return *(int *) p;
}

static void parse(const unsigned char *der, size_t len, int is_random)
{
    static const int answers[] = { 0, -5, 5 };
    mbedtls_x509_csr csr;
    size_t i;

    mbedtls_x509_csr_init(&csr);
    show("parse", mbedtls_x509_csr_parse(&csr, der, len));
    fields(&csr, is_random);
    info(&csr);
    mbedtls_x509_csr_free(&csr);
    show("parse_der", mbedtls_x509_csr_parse_der(&csr, der, len));
    mbedtls_x509_csr_free(&csr);
    mbedtls_x509_csr_free(&csr);
    for (i = 0; i < sizeof(answers) / sizeof(answers[0]); i++) {
        int answer = answers[i];

        show("parse with a callback",
             mbedtls_x509_csr_parse_der_with_ext_cb(&csr, der, len, extension,
                                                    &answer));
        printf("  version %d, extensions %x\n", csr.version,
               (unsigned) csr.ext_types);
        mbedtls_x509_csr_free(&csr);
    }
}

/* Writes, prints and reads. */
static void write_it(mbedtls_x509write_csr *ctx, int is_random)
{
    static unsigned char buffer[8192];
    static unsigned char text[8192];
    mbedtls_x509_csr csr;
    size_t size, zeros = 0;
    int ret, len;

    memset(buffer, '#', sizeof(buffer));
    len = mbedtls_x509write_csr_der(ctx, buffer, sizeof(buffer), RNG);
    if (len <= 0) {
        show("der", len);
        return;
    }
    while (zeros < sizeof(buffer) && buffer[zeros] == 0) {
        zeros++;
    }
    printf("  zeros before: %d\n", zeros == sizeof(buffer) - (size_t) len);
    if (!is_random) {
        hex("der", buffer + sizeof(buffer) - len, (size_t) len);
    }
    parse(buffer + sizeof(buffer) - len, (size_t) len, is_random);
    memset(text, '#', sizeof(text));
    ret = mbedtls_x509write_csr_pem(ctx, text, sizeof(text), RNG);
    show("pem", ret);
    if (!is_random) {
        printf("%s", text);
    }
    mbedtls_x509_csr_init(&csr);
    show("parse pem", mbedtls_x509_csr_parse(&csr, text,
                                             strlen((char *) text) + 1));
    mbedtls_x509_csr_free(&csr);
    show("parse pem without a zero",
         mbedtls_x509_csr_parse(&csr, text, strlen((char *) text)));
    mbedtls_x509_csr_free(&csr);
    if (is_random) {
        return;
    }
    for (size = 0; size < (size_t) len + 2; size += size < 40 ? 1 : 61) {
        printf("  room %u: %d %d\n", (unsigned) size,
               mbedtls_x509write_csr_der(ctx, text, size, RNG),
               mbedtls_x509write_csr_pem(ctx, text, size, RNG));
    }
    printf("  room %d: %d\n", len,
           mbedtls_x509write_csr_der(ctx, text, (size_t) len, RNG));
    printf("  room %d: %d\n", len - 1,
           mbedtls_x509write_csr_der(ctx, text, (size_t) len - 1, RNG));
}

/* Names of every kind that can be written, and one that cannot. */
static void alt_names(mbedtls_x509write_csr *ctx, mbedtls_x509write_cert *crt)
{
    static unsigned char v4[] = { 192, 0, 2, 1 };
    mbedtls_asn1_named_data *names = NULL;
    mbedtls_x509_san_list list[6];
    size_t i;

    memset(list, 0, sizeof(list));
    for (i = 0; i < 5; i++) {
        list[i].next = &list[i + 1];
    }
    list[0].node.type = MBEDTLS_X509_SAN_DNS_NAME;
    list[0].node.san.unstructured_name.p = (unsigned char *) "a.example";
    list[0].node.san.unstructured_name.len = 9;
    list[1].node.type = MBEDTLS_X509_SAN_RFC822_NAME;
    list[1].node.san.unstructured_name.p = (unsigned char *) "a@example";
    list[1].node.san.unstructured_name.len = 9;
    list[2].node.type = MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER;
    list[2].node.san.unstructured_name.p = (unsigned char *) "urn:a";
    list[2].node.san.unstructured_name.len = 5;
    list[3].node.type = MBEDTLS_X509_SAN_IP_ADDRESS;
    list[3].node.san.unstructured_name.p = v4;
    list[3].node.san.unstructured_name.len = 4;
    list[4].node.type = MBEDTLS_X509_SAN_DIRECTORY_NAME;
    show("names", mbedtls_x509_string_to_names(&names, "CN=dir,O=One,C=NL"));
    list[4].node.san.directory_name = *names;
    list[5].node.type = MBEDTLS_X509_SAN_OTHER_NAME;
    show("with otherName",
         mbedtls_x509write_csr_set_subject_alternative_name(ctx, list));
    list[5].node.type = MBEDTLS_X509_SAN_REGISTERED_ID;
    show("with registeredID",
         mbedtls_x509write_crt_set_subject_alternative_name(crt, list));
    show("none", mbedtls_x509write_crt_set_subject_alternative_name(crt, NULL));
    list[4].next = NULL;
    show("csr", mbedtls_x509write_csr_set_subject_alternative_name(ctx, list));
    show("crt", mbedtls_x509write_crt_set_subject_alternative_name(crt, list));
    mbedtls_asn1_free_named_data_list(&names);
}

static void extensions(mbedtls_x509write_csr *ctx)
{
    show("key usage", mbedtls_x509write_csr_set_key_usage(ctx, 0x86));
    show("cert type", mbedtls_x509write_csr_set_ns_cert_type(ctx, 0x41));
    show("unknown", mbedtls_x509write_csr_set_extension(
             ctx, "\x2a\x03\x04", 3, 0, (const unsigned char *) "\x05", 2));
    show("basic constraints", mbedtls_x509write_csr_set_extension(
             ctx, MBEDTLS_OID_BASIC_CONSTRAINTS, 3, 0,
             (const unsigned char *) "\x30", 2));
    show("unknown again", mbedtls_x509write_csr_set_extension(
             ctx, "\x2a\x03\x04", 3, 0, (const unsigned char *) "\x04\x01x",
             3));
}

/* A certificate with alternative names, as DER. */
static void certificate(mbedtls_x509write_cert *crt, mbedtls_pk_context *key)
{
    static unsigned char buffer[8192];
    unsigned char serial[] = { 7 };
    int len;

    mbedtls_x509write_crt_set_subject_key(crt, key);
    mbedtls_x509write_crt_set_issuer_key(crt, key);
    mbedtls_x509write_crt_set_md_alg(crt, MBEDTLS_MD_SHA256);
    show("subject", mbedtls_x509write_crt_set_subject_name(crt, "CN=a"));
    show("issuer", mbedtls_x509write_crt_set_issuer_name(crt, "CN=b"));
    show("serial", mbedtls_x509write_crt_set_serial_raw(crt, serial, 1));
    show("validity", mbedtls_x509write_crt_set_validity(
             crt, "20200101000000", "20300101000000"));
    len = mbedtls_x509write_crt_der(crt, buffer, sizeof(buffer), RNG);
    if (len > 0) {
        hex("crt", buffer + sizeof(buffer) - len, (size_t) len);
    }
}

static void with_key(const char *name, int is_random)
{
    static const int mds[] = {
        MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224,
        MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512,
        MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA3_256, 99
    };
    mbedtls_x509write_csr ctx;
    mbedtls_x509write_cert crt;
    mbedtls_pk_context key;
    size_t i;

    printf("== %s\n", name);
    key_load(&key, name);
    mbedtls_x509write_csr_init(&ctx);
    mbedtls_x509write_csr_set_key(&ctx, &key);
    mbedtls_x509write_csr_set_md_alg(&ctx, MBEDTLS_MD_SHA256);
    write_it(&ctx, is_random);
    show("subject", mbedtls_x509write_csr_set_subject_name(
             &ctx, "CN=Request,OU=A\\, B,O=Example,C=NL"));
    write_it(&ctx, is_random);
    mbedtls_x509write_crt_init(&crt);
    alt_names(&ctx, &crt);
    extensions(&ctx);
    write_it(&ctx, is_random);
    if (!is_random) {
        certificate(&crt, &key);
    }
    show("critical", mbedtls_x509write_csr_set_extension(
             &ctx, "\x2a\x03\x05", 3, 1, (const unsigned char *) "\x05", 2));
    write_it(&ctx, is_random);
    show("bad subject", mbedtls_x509write_csr_set_subject_name(&ctx, "XX=a"));
    for (i = 0; i < sizeof(mds) / sizeof(mds[0]); i++) {
        unsigned char buffer[4096];

        mbedtls_x509write_csr_set_md_alg(&ctx, (mbedtls_md_type_t) mds[i]);
        printf("  md %d: %d\n", mds[i],
               mbedtls_x509write_csr_der(&ctx, buffer, sizeof(buffer), RNG) >
               0);
    }
    mbedtls_x509write_crt_free(&crt);
    mbedtls_x509write_csr_free(&ctx);
    mbedtls_x509write_csr_free(&ctx);
    mbedtls_pk_free(&key);
}

/* Each byte of a request changed, and each cut of it. */
static void broken(void)
{
    static const unsigned char others[] = { 0x00, 0x01, 0x30, 0x7f, 0x82 };
    static unsigned char buffer[8192];
    unsigned char *der;
    mbedtls_x509write_csr ctx;
    mbedtls_x509_csr csr;
    mbedtls_pk_context key;
    size_t i, j, from, to, spki;
    int len;

    printf("== broken\n");
    key_load(&key, "rsa2048");
    mbedtls_x509write_csr_init(&ctx);
    mbedtls_x509write_csr_set_key(&ctx, &key);
    mbedtls_x509write_csr_set_md_alg(&ctx, MBEDTLS_MD_SHA256);
    show("subject",
         mbedtls_x509write_csr_set_subject_name(&ctx, "CN=Request,C=NL"));
    extensions(&ctx);
    len = mbedtls_x509write_csr_der(&ctx, buffer, sizeof(buffer), RNG);
    mbedtls_x509write_csr_free(&ctx);
    mbedtls_pk_free(&key);
    if (len <= 0) {
        return;
    }
    der = buffer + sizeof(buffer) - len;
    mbedtls_x509_csr_init(&csr);
    show("whole", mbedtls_x509_csr_parse_der(&csr, der, (size_t) len));
    spki = (size_t) (csr.subject_raw.p + csr.subject_raw.len - csr.raw.p);
    from = (size_t) (csr.sig.p - csr.raw.p);
    mbedtls_x509_csr_free(&csr);
    /* Keys have programs of their own. */
    to = spki + 294;
    for (i = 0; i < from; i++) {
        if (i >= spki && i < to) {
            continue;
        }
        printf("byte %u (%02x):", (unsigned) i, der[i]);
        for (j = 0; j < sizeof(others); j++) {
            unsigned char old = der[i];
            int ret;

            der[i] = others[j];
            ret = mbedtls_x509_csr_parse_der(&csr, der, (size_t) len);
            printf(" %s0x%04x", ret < 0 ? "-" : "", (unsigned) abs(ret));
            mbedtls_x509_csr_free(&csr);
            der[i] = old;
        }
        printf("\n");
    }
    for (i = 0; i < (size_t) len; i += i < 40 ? 1 : 37) {
        printf("cut at %u:", (unsigned) i);
        show("", mbedtls_x509_csr_parse_der(&csr, der, i));
        mbedtls_x509_csr_free(&csr);
    }
}

/* Texts that are none. */
static void texts(void)
{
    static const char *const all[] = {
        "", "nothing", "-----BEGIN CERTIFICATE REQUEST-----\n",
        "-----BEGIN CERTIFICATE REQUEST-----\n"
        "-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN CERTIFICATE REQUEST-----\nAQID\n"
        "-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN NEW CERTIFICATE REQUEST-----\nAQID\n"
        "-----END NEW CERTIFICATE REQUEST-----\n",
        "-----BEGIN CERTIFICATE REQUEST-----\nA*ID\n"
        "-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN NEW CERTIFICATE REQUEST-----\nAQID\n"
        "-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN CERTIFICATE REQUEST-----\nProc-Type: 4,ENCRYPTED\n"
        "DEK-Info: AES-128-CBC,00000000000000000000000000000000\n\nAQID\n"
        "-----END CERTIFICATE REQUEST-----\n",
        "-----BEGIN CERTIFICATE-----\nAQID\n-----END CERTIFICATE-----\n"
    };
    mbedtls_x509_csr csr;
    size_t i;

    printf("== texts\n");
    mbedtls_x509_csr_init(&csr);
    for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        show("text", mbedtls_x509_csr_parse(
                 &csr, (const unsigned char *) all[i], strlen(all[i]) + 1));
        mbedtls_x509_csr_free(&csr);
    }
    show("no bytes",
         mbedtls_x509_csr_parse(&csr, (const unsigned char *) "", 0));
    show("NULL", mbedtls_x509_csr_parse(&csr, NULL, 5));
    show("NULL", mbedtls_x509_csr_parse(NULL, (const unsigned char *) "", 1));
    show("NULL der", mbedtls_x509_csr_parse_der(&csr, NULL, 5));
    show("NULL der",
         mbedtls_x509_csr_parse_der(NULL, (const unsigned char *) "", 1));
    show("no file", mbedtls_x509_csr_parse_file(&csr, "/nonexistent"));
    mbedtls_x509_csr_free(NULL);
    mbedtls_x509write_csr_free(NULL);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fprintf(stderr, "usage: csr FOLDER\n");
        return 2;
    }
    folder = argv[1];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    show("seed", mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy,
                                       NULL, 0));
    texts();
    with_key("rsa2048", 0);
    with_key("p256", 1);
    broken();
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
