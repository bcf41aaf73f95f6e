//! Contexts of block ciphers: aes.h, des.h, aria.h and camellia.h hold a key by value, as it is. Programs copy such contexts
//! as bytes and forget them without releasing them, so they own nothing; `crypto::cipher` keeps the key expanded for the
//! threads that use it, and finds it by the number that stands beside the key.

use super::ptr;
use crate::crypto::Unspecified;
use crate::crypto::cipher::{BlockAlgorithm, BlockKey, KeyNumber, forget, recent_block_key};
use core::ffi::{c_int, c_uchar};
use zeroize::Zeroizing;

/// What stands at the start of a context.
#[repr(C)]
#[derive(Clone, Copy)]
pub(super) struct KeyByValue {
    /// Place of the cipher in [`ALGORITHMS`], counted from 1; 0 is no key.
    algorithm: u32,
    /// Not 0 if the key was set for decryption.
    decrypt: u32,
    /// Number of the key, as the bytes of a `u64` because some contexts are aligned to 4 only; 0 is no key.
    number: [u8; 8],
    key: [u8; 32],
}

impl KeyByValue {
    /// The number of the key; `None` if there is no key.
    fn number(&self) -> Option<KeyNumber> {
        KeyNumber::from_bits(u64::from_ne_bytes(self.number))
    }
}

/// The ciphers, in an order that never changes while a program runs.
const ALGORITHMS: [BlockAlgorithm; 12] = [
    BlockAlgorithm::Aes128,
    BlockAlgorithm::Aes192,
    BlockAlgorithm::Aes256,
    BlockAlgorithm::Des,
    BlockAlgorithm::TripleDes2,
    BlockAlgorithm::TripleDes3,
    BlockAlgorithm::Camellia128,
    BlockAlgorithm::Camellia192,
    BlockAlgorithm::Camellia256,
    BlockAlgorithm::Aria128,
    BlockAlgorithm::Aria192,
    BlockAlgorithm::Aria256,
];

/// The error codes of a header.
#[derive(Clone, Copy)]
pub(super) struct Codes {
    /// An argument is invalid.
    pub(super) bad_input: c_int,
    /// The data is not whole blocks.
    pub(super) length: c_int,
}

/// Which way to go: `mode` of the C interface.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Decrypt,
    Encrypt,
}

impl Way {
    /// 0 is decryption and 1 encryption in all these headers.
    pub(super) fn from_mode(mode: c_int) -> Option<Self> {
        match mode {
            0 => Some(Self::Decrypt),
            1 => Some(Self::Encrypt),
            _ => None,
        }
    }
}

/// Wipes a context, and what this thread keeps of its key.
///
/// # Safety
/// If `context` is not NULL, it must be a context of one of these headers, which all have room for a [`KeyByValue`].
pub(super) unsafe fn free<T>(context: *mut T) {
    const { assert!(size_of::<T>() >= size_of::<KeyByValue>() && align_of::<T>() >= align_of::<KeyByValue>()) };
    if context.is_null() {
        return;
    }
    // SAFETY: the context is large enough and aligned (checked above), and was initialised or zeroed.
    if let Some(number) = unsafe { ptr::as_ref(context.cast::<KeyByValue>()) }.and_then(KeyByValue::number) {
        forget(number);
    }
    // SAFETY: writable; it owns nothing.
    unsafe { ptr::zero(context) };
}

/// Puts a key into a context, with a new number. Fails if a pointer is NULL.
///
/// # Safety
/// If `context` is not NULL, it must be a context of one of these headers. If `key` is not NULL, it must have the length of the
/// algorithm's keys.
pub(super) unsafe fn set<T>(
    context: *mut T,
    algorithm: BlockAlgorithm,
    way: Way,
    key: *const c_uchar,
) -> Result<(), Unspecified> {
    const { assert!(size_of::<T>() >= size_of::<KeyByValue>() && align_of::<T>() >= align_of::<KeyByValue>()) };
    // SAFETY: the key has this length by the caller's promise.
    let given = unsafe { ptr::bytes(key, algorithm.key_len()) }.ok_or(Unspecified)?;
    let place = ALGORITHMS.iter().position(|other| *other == algorithm).unwrap_or(0);
    let mut kept = Zeroizing::new([0; 32]);
    kept.get_mut(..given.len()).ok_or(Unspecified)?.copy_from_slice(given);
    let value = KeyByValue {
        algorithm: u32::try_from(place + 1).unwrap_or(0),
        decrypt: u32::from(way == Way::Decrypt),
        number: KeyNumber::unused().to_bits().to_ne_bytes(),
        key: *kept,
    };
    // SAFETY: the context is large enough and aligned (checked above), writable, and owns nothing.
    unsafe { ptr::store(context.cast(), value) };
    if context.is_null() { Err(Unspecified) } else { Ok(()) }
}

/// Does `work` with the key of a context and the way it was set for. Fails for NULL, and if there is no key.
///
/// # Safety
/// If `context` is not NULL, it must be a context of one of these headers, initialised.
unsafe fn with_key<T>(
    context: *const T,
    work: impl FnOnce(&BlockKey, Way) -> Result<(), Unspecified>,
) -> Result<(), Unspecified> {
    // SAFETY: the contexts are large enough and aligned (checked where keys are set), and any bytes are allowed.
    let value = unsafe { ptr::as_ref(context.cast::<KeyByValue>()) }.ok_or(Unspecified)?;
    let place = usize::try_from(value.algorithm)
        .ok()
        .and_then(|place| place.checked_sub(1));
    let algorithm = *place.and_then(|place| ALGORITHMS.get(place)).ok_or(Unspecified)?;
    let number = value.number().ok_or(Unspecified)?;
    let way = if value.decrypt == 0 { Way::Encrypt } else { Way::Decrypt };
    let secret = value.key.get(..algorithm.key_len()).ok_or(Unspecified)?;
    work(&*recent_block_key(number, algorithm, secret)?, way)
}

/// 0, or the code.
fn code(result: Result<(), Unspecified>, code: c_int) -> c_int {
    if result.is_ok() { 0 } else { code }
}

/// One block; `way` is that of the key if it is `None`.
///
/// # Safety
/// As for [`with_key`]; `input` and `output` are NULL or one block each, which may be the same.
pub(super) unsafe fn ecb<T>(
    context: *const T,
    way: Option<Way>,
    input: *const c_uchar,
    output: *mut c_uchar,
    codes: Codes,
) -> c_int {
    let work = |key: &BlockKey, set_for| {
        // SAFETY: one block each, by the caller's promise.
        let block = unsafe { ptr::moved(input, output, key.algorithm().block_len()) }.ok_or(Unspecified)?;
        match way.unwrap_or(set_for) {
            Way::Encrypt => key.encrypt_blocks(block),
            Way::Decrypt => key.decrypt_blocks(block),
        }
    };
    // SAFETY: the context is the caller's.
    code(unsafe { with_key(context, work) }, codes.bad_input)
}

/// CBC; `iv` is moved on.
///
/// # Safety
/// As for [`with_key`]; `iv` is NULL or one block, `input` and `output` are NULL or `length` bytes, and may overlap.
pub(super) unsafe fn cbc<T>(
    context: *const T,
    way: Way,
    length: usize,
    iv: *mut c_uchar,
    (input, output): (*const c_uchar, *mut c_uchar),
    codes: Codes,
) -> c_int {
    let mut ragged = false;
    let work = |key: &BlockKey, _| {
        let block_len = key.algorithm().block_len();
        if !length.is_multiple_of(block_len) {
            ragged = true;
            return Err(Unspecified);
        }
        // The vector is copied, as it may stand in the data.
        let mut copy = [0; 16];
        let copy = copy.get_mut(..block_len).ok_or(Unspecified)?;
        // SAFETY: one block, by the caller's promise.
        copy.copy_from_slice(unsafe { ptr::bytes(iv, block_len) }.ok_or(Unspecified)?);
        // SAFETY: `length` bytes each, by the caller's promise.
        let data = unsafe { ptr::moved(input, output, length) }.ok_or(Unspecified)?;
        match way {
            Way::Encrypt => key.cbc_encrypt(copy, data)?,
            Way::Decrypt => key.cbc_decrypt(copy, data)?,
        }
        // SAFETY: one block, writable by the caller's promise; `data` is no longer used.
        unsafe { ptr::copy_out(copy, iv) };
        Ok(())
    };
    // SAFETY: the context is the caller's.
    let result = unsafe { with_key(context, work) };
    if ragged {
        codes.length
    } else {
        code(result, codes.bad_input)
    }
}

/// The stream modes that keep a block and how much of it is used.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Feedback {
    CfbEncrypt,
    CfbDecrypt,
    Ofb,
}

/// CFB with whole blocks, or OFB; `iv` and what `used` points at are moved on.
///
/// # Safety
/// As for [`cbc`]; `used` is NULL or a number.
pub(super) unsafe fn feedback<T>(
    context: *const T,
    mode: Feedback,
    length: usize,
    (used, iv): (*mut usize, *mut c_uchar),
    (input, output): (*const c_uchar, *mut c_uchar),
    codes: Codes,
) -> c_int {
    let work = |key: &BlockKey, _| {
        // SAFETY: a number and 16 bytes, or NULL, by the caller's promise.
        let (mut offset, mut copy) = unsafe {
            let offset = *ptr::as_ref(used).ok_or(Unspecified)?;
            (offset, ptr::array::<16>(iv).ok_or(Unspecified)?)
        };
        if offset > 15 {
            return Err(Unspecified);
        }
        // SAFETY: `length` bytes each, by the caller's promise.
        let data = unsafe { ptr::moved(input, output, length) }.ok_or(Unspecified)?;
        match mode {
            Feedback::CfbEncrypt => key.cfb_encrypt(&mut copy, &mut offset, data)?,
            Feedback::CfbDecrypt => key.cfb_decrypt(&mut copy, &mut offset, data)?,
            Feedback::Ofb => key.ofb(&mut copy, &mut offset, data)?,
        }
        // SAFETY: writable by the caller's promise; `data` is no longer used.
        unsafe {
            ptr::copy_out(&copy, iv);
            ptr::store(used, offset);
        }
        Ok(())
    };
    // SAFETY: the context is the caller's.
    code(unsafe { with_key(context, work) }, codes.bad_input)
}

/// CFB with segments of a byte; `iv` is moved on.
///
/// # Safety
/// As for [`cbc`].
pub(super) unsafe fn cfb8<T>(
    context: *const T,
    way: Way,
    length: usize,
    iv: *mut c_uchar,
    (input, output): (*const c_uchar, *mut c_uchar),
    codes: Codes,
) -> c_int {
    let work = |key: &BlockKey, _| {
        // SAFETY: 16 bytes, or NULL, by the caller's promise.
        let mut copy = unsafe { ptr::array::<16>(iv) }.ok_or(Unspecified)?;
        // SAFETY: `length` bytes each, by the caller's promise.
        let data = unsafe { ptr::moved(input, output, length) }.ok_or(Unspecified)?;
        match way {
            Way::Encrypt => key.cfb8_encrypt(&mut copy, data)?,
            Way::Decrypt => key.cfb8_decrypt(&mut copy, data)?,
        }
        // SAFETY: writable by the caller's promise; `data` is no longer used.
        unsafe { ptr::copy_out(&copy, iv) };
        Ok(())
    };
    // SAFETY: the context is the caller's.
    code(unsafe { with_key(context, work) }, codes.bad_input)
}

/// CTR; the counter, the current block of the key stream and how much of it is used are moved on.
///
/// # Safety
/// As for [`cbc`]; `counter` and `stream` are NULL or 16 bytes, `used` is NULL or a number.
pub(super) unsafe fn ctr<T>(
    context: *const T,
    length: usize,
    (used, counter, stream): (*mut usize, *mut c_uchar, *mut c_uchar),
    (input, output): (*const c_uchar, *mut c_uchar),
    codes: Codes,
) -> c_int {
    let work = |key: &BlockKey, _| {
        // SAFETY: a number and 16 bytes each, or NULL, by the caller's promise. What `stream` holds is read only if some of
        // it is unused: programs do not set it before the first call.
        let (mut offset, mut number, mut block) = unsafe {
            let offset = *ptr::as_ref(used).ok_or(Unspecified)?;
            let block = if offset == 0 {
                Some([0; 16])
            } else {
                ptr::array::<16>(stream)
            };
            (
                offset,
                ptr::array::<16>(counter).ok_or(Unspecified)?,
                block.filter(|_| !stream.is_null()).ok_or(Unspecified)?,
            )
        };
        if offset > 15 {
            return Err(Unspecified);
        }
        // SAFETY: `length` bytes each, by the caller's promise.
        let data = unsafe { ptr::moved(input, output, length) }.ok_or(Unspecified)?;
        let untouched = data.is_empty();
        key.ctr(&mut number, &mut block, &mut offset, data)?;
        if untouched {
            return Ok(());
        }
        // SAFETY: writable by the caller's promise; `data` is no longer used.
        unsafe {
            ptr::copy_out(&number, counter);
            ptr::copy_out(&block, stream);
            ptr::store(used, offset);
        }
        Ok(())
    };
    // SAFETY: the context is the caller's.
    code(unsafe { with_key(context, work) }, codes.bad_input)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::capi::aes::{
        mbedtls_aes_context, mbedtls_aes_crypt_ecb, mbedtls_aes_free, mbedtls_aes_init, mbedtls_aes_setkey_enc,
    };
    use crate::capi::aes::{
        mbedtls_aes_xts_context,
        xts::{mbedtls_aes_crypt_xts, mbedtls_aes_xts_free, mbedtls_aes_xts_setkey_enc},
    };

    /// A context without a key.
    fn unset() -> mbedtls_aes_context {
        let mut context = mbedtls_aes_context { reserved: [!0; 36] };
        // SAFETY: a context.
        unsafe { mbedtls_aes_init(&mut context) };
        context
    }

    fn set_key(context: &mut mbedtls_aes_context, key: u8) {
        // SAFETY: a context and 16 bytes.
        assert_eq!(unsafe { mbedtls_aes_setkey_enc(context, [key; 16].as_ptr(), 128) }, 0);
    }

    /// Encrypts a block.
    fn encrypt(context: &mut mbedtls_aes_context) -> Result<[u8; 16], c_int> {
        let mut block = [0x5a; 16];
        // SAFETY: a context and a block.
        match unsafe { mbedtls_aes_crypt_ecb(context, 1, block.as_ptr(), block.as_mut_ptr()) } {
            0 => Ok(block),
            code => Err(code),
        }
    }

    /// What a key that nothing keeps makes of the block.
    fn fresh(key: u8) -> Result<[u8; 16], c_int> {
        let mut block = [0x5a; 16];
        let key = BlockKey::new(BlockAlgorithm::Aes128, &[key; 16]).unwrap();
        key.encrypt_blocks(&mut block).unwrap();
        Ok(block)
    }

    #[test]
    fn contexts_in_turn_copied_keyed_again_and_freed() {
        let (mut one, mut two) = (unset(), unset());
        assert_eq!(encrypt(&mut one), Err(-0x21));
        set_key(&mut one, 1);
        set_key(&mut two, 2);
        for _ in 0..3 {
            assert_eq!(encrypt(&mut one), fresh(1));
            assert_eq!(encrypt(&mut two), fresh(2));
        }
        // Copies, which outlive the original, its next key and its release.
        let mut copy = one;
        set_key(&mut one, 3);
        let mut other = copy;
        set_key(&mut other, 4);
        for _ in 0..2 {
            assert_eq!(encrypt(&mut copy), fresh(1));
            assert_eq!(encrypt(&mut one), fresh(3));
            assert_eq!(encrypt(&mut other), fresh(4));
        }
        let mut late = one;
        // SAFETY: a context.
        unsafe { mbedtls_aes_free(&mut one) };
        assert_eq!(one.reserved, [0; 36]);
        assert_eq!(encrypt(&mut one), Err(-0x21));
        // Its number is not given to another key.
        set_key(&mut one, 5);
        assert_eq!(encrypt(&mut one), fresh(5));
        assert_eq!(encrypt(&mut late), fresh(3));
        assert_eq!(
            std::thread::spawn(move || (encrypt(&mut late), encrypt(&mut copy)))
                .join()
                .unwrap(),
            (fresh(3), fresh(1))
        );
    }

    #[test]
    fn more_contexts_than_a_thread_keeps() {
        let mut contexts: Vec<_> = (0..80).map(|_| unset()).collect();
        for shift in 0..3u8 {
            for (context, key) in contexts.iter_mut().zip(shift..) {
                set_key(context, key);
            }
            for in_turn in [8, 32, 33, 80] {
                for _ in 0..2 {
                    for (context, key) in contexts.iter_mut().zip(shift..).take(in_turn) {
                        assert_eq!(encrypt(context), fresh(key));
                    }
                }
            }
        }
    }

    #[test]
    fn keys_of_xts_in_turn() {
        let none = mbedtls_aes_xts_context { reserved: [0; 72] };
        let encrypt = |context: &mut mbedtls_aes_xts_context| {
            let mut unit = [0x5a; 32];
            let (from, to) = (unit.as_ptr(), unit.as_mut_ptr());
            // SAFETY: a context, 16 bytes and a data unit.
            let code = unsafe { mbedtls_aes_crypt_xts(context, 1, 32, [9; 16].as_ptr(), from, to) };
            (code, unit)
        };
        let fresh = |key: u8, len: usize| {
            let mut unit = [0x5a; 32];
            let keys = [[key; 32], [key ^ 0x80; 32]].concat();
            let key = crate::crypto::cipher::XtsKey::new(&keys[32 - len / 2..32 + len / 2]).unwrap();
            key.encrypt([9; 16], &mut unit).unwrap();
            (0, unit)
        };
        let set_key = |context: &mut mbedtls_aes_xts_context, key: u8, len: usize| {
            let keys = [[key; 32], [key ^ 0x80; 32]].concat();
            let keys = &keys[32 - len / 2..32 + len / 2];
            let bits = u32::try_from(8 * len).unwrap();
            // SAFETY: a context and a key of this length.
            assert_eq!(unsafe { mbedtls_aes_xts_setkey_enc(context, keys.as_ptr(), bits) }, 0);
        };
        let (mut one, mut two) = (none, none);
        assert_eq!(encrypt(&mut one).0, -0x21);
        set_key(&mut one, 1, 32);
        set_key(&mut two, 2, 64);
        let mut copy = one;
        for _ in 0..2 {
            assert_eq!(encrypt(&mut one), fresh(1, 32));
            assert_eq!(encrypt(&mut two), fresh(2, 64));
        }
        set_key(&mut one, 3, 64);
        assert_eq!(encrypt(&mut one), fresh(3, 64));
        assert_eq!(encrypt(&mut copy), fresh(1, 32));
        // SAFETY: a context.
        unsafe { mbedtls_aes_xts_free(&mut one) };
        assert_eq!(one.reserved, none.reserved);
        assert_eq!(encrypt(&mut one).0, -0x21);
        assert_eq!(encrypt(&mut copy), fresh(1, 32));
    }
}
