//! From keys to the C structs that programs read them in.

use std::ffi::{c_int, c_void};
use std::mem::MaybeUninit;
use std::sync::{Arc, PoisonError, RwLock};

use super::convert::{Keys, id_of};
use super::object::{EcObject, EdObject, RsaObject, free, info_of};
use super::{mbedtls_pk_context, mbedtls_pk_type_t};
use crate::capi::bignum::{self, mbedtls_mpi};
use crate::capi::ecp::groups;
use crate::capi::ecp::mbedtls_ecp_keypair;
use crate::capi::pk::MBEDTLS_ERR_PK_ALLOC_FAILED;
use crate::capi::rsa::{MBEDTLS_RSA_PKCS_V15, MBEDTLS_RSA_PKCS_V21, mbedtls_rsa_context};
use crate::crypto::sign::SigningKey;
use crate::crypto::verify::PublicKey;
use crate::pki::key::PrivateKey;
use crate::pki::spki::{KeyAlgorithm, PublicKeyInfo};

use mbedtls_pk_type_t::*;

/// Sets an empty context up with a public key.
///
/// # Safety
/// `ctx` is initialised and empty.
pub(in crate::capi) unsafe fn set_public(ctx: &mut mbedtls_pk_context, key: &PublicKeyInfo) -> Result<(), c_int> {
    let keys = Keys {
        public: Some(Arc::new(key.key.clone())),
        private: None,
        rsa: key.rsa_use(),
    };
    // SAFETY: passed on.
    unsafe { set(ctx, kind_of(key.algorithm), keys) }
}

/// Sets an empty context up with a private key and what it is for.
///
/// # Safety
/// `ctx` is initialised and empty.
pub(in crate::capi) unsafe fn set_private(ctx: &mut mbedtls_pk_context, key: PrivateKey) -> Result<(), c_int> {
    let public = key.public();
    let keys = Keys {
        rsa: public.rsa_use(),
        public: Some(Arc::new(public.key)),
        private: Some(key.key),
    };
    // SAFETY: passed on.
    unsafe { set(ctx, kind_of(key.algorithm), keys) }
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

/// The object of a kind that `mbedtls_pk_setup` sets up, with its C struct empty.
pub(super) fn new_object(kind: mbedtls_pk_type_t, keys: Keys) -> *mut c_void {
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
    context.padding = if keys.rsa.is_pss() {
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
    // SAFETY: the pair is initialised and ours.
    let failed = unsafe { groups::load(&mut pair.grp, MaybeUninit::new(id_of(*curve))) };
    if failed != 0 {
        return Err(failed);
    }
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
