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
    /** 1 if the numbers are constants of the library. */
    size_t MBEDTLS_PRIVATE(reserved1);
    /** Not to be touched. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved2)[5];
} mbedtls_ecp_group;

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_ecp_restart_ctx;

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

/** A key pair, or a public key alone. */
typedef struct mbedtls_ecp_keypair {
    /** The curve. */
    struct mbedtls_ecp_group MBEDTLS_PRIVATE(grp);
    /** The private value; 0 if only the public key is known. */
    mbedtls_mpi MBEDTLS_PRIVATE(d);
    /** The public point. */
    struct mbedtls_ecp_point MBEDTLS_PRIVATE(Q);
} mbedtls_ecp_keypair;

/**
 * Checks a private key: between 1 and the order less 1, or with the bits that RFC 7748 sets.
 *
 * \param grp  The group.
 * \param d    The private key.
 *
 * \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY`; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
 */
int mbedtls_ecp_check_privkey(const struct mbedtls_ecp_group *grp,
                              const mbedtls_mpi *d);

/**
 * Checks that a point is on the curve, in affine coordinates, and not the point at infinity. Of Curve25519 and Curve448,
 * that it is not one of the points of low order.
 *
 * \param grp  The group.
 * \param pt   The point.
 *
 * \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY`; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
 */
int mbedtls_ecp_check_pubkey(const struct mbedtls_ecp_group *grp,
                             const struct mbedtls_ecp_point *pt);

/**
 * Multiplies a point by a private key.
 *
 * \param grp    The group.
 * \param R      Set to the product; may be the point itself. Its Z is 1.
 * \param m      The private key.
 * \param P      The point.
 * \param f_rng  Not needed, but must not be NULL.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY` for a number that is no private key or a point that is no public key of the
 *          curve; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL and for a group without a curve; `MBEDTLS_ERR_MPI_ALLOC_FAILED`
 *          without memory; `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
 */
int mbedtls_ecp_mul(struct mbedtls_ecp_group *grp,
                    struct mbedtls_ecp_point *R,
                    const mbedtls_mpi *m,
                    const struct mbedtls_ecp_point *P,
                    mbedtls_f_rng_t *f_rng,
                    void *p_rng);

/**
 * As mbedtls_ecp_mul(). It is never interrupted.
 *
 * \param grp     As there.
 * \param R       As there.
 * \param m       As there.
 * \param P       As there.
 * \param f_rng   As there.
 * \param p_rng   As there.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecp_mul_restartable(struct mbedtls_ecp_group *grp,
                                struct mbedtls_ecp_point *R,
                                const mbedtls_mpi *m,
                                const struct mbedtls_ecp_point *P,
                                mbedtls_f_rng_t *f_rng,
                                void *p_rng,
                                mbedtls_ecp_restart_ctx *rs_ctx);

/**
 * Adds multiples of two points, R = m P + n Q. Not for secrets.
 *
 * \param grp  The group, of a curve in short Weierstrass form.
 * \param R    Set to the sum; may be one of the points. Its Z is 1, or 0 for the point at infinity.
 * \param m    The first number: 0, -1, or a private key.
 * \param P    The first point.
 * \param n    The second number, likewise.
 * \param Q    The second point.
 *
 * \return  As mbedtls_ecp_mul(); `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for other curves.
 */
int mbedtls_ecp_muladd(struct mbedtls_ecp_group *grp,
                       struct mbedtls_ecp_point *R,
                       const mbedtls_mpi *m,
                       const struct mbedtls_ecp_point *P,
                       const mbedtls_mpi *n,
                       const struct mbedtls_ecp_point *Q);

/**
 * As mbedtls_ecp_muladd(). It is never interrupted.
 *
 * \param grp     As there.
 * \param R       As there.
 * \param m       As there.
 * \param P       As there.
 * \param n       As there.
 * \param Q       As there.
 * \param rs_ctx  Not used; may be NULL.
 *
 * \return  As there.
 */
int mbedtls_ecp_muladd_restartable(struct mbedtls_ecp_group *grp,
                                   struct mbedtls_ecp_point *R,
                                   const mbedtls_mpi *m,
                                   const struct mbedtls_ecp_point *P,
                                   const mbedtls_mpi *n,
                                   const struct mbedtls_ecp_point *Q,
                                   mbedtls_ecp_restart_ctx *rs_ctx);

/**
 * Lists the curves, large ones first.
 *
 * \return  A list that ends with an entry whose `grp_id` is `MBEDTLS_ECP_DP_NONE`.
 */
const struct mbedtls_ecp_curve_info *mbedtls_ecp_curve_list(void);

/**
 * Lists the numbers of the curves, large ones first.
 *
 * \return  A list that ends with `MBEDTLS_ECP_DP_NONE`.
 */
const enum mbedtls_ecp_group_id *mbedtls_ecp_grp_id_list(void);

/**
 * Looks a curve up by its number.
 *
 * \param grp_id  The number.
 * \return        Its entry in mbedtls_ecp_curve_list(); NULL if the curve is not offered.
 */
const struct mbedtls_ecp_curve_info *mbedtls_ecp_curve_info_from_grp_id(enum mbedtls_ecp_group_id grp_id);

/**
 * Looks a curve up by its number in TLS.
 *
 * \param tls_id  The number.
 * \return        Its entry in mbedtls_ecp_curve_list(); NULL if the curve is not offered.
 */
const struct mbedtls_ecp_curve_info *mbedtls_ecp_curve_info_from_tls_id(uint16_t tls_id);

/**
 * Looks a curve up by its name.
 *
 * \param name  The name, such as "secp256r1".
 * \return      Its entry in mbedtls_ecp_curve_list(); NULL if the curve is not offered, and for NULL.
 */
const struct mbedtls_ecp_curve_info *mbedtls_ecp_curve_info_from_name(const char *name);

/**
 * Tells of which form a curve is.
 *
 * \param grp  The group.
 * \return     The form; `MBEDTLS_ECP_TYPE_NONE` for a group without a curve, and for NULL.
 */
enum mbedtls_ecp_curve_type mbedtls_ecp_get_type(const struct mbedtls_ecp_group *grp);

/**
 * Initialises a group.
 *
 * \param grp  The group; NULL is ignored.
 */
void mbedtls_ecp_group_init(struct mbedtls_ecp_group *grp);

/**
 * Frees a group and empties it.
 *
 * \param grp  The group; NULL is ignored.
 */
void mbedtls_ecp_group_free(struct mbedtls_ecp_group *grp);

/**
 * Fills a group with a curve, after freeing what it held.
 *
 * \param grp  The group. Its numbers are constants: a program may read and copy them, but not change or free them.
 * \param id   The curve.
 *
 * \return  0, or `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered; the group is then empty.
 */
int mbedtls_ecp_group_load(struct mbedtls_ecp_group *grp,
                           enum mbedtls_ecp_group_id id);

/**
 * Fills a group with the curve of another one.
 *
 * \param dst  The group to fill.
 * \param src  The group with the curve.
 *
 * \return  As mbedtls_ecp_group_load().
 */
int mbedtls_ecp_group_copy(struct mbedtls_ecp_group *dst, const struct mbedtls_ecp_group *src);

/**
 * Tells whether coefficient A of a curve is -3, which is then not stored.
 *
 * \param grp  The group.
 * \return     1 if it is (also of an empty group, as in 3.6), 0 if not, and for NULL.
 */
int mbedtls_ecp_group_a_is_minus_3(const struct mbedtls_ecp_group *grp);

/**
 * Initialises a key pair.
 *
 * \param key  The key pair; NULL is ignored.
 */
void mbedtls_ecp_keypair_init(struct mbedtls_ecp_keypair *key);

/**
 * Wipes and frees a key pair.
 *
 * \param key  The key pair; NULL is ignored.
 */
void mbedtls_ecp_keypair_free(struct mbedtls_ecp_keypair *key);

/**
 * Makes a private key.
 *
 * The key is made of what the program's generator gives, in the way of 3.6, because programs derive keys from seeds like
 * that: the same bytes make the same key.
 *
 * \param grp    The group.
 * \param d      Set to the private key.
 * \param f_rng  The generator; must not be NULL.
 * \param p_rng  Its context.
 *
 * \return  0; what the generator returned if it failed; `MBEDTLS_ERR_ECP_RANDOM_FAILED` if what it gives does not become a
 *          key; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that a program made up.
 */
int mbedtls_ecp_gen_privkey(const struct mbedtls_ecp_group *grp,
                            mbedtls_mpi *d,
                            mbedtls_f_rng_t *f_rng,
                            void *p_rng);

/**
 * Makes a key pair with another base point.
 *
 * \param grp    The group.
 * \param G      The base point.
 * \param d      Set to the private key.
 * \param Q      Set to the public point.
 * \param f_rng  As for mbedtls_ecp_gen_privkey().
 * \param p_rng  As there.
 *
 * \return  As mbedtls_ecp_gen_privkey() and mbedtls_ecp_mul().
 */
int mbedtls_ecp_gen_keypair_base(struct mbedtls_ecp_group *grp,
                                 const struct mbedtls_ecp_point *G,
                                 mbedtls_mpi *d,
                                 struct mbedtls_ecp_point *Q,
                                 mbedtls_f_rng_t *f_rng,
                                 void *p_rng);

/**
 * Makes a key pair.
 *
 * \param grp    The group.
 * \param d      Set to the private key.
 * \param Q      Set to the public point.
 * \param f_rng  As for mbedtls_ecp_gen_privkey().
 * \param p_rng  As there.
 *
 * \return  As mbedtls_ecp_gen_privkey() and mbedtls_ecp_mul().
 */
int mbedtls_ecp_gen_keypair(struct mbedtls_ecp_group *grp,
                            mbedtls_mpi *d,
                            struct mbedtls_ecp_point *Q,
                            mbedtls_f_rng_t *f_rng,
                            void *p_rng);

/**
 * Makes a key pair on a curve.
 *
 * \param grp_id  The curve.
 * \param key     The key pair to set.
 * \param f_rng   As for mbedtls_ecp_gen_privkey().
 * \param p_rng   As there.
 *
 * \return  As mbedtls_ecp_group_load() and mbedtls_ecp_gen_keypair().
 */
int mbedtls_ecp_gen_key(enum mbedtls_ecp_group_id grp_id,
                        struct mbedtls_ecp_keypair *key,
                        mbedtls_f_rng_t *f_rng,
                        void *p_rng);

/**
 * Sets the public point of a key pair.
 *
 * \param grp_id  The curve; that of the key pair if it has one already.
 * \param key     The key pair.
 * \param Q       The point. It is not checked.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the key pair is of another curve, and for NULL;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered.
 */
int mbedtls_ecp_set_public_key(enum mbedtls_ecp_group_id grp_id,
                               struct mbedtls_ecp_keypair *key,
                               const struct mbedtls_ecp_point *Q);

/**
 * Reads a private key: big-endian, or for Curve25519 and Curve448 little-endian and made fit as RFC 7748 says.
 *
 * \param grp_id  The curve.
 * \param key     The key pair to set; its public point is left alone, see mbedtls_ecp_keypair_calc_public().
 * \param buf     The bytes.
 * \param buflen  How many: exactly 32 for Curve25519 and 56 for Curve448.
 *
 * \return  0; `MBEDTLS_ERR_ECP_INVALID_KEY` for bytes that are no private key; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered.
 */
int mbedtls_ecp_read_key(enum mbedtls_ecp_group_id grp_id,
                         struct mbedtls_ecp_keypair *key,
                         const unsigned char *buf,
                         size_t buflen);

/**
 * Writes a private key to the whole of a buffer, with zeros before it (after it for Curve25519 and Curve448, which are
 * little-endian). mbedtls_ecp_write_key_ext() tells the length.
 *
 * \param key     The key pair.
 * \param buf     Where the bytes go.
 * \param buflen  How many.
 *
 * \return  0; `MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL` or, for Curve25519 and Curve448, `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL` without
 *          room; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED` without a curve.
 */
int mbedtls_ecp_write_key(struct mbedtls_ecp_keypair *key,
                          unsigned char *buf,
                          size_t buflen);

/**
 * Writes a private key.
 *
 * \param key     The key pair.
 * \param olen    Set to the length: that of the order, or 32 for Curve25519 and 56 for Curve448. 0 without room.
 * \param buf     Where the bytes go: big-endian, for Curve25519 and Curve448 little-endian.
 * \param buflen  The room there.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if there is no private key, and for NULL.
 */
int mbedtls_ecp_write_key_ext(const struct mbedtls_ecp_keypair *key,
                              size_t *olen,
                              unsigned char *buf,
                              size_t buflen);

/**
 * Checks that two key pairs have the same public point and that the second one's private key belongs to it.
 *
 * \param public_  The key pair with the public point.
 * \param private_  The key pair with the private key.
 * \param f_rng  Not needed, but must not be NULL.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if they do not belong together, and for NULL; another code of
 *          mbedtls_ecp_mul() for numbers that are no key.
 */
int mbedtls_ecp_check_pub_priv(const struct mbedtls_ecp_keypair *public_,
                               const struct mbedtls_ecp_keypair *private_,
                               mbedtls_f_rng_t *f_rng,
                               void *p_rng);

/**
 * Computes the public point of a key pair from its private key.
 *
 * \param key    The key pair, with a curve and a private key.
 * \param f_rng  Not needed, but must not be NULL.
 * \param p_rng  Not needed.
 *
 * \return  As mbedtls_ecp_mul().
 */
int mbedtls_ecp_keypair_calc_public(struct mbedtls_ecp_keypair *key,
                                    mbedtls_f_rng_t *f_rng,
                                    void *p_rng);

/**
 * Tells the curve of a key pair.
 *
 * \param key  The key pair.
 * \return     Its curve; `MBEDTLS_ECP_DP_NONE` for NULL.
 */
enum mbedtls_ecp_group_id mbedtls_ecp_keypair_get_group_id(const struct mbedtls_ecp_keypair *key);

/**
 * Copies the parts of a key pair.
 *
 * \param key  The key pair.
 * \param grp  Filled with its curve; may be NULL.
 * \param d    Set to its private key; may be NULL.
 * \param Q    Set to its public point; may be NULL.
 *
 * \return  0; a code of mbedtls_ecp_group_load(); `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory;
 *          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without a key pair.
 */
int mbedtls_ecp_export(const struct mbedtls_ecp_keypair *key,
                       struct mbedtls_ecp_group *grp,
                       mbedtls_mpi *d,
                       struct mbedtls_ecp_point *Q);

/**
 * Initialises a point.
 *
 * \param pt  The point; NULL is ignored.
 */
void mbedtls_ecp_point_init(struct mbedtls_ecp_point *pt);

/**
 * Wipes and frees a point.
 *
 * \param pt  The point; NULL is ignored.
 */
void mbedtls_ecp_point_free(struct mbedtls_ecp_point *pt);

/**
 * Copies a point.
 *
 * \param P  The point to set.
 * \param Q  The point to copy.
 *
 * \return  0; `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ecp_copy(struct mbedtls_ecp_point *P,
                     const struct mbedtls_ecp_point *Q);

/**
 * Makes a point the point at infinity.
 *
 * \param pt  The point.
 *
 * \return  0; `MBEDTLS_ERR_MPI_ALLOC_FAILED` without memory; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ecp_set_zero(struct mbedtls_ecp_point *pt);

/**
 * Tells whether a point is the point at infinity.
 *
 * \param pt  The point.
 * \return    1 if it is, or was never set; 0 if not. 1 for NULL.
 */
int mbedtls_ecp_is_zero(struct mbedtls_ecp_point *pt);

/**
 * Compares two points, coordinate by coordinate.
 *
 * \param P  The one point.
 * \param Q  The other point.
 *
 * \return  0 if they are equal, `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if not, and for NULL.
 */
int mbedtls_ecp_point_cmp(const struct mbedtls_ecp_point *P, const struct mbedtls_ecp_point *Q);

/**
 * Reads a point from two numbers in text.
 *
 * \param P      The point to set.
 * \param radix  The base of the numbers, 2 to 16.
 * \param x      The x coordinate.
 * \param y      The y coordinate.
 *
 * \return  0, or a code of mbedtls_mpi_read_string(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_ecp_point_read_string(struct mbedtls_ecp_point *P,
                                  int radix,
                                  const char *x,
                                  const char *y);

/**
 * Writes a point as bytes: `04 || X || Y` or compressed, `00` for the point at infinity; the x coordinate, little-endian,
 * for Curve25519 and Curve448.
 *
 * \param grp     The group of the point.
 * \param P       The point.
 * \param format  `MBEDTLS_ECP_PF_UNCOMPRESSED` or `MBEDTLS_ECP_PF_COMPRESSED`; without effect for Curve25519 and Curve448.
 * \param olen    Set to the length.
 * \param buf     Where the bytes go.
 * \param buflen  The room there.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for another format and for NULL; `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`;
 *          `MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL` for coordinates that are larger than the field;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a group without a curve.
 */
int mbedtls_ecp_point_write_binary(const struct mbedtls_ecp_group *grp,
                                   const struct mbedtls_ecp_point *P,
                                   int format,
                                   size_t *olen,
                                   unsigned char *buf,
                                   size_t buflen);

/**
 * Reads a point from bytes as mbedtls_ecp_point_write_binary() writes them. Whether an uncompressed point is on the curve
 * is not checked: see mbedtls_ecp_check_pubkey().
 *
 * \param grp   The group of the point.
 * \param P     The point to set.
 * \param buf   The bytes.
 * \param ilen  How many.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for bytes that are no point, and for NULL; `MBEDTLS_ERR_ECP_INVALID_KEY` for a
 *          compressed point that is not on the curve; `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a group without a curve.
 */
int mbedtls_ecp_point_read_binary(const struct mbedtls_ecp_group *grp,
                                  struct mbedtls_ecp_point *P,
                                  const unsigned char *buf,
                                  size_t ilen);

/**
 * Writes the public point of a key as mbedtls_ecp_point_write_binary() does.
 *
 * \param key     The key.
 * \param format  As there.
 * \param olen    As there.
 * \param buf     As there.
 * \param buflen  As there.
 *
 * \return  As there.
 */
int mbedtls_ecp_write_public_key(const struct mbedtls_ecp_keypair *key,
                                 int format,
                                 size_t *olen,
                                 unsigned char *buf,
                                 size_t buflen);

/**
 * Tests the arithmetic of curves.
 *
 * DEVIATION: 3.6 counts operations, which must not depend on the numbers; here results are compared with known answers.
 *
 * \param verbose  Not 0: the tests are printed.
 *
 * \return  0, or 1 if one failed.
 */
int mbedtls_ecp_self_test(int verbose);

/**
 * `ECPoint`: `opaque point <1..2^8-1>`. Reads one and moves past it.
 *
 * \param grp  The group of the point.
 * \param pt   The point to set.
 * \param buf  The place to read at; moved past what was read, also on some failures, as in 3.6.
 * \param len  How many bytes are there.
 *
 * \return  0, or a code of mbedtls_ecp_point_read_binary(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the bytes end early, and for
 *          NULL.
 */
int mbedtls_ecp_tls_read_point(const struct mbedtls_ecp_group *grp,
                               struct mbedtls_ecp_point *pt,
                               const unsigned char **buf,
                               size_t len);

/**
 * Writes an `ECPoint`: a byte with the length, and the point.
 *
 * \param grp     The group of the point.
 * \param pt      The point.
 * \param format  As for mbedtls_ecp_point_write_binary().
 * \param olen    Set to the length.
 * \param buf     Where the bytes go.
 * \param blen    The room there.
 *
 * \return  0, or a code of mbedtls_ecp_point_write_binary(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without any room.
 */
int mbedtls_ecp_tls_write_point(const struct mbedtls_ecp_group *grp,
                                const struct mbedtls_ecp_point *pt,
                                int format,
                                size_t *olen,
                                unsigned char *buf,
                                size_t blen);

/**
 * `ECParameters`: `ECCurveType curve_type = named_curve(3); NamedCurve namedcurve`. Reads one, moves past it and loads
 * the curve.
 *
 * \param grp  The group to fill.
 * \param buf  The place to read at; moved past what was read.
 * \param len  How many bytes are there.
 *
 * \return  0, or a code of mbedtls_ecp_tls_read_group_id() or mbedtls_ecp_group_load().
 */
int mbedtls_ecp_tls_read_group(struct mbedtls_ecp_group *grp,
                               const unsigned char **buf,
                               size_t len);

/**
 * Reads an `ECParameters` and moves past it.
 *
 * \param grp  Set to the curve.
 * \param buf  The place to read at; moved past what was read.
 * \param len  How many bytes are there.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if the bytes end early or do not name a curve, and for NULL;
 *          `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered.
 */
int mbedtls_ecp_tls_read_group_id(enum mbedtls_ecp_group_id *grp,
                                  const unsigned char **buf,
                                  size_t len);

/**
 * Writes an `ECParameters`.
 *
 * \param grp   The group with the curve.
 * \param olen  Set to the length, 3.
 * \param buf   Where the bytes go.
 * \param blen  The room there.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a group without a curve, and for NULL;
 *          `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`.
 */
int mbedtls_ecp_tls_write_group(const struct mbedtls_ecp_group *grp,
                                size_t *olen,
                                unsigned char *buf,
                                size_t blen);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ECP_H */
