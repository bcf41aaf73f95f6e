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

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_CRL_H */
