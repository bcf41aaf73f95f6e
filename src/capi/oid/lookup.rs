//! What an object identifier stands for, and which one stands for something.

use core::ffi::{CStr, c_char, c_int};
use core::mem::MaybeUninit;

use super::MBEDTLS_ERR_OID_NOT_FOUND;
use super::tables::{
    ATTRIBUTES, CIPHERS, CURVE_ALGORITHMS, CURVES, DIGESTS, EXTENSIONS, HMACS, KEY_PURPOSES, KEYS, PKCS12_ENCRYPTION,
    POLICIES, SIGNATURES, Table,
};
use crate::capi::asn1::mbedtls_asn1_buf;
use crate::capi::cipher::mbedtls_cipher_type_t;
use crate::capi::ecp::mbedtls_ecp_group_id;
use crate::capi::guard::guard;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::mbedtls_pk_type_t;
use crate::capi::ptr::{bytes, enum_value, store};

/// What a table has for an object identifier.
pub(in crate::capi) fn find<T: Copy>(table: &Table<T>, oid: &[u8]) -> Option<T> {
    table.iter().find(|(known, _)| *known == oid).map(|(_, value)| *value)
}

/// The short name of an attribute, such as `CN`.
pub(in crate::capi) fn attribute_name(oid: &[u8]) -> Option<&'static CStr> {
    find(ATTRIBUTES, oid)
}

/// What texts call a purpose of keys.
pub(in crate::capi) fn key_purpose(oid: &[u8]) -> Option<&'static CStr> {
    find(KEY_PURPOSES, oid)
}

/// What texts call a policy.
pub(in crate::capi) fn policy(oid: &[u8]) -> Option<&'static CStr> {
    find(POLICIES, oid)
}

/// What texts call a signature algorithm.
pub(in crate::capi) fn signature_name(oid: &[u8]) -> Option<&'static CStr> {
    find(SIGNATURES, oid).map(|algorithm| algorithm.text)
}

/// Looks a program's object identifier up and gives what is found to `found`; NOT_FOUND also for NULL.
///
/// # Safety
/// `oid` is NULL or holds as many bytes as it says.
unsafe fn look_up<T: Copy>(table: &Table<T>, oid: *const mbedtls_asn1_buf, found: impl FnOnce(T)) -> c_int {
    guard(MBEDTLS_ERR_OID_NOT_FOUND, || {
        // SAFETY: as stated.
        let value = unsafe { oid.as_ref().and_then(|oid| bytes(oid.p, oid.len)) }.and_then(|oid| find(table, oid));
        value.map_or(MBEDTLS_ERR_OID_NOT_FOUND, |value| {
            found(value);
            0
        })
    })
}

/// Gives the first object identifier of a table whose value `is_it`.
///
/// # Safety
/// `oid` and `olen` are NULL or writable.
unsafe fn name_of<T>(
    table: &'static Table<T>,
    oid: *mut *const c_char,
    olen: *mut usize,
    is_it: impl Fn(&T) -> bool,
) -> c_int {
    guard(MBEDTLS_ERR_OID_NOT_FOUND, || {
        let Some((name, _)) = table.iter().find(|(_, value)| is_it(value)) else {
            return MBEDTLS_ERR_OID_NOT_FOUND;
        };
        // SAFETY: as stated.
        unsafe {
            store(oid, name.as_ptr().cast());
            store(olen, name.len());
        }
        0
    })
}

/// Gives the short name of an attribute of a name, such as `CN`.
///
/// \param oid  The object identifier.
/// \param short_name  Set to the name, which lives for ever.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_attr_short_name(
    oid: *const mbedtls_asn1_buf,
    short_name: *mut *const c_char,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(ATTRIBUTES, oid, |found| {
            store(short_name, found.as_ptr());
        })
    }
}

/// Gives the bit of an extension.
///
/// \param oid  The object identifier.
/// \param ext_type  Set to `MBEDTLS_X509_EXT_*`.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_x509_ext_type(oid: *const mbedtls_asn1_buf, ext_type: *mut c_int) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(EXTENSIONS, oid, |found| {
            store(ext_type, found);
        })
    }
}

/// Gives the text for a purpose of keys, such as `TLS Web Server Authentication`.
///
/// \param oid  The object identifier.
/// \param desc  Set to the text, which lives for ever.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_extended_key_usage(
    oid: *const mbedtls_asn1_buf,
    desc: *mut *const c_char,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(KEY_PURPOSES, oid, |found| {
            store(desc, found.as_ptr());
        })
    }
}

/// Gives the text for a policy.
///
/// \param oid  The object identifier.
/// \param desc  Set to the text, which lives for ever.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_certificate_policies(
    oid: *const mbedtls_asn1_buf,
    desc: *mut *const c_char,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(POLICIES, oid, |found| {
            store(desc, found.as_ptr());
        })
    }
}

/// Gives the text for a signature algorithm, such as `RSA with SHA-256`.
///
/// \param oid  The object identifier.
/// \param desc  Set to the text, which lives for ever.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_sig_alg_desc(oid: *const mbedtls_asn1_buf, desc: *mut *const c_char) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(SIGNATURES, oid, |found| {
            store(desc, found.text.as_ptr());
        })
    }
}

/// Gives hash function and kind of key of a signature algorithm.
///
/// \param oid  The object identifier.
/// \param md_alg  Set to the hash function; to `MBEDTLS_MD_NONE` where parameters tell it.
/// \param pk_alg  Set to the kind of key.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_sig_alg(
    oid: *const mbedtls_asn1_buf,
    md_alg: *mut mbedtls_md_type_t,
    pk_alg: *mut mbedtls_pk_type_t,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(SIGNATURES, oid, |found| {
            store(md_alg, found.md);
            store(pk_alg, found.pk);
        })
    }
}

/// Gives the object identifier of a signature algorithm.
///
/// \param pk_alg  The kind of key.
/// \param md_alg  The hash function.
/// \param oid   Set to the content of the object identifier, which lives for ever.
/// \param olen  Set to its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_sig_alg(
    pk_alg: MaybeUninit<mbedtls_pk_type_t>,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        name_of(SIGNATURES, oid, olen, |known| {
            enum_value(pk_alg) == Some(known.pk) && enum_value(md_alg) == Some(known.md)
        })
    }
}

/// Gives the kind of a key.
///
/// \param oid  The object identifier.
/// \param pk_alg  Set to the kind.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_pk_alg(oid: *const mbedtls_asn1_buf, pk_alg: *mut mbedtls_pk_type_t) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(KEYS, oid, |found| {
            store(pk_alg, found);
        })
    }
}

/// Gives the object identifier of a kind of keys.
///
/// \param pk_alg  The kind.
/// \param oid   Set to the content of the object identifier, which lives for ever.
/// \param olen  Set to its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_pk_alg(
    pk_alg: MaybeUninit<mbedtls_pk_type_t>,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe { name_of(KEYS, oid, olen, |known| enum_value(pk_alg) == Some(*known)) }
}

/// Gives a curve that is named by the parameters of a key.
///
/// \param oid  The object identifier.
/// \param grp_id  Set to the curve.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_ec_grp(
    oid: *const mbedtls_asn1_buf,
    grp_id: *mut mbedtls_ecp_group_id,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(CURVES, oid, |found| {
            store(grp_id, found);
        })
    }
}

/// Gives the object identifier of a curve that is named by the parameters of a key.
///
/// \param grp_id  The curve.
/// \param oid   Set to the content of the object identifier, which lives for ever.
/// \param olen  Set to its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_ec_grp(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe { name_of(CURVES, oid, olen, |known| enum_value(grp_id) == Some(*known)) }
}

/// Gives a curve that is a key's algorithm by itself: X25519 or X448.
///
/// \param oid  The object identifier.
/// \param grp_id  Set to the curve.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_ec_grp_algid(
    oid: *const mbedtls_asn1_buf,
    grp_id: *mut mbedtls_ecp_group_id,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(CURVE_ALGORITHMS, oid, |found| {
            store(grp_id, found);
        })
    }
}

/// Gives the object identifier of a curve that is a key's algorithm by itself.
///
/// \param grp_id  The curve.
/// \param oid   Set to the content of the object identifier, which lives for ever.
/// \param olen  Set to its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_ec_grp_algid(
    grp_id: MaybeUninit<mbedtls_ecp_group_id>,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe { name_of(CURVE_ALGORITHMS, oid, olen, |known| enum_value(grp_id) == Some(*known)) }
}

/// Gives a cipher.
///
/// \param oid  The object identifier.
/// \param cipher_alg  Set to the cipher.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_cipher_alg(
    oid: *const mbedtls_asn1_buf,
    cipher_alg: *mut mbedtls_cipher_type_t,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(CIPHERS, oid, |found| {
            store(cipher_alg, found);
        })
    }
}

/// Gives a hash function.
///
/// \param oid  The object identifier.
/// \param md_alg  Set to the hash function.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_md_alg(oid: *const mbedtls_asn1_buf, md_alg: *mut mbedtls_md_type_t) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(DIGESTS, oid, |found| {
            store(md_alg, found);
        })
    }
}

/// Gives the object identifier of a hash function.
///
/// \param md_alg  The hash function.
/// \param oid   Set to the content of the object identifier, which lives for ever.
/// \param olen  Set to its length in bytes.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_oid_by_md(
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    oid: *mut *const c_char,
    olen: *mut usize,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe { name_of(DIGESTS, oid, olen, |known| enum_value(md_alg) == Some(*known)) }
}

/// Gives the hash function of an HMAC.
///
/// \param oid  The object identifier.
/// \param md_hmac  Set to the hash function.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_md_hmac(
    oid: *const mbedtls_asn1_buf,
    md_hmac: *mut mbedtls_md_type_t,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(HMACS, oid, |found| {
            store(md_hmac, found);
        })
    }
}

/// Gives hash function and cipher of a way of PKCS #12 to encrypt with a password.
///
/// \param oid  The object identifier.
/// \param md_alg  Set to the hash function.
/// \param cipher_alg  Set to the cipher.
///
/// \return  0; `MBEDTLS_ERR_OID_NOT_FOUND`, also for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_oid_get_pkcs12_pbe_alg(
    oid: *const mbedtls_asn1_buf,
    md_alg: *mut mbedtls_md_type_t,
    cipher_alg: *mut mbedtls_cipher_type_t,
) -> c_int {
    // SAFETY: the pointers are NULL or what their types say.
    unsafe {
        look_up(PKCS12_ENCRYPTION, oid, |found| {
            store(md_alg, found.0);
            store(cipher_alg, found.1);
        })
    }
}
