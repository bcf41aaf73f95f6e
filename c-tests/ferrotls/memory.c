/*
 * The application's allocator runs out of memory at every place in turn: the
 * call says so, nothing is lost or released twice, and the next try works.
 * 3.6.6 has the allocator, but not as Debian builds it.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/cipher.h>
#include <mbedtls/dhm.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/ecp.h>
#include <mbedtls/error.h>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/md.h>
#include <mbedtls/pem.h>
#include <mbedtls/pkcs7.h>
#include <mbedtls/platform.h>
#include <mbedtls/rsa.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>

/* What is in front of each piece, so that no other free() will do. */
#define ROOM 64
/* No operation needs as many pieces. */
#define MOST 3000

static const char *folder;
static long out;          /* pieces that are out */
static long countdown;    /* calls until one fails */
static long failures;     /* how many fail then */

static void *failing_calloc(size_t n, size_t size)
{
    unsigned char *memory;

    if (failures > 0 && countdown-- <= 0) {
        failures--;
        return NULL;
    }
    memory = calloc(1, n * size + ROOM);
    check("memory", memory != NULL);
    out++;
    return memory + ROOM;
}

static void failing_free(void *memory)
{
    if (memory != NULL) {
        out--;
        free((unsigned char *) memory - ROOM);
    }
}

/* A text or DER that a file holds, with a zero behind it. */
struct file {
    unsigned char data[20000];
    size_t len;
};

static void file_load(struct file *file, const char *name)
{
    char path[512];
    FILE *stream;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    stream = fopen(path, "rb");
    check(path, stream != NULL);
    file->len = fread(file->data, 1, sizeof(file->data) - 1, stream);
    check(path, file->len > 0 && feof(stream));
    fclose(stream);
    file->data[file->len++] = 0;
}

/* Whether an error says that there is no memory. */
static int is_of_memory(int ret)
{
    switch (ret) {
    case MBEDTLS_ERR_ASN1_ALLOC_FAILED:
    case MBEDTLS_ERR_ECP_ALLOC_FAILED:
    case MBEDTLS_ERR_MD_ALLOC_FAILED:
    case MBEDTLS_ERR_MPI_ALLOC_FAILED:
    case MBEDTLS_ERR_PEM_ALLOC_FAILED:
    case MBEDTLS_ERR_PK_ALLOC_FAILED:
    case MBEDTLS_ERR_SSL_ALLOC_FAILED:
    case MBEDTLS_ERR_X509_ALLOC_FAILED:
        return 1;
    default:
        return 0;
    }
}

/* An operation: 0, or an error, when all that it made is released. */
typedef int operation(const void *argument);

/*
 * Runs an operation with a failure at each place where it gets memory: first
 * with one failure, then with no memory from there on. Returns how many pieces
 * it gets.
 */
static long at_every_place(const char *what, operation *run,
                           const void *argument)
{
    static const long how_many[] = { 1, 1000000 };
    long before = out;
    long place = 0;
    size_t i;
    int ret;

    for (i = 0; i < sizeof(how_many) / sizeof(how_many[0]); i++) {
        for (place = 0; place < MOST; place++) {
            countdown = place;
            failures = how_many[i];
            ret = run(argument);
            if (out != before) {
                printf("%s, place %ld of %ld: %ld pieces lost\n", what, place,
                       how_many[i], out - before);
                exit(1);
            }
            if (failures == how_many[i]) {
                failures = 0;
                must(what, ret);
                break;
            }
            failures = 0;
            if (!is_of_memory(ret)) {
                printf("%s, place %ld of %ld: -0x%04x\n", what, place,
                       how_many[i], (unsigned) -ret);
                exit(1);
            }
            ret = run(argument);
            if (ret != 0) {
                printf("%s, after place %ld of %ld: -0x%04x\n", what, place,
                       how_many[i], (unsigned) -ret);
                exit(1);
            }
        }
        check(what, place < MOST);
    }
    printf("%s: %ld\n", what, place);
    return place;
}

static int parse_crt(const void *argument)
{
    const struct file *file = argument;
    mbedtls_x509_crt crt;
    int ret;

    mbedtls_x509_crt_init(&crt);
    ret = mbedtls_x509_crt_parse(&crt, file->data, file->len);
    mbedtls_x509_crt_free(&crt);
    return ret;
}

static int parse_csr(const void *argument)
{
    const struct file *file = argument;
    mbedtls_x509_csr csr;
    int ret;

    mbedtls_x509_csr_init(&csr);
    ret = mbedtls_x509_csr_parse(&csr, file->data, file->len);
    mbedtls_x509_csr_free(&csr);
    return ret;
}

static int parse_crl(const void *argument)
{
    const struct file *file = argument;
    mbedtls_x509_crl crl;
    int ret;

    mbedtls_x509_crl_init(&crl);
    ret = mbedtls_x509_crl_parse(&crl, file->data, file->len);
    mbedtls_x509_crl_free(&crl);
    return ret;
}

static int parse_key(const void *argument)
{
    const struct file *file = argument;
    mbedtls_pk_context key;
    int ret;

    mbedtls_pk_init(&key);
    ret = mbedtls_pk_parse_key(&key, file->data, file->len, NULL, 0, NULL,
                               NULL);
    mbedtls_pk_free(&key);
    return ret;
}

static int parse_name(const void *argument)
{
    mbedtls_asn1_named_data *head = NULL;
    int ret;

    ret = mbedtls_x509_string_to_names(&head, argument);
    mbedtls_asn1_free_named_data_list(&head);
    return ret;
}

static int read_pem(const void *argument)
{
    const struct file *file = argument;
    mbedtls_pem_context pem;
    size_t used;
    int ret;

    mbedtls_pem_init(&pem);
    ret = mbedtls_pem_read_buffer(&pem, "-----BEGIN CERTIFICATE-----",
                                  "-----END CERTIFICATE-----", file->data,
                                  NULL, 0, &used);
    mbedtls_pem_free(&pem);
    return ret;
}

static int read_number(const void *argument)
{
    mbedtls_mpi a, b;
    int ret;

    mbedtls_mpi_init(&a);
    mbedtls_mpi_init(&b);
    if ((ret = mbedtls_mpi_read_string(&a, 16, argument)) == 0
        && (ret = mbedtls_mpi_copy(&b, &a)) == 0
        && (ret = mbedtls_mpi_mul_mpi(&b, &b, &a)) == 0
        && (ret = mbedtls_mpi_add_int(&a, &b, 1)) == 0) {
        ret = mbedtls_mpi_shift_l(&b, 700);
    }
    mbedtls_mpi_free(&a);
    mbedtls_mpi_free(&b);
    return ret;
}

static int set_up_digest(const void *argument)
{
    mbedtls_md_context_t md;
    int ret;

    (void) argument;
    mbedtls_md_init(&md);
    ret = mbedtls_md_setup(&md, mbedtls_md_info_from_type(MBEDTLS_MD_SHA256),
                           1);
    mbedtls_md_free(&md);
    return ret;
}

static int load_group(const void *argument)
{
    mbedtls_ecp_group group, copy;
    int ret;

    (void) argument;
    mbedtls_ecp_group_init(&group);
    mbedtls_ecp_group_init(&copy);
    ret = mbedtls_ecp_group_load(&group, MBEDTLS_ECP_DP_SECP256R1);
    if (ret == 0) {
        ret = mbedtls_ecp_group_copy(&copy, &group);
    }
    mbedtls_ecp_group_free(&group);
    mbedtls_ecp_group_free(&copy);
    return ret;
}

static int copy_rsa(const void *argument)
{
    mbedtls_rsa_context copy;
    int ret;

    mbedtls_rsa_init(&copy);
    ret = mbedtls_rsa_copy(&copy, argument);
    mbedtls_rsa_free(&copy);
    return ret;
}

static int cve_2026_34874_write_certificate(const void *argument)
{
    mbedtls_x509write_cert crt;
    int ret;

    (void) argument;
    mbedtls_x509write_crt_init(&crt);
    if ((ret = mbedtls_x509write_crt_set_subject_name(&crt, "CN=a,O=b")) == 0
        && (ret = mbedtls_x509write_crt_set_issuer_name(&crt, "CN=c")) == 0) {
        ret = mbedtls_x509write_crt_set_key_usage(&crt, 0x80);
    }
    mbedtls_x509write_crt_free(&crt);
    return ret;
}

static int set_up_connection(const void *argument)
{
    mbedtls_ssl_context ssl;
    int ret;

    mbedtls_ssl_init(&ssl);
    if ((ret = mbedtls_ssl_setup(&ssl, argument)) == 0
        && (ret = mbedtls_ssl_set_hostname(&ssl, "localhost")) == 0) {
        ret = mbedtls_ssl_set_hostname(&ssl, "www.example.com");
    }
    mbedtls_ssl_free(&ssl);
    return ret;
}

static int get_session(const void *argument)
{
    mbedtls_ssl_context *ssl = (mbedtls_ssl_context *) argument;
    mbedtls_ssl_session session;
    int ret;

    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_get_session(ssl, &session);
    mbedtls_ssl_session_free(&session);
    /* It is given out once. */
    ssl->MBEDTLS_PRIVATE(session)->MBEDTLS_PRIVATE(exported) = 0;
    return ret;
}

struct resumed {
    const mbedtls_ssl_config *conf;
    const mbedtls_ssl_session *session;
    unsigned char blob[10000];
    size_t len;
};

static int set_session(const void *argument)
{
    const struct resumed *resumed = argument;
    mbedtls_ssl_context ssl;
    long armed = failures;
    int ret;

    mbedtls_ssl_init(&ssl);
    failures = 0;
    must("setup", mbedtls_ssl_setup(&ssl, resumed->conf));
    failures = armed;
    ret = mbedtls_ssl_set_session(&ssl, resumed->session);
    mbedtls_ssl_free(&ssl);
    return ret;
}

static int load_session(const void *argument)
{
    const struct resumed *resumed = argument;
    mbedtls_ssl_session session;
    int ret;

    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_session_load(&session, resumed->blob, resumed->len);
    mbedtls_ssl_session_free(&session);
    return ret;
}

static int keep_session(const void *argument)
{
    const struct resumed *resumed = argument;
    mbedtls_ssl_cache_context cache;
    mbedtls_ssl_session session;
    unsigned char id[32] = { 7 };
    int ret;

    mbedtls_ssl_cache_init(&cache);
    mbedtls_ssl_session_init(&session);
    ret = mbedtls_ssl_cache_set(&cache, id, sizeof(id), resumed->session);
    if (ret == 0) {
        ret = mbedtls_ssl_cache_get(&cache, id, sizeof(id), &session);
    }
    mbedtls_ssl_session_free(&session);
    mbedtls_ssl_cache_free(&cache);
    return ret;
}

/*
 * A handshake: what is set up before has memory. Fails with what the end said
 * that failed first, or both.
 */
static int shake_hands(const void *argument)
{
    struct both *both = (struct both *) argument;
    long armed = failures;
    int client, server;

    failures = 0;
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    both_clear_pipes(both);
    failures = armed;
    both_handshake(both, &client, &server);
    armed = failures;
    failures = 0;
    must("reset", mbedtls_ssl_session_reset(&both->client.ssl));
    must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
    failures = armed;
    if (client == 0 && server == 0) {
        return 0;
    }
    if (is_of_memory(client) || is_of_memory(server)) {
        return MBEDTLS_ERR_SSL_ALLOC_FAILED;
    }
    printf("client -0x%04x server -0x%04x\n", (unsigned) -client,
           (unsigned) -server);
    return client != 0 ? client : server;
}

static void certificates(void)
{
    static struct file file;

    file_load(&file, "p256.crt");
    at_every_place("certificate", parse_crt,
                   &file);
    at_every_place("PEM", read_pem, &file);
    file_load(&file, "chain.crt");
    check("of a chain", at_every_place("chain", parse_crt, &file) > 1);
    file_load(&file, "chain-leaf.csr");
    at_every_place("request", parse_csr, &file);
    file_load(&file, "ca-ec.crl");
    at_every_place("list", parse_crl, &file);
    at_every_place("name", parse_name,
                   "CN=a,O=b,OU=c");
    at_every_place("writing", cve_2026_34874_write_certificate,
                   NULL);
}

static void keys(void)
{
    static struct file file;
    mbedtls_pk_context key;

    file_load(&file, "p256.key");
    check("of EC", at_every_place("EC key", parse_key, &file) > 1);
    file_load(&file, "rsa2048.key");
    check("of RSA", at_every_place("RSA key", parse_key, &file) > 1);
    mbedtls_pk_init(&key);
    must("RSA key", mbedtls_pk_parse_key(&key, file.data, file.len, NULL, 0,
                                         NULL, NULL));
    at_every_place("copy of it", copy_rsa, mbedtls_pk_rsa(key));
    mbedtls_pk_free(&key);
    at_every_place("numbers", read_number,
                   "123456789abcdef0123456789abcdef0123456789abcdef");
    at_every_place("digest", set_up_digest, NULL);
    at_every_place("curve", load_group, NULL);
}

static void connections(mbedtls_ssl_protocol_version version)
{
    static struct resumed resumed;
    struct both *both;
    mbedtls_ssl_session session;
    mbedtls_ssl_ticket_context tickets;

    printf("TLS %04x\n", (unsigned) version);
    both_version = version;
    both = both_new(folder, "p256");
    mbedtls_ssl_ticket_init(&tickets);
    must("tickets", mbedtls_ssl_ticket_setup(
             &tickets, mbedtls_ctr_drbg_random, &both->random.drbg,
             MBEDTLS_CIPHER_AES_256_GCM, 3600));
    mbedtls_ssl_conf_session_tickets_cb(&both->server.conf,
                                        mbedtls_ssl_ticket_write,
                                        mbedtls_ssl_ticket_parse, &tickets);
    both_client_cert(both, "client");
    mbedtls_ssl_conf_authmode(&both->server.conf, MBEDTLS_SSL_VERIFY_REQUIRED);
    at_every_place("setup", set_up_connection,
                   &both->client.conf);
    both_setup(both);
    must("a name", mbedtls_ssl_set_hostname(&both->client.ssl, "localhost"));
    at_every_place("handshake", shake_hands,
                   both);
    both_clear_pipes(both);
    both_connect(both);
    both_transfer(both, &both->server, "ticket", 6);
    check("a session", at_every_place("get_session",
                                      get_session, &both->client.ssl) > 0);
    mbedtls_ssl_session_init(&session);
    must("session", mbedtls_ssl_get_session(&both->client.ssl, &session));
    resumed.conf = &both->client.conf;
    resumed.session = &session;
    must("save", mbedtls_ssl_session_save(&session, resumed.blob,
                                          sizeof(resumed.blob),
                                          &resumed.len));
    at_every_place("set_session", set_session,
                   &resumed);
    at_every_place("load", load_session,
                   &resumed);
    at_every_place("cache", keep_session, &resumed);
    mbedtls_ssl_session_free(&session);
    both_free(both);
    mbedtls_ssl_ticket_free(&tickets);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    must("the allocator", mbedtls_platform_set_calloc_free(failing_calloc,
                                                           failing_free));
    certificates();
    keys();
    connections(MBEDTLS_SSL_VERSION_TLS1_3);
    connections(MBEDTLS_SSL_VERSION_TLS1_2);
    if (out != 0) {
        printf("%ld pieces are lost\n", out);
        return 1;
    }
    return 0;
}
