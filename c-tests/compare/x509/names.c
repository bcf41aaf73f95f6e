/*
 * Names: out of text, into text, one attribute after the other; alternative
 * names taken apart; addresses. With names that nobody would give a child.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <stdio.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/asn1write.h>
#include <mbedtls/oid.h>
#include <mbedtls/platform.h>
#include <mbedtls/x509.h>
#include <mbedtls/x509_crt.h>

static void show(const char *what, int ret)
{
    printf("  %-24s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void text_of(const mbedtls_x509_name *name)
{
    static const size_t sizes[] = { 0, 1, 2, 5, 12, 20, 40, 300 };
    char text[2048];
    size_t i;
    int ret;

    memset(text, '#', sizeof(text));
    text[sizeof(text) - 1] = 0;
    ret = mbedtls_x509_dn_gets(text, sizeof(text), name);
    show("dn_gets", ret);
    if (ret >= 0) {
        printf("  %s\n", text);
    }
    for (i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        show("dn_gets of a size", mbedtls_x509_dn_gets(text, sizes[i], name));
    }
}

static void from_text(const char *text)
{
    mbedtls_asn1_named_data *names = NULL, *one;
    size_t i;
    int ret;

    printf("== %.70s (%u)\n", text, (unsigned) strlen(text));
    ret = mbedtls_x509_string_to_names(&names, text);
    show("string_to_names", ret);
    for (one = ret == 0 ? names : NULL; one != NULL; one = one->next) {
        printf("  tag %d, oid", one->val.tag);
        for (i = 0; i < one->oid.len; i++) {
            printf(" %02x", one->oid.p[i]);
        }
        printf(", value");
        for (i = 0; i < one->val.len; i++) {
            printf(" %02x", one->val.p[i]);
        }
        printf(", merged %d\n", one->next_merged);
    }
    if (ret == 0) {
        text_of(names);
        show("again", mbedtls_x509_string_to_names(&names, "CN=a"));
    }
    mbedtls_asn1_free_named_data_list(&names);
}

static void texts(void)
{
    static const char *const all[] = {
        "", "=", "CN", "CN=", "CN=a", "cn=a", "CN=a,", "CN=a,,O=b", "CN=a, O=b",
        "CN=a ,O=b", "CN= a", "CN=a,   ", "CN=a=b", "CN=a\\,b", "CN=a\\=b",
        "CN=\\#a", "CN=\\ a\\ ", "CN=a\\", "CN=a\\x", "CN=\\41\\42", "CN=\\00",
        "CN=\\4", "CN=\\c3\\a4", "CN=\xc3\xa4", "CN=#0c0161", "CN=#0C0161",
        "CN=#0c02", "CN=#", "CN=#zz", "CN=#0c016", "CN=#0c0100", "CN=#1e0200ff",
        "CN=#040100", "CN=#050", "2.5.4.3=#0c0161", "2.5.4.3=a",
        "1.2.3.4=#040161", "9.9=#0c0161", "1.2.3=#0c0161,CN=b", "CN=a,OU",
        "CN=a,OU=", "XX=a", "CN=a,CN=b", "O=a,CN=b,O=c", "commonName=a",
        "SN=s,surName=t", "serialNumber=5", "C=DE,countryName=FR", "L=l,ST=s",
        "locality=l", "stateOrProvinceName=s", "organizationName=o",
        "organizationalUnitName=u", "title=t,postalAddress=p,postalCode=c",
        "GN=g,givenName=h,initials=i,generationQualifier=q,dnQualifier=d",
        "pseudonym=p,R=r,emailAddress=e", "DC=d,domainComponent=e", "UID=u",
        "CN=a+O=b", "CN=\"a\"", "CN=a;b", "CN=<a>", " CN=a", "CN =a",
        "CN=a\nb", "CN=\x01", "O=\\\\", "O=\\\\,CN=a", "O=a\\,CN=b"
    };
    char many[600];
    size_t i;
    mbedtls_asn1_named_data *names = NULL;

    for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        from_text(all[i]);
    }
    for (i = 254; i < 259; i++) {
        memset(many, 'x', sizeof(many));
        memcpy(many, "CN=", 3);
        many[3 + i] = 0;
        from_text(many);
    }
    show("empty", mbedtls_x509_string_to_names(&names, ""));
    mbedtls_asn1_free_named_data_list(&names);
}

static void value(mbedtls_asn1_buf *buf, int tag, const void *p, size_t len)
{
    buf->tag = tag;
    buf->p = (unsigned char *) p;
    buf->len = len;
}

/* Values of every string type with bytes that texts must not show as such. */
static void hostile(void)
{
    static const int tags[] = {
        MBEDTLS_ASN1_UTF8_STRING, MBEDTLS_ASN1_PRINTABLE_STRING,
        MBEDTLS_ASN1_IA5_STRING, MBEDTLS_ASN1_T61_STRING,
        MBEDTLS_ASN1_BMP_STRING, MBEDTLS_ASN1_UNIVERSAL_STRING,
        MBEDTLS_ASN1_OCTET_STRING, 0, 0x1a
    };
    static const struct {
        const char *p;
        size_t len;
    } values[] = {
        { "", 0 }, { "a", 1 }, { "a\0b", 3 }, { "\0", 1 }, { " a ", 3 },
        { "#a", 2 }, { "a#", 2 }, { "a,b+c=d<e>f;g\"h\\i", 17 },
        { "\xc3\xa4\xe2\x82\xac", 5 }, { "\xff\xfe", 2 }, { "\x7f\x1f\n", 3 },
        { " ", 1 }, { "  ", 2 }, { "good.example\0.evil.example", 26 }
    };
    static const char *const oids[] = {
        "\x55\x04\x03", "\x55\x04\x7f", "\x80", "\x2a\x81"
    };
    static char many[300];
    mbedtls_x509_name name, second;
    size_t i, j, k;

    for (k = 0; k < 4; k++) {
        for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
            for (j = 0; j < sizeof(values) / sizeof(values[0]); j++) {
                memset(&name, 0, sizeof(name));
                value(&name.oid, 6, oids[k], strlen(oids[k]));
                value(&name.val, tags[i], values[j].p, values[j].len);
                printf("oid %u, tag %d, value %u\n", (unsigned) k, tags[i],
                       (unsigned) j);
                text_of(&name);
            }
        }
    }
    for (i = 0; i < 2; i++) {
        memset(many, i == 0 ? 'm' : '\xe4', sizeof(many));
        for (j = 80; j < 90; j++) {
            value(&name.oid, 6, oids[0], 3);
            value(&name.val, tags[0], many, j);
            text_of(&name);
            value(&name.val, tags[0], many, j + 170);
            text_of(&name);
            value(&name.val, tags[4], many, j + 40);
            text_of(&name);
        }
    }
    memset(&name, 0, sizeof(name));
    memset(&second, 0, sizeof(second));
    value(&name.oid, 6, oids[0], 3);
    value(&name.val, 12, "a", 1);
    value(&second.oid, 6, oids[0], 3);
    value(&second.val, 12, "b", 1);
    name.next = &second;
    text_of(&name);
    printf("next %d\n", mbedtls_x509_dn_get_next(&name) == &second);
    name.next_merged = 1;
    text_of(&name);
    printf("next %d\n", mbedtls_x509_dn_get_next(&name) == NULL);
    memset(&name.oid, 0, sizeof(name.oid));
    text_of(&name);
}

static void alt_name(int tag, const char *content, size_t len)
{
    mbedtls_x509_subject_alternative_name san;
    mbedtls_x509_buf buf;
    int ret;

    memset(&san, 0, sizeof(san));
    value(&buf, tag, content, len);
    ret = mbedtls_x509_parse_subject_alt_name(&buf, &san);
    printf("san %02x, %u bytes: %s0x%04x", tag, (unsigned) len,
           ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret));
    if (ret == 0) {
        printf(", type %d", san.type);
        if (san.type == MBEDTLS_X509_SAN_DIRECTORY_NAME) {
            printf("\n");
            text_of(&san.san.directory_name);
        } else if (san.type == MBEDTLS_X509_SAN_OTHER_NAME) {
            printf(", %d %d %d",
                   (int) san.san.other_name.type_id.len,
                   (int) san.san.other_name.value.hardware_module_name.oid.len,
                   (int) san.san.other_name.value.hardware_module_name.val.len);
        } else {
            printf(", %d bytes, tag %d", (int) san.san.unstructured_name.len,
                   san.san.unstructured_name.tag);
        }
    }
    printf("\n");
    mbedtls_x509_free_subject_alt_name(&san);
}

static void alt_names(void)
{
    static const char directory[] =
        "\x30\x18\x31\x16\x30\x09\x06\x03\x55\x04\x03\x0c\x02" "ab"
        "\x30\x09\x06\x03\x55\x04\x0a\x0c\x02" "cd";
    static const char module[] =
        "\x06\x08\x2b\x06\x01\x05\x05\x07\x08\x04\xa0\x0a\x30\x08\x06\x02\x2a"
        "\x03\x04\x02\x01\x02";
    static const char other[] = "\x06\x02\x2a\x03\xa0\x03\x04\x01x";
    size_t i;
    int tag;

    for (tag = 0x80; tag <= 0xaf; tag++) {
        alt_name(tag, "abcd", 4);
        alt_name(tag, "", 0);
        alt_name(tag, "0123456789abcdef", 16);
        alt_name(tag, directory, sizeof(directory) - 1);
        alt_name(tag, module, sizeof(module) - 1);
        alt_name(tag, other, sizeof(other) - 1);
    }
    alt_name(0x02, "abcd", 4);
    alt_name(0xc2, "abcd", 4);
    for (i = 0; i < sizeof(directory); i++) {
        alt_name(0xa4, directory, i);
    }
    for (i = 0; i < sizeof(module); i++) {
        alt_name(0xa0, module, i);
    }
}

static void addresses(void)
{
    static const char *const all[] = {
        "", "1.2.3.4", "1.2.3", "1.2.3.4.5", "1.2.3.256", "01.2.3.4",
        "1.2.3.04", " 1.2.3.4", "1.2.3.4 ", "0x1.2.3.4", "a.b.c.d", "::",
        "::1", "1::", "1::2::3", "1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7::", "::2:3:4:5:6:7:8",
        "::ffff:1.2.3.4", "1.2.3.4::", "1:2:3:4:5:6:1.2.3.4", "fe80::1%eth0",
        "FE80::ABCD", "12345::", "0001::", "00001::", "g::", ":1", "1:", ":",
        "[::1]", "::1.2.3", "::1.2.3.4.5", "1:2:3:4:5:6:7:1.2.3.4"
    };
    unsigned char out[16];
    size_t i, j, len;

    for (i = 0; i < sizeof(all) / sizeof(all[0]); i++) {
        memset(out, 0x77, sizeof(out));
        len = mbedtls_x509_crt_parse_cn_inet_pton(all[i], out);
        printf("%s: %u", all[i], (unsigned) len);
        for (j = 0; j < len; j++) {
            printf(" %02x", out[j]);
        }
        printf("\n");
    }
}

int main(void)
{
    texts();
    hostile();
    alt_names();
    addresses();
    return 0;
}
