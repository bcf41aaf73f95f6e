//! `mbedtls/pkcs7.h`: PKCS #7 signed data.

use super::asn1::{mbedtls_asn1_buf, mbedtls_asn1_named_data, mbedtls_asn1_sequence};
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
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pkcs7_signer_info {
    /// Not to be touched.
    pub reserved: [u64; 25],
}

/// Signed data.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pkcs7_signed_data {
    /// Not to be touched.
    pub reserved: [u64; 177],
}

/// A message.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_pkcs7 {
    /// Not to be touched.
    pub reserved: [u64; 180],
}
