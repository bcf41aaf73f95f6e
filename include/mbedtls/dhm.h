/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_DHM_H
#define MBEDTLS_DHM_H

/** \file dhm.h
 * Finite-field Diffie-Hellman parameters.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/bignum.h"

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_DHM_BAD_INPUT_DATA -0x3080

/** The parameters could not be read. */
#define MBEDTLS_ERR_DHM_READ_PARAMS_FAILED -0x3100

/** The parameters could not be made. */
#define MBEDTLS_ERR_DHM_MAKE_PARAMS_FAILED -0x3180

/** The public value could not be read. */
#define MBEDTLS_ERR_DHM_READ_PUBLIC_FAILED -0x3200

/** The public value could not be made. */
#define MBEDTLS_ERR_DHM_MAKE_PUBLIC_FAILED -0x3280

/** The shared secret could not be computed. */
#define MBEDTLS_ERR_DHM_CALC_SECRET_FAILED -0x3300

/** The parameters are malformed. */
#define MBEDTLS_ERR_DHM_INVALID_FORMAT -0x3380

/** Out of memory. */
#define MBEDTLS_ERR_DHM_ALLOC_FAILED -0x3400

/** A file could not be read or written. */
#define MBEDTLS_ERR_DHM_FILE_IO_ERROR -0x3480

/** The group could not be set. */
#define MBEDTLS_ERR_DHM_SET_GROUP_FAILED -0x3580

/** Parts of a context. */
typedef enum mbedtls_dhm_parameter {
    /** The prime of the group. */
    MBEDTLS_DHM_PARAM_P = 0,
    /** The generator of the group. */
    MBEDTLS_DHM_PARAM_G = 1,
    /** Our secret value. */
    MBEDTLS_DHM_PARAM_X = 2,
    /** Our public value. */
    MBEDTLS_DHM_PARAM_GX = 3,
    /** The peer's public value. */
    MBEDTLS_DHM_PARAM_GY = 4,
    /** The shared secret. */
    MBEDTLS_DHM_PARAM_K = 5
} mbedtls_dhm_parameter;

/** A group and the keys of one exchange. */
typedef struct mbedtls_dhm_context {
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[20];
} mbedtls_dhm_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_DHM_H */
