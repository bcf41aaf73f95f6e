//! Writing certificate requests: what they are to say is collected one function at a time, then signed and put out as DER or
//! PEM.

use std::ffi::{c_char, c_int, c_uchar, c_void};
use std::mem::MaybeUninit;
use std::ptr;

use super::mbedtls_x509write_csr;
use crate::capi::asn1::MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
use crate::capi::guard::guard;
use crate::capi::md::{MBEDTLS_ERR_MD_BAD_INPUT_DATA, mbedtls_md_type_t};
use crate::capi::oid::MBEDTLS_ERR_OID_NOT_FOUND;
use crate::capi::pk::mbedtls_pk_context;
use crate::capi::pk::signature::hash_algorithm;
use crate::capi::pk::write::{public_der, put_at_end, put_pem};
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{bytes, c_str, enum_value};
use crate::capi::x509::{
    MBEDTLS_ERR_X509_ALLOC_FAILED, MBEDTLS_ERR_X509_BAD_INPUT_DATA, MBEDTLS_ERR_X509_FATAL_ERROR,
    mbedtls_x509_san_list, san_list,
};
use crate::capi::x509_crt::write::{OID_KEY_USAGE, OID_NS_CERT_TYPE, OID_SUBJECT_ALT_NAME, certifying_key, sign};
use crate::crypto::verify::PublicKey;
use crate::pki::name_text;
use crate::pki::write::{self, Draft};

/// What `inner` of a `mbedtls_x509write_csr` points to once something was set.
struct Object {
    draft: Draft,
    /// The hash function; `None` for none, or for one that is not offered.
    md: Option<mbedtls_md_type_t>,
    /// The application's key, which it keeps alive until the request is written.
    key: *mut mbedtls_pk_context,
}

/// A code on failure.
type Outcome<T> = Result<T, c_int>;

/// Runs `body` on the object behind `ctx`, made if it is not there yet, and turns its result into a code; BAD_INPUT_DATA for
/// NULL.
///
/// # Safety
/// `ctx` is NULL, zeroed or initialised, and nobody else uses it.
unsafe fn change(ctx: *mut mbedtls_x509write_csr, body: impl FnOnce(&mut Object) -> Outcome<()>) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `inner` is NULL or a box made here.
        let object = unsafe {
            let Some(ctx) = ctx.as_mut() else {
                return MBEDTLS_ERR_X509_BAD_INPUT_DATA;
            };
            if ctx.inner.is_null() {
                let new = Object {
                    draft: Draft::default(),
                    md: None,
                    key: ptr::null_mut(),
                };
                ctx.inner = Box::into_raw(Box::new(new)).cast();
            }
            &mut *ctx.inner.cast::<Object>()
        };
        body(object).err().unwrap_or(0)
    })
}

/// Initialises a certificate request to be written. Must be called before any other function on it.
///
/// \param ctx  The request; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_init(ctx: *mut mbedtls_x509write_csr) {
    guard((), || {
        if !ctx.is_null() {
            // SAFETY: points to memory for one; all-zero is one of which nothing is set.
            unsafe { ctx.write_bytes(0, 1) };
        }
    });
}

/// Frees what a certificate request to be written holds, and wipes it. The key stays the application's.
///
/// \param ctx  The request; NULL is ignored.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_free(ctx: *mut mbedtls_x509write_csr) {
    guard((), || {
        // SAFETY: `ctx` is NULL, zeroed or initialised; `inner` is NULL or the box of `change`.
        unsafe {
            if let Some(held) = ctx.as_mut() {
                if !held.inner.is_null() {
                    drop(Box::from_raw(held.inner.cast::<Object>()));
                }
                ctx.write_bytes(0, 1);
            }
        }
    });
}

/// Sets the name of the subject.
///
/// \param ctx           The request.
/// \param subject_name  The name, as mbedtls_x509write_crt_set_issuer_name() takes it.
///
/// \return  0; `MBEDTLS_ERR_X509_INVALID_NAME`, and then there is no name; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_subject_name(
    ctx: *mut mbedtls_x509write_csr,
    subject_name: *const c_char,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; the text is NULL or ends with a zero.
    unsafe {
        change(ctx, |object| {
            let text = c_str(subject_name).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            object.draft.subject = Vec::new();
            object.draft.subject = name_text::parse(text.to_bytes()).map_err(|error| error.code())?;
            Ok(())
        })
    }
}

/// Sets the key that the request is about and that signs it.
///
/// \param ctx  The request; NULL is ignored.
/// \param key  The private key; not copied: it must stay until the request is written.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_key(ctx: *mut mbedtls_x509write_csr, key: *mut mbedtls_pk_context) {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            object.key = key;
            Ok(())
        });
    }
}

/// Sets the hash function of the signature.
///
/// \param ctx     The request; NULL is ignored.
/// \param md_alg  The hash function; without effect if the key is an Ed25519 key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_md_alg(
    ctx: *mut mbedtls_x509write_csr,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
) {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            object.md = enum_value(md_alg);
            Ok(())
        });
    }
}

/// Asks for keyUsage, not critical.
///
/// \param ctx        The request.
/// \param key_usage  `MBEDTLS_X509_KU_*` bits, without decipherOnly.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_key_usage(
    ctx: *mut mbedtls_x509write_csr,
    key_usage: c_uchar,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            let value = write::named_bits(&[key_usage]);
            object.draft.set_extension(OID_KEY_USAGE, false, value);
            Ok(())
        })
    }
}

/// Asks for Netscape's certificate type, which predates keyUsage.
///
/// \param ctx           The request.
/// \param ns_cert_type  `MBEDTLS_X509_NS_CERT_TYPE_*` bits.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_ns_cert_type(
    ctx: *mut mbedtls_x509write_csr,
    ns_cert_type: c_uchar,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised.
    unsafe {
        change(ctx, |object| {
            let value = write::named_bits(&[ns_cert_type]);
            object.draft.set_extension(OID_NS_CERT_TYPE, false, value);
            Ok(())
        })
    }
}

/// Asks for subjectAltName: further names of the subject.
///
/// \param ctx       The request.
/// \param san_list  The names, as mbedtls_x509write_crt_set_subject_alternative_name() takes them.
///
/// \return  As mbedtls_x509write_crt_set_subject_alternative_name().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_subject_alternative_name(
    ctx: *mut mbedtls_x509write_csr,
    san_list: *const mbedtls_x509_san_list,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; `san_list` is NULL or a list whose names hold as many bytes as they say.
    unsafe {
        change(ctx, |object| {
            let value = san_list::general_names(san_list)?;
            object.draft.set_extension(OID_SUBJECT_ALT_NAME, false, value);
            Ok(())
        })
    }
}

/// Asks for an extension of any kind. One that is set already gets the new value in its old place.
///
/// \param ctx       The request.
/// \param oid       The content of its object identifier.
/// \param oid_len   The length of that in bytes.
/// \param critical  Not 0 if who does not understand the extension must refuse the request.
/// \param val       The DER of its value, which is copied.
/// \param val_len   The length of that in bytes.
///
/// \return  0; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; `MBEDTLS_ERR_X509_ALLOC_FAILED` without memory.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_set_extension(
    ctx: *mut mbedtls_x509write_csr,
    oid: *const c_char,
    oid_len: usize,
    critical: c_int,
    val: *const c_uchar,
    val_len: usize,
) -> c_int {
    // SAFETY: `ctx` is NULL or initialised; `oid` and `val` hold as many bytes as stated.
    unsafe {
        change(ctx, |object| {
            let oid = bytes(oid.cast(), oid_len).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            let value = bytes(val, val_len).ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
            let mut copy = Vec::new();
            copy.try_reserve_exact(value.len())
                .map_err(|_| MBEDTLS_ERR_X509_ALLOC_FAILED)?;
            copy.extend_from_slice(value);
            object.draft.set_extension(oid, critical != 0, copy);
            Ok(())
        })
    }
}

/// Signs a certificate request and writes it in DER, at the END of a buffer. What is before it is zeroed.
///
/// \param ctx     The request: key and hash function must be set.
/// \param buf     The buffer.
/// \param size    Its size in bytes.
/// \param _f_rng  Not needed: the system's randomness is used.
/// \param _p_rng  Not needed.
///
/// \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
///          `MBEDTLS_ERR_MD_BAD_INPUT_DATA` without a hash function; `MBEDTLS_ERR_OID_NOT_FOUND` for one that cannot be used
///          with the key; `MBEDTLS_ERR_X509_INVALID_ALG` if the key is missing or cannot sign, or is an RSA key that is set to
///          the padding of PKCS #1 v2.1; `MBEDTLS_ERR_X509_BAD_INPUT_DATA` for NULL; what mbedtls_pk_sign() returns.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_der(
    ctx: *mut mbedtls_x509write_csr,
    buf: *mut c_uchar,
    size: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `ctx` is NULL or initialised, its key too; `buf` has room for `size` bytes.
        unsafe {
            let der = match signed(ctx, buf, size) {
                Ok(der) => der,
                Err(code) => return code,
            };
            if let Some(before) = size.checked_sub(der.len()) {
                buf.write_bytes(0, before);
            }
            put_at_end(&der, buf, size)
        }
    })
}

/// Signs a certificate request and writes it in PEM, as a string.
///
/// \param ctx     The request.
/// \param buf     The buffer.
/// \param size    Its size in bytes, room for the closing zero included.
/// \param _f_rng  Not needed.
/// \param _p_rng  Not needed.
///
/// \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`, or `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL` if there is not even room for
///          the DER; another negative code as for mbedtls_x509write_csr_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_x509write_csr_pem(
    ctx: *mut mbedtls_x509write_csr,
    buf: *mut c_uchar,
    size: usize,
    _f_rng: mbedtls_f_rng_t,
    _p_rng: *mut c_void,
) -> c_int {
    guard(MBEDTLS_ERR_X509_FATAL_ERROR, || {
        // SAFETY: `ctx` is NULL or initialised, its key too; `buf` has room for `size` bytes.
        unsafe {
            match signed(ctx, buf, size) {
                Ok(der) if der.len() > size => MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
                Ok(der) => put_pem("CERTIFICATE REQUEST", &der, buf, size),
                Err(code) => code,
            }
        }
    })
}

/// The whole request in DER; `buf` and `size` are checked and not used.
///
/// # Safety
/// `ctx` is NULL or initialised, and its key is NULL or initialised.
unsafe fn signed(ctx: *mut mbedtls_x509write_csr, buf: *mut c_uchar, size: usize) -> Outcome<Vec<u8>> {
    // SAFETY: as stated; `inner` is NULL or the box of `change`.
    unsafe {
        let ctx = ctx.as_ref().ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
        let object = ctx.inner.cast::<Object>().as_ref();
        let object = object.ok_or(MBEDTLS_ERR_X509_BAD_INPUT_DATA)?;
        let subject_key = public_der(object.key, buf, size)?;
        let key = certifying_key(object.key)?;
        let hash = object.md.and_then(hash_algorithm);
        let algorithm = write::signature_algorithm(&key, hash);
        if hash.is_none() && !matches!(*key, PublicKey::Ed25519(_)) {
            return Err(MBEDTLS_ERR_MD_BAD_INPUT_DATA);
        }
        let info = object.draft.request_info(&subject_key);
        // As in 3.6, that there is no such algorithm comes after what the key has to say.
        let signature = sign(object.key, &key, object.md, &info)?;
        let algorithm = algorithm.ok_or(MBEDTLS_ERR_OID_NOT_FOUND)?;
        Ok(write::certificate(&info, &algorithm, &signature))
    }
}
