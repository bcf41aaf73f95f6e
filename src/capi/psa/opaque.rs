//! Keys behind numbers, for the rest of the C layer (`mbedtls_pk_setup_opaque` and its neighbours).

use super::keys::{Outcome, usable};
use super::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_usage_t};
use super::values::*;
use crate::crypto::sign::SigningKey;
use std::sync::Arc;
use zeroize::Zeroizing;

/// The private key of a number, if it may be used like this with `alg`. Whoever has it keeps it, also if a program destroys
/// the key meanwhile.
///
/// Errors: INVALID_HANDLE, NOT_PERMITTED, INVALID_ARGUMENT for what is no single algorithm, NOT_SUPPORTED for kinds of keys
/// that [`SigningKey`] does not have.
pub fn signing_key_for(
    id: mbedtls_svc_key_id_t,
    usage: psa_key_usage_t,
    alg: psa_algorithm_t,
) -> Outcome<Arc<SigningKey>> {
    usable(id, usage, alg)?.signing_key().ok_or(PSA_ERROR_NOT_SUPPORTED)
}

/// The bytes of a key, as `psa_export_key` gives them. Errors: INVALID_HANDLE, NOT_PERMITTED.
pub fn exported(id: mbedtls_svc_key_id_t) -> Outcome<Zeroizing<Vec<u8>>> {
    Ok(usable(id, PSA_KEY_USAGE_EXPORT, PSA_ALG_NONE)?.bytes.clone())
}

/// The bytes of the public half of a key, as `psa_export_public_key` gives them. Errors: INVALID_HANDLE, INVALID_ARGUMENT.
pub fn exported_public(id: mbedtls_svc_key_id_t) -> Outcome<Vec<u8>> {
    usable(id, 0, PSA_ALG_NONE)?.public_bytes()
}
