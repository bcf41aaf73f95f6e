//! `psa/crypto.h`: attributes of keys. In 3.6 most of these functions are inline.

use super::types::{
    mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_attributes_t, psa_key_handle_t, psa_key_id_t, psa_key_lifetime_t,
    psa_key_policy_t, psa_key_type_t, psa_key_usage_t,
};
use super::values::{
    PSA_KEY_BITS_TOO_LARGE, PSA_KEY_LIFETIME_PERSISTENT, PSA_KEY_LIFETIME_VOLATILE, PSA_KEY_USAGE_SIGN_HASH,
    PSA_KEY_USAGE_SIGN_MESSAGE, PSA_KEY_USAGE_VERIFY_HASH, PSA_KEY_USAGE_VERIFY_MESSAGE, PSA_MAX_KEY_BITS,
};
use crate::capi::guard::guard;
use crate::capi::ptr;
use core::ffi::{c_int, c_uint};

/// Bits of a lifetime that tell how long a key lives; 0 for keys that are not stored.
const PERSISTENCE: psa_key_lifetime_t = 0xff;

/// Attributes of no key.
///
/// \return  Attributes of which none is set.
#[unsafe(no_mangle)]
pub extern "C" fn psa_key_attributes_init() -> psa_key_attributes_t {
    psa_key_attributes_t::default()
}

/// Makes attributes those of no key.
///
/// \param attributes  The attributes; NULL is allowed and does nothing.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_reset_key_attributes(attributes: *mut psa_key_attributes_t) {
    // SAFETY: C passes NULL or attributes.
    guard((), || unsafe {
        ptr::store(attributes, psa_key_attributes_t::default())
    });
}

/// Sets the number that a stored key is to have. A key that was not to be stored will be.
///
/// \param attributes  The attributes.
/// \param key  The number.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_id(attributes: *mut psa_key_attributes_t, key: mbedtls_svc_key_id_t) {
    // SAFETY: C passes NULL or attributes.
    unsafe {
        change(attributes, |attributes| {
            attributes.id = key;
            if attributes.lifetime & PERSISTENCE == 0 {
                let location = attributes.lifetime & !PERSISTENCE;
                attributes.lifetime = location | PSA_KEY_LIFETIME_PERSISTENT;
            }
        })
    };
}

/// Sets where a key is to live, and how long. A key that is not stored has no number.
///
/// \param attributes  The attributes.
/// \param lifetime  PSA_KEY_LIFETIME_VOLATILE, for example.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_lifetime(attributes: *mut psa_key_attributes_t, lifetime: psa_key_lifetime_t) {
    // SAFETY: C passes NULL or attributes.
    unsafe {
        change(attributes, |attributes| {
            attributes.lifetime = lifetime;
            if lifetime & PERSISTENCE == PSA_KEY_LIFETIME_VOLATILE {
                attributes.id = 0;
            }
        })
    };
}

/// Adds the uses that others imply: who may sign a hash may sign a message.
///
/// \param usage_flags  PSA_KEY_USAGE_* bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_extend_key_usage_flags(usage_flags: *mut psa_key_usage_t) {
    guard((), || {
        // SAFETY: C passes NULL or flags.
        if let Some(flags) = unsafe { ptr::as_mut(usage_flags) } {
            *flags = extended(*flags);
        }
    });
}

/// Sets what a key may be used for, with the uses that those imply.
///
/// \param attributes  The attributes.
/// \param usage_flags  PSA_KEY_USAGE_* bits.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_usage_flags(attributes: *mut psa_key_attributes_t, usage_flags: psa_key_usage_t) {
    // SAFETY: C passes NULL or attributes.
    unsafe { change(attributes, |attributes| attributes.policy.usage = extended(usage_flags)) };
}

/// Sets the algorithm that a key is for.
///
/// \param attributes  The attributes.
/// \param alg  The algorithm.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_algorithm(attributes: *mut psa_key_attributes_t, alg: psa_algorithm_t) {
    // SAFETY: C passes NULL or attributes.
    unsafe { change(attributes, |attributes| attributes.policy.alg = alg) };
}

/// Sets a second algorithm that a key is for.
///
/// \param attributes  The attributes.
/// \param alg2  The algorithm.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_enrollment_algorithm(
    attributes: *mut psa_key_attributes_t,
    alg2: psa_algorithm_t,
) {
    // SAFETY: C passes NULL or attributes.
    unsafe { change(attributes, |attributes| attributes.policy.alg2 = alg2) };
}

/// Sets the kind of a key.
///
/// \param attributes  The attributes.
/// \param type_  PSA_KEY_TYPE_AES, for example.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_type(attributes: *mut psa_key_attributes_t, type_: psa_key_type_t) {
    // SAFETY: C passes NULL or attributes.
    unsafe { change(attributes, |attributes| attributes.type_ = type_) };
}

/// Sets the length of a key.
///
/// \param attributes  The attributes.
/// \param bits  The length, in bits; more than PSA_MAX_KEY_BITS is remembered as a length that no key has.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_set_key_bits(attributes: *mut psa_key_attributes_t, bits: usize) {
    // SAFETY: C passes NULL or attributes.
    unsafe {
        change(attributes, |attributes| {
            attributes.bits = match u16::try_from(bits) {
                Ok(short) if c_int::from(short) <= PSA_MAX_KEY_BITS => short,
                _ => PSA_KEY_BITS_TOO_LARGE,
            };
        })
    };
}

/// The number of a stored key.
///
/// \param attributes  Its attributes.
///
/// \return  The number; 0 if the key is not a stored one, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_id(attributes: *const psa_key_attributes_t) -> mbedtls_svc_key_id_t {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.id
}

/// Where a key lives, and how long.
///
/// \param attributes  Its attributes.
///
/// \return  PSA_KEY_LIFETIME_*; that of keys that are not stored for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_lifetime(attributes: *const psa_key_attributes_t) -> psa_key_lifetime_t {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.lifetime
}

/// What a key may be used for: PSA_KEY_USAGE_* bits.
///
/// \param attributes  Its attributes.
///
/// \return  The bits; 0 for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_usage_flags(attributes: *const psa_key_attributes_t) -> psa_key_usage_t {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.policy.usage
}

/// The algorithm that a key is for.
///
/// \param attributes  Its attributes.
///
/// \return  PSA_ALG_*, or PSA_ALG_NONE; that also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_algorithm(attributes: *const psa_key_attributes_t) -> psa_algorithm_t {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.policy.alg
}

/// The second algorithm that a key is for.
///
/// \param attributes  Its attributes.
///
/// \return  PSA_ALG_*, or PSA_ALG_NONE; that also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_enrollment_algorithm(attributes: *const psa_key_attributes_t) -> psa_algorithm_t {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.policy.alg2
}

/// The kind of a key.
///
/// \param attributes  Its attributes.
///
/// \return  PSA_KEY_TYPE_*, or PSA_KEY_TYPE_NONE; that also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_type(attributes: *const psa_key_attributes_t) -> psa_key_type_t {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.type_
}

/// The length of a key, in bits.
///
/// \param attributes  Its attributes.
///
/// \return  The length; 0 if it is not known, and for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_bits(attributes: *const psa_key_attributes_t) -> usize {
    // SAFETY: C passes NULL or attributes.
    unsafe { look(attributes) }.bits.into()
}

/// A policy that allows nothing.
///
/// \return  A policy of which nothing is set.
#[unsafe(no_mangle)]
pub extern "C" fn psa_key_policy_init() -> psa_key_policy_t {
    psa_key_policy_t::default()
}

/// The number of a key.
///
/// \param unused  Not looked at.
/// \param key_id  The number.
///
/// \return  `key_id`.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_svc_key_id_make(_unused: c_uint, key_id: psa_key_id_t) -> mbedtls_svc_key_id_t {
    key_id
}

/// Whether two numbers of keys are the same: 1 or 0.
///
/// \param id1,id2  The numbers.
///
/// \return  1 if they are, 0 if not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_svc_key_id_equal(id1: mbedtls_svc_key_id_t, id2: mbedtls_svc_key_id_t) -> c_int {
    (id1 == id2).into()
}

/// Whether a number is no key's: 1 or 0.
///
/// \param key  The number.
///
/// \return  1 if it is, 0 if not.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_svc_key_id_is_null(key: mbedtls_svc_key_id_t) -> c_int {
    (key == 0).into()
}

/// Whether a handle is no key's: 1 or 0.
///
/// \param handle  The handle.
///
/// \return  1 if it is, 0 if not.
#[unsafe(no_mangle)]
pub extern "C" fn psa_key_handle_is_null(handle: psa_key_handle_t) -> c_int {
    (handle == 0).into()
}

/// The uses with those that they imply.
fn extended(usage: psa_key_usage_t) -> psa_key_usage_t {
    let implied = |from, to| if usage & from != 0 { to } else { 0 };
    usage
        | implied(PSA_KEY_USAGE_SIGN_HASH, PSA_KEY_USAGE_SIGN_MESSAGE)
        | implied(PSA_KEY_USAGE_VERIFY_HASH, PSA_KEY_USAGE_VERIFY_MESSAGE)
}

/// Changes attributes, if there are any.
///
/// # Safety
/// If `attributes` is not NULL, it must point at attributes that nothing else uses meanwhile.
unsafe fn change(attributes: *mut psa_key_attributes_t, how: impl FnOnce(&mut psa_key_attributes_t)) {
    guard((), || {
        // SAFETY: the caller's promise.
        if let Some(attributes) = unsafe { ptr::as_mut(attributes) } {
            how(attributes);
        }
    });
}

/// The attributes; those of no key for NULL.
///
/// # Safety
/// If `attributes` is not NULL, it must point at attributes.
unsafe fn look(attributes: *const psa_key_attributes_t) -> psa_key_attributes_t {
    guard(psa_key_attributes_t::default(), || {
        // SAFETY: the caller's promise.
        unsafe { ptr::as_ref(attributes) }.copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::null_mut;

    #[test]
    fn what_is_set_can_be_read() {
        let mut attributes = psa_key_attributes_init();
        let a = &raw mut attributes;
        // SAFETY: whole attributes.
        unsafe {
            psa_set_key_type(a, 0x2400);
            psa_set_key_bits(a, 256);
            psa_set_key_algorithm(a, 7);
            psa_set_key_enrollment_algorithm(a, 8);
            psa_set_key_usage_flags(a, PSA_KEY_USAGE_SIGN_HASH);
            assert_eq!((psa_get_key_type(a), psa_get_key_bits(a)), (0x2400, 256));
            assert_eq!((psa_get_key_algorithm(a), psa_get_key_enrollment_algorithm(a)), (7, 8));
            assert_eq!(
                psa_get_key_usage_flags(a),
                PSA_KEY_USAGE_SIGN_HASH | PSA_KEY_USAGE_SIGN_MESSAGE
            );
            psa_set_key_bits(a, 65_529);
            assert_eq!(psa_get_key_bits(a), 65_535);
            psa_set_key_id(a, 9);
            assert_eq!(
                (psa_get_key_id(a), psa_get_key_lifetime(a)),
                (9, PSA_KEY_LIFETIME_PERSISTENT)
            );
            psa_set_key_lifetime(a, PSA_KEY_LIFETIME_VOLATILE);
            assert_eq!((psa_get_key_id(a), psa_get_key_lifetime(a)), (0, 0));
            psa_reset_key_attributes(a);
            assert_eq!((psa_get_key_type(a), psa_get_key_usage_flags(a)), (0, 0));
        }
    }

    #[test]
    fn null() {
        let a = null_mut();
        // SAFETY: NULL is allowed.
        unsafe {
            psa_set_key_type(a, 1);
            psa_set_key_bits(a, 1);
            psa_set_key_algorithm(a, 1);
            psa_set_key_enrollment_algorithm(a, 1);
            psa_set_key_usage_flags(a, 1);
            psa_set_key_id(a, 1);
            psa_set_key_lifetime(a, 1);
            psa_reset_key_attributes(a);
            psa_extend_key_usage_flags(null_mut());
            assert_eq!(
                (psa_get_key_type(a), psa_get_key_bits(a), psa_get_key_algorithm(a)),
                (0, 0, 0)
            );
            assert_eq!(
                (psa_get_key_enrollment_algorithm(a), psa_get_key_usage_flags(a)),
                (0, 0)
            );
            assert_eq!((psa_get_key_id(a), psa_get_key_lifetime(a)), (0, 0));
        }
    }
}
