//! `mbedtls/x509.h`: what certificates, revocation lists and requests share.

pub mod alt_name;
pub mod names;
pub(in crate::capi) mod san_list;
pub mod text;
pub mod time;

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests;

use super::asn1::{mbedtls_asn1_bitstring, mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence};
use core::ffi::c_int;

/// The certificate has the extension authorityKeyIdentifier.
pub const MBEDTLS_X509_EXT_AUTHORITY_KEY_IDENTIFIER: c_int = 1;
/// The certificate has the extension basicConstraints.
pub const MBEDTLS_X509_EXT_BASIC_CONSTRAINTS: c_int = 256;
/// The certificate has the extension certificatePolicies.
pub const MBEDTLS_X509_EXT_CERTIFICATE_POLICIES: c_int = 8;
/// The certificate has the extension cRLDistributionPoints.
pub const MBEDTLS_X509_EXT_CRL_DISTRIBUTION_POINTS: c_int = 4096;
/// The certificate has the extension extKeyUsage.
pub const MBEDTLS_X509_EXT_EXTENDED_KEY_USAGE: c_int = 2048;
/// The certificate has the extension freshestCRL.
pub const MBEDTLS_X509_EXT_FRESHEST_CRL: c_int = 16384;
/// The certificate has the extension inhibitAnyPolicy.
pub const MBEDTLS_X509_EXT_INIHIBIT_ANYPOLICY: c_int = 8192;
/// The certificate has the extension issuerAltName.
pub const MBEDTLS_X509_EXT_ISSUER_ALT_NAME: c_int = 64;
/// The certificate has the extension keyUsage.
pub const MBEDTLS_X509_EXT_KEY_USAGE: c_int = 4;
/// The certificate has the extension nameConstraints.
pub const MBEDTLS_X509_EXT_NAME_CONSTRAINTS: c_int = 512;
/// The certificate has the extension nsCertType.
pub const MBEDTLS_X509_EXT_NS_CERT_TYPE: c_int = 65536;
/// The certificate has the extension policyConstraints.
pub const MBEDTLS_X509_EXT_POLICY_CONSTRAINTS: c_int = 1024;
/// The certificate has the extension policyMappings.
pub const MBEDTLS_X509_EXT_POLICY_MAPPINGS: c_int = 16;
/// The certificate has the extension subjectAltName.
pub const MBEDTLS_X509_EXT_SUBJECT_ALT_NAME: c_int = 32;
/// The certificate has the extension subjectDirectoryAttributes.
pub const MBEDTLS_X509_EXT_SUBJECT_DIRECTORY_ATTRS: c_int = 128;
/// The certificate has the extension subjectKeyIdentifier.
pub const MBEDTLS_X509_EXT_SUBJECT_KEY_IDENTIFIER: c_int = 2;
/// The data was DER.
pub const MBEDTLS_X509_FORMAT_DER: c_int = 1;
/// The data was PEM.
pub const MBEDTLS_X509_FORMAT_PEM: c_int = 2;
/// keyUsage bit `cRLSign`.
pub const MBEDTLS_X509_KU_CRL_SIGN: c_int = 2;
/// keyUsage bit `dataEncipherment`.
pub const MBEDTLS_X509_KU_DATA_ENCIPHERMENT: c_int = 16;
/// keyUsage bit `decipherOnly`.
pub const MBEDTLS_X509_KU_DECIPHER_ONLY: c_int = 32768;
/// keyUsage bit `digitalSignature`.
pub const MBEDTLS_X509_KU_DIGITAL_SIGNATURE: c_int = 128;
/// keyUsage bit `encipherOnly`.
pub const MBEDTLS_X509_KU_ENCIPHER_ONLY: c_int = 1;
/// keyUsage bit `keyAgreement`.
pub const MBEDTLS_X509_KU_KEY_AGREEMENT: c_int = 8;
/// keyUsage bit `keyCertSign`.
pub const MBEDTLS_X509_KU_KEY_CERT_SIGN: c_int = 4;
/// keyUsage bit `keyEncipherment`.
pub const MBEDTLS_X509_KU_KEY_ENCIPHERMENT: c_int = 32;
/// keyUsage bit `nonRepudiation`.
pub const MBEDTLS_X509_KU_NON_REPUDIATION: c_int = 64;
/// Longest attribute value of a name, in bytes.
pub const MBEDTLS_X509_MAX_DN_NAME_SIZE: c_int = 256;
/// Most intermediate certificates of a chain.
pub const MBEDTLS_X509_MAX_INTERMEDIATE_CA: c_int = 8;
/// nsCertType bit: email.
pub const MBEDTLS_X509_NS_CERT_TYPE_EMAIL: c_int = 32;
/// nsCertType bit: email CA.
pub const MBEDTLS_X509_NS_CERT_TYPE_EMAIL_CA: c_int = 2;
/// nsCertType bit: object signing.
pub const MBEDTLS_X509_NS_CERT_TYPE_OBJECT_SIGNING: c_int = 16;
/// nsCertType bit: object signing CA.
pub const MBEDTLS_X509_NS_CERT_TYPE_OBJECT_SIGNING_CA: c_int = 1;
/// nsCertType bit: reserved.
pub const MBEDTLS_X509_NS_CERT_TYPE_RESERVED: c_int = 8;
/// nsCertType bit: SSL CA.
pub const MBEDTLS_X509_NS_CERT_TYPE_SSL_CA: c_int = 4;
/// nsCertType bit: SSL client.
pub const MBEDTLS_X509_NS_CERT_TYPE_SSL_CLIENT: c_int = 128;
/// nsCertType bit: SSL server.
pub const MBEDTLS_X509_NS_CERT_TYPE_SSL_SERVER: c_int = 64;
/// GeneralName `directoryName` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_DIRECTORY_NAME: c_int = 4;
/// GeneralName `dNSName` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_DNS_NAME: c_int = 2;
/// GeneralName `ediPartyName` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_EDI_PARTY_NAME: c_int = 5;
/// GeneralName `iPAddress` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_IP_ADDRESS: c_int = 7;
/// GeneralName `otherName` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_OTHER_NAME: c_int = 0;
/// GeneralName `registeredID` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_REGISTERED_ID: c_int = 8;
/// GeneralName `rfc822Name` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_RFC822_NAME: c_int = 1;
/// GeneralName `uniformResourceIdentifier` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER: c_int = 6;
/// GeneralName `x400Address` (RFC 5280 section 4.2.1.6).
pub const MBEDTLS_X509_SAN_X400_ADDRESS_NAME: c_int = 3;
/// This part of X.509 is not available.
pub const MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE: c_int = -0x2080;
/// An object identifier is not known.
pub const MBEDTLS_ERR_X509_UNKNOWN_OID: c_int = -0x2100;
/// The structure is malformed.
pub const MBEDTLS_ERR_X509_INVALID_FORMAT: c_int = -0x2180;
/// The version is malformed.
pub const MBEDTLS_ERR_X509_INVALID_VERSION: c_int = -0x2200;
/// The serial number is malformed.
pub const MBEDTLS_ERR_X509_INVALID_SERIAL: c_int = -0x2280;
/// An algorithm identifier is malformed.
pub const MBEDTLS_ERR_X509_INVALID_ALG: c_int = -0x2300;
/// A name is malformed.
pub const MBEDTLS_ERR_X509_INVALID_NAME: c_int = -0x2380;
/// A date is malformed.
pub const MBEDTLS_ERR_X509_INVALID_DATE: c_int = -0x2400;
/// The signature is malformed.
pub const MBEDTLS_ERR_X509_INVALID_SIGNATURE: c_int = -0x2480;
/// An extension is malformed or not understood.
pub const MBEDTLS_ERR_X509_INVALID_EXTENSIONS: c_int = -0x2500;
/// The version is not supported.
pub const MBEDTLS_ERR_X509_UNKNOWN_VERSION: c_int = -0x2580;
/// The signature algorithm is not supported.
pub const MBEDTLS_ERR_X509_UNKNOWN_SIG_ALG: c_int = -0x2600;
/// The signature algorithms inside and outside of the signed part differ.
pub const MBEDTLS_ERR_X509_SIG_MISMATCH: c_int = -0x2680;
/// The certificate is not trusted; the flags tell why.
pub const MBEDTLS_ERR_X509_CERT_VERIFY_FAILED: c_int = -0x2700;
/// The data is neither DER nor PEM of the expected kind.
pub const MBEDTLS_ERR_X509_CERT_UNKNOWN_FORMAT: c_int = -0x2780;
/// An argument is invalid.
pub const MBEDTLS_ERR_X509_BAD_INPUT_DATA: c_int = -0x2800;
/// Out of memory.
pub const MBEDTLS_ERR_X509_ALLOC_FAILED: c_int = -0x2880;
/// A file or folder could not be read.
pub const MBEDTLS_ERR_X509_FILE_IO_ERROR: c_int = -0x2900;
/// The output buffer is too small.
pub const MBEDTLS_ERR_X509_BUFFER_TOO_SMALL: c_int = -0x2980;
/// The verification was ended by a callback or by a fault of its own.
pub const MBEDTLS_ERR_X509_FATAL_ERROR: c_int = -0x3000;
/// The key of the certificate is too short or of a curve that the profile refuses.
pub const MBEDTLS_X509_BADCERT_BAD_KEY: u32 = 0x10000;
/// The certificate is signed with a hash that the profile refuses.
pub const MBEDTLS_X509_BADCERT_BAD_MD: u32 = 0x4000;
/// The certificate is signed with a kind of key that the profile refuses.
pub const MBEDTLS_X509_BADCERT_BAD_PK: u32 = 0x8000;
/// The certificate is for another name.
pub const MBEDTLS_X509_BADCERT_CN_MISMATCH: u32 = 0x0004;
/// The validity of the certificate is over.
pub const MBEDTLS_X509_BADCERT_EXPIRED: u32 = 0x0001;
/// extendedKeyUsage does not allow this use.
pub const MBEDTLS_X509_BADCERT_EXT_KEY_USAGE: u32 = 0x1000;
/// The validity of the certificate has not begun.
pub const MBEDTLS_X509_BADCERT_FUTURE: u32 = 0x0200;
/// keyUsage does not allow this use.
pub const MBEDTLS_X509_BADCERT_KEY_USAGE: u32 = 0x0800;
/// The peer sent no certificate.
pub const MBEDTLS_X509_BADCERT_MISSING: u32 = 0x0040;
/// No path leads from the certificate to a trusted one.
pub const MBEDTLS_X509_BADCERT_NOT_TRUSTED: u32 = 0x0008;
/// nsCertType does not allow this use.
pub const MBEDTLS_X509_BADCERT_NS_CERT_TYPE: u32 = 0x2000;
/// Another reason, set by us or by a verify callback.
pub const MBEDTLS_X509_BADCERT_OTHER: u32 = 0x0100;
/// The certificate is revoked.
pub const MBEDTLS_X509_BADCERT_REVOKED: u32 = 0x0002;
/// The certificate was not verified.
pub const MBEDTLS_X509_BADCERT_SKIP_VERIFY: u32 = 0x0080;
/// The list is signed with a key that the profile refuses.
pub const MBEDTLS_X509_BADCRL_BAD_KEY: u32 = 0x80000;
/// The list is signed with a hash that the profile refuses.
pub const MBEDTLS_X509_BADCRL_BAD_MD: u32 = 0x20000;
/// The list is signed with a kind of key that the profile refuses.
pub const MBEDTLS_X509_BADCRL_BAD_PK: u32 = 0x40000;
/// The revocation list is out of date.
pub const MBEDTLS_X509_BADCRL_EXPIRED: u32 = 0x0020;
/// The revocation list is from the future.
pub const MBEDTLS_X509_BADCRL_FUTURE: u32 = 0x0400;
/// The revocation list is not signed by the issuer.
pub const MBEDTLS_X509_BADCRL_NOT_TRUSTED: u32 = 0x0010;

/// An ASN.1 value.
pub type mbedtls_x509_buf = mbedtls_asn1_buf;
/// A BIT STRING.
pub type mbedtls_x509_bitstring = mbedtls_asn1_bitstring;
/// A distinguished name: a linked list of its attributes, in the order of the encoding.
pub type mbedtls_x509_name = mbedtls_asn1_named_data;
/// A linked list of ASN.1 values.
pub type mbedtls_x509_sequence = mbedtls_asn1_sequence;

/// A date and time, UTC.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct mbedtls_x509_time {
    /// Year, all digits.
    pub year: c_int,
    /// Month, 1 to 12.
    pub mon: c_int,
    /// Day, 1 to 31.
    pub day: c_int,
    /// Hour, 0 to 23.
    pub hour: c_int,
    /// Minute, 0 to 59.
    pub min: c_int,
    /// Second, 0 to 59.
    pub sec: c_int,
}

/// The extension authorityKeyIdentifier (RFC 5280 section 4.2.1.1).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_authority {
    /// Key identifier.
    pub keyIdentifier: mbedtls_x509_buf,
    /// Names of the issuer of the authority's certificate.
    pub authorityCertIssuer: mbedtls_x509_sequence,
    /// Serial number of the authority's certificate.
    pub authorityCertSerialNumber: mbedtls_x509_buf,
    /// The whole extension.
    pub raw: mbedtls_x509_buf,
}

/// A hardwareModuleName (RFC 4108 section 5).
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_x509_san_hardware_module_name {
    /// Object identifier of the kind of hardware.
    pub oid: mbedtls_x509_buf,
    /// Serial number of the module.
    pub val: mbedtls_x509_buf,
}

/// The value of an otherName.
#[repr(C)]
#[derive(Clone, Copy)]
pub union mbedtls_x509_san_other_name_value {
    /// A hardwareModuleName.
    pub hardware_module_name: mbedtls_x509_san_hardware_module_name,
}

/// A GeneralName of the kind otherName (RFC 5280 section 4.2.1.6).
#[repr(C)]
#[derive(Clone, Copy)]
pub struct mbedtls_x509_san_other_name {
    /// Object identifier that tells what the value is; only hardwareModuleName is known.
    pub type_id: mbedtls_x509_buf,
    /// The value.
    pub value: mbedtls_x509_san_other_name_value,
}

/// The value of a GeneralName.
#[repr(C)]
#[derive(Clone, Copy)]
pub union mbedtls_x509_san_value {
    /// For MBEDTLS_X509_SAN_OTHER_NAME.
    pub other_name: mbedtls_x509_san_other_name,
    /// For MBEDTLS_X509_SAN_DIRECTORY_NAME.
    pub directory_name: mbedtls_x509_name,
    /// For the kinds that are text or bytes.
    pub unstructured_name: mbedtls_x509_buf,
}

/// A GeneralName, as subjectAltName holds them (RFC 5280 section 4.2.1.6).
///
/// cbindgen:field-names=[type, san]
#[repr(C)]
#[derive(Clone, Copy)]
pub struct mbedtls_x509_subject_alternative_name {
    /// Kind of name, such as MBEDTLS_X509_SAN_DNS_NAME.
    pub type_: c_int,
    /// The name.
    pub san: mbedtls_x509_san_value,
}

/// A linked list of GeneralNames.
#[repr(C)]
#[derive(Clone, Copy)]
pub struct mbedtls_x509_san_list {
    /// The name of this entry.
    pub node: mbedtls_x509_subject_alternative_name,
    /// The next entry, or NULL.
    pub next: *mut mbedtls_x509_san_list,
}
