/*
 * What oid.h knows: every lookup with every object identifier that the header
 * names and some that it does not, and the way back; object identifiers as
 * numbers, from every short input and text.
 */
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <mbedtls/oid.h>
#include <mbedtls/platform.h>

#define NAMED(name) \
    { #name, MBEDTLS_OID_##name, MBEDTLS_OID_SIZE(MBEDTLS_OID_##name) }

static const struct {
    const char *name;
    const char *content;
    size_t len;
} OIDS[] = {
    NAMED(AES),
    NAMED(AES128_KW),
    NAMED(AES128_KWP),
    NAMED(AES192_KW),
    NAMED(AES192_KWP),
    NAMED(AES256_KW),
    NAMED(AES256_KWP),
    NAMED(AES_128_CBC),
    NAMED(AES_192_CBC),
    NAMED(AES_256_CBC),
    NAMED(ANSI_X9_62),
    NAMED(ANSI_X9_62_FIELD_TYPE),
    NAMED(ANSI_X9_62_PRIME_FIELD),
    NAMED(ANSI_X9_62_SIG),
    NAMED(ANSI_X9_62_SIG_SHA2),
    NAMED(ANY_EXTENDED_KEY_USAGE),
    NAMED(ANY_POLICY),
    NAMED(AT),
    NAMED(AT_CN),
    NAMED(AT_COUNTRY),
    NAMED(AT_DN_QUALIFIER),
    NAMED(AT_GENERATION_QUALIFIER),
    NAMED(AT_GIVEN_NAME),
    NAMED(AT_INITIALS),
    NAMED(AT_LOCALITY),
    NAMED(AT_ORGANIZATION),
    NAMED(AT_ORG_UNIT),
    NAMED(AT_POSTAL_ADDRESS),
    NAMED(AT_POSTAL_CODE),
    NAMED(AT_PSEUDONYM),
    NAMED(AT_SERIAL_NUMBER),
    NAMED(AT_STATE),
    NAMED(AT_SUR_NAME),
    NAMED(AT_TITLE),
    NAMED(AT_UNIQUE_IDENTIFIER),
    NAMED(AUTHORITY_KEY_IDENTIFIER),
    NAMED(BASIC_CONSTRAINTS),
    NAMED(CERTICOM),
    NAMED(CERTIFICATE_POLICIES),
    NAMED(CLIENT_AUTH),
    NAMED(CODE_SIGNING),
    NAMED(COUNTRY_US),
    NAMED(CRL_DISTRIBUTION_POINTS),
    NAMED(CRL_NUMBER),
    NAMED(DES_CBC),
    NAMED(DES_EDE3_CBC),
    NAMED(DIGEST_ALG_MD5),
    NAMED(DIGEST_ALG_RIPEMD160),
    NAMED(DIGEST_ALG_SHA1),
    NAMED(DIGEST_ALG_SHA224),
    NAMED(DIGEST_ALG_SHA256),
    NAMED(DIGEST_ALG_SHA384),
    NAMED(DIGEST_ALG_SHA3_224),
    NAMED(DIGEST_ALG_SHA3_256),
    NAMED(DIGEST_ALG_SHA3_384),
    NAMED(DIGEST_ALG_SHA3_512),
    NAMED(DIGEST_ALG_SHA512),
    NAMED(DOMAIN_COMPONENT),
    NAMED(ECDSA_SHA1),
    NAMED(ECDSA_SHA224),
    NAMED(ECDSA_SHA256),
    NAMED(ECDSA_SHA384),
    NAMED(ECDSA_SHA512),
    NAMED(EC_ALG_ECDH),
    NAMED(EC_ALG_UNRESTRICTED),
    NAMED(EC_BRAINPOOL_V1),
    NAMED(EC_GRP_BP256R1),
    NAMED(EC_GRP_BP384R1),
    NAMED(EC_GRP_BP512R1),
    NAMED(EC_GRP_SECP192K1),
    NAMED(EC_GRP_SECP192R1),
    NAMED(EC_GRP_SECP224K1),
    NAMED(EC_GRP_SECP224R1),
    NAMED(EC_GRP_SECP256K1),
    NAMED(EC_GRP_SECP256R1),
    NAMED(EC_GRP_SECP384R1),
    NAMED(EC_GRP_SECP521R1),
    NAMED(ED25519),
    NAMED(ED448),
    NAMED(EMAIL_PROTECTION),
    NAMED(EXTENDED_KEY_USAGE),
    NAMED(FRESHEST_CRL),
    NAMED(GOV),
    NAMED(HMAC_RIPEMD160),
    NAMED(HMAC_SHA1),
    NAMED(HMAC_SHA224),
    NAMED(HMAC_SHA256),
    NAMED(HMAC_SHA384),
    NAMED(HMAC_SHA3_224),
    NAMED(HMAC_SHA3_256),
    NAMED(HMAC_SHA3_384),
    NAMED(HMAC_SHA3_512),
    NAMED(HMAC_SHA512),
    NAMED(ID_CE),
    NAMED(INIHIBIT_ANYPOLICY),
    NAMED(INTERNET),
    NAMED(ISO_CCITT_DS),
    NAMED(ISO_IDENTIFIED_ORG),
    NAMED(ISO_ITU_COUNTRY),
    NAMED(ISO_ITU_US_ORG),
    NAMED(ISO_MEMBER_BODIES),
    NAMED(ISSUER_ALT_NAME),
    NAMED(KEY_USAGE),
    NAMED(KP),
    NAMED(MGF1),
    NAMED(NAME_CONSTRAINTS),
    NAMED(NETSCAPE),
    NAMED(NIST_ALG),
    NAMED(NS_BASE_URL),
    NAMED(NS_CA_POLICY_URL),
    NAMED(NS_CA_REVOCATION_URL),
    NAMED(NS_CERT),
    NAMED(NS_CERT_SEQUENCE),
    NAMED(NS_CERT_TYPE),
    NAMED(NS_COMMENT),
    NAMED(NS_DATA_TYPE),
    NAMED(NS_RENEWAL_URL),
    NAMED(NS_REVOCATION_URL),
    NAMED(NS_SSL_SERVER_NAME),
    NAMED(OCSP_SIGNING),
    NAMED(OIW_SECSIG),
    NAMED(OIW_SECSIG_ALG),
    NAMED(OIW_SECSIG_SHA1),
    NAMED(ON),
    NAMED(ON_HW_MODULE_NAME),
    NAMED(ORGANIZATION),
    NAMED(ORG_ANSI_X9_62),
    NAMED(ORG_CERTICOM),
    NAMED(ORG_DOD),
    NAMED(ORG_GOV),
    NAMED(ORG_NETSCAPE),
    NAMED(ORG_OIW),
    NAMED(ORG_RSA_DATA_SECURITY),
    NAMED(ORG_TELETRUST),
    NAMED(ORG_THAWTE),
    NAMED(PKCS),
    NAMED(PKCS1),
    NAMED(PKCS12),
    NAMED(PKCS12_PBE),
    NAMED(PKCS12_PBE_SHA1_DES2_EDE_CBC),
    NAMED(PKCS12_PBE_SHA1_DES3_EDE_CBC),
    NAMED(PKCS12_PBE_SHA1_RC2_128_CBC),
    NAMED(PKCS12_PBE_SHA1_RC2_40_CBC),
    NAMED(PKCS1_MD5),
    NAMED(PKCS1_RSA),
    NAMED(PKCS1_SHA1),
    NAMED(PKCS1_SHA224),
    NAMED(PKCS1_SHA256),
    NAMED(PKCS1_SHA384),
    NAMED(PKCS1_SHA512),
    NAMED(PKCS5),
    NAMED(PKCS5_PBES2),
    NAMED(PKCS5_PBE_MD5_DES_CBC),
    NAMED(PKCS5_PBE_MD5_RC2_CBC),
    NAMED(PKCS5_PBE_SHA1_DES_CBC),
    NAMED(PKCS5_PBE_SHA1_RC2_CBC),
    NAMED(PKCS5_PBKDF2),
    NAMED(PKCS5_PBMAC1),
    NAMED(PKCS7),
    NAMED(PKCS7_DATA),
    NAMED(PKCS7_DIGESTED_DATA),
    NAMED(PKCS7_ENCRYPTED_DATA),
    NAMED(PKCS7_ENVELOPED_DATA),
    NAMED(PKCS7_SIGNED_AND_ENVELOPED_DATA),
    NAMED(PKCS7_SIGNED_DATA),
    NAMED(PKCS9),
    NAMED(PKCS9_CSR_EXT_REQ),
    NAMED(PKCS9_EMAIL),
    NAMED(PKIX),
    NAMED(POLICY_CONSTRAINTS),
    NAMED(POLICY_MAPPINGS),
    NAMED(PRIVATE_KEY_USAGE_PERIOD),
    NAMED(RSASSA_PSS),
    NAMED(RSA_COMPANY),
    NAMED(RSA_SHA_OBS),
    NAMED(SERVER_AUTH),
    NAMED(SUBJECT_ALT_NAME),
    NAMED(SUBJECT_DIRECTORY_ATTRS),
    NAMED(SUBJECT_KEY_IDENTIFIER),
    NAMED(TELETRUST),
    NAMED(THAWTE),
    NAMED(TIME_STAMPING),
    NAMED(UID),
    NAMED(WISUN_FAN),
    NAMED(X25519),
    NAMED(X448),
    { "nothing", "", 0 },
    { "Ed448 and more", "\x2b\x65\x71\x01", 4 },
    { "half a name", "\x55\x04", 2 },
    { "another attribute", "\x55\x04\x7f", 3 }
};

static void text(const char *what, int ret, const char *found)
{
    if (ret != 0) {
        printf("  %s %d%s\n", what, ret, found == NULL ? "" : " but set");
    } else {
        printf("  %s %s\n", what, found);
    }
}

static void look_up(const mbedtls_asn1_buf *oid)
{
    const char *found = NULL;
    mbedtls_md_type_t md = MBEDTLS_MD_NONE;
    mbedtls_pk_type_t pk = MBEDTLS_PK_NONE;
    mbedtls_ecp_group_id grp = MBEDTLS_ECP_DP_NONE;
    mbedtls_cipher_type_t cipher = MBEDTLS_CIPHER_NONE;
    int ext = 0, ret;

    ret = mbedtls_oid_get_attr_short_name(oid, &found);
    text("short name", ret, found);
    found = NULL;
    ret = mbedtls_oid_get_extended_key_usage(oid, &found);
    text("purpose", ret, found);
    found = NULL;
    ret = mbedtls_oid_get_certificate_policies(oid, &found);
    text("policy", ret, found);
    found = NULL;
    ret = mbedtls_oid_get_sig_alg_desc(oid, &found);
    text("signature", ret, found);
    ret = mbedtls_oid_get_sig_alg(oid, &md, &pk);
    printf("  sig_alg %d: %d %d\n", ret, (int) md, (int) pk);
    pk = MBEDTLS_PK_NONE;
    ret = mbedtls_oid_get_pk_alg(oid, &pk);
    printf("  pk_alg %d: %d\n", ret, (int) pk);
    ret = mbedtls_oid_get_x509_ext_type(oid, &ext);
    printf("  ext %d: %d\n", ret, ext);
    ret = mbedtls_oid_get_ec_grp(oid, &grp);
    printf("  curve %d: %d\n", ret, (int) grp);
    grp = MBEDTLS_ECP_DP_NONE;
    ret = mbedtls_oid_get_ec_grp_algid(oid, &grp);
    printf("  curve algorithm %d: %d\n", ret, (int) grp);
    ret = mbedtls_oid_get_cipher_alg(oid, &cipher);
    printf("  cipher %d: %d\n", ret, (int) cipher);
    md = MBEDTLS_MD_NONE;
    ret = mbedtls_oid_get_md_alg(oid, &md);
    printf("  md %d: %d\n", ret, (int) md);
    md = MBEDTLS_MD_NONE;
    ret = mbedtls_oid_get_md_hmac(oid, &md);
    printf("  hmac %d: %d\n", ret, (int) md);
    md = MBEDTLS_MD_NONE;
    cipher = MBEDTLS_CIPHER_NONE;
    ret = mbedtls_oid_get_pkcs12_pbe_alg(oid, &md, &cipher);
    printf("  pkcs12 %d: %d %d\n", ret, (int) md, (int) cipher);
}

static void name(const char *what, int a, int b, int ret, const char *oid,
                 size_t len)
{
    size_t i;

    printf("%s %d %d: %d", what, a, b, ret);
    for (i = 0; ret == 0 && i < len; i++) {
        printf(" %02x", (unsigned char) oid[i]);
    }
    printf("\n");
}

static void the_way_back(void)
{
    const char *oid = NULL;
    size_t len = 0;
    int i, j, ret;

    for (i = -1; i < 30; i++) {
        ret = mbedtls_oid_get_oid_by_md((mbedtls_md_type_t) i, &oid, &len);
        name("md", i, 0, ret, oid, len);
        ret = mbedtls_oid_get_oid_by_pk_alg((mbedtls_pk_type_t) i, &oid, &len);
        name("pk", i, 0, ret, oid, len);
        ret = mbedtls_oid_get_oid_by_ec_grp((mbedtls_ecp_group_id) i, &oid,
                                            &len);
        name("curve", i, 0, ret, oid, len);
        ret = mbedtls_oid_get_oid_by_ec_grp_algid((mbedtls_ecp_group_id) i,
                                                  &oid, &len);
        name("curve algorithm", i, 0, ret, oid, len);
        for (j = -1; j < 30; j++) {
            ret = mbedtls_oid_get_oid_by_sig_alg((mbedtls_pk_type_t) i,
                                                 (mbedtls_md_type_t) j, &oid,
                                                 &len);
            name("signature", i, j, ret, oid, len);
        }
    }
}

static void number_text(const mbedtls_asn1_buf *oid, size_t size)
{
    char out[700];
    int ret;

    memset(out, '#', sizeof(out));
    out[sizeof(out) - 1] = 0;
    ret = mbedtls_oid_get_numeric_string(out, size, oid);
    printf("  size %u: %d %.*s\n", (unsigned) size, ret,
           size == 0 ? 0 : ret < 0 && ret != -0x0b ? 0 : 640, out);
}

static void numbers_out(void)
{
    static const struct {
        const char *content;
        size_t len;
    } samples[] = {
        { "\x00", 1 }, { "\x27", 1 }, { "\x28", 1 }, { "\x4f", 1 },
        { "\x50", 1 }, { "\x7f", 1 }, { "\x81\x00", 2 }, { "\x80\x01", 2 },
        { "\x2a\x80\x01", 3 }, { "\x2a\x81", 2 }, { "\x2a\x81\x80", 3 },
        { "\x2a\x8f\xff\xff\xff\x7f", 6 }, { "\x2a\x90\x80\x80\x80\x00", 6 },
        { "\x8f\xff\xff\xff\x7f", 5 }, { "\x90\x80\x80\x80\x00", 5 },
        { "\x2a\xff\xff\xff\xff\xff\x7f", 7 }, { "\x2a\x00\x00", 3 },
        { "\x2a\x03\x80", 3 }
    };
    unsigned char bytes[128];
    uint64_t hash = 14695981039346656037u;
    mbedtls_asn1_buf oid;
    size_t i, size, len;
    char out[16];

    oid.tag = MBEDTLS_ASN1_OID;
    for (i = 0; i < sizeof(samples) / sizeof(samples[0]); i++) {
        oid.p = (unsigned char *) samples[i].content;
        oid.len = samples[i].len;
        printf("sample %u\n", (unsigned) i);
        for (size = 0; size < 18; size++) {
            number_text(&oid, size);
        }
    }
    memset(bytes, 0x2a, sizeof(bytes));
    oid.p = bytes;
    oid.len = sizeof(bytes);
    printf("long\n");
    number_text(&oid, 600);
    printf("size %d\n", mbedtls_oid_get_numeric_string(
               out, (size_t) 0x80000000u, &oid));
    /* All of one to three bytes out of some. */
    for (len = 0; len <= 3; len++) {
        for (i = 0; i < 4096; i++) {
            static const unsigned char some[] = {
                0, 1, 0x27, 0x28, 0x4f, 0x50, 0x7f, 0x80, 0x81, 0x82, 0x8f,
                0x90, 0xfe, 0xff, 0x2a, 0x55
            };
            int ret;

            bytes[0] = some[i & 15];
            bytes[1] = some[i >> 4 & 15];
            bytes[2] = some[i >> 8];
            oid.len = len;
            memset(out, 0, sizeof(out));
            ret = mbedtls_oid_get_numeric_string(out, 8, &oid);
            hash = (hash ^ (uint64_t) ret) * 1099511628211u;
            for (size = 0; ret > 0 && size < 8; size++) {
                hash = (hash ^ (uint64_t) out[size]) * 1099511628211u;
            }
        }
        printf("all of %u: %016llx\n", (unsigned) len,
               (unsigned long long) hash);
    }
}

static void number_in(const char *text, size_t len)
{
    static unsigned char before[1];
    mbedtls_asn1_buf oid;
    size_t i;
    int ret;

    oid.tag = 77;
    oid.len = 7777;
    oid.p = before;
    ret = mbedtls_oid_from_numeric_string(&oid, text, len);
    printf("%.*s: %d, tag %d, %s", (int) (len < 60 ? len : 60), text, ret,
           oid.tag, oid.p == NULL ? "NULL" : oid.p == before ? "as before"
                                                             : "new");
    for (i = 0; ret == 0 && i < oid.len; i++) {
        printf(" %02x", oid.p[i]);
    }
    printf(", %u\n", (unsigned) oid.len);
    if (oid.p != before) {
        mbedtls_free(oid.p);
    }
}

static void numbers_in(void)
{
    static const char *const texts[] = {
        "", "1", "1.", "1.2", "1.2.", "1.2..", ".1.2", "1..2", "0.0", "0.39",
        "0.40", "1.39", "1.40", "2.39", "2.40", "2.999", "3.1", "2.4294967215",
        "2.4294967216", "1.2.4294967295", "1.2.4294967299", "1.2.99999999999",
        "1.2.840.113549.1.1.11", "01.002.0003", "1.2.3a", "1.2.a", "a.1",
        "1.2 ", " 1.2", "1.2.-3", "+1.2", "1.2.127", "1.2.128", "1.2.16383",
        "1.2.16384", "1.2.2097151", "1.2.2097152", "1.2.268435455",
        "1.2.268435456", "1.2.3.", "1a.2", "1.2a.3"
    };
    char many[600];
    size_t i;

    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        number_in(texts[i], strlen(texts[i]));
    }
    number_in("1.2.3.4", 5);
    number_in("1.2\0", 4);
    for (i = 0; i < sizeof(many); i++) {
        many[i] = i % 2 ? '.' : '1';
    }
    number_in(many, 253);
    number_in(many, 254);
    number_in(many, 255);
    number_in(many, 256);
    number_in(many, 257);
    number_in(many, 599);
}

int main(void)
{
    mbedtls_asn1_buf oid;
    size_t i, j;

    for (i = 0; i < sizeof(OIDS) / sizeof(OIDS[0]); i++) {
        oid.tag = MBEDTLS_ASN1_OID;
        oid.len = OIDS[i].len;
        oid.p = (unsigned char *) OIDS[i].content;
        printf("%s:", OIDS[i].name);
        for (j = 0; j < oid.len; j++) {
            printf(" %02x", oid.p[j]);
        }
        printf("\n");
        number_text(&oid, 64);
        look_up(&oid);
    }
    the_way_back();
    numbers_out();
    numbers_in();
    return 0;
}
