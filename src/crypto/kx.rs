//! Ephemeral key exchange.
//!
//! X25519, P-256 and P-384 are ring's, P-521 is the `p521` crate's, X448 the `x448` crate's.

use p521::elliptic_curve::sec1::ToSec1Point as _;
use ring::agreement;
use x448::EphemeralSecret as X448Secret;
use zeroize::{Zeroize, ZeroizeOnDrop};

use super::{Unspecified, ec::Generate as _, rand};

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
}

impl Group {
    /// Length in bytes of a public key of the group, as `KeyShareEntry.key_exchange` carries it.
    pub const fn public_key_len(self) -> usize {
        match self {
            Self::X25519 => 32,
            Self::Secp256r1 => 65,
            Self::Secp384r1 => 97,
            Self::Secp521r1 => 133,
            Self::X448 => 56,
        }
    }

    /// ring's name of the group, if ring has it.
    fn ring(self) -> Option<&'static agreement::Algorithm> {
        match self {
            Self::X25519 => Some(&agreement::X25519),
            Self::Secp256r1 => Some(&agreement::ECDH_P256),
            Self::Secp384r1 => Some(&agreement::ECDH_P384),
            Self::Secp521r1 | Self::X448 => None,
        }
    }
}

/// An ephemeral private key with its public key. Used up by [`KeyExchange::agree`].
pub struct KeyExchange {
    group: Group,
    private: Private,
}

/// The private key and the public key as it is sent, in the crate that does the group.
enum Private {
    Ring(agreement::EphemeralPrivateKey, agreement::PublicKey),
    P521(Box<p521::ecdh::EphemeralSecret>, Box<[u8]>),
    X448(Box<X448Secret>, x448::PublicKey),
}

impl KeyExchange {
    /// A fresh key. Fails without randomness.
    pub fn generate(group: Group) -> Result<Self, Unspecified> {
        let private = match (group.ring(), group) {
            (Some(algorithm), _) => {
                let private = generate_ring(group, algorithm)?;
                let public = private.compute_public_key()?;
                Private::Ring(private, public)
            }
            (None, Group::X448) => {
                let private = X448Secret::try_generate_from_rng(&mut rand::SystemRng)?;
                let public = x448::PublicKey::from(&private);
                Private::X448(Box::new(private), public)
            }
            (None, _) => {
                let private = p521::ecdh::EphemeralSecret::try_generate_from_rng(&mut rand::SystemRng)?;
                let public = private.public_key().to_sec1_point(false).to_bytes();
                Private::P521(Box::new(private), public)
            }
        };
        Ok(Self { group, private })
    }

    /// The group.
    pub fn group(&self) -> Group {
        self.group
    }

    /// The public key as it goes into `KeyShareEntry.key_exchange` (RFC 8446 section 4.2.8): for the NIST curves the
    /// uncompressed point, for X25519 and X448 the string of RFC 7748.
    pub fn public_key(&self) -> &[u8] {
        match &self.private {
            Private::Ring(_, public) => public.as_ref(),
            Private::P521(_, public) => public,
            Private::X448(_, public) => public.as_bytes(),
        }
    }

    /// The shared secret with `peer`'s public key: the X coordinate, as long as the field (RFC 8446 section 7.4.2), or
    /// the output of RFC 7748. Fails on points that are not on the curve or not uncompressed, wrong lengths, and an
    /// all-zero X25519 or X448 result.
    pub fn agree(self, peer: &[u8]) -> Result<SharedSecret, Unspecified> {
        // RFC 8446 section 4.2.8.2: the only form is UncompressedPointRepresentation. The length tells it from the
        // others. (ring checks the same.)
        if peer.len() != self.group.public_key_len() {
            return Err(Unspecified);
        }
        match self.private {
            Private::Ring(private, _) => {
                let peer = agreement::UnparsedPublicKey::new(private.algorithm(), peer);
                agreement::agree_ephemeral(private, &peer, SharedSecret::new)?
            }
            Private::P521(private, _) => {
                let peer = p521::PublicKey::from_sec1_bytes(peer).map_err(|_| Unspecified)?;
                SharedSecret::new(private.diffie_hellman(&peer).raw_secret_bytes())
            }
            Private::X448(private, _) => {
                // Refuses the points of low order by their usual encodings; the check below by their effect.
                let peer = x448::PublicKey::from_bytes(peer).ok_or(Unspecified)?;
                let shared = private.diffie_hellman(&peer);
                // RFC 8446 section 7.4.2: MUST check that the result is not the all-zero value. The verdict is public.
                if shared.as_bytes().iter().fold(0, |or, byte| or | byte) == 0 {
                    return Err(Unspecified);
                }
                SharedSecret::new(shared.as_bytes())
            }
        }
    }
}

impl core::fmt::Debug for KeyExchange {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "KeyExchange({:?})", self.group)
    }
}

/// A fresh private key of a group of ring's.
fn generate_ring(
    group: Group,
    algorithm: &'static agreement::Algorithm,
) -> Result<agreement::EphemeralPrivateKey, Unspecified> {
    #[cfg(any(test, feature = "deterministic"))]
    if rand::is_deterministic() {
        return generate_ring_repeatable(group, algorithm);
    }
    let _ = group;
    Ok(agreement::EphemeralPrivateKey::generate(algorithm, rand::system())?)
}

/// [`generate_ring`] out of the thread's repeatable stream. ring takes private keys from its own generators only; this
/// one of its generators, for tests, gives a slice.
#[cfg(any(test, feature = "deterministic"))]
#[allow(deprecated)] // ring may take its test generators away; its version is pinned.
fn generate_ring_repeatable(
    group: Group,
    algorithm: &'static agreement::Algorithm,
) -> Result<agreement::EphemeralPrivateKey, Unspecified> {
    let mut bytes = [0; 48];
    let len = if group == Group::Secp384r1 { 48 } else { 32 };
    let bytes = bytes.get_mut(..len).ok_or(Unspecified)?;
    rand::fill(bytes)?;
    Ok(agreement::EphemeralPrivateKey::generate(
        algorithm,
        &ring::test::rand::FixedSliceRandom { bytes },
    )?)
}

/// A shared secret (up to 66 bytes for secp521r1); zeroized on drop.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SharedSecret {
    bytes: [u8; 66],
    len: usize,
}

impl SharedSecret {
    /// A copy of `secret`; fails if it is longer than any group's.
    fn new(secret: &[u8]) -> Result<Self, Unspecified> {
        let mut shared = Self {
            bytes: [0; 66],
            len: secret.len(),
        };
        shared
            .bytes
            .get_mut(..secret.len())
            .ok_or(Unspecified)?
            .copy_from_slice(secret);
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
