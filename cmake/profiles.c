/*
 * The variables of libmbedx509, for its shared object: a program that names one
 * of them is linked with libmbedx509 alone, and a name without an address, as
 * its functions have there, cannot stand for data. libmbedcrypto has them too;
 * which of the two a program finds makes no difference, because they hold the
 * same (tests/install.rs) and nothing asks for their address.
 */
#include <mbedtls/ecp.h>
#include <mbedtls/md.h>
#include <mbedtls/pk.h>
#include <mbedtls/x509_crt.h>

#define BIT(id) MBEDTLS_X509_ID_FLAG(id)
#define SHA256_AND_SHA384 (BIT(MBEDTLS_MD_SHA256) | BIT(MBEDTLS_MD_SHA384))
#define P256_AND_P384                                                          \
    (BIT(MBEDTLS_ECP_DP_SECP256R1) | BIT(MBEDTLS_ECP_DP_SECP384R1))
#define CURVES                                                                 \
    (P256_AND_P384 | BIT(MBEDTLS_ECP_DP_SECP521R1)                             \
     | BIT(MBEDTLS_ECP_DP_BP256R1) | BIT(MBEDTLS_ECP_DP_BP384R1)               \
     | BIT(MBEDTLS_ECP_DP_BP512R1))

/* Whatever the compiler is told of other programs, these are seen. */
#pragma GCC visibility push(default)

const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_default = {
    SHA256_AND_SHA384 | BIT(MBEDTLS_MD_SHA512), 0x0FFFFFFF, CURVES, 2048
};

const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_next = {
    SHA256_AND_SHA384 | BIT(MBEDTLS_MD_SHA512), 0x0FFFFFFF,
    CURVES | BIT(MBEDTLS_ECP_DP_SECP256K1), 2048
};

const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_suiteb = {
    SHA256_AND_SHA384, BIT(MBEDTLS_PK_ECDSA) | BIT(MBEDTLS_PK_ECKEY),
    P256_AND_P384, 0
};

const mbedtls_x509_crt_profile mbedtls_x509_crt_profile_none = {
    0, 0, 0, 0xFFFFFFFF
};

#pragma GCC visibility pop
