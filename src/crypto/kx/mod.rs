//! Ephemeral key exchange: two parties with a share each come to one secret.
//!
//! The client goes first: [`KeyExchange::generate`], its share, and [`KeyExchange::agree`] with the server's. The server
//! answers: [`Responder::generate`] and [`Responder::respond`]. The two differ because of the hybrid groups, where the
//! client sends an encapsulation key and the server a ciphertext.
//!
//! [`classic`] are the groups of one Diffie-Hellman exchange, [`hybrid`] those of one such exchange and one [`mlkem`].

mod classic;
mod hybrid;
mod mlkem;

use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{Unspecified, secret};

/// A group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Group {
    /// RFC 7748 section 5.
    X25519,
    /// P-256 (FIPS 186-4).
    Secp256r1,
    /// P-384 (FIPS 186-4).
    Secp384r1,
    /// P-521 (FIPS 186-4).
    Secp521r1,
    /// RFC 7748 section 5.
    X448,
    /// X25519 and ML-KEM-768 (draft-ietf-tls-ecdhe-mlkem).
    X25519MlKem768,
    /// P-256 and ML-KEM-768 (draft-ietf-tls-ecdhe-mlkem).
    Secp256r1MlKem768,
    /// P-384 and ML-KEM-1024 (draft-ietf-tls-ecdhe-mlkem).
    Secp384r1MlKem1024,
}

impl Group {
    /// Length in bytes of a client's share of the group, as `KeyShareEntry.key_exchange` carries it.
    pub const fn client_share_len(self) -> usize {
        match hybrid::of(self) {
            Some(hybrid) => hybrid.client_share_len(),
            None => classic::public_key_len(self),
        }
    }

    /// Length in bytes of a server's share of the group.
    pub const fn server_share_len(self) -> usize {
        match hybrid::of(self) {
            Some(hybrid) => hybrid.server_share_len(),
            None => classic::public_key_len(self),
        }
    }

    /// The group whose share is a part of the share of this one, if this one is a hybrid.
    pub const fn component(self) -> Option<Self> {
        match hybrid::of(self) {
            Some(hybrid) => Some(hybrid.classic),
            None => None,
        }
    }
}

/// A client's ephemeral private key with its share. Used up by [`KeyExchange::agree`].
pub struct KeyExchange {
    group: Group,
    private: Private,
}

/// The private key by the group's kind.
enum Private {
    Classic(classic::Key),
    Hybrid(Box<hybrid::Key>),
}

impl KeyExchange {
    /// A fresh key. Fails without randomness.
    pub fn generate(group: Group) -> Result<Self, Unspecified> {
        let private = secret::keys(|| match hybrid::of(group) {
            Some(hybrid) => hybrid::Key::generate(hybrid).map(|key| Private::Hybrid(Box::new(key))),
            None => classic::Key::generate(group).map(Private::Classic),
        })?;
        let key = Self { group, private };
        secret::known(key.public_key());
        secret::known(key.component_public_key().unwrap_or_default());
        Ok(key)
    }

    /// The group.
    pub fn group(&self) -> Group {
        self.group
    }

    /// The share as it goes into `KeyShareEntry.key_exchange` (RFC 8446 section 4.2.8): for the NIST curves the
    /// uncompressed point, for X25519 and X448 the string of RFC 7748, for a hybrid both of its parts.
    pub fn public_key(&self) -> &[u8] {
        match &self.private {
            Private::Classic(key) => key.public_key(),
            Private::Hybrid(key) => key.share(),
        }
    }

    /// The share of [`Group::component`] within the share of a hybrid. A client may send both: they are of one key.
    pub fn component_public_key(&self) -> Option<&[u8]> {
        match &self.private {
            Private::Classic(_) => None,
            Private::Hybrid(key) => Some(key.component().public_key()),
        }
    }

    /// The shared secret with the server's share of the same group: the X coordinate, as long as the field (RFC 8446
    /// section 7.4.2), the output of RFC 7748, or for a hybrid both of its secrets. Fails on points that are not on the
    /// curve or not uncompressed, wrong lengths, and an all-zero X25519 or X448 result.
    ///
    /// A forged ML-KEM ciphertext is no failure: it gives a secret that nobody else has (FIPS 203 section 6.3).
    pub fn agree(self, share: &[u8]) -> Result<SharedSecret, Unspecified> {
        match self.private {
            Private::Classic(key) => key.agree(share),
            Private::Hybrid(key) => key.agree(share),
        }
    }

    /// The same with the server's share of [`Group::component`], where the server took that one. Fails also if the group
    /// is no hybrid.
    pub fn agree_component(self, share: &[u8]) -> Result<SharedSecret, Unspecified> {
        match self.private {
            Private::Classic(_) => Err(Unspecified),
            Private::Hybrid(key) => key.into_component().agree(share),
        }
    }
}

impl core::fmt::Debug for KeyExchange {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "KeyExchange({:?})", self.group)
    }
}

/// What a server needs for its answer to a client's share, and the client's share does not have a part in.
pub struct Responder {
    group: Group,
    own: Own,
}

/// A server's secrets by the group's kind.
enum Own {
    Classic(classic::Key),
    Hybrid(Box<hybrid::Responder>),
}

impl Responder {
    /// Fresh secrets. Fails without randomness.
    pub fn generate(group: Group) -> Result<Self, Unspecified> {
        let own = secret::keys(|| match hybrid::of(group) {
            Some(hybrid) => hybrid::Responder::generate(hybrid).map(|own| Own::Hybrid(Box::new(own))),
            None => classic::Key::generate(group).map(Own::Classic),
        })?;
        Ok(Self { group, own })
    }

    /// Our share, and the secret shared with the client whose share this is. Fails where [`KeyExchange::agree`] does, and
    /// on an encapsulation key that fails the check of FIPS 203 section 7.2.
    pub fn respond(self, share: &[u8]) -> Result<(Vec<u8>, SharedSecret), Unspecified> {
        let (own, shared) = match self.own {
            Own::Classic(key) => {
                let public_key = key.public_key().to_vec();
                (public_key, key.agree(share)?)
            }
            Own::Hybrid(responder) => responder.respond(share)?,
        };
        secret::known(&own);
        Ok((own, shared))
    }
}

impl core::fmt::Debug for Responder {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "Responder({:?})", self.group)
    }
}

/// The longest shared secret: secp384r1's 48 bytes and ML-KEM's 32.
const MAX_SECRET_LEN: usize = 80;

/// A shared secret; zeroized on drop.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SharedSecret {
    bytes: [u8; MAX_SECRET_LEN],
    len: usize,
}

impl SharedSecret {
    /// A copy of `secret`; fails if it is longer than any group's.
    fn new(secret: &[u8]) -> Result<Self, Unspecified> {
        Self::concatenated(secret, &[])
    }

    /// A copy of one secret after the other; fails if they are longer than any group's.
    fn concatenated(first: &[u8], second: &[u8]) -> Result<Self, Unspecified> {
        let mut shared = Self {
            bytes: [0; MAX_SECRET_LEN],
            len: first.len().checked_add(second.len()).ok_or(Unspecified)?,
        };
        let bytes = shared.bytes.get_mut(..shared.len).ok_or(Unspecified)?;
        let (to_first, to_second) = bytes.split_at_mut_checked(first.len()).ok_or(Unspecified)?;
        to_first.copy_from_slice(first);
        to_second.copy_from_slice(second);
        Ok(shared)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or(&[])
    }
}

impl core::fmt::Debug for SharedSecret {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("SharedSecret(..)")
    }
}
