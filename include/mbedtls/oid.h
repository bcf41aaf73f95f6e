/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_OID_H
#define MBEDTLS_OID_H

/** \file oid.h
 * Object identifiers.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/pk.h"
#include "mbedtls/cipher.h"
#include "mbedtls/md.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Most components of an object identifier. */
#define MBEDTLS_OID_MAX_COMPONENTS 128

/** The certificate has the extension authorityKeyIdentifier. */
#define MBEDTLS_OID_X509_EXT_AUTHORITY_KEY_IDENTIFIER 1

/** The certificate has the extension basicConstraints. */
#define MBEDTLS_OID_X509_EXT_BASIC_CONSTRAINTS 256

/** The certificate has the extension certificatePolicies. */
#define MBEDTLS_OID_X509_EXT_CERTIFICATE_POLICIES 8

/** The certificate has the extension cRLDistributionPoints. */
#define MBEDTLS_OID_X509_EXT_CRL_DISTRIBUTION_POINTS 4096

/** The certificate has the extension extKeyUsage. */
#define MBEDTLS_OID_X509_EXT_EXTENDED_KEY_USAGE 2048

/** The certificate has the extension freshestCRL. */
#define MBEDTLS_OID_X509_EXT_FRESHEST_CRL 16384

/** The certificate has the extension inhibitAnyPolicy. */
#define MBEDTLS_OID_X509_EXT_INIHIBIT_ANYPOLICY 8192

/** The certificate has the extension issuerAltName. */
#define MBEDTLS_OID_X509_EXT_ISSUER_ALT_NAME 64

/** The certificate has the extension keyUsage. */
#define MBEDTLS_OID_X509_EXT_KEY_USAGE 4

/** The certificate has the extension nameConstraints. */
#define MBEDTLS_OID_X509_EXT_NAME_CONSTRAINTS 512

/** The certificate has the extension nsCertType. */
#define MBEDTLS_OID_X509_EXT_NS_CERT_TYPE 65536

/** The certificate has the extension policyConstraints. */
#define MBEDTLS_OID_X509_EXT_POLICY_CONSTRAINTS 1024

/** The certificate has the extension policyMappings. */
#define MBEDTLS_OID_X509_EXT_POLICY_MAPPINGS 16

/** The certificate has the extension subjectAltName. */
#define MBEDTLS_OID_X509_EXT_SUBJECT_ALT_NAME 32

/** The certificate has the extension subjectDirectoryAttributes. */
#define MBEDTLS_OID_X509_EXT_SUBJECT_DIRECTORY_ATTRS 128

/** The certificate has the extension subjectKeyIdentifier. */
#define MBEDTLS_OID_X509_EXT_SUBJECT_KEY_IDENTIFIER 2

/** The output buffer is too small. */
#define MBEDTLS_ERR_OID_BUF_TOO_SMALL -0x000B

/** The object identifier is not known. */
#define MBEDTLS_ERR_OID_NOT_FOUND -0x002E

/** An object identifier with its names. */
typedef struct mbedtls_oid_descriptor_t {
    /** The identifier as DER has it, without tag and length. */
    const char *MBEDTLS_PRIVATE(asn1);
    /** Its length, in bytes. */
    size_t MBEDTLS_PRIVATE(asn1_len);
    /** Its short name, ended by NUL. */
    const char *MBEDTLS_PRIVATE(name);
    /** Its description, ended by NUL. */
    const char *MBEDTLS_PRIVATE(description);
} mbedtls_oid_descriptor_t;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_OID_H */
