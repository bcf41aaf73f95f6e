/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_X509_CSR_H
#define MBEDTLS_X509_CSR_H

/** \file x509_csr.h
 * Certificate requests.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A certificate request. */
typedef struct mbedtls_x509_csr {
    /** The DER encoding. */
    mbedtls_x509_buf raw;
    /** The part that is signed. */
    mbedtls_x509_buf cri;
    /** Version, 1; 0 while nothing is loaded. */
    int version;
    /** The subject's name as it was encoded. */
    mbedtls_x509_buf subject_raw;
    /** The subject's name. */
    mbedtls_x509_name subject;
    /** The public key. */
    mbedtls_pk_context pk;
    /** keyUsage: MBEDTLS_X509_KU_* bits. */
    unsigned int key_usage;
    /** nsCertType: MBEDTLS_X509_NS_CERT_TYPE_* bits. */
    unsigned char ns_cert_type;
    /** subjectAltName: the GeneralNames, each with its tag. */
    mbedtls_x509_sequence subject_alt_names;
    /** Which extensions there are: MBEDTLS_X509_EXT_* bits. */
    int MBEDTLS_PRIVATE(ext_types);
    /** Object identifier of the signature algorithm. */
    mbedtls_x509_buf sig_oid;
    /** The signature. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    /** Hash function of the signature. */
    mbedtls_md_type_t MBEDTLS_PRIVATE(sig_md);
    /** Kind of key of the signature. */
    mbedtls_pk_type_t MBEDTLS_PRIVATE(sig_pk);
    /** Parameters of the signature: a `mbedtls_pk_rsassa_pss_options`, or NULL. */
    void *MBEDTLS_PRIVATE(sig_opts);
} mbedtls_x509_csr;

/** A certificate request to be written. */
typedef struct mbedtls_x509write_csr {
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[3];
} mbedtls_x509write_csr;

/**
 * Looks at an extension that the parser does not know: its identifier, whether it is critical, and its value from `p`
 * to `end`. Returns 0 to accept it, or an error code.
 */
typedef int (*mbedtls_x509_csr_ext_cb_t)(void *p_ctx,
                                         const struct mbedtls_x509_csr *csr,
                                         const mbedtls_x509_buf *oid,
                                         int critical,
                                         const unsigned char *p,
                                         const unsigned char *end);

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_CSR_H */
