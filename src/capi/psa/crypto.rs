//! `psa/crypto.h`: setting up, randomness, hashes.
//!
//! DEVIATION: nothing here needs psa_crypto_init() first; 3.6 returns PSA_ERROR_BAD_STATE without it, which is what its
//! users stumble over most.

use super::store;
use super::types::{psa_algorithm_t, psa_status_t};
use super::values::{
    PSA_ALG_CATEGORY_HASH, PSA_ALG_CATEGORY_MASK, PSA_ALG_MD5, PSA_ALG_SHA_1, PSA_ALG_SHA_224, PSA_ALG_SHA_256,
    PSA_ALG_SHA_384, PSA_ALG_SHA_512, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_CORRUPTION_DETECTED,
    PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_NOT_SUPPORTED,
    PSA_SUCCESS,
};
use crate::capi::entropy::random_out;
use crate::capi::guard::guard;
use crate::capi::ptr;
use crate::crypto::hash::HashAlgorithm;
use subtle::ConstantTimeEq;

/// Sets the interface up. Nothing needs it; it may be called any number of times.
///
/// \return  PSA_SUCCESS, or PSA_ERROR_INSUFFICIENT_ENTROPY if the operating system has no randomness.
#[unsafe(no_mangle)]
pub extern "C" fn psa_crypto_init() -> psa_status_t {
    guard(PSA_ERROR_CORRUPTION_DETECTED, || {
        match crate::crypto::rand::fill(&mut [0; 1]) {
            Ok(()) => PSA_SUCCESS,
            Err(_) => PSA_ERROR_INSUFFICIENT_ENTROPY,
        }
    })
}

/// Destroys all keys. The interface may be used again after that.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_psa_crypto_free() {
    guard((), store::clear);
}

/// Fills a buffer with random bytes of the operating system.
///
/// \param output,output_size  The buffer, of any size.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_ARGUMENT for NULL with a size, or PSA_ERROR_INSUFFICIENT_ENTROPY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_generate_random(output: *mut u8, output_size: usize) -> psa_status_t {
    guard(PSA_ERROR_CORRUPTION_DETECTED, || {
        if (output.is_null() && output_size > 0) || isize::try_from(output_size).is_err() {
            return PSA_ERROR_INVALID_ARGUMENT;
        }
        // SAFETY: C passes `output_size` writable bytes.
        match unsafe { random_out(output, output_size) } {
            Ok(()) => PSA_SUCCESS,
            Err(_) => PSA_ERROR_INSUFFICIENT_ENTROPY,
        }
    })
}

/// Computes the hash of a message.
///
/// \param alg  The hash function: PSA_ALG_SHA_224, PSA_ALG_SHA_256, PSA_ALG_SHA_384, PSA_ALG_SHA_512, PSA_ALG_SHA_1 or
///     PSA_ALG_MD5.
/// \param input,input_length  The message.
/// \param hash,hash_size  Where the hash goes; PSA_HASH_LENGTH() tells how much room it needs.
/// \param hash_length  Gets the length of the hash.
///
/// \return  PSA_SUCCESS, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
/// hash function or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_compute(
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    hash: *mut u8,
    hash_size: usize,
    hash_length: *mut usize,
) -> psa_status_t {
    guard(PSA_ERROR_CORRUPTION_DETECTED, || {
        if hash_length.is_null() {
            return PSA_ERROR_INVALID_ARGUMENT;
        }
        // What 3.6 tells of a failure: no length for what is no hash function, the size of the buffer for the rest.
        // SAFETY: not NULL; C passes a length to write.
        unsafe { ptr::store(hash_length, 0) };
        let algorithm = match algorithm(alg) {
            Err(PSA_ERROR_INVALID_ARGUMENT) => return PSA_ERROR_INVALID_ARGUMENT,
            algorithm => algorithm,
        };
        // SAFETY: as above.
        unsafe { ptr::store(hash_length, hash_size) };
        let algorithm = match algorithm {
            Ok(algorithm) => algorithm,
            Err(status) => return status,
        };
        // SAFETY: C passes `input_length` readable bytes.
        let Some(input) = (unsafe { ptr::bytes(input, input_length) }) else {
            return PSA_ERROR_INVALID_ARGUMENT;
        };
        if hash_size < algorithm.output_len() {
            return PSA_ERROR_BUFFER_TOO_SMALL;
        }
        if hash.is_null() {
            return PSA_ERROR_INVALID_ARGUMENT;
        }
        let digest = algorithm.hash(input);
        // SAFETY: neither is NULL; `hash` has room for the digest.
        unsafe {
            ptr::copy_out(digest.as_ref(), hash);
            ptr::store(hash_length, digest.as_ref().len());
        }
        PSA_SUCCESS
    })
}

/// Computes the hash of a message and compares it, in a time that does not depend on where they differ.
///
/// \param alg  The hash function, as for psa_hash_compute().
/// \param input,input_length  The message.
/// \param hash,hash_length  The hash expected.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE if they differ, PSA_ERROR_NOT_SUPPORTED, or
/// PSA_ERROR_INVALID_ARGUMENT if `alg` is no hash function or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_compare(
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    hash: *const u8,
    hash_length: usize,
) -> psa_status_t {
    guard(PSA_ERROR_CORRUPTION_DETECTED, || {
        let algorithm = match algorithm(alg) {
            Ok(algorithm) => algorithm,
            Err(status) => return status,
        };
        // SAFETY: C passes readable bytes of these lengths.
        let (Some(input), Some(expected)) =
            (unsafe { (ptr::bytes(input, input_length), ptr::bytes(hash, hash_length)) })
        else {
            return PSA_ERROR_INVALID_ARGUMENT;
        };
        if bool::from(algorithm.hash(input).as_ref().ct_eq(expected)) {
            PSA_SUCCESS
        } else {
            PSA_ERROR_INVALID_SIGNATURE
        }
    })
}

/// The hash function of a number.
fn algorithm(alg: psa_algorithm_t) -> Result<HashAlgorithm, psa_status_t> {
    match alg {
        PSA_ALG_MD5 => Ok(HashAlgorithm::Md5),
        PSA_ALG_SHA_1 => Ok(HashAlgorithm::Sha1),
        PSA_ALG_SHA_224 => Ok(HashAlgorithm::Sha224),
        PSA_ALG_SHA_256 => Ok(HashAlgorithm::Sha256),
        PSA_ALG_SHA_384 => Ok(HashAlgorithm::Sha384),
        PSA_ALG_SHA_512 => Ok(HashAlgorithm::Sha512),
        alg if alg & PSA_ALG_CATEGORY_MASK == PSA_ALG_CATEGORY_HASH => Err(PSA_ERROR_NOT_SUPPORTED),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::psa::values::{PSA_ALG_ANY_HASH, PSA_ALG_GCM, PSA_ALG_NONE, PSA_ALG_SHA_512_256};
    use core::ptr::null_mut;

    #[test]
    fn setting_up_is_not_needed_and_does_no_harm() {
        assert_eq!(psa_crypto_init(), PSA_SUCCESS);
        mbedtls_psa_crypto_free();
        assert_eq!(psa_crypto_init(), PSA_SUCCESS);
    }

    #[test]
    fn randomness() {
        let mut out = [0u8; 5000];
        // SAFETY: whole objects; NULL is allowed.
        unsafe {
            assert_eq!(psa_generate_random(out.as_mut_ptr(), out.len()), PSA_SUCCESS);
            assert_ne!(out[..32], out[32..64]);
            assert_eq!(psa_generate_random(null_mut(), 0), PSA_SUCCESS);
            assert_eq!(psa_generate_random(null_mut(), 1), PSA_ERROR_INVALID_ARGUMENT);
            assert_eq!(
                psa_generate_random(out.as_mut_ptr(), usize::MAX),
                PSA_ERROR_INVALID_ARGUMENT
            );
        }
    }

    /// SHA-256 of "abc", FIPS 180-2 appendix B.1.
    const ABC: [u8; 32] = [
        0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03,
        0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
    ];

    #[test]
    fn hashes() {
        let (mut out, mut len) = ([0u8; 64], 0);
        // SAFETY: whole objects of the sizes given.
        unsafe {
            let compute = |alg, size, out: &mut [u8; 64], len: &mut usize| {
                psa_hash_compute(alg, b"abc".as_ptr(), 3, out.as_mut_ptr(), size, len)
            };
            assert_eq!(compute(PSA_ALG_SHA_256, 32, &mut out, &mut len), PSA_SUCCESS);
            assert_eq!((len, &out[..32]), (32, &ABC[..]));
            for (alg, length) in [
                (PSA_ALG_MD5, 16),
                (PSA_ALG_SHA_1, 20),
                (PSA_ALG_SHA_224, 28),
                (PSA_ALG_SHA_384, 48),
                (PSA_ALG_SHA_512, 64),
            ] {
                assert_eq!((compute(alg, 64, &mut out, &mut len), len), (PSA_SUCCESS, length));
            }
            let small = compute(PSA_ALG_SHA_256, 31, &mut out, &mut len);
            assert_eq!((small, len), (PSA_ERROR_BUFFER_TOO_SMALL, 31));
            assert_eq!(
                compute(PSA_ALG_SHA_512_256, 64, &mut out, &mut len),
                PSA_ERROR_NOT_SUPPORTED
            );
            assert_eq!(
                compute(PSA_ALG_ANY_HASH, 64, &mut out, &mut len),
                PSA_ERROR_NOT_SUPPORTED
            );
            assert_eq!(compute(PSA_ALG_GCM, 64, &mut out, &mut len), PSA_ERROR_INVALID_ARGUMENT);
            assert_eq!(
                compute(PSA_ALG_NONE, 64, &mut out, &mut len),
                PSA_ERROR_INVALID_ARGUMENT
            );
        }
    }

    #[test]
    fn hashes_are_compared_whole() {
        let mut wrong = ABC;
        wrong[31] ^= 1;
        // SAFETY: whole objects of the sizes given; NULL is allowed.
        unsafe {
            let compare =
                |hash: &[u8]| psa_hash_compare(PSA_ALG_SHA_256, b"abc".as_ptr(), 3, hash.as_ptr(), hash.len());
            assert_eq!(compare(&ABC), PSA_SUCCESS);
            assert_eq!(compare(&ABC[..31]), PSA_ERROR_INVALID_SIGNATURE);
            assert_eq!(compare(&wrong), PSA_ERROR_INVALID_SIGNATURE);
            assert_eq!(
                psa_hash_compare(PSA_ALG_SHA_256, core::ptr::null(), 3, ABC.as_ptr(), 32),
                PSA_ERROR_INVALID_ARGUMENT
            );
            assert_eq!(
                psa_hash_compare(PSA_ALG_SHA_256, core::ptr::null(), 0, core::ptr::null(), 32),
                PSA_ERROR_INVALID_ARGUMENT
            );
            assert_eq!(
                psa_hash_compare(PSA_ALG_GCM, core::ptr::null(), 0, ABC.as_ptr(), 32),
                PSA_ERROR_INVALID_ARGUMENT
            );
        }
    }

    #[test]
    fn null() {
        let (mut out, mut len) = ([0u8; 32], 0);
        // SAFETY: NULL is allowed everywhere; the rest are whole objects.
        unsafe {
            let bad = PSA_ERROR_INVALID_ARGUMENT;
            assert_eq!(
                psa_hash_compute(
                    PSA_ALG_SHA_256,
                    core::ptr::null(),
                    1,
                    out.as_mut_ptr(),
                    32,
                    &raw mut len
                ),
                bad
            );
            assert_eq!(
                psa_hash_compute(PSA_ALG_SHA_256, core::ptr::null(), 0, null_mut(), 32, &raw mut len),
                bad
            );
            assert_eq!(
                psa_hash_compute(PSA_ALG_SHA_256, core::ptr::null(), 0, out.as_mut_ptr(), 32, null_mut()),
                bad
            );
            assert_eq!(
                psa_hash_compute(
                    PSA_ALG_SHA_256,
                    core::ptr::null(),
                    0,
                    out.as_mut_ptr(),
                    32,
                    &raw mut len
                ),
                PSA_SUCCESS
            );
        }
    }
}
