//! `mbedtls/asn1.h`: the types that ASN.1 values are handed out in, the tags, and the functions that read DER.

pub mod list;
pub mod read;

#[cfg(test)]
#[allow(clippy::undocumented_unsafe_blocks, reason = "tests call what they test")]
mod tests;

use core::ffi::{c_int, c_uchar};

/// Tag: BIT STRING.
pub const MBEDTLS_ASN1_BIT_STRING: c_int = 3;
/// Tag: BMPString.
pub const MBEDTLS_ASN1_BMP_STRING: c_int = 30;
/// Tag: BOOLEAN.
pub const MBEDTLS_ASN1_BOOLEAN: c_int = 1;
/// Tag bit: the value is made of other values.
pub const MBEDTLS_ASN1_CONSTRUCTED: c_int = 32;
/// Tag class: context-specific.
pub const MBEDTLS_ASN1_CONTEXT_SPECIFIC: c_int = 128;
/// Tag: ENUMERATED.
pub const MBEDTLS_ASN1_ENUMERATED: c_int = 10;
/// Tag: GeneralizedTime.
pub const MBEDTLS_ASN1_GENERALIZED_TIME: c_int = 24;
/// Tag: IA5String.
pub const MBEDTLS_ASN1_IA5_STRING: c_int = 22;
/// Tag: INTEGER.
pub const MBEDTLS_ASN1_INTEGER: c_int = 2;
/// Tag: NULL.
pub const MBEDTLS_ASN1_NULL: c_int = 5;
/// Tag: OCTET STRING.
pub const MBEDTLS_ASN1_OCTET_STRING: c_int = 4;
/// Tag: OBJECT IDENTIFIER.
pub const MBEDTLS_ASN1_OID: c_int = 6;
/// No tag bit: the value is not made of other values.
pub const MBEDTLS_ASN1_PRIMITIVE: c_int = 0;
/// Tag: PrintableString.
pub const MBEDTLS_ASN1_PRINTABLE_STRING: c_int = 19;
/// Tag: SEQUENCE (used with MBEDTLS_ASN1_CONSTRUCTED).
pub const MBEDTLS_ASN1_SEQUENCE: c_int = 16;
/// Tag: SET (used with MBEDTLS_ASN1_CONSTRUCTED).
pub const MBEDTLS_ASN1_SET: c_int = 17;
/// Tag: T61String (TeletexString).
pub const MBEDTLS_ASN1_T61_STRING: c_int = 20;
/// The bits of a tag that hold its class.
pub const MBEDTLS_ASN1_TAG_CLASS_MASK: c_int = 192;
/// The bit of a tag that tells primitive from constructed.
pub const MBEDTLS_ASN1_TAG_PC_MASK: c_int = 32;
/// The bits of a tag that hold its number.
pub const MBEDTLS_ASN1_TAG_VALUE_MASK: c_int = 31;
/// Tag: UniversalString.
pub const MBEDTLS_ASN1_UNIVERSAL_STRING: c_int = 28;
/// Tag: UTCTime.
pub const MBEDTLS_ASN1_UTC_TIME: c_int = 23;
/// Tag: UTF8String.
pub const MBEDTLS_ASN1_UTF8_STRING: c_int = 12;
/// The input ends inside a value.
pub const MBEDTLS_ERR_ASN1_OUT_OF_DATA: c_int = -0x0060;
/// Another tag was expected.
pub const MBEDTLS_ERR_ASN1_UNEXPECTED_TAG: c_int = -0x0062;
/// A length field cannot be right.
pub const MBEDTLS_ERR_ASN1_INVALID_LENGTH: c_int = -0x0064;
/// A value does not fill the length announced for it.
pub const MBEDTLS_ERR_ASN1_LENGTH_MISMATCH: c_int = -0x0066;
/// The encoding is malformed.
pub const MBEDTLS_ERR_ASN1_INVALID_DATA: c_int = -0x0068;
/// Out of memory.
pub const MBEDTLS_ERR_ASN1_ALLOC_FAILED: c_int = -0x006A;
/// The output buffer is too small.
pub const MBEDTLS_ERR_ASN1_BUF_TOO_SMALL: c_int = -0x006C;

/// An ASN.1 value: its tag, and where its bytes are. The memory belongs to the structure that the value was parsed
/// from.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_asn1_buf {
    /// The tag, such as MBEDTLS_ASN1_UTF8_STRING.
    pub tag: c_int,
    /// Number of bytes.
    pub len: usize,
    /// The bytes; may be NULL if `len` is 0.
    pub p: *mut c_uchar,
}

/// A BIT STRING.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_asn1_bitstring {
    /// Number of bytes.
    pub len: usize,
    /// Number of bits of the last byte that are not part of the value.
    pub unused_bits: c_uchar,
    /// The bytes.
    pub p: *mut c_uchar,
}

/// A linked list of ASN.1 values.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_asn1_sequence {
    /// The value of this entry.
    pub buf: mbedtls_asn1_buf,
    /// The next entry, or NULL.
    pub next: *mut mbedtls_asn1_sequence,
}

/// A linked list of values, each with the object identifier that names it: a distinguished name, for example.
///
/// cbindgen:field-names=[oid, val, next, MBEDTLS_PRIVATE(next_merged)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct mbedtls_asn1_named_data {
    /// What the value is.
    pub oid: mbedtls_asn1_buf,
    /// The value.
    pub val: mbedtls_asn1_buf,
    /// The next entry, or NULL.
    pub next: *mut mbedtls_asn1_named_data,
    /// Not 0 if the next entry belongs to the same set as this one (a multi-valued RDN).
    pub next_merged: c_uchar,
}
