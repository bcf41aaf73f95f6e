/** \file bignum.h
 * Numbers of any size.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/** The largest limb. */
#define MBEDTLS_MPI_UINT_MAX UINT64_MAX

@declarations
/** An unsigned number of twice the size of a limb. */
__extension__ typedef unsigned __int128 mbedtls_t_udbl;

@rust bignum.rs bignum/*
