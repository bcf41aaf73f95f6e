//! `psa/crypto.h`: what a key may be used for, and what its copy may.

use super::alg::{
    aead_tag_length, aead_with_tag, block_length, full_length_mac, is_aead, is_block_cipher_mac, is_hmac,
    is_key_agreement, is_mac, is_raw_key_agreement, is_sign_hash, is_wildcard, key_agreement_base, mac_length,
    mac_truncated_length, sign_hash, truncated_mac, without_hash,
};
use super::types::{psa_algorithm_t, psa_key_policy_t, psa_key_type_t, psa_key_usage_t, psa_status_t};
use super::values::*;

/// All uses that there are.
const ALL_USES: psa_key_usage_t = PSA_KEY_USAGE_EXPORT
    | PSA_KEY_USAGE_COPY
    | PSA_KEY_USAGE_ENCRYPT
    | PSA_KEY_USAGE_DECRYPT
    | PSA_KEY_USAGE_SIGN_MESSAGE
    | PSA_KEY_USAGE_VERIFY_MESSAGE
    | PSA_KEY_USAGE_SIGN_HASH
    | PSA_KEY_USAGE_VERIFY_HASH
    | PSA_KEY_USAGE_VERIFY_DERIVATION
    | PSA_KEY_USAGE_DERIVE;

/// Fails with INVALID_ARGUMENT if a new key asks for a use that there is not.
pub(super) fn check(policy: &psa_key_policy_t) -> Result<(), psa_status_t> {
    if policy.usage & !ALL_USES == 0 {
        Ok(())
    } else {
        Err(PSA_ERROR_INVALID_ARGUMENT)
    }
}

/// Fails with INVALID_ARGUMENT if `alg` is no single algorithm, with NOT_PERMITTED if a key of this kind and policy is not
/// for it.
pub(super) fn permits(
    policy: &psa_key_policy_t,
    key_type: psa_key_type_t,
    alg: psa_algorithm_t,
) -> Result<(), psa_status_t> {
    if alg == PSA_ALG_NONE || is_wildcard(alg) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    if algorithm_permits(key_type, policy.alg, alg) || algorithm_permits(key_type, policy.alg2, alg) {
        Ok(())
    } else {
        Err(PSA_ERROR_NOT_PERMITTED)
    }
}

/// Whether a MAC goes with a kind of keys.
pub(super) fn mac_fits(alg: psa_algorithm_t, key_type: psa_key_type_t) -> bool {
    (is_hmac(alg) && key_type == PSA_KEY_TYPE_HMAC) || (is_block_cipher_mac(alg) && block_length(key_type) > 1)
}

/// Whether a key for `policy` may be used with `asked`.
fn algorithm_permits(key_type: psa_key_type_t, policy: psa_algorithm_t, asked: psa_algorithm_t) -> bool {
    if asked == policy {
        return true;
    }
    if is_sign_hash(asked) && sign_hash(policy) == PSA_ALG_ANY_HASH {
        return without_hash(policy) == without_hash(asked);
    }
    if is_aead(policy)
        && is_aead(asked)
        && aead_with_tag(policy, 0) == aead_with_tag(asked, 0)
        && policy & PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG != 0
    {
        return aead_tag_length(policy) <= aead_tag_length(asked);
    }
    if is_mac(policy) && is_mac(asked) && full_length_mac(policy) == full_length_mac(asked) {
        if !mac_fits(policy, key_type) {
            return false;
        }
        let whole = mac_length(key_type, full_length_mac(asked));
        let length = mac_length(key_type, asked);
        if mac_truncated_length(policy) == 0 {
            return length == whole;
        }
        if mac_truncated_length(asked) == 0 && mac_truncated_length(policy) == whole {
            return true;
        }
        if policy & PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG != 0 {
            return mac_truncated_length(policy) <= length;
        }
    }
    // Who may agree on a secret may derive keys from it.
    is_raw_key_agreement(policy) && is_key_agreement(asked) && key_agreement_base(asked) == policy
}

/// What a copy of a key may be used for: what both its attributes ask for and the key itself is for. Fails with
/// INVALID_ARGUMENT where their algorithms have nothing in common.
pub(super) fn restrict(
    key_type: psa_key_type_t,
    asked: &psa_key_policy_t,
    source: &psa_key_policy_t,
) -> Result<psa_key_policy_t, psa_status_t> {
    let common = |a: psa_algorithm_t, b: psa_algorithm_t| {
        let alg = intersection(key_type, a, b);
        if alg == PSA_ALG_NONE && a != PSA_ALG_NONE && b != PSA_ALG_NONE {
            Err(PSA_ERROR_INVALID_ARGUMENT)
        } else {
            Ok(alg)
        }
    };
    Ok(psa_key_policy_t {
        usage: asked.usage & source.usage,
        alg: common(asked.alg, source.alg)?,
        alg2: common(asked.alg2, source.alg2)?,
    })
}

/// The algorithm, or the narrower wildcard, that two algorithms of policies have in common; `PSA_ALG_NONE` if they have
/// none.
fn intersection(key_type: psa_key_type_t, a: psa_algorithm_t, b: psa_algorithm_t) -> psa_algorithm_t {
    if a == b {
        return a;
    }
    if is_sign_hash(a) && is_sign_hash(b) && without_hash(a) == without_hash(b) {
        if sign_hash(a) == PSA_ALG_ANY_HASH {
            return b;
        }
        if sign_hash(b) == PSA_ALG_ANY_HASH {
            return a;
        }
    }
    if is_aead(a) && is_aead(b) && aead_with_tag(a, 0) == aead_with_tag(b, 0) {
        const FLAG: psa_algorithm_t = PSA_ALG_AEAD_AT_LEAST_THIS_LENGTH_FLAG;
        let (a_length, b_length) = (aead_tag_length(a), aead_tag_length(b));
        if a & b & FLAG != 0 {
            return aead_with_tag(a, a_length.max(b_length)) | FLAG;
        }
        if a & FLAG != 0 && a_length <= b_length {
            return b;
        }
        if b & FLAG != 0 && b_length <= a_length {
            return a;
        }
    }
    if is_mac(a) && is_mac(b) && full_length_mac(a) == full_length_mac(b) && mac_fits(a, key_type) {
        const FLAG: psa_algorithm_t = PSA_ALG_MAC_AT_LEAST_THIS_LENGTH_FLAG;
        let (a_length, b_length) = (mac_length(key_type, a), mac_length(key_type, b));
        return match (a & FLAG != 0, b & FLAG != 0) {
            (true, true) => truncated_mac(a, a_length.max(b_length)) | FLAG,
            (true, false) if a_length <= b_length => b,
            (false, true) if b_length <= a_length => a,
            (false, false) if a_length == b_length => truncated_mac(a, a_length),
            _ => PSA_ALG_NONE,
        };
    }
    PSA_ALG_NONE
}
