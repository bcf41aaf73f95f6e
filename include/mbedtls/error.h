/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ERROR_H
#define MBEDTLS_ERROR_H

/** \file error.h
 * What an error code means.
 *
 * A code is negative. Bits 7 to 15 of its amount tell an error of a higher module (SSL, X509, PK, ...), the bits
 * below one of a lower module (ASN1, NET, MPI, ...); a code may have both.
 */
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>

/** Joins an error of a higher module with one of a lower module. */
#define MBEDTLS_ERROR_ADD(high, low) mbedtls_error_add(high, low, __FILE__, __LINE__)

#ifdef __cplusplus
extern "C" {
#endif

/** An error without a code of its own. */
#define MBEDTLS_ERR_ERROR_GENERIC_ERROR -0x0001

/** Internal data was found corrupted. */
#define MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED -0x006E

/** A hardware accelerator failed. */
#define MBEDTLS_ERR_PLATFORM_HW_ACCEL_FAILED -0x0070

/** The platform does not support this. */
#define MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED -0x0072

/**
 * Joins an error of a higher module with one of a lower module.
 *
 * \param high  The error of the higher module, a multiple of 0x80.
 * \param low  The error of the lower module, above -0x80.
 * \param file,line  Where in a source file; not used.
 *
 * \return  Their sum.
 */
int mbedtls_error_add(int high, int low, const char *file, int line);

/**
 * What the part of an error code that is from a higher module (SSL, X509, PK ...) means.
 *
 * \param error_code  The code, with or without its sign.
 *
 * \return  A text that lives for ever, or NULL if the code has no such part or it is not known.
 */
const char *mbedtls_high_level_strerr(int error_code);

/**
 * What the part of an error code that is from a lower module (ASN1, NET, MPI ...) means.
 *
 * \param error_code  The code, with or without its sign.
 *
 * \return  A text that lives for ever, or NULL if the code has no such part or it is not known.
 */
const char *mbedtls_low_level_strerr(int error_code);

/**
 * Writes what an error code means: module and text of its higher part, then of its lower part, such as
 * "X509 - The structure is malformed : ASN1 - Another tag was expected".
 *
 * \param errnum  The code, with or without its sign. For 0 the text is empty.
 * \param buffer,buflen  Where the text goes, cut to fit and ended by NUL; nothing is written if `buflen` is 0.
 */
void mbedtls_strerror(int errnum,
                      char *buffer,
                      size_t buflen);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ERROR_H */
