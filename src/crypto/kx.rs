//! Ephemeral key exchange.

use super::{Unspecified, hkdf::Secret};

/// A group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    X25519,
    Secp256r1,
    Secp384r1,
    Secp521r1,
    X448,
}

/// An ephemeral private key with its public key.
pub struct KeyExchange {}

impl KeyExchange {
    /// A fresh key.
    pub fn generate(group: Group) -> Result<Self, Unspecified> {
        let _ = group;
        todo!()
    }
    /// The group.
    pub fn group(&self) -> Group {
        todo!()
    }
    /// The public key as it goes into KeyShareEntry.key_exchange (RFC 8446 section 4.2.8).
    pub fn public_key(&self) -> &[u8] {
        todo!()
    }
    /// The shared secret with `peer`'s public key. Fails on points that are not on the curve, wrong lengths, and an
    /// all-zero X25519 or X448 result.
    pub fn agree(self, peer: &[u8]) -> Result<SharedSecret, Unspecified> {
        let _ = peer;
        todo!()
    }
}

/// A shared secret (up to 66 bytes for secp521r1); zeroized on drop.
pub struct SharedSecret {}
impl SharedSecret {
    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        todo!()
    }
}
#[allow(unused)]
type _Unused = Secret;
