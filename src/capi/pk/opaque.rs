//! Keys that the PSA interface holds.
//!
//! What 3.6 does with them it does where `MBEDTLS_USE_PSA_CRYPTO` is defined. DEVIATION: here that macro is not defined,
//! because nothing else that it stands for changes, and these functions are there without it.

use std::ffi::c_int;
use std::sync::Arc;

use zeroize::Zeroizing;

use super::object::{Held, held, info, special_info};
use super::signature::Outcome;
use super::{
    MBEDTLS_ERR_PK_ALLOC_FAILED, MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_BUFFER_TOO_SMALL,
    MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE, MBEDTLS_ERR_PK_INVALID_ALG, MBEDTLS_ERR_PK_KEY_INVALID_FORMAT,
    MBEDTLS_ERR_PK_TYPE_MISMATCH, mbedtls_pk_context, mbedtls_pk_type_t,
};
use crate::capi::ecp::{
    MBEDTLS_ERR_ECP_BAD_INPUT_DATA, MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL, MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
    MBEDTLS_ERR_ECP_VERIFY_FAILED,
};
use crate::capi::error::{MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, MBEDTLS_ERR_ERROR_GENERIC_ERROR};
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::psa::opaque::exported;
use crate::capi::psa::sign::{attributes_of, decrypt_with, public_key_of, sign_hash_with};
use crate::capi::psa::signing::signing_key_for;
use crate::capi::psa::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_type_t, psa_key_usage_t, psa_status_t};
use crate::capi::psa::values::*;
use crate::capi::ptr::CEnum;
use crate::capi::rsa::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_INVALID_PADDING, MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE,
    MBEDTLS_ERR_RSA_VERIFY_FAILED,
};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::{SignatureAlgorithm, SigningKey};
use crate::crypto::verify::PublicKey;
use crate::pki::raw_signature;

/// The number of a key that the PSA interface holds.
#[derive(Clone, Copy)]
pub(in crate::capi) struct Opaque {
    pub id: mbedtls_svc_key_id_t,
}

/// Whether the type is that of elliptic curve key pairs.
pub(super) const fn is_ec_pair(key_type: psa_key_type_t) -> bool {
    key_type & !PSA_KEY_TYPE_ECC_CURVE_MASK == PSA_KEY_TYPE_ECC_KEY_PAIR_BASE
}

impl Opaque {
    /// The type of the key; `None` if it is gone.
    fn key_type(self) -> Option<psa_key_type_t> {
        attributes_of(self.id).ok().map(|attributes| attributes.type_)
    }

    /// Whether it is an RSA key.
    fn is_rsa(self) -> bool {
        self.key_type() == Some(PSA_KEY_TYPE_RSA_KEY_PAIR)
    }

    /// The size in bits; 0 if the key is gone.
    pub fn bits(self) -> usize {
        attributes_of(self.id).map_or(0, |attributes| usize::from(attributes.bits))
    }

    /// The public half, for RSA and the curves that sign.
    pub fn public(self) -> Option<Arc<PublicKey>> {
        public_key_of(self.id).ok()
    }

    /// The private key, if its policy lets it be exported.
    pub fn exported(self) -> Option<Arc<SigningKey>> {
        exported(self.id).ok()?;
        signing_key_for(self.id, PSA_KEY_USAGE_EXPORT, PSA_ALG_NONE).ok()
    }

    /// The private key, if its policy lets it sign like this.
    pub fn signing_key(self, algorithm: SignatureAlgorithm) -> Option<Arc<SigningKey>> {
        let algs = match algorithm {
            SignatureAlgorithm::Ecdsa(hash) => [ecdsa(psa_hash(hash), true), ecdsa(psa_hash(hash), false)],
            SignatureAlgorithm::RsaPss(hash) => pss(psa_hash(hash)),
            SignatureAlgorithm::RsaPkcs1(hash) => {
                [PSA_ALG_RSA_PKCS1V15_SIGN_BASE | psa_hash(hash) & PSA_ALG_HASH_MASK; 2]
            }
            SignatureAlgorithm::Ed25519 => return None,
        };
        algs.into_iter()
            .find_map(|alg| signing_key_for(self.id, PSA_KEY_USAGE_SIGN_HASH, alg).ok())
    }

    /// Signs a hash as `mbedtls_pk_sign` does: with an RSA key in the way that its policy says.
    pub fn sign(self, md: mbedtls_md_type_t, hash: &[u8]) -> Outcome<Vec<u8>> {
        let attributes = attributes_of(self.id).map_err(pk_code)?;
        if attributes.type_ == PSA_KEY_TYPE_RSA_KEY_PAIR {
            let alg = attributes.policy.alg & !PSA_ALG_HASH_MASK | md_alg(md) & PSA_ALG_HASH_MASK;
            return sign_hash_with(self.id, alg, hash).map_err(rsa_code);
        }
        let signature = sign_hash_with(self.id, ecdsa(md_alg(md), true), hash)
            .or_else(|status| match status {
                PSA_ERROR_NOT_PERMITTED => sign_hash_with(self.id, ecdsa(md_alg(md), false), hash),
                other => Err(other),
            })
            .map_err(ecdsa_code)?;
        raw_signature::to_der(&signature).map_err(|_| MBEDTLS_ERR_PK_BAD_INPUT_DATA)
    }

    /// Signs a hash with RSASSA-PSS.
    pub fn sign_pss(self, md: mbedtls_md_type_t, hash: &[u8]) -> Outcome<Vec<u8>> {
        let hash_alg = md_alg(md);
        if hash_alg == PSA_ALG_NONE {
            return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        }
        let [plain, any_salt] = pss(hash_alg);
        sign_hash_with(self.id, plain, hash)
            .or_else(|status| match status {
                PSA_ERROR_NOT_PERMITTED => sign_hash_with(self.id, any_salt, hash),
                other => Err(other),
            })
            .map_err(rsa_code)
    }

    /// Decrypts with the algorithm that the key is for.
    pub fn decrypt(self, input: &[u8]) -> Outcome<Zeroizing<Vec<u8>>> {
        let attributes = attributes_of(self.id).map_err(pk_code)?;
        if attributes.type_ != PSA_KEY_TYPE_RSA_KEY_PAIR {
            return Err(MBEDTLS_ERR_PK_TYPE_MISMATCH);
        }
        decrypt_with(self.id, attributes.policy.alg, input).map_err(rsa_code)
    }

    /// Whether it is the private half of this key.
    pub fn check_pair(self, public: Option<&PublicKey>) -> c_int {
        if self.is_rsa() {
            return MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE;
        }
        match (public_key_of(self.id), public) {
            (Ok(own), Some(public)) if *own == *public => 0,
            (Err(status), _) => pk_code(status),
            _ => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
        }
    }
}

/// The number of a digest.
fn psa_hash(hash: HashAlgorithm) -> psa_algorithm_t {
    mbedtls_md_type_t::ALL
        .iter()
        .find(|md| super::signature::hash_algorithm(**md) == Some(hash))
        .map_or(PSA_ALG_NONE, |md| md_alg(*md))
}

/// The number of a digest, which is that of C with the category; `PSA_ALG_NONE` for none.
pub(super) fn md_alg(md: mbedtls_md_type_t) -> psa_algorithm_t {
    match u32::try_from(md.number()) {
        Ok(number) if number != 0 => PSA_ALG_CATEGORY_HASH | number,
        _ => PSA_ALG_NONE,
    }
}

/// ECDSA with a digest.
const fn ecdsa(hash: psa_algorithm_t, is_deterministic: bool) -> psa_algorithm_t {
    let base = if is_deterministic {
        PSA_ALG_DETERMINISTIC_ECDSA_BASE
    } else {
        PSA_ALG_ECDSA_BASE
    };
    base | hash & PSA_ALG_HASH_MASK
}

/// RSASSA-PSS with a digest: a key may be for either of these.
const fn pss(hash: psa_algorithm_t) -> [psa_algorithm_t; 2] {
    let hash = hash & PSA_ALG_HASH_MASK;
    [PSA_ALG_RSA_PSS_BASE | hash, PSA_ALG_RSA_PSS_ANY_SALT_BASE | hash]
}

/// What a status is in `pk.h`.
pub(super) const fn pk_code(status: psa_status_t) -> c_int {
    match status {
        PSA_SUCCESS => 0,
        PSA_ERROR_INVALID_HANDLE => MBEDTLS_ERR_PK_KEY_INVALID_FORMAT,
        PSA_ERROR_BUFFER_TOO_SMALL => MBEDTLS_ERR_PK_BUFFER_TOO_SMALL,
        PSA_ERROR_NOT_SUPPORTED => MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE,
        PSA_ERROR_INVALID_ARGUMENT => MBEDTLS_ERR_PK_INVALID_ALG,
        PSA_ERROR_NOT_PERMITTED => MBEDTLS_ERR_PK_TYPE_MISMATCH,
        PSA_ERROR_INSUFFICIENT_MEMORY => MBEDTLS_ERR_PK_ALLOC_FAILED,
        PSA_ERROR_BAD_STATE => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
        PSA_ERROR_CORRUPTION_DETECTED => MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED,
        _ => MBEDTLS_ERR_ERROR_GENERIC_ERROR,
    }
}

/// What a status is where an RSA key is used.
const fn rsa_code(status: psa_status_t) -> c_int {
    match status {
        PSA_ERROR_NOT_PERMITTED | PSA_ERROR_INVALID_ARGUMENT | PSA_ERROR_INVALID_HANDLE => {
            MBEDTLS_ERR_RSA_BAD_INPUT_DATA
        }
        PSA_ERROR_BUFFER_TOO_SMALL => MBEDTLS_ERR_RSA_OUTPUT_TOO_LARGE,
        PSA_ERROR_INVALID_SIGNATURE => MBEDTLS_ERR_RSA_VERIFY_FAILED,
        PSA_ERROR_INVALID_PADDING => MBEDTLS_ERR_RSA_INVALID_PADDING,
        other => pk_code(other),
    }
}

/// What a status is where an elliptic curve key is used.
const fn ecdsa_code(status: psa_status_t) -> c_int {
    match status {
        PSA_ERROR_NOT_PERMITTED | PSA_ERROR_INVALID_ARGUMENT => MBEDTLS_ERR_ECP_BAD_INPUT_DATA,
        PSA_ERROR_INVALID_HANDLE => MBEDTLS_ERR_ECP_FEATURE_UNAVAILABLE,
        PSA_ERROR_BUFFER_TOO_SMALL => MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL,
        PSA_ERROR_INVALID_SIGNATURE => MBEDTLS_ERR_ECP_VERIFY_FAILED,
        other => pk_code(other),
    }
}

/// Sets an empty context up for a key pair that the PSA interface holds. The key stays that interface's: it must live as
/// long as the context is used, and mbedtls_pk_free() does not destroy it.
///
/// Such a key signs as its policy permits, in mbedtls_pk_sign() and in handshakes; a TLS 1.3 handshake needs
/// `PSA_KEY_USAGE_SIGN_HASH` with ECDSA and the hash of its curve, or with RSASSA-PSS.
///
/// \param ctx  The context, initialised and empty.
/// \param key  The number of the key.
///
/// \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use, or a number without a key;
///          `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key that is no pair of RSA or of an elliptic curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_setup_opaque(ctx: *mut mbedtls_pk_context, key: mbedtls_svc_key_id_t) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised.
        let Some(ctx) = (unsafe { ctx.as_mut() }).filter(|ctx| ctx.pk_info.is_null()) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let Ok(attributes) = attributes_of(key) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let can = match attributes.type_ {
            PSA_KEY_TYPE_RSA_KEY_PAIR => mbedtls_pk_type_t::MBEDTLS_PK_RSA,
            key_type if is_ec_pair(key_type) => mbedtls_pk_type_t::MBEDTLS_PK_ECKEY,
            _ => return MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE,
        };
        *ctx = mbedtls_pk_context {
            pk_info: special_info(mbedtls_pk_type_t::MBEDTLS_PK_OPAQUE, can),
            pk_ctx: Box::into_raw(Box::new(Opaque { id: key })).cast(),
        };
        0
    })
}

/// What an algorithm asks of a key: the kind that [`super::object::Info::can`] tells.
const fn kind_for(alg: psa_algorithm_t) -> Option<mbedtls_pk_type_t> {
    const KEY_AGREEMENT: psa_algorithm_t = 0xffff_0000;
    if alg == PSA_ALG_RSA_PKCS1V15_CRYPT {
        return Some(mbedtls_pk_type_t::MBEDTLS_PK_RSA);
    }
    if alg & KEY_AGREEMENT == PSA_ALG_ECDH {
        return Some(mbedtls_pk_type_t::MBEDTLS_PK_ECKEY);
    }
    match alg & !PSA_ALG_HASH_MASK {
        PSA_ALG_ECDSA_BASE | PSA_ALG_DETERMINISTIC_ECDSA_BASE => Some(mbedtls_pk_type_t::MBEDTLS_PK_ECKEY),
        PSA_ALG_RSA_PKCS1V15_SIGN_BASE => Some(mbedtls_pk_type_t::MBEDTLS_PK_RSA),
        PSA_ALG_RSA_PSS_BASE | PSA_ALG_RSA_PSS_ANY_SALT_BASE => Some(mbedtls_pk_type_t::MBEDTLS_PK_RSASSA_PSS),
        _ => None,
    }
}

/// Tells whether a key is good for an algorithm of the PSA interface and a use.
///
/// \param ctx    The context.
/// \param alg    ECDSA, RSA PKCS #1 v1.5, RSASSA-PSS with a given hash, or ECDH.
/// \param usage  `PSA_KEY_USAGE_SIGN_HASH`, `PSA_KEY_USAGE_DECRYPT`, `PSA_KEY_USAGE_DERIVE`, or several of them.
///
/// \return  1 if it is (for a key that the PSA interface holds: if its policy permits it), else 0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_can_do_ext(
    ctx: *const mbedtls_pk_context,
    alg: psa_algorithm_t,
    usage: psa_key_usage_t,
) -> c_int {
    guard(0, || {
        // SAFETY: `ctx` is NULL or initialised.
        let Some((ctx, info)) = (unsafe { ctx.as_ref() }).and_then(|ctx| Some((ctx, info(ctx)?))) else {
            return 0;
        };
        let any_hash = PSA_ALG_ANY_HASH & PSA_ALG_HASH_MASK;
        let signs = !matches!(alg & 0xffff_0000, PSA_ALG_ECDH) && alg != PSA_ALG_RSA_PKCS1V15_CRYPT;
        let (Some(kind), true) = (kind_for(alg), !signs || alg & PSA_ALG_HASH_MASK != any_hash) else {
            return 0;
        };
        const USES: psa_key_usage_t = PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_DECRYPT | PSA_KEY_USAGE_DERIVE;
        if usage == 0 || usage & !USES != 0 {
            return 0;
        }
        // SAFETY: `ctx` is initialised.
        let can = match unsafe { held(ctx) } {
            Some(Held::Opaque(opaque)) => attributes_of(opaque.id).is_ok_and(|attributes| {
                let policy = &attributes.policy;
                let permits = |own: psa_algorithm_t| {
                    let is_any = own & PSA_ALG_HASH_MASK == any_hash;
                    own == alg || (signs && is_any && own & !PSA_ALG_HASH_MASK == alg & !PSA_ALG_HASH_MASK)
                };
                policy.usage & usage == usage && (permits(policy.alg) || permits(policy.alg2))
            }),
            _ => {
                let uses = match kind {
                    mbedtls_pk_type_t::MBEDTLS_PK_ECKEY => PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_DERIVE,
                    _ => PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_DECRYPT,
                };
                info.can.contains(&kind) && uses & usage == usage
            }
        };
        c_int::from(can)
    })
}
