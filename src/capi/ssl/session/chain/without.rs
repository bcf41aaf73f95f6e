//! In place of the peer's certificates where the option `certificates` is off: every chain is NULL.

use std::ffi::c_int;
use std::ptr;

use super::super::names::*;
use crate::capi::x509_crt::mbedtls_x509_crt;

/// There are no certificates, whoever wrote that there are.
pub(in crate::capi::ssl) fn parse_chain(_: &[Vec<u8>]) -> Result<*mut mbedtls_x509_crt, c_int> {
    Err(MBEDTLS_ERR_SSL_BAD_INPUT_DATA)
}

/// None.
///
/// # Safety
/// None is needed.
pub(in crate::capi::ssl) unsafe fn chain_ders(_: *const mbedtls_x509_crt) -> Vec<Vec<u8>> {
    Vec::new()
}

/// NULL
///
/// # Safety
/// None is needed.
pub(super) unsafe fn same_chain(_: *mut mbedtls_x509_crt) -> Result<*mut mbedtls_x509_crt, c_int> {
    Ok(ptr::null_mut())
}

/// Nothing is to be freed.
///
/// # Safety
/// None is needed.
pub(in crate::capi::ssl) unsafe fn free_chain(_: *mut mbedtls_x509_crt) {}
