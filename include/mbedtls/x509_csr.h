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

#if defined(MBEDTLS_X509_USE_C)
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

/** A certificate request to be written. */
typedef struct mbedtls_x509write_csr {
    /** What the library keeps of its own. */
    void *MBEDTLS_PRIVATE(inner);
    /** Not to be touched. */
    size_t MBEDTLS_PRIVATE(reserved)[3];
} mbedtls_x509write_csr;

/**
 * Writes what a certificate request says, a line for each field.
 *
 * \param buf     Where to put the text.
 * \param size    Its size in bytes, the closing zero included.
 * \param prefix  Put before each line.
 * \param csr     The request.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit (as
 *          much as fits was written); another negative code for content that has no text, and for NULL.
 */
int mbedtls_x509_csr_info(char *buf,
                          size_t size,
                          const char *prefix,
                          const struct mbedtls_x509_csr *csr);

/**
 * Initialises a certificate request.
 *
 * \param csr  The request; NULL is ignored.
 */
void mbedtls_x509_csr_init(struct mbedtls_x509_csr *csr);

/**
 * Frees what a certificate request holds, and wipes it.
 *
 * \param csr  The request; NULL is ignored.
 */
void mbedtls_x509_csr_free(struct mbedtls_x509_csr *csr);

/**
 * Parses a certificate request in DER.
 *
 * \param csr     The request, which is initialised anew: one that holds something is to be freed before.
 * \param buf     The DER, copied.
 * \param buflen  Its length in bytes; nothing may follow the request.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL or no bytes; another `MBEDTLS_ERR_X509_*` or `MBEDTLS_ERR_PK_*`, to
 *          which the ASN.1 cause is added, if it is malformed: the request is then empty. Its signature is not checked.
 */
int mbedtls_x509_csr_parse_der(struct mbedtls_x509_csr *csr,
                               const unsigned char *buf,
                               size_t buflen);

/**
 * Parses a certificate request in DER, showing extensions that are not known to a callback.
 *
 * \param csr     The request, which is initialised anew.
 * \param buf     The DER, copied.
 * \param buflen  Its length in bytes; nothing may follow the request.
 * \param cb      Called for each extension that is not known, with the request, all of whose fields are set. What it
 *                returns for a critical extension is returned if it is not 0. NULL: none, and a critical extension that is
 *                not known is an error.
 * \param p_ctx   Passed to it.
 *
 * \return  As `mbedtls_x509_csr_parse_der`, or what the callback returned: the request is then empty.
 */
int mbedtls_x509_csr_parse_der_with_ext_cb(struct mbedtls_x509_csr *csr,
                                           const unsigned char *buf,
                                           size_t buflen,
                                           mbedtls_x509_csr_ext_cb_t cb,
                                           void *p_ctx);

/**
 * Parses a certificate request in DER or PEM.
 *
 * \param csr     The request, which is initialised anew.
 * \param buf     The DER or the text, copied. Text must end with a zero byte.
 * \param buflen  Its length in bytes, the zero byte included.
 *
 * \return  As `mbedtls_x509_csr_parse_der`; `MBEDTLS_ERR_PEM_*` for a block that is not base64.
 */
int mbedtls_x509_csr_parse(struct mbedtls_x509_csr *csr, const unsigned char *buf, size_t buflen);

/**
 * Loads a certificate request from a file.
 *
 * \param csr   The request, which is initialised anew.
 * \param path  The file, in DER or PEM.
 *
 * \return  As `mbedtls_x509_csr_parse`; `MBEDTLS_ERR_PK_FILE_IO_ERROR` if the file cannot be read.
 */
int mbedtls_x509_csr_parse_file(struct mbedtls_x509_csr *csr, const char *path);

/**
 * Initialises a certificate request to be written. Must be called before any other function on it.
 *
 * \param ctx  The request; NULL is ignored.
 */
void mbedtls_x509write_csr_init(struct mbedtls_x509write_csr *ctx);

/**
 * Frees what a certificate request to be written holds, and wipes it. The key stays the application's.
 *
 * \param ctx  The request; NULL is ignored.
 */
void mbedtls_x509write_csr_free(struct mbedtls_x509write_csr *ctx);

/**
 * Sets the name of the subject.
 *
 * \param ctx           The request.
 * \param subject_name  The name, as mbedtls_x509write_crt_set_issuer_name() takes it.
 *
 * \return  0; `MBEDTLS_ERR_X509_INVALID_NAME`, and then there is no name; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509write_csr_set_subject_name(struct mbedtls_x509write_csr *ctx,
                                           const char *subject_name);

/**
 * Sets the key that the request is about and that signs it.
 *
 * \param ctx  The request; NULL is ignored.
 * \param key  The private key; not copied: it must stay until the request is written.
 */
void mbedtls_x509write_csr_set_key(struct mbedtls_x509write_csr *ctx, mbedtls_pk_context *key);

/**
 * Sets the hash function of the signature.
 *
 * \param ctx     The request; NULL is ignored.
 * \param md_alg  The hash function; without effect if the key is an Ed25519 key.
 */
void mbedtls_x509write_csr_set_md_alg(struct mbedtls_x509write_csr *ctx, mbedtls_md_type_t md_alg);

/**
 * Asks for keyUsage, not critical.
 *
 * \param ctx        The request.
 * \param key_usage  `MBEDTLS_X509_KU_*` bits, without decipherOnly.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509write_csr_set_key_usage(struct mbedtls_x509write_csr *ctx, unsigned char key_usage);

/**
 * Asks for Netscape's certificate type, which predates keyUsage.
 *
 * \param ctx           The request.
 * \param ns_cert_type  `MBEDTLS_X509_NS_CERT_TYPE_*` bits.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509write_csr_set_ns_cert_type(struct mbedtls_x509write_csr *ctx,
                                           unsigned char ns_cert_type);

/**
 * Asks for subjectAltName: further names of the subject.
 *
 * \param ctx       The request.
 * \param san_list  The names, as mbedtls_x509write_crt_set_subject_alternative_name() takes them.
 *
 * \return  As mbedtls_x509write_crt_set_subject_alternative_name().
 */
int mbedtls_x509write_csr_set_subject_alternative_name(struct mbedtls_x509write_csr *ctx,
                                                       const mbedtls_x509_san_list *san_list);

/**
 * Asks for an extension of any kind. One that is set already gets the new value in its old place.
 *
 * \param ctx       The request.
 * \param oid       The content of its object identifier.
 * \param oid_len   The length of that in bytes.
 * \param critical  Not 0 if who does not understand the extension must refuse the request.
 * \param val       The DER of its value, which is copied.
 * \param val_len   The length of that in bytes.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_X509_ALLOC_FAILED` without memory.
 */
int mbedtls_x509write_csr_set_extension(struct mbedtls_x509write_csr *ctx,
                                        const char *oid,
                                        size_t oid_len,
                                        int critical,
                                        const unsigned char *val,
                                        size_t val_len);

/**
 * Signs a certificate request and writes it in DER, at the END of a buffer. What is before it is zeroed.
 *
 * \param ctx     The request: key and hash function must be set.
 * \param buf     The buffer.
 * \param size    Its size in bytes.
 * \param f_rng  Not needed: the system's randomness is used.
 * \param p_rng  Not needed.
 *
 * \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
 *          `MBEDTLS_ERR_MD_BAD_INPUT_DATA` without a hash function; `MBEDTLS_ERR_OID_NOT_FOUND` for one that cannot be used
 *          with the key; `MBEDTLS_ERR_X509_INVALID_ALG` if the key is missing or cannot sign, or is an RSA key that is set to
 *          the padding of PKCS #1 v2.1; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; what mbedtls_pk_sign() returns.
 */
int mbedtls_x509write_csr_der(struct mbedtls_x509write_csr *ctx,
                              unsigned char *buf,
                              size_t size,
                              mbedtls_f_rng_t *f_rng,
                              void *p_rng);

/**
 * Signs a certificate request and writes it in PEM, as a string.
 *
 * \param ctx     The request.
 * \param buf     The buffer.
 * \param size    Its size in bytes, room for the closing zero included.
 * \param f_rng  Not needed.
 * \param p_rng  Not needed.
 *
 * \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`, or `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL` if there is not even room for
 *          the DER; another negative code as for mbedtls_x509write_csr_der().
 */
int mbedtls_x509write_csr_pem(struct mbedtls_x509write_csr *ctx,
                              unsigned char *buf,
                              size_t size,
                              mbedtls_f_rng_t *f_rng,
                              void *p_rng);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_CSR_H */
