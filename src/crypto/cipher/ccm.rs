//! CCM (NIST SP 800-38C, RFC 3610) with any lengths, and CCM* without a tag, put together of CBC and counter mode. The
//! `ccm` crate, which TLS uses, has the lengths of nonce and tag in its types, so it cannot serve lengths that come at
//! run time, nor parts.

use subtle::ConstantTimeEq as _;
use zeroize::Zeroize as _;

use super::block::{BlockAlgorithm, BlockKey};
use crate::crypto::Unspecified;

/// A CCM key. A nonce must never be used twice with the same key for sealing.
#[derive(Clone, Debug)]
pub struct CcmKey(BlockKey);

impl CcmKey {
    /// Of a cipher with blocks of 16 bytes. Fails for others, or if `key` has not `algorithm.key_len()` bytes.
    pub fn new(algorithm: BlockAlgorithm, key: &[u8]) -> Result<Self, Unspecified> {
        if algorithm.block_len() != 16 {
            return Err(Unspecified);
        }
        BlockKey::new(algorithm, key).map(Self)
    }

    /// Encrypts `data` in place and fills `tag`. Lengths as for [`CcmStream::new`].
    pub fn seal(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &mut [u8]) -> Result<(), Unspecified> {
        let mut stream = CcmStream::new(self, nonce, aad.len(), data.len(), tag.len())?;
        stream.aad(self, aad)?;
        stream.encrypt(self, data)?;
        tag.copy_from_slice(stream.tag(self)?.get(..tag.len()).ok_or(Unspecified)?);
        Ok(())
    }

    /// Decrypts `data` in place and checks `tag`. On failure `data` is wiped. Lengths as for [`CcmStream::new`].
    pub fn open(&self, nonce: &[u8], aad: &[u8], data: &mut [u8], tag: &[u8]) -> Result<(), Unspecified> {
        let made = CcmStream::new(self, nonce, aad.len(), data.len(), tag.len()).and_then(|mut stream| {
            stream.aad(self, aad)?;
            stream.decrypt(self, data)?;
            stream.tag(self)
        });
        let good = made.is_ok_and(|made| made.get(..tag.len()).is_some_and(|made| made.ct_eq(tag).into()));
        if good {
            return Ok(());
        }
        data.fill(0);
        Err(Unspecified)
    }
}

/// A message under way, whose lengths are known before it comes in parts: first all associated data, then all data. Who
/// decrypts holds plaintext that is not yet authenticated, until the tag has been compared.
#[derive(Clone)]
pub struct CcmStream {
    /// The CBC-MAC so far; the block it waits to fill is combined into it already.
    mac: [u8; 16],
    mac_len: usize,
    /// The first block of the key stream, which covers the tag.
    cover: [u8; 16],
    counter: [u8; 16],
    stream: [u8; 16],
    used: usize,
    aad_left: usize,
    data_left: usize,
    tag_len: usize,
}

impl CcmStream {
    /// Starts a message with a nonce of 7 to 13 bytes and a tag of 4, 6, 8, 10, 12, 14 or 16. With a tag of 0 bytes it is
    /// CCM* without a tag: `data_len` does not matter then. Fails for other lengths, if the data is too long for
    /// the nonce, or the associated data has 2^32 bytes or more.
    pub fn new(
        key: &CcmKey,
        nonce: &[u8],
        aad_len: usize,
        data_len: usize,
        tag_len: usize,
    ) -> Result<Self, Unspecified> {
        let size_len = 15usize
            .checked_sub(nonce.len())
            .filter(|len| (2..=8).contains(len))
            .ok_or(Unspecified)?;
        if tag_len == 2 || tag_len > 16 || !tag_len.is_multiple_of(2) {
            return Err(Unspecified);
        }
        let data = u64::try_from(data_len).map_err(|_| Unspecified)?;
        let bits = u32::try_from(size_len * 8).map_err(|_| Unspecified)?;
        if data.checked_shr(bits).unwrap_or(0) != 0 || u32::try_from(aad_len).is_err() {
            return Err(Unspecified);
        }
        let size_flag = u8::try_from(size_len - 1).map_err(|_| Unspecified)?;
        let tag_flag = u8::try_from(tag_len.saturating_sub(2) / 2).map_err(|_| Unspecified)?;
        let mut stream = Self {
            mac: first_block(size_flag | (tag_flag << 3) | (u8::from(aad_len > 0) << 6), nonce, data),
            mac_len: 16,
            cover: [0; 16],
            counter: first_block(size_flag, nonce, 0),
            stream: [0; 16],
            used: 0,
            aad_left: aad_len,
            data_left: data_len,
            tag_len,
        };
        stream.finish_block(key)?;
        let mut cover = [0; 16];
        key.0
            .ctr(&mut stream.counter, &mut stream.stream, &mut stream.used, &mut cover)?;
        stream.cover = cover;
        stream.absorb_aad_len(key, aad_len)?;
        Ok(stream)
    }

    /// Takes more associated data. Fails, and does nothing, if it is more than announced.
    pub fn aad(&mut self, key: &CcmKey, aad: &[u8]) -> Result<(), Unspecified> {
        self.aad_left = self.aad_left.checked_sub(aad.len()).ok_or(Unspecified)?;
        self.absorb(key, aad)?;
        if self.aad_left == 0 {
            self.finish_block(key)?;
        }
        Ok(())
    }

    /// Encrypts more data in place. Fails, and does nothing, if associated data is missing or it is more than announced.
    pub fn encrypt(&mut self, key: &CcmKey, data: &mut [u8]) -> Result<(), Unspecified> {
        self.take_data(data.len())?;
        self.absorb(key, data)?;
        key.0.ctr(&mut self.counter, &mut self.stream, &mut self.used, data)
    }

    /// Decrypts; otherwise as [`CcmStream::encrypt`].
    pub fn decrypt(&mut self, key: &CcmKey, data: &mut [u8]) -> Result<(), Unspecified> {
        self.take_data(data.len())?;
        key.0.ctr(&mut self.counter, &mut self.stream, &mut self.used, data)?;
        self.absorb(key, data)
    }

    /// The tag, in the first bytes. Fails if something announced did not come.
    pub fn tag(&mut self, key: &CcmKey) -> Result<[u8; 16], Unspecified> {
        if self.aad_left > 0 || (self.data_left > 0 && self.tag_len > 0) {
            return Err(Unspecified);
        }
        self.finish_block(key)?;
        let mut tag = self.mac;
        for (byte, cover) in tag.iter_mut().zip(self.cover) {
            *byte ^= cover;
        }
        Ok(tag)
    }

    /// Bytes of associated data and of data that are announced and did not come yet.
    pub fn missing(&self) -> (usize, usize) {
        (self.aad_left, self.data_left)
    }

    /// Counts data that comes. Its amount is only binding if there is a tag.
    fn take_data(&mut self, len: usize) -> Result<(), Unspecified> {
        if self.aad_left > 0 {
            return Err(Unspecified);
        }
        if self.tag_len > 0 {
            self.data_left = self.data_left.checked_sub(len).ok_or(Unspecified)?;
        }
        Ok(())
    }

    /// The length of the associated data as it stands before it (NIST SP 800-38C section A.2.2).
    fn absorb_aad_len(&mut self, key: &CcmKey, len: usize) -> Result<(), Unspecified> {
        match (u16::try_from(len), u32::try_from(len)) {
            (Ok(0), _) => Ok(()),
            (Ok(short), _) if short < 0xff00 => self.absorb(key, &short.to_be_bytes()),
            (_, Ok(long)) => {
                self.absorb(key, &[0xff, 0xfe])?;
                self.absorb(key, &long.to_be_bytes())
            }
            _ => Err(Unspecified),
        }
    }

    /// CBC-MAC over more bytes.
    fn absorb(&mut self, key: &CcmKey, mut data: &[u8]) -> Result<(), Unspecified> {
        if self.tag_len == 0 {
            return Ok(());
        }
        if self.mac_len == 0 {
            // Whole blocks: their encryption by CBC, of which only the last block is of use.
            let mut scratch = [0; 512];
            let (blocks, rest) = data.split_at(data.len() - data.len() % 16);
            for piece in blocks.chunks(scratch.len()) {
                let scratch = scratch.get_mut(..piece.len()).ok_or(Unspecified)?;
                scratch.copy_from_slice(piece);
                key.0.cbc_encrypt(&mut self.mac, scratch)?;
            }
            scratch.zeroize();
            data = rest;
        }
        let room = self.mac.get_mut(self.mac_len..).ok_or(Unspecified)?;
        let (now, later) = data.split_at(room.len().min(data.len()));
        for (to, from) in room.iter_mut().zip(now) {
            *to ^= *from;
        }
        self.mac_len += now.len();
        if self.mac_len == 16 {
            self.finish_block(key)?;
            return self.absorb(key, later);
        }
        Ok(())
    }

    /// Encrypts the block that is combined into the MAC, filled with zeros; nothing if there is none.
    fn finish_block(&mut self, key: &CcmKey) -> Result<(), Unspecified> {
        if self.mac_len > 0 {
            key.0.encrypt_blocks(&mut self.mac)?;
            self.mac_len = 0;
        }
        Ok(())
    }
}

impl Drop for CcmStream {
    fn drop(&mut self) {
        self.mac.zeroize();
        self.cover.zeroize();
        self.stream.zeroize();
    }
}

impl core::fmt::Debug for CcmStream {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("CcmStream")
    }
}

/// Flags, nonce, and a number in what is left of 16 bytes.
fn first_block(flags: u8, nonce: &[u8], number: u64) -> [u8; 16] {
    let mut block = [0; 16];
    for (to, from) in block.iter_mut().skip(8).zip(number.to_be_bytes()) {
        *to = from;
    }
    for (to, from) in block.iter_mut().zip(core::iter::once(&flags).chain(nonce)) {
        *to = *from;
    }
    block
}
