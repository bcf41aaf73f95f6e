//! In place of what an end authenticates with where the option `certificates` is off: there is nothing.

use std::sync::Arc;

use super::drive::Call;
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::tls::config::Credential;

/// None.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn authorities(_: &Call) -> Vec<Vec<u8>> {
    Vec::new()
}

/// None.
///
/// # Safety
/// None is needed.
pub(super) unsafe fn candidates(_: &Call, _: &[Vec<u8>]) -> Vec<Arc<Credential>> {
    Vec::new()
}

/// None.
///
/// # Safety
/// None is needed.
pub unsafe fn subjects(_: *const mbedtls_x509_crt) -> Vec<Vec<u8>> {
    Vec::new()
}
