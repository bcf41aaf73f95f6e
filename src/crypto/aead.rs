//! Authenticated encryption, in place.

use super::Unspecified;

/// Length of the nonce of every AEAD here, in bytes.
pub const NONCE_LEN: usize = 12;
/// The longest tag, in bytes.
pub const MAX_TAG_LEN: usize = 16;

/// An AEAD algorithm.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AeadAlgorithm {
    Aes128Gcm,
    Aes256Gcm,
    ChaCha20Poly1305,
    Aes128Ccm,
    Aes128Ccm8,
    Aes256Ccm,
    Aes256Ccm8,
}

impl AeadAlgorithm {
    /// Key length in bytes.
    pub const fn key_len(self) -> usize {
        match self {
            Self::Aes128Gcm | Self::Aes128Ccm | Self::Aes128Ccm8 => 16,
            _ => 32,
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

/// A key, ready to seal and open.
pub struct AeadKey {}

impl AeadKey {
    /// Fails if `key` has not `algorithm.key_len()` bytes.
    pub fn new(algorithm: AeadAlgorithm, key: &[u8]) -> Result<Self, Unspecified> {
        let _ = (algorithm, key);
        todo!()
    }
    /// The algorithm.
    pub fn algorithm(&self) -> AeadAlgorithm {
        todo!()
    }
    /// Encrypts `in_out` and writes the tag to the first `tag_len` bytes of `tag`.
    pub fn seal(
        &self,
        nonce: &[u8; NONCE_LEN],
        aad: &[u8],
        in_out: &mut [u8],
        tag: &mut [u8],
    ) -> Result<(), Unspecified> {
        let _ = (nonce, aad, in_out, tag);
        todo!()
    }
    /// Decrypts `in_out` (ciphertext, then tag) in place and returns the plaintext's length.
    pub fn open(&self, nonce: &[u8; NONCE_LEN], aad: &[u8], in_out: &mut [u8]) -> Result<usize, Unspecified> {
        let _ = (nonce, aad, in_out);
        todo!()
    }
}
