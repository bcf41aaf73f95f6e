/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_LMS_H
#define MBEDTLS_LMS_H

/** \file lms.h
 * Types and constants of LMS signatures (RFC 8554). There are no functions, and MBEDTLS_LMS_C is not defined; the header
 * is for programs that include it without asking for the macro, and for error codes.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

/** An argument is invalid. */
#define MBEDTLS_ERR_LMS_BAD_INPUT_DATA -0x0011
/** All one-time keys of a private key have been used. */
#define MBEDTLS_ERR_LMS_OUT_OF_PRIVATE_KEYS -0x0013
/** A signature is not valid. */
#define MBEDTLS_ERR_LMS_VERIFY_FAILED -0x0015
/** There is no memory. */
#define MBEDTLS_ERR_LMS_ALLOC_FAILED -0x0017
/** A buffer is too small. */
#define MBEDTLS_ERR_LMS_BUFFER_TOO_SMALL -0x0019

/** Length of the longest hash of a one-time signature, in bytes (RFC 8554 section 4.1: n). */
#define MBEDTLS_LMOTS_N_HASH_LEN_MAX 32u
/** The largest number of hashes in a one-time signature (RFC 8554 section 4.1: p). */
#define MBEDTLS_LMOTS_P_SIG_DIGIT_COUNT_MAX 34u
/** Length of the identifier of a key, in bytes. */
#define MBEDTLS_LMOTS_I_KEY_ID_LEN 16u
/** Length of the number of a leaf, in bytes. */
#define MBEDTLS_LMOTS_Q_LEAF_ID_LEN 4u
/** Length of a typecode of a one-time signature, in bytes. */
#define MBEDTLS_LMOTS_TYPE_LEN 4u
/** Length of a typecode of a tree, in bytes. */
#define MBEDTLS_LMS_TYPE_LEN 4
/** Length of the longest node of a tree, in bytes (RFC 8554 section 5.1: m). */
#define MBEDTLS_LMS_M_NODE_BYTES_MAX 32

/** Length of the hashes of a kind of one-time signatures, in bytes. */
#define MBEDTLS_LMOTS_N_HASH_LEN(type) ((type) == MBEDTLS_LMOTS_SHA256_N32_W8 ? 32u : 0)
/** Number of hashes in a one-time signature of a kind. */
#define MBEDTLS_LMOTS_P_SIG_DIGIT_COUNT(type) ((type) == MBEDTLS_LMOTS_SHA256_N32_W8 ? 34u : 0)
/** Length of the random value in a one-time signature of a kind, in bytes. */
#define MBEDTLS_LMOTS_C_RANDOM_VALUE_LEN(type) MBEDTLS_LMOTS_N_HASH_LEN(type)
/** Length of a one-time signature of a kind, in bytes: its typecode, the random value, the hashes. */
#define MBEDTLS_LMOTS_SIG_LEN(type)                                    \
    (MBEDTLS_LMOTS_TYPE_LEN + MBEDTLS_LMOTS_C_RANDOM_VALUE_LEN(type) + \
     MBEDTLS_LMOTS_P_SIG_DIGIT_COUNT(type) * MBEDTLS_LMOTS_N_HASH_LEN(type))
/** Height of a kind of trees. */
#define MBEDTLS_LMS_H_TREE_HEIGHT(type) ((type) == MBEDTLS_LMS_SHA256_M32_H10 ? 10u : 0)
/** Length of the nodes of a kind of trees, in bytes. */
#define MBEDTLS_LMS_M_NODE_BYTES(type) ((type) == MBEDTLS_LMS_SHA256_M32_H10 ? 32 : 0)
/** Length of a signature, in bytes: the leaf, its one-time signature, the typecode, the path. */
#define MBEDTLS_LMS_SIG_LEN(type, otstype)                                                            \
    (MBEDTLS_LMOTS_Q_LEAF_ID_LEN + MBEDTLS_LMOTS_SIG_LEN(otstype) + MBEDTLS_LMS_TYPE_LEN +            \
     MBEDTLS_LMS_H_TREE_HEIGHT(type) * MBEDTLS_LMS_M_NODE_BYTES(type))
/** Length of a public key, in bytes: both typecodes, the identifier, the root. */
#define MBEDTLS_LMS_PUBLIC_KEY_LEN(type)                                            \
    (MBEDTLS_LMS_TYPE_LEN + MBEDTLS_LMOTS_TYPE_LEN + MBEDTLS_LMOTS_I_KEY_ID_LEN +   \
     MBEDTLS_LMS_M_NODE_BYTES(type))

#ifdef __cplusplus
extern "C" {
#endif
/** Kinds of trees, by their typecodes. */
typedef enum mbedtls_lms_algorithm_type_t {
    /** SHA-256, nodes of 32 bytes, height 10. */
    MBEDTLS_LMS_SHA256_M32_H10 = 6
} mbedtls_lms_algorithm_type_t;

/** Kinds of one-time signatures, by their typecodes. */
typedef enum mbedtls_lmots_algorithm_type_t {
    /** SHA-256, hashes of 32 bytes, eight bits at a time. */
    MBEDTLS_LMOTS_SHA256_N32_W8 = 4
} mbedtls_lmots_algorithm_type_t;

/** What a one-time key belongs to. */
typedef struct mbedtls_lmots_parameters_t {
    /** Identifier of the key. */
    unsigned char MBEDTLS_PRIVATE(I_key_identifier)[MBEDTLS_LMOTS_I_KEY_ID_LEN];
    /** Number of the leaf. */
    unsigned char MBEDTLS_PRIVATE(q_leaf_identifier)[MBEDTLS_LMOTS_Q_LEAF_ID_LEN];
    /** Kind of the signatures. */
    mbedtls_lmots_algorithm_type_t MBEDTLS_PRIVATE(type);
} mbedtls_lmots_parameters_t;

/** A public one-time key. */
typedef struct mbedtls_lmots_public_t {
    /** What it belongs to. */
    mbedtls_lmots_parameters_t MBEDTLS_PRIVATE(params);
    /** The key. */
    unsigned char MBEDTLS_PRIVATE(public_key)[MBEDTLS_LMOTS_N_HASH_LEN_MAX];
    /** Not 0 if there is one. */
    unsigned char MBEDTLS_PRIVATE(have_public_key);
} mbedtls_lmots_public_t;

/** What a tree is. */
typedef struct mbedtls_lms_parameters_t {
    /** Identifier of the key. */
    unsigned char MBEDTLS_PRIVATE(I_key_identifier)[MBEDTLS_LMOTS_I_KEY_ID_LEN];
    /** Kind of the one-time signatures. */
    mbedtls_lmots_algorithm_type_t MBEDTLS_PRIVATE(otstype);
    /** Kind of the tree. */
    mbedtls_lms_algorithm_type_t MBEDTLS_PRIVATE(type);
} mbedtls_lms_parameters_t;

/** A public key. */
typedef struct mbedtls_lms_public_t {
    /** What its tree is. */
    mbedtls_lms_parameters_t MBEDTLS_PRIVATE(params);
    /** The root of the tree. */
    unsigned char MBEDTLS_PRIVATE(T_1_pub_key)[MBEDTLS_LMS_M_NODE_BYTES_MAX];
    /** Not 0 if there is one. */
    unsigned char MBEDTLS_PRIVATE(have_public_key);
} mbedtls_lms_public_t;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_LMS_H */
