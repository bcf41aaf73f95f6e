/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_X509_CRT_H
#define MBEDTLS_X509_CRT_H

/** \file x509_crt.h
 * Certificates: reading, verifying, writing.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/x509.h"
#include "mbedtls/x509_crl.h"
#include "mbedtls/bignum.h"

/** The bit that stands for a hash, a kind of key or a curve in a `mbedtls_x509_crt_profile`. */
#define MBEDTLS_X509_ID_FLAG(id) (1 << ((id) - 1))

#ifdef __cplusplus
extern "C" {
#endif

/** Version 1, as mbedtls_x509write_crt_set_version() takes it. */
#define MBEDTLS_X509_CRT_VERSION_1 0

/** Version 2, as mbedtls_x509write_crt_set_version() takes it. */
#define MBEDTLS_X509_CRT_VERSION_2 1

/** Version 3, as mbedtls_x509write_crt_set_version() takes it. */
#define MBEDTLS_X509_CRT_VERSION_3 2

/** Longest path of a certificate file. */
#define MBEDTLS_X509_MAX_FILE_PATH_LEN 512

/** Longest chain, end-entity and root included. */
#define MBEDTLS_X509_MAX_VERIFY_CHAIN_SIZE 10

/** Longest serial number, in bytes (RFC 5280 section 4.1.2.2). */
#define MBEDTLS_X509_RFC5280_MAX_SERIAL_LEN 20

/** Length of a date as YYYYMMDDhhmmssZ. */
#define MBEDTLS_X509_RFC5280_UTC_TIME_LEN 15

/** A certificate; several form a linked list. */
typedef struct mbedtls_x509_crt {
    /** What the library keeps of its own: the converted form of the certificate, for example. */
    void *MBEDTLS_PRIVATE(inner);
    /** The DER encoding. */
    mbedtls_x509_buf raw;
    /** The part that is signed. */
    mbedtls_x509_buf tbs;
    /** Version, 1 to 3; 0 while nothing is loaded. */
    int version;
    /** Serial number. */
    mbedtls_x509_buf serial;
    /** Object identifier of the signature algorithm. */
    mbedtls_x509_buf sig_oid;
    /** The issuer's name as it was encoded. */
    mbedtls_x509_buf issuer_raw;
    /** The subject's name as it was encoded. */
    mbedtls_x509_buf subject_raw;
    /** The issuer's name. */
    mbedtls_x509_name issuer;
    /** The subject's name. */
    mbedtls_x509_name subject;
    /** Begin of the validity. */
    mbedtls_x509_time valid_from;
    /** End of the validity. */
    mbedtls_x509_time valid_to;
    /** The public key as it was encoded (SubjectPublicKeyInfo). */
    mbedtls_x509_buf pk_raw;
    /** The public key. */
    mbedtls_pk_context pk;
    /** issuerUniqueID. */
    mbedtls_x509_buf issuer_id;
    /** subjectUniqueID. */
    mbedtls_x509_buf subject_id;
    /** The extensions as they were encoded. */
    mbedtls_x509_buf v3_ext;
    /** subjectAltName: the GeneralNames, each with its tag. */
    mbedtls_x509_sequence subject_alt_names;
    /** subjectKeyIdentifier. */
    mbedtls_x509_buf subject_key_id;
    /** authorityKeyIdentifier. */
    mbedtls_x509_authority authority_key_id;
    /** certificatePolicies: the identifiers. */
    mbedtls_x509_sequence certificate_policies;
    /** Which extensions there are: MBEDTLS_X509_EXT_* bits. */
    int MBEDTLS_PRIVATE(ext_types);
    /** Not 0 if basicConstraints says that it is an authority. */
    int MBEDTLS_PRIVATE(ca_istrue);
    /** One more than the path length of basicConstraints; 0 if there is none. */
    int MBEDTLS_PRIVATE(max_pathlen);
    /** keyUsage: MBEDTLS_X509_KU_* bits. */
    unsigned int MBEDTLS_PRIVATE(key_usage);
    /** extKeyUsage: the identifiers. */
    mbedtls_x509_sequence ext_key_usage;
    /** nsCertType: MBEDTLS_X509_NS_CERT_TYPE_* bits. */
    unsigned char MBEDTLS_PRIVATE(ns_cert_type);
    /** The signature. */
    mbedtls_x509_buf MBEDTLS_PRIVATE(sig);
    /** Hash function of the signature. */
    mbedtls_md_type_t MBEDTLS_PRIVATE(sig_md);
    /** Kind of key of the signature. */
    mbedtls_pk_type_t MBEDTLS_PRIVATE(sig_pk);
    /** Parameters of the signature: a `mbedtls_pk_rsassa_pss_options`, or NULL. */
    void *MBEDTLS_PRIVATE(sig_opts);
    /** The next certificate, or NULL. */
    struct mbedtls_x509_crt *next;
} mbedtls_x509_crt;

/** What a certificate must fulfil to be trusted. */
typedef struct mbedtls_x509_crt_profile {
    /** Hash functions of signatures: MBEDTLS_X509_ID_FLAG() bits of `mbedtls_md_type_t`. */
    uint32_t allowed_mds;
    /** Kinds of keys: MBEDTLS_X509_ID_FLAG() bits of `mbedtls_pk_type_t`. */
    uint32_t allowed_pks;
    /** Curves: MBEDTLS_X509_ID_FLAG() bits of `mbedtls_ecp_group_id`. */
    uint32_t allowed_curves;
    /** Shortest RSA key, in bits. */
    uint32_t rsa_min_bitlen;
} mbedtls_x509_crt_profile;

/** A certificate to be written. */
typedef struct mbedtls_x509write_cert {
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[13];
} mbedtls_x509write_cert;

/**
 * Gives the trusted certificates that may have issued `child`, as a list on the heap that the library frees. Returns
 * 0, or an error code.
 */
typedef int (*mbedtls_x509_crt_ca_cb_t)(void *p_ctx,
                                        const struct mbedtls_x509_crt *child,
                                        struct mbedtls_x509_crt **candidate_cas);

/**
 * Looks at an extension that the parser does not know: its identifier, whether it is critical, and its value from `p`
 * to `end`. Returns 0 to accept it, or an error code.
 */
typedef int (*mbedtls_x509_crt_ext_cb_t)(void *p_ctx,
                                         const struct mbedtls_x509_crt *crt,
                                         const mbedtls_x509_buf *oid,
                                         int critical,
                                         const unsigned char *p,
                                         const unsigned char *end);

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_x509_crt_restart_ctx;

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_CRT_H */
