//! Secrets and keys: the key schedule of TLS 1.3, the secrets of TLS 1.2, and keying material for the application.

pub mod export;
#[cfg(feature = "tls12")]
pub mod prf12;
#[cfg(not(feature = "tls12"))]
#[path = "prf12/without.rs"]
pub mod prf12;
#[cfg(test)]
#[cfg(feature = "complete")]
mod recorded12;
#[cfg(feature = "tls13")]
pub mod schedule13;
#[cfg(not(feature = "tls13"))]
#[path = "schedule13/without.rs"]
pub mod schedule13;
#[cfg(test)]
#[cfg(feature = "tls13")]
pub(crate) mod trace;
#[cfg(test)]
#[cfg(feature = "complete")]
mod trace_resumed;
#[cfg(test)]
#[cfg(feature = "complete")]
mod traces;

/// The two randoms.
#[derive(Clone, Copy, Debug)]
pub struct Randoms {
    /// `ClientHello.random`
    pub client: [u8; 32],
    /// `ServerHello.random`
    pub server: [u8; 32],
}
