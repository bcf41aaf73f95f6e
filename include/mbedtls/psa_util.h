/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PSA_UTIL_H
#define MBEDTLS_PSA_UTIL_H

/** \file psa_util.h
 * Between the PSA interface and the rest.
 */
#include "mbedtls/build_info.h"
#include "psa/crypto.h"
#include "mbedtls/asn1write.h"
#include "mbedtls/ecp.h"
#include "mbedtls/md.h"

#include <stddef.h>

/** What goes with mbedtls_psa_get_random() as its first argument. */
#define MBEDTLS_PSA_RANDOM_STATE NULL

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Random bytes of the operating system, for whatever takes an `f_rng`.
 *
 * \param p_rng  Not looked at: MBEDTLS_PSA_RANDOM_STATE.
 * \param output,output_size  The buffer, of any size.
 *
 * \return  0, or MBEDTLS_ERR_ENTROPY_SOURCE_FAILED.
 */
int mbedtls_psa_get_random(void *p_rng, unsigned char *output, size_t output_size);

/**
 * Family and length of a curve.
 *
 * \param grpid  The curve.
 * \param bits  Gets its length in bits, 0 on failure.
 *
 * \return  The family, or 0 if the PSA interface does not have the curve.
 */
psa_ecc_family_t mbedtls_ecc_group_to_psa(mbedtls_ecp_group_id grpid, size_t *bits);

/**
 * The curve of a family and a length.
 *
 * \param family  The family.
 * \param bits  The length in bits.
 *
 * \return  The curve, or MBEDTLS_ECP_DP_NONE.
 */
mbedtls_ecp_group_id mbedtls_ecc_group_from_psa(psa_ecc_family_t family, size_t bits);

/**
 * The number that a hash function has in the PSA interface, whether there is it or not.
 *
 * \param md_type  The hash function, not MBEDTLS_MD_NONE.
 *
 * \return  PSA_ALG_*; PSA_ALG_NONE for MBEDTLS_MD_NONE.
 */
psa_algorithm_t mbedtls_md_psa_alg_from_type(mbedtls_md_type_t md_type);

/**
 * The hash function of a number of the PSA interface.
 *
 * \param psa_alg  The number.
 *
 * \return  The hash function; MBEDTLS_MD_NONE for a number that none has.
 */
mbedtls_md_type_t mbedtls_md_type_from_psa_alg(psa_algorithm_t psa_alg);

#if defined(MBEDTLS_X509_USE_C)
/**
 * Turns a signature of two numbers one after the other into its DER form.
 *
 * \param bits  Length of each number, in bits.
 * \param raw,raw_len  The signature.
 * \param der,der_size  Where the DER form goes; may be the same memory.
 * \param der_len  Gets its length.
 *
 * \return  0, MBEDTLS_ERR_ASN1_INVALID_DATA if a number is 0 or the lengths do not fit, or
 * MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, also for numbers longer than 521 bits.
 */
int mbedtls_ecdsa_raw_to_der(size_t bits,
                             const unsigned char *raw,
                             size_t raw_len,
                             unsigned char *der,
                             size_t der_size,
                             size_t *der_len);

/**
 * Turns the DER form of a signature into two numbers one after the other.
 *
 * \param bits  Length of each number, in bits.
 * \param der,der_len  The DER form, and nothing behind it.
 * \param raw,raw_size  Where the numbers go; may be the same memory.
 * \param raw_len  Gets their length.
 *
 * \return  0, MBEDTLS_ERR_ASN1_INVALID_DATA if a number is longer than `bits`, another MBEDTLS_ERR_ASN1_* code if it is
 * not DER, or MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, also for numbers longer than 521 bits.
 */
int mbedtls_ecdsa_der_to_raw(size_t bits,
                             const unsigned char *der,
                             size_t der_len,
                             unsigned char *raw,
                             size_t raw_size,
                             size_t *raw_len);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PSA_UTIL_H */
