/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_ASN1WRITE_H
#define MBEDTLS_ASN1WRITE_H

/** \file asn1write.h
 * ASN.1: writing DER, from the back to the front.
 */
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"

/** Adds what `f` returns to `g`, or returns it, if it is an error, from a function that has an `int ret`. */
#define MBEDTLS_ASN1_CHK_ADD(g, f) \
    do { \
        if ((ret = (f)) < 0) { \
            return ret; \
        } else { \
            (g) += ret; \
        } \
    } while (0)

/** The same, but goes to the label `cleanup` on an error. */
#define MBEDTLS_ASN1_CHK_CLEANUP_ADD(g, f) \
    do { \
        if ((ret = (f)) < 0) { \
            goto cleanup; \
        } else { \
            (g) += ret; \
        } \
    } while (0)

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Writes a length.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param len    The length, below 2^32.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_INVALID_LENGTH`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`, and then
 *          nothing is written; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_len(unsigned char **p,
                           const unsigned char *start,
                           size_t len);

/**
 * Writes a tag.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param tag    The tag.
 *
 * \return  1; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_tag(unsigned char **p, const unsigned char *start, unsigned char tag);

/**
 * Writes bytes as they stand, without tag and length.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param buf    The bytes; may be NULL if there are none.
 * \param size   How many.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_raw_buffer(unsigned char **p,
                                  const unsigned char *start,
                                  const unsigned char *buf,
                                  size_t size);

/**
 * Writes a number as INTEGER.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param X      The number. Of a negative one, the digits without the sign are written.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_mpi(unsigned char **p,
                           const unsigned char *start,
                           const mbedtls_mpi *X);

/**
 * Writes a NULL.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 *
 * \return  2; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_null(unsigned char **p, const unsigned char *start);

/**
 * Writes an OBJECT IDENTIFIER.
 *
 * \param p        The place; moves to the first byte written.
 * \param start    The start of the buffer.
 * \param oid      Its content, such as `MBEDTLS_OID_AT_CN`.
 * \param oid_len  The length of that in bytes.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_oid(unsigned char **p,
                           const unsigned char *start,
                           const char *oid,
                           size_t oid_len);

/**
 * Writes an AlgorithmIdentifier.
 *
 * \param p        The place; moves to the first byte written.
 * \param start    The start of the buffer.
 * \param oid      The content of its object identifier.
 * \param oid_len  The length of that in bytes.
 * \param par_len  The length of the parameters, which are written already; 0 to write NULL for parameters.
 *
 * \return  The number of bytes written, the parameters included; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_algorithm_identifier(unsigned char **p,
                                            const unsigned char *start,
                                            const char *oid,
                                            size_t oid_len,
                                            size_t par_len);

/**
 * Writes an AlgorithmIdentifier with or without parameters.
 *
 * \param p        The place; moves to the first byte written.
 * \param start    The start of the buffer.
 * \param oid      The content of its object identifier.
 * \param oid_len  The length of that in bytes.
 * \param par_len  The length of the parameters, which are written already; 0 to write NULL for parameters.
 * \param has_par  0 for no parameters; `par_len` is not looked at then.
 *
 * \return  As mbedtls_asn1_write_algorithm_identifier().
 */
int mbedtls_asn1_write_algorithm_identifier_ext(unsigned char **p,
                                                const unsigned char *start,
                                                const char *oid,
                                                size_t oid_len,
                                                size_t par_len,
                                                int has_par);

/**
 * Writes a BOOLEAN.
 *
 * \param p        The place; moves to the first byte written.
 * \param start    The start of the buffer.
 * \param boolean  0 for false.
 *
 * \return  3; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_bool(unsigned char **p, const unsigned char *start, int boolean);

/**
 * Writes a small number as INTEGER.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param val    The number, which must not be negative.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_int(unsigned char **p,
                           const unsigned char *start,
                           int val);

/**
 * Writes a small number as ENUMERATED.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param val    The number, which must not be negative.
 *
 * \return  As mbedtls_asn1_write_int().
 */
int mbedtls_asn1_write_enum(unsigned char **p, const unsigned char *start, int val);

/**
 * Writes a string with a tag.
 *
 * \param p         The place; moves to the first byte written.
 * \param start     The start of the buffer.
 * \param tag       The tag, such as `MBEDTLS_ASN1_UTF8_STRING`.
 * \param text      The string, which need not end with a zero.
 * \param text_len  Its length in bytes.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_tagged_string(unsigned char **p,
                                     const unsigned char *start,
                                     int tag,
                                     const char *text,
                                     size_t text_len);

/**
 * Writes a PrintableString. Whether it is printable is not checked.
 *
 * \param p         The place; moves to the first byte written.
 * \param start     The start of the buffer.
 * \param text      The string, which need not end with a zero.
 * \param text_len  Its length in bytes.
 *
 * \return  As mbedtls_asn1_write_tagged_string().
 */
int mbedtls_asn1_write_printable_string(unsigned char **p,
                                        const unsigned char *start,
                                        const char *text,
                                        size_t text_len);

/**
 * Writes a UTF8String. Whether it is UTF-8 is not checked.
 *
 * \param p         The place; moves to the first byte written.
 * \param start     The start of the buffer.
 * \param text      The string, which need not end with a zero.
 * \param text_len  Its length in bytes.
 *
 * \return  As mbedtls_asn1_write_tagged_string().
 */
int mbedtls_asn1_write_utf8_string(unsigned char **p,
                                   const unsigned char *start,
                                   const char *text,
                                   size_t text_len);

/**
 * Writes an IA5String. Whether it is ASCII is not checked.
 *
 * \param p         The place; moves to the first byte written.
 * \param start     The start of the buffer.
 * \param text      The string, which need not end with a zero.
 * \param text_len  Its length in bytes.
 *
 * \return  As mbedtls_asn1_write_tagged_string().
 */
int mbedtls_asn1_write_ia5_string(unsigned char **p,
                                  const unsigned char *start,
                                  const char *text,
                                  size_t text_len);

/**
 * Writes a BIT STRING.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param buf    The bits, the first being the high bit of the first byte.
 * \param bits   How many.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_bitstring(unsigned char **p,
                                 const unsigned char *start,
                                 const unsigned char *buf,
                                 size_t bits);

/**
 * Writes a BIT STRING of named bits, which ends with the last bit that is set (X.690 section 11.2.2).
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param buf    The bits, the first being the high bit of the first byte.
 * \param bits   How many of them may be written.
 *
 * \return  As mbedtls_asn1_write_bitstring().
 */
int mbedtls_asn1_write_named_bitstring(unsigned char **p,
                                       const unsigned char *start,
                                       const unsigned char *buf,
                                       size_t bits);

/**
 * Writes an OCTET STRING.
 *
 * \param p      The place; moves to the first byte written.
 * \param start  The start of the buffer.
 * \param buf    The bytes; may be NULL if there are none.
 * \param size   How many.
 *
 * \return  The number of bytes written; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; `MBEDTLS_ERR_ASN1_INVALID_DATA` for NULL.
 */
int mbedtls_asn1_write_octet_string(unsigned char **p,
                                    const unsigned char *start,
                                    const unsigned char *buf,
                                    size_t size);

/**
 * Puts an entry into a list, or gives the one that is there another value.
 *
 * \param list     Where the first entry is named. A new one is put before it.
 * \param oid      The content of the object identifier, which is copied.
 * \param oid_len  Its length in bytes.
 * \param val      The value, which is copied. NULL leaves it as it is if it has this length already, and else zero, to be
 *                 filled by the program.
 * \param val_len  Its length in bytes.
 *
 * \return  The entry, whose tags the program sets; NULL without memory, and for NULL. The list is to be freed with
 *          mbedtls_asn1_free_named_data_list().
 */
mbedtls_asn1_named_data *mbedtls_asn1_store_named_data(mbedtls_asn1_named_data **list,
                                                       const char *oid,
                                                       size_t oid_len,
                                                       const unsigned char *val,
                                                       size_t val_len);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_ASN1WRITE_H */
