//! Writing keys: PKCS#1, SEC 1 and PKCS#8 for private ones, SubjectPublicKeyInfo and the bare key for public ones.

use std::ffi::{c_int, c_uchar};

use zeroize::Zeroizing;

use super::object::{Held, Keys, held, info, keys};
use super::{
    MBEDTLS_ERR_PK_BAD_INPUT_DATA, MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE, MBEDTLS_ERR_PK_TYPE_MISMATCH,
    mbedtls_pk_context, mbedtls_pk_type_t,
};
use crate::capi::asn1::MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
use crate::capi::base64::MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
use crate::capi::ecp::MBEDTLS_ERR_ECP_BAD_INPUT_DATA;
use crate::capi::guard::guard;
use crate::capi::ptr::copy_out;
use crate::capi::rsa::MBEDTLS_ERR_RSA_BAD_INPUT_DATA;
use crate::crypto::sign::RsaUse;
use crate::crypto::verify::PublicKey;
use crate::pki::key::write_private_key;
use crate::pki::pem;
use crate::pki::spki::{self, KeyAlgorithm, PublicKeyInfo};

use mbedtls_pk_type_t::*;

/// Writes a private key in DER, at the END of a buffer: PKCS#1 for RSA, SEC 1 for elliptic curves, PKCS#8 for Ed25519.
///
/// PKCS#1 does not say what an RSA key is for: a key of id-RSASSA-PSS that is written and read again is one for any use, without
/// the limits that it had (RFC 4055 section 3.1). Its public half, as mbedtls_pk_write_pubkey_der() writes it, keeps them.
///
/// \param ctx   The key.
/// \param buf   The buffer.
/// \param size  Its size in bytes.
///
/// \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
///          another negative code for NULL, an empty context or a public key.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_key_der(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `size` bytes.
        unsafe { private_der(ctx, buf, size).map_or_else(|code| code, |(_, der)| put_at_end(&der, buf, size)) }
    })
}

/// Writes a private key in PEM, as a string.
///
/// \param ctx   The key.
/// \param buf   The buffer.
/// \param size  Its size in bytes, room for the closing zero included.
///
/// \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; another negative code as for mbedtls_pk_write_key_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_key_pem(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `size` bytes.
        unsafe {
            match private_der(ctx, buf, size) {
                Ok((label, der)) => put_pem(label, &der, buf, size),
                Err(code) => code,
            }
        }
    })
}

/// Writes a public key in DER (SubjectPublicKeyInfo), at the END of a buffer.
///
/// \param ctx   The key, public or private.
/// \param buf   The buffer.
/// \param size  Its size in bytes.
///
/// \return  The length of the DER, whose first byte is at `buf + size - length`; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`;
///          another negative code for NULL or an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_pubkey_der(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `size` bytes.
        unsafe { public_der(ctx, buf, size).map_or_else(|code| code, |der| put_at_end(&der, buf, size)) }
    })
}

/// Writes a public key in PEM (SubjectPublicKeyInfo), as a string.
///
/// \param ctx   The key, public or private.
/// \param buf   The buffer.
/// \param size  Its size in bytes, room for the closing zero included.
///
/// \return  0; `MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL`; another negative code as for mbedtls_pk_write_pubkey_der().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_pubkey_pem(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `ctx` is NULL or initialised; `buf` has room for `size` bytes.
        unsafe { public_der(ctx, buf, size).map_or_else(|code| code, |der| put_pem("PUBLIC KEY", &der, buf, size)) }
    })
}

/// Writes the bare public key, backwards from `*p`: an RSAPublicKey in DER, an uncompressed point, or the 32 bytes of
/// Ed25519.
///
/// \param p      Where the key is to end; moved to its first byte.
/// \param start  The first byte that may be written.
/// \param key    The key, public or private.
///
/// \return  The length; `MBEDTLS_ERR_ASN1_BUF_TOO_SMALL`; another negative code for NULL or an empty context.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pk_write_pubkey(
    p: *mut *mut c_uchar,
    start: *mut c_uchar,
    key: *const mbedtls_pk_context,
) -> c_int {
    guard(MBEDTLS_ERR_PK_BAD_INPUT_DATA, || {
        // SAFETY: `key` is NULL or initialised; `p` is NULL or points to a place at or behind `start` in one buffer.
        unsafe {
            let Some(p) = p.as_mut() else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let Some(size) = (p.addr()).checked_sub(start.addr()).filter(|_| !start.is_null()) else {
                return MBEDTLS_ERR_PK_BAD_INPUT_DATA;
            };
            let bare = match bare_public_key(key) {
                Ok(bare) => bare,
                Err(code) => return code,
            };
            let length = put_at_end(&bare, start, size);
            if let Ok(written) = usize::try_from(length) {
                *p = p.sub(written);
            }
            length
        }
    })
}

/// Kind and keys of a context.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn kind_and_keys(ctx: *const mbedtls_pk_context) -> Result<(mbedtls_pk_type_t, Keys), c_int> {
    // SAFETY: as stated.
    unsafe {
        let ctx = ctx.as_ref().ok_or(MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
        let info = info(ctx)
            .filter(|info| info.kind != MBEDTLS_PK_RSA_ALT)
            .ok_or(MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE)?;
        Ok((info.kind, keys(ctx).unwrap_or_default()))
    }
}

/// A private key's DER and the label of its PEM.
///
/// # Safety
/// `ctx` is NULL or initialised.
unsafe fn private_der(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> Result<(&'static str, Zeroizing<Vec<u8>>), c_int> {
    if buf.is_null() && size != 0 {
        return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    let (kind, mut keys) = unsafe { kind_and_keys(ctx) }?;
    // SAFETY: as stated.
    if let Some(Held::Opaque(opaque)) = unsafe { ctx.as_ref().and_then(|ctx| held(ctx)) } {
        keys.private = opaque.exported();
    }
    let (label, absent) = match kind {
        MBEDTLS_PK_OPAQUE => match keys.public.as_deref() {
            Some(PublicKey::Rsa { .. }) => ("RSA PRIVATE KEY", MBEDTLS_ERR_PK_TYPE_MISMATCH),
            _ => ("EC PRIVATE KEY", MBEDTLS_ERR_PK_TYPE_MISMATCH),
        },
        MBEDTLS_PK_RSA => ("RSA PRIVATE KEY", MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
        MBEDTLS_PK_ED25519 => ("PRIVATE KEY", MBEDTLS_ERR_PK_BAD_INPUT_DATA),
        _ => ("EC PRIVATE KEY", MBEDTLS_ERR_ECP_BAD_INPUT_DATA),
    };
    let key = keys.private.ok_or(absent)?;
    Ok((label, write_private_key(&key)))
}

/// The bare public key, as mbedtls_pk_write_pubkey() writes it.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn bare_public_key(ctx: *const mbedtls_pk_context) -> Result<Vec<u8>, c_int> {
    // SAFETY: as stated.
    let (_, keys) = unsafe { kind_and_keys(ctx) }?;
    let mut bare = Vec::new();
    match keys.public.as_deref() {
        Some(key @ PublicKey::Rsa { .. }) => spki::push_rsa(&mut bare, key),
        Some(PublicKey::Ec { point, .. }) => bare.extend_from_slice(point),
        Some(PublicKey::Ed25519(key)) => bare.extend_from_slice(key),
        None => return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA),
    }
    Ok(bare)
}

/// A public key as SubjectPublicKeyInfo.
///
/// # Safety
/// `ctx` is NULL or initialised.
pub(in crate::capi) unsafe fn public_der(
    ctx: *const mbedtls_pk_context,
    buf: *mut c_uchar,
    size: usize,
) -> Result<Vec<u8>, c_int> {
    if buf.is_null() && size != 0 {
        return Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    let (kind, keys) = unsafe { kind_and_keys(ctx) }?;
    let key = keys.public.ok_or(MBEDTLS_ERR_PK_BAD_INPUT_DATA)?;
    // DEVIATION: 3.6 reads keys of id-ecDH and does not write them.
    let algorithm = match kind {
        MBEDTLS_PK_ECKEY_DH => KeyAlgorithm::EcDh,
        _ => match &*key {
            PublicKey::Rsa { .. } if keys.rsa.is_pss() => KeyAlgorithm::RsaPss,
            PublicKey::Rsa { .. } => KeyAlgorithm::Rsa,
            PublicKey::Ed25519(_) => KeyAlgorithm::Ed25519,
            PublicKey::Ec { .. } => KeyAlgorithm::Ec,
        },
    };
    let mut der = Vec::new();
    let mut info = PublicKeyInfo::new(PublicKey::clone(&key), algorithm);
    if let RsaUse::Pss(limits) = keys.rsa {
        info.pss = limits;
    }
    spki::push(&mut der, &info);
    Ok(der)
}

/// Writes bytes to the end of a buffer, as 3.6 does, and returns their number.
///
/// # Safety
/// `buf` has room for `size` bytes.
pub(in crate::capi) unsafe fn put_at_end(bytes: &[u8], buf: *mut c_uchar, size: usize) -> c_int {
    let (Some(start), Ok(length)) = (size.checked_sub(bytes.len()), c_int::try_from(bytes.len())) else {
        return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
    };
    // SAFETY: `start` bytes and then all of `bytes` fit `size`.
    unsafe { copy_out(bytes, buf.add(start)) };
    length
}

/// Writes a PEM block and a zero.
///
/// # Safety
/// `buf` has room for `size` bytes.
pub(in crate::capi) unsafe fn put_pem(label: &str, der: &[u8], buf: *mut c_uchar, size: usize) -> c_int {
    let text = pem::write(label, der);
    if text.len() >= size {
        return MBEDTLS_ERR_BASE64_BUFFER_TOO_SMALL;
    }
    // SAFETY: the text and a zero fit.
    unsafe {
        copy_out(text.as_bytes(), buf);
        buf.add(text.len()).write(0);
    }
    0
}
