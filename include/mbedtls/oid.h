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

/* Parts that object identifiers are put together from. */
#define MBEDTLS_OID_ORGANIZATION "\x01" /**< A part of several. */
#define MBEDTLS_OID_ORG_DOD "\x06" /**< The US Department of Defense. */
#define MBEDTLS_OID_ORG_OIW "\x0e" /**< The OSI Implementors Workshop. */
#define MBEDTLS_OID_OIW_SECSIG "\x0e\x03" /**< Its security group. */
#define MBEDTLS_OID_OIW_SECSIG_ALG "\x0e\x03\x02" /**< Algorithms of that group. */
#define MBEDTLS_OID_OIW_SECSIG_SHA1 "\x0e\x03\x02\x1a" /**< SHA-1 among them. */
#define MBEDTLS_OID_ORG_TELETRUST "\x24" /**< TeleTrusT. */
#define MBEDTLS_OID_ORG_GOV "\x65" /**< The US government. */
#define MBEDTLS_OID_ORG_THAWTE "\x65" /**< Thawte. */
#define MBEDTLS_OID_ORG_CERTICOM "\x81\x04" /**< Certicom. */
#define MBEDTLS_OID_COUNTRY_US "\x86\x48" /**< The United States. */
#define MBEDTLS_OID_ORG_RSA_DATA_SECURITY "\x86\xf7\x0d" /**< RSA Data Security. */
#define MBEDTLS_OID_ORG_NETSCAPE "\x86\xf8\x42" /**< Netscape. */
#define MBEDTLS_OID_ORG_ANSI_X9_62 "\xce\x3d" /**< ANSI X9.62. */

/* Object identifiers, in the order of their numbers: the content that DER has for them. For their length there is
 * MBEDTLS_OID_SIZE(). */
#define MBEDTLS_OID_UID "\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x01" /**< 0.9.2342.19200300.100.1.1 */
#define MBEDTLS_OID_DOMAIN_COMPONENT "\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19" /**< 0.9.2342.19200300.100.1.25 */
#define MBEDTLS_OID_ISO_MEMBER_BODIES "\x2a" /**< 1.2 */
#define MBEDTLS_OID_ANSI_X9_62 "\x2a\x86\x48\xce\x3d" /**< 1.2.840.10045 */
#define MBEDTLS_OID_ANSI_X9_62_FIELD_TYPE "\x2a\x86\x48\xce\x3d\x01" /**< 1.2.840.10045.1 */
#define MBEDTLS_OID_ANSI_X9_62_PRIME_FIELD "\x2a\x86\x48\xce\x3d\x01\x01" /**< 1.2.840.10045.1.1 */
#define MBEDTLS_OID_EC_ALG_UNRESTRICTED "\x2a\x86\x48\xce\x3d\x02\x01" /**< 1.2.840.10045.2.1 */
#define MBEDTLS_OID_EC_GRP_SECP192R1 "\x2a\x86\x48\xce\x3d\x03\x01\x01" /**< 1.2.840.10045.3.1.1 */
#define MBEDTLS_OID_EC_GRP_SECP256R1 "\x2a\x86\x48\xce\x3d\x03\x01\x07" /**< 1.2.840.10045.3.1.7 */
#define MBEDTLS_OID_ANSI_X9_62_SIG "\x2a\x86\x48\xce\x3d\x04" /**< 1.2.840.10045.4 */
#define MBEDTLS_OID_ECDSA_SHA1 "\x2a\x86\x48\xce\x3d\x04\x01" /**< 1.2.840.10045.4.1 */
#define MBEDTLS_OID_ANSI_X9_62_SIG_SHA2 "\x2a\x86\x48\xce\x3d\x04\x03" /**< 1.2.840.10045.4.3 */
#define MBEDTLS_OID_ECDSA_SHA224 "\x2a\x86\x48\xce\x3d\x04\x03\x01" /**< 1.2.840.10045.4.3.1 */
#define MBEDTLS_OID_ECDSA_SHA256 "\x2a\x86\x48\xce\x3d\x04\x03\x02" /**< 1.2.840.10045.4.3.2 */
#define MBEDTLS_OID_ECDSA_SHA384 "\x2a\x86\x48\xce\x3d\x04\x03\x03" /**< 1.2.840.10045.4.3.3 */
#define MBEDTLS_OID_ECDSA_SHA512 "\x2a\x86\x48\xce\x3d\x04\x03\x04" /**< 1.2.840.10045.4.3.4 */
#define MBEDTLS_OID_RSA_COMPANY "\x2a\x86\x48\x86\xf7\x0d" /**< 1.2.840.113549 */
#define MBEDTLS_OID_PKCS "\x2a\x86\x48\x86\xf7\x0d\x01" /**< 1.2.840.113549.1 */
#define MBEDTLS_OID_PKCS1 "\x2a\x86\x48\x86\xf7\x0d\x01\x01" /**< 1.2.840.113549.1.1 */
#define MBEDTLS_OID_PKCS1_RSA "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01" /**< 1.2.840.113549.1.1.1 */
#define MBEDTLS_OID_PKCS1_MD5 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04" /**< 1.2.840.113549.1.1.4 */
#define MBEDTLS_OID_PKCS1_SHA1 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05" /**< 1.2.840.113549.1.1.5 */
#define MBEDTLS_OID_MGF1 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x08" /**< 1.2.840.113549.1.1.8 */
#define MBEDTLS_OID_RSASSA_PSS "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a" /**< 1.2.840.113549.1.1.10 */
#define MBEDTLS_OID_PKCS1_SHA256 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b" /**< 1.2.840.113549.1.1.11 */
#define MBEDTLS_OID_PKCS1_SHA384 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c" /**< 1.2.840.113549.1.1.12 */
#define MBEDTLS_OID_PKCS1_SHA512 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d" /**< 1.2.840.113549.1.1.13 */
#define MBEDTLS_OID_PKCS1_SHA224 "\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0e" /**< 1.2.840.113549.1.1.14 */
#define MBEDTLS_OID_PKCS5 "\x2a\x86\x48\x86\xf7\x0d\x01\x05" /**< 1.2.840.113549.1.5 */
#define MBEDTLS_OID_PKCS5_PBE_MD5_DES_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x03" /**< 1.2.840.113549.1.5.3 */
#define MBEDTLS_OID_PKCS5_PBE_MD5_RC2_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x06" /**< 1.2.840.113549.1.5.6 */
#define MBEDTLS_OID_PKCS5_PBE_SHA1_DES_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0a" /**< 1.2.840.113549.1.5.10 */
#define MBEDTLS_OID_PKCS5_PBE_SHA1_RC2_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0b" /**< 1.2.840.113549.1.5.11 */
#define MBEDTLS_OID_PKCS5_PBKDF2 "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0c" /**< 1.2.840.113549.1.5.12 */
#define MBEDTLS_OID_PKCS5_PBES2 "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0d" /**< 1.2.840.113549.1.5.13 */
#define MBEDTLS_OID_PKCS5_PBMAC1 "\x2a\x86\x48\x86\xf7\x0d\x01\x05\x0e" /**< 1.2.840.113549.1.5.14 */
#define MBEDTLS_OID_PKCS7 "\x2a\x86\x48\x86\xf7\x0d\x01\x07" /**< 1.2.840.113549.1.7 */
#define MBEDTLS_OID_PKCS7_DATA "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x01" /**< 1.2.840.113549.1.7.1 */
#define MBEDTLS_OID_PKCS7_SIGNED_DATA "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" /**< 1.2.840.113549.1.7.2 */
#define MBEDTLS_OID_PKCS7_ENVELOPED_DATA "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x03" /**< 1.2.840.113549.1.7.3 */
#define MBEDTLS_OID_PKCS7_SIGNED_AND_ENVELOPED_DATA "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x04" /**< 1.2.840.113549.1.7.4 */
#define MBEDTLS_OID_PKCS7_DIGESTED_DATA "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x05" /**< 1.2.840.113549.1.7.5 */
#define MBEDTLS_OID_PKCS7_ENCRYPTED_DATA "\x2a\x86\x48\x86\xf7\x0d\x01\x07\x06" /**< 1.2.840.113549.1.7.6 */
#define MBEDTLS_OID_PKCS9 "\x2a\x86\x48\x86\xf7\x0d\x01\x09" /**< 1.2.840.113549.1.9 */
#define MBEDTLS_OID_PKCS9_EMAIL "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01" /**< 1.2.840.113549.1.9.1 */
#define MBEDTLS_OID_PKCS9_CSR_EXT_REQ "\x2a\x86\x48\x86\xf7\x0d\x01\x09\x0e" /**< 1.2.840.113549.1.9.14 */
#define MBEDTLS_OID_PKCS12 "\x2a\x86\x48\x86\xf7\x0d\x01\x0c" /**< 1.2.840.113549.1.12 */
#define MBEDTLS_OID_PKCS12_PBE "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01" /**< 1.2.840.113549.1.12.1 */
#define MBEDTLS_OID_PKCS12_PBE_SHA1_DES3_EDE_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03" /**< 1.2.840.113549.1.12.1.3 */
#define MBEDTLS_OID_PKCS12_PBE_SHA1_DES2_EDE_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x04" /**< 1.2.840.113549.1.12.1.4 */
#define MBEDTLS_OID_PKCS12_PBE_SHA1_RC2_128_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x05" /**< 1.2.840.113549.1.12.1.5 */
#define MBEDTLS_OID_PKCS12_PBE_SHA1_RC2_40_CBC "\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x06" /**< 1.2.840.113549.1.12.1.6 */
#define MBEDTLS_OID_DIGEST_ALG_MD5 "\x2a\x86\x48\x86\xf7\x0d\x02\x05" /**< 1.2.840.113549.2.5 */
#define MBEDTLS_OID_HMAC_SHA1 "\x2a\x86\x48\x86\xf7\x0d\x02\x07" /**< 1.2.840.113549.2.7 */
#define MBEDTLS_OID_HMAC_SHA224 "\x2a\x86\x48\x86\xf7\x0d\x02\x08" /**< 1.2.840.113549.2.8 */
#define MBEDTLS_OID_HMAC_SHA256 "\x2a\x86\x48\x86\xf7\x0d\x02\x09" /**< 1.2.840.113549.2.9 */
#define MBEDTLS_OID_HMAC_SHA384 "\x2a\x86\x48\x86\xf7\x0d\x02\x0a" /**< 1.2.840.113549.2.10 */
#define MBEDTLS_OID_HMAC_SHA512 "\x2a\x86\x48\x86\xf7\x0d\x02\x0b" /**< 1.2.840.113549.2.11 */
#define MBEDTLS_OID_DES_EDE3_CBC "\x2a\x86\x48\x86\xf7\x0d\x03\x07" /**< 1.2.840.113549.3.7 */
#define MBEDTLS_OID_ISO_IDENTIFIED_ORG "\x2b" /**< 1.3 */
#define MBEDTLS_OID_INTERNET "\x2b\x06\x01" /**< 1.3.6.1 */
#define MBEDTLS_OID_WISUN_FAN "\x2b\x06\x01\x04\x01\x82\xe4\x25\x01" /**< 1.3.6.1.4.1.45605.1 */
#define MBEDTLS_OID_PKIX "\x2b\x06\x01\x05\x05\x07" /**< 1.3.6.1.5.5.7 */
#define MBEDTLS_OID_KP "\x2b\x06\x01\x05\x05\x07\x03" /**< 1.3.6.1.5.5.7.3 */
#define MBEDTLS_OID_SERVER_AUTH "\x2b\x06\x01\x05\x05\x07\x03\x01" /**< 1.3.6.1.5.5.7.3.1 */
#define MBEDTLS_OID_CLIENT_AUTH "\x2b\x06\x01\x05\x05\x07\x03\x02" /**< 1.3.6.1.5.5.7.3.2 */
#define MBEDTLS_OID_CODE_SIGNING "\x2b\x06\x01\x05\x05\x07\x03\x03" /**< 1.3.6.1.5.5.7.3.3 */
#define MBEDTLS_OID_EMAIL_PROTECTION "\x2b\x06\x01\x05\x05\x07\x03\x04" /**< 1.3.6.1.5.5.7.3.4 */
#define MBEDTLS_OID_TIME_STAMPING "\x2b\x06\x01\x05\x05\x07\x03\x08" /**< 1.3.6.1.5.5.7.3.8 */
#define MBEDTLS_OID_OCSP_SIGNING "\x2b\x06\x01\x05\x05\x07\x03\x09" /**< 1.3.6.1.5.5.7.3.9 */
#define MBEDTLS_OID_ON "\x2b\x06\x01\x05\x05\x07\x08" /**< 1.3.6.1.5.5.7.8 */
#define MBEDTLS_OID_ON_HW_MODULE_NAME "\x2b\x06\x01\x05\x05\x07\x08\x04" /**< 1.3.6.1.5.5.7.8.4 */
#define MBEDTLS_OID_HMAC_RIPEMD160 "\x2b\x06\x01\x05\x05\x08\x01\x04" /**< 1.3.6.1.5.5.8.1.4 */
#define MBEDTLS_OID_DES_CBC "\x2b\x0e\x03\x02\x07" /**< 1.3.14.3.2.7 */
#define MBEDTLS_OID_DIGEST_ALG_SHA1 "\x2b\x0e\x03\x02\x1a" /**< 1.3.14.3.2.26 */
#define MBEDTLS_OID_RSA_SHA_OBS "\x2b\x0e\x03\x02\x1d" /**< 1.3.14.3.2.29 */
#define MBEDTLS_OID_TELETRUST "\x2b\x24" /**< 1.3.36 */
#define MBEDTLS_OID_DIGEST_ALG_RIPEMD160 "\x2b\x24\x03\x02\x01" /**< 1.3.36.3.2.1 */
#define MBEDTLS_OID_EC_BRAINPOOL_V1 "\x2b\x24\x03\x03\x02\x08\x01\x01" /**< 1.3.36.3.3.2.8.1.1 */
#define MBEDTLS_OID_EC_GRP_BP256R1 "\x2b\x24\x03\x03\x02\x08\x01\x01\x07" /**< 1.3.36.3.3.2.8.1.1.7 */
#define MBEDTLS_OID_EC_GRP_BP384R1 "\x2b\x24\x03\x03\x02\x08\x01\x01\x0b" /**< 1.3.36.3.3.2.8.1.1.11 */
#define MBEDTLS_OID_EC_GRP_BP512R1 "\x2b\x24\x03\x03\x02\x08\x01\x01\x0d" /**< 1.3.36.3.3.2.8.1.1.13 */
#define MBEDTLS_OID_THAWTE "\x2b\x65" /**< 1.3.101 */
#define MBEDTLS_OID_X25519 "\x2b\x65\x6e" /**< 1.3.101.110 */
#define MBEDTLS_OID_X448 "\x2b\x65\x6f" /**< 1.3.101.111 */
#define MBEDTLS_OID_ED25519 "\x2b\x65\x70" /**< 1.3.101.112 */
#define MBEDTLS_OID_ED448 "\x2b\x65\x71" /**< 1.3.101.113 */
#define MBEDTLS_OID_CERTICOM "\x2b\x81\x04" /**< 1.3.132 */
#define MBEDTLS_OID_EC_GRP_SECP256K1 "\x2b\x81\x04\x00\x0a" /**< 1.3.132.0.10 */
#define MBEDTLS_OID_EC_GRP_SECP192K1 "\x2b\x81\x04\x00\x1f" /**< 1.3.132.0.31 */
#define MBEDTLS_OID_EC_GRP_SECP224K1 "\x2b\x81\x04\x00\x20" /**< 1.3.132.0.32 */
#define MBEDTLS_OID_EC_GRP_SECP224R1 "\x2b\x81\x04\x00\x21" /**< 1.3.132.0.33 */
#define MBEDTLS_OID_EC_GRP_SECP384R1 "\x2b\x81\x04\x00\x22" /**< 1.3.132.0.34 */
#define MBEDTLS_OID_EC_GRP_SECP521R1 "\x2b\x81\x04\x00\x23" /**< 1.3.132.0.35 */
#define MBEDTLS_OID_EC_ALG_ECDH "\x2b\x81\x04\x01\x0c" /**< 1.3.132.1.12 */
#define MBEDTLS_OID_ISO_CCITT_DS "\x55" /**< 2.5 */
#define MBEDTLS_OID_AT "\x55\x04" /**< 2.5.4 */
#define MBEDTLS_OID_AT_CN "\x55\x04\x03" /**< 2.5.4.3 */
#define MBEDTLS_OID_AT_SUR_NAME "\x55\x04\x04" /**< 2.5.4.4 */
#define MBEDTLS_OID_AT_SERIAL_NUMBER "\x55\x04\x05" /**< 2.5.4.5 */
#define MBEDTLS_OID_AT_COUNTRY "\x55\x04\x06" /**< 2.5.4.6 */
#define MBEDTLS_OID_AT_LOCALITY "\x55\x04\x07" /**< 2.5.4.7 */
#define MBEDTLS_OID_AT_STATE "\x55\x04\x08" /**< 2.5.4.8 */
#define MBEDTLS_OID_AT_ORGANIZATION "\x55\x04\x0a" /**< 2.5.4.10 */
#define MBEDTLS_OID_AT_ORG_UNIT "\x55\x04\x0b" /**< 2.5.4.11 */
#define MBEDTLS_OID_AT_TITLE "\x55\x04\x0c" /**< 2.5.4.12 */
#define MBEDTLS_OID_AT_POSTAL_ADDRESS "\x55\x04\x10" /**< 2.5.4.16 */
#define MBEDTLS_OID_AT_POSTAL_CODE "\x55\x04\x11" /**< 2.5.4.17 */
#define MBEDTLS_OID_AT_GIVEN_NAME "\x55\x04\x2a" /**< 2.5.4.42 */
#define MBEDTLS_OID_AT_INITIALS "\x55\x04\x2b" /**< 2.5.4.43 */
#define MBEDTLS_OID_AT_GENERATION_QUALIFIER "\x55\x04\x2c" /**< 2.5.4.44 */
#define MBEDTLS_OID_AT_UNIQUE_IDENTIFIER "\x55\x04\x2d" /**< 2.5.4.45 */
#define MBEDTLS_OID_AT_DN_QUALIFIER "\x55\x04\x2e" /**< 2.5.4.46 */
#define MBEDTLS_OID_AT_PSEUDONYM "\x55\x04\x41" /**< 2.5.4.65 */
#define MBEDTLS_OID_ID_CE "\x55\x1d" /**< 2.5.29 */
#define MBEDTLS_OID_SUBJECT_DIRECTORY_ATTRS "\x55\x1d\x09" /**< 2.5.29.9 */
#define MBEDTLS_OID_SUBJECT_KEY_IDENTIFIER "\x55\x1d\x0e" /**< 2.5.29.14 */
#define MBEDTLS_OID_KEY_USAGE "\x55\x1d\x0f" /**< 2.5.29.15 */
#define MBEDTLS_OID_PRIVATE_KEY_USAGE_PERIOD "\x55\x1d\x10" /**< 2.5.29.16 */
#define MBEDTLS_OID_SUBJECT_ALT_NAME "\x55\x1d\x11" /**< 2.5.29.17 */
#define MBEDTLS_OID_ISSUER_ALT_NAME "\x55\x1d\x12" /**< 2.5.29.18 */
#define MBEDTLS_OID_BASIC_CONSTRAINTS "\x55\x1d\x13" /**< 2.5.29.19 */
#define MBEDTLS_OID_CRL_NUMBER "\x55\x1d\x14" /**< 2.5.29.20 */
#define MBEDTLS_OID_NAME_CONSTRAINTS "\x55\x1d\x1e" /**< 2.5.29.30 */
#define MBEDTLS_OID_CRL_DISTRIBUTION_POINTS "\x55\x1d\x1f" /**< 2.5.29.31 */
#define MBEDTLS_OID_CERTIFICATE_POLICIES "\x55\x1d\x20" /**< 2.5.29.32 */
#define MBEDTLS_OID_ANY_POLICY "\x55\x1d\x20\x00" /**< 2.5.29.32.0 */
#define MBEDTLS_OID_POLICY_MAPPINGS "\x55\x1d\x21" /**< 2.5.29.33 */
#define MBEDTLS_OID_AUTHORITY_KEY_IDENTIFIER "\x55\x1d\x23" /**< 2.5.29.35 */
#define MBEDTLS_OID_POLICY_CONSTRAINTS "\x55\x1d\x24" /**< 2.5.29.36 */
#define MBEDTLS_OID_EXTENDED_KEY_USAGE "\x55\x1d\x25" /**< 2.5.29.37 */
#define MBEDTLS_OID_ANY_EXTENDED_KEY_USAGE "\x55\x1d\x25\x00" /**< 2.5.29.37.0 */
#define MBEDTLS_OID_FRESHEST_CRL "\x55\x1d\x2e" /**< 2.5.29.46 */
#define MBEDTLS_OID_INIHIBIT_ANYPOLICY "\x55\x1d\x36" /**< 2.5.29.54 */
#define MBEDTLS_OID_ISO_ITU_COUNTRY "\x60" /**< 2.16 */
#define MBEDTLS_OID_ISO_ITU_US_ORG "\x60\x86\x48\x01" /**< 2.16.840.1 */
#define MBEDTLS_OID_GOV "\x60\x86\x48\x01\x65" /**< 2.16.840.1.101 */
#define MBEDTLS_OID_NIST_ALG "\x60\x86\x48\x01\x65\x03\x04" /**< 2.16.840.1.101.3.4 */
#define MBEDTLS_OID_AES "\x60\x86\x48\x01\x65\x03\x04\x01" /**< 2.16.840.1.101.3.4.1 */
#define MBEDTLS_OID_AES_128_CBC "\x60\x86\x48\x01\x65\x03\x04\x01\x02" /**< 2.16.840.1.101.3.4.1.2 */
#define MBEDTLS_OID_AES128_KW "\x60\x86\x48\x01\x65\x03\x04\x01\x05" /**< 2.16.840.1.101.3.4.1.5 */
#define MBEDTLS_OID_AES128_KWP "\x60\x86\x48\x01\x65\x03\x04\x01\x08" /**< 2.16.840.1.101.3.4.1.8 */
#define MBEDTLS_OID_AES_192_CBC "\x60\x86\x48\x01\x65\x03\x04\x01\x16" /**< 2.16.840.1.101.3.4.1.22 */
#define MBEDTLS_OID_AES192_KW "\x60\x86\x48\x01\x65\x03\x04\x01\x19" /**< 2.16.840.1.101.3.4.1.25 */
#define MBEDTLS_OID_AES192_KWP "\x60\x86\x48\x01\x65\x03\x04\x01\x1c" /**< 2.16.840.1.101.3.4.1.28 */
#define MBEDTLS_OID_AES_256_CBC "\x60\x86\x48\x01\x65\x03\x04\x01\x2a" /**< 2.16.840.1.101.3.4.1.42 */
#define MBEDTLS_OID_AES256_KW "\x60\x86\x48\x01\x65\x03\x04\x01\x2d" /**< 2.16.840.1.101.3.4.1.45 */
#define MBEDTLS_OID_AES256_KWP "\x60\x86\x48\x01\x65\x03\x04\x01\x30" /**< 2.16.840.1.101.3.4.1.48 */
#define MBEDTLS_OID_DIGEST_ALG_SHA256 "\x60\x86\x48\x01\x65\x03\x04\x02\x01" /**< 2.16.840.1.101.3.4.2.1 */
#define MBEDTLS_OID_DIGEST_ALG_SHA384 "\x60\x86\x48\x01\x65\x03\x04\x02\x02" /**< 2.16.840.1.101.3.4.2.2 */
#define MBEDTLS_OID_DIGEST_ALG_SHA512 "\x60\x86\x48\x01\x65\x03\x04\x02\x03" /**< 2.16.840.1.101.3.4.2.3 */
#define MBEDTLS_OID_DIGEST_ALG_SHA224 "\x60\x86\x48\x01\x65\x03\x04\x02\x04" /**< 2.16.840.1.101.3.4.2.4 */
#define MBEDTLS_OID_DIGEST_ALG_SHA3_224 "\x60\x86\x48\x01\x65\x03\x04\x02\x07" /**< 2.16.840.1.101.3.4.2.7 */
#define MBEDTLS_OID_DIGEST_ALG_SHA3_256 "\x60\x86\x48\x01\x65\x03\x04\x02\x08" /**< 2.16.840.1.101.3.4.2.8 */
#define MBEDTLS_OID_DIGEST_ALG_SHA3_384 "\x60\x86\x48\x01\x65\x03\x04\x02\x09" /**< 2.16.840.1.101.3.4.2.9 */
#define MBEDTLS_OID_DIGEST_ALG_SHA3_512 "\x60\x86\x48\x01\x65\x03\x04\x02\x0a" /**< 2.16.840.1.101.3.4.2.10 */
#define MBEDTLS_OID_HMAC_SHA3_224 "\x60\x86\x48\x01\x65\x03\x04\x02\x0d" /**< 2.16.840.1.101.3.4.2.13 */
#define MBEDTLS_OID_HMAC_SHA3_256 "\x60\x86\x48\x01\x65\x03\x04\x02\x0e" /**< 2.16.840.1.101.3.4.2.14 */
#define MBEDTLS_OID_HMAC_SHA3_384 "\x60\x86\x48\x01\x65\x03\x04\x02\x0f" /**< 2.16.840.1.101.3.4.2.15 */
#define MBEDTLS_OID_HMAC_SHA3_512 "\x60\x86\x48\x01\x65\x03\x04\x02\x10" /**< 2.16.840.1.101.3.4.2.16 */
#define MBEDTLS_OID_NETSCAPE "\x60\x86\x48\x01\x86\xf8\x42" /**< 2.16.840.1.113730 */
#define MBEDTLS_OID_NS_CERT "\x60\x86\x48\x01\x86\xf8\x42\x01" /**< 2.16.840.1.113730.1 */
#define MBEDTLS_OID_NS_CERT_TYPE "\x60\x86\x48\x01\x86\xf8\x42\x01\x01" /**< 2.16.840.1.113730.1.1 */
#define MBEDTLS_OID_NS_BASE_URL "\x60\x86\x48\x01\x86\xf8\x42\x01\x02" /**< 2.16.840.1.113730.1.2 */
#define MBEDTLS_OID_NS_REVOCATION_URL "\x60\x86\x48\x01\x86\xf8\x42\x01\x03" /**< 2.16.840.1.113730.1.3 */
#define MBEDTLS_OID_NS_CA_REVOCATION_URL "\x60\x86\x48\x01\x86\xf8\x42\x01\x04" /**< 2.16.840.1.113730.1.4 */
#define MBEDTLS_OID_NS_RENEWAL_URL "\x60\x86\x48\x01\x86\xf8\x42\x01\x07" /**< 2.16.840.1.113730.1.7 */
#define MBEDTLS_OID_NS_CA_POLICY_URL "\x60\x86\x48\x01\x86\xf8\x42\x01\x08" /**< 2.16.840.1.113730.1.8 */
#define MBEDTLS_OID_NS_SSL_SERVER_NAME "\x60\x86\x48\x01\x86\xf8\x42\x01\x0c" /**< 2.16.840.1.113730.1.12 */
#define MBEDTLS_OID_NS_COMMENT "\x60\x86\x48\x01\x86\xf8\x42\x01\x0d" /**< 2.16.840.1.113730.1.13 */
#define MBEDTLS_OID_NS_DATA_TYPE "\x60\x86\x48\x01\x86\xf8\x42\x02" /**< 2.16.840.1.113730.2 */
#define MBEDTLS_OID_NS_CERT_SEQUENCE "\x60\x86\x48\x01\x86\xf8\x42\x02\x05" /**< 2.16.840.1.113730.2.5 */

#ifdef __cplusplus
extern "C" {
#endif

#if defined(MBEDTLS_X509_USE_C)
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

/**
 * Gives the short name of an attribute of a name, such as `CN`.
 *
 * \param oid  The object identifier.
 * \param short_name  Set to the name, which lives for ever.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_attr_short_name(const mbedtls_asn1_buf *oid, const char **short_name);

/**
 * Gives the bit of an extension.
 *
 * \param oid  The object identifier.
 * \param ext_type  Set to `MBEDTLS_X509_EXT_*`.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_x509_ext_type(const mbedtls_asn1_buf *oid, int *ext_type);

/**
 * Gives the text for a purpose of keys, such as `TLS Web Server Authentication`.
 *
 * \param oid  The object identifier.
 * \param desc  Set to the text, which lives for ever.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_extended_key_usage(const mbedtls_asn1_buf *oid, const char **desc);

/**
 * Gives the text for a policy.
 *
 * \param oid  The object identifier.
 * \param desc  Set to the text, which lives for ever.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_certificate_policies(const mbedtls_asn1_buf *oid, const char **desc);

/**
 * Gives the text for a signature algorithm, such as `RSA with SHA-256`.
 *
 * \param oid  The object identifier.
 * \param desc  Set to the text, which lives for ever.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_sig_alg_desc(const mbedtls_asn1_buf *oid, const char **desc);

/**
 * Gives hash function and kind of key of a signature algorithm.
 *
 * \param oid  The object identifier.
 * \param md_alg  Set to the hash function; to `MBEDTLS_MD_NONE` where parameters tell it.
 * \param pk_alg  Set to the kind of key.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_sig_alg(const mbedtls_asn1_buf *oid,
                            mbedtls_md_type_t *md_alg,
                            mbedtls_pk_type_t *pk_alg);

/**
 * Gives the object identifier of a signature algorithm.
 *
 * \param pk_alg  The kind of key.
 * \param md_alg  The hash function.
 * \param oid   Set to the content of the object identifier, which lives for ever.
 * \param olen  Set to its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
 */
int mbedtls_oid_get_oid_by_sig_alg(mbedtls_pk_type_t pk_alg,
                                   mbedtls_md_type_t md_alg,
                                   const char **oid,
                                   size_t *olen);

/**
 * Gives the kind of a key.
 *
 * \param oid  The object identifier.
 * \param pk_alg  Set to the kind.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_pk_alg(const mbedtls_asn1_buf *oid, mbedtls_pk_type_t *pk_alg);

/**
 * Gives the object identifier of a kind of keys.
 *
 * \param pk_alg  The kind.
 * \param oid   Set to the content of the object identifier, which lives for ever.
 * \param olen  Set to its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
 */
int mbedtls_oid_get_oid_by_pk_alg(mbedtls_pk_type_t pk_alg, const char **oid, size_t *olen);

/**
 * Gives a curve that is named by the parameters of a key.
 *
 * \param oid  The object identifier.
 * \param grp_id  Set to the curve.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_ec_grp(const mbedtls_asn1_buf *oid, mbedtls_ecp_group_id *grp_id);

/**
 * Gives the object identifier of a curve that is named by the parameters of a key.
 *
 * \param grp_id  The curve.
 * \param oid   Set to the content of the object identifier, which lives for ever.
 * \param olen  Set to its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
 */
int mbedtls_oid_get_oid_by_ec_grp(mbedtls_ecp_group_id grp_id, const char **oid, size_t *olen);

/**
 * Gives a curve that is a key's algorithm by itself: X25519 or X448.
 *
 * \param oid  The object identifier.
 * \param grp_id  Set to the curve.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_ec_grp_algid(const mbedtls_asn1_buf *oid, mbedtls_ecp_group_id *grp_id);

/**
 * Gives the object identifier of a curve that is a key's algorithm by itself.
 *
 * \param grp_id  The curve.
 * \param oid   Set to the content of the object identifier, which lives for ever.
 * \param olen  Set to its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
 */
int mbedtls_oid_get_oid_by_ec_grp_algid(mbedtls_ecp_group_id grp_id,
                                        const char **oid,
                                        size_t *olen);

/**
 * Gives a cipher.
 *
 * \param oid  The object identifier.
 * \param cipher_alg  Set to the cipher.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_cipher_alg(const mbedtls_asn1_buf *oid, mbedtls_cipher_type_t *cipher_alg);

/**
 * Gives a hash function.
 *
 * \param oid  The object identifier.
 * \param md_alg  Set to the hash function.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_md_alg(const mbedtls_asn1_buf *oid, mbedtls_md_type_t *md_alg);

/**
 * Gives the object identifier of a hash function.
 *
 * \param md_alg  The hash function.
 * \param oid   Set to the content of the object identifier, which lives for ever.
 * \param olen  Set to its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
 */
int mbedtls_oid_get_oid_by_md(mbedtls_md_type_t md_alg, const char **oid, size_t *olen);

/**
 * Gives the hash function of an HMAC.
 *
 * \param oid  The object identifier.
 * \param md_hmac  Set to the hash function.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_md_hmac(const mbedtls_asn1_buf *oid, mbedtls_md_type_t *md_hmac);

/**
 * Gives hash function and cipher of a way of PKCS #12 to encrypt with a password.
 *
 * \param oid  The object identifier.
 * \param md_alg  Set to the hash function.
 * \param cipher_alg  Set to the cipher.
 *
 * \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
 */
int mbedtls_oid_get_pkcs12_pbe_alg(const mbedtls_asn1_buf *oid,
                                   mbedtls_md_type_t *md_alg,
                                   mbedtls_cipher_type_t *cipher_alg);

/**
 * Writes an object identifier in the form `1.2.840`.
 *
 * \param buf   Where to put the text.
 * \param size  Its size in bytes, the closing zero included.
 * \param oid   The object identifier.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_OID_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_*` if the
 *          object identifier is malformed, or has a number of more than 32 bits, and for NULL.
 */
int mbedtls_oid_get_numeric_string(char *buf,
                                   size_t size,
                                   const mbedtls_asn1_buf *oid);

/**
 * Reads an object identifier in the form `1.2.840`.
 *
 * DEVIATION: a number of more than 32 bits is refused; 3.6 reads 4294967296 as 0.
 *
 * \param oid      Set to the object identifier; its bytes are allocated, to be freed with mbedtls_free(). On an error, it
 *                 holds nothing or is as it was.
 * \param oid_str  The text, which need not end with a zero. A dot at its end is allowed.
 * \param size     Its length in bytes.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_INVALID_DATA` for another text, a number of more than 32 bits, more than
 *          `MBEDTLS_OID_MAX_COMPONENTS` numbers, and for NULL; `MBEDTLS_ERR_ASN1_ALLOC_FAILED`.
 */
int mbedtls_oid_from_numeric_string(mbedtls_asn1_buf *oid,
                                    const char *oid_str,
                                    size_t size);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_OID_H */
