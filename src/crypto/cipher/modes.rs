//! The modes of NIST SP 800-38A, their state in the caller's hands as C has it: an initialization vector that the call
//! moves on, and for modes that make a stream of a block cipher, how many bytes of its block are used.

use aes::cipher::{
    Array, Block, BlockCipherDecrypt, BlockCipherEncrypt, BlockModeDecrypt as _, BlockModeEncrypt as _, BlockSizeUser,
    InnerIvInit as _, IvState as _, StreamCipherCore as _, consts::U16,
};

use super::block::{BlockKey, any_cipher, whole_blocks, wide_cipher};
use super::xor_part;
use crate::crypto::Unspecified;

impl BlockKey {
    /// CBC: encrypts `data` in place and leaves its last block in `iv`. Fails, and does nothing, if `data` is not whole
    /// blocks or `iv` is not one block.
    pub fn cbc_encrypt(&self, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => cbc_encrypt(key, iv, data))
    }

    /// CBC: decrypts `data` in place and leaves its last block, as it was before, in `iv`. Fails as
    /// [`BlockKey::cbc_encrypt`].
    pub fn cbc_decrypt(&self, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => cbc_decrypt(key, iv, data))
    }

    /// CFB with segments of a block: encrypts `data` in place, where `used` bytes of the block in `iv` are used already;
    /// both are moved on. Fails, and does nothing, if `iv` is not one block or `used` not less than a block.
    pub fn cfb_encrypt(&self, iv: &mut [u8], used: &mut usize, data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => cfb(key, true, iv, used, data))
    }

    /// CFB with segments of a block: decrypts; otherwise as [`BlockKey::cfb_encrypt`].
    pub fn cfb_decrypt(&self, iv: &mut [u8], used: &mut usize, data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => cfb(key, false, iv, used, data))
    }

    /// CFB with segments of a byte: encrypts `data` in place and leaves the last block of bytes in `iv`. Fails if `iv`
    /// is not one block.
    pub fn cfb8_encrypt(&self, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => cfb8_encrypt(key, iv, data))
    }

    /// CFB with segments of a byte: decrypts; otherwise as [`BlockKey::cfb8_encrypt`].
    pub fn cfb8_decrypt(&self, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => cfb8_decrypt(key, iv, data))
    }

    /// OFB: encrypts or decrypts `data` in place; `iv` holds the current block of the key stream, of which `used` bytes
    /// are used; both are moved on. Fails as [`BlockKey::cfb_encrypt`].
    pub fn ofb(&self, iv: &mut [u8], used: &mut usize, data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => ofb(key, iv, used, data))
    }

    /// CTR with a counter of 128 bits, the lowest byte last: encrypts or decrypts `data` in place. `counter` is the one
    /// of the next block, `stream` the current block of the key stream, of which `used` bytes are used (0: none is left of
    /// it); all three are moved on. Fails, and does nothing, if `used` is not less than 16 or the cipher's blocks have
    /// not 16 bytes.
    pub fn ctr(
        &self,
        counter: &mut [u8; 16],
        stream: &mut [u8; 16],
        used: &mut usize,
        data: &mut [u8],
    ) -> Result<(), Unspecified> {
        wide_cipher!(self, key => ctr(key, counter, stream, used, data), _ => Err(Unspecified))
    }

    /// As [`BlockKey::ctr`] with a counter of 32 bits: the first 12 bytes of `counter` never change (GCM).
    pub(super) fn ctr32(
        &self,
        counter: &mut [u8; 16],
        stream: &mut [u8; 16],
        used: &mut usize,
        data: &mut [u8],
    ) -> Result<(), Unspecified> {
        wide_cipher!(self, key => ctr32(key, counter, stream, used, data), _ => Err(Unspecified))
    }
}

/// `iv` as a block of the cipher `C`.
fn block<C: BlockSizeUser>(iv: &[u8]) -> Result<Block<C>, Unspecified> {
    Array::try_from(iv).map_err(|_| Unspecified)
}

/// [`BlockKey::cbc_encrypt`] of one cipher.
fn cbc_encrypt<C: BlockCipherEncrypt>(key: &C, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
    let blocks = whole_blocks::<C>(data)?;
    let mut mode = cbc::Encryptor::inner_iv_init(key, &block::<C>(iv)?);
    mode.encrypt_blocks(blocks);
    iv.copy_from_slice(&mode.iv_state());
    Ok(())
}

/// [`BlockKey::cbc_decrypt`] of one cipher.
fn cbc_decrypt<C: BlockCipherDecrypt>(key: &C, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
    let blocks = whole_blocks::<C>(data)?;
    let mut mode = cbc::Decryptor::inner_iv_init(key, &block::<C>(iv)?);
    mode.decrypt_blocks(blocks);
    iv.copy_from_slice(&mode.iv_state());
    Ok(())
}

/// The rest of the block in `iv`, of which `used` bytes are used. None is left if `used` is 0: the next call makes one.
fn unused(iv: &mut [u8], used: usize, block_len: usize) -> Result<&mut [u8], Unspecified> {
    if iv.len() != block_len || used >= block_len {
        return Err(Unspecified);
    }
    iv.get_mut(if used == 0 { block_len } else { used }..)
        .ok_or(Unspecified)
}

/// How many bytes of its block are used after `taken` more, as C counts: 0 for all.
fn moved_on(used: usize, taken: usize, block_len: usize) -> usize {
    let sum = used.saturating_add(taken);
    if sum >= block_len { 0 } else { sum }
}

/// Combines `data` with what is left of the feedback block, which takes up the ciphertext. Returns what is left of `data`.
fn cfb_part<'a>(rest: &mut [u8], encrypt: bool, data: &'a mut [u8]) -> &'a mut [u8] {
    let (part, left) = data.split_at_mut(rest.len().min(data.len()));
    for (byte, feedback) in part.iter_mut().zip(rest) {
        let other = *byte ^ *feedback;
        *feedback = if encrypt { other } else { *byte };
        *byte = other;
    }
    left
}

/// [`BlockKey::cfb_encrypt`] and [`BlockKey::cfb_decrypt`] of one cipher.
fn cfb<C: BlockCipherEncrypt>(
    key: &C,
    encrypt: bool,
    iv: &mut [u8],
    used: &mut usize,
    data: &mut [u8],
) -> Result<(), Unspecified> {
    let block_len = C::block_size();
    let rest = unused(iv, *used, block_len)?;
    let taken = rest.len().min(data.len());
    let data = cfb_part(rest, encrypt, data);
    if taken > 0 {
        *used = moved_on(*used, taken, block_len);
    }
    let (blocks, tail) = Array::slice_as_chunks_mut(data);
    if !blocks.is_empty() {
        let start = block::<C>(iv)?;
        let last = |blocks: &[Block<C>]| blocks.last().cloned().ok_or(Unspecified);
        if encrypt {
            cfb_mode::Encryptor::inner_iv_init(key, &start).encrypt_blocks(blocks);
            iv.copy_from_slice(&last(blocks)?);
        } else {
            let ciphertext = last(blocks)?;
            cfb_mode::Decryptor::inner_iv_init(key, &start).decrypt_blocks(blocks);
            iv.copy_from_slice(&ciphertext);
        }
    }
    if !tail.is_empty() {
        let mut feedback = block::<C>(iv)?;
        key.encrypt_block(&mut feedback);
        iv.copy_from_slice(&feedback);
        *used = tail.len();
        cfb_part(iv, encrypt, tail);
    }
    Ok(())
}

/// [`BlockKey::cfb8_encrypt`] of one cipher.
fn cfb8_encrypt<C: BlockCipherEncrypt>(key: &C, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
    let mut mode = cfb8::Encryptor::inner_iv_init(key, &block::<C>(iv)?);
    mode.encrypt_blocks(Array::slice_as_chunks_mut(data).0);
    iv.copy_from_slice(&mode.iv_state());
    Ok(())
}

/// [`BlockKey::cfb8_decrypt`] of one cipher.
fn cfb8_decrypt<C: BlockCipherEncrypt>(key: &C, iv: &mut [u8], data: &mut [u8]) -> Result<(), Unspecified> {
    let mut mode = cfb8::Decryptor::inner_iv_init(key, &block::<C>(iv)?);
    mode.decrypt_blocks(Array::slice_as_chunks_mut(data).0);
    iv.copy_from_slice(&mode.iv_state());
    Ok(())
}

/// [`BlockKey::ofb`] of one cipher.
fn ofb<C: BlockCipherEncrypt>(key: &C, iv: &mut [u8], used: &mut usize, data: &mut [u8]) -> Result<(), Unspecified> {
    let block_len = C::block_size();
    let rest = unused(iv, *used, block_len)?;
    let taken = rest.len().min(data.len());
    let data = xor_part(rest, data);
    if taken > 0 {
        *used = moved_on(*used, taken, block_len);
    }
    if data.is_empty() {
        return Ok(());
    }
    let mut core = ofb::OfbCore::inner_iv_init(key, &block::<C>(iv)?);
    let (blocks, tail) = Array::slice_as_chunks_mut(data);
    core.apply_keystream_blocks(blocks);
    if !tail.is_empty() {
        let mut stream = Block::<C>::default();
        core.write_keystream_block(&mut stream);
        *used = tail.len();
        xor_part(&stream, tail);
    }
    iv.copy_from_slice(&core.iv_state());
    Ok(())
}

/// The stream of a counter mode over `data`: what is left of `stream`, whole blocks, and a last one that stays in
/// `stream`, also if it is used up, where the C interface shows it.
macro_rules! counter_mode {
    ($name:ident, $flavor:ty) => {
        fn $name<C: BlockCipherEncrypt + BlockSizeUser<BlockSize = U16>>(
            key: &C,
            counter: &mut [u8; 16],
            stream: &mut [u8; 16],
            used: &mut usize,
            data: &mut [u8],
        ) -> Result<(), Unspecified> {
            let rest = unused(stream, *used, 16)?;
            let taken = rest.len().min(data.len());
            let data = xor_part(rest, data);
            if taken > 0 {
                *used = moved_on(*used, taken, 16);
            }
            let Some(before_last) = data.len().checked_sub(1) else {
                return Ok(());
            };
            let (whole, last) = data
                .split_at_mut_checked(before_last - before_last % 16)
                .ok_or(Unspecified)?;
            let mut core = ctr::CtrCore::<&C, $flavor>::inner_iv_init(key, &(*counter).into());
            core.apply_keystream_blocks(whole_blocks::<C>(whole)?);
            let mut block = Block::<C>::default();
            core.write_keystream_block(&mut block);
            stream.copy_from_slice(&block);
            counter.copy_from_slice(&core.iv_state());
            *used = last.len() % 16;
            xor_part(stream, last);
            Ok(())
        }
    };
}

counter_mode!(ctr, ctr::flavors::Ctr128BE);
counter_mode!(ctr32, ctr::flavors::Ctr32BE);
