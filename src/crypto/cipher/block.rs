//! Keys of block ciphers.

use aes::cipher::{Array, Block, BlockCipherDecrypt, BlockCipherEncrypt, KeyInit as _};
use aes::{Aes128, Aes192, Aes256};
use aria::{Aria128, Aria192, Aria256};
use camellia::{Camellia128, Camellia192, Camellia256};
use des::{Des, TdesEde2, TdesEde3};

use crate::crypto::Unspecified;

/// A block cipher with its key length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BlockAlgorithm {
    /// AES with a key of 128 bits (FIPS 197).
    Aes128,
    /// AES with a key of 192 bits (FIPS 197).
    Aes192,
    /// AES with a key of 256 bits (FIPS 197).
    Aes256,
    /// DES (FIPS 46-3). Broken; for old data only.
    Des,
    /// 3DES with two keys of 8 bytes (FIPS 46-3). For old data only.
    TripleDes2,
    /// 3DES with three keys of 8 bytes (FIPS 46-3). For old data only.
    TripleDes3,
    /// Camellia with a key of 128 bits (RFC 3713).
    Camellia128,
    /// Camellia with a key of 192 bits (RFC 3713).
    Camellia192,
    /// Camellia with a key of 256 bits (RFC 3713).
    Camellia256,
    /// ARIA with a key of 128 bits (RFC 5794).
    Aria128,
    /// ARIA with a key of 192 bits (RFC 5794).
    Aria192,
    /// ARIA with a key of 256 bits (RFC 5794).
    Aria256,
}

impl BlockAlgorithm {
    /// AES with a key of `bytes` bytes: 16, 24 or 32.
    pub const fn aes(bytes: usize) -> Option<Self> {
        match bytes {
            16 => Some(Self::Aes128),
            24 => Some(Self::Aes192),
            32 => Some(Self::Aes256),
            _ => None,
        }
    }

    /// Length of the key in bytes; of DES keys with their parity bits.
    pub const fn key_len(self) -> usize {
        match self {
            Self::Des => 8,
            Self::Aes128 | Self::TripleDes2 | Self::Camellia128 | Self::Aria128 => 16,
            Self::Aes192 | Self::TripleDes3 | Self::Camellia192 | Self::Aria192 => 24,
            Self::Aes256 | Self::Camellia256 | Self::Aria256 => 32,
        }
    }

    /// Length of a block in bytes.
    pub const fn block_len(self) -> usize {
        match self {
            Self::Des | Self::TripleDes2 | Self::TripleDes3 => 8,
            _ => 16,
        }
    }
}

/// Whether a DES key, with its parity bits, is one of the weak or semi-weak ones.
pub fn is_weak_des(key: &[u8; 8]) -> bool {
    des::weak_key_test(key).is_err()
}

/// A key of a block cipher, expanded for both directions. Wiped when it is dropped.
pub struct BlockKey {
    algorithm: BlockAlgorithm,
    pub(super) key: Key,
}

/// The crate that does the work.
#[derive(Clone)]
pub(super) enum Key {
    Aes128(Aes128),
    Aes192(Aes192),
    Aes256(Aes256),
    Des(Des),
    TripleDes2(TdesEde2),
    TripleDes3(TdesEde3),
    Camellia128(Camellia128),
    Camellia192(Camellia192),
    Camellia256(Camellia256),
    Aria128(Aria128),
    Aria192(Aria192),
    Aria256(Aria256),
}

/// `$body` for a key of any cipher, where `$key` is the crate's key.
macro_rules! any_cipher {
    ($of:expr, $key:ident => $body:expr) => {
        match &$of.key {
            $crate::crypto::cipher::block::Key::Des($key) => $body,
            $crate::crypto::cipher::block::Key::TripleDes2($key) => $body,
            $crate::crypto::cipher::block::Key::TripleDes3($key) => $body,
            $crate::crypto::cipher::block::Key::Aes128($key) => $body,
            $crate::crypto::cipher::block::Key::Aes192($key) => $body,
            $crate::crypto::cipher::block::Key::Aes256($key) => $body,
            $crate::crypto::cipher::block::Key::Camellia128($key) => $body,
            $crate::crypto::cipher::block::Key::Camellia192($key) => $body,
            $crate::crypto::cipher::block::Key::Camellia256($key) => $body,
            $crate::crypto::cipher::block::Key::Aria128($key) => $body,
            $crate::crypto::cipher::block::Key::Aria192($key) => $body,
            $crate::crypto::cipher::block::Key::Aria256($key) => $body,
        }
    };
}

/// As [`any_cipher`], for ciphers with blocks of 16 bytes; of the others, `$otherwise`.
macro_rules! wide_cipher {
    ($of:expr, $key:ident => $body:expr, _ => $otherwise:expr) => {
        match &$of.key {
            $crate::crypto::cipher::block::Key::Aes128($key) => $body,
            $crate::crypto::cipher::block::Key::Aes192($key) => $body,
            $crate::crypto::cipher::block::Key::Aes256($key) => $body,
            $crate::crypto::cipher::block::Key::Camellia128($key) => $body,
            $crate::crypto::cipher::block::Key::Camellia192($key) => $body,
            $crate::crypto::cipher::block::Key::Camellia256($key) => $body,
            $crate::crypto::cipher::block::Key::Aria128($key) => $body,
            $crate::crypto::cipher::block::Key::Aria192($key) => $body,
            $crate::crypto::cipher::block::Key::Aria256($key) => $body,
            $crate::crypto::cipher::block::Key::Des(_)
            | $crate::crypto::cipher::block::Key::TripleDes2(_)
            | $crate::crypto::cipher::block::Key::TripleDes3(_) => $otherwise,
        }
    };
}

pub(super) use {any_cipher, wide_cipher};

impl BlockKey {
    /// Fails if `key` has not `algorithm.key_len()` bytes.
    pub fn new(algorithm: BlockAlgorithm, key: &[u8]) -> Result<Self, Unspecified> {
        let wrong = |_| Unspecified;
        let key = match algorithm {
            BlockAlgorithm::Aes128 => Key::Aes128(Aes128::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aes192 => Key::Aes192(Aes192::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aes256 => Key::Aes256(Aes256::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Des => Key::Des(Des::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::TripleDes2 => Key::TripleDes2(TdesEde2::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::TripleDes3 => Key::TripleDes3(TdesEde3::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Camellia128 => Key::Camellia128(Camellia128::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Camellia192 => Key::Camellia192(Camellia192::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Camellia256 => Key::Camellia256(Camellia256::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aria128 => Key::Aria128(Aria128::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aria192 => Key::Aria192(Aria192::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aria256 => Key::Aria256(Aria256::new_from_slice(key).map_err(wrong)?),
        };
        Ok(Self { algorithm, key })
    }

    /// The cipher.
    pub fn algorithm(&self) -> BlockAlgorithm {
        self.algorithm
    }

    /// Encrypts each block of `data` by itself. Fails if `data` is not whole blocks.
    pub fn encrypt_blocks(&self, data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => encrypt_blocks(key, data))
    }

    /// Decrypts each block of `data` by itself. Fails if `data` is not whole blocks.
    pub fn decrypt_blocks(&self, data: &mut [u8]) -> Result<(), Unspecified> {
        any_cipher!(self, key => decrypt_blocks(key, data))
    }
}

impl Clone for BlockKey {
    fn clone(&self) -> Self {
        Self {
            algorithm: self.algorithm,
            key: self.key.clone(),
        }
    }
}

impl core::fmt::Debug for BlockKey {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "BlockKey({:?})", self.algorithm)
    }
}

/// `data` as blocks of the cipher `C`; fails if it is not whole blocks.
pub(super) fn whole_blocks<C: aes::cipher::BlockSizeUser>(data: &mut [u8]) -> Result<&mut [Block<C>], Unspecified> {
    let (blocks, rest) = Array::slice_as_chunks_mut(data);
    if rest.is_empty() { Ok(blocks) } else { Err(Unspecified) }
}

/// [`BlockKey::encrypt_blocks`] of one cipher.
fn encrypt_blocks<C: BlockCipherEncrypt>(key: &C, data: &mut [u8]) -> Result<(), Unspecified> {
    match whole_blocks::<C>(data)? {
        [block] => key.encrypt_block(block),
        blocks => key.encrypt_blocks(blocks),
    }
    Ok(())
}

/// [`BlockKey::decrypt_blocks`] of one cipher.
fn decrypt_blocks<C: BlockCipherDecrypt>(key: &C, data: &mut [u8]) -> Result<(), Unspecified> {
    match whole_blocks::<C>(data)? {
        [block] => key.decrypt_block(block),
        blocks => key.decrypt_blocks(blocks),
    }
    Ok(())
}
