//! AES-CBC with HMAC in the order of RFC 7366: what is encrypted is authenticated, so that nothing is decrypted that has not the
//! right MAC, and no padding tells anything.

use subtle::{Choice, ConstantTimeEq as _, ConstantTimeLess as _};

use super::{
    Unspecified,
    cipher::{BlockAlgorithm, BlockKey},
    hash::{HashAlgorithm, HmacKey},
    rand, secret,
};

/// Length of a block and of the initialization vector, in bytes.
pub const BLOCK_LEN: usize = 16;

/// The longest padding with its length, in bytes.
const MAX_PADDING: usize = 256;

/// The keys of one direction: AES and HMAC, whose output is not cut.
#[derive(Debug)]
pub struct CbcHmacKey {
    cipher: BlockKey,
    mac: HmacKey,
}

impl CbcHmacKey {
    /// AES with `key`, of 16 or 32 bytes, and HMAC of `hash` with `mac_key`. Fails for other lengths of `key`.
    pub fn new(key: &[u8], hash: HashAlgorithm, mac_key: &[u8]) -> Result<Self, Unspecified> {
        let algorithm = match key.len() {
            16 => BlockAlgorithm::Aes128,
            32 => BlockAlgorithm::Aes256,
            _ => return Err(Unspecified),
        };
        Ok(Self {
            cipher: BlockKey::new(algorithm, key)?,
            mac: HmacKey::new(hash, mac_key),
        })
    }

    /// Length of the MAC, in bytes.
    pub fn mac_len(&self) -> usize {
        self.mac.algorithm().output_len()
    }

    /// How long `IV || ciphertext` of so much content is, in bytes: the padding is the shortest.
    pub fn unauthenticated_len(content_len: usize) -> usize {
        let blocks = (content_len / BLOCK_LEN).saturating_add(2);
        blocks.saturating_mul(BLOCK_LEN)
    }

    /// Encrypts `content` into `out`, which is as long as [`CbcHmacKey::unauthenticated_len`] and the MAC: a random initialization
    /// vector, the ciphertext, and the MAC over `aad` and both. Fails if `out` has another length, or without randomness; what is
    /// in `out` then means nothing.
    pub fn seal(&self, aad: &[u8], content: &[u8], out: &mut [u8]) -> Result<(), Unspecified> {
        let len = Self::unauthenticated_len(content.len());
        if out.len() != len.saturating_add(self.mac_len()) {
            return Err(Unspecified);
        }
        let (text, mac) = out.split_at_mut_checked(len).ok_or(Unspecified)?;
        let (first, padded) = text.split_first_chunk_mut::<BLOCK_LEN>().ok_or(Unspecified)?;
        rand::fill(first)?;
        let (plain, padding) = padded.split_at_mut_checked(content.len()).ok_or(Unspecified)?;
        plain.copy_from_slice(content);
        // RFC 5246 section 6.2.3.2: "Each uint8 in the padding data vector MUST be filled with the padding length value", and so
        // is the length that follows it and does not count.
        padding.fill(u8::try_from(padding.len().saturating_sub(1)).map_err(|_| Unspecified)?);
        let mut iv = *first;
        self.cipher.cbc_encrypt(&mut iv, padded)?;
        mac.copy_from_slice(self.mac.sign(&[aad, text]).as_ref());
        Ok(())
    }

    /// Decrypts what [`CbcHmacKey::seal`] (with any padding) has made, in place. Returns the content's length; it stands behind the
    /// initialization vector. Fails, and has decrypted nothing, if the MAC is wrong; fails if the padding is. Nothing depends on the
    /// padding before it is known to come from who has the key; where it is wrong does not show even then.
    pub fn open(&self, aad: &[u8], in_out: &mut [u8]) -> Result<usize, Unspecified> {
        let len = in_out.len().checked_sub(self.mac_len()).ok_or(Unspecified)?;
        let (text, mac) = in_out.split_at_mut_checked(len).ok_or(Unspecified)?;
        if !self.mac.verify(&[aad, text], mac) {
            return Err(Unspecified);
        }
        let (iv, padded) = text.split_first_chunk_mut::<BLOCK_LEN>().ok_or(Unspecified)?;
        self.cipher.cbc_decrypt(iv, padded)?;
        if !secret::verdict(is_padded(padded)) {
            return Err(Unspecified);
        }
        let last = padded.last().copied().map(secret::known_byte).ok_or(Unspecified)?;
        let padding_len = usize::from(last).saturating_add(1);
        padded.len().checked_sub(padding_len).ok_or(Unspecified)
    }
}

/// Whether `padded` ends in so many bytes as the last of them says, not counting itself, and all are like it.
///
/// As many bytes are looked at as there could be, so the time taken does not tell how many there are, or which is wrong.
fn is_padded(padded: &[u8]) -> Choice {
    let Some(&last) = padded.last() else {
        return Choice::from(0);
    };
    let mut good = Choice::from(1);
    let mut looked_at = 0;
    for (distance, byte) in (0u16..).zip(padded.iter().rev().take(MAX_PADDING)) {
        let is_content = u16::from(last).ct_lt(&distance);
        good &= is_content | byte.ct_eq(&last);
        looked_at = distance;
    }
    good & !looked_at.ct_lt(&u16::from(last))
}
