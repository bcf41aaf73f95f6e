//! `psa/crypto.h`: making, copying, exporting and destroying keys.

use super::alg::{is_asymmetric, is_public_key};
use super::material::{self, Key};
use super::types::{
    mbedtls_psa_stats_t, mbedtls_svc_key_id_t, psa_algorithm_t, psa_custom_key_parameters_t, psa_key_attributes_t,
    psa_key_handle_t, psa_key_id_t, psa_key_production_parameters_t, psa_key_usage_t, psa_status_t,
};
use super::values::*;
use super::{policy, store, stored};
use crate::capi::guard::guard;
use crate::capi::ptr;
use core::ffi::c_int;
use std::sync::Arc;
use zeroize::Zeroizing;

/// What a function comes back with, before it is a status.
pub(super) type Outcome<T> = Result<T, psa_status_t>;

/// Runs the body of a function, and tells its status.
pub(super) fn status_of(body: impl FnOnce() -> Outcome<()>) -> psa_status_t {
    guard(PSA_ERROR_CORRUPTION_DETECTED, || body().err().unwrap_or(PSA_SUCCESS))
}

/// The key of a number, if it may be used in all the ways of `usage`, and with `alg` unless that is `PSA_ALG_NONE`.
///
/// Errors: INVALID_HANDLE; NOT_PERMITTED; INVALID_ARGUMENT for what is no single algorithm, and for a key that is elsewhere: what
/// stands in its file is for a secure element, and no key.
pub(super) fn usable(id: mbedtls_svc_key_id_t, usage: psa_key_usage_t, alg: psa_algorithm_t) -> Outcome<Arc<Key>> {
    let key = store::find(id)?;
    let attributes = &key.attributes;
    let [_, location @ ..] = attributes.lifetime.to_le_bytes();
    if location != [0; 3] {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let usage = if is_public_key(attributes.type_) {
        usage & !PSA_KEY_USAGE_EXPORT
    } else {
        usage
    };
    if attributes.policy.usage & usage != usage {
        return Err(PSA_ERROR_NOT_PERMITTED);
    }
    if alg != PSA_ALG_NONE {
        policy::permits(&attributes.policy, attributes.type_, alg)?;
    }
    Ok(key)
}

/// Fails unless a key with these attributes can be made.
pub(super) fn check_new(attributes: &psa_key_attributes_t) -> Outcome<()> {
    let [persistence, location @ ..] = attributes.lifetime.to_le_bytes();
    let good_id = if persistence != PSA_KEY_PERSISTENCE_VOLATILE {
        persistence != PSA_KEY_PERSISTENCE_READ_ONLY && stored::may_be(attributes.id)
    } else {
        attributes.id == PSA_KEY_ID_NULL
    };
    if !good_id {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    policy::check(&attributes.policy)?;
    if c_int::from(attributes.bits) > PSA_MAX_KEY_BITS {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    if location != [0; 3] {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    Ok(())
}

/// Puts a key into the store, and into its file if it is to be stored, and tells its number.
///
/// # Safety
/// `key` points at a number.
pub(super) unsafe fn put(
    mut attributes: psa_key_attributes_t,
    bytes: Zeroizing<Vec<u8>>,
    bits: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> Outcome<()> {
    attributes.bits = match u16::try_from(bits) {
        Ok(bits) if c_int::from(bits) <= PSA_MAX_KEY_BITS => bits,
        _ => return Err(PSA_ERROR_NOT_SUPPORTED),
    };
    let key_to_add = Key::new(attributes, bytes);
    let [persistence, ..] = attributes.lifetime.to_le_bytes();
    let id = if persistence == PSA_KEY_PERSISTENCE_VOLATILE {
        store::add(key_to_add)
    } else {
        store::add_stored(key_to_add)
    }?;
    // SAFETY: the caller's promise.
    unsafe { ptr::store(key, id) };
    Ok(())
}

/// The attributes that C passes, and no number yet where the number of the new key goes.
///
/// # Safety
/// Both are NULL or valid.
pub(super) unsafe fn begin(
    attributes: *const psa_key_attributes_t,
    key: *mut mbedtls_svc_key_id_t,
) -> Outcome<psa_key_attributes_t> {
    // SAFETY: the caller's promise.
    unsafe { ptr::store(key, PSA_KEY_ID_NULL) };
    // SAFETY: the caller's promise.
    match unsafe { ptr::as_ref(attributes) } {
        Some(attributes) if !key.is_null() => Ok(*attributes),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

/// Makes a key out of its bytes: raw bytes, PKCS#1 (RFC 8017 appendix A.1) for RSA, a scalar or an uncompressed point for
/// elliptic curves.
///
/// \param attributes  Kind, policy and, if it is not 0, length of the key.
/// \param data,data_length  The bytes.
/// \param key  Gets the number of the key, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_INSUFFICIENT_MEMORY; for a key that is
/// to be stored, as a file in the working directory, also PSA_ERROR_ALREADY_EXISTS or PSA_ERROR_STORAGE_FAILURE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_import_key(
    attributes: *const psa_key_attributes_t,
    data: *const u8,
    data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, readable bytes, and a number to write.
    status_of(|| unsafe {
        let attributes = begin(attributes, key)?;
        if data_length == 0 {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if data_length > usize::MAX / 8 {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        let data = ptr::bytes(data, data_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        check_new(&attributes)?;
        let (bytes, bits) = material::import(&attributes, data)?;
        if attributes.bits != 0 && usize::from(attributes.bits) != bits {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        put(attributes, bytes, bits, key)
    })
}

/// Makes a fresh key.
///
/// \param attributes  Kind, length and policy of the key. RSA: 1024 to 4096 bits.
/// \param key  Gets the number of the key, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_INSUFFICIENT_ENTROPY or
/// PSA_ERROR_INSUFFICIENT_MEMORY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_key(
    attributes: *const psa_key_attributes_t,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, and a number to write.
    status_of(|| unsafe { generate(attributes, 0, &[], key) })
}

/// Makes a fresh key in a way of its own.
///
/// \param attributes  As for psa_generate_key().
/// \param custom  NULL or flags, which must be 0.
/// \param custom_data,custom_data_length  For RSA, the public exponent, big-endian, or nothing; nothing for other keys.
/// \param key  Gets the number of the key, 0 on failure.
///
/// \return  As psa_generate_key().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_key_custom(
    attributes: *const psa_key_attributes_t,
    custom: *const psa_custom_key_parameters_t,
    custom_data: *const u8,
    custom_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, parameters, readable bytes, and a number to write.
    status_of(|| unsafe {
        ptr::store(key, PSA_KEY_ID_NULL);
        let flags = ptr::as_ref(custom).map_or(0, |custom| custom.flags);
        let data = ptr::bytes(custom_data, custom_data_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        generate(attributes, flags, data, key)
    })
}

/// psa_generate_key_custom() with flags and data in one.
///
/// \param attributes  As for psa_generate_key().
/// \param params  NULL or flags, which must be 0, and behind them data.
/// \param params_data_length  How many bytes the data are.
/// \param key  Gets the number of the key, 0 on failure.
///
/// \return  As psa_generate_key().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_key_ext(
    attributes: *const psa_key_attributes_t,
    params: *const psa_key_production_parameters_t,
    params_data_length: usize,
    key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, parameters with the bytes behind them, and a number to write.
    status_of(|| unsafe {
        ptr::store(key, PSA_KEY_ID_NULL);
        let (flags, data) = match ptr::as_ref(params) {
            Some(known) => (known.flags, ptr::bytes(params.add(1).cast(), params_data_length)),
            None => (0, ptr::bytes(core::ptr::null(), params_data_length)),
        };
        generate(attributes, flags, data.ok_or(PSA_ERROR_INVALID_ARGUMENT)?, key)
    })
}

/// Makes a fresh key.
///
/// # Safety
/// Both pointers are NULL or valid.
unsafe fn generate(
    attributes: *const psa_key_attributes_t,
    flags: u32,
    data: &[u8],
    key: *mut mbedtls_svc_key_id_t,
) -> Outcome<()> {
    // SAFETY: the caller's promise.
    let attributes = unsafe { begin(attributes, key) }?;
    let key_type = attributes.type_;
    let is_plain = flags == 0 && (data.is_empty() || key_type == PSA_KEY_TYPE_RSA_KEY_PAIR);
    if attributes.bits == 0 || is_public_key(key_type) || !is_plain {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    check_new(&attributes)?;
    let bytes = material::generate(&attributes, data)?;
    // SAFETY: the caller's promise.
    unsafe { put(attributes, bytes, attributes.bits.into(), key) }
}

/// Copies a key, with the policy that both the key and `attributes` allow.
///
/// \param source_key  The key, which must have PSA_KEY_USAGE_COPY.
/// \param attributes  The policy asked for. Kind and length are 0 or those of the key.
/// \param target_key  Gets the number of the copy, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_INVALID_ARGUMENT,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INSUFFICIENT_MEMORY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_copy_key(
    source_key: mbedtls_svc_key_id_t,
    attributes: *const psa_key_attributes_t,
    target_key: *mut mbedtls_svc_key_id_t,
) -> psa_status_t {
    // SAFETY: C passes attributes, and a number to write.
    status_of(|| unsafe {
        let mut attributes = begin(attributes, target_key)?;
        let source = usable(source_key, PSA_KEY_USAGE_COPY, PSA_ALG_NONE)?;
        let known = &source.attributes;
        let same_type = attributes.type_ == PSA_KEY_TYPE_NONE || attributes.type_ == known.type_;
        let same_bits = attributes.bits == 0 || attributes.bits == known.bits;
        if !same_type || !same_bits {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        attributes.type_ = known.type_;
        attributes.bits = known.bits;
        attributes.policy = policy::restrict(known.type_, &attributes.policy, &known.policy)?;
        check_new(&attributes)?;
        put(attributes, source.bytes.clone(), known.bits.into(), target_key)
    })
}

/// Destroys a key, also where it is stored. Operations that use it go on with it to their end.
///
/// \param key  The key; 0 is allowed and does nothing.
///
/// \return  PSA_SUCCESS; PSA_ERROR_INVALID_HANDLE if there is no such key. Of a stored key also PSA_ERROR_NOT_PERMITTED if its
/// file says that it is read only, PSA_ERROR_DATA_CORRUPT or PSA_ERROR_DATA_INVALID if the file is none of a key, and
/// PSA_ERROR_STORAGE_FAILURE: then the file is still there.
#[unsafe(no_mangle)]
pub extern "C" fn psa_destroy_key(key: mbedtls_svc_key_id_t) -> psa_status_t {
    status_of(|| match key {
        PSA_KEY_ID_NULL => Ok(()),
        key => store::remove(key),
    })
}

/// Takes a key out of memory: destroys it, unless it is a stored one, which can be opened again.
///
/// \param handle  The key; 0 is allowed and does nothing.
///
/// \return  PSA_SUCCESS, or PSA_ERROR_INVALID_HANDLE if there is no such key.
#[unsafe(no_mangle)]
pub extern "C" fn psa_close_key(handle: psa_key_handle_t) -> psa_status_t {
    status_of(|| match handle {
        PSA_KEY_ID_NULL => Ok(()),
        handle => store::forget(handle),
    })
}

/// Whether there is a key, as its handle is its number.
///
/// \param key  The key.
/// \param handle  Gets the handle, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_DOES_NOT_EXIST, or what is wrong with the file of a stored key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_open_key(key: mbedtls_svc_key_id_t, handle: *mut psa_key_handle_t) -> psa_status_t {
    // SAFETY: C passes a handle to write.
    status_of(|| unsafe {
        ptr::store(handle, PSA_KEY_HANDLE_INIT);
        if handle.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        store::find(key).map_err(|status| match status {
            PSA_ERROR_INVALID_HANDLE => PSA_ERROR_DOES_NOT_EXIST,
            status => status,
        })?;
        ptr::store(handle, key);
        Ok(())
    })
}

/// Takes a stored key out of memory; it is read again when it is next used. Other keys stay.
///
/// \param key  The key.
///
/// \return  PSA_SUCCESS, PSA_ERROR_DOES_NOT_EXIST if it is not in memory, or PSA_ERROR_INVALID_HANDLE for a number that no key
/// has.
#[unsafe(no_mangle)]
pub extern "C" fn psa_purge_key(key: mbedtls_svc_key_id_t) -> psa_status_t {
    status_of(|| match store::in_memory(key) {
        Some(_) if stored::may_be(key) => store::forget(key),
        Some(_) => Ok(()),
        None if is_key_id(key) => Err(PSA_ERROR_DOES_NOT_EXIST),
        None => Err(PSA_ERROR_INVALID_HANDLE),
    })
}

/// Whether keys have numbers such as this.
fn is_key_id(id: psa_key_id_t) -> bool {
    (PSA_KEY_ID_USER_MIN..=PSA_KEY_ID_VENDOR_MAX).contains(&id)
}

/// What is known of a key.
///
/// \param key  The key.
/// \param attributes  Gets its attributes, those of no key on failure. psa_reset_key_attributes() need not be called.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_get_key_attributes(
    key: mbedtls_svc_key_id_t,
    attributes: *mut psa_key_attributes_t,
) -> psa_status_t {
    // SAFETY: C passes attributes to write.
    status_of(|| unsafe {
        ptr::store(attributes, psa_key_attributes_t::default());
        if attributes.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        ptr::store(attributes, store::find(key)?.attributes);
        Ok(())
    })
}

/// Exports a key: in the form in which psa_import_key() takes it.
///
/// \param key  The key, which must have PSA_KEY_USAGE_EXPORT unless it is public.
/// \param data,data_size  Where the bytes go; what is left over is filled with zeros.
/// \param data_length  Gets their number.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL or
/// PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_export_key(
    key: mbedtls_svc_key_id_t,
    data: *mut u8,
    data_size: usize,
    data_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes writable bytes, and a length to write.
    status_of(|| unsafe {
        begin_export(data, data_size, data_length)?;
        let key = usable(key, PSA_KEY_USAGE_EXPORT, PSA_ALG_NONE)?;
        export(Ok(&key.bytes), data, data_size, data_length)
    })
}

/// Exports a public key, or the public half of a pair: PKCS#1 (RFC 8017 appendix A.1.1) for RSA, an uncompressed point
/// or the string of RFC 7748 for elliptic curves.
///
/// \param key  The key.
/// \param data,data_size  Where the bytes go; what is left over is filled with zeros.
/// \param data_length  Gets their number.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT, also for keys
/// that have no public half.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_export_public_key(
    key: mbedtls_svc_key_id_t,
    data: *mut u8,
    data_size: usize,
    data_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes writable bytes, and a length to write.
    status_of(|| unsafe {
        begin_export(data, data_size, data_length)?;
        let key = usable(key, 0, PSA_ALG_NONE)?;
        let public = if is_asymmetric(key.attributes.type_) {
            key.public_bytes()
        } else {
            Err(PSA_ERROR_INVALID_ARGUMENT)
        };
        export(
            public.as_deref().map_err(|status| *status),
            data,
            data_size,
            data_length,
        )
    })
}

/// What stands before every export: no room is too little, and there is no length yet.
///
/// # Safety
/// `data_length` is NULL or valid.
unsafe fn begin_export(data: *mut u8, data_size: usize, data_length: *mut usize) -> Outcome<()> {
    if data_size == 0 {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    // SAFETY: the caller's promise.
    unsafe { ptr::store(data_length, 0) };
    if data.is_null() || data_length.is_null() || isize::try_from(data_size).is_err() {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    Ok(())
}

/// Writes an exported key and zeros behind it; on failure zeros alone.
///
/// # Safety
/// `data_size` bytes are writable; `data_length` is valid.
unsafe fn export(bytes: Outcome<&[u8]>, data: *mut u8, data_size: usize, data_length: *mut usize) -> Outcome<()> {
    // SAFETY: writable by the caller's promise.
    unsafe { data.write_bytes(0, data_size) };
    let bytes = bytes?;
    if bytes.len() > data_size {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    // SAFETY: there is room for the bytes (checked above); the length is the caller's promise.
    unsafe {
        ptr::copy_out(bytes, data);
        ptr::store(data_length, bytes.len());
    }
    Ok(())
}

/// Tells how many keys are in memory.
///
/// \param stats  Gets the numbers.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_psa_get_stats(stats: *mut mbedtls_psa_stats_t) {
    guard((), || {
        let (volatile_slots, persistent_slots, max_open_internal_key_id) = store::count();
        // SAFETY: C passes NULL or numbers to write.
        unsafe {
            ptr::store(
                stats,
                mbedtls_psa_stats_t {
                    volatile_slots,
                    persistent_slots,
                    max_open_internal_key_id,
                    ..mbedtls_psa_stats_t::default()
                },
            )
        };
    });
}
