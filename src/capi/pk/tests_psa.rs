//! Keys of `pk.h` that the PSA interface holds: what 3.6 has only in another build, so that no comparison shows it.

use std::ffi::c_int;
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};

use super::crypt::*;
use super::object::mbedtls_pk_init;
use super::opaque::*;
use super::operations::*;
use super::psa_keys::*;
use super::write::*;
use super::*;
use crate::capi::psa::attributes::psa_key_attributes_init;
use crate::capi::psa::keys::{psa_destroy_key, psa_generate_key};
use crate::capi::psa::types::{psa_algorithm_t, psa_key_attributes_t, psa_key_type_t, psa_key_usage_t};
use crate::capi::psa::values::*;

use mbedtls_md_type_t::{MBEDTLS_MD_SHA256, MBEDTLS_MD_SHA384};
use mbedtls_pk_type_t::*;

unsafe extern "C" fn no_rng(_: *mut std::ffi::c_void, _: *mut std::ffi::c_uchar, _: usize) -> c_int {
    -1
}

fn empty() -> mbedtls_pk_context {
    let mut pk = MaybeUninit::uninit();
    unsafe {
        mbedtls_pk_init(pk.as_mut_ptr());
        pk.assume_init()
    }
}

const ANY: psa_algorithm_t = PSA_ALG_ANY_HASH & PSA_ALG_HASH_MASK;
const SHA256: psa_algorithm_t = PSA_ALG_SHA_256 & PSA_ALG_HASH_MASK;
const P256: psa_key_type_t = PSA_KEY_TYPE_ECC_KEY_PAIR_BASE | 0x12;

fn attributes(
    key_type: psa_key_type_t,
    bits: u16,
    alg: psa_algorithm_t,
    usage: psa_key_usage_t,
) -> psa_key_attributes_t {
    let mut attributes = psa_key_attributes_init();
    attributes.type_ = key_type;
    attributes.bits = bits;
    attributes.policy.alg = alg;
    attributes.policy.usage = usage;
    attributes
}

/// A fresh key in the PSA interface, and a context for it.
fn opaque(attributes: &psa_key_attributes_t) -> (mbedtls_pk_context, u32) {
    let (mut pk, mut id) = (empty(), 0);
    unsafe {
        assert_eq!(psa_generate_key(attributes, &mut id), 0);
        assert_eq!(mbedtls_pk_setup_opaque(&mut pk, id), 0);
    }
    (pk, id)
}

fn sign(
    pk: &mut mbedtls_pk_context,
    kind: mbedtls_pk_type_t,
    md: mbedtls_md_type_t,
    hash: &[u8],
) -> Result<Vec<u8>, c_int> {
    let (mut sig, mut len) = ([0; 1024], 0);
    let code = unsafe {
        mbedtls_pk_sign_ext(
            MaybeUninit::new(kind),
            pk,
            MaybeUninit::new(md),
            hash.as_ptr(),
            hash.len(),
            sig.as_mut_ptr(),
            sig.len(),
            &mut len,
            None,
            null_mut(),
        )
    };
    if code == 0 { Ok(sig[..len].to_vec()) } else { Err(code) }
}

fn verify(pk: &mut mbedtls_pk_context, md: mbedtls_md_type_t, hash: &[u8], sig: &[u8]) -> c_int {
    unsafe {
        mbedtls_pk_verify(
            pk,
            MaybeUninit::new(md),
            hash.as_ptr(),
            hash.len(),
            sig.as_ptr(),
            sig.len(),
        )
    }
}

#[test]
fn an_opaque_key_on_a_curve_signs_as_its_policy_permits() {
    let usage = PSA_KEY_USAGE_SIGN_HASH;
    let (mut pk, id) = opaque(&attributes(P256, 256, PSA_ALG_ECDSA_BASE | ANY, usage));
    let mut public = empty();
    unsafe {
        assert_eq!(mbedtls_pk_get_type(&pk), MBEDTLS_PK_OPAQUE);
        assert_eq!(mbedtls_pk_get_bitlen(&pk), 256);
        assert_eq!(mbedtls_pk_can_do(&pk, MaybeUninit::new(MBEDTLS_PK_ECDSA)), 1);
        assert_eq!(mbedtls_pk_can_do(&pk, MaybeUninit::new(MBEDTLS_PK_ECKEY_DH)), 0);
        assert_eq!(mbedtls_pk_can_do_ext(&pk, PSA_ALG_ECDSA_BASE | SHA256, usage), 1);
        assert_eq!(
            mbedtls_pk_can_do_ext(&pk, PSA_ALG_DETERMINISTIC_ECDSA_BASE | SHA256, usage),
            0
        );
        assert_eq!(
            mbedtls_pk_can_do_ext(&pk, PSA_ALG_ECDSA_BASE | SHA256, PSA_KEY_USAGE_DERIVE),
            0
        );
        assert_eq!(mbedtls_pk_can_do_ext(&pk, PSA_ALG_ECDSA_BASE | ANY, usage), 0);
        assert_eq!(mbedtls_pk_copy_public_from_psa(id, &mut public), 0);
        assert_eq!(mbedtls_pk_check_pair(&public, &pk, Some(no_rng), null_mut()), 0);
        let signature = sign(&mut pk, MBEDTLS_PK_ECDSA, MBEDTLS_MD_SHA256, &[7; 32]).unwrap();
        for pk in [&mut pk, &mut public] {
            assert_eq!(verify(pk, MBEDTLS_MD_SHA256, &[7; 32], &signature), 0);
            assert_ne!(verify(pk, MBEDTLS_MD_SHA256, &[8; 32], &signature), 0);
        }
        // Its policy does not let it be exported.
        let (mut buffer, mut copy) = ([0; 1024], empty());
        assert_eq!(
            mbedtls_pk_write_key_der(&pk, buffer.as_mut_ptr(), buffer.len()),
            MBEDTLS_ERR_PK_TYPE_MISMATCH
        );
        assert_eq!(mbedtls_pk_copy_from_psa(id, &mut copy), MBEDTLS_ERR_PK_TYPE_MISMATCH);
        let mut again = [0; 1024];
        let len = mbedtls_pk_write_pubkey_der(&pk, buffer.as_mut_ptr(), buffer.len());
        assert_eq!(
            mbedtls_pk_write_pubkey_der(&public, again.as_mut_ptr(), again.len()),
            len
        );
        assert_eq!(buffer, again);
        mbedtls_pk_free(&mut pk);
        // The key is not the context's.
        assert_eq!(mbedtls_pk_setup_opaque(&mut pk, id), 0);
        assert_eq!(psa_destroy_key(id), 0);
        assert!(sign(&mut pk, MBEDTLS_PK_ECDSA, MBEDTLS_MD_SHA256, &[7; 32]).is_err());
        assert_eq!(mbedtls_pk_get_bitlen(&pk), 0);
        mbedtls_pk_free(&mut pk);
        assert_eq!(mbedtls_pk_setup_opaque(&mut pk, id), MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        assert_eq!(mbedtls_pk_setup_opaque(null_mut(), id), MBEDTLS_ERR_PK_BAD_INPUT_DATA);
        assert_eq!(mbedtls_pk_can_do_ext(null(), PSA_ALG_ECDH, usage), 0);
        mbedtls_pk_free(&mut public);
    }
}

#[test]
fn an_opaque_rsa_key_signs_in_the_way_of_its_policy_alone() {
    let usage = PSA_KEY_USAGE_SIGN_HASH;
    let pss = PSA_ALG_RSA_PSS_BASE | SHA256;
    let (mut pk, id) = opaque(&attributes(PSA_KEY_TYPE_RSA_KEY_PAIR, 1024, pss, usage));
    let mut public = empty();
    unsafe {
        assert_eq!(mbedtls_pk_copy_public_from_psa(id, &mut public), 0);
        // The public half is set to the padding of the policy.
        let signature = sign(&mut pk, MBEDTLS_PK_RSASSA_PSS, MBEDTLS_MD_SHA256, &[7; 32]).unwrap();
        assert_eq!(verify(&mut public, MBEDTLS_MD_SHA256, &[7; 32], &signature), 0);
        let signature = sign(&mut pk, MBEDTLS_PK_RSA, MBEDTLS_MD_SHA256, &[7; 32]).unwrap();
        assert_eq!(verify(&mut public, MBEDTLS_MD_SHA256, &[7; 32], &signature), 0);
        assert!(sign(&mut pk, MBEDTLS_PK_RSASSA_PSS, MBEDTLS_MD_SHA384, &[7; 48]).is_err());
        // As in 3.6, such a context does not verify, and is not compared with a public key.
        assert_eq!(
            verify(&mut pk, MBEDTLS_MD_SHA256, &[7; 32], &signature),
            MBEDTLS_ERR_PK_TYPE_MISMATCH
        );
        let code = mbedtls_pk_check_pair(&public, &pk, Some(no_rng), null_mut());
        assert_eq!(code, MBEDTLS_ERR_PK_FEATURE_UNAVAILABLE);
        assert_eq!(psa_destroy_key(id), 0);
        mbedtls_pk_free(&mut pk);
        mbedtls_pk_free(&mut public);
    }
}
