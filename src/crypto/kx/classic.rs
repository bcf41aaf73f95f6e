//! Ephemeral Diffie-Hellman (RFC 8446 section 7.4.2).
//!
//! X25519, P-256 and P-384 are ring's, P-521 is the `p521` crate's, X448 the `x448` crate's.

use p521::elliptic_curve::sec1::ToSec1Point as _;
use ring::agreement;
use x448::EphemeralSecret as X448Secret;

use super::{Group, SharedSecret, Unspecified};
use crate::crypto::{ec::Generate as _, rand, secret};

/// Length in bytes of a public key of the group, as `KeyShareEntry.key_exchange` carries it; 0 if it is a hybrid.
pub(super) const fn public_key_len(group: Group) -> usize {
    match group {
        Group::X25519 => 32,
        Group::Secp256r1 => 65,
        Group::Secp384r1 => 97,
        Group::Secp521r1 => 133,
        Group::X448 => 56,
        Group::X25519MlKem768 | Group::Secp256r1MlKem768 | Group::Secp384r1MlKem1024 => 0,
    }
}

/// ring's name of the group, if ring has it.
fn ring_algorithm(group: Group) -> Option<&'static agreement::Algorithm> {
    match group {
        Group::X25519 => Some(&agreement::X25519),
        Group::Secp256r1 => Some(&agreement::ECDH_P256),
        Group::Secp384r1 => Some(&agreement::ECDH_P384),
        _ => None,
    }
}

/// An ephemeral private key with its public key. Used up by [`Key::agree`].
pub(super) struct Key {
    group: Group,
    private: Private,
}

/// The private key and the public key as it is sent, in the crate that does the group.
enum Private {
    Ring(agreement::EphemeralPrivateKey, agreement::PublicKey),
    P521(Box<p521::ecdh::EphemeralSecret>, Box<[u8]>),
    X448(Box<X448Secret>, x448::PublicKey),
}

impl Key {
    /// A fresh key. Fails without randomness.
    pub(super) fn generate(group: Group) -> Result<Self, Unspecified> {
        let private = match (ring_algorithm(group), group) {
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
            (None, Group::Secp521r1) => {
                let private = p521::ecdh::EphemeralSecret::try_generate_from_rng(&mut rand::SystemRng)?;
                let public = private.public_key().to_sec1_point(false).to_bytes();
                Private::P521(Box::new(private), public)
            }
            (None, _) => return Err(Unspecified),
        };
        Ok(Self { group, private })
    }

    /// The public key as it goes into `KeyShareEntry.key_exchange` (RFC 8446 section 4.2.8): for the NIST curves the
    /// uncompressed point, for X25519 and X448 the string of RFC 7748.
    pub(super) fn public_key(&self) -> &[u8] {
        match &self.private {
            Private::Ring(_, public) => public.as_ref(),
            Private::P521(_, public) => public,
            Private::X448(_, public) => public.as_bytes(),
        }
    }

    /// The shared secret with `peer`'s public key: the X coordinate, as long as the field (RFC 8446 section 7.4.2), or
    /// the output of RFC 7748. Fails on points that are not on the curve or not uncompressed, wrong lengths, and an
    /// all-zero X25519 or X448 result.
    pub(super) fn agree(self, peer: &[u8]) -> Result<SharedSecret, Unspecified> {
        // RFC 8446 section 4.2.8.2: the only form is UncompressedPointRepresentation. The length tells it from the
        // others. (ring checks the same.)
        if peer.len() != public_key_len(self.group) {
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
                let any = shared.as_bytes().iter().fold(0, |or, byte| or | byte);
                if secret::known_byte(u8::from(any != 0)) == 0 {
                    return Err(Unspecified);
                }
                SharedSecret::new(shared.as_bytes())
            }
        }
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
