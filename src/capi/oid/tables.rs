//! What `mbedtls/oid.h` knows of object identifiers, in the order in which 3.6 looks it up: the first entry with a value is
//! the one that a value is written as.
//!
//! Ed25519 is ours: 3.6 has no entry for it.

use core::ffi::{CStr, c_int};

use crate::capi::cipher::mbedtls_cipher_type_t::{self, *};
use crate::capi::ecp::mbedtls_ecp_group_id::{self, *};
use crate::capi::md::mbedtls_md_type_t::{self, *};
use crate::capi::pk::mbedtls_pk_type_t::{self, *};
use crate::capi::x509::{
    MBEDTLS_X509_EXT_AUTHORITY_KEY_IDENTIFIER, MBEDTLS_X509_EXT_BASIC_CONSTRAINTS,
    MBEDTLS_X509_EXT_CERTIFICATE_POLICIES, MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE, MBEDTLS_X509_EXT_KEY_USAGE,
    MBEDTLS_X509_EXT_NS_CERT_TYPE, MBEDTLS_X509_EXT_SUBJECT_ALT_NAME, MBEDTLS_X509_EXT_SUBJECT_KEY_IDENTIFIER,
};

/// Object identifiers, as DER has them without tag and length, and what each stands for.
pub(super) type Table<T> = [(&'static [u8], T)];

/// Attributes of names, by the short names that texts have for them.
pub(super) static ATTRIBUTES: &Table<&CStr> = &[
    (b"\x55\x04\x03", c"CN"),
    (b"\x55\x04\x06", c"C"),
    (b"\x55\x04\x07", c"L"),
    (b"\x55\x04\x08", c"ST"),
    (b"\x55\x04\x0a", c"O"),
    (b"\x55\x04\x0b", c"OU"),
    (b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x01", c"emailAddress"),
    (b"\x55\x04\x05", c"serialNumber"),
    (b"\x55\x04\x10", c"postalAddress"),
    (b"\x55\x04\x11", c"postalCode"),
    (b"\x55\x04\x04", c"SN"),
    (b"\x55\x04\x2a", c"GN"),
    (b"\x55\x04\x2b", c"initials"),
    (b"\x55\x04\x2c", c"generationQualifier"),
    (b"\x55\x04\x0c", c"title"),
    (b"\x55\x04\x2e", c"dnQualifier"),
    (b"\x55\x04\x41", c"pseudonym"),
    (b"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x01", c"uid"),
    (b"\x09\x92\x26\x89\x93\xf2\x2c\x64\x01\x19", c"DC"),
    (b"\x55\x04\x2d", c"uniqueIdentifier"),
];

/// Extensions of certificates, by their bits.
pub(super) static EXTENSIONS: &Table<c_int> = &[
    (b"\x55\x1d\x13", MBEDTLS_X509_EXT_BASIC_CONSTRAINTS),
    (b"\x55\x1d\x0f", MBEDTLS_X509_EXT_KEY_USAGE),
    (b"\x55\x1d\x25", MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE),
    (b"\x55\x1d\x11", MBEDTLS_X509_EXT_SUBJECT_ALT_NAME),
    (b"\x60\x86\x48\x01\x86\xf8\x42\x01\x01", MBEDTLS_X509_EXT_NS_CERT_TYPE),
    (b"\x55\x1d\x20", MBEDTLS_X509_EXT_CERTIFICATE_POLICIES),
    (b"\x55\x1d\x0e", MBEDTLS_X509_EXT_SUBJECT_KEY_IDENTIFIER),
    (b"\x55\x1d\x23", MBEDTLS_X509_EXT_AUTHORITY_KEY_IDENTIFIER),
];

/// Purposes of keys, as texts name them.
pub(super) static KEY_PURPOSES: &Table<&CStr> = &[
    (b"\x2b\x06\x01\x05\x05\x07\x03\x01", c"TLS Web Server Authentication"),
    (b"\x2b\x06\x01\x05\x05\x07\x03\x02", c"TLS Web Client Authentication"),
    (b"\x2b\x06\x01\x05\x05\x07\x03\x03", c"Code Signing"),
    (b"\x2b\x06\x01\x05\x05\x07\x03\x04", c"E-mail Protection"),
    (b"\x2b\x06\x01\x05\x05\x07\x03\x08", c"Time Stamping"),
    (b"\x2b\x06\x01\x05\x05\x07\x03\x09", c"OCSP Signing"),
    (
        b"\x2b\x06\x01\x04\x01\x82\xe4\x25\x01",
        c"Wi-SUN Alliance Field Area Network (FAN)",
    ),
];

/// Policies of certificates, as texts name them.
pub(super) static POLICIES: &Table<&CStr> = &[(b"\x55\x1d\x20\x00", c"Any Policy")];

/// A signature algorithm.
#[derive(Clone, Copy)]
pub(super) struct SignatureAlgorithm {
    /// What texts call it.
    pub(super) text: &'static CStr,
    /// Its hash function; none where the parameters say it.
    pub(super) md: mbedtls_md_type_t,
    /// The kind of key.
    pub(super) pk: mbedtls_pk_type_t,
}

const fn signature(text: &'static CStr, md: mbedtls_md_type_t, pk: mbedtls_pk_type_t) -> SignatureAlgorithm {
    SignatureAlgorithm { text, md, pk }
}

/// Signature algorithms.
pub(super) static SIGNATURES: &Table<SignatureAlgorithm> = &[
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x04",
        signature(c"RSA with MD5", MBEDTLS_MD_MD5, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x05",
        signature(c"RSA with SHA1", MBEDTLS_MD_SHA1, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0e",
        signature(c"RSA with SHA-224", MBEDTLS_MD_SHA224, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b",
        signature(c"RSA with SHA-256", MBEDTLS_MD_SHA256, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c",
        signature(c"RSA with SHA-384", MBEDTLS_MD_SHA384, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d",
        signature(c"RSA with SHA-512", MBEDTLS_MD_SHA512, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2b\x0e\x03\x02\x1d",
        signature(c"RSA with SHA1", MBEDTLS_MD_SHA1, MBEDTLS_PK_RSA),
    ),
    (
        b"\x2a\x86\x48\xce\x3d\x04\x01",
        signature(c"ECDSA with SHA1", MBEDTLS_MD_SHA1, MBEDTLS_PK_ECDSA),
    ),
    (
        b"\x2a\x86\x48\xce\x3d\x04\x03\x01",
        signature(c"ECDSA with SHA224", MBEDTLS_MD_SHA224, MBEDTLS_PK_ECDSA),
    ),
    (
        b"\x2a\x86\x48\xce\x3d\x04\x03\x02",
        signature(c"ECDSA with SHA256", MBEDTLS_MD_SHA256, MBEDTLS_PK_ECDSA),
    ),
    (
        b"\x2a\x86\x48\xce\x3d\x04\x03\x03",
        signature(c"ECDSA with SHA384", MBEDTLS_MD_SHA384, MBEDTLS_PK_ECDSA),
    ),
    (
        b"\x2a\x86\x48\xce\x3d\x04\x03\x04",
        signature(c"ECDSA with SHA512", MBEDTLS_MD_SHA512, MBEDTLS_PK_ECDSA),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a",
        signature(c"RSASSA-PSS", MBEDTLS_MD_NONE, MBEDTLS_PK_RSASSA_PSS),
    ),
    (
        b"\x2b\x65\x70",
        signature(c"Ed25519", MBEDTLS_MD_NONE, MBEDTLS_PK_ED25519),
    ),
];

/// Kinds of keys.
pub(super) static KEYS: &Table<mbedtls_pk_type_t> = &[
    (b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01", MBEDTLS_PK_RSA),
    (b"\x2a\x86\x48\xce\x3d\x02\x01", MBEDTLS_PK_ECKEY),
    (b"\x2b\x81\x04\x01\x0c", MBEDTLS_PK_ECKEY_DH),
    (b"\x2b\x65\x70", MBEDTLS_PK_ED25519),
];

/// Curves that are named by parameters.
pub(super) static CURVES: &Table<mbedtls_ecp_group_id> = &[
    (b"\x2a\x86\x48\xce\x3d\x03\x01\x01", MBEDTLS_ECP_DP_SECP192R1),
    (b"\x2b\x81\x04\x00\x21", MBEDTLS_ECP_DP_SECP224R1),
    (b"\x2a\x86\x48\xce\x3d\x03\x01\x07", MBEDTLS_ECP_DP_SECP256R1),
    (b"\x2b\x81\x04\x00\x22", MBEDTLS_ECP_DP_SECP384R1),
    (b"\x2b\x81\x04\x00\x23", MBEDTLS_ECP_DP_SECP521R1),
    (b"\x2b\x81\x04\x00\x1f", MBEDTLS_ECP_DP_SECP192K1),
    (b"\x2b\x81\x04\x00\x20", MBEDTLS_ECP_DP_SECP224K1),
    (b"\x2b\x81\x04\x00\x0a", MBEDTLS_ECP_DP_SECP256K1),
    (b"\x2b\x24\x03\x03\x02\x08\x01\x01\x07", MBEDTLS_ECP_DP_BP256R1),
    (b"\x2b\x24\x03\x03\x02\x08\x01\x01\x0b", MBEDTLS_ECP_DP_BP384R1),
    (b"\x2b\x24\x03\x03\x02\x08\x01\x01\x0d", MBEDTLS_ECP_DP_BP512R1),
];

/// Curves that are algorithms of their own (RFC 8410).
pub(super) static CURVE_ALGORITHMS: &Table<mbedtls_ecp_group_id> = &[
    (b"\x2b\x65\x6e", MBEDTLS_ECP_DP_CURVE25519),
    (b"\x2b\x65\x6f", MBEDTLS_ECP_DP_CURVE448),
];

/// Ciphers.
pub(super) static CIPHERS: &Table<mbedtls_cipher_type_t> = &[
    (b"\x2b\x0e\x03\x02\x07", MBEDTLS_CIPHER_DES_CBC),
    (b"\x2a\x86\x48\x86\xf7\x0d\x03\x07", MBEDTLS_CIPHER_DES_EDE3_CBC),
    (b"\x60\x86\x48\x01\x65\x03\x04\x01\x02", MBEDTLS_CIPHER_AES_128_CBC),
    (b"\x60\x86\x48\x01\x65\x03\x04\x01\x16", MBEDTLS_CIPHER_AES_192_CBC),
    (b"\x60\x86\x48\x01\x65\x03\x04\x01\x2a", MBEDTLS_CIPHER_AES_256_CBC),
];

/// Hash functions.
pub(super) static DIGESTS: &Table<mbedtls_md_type_t> = &[
    (b"\x2a\x86\x48\x86\xf7\x0d\x02\x05", MBEDTLS_MD_MD5),
    (b"\x2b\x0e\x03\x02\x1a", MBEDTLS_MD_SHA1),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x04", MBEDTLS_MD_SHA224),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x01", MBEDTLS_MD_SHA256),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x02", MBEDTLS_MD_SHA384),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x03", MBEDTLS_MD_SHA512),
    (b"\x2b\x24\x03\x02\x01", MBEDTLS_MD_RIPEMD160),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x07", MBEDTLS_MD_SHA3_224),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x08", MBEDTLS_MD_SHA3_256),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x09", MBEDTLS_MD_SHA3_384),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x0a", MBEDTLS_MD_SHA3_512),
];

/// Hash functions of HMAC.
pub(super) static HMACS: &Table<mbedtls_md_type_t> = &[
    (b"\x2a\x86\x48\x86\xf7\x0d\x02\x07", MBEDTLS_MD_SHA1),
    (b"\x2a\x86\x48\x86\xf7\x0d\x02\x08", MBEDTLS_MD_SHA224),
    (b"\x2a\x86\x48\x86\xf7\x0d\x02\x09", MBEDTLS_MD_SHA256),
    (b"\x2a\x86\x48\x86\xf7\x0d\x02\x0a", MBEDTLS_MD_SHA384),
    (b"\x2a\x86\x48\x86\xf7\x0d\x02\x0b", MBEDTLS_MD_SHA512),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x0d", MBEDTLS_MD_SHA3_224),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x0e", MBEDTLS_MD_SHA3_256),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x0f", MBEDTLS_MD_SHA3_384),
    (b"\x60\x86\x48\x01\x65\x03\x04\x02\x10", MBEDTLS_MD_SHA3_512),
    (b"\x2b\x06\x01\x05\x05\x08\x01\x04", MBEDTLS_MD_RIPEMD160),
];

/// Hash function and cipher of encryption with a password (RFC 7292 appendix C).
pub(super) static PKCS12_ENCRYPTION: &Table<(mbedtls_md_type_t, mbedtls_cipher_type_t)> = &[
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x03",
        (MBEDTLS_MD_SHA1, MBEDTLS_CIPHER_DES_EDE3_CBC),
    ),
    (
        b"\x2a\x86\x48\x86\xf7\x0d\x01\x0c\x01\x04",
        (MBEDTLS_MD_SHA1, MBEDTLS_CIPHER_DES_EDE_CBC),
    ),
];
