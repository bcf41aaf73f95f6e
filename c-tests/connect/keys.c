/*
 * Handshakes with keys that were made inside a pk context, and certificates
 * written for them by the program itself: those that TLS 1.3 signs with, those
 * that it does not, and an RSA key behind callbacks.
 */
#include "support/support.h"

#include <stdio.h>
#include <string.h>

#include <mbedtls/ecp.h>
#include <mbedtls/rsa.h>

static const char *folder;
static struct random random_of_ours;

#define RNG mbedtls_ctr_drbg_random, &random_of_ours.drbg

static void make_key(mbedtls_pk_context *pk, mbedtls_pk_type_t type,
                     mbedtls_ecp_group_id curve)
{
    mbedtls_pk_init(pk);
    must("pk_setup", mbedtls_pk_setup(pk, mbedtls_pk_info_from_type(type)));
    if (type == MBEDTLS_PK_RSA) {
        must("gen_key", mbedtls_rsa_gen_key(mbedtls_pk_rsa(*pk), RNG, 2048,
                                            65537));
    } else {
        must("gen_key", mbedtls_ecp_gen_key(curve, mbedtls_pk_ec(*pk), RNG));
    }
}

/*
 * A certificate for `key`; its own issuer unless there is another. What cannot
 * be written gives a code.
 */
static int make_crt(mbedtls_x509_crt *crt, mbedtls_pk_context *key,
                     mbedtls_pk_context *issuer)
{
    static unsigned char serial[] = { 0x17 };
    unsigned char der[4096];
    mbedtls_x509write_cert w;
    mbedtls_x509_san_list name;
    int len;

    memset(&name, 0, sizeof(name));
    name.node.type = MBEDTLS_X509_SAN_DNS_NAME;
    name.node.san.unstructured_name.p = (unsigned char *) "localhost";
    name.node.san.unstructured_name.len = 9;
    mbedtls_x509write_crt_init(&w);
    mbedtls_x509write_crt_set_version(&w, MBEDTLS_X509_CRT_VERSION_3);
    mbedtls_x509write_crt_set_md_alg(&w, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_subject_key(&w, key);
    mbedtls_x509write_crt_set_issuer_key(&w, issuer != NULL ? issuer : key);
    must("serial", mbedtls_x509write_crt_set_serial_raw(&w, serial, 1));
    must("validity", mbedtls_x509write_crt_set_validity(&w, "20240101000000",
                                                        "20491231235959"));
    must("issuer", mbedtls_x509write_crt_set_issuer_name(&w, "CN=Issuer"));
    must("subject", mbedtls_x509write_crt_set_subject_name(
                        &w, issuer != NULL ? "CN=localhost" : "CN=Issuer"));
    must("constraints", mbedtls_x509write_crt_set_basic_constraints(
                            &w, issuer == NULL, -1));
    must("name",
         mbedtls_x509write_crt_set_subject_alternative_name(&w, &name));
    len = mbedtls_x509write_crt_der(&w, der, sizeof(der), RNG);
    mbedtls_x509write_crt_free(&w);
    mbedtls_x509_crt_init(crt);
    if (len < 0) {
        return len;
    }
    must("parse", mbedtls_x509_crt_parse_der(crt, der + sizeof(der) - len,
                                             (size_t) len));
    return 0;
}

/* A connection with `crt` and `key` at the server, or at the client. */
static void handshake(const char *what, mbedtls_x509_crt *ca,
                      mbedtls_x509_crt *crt, mbedtls_pk_context *key,
                      int at_client)
{
    struct both *both = both_new(folder, "p256");
    struct end *end = at_client ? &both->client : &both->server;
    int client, server;

    if (at_client) {
        mbedtls_ssl_conf_authmode(&both->server.conf,
                                  MBEDTLS_SSL_VERIFY_REQUIRED);
        mbedtls_ssl_conf_ca_chain(&both->server.conf, ca, NULL);
    } else {
        /* In place of the one that it has. */
        must("own_cert", mbedtls_ssl_conf_own_cert(&end->conf, NULL, NULL));
        mbedtls_ssl_conf_ca_chain(&both->client.conf, ca, NULL);
    }
    show("own_cert", mbedtls_ssl_conf_own_cert(&end->conf, crt, key));
    both_setup(both);
    both_handshake(both, &client, &server);
    printf("%s, at the %s: client -0x%04x server -0x%04x\n", what, end->name,
           (unsigned) -client, (unsigned) -server);
    if (client == 0 && server == 0) {
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    }
    both_free(both);
}

static void made(const char *what, mbedtls_pk_type_t type,
                 mbedtls_ecp_group_id curve)
{
    mbedtls_pk_context ca_key, key;
    mbedtls_x509_crt ca, crt;
    int ret;

    make_key(&ca_key, MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_SECP256R1);
    must("a CA", make_crt(&ca, &ca_key, NULL));
    make_key(&key, type, curve);
    ret = make_crt(&crt, &key, &ca_key);
    if (ret == 0) {
        handshake(what, &ca, &crt, &key, 0);
        handshake(what, &ca, &crt, &key, 1);
    } else {
        printf("%s: no certificate, -0x%04x\n", what, (unsigned) -ret);
    }
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&ca);
    mbedtls_pk_free(&key);
    mbedtls_pk_free(&ca_key);
}

static int alt_calls;

static int alt_decrypt(void *rsa, size_t *olen, const unsigned char *input,
                       unsigned char *output, size_t output_max_len)
{
    alt_calls++;
    return mbedtls_rsa_pkcs1_decrypt(rsa, RNG, olen, input, output,
                                     output_max_len);
}

static int alt_sign(void *rsa, int (*f_rng)(void *, unsigned char *, size_t),
                    void *p_rng, mbedtls_md_type_t md, unsigned int hash_len,
                    const unsigned char *hash, unsigned char *sig)
{
    alt_calls++;
    return mbedtls_rsa_pkcs1_sign(rsa, f_rng, p_rng, md, hash_len, hash, sig);
}

static size_t alt_len(void *rsa)
{
    return mbedtls_rsa_get_len(rsa);
}

/* TLS 1.3 signs with RSASSA-PSS, which the callbacks cannot. */
static void behind_callbacks(void)
{
    mbedtls_pk_context ca_key, key, alt;
    mbedtls_x509_crt ca, crt;

    make_key(&ca_key, MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_SECP256R1);
    must("a CA", make_crt(&ca, &ca_key, NULL));
    make_key(&key, MBEDTLS_PK_RSA, MBEDTLS_ECP_DP_NONE);
    must("a certificate", make_crt(&crt, &key, &ca_key));
    mbedtls_pk_init(&alt);
    must("setup_rsa_alt", mbedtls_pk_setup_rsa_alt(&alt, mbedtls_pk_rsa(key),
                                                   alt_decrypt, alt_sign,
                                                   alt_len));
    handshake("rsa_alt", &ca, &crt, &alt, 0);
    handshake("rsa_alt", &ca, &crt, &alt, 1);
    printf("callbacks called %d times\n", alt_calls);
    mbedtls_pk_free(&alt);
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&ca);
    mbedtls_pk_free(&key);
    mbedtls_pk_free(&ca_key);
}

int main(int argc, char **argv)
{
    folder = folder_argument(argc, argv);
    random_init(&random_of_ours);
    made("P-256", MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_SECP256R1);
    made("P-384", MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_SECP384R1);
    made("P-521", MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_SECP521R1);
    made("RSA", MBEDTLS_PK_RSA, MBEDTLS_ECP_DP_NONE);
    made("secp256k1", MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_SECP256K1);
    made("brainpoolP256r1", MBEDTLS_PK_ECKEY, MBEDTLS_ECP_DP_BP256R1);
    made("id-ecDH", MBEDTLS_PK_ECKEY_DH, MBEDTLS_ECP_DP_SECP256R1);
    behind_callbacks();
    random_free(&random_of_ours);
    return 0;
}
