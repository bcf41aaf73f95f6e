/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_MD5_H
#define MBEDTLS_MD5_H

/** \file md5.h
 * MD5.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An MD5 operation. */
typedef struct mbedtls_md5_context {
    /** Not to be touched. */
    uint32_t MBEDTLS_PRIVATE(reserved)[22];
} mbedtls_md5_context;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_MD5_H */
