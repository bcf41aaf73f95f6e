/**
 * \file build_info.h
 * The release of the interface, and what of it is there.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_BUILD_INFO_H
#define MBEDTLS_BUILD_INFO_H

/* The release of Mbed TLS whose interface this is. */
#define MBEDTLS_VERSION_MAJOR 3
#define MBEDTLS_VERSION_MINOR 6
#define MBEDTLS_VERSION_PATCH 6

/* The same as 0xMMNNPP00, major, minor and patch. */
#define MBEDTLS_VERSION_NUMBER 0x03060600
#define MBEDTLS_VERSION_STRING "3.6.6"
#define MBEDTLS_VERSION_STRING_FULL "Mbed TLS 3.6.6"

/* A program's own configuration cannot change a library that is built already:
 * MBEDTLS_CONFIG_FILE and MBEDTLS_USER_CONFIG_FILE are not looked at. */
#include "mbedtls/mbedtls_config.h"

#endif /* MBEDTLS_BUILD_INFO_H */
