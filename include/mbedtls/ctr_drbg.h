/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CTR_DRBG_H
#define MBEDTLS_CTR_DRBG_H

/** \file ctr_drbg.h
 * The random generator that programs hand to other functions.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/entropy.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Block size of the cipher, in bytes. */
#define MBEDTLS_CTR_DRBG_BLOCKSIZE 16

/** Bytes of entropy asked for by default when seeding. */
#define MBEDTLS_CTR_DRBG_ENTROPY_LEN 48

/** Bytes of nonce asked for by default when seeding. */
#define MBEDTLS_CTR_DRBG_ENTROPY_NONCE_LEN 0

/** Key size of the cipher, in bits. */
#define MBEDTLS_CTR_DRBG_KEYBITS 256

/** Key size of the cipher, in bytes. */
#define MBEDTLS_CTR_DRBG_KEYSIZE 32

/** Most bytes of additional input for one request. */
#define MBEDTLS_CTR_DRBG_MAX_INPUT 256

/** Most random bytes that one request returns. */
#define MBEDTLS_CTR_DRBG_MAX_REQUEST 1024

/** Most bytes that entropy, nonce and additional input may have together when seeding. */
#define MBEDTLS_CTR_DRBG_MAX_SEED_INPUT 384

/** Prediction resistance is off. */
#define MBEDTLS_CTR_DRBG_PR_OFF 0

/** Prediction resistance is on: entropy is asked for before each request. */
#define MBEDTLS_CTR_DRBG_PR_ON 1

/** Requests after which entropy is asked for again, by default. */
#define MBEDTLS_CTR_DRBG_RESEED_INTERVAL 10000

/** Length of a seed, in bytes. */
#define MBEDTLS_CTR_DRBG_SEEDLEN 48

/** The source of entropy failed. */
#define MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED -0x0034

/** More random bytes were asked for than one request may return. */
#define MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG -0x0036

/** Too much additional input. */
#define MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG -0x0038

/** The seed file could not be read or written. */
#define MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR -0x003A

/** A random generator. Any number of threads may use one at once. */
typedef struct mbedtls_ctr_drbg_context {
    /** Asks for entropy. */
    int (*MBEDTLS_PRIVATE(f_entropy))(void *p_entropy, unsigned char *output, size_t len);
    /** Its first argument. */
    void *MBEDTLS_PRIVATE(p_entropy);
    /** Bytes of entropy to ask for when seeding. */
    size_t MBEDTLS_PRIVATE(entropy_len);
    /** Bytes of nonce to ask for with the first seed; -1 for the default. */
    int MBEDTLS_PRIVATE(nonce_len);
    /** Requests after which entropy is asked for again (without effect). */
    int MBEDTLS_PRIVATE(reseed_interval);
    /** Whether entropy is asked for before each request (without effect). */
    int MBEDTLS_PRIVATE(prediction_resistance);
    /** Not 0 once it is seeded. */
    int MBEDTLS_PRIVATE(seeded);
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[44];
} mbedtls_ctr_drbg_context;

/**
 * Makes a generator ready to be seeded.
 *
 * \param ctx  The generator; NULL is allowed and does nothing.
 */
void mbedtls_ctr_drbg_init(struct mbedtls_ctr_drbg_context *ctx);

/**
 * Releases a generator.
 *
 * \param ctx  The generator; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_ctr_drbg_free(struct mbedtls_ctr_drbg_context *ctx);

/**
 * Seeds a generator: asks for entropy once.
 *
 * \param ctx  The generator.
 * \param f_entropy  Yields entropy, for example mbedtls_entropy_func().
 * \param p_entropy  First argument of `f_entropy`; both must stay valid until mbedtls_ctr_drbg_free().
 * \param custom,len  Personalization, which need not be secret; NULL and 0 for none.
 *
 * \return  0, MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED if `f_entropy` fails or a pointer is NULL, or
 * MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG if `len` is too large.
 */
int mbedtls_ctr_drbg_seed(struct mbedtls_ctr_drbg_context *ctx,
                          int (*f_entropy)(void *p_entropy, unsigned char *output, size_t len),
                          void *p_entropy,
                          const unsigned char *custom,
                          size_t len);

/**
 * Asks for entropy again.
 *
 * \param ctx  The generator, seeded.
 * \param additional,len  Additional input; NULL and 0 for none.
 *
 * \return  As mbedtls_ctr_drbg_seed() does.
 */
int mbedtls_ctr_drbg_reseed(struct mbedtls_ctr_drbg_context *ctx,
                            const unsigned char *additional,
                            size_t len);

/**
 * Fills a buffer with random bytes. Made to be the `f_rng` of other functions.
 *
 * \param p_rng  A `mbedtls_ctr_drbg_context`.
 * \param output  Where the bytes go.
 * \param output_len  How many, at most MBEDTLS_CTR_DRBG_MAX_REQUEST.
 *
 * \return  0, MBEDTLS_ERR_CTR_DRBG_REQUEST_TOO_BIG, or MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED if a pointer is NULL
 * or the operating system has no randomness.
 */
int mbedtls_ctr_drbg_random(void *p_rng,
                            unsigned char *output,
                            size_t output_len);

/**
 * Fills a buffer with random bytes, mixing additional input in.
 *
 * \param p_rng,output,output_len  As for mbedtls_ctr_drbg_random().
 * \param additional,add_len  Additional input, at most MBEDTLS_CTR_DRBG_MAX_INPUT bytes; NULL and 0 for none.
 *
 * \return  As mbedtls_ctr_drbg_random() does, or MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG.
 */
int mbedtls_ctr_drbg_random_with_add(void *p_rng,
                                     unsigned char *output,
                                     size_t output_len,
                                     const unsigned char *additional,
                                     size_t add_len);

/**
 * Mixes data into the generator. Without effect: the operating system's generator needs none.
 *
 * \param ctx  The generator.
 * \param additional,add_len  The data, at most MBEDTLS_CTR_DRBG_MAX_SEED_INPUT bytes.
 *
 * \return  0, or MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG if `add_len` is too large or a pointer is NULL.
 */
int mbedtls_ctr_drbg_update(struct mbedtls_ctr_drbg_context *ctx,
                            const unsigned char *additional,
                            size_t add_len);

/**
 * Asks for entropy before each request, or not. Without effect: every request is fresh from the operating system.
 *
 * \param ctx  The generator.
 * \param resistance  MBEDTLS_CTR_DRBG_PR_ON or MBEDTLS_CTR_DRBG_PR_OFF.
 */
void mbedtls_ctr_drbg_set_prediction_resistance(struct mbedtls_ctr_drbg_context *ctx,
                                                int resistance);

/**
 * Sets how many bytes of entropy are asked for when seeding.
 *
 * \param ctx  The generator.
 * \param len  How many; at most MBEDTLS_CTR_DRBG_MAX_SEED_INPUT.
 */
void mbedtls_ctr_drbg_set_entropy_len(struct mbedtls_ctr_drbg_context *ctx, size_t len);

/**
 * Sets how many bytes of nonce are asked for with the first seed.
 *
 * \param ctx  The generator, not seeded yet.
 * \param len  How many; at most MBEDTLS_CTR_DRBG_MAX_SEED_INPUT.
 *
 * \return  0, MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG, or MBEDTLS_ERR_CTR_DRBG_ENTROPY_SOURCE_FAILED if the generator is
 * seeded or NULL.
 */
int mbedtls_ctr_drbg_set_nonce_len(struct mbedtls_ctr_drbg_context *ctx,
                                   size_t len);

/**
 * Sets after how many requests entropy is asked for again. Without effect: every request is fresh from the operating
 * system.
 *
 * \param ctx  The generator.
 * \param interval  Number of requests.
 */
void mbedtls_ctr_drbg_set_reseed_interval(struct mbedtls_ctr_drbg_context *ctx,
                                          int interval);

/**
 * Writes MBEDTLS_CTR_DRBG_MAX_INPUT random bytes to a file.
 *
 * \param ctx  The generator.
 * \param path  Name of the file.
 *
 * \return  0, MBEDTLS_ERR_CTR_DRBG_FILE_IO_ERROR, or as mbedtls_ctr_drbg_random() does.
 */
int mbedtls_ctr_drbg_write_seed_file(struct mbedtls_ctr_drbg_context *ctx, const char *path);

/**
 * Writes a new seed in the place of one in a file, which the operating system's generator does not need.
 *
 * \param ctx  The generator.
 * \param path  Name of the file, which must be there.
 *
 * \return  As mbedtls_ctr_drbg_write_seed_file() does, or MBEDTLS_ERR_CTR_DRBG_INPUT_TOO_BIG if the file is longer than
 * MBEDTLS_CTR_DRBG_MAX_INPUT bytes.
 */
int mbedtls_ctr_drbg_update_seed_file(struct mbedtls_ctr_drbg_context *ctx,
                                      const char *path);

/**
 * Checks that the generator yields randomness.
 *
 * \param verbose  Not 0 to print what comes out.
 *
 * \return  0, or 1 if it does not.
 */
int mbedtls_ctr_drbg_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_CTR_DRBG_H */
