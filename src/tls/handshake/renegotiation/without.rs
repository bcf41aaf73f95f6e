//! In place of what ties a handshake of TLS 1.2 to the one before it where the option `tls12` is off: no handshake is a second
//! one.

use super::Context;

/// The handshake before a renegotiation: no value.
#[derive(Clone, Copy, Debug)]
pub enum Previous {}

impl Context<'_> {
    /// This is a renegotiation: never.
    pub fn is_renegotiation(&self) -> bool {
        false
    }
}
