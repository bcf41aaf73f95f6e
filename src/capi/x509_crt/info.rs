//! A certificate as text.

use std::ffi::{CStr, c_char, c_int};

use super::mbedtls_x509_crt;
use crate::capi::guard::guard;
use crate::capi::oid::lookup;
use crate::capi::ptr::c_str;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_BUFFER_TOO_SMALL, MBEDTLS_ERR_X509_FATAL_ERROR,
    MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE, MBEDTLS_ERR_X509_INVALID_EXTENSIONS, MBEDTLS_X509_SAN_DIRECTORY_NAME,
    MBEDTLS_X509_SAN_DNS_NAME, MBEDTLS_X509_SAN_IP_ADDRESS, MBEDTLS_X509_SAN_OTHER_NAME, MBEDTLS_X509_SAN_RFC822_NAME,
    MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER, alt_name, mbedtls_x509_sequence,
};
use crate::capi::x509_info::{Cut, Text, content};
use crate::pki::oid::{self, ext};

/// Writes what a certificate says, a line for each field.
///
/// \param buf     Where to put the text.
/// \param size    Its size in bytes, the closing zero included.
/// \param prefix  Put before each line.
/// \param crt     The certificate; NULL makes a text that says so.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit (as
///          much as fits was written); another negative code for content that has no text, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    crt: *const mbedtls_x509_crt,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `prefix` is NULL or a string; `crt` is NULL or initialised; `buf` holds `size` bytes.
        unsafe {
            let mut text = Text::default();
            let Some(crt) = crt.as_ref() else {
                text.add(format_args!("\nCertificate is uninitialised!\n"));
                return text.put(Ok(()), buf, size);
            };
            let Some(prefix) = c_str(prefix) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let cut = describe(&mut text, &prefix.to_string_lossy(), crt);
            text.put(cut, buf, size)
        }
    })
}

/// Tells whether a certificate is that of an authority.
///
/// \param crt  The certificate.
///
/// \return  1 if its basicConstraints say so, 0 if they say that it is not;
///          `MBEDTLS_ERR_X509_INVALID_EXTENSIONS` if it has none; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crt_get_ca_istrue(crt: *const mbedtls_x509_crt) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `crt` is NULL or initialised.
        match unsafe { crt.as_ref() } {
            None => MBEDTLS_ERR_X509_BAD_INPUT_DATA,
            Some(crt) if crt.ext_types & ext::BASIC_CONSTRAINTS as c_int != 0 => crt.ca_istrue,
            Some(_) => MBEDTLS_ERR_X509_INVALID_EXTENSIONS,
        }
    })
}

/// # Safety
/// The lists of `crt` are what they say.
unsafe fn describe(text: &mut Text, prefix: &str, crt: &mbedtls_x509_crt) -> Cut {
    // SAFETY: as stated.
    unsafe {
        text.add(format_args!("{prefix}cert. version     : {}\n", crt.version));
        text.add(format_args!("{prefix}serial number     : "));
        text.add_serial(&crt.serial);
        text.add(format_args!("\n{prefix}issuer name       : "));
        text.add_name(&raw const crt.issuer)
            .map_err(|_| MBEDTLS_ERR_X509_BUFFER_TOO_SMALL)?;
        text.add(format_args!("\n{prefix}subject name      : "));
        text.add_name(&raw const crt.subject)
            .map_err(|_| MBEDTLS_ERR_X509_BUFFER_TOO_SMALL)?;
        text.add(format_args!("\n{prefix}issued  on        : "));
        text.add_time(&crt.valid_from);
        text.add(format_args!("\n{prefix}expires on        : "));
        text.add_time(&crt.valid_to);
        text.add(format_args!("\n{prefix}signed using      : "));
        text.add_signature_algorithm(&crt.sig_oid, crt.sig_md, crt.sig_opts);
        text.add(format_args!("\n{prefix}"));
        text.add_key_size(&crt.pk, 18)?;
    }
    let has = |bit: u32| crt.ext_types & bit as c_int != 0;
    if has(ext::BASIC_CONSTRAINTS) {
        let is_ca = crt.ca_istrue != 0;
        text.add(format_args!("\n{prefix}basic constraints : CA={is_ca}"));
        if crt.max_pathlen > 0 {
            text.add(format_args!(", max_pathlen={}", crt.max_pathlen - 1));
        }
    }
    // SAFETY: as stated.
    unsafe {
        if has(ext::SUBJECT_ALT_NAME) {
            text.add(format_args!("\n{prefix}subject alt name  :"));
            add_alt_names(text, prefix, &raw const crt.subject_alt_names)?;
        }
        if has(ext::NS_CERT_TYPE) {
            text.add(format_args!("\n{prefix}cert. type        : "));
            add_bits(text, u32::from(crt.ns_cert_type), &NS_CERT_TYPES);
        }
        if has(ext::KEY_USAGE) {
            text.add(format_args!("\n{prefix}key usage         : "));
            add_bits(text, crt.key_usage, &KEY_USAGES);
        }
        if has(ext::EXTENDED_KEY_USAGE) {
            text.add(format_args!("\n{prefix}ext key usage     : "));
            add_identifiers(text, &raw const crt.ext_key_usage, lookup::key_purpose);
        }
        if has(ext::CERTIFICATE_POLICIES) {
            text.add(format_args!("\n{prefix}certificate policies : "));
            add_identifiers(text, &raw const crt.certificate_policies, lookup::policy);
        }
    }
    text.add(format_args!("\n"));
    Ok(())
}

/// Bits of Netscape's certificate type.
pub(in crate::capi) const NS_CERT_TYPES: [(u32, &str); 8] = [
    (0x80, "SSL Client"),
    (0x40, "SSL Server"),
    (0x20, "Email"),
    (0x10, "Object Signing"),
    (0x08, "Reserved"),
    (0x04, "SSL CA"),
    (0x02, "Email CA"),
    (0x01, "Object Signing CA"),
];

/// Bits of keyUsage.
pub(in crate::capi) const KEY_USAGES: [(u32, &str); 9] = [
    (0x80, "Digital Signature"),
    (0x40, "Non Repudiation"),
    (0x20, "Key Encipherment"),
    (0x10, "Data Encipherment"),
    (0x08, "Key Agreement"),
    (0x04, "Key Cert Sign"),
    (0x02, "CRL Sign"),
    (0x01, "Encipher Only"),
    (0x8000, "Decipher Only"),
];

/// Names of the bits that are set.
pub(in crate::capi) fn add_bits(text: &mut Text, bits: u32, names: &[(u32, &str)]) {
    let mut separator = "";
    for (_, name) in names.iter().filter(|(bit, _)| bits & bit != 0) {
        text.add(format_args!("{separator}{name}"));
        separator = ", ";
    }
}

/// A list of object identifiers by what they mean.
///
/// # Safety
/// The list is one.
unsafe fn add_identifiers(
    text: &mut Text,
    mut list: *const mbedtls_x509_sequence,
    name: impl Fn(&[u8]) -> Option<&'static CStr>,
) {
    let mut separator = "";
    // SAFETY: as stated.
    while let Some(entry) = unsafe { list.as_ref() } {
        // SAFETY: as stated.
        let id = unsafe { content(&entry.buf) };
        text.add(format_args!("{separator}"));
        text.add_bytes(name(id).unwrap_or(c"???").to_bytes());
        separator = ", ";
        list = entry.next;
    }
}

/// A line for each entry of subjectAltName.
///
/// # Safety
/// The list is one.
pub(in crate::capi) unsafe fn add_alt_names(
    text: &mut Text,
    prefix: &str,
    mut list: *const mbedtls_x509_sequence,
) -> Cut {
    // SAFETY: as stated.
    while let Some(entry) = unsafe { list.as_ref() } {
        list = entry.next;
        // SAFETY: as stated; what is parsed is freed below.
        unsafe {
            match alt_name::parse(&entry.buf) {
                Ok(mut san) => {
                    let cut = add_alt_name(text, prefix, &san);
                    alt_name::mbedtls_x509_free_subject_alt_name(&raw mut san);
                    cut?;
                }
                Err(MBEDTLS_ERR_X509_FEATURE_UNAVAILABLE) => text.add(format_args!("\n{prefix}    <unsupported>")),
                Err(_) => text.add(format_args!("\n{prefix}    <malformed>")),
            }
        }
    }
    Ok(())
}

/// # Safety
/// The name was parsed from an entry that is alive.
unsafe fn add_alt_name(
    text: &mut Text,
    prefix: &str,
    san: &crate::capi::x509::mbedtls_x509_subject_alternative_name,
) -> Cut {
    let line = |text: &mut Text, title: &str| text.add(format_args!("\n{prefix}    {title} : "));
    // SAFETY: as stated; the kind says which field of the union is set.
    unsafe {
        match san.type_ {
            MBEDTLS_X509_SAN_OTHER_NAME => {
                let module = &san.san.other_name.value.hardware_module_name;
                text.add(format_args!("\n{prefix}    otherName :"));
                text.add(format_args!("\n{prefix}        hardware module name :"));
                text.add(format_args!("\n{prefix}            hardware type          : "));
                let kind = oid::numeric(content(&module.oid)).ok_or(MBEDTLS_ERR_X509_BUFFER_TOO_SMALL)?;
                text.add(format_args!("{kind}"));
                text.add(format_args!("\n{prefix}            hardware serial number : "));
                text.add_digits(content(&module.val));
            }
            MBEDTLS_X509_SAN_DIRECTORY_NAME => {
                line(text, "directoryName");
                text.add_name(&raw const san.san.directory_name)?;
            }
            MBEDTLS_X509_SAN_IP_ADDRESS => {
                line(text, "iPAddress");
                add_address(text, content(&san.san.unstructured_name));
            }
            kind => {
                line(
                    text,
                    match kind {
                        MBEDTLS_X509_SAN_DNS_NAME => "dNSName",
                        MBEDTLS_X509_SAN_RFC822_NAME => "rfc822Name",
                        MBEDTLS_X509_SAN_UNIFORM_RESOURCE_IDENTIFIER => "uniformResourceIdentifier",
                        _ => "<unsupported>",
                    },
                );
                text.add_bytes(content(&san.san.unstructured_name));
            }
        }
    }
    Ok(())
}

/// Four bytes in decimal; sixteen in hexadecimal as 3.6 writes them, each byte without zeros in front.
fn add_address(text: &mut Text, address: &[u8]) {
    if let [a, b, c, d] = address {
        return text.add(format_args!("{a}.{b}.{c}.{d}"));
    }
    for (at, pair) in address.chunks(2).enumerate() {
        let separator = if at == 0 { "" } else { ":" };
        text.add(format_args!("{separator}"));
        for byte in pair {
            text.add(format_args!("{byte:X}"));
        }
    }
}
