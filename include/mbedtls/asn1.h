/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ASN1_H
#define MBEDTLS_ASN1_H

/** \file asn1.h
 * ASN.1: the types that values are handed out in, the tags, and a reader for DER.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/platform_util.h"
#include "mbedtls/bignum.h"

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Tag: BIT STRING. */
#define MBEDTLS_ASN1_BIT_STRING 3

/** Tag: BMPString. */
#define MBEDTLS_ASN1_BMP_STRING 30

/** Tag: BOOLEAN. */
#define MBEDTLS_ASN1_BOOLEAN 1

/** Tag bit: the value is made of other values. */
#define MBEDTLS_ASN1_CONSTRUCTED 32

/** Tag class: context-specific. */
#define MBEDTLS_ASN1_CONTEXT_SPECIFIC 128

/** Tag: ENUMERATED. */
#define MBEDTLS_ASN1_ENUMERATED 10

/** Tag: GeneralizedTime. */
#define MBEDTLS_ASN1_GENERALIZED_TIME 24

/** Tag: IA5String. */
#define MBEDTLS_ASN1_IA5_STRING 22

/** Tag: INTEGER. */
#define MBEDTLS_ASN1_INTEGER 2

/** Tag: NULL. */
#define MBEDTLS_ASN1_NULL 5

/** Tag: OCTET STRING. */
#define MBEDTLS_ASN1_OCTET_STRING 4

/** Tag: OBJECT IDENTIFIER. */
#define MBEDTLS_ASN1_OID 6

/** No tag bit: the value is not made of other values. */
#define MBEDTLS_ASN1_PRIMITIVE 0

/** Tag: PrintableString. */
#define MBEDTLS_ASN1_PRINTABLE_STRING 19

/** Tag: SEQUENCE (used with MBEDTLS_ASN1_CONSTRUCTED). */
#define MBEDTLS_ASN1_SEQUENCE 16

/** Tag: SET (used with MBEDTLS_ASN1_CONSTRUCTED). */
#define MBEDTLS_ASN1_SET 17

/** Tag: T61String (TeletexString). */
#define MBEDTLS_ASN1_T61_STRING 20

/** The bits of a tag that hold its class. */
#define MBEDTLS_ASN1_TAG_CLASS_MASK 192

/** The bit of a tag that tells primitive from constructed. */
#define MBEDTLS_ASN1_TAG_PC_MASK 32

/** The bits of a tag that hold its number. */
#define MBEDTLS_ASN1_TAG_VALUE_MASK 31

/** Tag: UniversalString. */
#define MBEDTLS_ASN1_UNIVERSAL_STRING 28

/** Tag: UTCTime. */
#define MBEDTLS_ASN1_UTC_TIME 23

/** Tag: UTF8String. */
#define MBEDTLS_ASN1_UTF8_STRING 12

/** The input ends inside a value. */
#define MBEDTLS_ERR_ASN1_OUT_OF_DATA -0x0060

/** Another tag was expected. */
#define MBEDTLS_ERR_ASN1_UNEXPECTED_TAG -0x0062

/** A length field cannot be right. */
#define MBEDTLS_ERR_ASN1_INVALID_LENGTH -0x0064

/** A value does not fill the length announced for it. */
#define MBEDTLS_ERR_ASN1_LENGTH_MISMATCH -0x0066

/** The encoding is malformed. */
#define MBEDTLS_ERR_ASN1_INVALID_DATA -0x0068

/** Out of memory. */
#define MBEDTLS_ERR_ASN1_ALLOC_FAILED -0x006A

/** The output buffer is too small. */
#define MBEDTLS_ERR_ASN1_BUF_TOO_SMALL -0x006C

/**
 * An ASN.1 value: its tag, and where its bytes are. The memory belongs to the structure that the value was parsed
 * from.
 */
typedef struct mbedtls_asn1_buf {
    /** The tag, such as MBEDTLS_ASN1_UTF8_STRING. */
    int tag;
    /** Number of bytes. */
    size_t len;
    /** The bytes; may be NULL if `len` is 0. */
    unsigned char *p;
} mbedtls_asn1_buf;

/** A BIT STRING. */
typedef struct mbedtls_asn1_bitstring {
    /** Number of bytes. */
    size_t len;
    /** Number of bits of the last byte that are not part of the value. */
    unsigned char unused_bits;
    /** The bytes. */
    unsigned char *p;
} mbedtls_asn1_bitstring;

/** A linked list of ASN.1 values. */
typedef struct mbedtls_asn1_sequence {
    /** The value of this entry. */
    struct mbedtls_asn1_buf buf;
    /** The next entry, or NULL. */
    struct mbedtls_asn1_sequence *next;
} mbedtls_asn1_sequence;

/** A linked list of values, each with the object identifier that names it: a distinguished name, for example. */
typedef struct mbedtls_asn1_named_data {
    /** What the value is. */
    struct mbedtls_asn1_buf oid;
    /** The value. */
    struct mbedtls_asn1_buf val;
    /** The next entry, or NULL. */
    struct mbedtls_asn1_named_data *next;
    /** Not 0 if the next entry belongs to the same set as this one (a multi-valued RDN). */
    unsigned char MBEDTLS_PRIVATE(next_merged);
} mbedtls_asn1_named_data;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ASN1_H */
