//! `mbedtls/pkcs12.h`: keys from passwords and encryption with them, in the way of PKCS#12 (RFC 7292 appendices B and C).

use super::asn1::{MBEDTLS_ERR_ASN1_BUF_TOO_SMALL, mbedtls_asn1_buf};
use super::cipher::{MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED, mbedtls_cipher_type_t};
use super::error::MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
use super::guard::guard;
use super::md::{hash_by_type, mbedtls_md_type_t};
use super::pkcs5;
use super::ptr::{self, enum_value};
use crate::crypto::cipher::BlockAlgorithm;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::password::pkcs12;
use crate::pki::encrypted::Pkcs12Pbe;
use core::ffi::{c_int, c_uchar};
use core::mem::MaybeUninit;
use zeroize::Zeroizing;

use mbedtls_cipher_type_t::{
    MBEDTLS_CIPHER_AES_128_CBC, MBEDTLS_CIPHER_AES_192_CBC, MBEDTLS_CIPHER_AES_256_CBC, MBEDTLS_CIPHER_ARIA_128_CBC,
    MBEDTLS_CIPHER_ARIA_192_CBC, MBEDTLS_CIPHER_ARIA_256_CBC, MBEDTLS_CIPHER_CAMELLIA_128_CBC,
    MBEDTLS_CIPHER_CAMELLIA_192_CBC, MBEDTLS_CIPHER_CAMELLIA_256_CBC, MBEDTLS_CIPHER_DES_CBC,
    MBEDTLS_CIPHER_DES_EDE_CBC, MBEDTLS_CIPHER_DES_EDE3_CBC,
};

/// An argument is invalid.
pub const MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA: c_int = -0x1F80;
/// An algorithm is not available.
pub const MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE: c_int = -0x1F00;
/// The parameters are malformed.
pub const MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT: c_int = -0x1E80;
/// The password does not open the data.
pub const MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH: c_int = -0x1E00;
/// What to derive: a key.
pub const MBEDTLS_PKCS12_DERIVE_KEY: c_int = 1;
/// What to derive: an initialization vector.
pub const MBEDTLS_PKCS12_DERIVE_IV: c_int = 2;
/// What to derive: a key for a MAC.
pub const MBEDTLS_PKCS12_DERIVE_MAC_KEY: c_int = 3;
/// Mode: decrypt.
pub const MBEDTLS_PKCS12_PBE_DECRYPT: c_int = 0;
/// Mode: encrypt.
pub const MBEDTLS_PKCS12_PBE_ENCRYPT: c_int = 1;

/// The longest password, in bytes.
const MAX_PASSWORD: usize = 128;

/// The PBE of PKCS#12, with room enough.
///
/// \param pbe_params  pkcs-12PbeParams, out of the algorithm identifier; its pointer is moved behind them.
/// \param mode  MBEDTLS_PKCS12_PBE_DECRYPT or MBEDTLS_PKCS12_PBE_ENCRYPT.
/// \param cipher_type  The cipher, in CBC mode.
/// \param md_type  The hash function.
/// \param pwd,pwdlen  The password.
/// \param data,len  What to decrypt or encrypt.
/// \param output  Where the result goes; may be `data`. There must be room for `len` bytes, and when encrypting for a block
/// more.
///
/// \return  As mbedtls_pkcs12_pbe_ext(), which this function should give way to.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs12_pbe(
    pbe_params: *mut mbedtls_asn1_buf,
    mode: c_int,
    cipher_type: MaybeUninit<mbedtls_cipher_type_t>,
    md_type: MaybeUninit<mbedtls_md_type_t>,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    len: usize,
    output: *mut c_uchar,
) -> c_int {
    let mut made = 0;
    // SAFETY: the caller's promises are the same, and there is room.
    unsafe {
        mbedtls_pkcs12_pbe_ext(
            pbe_params,
            mode,
            cipher_type,
            md_type,
            pwd,
            pwdlen,
            data,
            len,
            output,
            usize::MAX,
            &raw mut made,
        )
    }
}

/// The PBE of PKCS#12.
///
/// DEVIATION: more than ten million iterations are refused, with MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE, and so are ciphers in
/// another mode than CBC, for which 3.6.6 has another code.
///
/// \param pbe_params  pkcs-12PbeParams, out of the algorithm identifier; its pointer is moved behind them.
/// \param mode  MBEDTLS_PKCS12_PBE_DECRYPT or MBEDTLS_PKCS12_PBE_ENCRYPT.
/// \param cipher_type  The cipher, in CBC mode.
/// \param md_type  The hash function.
/// \param pwd,pwdlen  The password, of at most 31 bytes.
/// \param data,len  What to decrypt or encrypt.
/// \param output,output_size  Where the result goes, which may be `data`; for decrypting at least `len` bytes, for encrypting
/// as many as fill the next block.
/// \param output_len  The length of the result is added to it.
///
/// \return  0, MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA, MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE,
/// MBEDTLS_ERR_PKCS12_PBE_INVALID_FORMAT with an MBEDTLS_ERR_ASN1_* code added, MBEDTLS_ERR_ASN1_BUF_TOO_SMALL,
/// MBEDTLS_ERR_PKCS12_PASSWORD_MISMATCH, MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED, or MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA for
/// another mode, and if `output` is `data`, which does not end with a whole block.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs12_pbe_ext(
    pbe_params: *mut mbedtls_asn1_buf,
    mode: c_int,
    cipher_type: MaybeUninit<mbedtls_cipher_type_t>,
    md_type: MaybeUninit<mbedtls_md_type_t>,
    pwd: *const c_uchar,
    pwdlen: usize,
    data: *const c_uchar,
    len: usize,
    output: *mut c_uchar,
    output_size: usize,
    output_len: *mut usize,
) -> c_int {
    guard(MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA, || {
        // SAFETY: C passes NULL or parameters that it uses nowhere else meanwhile, and as many bytes as it says.
        let read = unsafe { (ptr::as_mut(pbe_params), ptr::bytes(pwd, pwdlen), ptr::bytes(data, len)) };
        let (Some(params), Some(password), Some(data)) = read else {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        };
        let Some(cipher) = enum_value(cipher_type).and_then(block_cipher) else {
            return MBEDTLS_ERR_PKCS12_FEATURE_UNAVAILABLE;
        };
        let needed = match mode {
            MBEDTLS_PKCS12_PBE_DECRYPT => data.len(),
            MBEDTLS_PKCS12_PBE_ENCRYPT => data.len() + cipher.block_len() - data.len() % cipher.block_len(),
            _ => return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA,
        };
        if output_size < needed {
            return MBEDTLS_ERR_ASN1_BUF_TOO_SMALL;
        }
        if password.len() > MAX_PASSWORD {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        }
        // SAFETY: the parameters point at as many bytes as they say.
        let Some(inside) = (unsafe { ptr::bytes(params.p, params.len) }) else {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        };
        let tag = u8::try_from(params.tag).unwrap_or(0);
        // As in 3.6, the parameters are looked at before the hash function is.
        let hash = enum_value(md_type).and_then(hash_by_type).map(|info| info.algorithm);
        let pbe = match Pkcs12Pbe::read(hash.unwrap_or(HashAlgorithm::Sha1), cipher, tag, inside) {
            Ok(pbe) => pbe,
            Err(error) => return error.code(),
        };
        if hash.is_none() {
            return MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
        }
        let made = match mode {
            MBEDTLS_PKCS12_PBE_DECRYPT => pbe.open(password, data),
            _ => pbe.seal(password, data),
        };
        params.p = params.p.wrapping_add(params.len);
        let full_block = made
            .as_ref()
            .err()
            .is_some_and(|error| error.code() == MBEDTLS_ERR_CIPHER_FULL_BLOCK_EXPECTED);
        if (made.is_ok() || full_block) && pkcs5::is_ragged_in_place(data, output, cipher.block_len()) {
            return MBEDTLS_ERR_CIPHER_BAD_INPUT_DATA;
        }
        match made {
            Ok(made) => {
                let mut len = 0;
                // SAFETY: there is room by the caller's promise, and NULL or a number.
                unsafe {
                    let code = pkcs5::give(&made, output, &raw mut len);
                    if let Some(sum) = ptr::as_mut(output_len) {
                        *sum = sum.wrapping_add(len);
                    }
                    code
                }
            }
            Err(error) => error.code(),
        }
    })
}

/// The cipher of a number in CBC mode.
fn block_cipher(cipher: mbedtls_cipher_type_t) -> Option<BlockAlgorithm> {
    Some(match cipher {
        MBEDTLS_CIPHER_AES_128_CBC => BlockAlgorithm::Aes128,
        MBEDTLS_CIPHER_AES_192_CBC => BlockAlgorithm::Aes192,
        MBEDTLS_CIPHER_AES_256_CBC => BlockAlgorithm::Aes256,
        MBEDTLS_CIPHER_ARIA_128_CBC => BlockAlgorithm::Aria128,
        MBEDTLS_CIPHER_ARIA_192_CBC => BlockAlgorithm::Aria192,
        MBEDTLS_CIPHER_ARIA_256_CBC => BlockAlgorithm::Aria256,
        MBEDTLS_CIPHER_CAMELLIA_128_CBC => BlockAlgorithm::Camellia128,
        MBEDTLS_CIPHER_CAMELLIA_192_CBC => BlockAlgorithm::Camellia192,
        MBEDTLS_CIPHER_CAMELLIA_256_CBC => BlockAlgorithm::Camellia256,
        MBEDTLS_CIPHER_DES_CBC => BlockAlgorithm::Des,
        MBEDTLS_CIPHER_DES_EDE_CBC => BlockAlgorithm::TripleDes2,
        MBEDTLS_CIPHER_DES_EDE3_CBC => BlockAlgorithm::TripleDes3,
        _ => return None,
    })
}

/// The derivation of PKCS#12 (RFC 7292 appendix B.2).
///
/// \param data,datalen  Where the derived bytes go, and how many: at most 128.
/// \param pwd,pwdlen  The password, in UTF-16 with a zero behind it: at most 64 bytes.
/// \param salt,saltlen  The salt: at most 64 bytes.
/// \param mbedtls_md  The hash function.
/// \param id  What they are for: MBEDTLS_PKCS12_DERIVE_KEY, MBEDTLS_PKCS12_DERIVE_IV or MBEDTLS_PKCS12_DERIVE_MAC_KEY.
/// \param iterations  How many iterations.
///
/// \return  0, MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA if a length cannot be, a pointer is NULL or the iterations are less than
/// none, or MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED if there is no such hash function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs12_derivation(
    data: *mut c_uchar,
    datalen: usize,
    pwd: *const c_uchar,
    pwdlen: usize,
    salt: *const c_uchar,
    saltlen: usize,
    mbedtls_md: MaybeUninit<mbedtls_md_type_t>,
    id: c_int,
    iterations: c_int,
) -> c_int {
    guard(MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA, || {
        if datalen > 128 || pwdlen > 64 || saltlen > 64 {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        }
        // SAFETY: C passes as many bytes as it says.
        let read = unsafe { (ptr::bytes(pwd, pwdlen), ptr::bytes(salt, saltlen)) };
        let ((Some(pwd), Some(salt)), Ok(iterations)) = (read, u32::try_from(iterations)) else {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        };
        if datalen == 0 {
            return 0;
        }
        let Some(hash) = enum_value(mbedtls_md).and_then(hash_by_type) else {
            return MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED;
        };
        let mut key = Zeroizing::new(vec![0; datalen]);
        // As in 3.6, the lowest byte counts.
        let made = pkcs12(hash.algorithm, id as u8, pwd, salt, iterations, &mut key);
        if made.is_err() || data.is_null() {
            return MBEDTLS_ERR_PKCS12_BAD_INPUT_DATA;
        }
        // SAFETY: there is room by the caller's promise.
        unsafe { ptr::copy_out(&key, data) };
        0
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::{null, null_mut};

    #[test]
    fn null_and_lengths() {
        let (mut out, text) = ([0; 129], [7; 65]);
        let sha1 = MaybeUninit::new(mbedtls_md_type_t::MBEDTLS_MD_SHA1);
        let cipher = MaybeUninit::new(MBEDTLS_CIPHER_DES_EDE3_CBC);
        let mut params = mbedtls_asn1_buf {
            tag: 0x30,
            len: 9,
            p: null_mut(),
        };
        // SAFETY: NULL is allowed everywhere; the rest are whole objects of the sizes given.
        unsafe {
            let (to, text) = (out.as_mut_ptr(), text.as_ptr());
            assert!(mbedtls_pkcs12_derivation(null_mut(), 8, text, 8, text, 8, sha1, 1, 1) < 0);
            assert!(mbedtls_pkcs12_derivation(to, 8, null(), 8, text, 8, sha1, 1, 1) < 0);
            assert!(mbedtls_pkcs12_derivation(to, 8, text, 8, null(), 8, sha1, 1, 1) < 0);
            assert!(mbedtls_pkcs12_derivation(to, 129, text, 8, text, 8, sha1, 1, 1) < 0);
            assert!(mbedtls_pkcs12_derivation(to, 8, text, 65, text, 8, sha1, 1, 1) < 0);
            assert!(mbedtls_pkcs12_derivation(to, 8, text, 8, text, 8, sha1, 1, -1) < 0);
            assert_eq!(mbedtls_pkcs12_derivation(to, 8, null(), 0, null(), 0, sha1, 1, 1), 0);
            assert!(mbedtls_pkcs12_pbe(null_mut(), 0, cipher, sha1, text, 4, text, 8, to) < 0);
            assert!(mbedtls_pkcs12_pbe(&raw mut params, 0, cipher, sha1, null(), 4, text, 8, to) < 0);
            assert!(mbedtls_pkcs12_pbe(&raw mut params, 0, cipher, sha1, text, 4, text, 8, to) < 0);
        }
    }
}
