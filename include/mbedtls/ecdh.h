/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ECDH_H
#define MBEDTLS_ECDH_H

/** \file ecdh.h
 * Key agreement on elliptic curves.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What computes. */
typedef enum mbedtls_ecdh_variant {
    /** Not set up. */
    MBEDTLS_ECDH_VARIANT_NONE = 0,
    /** The code of Mbed TLS itself. */
    MBEDTLS_ECDH_VARIANT_MBEDTLS_2_0 = 1
} mbedtls_ecdh_variant;

/** Whose key is meant. */
typedef enum mbedtls_ecdh_side {
    /** Our own key. */
    MBEDTLS_ECDH_OURS = 0,
    /** The peer's key. */
    MBEDTLS_ECDH_THEIRS = 1
} mbedtls_ecdh_side;

/** A key agreement's numbers. */
typedef struct mbedtls_ecdh_context_mbed {
    /** The curve. */
    mbedtls_ecp_group MBEDTLS_PRIVATE(grp);
    /** Our private key. */
    mbedtls_mpi MBEDTLS_PRIVATE(d);
    /** Our public point. */
    mbedtls_ecp_point MBEDTLS_PRIVATE(Q);
    /** The peer's public point. */
    mbedtls_ecp_point MBEDTLS_PRIVATE(Qp);
    /** The shared secret. */
    mbedtls_mpi MBEDTLS_PRIVATE(z);
} mbedtls_ecdh_context_mbed;

/** The numbers of a key agreement by what computes it. */
typedef union mbedtls_ecdh_context_ctx {
    /** The only one there is. */
    struct mbedtls_ecdh_context_mbed MBEDTLS_PRIVATE(mbed_ecdh);
} mbedtls_ecdh_context_ctx;

/** A key agreement. */
typedef struct mbedtls_ecdh_context {
    /** How public points are written. */
    uint8_t MBEDTLS_PRIVATE(point_format);
    /** The curve. */
    mbedtls_ecp_group_id MBEDTLS_PRIVATE(grp_id);
    /** What computes. */
    enum mbedtls_ecdh_variant MBEDTLS_PRIVATE(var);
    /** The numbers. */
    union mbedtls_ecdh_context_ctx MBEDTLS_PRIVATE(ctx);
} mbedtls_ecdh_context;

/**
 * Tells whether a curve can do key agreement.
 *
 * \param gid  The curve.
 * \return     1: every curve can.
 */
int mbedtls_ecdh_can_do(mbedtls_ecp_group_id gid);

/**
 * Makes a key pair.
 *
 * \param grp    The group.
 * \param d      Set to the private key.
 * \param Q      Set to the public point.
 * \param f_rng  As for mbedtls_ecp_gen_privkey().
 * \param p_rng  As there.
 *
 * \return  As mbedtls_ecp_gen_keypair().
 */
int mbedtls_ecdh_gen_public(mbedtls_ecp_group *grp,
                            mbedtls_mpi *d,
                            mbedtls_ecp_point *Q,
                            mbedtls_f_rng_t *f_rng,
                            void *p_rng);

/**
 * Computes a shared secret (SEC 1 section 3.3.1; RFC 7748 section 6).
 *
 * \param grp    The group.
 * \param z      Set to the shared secret: the x coordinate.
 * \param Q      The peer's public point.
 * \param d      Our private key.
 * \param f_rng  Not needed, but must not be NULL.
 * \param p_rng  Not needed.
 *
 * \return  As mbedtls_ecp_mul().
 */
int mbedtls_ecdh_compute_shared(mbedtls_ecp_group *grp,
                                mbedtls_mpi *z,
                                const mbedtls_ecp_point *Q,
                                const mbedtls_mpi *d,
                                mbedtls_f_rng_t *f_rng,
                                void *p_rng);

/**
 * Initialises a key agreement.
 *
 * \param ctx  The key agreement; NULL is ignored.
 */
void mbedtls_ecdh_init(struct mbedtls_ecdh_context *ctx);

/**
 * Sets the curve of a key agreement.
 *
 * \param ctx     The key agreement, initialised and without a curve.
 * \param grp_id  The curve.
 *
 * \return  0; `MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE` for a curve that is not offered; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for
 *          NULL.
 */
int mbedtls_ecdh_setup(struct mbedtls_ecdh_context *ctx,
                       mbedtls_ecp_group_id grp_id);

/**
 * Wipes and frees a key agreement.
 *
 * \param ctx  The key agreement; NULL is ignored.
 */
void mbedtls_ecdh_free(struct mbedtls_ecdh_context *ctx);

/**
 * Tells the curve of a key agreement.
 *
 * \param ctx  The key agreement.
 * \return     Its curve; `MBEDTLS_ECP_DP_NONE` for NULL.
 */
mbedtls_ecp_group_id mbedtls_ecdh_get_grp_id(struct mbedtls_ecdh_context *ctx);

/**
 * Makes a key pair and writes curve and public point: `ServerECDHParams` (RFC 8422 section 5.4).
 *
 * \param ctx    The key agreement, set up.
 * \param olen   Set to the length.
 * \param buf    Where the bytes go.
 * \param blen   The room there.
 * \param f_rng  As for mbedtls_ecp_gen_privkey().
 * \param p_rng  As there.
 *
 * \return  As mbedtls_ecp_gen_keypair(), mbedtls_ecp_tls_write_group() and mbedtls_ecp_tls_write_point();
 *          `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without a curve, and for NULL.
 */
int mbedtls_ecdh_make_params(struct mbedtls_ecdh_context *ctx,
                             size_t *olen,
                             unsigned char *buf,
                             size_t blen,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

/**
 * Reads curve and public point of a server, `ServerECDHParams`, and sets a key agreement up for them.
 *
 * \param ctx  The key agreement.
 * \param buf  The place to read at; moved past what was read.
 * \param end  The end of the bytes.
 *
 * \return  As mbedtls_ecp_tls_read_group_id(), mbedtls_ecdh_setup() and mbedtls_ecp_tls_read_point().
 */
int mbedtls_ecdh_read_params(struct mbedtls_ecdh_context *ctx,
                             const unsigned char **buf,
                             const unsigned char *end);

/**
 * Takes a key over from a key pair, and the curve if the key agreement has none.
 *
 * \param ctx   The key agreement.
 * \param key   The key pair.
 * \param side  Whose key it is: ours, with the private key, or the peer's public point.
 *
 * \return  0; `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` for a key pair of another curve, another side, and for NULL; a code of
 *          mbedtls_ecdh_setup().
 */
int mbedtls_ecdh_get_params(struct mbedtls_ecdh_context *ctx,
                            const mbedtls_ecp_keypair *key,
                            enum mbedtls_ecdh_side side);

/**
 * Makes a key pair and writes the public point: `ClientECDiffieHellmanPublic` (RFC 8422 section 5.7).
 *
 * \param ctx    The key agreement, set up.
 * \param olen   Set to the length.
 * \param buf    Where the bytes go.
 * \param blen   The room there.
 * \param f_rng  As for mbedtls_ecp_gen_privkey().
 * \param p_rng  As there.
 *
 * \return  As mbedtls_ecp_gen_keypair() and mbedtls_ecp_tls_write_point(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without a curve,
 *          and for NULL.
 */
int mbedtls_ecdh_make_public(struct mbedtls_ecdh_context *ctx,
                             size_t *olen,
                             unsigned char *buf,
                             size_t blen,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

/**
 * Reads the public point of a client, `ClientECDiffieHellmanPublic`.
 *
 * \param ctx   The key agreement, set up.
 * \param buf   The bytes.
 * \param blen  How many.
 *
 * \return  As mbedtls_ecp_tls_read_point(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` if bytes are left, or without a curve, and for
 *          NULL.
 */
int mbedtls_ecdh_read_public(struct mbedtls_ecdh_context *ctx,
                             const unsigned char *buf,
                             size_t blen);

/**
 * Computes the shared secret and writes it: as long as the field, big-endian, or for Curve25519 and Curve448 little-endian.
 *
 * \param ctx    The key agreement, with our private key and the peer's public point.
 * \param olen   Set to the length.
 * \param buf    Where the bytes go.
 * \param blen   The room there.
 * \param f_rng  Not needed, but must not be NULL.
 * \param p_rng  Not needed.
 *
 * \return  As mbedtls_ecp_mul(); `MBEDTLS_ERR_ECP_BAD_INPUT_DATA` without room or without a curve, and for NULL.
 */
int mbedtls_ecdh_calc_secret(struct mbedtls_ecdh_context *ctx,
                             size_t *olen,
                             unsigned char *buf,
                             size_t blen,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ECDH_H */
