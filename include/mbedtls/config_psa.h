/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_CONFIG_PSA_H
#define MBEDTLS_CONFIG_PSA_H

/** \file config_psa.h
 * The features of the PSA Crypto interface that work: PSA_WANT_*. They are in psa/build_info.h; this header is for programs
 * that include it by name.
 */
#include "psa/build_info.h"

#endif /* MBEDTLS_CONFIG_PSA_H */
