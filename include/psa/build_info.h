/**
 * \file psa/build_info.h
 * What of the PSA interface is there.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef PSA_CRYPTO_BUILD_INFO_H
#define PSA_CRYPTO_BUILD_INFO_H

#include "mbedtls/build_info.h"

#endif /* PSA_CRYPTO_BUILD_INFO_H */
