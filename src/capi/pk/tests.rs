//! Every function of `pk.h` with NULL and misuse, and what the comparison with 3.6 cannot show: Ed25519 and RSA-PSS keys.

use std::ffi::{CStr, c_int};
use std::mem::MaybeUninit;
use std::ptr::{null, null_mut};
use std::sync::Arc;

use super::crypt::*;
use super::fill::set_private;
use super::object::{mbedtls_pk_info_from_type, mbedtls_pk_init, mbedtls_pk_setup};
use super::operations::*;
use super::parse::*;
use super::write::*;
use super::*;
use crate::crypto::ec::Curve;
use crate::crypto::sign::SigningKey;
use crate::pki::spki::KeyAlgorithm;

use mbedtls_md_type_t::{MBEDTLS_MD_NONE, MBEDTLS_MD_SHA256};
use mbedtls_pk_type_t::*;

fn c<T>(value: T) -> MaybeUninit<T> {
    MaybeUninit::new(value)
}

/// A generator that is asked for but never used.
unsafe extern "C" fn no_rng(_: *mut std::ffi::c_void, _: *mut std::ffi::c_uchar, _: usize) -> c_int {
    -1
}

/// A context that is freed when it goes out of scope.
struct Pk(mbedtls_pk_context);

impl Pk {
    fn empty() -> Self {
        Self(mbedtls_pk_context {
            pk_info: null(),
            pk_ctx: null_mut(),
        })
    }

    fn of(key: SigningKey, algorithm: KeyAlgorithm) -> Self {
        let mut pk = Self::empty();
        let key = crate::pki::key::PrivateKey {
            key: Arc::new(key),
            algorithm,
            pss: None,
        };
        unsafe { set_private(&mut pk.0, key) }.unwrap();
        pk
    }

    /// The public half, through its encoding.
    fn public(&mut self) -> Self {
        let mut buffer = [0u8; 1024];
        let mut out = Self::empty();
        unsafe {
            let len = mbedtls_pk_write_pubkey_der(&self.0, buffer.as_mut_ptr(), buffer.len());
            let der = &buffer[buffer.len() - usize::try_from(len).unwrap()..];
            assert_eq!(mbedtls_pk_parse_public_key(&mut out.0, der.as_ptr(), der.len()), 0);
        }
        out
    }

    fn sign(&mut self, md: mbedtls_md_type_t, hash: &[u8]) -> Result<Vec<u8>, c_int> {
        let mut sig = [0u8; 1024];
        let mut len = 0;
        match unsafe {
            mbedtls_pk_sign(
                &mut self.0,
                c(md),
                hash.as_ptr(),
                hash.len(),
                sig.as_mut_ptr(),
                sig.len(),
                &mut len,
                None,
                null_mut(),
            )
        } {
            0 => Ok(sig[..len].to_vec()),
            code => Err(code),
        }
    }

    fn verify(&mut self, md: mbedtls_md_type_t, hash: &[u8], sig: &[u8]) -> c_int {
        unsafe { mbedtls_pk_verify(&mut self.0, c(md), hash.as_ptr(), hash.len(), sig.as_ptr(), sig.len()) }
    }

    fn verify_pss(&mut self, salt: c_int, hash: &[u8], sig: &[u8]) -> c_int {
        let options = mbedtls_pk_rsassa_pss_options {
            mgf1_hash_id: c(MBEDTLS_MD_SHA256),
            expected_salt_len: salt,
        };
        unsafe {
            mbedtls_pk_verify_ext(
                c(MBEDTLS_PK_RSASSA_PSS),
                (&raw const options).cast(),
                &mut self.0,
                c(MBEDTLS_MD_SHA256),
                hash.as_ptr(),
                hash.len(),
                sig.as_ptr(),
                sig.len(),
            )
        }
    }
}

impl Drop for Pk {
    fn drop(&mut self) {
        unsafe { mbedtls_pk_free(&mut self.0) };
    }
}

#[test]
fn null_everywhere() {
    let bad = MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    let (md, rsa) = (c(MBEDTLS_MD_SHA256), c(MBEDTLS_PK_RSA));
    unsafe {
        mbedtls_pk_init(null_mut());
        mbedtls_pk_free(null_mut());
        assert_eq!(mbedtls_pk_get_type(null()), MBEDTLS_PK_NONE);
        assert_eq!(CStr::from_ptr(mbedtls_pk_get_name(null())), c"invalid PK");
        assert_eq!(mbedtls_pk_get_bitlen(null()), 0);
        assert_eq!(mbedtls_pk_get_len(null()), 0);
        assert_eq!(mbedtls_pk_can_do(null(), rsa), 0);
        assert!(mbedtls_pk_rsa(Pk::empty().0).is_null());
        assert!(mbedtls_pk_ec(Pk::empty().0).is_null());
        assert_eq!(mbedtls_pk_setup(null_mut(), mbedtls_pk_info_from_type(rsa)), bad);
        assert_eq!(mbedtls_pk_verify(null_mut(), md, null(), 0, null(), 0), bad);
        assert_eq!(
            mbedtls_pk_verify_restartable(null_mut(), md, null(), 0, null(), 0, null_mut()),
            bad
        );
        assert_eq!(
            mbedtls_pk_verify_ext(rsa, null(), null_mut(), md, null(), 0, null(), 0),
            bad
        );
        let (sig, len) = (null_mut(), null_mut());
        assert_eq!(
            mbedtls_pk_sign(null_mut(), md, null(), 0, sig, 0, len, None, null_mut()),
            bad
        );
        assert_eq!(
            mbedtls_pk_sign_restartable(null_mut(), md, null(), 0, sig, 0, len, None, null_mut(), null_mut()),
            bad
        );
        assert_eq!(
            mbedtls_pk_sign_ext(rsa, null_mut(), md, null(), 0, sig, 0, len, None, null_mut()),
            bad
        );
        assert_eq!(
            mbedtls_pk_encrypt(null_mut(), null(), 0, sig, len, 0, None, null_mut()),
            bad
        );
        assert_eq!(
            mbedtls_pk_decrypt(null_mut(), null(), 0, sig, len, 0, None, null_mut()),
            bad
        );
        assert_eq!(mbedtls_pk_check_pair(null(), null(), None, null_mut()), bad);
        assert_eq!(mbedtls_pk_write_key_der(null(), null_mut(), 0), bad);
        assert_eq!(mbedtls_pk_write_key_pem(null(), null_mut(), 0), bad);
        assert_eq!(mbedtls_pk_write_pubkey_der(null(), null_mut(), 0), bad);
        assert_eq!(mbedtls_pk_write_pubkey_pem(null(), null_mut(), 0), bad);
        assert_eq!(mbedtls_pk_write_pubkey(null_mut(), null_mut(), null()), bad);
        assert_eq!(
            mbedtls_pk_parse_key(null_mut(), null(), 0, null(), 0, None, null_mut()),
            bad
        );
        assert_eq!(mbedtls_pk_parse_public_key(null_mut(), null(), 0), bad);
        assert_eq!(
            mbedtls_pk_parse_keyfile(null_mut(), null(), null(), None, null_mut()),
            bad
        );
        assert_eq!(mbedtls_pk_parse_public_keyfile(null_mut(), null()), bad);
    }
}

#[test]
fn buffers_that_are_null() {
    let mut pk = Pk::of(SigningKey::generate_ec(Curve::P256).unwrap(), KeyAlgorithm::Ec);
    let bad = MBEDTLS_ERR_PK_BAD_INPUT_DATA;
    let (md, hash) = (c(MBEDTLS_MD_SHA256), [1u8; 32]);
    let mut sig = [0u8; 100];
    unsafe {
        let (p, sig) = (&raw mut pk.0, sig.as_mut_ptr());
        assert_eq!(
            mbedtls_pk_sign(p, md, hash.as_ptr(), 32, sig, 100, null_mut(), None, null_mut()),
            bad
        );
        let mut len = 0;
        assert_eq!(
            mbedtls_pk_sign(p, md, hash.as_ptr(), 32, null_mut(), 100, &mut len, None, null_mut()),
            bad
        );
        assert_eq!(
            mbedtls_pk_sign(p, md, null(), 0, sig, 100, &mut len, None, null_mut()),
            bad
        );
        assert_eq!(mbedtls_pk_verify(p, md, hash.as_ptr(), 32, null(), 9), bad);
        assert_eq!(mbedtls_pk_write_key_der(p, null_mut(), 100), bad);
        assert_eq!(mbedtls_pk_write_pubkey_pem(p, null_mut(), 100), bad);
        let mut end = sig;
        assert_eq!(mbedtls_pk_write_pubkey(&mut end, sig.add(1), p), bad);
    }
}

#[test]
fn set_up_but_never_filled() {
    for kind in [
        MBEDTLS_PK_RSA,
        MBEDTLS_PK_ECKEY,
        MBEDTLS_PK_ECKEY_DH,
        MBEDTLS_PK_ED25519,
    ] {
        let mut pk = Pk::empty();
        unsafe {
            assert_eq!(mbedtls_pk_setup(&mut pk.0, mbedtls_pk_info_from_type(c(kind))), 0);
            assert_eq!(
                mbedtls_pk_setup(&mut pk.0, mbedtls_pk_info_from_type(c(kind))),
                MBEDTLS_ERR_PK_BAD_INPUT_DATA
            );
            assert_eq!(mbedtls_pk_get_type(&pk.0), kind);
            assert_eq!(mbedtls_pk_get_bitlen(&pk.0), 0);
            assert!(mbedtls_pk_write_key_der(&pk.0, [0u8; 64].as_mut_ptr(), 64) < 0);
            assert!(mbedtls_pk_write_pubkey_der(&pk.0, [0u8; 64].as_mut_ptr(), 64) < 0);
            assert!(mbedtls_pk_check_pair(&pk.0, &pk.0, Some(no_rng), null_mut()) < 0);
        }
        assert!(pk.sign(MBEDTLS_MD_SHA256, &[1; 32]).is_err());
        assert!(pk.verify(MBEDTLS_MD_SHA256, &[1; 32], &[0; 64]) < 0);
    }
}

#[test]
fn ed25519_signs_messages() {
    let mut pk = Pk::of(SigningKey::generate_ed25519().unwrap(), KeyAlgorithm::Ed25519);
    let mut public = pk.public();
    unsafe {
        for key in [&pk, &public] {
            assert_eq!(mbedtls_pk_get_type(&key.0), MBEDTLS_PK_ED25519);
            assert_eq!(CStr::from_ptr(mbedtls_pk_get_name(&key.0)), c"Ed25519");
            assert_eq!((mbedtls_pk_get_bitlen(&key.0), mbedtls_pk_get_len(&key.0)), (255, 32));
            assert_eq!(mbedtls_pk_can_do(&key.0, c(MBEDTLS_PK_ED25519)), 1);
            for other in [
                MBEDTLS_PK_RSA,
                MBEDTLS_PK_ECKEY,
                MBEDTLS_PK_ECDSA,
                MBEDTLS_PK_RSASSA_PSS,
            ] {
                assert_eq!(mbedtls_pk_can_do(&key.0, c(other)), 0);
            }
            assert!(mbedtls_pk_ec(key.0).is_null());
            assert!(mbedtls_pk_rsa(key.0).is_null());
        }
        assert_eq!(mbedtls_pk_check_pair(&public.0, &pk.0, Some(no_rng), null_mut()), 0);
        assert!(mbedtls_pk_check_pair(&pk.0, &public.0, Some(no_rng), null_mut()) < 0);
    }
    for message in [&b""[..], b"a message", &[7; 1000]] {
        let mut signature = pk.sign(MBEDTLS_MD_NONE, message).unwrap();
        assert_eq!(public.verify(MBEDTLS_MD_NONE, message, &signature), 0);
        assert!(public.verify(MBEDTLS_MD_NONE, b"another", &signature) < 0);
        assert!(public.verify(MBEDTLS_MD_NONE, message, &signature[..63]) < 0);
        signature.push(0);
        assert_eq!(
            public.verify(MBEDTLS_MD_NONE, message, &signature),
            MBEDTLS_ERR_PK_SIG_LEN_MISMATCH
        );
    }
    assert_eq!(pk.sign(MBEDTLS_MD_SHA256, &[1; 32]), Err(MBEDTLS_ERR_PK_BAD_INPUT_DATA));
    assert!(public.sign(MBEDTLS_MD_NONE, b"x").is_err());
    let mut text = [0u8; 256];
    unsafe {
        assert_eq!(mbedtls_pk_write_key_pem(&pk.0, text.as_mut_ptr(), text.len()), 0);
        let mut again = Pk::empty();
        let len = CStr::from_bytes_until_nul(&text).unwrap().count_bytes() + 1;
        assert_eq!(
            mbedtls_pk_parse_key(&mut again.0, text.as_ptr(), len, null(), 0, Some(no_rng), null_mut()),
            0
        );
        assert_eq!(mbedtls_pk_check_pair(&pk.0, &again.0, Some(no_rng), null_mut()), 0);
    }
}

#[test]
fn a_key_for_pss_alone_signs_with_pss() {
    let mut pk = Pk::of(SigningKey::generate_rsa(2048, 65537).unwrap(), KeyAlgorithm::RsaPss);
    let mut public = pk.public();
    let hash = [9; 32];
    let signature = pk.sign(MBEDTLS_MD_SHA256, &hash).unwrap();
    assert_eq!(public.verify(MBEDTLS_MD_SHA256, &hash, &signature), 0);
    assert_eq!(public.verify_pss(32, &hash, &signature), 0);
    assert!(public.verify_pss(20, &hash, &signature) < 0);
    assert!(public.verify_pss(-2, &hash, &signature) < 0);
    assert!(public.verify_pss(32, &[8; 32], &signature) < 0);
}

#[test]
fn a_key_for_agreement_alone_does_not_sign() {
    let mut pk = Pk::of(SigningKey::generate_ec(Curve::P256).unwrap(), KeyAlgorithm::EcDh);
    assert_eq!(pk.sign(MBEDTLS_MD_SHA256, &[1; 32]), Err(MBEDTLS_ERR_PK_TYPE_MISMATCH));
    assert_eq!(
        pk.verify(MBEDTLS_MD_SHA256, &[1; 32], &[1; 70]),
        MBEDTLS_ERR_PK_TYPE_MISMATCH
    );
    unsafe {
        assert_eq!(mbedtls_pk_get_type(&pk.0), MBEDTLS_PK_ECKEY_DH);
        assert_eq!(mbedtls_pk_can_do(&pk.0, c(MBEDTLS_PK_ECDSA)), 0);
        assert_eq!(mbedtls_pk_can_do(&pk.0, c(MBEDTLS_PK_ECKEY)), 1);
    }
}

#[test]
fn a_signature_may_take_the_place_of_its_hash() {
    let mut pk = Pk::of(SigningKey::generate_ec(Curve::P384).unwrap(), KeyAlgorithm::Ec);
    let mut buffer = [3u8; 200];
    let mut len = 0;
    let code = unsafe {
        let place = buffer.as_mut_ptr();
        let (ctx, md) = (&raw mut pk.0, c(MBEDTLS_MD_SHA256));
        mbedtls_pk_sign(ctx, md, place, 32, place, 200, &mut len, None, null_mut())
    };
    assert_eq!(code, 0);
    assert_eq!(pk.verify(MBEDTLS_MD_SHA256, &[3; 32], &buffer[..len]), 0);
}

#[test]
fn hashes_longer_than_the_field() {
    for curve in [Curve::P256, Curve::P384, Curve::P521] {
        let mut pk = Pk::of(SigningKey::generate_ec(curve).unwrap(), KeyAlgorithm::Ec);
        let hash = [0x5a; 64];
        let signature = pk.sign(mbedtls_md_type_t::MBEDTLS_MD_SHA512, &hash).unwrap();
        assert_eq!(pk.verify(mbedtls_md_type_t::MBEDTLS_MD_SHA512, &hash, &signature), 0);
        assert_eq!(pk.verify(MBEDTLS_MD_NONE, &hash, &signature), 0);
    }
}

#[test]
fn numbers_no_enum_has() {
    let mut pk = Pk::of(SigningKey::generate_ec(Curve::P256).unwrap(), KeyAlgorithm::Ec);
    let md: MaybeUninit<mbedtls_md_type_t> = unsafe { std::mem::transmute(77u32) };
    let kind: MaybeUninit<mbedtls_pk_type_t> = unsafe { std::mem::transmute(77u32) };
    let hash = [1u8; 32];
    unsafe {
        assert_eq!(mbedtls_pk_can_do(&pk.0, kind), 0);
        assert!(mbedtls_pk_info_from_type(kind).is_null());
        assert_eq!(
            mbedtls_pk_verify(&mut pk.0, md, hash.as_ptr(), 32, hash.as_ptr(), 32),
            MBEDTLS_ERR_PK_BAD_INPUT_DATA
        );
        assert_eq!(
            mbedtls_pk_verify_ext(kind, null(), &mut pk.0, md, hash.as_ptr(), 32, hash.as_ptr(), 32),
            MBEDTLS_ERR_PK_TYPE_MISMATCH
        );
    }
}

/// The numbers of an RSA key, as a program would put them into the C struct behind a context.
fn put_rsa(pk: &Pk, numbers: &crate::crypto::RsaComponents, with_primes: bool) {
    let context = unsafe { &mut *mbedtls_pk_rsa(pk.0) };
    let absent = Vec::new();
    let (p, q) = if with_primes {
        (&numbers.p, &numbers.q)
    } else {
        (&absent, &absent)
    };
    for (number, value) in [
        (&mut context.N, &numbers.n),
        (&mut context.E, &numbers.e),
        (&mut context.D, &numbers.d),
        (&mut context.P, p),
        (&mut context.Q, q),
        (&mut context.DP, &absent),
        (&mut context.DQ, &absent),
        (&mut context.QP, &absent),
    ] {
        crate::capi::bignum::assign(number, value).unwrap();
    }
    context.len = numbers.n.len();
}

#[test]
fn a_key_that_the_program_puts_into_the_struct_is_used_and_one_that_changes_is_used_changed() {
    let mut pk = Pk::empty();
    unsafe {
        assert_eq!(
            mbedtls_pk_setup(&mut pk.0, mbedtls_pk_info_from_type(c(MBEDTLS_PK_RSA))),
            0
        );
        assert_eq!(mbedtls_pk_get_bitlen(&pk.0), 0);
        assert!(pk.sign(MBEDTLS_MD_SHA256, &[7; 32]).is_err());
    }
    let mut last: Option<Vec<u8>> = None;
    for with_primes in [true, false] {
        let key = SigningKey::generate_rsa(1024, 65537).unwrap();
        put_rsa(&pk, key.rsa_components().unwrap(), with_primes);
        assert_eq!(unsafe { mbedtls_pk_get_bitlen(&pk.0) }, 1024);
        let signature = pk.sign(MBEDTLS_MD_SHA256, &[7; 32]).unwrap();
        let mut public = pk.public();
        assert_eq!(public.verify(MBEDTLS_MD_SHA256, &[7; 32], &signature), 0);
        if let Some(last) = last.replace(signature) {
            assert_ne!(public.verify(MBEDTLS_MD_SHA256, &[7; 32], &last), 0);
        }
        // What has not changed is not converted again.
        let keys = [0; 2].map(|_| unsafe { object::keys(&pk.0) }.unwrap().private.unwrap());
        assert!(Arc::ptr_eq(&keys[0], &keys[1]));
    }
}

#[test]
fn an_elliptic_curve_key_without_its_point_gets_it_worked_out() {
    let mut pk = Pk::empty();
    let key = SigningKey::generate_ec(Curve::P384).unwrap();
    unsafe {
        assert_eq!(
            mbedtls_pk_setup(&mut pk.0, mbedtls_pk_info_from_type(c(MBEDTLS_PK_ECKEY))),
            0
        );
        let pair = &mut *mbedtls_pk_ec(pk.0);
        pair.grp.id = c(crate::capi::ecp::mbedtls_ecp_group_id::MBEDTLS_ECP_DP_SECP384R1);
        crate::capi::bignum::assign(&mut pair.d, &key.ec_scalar().unwrap()).unwrap();
        let keys = object::keys(&pk.0).unwrap();
        assert_eq!(keys.public.as_deref(), Some(key.public_key()));
        assert!(Arc::ptr_eq(
            &keys.private.unwrap(),
            &object::keys(&pk.0).unwrap().private.unwrap()
        ));
        let signature = pk.sign(MBEDTLS_MD_SHA256, &[7; 32]).unwrap();
        assert_eq!(pk.verify(MBEDTLS_MD_SHA256, &[7; 32], &signature), 0);
        // Without its private value it is a public key, without numbers none.
        crate::capi::bignum::assign(&mut pair.d, &[]).unwrap();
        assert!(object::keys(&pk.0).unwrap().public.is_none());
    }
}

/// RFC 4055 section 3.1: the parameters of an id-RSASSA-PSS key bind every signature that it makes, and that is checked
/// with it.
#[test]
fn a_pss_key_with_parameters_keeps_to_them() {
    use crate::crypto::hash::HashAlgorithm::{Sha256, Sha384};
    use crate::crypto::sign::PssParameters;
    let key = Arc::new(SigningKey::generate_rsa(2048, 65537).unwrap());
    let with = |limits| {
        let mut pk = Pk::empty();
        let key = crate::pki::key::PrivateKey {
            key: Arc::clone(&key),
            algorithm: KeyAlgorithm::RsaPss,
            pss: limits,
        };
        unsafe { set_private(&mut pk.0, key) }.unwrap();
        pk
    };
    let limits = |hash, mgf_hash, salt_length| {
        Some(PssParameters {
            hash,
            mgf_hash,
            salt_length,
        })
    };
    let hash = [7; 32];
    let long = key.sign_rsa_pss(Sha256, 40, &hash).unwrap();
    let usual = key.sign_rsa_pss(Sha256, 32, &hash).unwrap();
    let short = key.sign_rsa_pss(Sha256, 20, &hash).unwrap();
    let any = crate::capi::rsa::MBEDTLS_RSA_SALT_LEN_ANY;
    for (limits, accepted) in [
        (None, [true; 3]),
        (limits(Sha256, Sha256, 0), [true; 3]),
        (limits(Sha256, Sha256, 20), [true; 3]),
        (limits(Sha256, Sha256, 32), [true, true, false]),
        (limits(Sha256, Sha256, 40), [true, false, false]),
        (limits(Sha256, Sha256, 5000), [false; 3]),
        (limits(Sha384, Sha384, 20), [false; 3]),
        (limits(Sha256, Sha384, 20), [false; 3]),
    ] {
        let mut pk = with(limits);
        // The public half carries the limits through its encoding.
        let mut public = pk.public();
        assert_eq!(
            unsafe { object::keys(&public.0) }.unwrap().rsa,
            crate::crypto::sign::RsaUse::Pss(limits)
        );
        for ((signature, salt), accepted) in [(&long, 40), (&usual, 32), (&short, 20)].into_iter().zip(accepted) {
            for pk in [&mut pk, &mut public] {
                assert_eq!(
                    pk.verify_pss(any, &hash, signature) == 0,
                    accepted,
                    "{limits:?}, salt {salt}"
                );
                assert_eq!(
                    pk.verify_pss(salt, &hash, signature) == 0,
                    accepted,
                    "{limits:?}, salt {salt}"
                );
                assert_eq!(pk.verify(MBEDTLS_MD_SHA256, &hash, signature) == 0, accepted);
            }
        }
        // What it signs is within the limits, or it does not sign.
        match pk.sign(MBEDTLS_MD_SHA256, &hash) {
            Ok(signature) => assert_eq!(public.verify(MBEDTLS_MD_SHA256, &hash, &signature), 0),
            Err(_) => assert_eq!(accepted, [false; 3]),
        }
    }
}
