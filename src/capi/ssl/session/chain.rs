//! The peer's certificates, which a session keeps.

use std::ffi::c_int;

use super::super::names::*;
use crate::capi::pk::MBEDTLS_ERR_PK_ALLOC_FAILED;
use crate::capi::platform::{mbedtls_calloc, mbedtls_free};
use crate::capi::ptr::bytes;
use crate::capi::x509::MBEDTLS_ERR_X509_ALLOC_FAILED;
use crate::capi::x509_crt::object;
use crate::capi::x509_crt::{
    mbedtls_x509_crt, mbedtls_x509_crt_free, mbedtls_x509_crt_init, mbedtls_x509_crt_parse_der,
};

/// A chain of our own, initialised; NULL without memory.
fn new_chain() -> *mut mbedtls_x509_crt {
    // SAFETY: the memory is of the right size and initialised at once.
    unsafe {
        let chain = mbedtls_calloc(1, size_of::<mbedtls_x509_crt>()).cast::<mbedtls_x509_crt>();
        if !chain.is_null() {
            mbedtls_x509_crt_init(chain);
        }
        chain
    }
}

/// Certificates as a chain of our own; the parser's code if one cannot be parsed.
pub(in crate::capi::ssl) fn parse_chain(ders: &[Vec<u8>]) -> Result<*mut mbedtls_x509_crt, c_int> {
    // SAFETY: a fresh chain; each DER lives through its call.
    unsafe {
        let chain = new_chain();
        if chain.is_null() {
            return Err(MBEDTLS_ERR_SSL_ALLOC_FAILED);
        }
        for der in ders {
            let code = mbedtls_x509_crt_parse_der(chain, der.as_ptr(), der.len());
            if code != 0 {
                free_chain(chain);
                return Err(match code {
                    MBEDTLS_ERR_X509_ALLOC_FAILED | MBEDTLS_ERR_PK_ALLOC_FAILED => MBEDTLS_ERR_SSL_ALLOC_FAILED,
                    other => other,
                });
            }
        }
        Ok(chain)
    }
}

/// The certificates of a chain, leaf first, as DER.
///
/// # Safety
/// `chain` is NULL or an initialised chain.
pub(in crate::capi::ssl) unsafe fn chain_ders(mut chain: *const mbedtls_x509_crt) -> Vec<Vec<u8>> {
    let mut out = Vec::new();
    // SAFETY: every `next` of a chain is NULL or a certificate; `raw` holds `len` bytes.
    unsafe {
        while let Some(crt) = chain.as_ref() {
            out.extend(
                bytes(crt.raw.p, crt.raw.len)
                    .filter(|der| !der.is_empty())
                    .map(<[u8]>::to_vec),
            );
            chain = crt.next;
        }
    }
    out
}

/// Frees a chain of our own, when its last holder lets go of it.
///
/// # Safety
/// `chain` is NULL or came from [`parse_chain`] and is not used any more by this holder.
pub(in crate::capi::ssl) unsafe fn free_chain(chain: *mut mbedtls_x509_crt) {
    // SAFETY: as stated.
    if !chain.is_null() && unsafe { object::unshare(chain) } {
        // SAFETY: as stated.
        unsafe {
            mbedtls_x509_crt_free(chain);
            mbedtls_free(chain.cast());
        }
    }
}
