//! AES key wrap (NIST SP 800-38F): KW (RFC 3394) and KWP (RFC 5649), by the `aes-kw` crate.

use aes::cipher::common::InnerInit as _;
use aes_kw::{AesKw, AesKwp};

use super::block::{BlockAlgorithm, BlockKey, Key};
use crate::crypto::Unspecified;

/// A key that wraps keys.
pub struct KeyWrap(Box<BlockKey>);

/// `$body` with the wrapper `$mode` over the AES key.
macro_rules! wrapper {
    ($of:expr, $mode:ident, $wrapper:ident => $body:expr) => {
        match &$of.0.key {
            Key::Aes128(key) => {
                let $wrapper = $mode::inner_init(key);
                $body
            }
            Key::Aes192(key) => {
                let $wrapper = $mode::inner_init(key);
                $body
            }
            Key::Aes256(key) => {
                let $wrapper = $mode::inner_init(key);
                $body
            }
            _ => return Err(Unspecified),
        }
    };
}

impl KeyWrap {
    /// Fails if `key` has not 16, 24 or 32 bytes.
    pub fn new(key: &[u8]) -> Result<Self, Unspecified> {
        let algorithm = BlockAlgorithm::aes(key.len()).ok_or(Unspecified)?;
        Ok(Self(Box::new(BlockKey::new(algorithm, key)?)))
    }

    /// KW: wraps `key`, of two or more times 8 bytes, to the start of `output`; returns the length, 8 bytes more. Fails for
    /// other lengths, or if there is no room.
    pub fn wrap(&self, key: &[u8], output: &mut [u8]) -> Result<usize, Unspecified> {
        if key.len() < 16 {
            return Err(Unspecified);
        }
        wrapper!(self, AesKw, mode => mode.wrap_key(key, output).map(<[u8]>::len).map_err(|_| Unspecified))
    }

    /// KW: unwraps `wrapped`, of three or more times 8 bytes, to the start of `output`; returns the length, 8 bytes
    /// less. Fails if it is not what [`KeyWrap::wrap`] made, with only zeros put out.
    pub fn unwrap(&self, wrapped: &[u8], output: &mut [u8]) -> Result<usize, Unspecified> {
        if wrapped.len() < 24 {
            return Err(Unspecified);
        }
        wrapper!(self, AesKw, mode => mode.unwrap_key(wrapped, output).map(<[u8]>::len).map_err(|_| Unspecified))
    }

    /// KWP: wraps `key`, of one byte or more, to the start of `output`; returns the length: filled up to a multiple of 8,
    /// and 8 bytes more. Fails if the key is empty or there is no room.
    pub fn wrap_padded(&self, key: &[u8], output: &mut [u8]) -> Result<usize, Unspecified> {
        if key.is_empty() {
            return Err(Unspecified);
        }
        // The crate leaves the filling of the last part as it is.
        let end = key.len().checked_add(8).ok_or(Unspecified)?;
        let filled = end.checked_next_multiple_of(8).ok_or(Unspecified)?;
        output.get_mut(end..filled).ok_or(Unspecified)?.fill(0);
        wrapper!(self, AesKwp, mode => mode.wrap_key(key, output).map(<[u8]>::len).map_err(|_| Unspecified))
    }

    /// KWP: unwraps `wrapped` to the start of `output`, which needs room for 8 bytes less; returns the length of the key.
    /// Fails if it is not what [`KeyWrap::wrap_padded`] made, with only zeros put out.
    pub fn unwrap_padded(&self, wrapped: &[u8], output: &mut [u8]) -> Result<usize, Unspecified> {
        if wrapped.len() < 16 {
            return Err(Unspecified);
        }
        wrapper!(self, AesKwp, mode => mode.unwrap_key(wrapped, output).map(<[u8]>::len).map_err(|_| Unspecified))
    }
}

impl core::fmt::Debug for KeyWrap {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("KeyWrap")
    }
}
