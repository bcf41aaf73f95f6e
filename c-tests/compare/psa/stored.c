/*
 * Keys that are stored: the files that they are in byte by byte, and what
 * becomes of keys when they are opened, closed, purged, destroyed, or when
 * their file is not what it should be. Works in a folder of its own.
 *
 *     stored FOLDER
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <psa/crypto.h>

#define USES (PSA_KEY_USAGE_EXPORT | PSA_KEY_USAGE_COPY | \
              PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_VERIFY_HASH)

static void show(const char *what, psa_status_t status)
{
    printf("%s: %d\n", what, (int) status);
}

static const char *file_of(unsigned key)
{
    static char name[40];

    snprintf(name, sizeof(name), "00000000%08x.psa_its", key);
    return name;
}

/* The bytes of a key's file. */
static size_t contents(unsigned key, unsigned char *out, size_t size)
{
    FILE *file = fopen(file_of(key), "rb");
    size_t length;

    if (file == NULL) {
        return 0;
    }
    length = fread(out, 1, size, file);
    fclose(file);
    return length;
}

static void print_file(unsigned key)
{
    unsigned char bytes[9000];
    size_t i, length = contents(key, bytes, sizeof(bytes));

    printf("file of %x, %u bytes: ", key, (unsigned) length);
    for (i = 0; i < length; i++) {
        printf("%02x", bytes[i]);
    }
    printf("\n");
}

static void describe(mbedtls_svc_key_id_t key)
{
    psa_key_attributes_t a = PSA_KEY_ATTRIBUTES_INIT;
    psa_status_t status = psa_get_key_attributes(key, &a);
    unsigned char bytes[64];
    size_t length = 0;

    printf("%x: %d type %04x bits %u usage %08x alg %08x alg2 %08x "
           "lifetime %u number %x", (unsigned) key, (int) status,
           (unsigned) psa_get_key_type(&a), (unsigned) psa_get_key_bits(&a),
           (unsigned) psa_get_key_usage_flags(&a),
           (unsigned) psa_get_key_algorithm(&a),
           (unsigned) psa_get_key_enrollment_algorithm(&a),
           (unsigned) psa_get_key_lifetime(&a),
           (unsigned) psa_get_key_id(&a));
    status = psa_export_key(key, bytes, sizeof(bytes), &length);
    printf(" export %d, %u bytes\n", (int) status, (unsigned) length);
}

static psa_key_attributes_t asked(mbedtls_svc_key_id_t number,
                                  psa_key_type_t type, size_t bits,
                                  psa_algorithm_t alg)
{
    psa_key_attributes_t attributes = PSA_KEY_ATTRIBUTES_INIT;

    psa_set_key_id(&attributes, number);
    psa_set_key_type(&attributes, type);
    psa_set_key_bits(&attributes, bits);
    psa_set_key_usage_flags(&attributes, USES);
    psa_set_key_algorithm(&attributes, alg);
    return attributes;
}

static void restart(void)
{
    mbedtls_psa_crypto_free();
    show("restart", psa_crypto_init());
}

static void stats(void)
{
    mbedtls_psa_stats_t stats;

    mbedtls_psa_get_stats(&stats);
    printf("in memory %u %u, highest %x\n",
           (unsigned) stats.MBEDTLS_PRIVATE(volatile_slots),
           (unsigned) stats.MBEDTLS_PRIVATE(persistent_slots),
           (unsigned) stats.MBEDTLS_PRIVATE(max_open_internal_key_id));
}

static void making(const unsigned char *data)
{
    psa_key_attributes_t a = asked(0x1234, PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
    mbedtls_svc_key_id_t key, copy;
    unsigned char hash[32] = {1}, signature[64];
    size_t length;

    psa_set_key_enrollment_algorithm(&a, PSA_ALG_CCM);
    show("import", psa_import_key(&a, data, 16, &key));
    print_file(0x1234);
    describe(key);
    stats();
    show("import again", psa_import_key(&a, data, 16, &key));
    printf("number %x\n", (unsigned) key);
    restart();
    stats();
    show("import after a restart", psa_import_key(&a, data, 16, &key));
    describe(0x1234);
    stats();
    a = asked(0x3fffffff, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_SECP_R1),
              256, PSA_ALG_ECDSA(PSA_ALG_SHA_256));
    show("import", psa_import_key(&a, data, 32, &key));
    print_file(0x3fffffff);
    restart();
    show("sign", psa_sign_hash(0x3fffffff, PSA_ALG_ECDSA(PSA_ALG_SHA_256), hash,
                               32, signature, 64, &length));
    show("verify", psa_verify_hash(0x3fffffff, PSA_ALG_ECDSA(PSA_ALG_SHA_256),
                                   hash, 32, signature, length));
    a = asked(1, PSA_KEY_TYPE_ECC_KEY_PAIR(PSA_ECC_FAMILY_MONTGOMERY), 255,
              PSA_ALG_ECDH);
    show("generate", psa_generate_key(&a, &key));
    describe(key);
    a = asked(2, 0, 0, PSA_ALG_ECDSA(PSA_ALG_SHA_256));
    show("copy", psa_copy_key(0x3fffffff, &a, &copy));
    print_file(2);
    a = asked(3, PSA_KEY_TYPE_RSA_KEY_PAIR, 1024, PSA_ALG_RSA_PKCS1V15_SIGN_RAW);
    show("RSA", psa_generate_key(&a, &key));
    restart();
    stats();
    describe(1);
    describe(2);
    describe(3);
    stats();
}

static void ending(const unsigned char *data)
{
    psa_key_attributes_t a = asked(5, PSA_KEY_TYPE_RAW_DATA, 0, 0);
    psa_key_handle_t handle = 0;
    mbedtls_svc_key_id_t key;

    show("import", psa_import_key(&a, data, 5, &key));
    show("purge", psa_purge_key(5));
    show("purge again", psa_purge_key(5));
    show("close what is not open", psa_close_key(5));
    show("open", psa_open_key(5, &handle));
    printf("handle %x\n", (unsigned) handle);
    show("close", psa_close_key(handle));
    show("close again", psa_close_key(handle));
    describe(5);
    show("destroy", psa_destroy_key(5));
    print_file(5);
    describe(5);
    show("destroy again", psa_destroy_key(5));
    show("open", psa_open_key(5, &handle));
    show("import", psa_import_key(&a, data, 6, &key));
    restart();
    show("destroy after a restart", psa_destroy_key(5));
    print_file(5);
    show("import", psa_import_key(&a, data, 7, &key));
    remove(file_of(5));
    describe(5);
    show("destroy without a file", psa_destroy_key(5));
    describe(5);
    psa_set_key_lifetime(&a, 0x000101);
    show("elsewhere", psa_import_key(&a, data, 7, &key));
}

/* Changes one byte of a key's file, or cuts it, and looks what becomes of it. */
static void broken(const unsigned char *data, size_t at, size_t length)
{
    psa_key_attributes_t a = asked(6, PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
    mbedtls_svc_key_id_t key;
    unsigned char bytes[200];
    size_t whole;
    FILE *file;

    psa_import_key(&a, data, 16, &key);
    psa_purge_key(6);
    whole = contents(6, bytes, sizeof(bytes));
    file = fopen(file_of(6), "wb");
    if (file == NULL) {
        return;
    }
    if (at < whole) {
        bytes[at] ^= 0x40;
    }
    fwrite(bytes, 1, length < whole ? length : whole, file);
    fclose(file);
    printf("byte %u, length %u: ", (unsigned) at, (unsigned) length);
    describe(6);
    psa_purge_key(6);
    remove(file_of(6));
}

/* Keys whose files tell of a lifetime that no program asks for. */
static void lifetimes(const unsigned char *data)
{
    static const struct {
        size_t at;
        unsigned char value;
    } changes[] = {{28, 0xff}, {28, 0x80}, {29, 1}, {31, 0x80}};
    psa_key_attributes_t a = asked(7, PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
    mbedtls_svc_key_id_t key;
    unsigned char bytes[200];
    size_t i, whole;
    FILE *file;

    for (i = 0; i < sizeof(changes) / sizeof(changes[0]); i++) {
        show("import", psa_import_key(&a, data, 16, &key));
        psa_purge_key(7);
        whole = contents(7, bytes, sizeof(bytes));
        file = fopen(file_of(7), "wb");
        if (file == NULL) {
            return;
        }
        bytes[changes[i].at] = changes[i].value;
        fwrite(bytes, 1, whole, file);
        fclose(file);
        describe(7);
        stats();
        show("destroy", psa_destroy_key(7));
        print_file(7);
        stats();
        show("purge", psa_purge_key(7));
        show("close", psa_close_key(7));
        remove(file_of(7));
        stats();
    }
}

/* What stands where a key's file should be, and is none. */
static void in_the_way(const unsigned char *data)
{
    psa_key_attributes_t a = asked(8, PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
    mbedtls_svc_key_id_t key;
    FILE *file;

    if (mkdir(file_of(8), 0700) != 0) {
        return;
    }
    describe(8);
    show("import", psa_import_key(&a, data, 16, &key));
    rmdir(file_of(8));
    file = fopen(file_of(8), "wb");
    if (file == NULL) {
        return;
    }
    fputs("no key", file);
    fclose(file);
    describe(8);
    show("import", psa_import_key(&a, data, 16, &key));
    show("destroy", psa_destroy_key(8));
    print_file(8);
    remove(file_of(8));
}

/* Numbers that no stored key has. */
static void numbers(const unsigned char *data)
{
    static const mbedtls_svc_key_id_t odd[] = {
        0, 0x40000000, 0x7fff0000, 0x7fffefff, 0x7fffffff, 0x80000001, 0xffffffff
    };
    psa_key_attributes_t a;
    psa_key_handle_t handle;
    mbedtls_svc_key_id_t key;
    size_t i;

    for (i = 0; i < sizeof(odd) / sizeof(odd[0]); i++) {
        a = asked(odd[i], PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
        psa_set_key_lifetime(&a, PSA_KEY_LIFETIME_PERSISTENT);
        key = 9;
        handle = 9;
        printf("%x: ", (unsigned) odd[i]);
        show("import", psa_import_key(&a, data, 16, &key));
        show("open", psa_open_key(odd[i], &handle));
        printf("%x %x\n", (unsigned) key, (unsigned) handle);
        show("close", psa_close_key(odd[i]));
        show("purge", psa_purge_key(odd[i]));
        show("destroy", psa_destroy_key(odd[i]));
        describe(odd[i]);
    }
    a = asked(9, PSA_KEY_TYPE_AES, 128, PSA_ALG_GCM);
    psa_set_key_lifetime(&a, PSA_KEY_PERSISTENCE_READ_ONLY);
    show("import", psa_import_key(&a, data, 16, &key));
    show("generate", psa_generate_key(&a, &key));
}

int main(void)
{
    static const size_t places[] = {0, 7, 8, 11, 16, 23, 24, 48, 200};
    static const size_t lengths[] = {0, 15, 16, 40, 51, 52, 67, 68};
    static const unsigned made[] = {1, 2, 3, 0x1234, 0x3fffffff};
    char folder[] = "/tmp/stored-XXXXXX";
    unsigned char data[32];
    size_t i;

    for (i = 0; i < sizeof(data); i++) {
        data[i] = (unsigned char) (i + 1);
    }
    if (mkdtemp(folder) == NULL || chdir(folder) != 0) {
        return 1;
    }
    show("init", psa_crypto_init());
    making(data);
    ending(data);
    lifetimes(data);
    in_the_way(data);
    numbers(data);
    for (i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        broken(data, places[i], 200);
    }
    for (i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++) {
        broken(data, 200, lengths[i]);
    }
    for (i = 0; i < sizeof(made) / sizeof(made[0]); i++) {
        show("destroy", psa_destroy_key(made[i]));
    }
    mbedtls_psa_crypto_free();
    return chdir("/") != 0 || rmdir(folder) != 0;
}
