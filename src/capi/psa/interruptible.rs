//! `psa/crypto.h`: signatures that may stop halfway. As in 3.6.6 without `MBEDTLS_ECP_RESTARTABLE`, which is how it is
//! shipped, there is no algorithm that does, and starting one says so.

use super::alg::is_key_pair;
use super::keys::{Outcome, status_of, usable};
use super::operation::room;
use super::sign::check;
use super::types::{
    mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_usage_t, psa_sign_hash_interruptible_operation_t, psa_status_t,
    psa_verify_hash_interruptible_operation_t,
};
use super::values::*;
use crate::capi::guard::guard;
use crate::capi::ptr;
use core::ffi::c_uint;
use std::sync::atomic::{AtomicU32, Ordering};

/// The most steps that a call is to take.
static MAX_OPS: AtomicU32 = AtomicU32::new(PSA_INTERRUPTIBLE_MAX_OPS_UNLIMITED);

/// Sets the most steps that a call is to take. It is remembered; nothing depends on it.
///
/// \param max_ops  The number.
#[unsafe(no_mangle)]
pub extern "C" fn psa_interruptible_set_max_ops(max_ops: u32) {
    MAX_OPS.store(max_ops, Ordering::Relaxed);
}

/// The number that psa_interruptible_set_max_ops() set.
///
/// \return  The number.
#[unsafe(no_mangle)]
pub extern "C" fn psa_interruptible_get_max_ops() -> u32 {
    MAX_OPS.load(Ordering::Relaxed)
}

/// An operation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_sign_hash_interruptible_operation_init() -> psa_sign_hash_interruptible_operation_t {
    psa_sign_hash_interruptible_operation_t { reserved: [0; 4] }
}

/// An operation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_verify_hash_interruptible_operation_init() -> psa_verify_hash_interruptible_operation_t {
    psa_verify_hash_interruptible_operation_t { reserved: [0; 4] }
}

/// What every start does: looks at its arguments, and refuses. The first word of an operation tells that it failed.
fn start(
    words: &mut [c_uint; 4],
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    usage: psa_key_usage_t,
) -> Outcome<()> {
    if words[0] != 0 {
        return Err(PSA_ERROR_BAD_STATE);
    }
    words[0] = 1;
    check(alg, false)?;
    let key = usable(key, usage, alg)?;
    if usage == PSA_KEY_USAGE_SIGN_HASH && !is_key_pair(key.attributes.type_) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    match key.curve() {
        Some(curve) if curve.signing().is_none() => Err(PSA_ERROR_INVALID_ARGUMENT),
        _ => Err(PSA_ERROR_NOT_SUPPORTED),
    }
}

/// Refuses to sign a hash in steps; psa_sign_hash() does it at once.
///
/// \param operation  An operation that is not active.
/// \param key,alg,hash,hash_length  As for psa_sign_hash().
///
/// \return  PSA_ERROR_NOT_SUPPORTED, or what psa_sign_hash() would say against key and algorithm; PSA_ERROR_BAD_STATE after
/// another failure without psa_sign_hash_abort().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_start(
    operation: *mut psa_sign_hash_interruptible_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    _hash: *const u8,
    _hash_length: usize,
) -> psa_status_t {
    status_of(|| {
        // SAFETY: C passes an operation.
        let operation = unsafe { room(operation) }?;
        start(&mut operation.reserved, key, alg, PSA_KEY_USAGE_SIGN_HASH)
    })
}

/// Goes on with a signature, of which none was started.
///
/// \param operation  An operation.
/// \param signature,signature_size  Not written.
/// \param signature_length  Gets 0.
///
/// \return  PSA_ERROR_BAD_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_complete(
    operation: *mut psa_sign_hash_interruptible_operation_t,
    _signature: *mut u8,
    _signature_size: usize,
    signature_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, and a length to write.
    status_of(|| unsafe {
        ptr::store(signature_length, 0);
        room(operation)?.reserved[0] = 1;
        Err(PSA_ERROR_BAD_STATE)
    })
}

/// Makes an operation one that is not active.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_abort(operation: *mut psa_sign_hash_interruptible_operation_t) -> psa_status_t {
    // SAFETY: C passes NULL or an operation, which owns nothing.
    status_of(|| unsafe {
        ptr::zero(operation);
        Ok(())
    })
}

/// How many steps an operation took.
///
/// \param operation  The operation.
///
/// \return  0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash_get_num_ops(_operation: *const psa_sign_hash_interruptible_operation_t) -> u32 {
    guard(0, || 0)
}

/// Refuses to check a signature in steps; psa_verify_hash() does it at once.
///
/// \param operation  An operation that is not active.
/// \param key,alg,hash,hash_length,signature,signature_length  As for psa_verify_hash().
///
/// \return  PSA_ERROR_NOT_SUPPORTED, or what psa_verify_hash() would say against key and algorithm; PSA_ERROR_BAD_STATE
/// after another failure without psa_verify_hash_abort().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_start(
    operation: *mut psa_verify_hash_interruptible_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    _hash: *const u8,
    _hash_length: usize,
    _signature: *const u8,
    _signature_length: usize,
) -> psa_status_t {
    status_of(|| {
        // SAFETY: C passes an operation.
        let operation = unsafe { room(operation) }?;
        start(&mut operation.reserved, key, alg, PSA_KEY_USAGE_VERIFY_HASH)
    })
}

/// Goes on with a check, of which none was started.
///
/// \param operation  An operation.
///
/// \return  PSA_ERROR_BAD_STATE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_complete(
    operation: *mut psa_verify_hash_interruptible_operation_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe {
        room(operation)?.reserved[0] = 1;
        Err(PSA_ERROR_BAD_STATE)
    })
}

/// Makes an operation one that is not active.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_abort(
    operation: *mut psa_verify_hash_interruptible_operation_t,
) -> psa_status_t {
    // SAFETY: C passes NULL or an operation, which owns nothing.
    status_of(|| unsafe {
        ptr::zero(operation);
        Ok(())
    })
}

/// How many steps an operation took.
///
/// \param operation  The operation.
///
/// \return  0.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash_get_num_ops(
    _operation: *const psa_verify_hash_interruptible_operation_t,
) -> u32 {
    guard(0, || 0)
}
