//! `mbedtls/oid.h`: object identifiers.

pub mod lookup;
pub mod numeric;
mod tables;

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests;

use core::ffi::{c_char, c_int};

/// Most components of an object identifier.
pub const MBEDTLS_OID_MAX_COMPONENTS: c_int = 128;
/// The certificate has the extension authorityKeyIdentifier.
pub const MBEDTLS_OID_X509_EXT_AUTHORITY_KEY_IDENTIFIER: c_int = 1;
/// The certificate has the extension basicConstraints.
pub const MBEDTLS_OID_X509_EXT_BASIC_CONSTRAINTS: c_int = 256;
/// The certificate has the extension certificatePolicies.
pub const MBEDTLS_OID_X509_EXT_CERTIFICATE_POLICIES: c_int = 8;
/// The certificate has the extension cRLDistributionPoints.
pub const MBEDTLS_OID_X509_EXT_CRL_DISTRIBUTION_POINTS: c_int = 4096;
/// The certificate has the extension extKeyUsage.
pub const MBEDTLS_OID_X509_EXT_EXTENDED_KEY_USAGE: c_int = 2048;
/// The certificate has the extension freshestCRL.
pub const MBEDTLS_OID_X509_EXT_FRESHEST_CRL: c_int = 16384;
/// The certificate has the extension inhibitAnyPolicy.
pub const MBEDTLS_OID_X509_EXT_INIHIBIT_ANYPOLICY: c_int = 8192;
/// The certificate has the extension issuerAltName.
pub const MBEDTLS_OID_X509_EXT_ISSUER_ALT_NAME: c_int = 64;
/// The certificate has the extension keyUsage.
pub const MBEDTLS_OID_X509_EXT_KEY_USAGE: c_int = 4;
/// The certificate has the extension nameConstraints.
pub const MBEDTLS_OID_X509_EXT_NAME_CONSTRAINTS: c_int = 512;
/// The certificate has the extension nsCertType.
pub const MBEDTLS_OID_X509_EXT_NS_CERT_TYPE: c_int = 65536;
/// The certificate has the extension policyConstraints.
pub const MBEDTLS_OID_X509_EXT_POLICY_CONSTRAINTS: c_int = 1024;
/// The certificate has the extension policyMappings.
pub const MBEDTLS_OID_X509_EXT_POLICY_MAPPINGS: c_int = 16;
/// The certificate has the extension subjectAltName.
pub const MBEDTLS_OID_X509_EXT_SUBJECT_ALT_NAME: c_int = 32;
/// The certificate has the extension subjectDirectoryAttributes.
pub const MBEDTLS_OID_X509_EXT_SUBJECT_DIRECTORY_ATTRS: c_int = 128;
/// The certificate has the extension subjectKeyIdentifier.
pub const MBEDTLS_OID_X509_EXT_SUBJECT_KEY_IDENTIFIER: c_int = 2;
/// The output buffer is too small.
pub const MBEDTLS_ERR_OID_BUF_TOO_SMALL: c_int = -0x000B;
/// The object identifier is not known.
pub const MBEDTLS_ERR_OID_NOT_FOUND: c_int = -0x002E;

/// An object identifier with its names.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(asn1), MBEDTLS_PRIVATE(asn1_len), MBEDTLS_PRIVATE(name), MBEDTLS_PRIVATE(description)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_oid_descriptor_t {
    /// The identifier as DER has it, without tag and length.
    pub asn1: *const c_char,
    /// Its length, in bytes.
    pub asn1_len: usize,
    /// Its short name, ended by NUL.
    pub name: *const c_char,
    /// Its description, ended by NUL.
    pub description: *const c_char,
}
