//! What stands behind a `mbedtls_pk_context`: a `mbedtls_rsa_context` or `mbedtls_ecp_keypair` that C programs reach
//! through `mbedtls_pk_rsa` and `mbedtls_pk_ec`, and beside it the key in the form that signs and verifies.
//!
//! The C structs are the truth: a program may fill and change them itself. The converted key lives and dies with its object
//! and is made anew when the C struct has changed.

use std::ffi::{CStr, c_char, c_int, c_void};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::{Arc, PoisonError, RwLock};

pub(in crate::capi) use super::convert::Keys;
use super::convert::{bit_len, ec_keys, id_of, is_ec, is_rsa, rsa_keys};
use super::{mbedtls_pk_context, mbedtls_pk_info_t, mbedtls_pk_type_t};
use crate::capi::bignum::{self, mbedtls_mpi};
use crate::capi::ecp::mbedtls_ecp_keypair;
use crate::capi::guard::guard;
use crate::capi::pk::{MBEDTLS_ERR_PK_ALLOC_FAILED, MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE};
use crate::capi::ptr::enum_value;
use crate::capi::rsa::{MBEDTLS_RSA_PKCS_V15, MBEDTLS_RSA_PKCS_V21, mbedtls_rsa_context};
use crate::crypto::sign::SigningKey;
use crate::crypto::verify::PublicKey;
use crate::pki::spki::{KeyAlgorithm, PublicKeyInfo};

/// What `pk_info` of a context points to: one static object per kind of key.
pub(in crate::capi) struct Info {
    /// The kind.
    pub kind: mbedtls_pk_type_t,
    /// Its name, as `mbedtls_pk_get_name` tells it.
    pub name: &'static CStr,
}

use mbedtls_pk_type_t::*;

/// The kinds of keys that a context can hold. RSA_ALT and OPAQUE are set up by functions of their own.
static INFOS: [Info; 5] = [
    Info {
        kind: MBEDTLS_PK_RSA,
        name: c"RSA",
    },
    Info {
        kind: MBEDTLS_PK_ECKEY,
        name: c"EC",
    },
    Info {
        kind: MBEDTLS_PK_ECKEY_DH,
        name: c"EC_DH",
    },
    Info {
        kind: MBEDTLS_PK_ECDSA,
        name: c"ECDSA",
    },
    Info {
        kind: MBEDTLS_PK_ED25519,
        name: c"Ed25519",
    },
];

/// The description of a kind of key; NULL for one that is not offered.
pub(in crate::capi) fn info_of(kind: mbedtls_pk_type_t) -> *const mbedtls_pk_info_t {
    INFOS
        .iter()
        .find(|info| info.kind == kind)
        .map_or(ptr::null(), |info| ptr::from_ref(info).cast())
}

/// The description behind a context, found among ours by address: a program's own pointer is never followed.
pub(in crate::capi) fn info(ctx: &mbedtls_pk_context) -> Option<&'static Info> {
    INFOS
        .iter()
        .find(|info| ptr::eq(ptr::from_ref(*info).cast(), ctx.pk_info))
}

/// An RSA key: what C programs see, and the keys made of that. Those are looked at under the lock, made anew if the C
/// struct has changed, and shared: a thread holds the lock for a comparison and no longer.
#[repr(C)]
struct RsaObject {
    context: mbedtls_rsa_context,
    keys: RwLock<Keys>,
}

/// An elliptic curve key, in the same way.
#[repr(C)]
struct EcObject {
    pair: mbedtls_ecp_keypair,
    keys: RwLock<Keys>,
}

#[repr(C)]
struct EdObject {
    keys: Keys,
}

/// The keys behind a context; `None` if it is empty, without a key if what it holds is none.
///
/// # Safety
/// `ctx` is initialised; a set `pk_ctx` was set by functions of ours; nobody changes the key meanwhile.
pub(in crate::capi) unsafe fn keys(ctx: &mbedtls_pk_context) -> Option<Keys> {
    let kind = info(ctx)?.kind;
    if ctx.pk_ctx.is_null() {
        return None;
    }
    // SAFETY: `pk_ctx` is an object of the kind that `pk_info` says.
    unsafe {
        Some(match kind {
            MBEDTLS_PK_RSA => {
                let object = &*ctx.pk_ctx.cast::<RsaObject>();
                current(
                    &object.keys,
                    |keys| is_rsa(&object.context, keys),
                    || rsa_keys(&object.context),
                )
            }
            MBEDTLS_PK_ED25519 => (*ctx.pk_ctx.cast::<EdObject>()).keys.clone(),
            _ => {
                let object = &*ctx.pk_ctx.cast::<EcObject>();
                current(&object.keys, |keys| is_ec(&object.pair, keys), || ec_keys(&object.pair))
            }
        })
    }
}

/// What is kept, if that is still what the C struct holds; else it is made anew.
fn current(
    kept: &RwLock<Keys>,
    is_current: impl Fn(&Keys) -> bool,
    make: impl FnOnce() -> Result<Keys, c_int>,
) -> Keys {
    let rsa_pss = {
        let kept = kept.read().unwrap_or_else(PoisonError::into_inner);
        if is_current(&kept) {
            return kept.clone();
        }
        kept.rsa_pss
    };
    let fresh = Keys {
        rsa_pss,
        ..make().unwrap_or_default()
    };
    *kept.write().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
    fresh
}

/// The size of a key, in bits: of the modulus, of the curve's field, 255 for Ed25519; 0 for an empty context.
///
/// # Safety
/// As [`keys`].
pub(in crate::capi) unsafe fn bits(ctx: &mbedtls_pk_context) -> usize {
    let Some(kind) = info(ctx).map(|info| info.kind).filter(|_| !ctx.pk_ctx.is_null()) else {
        return 0;
    };
    // SAFETY: `pk_ctx` is an object of the kind that `pk_info` says.
    unsafe {
        match kind {
            MBEDTLS_PK_RSA => bit_len(&(*ctx.pk_ctx.cast::<mbedtls_rsa_context>()).N),
            MBEDTLS_PK_ED25519 => {
                let keys = &(*ctx.pk_ctx.cast::<EdObject>()).keys;
                keys.public.as_ref().map_or(0, |key| key.bits())
            }
            _ => (*ctx.pk_ctx.cast::<mbedtls_ecp_keypair>()).grp.pbits,
        }
    }
}

/// The padding that an RSA key is set to, and the hash function of it (0: none); `None` for other keys.
///
/// # Safety
/// `ctx` is initialised; a set `pk_ctx` was set by functions of ours.
pub(in crate::capi) unsafe fn rsa_padding(ctx: &mbedtls_pk_context) -> Option<(c_int, c_int)> {
    if info(ctx)?.kind != MBEDTLS_PK_RSA {
        return None;
    }
    // SAFETY: `pk_ctx` is NULL or an RSA object.
    let context = unsafe { ctx.pk_ctx.cast::<mbedtls_rsa_context>().as_ref() }?;
    Some((context.padding, context.hash_id))
}

/// The private key of a context, ready to sign; `None` for NULL, an empty context and a public key.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn signing_key(ctx: *const mbedtls_pk_context) -> Option<Arc<SigningKey>> {
    // SAFETY: passed on.
    unsafe { keys(ctx.as_ref()?) }?.private
}

/// The public key of a context (of a private key, its public half).
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn public_key(ctx: *const mbedtls_pk_context) -> Option<Arc<PublicKey>> {
    // SAFETY: passed on.
    unsafe { keys(ctx.as_ref()?) }?.public
}

/// Sets an empty context up with a public key.
///
/// # Safety
/// `ctx` is initialised and empty.
pub(in crate::capi) unsafe fn set_public(ctx: &mut mbedtls_pk_context, key: &PublicKeyInfo) -> Result<(), c_int> {
    let keys = Keys {
        public: Some(Arc::new(key.key.clone())),
        private: None,
        rsa_pss: key.algorithm == KeyAlgorithm::RsaPss,
    };
    // SAFETY: passed on.
    unsafe { set(ctx, kind_of(key.algorithm), keys) }
}

/// Sets an empty context up with a private key and what it is for.
///
/// # Safety
/// `ctx` is initialised and empty.
pub(in crate::capi) unsafe fn set_private(
    ctx: &mut mbedtls_pk_context,
    key: Arc<SigningKey>,
    algorithm: KeyAlgorithm,
) -> Result<(), c_int> {
    let keys = Keys {
        public: Some(Arc::new(key.public_key().clone())),
        private: Some(key),
        rsa_pss: algorithm == KeyAlgorithm::RsaPss,
    };
    // SAFETY: passed on.
    unsafe { set(ctx, kind_of(algorithm), keys) }
}

/// The kind of key that C is told.
const fn kind_of(algorithm: KeyAlgorithm) -> mbedtls_pk_type_t {
    match algorithm {
        KeyAlgorithm::Rsa | KeyAlgorithm::RsaPss => MBEDTLS_PK_RSA,
        KeyAlgorithm::Ec => MBEDTLS_PK_ECKEY,
        KeyAlgorithm::EcDh => MBEDTLS_PK_ECKEY_DH,
        KeyAlgorithm::Ed25519 => MBEDTLS_PK_ED25519,
    }
}

unsafe fn set(ctx: &mut mbedtls_pk_context, kind: mbedtls_pk_type_t, keys: Keys) -> Result<(), c_int> {
    // SAFETY: the new objects are ours alone; a half filled one is freed as a whole.
    unsafe {
        let mut fresh = mbedtls_pk_context {
            pk_info: info_of(kind),
            pk_ctx: new_object(kind, keys),
        };
        if let Err(code) = fill(&fresh, kind) {
            free(&mut fresh);
            return Err(code);
        }
        *ctx = fresh;
    }
    Ok(())
}

fn new_object(kind: mbedtls_pk_type_t, keys: Keys) -> *mut c_void {
    // SAFETY: the C structs are made of integers and pointers, for which all-zero is a value.
    unsafe {
        match kind {
            MBEDTLS_PK_RSA => Box::into_raw(Box::new(RsaObject {
                context: zeroed(),
                keys: RwLock::new(keys),
            }))
            .cast(),
            MBEDTLS_PK_ED25519 => Box::into_raw(Box::new(EdObject { keys })).cast(),
            _ => Box::into_raw(Box::new(EcObject {
                pair: zeroed(),
                keys: RwLock::new(keys),
            }))
            .cast(),
        }
    }
}

/// # Safety
/// All-zero is a value of `T`.
unsafe fn zeroed<T>() -> T {
    // SAFETY: as stated.
    unsafe { MaybeUninit::zeroed().assume_init() }
}

/// Fills the C struct behind a context from its keys.
///
/// # Safety
/// `ctx` was made by [`set`].
unsafe fn fill(ctx: &mbedtls_pk_context, kind: mbedtls_pk_type_t) -> Result<(), c_int> {
    // SAFETY: `pk_ctx` is an object of the kind `kind`.
    unsafe {
        match kind {
            MBEDTLS_PK_RSA => {
                let object = &mut *ctx.pk_ctx.cast::<RsaObject>();
                let keys = object.keys.get_mut().unwrap_or_else(PoisonError::into_inner);
                fill_rsa(&mut object.context, keys)
            }
            MBEDTLS_PK_ED25519 => Ok(()),
            _ => {
                let object = &mut *ctx.pk_ctx.cast::<EcObject>();
                let keys = object.keys.get_mut().unwrap_or_else(PoisonError::into_inner);
                fill_ec(&mut object.pair, keys)
            }
        }
    }
}

fn fill_rsa(context: &mut mbedtls_rsa_context, keys: &Keys) -> Result<(), c_int> {
    context.padding = if keys.rsa_pss {
        MBEDTLS_RSA_PKCS_V21
    } else {
        MBEDTLS_RSA_PKCS_V15
    };
    if let Some(PublicKey::Rsa { n, e }) = keys.public.as_deref() {
        context.len = n.len();
        assign(&mut context.N, n)?;
        assign(&mut context.E, e)?;
    }
    if let Some(parts) = keys.private.as_deref().and_then(SigningKey::rsa_components) {
        assign(&mut context.D, &parts.d)?;
        assign(&mut context.P, &parts.p)?;
        assign(&mut context.Q, &parts.q)?;
        assign(&mut context.DP, &parts.dp)?;
        assign(&mut context.DQ, &parts.dq)?;
        assign(&mut context.QP, &parts.qinv)?;
    }
    Ok(())
}

fn fill_ec(pair: &mut mbedtls_ecp_keypair, keys: &Keys) -> Result<(), c_int> {
    let Some(PublicKey::Ec { curve, point }) = keys.public.as_deref() else {
        return Ok(());
    };
    let (id, bits) = (id_of(*curve), curve.bits());
    pair.grp.id = MaybeUninit::new(id);
    pair.grp.pbits = bits;
    pair.grp.nbits = bits;
    let coordinates = point.get(1..).unwrap_or_default();
    let (x, y) = coordinates.split_at(coordinates.len() / 2);
    assign(&mut pair.Q.X, x)?;
    assign(&mut pair.Q.Y, y)?;
    assign(&mut pair.Q.Z, &[1])?;
    if let Some(scalar) = keys.private.as_deref().and_then(SigningKey::ec_scalar) {
        assign(&mut pair.d, &scalar)?;
    }
    Ok(())
}

fn assign(number: &mut mbedtls_mpi, big_endian: &[u8]) -> Result<(), c_int> {
    bignum::assign(number, big_endian).map_err(|()| MBEDTLS_ERR_PK_ALLOC_FAILED)
}

/// Frees the object behind a context and empties it.
///
/// # Safety
/// `ctx` is initialised and nobody else uses it.
pub(in crate::capi) unsafe fn free(ctx: &mut mbedtls_pk_context) {
    let kind = info(ctx).map(|info| info.kind);
    let object = std::mem::replace(&mut ctx.pk_ctx, ptr::null_mut());
    ctx.pk_info = ptr::null();
    let Some(kind) = kind.filter(|_| !object.is_null()) else {
        return;
    };
    // SAFETY: `object` is of the kind `kind` and was made by `new_object`; its numbers own their limbs.
    unsafe {
        match kind {
            MBEDTLS_PK_RSA => {
                let mut object = Box::from_raw(object.cast::<RsaObject>());
                let c = &mut object.context;
                for number in [
                    &mut c.N, &mut c.E, &mut c.D, &mut c.P, &mut c.Q, &mut c.DP, &mut c.DQ, &mut c.QP,
                ] {
                    bignum::release(number);
                }
            }
            MBEDTLS_PK_ED25519 => drop(Box::from_raw(object.cast::<EdObject>())),
            _ => {
                let mut object = Box::from_raw(object.cast::<EcObject>());
                let pair = &mut object.pair;
                for number in [&mut pair.d, &mut pair.Q.X, &mut pair.Q.Y, &mut pair.Q.Z] {
                    bignum::release(number);
                }
            }
        }
    }
}

/// Initialises a key context. Must be called before any other function on it, but for `mbedtls_pk_free`.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_init(ctx: *mut mbedtls_pk_context) {
    guard((), || {
        if !ctx.is_null() {
            // SAFETY: points to memory for one context; all-zero is an empty one.
            unsafe { ctx.write_bytes(0, 1) };
        }
    });
}

/// Frees the key of a context and wipes it. The context may be used again.
///
/// \param ctx  The context; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_free(ctx: *mut mbedtls_pk_context) {
    guard((), || {
        // SAFETY: `ctx` is NULL or initialised, and nobody else uses it.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            // SAFETY: `ctx` is initialised and nobody else uses it.
            unsafe { free(ctx) };
        }
    });
}

/// Looks a kind of key up.
///
/// \param pk_type  The kind.
/// \return         Its description, for `mbedtls_pk_setup`; NULL for a kind that is not offered.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_pk_info_from_type(pk_type: MaybeUninit<mbedtls_pk_type_t>) -> *const mbedtls_pk_info_t {
    guard(ptr::null(), || enum_value(pk_type).map_or(ptr::null(), info_of))
}

/// Sets an empty context up for a kind of key, to be filled by the functions of that kind.
///
/// \param ctx   The context, initialised and empty.
/// \param info  The kind, from `mbedtls_pk_info_from_type`.
///
/// \return  0, or `MBEDTLS_ERR_PK_BAD_INPUT_DATA` for NULL, a context in use or a description that is none of ours.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_setup(ctx: *mut mbedtls_pk_context, info: *const mbedtls_pk_info_t) -> c_int {
    guard(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE, || {
        // SAFETY: `ctx` is NULL or initialised.
        let Some(ctx) = (unsafe { ctx.as_mut() }) else {
            return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
        };
        let known = INFOS.iter().find(|known| ptr::eq(ptr::from_ref(*known).cast(), info));
        match known {
            Some(known) if ctx.pk_info.is_null() => {
                *ctx = mbedtls_pk_context {
                    pk_info: info,
                    pk_ctx: new_object(known.kind, Keys::default()),
                };
                0
            }
            _ => MBEDTLS_ERR_PK_BAD_INPUT_DATA,
        }
    })
}

/// The name of a kind of key, for messages.
pub(in crate::capi) fn name(ctx: Option<&mbedtls_pk_context>) -> *const c_char {
    ctx.and_then(info)
        .map_or(c"invalid PK".as_ptr(), |info| info.name.as_ptr())
}
