//! Authenticated encryption, in place.
//!
//! AES-GCM and ChaCha20-Poly1305 are ring's, AES-CCM is the `ccm` crate's over `aes`.

use aes::{Aes128, Aes256};
use ccm::{
    Ccm, KeyInit as _,
    aead::AeadInOut,
    consts::{U8, U12, U16},
};
use ring::aead;

use super::Unspecified;

/// Length of the nonce of every AEAD here, in bytes.
pub const NONCE_LEN: usize = 12;
/// The longest tag, in bytes.
pub const MAX_TAG_LEN: usize = 16;

/// An AEAD algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AeadAlgorithm {
    /// AES-GCM (RFC 5116 section 5.1).
    Aes128Gcm,
    /// AES-GCM (RFC 5116 section 5.2).
    Aes256Gcm,
    /// RFC 8439 section 2.8.
    ChaCha20Poly1305,
    /// AES-CCM with a tag of 16 bytes (RFC 5116 section 5.3).
    Aes128Ccm,
    /// AES-CCM with a tag of 8 bytes (RFC 6655 section 6.1).
    Aes128Ccm8,
    /// AES-CCM with a tag of 16 bytes (RFC 5116 section 5.4).
    Aes256Ccm,
    /// AES-CCM with a tag of 8 bytes (RFC 6655 section 6.2).
    Aes256Ccm8,
}

impl AeadAlgorithm {
    /// Key length in bytes.
    pub const fn key_len(self) -> usize {
        match self {
            Self::Aes128Gcm | Self::Aes128Ccm | Self::Aes128Ccm8 => 16,
            Self::Aes256Gcm | Self::ChaCha20Poly1305 | Self::Aes256Ccm | Self::Aes256Ccm8 => 32,
        }
    }

    /// Tag length in bytes.
    pub const fn tag_len(self) -> usize {
        match self {
            Self::Aes128Ccm8 | Self::Aes256Ccm8 => 8,
            _ => 16,
        }
    }
}

/// A key, ready to seal and open. A nonce must never be used twice with the same key for sealing.
pub struct AeadKey {
    algorithm: AeadAlgorithm,
    key: Key,
}

/// The crate that does the work.
#[expect(
    clippy::large_enum_variant,
    reason = "ring's keys are the usual ones and must not cost another allocation and a pointer to follow per record"
)]
enum Key {
    Ring(aead::LessSafeKey),
    Aes128Ccm(Box<Ccm<Aes128, U16, U12>>),
    Aes128Ccm8(Box<Ccm<Aes128, U8, U12>>),
    Aes256Ccm(Box<Ccm<Aes256, U16, U12>>),
    Aes256Ccm8(Box<Ccm<Aes256, U8, U12>>),
}

impl AeadKey {
    /// Fails if `key` has not `algorithm.key_len()` bytes.
    pub fn new(algorithm: AeadAlgorithm, key: &[u8]) -> Result<Self, Unspecified> {
        let ring = |algorithm| -> Result<Key, Unspecified> {
            Ok(Key::Ring(aead::LessSafeKey::new(aead::UnboundKey::new(
                algorithm, key,
            )?)))
        };
        let key = match algorithm {
            AeadAlgorithm::Aes128Gcm => ring(&aead::AES_128_GCM)?,
            AeadAlgorithm::Aes256Gcm => ring(&aead::AES_256_GCM)?,
            AeadAlgorithm::ChaCha20Poly1305 => ring(&aead::CHACHA20_POLY1305)?,
            AeadAlgorithm::Aes128Ccm => Key::Aes128Ccm(Box::new(Ccm::new_from_slice(key).map_err(|_| Unspecified)?)),
            AeadAlgorithm::Aes128Ccm8 => Key::Aes128Ccm8(Box::new(Ccm::new_from_slice(key).map_err(|_| Unspecified)?)),
            AeadAlgorithm::Aes256Ccm => Key::Aes256Ccm(Box::new(Ccm::new_from_slice(key).map_err(|_| Unspecified)?)),
            AeadAlgorithm::Aes256Ccm8 => Key::Aes256Ccm8(Box::new(Ccm::new_from_slice(key).map_err(|_| Unspecified)?)),
        };
        Ok(Self { algorithm, key })
    }

    /// The algorithm.
    pub fn algorithm(&self) -> AeadAlgorithm {
        self.algorithm
    }

    /// Encrypts `in_out` and writes the tag to the first `tag_len` bytes of `tag`. Fails if `tag` is shorter, or if the
    /// plaintext is longer than the algorithm allows (for all of them far beyond a record).
    pub fn seal(
        &self,
        nonce: &[u8; NONCE_LEN],
        aad: &[u8],
        in_out: &mut [u8],
        tag: &mut [u8],
    ) -> Result<(), Unspecified> {
        let tag = tag.get_mut(..self.algorithm.tag_len()).ok_or(Unspecified)?;
        match &self.key {
            Key::Ring(key) => {
                let nonce = aead::Nonce::assume_unique_for_key(*nonce);
                let made = key.seal_in_place_separate_tag(nonce, aead::Aad::from(aad), in_out)?;
                tag.copy_from_slice(made.as_ref());
                Ok(())
            }
            Key::Aes128Ccm(key) => seal_ccm(key.as_ref(), nonce, aad, in_out, tag),
            Key::Aes128Ccm8(key) => seal_ccm(key.as_ref(), nonce, aad, in_out, tag),
            Key::Aes256Ccm(key) => seal_ccm(key.as_ref(), nonce, aad, in_out, tag),
            Key::Aes256Ccm8(key) => seal_ccm(key.as_ref(), nonce, aad, in_out, tag),
        }
    }

    /// Decrypts `in_out` (ciphertext, then tag) in place and returns the plaintext's length. Fails if the tag is wrong;
    /// what is in `in_out` then means nothing.
    pub fn open(&self, nonce: &[u8; NONCE_LEN], aad: &[u8], in_out: &mut [u8]) -> Result<usize, Unspecified> {
        self.open_within(nonce, aad, in_out, 0)
    }

    /// The same where `skipped` bytes stand before the ciphertext: the plaintext takes their place, so that it is at the front of
    /// `in_out`. Fails also if there are not so many.
    pub fn open_within(
        &self,
        nonce: &[u8; NONCE_LEN],
        aad: &[u8],
        in_out: &mut [u8],
        skipped: usize,
    ) -> Result<usize, Unspecified> {
        let tag_len = self.algorithm.tag_len();
        match &self.key {
            Key::Ring(key) => {
                // ring takes it for granted that there is a tag behind what is skipped.
                if in_out.len() < skipped.checked_add(tag_len).ok_or(Unspecified)? {
                    return Err(Unspecified);
                }
                let nonce = aead::Nonce::assume_unique_for_key(*nonce);
                Ok(key.open_within(nonce, aead::Aad::from(aad), in_out, skipped..)?.len())
            }
            Key::Aes128Ccm(key) => open_ccm(key.as_ref(), nonce, aad, in_out, (skipped, tag_len)),
            Key::Aes128Ccm8(key) => open_ccm(key.as_ref(), nonce, aad, in_out, (skipped, tag_len)),
            Key::Aes256Ccm(key) => open_ccm(key.as_ref(), nonce, aad, in_out, (skipped, tag_len)),
            Key::Aes256Ccm8(key) => open_ccm(key.as_ref(), nonce, aad, in_out, (skipped, tag_len)),
        }
    }
}

impl core::fmt::Debug for AeadKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "AeadKey({:?})", self.algorithm)
    }
}

/// [`AeadKey::seal`] with a CCM of any key and tag length.
fn seal_ccm<C: AeadInOut<NonceSize = U12>>(
    key: &C,
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    in_out: &mut [u8],
    tag: &mut [u8],
) -> Result<(), Unspecified> {
    let made = key
        .encrypt_inout_detached(nonce.into(), aad, in_out.into())
        .map_err(|_| Unspecified)?;
    tag.copy_from_slice(&made);
    Ok(())
}

/// [`AeadKey::open_within`] with a CCM of any key and tag length.
fn open_ccm<C: AeadInOut<NonceSize = U12>>(
    key: &C,
    nonce: &[u8; NONCE_LEN],
    aad: &[u8],
    in_out: &mut [u8],
    (skipped, tag_len): (usize, usize),
) -> Result<usize, Unspecified> {
    let sealed = in_out.get_mut(skipped..).ok_or(Unspecified)?;
    let len = sealed.len().checked_sub(tag_len).ok_or(Unspecified)?;
    let (ciphertext, tag) = sealed.split_at_mut_checked(len).ok_or(Unspecified)?;
    let tag = (&*tag).try_into().map_err(|_| Unspecified)?;
    key.decrypt_inout_detached(nonce.into(), aad, ciphertext.into(), tag)
        .map_err(|_| Unspecified)?;
    if skipped > 0 {
        in_out.copy_within(skipped..skipped.saturating_add(len), 0);
    }
    Ok(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In assembler, where the processor has instructions for it. How fast that is, `cargo xtask bench` tells.
    #[test]
    fn pain_9535_aes_gcm_is_rings() {
        for (algorithm, len) in [(AeadAlgorithm::Aes128Gcm, 16), (AeadAlgorithm::Aes256Gcm, 32)] {
            let key = AeadKey::new(algorithm, &[1; 32][..len]).unwrap();
            assert!(matches!(key.key, Key::Ring(_)), "{algorithm:?}");
        }
    }
}
