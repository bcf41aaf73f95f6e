//! A program's list of names, as the extension subjectAltName has it.

use std::ffi::c_int;

use super::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE, MBEDTLS_X509_SAN_DIRECTORY_NAME,
    MBEDTLS_X509_SAN_DNS_NAME, MBEDTLS_X509_SAN_IP_ADDRESS, MBEDTLS_X509_SAN_RFC822_NAME,
    MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER, mbedtls_x509_name, mbedtls_x509_san_list,
};
use crate::capi::asn1::mbedtls_asn1_buf;
use crate::capi::ptr::bytes;
use crate::pki::{der, name_text};

/// `GeneralNames` (RFC 5280 section 4.2.1.6) of these names, the last of them first, as 3.6 writes them.
///
/// # Safety
/// `list` is NULL or a list whose names hold as many bytes as they say, each in the field of its kind.
pub(in crate::capi) unsafe fn general_names(list: *const mbedtls_x509_san_list) -> Result<Vec<u8>, c_int> {
    let mut names = Vec::new();
    // SAFETY: as stated.
    let mut next = unsafe { list.as_ref() };
    while let Some(one) = next {
        let mut name = Vec::new();
        // SAFETY: as stated; the kind says which field of the union is set.
        unsafe {
            match one.node.type_ {
                MBEDTLS_X509_SAN_RFC822_NAME
                | MBEDTLS_X509_SAN_DNS_NAME
                | MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER
                | MBEDTLS_X509_SAN_IP_ADDRESS => {
                    let tag = der::CONTEXT | one.node.type_ as u8;
                    der::push_element(&mut name, tag, &[content(&one.node.san.unstructured_name)?]);
                }
                MBEDTLS_X509_SAN_DIRECTORY_NAME => {
                    let directory = directory_name(&one.node.san.directory_name)?;
                    let tag = der::CONTEXT | der::CONSTRUCTED | MBEDTLS_X509_SAN_DIRECTORY_NAME as u8;
                    der::push_element(&mut name, tag, &[&directory]);
                }
                _ => return Err(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE),
            }
            next = one.next.as_ref();
        }
        names.push(name);
    }
    names.reverse();
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&names.concat()]);
    Ok(out)
}

/// A `Name` of a list of attributes, the last of them first: as mbedtls_x509_string_to_names() lists them.
///
/// # Safety
/// The list's values hold as many bytes as they say.
unsafe fn directory_name(name: &mbedtls_x509_name) -> Result<Vec<u8>, c_int> {
    let mut rdns = Vec::new();
    let mut next = Some(name);
    while let Some(one) = next {
        // SAFETY: as stated.
        let (oid, value) = unsafe { (content(&one.oid)?, content(&one.val)?) };
        let attribute = name_text::Attribute {
            oid: oid.to_vec(),
            tag: one.val.tag as u8,
            value: value.to_vec(),
        };
        let mut rdn = Vec::new();
        name_text::push(&mut rdn, &attribute);
        rdns.push(rdn);
        // SAFETY: as stated; the list ends with NULL.
        next = unsafe { one.next.as_ref() };
    }
    rdns.reverse();
    let mut out = Vec::new();
    der::push_element(&mut out, der::SEQUENCE, &[&rdns.concat()]);
    Ok(out)
}

/// # Safety
/// The value holds as many bytes as it says.
unsafe fn content<'a>(buf: &mbedtls_asn1_buf) -> Result<&'a [u8], c_int> {
    // SAFETY: as stated.
    unsafe { bytes(buf.p, buf.len) }.ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)
}
