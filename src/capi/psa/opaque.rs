//! Keys behind numbers, for the rest of the C layer (`mbedtls_pk_setup_opaque`, `mbedtls_ssl_conf_psk_opaque` and their neighbours).

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

/// The bytes of a pre-shared key of TLS 1.3, whose key schedule starts with HKDF-Extract (RFC 8446 section 7.1). The key has to
/// allow its export, or, if it is one to derive from, to be extracted from with SHA-256.
///
/// Errors: INVALID_HANDLE, NOT_PERMITTED; BUFFER_TOO_SMALL for a structured key, as an RSA key is.
pub fn pre_shared_key(id: mbedtls_svc_key_id_t) -> Outcome<Zeroizing<Vec<u8>>> {
    const EXTRACT: psa_algorithm_t = PSA_ALG_HKDF_EXTRACT_BASE | PSA_ALG_SHA_256 & PSA_ALG_HASH_MASK;
    const ANY_EXTRACT: psa_algorithm_t = PSA_ALG_HKDF_EXTRACT_BASE | PSA_ALG_ANY_HASH & PSA_ALG_HASH_MASK;
    let key = usable(id, 0, PSA_ALG_NONE)?;
    let (policy, key_type) = (&key.attributes.policy, key.attributes.type_);
    let derives = key_type == PSA_KEY_TYPE_DERIVE
        && policy.usage & PSA_KEY_USAGE_DERIVE != 0
        && [policy.alg, policy.alg2]
            .iter()
            .any(|alg| [EXTRACT, ANY_EXTRACT].contains(alg));
    if policy.usage & PSA_KEY_USAGE_EXPORT == 0 && !derives {
        return Err(PSA_ERROR_NOT_PERMITTED);
    }
    if key.bytes.len() > usize::from(key.attributes.bits).div_ceil(8) {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    Ok(key.bytes.clone())
}
