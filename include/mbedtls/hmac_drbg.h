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

/** A random generator. */
typedef struct mbedtls_hmac_drbg_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[22];
} mbedtls_hmac_drbg_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_HMAC_DRBG_H */
