/*
 * Pattern: programs in other languages have the sizes of structures written
 * down, and allocate so many bytes. Those of 3.6.6, and the larger ones that
 * such a program has, are allocated with bytes behind them, and worked with;
 * nobody may touch what is behind.
 */
#include "support/support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/cipher.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/ecp.h>
#include <mbedtls/gcm.h>
#include <mbedtls/md.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/rsa.h>
#include <mbedtls/sha256.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>

#define GUARD 256
#define MARK 0xa5

static const char *folder;

/* The sizes of 3.6.6 on 64-bit machines, as a foreign program has them. */
#define SIZES \
    X(mbedtls_ssl_context, 832) \
    X(mbedtls_ssl_config, 408) \
    X(mbedtls_ssl_session, 496) \
    X(mbedtls_ssl_cache_context, 64) \
    X(mbedtls_ssl_ticket_context, 312) \
    X(mbedtls_x509_crt, 744) \
    X(mbedtls_x509_crl, 416) \
    X(mbedtls_x509_csr, 272) \
    X(mbedtls_pk_context, 16) \
    X(mbedtls_rsa_context, 280) \
    X(mbedtls_ecp_keypair, 256) \
    X(mbedtls_ecdh_context, 336) \
    X(mbedtls_mpi, 16) \
    X(mbedtls_entropy_context, 880) \
    X(mbedtls_ctr_drbg_context, 392) \
    X(mbedtls_md_context_t, 24) \
    X(mbedtls_sha256_context, 108) \
    X(mbedtls_cipher_context_t, 96) \
    X(mbedtls_gcm_context, 424) \
    X(mbedtls_net_context, 4)

struct block {
    unsigned char *room;
    size_t size;
};

static struct block blocks[32];
static size_t used;

/* So many bytes, with some behind them that are watched. */
static void *allocate(size_t size)
{
    struct block *block = &blocks[used++];

    check("there is a block", used <= sizeof(blocks) / sizeof(blocks[0]));
    block->room = malloc(size + GUARD);
    check("there is memory", block->room != NULL);
    block->size = size;
    memset(block->room, MARK, size + GUARD);
    return block->room;
}

static void release(void)
{
    size_t i, j, touched = 0;

    for (i = 0; i < used; i++) {
        for (j = 0; j < GUARD; j++) {
            touched += blocks[i].room[blocks[i].size + j] != MARK;
        }
        free(blocks[i].room);
    }
    printf("  %u structures, %u bytes behind them touched\n", (unsigned) used,
           (unsigned) touched);
    used = 0;
}

static void sizes(void)
{
#define X(type, size) \
    printf("%s: %s\n", #type, sizeof(type) == size ? "as written down" : \
           "another size");
    SIZES
#undef X
}

/* The sizes that a program has written down. */
struct sizes {
    size_t ssl, conf, crt, key, entropy, drbg, session, md;
};

static int shake_hands(mbedtls_ssl_context *client,
                       mbedtls_ssl_context *server)
{
    int near = MBEDTLS_ERR_SSL_WANT_READ, far = MBEDTLS_ERR_SSL_WANT_READ;
    int i;

    for (i = 0; i < 1000 && (waits(near) || waits(far)); i++) {
        near = waits(near) ? mbedtls_ssl_handshake(client) : near;
        far = waits(far) ? mbedtls_ssl_handshake(server) : far;
    }
    return near != 0 ? near : far;
}

/* A client made of such blocks, against a server of the usual kind. */
static void client(const char *what, const struct sizes *sizes)
{
    struct both *both = both_new(folder, "chain");
    mbedtls_ssl_context *ssl = allocate(sizes->ssl);
    mbedtls_ssl_config *conf = allocate(sizes->conf);
    mbedtls_x509_crt *ca = allocate(sizes->crt);
    mbedtls_x509_crt *crt = allocate(sizes->crt);
    mbedtls_pk_context *key = allocate(sizes->key);
    mbedtls_entropy_context *entropy = allocate(sizes->entropy);
    mbedtls_ctr_drbg_context *drbg = allocate(sizes->drbg);
    mbedtls_ssl_session *session = allocate(sizes->session);
    char path[1024];
    unsigned char data[16];
    int round;

    printf("%s\n", what);
    mbedtls_ssl_init(ssl);
    mbedtls_ssl_config_init(conf);
    mbedtls_x509_crt_init(ca);
    mbedtls_x509_crt_init(crt);
    mbedtls_pk_init(key);
    mbedtls_entropy_init(entropy);
    mbedtls_ctr_drbg_init(drbg);
    mbedtls_ssl_session_init(session);
    must("seed", mbedtls_ctr_drbg_seed(drbg, mbedtls_entropy_func, entropy,
                                       NULL, 0));
    snprintf(path, sizeof(path), "%s/ca.crt", folder);
    must(path, mbedtls_x509_crt_parse_file(ca, path));
    snprintf(path, sizeof(path), "%s/client.crt", folder);
    must(path, mbedtls_x509_crt_parse_file(crt, path));
    snprintf(path, sizeof(path), "%s/client.key", folder);
    must(path, mbedtls_pk_parse_keyfile(key, path, NULL,
                                        mbedtls_ctr_drbg_random, drbg));
    must("defaults", mbedtls_ssl_config_defaults(
             conf, MBEDTLS_SSL_IS_CLIENT, MBEDTLS_SSL_TRANSPORT_STREAM,
             MBEDTLS_SSL_PRESET_DEFAULT));
    mbedtls_ssl_conf_rng(conf, mbedtls_ctr_drbg_random, drbg);
    mbedtls_ssl_conf_ca_chain(conf, ca, NULL);
    must("own", mbedtls_ssl_conf_own_cert(conf, crt, key));
    mbedtls_ssl_conf_max_tls_version(conf, both_version);
    mbedtls_ssl_conf_authmode(&both->server.conf,
                              MBEDTLS_SSL_VERIFY_REQUIRED);
    must("setup", mbedtls_ssl_setup(ssl, conf));
    must("setup", mbedtls_ssl_setup(&both->server.ssl, &both->server.conf));
    must("name", mbedtls_ssl_set_hostname(ssl, "localhost"));
    mbedtls_ssl_set_bio(ssl, &both->client, end_send, end_recv, NULL);
    mbedtls_ssl_set_bio(&both->server.ssl, &both->server, end_send, end_recv,
                        NULL);
    for (round = 0; round < 2; round++) {
        if (round == 1) {
            must("reset", mbedtls_ssl_session_reset(ssl));
            must("reset", mbedtls_ssl_session_reset(&both->server.ssl));
            both_clear_pipes(both);
            must("session", mbedtls_ssl_set_session(ssl, session));
        }
        show("  handshake", shake_hands(ssl, &both->server.ssl));
        show("  write", mbedtls_ssl_write(
                 ssl, (const unsigned char *) "hello", 5));
        show("  read", mbedtls_ssl_read(&both->server.ssl, data,
                                        sizeof(data)));
        mbedtls_ssl_session_free(session);
        mbedtls_ssl_session_init(session);
        must("session", mbedtls_ssl_get_session(ssl, session));
    }
    mbedtls_ssl_session_free(session);
    mbedtls_ssl_free(ssl);
    mbedtls_ssl_config_free(conf);
    mbedtls_x509_crt_free(ca);
    mbedtls_x509_crt_free(crt);
    mbedtls_pk_free(key);
    mbedtls_ctr_drbg_free(drbg);
    mbedtls_entropy_free(entropy);
    release();
    both_free(both);
}

/* A digest and its keyed form. */
static void digests(const char *what, size_t size)
{
    mbedtls_md_context_t *md = allocate(size);
    unsigned char sum[MBEDTLS_MD_MAX_SIZE];
    const mbedtls_md_info_t *info =
        mbedtls_md_info_from_type(MBEDTLS_MD_SHA256);

    printf("%s\n", what);
    mbedtls_md_init(md);
    must("setup", mbedtls_md_setup(md, info, 1));
    must("starts", mbedtls_md_hmac_starts(md, (const unsigned char *) "key",
                                          3));
    must("update", mbedtls_md_hmac_update(md, (const unsigned char *) "data",
                                          4));
    must("finish", mbedtls_md_hmac_finish(md, sum));
    printf("  %02x%02x%02x%02x\n", sum[0], sum[1], sum[2], sum[3]);
    mbedtls_md_free(md);
    release();
}

/* Ciphers and numbers. */
static void others(void)
{
    mbedtls_cipher_context_t *cipher =
        allocate(sizeof(mbedtls_cipher_context_t));
    mbedtls_gcm_context *gcm = allocate(sizeof(mbedtls_gcm_context));
    mbedtls_ecp_keypair *pair = allocate(sizeof(mbedtls_ecp_keypair));
    mbedtls_mpi *number = allocate(sizeof(mbedtls_mpi));
    mbedtls_sha256_context *sha = allocate(sizeof(mbedtls_sha256_context));
    unsigned char block[16] = { 0 };
    size_t len = 0;

    printf("ciphers and numbers\n");
    mbedtls_cipher_init(cipher);
    must("setup", mbedtls_cipher_setup(
             cipher, mbedtls_cipher_info_from_type(
                 MBEDTLS_CIPHER_AES_128_ECB)));
    must("key", mbedtls_cipher_setkey(cipher, block, 128, MBEDTLS_ENCRYPT));
    must("crypt", mbedtls_cipher_update(cipher, block, 16, block, &len));
    printf("  %02x%02x of %u\n", block[0], block[1], (unsigned) len);
    mbedtls_cipher_free(cipher);
    mbedtls_gcm_init(gcm);
    must("key", mbedtls_gcm_setkey(gcm, MBEDTLS_CIPHER_ID_AES, block, 128));
    mbedtls_gcm_free(gcm);
    mbedtls_ecp_keypair_init(pair);
    must("group", mbedtls_ecp_group_load(&pair->MBEDTLS_PRIVATE(grp),
                                         MBEDTLS_ECP_DP_SECP256R1));
    mbedtls_ecp_keypair_free(pair);
    mbedtls_mpi_init(number);
    must("number", mbedtls_mpi_lset(number, 5));
    must("shift", mbedtls_mpi_shift_l(number, 4000));
    printf("  %u bits\n", (unsigned) mbedtls_mpi_bitlen(number));
    mbedtls_mpi_free(number);
    mbedtls_sha256_init(sha);
    must("starts", mbedtls_sha256_starts(sha, 0));
    must("update", mbedtls_sha256_update(sha, block, 16));
    mbedtls_sha256_free(sha);
    release();
}

int main(int argc, char **argv)
{
    static const struct sizes exact = {
        sizeof(mbedtls_ssl_context), sizeof(mbedtls_ssl_config),
        sizeof(mbedtls_x509_crt), sizeof(mbedtls_pk_context),
        sizeof(mbedtls_entropy_context), sizeof(mbedtls_ctr_drbg_context),
        sizeof(mbedtls_ssl_session), sizeof(mbedtls_md_context_t)
    };
    static const struct sizes generous = {
        1000, 1000, 1000, 32, 1000, 1000, 1000, 50
    };

    folder = folder_argument(argc, argv);
    sizes();
    for (both_version = MBEDTLS_SSL_VERSION_TLS1_2;
         both_version <= MBEDTLS_SSL_VERSION_TLS1_3; both_version++) {
        printf("TLS 1.%d\n", (int) (both_version & 0xff) - 1);
        client("a client in just enough memory", &exact);
        client("a client in memory of another program's sizes", &generous);
    }
    digests("a digest in just enough memory", exact.md);
    digests("a digest in memory of another program's size", generous.md);
    others();
    return 0;
}
