/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_BIGNUM_H
#define MBEDTLS_BIGNUM_H

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

/**
 * Adds two numbers without their signs: X = |A| + |B|.
 *
 * \param X  The sum; may be `A` or `B`.
 * \param A,B  What is added.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_add_abs(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Subtracts two numbers without their signs: X = |A| - |B|.
 *
 * \param X  The difference; may be `A` or `B`. It stays as it is on failure.
 * \param A,B  What is subtracted from, and what is subtracted.
 *
 * \return  0, MBEDTLS_ERR_MPI_NEGATIVE_VALUE if |B| is more than |A|, MBEDTLS_ERR_MPI_ALLOC_FAILED, or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_sub_abs(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Adds: X = A + B.
 *
 * \param X  The sum; may be `A` or `B`.
 * \param A,B  What is added.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_add_mpi(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Subtracts: X = A - B.
 *
 * \param X  The difference; may be `A` or `B`.
 * \param A,B  What is subtracted from, and what is subtracted.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_sub_mpi(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Adds an integer: X = A + b.
 *
 * \param X  The sum; may be `A`.
 * \param A,b  What is added.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_add_int(struct mbedtls_mpi *X, const struct mbedtls_mpi *A, mbedtls_mpi_sint b);

/**
 * Subtracts an integer: X = A - b.
 *
 * \param X  The difference; may be `A`.
 * \param A,b  What is subtracted from, and what is subtracted.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_sub_int(struct mbedtls_mpi *X, const struct mbedtls_mpi *A, mbedtls_mpi_sint b);

/**
 * Multiplies: X = A * B.
 *
 * \param X  The product; may be `A` or `B`.
 * \param A,B  What is multiplied.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_mul_mpi(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Multiplies by an integer: X = A * b.
 *
 * \param X  The product; may be `A`.
 * \param A,b  What is multiplied.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_mul_int(struct mbedtls_mpi *X, const struct mbedtls_mpi *A, mbedtls_mpi_uint b);

/**
 * Divides: A = Q * B + R. The quotient is rounded towards 0, and the remainder has the sign of `A`.
 *
 * DEVIATION: where `Q` is one of the operands, 3.6 gives it a wrong sign if that operand is negative; where `Q` is `A`, and
 * `A` less than `B`, the remainder is 0 there.
 *
 * \param Q  The quotient; NULL if it is not wanted.
 * \param R  The remainder; NULL if it is not wanted.
 * \param A  The dividend. `Q` or `R` may be this number or the divisor.
 * \param B  The divisor.
 *
 * \return  0, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for
 * NULL.
 */
int mbedtls_mpi_div_mpi(struct mbedtls_mpi *Q,
                        struct mbedtls_mpi *R,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Divides by an integer: A = Q * b + R.
 *
 * \param Q,R,A  As for mbedtls_mpi_div_mpi().
 * \param b  The divisor.
 *
 * \return  As for mbedtls_mpi_div_mpi().
 */
int mbedtls_mpi_div_int(struct mbedtls_mpi *Q,
                        struct mbedtls_mpi *R,
                        const struct mbedtls_mpi *A,
                        mbedtls_mpi_sint b);

/**
 * Reduces: R = A mod B, which is 0 or more and less than B, whatever sign `A` has.
 *
 * \param R  The result; may be `A` or `B`.
 * \param A  The number.
 * \param B  The modulus.
 *
 * \return  0, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO, MBEDTLS_ERR_MPI_NEGATIVE_VALUE if `B` is negative,
 * MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_mod_mpi(struct mbedtls_mpi *R,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *B);

/**
 * Reduces modulo an integer: r = A mod b.
 *
 * DEVIATION: 3.6's result is wrong for a modulus of more than 32 bits.
 *
 * \param r  The result.
 * \param A  The number.
 * \param b  The modulus.
 *
 * \return  0, MBEDTLS_ERR_MPI_DIVISION_BY_ZERO, MBEDTLS_ERR_MPI_NEGATIVE_VALUE if `b` is negative, or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_mod_int(mbedtls_mpi_uint *r,
                        const struct mbedtls_mpi *A,
                        mbedtls_mpi_sint b);

/**
 * Reads a number of big-endian bytes.
 *
 * \param X  The number. It gets as many limbs as the bytes take, zeros in front included.
 * \param buf,buflen  The bytes.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond MBEDTLS_MPI_MAX_LIMBS (the number is then empty), or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_read_binary(struct mbedtls_mpi *X,
                            const unsigned char *buf,
                            size_t buflen);

/**
 * As mbedtls_mpi_read_binary(), of little-endian bytes.
 *
 * \param X,buf,buflen  As there.
 *
 * \return  As there.
 */
int mbedtls_mpi_read_binary_le(struct mbedtls_mpi *X, const unsigned char *buf, size_t buflen);

/**
 * Writes a number in big-endian bytes, without its sign.
 *
 * \param X  The number.
 * \param buf,buflen  Where the bytes go, all of them: zeros stand in front of a shorter number.
 *
 * \return  0, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_write_binary(const struct mbedtls_mpi *X, unsigned char *buf, size_t buflen);

/**
 * As mbedtls_mpi_write_binary(), in little-endian bytes: zeros stand behind a shorter number.
 *
 * \param X,buf,buflen  As there.
 *
 * \return  As there.
 */
int mbedtls_mpi_write_binary_le(const struct mbedtls_mpi *X, unsigned char *buf, size_t buflen);

/**
 * A bit of a number.
 *
 * \param X  The number.
 * \param pos  Which bit; 0 is the least significant one.
 *
 * \return  0 or 1; 0 for NULL.
 */
int mbedtls_mpi_get_bit(const struct mbedtls_mpi *X, size_t pos);

/**
 * Sets a bit of a number.
 *
 * \param X  The number; it gets room if it needs some.
 * \param pos  Which bit; 0 is the least significant one.
 * \param val  0 or 1.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another value or NULL.
 */
int mbedtls_mpi_set_bit(struct mbedtls_mpi *X,
                        size_t pos,
                        unsigned char val);

/**
 * How many zero bits a number ends with.
 *
 * \param X  The number.
 *
 * \return  How many; 0 for the number 0 and NULL.
 */
size_t mbedtls_mpi_lsb(const struct mbedtls_mpi *X);

/**
 * How many bits a number takes, without its sign.
 *
 * \param X  The number.
 *
 * \return  How many; 0 for the number 0 and NULL.
 */
size_t mbedtls_mpi_bitlen(const struct mbedtls_mpi *X);

/**
 * How many bytes a number takes, without its sign.
 *
 * \param X  The number.
 *
 * \return  How many; 0 for the number 0 and NULL.
 */
size_t mbedtls_mpi_size(const struct mbedtls_mpi *X);

/**
 * Multiplies a number by 2^`count`.
 *
 * \param X  The number.
 * \param count  By how many bits it is shifted.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_shift_l(struct mbedtls_mpi *X, size_t count);

/**
 * Divides a number by 2^`count`, rounding towards 0.
 *
 * \param X  The number.
 * \param count  By how many bits it is shifted.
 *
 * \return  0, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_shift_r(struct mbedtls_mpi *X, size_t count);

/**
 * Compares two numbers without their signs.
 *
 * \param X,Y  The numbers; NULL counts as 0.
 *
 * \return  1, 0 or -1: whether `X` is more than, as much as, or less than `Y`.
 */
int mbedtls_mpi_cmp_abs(const struct mbedtls_mpi *X, const struct mbedtls_mpi *Y);

/**
 * Compares two numbers.
 *
 * \param X,Y  The numbers; NULL counts as 0.
 *
 * \return  1, 0 or -1: whether `X` is more than, as much as, or less than `Y`.
 */
int mbedtls_mpi_cmp_mpi(const struct mbedtls_mpi *X, const struct mbedtls_mpi *Y);

/**
 * Compares a number and an integer.
 *
 * \param X  The number; NULL counts as 0.
 * \param z  The integer.
 *
 * \return  1, 0 or -1: whether `X` is more than, as much as, or less than `z`.
 */
int mbedtls_mpi_cmp_int(const struct mbedtls_mpi *X, mbedtls_mpi_sint z);

/**
 * Whether a number is less than another, in a time that depends on neither.
 *
 * \param X,Y  The numbers, which must have the same number of limbs.
 * \param ret  Where the answer goes: 1 if `X` is less than `Y`, else 0.
 *
 * \return  0, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA if the numbers of limbs differ, or for NULL.
 */
int mbedtls_mpi_lt_mpi_ct(const struct mbedtls_mpi *X,
                          const struct mbedtls_mpi *Y,
                          unsigned int *ret);

/**
 * Makes a number empty, which counts as 0. To be called before anything else.
 *
 * \param X  The number.
 */
void mbedtls_mpi_init(struct mbedtls_mpi *X);

/**
 * Wipes and frees a number's limbs and makes it empty.
 *
 * \param X  The number; NULL is allowed and does nothing.
 */
void mbedtls_mpi_free(struct mbedtls_mpi *X);

/**
 * Gives a number room; its value stays.
 *
 * \param X  The number.
 * \param nblimbs  How many limbs it must have at least.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond MBEDTLS_MPI_MAX_LIMBS, or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_grow(struct mbedtls_mpi *X, size_t nblimbs);

/**
 * Takes the room from a number that it does not need; its value stays.
 *
 * \param X  The number.
 * \param nblimbs  How many limbs it must have at least; it is given them if it has fewer.
 *
 * \return  As for mbedtls_mpi_grow().
 */
int mbedtls_mpi_shrink(struct mbedtls_mpi *X, size_t nblimbs);

/**
 * Copies a number.
 *
 * \param X  The number to be written; it keeps the room it has.
 * \param Y  The number to be read; may be `X`.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_copy(struct mbedtls_mpi *X, const struct mbedtls_mpi *Y);

/**
 * Exchanges two numbers.
 *
 * \param X,Y  The numbers. With NULL, nothing happens.
 */
void mbedtls_mpi_swap(struct mbedtls_mpi *X, struct mbedtls_mpi *Y);

/**
 * Makes a number hold an integer.
 *
 * \param X  The number; it keeps the room it has.
 * \param z  The integer.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_lset(struct mbedtls_mpi *X, mbedtls_mpi_sint z);

/**
 * Copies a number or does not, in a time that does not tell which; it tells how long both numbers are.
 *
 * \param X  The number to be written.
 * \param Y  The number to be read.
 * \param assign  0: `X` stays as it is. Anything else: `X` becomes `Y`.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_safe_cond_assign(struct mbedtls_mpi *X,
                                 const struct mbedtls_mpi *Y,
                                 unsigned char assign);

/**
 * Exchanges two numbers or does not, in a time that does not tell which; it tells how long both numbers are.
 *
 * \param X,Y  The numbers; each gets as much room as the other has.
 * \param swap  0: they stay as they are. Anything else: they are exchanged.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_safe_cond_swap(struct mbedtls_mpi *X,
                               struct mbedtls_mpi *Y,
                               unsigned char swap);

/**
 * Raises to a power: X = A^E mod N. The time depends on how long the numbers are, but not on the exponent.
 *
 * DEVIATION: where `X` is `A` and negative, 3.6 forgets the sign and computes |A|^E mod N. Of a negative multiple of `N` and
 * an odd exponent its result is `N`, not 0.
 *
 * \param X  The result; may be any of the other numbers.
 * \param A  The base.
 * \param E  The exponent, 0 or more, of at most MBEDTLS_MPI_MAX_BITS.
 * \param N  The modulus, odd, more than 0, of at most MBEDTLS_MPI_MAX_BITS.
 * \param prec_RR  Not needed, and left as it is: 3.6 keeps here what it prepared for the modulus. May be NULL.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for numbers that are not so, or NULL.
 */
int mbedtls_mpi_exp_mod(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *E,
                        const struct mbedtls_mpi *N,
                        struct mbedtls_mpi *prec_RR);

/**
 * Inverts: X = A^-1 mod N.
 *
 * \param X  The result; may be `A` or `N`.
 * \param A  The number.
 * \param N  The modulus, more than 1.
 *
 * \return  0, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if there is no inverse, MBEDTLS_ERR_MPI_ALLOC_FAILED, or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for a modulus of 1 or less, or NULL.
 */
int mbedtls_mpi_inv_mod(struct mbedtls_mpi *X,
                        const struct mbedtls_mpi *A,
                        const struct mbedtls_mpi *N);

/**
 * The greatest common divisor of two numbers, without their signs.
 *
 * \param G  The divisor, 0 or more; may be `A` or `B`.
 * \param A,B  The numbers. Of 0 and another number it is that number.
 *
 * \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_gcd(struct mbedtls_mpi *G,
                    const struct mbedtls_mpi *A,
                    const struct mbedtls_mpi *B);

/**
 * Fills a number with random bytes, big-endian.
 *
 * \param X  The number. It gets as many limbs as the bytes take.
 * \param size  How many bytes.
 * \param f_rng,p_rng  Where the bytes come from, asked once, unless `size` is 0.
 *
 * \return  0, what `f_rng` returned, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond MBEDTLS_MPI_MAX_LIMBS, or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for NULL.
 */
int mbedtls_mpi_fill_random(struct mbedtls_mpi *X,
                            size_t size,
                            mbedtls_f_rng_t *f_rng,
                            void *p_rng);

/**
 * A random number of a range, each of it as probable as the others: min <= X < N. The bytes are taken as RFC 6979
 * section 3.3 takes them.
 *
 * \param X  The number. It gets as many limbs as `N` has.
 * \param min  The least number of the range, 0 or more.
 * \param N  The end of the range.
 * \param f_rng,p_rng  Where randomness comes from; it is asked until a number fits.
 *
 * \return  0, what `f_rng` returned, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if no number was found in many tries,
 * MBEDTLS_ERR_MPI_ALLOC_FAILED, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for an empty range or NULL.
 */
int mbedtls_mpi_random(struct mbedtls_mpi *X,
                       mbedtls_mpi_sint min,
                       const struct mbedtls_mpi *N,
                       mbedtls_f_rng_t *f_rng,
                       void *p_rng);

/**
 * Whether a number, without its sign, is a prime.
 *
 * DEVIATION: the test of Baillie, Pomerance, Selfridge and Wagstaff is made besides the one with random bases, so that
 * no composite number is known that passes, however few `rounds` there are. More than 64 rounds count as 64.
 *
 * \param X  The number, of at most MBEDTLS_MPI_MAX_BITS.
 * \param rounds  How many random bases are tried.
 * \param f_rng,p_rng  Not needed: the system's randomness is used.
 *
 * \return  0 if it is one, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if it is not, MBEDTLS_ERR_MPI_BAD_INPUT_DATA if it is too long
 * or NULL.
 */
int mbedtls_mpi_is_prime_ext(const struct mbedtls_mpi *X,
                             int rounds,
                             mbedtls_f_rng_t *f_rng,
                             void *p_rng);

/**
 * Makes a random prime.
 *
 * \param X  The prime.
 * \param nbits  How many bits it is to have, 3 to MBEDTLS_MPI_MAX_BITS.
 * \param flags  MBEDTLS_MPI_GEN_PRIME_FLAG_DH: (X - 1) / 2 is to be a prime too, which takes much longer.
 * MBEDTLS_MPI_GEN_PRIME_FLAG_LOW_ERR: without effect; every prime is tested until a composite number is less probable than
 * 2^-128.
 * \param f_rng,p_rng  Not needed: the system's randomness is used.
 *
 * \return  0, MBEDTLS_ERR_MPI_NOT_ACCEPTABLE if the system has no randomness, MBEDTLS_ERR_MPI_ALLOC_FAILED, or
 * MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another size or NULL.
 */
int mbedtls_mpi_gen_prime(struct mbedtls_mpi *X,
                          size_t nbits,
                          int flags,
                          mbedtls_f_rng_t *f_rng,
                          void *p_rng);

/**
 * Computes known results.
 *
 * \param verbose  Other than 0: tells on the standard output what is computed.
 *
 * \return  0, or 1 if a result is wrong.
 */
int mbedtls_mpi_self_test(int verbose);

/**
 * Reads a number of digits, most significant first, after a minus sign if it is negative.
 *
 * \param X  The number. An empty string makes it empty.
 * \param radix  The radix of the digits, 2 to 16.
 * \param s  The string, ended by NUL.
 *
 * \return  0, MBEDTLS_ERR_MPI_INVALID_CHARACTER, MBEDTLS_ERR_MPI_ALLOC_FAILED without memory or beyond
 * MBEDTLS_MPI_MAX_LIMBS, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another radix or NULL.
 */
int mbedtls_mpi_read_string(struct mbedtls_mpi *X,
                            int radix,
                            const char *s);

/**
 * Writes a number in digits, capitals from ten on, after a minus sign if it is negative. In hexadecimal there is an
 * even number of digits.
 *
 * \param X  The number.
 * \param radix  The radix of the digits, 2 to 16.
 * \param buf,buflen  Where the digits go, and a NUL.
 * \param olen  Where it goes how many bytes were written, the NUL among them; or, if the buffer is too small, how many
 * are enough.
 *
 * \return  0, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another radix or NULL.
 */
int mbedtls_mpi_write_string(const struct mbedtls_mpi *X,
                             int radix,
                             char *buf,
                             size_t buflen,
                             size_t *olen);

/**
 * Reads a number from a line of a file: from the digits that the line ends with. A sign in front of them is not looked
 * at.
 *
 * \param X  The number.
 * \param radix  The radix of the digits, 2 to 16.
 * \param fin  The file, open for reading.
 *
 * \return  0, MBEDTLS_ERR_MPI_FILE_IO_ERROR, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if the line is too long, or as for
 * mbedtls_mpi_read_string().
 */
int mbedtls_mpi_read_file(struct mbedtls_mpi *X,
                          int radix,
                          FILE *fin);

/**
 * Writes a number to a file as a line, with carriage return and line feed.
 *
 * \param p  What the line begins with, ended by NUL; NULL for nothing.
 * \param X  The number.
 * \param radix  The radix of the digits, 2 to 16.
 * \param fout  The file, open for writing; NULL for the standard output.
 *
 * \return  0, MBEDTLS_ERR_MPI_FILE_IO_ERROR, MBEDTLS_ERR_MPI_BUFFER_TOO_SMALL if there are more than about
 * MBEDTLS_MPI_RW_BUFFER_SIZE digits, or MBEDTLS_ERR_MPI_BAD_INPUT_DATA for another radix or NULL.
 */
int mbedtls_mpi_write_file(const char *p,
                           const struct mbedtls_mpi *X,
                           int radix,
                           FILE *fout);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_BIGNUM_H */
