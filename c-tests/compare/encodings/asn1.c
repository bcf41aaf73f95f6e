/*
 * What the functions of asn1.h make of every short input, and of some long
 * ones: the code, the place they leave, and all that they set.
 *
 * There are millions of short inputs, so one line sums up those of one
 * function, one length and one first byte: a hash of all results. With an
 * argument after the folder, such as "get_int:020101", one input is shown.
 */
/* mbedtls_asn1_free_named_data() is deprecated, but programs call it. */
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/asn1.h>
#include <mbedtls/bignum.h>
#include <mbedtls/platform.h>

/* What was seen of a call: text, or a hash of it. */
struct record {
    int is_shown;
    uint64_t hash;
};

static void note(struct record *record, long long number)
{
    if (record->is_shown) {
        printf(" %lld", number);
    } else {
        record->hash = (record->hash ^ (uint64_t) number) * 1099511628211u;
    }
}

/* A pointer, as the distance from the input's start; NULL is told apart. */
static void note_pointer(struct record *record, const unsigned char *p,
                         const unsigned char *input)
{
    note(record, p == NULL ? -1000 : (long long) (p - input));
}

static void note_buf(struct record *record, const mbedtls_asn1_buf *buf,
                     const unsigned char *input)
{
    note(record, buf->tag);
    note(record, (long long) buf->len);
    note_pointer(record, buf->p, input);
}

typedef void probe(struct record *record, unsigned char *input, size_t len);

static void get_len(struct record *record, unsigned char *input, size_t len)
{
    unsigned char *p = input;
    size_t out = 77777;

    note(record, mbedtls_asn1_get_len(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, (long long) out);
}

static void get_tag(struct record *record, unsigned char *input, size_t len)
{
    static const int tags[] = { 0x30, 0x02, 0x04, 0x100 + 0x30, -1, 0x81 };
    size_t i;

    for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        unsigned char *p = input;
        size_t out = 77777;

        note(record, mbedtls_asn1_get_tag(&p, input + len, &out, tags[i]));
        note_pointer(record, p, input);
        note(record, (long long) out);
    }
}

static void get_bool(struct record *record, unsigned char *input, size_t len)
{
    unsigned char *p = input;
    int out = 77777;

    note(record, mbedtls_asn1_get_bool(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, out);
}

static void get_int(struct record *record, unsigned char *input, size_t len)
{
    unsigned char *p = input;
    int out = 77777;

    note(record, mbedtls_asn1_get_int(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, out);
}

static void get_enum(struct record *record, unsigned char *input, size_t len)
{
    unsigned char *p = input;
    int out = 77777;

    note(record, mbedtls_asn1_get_enum(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, out);
}

static void get_mpi(struct record *record, unsigned char *input, size_t len)
{
    unsigned char *p = input;
    mbedtls_mpi out;
    size_t i;

    memset(&out, 0, sizeof(out));
    out.s = 1;
    note(record, mbedtls_asn1_get_mpi(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, out.s);
    note(record, out.n);
    for (i = 0; i < out.n; i++) {
        note(record, (long long) out.p[i]);
    }
    mbedtls_free(out.p);
}

static void get_bitstring(struct record *record, unsigned char *input,
                          size_t len)
{
    unsigned char *p = input;
    mbedtls_asn1_bitstring out;

    out.len = 77777;
    out.unused_bits = 77;
    out.p = input + 77;
    note(record, mbedtls_asn1_get_bitstring(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, (long long) out.len);
    note(record, out.unused_bits);
    note_pointer(record, out.p, input);
}

static void get_bitstring_null(struct record *record, unsigned char *input,
                               size_t len)
{
    unsigned char *p = input;
    size_t out = 77777;

    note(record, mbedtls_asn1_get_bitstring_null(&p, input + len, &out));
    note_pointer(record, p, input);
    note(record, (long long) out);
}

static void preset(mbedtls_asn1_buf *buf, unsigned char *input)
{
    buf->tag = 777;
    buf->len = 77777;
    buf->p = input + 77;
}

static void get_alg(struct record *record, unsigned char *input, size_t len)
{
    unsigned char *p = input;
    mbedtls_asn1_buf alg, params;

    preset(&alg, input);
    preset(&params, input);
    note(record, mbedtls_asn1_get_alg(&p, input + len, &alg, &params));
    note_pointer(record, p, input);
    note_buf(record, &alg, input);
    note_buf(record, &params, input);
}

static void get_alg_null(struct record *record, unsigned char *input,
                         size_t len)
{
    unsigned char *p = input;
    mbedtls_asn1_buf alg;

    preset(&alg, input);
    note(record, mbedtls_asn1_get_alg_null(&p, input + len, &alg));
    note_pointer(record, p, input);
    note_buf(record, &alg, input);
}

static void get_sequence_of(struct record *record, unsigned char *input,
                            size_t len)
{
    static const int tags[] = { 0x02, 0x04, 0x05, 0x102 };
    mbedtls_asn1_sequence first, *one;
    size_t i;

    for (i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        unsigned char *p = input;

        note(record, mbedtls_asn1_get_sequence_of(&p, input + len, &first,
                                                  tags[i]));
        note_pointer(record, p, input);
        for (one = &first; one != NULL; one = one->next) {
            note_buf(record, &one->buf, input);
        }
        mbedtls_asn1_sequence_free(first.next);
    }
}

struct visits {
    struct record *record;
    unsigned char *input;
    int left;
};

static int visit(void *ctx, int tag, unsigned char *start, size_t len)
{
    struct visits *visits = ctx;

    note(visits->record, tag);
    note_pointer(visits->record, start, visits->input);
    note(visits->record, (long long) len);
    return --visits->left < 0 ? 1234 : 0;
}

static void traverse(struct record *record, unsigned char *input, size_t len)
{
    static const unsigned char masks[][4] = {
        { 0, 0, 0, 0 }, { 0xff, 2, 0, 0 }, { 0x1f, 4, 0x80, 0x80 },
        { 0, 0, 0xff, 5 }, { 0, 1, 0, 0 }, { 0x20, 0, 2, 3 }
    };
    size_t i;

    for (i = 0; i < sizeof(masks) / sizeof(masks[0]); i++) {
        unsigned char *p = input;
        struct visits visits;

        visits.record = record;
        visits.input = input;
        visits.left = 1;
        note(record, mbedtls_asn1_traverse_sequence_of(
                 &p, input + len, masks[i][0], masks[i][1], masks[i][2],
                 masks[i][3], visit, &visits));
        note_pointer(record, p, input);
        p = input;
        note(record, mbedtls_asn1_traverse_sequence_of(
                 &p, input + len, masks[i][0], masks[i][1], masks[i][2],
                 masks[i][3], NULL, NULL));
        note_pointer(record, p, input);
    }
}

static const struct {
    const char *name;
    probe *run;
} PROBES[] = {
    { "get_len", get_len },
    { "get_tag", get_tag },
    { "get_bool", get_bool },
    { "get_int", get_int },
    { "get_enum", get_enum },
    { "get_mpi", get_mpi },
    { "get_bitstring", get_bitstring },
    { "get_bitstring_null", get_bitstring_null },
    { "get_alg", get_alg },
    { "get_alg_null", get_alg_null },
    { "get_sequence_of", get_sequence_of },
    { "traverse", traverse },
};
#define COUNT (sizeof(PROBES) / sizeof(PROBES[0]))

/* The bytes that mean something to a reader of DER, and some neighbours. */
static const unsigned char ALPHABET[] = {
    0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0a, 0x30, 0x7f, 0x80, 0x81,
    0x82, 0x84, 0x85, 0xff
};

/* Runs all inputs of a length: of all bytes, or of those of the alphabet. */
static void all_of_length(size_t probe, size_t len, int all_bytes)
{
    size_t letters = all_bytes ? 256 : sizeof(ALPHABET), at[8] = { 0 }, i;
    unsigned char input[128];
    struct record record = { 0, 14695981039346656037u };

    memset(input, 0, sizeof(input));
    for (;;) {
        for (i = 0; i < len; i++) {
            input[i] = all_bytes ? (unsigned char) at[i] : ALPHABET[at[i]];
        }
        PROBES[probe].run(&record, input, len);
        i = len;
        while (i > 0 && ++at[i - 1] == letters) {
            at[i - 1] = 0;
            i--;
        }
        if (i <= 1) {
            printf("%s, %u bytes, from %02x: %016llx\n", PROBES[probe].name,
                   (unsigned) len, len == 0 ? 0 : input[0],
                   (unsigned long long) record.hash);
            record.hash = 14695981039346656037u;
        }
        if (i == 0) {
            break;
        }
    }
}

/* One input, with everything. */
static void shown(size_t probe, const char *title, unsigned char *input,
                  size_t len)
{
    struct record record = { 1, 0 };

    printf("%s %s:", PROBES[probe].name, title);
    PROBES[probe].run(&record, input, len);
    printf("\n");
}

/* A value of `content` bytes with a length in so many bytes. */
static void long_value(unsigned char tag, unsigned width, size_t content)
{
    unsigned char *input = calloc(1, content + 200);
    char title[64];
    size_t head = 0, i;

    input[head++] = tag;
    if (width > 0) {
        input[head++] = (unsigned char) (0x80 | width);
        for (i = width; i > 0; i--) {
            input[head++] = (unsigned char) (content >> (8 * (i - 1)));
        }
    } else {
        input[head++] = (unsigned char) content;
    }
    if (tag == 0x30) {
        for (i = 0; i + 2 < content; i += 3) {
            input[head + i] = 0x02;
            input[head + i + 1] = 0x01;
        }
    }
    for (i = 0; i < COUNT; i++) {
        sprintf(title, "%02x, %u bytes behind a length of %u", tag,
                (unsigned) content, width);
        if (content < 1000 || PROBES[i].run != get_sequence_of) {
            shown(i, title, input, head + content);
            shown(i, "one byte short", input, head + content - 1);
        }
    }
    free(input);
}

static void lists(void)
{
    mbedtls_asn1_named_data list[3], *head, *entry;
    /* Three names of the list, the last of which is cut, and one more. */
    unsigned char oids[] = "\x55\x04\x03\x55\x04\x04\x55\x04\x06\x55\x04\x07";
    size_t i;

    memset(list, 0, sizeof(list));
    for (i = 0; i < 3; i++) {
        list[i].oid.p = oids + 3 * i;
        list[i].oid.len = i == 2 ? 2 : 3;
        list[i].next = i == 2 ? NULL : &list[i + 1];
    }
    for (i = 0; i < 4; i++) {
        const mbedtls_asn1_named_data *found = mbedtls_asn1_find_named_data(
            list, (const char *) oids + 3 * i, i == 2 ? 2 : 3);

        printf("find %u: %d\n", (unsigned) i,
               found == NULL ? -1 : (int) (found - list));
    }
    printf("find in nothing: %d\n",
           mbedtls_asn1_find_named_data(NULL, "x", 1) == NULL);
    head = NULL;
    for (i = 0; i < 3; i++) {
        entry = mbedtls_calloc(1, sizeof(*entry));
        entry->oid.p = mbedtls_calloc(1, 3);
        entry->val.p = mbedtls_calloc(1, 3);
        entry->next = head;
        head = entry;
    }
    entry = head->next;
    mbedtls_asn1_free_named_data(head);
    printf("freed: %d %d %d\n", head->oid.p == NULL, head->val.p == NULL,
           head->next == NULL);
    mbedtls_free(head);
    mbedtls_asn1_free_named_data_list(&entry);
    printf("freed: %d\n", entry == NULL);
    mbedtls_asn1_free_named_data(NULL);
    mbedtls_asn1_free_named_data_list(&entry);
    mbedtls_asn1_free_named_data_list_shallow(NULL);
    mbedtls_asn1_sequence_free(NULL);
    mbedtls_asn1_free_named_data_list_shallow(
        mbedtls_calloc(1, sizeof(*entry)));
    mbedtls_asn1_sequence_free(
        mbedtls_calloc(1, sizeof(mbedtls_asn1_sequence)));
}

/* The macros that programs compare with. */
static void macros(void)
{
    unsigned char cn[] = { 0x55, 0x04, 0x03 };
    mbedtls_asn1_buf buf;
    int tag;

    buf.tag = MBEDTLS_ASN1_OID;
    buf.len = 3;
    buf.p = cn;
    printf("size %u\n", (unsigned) MBEDTLS_OID_SIZE("\x55\x04\x03"));
    printf("compare %d %d %d %d\n", MBEDTLS_OID_CMP("\x55\x04\x03", &buf) != 0,
           MBEDTLS_OID_CMP("\x55\x04\x04", &buf) != 0,
           MBEDTLS_OID_CMP("\x55\x04", &buf) != 0,
           MBEDTLS_OID_CMP_RAW("\x55\x04\x03", cn, 3) != 0);
    printf("strings");
    for (tag = -1; tag < 300; tag++) {
        if (MBEDTLS_ASN1_IS_STRING_TAG(tag)) {
            printf(" %d", tag);
        }
    }
    printf("\n");
}

/* Shows one input, given as FUNCTION:HEX. */
static int one(const char *wanted)
{
    const char *hex = strchr(wanted, ':');
    unsigned char input[256];
    size_t i, len = 0;
    unsigned byte;

    for (i = 0; hex != NULL && i < COUNT; i++) {
        if (strncmp(PROBES[i].name, wanted, (size_t) (hex - wanted)) == 0 &&
            PROBES[i].name[hex - wanted] == '\0') {
            while (len < sizeof(input) &&
                   sscanf(hex + 1 + 2 * len, "%2x", &byte) == 1) {
                input[len++] = (unsigned char) byte;
            }
            shown(i, hex + 1, input, len);
            return 0;
        }
    }
    return 2;
}

int main(int argc, char **argv)
{
    static const unsigned char tags[] = { 0x01, 0x02, 0x03, 0x04, 0x06, 0x30 };
    size_t probe, len, i;

    if (argc > 2) {
        return one(argv[2]);
    }
    macros();
    lists();
    for (probe = 0; probe < COUNT; probe++) {
        for (len = 0; len <= 2; len++) {
            all_of_length(probe, len, 1);
        }
        for (len = 3; len <= 5; len++) {
            all_of_length(probe, len, 0);
        }
    }
    for (i = 0; i < sizeof(tags); i++) {
        long_value(tags[i], 0, 127);
        long_value(tags[i], 1, 9);
        long_value(tags[i], 1, 255);
        long_value(tags[i], 2, 300);
        long_value(tags[i], 3, 70000);
        long_value(tags[i], 4, 66000);
        long_value(tags[i], 5, 12);
    }
    return 0;
}
