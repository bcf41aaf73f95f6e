//! `psa/crypto.h`: setting up, randomness.
//!
//! DEVIATION: nothing here needs psa_crypto_init() first; 3.6 returns PSA_ERROR_BAD_STATE without it, which is what its
//! users stumble over most.

use super::store;
use super::types::psa_status_t;
use super::values::{
    PSA_ERROR_CORRUPTION_DETECTED, PSA_ERROR_INSUFFICIENT_ENTROPY, PSA_ERROR_INVALID_ARGUMENT, PSA_SUCCESS,
};
use crate::capi::entropy::random_out;
use crate::capi::guard::guard;

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

#[cfg(test)]
mod tests {
    use super::*;
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
}
