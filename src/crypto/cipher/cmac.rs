//! CMAC (NIST SP 800-38B, RFC 4493), by the `cmac` crate.

use cmac::{KeyInit as _, Mac as _};

use super::block::BlockAlgorithm;
use crate::crypto::Unspecified;

/// A CMAC under way. Wiped when it is dropped.
#[derive(Clone)]
pub struct Cmac(Box<State>);

/// By block cipher.
#[derive(Clone)]
enum State {
    Aes128(cmac::Cmac<aes::Aes128>),
    Aes192(cmac::Cmac<aes::Aes192>),
    Aes256(cmac::Cmac<aes::Aes256>),
    TripleDes2(cmac::Cmac<des::TdesEde2>),
    TripleDes3(cmac::Cmac<des::TdesEde3>),
}

/// `$body` for a CMAC of any cipher.
macro_rules! any_state {
    ($of:expr, $state:ident => $body:expr) => {
        match $of {
            State::Aes128($state) => $body,
            State::Aes192($state) => $body,
            State::Aes256($state) => $body,
            State::TripleDes2($state) => $body,
            State::TripleDes3($state) => $body,
        }
    };
}

impl Cmac {
    /// Of AES or 3DES. Fails for other ciphers, or if `key` has not `algorithm.key_len()` bytes.
    pub fn new(algorithm: BlockAlgorithm, key: &[u8]) -> Result<Self, Unspecified> {
        let wrong = |_| Unspecified;
        Ok(Self(Box::new(match algorithm {
            BlockAlgorithm::Aes128 => State::Aes128(cmac::Cmac::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aes192 => State::Aes192(cmac::Cmac::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::Aes256 => State::Aes256(cmac::Cmac::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::TripleDes2 => State::TripleDes2(cmac::Cmac::new_from_slice(key).map_err(wrong)?),
            BlockAlgorithm::TripleDes3 => State::TripleDes3(cmac::Cmac::new_from_slice(key).map_err(wrong)?),
            _ => return Err(Unspecified),
        })))
    }

    /// Takes more of the message.
    pub fn update(&mut self, data: &[u8]) {
        any_state!(&mut *self.0, state => state.update(data));
    }

    /// The MAC of what came so far, in the first bytes: 16 of AES, 8 of 3DES (the rest is 0). Starts again with the
    /// same key.
    pub fn finish(&mut self) -> [u8; 16] {
        let mut mac = [0; 16];
        any_state!(&mut *self.0, state => {
            for (to, from) in mac.iter_mut().zip(state.finalize_reset().into_bytes()) {
                *to = from;
            }
        });
        mac
    }

    /// Starts again with the same key.
    pub fn reset(&mut self) {
        any_state!(&mut *self.0, state => cmac::digest::Reset::reset(state));
    }
}

impl core::fmt::Debug for Cmac {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("Cmac")
    }
}
