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

#if defined(MBEDTLS_X509_USE_C)
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

/** An ASN.1 value. */
typedef mbedtls_asn1_buf mbedtls_pkcs7_buf;

/** Who signed. */
typedef struct mbedtls_pkcs7_signer_info {
    /** Version: MBEDTLS_PKCS7_SUPPORTED_VERSION. */
    int MBEDTLS_PRIVATE(version);
    /** Serial number of the signer's certificate. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(serial);
    /** The issuer of that certificate. */
    mbedtls_x509_name MBEDTLS_PRIVATE(issuer);
    /** Its name as it was encoded. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(issuer_raw);
    /** Object identifier of the digest algorithm. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(alg_identifier);
    /** Object identifier of the signature algorithm, or of the key's. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig_alg_identifier);
    /** The signature. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    /** The next signer, or NULL. */
    struct mbedtls_pkcs7_signer_info *MBEDTLS_PRIVATE(next);
} mbedtls_pkcs7_signer_info;

/** Signed data. */
typedef struct mbedtls_pkcs7_signed_data {
    /** Version: MBEDTLS_PKCS7_SUPPORTED_VERSION. */
    int MBEDTLS_PRIVATE(version);
    /** Object identifier of the digest algorithm. */
    mbedtls_pkcs7_buf MBEDTLS_PRIVATE(digest_alg_identifiers);
    /** How many certificates there are: 0 or 1. */
    int MBEDTLS_PRIVATE(no_of_certs);
    /** The certificate. */
    mbedtls_x509_crt MBEDTLS_PRIVATE(certs);
    /** How many revocation lists there are: 0. */
    int MBEDTLS_PRIVATE(no_of_crls);
    /** Not used. */
    mbedtls_x509_crl MBEDTLS_PRIVATE(crl);
    /** How many signers there are. */
    int MBEDTLS_PRIVATE(no_of_signers);
    /** The signers. */
    struct mbedtls_pkcs7_signer_info MBEDTLS_PRIVATE(signers);
} mbedtls_pkcs7_signed_data;

/** A message. */
typedef struct mbedtls_pkcs7 {
    /** The DER encoding, which the buffers of `signed_data` point into. */
    mbedtls_pkcs7_buf MBEDTLS_PRIVATE(raw);
    /** The signed data. */
    struct mbedtls_pkcs7_signed_data MBEDTLS_PRIVATE(signed_data);
} mbedtls_pkcs7;

/** A distinguished name. */
typedef mbedtls_asn1_named_data mbedtls_pkcs7_name;

/** A linked list of ASN.1 values. */
typedef mbedtls_asn1_sequence mbedtls_pkcs7_sequence;

/**
 * Initialises a message. Must be called before any other function on it.
 *
 * \param pkcs7  The message; NULL is ignored.
 */
void mbedtls_pkcs7_init(struct mbedtls_pkcs7 *pkcs7);

/**
 * Frees what a message holds, and makes it empty: it can be used again.
 *
 * \param pkcs7  The message; NULL is ignored.
 */
void mbedtls_pkcs7_free(struct mbedtls_pkcs7 *pkcs7);

/**
 * Reads a message in DER: signed data without the data (a detached signature), with or without a ContentInfo around it
 * (RFC 2315 sections 7 and 9). It names one digest algorithm, has one certificate or none, no revocation lists, and
 * signers without attributes.
 *
 * \param pkcs7   The message. What it held is freed.
 * \param buf     The DER, copied.
 * \param buflen  Its length in bytes; nothing may follow.
 *
 * \return  `MBEDTLS_PKCS7_SIGNED_DATA`; or a negative code, and the message is empty:
 *          `MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE` for other kinds of messages, more than one digest algorithm or
 *          certificate, and data inside; `MBEDTLS_ERR_PKCS7_ALLOC_FAILED`; another `MBEDTLS_ERR_PKCS7_*`, to which the
 *          ASN.1 cause is added, or that alone, if it is malformed. `MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA` also for NULL,
 *          which leaves the message as it is.
 */
int mbedtls_pkcs7_parse_der(struct mbedtls_pkcs7 *pkcs7,
                            const unsigned char *buf,
                            size_t buflen);

/**
 * Verifies the signatures of a message with the key of a certificate, over data. The certificates inside the message
 * are not looked at, and whether `cert` is trusted is not either: only that it is valid today.
 *
 * \param pkcs7    The message.
 * \param cert     The certificate.
 * \param data     The data that was signed; not NULL.
 * \param datalen  Its length in bytes.
 *
 * \return  0 if one of the signers' signatures is good; `MBEDTLS_ERR_PKCS7_INVALID_CERT` if there is no signer;
 *          `MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID`; `MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA` for NULL; else what
 *          mbedtls_pk_verify() returned for the last signer.
 */
int mbedtls_pkcs7_signed_data_verify(struct mbedtls_pkcs7 *pkcs7,
                                     const mbedtls_x509_crt *cert,
                                     const unsigned char *data,
                                     size_t datalen);

/**
 * As mbedtls_pkcs7_signed_data_verify(), with the hash of the data.
 *
 * \param pkcs7    The message.
 * \param cert     The certificate.
 * \param hash     The data's hash, by the digest algorithm of the message.
 * \param hashlen  Its length in bytes.
 *
 * \return  As mbedtls_pkcs7_signed_data_verify(); `MBEDTLS_ERR_PKCS7_VERIFY_FAIL` for a hash of another length.
 */
int mbedtls_pkcs7_signed_hash_verify(struct mbedtls_pkcs7 *pkcs7,
                                     const mbedtls_x509_crt *cert,
                                     const unsigned char *hash,
                                     size_t hashlen);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_PKCS7_H */
