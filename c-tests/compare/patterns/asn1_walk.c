/*
 * Pattern: a program walks ASN.1 by itself, with mbedtls_asn1_* over raw, tbs,
 * v3_ext, issuer_raw and their like, of certificates, lists and requests: to
 * find an extension that the library does not know, to print a name in its own
 * way, to take a key or a signature out.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/oid.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>

static const char *folder;

static const char *path_of(const char *file)
{
    static char path[1024];
    int len = snprintf(path, sizeof(path), "%s/%s", folder, file);

    check("the file name fits", len > 0 && (size_t) len < sizeof(path));
    return path;
}

static void indent(int depth)
{
    printf("  %*s", 2 * depth, "");
}

/* What cannot be told by its length alone. */
static void value(unsigned char tag, unsigned char *p, size_t len)
{
    unsigned char *start = p - 2, *end = p + len;
    char text[64];
    mbedtls_asn1_buf oid;
    mbedtls_asn1_bitstring bits;
    int number = 0, flag = 0;

    switch (tag) {
    case MBEDTLS_ASN1_OID:
        oid.tag = tag;
        oid.p = p;
        oid.len = len;
        check("it can be written", mbedtls_oid_get_numeric_string(
                  text, sizeof(text), &oid) > 0);
        printf(" %s", text);
        break;
    case MBEDTLS_ASN1_BOOLEAN:
        printf(" boolean %d", mbedtls_asn1_get_bool(&start, end, &flag));
        printf(" %d", flag);
        break;
    case MBEDTLS_ASN1_INTEGER:
        if (len <= 4) {
            printf(" integer %d", mbedtls_asn1_get_int(&start, end, &number));
            printf(" %d", number);
        }
        break;
    case MBEDTLS_ASN1_BIT_STRING:
        if (len < 128) {
            printf(" bits %d", mbedtls_asn1_get_bitstring(&start, end, &bits));
            printf(" %u, %d unused", (unsigned) bits.len, bits.unused_bits);
        }
        break;
    case MBEDTLS_ASN1_UTF8_STRING:
    case MBEDTLS_ASN1_PRINTABLE_STRING:
    case MBEDTLS_ASN1_IA5_STRING:
    case MBEDTLS_ASN1_UTC_TIME:
        printf(" \"%.*s\"", (int) len, (const char *) p);
        break;
    default:
        break;
    }
}

/* All there is, to its leaves. */
static void walk(unsigned char *p, const unsigned char *end, int depth)
{
    while (p < end) {
        unsigned char tag = *p;
        size_t len = 0;
        int ret = mbedtls_asn1_get_tag(&p, end, &len, tag);

        indent(depth);
        if (ret != 0) {
            show("wrong", ret);
            return;
        }
        printf("%02x %u", tag, (unsigned) len);
        if (tag & MBEDTLS_ASN1_CONSTRUCTED) {
            printf("\n");
            walk(p, p + len, depth + 1);
        } else {
            value(tag, p, len);
            printf("\n");
        }
        p += len;
    }
}

/* A buffer of the structure, from its own start. */
static void walk_buffer(const char *what, const mbedtls_x509_buf *buf)
{
    printf(" %s\n", what);
    if (buf->p != NULL) {
        walk(buf->p, buf->p + buf->len, 0);
    }
}

/* One extension, as a program looks for it that the library does not know. */
static void find(const mbedtls_x509_buf *ext, const char *oid, size_t oid_len,
                 const char *what)
{
    unsigned char *p = ext->p, *end = ext->p + ext->len;
    size_t len = 0;
    int ret = 0;

    /* The tag [3], where there is one, and the sequence in it. */
    if (p != NULL && *p == (MBEDTLS_ASN1_CONTEXT_SPECIFIC
                            | MBEDTLS_ASN1_CONSTRUCTED | 3)) {
        ret = mbedtls_asn1_get_tag(&p, end, &len, *p);
    }
    if (p == NULL || ret != 0
        || mbedtls_asn1_get_tag(&p, end, &len, MBEDTLS_ASN1_CONSTRUCTED
                                | MBEDTLS_ASN1_SEQUENCE) != 0) {
        printf("  %s: no extensions\n", what);
        return;
    }
    while (p < end) {
        unsigned char *next, *id;
        int critical = 0;

        must("extension", mbedtls_asn1_get_tag(
                 &p, end, &len, MBEDTLS_ASN1_CONSTRUCTED
                 | MBEDTLS_ASN1_SEQUENCE));
        next = p + len;
        must("id", mbedtls_asn1_get_tag(&p, next, &len, MBEDTLS_ASN1_OID));
        id = p;
        p += len;
        if (len == oid_len && memcmp(id, oid, len) == 0) {
            ret = mbedtls_asn1_get_bool(&p, next, &critical);
            check("it may be missing", ret == 0
                  || ret == MBEDTLS_ERR_ASN1_UNEXPECTED_TAG);
            must("value", mbedtls_asn1_get_tag(&p, next, &len,
                                               MBEDTLS_ASN1_OCTET_STRING));
            printf("  %s: %s, %u bytes\n", what,
                   critical ? "critical" : "not critical", (unsigned) len);
            walk(p, p + len, 1);
            return;
        }
        p = next;
    }
    printf("  %s: not there\n", what);
}

/* The common name of a name, looked for in its raw bytes. */
static void common_name(const char *what, const mbedtls_x509_buf *raw)
{
    unsigned char *p = raw->p, *end = raw->p + raw->len;
    size_t len;

    must("name", mbedtls_asn1_get_tag(&p, end, &len, MBEDTLS_ASN1_CONSTRUCTED
                                      | MBEDTLS_ASN1_SEQUENCE));
    printf("  %s: whole %d\n", what, p + len == end);
    while (p < end) {
        mbedtls_asn1_sequence pairs;

        must("set", mbedtls_asn1_get_tag(&p, end, &len,
                                         MBEDTLS_ASN1_CONSTRUCTED
                                         | MBEDTLS_ASN1_SET));
        must("pair", mbedtls_asn1_get_tag(&p, end, &len,
                                          MBEDTLS_ASN1_CONSTRUCTED
                                          | MBEDTLS_ASN1_SEQUENCE));
        pairs.buf.p = p;
        p += len;
        must("id", mbedtls_asn1_get_tag(&pairs.buf.p, p, &len,
                                        MBEDTLS_ASN1_OID));
        if (len == MBEDTLS_OID_SIZE(MBEDTLS_OID_AT_CN)
            && memcmp(pairs.buf.p, MBEDTLS_OID_AT_CN, len) == 0) {
            pairs.buf.p += len;
            pairs.buf.tag = *pairs.buf.p;
            must("text", mbedtls_asn1_get_tag(&pairs.buf.p, p, &len,
                                              pairs.buf.tag));
            printf("  %s: CN 0x%x \"%.*s\"\n", what, (unsigned) pairs.buf.tag,
                   (int) len, (const char *) pairs.buf.p);
        }
    }
}

/* The algorithm and the key out of the public key's bytes. */
static void public_key(const mbedtls_x509_buf *raw)
{
    unsigned char *p = raw->p, *end = raw->p + raw->len;
    mbedtls_asn1_buf algorithm, parameters;
    mbedtls_asn1_sequence numbers;
    size_t len;

    must("key", mbedtls_asn1_get_tag(&p, end, &len, MBEDTLS_ASN1_CONSTRUCTED
                                     | MBEDTLS_ASN1_SEQUENCE));
    must("algorithm", mbedtls_asn1_get_alg(&p, end, &algorithm, &parameters));
    printf("  algorithm of %u bytes, parameters 0x%x of %u\n",
           (unsigned) algorithm.len, (unsigned) parameters.tag,
           (unsigned) parameters.len);
    must("bits", mbedtls_asn1_get_bitstring_null(&p, end, &len));
    printf("  key of %u bytes, to the end %d\n", (unsigned) len,
           p + len == end);
    if (*p == (MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE)) {
        const mbedtls_asn1_sequence *each;

        memset(&numbers, 0, sizeof(numbers));
        must("numbers", mbedtls_asn1_get_sequence_of(&p, end, &numbers,
                                                     MBEDTLS_ASN1_INTEGER));
        for (each = &numbers; each != NULL; each = each->next) {
            printf("  a number of %u bytes\n", (unsigned) each->buf.len);
        }
        mbedtls_asn1_sequence_free(numbers.next);
    }
}

static void certificate(const char *file)
{
    static const char status_request[] = "\x2b\x06\x01\x05\x05\x07\x01\x18";
    mbedtls_x509_crt crt;

    printf("%s\n", file);
    mbedtls_x509_crt_init(&crt);
    must(file, mbedtls_x509_crt_parse_file(&crt, path_of(file)));
    walk_buffer("raw", &crt.raw);
    walk_buffer("tbs", &crt.tbs);
    walk_buffer("v3_ext", &crt.v3_ext);
    walk_buffer("issuer_raw", &crt.issuer_raw);
    walk_buffer("subject_raw", &crt.subject_raw);
    find(&crt.v3_ext, MBEDTLS_OID_KEY_USAGE,
         MBEDTLS_OID_SIZE(MBEDTLS_OID_KEY_USAGE), "keyUsage");
    find(&crt.v3_ext, MBEDTLS_OID_SUBJECT_ALT_NAME,
         MBEDTLS_OID_SIZE(MBEDTLS_OID_SUBJECT_ALT_NAME), "subjectAltName");
    find(&crt.v3_ext, status_request, sizeof(status_request) - 1,
         "must staple");
    common_name("issuer", &crt.issuer_raw);
    common_name("subject", &crt.subject_raw);
    public_key(&crt.pk_raw);
    mbedtls_x509_crt_free(&crt);
}

static void list(const char *file)
{
    const mbedtls_x509_crl_entry *entry;
    mbedtls_x509_crl crl;

    printf("%s\n", file);
    mbedtls_x509_crl_init(&crl);
    must(file, mbedtls_x509_crl_parse_file(&crl, path_of(file)));
    walk_buffer("raw", &crl.raw);
    walk_buffer("tbs", &crl.tbs);
    walk_buffer("issuer_raw", &crl.issuer_raw);
    walk_buffer("crl_ext", &crl.crl_ext);
    for (entry = &crl.entry; entry != NULL && entry->serial.len != 0;
         entry = entry->next) {
        walk_buffer("entry", &entry->raw);
    }
    common_name("issuer", &crl.issuer_raw);
    mbedtls_x509_crl_free(&crl);
}

static void request(const char *file)
{
    mbedtls_x509_csr csr;

    printf("%s\n", file);
    mbedtls_x509_csr_init(&csr);
    must(file, mbedtls_x509_csr_parse_file(&csr, path_of(file)));
    walk_buffer("raw", &csr.raw);
    walk_buffer("cri", &csr.cri);
    walk_buffer("subject_raw", &csr.subject_raw);
    common_name("subject", &csr.subject_raw);
    mbedtls_x509_csr_free(&csr);
}

/* Of the peer's certificate, while the connection is open. */
static void of_connection(void)
{
    struct both *both = both_new(folder, "rsa2048");
    const mbedtls_x509_crt *peer;

    both_setup(both);
    both_connect(both);
    peer = mbedtls_ssl_get_peer_cert(&both->client.ssl);
    walk_buffer("the peer's tbs", &peer->tbs);
    find(&peer->v3_ext, MBEDTLS_OID_SUBJECT_ALT_NAME,
         MBEDTLS_OID_SIZE(MBEDTLS_OID_SUBJECT_ALT_NAME), "subjectAltName");
    common_name("issuer", &peer->issuer_raw);
    public_key(&peer->pk_raw);
    both_free(both);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    certificate("p256.crt");
    certificate("rsa2048.crt");
    certificate("client.crt");
    list("ca-ec.crl");
    request("p256.csr");
    request("rsa2048.csr");
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("a connection of TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        of_connection();
    }
    return 0;
}
