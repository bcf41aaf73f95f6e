/*
 * What the parsers of keys say to keys of every form, and to odd input.
 *
 *     parse FOLDER
 *
 * FOLDER holds the key files of tests/data/pki.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/ctr_drbg.h>
#include <mbedtls/ecp.h>
#include <mbedtls/entropy.h>
#include <mbedtls/pk.h>
#include <mbedtls/rsa.h>

static mbedtls_entropy_context entropy;
static mbedtls_ctr_drbg_context drbg;
static const char *folder;

#define RNG mbedtls_ctr_drbg_random, &drbg

static void result(const char *what, int ret, mbedtls_pk_context *pk)
{
    printf("  %-36s %s0x%04x %s %u, %s\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret), mbedtls_pk_get_name(pk),
           (unsigned) mbedtls_pk_get_bitlen(pk),
           mbedtls_pk_get_type(pk) == MBEDTLS_PK_NONE ? "empty" : "set");
    mbedtls_pk_free(pk);
}

static void key(const char *what, const void *data, size_t len,
                const char *password)
{
    mbedtls_pk_context pk;
    size_t pwdlen = password == NULL ? 0 : strlen(password);

    mbedtls_pk_init(&pk);
    result(what,
           mbedtls_pk_parse_key(&pk, data, len,
                                (const unsigned char *) password, pwdlen, RNG),
           &pk);
}

static void public_key(const char *what, const void *data, size_t len)
{
    mbedtls_pk_context pk;

    mbedtls_pk_init(&pk);
    result(what, mbedtls_pk_parse_public_key(&pk, data, len), &pk);
}

static size_t read_file(const char *name, char *text, size_t size)
{
    char path[4096];
    FILE *f;
    size_t len;

    snprintf(path, sizeof(path), "%s/%s", folder, name);
    f = fopen(path, "rb");
    if (f == NULL) {
        fprintf(stderr, "parse: %s cannot be read\n", path);
        exit(1);
    }
    len = fread(text, 1, size - 1, f);
    fclose(f);
    text[len] = '\0';
    return len;
}

/* The bytes of a PEM block that no password protects. */
static size_t decode(const char *pem, unsigned char *der)
{
    static const char digits[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const char *p, *found;
    unsigned long bits = 0;
    int count = 0;
    size_t len = 0;

    p = strstr(pem, "PRIVATE KEY-----\n");
    p = p == NULL ? strstr(pem, "PUBLIC KEY-----\n") : p;
    for (p = strchr(p, '\n'); *p != '-' && *p != '='; p++) {
        found = strchr(digits, *p);
        if (found == NULL) {
            continue;
        }
        bits = bits << 6 | (unsigned long) (found - digits);
        if (++count == 4) {
            der[len++] = (unsigned char) (bits >> 16);
            der[len++] = (unsigned char) (bits >> 8);
            der[len++] = (unsigned char) bits;
            count = 0;
        }
    }
    if (count == 3) {
        der[len++] = (unsigned char) (bits >> 10);
        der[len++] = (unsigned char) (bits >> 2);
    } else if (count == 2) {
        der[len++] = (unsigned char) (bits >> 4);
    }
    return len;
}

static void file(const char *name)
{
    static const char *const passwords[] = { NULL, "", "secret", "wrong" };
    char text[16384], path[4096], what[64];
    size_t i, len = read_file(name, text, sizeof(text));
    mbedtls_pk_context pk;

    printf("%s\n", name);
    for (i = 0; i < sizeof(passwords) / sizeof(passwords[0]); i++) {
        snprintf(what, sizeof(what), "password %s",
                 passwords[i] == NULL ? "none" : passwords[i]);
        key(what, text, len + 1, passwords[i]);
    }
    key("without its zero", text, len, "secret");
    public_key("as a public key", text, len + 1);
    snprintf(path, sizeof(path), "%s/%s", folder, name);
    mbedtls_pk_init(&pk);
    result("from the file", mbedtls_pk_parse_keyfile(&pk, path, "secret", RNG),
           &pk);
    result("from the file, no password",
           mbedtls_pk_parse_keyfile(&pk, path, NULL, RNG), &pk);
    result("from the file, public",
           mbedtls_pk_parse_public_keyfile(&pk, path), &pk);
}

/*
 * Every cut of the DER, and every byte of its head changed: behind `head` stand
 * the numbers, which must fit together here and need not in 3.6.6.
 */
static void mutations(const char *name, size_t head)
{
    char text[16384];
    unsigned char der[8192];
    size_t at, len;
    int codes[2] = { 1, 1 }, ret;
    mbedtls_pk_context pk;

    read_file(name, text, sizeof(text));
    len = decode(text, der);
    printf("%s, DER of %u bytes\n", name, (unsigned) len);
    key("whole", der, len, NULL);
    key("whole, a password", der, len, "secret");
    public_key("whole, as a public key", der, len);
    der[len] = 0;
    key("a zero behind", der, len + 1, NULL);
    public_key("a zero behind, as a public key", der, len + 1);
    for (at = 0; at < len; at++) {
        mbedtls_pk_init(&pk);
        ret = mbedtls_pk_parse_key(&pk, der, at, NULL, 0, RNG);
        mbedtls_pk_free(&pk);
        if (ret != codes[0]) {
            printf("  cut to %u: %s0x%04x\n", (unsigned) at,
                   ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret));
            codes[0] = ret;
        }
        ret = mbedtls_pk_parse_public_key(&pk, der, at);
        mbedtls_pk_free(&pk);
        if (ret != codes[1]) {
            printf("  public, cut to %u: %s0x%04x\n", (unsigned) at,
                   ret < 0 ? "-" : "", (unsigned) (ret < 0 ? -ret : ret));
            codes[1] = ret;
        }
    }
    for (at = 0; at < len && at < head; at++) {
        der[at] ^= 0x11;
        mbedtls_pk_init(&pk);
        ret = mbedtls_pk_parse_key(&pk, der, len, NULL, 0, RNG);
        printf("  byte %u: %s0x%04x", (unsigned) at, ret < 0 ? "-" : "",
               (unsigned) (ret < 0 ? -ret : ret));
        mbedtls_pk_free(&pk);
        ret = mbedtls_pk_parse_public_key(&pk, der, len);
        printf(" public %s0x%04x\n", ret < 0 ? "-" : "",
               (unsigned) (ret < 0 ? -ret : ret));
        mbedtls_pk_free(&pk);
        der[at] ^= 0x11;
    }
}

static void odd(void)
{
    static const char *const texts[] = {
        "", "nothing", "-----BEGIN PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
        "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----\n",
        "-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n",
        "-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n"
        "-----END ENCRYPTED PRIVATE KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
        "-----BEGIN PUBLIC KEY-----\n!AAA\n-----END PUBLIC KEY-----\n",
        "-----BEGIN RSA PUBLIC KEY-----\nAAAA\n-----END RSA PUBLIC KEY-----\n",
        "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
        "-----BEGIN EC PARAMETERS-----\nAAAA\n-----END EC PARAMETERS-----\n"
    };
    char what[32];
    size_t i;
    mbedtls_pk_context pk;

    printf("odd text\n");
    for (i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        snprintf(what, sizeof(what), "text %u", (unsigned) i);
        key(what, texts[i], strlen(texts[i]) + 1, NULL);
        key(what, texts[i], strlen(texts[i]) + 1, "secret");
        public_key(what, texts[i], strlen(texts[i]) + 1);
    }
    key("no bytes", "", 0, NULL);
    public_key("no bytes", "", 0);
    mbedtls_pk_init(&pk);
    result("no such file",
           mbedtls_pk_parse_keyfile(&pk, "/no/such/file", NULL, RNG), &pk);
    result("no such file, public",
           mbedtls_pk_parse_public_keyfile(&pk, "/no/such/file"), &pk);
}

/* Every byte of the head of a file changed: its labels and its encryption. */
static void heads(const char *name, size_t head)
{
    char text[16384], what[64];
    size_t at, len = read_file(name, text, sizeof(text));

    printf("%s, its head\n", name);
    for (at = 0; at < head && at < len; at++) {
        char old = text[at];

        text[at] = old == '0' ? '1' : (char) (old ^ 1);
        snprintf(what, sizeof(what), "byte %u", (unsigned) at);
        key(what, text, len + 1, "secret");
        text[at] = old;
    }
}

/* Passwords of many lengths. */
static void passwords(const char *name)
{
    char text[16384], password[201], what[64];
    size_t i, len = read_file(name, text, sizeof(text));

    printf("%s, passwords\n", name);
    memset(password, 'x', sizeof(password));
    for (i = 1; i < sizeof(password); i += i < 40 ? 1 : 20) {
        password[i] = '\0';
        snprintf(what, sizeof(what), "%u bytes", (unsigned) i);
        key(what, text, len + 1, password);
        password[i] = 'x';
    }
}

/* What programs find when they look behind a context. */
static void inside(const char *name)
{
    char text[16384];
    size_t len = read_file(name, text, sizeof(text));
    mbedtls_pk_context pk;

    mbedtls_pk_init(&pk);
    mbedtls_pk_parse_key(&pk, (unsigned char *) text, len + 1, NULL, 0, RNG);
    printf("%s inside\n", name);
    if (mbedtls_pk_rsa(pk) != NULL) {
        const mbedtls_rsa_context *rsa = mbedtls_pk_rsa(pk);

        printf("  len %u padding %d, %u limbs of N\n",
               (unsigned) rsa->MBEDTLS_PRIVATE(len),
               rsa->MBEDTLS_PRIVATE(padding),
               (unsigned) rsa->MBEDTLS_PRIVATE(N).MBEDTLS_PRIVATE(n));
    }
    if (mbedtls_pk_ec(pk) != NULL) {
        const mbedtls_ecp_keypair *ec = mbedtls_pk_ec(pk);

        printf("  group %d, %u bits\n", (int) ec->MBEDTLS_PRIVATE(grp).id,
               (unsigned) ec->MBEDTLS_PRIVATE(grp).pbits);
    }
    mbedtls_pk_free(&pk);
}

int main(int argc, char **argv)
{
    static const char *const files[] = {
        "ec-pkcs8.pem", "ec-pkcs8-aes128-sha1.pem",
        "ec-pkcs8-aes128-sha256.pem", "ec-pkcs8-aes128-sha512.pem",
        "ec-pkcs8-aes192.pem", "ec-pkcs8-aes256.pem",
        "ec-pkcs8-aes256-sha224.pem", "ec-pkcs8-aes256-sha384.pem",
        "ec-pkcs8-camellia.pem", "ec-pkcs8-des.pem", "ec-pkcs8-des3.pem",
        "ec-pkcs8-pbe-2des.pem", "ec-pkcs8-pbe-des3.pem",
        "ec-pkcs8-pbe-md5-des.pem", "ec-pkcs8-pbe-rc2.pem",
        "ec-pkcs8-scrypt.pem", "ec-sec1-aes128.pem", "ec-sec1-aes192.pem",
        "ec-sec1-aes256.pem", "ec-sec1-camellia128.pem", "ec-sec1-des.pem",
        "ec-sec1-des3.pem", "rsa-pkcs1-des3.pem", "rsa-pkcs1-encrypted.pem",
        "ec-public.pem",
        "ec-public-compressed.pem", "ec-sec1.pem", "explicit-sec1.pem",
        "p521-sec1.pem", "rsa-pkcs1.pem", "rsa-pkcs8.pem",
        "rsa-pkcs8-aes256.pem", "rsa-public-pkcs1.pem"
    };
    size_t i;

    if (argc != 2) {
        fprintf(stderr, "usage: parse FOLDER\n");
        return 2;
    }
    folder = argv[1];
    mbedtls_entropy_init(&entropy);
    mbedtls_ctr_drbg_init(&drbg);
    if (mbedtls_ctr_drbg_seed(&drbg, mbedtls_entropy_func, &entropy, NULL,
                              0) != 0) {
        return 1;
    }
    for (i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        file(files[i]);
    }
    mutations("ec-pkcs8.pem", 40);
    mutations("ec-public.pem", 40);
    mutations("p521-sec1.pem", 40);
    mutations("rsa-pkcs1.pem", 11);
    mutations("rsa-pkcs8.pem", 36);
    mutations("rsa-public-pkcs1.pem", 8);
    mutations("ec-pkcs8-aes256.pem", 40);
    heads("ec-sec1-aes256.pem", 110);
    heads("ec-sec1-des.pem", 100);
    heads("ec-pkcs8-pbe-des3.pem", 40);
    heads("ec-pkcs8-aes256.pem", 40);
    passwords("ec-pkcs8-pbe-des3.pem");
    passwords("ec-pkcs8-aes128-sha256.pem");
    passwords("ec-sec1-des3.pem");
    odd();
    inside("rsa-pkcs1.pem");
    inside("ec-sec1.pem");
    inside("p521-sec1.pem");
    mbedtls_ctr_drbg_free(&drbg);
    mbedtls_entropy_free(&entropy);
    return 0;
}
