//! `psa/crypto.h`: the types.

use crate::capi::ptr::c_enum;
use core::ffi::c_uint;

/// What a call comes back with: PSA_SUCCESS or a PSA_ERROR_*.
pub type psa_status_t = i32;
/// A kind of key.
pub type psa_key_type_t = u16;
/// Length of a key, in bits.
pub type psa_key_bits_t = u16;
/// A family of elliptic curves.
pub type psa_ecc_family_t = u8;
/// A family of finite-field groups.
pub type psa_dh_family_t = u8;
/// An algorithm.
pub type psa_algorithm_t = u32;
/// Where a key lives, and how long.
pub type psa_key_lifetime_t = u32;
/// How long a key lives.
pub type psa_key_persistence_t = u8;
/// Where a key lives.
pub type psa_key_location_t = u32;
/// Number of a key.
pub type psa_key_id_t = u32;
/// Number of a key, as functions take it.
pub type mbedtls_svc_key_id_t = psa_key_id_t;
/// Number of a key, in an older fashion.
pub type psa_key_handle_t = mbedtls_svc_key_id_t;
/// What a key may be used for: PSA_KEY_USAGE_* bits.
pub type psa_key_usage_t = u32;
/// Step of a key derivation.
pub type psa_key_derivation_step_t = u16;
/// Number of a slot of a secure element.
pub type psa_drv_slot_number_t = u64;
/// Role in a password-authenticated exchange.
pub type psa_pake_role_t = u8;
/// Step of a password-authenticated exchange.
pub type psa_pake_step_t = u8;
/// What a password-authenticated exchange computes in.
pub type psa_pake_primitive_type_t = u8;
/// A family of curves or groups, for a password-authenticated exchange.
pub type psa_pake_family_t = u8;
/// Kind, family and size of what a password-authenticated exchange computes in.
pub type psa_pake_primitive_t = u32;

/// Steps of EC J-PAKE, as a driver sees them.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum psa_crypto_driver_pake_step {
    /// J-PAKE: step invalid.
    PSA_JPAKE_STEP_INVALID = 0,
    /// J-PAKE: x1 step key share.
    PSA_JPAKE_X1_STEP_KEY_SHARE = 1,
    /// J-PAKE: x1 step zk public.
    PSA_JPAKE_X1_STEP_ZK_PUBLIC = 2,
    /// J-PAKE: x1 step zk proof.
    PSA_JPAKE_X1_STEP_ZK_PROOF = 3,
    /// J-PAKE: x2 step key share.
    PSA_JPAKE_X2_STEP_KEY_SHARE = 4,
    /// J-PAKE: x2 step zk public.
    PSA_JPAKE_X2_STEP_ZK_PUBLIC = 5,
    /// J-PAKE: x2 step zk proof.
    PSA_JPAKE_X2_STEP_ZK_PROOF = 6,
    /// J-PAKE: x2s step key share.
    PSA_JPAKE_X2S_STEP_KEY_SHARE = 7,
    /// J-PAKE: x2s step zk public.
    PSA_JPAKE_X2S_STEP_ZK_PUBLIC = 8,
    /// J-PAKE: x2s step zk proof.
    PSA_JPAKE_X2S_STEP_ZK_PROOF = 9,
    /// J-PAKE: x4s step key share.
    PSA_JPAKE_X4S_STEP_KEY_SHARE = 10,
    /// J-PAKE: x4s step zk public.
    PSA_JPAKE_X4S_STEP_ZK_PUBLIC = 11,
    /// J-PAKE: x4s step zk proof.
    PSA_JPAKE_X4S_STEP_ZK_PROOF = 12,
}

c_enum!(psa_crypto_driver_pake_step: PSA_JPAKE_STEP_INVALID, PSA_JPAKE_X1_STEP_KEY_SHARE, PSA_JPAKE_X1_STEP_ZK_PUBLIC, PSA_JPAKE_X1_STEP_ZK_PROOF, PSA_JPAKE_X2_STEP_KEY_SHARE, PSA_JPAKE_X2_STEP_ZK_PUBLIC, PSA_JPAKE_X2_STEP_ZK_PROOF, PSA_JPAKE_X2S_STEP_KEY_SHARE, PSA_JPAKE_X2S_STEP_ZK_PUBLIC, PSA_JPAKE_X2S_STEP_ZK_PROOF, PSA_JPAKE_X4S_STEP_KEY_SHARE, PSA_JPAKE_X4S_STEP_ZK_PUBLIC, PSA_JPAKE_X4S_STEP_ZK_PROOF);
/// Steps of EC J-PAKE, as a driver sees them.
pub type psa_crypto_driver_pake_step_t = psa_crypto_driver_pake_step;

/// Rounds of EC J-PAKE.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum psa_jpake_round {
    /// J-PAKE: first.
    PSA_JPAKE_FIRST = 0,
    /// J-PAKE: second.
    PSA_JPAKE_SECOND = 1,
    /// J-PAKE: finished.
    PSA_JPAKE_FINISHED = 2,
}

c_enum!(psa_jpake_round: PSA_JPAKE_FIRST, PSA_JPAKE_SECOND, PSA_JPAKE_FINISHED);
/// Rounds of EC J-PAKE.
pub type psa_jpake_round_t = psa_jpake_round;

/// Whether EC J-PAKE waits for input or output.
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum psa_jpake_io_mode {
    /// J-PAKE: input.
    PSA_JPAKE_INPUT = 0,
    /// J-PAKE: output.
    PSA_JPAKE_OUTPUT = 1,
}

c_enum!(psa_jpake_io_mode: PSA_JPAKE_INPUT, PSA_JPAKE_OUTPUT);
/// Whether EC J-PAKE waits for input or output.
pub type psa_jpake_io_mode_t = psa_jpake_io_mode;

/// What a key may be used for.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(usage), MBEDTLS_PRIVATE(alg), MBEDTLS_PRIVATE(alg2)]
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct psa_key_policy_s {
    /// PSA_KEY_USAGE_* bits.
    pub usage: psa_key_usage_t,
    /// The algorithm.
    pub alg: psa_algorithm_t,
    /// A second algorithm.
    pub alg2: psa_algorithm_t,
}
/// What a key may be used for.
pub type psa_key_policy_t = psa_key_policy_s;

/// What is known of a key, or asked of a new one.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(type), MBEDTLS_PRIVATE(bits), MBEDTLS_PRIVATE(lifetime), MBEDTLS_PRIVATE(policy), MBEDTLS_PRIVATE(id)]
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct psa_key_attributes_s {
    /// Kind of key.
    pub type_: psa_key_type_t,
    /// Length, in bits.
    pub bits: psa_key_bits_t,
    /// Where it lives, and how long.
    pub lifetime: psa_key_lifetime_t,
    /// What it may be used for.
    pub policy: psa_key_policy_t,
    /// Its number.
    pub id: mbedtls_svc_key_id_t,
}
/// What is known of a key, or asked of a new one.
pub type psa_key_attributes_t = psa_key_attributes_s;

/// How a key is to be made.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct psa_custom_key_parameters_s {
    /// Flags.
    pub flags: u32,
}
/// How a key is to be made.
pub type psa_custom_key_parameters_t = psa_custom_key_parameters_s;

/// How a key is to be made, in an older fashion. In C further bytes follow, which the template tells.
///
/// cbindgen:ignore
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct psa_key_production_parameters_s {
    /// Flags.
    pub flags: u32,
}
/// How a key is to be made, in an older fashion.
///
/// cbindgen:ignore
pub type psa_key_production_parameters_t = psa_key_production_parameters_s;

/// What a password-authenticated exchange is made of.
///
/// cbindgen:field-names=[algorithm, type, family, bits, hash]
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct psa_pake_cipher_suite_s {
    /// The algorithm.
    pub algorithm: psa_algorithm_t,
    /// What it computes in.
    pub type_: psa_pake_primitive_type_t,
    /// The family of curves or groups.
    pub family: psa_pake_family_t,
    /// Its size, in bits.
    pub bits: u16,
    /// The hash function.
    pub hash: psa_algorithm_t,
}
/// What a password-authenticated exchange is made of.
pub type psa_pake_cipher_suite_t = psa_pake_cipher_suite_s;

/// How many keys there are.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(volatile_slots), MBEDTLS_PRIVATE(persistent_slots), MBEDTLS_PRIVATE(external_slots), MBEDTLS_PRIVATE(half_filled_slots), MBEDTLS_PRIVATE(cache_slots), MBEDTLS_PRIVATE(empty_slots), MBEDTLS_PRIVATE(locked_slots), MBEDTLS_PRIVATE(max_open_internal_key_id), MBEDTLS_PRIVATE(max_open_external_key_id)]
#[repr(C)]
#[derive(Clone, Copy, Debug, Default)]
pub struct mbedtls_psa_stats_s {
    /// Keys that are not stored.
    pub volatile_slots: usize,
    /// Keys that are stored: none.
    pub persistent_slots: usize,
    /// Keys that are elsewhere: none.
    pub external_slots: usize,
    /// Keys under construction: none.
    pub half_filled_slots: usize,
    /// Copies of stored keys: none.
    pub cache_slots: usize,
    /// Room that is reserved for keys: none.
    pub empty_slots: usize,
    /// Keys in use: not counted.
    pub locked_slots: usize,
    /// Largest number of a stored key: none.
    pub max_open_internal_key_id: psa_key_id_t,
    /// Largest number of a key that is elsewhere: none.
    pub max_open_external_key_id: psa_key_id_t,
}
/// How many keys there are.
pub type mbedtls_psa_stats_t = mbedtls_psa_stats_s;

/// An AEAD operation under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_aead_operation_s {
    /// Not to be touched.
    pub reserved: [u64; 59],
}
/// An AEAD operation under way.
pub type psa_aead_operation_t = psa_aead_operation_s;

/// A cipher operation under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_cipher_operation_s {
    /// Not to be touched.
    pub reserved: [u64; 14],
}
/// A cipher operation under way.
pub type psa_cipher_operation_t = psa_cipher_operation_s;

/// A hash operation under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_hash_operation_s {
    /// Not to be touched.
    pub reserved: [u64; 29],
}
/// A hash operation under way.
pub type psa_hash_operation_t = psa_hash_operation_s;

/// A MAC operation under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_mac_operation_s {
    /// Not to be touched.
    pub reserved: [u64; 50],
}
/// A MAC operation under way.
pub type psa_mac_operation_t = psa_mac_operation_s;

/// A key derivation under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_key_derivation_s {
    /// Not to be touched.
    pub reserved: [u64; 71],
}
/// A key derivation under way.
pub type psa_key_derivation_operation_t = psa_key_derivation_s;

/// A password-authenticated exchange under way.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_pake_operation_s {
    /// Not to be touched.
    pub reserved: [u64; 114],
}
/// A password-authenticated exchange under way.
pub type psa_pake_operation_t = psa_pake_operation_s;

/// Inputs of a password-authenticated exchange, as a driver sees them.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_crypto_driver_pake_inputs_s {
    /// Not to be touched.
    pub reserved: [u64; 11],
}
/// Inputs of a password-authenticated exchange, as a driver sees them.
pub type psa_crypto_driver_pake_inputs_t = psa_crypto_driver_pake_inputs_s;

/// How far EC J-PAKE is.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_jpake_computation_stage_s {
    /// Not to be touched.
    pub reserved: [c_uint; 3],
}
/// How far EC J-PAKE is.
pub type psa_jpake_computation_stage_t = psa_jpake_computation_stage_s;

/// A signature under way that can be interrupted.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_sign_hash_interruptible_operation_s {
    /// Not to be touched.
    pub reserved: [c_uint; 4],
}
/// A signature under way that can be interrupted.
pub type psa_sign_hash_interruptible_operation_t = psa_sign_hash_interruptible_operation_s;

/// A verification under way that can be interrupted.
///
/// cbindgen:field-names=[MBEDTLS_PRIVATE(reserved)]
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct psa_verify_hash_interruptible_operation_s {
    /// Not to be touched.
    pub reserved: [c_uint; 4],
}
/// A verification under way that can be interrupted.
pub type psa_verify_hash_interruptible_operation_t = psa_verify_hash_interruptible_operation_s;
