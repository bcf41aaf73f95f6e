/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_RSA_H
#define MBEDTLS_RSA_H

/** \file rsa.h
 * RSA keys.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"
#include "mbedtls/md.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The padding is for encryption. */
#define MBEDTLS_RSA_CRYPT 2

/** Shortest key that is made, in bits. */
#define MBEDTLS_RSA_GEN_KEY_MIN_BITS 1024

/** Padding of PKCS #1 v1.5. */
#define MBEDTLS_RSA_PKCS_V15 0

/** Padding of PKCS #1 v2.1 (OAEP, PSS). */
#define MBEDTLS_RSA_PKCS_V21 1

/** Any length of salt is accepted, or the longest possible is used. */
#define MBEDTLS_RSA_SALT_LEN_ANY -1

/** The padding is for signatures. */
#define MBEDTLS_RSA_SIGN 1

/** An argument is invalid. */
#define MBEDTLS_ERR_RSA_BAD_INPUT_DATA -0x4080

/** The padding of the data is wrong. */
#define MBEDTLS_ERR_RSA_INVALID_PADDING -0x4100

/** No key could be made. */
#define MBEDTLS_ERR_RSA_KEY_GEN_FAILED -0x4180

/** The parts of the key do not fit together. */
#define MBEDTLS_ERR_RSA_KEY_CHECK_FAILED -0x4200

/** The public key operation failed. */
#define MBEDTLS_ERR_RSA_PUBLIC_FAILED -0x4280

/** The private key operation failed. */
#define MBEDTLS_ERR_RSA_PRIVATE_FAILED -0x4300

/** The signature does not verify. */
#define MBEDTLS_ERR_RSA_VERIFY_FAILED -0x4380

/** The output does not fit the buffer. */
#define MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE -0x4400

/** The random generator failed. */
#define MBEDTLS_ERR_RSA_RNG_FAILED -0x4480

/** An RSA key. */
typedef struct mbedtls_rsa_context {
    /** Not to be touched. */
    int MBEDTLS_PRIVATE(reserved1);
    /** Length of the modulus, in bytes. */
    size_t MBEDTLS_PRIVATE(len);
    /** The modulus. */
    mbedtls_mpi MBEDTLS_PRIVATE(N);
    /** The public exponent. */
    mbedtls_mpi MBEDTLS_PRIVATE(E);
    /** The private exponent. */
    mbedtls_mpi MBEDTLS_PRIVATE(D);
    /** The first prime. */
    mbedtls_mpi MBEDTLS_PRIVATE(P);
    /** The second prime. */
    mbedtls_mpi MBEDTLS_PRIVATE(Q);
    /** D mod (P - 1). */
    mbedtls_mpi MBEDTLS_PRIVATE(DP);
    /** D mod (Q - 1). */
    mbedtls_mpi MBEDTLS_PRIVATE(DQ);
    /** The inverse of Q mod P. */
    mbedtls_mpi MBEDTLS_PRIVATE(QP);
    /** What the library keeps of its own: the converted form of the key, for example. */
    void *MBEDTLS_PRIVATE(inner);
    /** Padding: MBEDTLS_RSA_PKCS_V15 or MBEDTLS_RSA_PKCS_V21. */
    int MBEDTLS_PRIVATE(padding);
    /** Hash of the padding of version 2.1, a `mbedtls_md_type_t`. */
    int MBEDTLS_PRIVATE(hash_id);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved2)[15];
} mbedtls_rsa_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_RSA_H */
