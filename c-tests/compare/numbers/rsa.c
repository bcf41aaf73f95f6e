/*
 * rsa.h with keys of several sizes: numbers in and out, checks, the operation
 * itself, encryption and signatures, with good and with bad arguments.
 *
 * What depends on randomness is not printed, only whether it fits together.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/ctr_drbg.h>
#include <mbedtls/entropy.h>
#include <mbedtls/md.h>
#include <mbedtls/rsa.h>

#include "rsa_keys.h"

static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;

#define RNG mbedtls_ctr_drbg_random, &drbg

static const mbedtls_md_type_t hashes[] = {
    MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224,
    MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512,
    MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA3_224, MBEDTLS_MD_SHA3_256,
    MBEDTLS_MD_SHA3_384, MBEDTLS_MD_SHA3_512
};

#define HASHES (sizeof(hashes) / sizeof(hashes[0]))

static unsigned char message[64];

static void show(const char *what, int ret)
{
    printf("  %-28s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void hex(const char *what, const unsigned char *bytes, size_t len)
{
    size_t i;

    printf("  %-28s ", what);
    for (i = 0; i < len; i++) {
        printf("%02x", bytes[i]);
    }
    printf("\n");
}

static void number(const char *what, const mbedtls_mpi *X)
{
    char text[5000];
    size_t len;

    if (mbedtls_mpi_write_string(X, 16, text, sizeof(text), &len) != 0) {
        exit(1);
    }
    printf("  %-28s %s\n", what, text);
}

static void set(mbedtls_rsa_context *rsa, const struct numbers *key,
                const char *which)
{
    mbedtls_mpi X;
    const char *c;

    mbedtls_mpi_init(&X);
    for (c = which; *c != '\0'; c++) {
        const char *text = *c == 'N' ? key->n : *c == 'P' ? key->p :
                           *c == 'Q' ? key->q : *c == 'D' ? key->d : key->e;

        if (mbedtls_mpi_read_string(&X, 16, text) != 0) {
            exit(1);
        }
        show(which, mbedtls_rsa_import(rsa, *c == 'N' ? &X : NULL,
                                       *c == 'P' ? &X : NULL,
                                       *c == 'Q' ? &X : NULL,
                                       *c == 'D' ? &X : NULL,
                                       *c == 'E' ? &X : NULL));
    }
    mbedtls_mpi_free(&X);
}

/* All numbers of a key; primes by size, as either may come first. */
static void dump(const mbedtls_rsa_context *rsa, int primes)
{
    mbedtls_mpi N, P, Q, D, E, T;
    int ret;

    mbedtls_mpi_init(&N);
    mbedtls_mpi_init(&P);
    mbedtls_mpi_init(&Q);
    mbedtls_mpi_init(&D);
    mbedtls_mpi_init(&E);
    mbedtls_mpi_init(&T);
    printf("  len %u bits %u padding %d md %d\n",
           (unsigned) mbedtls_rsa_get_len(rsa),
           (unsigned) mbedtls_rsa_get_bitlen(rsa),
           mbedtls_rsa_get_padding_mode(rsa), mbedtls_rsa_get_md_alg(rsa));
    ret = mbedtls_rsa_export(rsa, &N, NULL, NULL, NULL, &E);
    show("export, public", ret);
    number("N", &N);
    number("E", &E);
    ret = mbedtls_rsa_export(rsa, &N, &P, &Q, &D, &E);
    show("export", ret);
    if (ret == 0) {
        number("D", &D);
        if (primes) {
            number("P", &P);
            number("Q", &Q);
        } else {
            mbedtls_mpi_mul_mpi(&T, &P, &Q);
            number("P Q", &T);
        }
    }
    ret = mbedtls_rsa_export_crt(rsa, &P, &Q, &D);
    show("export_crt", ret);
    if (ret == 0 && primes) {
        number("DP", &P);
        number("DQ", &Q);
        number("QP", &D);
    }
    show("export_crt, nothing", mbedtls_rsa_export_crt(rsa, NULL, NULL, NULL));
    show("check_pubkey", mbedtls_rsa_check_pubkey(rsa));
    show("check_privkey", mbedtls_rsa_check_privkey(rsa));
    show("check_pub_priv", mbedtls_rsa_check_pub_priv(rsa, rsa));
    mbedtls_mpi_free(&N);
    mbedtls_mpi_free(&P);
    mbedtls_mpi_free(&Q);
    mbedtls_mpi_free(&D);
    mbedtls_mpi_free(&E);
    mbedtls_mpi_free(&T);
}

static void completes(const struct numbers *key)
{
    static const char *const sets[] = {
        "", "N", "E", "NE", "PQE", "NPQE", "PQDE", "NPQDE", "NDE", "ND",
        "PQ", "PQD", "NPE", "DE", "NPDE", "NQDE"
    };
    mbedtls_rsa_context rsa, copy;
    size_t i;

    for (i = 0; i < sizeof(sets) / sizeof(sets[0]); i++) {
        int ret;

        printf("%s of %s\n", sets[i], key->name);
        mbedtls_rsa_init(&rsa);
        mbedtls_rsa_init(&copy);
        set(&rsa, key, sets[i]);
        ret = mbedtls_rsa_complete(&rsa);
        show("complete", ret);
        dump(&rsa, strchr(sets[i], 'P') != NULL);
        show("set_padding", mbedtls_rsa_set_padding(&rsa,
             MBEDTLS_RSA_PKCS_V21, MBEDTLS_MD_SHA256));
        show("copy", mbedtls_rsa_copy(&copy, &rsa));
        mbedtls_rsa_free(&rsa);
        if (ret == 0) {
            dump(&copy, 0);
        }
        mbedtls_rsa_free(&copy);
    }
}

static void load(mbedtls_rsa_context *rsa, const struct numbers *key)
{
    mbedtls_rsa_init(rsa);
    set(rsa, key, "NPQDE");
    show("complete", mbedtls_rsa_complete(rsa));
}

static void raw(const struct numbers *key)
{
    static unsigned char in[1024], out[1024], back[1024];
    unsigned char small[4];
    mbedtls_rsa_context rsa;
    size_t len, i;

    load(&rsa, key);
    len = mbedtls_rsa_get_len(&rsa);
    for (i = 0; i < len; i++) {
        in[i] = (unsigned char) (i == 0 ? 0 : i * 29);
    }
    show("public", mbedtls_rsa_public(&rsa, in, out));
    hex("public", out, len);
    show("private", mbedtls_rsa_private(&rsa, RNG, out, back));
    printf("  comes back: %d\n", memcmp(in, back, len) == 0);
    show("private", mbedtls_rsa_private(&rsa, RNG, in, out));
    hex("private", out, len);
    show("public, in place", mbedtls_rsa_public(&rsa, out, out));
    printf("  comes back: %d\n", memcmp(in, out, len) == 0);
    show("private, no generator",
         mbedtls_rsa_private(&rsa, NULL, NULL, in, out));
    memset(in, 0xff, len);
    show("public, too large", mbedtls_rsa_public(&rsa, in, out));
    show("private, too large", mbedtls_rsa_private(&rsa, RNG, in, out));
    memset(in, 0, len);
    show("public of 0", mbedtls_rsa_public(&rsa, in, out));
    show("private of 0", mbedtls_rsa_private(&rsa, RNG, in, out));
    show("export_raw N", mbedtls_rsa_export_raw(&rsa, out, len, NULL, 0, NULL,
         0, NULL, 0, NULL, 0));
    hex("N", out, len);
    show("export_raw", mbedtls_rsa_export_raw(&rsa, NULL, 0, out, len, back,
         len, in, len, small, sizeof(small)));
    hex("P", out, len);
    hex("Q", back, len);
    hex("D", in, len);
    hex("E", small, sizeof(small));
    show("export_raw, too short", mbedtls_rsa_export_raw(&rsa, out, len - 1,
         NULL, 0, NULL, 0, NULL, 0, NULL, 0));
    mbedtls_rsa_free(&rsa);
    show("public, freed", mbedtls_rsa_public(&rsa, in, out));
    show("private, freed", mbedtls_rsa_private(&rsa, RNG, in, out));
}

static void encryption(const struct numbers *key)
{
    static unsigned char sealed[1024], opened[1024];
    static const size_t sizes[] = { 0, 1, 20, 62, 63, 64 };
    mbedtls_rsa_context rsa;
    size_t i, h, len, olen, room;

    load(&rsa, key);
    len = mbedtls_rsa_get_len(&rsa);
    for (h = 0; h <= HASHES; h++) {
        int padding = h == HASHES ? MBEDTLS_RSA_PKCS_V15
                                  : MBEDTLS_RSA_PKCS_V21;

        printf("padding %d, hash %d\n", padding,
               (int) (h == HASHES ? 0 : hashes[h]));
        show("set_padding", mbedtls_rsa_set_padding(&rsa, padding,
             h == HASHES ? MBEDTLS_MD_NONE : hashes[h]));
        for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
            int ret = mbedtls_rsa_pkcs1_encrypt(&rsa, RNG, sizes[i], message,
                                                sealed);

            show("encrypt", ret);
            if (ret != 0) {
                continue;
            }
            olen = 0;
            ret = mbedtls_rsa_pkcs1_decrypt(&rsa, RNG, &olen, sealed, opened,
                                            sizeof(opened));
            show("decrypt", ret);
            printf("  %u bytes, the same: %d\n", (unsigned) olen,
                   olen == sizes[i] && memcmp(opened, message, olen) == 0);
            room = sizes[i] == 0 ? 0 : sizes[i] - 1;
            show("decrypt, too little room", mbedtls_rsa_pkcs1_decrypt(&rsa,
                 RNG, &olen, sealed, opened, room));
            show("decrypt, just enough room", mbedtls_rsa_pkcs1_decrypt(&rsa,
                 RNG, &olen, sealed, opened, sizes[i]));
            show("decrypt, no generator", mbedtls_rsa_pkcs1_decrypt(&rsa,
                 NULL, NULL, &olen, sealed, opened, sizeof(opened)));
            if (padding == MBEDTLS_RSA_PKCS_V21) {
                show("decrypt as v1.5", mbedtls_rsa_rsaes_pkcs1_v15_decrypt(
                     &rsa, RNG, &olen, sealed, opened, sizeof(opened)));
                show("another label", mbedtls_rsa_rsaes_oaep_decrypt(&rsa, RNG,
                     message, 4, &olen, sealed, opened, sizeof(opened)));
                show("encrypt with a label", mbedtls_rsa_rsaes_oaep_encrypt(
                     &rsa, RNG, message, 4, sizes[i], message, sealed));
                show("decrypt with it", mbedtls_rsa_rsaes_oaep_decrypt(&rsa,
                     RNG, message, 4, &olen, sealed, opened, sizeof(opened)));
                sealed[len - 1] ^= 1;
                show("changed", mbedtls_rsa_rsaes_oaep_decrypt(&rsa,
                     RNG, message, 4, &olen, sealed, opened, sizeof(opened)));
            } else {
                show("decrypt as oaep", mbedtls_rsa_rsaes_oaep_decrypt(&rsa,
                     RNG, NULL, 0, &olen, sealed, opened, sizeof(opened)));
                show("encrypt", mbedtls_rsa_rsaes_pkcs1_v15_encrypt(&rsa, RNG,
                     sizes[i], message, sealed));
            }
            memcpy(opened, message, sizes[i]);
            show("encrypt, in place", mbedtls_rsa_pkcs1_encrypt(&rsa, RNG,
                 sizes[i], opened, opened));
            if (padding == MBEDTLS_RSA_PKCS_V21 || sizes[i] == 20) {
                show("decrypt, in place", mbedtls_rsa_pkcs1_decrypt(&rsa, RNG,
                     &olen, opened, opened, sizeof(opened)));
            }
        }
        show("encrypt, too long", mbedtls_rsa_pkcs1_encrypt(&rsa, RNG, len,
             sealed, sealed));
        show("encrypt, overflow", mbedtls_rsa_pkcs1_encrypt(&rsa, RNG,
             (size_t) -1, message, sealed));
        show("encrypt, no generator", mbedtls_rsa_pkcs1_encrypt(&rsa, NULL,
             NULL, 5, message, sealed));
        memset(sealed, 0xff, len);
        show("decrypt, too large", mbedtls_rsa_pkcs1_decrypt(&rsa, RNG, &olen,
             sealed, opened, sizeof(opened)));
    }
    memset(sealed, 5, len);
    show("set_padding", mbedtls_rsa_set_padding(&rsa, MBEDTLS_RSA_PKCS_V15,
         MBEDTLS_MD_NONE));
    sealed[0] = 0;
    show("decrypt, wrong padding", mbedtls_rsa_pkcs1_decrypt(&rsa, RNG, &olen,
         sealed, opened, sizeof(opened)));
    show("set_padding, 7", mbedtls_rsa_set_padding(&rsa, 7, MBEDTLS_MD_NONE));
    show("set_padding, hash 99", mbedtls_rsa_set_padding(&rsa,
         MBEDTLS_RSA_PKCS_V21, (mbedtls_md_type_t) 99));
    show("set_padding, v1.5, hash 99", mbedtls_rsa_set_padding(&rsa,
         MBEDTLS_RSA_PKCS_V15, (mbedtls_md_type_t) 99));
    mbedtls_rsa_free(&rsa);
}

/* One signature, verified in every way. */
static void verify(mbedtls_rsa_context *rsa, mbedtls_md_type_t md, size_t len,
                   unsigned char *sig)
{
    size_t size = mbedtls_rsa_get_len(rsa);
    unsigned hash_len = (unsigned) len;

    show("pkcs1_verify", mbedtls_rsa_pkcs1_verify(rsa, md, hash_len, message,
         sig));
    show("v15_verify", mbedtls_rsa_rsassa_pkcs1_v15_verify(rsa, md, hash_len,
         message, sig));
    if (mbedtls_rsa_get_padding_mode(rsa) == MBEDTLS_RSA_PKCS_V21) {
        show("pss_verify", mbedtls_rsa_rsassa_pss_verify(rsa, md, hash_len,
             message, sig));
        show("pss_verify_ext", mbedtls_rsa_rsassa_pss_verify_ext(rsa, md,
             hash_len, message, md, MBEDTLS_RSA_SALT_LEN_ANY, sig));
        show("pss_verify_ext, 20", mbedtls_rsa_rsassa_pss_verify_ext(rsa, md,
             hash_len, message, md, 20, sig));
        show("pss_verify_ext, 32", mbedtls_rsa_rsassa_pss_verify_ext(rsa, md,
             hash_len, message, md, 32, sig));
        show("pss_verify_ext, no mask", mbedtls_rsa_rsassa_pss_verify_ext(rsa,
             md, hash_len, message, MBEDTLS_MD_NONE, 32, sig));
    }
    message[0] ^= 1;
    show("another hash", mbedtls_rsa_pkcs1_verify(rsa, md, hash_len, message,
         sig));
    message[0] ^= 1;
    show("a byte less", mbedtls_rsa_pkcs1_verify(rsa, md, hash_len - 1,
         message, sig));
    show("no hash", mbedtls_rsa_pkcs1_verify(rsa, md, hash_len, NULL, sig));
    memset(sig, 0xff, size);
    show("too large", mbedtls_rsa_pkcs1_verify(rsa, md, hash_len, message,
         sig));
    memset(sig, 0, size);
    show("all zeros", mbedtls_rsa_pkcs1_verify(rsa, md, hash_len, message,
         sig));
}

static void signatures(const struct numbers *key)
{
    static unsigned char sig[1024];
    static const int salts[] = { -2, -1, 0, 1, 20, 32, 64, 1000 };
    mbedtls_rsa_context rsa;
    size_t h, i, len;
    int ret, padding;

    load(&rsa, key);
    for (padding = 0; padding < 2; padding++) {
        for (h = 0; h < HASHES; h++) {
            mbedtls_md_type_t md = hashes[h];

            len = md == MBEDTLS_MD_NONE ? 36 :
                  mbedtls_md_get_size(mbedtls_md_info_from_type(md));
            /* 3.6 signs with a salt that does not fit 1024 bits. */
            if (padding == 1 && len == 64 &&
                mbedtls_rsa_get_bitlen(&rsa) == 1025) {
                continue;
            }
            printf("padding %d, hash %d\n", padding, (int) md);
            show("set_padding", mbedtls_rsa_set_padding(&rsa, padding,
                 MBEDTLS_MD_NONE));
            ret = mbedtls_rsa_pkcs1_sign(&rsa, RNG, md, (unsigned) len,
                                         message, sig);
            show("pkcs1_sign", ret);
            if (ret == 0 && padding == 0) {
                hex("signature", sig, mbedtls_rsa_get_len(&rsa));
            }
            if (ret == 0) {
                verify(&rsa, md, len, sig);
            }
            show("v15_sign", mbedtls_rsa_rsassa_pkcs1_v15_sign(&rsa, RNG, md,
                 (unsigned) len, message, sig));
            show("pss_sign", mbedtls_rsa_rsassa_pss_sign(&rsa, RNG, md,
                 (unsigned) len, message, sig));
            for (i = 0; i < sizeof(salts) / sizeof(salts[0]); i++) {
                ret = mbedtls_rsa_rsassa_pss_sign_ext(&rsa, RNG, md,
                                                      (unsigned) len, message,
                                                      salts[i], sig);
                printf("  salt %d:\n", salts[i]);
                show("pss_sign_ext", ret);
                if (ret == 0) {
                    show("pss_verify_ext", mbedtls_rsa_rsassa_pss_verify_ext(
                         &rsa, md, (unsigned) len, message, md, salts[i],
                         sig));
                    show("any salt", mbedtls_rsa_rsassa_pss_verify_ext(
                         &rsa, md, (unsigned) len, message, md,
                         MBEDTLS_RSA_SALT_LEN_ANY, sig));
                    show("salt 7", mbedtls_rsa_rsassa_pss_verify_ext(
                         &rsa, md, (unsigned) len, message, md, 7, sig));
                }
            }
            show("sign, a byte more", mbedtls_rsa_pkcs1_sign(&rsa, RNG, md,
                 (unsigned) len + 1, message, sig));
            show("sign, no hash", mbedtls_rsa_pkcs1_sign(&rsa, RNG, md,
                 (unsigned) len, NULL, sig));
            show("sign, no generator", mbedtls_rsa_pkcs1_sign(&rsa, NULL, NULL,
                 md, (unsigned) len, message, sig));
            show("set_padding", mbedtls_rsa_set_padding(&rsa, padding,
                 md));
            show("sign, hash set", mbedtls_rsa_pkcs1_sign(&rsa, RNG, md,
                 (unsigned) len, message, sig));
            show("verify", mbedtls_rsa_pkcs1_verify(&rsa, md, (unsigned) len,
                 message, sig));
        }
    }
    show("set_padding", mbedtls_rsa_set_padding(&rsa, 0, MBEDTLS_MD_NONE));
    show("md 99", mbedtls_rsa_pkcs1_sign(&rsa, RNG, (mbedtls_md_type_t) 99, 20,
         message, sig));
    show("md 99", mbedtls_rsa_pkcs1_verify(&rsa, (mbedtls_md_type_t) 99, 20,
         message, sig));
    show("nothing signed", mbedtls_rsa_pkcs1_sign(&rsa, RNG, MBEDTLS_MD_NONE,
         0, NULL, sig));
    show("nothing verified", mbedtls_rsa_pkcs1_verify(&rsa, MBEDTLS_MD_NONE, 0,
         NULL, sig));
    mbedtls_rsa_free(&rsa);
}

/* Signatures that OpenSSL made, and wrong keys. */
static void known(const struct numbers *key)
{
    mbedtls_rsa_context rsa, other;
    unsigned char out[1024];
    mbedtls_mpi X;

    load(&rsa, key);
    mbedtls_mpi_init(&X);
    mbedtls_rsa_init(&other);
    set(&other, key, "NE");
    show("check_pub_priv", mbedtls_rsa_check_pub_priv(&other, &rsa));
    show("the other way", mbedtls_rsa_check_pub_priv(&rsa, &other));
    show("private with a public key",
         mbedtls_rsa_private(&other, RNG, message, out));
    mbedtls_mpi_lset(&X, 3);
    show("E = 3", mbedtls_rsa_import(&other, NULL, NULL, NULL, NULL, &X));
    show("check_pub_priv", mbedtls_rsa_check_pub_priv(&other, &rsa));
    show("check_pubkey", mbedtls_rsa_check_pubkey(&other));
    show("E = 3", mbedtls_rsa_import(&rsa, NULL, NULL, NULL, NULL, &X));
    show("check_privkey", mbedtls_rsa_check_privkey(&rsa));
    mbedtls_mpi_lset(&X, 4);
    show("E = 4", mbedtls_rsa_import(&other, NULL, NULL, NULL, NULL, &X));
    show("check_pubkey", mbedtls_rsa_check_pubkey(&other));
    mbedtls_mpi_lset(&X, 1);
    show("E = 1", mbedtls_rsa_import(&other, NULL, NULL, NULL, NULL, &X));
    show("check_pubkey", mbedtls_rsa_check_pubkey(&other));
    mbedtls_mpi_lset(&X, -65537);
    show("E < 0", mbedtls_rsa_import(&other, NULL, NULL, NULL, NULL, &X));
    show("check_pubkey", mbedtls_rsa_check_pubkey(&other));
    show("public", mbedtls_rsa_public(&other, out, out));
    mbedtls_mpi_lset(&X, 1000);
    show("N = 1000", mbedtls_rsa_import(&other, &X, NULL, NULL, NULL, NULL));
    show("check_pubkey", mbedtls_rsa_check_pubkey(&other));
    show("import_raw", mbedtls_rsa_import_raw(&other, message, 64, NULL, 0,
         NULL, 0, NULL, 0, message, 1));
    dump(&other, 0);
    mbedtls_mpi_free(&X);
    mbedtls_rsa_free(&rsa);
    mbedtls_rsa_free(&other);
}

static void generated(unsigned bits, int exponent)
{
    mbedtls_rsa_context rsa;
    mbedtls_mpi N, P, Q, D, E;
    int ret;

    mbedtls_rsa_init(&rsa);
    mbedtls_mpi_init(&N);
    mbedtls_mpi_init(&P);
    mbedtls_mpi_init(&Q);
    mbedtls_mpi_init(&D);
    mbedtls_mpi_init(&E);
    ret = mbedtls_rsa_gen_key(&rsa, RNG, bits, exponent);
    printf("%u bits, exponent %d\n", bits, exponent);
    show("gen_key", ret);
    if (ret == 0) {
        show("export", mbedtls_rsa_export(&rsa, &N, &P, &Q, &D, &E));
        printf("  %u bits, %u bytes, primes %u %u, P > Q %d\n",
               (unsigned) mbedtls_rsa_get_bitlen(&rsa),
               (unsigned) mbedtls_rsa_get_len(&rsa),
               (unsigned) mbedtls_mpi_bitlen(&P),
               (unsigned) mbedtls_mpi_bitlen(&Q),
               mbedtls_mpi_cmp_mpi(&P, &Q) > 0);
        number("E", &E);
        show("check_privkey", mbedtls_rsa_check_privkey(&rsa));
    }
    mbedtls_mpi_free(&N);
    mbedtls_mpi_free(&P);
    mbedtls_mpi_free(&Q);
    mbedtls_mpi_free(&D);
    mbedtls_mpi_free(&E);
    mbedtls_rsa_free(&rsa);
    mbedtls_rsa_free(NULL);
}

/* Numbers as long as there can be any. */
static void longest(const struct numbers *key)
{
    mbedtls_rsa_context rsa;
    mbedtls_mpi X;
    unsigned char in[1024] = { 0 }, out[1024];
    size_t bits[] = { 8192, 8193, 640000 }, i, len;

    mbedtls_mpi_init(&X);
    for (i = 0; i < sizeof(bits) / sizeof(bits[0]); i++) {
        printf("exponent of %u bits\n", (unsigned) bits[i]);
        mbedtls_rsa_init(&rsa);
        set(&rsa, key, "N");
        mbedtls_mpi_lset(&X, 1);
        mbedtls_mpi_set_bit(&X, bits[i] - 1, 1);
        show("import", mbedtls_rsa_import(&rsa, NULL, NULL, NULL, NULL, &X));
        show("check_pubkey", mbedtls_rsa_check_pubkey(&rsa));
        len = mbedtls_rsa_get_len(&rsa);
        memset(in, 0, sizeof(in));
        in[len - 1] = 2;
        show("public", mbedtls_rsa_public(&rsa, in, out));
        show("import", mbedtls_rsa_import(&rsa, NULL, &X, &X, NULL, NULL));
        show("check_privkey", mbedtls_rsa_check_privkey(&rsa));
        /* In place; its limbs in front are zeros now. */
        mbedtls_mpi_lset(&X, 3);
        show("import", mbedtls_rsa_import(&rsa, NULL, NULL, NULL, NULL, &X));
        show("public", mbedtls_rsa_public(&rsa, in, in));
        hex("cube", in, len);
        mbedtls_rsa_free(&rsa);
    }
    mbedtls_rsa_init(&rsa);
    mbedtls_mpi_set_bit(&X, 639999, 1);
    show("import", mbedtls_rsa_import(&rsa, NULL, &X, &X, NULL, NULL));
    mbedtls_mpi_lset(&X, 3);
    show("import", mbedtls_rsa_import(&rsa, NULL, NULL, NULL, NULL, &X));
    show("complete", mbedtls_rsa_complete(&rsa));
    mbedtls_rsa_free(&rsa);
    mbedtls_rsa_init(&rsa);
    mbedtls_mpi_set_bit(&X, 639999, 1);
    show("import", mbedtls_rsa_import(&rsa, &X, NULL, NULL, &X, &X));
    show("complete", mbedtls_rsa_complete(&rsa));
    show("public", mbedtls_rsa_public(&rsa, in, out));
    show("private", mbedtls_rsa_private(&rsa, RNG, in, out));
    mbedtls_rsa_free(&rsa);
    mbedtls_mpi_free(&X);
}

int main(void)
{
    size_t i;

    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                              0) != 0) {
        return 1;
    }
    for (i = 0; i < sizeof(message); i++) {
        message[i] = (unsigned char) (i * 7 + 1);
    }
    for (i = 0; i < KEYS; i++) {
        printf("== %s\n", keys[i].name);
        raw(&keys[i]);
        known(&keys[i]);
        if (i < 4) {
            completes(&keys[i]);
            encryption(&keys[i]);
            signatures(&keys[i]);
        }
    }
    longest(&keys[0]);
    generated(1024, 65537);
    generated(1026, 3);
    generated(2048, 65537);
    generated(1025, 65537);
    generated(512, 65537);
    generated(0, 65537);
    generated(1024, 1);
    generated(1024, 0);
    generated(1024, -3);
    printf("self test: %d\n", mbedtls_rsa_self_test(0));
    printf("self test: %d\n", mbedtls_rsa_self_test(1));
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
