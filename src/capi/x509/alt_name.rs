//! The entries of subjectAltName, taken apart.

use std::ffi::c_int;
use std::ptr;

use super::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR, MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE,
    MBEDTLS_X509_SAN_DIRECTORY_NAME, MBEDTLS_X509_SAN_DNS_NAME, MBEDTLS_X509_SAN_IP_ADDRESS,
    MBEDTLS_X509_SAN_OTHER_NAME, MBEDTLS_X509_SAN_RFC822_NAME, MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER,
    mbedtls_x509_buf, mbedtls_x509_name, mbedtls_x509_san_hardware_module_name, mbedtls_x509_san_other_name,
    mbedtls_x509_san_other_name_value, mbedtls_x509_san_value, mbedtls_x509_subject_alternative_name,
};
use crate::capi::asn1::list::mbedtls_asn1_free_named_data_list_shallow;
use crate::capi::guard::guard;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::store;
use crate::capi::x509_crt::object::{names, view};
use crate::capi::x509_info::content;
use crate::pki::der::Reader;
use crate::pki::extensions::{general_name, hardware_module_name, read_directory_name};
use crate::pki::{Buf, Span};

/// Class and number of a tag.
const CLASS: c_int = 0xC0;
const NUMBER: c_int = 0x1F;
const CONTEXT_SPECIFIC: c_int = 0x80;

/// Takes an entry of subjectAltName apart.
///
/// \param san_buf  The entry, as it stands in the `subject_alt_names` of a certificate, which must live as long as the
///                 result is used.
/// \param san      Filled with the kind and the name. To be freed with mbedtls_x509_free_subject_alt_name().
///
/// \return  0; `MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE` for kinds that are not taken apart; another negative code if the entry
///          is malformed, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_parse_subject_alt_name(
    san_buf: *const mbedtls_x509_buf,
    san: *mut mbedtls_x509_subject_alternative_name,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: both are NULL or what their types say.
        unsafe {
            let Some(entry) = san_buf.as_ref().filter(|_| !san.is_null()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            match parse(entry) {
                Ok(found) => {
                    store(san, found);
                    0
                }
                Err(code) => code,
            }
        }
    })
}

/// What an entry holds.
///
/// # Safety
/// The entry points to memory.
pub(in crate::capi) unsafe fn parse(entry: &mbedtls_x509_buf) -> Result<mbedtls_x509_subject_alternative_name, c_int> {
    // SAFETY: as stated.
    let der = unsafe { content(entry) };
    if entry.tag & CLASS != CONTEXT_SPECIFIC {
        return Err(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE);
    }
    let form = u8::try_from(entry.tag & NUMBER).unwrap_or(u8::MAX);
    let (type_, san) = match form {
        general_name::OTHER_NAME => {
            let found = hardware_module_name(Reader::new(der)).map_err(|error| error.code())?;
            let (oid, val) = found.ok_or(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE)?;
            (MBEDTLS_X509_SAN_OTHER_NAME, hardware(der, oid, val))
        }
        general_name::DIRECTORY_NAME => {
            let name = read_directory_name(Reader::new(der)).map_err(|error| error.code())?;
            let (first, rest) = names(der, &name);
            let directory_name = mbedtls_x509_name {
                next: to_heap(&rest, |node, next| node.next = next)?,
                ..first
            };
            (
                MBEDTLS_X509_SAN_DIRECTORY_NAME,
                mbedtls_x509_san_value { directory_name },
            )
        }
        general_name::RFC822_NAME => (MBEDTLS_X509_SAN_RFC822_NAME, unstructured(entry)),
        general_name::DNS_NAME => (MBEDTLS_X509_SAN_DNS_NAME, unstructured(entry)),
        general_name::URI => (MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER, unstructured(entry)),
        general_name::IP_ADDRESS if matches!(der.len(), 4 | 16) => (MBEDTLS_X509_SAN_IP_ADDRESS, unstructured(entry)),
        general_name::IP_ADDRESS => return Err(MBEDTLS_ERR_X509_BAD_INPUT_DATA),
        _ => return Err(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE),
    };
    Ok(mbedtls_x509_subject_alternative_name { type_, san })
}

const fn unstructured(entry: &mbedtls_x509_buf) -> mbedtls_x509_san_value {
    mbedtls_x509_san_value {
        unstructured_name: *entry,
    }
}

/// A hardwareModuleName, which is the one kind of otherName that is taken apart.
fn hardware(der: &[u8], oid: Buf, val: Buf) -> mbedtls_x509_san_value {
    let kind = Reader::new(der).any().map_or(Buf::default(), |element| element.buf());
    let mut union = empty();
    union.other_name = mbedtls_x509_san_other_name {
        type_id: view(der, kind),
        value: mbedtls_x509_san_other_name_value {
            hardware_module_name: mbedtls_x509_san_hardware_module_name {
                oid: view(der, oid),
                val: view(der, val),
            },
        },
    };
    union
}

fn empty() -> mbedtls_x509_san_value {
    unstructured(&view(
        &[],
        Buf {
            tag: 0,
            span: Span::default(),
        },
    ))
}

/// A copy of a list's further nodes, each on C's heap and `link`ed to the next; MBEDTLS_ERR_X509_ALLOC_FAILED without
/// memory.
pub(in crate::capi) fn to_heap<N: Copy>(nodes: &[N], link: impl Fn(&mut N, *mut N)) -> Result<*mut N, c_int> {
    let mut places = Vec::with_capacity(nodes.len());
    let mut next = ptr::null_mut();
    for node in nodes.iter().rev() {
        let place = mbedtls_calloc_one::<N>();
        if place.is_null() {
            // SAFETY: each was allocated here, and nothing points to it.
            places
                .iter()
                .for_each(|place: &*mut N| unsafe { mbedtls_free(place.cast()) });
            return Err(super::MBEDTLS_ERR_X509_ALLOC_FAILED);
        }
        places.push(place);
        let mut copy = *node;
        link(&mut copy, next);
        // SAFETY: there is room for one node.
        unsafe { place.write(copy) };
        next = place;
    }
    Ok(next)
}

/// Room for one object on C's heap; NULL without memory.
fn mbedtls_calloc_one<T>() -> *mut T {
    // SAFETY: any size is allowed.
    unsafe { mbedtls_calloc(1, size_of::<T>()).cast() }
}

/// Frees what mbedtls_x509_parse_subject_alt_name() made, but not the structure itself.
///
/// \param san  The name; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_free_subject_alt_name(san: *mut mbedtls_x509_subject_alternative_name) {
    guard((), || {
        // SAFETY: `san` is NULL or was filled by mbedtls_x509_parse_subject_alt_name().
        unsafe {
            let Some(one) = san.as_mut() else { return };
            if one.type_ == MBEDTLS_X509_SAN_DIRECTORY_NAME {
                mbedtls_asn1_free_named_data_list_shallow(one.san.directory_name.next);
                one.san.directory_name.next = ptr::null_mut();
            }
        }
    });
}
