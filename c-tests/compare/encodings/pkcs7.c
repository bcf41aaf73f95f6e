/*
 * pkcs7.h: what OpenSSL signed (tests/data/pkcs7), all fields of it; the codes
 * for messages that end early, have another byte, or an element too many, too
 * few or of another kind; verification with every certificate.
 */
#define MBEDTLS_ALLOW_PRIVATE_ACCESS
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/md.h>
#include <mbedtls/oid.h>
#include <mbedtls/pkcs7.h>

#define ROOM 8192

struct bytes {
    unsigned char data[ROOM];
    size_t len;
};

static const char *const messages[] = {
    "rsa-md5", "rsa-sha1", "rsa-sha224", "rsa-sha256", "rsa-sha384",
    "rsa-sha512", "rsa-sha3-256", "ec-sha1", "ec-sha512", "ec384-sha384",
    /* From here on they are changed as well: the others are made alike. */
    "ec-sha256", "rsa-certificate", "ec-certificate", "two", "three",
    "cms", "two-certificates", "content", "attributes", "key-id", "pss",
    "two-digests", "certificates-only", "enveloped", "digested", "encrypted",
    "data"
};
static const char *const certificates[] = {
    "rsa", "rsa2", "ec", "ec384", "expired", "future"
};
#define CHANGED_FROM 10
#define COUNT(list) (sizeof(list) / sizeof(list[0]))

static const char *folder;
static struct bytes content;

static void load(struct bytes *file, const char *name, const char *ending)
{
    char path[1024];
    FILE *stream;

    snprintf(path, sizeof(path), "%s/%s%s", folder, name, ending);
    stream = fopen(path, "rb");
    if (stream == NULL) {
        fprintf(stderr, "%s cannot be read\n", path);
        exit(1);
    }
    file->len = fread(file->data, 1, sizeof(file->data), stream);
    fclose(stream);
}

/* Codes one after the other; equal ones are counted. */
struct run {
    int code;
    unsigned times;
    int on_line;
};

static void flush(struct run *run)
{
    if (run->times > 0) {
        if (run->on_line == 8) {
            printf("\n   ");
            run->on_line = 0;
        }
        printf(" %s%04x", run->code < 0 ? "-" : "", (unsigned) abs(run->code));
        if (run->times > 1) {
            printf("*%u", run->times);
        }
        run->on_line++;
    }
    run->times = 0;
}

static void add(struct run *run, int code)
{
    if (run->times > 0 && run->code != code) {
        flush(run);
    }
    run->code = code;
    run->times++;
}

static void end(struct run *run)
{
    flush(run);
    printf("\n");
    run->on_line = 0;
}

/* The code of a message, in memory of just its size. */
static int code_of(const unsigned char *data, size_t len)
{
    mbedtls_pkcs7 pkcs7;
    unsigned char *copy = malloc(len == 0 ? 1 : len);
    int ret;

    memcpy(copy, data, len);
    mbedtls_pkcs7_init(&pkcs7);
    ret = mbedtls_pkcs7_parse_der(&pkcs7, copy, len);
    mbedtls_pkcs7_free(&pkcs7);
    free(copy);
    return ret;
}

static void place(const mbedtls_pkcs7 *pkcs7, const char *what,
                  const mbedtls_asn1_buf *buf)
{
    if (buf->p == NULL) {
        printf("  %s: tag %d, len %u\n", what, buf->tag, (unsigned) buf->len);
    } else {
        printf("  %s: tag %d, len %u at %d\n", what, buf->tag,
               (unsigned) buf->len, (int) (buf->p - pkcs7->raw.p));
    }
}

static void show_name(const mbedtls_pkcs7 *pkcs7, const mbedtls_x509_name *name)
{
    char text[512];
    int ret = mbedtls_x509_dn_gets(text, sizeof(text), name);

    printf("  issuer %d %s\n", ret, ret < 0 ? "" : text);
    for (; name != NULL; name = name->next) {
        place(pkcs7, "attribute", &name->oid);
        place(pkcs7, "value", &name->val);
        printf("  merged %d\n", name->next_merged);
    }
}

static void show_fields(const mbedtls_pkcs7 *pkcs7)
{
    const mbedtls_pkcs7_signed_data *data = &pkcs7->signed_data;
    const mbedtls_pkcs7_signer_info *signer = &data->signers;
    char text[256];
    int ret;

    printf("  raw: tag %d, len %u\n", pkcs7->raw.tag,
           (unsigned) pkcs7->raw.len);
    printf("  version %d, certificates %d, lists %d, signers %d\n",
           data->version, data->no_of_certs, data->no_of_crls,
           data->no_of_signers);
    place(pkcs7, "digest", &data->digest_alg_identifiers);
    printf("  certificate: version %d, raw %u bytes, next %d\n",
           data->certs.version, (unsigned) data->certs.raw.len,
           data->certs.next != NULL);
    if (data->certs.version != 0) {
        ret = mbedtls_x509_dn_gets(text, sizeof(text), &data->certs.subject);
        printf("  subject %d %s\n", ret, ret < 0 ? "" : text);
    }
    printf("  list: version %d\n", data->crl.version);
    for (; signer != NULL; signer = signer->next) {
        printf(" signer: version %d\n", signer->version);
        place(pkcs7, "serial", &signer->serial);
        place(pkcs7, "issuer_raw", &signer->issuer_raw);
        place(pkcs7, "alg_identifier", &signer->alg_identifier);
        place(pkcs7, "sig_alg_identifier", &signer->sig_alg_identifier);
        place(pkcs7, "sig", &signer->sig);
        show_name(pkcs7, &signer->issuer);
    }
}

static void show(const char *name, const unsigned char *data, size_t len)
{
    mbedtls_pkcs7 pkcs7;
    int ret;

    mbedtls_pkcs7_init(&pkcs7);
    ret = mbedtls_pkcs7_parse_der(&pkcs7, data, len);
    printf("%s: %d\n", name, ret);
    if (ret >= 0) {
        show_fields(&pkcs7);
    }
    mbedtls_pkcs7_free(&pkcs7);
    mbedtls_pkcs7_free(&pkcs7);
}

/* Where the content of a ContentInfo begins. */
static size_t inner(const struct bytes *message)
{
    return message->data[1] == 0x82 ? 19 : message->data[1] == 0x81 ? 17 : 15;
}

static void cut(const char *name, const unsigned char *data, size_t len)
{
    struct run run = { 0, 0, 0 };
    struct bytes more;
    size_t i;

    printf("%s cut:", name);
    for (i = 0; i <= len; i++) {
        add(&run, code_of(data, i));
    }
    end(&run);
    memcpy(more.data, data, len);
    memset(more.data + len, 0, 4);
    printf("%s with more:", name);
    for (i = 1; i <= 4; i++) {
        add(&run, code_of(more.data, len + i));
    }
    end(&run);
}

/* What becomes of one element of a message. */
enum edit {
    REMOVE, TWICE, EMPTY, ZERO_BEFORE, ZERO_BEHIND, NULL_BEFORE, NULL_AT_END,
    SEQUENCE_AT_END, SHORTER, TAG, FOLLOWED
};
static const char *const edits[] = {
    "removed", "twice", "empty", "after a zero", "before a zero",
    "after NULL", "NULL at its end", "SEQUENCE at its end", "a byte shorter",
    "tag", "followed by"
};

struct change {
    enum edit edit;
    unsigned target;
    unsigned char value;
    unsigned seen;
};

static void put(struct bytes *out, const void *data, size_t len)
{
    if (out->len + len > sizeof(out->data)) {
        fprintf(stderr, "no room\n");
        exit(1);
    }
    memcpy(out->data + out->len, data, len);
    out->len += len;
}

static void put_element(struct bytes *out, unsigned char tag,
                        const struct bytes *value)
{
    unsigned char head[4] = { tag, 0, 0, 0 };
    size_t len = value->len, used = 2;

    if (len < 0x80) {
        head[1] = (unsigned char) len;
    } else if (len < 0x100) {
        head[1] = 0x81;
        head[2] = (unsigned char) len;
        used = 3;
    } else {
        head[1] = 0x82;
        head[2] = (unsigned char) (len >> 8);
        head[3] = (unsigned char) len;
        used = 4;
    }
    put(out, head, used);
    put(out, value->data, len);
}

/* Writes elements again, one of them changed, the lengths of all others right. */
static void rewrite(struct bytes *out, const unsigned char *in, size_t len,
                    struct change *change)
{
    static const unsigned char nulls[2] = { 5, 0 }, sequence[2] = { 0x30, 0 };
    size_t at = 0;

    while (at < len) {
        struct bytes *value = malloc(sizeof(*value));
        unsigned char tag = in[at];
        size_t n = in[at + 1], head = 2, i;
        int hit = change->seen++ == change->target;

        if (n >= 0x80) {
            head += n & 0x7f;
            for (n = 0, i = 2; i < head; i++) {
                n = n << 8 | in[at + i];
            }
        }
        value->len = 0;
        if ((tag & 0x20) != 0) {
            rewrite(value, in + at + head, n, change);
        } else {
            put(value, in + at + head, n);
        }
        at += head + n;
        if (hit && change->edit == ZERO_BEFORE) {
            memmove(value->data + 1, value->data, value->len++);
            value->data[0] = 0;
        } else if (hit && change->edit == ZERO_BEHIND) {
            put(value, nulls + 1, 1);
        } else if (hit && change->edit == NULL_AT_END) {
            put(value, nulls, 2);
        } else if (hit && change->edit == SEQUENCE_AT_END) {
            put(value, sequence, 2);
        } else if (hit && change->edit == SHORTER && value->len > 0) {
            value->len--;
        } else if (hit && change->edit == EMPTY) {
            value->len = 0;
        } else if (hit && change->edit == TAG) {
            tag = change->value;
        } else if (hit && change->edit == NULL_BEFORE) {
            put(out, nulls, 2);
        }
        if (!hit || change->edit != REMOVE) {
            put_element(out, tag, value);
        }
        if (hit && change->edit == TWICE) {
            put_element(out, tag, value);
        } else if (hit && change->edit == FOLLOWED) {
            value->len = 0;
            put_element(out, change->value, value);
        }
        free(value);
    }
}

/* One change to each element in turn. */
static void change_each(const char *name, const unsigned char *data, size_t len,
                        enum edit edit, unsigned char value)
{
    struct run run = { 0, 0, 0 };
    struct change change;
    struct bytes out;
    unsigned target = 0, count = 1;

    printf("%s %s", name, edits[edit]);
    if (edit == TAG || edit == FOLLOWED) {
        printf(" %02x", value);
    }
    printf(":");
    for (; target < count; target++) {
        change.edit = edit;
        change.target = target;
        change.value = value;
        change.seen = 0;
        out.len = 0;
        rewrite(&out, data, len, &change);
        count = change.seen;
        add(&run, code_of(out.data, out.len));
    }
    end(&run);
}

static void change(const char *name, const unsigned char *data, size_t len)
{
    static const unsigned char tags[] = {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0c, 0x13, 0x30, 0x31, 0x80,
        0x82, 0xa0, 0xa1, 0xa2, 0xff
    };
    enum edit edit;
    size_t i;

    for (edit = REMOVE; edit < TAG; edit++) {
        change_each(name, data, len, edit, 0);
    }
    for (i = 0; i < COUNT(tags); i++) {
        change_each(name, data, len, TAG, tags[i]);
        change_each(name, data, len, FOLLOWED, tags[i]);
    }
}

/*
 * Is the change of this byte one that makes a length longer than need be? 3.6
 * takes such lengths, ours does not, and so they fail in other places.
 */
static int is_long(const unsigned char *data, size_t len, size_t at)
{
    size_t i;

    for (i = at < 4 ? 0 : at - 4; i <= at && i + 1 < len; i++) {
        if ((data[i] == 0x81 && data[i + 1] < 0x80) ||
            (data[i] > 0x81 && data[i] < 0x85 && data[i + 1] == 0)) {
            return 1;
        }
    }
    return 0;
}

/* Every byte with other values; those of signatures alone are not looked at. */
static void flip(const char *name, const struct bytes *message, size_t from,
                 size_t to)
{
    static const unsigned char values[] = {
        0x00, 0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x30, 0x31, 0x7f, 0x80, 0x84,
        0x85, 0xa0, 0xa1, 0xff
    };
    struct run run = { 0, 0, 0 };
    struct bytes copy = *message;
    size_t i, at;
    int value;

    for (i = 0; i < COUNT(values); i++) {
        printf("%s byte %02x:", name, values[i]);
        for (at = from; at < to; at++) {
            copy.data[at] = values[i];
            if (!is_long(copy.data, copy.len, at)) {
                add(&run, code_of(copy.data, copy.len));
            }
            copy.data[at] = message->data[at];
        }
        end(&run);
    }
    for (value = 1; value < 256; value <<= 1) {
        printf("%s bit %02x:", name, (unsigned) value);
        for (at = from; at < to; at++) {
            copy.data[at] ^= (unsigned char) value;
            if (!is_long(copy.data, copy.len, at)) {
                add(&run, code_of(copy.data, copy.len));
            }
            copy.data[at] = message->data[at];
        }
        end(&run);
    }
}

static void crt_load(mbedtls_x509_crt *crt, const char *name)
{
    struct bytes der;
    int ret;

    load(&der, name, ".crt");
    mbedtls_x509_crt_init(crt);
    ret = mbedtls_x509_crt_parse_der(crt, der.data, der.len);
    if (ret != 0) {
        printf("certificate %s %d\n", name, ret);
    }
}

/* The hash of the content that a message was made with. */
static size_t hash_of(const mbedtls_pkcs7 *pkcs7, unsigned char *hash)
{
    const mbedtls_md_info_t *info;
    mbedtls_md_type_t type;

    if (mbedtls_oid_get_md_alg(&pkcs7->signed_data.digest_alg_identifiers,
                               &type) != 0) {
        return 0;
    }
    info = mbedtls_md_info_from_type(type);
    mbedtls_md(info, content.data, content.len, hash);
    return mbedtls_md_get_size(info);
}

static void verify(const char *name)
{
    struct run run = { 0, 0, 0 };
    mbedtls_pkcs7 pkcs7;
    struct bytes message;
    unsigned char hash[128] = { 0 };
    size_t len, i, n;

    load(&message, name, ".der");
    mbedtls_pkcs7_init(&pkcs7);
    if (mbedtls_pkcs7_parse_der(&pkcs7, message.data, message.len) < 0) {
        return;
    }
    len = hash_of(&pkcs7, hash);
    for (i = 0; i < COUNT(certificates); i++) {
        mbedtls_x509_crt crt;

        crt_load(&crt, certificates[i]);
        printf("%s verified with %s:", name, certificates[i]);
        add(&run, mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, content.data,
                                                   content.len));
        add(&run, mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, content.data,
                                                   content.len - 1));
        add(&run, mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, content.data,
                                                   0));
        add(&run, mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, NULL, 0));
        add(&run, mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, NULL, 5));
        flush(&run);
        printf(", hash");
        for (n = 0; n <= 65; n++) {
            add(&run, mbedtls_pkcs7_signed_hash_verify(&pkcs7, &crt, hash, n));
        }
        add(&run, mbedtls_pkcs7_signed_hash_verify(&pkcs7, &crt, NULL, len));
        add(&run, mbedtls_pkcs7_signed_hash_verify(&pkcs7, &crt, NULL, 0));
        hash[len - 1] ^= 1;
        add(&run, mbedtls_pkcs7_signed_hash_verify(&pkcs7, &crt, hash, len));
        hash[len - 1] ^= 1;
        end(&run);
        mbedtls_x509_crt_free(&crt);
    }
    mbedtls_pkcs7_free(&pkcs7);
}

/* What is left of a message after each change is verified, if it parses. */
static void verify_changed(const char *name, const char *certificate)
{
    struct run run = { 0, 0, 0 };
    struct bytes message, out;
    mbedtls_pkcs7 pkcs7;
    mbedtls_x509_crt crt;
    struct change change;
    unsigned target, count = 1;
    size_t at;
    int edit;

    load(&message, name, ".der");
    crt_load(&crt, certificate);
    for (edit = REMOVE; edit < TAG; edit++) {
        printf("%s %s, verified:", name, edits[edit]);
        for (target = 0; target < count; target++) {
            change.edit = (enum edit) edit;
            change.target = target;
            change.seen = 0;
            out.len = 0;
            rewrite(&out, message.data, message.len, &change);
            count = change.seen;
            mbedtls_pkcs7_init(&pkcs7);
            if (mbedtls_pkcs7_parse_der(&pkcs7, out.data, out.len) > 0) {
                add(&run, mbedtls_pkcs7_signed_data_verify(
                        &pkcs7, &crt, content.data, content.len));
            }
            mbedtls_pkcs7_free(&pkcs7);
        }
        end(&run);
    }
    printf("%s with other bits, verified:", name);
    for (at = 0; at < message.len; at++) {
        out = message;
        out.data[at] ^= 0x40;
        mbedtls_pkcs7_init(&pkcs7);
        if (mbedtls_pkcs7_parse_der(&pkcs7, out.data, out.len) > 0) {
            add(&run, mbedtls_pkcs7_signed_data_verify(
                    &pkcs7, &crt, content.data, content.len));
        }
        mbedtls_pkcs7_free(&pkcs7);
    }
    end(&run);
    mbedtls_x509_crt_free(&crt);
}

static void arguments(void)
{
    mbedtls_pkcs7 pkcs7;
    mbedtls_x509_crt crt, empty;
    struct bytes message, bad;

    mbedtls_x509_crt_init(&empty);
    crt_load(&crt, "rsa");
    load(&message, "rsa-sha256", ".der");
    load(&bad, "attributes", ".der");
    mbedtls_pkcs7_free(NULL);
    mbedtls_pkcs7_init(&pkcs7);
    mbedtls_pkcs7_free(&pkcs7);
    printf("no message: %d\n", mbedtls_pkcs7_parse_der(NULL, message.data,
                                                       message.len));
    printf("no bytes: %d\n", mbedtls_pkcs7_parse_der(&pkcs7, message.data, 0));
    printf("empty: %d", mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt,
                                                         content.data, 1));
    printf(" %d", mbedtls_pkcs7_signed_hash_verify(&pkcs7, &crt, content.data,
                                                   32));
    printf(" %d\n", mbedtls_pkcs7_signed_hash_verify(&pkcs7, &crt, NULL, 32));
    printf("bad, then good: %d",
           mbedtls_pkcs7_parse_der(&pkcs7, bad.data, bad.len));
    printf(" %d", mbedtls_pkcs7_parse_der(&pkcs7, message.data, message.len));
    printf(" %d\n", mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, content.data,
                                                     content.len));
    printf("with no certificate: %d\n", mbedtls_pkcs7_signed_data_verify(
               &pkcs7, &empty, content.data, content.len));
    mbedtls_pkcs7_free(&pkcs7);
    printf("freed, then good: %d", mbedtls_pkcs7_parse_der(&pkcs7, message.data,
                                                           message.len));
    printf(" %d\n", mbedtls_pkcs7_signed_data_verify(&pkcs7, &crt, content.data,
                                                     content.len));
    mbedtls_pkcs7_free(&pkcs7);
    mbedtls_x509_crt_free(&crt);
}

int main(int argc, char **argv)
{
    struct bytes message;
    size_t i, begin;

    if (argc != 2) {
        fprintf(stderr, "usage: pkcs7 FOLDER\n");
        return 1;
    }
    folder = argv[1];
    load(&content, "data", "");
    for (i = 0; i < COUNT(messages); i++) {
        load(&message, messages[i], ".der");
        show(messages[i], message.data, message.len);
    }
    for (i = 0; i < COUNT(messages); i++) {
        load(&message, messages[i], ".der");
        begin = inner(&message);
        printf("%s inside: %d\n", messages[i], code_of(message.data + begin,
                                                       message.len - begin));
        if (i >= CHANGED_FROM) {
            cut(messages[i], message.data, message.len);
            change(messages[i], message.data, message.len);
        }
    }
    load(&message, "ec-sha256", ".der");
    begin = inner(&message);
    show("inside", message.data + begin, message.len - begin);
    cut("inside", message.data + begin, message.len - begin);
    change("inside", message.data + begin, message.len - begin);
    flip("ec-sha256", &message, 0, message.len);
    load(&message, "two", ".der");
    flip("two", &message, 0, message.len);
    load(&message, "rsa-certificate", ".der");
    flip("rsa-certificate", &message, 0, 80);
    for (i = 0; i < COUNT(messages); i++) {
        verify(messages[i]);
    }
    verify_changed("rsa-sha256", "rsa");
    verify_changed("ec-sha1", "ec");
    verify_changed("three", "ec");
    verify_changed("ec384-sha384", "ec384");
    arguments();
    return 0;
}
