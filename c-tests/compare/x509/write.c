/*
 * Writing certificates: return codes, and the bytes that do not differ from run
 * to run. A certificate signed with RSA (PKCS #1 v1.5) is printed whole, one
 * signed with ECDSA up to its signature, which is verified.
 *
 *     write FOLDER
 *
 * FOLDER holds the test keys.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/x509_crt.h>
#include <psa/crypto.h>

#include "support/support.h"

/* mbedtls_x509write_crt_set_serial() is deprecated, but programs call it. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#define RNG mbedtls_ctr_drbg_random, &random_numbers.drbg

static struct random random_numbers;
static mbedtls_pk_context rsa, ec, ec521;

static void code(const char *what, int ret)
{
    printf("  %-24s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void hex(const char *what, const unsigned char *data, size_t len)
{
    size_t i;

    printf("  %s ", what);
    for (i = 0; i < len; i++) {
        printf("%02x", data[i]);
    }
    printf("\n");
}

static psa_algorithm_t algorithm(mbedtls_md_type_t md)
{
    switch (md) {
        case MBEDTLS_MD_MD5: return PSA_ALG_MD5;
        case MBEDTLS_MD_SHA1: return PSA_ALG_SHA_1;
        case MBEDTLS_MD_SHA224: return PSA_ALG_SHA_224;
        case MBEDTLS_MD_SHA384: return PSA_ALG_SHA_384;
        case MBEDTLS_MD_SHA512: return PSA_ALG_SHA_512;
        default: return PSA_ALG_SHA_256;
    }
}

/* Writes, prints, reads again and verifies with the issuer's key. */
static void finish(mbedtls_x509write_cert *w, mbedtls_pk_context *issuer, mbedtls_md_type_t md)
{
    static unsigned char buffer[8192];
    const unsigned char *der;
    mbedtls_x509_crt crt;
    unsigned char hash[64];
    size_t hash_len;
    int len;

    len = mbedtls_x509write_crt_der(w, buffer, sizeof(buffer), RNG);
    if (len <= 0) {
        code("der", len);
        return;
    }
    der = buffer + sizeof(buffer) - len;
    mbedtls_x509_crt_init(&crt);
    code("parse", mbedtls_x509_crt_parse_der(&crt, der, (size_t) len));
    if (mbedtls_pk_get_type(issuer) == MBEDTLS_PK_RSA) {
        code("der", len);
        hex("whole", der, (size_t) len);
    } else if (crt.tbs.len != 0) {
        hex("tbs", crt.tbs.p, crt.tbs.len);
        hex("algorithm", crt.sig_oid.p, crt.sig_oid.len);
    }
    if (crt.tbs.len != 0) {
        unsigned char *p = crt.tbs.p + crt.tbs.len;

        /* The signature: behind the AlgorithmIdentifier. */
        p += 2 + p[1];
        p += p[1] & 0x80 ? 3 + (p[1] & 0x7f) : 3;
        must("hash", psa_hash_compute(algorithm(md), crt.tbs.p, crt.tbs.len, hash, sizeof(hash), &hash_len));
        code("verify", mbedtls_pk_verify(issuer, md, hash, hash_len, p, (size_t) (crt.raw.p + crt.raw.len - p)));
    }
    mbedtls_x509_crt_free(&crt);
}

static void begin(mbedtls_x509write_cert *w, mbedtls_pk_context *issuer, mbedtls_md_type_t md)
{
    unsigned char serial[2] = { 0x12, 0x34 };

    mbedtls_x509write_crt_init(w);
    mbedtls_x509write_crt_set_subject_key(w, &ec);
    mbedtls_x509write_crt_set_issuer_key(w, issuer);
    mbedtls_x509write_crt_set_md_alg(w, md);
    must("serial", mbedtls_x509write_crt_set_serial_raw(w, serial, sizeof(serial)));
    must("validity", mbedtls_x509write_crt_set_validity(w, "20240102030405", "20340102030405"));
    must("issuer", mbedtls_x509write_crt_set_issuer_name(w, "CN=Issuer,O=Example,C=DE"));
    must("subject", mbedtls_x509write_crt_set_subject_name(w, "CN=Subject"));
}

static void names(void)
{
    static const char *const texts[] = {
        "CN=a", "", "CN", "CN=", "=a", "CN=,O=b", "XX=a", "cn=a", "CN=a,", "CN=a,O",
        "CN=a, O=b,   OU=c", "CN=a=b,O=c", "CN=a\\,b", "CN=a\\\\,O=b", "CN=a\\", "CN=a\\xyz",
        "CN=\\41\\c3\\a4", "CN=\\00", "CN=\\ a\\=\\+\\<\\>\\#\\;\\\"", "CN=a+O=b", "OU=a,OU=b,CN=c",
        "OU=a,CN=c,OU=longer", "CN= a ", "CN=#0c03414243", "CN=#0C0141", "CN=#0c034142", "CN=#0c0",
        "CN=#", "CN=#0c0100", "CN=#0c00", "CN=#040100", "2.5.4.3=#0c0141", "2.5.4.3=a", "2.5.4.3.=#0c0141",
        "3.1=#0c0141", "1.40=#0c0141", "1=#0c0141", "1..2=#0c0141", "2.999.4294967295=#0c0141",
        "2.4294967295=#0c0141", "1.2.840.113549.1.9.1=#16017a",
        "commonName=a,countryName=DE,organizationName=b,organizationalUnitName=c,locality=d,"
        "stateOrProvinceName=e,emailAddress=f,serialNumber=g,postalAddress=h,postalCode=i,"
        "dnQualifier=j,title=k,surName=l,givenName=m,initials=n,pseudonym=o,generationQualifier=p,"
        "domainComponent=q",
        "C=DE,O=o,L=l,R=r,OU=ou,ST=st,SN=sn,GN=gn,DC=dc", "uniqueIdentifier=a", "uid=a", "street=a",
        "C=DEU", "C=a_b", "CN=a;O=b", "CN=a\nO=b", " CN=a", "CN =a", "CN=a ,O=b", "CN=\xc3\xa4"
    };
    char text[300] = "CN=";
    size_t i;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]) + 3; i++) {
        mbedtls_x509write_cert w;
        const char *name = text;
        int ret;

        if (i < sizeof(texts) / sizeof(texts[0])) {
            name = texts[i];
        } else {
            size_t len = 254 + i - sizeof(texts) / sizeof(texts[0]);

            memset(text + 3, 'x', len);
            text[3 + len] = 0;
        }
        begin(&w, &rsa, MBEDTLS_MD_SHA256);
        printf("name %s\n", name);
        ret = mbedtls_x509write_crt_set_subject_name(&w, name);
        code("set_subject_name", ret);
        code("set_issuer_name", mbedtls_x509write_crt_set_issuer_name(&w, name));
        if (ret == 0) {
            finish(&w, &rsa, MBEDTLS_MD_SHA256);
        }
        mbedtls_x509write_crt_free(&w);
    }
}

static void serials(void)
{
    static const struct {
        const char *digits;
        size_t len;
    } raw[] = {
        { "\x01", 1 }, { "\x7f", 1 }, { "\x80", 1 }, { "\x00\x00\x05", 3 }, { "\x00", 1 },
        { "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff", 20 },
        { "\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15", 21 }
    };
    unsigned char bytes[32];
    size_t i;

    for (i = 0; i < sizeof(raw) / sizeof(raw[0]); i++) {
        mbedtls_x509write_cert w;

        begin(&w, &rsa, MBEDTLS_MD_SHA256);
        memcpy(bytes, raw[i].digits, raw[i].len);
        printf("serial %d\n", (int) i);
        code("set_serial_raw", mbedtls_x509write_crt_set_serial_raw(&w, bytes, raw[i].len));
        finish(&w, &rsa, MBEDTLS_MD_SHA256);
        mbedtls_x509write_crt_free(&w);
    }
    /* The modulus of a key is a number at hand: too long for a serial. */
    {
        mbedtls_x509write_cert w;

        begin(&w, &rsa, MBEDTLS_MD_SHA256);
        code("set_serial", mbedtls_x509write_crt_set_serial(&w, &mbedtls_pk_rsa(rsa)->MBEDTLS_PRIVATE(N)));
        code("set_serial", mbedtls_x509write_crt_set_serial(&w, &mbedtls_pk_rsa(rsa)->MBEDTLS_PRIVATE(E)));
        finish(&w, &rsa, MBEDTLS_MD_SHA256);
        mbedtls_x509write_crt_free(&w);
    }
}

static void validity(void)
{
    static const char *const dates[][2] = {
        { "19500101000000", "20491231235959" }, { "20500101000000", "99991231235959" },
        { "2024010203040", "20340102030405" }, { "20240102030405", "20340102030405Z" },
        { "", "" }, { "20240102030405", "20230102030405" }
    };
    size_t i;

    for (i = 0; i < sizeof(dates) / sizeof(dates[0]); i++) {
        mbedtls_x509write_cert w;

        begin(&w, &rsa, MBEDTLS_MD_SHA256);
        printf("validity %s %s\n", dates[i][0], dates[i][1]);
        code("set_validity", mbedtls_x509write_crt_set_validity(&w, dates[i][0], dates[i][1]));
        finish(&w, &rsa, MBEDTLS_MD_SHA256);
        mbedtls_x509write_crt_free(&w);
    }
}

static void extensions(void)
{
    static const unsigned usages[] = { 0x80, 0x06, 0xff, 0x8000, 0x80ff, 0x0100, 0x10000, 0, 0x01 };
    static const int paths[][2] = { { 0, -1 }, { 0, 3 }, { 0, 500 }, { 1, -1 }, { 1, -7 }, { 1, 0 },
                                    { 1, 127 }, { 1, 128 }, { 2, 1 } };
    mbedtls_x509write_cert w;
    mbedtls_asn1_sequence second = { { MBEDTLS_ASN1_OID, 8, NULL }, NULL };
    mbedtls_asn1_sequence first = { { MBEDTLS_ASN1_OID, 8, NULL }, NULL };
    size_t i;

    for (i = 0; i < sizeof(usages) / sizeof(usages[0]); i++) {
        begin(&w, &rsa, MBEDTLS_MD_SHA256);
        printf("usage %x\n", usages[i]);
        code("set_key_usage", mbedtls_x509write_crt_set_key_usage(&w, usages[i]));
        finish(&w, &rsa, MBEDTLS_MD_SHA256);
        mbedtls_x509write_crt_free(&w);
    }
    for (i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
        begin(&w, &rsa, MBEDTLS_MD_SHA256);
        printf("constraints %d %d\n", paths[i][0], paths[i][1]);
        code("set_basic_constraints",
             mbedtls_x509write_crt_set_basic_constraints(&w, paths[i][0], paths[i][1]));
        finish(&w, &rsa, MBEDTLS_MD_SHA256);
        mbedtls_x509write_crt_free(&w);
    }
    first.buf.p = (unsigned char *) "\x2b\x06\x01\x05\x05\x07\x03\x01";
    second.buf.p = (unsigned char *) "\x2b\x06\x01\x05\x05\x07\x03\x02";
    first.next = &second;
    begin(&w, &rsa, MBEDTLS_MD_SHA256);
    printf("all extensions\n");
    code("set_basic_constraints", mbedtls_x509write_crt_set_basic_constraints(&w, 1, 2));
    code("set_key_usage", mbedtls_x509write_crt_set_key_usage(&w, MBEDTLS_X509_KU_KEY_CERT_SIGN));
    code("set_subject_key_id", mbedtls_x509write_crt_set_subject_key_identifier(&w));
    code("set_authority_key_id", mbedtls_x509write_crt_set_authority_key_identifier(&w));
    code("set_ext_key_usage", mbedtls_x509write_crt_set_ext_key_usage(&w, &first));
    code("set_ns_cert_type", mbedtls_x509write_crt_set_ns_cert_type(&w, 0x44));
    code("set_extension",
         mbedtls_x509write_crt_set_extension(&w, "\x2a\x03\x04", 3, 0,
                                             (const unsigned char *) "\x05\x00", 2));
    code("again", mbedtls_x509write_crt_set_basic_constraints(&w, 0, 0));
    finish(&w, &rsa, MBEDTLS_MD_SHA256);
    second.buf.tag = MBEDTLS_ASN1_UTF8_STRING;
    code("not an identifier", mbedtls_x509write_crt_set_ext_key_usage(&w, &first));
    code("no purpose", mbedtls_x509write_crt_set_ext_key_usage(&w, NULL));
    mbedtls_x509write_crt_set_version(&w, MBEDTLS_X509_CRT_VERSION_2);
    finish(&w, &rsa, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_set_version(&w, MBEDTLS_X509_CRT_VERSION_1);
    finish(&w, &rsa, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_free(&w);
}

static void signatures(void)
{
    static const mbedtls_md_type_t digests[] = {
        MBEDTLS_MD_NONE, MBEDTLS_MD_MD5, MBEDTLS_MD_RIPEMD160, MBEDTLS_MD_SHA1, MBEDTLS_MD_SHA224,
        MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384, MBEDTLS_MD_SHA512, MBEDTLS_MD_SHA3_256
    };
    mbedtls_pk_context *keys[3];
    mbedtls_x509write_cert w;
    mbedtls_pk_context empty;
    size_t i, k;

    keys[0] = &rsa;
    keys[1] = &ec;
    keys[2] = &ec521;
    for (k = 0; k < 3; k++) {
        for (i = 0; i < sizeof(digests) / sizeof(digests[0]); i++) {
            begin(&w, keys[k], digests[i]);
            mbedtls_x509write_crt_set_subject_key(&w, keys[2 - k]);
            printf("key %d digest %d\n", (int) k, (int) digests[i]);
            finish(&w, keys[k], digests[i]);
            mbedtls_x509write_crt_free(&w);
        }
    }
    begin(&w, &ec, MBEDTLS_MD_SHA256);
    mbedtls_pk_init(&empty);
    mbedtls_x509write_crt_set_issuer_key(&w, &empty);
    printf("no issuer key\n");
    finish(&w, &ec, MBEDTLS_MD_SHA256);
    mbedtls_x509write_crt_free(&w);
    /* Twice, and with nothing between. */
    mbedtls_x509write_crt_free(&w);
}

static void sizes(void)
{
    static unsigned char buffer[8192];
    mbedtls_x509write_cert w;
    size_t size, pem_size = 0;
    int ret, last = 1, len;

    begin(&w, &rsa, MBEDTLS_MD_SHA256);
    len = mbedtls_x509write_crt_der(&w, buffer, sizeof(buffer), RNG);
    for (size = (size_t) len + 1; size + 5 > (size_t) len; size--) {
        printf("size %d\n", (int) size);
        code("der", mbedtls_x509write_crt_der(&w, buffer, size, RNG));
    }
    code("der of 1", mbedtls_x509write_crt_der(&w, buffer, 1, RNG));
    code("der of 100", mbedtls_x509write_crt_der(&w, buffer, 100, RNG));
    code("pem", mbedtls_x509write_crt_pem(&w, buffer, sizeof(buffer), RNG));
    printf("%s", (char *) buffer);
    pem_size = strlen((char *) buffer) + 1;
    for (size = (size_t) len - 2; size < pem_size + 2; size++) {
        ret = mbedtls_x509write_crt_pem(&w, buffer, size, RNG);
        if (ret != last) {
            printf("pem size %d\n", (int) size);
            code("pem", ret);
            last = ret;
        }
        if (size > (size_t) len + 2 && size + 2 < pem_size - 2) {
            size = pem_size - 4;
        }
    }
    mbedtls_x509write_crt_free(&w);
}

static void key(mbedtls_pk_context *pk, const char *folder, const char *name)
{
    char path[512];

    mbedtls_pk_init(pk);
    snprintf(path, sizeof(path), "%s/%s.key", folder, name);
    must(name, mbedtls_pk_parse_keyfile(pk, path, NULL, RNG));
}

int main(int argc, char **argv)
{
    const char *folder = folder_argument(argc, argv);

    random_init(&random_numbers);
    must("psa", psa_crypto_init());
    key(&rsa, folder, "rsa2048");
    key(&ec, folder, "p256");
    key(&ec521, folder, "p521");
    names();
    serials();
    validity();
    extensions();
    signatures();
    sizes();
    mbedtls_pk_free(&rsa);
    mbedtls_pk_free(&ec);
    mbedtls_pk_free(&ec521);
    random_free(&random_numbers);
    return 0;
}
