//! `mbedtls/pkcs7.h`: PKCS #7 signed data.

mod object;
pub mod parse;
pub mod verify;

use super::asn1::{mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence};
use super::x509::{mbedtls_x509_buf, mbedtls_x509_name};
use super::x509_crl::mbedtls_x509_crl;
use super::x509_crt::mbedtls_x509_crt;
use crate::capi::ptr::c_enum;
use core::ffi::c_int;

/// The version of signed data that is read.
pub const MBEDTLS_PKCS7_SUPPORTED_VERSION: c_int = 1;
/// The message is malformed.
pub const MBEDTLS_ERR_PKCS7_INVALID_FORMAT: c_int = -0x5300;
/// This kind of message is not supported.
pub const MBEDTLS_ERR_PKCS7_FEATURE_UNAVAILABLE: c_int = -0x5380;
/// The version is malformed or unknown.
pub const MBEDTLS_ERR_PKCS7_INVALID_VERSION: c_int = -0x5400;
/// The content information is malformed.
pub const MBEDTLS_ERR_PKCS7_INVALID_CONTENT_INFO: c_int = -0x5480;
/// The algorithm is malformed or unknown.
pub const MBEDTLS_ERR_PKCS7_INVALID_ALG: c_int = -0x5500;
/// The certificate is malformed or there are too many.
pub const MBEDTLS_ERR_PKCS7_INVALID_CERT: c_int = -0x5580;
/// The signature is malformed.
pub const MBEDTLS_ERR_PKCS7_INVALID_SIGNATURE: c_int = -0x5600;
/// The information on a signer is malformed.
pub const MBEDTLS_ERR_PKCS7_INVALID_SIGNER_INFO: c_int = -0x5680;
/// An argument is invalid.
pub const MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA: c_int = -0x5700;
/// Out of memory.
pub const MBEDTLS_ERR_PKCS7_ALLOC_FAILED: c_int = -0x5780;
/// The signature does not verify.
pub const MBEDTLS_ERR_PKCS7_VERIFY_FAIL: c_int = -0x5800;
/// The certificate is not valid at this time.
pub const MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID: c_int = -0x5880;

/// An ASN.1 value.
pub type mbedtls_pkcs7_buf = mbedtls_asn1_buf;
/// A distinguished name.
pub type mbedtls_pkcs7_name = mbedtls_asn1_named_data;
/// A linked list of ASN.1 values.
pub type mbedtls_pkcs7_sequence = mbedtls_asn1_sequence;

/// What a message is.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum mbedtls_pkcs7_type {
    /// Nothing.
    MBEDTLS_PKCS7_NONE = 0,
    /// Plain data.
    MBEDTLS_PKCS7_DATA = 1,
    /// Signed data.
    MBEDTLS_PKCS7_SIGNED_DATA = 2,
    /// Enveloped data.
    MBEDTLS_PKCS7_ENVELOPED_DATA = 3,
    /// Signed and enveloped data.
    MBEDTLS_PKCS7_SIGNED_AND_ENVELOPED_DATA = 4,
    /// Digested data.
    MBEDTLS_PKCS7_DIGESTED_DATA = 5,
    /// Encrypted data.
    MBEDTLS_PKCS7_ENCRYPTED_DATA = 6,
}

c_enum!(mbedtls_pkcs7_type: MBEDTLS_PKCS7_NONE, MBEDTLS_PKCS7_DATA, MBEDTLS_PKCS7_SIGNED_DATA, MBEDTLS_PKCS7_ENVELOPED_DATA, MBEDTLS_PKCS7_SIGNED_AND_ENVELOPED_DATA, MBEDTLS_PKCS7_DIGESTED_DATA, MBEDTLS_PKCS7_ENCRYPTED_DATA);

/// Who signed.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(version), MBEDTLS_PRIVATE(serial), MBEDTLS_PRIVATE(issuer), MBEDTLS_PRIVATE(issuer_raw), MBEDTLS_PRIVATE(alg_identifier), MBEDTLS_PRIVATE(sig_alg_identifier), MBEDTLS_PRIVATE(sig), MBEDTLS_PRIVATE(next)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pkcs7_signer_info {
    /// Version: MBEDTLS_PKCS7_SUPPORTED_VERSION.
    pub version: c_int,
    /// Serial number of the signer's certificate.
    pub serial: mbedtls_x509_buf,
    /// The issuer of that certificate.
    pub issuer: mbedtls_x509_name,
    /// Its name as it was encoded.
    pub issuer_raw: mbedtls_x509_buf,
    /// Object identifier of the digest algorithm.
    pub alg_identifier: mbedtls_x509_buf,
    /// Object identifier of the signature algorithm, or of the key's.
    pub sig_alg_identifier: mbedtls_x509_buf,
    /// The signature.
    pub sig: mbedtls_x509_buf,
    /// The next signer, or NULL.
    pub next: *mut mbedtls_pkcs7_signer_info,
}

/// Signed data.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(version), MBEDTLS_PRIVATE(digest_alg_identifiers), MBEDTLS_PRIVATE(no_of_certs), MBEDTLS_PRIVATE(certs), MBEDTLS_PRIVATE(no_of_crls), MBEDTLS_PRIVATE(crl), MBEDTLS_PRIVATE(no_of_signers), MBEDTLS_PRIVATE(signers)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pkcs7_signed_data {
    /// Version: MBEDTLS_PKCS7_SUPPORTED_VERSION.
    pub version: c_int,
    /// Object identifier of the digest algorithm.
    pub digest_alg_identifiers: mbedtls_pkcs7_buf,
    /// How many certificates there are: 0 or 1.
    pub no_of_certs: c_int,
    /// The certificate.
    pub certs: mbedtls_x509_crt,
    /// How many revocation lists there are: 0.
    pub no_of_crls: c_int,
    /// Not used.
    pub crl: mbedtls_x509_crl,
    /// How many signers there are.
    pub no_of_signers: c_int,
    /// The signers.
    pub signers: mbedtls_pkcs7_signer_info,
}

/// A message.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(raw), MBEDTLS_PRIVATE(signed_data)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pkcs7 {
    /// The DER encoding, which the buffers of `signed_data` point into.
    pub raw: mbedtls_pkcs7_buf,
    /// The signed data.
    pub signed_data: mbedtls_pkcs7_signed_data,
}
