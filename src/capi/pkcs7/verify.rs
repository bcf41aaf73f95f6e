//! Signatures of messages verified.

use core::ffi::{c_int, c_uchar};
use std::mem::MaybeUninit;

use super::{
    MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA, MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID, MBEDTLS_ERR_PKCS7_INVALID_CERT,
    MBEDTLS_ERR_PKCS7_VERIFY_FAIL, mbedtls_pkcs7,
};
use crate::capi::guard::guarded;
use crate::capi::pk::operations::mbedtls_pk_verify;
use crate::capi::ptr::bytes;
use crate::capi::x509::time::{mbedtls_x509_time_is_future, mbedtls_x509_time_is_past};
use crate::capi::x509_crt::mbedtls_x509_crt;
use crate::capi::x509_crt::object::md_type;
use crate::capi::x509_info::content;
use crate::pki::oid;

/// Verifies the signatures of a message with the key of a certificate, over data. The certificates inside the message
/// are not looked at, and whether `cert` is trusted is not either: only that it is valid today.
///
/// \param pkcs7    The message.
/// \param cert     The certificate.
/// \param data     The data that was signed; not NULL.
/// \param datalen  Its length in bytes.
///
/// \return  0 if one of the signers' signatures is good; `MBEDTLS_ERR_PKCS7_INVALID_CERT` if there is no signer;
///          `MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID`; `MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA` for NULL; else what
///          mbedtls_pk_verify() returned for the last signer.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_signed_data_verify(
    pkcs7: *mut mbedtls_pkcs7,
    cert: *const mbedtls_x509_crt,
    data: *const c_uchar,
    datalen: usize,
) -> c_int {
    // SAFETY: `pkcs7` and `cert` are NULL or initialised; `data` holds `datalen` bytes.
    guarded(|| unsafe {
        verify(
            pkcs7,
            cert,
            bytes(data, datalen).filter(|_| !data.is_null()).map(Given::Data),
        )
    })
}

/// As mbedtls_pkcs7_signed_data_verify(), with the hash of the data.
///
/// \param pkcs7    The message.
/// \param cert     The certificate.
/// \param hash     The data's hash, by the digest algorithm of the message.
/// \param hashlen  Its length in bytes.
///
/// \return  As mbedtls_pkcs7_signed_data_verify(); `MBEDTLS_ERR_PKCS7_VERIFY_FAIL` for a hash of another length.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn mbedtls_pkcs7_signed_hash_verify(
    pkcs7: *mut mbedtls_pkcs7,
    cert: *const mbedtls_x509_crt,
    hash: *const c_uchar,
    hashlen: usize,
) -> c_int {
    // SAFETY: `pkcs7` and `cert` are NULL or initialised; `hash` holds `hashlen` bytes.
    guarded(|| unsafe {
        verify(
            pkcs7,
            cert,
            bytes(hash, hashlen).filter(|_| !hash.is_null()).map(Given::Hash),
        )
    })
}

/// What a signature is held against.
enum Given<'a> {
    Data(&'a [u8]),
    Hash(&'a [u8]),
}

/// # Safety
/// `pkcs7` and `cert` are NULL or initialised.
unsafe fn verify(
    pkcs7: *const mbedtls_pkcs7,
    cert: *const mbedtls_x509_crt,
    given: Option<Given<'_>>,
) -> Result<(), c_int> {
    // SAFETY: as stated; each `next` of a signer is NULL or a signer, whose buffers lie in the message.
    unsafe {
        let (Some(given), Some(message), Some(cert)) = (given, pkcs7.as_ref(), cert.as_ref()) else {
            return Err(MBEDTLS_ERR_PKCS7_BAD_INPUT_DATA);
        };
        let message = &message.signed_data;
        if message.no_of_signers == 0 {
            return Err(MBEDTLS_ERR_PKCS7_INVALID_CERT);
        }
        if mbedtls_x509_time_is_past(&raw const cert.valid_to) != 0
            || mbedtls_x509_time_is_future(&raw const cert.valid_from) != 0
        {
            return Err(MBEDTLS_ERR_PKCS7_CERT_DATE_INVALID);
        }
        let algorithm = oid::digest(content(&message.digest_alg_identifiers)).ok_or(MBEDTLS_ERR_PKCS7_VERIFY_FAIL)?;
        let computed;
        let hash = match given {
            Given::Hash(hash) if hash.len() == algorithm.output_len() => hash,
            Given::Hash(_) => return Err(MBEDTLS_ERR_PKCS7_VERIFY_FAIL),
            Given::Data(data) => {
                computed = algorithm.hash(data);
                computed.as_ref()
            }
        };
        let mut outcome = MBEDTLS_ERR_PKCS7_VERIFY_FAIL;
        let mut signer = &raw const message.signers;
        while let Some(one) = signer.as_ref() {
            // Verifying writes nothing to the key.
            outcome = mbedtls_pk_verify(
                (&raw const cert.pk).cast_mut(),
                MaybeUninit::new(md_type(algorithm)),
                hash.as_ptr(),
                hash.len(),
                one.sig.p,
                one.sig.len,
            );
            if outcome == 0 {
                return Ok(());
            }
            signer = one.next;
        }
        Err(outcome)
    }
}
