/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CTR_DRBG_H
#define MBEDTLS_CTR_DRBG_H

/** \file ctr_drbg.h
 * The random generator.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/entropy.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The entropy source failed. */
#define MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED -0x0034

/** More is asked than one call gives. */
#define MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG -0x0036

/** The additional input is too long. */
#define MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG -0x0038

/** A file could not be read or written. */
#define MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR -0x003A

/** Block size of the cipher, in bytes. */
#define MBEDTLS_CTR_DRBG_BLOCKSIZE 16

/** Bytes of entropy of a seed. */
#define MBEDTLS_CTR_DRBG_ENTROPY_LEN 48

/** Bytes of entropy of a nonce. */
#define MBEDTLS_CTR_DRBG_ENTROPY_NONCE_LEN 0

/** Key size of the cipher, in bits. */
#define MBEDTLS_CTR_DRBG_KEYBITS 256

/** Key size of the cipher, in bytes. */
#define MBEDTLS_CTR_DRBG_KEYSIZE 32

/** The longest additional input, in bytes. */
#define MBEDTLS_CTR_DRBG_MAX_INPUT 256

/** The most that one call of mbedtls_ctr_drbg_random() gives, in bytes. */
#define MBEDTLS_CTR_DRBG_MAX_REQUEST 1024

/** The longest seed, entropy included, in bytes. */
#define MBEDTLS_CTR_DRBG_MAX_SEED_INPUT 384

/** No prediction resistance. */
#define MBEDTLS_CTR_DRBG_PR_OFF 0

/** Prediction resistance. */
#define MBEDTLS_CTR_DRBG_PR_ON 1

/** Calls between two seedings. */
#define MBEDTLS_CTR_DRBG_RESEED_INTERVAL 10000

/** Length of the state, in bytes. */
#define MBEDTLS_CTR_DRBG_SEEDLEN 48

/** A random generator. */
typedef struct mbedtls_ctr_drbg_context {
    /** The application's entropy function: asked when the generator is seeded, as in 3.6. */
    int (*MBEDTLS_PRIVATE(f_entropy))(void *data, unsigned char *output, size_t len);
    /** Its first argument. */
    void *MBEDTLS_PRIVATE(p_entropy);
    /** Bytes that a seeding asks of it; 0: `MBEDTLS_CTR_DRBG_ENTROPY_LEN`. */
    size_t MBEDTLS_PRIVATE(entropy_len);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[46];
} mbedtls_ctr_drbg_context;

/**
 * Initialises a generator.
 *
 * \param ctx  The generator; NULL is ignored.
 */
void mbedtls_ctr_drbg_init(struct mbedtls_ctr_drbg_context *ctx);

/**
 * Frees a generator and makes it like new.
 *
 * \param ctx  The generator; NULL is ignored.
 */
void mbedtls_ctr_drbg_free(struct mbedtls_ctr_drbg_context *ctx);

/**
 * Seeds a generator. The entropy function is asked, and its failure reported, as in 3.6; the bytes that the generator
 * gives are the operating system's all the same.
 *
 * \param ctx        The generator.
 * \param f_entropy  Gives entropy; see mbedtls_entropy_func().
 * \param p_entropy  Passed to it.
 * \param custom     Sets this generator apart; may be NULL if `len` is 0.
 * \param len        Its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED` if `f_entropy` fails or an argument is NULL;
 *          `MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG` if `custom` is too long.
 */
int mbedtls_ctr_drbg_seed(struct mbedtls_ctr_drbg_context *ctx,
                          int (*f_entropy)(void *data, unsigned char *output, size_t len),
                          void *p_entropy,
                          const unsigned char *custom,
                          size_t len);

/**
 * Seeds a generator again, from the entropy function it was seeded with.
 *
 * \param ctx         The generator.
 * \param additional  Additional input; may be NULL if `len` is 0.
 * \param len         Its length in bytes.
 *
 * \return  As mbedtls_ctr_drbg_seed().
 */
int mbedtls_ctr_drbg_reseed(struct mbedtls_ctr_drbg_context *ctx,
                            const unsigned char *additional,
                            size_t len);

/**
 * Gives random bytes. In the form that the functions of this library take as `f_rng`.
 *
 * \param _p_rng      The generator.
 * \param output      Where to put the bytes.
 * \param output_len  Their number, at most `MBEDTLS_CTR_DRBG_MAX_REQUEST`.
 *
 * \return  0; `MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG`; `MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED` if the operating
 *          system gives none.
 */
int mbedtls_ctr_drbg_random(void *_p_rng,
                            unsigned char *output,
                            size_t output_len);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CTR_DRBG_H */
