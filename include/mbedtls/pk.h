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

#if defined(MBEDTLS_X509_USE_C)
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

/** What an item for debug output is. */
typedef enum mbedtls_pk_debug_type {
    /** No value. */
    MBEDTLS_PK_DEBUG_NONE = 0,
    /** The value is a `mbedtls_mpi`. */
    MBEDTLS_PK_DEBUG_MPI = 1,
    /** The value is a `mbedtls_ecp_point`. */
    MBEDTLS_PK_DEBUG_ECP = 2,
    /** The value is an encoded elliptic curve point. */
    MBEDTLS_PK_DEBUG_PSA_EC = 3
} mbedtls_pk_debug_type;

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
    MBEDTLS_PK_ED25519 = 16384
} mbedtls_pk_type_t;

/** A public key, or a key pair. */
typedef struct mbedtls_pk_context {
    /** The kind of key; NULL while there is none. */
    const mbedtls_pk_info_t *MBEDTLS_PRIVATE(pk_info);
    /** The key: a `mbedtls_rsa_context` or `mbedtls_ecp_keypair` for keys of those kinds. */
    void *MBEDTLS_PRIVATE(pk_ctx);
} mbedtls_pk_context;

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

/** An item for debug output. */
typedef struct mbedtls_pk_debug_item {
    /** What the value is. */
    enum mbedtls_pk_debug_type MBEDTLS_PRIVATE(type);
    /** Its name, ended by NUL. */
    const char *MBEDTLS_PRIVATE(name);
    /** The value. */
    void *MBEDTLS_PRIVATE(value);
} mbedtls_pk_debug_item;

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_pk_restart_ctx;

/** Parameters of an RSASSA-PSS signature. */
typedef struct mbedtls_pk_rsassa_pss_options {
    /** Hash function of the mask. */
    mbedtls_md_type_t mgf1_hash_id;
    /** Length of the salt, or MBEDTLS_RSA_SALT_LEN_ANY. */
    int expected_salt_len;
} mbedtls_pk_rsassa_pss_options;

/**
 * Sets an empty context up for an RSA key that the application holds.
 *
 * Such a key signs with mbedtls_pk_sign() and decrypts with mbedtls_pk_decrypt(), as PKCS #1 v1.5 has it. It cannot make
 * RSASSA-PSS signatures, which TLS 1.3 demands of RSA keys: as the key of mbedtls_ssl_conf_own_cert() it therefore signs
 * handshakes of TLS 1.2 and none of TLS 1.3. mbedtls_ssl_conf_async_private_cb() and mbedtls_pk_setup_opaque() are for that.
 *
 * \param ctx           The context, initialised and empty.
 * \param key           The application's own, handed to the functions; it must live as long as the context.
 * \param decrypt_func  Decrypts.
 * \param sign_func     Signs a hash: writes as many bytes as `key_len_func` tells.
 * \param key_len_func  Tells the length of the modulus in bytes.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or a context in use.
 */
int mbedtls_pk_setup_rsa_alt(struct mbedtls_pk_context *ctx,
                             void *key,
                             mbedtls_pk_rsa_alt_decrypt_func decrypt_func,
                             mbedtls_pk_rsa_alt_sign_func sign_func,
                             mbedtls_pk_rsa_alt_key_len_func key_len_func);

/**
 * Encrypts a short message with an RSA key, with the padding that the key is set to (PKCS #1 v1.5 unless changed).
 *
 * \param ctx     The public key.
 * \param input   The message: at least 11 bytes shorter than the key.
 * \param ilen    Its length in bytes.
 * \param output  Where to put the encrypted message.
 * \param olen    Set to its length, that of the key.
 * \param osize   The room in bytes.
 * \param f_rng  Not needed: the system's randomness is used.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for keys that do not encrypt; `MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE` if there is
 *          too little room; `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` if the message is too long.
 */
int mbedtls_pk_encrypt(struct mbedtls_pk_context *ctx,
                       const unsigned char *input,
                       size_t ilen,
                       unsigned char *output,
                       size_t *olen,
                       size_t osize,
                       mbedtls_f_rng_t *f_rng,
                       void *p_rng);

/**
 * Decrypts a message with an RSA key, with the padding that the key is set to (PKCS #1 v1.5 unless changed).
 *
 * A message with wrong padding of PKCS #1 v1.5 decrypts to another, made up one, without an error: the sender of a
 * forged message must not learn anything from the outcome.
 *
 * \param ctx     The private key.
 * \param input   The encrypted message, as long as the key.
 * \param ilen    Its length in bytes.
 * \param output  Where to put the message.
 * \param olen    Set to its length.
 * \param osize   The room in bytes.
 * \param f_rng  Not needed: the system's randomness is used.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for keys that do not decrypt; `MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE` if there is
 *          too little room; `MBEDTLS_ERR_RSA_BAD_INPUT_DATA` for a public key or a message of another length;
 *          `MBEDTLS_ERR_RSA_INVALID_PADDING` if the padding is wrong (OAEP only).
 */
int mbedtls_pk_decrypt(struct mbedtls_pk_context *ctx,
                       const unsigned char *input,
                       size_t ilen,
                       unsigned char *output,
                       size_t *olen,
                       size_t osize,
                       mbedtls_f_rng_t *f_rng,
                       void *p_rng);

/**
 * Tells whether a public and a private key belong together.
 *
 * \param pub_    The public key, or the private key it is half of.
 * \param prv     The private key.
 * \param f_rng   Must not be NULL; not needed but by a key of mbedtls_pk_setup_rsa_alt(), which signs something.
 * \param p_rng   Handed to `f_rng`.
 *
 * \return  0 if they do; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or an empty context; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if
 *          they are of different kinds; `MBEDTLS_ERR_RSA_KEY_CHECK_FAILED`, `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` or
 *          `MBEDTLS_ERR_ECP_INVALID_KEY` if they do not belong together or `prv` is a public key.
 */
int mbedtls_pk_check_pair(const struct mbedtls_pk_context *pub_,
                          const struct mbedtls_pk_context *prv,
                          mbedtls_f_rng_t *f_rng,
                          void *p_rng);

/**
 * Lists the public numbers of a key: `rsa.N` and `rsa.E`, or `eckey.Q`.
 *
 * \param ctx    The context.
 * \param items  Where to put up to `MBEDTLS_PK_DEBUG_MAX_ITEMS` items, all zero before; they point into the key.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL or an empty context; `MBEDTLS_ERR_PK_TYPE_MISMATCH` for a key
 *          without numbers to show.
 */
int mbedtls_pk_debug(const struct mbedtls_pk_context *ctx,
                     struct mbedtls_pk_debug_item *items);

/**
 * Initialises a key context. Must be called before any other function on it, but for `mbedtls_pk_free`.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_pk_init(struct mbedtls_pk_context *ctx);

/**
 * Frees the key of a context and wipes it. The context may be used again.
 *
 * \param ctx  The context; NULL is ignored.
 */
void mbedtls_pk_free(struct mbedtls_pk_context *ctx);

/**
 * Looks a kind of key up.
 *
 * \param pk_type  The kind.
 * \return         Its description, for `mbedtls_pk_setup`; NULL for a kind that is not offered.
 */
const mbedtls_pk_info_t *mbedtls_pk_info_from_type(enum mbedtls_pk_type_t pk_type);

/**
 * Sets an empty context up for a kind of key, to be filled by the functions of that kind.
 *
 * \param ctx   The context, initialised and empty.
 * \param info  The kind, from `mbedtls_pk_info_from_type`.
 *
 * \return  0, or `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use or a description that is none of ours.
 */
int mbedtls_pk_setup(struct mbedtls_pk_context *ctx,
                     const mbedtls_pk_info_t *info);

/**
 * Sets an empty context up for a key pair that the PSA interface holds. The key stays that interface's: it must live as
 * long as the context is used, and mbedtls_pk_free() does not destroy it.
 *
 * Such a key signs as its policy permits, in mbedtls_pk_sign() and in handshakes; a TLS 1.3 handshake needs
 * `PSA_KEY_USAGE_SIGN_HASH` with ECDSA and the hash of its curve, or with RSASSA-PSS.
 *
 * \param ctx  The context, initialised and empty.
 * \param key  The number of the key.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use, or a number without a key;
 *          `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key that is no pair of RSA or of an elliptic curve.
 */
int mbedtls_pk_setup_opaque(struct mbedtls_pk_context *ctx,
                            mbedtls_svc_key_id_t key);

/**
 * Tells whether a key is good for an algorithm of the PSA interface and a use.
 *
 * \param ctx    The context.
 * \param alg    ECDSA, RSA PKCS #1 v1.5, RSASSA-PSS with a given hash, or ECDH.
 * \param usage  `PSA_KEY_USAGE_SIGN_HASH`, `PSA_KEY_USAGE_DECRYPT`, `PSA_KEY_USAGE_DERIVE`, or several of them.
 *
 * \return  1 if it is (for a key that the PSA interface holds: if its policy permits it), else 0.
 */
int mbedtls_pk_can_do_ext(const struct mbedtls_pk_context *ctx,
                          psa_algorithm_t alg,
                          psa_key_usage_t usage);

/**
 * Tells which kind of key a context holds.
 *
 * \param ctx  The context.
 * \return     The kind; `MBEDTLS_PK_NONE` for NULL or an empty context.
 */
enum mbedtls_pk_type_t mbedtls_pk_get_type(const struct mbedtls_pk_context *ctx);

/**
 * Names the kind of key a context holds, for messages.
 *
 * \param ctx  The context.
 * \return     "RSA", "EC", "Ed25519" or another name, in static memory; "invalid PK" for NULL or an empty context.
 */
const char *mbedtls_pk_get_name(const struct mbedtls_pk_context *ctx);

/**
 * Tells the size of a key.
 *
 * \param ctx  The context.
 * \return     Bits of the modulus or of the curve's field (255 for Ed25519); 0 for NULL or an empty context.
 */
size_t mbedtls_pk_get_bitlen(const struct mbedtls_pk_context *ctx);

/**
 * Tells the size of a key in bytes.
 *
 * \param ctx  The context.
 * \return     mbedtls_pk_get_bitlen() in bytes, rounded up.
 */
size_t mbedtls_pk_get_len(const struct mbedtls_pk_context *ctx);

/**
 * Tells whether a key is good for a kind of operation.
 *
 * \param ctx      The context.
 * \param pk_type  The kind: an RSA key can do `MBEDTLS_PK_RSA` and `MBEDTLS_PK_RSASSA_PSS`; an EC key
 *                 `MBEDTLS_PK_ECKEY`, `MBEDTLS_PK_ECKEY_DH` and `MBEDTLS_PK_ECDSA`; an Ed25519 key
 *                 `MBEDTLS_PK_ED25519` alone.
 * \return         1 if it is, 0 if not, and for NULL or an empty context.
 */
int mbedtls_pk_can_do(const struct mbedtls_pk_context *ctx,
                      enum mbedtls_pk_type_t pk_type);

/**
 * Gives the RSA key behind a context.
 *
 * \param pk  The context.
 * \return    The RSA key, which stays the context's; NULL if it holds no RSA key.
 */
mbedtls_rsa_context *mbedtls_pk_rsa(struct mbedtls_pk_context pk);

/**
 * Gives the elliptic curve key pair behind a context.
 *
 * \param pk  The context.
 * \return    The key pair, which stays the context's; NULL if it holds no elliptic curve key.
 */
mbedtls_ecp_keypair *mbedtls_pk_ec(struct mbedtls_pk_context pk);

/**
 * Verifies a signature, with the padding of PKCS #1 v1.5 for RSA unless the key is set to another.
 *
 * \param ctx       The key, public or private.
 * \param md_alg    The hash function that made `hash`; `MBEDTLS_MD_NONE` with RSA: the signed bytes are `hash` as it
 *                  stands. For Ed25519 it must be `MBEDTLS_MD_NONE`, and `hash` is the message.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes; 0 stands for the length that `md_alg` has.
 * \param sig       The signature.
 * \param sig_len   Its length in bytes.
 *
 * \return  0 if the signature is good; `MBEDTLS_ERR_PK_SIG_LEN_MISMATCH` if it is, but bytes follow it;
 *          `MBEDTLS_ERR_RSA_VERIFY_FAILED`, `MBEDTLS_ERR_ECP_VERIFY_FAILED` if it is not; another negative code for
 *          malformed signatures and arguments.
 */
int mbedtls_pk_verify(struct mbedtls_pk_context *ctx,
                      mbedtls_md_type_t md_alg,
                      const unsigned char *hash,
                      size_t hash_len,
                      const unsigned char *sig,
                      size_t sig_len);

/**
 * As mbedtls_pk_verify(); never interrupted.
 *
 * \param ctx       The key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       The signature.
 * \param sig_len   Its length in bytes.
 * \param rs_ctx   Not used.
 *
 * \return  As mbedtls_pk_verify().
 */
int mbedtls_pk_verify_restartable(struct mbedtls_pk_context *ctx,
                                  mbedtls_md_type_t md_alg,
                                  const unsigned char *hash,
                                  size_t hash_len,
                                  const unsigned char *sig,
                                  size_t sig_len,
                                  mbedtls_pk_restart_ctx *rs_ctx);

/**
 * Verifies a signature of a given kind.
 *
 * \param type_     The kind of signature; `MBEDTLS_PK_RSASSA_PSS` with an RSA key is the one that differs from
 *                  mbedtls_pk_verify().
 * \param options   For `MBEDTLS_PK_RSASSA_PSS` a `mbedtls_pk_rsassa_pss_options`; else it must be NULL.
 * \param ctx       The key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       The signature.
 * \param sig_len   Its length in bytes.
 *
 * \return  As mbedtls_pk_verify(); `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key cannot do `type`;
 *          `MBEDTLS_ERR_RSA_INVALID_PADDING` if the salt has another length than expected.
 */
int mbedtls_pk_verify_ext(enum mbedtls_pk_type_t type_,
                          const void *options,
                          struct mbedtls_pk_context *ctx,
                          mbedtls_md_type_t md_alg,
                          const unsigned char *hash,
                          size_t hash_len,
                          const unsigned char *sig,
                          size_t sig_len);

/**
 * Signs a hash, with the padding of PKCS #1 v1.5 for RSA unless the key is set to another.
 *
 * \param ctx       The private key.
 * \param md_alg    The hash function that made `hash`; `MBEDTLS_MD_NONE` with RSA: `hash` is signed as it stands. For
 *                  Ed25519 it must be `MBEDTLS_MD_NONE`, and `hash` is the message.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes; 0 stands for the length that `md_alg` has.
 * \param sig       Where to put the signature; `MBEDTLS_PK_SIGNATURE_MAX_SIZE` bytes are always enough.
 * \param sig_size  The room there, in bytes.
 * \param sig_len   Set to the length of the signature.
 * \param f_rng     Not needed but by a key of mbedtls_pk_setup_rsa_alt(): the system's randomness is used.
 * \param p_rng     Handed to `f_rng`.
 *
 * \return  0; `MBEDTLS_ERR_PK_BUFFER_TOO_SMALL` or `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_PK_TYPE_MISMATCH`
 *          if this kind of key does not sign; another negative code for other wrong arguments.
 */
int mbedtls_pk_sign(struct mbedtls_pk_context *ctx,
                    mbedtls_md_type_t md_alg,
                    const unsigned char *hash,
                    size_t hash_len,
                    unsigned char *sig,
                    size_t sig_size,
                    size_t *sig_len,
                    mbedtls_f_rng_t *f_rng,
                    void *p_rng);

/**
 * As mbedtls_pk_sign(); never interrupted.
 *
 * \param ctx       The private key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       Where to put the signature.
 * \param sig_size  The room there, in bytes.
 * \param sig_len   Set to the length of the signature.
 * \param f_rng     Not needed.
 * \param p_rng     Not needed.
 * \param rs_ctx   Not used.
 *
 * \return  As mbedtls_pk_sign().
 */
int mbedtls_pk_sign_restartable(struct mbedtls_pk_context *ctx,
                                mbedtls_md_type_t md_alg,
                                const unsigned char *hash,
                                size_t hash_len,
                                unsigned char *sig,
                                size_t sig_size,
                                size_t *sig_len,
                                mbedtls_f_rng_t *f_rng,
                                void *p_rng,
                                mbedtls_pk_restart_ctx *rs_ctx);

/**
 * Makes a signature of a given kind.
 *
 * \param pk_type   The kind; `MBEDTLS_PK_RSASSA_PSS` with an RSA key (MGF1 with `md_alg`, a salt as long as the hash if
 *                  the key has room for it) is the one that differs from mbedtls_pk_sign().
 * \param ctx       The private key.
 * \param md_alg    The hash function that made `hash`.
 * \param hash      The hash.
 * \param hash_len  Its length in bytes.
 * \param sig       Where to put the signature.
 * \param sig_size  The room there, in bytes.
 * \param sig_len   Set to the length of the signature.
 * \param f_rng     Not needed.
 * \param p_rng     Not needed.
 *
 * \return  As mbedtls_pk_sign(); `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key cannot do `pk_type`.
 */
int mbedtls_pk_sign_ext(enum mbedtls_pk_type_t pk_type,
                        struct mbedtls_pk_context *ctx,
                        mbedtls_md_type_t md_alg,
                        const unsigned char *hash,
                        size_t hash_len,
                        unsigned char *sig,
                        size_t sig_size,
                        size_t *sig_len,
                        mbedtls_f_rng_t *f_rng,
                        void *p_rng);

/**
 * Parses a private key.
 *
 * \param ctx     The context, initialised and empty.
 * \param key     The key: PKCS#1, SEC1 or PKCS#8, in DER or in PEM with a closing zero byte.
 * \param keylen  Its length in bytes, a closing zero included.
 * \param pwd     The password of an encrypted key; NULL: none.
 * \param pwdlen  Its length in bytes.
 * \param f_rng  Not needed.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_PK_PASSWORD_REQUIRED`, `MBEDTLS_ERR_PK_PASSWORD_MISMATCH`,
 *          `MBEDTLS_ERR_PK_KEY_INVALID_FORMAT` or another `MBEDTLS_ERR_PK_*` or `MBEDTLS_ERR_PEM_*`: the context is then
 *          empty.
 */
int mbedtls_pk_parse_key(struct mbedtls_pk_context *ctx,
                         const unsigned char *key,
                         size_t keylen,
                         const unsigned char *pwd,
                         size_t pwdlen,
                         mbedtls_f_rng_t *f_rng,
                         void *p_rng);

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
int mbedtls_pk_parse_keyfile(struct mbedtls_pk_context *ctx,
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
int mbedtls_pk_parse_public_key(struct mbedtls_pk_context *ctx,
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
int mbedtls_pk_parse_public_keyfile(struct mbedtls_pk_context *ctx,
                                    const char *path);

/**
 * Parses a SubjectPublicKeyInfo in DER, with more to follow behind it.
 *
 * \param p    The first byte; moved behind the key if there is one.
 * \param end  Behind the last byte of what there is.
 * \param pk   The context, initialised and empty.
 *
 * \return  0, or a `MBEDTLS_ERR_PK_*` code: the context is then empty.
 */
int mbedtls_pk_parse_subpubkey(unsigned char **p,
                               const unsigned char *end,
                               struct mbedtls_pk_context *pk);

/**
 * Tells with which attributes the PSA interface could take a key over, for mbedtls_pk_import_into_psa().
 *
 * \param pk          The key.
 * \param usage       One use: `PSA_KEY_USAGE_SIGN_HASH`, `_SIGN_MESSAGE`, `_DECRYPT`, `_DERIVE`, which need a private key,
 *                    or `_VERIFY_HASH`, `_VERIFY_MESSAGE`, `_ENCRYPT`, for which the attributes are a public key's.
 * \param attributes  Gets kind, length, algorithm and uses.
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key is not for that use; `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key
 *          of mbedtls_pk_setup_rsa_alt(); `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, and for a context without a key that
 *          the PSA interface knows.
 */
int mbedtls_pk_get_psa_attributes(const struct mbedtls_pk_context *pk,
                                  psa_key_usage_t usage,
                                  psa_key_attributes_t *attributes);

/**
 * Copies a key into the PSA interface.
 *
 * \param pk          The key.
 * \param attributes  What it is to be there: see mbedtls_pk_get_psa_attributes(). For the type of a public key the public
 *                    half is copied.
 * \param key_id      Gets the number of the new key, 0 on failure; it is to be destroyed with psa_destroy_key().
 *
 * \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key is not of that type; `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key
 *          of mbedtls_pk_setup_rsa_alt(); `MBEDTLS_ERR_PK_INVALID_ALG` or another `MBEDTLS_ERR_PK_*` if the PSA interface
 *          refuses; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL and for an empty context.
 */
int mbedtls_pk_import_into_psa(const struct mbedtls_pk_context *pk,
                               const psa_key_attributes_t *attributes,
                               mbedtls_svc_key_id_t *key_id);

/**
 * Sets an empty context up with a copy of a key of the PSA interface, which must be exportable.
 *
 * \param key_id  The number of an RSA or elliptic curve key, public or private.
 * \param pk      The context, initialised and empty.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use, a number without a key, a key of another kind;
 *          `MBEDTLS_ERR_PK_TYPE_MISMATCH` if it may not be exported.
 */
int mbedtls_pk_copy_from_psa(mbedtls_svc_key_id_t key_id,
                             struct mbedtls_pk_context *pk);

/**
 * Sets an empty context up with a copy of the public half of a key of the PSA interface.
 *
 * \param key_id  The number of an RSA or elliptic curve key, public or private.
 * \param pk      The context, initialised and empty.
 *
 * \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` as mbedtls_pk_copy_from_psa().
 */
int mbedtls_pk_copy_public_from_psa(mbedtls_svc_key_id_t key_id, struct mbedtls_pk_context *pk);

/**
 * Writes a private key in DER, at the END of a buffer: PKCS#1 for RSA, SEC 1 for elliptic curves, PKCS#8 for Ed25519.
 *
 * PKCS#1 does not say what an RSA key is for: a key of id-RSASSA-PSS that is written and read again is one for any use, without
 * the limits that it had (RFC 4055 section 3.1). Its public half, as mbedtls_pk_write_pubkey_der() writes it, keeps them.
 *
 * \param ctx   The key.
 * \param buf   The buffer.
 * \param size  Its size in bytes.
 *
 * \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          another negative code for NULL, an empty context or a public key.
 */
int mbedtls_pk_write_key_der(const struct mbedtls_pk_context *ctx,
                             unsigned char *buf,
                             size_t size);

/**
 * Writes a private key in PEM, as a string.
 *
 * \param ctx   The key.
 * \param buf   The buffer.
 * \param size  Its size in bytes, room for the closing zero included.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; another negative code as for mbedtls_pk_write_key_der().
 */
int mbedtls_pk_write_key_pem(const struct mbedtls_pk_context *ctx,
                             unsigned char *buf,
                             size_t size);

/**
 * Writes a public key in DER (SubjectPublicKeyInfo), at the END of a buffer.
 *
 * \param ctx   The key, public or private.
 * \param buf   The buffer.
 * \param size  Its size in bytes.
 *
 * \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          another negative code for NULL or an empty context.
 */
int mbedtls_pk_write_pubkey_der(const struct mbedtls_pk_context *ctx,
                                unsigned char *buf,
                                size_t size);

/**
 * Writes a public key in PEM (SubjectPublicKeyInfo), as a string.
 *
 * \param ctx   The key, public or private.
 * \param buf   The buffer.
 * \param size  Its size in bytes, room for the closing zero included.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; another negative code as for mbedtls_pk_write_pubkey_der().
 */
int mbedtls_pk_write_pubkey_pem(const struct mbedtls_pk_context *ctx,
                                unsigned char *buf,
                                size_t size);

/**
 * Writes the bare public key, backwards from `*p`: an RSAPublicKey in DER, an uncompressed point, or the 32 bytes of
 * Ed25519.
 *
 * \param p      Where the key is to end; moved to its first byte.
 * \param start  The first byte that may be written.
 * \param key    The key, public or private.
 *
 * \return  The length; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; another negative code for NULL or an empty context.
 */
int mbedtls_pk_write_pubkey(unsigned char **p,
                            unsigned char *start,
                            const struct mbedtls_pk_context *key);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PK_H */
