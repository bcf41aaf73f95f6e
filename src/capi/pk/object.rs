//! What stands behind a `mbedtls_pk_context`: a `mbedtls_rsa_context` or `mbedtls_ecp_keypair` that C programs reach
//! through `mbedtls_pk_rsa` and `mbedtls_pk_ec`, and beside it the key in the form that signs and verifies.
//!
//! The C structs are the truth: a program may fill and change them itself. The converted key lives and dies with its object
//! and is made anew when the C struct has changed.

use std::ffi::{CStr, c_char, c_int};
use std::mem::MaybeUninit;
use std::ptr;
use std::sync::{Arc, PoisonError, RwLock};

use super::alt::RsaAlt;
pub(in crate::capi) use super::convert::Keys;
use super::convert::{bit_len, ec_keys, is_ec, is_rsa, rsa_keys};
use super::fill::new_object;
use super::opaque::Opaque;
use super::{mbedtls_pk_context, mbedtls_pk_info_t, mbedtls_pk_type_t};
use crate::capi::bignum;
use crate::capi::ecp::keys::release_pair;
use crate::capi::ecp::mbedtls_ecp_keypair;
use crate::capi::guard::guard;
use crate::capi::pk::{MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE};
use crate::capi::ptr::enum_value;
use crate::capi::rsa::mbedtls_rsa_context;
use crate::crypto::sign::{SignatureAlgorithm, SigningKey};
use crate::crypto::verify::PublicKey;

/// What `pk_info` of a context points to: one static object per kind of key.
pub(in crate::capi) struct Info {
    /// The kind.
    pub kind: mbedtls_pk_type_t,
    /// Its name, as `mbedtls_pk_get_name` tells it.
    pub name: &'static CStr,
    /// What it is good for, as `mbedtls_pk_can_do` tells it.
    pub can: &'static [mbedtls_pk_type_t],
    /// `mbedtls_pk_setup` sets it up, not a function of its own.
    is_plain: bool,
}

use mbedtls_pk_type_t::*;

const fn plain(kind: mbedtls_pk_type_t, name: &'static CStr, can: &'static [mbedtls_pk_type_t]) -> Info {
    Info {
        kind,
        name,
        can,
        is_plain: true,
    }
}

const fn special(kind: mbedtls_pk_type_t, name: &'static CStr, can: &'static [mbedtls_pk_type_t]) -> Info {
    Info {
        kind,
        name,
        can,
        is_plain: false,
    }
}

/// The kinds of keys that a context can hold.
static INFOS: [Info; 8] = [
    plain(MBEDTLS_PK_RSA, c"RSA", &[MBEDTLS_PK_RSA, MBEDTLS_PK_RSASSA_PSS]),
    plain(
        MBEDTLS_PK_ECKEY,
        c"EC",
        &[MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECKEY_DH, MBEDTLS_PK_ECDSA],
    ),
    plain(MBEDTLS_PK_ECKEY_DH, c"EC_DH", &[MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECKEY_DH]),
    plain(MBEDTLS_PK_ECDSA, c"ECDSA", &[MBEDTLS_PK_ECDSA]),
    plain(MBEDTLS_PK_ED25519, c"Ed25519", &[MBEDTLS_PK_ED25519]),
    special(MBEDTLS_PK_RSA_ALT, c"RSA-alt", &[MBEDTLS_PK_RSA]),
    special(MBEDTLS_PK_OPAQUE, c"Opaque", &[MBEDTLS_PK_RSA, MBEDTLS_PK_RSASSA_PSS]),
    special(MBEDTLS_PK_OPAQUE, c"Opaque", &[MBEDTLS_PK_ECKEY, MBEDTLS_PK_ECDSA]),
];

/// The description of a kind of key that `mbedtls_pk_setup` takes; NULL for others.
pub(in crate::capi) fn info_of(kind: mbedtls_pk_type_t) -> *const mbedtls_pk_info_t {
    INFOS
        .iter()
        .find(|info| info.kind == kind && info.is_plain)
        .map_or(ptr::null(), |info| ptr::from_ref(info).cast())
}

/// The description of a kind that has a set-up function of its own and is good for `can`.
pub(super) fn special_info(kind: mbedtls_pk_type_t, can: mbedtls_pk_type_t) -> *const mbedtls_pk_info_t {
    INFOS
        .iter()
        .find(|info| info.kind == kind && info.can.contains(&can))
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
pub(super) struct RsaObject {
    pub context: mbedtls_rsa_context,
    pub keys: RwLock<Keys>,
}

/// An elliptic curve key, in the same way.
#[repr(C)]
pub(super) struct EcObject {
    pub pair: mbedtls_ecp_keypair,
    pub keys: RwLock<Keys>,
}

/// An Ed25519 key, of which there is no C struct.
#[repr(C)]
pub(super) struct EdObject {
    pub keys: Keys,
}

/// What a context holds.
pub(super) enum Held<'a> {
    Rsa(&'a RsaObject),
    Ec(&'a EcObject),
    Ed(&'a EdObject),
    Alt(RsaAlt),
    Opaque(Opaque),
}

/// What a context holds; `None` if it is empty.
///
/// # Safety
/// `ctx` is initialised; a set `pk_ctx` was set by functions of ours.
pub(super) unsafe fn held(ctx: &mbedtls_pk_context) -> Option<Held<'_>> {
    let kind = info(ctx)?.kind;
    // SAFETY: `pk_ctx` is NULL or an object of the kind that `pk_info` says.
    unsafe {
        Some(match kind {
            MBEDTLS_PK_RSA => Held::Rsa(ctx.pk_ctx.cast::<RsaObject>().as_ref()?),
            MBEDTLS_PK_ED25519 => Held::Ed(ctx.pk_ctx.cast::<EdObject>().as_ref()?),
            MBEDTLS_PK_OPAQUE => Held::Opaque(*ctx.pk_ctx.cast::<Opaque>().as_ref()?),
            MBEDTLS_PK_RSA_ALT => Held::Alt(*ctx.pk_ctx.cast::<RsaAlt>().as_ref()?),
            _ => Held::Ec(ctx.pk_ctx.cast::<EcObject>().as_ref()?),
        })
    }
}

/// The keys behind a context; `None` if it is empty, without a key if what it holds is none, or is elsewhere.
///
/// # Safety
/// `ctx` is initialised; a set `pk_ctx` was set by functions of ours; nobody changes the key meanwhile.
pub(in crate::capi) unsafe fn keys(ctx: &mbedtls_pk_context) -> Option<Keys> {
    // SAFETY: as stated.
    unsafe {
        Some(match held(ctx)? {
            Held::Rsa(object) => current(
                &object.keys,
                |keys| is_rsa(&object.context, keys),
                || rsa_keys(&object.context),
            ),
            Held::Ec(object) => current(&object.keys, |keys| is_ec(&object.pair, keys), || ec_keys(&object.pair)),
            Held::Ed(object) => object.keys.clone(),
            Held::Alt(_) => Keys::default(),
            Held::Opaque(opaque) => Keys {
                public: opaque.public(),
                ..Keys::default()
            },
        })
    }
}

/// What is kept, if that is still what the C struct holds; else it is made anew.
fn current(
    kept: &RwLock<Keys>,
    is_current: impl Fn(&Keys) -> bool,
    make: impl FnOnce() -> Result<Keys, c_int>,
) -> Keys {
    let rsa = {
        let kept = kept.read().unwrap_or_else(PoisonError::into_inner);
        if is_current(&kept) {
            return kept.clone();
        }
        kept.rsa
    };
    let fresh = Keys {
        rsa,
        ..make().unwrap_or_default()
    };
    *kept.write().unwrap_or_else(PoisonError::into_inner) = fresh.clone();
    fresh
}

/// The size of a key, in bits: of the modulus, of the curve's field, 255 for Ed25519; 0 for an empty context.
///
/// # Safety
/// As [`keys`]; no reference of ours into the context is alive, for the owner of a key may be asked.
pub(in crate::capi) unsafe fn bits(ctx: &mbedtls_pk_context) -> usize {
    // SAFETY: as stated.
    unsafe {
        match held(ctx) {
            None => 0,
            Some(Held::Rsa(object)) => bit_len(&object.context.N),
            Some(Held::Ec(object)) => object.pair.grp.pbits,
            Some(Held::Ed(object)) => object.keys.public.as_ref().map_or(0, |key| key.bits()),
            Some(Held::Opaque(opaque)) => opaque.bits(),
            Some(Held::Alt(alt)) => alt.len().saturating_mul(8),
        }
    }
}

/// The padding that an RSA key is set to, and the hash function of it (0: none); `None` for other keys.
///
/// # Safety
/// `ctx` is initialised; a set `pk_ctx` was set by functions of ours.
pub(in crate::capi) unsafe fn rsa_padding(ctx: &mbedtls_pk_context) -> Option<(c_int, c_int)> {
    // SAFETY: as stated.
    match unsafe { held(ctx) }? {
        Held::Rsa(object) => Some((object.context.padding, object.context.hash_id)),
        _ => None,
    }
}

/// The private key of a context, ready to sign; `None` for NULL, an empty context and a public key.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn signing_key(ctx: *const mbedtls_pk_context) -> Option<Arc<SigningKey>> {
    // SAFETY: passed on.
    unsafe { keys(ctx.as_ref()?) }?.private
}

/// The private key of a context for this kind of signature, wherever it is in this process; `None` too if the PSA interface
/// holds it and its policy does not permit that.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn signing_key_for(
    ctx: *const mbedtls_pk_context,
    algorithm: SignatureAlgorithm,
) -> Option<Arc<SigningKey>> {
    // SAFETY: passed on.
    unsafe {
        match held(ctx.as_ref()?)? {
            Held::Opaque(opaque) => opaque.signing_key(algorithm),
            _ => signing_key(ctx),
        }
    }
}

/// Whether a key was set up with `mbedtls_pk_setup_rsa_alt`: functions of the application sign with it.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn is_application_key(ctx: *const mbedtls_pk_context) -> bool {
    // SAFETY: passed on.
    unsafe { ctx.as_ref().is_some_and(|ctx| matches!(held(ctx), Some(Held::Alt(_)))) }
}

/// The public key of a context (of a private key, its public half).
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn public_key(ctx: *const mbedtls_pk_context) -> Option<Arc<PublicKey>> {
    // SAFETY: passed on.
    unsafe { keys(ctx.as_ref()?) }?.public
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
    // SAFETY: `object` is of the kind `kind` and was made by us; its numbers own their limbs.
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
            MBEDTLS_PK_RSA_ALT => drop(Box::from_raw(object.cast::<RsaAlt>())),
            MBEDTLS_PK_OPAQUE => drop(Box::from_raw(object.cast::<Opaque>())),
            _ => {
                let mut object = Box::from_raw(object.cast::<EcObject>());
                release_pair(&mut object.pair);
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
        let known = INFOS
            .iter()
            .find(|known| known.is_plain && ptr::eq(ptr::from_ref(*known).cast(), info));
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
