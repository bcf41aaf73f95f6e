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

/** A BIT STRING. */
typedef struct mbedtls_asn1_bitstring {
    /** Number of bytes. */
    size_t len;
    /** Number of bits of the last byte that are not part of the value. */
    unsigned char unused_bits;
    /** The bytes. */
    unsigned char *p;
} mbedtls_asn1_bitstring;

/**
 * Goes through a SEQUENCE OF, which must fill the data, and calls a function for each value.
 *
 * \param p              The place of the tag of the SEQUENCE; moves to its end, or on an error somewhere into it.
 * \param end            The end of the data.
 * \param tag_must_mask  The bits of each value's tag that are looked at,
 * \param tag_must_val   and what they must be.
 * \param tag_may_mask   The bits of each value's tag that decide whether `cb` is called,
 * \param tag_may_val    and what they must be for that.
 * \param cb             Called with `ctx`, the tag, and the value and its length. May be NULL.
 * \param ctx            Passed to `cb`.
 *
 * \return  0; what `cb` returned, if that is not 0; `MBEDTLS_ERR_ASN1_LENGTH_MISMATCH` if the SEQUENCE ends elsewhere;
 *          `MBEDTLS_ERR_ASN1_UNEXPECTED_TAG` for a tag that must not be; as mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_traverse_sequence_of(unsigned char **p,
                                      const unsigned char *end,
                                      unsigned char tag_must_mask,
                                      unsigned char tag_must_val,
                                      unsigned char tag_may_mask,
                                      unsigned char tag_may_val,
                                      int (*cb)(void *ctx, int tag, unsigned char *start, size_t len),
                                      void *ctx);

/**
 * Reads a SEQUENCE OF, which must fill the data, into a list.
 *
 * \param p    The place of its tag; moves to its end, or on an error somewhere into it.
 * \param end  The end of the data.
 * \param cur  The first node of the list, which is overwritten. The others are allocated; to be freed with
 *             mbedtls_asn1_sequence_free(), also after an error, from `cur->next` on.
 * \param tag  The tag that each value must have.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_ALLOC_FAILED`; as mbedtls_asn1_traverse_sequence_of().
 */
int mbedtls_asn1_get_sequence_of(unsigned char **p,
                                 const unsigned char *end,
                                 struct mbedtls_asn1_sequence *cur,
                                 int tag);

/**
 * Frees a list of values: every node, but not the values, which lie elsewhere.
 *
 * \param seq  The first node, which must have been allocated too; NULL is ignored.
 */
void mbedtls_asn1_sequence_free(struct mbedtls_asn1_sequence *seq);

/**
 * Finds an entry by its object identifier.
 *
 * \param list  The first entry; NULL for an empty list.
 * \param oid   The content of the object identifier.
 * \param len   Its length in bytes.
 *
 * \return  The first entry that has it, or NULL.
 */
const struct mbedtls_asn1_named_data *mbedtls_asn1_find_named_data(const struct mbedtls_asn1_named_data *list,
                                                                   const char *oid,
                                                                   size_t len);

/**
 * Frees what an entry holds, and zeroes it. The entry itself and those behind it stay.
 *
 * \param entry  The entry; NULL is ignored.
 */
void mbedtls_asn1_free_named_data(struct mbedtls_asn1_named_data *entry);

/**
 * Frees a list of entries with what they hold.
 *
 * \param head  Where the first entry is named; set to NULL. NULL is ignored.
 */
void mbedtls_asn1_free_named_data_list(struct mbedtls_asn1_named_data **head);

/**
 * Frees a list of entries, but not what they hold.
 *
 * \param name  The first entry; NULL is ignored.
 */
void mbedtls_asn1_free_named_data_list_shallow(struct mbedtls_asn1_named_data *name);

/**
 * Reads a length. At the end of a function that reads with a program's own pointers.
 *
 * \param p    The place of the length's first byte; moves behind it.
 * \param end  The end of the data.
 * \param len  Set to the length, also if there is less data than that.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_OUT_OF_DATA` if the data ends before; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` for an indefinite
 *          length or one of more than four bytes; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_get_len(unsigned char **p,
                         const unsigned char *end,
                         size_t *len);

/**
 * Reads a tag and a length.
 *
 * \param p    The place of the tag; moves to the first byte of the value, if the tag is right.
 * \param end  The end of the data.
 * \param len  Set to the length of the value.
 * \param tag  The tag that must be there, such as `MBEDTLS_ASN1_CONSTRUCTED | MBEDTLS_ASN1_SEQUENCE`.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_UNEXPECTED_TAG` for another tag; as mbedtls_asn1_get_len().
 */
int mbedtls_asn1_get_tag(unsigned char **p,
                         const unsigned char *end,
                         size_t *len,
                         int tag);

/**
 * Reads a BOOLEAN.
 *
 * \param p    The place of its tag; moves behind it.
 * \param end  The end of the data.
 * \param val  Set to 0 or 1.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` if it is not one byte long; as mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_bool(unsigned char **p,
                          const unsigned char *end,
                          int *val);

/**
 * Reads an INTEGER that is not negative and fits an `int`.
 *
 * \param p    The place of its tag; moves behind it.
 * \param end  The end of the data.
 * \param val  Set to the number.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` for any other number; as mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_int(unsigned char **p, const unsigned char *end, int *val);

/**
 * Reads an ENUMERATED that is not negative and fits an `int`.
 *
 * \param p    The place of its tag; moves behind it.
 * \param end  The end of the data.
 * \param val  Set to the number.
 *
 * \return  As mbedtls_asn1_get_int().
 */
int mbedtls_asn1_get_enum(unsigned char **p, const unsigned char *end, int *val);

/**
 * Reads an INTEGER of any size. It is never negative: a sign bit counts as a digit.
 *
 * \param p    The place of its tag; moves behind it.
 * \param end  The end of the data.
 * \param X    The number, initialised.
 *
 * \return  0; `MBEDTLS_ERR_MPI_ALLOC_FAILED`, also for one of more limbs than a number may have; as
 *          mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_mpi(unsigned char **p, const unsigned char *end, mbedtls_mpi *X);

/**
 * Reads a BIT STRING with which the data must end.
 *
 * \param p    The place of its tag; moves behind it.
 * \param end  The end of the data.
 * \param bs   Set to its bytes, which stay where they are, and the number of unused bits.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_OUT_OF_DATA` for one of no byte at all; `MBEDTLS_ERR_ASN1_INVALID_LENGTH` for more than
 *          seven unused bits; `MBEDTLS_ERR_ASN1_LENGTH_MISMATCH` if something follows; as mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_bitstring(unsigned char **p,
                               const unsigned char *end,
                               struct mbedtls_asn1_bitstring *bs);

/**
 * Reads the head of a BIT STRING of whole bytes.
 *
 * \param p    The place of its tag; moves to the first of its bytes.
 * \param end  The end of the data.
 * \param len  Set to the number of its bytes.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_INVALID_DATA` if it is empty or has unused bits; as mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_bitstring_null(unsigned char **p,
                                    const unsigned char *end,
                                    size_t *len);

/**
 * Reads an AlgorithmIdentifier: an object identifier and parameters.
 *
 * \param p       The place of its tag; moves behind it.
 * \param end     The end of the data.
 * \param alg     Set to the object identifier, which stays where it is.
 * \param params  Set to tag and value of the parameters, likewise; zeroed if there are none.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_LENGTH_MISMATCH` if something follows the parameters; as mbedtls_asn1_get_tag().
 */
int mbedtls_asn1_get_alg(unsigned char **p,
                         const unsigned char *end,
                         struct mbedtls_asn1_buf *alg,
                         struct mbedtls_asn1_buf *params);

/**
 * Reads an AlgorithmIdentifier that has no parameters, or NULL for parameters.
 *
 * \param p    The place of its tag; moves behind it.
 * \param end  The end of the data.
 * \param alg  Set to the object identifier, which stays where it is.
 *
 * \return  0; `MBEDTLS_ERR_ASN1_INVALID_DATA` for other parameters; as mbedtls_asn1_get_alg().
 */
int mbedtls_asn1_get_alg_null(unsigned char **p,
                              const unsigned char *end,
                              struct mbedtls_asn1_buf *alg);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ASN1_H */
