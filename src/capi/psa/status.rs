//! A function that 3.6 exports without declaring it in an installed header, and that programs import nevertheless.

use super::types::psa_status_t;
use super::values::{
    PSA_ERROR_COMMUNICATION_FAILURE, PSA_ERROR_CORRUPTION_DETECTED, PSA_ERROR_HARDWARE_FAILURE,
    PSA_ERROR_NOT_SUPPORTED, PSA_SUCCESS,
};
use crate::capi::error::{
    MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED, MBEDTLS_ERR_ERROR_GENERIC_ERROR, MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED,
    MBEDTLS_ERR_PLATFORM_HW_ACCEL_FAILED,
};
use core::ffi::c_int;

/// What a status of the PSA interface is in the rest of the interface, where no module has a code of its own for it.
#[unsafe(no_mangle)]
pub extern "C" fn psa_generic_status_to_mbedtls(status: psa_status_t) -> c_int {
    match status {
        PSA_SUCCESS => 0,
        PSA_ERROR_NOT_SUPPORTED => MBEDTLS_ERR_PLATFORM_FEATURE_UNSUPPORTED,
        PSA_ERROR_CORRUPTION_DETECTED => MBEDTLS_ERR_ERROR_CORRUPTION_DETECTED,
        PSA_ERROR_COMMUNICATION_FAILURE | PSA_ERROR_HARDWARE_FAILURE => MBEDTLS_ERR_PLATFORM_HW_ACCEL_FAILED,
        _ => MBEDTLS_ERR_ERROR_GENERIC_ERROR,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What release 3.6.6 answers, asked for every number from -400 to 399.
    #[test]
    fn every_status_is_what_it_is_in_3_6_6() {
        for status in -400..400 {
            let expected = match status {
                0 => 0,
                -134 => -0x72,
                -151 => -0x6E,
                -145 | -147 => -0x70,
                _ => -1,
            };
            assert_eq!(psa_generic_status_to_mbedtls(status), expected, "{status}");
        }
    }
}
