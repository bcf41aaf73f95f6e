//! `psa/crypto.h`: signatures, and RSA encryption.

use super::alg::{
    self, hash_algorithm, is_ecdsa, is_key_pair, is_rsa, is_rsa_oaep, is_rsa_pkcs1_sign, is_rsa_pss,
    is_rsa_pss_any_salt, is_sign_message, sign_hash,
};
use super::buffers::write_tag;
use super::keys::{Outcome, status_of, usable};
use super::material::Key;
use super::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_key_attributes_t, psa_key_usage_t, psa_status_t};
use super::values::*;
use crate::capi::ptr;
use crate::crypto::ec::signature;
use crate::crypto::hash::HashAlgorithm;
use crate::crypto::sign::SignatureAlgorithm;
use crate::crypto::verify::PublicKey;
use std::sync::Arc;
use zeroize::Zeroizing;

/// Fails unless `alg` signs hashes, or messages, with a hash function that there is.
pub(super) fn check(alg: psa_algorithm_t, is_message: bool) -> Outcome<()> {
    let hash = sign_hash(alg);
    if (is_message && (!is_sign_message(alg) || hash == PSA_ALG_NONE)) || hash == PSA_ALG_ANY_HASH {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    if hash != PSA_ALG_NONE && hash_algorithm(hash).is_none() {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    Ok(())
}

/// A signature with the key of a number, as `psa_sign_hash` makes it: `r` and `s` for ECDSA.
///
/// Errors: those of `psa_sign_hash`, but for lengths of buffers.
pub fn sign_hash_with(id: mbedtls_svc_key_id_t, alg: psa_algorithm_t, hash: &[u8]) -> Outcome<Vec<u8>> {
    check(alg, false)?;
    sign_with(&*usable(id, PSA_KEY_USAGE_SIGN_HASH, alg)?, alg, hash, usize::MAX)
}

/// A signature with the key of a number, as `psa_sign_message` makes it.
pub fn sign_message_with(id: mbedtls_svc_key_id_t, alg: psa_algorithm_t, message: &[u8]) -> Outcome<Vec<u8>> {
    check(alg, true)?;
    let key = usable(id, PSA_KEY_USAGE_SIGN_MESSAGE, alg)?;
    sign_with(&key, alg, &hashed(alg, message)?, usize::MAX)
}

/// What is known of the key of a number. INVALID_HANDLE if there is none.
pub fn attributes_of(id: mbedtls_svc_key_id_t) -> Outcome<psa_key_attributes_t> {
    Ok(usable(id, 0, PSA_ALG_NONE)?.attributes)
}

/// The public half of the key of a number, for RSA and the curves that `crypto::verify` has. INVALID_HANDLE if there is no
/// such key, NOT_SUPPORTED if it is of another kind.
pub fn public_key_of(id: mbedtls_svc_key_id_t) -> Outcome<Arc<PublicKey>> {
    usable(id, 0, PSA_ALG_NONE)?
        .verifying_key()
        .ok_or(PSA_ERROR_NOT_SUPPORTED)
}

/// RSA decryption with the key of a number, as `psa_asymmetric_decrypt` does it without a label.
pub fn decrypt_with(id: mbedtls_svc_key_id_t, alg: psa_algorithm_t, ciphertext: &[u8]) -> Outcome<Zeroizing<Vec<u8>>> {
    decrypt(&*usable(id, PSA_KEY_USAGE_DECRYPT, alg)?, alg, ciphertext, &[])
}

/// The hash of a message that is signed with `alg`.
fn hashed(alg: psa_algorithm_t, message: &[u8]) -> Outcome<Vec<u8>> {
    let hash = hash_algorithm(sign_hash(alg)).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    Ok(hash.hash(message).as_ref().to_vec())
}

/// Signs a hash; BUFFER_TOO_SMALL if the signature has more than `room` bytes.
fn sign_with(key: &Key, alg: psa_algorithm_t, hash: &[u8], room: usize) -> Outcome<Vec<u8>> {
    let key_type = key.attributes.type_;
    if !is_key_pair(key_type) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    if is_rsa(key_type) {
        if !is_rsa_pkcs1_sign(alg) && !is_rsa_pss(alg) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let digest = rsa_digest(alg, hash)?;
        let length = usize::from(key.attributes.bits).div_ceil(8);
        if room < length {
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        let secret = key.signing_key().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let signature = match digest {
            None => secret.sign_rsa_pkcs1_raw(hash),
            Some(digest) if is_rsa_pss(alg) => {
                let salt = pss_salt(length, digest).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
                secret.sign_rsa_pss(digest, salt, hash)
            }
            Some(digest) => secret.sign_prehashed(SignatureAlgorithm::RsaPkcs1(digest), hash),
        };
        signature.map_err(|_| PSA_ERROR_INVALID_ARGUMENT)
    } else if alg::ecc_family(key_type).is_some() {
        if !is_ecdsa(alg) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        sign_ecdsa(key, alg, hash, room)
    } else {
        Err(PSA_ERROR_NOT_SUPPORTED)
    }
}

/// ECDSA: `r` and `s`.
fn sign_ecdsa(key: &Key, alg: psa_algorithm_t, hash: &[u8], room: usize) -> Outcome<Vec<u8>> {
    let curve = key.curve().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    if room < 2 * curve.len() {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    let curve = curve.signing().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let signature = if alg::is_deterministic_ecdsa(alg) {
        let digest = hash_algorithm(sign_hash(alg)).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        signature::sign_deterministic(curve, &key.bytes, digest, hash)
    } else {
        signature::sign(curve, &key.bytes, hash)
    };
    let signature = signature.map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    Ok([signature.r, signature.s].concat())
}

/// The hash function of an RSA signature; `None` for bytes as they stand. INVALID_ARGUMENT if the hash has another length.
fn rsa_digest(alg: psa_algorithm_t, hash: &[u8]) -> Outcome<Option<HashAlgorithm>> {
    if alg == PSA_ALG_RSA_PKCS1V15_SIGN_RAW {
        return Ok(None);
    }
    let digest = hash_algorithm(sign_hash(alg)).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
    if digest.output_len() == hash.len() {
        Ok(Some(digest))
    } else {
        Err(PSA_ERROR_INVALID_ARGUMENT)
    }
}

/// How long the salt of RSASSA-PSS is: as long as the hash, or what a modulus of `length` bytes has room for. `None` if
/// that is less than two bytes shorter than the hash (FIPS 186-4 section 5.5 (e)).
fn pss_salt(length: usize, digest: HashAlgorithm) -> Option<usize> {
    let room = length.checked_sub(digest.output_len() + 2)?;
    let salt = room.min(digest.output_len());
    (salt + 2 >= digest.output_len()).then_some(salt)
}

/// Checks a signature over a hash.
fn verify_with(key: &Key, alg: psa_algorithm_t, hash: &[u8], signature: &[u8]) -> Outcome<()> {
    let key_type = key.attributes.type_;
    if is_rsa(key_type) {
        if !is_rsa_pkcs1_sign(alg) && !is_rsa_pss(alg) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let digest = rsa_digest(alg, hash)?;
        let length = usize::from(key.attributes.bits).div_ceil(8);
        if signature.len() != length {
            return Err(PSA_ERROR_INVALID_SIGNATURE);
        }
        let public = key.verifying_key().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        // What is not less than the modulus (which has whole bytes) is no number that was signed.
        if matches!(&*public, PublicKey::Rsa { n, .. } if signature >= n.as_slice()) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let verified = match digest {
            None => public.verify_rsa_pkcs1_raw(hash, signature),
            Some(digest) if is_rsa_pss(alg) => verify_pss(&public, alg, digest, length, hash, signature),
            Some(digest) => public.verify_prehashed(SignatureAlgorithm::RsaPkcs1(digest), hash, signature),
        };
        verified.map_err(|_| PSA_ERROR_INVALID_SIGNATURE)
    } else if alg::ecc_family(key_type).is_some() {
        if !is_ecdsa(alg) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let curve = key.curve().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        if signature.len() != 2 * curve.len() {
            return Err(PSA_ERROR_INVALID_SIGNATURE);
        }
        let curve = curve.signing().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let (r, s) = signature.split_at(curve.field_len());
        let public = key.public_bytes()?;
        signature::Signature::new(curve, r, s)
            .and_then(|signature| signature::verify(curve, &public, hash, &signature))
            .map_err(|_| PSA_ERROR_INVALID_SIGNATURE)
    } else {
        Err(PSA_ERROR_NOT_SUPPORTED)
    }
}

/// RSASSA-PSS with the salt that `alg` asks for.
fn verify_pss(
    public: &PublicKey,
    alg: psa_algorithm_t,
    digest: HashAlgorithm,
    length: usize,
    hash: &[u8],
    signature: &[u8],
) -> Result<(), crate::crypto::Unspecified> {
    let room = length.saturating_sub(digest.output_len() + 2);
    let salt = (!is_rsa_pss_any_salt(alg)).then(|| room.min(digest.output_len()));
    public.verify_rsa_pss(digest, salt, hash, signature)
}

/// Signs a hash.
///
/// \param key  A key pair with PSA_KEY_USAGE_SIGN_HASH.
/// \param alg  ECDSA, RSASSA-PKCS1-v1_5 or RSASSA-PSS, that the key is for.
/// \param hash,hash_length  The hash.
/// \param signature,signature_size  Where the signature goes: for ECDSA, both numbers one after the other. What is left
///     over is filled.
/// \param signature_length  Gets its length, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_hash(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    hash: *const u8,
    hash_length: usize,
    signature: *mut u8,
    signature_size: usize,
    signature_length: *mut usize,
) -> psa_status_t {
    let input = (hash, hash_length);
    let output = (signature, signature_size, signature_length);
    // SAFETY: C passes readable and writable bytes, and a length to write.
    unsafe { sign(key, alg, false, input, output) }
}

/// Hashes and signs a message.
///
/// \param key  A key pair with PSA_KEY_USAGE_SIGN_MESSAGE.
/// \param alg  ECDSA, RSASSA-PKCS1-v1_5 or RSASSA-PSS with a hash function, that the key is for.
/// \param input,input_length  The message.
/// \param signature,signature_size,signature_length  As for psa_sign_hash().
///
/// \return  As psa_sign_hash().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_sign_message(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    signature: *mut u8,
    signature_size: usize,
    signature_length: *mut usize,
) -> psa_status_t {
    let output = (signature, signature_size, signature_length);
    // SAFETY: C passes readable and writable bytes, and a length to write.
    unsafe { sign(key, alg, true, (input, input_length), output) }
}

/// Signs a hash or a message.
///
/// # Safety
/// The bytes are readable and writable; the length is NULL or valid.
unsafe fn sign(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    is_message: bool,
    input: (*const u8, usize),
    (signature, size, length): (*mut u8, usize, *mut usize),
) -> psa_status_t {
    // SAFETY: the caller's promise.
    status_of(|| unsafe {
        ptr::store(length, 0);
        if length.is_null() || isize::try_from(size).is_err() || (signature.is_null() && size > 0) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let input = ptr::bytes(input.0, input.1).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let checked = check(alg, is_message).and(if size == 0 {
            Err(PSA_ERROR_BUFFER_TOO_SMALL)
        } else {
            Ok(())
        });
        if let Err(status) = checked {
            // Nothing that looks like a signature, but no filler either: 3.6 has not come to it.
            signature.write_bytes(0, size);
            return Err(status);
        }
        let usage = if is_message {
            PSA_KEY_USAGE_SIGN_MESSAGE
        } else {
            PSA_KEY_USAGE_SIGN_HASH
        };
        let made = usable(key, usage, alg).and_then(|key| {
            if !is_key_pair(key.attributes.type_) {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            if is_message {
                sign_with(&key, alg, &hashed(alg, input)?, size)
            } else {
                sign_with(&key, alg, input, size)
            }
        });
        write_tag(made, signature, size, length)
    })
}

/// Checks a signature over a hash.
///
/// \param key  A public key or a pair with PSA_KEY_USAGE_VERIFY_HASH.
/// \param alg  As for psa_sign_hash().
/// \param hash,hash_length  The hash.
/// \param signature,signature_length  The signature.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_hash(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    hash: *const u8,
    hash_length: usize,
    signature: *const u8,
    signature_length: usize,
) -> psa_status_t {
    // SAFETY: C passes readable bytes.
    unsafe {
        verify(
            key,
            alg,
            PSA_KEY_USAGE_VERIFY_HASH,
            (hash, hash_length),
            (signature, signature_length),
        )
    }
}

/// Checks a signature over a message.
///
/// \param key  A public key or a pair with PSA_KEY_USAGE_VERIFY_MESSAGE.
/// \param alg  As for psa_sign_message().
/// \param input,input_length  The message.
/// \param signature,signature_length  The signature.
///
/// \return  As psa_verify_hash().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_verify_message(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    signature: *const u8,
    signature_length: usize,
) -> psa_status_t {
    // SAFETY: C passes readable bytes.
    unsafe {
        verify(
            key,
            alg,
            PSA_KEY_USAGE_VERIFY_MESSAGE,
            (input, input_length),
            (signature, signature_length),
        )
    }
}

/// Checks a signature over a hash or a message.
///
/// # Safety
/// The bytes are readable.
unsafe fn verify(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    usage: psa_key_usage_t,
    input: (*const u8, usize),
    signature: (*const u8, usize),
) -> psa_status_t {
    // SAFETY: the caller's promise.
    status_of(|| unsafe {
        let input = ptr::bytes(input.0, input.1).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let signature = ptr::bytes(signature.0, signature.1).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let is_message = usage == PSA_KEY_USAGE_VERIFY_MESSAGE;
        check(alg, is_message)?;
        let key = usable(key, usage, alg)?;
        if is_message {
            verify_with(&key, alg, &hashed(alg, input)?, signature)
        } else {
            verify_with(&key, alg, input, signature)
        }
    })
}

/// Encrypts a short message with an RSA key.
///
/// \param key  A public key or a pair with PSA_KEY_USAGE_ENCRYPT.
/// \param alg  PSA_ALG_RSA_PKCS1V15_CRYPT or PSA_ALG_RSA_OAEP(), that the key is for.
/// \param input,input_length  The message.
/// \param salt,salt_length  For OAEP the label, or nothing; nothing otherwise.
/// \param output,output_size  Where the ciphertext goes.
/// \param output_length  Gets its length, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_asymmetric_encrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    salt: *const u8,
    salt_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        begin_crypt(alg, salt_length, output_length)?;
        let key = usable(key, PSA_KEY_USAGE_ENCRYPT, alg)?;
        if !alg::is_asymmetric(key.attributes.type_) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let label = ptr::bytes(salt, salt_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        if !is_rsa(key.attributes.type_) {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        if output_size < usize::from(key.attributes.bits).div_ceil(8) {
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        let public = key.verifying_key().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let encrypted = match oaep_digest(alg)? {
            None => public.encrypt_pkcs1(input),
            Some(digest) => public.encrypt_oaep(digest, label, input),
        };
        let encrypted = encrypted.map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        write_crypted(&encrypted, output, output_size, output_length)
    })
}

/// Decrypts what psa_asymmetric_encrypt() made.
///
/// \param key  A pair with PSA_KEY_USAGE_DECRYPT.
/// \param alg,salt,salt_length  As for psa_asymmetric_encrypt().
/// \param input,input_length  The ciphertext.
/// \param output,output_size  Where the message goes.
/// \param output_length  Gets its length, 0 on failure.
///
/// \return  As psa_asymmetric_encrypt(), or PSA_ERROR_INVALID_PADDING.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_asymmetric_decrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    salt: *const u8,
    salt_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        begin_crypt(alg, salt_length, output_length)?;
        let key = usable(key, PSA_KEY_USAGE_DECRYPT, alg)?;
        let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let label = ptr::bytes(salt, salt_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let decrypted = decrypt(&key, alg, input, label)?;
        if alg == PSA_ALG_RSA_PKCS1V15_CRYPT && decrypted.len() > output_size {
            // As 3.6 tells it for this padding.
            ptr::store(output_length, output_size);
        }
        write_crypted(&decrypted, output, output_size, output_length)
    })
}

/// RSA decryption.
fn decrypt(key: &Key, alg: psa_algorithm_t, input: &[u8], label: &[u8]) -> Outcome<Zeroizing<Vec<u8>>> {
    if !is_key_pair(key.attributes.type_) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    if !is_rsa(key.attributes.type_) {
        return Err(PSA_ERROR_NOT_SUPPORTED);
    }
    if input.len() != usize::from(key.attributes.bits).div_ceil(8) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let secret = key.signing_key().ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let decrypted = match oaep_digest(alg)? {
        None => secret.decrypt_pkcs1(input),
        Some(digest) => secret.decrypt_oaep(digest, label, input),
    };
    decrypted.map_err(|_| PSA_ERROR_INVALID_PADDING)
}

/// What stands before RSA encryption and decryption.
///
/// # Safety
/// `length` is NULL or valid.
unsafe fn begin_crypt(alg: psa_algorithm_t, salt_length: usize, length: *mut usize) -> Outcome<()> {
    // SAFETY: the caller's promise.
    unsafe { ptr::store(length, 0) };
    if length.is_null() || (!is_rsa_oaep(alg) && salt_length != 0) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    Ok(())
}

/// The hash function of RSAES-OAEP; `None` for RSAES-PKCS1-v1_5; INVALID_ARGUMENT for what is neither.
fn oaep_digest(alg: psa_algorithm_t) -> Outcome<Option<HashAlgorithm>> {
    if alg == PSA_ALG_RSA_PKCS1V15_CRYPT {
        Ok(None)
    } else if is_rsa_oaep(alg) {
        hash_algorithm(alg::hash_of(alg))
            .map(Some)
            .ok_or(PSA_ERROR_INVALID_ARGUMENT)
    } else {
        Err(PSA_ERROR_INVALID_ARGUMENT)
    }
}

/// Writes what was encrypted or decrypted, and its length.
///
/// # Safety
/// `size` bytes are writable; the length is valid.
unsafe fn write_crypted(bytes: &[u8], out: *mut u8, size: usize, length: *mut usize) -> Outcome<()> {
    if bytes.len() > size {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    if out.is_null() && !bytes.is_empty() {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    // SAFETY: there is room (checked above); the length is the caller's promise.
    unsafe {
        ptr::copy_out(bytes, out);
        ptr::store(length, bytes.len());
    }
    Ok(())
}
