//! Primitives, each from a well-kept crate: the only folder that names ring and the RustCrypto crates.
//!
//! No primitive is written here; this is one narrow interface over several crates.

pub mod aead;
pub mod hash;
pub mod hkdf;
pub mod kx;
pub mod rand;
pub mod sign;
pub mod verify;

/// A primitive refused: wrong tag, wrong signature, malformed key, no randomness. Deliberately says no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unspecified;
