/*
 * Handshakes with a certificate whose key is one of id-RSASSA-PSS that its
 * parameters limit to SHA-384 (RFC 4055 section 3.1). 3.6 has no such keys.
 */
#include "support/support.h"

#include <string.h>

#include <mbedtls/ecp.h>

/* A key of nobody, made for this. */
static const char limited[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MIIE8QIBADBBBgkqhkiG9w0BAQowNKAPMA0GCWCGSAFlAwQCAgUAoRwwGgYJKoZI\n"
    "hvcNAQEIMA0GCWCGSAFlAwQCAgUAogMCATAEggSnMIIEowIBAAKCAQEAtnYlosRv\n"
    "eoxZ5aEqmHlysKsHwfb2kuk5TBwkLp1eR5rhvSuGlRyxDkm/Bl1/ZtEIWvAiXBqi\n"
    "ALpssCBTr7y9hml8T2n6UrMKXtdwGInwxiPUfFS9TnBm1meusD7Uk/29MZi8JB75\n"
    "dYXQhZ1q3FJ4xnkJg3DgevCgLKN6OJ6t7pAXoDENircwP2dt3K6Jb0zXNRjNG21h\n"
    "QpNTUkyAv97JBZXDR0PQazkDP/i6XZ/N3IBnXU5qWi/Clh0eNzOAWPcQhVHAR5e7\n"
    "zaD2u+7iXTQbr1vEndwTXfjGs649sFXmSbVmHg650rZFiS6iPA6zdHZqgNml5rv1\n"
    "rAdudULacr48xQIDAQABAoIBAAELaoO+cPTx2luAl+g8XPYhKu/NV8DXkC02km51\n"
    "FpXj9eh88bRNo1kPMWzHGqeeb4to77yfQM/IQXI9fSOQbQ7yVtsNiRIk73ZDikmM\n"
    "4J5oLhs+hCbvnDPpPAxkqUrmAcmuGiwKxI4LsHns8/1DuGh9rbRDvSuqNpoka9q1\n"
    "h3SW+n/f7SegBcNwMTAj7zT15CLf58BlQkOOMW2N+sP+ugugLql9yMMtcGDnsyNP\n"
    "bJOTAUK2INhLiOJL7buFPDYzXJaEHGPepxTIYq9vQcOkvryRtXbKD2eTqNoQxb1k\n"
    "MOK2TpBq5bFvOckoZO3YMQ5wD3qeZuemgMPZBPum3JPuKjECgYEA9mmJKCuXIa97\n"
    "igweNYopfpO5ul9IsvTsfQ0RiZ6D3CuE43KycmvKIoI/16acmMaRPm3hbc49WEDp\n"
    "/vPbRJQ4n5w6IusoMRXyPFdlAJ/wg1WKs/xTbhn2yLHtGGXaWP9HStvHbK0zj4jX\n"
    "0oD0DCTZJTcmyQ2QuW6facDX7p840E8CgYEAvY+cRtZoQJoMwkqcyBg+b5Q+Kxez\n"
    "g7fHdl/VxByEG9OiJRohkb4RS8OsTUikTuC6MH9mMXo4kgV/hSpk+HgSPFH2hM+3\n"
    "N5bAAxzMv44/Pe+ejUn6UkW87HRdY62ZqD1Vw7PohbASzKo/Ag7x62KAq7c4pWjb\n"
    "QkcbCJ0NbOxlaKsCgYBpysupJHXhb37huOwrXmMMRg5CVvBWbNMvqTGzXQwNtd16\n"
    "7V5xw5doE3Wnd4/aA76OCAz14MrzngMYg8fK/LwGwsMvBLkfweVbRMZHa2OOb2Z6\n"
    "ecW0Co+qgMFjbS8+cHNCT3OiVAZEBKNsbBLbN+LGmJQdU6akBjuI4tOSTmfM/wKB\n"
    "gQCwB7uNALAhRa0Rg+4h1nmsbhJpPAJFEBXXNFmzWvPHT3lkUObZi5JONDA+OHX0\n"
    "lbXxMW16BtCfsSFhTSQkpIPypf5yCN5QbdpzSXxNalAKOQmYlRky63XscocC+IQX\n"
    "epW5Pclw1Dgw/Ou0AqLe/kMUsvmUiVILMzLEheugucnWLwKBgBW5mIzgHGZdFVwi\n"
    "PM1cY0Nvy3EYzJYZaFJTRakKvshQ93nASt+RtN6ble59iF3TkIWdLVey5epFwIGJ\n"
    "aZnUmE2ka42SnLWD0DdkFjZnsRYDBg+wmQwT0JGgC4mHbHsyy+4xIh9K/3bzPYhV\n"
    "2QEfCI8qJo7rZpWqMRFVG0mB/FUF\n"
    "-----END PRIVATE KEY-----\n";

static const char *folder;
static struct random random_of_ours;
static mbedtls_pk_context key, ca_key;
static mbedtls_x509_crt ca, crt;

#define RNG mbedtls_ctr_drbg_random, &random_of_ours.drbg

static void make_crt(mbedtls_x509_crt *made, mbedtls_pk_context *subject,
                     const char *name)
{
    static unsigned char serial[] = { 0x17 };
    unsigned char der[4096];
    mbedtls_x509write_cert w;
    int len;

    mbedtls_x509write_crt_init(&w);
    mbedtls_x509write_crt_set_md_alg(&w, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_subject_key(&w, subject);
    mbedtls_x509write_crt_set_issuer_key(&w, &ca_key);
    must("serial", mbedtls_x509write_crt_set_serial_raw(&w, serial, 1));
    must("validity", mbedtls_x509write_crt_set_validity(&w, "20240101000000",
                                                        "20491231235959"));
    must("issuer", mbedtls_x509write_crt_set_issuer_name(&w, "CN=Issuer"));
    must("subject", mbedtls_x509write_crt_set_subject_name(&w, name));
    must("constraints", mbedtls_x509write_crt_set_basic_constraints(
                            &w, subject == &ca_key, -1));
    len = mbedtls_x509write_crt_der(&w, der, sizeof(der), RNG);
    check("the certificate is written", len > 0);
    mbedtls_x509_crt_init(made);
    must("parse", mbedtls_x509_crt_parse_der(made, der + sizeof(der) - len,
                                             (size_t) len));
    mbedtls_x509write_crt_free(&w);
}

/* At the server and at the client; the peer takes `algorithms` (NULL: any). */
static void handshake(const uint16_t *algorithms, int works, int at_client)
{
    struct both *both = both_new(folder, "p256");
    struct end *end = at_client ? &both->client : &both->server;
    struct end *peer = at_client ? &both->server : &both->client;
    int client, server;

    if (at_client) {
        mbedtls_ssl_conf_authmode(&both->server.conf,
                                  MBEDTLS_SSL_VERIFY_REQUIRED);
    } else {
        must("own_cert", mbedtls_ssl_conf_own_cert(&end->conf, NULL, NULL));
    }
    must("own_cert", mbedtls_ssl_conf_own_cert(&end->conf, &crt, &key));
    mbedtls_ssl_conf_ca_chain(&peer->conf, &ca, NULL);
    if (algorithms != NULL) {
        mbedtls_ssl_conf_sig_algs(&peer->conf, algorithms);
    }
    both_setup(both);
    both_handshake(both, &client, &server);
    if (works) {
        must("client", client);
        must("server", server);
        both_transfer(both, &both->client, "hello", 5);
        both_transfer(both, &both->server, "goodbye", 7);
    } else {
        check("the server fails", server < 0 && !waits(server));
    }
    both_free(both);
}

int main(int argc, char **argv)
{
    static const uint16_t fits[] = { MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA256,
                                     MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA384,
                                     MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256,
                                     MBEDTLS_TLS1_3_SIG_NONE };
    static const uint16_t does_not[] = {
        MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA256,
        MBEDTLS_TLS1_3_SIG_RSA_PSS_PSS_SHA512,
        MBEDTLS_TLS1_3_SIG_RSA_PSS_RSAE_SHA384,
        MBEDTLS_TLS1_3_SIG_ECDSA_SECP256R1_SHA256, MBEDTLS_TLS1_3_SIG_NONE
    };
    int at_client;

    folder = folder_argument(argc, argv);
    random_init(&random_of_ours);
    mbedtls_pk_init(&key);
    must("parse", mbedtls_pk_parse_key(&key, (const unsigned char *) limited,
                                       sizeof(limited), NULL, 0, RNG));
    mbedtls_pk_init(&ca_key);
    must("setup", mbedtls_pk_setup(
                      &ca_key, mbedtls_pk_info_from_type(MBEDTLS_PK_ECKEY)));
    must("gen_key", mbedtls_ecp_gen_key(MBEDTLS_ECP_DP_SECP256R1,
                                        mbedtls_pk_ec(ca_key), RNG));
    make_crt(&ca, &ca_key, "CN=Issuer");
    make_crt(&crt, &key, "CN=localhost");
    for (at_client = 0; at_client < 2; at_client++) {
        handshake(NULL, 1, at_client);
        handshake(fits, 1, at_client);
        handshake(does_not, 0, at_client);
    }
    mbedtls_x509_crt_free(&crt);
    mbedtls_x509_crt_free(&ca);
    mbedtls_pk_free(&ca_key);
    mbedtls_pk_free(&key);
    random_free(&random_of_ours);
    return 0;
}
