/*
 * Pattern: the fields of a parsed certificate, list or request are read
 * directly: raw, tbs, subject, issuer, valid_from, valid_to, next, pk,
 * subject_alt_names, serial and the rest. The raw buffers hold the real DER.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/pem.h>
#include <mbedtls/sha256.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>

static const char *folder;

static void hex(const char *what, const unsigned char *p, size_t len)
{
    unsigned char sum[32];
    size_t i;

    printf("  %s: %u bytes", what, (unsigned) len);
    if (len > 24) {
        must("sha256", mbedtls_sha256(p, len, sum, 0));
        printf(" sha256 ");
        p = sum;
        len = 8;
    } else {
        printf(" ");
    }
    for (i = 0; i < len; i++) {
        printf("%02x", p[i]);
    }
    printf("\n");
}

/* A buffer that belongs to `whole`: where in it, what tag, what bytes. */
static void part(const char *what, const mbedtls_x509_buf *buf,
                 const mbedtls_x509_buf *whole)
{
    if (buf->p == NULL) {
        printf("  %s: none, tag %d len %u\n", what, buf->tag,
               (unsigned) buf->len);
        return;
    }
    printf("  %s: tag 0x%x at %ld\n", what, (unsigned) buf->tag,
           buf->p >= whole->p && buf->p + buf->len <= whole->p + whole->len ?
           (long) (buf->p - whole->p) : -1L);
    hex(what, buf->p, buf->len);
}

static void name(const char *what, const mbedtls_x509_name *entry)
{
    for (; entry != NULL; entry = entry->next) {
        printf("  %s: oid tag 0x%x len %u, 0x%x \"%.*s\" merged %d\n", what,
               (unsigned) entry->oid.tag, (unsigned) entry->oid.len,
               (unsigned) entry->val.tag, (int) entry->val.len,
               entry->val.p ? (const char *) entry->val.p : "",
               entry->MBEDTLS_PRIVATE(next_merged));
    }
}

static void date(const char *what, const mbedtls_x509_time *t)
{
    printf("  %s: %04d-%02d-%02d %02d:%02d:%02d\n", what, t->year, t->mon,
           t->day, t->hour, t->min, t->sec);
}

static void sequence(const char *what, const mbedtls_x509_sequence *entry)
{
    for (; entry != NULL && entry->buf.p != NULL; entry = entry->next) {
        printf("  %s: tag 0x%x\n", what, (unsigned) entry->buf.tag);
        hex(what, entry->buf.p, entry->buf.len);
    }
}

static void key(const mbedtls_pk_context *pk)
{
    printf("  key: %s type %d, %u bits\n", mbedtls_pk_get_name(pk),
           (int) mbedtls_pk_get_type(pk), (unsigned) mbedtls_pk_get_bitlen(pk));
}

static void certificate(const mbedtls_x509_crt *crt)
{
    printf(" a certificate, version %d\n", crt->version);
    part("raw", &crt->raw, &crt->raw);
    part("tbs", &crt->tbs, &crt->raw);
    part("serial", &crt->serial, &crt->raw);
    part("sig_oid", &crt->sig_oid, &crt->raw);
    part("issuer_raw", &crt->issuer_raw, &crt->raw);
    part("subject_raw", &crt->subject_raw, &crt->raw);
    name("issuer", &crt->issuer);
    name("subject", &crt->subject);
    date("valid_from", &crt->valid_from);
    date("valid_to", &crt->valid_to);
    part("pk_raw", &crt->pk_raw, &crt->raw);
    key(&crt->pk);
    part("issuer_id", &crt->issuer_id, &crt->raw);
    part("subject_id", &crt->subject_id, &crt->raw);
    part("v3_ext", &crt->v3_ext, &crt->raw);
    sequence("subject_alt_names", &crt->subject_alt_names);
    part("subject_key_id", &crt->subject_key_id, &crt->raw);
    part("authority_key_id", &crt->authority_key_id.keyIdentifier, &crt->raw);
    part("authority serial",
         &crt->authority_key_id.authorityCertSerialNumber, &crt->raw);
    sequence("authority names", &crt->authority_key_id.authorityCertIssuer);
    sequence("policies", &crt->certificate_policies);
    sequence("ext_key_usage", &crt->ext_key_usage);
    printf("  extensions 0x%x, ca %d, path %d, usage 0x%x, type 0x%x\n",
           (unsigned) crt->MBEDTLS_PRIVATE(ext_types),
           crt->MBEDTLS_PRIVATE(ca_istrue), crt->MBEDTLS_PRIVATE(max_pathlen),
           crt->MBEDTLS_PRIVATE(key_usage),
           crt->MBEDTLS_PRIVATE(ns_cert_type));
    part("sig", &crt->MBEDTLS_PRIVATE(sig), &crt->raw);
    printf("  signed by %d over %d\n", (int) crt->MBEDTLS_PRIVATE(sig_pk),
           (int) crt->MBEDTLS_PRIVATE(sig_md));
}

static const char *path_of(const char *file)
{
    static char path[1024];
    int len = snprintf(path, sizeof(path), "%s/%s", folder, file);

    check("the file name fits", len > 0 && (size_t) len < sizeof(path));
    return path;
}

/* The raw bytes are those of the file, decoded by other means. */
static void same_as_file(const char *file, const mbedtls_x509_buf *raw,
                         const char *header, const char *footer)
{
    static unsigned char text[20000];
    mbedtls_pem_context pem;
    const unsigned char *der;
    size_t len, used;
    FILE *stream = fopen(path_of(file), "rb");

    check("the file is there", stream != NULL);
    len = fread(text, 1, sizeof(text) - 1, stream);
    text[len] = '\0';
    fclose(stream);
    mbedtls_pem_init(&pem);
    must("pem", mbedtls_pem_read_buffer(&pem, header, footer, text, NULL, 0,
                                        &used));
    der = mbedtls_pem_get_buffer(&pem, &len);
    printf("  raw is what the file holds: %d\n",
           len == raw->len && memcmp(der, raw->p, len) == 0);
    mbedtls_pem_free(&pem);
}

static void certificates(const char *file)
{
    const mbedtls_x509_crt *each;
    mbedtls_x509_crt crt;

    printf("%s\n", file);
    mbedtls_x509_crt_init(&crt);
    must(file, mbedtls_x509_crt_parse_file(&crt, path_of(file)));
    for (each = &crt; each != NULL; each = each->next) {
        certificate(each);
    }
    same_as_file(file, &crt.raw, "-----BEGIN CERTIFICATE-----",
                 "-----END CERTIFICATE-----");
    mbedtls_x509_crt_free(&crt);
}

static void list(const char *file)
{
    const mbedtls_x509_crl_entry *entry;
    mbedtls_x509_crl crl;

    printf("%s\n", file);
    mbedtls_x509_crl_init(&crl);
    must(file, mbedtls_x509_crl_parse_file(&crl, path_of(file)));
    printf(" a list, version %d, %s follows\n", crl.version,
           crl.next ? "another" : "nothing");
    part("raw", &crl.raw, &crl.raw);
    part("tbs", &crl.tbs, &crl.raw);
    part("sig_oid", &crl.sig_oid, &crl.raw);
    part("issuer_raw", &crl.issuer_raw, &crl.raw);
    name("issuer", &crl.issuer);
    date("this_update", &crl.this_update);
    date("next_update", &crl.next_update);
    for (entry = &crl.entry; entry != NULL && entry->serial.len != 0;
         entry = entry->next) {
        part("entry", &entry->raw, &crl.raw);
        part("entry's serial", &entry->serial, &crl.raw);
        date("revoked", &entry->revocation_date);
        part("entry's extensions", &entry->entry_ext, &crl.raw);
    }
    part("extensions", &crl.crl_ext, &crl.raw);
    same_as_file(file, &crl.raw, "-----BEGIN X509 CRL-----",
                 "-----END X509 CRL-----");
    mbedtls_x509_crl_free(&crl);
}

static void request(const char *file)
{
    mbedtls_x509_csr csr;

    printf("%s\n", file);
    mbedtls_x509_csr_init(&csr);
    must(file, mbedtls_x509_csr_parse_file(&csr, path_of(file)));
    printf(" a request, version %d\n", csr.version);
    part("raw", &csr.raw, &csr.raw);
    part("cri", &csr.cri, &csr.raw);
    part("subject_raw", &csr.subject_raw, &csr.raw);
    name("subject", &csr.subject);
    key(&csr.pk);
    sequence("subject_alt_names", &csr.subject_alt_names);
    printf("  extensions 0x%x, usage 0x%x, type 0x%x\n",
           (unsigned) csr.MBEDTLS_PRIVATE(ext_types), csr.key_usage,
           csr.ns_cert_type);
    part("sig_oid", &csr.sig_oid, &csr.raw);
    part("sig", &csr.MBEDTLS_PRIVATE(sig), &csr.raw);
    printf("  signed by %d over %d\n", (int) csr.MBEDTLS_PRIVATE(sig_pk),
           (int) csr.MBEDTLS_PRIVATE(sig_md));
    same_as_file(file, &csr.raw, "-----BEGIN CERTIFICATE REQUEST-----",
                 "-----END CERTIFICATE REQUEST-----");
    mbedtls_x509_csr_free(&csr);
}

/* The peer's, as the connection shows it, is the peer's own. */
static void of_connection(void)
{
    struct both *both = both_new(folder, "chain");
    const mbedtls_x509_crt *peer, *own;

    both_client_cert(both, "client");
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    both_setup(both);
    both_connect(both);
    peer = mbedtls_ssl_get_peer_cert(&both->client.ssl);
    own = &both->server_pair.crt;
    for (; peer != NULL && own != NULL; peer = peer->next, own = own->next) {
        printf(" the server's: the same bytes %d\n",
               peer->raw.len == own->raw.len
               && memcmp(peer->raw.p, own->raw.p, own->raw.len) == 0);
        certificate(peer);
    }
    printf(" as long: %d\n", peer == NULL && own == NULL);
    peer = mbedtls_ssl_get_peer_cert(&both->server.ssl);
    own = &both->client_pair.crt;
    printf(" the client's: the same bytes %d, same key %d\n",
           peer->raw.len == own->raw.len
           && memcmp(peer->raw.p, own->raw.p, own->raw.len) == 0,
           mbedtls_pk_check_pair(&peer->pk, &both->client_pair.key,
                                 mbedtls_ctr_drbg_random,
                                 &both->random.drbg) == 0);
    both_free(both);
}

int main(int argc, char **argv)
{
    static const char *const crts[] = {
        "p256.crt", "p384.crt", "rsa2048.crt", "chain.crt",
        "ca.crt", "no-san.crt", "client.crt", "wrong-usage-purpose.crt"
    };
    size_t i;

    folder = folder_argument(argc, argv);
    for (i = 0; i < sizeof(crts) / sizeof(crts[0]); i++) {
        certificates(crts[i]);
    }
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
