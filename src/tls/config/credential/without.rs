//! In place of what a side authenticates with where the option `certificates` is off: types without a value.

/// What the certificates of both sides may be: there are none.
#[derive(Clone, Debug, Default)]
pub struct CertificateOptions;

impl CertificateOptions {
    /// Nothing.
    pub const fn new() -> Self {
        Self
    }
}

/// A certificate chain and the key of its leaf: no value.
#[derive(Debug)]
pub enum Credential {}

/// What goes with one entry of a Certificate message: no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Attached {}

/// The peer's public key: no value.
#[derive(Debug, Clone)]
pub enum PeerKey {}
