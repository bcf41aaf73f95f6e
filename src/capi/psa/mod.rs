//! `psa/crypto.h`: the part of the PSA Crypto interface that there is.
//!
//! `store` holds the keys by number, `material` what a key is made of, `policy` what it may be used for, and `alg` what
//! the number of an algorithm says. The rest is the functions.

mod alg;
pub mod attributes;
pub mod crypto;
mod curve;
pub mod keys;
mod material;
mod policy;
pub mod sign;
mod store;
pub mod types;
pub mod values;
