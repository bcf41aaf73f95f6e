/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_MD_H
#define MBEDTLS_MD_H

/** \file md.h
 * Hash functions, by number.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif
/** A hash function; its content is private. */
typedef struct mbedtls_md_info_t mbedtls_md_info_t;

/** Largest block of any hash function, in bytes. */
#define MBEDTLS_MD_MAX_BLOCK_SIZE 144

/** Longest hash, in bytes. */
#define MBEDTLS_MD_MAX_SIZE 64

/** The hash function is not available. */
#define MBEDTLS_ERR_MD_FEATURE_UNAVAILABLE -0x5080

/** An argument is invalid. */
#define MBEDTLS_ERR_MD_BAD_INPUT_DATA -0x5100

/** Out of memory. */
#define MBEDTLS_ERR_MD_ALLOC_FAILED -0x5180

/** A file could not be read. */
#define MBEDTLS_ERR_MD_FILE_IO_ERROR -0x5200

/** Hash functions by number. */
typedef enum mbedtls_md_type_t {
    /** No hash function. */
    MBEDTLS_MD_NONE = 0,
    /** MD5. */
    MBEDTLS_MD_MD5 = 3,
    /** RIPEMD-160. */
    MBEDTLS_MD_RIPEMD160 = 4,
    /** SHA-1. */
    MBEDTLS_MD_SHA1 = 5,
    /** SHA-224. */
    MBEDTLS_MD_SHA224 = 8,
    /** SHA-256. */
    MBEDTLS_MD_SHA256 = 9,
    /** SHA-384. */
    MBEDTLS_MD_SHA384 = 10,
    /** SHA-512. */
    MBEDTLS_MD_SHA512 = 11,
    /** SHA3-224. */
    MBEDTLS_MD_SHA3_224 = 16,
    /** SHA3-256. */
    MBEDTLS_MD_SHA3_256 = 17,
    /** SHA3-384. */
    MBEDTLS_MD_SHA3_384 = 18,
    /** SHA3-512. */
    MBEDTLS_MD_SHA3_512 = 19
} mbedtls_md_type_t;

/** What computes a hash. */
typedef enum mbedtls_md_engine_t {
    /** Computed by this module itself. */
    MBEDTLS_MD_ENGINE_LEGACY = 0,
    /** Computed through the PSA interface. */
    MBEDTLS_MD_ENGINE_PSA = 1
} mbedtls_md_engine_t;

/** A hash or HMAC under way. */
typedef struct mbedtls_md_context_t {
    /** The hash function; NULL before mbedtls_md_setup(). */
    const mbedtls_md_info_t *MBEDTLS_PRIVATE(md_info);
    /** The state of the hash. */
    void *MBEDTLS_PRIVATE(md_ctx);
    /** The state of the HMAC. */
    void *MBEDTLS_PRIVATE(hmac_ctx);
} mbedtls_md_context_t;

/**
 * Makes a context ready for mbedtls_md_setup().
 *
 * \param ctx  The context; NULL is allowed and does nothing.
 */
void mbedtls_md_init(struct mbedtls_md_context_t *ctx);

/**
 * Releases a context.
 *
 * \param ctx  The context; NULL, or one that is zeroed, is allowed.
 */
void mbedtls_md_free(struct mbedtls_md_context_t *ctx);

/**
 * Chooses the hash function of a context.
 *
 * \param ctx  The context, initialised.
 * \param md_info  The hash function.
 * \param hmac  Not 0 if the context is also to compute HMAC.
 *
 * \return  0, MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL, or MBEDTLS_ERR_MD_ALLOC_FAILED.
 */
int mbedtls_md_setup(struct mbedtls_md_context_t *ctx, const mbedtls_md_info_t *md_info, int hmac);

/**
 * Copies the state of a digest that is under way, and of an HMAC if both contexts are set up for it.
 *
 * \param dst  The copy, set up with the same hash function.
 * \param src  What is copied.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the hash functions differ.
 */
int mbedtls_md_clone(struct mbedtls_md_context_t *dst,
                     const struct mbedtls_md_context_t *src);

/**
 * Begins a digest.
 *
 * \param ctx  The context, set up.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if the context is NULL or not set up.
 */
int mbedtls_md_starts(struct mbedtls_md_context_t *ctx);

/**
 * Adds bytes to a digest, or to an HMAC that is under way.
 *
 * \param ctx  The context, started.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the context is not set up.
 */
int mbedtls_md_update(struct mbedtls_md_context_t *ctx, const unsigned char *input, size_t ilen);

/**
 * Ends a digest. The context can be started again.
 *
 * DEVIATION: where mbedtls_md_hmac_starts() was the last to start the context, 3.6.6 writes the inner hash of the HMAC,
 * half of a computation; here that is an error.
 *
 * \param ctx  The context, started.
 * \param output  Where the digest goes: mbedtls_md_get_size() bytes.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL, the context is not set up, or an HMAC is under way.
 */
int mbedtls_md_finish(struct mbedtls_md_context_t *ctx,
                      unsigned char *output);

/**
 * The digest of a buffer.
 *
 * \param md_info  The hash function.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 * \param output  Where the digest goes: mbedtls_md_get_size() bytes.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_md(const mbedtls_md_info_t *md_info,
               const unsigned char *input,
               size_t ilen,
               unsigned char *output);

/**
 * The digest of a file.
 *
 * \param md_info  The hash function.
 * \param path  Name of the file.
 * \param output  Where the digest goes: mbedtls_md_get_size() bytes.
 *
 * \return  0, MBEDTLS_ERR_MD_FILE_IO_ERROR if the file cannot be read, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if `md_info` or
 * `output` is NULL.
 */
int mbedtls_md_file(const mbedtls_md_info_t *md_info,
                    const char *path,
                    unsigned char *output);

/**
 * Begins an HMAC.
 *
 * \param ctx  The context, set up for HMAC.
 * \param key,keylen  The key; `key` may be NULL if it has no bytes.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the context is not set up for HMAC.
 */
int mbedtls_md_hmac_starts(struct mbedtls_md_context_t *ctx,
                           const unsigned char *key,
                           size_t keylen);

/**
 * Adds bytes to an HMAC.
 *
 * \param ctx  The context, started.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or no HMAC is under way.
 */
int mbedtls_md_hmac_update(struct mbedtls_md_context_t *ctx,
                           const unsigned char *input,
                           size_t ilen);

/**
 * Ends an HMAC. mbedtls_md_hmac_reset() begins another one with the same key.
 *
 * \param ctx  The context, started.
 * \param output  Where the HMAC goes: mbedtls_md_get_size() bytes.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or no HMAC is under way.
 */
int mbedtls_md_hmac_finish(struct mbedtls_md_context_t *ctx, unsigned char *output);

/**
 * Begins an HMAC with the key of the last one.
 *
 * \param ctx  The context, once given to mbedtls_md_hmac_starts().
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if the context is NULL or has no key.
 */
int mbedtls_md_hmac_reset(struct mbedtls_md_context_t *ctx);

/**
 * The HMAC of a buffer.
 *
 * \param md_info  The hash function.
 * \param key,keylen  The key; `key` may be NULL if it has no bytes.
 * \param input,ilen  The bytes; `input` may be NULL if there are none.
 * \param output  Where the HMAC goes: mbedtls_md_get_size() bytes.
 *
 * \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL.
 */
int mbedtls_md_hmac(const mbedtls_md_info_t *md_info,
                    const unsigned char *key,
                    size_t keylen,
                    const unsigned char *input,
                    size_t ilen,
                    unsigned char *output);

/**
 * The numbers of all hash functions.
 *
 * \return  An array that lives for ever and ends with MBEDTLS_MD_NONE, the strongest of SHA-2 first.
 */
const int *mbedtls_md_list(void);

/**
 * The hash function of a name.
 *
 * \param md_name  The name, in capitals: "SHA256", "SHA3-256", "MD5" ...
 *
 * \return  The hash function, or NULL if there is none of that name or it is NULL.
 */
const mbedtls_md_info_t *mbedtls_md_info_from_string(const char *md_name);

/**
 * The hash function of a number.
 *
 * \param md_type  The number.
 *
 * \return  The hash function, or NULL if there is none of that number.
 */
const mbedtls_md_info_t *mbedtls_md_info_from_type(enum mbedtls_md_type_t md_type);

/**
 * The hash function of a context.
 *
 * \param ctx  The context.
 *
 * \return  The hash function, or NULL if the context is NULL or not set up.
 */
const mbedtls_md_info_t *mbedtls_md_info_from_ctx(const struct mbedtls_md_context_t *ctx);

/**
 * The name of a hash function.
 *
 * \param md_info  The hash function.
 *
 * \return  A text that lives for ever, or NULL if `md_info` is NULL.
 */
const char *mbedtls_md_get_name(const mbedtls_md_info_t *md_info);

/**
 * The length of a hash.
 *
 * \param md_info  The hash function.
 *
 * \return  The length in bytes, or 0 if `md_info` is NULL.
 */
unsigned char mbedtls_md_get_size(const mbedtls_md_info_t *md_info);

/**
 * The length of a hash.
 *
 * \param md_type  The number of the hash function.
 *
 * \return  The length in bytes, or 0 if there is no such function.
 */
unsigned char mbedtls_md_get_size_from_type(enum mbedtls_md_type_t md_type);

/**
 * The number of a hash function.
 *
 * \param md_info  The hash function.
 *
 * \return  The number, or MBEDTLS_MD_NONE if `md_info` is NULL.
 */
enum mbedtls_md_type_t mbedtls_md_get_type(const mbedtls_md_info_t *md_info);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_MD_H */
