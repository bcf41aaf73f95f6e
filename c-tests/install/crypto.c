/*
 * A program that needs libmbedcrypto alone: a digest, by the old interface and
 * by PSA's.
 */
#include <stdio.h>
#include <string.h>

#include <mbedtls/sha256.h>
#include <mbedtls/version.h>
#include <psa/crypto.h>

int main(void)
{
    unsigned char one[32], other[32];
    char version[18];
    size_t len = 0;

    mbedtls_version_get_string_full(version);
    if (psa_crypto_init() != PSA_SUCCESS
        || mbedtls_sha256((const unsigned char *) "abc", 3, one, 0) != 0
        || psa_hash_compute(PSA_ALG_SHA_256, (const uint8_t *) "abc", 3, other,
                            sizeof(other), &len) != PSA_SUCCESS
        || len != sizeof(one) || memcmp(one, other, len) != 0) {
        return 1;
    }
    printf("%02x%02x%02x%02x\n", one[0], one[1], one[2], one[3]);
    return 0;
}
