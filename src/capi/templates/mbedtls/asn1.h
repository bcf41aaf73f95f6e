/** \file asn1.h
 * ASN.1: the types that values are handed out in, the tags, and a reader for DER.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/bignum.h"

#include <stddef.h>
#include <string.h>

/** Whether a tag is one of the string types that names are made of. */
#define MBEDTLS_ASN1_IS_STRING_TAG(tag) \
    ((tag) == MBEDTLS_ASN1_UTF8_STRING || (tag) == MBEDTLS_ASN1_PRINTABLE_STRING || \
     (tag) == MBEDTLS_ASN1_IA5_STRING || (tag) == MBEDTLS_ASN1_T61_STRING || \
     (tag) == MBEDTLS_ASN1_BMP_STRING || (tag) == MBEDTLS_ASN1_UNIVERSAL_STRING)

/** The length of an object identifier that is given as a string literal. */
#define MBEDTLS_OID_SIZE(x) (sizeof(x) - 1)

/** Compares an object identifier, given as a string literal, with `oid_buf_len` bytes: 0 if they are the same, else 1. */
#define MBEDTLS_OID_CMP_RAW(oid_str, oid_buf, oid_buf_len) \
    ((oid_buf_len) != MBEDTLS_OID_SIZE(oid_str) || memcmp((oid_buf), (oid_str), MBEDTLS_OID_SIZE(oid_str)) != 0)

/** The same for what a pointer to a `mbedtls_asn1_buf` points to. */
#define MBEDTLS_OID_CMP(oid_str, oid_buf) MBEDTLS_OID_CMP_RAW(oid_str, (oid_buf)->p, (oid_buf)->len)

@declarations
@rust asn1.rs asn1/list.rs asn1/read.rs
