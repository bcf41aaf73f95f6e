//! `psa/crypto.h`: the part of the PSA Crypto interface that there is.

pub mod attributes;
pub mod crypto;
pub mod types;
pub mod values;
