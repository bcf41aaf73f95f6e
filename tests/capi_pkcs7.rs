//! Messages of PKCS #7 when memory runs out, and where a message is read over another. What they hold and whom they are
//! verified with is compared with 3.6 in c-tests/compare/encodings/pkcs7.c.
#![cfg(feature = "complete")]
#![allow(
    clippy::undocumented_unsafe_blocks,
    clippy::missing_safety_doc,
    clippy::unwrap_used,
    clippy::as_conversions,
    reason = "the test stands where a C program would, with whole objects of its own"
)]

mod scarce;

use std::ffi::c_int;
use std::mem::zeroed;
use std::ptr::{null, null_mut};

use ferrotls::capi::pkcs7::parse::{mbedtls_pkcs7_free, mbedtls_pkcs7_init, mbedtls_pkcs7_parse_der};
use ferrotls::capi::pkcs7::verify::{mbedtls_pkcs7_signed_data_verify, mbedtls_pkcs7_signed_hash_verify};
use ferrotls::capi::pkcs7::{
    MBEDTLS_ERR_PKCS7_ALLOC_FAILED, MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA, MBEDTLS_ERR_PKCS7_INVALID_CERT, mbedtls_pkcs7,
};
use ferrotls::capi::x509_crt::{mbedtls_x509_crt, mbedtls_x509_crt_free, mbedtls_x509_crt_parse_der};

const DATA: &[u8] = include_bytes!("data/pkcs7/data");
const SIGNER: &[u8] = include_bytes!("data/pkcs7/rsa.crt");
const WITH_CERTIFICATE: &[u8] = include_bytes!("data/pkcs7/rsa-certificate.der");
const THREE_SIGNERS: &[u8] = include_bytes!("data/pkcs7/three.der");
const SIGNED_DATA: c_int = 2;

unsafe fn parse(pkcs7: &mut mbedtls_pkcs7, message: &[u8]) -> c_int {
    unsafe { mbedtls_pkcs7_parse_der(pkcs7, message.as_ptr(), message.len()) }
}

/// Each place where memory can run out; returns how many there are.
unsafe fn runs_out(message: &[u8]) -> usize {
    for pieces in 0.. {
        let mut pkcs7 = unsafe { zeroed() };
        let code = scarce::with(pieces, || unsafe { parse(&mut pkcs7, message) });
        if code == SIGNED_DATA {
            unsafe { mbedtls_pkcs7_free(&raw mut pkcs7) };
            assert_eq!(scarce::held(), 0);
            return pieces;
        }
        assert_eq!(code, MBEDTLS_ERR_PKCS7_ALLOC_FAILED, "{pieces}");
        assert_eq!(scarce::held(), 0, "{pieces}");
        assert!(pkcs7.raw.p.is_null());
    }
    unreachable!()
}

unsafe fn read_over_another() {
    unsafe {
        let mut crt: mbedtls_x509_crt = zeroed();
        assert_eq!(
            mbedtls_x509_crt_parse_der(&raw mut crt, SIGNER.as_ptr(), SIGNER.len()),
            0
        );
        let alone = scarce::held();
        let mut pkcs7 = zeroed();
        let verify = |pkcs7: &mut mbedtls_pkcs7| {
            mbedtls_pkcs7_signed_data_verify(pkcs7, &raw const crt, DATA.as_ptr(), DATA.len())
        };
        assert_eq!(parse(&mut pkcs7, WITH_CERTIFICATE), SIGNED_DATA);
        assert_eq!(parse(&mut pkcs7, THREE_SIGNERS), SIGNED_DATA);
        assert_eq!((pkcs7.signed_data.no_of_certs, pkcs7.signed_data.no_of_signers), (0, 3));
        assert_eq!(verify(&mut pkcs7), 0);
        // The message's own bytes.
        let (own, len) = (pkcs7.raw.p, pkcs7.raw.len);
        assert_eq!(mbedtls_pkcs7_parse_der(&raw mut pkcs7, own, len), SIGNED_DATA);
        assert_eq!(verify(&mut pkcs7), 0);
        // NULL changes nothing, a malformed message leaves none.
        assert_eq!(
            mbedtls_pkcs7_parse_der(&raw mut pkcs7, null(), 5),
            MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA
        );
        assert_eq!(verify(&mut pkcs7), 0);
        assert!(parse(&mut pkcs7, THREE_SIGNERS.split_last().unwrap().1) < 0);
        assert_eq!(verify(&mut pkcs7), MBEDTLS_ERR_PKCS7_INVALID_CERT);
        assert_eq!(scarce::held(), alone);
        mbedtls_x509_crt_free(&raw mut crt);
        assert_eq!(scarce::held(), 0);
    }
}

unsafe fn null_arguments() {
    unsafe {
        let mut pkcs7 = zeroed();
        let crt: mbedtls_x509_crt = zeroed();
        mbedtls_pkcs7_init(null_mut());
        mbedtls_pkcs7_free(null_mut());
        assert_eq!(parse(&mut pkcs7, THREE_SIGNERS), SIGNED_DATA);
        for (message, certificate) in [(null_mut(), &raw const crt), (&raw mut pkcs7, null())] {
            for code in [
                mbedtls_pkcs7_signed_data_verify(message, certificate, DATA.as_ptr(), DATA.len()),
                mbedtls_pkcs7_signed_hash_verify(message, certificate, DATA.as_ptr(), 32),
            ] {
                assert_eq!(code, MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA);
            }
        }
        mbedtls_pkcs7_free(&raw mut pkcs7);
    }
}

// One test, because the allocator is the process's.
#[test]
fn cve_2026_50579_memory_of_messages() {
    scarce::install();
    unsafe {
        assert!(runs_out(WITH_CERTIFICATE) > 6);
        assert!(runs_out(THREE_SIGNERS) > 7);
        read_over_another();
        null_arguments();
    }
}
