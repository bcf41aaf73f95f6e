//! The life of a key, its padding, its size.

use super::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_INVALID_PADDING, MBEDTLS_RSA_PKCS_V15, MBEDTLS_RSA_PKCS_V21,
    mbedtls_rsa_context,
};
use crate::capi::bignum::{mbedtls_mpi, mbedtls_mpi_bitlen, mbedtls_mpi_copy, release};
use crate::capi::guard::{guard, guarded};
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::signature::hash_algorithm;
use crate::capi::ptr::{self, CEnum, enum_number, enum_value};
use crate::crypto::hash::HashAlgorithm;
use core::ffi::c_int;
use core::mem::MaybeUninit;
use core::ptr::{addr_of, addr_of_mut};

/// Makes a key empty, with the padding of PKCS #1 v1.5. To be called before anything else.
///
/// \param ctx  The key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_init(ctx: *mut mbedtls_rsa_context) {
    guard((), || {
        // SAFETY: C passes NULL or memory for a key; all-zero is an empty key.
        unsafe {
            ptr::zero(ctx);
            if let Some(ctx) = ctx.as_mut() {
                numbers_mut(ctx).into_iter().for_each(|number| number.s = 1);
            }
        }
    });
}

/// Wipes and frees a key's numbers.
///
/// \param ctx  The key; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_free(ctx: *mut mbedtls_rsa_context) {
    guard((), || {
        // SAFETY: C passes NULL or an initialised key.
        if let Some(ctx) = unsafe { ctx.as_mut() } {
            numbers_mut(ctx).into_iter().for_each(release);
        }
    });
}

/// Copies a key.
///
/// \param dst  The key to be written, initialised.
/// \param src  The key to be read.
///
/// \return  0, MBEDTLS_ERR_MPI_ALLOC_FAILED (the key written is then empty), or MBEDTLS_ERR_RSA_BAD_INPUT_DATA for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_copy(dst: *mut mbedtls_rsa_context, src: *const mbedtls_rsa_context) -> c_int {
    guarded(|| {
        if dst.is_null() || src.is_null() {
            return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
        }
        if core::ptr::eq(dst, src) {
            return Ok(());
        }
        // SAFETY: both are initialised keys, by C's promise, and not the same.
        unsafe {
            (*dst).len = (*src).len;
            (*dst).padding = (*src).padding;
            (*dst).hash_id = (*src).hash_id;
            let pairs: [(*mut mbedtls_mpi, *const mbedtls_mpi); 8] = [
                (addr_of_mut!((*dst).N), addr_of!((*src).N)),
                (addr_of_mut!((*dst).E), addr_of!((*src).E)),
                (addr_of_mut!((*dst).D), addr_of!((*src).D)),
                (addr_of_mut!((*dst).P), addr_of!((*src).P)),
                (addr_of_mut!((*dst).Q), addr_of!((*src).Q)),
                (addr_of_mut!((*dst).DP), addr_of!((*src).DP)),
                (addr_of_mut!((*dst).DQ), addr_of!((*src).DQ)),
                (addr_of_mut!((*dst).QP), addr_of!((*src).QP)),
            ];
            for (to, from) in pairs {
                let code = mbedtls_mpi_copy(to, from);
                if code != 0 {
                    mbedtls_rsa_free(dst);
                    return Err(code);
                }
            }
        }
        Ok(())
    })
}

/// Sets how a key pads.
///
/// \param ctx  The key.
/// \param padding  MBEDTLS_RSA_PKCS_V15 or MBEDTLS_RSA_PKCS_V21.
/// \param hash_id  The hash function of version 2.1 and its mask; MBEDTLS_MD_NONE for the one that a hash was made with.
///
/// \return  0, MBEDTLS_ERR_RSA_INVALID_PADDING for another padding or hash function, or MBEDTLS_ERR_RSA_BAD_INPUT_DATA for
/// NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_set_padding(
    ctx: *mut mbedtls_rsa_context,
    padding: c_int,
    hash_id: MaybeUninit<mbedtls_md_type_t>,
) -> c_int {
    guarded(|| {
        let number = enum_number(hash_id);
        let known = match padding {
            MBEDTLS_RSA_PKCS_V15 => true,
            MBEDTLS_RSA_PKCS_V21 => number == 0 || enum_value(hash_id).and_then(hash_algorithm).is_some(),
            _ => false,
        };
        if !known {
            return Err(MBEDTLS_ERR_RSA_INVALID_PADDING);
        }
        // SAFETY: C passes NULL or an initialised key.
        let ctx = unsafe { ctx.as_mut() }.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
        ctx.padding = padding;
        ctx.hash_id = number;
        Ok(())
    })
}

/// How a key pads.
///
/// \param ctx  The key.
///
/// \return  MBEDTLS_RSA_PKCS_V15 or MBEDTLS_RSA_PKCS_V21.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_padding_mode(ctx: *const mbedtls_rsa_context) -> c_int {
    guard(0, || {
        // SAFETY: C passes NULL or an initialised key.
        unsafe { ptr::as_ref(ctx) }.map_or(MBEDTLS_RSA_PKCS_V15, |ctx| ctx.padding)
    })
}

/// The hash function of a key's padding.
///
/// \param ctx  The key.
///
/// \return  A `mbedtls_md_type_t`; 0 if none is set.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_md_alg(ctx: *const mbedtls_rsa_context) -> c_int {
    // SAFETY: C passes NULL or an initialised key.
    guard(0, || unsafe { ptr::as_ref(ctx) }.map_or(0, |ctx| ctx.hash_id))
}

/// The length of a key's modulus, in bits.
///
/// \param ctx  The key.
///
/// \return  The length; 0 if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_bitlen(ctx: *const mbedtls_rsa_context) -> usize {
    guard(0, || {
        // SAFETY: C passes NULL or an initialised key.
        unsafe { ptr::as_ref(ctx).map_or(0, |ctx| mbedtls_mpi_bitlen(addr_of!(ctx.N))) }
    })
}

/// The length of a key's modulus, and of all it encrypts and signs, in bytes.
///
/// \param ctx  The key.
///
/// \return  The length; 0 if there is none.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_get_len(ctx: *const mbedtls_rsa_context) -> usize {
    // SAFETY: C passes NULL or an initialised key.
    guard(0, || unsafe { ptr::as_ref(ctx) }.map_or(0, |ctx| ctx.len))
}

/// All numbers of a key.
pub(super) fn numbers_mut(ctx: &mut mbedtls_rsa_context) -> [&mut mbedtls_mpi; 8] {
    [
        &mut ctx.N,
        &mut ctx.E,
        &mut ctx.D,
        &mut ctx.P,
        &mut ctx.Q,
        &mut ctx.DP,
        &mut ctx.DQ,
        &mut ctx.QP,
    ]
}

/// The hash function of the field `hash_id`, if one is set that there is.
pub(super) fn padding_hash(ctx: &mbedtls_rsa_context) -> Option<HashAlgorithm> {
    let id = mbedtls_md_type_t::ALL.iter().find(|md| md.number() == ctx.hash_id);
    id.and_then(|md| hash_algorithm(*md))
}
