//! From keys of `pk.h` to keys that the PSA interface holds, and back.

use std::ffi::c_int;

use zeroize::Zeroizing;

use super::fill::{set_private, set_public};
use super::object::{Held, free, held, info, keys};
use super::opaque::{md_alg, pk_code};
use super::signature::Outcome;
use super::{
    MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE, MBEDTLS_ERR_PK_TYPE_MISMATCH,
    mbedtls_pk_context, mbedtls_pk_type_t,
};
use crate::capi::ecp::arithmetic::multiply;
use crate::capi::ecp::keys::{mbedtls_ecp_read_key, mbedtls_ecp_write_key_ext};
use crate::capi::ecp::points::mbedtls_ecp_write_public_key;
use crate::capi::ecp::{MBEDTLS_ECP_PF_UNCOMPRESSED, mbedtls_ecp_group_id, mbedtls_ecp_keypair};
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::psa::keys::{psa_copy_key, psa_import_key};
use crate::capi::psa::opaque::{exported, exported_public};
use crate::capi::psa::sign::attributes_of;
use crate::capi::psa::types::*;
use crate::capi::psa::values::*;
use crate::capi::ptr::{CEnum, enum_value};
use crate::capi::rsa::{MBEDTLS_RSA_PKCS_V15, MBEDTLS_RSA_PKCS_V21, mbedtls_rsa_context};
use crate::crypto::sign::SigningKey;
use crate::pki::key::{PrivateKey, parse_public_key_der, write_private_key};
use crate::pki::spki::{self, KeyAlgorithm};

use mbedtls_ecp_group_id::*;
use mbedtls_pk_type_t::*;

/// Which curves have which family and length in bits in the PSA interface.
const CURVES: [(mbedtls_ecp_group_id, psa_ecc_family_t, usize); 13] = [
    (MBEDTLS_ECP_DP_SECP192R1, PSA_ECC_FAMILY_SECP_R1, 192),
    (MBEDTLS_ECP_DP_SECP224R1, PSA_ECC_FAMILY_SECP_R1, 224),
    (MBEDTLS_ECP_DP_SECP256R1, PSA_ECC_FAMILY_SECP_R1, 256),
    (MBEDTLS_ECP_DP_SECP384R1, PSA_ECC_FAMILY_SECP_R1, 384),
    (MBEDTLS_ECP_DP_SECP521R1, PSA_ECC_FAMILY_SECP_R1, 521),
    (MBEDTLS_ECP_DP_BP256R1, PSA_ECC_FAMILY_BRAINPOOL_P_R1, 256),
    (MBEDTLS_ECP_DP_BP384R1, PSA_ECC_FAMILY_BRAINPOOL_P_R1, 384),
    (MBEDTLS_ECP_DP_BP512R1, PSA_ECC_FAMILY_BRAINPOOL_P_R1, 512),
    (MBEDTLS_ECP_DP_CURVE25519, PSA_ECC_FAMILY_MONTGOMERY, 255),
    (MBEDTLS_ECP_DP_SECP192K1, PSA_ECC_FAMILY_SECP_K1, 192),
    (MBEDTLS_ECP_DP_SECP224K1, PSA_ECC_FAMILY_SECP_K1, 225),
    (MBEDTLS_ECP_DP_SECP256K1, PSA_ECC_FAMILY_SECP_K1, 256),
    (MBEDTLS_ECP_DP_CURVE448, PSA_ECC_FAMILY_MONTGOMERY, 448),
];

/// Family and length of a key's curve; (0, 0) if it has none.
fn curve_of(pair: &mbedtls_ecp_keypair) -> (psa_ecc_family_t, usize) {
    let id = enum_value(pair.grp.id);
    let found = CURVES.iter().find(|curve| Some(curve.0) == id);
    found.map_or((0, 0), |curve| (curve.1, curve.2))
}

/// The longest exported key of an elliptic curve, in bytes.
const MAX_EC_LEN: usize = 133;

/// What a use asks of a key.
struct Wish {
    /// Both halves are needed.
    private: bool,
    /// It is for encryption.
    crypt: bool,
    /// It is for key agreement.
    derive: bool,
}

/// What `usage` asks; `None` if it is not one use alone.
const fn wish(usage: psa_key_usage_t) -> Option<Wish> {
    let (private, crypt, derive) = match usage {
        PSA_KEY_USAGE_SIGN_MESSAGE | PSA_KEY_USAGE_SIGN_HASH => (true, false, false),
        PSA_KEY_USAGE_VERIFY_MESSAGE | PSA_KEY_USAGE_VERIFY_HASH => (false, false, false),
        PSA_KEY_USAGE_DECRYPT => (true, true, false),
        PSA_KEY_USAGE_ENCRYPT => (false, true, false),
        PSA_KEY_USAGE_DERIVE => (true, false, true),
        _ => return None,
    };
    Some(Wish { private, crypt, derive })
}

/// Kind, length and algorithm of a key for a use.
///
/// # Safety
/// `ctx` is initialised.
unsafe fn described(
    ctx: &mbedtls_pk_context,
    usage: psa_key_usage_t,
) -> Outcome<(psa_key_type_t, usize, psa_algorithm_t, psa_key_usage_t)> {
    const MISMATCH: c_int = MBEDTLS_ERR_PK_TYPE_MISMATCH;
    let kind = info(ctx).map_or(MBEDTLS_PK_NONE, |info| info.kind);
    let more = PSA_KEY_USAGE_EXPORT
        | PSA_KEY_USAGE_COPY
        | match usage {
            PSA_KEY_USAGE_SIGN_MESSAGE => PSA_KEY_USAGE_VERIFY_MESSAGE,
            PSA_KEY_USAGE_SIGN_HASH => PSA_KEY_USAGE_VERIFY_HASH,
            PSA_KEY_USAGE_DECRYPT => PSA_KEY_USAGE_ENCRYPT,
            _ => 0,
        };
    // SAFETY: as stated.
    unsafe {
        match held(ctx) {
            Some(Held::Rsa(object)) => {
                let wish = wish(usage).filter(|wish| !wish.derive).ok_or(MISMATCH)?;
                let keys = keys(ctx).unwrap_or_default();
                if wish.private && keys.private.is_none() {
                    return Err(MISMATCH);
                }
                let key_type = if wish.private {
                    PSA_KEY_TYPE_RSA_KEY_PAIR
                } else {
                    PSA_KEY_TYPE_RSA_PUBLIC_KEY
                };
                let bits = super::object::bits(ctx);
                Ok((key_type, bits, rsa_algorithm(&object.context, wish.crypt), usage | more))
            }
            Some(Held::Ec(object)) => {
                let wish = wish(usage).filter(|wish| !wish.crypt).ok_or(MISMATCH)?;
                let is_wrong = if wish.derive {
                    kind == MBEDTLS_PK_ECDSA
                } else {
                    kind == MBEDTLS_PK_ECKEY_DH
                };
                if is_wrong || (wish.private && object.pair.d.n == 0) {
                    return Err(MISMATCH);
                }
                let (family, bits) = curve_of(&object.pair);
                let base = if wish.private {
                    PSA_KEY_TYPE_ECC_KEY_PAIR_BASE
                } else {
                    PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE
                };
                let alg = if wish.derive {
                    PSA_ALG_ECDH
                } else {
                    PSA_ALG_DETERMINISTIC_ECDSA_BASE | PSA_ALG_ANY_HASH & PSA_ALG_HASH_MASK
                };
                Ok((base | psa_key_type_t::from(family), bits, alg, usage | more))
            }
            Some(Held::Alt(_)) => Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE),
            Some(Held::Opaque(opaque)) => {
                let old = attributes_of(opaque.id).map_err(|_| MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
                let is_rsa = old.type_ == PSA_KEY_TYPE_RSA_KEY_PAIR;
                let fits = |wish: &Wish| (!wish.crypt || is_rsa) && (!wish.derive || !is_rsa);
                let wish = wish(usage).filter(fits).ok_or(MISMATCH)?;
                if usage & old.policy.usage == 0 {
                    return Err(MISMATCH);
                }
                let key_type = if wish.private {
                    old.type_
                } else {
                    old.type_ & !PSA_KEY_TYPE_CATEGORY_FLAG_PAIR
                };
                Ok((key_type, usize::from(old.bits), old.policy.alg, old.policy.usage))
            }
            Some(Held::Ed(_)) | None => Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA),
        }
    }
}

/// The algorithm that an RSA key's padding stands for.
fn rsa_algorithm(context: &mbedtls_rsa_context, crypt: bool) -> psa_algorithm_t {
    let any = PSA_ALG_ANY_HASH & PSA_ALG_HASH_MASK;
    match (context.padding, crypt) {
        (MBEDTLS_RSA_PKCS_V21, true) => {
            let md = mbedtls_md_type_t::ALL.iter().find(|md| md.number() == context.hash_id);
            PSA_ALG_RSA_OAEP_BASE | md.map_or(0, |md| md_alg(*md)) & PSA_ALG_HASH_MASK
        }
        (MBEDTLS_RSA_PKCS_V21, false) => PSA_ALG_RSA_PSS_ANY_SALT_BASE | any,
        (_, true) => PSA_ALG_RSA_PKCS1V15_CRYPT,
        (_, false) => PSA_ALG_RSA_PKCS1V15_SIGN_BASE | any,
    }
}

/// Tells with which attributes the PSA interface could take a key over, for mbedtls_pk_import_into_psa().
///
/// \param pk          The key.
/// \param usage       One use: `PSA_KEY_USAGE_SIGN_HASH`, `_SIGN_MESSAGE`, `_DECRYPT`, `_DERIVE`, which need a private key,
///                    or `_VERIFY_HASH`, `_VERIFY_MESSAGE`, `_ENCRYPT`, for which the attributes are a public key's.
/// \param attributes  Gets kind, length, algorithm and uses.
///
/// \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key is not for that use; `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key
///          of mbedtls_pk_setup_rsa_alt(); `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, and for a context without a key that
///          the PSA interface knows.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_psa_attributes(
    pk: *const mbedtls_pk_context,
    usage: psa_key_usage_t,
    attributes: *mut psa_key_attributes_t,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `pk` is NULL or initialised, `attributes` NULL or writable.
        unsafe {
            let (Some(ctx), Some(attributes)) = (pk.as_ref(), attributes.as_mut()) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            match described(ctx, usage) {
                Ok((key_type, bits, alg, usage)) => {
                    attributes.type_ = key_type;
                    attributes.bits = psa_key_bits_t::try_from(bits).unwrap_or(psa_key_bits_t::MAX);
                    attributes.policy.alg = alg;
                    attributes.policy.alg2 = PSA_ALG_NONE;
                    // As psa_set_key_usage_flags() has it: who may sign a hash may sign a message.
                    crate::capi::psa::attributes::psa_set_key_usage_flags(attributes, usage);
                    0
                }
                Err(code) => code,
            }
        }
    })
}

/// The bytes of a key in the form of psa_import_key(), for a key of this type.
///
/// # Safety
/// `ctx` is initialised.
unsafe fn material(ctx: &mbedtls_pk_context, wanted: psa_key_type_t) -> Outcome<Zeroizing<Vec<u8>>> {
    const MISMATCH: c_int = MBEDTLS_ERR_PK_TYPE_MISMATCH;
    let is_public = wanted & PSA_KEY_TYPE_CATEGORY_MASK == PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY;
    // SAFETY: as stated; the buffers hold as many bytes as stated.
    unsafe {
        match held(ctx) {
            Some(Held::Rsa(_)) => {
                let keys = keys(ctx).unwrap_or_default();
                match (wanted, keys.public, keys.private) {
                    (PSA_KEY_TYPE_RSA_PUBLIC_KEY, Some(public), _) => {
                        let mut out = Zeroizing::new(Vec::new());
                        spki::push_rsa(&mut out, &public);
                        Ok(out)
                    }
                    (PSA_KEY_TYPE_RSA_KEY_PAIR, _, Some(private)) => Ok(write_private_key(&private)),
                    (PSA_KEY_TYPE_RSA_PUBLIC_KEY | PSA_KEY_TYPE_RSA_KEY_PAIR, ..) => {
                        Err(crate::capi::rsa::MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
                    }
                    _ => Err(MISMATCH),
                }
            }
            Some(Held::Ec(object)) => {
                let family = psa_key_type_t::from(curve_of(&object.pair).0);
                let mut out = Zeroizing::new(vec![0; MAX_EC_LEN]);
                let mut len = 0;
                let (start, room, pair) = (out.as_mut_ptr(), out.len(), &raw const object.pair);
                let code = if is_public && wanted == PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE | family {
                    mbedtls_ecp_write_public_key(pair, MBEDTLS_ECP_PF_UNCOMPRESSED, &raw mut len, start, room)
                } else if wanted == PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | family && object.pair.d.n != 0 {
                    mbedtls_ecp_write_key_ext(pair, &raw mut len, start, room)
                } else {
                    MISMATCH
                };
                out.truncate(len);
                if code == 0 { Ok(out) } else { Err(code) }
            }
            Some(Held::Opaque(opaque)) => {
                let old = attributes_of(opaque.id).map_err(|_| MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
                if is_public && wanted == old.type_ & !PSA_KEY_TYPE_CATEGORY_FLAG_PAIR {
                    exported_public(opaque.id).map(Zeroizing::new).map_err(pk_code)
                } else if wanted == old.type_ {
                    exported(opaque.id).map_err(pk_code)
                } else {
                    Err(MISMATCH)
                }
            }
            Some(Held::Alt(_)) => Err(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE),
            Some(Held::Ed(_)) | None => Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA),
        }
    }
}

/// Copies a key into the PSA interface.
///
/// \param pk          The key.
/// \param attributes  What it is to be there: see mbedtls_pk_get_psa_attributes(). For the type of a public key the public
///                    half is copied.
/// \param key_id      Gets the number of the new key, 0 on failure; it is to be destroyed with psa_destroy_key().
///
/// \return  0; `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key is not of that type; `MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE` for a key
///          of mbedtls_pk_setup_rsa_alt(); `MBEDTLS_ERR_PK_INVALID_ALG` or another `MBEDTLS_ERR_PK_*` if the PSA interface
///          refuses; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL and for an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_import_into_psa(
    pk: *const mbedtls_pk_context,
    attributes: *const psa_key_attributes_t,
    key_id: *mut mbedtls_svc_key_id_t,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `pk` and `attributes` are NULL or initialised, `key_id` NULL or writable.
        unsafe {
            let Some(key_id) = key_id.as_mut() else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            *key_id = PSA_KEY_ID_NULL;
            let (Some(ctx), Some(wanted)) = (pk.as_ref(), attributes.as_ref()) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            // A copy is possible without a right to export.
            if let Some(Held::Opaque(opaque)) = held(ctx)
                && wanted.type_ & PSA_KEY_TYPE_CATEGORY_MASK != PSA_KEY_TYPE_CATEGORY_PUBLIC_KEY
            {
                let status = psa_copy_key(opaque.id, attributes, key_id);
                if !matches!(status, PSA_ERROR_NOT_PERMITTED | PSA_ERROR_INVALID_ARGUMENT) {
                    return pk_code(status);
                }
            }
            match material(ctx, wanted.type_) {
                Ok(bytes) => pk_code(psa_import_key(attributes, bytes.as_ptr(), bytes.len(), key_id)),
                Err(code) => code,
            }
        }
    })
}

/// Sets an empty context up with a copy of a key of the PSA interface.
///
/// # Safety
/// `pk` is NULL or initialised.
unsafe fn copy_from(key_id: mbedtls_svc_key_id_t, pk: *mut mbedtls_pk_context, public_only: bool) -> Outcome<()> {
    const BAD: c_int = MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    // SAFETY: as stated.
    let ctx = unsafe { pk.as_mut() }.ok_or(BAD)?;
    let attributes = attributes_of(key_id).map_err(|_| BAD)?;
    let public_type = attributes.type_ & !PSA_KEY_TYPE_CATEGORY_FLAG_PAIR;
    let family = match public_type & !PSA_KEY_TYPE_ECC_CURVE_MASK {
        PSA_KEY_TYPE_ECC_PUBLIC_KEY_BASE => Some(attributes.type_.to_le_bytes()[0]),
        _ if public_type == PSA_KEY_TYPE_RSA_PUBLIC_KEY => None,
        _ => return Err(BAD),
    };
    let is_pair = attributes.type_ != public_type && !public_only;
    let bytes = if public_only {
        exported_public(key_id).map(Zeroizing::new).map_err(pk_code)?
    } else {
        exported(key_id).map_err(pk_code)?
    };
    if !ctx.pk_info.is_null() {
        return Err(BAD);
    }
    // SAFETY: `ctx` is initialised and empty; a half filled one is emptied again.
    unsafe {
        let made = match family {
            None if is_pair => SigningKey::rsa_from_pkcs1(&bytes)
                .map_err(|_| BAD)
                .and_then(|key| set_private(ctx, PrivateKey::new(key, KeyAlgorithm::Rsa))),
            None => parse_public_key_der(&bytes)
                .map_err(|error| error.code())
                .and_then(|key| set_public(ctx, &key)),
            Some(family) => set_ec(ctx, family, usize::from(attributes.bits), &bytes, is_pair),
        };
        if let Err(code) = made {
            free(ctx);
            return Err(code);
        }
        if family.is_none() {
            set_padding(ctx, attributes.policy.alg);
        }
    }
    Ok(())
}

/// Sets an empty context up with a scalar, or a point.
///
/// # Safety
/// `ctx` is initialised and empty.
unsafe fn set_ec(
    ctx: &mut mbedtls_pk_context,
    family: psa_ecc_family_t,
    bits: usize,
    bytes: &[u8],
    is_pair: bool,
) -> Outcome<()> {
    let found = CURVES.iter().find(|curve| (curve.1, curve.2) == (family, bits));
    let id = found.ok_or(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE)?.0;
    // SAFETY: as stated; what is set up is a key pair.
    unsafe {
        let made = super::object::mbedtls_pk_setup(ctx, super::object::info_of(MBEDTLS_PK_ECKEY));
        if made != 0 {
            return Err(made);
        }
        let pair = ctx.pk_ctx.cast::<mbedtls_ecp_keypair>();
        let id = core::mem::MaybeUninit::new(id);
        let code = if is_pair {
            match mbedtls_ecp_read_key(id, pair, bytes.as_ptr(), bytes.len()) {
                0 => {
                    let (grp, d) = (&raw const (*pair).grp, &raw const (*pair).d);
                    let multiplied = multiply(grp, &raw mut (*pair).Q, d, &raw const (*grp).G);
                    multiplied.map_or_else(|code| code, |()| 0)
                }
                code => code,
            }
        } else {
            match crate::capi::ecp::groups::load(&raw mut (*pair).grp, id) {
                0 => crate::capi::ecp::points::mbedtls_ecp_point_read_binary(
                    &raw const (*pair).grp,
                    &raw mut (*pair).Q,
                    bytes.as_ptr(),
                    bytes.len(),
                ),
                code => code,
            }
        };
        if code == 0 { Ok(()) } else { Err(code) }
    }
}

/// Sets the padding of an RSA key to that of an algorithm.
///
/// # Safety
/// `ctx` holds an RSA key that nobody else uses.
unsafe fn set_padding(ctx: &mut mbedtls_pk_context, alg: psa_algorithm_t) {
    let base = alg & !PSA_ALG_HASH_MASK;
    let is_v21 = matches!(
        base,
        PSA_ALG_RSA_PSS_BASE | PSA_ALG_RSA_PSS_ANY_SALT_BASE | PSA_ALG_RSA_OAEP_BASE
    );
    let is_known = is_v21 || base == PSA_ALG_RSA_PKCS1V15_SIGN_BASE || alg == PSA_ALG_RSA_PKCS1V15_CRYPT;
    let hash = alg & PSA_ALG_HASH_MASK;
    let md = mbedtls_md_type_t::ALL
        .iter()
        .map(|md| md.number())
        .find(|number| u32::try_from(*number) == Ok(hash));
    // SAFETY: as stated.
    if let Some(context) = unsafe { ctx.pk_ctx.cast::<mbedtls_rsa_context>().as_mut() }.filter(|_| is_known) {
        context.padding = if is_v21 {
            MBEDTLS_RSA_PKCS_V21
        } else {
            MBEDTLS_RSA_PKCS_V15
        };
        context.hash_id = md.unwrap_or_default();
    }
}

/// Sets an empty context up with a copy of a key of the PSA interface, which must be exportable.
///
/// \param key_id  The number of an RSA or elliptic curve key, public or private.
/// \param pk      The context, initialised and empty.
///
/// \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use, a number without a key, a key of another kind;
///          `MBEDTLS_ERR_PK_TYPE_MISMATCH` if it may not be exported.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_copy_from_psa(key_id: mbedtls_svc_key_id_t, pk: *mut mbedtls_pk_context) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `pk` is NULL or initialised.
        unsafe { copy_from(key_id, pk, false) }.map_or_else(|code| code, |()| 0)
    })
}

/// Sets an empty context up with a copy of the public half of a key of the PSA interface.
///
/// \param key_id  The number of an RSA or elliptic curve key, public or private.
/// \param pk      The context, initialised and empty.
///
/// \return  0; `MBEDTLS_ERR_PK_BAD_INPUT_DATA` as mbedtls_pk_copy_from_psa().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_copy_public_from_psa(
    key_id: mbedtls_svc_key_id_t,
    pk: *mut mbedtls_pk_context,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `pk` is NULL or initialised.
        unsafe { copy_from(key_id, pk, true) }.map_or_else(|code| code, |()| 0)
    })
}
