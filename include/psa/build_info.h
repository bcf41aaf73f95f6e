/** \file build_info.h
 * The features of the PSA interface that work.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef PSA_CRYPTO_BUILD_INFO_H
#define PSA_CRYPTO_BUILD_INFO_H

#include "mbedtls/build_info.h"

#endif /* PSA_CRYPTO_BUILD_INFO_H */
