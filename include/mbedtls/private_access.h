/**
 * \file private_access.h
 * How private members of structs are named.
 *
 * A member declared as MBEDTLS_PRIVATE(name) is reached under `name` by programs
 * that define MBEDTLS_ALLOW_PRIVATE_ACCESS, and as `private_name` by all others.
 *
 * SPDX-License-Identifier: Apache-2.0 OR MIT
 */
#ifndef MBEDTLS_PRIVATE_ACCESS_H
#define MBEDTLS_PRIVATE_ACCESS_H

#ifdef MBEDTLS_ALLOW_PRIVATE_ACCESS
#define MBEDTLS_PRIVATE(member) member
#else
#define MBEDTLS_PRIVATE(member) private_##member
#endif

#endif /* MBEDTLS_PRIVATE_ACCESS_H */
