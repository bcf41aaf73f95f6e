/*
 * Pattern: a structure that is all zero and never saw its init is freed, and
 * freed again. Every structure that has such a function, with bytes behind it
 * that nobody may touch.
 */
#include "support/support.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/aes.h>
#include <mbedtls/aria.h>
#include <mbedtls/asn1.h>
#include <mbedtls/bignum.h>
#include <mbedtls/camellia.h>
#include <mbedtls/ccm.h>
#include <mbedtls/chacha20.h>
#include <mbedtls/chachapoly.h>
#include <mbedtls/cipher.h>
#include <mbedtls/des.h>
#include <mbedtls/dhm.h>
#include <mbedtls/ecdh.h>
#include <mbedtls/ecdsa.h>
#include <mbedtls/ecp.h>
#include <mbedtls/gcm.h>
#include <mbedtls/hmac_drbg.h>
#include <mbedtls/md.h>
#include <mbedtls/md5.h>
#include <mbedtls/net_sockets.h>
#include <mbedtls/nist_kw.h>
#include <mbedtls/pem.h>
#include <mbedtls/poly1305.h>
#include <mbedtls/ripemd160.h>
#include <mbedtls/rsa.h>
#include <mbedtls/sha1.h>
#include <mbedtls/sha256.h>
#include <mbedtls/sha3.h>
#include <mbedtls/sha512.h>
#include <mbedtls/ssl_cache.h>
#include <mbedtls/ssl_cookie.h>
#include <mbedtls/ssl_ticket.h>
#include <mbedtls/x509_crl.h>
#include <mbedtls/x509_csr.h>
#include <psa/crypto.h>

#define GUARD 64
#define MARK 0xa5

/* The type of a structure, and its function, as one that takes any pointer. */
#define ROW(type, function) \
    static void free_##type(void *p) { function((type *) p); }
#define ROWS \
    X(mbedtls_aes_context, mbedtls_aes_free) \
    X(mbedtls_aes_xts_context, mbedtls_aes_xts_free) \
    X(mbedtls_aria_context, mbedtls_aria_free) \
    X(mbedtls_camellia_context, mbedtls_camellia_free) \
    X(mbedtls_ccm_context, mbedtls_ccm_free) \
    X(mbedtls_chacha20_context, mbedtls_chacha20_free) \
    X(mbedtls_chachapoly_context, mbedtls_chachapoly_free) \
    X(mbedtls_cipher_context_t, mbedtls_cipher_free) \
    X(mbedtls_ctr_drbg_context, mbedtls_ctr_drbg_free) \
    X(mbedtls_des_context, mbedtls_des_free) \
    X(mbedtls_des3_context, mbedtls_des3_free) \
    X(mbedtls_dhm_context, mbedtls_dhm_free) \
    X(mbedtls_ecdh_context, mbedtls_ecdh_free) \
    X(mbedtls_ecdsa_context, mbedtls_ecdsa_free) \
    X(mbedtls_ecp_group, mbedtls_ecp_group_free) \
    X(mbedtls_ecp_keypair, mbedtls_ecp_keypair_free) \
    X(mbedtls_ecp_point, mbedtls_ecp_point_free) \
    X(mbedtls_entropy_context, mbedtls_entropy_free) \
    X(mbedtls_gcm_context, mbedtls_gcm_free) \
    X(mbedtls_hmac_drbg_context, mbedtls_hmac_drbg_free) \
    X(mbedtls_md_context_t, mbedtls_md_free) \
    X(mbedtls_md5_context, mbedtls_md5_free) \
    X(mbedtls_mpi, mbedtls_mpi_free) \
    X(mbedtls_nist_kw_context, mbedtls_nist_kw_free) \
    X(mbedtls_pem_context, mbedtls_pem_free) \
    X(mbedtls_pk_context, mbedtls_pk_free) \
    X(mbedtls_poly1305_context, mbedtls_poly1305_free) \
    X(mbedtls_ripemd160_context, mbedtls_ripemd160_free) \
    X(mbedtls_rsa_context, mbedtls_rsa_free) \
    X(mbedtls_sha1_context, mbedtls_sha1_free) \
    X(mbedtls_sha256_context, mbedtls_sha256_free) \
    X(mbedtls_sha3_context, mbedtls_sha3_free) \
    X(mbedtls_sha512_context, mbedtls_sha512_free) \
    X(mbedtls_ssl_cache_context, mbedtls_ssl_cache_free) \
    X(mbedtls_ssl_config, mbedtls_ssl_config_free) \
    X(mbedtls_ssl_context, mbedtls_ssl_free) \
    X(mbedtls_ssl_cookie_ctx, mbedtls_ssl_cookie_free) \
    X(mbedtls_ssl_session, mbedtls_ssl_session_free) \
    X(mbedtls_ssl_ticket_context, mbedtls_ssl_ticket_free) \
    X(mbedtls_x509_crl, mbedtls_x509_crl_free) \
    X(mbedtls_x509_crt, mbedtls_x509_crt_free) \
    X(mbedtls_x509_csr, mbedtls_x509_csr_free) \
    X(mbedtls_x509write_cert, mbedtls_x509write_crt_free) \
    X(mbedtls_x509write_csr, mbedtls_x509write_csr_free)

#define X ROW
ROWS
#undef X

static const struct {
    const char *name;
    size_t size;
    void (*function)(void *);
} rows[] = {
#define X(type, function) { #function, sizeof(type), free_##type },
    ROWS
#undef X
};

static void zeroed(size_t row)
{
    unsigned char *room = calloc(1, rows[row].size + GUARD);
    size_t i, touched = 0;

    check("there is memory", room != NULL);
    memset(room + rows[row].size, MARK, GUARD);
    rows[row].function(room);
    rows[row].function(room);
    rows[row].function(room);
    for (i = 0; i < GUARD; i++) {
        touched += room[rows[row].size + i] != MARK;
    }
    printf("%s: %u bytes, %s behind it touched\n", rows[row].name,
           (unsigned) rows[row].size, touched ? "bytes" : "nothing");
    free(room);
}

/* Lists have functions that take a pointer to nothing. */
static void lists(void)
{
    mbedtls_asn1_named_data *head = NULL;

    mbedtls_asn1_sequence_free(NULL);
    mbedtls_asn1_free_named_data_list(&head);
    mbedtls_asn1_free_named_data_list_shallow(NULL);
    printf("lists: %s\n", head == NULL ? "empty" : "changed");
}

/* A zeroed socket is standard input, which 3.6 closes as well. */
static void socket(void)
{
    mbedtls_net_context net;

    memset(&net, 0, sizeof(net));
    mbedtls_net_free(&net);
    printf("mbedtls_net_free: fd %d, standard input %s\n", net.fd,
           fcntl(0, F_GETFD) == -1 ? "closed" : "open");
    mbedtls_net_free(&net);
}

int main(void)
{
    size_t row;

    for (row = 0; row < sizeof(rows) / sizeof(rows[0]); row++) {
        zeroed(row);
    }
    lists();
    socket();
    mbedtls_psa_crypto_free();
    mbedtls_psa_crypto_free();
    return 0;
}
