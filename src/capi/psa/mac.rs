//! `psa/crypto.h`: MACs.

use super::alg::{full_length_mac, hash_algorithm, hash_of, is_hmac, is_mac, mac_length};
use super::buffers::write_tag;
use super::hash::compare;
use super::keys::{Outcome, status_of, usable};
use super::material::Key;
use super::operation;
use super::policy::mac_fits;
use super::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_mac_operation_t, psa_status_t};
use super::values::*;
use crate::capi::ptr;
use crate::crypto::cipher::{BlockAlgorithm, Cmac};
use crate::crypto::hash::{HmacContext, HmacKey};

/// A MAC under way.
pub(super) struct Running {
    state: State,
    length: usize,
    is_sign: bool,
}

/// What computes the MAC.
#[expect(
    clippy::large_enum_variant,
    reason = "an operation keeps it behind a pointer of its own"
)]
enum State {
    Hmac(HmacContext),
    Cmac(Cmac),
}

impl State {
    /// Of a key and an algorithm that fit each other.
    fn new(key: &Key, alg: psa_algorithm_t) -> Outcome<Self> {
        if is_hmac(alg) {
            let digest = hash_algorithm(hash_of(alg)).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            Ok(Self::Hmac(HmacKey::new(digest, &key.bytes).start()))
        } else if full_length_mac(alg) == PSA_ALG_CMAC {
            let cipher = key.block_algorithm().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            // With AES and triple DES alone; 3.6.6 refuses the others too, and with these codes.
            let refusal = match cipher {
                BlockAlgorithm::Des => PSA_ERROR_NOT_SUPPORTED,
                _ => PSA_ERROR_INVALID_ARGUMENT,
            };
            Ok(Self::Cmac(Cmac::new(cipher, &key.bytes).map_err(|_| refusal)?))
        } else {
            Err(PSA_ERROR_NOT_SUPPORTED)
        }
    }

    fn update(&mut self, input: &[u8]) {
        match self {
            Self::Hmac(context) => context.update(input),
            Self::Cmac(context) => context.update(input),
        }
    }

    /// The first `length` bytes of the MAC.
    fn finish(self, length: usize) -> Vec<u8> {
        let mut mac = match self {
            Self::Hmac(context) => context.finish().as_ref().to_vec(),
            Self::Cmac(mut context) => context.finish().to_vec(),
        };
        mac.truncate(length);
        mac
    }
}

/// How long the MAC of a key is. INVALID_ARGUMENT if the algorithm is no MAC, does not fit the key or is longer than the
/// whole MAC; NOT_SUPPORTED below 4 bytes.
fn check(alg: psa_algorithm_t, key: &Key) -> Outcome<usize> {
    let key_type = key.attributes.type_;
    if !is_mac(alg) || !mac_fits(alg, key_type) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    match mac_length(key_type, alg) {
        ..4 => Err(PSA_ERROR_NOT_SUPPORTED),
        length if length > mac_length(key_type, full_length_mac(alg)) => Err(PSA_ERROR_INVALID_ARGUMENT),
        length => Ok(length),
    }
}

/// An operation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_mac_operation_init() -> psa_mac_operation_t {
    psa_mac_operation_t { reserved: [0; 50] }
}

/// Begins a MAC.
///
/// \param operation  An operation that is not active. On failure it is not either.
/// \param key  A key with PSA_KEY_USAGE_SIGN_MESSAGE. It may be destroyed meanwhile.
/// \param alg  PSA_ALG_HMAC() or PSA_ALG_CMAC, whole or truncated, that the key is for.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
/// PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_sign_setup(
    operation: *mut psa_mac_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    unsafe { setup(operation, key, alg, true) }
}

/// Begins the check of a MAC.
///
/// \param operation,alg  As for psa_mac_sign_setup().
/// \param key  A key with PSA_KEY_USAGE_VERIFY_MESSAGE.
///
/// \return  As psa_mac_sign_setup().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_verify_setup(
    operation: *mut psa_mac_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    unsafe { setup(operation, key, alg, false) }
}

/// Begins a MAC or its check.
///
/// # Safety
/// `operation` is NULL or an operation.
unsafe fn setup(
    operation: *mut psa_mac_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    is_sign: bool,
) -> psa_status_t {
    // SAFETY: the caller's promise.
    status_of(|| unsafe {
        operation::start(operation, || {
            let key = usable(key, usage(is_sign), alg)?;
            let length = check(alg, &key)?;
            Ok(Running {
                state: State::new(&key, alg)?,
                length,
                is_sign,
            })
        })
    })
}

/// What a key must be for.
const fn usage(is_sign: bool) -> u32 {
    if is_sign {
        PSA_KEY_USAGE_SIGN_MESSAGE
    } else {
        PSA_KEY_USAGE_VERIFY_MESSAGE
    }
}

/// Adds bytes to a MAC.
///
/// \param operation  An active operation.
/// \param input,input_length  The bytes.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_update(
    operation: *mut psa_mac_operation_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::step(operation, |running| {
            let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            running.state.update(input);
            Ok(())
        })
    })
}

/// The MAC of what went in. The operation is not active after that.
///
/// \param operation  An operation of psa_mac_sign_setup().
/// \param mac,mac_size  Where the MAC goes; what is left over is filled.
/// \param mac_length  Gets its length.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_sign_finish(
    operation: *mut psa_mac_operation_t,
    mac: *mut u8,
    mac_size: usize,
    mac_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(mac_length, mac_size);
        let made = match operation::take(operation) {
            Some(running) if running.is_sign && mac_size < running.length => Err(PSA_ERROR_BUFFER_TOO_SMALL),
            Some(running) if running.is_sign => Ok(running.state.finish(running.length)),
            _ if operation.is_null() => Err(PSA_ERROR_INVALID_ARGUMENT),
            _ => Err(PSA_ERROR_BAD_STATE),
        };
        put(made, mac, mac_size, mac_length)
    })
}

/// Writes a MAC and filler behind it.
///
/// # Safety
/// `size` bytes are writable, and the length is.
unsafe fn put(made: Outcome<Vec<u8>>, mac: *mut u8, size: usize, length: *mut usize) -> Outcome<()> {
    if length.is_null() || (mac.is_null() && size > 0) || isize::try_from(size).is_err() {
        return Err(made.err().unwrap_or(PSA_ERROR_INVALID_ARGUMENT));
    }
    // SAFETY: the caller's promise.
    unsafe { write_tag(made, mac, size, length) }
}

/// Compares the MAC of what went in, in a time that does not depend on where they differ. The operation is not active
/// after that.
///
/// \param operation  An operation of psa_mac_verify_setup().
/// \param mac,mac_length  The MAC that is expected.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_verify_finish(
    operation: *mut psa_mac_operation_t,
    mac: *const u8,
    mac_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::room(operation)?;
        let running = operation::take(operation)
            .filter(|running| !running.is_sign)
            .ok_or(PSA_ERROR_BAD_STATE)?;
        if running.length != mac_length {
            return Err(PSA_ERROR_INVALID_SIGNATURE);
        }
        let expected = ptr::bytes(mac, mac_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        compare(&running.state.finish(running.length), expected)
    })
}

/// Ends a MAC. An operation that is not active is allowed.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_abort(operation: *mut psa_mac_operation_t) -> psa_status_t {
    // SAFETY: C passes NULL or an operation.
    status_of(|| unsafe {
        operation::abort(operation);
        Ok(())
    })
}

/// The MAC of a message.
///
/// \param key,alg  As for psa_mac_sign_setup().
/// \param input,input_length  The message.
/// \param mac,mac_size,mac_length  As for psa_mac_sign_finish().
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_compute(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    mac: *mut u8,
    mac_size: usize,
    mac_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(mac_length, mac_size);
        let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        put(compute(key, alg, input, true, mac_size), mac, mac_size, mac_length)
    })
}

/// Checks the MAC of a message.
///
/// \param key,alg  As for psa_mac_verify_setup().
/// \param input,input_length  The message.
/// \param mac,mac_length  The MAC that is expected.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_mac_verify(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    mac: *const u8,
    mac_length: usize,
) -> psa_status_t {
    // SAFETY: C passes readable bytes.
    status_of(|| unsafe {
        let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let made = compute(key, alg, input, false, usize::MAX)?;
        if made.len() != mac_length {
            return Err(PSA_ERROR_INVALID_SIGNATURE);
        }
        let expected = ptr::bytes(mac, mac_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        compare(&made, expected)
    })
}

/// The MAC of a message; BUFFER_TOO_SMALL if it has more than `room` bytes.
fn compute(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: &[u8],
    is_sign: bool,
    room: usize,
) -> Outcome<Vec<u8>> {
    let key = usable(key, usage(is_sign), alg)?;
    let length = check(alg, &key)?;
    if room < length {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    let mut state = State::new(&key, alg)?;
    state.update(input);
    Ok(state.finish(length))
}
