/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_BIGNUM_H
#define MBEDTLS_BIGNUM_H

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

#ifdef __cplusplus
extern "C" {
#endif
/** An unsigned number of twice the size of a limb. */
__extension__ typedef unsigned __int128 mbedtls_t_udbl;

/** Hundred times ln 10 / ln 2: how many bits a decimal digit holds. */
#define MBEDTLS_LN_2_DIV_LN_10_SCALE100 332

/** Longest number, in bits. */
#define MBEDTLS_MPI_MAX_BITS 8192

/** Hundred times MBEDTLS_MPI_MAX_BITS. */
#define MBEDTLS_MPI_MAX_BITS_SCALE100 819200

/** Longest number, in limbs. */
#define MBEDTLS_MPI_MAX_LIMBS 10000

/** Longest number that input and output take, in bytes. */
#define MBEDTLS_MPI_MAX_SIZE 1024

/** Longest line of digits that a number file may hold. */
#define MBEDTLS_MPI_RW_BUFFER_SIZE 2484

/** Window of the modular exponentiation (without effect). */
#define MBEDTLS_MPI_WINDOW_SIZE 3

/** A file could not be read or written. */
#define MBEDTLS_ERR_MPI_FILE_IO_ERROR -0x0002

/** An argument is invalid. */
#define MBEDTLS_ERR_MPI_BAD_INPUT_DATA -0x0004

/** A character is no digit of the radix. */
#define MBEDTLS_ERR_MPI_INVALID_CHARACTER -0x0006

/** The number does not fit the output buffer. */
#define MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL -0x0008

/** A number must not be negative. */
#define MBEDTLS_ERR_MPI_NEGATIVE_VALUE -0x000A

/** The divisor is zero. */
#define MBEDTLS_ERR_MPI_DIVISION_BY_ZERO -0x000C

/** No acceptable number exists or was found. */
#define MBEDTLS_ERR_MPI_NOT_ACCEPTABLE -0x000E

/** Out of memory. */
#define MBEDTLS_ERR_MPI_ALLOC_FAILED -0x0010

/** What a generated prime is to be. */
typedef enum mbedtls_mpi_gen_prime_flag_t {
    /** (p - 1) / 2 is to be a prime too. */
    MBEDTLS_MPI_GEN_PRIME_FLAG_DH = 1,
    /** Lower the probability that the number is not a prime to 2^-128. */
    MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR = 2
} mbedtls_mpi_gen_prime_flag_t;

/** A limb of a number. */
typedef uint64_t mbedtls_mpi_uint;

/** A number of any size. */
typedef struct mbedtls_mpi {
    /** The limbs, least significant first; NULL if there are none. */
    mbedtls_mpi_uint *MBEDTLS_PRIVATE(p);
    /** Sign: -1 if the number is negative, else 1. */
    short MBEDTLS_PRIVATE(s);
    /** Number of limbs. */
    unsigned short MBEDTLS_PRIVATE(n);
} mbedtls_mpi;

/** A signed limb. */
typedef int64_t mbedtls_mpi_sint;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_BIGNUM_H */
