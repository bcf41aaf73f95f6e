/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PK_H
#define MBEDTLS_PK_H

/** \file pk.h
 * A public or private key of any kind.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"
#include "mbedtls/rsa.h"
#include "mbedtls/ecp.h"
#include "psa/crypto.h"

#ifdef __cplusplus
extern "C" {
#endif
/** A kind of key; its content is private. */
typedef struct mbedtls_pk_info_t mbedtls_pk_info_t;

/** Most items that mbedtls_pk_debug() yields. */
#define MBEDTLS_PK_DEBUG_MAX_ITEMS 3

/** Longest encoded elliptic curve public key, in bytes. */
#define MBEDTLS_PK_MAX_EC_PUBKEY_RAW_LEN 133

/** Longest signature of any key, in bytes. */
#define MBEDTLS_PK_SIGNATURE_MAX_SIZE 1024

/** The output buffer is too small. */
#define MBEDTLS_ERR_PK_BUFFER_TOO_SMALL -0x3880

/** The signature is valid but followed by further bytes. */
#define MBEDTLS_ERR_PK_SIG_LEN_MISMATCH -0x3900

/** The kind of key or operation is not available. */
#define MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE -0x3980

/** The curve is not supported. */
#define MBEDTLS_ERR_PK_UNKNOWN_NAMED_CURVE -0x3A00

/** The algorithm or its parameters are malformed. */
#define MBEDTLS_ERR_PK_INVALID_ALG -0x3A80

/** The public key is malformed. */
#define MBEDTLS_ERR_PK_INVALID_PUBKEY -0x3B00

/** The password does not open the key. */
#define MBEDTLS_ERR_PK_PASSWORD_MISMATCH -0x3B80

/** The key is encrypted and no password was given. */
#define MBEDTLS_ERR_PK_PASSWORD_REQUIRED -0x3C00

/** The kind of key is not supported. */
#define MBEDTLS_ERR_PK_UNKNOWN_PK_ALG -0x3C80

/** The key is malformed or of an unknown format. */
#define MBEDTLS_ERR_PK_KEY_INVALID_FORMAT -0x3D00

/** The version of the key structure is not supported. */
#define MBEDTLS_ERR_PK_KEY_INVALID_VERSION -0x3D80

/** The key file could not be read. */
#define MBEDTLS_ERR_PK_FILE_IO_ERROR -0x3E00

/** An argument is invalid. */
#define MBEDTLS_ERR_PK_BAD_INPUT_DATA -0x3E80

/** The kind of key does not fit the operation. */
#define MBEDTLS_ERR_PK_TYPE_MISMATCH -0x3F00

/** Out of memory. */
#define MBEDTLS_ERR_PK_ALLOC_FAILED -0x3F80

/** Kinds of keys, and of what can be done with them. */
typedef enum mbedtls_pk_type_t {
    /** No key. */
    MBEDTLS_PK_NONE = 0,
    /** RSA key. */
    MBEDTLS_PK_RSA = 1,
    /** Elliptic curve key. */
    MBEDTLS_PK_ECKEY = 2,
    /** Elliptic curve key for key agreement only. */
    MBEDTLS_PK_ECKEY_DH = 3,
    /** Elliptic curve key for signatures only. */
    MBEDTLS_PK_ECDSA = 4,
    /** RSA key reached through functions of the application. */
    MBEDTLS_PK_RSA_ALT = 5,
    /** RSA with PSS signatures (an algorithm of signatures, not a kind of key). */
    MBEDTLS_PK_RSASSA_PSS = 6,
    /** A key that the PSA interface holds. */
    MBEDTLS_PK_OPAQUE = 7,
    /** Ed25519 key. DEVIATION: 3.6 has no such keys; the number is far from those it may yet give out. */
    MBEDTLS_PK_ED25519 = 16384,
} mbedtls_pk_type_t;

/** What an item for debug output is. */
typedef enum mbedtls_pk_debug_type {
    /** No value. */
    MBEDTLS_PK_DEBUG_NONE = 0,
    /** The value is a `mbedtls_mpi`. */
    MBEDTLS_PK_DEBUG_MPI = 1,
    /** The value is a `mbedtls_ecp_point`. */
    MBEDTLS_PK_DEBUG_ECP = 2,
    /** The value is an encoded elliptic curve point. */
    MBEDTLS_PK_DEBUG_PSA_EC = 3,
} mbedtls_pk_debug_type;

/** A public key, or a key pair. */
typedef struct mbedtls_pk_context {
    /** The kind of key; NULL while there is none. */
    const mbedtls_pk_info_t *MBEDTLS_PRIVATE(pk_info);
    /** The key: a `mbedtls_rsa_context` or `mbedtls_ecp_keypair` for keys of those kinds. */
    void *MBEDTLS_PRIVATE(pk_ctx);
} mbedtls_pk_context;

/** Parameters of an RSASSA-PSS signature. */
typedef struct mbedtls_pk_rsassa_pss_options {
    /** Hash function of the mask. */
    mbedtls_md_type_t mgf1_hash_id;
    /** Length of the salt, or MBEDTLS_RSA_SALT_LEN_ANY. */
    int expected_salt_len;
} mbedtls_pk_rsassa_pss_options;

/** An item for debug output. */
typedef struct mbedtls_pk_debug_item {
    /** What the value is. */
    enum mbedtls_pk_debug_type MBEDTLS_PRIVATE(type);
    /** Its name, ended by NUL. */
    const char *MBEDTLS_PRIVATE(name);
    /** The value. */
    void *MBEDTLS_PRIVATE(value);
} mbedtls_pk_debug_item;

/** Decrypts with a key that the application holds. */
typedef int (*mbedtls_pk_rsa_alt_decrypt_func)(void *ctx,
                                               size_t *olen,
                                               const unsigned char *input,
                                               unsigned char *output,
                                               size_t output_max_len);

/** Signs with a key that the application holds. */
typedef int (*mbedtls_pk_rsa_alt_sign_func)(void *ctx,
                                            mbedtls_f_rng_t *f_rng,
                                            void *p_rng,
                                            mbedtls_md_type_t md_alg,
                                            unsigned int hashlen,
                                            const unsigned char *hash,
                                            unsigned char *sig);

/** Length of a key that the application holds, in bytes. */
typedef size_t (*mbedtls_pk_rsa_alt_key_len_func)(void *ctx);

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_pk_restart_ctx;

/**
 * Initialises a key context. Must be called before any other function on it, but for `mbedtls_pk_free`.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_pk_init(mbedtls_pk_context *ctx);

/**
 * Frees the key of a context and wipes it. The context may be used again.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_pk_free(mbedtls_pk_context *ctx);

/**
 * Looks a kind of key up.
 *
 * \param pk_type  The kind.
 * \return         Its description, for `mbedtls_pk_setup`; NULL for a kind that is not offered.
 */
const mbedtls_pk_info_t *mbedtls_pk_info_from_type(mbedtls_pk_type_t pk_type);

/**
 * Sets an empty context up for a kind of key, to be filled by the functions of that kind.
 *
 * \param ctx   The context, initialised and empty.
 * \param info  The kind, from `mbedtls_pk_info_from_type`.
 *
 * \return  0, or `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use or a description that is none of ours.
 */
int mbedtls_pk_setup(mbedtls_pk_context *ctx,
                     const mbedtls_pk_info_t *info);

/**
 * Parses a private key.
 *
 * \param ctx     The context, initialised and empty.
 * \param key     The key: PKCS#1, SEC1 or PKCS#8, in DER or in PEM with a closing zero byte.
 * \param keylen  Its length in bytes, a closing zero included.
 * \param pwd     The password of an encrypted key; NULL: none.
 * \param pwdlen  Its length in bytes.
 * \param _f_rng  Not needed.
 * \param _p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_PASSWORD_REQUIRED`, `MBEDTLS_ERR_PK_PASSWORD_MISMATCH`,
 *          `MBEDTLS_ERR_PK_KEY_INVALID_FORMAT` or another `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*`: the context is then
 *          empty.
 */
int mbedtls_pk_parse_key(mbedtls_pk_context *ctx,
                         const unsigned char *key,
                         size_t keylen,
                         const unsigned char *pwd,
                         size_t pwdlen,
                         mbedtls_f_rng_t *_f_rng,
                         void *_p_rng);

/**
 * Loads a private key from a file.
 *
 * \param ctx     The context, initialised and empty.
 * \param path    The file; see `mbedtls_pk_parse_key` for its formats.
 * \param pwd     The password of an encrypted key, a string; NULL: none.
 * \param f_rng   Not needed.
 * \param p_rng   Not needed.
 *
 * \return  As `mbedtls_pk_parse_key`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_pk_parse_keyfile(mbedtls_pk_context *ctx,
                             const char *path,
                             const char *pwd,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

/**
 * Parses a public key.
 *
 * \param ctx     The context, initialised and empty.
 * \param key     The key: SubjectPublicKeyInfo or PKCS#1, in DER or in PEM with a closing zero byte.
 * \param keylen  Its length in bytes, a closing zero included.
 *
 * \return  0, or a `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*` code: the context is then empty.
 */
int mbedtls_pk_parse_public_key(mbedtls_pk_context *ctx,
                                const unsigned char *key,
                                size_t keylen);

/**
 * Loads a public key from a file.
 *
 * \param ctx   The context, initialised and empty.
 * \param path  The file; see `mbedtls_pk_parse_public_key` for its formats.
 *
 * \return  As `mbedtls_pk_parse_public_key`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_pk_parse_public_keyfile(mbedtls_pk_context *ctx,
                                    const char *path);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PK_H */
