//! The C struct of a message, filled and freed.
//!
//! All that hangs on it comes from `mbedtls_calloc`, but for what stands behind the certificate.

use core::ffi::c_int;
use std::ptr;
use std::sync::Arc;

use super::{
    MBEDTLS_ERR_PKCS7_ALLOC_FAILED, MBEDTLS_PKCS7_SUPPORTED_VERSION, mbedtls_pkcs7, mbedtls_pkcs7_signed_data,
    mbedtls_pkcs7_signer_info,
};
use crate::capi::asn1::list::mbedtls_asn1_free_named_data_list_shallow;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::zero;
use crate::capi::x509::mbedtls_x509_name;
use crate::capi::x509_crl::parse::mbedtls_x509_crl_free;
use crate::capi::x509_crt::mbedtls_x509_crt_free;
use crate::capi::x509_crt::object::{load, name_node, view, view_span};
use crate::pki::name::Name;
use crate::pki::pkcs7::{SignedData, Signer};

/// Zeroed memory for one `T`.
fn allocate<T>() -> Result<*mut T, c_int> {
    // SAFETY: any arguments are allowed.
    let memory = unsafe { mbedtls_calloc(1, size_of::<T>()) }.cast::<T>();
    if memory.is_null() {
        Err(MBEDTLS_ERR_PKCS7_ALLOC_FAILED)
    } else {
        Ok(memory)
    }
}

/// Fills empty signed data. What was filled of it before a failure is the caller's to [`unload`].
///
/// # Safety
/// `data` is zeroed; `der` is the message that was read, and lives as long as `data` is in use.
pub(super) unsafe fn fill(data: &mut mbedtls_pkcs7_signed_data, der: &[u8], message: SignedData) -> Result<(), c_int> {
    data.version = MBEDTLS_PKCS7_SUPPORTED_VERSION;
    data.digest_alg_identifiers = view(der, message.digest);
    if let Some(certificate) = message.certificate {
        // SAFETY: `certs` is zeroed; the certificate shows DER of its own.
        unsafe { load(&mut data.certs, Arc::new(certificate), None) }.map_err(|_| MBEDTLS_ERR_PKCS7_ALLOC_FAILED)?;
        data.no_of_certs = 1;
    }
    let mut place = &raw mut data.signers;
    for (before, signer) in message.signers.iter().enumerate() {
        // SAFETY: `place` is the first signer, or the last one allocated; each is zeroed.
        unsafe {
            if before > 0 {
                (*place).next = allocate()?;
                place = (*place).next;
            }
            fill_signer(&mut *place, der, signer)?;
        }
    }
    data.no_of_signers = c_int::try_from(message.signers.len()).unwrap_or(c_int::MAX);
    Ok(())
}

/// # Safety
/// `info` is zeroed; `der` as for [`fill`].
unsafe fn fill_signer(info: &mut mbedtls_pkcs7_signer_info, der: &[u8], signer: &Signer) -> Result<(), c_int> {
    info.version = MBEDTLS_PKCS7_SUPPORTED_VERSION;
    info.serial = view(der, signer.serial);
    // 3.6 sets no tag where the tag is part of the bytes.
    info.issuer_raw = view_span(der, 0, signer.issuer_raw);
    info.alg_identifier = view(der, signer.digest);
    info.sig_alg_identifier = view(der, signer.signature_algorithm);
    info.sig = view(der, signer.signature);
    // SAFETY: the name is zeroed.
    unsafe { fill_name(&mut info.issuer, der, &signer.issuer) }
}

/// # Safety
/// `first` is zeroed; `der` as for [`fill`].
unsafe fn fill_name(first: &mut mbedtls_x509_name, der: &[u8], name: &Name) -> Result<(), c_int> {
    let mut place = ptr::from_mut(first);
    for (before, attribute) in name.iter().enumerate() {
        // SAFETY: `place` is the first node, or the last one allocated.
        unsafe {
            if before > 0 {
                (*place).next = allocate()?;
                place = (*place).next;
            }
            place.write(name_node(der, attribute));
        }
    }
    Ok(())
}

/// Frees what a message holds, and makes it zero; one without `raw` holds nothing, and stays as it is.
///
/// # Safety
/// `pkcs7` is NULL, or initialised and used by nobody else.
pub(super) unsafe fn unload(pkcs7: *mut mbedtls_pkcs7) {
    // SAFETY: `raw`, each signer but the first, and each node of a name but the first come from `mbedtls_calloc`; the
    // certificate is empty or loaded, the revocation list empty.
    unsafe {
        let Some(message) = pkcs7.as_mut().filter(|message| !message.raw.p.is_null()) else {
            return;
        };
        mbedtls_x509_crt_free(&raw mut message.signed_data.certs);
        mbedtls_x509_crl_free(&raw mut message.signed_data.crl);
        let first = &raw mut message.signed_data.signers;
        let mut signer = first;
        while !signer.is_null() {
            let next = (*signer).next;
            mbedtls_asn1_free_named_data_list_shallow((*signer).issuer.next);
            if signer != first {
                mbedtls_free(signer.cast());
            }
            signer = next;
        }
        mbedtls_free(message.raw.p.cast());
        zero(pkcs7);
    }
}
