/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_X509_CRL_H
#define MBEDTLS_X509_CRL_H

/** \file x509_crl.h
 * Certificate revocation lists.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(MBEDTLS_X509_USE_C)
/** A revoked certificate. */
typedef struct mbedtls_x509_crl_entry {
    /** The entry as it was encoded. */
    mbedtls_x509_buf raw;
    /** Serial number of the revoked certificate. */
    mbedtls_x509_buf serial;
    /** When it was revoked. */
    mbedtls_x509_time revocation_date;
    /** Extensions of the entry. */
    mbedtls_x509_buf entry_ext;
    /** The next entry, or NULL. */
    struct mbedtls_x509_crl_entry *next;
} mbedtls_x509_crl_entry;

/** A certificate revocation list; several form a linked list. */
typedef struct mbedtls_x509_crl {
    /** The DER encoding. */
    mbedtls_x509_buf raw;
    /** The part that is signed. */
    mbedtls_x509_buf tbs;
    /** Version, 1 or 2; 0 while nothing is loaded. */
    int version;
    /** Object identifier of the signature algorithm. */
    mbedtls_x509_buf sig_oid;
    /** The issuer's name as it was encoded. */
    mbedtls_x509_buf issuer_raw;
    /** The issuer's name. */
    mbedtls_x509_name issuer;
    /** When the list was issued. */
    mbedtls_x509_time this_update;
    /** When the next one is to be issued. */
    mbedtls_x509_time next_update;
    /** The revoked certificates; the first has no `raw.len` if there are none. */
    struct mbedtls_x509_crl_entry entry;
    /** Extensions of the list. */
    mbedtls_x509_buf crl_ext;
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[7];
    /** The next list, or NULL. */
    struct mbedtls_x509_crl *next;
} mbedtls_x509_crl;

/**
 * Writes what a revocation list says, a line for each field and each revoked certificate.
 *
 * \param buf     Where to put the text.
 * \param size    Its size in bytes, the closing zero included.
 * \param prefix  Put before each line.
 * \param crl     The list.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit (as
 *          much as fits was written); another negative code for content that has no text, and for NULL.
 */
int mbedtls_x509_crl_info(char *buf,
                          size_t size,
                          const char *prefix,
                          const struct mbedtls_x509_crl *crl);

/**
 * Initialises a revocation list. Must be called before any other function on it, but for `mbedtls_x509_crl_free`.
 *
 * \param crl  The list; NULL is ignored.
 */
void mbedtls_x509_crl_init(struct mbedtls_x509_crl *crl);

/**
 * Frees a chain of lists: what each holds, and all lists but the first, which is wiped.
 *
 * \param crl  The chain; NULL is ignored.
 */
void mbedtls_x509_crl_free(struct mbedtls_x509_crl *crl);

/**
 * Parses one revocation list in DER and appends it to a chain.
 *
 * \param chain   The chain.
 * \param buf     The DER, copied.
 * \param buflen  Its length in bytes; nothing may follow the list.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; another `MBEDTLS_ERR_X509_*`, to which the ASN.1 cause is
 *          added, if it is malformed: the chain is then as it was.
 */
int mbedtls_x509_crl_parse_der(struct mbedtls_x509_crl *chain,
                               const unsigned char *buf,
                               size_t buflen);

/**
 * Parses revocation lists, one in DER or any number in PEM, and appends them to a chain.
 *
 * \param chain   The chain.
 * \param buf     The DER or the text, copied. Text must end with a zero byte.
 * \param buflen  Its length in bytes, the zero byte included.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; the code of the first list that cannot be parsed, with those
 *          before it in the chain. Text after a list that is no base64 is ignored.
 */
int mbedtls_x509_crl_parse(struct mbedtls_x509_crl *chain,
                           const unsigned char *buf,
                           size_t buflen);

/**
 * Loads revocation lists from a file and appends them to a chain.
 *
 * \param chain  The chain.
 * \param path   The file, in DER or PEM.
 *
 * \return  As `mbedtls_x509_crl_parse`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_x509_crl_parse_file(struct mbedtls_x509_crl *chain, const char *path);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_CRL_H */
