//! `psa/crypto.h`: ciphers without authentication.

use super::alg::{block_length, is_cipher};
use super::buffers::{Input, Output, through};
use super::keys::{Outcome, status_of, usable};
use super::material::Key;
use super::operation;
use super::types::{mbedtls_svc_key_id_t, psa_algorithm_t, psa_cipher_operation_t, psa_key_type_t, psa_status_t};
use super::values::*;
use crate::capi::ptr;
use crate::crypto::cipher::{self, BlockKey, CcmKey, CcmStream, ChaCha20, Direction, Mode, Padding, RunningError};
use crate::crypto::rand;
use core::ffi::c_int;
use subtle::{ConditionallySelectable, ConstantTimeLess};
use zeroize::Zeroizing;

/// A cipher under way.
pub(super) struct Running {
    state: State,
    /// Length of the initialization vector, in bytes; 0 if there is none.
    iv_length: usize,
    iv_set: bool,
}

/// What encrypts or decrypts.
#[expect(
    clippy::large_enum_variant,
    reason = "an operation keeps it behind a pointer of its own"
)]
enum State {
    Block(cipher::Running),
    ChaCha(Zeroizing<[u8; 32]>, Option<Box<ChaCha20>>),
    CcmStar(CcmKey, Option<Box<CcmStream>>),
}

impl Running {
    /// Of a key; NOT_SUPPORTED if the algorithm does not go with it.
    fn new(key: &Key, alg: psa_algorithm_t, direction: Direction) -> Outcome<Self> {
        let key_type = key.attributes.type_;
        let refuse = |_| PSA_ERROR_NOT_SUPPORTED;
        let state = if key_type == PSA_KEY_TYPE_CHACHA20 && alg == PSA_ALG_STREAM_CIPHER {
            let secret = key.bytes.as_slice().try_into().map_err(|_| PSA_ERROR_NOT_SUPPORTED)?;
            State::ChaCha(Zeroizing::new(secret), None)
        } else {
            let algorithm = key.block_algorithm().ok_or(PSA_ERROR_NOT_SUPPORTED)?;
            if alg == PSA_ALG_CCM_STAR_NO_TAG {
                State::CcmStar(CcmKey::new(algorithm, &key.bytes).map_err(refuse)?, None)
            } else {
                let (mode, padding) = mode(key_type, alg).ok_or(PSA_ERROR_NOT_SUPPORTED)?;
                let secret = BlockKey::new(algorithm, &key.bytes).map_err(refuse)?;
                State::Block(cipher::Running::new(secret, mode, direction, padding))
            }
        };
        Ok(Self {
            state,
            iv_length: iv_length(key_type, alg),
            iv_set: false,
        })
    }

    /// Fails with BAD_STATE unless an initialization vector is there, if there is to be one.
    fn check_ready(&self) -> Outcome<()> {
        if self.iv_length == 0 || self.iv_set {
            Ok(())
        } else {
            Err(PSA_ERROR_BAD_STATE)
        }
    }

    /// Fails with BAD_STATE unless an initialization vector can be set.
    fn check_wants_iv(&self) -> Outcome<()> {
        if self.iv_length == 0 || self.iv_set {
            Err(PSA_ERROR_BAD_STATE)
        } else {
            Ok(())
        }
    }

    /// Sets the initialization vector. INVALID_ARGUMENT if it has another length.
    fn set_iv(&mut self, iv: &[u8]) -> Outcome<()> {
        let wrong = |_| PSA_ERROR_INVALID_ARGUMENT;
        if iv.len() != self.iv_length {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        match &mut self.state {
            State::Block(running) => running.set_iv(iv).map_err(wrong)?,
            State::ChaCha(key, stream) => {
                let nonce = iv.try_into().map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
                *stream = Some(Box::new(ChaCha20::new(key, nonce, 0)));
            }
            State::CcmStar(key, stream) => {
                *stream = Some(Box::new(CcmStream::new(key, iv, 0, 0, 0).map_err(wrong)?));
            }
        }
        self.iv_set = true;
        Ok(())
    }

    /// The most bytes that come out for `length` more.
    fn output_bound(&self, length: usize) -> usize {
        match &self.state {
            State::Block(running) if !running.mode().is_stream() => {
                let sum = running.waiting().saturating_add(length);
                sum - sum % running.block_len()
            }
            _ => length,
        }
    }

    /// Encrypts or decrypts more. BUFFER_TOO_SMALL if there is no room for all that may come out.
    fn update(&mut self, input: &[u8], output: &mut [u8]) -> Outcome<usize> {
        if output.len() < self.output_bound(input.len()) {
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        let broken = |_| PSA_ERROR_CORRUPTION_DETECTED;
        match &mut self.state {
            State::Block(running) => running.update(input, output).map_err(|error| match error {
                RunningError::NoRoom => PSA_ERROR_BUFFER_TOO_SMALL,
                RunningError::PartOfBlock | RunningError::Unspecified => PSA_ERROR_INVALID_ARGUMENT,
            }),
            State::ChaCha(_, stream) => {
                let stream = stream.as_mut().ok_or(PSA_ERROR_BAD_STATE)?;
                let output = output.get_mut(..input.len()).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
                output.copy_from_slice(input);
                stream.apply(output).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
                Ok(input.len())
            }
            State::CcmStar(key, stream) => {
                let stream = stream.as_mut().ok_or(PSA_ERROR_BAD_STATE)?;
                let output = output.get_mut(..input.len()).ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
                output.copy_from_slice(input);
                // Either direction combines the data with the same key stream.
                stream.encrypt(key, output).map_err(broken)?;
                Ok(input.len())
            }
        }
    }

    /// Ends the data. What comes out last takes up to a block; how much of it is data, and whether the padding was right,
    /// is told without a branch on it.
    fn finish(&mut self, output: &mut [u8]) -> Outcome<usize> {
        let State::Block(running) = &mut self.state else {
            return Ok(0);
        };
        let mut block = Zeroizing::new([0; 16]);
        let (length, is_wrong) = running.finish(&mut *block).map_err(|_| PSA_ERROR_INVALID_ARGUMENT)?;
        let room = output.len().min(block.len());
        output[..room].copy_from_slice(&block[..room]);
        let (length_64, room_64) = (u64::try_from(length).unwrap_or(0), u64::try_from(room).unwrap_or(0));
        let mut status = PSA_SUCCESS;
        status.conditional_assign(&PSA_ERROR_INVALID_PADDING, is_wrong);
        status.conditional_assign(&PSA_ERROR_BUFFER_TOO_SMALL, room_64.ct_lt(&length_64));
        if status == PSA_SUCCESS { Ok(length) } else { Err(status) }
    }
}

/// The mode of an algorithm; `None` if the kind of key does not have it.
fn mode(key_type: psa_key_type_t, alg: psa_algorithm_t) -> Option<(Mode, Padding)> {
    let is_aes = key_type == PSA_KEY_TYPE_AES;
    let is_wide = block_length(key_type) == 16;
    Some(match alg {
        PSA_ALG_ECB_NO_PADDING => (Mode::Ecb, Padding::None),
        PSA_ALG_CBC_NO_PADDING => (Mode::Cbc, Padding::None),
        PSA_ALG_CBC_PKCS7 => (Mode::Cbc, Padding::Pkcs7),
        PSA_ALG_CFB if is_wide => (Mode::Cfb, Padding::None),
        PSA_ALG_CTR if is_wide => (Mode::Ctr, Padding::None),
        PSA_ALG_OFB if is_aes => (Mode::Ofb, Padding::None),
        _ => return None,
    })
}

/// Length of the initialization vector of an algorithm with a kind of key, in bytes.
pub(super) fn iv_length(key_type: psa_key_type_t, alg: psa_algorithm_t) -> usize {
    match alg {
        PSA_ALG_CTR | PSA_ALG_CFB | PSA_ALG_OFB | PSA_ALG_XTS | PSA_ALG_CBC_NO_PADDING | PSA_ALG_CBC_PKCS7
            if block_length(key_type) > 1 =>
        {
            block_length(key_type)
        }
        PSA_ALG_STREAM_CIPHER if key_type == PSA_KEY_TYPE_CHACHA20 => 12,
        PSA_ALG_CCM_STAR_NO_TAG => 13,
        _ => 0,
    }
}

/// A key for a cipher. INVALID_ARGUMENT if the algorithm is none, and the errors of [`usable`].
fn key_for(key: mbedtls_svc_key_id_t, alg: psa_algorithm_t, direction: Direction) -> Outcome<std::sync::Arc<Key>> {
    if !is_cipher(alg) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    usable(key, usage(direction), alg)
}

/// What a key must be for.
pub(super) const fn usage(direction: Direction) -> u32 {
    match direction {
        Direction::Encrypt => PSA_KEY_USAGE_ENCRYPT,
        Direction::Decrypt => PSA_KEY_USAGE_DECRYPT,
    }
}

/// An operation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_cipher_operation_init() -> psa_cipher_operation_t {
    psa_cipher_operation_t { reserved: [0; 14] }
}

/// Begins an encryption.
///
/// \param operation  An operation that is not active. On failure it is not either.
/// \param key  A key with PSA_KEY_USAGE_ENCRYPT. It may be destroyed meanwhile.
/// \param alg  The cipher, that the key is for.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_INVALID_HANDLE, PSA_ERROR_NOT_PERMITTED, PSA_ERROR_NOT_SUPPORTED or
/// PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_encrypt_setup(
    operation: *mut psa_cipher_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
) -> psa_status_t {
    // SAFETY: C passes an operation.
    unsafe { setup(operation, key, alg, Direction::Encrypt) }
}

/// Begins a decryption.
///
/// \param operation,alg  As for psa_cipher_encrypt_setup().
/// \param key  A key with PSA_KEY_USAGE_DECRYPT.
///
/// \return  As psa_cipher_encrypt_setup().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_decrypt_setup(
    operation: *mut psa_cipher_operation_t,
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
    operation: *mut psa_cipher_operation_t,
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    direction: Direction,
) -> psa_status_t {
    // SAFETY: the caller's promise.
    status_of(|| unsafe {
        operation::start(operation, || {
            Running::new(&*key_for(key, alg, direction)?, alg, direction)
        })
    })
}

/// Makes an initialization vector and sets it.
///
/// \param operation  An active operation that encrypts.
/// \param iv,iv_size  Where it goes.
/// \param iv_length  Gets its length, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INSUFFICIENT_ENTROPY, or
/// PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_generate_iv(
    operation: *mut psa_cipher_operation_t,
    iv: *mut u8,
    iv_size: usize,
    iv_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(iv_length, 0);
        let made = operation::step(operation, |running| {
            running.check_wants_iv()?;
            if iv_size < running.iv_length {
                return Err(PSA_ERROR_BUFFER_TOO_SMALL);
            }
            if iv.is_null() || iv_length.is_null() {
                return Err(PSA_ERROR_INVALID_ARGUMENT);
            }
            let mut fresh = vec![0; running.iv_length];
            rand::fill(&mut fresh).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
            running.set_iv(&fresh)?;
            Ok(fresh)
        })?;
        ptr::copy_out(&made, iv);
        ptr::store(iv_length, made.len());
        Ok(())
    })
}

/// Sets the initialization vector.
///
/// \param operation  An active operation.
/// \param iv,iv_length  The initialization vector, of the length of PSA_CIPHER_IV_LENGTH().
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_set_iv(
    operation: *mut psa_cipher_operation_t,
    iv: *const u8,
    iv_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        operation::step(operation, |running| {
            running.check_wants_iv()?;
            running.set_iv(ptr::bytes(iv, iv_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?)
        })
    })
}

/// Encrypts or decrypts more.
///
/// \param operation  An active operation with its initialization vector. On failure it is not active any more.
/// \param input,input_length  What goes in.
/// \param output,output_size  Where it comes out; may be the input.
/// \param output_length  Gets how much came out, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL or PSA_ERROR_INVALID_ARGUMENT.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_update(
    operation: *mut psa_cipher_operation_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        let length = operation::step(operation, |running| {
            running.check_ready()?;
            let needed = running.output_bound(input_length);
            through((input, input_length), (output, output_size), needed, |input, output| {
                running.update(input, output)
            })
        })?;
        ptr::store(output_length, length);
        Ok(())
    })
}

/// Ends an encryption or decryption. The operation is not active after that.
///
/// \param operation  An active operation with its initialization vector.
/// \param output,output_size  Where what is left comes out.
/// \param output_length  Gets how much came out, 0 on failure.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, PSA_ERROR_INVALID_PADDING, or
/// PSA_ERROR_INVALID_ARGUMENT, also if the data is not whole blocks.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_finish(
    operation: *mut psa_cipher_operation_t,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(output_length, 0);
        operation::room(operation)?;
        let mut running = operation::take(operation).ok_or(PSA_ERROR_BAD_STATE)?;
        running.check_ready()?;
        let output = ptr::bytes_mut(output, output_size.min(16)).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let length = running.finish(output)?;
        ptr::store(output_length, length);
        Ok(())
    })
}

/// Ends an encryption or decryption. An operation that is not active is allowed.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_abort(operation: *mut psa_cipher_operation_t) -> psa_status_t {
    // SAFETY: C passes NULL or an operation.
    status_of(|| unsafe {
        operation::abort(operation);
        Ok(())
    })
}

/// Encrypts a message with a fresh initialization vector, which comes before the ciphertext.
///
/// \param key,alg  As for psa_cipher_encrypt_setup().
/// \param input,input_length  The message.
/// \param output,output_size  Where initialization vector and ciphertext go.
/// \param output_length  Gets their length, 0 on failure.
///
/// \return  As psa_cipher_encrypt_setup() and psa_cipher_update(), or PSA_ERROR_INSUFFICIENT_ENTROPY.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_encrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    unsafe {
        whole(output_length, || {
            let key = key_for(key, alg, Direction::Encrypt)?;
            encrypt(&key, alg, (input, input_length), (output, output_size))
        })
    }
}

/// Decrypts what psa_cipher_encrypt() made.
///
/// \param key,alg  As for psa_cipher_decrypt_setup().
/// \param input,input_length  Initialization vector and ciphertext.
/// \param output,output_size  Where the message goes.
/// \param output_length  Gets its length, 0 on failure.
///
/// \return  As psa_cipher_decrypt_setup() and psa_cipher_finish().
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_cipher_decrypt(
    key: mbedtls_svc_key_id_t,
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    output: *mut u8,
    output_size: usize,
    output_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    unsafe {
        whole(output_length, || {
            let key = key_for(key, alg, Direction::Decrypt)?;
            decrypt(&key, alg, (input, input_length), (output, output_size))
        })
    }
}

/// Runs an operation of one call, and tells how much came out: 0 on failure.
///
/// # Safety
/// `length` is NULL or valid.
pub(super) unsafe fn whole(length: *mut usize, body: impl FnOnce() -> Outcome<usize>) -> psa_status_t {
    // SAFETY: the caller's promise.
    status_of(|| unsafe {
        ptr::store(length, 0);
        if length.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let made = body()?;
        ptr::store(length, made);
        Ok(())
    })
}

/// Encrypts a message behind a fresh initialization vector.
///
/// # Safety
/// The input is readable and the output writable.
unsafe fn encrypt(key: &Key, alg: psa_algorithm_t, input: Input, output: Output) -> Outcome<usize> {
    let iv_length = iv_length(key.attributes.type_, alg);
    if output.1 < iv_length {
        return Err(PSA_ERROR_BUFFER_TOO_SMALL);
    }
    let mut running = Running::new(key, alg, Direction::Encrypt)?;
    let mut iv = vec![0; iv_length];
    rand::fill(&mut iv).map_err(|_| PSA_ERROR_INSUFFICIENT_ENTROPY)?;
    if iv_length > 0 {
        running.set_iv(&iv)?;
    }
    let needed = iv_length
        .saturating_add(running.output_bound(input.1))
        .saturating_add(16);
    // SAFETY: the caller's promise.
    unsafe {
        through(input, output, needed, |input, output| {
            let (iv_room, rest) = output
                .split_at_mut_checked(iv_length)
                .ok_or(PSA_ERROR_BUFFER_TOO_SMALL)?;
            let first = running.update(input, rest)?;
            let last = running.finish(rest.get_mut(first..).unwrap_or(&mut []))?;
            iv_room.copy_from_slice(&iv);
            Ok(iv_length + first + last)
        })
    }
}

/// Decrypts a message behind its initialization vector.
///
/// # Safety
/// The input is readable and the output writable.
unsafe fn decrypt(key: &Key, alg: psa_algorithm_t, input: Input, output: Output) -> Outcome<usize> {
    let iv_length = iv_length(key.attributes.type_, alg);
    if input.1 < iv_length {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    let mut running = Running::new(key, alg, Direction::Decrypt)?;
    // SAFETY: the caller's promise.
    unsafe {
        through(input, output, input.1.saturating_add(16), |input, output| {
            let (iv, data) = input.split_at_checked(iv_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            if iv_length > 0 {
                running.set_iv(iv)?;
            }
            let first = running.update(data, output)?;
            let last = running.finish(output.get_mut(first..).unwrap_or(&mut []))?;
            Ok(first + last)
        })
    }
}

/// Whether a cipher can be used with a kind of key.
///
/// \param key_type  The kind of key.
/// \param cipher_alg  The cipher.
///
/// \return  1 or 0.
///
/// DEVIATION: 3.6 says 1 to everything as soon as psa_crypto_init() was called, and 0 before that.
#[unsafe(no_mangle)]
pub extern "C" fn psa_can_do_cipher(key_type: psa_key_type_t, cipher_alg: psa_algorithm_t) -> c_int {
    let is_block = matches!(
        key_type,
        PSA_KEY_TYPE_AES | PSA_KEY_TYPE_ARIA | PSA_KEY_TYPE_CAMELLIA | PSA_KEY_TYPE_DES
    );
    let is_wide = is_block && block_length(key_type) == 16;
    let can = match cipher_alg {
        PSA_ALG_STREAM_CIPHER | PSA_ALG_CHACHA20_POLY1305 => key_type == PSA_KEY_TYPE_CHACHA20,
        PSA_ALG_CCM_STAR_NO_TAG | PSA_ALG_CCM | PSA_ALG_GCM => is_wide,
        alg => is_block && mode(key_type, alg).is_some(),
    };
    can.into()
}
