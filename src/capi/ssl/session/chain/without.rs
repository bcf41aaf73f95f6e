//! In place of the peer's certificates where the option `certificates` is off: every chain is NULL.

use crate::capi::x509_crt::mbedtls_x509_crt;

/// None.
///
/// # Safety
/// None is needed.
pub(in crate::capi::ssl) unsafe fn chain_ders(_: *const mbedtls_x509_crt) -> Vec<Vec<u8>> {
    Vec::new()
}

/// Nothing is to be freed.
///
/// # Safety
/// None is needed.
pub(in crate::capi::ssl) unsafe fn free_chain(_: *mut mbedtls_x509_crt) {}
