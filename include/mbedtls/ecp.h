/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ECP_H
#define MBEDTLS_ECP_H

/** \file ecp.h
 * Elliptic curves, their points and keys.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/bignum.h"

#ifdef __cplusplus
extern "C" {
#endif

/** One more than the highest number of a curve. */
#define MBEDTLS_ECP_DP_MAX 14

/** Multiples of the base point are precomputed (without effect). */
#define MBEDTLS_ECP_FIXED_POINT_OPTIM 1

/** Longest field element, in bits. */
#define MBEDTLS_ECP_MAX_BITS 521

/** Longest field element, in bytes. */
#define MBEDTLS_ECP_MAX_BYTES 66

/** Longest encoded point, in bytes. */
#define MBEDTLS_ECP_MAX_PT_LEN 133

/** Point format: compressed. */
#define MBEDTLS_ECP_PF_COMPRESSED 1

/** Point format: uncompressed. */
#define MBEDTLS_ECP_PF_UNCOMPRESSED 0

/** ECCurveType `named_curve` (RFC 8422 section 5.4). */
#define MBEDTLS_ECP_TLS_NAMED_CURVE 3

/** Window of the point multiplication (without effect). */
#define MBEDTLS_ECP_WINDOW_SIZE 4

/** The operation is not finished; call again. */
#define MBEDTLS_ERR_ECP_IN_PROGRESS -0x4B00

/** The signature is valid but followed by further bytes. */
#define MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH -0x4C00

/** The key does not belong to the curve. */
#define MBEDTLS_ERR_ECP_INVALID_KEY -0x4C80

/** No suitable random number could be made. */
#define MBEDTLS_ERR_ECP_RANDOM_FAILED -0x4D00

/** Out of memory. */
#define MBEDTLS_ERR_ECP_ALLOC_FAILED -0x4D80

/** The signature does not verify. */
#define MBEDTLS_ERR_ECP_VERIFY_FAILED -0x4E00

/** The curve or operation is not available. */
#define MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE -0x4E80

/** The output buffer is too small. */
#define MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL -0x4F00

/** An argument is invalid. */
#define MBEDTLS_ERR_ECP_BAD_INPUT_DATA -0x4F80

/** Curves by number. */
typedef enum mbedtls_ecp_group_id {
    /** No curve. */
    MBEDTLS_ECP_DP_NONE = 0,
    /** secp192r1. */
    MBEDTLS_ECP_DP_SECP192R1 = 1,
    /** secp224r1. */
    MBEDTLS_ECP_DP_SECP224R1 = 2,
    /** secp256r1. */
    MBEDTLS_ECP_DP_SECP256R1 = 3,
    /** secp384r1. */
    MBEDTLS_ECP_DP_SECP384R1 = 4,
    /** secp521r1. */
    MBEDTLS_ECP_DP_SECP521R1 = 5,
    /** brainpoolP256r1. */
    MBEDTLS_ECP_DP_BP256R1 = 6,
    /** brainpoolP384r1. */
    MBEDTLS_ECP_DP_BP384R1 = 7,
    /** brainpoolP512r1. */
    MBEDTLS_ECP_DP_BP512R1 = 8,
    /** Curve25519. */
    MBEDTLS_ECP_DP_CURVE25519 = 9,
    /** secp192k1. */
    MBEDTLS_ECP_DP_SECP192K1 = 10,
    /** secp224k1. */
    MBEDTLS_ECP_DP_SECP224K1 = 11,
    /** secp256k1. */
    MBEDTLS_ECP_DP_SECP256K1 = 12,
    /** Curve448. */
    MBEDTLS_ECP_DP_CURVE448 = 13
} mbedtls_ecp_group_id;

/** Kinds of curves. */
typedef enum mbedtls_ecp_curve_type {
    /** No curve. */
    MBEDTLS_ECP_TYPE_NONE = 0,
    /** The NIST, Koblitz and Brainpool curves. */
    MBEDTLS_ECP_TYPE_SHORT_WEIERSTRASS = 1,
    /** Curve25519 and Curve448. */
    MBEDTLS_ECP_TYPE_MONTGOMERY = 2
} mbedtls_ecp_curve_type;

/** What is known of a curve. */
typedef struct mbedtls_ecp_curve_info {
    /** Number of the curve here. */
    enum mbedtls_ecp_group_id grp_id;
    /** Number of the curve in TLS (`NamedGroup`). */
    uint16_t tls_id;
    /** Size of the field, in bits. */
    uint16_t bit_size;
    /** Name, ended by NUL. */
    const char *name;
} mbedtls_ecp_curve_info;

/** A point in projective coordinates; Z is 1, or 0 for the point at infinity. */
typedef struct mbedtls_ecp_point {
    /** The x coordinate. */
    mbedtls_mpi MBEDTLS_PRIVATE(X);
    /** The y coordinate; not set for Curve25519 and Curve448. */
    mbedtls_mpi MBEDTLS_PRIVATE(Y);
    /** The z coordinate. */
    mbedtls_mpi MBEDTLS_PRIVATE(Z);
} mbedtls_ecp_point;

/** A curve with its parameters. */
typedef struct mbedtls_ecp_group {
    /** Which curve it is. */
    enum mbedtls_ecp_group_id id;
    /** The prime of the field. */
    mbedtls_mpi P;
    /** Coefficient A of the curve's equation. */
    mbedtls_mpi A;
    /** Coefficient B of the curve's equation. */
    mbedtls_mpi B;
    /** The base point. */
    struct mbedtls_ecp_point G;
    /** The order of the base point. */
    mbedtls_mpi N;
    /** Bits of P. */
    size_t pbits;
    /** Bits of N, or of a private key. */
    size_t nbits;
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved1);
    /** What the library keeps of its own: the converted form of a key, for example. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved2)[5];
} mbedtls_ecp_group;

/** A key pair, or a public key alone. */
typedef struct mbedtls_ecp_keypair {
    /** The curve. */
    struct mbedtls_ecp_group MBEDTLS_PRIVATE(grp);
    /** The private value; 0 if only the public key is known. */
    mbedtls_mpi MBEDTLS_PRIVATE(d);
    /** The public point. */
    struct mbedtls_ecp_point MBEDTLS_PRIVATE(Q);
} mbedtls_ecp_keypair;

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_ecp_restart_ctx;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ECP_H */
