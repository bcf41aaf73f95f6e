//! A certificate request as text.

use std::ffi::{c_char, c_int};

use super::mbedtls_x509_csr;
use crate::capi::guard::guard;
use crate::capi::ptr::c_str;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_BUFFER_TOO_SMALL, MBEDTLS_ERR_X509_FATAL_ERROR,
};
use crate::capi::x509_crt::info::{KEY_USAGES, NS_CERT_TYPES, add_alt_names, add_bits};
use crate::capi::x509_info::{Cut, Text};
use crate::pki::oid::ext;

/// Writes what a certificate request says, a line for each field.
///
/// \param buf     Where to put the text.
/// \param size    Its size in bytes, the closing zero included.
/// \param prefix  Put before each line.
/// \param csr     The request.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit (as
///          much as fits was written); another negative code for content that has no text, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_csr_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    csr: *const mbedtls_x509_csr,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `prefix` is NULL or a string; `csr` is NULL or initialised; `buf` holds `size` bytes.
        unsafe {
            let (Some(prefix), Some(csr)) = (c_str(prefix), csr.as_ref()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let mut text = Text::default();
            let cut = describe(&mut text, &prefix.to_string_lossy(), csr);
            text.put(cut, buf, size)
        }
    })
}

/// # Safety
/// The lists of `csr` are what they say.
unsafe fn describe(text: &mut Text, prefix: &str, csr: &mbedtls_x509_csr) -> Cut {
    /// Where the colons stand.
    const COLUMN: usize = 14;
    let has = |bit: u32| csr.ext_types & bit as c_int != 0;
    // SAFETY: as stated.
    unsafe {
        text.add(format_args!("{prefix}CSR version   : {}\n", csr.version));
        text.add(format_args!("{prefix}subject name  : "));
        text.add_name(&raw const csr.subject)
            .map_err(|_| MBEDTLS_ERR_X509_BUFFER_TOO_SMALL)?;
        text.add(format_args!("\n{prefix}signed using  : "));
        text.add_signature_algorithm(&csr.sig_oid, csr.sig_md, csr.sig_opts);
        text.add(format_args!("\n{prefix}"));
        text.add_key_size(&csr.pk, COLUMN)?;
        text.add(format_args!("\n"));
        if has(ext::SUBJECT_ALT_NAME) {
            text.add(format_args!("\n{prefix}subject alt name  :"));
            add_alt_names(text, prefix, &raw const csr.subject_alt_names)?;
        }
    }
    if has(ext::NS_CERT_TYPE) {
        text.add(format_args!("\n{prefix}cert. type        : "));
        add_bits(text, u32::from(csr.ns_cert_type), &NS_CERT_TYPES);
    }
    if has(ext::KEY_USAGE) {
        text.add(format_args!("\n{prefix}key usage         : "));
        add_bits(text, csr.key_usage, &KEY_USAGES);
    }
    if csr.ext_types != 0 {
        text.add(format_args!("\n"));
    }
    Ok(())
}
