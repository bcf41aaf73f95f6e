/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_PKCS7_H
#define MBEDTLS_PKCS7_H

/** \file pkcs7.h
 * PKCS #7 signed data.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/x509_crt.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of signed data that is read. */
#define MBEDTLS_PKCS7_SUPPORTED_VERSION 1

/** The message is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_FORMAT -0x5300

/** This kind of message is not supported. */
#define MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE -0x5380

/** The version is malformed or unknown. */
#define MBEDTLS_ERR_PKCS7_INVALID_VERSION -0x5400

/** The content information is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_CONTENT_INFO -0x5480

/** The algorithm is malformed or unknown. */
#define MBEDTLS_ERR_PKCS7_INVALID_ALG -0x5500

/** The certificate is malformed or there are too many. */
#define MBEDTLS_ERR_PKCS7_INVALID_CERT -0x5580

/** The signature is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_SIGNATURE -0x5600

/** The information on a signer is malformed. */
#define MBEDTLS_ERR_PKCS7_INVALID_SIGNER_INFO -0x5680

/** An argument is invalid. */
#define MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA -0x5700

/** Out of memory. */
#define MBEDTLS_ERR_PKCS7_ALLOC_FAILED -0x5780

/** The signature does not verify. */
#define MBEDTLS_ERR_PKCS7_VERIFY_FAIL -0x5800

/** The certificate is not valid at this time. */
#define MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID -0x5880

/** What a message is. */
typedef enum mbedtls_pkcs7_type {
    /** Nothing. */
    MBEDTLS_PKCS7_NONE = 0,
    /** Plain data. */
    MBEDTLS_PKCS7_DATA = 1,
    /** Signed data. */
    MBEDTLS_PKCS7_SIGNED_DATA = 2,
    /** Enveloped data. */
    MBEDTLS_PKCS7_ENVELOPED_DATA = 3,
    /** Signed and enveloped data. */
    MBEDTLS_PKCS7_SIGNED_AND_ENVELOPED_DATA = 4,
    /** Digested data. */
    MBEDTLS_PKCS7_DIGESTED_DATA = 5,
    /** Encrypted data. */
    MBEDTLS_PKCS7_ENCRYPTED_DATA = 6
} mbedtls_pkcs7_type;

/** Who signed. */
typedef struct mbedtls_pkcs7_signer_info {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[25];
} mbedtls_pkcs7_signer_info;

/** Signed data. */
typedef struct mbedtls_pkcs7_signed_data {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[177];
} mbedtls_pkcs7_signed_data;

/** A message. */
typedef struct mbedtls_pkcs7 {
    /** Not to be touched. */
    uint64_t MBEDTLS_PRIVATE(reserved)[180];
} mbedtls_pkcs7;

/** An ASN.1 value. */
typedef mbedtls_asn1_buf mbedtls_pkcs7_buf;

/** A distinguished name. */
typedef mbedtls_asn1_named_data mbedtls_pkcs7_name;

/** A linked list of ASN.1 values. */
typedef mbedtls_asn1_sequence mbedtls_pkcs7_sequence;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PKCS7_H */
