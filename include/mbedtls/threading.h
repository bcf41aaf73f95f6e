/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_THREADING_H
#define MBEDTLS_THREADING_H

/** \file threading.h
 * The mutex type.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <pthread.h>
#include <stdlib.h>

#ifdef __cplusplus
extern "C" {
#endif

/** An argument is invalid. */
#define MBEDTLS_ERR_THREADING_BAD_INPUT_DATA -0x001C

/** A mutex could not be locked or unlocked. */
#define MBEDTLS_ERR_THREADING_MUTEX_ERROR -0x001E

/** A mutex. */
typedef struct mbedtls_threading_mutex_t {
    /** The system's mutex. */
    pthread_mutex_t MBEDTLS_PRIVATE(mutex);
    /** Not 0 if it is initialised. */
    char MBEDTLS_PRIVATE(state);
} mbedtls_threading_mutex_t;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_THREADING_H */
