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

@declarations
@rust error.rs
