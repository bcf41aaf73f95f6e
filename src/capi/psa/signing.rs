//! Keys of the PSA interface in the forms that sign, verify, encrypt and decrypt, made when they are first needed and gone with
//! the key; and RSA keys, which have no other use.

use super::alg::{is_key_pair, is_rsa};
use super::keys::{Outcome, usable};
use super::material::Key;
use super::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_type_t, psa_key_usage_t, psa_status_t};
use super::values::*;
use crate::crypto::sign::SigningKey;
use crate::crypto::verify::PublicKey;
use crate::pki::{key, spki};
use std::sync::{Arc, OnceLock};
use zeroize::Zeroizing;

/// The converted forms of a key.
#[derive(Default)]
pub(super) struct Converted {
    signing: OnceLock<Option<Arc<SigningKey>>>,
    public: OnceLock<Option<Arc<PublicKey>>>,
}

impl Key {
    /// The private key in the form that signs and decrypts: RSA, and the curves that `crypto::sign` has.
    pub(super) fn signing_key(&self) -> Option<Arc<SigningKey>> {
        let make = || {
            let key = if !is_key_pair(self.attributes.type_) {
                return None;
            } else if is_rsa(self.attributes.type_) {
                SigningKey::rsa_from_pkcs1(&self.bytes)
            } else {
                SigningKey::ec(self.curve()?.signing()?, &self.bytes)
            };
            key.ok().map(Arc::new)
        };
        self.converted.signing.get_or_init(make).clone()
    }

    /// The public key, or the public half of a pair, in the form that verifies and encrypts.
    pub(super) fn verifying_key(&self) -> Option<Arc<PublicKey>> {
        let make = || {
            if is_key_pair(self.attributes.type_) {
                return Some(Arc::new(self.signing_key()?.public_key().clone()));
            }
            let key = if is_rsa(self.attributes.type_) {
                rsa_public(&self.bytes).ok()?
            } else {
                PublicKey::ec(self.curve()?.signing()?, &self.bytes).ok()?
            };
            Some(Arc::new(key))
        };
        self.converted.public.get_or_init(make).clone()
    }
}

/// The private key of a number, if it may be used like this with `alg`. Whoever has it keeps it, also if a program destroys
/// the key meanwhile.
///
/// Errors: INVALID_HANDLE, NOT_PERMITTED, INVALID_ARGUMENT for what is no single algorithm, NOT_SUPPORTED for kinds of keys
/// that [`SigningKey`] does not have.
pub(in crate::capi) fn signing_key_for(
    id: mbedtls_svc_key_id_t,
    usage: psa_key_usage_t,
    alg: psa_algorithm_t,
) -> Outcome<Arc<SigningKey>> {
    usable(id, usage, alg)?.signing_key().ok_or(PSA_ERROR_NOT_SUPPORTED)
}

/// The public half of an RSA key, PKCS#1.
pub(super) fn rsa_public_bytes(key: &Key) -> Result<Vec<u8>, psa_status_t> {
    let public = key.verifying_key().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let mut out = Vec::new();
    spki::push_rsa(&mut out, &public);
    Ok(out)
}

/// An RSA key, PKCS#1. Whole bytes up to 4096 bits, as in 3.6.
pub(super) fn import_rsa(key_type: psa_key_type_t, data: &[u8]) -> Result<(Zeroizing<Vec<u8>>, usize), psa_status_t> {
    let (bytes, bits) = if is_key_pair(key_type) {
        let key = SigningKey::rsa_from_pkcs1(data).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        (key::write_private_key(&key), key.public_key().bits())
    } else {
        let key = rsa_public(data)?;
        let mut out = Zeroizing::new(Vec::new());
        spki::push_rsa(&mut out, &key);
        (out, key.bits())
    };
    let max = usize::try_from(PSA_VENDOR_RSA_MAX_KEY_BITS).unwrap_or(0);
    if bits > max || !bits.is_multiple_of(8) {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    Ok((bytes, bits))
}

/// A public RSA key, PKCS#1; INVALID_ARGUMENT for anything else.
fn rsa_public(data: &[u8]) -> Result<PublicKey, psa_status_t> {
    spki::read_rsa(&mut crate::pki::der::Reader::new(data)).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)
}

/// The bytes of a fresh RSA key pair; see [`super::material::generate`].
pub(super) fn generate_rsa(bits: usize, exponent: &[u8]) -> Result<Zeroizing<Vec<u8>>, psa_status_t> {
    let min = usize::try_from(PSA_VENDOR_RSA_GENERATE_MIN_KEY_BITS).unwrap_or(0);
    let max = usize::try_from(PSA_VENDOR_RSA_MAX_KEY_BITS).unwrap_or(0);
    if !(min..=max).contains(&bits) || !bits.is_multiple_of(8) {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    let exponent = rsa_exponent(exponent)?;
    let key = SigningKey::generate_rsa(bits, exponent).map_err(|_| PSA_ERROR_HARDWARE_FAILURE)?;
    Ok(key::write_private_key(&key))
}

/// A public exponent out of its bytes: up to 31 bits, odd and at least 3.
fn rsa_exponent(bytes: &[u8]) -> Result<u64, psa_status_t> {
    if bytes.is_empty() {
        return Ok(65_537);
    }
    if bytes.len() > 4 {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    let value = bytes.iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
    match value {
        0x8000_0000.. => Err(PSA_ERROR_NOT_SUPPORTED),
        ..3 => Err(PSA_ERROR_INVALID_ARGUMENT),
        even if even.is_multiple_of(2) => Err(PSA_ERROR_INVALID_ARGUMENT),
        value => Ok(value),
    }
}
