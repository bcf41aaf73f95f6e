//! GCM (NIST SP 800-38D): whole messages by ring where it can, otherwise, and in parts, put together of counter mode and
//! the `ghash` crate.

use ::ghash::{GHash, universal_hash::UniversalHash as _};
use aes::cipher::Array;
use ring::aead;
use subtle::ConstantTimeEq as _;
use zeroize::Zeroize as _;

use super::block::{BlockAlgorithm, BlockKey};
use crate::crypto::Unspecified;

/// The longest message in bytes (NIST SP 800-38D section 5.2.1.1).
const MAX_DATA_LEN: u64 = (1 << 36) - 32;
/// The longest associated data and nonce in bytes (likewise).
const MAX_AAD_LEN: u64 = (1 << 61) - 1;
/// Bytes that are encrypted and hashed in turn, so that they stay in the processor's cache.
const PIECE: usize = 4096;

/// A GCM key. A nonce must never be used twice with the same key for sealing.
pub struct GcmKey {
    /// ring's, if ring has the cipher.
    ring: Option<aead::LessSafeKey>,
    block: BlockKey,
    hash: GHash,
}

impl GcmKey {
    /// Of a cipher with blocks of 16 bytes. Fails for others, or if `key` has not `algorithm.key_len()` bytes.
    pub fn new(algorithm: BlockAlgorithm, key: &[u8]) -> Result<Self, Unspecified> {
        let block = BlockKey::new(algorithm, key)?;
        if algorithm.block_len() != 16 {
            return Err(Unspecified);
        }
        let ring = match algorithm {
            BlockAlgorithm::Aes128 => Some(&aead::AES_128_GCM),
            BlockAlgorithm::Aes256 => Some(&aead::AES_256_GCM),
            _ => None,
        };
        let ring = match ring {
            Some(ring) => Some(aead::LessSafeKey::new(aead::UnboundKey::new(ring, key)?)),
            None => None,
        };
        let mut subkey = [0; 16];
        block.encrypt_blocks(&mut subkey)?;
        let hash = GHash::new(&subkey.into());
        subkey.zeroize();
        Ok(Self { ring, block, hash })
    }

    /// Encrypts `data` in place and fills `tag` (4 to 16 bytes). Fails if the nonce is empty or something is too long.
    pub fn seal(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &mut [u8]) -> Result<(), Unspecified> {
        check_tag_len(tag.len())?;
        if let (Some(ring), Ok(nonce)) = (&self.ring, aead::Nonce::try_assume_unique_for_key(nonce)) {
            let made = ring.seal_in_place_separate_tag(nonce, aead::Aad::from(aad), data)?;
            for (to, from) in tag.iter_mut().zip(made.as_ref()) {
                *to = *from;
            }
            return Ok(());
        }
        let mut stream = GcmStream::new(self, nonce)?;
        stream.aad(aad)?;
        stream.encrypt(self, data)?;
        stream.tag_to(tag)
    }

    /// Decrypts `data` in place and checks `tag` (4 to 16 bytes). On failure `data` is wiped.
    pub fn open(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &[u8]) -> Result<(), Unspecified> {
        let opened = self.open_unwiped(nonce, aad, data, tag);
        if opened.is_err() {
            data.fill(0);
        }
        opened
    }

    /// [`GcmKey::open`] without the wiping.
    fn open_unwiped(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &[u8]) -> Result<(), Unspecified> {
        check_tag_len(tag.len())?;
        let whole = (aead::Nonce::try_assume_unique_for_key(nonce), tag.try_into());
        if let (Some(ring), (Ok(nonce), Ok(tag))) = (&self.ring, whole) {
            ring.open_in_place_separate_tag(nonce, aead::Aad::from(aad), tag, data, 0..)?;
            return Ok(());
        }
        let mut stream = GcmStream::new(self, nonce)?;
        stream.aad(aad)?;
        stream.decrypt(self, data)?;
        let mut expected = [0; 16];
        let expected = expected.get_mut(..tag.len()).ok_or(Unspecified)?;
        stream.tag_to(expected)?;
        if bool::from(expected.ct_eq(tag)) {
            Ok(())
        } else {
            Err(Unspecified)
        }
    }
}

impl core::fmt::Debug for GcmKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "GcmKey({:?})", self.block.algorithm())
    }
}

/// Tags of GCM have 4 to 16 bytes.
fn check_tag_len(len: usize) -> Result<(), Unspecified> {
    if (4..=16).contains(&len) {
        Ok(())
    } else {
        Err(Unspecified)
    }
}

/// A message under way, which goes in by parts: first all associated data, then all data. Who decrypts holds plaintext
/// that is not yet authenticated, until the tag has been compared.
#[derive(Clone)]
pub struct GcmStream {
    /// The first block of the key stream, which covers the tag.
    cover: [u8; 16],
    counter: [u8; 16],
    stream: [u8; 16],
    used: usize,
    hash: Hasher,
    aad_len: u64,
    data_len: u64,
}

impl GcmStream {
    /// Starts a message. Fails if the nonce is empty or too long.
    pub fn new(key: &GcmKey, nonce: &[u8]) -> Result<Self, Unspecified> {
        let mut counter = [0; 16];
        if let Ok(nonce) = <[u8; 12]>::try_from(nonce) {
            let (start, number) = counter.split_at_mut(12);
            start.copy_from_slice(&nonce);
            number.copy_from_slice(&1u32.to_be_bytes());
        } else {
            let len = checked_len(0, nonce.len(), MAX_AAD_LEN)?;
            if len == 0 {
                return Err(Unspecified);
            }
            let mut hash = Hasher::new(&key.hash);
            hash.update(nonce);
            counter = hash.finish(0, len);
        }
        let mut stream = Self {
            cover: [0; 16],
            counter,
            stream: [0; 16],
            used: 0,
            hash: Hasher::new(&key.hash),
            aad_len: 0,
            data_len: 0,
        };
        let mut cover = [0; 16];
        key.block
            .ctr32(&mut stream.counter, &mut stream.stream, &mut stream.used, &mut cover)?;
        stream.cover = cover;
        Ok(stream)
    }

    /// Takes more associated data. Fails, and does nothing, if data came already or it is too much.
    pub fn aad(&mut self, aad: &[u8]) -> Result<(), Unspecified> {
        if self.data_len != 0 {
            return Err(Unspecified);
        }
        self.aad_len = checked_len(self.aad_len, aad.len(), MAX_AAD_LEN)?;
        self.hash.update(aad);
        Ok(())
    }

    /// Encrypts more data in place, with the key that the message was started with. Fails, and does nothing, if it is
    /// too much.
    pub fn encrypt(&mut self, key: &GcmKey, data: &mut [u8]) -> Result<(), Unspecified> {
        self.add_data_len(data.len())?;
        for piece in data.chunks_mut(PIECE) {
            key.block
                .ctr32(&mut self.counter, &mut self.stream, &mut self.used, piece)?;
            self.hash.update(piece);
        }
        Ok(())
    }

    /// Decrypts; otherwise as [`GcmStream::encrypt`].
    pub fn decrypt(&mut self, key: &GcmKey, data: &mut [u8]) -> Result<(), Unspecified> {
        self.add_data_len(data.len())?;
        for piece in data.chunks_mut(PIECE) {
            self.hash.update(piece);
            key.block
                .ctr32(&mut self.counter, &mut self.stream, &mut self.used, piece)?;
        }
        Ok(())
    }

    /// The tag of the message, of which the first bytes are the shorter tags.
    pub fn tag(&self) -> [u8; 16] {
        let mut hash = self.hash.clone();
        let mut tag = hash.finish(self.aad_len, self.data_len);
        for (byte, cover) in tag.iter_mut().zip(self.cover) {
            *byte ^= cover;
        }
        tag
    }

    /// Bytes of associated data and of data that came so far.
    pub fn lengths(&self) -> (u64, u64) {
        (self.aad_len, self.data_len)
    }

    /// Fills `tag` with the first bytes of the message's.
    fn tag_to(&self, tag: &mut [u8]) -> Result<(), Unspecified> {
        let made = self.tag();
        tag.copy_from_slice(made.get(..tag.len()).ok_or(Unspecified)?);
        Ok(())
    }

    /// Counts data that comes; the first ends the associated data.
    fn add_data_len(&mut self, len: usize) -> Result<(), Unspecified> {
        let sum = checked_len(self.data_len, len, MAX_DATA_LEN)?;
        if self.data_len == 0 && sum != 0 {
            self.hash.pad();
        }
        self.data_len = sum;
        Ok(())
    }
}

impl Drop for GcmStream {
    fn drop(&mut self) {
        self.cover.zeroize();
        self.stream.zeroize();
    }
}

impl core::fmt::Debug for GcmStream {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("GcmStream")
    }
}

/// `sum` and `len` more, if that is not above `most`.
fn checked_len(sum: u64, len: usize, most: u64) -> Result<u64, Unspecified> {
    let len = u64::try_from(len).map_err(|_| Unspecified)?;
    let sum = sum.checked_add(len).ok_or(Unspecified)?;
    if sum > most { Err(Unspecified) } else { Ok(sum) }
}

/// GHASH over bytes that come in parts.
#[derive(Clone)]
struct Hasher {
    hash: GHash,
    part: [u8; 16],
    part_len: usize,
}

impl Hasher {
    /// With the key of a hash that has taken nothing.
    fn new(keyed: &GHash) -> Self {
        Self {
            hash: keyed.clone(),
            part: [0; 16],
            part_len: 0,
        }
    }

    /// Takes more bytes.
    fn update(&mut self, mut data: &[u8]) {
        if self.part_len > 0 {
            let room = self.part.get_mut(self.part_len..).unwrap_or_default();
            let taken = room.len().min(data.len());
            let (now, later) = data.split_at(taken);
            for (to, from) in room.iter_mut().zip(now) {
                *to = *from;
            }
            self.part_len += taken;
            data = later;
            if self.part_len < self.part.len() {
                return;
            }
            self.pad();
        }
        let (blocks, rest) = Array::slice_as_chunks(data);
        self.hash.update(blocks);
        for (to, from) in self.part.iter_mut().zip(rest) {
            *to = *from;
        }
        self.part_len = rest.len();
    }

    /// Fills the last block with zeros and takes it.
    fn pad(&mut self) {
        if let Some(part) = self.part.get(..self.part_len) {
            self.hash.update_padded(part);
        }
        self.part_len = 0;
    }

    /// The hash of what came and of two lengths, in bytes.
    fn finish(&mut self, first: u64, second: u64) -> [u8; 16] {
        self.pad();
        let lengths = (u128::from(first) << 67) | (u128::from(second) << 3);
        self.hash.update(&[lengths.to_be_bytes().into()]);
        self.hash.clone().finalize().into()
    }
}
