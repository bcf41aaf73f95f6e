/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ECJPAKE_H
#define MBEDTLS_ECJPAKE_H

/** \file ecjpake.h
 * EC J-PAKE.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Who is who. */
typedef enum mbedtls_ecjpake_role {
    /** The client. */
    MBEDTLS_ECJPAKE_CLIENT = 0,
    /** The server. */
    MBEDTLS_ECJPAKE_SERVER = 1,
    /** Not set up. */
    MBEDTLS_ECJPAKE_NONE = 2
} mbedtls_ecjpake_role;

/** An EC J-PAKE exchange. */
typedef struct mbedtls_ecjpake_context {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[62];
} mbedtls_ecjpake_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ECJPAKE_H */
