//! ChaCha20, Poly1305 and both together (RFC 8439): whole messages by ring, parts by the `chacha20` and `poly1305` crates.

use aes::cipher::Array;
use chacha20::cipher::{KeyIvInit as _, StreamCipherCore as _};
use chacha20::{ChaChaCore, R20, variants::Ietf};
use poly1305::universal_hash::{KeyInit as _, UniversalHash as _};
use ring::aead;
use zeroize::Zeroize as _;

use super::xor_part;
use crate::crypto::Unspecified;

/// A ChaCha20 key stream (RFC 8439 section 2.4). Wiped when it is dropped.
#[derive(Clone)]
pub struct ChaCha20 {
    /// The key.
    pub key: [u8; 32],
    /// The nonce.
    pub nonce: [u8; 12],
    /// The number of the next block; 2^32 once there is none.
    pub counter: u64,
    /// The current block, of which the first bytes are used.
    pub block: [u8; 64],
    /// How many of its bytes are used; 64 before the first block.
    pub used: usize,
}

impl ChaCha20 {
    /// The stream from block number `counter` on.
    pub fn new(key: &[u8; 32], nonce: &[u8; 12], counter: u32) -> Self {
        Self {
            key: *key,
            nonce: *nonce,
            counter: counter.into(),
            block: [0; 64],
            used: 64,
        }
    }

    /// Combines `data` with the next bytes of the stream. Fails, and does nothing, if there are not so many: block 0 must not
    /// come again after the last.
    pub fn apply(&mut self, data: &mut [u8]) -> Result<(), Unspecified> {
        let rest = self.block.get(self.used..).unwrap_or_default();
        let blocks = data.len().saturating_sub(rest.len()).div_ceil(64);
        let last = u64::try_from(blocks)
            .ok()
            .and_then(|blocks| self.counter.checked_add(blocks));
        if last.is_none_or(|last| last > 1 << 32) {
            return Err(Unspecified);
        }
        self.used = self.used.saturating_add(data.len().min(rest.len()));
        let data = xor_part(rest, data);
        if data.is_empty() {
            return Ok(());
        }
        let first = u32::try_from(self.counter).map_err(|_| Unspecified)?;
        let mut core = ChaChaCore::<R20, Ietf>::new(&self.key.into(), &self.nonce.into());
        core.set_block_pos(first);
        let (blocks, tail) = Array::slice_as_chunks_mut(data);
        core.apply_keystream_blocks(blocks);
        if !tail.is_empty() {
            let mut block = Array::default();
            core.write_keystream_block(&mut block);
            self.block = block.into();
            self.used = tail.len();
            xor_part(&self.block, tail);
        }
        self.counter = last.ok_or(Unspecified)?;
        Ok(())
    }
}

impl Drop for ChaCha20 {
    fn drop(&mut self) {
        self.key.zeroize();
        self.block.zeroize();
    }
}

impl core::fmt::Debug for ChaCha20 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ChaCha20")
    }
}

/// A Poly1305 authenticator (RFC 8439 section 2.5), whose key must be used for one message only.
#[derive(Clone)]
pub struct Poly1305 {
    state: poly1305::Poly1305,
    part: [u8; 16],
    part_len: usize,
}

impl Poly1305 {
    /// Starts a message.
    pub fn new(key: &[u8; 32]) -> Self {
        Self {
            state: poly1305::Poly1305::new(key.into()),
            part: [0; 16],
            part_len: 0,
        }
    }

    /// Takes more of the message.
    pub fn update(&mut self, mut data: &[u8]) {
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
            self.state.update(&[self.part.into()]);
            self.part_len = 0;
        }
        let (blocks, rest) = Array::slice_as_chunks(data);
        self.state.update(blocks);
        for (to, from) in self.part.iter_mut().zip(rest) {
            *to = *from;
        }
        self.part_len = rest.len();
    }

    /// Fills the last 16 bytes with zeros, as ChaCha20-Poly1305 does after each part.
    fn pad(&mut self) {
        if self.part_len > 0 {
            self.update([0; 16].get(self.part_len..).unwrap_or_default());
        }
    }

    /// The tag of the message.
    pub fn finish(mut self) -> [u8; 16] {
        let state = core::mem::replace(&mut self.state, poly1305::Poly1305::new(&[0; 32].into()));
        state
            .compute_unpadded(self.part.get(..self.part_len).unwrap_or_default())
            .into()
    }
}

impl Drop for Poly1305 {
    fn drop(&mut self) {
        self.part.zeroize();
    }
}

impl core::fmt::Debug for Poly1305 {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Poly1305")
    }
}

/// A ChaCha20-Poly1305 key. A nonce must never be used twice with the same key for sealing.
pub struct ChaChaPolyKey(aead::LessSafeKey);

impl ChaChaPolyKey {
    /// Fails if `key` has not 32 bytes.
    pub fn new(key: &[u8]) -> Result<Self, Unspecified> {
        let key = aead::UnboundKey::new(&aead::CHACHA20_POLY1305, key)?;
        Ok(Self(aead::LessSafeKey::new(key)))
    }

    /// Encrypts `data` in place and returns the tag. Fails if the message is too long.
    pub fn seal(&self, nonce: [u8; 12], aad: &[u8], data: &mut [u8]) -> Result<[u8; 16], Unspecified> {
        let nonce = aead::Nonce::assume_unique_for_key(nonce);
        let made = self.0.seal_in_place_separate_tag(nonce, aead::Aad::from(aad), data)?;
        made.as_ref().try_into().map_err(|_| Unspecified)
    }

    /// Decrypts `data` in place and checks the tag. On failure `data` is wiped.
    pub fn open(&self, nonce: [u8; 12], aad: &[u8], data: &mut [u8], tag: &[u8; 16]) -> Result<(), Unspecified> {
        let nonce = aead::Nonce::assume_unique_for_key(nonce);
        let aad = aead::Aad::from(aad);
        let opened = self
            .0
            .open_in_place_separate_tag(nonce, aad, (*tag).into(), data, 0..)
            .is_ok();
        if !opened {
            data.fill(0);
        }
        if opened { Ok(()) } else { Err(Unspecified) }
    }
}

impl core::fmt::Debug for ChaChaPolyKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("ChaChaPolyKey")
    }
}

/// A ChaCha20-Poly1305 message under way, which goes in by parts: first all associated data, then all data. Who decrypts
/// holds plaintext that is not yet authenticated, until the tag has been compared.
#[derive(Clone, Debug)]
pub struct ChaChaPolyStream {
    cipher: ChaCha20,
    mac: Poly1305,
    aad_len: u64,
    data_len: u64,
    in_data: bool,
}

impl ChaChaPolyStream {
    /// Starts a message.
    pub fn new(key: &[u8; 32], nonce: &[u8; 12]) -> Self {
        // RFC 8439 section 2.6: the first half of block 0 is the authenticator's key, data starts with block 1.
        let mut mac_key = zeroize::Zeroizing::new([0; 32]);
        let _ = ChaCha20::new(key, nonce, 0).apply(&mut *mac_key);
        Self {
            cipher: ChaCha20::new(key, nonce, 1),
            mac: Poly1305::new(&mac_key),
            aad_len: 0,
            data_len: 0,
            in_data: false,
        }
    }

    /// Takes more associated data. Fails if data came already, or it is too much.
    pub fn aad(&mut self, aad: &[u8]) -> Result<(), Unspecified> {
        if self.in_data {
            return Err(Unspecified);
        }
        self.aad_len = add_len(self.aad_len, aad.len())?;
        self.mac.update(aad);
        Ok(())
    }

    /// Encrypts more data in place. Fails, and does nothing, if it is too much.
    pub fn encrypt(&mut self, data: &mut [u8]) -> Result<(), Unspecified> {
        self.add_data_len(data.len())?;
        self.cipher.apply(data)?;
        self.mac.update(data);
        Ok(())
    }

    /// Decrypts more data in place. Fails, and does nothing, if it is too much.
    pub fn decrypt(&mut self, data: &mut [u8]) -> Result<(), Unspecified> {
        self.add_data_len(data.len())?;
        self.mac.update(data);
        self.cipher.apply(data)
    }

    /// The tag of the message.
    pub fn tag(&self) -> [u8; 16] {
        let mut mac = self.mac.clone();
        mac.pad();
        mac.update(&self.aad_len.to_le_bytes());
        mac.update(&self.data_len.to_le_bytes());
        mac.finish()
    }

    /// Counts data that comes; the first ends the associated data. 2^32 - 1 blocks of 64 bytes can be had.
    fn add_data_len(&mut self, len: usize) -> Result<(), Unspecified> {
        let sum = add_len(self.data_len, len)?;
        if sum > u64::from(u32::MAX) << 6 {
            return Err(Unspecified);
        }
        self.data_len = sum;
        if !self.in_data {
            self.in_data = true;
            self.mac.pad();
        }
        Ok(())
    }
}

/// `sum` and `len` more.
fn add_len(sum: u64, len: usize) -> Result<u64, Unspecified> {
    u64::try_from(len)
        .ok()
        .and_then(|len| sum.checked_add(len))
        .ok_or(Unspecified)
}
