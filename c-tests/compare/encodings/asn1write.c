/*
 * What the functions of asn1write.h write, with room enough, and with every
 * size of buffer that is too small: the code, the place and every byte.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/asn1write.h>
#include <mbedtls/bignum.h>

static unsigned char buffer[700];

static void show(const char *what, int ret, const unsigned char *p,
                 size_t room)
{
    size_t i, end = 0;

    printf("%s, room %u: %d, left %d:", what, (unsigned) room, ret,
           (int) (p - buffer));
    /* Everything up to the last byte that was touched. */
    for (i = 0; i < sizeof(buffer); i++) {
        if (buffer[i] != 0x5e) {
            end = i + 1;
        }
    }
    for (i = 0; i < end; i++) {
        printf(" %02x", buffer[i]);
    }
    printf("\n");
}

/* A call with a buffer of exactly `room` bytes, and then with less. */
#define EACH(what, enough, call) \
    do { \
        size_t rooms[4], at; \
        rooms[0] = (enough); \
        rooms[1] = (enough) > 30 ? 30 : (enough); \
        for (at = 0; at < 2; at++) { \
            size_t room = rooms[at]; \
            for (;;) { \
                unsigned char *p = buffer + room, *start = buffer; \
                int ret; \
                memset(buffer, 0x5e, sizeof(buffer)); \
                ret = call; \
                show(what, ret, p, room); \
                if (at == 0 || room == 0) { \
                    break; \
                } \
                room--; \
            } \
        } \
    } while (0)

static void lengths(void)
{
    static const size_t lengths[] = {
        0, 1, 127, 128, 255, 256, 65535, 65536, 0xffffff, 0x1000000,
        0xffffffff, (size_t) 0x100000000, (size_t) -1
    };
    size_t i;
    int tag;

    for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        char title[64];

        sprintf(title, "len %llx", (unsigned long long) lengths[i]);
        EACH(title, 6, mbedtls_asn1_write_len(&p, start, lengths[i]));
    }
    for (tag = 0; tag < 256; tag += 51) {
        EACH("tag", 1, mbedtls_asn1_write_tag(&p, start, (unsigned char) tag));
    }
}

static void numbers(void)
{
    static const int values[] = {
        0, 1, 127, 128, 255, 256, 32767, 32768, 65535, 65536, 8388607, 8388608,
        INT_MAX, -1, -127, -128, -129, -256, INT_MIN
    };
    static const mbedtls_mpi_uint numbers[][3] = {
        { 0, 0, 0 }, { 1, 0, 0 }, { 0x7f, 0, 0 }, { 0x80, 0, 0 },
        { 0xffff, 0, 0 }, { 0, 1, 0 }, { 5, 0x80, 0 }, { 0, 0, 0x8000 },
        { 1, 2, 0x7fffffffffffffff }, { 1, 2, 0xffffffffffffffff }
    };
    mbedtls_mpi_uint limbs[32];
    mbedtls_mpi x;
    size_t i;

    for (i = 0; i < sizeof(values) / sizeof(values[0]); i++) {
        char title[64];

        sprintf(title, "int %d", values[i]);
        EACH(title, 8, mbedtls_asn1_write_int(&p, start, values[i]));
        sprintf(title, "enum %d", values[i]);
        EACH(title, 8, mbedtls_asn1_write_enum(&p, start, values[i]));
        sprintf(title, "bool %d", values[i]);
        EACH(title, 4, mbedtls_asn1_write_bool(&p, start, values[i]));
    }
    memset(&x, 0, sizeof(x));
    x.s = 1;
    EACH("mpi, fresh", 4, mbedtls_asn1_write_mpi(&p, start, &x));
    x.p = limbs;
    x.n = 3;
    for (i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++) {
        memcpy(limbs, numbers[i], sizeof(numbers[i]));
        x.s = 1;
        EACH("mpi", 30, mbedtls_asn1_write_mpi(&p, start, &x));
        x.s = -1;
        EACH("mpi, negative", 30, mbedtls_asn1_write_mpi(&p, start, &x));
    }
    memset(limbs, 0xff, sizeof(limbs));
    x.n = 32;
    x.s = 1;
    EACH("mpi of 2048 bits", 261, mbedtls_asn1_write_mpi(&p, start, &x));
}

static void strings(void)
{
    static const char oid[] = "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b";
    unsigned char many[600];

    memset(many, 'm', sizeof(many));
    EACH("null", 3, mbedtls_asn1_write_null(&p, start));
    EACH("raw", 6, mbedtls_asn1_write_raw_buffer(&p, start, many, 5));
    EACH("raw, none", 6, mbedtls_asn1_write_raw_buffer(&p, start, NULL, 0));
    EACH("oid", 12, mbedtls_asn1_write_oid(&p, start, oid, sizeof(oid) - 1));
    EACH("oid, none", 3, mbedtls_asn1_write_oid(&p, start, oid, 0));
    EACH("tagged", 9, mbedtls_asn1_write_tagged_string(&p, start, 0x1e, "text",
                                                       4));
    EACH("tagged 0x1ff", 9,
         mbedtls_asn1_write_tagged_string(&p, start, 0x1ff, "text", 4));
    EACH("printable", 9,
         mbedtls_asn1_write_printable_string(&p, start, "text", 4));
    EACH("utf8", 9, mbedtls_asn1_write_utf8_string(&p, start, "te\0t", 4));
    EACH("ia5", 9, mbedtls_asn1_write_ia5_string(&p, start, "text", 4));
    EACH("ia5, none", 9, mbedtls_asn1_write_ia5_string(&p, start, "", 0));
    EACH("octets", 9, mbedtls_asn1_write_octet_string(&p, start, many, 5));
    EACH("octets, 128", 131,
         mbedtls_asn1_write_octet_string(&p, start, many, 128));
    EACH("octets, 600", 604,
         mbedtls_asn1_write_octet_string(&p, start, many, 600));
    EACH("algorithm", 16, mbedtls_asn1_write_algorithm_identifier(
             &p, start, oid, sizeof(oid) - 1, 0));
    EACH("algorithm, 3 written", 16, mbedtls_asn1_write_algorithm_identifier(
             &p, start, oid, sizeof(oid) - 1, 3));
    EACH("algorithm, none", 16, mbedtls_asn1_write_algorithm_identifier_ext(
             &p, start, oid, sizeof(oid) - 1, 3, 0));
    EACH("algorithm, some", 16, mbedtls_asn1_write_algorithm_identifier_ext(
             &p, start, oid, sizeof(oid) - 1, 0, 2));
}

static void bits(void)
{
    static const unsigned char data[][3] = {
        { 0xff, 0xff, 0xff }, { 0x80, 0x00, 0x00 }, { 0x00, 0x00, 0x00 },
        { 0xa5, 0x10, 0x01 }, { 0x00, 0x01, 0x00 }, { 0x01, 0x80, 0x40 }
    };
    size_t i, bits;

    for (i = 0; i < sizeof(data) / sizeof(data[0]); i++) {
        for (bits = 0; bits <= 24; bits++) {
            char title[64];

            sprintf(title, "bits %02x%02x%02x, %u", data[i][0], data[i][1],
                    data[i][2], (unsigned) bits);
            EACH(title, 7,
                 mbedtls_asn1_write_bitstring(&p, start, data[i], bits));
            sprintf(title, "named bits %02x%02x%02x, %u", data[i][0],
                    data[i][1], data[i][2], (unsigned) bits);
            EACH(title, 7,
                 mbedtls_asn1_write_named_bitstring(&p, start, data[i], bits));
        }
    }
}

static void show_list(const mbedtls_asn1_named_data *entry)
{
    size_t i;

    for (; entry != NULL; entry = entry->next) {
        printf("  oid tag %d", entry->oid.tag);
        for (i = 0; i < entry->oid.len; i++) {
            printf(" %02x", entry->oid.p[i]);
        }
        printf(", value tag %d%s", entry->val.tag,
               entry->val.p == NULL ? " NULL" : "");
        for (i = 0; i < entry->val.len; i++) {
            printf(" %02x", entry->val.p[i]);
        }
        printf(", merged %d\n", entry->next_merged);
    }
}

static void store(void)
{
    static const struct {
        const char *oid;
        size_t oid_len;
        const char *val;
        size_t val_len;
    } steps[] = {
        { "abc", 3, "first", 5 }, { "ab", 2, NULL, 4 }, { "abc", 3, "other", 5 },
        { "abc", 3, NULL, 5 },    { "abc", 3, "long er", 7 },
        { "ab", 2, "x", 0 },      { "ab", 2, NULL, 0 }, { "ab", 2, "yz", 2 },
        { "d", 1, NULL, 0 },      { "abc", 3, NULL, 2 }, { "", 0, "empty", 5 }
    };
    mbedtls_asn1_named_data *list = NULL, *entry;
    size_t i;

    for (i = 0; i < sizeof(steps) / sizeof(steps[0]); i++) {
        entry = mbedtls_asn1_store_named_data(
            &list, steps[i].oid, steps[i].oid_len,
            (const unsigned char *) steps[i].val, steps[i].val_len);
        printf("store %u: %s\n", (unsigned) i,
               entry == NULL ? "NULL" : entry == list ? "first" : "later");
        show_list(list);
        if (entry != NULL) {
            entry->val.tag = 12;
        }
    }
    mbedtls_asn1_free_named_data_list(&list);
}

/* The macros, in functions of the kind that they are made for. */
static int checked(unsigned char **p, unsigned char *start)
{
    int ret;
    size_t len = 0;

    MBEDTLS_ASN1_CHK_ADD(len, mbedtls_asn1_write_int(p, start, 5));
    MBEDTLS_ASN1_CHK_ADD(len, mbedtls_asn1_write_len(p, start, len));
    MBEDTLS_ASN1_CHK_ADD(len, mbedtls_asn1_write_tag(p, start, 0x30));
    return (int) len;
}

static int checked_with_cleanup(unsigned char **p, unsigned char *start)
{
    int ret;
    size_t len = 0;

    MBEDTLS_ASN1_CHK_CLEANUP_ADD(len, mbedtls_asn1_write_null(p, start));
    MBEDTLS_ASN1_CHK_CLEANUP_ADD(len, mbedtls_asn1_write_null(p, start));
    ret = (int) len;
cleanup:
    return ret;
}

int main(void)
{
    lengths();
    numbers();
    strings();
    bits();
    store();
    EACH("checked", 6, checked(&p, start));
    EACH("checked with cleanup", 6, checked_with_cleanup(&p, start));
    return 0;
}
