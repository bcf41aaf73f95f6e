/** \file bignum.h
 * Numbers of any size.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/** The largest limb. */
#define MBEDTLS_MPI_UINT_MAX UINT64_MAX

@declarations
@rust bignum.rs
