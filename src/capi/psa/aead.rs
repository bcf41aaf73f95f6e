//! `psa/crypto.h`: authenticated encryption.

use super::alg::{aead_tag_length, aead_with_tag, block_length, is_aead, is_wildcard};
use super::buffers::write_tag;
use super::buffers::{Input, Output, through};
use super::cipher::{usage, whole};
use super::hash::compare;
use super::keys::{Outcome, status_of, usable};
use super::material::Key;
use super::operation;
use super::types::{mbedtls_svc_key_id_t, psa_aead_operation_t, psa_algorithm_t, psa_status_t};
use super::values::*;
use crate::capi::ptr;
use crate::crypto::cipher::{CcmKey, CcmStream, ChaChaPolyKey, ChaChaPolyStream, Direction, GcmKey, GcmStream};
use crate::crypto::{Unspecified, rand};
use zeroize::{Zeroize, Zeroizing};

/// An AEAD of a key.
#[expect(
    clippy::large_enum_variant,
    reason = "an operation keeps it behind a pointer of its own"
)]
enum Cipher {
    Gcm(Box<GcmKey>),
    Ccm(CcmKey),
    ChaChaPoly(Zeroizing<[u8; 32]>),
}

impl Cipher {
    /// NOT_SUPPORTED if there is no such AEAD with such a key.
    fn new(key: &Key, alg: psa_algorithm_t) -> Outcome<Self> {
        let key_type = key.attributes.type_;
        let refuse = |_: Unspecified| PSA_ERROR_NOT_SUPPORTED;
        if base(alg) == PSA_ALG_CHACHA20_POLY1305 {
            if key_type != PSA_KEY_TYPE_CHACHA20 || alg != PSA_ALG_CHACHA20_POLY1305 {
                return Err(PSA_ERROR_NOT_SUPPORTED);
            }
            let secret = key.bytes.as_slice().try_into().map_err(|_| PSA_ERROR_NOT_SUPPORTED)?;
            return Ok(Self::ChaChaPoly(Zeroizing::new(secret)));
        }
        let algorithm = key.block_algorithm().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
        if block_length(key_type) != 16 {
            return Err(PSA_ERROR_NOT_SUPPORTED);
        }
        match base(alg) {
            PSA_ALG_GCM => Ok(Self::Gcm(Box::new(GcmKey::new(algorithm, &key.bytes).map_err(refuse)?))),
            PSA_ALG_CCM => Ok(Self::Ccm(CcmKey::new(algorithm, &key.bytes).map_err(refuse)?)),
            _ => Err(PSA_ERROR_NOT_SUPPORTED),
        }
    }

    /// Encrypts `data` in place and fills `tag`.
    fn seal(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &mut [u8]) -> Result<(), Unspecified> {
        match self {
            Self::Gcm(key) => key.seal(nonce, aad, data, tag),
            Self::Ccm(key) => key.seal(nonce, aad, data, tag),
            Self::ChaChaPoly(key) => {
                let nonce = nonce.try_into().map_err(|_| Unspecified)?;
                tag.copy_from_slice(&ChaChaPolyKey::new(key.as_ref())?.seal(nonce, aad, data)?);
                Ok(())
            }
        }
    }

    /// Decrypts `data` in place and checks `tag`.
    fn open(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &[u8]) -> Result<(), Unspecified> {
        match self {
            Self::Gcm(key) => key.open(nonce, aad, data, tag),
            Self::Ccm(key) => key.open(nonce, aad, data, tag),
            Self::ChaChaPoly(key) => {
                let nonce = nonce.try_into().map_err(|_| Unspecified)?;
                let tag = tag.try_into().map_err(|_| Unspecified)?;
                ChaChaPolyKey::new(key.as_ref())?.open(nonce, aad, data, tag)
            }
        }
    }
}

/// An AEAD under way.
pub(super) struct Running {
    cipher: Cipher,
    alg: psa_algorithm_t,
    direction: Direction,
    nonce: Option<Vec<u8>>,
    lengths: Option<Lengths>,
    ad_started: bool,
    body_started: bool,
    stream: Option<Stream>,
}

/// What was announced and did not come yet, in bytes.
struct Lengths {
    ad: usize,
    body: usize,
}

/// A message under way.
enum Stream {
    Gcm(Box<GcmStream>),
    Ccm(Box<CcmStream>),
    ChaChaPoly(Box<ChaChaPolyStream>),
}

impl Running {
    /// Takes the nonce. BAD_STATE if there is one, INVALID_ARGUMENT if it has a wrong length.
    fn set_nonce(&mut self, nonce: &[u8]) -> Outcome<()> {
        if self.nonce.is_some() {
            return Err(PSA_ERROR_BAD_STATE);
        }
        check_nonce(self.alg, nonce.len()).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        self.nonce = Some(nonce.to_vec());
        self.begin()
    }

    /// Starts the message as soon as all is known that has to be.
    fn begin(&mut self) -> Outcome<()> {
        let Some(nonce) = &self.nonce else { return Ok(()) };
        let wrong = |_| PSA_ERROR_INVALID_ARGUMENT;
        self.stream = Some(match (&self.cipher, &self.lengths) {
            _ if self.stream.is_some() => return Ok(()),
            (Cipher::Gcm(key), _) => Stream::Gcm(Box::new(GcmStream::new(key, nonce).map_err(wrong)?)),
            (Cipher::Ccm(key), Some(lengths)) => {
                let tag = aead_tag_length(self.alg);
                let stream = CcmStream::new(key, nonce, lengths.ad, lengths.body, tag);
                Stream::Ccm(Box::new(stream.map_err(wrong)?))
            }
            (Cipher::Ccm(_), None) => return Ok(()),
            (Cipher::ChaChaPoly(key), _) => {
                let nonce = nonce.as_slice().try_into().map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
                Stream::ChaChaPoly(Box::new(ChaChaPolyStream::new(key, nonce)))
            }
        });
        Ok(())
    }

    /// Takes the lengths. INVALID_ARGUMENT if they are too long for the AEAD.
    fn set_lengths(&mut self, ad: usize, body: usize) -> Outcome<()> {
        if self.lengths.is_some() || self.ad_started || self.body_started {
            return Err(PSA_ERROR_BAD_STATE);
        }
        let fits = match base(self.alg) {
            PSA_ALG_GCM => ad >> 61 == 0 && body <= 0xf_ffff_ffe0,
            PSA_ALG_CCM => ad <= 0xff00,
            _ => true,
        };
        if !fits {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        self.lengths = Some(Lengths { ad, body });
        self.begin()
    }

    /// Adds associated data.
    fn update_ad(&mut self, input: &[u8]) -> Outcome<()> {
        if self.nonce.is_none() || self.body_started {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if !input.is_empty() {
            match &mut self.lengths {
                Some(lengths) => {
                    lengths.ad = lengths.ad.checked_sub(input.len()).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
                }
                None if base(self.alg) == PSA_ALG_CCM => return Err(PSA_ERROR_BAD_STATE),
                None => {}
            }
            match (&self.cipher, self.stream.as_mut()) {
                (_, Some(Stream::Gcm(stream))) => stream.aad(input),
                (Cipher::Ccm(key), Some(Stream::Ccm(stream))) => stream.aad(key, input),
                (_, Some(Stream::ChaChaPoly(stream))) => stream.aad(input),
                _ => return Err(PSA_ERROR_BAD_STATE),
            }
            .map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        }
        self.ad_started = true;
        Ok(())
    }

    /// Fails unless `length` more bytes of the message may come; counts them.
    fn expect(&mut self, length: usize) -> Outcome<()> {
        if self.nonce.is_none() {
            return Err(PSA_ERROR_BAD_STATE);
        }
        match &mut self.lengths {
            Some(lengths) if lengths.ad != 0 => return Err(PSA_ERROR_INVALID_ARGUMENT),
            Some(lengths) => {
                lengths.body = lengths.body.checked_sub(length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            }
            None if base(self.alg) == PSA_ALG_CCM => return Err(PSA_ERROR_BAD_STATE),
            None => {}
        }
        Ok(())
    }

    /// Encrypts or decrypts more of the message.
    fn update(&mut self, input: &[u8], output: &mut [u8]) -> Outcome<usize> {
        let output = output.get_mut(..input.len()).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
        output.copy_from_slice(input);
        let stream = self.stream.as_mut().ok_or(PSA_ERROR_BAD_STATE)?;
        match (&self.cipher, stream, self.direction) {
            (Cipher::Gcm(key), Stream::Gcm(stream), Direction::Encrypt) => stream.encrypt(key, output),
            (Cipher::Gcm(key), Stream::Gcm(stream), Direction::Decrypt) => stream.decrypt(key, output),
            (Cipher::Ccm(key), Stream::Ccm(stream), Direction::Encrypt) => stream.encrypt(key, output),
            (Cipher::Ccm(key), Stream::Ccm(stream), Direction::Decrypt) => stream.decrypt(key, output),
            (_, Stream::ChaChaPoly(stream), Direction::Encrypt) => stream.encrypt(output),
            (_, Stream::ChaChaPoly(stream), Direction::Decrypt) => stream.decrypt(output),
            _ => return Err(PSA_ERROR_CORRUPTION_DETECTED),
        }
        .map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        self.body_started = true;
        Ok(input.len())
    }

    /// The tag of the whole message. BAD_STATE without a nonce or, for CCM, lengths, or in the other direction;
    /// INVALID_ARGUMENT if something announced did not come.
    fn finish(self, direction: Direction) -> Outcome<Vec<u8>> {
        if self.nonce.is_none() || (base(self.alg) == PSA_ALG_CCM && self.lengths.is_none()) {
            return Err(PSA_ERROR_BAD_STATE);
        }
        if self.lengths.is_some_and(|lengths| lengths.ad != 0 || lengths.body != 0) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if self.direction != direction {
            return Err(PSA_ERROR_BAD_STATE);
        }
        let tag = match (&self.cipher, self.stream) {
            (_, Some(Stream::Gcm(stream))) => stream.tag(),
            (_, Some(Stream::ChaChaPoly(stream))) => stream.tag(),
            (Cipher::Ccm(key), Some(Stream::Ccm(mut stream))) => {
                stream.tag(key).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?
            }
            _ => return Err(PSA_ERROR_BAD_STATE),
        };
        let mut tag = tag.to_vec();
        tag.truncate(aead_tag_length(self.alg));
        Ok(tag)
    }
}

/// An AEAD with its usual tag; `PSA_ALG_NONE` for one that there is not.
fn base(alg: psa_algorithm_t) -> psa_algorithm_t {
    [PSA_ALG_CCM, PSA_ALG_GCM, PSA_ALG_CHACHA20_POLY1305]
        .into_iter()
        .find(|known| aead_with_tag(*known, 0) == aead_with_tag(alg, 0))
        .unwrap_or(PSA_ALG_NONE)
}

/// INVALID_ARGUMENT unless `alg` is one AEAD.
fn check(alg: psa_algorithm_t) -> Outcome<()> {
    if is_aead(alg) && !is_wildcard(alg) {
        Ok(())
    } else {
        Err(PSA_ERROR_INVALID_ARGUMENT)
    }
}

/// Whether nonces of an AEAD have such a length.
fn check_nonce(alg: psa_algorithm_t, length: usize) -> Outcome<()> {
    match (base(alg), length) {
        (PSA_ALG_GCM, 1..) | (PSA_ALG_CCM, 7..=13) | (PSA_ALG_CHACHA20_POLY1305, 12) => Ok(()),
        (PSA_ALG_CHACHA20_POLY1305, 8) | (PSA_ALG_NONE, _) => Err(PSA_ERROR_NOT_SUPPORTED),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

/// Whether tags of an AEAD have such a length.
fn check_tag(alg: psa_algorithm_t) -> Outcome<()> {
    match (base(alg), aead_tag_length(alg)) {
        (PSA_ALG_GCM, 4 | 8 | 12..=16)
        | (PSA_ALG_CCM, 4 | 6 | 8 | 10 | 12 | 14 | 16)
        | (PSA_ALG_CHACHA20_POLY1305, 16) => Ok(()),
        (PSA_ALG_NONE, _) => Err(PSA_ERROR_NOT_SUPPORTED),
        _ => Err(PSA_ERROR_INVALID_ARGUMENT),
    }
}

/// Encrypts a message, and puts its tag behind it.
///
/// \param key  A key with PSA_KEY_USAGE_ENCRYPT.
/// \param alg  PSA_ALG_GCM, PSA_ALG_CCM or PSA_ALG_CHACHA20_POLY1305, that the key is for.
/// \param nonce,nonce_length  The nonce, which must never come twice with one key.
/// \param additional_data,additional_data_length  What is authenticated beside the message.
/// \param plaintext,plaintext_length  The message.
/// \param ciphertext,ciphertext_size  Where ciphertext and tag go; may be the message.
/// \param ciphertext_length  Gets their length, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_BUFFER_TOO_SMALL,
/// PSA_ERROR_NOT_SUPPORTED or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_encrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    nonce: *const u8,
    nonce_length: usize,
    additional_data: *const u8,
    additional_data_length: usize,
    plaintext: *const u8,
    plaintext_length: usize,
    ciphertext: *mut u8,
    ciphertext_size: usize,
    ciphertext_length: *mut usize,
) -> psa_status_t {
    let call = Call {
        alg,
        nonce: (nonce, nonce_length),
        aad: (additional_data, additional_data_length),
        input: (plaintext, plaintext_length),
        output: (ciphertext, ciphertext_size),
    };
    // SAFETY: C passes readable and writable bytes, and a length to write.
    unsafe { whole(ciphertext_length, || call.run(key, Direction::Encrypt)) }
}

/// Decrypts what psa_aead_encrypt() made.
///
/// \param key  A key with PSA_KEY_USAGE_DECRYPT.
/// \param alg,nonce,nonce_length,additional_data,additional_data_length  As for psa_aead_encrypt().
/// \param ciphertext,ciphertext_length  Ciphertext and tag.
/// \param plaintext,plaintext_size  Where the message goes; may be the ciphertext. On failure it gets zeros.
/// \param plaintext_length  Gets its length, 0 on failure.
///
/// \return  As psa_aead_encrypt(), or PSA_ERROR_INVALID_SIGNATURE.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_decrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    nonce: *const u8,
    nonce_length: usize,
    additional_data: *const u8,
    additional_data_length: usize,
    ciphertext: *const u8,
    ciphertext_length: usize,
    plaintext: *mut u8,
    plaintext_size: usize,
    plaintext_length: *mut usize,
) -> psa_status_t {
    let call = Call {
        alg,
        nonce: (nonce, nonce_length),
        aad: (additional_data, additional_data_length),
        input: (ciphertext, ciphertext_length),
        output: (plaintext, plaintext_size),
    };
    // SAFETY: C passes readable and writable bytes, and a length to write.
    unsafe { whole(plaintext_length, || call.run(key, Direction::Decrypt)) }
}

/// What a program passes to encrypt or decrypt a whole message.
struct Call {
    alg: psa_algorithm_t,
    nonce: Input,
    aad: Input,
    input: Input,
    output: Output,
}

impl Call {
    /// Encrypts or decrypts. On failure the output is zeros.
    ///
    /// # Safety
    /// The inputs are readable and the output writable.
    unsafe fn run(&self, key: mbedtls_svc_key_id_t, direction: Direction) -> Outcome<usize> {
        check(self.alg)?;
        let key = usable(key, usage(direction), self.alg)?;
        if isize::try_from(self.output.1).is_err() || (self.output.0.is_null() && self.output.1 > 0) {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // SAFETY: the caller's promise; nonce and associated data are copied where the output may lie over them.
        unsafe {
            let copy = |part: Input| {
                let bytes = ptr::bytes(part.0, part.1).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
                Ok::<_, psa_status_t>(Zeroizing::new(bytes.to_vec()))
            };
            let nonce = copy(self.nonce)?;
            check_nonce(self.alg, nonce.len())?;
            let aad = copy(self.aad)?;
            let made = Cipher::new(&key, self.alg).and_then(|cipher| {
                let needed = self.input.1.saturating_add(16);
                through(self.input, self.output, needed, |input, output| match direction {
                    Direction::Encrypt => seal(&cipher, self.alg, (&nonce, &aad), input, output),
                    Direction::Decrypt => open(&cipher, self.alg, (&nonce, &aad), input, output),
                })
            });
            if made.is_err() && self.output.1 > 0 {
                self.output.0.write_bytes(0, self.output.1);
            }
            made
        }
    }
}

/// As [`check_tag`], for a whole message, where GCM may have a tag of any length from 4 bytes on, as in 3.6.
fn check_whole_tag(alg: psa_algorithm_t) -> Outcome<()> {
    match (base(alg), aead_tag_length(alg)) {
        (PSA_ALG_GCM, 4..=16) => Ok(()),
        _ => check_tag(alg),
    }
}

/// Encrypts a message, with its tag behind it.
fn seal(
    cipher: &Cipher,
    alg: psa_algorithm_t,
    (nonce, aad): (&[u8], &[u8]),
    input: &[u8],
    output: &mut [u8],
) -> Outcome<usize> {
    let total = input.len().saturating_add(aead_tag_length(alg));
    let output = output.get_mut(..total).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
    check_whole_tag(alg)?;
    let (data, tag) = output.split_at_mut(input.len());
    data.copy_from_slice(input);
    cipher
        .seal(nonce, aad, data, tag)
        .map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
    Ok(total)
}

/// Decrypts a message with its tag behind it.
fn open(
    cipher: &Cipher,
    alg: psa_algorithm_t,
    (nonce, aad): (&[u8], &[u8]),
    input: &[u8],
    output: &mut [u8],
) -> Outcome<usize> {
    let length = input
        .len()
        .checked_sub(aead_tag_length(alg))
        .ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
    let (data, tag) = input.split_at(length);
    let output = output.get_mut(..length).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
    check_whole_tag(alg)?;
    output.copy_from_slice(data);
    if cipher.open(nonce, aad, output, tag).is_err() {
        output.zeroize();
        return Err(PSA_ERROR_INVALID_SIGNATURE);
    }
    Ok(length)
}

/// An operation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_aead_operation_init() -> psa_aead_operation_t {
    psa_aead_operation_t { reserved: [0; 59] }
}

/// Begins an encryption.
///
/// \param operation  An operation that is not active. On failure it is not either.
/// \param key,alg  As for psa_aead_encrypt(). The key may be destroyed meanwhile.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
/// PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_encrypt_setup(
    operation: *mut psa_aead_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    unsafe { setup(operation, key, alg, Direction::Encrypt) }
}

/// Begins a decryption. What it puts out is not to be trusted before psa_aead_verify() came back with PSA_SUCCESS.
///
/// \param operation  An operation that is not active. On failure it is not either.
/// \param key,alg  As for psa_aead_decrypt(). The key may be destroyed meanwhile.
///
/// \return  As psa_aead_encrypt_setup().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_decrypt_setup(
    operation: *mut psa_aead_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    unsafe { setup(operation, key, alg, Direction::Decrypt) }
}

/// Begins an encryption or decryption.
///
/// # Safety
/// `operation` is NULL or an operation.
unsafe fn setup(
    operation: *mut psa_aead_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    direction: Direction,
) -> psa_status_t {
    // SAFETY: the caller's promise.
    status_of(|| unsafe {
        if let Err(status) = check(alg) {
            operation::abort(operation);
            return Err(status);
        }
        operation::start(operation, || {
            let key = usable(key, usage(direction), alg)?;
            check_tag(alg)?;
            Ok(Running {
                cipher: Cipher::new(&key, alg)?,
                alg,
                direction,
                nonce: None,
                lengths: None,
                ad_started: false,
                body_started: false,
                stream: None,
            })
        })
    })
}

/// Makes a nonce and sets it.
///
/// \param operation  An active operation that encrypts.
/// \param nonce,nonce_size  Where it goes.
/// \param nonce_length  Gets its length, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY, or
/// PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_generate_nonce(
    operation: *mut psa_aead_operation_t,
    nonce: *mut u8,
    nonce_size: usize,
    nonce_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(nonce_length, 0);
        let made = operation::step(operation, |running| {
            if running.nonce.is_some() || running.direction != Direction::Encrypt {
                return Err(PSA_ERROR_BAD_STATE);
            }
            let mut fresh = [0; 13];
            let length = if base(running.alg) == PSA_ALG_CCM { 13 } else { 12 };
            if nonce_size < length {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            if nonce.is_null() || nonce_length.is_null() {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            rand::fill(&mut fresh[..length]).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
            running.set_nonce(&fresh[..length])?;
            Ok(fresh[..length].to_vec())
        })?;
        ptr::copy_out(&made, nonce);
        ptr::store(nonce_length, made.len());
        Ok(())
    })
}

/// Sets the nonce.
///
/// \param operation  An active operation.
/// \param nonce,nonce_length  The nonce.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_set_nonce(
    operation: *mut psa_aead_operation_t,
    nonce: *const u8,
    nonce_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::step(operation, |running| {
            running.set_nonce(ptr::bytes(nonce, nonce_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?)
        })
    })
}

/// Announces how long associated data and message will be, in bytes. CCM needs to know, others check it.
///
/// \param operation  An active operation to which neither came yet.
/// \param ad_length,plaintext_length  The lengths.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_set_lengths(
    operation: *mut psa_aead_operation_t,
    ad_length: usize,
    plaintext_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe { operation::step(operation, |running| running.set_lengths(ad_length, plaintext_length)) })
}

/// Adds associated data.
///
/// \param operation  An active operation with its nonce.
/// \param input,input_length  The data.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_update_ad(
    operation: *mut psa_aead_operation_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::step(operation, |running| {
            running.update_ad(ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?)
        })
    })
}

/// Encrypts or decrypts more of the message.
///
/// \param operation  An active operation with its nonce. On failure it is not active any more.
/// \param input,input_length  What goes in.
/// \param output,output_size  Where it comes out; may be the input.
/// \param output_length  Gets how much came out, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_update(
    operation: *mut psa_aead_operation_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(output_length, 0);
        let length = operation::step(operation, |running| {
            running.expect(input_length)?;
            through(
                (input, input_length),
                (output, output_size),
                input_length,
                |input, output| running.update(input, output),
            )
        })?;
        ptr::store(output_length, length);
        Ok(())
    })
}

/// Ends an encryption. The operation is not active after that.
///
/// \param operation  An active operation that encrypts.
/// \param ciphertext,ciphertext_size  Not needed: all has come out already.
/// \param ciphertext_length  Gets 0.
/// \param tag,tag_size  Where the tag goes; what is left over is filled.
/// \param tag_length  Gets its length.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_finish(
    operation: *mut psa_aead_operation_t,
    _ciphertext: *mut u8,
    _ciphertext_size: usize,
    ciphertext_length: *mut usize,
    tag: *mut u8,
    tag_size: usize,
    tag_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, writable bytes, and lengths to write.
    status_of(|| unsafe {
        ptr::store(ciphertext_length, 0);
        ptr::store(tag_length, tag_size);
        operation::room(operation)?;
        let made = match operation::take(operation) {
            Some(running) => (*running).finish(Direction::Encrypt),
            None => Err(PSA_ERROR_BAD_STATE),
        };
        if tag_length.is_null() || (tag.is_null() && tag_size > 0) || isize::try_from(tag_size).is_err() {
            return Err(made.err().unwrap_or(PSA_ERROR_INVALID_ARGUMENT));
        }
        write_tag(made, tag, tag_size, tag_length)
    })
}

/// Ends a decryption and compares the tag, in a time that does not depend on where it differs. The operation is not active
/// after that.
///
/// \param operation  An active operation that decrypts.
/// \param plaintext,plaintext_size  Not needed: all has come out already.
/// \param plaintext_length  Gets 0.
/// \param tag,tag_length  The tag that is expected.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_verify(
    operation: *mut psa_aead_operation_t,
    _plaintext: *mut u8,
    _plaintext_size: usize,
    plaintext_length: *mut usize,
    tag: *const u8,
    tag_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, readable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(plaintext_length, 0);
        operation::room(operation)?;
        let running = operation::take(operation).ok_or(PSA_ERROR_BAD_STATE)?;
        let actual = (*running).finish(Direction::Decrypt)?;
        compare(&actual, ptr::bytes(tag, tag_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?)
    })
}

/// Ends an operation. One that is not active is allowed.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_aead_abort(operation: *mut psa_aead_operation_t) -> psa_status_t {
    // SAFETY: C passes NULL or an operation.
    status_of(|| unsafe {
        operation::abort(operation);
        Ok(())
    })
}
