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
#include "mbedtls/platform_util.h"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(MBEDTLS_X509_USE_C)
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

/**
 * Makes a key empty, with the padding of PKCS #1 v1.5. To be called before anything else.
 *
 * \param ctx  The key.
 */
void mbedtls_rsa_init(struct mbedtls_rsa_context *ctx);

/**
 * Wipes and frees a key's numbers.
 *
 * \param ctx  The key; NULL is allowed and does nothing.
 */
void mbedtls_rsa_free(struct mbedtls_rsa_context *ctx);

/**
 * Copies a key.
 *
 * \param dst  The key to be written, initialised.
 * \param src  The key to be read.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED (the key written is then empty), or MBEDTLS_ERR_RSA_BAD_INPUT_DATA for NULL.
 */
int mbedtls_rsa_copy(struct mbedtls_rsa_context *dst,
                     const struct mbedtls_rsa_context *src);

/**
 * Sets how a key pads.
 *
 * \param ctx  The key.
 * \param padding  MBEDTLS_RSA_PKCS_V15 or MBEDTLS_RSA_PKCS_V21.
 * \param hash_id  The hash function of version 2.1 and its mask; MBEDTLS_MD_NONE for the one that a hash was made with.
 *
 * \return  0, MBEDTLS_ERR_RSA_INVALID_PADDING for another padding or hash function, or MBEDTLS_ERR_RSA_BAD_INPUT_DATA for
 * NULL.
 */
int mbedtls_rsa_set_padding(struct mbedtls_rsa_context *ctx,
                            int padding,
                            mbedtls_md_type_t hash_id);

/**
 * How a key pads.
 *
 * \param ctx  The key.
 *
 * \return  MBEDTLS_RSA_PKCS_V15 or MBEDTLS_RSA_PKCS_V21.
 */
int mbedtls_rsa_get_padding_mode(const struct mbedtls_rsa_context *ctx);

/**
 * The hash function of a key's padding.
 *
 * \param ctx  The key.
 *
 * \return  A `mbedtls_md_type_t`; 0 if none is set.
 */
int mbedtls_rsa_get_md_alg(const struct mbedtls_rsa_context *ctx);

/**
 * The length of a key's modulus, in bits.
 *
 * \param ctx  The key.
 *
 * \return  The length; 0 if there is none.
 */
size_t mbedtls_rsa_get_bitlen(const struct mbedtls_rsa_context *ctx);

/**
 * The length of a key's modulus, and of all it encrypts and signs, in bytes.
 *
 * \param ctx  The key.
 *
 * \return  The length; 0 if there is none.
 */
size_t mbedtls_rsa_get_len(const struct mbedtls_rsa_context *ctx);

/**
 * Encrypts a short message with the padding that a key is set to.
 *
 * \param ctx  The public key.
 * \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
 * \param ilen,input  The message.
 * \param output  Where the encrypted message goes, as long as the modulus; may be `input`.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a message that is too long, a key that is none, or NULL, or
 * MBEDTLS_ERR_RSA_INVALID_PADDING if the key is set to none.
 */
int mbedtls_rsa_pkcs1_encrypt(struct mbedtls_rsa_context *ctx,
                              mbedtls_f_rng_t *f_rng,
                              void *p_rng,
                              size_t ilen,
                              const unsigned char *input,
                              unsigned char *output);

/**
 * Encrypts a short message with the padding of PKCS #1 v1.5, whatever padding the key is set to.
 *
 * \param ctx,f_rng,p_rng,ilen,input,output  As for mbedtls_rsa_pkcs1_encrypt(). The message is at least 11 bytes shorter than
 * the modulus.
 *
 * \return  As for mbedtls_rsa_pkcs1_encrypt().
 */
int mbedtls_rsa_rsaes_pkcs1_v15_encrypt(struct mbedtls_rsa_context *ctx,
                                        mbedtls_f_rng_t *f_rng,
                                        void *p_rng,
                                        size_t ilen,
                                        const unsigned char *input,
                                        unsigned char *output);

/**
 * Encrypts a short message with OAEP (RFC 8017 section 7.1.1), with the hash function that the key is set to.
 *
 * \param ctx,f_rng,p_rng,ilen,input,output  As for mbedtls_rsa_pkcs1_encrypt(). The message is at least two hashes and two
 * bytes shorter than the modulus.
 * \param label,label_len  What the message is bound to; NULL and 0 for nothing.
 *
 * \return  As for mbedtls_rsa_pkcs1_encrypt(); MBEDTLS_ERR_RSA_BAD_INPUT_DATA also if no hash function is set.
 */
int mbedtls_rsa_rsaes_oaep_encrypt(struct mbedtls_rsa_context *ctx,
                                   mbedtls_f_rng_t *f_rng,
                                   void *p_rng,
                                   const unsigned char *label,
                                   size_t label_len,
                                   size_t ilen,
                                   const unsigned char *input,
                                   unsigned char *output);

/**
 * Decrypts a message with the padding that a key is set to.
 *
 * \param ctx  The private key, of 1024 to 8192 bits.
 * \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
 * \param olen  Where the length of the message goes.
 * \param input  The encrypted message, as long as the modulus.
 * \param output,output_max_len  Where the message goes; may be `input`.
 *
 * \return  0, MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE if there is too little room, MBEDTLS_ERR_RSA_INVALID_PADDING if the padding
 * is wrong (OAEP only) or the key is set to none, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a key that is no private one or NULL,
 * or an error of MBEDTLS_ERR_RSA_PRIVATE_FAILED.
 */
int mbedtls_rsa_pkcs1_decrypt(struct mbedtls_rsa_context *ctx,
                              mbedtls_f_rng_t *f_rng,
                              void *p_rng,
                              size_t *olen,
                              const unsigned char *input,
                              unsigned char *output,
                              size_t output_max_len);

/**
 * Decrypts a message with the padding of PKCS #1 v1.5, which the key must be set to.
 *
 * DEVIATION: a message with wrong padding decrypts to another, made up one, which depends on key and message alone; 3.6
 * returns MBEDTLS_ERR_RSA_INVALID_PADDING. Whoever sends a forged message must not learn anything from the outcome.
 *
 * \param ctx,f_rng,p_rng,olen,input,output,output_max_len  As for mbedtls_rsa_pkcs1_decrypt().
 *
 * \return  As for mbedtls_rsa_pkcs1_decrypt().
 */
int mbedtls_rsa_rsaes_pkcs1_v15_decrypt(struct mbedtls_rsa_context *ctx,
                                        mbedtls_f_rng_t *f_rng,
                                        void *p_rng,
                                        size_t *olen,
                                        const unsigned char *input,
                                        unsigned char *output,
                                        size_t output_max_len);

/**
 * Decrypts a message with OAEP (RFC 8017 section 7.1.2), which the key must be set to, with a hash function.
 *
 * \param ctx,f_rng,p_rng,olen,input,output,output_max_len  As for mbedtls_rsa_pkcs1_decrypt().
 * \param label,label_len  What the message is bound to; NULL and 0 for nothing.
 *
 * \return  As for mbedtls_rsa_pkcs1_decrypt().
 */
int mbedtls_rsa_rsaes_oaep_decrypt(struct mbedtls_rsa_context *ctx,
                                   mbedtls_f_rng_t *f_rng,
                                   void *p_rng,
                                   const unsigned char *label,
                                   size_t label_len,
                                   size_t *olen,
                                   const unsigned char *input,
                                   unsigned char *output,
                                   size_t output_max_len);

/**
 * Makes a private key. Takes seconds.
 *
 * \param ctx  The key, initialised. It is freed on failure.
 * \param f_rng,p_rng  Not needed: the system's randomness is used.
 * \param nbits  The length of the modulus, in bits: an even number from MBEDTLS_RSA_GEN_KEY_MIN_BITS to
 * MBEDTLS_MPI_MAX_BITS.
 * \param exponent  The public exponent, odd, 3 or more; best 65537.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for other numbers or NULL, or MBEDTLS_ERR_RSA_KEY_GEN_FAILED.
 */
int mbedtls_rsa_gen_key(struct mbedtls_rsa_context *ctx,
                        mbedtls_f_rng_t *f_rng,
                        void *p_rng,
                        unsigned int nbits,
                        int exponent);

/**
 * Puts numbers into a key. mbedtls_rsa_complete() works out those that are missing.
 *
 * \param ctx  The key.
 * \param N,P,Q,D,E  Modulus, primes, private and public exponent; NULL for those that stay as they are.
 *
 * \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA.
 */
int mbedtls_rsa_import(struct mbedtls_rsa_context *ctx,
                       const mbedtls_mpi *N,
                       const mbedtls_mpi *P,
                       const mbedtls_mpi *Q,
                       const mbedtls_mpi *D,
                       const mbedtls_mpi *E);

/**
 * Puts numbers into a key, as big-endian bytes. mbedtls_rsa_complete() works out those that are missing.
 *
 * \param ctx  The key.
 * \param N,N_len,P,P_len,Q,Q_len,D,D_len,E,E_len  Modulus, primes, private and public exponent; NULL for those that stay
 * as they are.
 *
 * \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA.
 */
int mbedtls_rsa_import_raw(struct mbedtls_rsa_context *ctx,
                           const unsigned char *N,
                           size_t N_len,
                           const unsigned char *P,
                           size_t P_len,
                           const unsigned char *Q,
                           size_t Q_len,
                           const unsigned char *D,
                           size_t D_len,
                           const unsigned char *E,
                           size_t E_len);

/**
 * Works out the numbers of a key that are missing: nothing for a public key (N and E); of a private one either N and D
 * (or D alone) may be missing, or the primes.
 *
 * DEVIATION: primes of more than MBEDTLS_MPI_MAX_BITS are refused before anything is computed with them; 3.6 may compute for
 * minutes before it says the same.
 *
 * \param ctx  The key.
 *
 * \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA if there are too few numbers, or they do not fit together as
 * far as that is seen here; mbedtls_rsa_check_privkey() sees more.
 */
int mbedtls_rsa_complete(struct mbedtls_rsa_context *ctx);

/**
 * Copies numbers out of a key.
 *
 * \param ctx  The key.
 * \param N,P,Q,D,E  Where modulus, primes, private and public exponent go; NULL for those that are not wanted.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA if private numbers are wanted that are not there, or
 * MBEDTLS_ERR_MPI_ALLOC_FAILED.
 */
int mbedtls_rsa_export(const struct mbedtls_rsa_context *ctx,
                       mbedtls_mpi *N,
                       mbedtls_mpi *P,
                       mbedtls_mpi *Q,
                       mbedtls_mpi *D,
                       mbedtls_mpi *E);

/**
 * Writes numbers of a key as big-endian bytes, with zeros in front.
 *
 * \param ctx  The key.
 * \param N,N_len,P,P_len,Q,Q_len,D,D_len,E,E_len  Where modulus, primes, private and public exponent go; NULL for those
 * that are not wanted.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA if private numbers are wanted that are not there, or
 * MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL.
 */
int mbedtls_rsa_export_raw(const struct mbedtls_rsa_context *ctx,
                           unsigned char *N,
                           size_t N_len,
                           unsigned char *P,
                           size_t P_len,
                           unsigned char *Q,
                           size_t Q_len,
                           unsigned char *D,
                           size_t D_len,
                           unsigned char *E,
                           size_t E_len);

/**
 * Copies the numbers out of a private key that speed it up.
 *
 * \param ctx  The key.
 * \param DP,DQ,QP  Where D mod (P - 1), D mod (Q - 1) and the inverse of Q modulo P go; NULL for those that are not wanted.
 *
 * \return  0, or an error of MBEDTLS_ERR_RSA_BAD_INPUT_DATA if it is no private key.
 */
int mbedtls_rsa_export_crt(const struct mbedtls_rsa_context *ctx,
                           mbedtls_mpi *DP,
                           mbedtls_mpi *DQ,
                           mbedtls_mpi *QP);

/**
 * Whether a key can be a public key.
 *
 * \param ctx  The key.
 *
 * \return  0, or MBEDTLS_ERR_RSA_KEY_CHECK_FAILED.
 */
int mbedtls_rsa_check_pubkey(const struct mbedtls_rsa_context *ctx);

/**
 * Whether a key is a private key whose numbers fit together. Whether its primes are primes is not looked at.
 *
 * \param ctx  The key.
 *
 * \return  0, or MBEDTLS_ERR_RSA_KEY_CHECK_FAILED.
 */
int mbedtls_rsa_check_privkey(const struct mbedtls_rsa_context *ctx);

/**
 * Whether a public and a private key belong together, and each is one.
 *
 * \param pub_  The public key.
 * \param prv  The private key.
 *
 * \return  0, or MBEDTLS_ERR_RSA_KEY_CHECK_FAILED.
 */
int mbedtls_rsa_check_pub_priv(const struct mbedtls_rsa_context *pub_,
                               const struct mbedtls_rsa_context *prv);

/**
 * Raises a number to the power of a key's public exponent. By itself this is no encryption; see
 * mbedtls_rsa_pkcs1_encrypt().
 *
 * \param ctx  The key.
 * \param input  The number, big-endian, as long as the modulus and less than it.
 * \param output  Where the result goes, as long; may be `input`.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a key that is none or NULL, or an error of MBEDTLS_ERR_RSA_PUBLIC_FAILED.
 */
int mbedtls_rsa_public(struct mbedtls_rsa_context *ctx,
                       const unsigned char *input,
                       unsigned char *output);

/**
 * Raises a number to the power of a key's private exponent, in a time that does not depend on it. By itself this is no
 * decryption; see mbedtls_rsa_pkcs1_decrypt().
 *
 * \param ctx  The key, of 1024 to 8192 bits.
 * \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
 * \param input  The number, big-endian, as long as the modulus and less than it.
 * \param output  Where the result goes, as long; may be `input`.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a key that is no private one or NULL, MBEDTLS_ERR_RSA_VERIFY_FAILED if
 * the key's numbers do not fit together, or an error of MBEDTLS_ERR_RSA_PRIVATE_FAILED.
 */
int mbedtls_rsa_private(struct mbedtls_rsa_context *ctx,
                        mbedtls_f_rng_t *f_rng,
                        void *p_rng,
                        const unsigned char *input,
                        unsigned char *output);

/**
 * Encrypts, decrypts, signs and verifies with a key that is known.
 *
 * \param verbose  Other than 0: tells on the standard output what is done.
 *
 * \return  0, or 1 if something failed.
 */
int mbedtls_rsa_self_test(int verbose);

/**
 * Signs a hash with the padding that a key is set to.
 *
 * \param ctx  The private key, of 1024 to 8192 bits.
 * \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
 * \param md_alg  The hash function that made the hash; MBEDTLS_MD_NONE signs the bytes as they stand, with the padding of
 * PKCS #1 v1.5.
 * \param hashlen,hash  The hash.
 * \param sig  Where the signature goes, as long as the modulus.
 *
 * \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a hash of the wrong length, a key that is too short or no private one, or
 * NULL, MBEDTLS_ERR_RSA_INVALID_PADDING if the key is set to none, or MBEDTLS_ERR_RSA_VERIFY_FAILED if the key's numbers do
 * not fit together.
 */
int mbedtls_rsa_pkcs1_sign(struct mbedtls_rsa_context *ctx,
                           mbedtls_f_rng_t *f_rng,
                           void *p_rng,
                           mbedtls_md_type_t md_alg,
                           unsigned int hashlen,
                           const unsigned char *hash,
                           unsigned char *sig);

/**
 * Signs a hash with the padding of PKCS #1 v1.5, which the key must be set to.
 *
 * \param ctx,f_rng,p_rng,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_sign().
 *
 * \return  As for mbedtls_rsa_pkcs1_sign().
 */
int mbedtls_rsa_rsassa_pkcs1_v15_sign(struct mbedtls_rsa_context *ctx,
                                      mbedtls_f_rng_t *f_rng,
                                      void *p_rng,
                                      mbedtls_md_type_t md_alg,
                                      unsigned int hashlen,
                                      const unsigned char *hash,
                                      unsigned char *sig);

/**
 * Signs a hash with PSS (RFC 8017 section 8.1.1), which the key must be set to, with a salt as long as the hash, or up to
 * two bytes shorter if there is no more room.
 *
 * \param ctx,f_rng,p_rng,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_sign().
 *
 * \return  As for mbedtls_rsa_pkcs1_sign().
 */
int mbedtls_rsa_rsassa_pss_sign(struct mbedtls_rsa_context *ctx,
                                mbedtls_f_rng_t *f_rng,
                                void *p_rng,
                                mbedtls_md_type_t md_alg,
                                unsigned int hashlen,
                                const unsigned char *hash,
                                unsigned char *sig);

/**
 * As mbedtls_rsa_rsassa_pss_sign(), with a salt of a length of one's own.
 *
 * DEVIATION: a hash of another length than that of the hash function that the key is set to is refused; 3.6 hashes it with
 * that function.
 *
 * \param ctx,f_rng,p_rng,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_sign().
 * \param saltlen  The salt's length, in bytes; MBEDTLS_RSA_SALT_LEN_ANY for that of mbedtls_rsa_rsassa_pss_sign().
 *
 * \return  As for mbedtls_rsa_pkcs1_sign(); MBEDTLS_ERR_RSA_BAD_INPUT_DATA also if the salt is too long.
 */
int mbedtls_rsa_rsassa_pss_sign_ext(struct mbedtls_rsa_context *ctx,
                                    mbedtls_f_rng_t *f_rng,
                                    void *p_rng,
                                    mbedtls_md_type_t md_alg,
                                    unsigned int hashlen,
                                    const unsigned char *hash,
                                    int saltlen,
                                    unsigned char *sig);

/**
 * Verifies a signature with the padding that a key is set to.
 *
 * \param ctx  The public key.
 * \param md_alg  The hash function that made the hash; MBEDTLS_MD_NONE for bytes that were signed as they stand, with the
 * padding of PKCS #1 v1.5.
 * \param hashlen,hash  The hash.
 * \param sig  The signature, as long as the modulus.
 *
 * \return  0, MBEDTLS_ERR_RSA_VERIFY_FAILED or (PSS) MBEDTLS_ERR_RSA_INVALID_PADDING if the signature is wrong,
 * MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a hash of the wrong length, a key that is too short or none, or NULL,
 * MBEDTLS_ERR_RSA_INVALID_PADDING if the key is set to none, or an error of MBEDTLS_ERR_RSA_PUBLIC_FAILED.
 */
int mbedtls_rsa_pkcs1_verify(struct mbedtls_rsa_context *ctx,
                             mbedtls_md_type_t md_alg,
                             unsigned int hashlen,
                             const unsigned char *hash,
                             const unsigned char *sig);

/**
 * Verifies a signature with the padding of PKCS #1 v1.5, whatever padding the key is set to.
 *
 * \param ctx,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_verify().
 *
 * \return  As for mbedtls_rsa_pkcs1_verify().
 */
int mbedtls_rsa_rsassa_pkcs1_v15_verify(struct mbedtls_rsa_context *ctx,
                                        mbedtls_md_type_t md_alg,
                                        unsigned int hashlen,
                                        const unsigned char *hash,
                                        const unsigned char *sig);

/**
 * Verifies a signature with PSS (RFC 8017 section 8.1.2), whatever padding the key is set to, with a salt of any length.
 *
 * \param ctx,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_verify().
 *
 * \return  As for mbedtls_rsa_pkcs1_verify().
 */
int mbedtls_rsa_rsassa_pss_verify(struct mbedtls_rsa_context *ctx,
                                  mbedtls_md_type_t md_alg,
                                  unsigned int hashlen,
                                  const unsigned char *hash,
                                  const unsigned char *sig);

/**
 * As mbedtls_rsa_rsassa_pss_verify(), with a hash function and a length of the salt of one's own.
 *
 * DEVIATION: a hash of another length than that of `mgf1_hash_id` is refused; 3.6 hashes it with that function. Of a
 * signature whose padding is wrong but for its last byte, the error is MBEDTLS_ERR_RSA_VERIFY_FAILED.
 *
 * \param ctx,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_verify().
 * \param mgf1_hash_id  The hash function of the padding and its mask.
 * \param expected_salt_len  The salt's length, in bytes, or MBEDTLS_RSA_SALT_LEN_ANY.
 *
 * \return  As for mbedtls_rsa_pkcs1_verify(); MBEDTLS_ERR_RSA_INVALID_PADDING also if the salt has another length.
 */
int mbedtls_rsa_rsassa_pss_verify_ext(struct mbedtls_rsa_context *ctx,
                                      mbedtls_md_type_t md_alg,
                                      unsigned int hashlen,
                                      const unsigned char *hash,
                                      mbedtls_md_type_t mgf1_hash_id,
                                      int expected_salt_len,
                                      const unsigned char *sig);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_RSA_H */
