/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ECDSA_H
#define MBEDTLS_ECDSA_H

/** \file ecdsa.h
 * Signatures on elliptic curves.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

#ifdef __cplusplus
extern "C" {
#endif
/** Bytes of an INTEGER that has as many bits: tag, length, a zero before it if its highest bit is set, and itself. */
#define MBEDTLS_ECDSA_INTEGER_LEN_(bits) (((bits) / 8 + 1) + ((bits) / 8 + 1 < 128 ? 2 : 3))
/** Bytes of two of them. */
#define MBEDTLS_ECDSA_NUMBERS_LEN_(bits) (2 * MBEDTLS_ECDSA_INTEGER_LEN_(bits))

/** Longest signature with an order of as many bits, in bytes. */
#define MBEDTLS_ECDSA_MAX_SIG_LEN(bits) \
    (MBEDTLS_ECDSA_NUMBERS_LEN_(bits) + (MBEDTLS_ECDSA_NUMBERS_LEN_(bits) < 128 ? 2 : 3))

/** Longest signature with any curve, in bytes. */
#define MBEDTLS_ECDSA_MAX_LEN MBEDTLS_ECDSA_MAX_SIG_LEN(MBEDTLS_ECP_MAX_BITS)

#if defined(MBEDTLS_X509_USE_C)
/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_ecdsa_restart_ctx;

/** A key for signatures: a key pair. */
typedef mbedtls_ecp_keypair mbedtls_ecdsa_context;

/**
 * Tells whether a curve can make signatures.
 *
 * \param gid  The curve.
 * \return     0 for Curve25519 and Curve448, else 1.
 */
int mbedtls_ecdsa_can_do(mbedtls_ecp_group_id gid);

/**
 * Signs a hash.
 *
 * \param grp    The group, of a curve in short Weierstrass form.
 * \param r      Set to the first number of the signature.
 * \param s      Set to the second number. On secp256k1 it is the smaller one of the two that it may be.
 * \param d      The private key.
 * \param buf    The hash.
 * \param blen   Its length; of a hash that is longer than the order, what is longer does not count.
 * \param f_rng  Not needed, but must not be NULL: the nonce is that of RFC 6979 with randomness of the system.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY` for a number that is no private key; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL and
 *          for a group that cannot sign; `MBEDTLS_ERR_ECP_RANDOM_FAILED` without randomness;
 *          `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory.
 */
int mbedtls_ecdsa_sign(mbedtls_ecp_group *grp,
                       mbedtls_mpi *r,
                       mbedtls_mpi *s,
                       const mbedtls_mpi *d,
                       const unsigned char *buf,
                       size_t blen,
                       mbedtls_f_rng_t *f_rng,
                       void *p_rng);

/**
 * As mbedtls_ecdsa_sign(). It is never interrupted.
 *
 * \param grp          As there.
 * \param r            As there.
 * \param s            As there.
 * \param d            As there.
 * \param buf          As there.
 * \param blen         As there.
 * \param f_rng        As there.
 * \param p_rng        As there.
 * \param f_rng_blind  Not needed, but must not be NULL.
 * \param p_rng_blind  Not needed.
 * \param rs_ctx       Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecdsa_sign_restartable(mbedtls_ecp_group *grp,
                                   mbedtls_mpi *r,
                                   mbedtls_mpi *s,
                                   const mbedtls_mpi *d,
                                   const unsigned char *buf,
                                   size_t blen,
                                   mbedtls_f_rng_t *f_rng,
                                   void *p_rng,
                                   mbedtls_f_rng_t *f_rng_blind,
                                   void *p_rng_blind,
                                   mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Signs a hash with the nonce of RFC 6979: the same hash has always the same signature.
 *
 * \param grp          As for mbedtls_ecdsa_sign().
 * \param r            As there.
 * \param s            As there.
 * \param d            As there.
 * \param buf          As there.
 * \param blen         As there.
 * \param md_alg       The hash function that makes the nonce.
 * \param f_rng_blind  Not needed, but must not be NULL.
 * \param p_rng_blind  Not needed.
 *
 * \return  As there; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a hash function that is not offered;
 *          `MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL` for a private key that is longer than the order.
 */
int mbedtls_ecdsa_sign_det_ext(mbedtls_ecp_group *grp,
                               mbedtls_mpi *r,
                               mbedtls_mpi *s,
                               const mbedtls_mpi *d,
                               const unsigned char *buf,
                               size_t blen,
                               mbedtls_md_type_t md_alg,
                               mbedtls_f_rng_t *f_rng_blind,
                               void *p_rng_blind);

/**
 * As mbedtls_ecdsa_sign_det_ext(). It is never interrupted.
 *
 * \param grp          As there.
 * \param r            As there.
 * \param s            As there.
 * \param d            As there.
 * \param buf          As there.
 * \param blen         As there.
 * \param md_alg       As there.
 * \param f_rng_blind  As there.
 * \param p_rng_blind  As there.
 * \param rs_ctx       Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecdsa_sign_det_restartable(mbedtls_ecp_group *grp,
                                       mbedtls_mpi *r,
                                       mbedtls_mpi *s,
                                       const mbedtls_mpi *d,
                                       const unsigned char *buf,
                                       size_t blen,
                                       mbedtls_md_type_t md_alg,
                                       mbedtls_f_rng_t *f_rng_blind,
                                       void *p_rng_blind,
                                       mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Verifies a signature over a hash.
 *
 * \param grp   The group, of a curve in short Weierstrass form.
 * \param buf   The hash.
 * \param blen  Its length.
 * \param Q     The public point.
 * \param r     The first number of the signature.
 * \param s     The second number.
 *
 * \return  0 if the signature is good; `MBEDTLS_ERR_ECP_VERIFY_FAILED` if it is not; `MBEDTLS_ERR_ECP_INVALID_KEY` for a point
 *          that is no public key of the curve; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL and for a group that cannot verify.
 */
int mbedtls_ecdsa_verify(mbedtls_ecp_group *grp,
                         const unsigned char *buf,
                         size_t blen,
                         const mbedtls_ecp_point *Q,
                         const mbedtls_mpi *r,
                         const mbedtls_mpi *s);

/**
 * As mbedtls_ecdsa_verify(). It is never interrupted.
 *
 * \param grp     As there.
 * \param buf     As there.
 * \param blen    As there.
 * \param Q       As there.
 * \param r       As there.
 * \param s       As there.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecdsa_verify_restartable(mbedtls_ecp_group *grp,
                                     const unsigned char *buf,
                                     size_t blen,
                                     const mbedtls_ecp_point *Q,
                                     const mbedtls_mpi *r,
                                     const mbedtls_mpi *s,
                                     mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Signs a hash and writes the signature: `Ecdsa-Sig-Value ::= SEQUENCE { r INTEGER, s INTEGER }` (RFC 3279 section 2.2.3).
 * The nonce is that of RFC 6979: the same hash has always the same signature.
 *
 * \param ctx       The key, with a private key.
 * \param md_alg    The hash function that made the hash.
 * \param hash      The hash.
 * \param hlen      Its length.
 * \param sig       Where the signature goes; `MBEDTLS_ECDSA_MAX_LEN` is enough.
 * \param sig_size  The room there.
 * \param slen      Set to the length.
 * \param f_rng     Not needed, but must not be NULL.
 * \param p_rng     Not needed.
 *
 * \return  As mbedtls_ecdsa_sign_det_ext(); `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`.
 */
int mbedtls_ecdsa_write_signature(mbedtls_ecdsa_context *ctx,
                                  mbedtls_md_type_t md_alg,
                                  const unsigned char *hash,
                                  size_t hlen,
                                  unsigned char *sig,
                                  size_t sig_size,
                                  size_t *slen,
                                  mbedtls_f_rng_t *f_rng,
                                  void *p_rng);

/**
 * As mbedtls_ecdsa_write_signature(). It is never interrupted.
 *
 * \param ctx       As there.
 * \param md_alg    As there.
 * \param hash      As there.
 * \param hlen      As there.
 * \param sig       As there.
 * \param sig_size  As there.
 * \param slen      As there.
 * \param f_rng     As there.
 * \param p_rng     As there.
 * \param rs_ctx    Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecdsa_write_signature_restartable(mbedtls_ecdsa_context *ctx,
                                              mbedtls_md_type_t md_alg,
                                              const unsigned char *hash,
                                              size_t hlen,
                                              unsigned char *sig,
                                              size_t sig_size,
                                              size_t *slen,
                                              mbedtls_f_rng_t *f_rng,
                                              void *p_rng,
                                              mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Verifies a signature as mbedtls_ecdsa_write_signature() writes it.
 *
 * \param ctx   The key, with a public point.
 * \param hash  The hash.
 * \param hlen  Its length.
 * \param sig   The signature.
 * \param slen  Its length.
 *
 * \return  As mbedtls_ecdsa_verify(); `MBEDTLS_ERR_ECP_SIG_LEN_MISMATCH` if it is good, but further bytes follow its numbers;
 *          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` with a code of asn1.h added for bytes that are no signature.
 */
int mbedtls_ecdsa_read_signature(mbedtls_ecdsa_context *ctx,
                                 const unsigned char *hash,
                                 size_t hlen,
                                 const unsigned char *sig,
                                 size_t slen);

/**
 * As mbedtls_ecdsa_read_signature(). It is never interrupted.
 *
 * \param ctx     As there.
 * \param hash    As there.
 * \param hlen    As there.
 * \param sig     As there.
 * \param slen    As there.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecdsa_read_signature_restartable(mbedtls_ecdsa_context *ctx,
                                             const unsigned char *hash,
                                             size_t hlen,
                                             const unsigned char *sig,
                                             size_t slen,
                                             mbedtls_ecdsa_restart_ctx *rs_ctx);

/**
 * Makes a key.
 *
 * \param ctx    The key to set.
 * \param gid    The curve.
 * \param f_rng  As for mbedtls_ecp_gen_privkey().
 * \param p_rng  As there.
 *
 * \return  As mbedtls_ecp_gen_key().
 */
int mbedtls_ecdsa_genkey(mbedtls_ecdsa_context *ctx,
                         mbedtls_ecp_group_id gid,
                         mbedtls_f_rng_t *f_rng,
                         void *p_rng);

/**
 * Copies a key pair.
 *
 * \param ctx  The key to set.
 * \param key  The key pair.
 *
 * \return  0; a code of mbedtls_ecp_group_load(); `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory. The key is then empty.
 *          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ecdsa_from_keypair(mbedtls_ecdsa_context *ctx,
                               const mbedtls_ecp_keypair *key);

/**
 * Initialises a key.
 *
 * \param ctx  The key; NULL is ignored.
 */
void mbedtls_ecdsa_init(mbedtls_ecdsa_context *ctx);

/**
 * Wipes and frees a key.
 *
 * \param ctx  The key; NULL is ignored.
 */
void mbedtls_ecdsa_free(mbedtls_ecdsa_context *ctx);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ECDSA_H */
