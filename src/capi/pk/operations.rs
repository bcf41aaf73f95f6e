//! What a key is, and signing and verifying with it.
//!
//! An Ed25519 key signs whole messages, never hashes: `md_alg` is `MBEDTLS_MD_NONE` and the "hash" is the message.
//! DEVIATION: 3.6 has no such keys.

use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use super::object::{bits, info, keys, name};
use super::signature::{Outcome, Place, Room, hash_algorithm, open, sign, sign_rsa, verify, verify_pss};
use super::{
    MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE, MBEDTLS_ERR_PK_TYPE_MISMATCH,
    mbedtls_pk_context, mbedtls_pk_restart_ctx, mbedtls_pk_rsassa_pss_options, mbedtls_pk_type_t,
};
use crate::capi::ecp::mbedtls_ecp_keypair;
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{bytes, enum_value};
use crate::capi::rsa::mbedtls_rsa_context;

use mbedtls_pk_type_t::*;

/// Tells which kind of key a context holds.
///
/// \param ctx  The context.
/// \return     The kind; `MBEDTLS_PK_NONE` for NULL or an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_type(ctx: *const mbedtls_pk_context) -> mbedtls_pk_type_t {
    guard(MBEDTLS_PK_NONE, || {
        // SAFETY: `ctx` is NULL or initialised.
        unsafe { kind(ctx) }.unwrap_or(MBEDTLS_PK_NONE)
    })
}

/// Names the kind of key a context holds, for messages.
///
/// \param ctx  The context.
/// \return     "RSA", "EC", "Ed25519" or another name, in static memory; "invalid PK" for NULL or an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_name(ctx: *const mbedtls_pk_context) -> *const c_char {
    // SAFETY: `ctx` is NULL or initialised.
    guard(c"invalid PK".as_ptr(), || name(unsafe { ctx.as_ref() }))
}

/// Tells the size of a key.
///
/// \param ctx  The context.
/// \return     Bits of the modulus or of the curve's field (255 for Ed25519); 0 for NULL or an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_bitlen(ctx: *const mbedtls_pk_context) -> usize {
    guard(0, || {
        // SAFETY: `ctx` is NULL or initialised.
        unsafe { ctx.as_ref().map_or(0, |ctx| bits(ctx)) }
    })
}

/// Tells the size of a key in bytes.
///
/// \param ctx  The context.
/// \return     mbedtls_pk_get_bitlen() in bytes, rounded up.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_get_len(ctx: *const mbedtls_pk_context) -> usize {
    // SAFETY: passed on.
    unsafe { mbedtls_pk_get_bitlen(ctx) }.div_ceil(8)
}

/// Tells whether a key is good for a kind of operation.
///
/// \param ctx      The context.
/// \param pk_type  The kind: an RSA key can do `MBEDTLS_PK_RSA` and `MBEDTLS_PK_RSASSA_PSS`; an EC key
///                 `MBEDTLS_PK_ECKEY`, `MBEDTLS_PK_ECKEY_DH` and `MBEDTLS_PK_ECDSA`; an Ed25519 key
///                 `MBEDTLS_PK_ED25519` alone.
/// \return         1 if it is, 0 if not, and for NULL or an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_can_do(
    ctx: *const mbedtls_pk_context,
    pk_type: MaybeUninit<mbedtls_pk_type_t>,
) -> c_int {
    guard(0, || {
        // SAFETY: `ctx` is NULL or initialised.
        c_int::from(unsafe { can_do(ctx, enum_value(pk_type)) })
    })
}

/// Gives the RSA key behind a context.
///
/// \param pk  The context.
/// \return    The RSA key, which stays the context's; NULL if it holds no RSA key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_rsa(pk: mbedtls_pk_context) -> *mut mbedtls_rsa_context {
    guard(ptr::null_mut(), || match info(&pk).map(|info| info.kind) {
        Some(MBEDTLS_PK_RSA) => pk.pk_ctx.cast(),
        _ => ptr::null_mut(),
    })
}

/// Gives the elliptic curve key pair behind a context.
///
/// \param pk  The context.
/// \return    The key pair, which stays the context's; NULL if it holds no elliptic curve key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_ec(pk: mbedtls_pk_context) -> *mut mbedtls_ecp_keypair {
    guard(ptr::null_mut(), || match info(&pk).map(|info| info.kind) {
        Some(MBEDTLS_PK_ECKEY | MBEDTLS_PK_ECKEY_DH | MBEDTLS_PK_ECDSA) => pk.pk_ctx.cast(),
        _ => ptr::null_mut(),
    })
}

/// Verifies a signature, with the padding of PKCS #1 v1.5 for RSA unless the key is set to another.
///
/// \param ctx       The key, public or private.
/// \param md_alg    The hash function that made `hash`; `MBEDTLS_MD_NONE` with RSA: the signed bytes are `hash` as it
///                  stands. For Ed25519 it must be `MBEDTLS_MD_NONE`, and `hash` is the message.
/// \param hash      The hash.
/// \param hash_len  Its length in bytes; 0 stands for the length that `md_alg` has.
/// \param sig       The signature.
/// \param sig_len   Its length in bytes.
///
/// \return  0 if the signature is good; `MBEDTLS_ERR_PK_SIG_LEN_MISMATCH` if it is, but bytes follow it;
///          `MBEDTLS_ERR_RSA_VERIFY_FAILED`, `MBEDTLS_ERR_ECP_VERIFY_FAILED` if it is not; another negative code for
///          malformed signatures and arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_verify(
    ctx: *mut mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *const c_uchar,
    sig_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; the buffers hold as many bytes as stated.
        code(unsafe {
            open(ctx, md_alg, hash, hash_len).and_then(|job| {
                let signature = bytes(sig, sig_len).ok_or(MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
                verify(&job, signature)
            })
        })
    })
}

/// As mbedtls_pk_verify(); never interrupted.
///
/// \param ctx       The key.
/// \param md_alg    The hash function that made `hash`.
/// \param hash      The hash.
/// \param hash_len  Its length in bytes.
/// \param sig       The signature.
/// \param sig_len   Its length in bytes.
/// \param _rs_ctx   Not used.
///
/// \return  As mbedtls_pk_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_verify_restartable(
    ctx: *mut mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *const c_uchar,
    sig_len: usize,
    _rs_ctx: *mut mbedtls_pk_restart_ctx,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_pk_verify(ctx, md_alg, hash, hash_len, sig, sig_len) }
}

/// Verifies a signature of a given kind.
///
/// \param type_     The kind of signature; `MBEDTLS_PK_RSASSA_PSS` with an RSA key is the one that differs from
///                  mbedtls_pk_verify().
/// \param options   For `MBEDTLS_PK_RSASSA_PSS` a `mbedtls_pk_rsassa_pss_options`; else it must be NULL.
/// \param ctx       The key.
/// \param md_alg    The hash function that made `hash`.
/// \param hash      The hash.
/// \param hash_len  Its length in bytes.
/// \param sig       The signature.
/// \param sig_len   Its length in bytes.
///
/// \return  As mbedtls_pk_verify(); `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key cannot do `type`;
///          `MBEDTLS_ERR_RSA_INVALID_PADDING` if the salt has another length than expected.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_verify_ext(
    type_: MaybeUninit<mbedtls_pk_type_t>,
    options: *const c_void,
    ctx: *mut mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *const c_uchar,
    sig_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; the buffers hold as many bytes as stated; `options` is what `type_` asks.
        unsafe {
            let md = enum_value(md_alg);
            let is_md_none = md == Some(mbedtls_md_type_t::MBEDTLS_MD_NONE);
            if kind(ctx).is_none() || (hash.is_null() && (hash_len != 0 || !is_md_none)) {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            let wanted = enum_value(type_);
            if !can_do(ctx, wanted) {
                return MBEDTLS_ERR_PK_TYPE_MISMATCH;
            }
            if wanted != Some(MBEDTLS_PK_RSASSA_PSS) {
                return if options.is_null() {
                    mbedtls_pk_verify(ctx, md_alg, hash, hash_len, sig, sig_len)
                } else {
                    MBEDTLS_ERR_PK_BAD_INPUT_DATA
                };
            }
            if kind(ctx) == Some(MBEDTLS_PK_OPAQUE) {
                return MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE;
            }
            let (Some(options), Some(keys), Some(hash), Some(signature)) = (
                options.cast::<mbedtls_pk_rsassa_pss_options>().as_ref(),
                ctx.as_ref().and_then(|ctx| keys(ctx)),
                bytes(hash, hash_len),
                bytes(sig, sig_len),
            ) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let mgf = enum_value(options.mgf1_hash_id).and_then(hash_algorithm);
            let Some(key) = keys.public else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let signer = (&*key, keys.rsa);
            code(verify_pss(signer, md, mgf, options.expected_salt_len, hash, signature))
        }
    })
}

/// Signs a hash, with the padding of PKCS #1 v1.5 for RSA unless the key is set to another.
///
/// \param ctx       The private key.
/// \param md_alg    The hash function that made `hash`; `MBEDTLS_MD_NONE` with RSA: `hash` is signed as it stands. For
///                  Ed25519 it must be `MBEDTLS_MD_NONE`, and `hash` is the message.
/// \param hash      The hash.
/// \param hash_len  Its length in bytes; 0 stands for the length that `md_alg` has.
/// \param sig       Where to put the signature; `MBEDTLS_PK_SIGNATURE_MAX_SIZE` bytes are always enough.
/// \param sig_size  The room there, in bytes.
/// \param sig_len   Set to the length of the signature.
/// \param f_rng     Not needed but by a key of mbedtls_pk_setup_rsa_alt(): the system's randomness is used.
/// \param p_rng     Handed to `f_rng`.
///
/// \return  0; `MBEDTLS_ERR_PK_BUFFER_TOO_SMALL` or `MBEDTLS_ERR_ECP_BUFFER_TOO_SMALL`; `MBEDTLS_ERR_PK_TYPE_MISMATCH`
///          if this kind of key does not sign; another negative code for other wrong arguments.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_sign(
    ctx: *mut mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    sig_len: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; the buffers hold as many bytes as stated. The signature is finished
        // before a byte of it is written, so that it may take the place of the hash. Nothing is borrowed while an
        // application's function signs.
        code(unsafe {
            open(ctx, md_alg, hash, hash_len).and_then(|job| {
                let room = Room { sig, sig_size, sig_len }.checked()?;
                match job.place {
                    Place::Here => room.put(&sign(&job, &room)?),
                    Place::Psa(opaque) => room.put(&opaque.sign(job.md, job.hash)?),
                    Place::Application(alt) => {
                        let hash = (hash, job.hash.len());
                        outcome(alt.sign(job.md, hash, &room, (f_rng, p_rng)))
                    }
                }
            })
        })
    })
}

/// As mbedtls_pk_sign(); never interrupted.
///
/// \param ctx       The private key.
/// \param md_alg    The hash function that made `hash`.
/// \param hash      The hash.
/// \param hash_len  Its length in bytes.
/// \param sig       Where to put the signature.
/// \param sig_size  The room there, in bytes.
/// \param sig_len   Set to the length of the signature.
/// \param f_rng     Not needed.
/// \param p_rng     Not needed.
/// \param _rs_ctx   Not used.
///
/// \return  As mbedtls_pk_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_sign_restartable(
    ctx: *mut mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    sig_len: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    _rs_ctx: *mut mbedtls_pk_restart_ctx,
) -> c_int {
    // SAFETY: passed on.
    unsafe { mbedtls_pk_sign(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng) }
}

/// Makes a signature of a given kind.
///
/// \param pk_type   The kind; `MBEDTLS_PK_RSASSA_PSS` with an RSA key (MGF1 with `md_alg`, a salt as long as the hash if
///                  the key has room for it) is the one that differs from mbedtls_pk_sign().
/// \param ctx       The private key.
/// \param md_alg    The hash function that made `hash`.
/// \param hash      The hash.
/// \param hash_len  Its length in bytes.
/// \param sig       Where to put the signature.
/// \param sig_size  The room there, in bytes.
/// \param sig_len   Set to the length of the signature.
/// \param f_rng     Not needed.
/// \param p_rng     Not needed.
///
/// \return  As mbedtls_pk_sign(); `MBEDTLS_ERR_PK_TYPE_MISMATCH` if the key cannot do `pk_type`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_sign_ext(
    pk_type: MaybeUninit<mbedtls_pk_type_t>,
    ctx: *mut mbedtls_pk_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: *const c_uchar,
    hash_len: usize,
    sig: *mut c_uchar,
    sig_size: usize,
    sig_len: *mut usize,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: as for mbedtls_pk_sign().
        unsafe {
            if kind(ctx).is_none() {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            }
            let wanted = enum_value(pk_type);
            if !can_do(ctx, wanted) {
                return MBEDTLS_ERR_PK_TYPE_MISMATCH;
            }
            if wanted != Some(MBEDTLS_PK_RSASSA_PSS) {
                return mbedtls_pk_sign(ctx, md_alg, hash, hash_len, sig, sig_size, sig_len, f_rng, p_rng);
            }
            code(open(ctx, md_alg, hash, hash_len).and_then(|job| {
                let room = Room { sig, sig_size, sig_len }.checked()?;
                let signature = match job.place {
                    Place::Psa(opaque) => opaque.sign_pss(job.md, job.hash)?,
                    _ => sign_rsa(&job, &room, true)?,
                };
                room.put(&signature)
            }))
        }
    })
}

/// A code as an outcome.
const fn outcome(code: c_int) -> Outcome<()> {
    if code == 0 { Ok(()) } else { Err(code) }
}

fn code(outcome: Outcome<()>) -> c_int {
    outcome.map_or_else(|code| code, |()| 0)
}

/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn kind(ctx: *const mbedtls_pk_context) -> Option<mbedtls_pk_type_t> {
    // SAFETY: as stated.
    unsafe { ctx.as_ref() }.and_then(info).map(|info| info.kind)
}

/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn can_do(ctx: *const mbedtls_pk_context, wanted: Option<mbedtls_pk_type_t>) -> bool {
    // SAFETY: as stated.
    let (Some(info), Some(wanted)) = (unsafe { ctx.as_ref() }.and_then(info), wanted) else {
        return false;
    };
    info.can.contains(&wanted)
}
