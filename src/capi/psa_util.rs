//! `mbedtls/psa_util.h`: between the PSA interface and the rest.

#[cfg(feature = "certificates")]
pub mod signature;

use super::ecp::mbedtls_ecp_group_id;
use super::entropy::{MBEDTLS_ERR_ENTROPY_SOURCE_FAILED, random_out};
use super::guard::guard;
use super::md::mbedtls_md_type_t;
use super::psa::types::{psa_algorithm_t, psa_ecc_family_t};
use super::psa::values::{
    PSA_ALG_CATEGORY_HASH, PSA_ALG_HASH_MASK, PSA_ECC_FAMILY_BRAINPOOL_P_R1, PSA_ECC_FAMILY_MONTGOMERY,
    PSA_ECC_FAMILY_SECP_K1, PSA_ECC_FAMILY_SECP_R1,
};
use super::ptr::{self, CEnum, enum_number, enum_value};
use core::ffi::{c_int, c_uchar, c_void};
use core::mem::MaybeUninit;
use mbedtls_ecp_group_id::*;

/// The curves that both interfaces have, with family and length in bits.
const CURVES: [(mbedtls_ecp_group_id, psa_ecc_family_t, usize); 12] = [
    (MBEDTLS_ECP_DP_SECP192R1, PSA_ECC_FAMILY_SECP_R1, 192),
    (MBEDTLS_ECP_DP_SECP224R1, PSA_ECC_FAMILY_SECP_R1, 224),
    (MBEDTLS_ECP_DP_SECP256R1, PSA_ECC_FAMILY_SECP_R1, 256),
    (MBEDTLS_ECP_DP_SECP384R1, PSA_ECC_FAMILY_SECP_R1, 384),
    (MBEDTLS_ECP_DP_SECP521R1, PSA_ECC_FAMILY_SECP_R1, 521),
    (MBEDTLS_ECP_DP_BP256R1, PSA_ECC_FAMILY_BRAINPOOL_P_R1, 256),
    (MBEDTLS_ECP_DP_BP384R1, PSA_ECC_FAMILY_BRAINPOOL_P_R1, 384),
    (MBEDTLS_ECP_DP_BP512R1, PSA_ECC_FAMILY_BRAINPOOL_P_R1, 512),
    (MBEDTLS_ECP_DP_CURVE25519, PSA_ECC_FAMILY_MONTGOMERY, 255),
    (MBEDTLS_ECP_DP_SECP192K1, PSA_ECC_FAMILY_SECP_K1, 192),
    (MBEDTLS_ECP_DP_SECP256K1, PSA_ECC_FAMILY_SECP_K1, 256),
    (MBEDTLS_ECP_DP_CURVE448, PSA_ECC_FAMILY_MONTGOMERY, 448),
];

/// Random bytes of the operating system, for whatever takes an `f_rng`.
///
/// \param p_rng  Not looked at: MBEDTLS_PSA_RANDOM_STATE.
/// \param output,output_size  The buffer, of any size.
///
/// \return  0, or MBEDTLS_ERR_ENTROPY_SOURCE_FAILED.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_psa_get_random(
    _p_rng: *mut c_void,
    output: *mut c_uchar,
    output_size: usize,
) -> c_int {
    guard(MBEDTLS_ERR_ENTROPY_SOURCE_FAILED, || {
        if (output.is_null() && output_size > 0) || isize::try_from(output_size).is_err() {
            return MBEDTLS_ERR_ENTROPY_SOURCE_FAILED;
        }
        // SAFETY: C passes `output_size` writable bytes.
        match unsafe { random_out(output, output_size) } {
            Ok(()) => 0,
            Err(_) => MBEDTLS_ERR_ENTROPY_SOURCE_FAILED,
        }
    })
}

/// Family and length of a curve.
///
/// \param grpid  The curve.
/// \param bits  Gets its length in bits, 0 on failure.
///
/// \return  The family, or 0 if the PSA interface does not have the curve.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_ecc_group_to_psa(
    grpid: MaybeUninit<mbedtls_ecp_group_id>,
    bits: *mut usize,
) -> psa_ecc_family_t {
    guard(0, || {
        let known = enum_value(grpid).and_then(|id| CURVES.into_iter().find(|curve| curve.0 == id));
        let (family, length) = known.map_or((0, 0), |(_, family, length)| (family, length));
        // SAFETY: C passes NULL or a number to write.
        unsafe { ptr::store(bits, length) };
        family
    })
}

/// The curve of a family and a length.
///
/// \param family  The family.
/// \param bits  The length in bits.
///
/// \return  The curve, or MBEDTLS_ECP_DP_NONE.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_ecc_group_from_psa(family: psa_ecc_family_t, bits: usize) -> mbedtls_ecp_group_id {
    CURVES
        .into_iter()
        .find(|curve| (curve.1, curve.2) == (family, bits))
        .map_or(MBEDTLS_ECP_DP_NONE, |curve| curve.0)
}

/// The number that a hash function has in the PSA interface, whether there is it or not.
///
/// \param md_type  The hash function, not MBEDTLS_MD_NONE.
///
/// \return  PSA_ALG_*; PSA_ALG_NONE for MBEDTLS_MD_NONE.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_md_psa_alg_from_type(md_type: MaybeUninit<mbedtls_md_type_t>) -> psa_algorithm_t {
    PSA_ALG_CATEGORY_HASH | psa_algorithm_t::from_ne_bytes(enum_number(md_type).to_ne_bytes())
}

/// The hash function of a number of the PSA interface.
///
/// \param psa_alg  The number.
///
/// \return  The hash function; MBEDTLS_MD_NONE for a number that none has.
#[unsafe(no_mangle)]
pub extern "C" fn mbedtls_md_type_from_psa_alg(psa_alg: psa_algorithm_t) -> mbedtls_md_type_t {
    let number = c_int::try_from(psa_alg & PSA_ALG_HASH_MASK).unwrap_or(0);
    mbedtls_md_type_t::ALL
        .iter()
        .copied()
        .find(|known| known.number() == number)
        .unwrap_or(mbedtls_md_type_t::MBEDTLS_MD_NONE)
}
