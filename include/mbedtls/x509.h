/* Rendered from src/capi by `cargo xtask headers`; changes belong there.
 * SPDX-License-Identifier: Apache-2.0 OR MIT */
#ifndef MBEDTLS_X509_H
#define MBEDTLS_X509_H

/** \file x509.h
 * What certificates, revocation lists and requests share.
 */
#include "mbedtls/private_access.h"
#include "mbedtls/build_info.h"
#include "mbedtls/asn1.h"
#include "mbedtls/pk.h"

#ifdef __cplusplus
extern "C" {
#endif

#if defined(MBEDTLS_X509_USE_C)
/** The certificate has the extension authorityKeyIdentifier. */
#define MBEDTLS_X509_EXT_AUTHORITY_KEY_IDENTIFIER 1

/** The certificate has the extension basicConstraints. */
#define MBEDTLS_X509_EXT_BASIC_CONSTRAINTS 256

/** The certificate has the extension certificatePolicies. */
#define MBEDTLS_X509_EXT_CERTIFICATE_POLICIES 8

/** The certificate has the extension cRLDistributionPoints. */
#define MBEDTLS_X509_EXT_CRL_DISTRIBUTION_POINTS 4096

/** The certificate has the extension extKeyUsage. */
#define MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE 2048

/** The certificate has the extension freshestCRL. */
#define MBEDTLS_X509_EXT_FRESHEST_CRL 16384

/** The certificate has the extension inhibitAnyPolicy. */
#define MBEDTLS_X509_EXT_INIHIBIT_ANYPOLICY 8192

/** The certificate has the extension issuerAltName. */
#define MBEDTLS_X509_EXT_ISSUER_ALT_NAME 64

/** The certificate has the extension keyUsage. */
#define MBEDTLS_X509_EXT_KEY_USAGE 4

/** The certificate has the extension nameConstraints. */
#define MBEDTLS_X509_EXT_NAME_CONSTRAINTS 512

/** The certificate has the extension nsCertType. */
#define MBEDTLS_X509_EXT_NS_CERT_TYPE 65536

/** The certificate has the extension policyConstraints. */
#define MBEDTLS_X509_EXT_POLICY_CONSTRAINTS 1024

/** The certificate has the extension policyMappings. */
#define MBEDTLS_X509_EXT_POLICY_MAPPINGS 16

/** The certificate has the extension subjectAltName. */
#define MBEDTLS_X509_EXT_SUBJECT_ALT_NAME 32

/** The certificate has the extension subjectDirectoryAttributes. */
#define MBEDTLS_X509_EXT_SUBJECT_DIRECTORY_ATTRS 128

/** The certificate has the extension subjectKeyIdentifier. */
#define MBEDTLS_X509_EXT_SUBJECT_KEY_IDENTIFIER 2

/** The data was DER. */
#define MBEDTLS_X509_FORMAT_DER 1

/** The data was PEM. */
#define MBEDTLS_X509_FORMAT_PEM 2

/** keyUsage bit `cRLSign`. */
#define MBEDTLS_X509_KU_CRL_SIGN 2

/** keyUsage bit `dataEncipherment`. */
#define MBEDTLS_X509_KU_DATA_ENCIPHERMENT 16

/** keyUsage bit `decipherOnly`. */
#define MBEDTLS_X509_KU_DECIPHER_ONLY 32768

/** keyUsage bit `digitalSignature`. */
#define MBEDTLS_X509_KU_DIGITAL_SIGNATURE 128

/** keyUsage bit `encipherOnly`. */
#define MBEDTLS_X509_KU_ENCIPHER_ONLY 1

/** keyUsage bit `keyAgreement`. */
#define MBEDTLS_X509_KU_KEY_AGREEMENT 8

/** keyUsage bit `keyCertSign`. */
#define MBEDTLS_X509_KU_KEY_CERT_SIGN 4

/** keyUsage bit `keyEncipherment`. */
#define MBEDTLS_X509_KU_KEY_ENCIPHERMENT 32

/** keyUsage bit `nonRepudiation`. */
#define MBEDTLS_X509_KU_NON_REPUDIATION 64

/** Longest attribute value of a name, in bytes. */
#define MBEDTLS_X509_MAX_DN_NAME_SIZE 256

/** Most intermediate certificates of a chain. */
#define MBEDTLS_X509_MAX_INTERMEDIATE_CA 8

/** nsCertType bit: email. */
#define MBEDTLS_X509_NS_CERT_TYPE_EMAIL 32

/** nsCertType bit: email CA. */
#define MBEDTLS_X509_NS_CERT_TYPE_EMAIL_CA 2

/** nsCertType bit: object signing. */
#define MBEDTLS_X509_NS_CERT_TYPE_OBJECT_SIGNING 16

/** nsCertType bit: object signing CA. */
#define MBEDTLS_X509_NS_CERT_TYPE_OBJECT_SIGNING_CA 1

/** nsCertType bit: reserved. */
#define MBEDTLS_X509_NS_CERT_TYPE_RESERVED 8

/** nsCertType bit: SSL CA. */
#define MBEDTLS_X509_NS_CERT_TYPE_SSL_CA 4

/** nsCertType bit: SSL client. */
#define MBEDTLS_X509_NS_CERT_TYPE_SSL_CLIENT 128

/** nsCertType bit: SSL server. */
#define MBEDTLS_X509_NS_CERT_TYPE_SSL_SERVER 64

/** GeneralName `directoryName` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_DIRECTORY_NAME 4

/** GeneralName `dNSName` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_DNS_NAME 2

/** GeneralName `ediPartyName` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_EDI_PARTY_NAME 5

/** GeneralName `iPAddress` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_IP_ADDRESS 7

/** GeneralName `otherName` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_OTHER_NAME 0

/** GeneralName `registeredID` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_REGISTERED_ID 8

/** GeneralName `rfc822Name` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_RFC822_NAME 1

/** GeneralName `uniformResourceIdentifier` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER 6

/** GeneralName `x400Address` (RFC 5280 section 4.2.1.6). */
#define MBEDTLS_X509_SAN_X400_ADDRESS_NAME 3

/** This part of X.509 is not available. */
#define MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE -0x2080

/** An object identifier is not known. */
#define MBEDTLS_ERR_X509_UNKNOWN_OID -0x2100

/** The structure is malformed. */
#define MBEDTLS_ERR_X509_INVALID_FORMAT -0x2180

/** The version is malformed. */
#define MBEDTLS_ERR_X509_INVALID_VERSION -0x2200

/** The serial number is malformed. */
#define MBEDTLS_ERR_X509_INVALID_SERIAL -0x2280

/** An algorithm identifier is malformed. */
#define MBEDTLS_ERR_X509_INVALID_ALG -0x2300

/** A name is malformed. */
#define MBEDTLS_ERR_X509_INVALID_NAME -0x2380

/** A date is malformed. */
#define MBEDTLS_ERR_X509_INVALID_DATE -0x2400

/** The signature is malformed. */
#define MBEDTLS_ERR_X509_INVALID_SIGNATURE -0x2480

/** An extension is malformed or not understood. */
#define MBEDTLS_ERR_X509_INVALID_EXTENSIONS -0x2500

/** The version is not supported. */
#define MBEDTLS_ERR_X509_UNKNOWN_VERSION -0x2580

/** The signature algorithm is not supported. */
#define MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG -0x2600

/** The signature algorithms inside and outside of the signed part differ. */
#define MBEDTLS_ERR_X509_SIG_MISMATCH -0x2680

/** The certificate is not trusted; the flags tell why. */
#define MBEDTLS_ERR_X509_CERT_VERIFY_FAILED -0x2700

/** The data is neither DER nor PEM of the expected kind. */
#define MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT -0x2780

/** An argument is invalid. */
#define MBEDTLS_ERR_X509_BAD_INPUT_DATA -0x2800

/** Out of memory. */
#define MBEDTLS_ERR_X509_ALLOC_FAILED -0x2880

/** A file or folder could not be read. */
#define MBEDTLS_ERR_X509_FILE_IO_ERROR -0x2900

/** The output buffer is too small. */
#define MBEDTLS_ERR_X509_BUFFER_TOO_SMALL -0x2980

/** The verification was ended by a callback or by a fault of its own. */
#define MBEDTLS_ERR_X509_FATAL_ERROR -0x3000

/** The key of the certificate is too short or of a curve that the profile refuses. */
#define MBEDTLS_X509_BADCERT_BAD_KEY 65536

/** The certificate is signed with a hash that the profile refuses. */
#define MBEDTLS_X509_BADCERT_BAD_MD 16384

/** The certificate is signed with a kind of key that the profile refuses. */
#define MBEDTLS_X509_BADCERT_BAD_PK 32768

/** The certificate is for another name. */
#define MBEDTLS_X509_BADCERT_CN_MISMATCH 4

/** The validity of the certificate is over. */
#define MBEDTLS_X509_BADCERT_EXPIRED 1

/** extendedKeyUsage does not allow this use. */
#define MBEDTLS_X509_BADCERT_EXT_KEY_USAGE 4096

/** The validity of the certificate has not begun. */
#define MBEDTLS_X509_BADCERT_FUTURE 512

/** keyUsage does not allow this use. */
#define MBEDTLS_X509_BADCERT_KEY_USAGE 2048

/** The peer sent no certificate. */
#define MBEDTLS_X509_BADCERT_MISSING 64

/** No path leads from the certificate to a trusted one. */
#define MBEDTLS_X509_BADCERT_NOT_TRUSTED 8

/** nsCertType does not allow this use. */
#define MBEDTLS_X509_BADCERT_NS_CERT_TYPE 8192

/** Another reason, set by us or by a verify callback. */
#define MBEDTLS_X509_BADCERT_OTHER 256

/** The certificate is revoked. */
#define MBEDTLS_X509_BADCERT_REVOKED 2

/** The certificate was not verified. */
#define MBEDTLS_X509_BADCERT_SKIP_VERIFY 128

/** The list is signed with a key that the profile refuses. */
#define MBEDTLS_X509_BADCRL_BAD_KEY 524288

/** The list is signed with a hash that the profile refuses. */
#define MBEDTLS_X509_BADCRL_BAD_MD 131072

/** The list is signed with a kind of key that the profile refuses. */
#define MBEDTLS_X509_BADCRL_BAD_PK 262144

/** The revocation list is out of date. */
#define MBEDTLS_X509_BADCRL_EXPIRED 32

/** The revocation list is from the future. */
#define MBEDTLS_X509_BADCRL_FUTURE 1024

/** The revocation list is not signed by the issuer. */
#define MBEDTLS_X509_BADCRL_NOT_TRUSTED 16

/** An ASN.1 value. */
typedef mbedtls_asn1_buf mbedtls_x509_buf;

/** A hardwareModuleName (RFC 4108 section 5). */
typedef struct mbedtls_x509_san_hardware_module_name {
    /** Object identifier of the kind of hardware. */
    mbedtls_x509_buf oid;
    /** Serial number of the module. */
    mbedtls_x509_buf val;
} mbedtls_x509_san_hardware_module_name;

/** The value of an otherName. */
typedef union mbedtls_x509_san_other_name_value {
    /** A hardwareModuleName. */
    struct mbedtls_x509_san_hardware_module_name hardware_module_name;
} mbedtls_x509_san_other_name_value;

/** A GeneralName of the kind otherName (RFC 5280 section 4.2.1.6). */
typedef struct mbedtls_x509_san_other_name {
    /** Object identifier that tells what the value is; only hardwareModuleName is known. */
    mbedtls_x509_buf type_id;
    /** The value. */
    union mbedtls_x509_san_other_name_value value;
} mbedtls_x509_san_other_name;

/** A distinguished name: a linked list of its attributes, in the order of the encoding. */
typedef mbedtls_asn1_named_data mbedtls_x509_name;

/** The value of a GeneralName. */
typedef union mbedtls_x509_san_value {
    /** For MBEDTLS_X509_SAN_OTHER_NAME. */
    struct mbedtls_x509_san_other_name other_name;
    /** For MBEDTLS_X509_SAN_DIRECTORY_NAME. */
    mbedtls_x509_name directory_name;
    /** For the kinds that are text or bytes. */
    mbedtls_x509_buf unstructured_name;
} mbedtls_x509_san_value;

/** A GeneralName, as subjectAltName holds them (RFC 5280 section 4.2.1.6). */
typedef struct mbedtls_x509_subject_alternative_name {
    /** Kind of name, such as MBEDTLS_X509_SAN_DNS_NAME. */
    int type;
    /** The name. */
    union mbedtls_x509_san_value san;
} mbedtls_x509_subject_alternative_name;

/** A date and time, UTC. */
typedef struct mbedtls_x509_time {
    /** Year, all digits. */
    int year;
    /** Month, 1 to 12. */
    int mon;
    /** Day, 1 to 31. */
    int day;
    /** Hour, 0 to 23. */
    int hour;
    /** Minute, 0 to 59. */
    int min;
    /** Second, 0 to 59. */
    int sec;
} mbedtls_x509_time;

/** A linked list of ASN.1 values. */
typedef mbedtls_asn1_sequence mbedtls_x509_sequence;

/** The extension authorityKeyIdentifier (RFC 5280 section 4.2.1.1). */
typedef struct mbedtls_x509_authority {
    /** Key identifier. */
    mbedtls_x509_buf keyIdentifier;
    /** Names of the issuer of the authority's certificate. */
    mbedtls_x509_sequence authorityCertIssuer;
    /** Serial number of the authority's certificate. */
    mbedtls_x509_buf authorityCertSerialNumber;
    /** The whole extension. */
    mbedtls_x509_buf raw;
} mbedtls_x509_authority;

/** A linked list of GeneralNames. */
typedef struct mbedtls_x509_san_list {
    /** The name of this entry. */
    struct mbedtls_x509_subject_alternative_name node;
    /** The next entry, or NULL. */
    struct mbedtls_x509_san_list *next;
} mbedtls_x509_san_list;

/** A BIT STRING. */
typedef mbedtls_asn1_bitstring mbedtls_x509_bitstring;

/**
 * Takes an entry of subjectAltName apart.
 *
 * \param san_buf  The entry, as it stands in the `subject_alt_names` of a certificate, which must live as long as the
 *                 result is used.
 * \param san      Filled with the kind and the name. To be freed with mbedtls_x509_free_subject_alt_name().
 *
 * \return  0; `MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE` for kinds that are not taken apart; another negative code if the entry
 *          is malformed, and for NULL.
 */
int mbedtls_x509_parse_subject_alt_name(const mbedtls_x509_buf *san_buf,
                                        struct mbedtls_x509_subject_alternative_name *san);

/**
 * Frees what mbedtls_x509_parse_subject_alt_name() made, but not the structure itself.
 *
 * \param san  The name; NULL is ignored.
 */
void mbedtls_x509_free_subject_alt_name(struct mbedtls_x509_subject_alternative_name *san);

/**
 * Reads a name such as `CN=Name,O=Company,C=NL` into a list of attributes, the last of them first.
 *
 * \param head  Where the first entry is named; NULL before the call. To be freed with
 *              mbedtls_asn1_free_named_data_list(). On an error there is nothing to be freed.
 * \param name  The name, in the form that mbedtls_x509write_crt_set_subject_name() takes.
 *
 * \return  0; `MBEDTLS_ERR_X509_INVALID_NAME`; `MBEDTLS_ERR_X509_ALLOC_FAILED`; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL,
 *          and if there is a list already.
 */
int mbedtls_x509_string_to_names(mbedtls_asn1_named_data **head,
                                 const char *name);

/**
 * Reads an IP address in text.
 *
 * \param cn   The text.
 * \param dst  Set to the address, of 4 or 16 bytes.
 *
 * \return  4 or 16; 0 if it is none, and for NULL.
 */
size_t mbedtls_x509_crt_parse_cn_inet_pton(const char *cn, void *dst);

/**
 * Writes a distinguished name as text, such as `C=NL, O=Company, CN=Name`.
 *
 * \param buf   Where to put the text.
 * \param size  Its size in bytes, the closing zero included.
 * \param dn    The name, as it stands in a certificate.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit, or a
 *          value is longer than `MBEDTLS_X509_MAX_DN_NAME_SIZE` allows; `MBEDTLS_ERR_X509_INVALID_NAME` if a value
 *          holds a zero byte; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509_dn_gets(char *buf,
                         size_t size,
                         const mbedtls_x509_name *dn);

/**
 * Gives the next attribute of a name that begins an RDN: those merged with `dn` are passed over.
 *
 * \param dn  An attribute of a name.
 *
 * \return  The first attribute of the next RDN; NULL if there is none, or for NULL.
 */
mbedtls_x509_name *mbedtls_x509_dn_get_next(mbedtls_x509_name *dn);

/**
 * Writes a serial number as text, such as `01:2A:FF`. Of one longer than 32 bytes, the first 28 and dots.
 *
 * \param buf     Where to put the text.
 * \param size    Its size in bytes, the closing zero included.
 * \param serial  The serial number.
 *
 * \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit;
 *          `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509_serial_gets(char *buf,
                             size_t size,
                             const mbedtls_x509_buf *serial);

/**
 * Compares two dates.
 *
 * \param t1  A date.
 * \param t2  Another.
 *
 * \return  Less than 0 if `t1` is before `t2`, 0 if they are equal, more than 0 if it is after it; 0 for NULL.
 */
int mbedtls_x509_time_cmp(const struct mbedtls_x509_time *t1,
                          const struct mbedtls_x509_time *t2);

/**
 * Tells the date of a count of seconds.
 *
 * \param tt   Seconds since 1970-01-01 00:00:00 UTC.
 * \param now  Set to the date, UTC.
 *
 * \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
 */
int mbedtls_x509_time_gmtime(mbedtls_time_t tt, struct mbedtls_x509_time *now);

/**
 * Tells whether a date lies before now.
 *
 * \param to  The date, such as the end of a validity.
 *
 * \return  1 if it does, and for NULL; 0 if not.
 */
int mbedtls_x509_time_is_past(const struct mbedtls_x509_time *to);

/**
 * Tells whether a date lies after now.
 *
 * \param from  The date, such as the begin of a validity.
 *
 * \return  1 if it does, and for NULL; 0 if not.
 */
int mbedtls_x509_time_is_future(const struct mbedtls_x509_time *from);
#endif

#ifdef __cplusplus
}
#endif

#endif /* MBEDTLS_X509_H */
