/** \file ecdsa.h
 * Signatures on elliptic curves.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

@declarations
/** Bytes of an INTEGER that has as many bits: tag, length, a zero before it if its highest bit is set, and itself. */
#define MBEDTLS_ECDSA_INTEGER_LEN_(bits) (((bits) / 8 + 1) + ((bits) / 8 + 1 < 128 ? 2 : 3))
/** Bytes of two of them. */
#define MBEDTLS_ECDSA_NUMBERS_LEN_(bits) (2 * MBEDTLS_ECDSA_INTEGER_LEN_(bits))

/** Longest signature with an order of as many bits, in bytes. */
#define MBEDTLS_ECDSA_MAX_SIG_LEN(bits) \
    (MBEDTLS_ECDSA_NUMBERS_LEN_(bits) + (MBEDTLS_ECDSA_NUMBERS_LEN_(bits) < 128 ? 2 : 3))

/** Longest signature with any curve, in bytes. */
#define MBEDTLS_ECDSA_MAX_LEN MBEDTLS_ECDSA_MAX_SIG_LEN(MBEDTLS_ECP_MAX_BITS)

@rust ecdsa.rs
