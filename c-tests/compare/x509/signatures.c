/*
 * Signatures that are right, and those that are wrong in ways that
 * implementations have got wrong: which are accepted, and with which code.
 *
 *     signatures FOLDER
 *
 * Each line of FOLDER/list has a name, a digest (mbedtls_md_type_t), a salt's
 * length or "none" for signatures that are not RSASSA-PSS, and in hex or "-" a
 * key (SubjectPublicKeyInfo), a hash and a signature.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <mbedtls/md.h>
#include <mbedtls/pk.h>

#define MOST 4096

struct bytes {
    unsigned char at[MOST];
    size_t len;
};

static void read_hex(struct bytes *out, const char *hex)
{
    unsigned byte;

    out->len = 0;
    while (out->len < MOST && sscanf(hex, "%2x", &byte) == 1) {
        out->at[out->len++] = (unsigned char) byte;
        hex += 2;
    }
}

static void show(const char *name, int ret)
{
    printf("%s %s0x%04x\n", name, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static void verify(const char *name, mbedtls_md_type_t md, const char *salt,
                   const struct bytes *key, const struct bytes *hash,
                   const struct bytes *sig)
{
    mbedtls_pk_context pk;
    mbedtls_pk_rsassa_pss_options pss;
    int ret;

    mbedtls_pk_init(&pk);
    ret = mbedtls_pk_parse_public_key(&pk, key->at, key->len);
    if (ret != 0) {
        show("key", ret);
    } else if (strcmp(salt, "none") == 0) {
        show(name, mbedtls_pk_verify(&pk, md, hash->at, hash->len, sig->at,
                                     sig->len));
    } else {
        pss.mgf1_hash_id = md;
        pss.expected_salt_len = atoi(salt);
        show(name, mbedtls_pk_verify_ext(MBEDTLS_PK_RSASSA_PSS, &pss, &pk, md,
                                         hash->at, hash->len, sig->at,
                                         sig->len));
    }
    mbedtls_pk_free(&pk);
}

int main(int argc, char **argv)
{
    static char line[4 * MOST], keys[MOST], hashes[MOST], sigs[MOST];
    static struct bytes key, hash, sig;
    char name[128], salt[16], path[4096];
    int md;
    FILE *f = NULL;

    if (argc == 2) {
        snprintf(path, sizeof(path), "%s/list", argv[1]);
        f = fopen(path, "r");
    }
    if (f == NULL) {
        fprintf(stderr, "usage: signatures FOLDER\n");
        return 2;
    }
    while (fgets(line, sizeof(line), f) != NULL) {
        if (sscanf(line, "%127s %d %15s %4095s %4095s %4095s", name, &md, salt,
                   keys, hashes, sigs) != 6) {
            fprintf(stderr, "not a trial: %s", line);
            return 2;
        }
        read_hex(&key, keys);
        read_hex(&hash, hashes);
        read_hex(&sig, sigs);
        verify(name, (mbedtls_md_type_t) md, salt, &key, &hash, &sig);
    }
    fclose(f);
    return 0;
}
