/*
 * pkcs5.h and pkcs12.h: derivation from passwords with every hash function,
 * encryption and decryption with every cipher, and malformed parameters.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/cipher.h>
#include <mbedtls/md.h>
#include <mbedtls/pkcs12.h>
#include <mbedtls/pkcs5.h>

/* Some of the functions are to be given up one day, which 3.6.6 warns of. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

static unsigned char data[200];
static const mbedtls_md_type_t types[] = {
    MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA1,
    MBEDTLS_MD_SHA224, MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384,
    MBEDTLS_MD_SHA512, MBEDTLS_MD_SHA3_224, MBEDTLS_MD_SHA3_256,
    MBEDTLS_MD_SHA3_384, MBEDTLS_MD_SHA3_512
};

static void hex(const char *what, int ret, const unsigned char *out, size_t len)
{
    size_t i;

    printf("  %-34s %s0x%04x ", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
    for (i = 0; ret == 0 && i < len; i++) {
        printf("%02x", out[i]);
    }
    printf("\n");
}

static void derive(mbedtls_md_type_t type)
{
    static const size_t lengths[] = { 0, 1, 16, 20, 24, 32, 33, 64, 65, 128 };
    mbedtls_md_context_t ctx;
    unsigned char out[200];
    char what[64];
    size_t i;
    int ret;

    printf("hash function %d\n", (int) type);
    for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        snprintf(what, sizeof(what), "PBKDF2, %u bytes", (unsigned) lengths[i]);
        hex(what, mbedtls_pkcs5_pbkdf2_hmac_ext(type, data, 9, data + 9, 8, 5,
                                                (uint32_t) lengths[i], out),
            out, lengths[i]);
        snprintf(what, sizeof(what), "PKCS#12, %u bytes", (unsigned) lengths[i]);
        hex(what, mbedtls_pkcs12_derivation(out, lengths[i], data, 10, data + 9,
                                            8, type, 1, 5), out, lengths[i]);
    }
    hex("no iterations", mbedtls_pkcs5_pbkdf2_hmac_ext(type, data, 9, data, 8,
                                                       0, 20, out), out, 20);
    hex("one", mbedtls_pkcs5_pbkdf2_hmac_ext(type, data, 9, data, 8, 1, 20,
                                             out), out, 20);
    hex("no password, no salt",
        mbedtls_pkcs5_pbkdf2_hmac_ext(type, NULL, 0, NULL, 0, 3, 20, out), out,
        20);
    hex("long ones", mbedtls_pkcs5_pbkdf2_hmac_ext(type, data, 200, data, 200,
                                                   2, 40, out), out, 40);
    hex("PKCS#12, no iterations",
        mbedtls_pkcs12_derivation(out, 40, data, 8, data, 8, type, 2, 0), out,
        40);
    hex("PKCS#12, no password, no salt",
        mbedtls_pkcs12_derivation(out, 70, NULL, 0, NULL, 0, type, 3, 2), out,
        70);
    hex("PKCS#12, empty password",
        mbedtls_pkcs12_derivation(out, 70, data, 0, data, 5, type, 3, 2), out,
        70);
    hex("PKCS#12, the longest",
        mbedtls_pkcs12_derivation(out, 128, data, 64, data, 64, type, 255, 2),
        out, 128);
    hex("PKCS#12, another purpose",
        mbedtls_pkcs12_derivation(out, 20, data, 64, data, 64, type, 258, 2),
        out, 20);
    if (type == MBEDTLS_MD_NONE) {
        return;
    }
    mbedtls_md_init(&ctx);
    mbedtls_md_setup(&ctx, mbedtls_md_info_from_type(type), 0);
    hex("context without HMAC", mbedtls_pkcs5_pbkdf2_hmac(&ctx, data, 9, data,
                                                          8, 2, 20, out), out,
        20);
    mbedtls_md_free(&ctx);
    mbedtls_md_setup(&ctx, mbedtls_md_info_from_type(type), 1);
    hex("with a context", mbedtls_pkcs5_pbkdf2_hmac(&ctx, data, 9, data, 8, 2,
                                                    100, out), out, 100);
    ret = mbedtls_md_hmac_update(&ctx, data, 50);
    ret |= mbedtls_md_hmac_finish(&ctx, out);
    hex("HMAC after it", ret, out,
        mbedtls_md_get_size(mbedtls_md_info_from_type(type)));
    mbedtls_md_free(&ctx);
}

static const unsigned char *const prfs[] = {
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x05",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x07",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x08",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x09",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x0a",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x0b",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x02\x0c",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x02\x0d",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x02\x0e",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x02\x0f",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x02\x10",
    (const unsigned char *) "\x08\x2b\x06\x01\x05\x05\x08\x01\x04"
};
static const unsigned char *const ciphers[] = {
    (const unsigned char *) "\x05\x2b\x0e\x03\x02\x07",
    (const unsigned char *) "\x08\x2a\x86\x48\x86\xf7\x0d\x03\x07",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x01\x02",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x01\x16",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x01\x2a",
    (const unsigned char *) "\x09\x60\x86\x48\x01\x65\x03\x04\x01\x01"
};

static unsigned char *put(unsigned char *at, unsigned tag,
                          const unsigned char *value, size_t len)
{
    *at++ = (unsigned char) tag;
    *at++ = (unsigned char) len;
    memcpy(at, value, len);
    return at + len;
}

/* What is inside PBES2-params; `prf` may be NULL. Returns its length. */
static size_t params(unsigned char *out, const unsigned char *prf,
                     const unsigned char *cipher, size_t iv, int keylen)
{
    unsigned char inner[120], function[60], *at = inner, *end;
    size_t len;

    at = put(at, 4, data + 100, 8);
    at = put(at, 2, (const unsigned char *) "\x03", 1);
    if (keylen) {
        at = put(at, 2, (const unsigned char *) "\x10", 1);
    }
    if (prf != NULL) {
        end = put(function, 6, prf + 1, prf[0]);
        end = put(end, 5, prf, 0);
        at = put(at, 0x30, function, (size_t) (end - function));
    }
    len = (size_t) (at - inner);
    {
        unsigned char algorithm[150];

        end = put(algorithm, 6,
                  (const unsigned char *) "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c",
                  9);
        end = put(end, 0x30, inner, len);
        at = put(out, 0x30, algorithm, (size_t) (end - algorithm));
        end = put(algorithm, 6, cipher + 1, cipher[0]);
        end = put(end, 4, data + 150, iv);
        at = put(at, 0x30, algorithm, (size_t) (end - algorithm));
    }
    return (size_t) (at - out);
}

/* Encrypts, decrypts, and decrypts with another password. */
static void pbes2(const char *what, unsigned char *inside, size_t len,
                  size_t datalen)
{
    mbedtls_asn1_buf buf;
    unsigned char sealed[256], opened[256];
    size_t sealed_len = 4242, opened_len = 4242;
    int ret, mode;

    buf.tag = MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE;
    buf.p = inside;
    buf.len = len;
    ret = mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_ENCRYPT, data, 7, data,
                                  datalen, sealed, sizeof(sealed), &sealed_len);
    hex(what, ret, sealed, sealed_len);
    if (ret != 0) {
        return;
    }
    ret = mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_DECRYPT, data, 7, sealed,
                                  sealed_len, opened, sizeof(opened),
                                  &opened_len);
    printf("    opened: %d, %u bytes, %s", ret, (unsigned) opened_len,
           opened_len == datalen && memcmp(opened, data, datalen) == 0
               ? "the same" : "others");
    printf(", too little room %d %d",
           mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_DECRYPT, data, 7, sealed,
                                   sealed_len, opened, sealed_len - 1,
                                   &opened_len),
           mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_ENCRYPT, data, 7, data,
                                   datalen, opened, sealed_len - 1,
                                   &opened_len));
    printf(", another password %d",
           mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_DECRYPT, data, 8, sealed,
                                   sealed_len, opened, sizeof(opened),
                                   &opened_len));
    printf(", cut %d",
           mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_DECRYPT, data, 7, sealed,
                                   sealed_len - 1, opened, sizeof(opened),
                                   &opened_len));
    printf(", nothing %d",
           mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_DECRYPT, data, 7, sealed,
                                   0, opened, sizeof(opened), &opened_len));
    ret = mbedtls_pkcs5_pbes2(&buf, MBEDTLS_PKCS5_DECRYPT, data, 7, sealed,
                              sealed_len, sealed);
    printf(", in place %d %d", ret, memcmp(sealed, data, datalen));
    memcpy(sealed, data, 40);
    printf(", parts of blocks in place");
    for (mode = 0; mode < 2; mode++) {
        for (datalen = 0; datalen < 35; datalen += 17) {
            ret = mbedtls_pkcs5_pbes2_ext(&buf, mode, data, 7, sealed, datalen,
                                          sealed, sizeof(sealed), &opened_len);
            printf(" -0x%04x", (unsigned) -ret);
        }
    }
    ret = mbedtls_pkcs5_pbes2_ext(&buf, 7, data, 7, data, 16, sealed,
                                  sizeof(sealed), &sealed_len);
    printf(", no mode -0x%04x\n", (unsigned) -ret);
}

static void all_pbes2(void)
{
    unsigned char inside[250];
    mbedtls_asn1_buf buf;
    char what[64];
    size_t i, len;
    int ret, last = 1;

    for (i = 0; i < sizeof(prfs) / sizeof(prfs[0]); i++) {
        snprintf(what, sizeof(what), "PBES2, function %u", (unsigned) i);
        len = params(inside, prfs[i], ciphers[4], 16, (int) (i & 1));
        pbes2(what, inside, len, 37);
    }
    for (i = 0; i < sizeof(ciphers) / sizeof(ciphers[0]); i++) {
        size_t iv = i < 2 ? 8 : 16;

        snprintf(what, sizeof(what), "PBES2, cipher %u", (unsigned) i);
        len = params(inside, NULL, ciphers[i], iv, 0);
        pbes2(what, inside, len, 32);
        pbes2(what, inside, len, 0);
        len = params(inside, NULL, ciphers[i], iv, 1);
        pbes2(what, inside, len, 15);
        len = params(inside, NULL, ciphers[i], iv + 1, 0);
        pbes2("  a longer IV", inside, len, 15);
    }
    len = params(inside, prfs[3], ciphers[4], 16, 1);
    buf.p = inside;
    buf.len = len;
    for (i = 0; i < 256; i += 5) {
        unsigned char out[64];
        size_t olen;

        buf.tag = (int) i;
        ret = mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_ENCRYPT, data, 7,
                                      data, 10, out, sizeof(out), &olen);
        if (ret != last) {
            printf("  tag %u: -0x%04x\n", (unsigned) i, (unsigned) -ret);
            last = ret;
        }
    }
    buf.tag = MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE;
    for (i = 0; i <= len; i++) {
        unsigned char out[64];
        size_t olen;

        buf.len = i;
        ret = mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_ENCRYPT, data, 7,
                                      data, 10, out, sizeof(out), &olen);
        printf("  cut to %u: -0x%04x\n", (unsigned) i, (unsigned) -ret);
    }
    for (i = 0; i < len; i++) {
        unsigned char out[64], flips[] = { 0x01, 0x02, 0x10 };
        size_t olen, j;

        printf("  byte %u:", (unsigned) i);
        for (j = 0; j < sizeof(flips); j++) {
            inside[i] ^= flips[j];
            buf.len = len;
            ret = mbedtls_pkcs5_pbes2_ext(&buf, MBEDTLS_PKCS5_ENCRYPT, data, 7,
                                          data, 10, out, sizeof(out), &olen);
            printf(" -0x%04x", (unsigned) -ret);
            inside[i] ^= flips[j];
        }
        printf("\n");
    }
}

static void pbe(mbedtls_cipher_type_t cipher, mbedtls_md_type_t md,
                const unsigned char *inside, size_t len, size_t pwdlen,
                size_t datalen)
{
    mbedtls_asn1_buf buf;
    unsigned char copy[100], sealed[256], opened[256];
    size_t sealed_len = 0, opened_len = 0;
    int ret, mode;

    memcpy(copy, inside, len);
    buf.tag = MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE;
    buf.p = copy;
    buf.len = len;
    ret = mbedtls_pkcs12_pbe_ext(&buf, MBEDTLS_PKCS12_PBE_ENCRYPT, cipher, md,
                                 data, pwdlen, data, datalen, sealed,
                                 sizeof(sealed), &sealed_len);
    hex("PKCS#12", ret, sealed, sealed_len);
    if (ret != 0) {
        return;
    }
    printf("    moved %d", (int) (buf.p - copy));
    buf.p = copy;
    ret = mbedtls_pkcs12_pbe_ext(&buf, MBEDTLS_PKCS12_PBE_DECRYPT, cipher, md,
                                 data, pwdlen, sealed, sealed_len, opened,
                                 sizeof(opened), &opened_len);
    printf(", opened %d, %u bytes, %s", ret, (unsigned) opened_len,
           opened_len == datalen && memcmp(opened, data, datalen) == 0
               ? "the same" : "others");
    buf.p = copy;
    ret = mbedtls_pkcs12_pbe_ext(&buf, MBEDTLS_PKCS12_PBE_DECRYPT, cipher, md,
                                 data, pwdlen, sealed, sealed_len, opened,
                                 sealed_len - 1, &opened_len);
    printf(", no room %d", ret);
    buf.p = copy;
    ret = mbedtls_pkcs12_pbe_ext(&buf, MBEDTLS_PKCS12_PBE_DECRYPT, cipher, md,
                                 data + 1, pwdlen + 1, sealed, sealed_len,
                                 opened, sizeof(opened), &opened_len);
    printf(", another password %d", ret);
    buf.p = copy;
    ret = mbedtls_pkcs12_pbe_ext(&buf, MBEDTLS_PKCS12_PBE_DECRYPT, cipher, md,
                                 data, pwdlen, sealed, sealed_len - 1, opened,
                                 sizeof(opened), &opened_len);
    printf(", cut -0x%04x", (unsigned) -ret);
    buf.p = copy;
    ret = mbedtls_pkcs12_pbe(&buf, MBEDTLS_PKCS12_PBE_DECRYPT, cipher, md, data,
                             pwdlen, sealed, sealed_len, sealed);
    printf(", in place %d %d", ret, memcmp(sealed, data, datalen));
    memcpy(sealed, data, 40);
    printf(", parts of blocks in place");
    for (mode = 0; mode < 2; mode++) {
        for (datalen = 0; datalen < 35; datalen += 17) {
            opened_len = 0;
            buf.p = copy;
            ret = mbedtls_pkcs12_pbe_ext(&buf, mode, cipher, md, data, pwdlen,
                                         sealed, datalen, sealed,
                                         sizeof(sealed), &opened_len);
            printf(" -0x%04x", (unsigned) -ret);
        }
    }
    printf("\n");
}

static void all_pbe(void)
{
    static const mbedtls_cipher_type_t cbc[] = {
        MBEDTLS_CIPHER_DES_CBC, MBEDTLS_CIPHER_DES_EDE_CBC,
        MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_CIPHER_AES_128_CBC,
        MBEDTLS_CIPHER_AES_192_CBC, MBEDTLS_CIPHER_AES_256_CBC,
        MBEDTLS_CIPHER_CAMELLIA_256_CBC, MBEDTLS_CIPHER_NONE
    };
    unsigned char inside[100], long_salt[100];
    size_t i, len, long_len;

    len = (size_t) (put(put(inside, 4, data + 50, 8), 2,
                        (const unsigned char *) "\x05", 1) - inside);
    for (i = 0; i < sizeof(cbc) / sizeof(cbc[0]); i++) {
        pbe(cbc[i], MBEDTLS_MD_SHA1, inside, len, 6, 20);
        pbe(cbc[i], MBEDTLS_MD_SHA512, inside, len, 30, 32);
    }
    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, types[i], inside, len, 6, 20);
    }
    pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len, 0, 20);
    pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len, 31, 0);
    pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len, 32, 20);
    pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len, 128, 20);
    pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len, 129, 20);
    for (i = 63; i < 67; i++) {
        long_len = (size_t) (put(put(long_salt, 4, data + 50, i), 2,
                                 (const unsigned char *) "\x05", 1)
                             - long_salt);
        pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, long_salt, long_len,
            6, 20);
    }
    for (i = 0; i < len; i++) {
        printf("cut to %u\n", (unsigned) i);
        pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, i, 6, 20);
    }
    inside[len] = 5;
    pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len + 1, 6, 20);
    for (i = 0; i < len; i++) {
        printf("byte %u\n", (unsigned) i);
        inside[i] ^= 2;
        pbe(MBEDTLS_CIPHER_DES_EDE3_CBC, MBEDTLS_MD_SHA1, inside, len, 6, 20);
        inside[i] ^= 2;
    }
}

int main(int argc, char **argv)
{
    unsigned char out[200];
    mbedtls_asn1_buf buf;
    size_t i;

    (void) argc;
    (void) argv;
    for (i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) (i * 13 + 1);
    }
    for (i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        derive(types[i]);
    }
    printf("lengths of PKCS#12: %d %d %d %d %d\n",
           mbedtls_pkcs12_derivation(out, 129, data, 8, data, 8,
                                     MBEDTLS_MD_SHA1, 1, 1),
           mbedtls_pkcs12_derivation(out, 8, data, 65, data, 8,
                                     MBEDTLS_MD_SHA1, 1, 1),
           mbedtls_pkcs12_derivation(out, 8, data, 8, data, 65,
                                     MBEDTLS_MD_SHA1, 1, 1),
           mbedtls_pkcs12_derivation(out, 8, NULL, 8, data, 8,
                                     MBEDTLS_MD_SHA1, 1, 1),
           mbedtls_pkcs12_derivation(out, 8, data, 8, NULL, 8,
                                     MBEDTLS_MD_SHA1, 1, 1));
    all_pbes2();
    all_pbe();
    buf.tag = MBEDTLS_ASN1_OCTET_STRING;
    buf.p = data;
    buf.len = 10;
    i = 0;
    printf("another tag: %d\n",
           mbedtls_pkcs12_pbe_ext(&buf, 0, MBEDTLS_CIPHER_DES_EDE3_CBC,
                                  MBEDTLS_MD_SHA1, data, 5, data, 16, out,
                                  sizeof(out), &i));
    printf("no password of 5: %d\n",
           mbedtls_pkcs12_pbe_ext(&buf, 0, MBEDTLS_CIPHER_DES_EDE3_CBC,
                                  MBEDTLS_MD_SHA1, NULL, 5, data, 16, out,
                                  sizeof(out), &i));
    printf("self test, quiet: %d\n", mbedtls_pkcs5_self_test(0));
    printf("self test: %d\n", mbedtls_pkcs5_self_test(1));
    return 0;
}
