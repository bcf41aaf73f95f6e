//! Signatures over hashes.

use super::context::{mbedtls_rsa_get_bitlen, padding_hash};
use super::raw::{length, private_key, public, public_key};
use super::{
    MBEDTLS_ERR_RSA_BAD_INPUT_DATA, MBEDTLS_ERR_RSA_INVALID_PADDING, MBEDTLS_ERR_RSA_PRIVATE_FAILED,
    MBEDTLS_ERR_RSA_VERIFY_FAILED, MBEDTLS_RSA_PKCS_V15, MBEDTLS_RSA_PKCS_V21, MBEDTLS_RSA_SALT_LEN_ANY,
    mbedtls_rsa_context,
};
use crate::capi::guard::guarded;
use crate::capi::md::mbedtls_md_type_t;
use crate::capi::pk::signature::hash_algorithm;
use crate::capi::platform_util::mbedtls_f_rng_t;
use crate::capi::ptr::{bytes, copy_out, enum_number, enum_value};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::SignatureAlgorithm;
use core::ffi::{c_int, c_uchar, c_uint, c_void};
use core::mem::MaybeUninit;

/// What a `DigestInfo` has besides the object identifier and the hash, in bytes.
const DIGEST_INFO: usize = 10;
/// What the padding of PKCS #1 v1.5 takes at least, in bytes.
const LEAST_PADDING: usize = 11;

/// Signs a hash with the padding that a key is set to.
///
/// \param ctx  The private key, of 1024 to 8192 bits.
/// \param f_rng,p_rng  Must not be NULL; not needed: the system's randomness is used.
/// \param md_alg  The hash function that made the hash; MBEDTLS_MD_NONE signs the bytes as they stand, with the padding of
/// PKCS #1 v1.5.
/// \param hashlen,hash  The hash.
/// \param sig  Where the signature goes, as long as the modulus.
///
/// \return  0, MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a hash of the wrong length, a key that is too short or no private one, or
/// NULL, MBEDTLS_ERR_RSA_INVALID_PADDING if the key is set to none, or MBEDTLS_ERR_RSA_VERIFY_FAILED if the key's numbers do
/// not fit together.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_sign(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    // SAFETY: passed on; C passes NULL or an initialised key.
    unsafe {
        match ctx.as_ref().map(|ctx| ctx.padding) {
            Some(MBEDTLS_RSA_PKCS_V15) => {
                mbedtls_rsa_rsassa_pkcs1_v15_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig)
            }
            Some(MBEDTLS_RSA_PKCS_V21) => mbedtls_rsa_rsassa_pss_sign(ctx, f_rng, p_rng, md_alg, hashlen, hash, sig),
            Some(_) if given(md_alg, hashlen, hash).is_ok() => MBEDTLS_ERR_RSA_INVALID_PADDING,
            _ => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    }
}

/// Signs a hash with the padding of PKCS #1 v1.5, which the key must be set to.
///
/// \param ctx,f_rng,p_rng,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_sign().
///
/// \return  As for mbedtls_rsa_pkcs1_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pkcs1_v15_sign(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, `hashlen` readable bytes, and room for as many as the modulus has.
        unsafe {
            let hash = given(md_alg, hashlen, hash)?;
            let key = ctx.as_ref().filter(|ctx| ctx.padding == MBEDTLS_RSA_PKCS_V15);
            let digest = encoded(md_alg, hash, key.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?.len)?;
            if f_rng.is_none() {
                return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
            }
            length(ctx, true)?;
            let key = private_key(ctx, &[])?;
            let signature = match digest {
                None => key.sign_rsa_pkcs1_raw(hash),
                Some(digest) => key.sign_prehashed(SignatureAlgorithm::RsaPkcs1(digest), hash),
            };
            hand_over(&signature.map_err(|_| MBEDTLS_ERR_RSA_PRIVATE_FAILED)?, sig)
        }
    })
}

/// Signs a hash with PSS (RFC 8017 section 8.1.1), which the key must be set to, with a salt as long as the hash, or up to
/// two bytes shorter if there is no more room.
///
/// \param ctx,f_rng,p_rng,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_sign().
///
/// \return  As for mbedtls_rsa_pkcs1_sign().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_sign(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *mut c_uchar,
) -> c_int {
    // SAFETY: the same promises.
    unsafe { mbedtls_rsa_rsassa_pss_sign_ext(ctx, f_rng, p_rng, md_alg, hashlen, hash, MBEDTLS_RSA_SALT_LEN_ANY, sig) }
}

/// As mbedtls_rsa_rsassa_pss_sign(), with a salt of a length of one's own.
///
/// DEVIATION: a hash of another length than that of the hash function that the key is set to is refused; 3.6 hashes it with
/// that function.
///
/// \param ctx,f_rng,p_rng,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_sign().
/// \param saltlen  The salt's length, in bytes; MBEDTLS_RSA_SALT_LEN_ANY for that of mbedtls_rsa_rsassa_pss_sign().
///
/// \return  As for mbedtls_rsa_pkcs1_sign(); MBEDTLS_ERR_RSA_BAD_INPUT_DATA also if the salt is too long.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_sign_ext(
    ctx: *mut mbedtls_rsa_context,
    f_rng: mbedtls_f_rng_t,
    p_rng: *mut c_void,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    saltlen: c_int,
    sig: *mut c_uchar,
) -> c_int {
    let _ = p_rng;
    guarded(|| {
        // SAFETY: as for mbedtls_rsa_rsassa_pkcs1_v15_sign().
        unsafe {
            let key = ctx.as_ref().filter(|ctx| ctx.padding == MBEDTLS_RSA_PKCS_V21);
            let key = key.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let hash = given(md_alg, hashlen, hash)?;
            let made_with = digest(md_alg, hash)?;
            let digest = if key.hash_id == 0 { made_with } else { padding_hash(key) };
            let digest = digest.filter(|digest| f_rng.is_some() && digest.output_len() == hash.len());
            let digest = digest.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            // One bit less than the modulus has is encoded. DEVIATION: where that is a byte less, 3.6 takes a salt that does
            // not fit, and its signature does not verify.
            let encoded = mbedtls_rsa_get_bitlen(ctx).saturating_sub(1).div_ceil(8);
            let salt = salt_len(encoded, digest.output_len(), saltlen)?;
            length(ctx, true)?;
            let signature = private_key(ctx, &[])?.sign_rsa_pss(digest, salt, hash);
            hand_over(&signature.map_err(|_| MBEDTLS_ERR_RSA_PRIVATE_FAILED)?, sig)
        }
    })
}

/// Verifies a signature with the padding that a key is set to.
///
/// \param ctx  The public key.
/// \param md_alg  The hash function that made the hash; MBEDTLS_MD_NONE for bytes that were signed as they stand, with the
/// padding of PKCS #1 v1.5.
/// \param hashlen,hash  The hash.
/// \param sig  The signature, as long as the modulus.
///
/// \return  0, MBEDTLS_ERR_RSA_VERIFY_FAILED or (PSS) MBEDTLS_ERR_RSA_INVALID_PADDING if the signature is wrong,
/// MBEDTLS_ERR_RSA_BAD_INPUT_DATA for a hash of the wrong length, a key that is too short or none, or NULL,
/// MBEDTLS_ERR_RSA_INVALID_PADDING if the key is set to none, or an error of MBEDTLS_ERR_RSA_PUBLIC_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_pkcs1_verify(
    ctx: *mut mbedtls_rsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *const c_uchar,
) -> c_int {
    // SAFETY: passed on; C passes NULL or an initialised key.
    unsafe {
        match ctx.as_ref().map(|ctx| ctx.padding) {
            Some(MBEDTLS_RSA_PKCS_V15) => mbedtls_rsa_rsassa_pkcs1_v15_verify(ctx, md_alg, hashlen, hash, sig),
            Some(MBEDTLS_RSA_PKCS_V21) => mbedtls_rsa_rsassa_pss_verify(ctx, md_alg, hashlen, hash, sig),
            Some(_) if given(md_alg, hashlen, hash).is_ok() => MBEDTLS_ERR_RSA_INVALID_PADDING,
            _ => MBEDTLS_ERR_RSA_BAD_INPUT_DATA,
        }
    }
}

/// Verifies a signature with the padding of PKCS #1 v1.5, whatever padding the key is set to.
///
/// \param ctx,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_verify().
///
/// \return  As for mbedtls_rsa_pkcs1_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pkcs1_v15_verify(
    ctx: *mut mbedtls_rsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *const c_uchar,
) -> c_int {
    guarded(|| {
        // SAFETY: C passes NULL or an initialised key, `hashlen` readable bytes, and as many as the modulus has.
        unsafe {
            let hash = given(md_alg, hashlen, hash)?;
            let key = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let digest = encoded(md_alg, hash, key.len)?;
            let len = length(ctx, false)?;
            let signature = bytes(sig, len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            // For its error: a number that is not less than the modulus.
            public(ctx, signature)?;
            let key = public_key(ctx)?;
            match digest {
                None => key.verify_rsa_pkcs1_raw(hash, signature),
                Some(digest) => key.verify_prehashed(SignatureAlgorithm::RsaPkcs1(digest), hash, signature),
            }
            .map_err(|_| MBEDTLS_ERR_RSA_VERIFY_FAILED)
        }
    })
}

/// Verifies a signature with PSS (RFC 8017 section 8.1.2), whatever padding the key is set to, with a salt of any length.
///
/// \param ctx,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_verify().
///
/// \return  As for mbedtls_rsa_pkcs1_verify().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_verify(
    ctx: *mut mbedtls_rsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    sig: *const c_uchar,
) -> c_int {
    guarded(|| {
        // SAFETY: as for mbedtls_rsa_rsassa_pkcs1_v15_verify().
        unsafe {
            let key = ctx.as_ref().ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
            let mgf = if key.hash_id == 0 {
                enum_value(md_alg).and_then(hash_algorithm)
            } else {
                padding_hash(key)
            };
            verify_pss(
                ctx,
                md_alg,
                given(md_alg, hashlen, hash)?,
                mgf,
                MBEDTLS_RSA_SALT_LEN_ANY,
                sig,
            )
        }
    })
}

/// As mbedtls_rsa_rsassa_pss_verify(), with a hash function and a length of the salt of one's own.
///
/// DEVIATION: a hash of another length than that of `mgf1_hash_id` is refused; 3.6 hashes it with that function. Of a
/// signature whose padding is wrong but for its last byte, the error is MBEDTLS_ERR_RSA_VERIFY_FAILED.
///
/// \param ctx,md_alg,hashlen,hash,sig  As for mbedtls_rsa_pkcs1_verify().
/// \param mgf1_hash_id  The hash function of the padding and its mask.
/// \param expected_salt_len  The salt's length, in bytes, or MBEDTLS_RSA_SALT_LEN_ANY.
///
/// \return  As for mbedtls_rsa_pkcs1_verify(); MBEDTLS_ERR_RSA_INVALID_PADDING also if the salt has another length.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_rsa_rsassa_pss_verify_ext(
    ctx: *mut mbedtls_rsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hashlen: c_uint,
    hash: *const c_uchar,
    mgf1_hash_id: MaybeUninit<mbedtls_md_type_t>,
    expected_salt_len: c_int,
    sig: *const c_uchar,
) -> c_int {
    guarded(|| {
        let mgf = enum_value(mgf1_hash_id).and_then(hash_algorithm);
        // SAFETY: as for mbedtls_rsa_rsassa_pkcs1_v15_verify().
        unsafe { verify_pss(ctx, md_alg, given(md_alg, hashlen, hash)?, mgf, expected_salt_len, sig) }
    })
}

/// Verifies with PSS.
///
/// # Safety
/// `ctx` is NULL or initialised, and at `sig` as many bytes are readable as the modulus has.
unsafe fn verify_pss(
    ctx: *const mbedtls_rsa_context,
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    hash: &[u8],
    mgf: Option<HashAlgorithm>,
    salt_len: c_int,
    sig: *const c_uchar,
) -> Result<(), c_int> {
    /// The last byte of the padding (RFC 8017 section 9.1.1).
    const TRAILER: u8 = 0xbc;
    // SAFETY: as stated.
    unsafe {
        let len = length(ctx, false)?;
        let signature = bytes(sig, len).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
        let encoded = public(ctx, signature)?;
        if encoded.last() != Some(&TRAILER) {
            return Err(MBEDTLS_ERR_RSA_INVALID_PADDING);
        }
        digest(md_alg, hash)?;
        let mgf = mgf.filter(|mgf| mgf.output_len() == hash.len());
        let mgf = mgf.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
        let key = public_key(ctx)?;
        let verify = |salt| key.verify_rsa_pss(mgf, salt, hash, signature);
        verify(None).map_err(|_| MBEDTLS_ERR_RSA_VERIFY_FAILED)?;
        if salt_len == MBEDTLS_RSA_SALT_LEN_ANY {
            return Ok(());
        }
        let expected = usize::try_from(salt_len).map_err(|_| MBEDTLS_ERR_RSA_INVALID_PADDING)?;
        verify(Some(expected)).map_err(|_| MBEDTLS_ERR_RSA_INVALID_PADDING)
    }
}

/// The hash; NULL is only allowed where there is none.
///
/// # Safety
/// If `hash` is not NULL, `len` bytes are readable there while the slice lives.
unsafe fn given<'a>(
    md_alg: MaybeUninit<mbedtls_md_type_t>,
    len: c_uint,
    hash: *const c_uchar,
) -> Result<&'a [u8], c_int> {
    if hash.is_null() && enum_number(md_alg) != 0 {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe { bytes(hash, len as usize) }.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
}

/// The hash function, whose length the hash must have; `None` for MBEDTLS_MD_NONE.
fn digest(md_alg: MaybeUninit<mbedtls_md_type_t>, hash: &[u8]) -> Result<Option<HashAlgorithm>, c_int> {
    if enum_number(md_alg) == 0 {
        return Ok(None);
    }
    let digest = enum_value(md_alg).and_then(hash_algorithm);
    match digest.filter(|digest| digest.output_len() == hash.len()) {
        Some(digest) => Ok(Some(digest)),
        None => Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA),
    }
}

/// The hash function of PKCS #1 v1.5, if the encoded hash fits `len` bytes.
fn encoded(md_alg: MaybeUninit<mbedtls_md_type_t>, hash: &[u8], len: usize) -> Result<Option<HashAlgorithm>, c_int> {
    let digest = digest(md_alg, hash)?;
    let info = digest.map_or(0, |digest| DIGEST_INFO + identifier_len(digest));
    if len < hash.len() + info + LEAST_PADDING {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    Ok(digest)
}

/// The length of a hash function's object identifier, in bytes.
const fn identifier_len(digest: HashAlgorithm) -> usize {
    match digest {
        HashAlgorithm::Md5 => 8,
        HashAlgorithm::Sha1 | HashAlgorithm::Ripemd160 => 5,
        _ => 9,
    }
}

/// How long a salt is to be, for a modulus and a hash of these lengths.
fn salt_len(len: usize, hash_len: usize, wanted: c_int) -> Result<usize, c_int> {
    let room = len.checked_sub(hash_len + 2).ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)?;
    let salt = match wanted {
        MBEDTLS_RSA_SALT_LEN_ANY => Some(room.min(hash_len)).filter(|salt| salt + 2 >= hash_len),
        wanted => usize::try_from(wanted).ok().filter(|salt| *salt <= room),
    };
    salt.ok_or(MBEDTLS_ERR_RSA_BAD_INPUT_DATA)
}

/// Writes a signature.
///
/// # Safety
/// `sig` is NULL or has room for it.
unsafe fn hand_over(signature: &[u8], sig: *mut c_uchar) -> Result<(), c_int> {
    if sig.is_null() {
        return Err(MBEDTLS_ERR_RSA_BAD_INPUT_DATA);
    }
    // SAFETY: as stated.
    unsafe { copy_out(signature, sig) };
    Ok(())
}
