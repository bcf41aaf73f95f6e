//! A revocation list as text.

use std::ffi::{c_char, c_int};
use std::mem::MaybeUninit;
use std::ptr;

use super::mbedtls_x509_crl;
use super::object::Object;
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::mbedtls_pk_rsassa_pss_options;
use crate::capi::ptr::c_str;
use crate::capi::x509::{
    MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_BUFFER_TOO_SMALL, MBEDTLS_ERR_X509_FATAL_ERROR,
};
use crate::capi::x509_crt::object::md_type;
use crate::capi::x509_info::{Cut, Text};

/// Writes what a revocation list says, a line for each field and each revoked certificate.
///
/// \param buf     Where to put the text.
/// \param size    Its size in bytes, the closing zero included.
/// \param prefix  Put before each line.
/// \param crl     The list.
///
/// \return  The length of the text without its closing zero; `MBEDTLS_ERR_X509_BUFFER_TOO_SMALL` if it does not fit (as
///          much as fits was written); another negative code for content that has no text, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509_crl_info(
    buf: *mut c_char,
    size: usize,
    prefix: *const c_char,
    crl: *const mbedtls_x509_crl,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `prefix` is NULL or a string; `crl` is NULL or initialised; `buf` holds `size` bytes.
        unsafe {
            let (Some(prefix), Some(crl)) = (c_str(prefix), crl.as_ref()) else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            let mut text = Text::default();
            let cut = describe(&mut text, &prefix.to_string_lossy(), crl);
            text.put(cut, buf, size)
        }
    })
}

/// # Safety
/// The lists of `crl` are what they say.
unsafe fn describe(text: &mut Text, prefix: &str, crl: &mbedtls_x509_crl) -> Cut {
    // SAFETY: as stated; `inner` is NULL or the object that `load` made.
    unsafe {
        text.add(format_args!("{prefix}CRL version   : {}", crl.version));
        text.add(format_args!("\n{prefix}issuer name   : "));
        text.add_name(&raw const crl.issuer)
            .map_err(|_| MBEDTLS_ERR_X509_BUFFER_TOO_SMALL)?;
        text.add(format_args!("\n{prefix}this update   : "));
        text.add_time(&crl.this_update);
        text.add(format_args!("\n{prefix}next update   : "));
        text.add_time(&crl.next_update);
        text.add(format_args!("\n{prefix}Revoked certificates:"));
        let mut entry = &raw const crl.entry;
        while let Some(revoked) = entry.as_ref().filter(|revoked| revoked.raw.len != 0) {
            text.add(format_args!("\n{prefix}serial number: "));
            text.add_serial(&revoked.serial);
            text.add(format_args!(" revocation date: "));
            text.add_time(&revoked.revocation_date);
            entry = revoked.next;
        }
        text.add(format_args!("\n{prefix}signed using  : "));
        let signed_with = crl.inner.cast::<Object>().as_ref().map(|object| object.crl.signed_with);
        let md = signed_with.map_or(mbedtls_md_type_t::MBEDTLS_MD_NONE, |with| md_type(with.hash));
        let options = signed_with
            .and_then(|with| with.pss)
            .map(|pss| mbedtls_pk_rsassa_pss_options {
                mgf1_hash_id: MaybeUninit::new(md_type(pss.mgf_hash)),
                expected_salt_len: c_int::try_from(pss.salt_length).unwrap_or(c_int::MAX),
            });
        let options = options
            .as_ref()
            .map_or(ptr::null(), |options| ptr::from_ref(options).cast());
        text.add_signature_algorithm(&crl.sig_oid, MaybeUninit::new(md), options);
        text.add(format_args!("\n"));
    }
    Ok(())
}
