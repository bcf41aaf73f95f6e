//! `psa/crypto.h`: hashes.
//!
//! An operation holds its state by value: one that is forgotten without psa_hash_abort() loses no memory.

use super::alg::{hash_algorithm, is_hash};
use super::keys::{Outcome, status_of};
use super::operation::room;
use super::types::{psa_algorithm_t, psa_hash_operation_t, psa_status_t};
use super::values::*;
use crate::capi::ptr;
use crate::crypto::digest::{Chained, Midway, Sponge};
use crate::crypto::hash::{Digest, HashAlgorithm};
use core::ffi::c_int;
use subtle::ConstantTimeEq;
use zeroize::Zeroize;

/// The words of an operation: the algorithm, how much went in (two words), and the state.
type Words = [u64; 29];

/// A digest with state by value.
enum Running {
    Chained(Chained, usize, usize),
    Sponge(Sponge),
}

/// The digest of an algorithm: of those that chain blocks, with the lengths of its state and its block.
const fn running(algorithm: HashAlgorithm) -> Running {
    match algorithm {
        HashAlgorithm::Md5 => Running::Chained(Chained::Md5, 16, 64),
        HashAlgorithm::Ripemd160 => Running::Chained(Chained::Ripemd160, 20, 64),
        HashAlgorithm::Sha1 => Running::Chained(Chained::Sha1, 20, 64),
        HashAlgorithm::Sha224 => Running::Chained(Chained::Sha224, 32, 64),
        HashAlgorithm::Sha256 => Running::Chained(Chained::Sha256, 32, 64),
        HashAlgorithm::Sha384 => Running::Chained(Chained::Sha384, 64, 128),
        HashAlgorithm::Sha512 => Running::Chained(Chained::Sha512, 64, 128),
        HashAlgorithm::Sha3_224 => Running::Sponge(Sponge::Sha3_224),
        HashAlgorithm::Sha3_256 => Running::Sponge(Sponge::Sha3_256),
        HashAlgorithm::Sha3_384 => Running::Sponge(Sponge::Sha3_384),
        HashAlgorithm::Sha3_512 => Running::Sponge(Sponge::Sha3_512),
    }
}

/// The algorithm of an operation; BAD_STATE if it is not active.
fn algorithm_of(words: &Words) -> Outcome<HashAlgorithm> {
    let alg = psa_algorithm_t::try_from(words[0]).unwrap_or(0);
    hash_algorithm(alg).ok_or(PSA_ERROR_BAD_STATE)
}

/// Works on the state of an operation as its digest has it.
fn with_state<T>(
    words: &mut Words,
    chained: impl FnOnce(Chained, &mut Midway<'_>) -> Result<T, crate::crypto::Unspecified>,
    sponge: impl FnOnce(Sponge, &mut [u8; 200], &mut u8) -> Result<T, crate::crypto::Unspecified>,
) -> Outcome<T> {
    let algorithm = algorithm_of(words)?;
    let [_, low, high, state @ ..] = words;
    let state: &mut [u64; 25] = state.first_chunk_mut().ok_or(PSA_ERROR_CORRUPTION_DETECTED)?;
    // SAFETY: 25 words are 200 bytes, any of which are allowed in either type, and bytes need no alignment.
    let bytes = unsafe { &mut *core::ptr::from_mut(state).cast::<[u8; 200]>() };
    let outcome = match running(algorithm) {
        Running::Chained(digest, state_len, block_len) => {
            let (state, block) = bytes.split_at_mut(state_len);
            let mut total = u128::from(*high) << 64 | u128::from(*low);
            let outcome = chained(
                digest,
                &mut Midway {
                    state,
                    total: &mut total,
                    block: &mut block[..block_len],
                },
            );
            let [new_low, new_high] = [total & u128::from(u64::MAX), total >> 64];
            *low = u64::try_from(new_low).unwrap_or(0);
            *high = u64::try_from(new_high).unwrap_or(0);
            outcome
        }
        Running::Sponge(digest) => {
            let mut position = u8::try_from(*low).map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)?;
            let outcome = sponge(digest, bytes, &mut position);
            *low = position.into();
            outcome
        }
    };
    outcome.map_err(|_| PSA_ERROR_CORRUPTION_DETECTED)
}

/// Adds bytes to an operation.
fn update(words: &mut Words, input: &[u8]) -> Outcome<()> {
    with_state(
        words,
        |digest, midway| digest.update(midway, input),
        |digest, state, position| digest.update(state, position, input),
    )
}

/// The digest of what went in; the operation is not active any more.
fn finish(words: &mut Words) -> Outcome<Digest> {
    let digest = with_state(
        words,
        |digest, midway| digest.finish(midway),
        |digest, state, position| digest.finish(state, *position),
    );
    words.zeroize();
    digest
}

/// The hash function of a number: INVALID_ARGUMENT for what is none, NOT_SUPPORTED for one that there is not.
fn known(alg: psa_algorithm_t) -> Outcome<HashAlgorithm> {
    if !is_hash(alg) {
        return Err(PSA_ERROR_INVALID_ARGUMENT);
    }
    hash_algorithm(alg).ok_or(PSA_ERROR_NOT_SUPPORTED)
}

/// An operation that is not active.
///
/// \return  The operation.
#[unsafe(no_mangle)]
pub extern "C" fn psa_hash_operation_init() -> psa_hash_operation_t {
    psa_hash_operation_t { reserved: [0; 29] }
}

/// Begins a hash.
///
/// \param operation  An operation that is not active. On failure it is not either.
/// \param alg  The hash function.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_NOT_SUPPORTED, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no hash
/// function.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_setup(operation: *mut psa_hash_operation_t, alg: psa_algorithm_t) -> psa_status_t {
    // SAFETY: C passes an operation.
    status_of(|| unsafe {
        let words = &mut room(operation)?.reserved;
        let was_active = words[0] != 0;
        words.zeroize();
        if was_active {
            return Err(PSA_ERROR_BAD_STATE);
        }
        known(alg)?;
        words[0] = alg.into();
        let started = with_state(words, |digest, midway| digest.start(midway.state), |_, _, _| Ok(()));
        if started.is_err() {
            words.zeroize();
        }
        started
    })
}

/// Adds bytes to a hash.
///
/// \param operation  An active operation. On failure it is not active any more.
/// \param input,input_length  The bytes.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_update(
    operation: *mut psa_hash_operation_t,
    input: *const u8,
    input_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        let words = &mut room(operation)?.reserved;
        let outcome = algorithm_of(words).and_then(|_| {
            let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
            update(words, input)
        });
        if outcome.is_err() {
            words.zeroize();
        }
        outcome
    })
}

/// The hash of what went in. The operation is not active after that.
///
/// \param operation  An active operation.
/// \param hash,hash_size  Where the hash goes.
/// \param hash_length  Gets its length.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_finish(
    operation: *mut psa_hash_operation_t,
    hash: *mut u8,
    hash_size: usize,
    hash_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes an operation, writable bytes, and a length to write.
    status_of(|| unsafe {
        ptr::store(hash_length, 0);
        if hash_length.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        let digest = finish(&mut room(operation)?.reserved)?;
        write(digest.as_ref(), hash, hash_size, hash_length)
    })
}

/// Writes a hash; if there is no room, the buffer is filled with what is no hash.
///
/// # Safety
/// `size` bytes are writable, and the length is.
unsafe fn write(digest: &[u8], hash: *mut u8, size: usize, length: *mut usize) -> Outcome<()> {
    // SAFETY: the caller's promise.
    unsafe {
        ptr::store(length, size);
        if hash.is_null() && size > 0 {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        if size < digest.len() {
            if size > 0 {
                hash.write_bytes(b'!', size);
            }
            return Err(PSA_ERROR_BUFFER_TOO_SMALL);
        }
        ptr::copy_out(digest, hash);
        // What 3.6 leaves behind the hash.
        hash.add(digest.len()).write_bytes(b'!', size - digest.len());
        ptr::store(length, digest.len());
    }
    Ok(())
}

/// Compares the hash of what went in, in a time that does not depend on where they differ. The operation is not active
/// after that.
///
/// \param operation  An active operation.
/// \param hash,hash_length  The hash that is expected, whole.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_verify(
    operation: *mut psa_hash_operation_t,
    hash: *const u8,
    hash_length: usize,
) -> psa_status_t {
    // SAFETY: C passes an operation and readable bytes.
    status_of(|| unsafe {
        let digest = finish(&mut room(operation)?.reserved)?;
        let expected = ptr::bytes(hash, hash_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        compare(digest.as_ref(), expected)
    })
}

/// INVALID_SIGNATURE unless both are equal.
pub(super) fn compare(actual: &[u8], expected: &[u8]) -> Outcome<()> {
    if bool::from(actual.ct_eq(expected)) {
        Ok(())
    } else {
        Err(PSA_ERROR_INVALID_SIGNATURE)
    }
}

/// Ends a hash. An operation that is not active is allowed.
///
/// \param operation  The operation; NULL is allowed and does nothing.
///
/// \return  PSA_SUCCESS.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_abort(operation: *mut psa_hash_operation_t) -> psa_status_t {
    // SAFETY: C passes NULL or an operation.
    status_of(|| unsafe {
        if let Ok(operation) = room(operation) {
            operation.reserved.zeroize();
        }
        Ok(())
    })
}

/// Copies a hash under way.
///
/// \param source_operation  An active operation.
/// \param target_operation  An operation that is not active; it becomes the copy.
///
/// \return  PSA_SUCCESS, PSA_ERROR_BAD_STATE, or PSA_ERROR_INVALID_ARGUMENT for NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_clone(
    source_operation: *const psa_hash_operation_t,
    target_operation: *mut psa_hash_operation_t,
) -> psa_status_t {
    // SAFETY: C passes operations; the source is copied before the target is looked at, as they may be the same.
    status_of(|| unsafe {
        let source = *ptr::as_ref(source_operation).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let target = room(target_operation)?;
        if source.reserved[0] == 0 || target.reserved[0] != 0 {
            return Err(PSA_ERROR_BAD_STATE);
        }
        *target = source;
        Ok(())
    })
}

/// Computes the hash of a message.
///
/// \param alg  The hash function.
/// \param input,input_length  The message.
/// \param hash,hash_size  Where the hash goes; PSA_HASH_LENGTH() tells how much room it needs.
/// \param hash_length  Gets the length of the hash.
///
/// \return  PSA_SUCCESS, PSA_ERROR_NOT_SUPPORTED, PSA_ERROR_BUFFER_TOO_SMALL, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
/// hash function or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_compute(
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    hash: *mut u8,
    hash_size: usize,
    hash_length: *mut usize,
) -> psa_status_t {
    // SAFETY: C passes readable and writable bytes, and a length to write.
    status_of(|| unsafe {
        if hash_length.is_null() {
            return Err(PSA_ERROR_INVALID_ARGUMENT);
        }
        // What 3.6 tells of a failure: no length for what is no hash function, the size of the buffer for the rest.
        let algorithm = known(alg);
        ptr::store(hash_length, if is_hash(alg) { hash_size } else { 0 });
        if algorithm == Err(PSA_ERROR_NOT_SUPPORTED) && !hash.is_null() && isize::try_from(hash_size).is_ok() {
            hash.write_bytes(0, hash_size);
        }
        let algorithm = algorithm?;
        let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let digest = algorithm.hash(input);
        write(digest.as_ref(), hash, hash_size, hash_length)
    })
}

/// Computes the hash of a message and compares it, in a time that does not depend on where they differ.
///
/// \param alg  The hash function.
/// \param input,input_length  The message.
/// \param hash,hash_length  The hash that is expected, whole.
///
/// \return  PSA_SUCCESS, PSA_ERROR_INVALID_SIGNATURE, PSA_ERROR_NOT_SUPPORTED, or PSA_ERROR_INVALID_ARGUMENT if `alg` is no
/// hash function or a pointer is NULL.
#[unsafe(no_mangle)]
pub unsafe extern "C" fn psa_hash_compare(
    alg: psa_algorithm_t,
    input: *const u8,
    input_length: usize,
    hash: *const u8,
    hash_length: usize,
) -> psa_status_t {
    // SAFETY: C passes readable bytes.
    status_of(|| unsafe {
        let algorithm = known(alg)?;
        let input = ptr::bytes(input, input_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        let expected = ptr::bytes(hash, hash_length).ok_or(PSA_ERROR_INVALID_ARGUMENT)?;
        compare(algorithm.hash(input).as_ref(), expected)
    })
}

/// Whether a hash function can be used.
///
/// \param hash_alg  The hash function.
///
/// \return  1 or 0.
///
/// DEVIATION: 3.6 says 1 to everything as soon as psa_crypto_init() was called, and 0 before that.
#[unsafe(no_mangle)]
pub extern "C" fn psa_can_do_hash(hash_alg: psa_algorithm_t) -> c_int {
    hash_algorithm(hash_alg).is_some().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use core::ptr::null_mut;

    /// SHA-256 of "abc", FIPS 180-2 appendix B.1.
    const ABC: [u8; 32] = [
        0xba, 0x78, 0x16, 0xbf, 0x8f, 0x01, 0xcf, 0xea, 0x41, 0x41, 0x40, 0xde, 0x5d, 0xae, 0x22, 0x23, 0xb0, 0x03,
        0x61, 0xa3, 0x96, 0x17, 0x7a, 0x9c, 0xb4, 0x10, 0xff, 0x61, 0xf2, 0x00, 0x15, 0xad,
    ];

    #[test]
    fn hashes() {
        let (mut out, mut len) = ([0u8; 64], 0);
        // SAFETY: whole objects of the sizes given.
        unsafe {
            let compute = |alg, size, out: &mut [u8; 64], len: &mut usize| {
                psa_hash_compute(alg, b"abc".as_ptr(), 3, out.as_mut_ptr(), size, len)
            };
            assert_eq!(compute(PSA_ALG_SHA_256, 32, &mut out, &mut len), PSA_SUCCESS);
            assert_eq!((len, &out[..32]), (32, &ABC[..]));
            for (alg, length) in [
                (PSA_ALG_MD5, 16),
                (PSA_ALG_SHA_1, 20),
                (PSA_ALG_SHA_224, 28),
                (PSA_ALG_SHA_384, 48),
                (PSA_ALG_SHA_512, 64),
            ] {
                assert_eq!((compute(alg, 64, &mut out, &mut len), len), (PSA_SUCCESS, length));
            }
            let small = compute(PSA_ALG_SHA_256, 31, &mut out, &mut len);
            assert_eq!((small, len), (PSA_ERROR_BUFFER_TOO_SMALL, 31));
            assert_eq!(
                compute(PSA_ALG_SHA_512_256, 64, &mut out, &mut len),
                PSA_ERROR_NOT_SUPPORTED
            );
            assert_eq!(
                compute(PSA_ALG_ANY_HASH, 64, &mut out, &mut len),
                PSA_ERROR_NOT_SUPPORTED
            );
            assert_eq!(compute(PSA_ALG_GCM, 64, &mut out, &mut len), PSA_ERROR_INVALID_ARGUMENT);
            assert_eq!(
                compute(PSA_ALG_NONE, 64, &mut out, &mut len),
                PSA_ERROR_INVALID_ARGUMENT
            );
        }
    }

    #[test]
    fn hashes_are_compared_whole() {
        let mut wrong = ABC;
        wrong[31] ^= 1;
        // SAFETY: whole objects of the sizes given; NULL is allowed.
        unsafe {
            let compare =
                |hash: &[u8]| psa_hash_compare(PSA_ALG_SHA_256, b"abc".as_ptr(), 3, hash.as_ptr(), hash.len());
            assert_eq!(compare(&ABC), PSA_SUCCESS);
            assert_eq!(compare(&ABC[..31]), PSA_ERROR_INVALID_SIGNATURE);
            assert_eq!(compare(&wrong), PSA_ERROR_INVALID_SIGNATURE);
            assert_eq!(
                psa_hash_compare(PSA_ALG_SHA_256, core::ptr::null(), 3, ABC.as_ptr(), 32),
                PSA_ERROR_INVALID_ARGUMENT
            );
            assert_eq!(
                psa_hash_compare(PSA_ALG_SHA_256, core::ptr::null(), 0, core::ptr::null(), 32),
                PSA_ERROR_INVALID_ARGUMENT
            );
            assert_eq!(
                psa_hash_compare(PSA_ALG_GCM, core::ptr::null(), 0, ABC.as_ptr(), 32),
                PSA_ERROR_INVALID_ARGUMENT
            );
        }
    }

    #[test]
    fn null() {
        let (mut out, mut len) = ([0u8; 32], 0);
        // SAFETY: NULL is allowed everywhere; the rest are whole objects.
        unsafe {
            let bad = PSA_ERROR_INVALID_ARGUMENT;
            assert_eq!(
                psa_hash_compute(
                    PSA_ALG_SHA_256,
                    core::ptr::null(),
                    1,
                    out.as_mut_ptr(),
                    32,
                    &raw mut len
                ),
                bad
            );
            assert_eq!(
                psa_hash_compute(PSA_ALG_SHA_256, core::ptr::null(), 0, null_mut(), 32, &raw mut len),
                bad
            );
            assert_eq!(
                psa_hash_compute(PSA_ALG_SHA_256, core::ptr::null(), 0, out.as_mut_ptr(), 32, null_mut()),
                bad
            );
            assert_eq!(
                psa_hash_compute(
                    PSA_ALG_SHA_256,
                    core::ptr::null(),
                    0,
                    out.as_mut_ptr(),
                    32,
                    &raw mut len
                ),
                PSA_SUCCESS
            );
        }
    }
}
