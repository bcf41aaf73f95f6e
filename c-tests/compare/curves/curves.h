/*
 * What the programs of this folder share: the curves, a generator that gives
 * the same bytes in every run, and printing of numbers, points and codes.
 */
#ifndef CURVES_H
#define CURVES_H

#include <stdio.h>
#include <string.h>

#include <mbedtls/bignum.h>
#include <mbedtls/ecp.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct {
    const char *name;
    mbedtls_ecp_group_id id;
} curves[] = {
    { "secp256r1", MBEDTLS_ECP_DP_SECP256R1 },
    { "secp384r1", MBEDTLS_ECP_DP_SECP384R1 },
    { "secp521r1", MBEDTLS_ECP_DP_SECP521R1 },
    { "secp256k1", MBEDTLS_ECP_DP_SECP256K1 },
    { "brainpoolP256r1", MBEDTLS_ECP_DP_BP256R1 },
    { "brainpoolP384r1", MBEDTLS_ECP_DP_BP384R1 },
    { "x25519", MBEDTLS_ECP_DP_CURVE25519 },
    { "x448", MBEDTLS_ECP_DP_CURVE448 }
};

/* How many of them have points with two coordinates. */
#define SHORT_FORM 6

static inline void show(const char *what, int ret)
{
    printf("  %-34s %s0x%04x\n", what, ret < 0 ? "-" : "",
           (unsigned) (ret < 0 ? -ret : ret));
}

static inline void show_bytes(const char *what, const unsigned char *data,
                              size_t len)
{
    size_t i;

    printf("  %-34s %u:", what, (unsigned) len);
    for (i = 0; i < len; i++) {
        printf("%02x", data[i]);
    }
    printf("\n");
}

static inline void show_number(const char *what, const mbedtls_mpi *number)
{
    char text[512];
    size_t len = 0;
    int ret = mbedtls_mpi_write_string(number, 16, text, sizeof(text), &len);

    if (ret != 0) {
        show(what, ret);
    } else {
        printf("  %-34s %s\n", what, text);
    }
}

static inline void show_point(const char *what, const mbedtls_ecp_point *point)
{
    printf("  %s\n", what);
    show_number("  X", &point->MBEDTLS_PRIVATE(X));
    show_number("  Y", &point->MBEDTLS_PRIVATE(Y));
    show_number("  Z", &point->MBEDTLS_PRIVATE(Z));
}

/* Gives 1, 2, 3 ... 250, 1 ...; starts anew when *context is set to 0. */
static inline int counting(void *context, unsigned char *out, size_t len)
{
    unsigned char *state = context;

    while (len-- > 0) {
        *state = (unsigned char) (*state % 250 + 1);
        *out++ = *state;
    }
    return 0;
}

static inline int failing(void *context, unsigned char *out, size_t len)
{
    (void) context;
    (void) out;
    (void) len;
    return -0x1234;
}

/* Zeros are no private key. */
static inline int zeros(void *context, unsigned char *out, size_t len)
{
    (void) context;
    memset(out, 0, len);
    return 0;
}

/* Too large for any order. */
static inline int ones(void *context, unsigned char *out, size_t len)
{
    (void) context;
    memset(out, 0xff, len);
    return 0;
}

#endif
