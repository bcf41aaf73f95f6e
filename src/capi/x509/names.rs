//! Names that programs give as text: of a subject, of a host.

use std::ffi::{c_char, c_int, c_void};
use std::net::{Ipv4Addr, Ipv6Addr};

use super::{MBEDTLS_ERR_X509_ALLOC_FAILED, MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR};
use crate::capi::asn1::mbedtls_asn1_named_data;
use crate::capi::asn1write::mbedtls_asn1_store_named_data;
use crate::capi::guard::guard;
use crate::capi::ptr::{c_str, copy_out, utf8};
use crate::pki::name_text;

/// Reads a name such as `CN=Name,O=Company,C=NL` into a list of attributes, the last of them first.
///
/// \param head  Where the first entry is named; NULL before the call. To be freed with
///              mbedtls_asn1_free_named_data_list(). On an error there is nothing to be freed.
/// \param name  The name, in the form that mbedtls_x509write_crt_set_subject_name() takes.
///
/// \return  0; `MBEDTLS_ERR_X509_INVALID_NAME`; `MBEDTLS_ERR_X509_ALLOC_FAILED`; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL,
///          and if there is a list already.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_string_to_names(
    head: *mut *mut mbedtls_asn1_named_data,
    name: *const c_char,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `head` is NULL or points to a pointer; `name` is NULL or a string.
        unsafe {
            let Some(text) = c_str(name).filter(|_| !head.is_null() && (*head).is_null()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            // DEVIATION: of a malformed name, 3.6 keeps the attributes before the fault in the list.
            let attributes = match name_text::attributes(text.to_bytes()) {
                Ok(attributes) => attributes,
                Err(error) => return error.code(),
            };
            for one in &attributes {
                let (oid, value) = (one.oid.as_ptr().cast(), one.value.as_ptr());
                let entry = mbedtls_asn1_store_named_data(head, oid, one.oid.len(), value, one.value.len());
                let Some(entry) = entry.as_mut() else {
                    crate::capi::asn1::list::mbedtls_asn1_free_named_data_list(head);
                    return MBEDTLS_ERR_X509_ALLOC_FAILED;
                };
                entry.val.tag = c_int::from(one.tag);
            }
            0
        }
    })
}

/// Reads an IP address in text.
///
/// \param cn   The text.
/// \param dst  Set to the address, of 4 or 16 bytes.
///
/// \return  4 or 16; 0 if it is none, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_parse_cn_inet_pton(cn: *const c_char, dst: *mut c_void) -> usize {
    guard(0, || {
        // SAFETY: `cn` is NULL or a string; `dst` has room for the address.
        unsafe {
            let Some(text) = utf8(cn).filter(|_| !dst.is_null()) else {
                return 0;
            };
            let octets = if text.contains(':') {
                text.parse().map(|address: Ipv6Addr| address.octets().to_vec())
            } else {
                text.parse().map(|address: Ipv4Addr| address.octets().to_vec())
            };
            let octets = octets.unwrap_or_default();
            copy_out(&octets, dst.cast());
            octets.len()
        }
    })
}
