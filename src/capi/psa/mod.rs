//! `psa/crypto.h`: the part of the PSA Crypto interface that there is.
//!
//! `store` holds the keys by number, `material` what a key is made of, `policy` what it may be used for, and `alg` what
//! the number of an algorithm says. The rest is the functions.

pub mod aead;
mod alg;
pub mod attributes;
mod buffers;
pub mod cipher;
pub mod crypto;
mod curve;
pub mod derivation;
pub mod hash;
#[cfg(feature = "certificates")]
pub mod interruptible;
pub mod keys;
pub mod mac;
mod material;
pub(in crate::capi) mod opaque;
mod operation;
mod policy;
#[cfg(feature = "certificates")]
pub mod sign;
#[cfg(feature = "certificates")]
pub(in crate::capi) mod signing;
#[cfg(not(feature = "certificates"))]
#[path = "signing/without.rs"]
mod signing;
pub mod status;
mod store;
mod stored;
pub mod types;
pub mod values;
