//! Keys behind numbers, for the rest of the C layer (`mbedtls_pk_setup_opaque`, `mbedtls_ssl_conf_psk_opaque` and their neighbours).

use super::keys::{Outcome, usable};
use super::types::{mbedtls_svc_key_id_t, psa_algorithm_t};
use super::values::*;
use zeroize::Zeroizing;

/// The bytes of a key, as `psa_export_key` gives them. Errors: INVALID_HANDLE, NOT_PERMITTED.
#[cfg(feature = "certificates")]
pub fn exported(id: mbedtls_svc_key_id_t) -> Outcome<Zeroizing<Vec<u8>>> {
    Ok(usable(id, PSA_KEY_USAGE_EXPORT, PSA_ALG_NONE)?.bytes.clone())
}

/// The bytes of the public half of a key, as `psa_export_public_key` gives them. Errors: INVALID_HANDLE, INVALID_ARGUMENT.
#[cfg(feature = "certificates")]
pub fn exported_public(id: mbedtls_svc_key_id_t) -> Outcome<Vec<u8>> {
    usable(id, 0, PSA_ALG_NONE)?.public_bytes()
}

/// What is to be derived from a pre-shared key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PskUse {
    /// TLS 1.2: the master secret, with either hash (`PSA_ALG_TLS12_PSK_TO_MS`).
    Tls12,
    /// TLS 1.3, whose key schedule starts with HKDF-Extract (RFC 8446 section 7.1): `PSA_ALG_HKDF_EXTRACT` of SHA-256.
    Tls13,
}

impl PskUse {
    /// Whether a key's policy with this algorithm allows it.
    fn is_allowed_by(self, alg: psa_algorithm_t) -> bool {
        let of = |base: psa_algorithm_t, hash: psa_algorithm_t| base | hash & PSA_ALG_HASH_MASK;
        match self {
            Self::Tls12 => [PSA_ALG_SHA_256, PSA_ALG_SHA_384, PSA_ALG_ANY_HASH]
                .iter()
                .any(|hash| alg == of(PSA_ALG_TLS12_PSK_TO_MS_BASE, *hash)),
            Self::Tls13 => [PSA_ALG_SHA_256, PSA_ALG_ANY_HASH]
                .iter()
                .any(|hash| alg == of(PSA_ALG_HKDF_EXTRACT_BASE, *hash)),
        }
    }
}

/// The bytes of a pre-shared key. The key has to allow its export or, if it is one to derive from, one of `uses`.
///
/// Errors: INVALID_HANDLE, NOT_PERMITTED; BUFFER_TOO_SMALL for a structured key, as an RSA key is.
pub fn pre_shared_key(id: mbedtls_svc_key_id_t, uses: &[PskUse]) -> Outcome<Zeroizing<Vec<u8>>> {
    let key = usable(id, 0, PSA_ALG_NONE)?;
    let (policy, key_type) = (&key.attributes.policy, key.attributes.type_);
    let derives = key_type == PSA_KEY_TYPE_DERIVE
        && policy.usage & PSA_KEY_USAGE_DERIVE != 0
        && [policy.alg, policy.alg2]
            .iter()
            .any(|alg| uses.iter().any(|used| used.is_allowed_by(*alg)));
    if policy.usage & PSA_KEY_USAGE_EXPORT == 0 && !derives {
        return Err(PSA_ERROR_NOT_PERMITTED);
    }
    if key.bytes.len() > usize::from(key.attributes.bits).div_ceil(8) {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    Ok(key.bytes.clone())
}
