//! Primitives, each from a well-kept crate: the only folder that names ring, libcrux and the RustCrypto crates.
//!
//! No primitive is written here; this is one narrow interface over several crates. ring does what lies on the path of a
//! handshake or a record: AES-GCM, ChaCha20-Poly1305, X25519, P-256, P-384, Ed25519, RSA of 2048 to 4096 bits (checking:
//! to 8192), SHA-1, SHA-2 and HMAC. RustCrypto does what ring does not: AES-CCM, X448, P-521, signing and checking of
//! hashes that somebody else computed, ECDSA with a digest that is not the curve's, RSA of other sizes, RSA encryption,
//! MD5 and SHA-224, block ciphers and their modes, stream ciphers. ML-KEM is libcrux's.
//!
//! Which crate does an operation is decided here and is not visible outside. Every failure is [`Unspecified`].
//!
//! Secrets are zeroized when they are dropped, as far as their crate does it: ring never does (its keys are plain
//! memory until the allocator reuses it), RustCrypto's private keys and everything that this folder holds itself are, ML-KEM
//! keys among it; what libcrux has on the stack while it computes is not.

pub mod aead;
pub mod bignum;
pub mod cbc_hmac;
pub mod cipher;
pub mod digest;
pub mod ec;
pub mod hash;
pub mod hkdf;
pub mod hmac_drbg;
pub mod kdf;
pub mod kx;
pub mod password;
pub mod rand;
#[cfg(feature = "certificates")]
mod rsa;
pub mod secret;
#[cfg(feature = "certificates")]
pub mod sign;
#[cfg(feature = "certificates")]
pub mod verify;

#[cfg(feature = "certificates")]
pub use self::rsa::RsaComponents;

#[cfg(test)]
mod tests;

/// A primitive refused: wrong tag, wrong signature, malformed key, no randomness. Deliberately says no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unspecified;

impl core::fmt::Display for Unspecified {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("a cryptographic primitive refused")
    }
}

impl core::error::Error for Unspecified {}

impl From<ring::error::Unspecified> for Unspecified {
    fn from(_: ring::error::Unspecified) -> Self {
        Self
    }
}
