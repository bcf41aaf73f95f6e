//! In place of keys that sign where the option `certificates` is off. There are no RSA keys; those of elliptic curves agree on
//! secrets.

use super::material::Key;
use super::types::{psa_key_type_t, psa_status_t};
use super::values::PSA_ERROR_NOT_SUPPORTED;
use zeroize::Zeroizing;

/// NOT_SUPPORTED
pub(super) fn rsa_public_bytes(_: &Key) -> Result<Vec<u8>, psa_status_t> {
    Err(PSA_ERROR_NOT_SUPPORTED)
}

/// NOT_SUPPORTED
pub(super) fn import_rsa(_: psa_key_type_t, _: &[u8]) -> Result<(Zeroizing<Vec<u8>>, usize), psa_status_t> {
    Err(PSA_ERROR_NOT_SUPPORTED)
}

/// NOT_SUPPORTED
pub(super) fn generate_rsa(_: usize, _: &[u8]) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    Err(PSA_ERROR_NOT_SUPPORTED)
}
