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
/** A chain that is being verified. A program only ever sees the name. */
typedef struct mbedtls_x509_crt_verify_chain mbedtls_x509_crt_verify_chain;
/** A certificate of it. A program only ever sees the name. */
typedef struct mbedtls_x509_crt_verify_chain_item mbedtls_x509_crt_verify_chain_item;

#if defined(MBEDTLS_X509_USE_C)
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

/** State of an operation that can be interrupted; none here can, so this is never more than a pointer. */
typedef void mbedtls_x509_crt_restart_ctx;

/**
 * Gives the trusted certificates that may have issued `child`, as a list on the heap that the library frees. Returns
 * 0, or an error code.
 */
typedef int (*mbedtls_x509_crt_ca_cb_t)(void *p_ctx,
                                        const struct mbedtls_x509_crt *child,
                                        struct mbedtls_x509_crt **candidate_cas);

/** A certificate to be written. */
typedef struct mbedtls_x509write_cert {
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[13];
} mbedtls_x509write_cert;

/**
 * Called for each certificate of a chain, from the trusted one down to the peer's: `depth` counts from the peer's,
 * `flags` are the MBEDTLS_X509_BADCERT_* found and may be changed. Returns 0, or an error code that ends the
 * verification.
 */
typedef int (*mbedtls_x509_verify_cb_t)(void *p_vrfy,
                                        struct mbedtls_x509_crt *crt,
                                        int depth,
                                        uint32_t *flags);

/** What is strong enough today: SHA-2, RSA from 2048 bits, all curves that are offered. */
extern const struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile_default;

/** What will be the default one day; the same as the default profile now. */
extern const struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile_next;

/** NSA suite B: ECDSA over P-256 and P-384 with SHA-256 and SHA-384. */
extern const struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile_suiteb;

/** Nothing is strong enough. */
extern const struct mbedtls_x509_crt_profile mbedtls_x509_crt_profile_none;

/**
 * Writes what a certificate says, a line for each field.
 *
 * \param buf     Where to put the text.
 * \param size    Its size in bytes, the closing zero included.
 * \param prefix  Put before each line.
 * \param crt     The certificate; NULL makes a text that says so.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit (as
 *          much as fits was written); another negative code for content that has no text, and for NULL.
 */
int mbedtls_x509_crt_info(char *buf,
                          size_t size,
                          const char *prefix,
                          const struct mbedtls_x509_crt *crt);

/**
 * Tells whether a certificate is that of an authority.
 *
 * \param crt  The certificate.
 *
 * \return  1 if its basicConstraints say so, 0 if they say that it is not;
 *          `MBEDTLS_ERR_X509_INVALID_EXTENSIONS` if it has none; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509_crt_get_ca_istrue(const struct mbedtls_x509_crt *crt);

/**
 * Initialises a certificate. Must be called before any other function on it, but for `mbedtls_x509_crt_free`.
 *
 * \param crt  The certificate; NULL is ignored.
 */
void mbedtls_x509_crt_init(struct mbedtls_x509_crt *crt);

/**
 * Frees a chain: what each certificate of it holds, and all certificates but the first, which is wiped.
 *
 * \param crt  The chain; NULL is ignored.
 */
void mbedtls_x509_crt_free(struct mbedtls_x509_crt *crt);

/**
 * Parses one certificate in DER and appends it to a chain.
 *
 * \param chain   The chain.
 * \param buf     The DER, copied.
 * \param buflen  Its length in bytes; what follows the certificate is ignored.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; another `MBEDTLS_ERR_X509_*`, to which the ASN.1 cause is
 *          added, if it is malformed: the chain is then as it was.
 */
int mbedtls_x509_crt_parse_der(struct mbedtls_x509_crt *chain,
                               const unsigned char *buf,
                               size_t buflen);

/**
 * Parses one certificate in DER that the application keeps, and appends it to a chain.
 *
 * \param chain   The chain.
 * \param buf     The DER. The buffers of the certificate point into it: it must stay as it is until the chain is freed.
 * \param buflen  Its length in bytes; what follows the certificate is ignored.
 *
 * \return  As `mbedtls_x509_crt_parse_der`.
 */
int mbedtls_x509_crt_parse_der_nocopy(struct mbedtls_x509_crt *chain,
                                      const unsigned char *buf,
                                      size_t buflen);

/**
 * Parses one certificate in DER, showing extensions that are not known to a callback, and appends it to a chain.
 *
 * \param chain      The chain.
 * \param buf        The DER.
 * \param buflen     Its length in bytes; what follows the certificate is ignored.
 * \param make_copy  Not 0 to copy the DER; 0: as `mbedtls_x509_crt_parse_der_nocopy`.
 * \param cb         Called for each extension that is not known, and for certificatePolicies with other policies than
 *                   anyPolicy, with the certificate, all of whose fields are set. What it returns for a critical
 *                   extension is returned if it is not 0. NULL: none.
 * \param p_ctx      Passed to it.
 *
 * \return  As `mbedtls_x509_crt_parse_der`, or what the callback returned: the chain is then as it was.
 */
int mbedtls_x509_crt_parse_der_with_ext_cb(struct mbedtls_x509_crt *chain,
                                           const unsigned char *buf,
                                           size_t buflen,
                                           int make_copy,
                                           mbedtls_x509_crt_ext_cb_t cb,
                                           void *p_ctx);

/**
 * Parses certificates, one in DER or any number in PEM, and appends them to a chain.
 *
 * \param chain   The chain.
 * \param buf     The DER or the text, copied. Text must end with a zero byte.
 * \param buflen  Its length in bytes, the zero byte included.
 *
 * \return  0 if all were parsed; the number of those that were not, if at least one was; a negative code, that of the
 *          first, if none was. An empty block ends it with its code; those before it are in the chain.
 */
int mbedtls_x509_crt_parse(struct mbedtls_x509_crt *chain,
                           const unsigned char *buf,
                           size_t buflen);

/**
 * Loads certificates from a file and appends them to a chain.
 *
 * \param chain  The chain.
 * \param path   The file, in DER or PEM.
 *
 * \return  As `mbedtls_x509_crt_parse`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_x509_crt_parse_file(struct mbedtls_x509_crt *chain, const char *path);

/**
 * Loads the certificates of all files of a folder (not of folders in it) and appends them to a chain.
 *
 * \param chain  The chain.
 * \param path   The folder.
 *
 * \return  0 if everything was parsed; the number of files and certificates that were not;
 *          `MBEDTLS_ERR_X509_FILE_IO_ERROR` if the folder cannot be read.
 */
int mbedtls_x509_crt_parse_path(struct mbedtls_x509_crt *chain,
                                const char *path);

/**
 * Whether a certificate has an extension.
 *
 * \param ctx       The certificate.
 * \param ext_type  `MBEDTLS_X509_EXT_*`.
 *
 * \return  Not 0 if it has.
 */
int mbedtls_x509_crt_has_ext_type(const struct mbedtls_x509_crt *ctx, int ext_type);

/**
 * Verifies a chain with a profile.
 *
 * \param crt       The chain: the certificate to verify, then others that may lead to a trusted one, in any order.
 * \param trust_ca  Trusted certificates; may be NULL: then nothing is trusted.
 * \param ca_crl    Revocation lists; may be NULL.
 * \param profile   What is strong enough.
 * \param cn        The name that the certificate must be for: a DNS name or an IP address; NULL: any.
 * \param flags     Set to 0, or to what was found: `MBEDTLS_X509_BADCERT_*` and `MBEDTLS_X509_BADCRL_*`.
 * \param f_vrfy    Called for each certificate of the path, from the root to the leaf, with its depth and flags, which
 *                  it may change; a nonzero return ends the verification and is returned. NULL: none.
 * \param p_vrfy    Passed to it.
 *
 * \return  0 if the chain is trusted; `MBEDTLS_ERR_X509_CERT_VERIFY_FAILED`: see `flags`; another negative code with
 *          all flags set if the verification came to no end.
 */
int mbedtls_x509_crt_verify_with_profile(struct mbedtls_x509_crt *crt,
                                         struct mbedtls_x509_crt *trust_ca,
                                         mbedtls_x509_crl *ca_crl,
                                         const struct mbedtls_x509_crt_profile *profile,
                                         const char *cn,
                                         uint32_t *flags,
                                         int (*f_vrfy)(void *p_vrfy,
                                                       struct mbedtls_x509_crt *crt,
                                                       int depth,
                                                       uint32_t *flags),
                                         void *p_vrfy);

/**
 * Verifies a chain with the default profile; see `mbedtls_x509_crt_verify_with_profile`.
 *
 * \param crt       The chain.
 * \param trust_ca  Trusted certificates.
 * \param ca_crl    Revocation lists.
 * \param cn        The name that the certificate must be for; NULL: any.
 * \param flags     Set to what was found.
 * \param f_vrfy    Called for each certificate. NULL: none.
 * \param p_vrfy    Passed to it.
 *
 * \return  As `mbedtls_x509_crt_verify_with_profile`.
 */
int mbedtls_x509_crt_verify(struct mbedtls_x509_crt *crt,
                            struct mbedtls_x509_crt *trust_ca,
                            mbedtls_x509_crl *ca_crl,
                            const char *cn,
                            uint32_t *flags,
                            int (*f_vrfy)(void *p_vrfy,
                                          struct mbedtls_x509_crt *crt,
                                          int depth,
                                          uint32_t *flags),
                            void *p_vrfy);

/**
 * Verifies a chain with a profile. The whole work is done at once: nothing here is ever in progress.
 *
 * \param crt       The chain.
 * \param trust_ca  Trusted certificates.
 * \param ca_crl    Revocation lists.
 * \param profile   What is strong enough.
 * \param cn        The name that the certificate must be for; NULL: any.
 * \param flags     Set to what was found.
 * \param f_vrfy    Called for each certificate. NULL: none.
 * \param p_vrfy    Passed to it.
 * \param rs_ctx   Not used.
 *
 * \return  As `mbedtls_x509_crt_verify_with_profile`.
 */
int mbedtls_x509_crt_verify_restartable(struct mbedtls_x509_crt *crt,
                                        struct mbedtls_x509_crt *trust_ca,
                                        mbedtls_x509_crl *ca_crl,
                                        const struct mbedtls_x509_crt_profile *profile,
                                        const char *cn,
                                        uint32_t *flags,
                                        int (*f_vrfy)(void *p_vrfy,
                                                      struct mbedtls_x509_crt *crt,
                                                      int depth,
                                                      uint32_t *flags),
                                        void *p_vrfy,
                                        mbedtls_x509_crt_restart_ctx *rs_ctx);

/**
 * Verifies a chain, asking a callback for the trusted certificates.
 *
 * \param crt      The chain.
 * \param f_ca_cb  Called for each step of the path, the leaf's first: makes a list of trusted certificates that may have
 *                 issued the one it is given (allocated by `mbedtls_calloc`, freed here, also if it fails), or NULL. It
 *                 is not called again once one of them has issued it.
 * \param p_ca_cb  Passed to it.
 * \param profile  What is strong enough.
 * \param cn       The name that the certificate must be for; NULL: any.
 * \param flags    Set to what was found.
 * \param f_vrfy   Called for each certificate. NULL: none.
 * \param p_vrfy   Passed to it.
 *
 * \return  As `mbedtls_x509_crt_verify_with_profile`; `MBEDTLS_ERR_X509_FATAL_ERROR` if `f_ca_cb` fails.
 */
int mbedtls_x509_crt_verify_with_ca_cb(struct mbedtls_x509_crt *crt,
                                       mbedtls_x509_crt_ca_cb_t f_ca_cb,
                                       void *p_ca_cb,
                                       const struct mbedtls_x509_crt_profile *profile,
                                       const char *cn,
                                       uint32_t *flags,
                                       int (*f_vrfy)(void *p_vrfy,
                                                     struct mbedtls_x509_crt *crt,
                                                     int depth,
                                                     uint32_t *flags),
                                       void *p_vrfy);

/**
 * Whether a certificate's keyUsage allows a use.
 *
 * \param crt    The certificate.
 * \param usage  `MBEDTLS_X509_KU_*` bits, all of which must be allowed. `ENCIPHER_ONLY` and `DECIPHER_ONLY` are
 *               restrictions that the certificate may have.
 *
 * \return  0 if it does (or has no keyUsage); `MBEDTLS_ERR_X509_BAD_INPUT_DATA` if not, or for NULL.
 */
int mbedtls_x509_crt_check_key_usage(const struct mbedtls_x509_crt *crt,
                                     uint32_t usage);

/**
 * Whether a certificate's extKeyUsage allows a purpose.
 *
 * \param crt        The certificate.
 * \param usage_oid  The content bytes of the purpose's object identifier, such as `MBEDTLS_OID_SERVER_AUTH`.
 * \param usage_len  Their number.
 *
 * \return  0 if it does (or has no extKeyUsage); `MBEDTLS_ERR_X509_BAD_INPUT_DATA` if not, or for NULL.
 */
int mbedtls_x509_crt_check_extended_key_usage(const struct mbedtls_x509_crt *crt,
                                              const char *usage_oid,
                                              size_t usage_len);

/**
 * Tells whether a revocation list names a certificate. Neither the list's signature nor its dates are looked at, nor
 * whether it is of the certificate's issuer: mbedtls_x509_crt_verify() does all that.
 *
 * \param crt  The certificate.
 * \param crl  The list: the first of a chain alone counts.
 *
 * \return  1 if it does; 0 if not, and for NULL.
 */
int mbedtls_x509_crt_is_revoked(const struct mbedtls_x509_crt *crt,
                                const mbedtls_x509_crl *crl);

/**
 * Writes what the flags of a verification mean, a line for each.
 *
 * \param buf     Where to put the text.
 * \param size    Its size in bytes, the closing zero included.
 * \param prefix  Put before each line.
 * \param flags   As `mbedtls_x509_crt_verify` sets them.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit
 *          (as much as fits was written); `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509_crt_verify_info(char *buf,
                                 size_t size,
                                 const char *prefix,
                                 uint32_t flags);

/**
 * Initialises a certificate to be written, of version 3. Must be called before any other function on it.
 *
 * \param ctx  The certificate; NULL is ignored.
 */
void mbedtls_x509write_crt_init(struct mbedtls_x509write_cert *ctx);

/**
 * Frees what a certificate to be written holds, and wipes it. The keys stay the application's.
 *
 * \param ctx  The certificate; NULL is ignored.
 */
void mbedtls_x509write_crt_free(struct mbedtls_x509write_cert *ctx);

/**
 * Sets the version.
 *
 * \param ctx      The certificate; NULL is ignored.
 * \param version  `MBEDTLS_X509_CRT_VERSION_1`, `_2` or `_3`. With any other mbedtls_x509write_crt_der() fails. Only
 *                 version 3 has extensions: with the others, those that are set are left out.
 */
void mbedtls_x509write_crt_set_version(struct mbedtls_x509write_cert *ctx,
                                       int version);

/**
 * Sets the serial number from a number.
 *
 * \param ctx     The certificate.
 * \param serial  The number, of which the sign is ignored.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or a number of more than 20 bytes.
 */
int mbedtls_x509write_crt_set_serial(struct mbedtls_x509write_cert *ctx, const mbedtls_mpi *serial);

/**
 * Sets the serial number from bytes.
 *
 * \param ctx         The certificate.
 * \param serial      The bytes, the most significant first. Zeros at the front are kept.
 * \param serial_len  How many, 20 at most.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or too many bytes.
 */
int mbedtls_x509write_crt_set_serial_raw(struct mbedtls_x509write_cert *ctx,
                                         unsigned char *serial,
                                         size_t serial_len);

/**
 * Sets from when to when the certificate is valid, both ends included.
 *
 * \param ctx         The certificate.
 * \param not_before  The first second, in UTC, as `YYYYMMDDhhmmss`.
 * \param not_after   The last second, likewise.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or anything but 14 digits. Whether such a date exists is not
 *          checked.
 */
int mbedtls_x509write_crt_set_validity(struct mbedtls_x509write_cert *ctx,
                                       const char *not_before,
                                       const char *not_after);

/**
 * Sets the name of the issuer.
 *
 * \param ctx          The certificate.
 * \param issuer_name  The name, such as `CN=Example CA,O=Example,C=DE`: the attributes in the order in which they are
 *                     written, each by its name (`CN`, `commonName`, `OU`, `emailAddress` and so on). In a value, a
 *                     backslash stands before a space, one of `,=+<>#;`, a quotation mark or a backslash, or before
 *                     two hexadecimal digits of a byte. A value may also be
 *                     `#` and its DER in hexadecimal, and must be if the attribute is given as `2.5.4.3`. An attribute
 *                     that comes twice counts once, with its last value.
 *
 * \return  0; `MBEDTLS_ERR_X509_INVALID_NAME`, and then the name is as it was; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for
 *          NULL.
 */
int mbedtls_x509write_crt_set_issuer_name(struct mbedtls_x509write_cert *ctx,
                                          const char *issuer_name);

/**
 * Sets the name of the subject.
 *
 * \param ctx           The certificate.
 * \param subject_name  The name, as mbedtls_x509write_crt_set_issuer_name() takes it.
 *
 * \return  As mbedtls_x509write_crt_set_issuer_name().
 */
int mbedtls_x509write_crt_set_subject_name(struct mbedtls_x509write_cert *ctx,
                                           const char *subject_name);

/**
 * Sets the key that the certificate is about.
 *
 * \param ctx  The certificate; NULL is ignored.
 * \param key  The key, public or private; not copied: it must stay until the certificate is written.
 */
void mbedtls_x509write_crt_set_subject_key(struct mbedtls_x509write_cert *ctx,
                                           mbedtls_pk_context *key);

/**
 * Sets the key that signs.
 *
 * \param ctx  The certificate; NULL is ignored.
 * \param key  The private key; not copied: it must stay until the certificate is written.
 */
void mbedtls_x509write_crt_set_issuer_key(struct mbedtls_x509write_cert *ctx,
                                          mbedtls_pk_context *key);

/**
 * Sets the hash function of the signature.
 *
 * \param ctx     The certificate; NULL is ignored.
 * \param md_alg  The hash function; without effect if the issuer's key is an Ed25519 key.
 */
void mbedtls_x509write_crt_set_md_alg(struct mbedtls_x509write_cert *ctx, mbedtls_md_type_t md_alg);

/**
 * Sets an extension of any kind. One that is set already gets the new value in its old place.
 *
 * \param ctx       The certificate.
 * \param oid       The content of its object identifier.
 * \param oid_len   The length of that in bytes.
 * \param critical  Not 0 if who does not understand the extension must refuse the certificate.
 * \param val       The DER of its value, which is copied.
 * \param val_len   The length of that in bytes.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_X509_ALLOC_FAILED` without memory.
 */
int mbedtls_x509write_crt_set_extension(struct mbedtls_x509write_cert *ctx,
                                        const char *oid,
                                        size_t oid_len,
                                        int critical,
                                        const unsigned char *val,
                                        size_t val_len);

/**
 * Sets basicConstraints: whether the subject may issue certificates. Critical if it may.
 *
 * \param ctx          The certificate.
 * \param is_ca        Not 0 if it may.
 * \param max_pathlen  How many authorities may stand below it, 127 at most; negative for no limit. Only if it may.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or a path that is too long.
 */
int mbedtls_x509write_crt_set_basic_constraints(struct mbedtls_x509write_cert *ctx,
                                                int is_ca,
                                                int max_pathlen);

/**
 * Sets keyUsage, critical: what the subject's key may be used for.
 *
 * \param ctx        The certificate.
 * \param key_usage  `MBEDTLS_X509_KU_*` bits.
 *
 * \return  0; `MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE` for other bits; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509write_crt_set_key_usage(struct mbedtls_x509write_cert *ctx,
                                        unsigned int key_usage);

/**
 * Sets extKeyUsage, critical: the purposes of the subject's key.
 *
 * \param ctx   The certificate.
 * \param exts  The purposes: the contents of object identifiers, each with the tag `MBEDTLS_ASN1_OID`; copied.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or another tag.
 */
int mbedtls_x509write_crt_set_ext_key_usage(struct mbedtls_x509write_cert *ctx,
                                            const mbedtls_asn1_sequence *exts);

/**
 * Sets Netscape's certificate type, which predates keyUsage.
 *
 * \param ctx           The certificate.
 * \param ns_cert_type  `MBEDTLS_X509_NS_CERT_TYPE_*` bits.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509write_crt_set_ns_cert_type(struct mbedtls_x509write_cert *ctx,
                                           unsigned char ns_cert_type);

/**
 * Sets subjectAltName: further names of the subject.
 *
 * \param ctx       The certificate.
 * \param san_list  The names, copied: rfc822Name, dNSName, uniformResourceIdentifier and iPAddress as they stand in
 *                  `unstructured_name`, and directoryName as a list of attributes. As in 3.6, they are written last to
 *                  first, attributes too. NULL makes an extension without a name.
 *
 * \return  0; `MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE` for another kind of name; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509write_crt_set_subject_alternative_name(struct mbedtls_x509write_cert *ctx,
                                                       const mbedtls_x509_san_list *san_list);

/**
 * Sets subjectKeyIdentifier from the subject's key, which must be set: the SHA-1 of it.
 *
 * \param ctx  The certificate.
 *
 * \return  0; a negative code for NULL or without a key.
 */
int mbedtls_x509write_crt_set_subject_key_identifier(struct mbedtls_x509write_cert *ctx);

/**
 * Sets authorityKeyIdentifier from the issuer's key, which must be set: the SHA-1 of it.
 *
 * \param ctx  The certificate.
 *
 * \return  0; a negative code for NULL or without a key.
 */
int mbedtls_x509write_crt_set_authority_key_identifier(struct mbedtls_x509write_cert *ctx);

/**
 * Signs a certificate and writes it in DER, at the END of a buffer.
 *
 * \param ctx     The certificate: validity, hash function and both keys must be set.
 * \param buf     The buffer.
 * \param size    Its size in bytes.
 * \param f_rng  Not needed: the system's randomness is used.
 * \param p_rng  Not needed.
 *
 * \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          `MBEDTLS_ERR_X509_INVALID_ALG` if the issuer's key is missing, cannot sign certificates, or is an RSA key that
 *          is set to the padding of PKCS #1 v2.1; `MBEDTLS_ERR_OID_NOT_FOUND` for a hash function that cannot be used
 *          with it; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL, without a validity, or a version that does not exist;
 *          what mbedtls_pk_sign() returns.
 */
int mbedtls_x509write_crt_der(struct mbedtls_x509write_cert *ctx,
                              unsigned char *buf,
                              size_t size,
                              mbedtls_f_rng_t *f_rng,
                              void *p_rng);

/**
 * Signs a certificate and writes it in PEM, as a string.
 *
 * \param ctx     The certificate.
 * \param buf     The buffer.
 * \param size    Its size in bytes, room for the closing zero included.
 * \param f_rng  Not needed.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`, or `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL` if there is not even room for
 *          the DER; another negative code as for mbedtls_x509write_crt_der().
 */
int mbedtls_x509write_crt_pem(struct mbedtls_x509write_cert *ctx,
                              unsigned char *buf,
                              size_t size,
                              mbedtls_f_rng_t *f_rng,
                              void *p_rng);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_CRT_H */
