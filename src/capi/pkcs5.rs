//! `mbedtls/pkcs5.h`: keys from passwords, and encryption with them (RFC 8018).

use super::asn1::{MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, mbedtls_asn1_buf};
use super::cipher::MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
use super::guard::guard;
use super::md::{
    MBEDTLS_ERR_MD_BAD_INPUT_DATA, hash_by_type, hash_info, mbedtls_md_context_t, mbedtls_md_hmac_starts,
    mbedtls_md_type_t,
};
use super::ptr::{self, enum_value};
use super::self_test::{hex, say};
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::password::pbkdf2;
use crate::pki::encrypted::Pbes2;
use core::ffi::{c_int, c_uchar, c_uint};
use core::mem::MaybeUninit;
use std::borrow::Cow;
use zeroize::Zeroize;

/// An argument is invalid.
pub const MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA: c_int = -0x2f80;
/// The parameters are malformed.
pub const MBEDTLS_ERR_PKCS5_INVALID_FORMAT: c_int = -0x2f00;
/// An algorithm is not available.
pub const MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE: c_int = -0x2e80;
/// The password does not open the data.
pub const MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH: c_int = -0x2e00;
/// Mode: decrypt.
pub const MBEDTLS_PKCS5_DECRYPT: c_int = 0;
/// Mode: encrypt.
pub const MBEDTLS_PKCS5_ENCRYPT: c_int = 1;

/// PBES2 (RFC 8018 section 6.2), with room enough.
///
/// \param pbe_params  PBES2-params, out of the algorithm identifier.
/// \param mode  MBEDTLS_PKCS5_DECRYPT or MBEDTLS_PKCS5_ENCRYPT.
/// \param pwd,pwdlen  The password.
/// \param data,datalen  What to decrypt or encrypt.
/// \param output  Where the result goes; may be `data`. There must be room for `datalen` bytes, and when encrypting for a
/// block more.
///
/// \return  As mbedtls_pkcs5_pbes2_ext(), which this function should give way to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbes2(
    pbe_params: *const mbedtls_asn1_buf,
    mode: c_int,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    datalen: usize,
    output: *mut c_uchar,
) -> c_int {
    let mut len = 0;
    // SAFETY: the caller's promises are the same, and there is room.
    unsafe {
        mbedtls_pkcs5_pbes2_ext(
            pbe_params,
            mode,
            pwd,
            pwdlen,
            data,
            datalen,
            output,
            usize::MAX,
            &raw mut len,
        )
    }
}

/// PBES2 (RFC 8018 section 6.2) with PBKDF2, and DES, 3DES or AES in CBC mode.
///
/// DEVIATION: more than ten million iterations are refused, with MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE.
///
/// \param pbe_params  PBES2-params, out of the algorithm identifier.
/// \param mode  MBEDTLS_PKCS5_DECRYPT or MBEDTLS_PKCS5_ENCRYPT.
/// \param pwd,pwdlen  The password.
/// \param data,datalen  What to decrypt or encrypt.
/// \param output,output_size  Where the result goes, which may be `data`; for decrypting at least `datalen` bytes, for
/// encrypting as many as fill the next block.
/// \param output_len  Set to the length of the result.
///
/// \return  0, MBEDTLS_ERR_PKCS5_INVALID_FORMAT with an MBEDTLS_ERR_ASN1_* code added,
/// MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE, MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH, or
/// MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA if a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbes2_ext(
    pbe_params: *const mbedtls_asn1_buf,
    mode: c_int,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    datalen: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or parameters that point at as many bytes as they say, and as many bytes as it says.
        let read = unsafe {
            let Some(params) = ptr::as_ref(pbe_params) else {
                return MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA;
            };
            let tag = u8::try_from(params.tag).unwrap_or(0);
            (
                tag,
                ptr::bytes(params.p, params.len),
                ptr::bytes(pwd, pwdlen),
                ptr::bytes(data, datalen),
            )
        };
        let (tag, Some(params), Some(password), Some(data)) = read else {
            return MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA;
        };
        let pbe = match Pbes2::read(tag, params) {
            Ok(pbe) => pbe,
            Err(error) => return error.code(),
        };
        let needed = match mode {
            MBEDTLS_PKCS5_DECRYPT => data.len(),
            MBEDTLS_PKCS5_ENCRYPT => data.len() + pbe.block_len() - data.len() % pbe.block_len(),
            _ => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        };
        if output_size < needed {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        let made = match mode {
            MBEDTLS_PKCS5_DECRYPT => pbe.open(password, data),
            _ => pbe.seal(password, data),
        };
        if made.is_ok() && is_ragged_in_place(data, output, pbe.block_len()) {
            return MBEDTLS_ERR_PKCS5_PASSWORD_MISMATCH;
        }
        // SAFETY: there is room by the caller's promise.
        made.map_or_else(|error| error.code(), |made| unsafe { give(&made, output, output_len) })
    })
}

/// Whether the output goes where the data is, which does not end with a whole block: 3.6 refuses that, whichever way it goes.
pub(super) fn is_ragged_in_place(data: &[u8], output: *const c_uchar, block_len: usize) -> bool {
    core::ptr::eq(data.as_ptr(), output) && !data.len().is_multiple_of(block_len)
}

/// Hands out what was made. Returns 0, or an error code if there is nowhere to put it.
///
/// # Safety
/// Both pointers are NULL or have room.
pub(super) unsafe fn give(made: &[u8], output: *mut c_uchar, output_len: *mut usize) -> c_int {
    if output.is_null() && !made.is_empty() {
        return MBEDTLS_ERR_PKCS5_BAD_INPUT_DATA;
    }
    // SAFETY: the caller's promise.
    unsafe {
        ptr::copy_out(made, output);
        ptr::store(output_len, made.len());
    }
    0
}

/// PBKDF2 with the hash function of a context (RFC 8018 section 5.2).
///
/// \param ctx  A context set up for HMAC. Afterwards an HMAC with the password as key has been started with it.
/// \param password,plen  The password.
/// \param salt,slen  The salt.
/// \param iteration_count  How many iterations; as many are made, unlike where a file says it.
/// \param key_length  How many bytes to make.
/// \param output  Where they go.
///
/// \return  0, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a pointer is NULL or the context is not set up for HMAC.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbkdf2_hmac(
    ctx: *mut mbedtls_md_context_t,
    password: *const c_uchar,
    plen: usize,
    salt: *const c_uchar,
    slen: usize,
    iteration_count: c_uint,
    key_length: u32,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or an initialised context, and as many bytes as it says.
        unsafe {
            let code = mbedtls_md_hmac_starts(ctx, password, plen);
            let info = ptr::as_ref(ctx).and_then(|context| hash_info(context.md_info));
            match info.filter(|_| code == 0) {
                Some(info) => derive(
                    info.algorithm,
                    password,
                    plen,
                    salt,
                    slen,
                    iteration_count,
                    key_length,
                    output,
                ),
                None => MBEDTLS_ERR_MD_BAD_INPUT_DATA,
            }
        }
    })
}

/// PBKDF2 with HMAC (RFC 8018 section 5.2).
///
/// \param md_type  The hash function.
/// \param password,plen  The password.
/// \param salt,slen  The salt.
/// \param iteration_count  How many iterations; as many are made, unlike where a file says it.
/// \param key_length  How many bytes to make.
/// \param output  Where they go.
///
/// \return  0, MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE if there is no such hash function, or MBEDTLS_ERR_MD_BAD_INPUT_DATA if a
/// pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs5_pbkdf2_hmac_ext(
    md_type: MaybeUninit<mbedtls_md_type_t>,
    password: *const c_uchar,
    plen: usize,
    salt: *const c_uchar,
    slen: usize,
    iteration_count: c_uint,
    key_length: u32,
    output: *mut c_uchar,
) -> c_int {
    guard(MBEDTLS_ERR_MD_BAD_INPUT_DATA, || {
        let Some(info) = enum_value(md_type).and_then(hash_by_type) else {
            return MBEDTLS_ERR_PKCS5_FEATURE_UNAVAILABLE;
        };
        // SAFETY: the caller's promises are the same.
        unsafe {
            derive(
                info.algorithm,
                password,
                plen,
                salt,
                slen,
                iteration_count,
                key_length,
                output,
            )
        }
    })
}

/// PBKDF2. Returns 0 or an error code.
///
/// # Safety
/// Each pointer is NULL or points at as many bytes as its length says.
#[expect(clippy::too_many_arguments, reason = "they are those of the C functions")]
unsafe fn derive(
    algorithm: HashAlgorithm,
    password: *const c_uchar,
    plen: usize,
    salt: *const c_uchar,
    slen: usize,
    iterations: c_uint,
    key_length: u32,
    output: *mut c_uchar,
) -> c_int {
    let len = key_length as usize;
    // SAFETY: the caller's promise. Only what lies where the key goes is copied before.
    unsafe {
        let password = ptr::apart(password, plen, output, len).map(Secret);
        let salt = ptr::apart(salt, slen, output, len);
        let (Some(password), Some(salt)) = (password, salt) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        let Some(key) = ptr::cleared(output, len) else {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        };
        if pbkdf2(algorithm, &password.0, &salt, iterations, key).is_err() {
            return MBEDTLS_ERR_MD_BAD_INPUT_DATA;
        }
    }
    0
}

/// A password; wiped if it is a copy.
struct Secret<'a>(Cow<'a, [u8]>);

impl Drop for Secret<'_> {
    fn drop(&mut self) {
        if let Cow::Owned(copy) = &mut self.0 {
            copy.zeroize();
        }
    }
}

/// Checks PBKDF2 against known answers.
///
/// \param verbose  Not 0 to print how it goes.
///
/// \return  0, or 1 if an answer is wrong.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_pkcs5_self_test(verbose: c_int) -> c_int {
    guard(1, || {
        for (number, (password, salt, iterations, expected)) in ANSWERS.iter().enumerate() {
            say(verbose, &format!("  PBKDF2 (SHA1) #{number}: "));
            let expected = hex(expected);
            let mut key = vec![0; expected.len()];
            let made = pbkdf2(HashAlgorithm::Sha1, password, salt, *iterations, &mut key);
            let passed = made.is_ok() && key == expected;
            say(verbose, if passed { "passed\n" } else { "failed\n" });
            if !passed {
                return 1;
            }
        }
        say(verbose, "\n");
        0
    })
}

/// Known answers of RFC 6070: password, salt, iterations, key.
const ANSWERS: [(&[u8], &[u8], u32, &str); 6] = [
    (b"password", b"salt", 1, "0c60c80f961f0e71f3a9b524af6012062fe037a6"),
    (b"password", b"salt", 2, "ea6c014dc72d6f8ccd1ed92ace1d41f0d8de8957"),
    (b"password", b"salt", 4096, "4b007901b765489abead49d926f721d065a429c1"),
    (
        b"passwordPASSWORDpassword",
        b"saltSALTsaltSALTsaltSALTsaltSALTsalt",
        4096,
        "3d2eec4fe41c849b80c8d83662c0e44a8b291a964cf2f07038",
    ),
    (b"pass\0word", b"sa\0lt", 4096, "56fa6aa75548099dcc37d7f03425e0c3"),
    (b"password", b"salt", 1, "0c60c80f961f0e71"), // a short key is the beginning of a longer one
];

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn null_and_known_answers() {
        assert_eq!(mbedtls_pkcs5_self_test(0), 0);
        let (mut out, text) = ([0; 20], b"text".as_ptr());
        let sha1 = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA1);
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            let to = out.as_mut_ptr();
            assert!(mbedtls_pkcs5_pbkdf2_hmac(null_mut(), text, 4, text, 4, 1, 20, to) < 0);
            assert!(mbedtls_pkcs5_pbkdf2_hmac_ext(sha1, null(), 4, text, 4, 1, 20, to) < 0);
            assert!(mbedtls_pkcs5_pbkdf2_hmac_ext(sha1, text, 4, null(), 4, 1, 20, to) < 0);
            assert!(mbedtls_pkcs5_pbkdf2_hmac_ext(sha1, text, 4, text, 4, 1, 20, null_mut()) < 0);
            assert_eq!(
                mbedtls_pkcs5_pbkdf2_hmac_ext(sha1, text, 4, text, 4, 1, 0, null_mut()),
                0
            );
            assert!(mbedtls_pkcs5_pbes2(null(), 0, text, 4, text, 4, to) < 0);
            let params = mbedtls_asn1_buf {
                tag: 0x30,
                len: 9,
                p: null_mut(),
            };
            assert!(mbedtls_pkcs5_pbes2(&raw const params, 0, text, 4, text, 4, to) < 0);
        }
    }
}
