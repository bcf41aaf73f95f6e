//! `mbedtls/hkdf.h`: keys from keys (RFC 5869).

use super::guard::guard;
use super::md::{MBEDTLS_ERR_MD_BAD_INPUT_DATA, hash_info, mbedtls_md_info_t};
use super::{digest, ptr};
use crate::crypto::hash::HmacKey;
use crate::crypto::hkdf;
use core::ffi::{c_int, c_uchar};
use zeroize::{Zeroize, Zeroizing};

/// An argument is invalid.
pub const MBEDTLS_ERR_HKDF_BAD_INPUT_DATA: c_int = -0x5F80;

/// Extracts and expands.
///
/// \param md  The hash function.
/// \param salt,salt_len  The salt; NULL and 0 for none.
/// \param ikm,ikm_len  The key that is there.
/// \param info,info_len  What the new key is for; NULL for nothing.
/// \param okm,okm_len  Where the new key goes, and how long it is: at most 255 hashes.
///
/// \return  0, MBEDTLS_ERR_HKDF_BAD_INPUT_DATA or MBEDTLS_ERR_MD_BAD_INPUT_DATA.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hkdf(
    md: *const mbedtls_md_info_t,
    salt: *const c_uchar,
    salt_len: usize,
    ikm: *const c_uchar,
    ikm_len: usize,
    info: *const c_uchar,
    info_len: usize,
    okm: *mut c_uchar,
    okm_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_HKDF_BAD_INPUT_DATA, || {
        let mut prk = Zeroizing::new([0; 64]);
        // SAFETY: the caller's promises are the same; there is room for the longest hash.
        let code = unsafe { mbedtls_hkdf_extract(md, salt, salt_len, ikm, ikm_len, prk.as_mut_ptr()) };
        if code != 0 {
            return code;
        }
        let len = hash_info(md).map_or(0, |info| info.algorithm.output_len());
        // SAFETY: the caller's promises are the same.
        unsafe { mbedtls_hkdf_expand(md, prk.as_ptr(), len, info, info_len, okm, okm_len) }
    })
}

/// HKDF-Extract (RFC 5869 section 2.2).
///
/// \param md  The hash function.
/// \param salt,salt_len  The salt; NULL and 0 for none.
/// \param ikm,ikm_len  The key that is there.
/// \param prk  Where the pseudorandom key goes: a hash.
///
/// \return  0; MBEDTLS_ERR_HKDF_BAD_INPUT_DATA if a pointer is NULL that must not be; MBEDTLS_ERR_MD_BAD_INPUT_DATA if `md` is
/// NULL while there is a salt.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hkdf_extract(
    md: *const mbedtls_md_info_t,
    salt: *const c_uchar,
    salt_len: usize,
    ikm: *const c_uchar,
    ikm_len: usize,
    prk: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_HKDF_BAD_INPUT_DATA, || {
        let Some(info) = hash_info(md) else {
            return if salt.is_null() {
                MBEDTLS_ERR_HKDF_BAD_INPUT_DATA
            } else {
                MBEDTLS_ERR_MD_BAD_INPUT_DATA
            };
        };
        const ZEROS: [u8; 64] = [0; 64];
        let none = ZEROS.get(..info.algorithm.output_len());
        // SAFETY: C passes as many bytes as it says.
        let (salt, ikm) = unsafe {
            let salt =
                ptr::bytes(salt, salt_len).map(|given| if salt.is_null() { none.unwrap_or(given) } else { given });
            (salt, ptr::bytes(ikm, ikm_len))
        };
        let (Some(salt), Some(ikm)) = (salt, ikm) else {
            return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA;
        };
        let mut key = HmacKey::new(info.algorithm, salt).sign_whole(ikm);
        // SAFETY: `prk` is NULL or has room for a hash by the caller's promise.
        let given = unsafe { digest::give(&key, prk) };
        key.zeroize();
        if given { 0 } else { MBEDTLS_ERR_HKDF_BAD_INPUT_DATA }
    })
}

/// HKDF-Expand (RFC 5869 section 2.3).
///
/// \param md  The hash function.
/// \param prk,prk_len  The pseudorandom key, at least a hash long.
/// \param info,info_len  What the new key is for; NULL for nothing.
/// \param okm,okm_len  Where the new key goes, and how long it is: at most 255 hashes.
///
/// \return  0, or MBEDTLS_ERR_HKDF_BAD_INPUT_DATA if a length cannot be or a pointer is NULL that must not be.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_hkdf_expand(
    md: *const mbedtls_md_info_t,
    prk: *const c_uchar,
    prk_len: usize,
    info: *const c_uchar,
    info_len: usize,
    okm: *mut c_uchar,
    okm_len: usize,
) -> c_int {
    guard(MBEDTLS_ERR_HKDF_BAD_INPUT_DATA, || {
        let info_len = if info.is_null() { 0 } else { info_len };
        // SAFETY: C passes as many bytes as it says.
        let parts = unsafe { (ptr::bytes(prk, prk_len), ptr::bytes(info, info_len)) };
        let (Some(hash), (Some(prk), Some(info)), false) = (hash_info(md), parts, okm.is_null()) else {
            return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA;
        };
        let len = hash.algorithm.output_len();
        if prk.len() < len || okm_len > 255 * len {
            return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA;
        }
        // Apart from what it is made of, because C may have both in one place.
        let mut key = Zeroizing::new(vec![0; okm_len]);
        if hkdf::expand(hash.algorithm, prk, &[info], &mut key).is_err() {
            return MBEDTLS_ERR_HKDF_BAD_INPUT_DATA;
        }
        // SAFETY: there is room for the key by the caller's promise.
        unsafe { ptr::copy_out(&key, okm) };
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::md::{mbedtls_md_info_from_type, mbedtls_md_type_t};
    use core::mem::MaybeUninit;
    use core::ptr::{null, null_mut};

    #[test]
    fn null_and_lengths() {
        let sha1 = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA1);
        let (mut out, key) = ([0; 5101], [7; 40]);
        let (to, key) = (out.as_mut_ptr(), key.as_ptr());
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            let md = mbedtls_md_info_from_type(sha1);
            assert!(mbedtls_hkdf_extract(md, null(), 1, key, 9, to) < 0);
            assert!(mbedtls_hkdf_extract(md, null(), 0, null(), 9, to) < 0);
            assert!(mbedtls_hkdf_extract(md, null(), 0, key, 9, null_mut()) < 0);
            assert_eq!(mbedtls_hkdf_extract(md, null(), 0, null(), 0, to), 0);
            assert!(mbedtls_hkdf_expand(md, null(), 20, null(), 0, to, 9) < 0);
            assert!(mbedtls_hkdf_expand(md, key, 19, null(), 0, to, 9) < 0);
            assert!(mbedtls_hkdf_expand(md, key, 20, null(), 0, null_mut(), 9) < 0);
            assert!(mbedtls_hkdf_expand(md, key, 20, null(), 0, to, 5101) < 0);
            assert!(mbedtls_hkdf_expand(null(), key, 20, null(), 0, to, 9) < 0);
            assert_eq!(mbedtls_hkdf_expand(md, key, 20, null(), 9, to, 5100), 0);
            assert!(mbedtls_hkdf(null(), key, 20, key, 20, null(), 0, to, 9) < 0);
            assert_eq!(mbedtls_hkdf(md, key, 20, key, 20, key, 20, to, 9), 0);
            // RFC 5869 appendix A.6, one block of it, in the place of its own information.
            out[..20].fill(0x0b);
            assert_eq!(mbedtls_hkdf(md, null(), 0, to, 22, to, 0, to, 4), 0);
        }
    }
}
