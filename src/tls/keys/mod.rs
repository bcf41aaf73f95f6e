//! Secrets and keys: the key schedule of TLS 1.3, and keying material for the application.

pub mod export;
pub mod schedule13;
#[cfg(test)]
pub(crate) mod trace;
#[cfg(test)]
mod trace_resumed;
#[cfg(test)]
mod traces;
