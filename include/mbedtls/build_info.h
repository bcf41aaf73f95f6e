/** \file build_info.h
 * The release whose interface this is, and the features that work. Every header includes it.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_BUILD_INFO_H
#define MBEDTLS_BUILD_INFO_H

/** Major number of the release. */
#define MBEDTLS_VERSION_MAJOR 3
/** Minor number of the release. */
#define MBEDTLS_VERSION_MINOR 6
/** Patch number of the release. */
#define MBEDTLS_VERSION_PATCH 6
/** The release as a number: a byte each for major, minor and patch, then a zero byte. */
#define MBEDTLS_VERSION_NUMBER 0x03060600
/** The release as a text. */
#define MBEDTLS_VERSION_STRING "3.6.6"
/** The release as a text, with the name of the interface. */
#define MBEDTLS_VERSION_STRING_FULL "Mbed TLS 3.6.6"

/** The library is ferrotls, for programs that have to know. */
#define MBEDTLS_IS_FERROTLS 1

#include "mbedtls/mbedtls_config.h"

#endif /* MBEDTLS_BUILD_INFO_H */
