/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_VERSION_H
#define MBEDTLS_VERSION_H

/** \file version.h
 * The release whose interface this is, and the features that work, told by the library.
 */
#include "mbedtls/build_info.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Number of the release whose interface this is: MBEDTLS_VERSION_NUMBER when the library was built.
 *
 * \return  0xMMmmpp00: its major, minor and patch number in a byte each.
 */
unsigned int mbedtls_version_get_number(void);

/**
 * Writes the release whose interface this is, such as "3.6.6".
 *
 * \param string  At least 9 bytes.
 */
void mbedtls_version_get_string(char *string);

/**
 * Writes the name and release of the interface, such as "Mbed TLS 3.6.6".
 *
 * \param string  At least 18 bytes.
 */
void mbedtls_version_get_string_full(char *string);

/**
 * Tells whether a feature works.
 *
 * \param feature  Name of its macro in mbedtls_config.h, such as "MBEDTLS_SSL_PROTO_TLS1_3".
 *
 * \return  0 if it does, -1 if not.
 */
int mbedtls_version_check_feature(const char *feature);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_VERSION_H */
