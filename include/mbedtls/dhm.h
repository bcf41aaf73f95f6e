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

/** A group and the keys of one exchange. */
typedef struct mbedtls_dhm_context {
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[20];
} mbedtls_dhm_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_DHM_H */
