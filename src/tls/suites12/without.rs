//! In place of the cipher suites of TLS 1.2 where the option `tls12` is off: there are none.

use super::wire::codes::CipherSuite;
use crate::crypto::hash::HashAlgorithm;

/// A cipher suite of TLS 1.2.
#[derive(Debug, PartialEq, Eq)]
pub struct Suite12 {
    /// Its number.
    pub id: CipherSuite,
    /// Of the PRF.
    pub hash: HashAlgorithm,
}

/// None.
pub const SUITES12: &[Suite12] = &[];

/// Finds a suite by its number: there is none.
pub fn suite12(_: CipherSuite) -> Option<&'static Suite12> {
    None
}
