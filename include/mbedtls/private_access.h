/** \file private_access.h
 * How fields of structs are named that a program should leave alone.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_PRIVATE_ACCESS_H
#define MBEDTLS_PRIVATE_ACCESS_H

/** The name of a private field: `private_x`, or `x` for a program that defines MBEDTLS_ALLOW_PRIVATE_ACCESS. */
#ifdef MBEDTLS_ALLOW_PRIVATE_ACCESS
#define MBEDTLS_PRIVATE(member) member
#else
#define MBEDTLS_PRIVATE(member) private_##member
#endif

#endif /* MBEDTLS_PRIVATE_ACCESS_H */
