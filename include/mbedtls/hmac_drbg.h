/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_HMAC_DRBG_H
#define MBEDTLS_HMAC_DRBG_H

/** \file hmac_drbg.h
 * A random generator made of HMAC.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/md.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most bytes of additional input for one request. */
#define MBEDTLS_HMAC_DRBG_MAX_INPUT 256

/** Most random bytes that one request returns. */
#define MBEDTLS_HMAC_DRBG_MAX_REQUEST 1024

/** Most bytes that entropy, nonce and additional input may have together when seeding. */
#define MBEDTLS_HMAC_DRBG_MAX_SEED_INPUT 384

/** Prediction resistance is off. */
#define MBEDTLS_HMAC_DRBG_PR_OFF 0

/** Prediction resistance is on: entropy is asked for before each request. */
#define MBEDTLS_HMAC_DRBG_PR_ON 1

/** Requests after which entropy is asked for again, by default. */
#define MBEDTLS_HMAC_DRBG_RESEED_INTERVAL 10000

/** More random bytes were asked for than one request may return. */
#define MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG -0x0003

/** Too much additional input. */
#define MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG -0x0005

/** The seed file could not be read or written. */
#define MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR -0x0007

/** The source of entropy failed. */
#define MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED -0x0009

/** A random generator. Once it is seeded, any number of threads may draw from one at once. */
typedef struct mbedtls_hmac_drbg_context {
    /** The hash function, and where the state is. */
    mbedtls_md_context_t MBEDTLS_PRIVATE(md_ctx);
    /** Not to be touched. */
    unsigned char MBEDTLS_PRIVATE(V)[64];
    /** Not to be touched. */
    int MBEDTLS_PRIVATE(reseed_counter);
    /** Bytes of entropy to ask for when seeding; 0 for what suits the hash function. */
    size_t MBEDTLS_PRIVATE(entropy_len);
    /** Whether entropy is asked for before each request. */
    int MBEDTLS_PRIVATE(prediction_resistance);
    /** Requests after which entropy is asked for again. */
    int MBEDTLS_PRIVATE(reseed_interval);
    /** Asks for entropy; NULL for a generator that is never seeded again. */
    int (*MBEDTLS_PRIVATE(f_entropy))(void *p_entropy, unsigned char *output, size_t len);
    /** Its first argument. */
    void *MBEDTLS_PRIVATE(p_entropy);
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[6];
} mbedtls_hmac_drbg_context;

/**
 * Makes a generator ready to be seeded.
 *
 * \param ctx  The generator; NULL is allowed and does nothing.
 */
void mbedtls_hmac_drbg_init(struct mbedtls_hmac_drbg_context *ctx);

/**
 * Releases a generator; it is then as after mbedtls_hmac_drbg_init().
 *
 * \param ctx  The generator; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_hmac_drbg_free(struct mbedtls_hmac_drbg_context *ctx);

/**
 * Seeds a generator with entropy and, as nonce, half as much of it again.
 *
 * \param ctx  The generator, initialised.
 * \param md_info  The hash function.
 * \param f_entropy  Yields entropy, for example mbedtls_entropy_func().
 * \param p_entropy  First argument of `f_entropy`; both must stay valid until mbedtls_hmac_drbg_free().
 * \param custom,len  Personalization, which need not be secret; NULL and 0 for none.
 *
 * \return  0, MBEDTLS_ERR_MD_BAD_INPUT_DATA if there is no such hash function or `ctx` is NULL,
 * MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG if `len` is too large, MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED, or
 * MBEDTLS_ERR_MD_ALLOC_FAILED.
 */
int mbedtls_hmac_drbg_seed(struct mbedtls_hmac_drbg_context *ctx,
                           const mbedtls_md_info_t *md_info,
                           int (*f_entropy)(void *p_entropy, unsigned char *output, size_t len),
                           void *p_entropy,
                           const unsigned char *custom,
                           size_t len);

/**
 * Seeds a generator with given bytes, for ever: no entropy is asked for, so that it yields the same each time.
 *
 * \param ctx  The generator, initialised.
 * \param md_info  The hash function.
 * \param data,data_len  The seed.
 *
 * \return  0, MBEDTLS_ERR_MD_BAD_INPUT_DATA if there is no such hash function or a pointer is NULL, or
 * MBEDTLS_ERR_MD_ALLOC_FAILED.
 */
int mbedtls_hmac_drbg_seed_buf(struct mbedtls_hmac_drbg_context *ctx,
                               const mbedtls_md_info_t *md_info,
                               const unsigned char *data,
                               size_t data_len);

/**
 * Asks for entropy again.
 *
 * \param ctx  The generator, seeded with mbedtls_hmac_drbg_seed().
 * \param additional,len  Additional input, at most MBEDTLS_HMAC_DRBG_MAX_INPUT bytes; NULL and 0 for none.
 *
 * \return  As mbedtls_hmac_drbg_seed() does.
 */
int mbedtls_hmac_drbg_reseed(struct mbedtls_hmac_drbg_context *ctx,
                             const unsigned char *additional,
                             size_t len);

/**
 * Mixes data into the generator.
 *
 * \param ctx  The generator, seeded.
 * \param additional,add_len  The data; NULL and 0 for none.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if the generator is NULL or not seeded.
 */
int mbedtls_hmac_drbg_update(struct mbedtls_hmac_drbg_context *ctx,
                             const unsigned char *additional,
                             size_t add_len);

/**
 * Fills a buffer with random bytes. Made to be the `f_rng` of other functions.
 *
 * \param p_rng  A `mbedtls_hmac_drbg_context`.
 * \param output  Where the bytes go.
 * \param out_len  How many, at most MBEDTLS_HMAC_DRBG_MAX_REQUEST.
 *
 * \return  0, MBEDTLS_ERR_HMAC_DRBG_REQUEST_TOO_BIG, MBEDTLS_ERR_HMAC_DRBG_ENTROPY_SOURCE_FAILED if it was time to ask for
 * entropy, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the generator is not seeded.
 */
int mbedtls_hmac_drbg_random(void *p_rng,
                             unsigned char *output,
                             size_t out_len);

/**
 * Fills a buffer with random bytes, mixing additional input in.
 *
 * \param p_rng,output,output_len  As for mbedtls_hmac_drbg_random().
 * \param additional,add_len  Additional input, at most MBEDTLS_HMAC_DRBG_MAX_INPUT bytes; NULL and 0 for none.
 *
 * \return  As mbedtls_hmac_drbg_random() does, or MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG.
 */
int mbedtls_hmac_drbg_random_with_add(void *p_rng,
                                      unsigned char *output,
                                      size_t output_len,
                                      const unsigned char *additional,
                                      size_t add_len);

/**
 * Asks for entropy before each request, or not.
 *
 * \param ctx  The generator.
 * \param resistance  MBEDTLS_HMAC_DRBG_PR_ON or MBEDTLS_HMAC_DRBG_PR_OFF.
 */
void mbedtls_hmac_drbg_set_prediction_resistance(struct mbedtls_hmac_drbg_context *ctx,
                                                 int resistance);

/**
 * Sets how many bytes of entropy are asked for when seeding.
 *
 * \param ctx  The generator.
 * \param len  How many; 0 for what suits the hash function.
 */
void mbedtls_hmac_drbg_set_entropy_len(struct mbedtls_hmac_drbg_context *ctx, size_t len);

/**
 * Sets after how many requests entropy is asked for again.
 *
 * \param ctx  The generator.
 * \param interval  Number of requests.
 */
void mbedtls_hmac_drbg_set_reseed_interval(struct mbedtls_hmac_drbg_context *ctx, int interval);

/**
 * Writes MBEDTLS_HMAC_DRBG_MAX_INPUT random bytes to a file.
 *
 * \param ctx  The generator, seeded.
 * \param path  Name of the file.
 *
 * \return  0, MBEDTLS_ERR_HMAC_DRBG_FILE_IO_ERROR, or as mbedtls_hmac_drbg_random() does.
 */
int mbedtls_hmac_drbg_write_seed_file(struct mbedtls_hmac_drbg_context *ctx, const char *path);

/**
 * Mixes a file into the generator and writes a new seed in its place.
 *
 * \param ctx  The generator, seeded.
 * \param path  Name of the file, which must be there and not be empty.
 *
 * \return  0, MBEDTLS_ERR_HMAC_DRBG_INPUT_TOO_BIG if the file is longer than MBEDTLS_HMAC_DRBG_MAX_INPUT bytes, or as
 * mbedtls_hmac_drbg_write_seed_file() does.
 */
int mbedtls_hmac_drbg_update_seed_file(struct mbedtls_hmac_drbg_context *ctx,
                                       const char *path);

/**
 * Checks the generator, with SHA-1, against known answers of NIST.
 *
 * \param verbose  Not 0 to print how it goes.
 *
 * \return  0, or 1 if an answer is wrong.
 */
int mbedtls_hmac_drbg_self_test(int verbose);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_HMAC_DRBG_H */
